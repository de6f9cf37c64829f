import MoltABI

// slice objects, and what sequences need of them.

typealias SlicePointer = UnsafeMutablePointer<MoltSlice>

@inline(__always) func isSlice(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.slice
}

@c(molt_new_slice) func molt_new_slice(_ start: Value, _ stop: Value, _ step: Value) -> Value {
  let slice = Value(allocateObject(Types.slice, MemoryLayout<MoltSlice>.size))
  let pointer = slice.pointer(MoltSlice.self)
  pointer.pointee.start = retained(start)
  pointer.pointee.stop = retained(stop)
  pointer.pointee.step = retained(step)
  return slice
}

/// A slice bound as an Int, clipped to its range; None leaves `out` as it is. False with TypeError set.
@inline(__always) private func readBound(_ value: Value, _ out: inout Int) -> Bool {
  if value.isSmallInt {
    out = Int(clamping: value.smallInt)
    return true
  }
  if value.isNone { return true }
  return readOtherBound(value, &out)
}

@inline(never) private func readOtherBound(_ value: Value, _ out: inout Int) -> Bool {
  if typeOf(value).pointee.toIndex == nil && !isInt(value) {
    raise(Exceptions.typeError, "slice indices must be integers or None or have an __index__ method")
    return false
  }
  return indexOf(value, &out)
}

/// The bounds of a slice as they are written, with the defaults of missing ones (PySlice_Unpack). False with an
/// exception set.
func sliceBounds(_ slice: Value, _ start: inout Int, _ stop: inout Int, _ step: inout Int) -> Bool {
  let pointer = slice.pointer(MoltSlice.self)
  return readBounds(pointer.pointee.start, pointer.pointee.stop, pointer.pointee.step, &start, &stop, &step)
}

/// `sliceBounds` of a slice that need not exist as an object; a bound that is not written is None. `__index__` may run,
/// of the step first.
@inline(__always) func readBounds(
  _ startValue: Value, _ stopValue: Value, _ stepValue: Value, _ start: inout Int, _ stop: inout Int, _ step: inout Int
) -> Bool {
  step = 1
  if !stepValue.isNone && !readStep(stepValue, &step) { return false }
  start = step < 0 ? Int.max : 0
  stop = step < 0 ? Int.min : Int.max
  return readBound(startValue, &start) && readBound(stopValue, &stop)
}

@inline(never) private func readStep(_ value: Value, _ step: inout Int) -> Bool {
  if !readBound(value, &step) { return false }
  if step == 0 {
    raise(Exceptions.valueError, "slice step cannot be zero")
    return false
  }
  // So that -step can be computed.
  if step == Int.min { step = -Int.max }
  return true
}

/// Fits bounds to a sequence of `length` items and returns how many items they select (PySlice_AdjustIndices).
@inline(__always) func adjustSlice(_ length: Int, _ start: inout Int, _ stop: inout Int, _ step: Int) -> Int {
  if start < 0 {
    start = start &+ length
    if start < 0 { start = step < 0 ? -1 : 0 }
  } else if start >= length {
    start = step < 0 ? length - 1 : length
  }
  if stop < 0 {
    stop = stop &+ length
    if stop < 0 { stop = step < 0 ? -1 : 0 }
  } else if stop >= length {
    stop = step < 0 ? length - 1 : length
  }
  // The usual steps need no division.
  if step == 1 { return start < stop ? stop - start : 0 }
  if step == -1 { return stop < start ? start - stop : 0 }
  if step < 0 { return stop < start ? (start - stop - 1) / -step + 1 : 0 }
  return start < stop ? (stop - start - 1) / step + 1 : 0
}

/// The items that a slice selects from a sequence of `length` items: first index, bound, step and count. `__index__`
/// may run, so a sequence that can change reads its length afterwards and uses `sliceBounds` and `adjustSlice` instead.
/// False with an exception set.
func sliceIndices(
  _ slice: Value, _ length: Int, _ start: inout Int, _ stop: inout Int, _ step: inout Int, _ count: inout Int
) -> Bool {
  if !sliceBounds(slice, &start, &stop, &step) { return false }
  count = adjustSlice(length, &start, &stop, step)
  return true
}

/// A sequence index from any value with `__index__`; false with an exception set. `container` names the type in the
/// TypeError: "list indices must be integers or slices, not str". An index is 64 bits wide on every target: where
/// `Int` is narrower it is clamped, since no sequence reaches so far and the outcome is the same.
@inline(__always) func sequenceIndex(_ key: Value, _ out: inout Int, _ container: StaticString) -> Bool {
  if key.isSmallInt {
    out = Int(clamping: key.smallInt)
    return true
  }
  return otherSequenceIndex(key, &out, container)
}

@inline(never) private func otherSequenceIndex(_ key: Value, _ out: inout Int, _ container: StaticString) -> Bool {
  if !isInt(key) && typeOf(key).pointee.toIndex == nil {
    raise(Exceptions.typeError) { message in
      message.append(container)
      message.append(" indices must be integers or slices, not ")
      message.append(typeName(key))
    }
    return false
  }
  let exact = operandIndex(key)
  if exact.isNull { return false }
  var wide: Int64 = 0
  let isInRange = toInt64(exact, &wide)
  release(exact)
  if !isInRange {
    raiseIndexTooLarge(key)
    return false
  }
  out = Int(clamping: wide)
  return true
}

func raiseIndexTooLarge(_ key: Value) {
  raise(Exceptions.indexError) { message in
    message.append("cannot fit '")
    message.append(typeName(key))
    message.append("' into an index-sized integer")
  }
}

/// operator.index(value) as an owned exact int; `.null` with TypeError set.
func operandIndex(_ value: Value) -> Value {
  if value.isSmallInt { return value }
  if isInt(value) { return retained(exactInt(value)) }
  guard let toIndex = typeOf(value).pointee.toIndex else {
    return raiseTypeError("'", value, "' object cannot be interpreted as an integer")
  }
  let result = toIndex(value)
  if result.isNull || !isInt(result) {
    if result.isNull { return .null }
    raiseTypeError("__index__ returned non-int (type ", result, ")")
    release(result)
    return .null
  }
  if result.isSmallInt { return result }
  let exact = retained(exactInt(result))
  release(result)
  return exact
}
