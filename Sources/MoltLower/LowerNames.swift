import MoltIR
import MoltSyntax

// Loading, storing and deleting names, by what the scope analysis found them to be.

extension FunctionLowerer {
  func name(_ symbol: Symbol) -> Name {
    context.names.mangle(symbol, owner: context.scopes[scope].owner)
  }

  func binding(_ name: Name) -> Binding { context.scopes.binding(of: name, in: scope) }

  func load(_ name: Name) -> ValueID { load(name, binding(name)) }

  func load(_ name: Name, _ binding: Binding) -> ValueID {
    switch binding {
    case .local(let variable, let isCell):
      noteLocal(name, variable, isCell: isCell)
      let value = isCell ? emit(.cellLoad, [cell(variable)]) : read(variable)
      emit(.checkBound, [value], immediate: 0, constant: context.constant(name))
      return value
    case .free(let index):
      let value = emit(.cellLoad, [emit(.closureCell, immediate: Int64(index))])
      emit(.checkBound, [value], immediate: 1, constant: context.constant(name))
      return value
    case .global:
      return loadGlobal(name)
    case .classBody(let fallback): return lookUp(name, in: namespace, fallback)
    case .seenClass(let index, let fallback):
      let namespace = emit(.cellLoad, [emit(.closureCell, immediate: Int64(index))])
      emit(.checkBound, [namespace], immediate: 1, constant: context.constant(context.namespaceCellName))
      return lookUp(name, in: emit(.unwrap, [namespace]), fallback)
    }
  }

  /// The name in a class's namespace, or else what it means outside of the class.
  private func lookUp(_ name: Name, in namespace: ValueID, _ fallback: Binding) -> ValueID {
    let merged = newTemporary()
    let found = newBlock()
    let missing = newBlock()
    let end = newBlock()
    let value = emit(.classLookup, [namespace], constant: context.constant(name))
    branchNull(value, missing, found)
    beginSealed(missing)
    write(merged, load(name, fallback))
    jump(end)
    beginSealed(found)
    write(merged, emit(.unwrap, [value]))
    jump(end)
    beginSealed(end)
    return read(merged)
  }

  func store(_ name: Name, _ value: ValueID) {
    checkBinds(name, currentSpan)
    switch binding(name) {
    case .local(let variable, let isCell):
      noteLocal(name, variable, isCell: isCell)
      if isCell {
        emit(.cellStore, [cell(variable), value])
      } else {
        assign(variable, value)
      }
    case .free(let index):
      emit(.cellStore, [emit(.closureCell, immediate: Int64(index)), value])
    case .global:
      // What the variable was before may be dropped.
      notePlace()
      emit(.globalStore, [value], immediate: Int64(context.slot(name)))
    case .classBody(let fallback):
      if let index = nonlocal(name, fallback) {
        emit(.cellStore, [emit(.closureCell, immediate: Int64(index)), value])
      } else {
        emit(.setItem, [namespace, constant(.str(context.names.texts[Int(name.raw)])), value])
      }
    case .seenClass: preconditionFailure("an annotation scope stores nothing but its own names")
    }
  }

  /// The cell of a name that a class body declares `nonlocal`. It reads such a name from its namespace first, but binds
  /// it outside.
  private func nonlocal(_ name: Name, _ fallback: Binding) -> Int? {
    guard case .free(let index) = fallback, context.scopes[functionScope].flags[name]?.contains(.nonlocal) == true
    else {
      return nil
    }
    return index
  }

  private func noteLocal(_ name: Name, _ variable: VariableID, isCell: Bool) {
    if isCell, !context.keepsFrames || context.sharedVariables.contains(variable) { return }
    if localsSeen.last != name { localsSeen.append(name) }
  }

  /// Gives a frame variable a new value; the old one lives until after the store, as in CPython.
  func assign(_ variable: VariableID, _ value: ValueID) {
    let old = read(variable)
    write(variable, value)
    if old != unbound { emit(.keep, [old]) }
  }

  func delete(_ name: Name) {
    if name == context.debugName { context.report(.syntaxError, "cannot delete __debug__", currentSpan) }
    switch binding(name) {
    case .local(let variable, let isCell):
      if isCell {
        deleteCell(cell(variable), name, isFree: false)
      } else {
        let old = read(variable)
        emit(.checkBound, [old], immediate: 0, constant: context.constant(name))
        write(variable, unbound)
        emit(.keep, [old])
      }
    case .free(let index):
      deleteCell(emit(.closureCell, immediate: Int64(index)), name, isFree: true)
    case .global:
      emit(.globalDelete, immediate: Int64(context.slot(name)))
    case .classBody(let fallback):
      if let index = nonlocal(name, fallback) {
        deleteCell(emit(.closureCell, immediate: Int64(index)), name, isFree: true)
      } else {
        emit(.namespaceDelete, [namespace], constant: context.constant(name))
      }
    case .seenClass: preconditionFailure("an annotation scope deletes nothing")
    }
  }

  private func deleteCell(_ cell: ValueID, _ name: Name, isFree: Bool) {
    let old = emit(.cellLoad, [cell])
    emit(.checkBound, [old], immediate: isFree ? 1 : 0, constant: context.constant(name))
    emit(.cellStore, [cell, null()])
  }

  /// Unbinds a name that may be unbound already: what follows an `except … as name` clause.
  func clear(_ name: Name) {
    store(name, none())
    delete(name)
  }

  /// The cell of one of this function's own captured variables.
  func cell(_ variable: VariableID) -> ValueID {
    guard let variableOfCell = cellVariables[variable] else { return unbound }
    return read(variableOfCell)
  }

  /// Makes the cell of a captured variable; `value` may be null.
  func makeCell(_ variable: VariableID, _ value: ValueID) {
    let holder = cellVariables[variable] ?? newTemporary()
    cellVariables[variable] = holder
    write(holder, emit(.newCell, [value]))
  }

  /// Makes the cells of a scope's captured variables that are not parameters.
  func makeCells(_ id: ScopeID) {
    let scope = context.scopes[id]
    for name in scope.order where context.scopes.isCell(name, of: id) {
      guard let variable = scope.variables[name], !(scope.flags[name]?.contains(.parameter) ?? false) else { continue }
      makeCell(variable, null())
    }
  }

  /// The tuple of cells that a function defined here closes over, or null.
  func closure(for inner: ScopeID) -> ValueID {
    let names = context.scopes[inner].freeNames
    if names.isEmpty { return null() }
    return emit(.newTuple, names.map(cellToPass))
  }

  private func cellToPass(_ name: Name) -> ValueID {
    let own = context.scopes[functionScope]
    if own.kind == .classBody && name == context.classCellName && own.needsClassCell {
      return read(classCell)
    }
    if own.kind == .classBody && name == context.namespaceCellName { return read(namespaceCell) }
    switch passing(name) {
    case .local(let variable, _): return cell(variable)
    case .free(let index): return emit(.closureCell, immediate: Int64(index))
    case .global, .classBody, .seenClass: return null()
    }
  }

  /// As `binding`, but past the names of the class body that is running: its methods do not see them.
  private func passing(_ name: Name) -> Binding {
    if context.scopes[scope].kind == .classBody {
      if let index = context.scopes[scope].freeNames.firstIndex(of: name) { return .free(index) }
      return .global
    }
    switch binding(name) {
    case .classBody(let fallback), .seenClass(_, let fallback): return fallback
    case let plain: return plain
    }
  }
}
