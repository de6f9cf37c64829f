import MoltABI

// The methods of set and frozenset, and set_iterator.

/// Applies an operation that makes a new set to each argument in turn; `first` is consumed.
private func fold(_ first: Value, _ args: Arguments?, _ count: Int32, _ step: (Value, Value) -> Value) -> Value {
  var result = first
  for index in 0..<Int(count) {
    if result.isNull { return .null }
    let next = step(result, args.unsafelyUnwrapped[index])
    release(result)
    result = next
  }
  return result
}

/// Applies an operation that changes a set to each argument in turn: the set, consumed and returned, or `.null`.
private func foldInto(_ set: Value, _ args: Arguments?, _ count: Int32, _ step: (Value, Value) -> Int32) -> Value {
  for index in 0..<Int(count) where step(set, args.unsafelyUnwrapped[index]) < 0 {
    release(set)
    return .null
  }
  return set
}

private func setUnion(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  foldInto(setCopy(receiver), args, count) { set, other in receiver == other ? 0 : setUpdate(set, other) }
}

private func setIntersectionMethod(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count == 0 { return setCopy(receiver) }
  return fold(retained(receiver), args, count) { set, other in setIntersection(set, other) }
}

private func setDifferenceMethod(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count == 0 { return copyMethod(receiver) }
  let first = setDifference(receiver, args.unsafelyUnwrapped[0])
  if first.isNull { return .null }
  return foldInto(first, args.unsafelyUnwrapped + 1, count - 1) { set, other in setDifferenceUpdate(set, other) }
}

/// copy(): an exact frozenset is its own copy.
private func copyMethod(_ receiver: Value) -> Value {
  typeOf(receiver) == Types.frozenset ? retained(receiver) : setCopy(receiver)
}

private func setIsDisjoint(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let other = args.unsafelyUnwrapped[0]
  if receiver == other { return Value(setCount(receiver) == 0) }
  var isFound = false
  var isComplete = true
  if isAnySet(other) {
    let isSwapped = setCount(other) > setCount(receiver)
    let few = isSwapped ? receiver : other, many = isSwapped ? other : receiver
    forEachKey(few) { key, hash in
      let position = setFind(many.pointer(), key, hash)
      isFound = position >= 0
      isComplete = position != -2
      return position == -1
    }
  } else {
    isComplete = forEachItem(other) { item in
      var hash: Int64 = 0
      if !hashKey(item, &hash) { return false }
      isFound = setFind(receiver.pointer(), item, hash) >= 0
      return !isFound && !exceptionIsSet
    }
  }
  return isComplete ? Value(!isFound) : .null
}

private func setIsSuperset(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let other = args.unsafelyUnwrapped[0]
  if isAnySet(other) {
    let holds = setIsSubset(other, receiver)
    return holds < 0 ? .null : Value(holds > 0)
  }
  var isFound: Int32 = 1
  let isComplete = forEachItem(other) { item in
    // A set is no key here, unlike on the left of `in`.
    var hash: Int64 = 0
    isFound = -1
    if !hashKey(item, &hash) { return false }
    let position = setFind(receiver.pointer(), item, hash)
    isFound = position >= 0 ? 1 : position == -1 ? 0 : -1
    return isFound > 0
  }
  return isComplete ? Value(isFound > 0) : .null
}

private func setPop(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let set = receiver.pointer(MoltSet.self)
  if set.pointee.used == 0 { return raise(Exceptions.keyError, "pop from an empty set") }
  var position = set.pointee.finger & set.pointee.mask
  let table = set.pointee.table.unsafelyUnwrapped
  while !isLive(table[position]) { position = position == set.pointee.mask ? 0 : position + 1 }
  set.pointee.finger = position + 1
  return setTake(set, position)
}

private func setRemove(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let value = args.unsafelyUnwrapped[0]
  let removed = setDiscard(receiver, value)
  return removed > 0 ? .none : removed < 0 ? .null : raiseValue(Exceptions.keyError, value)
}

/// (type, (list of items,), instance dict or None), for pickling and copying.
private func setReduce(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let items = listFrom(receiver)
  if items.isNull { return .null }
  let arguments = makeTuple(items)
  release(items)
  var state = getAttributeOrNull(receiver, Names.dict)
  if state.isNull {
    if exceptionIsSet {
      release(arguments)
      return .null
    }
    state = .none
  }
  let result = makeTuple(Value(typeOf(receiver)), arguments, state)
  release(arguments)
  release(state)
  return result
}

func addSharedSetMethods(_ type: TypePointer) {
  addMethod(type, "union", 0, anyPositional, { setUnion($0, $1, $2, $3) })
  addMethod(type, "intersection", 0, anyPositional, { setIntersectionMethod($0, $1, $2, $3) })
  addMethod(type, "difference", 0, anyPositional, { setDifferenceMethod($0, $1, $2, $3) })
  addMethod(
    type, "symmetric_difference", 1, 1,
    { receiver, args, _, _ in setSymmetricDifference(receiver, args.unsafelyUnwrapped[0]) })
  addMethod(
    type, "issubset", 1, 1,
    { receiver, args, _, _ in
      let holds = setIsSubset(receiver, args.unsafelyUnwrapped[0])
      return holds < 0 ? .null : Value(holds > 0)
    })
  addMethod(type, "issuperset", 1, 1, { setIsSuperset($0, $1, $2, $3) })
  addMethod(type, "isdisjoint", 1, 1, { setIsDisjoint($0, $1, $2, $3) })
  addMethod(type, "copy", 0, 0, { receiver, _, _, _ in copyMethod(receiver) })
  addMethod(type, "__reduce__", 0, 0, { setReduce($0, $1, $2, $3) })
  addClassGetItem(type)
}

