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

/// The layout that references and proxies share; the value is one of either.
@inline(__always) func weakReference(_ value: Value) -> UnsafeMutablePointer<WeakReference> {
  value.pointer(WeakReference.self)
}

/// The first entry of a list of weak references that is of exactly that type and has no callback, or null. CPython keeps
/// such entries at the front of the list and shares them.
private func sharedEntry(_ list: Value, _ type: TypePointer) -> Value {
  var entry = list
  while !entry.isNull {
    if weakReference(entry).pointee.callback.isNull && typeOf(entry) == type { return entry }
    entry = weakReference(entry).pointee.next
  }
  return .null
}

/// A weak reference to `referent`, or a proxy of it, with a callback or null; owned. `proxies`: the types of proxies,
/// where `type` is one of them. The list of an object begins with its plain reference and its plain proxy, then come the
/// others, newest first (`PyWeakref_NewRef`, `PyWeakref_NewProxy`).
func newWeakReference(
  _ type: TypePointer, _ referent: Value, _ callback: Value, proxies: (TypePointer, TypePointer)? = nil
) -> Value {
  guard let list = weakListSlot(referent, typeOf(referent)) else {
    return raiseTypeError("cannot create weak reference to '", referent, "' object")
  }
  let isPlain = callback.isNull && (type == Types.weakref || proxies != nil)
  if isPlain {
    let existing = sharedEntry(list.pointee, type)
    if !existing.isNull { return retained(existing) }
  }
  let value = Value(allocateObject(type, Int(type.pointee.basicSize)))
  let fresh = weakReference(value)
  fresh.pointee.referent = referent
  fresh.pointee.callback = callback
  if !callback.isNull {
    retain(callback)
    Endings.anywhere = true
  }
  fresh.pointee.hash = -1
  var previous = Value.null
  if !(isPlain && proxies == nil) {
    previous = sharedEntry(list.pointee, Types.weakref)
    // What precedes is told by kind: behind a plain reference there may be one plain proxy.
    let second = previous.isNull ? list.pointee : weakReference(previous).pointee.next
    if !isPlain && !second.isNull && isPlainProxy(second) { previous = second }
  }
  let next = previous.isNull ? list.pointee : weakReference(previous).pointee.next
  fresh.pointee.previous = previous
  fresh.pointee.next = next
  if !next.isNull { weakReference(next).pointee.previous = value }
  if previous.isNull { list.pointee = value } else { weakReference(previous).pointee.next = value }
  return value
}

/// Whether an entry of a list is a proxy without a callback. Only references derive from the type of references.
private func isPlainProxy(_ entry: Value) -> Bool {
  weakReference(entry).pointee.callback.isNull && !isInstance(entry, Types.weakref)
}

/// Takes a reference out of the list of its object, which it no longer refers to.
private func unlink(_ value: Value) {
  let own = weakReference(value)
  if own.pointee.referent.isNull { return }
  if own.pointee.previous.isNull {
    weakListSlot(own.pointee.referent, typeOf(own.pointee.referent))!.pointee = own.pointee.next
  } else {
    weakReference(own.pointee.previous).pointee.next = own.pointee.next
  }
  if !own.pointee.next.isNull { weakReference(own.pointee.next).pointee.previous = own.pointee.previous }
  own.pointee.next = .null
  own.pointee.previous = .null
  own.pointee.referent = .null
}

/// References whose object is gone and whose callbacks are still to be called, in that order; linked through `next`.
struct WeakCallbacks {
  fileprivate var first = Value(bits: 0)
  fileprivate var last = Value(bits: 0)

  /// Makes all weak references to an object dead, and notes those with a callback. With `isGarbage`, references that it
  /// holds for are left out: nobody is to hear of them.
  mutating func collect(_ value: Value, except isGarbage: ((Value) -> Bool)? = nil) {
    guard let list = weakListSlot(value, typeOf(value)) else { return }
    while !list.pointee.isNull {
      let entry = list.pointee
      unlink(entry)
      if weakReference(entry).pointee.callback.isNull || entry.object.pointee.refCount == 0 { continue }
      if let isGarbage, isGarbage(entry) { continue }
      retain(entry)
      if last.isNull { first = entry } else { weakReference(last).pointee.next = entry }
      last = entry
    }
  }

