/// One parsed module (or expression): the arenas that the indices of Nodes.swift point into.
public struct AST: Sendable {
  /// Interned strings, each once. Index is `Symbol.raw`.
  public var strings: [[UInt8]] = []
  public var expressions: [Expr] = []
  public var expressionSpans: [Span] = []
  public var statements: [Stmt] = []
  public var statementSpans: [Span] = []
  public var patterns: [Pattern] = []
  public var patternSpans: [Span] = []
  public var functions: [Function] = []
  public var classes: [Class] = []
  public var tries: [Try] = []
  public var handlers: [ExceptHandler] = []
  public var arguments: [Arguments] = []
  public var args: [Arg] = []
  public var keywords: [Keyword] = []
  public var aliases: [Alias] = []
  public var withItems: [WithItem] = []
  public var matchCases: [MatchCase] = []
  public var comprehensions: [Comprehension] = []
  public var typeParams: [TypeParam] = []
  /// Elements of every `NodeList`.
  public var pool: [UInt32] = []
  /// Byte offset of the first byte of each line of the decoded source.
  public var lineStarts: [UInt32] = []
  /// The statements of the module.
  public var body: NodeList<StmtID> = .empty

  public init() {}

  @inlinable public subscript(_ id: ExprID) -> Expr { expressions[Int(id.raw)] }
  @inlinable public subscript(_ id: StmtID) -> Stmt { statements[Int(id.raw)] }
  @inlinable public subscript(_ id: PatternID) -> Pattern { patterns[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<Function>) -> Function { functions[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<Class>) -> Class { classes[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<Try>) -> Try { tries[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<ExceptHandler>) -> ExceptHandler { handlers[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<Arguments>) -> Arguments { arguments[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<Arg>) -> Arg { args[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<Keyword>) -> Keyword { keywords[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<Alias>) -> Alias { aliases[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<WithItem>) -> WithItem { withItems[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<MatchCase>) -> MatchCase { matchCases[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<Comprehension>) -> Comprehension { comprehensions[Int(id.raw)] }
  @inlinable public subscript(_ id: NodeID<TypeParam>) -> TypeParam { typeParams[Int(id.raw)] }

  @inlinable public func span(_ id: ExprID) -> Span { expressionSpans[Int(id.raw)] }
  @inlinable public func span(_ id: StmtID) -> Span { statementSpans[Int(id.raw)] }
  @inlinable public func span(_ id: PatternID) -> Span { patternSpans[Int(id.raw)] }

  @inlinable public func bytes(_ symbol: Symbol) -> [UInt8] { strings[Int(symbol.raw)] }
  /// The symbol's text for messages and identifiers (a lone surrogate is shown as U+FFFD).
  public func text(_ symbol: Symbol) -> String { String(decoding: strings[Int(symbol.raw)], as: UTF8.self) }

  @inlinable public func list(_ list: NodeList<ExprID>) -> [ExprID] { raws(list).map(ExprID.init(raw:)) }
  @inlinable public func list(_ list: NodeList<StmtID>) -> [StmtID] { raws(list).map(StmtID.init(raw:)) }
  @inlinable public func list(_ list: NodeList<PatternID>) -> [PatternID] { raws(list).map(PatternID.init(raw:)) }
  @inlinable public func list(_ list: NodeList<Symbol>) -> [Symbol] { raws(list).map(Symbol.init(raw:)) }
  @inlinable public func list<T>(_ list: NodeList<NodeID<T>>) -> [NodeID<T>] { raws(list).map(NodeID<T>.init(raw:)) }
  /// The operators of a comparison chain.
  @inlinable public func list(_ list: NodeList<CompareOperator>) -> [CompareOperator] {
    raws(list).compactMap { CompareOperator(rawValue: UInt8(truncatingIfNeeded: $0)) }
  }
  @inlinable public func raws<T>(_ list: NodeList<T>) -> ArraySlice<UInt32> {
    pool[Int(list.start)..<Int(list.start + list.count)]
  }

  /// 1-based line and 0-based UTF-8 byte column of a byte offset, as CPython's `lineno` and `col_offset`.
  public func position(_ offset: UInt32) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, Int(offset) - Int(lineStarts.isEmpty ? 0 : lineStarts[low]))
  }
}
