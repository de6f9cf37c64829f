import MoltIR
import MoltSpec

/// Puts a generator's body into the loop that consumes it.
///
/// The loop's header, which consists of `py.next` and the branch on its result, becomes the start of the body. Each
/// yield jumps to a block that hands the value to the loop, together with what the generator keeps meanwhile; the loop's
/// back edges lead to a block that goes on behind the yield. What the loop and the body define anew on each way is
/// brought into SSA form afterwards. An exception that leaves the body passes a block that adds the place of the loop to
/// its traceback.
struct Splice {
  private var draft: Draft
  private let body: GeneratorBody
  private let loop: BlockID
  private let next: Instruction
  private let branch: Instruction
  private let unwind: Edge
  /// Null where the spliced body runs; a value where the general way has made an iterator. nil: there is no such way.
  private let iterator: ValueID?
  private let arguments: [ValueID]
  private let cells: [ValueID]
  private let none: UInt32

  private var definitions: SSARepair.Definitions = [:]
  private var copy: BodyCopy
  /// Takes what a yield hands over: item, state if there are several, kept values.
  private let yielded: BlockID
  private var item = ValueID.none
  private var state: ValueID? = nil
  private var kept: [ValueID: ValueID] = [:]
  private let raised: BlockID
  private var resumptions: [BlockID] = []

  /// - Parameters:
  ///   - iterator: the value that the general way of a guarded call leaves, or nil.
  ///   - cells: the values of the function's closure.
  ///   - none: number of the constant None.
  static func run(
    _ draft: Draft, loop: BlockID, body: GeneratorBody, iterator: ValueID?, arguments: [ValueID], cells: [ValueID],
    none: UInt32
  ) -> Draft {
    var splice = Splice(draft, loop, body, iterator, arguments, cells, none)
    return splice.run()
  }

  private init(
    _ draft: Draft, _ loop: BlockID, _ body: GeneratorBody, _ iterator: ValueID?, _ arguments: [ValueID],
    _ cells: [ValueID], _ none: UInt32
  ) {
    var draft = draft
    self.loop = loop
    self.body = body
    copy = BodyCopy(body.draft, number: body.number)
    self.iterator = iterator
    self.arguments = arguments
    self.cells = cells
    self.none = none
    next = draft.instruction(Draft.Place(block: loop, index: 0))
    branch = draft.instruction(Draft.Place(block: loop, index: 1))
    unwind = draft.function[loop].unwind
    yielded = draft.block()
    raised = draft.block()
    self.draft = draft
  }

  private mutating func run() -> Draft {
    let flow = ControlFlow(draft.function)
    let backs = flow.predecessors[Int(loop.raw)].filter { flow.dominates(loop, $0) }
    leaveByException()
    receive()
    copyBody()
    let resume = dispatch()
    for block in Set(backs) {
      for id in draft.function[block].instructions {
        if draft.function[id].first.target == loop { draft.function[id].first.target = resume }
        if draft.function[id].second.target == loop { draft.function[id].second.target = resume }
      }
    }
    begin()
    draft.replace(next.result, by: item)
    rewriteKeeps()
    draft.repair(definitions)
    draft.clearUnreachable()
    return draft
  }

  /// The block that exceptions of the body pass.
  private mutating func leaveByException() {
    draft.function[raised].isCold = true
    draft.append(.generatorRaised, to: raised)
    if next.position != Instruction.noPosition { draft.append(.exceptionTrace, to: raised, position: next.position) }
    if unwind.isNone {
      draft.append(.unwind, to: raised)
    } else {
      draft.append(.jump, to: raised, first: draft.copy(unwind))
    }
  }

  private mutating func receive() {
    item = draft.parameter(.value, of: yielded)
    for inst in draft.function.instructions
    where inst.opcode == .unwrap && draft.function.values(inst.operands).first == next.result {
      draft.facts.carry(inst.result, to: item)
    }
    if body.yields.count > 1 { state = draft.parameter(.i64, of: yielded) }
    for value in body.kept {
      let parameter = draft.parameter(body.function.type(value), of: yielded)
      kept[value] = parameter
      draft.facts.carry(value, of: body.draft.facts, to: parameter)
    }
    draft.append(.jump, to: yielded, first: draft.copy(branch.second))
  }

  /// A value of the type that nothing looks at.
  private mutating func filler(_ type: ValueType, in block: BlockID) -> ValueID {
    switch type {
    case .optional: draft.append(.null, to: block)
    case .i64: draft.append(.i64Const, to: block)
    case .f64: draft.append(.f64Const, to: block)
    case .i1: draft.append(.i1Const, to: block)
    default: draft.append(.const, to: block, constant: none)
    }
  }

  /// Ends `block` with the jump to the loop's body. `held`: the values that are alive, as they are called in the copy.
  private mutating func yield(_ value: ValueID, number: Int, held: [ValueID: ValueID], from block: BlockID) {
    var passed = [draft.unwrapped(value, in: block)]
    if state != nil { passed.append(draft.append(.i64Const, to: block, immediate: Int64(number))) }
    for value in body.kept {
      passed.append(held[value] ?? filler(body.function.type(value), in: block))
    }
    draft.jump(yielded, passed, from: block)
  }

  // MARK: The body

  private mutating func copyBody() {
    for block in copy.prepare(arguments, cells: cells, in: &draft) { copyBlock(block) }
  }

