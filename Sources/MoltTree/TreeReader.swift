import MoltSupport
import MoltSyntax

/// Reads what `TreeWriter` wrote. Every index is checked against its arena, every list and its elements against the
/// pool and their arena, so that later stages may follow indices without checks.
struct TreeReader {
  var input: BinaryReader
  var ast = AST()
  var limits = Limits()

  struct Limits {
    var strings = 0, expressions = 0, statements = 0, patterns = 0, functions = 0, classes = 0, tries = 0, handlers = 0
    var arguments = 0, args = 0, keywords = 0, aliases = 0, withItems = 0, matchCases = 0, comprehensions = 0
    var typeParams = 0, pool = 0, lineStarts = 0
  }

  init(_ input: BinaryReader) { self.input = input }

  mutating func read() throws(BinaryError) {
    limits.strings = try input.count()
    limits.expressions = try input.count()
    limits.statements = try input.count()
    limits.patterns = try input.count()
    limits.functions = try input.count()
    limits.classes = try input.count()
    limits.tries = try input.count()
    limits.handlers = try input.count()
    limits.arguments = try input.count()
    limits.args = try input.count()
    limits.keywords = try input.count()
    limits.aliases = try input.count()
    limits.withItems = try input.count()
    limits.matchCases = try input.count()
    limits.comprehensions = try input.count()
    limits.typeParams = try input.count()
    limits.pool = try input.count()
    limits.lineStarts = try input.count()
    for _ in 0..<limits.strings { ast.strings.append(try input.blob()) }
    ast.pool.reserveCapacity(limits.pool)
    for _ in 0..<limits.pool { ast.pool.append(try rawIndex()) }
    var last: UInt32 = 0
    for _ in 0..<limits.lineStarts {
      let (start, overflow) = last.addingReportingOverflow(try input.uint32())
      guard !overflow else { throw input.failure("a line start is out of range") }
      ast.lineStarts.append(start)
      last = start
    }
    ast.body = try statements()
    ast.expressions.reserveCapacity(limits.expressions)
    ast.expressionSpans.reserveCapacity(limits.expressions)
    for _ in 0..<limits.expressions {
      ast.expressions.append(try expression())
      ast.expressionSpans.append(try span())
    }
    for _ in 0..<limits.statements {
      ast.statements.append(try statement())
      ast.statementSpans.append(try span())
    }
    for _ in 0..<limits.patterns {
      ast.patterns.append(try patternNode())
      ast.patternSpans.append(try span())
    }
    try readSideTables()
  }

  // MARK: indices and lists

  private mutating func rawIndex() throws(BinaryError) -> UInt32 { try input.uint32() &- 1 }

  /// An index below `limit`, or none.
  private mutating func optionalIndex(_ limit: Int) throws(BinaryError) -> UInt32 {
    let raw = try rawIndex()
    guard raw == .max || Int(raw) < limit else { throw input.failure("an index is out of range") }
    return raw
  }

  private mutating func index(_ limit: Int) throws(BinaryError) -> UInt32 {
    let raw = try optionalIndex(limit)
    guard raw != .max else { throw input.failure("an index is missing") }
    return raw
  }

  private mutating func expr() throws(BinaryError) -> ExprID { ExprID(raw: try index(limits.expressions)) }
  private mutating func optionalExpr() throws(BinaryError) -> ExprID {
    ExprID(raw: try optionalIndex(limits.expressions))
  }
  private mutating func optionalPattern() throws(BinaryError) -> PatternID {
    PatternID(raw: try optionalIndex(limits.patterns))
  }
  private mutating func symbol() throws(BinaryError) -> Symbol { Symbol(raw: try index(limits.strings)) }
  private mutating func optionalSymbol() throws(BinaryError) -> Symbol {
    Symbol(raw: try optionalIndex(limits.strings))
  }
  private mutating func node<T>(_ limit: Int) throws(BinaryError) -> NodeID<T> { NodeID(raw: try index(limit)) }

  private mutating func list<T>(_ limit: Int, absent: Bool = false) throws(BinaryError) -> NodeList<T> {
    let count = try input.uint32()
    if count == 0 { return .empty }
    let start = try input.uint32()
    guard UInt64(start) + UInt64(count) <= UInt64(limits.pool) else { throw input.failure("a list is out of range") }
    for element in ast.pool[Int(start)..<Int(start) + Int(count)] {
      guard Int(element) < limit || (absent && element == .max) else {
        throw input.failure("an element of a list is out of range")
      }
    }
    return NodeList(start: start, count: count)
  }