func addMutatingSetMethods(_ type: TypePointer) {
  addMethod(
    type, "add", 1, 1, { receiver, args, _, _ in setAdd(receiver, args.unsafelyUnwrapped[0]) < 0 ? .null : .none })
  addMethod(
    type, "discard", 1, 1,
    { receiver, args, _, _ in setDiscard(receiver, args.unsafelyUnwrapped[0]) < 0 ? .null : .none })
  addMethod(type, "remove", 1, 1, { setRemove($0, $1, $2, $3) })
  addMethod(type, "pop", 0, 0, { setPop($0, $1, $2, $3) })
  addMethod(
    type, "clear", 0, 0,
    { receiver, _, _, _ in
      setClear(receiver.pointer())
      return .none
    })
  addMethod(
    type, "update", 0, anyPositional,
    { receiver, args, count, _ in
      let result = foldInto(retained(receiver), args, count) { set, other in setUpdate(set, other) }
      if result.isNull { return .null }
      release(result)
      return .none
    })
  addMethod(
    type, "intersection_update", 0, anyPositional,
    { receiver, args, count, names in
      let common = setIntersectionMethod(receiver, args, count, names)
      if common.isNull { return .null }
      setAdopt(receiver, common)
      return .none
    })
  addMethod(
    type, "difference_update", 0, anyPositional,
    { receiver, args, count, _ in
      let result = foldInto(retained(receiver), args, count) { set, other in setDifferenceUpdate(set, other) }
      if result.isNull { return .null }
      release(result)
      return .none
    })
  addMethod(
    type, "symmetric_difference_update", 1, 1,
    { receiver, args, _, _ in
      setSymmetricDifferenceUpdate(receiver, args.unsafelyUnwrapped[0]) < 0 ? .null : .none
    })
}

// --------------------------------------------------------------------------------------------------------- iterator

private struct SetIterator {
  var header: MoltObject
  /// Null once exhausted.
  var set: Value
  /// The set's size when the iteration began; -1 after a change was reported, so that the error stays.
  var used: Int
  var position: Int
  var left: Int
}

func newSetIterator(_ set: Value) -> Value {
  let iterator = Value(allocateObject(Types.setIterator, MemoryLayout<SetIterator>.size))
  let pointer = iterator.pointer(SetIterator.self)
  pointer.pointee.set = retained(set)
  pointer.pointee.used = setCount(set)
  pointer.pointee.left = setCount(set)
  return iterator
}

private func setIteratorNext(_ value: Value) -> Value {
  let iterator = value.pointer(SetIterator.self)
  if iterator.pointee.set.isNull { return .null }
  let set = iterator.pointee.set.pointer(MoltSet.self)
  if iterator.pointee.used != set.pointee.used {
    iterator.pointee.used = -1
    return raise(Exceptions.runtimeError, "Set changed size during iteration")
  }
  var entry = MoltSetEntry(key: .null, hash: 0)
  if setNext(set, &iterator.pointee.position, &entry) {
    iterator.pointee.left -= 1
    return retained(entry.key)
  }
  let finished = iterator.pointee.set
  iterator.pointee.set = .null
  release(finished)
  return .null
}

func setUpSetIteratorType() {
  let type = Types.setIterator
  setUpIteratorType(type, "set_iterator", size: MemoryLayout<SetIterator>.size, { setIteratorNext($0) })
  type.pointee.destroy = { object in
    releaseIfBound(Value(object!).pointer(SetIterator.self).pointee.set)
    freeObject(object!, MemoryLayout<SetIterator>.size)
  }
  type.pointee.traverse = { object, visit, context in
    let set = Value(object!).pointer(SetIterator.self).pointee.set
    if !set.isNull { visit!(set, context) }
  }
  addMethod(
    type, "__length_hint__", 0, 0,
    { receiver, _, _, _ in
      let iterator = receiver.pointer(SetIterator.self)
      if iterator.pointee.set.isNull || setCount(iterator.pointee.set) != iterator.pointee.used {
        return Value(smallInt: 0)
      }
      return makeInt(iterator.pointee.left)
    })
  addMethod(
    type, "__reduce__", 0, 0,
    { receiver, _, _, _ in
      let iterator = receiver.pointer(SetIterator.self)
      if iterator.pointee.set.isNull { return reduceToIter(tupleTaking(newList())) }
      let copy = newSetIterator(iterator.pointee.set)
      copy.pointer(SetIterator.self).pointee.used = iterator.pointee.used
      copy.pointer(SetIterator.self).pointee.position = iterator.pointee.position
      copy.pointer(SetIterator.self).pointee.left = iterator.pointee.left
      return reduceToRemaining(copy)
    })
  finishType(type)
}
