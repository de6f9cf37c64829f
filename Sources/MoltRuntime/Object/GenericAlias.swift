import MoltABI

// `list[int]` (types.GenericAlias). Follows Objects/genericaliasobject.c.

struct GenericAlias {
  var header: MoltObject
  var origin: Value
  var arguments: Value  // tuple
  var parameters: Value  // tuple, null until asked for
  var weak: Value
  /// `*tuple[int]`, as a subscript or an annotation has it.
  var isUnpacked: Bool
}

@inline(__always) private func alias(_ value: Value) -> UnsafeMutablePointer<GenericAlias> {
  value.pointer(GenericAlias.self)
}

/// Of the type or of a class derived from it.
func isGenericAlias(_ value: Value) -> Bool { isInstance(value, Types.genericAlias) }

/// origin[item]: owned; both are borrowed.
func newGenericAlias(_ origin: Value, _ item: Value) -> Value {
  newGenericAlias(Types.genericAlias, origin, item, isUnpacked: false)
}

private func newGenericAlias(_ type: TypePointer, _ origin: Value, _ item: Value, isUnpacked: Bool) -> Value {
  let value = Value(allocateObject(type, Int(type.pointee.basicSize)))
  alias(value).pointee.origin = retained(origin)
  alias(value).pointee.arguments = isTuple(item) ? retained(item) : makeTuple(item)
  alias(value).pointee.isUnpacked = isUnpacked
  return value
}

/// Body of `__class_getitem__` of the built-in generic types.
func classGetItem(_ selfValue: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  newGenericAlias(selfValue, args![0])
}

/// One argument of an alias or union as its repr shows it; false with an exception set.
func appendTypeArgument(_ text: inout StringBuilder, _ item: Value) -> Bool {
  if item == .ellipsis {
    text.append("...")
    return true
  }
  if isType(item) && typeOf(item) == Types.type {
    return appendQualifiedName(&text, item, asType(item).pointee.qualname)
  }
  if isExactList(item) {
    // The first argument of Callable.
    text.append("[")
    var index = 0
    while index < listCount(item) {
      if index > 0 { text.append(", ") }
      if !appendTypeArgument(&text, listItems(item)[index]) { return false }
      index += 1
    }
    text.append("]")
    return true
  }
  // What is an alias itself shows as it does alone, what has a qualified name by that.
  let origin = getAttributeOrNull(item, Names.origin)
  if origin.isNull && exceptionIsSet { return false }
  if !origin.isNull {
    release(origin)
    let arguments = getAttributeOrNull(item, Names.args)
    if arguments.isNull && exceptionIsSet { return false }
    if !arguments.isNull {
      release(arguments)
      return text.appendRepr(item)
    }
  }
  let qualname = getAttributeOrNull(item, Names.qualname)
  if qualname.isNull { return exceptionIsSet ? false : text.appendRepr(item) }
  defer { release(qualname) }
  return appendQualifiedName(&text, item, qualname)
}

/// The name with its module in front, unless that is `builtins`; the repr where there is no module.
private func appendQualifiedName(_ text: inout StringBuilder, _ item: Value, _ qualname: Value) -> Bool {
  let module = getAttributeOrNull(item, Names.module)
  if module.isNull && exceptionIsSet { return false }
  defer { releaseIfBound(module) }
  if module.isNull || module.isNone { return text.appendRepr(item) }
  if module != Names.builtinsWord && !(isStr(module) && stringsEqual(module, Names.builtinsWord)) {
    if !text.appendStr(module) { return false }
    text.append(".")
  }
  return text.appendStr(qualname)
}

private func aliasRepr(_ value: Value) -> Value {
  var text = StringBuilder()
  if alias(value).pointee.isUnpacked { text.append("*") }
  var isWhole = appendTypeArgument(&text, alias(value).pointee.origin)
  text.append("[")
  let count = tupleCount(alias(value).pointee.arguments)
  var index = 0
  while isWhole && index < count {
    if index > 0 { text.append(", ") }
    isWhole = appendTypeArgument(&text, tupleItems(alias(value).pointee.arguments)[index])
    index += 1
  }
  if !isWhole {
    text.discard()
    return .null
  }
  if count == 0 { text.append("()") }
  text.append("]")
  return text.finish()
}

