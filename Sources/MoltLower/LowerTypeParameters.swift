import MoltIR
import MoltSpec
import MoltSyntax

// Type parameters and `type` statements (PEP 695). Type parameters are made in a function of their own, which is called
// where it stands, so that they have a scope; bounds and the values of aliases are functions, called when wanted.

extension FunctionLowerer {
  /// Lowers `body` as a function that is called at once with the given values, and yields what `body` yields.
  func inTypeParameters(
    _ inner: ScopeID, of name: String, line: Int32, _ passed: [(String, ValueID)],
    _ body: (FunctionLowerer, [ValueID]) -> ValueID
  ) -> ValueID {
    let title = "<generic parameters of \(name)>"
    var made = Function(kind: .function, name: title, qualname: qualifiedName(title, isGlobal: false))
    made.isNested = isInsideFunction
    made.positionalOnlyCount = passed.count
    made.positionalCount = passed.count
    made.parameters = passed.map { $0.0 }
    let (lowerer, index) = begin(made, inner, line)
    lowerer.definer = self
    let values = passed.map { _ in
      let value = lowerer.function.newValue(.value)
      lowerer.function[BlockID(raw: 0)].parameters.append(value)
      return value
    }
    lowerer.makeCells(inner)
    lowerer.enterFrame()
    lowerer.emitReturn(body(lowerer, values))
    lowerer.finish()
    let callee = emit(.newFunction, [closure(for: inner), null(), null()], immediate: Int64(index))
    return emit(.call, [callee] + passed.map { $0.1 }, immediate: Int64(passed.count))
  }

  /// A function without parameters that evaluates an expression.
  private func lazyValue(_ name: String, _ inner: ScopeID, _ expression: ExprID, line: UInt32, isBound: Bool) -> ValueID
  {
    var made = Function(kind: .function, name: name, qualname: qualifiedName(name, isGlobal: false))
    made.isNested = isInsideFunction
    let (lowerer, index) = begin(made, inner, Int32(ast.position(line).line))
    if isBound { lowerer.definer = self }
    lowerer.emitReturn(lowerer.lower(expression))
    lowerer.finish()
    return emit(.newFunction, [closure(for: inner), null(), null()], immediate: Int64(index))
  }

  private func begin(_ prototype: Function, _ inner: ScopeID, _ line: Int32) -> (FunctionLowerer, Int) {
    var made = prototype
    made.freeVariables = context.scopes[inner].freeNames.map(context.names.text)
    made.firstLine = line
    let index = context.reserveFunction(made)
    let lowerer = FunctionLowerer(context, made, scope: inner, index: index)
    lowerer.currentSpan = currentSpan
    return (lowerer, index)
  }

  /// Makes the type parameters, binds their names, and yields the tuple of them.
  func typeParameters(_ list: NodeList<NodeID<TypeParam>>) -> ValueID {
    var made: [ValueID] = []
    for id in ast.list(list) {
      let parameter = ast[id]
      at(parameter.span) {
        let text = ast.text(parameter.name)
        var kind = TypeParameterKind.typeVar
        var bound = null()
        switch parameter.kind {
        case .paramSpec: kind = .paramSpec
        case .typeVarTuple: kind = .typeVarTuple
        case .typeVar:
          guard let scope = context.scopes.bounds[id] else { break }
          bound = lazyValue(text, scope, parameter.bound, line: ast.span(parameter.bound).start, isBound: true)
          if case .tuple = ast[parameter.bound] { kind = .constrained } else { kind = .bounded }
        }
        let value = emit(
          .newTypeParameter, [bound], immediate: Int64(kind.rawValue),
          constant: context.constant(.str(ast.bytes(parameter.name))))
        store(name(parameter.name), value)
        made.append(value)
      }
    }
    return emit(.newTuple, made)
  }

  func typeAlias(_ id: StmtID, _ target: ExprID, _ parameters: NodeList<NodeID<TypeParam>>, _ value: ExprID) {
    guard case .name(let symbol, _) = ast[target], let scope = context.scopes.aliasValues[id] else { return }
    let line = ast.span(id).start
    let text = ast.text(symbol)
    func make(_ maker: FunctionLowerer, _ parameters: ValueID) -> ValueID {
      let evaluate = maker.lazyValue(text, scope, value, line: line, isBound: false)
      return maker.emit(
        .newTypeAlias, [parameters, evaluate], constant: maker.context.constant(.str(ast.bytes(symbol))))
    }
    let alias: ValueID
    if let generic = context.scopes.aliasParameters[id] {
      alias = inTypeParameters(generic, of: text, line: Int32(ast.position(line).line), []) { maker, _ in
        make(maker, maker.typeParameters(parameters))
      }
    } else {
      alias = make(self, null())
    }
    store(name(symbol), alias)
  }
}
