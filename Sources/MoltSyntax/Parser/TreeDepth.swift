// The limit on the depth of the tree, so that every later stage may walk it recursively.

extension Parser {
  /// Refuses trees deeper than `maximumTreeDepth`. Children always have smaller indices than their parents, so one pass
  /// over each arena measures all depths without recursion. Files whose nesting and chains are short are not measured.
  mutating func checkDepth() throws(SyntaxAbort) {
    if (deepestNesting + 2) * (longestChain * 8 + 16) < Self.maximumTreeDepth { return }
    let limit = Int32(Self.maximumTreeDepth)
    var depths = [Int32](repeating: 0, count: ast.expressions.count)
    for index in ast.expressions.indices {
      let depth = expressionDepth(ast.expressions[index], depths) + 1
      if depth > limit { throw report(Message.recursion, ast.expressionSpans[index], .recursionError) }
      depths[index] = depth
    }
    var statementDepths = [Int32](repeating: 0, count: ast.statements.count)
    for index in ast.statements.indices {
      let depth = statementDepth(ast.statements[index], depths, statementDepths) + 1
      if depth > limit { throw report(Message.recursion, ast.statementSpans[index], .recursionError) }
      statementDepths[index] = depth
    }
  }

  private func deepest(_ list: NodeList<ExprID>, _ depths: [Int32]) -> Int32 {
    var result: Int32 = 0
    for raw in ast.raws(list) where raw != .max { result = max(result, depths[Int(raw)]) }
    return result
  }

  private func depth(_ id: ExprID, _ depths: [Int32]) -> Int32 { id.isNone ? 0 : depths[Int(id.raw)] }

  private func deepest(_ generators: NodeList<NodeID<Comprehension>>, _ depths: [Int32]) -> Int32 {
    var result: Int32 = 0
    for raw in ast.raws(generators) {
      let clause = ast.comprehensions[Int(raw)]
      result = max(result, depth(clause.target, depths), depth(clause.iter, depths), deepest(clause.ifs, depths))
    }
    return result
  }

  private func argumentsDepth(_ id: NodeID<Arguments>, _ depths: [Int32]) -> Int32 {
    let arguments = ast[id]
    var result = max(deepest(arguments.defaults, depths), deepest(arguments.kwDefaults, depths))
    func annotation(_ id: NodeID<Arg>) { if !id.isNone { result = max(result, depth(ast[id].annotation, depths)) } }
    for list in [arguments.posOnly, arguments.args, arguments.kwOnly] {
      for raw in ast.raws(list) { annotation(NodeID(raw: raw)) }
    }
    annotation(arguments.varArg)
    annotation(arguments.kwArg)
    return result
  }

  private func expressionDepth(_ node: Expr, _ depths: [Int32]) -> Int32 {
    switch node {
    case .boolOp(_, let values), .joinedStr(let values): return deepest(values, depths)
    case .set(let elements), .list(let elements, _), .tuple(let elements, _): return deepest(elements, depths)
    case .namedExpr(let target, let value): return max(depth(target, depths), depth(value, depths))
    case .binOp(let left, _, let right): return max(depth(left, depths), depth(right, depths))
    case .unaryOp(_, let value), .await(let value), .yield(let value), .yieldFrom(let value),
      .attribute(let value, _, _),
      .starred(let value, _):
      return depth(value, depths)
    case .lambda(let args, let body): return max(argumentsDepth(args, depths), depth(body, depths))
    case .ifExp(let test, let body, let orElse):
      return max(depth(test, depths), depth(body, depths), depth(orElse, depths))
    case .dict(let keys, let values): return max(deepest(keys, depths), deepest(values, depths))
    case .listComp(let element, let generators), .setComp(let element, let generators),
      .generatorExp(let element, let generators):
      return max(depth(element, depths), deepest(generators, depths))
    case .dictComp(let key, let value, let generators):
      return max(depth(key, depths), depth(value, depths), deepest(generators, depths))
    case .compare(let left, _, let comparators): return max(depth(left, depths), deepest(comparators, depths))
    case .call(let function, let args, let keywords):
      return max(depth(function, depths), deepest(args, depths), deepest(keywords, depths))
    case .formattedValue(let value, _, let spec): return max(depth(value, depths), depth(spec, depths))
    case .subscript(let value, let slice, _): return max(depth(value, depths), depth(slice, depths))
    case .slice(let lower, let upper, let step):
      return max(depth(lower, depths), depth(upper, depths), depth(step, depths))
    case .constant, .name: return 0
    }
  }

  private func deepest(_ keywords: NodeList<NodeID<Keyword>>, _ depths: [Int32]) -> Int32 {
    var result: Int32 = 0
    for raw in ast.raws(keywords) { result = max(result, depth(ast.keywords[Int(raw)].value, depths)) }
    return result
  }

  /// Depth below a statement through its blocks; expressions that hang directly on it count too.
  private func statementDepth(_ node: Stmt, _ depths: [Int32], _ statements: [Int32]) -> Int32 {
    func block(_ list: NodeList<StmtID>) -> Int32 {
      var result: Int32 = 0
      for raw in ast.raws(list) { result = max(result, statements[Int(raw)]) }
      return result
    }
    switch node {
    case .functionDef(let id), .asyncFunctionDef(let id):
      let function = ast[id]
      return max(
        block(function.body), deepest(function.decorators, depths), depth(function.returns, depths),
        argumentsDepth(function.args, depths))
    case .classDef(let id):
      let definition = ast[id]
      return max(
        block(definition.body), deepest(definition.decorators, depths), deepest(definition.bases, depths),
        deepest(definition.keywords, depths))
    case .return(let value), .expr(let value): return depth(value, depths)
    case .delete(let targets): return deepest(targets, depths)
    case .assign(let targets, let value): return max(deepest(targets, depths), depth(value, depths))
    case .typeAlias(_, _, let value): return depth(value, depths)
    case .augAssign(let target, _, let value): return max(depth(target, depths), depth(value, depths))
    case .annAssign(let target, let annotation, let value, _):
      return max(depth(target, depths), depth(annotation, depths), depth(value, depths))
    case .for(let target, let iter, let body, let orElse), .asyncFor(let target, let iter, let body, let orElse):
      return max(depth(target, depths), depth(iter, depths), block(body), block(orElse))
    case .while(let test, let body, let orElse), .if(let test, let body, let orElse):
      return max(depth(test, depths), block(body), block(orElse))
    case .with(let items, let body), .asyncWith(let items, let body):
      var result = block(body)
      for raw in ast.raws(items) {
        let item = ast.withItems[Int(raw)]
        result = max(result, depth(item.contextExpr, depths), depth(item.optionalVars, depths))
      }
      return result
    case .match(let subject, let cases):
      var result = depth(subject, depths)
      for raw in ast.raws(cases) {
        let item = ast.matchCases[Int(raw)]
        result = max(result, depth(item.guardExpr, depths), block(item.body))
      }
      return result
    case .raise(let exception, let cause): return max(depth(exception, depths), depth(cause, depths))
    case .try(let id), .tryStar(let id):
      let node = ast[id]
      var result = max(block(node.body), block(node.orElse), block(node.finalBody))
      for raw in ast.raws(node.handlers) { result = max(result, block(ast.handlers[Int(raw)].body)) }
      return result
    case .assert(let test, let message): return max(depth(test, depths), depth(message, depths))
    case .import, .importFrom, .global, .nonlocal, .pass, .break, .continue: return 0
    }
  }
}
