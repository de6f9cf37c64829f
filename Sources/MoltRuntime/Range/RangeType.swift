import MoltABI

// The type range and its iterators.

private func rangeConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if !rejectKeywords(names, "range") || !checkCount(count, 1, 3, "range") { return .null }
  let args = args.unsafelyUnwrapped
  if count == 1 {
    let stop = operandIndex(args[0])
    if stop.isNull { return .null }
    let range = newRange(Value(smallInt: 0), stop, Value(smallInt: 1))
    release(stop)
    return range
  }
  let start = operandIndex(args[0])
  if start.isNull { return .null }
  defer { release(start) }
  let stop = operandIndex(args[1])
  if stop.isNull { return .null }
  defer { release(stop) }
  let step = count == 3 ? operandIndex(args[2]) : Value(smallInt: 1)
  if step.isNull { return .null }
  defer { release(step) }
  if step == Value(smallInt: 0) { return raise(Exceptions.valueError, "range() arg 3 must not be zero") }
  return newRange(start, stop, step)
}

private func rangeDestroy(_ object: ObjectPointer) {
  let range = Value(object).pointer(MoltRange.self)
  release(range.pointee.start)
  release(range.pointee.stop)
  release(range.pointee.step)
  release(range.pointee.length)
  freeObject(object, MemoryLayout<MoltRange>.size)
}

private func rangeRepr(_ value: Value) -> Value {
  let range = value.pointer(MoltRange.self)
  var text = StringBuilder()
  text.append("range(")
  var isWritten = text.appendRepr(range.pointee.start)
  text.append(", ")
  isWritten = isWritten && text.appendRepr(range.pointee.stop)
  if isWritten && range.pointee.step != Value(smallInt: 1) {
    text.append(", ")
    isWritten = text.appendRepr(range.pointee.step)
  }
  text.append(")")
  if isWritten { return text.finish() }
  text.discard()
  return .null
}

/// The hash of what equality compares: (length, first item or None, step or None).
private func rangeHash(_ value: Value) -> Int64 {
  let range = value.pointer(MoltRange.self)
  let length = range.pointee.length
  let isEmpty = length == Value(smallInt: 0)
  let isSingle = length == Value(smallInt: 1)
  let key = makeTuple(length, isEmpty ? .none : range.pointee.start, isEmpty || isSingle ? .none : range.pointee.step)
  let hash = hashOf(key)
  release(key)
  return hash
}

private func rangeCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if !isRange(a) || !isRange(b) || (op != Int32(MOLT_EQ) && op != Int32(MOLT_NE)) { return .notImplemented }
  let left = a.pointer(MoltRange.self), right = b.pointer(MoltRange.self)
  let length = left.pointee.length
  var isEqual = compareInts(length, right.pointee.length) == 0
  if isEqual && length != Value(smallInt: 0) {
    isEqual = compareInts(left.pointee.start, right.pointee.start) == 0
    if isEqual && length != Value(smallInt: 1) {
      isEqual = compareInts(left.pointee.step, right.pointee.step) == 0
    }
  }
  return Value(isEqual == (op == Int32(MOLT_EQ)))
}

private func rangeLengthSlot(_ value: Value) -> Int {
  var length: Int64 = 0
  if toInt64(value.pointer(MoltRange.self).pointee.length, &length), let narrow = Int(exactly: length) { return narrow }
  raise(Exceptions.overflowError, "Python int too large to convert to C ssize_t")
  return -1
}

// -------------------------------------------------------------------------------------------------------- iterators

/// range_iterator: bounds that fit 64 bits.
struct RangeIterator {
  var header: MoltObject
  var current: Int64
  var step: Int64
  var remaining: Int64
}

/// longrange_iterator: the next item is start + step * index.
struct LongRangeIterator {
  var header: MoltObject
  var start: Value
  var step: Value
  var length: Value
  var index: Value
}

