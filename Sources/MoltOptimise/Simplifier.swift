import MoltIR
import MoltSpec

/// Tidies a function that a pass has rebuilt: parameters that always receive the same value, blocks with a single way
/// in, and machine operations whose result nobody uses go.
struct Simplifier {
  private var function: Function
  /// What each value was replaced with.
  private var replacement: [ValueID]

  static func run(_ function: Function) -> Function {
    var simplifier = Simplifier(function.compacted())
    simplifier.removeParameters()
    simplifier.function = RangeChecks.run(simplifier.function).compacted()
    simplifier.joinBlocks()
    simplifier.removeUnused()
    return simplifier.function.compacted()
  }

  private init(_ function: Function) {
    self.function = function
    replacement = (0..<UInt32(function.valueTypes.count)).map(ValueID.init(raw:))
  }

  private mutating func resolve(_ value: ValueID) -> ValueID {
    var at = value
    while replacement[Int(at.raw)] != at { at = replacement[Int(at.raw)] }
    // Paths are shortened as they are walked.
    var step = value
    while replacement[Int(step.raw)] != at {
      let next = replacement[Int(step.raw)]
      replacement[Int(step.raw)] = at
      step = next
    }
    return at
  }

  /// Every edge into a block, in order of blocks.
  private func edges() -> [[Edge]] {
    var result = [[Edge]](repeating: [], count: function.blocks.count)
    for block in function.blockIDs {
      for edge in function.successors(block) { result[Int(edge.target.raw)].append(edge) }
    }
    return result
  }

  /// Removes the parameters that receive, from every edge, one and the same value or themselves.
  private mutating func removeParameters() {
    let incoming = edges()
    var changed = true
    while changed {
      changed = false
      for block in function.blockIDs.dropFirst() {
        for (index, parameter) in function[block].parameters.enumerated()
        where replacement[Int(parameter.raw)] == parameter {
          var same: ValueID? = nil
          var isTrivial = true
          for edge in incoming[Int(block.raw)] {
            let value = resolve(function.pool[Int(edge.arguments.start) + index])
            if value == parameter { continue }
            if same == nil { same = value } else if same != value { isTrivial = false }
            if !isTrivial { break }
          }
          // A parameter is owned; what replaces it must be of the same type to be released in the same way.
          if isTrivial, let same, function.type(same) == function.type(parameter) {
            replacement[Int(parameter.raw)] = same
            changed = true
          }
        }
      }
    }
    let keeps = function.blockIDs.map { block in
      function[block].parameters.map { block.raw == 0 || replacement[Int($0.raw)] == $0 }
    }
    for block in function.blockIDs {
      let unwind = kept(function[block].unwind, keeps)
      function[block].unwind = unwind
      for id in function[block].instructions {
        let first = kept(function[id].first, keeps)
        let second = kept(function[id].second, keeps)
        function[id].first = first
        function[id].second = second
        let operands = Array(function.values(function[id].operands)).map { resolve($0) }
        let list = function.list(operands)
        function[id].operands = list
      }
    }
    for block in function.blockIDs {
      let flags = keeps[Int(block.raw)]
      function[block].parameters = zip(function[block].parameters, flags).filter { $0.1 }.map { $0.0 }
    }
  }

  /// The edge without the arguments of removed parameters.
  private mutating func kept(_ edge: Edge, _ keeps: [[Bool]]) -> Edge {
    if edge.isNone { return edge }
    var arguments: [ValueID] = []
    for (index, value) in Array(function.values(edge.arguments)).enumerated()
    where keeps[Int(edge.target.raw)][index] {
      arguments.append(resolve(value))
    }
    return function.edge(edge.target, arguments)
  }

  /// Appends to each block the one it jumps to, where nothing else leads there and both have the same unwind edge or one
  /// of them cannot raise.
  private mutating func joinBlocks() {
    var ways = [Int](repeating: 0, count: function.blocks.count)
    ways[0] = 1
    for block in function.blockIDs { for edge in function.successors(block) { ways[Int(edge.target.raw)] += 1 } }
    var gone = Set<BlockID>()
    for block in function.blockIDs where !gone.contains(block) {
      while let last = function[block].instructions.last, function[last].opcode == .jump {
        let target = function[last].first.target
        guard target != block, ways[Int(target.raw)] == 1, target.raw != 0, function[target].parameters.isEmpty,
          mayShareUnwind(block, target)
        else { break }
        if !canRaise(block) { function[block].unwind = function[target].unwind }
        // Control that must go on to cold code is cold itself.
        if function[target].isCold { function[block].isCold = true }
        function[block].instructions.removeLast()
        function[block].instructions += function[target].instructions
        function[target].instructions = [function.make(.unreachable)]
        function[target].unwind = .none
        gone.insert(target)
      }
    }
  }

  private func canRaise(_ block: BlockID) -> Bool {
    function[block].instructions.contains { OpTable[function[$0].opcode].canRaise }
  }

  private func mayShareUnwind(_ a: BlockID, _ b: BlockID) -> Bool {
    let (first, second) = (function[a].unwind, function[b].unwind)
    if !canRaise(b) { return true }
    if !canRaise(a) {
      // What the handler is passed must be there when the joined block begins.
      if second.isNone { return true }
      let made = Set(function[a].instructions.map { function[$0].result })
      return !function.values(second.arguments).contains { made.contains($0) }
    }
    return first.target == second.target
      && Array(function.values(first.arguments)) == Array(function.values(second.arguments))
  }

  private mutating func removeUnused() {
    var uses = [Int](repeating: 0, count: function.valueTypes.count)
    func each(_ inst: Instruction, _ body: (ValueID) -> Void) {
      function.values(inst.operands).forEach(body)
      function.values(inst.first.arguments).forEach(body)
      function.values(inst.second.arguments).forEach(body)
    }
    for block in function.blockIDs {
      function.values(function[block].unwind.arguments).forEach { uses[Int($0.raw)] += 1 }
      for id in function[block].instructions { each(function[id]) { uses[Int($0.raw)] += 1 } }
    }
    for block in function.blockIDs.reversed() {
      var kept: [InstID] = []
      for id in function[block].instructions.reversed() {
        let inst = function[id]
        if inst.opcode.isPure, uses[Int(inst.result.raw)] == 0 {
          each(inst) { uses[Int($0.raw)] -= 1 }
        } else {
          kept.append(id)
        }
      }
      function[block].instructions = kept.reversed()
    }
  }
}

extension Opcode {
  /// Computes a machine value, constant or box from its operands and does nothing else.
  var isPure: Bool {
    switch self {
    case .const, .null, .i1Const, .i1ToI64, .i64Const, .i64LT, .i64LE, .i64EQ, .i64NE, .i64GT, .i64GE, .i64Add, .i64Sub,
      .i64Mul,
      .i64Quotient, .i64Remainder,
      .i64And, .i64Or, .i64Xor, .i64ToF64, .i64IsExact, .f64Const, .f64LT, .f64LE, .f64EQ, .f64NE, .f64GT, .f64GE,
      .f64Add, .f64Sub, .f64Mul, .f64Neg, .f64Lost, .f64Compensated, .guardInt, .guardFloat, .guardBool, .guardType,
      .intBox, .intBoxInline, .floatBox, .boxBool, .globalPeek,
      .notBool, .isNull, .sequenceLength:
      true
    default: false
    }
  }
}
