// The abstract syntax tree of Python 3.12: an arena of plain values addressed by 32-bit indices.
//
// Node names, fields and field order are those of CPython 3.12's `ast` module (Parser/Python.asdl is the reference), so
// that a dump of this tree can be compared with CPython's. Nothing here is reference counted: every payload is made of
// 32-bit indices, so a tree is cheap to build, to write to disk and to read back, and two trees of one source are equal
// byte for byte.

/// Index of an interned string in `AST.strings` (UTF-8; lone surrogates as three-byte WTF-8).
public struct Symbol: Hashable, Sendable {
  public var raw: UInt32
  @inlinable public init(raw: UInt32) { self.raw = raw }
  /// The absent string, where a field is optional in the grammar.
  public static var none: Symbol { Symbol(raw: .max) }
  @inlinable public var isNone: Bool { raw == .max }
}

/// Index of an expression in `AST.expressions`; `.none` where the grammar's field is optional and absent.
public struct ExprID: Hashable, Sendable {
  public var raw: UInt32
  @inlinable public init(raw: UInt32) { self.raw = raw }
  public static var none: ExprID { ExprID(raw: .max) }
  @inlinable public var isNone: Bool { raw == .max }
}

/// Index of a statement in `AST.statements`.
public struct StmtID: Hashable, Sendable {
  public var raw: UInt32
  @inlinable public init(raw: UInt32) { self.raw = raw }
}

/// Index of a pattern in `AST.patterns`; `.none` where optional and absent.
public struct PatternID: Hashable, Sendable {
  public var raw: UInt32
  @inlinable public init(raw: UInt32) { self.raw = raw }
  public static var none: PatternID { PatternID(raw: .max) }
  @inlinable public var isNone: Bool { raw == .max }
}

/// Index of an element of one of the side tables of `AST` (which one is said by `Element`).
public struct NodeID<Element>: Hashable, Sendable {
  public var raw: UInt32
  @inlinable public init(raw: UInt32) { self.raw = raw }
  public static var none: NodeID { NodeID(raw: .max) }
  @inlinable public var isNone: Bool { raw == .max }
}

/// A run of 32-bit indices in `AST.pool`; `Element` is the type of index stored there.
public struct NodeList<Element>: Hashable, Sendable {
  public var start: UInt32
  public var count: UInt32
  @inlinable public init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }
  public static var empty: NodeList { NodeList(start: 0, count: 0) }
  @inlinable public var isEmpty: Bool { count == 0 }
}

/// Half-open range of UTF-8 byte offsets into the decoded source. Lines and columns are computed when printing.
public struct Span: Hashable, Sendable {
  public var start: UInt32
  public var end: UInt32
  @inlinable public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }
}

public enum ExprContext: UInt8, Sendable { case load, store, del }
public enum BoolOperator: UInt8, Sendable { case and, or }
public enum BinaryOperator: UInt8, Sendable, CaseIterable {
  case add, sub, mult, matMult, div, mod, pow, lShift, rShift, bitOr, bitXor, bitAnd, floorDiv
}
public enum UnaryOperator: UInt8, Sendable { case invert, not, uAdd, uSub }
public enum CompareOperator: UInt8, Sendable, CaseIterable {
  case eq, notEq, lt, ltE, gt, gtE, `is`, isNot, `in`, notIn
}
/// The conversion of a replacement field: `!s`, `!r`, `!a` or none.
public enum Conversion: UInt8, Sendable { case none, str, repr, ascii }

/// The value of a `Constant` node.
public enum Constant: Hashable, Sendable {
  case none, `true`, `false`, ellipsis
  case int(Int64)
  /// An integer outside Int64: its decimal digits.
  case bigInt(Symbol)
  /// IEEE 754 bit pattern.
  case float(UInt64)
  /// The imaginary part's bit pattern (the real part of a literal is 0).
  case imaginary(UInt64)
  case str(Symbol)
  /// Raw bytes, held in the string table byte for byte.
  case bytes(Symbol)
}

