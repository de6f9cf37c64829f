import MoltABI

// callable_iterator: what iter(function, sentinel) makes.

private struct CallableIterator {
  var header: MoltObject
  /// Both null once exhausted.
  var function: Value
  var sentinel: Value
}

/// iter(function, sentinel); the caller has checked that `function` can be called.
func newCallableIterator(_ function: Value, _ sentinel: Value) -> Value {
  let iterator = Value(allocateObject(Types.callableIterator, MemoryLayout<CallableIterator>.size))
  iterator.pointer(CallableIterator.self).pointee.function = retained(function)
  iterator.pointer(CallableIterator.self).pointee.sentinel = retained(sentinel)
  return iterator
}

private func end(_ pointer: UnsafeMutablePointer<CallableIterator>) {
  let function = pointer.pointee.function, sentinel = pointer.pointee.sentinel
  pointer.pointee.function = .null
  pointer.pointee.sentinel = .null
  releaseIfBound(function)
  releaseIfBound(sentinel)
}

private func callableNext(_ value: Value) -> Value {
  let pointer = value.pointer(CallableIterator.self)
  if pointer.pointee.function.isNull { return .null }
  // Held, because the call may exhaust this very iterator.
  let function = retained(pointer.pointee.function)
  let result = call0(function)
  release(function)
  if result.isNull {
    if exceptionMatches(Exceptions.stopIteration) {
      clearException()
      end(pointer)
    }
    return .null
  }
  if pointer.pointee.sentinel.isNull {
    release(result)
    return .null
  }
  let sentinel = retained(pointer.pointee.sentinel)
  let isEnd = sameOrEqual(sentinel, result)
  release(sentinel)
  if isEnd == 0 { return result }
  release(result)
  if isEnd > 0 { end(pointer) }
  return .null
}

func setUpCallableIteratorType() {
  let type = Types.callableIterator
  setUpIteratorType(type, "callable_iterator", size: MemoryLayout<CallableIterator>.size, { callableNext($0) })
  type.pointee.destroy = { object in
    end(Value(object!).pointer(CallableIterator.self))
    freeObject(object!, MemoryLayout<CallableIterator>.size)
  }
  type.pointee.traverse = { object, visit, context in
    let pointer = Value(object!).pointer(CallableIterator.self)
    if pointer.pointee.function.isNull { return }
    visit!(pointer.pointee.function, context)
    visit!(pointer.pointee.sentinel, context)
  }
  addMethod(
    type, "__reduce__", 0, 0,
    { receiver, _, _, _ in
      let pointer = receiver.pointer(CallableIterator.self)
      if pointer.pointee.function.isNull { return reduceToIter(tupleTaking(emptyTuple())) }
      return reduceToIter(makeTuple(pointer.pointee.function, pointer.pointee.sentinel))
    })
  finishType(type)
}
