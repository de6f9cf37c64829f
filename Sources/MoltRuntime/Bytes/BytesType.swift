import MoltABI

// The types bytes and bytes_iterator (Objects/bytesobject.c).

/// repr of a run of bytes: b'…'. That of a bytearray escapes single quotes between double ones too.
func appendBytesRepr(_ b: inout StringBuilder, _ view: BytesView, escapesSingle: Bool = false) {
  let hasSingle = c_memchr(view.bytes, 39, view.count) != nil
  let quote: UInt32 = hasSingle && c_memchr(view.bytes, 34, view.count) == nil ? 34 : 39
  b.append(codePoint: 98)
  b.append(codePoint: quote)
  for i in 0..<view.count {
    let c = UInt32(view[i])
    switch c {
    case _ where c == quote || c == 92 || (c == 39 && escapesSingle):
      b.append(codePoint: 92)
      b.append(codePoint: c)
    case 9: b.append("\\t")
    case 10: b.append("\\n")
    case 13: b.append("\\r")
    default: if c < 32 || c >= 127 { appendEscape(&b, c) } else { b.append(codePoint: c) }
    }
  }
  b.append(codePoint: quote)
}

private func bytesRepr(_ v: Value) -> Value {
  var b = StringBuilder()
  appendBytesRepr(&b, BytesView(v))
  return b.finish()
}

private func bytesHash(_ v: Value) -> Int64 {
  let p = exactBytes(v).pointer(MoltBytes.self)
  if p.pointee.hash == -1 { p.pointee.hash = hashBytes(p.data, p.pointee.length) }
  return p.pointee.hash
}

/// Comparison of bytes-like values with each other.
func compareBytes(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if !isBytesLike(a) || !isBytesLike(b) { return .notImplemented }
  // A memoryview compares itself with bytes; a bytearray compares itself with any buffer.
  if !isByteArray(a) && (isMemoryView(a) || isMemoryView(b)) { return .notImplemented }
  let order = compareText(BytesView(a).text, BytesView(b).text)
  return Value(orderSatisfies(order < 0 ? -1 : order > 0 ? 1 : 0, op))
}

/// An index into a sequence of `length` items: 0 ..< length, or -1: IndexError or TypeError is set.
func bytesIndex(_ key: Value, _ length: Int, _ type: StaticString, _ message: StaticString) -> Int {
  if !isInt(key) && typeOf(key).pointee.toIndex == nil {
    raise(Exceptions.typeError) { b in
      b.append(type)
      b.append(" indices must be integers or slices, not ")
      b.append(typeName(key))
    }
    return -1
  }
  let index = indexValue(key)
  if index.isNull { return -1 }
  var n: Int64 = 0
  let fits = toInt64(index, &n)
  release(index)
  if !fits {
    raise(Exceptions.indexError) { b in
      b.append("cannot fit '")
      b.append(typeName(key))
      b.append("' into an index-sized integer")
    }
    return -1
  }
  if n < 0 { n += Int64(length) }
  if n < 0 || n >= Int64(length) {
    raise(Exceptions.indexError, message)
    return -1
  }
  return Int(n)
}

func bytesGetItem(_ v: Value, _ key: Value) -> Value {
  let view = BytesView(v)
  let isArray = !isBytes(v)
  if !isSlice(key) {
    let i = bytesIndex(
      key, view.count, isArray ? "bytearray" : "byte", isArray ? "bytearray index out of range" : "index out of range")
    return i < 0 ? .null : Value(smallInt: Int64(view[i]))
  }
  var start = 0, stop = 0, step = 0
  return sliceBounds(key, &start, &stop, &step) ? bytesGetSlice(v, start, stop, step) : .null
}

/// The bytes of a bytes or bytearray object within bounds that `readBounds` has read, in the same kind.
func bytesGetSlice(_ v: Value, _ first: Int, _ bound: Int, _ step: Int) -> Value {
  let view = BytesView(v)
  var start = first, stop = bound
  let count = adjustSlice(view.count, &start, &stop, step)
  if step == 1 {
    if count == view.count && v.object.pointee.type == Types.bytes { return retained(v) }
    return bytesLike(v, view.slice(start, start + count))
  }
  var b = ByteBuilder(capacity: count)
  var i = start
  for _ in 0..<count {
    b.append(view[i])
    i &+= step
  }
  let result = bytesLike(v, BytesView(bytes: b.data, count: b.count))
  b.discard()
  return result
}

/// The TypeError of bytes or a bytearray that is to be joined to something else.
func raiseBytesConcatenation(_ a: Value, _ b: Value) -> Value {
  raise(Exceptions.typeError) {
    $0.append("can't concat ")
    $0.append(typeName(b))
    $0.append(" to ")
    $0.append(typeName(a))
  }
}

