import MoltIR
import MoltSpec

/// Takes out references that loop variables count for nothing, from explicit form.
///
/// `BorrowPass` follows one value from its load to its release. A variable of a loop is more than one value: it is passed
/// round, and released when the next item takes its place. While nothing runs that could end objects, all of them can be
/// borrowed from what they were read from.
///
/// The *quiet* blocks are those in which nothing of that kind happens. There each value of such a variable gets an *owner*
/// beside it: null while the value is borrowed, or the value itself if it carries a reference, as it does where control
/// comes from other blocks. Loads have the owner null, releases concern the owner, and where control leaves for other
/// blocks the value gets a reference of its own. A release that has something to release may run anything, so that all
/// other values get references first.
///
/// After one turn of the loop everything is borrowed, as a rule. Each quiet block therefore has a twin for that case,
/// which knows of no owners (see `QuietTwins.swift`).
struct LoopBorrowing {
  var function: Function
  let flow: ControlFlow
  let uncounted: Set<ValueID>
  private let weights: [Int]
  /// Blocks that only cold ones lead to, and those.
  private var cold: Set<BlockID> = []
  var quiet: Set<BlockID> = []
  /// Values that have owners.
  var tracked: Set<ValueID> = []
  private var rejected: Set<ValueID> = []
  var liveness: [Set<ValueID>] = []

  /// Further parameters of the rewritten quiet blocks: the owners of these values, in order.
  var owned: [BlockID: [ValueID]] = [:]
  /// Owners at the end of each rewritten block, for a block that only it leads to.
  private var owners: [BlockID: [ValueID: ValueID]] = [:]
  private var nulls: Set<ValueID> = []
  /// Blocks that take the owners of what they use as they are at the end of the one block that leads there.
  private(set) var inherits: Set<BlockID> = []
  var twins: [BlockID: QuietTwin] = [:]

  static func run(_ function: Function) -> Function {
    let isCandidate = function.blocks.contains { block in
      !block.isCold && block.instructions.contains { borrowing[function[$0].opcode] != nil }
    }
    if !isCandidate || function.isSuspendable { return function }
    var pass = LoopBorrowing(function)
    return pass.run()
  }

  static let borrowing: [Opcode: Opcode] = [
    .layoutGetChecked: .layoutBorrowChecked, .sequenceGetChecked: .sequencePeekChecked, .sequenceItem: .sequencePeek,
  ]

  private init(_ function: Function) {
    self.function = function
    flow = ControlFlow(function)
    uncounted = function.uncountedValues
    weights = LoopBorrowing.weights(function, flow)
    for block in flow.reversePostorder {
      let before = flow.predecessors[Int(block.raw)]
      if function[block].isCold || !before.isEmpty && before.allSatisfy({ cold.contains($0) }) { cold.insert(block) }
    }
  }

  private mutating func run() -> Function {
    // A value without an owner that is released makes its block one that is not quiet, which may concern others.
    var previous = -1
    while previous != rejected.count {
      previous = rejected.count
      findQuiet()
      findTracked()
    }
    if tracked.isEmpty { return function }
    findLiveness()
    declareOwners()
    makeTwins()
    for block in flow.reversePostorder {
      if quiet.contains(block) { rewrite(block) } else { enterQuiet(from: block) }
    }
    return finishTwins().compacted()
  }

  // MARK: What can be borrowed

  func isLoad(_ inst: Instruction) -> Bool {
    LoopBorrowing.borrowing[inst.opcode] != nil && function.type(inst.result).isPython
  }

  /// Values that may get owners: parameters of blocks, and what is read from objects.
  private func candidates(_ block: BlockID) -> [ValueID] {
    if block.raw == 0 { return [] }
    let loads = function[block].instructions.map { function[$0] }.filter(isLoad).map(\.result)
    return (function[block].parameters.filter { function.type($0).isPython } + loads).filter { !rejected.contains($0) }
  }

  private mutating func findQuiet() {
    quiet = Set(
      flow.reversePostorder.filter { block in
        block.raw != 0 && !cold.contains(block)
          && function[block].instructions.allSatisfy { id in
            let opcode = function[id].opcode
            return opcode == .retain || opcode == .release || opcode.leavesObjectsAlone
          }
      })
    // What is released there has an owner, so that it is known whether anything ends.
    while true {
      let known = Set(quiet.flatMap(candidates))
      let others = quiet.filter { block in
        function[block].instructions.contains { id in
          function[id].opcode == .release && !known.contains(function.values(function[id].operands).first!)
        }
      }
      if others.isEmpty { return }
      quiet.subtract(others)
    }
  }

