import MoltABI

// What other parts of the runtime and compiled code do with sets, and the operations that set and frozenset share.

/// Whether the value is a set, a frozenset or an instance of a subclass.
@inline(__always) func isAnySet(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_SET) != 0
}

@inline(__always) func setCount(_ set: Value) -> Int { set.pointer(MoltSet.self).pointee.used }

/// A new empty set or frozenset of a type.
func newSet(ofType type: TypePointer) -> Value {
  let set = Value(allocateObject(type, max(Int(type.pointee.basicSize), MemoryLayout<MoltSet>.size)))
  set.pointer(MoltSet.self).pointee.mask = SetTable.smallest - 1
  set.pointer(MoltSet.self).pointee.hash = -1
  return set
}

func newSet() -> Value { newSet(ofType: Types.set) }

/// set(iterable) as an owned exact set.
func setFrom(_ iterable: Value) -> Value {
  let set = newSet()
  if setUpdate(set, iterable) == 0 { return set }
  release(set)
  return .null
}

/// Adds a value: 1 added, 0 there already, -1 with an exception set.
@discardableResult
func setAddReporting(_ set: Value, _ value: Value) -> Int32 {
  var hash: Int64 = 0
  if !hashKey(value, &hash) { return -1 }
  return setAddHashed(set.pointer(), value, hash)
}

/// Adds a value, which is retained; -1 with an exception set.
func setAdd(_ set: Value, _ value: Value) -> Int32 { setAddReporting(set, value) < 0 ? -1 : 0 }

/// The set type that an operation on this one returns: subclasses are not kept.
@inline(__always) func baseSetType(_ set: Value) -> TypePointer {
  isSubtype(typeOf(set), Types.frozenset) ? Types.frozenset : Types.set
}

/// An unhashable set stands for the frozenset of its items where a key is looked up: runs `body` with the value or,
/// when that is a set and unhashable, with its stand-in.
private func withLookupKey(_ value: Value, _ body: (Value, Int64) -> Int32) -> Int32 {
  var hash: Int64 = 0
  if hashKey(value, &hash) { return body(value, hash) }
  if !isAnySet(value) || isSubtype(typeOf(value), Types.frozenset) || !exceptionMatches(Exceptions.typeError) {
    return -1
  }
  clearException()
  let frozen = newSet(ofType: Types.frozenset)
  var status: Int32 = -1
  if setUpdate(frozen, value) == 0, hashKey(frozen, &hash) { status = body(frozen, hash) }
  release(frozen)
  return status
}

/// Whether the value is in the set; -1 with an exception set.
func setContains(_ set: Value, _ value: Value) -> Int32 {
  withLookupKey(value) { key, hash in
    let position = setFind(set.pointer(), key, hash)
    return position >= 0 ? 1 : position == -1 ? 0 : -1
  }
}

/// set.discard: 1 removed, 0 absent, -1 with an exception set.
func setDiscard(_ set: Value, _ value: Value) -> Int32 {
  withLookupKey(value) { key, hash in setDiscardHashed(set.pointer(), key, hash) }
}

/// Runs `body` with every key, borrowed, and its hash, until it returns false. The set may change meanwhile.
@discardableResult
func forEachKey(_ set: Value, _ body: (Value, Int64) -> Bool) -> Bool {
  let pointer = set.pointer(MoltSet.self)
  var position = 0
  var entry = MoltSetEntry(key: .null, hash: 0)
  while setNext(pointer, &position, &entry) {
    retain(entry.key)
    let goesOn = body(entry.key, entry.hash)
    release(entry.key)
    if !goesOn { return false }
  }
  return true
}

/// `forEachKey` over a dict's keys.
@discardableResult
func forEachDictKey(_ dict: Value, _ body: (Value, Int64) -> Bool) -> Bool {
  let pointer = dict.pointer(MoltDict.self)
  var index = 0
  while index < pointer.pointee.entryCount {
    let key = pointer.pointee.entries.unsafelyUnwrapped[index].key
    if !key.isNull {
      let hash = entryHash(pointer, index)
      retain(key)
      let goesOn = body(key, hash)
      release(key)
      if !goesOn { return false }
    }
    index += 1
  }
  return true
}

