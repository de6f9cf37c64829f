import MoltSyntax

/// Walks a module's AST once and records which names each scope binds, uses and declares (CPython's
/// Python/symtable.c is the reference for where a name belongs).
struct ScopeBuilder {
  let ast: AST
  var names: NameTable
  var table: ScopeTable
  var diagnostics: [LowerDiagnostic] = []
  private var current: ScopeID
  private let superName: Name
  private let classCellName: Name
  /// Where `from __future__ import annotations` is in force, annotations are strings and bind nothing.
  private var annotationsAreStrings = false
  private var nonlocals: [(ScopeID, Name, String, StmtID)] = []

  /// - Returns: the scopes, and the name table with every mangled name added.
  static func build(_ ast: AST) -> ScopeBuilder {
    var names = NameTable(ast)
    let classCell = names.name("__class__")
    let superName = names.name("super")
    var table = ScopeTable(classCellName: classCell)
    let module = table.open(.module, parent: nil, owner: nil)
    var builder = ScopeBuilder(
      ast: ast, names: names, table: table, current: module, superName: superName, classCellName: classCell)
    builder.statements(ast.body)
    builder.table.resolve()
    builder.checkNonlocals()
    return builder
  }

  private init(ast: AST, names: NameTable, table: ScopeTable, current: ScopeID, superName: Name, classCellName: Name) {
    self.ast = ast
    self.names = names
    self.table = table
    self.current = current
    self.superName = superName
    self.classCellName = classCellName
  }

  private mutating func name(_ symbol: Symbol) -> Name { names.mangle(symbol, owner: table[current].owner) }

  private mutating func note(_ symbol: Symbol, _ flag: Scope.Flags) { table[current].note(name(symbol), flag) }

  private mutating func inside(_ scope: ScopeID, _ body: (inout ScopeBuilder) -> Void) {
    let saved = current
    current = scope
    body(&self)
    current = saved
  }

  // MARK: Statements

  private mutating func statements(_ list: NodeList<StmtID>) {
    for statement in ast.list(list) { self.statement(statement) }
  }

  private mutating func statement(_ id: StmtID) {
    switch ast[id] {
    case .functionDef(let node): function(node)
    case .asyncFunctionDef(let node): function(node, isAsync: true)
    case .classDef(let node): classDef(node)
    case .return(let value): expression(value)
    case .delete(let targets): expressions(targets)
    case .assign(let targets, let value):
      expression(value)
      expressions(targets)
    case .typeAlias(let name, _, let value):
      expression(name)
      expression(value)
    case .augAssign(let target, _, let value):
      if case .name(let id, _) = ast[target] { note(id, .used) }
      expression(target)
      expression(value)
    case .annAssign(let target, let annotation, let value, let isSimple):
      if case .name(let id, _) = ast[target], isSimple {
        note(id, .assigned)
      } else {
        expression(target)
      }
      self.annotation(annotation)
      expression(value)
    case .for(let target, let iter, let body, let orElse), .asyncFor(let target, let iter, let body, let orElse):
      expression(target)
      expression(iter)
      statements(body)
      statements(orElse)
    case .while(let test, let body, let orElse), .if(let test, let body, let orElse):
      expression(test)
      statements(body)
      statements(orElse)
    case .with(let items, let body), .asyncWith(let items, let body):
      for item in ast.list(items) {
        expression(ast[item].contextExpr)
        expression(ast[item].optionalVars)
      }
      statements(body)
    case .match(let subject, let cases):
      expression(subject)
      for item in ast.list(cases) {
        pattern(ast[item].pattern)
        expression(ast[item].guardExpr)
        statements(ast[item].body)
      }
    case .raise(let exception, let cause):
      expression(exception)
      expression(cause)
    case .try(let node), .tryStar(let node):
      let value = ast[node]
      statements(value.body)
      for handler in ast.list(value.handlers) {
        expression(ast[handler].type)
        if !ast[handler].name.isNone { note(ast[handler].name, .assigned) }
        statements(ast[handler].body)
      }
      statements(value.orElse)
      statements(value.finalBody)
    case .assert(let test, let message):
      expression(test)
      expression(message)
    case .import(let aliases):
      for alias in ast.list(aliases) {
        let node = ast[alias]
        if !node.asName.isNone {
          note(node.asName, .assigned)
        } else {
          let top = Array(ast.bytes(node.name).prefix { $0 != 0x2e })
          table[current].note(names.name(top), .assigned)
        }
      }
    case .importFrom(let module, let aliases, _):
      for alias in ast.list(aliases) {
        let node = ast[alias]
        let target = node.asName.isNone ? node.name : node.asName
        if !module.isNone, ast.text(module) == "__future__", ast.text(node.name) == "annotations" {
          annotationsAreStrings = true
        }
        if ast.bytes(target) != [0x2a] { note(target, .assigned) }
      }
    case .global(let list): declare(list, .global, id)
    case .nonlocal(let list): declare(list, .nonlocal, id)
    case .expr(let value): expression(value)
    case .pass, .break, .continue: break
    }
  }

