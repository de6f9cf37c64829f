import MoltIR
import MoltSpec

// Attributes at the places that a layout knows (Sources/MoltRuntime/Object/Layouts.swift).

extension FunctionEmitter {
  mutating func layout(_ inst: Instruction, _ operands: [String]) {
    let number = Int(inst.immediate)
    let cell = part.layouts.use(number)
    switch inst.opcode {
    case .guardLayout: return define(inst, compute("call i1 @has.layout(i64 \(operands[0]), ptr \(cell))"))
    case .guardLayoutAgain:
      return define(inst, compute("call i1 @has.layout.again(i64 \(operands[0]), ptr \(cell))"))
    case .guardLayoutFloats:
      let length = compute("call i32 \(cell).float.length()")
      return define(
        inst, compute("call i1 @has.layout.floats(i64 \(operands[0]), ptr \(cell), i32 \(length))"))
    case .layoutFloat, .layoutFloatStore: return layoutFloat(inst, operands, cell)
    default: break
    }
    let position = part.layouts.position(of: inst.constant, in: number)
    // A slot for floats takes other values by way of the runtime only.
    let item = Array(function.values(inst.operands)).dropFirst().first
    let storesAny = item.map { !floats.contains($0) } ?? false
    func word(_ array: LayoutTable.Words) -> String {
      let array = part.layouts.words(array, in: number, from: part.target.layoutOffsets)
      return compute("load i32, ptr getelementptr (i8, ptr \(array), i32 \(4 * position)), align 4, !alias.scope !3")
    }
    let offset = word(storesAny ? .any : .offsets)
    if inst.opcode == .layoutStore {
      let shape = word(storesAny ? .anyShapes : .shapes)
      let status = compute(
        "call i32 @layout.store(i64 \(operands[0]), i64 \(constant(inst.constant)), i64 \(operands[1]), i32 \(offset), "
          + "i32 \(shape), ptr \(part.newSite()))")
      return check(compute("icmp slt i32 \(status), 0"), inst)
    }
    let object = compute("inttoptr i64 \(operands[0]) to ptr")
    if inst.opcode == .layoutInitChecked || inst.opcode == .layoutMoveChecked {
      return initialise(inst, object, operands[1], shape: word(storesAny ? .anyShapes : .shapes), offset)
    }
    let place = compute("getelementptr i8, ptr \(object), i32 \(offset)")
    let held = compute("load i64, ptr \(place), align 8")
    if part.target.pointerBits < 64 || [.layoutGetChecked, .layoutBorrowChecked].contains(inst.opcode) {
      leaveEarly(inst, if: failure(.slot, "icmp eq i32 \(offset), \(ABI.layoutNoSlot)"))
    }
    switch inst.opcode {
    case .layoutPeekChecked:
      // What is at an offset that stands for no slot is a pointer of 64 bits, which no test for a number lets pass.
      define(inst, held)
      leave(inst, if: failure(.slot, "icmp eq i64 \(held), 0"))
    case .layoutGetChecked, .layoutBorrowChecked:
      leaveEarly(inst, if: failure(.slot, "icmp eq i64 \(held), 0"))
      if inst.opcode == .layoutGetChecked { retain(held) }
      define(inst, held)
      line("br \(edge(inst.first))")
    default:
      leaveEarly(inst, if: failure(.slot, "icmp ult i64 \(held), \(ABI.none)"))
      if !uncounted.contains(Array(function.values(inst.operands))[1]) {
        retain(operands[1])
      }
      line("store i64 \(operands[1]), ptr \(place), align 8, !noalias !3")
      line("br \(edge(inst.first))")
    }
  }

  /// An attribute that is a float, as the guard in front has found out.
  private mutating func layoutFloat(_ inst: Instruction, _ operands: [String], _ cell: String) {
    let offset: String
    switch part.layouts.useFloat(inst.constant, in: Int(inst.immediate), part) {
    case .known(let known): offset = String(known)
    case .position(let position):
      let word = "getelementptr (i8, ptr \(cell), i32 \(part.target.layoutOffsets + 4 * position))"
      offset = compute("load i32, ptr \(word), align 4, !alias.scope !3")
    }
    let object = compute("inttoptr i64 \(operands[0]) to ptr")
    let place = compute("getelementptr i8, ptr \(object), i32 \(offset)")
    if inst.opcode == .layoutFloat {
      let held = compute("load i64, ptr \(place), align 8, !noalias !3")
      let bits = compute("sub i64 \(held), \(ABI.floatBias)")
      define(inst, compute("bitcast i64 \(bits) to double"))
    } else {
      let bits = compute("bitcast double \(operands[1]) to i64")
      line("store i64 \(compute("add i64 \(bits), \(ABI.floatBias)")), ptr \(place), align 8, !noalias !3")
    }
  }

  /// A first store. That the attribute is the next one of the usual order says that its slot is there and empty.
  private mutating func initialise(
    _ inst: Instruction, _ object: String, _ item: String, shape wanted: String, _ offset: String
  ) {
    let field = compute("getelementptr %Header, ptr \(object), i32 0, i32 1")
    let aux = compute("load i32, ptr \(field), align 4")
    let shape = compute("and i32 \(aux), \(ABI.shapeMask)")
    leaveEarly(inst, if: failure(.slot, "icmp ne i32 \(shape), \(wanted)"))
    line("store i32 \(compute("add i32 \(aux), 1")), ptr \(field), align 4, !noalias !3")
    let isCounted = inst.opcode == .layoutInitChecked && !uncounted.contains(Array(function.values(inst.operands))[1])
    if isCounted { retain(item) }
    let place = compute("getelementptr i8, ptr \(object), i32 \(offset)")
    line("store i64 \(item), ptr \(place), align 8, !noalias !3")
    line("br \(edge(inst.first))")
  }
}

