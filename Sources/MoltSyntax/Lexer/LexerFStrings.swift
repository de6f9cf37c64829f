// Tokens of f-strings (PEP 701): FSTRING_START, FSTRING_MIDDLE, FSTRING_END and the switch between text and fields.

extension Lexer {
  /// At the opening quote of an f-string whose prefix starts at `start`.
  mutating func startFString(from start: Int, isRaw: Bool) throws(SyntaxAbort) {
    let quote = byte(position)
    var size = 1
    position += 1
    if byte(position) == quote, byte(position + 1) == quote {
      size = 3
      position += 2
    }
    if modes.count >= Self.maximumFStrings { throw failHere(Message.fStringsTooDeep) }
    modes.append(FStringMode(quote: quote, quoteSize: size, isRaw: isRaw, start: start))
    add(.fstringStart, from: start, to: position, value: isRaw ? 1 : 0)
  }

  /// One token of the literal part or of a format spec: a middle, the end, or (at `{`) the bracket that opens a field.
  mutating func textPart() throws(SyntaxAbort) {
    let level = modes.count - 1
    let quote = modes[level].quote
    let quoteSize = modes[level].quoteSize
    let isRaw = modes[level].isRaw
    if byte(position) == 123, byte(position + 1) != 123 {
      try openField(level)
      return
    }
    if byte(position) == quote {
      var size = 1
      while size < quoteSize, byte(position + size) == quote { size += 1 }
      if size == quoteSize {
        add(.fstringEnd, from: position, to: position + quoteSize)
        position += quoteSize
        modes.removeLast()
        return
      }
    }
    let start = position
    let isSpec = modes[level].fieldDepth >= 0 && modes[level].expressionEnded
    var isNamedEscape = false
    var run = 0
    while run < quoteSize {
      let current = byte(position)
      if current == 10 && quoteSize == 1 || current == 0 && position >= count {
        if isSpec && current == 10 {
          modes[level].isInText = false
          add(.fstringMiddle, from: start, to: position)
          return
        }
        throw unterminatedFString(level)
      }
      position += 1
      if current == quote {
        run += 1
        continue
      }
      run = 0
      if current == 123 {
        if byte(position) != 123 || isSpec {
          position -= 1
          add(.fstringMiddle, from: start, to: position)
          try openField(level)
          return
        }
        addDoubled(from: start)
        return
      }
      if current == 125 {
        if isNamedEscape {
          add(.fstringMiddle, from: start, to: position)
          return
        }
        if byte(position) == 125, !isSpec, modes[level].bracketDepth == 0 {
          addDoubled(from: start)
          return
        }
        position -= 1
        modes[level].isInText = false
        add(.fstringMiddle, from: start, to: position)
        return
      }
      if current == 92 {
        let escaped = byte(position)
        if escaped == 0, position >= count { continue }
        if escaped == 123 || escaped == 125 {
          if !isRaw {
            warn(
              .syntaxWarning, Message.invalidEscape(escaped),
              Span(start: UInt32(position - 1), end: UInt32(position + 1)))
          }
          continue
        }
        position += 1
        if !isRaw, escaped == 78, byte(position) == 123 {
          position += 1
          isNamedEscape = true
        }
      }
    }
    position -= quoteSize
    add(.fstringMiddle, from: start, to: position)
  }

  /// A middle that ends with a doubled brace, at the second one: its span holds both, its text one.
  private mutating func addDoubled(from start: Int) {
    position += 1
    add(.fstringMiddle, from: start, to: position, value: 1)
  }

  /// The `{` of a replacement field.
  private mutating func openField(_ level: Int) throws(SyntaxAbort) {
    if modes[level].fieldDepth + 1 >= Self.maximumFieldNesting { throw failHere(Message.fieldsTooDeep) }
    modes[level].fieldDepth += 1
    modes[level].isInText = false
    modes[level].expressionEnded = false
    try open(123)
  }

  private mutating func unterminatedFString(_ level: Int) -> SyntaxAbort {
    let mode = modes[level]
    let line = lineNumber(min(position, max(count - 1, 0)))
    let point = Span(start: UInt32(mode.start), end: UInt32(mode.start))
    return fail(
      mode.quoteSize == 3
        ? Message.unterminatedTriple(line: line, formatted: true) : Message.unterminated(line: line, formatted: true),
      point)
  }

  /// Whether the punctuation at hand ends the expression of a replacement field.
  func endsField(_ current: UInt8) -> Bool {
    guard let mode = modes.last, mode.fieldDepth >= 0 else { return false }
    return mode.bracketDepth - 1 == mode.fieldDepth && (current == 58 || current == 33 || current == 125)
  }
}
