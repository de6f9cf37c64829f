import MoltABI

// What compiled `async for` and `async with` statements call. CPython: Python/bytecodes.c.

private func raiseBecauseOf(_ value: Value, _ message: StaticString) -> Value {
  raise(Exceptions.typeError) {
    $0.append(message)
    $0.append(typeName(value))
  }
}

@c(molt_async_iterator) func molt_async_iterator(_ value: Value) -> Value {
  guard let method = typeOf(value).pointee.asyncIterate else {
    return raiseBecauseOf(value, "'async for' requires an object with __aiter__ method, got ")
  }
  let iterator = method(value)
  if iterator.isNull { return .null }
  if typeOf(iterator).pointee.asyncNext == nil {
    _ = raiseBecauseOf(iterator, "'async for' received an object from __aiter__ that does not implement __anext__: ")
    release(iterator)
    return .null
  }
  return iterator
}

@c(molt_async_next) func molt_async_next(_ iterator: Value) -> Value {
  guard let method = typeOf(iterator).pointee.asyncNext else {
    return raiseBecauseOf(iterator, "'async for' requires an iterator with __anext__ method, got ")
  }
  let next = method(iterator)
  if next.isNull || isAsyncGenerator(iterator) { return next }
  defer { release(next) }
  let awaitable = awaitableIterator(next)
  if !awaitable.isNull { return awaitable }
  let cause = takeException()
  _ = raiseBecauseOf(next, "'async for' received an invalid object from __anext__: ")
  // As `raise … from cause` would, with the cause as the context as well.
  let error = exceptionObject(molt_thread.exception)
  replace(&error.pointee.context, with: retained(cause))
  error.pointee.suppressContext = 1
  replace(&error.pointee.cause, with: cause)
  return .null
}

@c(molt_async_for_end) func molt_async_for_end() -> Int32 {
  if !exceptionMatches(Exceptions.stopAsyncIteration) { return -1 }
  clearException()
  return 0
}

private func raiseNoManager(_ manager: Value, _ rest: StaticString) -> Value {
  raise(Exceptions.typeError) {
    $0.append("'")
    $0.append(typeName(manager))
    $0.append(rest)
  }
}

@c(molt_async_with_enter)
func molt_async_with_enter(_ manager: Value, _ exit: UnsafeMutablePointer<Value>) -> Value {
  let enter = lookupSpecial(manager, Names.aenter)
  if enter.isNull {
    return exceptionIsSet
      ? .null : raiseNoManager(manager, "' object does not support the asynchronous context manager protocol")
  }
  let leave = lookupSpecial(manager, Names.aexit)
  if leave.isNull {
    release(enter)
    if exceptionIsSet { return .null }
    return raiseNoManager(
      manager, "' object does not support the asynchronous context manager protocol (missed __aexit__ method)")
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

@c(molt_async_with_exit) func molt_async_with_exit(_ exit: Value, _ exception: Value) -> Value {
  if exception.isNone { return call3(exit, .none, .none, .none) }
  let traceback = orNone(exceptionObject(exception).pointee.traceback)
  let result = call3(exit, Value(typeOf(exception)), exception, traceback)
  release(traceback)
  return result
}
