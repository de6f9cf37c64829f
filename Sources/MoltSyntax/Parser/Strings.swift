// String literals, f-strings and their implicit concatenation.

/// A run of adjacent string constants inside a concatenation that holds an f-string; becomes one `Constant`.
private struct ConstantRun {
  var bytes: [UInt8] = []
  var start: UInt32 = 0
  var end: UInt32 = 0
  var isUnicodePrefixed = false
  var isOpen = false

  mutating func extend(from first: UInt32, to last: UInt32, isUnicodePrefixed: Bool = false) {
    if !isOpen {
      isOpen = true
      start = first
      self.isUnicodePrefixed = isUnicodePrefixed
    }
    end = last
  }
}

extension Parser {
  /// `strings`: one or more adjacent literals.
  mutating func strings() throws(SyntaxAbort) -> ExprID {
    let first = index
    if at(.string) {
      let following = next()
      if following != .string, following != .fstringStart { return try singleString() }
    }
    var position = index
    var hasFString = false
    while tokens[position].kind == .string || tokens[position].kind == .fstringStart {
      if tokens[position].kind == .fstringStart {
        hasFString = true
        break
      }
      position += 1
    }
    return hasFString ? try formattedStrings(first) : try plainStrings(first)
  }

  /// One literal that is no f-string.
  private mutating func singleString() throws(SyntaxAbort) -> ExprID {
    let token = tokens[index]
    let literal = self.literal(token)
    let symbol: Symbol
    if literal.isPlain(source) {
      symbol = stream.symbols.intern(source + literal.start, literal.end - literal.start)
    } else {
      // The decoder needs an array of its own while it may report: the scratch array is lent to it.
      var output = scratch
      scratch = []
      output.removeAll(keepingCapacity: true)
      try decode(literal, token: index, into: &output)
      scratch = output
      symbol = internScratch()
    }
    index += 1
    return add(
      .constant(literal.prefix.isBytes ? .bytes(symbol) : .str(symbol), isUnicodePrefixed: isUnicodePrefixed(token)),
      from: token.start)
  }

  /// Adjacent literals without an f-string.
  private mutating func plainStrings(_ first: Int) throws(SyntaxAbort) -> ExprID {
    let firstLiteral = literal(tokens[first])
    var output: [UInt8] = []
    var isMixed = false
    while at(.string) {
      let literal = self.literal(tokens[index])
      if literal.prefix.isBytes != firstLiteral.prefix.isBytes { isMixed = true }
      try decode(literal, token: index, into: &output)
      index += 1
    }
    if isMixed { throw report(Message.mixedBytes, token: index) }
    scratch = output
    let symbol = internScratch()
    return add(
      .constant(
        firstLiteral.prefix.isBytes ? .bytes(symbol) : .str(symbol), isUnicodePrefixed: isUnicodePrefixed(tokens[first])
      ),
      from: tokens[first].start)
  }

  private mutating func formattedStrings(_ first: Int) throws(SyntaxAbort) -> ExprID {
    let mark = stack.count
    var run = ConstantRun()
    var hasBytes = false
    while true {
      if at(.string) {
        let token = tokens[index]
        let literal = self.literal(token)
        if literal.prefix.isBytes { hasBytes = true }
        run.extend(from: token.start, to: token.end, isUnicodePrefixed: isUnicodePrefixed(token))
        try decode(literal, token: index, into: &run.bytes)
        index += 1
      } else if at(.fstringStart) {
        try fstring(&run)
      } else {
        break
      }
    }
    if hasBytes { throw report(Message.mixedBytes, token: index) }
    close(&run)
    return add(.joinedStr(values: takeList(from: mark)), from: tokens[first].start)
  }

  /// Pushes the run as a constant; an empty one says nothing and is dropped.
  private mutating func close(_ run: inout ConstantRun) {
    if !run.bytes.isEmpty {
      swap(&scratch, &run.bytes)
      let symbol = internScratch()
      stack.append(
        add(.constant(.str(symbol), isUnicodePrefixed: run.isUnicodePrefixed), from: run.start, to: run.end).raw)
    }
    run.bytes.removeAll(keepingCapacity: true)
    run.isOpen = false
  }

