// From the bytes of a file to what the tokenizer reads: UTF-8 without byte order mark, lines ended by `\n`.

/// Decoded source. Every `Span` of the front end counts bytes of `bytes`.
public struct SourceText: Sendable {
  /// UTF-8, `\r\n` and `\r` turned into `\n`, no byte order mark, ends with `\n` unless empty.
  public var bytes: [UInt8]
  /// Offset of the first byte of each line; one more entry for the empty line after the last `\n`.
  public var lineStarts: [UInt32]

  /// Decodes `raw` as PEP 263 says. On failure the text holds what could be decoded, for showing the line.
  /// - Parameter isText: it is UTF-8, whatever it says itself.
  public static func decode(
    _ raw: [UInt8], fileName: String, isText: Bool = false
  ) -> (text: SourceText, error: Diagnostic?) {
    if isText { return checked(raw, from: 0, declared: true, fileName: fileName) }
    var start = 0
    let hasMark = raw.count >= 3 && raw[0] == 0xEF && raw[1] == 0xBB && raw[2] == 0xBF
    if hasMark { start = 3 }
    let cookie = EncodingCookie.find(raw, from: start)
    if let cookie {
      let encoding = SourceEncoding(name: cookie.name)
      if hasMark, !cookie.isPlainUTF8 {
        return (normalise(raw, from: start).text, fileError(Message.encodingProblem(cookie.name, withMark: true)))
      }
      guard let encoding else {
        return (SourceText(bytes: [], lineStarts: [0]), fileError(Message.unknownEncoding(cookie.name)))
      }
      if encoding != .utf8 {
        switch encoding.decode(raw, from: start) {
        case .success(let decoded): return checked(decoded, from: 0, declared: true, fileName: fileName)
        case .failure(let problem): return (SourceText(bytes: [], lineStarts: [0]), fileError(problem.message))
        }
      }
    }
    return checked(raw, from: start, declared: hasMark || cookie != nil, fileName: fileName)
  }

  private static func checked(_ bytes: [UInt8], from start: Int, declared: Bool, fileName: String) -> (
    SourceText, Diagnostic?
  ) {
    let (text, badOffset, hasNull) = normalise(bytes, from: start)
    if let badOffset {
      if declared {
        let problem = UTF8Check.describe(bytes, at: badOffset.raw)
        return (text, fileError(Message.notUTF8(problem.bytes, position: badOffset.raw - start, problem.reason)))
      }
      let line = text.line(containing: UInt32(badOffset.decoded))
      return (text, fileError(Message.undeclaredEncoding(bytes[badOffset.raw], file: fileName, line: line)))
    }
    if hasNull { return (text, fileError(Message.nullBytes)) }
    return (text, nil)
  }

  private static func fileError(_ message: String) -> Diagnostic {
    Diagnostic(.syntaxError, message, Span(start: 0, end: 0), hasLocation: false)
  }

  /// Copies `raw[start...]` with line ends unified, records line starts and the first byte that is not UTF-8.
  private static func normalise(_ raw: [UInt8], from start: Int) -> (
    text: SourceText, badOffset: (raw: Int, decoded: Int)?, hasNull: Bool
  ) {
    var lineStarts: [UInt32] = [0]
    lineStarts.reserveCapacity(raw.count / 32 + 2)
    var badOffset: (raw: Int, decoded: Int)?
    var hasNull = false
    let bytes = [UInt8](unsafeUninitializedCapacity: raw.count - start + 1) { output, count in
      raw.withUnsafeBufferPointer { input in
        var read = start
        var written = 0
        let end = input.count
        while read < end {
          let byte = input[read]
          if byte >= 0x80 {
            let length = UTF8Check.sequenceLength(input, at: read)
            if length == 0, badOffset == nil { badOffset = (read, written) }
            for _ in 0..<max(length, 1) {
              output[written] = input[read]
              written += 1
              read += 1
            }
            continue
          }
          read += 1
          if byte == 10 || byte == 13 {
            if byte == 13, read < end, input[read] == 10 { read += 1 }
            output[written] = 10
            written += 1
            lineStarts.append(UInt32(truncatingIfNeeded: written))
            continue
          }
          if byte == 0 { hasNull = true }
          output[written] = byte
          written += 1
        }
        // CPython adds the missing line end, so that the last logical line is closed like any other.
        if written > 0, output[written - 1] != 10 {
          output[written] = 10
          written += 1
          lineStarts.append(UInt32(truncatingIfNeeded: written))
        }
        count = written
      }
    }
    return (SourceText(bytes: bytes, lineStarts: lineStarts), badOffset, hasNull)
  }

