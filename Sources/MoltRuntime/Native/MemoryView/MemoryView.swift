import MoltABI

// The type memoryview, which programs are linked with that name it (the hidden module `_memoryview`). A view has its own
// shape over memory that the views of one object share. CPython: Objects/memoryobject.c.

typealias ViewPointer = UnsafeMutablePointer<MemoryViewObject>

@inline(__always) func memoryView(_ v: Value) -> ViewPointer { v.pointer(MemoryViewObject.self) }

extension UnsafeMutablePointer where Pointee == MemoryViewObject {
  func length(_ dimension: Int) -> Int { pointee.sizes.unsafelyUnwrapped[dimension] }
  func stride(_ dimension: Int) -> Int { pointee.sizes.unsafelyUnwrapped[pointee.dimensions + dimension] }
  var isReleased: Bool { pointee.buffer == nil }
  var byteCount: Int { pointee.count * pointee.itemSize }
}

enum MemoryViews {
  static var iteratorType: TypePointer? = nil
  /// Most dimensions of a view.
  static let mostDimensions = 64
}

/// A view of bytes in the memory that `buffer` shares, which it counts as one more view of. Owned.
private func newView(_ buffer: UnsafeMutablePointer<SharedBuffer>, _ data: UnsafeMutablePointer<UInt8>) -> ViewPointer {
  let object = Value(allocateObject(Types.memoryview, MemoryLayout<MemoryViewObject>.stride))
  let view = memoryView(object)
  view.pointee.buffer = buffer
  buffer.pointee.views += 1
  view.pointee.data = data
  view.pointee.itemSize = 1
  view.pointee.format = 0x42  // B
  return view
}

/// Gives a view its lengths; the items lie one behind the other.
func setLengths(_ view: ViewPointer, _ dimensions: Int, _ length: (Int) -> Int) {
  freeSizes(view)
  view.pointee.dimensions = dimensions
  var distance = view.pointee.itemSize
  view.pointee.count = 1
  if dimensions > 0 {
    let bytes = 2 * dimensions * MemoryLayout<Int>.stride
    let sizes = allocateRaw(bytes).assumingMemoryBound(to: Int.self)
    view.pointee.sizes = sizes
    for index in stride(from: dimensions - 1, through: 0, by: -1) {
      sizes[index] = length(index)
      sizes[dimensions + index] = distance
      distance *= sizes[index]
      view.pointee.count *= sizes[index]
    }
  }
  view.pointee.isContiguous = true
}

private func freeSizes(_ view: ViewPointer) {
  guard let sizes = view.pointee.sizes else { return }
  freeRaw(sizes, 2 * view.pointee.dimensions * MemoryLayout<Int>.stride)
  view.pointee.sizes = nil
}

/// Another view of the same memory in the same shape. Owned.
func copyView(_ source: ViewPointer) -> ViewPointer {
  let view = newView(source.pointee.buffer.unsafelyUnwrapped, source.pointee.data)
  view.pointee.itemSize = source.pointee.itemSize
  view.pointee.format = source.pointee.format
  view.pointee.hasPrefix = source.pointee.hasPrefix
  view.pointee.isReadOnly = source.pointee.isReadOnly
  let dimensions = source.pointee.dimensions
  setLengths(view, dimensions) { source.length($0) }
  for index in 0..<dimensions { view.pointee.sizes.unsafelyUnwrapped[dimensions + index] = source.stride(index) }
  view.pointee.isContiguous = source.pointee.isContiguous
  return view
}

/// The items of a one-dimensional view that a slice selects, as another view.
func sliceOf(_ source: ViewPointer, _ start: Int, _ step: Int, _ count: Int) -> ViewPointer {
  let view = copyView(source)
  let sizes = view.pointee.sizes.unsafelyUnwrapped
  view.pointee.data += start * source.stride(0)
  view.pointee.count = source.length(0) == 0 ? 0 : source.pointee.count / source.length(0) * count
  sizes[0] = count
  sizes[view.pointee.dimensions] = source.stride(0) &* step
  view.pointee.isContiguous = isContiguous(view, fromLast: true)
  return view
}

/// Whether the items lie one behind the other, the last dimension innermost or (Fortran) the first.
func isContiguous(_ view: ViewPointer, fromLast: Bool) -> Bool {
  if view.pointee.count == 0 { return true }
  var distance = view.pointee.itemSize
  let dimensions = view.pointee.dimensions
  for step in 0..<dimensions {
    let index = fromLast ? dimensions - 1 - step : step
    if view.length(index) > 1 && view.stride(index) != distance { return false }
    distance *= view.length(index)
  }
  return true
}

