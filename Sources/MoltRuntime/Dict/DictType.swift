import MoltABI

// The type dict: lifetime, slots and methods.

private func dictDestroy(_ object: ObjectPointer) {
  DictContents(taking: Value(object).pointer()).release()
  freeObject(object, MemoryLayout<MoltDict>.size)
}

private func dictTraverse(_ object: ObjectPointer, _ visit: MoltVisit, _ context: UnsafeMutableRawPointer?) {
  let dict = Value(object).pointer(MoltDict.self)
  for index in 0..<dict.pointee.entryCount {
    let entry = dict.pointee.entries.unsafelyUnwrapped[index]
    if entry.key.isNull { continue }
    if entry.key.isObject { visit(entry.key, context) }
    if entry.value.isObject { visit(entry.value, context) }
  }
}

private func dictConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  collectionPoint()
  let type = callee.pointer(MoltType.self)
  return Value(allocateObject(type, max(Int(type.pointee.basicSize), MemoryLayout<MoltDict>.size)))
}

private func dictRepr(_ value: Value) -> Value {
  let dict = value.pointer(MoltDict.self)
  if dict.pointee.used == 0 { return makeString("{}") }
  if !enterRepr(value) { return makeString("{...}") }
  defer { leaveRepr() }
  var text = StringBuilder()
  text.append("{")
  var isFirst = true
  var index = 0
  // The reprs may change the dict.
  while index < dict.pointee.entryCount {
    let entry = dict.pointee.entries.unsafelyUnwrapped[index]
    index += 1
    if entry.key.isNull { continue }
    if !isFirst { text.append(", ") }
    isFirst = false
    retain(entry.key)
    retain(entry.value)
    var isWritten = text.appendRepr(entry.key)
    text.append(": ")
    isWritten = isWritten && text.appendRepr(entry.value)
    release(entry.key)
    release(entry.value)
    if !isWritten {
      text.discard()
      return .null
    }
  }
  text.append("}")
  return text.finish()
}

/// Whether both have the same items: 1, 0, -1 with an exception set (dict_equal).
private func dictsEqual(_ a: Value, _ b: Value) -> Int32 {
  let left = a.pointer(MoltDict.self), right = b.pointer(MoltDict.self)
  if left.pointee.used != right.pointee.used { return 0 }
  var index = 0
  while index < left.pointee.entryCount {
    let entry = left.pointee.entries.unsafelyUnwrapped[index]
    if !entry.key.isNull {
      let hash = entryHash(left, index)
      retain(entry.key)
      retain(entry.value)
      let found = dictFind(right, entry.key, hash)
      var isEqual: Int32 = found == DictSearch.failed ? -1 : 0
      if found >= 0 {
        let other = retained(right.pointee.entries.unsafelyUnwrapped[found].value)
        isEqual = sameOrEqual(entry.value, other)
        release(other)
      }
      release(entry.key)
      release(entry.value)
      if isEqual <= 0 { return isEqual }
    }
    index += 1
  }
  return 1
}

private func dictCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if !isDict(a) || !isDict(b) || (op != Int32(MOLT_EQ) && op != Int32(MOLT_NE)) { return .notImplemented }
  let isEqual = dictsEqual(a, b)
  return isEqual < 0 ? .null : Value((isEqual == 1) == (op == Int32(MOLT_EQ)))
}

private func dictGetItem(_ dict: Value, _ key: Value) -> Value {
  let value = dictGet(dict, key)
  if !value.isNull { return retained(value) }
  if exceptionIsSet { return .null }
  if !isExactDict(dict) {
    let missing = lookupSpecial(dict, Names.missing)
    if !missing.isNull {
      let result = call1(missing, key)
      release(missing)
      return result
    }
    if exceptionIsSet { return .null }
  }
  return raiseValue(Exceptions.keyError, key)
}

private func dictSetItem(_ dict: Value, _ key: Value, _ value: Value) -> Int32 {
  if !value.isNull { return dictSet(dict, key, value) }
  let status = dictDelete(dict, key)
  return status > 0 ? 0 : status < 0 ? -1 : raiseStatusValue(Exceptions.keyError, key)
}

private func dictOr(_ a: Value, _ b: Value) -> Value {
  if !isDict(a) || !isDict(b) { return .notImplemented }
  let result = dictCopy(a)
  if dictUpdateFrom(result, b) == 0 { return result }
  release(result)
  return .null
}

private func dictOrInPlace(_ a: Value, _ b: Value) -> Value { dictUpdateFrom(a, b) < 0 ? .null : retained(a) }

// ---------------------------------------------------------------------------------------------------------- methods

private func dictFromKeys(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let args = args.unsafelyUnwrapped
  let value = count > 1 ? args[1] : Value.none
  let result = receiver == Value(Types.dict) ? newDict() : call0(receiver)
  if result.isNull { return .null }
  let isExact = isExactDict(result)
  let isComplete: Bool
  if isExact && isAnySet(args[0]) {
    // The hashes are known.
    isComplete = forEachKey(args[0]) { key, hash in dictSetHashed(result.pointer(), key, hash, value) == 0 }
  } else {
    isComplete = forEachItem(args[0]) { key in
      (isExact ? dictSet(result, key, value) : setItem(result, key, value)) == 0
    }
  }
  if isComplete { return result }
  release(result)
  return .null
}

