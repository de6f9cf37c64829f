import MoltIR
import MoltSpec

/// Runs generator expressions where they are consumed.
///
/// `tuple(… for …)`, and the same with the other built-ins of `Sink`, needs no generator: the loop is put in place of the
/// call, and what it would yield goes straight into the result. Where the name is not the built-in after all, the
/// generator is made as written. An exception that leaves the loop passes through the generator's frame as far as anyone
/// can see: the positions of the loop name its function, and the position in this one that called for it.
struct GeneratorFusion {
  private let module: Module
  private let allFacts: [Int: LikelyFacts]
  private let storedSlots: Set<Int>
  private var function: Function
  private var facts: LikelyFacts
  private var definitions: [ValueID: Instruction] = [:]
  private var uses: [ValueID: Int] = [:]

  /// What becomes of the items.
  private enum Sink: String {
    case tuple, list, set, any, all, sum, min, max, sorted, join

    /// The operation that makes what items are added to, if there is any.
    var maker: Opcode? {
      switch self {
      case .list, .sorted: .newList
      case .tuple, .join: .newBuffer
      case .set: .newSet
      case .sum: .newSum
      case .any, .all, .min, .max: nil
      }
    }
  }

  private struct Site {
    var block: BlockID
    /// Instructions of the block that the loop replaces.
    var range: ClosedRange<Int>
    var sink: Sink
    var callee: ValueID
    var slot: Int64
    var iterator: ValueID
    var closure: [ValueID]
    var body: Int
    var consumer: InstID
  }

  /// Instructions of a loop from which on it stays where it is, and how many loops one function takes in.
  private static let longBody = 150
  private static let mostSites = 8

  static func run(
    _ function: Function, _ own: LikelyFacts, in module: Module, facts: [Int: LikelyFacts], storedSlots: Set<Int>
  ) -> (Function, LikelyFacts) {
    guard function.instructions.contains(where: { $0.opcode == .newFunction }) else { return (function, own) }
    var fusion = GeneratorFusion(function, own, module, facts, storedSlots)
    fusion.run()
    return (fusion.function, fusion.facts)
  }

  private init(
    _ function: Function, _ facts: LikelyFacts, _ module: Module, _ allFacts: [Int: LikelyFacts],
    _ storedSlots: Set<Int>
  ) {
    self.module = module
    self.allFacts = allFacts
    self.storedSlots = storedSlots
    self.function = function
    self.facts = facts
  }

  private mutating func run() {
    uses = function.useCounts()
    for block in function.blocks {
      for id in block.instructions where !function[id].result.isNone {
        definitions[function[id].result] = function[id]
      }
    }
    var found = 0
    for block in function.blockIDs {
      // From the last one on, so that what is before it stays where it is.
      for index in function[block].instructions.indices.reversed() where found < GeneratorFusion.mostSites {
        if let site = site(block, index) {
          fuse(site)
          found += 1
        }
      }
    }
  }

  // MARK: Finding

