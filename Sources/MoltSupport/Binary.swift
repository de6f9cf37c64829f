// The encoding that all artifact payloads share: little-endian fixed integers, LEB128 varints, counted byte strings and
// a string table. A reader checks every read against the end of its input and every count against the bytes that are
// left, so that a hostile file can neither crash it nor make it allocate more than a small multiple of its own size.

/// Appends values to a growing byte array.
public struct BinaryWriter: Sendable {
  public var bytes: [UInt8] = []

  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  @inlinable public mutating func byte(_ value: UInt8) { bytes.append(value) }
  @inlinable public mutating func bool(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// LEB128: seven bits a byte, low bits first.
  @inlinable public mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A non-negative count or index.
  @inlinable public mutating func count(_ value: Int) { varint(UInt64(value)) }
  @inlinable public mutating func uint32(_ value: UInt32) { varint(UInt64(value)) }

  /// Zigzag varint, for numbers that may be negative.
  @inlinable public mutating func signed(_ value: Int64) { varint(UInt64(bitPattern: value << 1 ^ value >> 63)) }

  @inlinable public mutating func fixed32(_ value: UInt32) { fixed(UInt64(value), 4) }
  @inlinable public mutating func fixed64(_ value: UInt64) { fixed(value, 8) }
  @inlinable public mutating func double(_ value: Double) { fixed64(value.bitPattern) }

  @inlinable mutating func fixed(_ value: UInt64, _ count: Int) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
  }

  @inlinable public mutating func digest(_ value: Digest) {
    fixed64(value.high)
    fixed64(value.low)
  }

  /// Count, then the bytes.
  @inlinable public mutating func blob(_ value: some Collection<UInt8>) {
    count(value.count)
    bytes.append(contentsOf: value)
  }

  @inlinable public mutating func string(_ value: String) { blob(value.utf8) }

  @inlinable public mutating func array<C: Collection>(_ values: C, _ body: (inout BinaryWriter, C.Element) -> Void) {
    count(values.count)
    for value in values { body(&self, value) }
  }

  /// 0 for nil, otherwise 1 and the value.
  @inlinable public mutating func optional<T>(_ value: T?, _ body: (inout BinaryWriter, T) -> Void) {
    bool(value != nil)
    if let value { body(&self, value) }
  }
}

/// A payload that does not have the form its kind and version promise.
public struct BinaryError: Error, Equatable, Sendable {
  public var reason: String
  /// Byte offset in the payload.
  public var offset: Int
  public init(_ reason: String, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

/// Reads what `BinaryWriter` wrote.
public struct BinaryReader: Sendable {
  public let bytes: [UInt8]
  public private(set) var offset = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public var remaining: Int { bytes.count - offset }
  public var isAtEnd: Bool { offset == bytes.count }

  public func failure(_ reason: String) -> BinaryError { BinaryError(reason, at: offset) }

  public mutating func byte() throws(BinaryError) -> UInt8 {
    guard offset < bytes.count else { throw failure("the data ends early") }
    defer { offset += 1 }
    return bytes[offset]
  }

  public mutating func bool() throws(BinaryError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw failure("a truth value is neither 0 nor 1")
    }
  }

  public mutating func varint() throws(BinaryError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 63 || next <= 1 else { throw failure("a number does not fit 64 bits") }
      value |= UInt64(next & 0x7F) << shift
      if next & 0x80 == 0 { return value }
      shift += 7
    }
  }

  public mutating func signed() throws(BinaryError) -> Int64 {
    let raw = try varint()
    return Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
  }

  public mutating func uint32() throws(BinaryError) -> UInt32 {
    guard let value = UInt32(exactly: try varint()) else { throw failure("a number does not fit 32 bits") }
    return value
  }

  /// A count of things that take at least `size` bytes each: never more than the rest of the data can hold, so it is
  /// safe to reserve memory for.
  public mutating func count(ofAtLeast size: Int = 1) throws(BinaryError) -> Int {
    let value = try varint()
    guard value <= UInt64(remaining / max(size, 1)) else { throw failure("a count is larger than the data") }
    return Int(value)
  }

  /// A number that is an `Int` but says nothing about the size of the data.
  public mutating func integer() throws(BinaryError) -> Int {
    guard let value = Int(exactly: try varint()) else { throw failure("a number does not fit 63 bits") }
    return value
  }

  /// An index into something with `limit` elements.
  public mutating func index(below limit: Int) throws(BinaryError) -> Int {
    let value = try varint()
    guard value < UInt64(limit) else { throw failure("an index is out of range") }
    return Int(value)
  }

  public mutating func fixed32() throws(BinaryError) -> UInt32 { UInt32(truncatingIfNeeded: try fixed(4)) }
  public mutating func fixed64() throws(BinaryError) -> UInt64 { try fixed(8) }
  public mutating func double() throws(BinaryError) -> Double { Double(bitPattern: try fixed64()) }

  mutating func fixed(_ count: Int) throws(BinaryError) -> UInt64 {
    guard remaining >= count else { throw failure("the data ends early") }
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    offset += count
    return value
  }

  public mutating func digest() throws(BinaryError) -> Digest {
    Digest(high: try fixed64(), low: try fixed64())
  }

  public mutating func blob() throws(BinaryError) -> [UInt8] {
    let length = try count()
    defer { offset += length }
    return Array(bytes[offset..<offset + length])
  }

  /// Text; bytes that are not UTF-8 are refused, because what was written was a `String`.
  public mutating func string() throws(BinaryError) -> String {
    let length = try count()
    guard let text = String(validating: bytes[offset..<offset + length], as: UTF8.self) else {
      throw failure("a string is not UTF-8")
    }
    offset += length
    return text
  }

  public mutating func array<T>(
    _ body: (inout BinaryReader) throws(BinaryError) -> T
  ) throws(BinaryError) -> [T] {
    let length = try count()
    var result: [T] = []
    result.reserveCapacity(min(length, 4096))
    for _ in 0..<length { result.append(try body(&self)) }
    return result
  }

  public mutating func optional<T>(
    _ body: (inout BinaryReader) throws(BinaryError) -> T
  ) throws(BinaryError) -> T? {
    try bool() ? try body(&self) : nil
  }

  /// Fails when something is left over.
  public func finish() throws(BinaryError) {
    guard isAtEnd else { throw failure("\(remaining) bytes too many") }
  }
}

/// Gives each distinct string a number in order of first use; written once before what refers to it.
public struct StringTableWriter: Sendable {
  public private(set) var strings: [String] = []
  private var numbers: [String: Int] = [:]

  public init() {}

  public mutating func number(_ text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = strings.count
    strings.append(text)
    return strings.count - 1
  }

  public func write(to writer: inout BinaryWriter) {
    writer.array(strings) { $0.string($1) }
  }
}