public enum Expr: Sendable {
  case boolOp(op: BoolOperator, values: NodeList<ExprID>)
  case namedExpr(target: ExprID, value: ExprID)
  case binOp(left: ExprID, op: BinaryOperator, right: ExprID)
  case unaryOp(op: UnaryOperator, operand: ExprID)
  case lambda(args: NodeID<Arguments>, body: ExprID)
  case ifExp(test: ExprID, body: ExprID, orElse: ExprID)
  /// `keys[i]` is `.none` for `**values[i]`.
  case dict(keys: NodeList<ExprID>, values: NodeList<ExprID>)
  case set(elements: NodeList<ExprID>)
  case listComp(element: ExprID, generators: NodeList<NodeID<Comprehension>>)
  case setComp(element: ExprID, generators: NodeList<NodeID<Comprehension>>)
  case dictComp(key: ExprID, value: ExprID, generators: NodeList<NodeID<Comprehension>>)
  case generatorExp(element: ExprID, generators: NodeList<NodeID<Comprehension>>)
  case await(value: ExprID)
  /// `value` may be `.none`.
  case yield(value: ExprID)
  case yieldFrom(value: ExprID)
  /// Elements of `ops` are raw values of `CompareOperator`.
  case compare(left: ExprID, ops: NodeList<CompareOperator>, comparators: NodeList<ExprID>)
  case call(function: ExprID, args: NodeList<ExprID>, keywords: NodeList<NodeID<Keyword>>)
  /// `formatSpec` is a `joinedStr` or `.none`.
  case formattedValue(value: ExprID, conversion: Conversion, formatSpec: ExprID)
  case joinedStr(values: NodeList<ExprID>)
  /// `isUnicodePrefixed`: the literal was written `u'…'` (the `kind` field of CPython's node).
  case constant(Constant, isUnicodePrefixed: Bool)
  case attribute(value: ExprID, name: Symbol, context: ExprContext)
  case `subscript`(value: ExprID, slice: ExprID, context: ExprContext)
  case starred(value: ExprID, context: ExprContext)
  case name(id: Symbol, context: ExprContext)
  case list(elements: NodeList<ExprID>, context: ExprContext)
  case tuple(elements: NodeList<ExprID>, context: ExprContext)
  /// Each part may be `.none`.
  case slice(lower: ExprID, upper: ExprID, step: ExprID)
}

public enum Stmt: Sendable {
  case functionDef(NodeID<Function>)
  case asyncFunctionDef(NodeID<Function>)
  case classDef(NodeID<Class>)
  /// `value` may be `.none`.
  case `return`(value: ExprID)
  case delete(targets: NodeList<ExprID>)
  case assign(targets: NodeList<ExprID>, value: ExprID)
  case typeAlias(name: ExprID, typeParams: NodeList<NodeID<TypeParam>>, value: ExprID)
  case augAssign(target: ExprID, op: BinaryOperator, value: ExprID)
  /// `value` may be `.none`; `isSimple`: the target is a bare name.
  case annAssign(target: ExprID, annotation: ExprID, value: ExprID, isSimple: Bool)
  case `for`(target: ExprID, iter: ExprID, body: NodeList<StmtID>, orElse: NodeList<StmtID>)
  case asyncFor(target: ExprID, iter: ExprID, body: NodeList<StmtID>, orElse: NodeList<StmtID>)
  case `while`(test: ExprID, body: NodeList<StmtID>, orElse: NodeList<StmtID>)
  case `if`(test: ExprID, body: NodeList<StmtID>, orElse: NodeList<StmtID>)
  case with(items: NodeList<NodeID<WithItem>>, body: NodeList<StmtID>)
  case asyncWith(items: NodeList<NodeID<WithItem>>, body: NodeList<StmtID>)
  case match(subject: ExprID, cases: NodeList<NodeID<MatchCase>>)
  /// Both may be `.none`.
  case raise(exception: ExprID, cause: ExprID)
  case `try`(NodeID<Try>)
  case tryStar(NodeID<Try>)
  /// `message` may be `.none`.
  case assert(test: ExprID, message: ExprID)
  case `import`(names: NodeList<NodeID<Alias>>)
  /// `module` may be `.none`; `level` counts the leading dots.
  case importFrom(module: Symbol, names: NodeList<NodeID<Alias>>, level: UInt32)
  case global(names: NodeList<Symbol>)
  case nonlocal(names: NodeList<Symbol>)
  case expr(value: ExprID)
  case pass, `break`, `continue`
}

public enum Pattern: Sendable {
  case matchValue(value: ExprID)
  /// None, True or False.
  case matchSingleton(Constant)
  case matchSequence(patterns: NodeList<PatternID>)
  /// `rest` may be `.none`.
  case matchMapping(keys: NodeList<ExprID>, patterns: NodeList<PatternID>, rest: Symbol)
  case matchClass(
    cls: ExprID, patterns: NodeList<PatternID>, keywordNames: NodeList<Symbol>, keywordPatterns: NodeList<PatternID>)
  /// `name` may be `.none` for `*_`.
  case matchStar(name: Symbol)
  /// `pattern` and `name` may be `.none`.
  case matchAs(pattern: PatternID, name: Symbol)
  case matchOr(patterns: NodeList<PatternID>)
}

/// A `def` or `async def`.
public struct Function: Sendable {
  public var name: Symbol
  public var args: NodeID<Arguments>
  public var body: NodeList<StmtID>
  public var decorators: NodeList<ExprID>
  /// The annotation after `->`, or `.none`.
  public var returns: ExprID
  public var typeParams: NodeList<NodeID<TypeParam>>

  public init(
    name: Symbol, args: NodeID<Arguments>, body: NodeList<StmtID>, decorators: NodeList<ExprID>, returns: ExprID,
    typeParams: NodeList<NodeID<TypeParam>>
  ) {
    self.name = name
    self.args = args
    self.body = body
    self.decorators = decorators
    self.returns = returns
    self.typeParams = typeParams
  }
}

