import MoltABI

// Iterators that are a sequence and an index: those of list (both directions), tuple, reversed() and of any object with
// only `__getitem__`.

struct SequenceIterator {
  var header: MoltObject
  var index: Int
  /// Null once exhausted.
  var sequence: Value
}

@inline(__always) func newSequenceIterator(_ type: TypePointer, _ sequence: Value, _ index: Int = 0) -> Value {
  let iterator = Value(allocateObject(type, MemoryLayout<SequenceIterator>.size))
  let pointer = iterator.pointer(SequenceIterator.self)
  pointer.pointee.index = index
  pointer.pointee.sequence = retained(sequence)
  return iterator
}

/// The iterator of an object that has `__getitem__` but no `__iter__`.
func newSequenceIterator(_ sequence: Value) -> Value { newSequenceIterator(Types.seqIterator, sequence) }

func newReverseListIterator(_ list: Value) -> Value {
  newSequenceIterator(Types.listReverseiterator, list, listCount(list) - 1)
}

/// The iterator of an exact list or tuple whose next item is `index`; a negative one: it is exhausted.
@c(molt_make_sequence_iterator) func molt_make_sequence_iterator(_ sequence: Value, _ index: Int64) -> Value {
  let type = sequence.object.pointee.type == Types.list ? Types.listIterator : Types.tupleIterator
  if index >= 0 { return newSequenceIterator(type, sequence, Int(index)) }
  let iterator = newSequenceIterator(type, sequence)
  iterator.pointer(SequenceIterator.self).pointee.sequence = .null
  release(sequence)
  return iterator
}

@inline(__always) private func end(_ iterator: UnsafeMutablePointer<SequenceIterator>) -> Value {
  let sequence = iterator.pointee.sequence
  iterator.pointee.sequence = .null
  releaseIfBound(sequence)
  return .null
}

@inline(__always) func listIteratorNext(_ value: Value) -> Value {
  let iterator = value.pointer(SequenceIterator.self)
  let list = iterator.pointee.sequence
  if list.isNull { return .null }
  let index = iterator.pointee.index
  if index < listCount(list) {
    iterator.pointee.index = index &+ 1
    return retained(listItems(list)[index])
  }
  return end(iterator)
}

@inline(__always) func tupleIteratorNext(_ value: Value) -> Value {
  let iterator = value.pointer(SequenceIterator.self)
  let tuple = iterator.pointee.sequence
  if tuple.isNull { return .null }
  let index = iterator.pointee.index
  if index < tupleCount(tuple) {
    iterator.pointee.index = index &+ 1
    return retained(tupleItems(tuple)[index])
  }
  return end(iterator)
}

private func reverseListNext(_ value: Value) -> Value {
  let iterator = value.pointer(SequenceIterator.self)
  let list = iterator.pointee.sequence
  if list.isNull { return .null }
  let index = iterator.pointee.index
  if index >= 0 && index < listCount(list) {
    iterator.pointee.index = index - 1
    return retained(listItems(list)[index])
  }
  iterator.pointee.index = -1
  return end(iterator)
}

/// The next item by `__getitem__`; IndexError and StopIteration end the iteration.
private func itemOrEnd(_ iterator: UnsafeMutablePointer<SequenceIterator>, _ index: Int) -> Value {
  // Held, because `__getitem__` may exhaust this very iterator.
  let sequence = retained(iterator.pointee.sequence)
  let item = molt_get_item(sequence, makeInt(index))
  release(sequence)
  if !item.isNull { return item }
  if exceptionMatches(Exceptions.indexError) || exceptionMatches(Exceptions.stopIteration) {
    clearException()
    return end(iterator)
  }
  return .null
}

private func sequenceNext(_ value: Value) -> Value {
  let iterator = value.pointer(SequenceIterator.self)
  if iterator.pointee.sequence.isNull { return .null }
  let item = itemOrEnd(iterator, iterator.pointee.index)
  if !item.isNull { iterator.pointee.index += 1 }
  return item
}

private func reversedNext(_ value: Value) -> Value {
  let iterator = value.pointer(SequenceIterator.self)
  if iterator.pointee.sequence.isNull { return .null }
  if iterator.pointee.index < 0 { return end(iterator) }
  let item = itemOrEnd(iterator, iterator.pointee.index)
  if item.isNull {
    iterator.pointee.index = -1
  } else {
    iterator.pointee.index -= 1
  }
  return item
}

private func reversedConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let type = callee.pointer(MoltType.self)
  if !rejectKeywords(names, "reversed", for: type, of: Types.reversed) { return .null }
  if !checkCount(count, 1, 1, "reversed") { return .null }
  let sequence = args.unsafelyUnwrapped[0]
  let method = lookupSpecial(sequence, Names.reversed)
  if !method.isNull {
    if method.isNone { return raiseTypeError("'", sequence, "' object is not reversible") }
    let result = call0(method)
    release(method)
    return result
  }
  if exceptionIsSet { return .null }
  if !isIndexable(sequence) { return raiseTypeError("'", sequence, "' object is not reversible") }
  let length = lengthOf(sequence)
  if length < 0 { return .null }
  // Instances of derived classes have more fields.
  let iterator = Value(allocateObject(type, max(Int(type.pointee.basicSize), MemoryLayout<SequenceIterator>.size)))
  iterator.pointer(SequenceIterator.self).pointee.index = length - 1
  iterator.pointer(SequenceIterator.self).pointee.sequence = retained(sequence)
  return iterator
}

/// Whether a value supports indexing by number as far as its type can tell (PySequence_Check).
func isIndexable(_ value: Value) -> Bool {
  let type = typeOf(value)
  if type.pointee.getItem == nil || type.pointee.flags & UInt32(MOLT_TYPE_DICTIONARY) != 0 { return false }
  return type.pointee.concat != nil
    || type.pointee.flags & UInt32(MOLT_TYPE_HEAP | MOLT_TYPE_SEQUENCE_PATTERN) != 0
}

