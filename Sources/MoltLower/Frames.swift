import MoltIR
import MoltSpec

// Frames that show their variables, in programs that look at frames. There every variable of a function is in a cell, as
// those are that functions inside it use, and the function begins by making its frame, which refers to the cells.

extension FunctionLowerer {
  /// Makes the frame of a function whose cells are there. In the bodies of modules and classes, whose names are in a
  /// mapping, the frame shows that.
  ///
  /// - Parameter hidden: variables that no source names, and their values.
  func enterFrame(_ hidden: [Name: ValueID] = [:]) {
    guard context.keepsFrames else { return }
    let own = context.scopes[functionScope]
    if own.kind.hasLocals {
      for name in own.order where own.binds(name) {
        if let variable = own.variables[name] { frameCells[name] = cell(variable) }
      }
      for (index, name) in own.freeNames.enumerated() where isShown(name) {
        frameCells[name] = emit(.closureCell, immediate: Int64(index))
      }
      for (name, value) in hidden { frameCells[name] = emit(.newCell, [value]) }
    }
    emit(.frameEnter, [namespace.isNone ? null() : namespace], constant: context.constant(.none))
    frameEntry = function[current].instructions.last
  }

  /// Tells the frame which variables the function has, in the order of CPython: `co_varnames`, then the others that
  /// functions inside it use, then those of the functions around it. Variables of comprehensions come and go.
  func completeFrame() {
    guard let entry = frameEntry, context.scopes[functionScope].kind.hasLocals else { return }
    let parameters = function.parameters
    let free = context.scopes[functionScope].freeNames.filter(isShown).map { context.names.text($0) }
    let names = parameters + function.locals + function.cellVariables.filter { !parameters.contains($0) } + free
    var cells: [String: ValueID] = [:]
    for (name, cell) in frameCells { cells[context.names.text(name)] = cell }
    let constants = names.map { context.constant(.str(Array($0.utf8))) }
    function[entry].constant = context.constant(.tuple(constants))
    let namespace = function.values(function[entry].operands).first ?? unbound
    function[entry].operands = function.list([namespace] + names.map { cells[$0] ?? unbound })
  }

  /// Lowers the items of a comprehension, while the frame shows its variables instead of those of the same names.
  func showing(_ inner: ScopeID, insideOf outer: ScopeID, _ body: () -> ValueID) -> ValueID {
    guard context.keepsFrames, context.scopes[functionScope].kind.hasLocals else { return body() }
    let own = context.scopes[inner]
    let names = own.order.filter(own.binds)
    for name in names { if let variable = own.variables[name] { show(name, cell(variable)) } }
    func showOuter() {
      for name in names { show(name, shownCell(context.scopes.binding(of: name, in: outer))) }
    }
    let failed = newBlock()
    let end = newBlock()
    var result = unbound
    protected(by: failed) { result = body() }
    showOuter()
    jump(end)
    seal(failed)
    begin(failed)
    let raised = emit(.takeException)
    showOuter()
    restore(raised)
    beginSealed(end)
    return result
  }

  private func show(_ name: Name, _ cell: ValueID) { emit(.frameShow, [cell], constant: context.constant(name)) }

  private func shownCell(_ binding: Binding) -> ValueID {
    switch binding {
    case .local(let variable, _): cell(variable)
    case .free(let index): emit(.closureCell, immediate: Int64(index))
    case .global, .classBody, .seenClass: null()
    }
  }

  /// A variable of a function around this one that `locals()` and frames show.
  func isShown(_ name: Name) -> Bool { name == context.classCellName || !context.isHidden(name) }
}
