// The parser's state and the small interface that all productions use. Productions are in the other files of this
// folder, one function per rule of CPython 3.12's Grammar/python.gram.

/// Result of parsing one file.
public struct ParseResult: Sendable {
  /// Nil if there is an error among the diagnostics.
  public var ast: AST?
  /// At most one error, and the warnings (invalid escape sequences and the like) found before it.
  public var diagnostics: [Diagnostic]
  /// The decoded source that all spans refer to.
  public var source: SourceText

  public var error: Diagnostic? { diagnostics.first { $0.isError } }
}

/// Parses a module. Never traps, whatever the bytes; nesting beyond the limits is an error.
/// - Parameter isText: the source is a str in UTF-8, in which a comment that names an encoding means nothing.
public func parseModule(source: [UInt8], fileName: String, isText: Bool = false) -> ParseResult {
  parse(source: source, fileName: fileName, isExpression: false, isText: isText)
}

/// Parses one expression (as `eval` takes it); the tree's body is a single expression statement.
public func parseExpression(source: [UInt8], fileName: String, isText: Bool = false) -> ParseResult {
  parse(source: source, fileName: fileName, isExpression: true, isText: isText)
}

private func parse(source: [UInt8], fileName: String, isExpression: Bool, isText: Bool) -> ParseResult {
  if source.count >= Int(Int32.max) {
    let text = SourceText(bytes: [], lineStarts: [0])
    let problem = Diagnostic(.memoryError, Message.stackOverflow, Span(start: 0, end: 0), hasLocation: false)
    return ParseResult(ast: nil, diagnostics: [problem], source: text)
  }
  var (text, sourceError) = SourceText.decode(source, fileName: fileName, isText: isText)
  if let sourceError { return ParseResult(ast: nil, diagnostics: [sourceError], source: text) }
  // The tokenizer looks ahead without checking for the end: zero bytes stop every one of its loops.
  let count = text.bytes.count
  for _ in 0..<4 { text.bytes.append(0) }
  var (ast, diagnostics): (AST?, [Diagnostic]) = text.bytes.withUnsafeBufferPointer { buffer in
    var lexer = Lexer(source: buffer.baseAddress!, count: count)
    lexer.run()
    var parser = Parser(stream: lexer.takeStream(), source: buffer.baseAddress!, count: count)
    return parser.run(isExpression: isExpression)
  }
  text.bytes.removeLast(4)
  ast?.lineStarts = text.lineStarts
  return ParseResult(ast: ast, diagnostics: diagnostics, source: text)
}

struct Parser: ~Copyable {
  /// Nested productions (parentheses, lambdas, blocks): keeps the parser's own stack within about one megabyte.
  static let maximumNesting = 1000
  static let maximumSpeculation = 200_000
  /// Depth of the tree, counting chains such as `a + b + c` and `elif`: CPython 3.12's compiler gives up near it too.
  static let maximumTreeDepth = 3000

  let source: UnsafePointer<UInt8>
  let sourceCount: Int
  let tokens: UnsafeMutablePointer<Token>
  let tokenCount: Int
  var stream: TokenStream
  var ast = AST()
  /// Index of the current token.
  var index = 0
  /// The furthest token an alternative was refused at.
  var furthest = 0
  /// Children of lists that are being built; a production remembers where its own start.
  var stack: [UInt32] = []
  var nesting = 0
  /// Deepest nesting and longest chain seen: only if their product is large must the tree be measured.
  var deepestNesting = 0
  var longestChain = 0
  var error: Diagnostic?
  var warnings: [Diagnostic] = []
  /// The second pass over a file with an error: rules for known mistakes are tried.
  var explains = false
  /// While looking ahead in the second pass: the rule for missing commas is not tried.
  var isQuiet = false
  /// Look-ahead inside look-ahead: a row of names makes one for each.
  var lookAheadDepth = 0
  /// Tokens read more than once in the second pass; bounded, since nested look-ahead could take exponential time.
  var speculated = 0
  /// The furthest token looked at in either pass.
  var reached = 0
  var scratch: [UInt8] = []
  /// Number of f-string replacement fields around the current token.
  var fieldLevel = 0