/// a + b, in the kind of `a`.
func concatenateBytes(_ a: Value, _ b: Value) -> Value {
  if !isBytesLike(b) { return raiseBytesConcatenation(a, b) }
  let x = BytesView(a)
  let y = BytesView(b)
  // A bytearray is made from bytes.
  if !hasRoom(x.count + y.count, units: isBytes(a) ? 1 : 2) { return .null }
  let result = newBytes(x.count + y.count)
  c_memcpy(result.data, x.bytes, x.count)
  c_memcpy(result.data + x.count, y.bytes, y.count)
  if isBytes(a) { return Value(result) }
  let array = makeByteArray(result.data, x.count + y.count)
  release(Value(result))
  return array
}

/// sequence * n, in its own kind; exact bytes once are themselves.
func repeatBytes(_ sequence: Value, _ n: Int) -> Value {
  if n == 1 && isBytes(sequence) && typeOf(sequence) == Types.bytes { return retained(sequence) }
  let view = BytesView(sequence)
  let count = max(n, 0)
  if view.count > 0 && count > Int.max / view.count {
    return isBytes(sequence)
      ? raise(Exceptions.overflowError, "repeated bytes are too long") : raise(Exceptions.memoryError)
  }
  if !hasRoom(view.count * count, units: 1) { return .null }
  let result = newBytes(view.count * count)
  if view.count > 0 && count > 0 { fillRepeated(result.data, view.bytes, view.count, count) }
  if isBytes(sequence) { return Value(result) }
  let array = makeByteArray(result.data, view.count * count)
  release(Value(result))
  return array
}

// ------------------------------------------------------------------------------------------------------ construction

/// Appends the ints of an iterable; false: an exception is set.
func appendByteItems(_ b: inout ByteBuilder, _ iterable: Value, _ rangeMessage: StaticString) -> Bool {
  let iterator = iterate(iterable)
  if iterator.isNull { return false }
  defer { release(iterator) }
  // How many there will be does not matter here, unless that cannot be told or be right.
  let hint = lengthHint(iterable, 0)
  if hint < 0 || !hasRoom(hint, units: 1) { return false }
  while true {
    let item = nextItem(iterator)
    if item.isNull { return molt_thread.exception.isNull }
    let index = indexValue(item)
    release(item)
    if index.isNull { return false }
    var n: Int64 = 0
    let isByte = toInt64(index, &n) && n >= 0 && n < 256
    release(index)
    if !isByte {
      raise(Exceptions.valueError, rangeMessage)
      return false
    }
    b.append(UInt8(n))
  }
}

/// The bytes of a bytes-like value, an object with __bytes__, or an iterable of ints (`PyObject_Bytes`); owned.
func bytesOf(_ v: Value) -> Value {
  if v.isObject && v.object.pointee.type == Types.bytes { return retained(v) }
  let method = lookupSpecial(v, Names.bytes)
  if !method.isNull {
    let result = call0(method)
    release(method)
    if result.isNull || isBytes(result) { return result }
    raise(Exceptions.typeError) { b in
      b.append("__bytes__ returned non-bytes (type ")
      b.append(typeName(result))
      b.append(")")
    }
    release(result)
    return .null
  }
  if !molt_thread.exception.isNull { return .null }
  if isBytesLike(v) {
    let view = BytesView(v)
    return makeBytes(view.bytes, view.count)
  }
  if isStr(v) || (typeOf(v).pointee.iterate == nil && typeOf(v).pointee.getItem == nil) {
    return raiseTypeError("cannot convert '", v, "' object to bytes")
  }
  var b = ByteBuilder(capacity: 32)
  if !appendByteItems(&b, v, "bytes must be in range(0, 256)") {
    b.discard()
    return .null
  }
  return b.finish()
}

/// What %b and %s of a bytes template take; owned.
func bytesForPercent(_ v: Value) -> Value {
  if isBytesLike(v) || lookupInType(typeOf(v), Names.bytes) != .null { return bytesOf(v) }
  return raiseTypeError("%b requires a bytes-like object, or an object that implements __bytes__, not '", v, "'")
}

enum BytesParameters {
  static var constructor = Value.null
}

