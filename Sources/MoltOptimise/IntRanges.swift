import MoltIR
import MoltSpec

/// What numbers the machine ints of a function may be, from constants, lengths, unboxed ints and comparisons that stand
/// on the way. Nothing here is merely likely: a range holds because the operations before it gave nothing else.
///
/// Ranges grow from the definitions until they stop to; one that grows too often is taken to have no bound on that
/// side, and comparisons then bring the bound of a loop's counter back.
struct IntRanges {
  private let function: Function
  private let flow: ControlFlow
  /// By value; nil: nothing has reached it.
  private var ranges: [IntRange?]
  /// What comparisons say of a value in the blocks that their outcome's block dominates.
  private var limits: [ValueID: [(block: BlockID, limit: Limit)]] = [:]
  private var edgesInto: [[(from: BlockID, edge: Edge)]]
  private var growth: [UInt8]
  /// No range is known: the function would take too long.
  private var gaveUp = false

  private struct Limit {
    var relation: Relation
    var other: ValueID
  }

  private enum Relation {
    case less, lessOrEqual, equal, unequal, greaterOrEqual, greater
    /// What holds where it does not.
    var opposite: Relation {
      switch self {
      case .less: .greaterOrEqual
      case .lessOrEqual: .greater
      case .equal: .unequal
      case .unequal: .equal
      case .greaterOrEqual: .less
      case .greater: .lessOrEqual
      }
    }
    /// The same said of the other operand.
    var mirrored: Relation {
      switch self {
      case .less: .greater
      case .lessOrEqual: .greaterOrEqual
      case .greaterOrEqual: .lessOrEqual
      case .greater: .less
      case .equal, .unequal: self
      }
    }
  }

  /// How often a parameter's range may grow before the bound that grows is given up.
  private static let mostGrowth = 4
  private static let mostRounds = 60

  init(_ function: Function, _ flow: ControlFlow) {
    self.function = function
    self.flow = flow
    ranges = [IntRange?](repeating: nil, count: function.valueTypes.count)
    growth = [UInt8](repeating: 0, count: function.valueTypes.count)
    edgesInto = Array(repeating: [], count: function.blocks.count)
    for block in flow.reversePostorder {
      for edge in function.successors(block) { edgesInto[Int(edge.target.raw)].append((block, edge)) }
    }
    findLimits()
    solve()
  }

  /// The range of a value where it is used in that block.
  func range(_ value: ValueID, in block: BlockID) -> IntRange {
    if gaveUp { return .all }
    return current(value, in: block) ?? .all
  }

  // MARK: Comparisons

  private mutating func findLimits() {
    var comparisons: [ValueID: (Relation, ValueID, ValueID)] = [:]
    for block in flow.reversePostorder {
      for id in function[block].instructions {
        let inst = function[id]
        let relation: Relation
        switch inst.opcode {
        case .i64LT: relation = .less
        case .i64LE: relation = .lessOrEqual
        case .i64EQ: relation = .equal
        case .i64NE: relation = .unequal
        case .i64GE: relation = .greaterOrEqual
        case .i64GT: relation = .greater
        default: continue
        }
        let operands = Array(function.values(inst.operands))
        comparisons[inst.result] = (relation, operands[0], operands[1])
      }
    }
    for block in flow.reversePostorder {
      guard let last = function[block].instructions.last, function[last].opcode == .branch,
        let (relation, a, b) = comparisons[function.values(function[last].operands).first!],
        function[last].first.target != function[last].second.target
      else { continue }
      for (edge, relation) in [(function[last].first, relation), (function[last].second, relation.opposite)]
      where edgesInto[Int(edge.target.raw)].count == 1 {
        limits[a, default: []].append((edge.target, Limit(relation: relation, other: b)))
        limits[b, default: []].append((edge.target, Limit(relation: relation.mirrored, other: a)))
      }
    }
  }

  /// Nil: nothing has reached the value yet, or nothing can reach this place.
  private func current(_ value: ValueID, in block: BlockID) -> IntRange? {
    guard var result = ranges[Int(value.raw)] else { return nil }
    for (place, limit) in limits[value] ?? [] where place == block || flow.dominates(place, block) {
      guard let other = ranges[Int(limit.other.raw)], let limited = apply(limit.relation, other, to: result) else {
        return nil
      }
      result = limited
    }
    return result
  }