/// Attributes that belong to the alias; all others are those of its origin.
private func aliasGetAttribute(_ value: Value, _ name: Value) -> Value {
  if name == Names.origin || name == Names.args || name == Names.parameters || name == Names.mroEntries
    || name == Names.`class` || name == Names.reduce || name == Names.reduceEx || isOwnAttribute(name)
  {
    return genericGetAttribute(value, name)
  }
  return getInternedAttribute(alias(value).pointee.origin, name)
}

private func isOwnAttribute(_ name: Value) -> Bool {
  let text = StrView(name)
  if !text.isASCII || text.count < 8 || text[0] != 0x5f { return false }
  return name == intern("__unpacked__") || name == intern("__typing_unpacked_tuple_args__")
    || name == intern("__copy__") || name == intern("__deepcopy__") || name == intern("__bases__")
}

private func aliasParameters(_ value: Value) -> Value {
  if alias(value).pointee.parameters.isNull {
    alias(value).pointee.parameters = collectParameters(alias(value).pointee.arguments)
    if alias(value).pointee.parameters.isNull { return .null }
  }
  return alias(value).pointee.parameters
}

private func aliasGetItem(_ value: Value, _ item: Value) -> Value {
  let parameters = aliasParameters(value)
  if parameters.isNull { return .null }
  let arguments = substituteParameters(value, alias(value).pointee.arguments, parameters, item)
  if arguments.isNull { return .null }
  let result = newGenericAlias(
    Types.genericAlias, alias(value).pointee.origin, arguments, isUnpacked: alias(value).pointee.isUnpacked)
  release(arguments)
  return result
}

private func aliasCall(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let result = callValue(alias(value).pointee.origin, args, count, names)
  if result.isNull { return .null }
  if setInternedAttribute(result, Names.origClass, value) < 0 {
    if !exceptionMatches(Exceptions.attributeError) && !exceptionMatches(Exceptions.typeError) {
      release(result)
      return .null
    }
    clearException()
  }
  return result
}

/// The iterator yields the alias once, unpacked: `*tuple[int, str]`.
private func aliasIterator(_ value: Value) -> Value {
  let arguments = alias(value).pointee.arguments
  let unpacked = newGenericAlias(typeOf(value), alias(value).pointee.origin, arguments, isUnpacked: true)
  let once = makeTuple(unpacked)
  release(unpacked)
  let iterator = iterate(once)
  release(once)
  return iterator
}

/// An unpacked alias is what iterating over the plain one gives.
private func reduceUnpacked(_ this: Value) -> Value {
  let plain = newGenericAlias(
    Types.genericAlias, alias(this).pointee.origin, alias(this).pointee.arguments, isUnpacked: false)
  if plain.isNull { return .null }
  let iterator = iterate(plain)
  release(plain)
  if iterator.isNull { return .null }
  defer { release(iterator) }
  let next = getAttribute(builtinsModule(), intern("next"))
  if next.isNull { return .null }
  defer { release(next) }
  let arguments = makeTuple(iterator)
  defer { release(arguments) }
  return makeTuple(next, arguments)
}

/// `dir()` of an alias: what its origin has, and its own attributes.
private func aliasDirectory(_ this: Value) -> Value {
  let directory = getAttribute(builtinsModule(), intern("dir"))
  if directory.isNull { return .null }
  let list = call1(directory, alias(this).pointee.origin)
  release(directory)
  if list.isNull { return .null }
  let own = parameterNames(
    "__class__ __bases__ __origin__ __args__ __unpacked__ __parameters__ __typing_unpacked_tuple_args__ __mro_entries__ __reduce_ex__ __reduce__ __copy__ __deepcopy__"
  )
  for i in 0..<tupleCount(own) {
    let known = contains(list, tupleItems(own)[i])
    if known < 0 {
      release(list)
      return .null
    }
    if known == 0 { listAppend(list, tupleItems(own)[i]) }
  }
  return list
}

