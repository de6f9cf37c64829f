import MoltIR
import MoltSpec

// The walk over the source's instructions.
extension Specialiser {
  mutating func process(_ start: State) {
    var state = start
    while true {
      let inst = source[source[state.home].instructions[state.index]]
      if OpTable[inst.opcode].isTerminator {
        terminate(inst, state)
        return
      }
      if inst.opcode.isChoice {
        if state.isGeneric {
          copy(inst, &state)
        } else {
          choose(inst, state)
          return
        }
      } else {
        carryOut(inst, &state)
      }
      state.index += 1
    }
  }

  /// The operation on Python values, whatever they are.
  mutating func copy(_ inst: Instruction, _ state: inout State) {
    if OpTable[inst.opcode].canRaise { settle(&state) }
    let operands = values(source.values(inst.operands), &state)
    let made = emitCopy(inst, operands, &state)
    if !inst.result.isNone { state.environment[inst.result] = Binding(known(inst), [made]) }
  }

  /// A choice carried out in the general way, going on with what is known unharmed.
  mutating func chooseGeneral(_ inst: Instruction, _ state: State) {
    remark(inst, state)
    var state = state
    if OpTable[inst.opcode].canRaise { settle(&state) }
    let operands = values(source.values(inst.operands), &state)
    let made = emitCopy(inst, operands, &state)
    goOn(inst, Binding(inst.result.isNone ? .dropped : known(inst), inst.result.isNone ? [] : [made]), state)
  }

  private func known(_ inst: Instruction) -> Representation {
    switch inst.opcode {
    case .newList: .boxed(.exact(.list))
    case .newDict: .boxed(.exact(.dict))
    case .newSet: .boxed(.exact(.set))
    case .newTuple, .listToTuple: .boxed(.exact(.tuple))
    case .concat: .boxed(.exact(.str))
    default: plain(source.type(inst.result))
    }
  }

  /// An operation that is no choice.
  private mutating func carryOut(_ inst: Instruction, _ state: inout State) {
    let operands = Array(source.values(inst.operands))
    if state.isGeneric {
      copy(inst, &state)
      return
    }
    switch inst.opcode {
    case .const: state.environment[inst.result] = Binding(.constant(inst.constant))
    case .null: state.environment[inst.result] = Binding(.null)
    case .newCell: if !newCell(inst, &state) { copy(inst, &state) }
    case .cellStore: if !storeCell(inst, &state) { copy(inst, &state) }
    case .guardFunction: guardFunction(inst, &state)
    case .keep: keep(state.environment[operands[0]]!, &state)
    case .boxBool: state.environment[inst.result] = Binding(.bool, state.environment[operands[0]]!.values)
    case .newTuple:
      let parts = operands.map { state.environment[$0]! }
      // Elements that change or that are not there to be repeated are made first.
      if parts.contains(where: { $0.representation.isMutable || $0.representation == .null }) {
        copy(inst, &state)
      } else {
        state.environment[inst.result] = Binding(.tuple(parts.map(\.representation)), parts.flatMap(\.values))
      }
    case .take:
      guard case .elements(let parts) = state.environment[operands[0]]!.representation else {
        return copy(inst, &state)
      }
      state.environment[inst.result] = state.environment[operands[0]]!.parts(parts)[Int(inst.immediate)]
    case .checkBound:
      switch state.environment[operands[0]]!.representation {
      case .null, .optional: copy(inst, &state)
      default: break
      }
    case .isSame:
      if let same = identity(operands[0], operands[1], state) {
        // They end where they would have, had they been compared.
        for operand in operands { keep(state.environment[operand]!, &state) }
        state.environment[inst.result] = Binding(
          .machine(.i1), [emit(.i1Const, [], immediate: same ? 1 : 0, &state)])
      } else {
        copy(inst, &state)
      }
    default: copy(inst, &state)
    }
  }

  mutating func keep(_ binding: Binding, _ state: inout State) {
    switch binding.representation {
    case .boxed, .optional: emit(.keep, binding.values, &state)
    case .sequenceIterator, .listSlice: emit(.keep, [binding.values[0]], &state)
    case .enumerateIterator(let inner): keep(binding.parts([inner], skipping: 1)[0], &state)
    case .cell(let content): keep(Binding(content, binding.values), &state)
    case .tuple(let parts), .zipIterator(let parts), .elements(let parts):
      for part in binding.parts(parts) { keep(part, &state) }
    default: break
    }
  }

