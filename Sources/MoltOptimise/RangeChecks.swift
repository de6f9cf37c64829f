import MoltIR
import MoltSpec

/// Takes out the tests of machine arithmetic that `IntRanges` shows to hold always: overflow of sums, differences and
/// products, division by zero, ints that no float holds exactly, indices that count from the end, and boxed ints that
/// need an object.
struct RangeChecks {
  static func run(_ function: Function) -> Function {
    guard function.instructions.contains(where: { $0.opcode.mayLoseTest }) else { return function }
    let flow = ControlFlow(function)
    let ranges = IntRanges(function, flow)
    var result = function
    for block in flow.reversePostorder {
      for id in function[block].instructions {
        let inst = function[id]
        guard inst.opcode.mayLoseTest else { continue }
        let operands = Array(function.values(inst.operands))
        let known = operands.map { ranges.range($0, in: block) }
        switch inst.opcode {
        case .i64AddChecked, .i64SubChecked, .i64MulChecked:
          guard IntRanges.result(inst.opcode, known[0], known[1]).fits else { continue }
          let plain: Opcode =
            inst.opcode == .i64AddChecked ? .i64Add : inst.opcode == .i64SubChecked ? .i64Sub : .i64Mul
          result[id].opcode = plain
          result[id].first = .none
          result[id].second = .none
          result[block].instructions.append(result.make(.jump, first: inst.first))
        case .i64FloorDivChecked, .i64ModChecked:
          // Rounded down and towards zero is the same then.
          guard known[0].low >= 0, known[1].low > 0 else { continue }
          result[id].opcode = inst.opcode == .i64ModChecked ? .i64Remainder : .i64Quotient
          result[id].first = .none
          result[id].second = .none
          result[block].instructions.append(result.make(.jump, first: inst.first))
        case .i64TrueDivChecked:
          guard known.allSatisfy({ $0.isInside(.exact) }) else { continue }
          let floats = operands.map { result.make(.i64ToF64, [$0]) }
          let list = result.list(floats.map { result[$0].result })
          result[id].opcode = .f64DivChecked
          result[id].operands = list
          result[block].instructions.insert(contentsOf: floats, at: result[block].instructions.count - 1)
        case .sequenceGetChecked, .sequencePeekChecked, .listSetChecked:
          if known[1].low >= 0 { result[id].immediate |= ExactType.plainIndex }
        case .i64IsExact:
          guard known[0].isInside(.exact) else { continue }
          result[id].opcode = .i1Const
          result[id].operands = .empty
          result[id].immediate = 1
        case .intBox:
          if known[0].isInside(.inline) { result[id].opcode = .intBoxInline }
        default: continue
        }
      }
    }
    return result
  }
}

extension Opcode {
  fileprivate var mayLoseTest: Bool {
    switch self {
    case .i64AddChecked, .i64SubChecked, .i64MulChecked, .i64FloorDivChecked, .i64ModChecked, .i64TrueDivChecked,
      .i64IsExact, .intBox, .sequenceGetChecked, .sequencePeekChecked, .listSetChecked:
      true
    default: false
    }
  }
}
