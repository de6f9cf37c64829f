import MoltABI

// The type list: lifetime, slots and registration. ListMethods.swift and ListSlices.swift hold the rest.

/// Releases items that were taken out of a list, last first as CPython does, and frees their block.
func releaseItems(_ items: UnsafeMutablePointer<Value>?, _ count: Int, _ capacity: Int) {
  guard let items else { return }
  var index = count
  while index > 0 {
    index -= 1
    let item = items[index]
    // Numbers first: most lists that come and go hold nothing else.
    if item.isObject { releaseIfBound(item) }
  }
  freeRaw(UnsafeMutableRawPointer(items), capacity * MemoryLayout<Value>.size)
}

/// Empties a list before anything is released, so that code that runs then sees it empty.
func listClear(_ list: ListPointer) {
  let items = list.pointee.items, count = list.pointee.length, capacity = list.pointee.capacity
  list.pointee.items = nil
  list.pointee.length = 0
  list.pointee.capacity = 0
  releaseItems(items, count, capacity)
}

private func listDestroy(_ object: ObjectPointer) {
  listClear(UnsafeMutableRawPointer(object).assumingMemoryBound(to: MoltList.self))
  freeObject(object, MemoryLayout<MoltList>.size)
}

private func listTraverse(_ object: ObjectPointer, _ visit: MoltVisit, _ context: UnsafeMutableRawPointer?) {
  let list = UnsafeMutableRawPointer(object).assumingMemoryBound(to: MoltList.self)
  for index in 0..<list.pointee.length {
    let item = list.pointee.items.unsafelyUnwrapped[index]
    if item.isObject && !item.isNull { visit(item, context) }
  }
}

private func listConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  collectionPoint()
  let type = callee.pointer(MoltType.self)
  return Value(allocateObject(type, max(Int(type.pointee.basicSize), MemoryLayout<MoltList>.size)))
}

private func listInitialize(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  // A class with its own `__new__` says itself which keywords there are.
  let isOwn =
    unsafeBitCast(typeOf(receiver).pointee.construct, to: Int.self)
    == unsafeBitCast(Types.list.pointee.construct, to: Int.self)
  if isOwn && !rejectKeywords(names, "list") || !checkCount(count, 0, 1, "list") { return -1 }
  let list = receiver.pointer(MoltList.self)
  if list.pointee.items != nil { listClear(list) }
  return count == 0 ? 0 : listExtend(receiver, args.unsafelyUnwrapped[0])
}

/// list(iterable) as an owned exact list.
func listFrom(_ iterable: Value) -> Value {
  if isExactList(iterable) { return makeList(iterable.pointer(MoltList.self).pointee.items, listCount(iterable)) }
  if isExactTuple(iterable) { return makeList(tupleItems(iterable), tupleCount(iterable)) }
  let list = newList()
  if listExtend(list, iterable) < 0 {
    release(list)
    return .null
  }
  return list
}

/// list.extend; -1 with an exception set, items up to then having been added.
func listExtend(_ list: Value, _ iterable: Value) -> Int32 {
  let pointer = list.pointer(MoltList.self)
  if isExactList(iterable) || isExactTuple(iterable) || iterable == list {
    let isTupleSource = isTuple(iterable)
    let count = isTupleSource ? tupleCount(iterable) : listCount(iterable)
    if count == 0 { return 0 }
    let length = pointer.pointee.length
    if !hasRoom(length + count, units: MemoryLayout<Value>.size) { return -1 }
    listReserve(pointer, length + count)
    // Read after growing: the source may be the list itself.
    let source = isTupleSource ? tupleItems(iterable) : listItems(iterable)
    let target = pointer.pointee.items.unsafelyUnwrapped + length
    for index in 0..<count { target[index] = retained(source[index]) }
    pointer.pointee.length = length + count
    return 0
  }
  let iterator = molt_iterate(iterable)
  if iterator.isNull { return -1 }
  defer { release(iterator) }
  let hint = lengthHint(iterable, 8)
  if hint < 0 { return -1 }
  let length = pointer.pointee.length
  // A sum that is no size at all is taken for a lie.
  if hint > 0 && hint <= Int.max - length && length + hint > pointer.pointee.capacity {
    if !isAllocatable(items: length + hint) {
      raise(Exceptions.memoryError)
      return -1
    }
    if length == 0 {
      listSetCapacity(pointer, hint)
    } else {
      listReserve(pointer, length + hint)
    }
  }
  while true {
    let item = molt_next(iterator)
    if item.isNull {
      if exceptionIsSet { return -1 }
      break
    }
    listAppendOwned(pointer, item)
  }
  listShrink(pointer)
  return 0
}

private func listRepr(_ list: Value) -> Value {
  if listCount(list) == 0 { return makeString("[]") }
  if !enterRepr(list) { return makeString("[...]") }
  defer { leaveRepr() }
  var text = StringBuilder()
  text.append("[")
  var index = 0
  while index < listCount(list) {
    if index > 0 { text.append(", ") }
    let item = retained(listItems(list)[index])
    let isWritten = text.appendRepr(item)
    release(item)
    if !isWritten {
      text.discard()
      return .null
    }
    index += 1
  }
  text.append("]")
  return text.finish()
}

