// `match` statements and their patterns.

extension Parser {
  /// At the name `match`: the statement, or nil (with nothing consumed) if the name is an ordinary one here.
  mutating func matchStatement() throws(SyntaxAbort) -> StmtID? {
    switch next() {
    case .equal, .dot, .comma, .colon, .newline, .rightParen, .semicolon: return nil
    default: break
    }
    let first = start
    let owner = index
    let point = checkpoint()
    let savedError = error
    index += 1
    var subject = ExprID.none
    var isMatch = false
    do throws(SyntaxAbort) {
      subject = try subjectExpression()
      isMatch = at(.colon) && next() == .newline
      // CPython has looked at what stands where the colon and the line end should be.
      if !explains, !isMatch { furthest = max(furthest, at(.colon) ? index + 1 : index) }
      if explains, at(.newline) { try checkMatchColon(subjectToken: owner + 1) }
    } catch {
      if explains, savedError == nil, self.error?.message == Mistake.expectedColon { throw error }
    }
    if isMatch, !(next(2) == .indent && next(3) == .name && tokens[index + 3].soft == .case) {
      // `match x:` with nothing that could be a block is still a match statement, for the message.
      if !explains || next(2) == .indent {
        isMatch = false
        // CPython has seen that no `case` opens the block.
        if !explains, next(2) == .indent { furthest = max(furthest, index + 3) }
      }
    }
    guard isMatch else {
      error = savedError
      restore(point)
      return nil
    }
    try descend()
    defer { nesting -= 1 }
    index += 2
    if !eat(.indent) {
      throw report(
        Mistake.expectedBlock("'match' statement", line: line(of: tokens[owner].start)), token: index,
        .indentationError)
    }
    let mark = stack.count
    while !eat(.dedent) {
      guard at(.name), tokens[index].soft == .case else { throw unexpected() }
      let caseToken = index
      index += 1
      let pattern = try patterns()
      var condition = ExprID.none
      if eat(.if) { condition = try namedExpression() }
      let body = try block(caseToken, "'case' statement")
      ast.matchCases.append(MatchCase(pattern: pattern, guardExpr: condition, body: body))
      stack.append(UInt32(truncatingIfNeeded: ast.matchCases.count - 1))
    }
    return add(.match(subject: subject, cases: takeList(from: mark)), from: first)
  }

  /// `match x` and the end of the line: only if the words cannot be an expression is it a match statement.
  private mutating func checkMatchColon(subjectToken: Int) throws(SyntaxAbort) {
    switch tokens[subjectToken].kind {
    case .name, .number, .string, .fstringStart, .leftBrace, .None, .True, .False, .await, .lambda, .ellipsis:
      throw report(Mistake.expectedColon, token: index)
    default: return
    }
  }

  private mutating func subjectExpression() throws(SyntaxAbort) -> ExprID {
    let first = start
    let isStarred = at(.star)
    let value = try starNamedExpression()
    if at(.comma) { return try tupleRest(value, from: first, isNamed: true) }
    if isStarred { throw unexpected() }
    return value
  }

  /// `patterns`: one pattern or a sequence without brackets.
  private mutating func patterns() throws(SyntaxAbort) -> PatternID {
    let first = start
    let isStarred = at(.star)
    let pattern = try maybeStarPattern()
    if !at(.comma) {
      if isStarred { throw unexpected() }
      return pattern
    }
    let mark = stack.count
    stack.append(pattern.raw)
    while eat(.comma) {
      if at(.colon) || at(.if) { break }
      stack.append(try maybeStarPattern().raw)
    }
    return add(.matchSequence(patterns: takeList(from: mark)), from: first)
  }

  private mutating func maybeStarPattern() throws(SyntaxAbort) -> PatternID {
    if !at(.star) { return try pattern() }
    let first = start
    index += 1
    let isWildcard = at(.name) && tokens[index].soft == .underscore
    let name = try expectName()
    return add(.matchStar(name: isWildcard ? .none : name), from: first)
  }

  /// `as_pattern` or `or_pattern`
  private mutating func pattern() throws(SyntaxAbort) -> PatternID {
    try descend()
    defer { nesting -= 1 }
    let first = start
    var pattern = try closedPattern()
    if at(.bar) {
      let mark = stack.count
      stack.append(pattern.raw)
      while eat(.bar) { stack.append(try closedPattern().raw) }
      pattern = add(.matchOr(patterns: takeList(from: mark)), from: first)
    }
    if eat(.as) {
      if explains, at(.name), tokens[index].soft == .underscore {
        throw report(Mistake.wildcardTarget, token: index)
      }
      guard at(.name), tokens[index].soft != .underscore else {
        if explains, !at(.name) {
          let target = try expression()
          throw reportExpression(Mistake.invalidPatternTarget, target)
        }
        throw unexpected()
      }
      let name = try expectName()
      if at(.dot) || at(.leftParen) || at(.equal) { throw unexpected() }
      pattern = add(.matchAs(pattern: pattern, name: name), from: first)
    }
    return pattern
  }

  private mutating func closedPattern() throws(SyntaxAbort) -> PatternID {
    let first = start
    switch kind {
    case .number, .minus:
      let value = try numberPattern()
      return add(.matchValue(value: value), from: first)
    case .string, .fstringStart:
      let value = try strings()
      return add(.matchValue(value: value), from: first)
    case .None, .True, .False:
      let value: Constant = at(.None) ? .none : at(.True) ? .true : .false
      index += 1
      return add(.matchSingleton(value), from: first)
    case .name: return try namePattern()
    case .leftParen:
      index += 1
      if eat(.rightParen) { return add(.matchSequence(patterns: .empty), from: first) }
      let isStarred = at(.star)
      let inner = try maybeStarPattern()
      if !at(.comma), !isStarred {
        try expect(.rightParen)
        return inner
      }
      // A starred pattern alone makes no sequence in parentheses.
      if !at(.comma) { throw unexpected() }
      return try sequenceRest(inner, until: .rightParen, from: first)
    case .leftBracket:
      index += 1
      if eat(.rightBracket) { return add(.matchSequence(patterns: .empty), from: first) }
      let inner = try maybeStarPattern()
      return try sequenceRest(inner, until: .rightBracket, from: first)
    case .leftBrace: return try mappingPattern()
    default: throw unexpected()
    }
  }

