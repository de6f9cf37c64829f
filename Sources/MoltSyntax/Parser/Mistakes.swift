// Rules for known mistakes, tried only in the second pass (`explains`): CPython 3.12's `invalid_*` rules. A rule must
// never fire on code that the first pass accepted, since the mistake may lie further on in the file.

extension Parser {
  mutating func reportExpression(_ message: String, _ id: ExprID) -> SyntaxAbort {
    report(message, ast.span(id))
  }

  mutating func reportAtToken(_ message: String) -> SyntaxAbort { report(message, token: index) }

  /// The name of a kind of expression in messages.
  func expressionName(_ id: ExprID) -> String {
    switch ast[id] {
    case .attribute: return "attribute"
    case .subscript: return "subscript"
    case .starred: return "starred"
    case .name: return "name"
    case .list: return "list"
    case .tuple: return "tuple"
    case .lambda: return "lambda"
    case .call: return "function call"
    case .boolOp, .binOp, .unaryOp: return "expression"
    case .generatorExp: return "generator expression"
    case .yield, .yieldFrom: return "yield expression"
    case .await: return "await expression"
    case .listComp: return "list comprehension"
    case .setComp: return "set comprehension"
    case .dictComp: return "dict comprehension"
    case .dict: return "dict literal"
    case .set: return "set display"
    case .joinedStr, .formattedValue: return "f-string expression"
    case .constant(let value, _):
      switch value {
      case .none: return "None"
      case .true: return "True"
      case .false: return "False"
      case .ellipsis: return "ellipsis"
      default: return "literal"
      }
    case .compare: return "comparison"
    case .ifExp: return "conditional expression"
    case .namedExpr: return "named expression"
    case .slice: return "slice"
    }
  }

  // MARK: - Expressions

  /// After a disjunction: does another expression follow where only a comma or an operator could have been meant?
  mutating func checkExpressionMistakes(_ value: ExprID, firstToken: Int) throws(SyntaxAbort) {
    guard startsExpression(), !at(.star), !isQuiet, speculated < Self.maximumSpeculation else { return }
    let first = tokens[firstToken]
    let isName = first.kind == .name && firstToken + 1 == index
    let isLegacy = isName && (first.soft == .print || first.soft == .exec)
    let isExempt = isName && at(.string) || isSoftKeywordPrefix(first)
    if !isExempt, let end = try speculate(asStatement: false), !isLegacy, bracketLevel(after: index - 1) > 0 {
      throw report(Mistake.forgottenComma, from: first.start, to: end)
    }
    // CPython looks for `print x` behind every name, with the rules for known mistakes at work in `x`.
    if isName, let end = try speculate(asStatement: true), isLegacy {
      throw report(
        Mistake.missingCallParentheses(stream.symbols.text(Symbol(raw: first.value))), from: first.start, to: end)
    }
  }

  /// Whether a name begins a soft keyword. CPython compares only as many letters as the name has, so that after `t` or
  /// `cas`, too, it does not suspect a missing comma.
  private func isSoftKeywordPrefix(_ token: Token) -> Bool {
    guard token.kind == .name else { return false }
    let count = Int(token.end - token.start)
    let keywords: [StaticString] = ["_", "case", "match", "type"]
    return keywords.contains { keyword in
      count <= keyword.utf8CodeUnitCount
        && (0..<count).allSatisfy { source[Int(token.start) + $0] == keyword.utf8Start[$0] }
    }
  }

  /// Parses an expression at the current token without consuming it; its end, or nil if there is none. The longest
  /// prefix that is an expression counts, as in a PEG rule. CPython's tokenizer runs only as far as the parser looks:
  /// an error it meets while looking is reported.
  private mutating func speculate(asStatement: Bool) throws(SyntaxAbort) -> UInt32? {
    if lookAheadDepth >= 100 { return nil }
    lookAheadDepth += 1
    defer { lookAheadDepth -= 1 }
    let point = checkpoint()
    let savedError = error
    let savedQuiet = isQuiet
    let first = index
    isQuiet = true
    var end: UInt32?
    do throws(SyntaxAbort) {
      if asStatement {
        // The first operand is known without its mistakes (CPython has it in its memo); what follows it is not.
        let value = try disjunction()
        isQuiet = savedQuiet
        if at(.if) {
          index += 1
          isQuiet = true
          let test = try disjunction()
          isQuiet = savedQuiet
          if !isQuiet, !at(.else), !at(.colon) {
            throw report(Mistake.expectedElse, from: tokens[first].start, to: ast.span(test).end)
          }
        } else {
          try checkExpressionMistakes(value, firstToken: first)
        }
        isQuiet = true
        restore(point)
        _ = try starExpressions()
      } else {
        _ = try expression()
      }
      end = tokens[index - 1].end
    } catch {
      if savedError == nil, self.error != nil, error == .reported, !isQuiet {
        isQuiet = savedQuiet
        throw error
      }
    }
    isQuiet = savedQuiet
    error = savedError
    speculated += index - point.index + 1
    let metError = tokens[index].kind == .error
    restore(point)
    if metError, let lexical = stream.error { throw report(lexical.message, lexical.span, lexical.kind) }
    return end
  }