/// `memoryview(object)`. Owned; null with an exception set.
private func makeView(of object: Value) -> Value {
  if isMemoryView(object) {
    if isUnusable(object) { return .null }
    return Value(copyView(memoryView(object)))
  }
  if isBytes(object) || isByteArray(object) {
    let buffer = allocateRaw(MemoryLayout<SharedBuffer>.stride).assumingMemoryBound(to: SharedBuffer.self)
    buffer.initialize(to: SharedBuffer(exporter: retained(object), views: 0))
    if isByteArray(object) { object.pointer(ByteArrayObject.self).pointee.exports += 1 }
    let bytes = BytesView(object)
    let view = newView(buffer, bytes.bytes)
    view.pointee.isReadOnly = isBytes(object)
    setLengths(view, 1) { _ in bytes.count }
    return Value(view)
  }
  return viewByMethod(object)
}

/// The view that an object's own `__buffer__` gives (PEP 688).
private func viewByMethod(_ object: Value) -> Value {
  let method = lookupInType(typeOf(object), intern("__buffer__"))
  if method.isNull || method.isNone {
    return raiseTypeError("memoryview: a bytes-like object is required, not '", object, "'")
  }
  let fullReadOnly = Value(smallInt: 0x11c)
  let given = call2(method, object, fullReadOnly)
  if given.isNull { return .null }
  defer { release(given) }
  if !isMemoryView(given) {
    return raiseTypeError("__buffer__ returned non-memoryview object", .null, "")
  }
  return isUnusable(given) ? .null : Value(copyView(memoryView(given)))
}

/// The message of using a view after its release; true: it is set.
func isUnusable(_ this: Value) -> Bool {
  if !memoryView(this).isReleased { return false }
  raise(Exceptions.valueError, "operation forbidden on released memoryview object")
  return true
}

func releaseView(_ view: ViewPointer) {
  guard let buffer = view.pointee.buffer else { return }
  view.pointee.buffer = nil
  buffer.pointee.views -= 1
  if buffer.pointee.views > 0 { return }
  let exporter = buffer.pointee.exporter
  freeRaw(buffer, MemoryLayout<SharedBuffer>.stride)
  if isByteArray(exporter) { exporter.pointer(ByteArrayObject.self).pointee.exports -= 1 }
  release(exporter)
}

private func destroyView(_ object: ObjectPointer?) {
  let value = Value(object!)
  if !memoryView(value).pointee.weak.isNull { clearWeakReferences(value) }
  releaseView(memoryView(value))
  freeSizes(memoryView(value))
  freeObject(object!, MemoryLayout<MemoryViewObject>.stride)
}

private func constructView(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  withParameters("memoryview", "object", required: 1, args, count, names) { makeView(of: $0[0]) }
}

private func reprOfView(_ this: Value) -> Value {
  var text = StringBuilder()
  text.append(memoryView(this).isReleased ? "<released memory at " : "<memory at ")
  appendAddress(&text, this)
  text.append(">")
  return text.finish()
}

// ------------------------------------------------------------------------------------------------------------ set-up

func setUpMemoryViewModule(_ module: ModulePointer) -> Bool {
  let type = Types.memoryview
  setUpType(
    type, "memoryview", size: MemoryLayout<MemoryViewObject>.stride,
    flags: UInt32(MOLT_TYPE_CONTAINER | MOLT_TYPE_SEQUENCE_PATTERN))
  type.pointee.weakOffset = UInt32(MemoryLayout<MemoryViewObject>.offset(of: \MemoryViewObject.weak)!)
  type.pointee.destroy = destroyView
  type.pointee.traverse = { object, visit, context in
    // The object behind several views belongs to none of them alone.
    guard let buffer = memoryView(Value(object!)).pointee.buffer, buffer.pointee.views == 1 else { return }
    visit!(buffer.pointee.exporter, context)
  }
  type.pointee.clear = { releaseView(memoryView(Value($0!))) }
  type.pointee.construct = constructView
  type.pointee.repr = reprOfView
  addViewAccess(type)
  addViewMethods(type)
  addViewAttributes(type)
  finishType(type)
  setUpViewIterator()
  return true
}

/// a: the view, n: the next index, m: the view's length.
private func setUpViewIterator() {
  let type = newTypeStorage()
  setUpNativeIterator(
    type, "memory_iterator", construct: { _, _, _, _ in .null },
    next: { this in
      let it = nativeIterator(this)
      if it.pointee.a.isNull { return .null }
      if it.pointee.n < it.pointee.m {
        if isUnusable(it.pointee.a) { return .null }
        it.pointee.n += 1
        return itemOf(memoryView(it.pointee.a), at: it.pointee.n - 1)
      }
      replace(&it.pointee.a, with: .null)
      return .null
    })
  type.pointee.flags &= ~UInt32(MOLT_TYPE_BASE)
  finishType(type)
  type.pointee.construct = nil
  MemoryViews.iteratorType = type
}