  /// The site whose generator function is made by this instruction.
  private func site(_ block: BlockID, _ index: Int) -> Site? {
    let list = function[block].instructions
    guard index + 2 < list.count else { return nil }
    let maker = function[list[index]]
    guard maker.opcode == .newFunction else { return nil }
    let body = Int(maker.immediate)
    let call = function[list[index + 1]]
    let consumer = function[list[index + 2]]
    let (made, passed) = (Array(function.values(maker.operands)), Array(function.values(call.operands)))
    let taken = Array(function.values(consumer.operands))
    guard call.opcode == .call, call.immediate == 1, passed.count == 2, passed[0] == maker.result,
      call.constant == Instruction.noConstant, uses[maker.result] == 1, uses[call.result] == 1,
      consumer.immediate == 1, taken.count >= 2, taken.last == call.result, consumer.position != Instruction.noPosition,
      made[1...].allSatisfy({ definitions[$0]?.opcode == .null }), isSuitable(body)
    else { return nil }
    var start = index
    var closure: [ValueID] = []
    if definitions[made[0]]?.opcode == .newTuple {
      guard uses[made[0]] == 1,
        let at = list[..<index].lastIndex(where: { function[$0].result == made[0] }),
        list[(at + 1)..<index].allSatisfy({ function[$0].opcode == .null })
      else { return nil }
      closure = Array(function.values(function[list[at]].operands))
      start = at
    } else if definitions[made[0]]?.opcode != .null {
      return nil
    }
    var site = Site(
      block: block, range: start...(index + 2), sink: .join, callee: taken[0], slot: -1, iterator: passed[1],
      closure: closure, body: body, consumer: list[index + 2])
    switch consumer.opcode {
    case .callLoaded:
      // The method of a str constant cannot be another.
      guard consumer.constant == Instruction.noConstant, taken.count == 3,
        let load = operand(of: taken[0], .take), load.opcode == .loadMethod,
        module.constants[Int(load.constant)] == .str(Array("join".utf8)),
        let separator = function.values(load.operands).first.flatMap({ definitions[$0] }), separator.opcode == .const,
        case .str = module.constants[Int(separator.constant)]
      else { return nil }
    case .call:
      guard consumer.constant == Instruction.noConstant, taken.count == 2, uses[taken[0]] == 1,
        let callee = definitions[taken[0]], callee.opcode == .globalLoad, !storedSlots.contains(Int(callee.immediate)),
        let sink = Sink(rawValue: module.slots[Int(callee.immediate)]), sink != .join
      else { return nil }
      site.sink = sink
      site.slot = callee.immediate
    default: return nil
    }
    return site
  }

  /// What makes the operand of a value's maker, if that is the given operation.
  private func operand(of value: ValueID, _ opcode: Opcode) -> Instruction? {
    guard let maker = definitions[value], maker.opcode == opcode else { return nil }
    return function.values(maker.operands).first.flatMap { definitions[$0] }
  }

  /// Whether a function is a generator expression that can run in the frame of another function.
  private func isSuitable(_ index: Int) -> Bool {
    let body = module.functions[index]
    guard body.kind == .generatorExpression, body.isGenerator, body.instructions.count <= GeneratorFusion.longBody,
      body.parameters.count == 1, body.blocks.allSatisfy({ $0.unwind.isNone })
    else { return false }
    var yields: [ValueID] = []
    for inst in body.instructions {
      switch inst.opcode {
      case .function, .delegateIterator, .delegate, .localsCall, .superCall, .moduleValue: return false
      case .yield: yields.append(inst.result)
      default: break
      }
    }
    // Nothing is sent in.
    let isRead = body.instructions.contains { inst in body.values(inst.operands).contains { yields.contains($0) } }
    return !isRead && !body.blocks.contains { body.values($0.unwind.arguments).contains { yields.contains($0) } }
  }

  // MARK: Fusing

  private mutating func fuse(_ site: Site) {
    let list = function[site.block].instructions
    let unwind = function[site.block].unwind
    func block(_ instructions: [InstID]) -> BlockID {
      let id = function.newBlock()
      function[id].unwind = unwind
      function[id].instructions = instructions
      return id
    }
    // The call's result becomes the parameter of the block behind it, and the call itself gets another.
    let result = function[site.consumer].result
    let join = block(Array(list[(site.range.upperBound + 1)...]))
    function[join].parameters = [result]
    let loop = block([])
    if site.sink == .join {
      function[site.block].instructions = Array(list[..<site.range.lowerBound]) + [jump(loop)]
    } else {
      let general = function.newValue(.value)
      function[site.consumer].result = general
      facts.types[general.raw] = facts.types[result.raw]
      facts.callees[general.raw] = facts.callees[result.raw]
      facts.callees[result.raw] = nil
      let slow = block(Array(list[site.range]) + [jump(join, [general])])
      let branch = function.make(
        .branchBuiltin, [site.callee], immediate: site.slot, first: function.edge(loop), second: function.edge(slow))
      function[site.block].instructions = Array(list[..<site.range.lowerBound]) + [branch]
    }
    inline(site, into: loop, join: join, unwind: unwind)
  }