private func setUpAliasObject(_ type: TypePointer) {
  type.pointee.weakOffset = UInt32(MemoryLayout<GenericAlias>.offset(of: \GenericAlias.weak)!)
  type.pointee.destroy = { object in
    let alias = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: GenericAlias.self)
    if !alias.pointee.weak.isNull { clearWeakReferences(Value(object!)) }
    releaseIfBound(alias.pointee.origin)
    releaseIfBound(alias.pointee.arguments)
    releaseIfBound(alias.pointee.parameters)
    freeObject(object!, Int(object!.pointee.type.pointee.basicSize))
  }
  type.pointee.traverse = { object, visit, context in
    let alias = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: GenericAlias.self)
    if !alias.pointee.origin.isNull { visit!(alias.pointee.origin, context) }
    if !alias.pointee.arguments.isNull { visit!(alias.pointee.arguments, context) }
    if !alias.pointee.parameters.isNull { visit!(alias.pointee.parameters, context) }
  }
  type.pointee.construct = { callee, args, count, names in
    if !rejectKeywords(names, "GenericAlias") { return .null }
    if count != 2 {
      return raise(Exceptions.typeError) {
        $0.append("GenericAlias expected 2 arguments, got ")
        $0.append(int: Int(count))
      }
    }
    return newGenericAlias(asType(callee), args![0], args![1], isUnpacked: false)
  }
  type.pointee.initialize = { _, _, _, _ in 0 }
}

private func hashAlias(_ value: Value) -> Int64 {
  let first = hashOf(alias(value).pointee.origin)
  if first == -1 && exceptionIsSet { return -1 }
  let second = hashOf(alias(value).pointee.arguments)
  if second == -1 && exceptionIsSet { return -1 }
  let mixed = first ^ second
  return mixed == -1 ? -2 : mixed
}

func setUpGenericAliasType() {
  let type = Types.genericAlias
  setUpType(
    type, "types.GenericAlias", size: MemoryLayout<GenericAlias>.stride,
    flags: UInt32(MOLT_TYPE_CONTAINER) | UInt32(MOLT_TYPE_BASE))
  setUpAliasObject(type)
  type.pointee.repr = { aliasRepr($0) }
  type.pointee.call = { aliasCall($0, $1, $2, $3) }
  type.pointee.getAttribute = { aliasGetAttribute($0, $1) }
  type.pointee.getItem = { aliasGetItem($0, $1) }
  type.pointee.iterate = { aliasIterator($0) }
  type.pointee.hash = { hashAlias($0) }
  type.pointee.compare = { a, b, op in
    guard op == 2 || op == 3, isGenericAlias(a), isGenericAlias(b) else { return .notImplemented }
    var same: Int32 = alias(a).pointee.isUnpacked == alias(b).pointee.isUnpacked ? 1 : 0
    if same == 1 { same = equal(alias(a).pointee.origin, alias(b).pointee.origin) }
    if same == 1 { same = equal(alias(a).pointee.arguments, alias(b).pointee.arguments) }
    return same < 0 ? .null : Value((same == 1) == (op == 2))
  }
  molt_type_binary_slot(type, Int(MOLT_OP_OR)).pointee = { unionOf($0, $1) }
  addGetter(type, "__origin__", { retained(alias($0).pointee.origin) })
  addGetter(type, "__args__", { retained(alias($0).pointee.arguments) })
  addGetter(type, "__unpacked__", { Value(alias($0).pointee.isUnpacked) })
  addGetter(
    type, "__parameters__",
    {
      let parameters = aliasParameters($0)
      return parameters.isNull ? .null : retained(parameters)
    })
  addGetter(
    type, "__typing_unpacked_tuple_args__",
    {
      let isTuple = alias($0).pointee.isUnpacked && alias($0).pointee.origin == Value(Types.tuple)
      return isTuple ? retained(alias($0).pointee.arguments) : .none
    })
  addMethod(
    type, "__reduce__", 0, 0,
    { this, _, _, _ in
      if alias(this).pointee.isUnpacked { return reduceUnpacked(this) }
      let parts = makeTuple(alias(this).pointee.origin, alias(this).pointee.arguments)
      let result = makeTuple(Value(Types.genericAlias), parts)
      release(parts)
      return result
    })
  addMethod(type, "__dir__", 0, 0, { this, _, _, _ in aliasDirectory(this) })
  addMethod(type, "__mro_entries__", 1, 1, { this, _, _, _ in makeTuple(alias(this).pointee.origin) })
  addMethod(
    type, "__instancecheck__", 1, 1,
    { _, _, _, _ in raise(Exceptions.typeError, "isinstance() argument 2 cannot be a parameterized generic") })
  addMethod(
    type, "__subclasscheck__", 1, 1,
    { _, _, _, _ in raise(Exceptions.typeError, "issubclass() argument 2 cannot be a parameterized generic") })
  finishType(type)
}
