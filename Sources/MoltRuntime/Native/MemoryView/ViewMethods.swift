import MoltABI

// Methods and attributes of memoryviews.

/// Nested lists of the items, dimension by dimension.
private func listOf(_ view: ViewPointer, _ dimension: Int, _ p: UnsafeMutablePointer<UInt8>) -> Value {
  if dimension == view.pointee.dimensions { return loadItem(p, view.pointee.format) }
  let list = newList()
  for index in 0..<view.length(dimension) {
    let item = listOf(view, dimension + 1, p + index * view.stride(dimension))
    listAppend(list, item)
    release(item)
  }
  return list
}

/// `tobytes(order)`: "F" puts the first dimension innermost.
private func bytesOfView(_ this: Value, _ order: Value) -> Value {
  if isUnusable(this) { return .null }
  let view = memoryView(this)
  var letter: UInt32 = 0x43
  if !order.isNull && !order.isNone {
    if !requireStrArgument(order, "tobytes() argument 'order' must be str or None, not ") { return .null }
    let text = StrView(order)
    letter = text.count == 1 ? text[0] : 0
  }
  // Of what lies one way in memory, "A" is that way.
  let isFortran =
    letter == 0x46
    || (letter == 0x41 && !view.pointee.isContiguous && isContiguous(view, fromLast: false))
  if letter != 0x43 && letter != 0x46 && letter != 0x41 {
    return raise(Exceptions.valueError, "order must be 'C', 'F' or 'A'")
  }
  let bytes = newBytes(view.byteCount)
  if !isFortran {
    gather(view, bytes.data)
    return Value(bytes)
  }
  var at = bytes.data
  func walk(_ dimension: Int, _ p: UnsafeMutablePointer<UInt8>) {
    if dimension < 0 {
      c_memcpy(at, p, view.pointee.itemSize)
      at += view.pointee.itemSize
      return
    }
    for index in 0..<view.length(dimension) { walk(dimension - 1, p + index * view.stride(dimension)) }
  }
  walk(view.pointee.dimensions - 1, view.pointee.data)
  return Value(bytes)
}

// ------------------------------------------------------------------------------------------------------------- cast

private func isByteFormat(_ format: UInt8) -> Bool { format == 0x42 || format == 0x62 || format == 0x63 }

