import MoltABI

// Weak references and finalisers. An object's weak references are a list that starts at its type's weakOffset; neither
// side owns the other. Follows Objects/weakrefobject.c.

struct WeakReference {
  var header: MoltObject
  var referent: Value  // not owned; null: gone
  var callback: Value
  var next: Value  // not owned
  var previous: Value  // not owned; null: the list starts here
  var hash: Int64  // -1: not computed
}

@inline(__always) private func reference(_ value: Value) -> UnsafeMutablePointer<WeakReference> {
  value.pointer(WeakReference.self)
}

/// A weak reference to `referent` with a callback or null; owned.
func newWeakReference(_ type: TypePointer, _ referent: Value, _ callback: Value) -> Value {
  let kind = typeOf(referent)
  guard let list = weakListSlot(referent, kind) else {
    return raiseTypeError("cannot create weak reference to '", referent, "' object")
  }
  if callback.isNull && type == Types.weakref {
    // One plain reference is shared by all who ask.
    var existing = list.pointee
    while !existing.isNull {
      if reference(existing).pointee.callback.isNull && typeOf(existing) == type { return retained(existing) }
      existing = reference(existing).pointee.next
    }
  }
  let value = Value(allocateObject(type, Int(type.pointee.basicSize)))
  let fresh = reference(value)
  fresh.pointee.referent = referent
  fresh.pointee.callback = callback
  if !callback.isNull {
    retain(callback)
    Endings.anywhere = true
  }
  fresh.pointee.hash = -1
  fresh.pointee.next = list.pointee
  if !list.pointee.isNull { reference(list.pointee).pointee.previous = value }
  list.pointee = value
  return value
}

private func unlink(_ value: Value) {
  let own = reference(value)
  if own.pointee.referent.isNull { return }
  if own.pointee.previous.isNull {
    weakListSlot(own.pointee.referent, typeOf(own.pointee.referent))!.pointee = own.pointee.next
  } else {
    reference(own.pointee.previous).pointee.next = own.pointee.next
  }
  if !own.pointee.next.isNull { reference(own.pointee.next).pointee.previous = own.pointee.previous }
  own.pointee.next = .null
  own.pointee.previous = .null
  own.pointee.referent = .null
}

/// Makes all weak references to an object dead and calls their callbacks, newest first.
func clearWeakReferences(_ value: Value) {
  guard let list = weakListSlot(value, typeOf(value)) else { return }
  // First all become dead, then the callbacks run: none of them may see the object.
  var pending = Value.null
  while !list.pointee.isNull {
    let first = list.pointee
    unlink(first)
    if !reference(first).pointee.callback.isNull && first.object.pointee.refCount > 0 {
      retain(first)
      reference(first).pointee.next = pending
      pending = first
    }
  }
  // `pending` was built back to front.
  var ordered = Value.null
  while !pending.isNull {
    let next = reference(pending).pointee.next
    reference(pending).pointee.next = ordered
    ordered = pending
    pending = next
  }
  while !ordered.isNull {
    let current = ordered
    ordered = reference(current).pointee.next
    reference(current).pointee.next = .null
    let callback = reference(current).pointee.callback
    reference(current).pointee.callback = .null
    let raised = takeException()
    let result = call1(callback, current)
    if result.isNull { writeUnraisable(callback) } else { release(result) }
    if !raised.isNull { restoreException(raised) }
    release(callback)
    release(current)
  }
}

/// Calls `__del__`; an exception in it is reported and forgotten.
func callFinalizer(_ value: Value) {
  let raised = takeException()
  let method = lookupInType(typeOf(value), Names.del)
  if !method.isNull {
    var arguments = (Value.null, value)
    retain(method)
    let result = withArguments(&arguments, skip: 1) { callSpecial($0, 0, Names.del) }
    if result.isNull { if exceptionIsSet { writeUnraisable(method) } } else { release(result) }
    release(method)
  }
  if !raised.isNull { restoreException(raised) }
}

