// The tokenizer: decoded source to `TokenStream`. Behaviour follows CPython 3.12's Parser/tokenizer.c.

/// State of one f-string that is being read; nested f-strings nest these.
struct FStringMode {
  var quote: UInt8
  var quoteSize: Int
  var isRaw: Bool
  /// Offset of the FSTRING_START token.
  var start: Int
  var bracketDepth = 0
  /// Depth of `{` fields whose expression or format spec is being read; -1 in the literal part.
  var fieldDepth = -1
  /// The innermost state is a literal part or format spec rather than an expression.
  var isInText = true
  /// A `:` or `}` has ended the expression of the current field.
  var expressionEnded = false
}

struct OpenBracket {
  var byte: UInt8
  var offset: Int
  var token: Int
}

struct Lexer: ~Copyable {
  static let maximumIndents = 100
  static let maximumBrackets = 200
  static let maximumFStrings = 150
  static let maximumFieldNesting = 3

  let source: UnsafePointer<UInt8>
  let count: Int
  var position = 0
  var stream: TokenStream
  var brackets: [OpenBracket] = []
  var modes: [FStringMode] = []
  /// Columns of open blocks, counting tabs to multiples of 8, and counting tabs as one: both must agree (TabError).
  var indents: [Int] = [0]
  var alternateIndents: [Int] = [0]
  /// Byte classes, see `ByteClass`.
  let classes: UnsafeMutablePointer<UInt8>
  var atLineStart = true

  /// `source` must stay valid and be followed by a zero byte at `source[count]`.
  init(source: UnsafePointer<UInt8>, count: Int) {
    self.source = source
    self.count = count
    stream = TokenStream(sourceCount: count)
    classes = .allocate(capacity: 256)
    for byte in 0..<256 {
      var bits: UInt8 = 0
      switch UInt8(byte) {
      case 65...90, 97...122, 95, 128...255: bits = ByteClass.nameStart | ByteClass.namePart
      case 48...57: bits = ByteClass.namePart | ByteClass.digit
      default: break
      }
      classes[byte] = bits
    }
  }

  deinit { classes.deallocate() }

  enum ByteClass {
    static let nameStart: UInt8 = 1
    static let namePart: UInt8 = 2
    static let digit: UInt8 = 4
  }

  @inline(__always) func byte(_ index: Int) -> UInt8 { source[index] }

  /// Tokenizes the whole source. An error ends the stream with an `.error` token.
  mutating func run() {
    do throws(SyntaxAbort) {
      while try next() {}
    } catch {
      if let open = brackets.last, modes.isEmpty { stream.openBracket = (open.byte, open.offset) }
      stream.append(Token(kind: .error, start: UInt32(position), end: UInt32(position)))
    }
    // The parser may look one token beyond the last one it checked.
    for _ in 0..<2 {
      let last = stream.tokens[stream.count - 1]
      stream.append(last)
    }
    stream.count -= 2
  }

  /// Reads one token. False after the end marker.
  private mutating func next() throws(SyntaxAbort) -> Bool {
    if !modes.isEmpty, modes[modes.count - 1].isInText {
      try textPart()
      return true
    }
    var isBlankLine = false
    if atLineStart {
      atLineStart = false
      isBlankLine = try indentation()
    }
    while true {
      var current = byte(position)
      while current == 32 || current == 9 || current == 12 {
        position += 1
        current = byte(position)
      }
      let lineEnd = position
      if current == 35 {
        while current != 10, position < count {
          position += 1
          current = byte(position)
        }
      }
      if current == 92 {
        try continueLine()
        continue
      }
      if current == 0, position >= count { return try endOfFile() }
      if current == 10 {
        position += 1
        if !brackets.isEmpty { continue }
        atLineStart = true
        // A comment before the line end is part of the token, as in CPython.
        if !isBlankLine { add(.newline, from: lineEnd, to: position) }
        return true
      }
      if classes[Int(current)] & ByteClass.nameStart != 0 {
        try word(current)
      } else if classes[Int(current)] & ByteClass.digit != 0 {
        try number()
      } else if current == 46, classes[Int(byte(position + 1))] & ByteClass.digit != 0 {
        try number()
      } else if current == 34 || current == 39 {
        try string(from: position)
      } else {
        try symbol(current)
      }
      return true
    }
  }

  @inline(__always)
  mutating func add(_ kind: TokenKind, from start: Int, to end: Int, value: UInt32 = 0) {
    stream.append(Token(kind: kind, start: UInt32(start), end: UInt32(end), value: value))
  }