  /// After the operand of an operator, a call or a subscript failed in the second pass: what stands before it may be an
  /// expression all the same, as the longest prefix that a PEG rule finds. Real errors are passed on, and so are all
  /// once too many tokens have been read twice.
  mutating func tolerate(_ failure: SyntaxAbort, _ point: Checkpoint) throws(SyntaxAbort) {
    speculated += index - point.index + 1
    if failure == .reported && error != nil || speculated > Self.maximumSpeculation { throw failure }
    if tokens[index].kind == .error { throw failure }
    restore(point)
  }

  /// At an operator: the operand behind it, or nil, with nothing consumed, if there is none.
  mutating func tolerantOperand(
    _ parse: (inout Parser) throws(SyntaxAbort) -> ExprID
  ) throws(SyntaxAbort) -> ExprID? {
    let point = checkpoint()
    index += 1
    do throws(SyntaxAbort) {
      return try parse(&self)
    } catch {
      try tolerate(error, point)
      return nil
    }
  }

  /// Open brackets after a token: counted, only for messages.
  private func bracketLevel(after last: Int) -> Int {
    var level = 0
    for position in 0...max(last, 0) {
      switch tokens[position].kind {
      case .leftParen, .leftBracket, .leftBrace: level += 1
      case .rightParen, .rightBracket, .rightBrace: level -= 1
      default: break
      }
    }
    return level
  }

  /// `expression := …` where the expression is no name.
  mutating func invalidNamedTarget(_ value: ExprID, firstToken: Int) -> SyntaxAbort {
    let point = checkpoint()
    explains = false
    index += 1
    var isComplete = false
    do throws(SyntaxAbort) {
      _ = try expression()
      isComplete = true
    } catch {}
    explains = true
    restore(point)
    return isComplete ? reportExpression(Mistake.cannotNameAssign(expressionName(value)), value) : unexpected()
  }

  /// `name = value` or `expression = value` where a condition or an element stands: `invalid_named_expression`.
  mutating func namedMistake(_ value: ExprID, firstToken: Int) -> SyntaxAbort? {
    // In parentheses anything is an operand.
    if tokens[index - 1].end == ast.span(value).end {
      switch ast[value] {
      case .compare, .boolOp, .ifExp, .lambda, .namedExpr, .starred: return nil
      case .unaryOp(.not, _), .list, .tuple, .generatorExp: return nil
      case .constant(.none, _), .constant(.true, _), .constant(.false, _): return nil
      default: break
      }
    }
    let point = checkpoint()
    let savedError = error
    let savedQuiet = isQuiet
    isQuiet = true
    index += 1
    var end: UInt32?
    do throws(SyntaxAbort) {
      _ = try binary(1)
      if !at(.equal), !at(.colonEqual) { end = tokens[index - 1].end }
      if index > reached { reached = index }
    } catch {}
    isQuiet = savedQuiet
    error = savedError
    restore(point)
    guard let end else { return nil }
    if case .name = ast[value], firstToken == index - 1 {
      return report(Mistake.comprehensionKeyword, from: ast.span(value).start, to: end)
    }
    return reportExpression(Mistake.cannotAssignHere(expressionName(value)), value)
  }

  // MARK: - Arguments

  /// `expression = value` or `expression := value` among the arguments of a call.
  mutating func invalidKeywordArgument(_ value: ExprID) -> SyntaxAbort {
    guard explains, at(.equal) else { return unexpected() }
    switch ast[value] {
    case .constant(.none, _), .constant(.true, _), .constant(.false, _):
      if index > 0, tokens[index - 1].end == ast.span(value).end {
        return report(
          Mistake.cannotAssign(expressionName(value)), from: ast.span(value).start, to: tokens[index].end)
      }
    default: break
    }
    return report(Mistake.assignmentInArgument, from: ast.span(value).start, to: tokens[index].end)
  }

  /// After the clauses of a generator expression that is not the only argument.
  mutating func reportGenerator(_ element: ExprID) -> SyntaxAbort {
    if at(.comma), next() == .error, let lexical = stream.error {
      return report(lexical.message, lexical.span, lexical.kind)
    }
    let end = ast.expressionSpans[ast.expressions.count - 1].end
    return report(Mistake.generatorParentheses, from: ast.span(element).start, to: end)
  }

