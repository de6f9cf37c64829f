import MoltIR
import MoltSyntax

// List, tuple, set and dict displays, comprehensions, generator expressions.

extension FunctionLowerer {
  private func isStarred(_ id: ExprID) -> Bool {
    if case .starred = ast[id] { true } else { false }
  }

  /// The constant index of an expression that is a constant, or a tuple of constants.
  func constantIndex(_ id: ExprID) -> UInt32? {
    switch ast[id] {
    case .constant(let value, _): return context.constant(lowerConstant(value))
    case .tuple(let elements, _):
      var items: [UInt32] = []
      for element in ast.list(elements) {
        guard let item = constantIndex(element) else { return nil }
        items.append(item)
      }
      return context.constant(.tuple(items))
    default: return nil
    }
  }

  private func constantTuple(_ elements: [ExprID]) -> UInt32? {
    var items: [UInt32] = []
    for element in elements {
      guard let item = constantIndex(element) else { return nil }
      items.append(item)
    }
    return context.constant(.tuple(items))
  }

  func tuple(_ elements: [ExprID]) -> ValueID {
    if let index = constantTuple(elements) { return emit(.const, constant: index) }
    if elements.contains(where: isStarred) || elements.count > FunctionLowerer.displayLimit {
      return emit(.listToTuple, [list(elements)])
    }
    return emit(.newTuple, elements.map(lower))
  }

  /// A tuple of the elements and one more value.
  func tuple(_ elements: [ExprID], then last: ValueID) -> ValueID {
    if !elements.contains(where: isStarred) { return emit(.newTuple, elements.map(lower) + [last]) }
    let items = list(elements)
    emit(.listAppend, [items, last])
    return emit(.listToTuple, [items])
  }

  /// Longer displays are built by appending, and longer lists of arguments as one, so that no call passes an unbounded
  /// number of them.
  static let displayLimit = 64

  func list(_ elements: [ExprID]) -> ValueID {
    if elements.count > 3, let index = constantTuple(elements) {
      let result = emit(.newList)
      emit(.listExtend, [result, emit(.const, constant: index)])
      return result
    }
    let plain = elements.prefix(FunctionLowerer.displayLimit).prefix { !isStarred($0) }
    let result = emit(.newList, plain.map(lower))
    for element in elements.dropFirst(plain.count) {
      if case .starred(let value, _) = ast[element] {
        let iterable = lower(value)
        emit(.listExtend, [result, iterable])
      } else {
        emit(.listAppend, [result, lower(element)])
      }
    }
    return result
  }

  func set(_ elements: [ExprID]) -> ValueID {
    if elements.count >= 3, constantTuple(elements) != nil, elements.count <= FunctionLowerer.displayLimit {
      // CPython merges a constant frozenset into an empty set, which decides the iteration order.
      let constants = emit(.newSet, elements.map(lower))
      let result = emit(.newSet)
      emit(.setUpdate, [result, constants])
      return result
    }
    let plain = elements.prefix(FunctionLowerer.displayLimit).prefix { !isStarred($0) }
    let result = emit(.newSet, plain.map(lower))
    for element in elements.dropFirst(plain.count) {
      if case .starred(let value, _) = ast[element] {
        emit(.setUpdate, [result, lower(value)])
      } else {
        emit(.setAdd, [result, lower(element)])
      }
    }
    return result
  }

  func dict(_ keys: [ExprID], _ values: [ExprID]) -> ValueID {
    let plain = keys.prefix(FunctionLowerer.displayLimit).prefix { !$0.isNone }.count
    var pairs: [ValueID] = []
    for index in 0..<plain {
      pairs.append(lower(keys[index]))
      pairs.append(lower(values[index]))
    }
    let result = emit(.newDict, pairs)
    for index in plain..<keys.count {
      if keys[index].isNone {
        emit(.dictUpdate, [result, lower(values[index])])
      } else {
        let key = lower(keys[index])
        emit(.dictSet, [result, key, lower(values[index])])
      }
    }
    return result
  }

  // MARK: Comprehensions

  /// A list, set or dict comprehension, inlined into the running function (PEP 709).
  func comprehension(_ id: ExprID) -> ValueID {
    let generators: [NodeID<Comprehension>]
    switch ast[id] {
    case .listComp(_, let list), .setComp(_, let list), .dictComp(_, _, let list): generators = ast.list(list)
    default: return none()
    }
    let first = ast[generators[0]]
    guard let inner = context.scopes.expressions[id] else { return none() }
    if context.scopes[inner].isAsync, !isAsync {
      context.report(
        .syntaxError, "asynchronous comprehension outside of an asynchronous function", ast.span(id))
    }
    let iterator = self.iterator(first)
    let outer = scope
    scope = inner
    makeCells(inner)
    let result = showing(inner, insideOf: outer) { items(of: id, generators, iterator) }
    // The comprehension's variables end with it.
    let names = context.scopes[inner]
    for name in names.order where !context.scopes.isCell(name, of: inner) {
      guard let variable = names.variables[name] else { continue }
      let last = read(variable)
      write(variable, unbound)
      if last != unbound { emit(.keep, [last]) }
    }
    scope = outer
    return result
  }

