import MoltABI

// enumerate.

private struct Enumerate {
  var header: MoltObject
  var iterator: Value
  /// The number of the next item: an exact int.
  var number: Value
  /// The last pair, or null.
  var result: Value
}

/// Whether keyword `index` of a call is `wanted`; raises the TypeError when it is not.
private func keywordIs(_ names: Value, _ index: Int, _ wanted: Value) -> Bool {
  let name = tupleItems(names)[index]
  if name == wanted || stringsEqual(name, wanted) { return true }
  raise(Exceptions.typeError) { message in
    message.append("'")
    message.append(name)
    message.append("' is an invalid keyword argument for enumerate()")
  }
  return false
}

/// Finds the arguments `iterable` and `start` as enumerate_vectorcall does, with its messages.
private func bindArguments(
  _ args: Arguments?, _ count: Int32, _ names: Value, _ iterable: inout Value, _ start: inout Value
) -> Bool {
  let keywords = names.isNull ? 0 : tupleCount(names)
  let total = Int(count) + keywords
  if total == 0 {
    raise(Exceptions.typeError, "enumerate() missing required argument 'iterable'")
    return false
  }
  if total > 2 {
    raise(Exceptions.typeError) { message in
      message.append("enumerate() takes at most 2 arguments (")
      message.append(int: total)
      message.append(" given)")
    }
    return false
  }
  let args = args.unsafelyUnwrapped
  let iterableName = intern("iterable")
  if total == 1 {
    if keywords == 1 && !keywordIs(names, 0, iterableName) { return false }
    iterable = args[0]
    return true
  }
  if keywords == 2, stringsEqual(tupleItems(names)[0], Names.start) {
    if !keywordIs(names, 1, iterableName) { return false }
    iterable = args[1]
    start = args[0]
    return true
  }
  if keywords == 2 && !keywordIs(names, 0, iterableName) { return false }
  if keywords >= 1 && !keywordIs(names, keywords - 1, Names.start) { return false }
  iterable = args[0]
  start = args[1]
  return true
}

private func enumerateConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var iterable = Value.null, start = Value.null
  if !bindArguments(args, count, names, &iterable, &start) { return .null }
  var number = Value(smallInt: 0)
  if !start.isNull {
    number = operandIndex(start)
    if number.isNull { return .null }
  }
  let iterator = molt_iterate(iterable)
  if iterator.isNull {
    release(number)
    return .null
  }
  let type = callee.pointer(MoltType.self)
  let result = Value(allocateObject(type, max(Int(type.pointee.basicSize), MemoryLayout<Enumerate>.size)))
  result.pointer(Enumerate.self).pointee.iterator = iterator
  result.pointer(Enumerate.self).pointee.number = number
  return result
}

/// An enumerate object in the middle of its work; takes over nothing. `number` is the next one.
@c(molt_make_enumerate) func molt_make_enumerate(_ iterator: Value, _ number: Int64) -> Value {
  let result = Value(allocateObject(Types.enumerate, MemoryLayout<Enumerate>.size))
  result.pointer(Enumerate.self).pointee.iterator = retained(iterator)
  result.pointer(Enumerate.self).pointee.number = makeInt(number)
  return result
}

func enumerateNext(_ value: Value) -> Value {
  let pointer = value.pointer(Enumerate.self)
  let item = molt_next(pointer.pointee.iterator)
  if item.isNull { return .null }
  let number = pointer.pointee.number
  let next = number.isSmallInt ? makeInt(number.smallInt + 1) : addInts(number, Value(smallInt: 1))
  if next.isNull {
    release(item)
    return .null
  }
  pointer.pointee.number = next
  return makePair(number, item, reusing: &pointer.pointee.result)
}

private func enumerateDestroy(_ object: ObjectPointer) {
  let pointer = Value(object).pointer(Enumerate.self)
  releaseIfBound(pointer.pointee.iterator)
  releaseIfBound(pointer.pointee.number)
  releaseIfBound(pointer.pointee.result)
  freeObject(object, MemoryLayout<Enumerate>.size)
}

func setUpEnumerateType() {
  let type = Types.enumerate
  setUpIteratorType(
    type, "enumerate", size: MemoryLayout<Enumerate>.size, flags: Int(MOLT_TYPE_BASE), { enumerateNext($0) })
  type.pointee.construct = { enumerateConstruct($0, $1, $2, $3) }
  type.pointee.destroy = { enumerateDestroy($0!) }
  type.pointee.traverse = { object, visit, context in
    let pointer = Value(object!).pointer(Enumerate.self)
    visit!(pointer.pointee.iterator, context)
    if !pointer.pointee.result.isNull { visit!(pointer.pointee.result, context) }
  }
  addClassGetItem(type)
  addMethod(
    type, "__reduce__", 0, 0,
    { receiver, _, _, _ in
      let pointer = receiver.pointer(Enumerate.self)
      let parts = makeTuple(pointer.pointee.iterator, pointer.pointee.number)
      let result = makeTuple(Value(typeOf(receiver)), parts)
      release(parts)
      return result
    })
  finishType(type)
}