/// The layouts that a module's code uses: for each class the attributes that are wanted of it.
struct LayoutTable {
  private var wanted: [Int: [UInt32]] = [:]
  /// By layout: where the attributes are expected that are read or stored as floats, by position; 1: anywhere.
  private var floats: [Int: [Int: Int]] = [:]
  /// In order of first use, which names them.
  private(set) var used: [Int] = []

  /// The arrays behind the fields of MoltLayout, in order.
  enum Words: Int, CaseIterable {
    case offsets, shapes, any, anyShapes, floats
  }

  /// Where an attribute that is a float is found.
  enum FloatPlace {
    /// At this offset; the guard has compared it.
    case known(Int)
    /// At the offset that the layout has at this position.
    case position(Int)
  }

  /// The symbol of a layout that code refers to.
  mutating func use(_ number: Int) -> String {
    if wanted[number] == nil {
      wanted[number] = []
      used.append(number)
    }
    return symbol(number)
  }

  func symbol(_ number: Int) -> String { "@layout.\(used.firstIndex(of: number)!)" }

  /// The symbol of one of the arrays; how long the ones in front of it are is known when the module is complete.
  func words(_ array: Words, in number: Int, from offsets: Int) -> String {
    array == .offsets ? "getelementptr (i8, ptr \(symbol(number)), i32 \(offsets))" : "\(symbol(number)).\(array)"
  }

  /// The number of an attribute (by the constant of its name) within a layout.
  mutating func position(of name: UInt32, in number: Int) -> Int {
    if let known = wanted[number, default: []].firstIndex(of: name) { return known }
    wanted[number, default: []].append(name)
    return wanted[number]!.count - 1
  }

  /// The same for one that is read or stored as a float.
  mutating func useFloat(_ name: UInt32, in number: Int, _ part: PartEmitter) -> FloatPlace {
    let position = position(of: name, in: number)
    let offset = floats[number]?[position] ?? LayoutTable.likelyOffset(name, in: number, part) ?? 1
    floats[number, default: [:]][position] = offset
    return offset > 1 ? .known(offset) : .position(position)
  }

  /// Where instances of the layout's classes likely keep an attribute: a class without bases decides it for those that are
  /// derived from it.
  private static func likelyOffset(_ name: UInt32, in number: Int, _ part: PartEmitter) -> Int? {
    for symbol in part.shared.externalSymbols[number].split(separator: " ") {
      guard let slots = part.shared.classes[String(symbol)]?.slots else { continue }
      let index = part.module.text(name).flatMap { slots.firstIndex(of: $0) }
      return index.flatMap { $0 < ABI.mostSlots ? ABI.firstSlot + 8 * $0 : nil }
    }
    return nil
  }

  /// The constants of the names of the attributes in a layout.
  func attributes(of number: Int) -> [UInt32] { wanted[number] ?? [] }

  /// A layout as static data; `names` is the array of the attributes' names.
  func emit(_ number: Int, names: String, _ target: Target, _ text: inout IRText) {
    let count = attributes(of: number).count
    let offsets = (0..<count).map { floats[number]?[$0] ?? 0 }
    let empty = Array(repeating: "i32 -1", count: ABI.layoutWays).joined(separator: ", ")
    let versions = "[\(ABI.layoutWays) x i32]"
    // Where all offsets are known, so is how many slots must be set.
    let isKnown = offsets.allSatisfy { $0 != 1 }
    let length = isKnown ? ((offsets.max() ?? 0) - ABI.firstSlot) / 8 + 1 : 0
    let zeros = "[\(4 * count) x i32] zeroinitializer"
    let places = "[\(count) x i32] [\(offsets.map { "i32 \($0)" }.joined(separator: ", "))]"
    text.line(
      "\(symbol(number)) = internal global "
        + "{ \(versions), \(versions), i32, i32, i32, i32, ptr, [\(4 * count) x i32], [\(count) x i32] } "
        + "{ \(versions) [\(empty)], \(versions) [\(empty)], i32 0, i32 0, i32 \(count), i32 \(max(length, 0)), "
        + "ptr \(names), \(zeros), \(places) }, align 8")
    for array in Words.allCases where array != .offsets {
      let start = target.layoutOffsets + 4 * count * array.rawValue
      text.line(
        "\(symbol(number)).\(array) = internal alias i32, getelementptr (i8, ptr \(symbol(number)), i32 \(start))")
    }
    text.line("define internal i32 \(symbol(number)).float.length() alwaysinline nounwind {")
    if isKnown {
      text.line("  ret i32 \(max(length, 0))")
    } else {
      let field = "getelementptr (i8, ptr \(symbol(number)), i32 \(target.layoutFloatLength))"
      text.line("  %length = load i32, ptr \(field), align 4")
      text.line("  ret i32 %length")
    }
    text.line("}")
  }
}

extension Function {
  /// Python values that are made of machine floats or constants.
  func floatValues(_ module: Module) -> Set<ValueID> {
    Set(
      instructions.filter { inst in
        if inst.opcode == .const, case .float = module.constants[Int(inst.constant)] { return true }
        return inst.opcode == .floatBox
      }.map(\.result))
  }
}