  init(stream: consuming TokenStream, source: UnsafePointer<UInt8>, count: Int) {
    self.source = source
    sourceCount = count
    self.stream = stream
    tokens = self.stream.tokens
    tokenCount = self.stream.count
    ast.expressions.reserveCapacity(tokenCount / 2)
    ast.expressionSpans.reserveCapacity(tokenCount / 2)
    ast.pool.reserveCapacity(tokenCount / 2)
  }

  mutating func run(isExpression: Bool) -> (AST?, [Diagnostic]) {
    do throws(SyntaxAbort) {
      try module(isExpression)
      try checkDepth()
    } catch {
      explainError(isExpression)
    }
    var diagnostics = mergedWarnings()
    if let error {
      if error.hasLocation { diagnostics.removeAll { $0.span.start > error.span.start } }
      diagnostics.append(error)
      return (nil, diagnostics)
    }
    ast.strings = stream.symbols.strings()
    return (ast, diagnostics)
  }

  /// The tokenizer's and the parser's warnings, by their places in the source.
  private func mergedWarnings() -> [Diagnostic] {
    var merged: [Diagnostic] = []
    var fromLexer = stream.warnings[...]
    for warning in warnings {
      while let first = fromLexer.first, first.span.start <= warning.span.start {
        merged.append(first)
        fromLexer.removeFirst()
      }
      merged.append(warning)
    }
    return merged + fromLexer
  }

  private mutating func module(_ isExpression: Bool) throws(SyntaxAbort) {
    if isExpression {
      let start = tokens[index].start
      let value = try starExpressions()
      while at(.newline) { index += 1 }
      try expect(.endMarker)
      stack.append(add(.expr(value: value), from: start).raw)
      ast.body = takeList(from: stack.count - 1)
      return
    }
    let mark = stack.count
    while !at(.endMarker) { try statement() }
    ast.body = takeList(from: mark)
  }

  /// After a failed pass: parses again with the rules for known mistakes, and picks the error to report as CPython's
  /// `_PyPegen_set_syntax_error` does: an error of the tokenizer anywhere in the file wins over the parser's.
  private mutating func explainError(_ isExpression: Bool) {
    let failedAt = furthest
    var isFinal = error?.kind == .recursionError || error?.kind == .memoryError
    if error == nil {
      explains = true
      reset()
      do throws(SyntaxAbort) {
        try module(isExpression)
      } catch {}
      if error == nil {
        error = genericError(at: failedAt)
        // Wrong indentation is reported whatever follows.
        isFinal = error?.kind == .indentationError
      }
    }
    guard let lexical = stream.error, error != nil, !isFinal || tokens[failedAt].kind == .error else { return }
    if !stream.isErrorQuiet || tokens[failedAt].kind == .error {
      error = lexical
    } else if let open = stream.openBracket {
      let bracketLine = line(of: UInt32(open.offset))
      if line(of: tokens[max(failedAt, reached)].start) > bracketLine {
        let point = UInt32(open.offset)
        error = Diagnostic(.syntaxError, Message.neverClosed(open.byte), Span(start: point, end: point))
      }
    }
  }

  private mutating func reset() {
    ast = AST()
    index = 0
    stack.removeAll()
    nesting = 0
    fieldLevel = 0
    warnings.removeAll()
  }

  private func genericError(at failedAt: Int) -> Diagnostic {
    let token = tokens[failedAt]
    switch token.kind {
    case .indent: return Diagnostic(.indentationError, Mistake.unexpectedIndent, pointAfter(token))
    case .dedent: return Diagnostic(.indentationError, Mistake.unexpectedUnindent, pointAfter(token))
    case .endMarker:
      let last = UInt32(max(sourceCount - 1, 0))
      var diagnostic = Diagnostic(.syntaxError, Mistake.invalidSyntax, Span(start: last, end: last))
      diagnostic.isLineOnly = true
      return diagnostic
    default: return Diagnostic(.syntaxError, Mistake.invalidSyntax, Span(start: token.start, end: token.end))
    }
  }