private func cast(_ this: Value, _ format: Value, _ shape: Value) -> Value {
  if isUnusable(this) { return .null }
  let view = memoryView(this)
  if !requireStrArgument(format, "cast() argument 'format' must be str, not ") { return .null }
  if !view.pointee.isContiguous {
    return raise(Exceptions.typeError, "memoryview: casts are restricted to C-contiguous views")
  }
  let hasShape = !shape.isNull && !shape.isNone
  if hasShape && !isList(shape) && !isTuple(shape) {
    return raise(Exceptions.typeError, "shape must be a list or a tuple")
  }
  if (hasShape || view.pointee.dimensions != 1) && view.pointee.count == 0 && view.pointee.dimensions > 0 {
    return raise(Exceptions.typeError, "memoryview: cannot cast view with zeros in shape or strides")
  }
  if hasShape && view.pointee.dimensions > 1 && listLength(shape) > 1 {
    return raise(Exceptions.typeError, "memoryview: cast must be 1D -> ND or ND -> 1D")
  }
  let text = StrView(format)
  let hasPrefix = text.count == 2 && text[0] == 0x40
  let letter = text.count == 1 ? text[0] : hasPrefix ? text[1] : 0
  let size = letter < 128 ? itemSize(ofFormat: UInt8(letter)) : 0
  if size == 0 {
    return raise(
      Exceptions.valueError,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'")
  }
  if !isByteFormat(view.pointee.format) && !isByteFormat(UInt8(letter)) {
    return raise(Exceptions.typeError, "memoryview: cannot cast between two non-byte formats")
  }
  if view.byteCount % size != 0 {
    return raise(Exceptions.typeError, "memoryview: length is not a multiple of itemsize")
  }
  let made = copyView(view)
  let bytes = view.byteCount
  made.pointee.format = UInt8(letter)
  made.pointee.hasPrefix = hasPrefix
  made.pointee.itemSize = size
  setLengths(made, 1) { _ in bytes / size }
  if hasShape && !reshape(made, shape, bytes) {
    release(Value(made))
    return .null
  }
  return Value(made)
}

private func listLength(_ sequence: Value) -> Int {
  isTuple(sequence) ? tupleCount(sequence) : Int(sequence.pointer(MoltList.self).pointee.length)
}

/// Gives a view the lengths of a list or tuple; false: an exception is set.
private func reshape(_ view: ViewPointer, _ shape: Value, _ bytes: Int) -> Bool {
  let items = call1(Value(Types.tuple), shape)
  if items.isNull { return false }
  defer { release(items) }
  let count = tupleCount(items)
  if count > MemoryViews.mostDimensions {
    raise(Exceptions.valueError, "memoryview: number of dimensions must not exceed 64")
    return false
  }
  var product = view.pointee.itemSize
  for index in 0..<count {
    if !isInt(tupleItems(items)[index]) {
      raise(Exceptions.typeError, "memoryview.cast(): elements of shape must be integers")
      return false
    }
    var length: Int64 = 0
    if !toInt64(tupleItems(items)[index], &length) || length <= 0 {
      raise(Exceptions.valueError, "memoryview.cast(): elements of shape must be integers > 0")
      return false
    }
    let (next, overflows) = product.multipliedReportingOverflow(by: Int(clamping: length))
    if overflows {
      raise(Exceptions.valueError, "memoryview.cast(): product(shape) > SSIZE_MAX")
      return false
    }
    product = next
  }
  if product != bytes {
    raise(Exceptions.typeError, "memoryview: product(shape) * itemsize != buffer size")
    return false
  }
  setLengths(view, count) { index in
    var length: Int64 = 0
    _ = toInt64(tupleItems(items)[index], &length)
    return Int(length)
  }
  return true
}

// ------------------------------------------------------------------------------------------------------------ set-up

func addViewMethods(_ type: TypePointer) {
  addMethod(
    type, "release", 0, 0,
    { this, _, _, _ in
      releaseView(memoryView(this))
      return .none
    })
  addMethod(
    type, "__buffer__", 1, 1,
    { this, args, _, _ in
      var flags = 0
      return methodIndex(args![0], &flags) ? call1(Value(Types.memoryview), this) : .null
    })
  addMethod(type, "__enter__", 0, 0, { this, _, _, _ in isUnusable(this) ? .null : retained(this) })
  addMethod(
    type, "__exit__", 0, anyPositional,
    { this, _, _, _ in
      releaseView(memoryView(this))
      return .none
    })
  addMethod(
    type, "tolist", 0, 0,
    { this, _, _, _ in isUnusable(this) ? .null : listOf(memoryView(this), 0, memoryView(this).pointee.data) })
  addMethod(type, "tobytes", 0, 1, { this, args, _, _ in bytesOfView(this, args![0]) }, params: "order")
  addMethod(type, "cast", 1, 2, { this, args, _, _ in cast(this, args![0], args![1]) }, params: "format shape")
  addMethod(
    type, "toreadonly", 0, 0,
    { this, _, _, _ in
      if isUnusable(this) { return .null }
      let view = copyView(memoryView(this))
      view.pointee.isReadOnly = true
      return Value(view)
    })
  addMethod(
    type, "hex", 0, 2,
    { this, args, _, _ in
      let bytes = bytesOfView(this, .null)
      if bytes.isNull { return .null }
      let text = hexText(bytes, args![0], args![1])
      release(bytes)
      return text
    }, params: "sep bytes_per_sep")
  addMethod(
    type, "__buffer__", 1, 1,
    { this, _, _, _ in isUnusable(this) ? .null : Value(copyView(memoryView(this))) })
  addMethod(
    type, "__release_buffer__", 1, 1,
    { _, args, _, _ in
      if isMemoryView(args![0]) { releaseView(memoryView(args![0])) }
      return .none
    })
}

/// A tuple of numbers, one per dimension.
private func sizes(_ this: Value, _ number: (ViewPointer, Int) -> Int) -> Value {
  if isUnusable(this) { return .null }
  let view = memoryView(this)
  let tuple = newTuple(view.pointee.dimensions)
  for index in 0..<view.pointee.dimensions { tupleItems(tuple)[index] = makeInt(number(view, index)) }
  return tuple
}

private func attribute(_ this: Value, _ value: (ViewPointer) -> Value) -> Value {
  isUnusable(this) ? .null : value(memoryView(this))
}

func addViewAttributes(_ type: TypePointer) {
  addGetter(type, "obj", { attribute($0) { retained($0.pointee.buffer.unsafelyUnwrapped.pointee.exporter) } })
  addGetter(type, "nbytes", { attribute($0) { makeInt($0.byteCount) } })
  addGetter(type, "readonly", { attribute($0) { Value($0.pointee.isReadOnly) } })
  addGetter(type, "itemsize", { attribute($0) { makeInt($0.pointee.itemSize) } })
  addGetter(
    type, "format",
    {
      attribute($0) { view in
        var text = StringBuilder()
        if view.pointee.hasPrefix { text.append("@") }
        text.append(codePoint: UInt32(view.pointee.format))
        return text.finish()
      }
    })
  addGetter(type, "ndim", { attribute($0) { makeInt($0.pointee.dimensions) } })
  addGetter(type, "shape", { sizes($0) { $0.length($1) } })
  addGetter(type, "strides", { sizes($0) { $0.stride($1) } })
  addGetter(type, "suboffsets", { attribute($0) { _ in emptyTuple() } })
  addGetter(type, "c_contiguous", { attribute($0) { Value($0.pointee.isContiguous) } })
  addGetter(type, "f_contiguous", { attribute($0) { Value(isContiguous($0, fromLast: false)) } })
  addGetter(
    type, "contiguous", { attribute($0) { Value($0.pointee.isContiguous || isContiguous($0, fromLast: false)) } })
}