  private mutating func endOfFile() throws(SyntaxAbort) -> Bool {
    if !brackets.isEmpty { throw neverClosed() }
    while indents.count > 1 {
      indents.removeLast()
      add(.dedent, from: count, to: count)
    }
    add(.endMarker, from: count, to: count)
    return false
  }

  /// Measures the indentation of a line and emits INDENT or DEDENT. True if the line holds nothing but a comment.
  private mutating func indentation() throws(SyntaxAbort) -> Bool {
    var column = 0
    var alternate = 0
    // A backslash in the indentation: the column before the first one counts for the joined line.
    var continued = 0
    loop: while true {
      switch byte(position) {
      case 32:
        column += 1
        alternate += 1
      case 9:
        column = (column / 8 + 1) * 8
        alternate += 1
      case 12:
        column = 0
        alternate = 0
      case 92:
        continued = continued != 0 ? continued : column
        try continueLine()
        continue loop
      default:
        break loop
      }
      position += 1
    }
    let current = byte(position)
    if current == 35 || current == 10 { return true }
    if !brackets.isEmpty { return false }
    if continued != 0 {
      column = continued
      alternate = continued
    }
    let top = indents[indents.count - 1]
    if column == top {
      if alternate != alternateIndents[indents.count - 1] { throw tabError() }
    } else if column > top {
      if indents.count >= Self.maximumIndents {
        throw failQuietly(Message.tooManyIndents, pointAtLine(), .indentationError)
      }
      if alternate <= alternateIndents[indents.count - 1] { throw tabError() }
      indents.append(column)
      alternateIndents.append(alternate)
      add(.indent, from: lineStart(position), to: position)
    } else {
      while indents.count > 1, column < indents[indents.count - 1] {
        indents.removeLast()
        alternateIndents.removeLast()
        add(.dedent, from: position, to: position)
      }
      if column != indents[indents.count - 1] {
        throw failQuietly(Message.inconsistentDedent, pointAtLine(), .indentationError)
      }
      if alternate != alternateIndents[indents.count - 1] { throw tabError() }
    }
    return false
  }

  private mutating func neverClosed() -> SyntaxAbort {
    let open = brackets[brackets.count - 1]
    return failQuietly(Message.neverClosed(open.byte), Span(start: UInt32(open.offset), end: UInt32(open.offset)))
  }

  private mutating func tabError() -> SyntaxAbort {
    let start = UInt32(lineStart(position))
    return failQuietly(Message.inconsistentTabs, Span(start: start, end: start), .tabError)
  }

  /// The end of the current line: where CPython points for indentation errors found while tokenizing.
  private func pointAtLine() -> Span {
    var end = position
    while end < count, byte(end) != 10 { end += 1 }
    return Span(start: UInt32(end), end: UInt32(end))
  }

