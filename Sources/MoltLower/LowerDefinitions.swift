import MoltIR
import MoltSyntax

// Functions, lambdas, classes and the module body.

extension FunctionLowerer {
  // MARK: Module

  func lowerModuleBody() {
    if context.mode.hasNamespace { takeNamespace() }
    enterFrame()
    if context.mode == .eval, let first = ast.list(ast.body).first, case .expr(let value) = ast[first] {
      terminate(.ret, [lower(value)], [])
      finish()
      return
    }
    if context.mode != .single, let doc = docstring(ast.body) {
      context.module.functions[0].doc = doc
      function.doc = doc
      store(context.names.name("__doc__"), emit(.const, constant: doc))
    }
    if annotates(ast.body) {
      if context.mode.hasNamespace {
        setUpAnnotations()
      } else {
        store(context.names.name("__annotations__"), emit(.newDict))
      }
    }
    statements(ast.body)
    terminate(.ret, [none()], [])
    finish()
  }

  /// The body's argument is the mapping that holds its names.
  private func takeNamespace() {
    namespace = function.newValue(.value)
    function[BlockID(raw: 0)].parameters.append(namespace)
  }

  /// Whether a module or class body annotates a name, outside functions and classes in it.
  private func annotates(_ list: NodeList<StmtID>) -> Bool {
    ast.list(list).contains { id in
      switch ast[id] {
      case .annAssign: true
      case .if(_, let body, let orElse), .for(_, _, let body, let orElse), .while(_, let body, let orElse),
        .asyncFor(_, _, let body, let orElse):
        annotates(body) || annotates(orElse)
      case .with(_, let body), .asyncWith(_, let body): annotates(body)
      case .try(let node), .tryStar(let node):
        annotates(ast[node].body) || annotates(ast[node].orElse) || annotates(ast[node].finalBody)
          || ast.list(ast[node].handlers).contains { annotates(ast[$0].body) }
      case .match(_, let cases): ast.list(cases).contains { annotates(ast[$0].body) }
      default: false
      }
    }
  }

  /// The constant of a body's docstring.
  private func docstring(_ list: NodeList<StmtID>) -> UInt32? {
    guard let first = ast.list(list).first, case .expr(let value) = ast[first],
      case .constant(.str(let text), _) = ast[value]
    else { return nil }
    return context.constant(.str(ast.bytes(text)))
  }

  // MARK: Functions

  /// `__qualname__` of something defined here (PEP 3155). The function that makes type parameters does not show in it.
  func qualifiedName(_ name: String, isGlobal: Bool) -> String {
    if let definer { return definer.qualifiedHere(name, isGlobal: isGlobal) }
    return qualifiedHere(name, isGlobal: isGlobal)
  }

  private func qualifiedHere(_ name: String, isGlobal: Bool) -> String {
    if isGlobal || function.kind == .module { return name }
    let isFunction = function.kind != .classBody && definer == nil
    return isFunction ? "\(function.qualname).<locals>.\(name)" : "\(function.qualname).\(name)"
  }

  private func isDeclaredGlobal(_ name: Name) -> Bool {
    context.scopes[scope].flags[name]?.contains(.global) ?? false
  }

