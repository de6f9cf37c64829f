import MoltABI

// `collections.deque`: items in a ring, which doubles when it is full. CPython: Modules/_collectionsmodule.c, whose
// blocks no program can see; when an iterator notices a change follows it.

struct Deque {
  var header: MoltObject
  /// `capacity` places, a power of two or 0; the items are `count` of them from `head` on, around the end.
  var items: UnsafeMutablePointer<Value>?
  var capacity: Int
  var head: Int
  var count: Int
  /// Most items that it may hold, or -1.
  var limit: Int
  /// Goes up with every change that iterators have to notice.
  var state: Int
  var weak: Value
}

typealias DequePointer = UnsafeMutablePointer<Deque>

enum DequeTypes {
  static var deque: TypePointer? = nil
  static var iterator: TypePointer? = nil
  static var reverseIterator: TypePointer? = nil
}

@inline(__always) func isDeque(_ value: Value) -> Bool { isInstance(value, DequeTypes.deque!) }

extension UnsafeMutablePointer where Pointee == Deque {
  /// The place of an item; the index is in range.
  @inline(__always) func place(_ index: Int) -> UnsafeMutablePointer<Value> {
    pointee.items.unsafelyUnwrapped + ((pointee.head &+ index) & (pointee.capacity &- 1))
  }

  @inline(__always) func reserve(_ count: Int) { if count > pointee.capacity { grow(count) } }

  @inline(never) private func grow(_ count: Int) {
    var capacity = Swift.max(8, pointee.capacity)
    while capacity < count { capacity *= 2 }
    let size = MemoryLayout<Value>.size
    let fresh = allocateRaw(capacity * size).assumingMemoryBound(to: Value.self)
    for index in 0..<pointee.count { fresh[index] = place(index).pointee }
    if let old = pointee.items { freeRaw(UnsafeMutableRawPointer(old), pointee.capacity * size) }
    pointee.items = fresh
    pointee.capacity = capacity
    pointee.head = 0
  }

  /// Appends an owned value; what the limit pushes out at the other end is released.
  func append(_ value: Value) {
    reserve(pointee.count + 1)
    pointee.count += 1
    place(pointee.count - 1).pointee = value
    pointee.state &+= 1
    if pointee.limit >= 0 && pointee.count > pointee.limit { release(popFirst()) }
  }

  func appendLeft(_ value: Value) {
    reserve(pointee.count + 1)
    pointee.head = (pointee.head &- 1) & (pointee.capacity &- 1)
    pointee.count += 1
    place(0).pointee = value
    pointee.state &+= 1
    if pointee.limit >= 0 && pointee.count > pointee.limit { release(popLast()) }
  }

  /// Takes an item out of a deque that is not empty; owned.
  func popFirst() -> Value {
    let value = place(0).pointee
    pointee.head = (pointee.head &+ 1) & (pointee.capacity &- 1)
    pointee.count -= 1
    pointee.state &+= 1
    return value
  }

  func popLast() -> Value {
    let value = place(pointee.count - 1).pointee
    pointee.count -= 1
    pointee.state &+= 1
    return value
  }

  /// Empties the deque before anything is released, so that code that runs then sees it empty.
  func clear() {
    if pointee.count == 0 { return }
    var old = pointee
    pointee.items = nil
    pointee.capacity = 0
    pointee.head = 0
    pointee.count = 0
    pointee.state &+= 1
    withUnsafeMutablePointer(to: &old) { old in
      for index in 0..<old.pointee.count { release(old.place(index).pointee) }
    }
    freeRaw(UnsafeMutableRawPointer(old.items!), old.capacity * MemoryLayout<Value>.size)
  }

  /// Moves the last `steps` items to the front, or the first to the end if it is negative.
  func rotate(_ steps: Int) {
    let count = pointee.count
    if count <= 1 { return }
    var steps = steps
    let half = count >> 1
    if steps > half || steps < -half {
      steps %= count
      if steps > half { steps -= count } else if steps < -half { steps += count }
    }
    pointee.state &+= 1
    while steps > 0 {
      let value = place(pointee.count - 1).pointee
      pointee.head = (pointee.head &- 1) & (pointee.capacity &- 1)
      place(0).pointee = value
      steps -= 1
    }
    while steps < 0 {
      let value = place(0).pointee
      pointee.head = (pointee.head &+ 1) & (pointee.capacity &- 1)
      place(pointee.count - 1).pointee = value
      steps += 1
    }
  }
}

@inline(__always) func deque(_ value: Value) -> DequePointer { value.pointer(Deque.self) }

/// A new empty deque of that type; owned.
func newDeque(_ type: TypePointer, limit: Int) -> Value {
  collectionPoint()
  let value = Value(allocateObject(type, Int(type.pointee.basicSize)))
  deque(value).pointee.limit = limit
  return value
}

/// Appends the items of an iterable at one end. -1 with an exception set, what came before it having been added.
func dequeExtend(_ target: Value, _ iterable: Value, left: Bool) -> Int32 {
  if iterable == target {
    // It would never end.
    let items = listFrom(iterable)
    if items.isNull { return -1 }
    defer { release(items) }
    return dequeExtend(target, items, left: left)
  }
  let iterator = molt_iterate(iterable)
  if iterator.isNull { return -1 }
  defer { release(iterator) }
  while true {
    let item = molt_next(iterator)
    if item.isNull { return exceptionIsSet ? -1 : 0 }
    if deque(target).pointee.limit == 0 {
      release(item)
    } else if left {
      deque(target).appendLeft(item)
    } else {
      deque(target).append(item)
    }
  }
}

