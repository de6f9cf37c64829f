import MoltIR
import MoltSpec

// Methods of lists that compiled code calls in the runtime directly. The type is tested, and the methods of a built-in
// type never change.
extension Specialiser {
  /// Carries a method call out if it is one of these on what likely is a list.
  mutating func callListMethod(_ inst: Instruction, _ start: State) -> Bool {
    let operands = Array(source.values(inst.operands))
    guard kind(operands[0], start) == .list, !start.environment[operands[0]]!.representation.isVirtual,
      inst.immediate == operands.count - 1, facts.callees[inst.result.raw] == nil, let none = noneConstant,
      case .str(let bytes) = module.constants[Int(inst.constant)]
    else { return false }
    let name = String(decoding: bytes, as: UTF8.self)
    switch (name, operands.count - 1) {
    case ("append", 1), ("reverse", 0), ("pop", 0): break
    case ("pop", 1), ("insert", 2):
      let likely = kind(operands[1], start)
      guard likely == .int || likely == .unknown else { return false }
    default: return false
    }
    var state = start
    settle(&state)
    let failure = generalPath(inst, state)
    guard assume(operands[0], .list, &state, failure: .edge(failure)) else { return false }
    let list = state.environment[operands[0]]!.values[0]
    switch name {
    case "append": emitRaising(.listAppend, [list, value(operands[1], &state)], inst, &state)
    case "reverse": emit(.listReverse, [list], &state)
    case "pop":
      var position = ValueID.none
      if operands.count == 1 {
        position = emit(.i64Const, [], immediate: -1, &state)
      } else {
        guard let given = index(operands[1], &state, failure: failure) else { return false }
        position = given
      }
      let item = emitRaising(.listPop, [list, position], inst, &state)
      finish(inst, Binding(.boxed(.nothing), [item]), state)
      return true
    default:
      guard let position = index(operands[1], &state, failure: failure) else { return false }
      emit(.listInsert, [list, position, value(operands[2], &state)], &state)
    }
    finish(inst, Binding(.constant(none)), state)
    return true
  }
}
