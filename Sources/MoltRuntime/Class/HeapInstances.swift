import MoltABI

// Life and death of instances of heap types. Everything between valuesStart and basicSize of an instance is a value
// that it owns (dict, members, attribute slots), except for the weak reference list and machine floats.

/// The values that heap classes added to an instance.
@inline(__always)
private func forEachField(_ object: ObjectPointer, _ type: TypePointer, _ body: (UnsafeMutablePointer<Value>) -> Void) {
  var offset = type.pointee.valuesStart
  let end = type.pointee.basicSize
  let weak = type.pointee.weakOffset
  while offset < end {
    if offset != weak && !isFloatField(type, offset) {
      body((UnsafeMutableRawPointer(object) + Int(offset)).assumingMemoryBound(to: Value.self))
    }
    offset &+= 8
  }
}

/// Fields counted from the end of the cell: the dict of a subclass of tuple.
@inline(__always) private func tailDict(_ object: ObjectPointer, _ type: TypePointer) -> UnsafeMutablePointer<Value>? {
  if Int32(bitPattern: type.pointee.dictOffset) >= 0 { return nil }
  return instanceDictSlot(Value(object), type)
}

/// The destroy slot of heap types (`subtype_dealloc`). Fields end in their order; the last one ends after the instance's
/// memory was given back, in the same turn, so that a chain of any length takes no stack.
func destroyInstance(_ dying: ObjectPointer) {
  var object = dying
  while true {
    let type = object.pointee.type!
    if type.pointee.flags & UInt32(MOLT_TYPE_FINALIZER) != 0 && finalizeDying(object) { return }
    if type.pointee.nativeBase != Types.object { return destroyDerived(object, type) }
    let start = UnsafeMutableRawPointer(object)
    let weak = Int(type.pointee.weakOffset)
    if weak != 0 {
      let list = (start + weak).assumingMemoryBound(to: Value.self)
      if !list.pointee.isNull {
        clearWeakReferences(Value(object))
        list.pointee = .null
      }
    }
    let destroy = unsafeBitCast(type.pointee.destroy, to: Int.self)
    var field = (start + Int(type.pointee.valuesStart)).assumingMemoryBound(to: Value.self)
    let last = (start + Int(type.pointee.basicSize) - 8).assumingMemoryBound(to: Value.self)
    if type.pointee.floatSlots != 0 { return destroyWithFloats(object, type, destroy) }
    while field < last {
      releaseField(field.pointee, destroy)
      field += 1
    }
    var rest = Value.null
    if field == last {
      // A class that ends along with its last instance does so after the fields, as in CPython.
      if type.pointee.header.refCount > 1 { rest = field.pointee } else { releaseField(field.pointee, destroy) }
    }
    freeObject(object, Int(type.pointee.basicSize))
    if !rest.isObject || rest.isNull { return }
    let next = rest.object
    next.pointee.refCount &-= 1
    if next.pointee.refCount != 0 { return }
    if unsafeBitCast(next.pointee.type.pointee.destroy, to: Int.self) != destroy { return molt_destroy(rest) }
    next.pointee.aux |= ObjectMark.dying
    object = next
  }
}

/// The end of an instance some of whose fields are machine floats, but for finalisers and weak references.
@inline(never) private func destroyWithFloats(_ object: ObjectPointer, _ type: TypePointer, _ destroy: Int) {
  // What ends here may make ordinary slots of them, which then hold floats too: nothing to release.
  let floats = type.pointee.floatSlots
  let start = UnsafeMutableRawPointer(object)
  var offset = type.pointee.valuesStart
  while offset < type.pointee.basicSize {
    let isFloat =
      offset >= type.pointee.slotOffset && floats &>> UInt64((offset - type.pointee.slotOffset) / 8) & 1 != 0
    if !isFloat { releaseField(start.load(fromByteOffset: Int(offset), as: Value.self), destroy) }
    offset &+= 8
  }
  freeObject(object, Int(type.pointee.basicSize))
}

/// Releases a field of an instance that ends; `destroy` is the destroy slot of instances.
@inline(__always) private func releaseField(_ value: Value, _ destroy: Int) {
  if !value.isObject || value.isNull { return }
  let object = value.object
  object.pointee.refCount &-= 1
  if object.pointee.refCount != 0 { return }
  let isInstance = unsafeBitCast(object.pointee.type.pointee.destroy, to: Int.self) == destroy
  if isInstance && molt_heap.destroyDepth < deepestDestruction {
    // The depth is not 0 here: what was postponed waits for the outermost destruction.
    object.pointee.aux |= ObjectMark.dying
    molt_heap.destroyDepth &+= 1
    destroyInstance(object)
    molt_heap.destroyDepth &-= 1
  } else {
    molt_destroy(value)
  }
}

/// The end of an instance of a subclass of a built-in type other than `object`, but for finalisers.
@inline(never) private func destroyDerived(_ object: ObjectPointer, _ type: TypePointer) {
  if type.pointee.flags & UInt32(MOLT_TYPE_WEAK) != 0, let list = weakListSlot(Value(object), type),
    !list.pointee.isNull
  {
    clearWeakReferences(Value(object))
  }
  let native = type.pointee.nativeBase!
  forEachField(object, type) {
    let value = $0.pointee
    $0.pointee = .null
    releaseIfBound(value)
  }
  if let dict = tailDict(object, type) { replace(dict, with: .null) }
  if type.pointee.flags & boxedFlags != 0 || isSubtype(native, Types.complex) {
    destroyBoxed(object)
  } else {
    native.pointee.destroy!(object)
  }
}

/// Flags of the types whose subclasses' instances are a MoltBoxed.
@inline(__always) var boxedFlags: UInt32 {
  UInt32(MOLT_TYPE_INT) | UInt32(MOLT_TYPE_STR) | UInt32(MOLT_TYPE_BYTES) | UInt32(MOLT_TYPE_FLOAT)
}

func traverseInstance(_ object: ObjectPointer, _ visit: MoltVisit, _ context: UnsafeMutableRawPointer?) {
  let type = object.pointee.type!
  forEachField(object, type) { if $0.pointee.isObject && !$0.pointee.isNull { visit($0.pointee, context) } }
  if let dict = tailDict(object, type), !dict.pointee.isNull { visit(dict.pointee, context) }
  let native = type.pointee.nativeBase!
  if native != Types.object && native.pointee.flags & UInt32(MOLT_TYPE_CONTAINER) != 0 {
    native.pointee.traverse?(object, visit, context)
  }
}

func clearInstance(_ object: ObjectPointer) {
  let type = object.pointee.type!
  // An emptied instance has no attributes: its shape says so too.
  if type.pointee.slotCount > 0 { object.pointee.aux = object.pointee.aux & ~Shape.mask | Shape.dictMode }
  forEachField(object, type) { replace($0, with: .null) }
  if let dict = tailDict(object, type) { replace(dict, with: .null) }
  let native = type.pointee.nativeBase!
  if native != Types.object { native.pointee.clear?(object) }
}