  /// Where CPython points for a token without text of its own: at the last character of the indentation, or at the
  /// end of the last line.
  func pointAfter(_ token: Token) -> Span {
    let point = token.end == 0 ? 0 : token.end - 1
    return Span(start: point, end: point)
  }

  /// 1-based line of an offset; for messages only.
  func line(of offset: UInt32) -> Int {
    var line = 1
    for position in 0..<min(Int(offset), sourceCount) where source[position] == 10 { line += 1 }
    return line
  }

  // MARK: - Tokens

  @inline(__always) var kind: TokenKind { tokens[index].kind }
  @inline(__always) func at(_ kind: TokenKind) -> Bool { tokens[index].kind == kind }
  @inline(__always) func next(_ distance: Int = 1) -> TokenKind {
    index + distance < tokenCount ? tokens[index + distance].kind : .endMarker
  }
  @inline(__always) var start: UInt32 { tokens[index].start }

  /// Takes the current token if it is of this kind.
  @inline(__always)
  mutating func eat(_ kind: TokenKind) -> Bool {
    if tokens[index].kind == kind {
      index += 1
      return true
    }
    return false
  }

  @inline(__always)
  mutating func expect(_ kind: TokenKind) throws(SyntaxAbort) {
    if tokens[index].kind != kind { throw unexpected() }
    index += 1
  }

  /// Takes a name.
  @inline(__always)
  mutating func expectName() throws(SyntaxAbort) -> Symbol {
    if tokens[index].kind != .name { throw unexpected() }
    index += 1
    return Symbol(raw: tokens[index - 1].value)
  }

  /// End of the last token that belongs to a node: line ends, indents and dedents are stepped over.
  @inline(__always)
  var previousEnd: UInt32 {
    var position = index - 1
    while position > 0, tokens[position].kind.rawValue <= TokenKind.endMarker.rawValue { position -= 1 }
    return position < 0 ? 0 : tokens[position].end
  }

  // MARK: - Errors

  /// No alternative fits the current token.
  @inline(never)
  mutating func unexpected() -> SyntaxAbort {
    if !explains, index > furthest { furthest = index }
    if index > reached { reached = index }
    return .unexpected
  }

  /// Records an error with its own message; the first one recorded stays.
  @inline(never)
  mutating func report(_ message: String, _ span: Span, _ kind: DiagnosticClass = .syntaxError) -> SyntaxAbort {
    if error == nil { error = Diagnostic(kind, message, span) }
    return .reported
  }

  mutating func report(_ message: String, from first: UInt32, to end: UInt32) -> SyntaxAbort {
    report(message, Span(start: first, end: end))
  }

  /// An error about the token at hand.
  mutating func report(_ message: String, token: Int, _ kind: DiagnosticClass = .syntaxError) -> SyntaxAbort {
    switch tokens[token].kind {
    case .dedent:
      // The end of an indentation is noticed at the next statement, behind its own indentation.
      var following = token
      while tokens[following].kind == .dedent { following += 1 }
      guard tokens[following].kind != .endMarker else { return report(message, pointAfter(tokens[token]), kind) }
      let start = tokens[following].start
      let isAtMargin = start == 0 || source[Int(start) - 1] == 10
      let point = isAtMargin ? start : start - 1
      let abort = report(message, Span(start: point, end: point), kind)
      if isAtMargin, error?.span.start == point { error?.isLineOnly = true }
      return abort
    case .indent, .endMarker: return report(message, pointAfter(tokens[token]), kind)
    default: return report(message, Span(start: tokens[token].start, end: tokens[token].end), kind)
    }
  }

  /// An error from `first` up to what CPython's tokenizer has read when the token at hand is looked at: one byte short
  /// of the token's end.
  mutating func report(_ message: String, startingFrom first: UInt32) -> SyntaxAbort {
    report(message, Span(start: first, end: max(tokens[index].end - 1, first)))
  }