  private mutating func declare(_ list: NodeList<Symbol>, _ flag: Scope.Flags, _ statement: StmtID) {
    let isGlobal = flag == .global
    for symbol in ast.list(list) {
      let known = table[current].flags[name(symbol)] ?? []
      let text = ast.text(symbol)
      if known.contains(.parameter) {
        report(statement, "name '\(text)' is parameter and \(isGlobal ? "global" : "nonlocal")")
      } else if known.contains(.assigned) {
        report(statement, "name '\(text)' is assigned to before \(isGlobal ? "global" : "nonlocal") declaration")
      } else if known.contains(.used) {
        report(statement, "name '\(text)' is used prior to \(isGlobal ? "global" : "nonlocal") declaration")
      } else if !isGlobal && table[current].kind == .module {
        report(statement, "nonlocal declaration not allowed at module level")
      }
      note(symbol, flag)
      if !isGlobal { nonlocals.append((current, name(symbol), text, statement)) }
      if isGlobal { table.scopes[0].note(name(symbol), .assigned) }
    }
  }

  /// `nonlocal` names must be bound by a function outside, which is known once every scope was walked.
  private mutating func checkNonlocals() {
    for (scope, name, text, statement) in nonlocals where table[scope].kind != .module {
      if !table[scope].freeNames.contains(name) { report(statement, "no binding for nonlocal '\(text)' found") }
    }
  }

  private mutating func report(_ statement: StmtID, _ message: String) {
    diagnostics.append(LowerDiagnostic(kind: .syntaxError, message: message, span: ast.span(statement)))
  }

  private mutating func annotation(_ id: ExprID) {
    if !annotationsAreStrings { expression(id) }
  }

  private mutating func function(_ node: NodeID<MoltSyntax.Function>, isAsync: Bool = false) {
    let function = ast[node]
    expressions(function.decorators)
    arguments(function.args, annotated: true)
    annotation(function.returns)
    note(function.name, .assigned)
    let scope = table.open(.function, parent: current, owner: table[current].owner)
    table.functions[node] = scope
    table[scope].isAsync = isAsync
    inside(scope) { builder in
      builder.parameters(function.args)
      builder.statements(function.body)
    }
  }

  /// Default values and annotations, which belong to the scope around the function.
  private mutating func arguments(_ id: NodeID<Arguments>, annotated: Bool) {
    let arguments = ast[id]
    expressions(arguments.defaults)
    expressions(arguments.kwDefaults)
    if annotated {
      for list in [arguments.posOnly, arguments.args, arguments.kwOnly] {
        for arg in ast.list(list) { annotation(ast[arg].annotation) }
      }
      for arg in [arguments.varArg, arguments.kwArg] where !arg.isNone { annotation(ast[arg].annotation) }
    }
  }

  private mutating func parameters(_ id: NodeID<Arguments>) {
    let arguments = ast[id]
    for list in [arguments.posOnly, arguments.args, arguments.kwOnly] {
      for arg in ast.list(list) { note(ast[arg].name, .parameter) }
    }
    for arg in [arguments.varArg, arguments.kwArg] where !arg.isNone { note(ast[arg].name, .parameter) }
  }

  private mutating func classDef(_ node: NodeID<Class>) {
    let cls = ast[node]
    expressions(cls.decorators)
    expressions(cls.bases)
    for keyword in ast.list(cls.keywords) { expression(ast[keyword].value) }
    note(cls.name, .assigned)
    let scope = table.open(.classBody, parent: current, owner: Name(raw: cls.name.raw))
    table.classes[node] = scope
    inside(scope) { $0.statements(cls.body) }
  }

  // MARK: Patterns

  private mutating func pattern(_ id: PatternID) {
    if id.isNone { return }
    switch ast[id] {
    case .matchValue(let value): expression(value)
    case .matchSingleton: break
    case .matchSequence(let list), .matchOr(let list): for item in ast.list(list) { pattern(item) }
    case .matchMapping(let keys, let patterns, let rest):
      expressions(keys)
      for item in ast.list(patterns) { pattern(item) }
      if !rest.isNone { note(rest, .assigned) }
    case .matchClass(let cls, let patterns, _, let keywordPatterns):
      expression(cls)
      for item in ast.list(patterns) { pattern(item) }
      for item in ast.list(keywordPatterns) { pattern(item) }
    case .matchStar(let name): if !name.isNone { note(name, .assigned) }
    case .matchAs(let inner, let name):
      pattern(inner)
      if !name.isNone { note(name, .assigned) }
    }
  }

  // MARK: Expressions

  private mutating func expressions(_ list: NodeList<ExprID>) {
    for item in ast.list(list) { expression(item) }
  }

