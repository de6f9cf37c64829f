/// A set of small numbers as a bit vector of fixed size.
public struct ValueSet: Sendable, Equatable {
  private var words: [UInt64]

  public init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  @inlinable public subscript(_ index: Int) -> Bool { contains(index) }
  public func contains(_ index: Int) -> Bool { words[index >> 6] >> UInt64(index & 63) & 1 != 0 }
  public mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }
  public mutating func remove(_ index: Int) { words[index >> 6] &= ~(1 << UInt64(index & 63)) }

  /// Adds the other set's elements; tells whether that changed anything.
  @discardableResult
  public mutating func formUnion(_ other: ValueSet) -> Bool {
    var changed: UInt64 = 0
    for index in words.indices {
      let new = words[index] | other.words[index]
      changed |= new ^ words[index]
      words[index] = new
    }
    return changed != 0
  }

  public func forEach(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(index << 6 | rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  public func elements() -> [Int] {
    var result: [Int] = []
    forEach { result.append($0) }
    return result
  }
}
