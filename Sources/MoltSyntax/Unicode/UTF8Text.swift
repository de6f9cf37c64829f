// Reading and writing code points in UTF-8 (with surrogates as three bytes, WTF-8).

enum UTF8Text {
  /// Appends a code point; surrogates are written like any other three-byte value.
  static func append(_ codePoint: UInt32, to bytes: inout [UInt8]) {
    switch codePoint {
    case 0..<0x80:
      bytes.append(UInt8(codePoint))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | codePoint >> 6))
      bytes.append(UInt8(0x80 | codePoint & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | codePoint >> 12))
      bytes.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | codePoint & 0x3F))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | codePoint >> 18))
      bytes.append(UInt8(0x80 | codePoint >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | codePoint & 0x3F))
    }
  }

  /// The code point at `index` and its length. Bytes that form no sequence are read as U+FFFD of length 1, so that
  /// hostile input cannot lead past the end.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (codePoint: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    if first < 0xC0 || first > 0xF4 || index + length > bytes.count { return (0xFFFD, 1) }
    var value = first & (0xFF >> UInt32(length + 1))
    for distance in 1..<length {
      let next = UInt32(bytes[index + distance])
      if next & 0xC0 != 0x80 { return (0xFFFD, 1) }
      value = value << 6 | next & 0x3F
    }
    return (value, length)
  }
}
