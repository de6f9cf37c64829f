// Operators, from `lambda` and the conditional expression down to unary minus and power.

extension Parser {
  /// `star_expressions`: one expression or a tuple without parentheses.
  mutating func starExpressions() throws(SyntaxAbort) -> ExprID {
    let first = start
    let value = try starExpression()
    if !at(.comma) { return value }
    return try tupleRest(value, from: first, isNamed: false)
  }

  /// After the first element and at a comma: the rest of a tuple without parentheses.
  mutating func tupleRest(_ value: ExprID, from first: UInt32, isNamed: Bool) throws(SyntaxAbort) -> ExprID {
    let mark = stack.count
    stack.append(value.raw)
    while eat(.comma) {
      if !startsExpression() { break }
      stack.append(isNamed ? try starNamedExpression().raw : try starExpression().raw)
    }
    return add(.tuple(elements: takeList(from: mark), context: .load), from: first)
  }

  mutating func starExpression() throws(SyntaxAbort) -> ExprID {
    if at(.star) { return try starred() }
    return try expression()
  }

  mutating func starNamedExpression() throws(SyntaxAbort) -> ExprID {
    if at(.star) { return try starred() }
    return try namedExpression()
  }

  /// `'*' bitwise_or`
  private mutating func starred() throws(SyntaxAbort) -> ExprID {
    let first = start
    index += 1
    try descend()
    let value = try binary(1)
    nesting -= 1
    return add(.starred(value: value, context: .load), from: first)
  }

  /// `named_expression`: an expression, or `name := expression`.
  mutating func namedExpression() throws(SyntaxAbort) -> ExprID {
    if at(.name), next() == .colonEqual { return try assignmentExpression() }
    let first = index
    let value = try expression()
    if at(.colonEqual) {
      if explains { throw invalidNamedTarget(value, firstToken: first) }
      throw unexpected()
    }
    if explains, at(.equal), let mistake = namedMistake(value, firstToken: first) { throw mistake }
    return value
  }

  mutating func assignmentExpression() throws(SyntaxAbort) -> ExprID {
    let first = start
    let name = Symbol(raw: tokens[index].value)
    index += 1
    let target = add(.name(id: name, context: .store), from: first)
    index += 1
    let value = try expression()
    return add(.namedExpr(target: target, value: value), from: first)
  }

  /// `expression`: conditional expression, lambda or disjunction.
  mutating func expression() throws(SyntaxAbort) -> ExprID {
    try descend()
    if at(.lambda) {
      let result = try lambda()
      nesting -= 1
      return result
    }
    let firstToken = index
    let first = start
    let body = try disjunction()
    if !at(.if) {
      if explains { try checkExpressionMistakes(body, firstToken: firstToken) }
      nesting -= 1
      return body
    }
    if explains {
      let point = checkpoint()
      do throws(SyntaxAbort) {
        let result = try conditional(body, from: first)
        nesting -= 1
        return result
      } catch {
        try tolerate(error, point)
        nesting -= 1
        return body
      }
    }
    let result = try conditional(body, from: first)
    nesting -= 1
    return result
  }

  /// At `if` after `body`.
  private mutating func conditional(_ body: ExprID, from first: UInt32) throws(SyntaxAbort) -> ExprID {
    index += 1
    let test = try disjunction()
    if !at(.else) {
      if explains, !isQuiet, !at(.colon) {
        throw report(Mistake.expectedElse, from: first, to: ast.span(test).end)
      }
      throw unexpected()
    }
    index += 1
    let orElse = try expression()
    return add(.ifExp(test: test, body: body, orElse: orElse), from: first)
  }

  mutating func disjunction() throws(SyntaxAbort) -> ExprID {
    let first = start
    let value = try conjunction()
    if !at(.or) { return value }
    let mark = stack.count
    stack.append(value.raw)
    while at(.or) {
      if explains {
        guard
          let operand = try tolerantOperand({ (parser: inout Parser) throws(SyntaxAbort) in try parser.conjunction() })
        else { break }
        stack.append(operand.raw)
        continue
      }
      index += 1
      stack.append(try conjunction().raw)
    }
    if stack.count == mark + 1 {
      stack.removeLast()
      return value
    }
    return add(.boolOp(op: .or, values: takeList(from: mark)), from: first)
  }

  private mutating func conjunction() throws(SyntaxAbort) -> ExprID {
    let first = start
    let value = try inversion()
    if !at(.and) { return value }
    let mark = stack.count
    stack.append(value.raw)
    while at(.and) {
      if explains {
        guard
          let operand = try tolerantOperand({ (parser: inout Parser) throws(SyntaxAbort) in try parser.inversion() })
        else { break }
        stack.append(operand.raw)
        continue
      }
      index += 1
      stack.append(try inversion().raw)
    }
    if stack.count == mark + 1 {
      stack.removeLast()
      return value
    }
    return add(.boolOp(op: .and, values: takeList(from: mark)), from: first)
  }

  private mutating func inversion() throws(SyntaxAbort) -> ExprID {
    if !at(.not) { return try comparison() }
    let first = start
    index += 1
    try descend()
    let operand = try inversion()
    nesting -= 1
    return add(.unaryOp(op: .not, operand: operand), from: first)
  }