  func functionDefinition(_ id: NodeID<MoltSyntax.Function>, _ span: Span) {
    let node = ast[id]
    checkParameters(node.args)
    let decorators = ast.list(node.decorators).map { ($0, lower($0)) }
    guard let inner = context.scopes.functions[id] else { return }
    let target = name(node.name)
    var made = Function(
      kind: .function, name: ast.text(node.name),
      qualname: qualifiedName(ast.text(node.name), isGlobal: isDeclaredGlobal(target)))
    let first = decorators.first.map { ast.span($0.0).start } ?? span.start
    made.firstLine = Int32(ast.position(first).line)
    made.doc = docstring(node.body) ?? .max
    let defaults = self.defaults(node.args, inner)
    func make(_ maker: FunctionLowerer, _ defaults: Defaults) -> ValueID {
      maker.makeFunction(made, inner, node.args, defaults, returns: node.returns, annotated: true) { lowerer in
        lowerer.statements(node.body)
        lowerer.emitReturn(lowerer.none())
      }
    }
    guard let generic = context.scopes.functionParameters[id] else {
      return store(target, decorated(make(self, defaults), decorators))
    }
    var passed: [(String, ValueID)] = []
    if defaults.hasPositional { passed.append((".defaults", defaults.positional)) }
    if defaults.hasKeyword { passed.append((".kwdefaults", defaults.keyword)) }
    let value = inTypeParameters(generic, of: made.name, line: made.firstLine, passed) { maker, values in
      let parameters = maker.typeParameters(node.typeParams)
      var values = values
      var received = defaults
      received.positional = defaults.hasPositional ? values.removeFirst() : maker.null()
      received.keyword = defaults.hasKeyword ? values.removeFirst() : maker.null()
      let function = make(maker, received)
      maker.emit(.setTypeParameters, [function, parameters])
      return function
    }
    store(target, decorated(value, decorators))
  }

  private func decorated(_ value: ValueID, _ decorators: [(ExprID, ValueID)]) -> ValueID {
    var result = value
    for (expression, decorator) in decorators.reversed() {
      result = at(ast.span(expression)) { emit(.call, [decorator, result], immediate: 1) }
    }
    return result
  }

  func lambda(_ id: ExprID, _ args: NodeID<Arguments>, _ body: ExprID) -> ValueID {
    guard let inner = context.scopes.expressions[id] else { return none() }
    checkParameters(args)
    var made = Function(kind: .lambda, name: "<lambda>", qualname: qualifiedName("<lambda>", isGlobal: false))
    made.firstLine = Int32(ast.position(ast.span(id).start).line)
    return makeFunction(made, inner, args, defaults(args, inner), returns: .none, annotated: false) { lowerer in
      lowerer.emitReturn(lowerer.lower(body))
    }
  }

  /// The tuple and the dict of a function's default values, or nulls.
  struct Defaults {
    var positional: ValueID
    var keyword: ValueID
    var hasPositional: Bool
    var hasKeyword: Bool
  }

  private func defaults(_ args: NodeID<Arguments>, _ inner: ScopeID) -> Defaults {
    let arguments = ast[args]
    let values = ast.list(arguments.defaults).map(lower)
    let positional = values.isEmpty ? null() : emit(.newTuple, values)
    var pairs: [ValueID] = []
    for (parameter, value) in zip(ast.list(arguments.kwOnly), ast.list(arguments.kwDefaults)) where !value.isNone {
      let parameterName = context.names.mangle(ast[parameter].name, owner: context.scopes[inner].owner)
      pairs.append(emit(.const, constant: context.constant(parameterName)))
      pairs.append(lower(value))
    }
    let keyword = pairs.isEmpty ? null() : emit(.newDict, pairs)
    return Defaults(
      positional: positional, keyword: keyword, hasPositional: !values.isEmpty, hasKeyword: !pairs.isEmpty)
  }

