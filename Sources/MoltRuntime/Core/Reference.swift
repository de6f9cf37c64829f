import MoltABI

// Reference counting. Counts are not atomic: one thread runs Python at a time.

@inline(__always) func retain(_ value: Value) {
  if value.isObject { value.object.pointee.refCount &+= 1 }
}

/// Retains and returns, for handing out a borrowed value as an owned one.
@inline(__always) func retained(_ value: Value) -> Value {
  retain(value)
  return value
}

/// `value` must not be null.
@inline(__always) func release(_ value: Value) {
  if value.isObject {
    let object = value.object
    object.pointee.refCount &-= 1
    if object.pointee.refCount == 0 { molt_destroy(value) }
  }
}

/// `release` where the slot may be empty.
@inline(__always) func releaseIfBound(_ value: Value) {
  if !value.isNull { release(value) }
}

/// Stores an owned value and releases what was there, in that order, since the release may run Python code.
@inline(__always) func replace(_ slot: UnsafeMutablePointer<Value>, with value: Value) {
  let old = slot.pointee
  slot.pointee = value
  releaseIfBound(old)
}

/// The type of any value but null.
@inline(__always) func typeOf(_ value: Value) -> TypePointer {
  if value.isObject { return value.object.pointee.type }
  if value.isSmallInt { return Types.int }
  if value.isFloat { return Types.float }
  return immediateType(value)
}

@inline(never) private func immediateType(_ value: Value) -> TypePointer {
  if value.isBool { return Types.bool }
  if value.isNone { return Types.none }
  return value == .notImplemented ? Types.notImplemented : Types.ellipsis
}

/// Nested destructions after which the next one waits, so that a list of a million links does not need a stack of its
/// depth (CPython's trashcan).
let deepestDestruction: Int32 = 100

/// Ends an object whose last reference is gone.
@c(molt_destroy) func molt_destroy(_ value: Value) {
  let object = value.object
  // What holds no other objects needs none of the care below.
  let type = object.pointee.type
  if type == Types.str { return destroyString(object) }
  if type == Types.int { return destroyInt(object) }
  object.pointee.aux |= ObjectMark.dying
  if molt_heap.destroyDepth >= deepestDestruction {
    postpone(object)
    return
  }
  molt_heap.destroyDepth &+= 1
  object.pointee.type.pointee.destroy!(object)
  molt_heap.destroyDepth &-= 1
  if molt_heap.destroyDepth == 0 && molt_heap.postponedCount > 0 { destroyPostponed() }
}

@inline(never) private func postpone(_ object: ObjectPointer) {
  let stride = MemoryLayout<ObjectPointer?>.stride
  if molt_heap.postponedCount == molt_heap.postponedCapacity {
    let old = molt_heap.postponedCapacity
    let new = old == 0 ? 64 : old * 2
    let raw = molt_heap.postponed.map { resizeRaw($0, old * stride, new * stride) } ?? allocateRaw(new * stride)
    molt_heap.postponed = raw.assumingMemoryBound(to: ObjectPointer?.self)
    molt_heap.postponedCapacity = new
  }
  molt_heap.postponed[molt_heap.postponedCount] = object
  molt_heap.postponedCount += 1
}

@inline(never) private func destroyPostponed() {
  while molt_heap.postponedCount > 0 {
    molt_heap.postponedCount -= 1
    let object = molt_heap.postponed[molt_heap.postponedCount]!
    molt_heap.destroyDepth = 1
    object.pointee.type.pointee.destroy!(object)
    molt_heap.destroyDepth = 0
  }
}
