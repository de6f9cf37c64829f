import MoltSpec
import MoltIR
import MoltSpec
import MoltSyntax

// try, with: statements that see exceptions pass by.

extension FunctionLowerer {
  /// - Parameter isStar: the handlers are `except*`.
  func lowerTry(_ node: Try, isStar: Bool = false) {
    func handled(_ lowerer: FunctionLowerer) {
      if isStar { lowerer.tryExceptStar(node) } else { lowerer.tryExcept(node) }
    }
    if node.finalBody.isEmpty {
      handled(self)
    } else if node.handlers.isEmpty {
      tryFinally(node.finalBody) { $0.statements(node.body) }
    } else {
      tryFinally(node.finalBody) { handled($0) }
    }
  }

  /// Lowers `body` so that its exceptions go to `handler`, and ends in the context outside.
  func protected(by handler: BlockID, _ body: () -> Void) {
    let outside = unwindTarget
    unwindTarget = handler
    split()
    body()
    unwindTarget = outside
    split()
  }

  /// Begins the handler block: the exception is taken and becomes the handled one. What `body` raises leaves the
  /// handler first. `body` gets the exception and ends by `leaveHandler` itself.
  func handling(_ handler: BlockID, _ body: (ValueID, ValueID) -> Void) {
    seal(handler)
    begin(handler)
    let exception = emit(.takeException)
    let previous = emit(.enterHandler, [exception])
    let cleanup = newBlock()
    let outside = unwindTarget
    let leave = leaveOpcode
    exits.append(.cleanup(unwindOutside: outside) { $0.emit(leave, [previous]) })
    unwindTarget = cleanup
    split()
    handlerDepth += 1
    body(exception, previous)
    handlerDepth -= 1
    unwindTarget = outside
    exits.removeLast()
    seal(cleanup)
    // Whatever body ended with, nothing falls through into the clean-up.
    terminate(.unreachable, [], [])
    begin(cleanup)
    let raised = emit(.takeException)
    emit(leave, [previous])
    restore(raised)
  }

  /// How the handler around this place is left.
  private var leaveOpcode: Opcode { function.isSuspendable && handlerDepth == 0 ? .leaveOuterHandler : .leaveHandler }

  /// Raises an exception again without another traceback entry.
  func restore(_ exception: ValueID) {
    emit(.restoreException, [exception])
    function[function[current].instructions.last!].position = Instruction.noPosition
    terminate(.unreachable, [], [])
  }

  /// Leaves the handler in the context outside and runs `body` there.
  func leaveHandler(_ previous: ValueID, outside: BlockID, _ body: () -> Void) {
    let saved = unwindTarget
    unwindTarget = outside
    split()
    // The body of the handler is lowered one level deeper than what leaves it.
    let depth = handlerDepth
    handlerDepth -= 1
    emit(leaveOpcode, [previous])
    body()
    handlerDepth = depth
    unwindTarget = saved
  }

  private func tryExcept(_ node: Try) {
    let handler = newBlock()
    let end = newBlock()
    let outside = unwindTarget
    protected(by: handler) { nested(currentSpan) { statements(node.body) } }
    statements(node.orElse)
    jump(end)
    handling(handler) { exception, previous in
      let clauses = ast.list(node.handlers)
      for clause in clauses {
        let value = ast[clause]
        let next = newBlock()
        if value.type.isNone && clause != clauses.last {
          context.report(.syntaxError, "default 'except:' must be last", value.span)
        }
        if !value.type.isNone {
          let inside = newBlock()
          let type = lower(value.type)
          let matches = at(value.span) { emit(.exceptionMatches, [exception, type]) }
          branch(matches, inside, next)
          beginSealed(inside)
        }
        nested(value.span, levels: 2) {
          if value.name.isNone {
            statements(value.body)
          } else {
            checkBinds(value.name, value.span)
            namedHandler(name(value.name), exception, value.body)
          }
        }
        leaveHandler(previous, outside: outside) { jump(end) }
        if value.type.isNone { return }
        beginSealed(next)
      }
      leaveHandler(previous, outside: outside) { restore(exception) }
    }
    beginSealed(end)
  }

  /// The body of `except … as name`: the name is unbound on every way out.
  func namedHandler(_ name: Name, _ exception: ValueID, _ body: NodeList<StmtID>) {
    store(name, exception)
    let cleanup = newBlock()
    let outside = unwindTarget
    exits.append(.cleanup(unwindOutside: outside) { $0.clear(name) })
    protected(by: cleanup) { statements(body) }
    exits.removeLast()
    clear(name)
    let end = newBlock()
    jump(end)
    seal(cleanup)
    begin(cleanup)
    let raised = emit(.takeException)
    clear(name)
    restore(raised)
    beginSealed(end)
  }

  private func tryFinally(_ finalBody: NodeList<StmtID>, _ body: (FunctionLowerer) -> Void) {
    let handler = newBlock()
    let end = newBlock()
    let outside = unwindTarget
    exits.append(.cleanup(unwindOutside: outside) { $0.statements(finalBody) })
    protected(by: handler) { nested(currentSpan) { body(self) } }
    exits.removeLast()
    statements(finalBody)
    jump(end)
    handling(handler) { exception, previous in
      nested(currentSpan) { statements(finalBody) }
      leaveHandler(previous, outside: outside) { restore(exception) }
    }
    beginSealed(end)
  }

  // MARK: with

  /// - Parameter isAsync: it is an `async with`.
  func lowerWith(_ items: ArraySlice<NodeID<WithItem>>, _ body: NodeList<StmtID>, isAsync: Bool = false) {
    guard let first = items.first else {
      statements(body)
      return
    }
    let item = ast[first]
    let manager = lower(item.contextExpr)
    // What goes wrong is shown at the whole statement.
    let span = currentSpan
    let entered = emit(isAsync ? .asyncWithEnter : .withEnter, [manager])
    let result = emit(.take, [entered], immediate: 0)
    let exit = emit(.take, [entered], immediate: 1)
    let value = isAsync ? awaited(result, .asyncEnter) : result
    let handler = newBlock()
    let end = newBlock()
    let outside = unwindTarget
    exits.append(
      .cleanup(unwindOutside: outside) { lowerer in
        lowerer.at(span) { lowerer.leaveWith(exit, isAsync: isAsync) }
      })
    protected(by: handler) {
      nested(span) {
        if !item.optionalVars.isNone { assignTarget(item.optionalVars, value) }
        lowerWith(items.dropFirst(), body, isAsync: isAsync)
      }
    }
    exits.removeLast()
    leaveWith(exit, isAsync: isAsync)
    jump(end)
    handling(handler) { exception, previous in
      let isSwallowed =
        isAsync
        ? emit(.truth, [awaited(emit(.asyncWithExit, [exit, exception]), .asyncExit)])
        : emit(.withExit, [exit, exception])
      let swallowed = newBlock()
      let raised = newBlock()
      branch(isSwallowed, swallowed, raised)
      beginSealed(swallowed)
      leaveHandler(previous, outside: outside) { jump(end) }
      beginSealed(raised)
      leaveHandler(previous, outside: outside) { restore(exception) }
    }
    beginSealed(end)
  }

  /// Calls the bound exit method of a manager whose block ended without an exception.
  private func leaveWith(_ exit: ValueID, isAsync: Bool) {
    if isAsync {
      _ = awaited(emit(.asyncWithExit, [exit, none()]), .asyncExit)
    } else {
      emit(.withExit, [exit, none()])
    }
  }
}
