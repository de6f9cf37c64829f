import MoltABI

// Subscripts, comparison, hash and iteration of memoryviews.

/// The item of a view with one dimension; of one with more, an exception.
func itemOf(_ view: ViewPointer, at index: Int) -> Value {
  if view.pointee.dimensions != 1 {
    return raise(Exceptions.notImplementedError, "multi-dimensional sub-views are not implemented")
  }
  return loadItem(view.pointee.data + index * view.stride(0), view.pointee.format)
}

/// The place that an index leads to in a dimension; nil with an exception set.
private func advance(
  _ view: ViewPointer, _ dimension: Int, _ key: Value, _ p: UnsafeMutablePointer<UInt8>
) -> UnsafeMutablePointer<UInt8>? {
  let number = indexValue(key)
  if number.isNull { return nil }
  defer { release(number) }
  var wide: Int64 = 0
  if !toInt64(number, &wide) {
    raise(Exceptions.indexError) {
      $0.append("cannot fit '")
      $0.append(typeName(key))
      $0.append("' into an index-sized integer")
    }
    return nil
  }
  let length = Int64(view.length(dimension))
  if wide < 0 { wide += length }
  if wide < 0 || wide >= length {
    raise(Exceptions.indexError) {
      $0.append("index out of bounds on dimension ")
      $0.append(int: dimension + 1)
    }
    return nil
  }
  return p + Int(wide) * view.stride(dimension)
}

private func isIndex(_ key: Value) -> Bool { isInt(key) || typeOf(key).pointee.toIndex != nil }

private func allItems(_ tuple: Value, _ test: (Value) -> Bool) -> Bool {
  for index in 0..<tupleCount(tuple) where !test(tupleItems(tuple)[index]) { return false }
  return true
}

/// What a key selects: an item's place, a slice of the view (`slice`, owned), or an exception (both nil).
private func select(_ this: Value, _ key: Value, _ slice: inout ViewPointer?) -> UnsafeMutablePointer<UInt8>? {
  let view = memoryView(this)
  if view.pointee.dimensions == 0 {
    if isTuple(key) && tupleCount(key) == 0 { return view.pointee.data }
    if key == .ellipsis {
      slice = copyView(view)
      return nil
    }
    raise(Exceptions.typeError, "invalid indexing of 0-dim memory")
    return nil
  }
  if isIndex(key) {
    if view.pointee.dimensions > 1 {
      raise(Exceptions.notImplementedError, "multi-dimensional sub-views are not implemented")
      return nil
    }
    return advance(view, 0, key, view.pointee.data)
  }
  if isSlice(key) {
    var start = 0, stop = 0, step = 0, count = 0
    if !sliceIndices(key, view.length(0), &start, &stop, &step, &count) { return nil }
    if isUnusable(this) { return nil }
    slice = sliceOf(view, start, step, count)
    return nil
  }
  if isTuple(key) && allItems(key, isIndex) { return place(view, key) }
  if isTuple(key) && tupleCount(key) > 0 && allItems(key, isSlice) {
    raise(Exceptions.notImplementedError, "multi-dimensional slicing is not implemented")
    return nil
  }
  raise(Exceptions.typeError, "memoryview: invalid slice key")
  return nil
}

private func place(_ view: ViewPointer, _ key: Value) -> UnsafeMutablePointer<UInt8>? {
  let count = tupleCount(key)
  if count < view.pointee.dimensions {
    raise(Exceptions.notImplementedError, "sub-views are not implemented")
    return nil
  }
  if count > view.pointee.dimensions {
    raise(Exceptions.typeError) {
      $0.append("cannot index ")
      $0.append(int: view.pointee.dimensions)
      $0.append("-dimension view with ")
      $0.append(int: count)
      $0.append("-element tuple")
    }
    return nil
  }
  var p = view.pointee.data
  for index in 0..<count {
    guard let next = advance(view, index, tupleItems(key)[index], p) else { return nil }
    p = next
  }
  return p
}

private func getViewItem(_ this: Value, _ key: Value) -> Value {
  if isUnusable(this) { return .null }
  var slice: ViewPointer? = nil
  if let p = select(this, key, &slice) {
    return isUnusable(this) ? .null : loadItem(p, memoryView(this).pointee.format)
  }
  return slice.map { Value($0) } ?? .null
}

