/// The least and the greatest number that a machine int may be. Arithmetic gives what holds of results that fit a
/// machine int; `fits` tells whether all do.
struct IntRange: Equatable {
  var low: Int64
  var high: Int64

  init(_ low: Int64, _ high: Int64) {
    self.low = low
    self.high = high
  }

  static let all = IntRange(.min, .max)
  /// Ints that a value holds without an object.
  static let inline = IntRange(-(1 << 48), 1 << 48 - 1)
  /// Ints that a float holds exactly, with no gaps.
  static let exact = IntRange(-(1 << 53), 1 << 53)
  /// Lengths of objects: items are at least a byte each, and addresses have fewer bits.
  static let length = IntRange(0, 1 << 60)

  static func one(_ number: Int64) -> IntRange { IntRange(number, number) }

  func contains(_ number: Int64) -> Bool { low <= number && number <= high }
  func isInside(_ other: IntRange) -> Bool { other.low <= low && high <= other.high }

  func union(_ other: IntRange) -> IntRange { IntRange(min(low, other.low), max(high, other.high)) }

  /// Nil: no number is in both.
  func intersection(_ other: IntRange) -> IntRange? {
    let (low, high) = (max(low, other.low), min(high, other.high))
    return low <= high ? IntRange(low, high) : nil
  }

  // MARK: Arithmetic

  /// A bound, and whether it was too far out for a machine int.
  private typealias Bound = (number: Int64, isOutside: Bool)

  private static func sum(_ a: Int64, _ b: Int64) -> Bound {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? (a < 0 ? .min : .max, true) : (sum, false)
  }

  private static func difference(_ a: Int64, _ b: Int64) -> Bound {
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? (a < 0 ? .min : .max, true) : (difference, false)
  }

  private static func product(_ a: Int64, _ b: Int64) -> Bound {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? ((a < 0) == (b < 0) ? .max : .min, true) : (product, false)
  }

  /// A range, and whether every result is in it: none was too far out.
  typealias Outcome = (range: IntRange, fits: Bool)

  private static func outcome(_ bounds: [Bound]) -> Outcome {
    let numbers = bounds.map(\.number)
    return (IntRange(numbers.min()!, numbers.max()!), !bounds.contains { $0.isOutside })
  }

  static func + (a: IntRange, b: IntRange) -> Outcome { outcome([sum(a.low, b.low), sum(a.high, b.high)]) }

  static func - (a: IntRange, b: IntRange) -> Outcome {
    outcome([difference(a.low, b.high), difference(a.high, b.low)])
  }

  static func * (a: IntRange, b: IntRange) -> Outcome {
    outcome([product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)])
  }

  /// a // b. Nothing is known of results for other than positive divisors.
  func floorDivided(by b: IntRange) -> IntRange {
    if b.low <= 0 { return .all }
    func quotient(_ x: Int64, _ y: Int64) -> Int64 {
      let (quotient, rest) = x.quotientAndRemainder(dividingBy: y)
      return rest < 0 ? quotient - 1 : quotient
    }
    let bounds = [quotient(low, b.low), quotient(low, b.high), quotient(high, b.low), quotient(high, b.high)]
    return IntRange(bounds.min()!, bounds.max()!)
  }

  /// a % b has the sign of b and is nearer to 0 than b.
  func modulo(_ b: IntRange) -> IntRange {
    let result = IntRange(b.low < 0 ? b.low + 1 : 0, b.high > 0 ? b.high - 1 : 0)
    return low >= 0 && b.low > 0 ? IntRange(0, min(high, result.high)) : result
  }

  static func & (a: IntRange, b: IntRange) -> IntRange {
    let limits = [a, b].filter { $0.low >= 0 }.map(\.high)
    return limits.isEmpty ? .all : IntRange(0, limits.min()!)
  }

  /// Of both `|` and `^`.
  static func combined(_ a: IntRange, _ b: IntRange) -> IntRange {
    if a.low < 0 || b.low < 0 { return .all }
    let zeros = min(a.high.leadingZeroBitCount, b.high.leadingZeroBitCount)
    return IntRange(0, Int64(bitPattern: UInt64.max >> UInt64(zeros)))
  }

  func shiftedRight(by b: IntRange) -> IntRange {
    let (least, most) = (max(0, min(63, b.low)), max(0, min(63, b.high)))
    return IntRange(low >> (low < 0 ? least : most), high >> (high < 0 ? most : least))
  }
}
