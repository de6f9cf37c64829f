import MoltABI

// What other parts of the runtime and compiled code do with dicts.

@inline(__always) func isExactDict(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.dict
}

/// Whether the value is a dict or an instance of a subclass.
@inline(__always) func isDict(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_DICTIONARY) != 0
}

func newDict() -> Value { Value(allocateObject(Types.dict, MemoryLayout<MoltDict>.size)) }

/// A new dict that holds `count` items without growing; `keys` is the kind of keys to expect.
func newDict(capacity count: Int, keys: UInt8 = KeyKind.strings) -> Value {
  let dict = newDict()
  if count > 5 { dictRebuild(dict.pointer(), logSize(forItems: count), keys) }
  return dict
}

@inline(__always) func dictCount(_ dict: Value) -> Int { dict.pointer(MoltDict.self).pointee.used }

/// The value of a key, borrowed; `.null` when absent, or with an exception set when hashing or comparing raised.
func dictGet(_ dict: Value, _ key: Value) -> Value {
  var hash: Int64 = 0
  if !hashKey(key, &hash) { return .null }
  let pointer = dict.pointer(MoltDict.self)
  let index = dictFind(pointer, key, hash)
  return index >= 0 ? pointer.pointee.entries.unsafelyUnwrapped[index].value : .null
}

/// The value of an exact str key, borrowed, or `.null`. Never raises and never runs Python code: a key that is not an
/// exact str is not compared.
func dictGetName(_ dict: Value, _ name: Value) -> Value {
  let pointer = dict.pointer(MoltDict.self)
  let index = dictFindName(pointer, name)
  return index >= 0 ? pointer.pointee.entries.unsafelyUnwrapped[index].value : .null
}

/// `dictFind` for `dictGetName`.
@inline(__always) func dictFindName(_ dict: DictPointer, _ name: Value) -> Int {
  let hash = exactStrHash(name)
  if dict.pointee.keys != KeyKind.any { return findString(dict, name, hash) }
  return findNameAmongAny(dict, name, hash)
}

/// dict[key] = value; both are retained. -1 with an exception set when hashing or comparing raised.
func dictSet(_ dict: Value, _ key: Value, _ value: Value) -> Int32 {
  var hash: Int64 = 0
  if !hashKey(key, &hash) { return -1 }
  return dictSetHashed(dict.pointer(), key, hash, value)
}

/// `dictSet` with an exact str, which cannot fail where the other keys are str or int too.
func dictSetName(_ dict: Value, _ name: Value, _ value: Value) {
  _ = dictSetHashed(dict.pointer(), name, exactStrHash(name), value)
}

/// Removes a key: 1, 0 when it is absent, -1 with an exception set.
func dictDelete(_ dict: Value, _ key: Value) -> Int32 {
  var hash: Int64 = 0
  if !hashKey(key, &hash) { return -1 }
  let pointer = dict.pointer(MoltDict.self)
  let index = dictFind(pointer, key, hash)
  if index < 0 { return index == DictSearch.absent ? 0 : -1 }
  let entry = dictTake(pointer, index, hash)
  release(entry.key)
  release(entry.value)
  return 1
}

/// Steps through the items in order, starting with `position` 0; key and value are borrowed. The dict must not change
/// meanwhile, except that the values of existing keys may.
func dictNext(_ dict: Value, _ position: inout Int, _ key: inout Value, _ value: inout Value) -> Bool {
  let pointer = dict.pointer(MoltDict.self)
  let count = pointer.pointee.entryCount
  while position < count {
    let entry = pointer.pointee.entries.unsafelyUnwrapped[position]
    position += 1
    if !entry.key.isNull {
      key = entry.key
      value = entry.value
      return true
    }
  }
  return false
}

/// Removes every item; may run Python code.
func dictClear(_ dict: Value) { DictContents(taking: dict.pointer()).release() }

/// A new exact dict with the same items in the same order; `dict` may be of a subclass.
func dictCopy(_ dict: Value) -> Value {
  let copy = newDict()
  let source = dict.pointer(MoltDict.self)
  if source.pointee.used == 0 { return copy }
  if source.pointee.used >= source.pointee.entryCount * 2 / 3 {
    dictCloneTable(copy.pointer(), from: source)
  } else {
    dictCompactInto(copy.pointer(), source)
  }
  return copy
}

/// Fills an empty dict with another's items, without its removed entries.
func dictCompactInto(_ target: DictPointer, _ source: DictPointer) {
  dictRebuild(target, logSize(forItems: source.pointee.used), source.pointee.keys)
  for index in 0..<source.pointee.entryCount {
    let entry = source.pointee.entries.unsafelyUnwrapped[index]
    if entry.key.isNull { continue }
    dictAddNew(target, retained(entry.key), entryHash(source, index), retained(entry.value))
  }
}

/// The entry of an exact str in a table with keys of any kind, of which only exact str are compared.
@inline(never) private func findNameAmongAny(_ dict: DictPointer, _ name: Value, _ hash: Int64) -> Int {
  for index in 0..<dict.pointee.entryCount {
    let key = dict.pointee.entries.unsafelyUnwrapped[index].key
    if key == name { return index }
    if !key.isNull, isExactStr(key), entryHash(dict, index) == hash, stringsEqual(key, name) { return index }
  }
  return DictSearch.absent
}

@c(molt_new_dict) func molt_new_dict(_ pairs: UnsafePointer<Value>?, _ count: Int32) -> Value {
  collectionPoint()
  guard let pairs else { return newDict() }
  var kind = KeyKind.strings
  for index in 0..<Int(count) { kind = max(kind, keyKind(pairs[2 * index])) }
  let dict = newDict(capacity: Int(count), keys: kind)
  for index in 0..<Int(count) where dictSet(dict, pairs[2 * index], pairs[2 * index + 1]) < 0 {
    release(dict)
    return .null
  }
  return dict
}

@c(molt_dict_set) func molt_dict_set(_ dict: Value, _ key: Value, _ value: Value) -> Int32 {
  dictSet(dict, key, value)
}

/// Whether the key is in the dict; -1 with an exception set.
func dictContains(_ dict: Value, _ key: Value) -> Int32 {
  var hash: Int64 = 0
  if !hashKey(key, &hash) { return -1 }
  let index = dictFind(dict.pointer(), key, hash)
  return index >= 0 ? 1 : index == DictSearch.failed ? -1 : 0
}
