import MoltIR
import MoltSpec

/// The copy of a quiet block for the case that every value that has an owner is borrowed.
struct QuietTwin {
  var block: BlockID
  /// What the copy calls the values that the original defines.
  var names: [ValueID: ValueID]
}

extension LoopBorrowing {
  /// Above this many instructions in quiet blocks of a function there are no twins: they double the code.
  private static let mostInstructions = 2000

  /// Copies the quiet blocks, before they are rewritten. In the copies releases of values with owners are gone, and
  /// loads borrow. Values of other blocks keep their names until `finishTwins`.
  mutating func makeTwins() {
    let blocks = flow.reversePostorder.filter { quiet.contains($0) }
    if blocks.reduce(0, { $0 + function[$1].instructions.count }) > LoopBorrowing.mostInstructions { return }
    for block in blocks {
      let copy = function.newBlock()
      var names: [ValueID: ValueID] = [:]
      for parameter in function[block].parameters {
        let made = function.newValue(function.type(parameter))
        names[parameter] = made
        function[copy].parameters.append(made)
      }
      for id in function[block].instructions where !function[id].result.isNone {
        names[function[id].result] = function.newValue(function.type(function[id].result))
      }
      twins[block] = QuietTwin(block: copy, names: names)
    }
    for block in blocks { fill(twins[block]!, from: block) }
  }

  /// Whether a value that a twin passes on needs no owner.
  func isBorrowedInTwin(_ value: ValueID) -> Bool { tracked.contains(value) || uncounted.contains(value) }

  private mutating func fill(_ twin: QuietTwin, from block: BlockID) {
    var list: [InstID] = []
    for id in function[block].instructions {
      var inst = function[id]
      if inst.opcode == .release { continue }
      if tracked.contains(inst.result), isLoad(inst) { inst.opcode = LoopBorrowing.borrowing[inst.opcode]! }
      if !inst.result.isNone { inst.result = twin.names[inst.result]! }
      inst.operands = function.list(function.values(inst.operands).map { twin.names[$0] ?? $0 })
      if !inst.first.isNone { inst.first = twinEdge(inst.first, twin, &list) }
      if !inst.second.isNone { inst.second = twinEdge(inst.second, twin, &list) }
      function.instructions.append(inst)
      list.append(InstID(raw: UInt32(function.instructions.count - 1)))
    }
    function[twin.block].instructions = list
  }

  /// What an edge of the original is in the twin: nothing has an owner there.
  private mutating func twinEdge(_ edge: Edge, _ twin: QuietTwin, _ list: inout [InstID]) -> Edge {
    let old = Array(function.values(edge.arguments))
    let arguments = old.map { twin.names[$0] ?? $0 }
    guard quiet.contains(edge.target) else {
      let taken = liveness[Int(edge.target.raw)].union(old.filter { tracked.contains($0) })
      if taken.isEmpty { return function.edge(edge.target, arguments) }
      let middle = function.newBlock()
      function[middle].isCold = function[edge.target].isCold
      let retains = taken.sorted { $0.raw < $1.raw }.map { function.make(.retain, [twin.names[$0] ?? $0]) }
      function[middle].instructions = retains + [function.make(.jump, first: function.edge(edge.target, arguments))]
      return function.edge(middle)
    }
    let passed = Dictionary(zip(function[edge.target].parameters, old), uniquingKeysWith: { first, _ in first })
    let sources = owned[edge.target]!.map { passed[$0] ?? $0 }
    if sources.allSatisfy(isBorrowedInTwin) {
      return function.edge(twins[edge.target]!.block, arguments)
    }
    // A value that is not borrowed is passed on: back to where there are owners.
    let null = function.make(.null)
    list.append(null)
    let owners = sources.map { isBorrowedInTwin($0) ? function[null].result : twin.names[$0] ?? $0 }
    return function.edge(edge.target, arguments + owners)
  }

  /// An edge of a rewritten block to another: to its twin if nothing has an owner. Where a loop begins, that is asked at
  /// run time.
  /// - Parameters:
  ///   - edge: with the owners.
  ///   - original: without them.
  ///   - kept: owners that the target knows without having them passed.
  mutating func changeToTwin(
    _ edge: Edge, passing original: Edge, _ kept: [ValueID], isNull: (ValueID) -> Bool
  ) -> Edge {
    guard let twin = twins[edge.target] else { return edge }
    let passed = function.values(edge.arguments).dropFirst(Int(original.arguments.count))
    let owners = Set(passed + kept).filter { !isNull($0) }
    let toTwin = function.edge(twin.block, Array(function.values(original.arguments)))
    if owners.isEmpty { return toTwin }
    let isHeader = flow.predecessors[Int(edge.target.raw)].contains { flow.dominates(edge.target, $0) }
    if !isHeader { return edge }
    var next = toTwin
    for owner in owners.sorted(by: { $0.raw > $1.raw }) {
      let test = function.newBlock()
      function[test].instructions = [function.make(.branchNull, [owner], first: next, second: edge)]
      next = function.edge(test)
    }
    return next
  }

  /// The function with each use of a value made to see the definition that reaches it: the original's or the twin's.
  mutating func finishTwins() -> Function {
    if twins.isEmpty { return function }
    var definitions: SSARepair.Definitions = [:]
    for twin in twins.values {
      for (original, name) in twin.names { definitions[original, default: [:]][twin.block] = name }
    }
    return SSARepair.run(function, definitions)
  }
}
