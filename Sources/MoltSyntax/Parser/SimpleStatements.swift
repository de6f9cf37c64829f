// Statements, and those of them that fit on one line.

extension Parser {
  /// One compound statement, or one line of simple statements; pushes them on the stack.
  mutating func statement() throws(SyntaxAbort) {
    switch kind {
    case .def, .class, .at, .async, .if, .for, .while, .try, .with:
      stack.append(try compoundStatement().raw)
      return
    case .name where tokens[index].soft == .match:
      if let statement = try matchStatement() {
        stack.append(statement.raw)
        return
      }
    default: break
    }
    try simpleStatements()
  }

  mutating func simpleStatements() throws(SyntaxAbort) {
    while true {
      stack.append(try simpleStatement().raw)
      if eat(.newline) { return }
      if !eat(.semicolon) { throw unexpected() }
      if eat(.newline) { return }
    }
  }

  private mutating func simpleStatement() throws(SyntaxAbort) -> StmtID {
    let first = start
    switch kind {
    case .return:
      index += 1
      let value = startsExpression() ? try starExpressions() : .none
      return add(.return(value: value), from: first)
    case .import: return try importStatement()
    case .from: return try fromImportStatement()
    case .raise:
      index += 1
      var exception = ExprID.none
      var cause = ExprID.none
      if startsExpression() {
        exception = try expression()
        if eat(.from) { cause = try expression() }
      }
      return add(.raise(exception: exception, cause: cause), from: first)
    case .pass:
      index += 1
      return add(.pass, from: first)
    case .break:
      index += 1
      return add(.break, from: first)
    case .continue:
      index += 1
      return add(.continue, from: first)
    case .del: return try deleteStatement()
    case .yield:
      let value = try yieldExpression()
      if explains, at(.equal) { throw reportExpression(Mistake.assignToYield, value) }
      return add(.expr(value: value), from: first)
    case .assert:
      index += 1
      let test = try expression()
      let message = eat(.comma) ? try expression() : .none
      return add(.assert(test: test, message: message), from: first)
    case .global, .nonlocal:
      let isGlobal = at(.global)
      index += 1
      let mark = stack.count
      repeat { stack.append(try expectName().raw) } while eat(.comma)
      let names: NodeList<Symbol> = takeList(from: mark)
      return add(isGlobal ? .global(names: names) : .nonlocal(names: names), from: first)
    case .name where tokens[index].soft == .type && next() == .name:
      return try typeAlias()
    default: return try expressionStatement()
    }
  }

  /// An expression, an assignment, an annotated or an augmented assignment.
  private mutating func expressionStatement() throws(SyntaxAbort) -> StmtID {
    let first = start
    let firstToken = index
    let value = try starExpressions()
    switch kind {
    case .newline, .semicolon:
      return add(.expr(value: value), from: first)
    case .equal: return try assignment(value, from: first)
    case .colon: return try annotatedAssignment(value, firstToken: firstToken)
    default:
      guard let op = augmentedOperator(kind) else { return add(.expr(value: value), from: first) }
      switch ast[value] {
      case .name, .attribute, .subscript: break
      default:
        if explains { throw reportExpression(Mistake.augmentedTarget(expressionName(value)), value) }
        throw unexpected()
      }
      index += 1
      setContext(value, .store)
      let right = try yieldOrStarExpressions()
      return add(.augAssign(target: value, op: op, value: right), from: first)
    }
  }

  private mutating func assignment(_ firstTarget: ExprID, from first: UInt32) throws(SyntaxAbort) -> StmtID {
    let mark = stack.count
    let firstEqual = index
    var value = firstTarget
    var isYield = false
    while at(.equal) {
      if isYield {
        if explains { throw reportExpression(Mistake.assignToYield, value) }
        throw unexpected()
      }
      if !isTarget(value) {
        if explains { throw invalidAssignment(value, firstTarget: firstTarget, firstEqual: firstEqual) }
        index += 1
        throw unexpected()
      }
      setContext(value, .store)
      stack.append(value.raw)
      index += 1
      isYield = at(.yield)
      value = try yieldOrStarExpressions()
    }
    return add(.assign(targets: takeList(from: mark), value: value), from: first)
  }

  private mutating func annotatedAssignment(_ target: ExprID, firstToken: Int) throws(SyntaxAbort) -> StmtID {
    let first = tokens[firstToken].start
    var isSimple = false
    switch ast[target] {
    case .name: isSimple = tokens[firstToken].kind != .leftParen
    case .attribute, .subscript: break
    default:
      if explains { throw invalidAnnotation(target) }
      throw unexpected()
    }
    index += 1
    setContext(target, .store)
    let annotation = try expression()
    var value = ExprID.none
    if eat(.equal) { value = try yieldOrStarExpressions() }
    return add(
      .annAssign(target: target, annotation: annotation, value: value, isSimple: isSimple), from: first)
  }

