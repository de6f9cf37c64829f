// Argument lists of calls and class definitions.

extension Parser {
  mutating func call(_ function: ExprID, from first: UInt32) throws(SyntaxAbort) -> ExprID {
    let (args, keywords) = try arguments(allowsGenerator: true)
    return add(.call(function: function, args: args, keywords: keywords), from: first)
  }

  /// At `(`: arguments up to and with the closing parenthesis.
  mutating func arguments(allowsGenerator: Bool) throws(SyntaxAbort) -> (
    args: NodeList<ExprID>, keywords: NodeList<NodeID<Keyword>>
  ) {
    let opening = index
    index += 1
    if eat(.rightParen) { return (.empty, .empty) }
    try descend()
    defer { nesting -= 1 }
    let mark = stack.count
    // Keywords of calls nested in this one come in between: their indices are collected on a list of their own.
    var keywords: [UInt32] = []
    var hasUnpacking = false
    while true {
      let first = start
      switch kind {
      case .star:
        index += 1
        if hasUnpacking { throw explains ? report(Mistake.iterableAfterMapping, token: index - 1) : unexpected() }
        let value = try expression()
        if explains, at(.equal) { throw try unpackingAssignment(Mistake.assignToIterableUnpacking, from: first) }
        stack.append(add(.starred(value: value, context: .load), from: first).raw)
      case .doubleStar:
        index += 1
        let value = try expression()
        if explains, at(.equal) { throw try unpackingAssignment(Mistake.assignToMappingUnpacking, from: first) }
        hasUnpacking = true
        keywords.append(addKeyword(.none, value, from: first))
      case .name where next() == .equal:
        let name = Symbol(raw: tokens[index].value)
        index += 2
        if explains, at(.comma) || at(.rightParen) {
          throw report(Mistake.expectedArgumentValue, from: first, to: tokens[index - 1].end)
        }
        let value = try expression()
        if explains, at(.for) || at(.async) {
          throw report(Mistake.comprehensionKeyword, from: first, to: tokens[index - 2].end)
        }
        keywords.append(addKeyword(name, value, from: first))
      default:
        let value = at(.name) && next() == .colonEqual ? try assignmentExpression() : try expression()
        if at(.for) || at(.async) {
          if !allowsGenerator, keywords.isEmpty, stack.count == mark { throw unexpected() }
          let isOnly = stack.count == mark && keywords.isEmpty
          let generators = try comprehensionClauses()
          let begin = isOnly ? tokens[opening].start : ast.span(value).start
          let generator = add(.generatorExp(element: value, generators: generators), from: begin)
          if isOnly, allowsGenerator, eat(.rightParen) {
            ast.expressionSpans[Int(generator.raw)].end = tokens[index - 1].end
            stack.append(generator.raw)
            return (takeList(from: mark), .empty)
          }
          if explains { throw reportGenerator(value) }
          throw unexpected()
        }
        if at(.equal) || at(.colonEqual) { throw invalidKeywordArgument(value) }
        if !keywords.isEmpty { throw positionalAfterKeyword(hasUnpacking) }
        stack.append(value.raw)
      }
      if eat(.comma) {
        if !at(.rightParen) { continue }
      }
      if eat(.rightParen) { break }
      throw unexpected()
    }
    let args: NodeList<ExprID> = takeList(from: mark)
    stack.append(contentsOf: keywords)
    return (args, takeList(from: mark))
  }

  private mutating func addKeyword(_ name: Symbol, _ value: ExprID, from first: UInt32) -> UInt32 {
    ast.keywords.append(Keyword(name: name, value: value, span: Span(start: first, end: tokens[index - 1].end)))
    return UInt32(truncatingIfNeeded: ast.keywords.count - 1)
  }

  /// At `=` after `*value` or `**value`.
  private mutating func unpackingAssignment(_ message: String, from first: UInt32) throws(SyntaxAbort) -> SyntaxAbort {
    index += 1
    _ = try expression()
    return report(message, from: first, to: tokens[index - 1].end)
  }

  private mutating func positionalAfterKeyword(_ hasUnpacking: Bool) -> SyntaxAbort {
    if !explains { return unexpected() }
    let message = hasUnpacking ? Mistake.positionalAfterUnpacking : Mistake.positionalAfterKeyword
    // CPython notices it when it has read as many arguments as there are.
    explains = false
    do throws(SyntaxAbort) {
      while eat(.comma) {
        if at(.star) || at(.doubleStar) { index += 1 } else if at(.name), next() == .equal { index += 2 }
        if at(.rightParen) { break }
        _ = try expression()
      }
    } catch {}
    explains = true
    return report(message, token: index)
  }
}
