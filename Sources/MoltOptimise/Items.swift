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

  /// Whether it is worth a test that an index is an int. Then `index` makes one, so that what is emitted in between is
  /// not in vain.
  func mayBeIndex(_ name: ValueID, _ state: State) -> Bool {
    let likely = kind(name, state)
    switch state.environment[name]!.representation {
    case .boxed, .optional: break
    // A float or text is none here, whatever it is elsewhere.
    default: return likely == .int
    }
    return likely == .int || likely == .unknown || facts.maybeInts.contains(name.raw)
  }

  /// An index as a machine int, tested where it only likely is one.
  mutating func index(_ name: ValueID, _ state: inout State, failure: Edge) -> ValueID? {
    if case .int(let id)? = number(name, &state) { return id }
    switch state.environment[name]!.representation {
    case .boxed, .optional: break
    default: return nil
    }
    guard mayBeIndex(name, state), assume(name, .int, &state, failure: .edge(failure)) else { return nil }
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
    guard let type = sequenceType(operands[0], state), mayBeIndex(operands[1], state),
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

  /// A number or bool out of a value that a container or object keeps.
  mutating func unboxed(_ item: ValueID, _ likely: Likely, _ state: inout State, failure: Failure) -> Binding {
    switch likely {
    case .bool:
      require(emit(.guardBool, [item], &state), &state, failure: failure)
      return Binding(.bool, [emit(.boolUnbox, [item], &state)])
    case .int:
      require(emit(.guardInt, [item], &state), &state, failure: failure)
      return Binding(.i64, [emit(.intUnbox, [item], &state)])
    default:
      require(emit(.guardFloat, [item], &state), &state, failure: failure)
      return Binding(.f64, [emit(.floatUnbox, [item], &state)])
    }
  }

  /// `a, b = sequence` without an array in memory, where the sequence is a tuple or list of that length.
  mutating func unpack(_ inst: Instruction, _ start: State) {
    var state = start
    let operand = source.values(inst.operands).first!
    if case .tuple(let parts) = state.environment[operand]!.representation, parts.count == inst.immediate {
      return finish(inst, Binding(.elements(parts), state.environment[operand]!.values), state)
    }
    guard let type = sequenceType(operand, state), !state.environment[operand]!.representation.isVirtual,
      inst.immediate <= 8
    else { return chooseGeneral(inst, start) }
    let failure = Failure.edge(generalPath(inst, start))
    guard assume(operand, type == .list ? .list : .tuple, &state, failure: failure) else {
      return chooseGeneral(inst, start)
    }
    let sequence = state.environment[operand]!.values[0]
    let length = emit(.sequenceLength, [sequence], immediate: type.rawValue, &state)
    let wanted = emit(.i64Const, [], immediate: inst.immediate, &state)
    require(emit(.i64EQ, [length, wanted], &state), &state, failure: failure)
    let likely = elementTypes(inst)
    var items: [Binding] = []
    // Numbers first: their tests may still lead away, before anything is owned.
    var indices: [ValueID] = []
    for position in 0..<Int(inst.immediate) {
      indices.append(emit(.i64Const, [], immediate: Int64(position), &state))
      items.append(Binding(.null))
      guard likely[position] == .int || likely[position] == .float else { continue }
      let item = emit(.sequencePeek, [sequence, indices[position]], immediate: type.rawValue, &state)
      items[position] = unboxed(item, likely[position], &state, failure: failure)
    }
    for position in 0..<Int(inst.immediate) where items[position].representation == .null {
      let item = emit(.sequenceItem, [sequence, indices[position]], immediate: type.rawValue, &state)
      items[position] = Binding(.boxed(.nothing), [item])
    }
    finish(inst, compound(items) { .elements($0) }, state)
  }

  /// What the elements of an unpacked array likely are.
  private func elementTypes(_ inst: Instruction) -> [Likely] {
    var result = [Likely](repeating: .unknown, count: Int(inst.immediate))
    for take in source.instructions where take.opcode == .take && source.values(take.operands).first == inst.result {
      result[Int(take.immediate)] = facts.type(take.result)
    }
    return result
  }

  mutating func setItem(_ inst: Instruction, _ start: State) {
    var state = start
    let operands = Array(source.values(inst.operands))
    guard kind(operands[0], state) == .list, mayBeIndex(operands[1], state) else {
      return chooseGeneral(inst, start)
    }
    settle(&state)
    let item = value(operands[2], &state)
    let failure = generalPath(inst, state)
    guard assume(operands[0], .list, &state, failure: .edge(failure)),
      let index = index(operands[1], &state, failure: failure)
    else { return chooseGeneral(inst, start) }
    let list = state.environment[operands[0]]!.values[0]
    _ = emitChecked(
      .listSetChecked, [list, index, item], immediate: ExactType.list.rawValue, &state, failure: .edge(failure))
    finish(inst, Binding(.dropped), state)
  }
}