  private mutating func expressions(absent: Bool = false) throws(BinaryError) -> NodeList<ExprID> {
    try list(limits.expressions, absent: absent)
  }
  private mutating func statements() throws(BinaryError) -> NodeList<StmtID> { try list(limits.statements) }
  private mutating func patterns() throws(BinaryError) -> NodeList<PatternID> { try list(limits.patterns) }
  private mutating func symbols() throws(BinaryError) -> NodeList<Symbol> { try list(limits.strings) }
  private mutating func generators() throws(BinaryError) -> NodeList<NodeID<Comprehension>> {
    try list(limits.comprehensions)
  }
  private mutating func keywords() throws(BinaryError) -> NodeList<NodeID<Keyword>> { try list(limits.keywords) }
  private mutating func typeParams() throws(BinaryError) -> NodeList<NodeID<TypeParam>> { try list(limits.typeParams) }

  private mutating func span() throws(BinaryError) -> Span {
    let start = try input.uint32()
    let (end, overflow) = Int64(start).addingReportingOverflow(try input.signed())
    guard !overflow, let end = UInt32(exactly: end) else { throw input.failure("a range is impossible") }
    return Span(start: start, end: end)
  }

  private mutating func raw<T: RawRepresentable<UInt8>>(_ what: String) throws(BinaryError) -> T {
    let byte = try input.byte()
    guard let value = T(rawValue: byte) else { throw input.failure("unknown \(what) \(byte)") }
    return value
  }

  private mutating func context() throws(BinaryError) -> ExprContext { try raw("context") }

  // MARK: nodes

  private mutating func constant() throws(BinaryError) -> Constant {
    let tag: ConstantTag = try raw("constant")
    switch tag {
    case .none: return .none
    case .true: return .true
    case .false: return .false
    case .ellipsis: return .ellipsis
    case .int: return .int(try input.signed())
    case .bigInt: return .bigInt(try symbol())
    case .float: return .float(try input.fixed64())
    case .imaginary: return .imaginary(try input.fixed64())
    case .str: return .str(try symbol())
    case .bytes: return .bytes(try symbol())
    }
  }

  private mutating func expression() throws(BinaryError) -> Expr {
    let tag: ExprTag = try raw("expression")
    switch tag {
    case .boolOp: return .boolOp(op: try raw("operator"), values: try expressions())
    case .namedExpr: return .namedExpr(target: try expr(), value: try expr())
    case .binOp: return .binOp(left: try expr(), op: try raw("operator"), right: try expr())
    case .unaryOp: return .unaryOp(op: try raw("operator"), operand: try expr())
    case .lambda: return .lambda(args: try node(limits.arguments), body: try expr())
    case .ifExp: return .ifExp(test: try expr(), body: try expr(), orElse: try expr())
    case .dict: return .dict(keys: try expressions(absent: true), values: try expressions())
    case .set: return .set(elements: try expressions())
    case .listComp: return .listComp(element: try expr(), generators: try generators())
    case .setComp: return .setComp(element: try expr(), generators: try generators())
    case .dictComp: return .dictComp(key: try expr(), value: try expr(), generators: try generators())
    case .generatorExp: return .generatorExp(element: try expr(), generators: try generators())
    case .await: return .await(value: try expr())
    case .yield: return .yield(value: try optionalExpr())
    case .yieldFrom: return .yieldFrom(value: try expr())
    case .compare: return .compare(left: try expr(), ops: try list(256), comparators: try expressions())
    case .call: return .call(function: try expr(), args: try expressions(), keywords: try keywords())
    case .formattedValue:
      return .formattedValue(value: try expr(), conversion: try raw("conversion"), formatSpec: try optionalExpr())
    case .joinedStr: return .joinedStr(values: try expressions())
    case .constant: return .constant(try constant(), isUnicodePrefixed: try input.bool())
    case .attribute: return .attribute(value: try expr(), name: try symbol(), context: try context())
    case .subscript: return .subscript(value: try expr(), slice: try expr(), context: try context())
    case .starred: return .starred(value: try expr(), context: try context())
    case .name: return .name(id: try symbol(), context: try context())
    case .list: return .list(elements: try expressions(), context: try context())
    case .tuple: return .tuple(elements: try expressions(), context: try context())
    case .slice: return .slice(lower: try optionalExpr(), upper: try optionalExpr(), step: try optionalExpr())
    }
  }

