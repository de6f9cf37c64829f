import MoltIR
import MoltSpec

// Slices of lists whose bounds are machine ints. A slice that is only stored in another slice is never made: the items
// go from list to list.
extension Specialiser {
  /// Results of `py.getslice` that nothing but the storing end of a `py.setslice` uses, with nothing between the two
  /// that could change a list without asking for what was put off first.
  static func passingSlices(_ source: Function, _ uses: [ValueID: Int]) -> Set<ValueID> {
    var result = Set<ValueID>()
    for block in source.blocks {
      for (index, id) in block.instructions.enumerated() where source[id].opcode == .getSlice {
        let slice = source[id].result
        if uses[slice] == 1, source.reachesStore(of: slice, from: block.instructions, index + 1) {
          result.insert(slice)
        }
      }
    }
    return result
  }

  private func isNone(_ name: ValueID, _ state: State) -> Bool {
    guard case .constant(let index) = state.environment[name]!.representation else { return false }
    return module.constants[Int(index)] == .none
  }

  /// Whether `bound` has an answer.
  private func isBound(_ name: ValueID, _ state: State) -> Bool {
    let likely = kind(name, state)
    return likely == .int || likely == .unknown || isNone(name, state)
  }

  /// A bound as a machine int, `absent` for None.
  private mutating func bound(_ name: ValueID, absent: Int64, _ state: inout State, failure: Edge) -> ValueID? {
    isNone(name, state)
      ? emit(.i64Const, [], immediate: absent, &state) : index(name, &state, failure: failure)
  }

  /// The step where it is a constant that 32 bits hold.
  private func step(_ name: ValueID, _ state: State) -> Int64? {
    guard case .constant(let index) = state.environment[name]!.representation else { return nil }
    switch module.constants[Int(index)] {
    case .none: return 1
    case .smallInt(let value) where value != 0 && Int64(Int32.min)...Int64(Int32.max) ~= value: return value
    default: return nil
    }
  }

  mutating func getSlice(_ inst: Instruction, _ start: State) {
    let operands = Array(source.values(inst.operands))
    guard kind(operands[0], start) == .list, !start.environment[operands[0]]!.representation.isVirtual,
      isBound(operands[1], start), isBound(operands[2], start), let step = step(operands[3], start)
    else { return chooseGeneral(inst, start) }
    var state = start
    let failure = generalPath(inst, start)
    let (first, last) = step > 0 ? (0, Int64.max) : (Int64.max, -Int64.max)
    guard assume(operands[0], .list, &state, failure: .edge(failure)),
      let from = bound(operands[1], absent: first, &state, failure: failure),
      let to = bound(operands[2], absent: last, &state, failure: failure)
    else { return chooseGeneral(inst, start) }
    let parts = [state.environment[operands[0]]!.values[0], from, to]
    if passingSlices.contains(inst.result) { return finish(inst, Binding(.listSlice(step: step), parts), state) }
    let made = emit(.listSlice, parts, immediate: step, type: .value, &state)
    finish(inst, Binding(.boxed(.exact(.list)), [made]), state)
  }

  mutating func setSlice(_ inst: Instruction, _ start: State) {
    let operands = Array(source.values(inst.operands))
    guard kind(operands[0], start) == .list, !start.environment[operands[0]]!.representation.isVirtual,
      isBound(operands[1], start), isBound(operands[2], start), step(operands[3], start) == 1
    else { return chooseGeneral(inst, start) }
    var state = start
    settle(except: operands[4], &state)
    let failure = generalPath(inst, state)
    guard assume(operands[0], .list, &state, failure: .edge(failure)),
      let from = bound(operands[1], absent: 0, &state, failure: failure),
      let to = bound(operands[2], absent: Int64.max, &state, failure: failure)
    else { return chooseGeneral(inst, start) }
    let target = [state.environment[operands[0]]!.values[0], from, to]
    let stored = state.environment[operands[4]]!
    if case .listSlice(let step) = stored.representation {
      emit(.listMoveSlice, target + stored.values, immediate: step, &state)
    } else {
      emitRaising(.listSetSlice, target + [value(operands[4], &state)], inst, &state)
    }
    finish(inst, Binding(.dropped), state)
  }
}

extension Function {
  /// How often each value is an operand or passed along an edge.
  func useCounts() -> [ValueID: Int] {
    var uses: [ValueID: Int] = [:]
    func count(_ list: ValueList) { for value in values(list) { uses[value, default: 0] += 1 } }
    for block in blocks {
      count(block.unwind.arguments)
      for id in block.instructions {
        count(self[id].operands)
        count(self[id].first.arguments)
        count(self[id].second.arguments)
      }
    }
    return uses
  }

  /// Whether straight code leads from here to a `py.setslice` that stores the slice, by way of operations that compute
  /// bounds.
  fileprivate func reachesStore(of slice: ValueID, from instructions: [InstID], _ start: Int) -> Bool {
    var list = instructions[start...]
    // A chain of blocks that never ends is not straight.
    for _ in 0..<64 {
      guard let id = list.popFirst() else { return false }
      let inst = self[id]
      switch inst.opcode {
      case .setSlice:
        let operands = Array(values(inst.operands))
        return operands[4] == slice && !operands.dropLast().contains(slice)
      case .const, .null, .add, .sub, .mul, .floorDiv, .mod, .neg, .getItem, .getAttr, .globalLoad, .call, .unwrap,
        .cellLoad, .checkBound:
        continue
      case .jump:
        if !self[inst.first.target].parameters.isEmpty { return false }
        list = self[inst.first.target].instructions[...]
      default: return false
      }
    }
    return false
  }
}
