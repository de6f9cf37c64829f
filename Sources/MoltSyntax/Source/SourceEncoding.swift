// The encodings a `coding:` comment can name.

struct EncodingProblem: Error {
  var message: String
}

enum SourceEncoding: Equatable {
  case utf8, latin1, ascii
  /// A single-byte encoding whose lower half is ASCII, by its canonical name.
  case table(String)

  /// Nil for a name CPython 3.12 would not know either, or for a multi-byte encoding, which is not supported.
  init?(name: String) {
    var key: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 65...90: key.append(byte + 32)
      case 48...57, 97...122: key.append(byte)
      default: if key.last != 45, !key.isEmpty { key.append(45) }
      }
    }
    while key.last == 45 { key.removeLast() }
    let folded = String(decoding: key, as: UTF8.self)
    switch folded {
    case "utf-8", "utf8", "u8", "utf", "utf8-ucs2", "utf8-ucs4", "cp65001", "utf-8-sig": self = .utf8
    case "latin-1", "latin1", "l1", "latin", "iso-8859-1", "iso8859-1", "8859", "cp819", "iso8859", "iso-8859-1-1987":
      self = .latin1
    case "ascii", "us-ascii", "646", "ansi-x3-4-1968", "iso646-us", "us": self = .ascii
    default:
      // CPython takes any spelling that starts so for the two it knows in the tokenizer itself.
      if folded.hasPrefix("utf-8-") {
        self = .utf8
        return
      }
      if folded.hasPrefix("latin-1-") || folded.hasPrefix("iso-8859-1-") || folded.hasPrefix("iso-latin-1-") {
        self = .latin1
        return
      }
      let canonical = SourceEncoding.canonical(folded)
      if EncodingTables.upperHalf(canonical) == nil { return nil }
      self = .table(canonical)
    }
  }

  private static func canonical(_ folded: String) -> String {
    switch folded {
    case "latin2", "latin-2", "l2": return "iso8859-2"
    case "latin3", "latin-3", "l3": return "iso8859-3"
    case "latin4", "latin-4", "l4": return "iso8859-4"
    case "cyrillic": return "iso8859-5"
    case "arabic": return "iso8859-6"
    case "greek", "greek8": return "iso8859-7"
    case "hebrew": return "iso8859-8"
    case "latin5", "latin-5", "l5": return "iso8859-9"
    case "latin6", "latin-6", "l6": return "iso8859-10"
    case "thai": return "iso8859-11"
    case "latin7", "latin-7", "l7": return "iso8859-13"
    case "latin8", "latin-8", "l8": return "iso8859-14"
    case "latin9", "latin-9", "l9": return "iso8859-15"
    case "latin10", "latin-10", "l10": return "iso8859-16"
    case "macroman", "macintosh": return "mac-roman"
    case "koi8r", "cskoi8r": return "koi8-r"
    default:
      if folded.hasPrefix("iso-8859-") { return "iso8859-" + String(folded.dropFirst(9)) }
      if folded.hasPrefix("windows-") { return "cp" + String(folded.dropFirst(8)) }
      if folded.hasPrefix("ibm"), !folded.hasPrefix("ibm-") { return "cp" + String(folded.dropFirst(3)) }
      return folded
    }
  }

  /// UTF-8 bytes of `raw[start...]`.
  func decode(_ raw: [UInt8], from start: Int) -> Result<[UInt8], EncodingProblem> {
    var output: [UInt8] = []
    output.reserveCapacity(raw.count + raw.count / 8)
    var table: PackedTable?
    var name = "ascii"
    if case .table(let canonical) = self {
      table = EncodingTables.upperHalf(canonical)
      name = canonical
    }
    for index in start..<raw.count {
      let byte = raw[index]
      if byte < 0x80 {
        output.append(byte)
        continue
      }
      var codePoint = UInt32(byte)
      switch self {
      case .latin1: break
      case .table:
        codePoint = table![Int(byte) - 128]
        if codePoint == 0xFFFE {
          return .failure(
            EncodingProblem(
              message: Message.notInEncoding(
                "charmap", byte, position: index - start, "character maps to <undefined>")))
        }
      case .ascii, .utf8:
        return .failure(
          EncodingProblem(
            message: Message.notInEncoding(name, byte, position: index - start, "ordinal not in range(128)")))
      }
      UTF8Text.append(codePoint, to: &output)
    }
    return .success(output)
  }
}
