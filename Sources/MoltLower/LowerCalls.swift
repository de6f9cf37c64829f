import MoltIR
import MoltSyntax

// Calls: positional, keyword and spread arguments, method calls, zero-argument super.

extension FunctionLowerer {
  func call(
    _ id: ExprID, _ function: ExprID, _ args: [ExprID], _ keywords: [NodeID<Keyword>]
  ) -> ValueID {
    checkKeywords(keywords)
    warnOfCall(function)
    if isSpread(args, keywords) {
      return spreadCall(lower(function), args, keywords)
    }
    if case .attribute(let object, let attribute, _) = ast[function] {
      return methodCall(function, object, name(attribute), args, keywords)
    }
    if args.isEmpty, keywords.isEmpty, case .name(let symbol, _) = ast[function], ast.text(symbol) == "super",
      let result = zeroArgumentSuper(function)
    {
      return result
    }
    let callee = lower(function)
    let (values, names) = arguments(args, keywords)
    if keywords.isEmpty, functionScope.raw != 0 || !namespace.isNone, case .name(let symbol, _) = ast[function],
      mayAskForVariables(ast.text(symbol), args.count), isGlobal(binding(name(symbol)))
    {
      return emit(.localsCall, [callee, namespace.isNone ? variables() : namespace] + values)
    }
    return emit(.call, [callee] + values, immediate: Int64(args.count), constant: names)
  }

  /// Whether a built-in function of that name looks at the caller's variables when it has that many arguments.
  private func mayAskForVariables(_ name: String, _ count: Int) -> Bool {
    switch name {
    case "locals", "vars", "dir": count == 0
    case "eval", "exec": (1...3).contains(count)
    default: false
    }
  }

  /// The name means a global or a builtin, perhaps after a look into the namespace of a class body.
  private func isGlobal(_ binding: Binding) -> Bool {
    switch binding {
    case .classBody(let fallback), .seenClass(_, let fallback): return isGlobal(fallback)
    default: return binding == .global
    }
  }

  /// The dict of the running function's bound variables: its own, then those of enclosing functions that it uses. One
  /// run of a function has one such dict, brought up to date each time (`PyFrame_FastToLocalsWithError` of
  /// Objects/frameobject.c), so that what `exec` adds to it stays there.
  private func variables() -> ValueID {
    if context.keepsFrames { return emit(.frameLocals) }
    let dict = emit(.namespaceOpen, [read(namespaceVariable)])
    write(namespaceVariable, dict)
    var scopes: [ScopeID] = [scope]
    while let at = scopes.last, at != functionScope, let parent = context.scopes[at].parent { scopes.append(parent) }
    forgetComprehensions(dict, around: scopes)
    for id in scopes.reversed() {
      let own = context.scopes[id]
      for name in own.order where own.binds(name) {
        guard let variable = own.variables[name] else { continue }
        let value = context.scopes.isCell(name, of: id) ? emit(.cellLoad, [cell(variable)]) : read(variable)
        emit(.namespaceAdd, [dict, value], constant: context.constant(name))
      }
    }
    for (index, name) in context.scopes[functionScope].freeNames.enumerated() where isShown(name) {
      let value = emit(.cellLoad, [emit(.closureCell, immediate: Int64(index))])
      emit(.namespaceAdd, [dict, value], constant: context.constant(name))
    }
    return dict
  }

  /// Takes the variables of comprehensions of this function that are not running out of the dict of its variables.
  private func forgetComprehensions(_ dict: ValueID, around running: [ScopeID]) {
    let table = context.scopes
    for index in table.scopes.indices {
      let id = ScopeID(raw: UInt32(index))
      guard table[id].kind == .comprehension, !running.contains(id), table.runner(of: id) == functionScope else {
        continue
      }
      for name in table[id].order where table[id].binds(name) && !table[functionScope].binds(name) {
        emit(.namespaceAdd, [dict, null()], constant: context.constant(name))
      }
    }
  }

  /// Whether the arguments are collected first: some of them are unpacked, or they are too many to be passed one by one.
  private func isSpread(_ args: [ExprID], _ keywords: [NodeID<Keyword>]) -> Bool {
    args.count + keywords.count > FunctionLowerer.displayLimit
      || args.contains { if case .starred = ast[$0] { true } else { false } }
      || keywords.contains { ast[$0].name.isNone }
  }

  /// The values of plain arguments in order, and the constant that names the last of them.
  private func arguments(_ args: [ExprID], _ keywords: [NodeID<Keyword>]) -> ([ValueID], UInt32) {
    var values = args.map(lower)
    if keywords.isEmpty { return (values, Instruction.noConstant) }
    var names: [UInt32] = []
    for keyword in keywords {
      names.append(context.constant(.str(ast.bytes(ast[keyword].name))))
      values.append(lower(ast[keyword].value))
    }
    return (values, context.constant(.tuple(names)))
  }

