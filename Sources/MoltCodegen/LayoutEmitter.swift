import MoltIR
import MoltSpec

// Attributes at the places that a layout knows (Sources/MoltRuntime/Object/Layouts.swift).

extension FunctionEmitter {
  mutating func layout(_ inst: Instruction, _ operands: [String]) {
    let cell = part.layouts.use(Int(inst.immediate))
    if inst.opcode == .guardLayout {
      return define(inst, compute("call i1 @has.layout(i64 \(operands[0]), ptr \(cell))"))
    }
    if inst.opcode == .guardLayoutAgain {
      return define(inst, compute("call i1 @has.layout.again(i64 \(operands[0]), ptr \(cell))"))
    }
    let position = part.layouts.position(of: inst.constant, in: Int(inst.immediate))
    let field = part.target.layoutOffsets + 4 * position
    let offset = compute("load i32, ptr getelementptr (i8, ptr \(cell), i32 \(field)), align 4, !alias.scope !3")
    if inst.opcode == .layoutStore {
      // The shapes stand behind the offsets, whose number is known when the module is complete.
      let shape = compute(
        "load i32, ptr getelementptr (i8, ptr \(cell).shapes, i32 \(4 * position)), align 4, !alias.scope !3")
      let status = compute(
        "call i32 @layout.store(i64 \(operands[0]), i64 \(constant(inst.constant)), i64 \(operands[1]), i32 \(offset), "
          + "i32 \(shape), ptr \(part.newSite()))")
      return check(compute("icmp slt i32 \(status), 0"), inst)
    }
    let object = compute("inttoptr i64 \(operands[0]) to ptr")
    if inst.opcode == .layoutInitChecked || inst.opcode == .layoutMoveChecked {
      return initialise(inst, object, operands[1], cell, position, offset)
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
}

extension FunctionEmitter {
  /// A first store. That the attribute is the next one of the usual order says that its slot is there and empty.
  private mutating func initialise(
    _ inst: Instruction, _ object: String, _ item: String, _ cell: String, _ position: Int, _ offset: String
  ) {
    let wanted = compute(
      "load i32, ptr getelementptr (i8, ptr \(cell).shapes, i32 \(4 * position)), align 4, !alias.scope !3")
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
  /// In order of first use, which names them.
  private(set) var used: [Int] = []

  /// The symbol of a layout that code refers to.
  mutating func use(_ number: Int) -> String {
    if wanted[number] == nil {
      wanted[number] = []
      used.append(number)
    }
    return symbol(number)
  }

  func symbol(_ number: Int) -> String { "@layout.\(used.firstIndex(of: number)!)" }

  /// The number of an attribute (by the constant of its name) within a layout.
  mutating func position(of name: UInt32, in number: Int) -> Int {
    if let known = wanted[number, default: []].firstIndex(of: name) { return known }
    wanted[number, default: []].append(name)
    return wanted[number]!.count - 1
  }

  /// The constants of the names of the attributes in a layout.
  func attributes(of number: Int) -> [UInt32] { wanted[number] ?? [] }

  /// A layout as static data; `names` is the array of the attributes' names, `offsets` the offset of that field.
  func emit(_ number: Int, names: String, offsets: Int, _ text: inout IRText) {
    let count = attributes(of: number).count
    let empty = Array(repeating: "i32 -1", count: ABI.layoutWays).joined(separator: ", ")
    text.line(
      "\(symbol(number)) = internal global { [\(ABI.layoutWays) x i32], i32, i32, ptr, [\(2 * count) x i32] } "
        + "{ [\(ABI.layoutWays) x i32] [\(empty)], i32 0, i32 \(count), ptr \(names), [\(2 * count) x i32] zeroinitializer }, "
        + "align 8")
    text.line(
      "\(symbol(number)).shapes = internal alias i32, getelementptr (i8, ptr \(symbol(number)), i32 \(offsets + 4 * count))"
    )
  }
}