private func sequenceIteratorDestroy(_ object: ObjectPointer) {
  releaseIfBound(Value(object).pointer(SequenceIterator.self).pointee.sequence)
  freeObject(object, MemoryLayout<SequenceIterator>.size)
}

private func sequenceIteratorTraverse(
  _ object: ObjectPointer, _ visit: MoltVisit, _ context: UnsafeMutableRawPointer?
) {
  let sequence = Value(object).pointer(SequenceIterator.self).pointee.sequence
  if !sequence.isNull { visit(sequence, context) }
}

/// Items left of an iterator that counts up.
private func remainingUp(_ receiver: Value) -> Value {
  let iterator = receiver.pointer(SequenceIterator.self)
  if iterator.pointee.sequence.isNull { return Value(smallInt: 0) }
  if typeOf(iterator.pointee.sequence).pointee.length == nil { return .notImplemented }
  let length = lengthOf(iterator.pointee.sequence)
  if length < 0 { return .null }
  return makeInt(max(0, length - iterator.pointee.index))
}

/// Items left of an iterator that counts down.
private func remainingDown(_ receiver: Value) -> Value {
  let iterator = receiver.pointer(SequenceIterator.self)
  if iterator.pointee.sequence.isNull { return Value(smallInt: 0) }
  let length = lengthOf(iterator.pointee.sequence)
  if length < 0 { return .null }
  let left = iterator.pointee.index + 1
  return makeInt(length < left ? 0 : left)
}

/// `__setstate__` of iterators that count up: the index, not below 0.
private func setIndex(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var index = 0
  if !stateIndex(args.unsafelyUnwrapped[0], &index) { return .null }
  let iterator = receiver.pointer(SequenceIterator.self)
  if iterator.pointee.sequence.isNull { return .none }
  iterator.pointee.index = max(0, index)
  return .none
}

/// (iter or reversed or the type itself, (sequence,), index); once exhausted, an empty sequence of the kind.
private func sequenceReduce(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let iterator = receiver.pointer(SequenceIterator.self)
  let type = typeOf(receiver)
  let isReversed = isSubtype(type, Types.reversed)
  if iterator.pointee.sequence.isNull {
    let isOfList = type == Types.listIterator || type == Types.listReverseiterator
    let arguments = tupleTaking(isOfList ? newList() : emptyTuple())
    return isReversed ? makeReduction(Value(type), arguments) : reduceToIter(arguments)
  }
  let arguments = makeTuple(iterator.pointee.sequence)
  let index = makeInt(iterator.pointee.index)
  if isReversed { return makeReduction(Value(type), arguments, index) }
  return type == Types.listReverseiterator
    ? reduceToBuiltin("reversed", arguments, index) : reduceToIter(arguments, index)
}

/// `__setstate__` of iterators that count down: the index, held between -1 and the last.
private func setReverseIndex(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var index = 0
  if !stateIndex(args.unsafelyUnwrapped[0], &index) { return .null }
  let iterator = receiver.pointer(SequenceIterator.self)
  if iterator.pointee.sequence.isNull { return .none }
  let length = lengthOf(iterator.pointee.sequence)
  if length < 0 { return .null }
  iterator.pointee.index = min(max(index, -1), length - 1)
  return .none
}

/// Registers an iterator type that needs nothing but `next`; its `__iter__` is itself.
func setUpIteratorType(
  _ type: TypePointer, _ name: StaticString, size: Int, flags: Int = 0, _ next: @escaping MoltNext
) {
  setUpType(type, name, size: size, flags: UInt32(MOLT_TYPE_CONTAINER | flags))
  type.pointee.iterate = { retained($0) }
  type.pointee.next = next
}

typealias MoltNext = @convention(c) (Value) -> Value

private func setUpSequenceIterator(
  _ type: TypePointer, _ name: StaticString, _ next: @escaping MoltNext, flags: Int = 0, isForward: Bool = true
) {
  setUpIteratorType(type, name, size: MemoryLayout<SequenceIterator>.size, flags: flags, next)
  type.pointee.destroy = { sequenceIteratorDestroy($0!) }
  type.pointee.traverse = { sequenceIteratorTraverse($0!, $1!, $2) }
  if isForward {
    addMethod(type, "__length_hint__", 0, 0, { receiver, _, _, _ in remainingUp(receiver) })
    addMethod(type, "__setstate__", 1, 1, { setIndex($0, $1, $2, $3) })
  } else {
    addMethod(type, "__length_hint__", 0, 0, { receiver, _, _, _ in remainingDown(receiver) })
    addMethod(type, "__setstate__", 1, 1, { setReverseIndex($0, $1, $2, $3) })
  }
  addMethod(type, "__reduce__", 0, 0, { sequenceReduce($0, $1, $2, $3) })
  if type == Types.reversed { type.pointee.construct = { reversedConstruct($0, $1, $2, $3) } }
  finishType(type)
}

func setUpSequenceIteratorTypes() {
  setUpSequenceIterator(Types.listIterator, "list_iterator", { listIteratorNext($0) })
  setUpSequenceIterator(Types.listReverseiterator, "list_reverseiterator", { reverseListNext($0) }, isForward: false)
  setUpSequenceIterator(Types.tupleIterator, "tuple_iterator", { tupleIteratorNext($0) })
  setUpSequenceIterator(Types.seqIterator, "iterator", { sequenceNext($0) })
  setUpSequenceIterator(
    Types.reversed, "reversed", { reversedNext($0) }, flags: Int(MOLT_TYPE_BASE), isForward: false)
}
