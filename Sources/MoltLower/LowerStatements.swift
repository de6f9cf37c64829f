import MoltIR
import MoltSyntax

// Statements other than definitions: control flow, loops, return, assert, imports.

extension FunctionLowerer {
  func statements(_ list: NodeList<StmtID>) {
    for statement in ast.list(list) {
      at(ast.span(statement)) {
        notePlace()
        lowerStatement(statement)
      }
    }
  }

  private func lowerStatement(_ id: StmtID) {
    switch ast[id] {
    case .functionDef(let node), .asyncFunctionDef(let node): functionDefinition(node, ast.span(id))
    case .classDef(let node): classDefinition(node, ast.span(id))
    case .return(let value): lowerReturn(value, ast.span(id))
    case .delete(let targets): for target in ast.list(targets) { lowerDelete(target) }
    case .assign(let targets, let value): lowerAssign(ast.list(targets), value)
    case .augAssign(let target, let op, let value): lowerAugmentedAssign(target, op, value)
    case .annAssign(let target, let annotation, let value, let isSimple):
      lowerAnnotatedAssign(target, annotation, value, isSimple: isSimple)
    case .for(let target, let iter, let body, let orElse): lowerFor(target, iter, body, orElse)
    case .while(let test, let body, let orElse): lowerWhile(test, body, orElse)
    case .if(let test, let body, let orElse): lowerIf(test, body, orElse)
    case .with(let items, let body): lowerWith(ast.list(items)[...], body)
    case .match(let subject, let cases): lowerMatch(subject, ast.list(cases))
    case .raise(let exception, let cause): lowerRaise(exception, cause)
    case .try(let node): lowerTry(ast[node])
    case .assert(let test, let message): lowerAssert(test, message)
    case .import(let aliases): for alias in ast.list(aliases) { lowerImport(ast[alias]) }
    case .importFrom(let module, let aliases, let level):
      lowerImportFrom(module, ast.list(aliases), Int(level), ast.span(id))
    case .global, .nonlocal, .pass: break
    case .expr(let value):
      if context.mode == .single, functionScope.raw == 0 {
        emit(.display, [lower(value)])
        return
      }
      if case .constant = ast[value] { return }
      _ = lower(value)
    case .break: leaveLoop(isBreak: true, ast.span(id))
    case .continue: leaveLoop(isBreak: false, ast.span(id))
    case .asyncFor(let target, let iter, let body, let orElse):
      lowerAsyncFor(target, iter, body, orElse, ast.span(id))
    case .asyncWith(let items, let body):
      if !isAsync { context.report(.syntaxError, "'async with' outside async function", ast.span(id)) }
      lowerWith(ast.list(items)[...], body, isAsync: true)
    case .tryStar(let node): lowerTry(ast[node], isStar: true)
    case .typeAlias(let name, let parameters, let value): typeAlias(id, name, parameters, value)
    }
  }

  // MARK: Conditions and loops

  private func lowerIf(_ test: ExprID, _ body: NodeList<StmtID>, _ orElse: NodeList<StmtID>) {
    let onTrue = newBlock()
    let end = newBlock()
    let onFalse = orElse.isEmpty ? end : newBlock()
    branchOnTest(test, onTrue, onFalse)
    beginSealed(onTrue)
    statements(body)
    jump(end)
    if !orElse.isEmpty {
      beginSealed(onFalse)
      statements(orElse)
      jump(end)
    }
    beginSealed(end)
  }

  /// As `condition`, with constant tests decided here.
  private func branchOnTest(_ test: ExprID, _ onTrue: BlockID, _ onFalse: BlockID) {
    if let known = constantTruth(test) {
      jump(known ? onTrue : onFalse)
    } else {
      condition(test, onTrue, onFalse)
    }
  }

  private func constantTruth(_ id: ExprID) -> Bool? {
    switch ast[id] {
    case .constant(let value, _):
      switch value {
      case .none, .false: return false
      case .true, .ellipsis, .bigInt: return true
      case .int(let number): return number != 0
      case .str(let text), .bytes(let text): return !ast.bytes(text).isEmpty
      case .float, .imaginary: return nil
      }
    case .name(let symbol, _):
      return ast.text(symbol) == "__debug__" ? true : nil
    default: return nil
    }
  }

