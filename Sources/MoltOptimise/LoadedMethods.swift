import MoltIR
import MoltSpec

// Method calls in two steps: the method is looked up, then the arguments are evaluated, then it is called.
extension Specialiser {
  /// The lookup by way of an inline cache, without an array in memory and without calling the runtime. What was found is
  /// held until the call, since evaluating the arguments may take the method off the class.
  mutating func loadMethod(_ inst: Instruction, _ start: State) {
    let operand = source.values(inst.operands).first!
    guard case .boxed = start.environment[operand]!.representation, let call = loadedCalls[inst.result] else {
      return chooseGeneral(inst, start)
    }
    var state = start
    settle(&state)
    if isAppend(inst), kind(operand, state) == .list, call.constant == Instruction.noConstant, call.immediate == 1,
      noneConstant != nil
    {
      let failure = Failure.edge(generalPath(inst, state))
      if assume(operand, .list, &state, failure: failure) {
        let binding = state.environment[operand]!
        return finish(
          inst, Binding(.elements([.listAppend, binding.representation]), binding.values), state)
      }
    }
    guard facts.callees[call.result.raw] != nil || facts.classes[operand.raw] != nil else {
      return chooseGeneral(inst, start)
    }
    let failure = Failure.edge(generalPath(inst, state))
    let receiver = state.environment[operand]!
    let function = emitChecked(
      .methodGetChecked, receiver.values, constant: inst.constant, &state, failure: failure)
    finish(
      inst,
      Binding(.elements([.boxed(.nothing), receiver.representation]), [function] + receiver.values), state)
  }

  private func isAppend(_ inst: Instruction) -> Bool {
    module.constants[Int(inst.constant)] == .str(Array("append".utf8))
  }

  mutating func callLoaded(_ inst: Instruction, _ start: State) {
    let operands = Array(source.values(inst.operands))
    guard inst.constant == Instruction.noConstant, case .boxed = start.environment[operands[1]]!.representation else {
      return chooseGeneral(inst, start)
    }
    var state = start
    settle(except: start.environment[operands[0]]!.representation == .listAppend ? operands[0] : nil, &state)
    if state.environment[operands[0]]!.representation == .listAppend,
      state.environment[operands[1]]!.representation == .boxed(.exact(.list)), let none = noneConstant
    {
      let passed = values(operands.dropFirst(), &state)
      emitRaising(.listAppend, passed, inst, &state)
      return finish(inst, Binding(.constant(none)), state)
    }
    // The method was found in the class: the receiver is the first argument.
    var copy = inst
    let arguments = values(operands, &state)
    if let callee = facts.callees[inst.result.raw], callee.argumentCount == operands.count - 1 {
      copy.opcode = .callLikely
      copy.immediate = Int64(externals.number(callee.symbol))
    } else {
      copy.opcode = .call
      copy.immediate = inst.immediate + 1
    }
    finish(inst, Binding(.boxed(.nothing), [emitCopy(copy, arguments, &state)]), state)
  }

  /// By result of a `py.loadmethod`: the call of what was loaded.
  static func loadedCalls(_ source: Function) -> [ValueID: Instruction] {
    var loads: [ValueID: ValueID] = [:]
    var calls: [ValueID: Instruction] = [:]
    for inst in source.instructions where inst.opcode == .take && inst.immediate == 0 {
      loads[inst.result] = source.values(inst.operands).first!
    }
    for inst in source.instructions where inst.opcode == .callLoaded {
      if let load = loads[source.values(inst.operands).first!] { calls[load] = inst }
    }
    return calls
  }
}
