import MoltABI

// The type tuple.

/// tuple(iterable) as an owned exact tuple: an exact tuple is handed back as it is (PySequence_Tuple).
func tupleFrom(_ iterable: Value) -> Value {
  if isExactTuple(iterable) { return retained(iterable) }
  if isExactList(iterable) { return makeTuple(iterable.pointer(MoltList.self).pointee.items, listCount(iterable)) }
  if isGenerator(iterable) { return tupleFromGenerator(iterable) }
  let list = listFrom(iterable)
  if list.isNull { return .null }
  let result = tupleTakingItems(of: list)
  release(list)
  return result
}

/// The items of a generator: a few of them are gathered on the stack, without a list.
private func tupleFromGenerator(_ generator: Value) -> Value {
  let room = 16
  return withUnsafeTemporaryAllocation(of: Value.self, capacity: room) { items in
    let items = items.baseAddress.unsafelyUnwrapped
    var count = 0
    while true {
      let item = molt_next(generator)
      if item.isNull {
        if exceptionIsSet {
          for index in 0..<count { release(items[index]) }
          return .null
        }
        let tuple = newTuple(count)
        if count > 0 { c_memcpy(tupleItems(tuple), items, count * MemoryLayout<Value>.size) }
        return tuple
      }
      if count == room {
        let list = newList(capacity: 2 * room)
        let pointer = list.pointer(MoltList.self)
        c_memcpy(pointer.pointee.items.unsafelyUnwrapped, items, count * MemoryLayout<Value>.size)
        pointer.pointee.length = count
        listAppendOwned(pointer, item)
        let status = listExtend(list, generator)
        let tuple = status < 0 ? .null : tupleTakingItems(of: list)
        release(list)
        return tuple
      }
      items[count] = item
      count += 1
    }
  }
}

/// A tuple with the items of a list that nobody else knows; the list is empty afterwards.
func tupleTakingItems(of list: Value) -> Value {
  let pointer = list.pointer(MoltList.self)
  let count = pointer.pointee.length
  if count == 0 { return emptyTuple() }
  let result = newUnfilledTuple(count)
  c_memcpy(tupleItems(result), pointer.pointee.items, count * MemoryLayout<Value>.size)
  pointer.pointee.length = 0
  return result
}

private func tupleDestroy(_ object: ObjectPointer) {
  let tuple = Value(object)
  let count = tupleCount(tuple)
  let items = tupleItems(tuple)
  var index = count
  while index > 0 {
    index -= 1
    releaseIfBound(items[index])
  }
  freeObject(object, max(tupleHeaderSize + count * MemoryLayout<Value>.size, MemoryLayout<MoltTuple>.size))
}

private func tupleTraverse(_ object: ObjectPointer, _ visit: MoltVisit, _ context: UnsafeMutableRawPointer?) {
  let tuple = Value(object)
  let items = tupleItems(tuple)
  for index in 0..<tupleCount(tuple) where items[index].isObject && !items[index].isNull {
    visit(items[index], context)
  }
}

private func tupleConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let type = callee.pointer(MoltType.self)
  if !rejectKeywords(names, "tuple", for: type, of: Types.tuple) { return .null }
  if !checkCount(count, 0, 1, "tuple") { return .null }
  let exact = count == 0 ? emptyTuple() : tupleFrom(args.unsafelyUnwrapped[0])
  if type == Types.tuple || exact.isNull { return exact }
  return tupleOfSubclass(type, exact)
}

/// An instance of a subclass with the items of an exact tuple, which is consumed.
private func tupleOfSubclass(_ type: TypePointer, _ exact: Value) -> Value {
  let length = tupleCount(exact)
  let bytes = max(Int(type.pointee.basicSize), tupleHeaderSize) + length * MemoryLayout<Value>.size
  let result = Value(allocateObject(type, bytes))
  result.pointer(MoltTuple.self).pointee.length = length
  let source = tupleItems(exact), target = tupleItems(result)
  for index in 0..<length { target[index] = retained(source[index]) }
  release(exact)
  return result
}

private func tupleRepr(_ tuple: Value) -> Value {
  let count = tupleCount(tuple)
  if count == 0 { return makeString("()") }
  if !enterRepr(tuple) { return makeString("(...)") }
  defer { leaveRepr() }
  var text = StringBuilder()
  text.append("(")
  for index in 0..<count {
    if index > 0 { text.append(", ") }
    if !text.appendRepr(tupleItems(tuple)[index]) {
      text.discard()
      return .null
    }
  }
  text.append(count == 1 ? ",)" : ")")
  return text.finish()
}

private func tupleHash(_ tuple: Value) -> Int64 {
  let count = tupleCount(tuple)
  let items = tupleItems(tuple)
  var hash = TupleHash()
  for index in 0..<count {
    var lane: Int64 = 0
    if !hashKey(items[index], &lane) { return -1 }
    hash.add(lane)
  }
  return hash.finish(count)
}

private func tupleCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if !isTuple(a) || !isTuple(b) { return .notImplemented }
  let countA = tupleCount(a), countB = tupleCount(b)
  let itemsA = tupleItems(a), itemsB = tupleItems(b)
  var index = 0
  let common = min(countA, countB)
  while index < common {
    let isEqual = sameOrEqual(itemsA[index], itemsB[index])
    if isEqual < 0 { return .null }
    if isEqual == 0 { break }
    index += 1
  }
  if index == common {
    return Value(orderHolds(countA < countB ? -1 : countA == countB ? 0 : 1, op))
  }
  if op == Int32(MOLT_EQ) { return .false }
  if op == Int32(MOLT_NE) { return .true }
  return compare(itemsA[index], itemsB[index], op)
}