/// The finaliser of an object whose count reached 0 (`PyObject_CallFinalizerFromDealloc`): true if it lives again.
func finalizeDying(_ object: ObjectPointer) -> Bool {
  if object.pointee.aux & ObjectMark.finalized != 0 { return false }
  object.pointee.aux |= ObjectMark.finalized
  object.pointee.aux &= ~ObjectMark.dying
  object.pointee.refCount = 1
  callFinalizer(Value(object))
  object.pointee.refCount -= 1
  if object.pointee.refCount > 0 { return true }
  object.pointee.aux |= ObjectMark.dying
  return false
}

// ---------------------------------------------------------------------------------------------------------------- type

private func weakrefNew(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if asType(callee) == Types.weakref && !names.isNull && tupleCount(names) > 0 {
    return raise(Exceptions.typeError, "ref() takes no keyword arguments")
  }
  if count < 1 || count > 2 {
    return raise(Exceptions.typeError) {
      $0.append(count < 1 ? "__new__ expected at least 1 argument, got " : "__new__ expected at most 2 arguments, got ")
      $0.append(int: Int(count))
    }
  }
  let callback = count == 2 && !args![1].isNone ? args![1] : Value.null
  return newWeakReference(asType(callee), args![0], callback)
}

private func weakrefCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  guard op == 2 || op == 3, isInstance(a, Types.weakref), isInstance(b, Types.weakref) else { return .notImplemented }
  let left = reference(a).pointee.referent
  let right = reference(b).pointee.referent
  if left.isNull || right.isNull { return Value((a == b) == (op == 2)) }
  retain(left)
  retain(right)
  let result = compare(left, right, op)
  release(left)
  release(right)
  return result
}

private func weakrefHash(_ value: Value) -> Int64 {
  let own = reference(value)
  if own.pointee.hash != -1 { return own.pointee.hash }
  let referent = own.pointee.referent
  if referent.isNull {
    raise(Exceptions.typeError, "weak object has gone away")
    return -1
  }
  retain(referent)
  let hash = hashOf(referent)
  release(referent)
  reference(value).pointee.hash = hash
  return hash
}

private func weakrefRepr(_ value: Value) -> Value {
  let referent = reference(value).pointee.referent
  var text = StringBuilder()
  text.append("<weakref at ")
  appendAddress(&text, value)
  if referent.isNull {
    text.append("; dead>")
  } else {
    text.append("; to '")
    text.append(typeName(referent))
    text.append("' at ")
    appendAddress(&text, referent)
    let name = getAttributeOrNull(referent, Names.name)
    if !name.isNull && isStr(name) {
      text.append(" (")
      text.append(name)
      text.append(")")
    }
    releaseIfBound(name)
    text.append(">")
  }
  return text.finish()
}

func setUpWeakrefType() {
  let type = Types.weakref
  setUpType(
    type, "weakref.ReferenceType", size: MemoryLayout<WeakReference>.size,
    flags: UInt32(MOLT_TYPE_BASE) | UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.destroy = { object in
    let value = Value(object!)
    unlink(value)
    releaseIfBound(reference(value).pointee.callback)
    freeObject(object!, MemoryLayout<WeakReference>.size)
  }
  type.pointee.traverse = { object, visit, context in
    let callback = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: WeakReference.self).pointee.callback
    if !callback.isNull { visit!(callback, context) }
  }
  type.pointee.clear = { object in
    replace(&UnsafeMutableRawPointer(object!).assumingMemoryBound(to: WeakReference.self).pointee.callback, with: .null)
  }
  type.pointee.construct = { weakrefNew($0, $1, $2, $3) }
  type.pointee.initialize = { _, _, _, _ in 0 }
  type.pointee.call = { callee, _, count, names in
    if count > 0 || (!names.isNull && tupleCount(names) > 0) {
      return raise(Exceptions.typeError) {
        $0.append("__call__() takes at most 0 arguments (")
        $0.append(int: Int(count))
        $0.append(" given)")
      }
    }
    return optional(reference(callee).pointee.referent)
  }
  type.pointee.compare = { weakrefCompare($0, $1, $2) }
  type.pointee.hash = { weakrefHash($0) }
  type.pointee.repr = { weakrefRepr($0) }
  addGetter(type, "__callback__", { optional(reference($0).pointee.callback) })
  finishType(type)
}