  private mutating func findTracked() {
    tracked = Set(quiet.flatMap(candidates))
    var parent: [ValueID: ValueID] = [:]
    func find(_ value: ValueID) -> ValueID {
      var root = value
      while let next = parent[root] { root = next }
      return root
    }
    // Values that are passed on to each other, what their loads gain and what their way out of quiet blocks costs.
    var unfit = Set<ValueID>()
    var gains: [ValueID: Int] = [:]
    findLiveness()
    for block in quiet {
      for id in function[block].instructions {
        let inst = function[id]
        let operands = Array(function.values(inst.operands))
        if inst.opcode == .retain { unfit.formUnion(operands) }
        if inst.opcode == .layoutMoveChecked { unfit.insert(operands[1]) }
        if isLoad(inst) { gains[inst.result, default: 0] += weights[Int(block.raw)] }
        for edge in [inst.first, inst.second] where !edge.isNone {
          let arguments = Array(function.values(edge.arguments))
          if quiet.contains(edge.target) {
            for (parameter, argument) in zip(function[edge.target].parameters, arguments)
            where tracked.contains(parameter) && tracked.contains(argument) {
              let (a, b) = (find(parameter), find(argument))
              if a != b { parent[a] = b }
            }
            for (parameter, argument) in zip(function[edge.target].parameters, arguments)
            where tracked.contains(argument) && !tracked.contains(parameter) { unfit.insert(argument) }
          } else if !cold.contains(edge.target) {
            let cost = min(weights[Int(block.raw)], weights[Int(edge.target.raw)])
            for value in liveness[Int(edge.target.raw)].union(arguments) where tracked.contains(value) {
              gains[value, default: 0] -= cost
            }
          }
        }
      }
    }
    var sums: [ValueID: Int] = [:]
    for value in tracked { sums[find(value), default: 0] += gains[value] ?? 0 }
    let bad = Set(unfit.filter(tracked.contains).map(find))
    rejected.formUnion(tracked.filter { sums[find($0)]! <= 0 || bad.contains(find($0)) })
    tracked.subtract(rejected)
  }

  private mutating func findLiveness() {
    let all = Liveness(function, flow) { tracked.contains($0) }
    liveness = all.liveIn.map { live in
      var result = Set<ValueID>()
      live.forEach { result.insert(ValueID(raw: UInt32($0))) }
      return result
    }
  }

  /// How often each block runs, roughly: a loop counts eightfold.
  private static func weights(_ function: Function, _ flow: ControlFlow) -> [Int] {
    var weights = [Int](repeating: 1, count: function.blocks.count)
    let most = 4096
    flow.forEachLoop { _, loop in
      for block in loop { weights[Int(block.raw)] = min(most, weights[Int(block.raw)] * 8) }
    }
    return weights
  }

  // MARK: Rewriting

  private mutating func declareOwners() {
    // A block that only one leads to knows the owners at that one's end, unless the other's twin leads to it, too.
    for block in flow.reversePostorder where quiet.contains(block) {
      for edge in function.successors(block) where quiet.contains(edge.target) {
        let passed = zip(function[edge.target].parameters, function.values(edge.arguments))
        if flow.predecessors[Int(edge.target.raw)].count == 1,
          passed.allSatisfy({ !tracked.contains($0) || isBorrowedInTwin($1) })
        {
          inherits.insert(edge.target)
        }
      }
    }
    for block in flow.reversePostorder where quiet.contains(block) {
      var values = function[block].parameters.filter { tracked.contains($0) }
      if !inherits.contains(block) { values += liveness[Int(block.raw)].sorted { $0.raw < $1.raw } }
      owned[block] = values
    }
  }

  /// The edge with the owners that its quiet target takes.
  private mutating func extended(_ edge: Edge, _ owner: (ValueID) -> ValueID) -> Edge {
    let arguments = Array(function.values(edge.arguments))
    let passed = Dictionary(
      zip(function[edge.target].parameters, arguments), uniquingKeysWith: { first, _ in first })
    let owners = owned[edge.target]!.map { owner(passed[$0] ?? $0) }
    return function.edge(edge.target, arguments + owners)
  }

  /// Edges from another block to quiet ones: all values carry references.
  private mutating func enterQuiet(from block: BlockID) {
    for id in function[block].instructions {
      if quiet.contains(function[id].first.target), !function[id].first.isNone {
        function[id].first = extended(function[id].first) { $0 }
      }
      if quiet.contains(function[id].second.target), !function[id].second.isNone {
        function[id].second = extended(function[id].second) { $0 }
      }
    }
  }

