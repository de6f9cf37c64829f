import MoltSyntax

/// Walks a module's AST once and records which names each scope binds, uses and declares (CPython's
/// Python/symtable.c is the reference for where a name belongs, and for the order of the errors).
struct ScopeBuilder {
  let ast: AST
  var names: NameTable
  var table: ScopeTable
  var diagnostics: [LowerDiagnostic] = []
  var current: ScopeID
  let superName: Name
  let classCellName: Name
  let namespaceCellName: Name
  /// Class whose name mangles private names where the walk is.
  var owner: Name? = nil
  /// Where `from __future__ import annotations` is in force, annotations are strings and bind nothing.
  private var annotationsAreStrings = false
  /// The statements that declared a name `global` or `nonlocal`, or passed it out of a comprehension.
  var directives: [Directive] = []

  struct Directive {
    var scope: ScopeID
    var name: Name
    var span: Span
  }

  /// - Returns: the scopes, and the name table with every mangled name added.
  static func build(_ ast: AST, mode: SourceMode, annotationsAreStrings: Bool) -> ScopeBuilder {
    var names = NameTable(ast)
    let classCell = names.name("__class__")
    let namespaceCell = names.name("__classdict__")
    let superName = names.name("super")
    var table = ScopeTable(
      classCellName: classCell, namespaceCellName: namespaceCell, moduleHasNamespace: mode.hasNamespace)
    let module = table.open(.module, parent: nil, owner: nil)
    var builder = ScopeBuilder(
      ast: ast, names: names, table: table, current: module, superName: superName, classCellName: classCell,
      namespaceCellName: namespaceCell)
    builder.annotationsAreStrings = annotationsAreStrings || builder.asksForTextAnnotations()
    builder.statements(ast.body)
    builder.table.resolve()
    let texts = builder.names.texts
    builder.table.sortFreeNames { texts[Int($0.raw)].lexicographicallyPrecedes(texts[Int($1.raw)]) }
    builder.checkDeclarations()
    return builder
  }

  private init(
    ast: AST, names: NameTable, table: ScopeTable, current: ScopeID, superName: Name, classCellName: Name,
    namespaceCellName: Name
  ) {
    self.ast = ast
    self.names = names
    self.table = table
    self.current = current
    self.superName = superName
    self.classCellName = classCellName
    self.namespaceCellName = namespaceCellName
  }

  /// Whether the module asks for annotations as text, wherever it does so: elsewhere than at its beginning is an error.
  private func asksForTextAnnotations() -> Bool {
    ast.list(ast.body).contains { statement in
      guard case .importFrom(let module, let aliases, _) = ast[statement], !module.isNone,
        ast.text(module) == "__future__"
      else { return false }
      return ast.list(aliases).contains { ast.text(ast[$0].name) == "annotations" }
    }
  }

  mutating func name(_ symbol: Symbol) -> Name { names.mangle(symbol, owner: owner) }

  /// Records what a place does with a name, and the error if that cannot be together with what was done before.
  mutating func note(_ symbol: Symbol, _ flag: Scope.Flags, _ span: Span) {
    let name = name(symbol)
    let known = table[current].flags[name] ?? []
    if flag.contains(.parameter), known.contains(.parameter) {
      report("duplicate argument '\(ast.text(symbol))' in function definition", span)
    } else if flag.contains(.typeParameter), known.contains(.typeParameter) {
      report("duplicate type parameter '\(ast.text(symbol))'", span)
    }
    var all = flag
    if table[current].isInLoopTarget {
      if !known.isDisjoint(with: [.global, .nonlocal, .passedOut]) {
        report("comprehension inner loop cannot rebind assignment expression target '\(ast.text(symbol))'", span)
      }
      all.insert(.loopVariable)
    }
    table[current].note(name, all)
  }

  mutating func report(_ message: String, _ span: Span) {
    diagnostics.append(
      LowerDiagnostic(kind: .syntaxError, message: message, span: span, isOfSymbolTable: true))
  }

  /// Opens a scope inside the one where the walk is.
  mutating func open(_ kind: ScopeKind) -> ScopeID {
    let scope = table.open(kind, parent: current, owner: owner)
    table[scope].iterableDepth = table[current].iterableDepth
    return scope
  }

