import MoltABI

// The type slice.

private func sliceDestroy(_ object: ObjectPointer) {
  let pointer = UnsafeMutableRawPointer(object).assumingMemoryBound(to: MoltSlice.self)
  release(pointer.pointee.start)
  release(pointer.pointee.stop)
  release(pointer.pointee.step)
  freeObject(object, MemoryLayout<MoltSlice>.size)
}

private func sliceTraverse(_ object: ObjectPointer, _ visit: MoltVisit, _ context: UnsafeMutableRawPointer?) {
  let pointer = UnsafeMutableRawPointer(object).assumingMemoryBound(to: MoltSlice.self)
  visit(pointer.pointee.start, context)
  visit(pointer.pointee.stop, context)
  visit(pointer.pointee.step, context)
}

private func sliceConstruct(_ type: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if !rejectKeywords(names, "slice") || !checkCount(count, 1, 3, "slice") { return .null }
  let args = args.unsafelyUnwrapped
  if count == 1 { return molt_new_slice(.none, args[0], .none) }
  return molt_new_slice(args[0], args[1], count == 3 ? args[2] : .none)
}

private func sliceRepr(_ value: Value) -> Value {
  let slice = value.pointer(MoltSlice.self).pointee
  var text = StringBuilder()
  text.append("slice(")
  if text.appendRepr(slice.start) {
    text.append(", ")
    if text.appendRepr(slice.stop) {
      text.append(", ")
      if text.appendRepr(slice.step) {
        text.append(")")
        return text.finish()
      }
    }
  }
  text.discard()
  return .null
}

/// CPython 3.12's slicehash: the tuple hash without its length.
private func sliceHash(_ value: Value) -> Int64 {
  let slice = value.pointer(MoltSlice.self).pointee
  var hash = TupleHash()
  for part in 0..<3 {
    let lane = hashOf(part == 0 ? slice.start : part == 1 ? slice.stop : slice.step)
    if lane == -1 { return -1 }
    hash.add(lane)
  }
  return hash.withoutLength
}

/// Slices compare as tuples of their three parts.
private func sliceCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if !isSlice(a) || !isSlice(b) { return .notImplemented }
  if a == b {
    return Value(op == Int32(MOLT_EQ) || op == Int32(MOLT_LE) || op == Int32(MOLT_GE))
  }
  let left = a.pointer(MoltSlice.self).pointee, right = b.pointer(MoltSlice.self).pointee
  let leftTuple = makeTuple(left.start, left.stop, left.step)
  let rightTuple = makeTuple(right.start, right.stop, right.step)
  let result = compare(leftTuple, rightTuple, op)
  release(leftTuple)
  release(rightTuple)
  return result
}

private func sliceIndicesMethod(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let length = operandIndex(args.unsafelyUnwrapped[0])
  if length.isNull { return .null }
  defer { release(length) }
  if exactIntIsNegative(length) { return raise(Exceptions.valueError, "length should not be negative") }
  var start = Value.null, stop = Value.null, step = Value.null
  if !sliceLongIndices(value, length, &start, &stop, &step) { return .null }
  defer {
    release(start)
    release(stop)
    release(step)
  }
  return makeTuple(start, stop, step)
}

/// The bounds of a slice fitted to a length, for ints of any size (CPython's _PySlice_GetLongIndices); owned. False
/// with an exception set.
func sliceLongIndices(
  _ value: Value, _ length: Value, _ start: inout Value, _ stop: inout Value, _ step: inout Value
) -> Bool {
  let slice = value.pointer(MoltSlice.self)
  step = Value(smallInt: 1)
  if !slice.pointee.step.isNone {
    step = sliceIndexOperand(slice.pointee.step)
    if step.isNull { return false }
    if step == Value(smallInt: 0) {
      raise(Exceptions.valueError, "slice step cannot be zero")
      return false
    }
  }
  let isDescending = exactIntIsNegative(step)
  let lower = isDescending ? Value(smallInt: -1) : Value(smallInt: 0)
  let upper = isDescending ? subtractInts(length, Value(smallInt: 1)) : retained(length)
  defer { release(upper) }
  start = clippedBound(slice.pointee.start, length, lower, upper, isDescending ? upper : lower)
  if !start.isNull {
    stop = clippedBound(slice.pointee.stop, length, lower, upper, isDescending ? lower : upper)
    if !stop.isNull { return true }
    release(start)
  }
  release(step)
  return false
}

/// One bound of `slice.indices`, owned: counted from the end when negative, then held between `lower` and `upper`.
private func clippedBound(
  _ bound: Value, _ length: Value, _ lower: Value, _ upper: Value, _ missing: Value
) -> Value {
  if bound.isNone { return retained(missing) }
  let given = sliceIndexOperand(bound)
  if given.isNull { return .null }
  if exactIntIsNegative(given) {
    let fromStart = addInts(given, length)
    release(given)
    if fromStart.isNull { return .null }
    if compareInts(fromStart, lower) < 0 {
      release(fromStart)
      return retained(lower)
    }
    return fromStart
  }
  if compareInts(given, upper) > 0 {
    release(given)
    return retained(upper)
  }
  return given
}

private func sliceIndexOperand(_ value: Value) -> Value {
  if !isInt(value) && typeOf(value).pointee.toIndex == nil {
    return raise(Exceptions.typeError, "slice indices must be integers or None or have an __index__ method")
  }
  return operandIndex(value)
}

func setUpSliceType() {
  let type = Types.slice
  setUpType(type, "slice", size: MemoryLayout<MoltSlice>.size, flags: UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.destroy = { sliceDestroy($0!) }
  type.pointee.traverse = { sliceTraverse($0!, $1!, $2) }
  type.pointee.construct = { sliceConstruct($0, $1, $2, $3) }
  type.pointee.repr = { sliceRepr($0) }
  type.pointee.hash = { sliceHash($0) }
  type.pointee.compare = { sliceCompare($0, $1, $2) }
  addMember(type, "start", 0)
  addMember(type, "stop", 1)
  addMember(type, "step", 2)
  addMethod(type, "indices", 1, 1, { sliceIndicesMethod($0, $1, $2, $3) })
  addMethod(
    type, "__reduce__", 0, 0,
    { receiver, _, _, _ in
      let slice = receiver.pointer(MoltSlice.self).pointee
      let parts = makeTuple(slice.start, slice.stop, slice.step)
      let result = makeTuple(Value(Types.slice), parts)
      release(parts)
      return result
    })
  finishType(type)
}
