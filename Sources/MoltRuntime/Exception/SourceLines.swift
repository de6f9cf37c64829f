import MoltABI

// The source line under a traceback entry and the markers under it. CPython: Python/traceback.c.

extension ExceptionReport {
  /// The stripped source line and, where they say more than the line itself, the markers under it.
  mutating func printSource(_ line: Value, _ position: MoltPosition) {
    let view = StrView(line)
    var leading = 0
    while leading < view.count, isBlank(view[leading]) { leading += 1 }
    margin()
    text.append("    ")
    text.append(view.slice(leading, view.count))
    text.append("\n")
    if position.column < 0 || position.endColumn < 0 || position.endLine < 0 { return }
    let start = characterOffset(view, Int(position.column))
    var end = characterOffset(view, Int(position.endColumn))
    var anchors = CaretAnchors()
    if position.line == position.endLine {
      if start > end { return }
      let segment = makeString(view.slice(start, end))
      anchors = findCaretAnchors(segment)
      release(segment)
      if anchors.left >= 0 {
        anchors.left += start
        anchors.right += start
      }
    } else {
      end = endOfFirstLine(line)
    }
    let marked = anchors.left >= 0
    if end - start == view.count - leading && !marked { return }
    margin()
    // Four columns of indentation, then one character per column of the line.
    text.append("    ")
    let first = displayColumn(view, start), last = displayColumn(view, end)
    let left = marked ? displayColumn(view, anchors.left) : 0
    let right = marked ? displayColumn(view, anchors.right) : 0
    var column = leading
    while column < last {
      if column < first {
        text.append(" ")
      } else {
        text.append(!marked || (column >= left && column < right) ? "^" : "~")
      }
      column += 1
    }
    text.append("\n")
  }

  private func isBlank(_ c: UInt32) -> Bool { c == 0x20 || c == 0x09 || c == 0x0c }

  /// Where the markers of an expression end that goes on in the next line: before the line's trailing blanks. CPython
  /// counts characters down and looks at the bytes of those numbers.
  private func endOfFirstLine(_ line: Value) -> Int {
    var end = StrView(line).count
    let bytes = encodeText(line, .utf8, .null)
    if bytes.isNull {
      clearException()
      return end
    }
    let view = BytesView(bytes)
    while end > 0, end <= view.count, isBlank(UInt32(view[end - 1])) { end -= 1 }
    release(bytes)
    return end
  }

  /// The number of characters in the first `bytes` bytes of the line's UTF-8.
  private func characterOffset(_ view: StrView, _ bytes: Int) -> Int {
    if view.isASCII { return min(bytes, view.count) }
    var i = 0, n = 0
    while i < view.count && n < bytes {
      let c = view[i]
      n += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4
      i += 1
    }
    return i
  }

  /// The columns that the characters before an offset take up: wide ones two.
  private func displayColumn(_ view: StrView, _ offset: Int) -> Int {
    if view.isASCII { return offset }
    var column = 0, i = 0
    while i < offset {
      column += i < view.count && hasFlag(view[i], UnicodeFlag.wide) ? 2 : 1
      i += 1
    }
    return column
  }
}

enum SourceLines {
  /// The program is ending: CPython cannot import `io` any more, and shows no lines.
  static var areGone = false
}

/// Line `number` (from 1) of a source file as a str without its end, or null if it cannot be read. Owned.
func readSourceLine(_ file: UnsafePointer<CChar>, _ number: Int) -> Value {
  if SourceLines.areGone { return .null }
  let descriptor = molt_system_open(file, Int32(MOLT_OPEN_READ))
  if descriptor < 0 { return .null }
  var room = 1 << 14, used = 0
  var bytes = allocateRaw(room).assumingMemoryBound(to: UInt8.self)
  while true {
    if used == room {
      bytes = resizeRaw(bytes, room, room * 2).assumingMemoryBound(to: UInt8.self)
      room *= 2
    }
    let n = molt_system_read(descriptor, bytes + used, room - used)
    if n <= 0 { break }
    used += n
  }
  _ = molt_system_close(descriptor)
  let result = lineText(BytesView(bytes: bytes, count: used), number)
  freeRaw(bytes, room)
  return result
}

/// A line of a source file's bytes; lines end in \n, \r or both. Null where there are not so many.
private func lineText(_ source: BytesView, _ number: Int) -> Value {
  var start = source.count >= 3 && source[0] == 0xef && source[1] == 0xbb && source[2] == 0xbf ? 3 : 0
  var encoding = Encoding.utf8
  var line = 1
  while start < source.count {
    var end = start
    while end < source.count, source[end] != 0x0a, source[end] != 0x0d { end += 1 }
    let text = BytesView(bytes: source.bytes + start, count: end - start)
    if line <= 2, let declared = declaredEncoding(text) { encoding = declared }
    if line == number {
      let result = decodeBytes(text, .none, encoding, .null)
      clearException()
      return result
    }
    line += 1
    start = end + (end + 1 < source.count && source[end] == 0x0d && source[end + 1] == 0x0a ? 2 : 1)
  }
  return .null
}

/// What a comment like `# -*- coding: latin-1 -*-` declares (PEP 263); nil: nothing that is known.
private func declaredEncoding(_ line: BytesView) -> Encoding? {
  var i = 0
  while i < line.count, line[i] == 0x20 || line[i] == 0x09 || line[i] == 0x0c { i += 1 }
  if i == line.count || line[i] != 0x23 { return nil }
  let word: StaticString = "coding"
  while i + 7 < line.count {
    i += 1
    if c_memcmp(line.bytes + i, word.utf8Start, 6) != 0 || (line[i + 6] != 0x3a && line[i + 6] != 0x3d) { continue }
    var start = i + 7
    while start < line.count, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    var end = start
    while end < line.count, isEncodingCharacter(line[end]) { end += 1 }
    let name = StrView(data: line.bytes + start, count: end - start, kind: 1, isASCII: true)
    let encoding = encodingNamed(name)
    return encoding == .unknown ? nil : encoding
  }
  return nil
}

private func isEncodingCharacter(_ c: UInt8) -> Bool {
  (c | 0x20 >= 0x61 && c | 0x20 <= 0x7a) || (c >= 0x30 && c <= 0x39) || c == 0x2d || c == 0x2e || c == 0x5f
}
