// Statements with blocks.

extension Parser {
  mutating func compoundStatement() throws(SyntaxAbort) -> StmtID {
    try descend()
    defer { nesting -= 1 }
    switch kind {
    case .if: return try ifStatement()
    case .for: return try forStatement(from: start, isAsync: false)
    case .while: return try whileStatement()
    case .try: return try tryStatement()
    case .with: return try withStatement(from: start, isAsync: false)
    case .async:
      let first = start
      index += 1
      switch kind {
      case .def: return try functionDefinition(from: first, decorators: .empty, isAsync: true)
      case .for: return try forStatement(from: first, isAsync: true)
      case .with: return try withStatement(from: first, isAsync: true)
      default: throw unexpected()
      }
    case .at: return try decorated()
    case .def: return try functionDefinition(from: start, decorators: .empty, isAsync: false)
    default: return try classDefinition(from: start, decorators: .empty)
    }
  }

  /// A colon and a block: an indented one, or simple statements on the same line. `owner` is the keyword's token and
  /// `what` completes "expected an indented block after …".
  mutating func block(_ owner: Int, _ what: @autoclosure () -> String) throws(SyntaxAbort) -> NodeList<StmtID> {
    if !eat(.colon) { throw missingColon(owner) }
    let mark = stack.count
    if eat(.newline) {
      if !eat(.indent) {
        if explains {
          throw report(
            Mistake.expectedBlock(what(), line: line(of: tokens[owner].start)), token: index, .indentationError)
        }
        throw unexpected()
      }
      while !eat(.dedent) {
        if at(.endMarker) { throw unexpected() }
        try statement()
      }
    } else {
      try simpleStatements()
    }
    return takeList(from: mark)
  }

  private mutating func elseBlock() throws(SyntaxAbort) -> NodeList<StmtID> {
    if !at(.else) { return .empty }
    let owner = index
    index += 1
    return try block(owner, "'else' statement")
  }

  private mutating func ifStatement() throws(SyntaxAbort) -> StmtID {
    // An `elif` is an `if` in the else branch of the one before: collected in a loop, built from the last backwards.
    struct Branch {
      var first: UInt32
      var test: ExprID
      var body: NodeList<StmtID>
    }
    var branches: [Branch] = []
    repeat {
      let owner = index
      let first = start
      index += 1
      let test = try namedExpression()
      let isFirst = branches.isEmpty
      let body = try block(owner, isFirst ? "'if' statement" : "'elif' statement")
      branches.append(Branch(first: first, test: test, body: body))
    } while at(.elif)
    var orElse = try elseBlock()
    if branches.count > longestChain { longestChain = branches.count }
    while let branch = branches.popLast() {
      let statement = add(.if(test: branch.test, body: branch.body, orElse: orElse), from: branch.first)
      if branches.isEmpty { return statement }
      stack.append(statement.raw)
      orElse = takeList(from: stack.count - 1)
    }
    throw unexpected()
  }

  private mutating func whileStatement() throws(SyntaxAbort) -> StmtID {
    let owner = index
    let first = start
    index += 1
    let test = try namedExpression()
    let body = try block(owner, "'while' statement")
    let orElse = try elseBlock()
    return add(.while(test: test, body: body, orElse: orElse), from: first)
  }

  private mutating func forStatement(from first: UInt32, isAsync: Bool) throws(SyntaxAbort) -> StmtID {
    let owner = index
    index += 1
    let target = try targetList()
    try expect(.in)
    let iter = try starExpressions()
    let body = try block(owner, "'for' statement")
    let orElse = try elseBlock()
    if isAsync { return add(.asyncFor(target: target, iter: iter, body: body, orElse: orElse), from: first) }
    return add(.for(target: target, iter: iter, body: body, orElse: orElse), from: first)
  }

  // MARK: - with

  private mutating func withStatement(from first: UInt32, isAsync: Bool) throws(SyntaxAbort) -> StmtID {
    let owner = index
    index += 1
    var items: NodeList<NodeID<WithItem>>?
    if at(.leftParen), tokens[index].value != 0, tokens[Int(tokens[index].value) + 1].kind == .colon {
      // `with (a, b as c):` lists items; but `with (yield x):` and `with (a for a in b):` hold an expression.
      let point = checkpoint()
      let savedError = error
      do throws(SyntaxAbort) {
        items = try parenthesisedItems()
      } catch {
        self.error = savedError
        restore(point)
      }
    }
    if explains, items == nil, at(.leftParen), tokens[index].value != 0,
      tokens[Int(tokens[index].value) + 1].kind == .newline
    {
      let point = checkpoint()
      do throws(SyntaxAbort) {
        items = try parenthesisedItems()
      } catch {
        if self.error != nil { throw error }
        restore(point)
      }
    }
    if items == nil {
      let mark = stack.count
      repeat { try withItem() } while eat(.comma)
      items = takeList(from: mark)
    }
    let body = try block(owner, "'with' statement")
    if isAsync { return add(.asyncWith(items: items!, body: body), from: first) }
    return add(.with(items: items!, body: body), from: first)
  }

  private mutating func parenthesisedItems() throws(SyntaxAbort) -> NodeList<NodeID<WithItem>> {
    index += 1
    let mark = stack.count
    repeat {
      if at(.rightParen), stack.count > mark { break }
      try withItem()
    } while eat(.comma)
    try expect(.rightParen)
    if !at(.colon), !explains { throw unexpected() }
    return takeList(from: mark)
  }

  private mutating func withItem() throws(SyntaxAbort) {
    let context = try expression()
    var variables = ExprID.none
    if eat(.as) {
      let target = try starTarget()
      if !isTarget(target) {
        if explains, at(.comma) || at(.rightParen) || at(.colon) { throw reportInvalidTarget(target, .store) }
        throw unexpected()
      }
      setContext(target, .store)
      variables = target
    }
    ast.withItems.append(WithItem(contextExpr: context, optionalVars: variables))
    stack.append(UInt32(truncatingIfNeeded: ast.withItems.count - 1))
  }

