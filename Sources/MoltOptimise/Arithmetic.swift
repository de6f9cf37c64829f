import MoltIR
import MoltSpec

// Numbers in machine words. What does not fit, or divides by zero, goes to the generic version of the operation, which
// makes the big int or raises.
extension Specialiser {
  /// The plain form of an augmented operation: for numbers they are the same.
  private func plainForm(_ opcode: Opcode) -> Opcode {
    switch opcode {
    case .iadd: .add
    case .isub: .sub
    case .imul: .mul
    case .imod: .mod
    case .itrueDiv: .trueDiv
    case .ipow: .pow
    case .ilshift: .lshift
    case .irshift: .rshift
    case .ior: .or
    case .ixor: .xor
    case .iand: .and
    case .ifloorDiv: .floorDiv
    default: opcode
    }
  }

  /// Both operands as numbers, tested where they only likely are; nil if at least one is not even likely a number.
  private mutating func numbers(
    _ inst: Instruction, _ state: inout State, ints: Bool = false
  ) -> (Number, Number)? {
    let operands = Array(source.values(inst.operands))
    var kinds = operands.map { kind($0, state) }
    for index in 0..<2 where kinds[index] == .bool { kinds[index] = .int }
    let isNumber = kinds.map { $0 == .int || $0 == .float }
    // An operand of unknown type is likely what the other one is.
    if !isNumber[0] && kinds[0] == .unknown && isNumber[1] { kinds[0] = kinds[1] }
    if !isNumber[1] && kinds[1] == .unknown && isNumber[0] { kinds[1] = kinds[0] }
    for kind in kinds where kind != .int && (kind != .float || ints) { return nil }
    var result: [Number] = []
    for (operand, kind) in zip(operands, kinds) {
      if let number = number(operand, &state) {
        result.append(number)
        continue
      }
      let likely = facts.type(operand) == .bool ? .bool : kind
      if !assume(operand, likely, &state, failure: .generic) { return nil }
      guard let number = number(operand, &state) else { return nil }
      result.append(number)
    }
    return (result[0], result[1])
  }

  private mutating func float(_ number: Number, _ state: inout State) -> ValueID {
    switch number {
    case .float(let id): id
    case .int(let id): emit(.i64ToF64, [id], &state)
    }
  }

  mutating func arithmetic(_ inst: Instruction, _ start: State) {
    var state = start
    let operation = plainForm(inst.opcode)
    let needsInts: Bool
    switch operation {
    case .lshift, .rshift, .or, .xor, .and: needsInts = true
    default: needsInts = false
    }
    let operands = Array(source.values(inst.operands))
    if needsInts, [.or, .xor, .and].contains(operation),
      operands.contains(where: { isBool($0, state) })
    {
      return chooseGeneral(inst, start)
    }
    if operation == .add, inst.opcode == .add, concatenate(inst, operands, start) { return }
    guard let (a, b) = numbers(inst, &state, ints: needsInts) else { return chooseGeneral(inst, start) }
    if a.isInt && b.isInt {
      intArithmetic(inst, operation, a.id, b.id, state)
    } else {
      floatArithmetic(inst, operation, a, b, state)
    }
  }

  /// The sum of two lists, the first of which nothing else has seen: it is extended where it is.
  private mutating func concatenate(_ inst: Instruction, _ operands: [ValueID], _ start: State) -> Bool {
    guard temporaries.contains(operands[0]), operands.allSatisfy({ kind($0, start) == .list }) else { return false }
    var state = start
    settle(&state)
    let failure = Failure.edge(generalPath(inst, state))
    for operand in operands { _ = assume(operand, .list, &state, failure: failure) }
    let sum = emitRaising(.listConcat, values(operands, &state), inst, &state)
    finish(inst, Binding(.boxed(.exact(.list)), [sum]), state)
    return true
  }

  /// Held as a bool, or likely one: its bitwise operations give bools.
  private func isBool(_ name: ValueID, _ state: State) -> Bool {
    switch state.environment[name]!.representation {
    case .bool: true
    case .constant(let index): module.constants[Int(index)] == .true || module.constants[Int(index)] == .false
    default: facts.type(name) == .bool
    }
  }

  private mutating func intArithmetic(
    _ inst: Instruction, _ operation: Opcode, _ a: ValueID, _ b: ValueID, _ start: State
  ) {
    var state = start
    let checked: Opcode
    switch operation {
    case .add: checked = .i64AddChecked
    case .sub: checked = .i64SubChecked
    case .mul: checked = .i64MulChecked
    case .floorDiv: checked = .i64FloorDivChecked
    case .mod: checked = .i64ModChecked
    case .lshift: checked = .i64ShlChecked
    case .rshift: checked = .i64ShrChecked
    case .trueDiv:
      let quotient = emitChecked(.i64TrueDivChecked, [a, b], &state, failure: .generic)
      return finish(inst, Binding(.f64, [quotient]), state)
    case .or, .xor, .and:
      let opcode: Opcode = operation == .or ? .i64Or : operation == .xor ? .i64Xor : .i64And
      return finish(inst, Binding(.i64, [emit(opcode, [a, b], &state)]), state)
    case .pow:
      let exponent = state.environment[Array(source.values(inst.operands))[1]]!.representation
      guard case .constant(let index) = exponent, module.constants[Int(index)] == .smallInt(2) else {
        return chooseGeneral(inst, start)
      }
      let square = emitChecked(.i64MulChecked, [a, a], &state, failure: .generic)
      return finish(inst, Binding(.i64, [square]), state)
    default: return chooseGeneral(inst, start)
    }
    finish(inst, Binding(.i64, [emitChecked(checked, [a, b], &state, failure: .generic)]), state)
  }

