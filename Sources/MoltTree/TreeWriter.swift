import MoltSupport
import MoltSyntax

// The binary form of a syntax tree. Every arena is written in index order, every index as a varint of index + 1 so that
// "none" is 0. Counts of all arenas come first, so that the reader can check each index as it meets it. The reader in
// TreeReader.swift mirrors this file case by case.

/// The number that stands for each kind of node in a file. Never reused: a change of meaning is a new format version.
enum ExprTag: UInt8 {
  case boolOp, namedExpr, binOp, unaryOp, lambda, ifExp, dict, set, listComp, setComp, dictComp, generatorExp, await
  case yield, yieldFrom, compare, call, formattedValue, joinedStr, constant, attribute, `subscript`, starred, name, list
  case tuple, slice
}

enum StmtTag: UInt8 {
  case functionDef, asyncFunctionDef, classDef, `return`, delete, assign, typeAlias, augAssign, annAssign, `for`,
    asyncFor
  case `while`, `if`, with, asyncWith, match, raise, `try`, tryStar, assert, `import`, importFrom, global, nonlocal,
    expr
  case pass, `break`, `continue`
}

enum PatternTag: UInt8 {
  case matchValue, matchSingleton, matchSequence, matchMapping, matchClass, matchStar, matchAs, matchOr
}

enum ConstantTag: UInt8 { case none, `true`, `false`, ellipsis, int, bigInt, float, imaginary, str, bytes }

struct TreeWriter {
  var out: BinaryWriter
  let ast: AST

  init(_ ast: AST) {
    self.ast = ast
    out = BinaryWriter(capacity: ast.expressions.count * 12 + ast.pool.count * 2 + 1024)
  }

  mutating func write() {
    let counts: [Int] = [
      ast.strings.count, ast.expressions.count, ast.statements.count, ast.patterns.count, ast.functions.count,
      ast.classes.count, ast.tries.count, ast.handlers.count, ast.arguments.count, ast.args.count, ast.keywords.count,
      ast.aliases.count, ast.withItems.count, ast.matchCases.count, ast.comprehensions.count, ast.typeParams.count,
      ast.pool.count, ast.lineStarts.count,
    ]
    for count in counts { out.count(count) }
    for string in ast.strings { out.blob(string) }
    for index in ast.pool { self.index(index) }
    var last: UInt32 = 0
    for start in ast.lineStarts {
      out.uint32(start &- last)
      last = start
    }
    list(ast.body)
    for (node, span) in zip(ast.expressions, ast.expressionSpans) {
      write(node)
      write(span)
    }
    for (node, span) in zip(ast.statements, ast.statementSpans) {
      write(node)
      write(span)
    }
    for (node, span) in zip(ast.patterns, ast.patternSpans) {
      write(node)
      write(span)
    }
    writeSideTables()
  }

  mutating func index(_ raw: UInt32) { out.varint(UInt64(raw &+ 1)) }
  mutating func expr(_ id: ExprID) { index(id.raw) }
  mutating func pattern(_ id: PatternID) { index(id.raw) }
  mutating func symbol(_ id: Symbol) { index(id.raw) }
  mutating func node<T>(_ id: NodeID<T>) { index(id.raw) }
  mutating func list<T>(_ list: NodeList<T>) {
    out.uint32(list.count)
    if list.count > 0 { out.uint32(list.start) }
  }
  mutating func write(_ span: Span) {
    out.uint32(span.start)
    out.signed(Int64(span.end) - Int64(span.start))
  }

  mutating func write(_ constant: Constant) {
    func tag(_ tag: ConstantTag) { out.byte(tag.rawValue) }
    switch constant {
    case .none: tag(.none)
    case .true: tag(.true)
    case .false: tag(.false)
    case .ellipsis: tag(.ellipsis)
    case .int(let value):
      tag(.int)
      out.signed(value)
    case .bigInt(let digits):
      tag(.bigInt)
      symbol(digits)
    case .float(let bits):
      tag(.float)
      out.fixed64(bits)
    case .imaginary(let bits):
      tag(.imaginary)
      out.fixed64(bits)
    case .str(let text):
      tag(.str)
      symbol(text)
    case .bytes(let bytes):
      tag(.bytes)
      symbol(bytes)
    }
  }