  private func apply(_ relation: Relation, _ other: IntRange, to range: IntRange) -> IntRange? {
    switch relation {
    case .less: other.high == .min ? nil : range.intersection(IntRange(.min, other.high - 1))
    case .lessOrEqual: range.intersection(IntRange(.min, other.high))
    case .equal: range.intersection(other)
    case .greaterOrEqual: range.intersection(IntRange(other.low, .max))
    case .greater: other.low == .max ? nil : range.intersection(IntRange(other.low + 1, .max))
    case .unequal:
      if other.low != other.high {
        range
      } else if range.low == other.low {
        range.low == range.high ? nil : IntRange(range.low + 1, range.high)
      } else if range.high == other.low {
        IntRange(range.low, range.high - 1)
      } else {
        range
      }
    }
  }

  // MARK: Solution

  private mutating func solve() {
    var rounds = 0
    while round(narrows: false) {
      rounds += 1
      if rounds > IntRanges.mostRounds {
        gaveUp = true
        return
      }
    }
    // What was found holds; computed again from it, bounds that were given up come back where comparisons give them.
    for _ in 0..<3 where !round(narrows: true) { break }
  }

  private mutating func round(narrows: Bool) -> Bool {
    var changed = false
    for block in flow.reversePostorder {
      if block.raw != 0 {
        for (index, parameter) in function[block].parameters.enumerated() where function.type(parameter) == .i64 {
          var joined: IntRange? = nil
          for (from, edge) in edgesInto[Int(block.raw)] {
            guard let range = current(function.pool[Int(edge.arguments.start) + index], in: from) else { continue }
            joined = joined.map { $0.union(range) } ?? range
          }
          if set(parameter, joined, narrows, isParameter: true) { changed = true }
        }
      }
      for id in function[block].instructions {
        let inst = function[id]
        guard !inst.result.isNone, function.type(inst.result) == .i64 else { continue }
        if set(inst.result, evaluate(inst, in: block), narrows, isParameter: false) { changed = true }
      }
    }
    return changed
  }

  private mutating func set(_ value: ValueID, _ new: IntRange?, _ narrows: Bool, isParameter: Bool) -> Bool {
    let index = Int(value.raw)
    let old = ranges[index]
    if narrows {
      // Never wider than what is known to hold.
      guard let old, let new, let both = old.intersection(new), both != old else { return false }
      ranges[index] = both
      return true
    }
    guard let new else { return false }
    guard let old else {
      ranges[index] = new
      return true
    }
    var wider = old.union(new)
    if wider == old { return false }
    if isParameter {
      growth[index] += 1
      if growth[index] > IntRanges.mostGrowth {
        if wider.low < old.low { wider.low = .min }
        if wider.high > old.high { wider.high = .max }
      }
    }
    ranges[index] = wider
    return true
  }

  /// Nil: an operand is not reached yet.
  private func evaluate(_ inst: Instruction, in block: BlockID) -> IntRange? {
    switch inst.opcode {
    case .i64Const: return .one(inst.immediate)
    case .intUnbox: return .inline
    case .sequenceLength: return .length
    case .i1ToI64: return IntRange(0, 1)
    case .i64Add, .i64Sub, .i64Mul, .i64And, .i64Or, .i64Xor, .i64AddChecked, .i64SubChecked, .i64MulChecked,
      .i64FloorDivChecked, .i64Quotient, .i64ModChecked, .i64Remainder, .i64ShrChecked:
      let operands = Array(function.values(inst.operands))
      guard let a = current(operands[0], in: block), let b = current(operands[1], in: block) else { return nil }
      switch inst.opcode {
      case .i64Add, .i64Sub, .i64Mul, .i64AddChecked, .i64SubChecked, .i64MulChecked:
        return IntRanges.result(inst.opcode, a, b).range
      case .i64And: return a & b
      case .i64Or, .i64Xor: return .combined(a, b)
      case .i64FloorDivChecked, .i64Quotient: return a.floorDivided(by: b)
      case .i64ModChecked, .i64Remainder: return a.modulo(b)
      default: return a.shiftedRight(by: b)
      }
    default: return .all
    }
  }

  /// Of an addition, subtraction or multiplication.
  static func result(_ opcode: Opcode, _ a: IntRange, _ b: IntRange) -> IntRange.Outcome {
    switch opcode {
    case .i64Add, .i64AddChecked: a + b
    case .i64Sub, .i64SubChecked: a - b
    default: a * b
    }
  }
}