  /// Enters a nested production; each call is paired with `nesting -= 1` on success (a failed pass starts over).
  @inline(__always)
  mutating func descend() throws(SyntaxAbort) {
    nesting += 1
    if nesting > deepestNesting {
      deepestNesting = nesting
      if nesting > Self.maximumNesting {
        throw report(Message.stackOverflow, Span(start: start, end: start), .memoryError)
      }
    }
  }

  // MARK: - Nodes

  @inline(__always)
  mutating func add(_ node: Expr, from start: UInt32) -> ExprID { add(node, from: start, to: tokens[index - 1].end) }

  @inline(__always)
  mutating func add(_ node: Expr, from start: UInt32, to end: UInt32) -> ExprID {
    ast.expressions.append(node)
    ast.expressionSpans.append(Span(start: start, end: end))
    return ExprID(raw: UInt32(truncatingIfNeeded: ast.expressions.count &- 1))
  }

  @inline(__always)
  mutating func add(_ node: Stmt, from start: UInt32) -> StmtID {
    let end = previousEnd
    ast.statements.append(node)
    ast.statementSpans.append(Span(start: start, end: end))
    return StmtID(raw: UInt32(truncatingIfNeeded: ast.statements.count &- 1))
  }

  @inline(__always)
  mutating func add(_ node: Pattern, from start: UInt32) -> PatternID {
    ast.patterns.append(node)
    ast.patternSpans.append(Span(start: start, end: tokens[index - 1].end))
    return PatternID(raw: UInt32(truncatingIfNeeded: ast.patterns.count &- 1))
  }

  /// Moves the elements pushed since `mark` to the pool.
  @inline(__always)
  mutating func takeList<T>(from mark: Int) -> NodeList<T> {
    let count = stack.count - mark
    if count == 0 { return .empty }
    let start = UInt32(truncatingIfNeeded: ast.pool.count)
    for position in mark..<stack.count { ast.pool.append(stack[position]) }
    stack.removeLast(count)
    return NodeList(start: start, count: UInt32(truncatingIfNeeded: count))
  }

  // MARK: - Going back

  /// Sizes of everything a speculative parse may have grown.
  struct Checkpoint {
    var index, expressions, statements, patterns, arguments, args, keywords, comprehensions, withItems: Int
    var pool, stack, warnings, nesting, fieldLevel: Int
  }

  func checkpoint() -> Checkpoint {
    Checkpoint(
      index: index, expressions: ast.expressions.count, statements: ast.statements.count,
      patterns: ast.patterns.count, arguments: ast.arguments.count, args: ast.args.count,
      keywords: ast.keywords.count, comprehensions: ast.comprehensions.count, withItems: ast.withItems.count,
      pool: ast.pool.count, stack: stack.count, warnings: warnings.count, nesting: nesting, fieldLevel: fieldLevel)
  }

  mutating func restore(_ point: Checkpoint) {
    index = point.index
    ast.expressions.removeLast(ast.expressions.count - point.expressions)
    ast.expressionSpans.removeLast(ast.expressionSpans.count - point.expressions)
    ast.statements.removeLast(ast.statements.count - point.statements)
    ast.statementSpans.removeLast(ast.statementSpans.count - point.statements)
    ast.patterns.removeLast(ast.patterns.count - point.patterns)
    ast.patternSpans.removeLast(ast.patternSpans.count - point.patterns)
    ast.arguments.removeLast(ast.arguments.count - point.arguments)
    ast.args.removeLast(ast.args.count - point.args)
    ast.keywords.removeLast(ast.keywords.count - point.keywords)
    ast.comprehensions.removeLast(ast.comprehensions.count - point.comprehensions)
    ast.withItems.removeLast(ast.withItems.count - point.withItems)
    ast.pool.removeLast(ast.pool.count - point.pool)
    stack.removeLast(stack.count - point.stack)
    warnings.removeLast(warnings.count - point.warnings)
    nesting = point.nesting
    fieldLevel = point.fieldLevel
  }
}