  mutating func write(_ node: Expr) {
    func tag(_ tag: ExprTag) { out.byte(tag.rawValue) }
    switch node {
    case .boolOp(let op, let values):
      tag(.boolOp)
      out.byte(op.rawValue)
      list(values)
    case .namedExpr(let target, let value):
      tag(.namedExpr)
      expr(target)
      expr(value)
    case .binOp(let left, let op, let right):
      tag(.binOp)
      expr(left)
      out.byte(op.rawValue)
      expr(right)
    case .unaryOp(let op, let operand):
      tag(.unaryOp)
      out.byte(op.rawValue)
      expr(operand)
    case .lambda(let args, let body):
      tag(.lambda)
      self.node(args)
      expr(body)
    case .ifExp(let test, let body, let orElse):
      tag(.ifExp)
      expr(test)
      expr(body)
      expr(orElse)
    case .dict(let keys, let values):
      tag(.dict)
      list(keys)
      list(values)
    case .set(let elements):
      tag(.set)
      list(elements)
    case .listComp(let element, let generators):
      tag(.listComp)
      expr(element)
      list(generators)
    case .setComp(let element, let generators):
      tag(.setComp)
      expr(element)
      list(generators)
    case .dictComp(let key, let value, let generators):
      tag(.dictComp)
      expr(key)
      expr(value)
      list(generators)
    case .generatorExp(let element, let generators):
      tag(.generatorExp)
      expr(element)
      list(generators)
    case .await(let value):
      tag(.await)
      expr(value)
    case .yield(let value):
      tag(.yield)
      expr(value)
    case .yieldFrom(let value):
      tag(.yieldFrom)
      expr(value)
    case .compare(let left, let ops, let comparators):
      tag(.compare)
      expr(left)
      list(ops)
      list(comparators)
    case .call(let function, let args, let keywords):
      tag(.call)
      expr(function)
      list(args)
      list(keywords)
    case .formattedValue(let value, let conversion, let formatSpec):
      tag(.formattedValue)
      expr(value)
      out.byte(conversion.rawValue)
      expr(formatSpec)
    case .joinedStr(let values):
      tag(.joinedStr)
      list(values)
    case .constant(let value, let isUnicodePrefixed):
      tag(.constant)
      write(value)
      out.bool(isUnicodePrefixed)
    case .attribute(let value, let name, let context):
      tag(.attribute)
      expr(value)
      symbol(name)
      out.byte(context.rawValue)
    case .subscript(let value, let slice, let context):
      tag(.subscript)
      expr(value)
      expr(slice)
      out.byte(context.rawValue)
    case .starred(let value, let context):
      tag(.starred)
      expr(value)
      out.byte(context.rawValue)
    case .name(let id, let context):
      tag(.name)
      symbol(id)
      out.byte(context.rawValue)
    case .list(let elements, let context):
      tag(.list)
      list(elements)
      out.byte(context.rawValue)
    case .tuple(let elements, let context):
      tag(.tuple)
      list(elements)
      out.byte(context.rawValue)
    case .slice(let lower, let upper, let step):
      tag(.slice)
      expr(lower)
      expr(upper)
      expr(step)
    }
  }

  mutating func write(_ node: Stmt) {
    func tag(_ tag: StmtTag) { out.byte(tag.rawValue) }
    switch node {
    case .functionDef(let function):
      tag(.functionDef)
      self.node(function)
    case .asyncFunctionDef(let function):
      tag(.asyncFunctionDef)
      self.node(function)
    case .classDef(let cls):
      tag(.classDef)
      self.node(cls)
    case .return(let value):
      tag(.return)
      expr(value)
    case .delete(let targets):
      tag(.delete)
      list(targets)
    case .assign(let targets, let value):
      tag(.assign)
      list(targets)
      expr(value)
    case .typeAlias(let name, let typeParams, let value):
      tag(.typeAlias)
      expr(name)
      list(typeParams)
      expr(value)
    case .augAssign(let target, let op, let value):
      tag(.augAssign)
      expr(target)
      out.byte(op.rawValue)
      expr(value)
    case .annAssign(let target, let annotation, let value, let isSimple):
      tag(.annAssign)
      expr(target)
      expr(annotation)
      expr(value)
      out.bool(isSimple)
    case .for(let target, let iter, let body, let orElse):
      tag(.for)
      loop(target, iter, body, orElse)
    case .asyncFor(let target, let iter, let body, let orElse):
      tag(.asyncFor)
      loop(target, iter, body, orElse)
    case .while(let test, let body, let orElse):
      tag(.while)
      expr(test)
      list(body)
      list(orElse)
    case .if(let test, let body, let orElse):
      tag(.if)
      expr(test)
      list(body)
      list(orElse)
    case .with(let items, let body):
      tag(.with)
      list(items)
      list(body)
    case .asyncWith(let items, let body):
      tag(.asyncWith)
      list(items)
      list(body)
    case .match(let subject, let cases):
      tag(.match)
      expr(subject)
      list(cases)
    case .raise(let exception, let cause):
      tag(.raise)
      expr(exception)
      expr(cause)
    case .try(let statement):
      tag(.try)
      self.node(statement)
    case .tryStar(let statement):
      tag(.tryStar)
      self.node(statement)
    case .assert(let test, let message):
      tag(.assert)
      expr(test)
      expr(message)
    case .import(let names):
      tag(.import)
      list(names)
    case .importFrom(let module, let names, let level):
      tag(.importFrom)
      symbol(module)
      list(names)
      out.uint32(level)
    case .global(let names):
      tag(.global)
      list(names)
    case .nonlocal(let names):
      tag(.nonlocal)
      list(names)
    case .expr(let value):
      tag(.expr)
      expr(value)
    case .pass: tag(.pass)
    case .break: tag(.break)
    case .continue: tag(.continue)
    }
  }

