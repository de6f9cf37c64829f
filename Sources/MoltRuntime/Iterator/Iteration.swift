import MoltABI

// Iteration and unpacking as compiled code asks for them, and the length hint.

@c(molt_iterate) func molt_iterate(_ value: Value) -> Value {
  if value.isObject {
    let type = value.object.pointee.type
    if type == Types.list { return newSequenceIterator(Types.listIterator, value) }
    if type == Types.tuple { return newSequenceIterator(Types.tupleIterator, value) }
  }
  return iterate(value)
}

@c(molt_next) func molt_next(_ iterator: Value) -> Value {
  if iterator.isObject {
    let type = iterator.object.pointee.type
    if type == Types.listIterator { return listIteratorNext(iterator) }
    if type == Types.generator { return nextOfGenerator(iterator) }
    if type == Types.rangeIterator { return rangeIteratorNext(iterator) }
    if type == Types.zip && !stackIsLow() { return zipNext(iterator) }
    if type == Types.enumerate && !stackIsLow() { return enumerateNext(iterator) }
    if type == Types.strASCIIIterator { return strIteratorNext(iterator) }
  }
  return nextItem(iterator)
}

/// Whether iter(value) is supported by its type.
func isIterable(_ value: Value) -> Bool { typeOf(value).pointee.iterate != nil || isIndexable(value) }

/// Calls `body` with each item, borrowed, until it returns false, which means that it raised or has seen enough.
/// Returns false with an exception set when the iteration or `body` raised.
func forEachItem(_ iterable: Value, _ body: (Value) -> Bool) -> Bool {
  if isExactList(iterable) {
    // The list may change while `body` runs.
    var index = 0
    while index < listCount(iterable) {
      let item = retained(listItems(iterable)[index])
      let goesOn = body(item)
      release(item)
      if !goesOn { return !exceptionIsSet }
      index += 1
    }
    return true
  }
  if isExactTuple(iterable) {
    for index in 0..<tupleCount(iterable) where !body(tupleItems(iterable)[index]) { return !exceptionIsSet }
    return true
  }
  let iterator = molt_iterate(iterable)
  if iterator.isNull { return false }
  defer { release(iterator) }
  while true {
    let item = molt_next(iterator)
    if item.isNull { return !exceptionIsSet }
    let goesOn = body(item)
    release(item)
    if !goesOn { return !exceptionIsSet }
  }
}

/// How many items an iterable probably has, `fallback` when it does not say, -1 with an exception set
/// (PyObject_LengthHint).
func lengthHint(_ value: Value, _ fallback: Int) -> Int {
  if typeOf(value).pointee.length != nil {
    let length = lengthOf(value)
    if length >= 0 { return length }
    if !exceptionMatches(Exceptions.typeError) { return -1 }
    clearException()
  }
  if value.isObject, value.object.pointee.type == Types.generator { return fallback }
  let method = lookupSpecial(value, Names.lengthHint)
  if method.isNull { return exceptionIsSet ? -1 : fallback }
  let result = call0(method)
  release(method)
  if result.isNull {
    if !exceptionMatches(Exceptions.typeError) { return -1 }
    clearException()
    return fallback
  }
  defer { release(result) }
  if result == .notImplemented { return fallback }
  if !isInt(result) {
    raiseTypeError("__length_hint__ must be an integer, not ", result, "")
    return -1
  }
  var length: Int64 = 0
  if !toInt64(result, &length) || Int(exactly: length) == nil {
    raise(Exceptions.overflowError, "Python int too large to convert to C ssize_t")
    return -1
  }
  if length < 0 {
    raise(Exceptions.valueError, "__length_hint__() should return >= 0")
    return -1
  }
  return Int(length)
}

// -------------------------------------------------------------------------------------------------------- unpacking

private func raiseTooMany(_ expected: Int) -> Int32 {
  raiseStatus(Exceptions.valueError) { message in
    message.append("too many values to unpack (expected ")
    message.append(int: expected)
    message.append(")")
  }
}