/// Items may be removed or replaced by a comparison, so each is held while it is compared.
@inline(__always) private func heldEqual(_ a: Value, _ b: Value) -> Int32 {
  retain(a)
  retain(b)
  let result = sameOrEqual(a, b)
  release(a)
  release(b)
  return result
}

private func listCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if !isList(a) || !isList(b) { return .notImplemented }
  let isEquality = op == Int32(MOLT_EQ) || op == Int32(MOLT_NE)
  if isEquality && listCount(a) != listCount(b) { return Value(op == Int32(MOLT_NE)) }
  var index = 0
  while index < listCount(a) && index < listCount(b) {
    let isEqual = heldEqual(listItems(a)[index], listItems(b)[index])
    if isEqual < 0 { return .null }
    if isEqual == 0 { break }
    index += 1
  }
  let countA = listCount(a), countB = listCount(b)
  if index >= countA || index >= countB {
    return Value(orderHolds(countA < countB ? -1 : countA == countB ? 0 : 1, op))
  }
  if op == Int32(MOLT_EQ) { return .false }
  if op == Int32(MOLT_NE) { return .true }
  let left = retained(listItems(a)[index]), right = retained(listItems(b)[index])
  let result = compare(left, right, op)
  release(left)
  release(right)
  return result
}

func listContains(_ list: Value, _ item: Value) -> Int32 {
  var index = 0
  while index < listCount(list) {
    let candidate = listItems(list)[index]
    let isEqual = candidate == item ? 1 : heldEqual(candidate, item)
    if isEqual != 0 { return isEqual }
    index += 1
  }
  return 0
}

private func listAdd(_ a: Value, _ b: Value) -> Value {
  if !isList(b) { return raiseConcatenation("list", b) }
  let countA = listCount(a), countB = listCount(b)
  if !hasRoom(countA + countB, units: MemoryLayout<Value>.size) { return .null }
  let result = newList(capacity: countA + countB)
  if countA + countB == 0 { return result }
  if countA > 0 { copyItems(listItems(result), listItems(a), countA) }
  if countB > 0 { copyItems(listItems(result) + countA, listItems(b), countB) }
  result.pointer(MoltList.self).pointee.length = countA + countB
  return result
}

@c(molt_list_concat) func molt_list_concat(_ left: Value, _ right: Value) -> Value {
  if left.object.pointee.refCount != 1 { return listAdd(left, right) }
  return listExtend(left, right) < 0 ? .null : retained(left)
}

private func listMultiply(_ list: Value, _ times: Int) -> Value {
  let count = listCount(list)
  if count == 0 || times <= 0 { return newList() }
  let (total, overflow) = count.multipliedReportingOverflow(by: times)
  if overflow || !isAllocatable(items: total) { return raise(Exceptions.memoryError) }
  let result = newList(capacity: total)
  fillRepeating(listItems(result), listItems(list), count, times)
  result.pointer(MoltList.self).pointee.length = total
  return result
}

private func listAddInPlace(_ list: Value, _ other: Value) -> Value {
  listExtend(list, other) < 0 ? .null : retained(list)
}

private func listMultiplyInPlace(_ list: Value, _ times: Int) -> Value {
  let pointer = list.pointer(MoltList.self)
  let count = pointer.pointee.length
  if count == 0 || times == 1 { return retained(list) }
  if times <= 0 {
    listClear(pointer)
    return retained(list)
  }
  let (total, overflow) = count.multipliedReportingOverflow(by: times)
  if overflow || !isAllocatable(items: total) { return raise(Exceptions.memoryError) }
  listReserve(pointer, total)
  let items = listItems(list)
  fillRepeating(items + count, items, count, times - 1)
  pointer.pointee.length = total
  return retained(list)
}

func setUpListType() {
  let type = Types.list
  setUpType(
    type, "list", size: MemoryLayout<MoltList>.size,
    flags: UInt32(MOLT_TYPE_BASE | MOLT_TYPE_CONTAINER | MOLT_TYPE_LIST | MOLT_TYPE_SEQUENCE_PATTERN))
  type.pointee.destroy = { listDestroy($0!) }
  type.pointee.traverse = { listTraverse($0!, $1!, $2) }
  type.pointee.clear = { listClear(UnsafeMutableRawPointer($0!).assumingMemoryBound(to: MoltList.self)) }
  type.pointee.construct = { listConstruct($0, $1, $2, $3) }
  type.pointee.initialize = { listInitialize($0, $1, $2, $3) }
  type.pointee.repr = { listRepr($0) }
  type.pointee.compare = { listCompare($0, $1, $2) }
  type.pointee.iterate = { newSequenceIterator(Types.listIterator, $0) }
  type.pointee.length = { listCount($0) }
  type.pointee.getItem = { listGetItem($0, $1) }
  type.pointee.setItem = { listSetItem($0, $1, $2) }
  type.pointee.contains = { listContains($0, $1) }
  type.pointee.concat = { listAdd($0, $1) }
  type.pointee.repeat = { listMultiply($0, $1) }
  type.pointee.inPlaceConcat = { listAddInPlace($0, $1) }
  type.pointee.inPlaceRepeat = { listMultiplyInPlace($0, $1) }
  markUnhashable(type)
  addListMethods(type)
  finishType(type)
}