/// The contents that bytes(source, encoding, errors) and bytearray(…) stand for, as an exact bytes. The items of an
/// iterable go to the bytearray `array` one by one, which is seen by what makes them.
func bytesFromArguments(
  _ own: TypePointer, _ args: Arguments?, _ count: Int32, _ names: Value, _ rangeMessage: StaticString,
  array: Value = .null
) -> Value {
  withUnsafeTemporaryAllocation(of: Value.self, capacity: 3) { bound in
    let slots = bound.baseAddress.unsafelyUnwrapped
    if !bindParameters(own.pointee.name, BytesParameters.constructor, 0, 0, 3, args, Int(count), names, slots) {
      return .null
    }
    let source = slots[0]
    if source.isNull {
      if slots[1].isNull && slots[2].isNull { return makeBytes(nil, 0) }
      return raise(
        Exceptions.typeError,
        slots[1].isNull ? "errors without a string argument" : "encoding without a string argument")
    }
    if !slots[1].isNull || !slots[2].isNull {
      if !isStr(source) {
        return raise(
          Exceptions.typeError,
          slots[1].isNull ? "errors without a string argument" : "encoding without a string argument")
      }
      if slots[1].isNull { return raise(Exceptions.typeError, "string argument without an encoding") }
      return encodeMethod(source, slots[1], slots[2])
    }
    if isStr(source) { return raise(Exceptions.typeError, "string argument without an encoding") }
    let type = typeOf(source)
    if !isBytesLike(source) && type.pointee.toIndex != nil
      && (own == Types.bytearray || lookupInType(type, Names.bytes).isNull)
    {
      var n = 0
      if !exactIndex(source, &n) { return .null }
      if n < 0 { return raise(Exceptions.valueError, "negative count") }
      if !hasRoom(n, units: 1) { return .null }
      let zeros = newBytes(n)
      c_memset(zeros.data, 0, n)
      return Value(zeros)
    }
    if own == Types.bytearray && !isBytesLike(source) {
      if type.pointee.iterate == nil && type.pointee.getItem == nil {
        return raiseTypeError("cannot convert '", source, "' object to bytearray")
      }
      let isDone = forEachItem(source) { appendByte(array, $0) >= 0 }
      return isDone && !exceptionIsSet ? makeBytes(nil, 0) : .null
    }
    return bytesOf(source)
  }
}

private func constructBytes(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let value = bytesFromArguments(Types.bytes, args, count, names, "bytes must be in range(0, 256)")
  if value.isNull || value.object.pointee.type == Types.bytes { return madeFor(callee, value, Types.bytes) }
  let exact = retained(exactBytes(value))
  release(value)
  return madeFor(callee, exact, Types.bytes)
}

// ------------------------------------------------------------------------------------------------------------ set-up

private func bytesIteratorNext(_ v: Value) -> Value {
  let it = v.pointer(TextIterator.self)
  if it.pointee.source.isNull { return .null }
  let view = BytesView(it.pointee.source)
  let i = it.pointee.position
  if i >= view.count {
    replace(&it.pointee.source, with: .null)
    return .null
  }
  it.pointee.position = i + 1
  return Value(smallInt: Int64(view[i]))
}

func setUpBytesType() {
  let t = Types.bytes
  setUpType(t, "bytes", size: MemoryLayout<MoltBoxed>.stride, flags: UInt32(MOLT_TYPE_BASE) | UInt32(MOLT_TYPE_BYTES))
  BytesParameters.constructor = parameterNames("source encoding errors")
  t.pointee.destroy = { destroyBytes($0!) }
  t.pointee.construct = constructBytes
  t.pointee.repr = bytesRepr
  t.pointee.str = bytesRepr
  t.pointee.hash = bytesHash
  t.pointee.compare = compareBytes
  t.pointee.truth = { BytesView($0).count > 0 ? 1 : 0 }
  t.pointee.length = { BytesView($0).count }
  t.pointee.getItem = bytesGetItem
  t.pointee.contains = bytesContains
  t.pointee.iterate = { newTextIterator(Types.bytesIterator, $0) }
  t.pointee.concat = { concatenateBytes($0, $1) }
  t.pointee.repeat = { repeatBytes($0, $1) }
  setBinary(t, Operator.modulo) { a, b in isBytes(a) ? formatPercentBytes(BytesView(a), b) : .notImplemented }
  addBytesSearchMethods(t)
  addBytesBuildMethods(t)
  addBytesCaseMethods(t)
  addClassMethod(
    t, "fromhex", 1, 1,
    { type, a, _, _ in
      let bytes = bytesFromHex(a.unsafelyUnwrapped[0], asArray: false)
      if bytes.isNull || type.pointer(MoltType.self) == Types.bytes { return bytes }
      let made = call1(type, bytes)
      release(bytes)
      return made
    })
  addMethod(t, "__bytes__", 0, 0, { v, _, _, _ in retained(exactBytes(v)) })
  addMethod(t, "__getnewargs__", 0, 0, { v, _, _, _ in makeTuple(exactBytes(v)) })
  finishType(t)
}

/// bytearray_iterator, which differs from bytes_iterator by its name.
enum ByteArrayIterator {
  static var type: TypePointer! = nil
}

func setUpBytesIteratorType() {
  setUpBytesIterator(Types.bytesIterator, "bytes_iterator")
  ByteArrayIterator.type = newTypeStorage()
  setUpBytesIterator(ByteArrayIterator.type, "bytearray_iterator")
}

private func setUpBytesIterator(_ t: TypePointer, _ name: StaticString) {
  setUpType(t, name, size: MemoryLayout<TextIterator>.stride, flags: 0)
  t.pointee.destroy = { destroyTextIterator($0!) }
  t.pointee.iterate = { retained($0) }
  t.pointee.next = bytesIteratorNext
  addTextIteratorMethods(t)
  finishType(t)
}
