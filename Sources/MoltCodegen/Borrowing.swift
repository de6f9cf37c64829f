import MoltIR
import MoltSpec

/// Takes out references that are counted for nothing, from explicit form.
///
/// A value that is read out of an object's slot is retained, looked at, and released. While nothing runs that could
/// change the slot or end the object, the slot's own reference is enough: from the load on, through every block that
/// only the load leads to, the releases of the value are left out, and it is retained where something else happens
/// first. The same holds for a value that was stored in an empty slot and is released then: it is moved there.
struct BorrowPass {
  private var function: Function
  /// Edges that lead to each block.
  private var ways: [Int]
  /// Blocks that use each value.
  private var users: [ValueID: Set<BlockID>] = [:]
  /// Blocks to which only cold ones lead.
  private var cold: Set<BlockID> = []

  private var value = ValueID.none
  /// Whether the value may be retained on the way.
  private var mayBeRetained = false
  /// Releases left out in code that is not cold.
  private var saved = 0
  private var copies = 0

  /// Instructions of a block that is made once more for the sake of what it releases.
  private static let copyLimit = 6
  private static let mostCopies = 4

  static func run(_ function: Function) -> Function {
    var pass = BorrowPass(function)
    return pass.run()
  }

  private init(_ function: Function) {
    self.function = function
    ways = Array(repeating: 0, count: function.blocks.count)
    for block in function.blockIDs {
      for edge in function.successors(block) { ways[Int(edge.target.raw)] += 1 }
    }
  }

  private mutating func run() -> Function {
    let candidates = function.blockIDs.filter { !function[$0].isCold && hasCandidate($0) }
    if candidates.isEmpty { return function }
    findUsers()
    findCold()
    let order = ControlFlow(function).reversePostorder
    let wanted = Set(candidates)
    for block in order where wanted.contains(block) {
      for id in function[block].instructions where isCandidate(id) { borrow(id, in: block) }
    }
    return function.compacted()
  }

  private func hasCandidate(_ block: BlockID) -> Bool { function[block].instructions.contains(where: isCandidate) }

  private func isCandidate(_ id: InstID) -> Bool { BorrowPass.borrowing[function[id].opcode] != nil }

  /// What a load becomes that leaves the reference where it is, or a store that takes it over.
  private static let borrowing: [Opcode: Opcode] = [
    .layoutGetChecked: .layoutBorrowChecked, .sequenceGetChecked: .sequencePeekChecked,
    .layoutInitChecked: .layoutMoveChecked, .sequenceItem: .sequencePeek,
  ]

  private mutating func borrow(_ id: InstID, in block: BlockID) {
    let inst = function[id]
    let isStore = inst.opcode == .layoutInitChecked
    value = isStore ? Array(function.values(inst.operands))[1] : inst.result
    if !function.type(value).isPython { return }
    let before = (function, ways, users)
    (mayBeRetained, saved, copies) = (!isStore, 0, 0)
    let borrowed = BorrowPass.borrowing[inst.opcode]!
    if !OpTable[inst.opcode].isTerminator {
      let next = function[block].instructions.firstIndex(of: id)! + 1
      if walk(block, from: next), saved > 0 {
        function[id].opcode = borrowed
      } else {
        (function, ways, users) = before
      }
    } else if let first = follow(inst.first), saved > 0 {
      function[id].opcode = borrowed
      function[id].first = first
    } else {
      (function, ways, users) = before
    }
  }

  // MARK: The walk

  /// Goes on along an edge; returns what stands in its place, or nil where the value cannot be borrowed.
  private mutating func follow(_ edge: Edge) -> Edge? {
    let target = edge.target
    let arguments = Array(function.values(edge.arguments))
    if ways[Int(target.raw)] == 1 && !arguments.contains(value) {
      return walk(target) ? edge : nil
    }
    if let copy = copy(target, arguments) {
      ways[Int(target.raw)] -= 1
      return walk(copy) ? function.edge(copy) : nil
    }
    let middle = newBlock(isCold: function[target].isCold)
    function[middle].instructions = [function.make(.retain, [value]), function.make(.jump, first: edge)]
    return function.edge(middle)
  }

  private mutating func newBlock(isCold: Bool) -> BlockID {
    let block = function.newBlock()
    function[block].isCold = isCold
    ways.append(1)
    return block
  }

