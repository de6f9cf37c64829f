import MoltABI

// range objects: creation, arithmetic on them, and what compiled code needs. All four fields are exact ints.

typealias RangePointer = UnsafeMutablePointer<MoltRange>

@inline(__always) func isRange(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.range
}

/// A range of exact ints, which are retained; the step is not zero. `.null` with an exception set only for ints that
/// are too large to compute with.
func newRange(_ start: Value, _ stop: Value, _ step: Value) -> Value {
  let length = rangeLength(start, stop, step)
  if length.isNull { return .null }
  let range = Value(allocateObject(Types.range, MemoryLayout<MoltRange>.size))
  let pointer = range.pointer(MoltRange.self)
  pointer.pointee.start = retained(start)
  pointer.pointee.stop = retained(stop)
  pointer.pointee.step = retained(step)
  pointer.pointee.length = length
  return range
}

/// The number of items, owned (CPython's compute_range_length).
private func rangeLength(_ start: Value, _ stop: Value, _ step: Value) -> Value {
  if start.isSmallInt && stop.isSmallInt && step.isSmallInt {
    let stride = step.smallInt
    let low = stride > 0 ? start.smallInt : stop.smallInt
    let high = stride > 0 ? stop.smallInt : start.smallInt
    return low >= high ? Value(smallInt: 0) : makeInt((high - low - 1) / abs(stride) + 1)
  }
  let isUp = !exactIntIsNegative(step)
  let low = isUp ? start : stop, high = isUp ? stop : start
  if compareInts(low, high) >= 0 { return Value(smallInt: 0) }
  let stride = isUp ? retained(step) : subtractInts(Value(smallInt: 0), step)
  let distance = subtractInts(high, low)
  let lessOne = subtractInts(distance, Value(smallInt: 1))
  let quotient = floorDivideInts(lessOne, stride)
  let result = quotient.isNull ? .null : addInts(quotient, Value(smallInt: 1))
  release(stride)
  release(distance)
  release(lessOne)
  releaseIfBound(quotient)
  return result
}

/// start + index * step, owned.
func rangeItem(_ range: RangePointer, _ index: Value) -> Value {
  let step = range.pointee.step
  if step == Value(smallInt: 1) { return addInts(range.pointee.start, index) }
  if step.isSmallInt && index.isSmallInt && range.pointee.start.isSmallInt {
    let (product, overflow) = step.smallInt.multipliedReportingOverflow(by: index.smallInt)
    let (sum, overflowSum) = product.addingReportingOverflow(range.pointee.start.smallInt)
    if !overflow && !overflowSum { return makeInt(sum) }
  }
  let product = multiplyInts(index, step)
  if product.isNull { return .null }
  let sum = addInts(range.pointee.start, product)
  release(product)
  return sum
}

/// Whether an exact int lies in the range; -1 with an exception set.
private func rangeContainsInt(_ range: RangePointer, _ value: Value) -> Int32 {
  let start = range.pointee.start, stop = range.pointee.stop, step = range.pointee.step
  if exactIntIsNegative(step) {
    if compareInts(value, start) > 0 || compareInts(value, stop) <= 0 { return 0 }
  } else if compareInts(value, start) < 0 || compareInts(value, stop) >= 0 {
    return 0
  }
  if value.isSmallInt && start.isSmallInt && step.isSmallInt {
    return (value.smallInt - start.smallInt) % step.smallInt == 0 ? 1 : 0
  }
  let distance = subtractInts(value, start)
  let remainder = remainderOfInts(distance, step)
  release(distance)
  if remainder.isNull { return -1 }
  let isOnStep = remainder == Value(smallInt: 0)
  release(remainder)
  return isOnStep ? 1 : 0
}

/// Whether the value is an int or bool but not of a subclass that may have an equality of its own.
@inline(__always) private func isExactIntOrBool(_ value: Value) -> Bool {
  value.isSmallInt || value.isBool || (value.isObject && value.object.pointee.type == Types.int)
}

func rangeContains(_ range: Value, _ value: Value) -> Int32 {
  if isExactIntOrBool(value) { return rangeContainsInt(range.pointer(), exactInt(value)) }
  return searchByIteration(range, value) { _ in true }
}

/// Compares every item of an iterable with a value and reports the index of each equal one, until `found` returns true:
/// 1 when it did, 0 at the end, -1 with an exception set.
private func searchByIteration(_ iterable: Value, _ value: Value, _ found: (Int64) -> Bool) -> Int32 {
  var index: Int64 = 0
  var result: Int32 = 0
  let isComplete = forEachItem(iterable) { item in
    let isEqual = sameOrEqual(item, value)
    if isEqual < 0 { return false }
    if isEqual > 0 && found(index) {
      result = 1
      return false
    }
    index += 1
    return true
  }
  return isComplete ? result : -1
}

func rangeIndexMethod(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let range = receiver.pointer(MoltRange.self)
  let value = args.unsafelyUnwrapped[0]
  if !isExactIntOrBool(value) {
    var position: Int64 = 0
    let status = searchByIteration(receiver, value) { index in
      position = index
      return true
    }
    if status > 0 { return makeInt(position) }
    return status < 0 ? .null : raise(Exceptions.valueError, "sequence.index(x): x not in sequence")
  }
  let exact = exactInt(value)
  let isFound = rangeContainsInt(range, exact)
  if isFound < 0 { return .null }
  if isFound == 0 {
    return raise(Exceptions.valueError) { message in
      if message.appendRepr(value) { message.append(" is not in range") }
    }
  }
  let distance = subtractInts(exact, range.pointee.start)
  let result = floorDivideInts(distance, range.pointee.step)
  release(distance)
  return result
}

func rangeCountMethod(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let value = args.unsafelyUnwrapped[0]
  if isExactIntOrBool(value) {
    let isFound = rangeContainsInt(receiver.pointer(), exactInt(value))
    return isFound < 0 ? .null : Value(smallInt: Int64(isFound))
  }
  var total: Int64 = 0
  let status = searchByIteration(receiver, value) { _ in
    total += 1
    return false
  }
  return status < 0 ? .null : makeInt(total)
}

func rangeGetItem(_ value: Value, _ key: Value) -> Value {
  let range = value.pointer(MoltRange.self)
  let length = range.pointee.length
  if isSlice(key) { return rangeSlice(range, key) }
  if !isInt(key) && typeOf(key).pointee.toIndex == nil {
    return raiseTypeError("range indices must be integers or slices, not ", key, "")
  }
  let given = operandIndex(key)
  if given.isNull { return .null }
  defer { release(given) }
  let index = exactIntIsNegative(given) ? addInts(given, length) : retained(given)
  defer { release(index) }
  if exactIntIsNegative(index) || compareInts(index, length) >= 0 {
    return raise(Exceptions.indexError, "range object index out of range")
  }
  return rangeItem(range, index)
}

private func rangeSlice(_ range: RangePointer, _ slice: Value) -> Value {
  var start = Value.null, stop = Value.null, step = Value.null
  if !sliceLongIndices(slice, range.pointee.length, &start, &stop, &step) { return .null }
  let newStep = multiplyInts(range.pointee.step, step)
  let newStart = rangeItem(range, start)
  let newStop = rangeItem(range, stop)
  let result = newStep.isNull || newStart.isNull || newStop.isNull ? Value.null : newRange(newStart, newStop, newStep)
  release(start)
  release(stop)
  release(step)
  releaseIfBound(newStep)
  releaseIfBound(newStart)
  releaseIfBound(newStop)
  return result
}
