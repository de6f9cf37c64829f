import MoltABI

// The type bytearray (Objects/bytearrayobject.c).

func makeByteArray(_ p: UnsafePointer<UInt8>?, _ count: Int) -> Value {
  let a = UnsafeMutableRawPointer(allocateObject(Types.bytearray, MemoryLayout<ByteArrayObject>.stride))
    .assumingMemoryBound(to: ByteArrayObject.self)
  resize(a, count)
  if count > 0 { c_memcpy(a.pointee.items, p, count) }
  return Value(a)
}

private typealias ByteArrayPointer = UnsafeMutablePointer<ByteArrayObject>

/// Makes room for `count` bytes, growing by an eighth more so that appending is linear, and sets the length.
private func resize(_ a: ByteArrayPointer, _ count: Int) {
  if count > a.pointee.capacity || count < a.pointee.capacity / 2 {
    let capacity = count > a.pointee.capacity && a.pointee.capacity > 0 ? count + count / 8 + 6 : count
    if let old = a.pointee.items {
      if capacity == 0 {
        freeRaw(old, a.pointee.capacity)
        a.pointee.items = nil
      } else {
        a.pointee.items = resizeRaw(old, a.pointee.capacity, capacity).assumingMemoryBound(to: UInt8.self)
      }
    } else if capacity > 0 {
      a.pointee.items = allocateRaw(capacity).assumingMemoryBound(to: UInt8.self)
    }
    a.pointee.capacity = capacity
  }
  a.pointee.length = count
}

private func destroyByteArray(_ object: ObjectPointer) {
  let a = UnsafeMutableRawPointer(object).assumingMemoryBound(to: ByteArrayObject.self)
  if let items = a.pointee.items { freeRaw(items, a.pointee.capacity) }
  freeObject(object, Int(object.pointee.type.pointee.basicSize))
}

private func byteArrayRepr(_ v: Value) -> Value {
  var b = StringBuilder()
  b.append(typeName(v))
  b.append("(")
  appendBytesRepr(&b, BytesView(v), escapesSingle: true)
  b.append(")")
  return b.finish()
}

/// Whether the length may change; false: BufferError is set.
private func mayResize(_ v: Value) -> Bool {
  if v.pointer(ByteArrayObject.self).pointee.exports == 0 { return true }
  raise(Exceptions.bufferError, "Existing exports of data: object cannot be re-sized")
  return false
}

/// A byte from an item value, or -1: an exception is set.
private func byteValue(_ v: Value) -> Int {
  let index = indexValue(v)
  if index.isNull { return -1 }
  var n: Int64 = 0
  let isByte = toInt64(index, &n) && n >= 0 && n < 256
  release(index)
  if isByte { return Int(n) }
  raise(Exceptions.valueError, "byte must be in range(0, 256)")
  return -1
}

/// Replaces the bytes from `start` to `end` by others, which may be the array's own. False: BufferError is set.
private func splice(_ v: Value, _ start: Int, _ end: Int, _ new: BytesView) -> Bool {
  let a = v.pointer(ByteArrayObject.self)
  if new.count != end - start && !mayResize(v) { return false }
  let tail = a.pointee.length - end
  // The copy and the new content.
  if !hasRoom(start + 2 * (new.count + tail), units: 1) { return false }
  let copy = allocateRaw(new.count + tail + 1).assumingMemoryBound(to: UInt8.self)
  c_memcpy(copy, new.bytes, new.count)
  if tail > 0 { c_memcpy(copy + new.count, a.pointee.items.unsafelyUnwrapped + end, tail) }
  let total = start + new.count + tail
  resize(a, total)
  if total > start { c_memcpy(a.pointee.items.unsafelyUnwrapped + start, copy, new.count + tail) }
  freeRaw(copy, new.count + tail + 1)
  return true
}

