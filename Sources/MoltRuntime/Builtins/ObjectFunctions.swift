import MoltABI

// Built-in functions about objects and their attributes. CPython: Python/bltinmodule.c.

/// isinstance(value, class): 1, 0, or -1 with an exception set (`object_isinstance`, `object_recursive_isinstance`).
func checkInstance(_ value: Value, _ type: Value) -> Int32 {
  if Value(typeOf(value)) == type { return 1 }
  if type.isObject && type.object.pointee.type == Types.type { return plainInstanceCheck(value, type) }
  if isTuple(type) {
    if !checkRecursion(" in __instancecheck__") { return -1 }
    defer { molt_thread.depth &-= 1 }
    var i = 0
    while i < tupleCount(type) {
      let result = checkInstance(value, tupleItems(type)[i])
      if result != 0 { return result }
      i += 1
    }
    return 0
  }
  if type.isObject && type.object.pointee.type == Types.union {
    return checkUnion(value, type, checkInstance, "isinstance")
  }
  let method = lookupSpecial(type, Names.instancecheck)
  if !method.isNull {
    let result = call1(method, value)
    release(method)
    if result.isNull { return -1 }
    defer { release(result) }
    return truthOf(result)
  }
  if exceptionIsSet { return -1 }
  return plainInstanceCheck(value, type)
}

/// What `type.__instancecheck__` does.
func plainInstanceCheck(_ value: Value, _ type: Value) -> Int32 {
  if isType(type) {
    if isInstance(value, asType(type)) { return 1 }
    if !value.isObject || typeOf(value).pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0 { return 0 }
    // An object may claim to be of another class.
    let claimed = getAttributeOrNull(value, Names.class)
    if claimed.isNull { return exceptionIsSet ? -1 : 0 }
    defer { release(claimed) }
    return isType(claimed) && asType(claimed) != typeOf(value) && isSubtype(asType(claimed), asType(type)) ? 1 : 0
  }
  let bases = classBases(type)
  if bases.isNull {
    if exceptionIsSet { return -1 }
    return raiseStatus(
      Exceptions.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
  }
  release(bases)
  let claimed = getAttributeOrNull(value, Names.class)
  if claimed.isNull { return exceptionIsSet ? -1 : 0 }
  defer { release(claimed) }
  return derives(claimed, type)
}

/// `__bases__` of something that behaves like a class: an owned tuple, or null without an exception.
private func classBases(_ value: Value) -> Value {
  let bases = getAttributeOrNull(value, Names.bases)
  if bases.isNull || isTuple(bases) { return bases }
  release(bases)
  return .null
}

/// Whether `derived` is `type` or has it among its `__bases__`, recursively.
private func derives(_ derived: Value, _ type: Value) -> Int32 {
  if derived == type { return 1 }
  let bases = classBases(derived)
  if bases.isNull { return exceptionIsSet ? -1 : 0 }
  defer { release(bases) }
  var i = 0
  while i < tupleCount(bases) {
    let result = derives(tupleItems(bases)[i], type)
    if result != 0 { return result }
    i += 1
  }
  return 0
}

/// issubclass(derived, class): 1, 0, or -1 with an exception set.
func checkSubclass(_ derived: Value, _ type: Value) -> Int32 {
  if type.isObject && type.object.pointee.type == Types.type {
    if derived == type { return 1 }
    return plainSubclassCheck(derived, type)
  }
  if isTuple(type) {
    if !checkRecursion(" in __subclasscheck__") { return -1 }
    defer { molt_thread.depth &-= 1 }
    var i = 0
    while i < tupleCount(type) {
      let result = checkSubclass(derived, tupleItems(type)[i])
      if result != 0 { return result }
      i += 1
    }
    return 0
  }
  if type.isObject && type.object.pointee.type == Types.union {
    return checkUnion(derived, type, checkSubclass, "issubclass")
  }
  let method = lookupSpecial(type, Names.subclasscheck)
  if !method.isNull {
    let result = call1(method, derived)
    release(method)
    if result.isNull { return -1 }
    defer { release(result) }
    return truthOf(result)
  }
  if exceptionIsSet { return -1 }
  return plainSubclassCheck(derived, type)
}

/// What `type.__subclasscheck__` does.
func plainSubclassCheck(_ derived: Value, _ type: Value) -> Int32 {
  if isType(type) && isType(derived) { return isSubtype(asType(derived), asType(type)) ? 1 : 0 }
  let derivedBases = classBases(derived)
  if derivedBases.isNull {
    return exceptionIsSet ? -1 : raiseStatus(Exceptions.typeError, "issubclass() arg 1 must be a class")
  }
  release(derivedBases)
  let bases = classBases(type)
  if bases.isNull {
    if exceptionIsSet { return -1 }
    return raiseStatus(
      Exceptions.typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
  }
  release(bases)
  return derives(derived, type)
}

private func truthValue(_ status: Int32) -> Value { status < 0 ? .null : Value(status != 0) }

func isinstanceFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  truthValue(checkInstance(args![0], args![1]))
}

func issubclassFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  truthValue(checkSubclass(args![0], args![1]))
}

