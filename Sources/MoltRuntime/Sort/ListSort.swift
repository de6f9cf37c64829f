import MoltABI

// list.sort and sorted().

/// Inline ints: their encodings order as they do.
private enum IntOrder: SortOrder {
  @inline(__always) static func isLess(_ a: Value, _ b: Value) -> Int32 { a.bits < b.bits ? 1 : 0 }
}

/// Anything, with short cuts for what needs no call.
private enum AnyOrder: SortOrder {
  @inline(__always) static func isLess(_ a: Value, _ b: Value) -> Int32 {
    if a.isFloat && b.isFloat { return a.float < b.float ? 1 : 0 }
    if a.isObject && b.isObject { return objectIsLess(a, b) }
    if a.isSmallInt && b.isSmallInt { return a.bits < b.bits ? 1 : 0 }
    return compareTruth(a, b, Int32(MOLT_LT))
  }
}

@inline(never) private func objectIsLess(_ a: Value, _ b: Value) -> Int32 {
  let type = a.object.pointee.type
  if type == b.object.pointee.type {
    if type == Types.str { return stringIsLess(a, b) }
    if type == Types.tuple { return tupleIsLess(a, b) }
  }
  return compareTruth(a, b, Int32(MOLT_LT))
}

private func stringIsLess(_ a: Value, _ b: Value) -> Int32 {
  let left = a.pointer(MoltStr.self), right = b.pointer(MoltStr.self)
  if left.pointee.kind != 1 || right.pointee.kind != 1 { return compareTruth(a, b, Int32(MOLT_LT)) }
  let order = c_memcmp(left.data, right.data, min(left.pointee.length, right.pointee.length))
  return order < 0 || (order == 0 && left.pointee.length < right.pointee.length) ? 1 : 0
}

/// Tuples are decided by their first items where these are plain and differ, which needs no comparison for equality.
private func tupleIsLess(_ a: Value, _ b: Value) -> Int32 {
  if tupleCount(a) > 0 && tupleCount(b) > 0 {
    let first = tupleItems(a)[0], second = tupleItems(b)[0]
    if first != second {
      if first.isSmallInt && second.isSmallInt { return first.bits < second.bits ? 1 : 0 }
      if first.isFloat && second.isFloat && first.float != second.float { return first.float < second.float ? 1 : 0 }
      if isExactStr(first) && isExactStr(second) && !stringsEqual(first, second) { return stringIsLess(first, second) }
    }
  }
  return compareTruth(a, b, Int32(MOLT_LT))
}

private func sortValues(_ items: UnsafeMutablePointer<Value>, _ count: Int) -> Bool {
  for index in 0..<count where !items[index].isSmallInt {
    var sort = TimSort<Value, AnyOrder>(items, count)
    return sort.run()
  }
  var sort = TimSort<Value, IntOrder>(items, count)
  return sort.run()
}

/// Sorts by keys that are computed once, in the order of the items.
private func sortByKey(
  _ items: UnsafeMutablePointer<Value>, _ count: Int, _ function: Value, reverse: Bool
) -> Bool {
  let bytes = count * MemoryLayout<KeyedItem>.stride
  let keyed = allocateRaw(bytes).assumingMemoryBound(to: KeyedItem.self)
  var made = 0
  var onlyInts = true
  while made < count {
    let key = call1(function, items[made])
    if key.isNull { break }
    onlyInts = onlyInts && key.isSmallInt
    keyed[made] = KeyedItem(key: key, item: items[made])
    made += 1
  }
  var isComplete = made == count
  if isComplete {
    if reverse { reverseKeyed(keyed, count) }
    if onlyInts {
      var sort = TimSort<KeyedItem, IntOrder>(keyed, count)
      isComplete = sort.run()
    } else {
      var sort = TimSort<KeyedItem, AnyOrder>(keyed, count)
      isComplete = sort.run()
    }
    if reverse { reverseKeyed(keyed, count) }
    for index in 0..<count { items[index] = keyed[index].item }
  }
  for index in 0..<made { release(keyed[index].key) }
  freeRaw(UnsafeMutableRawPointer(keyed), bytes)
  return isComplete
}

private func reverseKeyed(_ items: UnsafeMutablePointer<KeyedItem>, _ count: Int) {
  var low = 0, high = count - 1
  while low < high {
    let item = items[low]
    items[low] = items[high]
    items[high] = item
    low += 1
    high -= 1
  }
}

/// Sorts a list in place, keeping the order of equal items also when reversed; `key` is a function or null. -1 with an
/// exception set: the items are then in some order. While it runs the list looks empty; what is put into it meanwhile is
/// lost and reported.
func listSort(_ list: Value, key: Value, reverse: Bool) -> Int32 {
  let pointer = list.pointer(MoltList.self)
  let count = pointer.pointee.length, capacity = pointer.pointee.capacity
  guard let items = pointer.pointee.items else { return 0 }
  pointer.pointee.items = nil
  pointer.pointee.length = 0
  pointer.pointee.capacity = 0
  var isComplete: Bool
  if key.isNull {
    // Reversing before and after keeps equal items in their order.
    if reverse { reverseItems(items, count) }
    isComplete = sortValues(items, count)
    if reverse { reverseItems(items, count) }
  } else {
    isComplete = sortByKey(items, count, key, reverse: reverse)
  }
  if pointer.pointee.items != nil && isComplete {
    raise(Exceptions.valueError, "list modified during sort")
    isComplete = false
  }
  let strayItems = pointer.pointee.items
  let strayCount = pointer.pointee.length, strayCapacity = pointer.pointee.capacity
  pointer.pointee.items = items
  pointer.pointee.length = count
  pointer.pointee.capacity = capacity
  releaseItems(strayItems, strayCount, strayCapacity)
  return isComplete ? 0 : -1
}

/// sorted(iterable, key, reverse) as an owned list; `key` is a function or null.
func sortedList(_ iterable: Value, key: Value, reverse: Bool) -> Value {
  let list = listFrom(iterable)
  if list.isNull { return .null }
  if listSort(list, key: key, reverse: reverse) == 0 { return list }
  release(list)
  return .null
}
