import MoltABI

// list[...]: reading, storing and deleting by index and by slice.

func listGetItem(_ list: Value, _ key: Value) -> Value {
  if isSlice(key) {
    var start = 0, stop = 0, step = 0
    return sliceBounds(key, &start, &stop, &step) ? listGetSlice(list, start, stop, step) : .null
  }
  var index = 0
  if !sequenceIndex(key, &index, "list") { return .null }
  let count = listCount(list)
  if index < 0 { index += count }
  if index < 0 || index >= count { return raise(Exceptions.indexError, "list index out of range") }
  return retained(listItems(list)[index])
}

/// The items within bounds that `readBounds` has read, as a new list.
func listGetSlice(_ list: Value, _ first: Int, _ bound: Int, _ step: Int) -> Value {
  var start = first, stop = bound
  let count = adjustSlice(listCount(list), &start, &stop, step)
  let result = newList(capacity: count)
  if count > 0 {
    copyItems(listItems(result), listItems(list), from: start, by: step, count)
    result.pointer(MoltList.self).pointee.length = count
  }
  return result
}

/// The index that a machine int of compiled code stands for, on targets with narrower ints too.
@inline(__always) private func narrowed(_ index: Int64) -> Int { Int(clamping: index) }

@c(molt_list_slice)
func molt_list_slice(_ list: Value, _ start: Int64, _ stop: Int64, _ step: Int32) -> Value {
  listGetSlice(list, narrowed(start), narrowed(stop), Int(step))
}

@c(molt_list_set_slice)
func molt_list_set_slice(_ list: Value, _ start: Int64, _ stop: Int64, _ value: Value) -> Int32 {
  listSetSlice(list, narrowed(start), narrowed(stop), 1, value)
}

@c(molt_list_move_slice)
func molt_list_move_slice(
  _ list: Value, _ start: Int64, _ stop: Int64, _ source: Value, _ first: Int64, _ bound: Int64, _ step: Int32
) {
  var to = narrowed(start), end = narrowed(stop), from = narrowed(first), last = narrowed(bound)
  let count = adjustSlice(listCount(source), &from, &last, Int(step))
  if count == adjustSlice(listCount(list), &to, &end, 1) {
    if count == 0 { return }
    let target = listItems(list) + to
    if source == list {
      // The same items in the opposite order: none comes or goes.
      if step == -1 && from - count + 1 == to { return reverseItems(target, count) }
    } else if !anyObject(target, count) {
      return copyItems(target, listItems(source), from: from, by: Int(step), count)
    }
  }
  let slice = molt_list_slice(source, first, bound, step)
  _ = molt_list_set_slice(list, start, stop, slice)
  release(slice)
}

/// list[key] = value, or del list[key] when `value` is null.
func listSetItem(_ list: Value, _ key: Value, _ value: Value) -> Int32 {
  if isSlice(key) {
    var start = 0, stop = 0, step = 0
    return sliceBounds(key, &start, &stop, &step) ? listSetSlice(list, start, stop, step, value) : -1
  }
  var index = 0
  if !sequenceIndex(key, &index, "list") { return -1 }
  let count = listCount(list)
  if index < 0 { index += count }
  if index < 0 || index >= count {
    return raiseStatus(Exceptions.indexError, "list assignment index out of range")
  }
  if value.isNull { return listReplaceRange(list.pointer(), index, index + 1, nil, 0) ? 0 : -1 }
  replace(listItems(list) + index, with: retained(value))
  return 0
}

/// Replaces the items start ..< stop by `count` others, which are retained and must not lie in this list. What is
/// replaced is released when the list is whole again.
@discardableResult
func listReplaceRange(
  _ list: ListPointer, _ start: Int, _ stop: Int, _ source: UnsafePointer<Value>?, _ count: Int
) -> Bool {
  let size = MemoryLayout<Value>.size
  let length = list.pointee.length
  let removed = stop - start
  if removed == count {
    if count == 0 { return true }
    // As many numbers as there were: nothing moves and nothing is released.
    let target = list.pointee.items.unsafelyUnwrapped + start
    if let source, !anyObject(target, count) {
      copyItems(target, source, count)
      return true
    }
  }
  let newLength = length - removed + count
  if count == 0 && removed == 1 {
    let items = list.pointee.items.unsafelyUnwrapped
    let old = items[start]
    c_memmove(items + start, items + stop, (length - stop) * size)
    list.pointee.length = newLength
    listShrink(list)
    release(old)
    return true
  }
  if newLength == 0 {
    listClear(list)
    return true
  }
  var recycled: UnsafeMutablePointer<Value>? = nil
  if removed > 0 && anyObject(list.pointee.items.unsafelyUnwrapped + start, removed) {
    recycled = allocateRaw(removed * size).assumingMemoryBound(to: Value.self)
    c_memcpy(recycled, list.pointee.items.unsafelyUnwrapped + start, removed * size)
  }
  if newLength > length { listReserve(list, newLength) }
  if newLength != length, stop < length {
    let items = list.pointee.items.unsafelyUnwrapped
    c_memmove(items + start + count, items + stop, (length - stop) * size)
  }
  list.pointee.length = newLength
  if newLength < length { listShrink(list) }
  if count > 0, let source {
    let items = list.pointee.items.unsafelyUnwrapped
    copyItems(items + start, source, count)
  }
  if recycled != nil { releaseItems(recycled, removed, removed) }
  return true
}

