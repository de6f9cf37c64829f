import MoltIR
import MoltSpec

/// Puts the bodies of generators into the functions that consume them: generator expressions, and calls of small
/// generator functions of the module, which a `for` loop or a built-in function like `sum` runs through where they are
/// made. Afterwards, the bodies of small functions that call nothing into those that call them. Runs on implicit form,
/// where no reference is counted yet.
///
/// What a name stands for is tested where it matters; the general way stays beside the spliced body.
struct Inliner {
  private let module: Module
  private let facts: [Int: LikelyFacts]
  private let storedSlots: Set<Int>
  private let externals: Externals
  private let constants: InlinerConstants
  /// Numbers of the module's functions by symbol.
  private let numbers: [String: Int]
  private var done: [Int: Draft] = [:]
  private var bodies: [Int: GeneratorBody?] = [:]
  private var inProgress = Set<Int>()
  private var leaves: [Int: Bool] = [:]

  /// A function that has grown to so many instructions takes no further bodies.
  private static let limit = 900
  /// Calls in one function that are replaced by the called function's body.
  private static let mostCalls = 16

  init(
    _ module: Module, facts: [Int: LikelyFacts], symbols: [String], storedSlots: Set<Int>, externals: Externals,
    constants: InlinerConstants
  ) {
    self.module = module
    self.facts = facts
    self.storedSlots = storedSlots
    self.externals = externals
    self.constants = constants
    numbers = Dictionary(zip(symbols, symbols.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The function with this number, bodies of generators and of small functions put in.
  mutating func inlined(_ number: Int) -> Draft {
    var draft = spliced(number)
    var count = 0
    while count < Inliner.mostCalls, draft.function.instructions.count < Inliner.limit,
      let (call, callee) = leafCall(in: draft)
    {
      draft = CallSplice.run(
        draft, call: call, body: Draft(function: module.functions[callee], facts: facts[callee] ?? LikelyFacts()),
        number: callee, external: externals.number(draft.facts.callees[draft.instruction(call).result.raw]!.symbol))
      count += 1
    }
    return count == 0 ? draft : draft.finished()
  }

  /// The function with this number, bodies of generators put in.
  private mutating func spliced(_ number: Int) -> Draft {
    if let known = done[number] { return known }
    inProgress.insert(number)
    let original = Draft(function: module.functions[number], facts: facts[number] ?? LikelyFacts())
    var draft = original
    var isChanged = false
    while draft.function.instructions.count < Inliner.limit, let site = site(in: draft) {
      draft = consume(site, in: draft)
      isChanged = true
    }
    if isChanged {
      draft.replaceCells()
      draft = draft.finished()
    }
    inProgress.remove(number)
    done[number] = draft
    return draft
  }

  /// The first call that is likely to reach a function of the module whose body can stand there.
  private mutating func leafCall(in draft: Draft) -> (Draft.Place, Int)? {
    for block in draft.function.blockIDs where !draft.function[block].isCold {
      for (index, id) in draft.function[block].instructions.enumerated() {
        let inst = draft.function[id]
        guard inst.opcode == .callMethod || inst.opcode == .call && inst.constant == Instruction.noConstant,
          let callee = draft.facts.callees[inst.result.raw]
        else { continue }
        // The receiver, or the new instance, is an argument too.
        let hasObject = inst.opcode == .callMethod || callee.isConstructor
        guard callee.argumentCount == Int(inst.immediate) + (hasObject ? 1 : 0),
          Int(inst.operands.count) == Int(inst.immediate) + 1,
          let number = numbers[callee.symbol], isLeaf(number),
          !callee.isConstructor || CallSplice.returnsNone(module.functions[number], in: module)
        else { continue }
        return (Draft.Place(block: block, index: index), number)
      }
    }
    return nil
  }

  private mutating func isLeaf(_ number: Int) -> Bool {
    if let known = leaves[number] { return known }
    let isLeaf = CallSplice.isSuitable(module.functions[number])
    leaves[number] = isLeaf
    return isLeaf
  }

  // MARK: Sites

  /// A generator that is made and consumed at one place.
  private struct Site {
    var body: GeneratorBody
    /// The call that makes the generator.
    var call: Draft.Place
    /// The symbol that the called value must have the code of; nil: it is made here.
    var symbol: String?
    var arguments: [ValueID]
    var cells: [ValueID]
    var consumer: Consumer
  }

  private enum Consumer {
    /// A `for` loop: the header block.
    case loop(BlockID)
    /// A call of a built-in function right behind; where its global is loaded. `join` is not loaded from a global.
    case builtin(BuiltinConsumer, load: Draft.Place?)
  }

  /// The first site that can be changed.
  private mutating func site(in draft: Draft) -> Site? {
    let uses = draft.uses()
    for block in draft.function.blockIDs {
      for index in draft.function[block].instructions.indices {
        let call = Draft.Place(block: block, index: index)
        if draft.instruction(call).opcode == .call, let site = site(call, uses, draft) { return site }
      }
    }
    return nil
  }

  private mutating func site(_ call: Draft.Place, _ uses: Draft.Uses, _ draft: Draft) -> Site? {
    let inst = draft.instruction(call)
    let operands = Array(draft.function.values(inst.operands))
    guard inst.constant == Instruction.noConstant, Int(inst.immediate) == operands.count - 1,
      !uses.passed.contains(inst.result), uses.operands[inst.result]?.count == 1,
      let consumer = consumer(call, uses, draft)
    else { return nil }
    if let callee = draft.facts.callees[inst.result.raw] {
      if !callee.isConstructor, let number = numbers[callee.symbol], module.functions[number].freeVariables.isEmpty,
        let body = body(number), body.function.parameters.count == operands.count - 1,
        uses.definitions[operands[0]].map({ draft.instruction($0).opcode != .newFunction }) ?? true
      {
        return Site(
          body: body, call: call, symbol: callee.symbol, arguments: Array(operands.dropFirst()), cells: [],
          consumer: consumer)
      }
    }
    guard let place = uses.definitions[operands[0]], uses.operands[operands[0]]?.count == 1,
      !uses.passed.contains(operands[0])
    else { return nil }
    let maker = draft.instruction(place)
    guard maker.opcode == .newFunction, place.block == call.block, let body = body(Int(maker.immediate)),
      body.function.parameters.count == operands.count - 1
    else { return nil }
    let parts = Array(draft.function.values(maker.operands))
    func definition(_ value: ValueID) -> Instruction? { uses.definitions[value].map { draft.instruction($0) } }
    guard definition(parts[1])?.opcode == .null, definition(parts[2])?.opcode == .null,
      let closure = definition(parts[0])
    else { return nil }
    var cells: [ValueID] = []
    if closure.opcode == .newTuple {
      guard uses.operands[parts[0]]?.count == 1 else { return nil }
      cells = Array(draft.function.values(closure.operands))
    } else if closure.opcode != .null {
      return nil
    }
    guard cells.count == body.function.freeVariables.count else { return nil }
    return Site(
      body: body, call: call, symbol: nil, arguments: Array(operands.dropFirst()), cells: cells, consumer: consumer)
  }

  private mutating func body(_ number: Int) -> GeneratorBody? {
    if let known = bodies[number] { return known }
    if inProgress.contains(number) { return nil }
    let body = module.functions[number].isGenerator ? GeneratorBody(number, spliced(number), in: module) : nil
    bodies[number] = .some(body)
    return body
  }

  /// What runs through the generator that is made at `call`, if that is one thing and right behind.
  private func consumer(_ call: Draft.Place, _ uses: Draft.Uses, _ draft: Draft) -> Consumer? {
    let behind = Draft.Place(block: call.block, index: call.index + 1)
    guard uses.operands[draft.instruction(call).result] == [behind] else { return nil }
    let user = draft.instruction(behind)
    switch user.opcode {
    case .iter:
      if uses.passed.contains(user.result) { return nil }
      let steps = (uses.operands[user.result] ?? []).filter { draft.instruction($0).opcode != .keep }
      guard steps.count == 1, steps[0].index == 0, draft.instruction(steps[0]).opcode == .next,
        runsAlone(steps[0].block, from: call.block, draft)
      else { return nil }
      return .loop(steps[0].block)
    case .call:
      let operands = Array(draft.function.values(user.operands))
      guard operands.count == 2, user.immediate == 1, user.constant == Instruction.noConstant,
        let load = uses.definitions[operands[0]], uses.operands[operands[0]] == [behind],
        !uses.passed.contains(operands[0]), operands[0] != operands[1]
      else { return nil }
      let global = draft.instruction(load)
      guard global.opcode == .globalLoad, !storedSlots.contains(Int(global.immediate)),
        let kind = BuiltinConsumer.function(module.slots[Int(global.immediate)])
      else { return nil }
      return .builtin(kind, load: load)
    case .callLoaded:
      // The method of a str constant cannot be another.
      let operands = Array(draft.function.values(user.operands))
      func definition(_ value: ValueID?) -> Instruction? {
        value.flatMap { uses.definitions[$0] }.map { draft.instruction($0) }
      }
      func first(_ inst: Instruction) -> ValueID? { draft.function.values(inst.operands).first }
      guard operands.count == 3, user.immediate == 1, user.constant == Instruction.noConstant,
        operands[2] == draft.instruction(call).result, let taken = definition(operands[0]), taken.opcode == .take,
        let method = definition(first(taken)), method.opcode == .loadMethod,
        module.constants[Int(method.constant)] == .str(Array("join".utf8)),
        let separator = definition(first(method)), separator.opcode == .const,
        case .str = module.constants[Int(separator.constant)]
      else { return nil }
      return .builtin(.join, load: nil)
    default: return nil
    }
  }

  /// Whether a block is the header of a loop that is entered anew each time `maker` has been passed, and left for good
  /// at its end.
  private func runsAlone(_ loop: BlockID, from maker: BlockID, _ draft: Draft) -> Bool {
    let list = draft.function[loop].instructions
    guard list.count == 2, loop != maker else { return false }
    let (next, branch) = (draft.function[list[0]], draft.function[list[1]])
    guard branch.opcode == .branchNull, draft.function.values(branch.operands).first == next.result,
      branch.second.target != loop
    else { return false }
    let flow = ControlFlow(draft.function)
    guard flow.isReachable(loop) else { return false }
    // Blocks that control can reach from the start without making another generator.
    func reach(_ start: [BlockID]) -> Set<BlockID> {
      var seen = Set<BlockID>()
      var stack = start
      while let block = stack.popLast() {
        if block == maker || !seen.insert(block).inserted { continue }
        stack += draft.function.successors(block).map(\.target)
      }
      return seen
    }
    if reach([branch.first.target]).contains(loop) { return false }
    var behind = reach([branch.second.target])
    if !draft.function[loop].unwind.isNone { behind.formUnion(reach([draft.function[loop].unwind.target])) }
    return flow.predecessors[Int(loop.raw)].allSatisfy { flow.dominates(loop, $0) || !behind.contains($0) }
  }

  // MARK: Changes

  private func consume(_ site: Site, in draft: Draft) -> Draft {
    switch site.consumer {
    case .loop(let loop): consumeLoop(site, loop, in: draft)
    case .builtin(let kind, let load): consumeBuiltin(site, kind, load, in: draft)
    }
  }

  private func consumeLoop(_ site: Site, _ loop: BlockID, in original: Draft) -> Draft {
    var draft = original
    let block = site.call.block
    let call = draft.instruction(site.call)
    let iter = draft.instruction(Draft.Place(block: block, index: site.call.index + 1))
    let rest = draft.split(block, at: site.call.index + 2)
    draft.function[block].instructions.removeLast(2)
    let arguments = site.arguments.map { draft.unwrapped($0, in: block) }
    var iterator: ValueID? = nil
    if let symbol = site.symbol {
      iterator = draft.parameter(.optional, of: rest)
      let slow = draft.block(unwind: draft.function[block].unwind)
      draft.function[slow].isCold = true
      let made = draft.function.make(
        .call, Array(draft.function.values(call.operands)), immediate: call.immediate, position: call.position)
      draft.function[slow].instructions.append(made)
      draft.facts.carry(call.result, to: draft.function[made].result)
      let iterated = draft.append(.iter, [draft.function[made].result], to: slow, position: iter.position)
      draft.jump(rest, [iterated], from: slow)
      let known = guardFunction(draft.function.values(call.operands).first!, symbol, &draft, block)
      let null = draft.append(.null, to: block)
      draft.append(
        .branch, [known], to: block, first: draft.function.edge(rest, [null]), second: draft.function.edge(slow))
      draft.replace(iter.result, by: iterator!)
    } else {
      draft.jump(rest, from: block)
    }
    // The loop's step may stand in what was split off only if it was the block of the call itself, which it is not.
    let result = Splice.run(
      draft, loop: loop, body: site.body, iterator: iterator, arguments: arguments, cells: site.cells,
      none: constants.none)
    return site.symbol == nil ? withoutMaker(call, result) : result
  }

  private func guardFunction(_ value: ValueID, _ symbol: String, _ draft: inout Draft, _ block: BlockID) -> ValueID {
    draft.append(.guardFunction, [value], to: block, immediate: Int64(externals.number(symbol)))
  }

  /// Removes the function object, and its closure, that nothing calls any more.
  private func withoutMaker(_ call: Instruction, _ original: Draft) -> Draft {
    var draft = original
    let uses = draft.uses()
    guard let function = draft.function.values(call.operands).first, let place = uses.definitions[function] else {
      return draft
    }
    let closure = draft.function.values(draft.instruction(place).operands).first!
    var unused = Set([function])
    if let tuple = uses.definitions[closure], draft.instruction(tuple).opcode == .newTuple { unused.insert(closure) }
    let kept = draft.function[place.block].instructions.filter { !unused.contains(draft.function[$0].result) }
    draft.function[place.block].instructions = kept
    return draft
  }

  private func consumeBuiltin(
    _ site: Site, _ kind: BuiltinConsumer, _ load: Draft.Place?, in original: Draft
  ) -> Draft {
    var draft = original
    let block = site.call.block
    let make = draft.instruction(site.call)
    let call = draft.instruction(Draft.Place(block: block, index: site.call.index + 1))
    let rest = draft.split(block, at: site.call.index + 2)
    draft.function[block].instructions.removeLast(2)
    let arguments = site.arguments.map { draft.unwrapped($0, in: block) }
    draft.function[rest].parameters = [call.result]

    // The loop, entered where the name means the built-in and the generator function is the known one.
    let fast = draft.block(unwind: draft.function[block].unwind)
    let loaded = load.map { _ in draft.function.newValue(.optional) }
    if loaded == nil, site.symbol == nil {
      draft.jump(fast, from: block)
    } else {
      guardConsumer(site, loaded, make, call, arguments, from: block, fast: fast, rest: rest, &draft)
    }
    let slot = load.map { draft.instruction($0).immediate } ?? -1
    let loop = kind.emit(into: &draft, from: fast, to: rest, call: call, slot: slot, constants: constants)
    if let load, let loaded { guardLoad(load, loaded, &draft) }
    let result = Splice.run(
      draft, loop: loop, body: site.body, iterator: nil, arguments: arguments, cells: site.cells,
      none: constants.none)
    return site.symbol == nil ? withoutMaker(make, result) : result
  }

  /// Ends `block` with tests that lead to `fast` where everything is as it seems, else to the general way: the generator
  /// is made, the function called, and the result passed to `rest`.
  private func guardConsumer(
    _ site: Site, _ loaded: ValueID?, _ make: Instruction, _ call: Instruction, _ arguments: [ValueID],
    from block: BlockID, fast: BlockID, rest: BlockID, _ draft: inout Draft
  ) {
    let slow = draft.block(unwind: draft.function[block].unwind)
    draft.function[slow].isCold = true
    var callee = draft.function.values(make.operands).first!
    if site.symbol == nil {
      let uses = draft.uses()
      let function = draft.instruction(uses.definitions[callee]!)
      let parts = Array(draft.function.values(function.operands))
      var closure = draft.append(.null, to: slow)
      if let tuple = uses.definitions[parts[0]].map({ draft.instruction($0) }), tuple.opcode == .newTuple {
        closure = draft.append(.newTuple, site.cells, to: slow, position: tuple.position)
        draft.generalClosures.insert(closure)
      }
      let null = draft.append(.null, to: slow)
      callee = draft.append(
        .newFunction, [closure, null, null], to: slow, immediate: function.immediate, position: function.position)
    }
    let generator = draft.append(
      .call, [callee] + arguments, to: slow, immediate: make.immediate, position: make.position)
    let consumer = loaded.map { [$0] } ?? Array(Array(draft.function.values(call.operands)).dropLast())
    let outcome = draft.append(call.opcode, consumer + [generator], to: slow, immediate: 1, position: call.position)
    draft.jump(rest, [outcome], from: slow)

    var entry = block
    if let loaded {
      entry = site.symbol == nil ? fast : draft.block(unwind: draft.function[block].unwind)
      draft.append(
        .branchNull, [loaded], to: block, first: draft.function.edge(entry), second: draft.function.edge(slow))
    }
    if let symbol = site.symbol {
      let known = guardFunction(callee, symbol, &draft, entry)
      draft.append(
        .branch, [known], to: entry, first: draft.function.edge(fast), second: draft.function.edge(slow))
    }
  }

  /// Replaces the load of a built-in by a test: `loaded` is null where the name means the built-in, else the value.
  private func guardLoad(_ load: Draft.Place, _ loaded: ValueID, _ draft: inout Draft) {
    let inst = draft.instruction(load)
    let rest = draft.split(load.block, at: load.index + 1)
    draft.function[load.block].instructions.removeLast()
    draft.function[rest].parameters = [loaded]
    let slow = draft.block(unwind: draft.function[load.block].unwind)
    draft.function[slow].isCold = true
    let value = draft.append(.globalLoad, to: slow, immediate: inst.immediate, position: inst.position)
    draft.jump(rest, [value], from: slow)
    let isBuiltin = draft.append(.guardBuiltin, to: load.block, immediate: inst.immediate)
    let null = draft.append(.null, to: load.block)
    draft.append(
      .branch, [isBuiltin], to: load.block, first: draft.function.edge(rest, [null]),
      second: draft.function.edge(slow))
  }
}

/// Constants that spliced code may need, whether the module had them or not.
public struct InlinerConstants: Sendable {
  let none, zero, yes, no, emptyTuple, sort: UInt32

  /// The module with these constants. Only generators' bodies need them: a module without any stays as it is.
  public static func added(to module: Module) -> (module: Module, constants: InlinerConstants) {
    var result = module
    let isNeeded = module.functions.contains(where: \.isGenerator)
    func number(_ constant: Constant) -> UInt32 {
      if !isNeeded { return Instruction.noConstant }
      if let known = result.constants.firstIndex(of: constant) { return UInt32(known) }
      result.constants.append(constant)
      return UInt32(result.constants.count - 1)
    }
    let constants = InlinerConstants(
      none: number(.none), zero: number(.smallInt(0)), yes: number(.true), no: number(.false),
      emptyTuple: number(.tuple([])), sort: number(.str(Array("sort".utf8))))
    return (result, constants)
  }
}
