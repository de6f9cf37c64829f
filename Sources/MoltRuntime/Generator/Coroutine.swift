import MoltABI

// Coroutines: what `async def` functions make. CPython: Objects/genobject.c.

enum Coroutines {
  /// How many calls `cr_origin` records; 0: none.
  static var originDepth: Int = 0
}

// ------------------------------------------------------------------------------------------------------------ await

/// What an `await` of a value runs over: owned, or null with an exception (`_PyCoro_GetAwaitableIter`).
func awaitableIterator(_ value: Value) -> Value {
  if isCoroutine(value) || isIterableCoroutine(value) { return retained(value) }
  guard let method = typeOf(value).pointee.await else {
    return raise(Exceptions.typeError) {
      $0.append("object ")
      $0.append(typeName(value))
      $0.append(" can't be used in 'await' expression")
    }
  }
  let iterator = method(value)
  if iterator.isNull { return .null }
  if isCoroutine(iterator) || isIterableCoroutine(iterator) {
    release(iterator)
    return raise(Exceptions.typeError, "__await__() returned a coroutine")
  }
  if typeOf(iterator).pointee.next == nil {
    raise(Exceptions.typeError) {
      $0.append("__await__() returned non-iterator of type '")
      $0.append(typeName(iterator))
      $0.append("'")
    }
    release(iterator)
    return .null
  }
  return iterator
}

@c(molt_awaitable) func molt_awaitable(_ value: Value, _ origin: Int32) -> Value {
  let iterator = awaitableIterator(value)
  if iterator.isNull {
    if origin != 0 && typeOf(value).pointee.await == nil {
      clearException()
      raise(Exceptions.typeError) {
        $0.append("'async with' received an object from ")
        $0.append(origin == 1 ? "__aenter__" : "__aexit__")
        $0.append(" that does not implement __await__: ")
        $0.append(typeName(value))
      }
    }
    return .null
  }
  if isCoroutine(iterator) && !delegateOf(generator(iterator)).isNull {
    release(iterator)
    return raise(Exceptions.runtimeError, "coroutine is being awaited already")
  }
  return iterator
}

// --------------------------------------------------------------------------------------------------- never awaited

/// Notes who calls the coroutine function that makes `g`, as far as `sys.set_coroutine_origin_tracking_depth` asks.
@inline(__always) func recordOrigin(_ g: GeneratorPointer) {
  if Coroutines.originDepth > 0 { setExtra(of: g, currentOrigin()) }
}

/// A tuple of (file, line, function) of the running functions, innermost first; those of modules that define no
/// coroutine functions are not known. Owned.
private func currentOrigin() -> Value {
  var count = 0
  var place = molt_places
  while let at = place, count < Coroutines.originDepth {
    count += 1
    place = at.pointee.outer
  }
  let origin = newTuple(count)
  place = molt_places
  var index = 0
  while let at = place, index < count {
    let entry = newTuple(3)
    tupleItems(entry)[0] = makeString(cString: at.pointee.code.pointee.file)
    tupleItems(entry)[1] = makeInt(Int64(lineOf(at)))
    tupleItems(entry)[2] = makeString(cString: at.pointee.code.pointee.name)
    tupleItems(origin)[index] = entry
    index += 1
    place = at.pointee.outer
  }
  return origin
}

/// Reports a coroutine that ends without ever having run.
func warnNeverAwaited(_ g: GeneratorPointer) {
  var text = StringBuilder()
  text.append("coroutine '")
  let name = qualnameOf(g)
  text.append(name)
  release(name)
  text.append("' was never awaited")
  if !extra(of: g).isNull && molt_places != nil { appendOrigin(&text, extra(of: g)) }
  let message = text.finish()
  warn(Exceptions.runtimeWarning, message, hasSource: true)
  release(message)
}

/// Where the coroutine comes from, as the end of the warning.
private func appendOrigin(_ text: inout StringBuilder, _ origin: Value) {
  text.append("\nCoroutine created at (most recent call last)")
  var index = tupleCount(origin) - 1
  while index >= 0 {
    let entry = tupleItems(tupleItems(origin)[index])
    var line: Int64 = 0
    _ = toInt64(entry[1], &line)
    text.append("\n  File \"")
    text.append(entry[0])
    text.append("\", line ")
    text.append(int: Int(line))
    text.append(", in ")
    text.append(entry[2])
    withPath(entry[0]) { file in
      let source = strippedSourceLine(file, Int(line))
      if source.isNull { return }
      text.append("\n    ")
      text.append(source)
      release(source)
    }
    index -= 1
  }
}

// ------------------------------------------------------------------------------------------------- coroutine_wrapper

/// What `coroutine.__await__()` makes: an iterator over the coroutine.
private struct CoroutineWrapper {
  var header: MoltObject
  var coroutine: Value
}

@inline(__always) private func coroutine(of wrapper: Value) -> Value {
  wrapper.pointer(CoroutineWrapper.self).pointee.coroutine
}

private func wrapped(_ coroutine: Value) -> Value {
  collectionPoint()
  let value = Value(allocateObject(Types.coroutineWrapper, MemoryLayout<CoroutineWrapper>.size))
  value.pointer(CoroutineWrapper.self).pointee.coroutine = retained(coroutine)
  return value
}

private func setUpCoroutineWrapperType() {
  let type = Types.coroutineWrapper
  setUpIteratorType(
    type, "coroutine_wrapper", size: MemoryLayout<CoroutineWrapper>.size, { generatorNext(coroutine(of: $0)) })
  type.pointee.destroy = { object in
    release(coroutine(of: Value(object!)))
    freeObject(object!, MemoryLayout<CoroutineWrapper>.size)
  }
  type.pointee.traverse = { object, visit, context in visit!(coroutine(of: Value(object!)), context) }
  addMethod(type, "send", 1, 1, { sendMethod(coroutine(of: $0), $1, $2, $3) })
  addMethod(type, "throw", 1, 3, { throwMethod(coroutine(of: $0), $1, $2, $3) })
  addMethod(type, "close", 0, 0, { closeMethod(coroutine(of: $0), $1, $2, $3) })
  finishType(type)
  type.pointee.construct = nil
}

// ------------------------------------------------------------------------------------------------------------- type

func setUpCoroutineType() {
  let type = Types.coroutine
  setUpSuspendable(type, "coroutine")
  type.pointee.await = wrapped
  addMethod(type, "send", 1, 1, sendMethod)
  addMethod(type, "throw", 1, 3, throwMethod)
  addMethod(type, "close", 0, 0, closeMethod)
  addGetter(type, "cr_running", runningAttribute)
  addGetter(type, "cr_suspended", suspendedAttribute)
  addGetter(type, "cr_await", delegateAttribute)
  addGetter(type, "cr_code", codeAttribute)
  addGetter(type, "cr_frame", frameAttribute)
  addGetter(type, "cr_origin", { orNone(extra(of: generator($0))) })
  finishType(type)
  type.pointee.construct = nil
  setUpCoroutineWrapperType()
}