  /// Calls the callbacks, each with its reference. What one raises is reported and forgotten.
  mutating func call() {
    if first.isNull { return }
    let raised = takeException()
    while !first.isNull {
      let current = first
      first = weakReference(current).pointee.next
      weakReference(current).pointee.next = .null
      let callback = weakReference(current).pointee.callback
      weakReference(current).pointee.callback = .null
      // A callback that was cleared meanwhile has nothing to say.
      if !callback.isNull {
        let result = call1(callback, current)
        if result.isNull { writeUnraisable(callback) } else { release(result) }
        release(callback)
      }
      release(current)
    }
    last = .null
    if !raised.isNull { restoreException(raised) }
  }
}

/// Makes all weak references to an object that ends dead and calls their callbacks, newest first. None of them sees
/// the object.
func clearWeakReferences(_ value: Value) {
  var callbacks = WeakCallbacks()
  callbacks.collect(value)
  callbacks.call()
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
  if !checkCount(count, 1, 2, "__new__") { return .null }
  let callback = count == 2 && !args![1].isNone ? args![1] : Value.null
  return newWeakReference(asType(callee), args![0], callback)
}

private func weakrefInit(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  rejectKeywords(names, "ref") && checkCount(count, 1, 2, "__init__") ? 0 : -1
}

private func weakrefCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  guard op == 2 || op == 3, isInstance(a, Types.weakref), isInstance(b, Types.weakref) else { return .notImplemented }
  let left = weakReference(a).pointee.referent
  let right = weakReference(b).pointee.referent
  if left.isNull || right.isNull { return Value((a == b) == (op == 2)) }
  retain(left)
  retain(right)
  let result = compare(left, right, op)
  release(left)
  release(right)
  return result
}

private func weakrefHash(_ value: Value) -> Int64 {
  let own = weakReference(value)
  if own.pointee.hash != -1 { return own.pointee.hash }
  let referent = own.pointee.referent
  if referent.isNull {
    raise(Exceptions.typeError, "weak object has gone away")
    return -1
  }
  retain(referent)
  let hash = hashOf(referent)
  release(referent)
  weakReference(value).pointee.hash = hash
  return hash
}

private func weakrefRepr(_ value: Value) -> Value {
  let referent = weakReference(value).pointee.referent
  var text = StringBuilder()
  text.append("<weakref at ")
  appendAddress(&text, value)
  if referent.isNull {
    text.append("; dead>")
    return text.finish()
  }
  retain(referent)
  defer { release(referent) }
  // Asked of the type: the object itself may make up attributes.
  let name = lookupSpecial(referent, Names.name)
  if name.isNull && exceptionIsSet {
    text.discard()
    return .null
  }
  text.append("; to '")
  text.append(typeName(referent))
  text.append("' at ")
  appendAddress(&text, referent)
  if !name.isNull && isStr(name) {
    text.append(" (")
    text.append(name)
    text.append(")")
  }
  releaseIfBound(name)
  text.append(">")
  return text.finish()
}

/// What references and proxies have in common.
func setUpWeakReferenceType(_ type: TypePointer, _ name: StaticString, flags: UInt32) {
  setUpType(
    type, name, base: Types.object, size: MemoryLayout<WeakReference>.size, flags: flags | UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.destroy = { object in
    let value = Value(object!)
    unlink(value)
    releaseIfBound(weakReference(value).pointee.callback)
    freeObject(object!, Int(object!.pointee.type.pointee.basicSize))
  }
  type.pointee.traverse = { object, visit, context in
    let callback = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: WeakReference.self).pointee.callback
    if !callback.isNull { visit!(callback, context) }
  }
  type.pointee.clear = { object in
    unlink(Value(object!))
    replace(&UnsafeMutableRawPointer(object!).assumingMemoryBound(to: WeakReference.self).pointee.callback, with: .null)
  }
}

func setUpWeakrefType() {
  let type = Types.weakref
  setUpWeakReferenceType(type, "weakref.ReferenceType", flags: UInt32(MOLT_TYPE_BASE))
  type.pointee.construct = { weakrefNew($0, $1, $2, $3) }
  type.pointee.initialize = { weakrefInit($0, $1, $2, $3) }
  type.pointee.call = { callee, _, count, names in
    if !rejectKeywords(names, "weakref") || !checkCount(count, 0, 0, "weakref") { return .null }
    return optional(weakReference(callee).pointee.referent)
  }
  type.pointee.compare = { weakrefCompare($0, $1, $2) }
  type.pointee.hash = { weakrefHash($0) }
  type.pointee.repr = { weakrefRepr($0) }
  addGetter(
    type, "__callback__", { optional(weakReference($0).pointee.callback) },
    set: { _, _ in raiseStatus(Exceptions.attributeError, "readonly attribute") })
  addClassGetItem(type)
  finishType(type)
}
