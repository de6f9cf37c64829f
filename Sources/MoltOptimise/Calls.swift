import MoltIR
import MoltSpec

// Globals, built-in functions that compiled code can do itself, and calls of likely callees.
extension Specialiser {
  /// Built-ins that `call` knows.
  private static let builtins: Set<String> = [
    "range", "len", "enumerate", "zip", "reversed", "tuple", "list", "set", "any", "all", "sum", "min", "max", "sorted",
  ]

  mutating func loadGlobal(_ inst: Instruction, _ start: State) {
    var state = start
    let slot = Int(inst.immediate)
    if let use = callees[inst.result] {
      if Specialiser.builtins.contains(module.slots[slot]) && !storedSlots.contains(slot) {
        require(emit(.guardBuiltin, [], immediate: inst.immediate, &state), &state, failure: .generic)
        return finish(inst, Binding(.builtin(slot: slot)), state)
      }
      if let callee = facts.callees[use.result.raw], !callee.isConstructor {
        require(emit(.guardBound, [], immediate: inst.immediate, &state), &state, failure: .generic)
        return finish(inst, Binding(.global(slot: slot)), state)
      }
    }
    chooseGeneral(inst, start)
  }

  /// The test of a callee that is not in a register yet: the global is looked at where it is, and no reference counted.
  mutating func guardFunction(_ inst: Instruction, _ state: inout State) {
    let callee = source.values(inst.operands).first!
    guard case .global(let slot) = state.environment[callee]!.representation else { return copy(inst, &state) }
    let held = emit(.globalPeek, [], immediate: Int64(slot), &state)
    let test = emit(.guardFunction, [held], immediate: inst.immediate, &state)
    state.environment[inst.result] = Binding(.machine(.i1), [test])
  }

  /// By global load: the call that is the only use of its result, but for tests of what is called.
  static func callees(_ source: Function) -> [ValueID: Instruction] {
    var uses: [ValueID: Int] = [:]
    var calls: [ValueID: Instruction] = [:]
    func count(_ list: ValueList) { for value in source.values(list) { uses[value, default: 0] += 1 } }
    for block in source.blocks {
      count(block.unwind.arguments)
      for id in block.instructions {
        let inst = source[id]
        if inst.opcode == .guardFunction { continue }
        count(inst.operands)
        count(inst.first.arguments)
        count(inst.second.arguments)
        if inst.opcode == .call { calls[source.values(inst.operands).first!] = inst }
      }
    }
    return calls.filter { uses[$0.key] == 1 }
  }

  mutating func call(_ inst: Instruction, _ start: State) {
    let operands = Array(source.values(inst.operands))
    let arguments = Array(operands.dropFirst())
    if case .builtin(let slot) = start.environment[operands[0]]!.representation,
      inst.constant == Instruction.noConstant
    {
      switch module.slots[slot] {
      case "range": if callRange(inst, arguments, start) { return }
      case "len": if callLen(inst, arguments, start) { return }
      case "enumerate": if callEnumerate(inst, arguments, start) { return }
      case "reversed": if callReversed(inst, arguments, start) { return }
      case "zip": if callZip(inst, arguments, start) { return }
      case "list": if callList(inst, arguments, start) { return }
      case "tuple": if callTuple(inst, arguments, start) { return }
      default: break
      }
      return chooseGeneral(inst, start)
    }
    guard let callee = facts.callees[inst.result.raw], inst.constant == Instruction.noConstant,
      callee.argumentCount == arguments.count + (callee.isConstructor ? 1 : 0)
    else { return chooseGeneral(inst, start) }
    callLikely(inst, callee, operands, start)
  }