  private mutating func jump(_ target: BlockID, _ arguments: [ValueID] = []) -> InstID {
    function.make(.jump, first: function.edge(target, arguments))
  }

  /// Puts the loop behind `loop`; it ends with a jump to `join`, which takes the result.
  private mutating func inline(_ site: Site, into loop: BlockID, join: BlockID, unwind: Edge) {
    let body = module.functions[site.body]
    let inner = allFacts[site.body] ?? LikelyFacts()
    let position = function[site.consumer].position
    var at = loop
    func append(_ id: InstID) { function[at].instructions.append(id) }
    func add(_ opcode: Opcode, _ operands: [ValueID] = [], constant: UInt32 = Instruction.noConstant) -> ValueID {
      let id = function.make(opcode, operands, constant: constant, position: position)
      append(id)
      return function[id].result
    }
    func truth(_ value: Bool) -> ValueID {
      let bit = function.make(.i1Const, immediate: value ? 1 : 0)
      append(bit)
      return add(.boxBool, [function[bit].result])
    }
    // The least or greatest item so far is in a cell.
    let keepsOne = site.sink == .min || site.sink == .max
    let target = keepsOne ? add(.newCell, [add(.null)]) : site.sink.maker.map { add($0) }

    var blocks: [BlockID] = []
    for _ in body.blocks {
      let id = function.newBlock()
      function[id].unwind = unwind
      blocks.append(id)
    }
    var values = [ValueID](repeating: .none, count: body.valueTypes.count)
    func define(_ value: ValueID) {
      let made = function.newValue(body.type(value))
      values[Int(value.raw)] = made
      facts.types[made.raw] = inner.types[value.raw]
      facts.callees[made.raw] = inner.callees[value.raw]
    }
    values[Int(body[BlockID(raw: 0)].parameters[0].raw)] = site.iterator
    for block in body.blockIDs {
      if block.raw != 0 { for parameter in body[block].parameters { define(parameter) } }
      for id in body[block].instructions where !body[id].result.isNone {
        let inst = body[id]
        if inst.opcode == .closureCell {
          values[Int(inst.result.raw)] = site.closure[Int(inst.immediate)]
        } else {
          define(inst.result)
        }
      }
    }
    func mapped(_ list: ValueList) -> [ValueID] { body.values(list).map { values[Int($0.raw)] } }
    func mapped(_ edge: Edge) -> Edge {
      edge.isNone ? .none : function.edge(blocks[Int(edge.target.raw)], mapped(edge.arguments))
    }
    var positions: [UInt32: UInt32] = [:]
    func mapped(position index: UInt32) -> UInt32 {
      if index == Instruction.noPosition { return index }
      if let known = positions[index] { return known }
      var copy = body.positions[Int(index)]
      copy.inlined = Int32(site.body)
      copy.caller = position
      let made = UInt32(function.positions.count)
      function.positions.append(copy)
      positions[index] = made
      return made
    }

    append(jump(blocks[0]))
    for block in body.blockIDs {
      at = blocks[Int(block.raw)]
      if block.raw != 0 { function[at].parameters = body[block].parameters.map { values[Int($0.raw)] } }
      for id in body[block].instructions {
        let inst = body[id]
        switch inst.opcode {
        case .closureCell: break
        case .ret:
          let result: ValueID =
            switch site.sink {
            case .tuple: add(.listToTuple, [target!])
            case .list, .set: target!
            case .any: truth(false)
            case .all: truth(true)
            case .sum: add(.finishSum, [target!])
            case .join: joined(site, target!, &at)
            case .sorted: called(site, target!, at)
            case .min, .max: best(site, target!, &at, join)
            }
          append(jump(join, [result]))
        case .yield:
          let item = mapped(inst.operands)[0]
          switch site.sink {
          case .min, .max: compare(site, item, target!, unwind, &at)
          case .tuple, .list, .sorted, .join: _ = add(.listAppend, [target!, item])
          case .set: _ = add(.setAdd, [target!, item])
          case .sum: _ = add(.sumAdd, [target!, item])
          case .any, .all:
            let test = add(.truth, [item])
            let (found, on) = (function.newBlock(), function.newBlock())
            function[found].unwind = unwind
            function[on].unwind = unwind
            let edges = site.sink == .any ? (found, on) : (on, found)
            append(
              function.make(.branch, [test], first: function.edge(edges.0), second: function.edge(edges.1)))
            at = found
            append(jump(join, [truth(site.sink == .any)]))
            at = on
          }
        default:
          var copy = inst
          copy.operands = function.list(mapped(inst.operands))
          copy.first = mapped(inst.first)
          copy.second = mapped(inst.second)
          copy.position = mapped(position: inst.position)
          if !inst.result.isNone { copy.result = values[Int(inst.result.raw)] }
          function.instructions.append(copy)
          append(InstID(raw: UInt32(function.instructions.count - 1)))
        }
      }
    }
  }