private func tupleContains(_ tuple: Value, _ item: Value) -> Int32 {
  let items = tupleItems(tuple)
  for index in 0..<tupleCount(tuple) {
    let isEqual = sameOrEqual(items[index], item)
    if isEqual != 0 { return isEqual }
  }
  return 0
}

func tupleGetItem(_ tuple: Value, _ key: Value) -> Value {
  if isSlice(key) {
    var start = 0, stop = 0, step = 0
    return sliceBounds(key, &start, &stop, &step) ? tupleGetSlice(tuple, start, stop, step) : .null
  }
  var index = 0
  if !sequenceIndex(key, &index, "tuple") { return .null }
  let count = tupleCount(tuple)
  if index < 0 { index += count }
  if index < 0 || index >= count { return raise(Exceptions.indexError, "tuple index out of range") }
  return retained(tupleItems(tuple)[index])
}

/// The items within bounds that `readBounds` has read; an exact tuple sliced whole is its own slice.
func tupleGetSlice(_ tuple: Value, _ first: Int, _ bound: Int, _ step: Int) -> Value {
  var start = first, stop = bound
  let length = tupleCount(tuple)
  let count = adjustSlice(length, &start, &stop, step)
  if count == 0 { return emptyTuple() }
  if step == 1 && count == length && isExactTuple(tuple) { return retained(tuple) }
  let result = newUnfilledTuple(count)
  copyItems(tupleItems(result), tupleItems(tuple), from: start, by: step, count)
  return result
}

private func tupleAdd(_ a: Value, _ b: Value) -> Value {
  if !isTuple(b) { return raiseConcatenation("tuple", b) }
  let countA = tupleCount(a), countB = tupleCount(b)
  if countA == 0 && isExactTuple(b) { return retained(b) }
  if countB == 0 && isExactTuple(a) { return retained(a) }
  if countA + countB == 0 { return emptyTuple() }
  if !hasRoom(countA + countB, units: MemoryLayout<Value>.size) { return .null }
  let result = newUnfilledTuple(countA + countB)
  copyItems(tupleItems(result), tupleItems(a), countA)
  copyItems(tupleItems(result) + countA, tupleItems(b), countB)
  return result
}

private func tupleMultiply(_ tuple: Value, _ times: Int) -> Value {
  let count = tupleCount(tuple)
  if count == 0 || times <= 0 { return emptyTuple() }
  if times == 1 && isExactTuple(tuple) { return retained(tuple) }
  let (total, overflow) = count.multipliedReportingOverflow(by: times)
  if overflow || !isAllocatable(items: total) { return raise(Exceptions.memoryError) }
  let result = newTuple(total)
  fillRepeating(tupleItems(result), tupleItems(tuple), count, times)
  return result
}

private func tupleIndex(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let args = args.unsafelyUnwrapped
  let length = tupleCount(receiver)
  var start = 0, stop = Int.max
  if count > 1 && !clippedIndex(args[1], &start) { return .null }
  if count > 2 && !clippedIndex(args[2], &stop) { return .null }
  if start < 0 { start = max(0, start + length) }
  if stop < 0 { stop += length }
  var index = start
  while index < min(stop, length) {
    let isEqual = sameOrEqual(tupleItems(receiver)[index], args[0])
    if isEqual > 0 { return Value(smallInt: Int64(index)) }
    if isEqual < 0 { return .null }
    index += 1
  }
  return raise(Exceptions.valueError, "tuple.index(x): x not in tuple")
}

private func tupleCountMethod(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var found: Int64 = 0
  for index in 0..<tupleCount(receiver) {
    let isEqual = sameOrEqual(tupleItems(receiver)[index], args.unsafelyUnwrapped[0])
    if isEqual < 0 { return .null }
    found += Int64(isEqual)
  }
  return Value(smallInt: found)
}

func setUpTupleType() {
  let type = Types.tuple
  setUpType(
    type, "tuple", size: tupleHeaderSize,
    flags: UInt32(MOLT_TYPE_BASE | MOLT_TYPE_CONTAINER | MOLT_TYPE_TUPLE | MOLT_TYPE_SEQUENCE_PATTERN))
  type.pointee.itemSize = UInt32(MemoryLayout<Value>.size)
  type.pointee.destroy = { tupleDestroy($0!) }
  type.pointee.traverse = { tupleTraverse($0!, $1!, $2) }
  type.pointee.construct = { tupleConstruct($0, $1, $2, $3) }
  type.pointee.repr = { tupleRepr($0) }
  type.pointee.hash = { tupleHash($0) }
  type.pointee.compare = { tupleCompare($0, $1, $2) }
  type.pointee.iterate = { newSequenceIterator(Types.tupleIterator, $0) }
  type.pointee.length = { tupleCount($0) }
  type.pointee.getItem = { tupleGetItem($0, $1) }
  type.pointee.contains = { tupleContains($0, $1) }
  type.pointee.concat = { tupleAdd($0, $1) }
  type.pointee.repeat = { tupleMultiply($0, $1) }
  addMethod(type, "index", 1, 3, { tupleIndex($0, $1, $2, $3) })
  addMethod(type, "count", 1, 1, { tupleCountMethod($0, $1, $2, $3) })
  addMethod(
    type, "__getnewargs__", 0, 0,
    { receiver, _, _, _ in
      let exact = makeTuple(tupleItems(receiver), tupleCount(receiver))
      let result = makeTuple(exact)
      release(exact)
      return result
    })
  addClassGetItem(type)
  finishType(type)
}