  private func lowerWhile(_ test: ExprID, _ body: NodeList<StmtID>, _ orElse: NodeList<StmtID>) {
    let header = newBlock()
    let inside = newBlock()
    let exhausted = newBlock()
    let end = newBlock()
    begin(header)
    branchOnTest(test, inside, exhausted)
    beginSealed(inside)
    exits.append(.loop(breakTo: end, continueTo: header, iterator: .none))
    nested(currentSpan) { statements(body) }
    exits.removeLast()
    jump(header)
    seal(header)
    beginSealed(exhausted)
    statements(orElse)
    jump(end)
    beginSealed(end)
  }

  private func lowerFor(_ target: ExprID, _ iter: ExprID, _ body: NodeList<StmtID>, _ orElse: NodeList<StmtID>) {
    let iterable = lower(iter)
    let header = newBlock()
    let inside = newBlock()
    let exhausted = newBlock()
    let end = newBlock()
    let iterator = emit(.iter, [iterable])
    begin(header)
    let value = emit(.next, [iterator])
    branchNull(value, exhausted, inside)
    beginSealed(inside)
    assignTarget(target, emit(.unwrap, [value]))
    exits.append(.loop(breakTo: end, continueTo: header, iterator: iterator))
    nested(currentSpan) { statements(body) }
    exits.removeLast()
    jump(header)
    seal(header)
    beginSealed(exhausted)
    statements(orElse)
    jump(end)
    beginSealed(end)
  }

  private func leaveLoop(isBreak: Bool, _ span: Span) {
    guard let index = exits.lastIndex(where: { if case .loop = $0 { true } else { false } }),
      case .loop(let breakTo, let continueTo, let iterator) = exits[index]
    else {
      if leavesExceptStar(downTo: 0, span) { return }
      context.report(.syntaxError, isBreak ? "'break' outside loop" : "'continue' not properly in loop", span)
      return
    }
    if leavesExceptStar(downTo: index, span) { return }
    leave(downTo: index + 1) {
      if isBreak && !iterator.isNone { emit(.keep, [iterator]) }
      jump(isBreak ? breakTo : continueTo)
    }
  }

  /// Runs the clean-ups of the exits from the innermost down to index `depth`, then `transfer`.
  private func leave(downTo depth: Int, _ transfer: () -> Void) {
    let savedExits = exits
    let savedUnwind = unwindTarget
    // What runs on the way out is not inside of what is left.
    let savedDepth = blockDepth
    blockDepth = 0
    while exits.count > depth {
      switch exits.removeLast() {
      case .cleanup(let outside, let body):
        unwindTarget = outside
        split()
        body(self)
      case .loop(_, _, let iterator):
        if !iterator.isNone { emit(.keep, [iterator]) }
      case .exceptStar: break
      }
    }
    transfer()
    exits = savedExits
    unwindTarget = savedUnwind
    blockDepth = savedDepth
  }

  // MARK: Leaving the function

  private func lowerReturn(_ value: ExprID, _ span: Span) {
    let kind = context.scopes[functionScope].kind
    if kind == .module || kind == .classBody {
      context.report(.syntaxError, "'return' outside function", span)
      return
    }
    if !value.isNone, function.suspension == .asyncGenerator {
      context.report(.syntaxError, "'return' with value in async generator", span)
      return
    }
    if leavesExceptStar(downTo: 0, returnSpan(value, span)) { return }
    let result = value.isNone ? none() : lower(value)
    leave(downTo: 0) { emitReturn(result) }
  }

  /// What CPython points at when a `return` must not be where it is: a constant in the same line, else the statement.
  private func returnSpan(_ value: ExprID, _ span: Span) -> Span {
    guard !value.isNone, case .constant = ast[value],
      ast.position(ast.span(value).start).line == ast.position(span.start).line
    else { return span }
    return ast.span(value)
  }