/// Whether any of the values needs releasing.
@inline(__always) private func anyObject(_ items: UnsafeMutablePointer<Value>, _ count: Int) -> Bool {
  for index in 0..<count where items[index].isObject { return true }
  return false
}

/// Stores an iterable's items at bounds that `readBounds` has read, or deletes what is there when `value` is null.
func listSetSlice(_ list: Value, _ first: Int, _ bound: Int, _ step: Int, _ value: Value) -> Int32 {
  var start = first, stop = bound
  var count = adjustSlice(listCount(list), &start, &stop, step)
  if value.isNull { return listDeleteSlice(list, start, stop, step, count) }
  if step == 1 && value != list && (isExactList(value) || isExactTuple(value)) {
    // The items are in place before anything is released that could change where they come from.
    let isFromTuple = isTuple(value)
    return listReplaceRange(
      list.pointer(), start, max(start, stop),
      isFromTuple ? UnsafePointer(tupleItems(value)) : UnsafePointer(value.pointer(MoltList.self).pointee.items),
      isFromTuple ? tupleCount(value) : listCount(value)) ? 0 : -1
  }

  // The values first: making them may run code that changes the list.
  let values: Value
  if step == 1 {
    values = sequenceItems(value, "can only assign an iterable", except: list)
  } else {
    values = sequenceItems(value, "must assign iterable to extended slice", except: list)
  }
  if values.isNull { return -1 }
  defer { release(values) }
  let source =
    isTuple(values)
    ? UnsafePointer(tupleItems(values)) : UnsafePointer(values.pointer(MoltList.self).pointee.items)
  let sourceCount = isTuple(values) ? tupleCount(values) : listCount(values)
  if step == 1 {
    let length = listCount(list)
    start = min(start, length)
    stop = min(max(stop, start), length)
    return listReplaceRange(list.pointer(), start, stop, source, sourceCount) ? 0 : -1
  }
  if sourceCount != count {
    return raiseStatus(Exceptions.valueError) { message in
      message.append("attempt to assign sequence of size ")
      message.append(int: sourceCount)
      message.append(" to extended slice of size ")
      message.append(int: count)
    }
  }
  if count == 0 { return 0 }
  // A shrunken list can no longer take all of them.
  let last = start + (count - 1) * step
  if max(start, last) >= listCount(list) {
    count = adjustSlice(listCount(list), &start, &stop, step)
    if count > sourceCount { count = sourceCount }
  }
  if count <= 0 { return 0 }
  let garbage = allocateRaw(count * MemoryLayout<Value>.size).assumingMemoryBound(to: Value.self)
  let items = listItems(list)
  for index in 0..<count {
    garbage[index] = items[start + index * step]
    items[start + index * step] = retained(source.unsafelyUnwrapped[index])
  }
  releaseGarbage(garbage, count)
  return 0
}

/// The right side of a slice assignment as a list or tuple that is not the list assigned to; owned. A TypeError of
/// making it iterable gets the given message.
private func sequenceItems(_ value: Value, _ message: StaticString, except list: Value) -> Value {
  if value != list && (isExactList(value) || isExactTuple(value)) { return retained(value) }
  let iterator = value == list ? Value.null : molt_iterate(value)
  if value == list { return makeList(list.pointer(MoltList.self).pointee.items, listCount(list)) }
  if iterator.isNull {
    if exceptionMatches(Exceptions.typeError) {
      clearException()
      raise(Exceptions.typeError, message)
    }
    return .null
  }
  let result = listFrom(iterator)
  release(iterator)
  return result
}

private func listDeleteSlice(_ list: Value, _ first: Int, _ bound: Int, _ stride: Int, _ count: Int) -> Int32 {
  if count <= 0 { return 0 }
  let pointer = list.pointer(MoltList.self)
  if stride == 1 { return listReplaceRange(pointer, first, first + count, nil, 0) ? 0 : -1 }
  var start = first, step = stride
  if step < 0 {
    start = first + (count - 1) * step
    step = -step
  }
  let size = MemoryLayout<Value>.size
  let length = pointer.pointee.length
  let items = listItems(list)
  let garbage = allocateRaw(count * size).assumingMemoryBound(to: Value.self)
  // Each run between two deleted items moves down by the number of items deleted before it.
  for index in 0..<count {
    let position = start + index * step
    garbage[index] = items[position]
    let run = index == count - 1 ? length - position - 1 : step - 1
    c_memmove(items + position - index, items + position + 1, run * size)
  }
  pointer.pointee.length = length - count
  listShrink(pointer)
  releaseGarbage(garbage, count)
  return 0
}

/// Releases what an assignment or deletion with a step took out, in the order in which it was taken (without a step it
/// is the last first), and frees the block.
private func releaseGarbage(_ garbage: UnsafeMutablePointer<Value>, _ count: Int) {
  for index in 0..<count { release(garbage[index]) }
  freeRaw(UnsafeMutableRawPointer(garbage), count * MemoryLayout<Value>.size)
}

@c(molt_list_extend) func molt_list_extend(_ list: Value, _ iterable: Value) -> Int32 {
  if listExtend(list, iterable) == 0 { return 0 }
  if exceptionMatches(Exceptions.typeError) && !isIterable(iterable) {
    clearException()
    raiseTypeError("Value after * must be an iterable, not ", iterable, "")
  }
  return -1
}
