import MoltABI

// Methods and item access of deques.

private func raiseMutated() -> Value { raise(Exceptions.runtimeError, "deque mutated during iteration") }

/// Index of the first item in start ..< stop that equals `value`; -1: none, -2: an exception is set, -3: the deque was
/// changed by a comparison.
private func find(_ this: Value, _ value: Value, _ start: Int, _ stop: Int) -> Int {
  let own = deque(this)
  let state = own.pointee.state
  var index = start
  while index < stop {
    let item = retained(own.place(index).pointee)
    let same = sameOrEqual(item, value)
    release(item)
    if same < 0 { return -2 }
    if own.pointee.state != state { return -3 }
    if same > 0 { return index }
    index += 1
  }
  return -1
}

/// Takes the item at an index, which is in range, out of the deque; owned.
private func remove(_ own: DequePointer, at index: Int) -> Value {
  own.rotate(-index)
  let item = own.popFirst()
  own.rotate(index)
  return item
}

private func subscriptIndex(_ this: Value, _ key: Value, _ out: inout Int) -> Bool {
  if !isInt(key) && typeOf(key).pointee.toIndex == nil {
    raiseTypeError("sequence index must be integer, not '", key, "'")
    return false
  }
  let number = indexValue(key)
  if number.isNull { return false }
  defer { release(number) }
  var wide: Int64 = 0
  guard toInt64(number, &wide), let narrow = Int(exactly: wide) else {
    raiseTypeErrorTooLarge(key)
    return false
  }
  let count = deque(this).pointee.count
  out = narrow < 0 ? narrow + count : narrow
  if out >= 0 && out < count { return true }
  raise(Exceptions.indexError, "deque index out of range")
  return false
}

private func raiseTypeErrorTooLarge(_ key: Value) {
  raise(Exceptions.indexError) {
    $0.append("cannot fit '")
    $0.append(typeName(key))
    $0.append("' into an index-sized integer")
  }
}

private func storeItem(_ this: Value, _ key: Value, _ value: Value) -> Int32 {
  var index = 0
  if !subscriptIndex(this, key, &index) { return -1 }
  let own = deque(this)
  if value.isNull {
    release(remove(own, at: index))
  } else {
    replace(own.place(index), with: retained(value))
  }
  return 0
}

/// Makes the items of a deque stand `times` times one after the other, as far as its limit lets them.
private func repeatInPlace(_ this: Value, _ times: Int) -> Bool {
  let own = deque(this)
  let count = own.pointee.count
  if count == 0 || times == 1 { return true }
  if times <= 0 {
    own.clear()
    return true
  }
  var times = times
  if own.pointee.limit >= 0 { times = min(times, (own.pointee.limit + count - 1) / count) }
  let (total, overflow) = count.multipliedReportingOverflow(by: times)
  if overflow || !isAllocatable(items: total) {
    raise(Exceptions.memoryError)
    return false
  }
  let items = listFrom(this)
  if items.isNull { return false }
  for _ in 1..<max(times, 1) {
    for index in 0..<count { own.append(retained(listItems(items)[index])) }
  }
  release(items)
  return true
}

private func multiply(_ source: Value, _ times: Int) -> Value {
  let copy = dequeCopy(source)
  if copy.isNull { return .null }
  if repeatInPlace(copy, times) { return copy }
  release(copy)
  return .null
}

private func dequeAdd(_ a: Value, _ b: Value) -> Value {
  if !isDeque(b) { return raiseTypeError("can only concatenate deque (not \"", b, "\") to deque") }
  let copy = dequeCopy(a)
  if copy.isNull { return .null }
  if dequeExtend(copy, b, left: false) == 0 { return copy }
  release(copy)
  return .null
}

private func insert(_ this: Value, _ args: Arguments) -> Value {
  let own = deque(this)
  var index = 0
  if !methodIndex(args[0], &index) { return .null }
  let count = own.pointee.count
  if own.pointee.limit == count { return raise(Exceptions.indexError, "deque already at its maximum size") }
  if index >= count {
    own.append(retained(args[1]))
  } else if index <= -count || index == 0 {
    own.appendLeft(retained(args[1]))
  } else {
    own.rotate(-index)
    if index < 0 { own.append(retained(args[1])) } else { own.appendLeft(retained(args[1])) }
    own.rotate(index)
  }
  return .none
}