  /// Evaluates annotations, lowers the body as a function of its own, and makes the function object.
  private func makeFunction(
    _ prototype: Function, _ inner: ScopeID, _ args: NodeID<Arguments>, _ defaults: Defaults, returns: ExprID,
    annotated: Bool, _ body: (FunctionLowerer) -> Void
  ) -> ValueID {
    var made = prototype
    let arguments = ast[args]
    let positional = ast.list(arguments.posOnly) + ast.list(arguments.args)
    let keywordOnly = ast.list(arguments.kwOnly)
    var parameters = positional + keywordOnly
    if !arguments.varArg.isNone { parameters.append(arguments.varArg) }
    if !arguments.kwArg.isNone { parameters.append(arguments.kwArg) }
    made.isNested = isInsideFunction
    made.positionalOnlyCount = Int(arguments.posOnly.count)
    made.positionalCount = positional.count
    made.keywordOnlyCount = keywordOnly.count
    made.hasVarArgs = !arguments.varArg.isNone
    made.hasVarKeywords = !arguments.kwArg.isNone
    made.suspension = context.scopes[inner].suspension
    let innerNames = parameters.map { context.names.mangle(ast[$0].name, owner: context.scopes[inner].owner) }
    made.parameters = innerNames.map(context.names.text)
    made.freeVariables = context.scopes[inner].freeNames.map(context.names.text)

    let annotations = annotated ? self.annotations(positional + keywordOnly, arguments, returns) : nil

    let index = context.reserveFunction(made)
    let lowerer = FunctionLowerer(context, made, scope: inner, index: index)
    lowerer.currentSpan = currentSpan
    lowerer.enter(innerNames)
    body(lowerer)
    lowerer.finish()

    let value = emit(
      .newFunction, [closure(for: inner), defaults.positional, defaults.keyword], immediate: Int64(index))
    if let annotations { emit(.setAnnotations, [value, annotations]) }
    return value
  }

  /// The `__annotations__` dict of a function, in CPython's order: parameters, *args, **kwargs, return.
  private func annotations(_ plain: [NodeID<Arg>], _ arguments: Arguments, _ returns: ExprID) -> ValueID? {
    var pairs: [ValueID] = []
    let positional = plain.prefix(plain.count - Int(arguments.kwOnly.count))
    let keywordOnly = plain.suffix(Int(arguments.kwOnly.count))
    for arg in Array(positional) + [arguments.varArg] + Array(keywordOnly) + [arguments.kwArg] where !arg.isNone {
      let node = ast[arg]
      if node.annotation.isNone { continue }
      pairs.append(emit(.const, constant: context.constant(name(node.name))))
      if case .starred(let inner, _) = ast[node.annotation], !context.annotationsAreStrings {
        // PEP 646: what the value unpacks to, which has to be one thing.
        let parts = emit(.unpack, [lower(inner)], immediate: 1)
        pairs.append(emit(.take, [parts], immediate: 0))
      } else {
        pairs.append(annotationValue(node.annotation))
      }
    }
    if !returns.isNone {
      pairs.append(constant(.str(Array("return".utf8))))
      pairs.append(annotationValue(returns))
    }
    return pairs.isEmpty ? nil : emit(.newDict, pairs)
  }

  /// Binds the parameters of a function that begins.
  private func enter(_ parameters: [Name]) {
    let own = context.scopes[functionScope]
    let entry = BlockID(raw: 0)
    for name in parameters {
      let value = function.newValue(.value)
      function[entry].parameters.append(value)
      guard let variable = own.variables[name] else { continue }
      if context.scopes.isCell(name, of: functionScope) { makeCell(variable, value) } else { write(variable, value) }
    }
    makeCells(functionScope)
    enterFrame()
  }

  // MARK: Classes

  func classDefinition(_ id: NodeID<Class>, _ span: Span) {
    let node = ast[id]
    let decorators = ast.list(node.decorators).map { ($0, lower($0)) }
    let target = name(node.name)
    let className = ast.text(node.name)
    let qualname = qualifiedName(className, isGlobal: isDeclaredGlobal(target))
    let line = Int32(ast.position(decorators.first.map { ast.span($0.0).start } ?? span.start).line)
    let cls: ValueID
    if let generic = context.scopes.classParameters[id] {
      cls = inTypeParameters(generic, of: className, line: line, []) { maker, _ in
        let parameters = maker.typeParameters(node.typeParams)
        maker.store(maker.context.names.name(".type_params"), parameters)
        return maker.makeClass(id, qualname, line, span, parameters: parameters)
      }
    } else {
      cls = makeClass(id, qualname, line, span, parameters: nil)
    }
    store(target, decorated(cls, decorators))
  }

