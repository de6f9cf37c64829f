import XCTest

@testable import MoltOptimise

/// Ranges of results against the results of the numbers in them.
final class IntRangeTests: XCTestCase {
  private static let edges: [Int64] = [
    .min, .min + 1, -(1 << 62), -(1 << 31) - 1, -7, -2, -1, 0, 1, 2, 3, 8, 1 << 32, 1 << 62, .max - 1, .max,
  ]

  private static let ranges: [IntRange] = edges.indices.flatMap { low in
    edges.indices[low...].map { IntRange(edges[low], edges[$0]) }
  }

  /// Numbers of the range: its bounds, those beside them, and the edges inside.
  private func samples(_ range: IntRange) -> [Int64] {
    var result = IntRangeTests.edges.filter(range.contains)
    if range.low < .max { result.append(range.low + 1) }
    if range.high > .min { result.append(range.high - 1) }
    return result.filter(range.contains)
  }

  private func check(
    _ name: String, _ outcome: (IntRange, IntRange) -> IntRange.Outcome,
    _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)?
  ) {
    for a in IntRangeTests.ranges {
      for b in IntRangeTests.ranges {
        let (range, fits) = outcome(a, b)
        for x in samples(a) {
          for y in samples(b) {
            guard let (result, overflow) = operation(x, y) else { continue }
            if overflow {
              if fits { return XCTFail("\(x) \(name) \(y) does not fit, for \(a) and \(b)") }
            } else if !range.contains(result) {
              return XCTFail("\(x) \(name) \(y) is not in \(range), for \(a) and \(b)")
            }
          }
        }
      }
    }
  }

  private func floorDivided(_ x: Int64, _ y: Int64) -> Int64 {
    let (quotient, rest) = x.quotientAndRemainder(dividingBy: y)
    return rest != 0 && (rest < 0) != (y < 0) ? quotient - 1 : quotient
  }

  func testSumsDifferencesAndProducts() {
    check("+", { $0 + $1 }) { $0.addingReportingOverflow($1) }
    check("-", { $0 - $1 }) { $0.subtractingReportingOverflow($1) }
    check("*", { $0 * $1 }) { $0.multipliedReportingOverflow(by: $1) }
  }

  func testQuotientsAndRemainders() {
    // What the machine operations leave to the general ones is no result.
    check("//", { ($0.floorDivided(by: $1), true) }) { x, y in
      y == 0 || y == -1 ? nil : (self.floorDivided(x, y), false)
    }
    check("%", { ($0.modulo($1), true) }) { x, y in
      y == 0 || y == -1 ? nil : (x &- self.floorDivided(x, y) &* y, false)
    }
  }

  func testBits() {
    check("&", { ($0 & $1, true) }) { ($0 & $1, false) }
    check("|", { (.combined($0, $1), true) }) { ($0 | $1, false) }
    check("^", { (.combined($0, $1), true) }) { ($0 ^ $1, false) }
    check(">>", { ($0.shiftedRight(by: $1), true) }) { (0...63).contains($1) ? ($0 >> $1, false) : nil }
  }

  func testTheRangesAreNotWiderThanTheResults() {
    XCTAssertEqual((IntRange(1, 3) + IntRange(-5, 7)).range, IntRange(-4, 10))
    XCTAssertTrue((IntRange.inline + IntRange.length).fits)
    XCTAssertFalse((IntRange.length * .length).fits)
    XCTAssertEqual(IntRange.all.floorDivided(by: .one(2)), IntRange(-(1 << 62), 1 << 62 - 1))
    XCTAssertEqual(IntRange.all.modulo(.one(1000)), IntRange(0, 999))
    XCTAssertEqual(IntRange(0, 10).modulo(IntRange(20, 30)), IntRange(0, 10))
    XCTAssertEqual(IntRange.all & .one(255), IntRange(0, 255))
    XCTAssertEqual(IntRange.combined(IntRange(0, 5), IntRange(0, 9)), IntRange(0, 15))
    XCTAssertEqual(IntRange(-8, 80).shiftedRight(by: .one(3)), IntRange(-1, 10))
    XCTAssertNil(IntRange(0, 1).intersection(IntRange(2, 3)))
  }
}
