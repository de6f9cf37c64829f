import MoltSyntax

// Scopes of type parameters (PEP 695), and the checks of declarations that need every scope to be known.

extension ScopeBuilder {
  /// Opens the scope in which type parameters live. Inside a class body it sees the names of the class.
  mutating func openTypeParameters() -> ScopeID {
    let scope = open(.typeParameters)
    if table[current].kind == .classBody { letSeeClass(scope) }
    return scope
  }

  private mutating func letSeeClass(_ scope: ScopeID) {
    table[scope].seesClass = true
    table[scope].note(namespaceCellName, .used)
  }

  mutating func typeParameters(_ list: NodeList<NodeID<TypeParam>>) {
    for id in ast.list(list) {
      let parameter = ast[id]
      note(parameter.name, [.assigned, .local, .typeParameter], parameter.span)
      if parameter.bound.isNone { continue }
      let scope = open(.typeVarBound)
      if table[current].seesClass { letSeeClass(scope) }
      table.bounds[id] = scope
      inside(scope) { $0.expression(parameter.bound) }
    }
  }

  mutating func typeAlias(
    _ id: StmtID, _ name: ExprID, _ parameters: NodeList<NodeID<TypeParam>>, _ value: ExprID
  ) {
    expression(name)
    let isInClass = table[current].kind == .classBody
    let generic = parameters.isEmpty ? nil : openTypeParameters()
    table.aliasParameters[id] = generic
    inside(generic ?? current) { builder in
      builder.typeParameters(parameters)
      let scope = builder.open(.typeAlias)
      if isInClass { builder.letSeeClass(scope) }
      builder.table.aliasValues[id] = scope
      builder.inside(scope) { $0.expression(value) }
    }
  }

  // MARK: Declarations

  /// What only the whole tree of scopes can tell of `global` and `nonlocal` names, scope by scope.
  mutating func checkDeclarations() {
    for index in table.scopes.indices {
      let scope = ScopeID(raw: UInt32(index))
      for name in table[scope].order {
        guard let flags = table[scope].flags[name], flags.contains(.nonlocal) else { continue }
        if let problem = problem(of: name, flags, in: scope),
          let directive = directives.first(where: { $0.scope == scope && $0.name == name })
        {
          report(problem, directive.span)
        }
      }
    }
  }

  private func problem(of name: Name, _ flags: Scope.Flags, in scope: ScopeID) -> String? {
    let text = names.text(name)
    if flags.contains(.global) { return "name '\(text)' is nonlocal and global" }
    if table[scope].kind == .module { return "nonlocal declaration not allowed at module level" }
    var at = table[scope].parent
    while let id = at {
      let outer = table[id]
      at = outer.parent
      if outer.kind == .classBody {
        if name == classCellName || name == namespaceCellName { return nil }
        continue
      }
      if outer.kind == .module || outer.flags[name]?.contains(.global) == true { break }
      if outer.binds(name) {
        return outer.flags[name]!.contains(.typeParameter)
          ? "nonlocal binding not allowed for type parameter '\(text)'" : nil
      }
    }
    return "no binding for nonlocal '\(text)' found"
  }
}
