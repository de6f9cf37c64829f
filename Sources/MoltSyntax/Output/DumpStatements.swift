// Statements of the dump.

extension DumpPrinter {
  mutating func statement(_ id: StmtID) {
    let span = ast.span(id)
    var node: Open
    switch ast[id] {
    case .functionDef(let function):
      node = open("FunctionDef")
      self.function(&node, function)
    case .asyncFunctionDef(let function):
      node = open("AsyncFunctionDef")
      self.function(&node, function)
    case .classDef(let id):
      let value = ast[id]
      node = open("ClassDef")
      field(&node, "name", value.name)
      field(&node, "bases", value.bases)
      field(&node, "keywords")
      keywords(value.keywords)
      field(&node, "body", value.body)
      field(&node, "decorator_list", value.decorators)
      typeParams(&node, value.typeParams)
    case .return(let value):
      node = open("Return")
      optional(&node, "value", value)
    case .delete(let targets):
      node = open("Delete")
      field(&node, "targets", targets)
    case .assign(let targets, let value):
      node = open("Assign")
      field(&node, "targets", targets)
      optional(&node, "value", value)
    case .typeAlias(let name, let typeParams, let value):
      node = open("TypeAlias")
      optional(&node, "name", name)
      self.typeParams(&node, typeParams)
      optional(&node, "value", value)
    case .augAssign(let target, let op, let value):
      node = open("AugAssign")
      optional(&node, "target", target)
      field(&node, "op")
      operatorName(op)
      optional(&node, "value", value)
    case .annAssign(let target, let annotation, let value, let isSimple):
      node = open("AnnAssign")
      optional(&node, "target", target)
      optional(&node, "annotation", annotation)
      optional(&node, "value", value)
      field(&node, "simple")
      integer(isSimple ? 1 : 0)
    case .for(let target, let iter, let body, let orElse):
      node = open("For")
      loop(&node, target, iter, body, orElse)
    case .asyncFor(let target, let iter, let body, let orElse):
      node = open("AsyncFor")
      loop(&node, target, iter, body, orElse)
    case .while(let test, let body, let orElse):
      node = open("While")
      optional(&node, "test", test)
      field(&node, "body", body)
      field(&node, "orelse", orElse)
    case .if(let test, let body, let orElse):
      node = open("If")
      optional(&node, "test", test)
      field(&node, "body", body)
      field(&node, "orelse", orElse)
    case .with(let items, let body):
      node = open("With")
      with(&node, items, body)
    case .asyncWith(let items, let body):
      node = open("AsyncWith")
      with(&node, items, body)
    case .match(let subject, let cases):
      node = open("Match")
      optional(&node, "subject", subject)
      field(&node, "cases")
      list(cases) { $0.matchCase($1) }
    case .raise(let exception, let cause):
      node = open("Raise")
      optional(&node, "exc", exception)
      optional(&node, "cause", cause)
    case .try(let value):
      node = open("Try")
      self.tryParts(&node, value)
    case .tryStar(let value):
      node = open("TryStar")
      self.tryParts(&node, value)
    case .assert(let test, let message):
      node = open("Assert")
      optional(&node, "test", test)
      optional(&node, "msg", message)
    case .import(let names):
      node = open("Import")
      aliases(&node, names)
    case .importFrom(let module, let names, let level):
      node = open("ImportFrom")
      field(&node, "module", module)
      aliases(&node, names)
      field(&node, "level")
      integer(Int(level))
    case .global(let names):
      node = open("Global")
      field(&node, "names")
      list(names) { $0.string(Symbol(raw: $1)) }
    case .nonlocal(let names):
      node = open("Nonlocal")
      field(&node, "names")
      list(names) { $0.string(Symbol(raw: $1)) }
    case .expr(let value):
      node = open("Expr")
      optional(&node, "value", value)
    case .pass: node = open("Pass")
    case .break: node = open("Break")
    case .continue: node = open("Continue")
    }
    close(&node, span)
  }

  private mutating func function(_ node: inout Open, _ id: NodeID<Function>) {
    let value = ast[id]
    field(&node, "name", value.name)
    field(&node, "args")
    arguments(value.args)
    field(&node, "body", value.body)
    field(&node, "decorator_list", value.decorators)
    optional(&node, "returns", value.returns)
    typeParams(&node, value.typeParams)
  }

  private mutating func typeParams(_ node: inout Open, _ params: NodeList<NodeID<TypeParam>>) {
    field(&node, "type_params")
    list(params) { printer, raw in
      let param = printer.ast.typeParams[Int(raw)]
      var node: Open
      switch param.kind {
      case .typeVar: node = printer.open("TypeVar")
      case .paramSpec: node = printer.open("ParamSpec")
      case .typeVarTuple: node = printer.open("TypeVarTuple")
      }
      printer.field(&node, "name", param.name)
      printer.optional(&node, "bound", param.bound)
      printer.close(&node, param.span)
    }
  }

  private mutating func loop(
    _ node: inout Open, _ target: ExprID, _ iter: ExprID, _ body: NodeList<StmtID>, _ orElse: NodeList<StmtID>
  ) {
    optional(&node, "target", target)
    optional(&node, "iter", iter)
    field(&node, "body", body)
    field(&node, "orelse", orElse)
  }

  private mutating func with(_ node: inout Open, _ items: NodeList<NodeID<WithItem>>, _ body: NodeList<StmtID>) {
    field(&node, "items")
    list(items) { printer, raw in
      let item = printer.ast.withItems[Int(raw)]
      var node = printer.open("withitem")
      printer.optional(&node, "context_expr", item.contextExpr)
      printer.optional(&node, "optional_vars", item.optionalVars)
      printer.close(node)
    }
    field(&node, "body", body)
  }

  private mutating func matchCase(_ raw: UInt32) {
    let value = ast.matchCases[Int(raw)]
    var node = open("match_case")
    field(&node, "pattern")
    pattern(value.pattern)
    optional(&node, "guard", value.guardExpr)
    field(&node, "body", value.body)
    close(node)
  }

  private mutating func tryParts(_ node: inout Open, _ id: NodeID<Try>) {
    let value = ast[id]
    field(&node, "body", value.body)
    field(&node, "handlers")
    list(value.handlers) { printer, raw in
      let handler = printer.ast.handlers[Int(raw)]
      var node = printer.open("ExceptHandler")
      printer.optional(&node, "type", handler.type)
      printer.field(&node, "name", handler.name)
      printer.field(&node, "body", handler.body)
      printer.close(&node, handler.span)
    }
    field(&node, "orelse", value.orElse)
    field(&node, "finalbody", value.finalBody)
  }

  private mutating func aliases(_ node: inout Open, _ names: NodeList<NodeID<Alias>>) {
    field(&node, "names")
    list(names) { printer, raw in
      let alias = printer.ast.aliases[Int(raw)]
      var node = printer.open("alias")
      printer.field(&node, "name", alias.name)
      printer.field(&node, "asname", alias.asName)
      printer.close(&node, alias.span)
    }
  }
}