  private mutating func copyBlock(_ block: BlockID) {
    let source = body.function
    var at = copy.blocks[block]!
    let outer = source[block].unwind.isNone ? draft.function.edge(raised) : copy.copy(source[block].unwind, in: &draft)
    draft.function[at].unwind = outer
    for id in source[block].instructions {
      let inst = source[id]
      switch inst.opcode {
      case .closureCell: break
      case .yield:
        let value = copy.values[source.values(inst.operands).first!]!
        var held: [ValueID: ValueID] = [:]
        for alive in body.live[id]! { held[alive] = copy.values[alive]! }
        yield(value, number: body.yields.firstIndex(of: id)!, held: held, from: at)
        at = draft.block(unwind: outer)
        draft.function[at].isCold = source[block].isCold
        resumptions.append(at)
        goOn(behind: id, in: at)
      case .ret:
        let result = source.values(inst.operands).first!
        if body.makers[result] == nil { draft.append(.keep, [copy.values[result]!], to: at) }
        exhaust(from: at)
      case .unwind: draft.jump(raised, from: at)
      default: copy.copy(inst, to: at, in: &draft)
      }
    }
  }

  /// The start of the block behind a yield: what is alive is what the loop has handed through.
  private mutating func goOn(behind id: InstID, in block: BlockID) {
    let sent = body.function[id].result
    if let name = copy.values[sent] {
      // Nothing else than None is ever sent. The constant is defined under the name that the copy knows.
      draft.append(.const, to: block, constant: none)
      draft.function[draft.function[block].instructions.last!].result = name
    }
    for value in body.live[id]!.sorted(by: { $0.raw < $1.raw }) {
      if let maker = body.makers[value] {
        let again = draft.append(
          maker.opcode, to: block, immediate: maker.immediate, constant: maker.constant)
        definitions[copy.values[value]!, default: [:]][block] = again
      } else if let parameter = kept[value] {
        definitions[copy.values[value]!, default: [:]][block] = parameter
      }
    }
  }

  /// To where the loop goes on at its end.
  private mutating func exhaust(from block: BlockID) {
    var end = draft.copy(branch.first)
    if draft.function.values(end.arguments).contains(next.result) {
      let null = draft.append(.null, to: block)
      end = draft.copy(branch.first, replacing: next.result, by: null)
    }
    draft.append(.jump, to: block, first: end)
  }

  // MARK: The loop

  /// Where the loop's back edges lead: on behind the yield that was the last.
  private mutating func dispatch() -> BlockID {
    let parameters = draft.function[loop].parameters
    if resumptions.count == 1 && iterator == nil {
      redefine(parameters, in: resumptions[0])
      return resumptions[0]
    }
    let start = draft.block()
    redefine(parameters, in: start)
    var at = start
    if let iterator {
      let inside = draft.block()
      draft.append(
        .branchNull, [iterator], to: at, first: draft.function.edge(inside), second: draft.function.edge(general()))
      at = inside
    }
    for (number, target) in resumptions.enumerated() {
      guard let state, number < resumptions.count - 1 else {
        draft.jump(target, from: at)
        break
      }
      let wanted = draft.append(.i64Const, to: at, immediate: Int64(number))
      let isThis = draft.append(.i64EQ, [state, wanted], to: at)
      let other = draft.block()
      draft.append(
        .branch, [isThis], to: at, first: draft.function.edge(target), second: draft.function.edge(other))
      at = other
    }
    return start
  }

  /// Gives a block parameters of its own for what the loop's back edges pass.
  private mutating func redefine(_ parameters: [ValueID], in block: BlockID) {
    for parameter in parameters {
      let again = draft.parameter(draft.function.type(parameter), of: block)
      draft.facts.carry(parameter, to: again)
      definitions[parameter, default: [:]][block] = again
    }
  }

  private var generalBlock: BlockID? = nil

  /// A step of the iterator that a failed guard left.
  private mutating func general() -> BlockID {
    if let generalBlock { return generalBlock }
    let step = draft.block(unwind: unwind)
    let hasItem = draft.block()
    draft.function[step].isCold = true
    draft.function[hasItem].isCold = true
    let found = draft.append(.next, [iterator!], to: step, position: next.position)
    let end = draft.copy(branch.first, replacing: next.result, by: found)
    draft.append(.branchNull, [found], to: step, first: end, second: draft.function.edge(hasItem))
    let value = draft.append(.unwrap, [found], to: hasItem)
    draft.facts.carry(item, to: value)
    yield(value, number: 0, held: [:], from: hasItem)
    generalBlock = step
    return step
  }

  /// The loop's old header: to the start of the body.
  private mutating func begin() {
    let start = draft.function.edge(copy.blocks[BlockID(raw: 0)]!)
    draft.function[loop].instructions = []
    draft.function[loop].unwind = .none
    if let iterator {
      draft.append(.branchNull, [iterator], to: loop, first: start, second: draft.function.edge(general()))
    } else {
      draft.append(.jump, to: loop, first: start)
    }
  }

  /// Where the generator would be dropped, what it holds is.
  private mutating func rewriteKeeps() {
    let flow = ControlFlow(draft.function)
    let old = draft.function.values(next.operands).first!
    let held = (arguments + cells + body.kept.map { kept[$0]! }).filter { draft.function.type($0).isPython }
    for block in draft.function.blockIDs where flow.isReachable(block) {
      var list: [InstID] = []
      for id in draft.function[block].instructions {
        let inst = draft.function[id]
        guard inst.opcode == .keep, draft.function.values(inst.operands).first == old else {
          list.append(id)
          continue
        }
        if iterator != nil { list.append(id) }
        if flow.dominates(yielded, block) {
          for value in held { list.append(draft.function.make(.keep, [value])) }
        }
      }
      draft.function[block].instructions = list
    }
  }
}