// ------------------------------------------------------------------------------------------------------- attributes

/// The interned form of an attribute name given as an argument, owned; null with TypeError set for anything but a str.
private func attributeName(_ name: Value) -> Value {
  if isStr(name) { return intern(exactStr(name)) }
  return raise(Exceptions.typeError) {
    $0.append("attribute name must be string, not '")
    $0.append(typeName(name))
    $0.append("'")
  }
}

func getattrFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let name = attributeName(args![1])
  if name.isNull { return .null }
  defer { release(name) }
  if count < 3 { return getAttribute(args![0], name) }
  let value = getAttributeOrNull(args![0], name)
  return value.isNull && !exceptionIsSet ? retained(args![2]) : value
}

func hasattrFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let name = attributeName(args![1])
  if name.isNull { return .null }
  defer { release(name) }
  let value = getAttributeOrNull(args![0], name)
  if value.isNull { return exceptionIsSet ? .null : .false }
  release(value)
  return .true
}

func setattrFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let name = attributeName(args![1])
  if name.isNull { return .null }
  defer { release(name) }
  return setAttribute(args![0], name, args![2]) < 0 ? .null : .none
}

func delattrFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let name = attributeName(args![1])
  if name.isNull { return .null }
  defer { release(name) }
  return setAttribute(args![0], name, .null) < 0 ? .null : .none
}

// ---------------------------------------------------------------------------------------------------- about a value

func callableFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  Value(typeOf(args![0]).pointee.call != nil)
}

func hashFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let hash = hashOf(args![0])
  return hash == -1 && exceptionIsSet ? .null : makeInt(hash)
}

/// The address of an object; values without one are their own identity.
func idFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  makeInt(unsigned: args![0].bits)
}

func lenFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let length = lengthOf(args![0])
  return length < 0 ? .null : makeInt(Int64(length))
}

func reprFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value { reprOf(args![0]) }

func asciiFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let text = reprOf(args![0])
  if text.isNull || StrView(text).isASCII { return text }
  defer { release(text) }
  let view = StrView(text)
  var builder = StringBuilder()
  var i = 0
  while i < view.count {
    let c = view[i]
    if c < 0x80 {
      builder.append(codePoint: c)
    } else {
      builder.append(c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U")
      appendHex(&builder, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8)
    }
    i += 1
  }
  return builder.finish()
}

func formatFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let spec = count > 1 ? retained(args![1]) : makeString("")
  defer { release(spec) }
  if !isStr(spec) {
    return raise(Exceptions.typeError) {
      $0.append("format() argument 2 must be str, not ")
      $0.append(typeName(spec))
    }
  }
  return molt_format(args![0], spec, 0)
}
