// Primaries (attributes, calls, subscripts) and atoms (names, literals, brackets, comprehensions).

extension Parser {
  mutating func primary() throws(SyntaxAbort) -> ExprID {
    let first = start
    var value = try atom()
    var chain = 0
    while true {
      switch kind {
      case .dot, .leftParen, .leftBracket:
        if explains {
          let point = checkpoint()
          do throws(SyntaxAbort) {
            value = try trailer(value, from: first)
          } catch {
            try tolerate(error, point)
            return value
          }
        } else {
          value = try trailer(value, from: first)
        }
      default:
        if chain > longestChain { longestChain = chain }
        return value
      }
      chain += 1
    }
  }

  /// `.name`, a call or a subscript after `value`.
  @inline(__always)
  private mutating func trailer(_ value: ExprID, from first: UInt32) throws(SyntaxAbort) -> ExprID {
    switch kind {
    case .dot:
      index += 1
      let name = try expectName()
      return add(.attribute(value: value, name: name, context: .load), from: first)
    case .leftParen: return try call(value, from: first)
    default:
      index += 1
      try descend()
      let slice = try slices()
      nesting -= 1
      try expect(.rightBracket)
      return add(.subscript(value: value, slice: slice, context: .load), from: first)
    }
  }

  private mutating func atom() throws(SyntaxAbort) -> ExprID {
    let first = start
    switch kind {
    case .name:
      let name = Symbol(raw: tokens[index].value)
      index += 1
      return add(.name(id: name, context: .load), from: first)
    case .number: return try numberLiteral()
    case .string, .fstringStart: return try strings()
    case .leftParen: return try parenthesised()
    case .leftBracket: return try listDisplay()
    case .leftBrace: return try braceDisplay()
    case .True: return singleton(.true)
    case .False: return singleton(.false)
    case .None: return singleton(.none)
    case .ellipsis: return singleton(.ellipsis)
    default: throw unexpected()
    }
  }

  private mutating func singleton(_ value: Constant) -> ExprID {
    index += 1
    return add(.constant(value, isUnicodePrefixed: false), from: tokens[index - 1].start)
  }

  // MARK: - Subscripts

  /// `slices`: one slice, or a tuple of slices and starred expressions.
  private mutating func slices() throws(SyntaxAbort) -> ExprID {
    let first = start
    let isStarred = at(.star)
    let value = try slice()
    if !at(.comma), !isStarred { return value }
    let mark = stack.count
    stack.append(value.raw)
    while eat(.comma) {
      if at(.rightBracket) { break }
      stack.append(try slice().raw)
    }
    return add(.tuple(elements: takeList(from: mark), context: .load), from: first)
  }

  private mutating func slice() throws(SyntaxAbort) -> ExprID {
    let first = start
    if at(.star) {
      index += 1
      let value = try expression()
      return add(.starred(value: value, context: .load), from: first)
    }
    var lower = ExprID.none
    if !at(.colon) {
      if at(.name), next() == .colonEqual { return try assignmentExpression() }
      lower = try namedExpression()
      if !at(.colon) { return lower }
    }
    index += 1
    var upper = ExprID.none
    var step = ExprID.none
    if !at(.colon), !at(.comma), !at(.rightBracket) { upper = try expression() }
    if eat(.colon), !at(.comma), !at(.rightBracket) { step = try expression() }
    return add(.slice(lower: lower, upper: upper, step: step), from: first)
  }

  // MARK: - Brackets