  /// Whether two values are the same object, where their representations decide it.
  private func identity(_ a: ValueID, _ b: ValueID, _ state: State) -> Bool? {
    func isNone(_ name: ValueID) -> Bool {
      if case .constant(let index) = state.environment[name]!.representation {
        return module.constants[Int(index)] == .none
      }
      return false
    }
    func isNeverNone(_ name: ValueID) -> Bool {
      switch state.environment[name]!.representation {
      case .i64, .f64, .bool, .boxed(.exact), .boxed(.instance), .boxed(.floats), .boxed(.former): true
      case .constant: !isNone(name)
      case let other: other.isVirtual
      }
    }
    if isNone(a) && isNone(b) { return true }
    if isNone(a) && isNeverNone(b) || isNone(b) && isNeverNone(a) { return false }
    return nil
  }

  private mutating func terminate(_ inst: Instruction, _ start: State) {
    var state = start
    let operands = Array(source.values(inst.operands))
    func arguments(_ edge: Edge) -> [ValueID] { Array(source.values(edge.arguments)) }
    switch inst.opcode {
    case .jump: append(.jump, first: edge(inst.first.target, arguments(inst.first), from: state), to: state)
    case .branch:
      let condition = state.environment[operands[0]]!.values[0]
      let first = edge(inst.first.target, arguments(inst.first), from: state)
      let second = edge(inst.second.target, arguments(inst.second), from: state)
      append(.branch, [condition], first: first, second: second, to: state)
    case .branchNull:
      let binding = state.environment[operands[0]]!
      switch binding.representation {
      case .optional:
        var isNull = state
        isNull.environment[operands[0]] = Binding(.null)
        let first = edge(inst.first.target, arguments(inst.first), from: state.isGeneric ? state : isNull)
        let second = edge(inst.second.target, arguments(inst.second), from: state)
        append(.branchNull, binding.values, first: first, second: second, to: state)
      case .null: append(.jump, first: edge(inst.first.target, arguments(inst.first), from: state), to: state)
      default: append(.jump, first: edge(inst.second.target, arguments(inst.second), from: state), to: state)
      }
    default:
      let held = values(operands, &state)
      append(inst.opcode, held, first: .none, second: .none, to: state)
    }
  }

  private mutating func append(
    _ opcode: Opcode, _ operands: [ValueID] = [], first: Edge, second: Edge = .none, to state: State
  ) {
    result[state.block].instructions.append(result.make(opcode, operands, first: first, second: second))
  }

  // MARK: Choices

  private mutating func choose(_ inst: Instruction, _ state: State) {
    if crowded.contains(state.home) && inst.opcode.isGuess { return chooseGeneral(inst, state) }
    switch inst.opcode {
    case .add, .sub, .mul, .mod, .trueDiv, .pow, .lshift, .rshift, .or, .xor, .and, .floorDiv, .iadd, .isub, .imul,
      .imod, .itrueDiv, .ipow, .ilshift, .irshift, .ior, .ixor, .iand, .ifloorDiv:
      arithmetic(inst, state)
    case .lt, .le, .eq, .ne, .gt, .ge, .testLT, .testLE, .testEQ, .testNE, .testGT, .testGE: comparison(inst, state)
    case .neg, .pos, .invert: unary(inst, state)
    case .truth: truth(inst, state)
    case .getItem: getItem(inst, state)
    case .getAttr: getAttribute(inst, state)
    case .setAttr: setAttribute(inst, state)
    case .setItem: setItem(inst, state)
    case .getSlice: getSlice(inst, state)
    case .setSlice: setSlice(inst, state)
    case .iter: iterate(inst, state)
    case .next: next(inst, state)
    case .call: call(inst, state)
    case .callMethod: callMethod(inst, state)
    case .loadMethod: loadMethod(inst, state)
    case .callLoaded: callLoaded(inst, state)
    case .globalLoad: loadGlobal(inst, state)
    case .cellLoad: loadCell(inst, state)
    case .unpack: unpack(inst, state)
    case .sumStep: sumStep(inst, state)
    case .sumEnd: sumEnd(inst, state)
    case .unwrap:
      let operand = source.values(inst.operands).first!
      let binding = state.environment[operand]!
      if binding.representation == .optional {
        var state = state
        let made = emit(.unwrap, binding.values, &state)
        finish(inst, Binding(.boxed(.nothing), [made]), state)
      } else {
        finish(inst, binding, state)
      }
    default: chooseGeneral(inst, state)
    }
  }
}