  private mutating func expression(_ id: ExprID) {
    if id.isNone { return }
    switch ast[id] {
    case .boolOp(_, let values): expressions(values)
    case .namedExpr(let target, let value):
      expression(value)
      if case .name(let symbol, _) = ast[target] { walrus(symbol) }
    case .binOp(let left, _, let right):
      expression(left)
      expression(right)
    case .unaryOp(_, let operand): expression(operand)
    case .lambda(let args, let body):
      arguments(args, annotated: false)
      let scope = table.open(.lambda, parent: current, owner: table[current].owner)
      table.expressions[id] = scope
      inside(scope) { builder in
        builder.parameters(args)
        builder.expression(body)
      }
    case .ifExp(let test, let body, let orElse):
      expression(test)
      expression(body)
      expression(orElse)
    case .dict(let keys, let values):
      expressions(keys)
      expressions(values)
    case .set(let elements), .list(let elements, _), .tuple(let elements, _): expressions(elements)
    case .listComp(let element, let generators), .setComp(let element, let generators):
      comprehension(id, .comprehension, generators) { $0.expression(element) }
    case .dictComp(let key, let value, let generators):
      comprehension(id, .comprehension, generators) {
        $0.expression(key)
        $0.expression(value)
      }
    case .generatorExp(let element, let generators):
      comprehension(id, .generatorExpression, generators) { $0.expression(element) }
    case .await(let value):
      awaits()
      expression(value)
    case .yield(let value), .yieldFrom(let value):
      table.scopes[Int(table.runner(of: current).raw)].isGenerator = true
      expression(value)
    case .compare(let left, _, let comparators):
      expression(left)
      expressions(comparators)
    case .call(let function, let args, let keywords):
      expression(function)
      expressions(args)
      for keyword in ast.list(keywords) { expression(ast[keyword].value) }
    case .formattedValue(let value, _, let spec):
      expression(value)
      expression(spec)
    case .joinedStr(let values): expressions(values)
    case .constant: break
    case .attribute(let value, _, _): expression(value)
    case .subscript(let value, let slice, _):
      expression(value)
      expression(slice)
    case .starred(let value, _): expression(value)
    case .name(let symbol, let context):
      note(symbol, context == .load ? .used : .assigned)
      // Zero-argument super() needs the class that the method was defined in.
      if context == .load, name(symbol) == superName, table[table.runner(of: current)].kind != .module {
        let runner = table.runner(of: current)
        if table[runner].kind != .classBody { table[runner].note(classCellName, .used) }
      }
    case .slice(let lower, let upper, let step):
      expression(lower)
      expression(upper)
      expression(step)
    }
  }

  /// The target of `:=` belongs to the function around any comprehensions.
  private mutating func walrus(_ symbol: Symbol) {
    var at = current
    while table[at].kind == .comprehension || table[at].kind == .generatorExpression {
      table[at].note(name(symbol), .used)
      guard let parent = table[at].parent else { break }
      at = parent
    }
    let target = names.mangle(symbol, owner: table[at].owner)
    table[at].note(target, .assigned)
    if at != current, table[at].kind.hasLocals {
      // The assignment reaches outwards from a generator expression through a cell.
      var step = current
      while step != at {
        table[step].note(target, table[step].kind == .generatorExpression ? .nonlocal : .used)
        guard let parent = table[step].parent else { break }
        step = parent
      }
    } else if at != current, table[at].kind == .module {
      var step = current
      while step != at {
        table[step].note(target, .global)
        guard let parent = table[step].parent else { break }
        step = parent
      }
    }
  }

  /// The running comprehension or generator expression awaits something, and so do the comprehensions that it is in.
  private mutating func awaits() {
    var at = current
    while table[at].kind == .comprehension || table[at].kind == .generatorExpression {
      table[at].isAsync = true
      guard table[at].kind == .comprehension, let parent = table[at].parent else { return }
      at = parent
    }
  }

  private mutating func comprehension(
    _ id: ExprID, _ kind: ScopeKind, _ generators: NodeList<NodeID<Comprehension>>,
    _ element: (inout ScopeBuilder) -> Void
  ) {
    let list = ast.list(generators)
    // The first iterable is evaluated outside.
    expression(ast[list[0]].iter)
    let scope = table.open(kind, parent: current, owner: table[current].owner)
    table.expressions[id] = scope
    if kind == .generatorExpression { table[scope].isGenerator = true }
    inside(scope) { builder in
      if kind == .generatorExpression {
        // The parameter that receives the first iterator.
        let parameter = builder.names.name(".0")
        builder.table[scope].note(parameter, .parameter)
      }
      for (index, generator) in list.enumerated() {
        let node = builder.ast[generator]
        if node.isAsync { builder.awaits() }
        if index > 0 { builder.expression(node.iter) }
        builder.expression(node.target)
        builder.expressions(node.ifs)
      }
      element(&builder)
    }
  }
}