private func raiseTooFew(_ expected: Int, _ given: Int, isAtLeast: Bool) -> Int32 {
  raiseStatus(Exceptions.valueError) { message in
    message.append("not enough values to unpack (expected ")
    if isAtLeast { message.append("at least ") }
    message.append(int: expected)
    message.append(", got ")
    message.append(int: given)
    message.append(")")
  }
}

private func releaseAll(_ values: UnsafeMutablePointer<Value>, _ count: Int) {
  for index in 0..<count { release(values[index]) }
}

/// iter(value) for unpacking: a value whose type is not iterable gets a message of its own.
private func iterateToUnpack(_ value: Value) -> Value {
  let iterator = molt_iterate(value)
  if iterator.isNull && exceptionMatches(Exceptions.typeError) && !isIterable(value) {
    clearException()
    raiseTypeError("cannot unpack non-iterable ", value, " object")
  }
  return iterator
}

@c(molt_unpack) func molt_unpack(_ value: Value, _ count: Int32, _ out: UnsafeMutablePointer<Value>) -> Int32 {
  let expected = Int(count)
  if count == 2 && isExactTuple(value) && tupleCount(value) == 2 {
    out[0] = retained(tupleItems(value)[0])
    out[1] = retained(tupleItems(value)[1])
    return 0
  }
  if isExactTuple(value) || isExactList(value) {
    let given = isExactTuple(value) ? tupleCount(value) : listCount(value)
    if given > expected { return raiseTooMany(expected) }
    if given < expected { return raiseTooFew(expected, given, isAtLeast: false) }
    if given == 0 { return 0 }
    let items = isExactTuple(value) ? tupleItems(value) : listItems(value)
    for index in 0..<expected { out[index] = retained(items[index]) }
    return 0
  }
  let iterator = iterateToUnpack(value)
  if iterator.isNull { return -1 }
  defer { release(iterator) }
  for index in 0..<expected {
    let item = molt_next(iterator)
    if item.isNull {
      if !exceptionIsSet { _ = raiseTooFew(expected, index, isAtLeast: false) }
      releaseAll(out, index)
      return -1
    }
    out[index] = item
  }
  let extra = molt_next(iterator)
  if extra.isNull && !exceptionIsSet { return 0 }
  if !extra.isNull {
    release(extra)
    _ = raiseTooMany(expected)
  }
  releaseAll(out, expected)
  return -1
}

@c(molt_unpack_star) func molt_unpack_star(
  _ value: Value, _ before: Int32, _ after: Int32, _ out: UnsafeMutablePointer<Value>
) -> Int32 {
  let front = Int(before), back = Int(after)
  if isExactTuple(value) || isExactList(value) {
    let given = isExactTuple(value) ? tupleCount(value) : listCount(value)
    if given < front + back { return raiseTooFew(front + back, given, isAtLeast: true) }
    let middle = given - front - back
    if given == 0 {
      out[0] = newList()
      return 0
    }
    let items = isExactTuple(value) ? tupleItems(value) : listItems(value)
    for index in 0..<front { out[index] = retained(items[index]) }
    out[front] = makeList(items + front, middle)
    for index in 0..<back { out[front + 1 + index] = retained(items[front + middle + index]) }
    return 0
  }
  let iterator = iterateToUnpack(value)
  if iterator.isNull { return -1 }
  defer { release(iterator) }
  for index in 0..<front {
    let item = molt_next(iterator)
    if item.isNull {
      if !exceptionIsSet { _ = raiseTooFew(front + back, index, isAtLeast: true) }
      releaseAll(out, index)
      return -1
    }
    out[index] = item
  }
  let rest = listFrom(iterator)
  if rest.isNull {
    releaseAll(out, front)
    return -1
  }
  let count = listCount(rest)
  if count < back {
    release(rest)
    releaseAll(out, front)
    return raiseTooFew(front + back, front + count, isAtLeast: true)
  }
  out[front] = rest
  for index in 0..<back { out[front + 1 + index] = listItems(rest)[count - back + index] }
  rest.pointer(MoltList.self).pointee.length = count - back
  return 0
}