  private func augmentedOperator(_ kind: TokenKind) -> BinaryOperator? {
    switch kind {
    case .plusEqual: return .add
    case .minusEqual: return .sub
    case .starEqual: return .mult
    case .atEqual: return .matMult
    case .slashEqual: return .div
    case .percentEqual: return .mod
    case .ampersandEqual: return .bitAnd
    case .barEqual: return .bitOr
    case .caretEqual: return .bitXor
    case .leftShiftEqual: return .lShift
    case .rightShiftEqual: return .rShift
    case .doubleStarEqual: return .pow
    case .doubleSlashEqual: return .floorDiv
    default: return nil
    }
  }

  private mutating func deleteStatement() throws(SyntaxAbort) -> StmtID {
    let first = start
    index += 1
    let mark = stack.count
    repeat {
      if at(.newline) || at(.semicolon), stack.count > mark { break }
      let target = try starExpression()
      if !invalidTarget(target, .delete).isNone {
        if explains { throw reportInvalidTarget(target, .delete) }
        throw unexpected()
      }
      setContext(target, .del)
      stack.append(target.raw)
    } while eat(.comma)
    if !at(.newline), !at(.semicolon) { throw unexpected() }
    return add(.delete(targets: takeList(from: mark)), from: first)
  }

  private mutating func typeAlias() throws(SyntaxAbort) -> StmtID {
    let first = start
    index += 1
    let nameStart = start
    let symbol = try expectName()
    let name = add(.name(id: symbol, context: .store), from: nameStart)
    let typeParams = try typeParameters()
    try expect(.equal)
    let value = try expression()
    return add(.typeAlias(name: name, typeParams: typeParams, value: value), from: first)
  }

  // MARK: - Imports

  /// `a.b.c` as one symbol.
  private mutating func dottedName() throws(SyntaxAbort) -> Symbol {
    let first = try expectName()
    if !at(.dot) { return first }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: stream.symbols.bytes(of: first))
    while eat(.dot) {
      let name = try expectName()
      scratch.append(46)
      scratch.append(contentsOf: stream.symbols.bytes(of: name))
    }
    return internScratch()
  }

  mutating func internScratch() -> Symbol {
    scratch.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { return stream.symbols.intern(start, buffer.count) }
      return stream.symbols.intern("")
    }
  }

  private mutating func addAlias(_ name: Symbol, _ asName: Symbol, from first: UInt32) {
    ast.aliases.append(Alias(name: name, asName: asName, span: Span(start: first, end: tokens[index - 1].end)))
    stack.append(UInt32(truncatingIfNeeded: ast.aliases.count - 1))
  }

  private mutating func importStatement() throws(SyntaxAbort) -> StmtID {
    let first = start
    index += 1
    let mark = stack.count
    repeat {
      let aliasStart = start
      let name = try dottedName()
      let asName = eat(.as) ? try expectName() : Symbol.none
      addAlias(name, asName, from: aliasStart)
    } while eat(.comma)
    if explains, at(.from), next() == .name {
      index += 1
      _ = try dottedName()
      throw report(Mistake.importFromOrder, startingFrom: first)
    }
    return add(.import(names: takeList(from: mark)), from: first)
  }

  private mutating func fromImportStatement() throws(SyntaxAbort) -> StmtID {
    let first = start
    index += 1
    var level: UInt32 = 0
    while at(.dot) || at(.ellipsis) {
      level += at(.dot) ? 1 : 3
      index += 1
    }
    let module = level > 0 && at(.import) ? Symbol.none : try dottedName()
    try expect(.import)
    let mark = stack.count
    let aliasStart = start
    if eat(.star) {
      addAlias(stream.symbols.intern("*"), .none, from: aliasStart)
    } else {
      let hasParenthesis = eat(.leftParen)
      while true {
        let nameStart = start
        let name = try expectName()
        let asName = eat(.as) ? try expectName() : Symbol.none
        addAlias(name, asName, from: nameStart)
        if !eat(.comma) { break }
        if hasParenthesis, at(.rightParen) { break }
        if !hasParenthesis, at(.newline) {
          if explains { throw report(Mistake.trailingComma, token: index) }
          throw unexpected()
        }
      }
      if hasParenthesis { try expect(.rightParen) }
    }
    return add(.importFrom(module: module, names: takeList(from: mark), level: level), from: first)
  }
}