  /// One f-string: its constants go to the run, its fields on the stack.
  private mutating func fstring(_ run: inout ConstantRun) throws(SyntaxAbort) {
    let isRaw = tokens[index].value == 1
    index += 1
    try descend()
    // Errors in escapes are found by CPython when the whole f-string has been read: they point at its end.
    var firstMiddle = -1
    while true {
      switch kind {
      case .fstringMiddle:
        let token = tokens[index]
        if firstMiddle < 0 { firstMiddle = index }
        let before = run.bytes.count
        let wasOpen = run.isOpen
        try decodeMiddle(token, isRaw: isRaw, into: &run.bytes)
        // A middle that comes to nothing is no part of the run, not even for its span.
        if run.bytes.count > before {
          run.extend(from: token.start, to: token.end)
        } else {
          run.isOpen = wasOpen
        }
        index += 1
      case .leftBrace: try replacementField(&run, decodesDebugText: !isRaw)
      case .fstringEnd:
        index += 1
        nesting -= 1
        return
      default: throw unexpected()
      }
    }
  }

  private mutating func decodeMiddle(_ token: Token, isRaw: Bool, into output: inout [UInt8]) throws(SyntaxAbort) {
    let first = Int(token.start)
    let end = Int(token.end - token.value)
    if !isRaw {
      var position = first
      while position < end, source[position] != 92 { position += 1 }
      if position < end {
        var depth = 0
        var last = index
        // The end of this f-string, for errors.
        while last < tokenCount {
          if tokens[last].kind == .fstringStart { depth += 1 }
          if tokens[last].kind == .fstringEnd {
            if depth == 0 { break }
            depth -= 1
          }
          last += 1
        }
        try decodeEscapes(first, end, isBytes: false, token: min(last, tokenCount - 1), into: &output)
        return
      }
    }
    output.append(contentsOf: UnsafeBufferPointer(start: source + first, count: end - first))
  }

  /// `'{' expression ['='] ['!' conversion] [':' format_spec] '}'`
  ///
  /// CPython 3.12 decodes escapes in the text that `=` shows, as in the rest of the f-string, but not in a format spec.
  private mutating func replacementField(
    _ run: inout ConstantRun, decodesDebugText: Bool = false
  ) throws(SyntaxAbort) {
    let brace = tokens[index]
    index += 1
    try descend()
    fieldLevel += 1
    if explains { try checkFieldStart() }
    let valueToken = index
    let value: ExprID
    do throws(SyntaxAbort) {
      value = try yieldOrStarExpressions()
    } catch {
      if explains, self.error == nil, tokens[index].kind != .error {
        throw report(Mistake.fStringExpressionAfterBrace, token: valueToken)
      }
      throw error
    }
    let isDebug = eat(.equal)
    if explains { try checkAfterField(isDebug: isDebug) }
    var conversion = Conversion.none
    let terminator = tokens[index].start
    if eat(.exclamation) {
      conversion = try self.conversion()
      if explains, !at(.colon), !at(.rightBrace) { throw reportAtToken(Mistake.fStringExpectingColonOrBrace) }
    }
    var spec = ExprID.none
    if at(.colon) { spec = try formatSpec() }
    if !at(.rightBrace) {
      if explains {
        throw reportAtToken(spec.isNone ? Mistake.fStringExpectingBrace : Mistake.fStringExpectingBraceOrSpec)
      }
      throw unexpected()
    }
    index += 1
    fieldLevel -= 1
    nesting -= 1
    if isDebug {
      run.extend(from: brace.end, to: terminator)
      try appendDebugText(Int(brace.end), Int(terminator), decodes: decodesDebugText, to: &run.bytes)
      if conversion == .none, spec.isNone { conversion = .repr }
    }
    let field = add(.formattedValue(value: value, conversion: conversion, formatSpec: spec), from: brace.start)
    close(&run)
    stack.append(field.raw)
  }

  /// The source text of a field with `=`; comments are left out.
  private mutating func appendDebugText(
    _ first: Int, _ end: Int, decodes: Bool, to output: inout [UInt8]
  ) throws(SyntaxAbort) {
    var position = first
    while position < end {
      let start = position
      while position < end, source[position] != 35 { position += 1 }
      if decodes {
        try decodeEscapes(start, position, isBytes: false, token: index - 1, into: &output)
      } else {
        output.append(contentsOf: UnsafeBufferPointer(start: source + start, count: position - start))
      }
      while position < end, source[position] != 10 { position += 1 }
    }
  }