private func indexMethod(_ this: Value, _ args: Arguments, _ given: Int32) -> Value {
  let count = deque(this).pointee.count
  var start = 0, stop = count
  if given > 1 && !clippedIndex(args[1], &start) { return .null }
  if given > 2 && !clippedIndex(args[2], &stop) { return .null }
  if start < 0 { start = max(0, start + count) }
  if stop < 0 { stop = max(0, stop + count) }
  stop = min(stop, count)
  start = min(start, stop)
  let found = find(this, args[0], start, stop)
  if found >= 0 { return makeInt(Int64(found)) }
  if found == -2 { return .null }
  if found == -3 { return raiseMutated() }
  return raiseNotInDeque(args[0])
}

private func raiseNotInDeque(_ value: Value) -> Value {
  raise(Exceptions.valueError) { if $0.appendRepr(value) { $0.append(" is not in deque") } }
}

private func removeMethod(_ this: Value, _ value: Value) -> Value {
  let found = find(this, value, 0, deque(this).pointee.count)
  if found == -2 { return .null }
  if found == -3 { return raise(Exceptions.indexError, "deque mutated during iteration") }
  if found == -1 { return raiseNotInDeque(value) }
  release(remove(deque(this), at: found))
  return .none
}

private func countMethod(_ this: Value, _ value: Value) -> Value {
  let own = deque(this)
  let state = own.pointee.state
  var total: Int64 = 0
  var index = 0
  let count = own.pointee.count
  while index < count {
    let item = retained(own.place(index).pointee)
    let same = sameOrEqual(item, value)
    release(item)
    if same < 0 { return .null }
    if same > 0 { total += 1 }
    if own.pointee.state != state { return raiseMutated() }
    index += 1
  }
  return makeInt(total)
}

private func reduce(_ this: Value) -> Value {
  let state = instanceState(this)
  if state.isNull { return .null }
  defer { release(state) }
  let iterator = iterate(this)
  if iterator.isNull { return .null }
  defer { release(iterator) }
  let limit = deque(this).pointee.limit
  let arguments = limit < 0 ? emptyTuple() : makePair(emptyTuple(), makeInt(Int64(limit)))
  defer { release(arguments) }
  let parts = newTuple(4)
  let items = tupleItems(parts)
  items[0] = retained(Value(typeOf(this)))
  items[1] = retained(arguments)
  items[2] = retained(state)
  items[3] = retained(iterator)
  return parts
}

func addDequeMethods(_ type: TypePointer) {
  type.pointee.getItem = { this, key in
    var index = 0
    return subscriptIndex(this, key, &index) ? retained(deque(this).place(index).pointee) : .null
  }
  type.pointee.setItem = { storeItem($0, $1, $2) }
  type.pointee.contains = { this, item in
    let found = find(this, item, 0, deque(this).pointee.count)
    if found == -3 { _ = raiseMutated() }
    return found >= 0 ? 1 : found == -1 ? 0 : -1
  }
  type.pointee.concat = { dequeAdd($0, $1) }
  type.pointee.repeat = { multiply($0, $1) }
  type.pointee.inPlaceConcat = { dequeExtend($0, $1, left: false) < 0 ? .null : retained($0) }
  type.pointee.inPlaceRepeat = { repeatInPlace($0, $1) ? retained($0) : .null }
  addMethod(
    type, "append", 1, 1,
    { this, args, _, _ in
      deque(this).append(retained(args![0]))
      return .none
    })
  addMethod(
    type, "appendleft", 1, 1,
    { this, args, _, _ in
      deque(this).appendLeft(retained(args![0]))
      return .none
    })
  addMethod(
    type, "clear", 0, 0,
    { this, _, _, _ in
      deque(this).clear()
      return .none
    })
  addMethod(type, "copy", 0, 0, { this, _, _, _ in dequeCopy(this) })
  addMethod(type, "__copy__", 0, 0, { this, _, _, _ in dequeCopy(this) })
  addMethod(type, "count", 1, 1, { this, args, _, _ in countMethod(this, args![0]) })
  addMethod(
    type, "extend", 1, 1, { this, args, _, _ in dequeExtend(this, args![0], left: false) < 0 ? .null : .none })
  addMethod(
    type, "extendleft", 1, 1, { this, args, _, _ in dequeExtend(this, args![0], left: true) < 0 ? .null : .none })
  addMethod(
    type, "index", 0, -1,
    { this, args, count, names in
      checkParsed("deque.index", names, count, 1, 3) ? indexMethod(this, args!, count) : .null
    })
  addMethod(
    type, "insert", 0, -1,
    { this, args, count, names in checkParsed("deque.insert", names, count, 2, 2) ? insert(this, args!) : .null })
  addMethod(
    type, "pop", 0, 0,
    { this, _, _, _ in
      deque(this).pointee.count == 0 ? raise(Exceptions.indexError, "pop from an empty deque") : deque(this).popLast()
    })
  addMethod(
    type, "popleft", 0, 0,
    { this, _, _, _ in
      deque(this).pointee.count == 0 ? raise(Exceptions.indexError, "pop from an empty deque") : deque(this).popFirst()
    })
  addMethod(type, "remove", 1, 1, { this, args, _, _ in removeMethod(this, args![0]) })
  addMethod(
    type, "reverse", 0, 0,
    { this, _, _, _ in
      let own = deque(this)
      var low = 0, high = own.pointee.count - 1
      while low < high {
        let item = own.place(low).pointee
        own.place(low).pointee = own.place(high).pointee
        own.place(high).pointee = item
        low += 1
        high -= 1
      }
      return .none
    })
  addMethod(
    type, "rotate", 0, -1,
    { this, args, count, names in
      var steps = 1
      if !rejectKeywords(names, "deque.rotate") || !checkCount(count, 0, 1, "deque.rotate") { return .null }
      if count > 0 && !methodIndex(args![0], &steps) { return .null }
      deque(this).rotate(steps)
      return .none
    })
  addMethod(type, "__reversed__", 0, 0, { this, _, _, _ in newDequeIterator(DequeTypes.reverseIterator!, this) })
  addMethod(type, "__reduce__", 0, 0, { this, _, _, _ in reduce(this) })
  addGetter(
    type, "maxlen", { deque($0).pointee.limit < 0 ? .none : makeInt(Int64(deque($0).pointee.limit)) })
}