  private mutating func sequenceRest(
    _ inner: PatternID, until closing: TokenKind, from first: UInt32
  ) throws(SyntaxAbort) -> PatternID {
    let mark = stack.count
    stack.append(inner.raw)
    while eat(.comma) {
      if at(closing) { break }
      stack.append(try maybeStarPattern().raw)
    }
    try expect(closing)
    return add(.matchSequence(patterns: takeList(from: mark)), from: first)
  }

  /// A number with sign, or a complex number such as `-1 + 2j`.
  private mutating func numberPattern() throws(SyntaxAbort) -> ExprID {
    let first = start
    var value = try signedNumber()
    if at(.plus) || at(.minus) {
      let op: BinaryOperator = at(.plus) ? .add : .sub
      if isImaginary(value) {
        if explains { throw report(Mistake.realNumberRequired, token: index - 1) }
        throw unexpected()
      }
      index += 1
      if !at(.number) { throw unexpected() }
      let right = try numberLiteral()
      if !isImaginary(right) {
        if explains { throw reportExpression(Mistake.imaginaryNumberRequired, right) }
        throw unexpected()
      }
      value = add(.binOp(left: value, op: op, right: right), from: first)
    }
    return value
  }

  private mutating func signedNumber() throws(SyntaxAbort) -> ExprID {
    let first = start
    if eat(.minus) {
      if !at(.number) { throw unexpected() }
      let operand = try numberLiteral()
      return add(.unaryOp(op: .uSub, operand: operand), from: first)
    }
    return try numberLiteral()
  }

  private func isImaginary(_ id: ExprID) -> Bool {
    switch ast[id] {
    case .constant(.imaginary, _): return true
    case .unaryOp(_, let operand): return isImaginary(operand)
    default: return false
    }
  }

  /// A name: capture, wildcard, dotted value or class pattern.
  private mutating func namePattern() throws(SyntaxAbort) -> PatternID {
    let first = start
    let isWildcard = tokens[index].soft == .underscore
    let isPlain = next() != .dot && next() != .leftParen
    let nameStart = start
    let name = try expectName()
    if isPlain {
      if at(.equal) { throw unexpected() }
      return add(.matchAs(pattern: .none, name: isWildcard ? .none : name), from: first)
    }
    var value = add(.name(id: name, context: .load), from: nameStart)
    var chain = 0
    while eat(.dot) {
      let attribute = try expectName()
      value = add(.attribute(value: value, name: attribute, context: .load), from: nameStart)
      chain += 1
    }
    if chain > longestChain { longestChain = chain }
    if at(.leftParen) { return try classPattern(value, from: first) }
    if at(.equal) { throw unexpected() }
    return add(.matchValue(value: value), from: first)
  }

  private mutating func classPattern(_ cls: ExprID, from first: UInt32) throws(SyntaxAbort) -> PatternID {
    index += 1
    let mark = stack.count
    var names: [UInt32] = []
    var values: [UInt32] = []
    while !at(.rightParen) {
      if at(.name), next() == .equal {
        names.append(tokens[index].value)
        index += 2
        values.append(try pattern().raw)
      } else {
        let position = start
        let positional = try pattern()
        if !names.isEmpty {
          if explains {
            throw report(Mistake.positionalPatternAfterKeyword, from: position, to: tokens[index - 1].end)
          }
          throw unexpected()
        }
        stack.append(positional.raw)
      }
      if !eat(.comma) { break }
    }
    try expect(.rightParen)
    let patterns: NodeList<PatternID> = takeList(from: mark)
    return add(
      .matchClass(cls: cls, patterns: patterns, keywordNames: pool(names[...]), keywordPatterns: pool(values[...])),
      from: first)
  }

  private mutating func mappingPattern() throws(SyntaxAbort) -> PatternID {
    let first = start
    index += 1
    var keys: [UInt32] = []
    var values: [UInt32] = []
    var rest = Symbol.none
    while !at(.rightBrace) {
      if eat(.doubleStar) {
        if at(.name), tokens[index].soft == .underscore { throw unexpected() }
        rest = try expectName()
        _ = eat(.comma)
        break
      }
      keys.append(try mappingKey().raw)
      try expect(.colon)
      values.append(try pattern().raw)
      if !eat(.comma) { break }
    }
    try expect(.rightBrace)
    return add(.matchMapping(keys: pool(keys[...]), patterns: pool(values[...]), rest: rest), from: first)
  }

  private mutating func mappingKey() throws(SyntaxAbort) -> ExprID {
    let first = start
    switch kind {
    case .number, .minus: return try numberPattern()
    case .string, .fstringStart: return try strings()
    case .None, .True, .False:
      let value: Constant = at(.None) ? .none : at(.True) ? .true : .false
      index += 1
      return add(.constant(value, isUnicodePrefixed: false), from: first)
    case .name:
      let name = try expectName()
      if !at(.dot) { throw unexpected() }
      var value = add(.name(id: name, context: .load), from: first)
      while eat(.dot) {
        let attribute = try expectName()
        value = add(.attribute(value: value, name: attribute, context: .load), from: first)
      }
      return value
    default: throw unexpected()
    }
  }
}