  /// What a comprehension makes of the items that `iterator` gives its first `for`.
  private func items(of id: ExprID, _ generators: [NodeID<Comprehension>], _ iterator: ValueID) -> ValueID {
    let result: ValueID
    switch ast[id] {
    case .listComp(let element, _):
      result = emit(.newList)
      loops(generators, 0, iterator) { _ = self.emit(.listAppend, [result, self.lower(element)]) }
    case .setComp(let element, _):
      result = emit(.newSet)
      loops(generators, 0, iterator) { _ = self.emit(.setAdd, [result, self.lower(element)]) }
    case .dictComp(let key, let value, _):
      result = emit(.newDict)
      loops(generators, 0, iterator) {
        let keyValue = self.lower(key)
        _ = self.emit(.dictSet, [result, keyValue, self.lower(value)])
      }
    default: result = none()
    }
    return result
  }

  /// The iterator that a `for` of a comprehension runs through.
  private func iterator(_ generator: Comprehension) -> ValueID {
    let iterable: ValueID
    if case .list(let elements, _) = ast[generator.iter], generator.isAsync {
      // CPython makes a tuple of it, which a message about it says.
      iterable = tuple(ast.list(elements))
    } else {
      iterable = lower(generator.iter)
    }
    return emit(generator.isAsync ? .asyncIter : .iter, [iterable])
  }

  /// The nested loops of a comprehension from the `index`-th `for` on; `iterator` is that of this one.
  private func loops(
    _ generators: [NodeID<Comprehension>], _ index: Int, _ iterator: ValueID, _ body: @escaping () -> Void
  ) {
    let generator = ast[generators[index]]
    let header = newBlock()
    let item = newBlock()
    let end = newBlock()
    begin(header)
    if generator.isAsync {
      assignTarget(generator.target, asyncItem(of: iterator, orTo: end))
    } else {
      let value = emit(.next, [iterator])
      branchNull(value, end, item)
      beginSealed(item)
      assignTarget(generator.target, emit(.unwrap, [value]))
    }
    for test in ast.list(generator.ifs) {
      let next = newBlock()
      condition(test, next, header)
      beginSealed(next)
    }
    if index + 1 < generators.count {
      loops(generators, index + 1, self.iterator(ast[generators[index + 1]]), body)
    } else {
      body()
    }
    jump(header)
    seal(header)
    beginSealed(end)
  }

  func generatorExpression(_ id: ExprID) -> ValueID {
    guard case .generatorExp(let element, let list) = ast[id], let inner = context.scopes.expressions[id] else {
      return none()
    }
    let generators = ast.list(list)
    let iterator = self.iterator(ast[generators[0]])
    var function = Function(
      kind: .generatorExpression, name: "<genexpr>", qualname: qualifiedName("<genexpr>", isGlobal: false))
    function.suspension = context.scopes[inner].suspension
    function.isNested = isInsideFunction
    function.positionalCount = 1
    function.positionalOnlyCount = 1
    function.parameters = [".0"]
    function.firstLine = Int32(ast.position(ast.span(id).start).line)
    function.freeVariables = context.scopes[inner].freeNames.map(context.names.text)
    let index = context.reserveFunction(function)
    let lowerer = FunctionLowerer(context, function, scope: inner, index: index)
    lowerer.currentSpan = ast.span(id)
    lowerer.lowerGeneratorExpression(element, generators)
    let made = emit(.newFunction, [closure(for: inner), null(), null()], immediate: Int64(index))
    return emit(.call, [made, iterator], immediate: 1)
  }

  private func lowerGeneratorExpression(_ element: ExprID, _ generators: [NodeID<Comprehension>]) {
    let iterator = function.newValue(.value)
    function[BlockID(raw: 0)].parameters.append(iterator)
    makeCells(functionScope)
    enterFrame([context.names.name(".0"): iterator])
    loops(generators, 0, iterator) {
      let value = self.lower(element)
      self.at(self.ast.span(element)) {
        if self.function.suspension == .asyncGenerator { self.emit(.frameItem) }
        self.emit(.yield, [value])
      }
    }
    emitReturn(none())
    finish()
  }

  // MARK: Formatted strings

  /// An f-string.
  func joinedString(_ values: [ExprID]) -> ValueID {
    // Each part that may raise releases those before it. In halves there are few of them, however long the string is.
    let most = 64
    if values.count > most {
      let middle = values.count / 2
      let first = joinedString(Array(values[..<middle]))
      return emit(.concat, [first, joinedString(Array(values[middle...]))])
    }
    var parts: [ValueID] = []
    for value in values {
      switch ast[value] {
      case .formattedValue(let inner, let conversion, let spec):
        let operand = lower(inner)
        let format =
          if spec.isNone { null() } else if case .joinedStr(let list) = ast[spec] { joinedString(ast.list(list)) } else
          {
            lower(spec)
          }
        parts.append(at(ast.span(value)) { emit(.format, [operand, format], immediate: Int64(conversion.rawValue)) })
      default: parts.append(lower(value))
      }
    }
    if parts.isEmpty { return constant(.str([])) }
    return parts.count == 1 ? parts[0] : emit(.concat, parts)
  }
}
