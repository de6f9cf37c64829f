import MoltIR
import MoltSpec

// The loop of `sum()` in machine words: ints as long as the total fits one, then floats with compensation. The phase is
// how the compensation is held: null for ints, an f64 for floats; anything else is left to the runtime.
extension Specialiser {
  mutating func sumStep(_ inst: Instruction, _ start: State) {
    var state = start
    let operands = Array(source.values(inst.operands))
    let (total, compensation) = (state.environment[operands[0]]!, state.environment[operands[1]]!)
    let isFloatPhase: Bool
    switch (total.representation, compensation.representation) {
    case (.i64, .null), (.constant, .null): isFloatPhase = false
    case (.f64, .f64): isFloatPhase = true
    default: return chooseGeneral(inst, start)
    }
    let failure = Failure.edge(generalPath(inst, start))
    if number(operands[2], &state) == nil {
      var likely = kind(operands[2], state)
      if likely == .unknown { likely = isFloatPhase ? .float : .int }
      guard [.int, .float, .bool].contains(likely), assume(operands[2], likely, &state, failure: failure) else {
        return chooseGeneral(inst, start)
      }
    }
    guard let item = number(operands[2], &state), let sum = number(operands[0], &state) else {
      return chooseGeneral(inst, start)
    }
    switch (sum, item) {
    case (.int(let sum), .int(let item)):
      let next = emitChecked(.i64AddChecked, [sum, item], &state, failure: failure)
      finish(inst, compound([Binding(.i64, [next]), Binding(.null)]) { .elements($0) }, state)
    case (.int(let sum), .float(let item)):
      let next = emit(.f64Add, [emit(.i64ToF64, [sum], &state), item], &state)
      let zero = emit(.f64Const, [], immediate: 0, &state)
      finish(inst, compound([Binding(.f64, [next]), Binding(.f64, [zero])]) { .elements($0) }, state)
    case (.float(let sum), .int(let item)):
      let next = emit(.f64Add, [sum, emit(.i64ToF64, [item], &state)], &state)
      finish(inst, compound([Binding(.f64, [next]), compensation]) { .elements($0) }, state)
    case (.float(let sum), .float(let item)):
      let next = emit(.f64Add, [sum, item], &state)
      let lost = emit(.f64Add, [compensation.values[0], emit(.f64Lost, [sum, item, next], &state)], &state)
      finish(inst, compound([Binding(.f64, [next]), Binding(.f64, [lost])]) { .elements($0) }, state)
    }
  }

  mutating func sumEnd(_ inst: Instruction, _ start: State) {
    var state = start
    let operands = Array(source.values(inst.operands))
    let (total, compensation) = (state.environment[operands[0]]!, state.environment[operands[1]]!)
    switch (total.representation, compensation.representation) {
    case (.i64, .null), (.constant, .null): finish(inst, total, state)
    case (.f64, .f64):
      let sum = emit(.f64Compensated, total.values + compensation.values, &state)
      finish(inst, Binding(.f64, [sum]), state)
    default: chooseGeneral(inst, start)
    }
  }
}
