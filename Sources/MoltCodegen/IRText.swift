/// LLVM IR as text under construction.
struct IRText {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0x0a)
  }

  mutating func append(_ other: IRText) { bytes.append(contentsOf: other.bytes) }
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A byte array initialiser: `c"…"`.
  static func bytes(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = [0x63, 0x22]
    for byte in bytes {
      if byte >= 0x20 && byte < 0x7f && byte != 0x22 && byte != 0x5c {
        result.append(byte)
      } else {
        result.append(0x5c)
        result.append(hex[Int(byte >> 4)])
        result.append(hex[Int(byte & 15)])
      }
    }
    result.append(0x22)
    return String(decoding: result, as: UTF8.self)
  }
  private static let hex: [UInt8] = Array("0123456789ABCDEF".utf8)

  /// A symbol as LLVM quotes it.
  static func symbol(_ name: String) -> String {
    var result = "@\""
    for byte in name.utf8 {
      if byte >= 0x20 && byte < 0x7f && byte != 0x22 && byte != 0x5c {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "\\" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result + "\""
  }
}
