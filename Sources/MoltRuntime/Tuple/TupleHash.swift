/// The running hash of a sequence of hashes as CPython's tuplehash computes it: a simplified xxHash. The lanes of a
/// 32-bit CPython are 32 bits wide, but hashes here are those of a 64-bit one on every target.
struct TupleHash {
  private var accumulator: UInt64 = 2_870_177_450_012_600_261

  mutating func add(_ lane: Int64) {
    accumulator = accumulator &+ UInt64(bitPattern: lane) &* 14_029_467_366_897_019_727
    accumulator = (accumulator << 31) | (accumulator >> 33)
    accumulator = accumulator &* 11_400_714_785_074_694_791
  }

  /// The hash of a tuple of `count` items.
  func finish(_ count: Int) -> Int64 {
    let mixed = accumulator &+ (UInt64(truncatingIfNeeded: count) ^ (2_870_177_450_012_600_261 ^ 3_527_539))
    return mixed == UInt64.max ? 1_546_275_796 : Int64(bitPattern: mixed)
  }

  /// The hash of a slice, whose number of parts is fixed.
  var withoutLength: Int64 { accumulator == UInt64.max ? 1_546_275_796 : Int64(bitPattern: accumulator) }
}
