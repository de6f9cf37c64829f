// Backslash escapes of string and bytes literals.

extension Parser {
  /// Appends the value of a literal's text (between the quotes) to `output`. `token` is what errors and warnings
  /// point at.
  mutating func decodeEscapes(
    _ first: Int, _ end: Int, isBytes: Bool, token: Int, into output: inout [UInt8]
  ) throws(SyntaxAbort) {
    var position = first
    // CPython decodes a copy in which every non-ASCII character is a ten-character escape: positions count in that.
    var shown = 0
    while position < end {
      let byte = source[position]
      if byte != 92 {
        if byte < 0x80 { shown += 1 } else if byte >= 0xC0 { shown += 10 }
        output.append(byte)
        position += 1
        continue
      }
      let escapeStart = position
      let shownStart = shown
      position += 1
      if position >= end || source[position] >= 0x80 {
        output.append(92)
        shown += 6
        continue
      }
      let letter = source[position]
      position += 1
      shown += 2
      switch letter {
      case 10: break
      case 92, 39, 34: output.append(letter)
      case 97: output.append(7)
      case 98: output.append(8)
      case 102: output.append(12)
      case 110: output.append(10)
      case 114: output.append(13)
      case 116: output.append(9)
      case 118: output.append(11)
      case 48...55:
        var value = UInt32(letter - 48)
        var count = 1
        while count < 3, position < end, source[position] >= 48, source[position] <= 55 {
          value = value * 8 + UInt32(source[position] - 48)
          position += 1
          shown += 1
          count += 1
        }
        if value > 0xFF {
          let digits = String(value, radix: 8)
          warnEscape(Message.invalidOctalEscape(digits), token)
        }
        appendValue(value, isBytes, &output)
      case 120:
        let (value, count) = hexDigits(position, end, 2)
        if count < 2 {
          if isBytes {
            throw report(Message.invalidBytesEscape(escapeStart - first), token: token)
          }
          throw reportEscape(shownStart, shownStart + 1 + count, "truncated \\xXX escape", token)
        }
        position += 2
        shown += 2
        appendValue(value, isBytes, &output)
      case 117 where !isBytes, 85 where !isBytes:
        let width = letter == 117 ? 4 : 8
        let (value, count) = hexDigits(position, end, width)
        if count < width {
          throw reportEscape(
            shownStart, shownStart + 1 + count,
            width == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape", token)
        }
        if value > 0x10FFFF { throw reportEscape(shownStart, shownStart + 9, "illegal Unicode character", token) }
        position += width
        shown += width
        UTF8Text.append(value, to: &output)
      case 78 where !isBytes:
        guard position < end, source[position] == 123 else {
          throw reportEscape(shownStart, shownStart + 1, "malformed \\N character escape", token)
        }
        var close = position + 1
        while close < end, source[close] != 125 { close += 1 }
        let length = close - position - 1
        if close >= end || length == 0 {
          let last = shownStart + 1 + (close - position) + (length == 0 && close < end ? 1 : 0)
          throw reportEscape(shownStart, last, "malformed \\N character escape", token)
        }
        guard let codePoint = CharacterNames.lookUp(UnsafeBufferPointer(start: source + position + 1, count: length))
        else {
          throw reportEscape(shownStart, shownStart + 3 + length, "unknown Unicode character name", token)
        }
        shown += length + 2
        position = close + 1
        UTF8Text.append(codePoint, to: &output)
      default:
        output.append(92)
        output.append(letter)
        warnEscape(Message.invalidEscape(letter), token)
      }
    }
  }

  private func appendValue(_ value: UInt32, _ isBytes: Bool, _ output: inout [UInt8]) {
    if isBytes { output.append(UInt8(truncatingIfNeeded: value)) } else { UTF8Text.append(value, to: &output) }
  }

  private func hexDigits(_ first: Int, _ end: Int, _ width: Int) -> (value: UInt32, count: Int) {
    var value: UInt32 = 0
    var count = 0
    while count < width, first + count < end {
      let byte = source[first + count]
      let digit: UInt32
      switch byte {
      case 48...57: digit = UInt32(byte) - 48
      case 65...70: digit = UInt32(byte) - 55
      case 97...102: digit = UInt32(byte) - 87
      default: return (value, count)
      }
      value = value << 4 | digit
      count += 1
    }
    return (value, count)
  }

  private mutating func reportEscape(_ first: Int, _ last: Int, _ reason: StaticString, _ token: Int) -> SyntaxAbort {
    report(Message.unicodeEscape(first, last, reason), token: token)
  }

  /// CPython shows the line of the literal, not that of the escape in it.
  private mutating func warnEscape(_ message: String, _ token: Int) {
    warnings.append(
      Diagnostic(.syntaxWarning, message, Span(start: tokens[token].start, end: tokens[token].end)))
  }
}

/// Names of characters in `\N{…}`.
enum CharacterNames {
  /// The character of a name (in any case), or nil.
  static func lookUp(_ name: UnsafeBufferPointer<UInt8>) -> UInt32? {
    if name.count > 256 { return nil }
    var upper: [UInt8] = []
    for byte in name { upper.append(byte >= 97 && byte <= 122 ? byte - 32 : byte) }
    if let rest = after("HANGUL SYLLABLE ", upper) { return hangul(rest) }
    if let rest = after("CJK UNIFIED IDEOGRAPH-", upper) {
      if rest.count != 4, rest.count != 5 { return nil }
      var value: UInt32 = 0
      for byte in rest {
        switch byte {
        case 48...57: value = value << 4 | UInt32(byte - 48)
        case 65...70: value = value << 4 | UInt32(byte - 55)
        default: return nil
        }
      }
      return UnicodeNameTables.ideographs.containsInRanges(value) ? value : nil
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in upper { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 29) & 0xF_FFFF_FFFF
    let table = UnicodeNameTables.hashes
    var low = 0
    var high = table.utf8CodeUnitCount / 6
    while low < high {
      let middle = (low + high) / 2
      var value: UInt64 = 0
      for offset in 0..<6 { value = value << 6 | UInt64(table.utf8Start[middle * 6 + offset] - 48) }
      if value == hash {
        var codePoint: UInt32 = 0
        for offset in 0..<3 {
          codePoint = codePoint << 6 | UInt32(UnicodeNameTables.characters.utf8Start[middle * 3 + offset] - 48)
        }
        return codePoint < 0x30000 ? codePoint : codePoint - 0x30000 + 0xE0000
      }
      if value < hash { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private static func after(_ prefix: StaticString, _ name: [UInt8]) -> ArraySlice<UInt8>? {
    let count = prefix.utf8CodeUnitCount
    if name.count < count { return nil }
    for index in 0..<count where name[index] != prefix.utf8Start[index] { return nil }
    return name[count...]
  }

  private static let leads = "G GG N D DD R M B BB S SS  J JJ C K T P H"
  private static let vowels = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I"
  private static let trails = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H"

  /// `GA`, `GAG` and so on: the longest matching lead, then vowel, then trail.
  private static func hangul(_ name: ArraySlice<UInt8>) -> UInt32? {
    var rest = name
    guard let lead = take(&rest, leads), let vowel = take(&rest, vowels), let trail = take(&rest, trails), rest.isEmpty
    else { return nil }
    return 0xAC00 + (lead * 21 + vowel) * 28 + trail
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, _ parts: String) -> UInt32? {
    var best: (index: UInt32, length: Int)?
    var index: UInt32 = 0
    var part: [UInt8] = []
    func consider() {
      if part.count > (best?.length ?? -1), rest.starts(with: part) { best = (index, part.count) }
    }
    for byte in parts.utf8 {
      if byte == 32 {
        consider()
        part.removeAll()
        index += 1
      } else {
        part.append(byte)
      }
    }
    consider()
    guard let best else { return nil }
    rest = rest.dropFirst(best.length)
    return best.index
  }
}
