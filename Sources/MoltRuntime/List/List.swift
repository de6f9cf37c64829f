import MoltABI

// Layout and growth of lists, and what compiled code and other parts of the runtime do with exact lists.

typealias ListPointer = UnsafeMutablePointer<MoltList>

@inline(__always) func isExactList(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.list
}

/// Whether the value is a list or an instance of a subclass.
@inline(__always) func isList(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_LIST) != 0
}

/// The items of a list; valid until the list changes.
@inline(__always) func listItems(_ list: Value) -> UnsafeMutablePointer<Value> {
  list.pointer(MoltList.self).pointee.items.unsafelyUnwrapped
}

@inline(__always) func listCount(_ list: Value) -> Int { list.pointer(MoltList.self).pointee.length }

func newList() -> Value { newList(capacity: 0) }

/// A new list with room for `count` items and a length of 0.
@inline(__always) func newList(capacity count: Int) -> Value {
  molt_heap.containers &+= 1
  let list = Value(allocateUncleared(Types.list, MemoryLayout<MoltList>.size))
  let pointer = list.pointer(MoltList.self)
  pointer.pointee.length = 0
  pointer.pointee.capacity = count
  pointer.pointee.items =
    count > 0 ? allocateRaw(count * MemoryLayout<Value>.size).assumingMemoryBound(to: Value.self) : nil
  return list
}

/// A list of `count` values, which are retained.
func makeList(_ items: UnsafePointer<Value>?, _ count: Int) -> Value {
  let list = newList(capacity: count)
  if count > 0, let items {
    copyItems(listItems(list), items, count)
    list.pointer(MoltList.self).pointee.length = count
  }
  return list
}

/// Copies values to memory that holds none yet, retaining each.
@inline(__always) func copyItems(_ target: UnsafeMutablePointer<Value>, _ source: UnsafePointer<Value>, _ count: Int) {
  for index in 0..<count { target[index] = retained(source[index]) }
}

/// `copyItems` of values that lie `step` apart, from `start` on.
@inline(__always) func copyItems(
  _ target: UnsafeMutablePointer<Value>, _ source: UnsafePointer<Value>, from start: Int, by step: Int, _ count: Int
) {
  if step == 1 { return copyItems(target, source + start, count) }
  var position = start
  for index in 0..<count {
    target[index] = retained(source[position])
    position &+= step
  }
}

/// Makes room for `count` items in all, with the over-allocation of CPython's list_resize (about an eighth).
@inline(never) func listReserve(_ list: ListPointer, _ count: Int) {
  if count <= list.pointee.capacity { return }
  var capacity = (count + (count >> 3) + 6) & ~3
  // A jump past the over-allocation, as extend() makes, is more likely to be final.
  if count - list.pointee.length > capacity - count { capacity = (count + 3) & ~3 }
  listSetCapacity(list, capacity)
}

/// Moves the items to a block of exactly `capacity`, which is not less than the length.
func listSetCapacity(_ list: ListPointer, _ capacity: Int) {
  let size = MemoryLayout<Value>.size
  if capacity == 0 {
    if let items = list.pointee.items { freeRaw(UnsafeMutableRawPointer(items), list.pointee.capacity * size) }
    list.pointee.items = nil
  } else if let items = list.pointee.items {
    list.pointee.items = resizeRaw(UnsafeMutableRawPointer(items), list.pointee.capacity * size, capacity * size)
      .assumingMemoryBound(to: Value.self)
  } else {
    list.pointee.items = allocateRaw(capacity * size).assumingMemoryBound(to: Value.self)
  }
  list.pointee.capacity = capacity
}

/// Gives back memory after items went away, when less than half of it is in use (CPython's list_resize).
@inline(__always) func listShrink(_ list: ListPointer) {
  if list.pointee.length < list.pointee.capacity >> 1 { giveBackCapacity(list) }
}

@inline(never) private func giveBackCapacity(_ list: ListPointer) {
  let count = list.pointee.length
  listSetCapacity(list, count == 0 ? 0 : (count + (count >> 3) + 6) & ~3)
}

/// Appends an owned value.
@inline(__always) func listAppendOwned(_ list: ListPointer, _ value: Value) {
  let count = list.pointee.length
  if count == list.pointee.capacity { listReserve(list, count + 1) }
  list.pointee.items.unsafelyUnwrapped[count] = value
  list.pointee.length = count + 1
}

/// Appends a value, which is retained.
@inline(__always) func listAppend(_ list: Value, _ value: Value) {
  listAppendOwned(list.pointer(), retained(value))
}

@c(molt_new_list) func molt_new_list(_ items: UnsafePointer<Value>?, _ count: Int32) -> Value {
  collectionPoint()
  return makeList(items, Int(count))
}

@c(molt_list_append) func molt_list_append(_ list: Value, _ value: Value) -> Int32 {
  listAppend(list, value)
  return 0
}

@c(molt_list_range) func molt_list_range(_ start: Int64, _ stop: Int64, _ step: Int32) -> Value {
  let low = step > 0 ? start : stop, high = step > 0 ? stop : start
  if low >= high { return newList(capacity: 0) }
  let count = (UInt64(bitPattern: high &- low) - 1) / UInt64(step.magnitude) + 1
  guard let room = Int(exactly: count), isAllocatable(items: room) else { return raise(Exceptions.memoryError) }
  let list = newList(capacity: room)
  let items = listItems(list)
  var number = start
  for index in 0..<room {
    items[index] = makeInt(number)
    number = number &+ Int64(step)
  }
  list.pointer(MoltList.self).pointee.length = room
  return list
}

@c(molt_list_copy) func molt_list_copy(_ value: Value) -> Value {
  collectionPoint()
  return isTuple(value)
    ? makeList(tupleItems(value), tupleCount(value))
    : makeList(value.pointer(MoltList.self).pointee.items, listCount(value))
}

@c(molt_tuple_copy) func molt_tuple_copy(_ list: Value) -> Value {
  collectionPoint()
  return makeTuple(list.pointer(MoltList.self).pointee.items, listCount(list))
}

@c(molt_new_buffer) func molt_new_buffer() -> Value {
  collectionPoint()
  return newList(capacity: 16)
}

@c(molt_list_to_tuple) func molt_list_to_tuple(_ list: Value) -> Value { tupleTakingItems(of: list) }
