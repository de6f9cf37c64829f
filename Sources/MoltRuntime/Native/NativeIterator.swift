import MoltABI

// A common layout for the iterators of native modules: a few values that it owns and a few numbers.

struct NativeIterator {
  var header: MoltObject
  var a: Value
  var b: Value
  var c: Value
  var d: Value
  var e: Value
  var n: Int
  var m: Int
  var weak: Value  // weak references, where the type says so
}

typealias NativeIteratorPointer = UnsafeMutablePointer<NativeIterator>

@inline(__always) func nativeIterator(_ value: Value) -> NativeIteratorPointer { value.pointer(NativeIterator.self) }

/// Sets up an iterator type of that layout; `construct` makes instances from the arguments of a call.
func setUpNativeIterator(
  _ type: TypePointer, _ name: StaticString, construct: @escaping MoltCall,
  next: @escaping @convention(c) (Value) -> Value
) {
  setUpType(
    type, name, base: Types.object, size: MemoryLayout<NativeIterator>.stride,
    flags: UInt32(MOLT_TYPE_CONTAINER | MOLT_TYPE_BASE))
  type.pointee.destroy = { object in
    if !nativeIterator(Value(object!)).pointee.weak.isNull { clearWeakReferences(Value(object!)) }
    clearNativeIterator(object!)
    freeObject(object!, Int(object!.pointee.type.pointee.basicSize))
  }
  type.pointee.traverse = { object, visit, context in
    let it = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: NativeIterator.self)
    if !it.pointee.a.isNull { visit!(it.pointee.a, context) }
    if !it.pointee.b.isNull { visit!(it.pointee.b, context) }
    if !it.pointee.c.isNull { visit!(it.pointee.c, context) }
    if !it.pointee.d.isNull { visit!(it.pointee.d, context) }
    if !it.pointee.e.isNull { visit!(it.pointee.e, context) }
  }
  type.pointee.clear = { clearNativeIterator($0!) }
  type.pointee.construct = construct
  type.pointee.initialize = { _, _, _, _ in 0 }
  type.pointee.iterate = { retained($0) }
  type.pointee.next = next
}

private func clearNativeIterator(_ object: ObjectPointer) {
  let it = UnsafeMutableRawPointer(object).assumingMemoryBound(to: NativeIterator.self)
  replace(&it.pointee.a, with: .null)
  replace(&it.pointee.b, with: .null)
  replace(&it.pointee.c, with: .null)
  replace(&it.pointee.d, with: .null)
  replace(&it.pointee.e, with: .null)
}

/// A new iterator of a type that a call named; the values (owned, or null) are handed over.
func newNativeIterator(
  _ callee: Value, _ a: Value, _ b: Value = .null, _ c: Value = .null, _ d: Value = .null, n: Int = 0, m: Int = 0
) -> Value {
  let type = callee.pointer(MoltType.self)
  let value = Value(allocateObject(type, Int(type.pointee.basicSize)))
  let it = nativeIterator(value)
  it.pointee.a = a
  it.pointee.b = b
  it.pointee.c = c
  it.pointee.d = d
  it.pointee.n = n
  it.pointee.m = m
  return value
}

/// Arranges the arguments of a constructor: one borrowed value per name, null where none was given, for `body`.
/// `names`: with spaces between; the first `positionalOnly` may not be given by name. Null with TypeError set.
func withParameters(
  _ function: StaticString, _ names: StaticString, required: Int, positionalOnly: Int = 0, _ args: Arguments?,
  _ count: Int32, _ keywords: Value, _ body: (UnsafeMutablePointer<Value>) -> Value
) -> Value {
  let parameters = parameterNames(names)
  let total = tupleCount(parameters)
  return withUnsafeTemporaryAllocation(of: Value.self, capacity: total) { slots in
    let ok = bindParameters(
      intern(function), parameters, required, positionalOnly, total, args, Int(count), keywords, slots.baseAddress!)
    return ok ? body(slots.baseAddress!) : .null
  }
}