private func setByteItem(_ v: Value, _ key: Value, _ value: Value) -> Int32 {
  let a = v.pointer(ByteArrayObject.self)
  if !isSlice(key) {
    // Both `__index__` come first: they may change the size.
    var i = 0
    if !sequenceIndex(key, &i, "bytearray") { return -1 }
    let byte = value.isNull ? 0 : byteValue(value)
    if byte < 0 { return -1 }
    if i < 0 { i += a.pointee.length }
    if i < 0 || i >= a.pointee.length { return raiseStatus(Exceptions.indexError, "bytearray index out of range") }
    if value.isNull {
      return splice(v, i, i + 1, BytesView(v).slice(0, 0)) ? 0 : -1
    }
    a.pointee.items.unsafelyUnwrapped[i] = UInt8(byte)
    return 0
  }
  var new = Value.null
  if !value.isNull {
    if isInt(value) || isStr(value) {
      return raiseStatus(Exceptions.typeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
    }
    new = bytesOf(value)
    if new.isNull { return -1 }
  }
  defer { releaseIfBound(new) }
  var start = 0
  var stop = 0
  var step = 0
  var count = 0
  if !sliceBounds(key, &start, &stop, &step) { return -1 }
  count = adjustSlice(a.pointee.length, &start, &stop, step)
  let view = new.isNull ? BytesView(v).slice(0, 0) : BytesView(new)
  if step == 1 {
    return splice(v, start, start + count, view) ? 0 : -1
  }
  if view.count == 0 {
    if !mayResize(v) { return -1 }
    // Deletes from the highest position down, so that the others keep their places.
    for k in 0..<count {
      let i = step > 0 ? start &+ (count - 1 - k) &* step : start &+ k &* step
      if !splice(v, i, i + 1, view) { return -1 }
    }
    return 0
  }
  if view.count != count {
    return raiseStatus(Exceptions.valueError) { b in
      b.append("attempt to assign bytes of size ")
      b.append(int: view.count)
      b.append(" to extended slice of size ")
      b.append(int: count)
    }
  }
  for k in 0..<count { a.pointee.items.unsafelyUnwrapped[start &+ k &* step] = view[k] }
  return 0
}

private func extend(_ v: Value, _ iterable: Value) -> Value {
  let length = v.pointer(ByteArrayObject.self).pointee.length
  if isBytesLike(iterable) {
    return splice(v, length, length, BytesView(iterable)) ? .none : .null
  }
  var b = ByteBuilder(capacity: 32)
  defer { b.discard() }
  if isStr(iterable) {
    return raise(Exceptions.typeError, "expected iterable of integers; got: 'str'")
  }
  if !appendByteItems(&b, iterable, "byte must be in range(0, 256)") { return .null }
  let end = v.pointer(ByteArrayObject.self).pointee.length
  return splice(v, end, end, BytesView(bytes: b.data, count: b.count)) ? .none : .null
}

/// An empty one: `__init__` fills it.
private func constructByteArray(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let type = callee.pointer(MoltType.self)
  return Value(allocateObject(type, Int(type.pointee.basicSize)))
}

private func initializeByteArray(_ v: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  if v.pointer(ByteArrayObject.self).pointee.length > 0 {
    if !mayResize(v) { return -1 }
    resize(v.pointer(ByteArrayObject.self), 0)
  }
  let contents = bytesFromArguments(Types.bytearray, args, count, names, "byte must be in range(0, 256)", array: v)
  if contents.isNull { return -1 }
  defer { release(contents) }
  let a = v.pointer(ByteArrayObject.self)
  let view = BytesView(contents), length = a.pointee.length
  if view.count == 0 { return 0 }
  if !mayResize(v) { return -1 }
  resize(a, length + view.count)
  c_memcpy(a.pointee.items.unsafelyUnwrapped + length, view.bytes, view.count)
  return 0
}

/// Appends a byte given as an item value: 0, or -1 with an exception set.
func appendByte(_ v: Value, _ item: Value) -> Int32 {
  let byte = byteValue(item)
  if byte < 0 || !mayResize(v) { return -1 }
  let a = v.pointer(ByteArrayObject.self)
  resize(a, a.pointee.length + 1)
  a.pointee.items.unsafelyUnwrapped[a.pointee.length - 1] = UInt8(byte)
  return 0
}

/// (type, what makes it again, state): the bytes for protocol 3 and later, else text that stands for them
/// (`_common_reduce`).
private func reduceByteArray(_ v: Value, _ protocolNumber: Int) -> Value {
  let view = BytesView(v)
  let state = stateOf(v, isWhole: false)
  if state.isNull { return .null }
  var contents = Value.null
  if view.count == 0 {
    contents = emptyTuple()
  } else if protocolNumber < 3 {
    var text = StringBuilder(capacity: view.count)
    for index in 0..<view.count { text.append(codePoint: UInt32(view[index])) }
    let decoded = text.finish(), encoding = makeString("latin-1")
    contents = makePair(decoded, encoding)
  } else {
    let bytes = makeBytes(view.bytes, view.count)
    contents = makeTuple(bytes)
    release(bytes)
  }
  let result = newTuple(3)
  tupleItems(result)[0] = retained(Value(typeOf(v)))
  tupleItems(result)[1] = contents
  tupleItems(result)[2] = state
  return result
}

private func popByte(_ v: Value, _ args: Arguments?, _ count: Int32) -> Value {
  let length = v.pointer(ByteArrayObject.self).pointee.length
  var i = -1
  if count > 0 && !methodIndex(args.unsafelyUnwrapped[0], &i) { return .null }
  if length == 0 { return raise(Exceptions.indexError, "pop from empty bytearray") }
  if i < 0 { i += length }
  if i < 0 || i >= length { return raise(Exceptions.indexError, "pop index out of range") }
  let byte = BytesView(v)[i]
  if !splice(v, i, i + 1, BytesView(v).slice(0, 0)) { return .null }
  return Value(smallInt: Int64(byte))
}

private func insertByte(_ v: Value, _ position: Value, _ item: Value) -> Value {
  var i = 0
  if !methodIndex(position, &i) { return .null }
  let byte = byteValue(item)
  if byte < 0 { return .null }
  let length = v.pointer(ByteArrayObject.self).pointee.length
  if i < 0 { i = max(i + length, 0) }
  var one = UInt8(byte)
  let isDone = withUnsafeMutablePointer(to: &one) {
    splice(v, min(i, length), min(i, length), BytesView(bytes: $0, count: 1))
  }
  return isDone ? .none : .null
}

private func removeByte(_ v: Value, _ item: Value) -> Value {
  let byte = byteValue(item)
  if byte < 0 { return .null }
  let at = findCharacter(BytesView(v).text, UInt32(byte), from: 0)
  if at < 0 { return raise(Exceptions.valueError, "value not found in bytearray") }
  return splice(v, at, at + 1, BytesView(v).slice(0, 0)) ? .none : .null
}

private func addMutatingMethods(_ t: TypePointer) {
  addMethod(
    t, "append", 1, 1,
    { v, args, _, _ in appendByte(v, args.unsafelyUnwrapped[0]) < 0 ? .null : .none })
  addMethod(t, "extend", 1, 1, { v, args, _, _ in extend(v, args.unsafelyUnwrapped[0]) })
  addMethod(t, "insert", 2, 2, { v, args, _, _ in insertByte(v, args.unsafelyUnwrapped[0], args.unsafelyUnwrapped[1]) })
  addMethod(t, "pop", 0, 1, { v, args, count, _ in popByte(v, args, count) })
  addMethod(t, "remove", 1, 1, { v, args, _, _ in removeByte(v, args.unsafelyUnwrapped[0]) })
  addMethod(
    t, "clear", 0, 0,
    { v, _, _, _ in
      if BytesView(v).count > 0 && !mayResize(v) { return .null }
      resize(v.pointer(ByteArrayObject.self), 0)
      return .none
    })
  addMethod(t, "copy", 0, 0, { v, _, _, _ in makeByteArray(BytesView(v).bytes, BytesView(v).count) })
  addMethod(
    t, "reverse", 0, 0,
    { v, _, _, _ in
      let view = BytesView(v)
      for i in 0..<(view.count / 2) {
        let byte = view.bytes[i]
        view.bytes[i] = view.bytes[view.count - 1 - i]
        view.bytes[view.count - 1 - i] = byte
      }
      return .none
    })
}

func setUpByteArrayType() {
  let t = Types.bytearray
  setUpType(t, "bytearray", size: MemoryLayout<ByteArrayObject>.stride, flags: UInt32(MOLT_TYPE_BASE))
  t.pointee.destroy = { destroyByteArray($0!) }
  t.pointee.construct = constructByteArray
  t.pointee.initialize = initializeByteArray
  t.pointee.repr = byteArrayRepr
  t.pointee.str = byteArrayRepr
  markUnhashable(t)
  t.pointee.compare = compareBytes
  t.pointee.truth = { BytesView($0).count > 0 ? 1 : 0 }
  t.pointee.length = { BytesView($0).count }
  t.pointee.getItem = bytesGetItem
  t.pointee.setItem = setByteItem
  t.pointee.contains = bytesContains
  t.pointee.iterate = { newTextIterator(ByteArrayIterator.type, $0) }
  t.pointee.concat = { concatenateBytes($0, $1) }
  t.pointee.repeat = { repeatBytes($0, $1) }
  setBinary(t, Operator.modulo) { a, b in
    if !isByteArray(a) { return .notImplemented }
    let bytes = formatPercentBytes(BytesView(a), b)
    if bytes.isNull { return .null }
    let array = makeByteArray(BytesView(bytes).bytes, BytesView(bytes).count)
    release(bytes)
    return array
  }
  t.pointee.inPlaceConcat = { v, other in
    if !isBytesLike(other) { return raiseBytesConcatenation(v, other) }
    let length = v.pointer(ByteArrayObject.self).pointee.length
    return splice(v, length, length, BytesView(other)) ? retained(v) : .null
  }
  t.pointee.inPlaceRepeat = { v, count in
    let product = repeatBytes(v, count)
    if product.isNull { return .null }
    let isDone = splice(v, 0, v.pointer(ByteArrayObject.self).pointee.length, BytesView(product))
    release(product)
    return isDone ? retained(v) : .null
  }
  addBytesSearchMethods(t)
  addBytesBuildMethods(t)
  addBytesCaseMethods(t)
  addMutatingMethods(t)
  addClassMethod(
    t, "fromhex", 1, 1,
    { type, args, _, _ in
      let isExact = asType(type) == Types.bytearray
      let contents = bytesFromHex(args.unsafelyUnwrapped[0], asArray: isExact)
      if contents.isNull || isExact { return contents }
      let made = call1(type, contents)
      release(contents)
      return made
    })
  addMethod(
    t, "__alloc__", 0, 0,
    { v, _, _, _ in
      // CPython has a byte more, for the zero behind the contents.
      let capacity = v.pointer(ByteArrayObject.self).pointee.capacity
      return makeInt(Int64(capacity == 0 ? 0 : capacity + 1))
    })
  addMethod(t, "__reduce__", 0, 0, { v, _, _, _ in reduceByteArray(v, 2) })
  addMethod(
    t, "__reduce_ex__", 0, 1,
    { v, args, count, _ in
      var number = 0
      return count == 0 || methodIndex(args.unsafelyUnwrapped[0], &number) ? reduceByteArray(v, number) : .null
    })
  finishType(t)
}
