import MoltABI

// `yield from` and `await`: running through an inner iterator on behalf of the one who drives the outer generator.
// CPython: Objects/genobject.c (`_gen_throw`), Python/bytecodes.c (SEND, GET_YIELD_FROM_ITER).

enum Delegation {
  /// The delegate that a GeneratorExit is thrown into on its way, instead of closing it: an asynchronous generator's
  /// `aclose()` must be able to await. Borrowed; only compared.
  static var takesExit = Value(bits: 0)
}

/// Whether a generator's code, as its function has it now, is marked by `types.coroutine`.
func isIterableCoroutine(_ value: Value) -> Bool {
  isGenerator(value)
    && generator(value).pointee.function.pointee.code.pointee.flags & Int32(MOLT_CODE_ITERABLE_COROUTINE) != 0
}

@c(molt_delegate_iterator) func molt_delegate_iterator(_ value: Value, _ function: Value) -> Value {
  if isGenerator(value) { return retained(value) }
  if isCoroutine(value) {
    let flags = function.pointer(MoltFunction.self).pointee.code.pointee.flags
    if flags & Int32(MOLT_CODE_COROUTINE | MOLT_CODE_ITERABLE_COROUTINE) != 0 { return retained(value) }
    return raise(
      Exceptions.typeError, "cannot 'yield from' a coroutine object in a non-coroutine generator")
  }
  return iterate(value)
}

/// Ends a step over any iterator: a StopIteration becomes the delegate's result.
private func delegateResult(_ result: Value, _ finished: UnsafeMutablePointer<Int32>) -> Value {
  if !result.isNull { return result }
  if !exceptionIsSet {
    finished.pointee = 1
    return .none
  }
  if !exceptionMatches(Exceptions.stopIteration) { return .null }
  let exception = takeException()
  let value = orNone(exceptionField(exception, ExceptionField.stopIterationValue).pointee)
  release(exception)
  finished.pointee = 1
  return value
}

private func delegateResult(
  _ step: GeneratorStep, _ result: Value, _ finished: UnsafeMutablePointer<Int32>
) -> Value {
  if step == .returned { finished.pointee = 1 }
  return step == .raised ? .null : result
}

@c(molt_delegate)
func molt_delegate(_ iterator: Value, _ sent: Value, _ finished: UnsafeMutablePointer<Int32>) -> Value {
  finished.pointee = 0
  var result = Value.null
  if !sent.isNull {
    if isGenerator(iterator) || isCoroutine(iterator) {
      let step = generatorSend(iterator, sent, &result)
      return delegateResult(step, result, finished)
    }
    if !sent.isNone { return delegateResult(callMethod(iterator, intern("send"), sent), finished) }
    let type = typeOf(iterator)
    if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0, let next = type.pointee.next {
      return delegateResult(next(iterator), finished)
    }
    // A user's `__next__` may give StopIteration a value.
    return delegateResult(callMethod(iterator, Names.next), finished)
  }
  result = throwInto(iterator, finished)
  if result.isNull && (molt_thread.handled != Resumption.handled || Resumption.entered > 0) { chainThrown() }
  return result
}

/// Hands the raised exception to a delegate: what that yields, or returns (`finished` becomes 1), or null.
private func throwInto(_ iterator: Value, _ finished: UnsafeMutablePointer<Int32>) -> Value {
  var result = Value.null
  if exceptionMatches(Exceptions.generatorExit) && Delegation.takesExit != iterator {
    let exception = takeException()
    if closeDelegate(iterator) < 0 {
      release(exception)
      return .null
    }
    restoreException(exception)
    return .null
  }
  if isGenerator(iterator) || isCoroutine(iterator) {
    if Delegation.takesExit == iterator { Delegation.takesExit = delegateOf(generator(iterator)) }
    let step = generatorThrow(iterator, &result)
    if step == .raised { return delegateResult(.null, finished) }
    return delegateResult(step, result, finished)
  }
  Delegation.takesExit = .null
  let exception = takeException()
  let method = getAttributeOrNull(iterator, intern("throw"))
  if method.isNull {
    if exceptionIsSet { release(exception) } else { restoreException(exception) }
    return .null
  }
  result = call1(method, exception)
  release(method)
  release(exception)
  return delegateResult(result, finished)
}

private func closeDelegate(_ iterator: Value) -> Int32 {
  if isGenerator(iterator) || isCoroutine(iterator) { return generatorClose(iterator) }
  let method = getAttributeOrNull(iterator, intern("close"))
  if method.isNull { return exceptionIsSet ? -1 : 0 }
  let result = call0(method)
  release(method)
  if result.isNull { return -1 }
  release(result)
  return 0
}