  /// Ends the function: its variables live to this point, as they do in CPython's frames.
  func emitReturn(_ result: ValueID) {
    let own = context.scopes[functionScope]
    if context.tracksPlaces { emit(.placeLeave) }
    if own.kind.hasLocals {
      for name in own.order {
        // The caller keeps the arguments alive; a generator's frame owns its own.
        let isParameter = own.flags[name]?.contains(.parameter) ?? false
        guard let variable = own.variables[name], !isParameter || function.isSuspendable else { continue }
        let value = context.scopes.isCell(name, of: functionScope) ? cell(variable) : read(variable)
        if value != unbound && value != result { emit(.keep, [value]) }
      }
    }
    terminate(.ret, [result], [])
  }

  // MARK: Simple statements

  private func lowerRaise(_ exception: ExprID, _ cause: ExprID) {
    if exception.isNone {
      emit(.reraise)
    } else {
      let value = lower(exception)
      emit(.raise, [value, cause.isNone ? null() : lower(cause)])
    }
    terminate(.unreachable, [], [])
  }

  private func lowerAssert(_ test: ExprID, _ message: ExprID) {
    warnOfAssertion(test, currentSpan)
    let failed = newBlock()
    let end = newBlock()
    condition(test, end, failed)
    beginSealed(failed)
    let text = message.isNone ? null() : lower(message)
    emit(.raiseAssertion, [text])
    terminate(.unreachable, [], [])
    beginSealed(end)
  }

  // MARK: Imports

  private func lowerImport(_ alias: Alias) {
    let dotted = ast.bytes(alias.name)
    let module = emit(.importModule, constant: context.constant(.str(dotted)))
    if !alias.asName.isNone {
      store(name(alias.asName), module)
      return
    }
    let top = Array(dotted.prefix { $0 != 0x2e })
    let target = top.count == dotted.count ? module : emit(.importModule, constant: context.constant(.str(top)))
    store(context.names.name(top), target)
  }

  private func lowerImportFrom(_ module: Symbol, _ aliases: [NodeID<Alias>], _ level: Int, _ span: Span) {
    let written = module.isNone ? [] : ast.bytes(module)
    if level == 0, written == Array("__future__".utf8), !askForFeatures(aliases, span) { return }
    let source = emit(.importModule, constant: context.constant(.str(absoluteName(written, level))))
    for alias in aliases {
      let node = ast[alias]
      if ast.bytes(node.name) == [0x2a] {
        // Elsewhere it was reported already.
        if context.scopes[functionScope].kind != .module { return }
        if context.mode.hasNamespace {
          emit(.importStarInto, [namespace, source])
        } else {
          emit(.importStar, [source])
        }
        return
      }
      let value = emit(.importFrom, [source], constant: context.constant(.str(ast.bytes(node.name))))
      store(name(node.asName.isNone ? node.name : node.asName), value)
    }
  }

  /// What `from __future__ import …` changes; false: it is an error.
  private func askForFeatures(_ aliases: [NodeID<Alias>], _ span: Span) -> Bool {
    guard context.leadingFutures.contains(span.start) else {
      context.report(.syntaxError, "from __future__ imports must occur at the beginning of the file", span)
      return false
    }
    for alias in aliases {
      let feature = ast.text(ast[alias].name)
      guard FunctionLowerer.features.contains(feature) else {
        let problem = feature == "braces" ? "not a chance" : "future feature \(feature) is not defined"
        // CPython points at the statement's first character only.
        context.report(.syntaxError, problem, Span(start: span.start, end: span.start))
        return false
      }
      if feature == "annotations" { context.annotationsAreStrings = true }
    }
    return true
  }

  /// All but the last change nothing any more.
  private static let features: Set<String> = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
    "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
  ]

  /// A relative name made absolute. One that leads out of every package raises at run time: it becomes "." where there
  /// is no package to start from, ".." beyond the top-level package.
  private func absoluteName(_ written: [UInt8], _ level: Int) -> [UInt8] {
    if level == 0 { return written }
    var base = context.package
    for _ in 1..<level {
      guard let dot = base.lastIndex(of: 0x2e) else {
        base = []
        break
      }
      base.removeSubrange(dot...)
    }
    if base.isEmpty { return context.package.isEmpty ? [0x2e] : [0x2e, 0x2e] }
    return written.isEmpty ? base : base + [0x2e] + written
  }
}
