import MoltABI

// anext_awaitable: what the built-in function anext() makes when it is given a default. CPython: Objects/iterobject.c.

private struct NextAwaitable {
  var header: MoltObject
  /// What `__anext__` returned.
  var awaitable: Value
  var otherwise: Value
}

@inline(__always) private func fields(_ value: Value) -> UnsafeMutablePointer<NextAwaitable> {
  value.pointer(NextAwaitable.self)
}

/// Both are borrowed.
func newNextAwaitable(_ awaitable: Value, otherwise: Value) -> Value {
  collectionPoint()
  let value = Value(allocateObject(Types.anextAwaitable, MemoryLayout<NextAwaitable>.size))
  fields(value).pointee.awaitable = retained(awaitable)
  fields(value).pointee.otherwise = retained(otherwise)
  return value
}

/// The iterator that does the work: owned, or null with an exception.
private func innerIterator(_ this: Value) -> Value {
  let iterator = awaitableIterator(fields(this).pointee.awaitable)
  if iterator.isNull || typeOf(iterator).pointee.next != nil { return iterator }
  // A coroutine is no iterator itself.
  defer { release(iterator) }
  let inner = typeOf(iterator).pointee.await!(iterator)
  if inner.isNull || typeOf(inner).pointee.next != nil { return inner }
  release(inner)
  return raise(Exceptions.typeError) {
    $0.append(typeName(iterator))
    $0.append(".__await__() must return an iterable, not ")
    $0.append(typeName(inner))
  }
}

/// A step that ended the asynchronous iteration ends with the default instead.
private func result(_ this: Value, _ result: Value) -> Value {
  if result.isNull && exceptionMatches(Exceptions.stopAsyncIteration) {
    clearException()
    raiseStopIteration(fields(this).pointee.otherwise)
  }
  return result
}

private func next(_ this: Value) -> Value {
  let iterator = innerIterator(this)
  if iterator.isNull { return .null }
  defer { release(iterator) }
  if typeOf(iterator).pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 {
    return result(this, callMethod(iterator, Names.next))
  }
  return result(this, isGenerator(iterator) ? generatorNext(iterator) : typeOf(iterator).pointee.next!(iterator))
}

private func pass(_ this: Value, _ method: StaticString, _ args: Arguments?, _ count: Int32) -> Value {
  let iterator = innerIterator(this)
  if iterator.isNull { return .null }
  defer { release(iterator) }
  let function = getAttribute(iterator, intern(method))
  if function.isNull { return .null }
  defer { release(function) }
  return result(this, call(function, args, Int(count)))
}

func setUpNextAwaitableType() {
  let type = Types.anextAwaitable
  setUpIteratorType(type, "anext_awaitable", size: MemoryLayout<NextAwaitable>.size, { next($0) })
  type.pointee.await = { retained($0) }
  type.pointee.destroy = { object in
    let awaitable = fields(Value(object!)).pointee.awaitable
    let otherwise = fields(Value(object!)).pointee.otherwise
    releaseIfBound(awaitable)
    releaseIfBound(otherwise)
    freeObject(object!, MemoryLayout<NextAwaitable>.size)
  }
  type.pointee.traverse = { object, visit, context in
    let value = fields(Value(object!)).pointee
    if !value.awaitable.isNull { visit!(value.awaitable, context) }
    if !value.otherwise.isNull { visit!(value.otherwise, context) }
  }
  addMethod(type, "send", 1, 1, { this, args, count, _ in pass(this, "send", args, count) })
  addMethod(type, "throw", 1, 3, { this, args, count, _ in pass(this, "throw", args, count) })
  addMethod(type, "close", 0, 0, { this, args, count, _ in pass(this, "close", args, count) })
  finishType(type)
  type.pointee.construct = nil
}