  mutating func inside(_ scope: ScopeID, _ body: (inout ScopeBuilder) -> Void) {
    let saved = current
    current = scope
    body(&self)
    current = saved
  }

  // MARK: Statements

  mutating func statements(_ list: NodeList<StmtID>) {
    for statement in ast.list(list) { self.statement(statement) }
  }

  private mutating func statement(_ id: StmtID) {
    switch ast[id] {
    case .functionDef(let node): function(node, ast.span(id))
    case .asyncFunctionDef(let node): function(node, ast.span(id), isAsync: true)
    case .classDef(let node): classDef(node, ast.span(id))
    case .return(let value): expression(value)
    case .delete(let targets): expressions(targets)
    case .assign(let targets, let value):
      expression(value)
      expressions(targets)
    case .typeAlias(let name, let parameters, let value): typeAlias(id, name, parameters, value)
    case .augAssign(let target, _, let value):
      expression(target)
      expression(value)
    case .annAssign(let target, let annotation, let value, let isSimple):
      if case .name(let symbol, _) = ast[target] {
        annotatedName(symbol, target, hasValue: !value.isNone, isSimple: isSimple, ast.span(id))
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
      statements(value.orElse)
      for handler in ast.list(value.handlers) {
        expression(ast[handler].type)
        if !ast[handler].name.isNone { note(ast[handler].name, [.assigned, .local], ast[handler].span) }
        statements(ast[handler].body)
      }
      statements(value.finalBody)
    case .assert(let test, let message):
      expression(test)
      expression(message)
    case .import(let aliases):
      for alias in ast.list(aliases) {
        let node = ast[alias]
        if !node.asName.isNone {
          note(node.asName, .assigned, node.span)
        } else {
          let top = Array(ast.bytes(node.name).prefix { $0 != 0x2e })
          table[current].note(names.name(top), .assigned)
        }
      }
    case .importFrom(_, let aliases, _):
      for alias in ast.list(aliases) {
        let node = ast[alias]
        if ast.bytes(node.name) != [0x2a] {
          note(node.asName.isNone ? node.name : node.asName, .assigned, node.span)
        } else if table[current].kind != .module {
          report("import * only allowed at module level", node.span)
        }
      }
    case .global(let list): declare(list, .global, id)
    case .nonlocal(let list): declare(list, .nonlocal, id)
    case .expr(let value): expression(value)
    case .pass, .break, .continue: break
    }
  }

  private mutating func annotatedName(
    _ symbol: Symbol, _ target: ExprID, hasValue: Bool, isSimple: Bool, _ statement: Span
  ) {
    let known = table[current].flags[name(symbol)] ?? []
    if isSimple, table[current].kind != .module, !known.isDisjoint(with: [.global, .nonlocal]) {
      let kind = known.contains(.global) ? "global" : "nonlocal"
      report("annotated name '\(ast.text(symbol))' can't be \(kind)", statement)
    }
    // `(x): int` alone does not even make x a local variable.
    if isSimple {
      note(symbol, [.assigned, .local, .annotated], ast.span(target))
    } else if hasValue {
      note(symbol, [.assigned, .local], ast.span(target))
    }
  }

  private mutating func declare(_ list: NodeList<Symbol>, _ flag: Scope.Flags, _ statement: StmtID) {
    let isGlobal = flag == .global
    let kind = isGlobal ? "global" : "nonlocal"
    for symbol in ast.list(list) {
      let known = table[current].flags[name(symbol)] ?? []
      let text = ast.text(symbol)
      if known.contains(.parameter) {
        report("name '\(text)' is parameter and \(kind)", ast.span(statement))
      } else if known.contains(.used) {
        report("name '\(text)' is used prior to \(kind) declaration", ast.span(statement))
      } else if known.contains(.annotated) {
        report("annotated name '\(text)' can't be \(kind)", ast.span(statement))
      } else if known.contains(.local) {
        report("name '\(text)' is assigned to before \(kind) declaration", ast.span(statement))
      }
      note(symbol, flag, ast.span(statement))
      directives.append(Directive(scope: current, name: name(symbol), span: ast.span(statement)))
      if isGlobal { table.scopes[0].note(name(symbol), .assigned) }
    }
  }

  mutating func annotation(_ id: ExprID) {
    if id.isNone { return }
    if !annotationsAreStrings { return expression(id) }
    // Text binds nothing, but it has to be the text of something that could be evaluated in any scope.
    let (_, misplaced) = Unparser.annotation(id, in: ast)
    if !misplaced.isNone {
      report("\(nounOfMisplaced(misplaced)) cannot be used within an annotation", ast.span(misplaced))
    }
  }

  private mutating func function(_ node: NodeID<MoltSyntax.Function>, _ span: Span, isAsync: Bool = false) {
    let function = ast[node]
    note(function.name, [.assigned, .local], span)
    expressions(ast[function.args].defaults)
    expressions(ast[function.args].kwDefaults)
    expressions(function.decorators)
    let generic = function.typeParams.isEmpty ? nil : openTypeParameters()
    table.functionParameters[node] = generic
    inside(generic ?? current) { builder in
      builder.typeParameters(function.typeParams)
      builder.annotations(function.args)
      builder.annotation(function.returns)
      let scope = builder.open(.function)
      builder.table.functions[node] = scope
      builder.table[scope].isAsync = isAsync
      builder.inside(scope) { builder in
        builder.parameters(function.args)
        builder.statements(function.body)
      }
    }
  }

  private mutating func annotations(_ id: NodeID<Arguments>) {
    let arguments = ast[id]
    for list in [arguments.posOnly, arguments.args] {
      for arg in ast.list(list) { annotation(ast[arg].annotation) }
    }
    for arg in [arguments.varArg, arguments.kwArg] where !arg.isNone { annotation(ast[arg].annotation) }
    for arg in ast.list(arguments.kwOnly) { annotation(ast[arg].annotation) }
  }

  mutating func parameters(_ id: NodeID<Arguments>) {
    let arguments = ast[id]
    for list in [arguments.posOnly, arguments.args, arguments.kwOnly] {
      for arg in ast.list(list) { note(ast[arg].name, .parameter, ast[arg].span) }
    }
    for arg in [arguments.varArg, arguments.kwArg] where !arg.isNone {
      note(ast[arg].name, .parameter, ast[arg].span)
    }
  }

  private mutating func classDef(_ node: NodeID<Class>, _ span: Span) {
    let cls = ast[node]
    note(cls.name, [.assigned, .local], span)
    expressions(cls.decorators)
    let savedOwner = owner
    var generic: ScopeID? = nil
    if !cls.typeParams.isEmpty {
      // What belongs to a generic class is private to it already in its type parameters and bases.
      owner = Name(raw: cls.name.raw)
      generic = openTypeParameters()
    }
    table.classParameters[node] = generic
    inside(generic ?? current) { builder in
      builder.typeParameters(cls.typeParams)
      if let generic { builder.table[generic].note(builder.names.name(".type_params"), [.assigned, .local, .used]) }
      builder.expressions(cls.bases)
      for keyword in builder.ast.list(cls.keywords) { builder.expression(builder.ast[keyword].value) }
      builder.owner = Name(raw: cls.name.raw)
      let scope = builder.open(.classBody)
      builder.table.classes[node] = scope
      builder.inside(scope) { builder in
        if generic != nil {
          builder.table[scope].note(builder.names.name("__type_params__"), [.assigned, .local])
          builder.table[scope].note(builder.names.name(".type_params"), .used)
        }
        builder.statements(cls.body)
      }
    }
    owner = savedOwner
  }

  // MARK: Patterns

  private mutating func pattern(_ id: PatternID) {
    if id.isNone { return }
    switch ast[id] {
    case .matchValue(let value): expression(value)
    case .matchSingleton: break
    case .matchSequence(let patterns), .matchOr(let patterns): for item in ast.list(patterns) { pattern(item) }
    case .matchMapping(let keys, let patterns, let rest):
      expressions(keys)
      for item in ast.list(patterns) { pattern(item) }
      if !rest.isNone { note(rest, [.assigned, .local], ast.span(id)) }
    case .matchClass(let cls, let patterns, _, let keywordPatterns):
      expression(cls)
      for item in ast.list(patterns) { pattern(item) }
      for item in ast.list(keywordPatterns) { pattern(item) }
    case .matchStar(let name): if !name.isNone { note(name, [.assigned, .local], ast.span(id)) }
    case .matchAs(let inner, let name):
      pattern(inner)
      if !name.isNone { note(name, [.assigned, .local], ast.span(id)) }
    }
  }
}