  private mutating func callLikely(
    _ inst: Instruction, _ callee: LikelyCallee, _ operands: [ValueID], _ start: State
  ) {
    var state = start
    let external = externals.number(callee.symbol)
    var copy = inst
    if case .global(let slot) = state.environment[operands[0]]!.representation, !callee.isConstructor {
      state.environment[operands[0]] = Binding(.dropped)
      settle(&state)
      copy.opcode = .callGlobal
      copy.immediate = Int64(slot) << 32 | Int64(external)
      let passed = values(operands.dropFirst(), &state)
      return finish(inst, Binding(.boxed(.nothing), [emitCopy(copy, passed, &state)]), state)
    }
    settle(&state)
    copy.opcode = callee.isConstructor ? .callConstructor : .callLikely
    copy.immediate = Int64(external)
    let passed = values(operands, &state)
    finish(inst, Binding(.boxed(.nothing), [emitCopy(copy, passed, &state)]), state)
  }

  mutating func callMethod(_ inst: Instruction, _ start: State) {
    if callListMethod(inst, start) { return }
    var state = start
    let operands = Array(source.values(inst.operands))
    guard let callee = facts.callees[inst.result.raw], callee.argumentCount == operands.count else {
      return chooseGeneral(inst, start)
    }
    settle(&state)
    var copy = inst
    copy.opcode = .callMethodLikely
    copy.immediate = Int64(externals.number(callee.symbol))
    let passed = values(operands, &state)
    finish(inst, Binding(.boxed(.nothing), [emitCopy(copy, passed, &state)]), state)
  }

  // MARK: Built-ins

  private mutating func callRange(_ inst: Instruction, _ arguments: [ValueID], _ start: State) -> Bool {
    var state = start
    guard (1...3).contains(arguments.count) else { return false }
    var step: Int64 = 1
    if arguments.count == 3 {
      guard case .constant(let index) = state.environment[arguments[2]]!.representation,
        case .smallInt(let constant) = module.constants[Int(index)], constant != 0,
        Int64(Int32.min)...Int64(Int32.max) ~= constant
      else { return false }
      step = constant
    }
    for argument in arguments.prefix(2) {
      let likely = kind(argument, state)
      guard likely == .int || likely == .unknown, facts.type(argument) != .bool else { return false }
    }
    var bounds: [ValueID] = []
    for argument in arguments.prefix(2) {
      if number(argument, &state) == nil && !assume(argument, .int, &state, failure: .generic) { return false }
      guard case .int(let id)? = number(argument, &state) else { return false }
      bounds.append(id)
    }
    if bounds.count == 1 { bounds.insert(emit(.i64Const, [], immediate: 0, &state), at: 0) }
    if step != 1 && step != -1 {
      // The number after the last one must not overflow.
      require(emit(.i64IsExact, [bounds[1]], &state), &state, failure: .generic)
    }
    finish(inst, Binding(.range(step: step), bounds), state)
    return true
  }

  private mutating func callLen(_ inst: Instruction, _ arguments: [ValueID], _ start: State) -> Bool {
    guard arguments.count == 1 else { return false }
    var state = start
    let likely = kind(arguments[0], state)
    switch likely {
    case .list, .tuple, .str, .dict, .set: break
    default: return false
    }
    if case .boxed(.exact(let type)) = state.environment[arguments[0]]!.representation {
      let length = emit(
        .sequenceLength, state.environment[arguments[0]]!.values, immediate: type.rawValue, &state)
      finish(inst, Binding(.i64, [length]), state)
      return true
    }
    switch state.environment[arguments[0]]!.representation {
    case .boxed, .optional: break
    default: return false
    }
    let failure = generalPath(inst, start)
    if !assume(arguments[0], likely, &state, failure: .edge(failure)) { return false }
    return callLen(inst, arguments, state)
  }

  /// A list of the numbers of a range that is not an object, or of the items of a list or tuple.
  private mutating func callList(_ inst: Instruction, _ arguments: [ValueID], _ start: State) -> Bool {
    guard arguments.count == 1 else { return false }
    var state = start
    if case .range(let step) = state.environment[arguments[0]]!.representation {
      let made = emitRaising(.listRange, state.environment[arguments[0]]!.values, inst, immediate: step, &state)
      finish(inst, Binding(.boxed(.exact(.list)), [made]), state)
      return true
    }
    return callCopy(inst, arguments[0], [.list, .tuple], .listCopy, .list, start)
  }