private func dictGetMethod(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let args = args.unsafelyUnwrapped
  let value = dictGet(receiver, args[0])
  if !value.isNull { return retained(value) }
  return exceptionIsSet ? .null : count > 1 ? retained(args[1]) : .none
}

private func dictSetDefault(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let args = args.unsafelyUnwrapped
  let dict = receiver.pointer(MoltDict.self)
  var hash: Int64 = 0
  if !hashKey(args[0], &hash) { return .null }
  dictAdmit(dict, args[0])
  let index = dictFind(dict, args[0], hash)
  if index >= 0 { return retained(dict.pointee.entries.unsafelyUnwrapped[index].value) }
  if index == DictSearch.failed { return .null }
  let value = count > 1 ? args[1] : Value.none
  dictAdmit(dict, args[0])
  dictAddNew(dict, retained(args[0]), hash, retained(value))
  return retained(value)
}

/// dict.pop: the value, owned; `fallback` (retained) or KeyError when the key is absent.
func dictPop(_ receiver: Value, _ key: Value, _ fallback: Value) -> Value {
  let dict = receiver.pointer(MoltDict.self)
  var hash: Int64 = 0
  // As in CPython, nothing is hashed for an empty dict: even an unhashable key is just absent.
  if dict.pointee.used == 0 { return fallback.isNull ? raiseValue(Exceptions.keyError, key) : retained(fallback) }
  if !hashKey(key, &hash) { return .null }
  let index = dictFind(dict, key, hash)
  if index >= 0 {
    let entry = dictTake(dict, index, hash)
    release(entry.key)
    return entry.value
  }
  if index == DictSearch.failed { return .null }
  return fallback.isNull ? raiseValue(Exceptions.keyError, key) : retained(fallback)
}

private func dictPopItem(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let dict = receiver.pointer(MoltDict.self)
  if dict.pointee.used == 0 { return raise(Exceptions.keyError, "popitem(): dictionary is empty") }
  var index = dict.pointee.entryCount - 1
  while dict.pointee.entries.unsafelyUnwrapped[index].key.isNull { index -= 1 }
  let entry = dictTake(dict, index, entryHash(dict, index))
  // The room is not given back: the index table has one more removed slot.
  dict.pointee.version &+= 1
  dict.pointee.entryCount = index
  let pair = newTuple(2)
  tupleItems(pair)[0] = entry.key
  tupleItems(pair)[1] = entry.value
  return pair
}

func setUpDictType() {
  let type = Types.dict
  setUpType(
    type, "dict", size: MemoryLayout<MoltDict>.size,
    flags: UInt32(MOLT_TYPE_BASE | MOLT_TYPE_CONTAINER | MOLT_TYPE_DICTIONARY | MOLT_TYPE_MAPPING_PATTERN))
  type.pointee.destroy = { dictDestroy($0!) }
  type.pointee.traverse = { dictTraverse($0!, $1!, $2) }
  type.pointee.clear = { DictContents(taking: Value($0!).pointer()).release() }
  type.pointee.construct = { dictConstruct($0, $1, $2, $3) }
  type.pointee.initialize = { dictUpdateCommon($0, $1, $2, $3, "dict") }
  type.pointee.repr = { dictRepr($0) }
  type.pointee.compare = { dictCompare($0, $1, $2) }
  type.pointee.iterate = { newDictIterator(Types.dictKeyiterator, $0) }
  type.pointee.length = { dictCount($0) }
  type.pointee.getItem = { dictGetItem($0, $1) }
  type.pointee.setItem = { dictSetItem($0, $1, $2) }
  type.pointee.contains = { dictContains($0, $1) }
  setBinarySlot(type, Int(MOLT_OP_OR)) { dictOr($0, $1) }
  setInPlaceSlot(type, Int(MOLT_OP_OR)) { dictOrInPlace($0, $1) }
  markUnhashable(type)
  addClassMethod(type, "fromkeys", 1, 2, { dictFromKeys($0, $1, $2, $3) })
  addClassGetItem(type)
  addMethod(type, "get", 1, 2, { dictGetMethod($0, $1, $2, $3) })
  addMethod(type, "setdefault", 1, 2, { dictSetDefault($0, $1, $2, $3) })
  addMethod(
    type, "pop", 1, 2,
    { receiver, args, count, _ in
      dictPop(receiver, args.unsafelyUnwrapped[0], count > 1 ? args.unsafelyUnwrapped[1] : .null)
    })
  addMethod(type, "popitem", 0, 0, { dictPopItem($0, $1, $2, $3) })
  addMethod(type, "keys", 0, 0, { receiver, _, _, _ in newDictView(Types.dictKeys, receiver) })
  addMethod(type, "values", 0, 0, { receiver, _, _, _ in newDictView(Types.dictValues, receiver) })
  addMethod(type, "items", 0, 0, { receiver, _, _, _ in newDictView(Types.dictItems, receiver) })
  addMethod(
    type, "update", 0, -1,
    { receiver, args, count, names in dictUpdateCommon(receiver, args, count, names, "update") < 0 ? .null : .none })
  addMethod(
    type, "clear", 0, 0,
    { receiver, _, _, _ in
      dictClear(receiver)
      return .none
    })
  addMethod(type, "copy", 0, 0, { receiver, _, _, _ in dictCopy(receiver) })
  addMethod(
    type, "__reversed__", 0, 0, { receiver, _, _, _ in newDictReverseIterator(Types.dictReversekeyiterator, receiver) })
  finishType(type)
}
