import MoltABI

// isinstance() and issubclass() (`object_isinstance`, `object_issubclass` and their helpers in Objects/abstract.c).

/// isinstance(value, classes): 1, 0, or -1 with an exception set.
func checkInstance(_ value: Value, _ classes: Value) -> Int32 {
  if Value(typeOf(value)) == classes { return 1 }
  if isType(classes) && typeOf(classes) == Types.type { return plainInstanceCheck(value, classes) }
  if typeOf(classes) == Types.union { return checkUnion(value, classes, { checkInstance($0, $1) }) }
  if isTuple(classes) {
    if !checkRecursion(" in __instancecheck__") { return -1 }
    for index in 0..<tupleCount(classes) {
      let result = checkInstance(value, tupleItems(classes)[index])
      if result != 0 { return result }
    }
    return 0
  }
  let method = lookupSpecial(classes, Names.instancecheck)
  if method.isNull { return exceptionIsSet ? -1 : plainInstanceCheck(value, classes) }
  if !checkRecursion(" in __instancecheck__") {
    release(method)
    return -1
  }
  let result = call1(method, value)
  release(method)
  if result.isNull { return -1 }
  let truth = truthOf(result)
  release(result)
  return truth
}

/// issubclass(derived, classes): 1, 0, or -1 with an exception set.
func checkSubclass(_ derived: Value, _ classes: Value) -> Int32 {
  if isType(classes) && typeOf(classes) == Types.type {
    if derived == classes { return 1 }
    return plainSubclassCheck(derived, classes)
  }
  if typeOf(classes) == Types.union { return checkUnion(derived, classes, { checkSubclass($0, $1) }) }
  if isTuple(classes) {
    if !checkRecursion(" in __subclasscheck__") { return -1 }
    for index in 0..<tupleCount(classes) {
      let result = checkSubclass(derived, tupleItems(classes)[index])
      if result != 0 { return result }
    }
    return 0
  }
  let method = lookupSpecial(classes, Names.subclasscheck)
  if method.isNull { return exceptionIsSet ? -1 : plainSubclassCheck(derived, classes) }
  if !checkRecursion(" in __subclasscheck__") {
    release(method)
    return -1
  }
  let result = call1(method, derived)
  release(method)
  if result.isNull { return -1 }
  let truth = truthOf(result)
  release(result)
  return truth
}

/// What `type.__instancecheck__` does (`object_isinstance`).
func plainInstanceCheck(_ value: Value, _ type: Value) -> Int32 {
  if isType(type) {
    if isInstance(value, asType(type)) { return 1 }
    // An object may claim another class, as proxies do.
    if typeOf(value).pointee.flags & UInt32(MOLT_TYPE_PLAIN_GETATTR) != 0
      && lookupInType(typeOf(value), Names.`class`) == lookupInType(Types.object, Names.`class`)
    {
      return 0
    }
    let claimed = getAttributeOrNull(value, Names.`class`)
    if claimed.isNull { return exceptionIsSet ? -1 : 0 }
    let result = isType(claimed) && claimed != Value(typeOf(value)) && isSubtype(asType(claimed), asType(type))
    release(claimed)
    return result ? 1 : 0
  }
  if !checkIsClass(type, "isinstance() arg 2 must be a type, a tuple of types, or a union") { return -1 }
  let claimed = getAttributeOrNull(value, Names.`class`)
  if claimed.isNull { return exceptionIsSet ? -1 : 0 }
  let result = isAbstractSubclass(claimed, type)
  release(claimed)
  return result
}

/// What `type.__subclasscheck__` does (`recursive_issubclass`).
func plainSubclassCheck(_ derived: Value, _ type: Value) -> Int32 {
  if isType(type) && isType(derived) { return isSubtype(asType(derived), asType(type)) ? 1 : 0 }
  if !checkIsClass(derived, "issubclass() arg 1 must be a class") { return -1 }
  if !checkIsClass(type, "issubclass() arg 2 must be a class, a tuple of classes, or a union") { return -1 }
  return isAbstractSubclass(derived, type)
}

/// Whatever has a tuple `__bases__` counts as a class.
private func checkIsClass(_ value: Value, _ message: StaticString) -> Bool {
  let bases = abstractBases(value)
  if bases.isNull {
    if !exceptionIsSet { raise(Exceptions.typeError, message) }
    return false
  }
  release(bases)
  return true
}

private func abstractBases(_ value: Value) -> Value {
  let bases = getAttributeOrNull(value, Names.bases)
  if bases.isNull || isTuple(bases) { return bases }
  release(bases)
  return .null
}

private func isAbstractSubclass(_ derived: Value, _ type: Value) -> Int32 {
  if derived == type { return 1 }
  if !checkRecursion(" in __issubclass__") { return -1 }
  let bases = abstractBases(derived)
  if bases.isNull { return exceptionIsSet ? -1 : 0 }
  var result: Int32 = 0
  for index in 0..<tupleCount(bases) where result == 0 { result = isAbstractSubclass(tupleItems(bases)[index], type) }
  release(bases)
  return result
}