  /// Whether the value can be borrowed from a place in a block on.
  private mutating func walk(_ block: BlockID, from start: Int = 0) -> Bool {
    let list = function[block].instructions
    for (index, id) in list.enumerated().dropFirst(start) {
      let inst = function[id]
      let isOwn = function.values(inst.operands).first == value
      if inst.opcode == .release && isOwn {
        function[block].instructions.remove(at: index)
        if !function[block].isCold && !cold.contains(block) { saved += 1 }
        return true
      }
      if inst.opcode == .retain {
        if isOwn && !mayBeRetained { return false }
        continue
      }
      if !inst.opcode.leavesObjectsAlone {
        function[block].instructions.insert(function.make(.retain, [value]), at: index)
        return true
      }
      if OpTable[inst.opcode].isTerminator {
        for isFirst in [true, false] {
          let edge = isFirst ? inst.first : inst.second
          if edge.isNone { continue }
          guard let next = follow(edge) else { return false }
          if isFirst { function[id].first = next } else { function[id].second = next }
        }
        return true
      }
    }
    return false
  }

  // MARK: Copies of blocks

  /// A copy of a short block that several edges lead to, for one of them; nil where there can be none.
  private mutating func copy(_ block: BlockID, _ arguments: [ValueID]) -> BlockID? {
    let list = function[block].instructions
    guard list.count <= BorrowPass.copyLimit, copies < BorrowPass.mostCopies, !function[block].isCold,
      isCopyable(block)
    else { return nil }
    copies += 1
    var values: [ValueID: ValueID] = Dictionary(
      zip(function[block].parameters, arguments), uniquingKeysWith: { first, _ in first })
    let copy = newBlock(isCold: false)
    func mapped(_ list: ValueList) -> [ValueID] { function.values(list).map { values[$0] ?? $0 } }
    func mapped(_ edge: Edge) -> Edge {
      if edge.isNone { return .none }
      ways[Int(edge.target.raw)] += 1
      return function.edge(edge.target, mapped(edge.arguments))
    }
    for id in list {
      var made = function[id]
      made.operands = function.list(mapped(made.operands))
      made.first = mapped(made.first)
      made.second = mapped(made.second)
      if !made.result.isNone {
        let result = function.newValue(function.type(made.result))
        values[made.result] = result
        made.result = result
      }
      function.instructions.append(made)
      function[copy].instructions.append(InstID(raw: UInt32(function.instructions.count - 1)))
    }
    return copy
  }

  /// Whether what a block defines is used in it only.
  private func isCopyable(_ block: BlockID) -> Bool {
    var defined = function[block].parameters
    for id in function[block].instructions {
      switch function[id].opcode {
      case .trace: return false
      default: if !function[id].result.isNone { defined.append(function[id].result) }
      }
    }
    return defined.allSatisfy { (users[$0] ?? []).subtracting([block]).isEmpty }
  }

  private mutating func findUsers() {
    for block in function.blockIDs {
      for id in function[block].instructions {
        let inst = function[id]
        for list in [inst.operands, inst.first.arguments, inst.second.arguments] {
          for value in function.values(list) { users[value, default: []].insert(block) }
        }
      }
    }
  }

  private mutating func findCold() {
    let flow = ControlFlow(function)
    for block in flow.reversePostorder {
      let before = flow.predecessors[Int(block.raw)]
      if function[block].isCold || !before.isEmpty && before.allSatisfy({ cold.contains($0) }) { cold.insert(block) }
    }
  }
}

extension Opcode {
  private static let harmless: Set<Opcode> = [
    .const, .null, .isSame, .notBool, .isNull, .guardInt, .guardFloat, .guardBool, .guardType, .guardBuiltin,
    .guardBound, .guardFunction, .guardMethod, .guardLayout, .guardLayoutAgain, .intBox, .intBoxInline, .intUnbox,
    .floatBox, .floatUnbox, .boolUnbox, .boxBool, .i1Const, .i1ToI64, .i64Const, .i64LT, .i64LE, .i64EQ, .i64NE,
    .i64GT, .i64GE, .i64Add, .i64Sub, .i64Mul, .i64Quotient, .i64Remainder, .i64And, .i64Or, .i64Xor, .i64ToF64,
    .i64IsExact, .i64AddChecked, .i64SubChecked, .i64MulChecked, .i64FloorDivChecked, .i64ModChecked, .i64ShlChecked,
    .i64ShrChecked, .i64TrueDivChecked, .f64Const, .f64LT, .f64LE, .f64EQ, .f64NE, .f64GT, .f64GE, .f64Add, .f64Sub,
    .f64Mul, .f64Neg, .f64DivChecked, .f64PowChecked, .sequenceLength, .sequenceItem, .sequencePeek,
    .sequenceGetChecked, .sequencePeekChecked, .attributePeekChecked, .layoutPeekChecked, .layoutGetChecked,
    .guardLayoutFloats, .layoutFloat, .layoutFloatStore, .layoutFloatChecked, .layoutFloatInitChecked,
    .layoutBorrowChecked, .layoutSetChecked, .layoutInitChecked, .layoutMoveChecked, .globalValue, .globalPeek, .jump,
    .branch, .branchNull,
  ]

  /// Whether the operation runs no Python code, ends no object, and changes no slot that holds an object.
  var leavesObjectsAlone: Bool { Opcode.harmless.contains(self) }
}