  func lineStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0, source[start - 1] != 10 { start -= 1 }
    return start
  }

  /// Steps over a backslash and the line end that must follow it.
  private mutating func continueLine() throws(SyntaxAbort) {
    position += 1
    if byte(position) != 10 {
      let point = UInt32(min(position, count))
      throw failQuietly(Message.afterContinuation, Span(start: point, end: point))
    }
    position += 1
    if position >= count {
      if !brackets.isEmpty { throw neverClosed() }
      throw failQuietly(Message.unexpectedEndOfFile, Span(start: UInt32(position - 1), end: UInt32(position - 1)))
    }
  }

  /// A name, a keyword or the prefix of a string.
  @inline(__always)
  private mutating func word(_ first: UInt8) throws(SyntaxAbort) {
    let start = position
    var hash = SymbolTable.seed
    var all: UInt8 = 0
    var current = first
    repeat {
      hash = SymbolTable.mix(hash, current)
      all |= current
      position += 1
      current = byte(position)
    } while classes[Int(current)] & ByteClass.namePart != 0
    if current == 34 || current == 39, position - start <= 2,
      let prefix = StringPrefix(source + start, position - start)
    {
      if prefix.isFormatted { try startFString(from: start, isRaw: prefix.isRaw) } else { try string(from: start) }
      return
    }
    if all >= 0x80 {
      try nonASCIIName(from: start)
      return
    }
    let found = stream.symbols.word(source + start, position - start, hash)
    stream.append(
      Token(
        kind: found.kind, soft: found.soft, start: UInt32(start), end: UInt32(position), value: found.symbol))
  }

  /// Checks a name with bytes above 127 and interns its NFKC form.
  @inline(never)
  private mutating func nonASCIIName(from start: Int) throws(SyntaxAbort) {
    let text = UnsafeBufferPointer(start: source + start, count: position - start)
    if let bad = Identifiers.firstInvalid(text) {
      // The rest of the word is not looked at: the caret stands at the first character that fits no name.
      let offset = start + bad.offset
      position = offset + bad.length
      let message =
        Printable.contains(bad.codePoint)
        ? Message.invalidCharacter(bad.codePoint)
        : Message.nonPrintableCharacter(bad.codePoint)
      throw fail(message, Span(start: UInt32(offset), end: UInt32(offset)))
    }
    let normalised = Identifiers.normalise(text)
    let symbol = normalised.withUnsafeBufferPointer { stream.symbols.intern($0.baseAddress!, $0.count) }
    add(.name, from: start, to: position, value: symbol.raw)
  }

  // MARK: - Strings

  /// A string or bytes literal; `start` is the offset of its prefix or quote, `position` that of the quote.
  private mutating func string(from start: Int) throws(SyntaxAbort) {
    let quote = byte(position)
    let quoteOffset = position
    var size = 1
    position += 1
    if byte(position) == quote {
      if byte(position + 1) == quote {
        size = 3
        position += 2
      } else {
        position += 1
        add(.string, from: start, to: position)
        return
      }
    }
    var run = 0
    while run < size {
      let current = byte(position)
      if current == quote {
        run += 1
        position += 1
        continue
      }
      if current == 10 && size == 1 || current == 0 && position >= count {
        throw unterminated(start: start, quoteOffset: quoteOffset, size: size)
      }
      run = 0
      position += 1
      if current == 92 {
        if position >= count { throw unterminated(start: start, quoteOffset: quoteOffset, size: size) }
        position += 1
      }
    }
    add(.string, from: start, to: position)
  }

  private mutating func unterminated(start: Int, quoteOffset: Int, size: Int) -> SyntaxAbort {
    let line = lineNumber(min(position, max(count - 1, 0)))
    let point = Span(start: UInt32(start), end: UInt32(start))
    // Inside a replacement field the quote more likely closes the f-string: its `}` is missing.
    if let mode = modes.last, mode.quote == byte(quoteOffset), mode.quoteSize == size {
      let offset = UInt32(size == 1 ? quoteOffset : max(position - 1, 0))
      return failQuietly(Message.fStringExpectingBrace, Span(start: offset, end: offset))
    }
    if size == 3 { return fail(Message.unterminatedTriple(line: line, formatted: false), point) }
    return fail(Message.unterminated(line: line, formatted: false), point)
  }

  /// 1-based line of an offset, counted: only for messages.
  func lineNumber(_ offset: Int) -> Int {
    var line = 1
    for index in 0..<min(offset, count) where source[index] == 10 { line += 1 }
    return line
  }

  // MARK: - Errors

  /// Records the error that stops the tokenizer.
  mutating func fail(_ message: String, _ span: Span, _ kind: DiagnosticClass = .syntaxError) -> SyntaxAbort {
    // An error inside an f-string counts only if the parser gets there.
    if !modes.isEmpty { stream.isErrorQuiet = true }
    if stream.error == nil { stream.error = Diagnostic(kind, message, span) }
    return .reported
  }

  /// Records an error that counts only if the parser gets as far as to its token: indentation, line continuation, end
  /// of file. The parser's own error wins otherwise.
  mutating func failQuietly(
    _ message: String, _ span: Span, _ kind: DiagnosticClass = .syntaxError
  ) -> SyntaxAbort {
    stream.isErrorQuiet = true
    return fail(message, span, kind)
  }

  /// An error at the byte just read, as `syntaxerror()` of tokenizer.c places it.
  mutating func failHere(_ message: String) -> SyntaxAbort {
    let point = UInt32(max(position - 1, 0))
    return fail(message, Span(start: point, end: point))
  }

  mutating func warn(_ kind: DiagnosticClass, _ message: String, _ span: Span) {
    stream.warnings.append(Diagnostic(kind, message, span))
  }
}

/// What the letters before a quote say.
struct StringPrefix {
  var isBytes = false
  var isRaw = false
  var isUnicode = false
  var isFormatted = false

  /// Nil if the letters are no prefix.
  init?(_ start: UnsafePointer<UInt8>, _ count: Int) {
    for index in 0..<count {
      switch start[index] | 0x20 {
      case 98 where !(isBytes || isUnicode || isFormatted): isBytes = true
      case 117 where !(isBytes || isUnicode || isRaw || isFormatted): isUnicode = true
      case 114 where !(isRaw || isUnicode): isRaw = true
      case 102 where !(isFormatted || isBytes || isUnicode): isFormatted = true
      default: return nil
      }
    }
  }
}

extension Lexer {
  /// The tokens; the lexer is left with an empty stream.
  mutating func takeStream() -> TokenStream {
    var taken = TokenStream(sourceCount: 0)
    swap(&taken, &stream)
    return taken
  }
}