// ----------------------------------------------------------------------------------------------------------- iterators

// A native iterator: a the deque, n how many items are left, m the deque's state.

func newDequeIterator(_ type: TypePointer, _ this: Value) -> Value {
  newNativeIterator(Value(type), retained(this), n: deque(this).pointee.count, m: deque(this).pointee.state)
}

private func next(_ this: Value, isReversed: Bool) -> Value {
  let it = nativeIterator(this)
  let own = deque(it.pointee.a)
  if own.pointee.state != it.pointee.m {
    it.pointee.n = 0
    return raiseMutated()
  }
  if it.pointee.n == 0 { return .null }
  it.pointee.n -= 1
  return retained(own.place(isReversed ? it.pointee.n : own.pointee.count - it.pointee.n - 1).pointee)
}

/// `_deque_iterator(deque, index)`: from that item on.
private func constructIterator(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count < 1 || count > 2 {
    return raise(Exceptions.typeError) {
      $0.append(count < 1 ? "function takes at least 1 argument (" : "function takes at most 2 arguments (")
      $0.append(int: Int(count))
      $0.append(" given)")
    }
  }
  if !isDeque(args![0]) {
    return raise(Exceptions.typeError) {
      $0.append("argument 1 must be collections.deque, not ")
      $0.append(argumentTypeName(args![0]))
    }
  }
  var skipped = 0
  if count > 1 && !methodIndex(args![1], &skipped) { return .null }
  let own = deque(args![0])
  let left = own.pointee.count - min(max(0, skipped), own.pointee.count)
  return newNativeIterator(callee, retained(args![0]), n: left, m: own.pointee.state)
}

func makeDequeIteratorType(_ name: StaticString, isReversed: Bool) -> TypePointer {
  let type = newTypeStorage()
  setUpNativeIterator(
    type, name, construct: { constructIterator($0, $1, $2, $3) },
    next: isReversed ? { next($0, isReversed: true) } : { next($0, isReversed: false) })
  type.pointee.flags &= ~UInt32(MOLT_TYPE_BASE)
  addMethod(
    type, "__length_hint__", 0, 0, { this, _, _, _ in makeInt(Int64(nativeIterator(this).pointee.n)) })
  addMethod(
    type, "__reduce__", 0, 0,
    { this, _, _, _ in
      let it = nativeIterator(this)
      let index = makeInt(Int64(deque(it.pointee.a).pointee.count - it.pointee.n))
      let arguments = makeTuple(it.pointee.a, index)
      release(index)
      return makeReduction(Value(typeOf(this)), arguments)
    })
  finishType(type)
  return type
}