public struct Class: Sendable {
  public var name: Symbol
  public var bases: NodeList<ExprID>
  public var keywords: NodeList<NodeID<Keyword>>
  public var body: NodeList<StmtID>
  public var decorators: NodeList<ExprID>
  public var typeParams: NodeList<NodeID<TypeParam>>

  public init(
    name: Symbol, bases: NodeList<ExprID>, keywords: NodeList<NodeID<Keyword>>, body: NodeList<StmtID>,
    decorators: NodeList<ExprID>, typeParams: NodeList<NodeID<TypeParam>>
  ) {
    self.name = name
    self.bases = bases
    self.keywords = keywords
    self.body = body
    self.decorators = decorators
    self.typeParams = typeParams
  }
}

/// A `try` or `try … except*`.
public struct Try: Sendable {
  public var body: NodeList<StmtID>
  public var handlers: NodeList<NodeID<ExceptHandler>>
  public var orElse: NodeList<StmtID>
  public var finalBody: NodeList<StmtID>

  public init(
    body: NodeList<StmtID>, handlers: NodeList<NodeID<ExceptHandler>>, orElse: NodeList<StmtID>,
    finalBody: NodeList<StmtID>
  ) {
    self.body = body
    self.handlers = handlers
    self.orElse = orElse
    self.finalBody = finalBody
  }
}

public struct ExceptHandler: Sendable {
  /// `.none` for a bare `except:`.
  public var type: ExprID
  public var name: Symbol
  public var body: NodeList<StmtID>
  public var span: Span

  public init(type: ExprID, name: Symbol, body: NodeList<StmtID>, span: Span) {
    self.type = type
    self.name = name
    self.body = body
    self.span = span
  }
}

public struct Arguments: Sendable {
  public var posOnly: NodeList<NodeID<Arg>>
  public var args: NodeList<NodeID<Arg>>
  public var varArg: NodeID<Arg>
  public var kwOnly: NodeList<NodeID<Arg>>
  /// As long as `kwOnly`; `.none` where there is no default.
  public var kwDefaults: NodeList<ExprID>
  public var kwArg: NodeID<Arg>
  /// Defaults of the last positional parameters.
  public var defaults: NodeList<ExprID>

  public init(
    posOnly: NodeList<NodeID<Arg>>, args: NodeList<NodeID<Arg>>, varArg: NodeID<Arg>, kwOnly: NodeList<NodeID<Arg>>,
    kwDefaults: NodeList<ExprID>, kwArg: NodeID<Arg>, defaults: NodeList<ExprID>
  ) {
    self.posOnly = posOnly
    self.args = args
    self.varArg = varArg
    self.kwOnly = kwOnly
    self.kwDefaults = kwDefaults
    self.kwArg = kwArg
    self.defaults = defaults
  }
}

public struct Arg: Sendable {
  public var name: Symbol
  public var annotation: ExprID
  public var span: Span

  public init(name: Symbol, annotation: ExprID, span: Span) {
    self.name = name
    self.annotation = annotation
    self.span = span
  }
}

public struct Keyword: Sendable {
  /// `.none` for `**value`.
  public var name: Symbol
  public var value: ExprID
  public var span: Span

  public init(name: Symbol, value: ExprID, span: Span) {
    self.name = name
    self.value = value
    self.span = span
  }
}

public struct Alias: Sendable {
  /// Dotted name, or `*`.
  public var name: Symbol
  public var asName: Symbol
  public var span: Span

  public init(name: Symbol, asName: Symbol, span: Span) {
    self.name = name
    self.asName = asName
    self.span = span
  }
}

public struct WithItem: Sendable {
  public var contextExpr: ExprID
  public var optionalVars: ExprID

  public init(contextExpr: ExprID, optionalVars: ExprID) {
    self.contextExpr = contextExpr
    self.optionalVars = optionalVars
  }
}

public struct MatchCase: Sendable {
  public var pattern: PatternID
  public var guardExpr: ExprID
  public var body: NodeList<StmtID>

  public init(pattern: PatternID, guardExpr: ExprID, body: NodeList<StmtID>) {
    self.pattern = pattern
    self.guardExpr = guardExpr
    self.body = body
  }
}

public struct Comprehension: Sendable {
  public var target: ExprID
  public var iter: ExprID
  public var ifs: NodeList<ExprID>
  public var isAsync: Bool

  public init(target: ExprID, iter: ExprID, ifs: NodeList<ExprID>, isAsync: Bool) {
    self.target = target
    self.iter = iter
    self.ifs = ifs
    self.isAsync = isAsync
  }
}

public enum TypeParamKind: UInt8, Sendable { case typeVar, paramSpec, typeVarTuple }

public struct TypeParam: Sendable {
  public var kind: TypeParamKind
  public var name: Symbol
  /// Only for `.typeVar`; may be `.none`.
  public var bound: ExprID
  public var span: Span

  public init(kind: TypeParamKind, name: Symbol, bound: ExprID, span: Span) {
    self.kind = kind
    self.name = name
    self.bound = bound
    self.span = span
  }
}