/// A deque with the same items and limit: of the class itself if it is exactly a deque, else what the class makes of it.
func dequeCopy(_ value: Value) -> Value {
  let own = deque(value)
  let type = typeOf(value)
  if type == DequeTypes.deque! {
    let copy = newDeque(type, limit: own.pointee.limit)
    deque(copy).reserve(own.pointee.count)
    for index in 0..<own.pointee.count { deque(copy).append(retained(own.place(index).pointee)) }
    return copy
  }
  let limit = own.pointee.limit < 0 ? Value.null : makeInt(Int64(own.pointee.limit))
  let made = limit.isNull ? call1(Value(type), value) : call2(Value(type), value, limit)
  releaseIfBound(limit)
  if made.isNull || isDeque(made) { return made }
  raise(Exceptions.typeError) {
    $0.append(type.pointee.name)
    $0.append("() must return a deque, not ")
    $0.append(typeName(made))
  }
  release(made)
  return .null
}

private func construct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  newDeque(asType(callee), limit: -1)
}

private func initialize(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  let result = withParameters("deque", "iterable maxlen", required: 0, args, count, names) { slots in
    let iterable = slots[0], maximum = slots[1]
    var limit = -1
    if !maximum.isNull && !maximum.isNone {
      if !isInt(maximum) { return raise(Exceptions.typeError, "an integer is required") }
      var wide: Int64 = 0
      guard toInt64(maximum, &wide), let narrow = Int(exactly: wide) else {
        return raise(Exceptions.overflowError, "Python int too large to convert to C ssize_t")
      }
      if narrow < 0 { return raise(Exceptions.valueError, "maxlen must be non-negative") }
      limit = narrow
    }
    deque(this).pointee.limit = limit
    deque(this).clear()
    if iterable.isNull { return .none }
    return dequeExtend(this, iterable, left: false) < 0 ? .null : .none
  }
  return result.isNull ? -1 : 0
}

private func dequeRepr(_ this: Value) -> Value {
  if !enterRepr(this) { return makeString("[...]") }
  defer { leaveRepr() }
  let items = listFrom(this)
  if items.isNull { return .null }
  defer { release(items) }
  var text = StringBuilder()
  text.append(typeOf(this).pointee.name)
  text.append("(")
  if !text.appendRepr(items) {
    text.discard()
    return .null
  }
  if deque(this).pointee.limit >= 0 {
    text.append(", maxlen=")
    text.append(int: deque(this).pointee.limit)
  }
  text.append(")")
  return text.finish()
}

private func dequeCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if !isDeque(a) || !isDeque(b) { return .notImplemented }
  let isEquality = op == Int32(MOLT_EQ) || op == Int32(MOLT_NE)
  if isEquality {
    if a == b { return Value(op == Int32(MOLT_EQ)) }
    if deque(a).pointee.count != deque(b).pointee.count { return Value(op == Int32(MOLT_NE)) }
  }
  let left = iterate(a)
  if left.isNull { return .null }
  defer { release(left) }
  let right = iterate(b)
  if right.isNull { return .null }
  defer { release(right) }
  while true {
    let x = nextItem(left)
    if x.isNull && exceptionIsSet { return .null }
    let y = nextItem(right)
    defer {
      releaseIfBound(x)
      releaseIfBound(y)
    }
    if y.isNull && exceptionIsSet { return .null }
    if x.isNull || y.isNull {
      return Value(orderHolds(x.isNull ? (y.isNull ? 0 : -1) : 1, op))
    }
    let same = equal(x, y)
    if same < 0 { return .null }
    if same == 0 {
      let truth = compareTruth(x, y, op)
      return truth < 0 ? .null : Value(truth != 0)
    }
  }
}

func setUpDequeTypes(_ module: ModulePointer) {
  let type = newTypeStorage()
  DequeTypes.deque = type
  setUpType(
    type, "collections.deque", base: Types.object, size: MemoryLayout<Deque>.size,
    flags: UInt32(MOLT_TYPE_BASE | MOLT_TYPE_CONTAINER | MOLT_TYPE_SEQUENCE_PATTERN))
  type.pointee.weakOffset = UInt32(MemoryLayout<Deque>.offset(of: \Deque.weak)!)
  type.pointee.destroy = { object in
    let own = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: Deque.self)
    if !own.pointee.weak.isNull { clearWeakReferences(Value(object!)) }
    own.clear()
    if let items = own.pointee.items {
      freeRaw(UnsafeMutableRawPointer(items), own.pointee.capacity * MemoryLayout<Value>.size)
    }
    freeObject(object!, Int(object!.pointee.type.pointee.basicSize))
  }
  type.pointee.traverse = { object, visit, context in
    let own = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: Deque.self)
    for index in 0..<own.pointee.count { visit!(own.place(index).pointee, context) }
  }
  type.pointee.clear = { UnsafeMutableRawPointer($0!).assumingMemoryBound(to: Deque.self).clear() }
  type.pointee.construct = { construct($0, $1, $2, $3) }
  type.pointee.initialize = { initialize($0, $1, $2, $3) }
  type.pointee.repr = { dequeRepr($0) }
  type.pointee.compare = { dequeCompare($0, $1, $2) }
  type.pointee.iterate = { newDequeIterator(DequeTypes.iterator!, $0) }
  type.pointee.length = { deque($0).pointee.count }
  addDequeMethods(type)
  markUnhashable(type)
  addClassGetItem(type)
  finishType(type)
  addType(module, "deque", type)
  DequeTypes.iterator = makeDequeIteratorType("collections._deque_iterator", isReversed: false)
  DequeTypes.reverseIterator = makeDequeIteratorType("collections._deque_reverse_iterator", isReversed: true)
  addType(module, "_deque_iterator", DequeTypes.iterator!)
  addType(module, "_deque_reverse_iterator", DequeTypes.reverseIterator!)
}
