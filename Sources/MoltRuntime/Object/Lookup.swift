import MoltABI

// Attribute lookup: along the method resolution order with a global cache, and the generic attribute protocol of
// objects. Follows Objects/object.c and Objects/typeobject.c.

/// The next version to hand out; versions are never used again.
private var nextTypeVersion: UInt32 = 1

/// Gives a type a version if it has none, so that lookups in it can be cached. False when versions have run out.
func assignVersion(_ type: TypePointer) -> Bool {
  if type.pointee.version != 0 { return true }
  if nextTypeVersion == UInt32.max { return false }
  type.pointee.version = nextTypeVersion
  nextTypeVersion += 1
  return true
}

/// Forgets what caches know about a type and its subclasses (`PyType_Modified`).
func typeModified(_ type: TypePointer) {
  if type.pointee.version != 0 { molt_classes_changed = 1 }
  type.pointee.version = 0
  var index = 0
  while index < Int(type.pointee.subclassCount) {
    typeModified(type.pointee.subclasses[index]!)
    index += 1
  }
}

/// Forgets what caches know about a type that has neither instances nor subclasses.
func forgetLookups(_ type: TypePointer) { type.pointee.version = 0 }

@inline(__always) private func cacheEntry(_ version: UInt32, _ name: Value) -> UnsafeMutablePointer<
  MoltMethodCacheEntry
> {
  molt_method_cache_entry(
    (Int(truncatingIfNeeded: name.bits >> 4) ^ Int(version)) & (Int(MOLT_METHOD_CACHE_SIZE) - 1))
}

/// The attribute `name` (interned) along a type's method resolution order: borrowed, null if absent, never raises.
@inline(__always) func lookupInType(_ type: TypePointer, _ name: Value) -> Value {
  let version = type.pointee.version
  if version != 0 {
    let entry = cacheEntry(version, name)
    if entry.pointee.version == version && entry.pointee.name == name.bits { return entry.pointee.value }
  }
  return lookupUncached(type, name)
}

/// Whether caches may hold what `lookupInType` has just given for that type and name.
@inline(__always) func isRemembered(_ type: TypePointer, _ name: Value) -> Bool {
  let version = type.pointee.version
  let entry = cacheEntry(version, name)
  return version != 0 && entry.pointee.version == version && entry.pointee.name == name.bits
}

@inline(never) private func lookupUncached(_ type: TypePointer, _ name: Value) -> Value {
  var owner = type
  let value = searchMRO(type, name, &owner)
  if assignVersion(type) && (value.isNull || !isVolatile(owner, name)) {
    let entry = cacheEntry(type.pointee.version, name)
    entry.pointee.version = type.pointee.version
    entry.pointee.name = name.bits
    entry.pointee.value = value
  }
  return value
}

/// `owner` becomes the class that has the attribute.
private func searchMRO(_ type: TypePointer, _ name: Value, _ owner: inout TypePointer) -> Value {
  let mro = type.pointee.mro
  if mro.isNull { return .null }
  let items = tupleItems(mro)
  let count = tupleCount(mro)
  var index = 0
  while index < count {
    let found = dictGetName(items[index].pointer(MoltType.self).pointee.dict, name)
    if !found.isNull {
      owner = items[index].pointer(MoltType.self)
      return found
    }
    index += 1
  }
  return .null
}

/// The special method `name` of a value, bound: looked up in the type only. Owned; null without an exception if absent,
/// null with one if binding it raised.
func lookupSpecial(_ value: Value, _ name: Value) -> Value {
  let attribute = lookupInType(typeOf(value), name)
  return attribute.isNull ? .null : bind(attribute, value)
}

/// An attribute of a value's type as it is of the value, owned: by the attribute's `__get__`, if it has one.
func bind(_ attribute: Value, _ value: Value) -> Value {
  guard let get = typeOf(attribute).pointee.descriptorGet else { return retained(attribute) }
  retain(attribute)
  let bound = get(attribute, value, Value(typeOf(value)))
  release(attribute)
  return bound
}

func isSubtype(_ type: TypePointer, _ base: TypePointer) -> Bool {
  if type == base { return true }
  let mro = type.pointee.mro
  if mro.isNull {
    var current: TypePointer? = type
    while let step = current {
      if step == base { return true }
      current = step.pointee.base
    }
    return base == Types.object
  }
  let items = tupleItems(mro)
  let count = tupleCount(mro)
  var index = 0
  while index < count {
    if items[index] == Value(base) { return true }
    index += 1
  }
  return false
}

/// Whether the value's real type is `type` or derives from it; `__class__` and `__instancecheck__` are not asked.
@inline(__always) func isInstance(_ value: Value, _ type: TypePointer) -> Bool {
  let own = typeOf(value)
  return own == type || isSubtype(own, type)
}

@inline(__always) func isType(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_TYPE) != 0
}

@inline(__always) func asType(_ value: Value) -> TypePointer { value.pointer(MoltType.self) }

/// The name of the value's type as messages have it, a borrowed str.
@inline(__always) func typeName(_ value: Value) -> Value { shownName(typeOf(value)) }

