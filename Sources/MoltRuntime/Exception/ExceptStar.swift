import MoltABI

// What `except*` clauses take out of an exception, and what is raised at their end (PEP 654). CPython: Python/ceval.c,
// exception_group_match, and Objects/exceptions.c, _PyExc_PrepReraiseStar.

/// out[0]: the part of the exception (or None) that is of the type, out[1]: what is left of it; both owned.
@c(molt_group_match)
func molt_group_match(_ exception: Value, _ type: Value, _ out: UnsafeMutablePointer<Value>) -> Int32 {
  if !isStarCondition(type) { return -1 }
  out[0] = .none
  out[1] = .none
  if exception.isNone { return 0 }
  let isWhole = molt_exception_matches(exception, type)
  if isWhole < 0 { return -1 }
  if isWhole == 1 {
    out[0] = isExceptionGroup(exception) ? retained(exception) : wrapped(exception)
    return out[0].isNull ? -1 : 0
  }
  if !isExceptionGroup(exception) {
    out[1] = retained(exception)
    return 0
  }
  let parts = callMethod(exception, intern("split"), type)
  if parts.isNull { return -1 }
  defer { release(parts) }
  guard isTuple(parts), tupleCount(parts) >= 2 else {
    return raiseStatus(Exceptions.typeError, "split must return a 2-tuple")
  }
  out[0] = retained(tupleItems(parts)[0])
  out[1] = retained(tupleItems(parts)[1])
  return 0
}

/// Exception classes that are no groups, which `except*` would have to take apart.
private func isStarCondition(_ type: Value) -> Bool {
  var isGroup = false
  if isTuple(type) {
    var i = 0
    while i < tupleCount(type) {
      if !isExceptionClass(tupleItems(type)[i]) { return !raiseBadCondition() }
      isGroup = isGroup || isSubtype(tupleItems(type)[i].pointer(MoltType.self), Exceptions.baseExceptionGroup)
      i += 1
    }
  } else {
    if !isExceptionClass(type) { return !raiseBadCondition() }
    isGroup = isSubtype(type.pointer(MoltType.self), Exceptions.baseExceptionGroup)
  }
  if isGroup {
    raise(Exceptions.typeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
  }
  return !isGroup
}

private func raiseBadCondition() -> Bool {
  raise(Exceptions.typeError, "catching classes that do not inherit from BaseException is not allowed")
  return true
}

/// A group without a message of one exception; owned.
private func wrapped(_ exception: Value) -> Value {
  let exceptions = makeTuple(exception)
  defer { release(exceptions) }
  return newGroup(exceptions)
}

/// A group without a message; owned.
private func newGroup(_ exceptions: Value) -> Value {
  let message = makeString("")
  defer { release(message) }
  return call2(Value(Exceptions.baseExceptionGroup), message, exceptions)
}

/// What is to be raised at the end of an `except*` statement, or None: owned. `results` is the list of what the clauses
/// raised and of what they left.
@c(molt_group_rest) func molt_group_rest(_ original: Value, _ results: Value) -> Value {
  if !isExceptionGroup(original) {
    // It was wrapped for the only clause that can have run.
    var i = 0
    while i < listCount(results) {
      let item = listItems(results)[i]
      if !item.isNone { return retained(item) }
      i += 1
    }
    return .none
  }
  let raised = newList(), reraised = newList()
  defer {
    release(raised)
    release(reraised)
  }
  var i = 0
  while i < listCount(results) {
    let item = listItems(results)[i]
    if !item.isNone { listAppend(isPart(item, of: original) ? reraised : raised, item) }
    i += 1
  }
  let leaves = newList()
  defer { release(leaves) }
  i = 0
  while i < listCount(reraised) {
    addLeaves(of: listItems(reraised)[i], to: leaves)
    i += 1
  }
  let rest = listCount(leaves) == 0 ? Value.none : projection(original, leaves)
  if rest.isNull || listCount(raised) == 0 { return rest }
  if !rest.isNone { listAppend(raised, rest) }
  release(rest)
  return listCount(raised) == 1 ? retained(listItems(raised)[0]) : newGroup(raised)
}

/// Whether an exception was split off the original, which shows in all that a part inherits.
private func isPart(_ exception: Value, of original: Value) -> Bool {
  if !isExceptionGroup(exception) { return false }
  let a = exceptionObject(exception), b = exceptionObject(original)
  return a.pointee.traceback == b.pointee.traceback && a.pointee.cause == b.pointee.cause
    && a.pointee.context == b.pointee.context
}

private func addLeaves(of exception: Value, to leaves: Value) {
  if !isExceptionGroup(exception) { return listAppend(leaves, exception) }
  let parts = groupExceptions(exception)
  var i = 0
  while i < tupleCount(parts) {
    addLeaves(of: tupleItems(parts)[i], to: leaves)
    i += 1
  }
}

/// The part of a group whose leaves are those, in the group's own order: owned, None where there is none.
private func projection(_ exception: Value, _ leaves: Value) -> Value {
  if !isExceptionGroup(exception) {
    var i = 0
    while i < listCount(leaves) {
      if listItems(leaves)[i] == exception { return retained(exception) }
      i += 1
    }
    return .none
  }
  let parts = groupExceptions(exception)
  let kept = newList()
  defer { release(kept) }
  var i = 0
  while i < tupleCount(parts) {
    let part = projection(tupleItems(parts)[i], leaves)
    if part.isNull { return .null }
    if !part.isNone { listAppend(kept, part) }
    release(part)
    i += 1
  }
  return listCount(kept) == 0 ? .none : deriveGroup(exception, kept)
}