  private mutating func conversion() throws(SyntaxAbort) -> Conversion {
    if !at(.name) || tokens[index].start != tokens[index - 1].end {
      if explains { throw conversionMistake() }
      if !at(.name) { throw unexpected() }
      throw report(Mistake.conversionApart, from: tokens[index].start, to: tokens[index].end)
    }
    let token = tokens[index]
    if token.end - token.start == 1 {
      switch source[Int(token.start)] {
      case 115:
        index += 1
        return .str
      case 114:
        index += 1
        return .repr
      case 97:
        index += 1
        return .ascii
      default: break
      }
    }
    let text = stream.symbols.text(Symbol(raw: token.value))
    throw report(Mistake.unknownConversion(text), token: index)
  }

  /// At the colon: a `JoinedStr` of the spec's parts. Unlike in the f-string itself, constants are not merged, and an
  /// empty one stays unless it is all there is.
  private mutating func formatSpec() throws(SyntaxAbort) -> ExprID {
    let first = start
    index += 1
    let mark = stack.count
    while true {
      if at(.fstringMiddle) {
        let token = tokens[index]
        let isOnly = stack.count == mark && next() == .rightBrace
        index += 1
        if token.start == token.end, isOnly { break }
        var output: [UInt8] = []
        index -= 1
        try decodeSpecMiddle(token, into: &output)
        index += 1
        scratch = output
        let symbol = internScratch()
        stack.append(
          add(.constant(.str(symbol), isUnicodePrefixed: false), from: token.start, to: token.end).raw)
      } else if at(.leftBrace) {
        // A debug field (`=`) inside a spec leaves its text as a constant before the field.
        var run = ConstantRun()
        try replacementField(&run)
      } else {
        break
      }
    }
    return add(.joinedStr(values: takeList(from: mark)), from: first)
  }

  /// Escapes in format specs are decoded even in raw f-strings, as CPython 3.12.1 does.
  private mutating func decodeSpecMiddle(_ token: Token, into output: inout [UInt8]) throws(SyntaxAbort) {
    try decodeEscapes(Int(token.start), Int(token.end), isBytes: false, token: index, into: &output)
  }

  // MARK: - Literals

  /// Where the text of a string token lies.
  struct Literal {
    var prefix: StringPrefix
    var start: Int
    var end: Int

    /// Whether the text stands for itself.
    func isPlain(_ source: UnsafePointer<UInt8>) -> Bool {
      if prefix.isRaw, !prefix.isBytes { return true }
      for position in start..<end {
        if source[position] == 92, !prefix.isRaw { return false }
        if source[position] >= 0x80, prefix.isBytes { return false }
      }
      return true
    }
  }

  /// The node's `kind` is set for `u'…'`, but not for `U'…'`.
  private func isUnicodePrefixed(_ token: Token) -> Bool { source[Int(token.start)] == 117 }

  private func literal(_ token: Token) -> Literal {
    var position = Int(token.start)
    while source[position] != 34, source[position] != 39 { position += 1 }
    let prefix = StringPrefix(source + Int(token.start), position - Int(token.start))
    let quote = source[position]
    let end = Int(token.end)
    let isTriple = end - position >= 6 && source[position + 1] == quote && source[position + 2] == quote
    let size = isTriple ? 3 : 1
    return Literal(prefix: prefix!, start: position + size, end: end - size)
  }

  private mutating func decode(_ literal: Literal, token: Int, into output: inout [UInt8]) throws(SyntaxAbort) {
    if literal.prefix.isBytes {
      for position in literal.start..<literal.end where source[position] >= 0x80 {
        throw report(Message.bytesNotASCII, token: token)
      }
    }
    if literal.isPlain(source) {
      output.append(contentsOf: UnsafeBufferPointer(start: source + literal.start, count: literal.end - literal.start))
      return
    }
    try decodeEscapes(literal.start, literal.end, isBytes: literal.prefix.isBytes, token: token, into: &output)
  }
}
