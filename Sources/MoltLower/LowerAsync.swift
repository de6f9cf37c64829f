import MoltIR
import MoltSpec
import MoltSyntax

// Delegation to inner iterators (`yield from`, `await`), and what asynchronous functions add to statements.

extension FunctionLowerer {
  /// Whether `await`, `async for` and `async with` may stand in the function that is being lowered.
  var isAsync: Bool { context.scopes[functionScope].isAsync }

  /// In a module with coroutine functions: the statement that begins is where a coroutine may be dropped.
  func notePlace() {
    if !context.tracksPlaces { return }
    emit(.place)
    function[function[current].instructions.last!].position = position(currentSpan)
  }

  // MARK: Yielding

  private func mayYield(_ span: Span) -> Bool {
    let kind = context.scopes[functionScope].kind
    if kind != .module && kind != .classBody { return true }
    context.report(.syntaxError, "'yield' outside function", span)
    return false
  }

  func lowerYield(_ value: ExprID, _ span: Span) -> ValueID {
    if !mayYield(span) { return none() }
    let result = value.isNone ? none() : lower(value)
    if function.suspension == .asyncGenerator { emit(.frameItem) }
    return emit(.yield, [result])
  }

  func lowerYieldFrom(_ value: ExprID, _ span: Span) -> ValueID {
    if !mayYield(span) { return none() }
    if isAsync {
      context.report(.syntaxError, "'yield from' inside async function", span)
      return none()
    }
    let iterable = lower(value)
    return delegate(to: emit(.delegateIterator, [iterable, emit(.function)]))
  }

  func lowerAwait(_ value: ExprID, _ span: Span) -> ValueID {
    let kind = context.scopes[functionScope].kind
    if kind == .module || kind == .classBody {
      context.report(.syntaxError, "'await' outside function", span)
    } else if !isAsync {
      context.report(.syntaxError, "'await' outside async function", span)
    }
    return awaited(lower(value))
  }

  /// Where what is awaited comes from, which messages about it say; the raw values are those of `molt_awaitable`.
  enum AwaitOrigin: Int64 {
    case expression, asyncEnter, asyncExit
  }

  /// The result of awaiting a value.
  func awaited(_ value: ValueID, _ origin: AwaitOrigin = .expression) -> ValueID {
    delegate(to: emit(.awaitable, [value], immediate: origin.rawValue))
  }

  /// Runs through an iterator, passing on what it yields and what is sent or thrown in; gives what it returns.
  func delegate(to iterator: ValueID) -> ValueID {
    let sent = newTemporary()
    write(sent, none())
    let loop = newBlock()
    let thrown = newBlock()
    let yielded = newBlock()
    let done = newBlock()
    begin(loop)
    let step = emit(.delegate, [iterator, read(sent)])
    let value = emit(.take, [step], immediate: 0)
    branch(emit(.delegateDone, [step]), done, yielded)
    beginSealed(yielded)
    // An exception that is thrown in here goes to the inner iterator, as the null that is "sent".
    let outside = unwindTarget
    unwindTarget = thrown
    split()
    emit(.frameDelegate, [iterator])
    function[function[current].instructions.last!].position = position(currentSpan)
    let received = emit(.yield, [value])
    function[function[current].instructions.last!].position = Instruction.noPosition
    unwindTarget = outside
    split()
    write(sent, received)
    jump(loop)
    seal(thrown)
    begin(thrown)
    write(sent, null())
    jump(loop)
    seal(loop)
    beginSealed(done)
    return value
  }

  // MARK: async for

  func lowerAsyncFor(
    _ target: ExprID, _ iter: ExprID, _ body: NodeList<StmtID>, _ orElse: NodeList<StmtID>, _ span: Span
  ) {
    if !isAsync { context.report(.syntaxError, "'async for' outside async function", span) }
    let iterable = lower(iter)
    let iterator = emit(.asyncIter, [iterable])
    let header = newBlock()
    let exhausted = newBlock()
    let end = newBlock()
    begin(header)
    assignTarget(target, asyncItem(of: iterator, orTo: exhausted))
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

  /// The next item of an asynchronous iterator; at its end control goes to `exhausted`.
  func asyncItem(of iterator: ValueID, orTo exhausted: BlockID) -> ValueID {
    let stopped = newBlock()
    let found = newBlock()
    let item = newTemporary()
    protected(by: stopped) { write(item, delegate(to: emit(.asyncNext, [iterator]))) }
    let value = read(item)
    jump(found)
    seal(stopped)
    begin(stopped)
    emit(.asyncForEnd)
    function[function[current].instructions.last!].position = Instruction.noPosition
    jump(exhausted)
    beginSealed(found)
    return value
  }
}