  /// `star_target`: one target, perhaps starred.
  private mutating func starTarget() throws(SyntaxAbort) -> ExprID {
    let first = start
    if eat(.star) {
      let value = try binary(1)
      return add(.starred(value: value, context: .store), from: first)
    }
    return explains ? try expression() : try binary(1)
  }

  // MARK: - try

  private mutating func tryStatement() throws(SyntaxAbort) -> StmtID {
    let owner = index
    let first = start
    index += 1
    let body = try block(owner, "'try' statement")
    let mark = stack.count
    var isStar: Bool?
    while at(.except) {
      let handler = index
      index += 1
      let handlerIsStar = eat(.star)
      if explains, handlerIsStar, at(.newline) || at(.colon) {
        throw report(Mistake.expectedExceptionTypes, token: index)
      }
      if let isStar, isStar != handlerIsStar {
        if explains {
          throw report(Mistake.mixedExcept, from: tokens[handler].start, to: tokens[index - 1].end)
        }
        throw unexpected()
      }
      isStar = handlerIsStar
      var type = ExprID.none
      var name = Symbol.none
      if !at(.colon) {
        let typeStart = start
        if explains, at(.newline) { throw report(Mistake.expectedColon, token: index) }
        type = try expression()
        if eat(.as) { name = try expectName() }
        if explains, at(.comma) { try checkExceptTuple(from: typeStart) }
      } else if handlerIsStar {
        throw unexpected()
      }
      let handlerBody = try block(handler, handlerIsStar ? "'except*' statement" : "'except' statement")
      ast.handlers.append(
        ExceptHandler(
          type: type, name: name, body: handlerBody, span: Span(start: tokens[handler].start, end: previousEnd)))
      stack.append(UInt32(truncatingIfNeeded: ast.handlers.count - 1))
    }
    let handlers: NodeList<NodeID<ExceptHandler>> = takeList(from: mark)
    var orElse = NodeList<StmtID>.empty
    if !handlers.isEmpty { orElse = try elseBlock() }
    var finalBody = NodeList<StmtID>.empty
    if at(.finally) {
      let finally = index
      index += 1
      finalBody = try block(finally, "'finally' statement")
    } else if handlers.isEmpty {
      if explains { throw report(Mistake.expectedExcept, token: index) }
      throw unexpected()
    }
    ast.tries.append(Try(body: body, handlers: handlers, orElse: orElse, finalBody: finalBody))
    let node = NodeID<Try>(raw: UInt32(truncatingIfNeeded: ast.tries.count - 1))
    return add(isStar == true ? .tryStar(node) : .try(node), from: first)
  }

  // MARK: - Definitions

  private mutating func decorated() throws(SyntaxAbort) -> StmtID {
    let mark = stack.count
    while eat(.at) {
      stack.append(try namedExpression().raw)
      try expect(.newline)
    }
    let decorators: NodeList<ExprID> = takeList(from: mark)
    let first = start
    switch kind {
    case .def: return try functionDefinition(from: first, decorators: decorators, isAsync: false)
    case .class: return try classDefinition(from: first, decorators: decorators)
    case .async where next() == .def:
      index += 1
      return try functionDefinition(from: first, decorators: decorators, isAsync: true)
    default: throw unexpected()
    }
  }

  private mutating func functionDefinition(
    from first: UInt32, decorators: NodeList<ExprID>, isAsync: Bool
  ) throws(SyntaxAbort) -> StmtID {
    let owner = index
    index += 1
    let name = try expectName()
    let bracket = index
    let typeParams: NodeList<NodeID<TypeParam>>
    do throws(SyntaxAbort) {
      typeParams = try typeParameters()
    } catch {
      if explains, self.error == nil { throw report(Mistake.expectedParenthesis, token: bracket) }
      throw error
    }
    if !at(.leftParen) {
      if explains { throw report(Mistake.expectedParenthesis, token: index) }
      throw unexpected()
    }
    index += 1
    let args = try parameters(until: .rightParen, isLambda: false)
    try expect(.rightParen)
    var returns = ExprID.none
    if at(.arrow) {
      let arrow = index
      index += 1
      do throws(SyntaxAbort) {
        returns = try expression()
      } catch {
        if explains, self.error == nil { throw report(Mistake.expectedColon, token: arrow) }
        throw error
      }
    }
    let body = try block(owner, "function definition")
    ast.functions.append(
      Function(name: name, args: args, body: body, decorators: decorators, returns: returns, typeParams: typeParams))
    let node = NodeID<Function>(raw: UInt32(truncatingIfNeeded: ast.functions.count - 1))
    return add(isAsync ? .asyncFunctionDef(node) : .functionDef(node), from: first)
  }

  private mutating func classDefinition(from first: UInt32, decorators: NodeList<ExprID>) throws(SyntaxAbort) -> StmtID
  {
    let owner = index
    index += 1
    let name = try expectName()
    let typeParams = try typeParameters()
    var bases = NodeList<ExprID>.empty
    var keywords = NodeList<NodeID<Keyword>>.empty
    if at(.leftParen) { (bases, keywords) = try arguments(allowsGenerator: false) }
    let body = try block(owner, "class definition")
    ast.classes.append(
      Class(
        name: name, bases: bases, keywords: keywords, body: body, decorators: decorators, typeParams: typeParams))
    let node = NodeID<Class>(raw: UInt32(truncatingIfNeeded: ast.classes.count - 1))
    return add(.classDef(node), from: first)
  }
}