  private mutating func loop(
    _ target: ExprID, _ iter: ExprID, _ body: NodeList<StmtID>, _ orElse: NodeList<StmtID>
  ) {
    expr(target)
    expr(iter)
    list(body)
    list(orElse)
  }

  mutating func write(_ node: Pattern) {
    func tag(_ tag: PatternTag) { out.byte(tag.rawValue) }
    switch node {
    case .matchValue(let value):
      tag(.matchValue)
      expr(value)
    case .matchSingleton(let value):
      tag(.matchSingleton)
      write(value)
    case .matchSequence(let patterns):
      tag(.matchSequence)
      list(patterns)
    case .matchMapping(let keys, let patterns, let rest):
      tag(.matchMapping)
      list(keys)
      list(patterns)
      symbol(rest)
    case .matchClass(let cls, let patterns, let keywordNames, let keywordPatterns):
      tag(.matchClass)
      expr(cls)
      list(patterns)
      list(keywordNames)
      list(keywordPatterns)
    case .matchStar(let name):
      tag(.matchStar)
      symbol(name)
    case .matchAs(let pattern, let name):
      tag(.matchAs)
      self.pattern(pattern)
      symbol(name)
    case .matchOr(let patterns):
      tag(.matchOr)
      list(patterns)
    }
  }

  mutating func writeSideTables() {
    for function in ast.functions {
      symbol(function.name)
      node(function.args)
      list(function.body)
      list(function.decorators)
      expr(function.returns)
      list(function.typeParams)
    }
    for cls in ast.classes {
      symbol(cls.name)
      list(cls.bases)
      list(cls.keywords)
      list(cls.body)
      list(cls.decorators)
      list(cls.typeParams)
    }
    for statement in ast.tries {
      list(statement.body)
      list(statement.handlers)
      list(statement.orElse)
      list(statement.finalBody)
    }
    for handler in ast.handlers {
      expr(handler.type)
      symbol(handler.name)
      list(handler.body)
      write(handler.span)
    }
    for arguments in ast.arguments {
      list(arguments.posOnly)
      list(arguments.args)
      node(arguments.varArg)
      list(arguments.kwOnly)
      list(arguments.kwDefaults)
      node(arguments.kwArg)
      list(arguments.defaults)
    }
    for arg in ast.args {
      symbol(arg.name)
      expr(arg.annotation)
      write(arg.span)
    }
    for keyword in ast.keywords {
      symbol(keyword.name)
      expr(keyword.value)
      write(keyword.span)
    }
    for alias in ast.aliases {
      symbol(alias.name)
      symbol(alias.asName)
      write(alias.span)
    }
    for item in ast.withItems {
      expr(item.contextExpr)
      expr(item.optionalVars)
    }
    for matchCase in ast.matchCases {
      pattern(matchCase.pattern)
      expr(matchCase.guardExpr)
      list(matchCase.body)
    }
    for comprehension in ast.comprehensions {
      expr(comprehension.target)
      expr(comprehension.iter)
      list(comprehension.ifs)
      out.bool(comprehension.isAsync)
    }
    for param in ast.typeParams {
      out.byte(param.kind.rawValue)
      symbol(param.name)
      expr(param.bound)
      write(param.span)
    }
  }
}