  private mutating func statement() throws(BinaryError) -> Stmt {
    let tag: StmtTag = try raw("statement")
    switch tag {
    case .functionDef: return .functionDef(try node(limits.functions))
    case .asyncFunctionDef: return .asyncFunctionDef(try node(limits.functions))
    case .classDef: return .classDef(try node(limits.classes))
    case .return: return .return(value: try optionalExpr())
    case .delete: return .delete(targets: try expressions())
    case .assign: return .assign(targets: try expressions(), value: try expr())
    case .typeAlias: return .typeAlias(name: try expr(), typeParams: try typeParams(), value: try expr())
    case .augAssign: return .augAssign(target: try expr(), op: try raw("operator"), value: try expr())
    case .annAssign:
      return .annAssign(
        target: try expr(), annotation: try expr(), value: try optionalExpr(), isSimple: try input.bool())
    case .for:
      return .for(target: try expr(), iter: try expr(), body: try statements(), orElse: try statements())
    case .asyncFor:
      return .asyncFor(target: try expr(), iter: try expr(), body: try statements(), orElse: try statements())
    case .while: return .while(test: try expr(), body: try statements(), orElse: try statements())
    case .if: return .if(test: try expr(), body: try statements(), orElse: try statements())
    case .with: return .with(items: try list(limits.withItems), body: try statements())
    case .asyncWith: return .asyncWith(items: try list(limits.withItems), body: try statements())
    case .match: return .match(subject: try expr(), cases: try list(limits.matchCases))
    case .raise: return .raise(exception: try optionalExpr(), cause: try optionalExpr())
    case .try: return .try(try node(limits.tries))
    case .tryStar: return .tryStar(try node(limits.tries))
    case .assert: return .assert(test: try expr(), message: try optionalExpr())
    case .import: return .import(names: try list(limits.aliases))
    case .importFrom:
      return .importFrom(module: try optionalSymbol(), names: try list(limits.aliases), level: try input.uint32())
    case .global: return .global(names: try symbols())
    case .nonlocal: return .nonlocal(names: try symbols())
    case .expr: return .expr(value: try expr())
    case .pass: return .pass
    case .break: return .break
    case .continue: return .continue
    }
  }

  private mutating func patternNode() throws(BinaryError) -> Pattern {
    let tag: PatternTag = try raw("pattern")
    switch tag {
    case .matchValue: return .matchValue(value: try expr())
    case .matchSingleton: return .matchSingleton(try constant())
    case .matchSequence: return .matchSequence(patterns: try patterns())
    case .matchMapping:
      return .matchMapping(keys: try expressions(), patterns: try patterns(), rest: try optionalSymbol())
    case .matchClass:
      return .matchClass(
        cls: try expr(), patterns: try patterns(), keywordNames: try symbols(), keywordPatterns: try patterns())
    case .matchStar: return .matchStar(name: try optionalSymbol())
    case .matchAs: return .matchAs(pattern: try optionalPattern(), name: try optionalSymbol())
    case .matchOr: return .matchOr(patterns: try patterns())
    }
  }

  private mutating func readSideTables() throws(BinaryError) {
    for _ in 0..<limits.functions {
      ast.functions.append(
        Function(
          name: try symbol(), args: try node(limits.arguments), body: try statements(), decorators: try expressions(),
          returns: try optionalExpr(), typeParams: try typeParams()))
    }
    for _ in 0..<limits.classes {
      ast.classes.append(
        Class(
          name: try symbol(), bases: try expressions(), keywords: try keywords(), body: try statements(),
          decorators: try expressions(), typeParams: try typeParams()))
    }
    for _ in 0..<limits.tries {
      ast.tries.append(
        Try(
          body: try statements(), handlers: try list(limits.handlers), orElse: try statements(),
          finalBody: try statements()))
    }
    for _ in 0..<limits.handlers {
      ast.handlers.append(
        ExceptHandler(type: try optionalExpr(), name: try optionalSymbol(), body: try statements(), span: try span()))
    }
    for _ in 0..<limits.arguments {
      ast.arguments.append(
        Arguments(
          posOnly: try list(limits.args), args: try list(limits.args),
          varArg: NodeID(raw: try optionalIndex(limits.args)), kwOnly: try list(limits.args),
          kwDefaults: try expressions(absent: true), kwArg: NodeID(raw: try optionalIndex(limits.args)),
          defaults: try expressions()))
    }
    for _ in 0..<limits.args {
      ast.args.append(Arg(name: try symbol(), annotation: try optionalExpr(), span: try span()))
    }
    for _ in 0..<limits.keywords {
      ast.keywords.append(Keyword(name: try optionalSymbol(), value: try expr(), span: try span()))
    }
    for _ in 0..<limits.aliases {
      ast.aliases.append(Alias(name: try symbol(), asName: try optionalSymbol(), span: try span()))
    }
    for _ in 0..<limits.withItems {
      ast.withItems.append(WithItem(contextExpr: try expr(), optionalVars: try optionalExpr()))
    }
    for _ in 0..<limits.matchCases {
      ast.matchCases.append(
        MatchCase(
          pattern: PatternID(raw: try index(limits.patterns)), guardExpr: try optionalExpr(), body: try statements()))
    }
    for _ in 0..<limits.comprehensions {
      ast.comprehensions.append(
        Comprehension(target: try expr(), iter: try expr(), ifs: try expressions(), isAsync: try input.bool()))
    }
    for _ in 0..<limits.typeParams {
      ast.typeParams.append(
        TypeParam(kind: try raw("type parameter"), name: try symbol(), bound: try optionalExpr(), span: try span()))
    }
  }
}
