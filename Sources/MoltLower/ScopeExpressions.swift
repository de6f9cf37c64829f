import MoltSyntax

// The walk through expressions: names, lambdas, comprehensions, and what must not stand in them.

extension ScopeBuilder {
  mutating func expressions(_ list: NodeList<ExprID>) {
    for item in ast.list(list) { expression(item) }
  }

  mutating func expression(_ id: ExprID) {
    if id.isNone { return }
    switch ast[id] {
    case .boolOp(_, let values): expressions(values)
    case .namedExpr(let target, let value):
      refuseInAnnotationScope("named expression", id)
      if case .name(let symbol, _) = ast[target] {
        checkWalrus(symbol, id, target)
        expression(value)
        walrus(symbol, ast.span(target))
      }
    case .binOp(let left, _, let right):
      expression(left)
      expression(right)
    case .unaryOp(_, let operand): expression(operand)
    case .lambda(let args, let body):
      if table[current].seesClass {
        report("Cannot use lambda in annotation scope within class scope", ast.span(id))
      }
      expressions(ast[args].defaults)
      expressions(ast[args].kwDefaults)
      let scope = open(.lambda)
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
      refuseInAnnotationScope("await expression", id)
      awaits()
      expression(value)
    case .yield(let value), .yieldFrom(let value):
      refuseInAnnotationScope("yield expression", id)
      table.scopes[Int(table.runner(of: current).raw)].isGenerator = true
      expression(value)
      if let noun = table[current].comprehensionNoun { report("'yield' inside \(noun)", ast.span(id)) }
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
      note(symbol, context == .load ? .used : [.assigned, .local], ast.span(id))
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

  // MARK: Assignment expressions

  /// What `:=` may not do where it stands.
  private mutating func checkWalrus(_ symbol: Symbol, _ id: ExprID, _ target: ExprID) {
    if table[current].iterableDepth > 0 {
      report("assignment expression cannot be used in a comprehension iterable expression", ast.span(id))
    }
    var at = current
    while table[at].comprehensionNoun != nil {
      // A name that the target only uses (the index in `for a[i] in …`) may be bound.
      if table[at].flags[name(symbol)]?.isSuperset(of: [.loopVariable, .assigned]) == true {
        report(
          "assignment expression cannot rebind comprehension iteration variable '\(ast.text(symbol))'",
          ast.span(target))
      }
      guard let parent = table[at].parent else { return }
      at = parent
    }
    if at == current { return }
    let place: String? =
      switch table[at].kind {
      case .classBody: "in a class body"
      case .typeParameters: "within the definition of a generic"
      case .typeVarBound: "in a TypeVar bound"
      case .typeAlias: "in a type alias"
      default: nil
      }
    if let place {
      report("assignment expression within a comprehension cannot be used \(place)", ast.span(target))
    }
  }

  /// The target of `:=` belongs to the function around any comprehensions.
  private mutating func walrus(_ symbol: Symbol, _ span: Span) {
    var at = current
    while table[at].kind == .comprehension || table[at].kind == .generatorExpression {
      table[at].note(name(symbol), [.used, .passedOut])
      guard let parent = table[at].parent else { break }
      at = parent
    }
    let target = name(symbol)
    table[at].note(target, [.assigned, .local])
    if at != current, table[at].kind.hasLocals {
      // The assignment reaches outwards from a generator expression through a cell.
      var step = current
      while step != at {
        if table[step].kind == .generatorExpression {
          table[step].note(target, .nonlocal)
          directives.append(Directive(scope: step, name: target, span: span))
        } else {
          table[step].note(target, .used)
        }
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

  // MARK: Comprehensions

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
    if table[current].seesClass {
      report("Cannot use comprehension in annotation scope within class scope", ast.span(id))
    }
    // The first iterable is evaluated outside.
    table[current].iterableDepth += 1
    expression(ast[list[0]].iter)
    table[current].iterableDepth -= 1
    let scope = open(kind)
    table.expressions[id] = scope
    table[scope].comprehensionNoun =
      switch ast[id] {
      case .listComp: "list comprehension"
      case .setComp: "set comprehension"
      case .dictComp: "dict comprehension"
      default: "generator expression"
      }
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
        builder.table[scope].isInLoopTarget = true
        builder.expression(node.target)
        builder.table[scope].isInLoopTarget = false
        if index > 0 {
          builder.table[scope].iterableDepth += 1
          builder.expression(node.iter)
          builder.table[scope].iterableDepth -= 1
        }
        builder.expressions(node.ifs)
      }
      element(&builder)
    }
  }

  // MARK: Annotation scopes

  func nounOfMisplaced(_ id: ExprID) -> String {
    switch ast[id] {
    case .await: "await expression"
    case .namedExpr: "named expression"
    default: "yield expression"
    }
  }

  private mutating func refuseInAnnotationScope(_ noun: String, _ id: ExprID) {
    let place: String
    switch table[current].kind {
    case .typeParameters: place = "the definition of a generic"
    case .typeVarBound: place = "a TypeVar bound"
    case .typeAlias: place = "a type alias"
    default: return
    }
    report("\(noun) cannot be used within \(place)", ast.span(id))
  }
}
