// How the generated tables are stored: 24-bit numbers as four characters of six bits, so that a table is one string
// constant in the read-only data: no initialiser runs, and the compiler has no array literal to check.

/// Numbers in a string constant; each character c stands for the six bits `c - 48`.
struct PackedTable {
  let text: StaticString
  /// Characters per number.
  let width: Int

  var count: Int { text.utf8CodeUnitCount / width }

  subscript(_ index: Int) -> UInt32 {
    var value: UInt32 = 0
    let start = text.utf8Start + index * width
    for offset in 0..<width { value = value << 6 | UInt32(start[offset] &- 48) }
    return value
  }

  /// Index of the last number that is at most `value`, or -1. The numbers must ascend.
  func lastNotAbove(_ value: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// For a table of range bounds (first inside, first outside, …): whether `value` is inside.
  func containsInRanges(_ value: UInt32) -> Bool { lastNotAbove(value) & 1 == 0 }
}
