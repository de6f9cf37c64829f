import MoltIR
import MoltSyntax

// `try` with `except*` (PEP 654): each clause takes its part out of what was raised, and what the clauses raise is raised
// together with what is left.

extension FunctionLowerer {
  func tryExceptStar(_ node: Try) {
    let handler = newBlock()
    let end = newBlock()
    let outside = unwindTarget
    protected(by: handler) { nested(currentSpan) { statements(node.body) } }
    statements(node.orElse)
    jump(end)
    handling(handler) { exception, previous in
      let rest = emit(.newCell, [exception])
      let raised = emit(.newList)
      for clause in ast.list(node.handlers) { self.starClause(ast[clause], rest, raised) }
      emit(.listAppend, [raised, emit(.unwrap, [emit(.cellLoad, [rest])])])
      let result = emit(.groupRest, [exception, raised])
      let nothing = newBlock()
      let something = newBlock()
      branch(emit(.isSame, [result, none()]), nothing, something)
      beginSealed(nothing)
      leaveHandler(previous, outside: outside) { jump(end) }
      beginSealed(something)
      leaveHandler(previous, outside: outside) { restore(result) }
    }
    beginSealed(end)
  }

  /// One clause: `rest` is the cell of what no clause has taken yet, `raised` the list of what clauses raised.
  private func starClause(_ clause: ExceptHandler, _ rest: ValueID, _ raised: ValueID) {
    let type = lower(clause.type)
    let parts = at(clause.span) {
      emit(.groupMatch, [emit(.unwrap, [emit(.cellLoad, [rest])]), type], immediate: 2)
    }
    let (match, left) = (emit(.take, [parts], immediate: 0), emit(.take, [parts], immediate: 1))
    emit(.cellStore, [rest, left])
    let taken = newBlock()
    let next = newBlock()
    branch(emit(.isSame, [match, none()]), next, taken)
    beginSealed(taken)
    // While the clause runs, its part is the exception that is being handled.
    let outer = emit(.enterHandler, [match])
    let failed = newBlock()
    exits.append(.exceptStar)
    protected(by: failed) {
      nested(clause.span, levels: 2) {
        if clause.name.isNone {
          statements(clause.body)
        } else {
          checkBinds(clause.name, clause.span)
          namedHandler(name(clause.name), match, clause.body)
        }
      }
    }
    exits.removeLast()
    emit(.leaveHandler, [outer])
    jump(next)
    seal(failed)
    begin(failed)
    let error = emit(.takeException)
    emit(.leaveHandler, [outer])
    emit(.listAppend, [raised, error])
    jump(next)
    beginSealed(next)
  }

  /// Reports a way out of an `except*` block that would lose what is left of the exception; true: it is one.
  func leavesExceptStar(downTo depth: Int, _ span: Span) -> Bool {
    guard exits[depth...].contains(where: { if case .exceptStar = $0 { true } else { false } }) else { return false }
    context.report(.syntaxError, "'break', 'continue' and 'return' cannot appear in an except* block", span)
    return true
  }
}
