import MoltABI

// The methods of list.

private func listPop(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var index = -1
  if count > 0, !methodIndex(args.unsafelyUnwrapped[0], &index) { return .null }
  return listPop(receiver, index)
}

@inline(__always) private func listPop(_ receiver: Value, _ position: Int) -> Value {
  let list = receiver.pointer(MoltList.self)
  var index = position
  let length = list.pointee.length
  if length == 0 { return raise(Exceptions.indexError, "pop from empty list") }
  if index < 0 { index = index &+ length }
  if index < 0 || index >= length { return raise(Exceptions.indexError, "pop index out of range") }
  let items = list.pointee.items.unsafelyUnwrapped
  let item = items[index]
  moveItems(items + index, from: items + index + 1, length - index - 1)
  list.pointee.length = length - 1
  listShrink(list)
  return item
}

@c(molt_list_pop) func molt_list_pop(_ list: Value, _ index: Int64) -> Value { listPop(list, Int(clamping: index)) }

/// memmove of items; a few are moved without a call.
@inline(__always) private func moveItems(
  _ target: UnsafeMutablePointer<Value>, from source: UnsafeMutablePointer<Value>, _ count: Int
) {
  if count > 16 {
    c_memmove(target, source, count * MemoryLayout<Value>.size)
  } else if target < source {
    var index = 0
    while index < count {
      target[index] = source[index]
      index &+= 1
    }
  } else {
    var index = count
    while index > 0 {
      index &-= 1
      target[index] = source[index]
    }
  }
}

/// An index argument that must fit (PyNumber_AsSsize_t with OverflowError… as Argument Clinic's Py_ssize_t does).
func methodIndex(_ value: Value, _ out: inout Int) -> Bool {
  if value.isSmallInt {
    out = Int(clamping: value.smallInt)
    return true
  }
  let exact = operandIndex(value)
  if exact.isNull { return false }
  defer { release(exact) }
  var wide: Int64 = 0
  guard toInt64(exact, &wide), let narrow = Int(exactly: wide) else {
    raise(Exceptions.overflowError, "Python int too large to convert to C ssize_t")
    return false
  }
  out = narrow
  return true
}

private func listInsert(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var index = 0
  if !methodIndex(args.unsafelyUnwrapped[0], &index) { return .null }
  listInsert(receiver, index, args.unsafelyUnwrapped[1])
  return .none
}

@inline(__always) private func listInsert(_ receiver: Value, _ position: Int, _ value: Value) {
  let list = receiver.pointer(MoltList.self)
  var index = position
  let length = list.pointee.length
  if index < 0 { index = max(0, index &+ length) }
  if index > length { index = length }
  if length == list.pointee.capacity { listReserve(list, length + 1) }
  let items = list.pointee.items.unsafelyUnwrapped
  moveItems(items + index + 1, from: items + index, length - index)
  items[index] = retained(value)
  list.pointee.length = length + 1
}

@c(molt_list_insert) func molt_list_insert(_ list: Value, _ index: Int64, _ value: Value) {
  listInsert(list, Int(clamping: index), value)
}

@c(molt_list_reverse) func molt_list_reverse(_ list: Value) {
  if listCount(list) > 1 { reverseItems(listItems(list), listCount(list)) }
}

/// The index of the first item equal to `value` in start ..< stop, -1 when there is none, -2 with an exception set.
private func listFind(_ receiver: Value, _ value: Value, _ start: Int, _ stop: Int) -> Int {
  var index = start
  while index < stop && index < listCount(receiver) {
    let item = retained(listItems(receiver)[index])
    let isEqual = sameOrEqual(item, value)
    release(item)
    if isEqual != 0 { return isEqual < 0 ? -2 : index }
    index += 1
  }
  return -1
}

private func listIndex(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let args = args.unsafelyUnwrapped
  var start = 0, stop = Int.max
  if count > 1 && !clippedIndex(args[1], &start) { return .null }
  if count > 2 && !clippedIndex(args[2], &stop) { return .null }
  if start < 0 { start = max(0, start + listCount(receiver)) }
  if stop < 0 { stop = max(0, stop + listCount(receiver)) }
  let index = listFind(receiver, args[0], start, stop)
  if index >= 0 { return Value(smallInt: Int64(index)) }
  if index == -2 { return .null }
  return raise(Exceptions.valueError) { message in
    if message.appendRepr(args[0]) { message.append(" is not in list") }
  }
}

private func listRemove(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let index = listFind(receiver, args.unsafelyUnwrapped[0], 0, Int.max)
  if index == -2 { return .null }
  if index == -1 { return raise(Exceptions.valueError, "list.remove(x): x not in list") }
  // The comparison may have shortened the list.
  if index < listCount(receiver), !listReplaceRange(receiver.pointer(), index, index + 1, nil, 0) { return .null }
  return .none
}

private func listCountMethod(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let value = args.unsafelyUnwrapped[0]
  var found: Int64 = 0
  var index = 0
  while index < listCount(receiver) {
    let candidate = listItems(receiver)[index]
    if candidate == value {
      found += 1
    } else {
      retain(candidate)
      let isEqual = sameOrEqual(candidate, value)
      release(candidate)
      if isEqual < 0 { return .null }
      found += Int64(isEqual)
    }
    index += 1
  }
  return Value(smallInt: found)
}

/// Reverses a run of items in place.
func reverseItems(_ items: UnsafeMutablePointer<Value>, _ count: Int) {
  var low = 0, high = count - 1
  while low < high {
    let item = items[low]
    items[low] = items[high]
    items[high] = item
    low += 1
    high -= 1
  }
}

@c(molt_list_append_method) func molt_list_append_method() -> Value {
  retained(lookupInType(Types.list, Names.append))
}

func addListMethods(_ type: TypePointer) {
  addMethod(
    type, "append", 1, 1,
    { receiver, args, _, _ in
      listAppend(receiver, args.unsafelyUnwrapped[0])
      return .none
    })
  addMethod(
    type, "extend", 1, 1,
    { receiver, args, _, _ in listExtend(receiver, args.unsafelyUnwrapped[0]) < 0 ? .null : .none })
  addMethod(type, "insert", 2, 2, { listInsert($0, $1, $2, $3) })
  addMethod(type, "pop", 0, 1, { listPop($0, $1, $2, $3) })
  addMethod(type, "remove", 1, 1, { listRemove($0, $1, $2, $3) })
  addMethod(type, "index", 1, 3, { listIndex($0, $1, $2, $3) })
  addMethod(type, "count", 1, 1, { listCountMethod($0, $1, $2, $3) })
  addMethod(
    type, "clear", 0, 0,
    { receiver, _, _, _ in
      listClear(receiver.pointer())
      return .none
    })
  addMethod(
    type, "copy", 0, 0,
    { receiver, _, _, _ in makeList(receiver.pointer(MoltList.self).pointee.items, listCount(receiver)) })
  addMethod(
    type, "reverse", 0, 0,
    { receiver, _, _, _ in
      molt_list_reverse(receiver)
      return .none
    })
  addMethod(
    type, "sort", 0, 2,
    { receiver, args, _, _ in
      let args = args.unsafelyUnwrapped
      var isReverse: Int32 = 0
      if !args[1].isNull {
        isReverse = truthOf(args[1])
        if isReverse < 0 { return .null }
      }
      return listSort(receiver, key: args[0].isNone ? .null : args[0], reverse: isReverse > 0) < 0 ? .null : .none
    }, params: "* key reverse")
  addMethod(type, "__reversed__", 0, 0, { receiver, _, _, _ in newReverseListIterator(receiver) })
  addClassGetItem(type)
}
