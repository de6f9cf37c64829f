// Parameters of functions and lambdas, and type parameters (PEP 695).

extension Parser {
  /// The parameters of a `def` (up to `)`) or of a lambda (up to `:`); the closing token is not taken.
  mutating func parameters(until closing: TokenKind, isLambda: Bool) throws(SyntaxAbort) -> NodeID<Arguments> {
    var result = Arguments(
      posOnly: .empty, args: .empty, varArg: .none, kwOnly: .empty, kwDefaults: .empty, kwArg: .none, defaults: .empty)
    var positional: [UInt32] = []
    var defaults: [UInt32] = []
    var keywordOnly: [UInt32] = []
    var keywordDefaults: [UInt32] = []
    var positionalOnlyCount = -1
    var hasStar = false
    loop: while !at(closing) {
      switch kind {
      case .slash:
        if positionalOnlyCount >= 0 || hasStar || positional.isEmpty {
          if explains, let mistake = slashMistake(repeated: positionalOnlyCount >= 0, afterStar: hasStar) {
            throw mistake
          }
          throw unexpected()
        }
        index += 1
        if explains, at(.star) { throw report(Mistake.slashCommaStar, token: index) }
        positionalOnlyCount = positional.count
      case .star:
        if hasStar {
          if explains { throw report(Mistake.starTwice, token: index) }
          throw unexpected()
        }
        hasStar = true
        let star = index
        index += 1
        if at(.name) {
          result.varArg = try parameter(isLambda: isLambda, allowsStarredAnnotation: true)
          if explains, at(.equal) { throw report(Mistake.varArgDefault, token: index) }
        } else {
          if !at(.comma) {
            if explains, at(closing) { throw report(Mistake.namedAfterStar, token: isLambda ? index : star) }
            throw unexpected()
          }
          if next() == closing || next() == .doubleStar {
            if explains { throw report(Mistake.namedAfterStar, token: isLambda ? index + 1 : star) }
            index += 1
            throw unexpected()
          }
        }
      case .doubleStar:
        index += 1
        result.kwArg = try parameter(isLambda: isLambda, allowsStarredAnnotation: false)
        if explains, at(.equal) { throw report(Mistake.kwArgDefault, token: index) }
        if eat(.comma), !at(closing) {
          if explains, at(.name) || at(.star) || at(.doubleStar) || at(.slash) {
            throw report(Mistake.afterKwArg, token: index)
          }
          throw unexpected()
        }
        break loop
      case .name:
        let nameToken = index
        let arg = try parameter(isLambda: isLambda, allowsStarredAnnotation: false)
        var value = ExprID.none
        if eat(.equal) {
          if explains, at(closing) || at(.comma) { throw report(Mistake.expectedDefault, token: index - 1) }
          value = try expression()
        }
        if hasStar {
          keywordOnly.append(arg.raw)
          keywordDefaults.append(value.raw)
        } else {
          if value.isNone, !defaults.isEmpty {
            if explains, at(.comma) || at(closing) { throw report(Mistake.defaultOrder, token: nameToken) }
            throw unexpected()
          }
          positional.append(arg.raw)
          if !value.isNone { defaults.append(value.raw) }
        }
      default:
        if explains, at(.leftParen), !hasStar, defaults.isEmpty, positionalOnlyCount < 0,
          let mistake = parenthesisedParameter(isLambda: isLambda)
        {
          throw mistake
        }
        throw unexpected()
      }
      if !eat(.comma) { break }
    }
    if !at(closing) { throw unexpected() }
    let split = max(positionalOnlyCount, 0)
    result.posOnly = pool(positional[..<split])
    result.args = pool(positional[split...])
    result.kwOnly = pool(keywordOnly[...])
    result.kwDefaults = pool(keywordDefaults[...])
    result.defaults = pool(defaults[...])
    ast.arguments.append(result)
    return NodeID(raw: UInt32(truncatingIfNeeded: ast.arguments.count - 1))
  }

  mutating func pool<T>(_ elements: ArraySlice<UInt32>) -> NodeList<T> {
    if elements.isEmpty { return .empty }
    let start = UInt32(truncatingIfNeeded: ast.pool.count)
    ast.pool.append(contentsOf: elements)
    return NodeList(start: start, count: UInt32(truncatingIfNeeded: elements.count))
  }

  private mutating func parameter(isLambda: Bool, allowsStarredAnnotation: Bool) throws(SyntaxAbort) -> NodeID<Arg> {
    let first = start
    let name = try expectName()
    var annotation = ExprID.none
    if !isLambda, eat(.colon) {
      annotation = allowsStarredAnnotation ? try starExpression() : try expression()
    }
    ast.args.append(Arg(name: name, annotation: annotation, span: Span(start: first, end: tokens[index - 1].end)))
    return NodeID(raw: UInt32(truncatingIfNeeded: ast.args.count - 1))
  }

  private mutating func slashMistake(repeated: Bool, afterStar: Bool) -> SyntaxAbort? {
    if repeated { return report(Mistake.slashTwice, token: index) }
    if afterStar { return report(Mistake.slashAfterStar, token: index) }
    return next() == .comma ? report(Mistake.slashFirst, token: index) : nil
  }

  /// `def f((a, b))`: names in parentheses where a parameter should be.
  private mutating func parenthesisedParameter(isLambda: Bool) -> SyntaxAbort? {
    var position = index + 1
    while tokens[position].kind == .name {
      position += 1
      if tokens[position].kind == .comma { position += 1 } else { break }
    }
    guard tokens[position].kind == .rightParen, position > index + 1 else { return nil }
    return report(
      isLambda ? Mistake.parenthesisedLambdaParameters : Mistake.parenthesisedParameters, from: start,
      to: tokens[position].end)
  }

  /// `type_params`, or nothing if no bracket follows.
  mutating func typeParameters() throws(SyntaxAbort) -> NodeList<NodeID<TypeParam>> {
    guard at(.leftBracket) else { return .empty }
    index += 1
    if at(.rightBracket) { throw unexpected() }
    try descend()
    defer { nesting -= 1 }
    let mark = stack.count
    repeat {
      if at(.rightBracket) { break }
      let first = start
      var kind = TypeParamKind.typeVar
      if eat(.star) { kind = .typeVarTuple } else if eat(.doubleStar) { kind = .paramSpec }
      let name = try expectName()
      var bound = ExprID.none
      if at(.colon), kind == .typeVar {
        index += 1
        bound = try expression()
      } else if at(.colon), explains {
        let colon = index
        index += 1
        let value = try expression()
        throw report(
          Mistake.boundOnPack(kind, isTuple: isTupleNode(value)), startingFrom: tokens[colon].start)
      }
      ast.typeParams.append(
        TypeParam(kind: kind, name: name, bound: bound, span: Span(start: first, end: tokens[index - 1].end)))
      stack.append(UInt32(truncatingIfNeeded: ast.typeParams.count - 1))
    } while eat(.comma)
    try expect(.rightBracket)
    return takeList(from: mark)
  }

  func isTupleNode(_ id: ExprID) -> Bool {
    if case .tuple = ast[id] { return true }
    return false
  }
}
