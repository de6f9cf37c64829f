import MoltABI

// The place and the text that a SyntaxError knows, as its report shows them. CPython: Python/pythonrun.c,
// print_exception_file_and_line.

extension ExceptionReport {
  /// Prints file, line and text of an exception that says `print_file_and_line`; its message then (owned), null for all
  /// others.
  mutating func printSyntaxErrorPlace(_ exception: Value) -> Value {
    guard let place = SyntaxErrorPlace(exception) else {
      clearException()
      return .null
    }
    defer { place.releaseAll() }
    margin()
    text.append("  File \"")
    if place.filename.isNone {
      text.append("<string>")
    } else if !text.appendStr(place.filename) {
      clearException()
    }
    text.append("\", line ")
    text.append(int64: place.line)
    text.append("\n")
    if !place.text.isNone { printErrorText(place) }
    return retained(place.message)
  }

  private mutating func printErrorText(_ place: SyntaxErrorPlace) {
    if !isStr(place.text) { return }
    let encoded = encodeText(place.text, .utf8, .null)
    if encoded.isNull { return clearException() }
    defer { release(encoded) }
    let view = BytesView(encoded)
    // Nothing is shown behind a zero byte.
    var end = 0
    while end < view.count, view[end] != 0 { end += 1 }
    var endOffset = place.endLine > place.line ? Int64(view.count) : place.endOffset
    let carets = endOffset > 0 && endOffset > place.offset ? endOffset - place.offset : 1
    endOffset = 0
    var offset = place.offset - 1
    var start = 0
    while start < end, view[start] == 0x20 || view[start] == 0x09 || view[start] == 0x0c {
      start += 1
      offset -= 1
    }
    var length = end - start
    if length > 0 && view[end - 1] == 0x0a { length -= 1 }
    offset = min(offset, Int64(length))
    while true {
      var newline = start
      while newline < end, view[newline] != 0x0a { newline += 1 }
      if newline == end || Int64(newline - start) >= offset { break }
      let skipped = newline + 1 - start
      start += skipped
      length -= skipped
      offset -= Int64(skipped)
    }
    // No bars of exception groups stand before these lines.
    text.append("    ")
    text.append(utf8: view.bytes + start, end - start)
    if start + length == end { text.append("\n") }
    if offset < 0 { return }
    text.append("    ")
    text.append(repeating: 0x20, Int(offset))
    text.append(repeating: 0x5e, Int(carets))
    text.append("\n")
  }
}

/// What an exception says about its place; owned values, None where there is nothing.
private struct SyntaxErrorPlace {
  var message = Value.none
  var filename = Value.none
  var text = Value.none
  var line: Int64 = 0
  var offset: Int64 = -1
  var endLine: Int64 = 0
  var endOffset: Int64 = -1

  /// Nil: it has no place, and an exception may be set.
  init?(_ exception: Value) {
    let marker = getAttributeOrNull(exception, intern("print_file_and_line"))
    if marker.isNull { return nil }
    release(marker)
    guard read(exception) else {
      releaseAll()
      return nil
    }
  }

  private mutating func read(_ exception: Value) -> Bool {
    func attribute(_ name: StaticString, _ slot: inout Value) -> Bool {
      let value = getAttribute(exception, intern(name))
      if value.isNull { return false }
      slot = value
      return true
    }
    /// An int, or `other` for None where that is allowed.
    func number(_ name: StaticString, orNone other: Int64?) -> Int64? {
      let value = getAttribute(exception, intern(name))
      if value.isNull { return nil }
      defer { release(value) }
      if value.isNone, let other { return other }
      var result: Int64 = 0
      if !isInt(value) || !toInt64(value, &result) { return nil }
      return result
    }
    guard attribute("msg", &message), attribute("filename", &filename) else { return false }
    guard let line = number("lineno", orNone: nil), let offset = number("offset", orNone: -1) else { return false }
    self.line = line
    self.offset = offset
    endLine = line
    if typeOf(exception) == Exceptions.syntaxError {
      guard let endLine = number("end_lineno", orNone: line), let endOffset = number("end_offset", orNone: -1) else {
        return false
      }
      self.endLine = endLine
      self.endOffset = endOffset
    }
    return attribute("text", &text)
  }

  func releaseAll() {
    release(message)
    release(filename)
    release(text)
  }
}