/// Adds all items of another set (set_merge).
private func setMerge(_ set: SetPointer, _ other: SetPointer) -> Int32 {
  if set == other || other.pointee.used == 0 { return 0 }
  if (set.pointee.fill + other.pointee.used) * 5 >= set.pointee.mask * 3 {
    setResize(set, (set.pointee.used + other.pointee.used) * 2)
  }
  if set.pointee.table == nil {
    set.pointee.table = newSetTable(set.pointee.mask + 1)
    set.pointee.version &+= 1
  }
  set.pointee.hasObjects |= other.pointee.hasObjects
  let source = other.pointee.table.unsafelyUnwrapped
  if set.pointee.fill == 0 {
    let table = set.pointee.table.unsafelyUnwrapped
    let isSameTable = set.pointee.mask == other.pointee.mask && other.pointee.fill == other.pointee.used
    for position in 0...other.pointee.mask where isLive(source[position]) {
      retain(source[position].key)
      if isSameTable {
        table[position] = source[position]
      } else {
        setInsertClean(table, set.pointee.mask, source[position])
      }
    }
    set.pointee.fill = other.pointee.used
    set.pointee.used = other.pointee.used
    return 0
  }
  var isFailed = false
  forEachKey(Value(other)) { key, hash in
    isFailed = setAddHashed(set, key, hash) < 0
    return !isFailed
  }
  return isFailed ? -1 : 0
}

/// Adds all items of an iterable; -1 with an exception set (set_update_internal).
func setUpdate(_ set: Value, _ other: Value) -> Int32 {
  let pointer = set.pointer(MoltSet.self)
  if isAnySet(other) { return setMerge(pointer, other.pointer()) }
  if isExactDict(other) {
    let count = dictCount(other)
    if count == 0 { return 0 }
    if (pointer.pointee.fill + count) * 5 >= pointer.pointee.mask * 3 {
      setResize(pointer, (pointer.pointee.used + count) * 2)
    }
    return forEachDictKey(other) { key, hash in setAddHashed(pointer, key, hash) >= 0 } ? 0 : -1
  }
  return forEachItem(other) { item in setAdd(set, item) == 0 } ? 0 : -1
}

/// set & iterable as a new set of the set's base type (set_intersection).
func setIntersection(_ set: Value, _ other: Value) -> Value {
  if set == other { return setCopy(set) }
  let result = newSet(ofType: baseSetType(set))
  var isComplete: Bool
  if isAnySet(other) {
    // The smaller one is gone through.
    let isSwapped = setCount(other) > setCount(set)
    let few = isSwapped ? set : other, many = isSwapped ? other : set
    isComplete = forEachKey(few) { key, hash in
      let position = setFind(many.pointer(), key, hash)
      return position == -1 || (position >= 0 && setAddHashed(result.pointer(), key, hash) >= 0)
    }
  } else {
    isComplete = forEachItem(other) { item in
      var hash: Int64 = 0
      if !hashKey(item, &hash) { return false }
      let position = setFind(set.pointer(), item, hash)
      return position == -1 || (position >= 0 && setAddHashed(result.pointer(), item, hash) >= 0)
    }
  }
  if isComplete { return result }
  release(result)
  return .null
}

/// A copy of the base type.
func setCopy(_ set: Value) -> Value {
  let result = newSet(ofType: baseSetType(set))
  _ = setUpdate(result, set)
  return result
}

