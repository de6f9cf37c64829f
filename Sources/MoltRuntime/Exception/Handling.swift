import MoltABI

// The entry points that compiled `raise`, `try` and `with` statements call. CPython: Python/ceval.c.

/// The instance that `raise value` raises: the value itself or a call of the class. Owned.
private func instanceToRaise(_ value: Value) -> Value {
  if isException(value) { return retained(value) }
  if !isExceptionClass(value) { return raise(Exceptions.typeError, "exceptions must derive from BaseException") }
  let instance = call0(value)
  if instance.isNull || isException(instance) { return instance }
  raise(Exceptions.typeError) {
    $0.append("calling ")
    _ = $0.appendRepr(value)
    $0.append(" should have returned an instance of BaseException, not ")
    _ = $0.appendRepr(Value(typeOf(instance)))
  }
  release(instance)
  return .null
}

@c(molt_raise) func molt_raise(_ exception: Value, _ cause: Value) {
  let instance = instanceToRaise(exception)
  if instance.isNull { return }
  if !cause.isNull {
    let from: Value
    if cause.isNone {
      from = .null
    } else if isException(cause) {
      from = retained(cause)
    } else if isExceptionClass(cause) {
      from = call0(cause)
      if from.isNull {
        release(instance)
        return
      }
      if !isException(from) {
        raise(Exceptions.typeError) {
          $0.append("calling ")
          _ = $0.appendRepr(cause)
          $0.append(" should have returned an instance of BaseException, not ")
          _ = $0.appendRepr(Value(typeOf(from)))
        }
        release(from)
        release(instance)
        return
      }
    } else {
      release(instance)
      raise(Exceptions.typeError, "exception causes must derive from BaseException")
      return
    }
    setExceptionCause(instance, from)
  }
  raiseInstance(instance)
}

@c(molt_reraise) func molt_reraise() {
  let handled = molt_thread.handled
  if handled.isNull {
    raise(Exceptions.runtimeError, "No active exception to reraise")
    return
  }
  TracebackPlace.isNone = true
  restoreException(retained(handled))
}

@c(molt_raise_assertion) func molt_raise_assertion(_ message: Value) {
  if message.isNull { raise(Exceptions.assertionError) } else { raiseValue(Exceptions.assertionError, message) }
}

@c(molt_take_exception) func molt_take_exception() -> Value { takeException() }

@c(molt_restore_exception) func molt_restore_exception(_ instance: Value) { restoreException(retained(instance)) }

@c(molt_exception_matches) func molt_exception_matches(_ instance: Value, _ condition: Value) -> Int32 {
  if isExceptionClass(condition) {
    return isSubtype(typeOf(instance), condition.pointer(MoltType.self)) ? 1 : 0
  }
  if isTuple(condition) {
    let count = tupleCount(condition)
    var i = 0
    while i < count {
      if !isExceptionClass(tupleItems(condition)[i]) { return raiseBadCondition() }
      i += 1
    }
    i = 0
    while i < count {
      if isSubtype(typeOf(instance), tupleItems(condition)[i].pointer(MoltType.self)) { return 1 }
      i += 1
    }
    return 0
  }
  return raiseBadCondition()
}

private func raiseBadCondition() -> Int32 {
  raiseStatus(
    Exceptions.typeError, "catching classes that do not inherit from BaseException is not allowed")
}

@c(molt_enter_handler) func molt_enter_handler(_ exception: Value) -> Value {
  let previous = molt_thread.handled
  if exception == Resumption.handled { Resumption.entered &+= 1 }
  molt_thread.handled = exception.isNone ? .null : retained(exception)
  return previous.isNull ? .none : previous
}

/// Comes before the end of a handler.
@inline(__always) func leavesHandler() {
  if molt_thread.handled == Resumption.handled && Resumption.entered > 0 { Resumption.entered &-= 1 }
}

@c(molt_leave_handler) func molt_leave_handler(_ previous: Value) {
  leavesHandler()
  replace(&molt_thread.handled, with: nullForNone(previous))
}

@c(molt_with_enter) func molt_with_enter(_ manager: Value, _ exit: UnsafeMutablePointer<Value>) -> Value {
  let enter = lookupSpecial(manager, Names.enter)
  if enter.isNull {
    return exceptionIsSet
      ? .null : raiseNoContextManager(manager, "' object does not support the context manager protocol")
  }
  let leave = lookupSpecial(manager, Names.exit)
  if leave.isNull {
    release(enter)
    if exceptionIsSet { return .null }
    return raiseNoContextManager(
      manager, "' object does not support the context manager protocol (missed __exit__ method)")
  }
  let result = call0(enter)
  release(enter)
  if result.isNull {
    release(leave)
    return .null
  }
  exit.pointee = leave
  return result
}

private func raiseNoContextManager(_ manager: Value, _ rest: StaticString) -> Value {
  raise(Exceptions.typeError) {
    $0.append("'")
    $0.append(typeName(manager))
    $0.append(rest)
  }
}

@c(molt_with_exit) func molt_with_exit(_ exit: Value, _ exception: Value) -> Int32 {
  let result: Value
  if exception.isNone {
    result = withUnsafeTemporaryAllocation(of: Value.self, capacity: 3) { args in
      args[0] = .none
      args[1] = .none
      args[2] = .none
      return call(exit, Arguments(args.baseAddress), 3)
    }
    if result.isNull { return -1 }
    release(result)
    return 0
  }
  let traceback = orNone(exceptionObject(exception).pointee.traceback)
  result = withUnsafeTemporaryAllocation(of: Value.self, capacity: 3) { args in
    args[0] = Value(typeOf(exception))
    args[1] = exception
    args[2] = traceback
    return call(exit, Arguments(args.baseAddress), 3)
  }
  release(traceback)
  if result.isNull { return -1 }
  let truth = truthOf(result)
  release(result)
  return truth
}

// --------------------------------------------------------------------------------------------------- depth of calls

enum RecursionLimit {
  /// What sys.getrecursionlimit() gives.
  static var user: Int32 = 1000
  /// Compiled code compares its depth with `molt_thread.depthLimit` only, which is never more than this: a program that
  /// raises the limit has every deeper call checked against the native stack here.
  static var unchecked: Int32 { 1000 }

  static func set(_ limit: Int32) {
    user = limit
    molt_thread.depthLimit = min(limit, unchecked)
  }
}

@c(molt_enter_deep) func molt_enter_deep() -> Int32 {
  if molt_thread.depth < RecursionLimit.user {
    if !checkRecursion("") { return -1 }
    molt_thread.depth &+= 1
    return 0
  }
  raise(Exceptions.recursionError, "maximum recursion depth exceeded")
  return -1
}