/// The same in messages about an argument of the wrong type, which call None by its name (`_PyArg_BadArgument`).
func argumentTypeName(_ value: Value) -> Value { value.isNone ? Names.noneWord : typeName(value) }

/// A type's name as messages have it, a borrowed str: with the module in front for types that belong to neither
/// `builtins` nor Python code (CPython's tp_name).
func shownName(_ type: TypePointer) -> Value {
  if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 || type.pointee.module == Names.builtinsWord {
    return type.pointee.name
  }
  var text = StringBuilder()
  text.append(type.pointee.module)
  text.append(".")
  text.append(type.pointee.name)
  let fresh = text.finish()
  let dotted = internImmortal(fresh)
  if dotted != fresh { release(fresh) }
  return dotted
}

// ---------------------------------------------------------------------------------------------- the attribute protocol

/// The attribute `name` (any str) of a value: owned, null with an exception set.
func getAttribute(_ value: Value, _ name: Value) -> Value {
  let key = intern(name)
  let result = getInternedAttribute(value, key)
  release(key)
  return result
}

@inline(__always) func getInternedAttribute(_ value: Value, _ name: Value) -> Value {
  typeOf(value).pointee.getAttribute!(value, name)
}

/// `getAttribute` that gives null without an exception where the attribute does not exist. Other exceptions stay.
func getAttributeOrNull(_ value: Value, _ name: Value) -> Value {
  let type = typeOf(value)
  if type.pointee.flags & UInt32(MOLT_TYPE_PLAIN_GETATTR) != 0 {
    let key = internedIfKnown(name)
    if key.isNull { return .null }
    let result = genericLookup(value, type, key)
    if result.isNull && exceptionMatches(Exceptions.attributeError) { clearException() }
    return result
  }
  let result = getAttribute(value, name)
  if result.isNull && exceptionMatches(Exceptions.attributeError) { clearException() }
  return result
}

/// Sets (or, with null, deletes) an attribute: 0, or -1 with an exception set.
func setAttribute(_ value: Value, _ name: Value, _ item: Value) -> Int32 {
  let key = intern(name)
  let status = setInternedAttribute(value, key, item)
  release(key)
  return status
}

@inline(__always) func setInternedAttribute(_ value: Value, _ name: Value, _ item: Value) -> Int32 {
  typeOf(value).pointee.setAttribute!(value, name, item)
}

/// Address of `genericGetAttribute` as it stands in type slots.
var genericGetAttributeAddress: Int { unsafeBitCast(Types.object.pointee.getAttribute!, to: Int.self) }

/// `object.__getattribute__` (`PyObject_GenericGetAttr`). The name is interned.
func genericGetAttribute(_ value: Value, _ name: Value) -> Value {
  let type = typeOf(value)
  let result = genericLookup(value, type, name)
  if result.isNull && !exceptionIsSet { return raiseNoAttribute(value, name) }
  return result
}

@inline(never) func raiseNoAttribute(_ value: Value, _ name: Value) -> Value {
  raiseNothingToSet(value, name)
  attachAttributeErrorContext(value, name)
  return .null
}

/// The same for a store or a deletion, where CPython leaves out `name` and `obj`.
@inline(never) func raiseNothingToSet(_ value: Value, _ name: Value) {
  raise(Exceptions.attributeError) {
    $0.append("'")
    $0.append(typeName(value))
    $0.append("' object has no attribute '")
    $0.append(name)
    $0.append("'")
  }
}

/// Data descriptor, then the instance's own attributes, then what else the type has. Null without an exception: absent.
func genericLookup(_ value: Value, _ type: TypePointer, _ name: Value) -> Value {
  let attribute = lookupInType(type, name)
  var get: MoltTernary? = nil
  if !attribute.isNull {
    let kind = typeOf(attribute)
    get = kind.pointee.descriptorGet
    if let get, kind.pointee.descriptorSet != nil {
      retain(attribute)
      let result = get(attribute, value, Value(type))
      release(attribute)
      if result.isNull { attachAttributeErrorContext(value, name) }
      return result
    }
  }
  let own = instanceAttribute(value, type, name)
  if !own.isNull { return retained(own) }
  if attribute.isNull { return .null }
  guard let get else { return retained(attribute) }
  retain(attribute)
  let result = get(attribute, value, Value(type))
  release(attribute)
  if result.isNull { attachAttributeErrorContext(value, name) }
  return result
}

/// `object.__setattr__` and `object.__delattr__` (`PyObject_GenericSetAttr`). The name is interned.
func genericSetAttribute(_ value: Value, _ name: Value, _ item: Value) -> Int32 {
  let type = typeOf(value)
  let attribute = lookupInType(type, name)
  if !attribute.isNull, let set = typeOf(attribute).pointee.descriptorSet {
    retain(attribute)
    let status = set(attribute, value, item)
    release(attribute)
    return status
  }
  let status = setInstanceAttribute(value, type, name, item)
  if status == InstanceStore.done { return 0 }
  if status == InstanceStore.noRoom && !attribute.isNull {
    raise(Exceptions.attributeError) {
      $0.append("'")
      $0.append(shownName(type))
      $0.append("' object attribute '")
      $0.append(name)
      $0.append("' is read-only")
    }
    return -1
  }
  raiseNothingToSet(value, name)
  return -1
}