/// Removes all items of an iterable; -1 with an exception set (set_difference_update_internal).
func setDifferenceUpdate(_ set: Value, _ other: Value) -> Int32 {
  let pointer = set.pointer(MoltSet.self)
  if set == other {
    setClear(pointer)
    return 0
  }
  var isComplete: Bool
  if isAnySet(other) {
    // From a much larger set only what is in both matters.
    var removed = retained(other)
    if setCount(other) >> 3 > setCount(set) {
      release(removed)
      removed = setIntersection(set, other)
      if removed.isNull { return -1 }
    }
    isComplete = forEachKey(removed) { key, hash in setDiscardHashed(pointer, key, hash) >= 0 }
    release(removed)
  } else {
    isComplete = forEachItem(other) { item in
      var hash: Int64 = 0
      return hashKey(item, &hash) && setDiscardHashed(pointer, item, hash) >= 0
    }
  }
  if !isComplete { return -1 }
  if pointer.pointee.fill - pointer.pointee.used > pointer.pointee.mask / 4 {
    setResize(pointer, pointer.pointee.used > 50000 ? pointer.pointee.used * 2 : pointer.pointee.used * 4)
  }
  return 0
}

/// set - iterable as a new set of the set's base type (set_difference).
func setDifference(_ set: Value, _ other: Value) -> Value {
  let isDictionary = isExactDict(other)
  if !isAnySet(other) && !isDictionary { return copyAndSubtract(set, other) }
  let otherCount = isDictionary ? dictCount(other) : setCount(other)
  if setCount(set) >> 2 > otherCount { return copyAndSubtract(set, other) }
  let result = newSet(ofType: baseSetType(set))
  let isComplete = forEachKey(set) { key, hash in
    let found = isDictionary ? dictFind(other.pointer(), key, hash) : setFind(other.pointer(), key, hash)
    return found >= 0 || (found == -1 && setAddHashed(result.pointer(), key, hash) >= 0)
  }
  if isComplete { return result }
  release(result)
  return .null
}

private func copyAndSubtract(_ set: Value, _ other: Value) -> Value {
  let result = setCopy(set)
  if setDifferenceUpdate(result, other) == 0 { return result }
  release(result)
  return .null
}

/// set ^= iterable; -1 with an exception set.
func setSymmetricDifferenceUpdate(_ set: Value, _ other: Value) -> Int32 {
  let pointer = set.pointer(MoltSet.self)
  if set == other {
    setClear(pointer)
    return 0
  }
  if isExactDict(other) {
    return forEachDictKey(other) { key, hash in toggle(pointer, key, hash) } ? 0 : -1
  }
  var others = Value.null
  if isAnySet(other) {
    others = retained(other)
  } else {
    others = newSet(ofType: baseSetType(set))
    if setUpdate(others, other) < 0 {
      release(others)
      return -1
    }
  }
  let isComplete = forEachKey(others) { key, hash in toggle(pointer, key, hash) }
  release(others)
  return isComplete ? 0 : -1
}

private func toggle(_ set: SetPointer, _ key: Value, _ hash: Int64) -> Bool {
  let removed = setDiscardHashed(set, key, hash)
  return removed > 0 || (removed == 0 && setAddHashed(set, key, hash) >= 0)
}

/// set <= iterable: 1, 0, -1 with an exception set.
func setIsSubset(_ set: Value, _ other: Value) -> Int32 {
  if !isAnySet(other) {
    let common = setIntersection(set, other)
    if common.isNull { return -1 }
    let isSubset = setCount(common) == setCount(set)
    release(common)
    return isSubset ? 1 : 0
  }
  if setCount(set) > setCount(other) { return 0 }
  var result: Int32 = 1
  forEachKey(set) { key, hash in
    let position = setFind(other.pointer(), key, hash)
    if position < 0 { result = position == -1 ? 0 : -1 }
    return position >= 0
  }
  return result
}

@c(molt_new_set) func molt_new_set(_ items: UnsafePointer<Value>?, _ count: Int32) -> Value {
  collectionPoint()
  let set = newSet()
  guard let items else { return set }
  for index in 0..<Int(count) where setAdd(set, items[index]) < 0 {
    release(set)
    return .null
  }
  return set
}

@c(molt_set_add) func molt_set_add(_ set: Value, _ value: Value) -> Int32 {
  value.isSmallInt ? setAddInt(set.pointer(), value) : setAdd(set, value)
}

@c(molt_set_update) func molt_set_update(_ set: Value, _ iterable: Value) -> Int32 { setUpdate(set, iterable) }