  private func methodCall(
    _ method: ExprID, _ object: ExprID, _ attribute: Name, _ args: [ExprID], _ keywords: [NodeID<Keyword>]
  ) -> ValueID {
    let receiver = lower(object)
    let functionSpan = attributeSpan(method)
    let attributeName = context.constant(attribute)
    // Looking the method up after the arguments can only be told from doing it before where evaluating them does
    // something.
    let isOrderVisible =
      args.contains { !isInert($0) } || keywords.contains { !isInert(ast[$0].value) }
    if !isOrderVisible {
      let start = function[current].instructions.count
      let (values, names) = arguments(args, keywords)
      if names == Instruction.noConstant {
        let end = function[current].instructions.count
        let result = emit(.callMethod, [receiver] + values, immediate: Int64(args.count), constant: attributeName)
        function[function[current].instructions.last!].position = callPosition(method)
        if start != end {
          methodCalls.append(MethodCall(block: current, arguments: start..<end, attribute: functionSpan))
        }
        return result
      }
    }
    let loaded = at(functionSpan) {
      emit(.loadMethod, [receiver], immediate: 2, constant: attributeName)
    }
    let callee = emit(.take, [loaded], immediate: 0)
    let bound = emit(.take, [loaded], immediate: 1, result: .optional)
    let (values, names) = arguments(args, keywords)
    let result = emit(.callLoaded, [callee, bound] + values, immediate: Int64(args.count), constant: names)
    function[function[current].instructions.last!].position = callPosition(method, looksUp: false)
    return result
  }

  /// Where an attribute is looked up: the expression, or the name alone where the expression goes over several lines.
  /// CPython: Python/compile.c, update_start_location_to_match_attr.
  func attributeSpan(_ id: ExprID) -> Span {
    let span = ast.span(id)
    guard case .attribute(_, let symbol, _) = ast[id] else { return span }
    if ast.position(span.start).line == ast.position(span.end).line { return span }
    // The name's characters are counted as bytes, as CPython does.
    return Span(start: span.end - UInt32(ast.text(symbol).unicodeScalars.count), end: span.end)
  }

  /// The place of the call of a method, which is the current one. Where what comes before the method's name goes over
  /// several lines, it starts at the name.
  ///
  /// - Parameter looksUp: the operation looks the method up, too.
  private func callPosition(_ method: ExprID, looksUp: Bool = true) -> UInt32 {
    let whole = ast.position(currentSpan.end)
    let start = ast.position(attributeSpan(method).start)
    let end = ast.position(ast.span(method).end)
    var place = Position(
      line: Int32(start.line), column: Int32(start.column), endLine: Int32(whole.line), endColumn: Int32(whole.column))
    if looksUp {
      place.attributeLine = Int32(end.line)
      place.attributeColumn = Int32(end.column)
    }
    return position(place)
  }

  /// Evaluating it runs no Python code, and raises nothing but for a local variable that has no value
  /// (MethodOrder.swift).
  private func isInert(_ id: ExprID) -> Bool {
    switch ast[id] {
    case .constant: return true
    case .name(let symbol, _):
      if case .local = binding(name(symbol)) { return true }
      return false
    default: return false
    }
  }

  private func spreadCall(_ callee: ValueID, _ args: [ExprID], _ keywords: [NodeID<Keyword>]) -> ValueID {
    let positional: ValueID
    if args.count == 1, case .starred(let value, _) = ast[args[0]] {
      positional = lower(value)
    } else {
      positional = list(args)
    }
    var named = null()
    if !keywords.isEmpty {
      named = emit(.newDict)
      for keyword in keywords {
        let node = ast[keyword]
        if node.name.isNone {
          let value = lower(node.value)
          emit(.dictMerge, [named, value, callee])
        } else {
          let key = constant(.str(ast.bytes(node.name)))
          let value = lower(node.value)
          // A name that a `**` before it brought in is a duplicate.
          if isFirstSpread(before: keyword, keywords) {
            let single = emit(.newDict, [key, value])
            emit(.dictMerge, [named, single, callee])
          } else {
            emit(.dictSet, [named, key, value])
          }
        }
      }
    }
    return emit(.callSpread, [callee, positional, named])
  }

  private func isFirstSpread(before keyword: NodeID<Keyword>, _ keywords: [NodeID<Keyword>]) -> Bool {
    for other in keywords {
      if other == keyword { return false }
      if ast[other].name.isNone { return true }
    }
    return false
  }

  /// `super()` inside a method: nil where the function has no class around it, and the plain call raises.
  private func zeroArgumentSuper(_ function: ExprID) -> ValueID? {
    let own = context.scopes[functionScope]
    guard own.kind == .function || own.kind == .lambda || own.kind == .generatorExpression,
      self.function.positionalCount > 0,
      let first = own.order.first(where: { own.flags[$0]?.contains(.parameter) ?? false })
    else { return nil }
    let callee = lower(function)
    // None stands for a function without a class around it, null for one whose class is not made yet.
    let cls =
      if let index = own.freeNames.firstIndex(of: context.classCellName) {
        emit(.cellLoad, [emit(.closureCell, immediate: Int64(index))])
      } else {
        none()
      }
    let savedScope = scope
    scope = functionScope
    let receiver = load(first)
    scope = savedScope
    return emit(.superCall, [callee, cls, receiver])
  }
}