private func setViewItem(_ this: Value, _ key: Value, _ value: Value) -> Int32 {
  if isUnusable(this) { return -1 }
  let view = memoryView(this)
  if view.pointee.isReadOnly { return raiseStatus(Exceptions.typeError, "cannot modify read-only memory") }
  if value.isNull { return raiseStatus(Exceptions.typeError, "cannot delete memory") }
  if isSlice(key) && view.pointee.dimensions > 1 {
    return raiseStatus(
      Exceptions.notImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
  }
  var slice: ViewPointer? = nil
  if let p = select(this, key, &slice) {
    let keeper = copyView(view)
    let isStored = storeItem(p, view.pointee.format, value)
    release(Value(keeper))
    return isStored ? 0 : -1
  }
  guard let slice else { return -1 }
  defer { release(Value(slice)) }
  if view.pointee.dimensions == 0 { return storeItem(view.pointee.data, view.pointee.format, value) ? 0 : -1 }
  return assign(slice, value)
}

/// Copies what a value exports into a slice of a view.
private func assign(_ target: ViewPointer, _ value: Value) -> Int32 {
  if isMemoryView(value) && isUnusable(value) { return -1 }
  if !isMemoryView(value) && !isBytesLike(value) {
    raiseTypeError("a bytes-like object is required, not '", value, "'")
    return -1
  }
  let source = isMemoryView(value) ? memoryView(value) : nil
  let isAlike =
    source.map {
      $0.pointee.format == target.pointee.format && $0.pointee.dimensions == 1 && $0.length(0) == target.length(0)
    } ?? (target.pointee.format == 0x42 && BytesView(value).count == target.length(0))
  if !isAlike {
    return raiseStatus(
      Exceptions.valueError, "memoryview assignment: lvalue and rvalue have different structures")
  }
  let size = target.pointee.itemSize
  let bytes = target.byteCount
  // The two may overlap.
  let copy = allocateRaw(bytes + 1).assumingMemoryBound(to: UInt8.self)
  if let source { gather(source, copy) } else { c_memcpy(copy, BytesView(value).bytes, bytes) }
  for index in 0..<target.length(0) {
    c_memcpy(target.pointee.data + index * target.stride(0), copy + index * size, size)
  }
  freeRaw(copy, bytes + 1)
  return 0
}

/// Calls `body` with the place of each item, the last dimension innermost.
func forEachPlace(_ view: ViewPointer, _ body: (UnsafeMutablePointer<UInt8>) -> Void) {
  func walk(_ dimension: Int, _ p: UnsafeMutablePointer<UInt8>) {
    if dimension == view.pointee.dimensions { return body(p) }
    for index in 0..<view.length(dimension) { walk(dimension + 1, p + index * view.stride(dimension)) }
  }
  walk(0, view.pointee.data)
}

/// Copies all items one behind the other.
func gather(_ view: ViewPointer, _ target: UnsafeMutablePointer<UInt8>) {
  var at = target
  forEachPlace(view) { p in
    c_memcpy(at, p, view.pointee.itemSize)
    at += view.pointee.itemSize
  }
}

// --------------------------------------------------------------------------------------------- comparison and hash

/// Whether the items of two views are equal, by value; nil: an exception is set.
private func sameItems(_ a: ViewPointer, _ b: ViewPointer) -> Bool? {
  if a.pointee.dimensions != b.pointee.dimensions { return false }
  for index in 0..<a.pointee.dimensions where a.length(index) != b.length(index) { return false }
  let size = a.pointee.itemSize
  let first = allocateRaw(a.byteCount + 1).assumingMemoryBound(to: UInt8.self)
  let second = allocateRaw(b.byteCount + 1).assumingMemoryBound(to: UInt8.self)
  defer {
    freeRaw(first, a.byteCount + 1)
    freeRaw(second, b.byteCount + 1)
  }
  gather(a, first)
  gather(b, second)
  for index in 0..<a.pointee.count {
    let x = loadItem(first + index * size, a.pointee.format)
    let y = loadItem(second + index * b.pointee.itemSize, b.pointee.format)
    let equal = compare(x, y, Int32(MOLT_EQ))
    release(x)
    release(y)
    if equal.isNull { return nil }
    let isEqual = equal == .true
    release(equal)
    if !isEqual { return false }
  }
  return true
}

private func compareViews(_ this: Value, _ other: Value, _ op: Int32) -> Value {
  if op != Int32(MOLT_EQ) && op != Int32(MOLT_NE) { return .notImplemented }
  let wantsEqual = op == Int32(MOLT_EQ)
  let isReleased = memoryView(this).isReleased || (isMemoryView(other) && memoryView(other).isReleased)
  if isReleased { return Value((this == other) == wantsEqual) }
  if isMemoryView(other) {
    guard let same = sameItems(memoryView(this), memoryView(other)) else { return .null }
    return Value(same == wantsEqual)
  }
  if !isBytesLike(other) { return .notImplemented }
  let view = call1(Value(Types.memoryview), other)
  if view.isNull { return .null }
  let same = sameItems(memoryView(this), memoryView(view))
  release(view)
  return same.map { Value($0 == wantsEqual) } ?? .null
}

private func hashOfView(_ this: Value) -> Int64 {
  if isUnusable(this) { return -1 }
  let view = memoryView(this)
  if !view.pointee.isReadOnly {
    raise(Exceptions.valueError, "cannot hash writable memoryview object")
    return -1
  }
  if ![0x42, 0x62, 0x63].contains(view.pointee.format) {
    raise(Exceptions.valueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
    return -1
  }
  // The hash of an object that cannot be hashed is an error.
  if hashOf(view.pointee.buffer.unsafelyUnwrapped.pointee.exporter) == -1 && exceptionIsSet { return -1 }
  let bytes = newBytes(view.byteCount)
  gather(view, bytes.data)
  let hash = hashBytes(bytes.data, view.byteCount)
  release(Value(bytes))
  return hash
}

func addViewAccess(_ type: TypePointer) {
  type.pointee.getItem = getViewItem
  type.pointee.setItem = setViewItem
  type.pointee.compare = compareViews
  type.pointee.hash = hashOfView
  type.pointee.length = { this in
    if isUnusable(this) { return -1 }
    if memoryView(this).pointee.dimensions == 0 {
      raise(Exceptions.typeError, "0-dim memory has no length")
      return -1
    }
    return memoryView(this).length(0)
  }
  type.pointee.iterate = { this in
    if isUnusable(this) { return .null }
    let view = memoryView(this)
    if view.pointee.dimensions == 0 { return raise(Exceptions.typeError, "invalid indexing of 0-dim memory") }
    return newNativeIterator(Value(MemoryViews.iteratorType!), retained(this), m: view.length(0))
  }
}
