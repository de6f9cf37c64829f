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
      return define(inst, compute("call i1 @has.layout.floats(i64 \(operands[0]), ptr \(cell))"))
    case .layoutFloat, .layoutFloatStore, .layoutFloatChecked, .layoutFloatInitChecked:
      return layoutFloat(inst, operands)
    default: break
    }
    let offset = layoutWord(.offsets, inst)
    if inst.opcode == .layoutStore {
      let status = compute(
        "call i32 @layout.store(i64 \(operands[0]), i64 \(constant(inst.constant)), i64 \(operands[1]), i32 \(offset), "
          + "i32 \(layoutWord(.shapes, inst)), ptr \(part.newSite()))")
      return check(compute("icmp slt i32 \(status), 0"), inst)
    }
    let object = compute("inttoptr i64 \(operands[0]) to ptr")
    if inst.opcode == .layoutInitChecked || inst.opcode == .layoutMoveChecked {
      takeNextSlot(inst, object, layoutWord(.shapes, inst))
      let isCounted = inst.opcode == .layoutInitChecked && !uncounted.contains(Array(function.values(inst.operands))[1])
      if isCounted { retain(operands[1]) }
      let place = compute("getelementptr i8, ptr \(object), i32 \(offset)")
      line("store i64 \(operands[1]), ptr \(place), align 8, !noalias !3")
      return line("br \(edge(inst.first))")
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

  /// What the layout has in one of its arrays for the attribute that the instruction names.
  private mutating func layoutWord(_ array: LayoutTable.Words, _ inst: Instruction) -> String {
    let number = Int(inst.immediate)
    let position = part.layouts.position(of: inst.constant, in: number)
    let base = part.layouts.words(array, in: number, part.target)
    return compute("load i32, ptr getelementptr (i8, ptr \(base), i32 \(4 * position)), align 4, !alias.scope !3")
  }

  /// Leaves the instruction unless the shape says that the attribute is the object's next one in the usual order, so that
  /// its slot is there and empty; counts it otherwise.
  private mutating func takeNextSlot(_ inst: Instruction, _ object: String, _ wanted: String) {
    let field = compute("getelementptr %Header, ptr \(object), i32 0, i32 1")
    let aux = compute("load i32, ptr \(field), align 4")
    let shape = compute("and i32 \(aux), \(ABI.shapeMask)")
    leaveEarly(inst, if: failure(.slot, "icmp ne i32 \(shape), \(wanted)"))
    line("store i32 \(compute("add i32 \(aux), 1")), ptr \(field), align 4, !noalias !3")
  }

  /// An attribute in a slot that holds a machine float.
  private mutating func layoutFloat(_ inst: Instruction, _ operands: [String]) {
    let object = compute("inttoptr i64 \(operands[0]) to ptr")
    let offset: String
    switch inst.opcode {
    case .layoutFloat, .layoutFloatStore:
      let known = part.layouts.wantFloat(inst.constant, in: Int(inst.immediate), part)
      offset = known.map { String($0) } ?? layoutWord(.floats, inst)
    default: offset = layoutWord(.slots, inst)
    }
    let place = compute("getelementptr i8, ptr \(object), i32 \(offset)")
    switch inst.opcode {
    case .layoutFloat: define(inst, compute("load double, ptr \(place), align 8, !noalias !3"))
    case .layoutFloatStore: line("store double \(operands[1]), ptr \(place), align 8, !noalias !3")
    case .layoutFloatInitChecked:
      takeNextSlot(inst, object, layoutWord(.slotShapes, inst))
      line("store double \(operands[1]), ptr \(place), align 8, !noalias !3")
      line("br \(edge(inst.first))")
    default:
      // The slots that are set are the first ones of the usual order, this one among them.
      let field = compute("getelementptr %Header, ptr \(object), i32 0, i32 1")
      let order = compute("zext i16 \(compute("load i16, ptr \(field), align 4")) to i32")
      let slot = layoutWord(.slotShapes, inst)
      let isSet = compute("icmp ugt i32 \(order), \(slot)")
      let isUsual = compute("icmp ult i32 \(order), \(ABI.otherShapes)")
      let isThere = compute("and i1 \(isSet), \(isUsual)")
      leaveEarly(inst, if: failure(.slot, "xor i1 \(isThere), true"))
      define(inst, compute("load double, ptr \(place), align 8, !noalias !3"))
      line("br \(edge(inst.first))")
    }
  }
}

/// The layouts that a module's code uses: for each class the attributes that are wanted of it.
struct LayoutTable {
  private var wanted: [Int: [UInt32]] = [:]
  /// By layout: where the attributes are expected that are wanted as floats, by position; 1: anywhere.
  private var floats: [Int: [Int: Int]] = [:]
  /// In order of first use, which names them.
  private(set) var used: [Int] = []

  /// The arrays behind the fields of MoltLayout, in order.
  enum Words: Int, CaseIterable {
    case offsets, shapes, slots, slotShapes, floats
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
  func words(_ array: Words, in number: Int, _ target: Target) -> String {
    array == .offsets
      ? "getelementptr (i8, ptr \(symbol(number)), i32 \(target.layoutOffsets))" : "\(symbol(number)).\(array)"
  }

  /// The number of an attribute (by the constant of its name) within a layout.
  mutating func position(of name: UInt32, in number: Int) -> Int {
    if let known = wanted[number, default: []].firstIndex(of: name) { return known }
    wanted[number, default: []].append(name)
    return wanted[number]!.count - 1
  }

  /// Notes that code wants an attribute as a float. Returns the offset that the layout says it has, if that is likely
  /// known: the guard in front compares it.
  mutating func wantFloat(_ name: UInt32, in number: Int, _ part: PartEmitter) -> Int? {
    let position = position(of: name, in: number)
    let offset = floats[number]?[position] ?? LayoutTable.likelyOffset(name, in: number, part) ?? 1
    floats[number, default: [:]][position] = offset
    return offset > 1 ? offset : nil
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
    let empty = Array(repeating: "i32 -1", count: ABI.layoutWays).joined(separator: ", ")
    let places = (0..<count).map { "i32 \(floats[number]?[$0] ?? 0)" }.joined(separator: ", ")
    let fields: [(type: String, value: String)] = [
      ("[\(ABI.layoutWays) x i32]", "[\(empty)]"), ("i32", "0"), ("i32", "\(count)"), ("i32", "-1"), ("i32", "0"),
      ("[\(ABI.layoutWays) x i32]", "[\(empty)]"), ("i32", "0"), ("i32", "0"), ("ptr", names),
      ("[\(4 * count) x i32]", "zeroinitializer"), ("[\(count) x i32]", "[\(places)]"),
    ]
    text.line(
      "\(symbol(number)) = internal global { \(fields.map(\.type).joined(separator: ", ")) } "
        + "{ \(fields.map { "\($0.type) \($0.value)" }.joined(separator: ", ")) }, align 8")
    for array in Words.allCases where array != .offsets {
      let start = target.layoutOffsets + 4 * count * array.rawValue
      text.line(
        "\(symbol(number)).\(array) = internal alias i32, getelementptr (i8, ptr \(symbol(number)), i32 \(start))")
    }
  }
}
