import MoltABI

// The iterators over a dict's keys, values and items, in both directions.

struct DictIterator {
  var header: MoltObject
  /// Null once exhausted.
  var dict: Value
  /// The dict's size when the iteration began; -1 after a change was reported, so that the error stays.
  var used: Int
  var position: Int
  /// Items that are still expected.
  var left: Int
  /// The last pair of an iterator over items, or null.
  var result: Value
}

func newDictIterator(_ type: TypePointer, _ dict: Value) -> Value {
  let iterator = Value(allocateObject(type, MemoryLayout<DictIterator>.size))
  let pointer = iterator.pointer(DictIterator.self)
  pointer.pointee.dict = retained(dict)
  pointer.pointee.used = dictCount(dict)
  pointer.pointee.left = dictCount(dict)
  return iterator
}

func newDictReverseIterator(_ type: TypePointer, _ dict: Value) -> Value {
  let iterator = newDictIterator(type, dict)
  iterator.pointer(DictIterator.self).pointee.position = dict.pointer(MoltDict.self).pointee.entryCount - 1
  return iterator
}

private func end(_ iterator: UnsafeMutablePointer<DictIterator>) {
  let dict = iterator.pointee.dict
  iterator.pointee.dict = .null
  releaseIfBound(dict)
}

@inline(never) private func raiseChanged(_ iterator: UnsafeMutablePointer<DictIterator>) {
  raise(Exceptions.runtimeError, "dictionary changed size during iteration")
  iterator.pointee.used = -1
}

/// The next entry, borrowed; a null key at the end or with an exception set.
@inline(__always) private func nextEntry(_ value: Value) -> MoltDictEntry {
  let nothing = MoltDictEntry(key: .null, value: .null)
  let iterator = value.pointer(DictIterator.self)
  if iterator.pointee.dict.isNull { return nothing }
  let dict = iterator.pointee.dict.pointer(MoltDict.self)
  if iterator.pointee.used != dict.pointee.used {
    raiseChanged(iterator)
    return nothing
  }
  var position = iterator.pointee.position
  let count = dict.pointee.entryCount
  while position < count {
    let entry = dict.pointee.entries.unsafelyUnwrapped[position]
    position &+= 1
    if entry.key.isNull { continue }
    if iterator.pointee.left == 0 {
      raise(Exceptions.runtimeError, "dictionary keys changed during iteration")
      break
    }
    iterator.pointee.position = position
    iterator.pointee.left &-= 1
    return entry
  }
  end(iterator)
  return nothing
}

/// `nextEntry` towards the front.
private func previousEntry(_ value: Value) -> MoltDictEntry {
  let nothing = MoltDictEntry(key: .null, value: .null)
  let iterator = value.pointer(DictIterator.self)
  if iterator.pointee.dict.isNull { return nothing }
  let dict = iterator.pointee.dict.pointer(MoltDict.self)
  if iterator.pointee.used != dict.pointee.used {
    raiseChanged(iterator)
    return nothing
  }
  var position = min(iterator.pointee.position, dict.pointee.entryCount - 1)
  while position >= 0 {
    let entry = dict.pointee.entries.unsafelyUnwrapped[position]
    position -= 1
    if entry.key.isNull { continue }
    iterator.pointee.position = position
    iterator.pointee.left -= 1
    return entry
  }
  end(iterator)
  return nothing
}

/// Retains what may be null.
@inline(__always) private func owned(_ value: Value) -> Value { value.isNull ? .null : retained(value) }

@inline(__always) private func pair(_ iterator: Value, _ entry: MoltDictEntry) -> Value {
  if entry.key.isNull { return .null }
  retain(entry.key)
  retain(entry.value)
  return makePair(entry.key, entry.value, reusing: &iterator.pointer(DictIterator.self).pointee.result)
}

private func dictIteratorDestroy(_ object: ObjectPointer) {
  let iterator = Value(object).pointer(DictIterator.self)
  releaseIfBound(iterator.pointee.dict)
  releaseIfBound(iterator.pointee.result)
  freeObject(object, MemoryLayout<DictIterator>.size)
}

private func setUpDictIterator(_ type: TypePointer, _ name: StaticString, _ next: @escaping MoltNext) {
  setUpIteratorType(type, name, size: MemoryLayout<DictIterator>.size, next)
  type.pointee.destroy = { dictIteratorDestroy($0!) }
  type.pointee.traverse = { object, visit, context in
    let iterator = Value(object!).pointer(DictIterator.self)
    if !iterator.pointee.dict.isNull { visit!(iterator.pointee.dict, context) }
    if !iterator.pointee.result.isNull { visit!(iterator.pointee.result, context) }
  }
  addMethod(
    type, "__length_hint__", 0, 0,
    { receiver, _, _, _ in
      let iterator = receiver.pointer(DictIterator.self)
      if iterator.pointee.dict.isNull || dictCount(iterator.pointee.dict) != iterator.pointee.used {
        return Value(smallInt: 0)
      }
      return makeInt(iterator.pointee.left)
    })
  addMethod(
    type, "__reduce__", 0, 0,
    { receiver, _, _, _ in
      let iterator = receiver.pointer(DictIterator.self)
      if iterator.pointee.dict.isNull { return reduceToIter(tupleTaking(newList())) }
      let copy = newDictIterator(typeOf(receiver), iterator.pointee.dict)
      copy.pointer(DictIterator.self).pointee.used = iterator.pointee.used
      copy.pointer(DictIterator.self).pointee.position = iterator.pointee.position
      copy.pointer(DictIterator.self).pointee.left = iterator.pointee.left
      return reduceToRemaining(copy)
    })
  finishType(type)
}

func setUpDictIteratorTypes() {
  setUpDictIterator(Types.dictKeyiterator, "dict_keyiterator") { owned(nextEntry($0).key) }
  setUpDictIterator(Types.dictValueiterator, "dict_valueiterator") { owned(nextEntry($0).value) }
  setUpDictIterator(Types.dictItemiterator, "dict_itemiterator") { pair($0, nextEntry($0)) }
  setUpDictIterator(Types.dictReversekeyiterator, "dict_reversekeyiterator") { owned(previousEntry($0).key) }
  setUpDictIterator(Types.dictReversevalueiterator, "dict_reversevalueiterator") { owned(previousEntry($0).value) }
  setUpDictIterator(Types.dictReverseitemiterator, "dict_reverseitemiterator") { pair($0, previousEntry($0)) }
}