  /// Puts an item into the cell if it is the first or better than what is there.
  private mutating func compare(_ site: Site, _ item: ValueID, _ cell: ValueID, _ unwind: Edge, _ at: inout BlockID) {
    let position = function[site.consumer].position
    let (other, store, on) = (function.newBlock(), function.newBlock(), function.newBlock())
    for block in [other, store, on] { function[block].unwind = unwind }
    let load = function.make(.cellLoad, [cell])
    let known = function[load].result
    function[at].instructions += [
      load, function.make(.branchNull, [known], first: function.edge(store), second: function.edge(other)),
    ]
    let present = function.make(.unwrap, [known])
    let test = function.make(
      site.sink == .min ? .testLT : .testGT, [item, function[present].result], position: position)
    function[other].instructions = [
      present, test,
      function.make(.branch, [function[test].result], first: function.edge(store), second: function.edge(on)),
    ]
    function[store].instructions = [function.make(.cellStore, [cell, item]), jump(on)]
    at = on
  }

  /// What is in the cell; where nothing is, the built-in raises its error.
  private mutating func best(_ site: Site, _ cell: ValueID, _ at: inout BlockID, _ join: BlockID) -> ValueID {
    let (empty, found) = (function.newBlock(), function.newBlock())
    for block in [empty, found] { function[block].unwind = function[at].unwind }
    let load = function.make(.cellLoad, [cell])
    let known = function[load].result
    function[at].instructions += [
      load, function.make(.branchNull, [known], first: function.edge(empty), second: function.edge(found)),
    ]
    let nothing = function.make(.newTuple)
    function[empty].instructions = [nothing]
    let raised = called(site, function[nothing].result, empty)
    function[empty].instructions.append(jump(join, [raised]))
    let present = function.make(.unwrap, [known])
    function[found].instructions = [present]
    at = found
    return function[present].result
  }

  /// The call of the built-in, which the name is known to mean here, with something else.
  private mutating func called(_ site: Site, _ argument: ValueID, _ block: BlockID) -> ValueID {
    let callee = function.make(.builtinValue, immediate: site.slot)
    let call = function.make(
      .call, [function[callee].result, argument], immediate: 1, position: function[site.consumer].position)
    function[block].instructions += [callee, call]
    return function[call].result
  }

  /// The call of `join` with the list.
  private mutating func joined(_ site: Site, _ list: ValueID, _ at: inout BlockID) -> ValueID {
    let consumer = function[site.consumer]
    let call = function.make(
      .callLoaded, Array(function.values(consumer.operands)).dropLast() + [list], immediate: 1,
      position: consumer.position)
    function[at].instructions.append(call)
    return function[call].result
  }
}