  private mutating func floatArithmetic(
    _ inst: Instruction, _ operation: Opcode, _ a: Number, _ b: Number, _ start: State
  ) {
    var state = start
    let checked: Opcode
    switch operation {
    case .add, .sub, .mul:
      let opcode: Opcode = operation == .add ? .f64Add : operation == .sub ? .f64Sub : .f64Mul
      let x = float(a, &state)
      let y = float(b, &state)
      return finish(inst, Binding(.f64, [emit(opcode, [x, y], &state)]), state)
    case .trueDiv: checked = .f64DivChecked
    case .pow: checked = .f64PowChecked
    default: return chooseGeneral(inst, start)
    }
    let x = float(a, &state)
    let y = float(b, &state)
    finish(inst, Binding(.f64, [emitChecked(checked, [x, y], &state, failure: .generic)]), state)
  }

  // MARK: Comparisons

  mutating func comparison(_ inst: Instruction, _ start: State) {
    var state = start
    guard let (a, b) = numbers(inst, &state) else { return chooseGeneral(inst, start) }
    let opcodes: (Opcode, Opcode)
    switch inst.opcode {
    case .lt, .testLT: opcodes = (.i64LT, .f64LT)
    case .le, .testLE: opcodes = (.i64LE, .f64LE)
    case .eq, .testEQ: opcodes = (.i64EQ, .f64EQ)
    case .ne, .testNE: opcodes = (.i64NE, .f64NE)
    case .gt, .testGT: opcodes = (.i64GT, .f64GT)
    default: opcodes = (.i64GE, .f64GE)
    }
    let condition: ValueID
    if a.isInt && b.isInt {
      condition = emit(opcodes.0, [a.id, b.id], &state)
    } else {
      // An int is compared by its exact value.
      for number in [a, b] where number.isInt {
        require(emit(.i64IsExact, [number.id], &state), &state, failure: .generic)
      }
      let x = float(a, &state)
      let y = float(b, &state)
      condition = emit(opcodes.1, [x, y], &state)
    }
    finish(inst, Binding(source.type(inst.result) == .i1 ? .machine(.i1) : .bool, [condition]), state)
  }

  // MARK: One operand

  mutating func unary(_ inst: Instruction, _ start: State) {
    var state = start
    let operand = source.values(inst.operands).first!
    let likely = kind(operand, state)
    guard likely == .int || likely == .float && inst.opcode != .invert else { return chooseGeneral(inst, start) }
    if number(operand, &state) == nil && !assume(operand, likely, &state, failure: .generic) {
      return chooseGeneral(inst, start)
    }
    guard let number = number(operand, &state) else { return chooseGeneral(inst, start) }
    switch (inst.opcode, number) {
    case (.pos, .int(let id)): finish(inst, Binding(.i64, [id]), state)
    case (.pos, .float(let id)): finish(inst, Binding(.f64, [id]), state)
    case (.neg, .float(let id)): finish(inst, Binding(.f64, [emit(.f64Neg, [id], &state)]), state)
    case (.neg, .int(let id)):
      let zero = emit(.i64Const, [], immediate: 0, &state)
      finish(inst, Binding(.i64, [emitChecked(.i64SubChecked, [zero, id], &state, failure: .generic)]), state)
    case (.invert, .int(let id)) where state.environment[operand]!.representation == .i64:
      let ones = emit(.i64Const, [], immediate: -1, &state)
      finish(inst, Binding(.i64, [emit(.i64Xor, [id, ones], &state)]), state)
    default: chooseGeneral(inst, start)
    }
  }

  mutating func truth(_ inst: Instruction, _ start: State) {
    var state = start
    let operand = source.values(inst.operands).first!
    let binding = state.environment[operand]!
    func finish(_ condition: ValueID) { self.finish(inst, Binding(.machine(.i1), [condition]), state) }
    switch binding.representation {
    case .bool: return finish(binding.values[0])
    case .i64:
      let zero = emit(.i64Const, [], immediate: 0, &state)
      return finish(emit(.i64NE, [binding.values[0], zero], &state))
    case .f64:
      let zero = emit(.f64Const, [], immediate: 0, &state)
      return finish(emit(.f64NE, [binding.values[0], zero], &state))
    case .boxed(.exact(let type)):
      let length = emit(.sequenceLength, binding.values, immediate: type.rawValue, &state)
      let zero = emit(.i64Const, [], immediate: 0, &state)
      return finish(emit(.i64NE, [length, zero], &state))
    case .tuple(let parts): return finish(emit(.i1Const, [], immediate: parts.isEmpty ? 0 : 1, &state))
    case .boxed, .optional:
      let likely = facts.type(operand)
      guard likely == .int || likely == .bool || likely == .list || likely == .float else { break }
      let slow = state
      if assume(operand, likely, &state, failure: .edge(generalPath(inst, slow))) { return truth(inst, state) }
    default: break
    }
    chooseGeneral(inst, start)
  }

  /// An edge to the general form of a choice, after which control goes on with all that is known.
  mutating func generalPath(_ inst: Instruction, _ state: State) -> Edge {
    var slow = state
    let block = startBlock(&slow)
    result[block].isCold = true
    chooseGeneral(inst, slow)
    return result.edge(block)
  }
}