  private mutating func comparison() throws(SyntaxAbort) -> ExprID {
    let first = start
    let left = try binary(1)
    let firstPoint = index
    guard let firstOperator = compareOperator() else { return left }
    // Operators and operands are two lists: the operators are kept packed in the low bytes while they fit.
    var operators: [UInt32] = []
    let mark = stack.count
    var current: CompareOperator? = firstOperator
    var operatorToken = firstPoint
    while let op = current {
      if explains {
        let point = checkpoint()
        do throws(SyntaxAbort) {
          stack.append(try binary(1).raw)
        } catch {
          try tolerate(error, point)
          index = operatorToken
          break
        }
      } else {
        stack.append(try binary(1).raw)
      }
      operators.append(UInt32(op.rawValue))
      operatorToken = index
      current = compareOperator()
    }
    if operators.isEmpty { return left }
    let comparators: NodeList<ExprID> = takeList(from: mark)
    let opStart = UInt32(truncatingIfNeeded: ast.pool.count)
    ast.pool.append(contentsOf: operators)
    let ops = NodeList<CompareOperator>(start: opStart, count: UInt32(operators.count))
    return add(.compare(left: left, ops: ops, comparators: comparators), from: first)
  }

  /// Takes a comparison operator if one is there.
  @inline(__always)
  private mutating func compareOperator() -> CompareOperator? {
    let result: CompareOperator
    switch kind {
    case .equalEqual: result = .eq
    case .notEqual:
      if tokens[index].end - start == 2, source[Int(start)] == 60 { return nil }
      result = .notEq
    case .less: result = .lt
    case .lessEqual: result = .ltE
    case .greater: result = .gt
    case .greaterEqual: result = .gtE
    case .in: result = .in
    case .is:
      index += 1
      return eat(.not) ? .isNot : .is
    case .not:
      if next() != .in {
        // CPython has looked at the token after `not`: that is where it says the syntax is invalid.
        if !explains { furthest = max(furthest, index + 1) }
        return nil
      }
      index += 2
      return .notIn
    default: return nil
    }
    index += 1
    return result
  }

  /// Binding power and operator of a binary operator token; 0 for any other.
  @inline(__always)
  private func binaryOperator(_ kind: TokenKind) -> (power: Int, op: BinaryOperator) {
    switch kind {
    case .bar: return (1, .bitOr)
    case .caret: return (2, .bitXor)
    case .ampersand: return (3, .bitAnd)
    case .leftShift: return (4, .lShift)
    case .rightShift: return (4, .rShift)
    case .plus: return (5, .add)
    case .minus: return (5, .sub)
    case .star: return (6, .mult)
    case .slash: return (6, .div)
    case .doubleSlash: return (6, .floorDiv)
    case .percent: return (6, .mod)
    case .at: return (6, .matMult)
    default: return (0, .add)
    }
  }

  /// Left-associative binary operators of at least this power: `bitwise_or` is `binary(1)`.
  mutating func binary(_ minimum: Int) throws(SyntaxAbort) -> ExprID {
    let first = start
    var left = try factor()
    var chain = 0
    while true {
      let (power, op) = binaryOperator(kind)
      if power < minimum || power == 0 { break }
      index += 1
      let right: ExprID
      if explains {
        let point = checkpoint()
        do throws(SyntaxAbort) {
          right = try binary(power + 1)
        } catch {
          try tolerate(error, point)
          index -= 1
          break
        }
      } else {
        right = try binary(power + 1)
      }
      left = add(.binOp(left: left, op: op, right: right), from: first)
      chain += 1
    }
    if chain > longestChain { longestChain = chain }
    return left
  }

  /// Unary `+`, `-`, `~`.
  private mutating func factor() throws(SyntaxAbort) -> ExprID {
    let op: UnaryOperator
    switch kind {
    case .minus: op = .uSub
    case .plus: op = .uAdd
    case .tilde: op = .invert
    default: return try power()
    }
    let first = start
    index += 1
    try descend()
    let operand = try factor()
    nesting -= 1
    return add(.unaryOp(op: op, operand: operand), from: first)
  }

  private mutating func power() throws(SyntaxAbort) -> ExprID {
    let first = start
    let base: ExprID
    if at(.await) {
      index += 1
      let value = try primary()
      base = add(.await(value: value), from: first)
    } else {
      base = try primary()
    }
    if !at(.doubleStar) { return base }
    index += 1
    try descend()
    let exponent = try factor()
    nesting -= 1
    return add(.binOp(left: base, op: .pow, right: exponent), from: first)
  }

  private mutating func lambda() throws(SyntaxAbort) -> ExprID {
    let first = start
    index += 1
    let args = try parameters(until: .colon, isLambda: true)
    let colon = index
    try expect(.colon)
    if explains, at(.fstringMiddle) {
      throw report(Mistake.fStringLambda, from: first, to: tokens[colon].end)
    }
    let body = try expression()
    return add(.lambda(args: args, body: body), from: first)
  }

  /// `yield_expr`
  mutating func yieldExpression() throws(SyntaxAbort) -> ExprID {
    let first = start
    index += 1
    try descend()
    defer { nesting -= 1 }
    if eat(.from) {
      let value = try expression()
      return add(.yieldFrom(value: value), from: first)
    }
    if !startsExpression() { return add(.yield(value: .none), from: first) }
    let value = try starExpressions()
    return add(.yield(value: value), from: first)
  }

  mutating func yieldOrStarExpressions() throws(SyntaxAbort) -> ExprID {
    at(.yield) ? try yieldExpression() : try starExpressions()
  }

  /// Whether the current token can begin a `star_expression`.
  func startsExpression() -> Bool {
    switch kind {
    case .name, .number, .string, .fstringStart, .leftParen, .leftBracket, .leftBrace, .minus, .plus, .tilde, .star,
      .ellipsis, .False, .None, .True, .not, .lambda, .await:
      return true
    default: return false
    }
  }
}
