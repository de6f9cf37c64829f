import MoltIR
import MoltSpec

// Items of lists and tuples by index.
extension Specialiser {
  /// The type of sequence that a container is or likely is.
  func sequenceType(_ name: ValueID, _ state: State) -> ExactType? {
    switch kind(name, state) {
    case .list: .list
    case .tuple: .tuple
    default: nil
    }
  }

  /// An index as a machine int, tested where it only likely is one.
  private mutating func index(_ name: ValueID, _ state: inout State, failure: Edge) -> ValueID? {
    if case .int(let id)? = number(name, &state) { return id }
    switch state.environment[name]!.representation {
    case .boxed, .optional: break
    default: return nil
    }
    let likely = facts.type(name)
    guard likely == .int || likely == .unknown, assume(name, .int, &state, failure: .edge(failure)) else { return nil }
    return state.environment[name]!.values[0]
  }

  mutating func getItem(_ inst: Instruction, _ start: State) {
    var state = start
    let operands = Array(source.values(inst.operands))
    if case .tuple(let parts) = state.environment[operands[0]]!.representation,
      case .constant(let constant) = state.environment[operands[1]]!.representation,
      case .smallInt(let number) = module.constants[Int(constant)], number >= 0, number < parts.count
    {
      return finish(inst, state.environment[operands[0]]!.parts(parts)[Int(number)], state)
    }
    let indexKind = kind(operands[1], state)
    guard let type = sequenceType(operands[0], state), indexKind == .int || indexKind == .unknown,
      !state.environment[operands[0]]!.representation.isVirtual
    else { return chooseGeneral(inst, start) }
    let failure = generalPath(inst, start)
    guard assume(operands[0], type == .list ? .list : .tuple, &state, failure: .edge(failure)),
      let index = index(operands[1], &state, failure: failure)
    else { return chooseGeneral(inst, start) }
    let sequence = state.environment[operands[0]]!.values[0]
    let likely = facts.type(inst.result)
    if likely == .int || likely == .float {
      let item = emitChecked(
        .sequencePeekChecked, [sequence, index], immediate: type.rawValue, &state, failure: .edge(failure))
      finish(inst, unboxed(item, likely, &state, failure: .edge(failure)), state)
    } else {
      let item = emitChecked(
        .sequenceGetChecked, [sequence, index], immediate: type.rawValue, &state, failure: .edge(failure))
      finish(inst, Binding(.boxed(.nothing), [item]), state)
    }
  }

  /// A number out of a value that a container keeps.
  mutating func unboxed(_ item: ValueID, _ likely: Likely, _ state: inout State, failure: Failure) -> Binding {
    let isInt = likely == .int
    require(emit(isInt ? .guardInt : .guardFloat, [item], &state), &state, failure: failure)
    return Binding(isInt ? .i64 : .f64, [emit(isInt ? .intUnbox : .floatUnbox, [item], &state)])
  }

  mutating func setItem(_ inst: Instruction, _ start: State) {
    var state = start
    let operands = Array(source.values(inst.operands))
    let indexKind = kind(operands[1], state)
    guard kind(operands[0], state) == .list, indexKind == .int || indexKind == .unknown else {
      return chooseGeneral(inst, start)
    }
    settleGlobals(&state)
    let item = value(operands[2], &state)
    let failure = generalPath(inst, state)
    guard assume(operands[0], .list, &state, failure: .edge(failure)),
      let index = index(operands[1], &state, failure: failure)
    else { return chooseGeneral(inst, start) }
    let list = state.environment[operands[0]]!.values[0]
    _ = emitChecked(.listSetChecked, [list, index, item], &state, failure: .edge(failure))
    finish(inst, Binding(.dropped), state)
  }
}