/// An iterator of the kind that CPython would choose: the short one only when it cannot overflow on its way past
/// `stop`.
private func newRangeIterator(_ start: Value, _ stop: Value, _ step: Value, _ length: Value) -> Value {
  var first: Int64 = 0, last: Int64 = 0, stride: Int64 = 0, count: Int64 = 0
  if toInt64(start, &first) && toInt64(stop, &last) && toInt64(step, &stride) && toInt64(length, &count) {
    let margin = stride > 0 ? stride - 1 : stride + 1
    if !last.addingReportingOverflow(margin).overflow {
      let iterator = Value(allocateObject(Types.rangeIterator, MemoryLayout<RangeIterator>.size))
      let pointer = iterator.pointer(RangeIterator.self)
      pointer.pointee.current = first
      pointer.pointee.step = stride
      pointer.pointee.remaining = count
      return iterator
    }
  }
  let iterator = Value(allocateObject(Types.longrangeIterator, MemoryLayout<LongRangeIterator>.size))
  let pointer = iterator.pointer(LongRangeIterator.self)
  pointer.pointee.start = retained(start)
  pointer.pointee.step = retained(step)
  pointer.pointee.length = retained(length)
  pointer.pointee.index = Value(smallInt: 0)
  return iterator
}

/// A range of machine ints.
@c(molt_make_range) func molt_make_range(_ start: Int64, _ stop: Int64, _ step: Int32) -> Value {
  let first = makeInt(start), last = makeInt(stop)
  let range = newRange(first, last, Value(smallInt: Int64(step)))
  release(first)
  release(last)
  return range
}

/// An iterator over what is left of such a range.
@c(molt_make_range_iterator)
func molt_make_range_iterator(_ next: Int64, _ stop: Int64, _ step: Int32) -> Value {
  let range = molt_make_range(next, stop, step)
  let iterator = rangeIterate(range)
  release(range)
  return iterator
}

private func rangeIterate(_ value: Value) -> Value {
  let range = value.pointer(MoltRange.self)
  return newRangeIterator(range.pointee.start, range.pointee.stop, range.pointee.step, range.pointee.length)
}

private func rangeReversed(_ receiver: Value) -> Value {
  let range = receiver.pointer(MoltRange.self)
  let lastIndex = subtractInts(range.pointee.length, Value(smallInt: 1))
  let last = rangeItem(range, lastIndex)
  release(lastIndex)
  if last.isNull { return .null }
  let step = subtractInts(Value(smallInt: 0), range.pointee.step)
  let stop = subtractInts(range.pointee.start, range.pointee.step)
  let iterator = newRangeIterator(last, stop, step, range.pointee.length)
  release(last)
  release(stop)
  release(step)
  return iterator
}

@inline(__always) func rangeIteratorNext(_ value: Value) -> Value {
  let iterator = value.pointer(RangeIterator.self)
  if iterator.pointee.remaining <= 0 { return .null }
  iterator.pointee.remaining &-= 1
  let current = iterator.pointee.current
  iterator.pointee.current = current &+ iterator.pointee.step
  return makeInt(current)
}

private func longRangeNext(_ value: Value) -> Value {
  let iterator = value.pointer(LongRangeIterator.self)
  if compareInts(iterator.pointee.index, iterator.pointee.length) >= 0 { return .null }
  let product = multiplyInts(iterator.pointee.index, iterator.pointee.step)
  if product.isNull { return .null }
  let result = addInts(iterator.pointee.start, product)
  release(product)
  if !result.isNull {
    let next = addInts(iterator.pointee.index, Value(smallInt: 1))
    replace(&iterator.pointee.index, with: next)
  }
  return result
}

/// (iter, (the range of what is left,), None).
private func longRangeReduce(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let iterator = receiver.pointer(LongRangeIterator.self)
  let passed = multiplyInts(iterator.pointee.index, iterator.pointee.step)
  let total = multiplyInts(iterator.pointee.length, iterator.pointee.step)
  let start = addInts(iterator.pointee.start, passed)
  let stop = addInts(iterator.pointee.start, total)
  let range = newRange(start, stop, iterator.pointee.step)
  release(passed)
  release(total)
  release(start)
  release(stop)
  return reduceToIter(tupleTaking(range), .none)
}

private func longRangeDestroy(_ object: ObjectPointer) {
  let iterator = Value(object).pointer(LongRangeIterator.self)
  release(iterator.pointee.start)
  release(iterator.pointee.step)
  release(iterator.pointee.length)
  release(iterator.pointee.index)
  freeObject(object, MemoryLayout<LongRangeIterator>.size)
}