  // MARK: - Targets

  mutating func reportInvalidTarget(_ value: ExprID, _ use: TargetUse) -> SyntaxAbort {
    let bad = invalidTarget(value, use)
    if bad.isNone { return unexpected() }
    let name = expressionName(bad)
    return reportExpression(use == .delete ? Mistake.cannotDelete(name) : Mistake.cannotAssign(name), bad)
  }

  /// At `=` after something that is no target; the statement's first target and its `=` are given too.
  mutating func invalidAssignment(_ value: ExprID, firstTarget: ExprID, firstEqual: Int) -> SyntaxAbort {
    var last = firstTarget
    if case .tuple(let elements, _) = ast[firstTarget], !elements.isEmpty,
      source[Int(ast.span(firstTarget).start)] != 40 || tokens[firstEqual - 1].kind != .rightParen
    {
      last = ExprID(raw: ast.pool[Int(elements.start + elements.count) - 1])
    }
    let here = index
    index = firstEqual
    if let mistake = namedMistake(
      last, firstToken: tokens[firstEqual - 1].end == ast.span(last).end ? firstEqual - 1 : -1)
    {
      return mistake
    }
    index = here
    let bad = invalidTarget(value, .store)
    if bad.isNone { return unexpected() }
    return reportExpression(Mistake.cannotAssign(expressionName(bad)), bad)
  }

  mutating func invalidAnnotation(_ target: ExprID) -> SyntaxAbort {
    let point = checkpoint()
    explains = false
    index += 1
    var isComplete = false
    do throws(SyntaxAbort) {
      _ = try expression()
      isComplete = true
    } catch {}
    explains = true
    restore(point)
    if !isComplete { return unexpected() }
    switch ast[target] {
    case .list: return reportExpression(Mistake.onlySingleTarget("list"), target)
    case .tuple(let elements, _):
      let isParenthesised = source[Int(ast.span(target).start)] == 40
      if isParenthesised || elements.isEmpty { return reportExpression(Mistake.onlySingleTarget("tuple"), target) }
      return reportExpression(Mistake.onlySingleTarget("tuple"), ExprID(raw: ast.pool[Int(elements.start)]))
    default: return reportExpression(Mistake.illegalAnnotationTarget, target)
    }
  }

  // MARK: - Statements

  /// No colon after the head of a compound statement.
  mutating func missingColon(_ owner: Int) -> SyntaxAbort {
    guard explains else { return unexpected() }
    let isForced: Bool
    switch tokens[owner].kind {
    case .else, .try, .finally, .def: isForced = true
    default: isForced = false
    }
    if isForced || at(.newline) { return report(Mistake.expectedColon, token: index) }
    return unexpected()
  }

  /// `except A, B:` without parentheses.
  mutating func checkExceptTuple(from first: UInt32) throws(SyntaxAbort) {
    let point = checkpoint()
    explains = false
    var isMistake = false
    do throws(SyntaxAbort) {
      while eat(.comma), !at(.colon), !at(.as) { _ = try expression() }
      if eat(.as) { _ = try expectName() }
      isMistake = at(.colon)
    } catch {}
    let end = tokens[index].end - 1
    explains = true
    restore(point)
    if isMistake { throw report(Mistake.unparenthesisedExceptionTypes, from: first, to: end) }
  }

  // MARK: - f-strings

  /// After `{`: an expression must follow.
  mutating func checkFieldStart() throws(SyntaxAbort) {
    let text: String
    switch kind {
    case .equal: text = "="
    case .exclamation: text = "!"
    case .colon: text = ":"
    case .rightBrace: text = "}"
    default:
      if at(.yield) || startsExpression() { return }
      throw reportAtToken(Mistake.fStringExpressionAfterBrace)
    }
    throw reportAtToken(Mistake.fStringExpressionRequired(text))
  }

  mutating func checkAfterField(isDebug: Bool) throws(SyntaxAbort) {
    switch kind {
    case .exclamation, .colon, .rightBrace: return
    default:
      throw reportAtToken(isDebug ? Mistake.fStringExpectingAfterEqual : Mistake.fStringExpectingAny)
    }
  }

  mutating func conversionMistake() -> SyntaxAbort {
    if at(.name) {
      return report(Mistake.conversionApart, from: tokens[index - 1].start, to: tokens[index].end)
    }
    if at(.colon) || at(.rightBrace) { return reportAtToken(Mistake.missingConversion) }
    return reportAtToken(Mistake.invalidConversion)
  }
}