  private mutating func callTuple(_ inst: Instruction, _ arguments: [ValueID], _ start: State) -> Bool {
    arguments.count == 1 && callCopy(inst, arguments[0], [.list], .tupleCopy, .tuple, start)
  }

  private mutating func callCopy(
    _ inst: Instruction, _ argument: ValueID, _ kinds: [Likely], _ opcode: Opcode, _ type: ExactType, _ start: State
  ) -> Bool {
    let likely = kind(argument, start)
    guard kinds.contains(likely), !start.environment[argument]!.representation.isVirtual else { return false }
    var state = start
    let failure = generalPath(inst, start)
    guard assume(argument, likely, &state, failure: .edge(failure)) else { return false }
    let made = emit(opcode, state.environment[argument]!.values, &state)
    finish(inst, Binding(.boxed(.exact(type)), [made]), state)
    return true
  }

  private mutating func callEnumerate(_ inst: Instruction, _ arguments: [ValueID], _ start: State) -> Bool {
    guard arguments.count == 1 || arguments.count == 2 else { return false }
    var first: Int64 = 0
    if arguments.count == 2 {
      guard case .constant(let index) = start.environment[arguments[1]]!.representation,
        case .smallInt(let number) = module.constants[Int(index)]
      else { return false }
      first = number
    }
    var state = start
    guard let inner = iterator(over: arguments[0], &state, general: { $0.generalPath(inst, start) }),
      mayShare(inner, [arguments[0]], start)
    else { return false }
    let number = emit(.i64Const, [], immediate: first, &state)
    finish(inst, Binding(.enumerateIterator(inner.representation), [number] + inner.values), state)
    return true
  }

  /// A range backwards, which is an iterator.
  private mutating func callReversed(_ inst: Instruction, _ arguments: [ValueID], _ start: State) -> Bool {
    guard arguments.count == 1, case .range(let step) = start.environment[arguments[0]]!.representation,
      step == 1 || step == -1
    else { return false }
    var state = start
    let bounds = state.environment[arguments[0]]!.values
    // The numbers before the first ones must not overflow.
    for bound in bounds { require(emit(.i64IsExact, [bound], &state), &state, failure: .generic) }
    let stride = emit(.i64Const, [], immediate: step, &state)
    let (first, stop) = (emit(.i64Sub, [bounds[1], stride], &state), emit(.i64Sub, [bounds[0], stride], &state))
    finish(inst, Binding(.rangeIterator(step: -step), [first, stop]), state)
    return true
  }

  private mutating func callZip(_ inst: Instruction, _ arguments: [ValueID], _ start: State) -> Bool {
    guard (2...4).contains(arguments.count), Set(arguments).count == arguments.count else { return false }
    for argument in arguments {
      switch start.environment[argument]!.representation {
      case .range: break
      case .boxed: if sequenceType(argument, start) == nil { return false }
      default: return false
      }
    }
    var state = start
    var parts: [Binding] = []
    let failure = generalPath(inst, start)
    for argument in arguments {
      guard let part = iterator(over: argument, &state, general: { _ in failure }) else { return false }
      parts.append(part)
    }
    finish(inst, compound(parts) { .zipIterator($0) }, state)
    return true
  }

  /// Whether an iterator that is given to another one has no other use.
  private func mayShare(_ inner: Binding, _ arguments: [ValueID], _ state: State) -> Bool {
    let next = source[source[state.home].instructions[state.index + 1]].first.target
    return arguments.allSatisfy {
      !state.environment[$0]!.representation.isMutable || !liveness.liveIn[Int(next.raw)].contains(Int($0.raw))
    }
  }
}

/// The symbols that a module's optimised code names, numbered as they come up.
public final class Externals {
  public private(set) var symbols: [String] = []
  private var numbers: [String: Int] = [:]
  public init() {}
  func number(_ symbol: String) -> Int {
    if let known = numbers[symbol] { return known }
    numbers[symbol] = symbols.count
    symbols.append(symbol)
    return symbols.count - 1
  }
}
