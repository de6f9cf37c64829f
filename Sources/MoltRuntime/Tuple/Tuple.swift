import MoltABI

// Layout, creation and destruction of tuples.

typealias TuplePointer = UnsafeMutablePointer<MoltTuple>

/// Where the items start: `MoltTuple` declares one of them.
@inline(__always) var tupleHeaderSize: Int { MemoryLayout<MoltTuple>.size - MemoryLayout<MoltValue>.size }

/// The one tuple without items; immortal, made on first use because set-up code asks for it early.
private var sharedEmptyTuple: Value = .null

/// The items of a tuple; valid as long as the tuple is.
@inline(__always) func tupleItems(_ tuple: Value) -> UnsafeMutablePointer<Value> {
  (UnsafeMutableRawPointer(tuple.object) + tupleHeaderSize).assumingMemoryBound(to: Value.self)
}

@inline(__always) func tupleCount(_ tuple: Value) -> Int { tuple.pointer(MoltTuple.self).pointee.length }

@inline(__always) func isExactTuple(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.tuple
}

/// Whether the value is a tuple or an instance of a subclass.
@inline(__always) func isTuple(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_TUPLE) != 0
}

/// A new tuple with `count` null items, which the caller fills before anyone else sees it.
func newTuple(_ count: Int) -> Value {
  if count == 0 { return emptyTuple() }
  let object = allocateObject(Types.tuple, tupleHeaderSize + count * MemoryLayout<Value>.size)
  let tuple = Value(object)
  tuple.pointer(MoltTuple.self).pointee.length = count
  return tuple
}

func emptyTuple() -> Value {
  if sharedEmptyTuple.isNull {
    let object = allocateObject(Types.tuple, MemoryLayout<MoltTuple>.size)
    object.pointee.refCount = UInt32(MOLT_IMMORTAL)
    sharedEmptyTuple = Value(object)
  }
  return retained(sharedEmptyTuple)
}

/// A new tuple of at least one item, the memory of which is not set: the caller fills it before anything else is
/// allocated.
@inline(__always) func newUnfilledTuple(_ count: Int) -> Value {
  molt_heap.containers &+= 1
  let tuple = Value(allocateUncleared(Types.tuple, tupleHeaderSize + count * MemoryLayout<Value>.size))
  tuple.pointer(MoltTuple.self).pointee.length = count
  return tuple
}

/// A tuple of `count` values, which are retained.
func makeTuple(_ items: UnsafePointer<Value>?, _ count: Int) -> Value {
  guard count > 0, let items else { return emptyTuple() }
  let tuple = newUnfilledTuple(count)
  copyItems(tupleItems(tuple), items, count)
  return tuple
}

/// `newTuple` of a constant count, for which the allocation reduces to a few instructions.
@inline(__always) private func newSmallTuple(_ count: Int) -> Value {
  let tuple = Value(allocateObject(Types.tuple, tupleHeaderSize + count * MemoryLayout<Value>.size))
  tuple.pointer(MoltTuple.self).pointee.length = count
  return tuple
}

func makeTuple(_ a: Value) -> Value {
  let tuple = newSmallTuple(1)
  tupleItems(tuple)[0] = retained(a)
  return tuple
}

func makeTuple(_ a: Value, _ b: Value) -> Value { makePair(retained(a), retained(b)) }

/// A tuple of two values, which are consumed.
func makePair(_ a: Value, _ b: Value) -> Value {
  let tuple = newSmallTuple(2)
  tupleItems(tuple)[0] = a
  tupleItems(tuple)[1] = b
  return tuple
}

/// `makePair` in the tuple that an iterator handed out before, when nobody kept that one; `cache` owns it. CPython does
/// so too, which shows in how long the items of the last pair live.
@inline(__always) func makePair(_ a: Value, _ b: Value, reusing cache: UnsafeMutablePointer<Value>) -> Value {
  let previous = cache.pointee
  if previous.isNull {
    let pair = makePair(a, b)
    cache.pointee = retained(pair)
    return pair
  }
  if previous.object.pointee.refCount != 1 { return makePair(a, b) }
  retain(previous)
  let items = tupleItems(previous)
  let oldFirst = items[0], oldSecond = items[1]
  items[0] = a
  items[1] = b
  release(oldFirst)
  release(oldSecond)
  return previous
}

func makeTuple(_ a: Value, _ b: Value, _ c: Value) -> Value {
  let tuple = newSmallTuple(3)
  tupleItems(tuple)[0] = retained(a)
  tupleItems(tuple)[1] = retained(b)
  tupleItems(tuple)[2] = retained(c)
  return tuple
}

@c(molt_new_tuple) func molt_new_tuple(_ items: UnsafePointer<Value>?, _ count: Int32) -> Value {
  collectionPoint()
  if count == 2, let items { return makeTuple(items[0], items[1]) }
  if count == 3, let items { return makeTuple(items[0], items[1], items[2]) }
  return makeTuple(items, Int(count))
}