  /// The class object. One with type parameters gets `Generic[parameters]` as its last base.
  private func makeClass(
    _ id: NodeID<Class>, _ qualname: String, _ line: Int32, _ span: Span, parameters: ValueID?
  ) -> ValueID {
    let node = ast[id]
    guard let inner = context.scopes.classes[id] else { return none() }
    let className = ast.text(node.name)
    var made = Function(kind: .classBody, name: className, qualname: qualname)
    made.isNested = isInsideFunction
    made.positionalOnlyCount = 1
    made.positionalCount = 1
    made.parameters = [".namespace"]
    made.freeVariables = context.scopes[inner].freeNames.map(context.names.text)
    made.firstLine = line
    let index = context.reserveFunction(made)
    let lowerer = FunctionLowerer(context, made, scope: inner, index: index)
    lowerer.currentSpan = span
    lowerer.lowerClassBody(node)

    let body = emit(.newFunction, [closure(for: inner), null(), null()], immediate: Int64(index))
    let genericBase = parameters.map { emit(.subscriptGeneric, [$0]) }
    let bases = genericBase.map { tuple(ast.list(node.bases), then: $0) } ?? tuple(ast.list(node.bases))
    var keywords = null()
    let keywordList = ast.list(node.keywords)
    checkKeywords(keywordList)
    if !keywordList.isEmpty {
      keywords = emit(.newDict)
      for keyword in keywordList {
        let value = lower(ast[keyword].value)
        if ast[keyword].name.isNone {
          emit(.dictMerge, [keywords, value, body])
        } else {
          emit(.dictSet, [keywords, constant(.str(ast.bytes(ast[keyword].name))), value])
        }
      }
    }
    let nameConstant = context.constant(.str(Array(className.utf8)))
    return emit(.buildClass, [body, bases, keywords], constant: nameConstant)
  }

  /// Makes the `__annotations__` of a namespace that may have one already.
  private func setUpAnnotations() {
    let key: [UInt8] = Array("__annotations__".utf8)
    let missing = newBlock()
    let end = newBlock()
    branchNull(emit(.classLookup, [namespace], constant: context.constant(.str(key))), missing, end)
    beginSealed(missing)
    emit(.setItem, [namespace, constant(.str(key)), emit(.newDict)])
    jump(end)
    beginSealed(end)
  }

  private func lowerClassBody(_ node: Class) {
    takeNamespace()
    enterFrame()
    let own = context.scopes[functionScope]
    if own.needsClassCell { write(classCell, emit(.newCell, [null()])) }
    if own.needsNamespaceCell { write(namespaceCell, emit(.newCell, [namespace])) }
    let names = [("__module__", load(context.names.name("__name__"), .global))]
    for (key, value) in names { emit(.setItem, [namespace, constant(.str(Array(key.utf8))), value]) }
    emit(
      .setItem, [namespace, constant(.str(Array("__qualname__".utf8))), constant(.str(Array(function.qualname.utf8)))])
    if !node.typeParams.isEmpty,
      let index = own.freeNames.firstIndex(of: context.names.name(".type_params"))
    {
      let parameters = load(context.names.name(".type_params"), .free(index))
      emit(.setItem, [namespace, constant(.str(Array("__type_params__".utf8))), parameters])
    }
    if annotates(node.body) { setUpAnnotations() }
    if let doc = docstring(node.body) {
      function.doc = doc
      emit(.setItem, [namespace, constant(.str(Array("__doc__".utf8))), emit(.const, constant: doc)])
    }
    statements(node.body)
    function.locals = selfAttributes(node)
    if own.needsNamespaceCell {
      emit(.setItem, [namespace, constant(.str(Array("__classdictcell__".utf8))), read(namespaceCell)])
    }
    let result = own.needsClassCell ? read(classCell) : none()
    terminate(.ret, [result], [])
    finish()
  }
}