private func setUpRangeIteratorTypes() {
  let short = Types.rangeIterator
  setUpType(short, "range_iterator", size: MemoryLayout<RangeIterator>.size, flags: 0)
  short.pointee.iterate = { retained($0) }
  short.pointee.next = { rangeIteratorNext($0) }
  short.pointee.destroy = { freeObject($0!, MemoryLayout<RangeIterator>.size) }
  addMethod(
    short, "__length_hint__", 0, 0,
    { receiver, _, _, _ in makeInt(receiver.pointer(RangeIterator.self).pointee.remaining) })
  addMethod(
    short, "__setstate__", 1, 1,
    { receiver, args, _, _ in
      var index = 0
      if !methodIndex(args.unsafelyUnwrapped[0], &index) { return .null }
      let iterator = receiver.pointer(RangeIterator.self)
      let skipped = min(max(0, Int64(index)), iterator.pointee.remaining)
      iterator.pointee.current += skipped * iterator.pointee.step
      iterator.pointee.remaining -= skipped
      return .none
    })
  addMethod(
    short, "__reduce__", 0, 0,
    { receiver, _, _, _ in
      let iterator = receiver.pointer(RangeIterator.self).pointee
      let stop = iterator.current &+ iterator.step &* iterator.remaining
      let bounds = makeTuple(makeInt(iterator.current), makeInt(stop), makeInt(iterator.step))
      let range = newRange(tupleItems(bounds)[0], tupleItems(bounds)[1], tupleItems(bounds)[2])
      for index in 0..<3 { release(tupleItems(bounds)[index]) }
      release(bounds)
      return reduceToIter(tupleTaking(range), .none)
    })
  finishType(short)

  let long = Types.longrangeIterator
  setUpType(long, "longrange_iterator", size: MemoryLayout<LongRangeIterator>.size, flags: 0)
  long.pointee.iterate = { retained($0) }
  long.pointee.next = { longRangeNext($0) }
  long.pointee.destroy = { longRangeDestroy($0!) }
  addMethod(
    long, "__length_hint__", 0, 0,
    { receiver, _, _, _ in
      let iterator = receiver.pointer(LongRangeIterator.self)
      return subtractInts(iterator.pointee.length, iterator.pointee.index)
    })
  addMethod(long, "__reduce__", 0, 0, { longRangeReduce($0, $1, $2, $3) })
  addMethod(
    long, "__setstate__", 1, 1,
    { receiver, args, _, _ in
      let state = args.unsafelyUnwrapped[0]
      if !isInt(state) { return raise(Exceptions.typeError, "state must be an int") }
      let iterator = receiver.pointer(LongRangeIterator.self)
      var index = exactInt(state)
      if exactIntIsNegative(index) { index = Value(smallInt: 0) }
      if compareInts(index, iterator.pointee.length) > 0 { index = iterator.pointee.length }
      replace(&iterator.pointee.index, with: retained(index))
      return .none
    })
  finishType(long)
}

func setUpRangeType() {
  let type = Types.range
  setUpType(type, "range", size: MemoryLayout<MoltRange>.size, flags: UInt32(MOLT_TYPE_SEQUENCE_PATTERN))
  type.pointee.destroy = { rangeDestroy($0!) }
  type.pointee.construct = { rangeConstruct($0, $1, $2, $3) }
  type.pointee.repr = { rangeRepr($0) }
  type.pointee.hash = { rangeHash($0) }
  type.pointee.compare = { rangeCompare($0, $1, $2) }
  type.pointee.iterate = { rangeIterate($0) }
  type.pointee.truth = { $0.pointer(MoltRange.self).pointee.length == Value(smallInt: 0) ? 0 : 1 }
  type.pointee.length = { rangeLengthSlot($0) }
  type.pointee.getItem = { rangeGetItem($0, $1) }
  type.pointee.contains = { rangeContains($0, $1) }
  addMember(type, "start", 0)
  addMember(type, "stop", 1)
  addMember(type, "step", 2)
  addMethod(type, "index", 1, 1, { rangeIndexMethod($0, $1, $2, $3) })
  addMethod(type, "count", 1, 1, { rangeCountMethod($0, $1, $2, $3) })
  addMethod(type, "__reversed__", 0, 0, { receiver, _, _, _ in rangeReversed(receiver) })
  addMethod(
    type, "__reduce__", 0, 0,
    { receiver, _, _, _ in
      let range = receiver.pointer(MoltRange.self).pointee
      let parts = makeTuple(range.start, range.stop, range.step)
      let result = makeTuple(Value(Types.range), parts)
      release(parts)
      return result
    })
  finishType(type)
  setUpRangeIteratorTypes()
}