  /// A group, a tuple or a generator expression.
  private mutating func parenthesised() throws(SyntaxAbort) -> ExprID {
    let first = start
    let opening = index
    index += 1
    try descend()
    defer { nesting -= 1 }
    if eat(.rightParen) { return add(.tuple(elements: .empty, context: .load), from: first) }
    if at(.yield) {
      let value = try yieldExpression()
      try expect(.rightParen)
      return value
    }
    let isStarred = at(.star)
    if explains, at(.doubleStar) {
      index += 1
      _ = try expression()
      if at(.rightParen) { throw report(Mistake.doubleStarredHere, token: opening + 1) }
      throw unexpected()
    }
    let value = try starNamedExpression()
    switch kind {
    case .rightParen where !isStarred:
      index += 1
      return value
    case .rightParen:
      if explains { throw reportExpression(Mistake.starredHere, value) }
      throw unexpected()
    case .comma:
      let mark = stack.count
      stack.append(value.raw)
      while eat(.comma) {
        if at(.rightParen) { break }
        stack.append(try starNamedExpression().raw)
      }
      try expectClosing(.rightParen, opening)
      return add(.tuple(elements: takeList(from: mark), context: .load), from: first)
    case .for, .async:
      if isStarred {
        if explains { throw reportExpression(Mistake.unpackingInComprehension, value) }
        throw unexpected()
      }
      let generators = try comprehensionClauses()
      try expectClosing(.rightParen, opening)
      return add(.generatorExp(element: value, generators: generators), from: first)
    default:
      throw unexpected()
    }
  }

  /// `[x, y for …]`: at `for` after several elements.
  private mutating func checkComprehensionTarget(_ first: ExprID) throws(SyntaxAbort) {
    guard at(.for) || at(.async) else { return }
    let end = tokens[index - 1].end
    let point = checkpoint()
    do throws(SyntaxAbort) {
      _ = try comprehensionClauses()
    } catch {
      if self.error != nil { throw error }
      restore(point)
      return
    }
    throw report(Mistake.unparenthesisedTarget, from: ast.span(first).start, to: end)
  }

  private mutating func expectClosing(_ kind: TokenKind, _ opening: Int) throws(SyntaxAbort) {
    if !eat(kind) { throw unexpected() }
  }

  private mutating func listDisplay() throws(SyntaxAbort) -> ExprID {
    let first = start
    let opening = index
    index += 1
    try descend()
    defer { nesting -= 1 }
    if eat(.rightBracket) { return add(.list(elements: .empty, context: .load), from: first) }
    let value = try starNamedExpression()
    if at(.for) || at(.async) {
      if explains, isStarredNode(value) { throw reportExpression(Mistake.unpackingInComprehension, value) }
      if isStarredNode(value) { throw unexpected() }
      let generators = try comprehensionClauses()
      try expectClosing(.rightBracket, opening)
      return add(.listComp(element: value, generators: generators), from: first)
    }
    let mark = stack.count
    stack.append(value.raw)
    while eat(.comma) {
      if at(.rightBracket) { break }
      stack.append(try starNamedExpression().raw)
    }
    if explains { try checkComprehensionTarget(value) }
    try expectClosing(.rightBracket, opening)
    return add(.list(elements: takeList(from: mark), context: .load), from: first)
  }

  /// A set, a dict, or a comprehension of either.
  private mutating func braceDisplay() throws(SyntaxAbort) -> ExprID {
    let first = start
    let opening = index
    index += 1
    try descend()
    defer { nesting -= 1 }
    if eat(.rightBrace) { return add(.dict(keys: .empty, values: .empty), from: first) }
    if at(.doubleStar) { return try dictRest(from: first, opening) }
    let isStarred = at(.star)
    let value = try starNamedExpression()
    if at(.colon), !isStarred, !isNamedNode(value) {
      index += 1
      return try dictRest(from: first, opening, key: value)
    }
    if at(.for) || at(.async) {
      if isStarred {
        if explains { throw reportExpression(Mistake.unpackingInComprehension, value) }
        throw unexpected()
      }
      let generators = try comprehensionClauses()
      try expectClosing(.rightBrace, opening)
      return add(.setComp(element: value, generators: generators), from: first)
    }
    let mark = stack.count
    stack.append(value.raw)
    while eat(.comma) {
      if at(.rightBrace) { break }
      stack.append(try starNamedExpression().raw)
    }
    if explains { try checkComprehensionTarget(value) }
    try expectClosing(.rightBrace, opening)
    return add(.set(elements: takeList(from: mark)), from: first)
  }