  private mutating func rewrite(_ block: BlockID) {
    let list = function[block].instructions
    var owner: [ValueID: ValueID] = [:]
    if inherits.contains(block) {
      let before = owners[flow.predecessors[Int(block.raw)][0]]!
      for value in liveness[Int(block.raw)] { owner[value] = before[value] ?? value }
    }
    for value in owned[block]! {
      let made = function.newValue(.optional)
      owner[value] = made
    }
    let parameters = function[block].parameters + owned[block]!.map { owner[$0]! }
    let live = liveAfter(block)
    var current = block
    var made: [InstID] = []
    for (index, id) in list.enumerated() {
      let inst = function[id]
      let first = function.values(inst.operands).first
      if inst.opcode == .release, let value = first, tracked.contains(value) {
        let held = owner.removeValue(forKey: value)!
        if nulls.contains(held) { continue }
        let others = live[index].sorted { $0.raw < $1.raw }
        let next = function.newBlock()
        let ending = function.newBlock()
        function[ending].isCold = true
        made.append(
          function.make(
            .branchNull, [held], first: function.edge(next, others.map { owner[$0]! }), second: function.edge(ending)))
        finish(current, &made)
        var end: [InstID] = []
        for other in others { take(other, owner[other]!, &end) }
        end.append(function.make(.release, [value]))
        end.append(function.make(.jump, first: function.edge(next, others)))
        function[ending].instructions = end
        for other in others {
          let value = function.newValue(.optional)
          function[next].parameters.append(value)
          owner[other] = value
        }
        current = next
        continue
      }
      if tracked.contains(inst.result), isLoad(inst) {
        owner[inst.result] = makeNull(&made)
        function[id].opcode = LoopBorrowing.borrowing[inst.opcode]!
      }
      if !inst.first.isNone {
        let noOwner = needsNull(inst) ? makeNull(&made) : ValueID.none
        function[id].first = leave(inst.first, owner, noOwner)
        if !inst.second.isNone { function[id].second = leave(inst.second, owner, noOwner) }
      }
      made.append(id)
    }
    finish(current, &made)
    function[block].parameters = parameters
    owners[block] = owner
  }

  private mutating func makeNull(_ list: inout [InstID]) -> ValueID {
    let id = function.make(.null)
    list.append(id)
    nulls.insert(function[id].result)
    return function[id].result
  }

  private mutating func finish(_ block: BlockID, _ made: inout [InstID]) {
    function[block].instructions = made
    made = []
  }

  /// Whether an edge passes a value that is never counted to a parameter with an owner.
  private func needsNull(_ inst: Instruction) -> Bool {
    [inst.first, inst.second].contains { edge in
      !edge.isNone && quiet.contains(edge.target) && function.values(edge.arguments).contains { uncounted.contains($0) }
    }
  }

  /// An edge of a quiet block.
  private mutating func leave(_ edge: Edge, _ owner: [ValueID: ValueID], _ noOwner: ValueID) -> Edge {
    if quiet.contains(edge.target) {
      let (nulls, uncounted) = (nulls, uncounted)
      let longer = extended(edge) { owner[$0] ?? (uncounted.contains($0) ? noOwner : $0) }
      let kept = inherits.contains(edge.target) ? liveness[Int(edge.target.raw)].map { owner[$0] ?? $0 } : []
      return changeToTwin(longer, passing: edge, kept) { nulls.contains($0) || uncounted.contains($0) }
    }
    let arguments = Array(function.values(edge.arguments))
    let taken = liveness[Int(edge.target.raw)].union(arguments.filter { tracked.contains($0) })
    if taken.isEmpty { return edge }
    let middle = function.newBlock()
    function[middle].isCold = function[edge.target].isCold
    var list: [InstID] = []
    for value in taken.sorted(by: { $0.raw < $1.raw }) { take(value, owner[value]!, &list) }
    list.append(function.make(.jump, first: edge))
    function[middle].instructions = list
    return function.edge(middle)
  }

  /// Gives a value a reference, if it has none.
  private mutating func take(_ value: ValueID, _ owner: ValueID, _ list: inout [InstID]) {
    if owner == value { return }
    list.append(function.make(.retain, [value]))
    if !nulls.contains(owner) { list.append(function.make(.release, [owner])) }
  }

  /// The values with owners that are needed after each instruction of a block.
  private func liveAfter(_ block: BlockID) -> [Set<ValueID>] {
    let list = function[block].instructions
    var result = [Set<ValueID>](repeating: [], count: list.count)
    var live = Set<ValueID>()
    for index in stride(from: list.count - 1, through: 0, by: -1) {
      let inst = function[list[index]]
      result[index] = live
      for edge in [inst.first, inst.second] where !edge.isNone {
        // Targets that were rewritten have the owners behind the values.
        live.formUnion(liveness[Int(edge.target.raw)])
        live.formUnion(function.values(edge.arguments).filter { tracked.contains($0) })
      }
      if !inst.result.isNone { live.remove(inst.result) }
      live.formUnion(function.values(inst.operands).filter { tracked.contains($0) })
    }
    return result
  }
}