  /// 1-based line of a byte offset.
  public func line(containing offset: UInt32) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a 1-based line without its line end.
  public func lineBytes(_ line: Int) -> ArraySlice<UInt8> {
    guard line >= 1, line <= lineStarts.count else { return [] }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    if end > start, bytes[end - 1] == 10 { end -= 1 }
    return bytes[start..<end]
  }
}

enum UTF8Check {
  /// Length of the well-formed UTF-8 sequence at `index` (2 to 4), or 0: overlong forms, surrogates and values above
  /// U+10FFFF are refused, as by CPython's strict decoder.
  static func sequenceLength(_ input: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = input[index]
    func continuation(_ distance: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index + distance < input.count && input[index + distance] >= low && input[index + distance] <= high
    }
    switch first {
    case 0xC2...0xDF: return continuation(1) ? 2 : 0
    case 0xE0: return continuation(1, 0xA0) && continuation(2) ? 3 : 0
    case 0xED: return continuation(1, 0x80, 0x9F) && continuation(2) ? 3 : 0
    case 0xE1...0xEF: return continuation(1) && continuation(2) ? 3 : 0
    case 0xF0: return continuation(1, 0x90) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF1...0xF3: return continuation(1) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF4: return continuation(1, 0x80, 0x8F) && continuation(2) && continuation(3) ? 4 : 0
    default: return 0
    }
  }

  /// How CPython's decoder names the problem at `index`: the bytes it blames and why.
  static func describe(_ input: [UInt8], at index: Int) -> (bytes: ArraySlice<UInt8>, reason: String) {
    let first = input[index]
    let needed: Int
    switch first {
    case 0xC2...0xDF: needed = 2
    case 0xE0...0xEF: needed = 3
    case 0xF0...0xF4: needed = 4
    default: return (input[index...index], "invalid start byte")
    }
    var length = 1
    while length < needed, index + length < input.count {
      let byte = input[index + length]
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      if length == 1 {
        switch first {
        case 0xE0: low = 0xA0
        case 0xED: high = 0x9F
        case 0xF0: low = 0x90
        case 0xF4: high = 0x8F
        default: break
        }
      }
      if byte < low || byte > high { return (input[index..<(index + length)], "invalid continuation byte") }
      length += 1
    }
    return (input[index..<(index + length)], "unexpected end of data")
  }
}

/// The `coding:` comment of PEP 263.
struct EncodingCookie {
  var name: String

  /// Whether the name is one of the spellings that may stand beside a byte order mark.
  var isPlainUTF8: Bool {
    let name = String(
      decoding: self.name.utf8.map { $0 == 95 ? 45 : $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }, as: UTF8.self)
    return name == "utf-8" || name.hasPrefix("utf-8-")
  }

  /// Looks in the first two lines, as `Parser/tokenizer.c` does: the second counts only if the first is blank or a
  /// comment.
  static func find(_ raw: [UInt8], from start: Int) -> EncodingCookie? {
    var position = start
    for _ in 0..<2 {
      var end = position
      while end < raw.count, raw[end] != 10, raw[end] != 13 { end += 1 }
      var first = position
      while first < end, raw[first] == 32 || raw[first] == 9 || raw[first] == 12 { first += 1 }
      if first < end {
        guard raw[first] == 35 else { return nil }
        if let cookie = inComment(raw[first..<end]) { return cookie }
      }
      guard end < raw.count else { return nil }
      position = end + (raw[end] == 13 && end + 1 < raw.count && raw[end + 1] == 10 ? 2 : 1)
    }
    return nil
  }

  private static func inComment(_ comment: ArraySlice<UInt8>) -> EncodingCookie? {
    let word: StaticString = "coding"
    var index = comment.startIndex
    while index + 6 < comment.endIndex {
      var matched = 0
      while matched < 6, comment[index + matched] == word.utf8Start[matched] { matched += 1 }
      if matched == 6, comment[index + 6] == 58 || comment[index + 6] == 61 {
        var start = index + 7
        while start < comment.endIndex, comment[start] == 32 || comment[start] == 9 { start += 1 }
        var end = start
        while end < comment.endIndex, isNameByte(comment[end]) { end += 1 }
        if end > start { return EncodingCookie(name: String(decoding: comment[start..<end], as: UTF8.self)) }
      }
      index += 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95: return true
    default: return false
    }
  }
}