  /// The rest of a dict display: at `**`, or after the first key's colon.
  private mutating func dictRest(from first: UInt32, _ opening: Int, key: ExprID? = nil) throws(SyntaxAbort) -> ExprID {
    let mark = stack.count
    // Keys and values alternate on the stack and are split into two lists at the end.
    if let key {
      stack.append(key.raw)
      stack.append(try dictValue().raw)
      if at(.for) || at(.async) {
        let element = ExprID(raw: stack[mark])
        let value = ExprID(raw: stack[mark + 1])
        stack.removeLast(2)
        let generators = try comprehensionClauses()
        try expectClosing(.rightBrace, opening)
        return add(.dictComp(key: element, value: value, generators: generators), from: first)
      }
    } else {
      try dictUnpacking()
      if explains, at(.for) || at(.async) {
        throw report(Mistake.dictUnpackingInComprehension, token: opening + 1)
      }
    }
    while eat(.comma) {
      if at(.rightBrace) { break }
      if at(.doubleStar) {
        try dictUnpacking()
        continue
      }
      let next = try expression()
      stack.append(next.raw)
      if !at(.colon) {
        if explains, at(.rightBrace) || at(.comma) {
          throw report(Mistake.expectedDictColon, from: tokens[index - 1].end - 1, to: tokens[index - 1].end - 1)
        }
        throw unexpected()
      }
      index += 1
      stack.append(try dictValue().raw)
    }
    try expectClosing(.rightBrace, opening)
    let count = (stack.count - mark) / 2
    let keyStart = UInt32(truncatingIfNeeded: ast.pool.count)
    for position in 0..<count { ast.pool.append(stack[mark + 2 * position]) }
    for position in 0..<count { ast.pool.append(stack[mark + 2 * position + 1]) }
    stack.removeLast(2 * count)
    let size = UInt32(truncatingIfNeeded: count)
    return add(
      .dict(keys: NodeList(start: keyStart, count: size), values: NodeList(start: keyStart + size, count: size)),
      from: first)
  }

  private mutating func dictUnpacking() throws(SyntaxAbort) {
    index += 1
    stack.append(ExprID.none.raw)
    stack.append(try binary(1).raw)
  }

  private mutating func dictValue() throws(SyntaxAbort) -> ExprID {
    if explains {
      let colon = index - 1
      if at(.rightBrace) || at(.comma) { throw report(Mistake.expectedDictValue, token: colon) }
      if at(.star) {
        let first = start
        index += 1
        _ = try binary(1)
        throw report(Mistake.starredDictValue, startingFrom: first)
      }
    }
    return try expression()
  }

  // MARK: - Comprehensions

  /// `for_if_clauses`
  mutating func comprehensionClauses() throws(SyntaxAbort) -> NodeList<NodeID<Comprehension>> {
    let mark = stack.count
    while at(.for) || at(.async) {
      let isAsync = eat(.async)
      try expect(.for)
      let target = try targetList()
      try expect(.in)
      let iter = try disjunction()
      let ifMark = stack.count
      while eat(.if) { stack.append(try disjunction().raw) }
      let ifs: NodeList<ExprID> = takeList(from: ifMark)
      ast.comprehensions.append(Comprehension(target: target, iter: iter, ifs: ifs, isAsync: isAsync))
      stack.append(UInt32(truncatingIfNeeded: ast.comprehensions.count - 1))
    }
    return takeList(from: mark)
  }

  // MARK: - Node tests

  func isStarredNode(_ id: ExprID) -> Bool {
    if case .starred = ast[id] { return true }
    return false
  }

  func isNamedNode(_ id: ExprID) -> Bool {
    // A parenthesised walrus is an ordinary key: only one that ends at the current token without parenthesis is not.
    if case .namedExpr = ast[id] { return ast.span(id).end == tokens[index - 1].end }
    return false
  }

  func isGenerator(_ id: ExprID) -> Bool {
    if case .generatorExp = ast[id] { return true }
    return false
  }
}
