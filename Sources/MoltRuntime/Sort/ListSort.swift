import MoltABI

// list.sort and sorted().

/// An inline int: their encodings order as they do.
private struct IntItem: SortElement {
  var value: Value
  @inline(__always) static func isLess(_ a: IntItem, _ b: IntItem) -> Int32 { a.value.bits < b.value.bits ? 1 : 0 }
}

/// An item and its key, with a number that is less where the key is less: it decides most comparisons without looking
/// at the key.
private struct KeyedItem: SortElement {
  var prefix: UInt64
  var key: Value
  var item: Value

  @inline(__always) static func isLess(_ a: KeyedItem, _ b: KeyedItem) -> Int32 {
    if a.prefix != b.prefix { return a.prefix < b.prefix ? 1 : 0 }
    return valueIsLess(a.key, b.key)
  }
}

/// What the numbers are made of.
private enum SortPrefix {
  case ints
  case floats
  case texts
  case none

  /// The number of a value of that kind.
  @inline(__always) func of(_ value: Value) -> UInt64 {
    switch self {
    case .ints: return value.bits
    case .floats:
      let bits = (value.float + 0.0).bitPattern
      return bits >> 63 != 0 ? ~bits : bits | 1 << 63
    case .texts:
      let text = value.pointer(MoltStr.self)
      let bytes = text.data.assumingMemoryBound(to: UInt8.self)
      var packed: UInt64 = 0
      for index in 0..<8 { packed = packed << 8 | (index < text.pointee.length ? UInt64(bytes[index]) : 0) }
      return packed
    case .none: return 0
    }
  }
}

@inline(__always) private func isNarrowText(_ value: Value) -> Bool {
  isExactStr(value) && value.pointer(MoltStr.self).pointee.kind == 1
}

/// a < b, with short cuts for what needs no call.
@inline(__always) private func valueIsLess(_ a: Value, _ b: Value) -> Int32 {
  if a.isFloat && b.isFloat { return a.float < b.float ? 1 : 0 }
  if a.isSmallInt && b.isSmallInt { return a.bits < b.bits ? 1 : 0 }
  if a.isObject && b.isObject { return objectIsLess(a, b) }
  return compareTruth(a, b, Int32(MOLT_LT))
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

/// Exact tuples, as their own comparison does it: the first items that are not equal decide.
private func tupleIsLess(_ a: Value, _ b: Value) -> Int32 {
  let countA = tupleCount(a), countB = tupleCount(b)
  let itemsA = tupleItems(a), itemsB = tupleItems(b)
  for index in 0..<min(countA, countB) {
    let isEqual = sameOrEqual(itemsA[index], itemsB[index])
    if isEqual < 0 { return -1 }
    if isEqual == 0 { return valueIsLess(itemsA[index], itemsB[index]) }
  }
  return countA < countB ? 1 : 0
}

private func run<Element: SortElement>(_ items: UnsafeMutablePointer<Element>, _ count: Int) -> Bool {
  var sort = TimSort<Element>(items, count)
  return sort.run()
}

/// What all of `count` values are. A single one that differs makes it `none`.
private func classify(_ count: Int, _ value: (Int) -> Value) -> SortPrefix {
  let first = value(0)
  if first.isSmallInt {
    for index in 1..<count where !value(index).isSmallInt { return .none }
    return .ints
  }
  if first.isFloat {
    for index in 0..<count where !value(index).isFloat || value(index).float.isNaN { return .none }
    return .floats
  }
  for index in 0..<count where !isNarrowText(value(index)) { return .none }
  return .texts
}

/// Fills in the numbers of keys that are in place: those of the keys themselves or, where all are tuples, of their
/// first items, which decide alone unless they are equal.
private func addPrefixes(_ items: UnsafeMutablePointer<KeyedItem>, _ count: Int) {
  var areTuples = true
  for index in 0..<count where !isExactTuple(items[index].key) || tupleCount(items[index].key) == 0 {
    areTuples = false
    break
  }
  if areTuples {
    let kind = classify(count) { tupleItems(items[$0].key)[0] }
    for index in 0..<count { items[index].prefix = kind.of(tupleItems(items[index].key)[0]) }
  } else {
    let kind = classify(count) { items[$0].key }
    for index in 0..<count { items[index].prefix = kind.of(items[index].key) }
  }
}

private func sortValues(_ items: UnsafeMutablePointer<Value>, _ count: Int) -> Bool {
  if items[0].isSmallInt, case .ints = classify(count, { items[$0] }) {
    return run(UnsafeMutableRawPointer(items).assumingMemoryBound(to: IntItem.self), count)
  }
  let bytes = count * MemoryLayout<KeyedItem>.stride
  let memory = allocateRaw(bytes)
  let keyed = memory.assumingMemoryBound(to: KeyedItem.self)
  for index in 0..<count { keyed[index] = KeyedItem(prefix: 0, key: items[index], item: items[index]) }
  addPrefixes(keyed, count)
  let isComplete = run(keyed, count)
  for index in 0..<count { items[index] = keyed[index].item }
  freeRaw(memory, bytes)
  return isComplete
}

/// Sorts by keys that are computed once, in the order of the items as they stand; a reversed sort turns items and keys
/// round before and after.
private func sortByKey(
  _ items: UnsafeMutablePointer<Value>, _ count: Int, _ function: Value, reverse: Bool
) -> Bool {
  let bytes = count * MemoryLayout<KeyedItem>.stride
  let memory = allocateRaw(bytes)
  let keyed = memory.assumingMemoryBound(to: KeyedItem.self)
  var made = 0
  while made < count {
    let key = call1(function, items[made])
    if key.isNull { break }
    keyed[made] = KeyedItem(prefix: 0, key: key, item: items[made])
    made += 1
  }
  var isComplete = made == count
  if isComplete && count > 1 {
    if reverse {
      reverseKeyed(keyed, count)
      reverseItems(items, count)
    }
    addPrefixes(keyed, count)
    isComplete = run(keyed, count)
    for index in 0..<count { items[index] = keyed[index].item }
    if reverse { reverseItems(items, count) }
  }
  for index in 0..<made { release(keyed[index].key) }
  freeRaw(memory, bytes)
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
/// exception set: the items are then in some order. While it runs the list looks empty; what is put into it meanwhile
/// is lost and reported.
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
    isComplete = count < 2 || sortValues(items, count)
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
