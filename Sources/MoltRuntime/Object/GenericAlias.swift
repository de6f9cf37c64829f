import MoltABI

// `list[int]` (types.GenericAlias) and `int | str` (types.UnionType). Follows Objects/genericaliasobject.c and
// Objects/unionobject.c.

struct GenericAlias {
  var header: MoltObject
  var origin: Value
  var arguments: Value  // tuple
  var parameters: Value  // tuple, null until asked for
  var weak: Value
}

struct UnionType {
  var header: MoltObject
  var arguments: Value  // tuple
  var parameters: Value
}

/// origin[item]: owned; both are borrowed.
func newGenericAlias(_ origin: Value, _ item: Value) -> Value {
  let value = Value(allocateObject(Types.genericAlias, MemoryLayout<GenericAlias>.size))
  let alias = value.pointer(GenericAlias.self)
  alias.pointee.origin = retained(origin)
  alias.pointee.arguments = isTuple(item) ? retained(item) : makeTuple(item)
  return value
}

/// Body of `__class_getitem__` of the built-in generic types.
func classGetItem(_ selfValue: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  newGenericAlias(selfValue, args![0])
}

/// One argument of an alias or union as its repr shows it.
private func appendTypeArgument(_ text: inout StringBuilder, _ item: Value) -> Bool {
  if item == .ellipsis {
    text.append("...")
    return true
  }
  if typeOf(item) == Types.none {
    text.append("None")
    return true
  }
  if isType(item) {
    appendTypeName(&text, asType(item))
    return true
  }
  if typeOf(item) == Types.list {
    // The first argument of Callable.
    text.append("[")
    let list = item.pointer(MoltList.self)
    for index in 0..<list.pointee.length {
      if index > 0 { text.append(", ") }
      if !appendTypeArgument(&text, list.pointee.items[index]) { return false }
    }
    text.append("]")
    return true
  }
  return text.appendRepr(item)
}

private func aliasRepr(_ value: Value) -> Value {
  let alias = value.pointer(GenericAlias.self)
  var text = StringBuilder()
  if !appendTypeArgument(&text, alias.pointee.origin) {
    text.discard()
    return .null
  }
  text.append("[")
  let count = tupleCount(alias.pointee.arguments)
  for index in 0..<count {
    if index > 0 { text.append(", ") }
    if !appendTypeArgument(&text, tupleItems(alias.pointee.arguments)[index]) {
      text.discard()
      return .null
    }
  }
  if count == 0 { text.append("()") }
  text.append("]")
  return text.finish()
}

/// Attributes that belong to the alias; all others are those of its origin.
private func aliasGetAttribute(_ value: Value, _ name: Value) -> Value {
  let alias = value.pointer(GenericAlias.self)
  if name == Names.origin || name == Names.args || name == Names.parameters || name == Names.mroEntries
    || name == Names.`class` || name == Names.reduce || name == Names.reduceEx
  {
    return genericGetAttribute(value, name)
  }
  return getInternedAttribute(alias.pointee.origin, name)
}

private func aliasCall(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let result = callValue(value.pointer(GenericAlias.self).pointee.origin, args, count, names)
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

private func setUpAlias() {
  let type = Types.genericAlias
  setUpType(
    type, "types.GenericAlias", size: MemoryLayout<GenericAlias>.size,
    flags: UInt32(MOLT_TYPE_CONTAINER) | UInt32(MOLT_TYPE_BASE))
  type.pointee.weakOffset = UInt32(MemoryLayout<GenericAlias>.size - 8)
  type.pointee.destroy = { object in
    let alias = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: GenericAlias.self)
    if !alias.pointee.weak.isNull { clearWeakReferences(Value(object!)) }
    releaseIfBound(alias.pointee.origin)
    releaseIfBound(alias.pointee.arguments)
    releaseIfBound(alias.pointee.parameters)
    freeObject(object!, MemoryLayout<GenericAlias>.size)
  }
  type.pointee.traverse = { object, visit, context in
    let alias = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: GenericAlias.self)
    if !alias.pointee.origin.isNull { visit!(alias.pointee.origin, context) }
    if !alias.pointee.arguments.isNull { visit!(alias.pointee.arguments, context) }
    if !alias.pointee.parameters.isNull { visit!(alias.pointee.parameters, context) }
  }
  type.pointee.construct = { _, args, count, _ in
    if count != 2 {
      return raise(Exceptions.typeError) {
        $0.append("GenericAlias expected 2 arguments, got ")
        $0.append(int: Int(count))
      }
    }
    return newGenericAlias(args![0], args![1])
  }
  type.pointee.repr = { aliasRepr($0) }
  type.pointee.call = { aliasCall($0, $1, $2, $3) }
  type.pointee.getAttribute = { aliasGetAttribute($0, $1) }
  type.pointee.hash = { value in
    let alias = value.pointer(GenericAlias.self)
    let first = hashOf(alias.pointee.origin)
    if first == -1 && exceptionIsSet { return -1 }
    let second = hashOf(alias.pointee.arguments)
    if second == -1 && exceptionIsSet { return -1 }
    let mixed = first ^ second
    return mixed == -1 ? -2 : mixed
  }
  type.pointee.compare = { a, b, op in
    guard op == 2 || op == 3, typeOf(a) == Types.genericAlias, typeOf(b) == Types.genericAlias else {
      return .notImplemented
    }
    let left = a.pointer(GenericAlias.self)
    let right = b.pointer(GenericAlias.self)
    var same = equal(left.pointee.origin, right.pointee.origin)
    if same == 1 { same = equal(left.pointee.arguments, right.pointee.arguments) }
    return same < 0 ? .null : Value((same == 1) == (op == 2))
  }
  molt_type_binary_slot(type, Int(MOLT_OP_OR)).pointee = { unionOf($0, $1) }
  addGetter(type, "__origin__", { retained($0.pointer(GenericAlias.self).pointee.origin) })
  addGetter(type, "__args__", { retained($0.pointer(GenericAlias.self).pointee.arguments) })
  addGetter(
    type, "__parameters__",
    { value in
      let parameters = value.pointer(GenericAlias.self).pointee.parameters
      return parameters.isNull ? emptyTuple() : retained(parameters)
    })
  addMethod(
    type, "__mro_entries__", 1, 1,
    { selfValue, _, _, _ in
      makeTuple(selfValue.pointer(GenericAlias.self).pointee.origin)
    })
  addMethod(
    type, "__instancecheck__", 1, 1,
    { _, _, _, _ in
      raise(Exceptions.typeError, "isinstance() argument 2 cannot be a parameterized generic")
    })
  addMethod(
    type, "__subclasscheck__", 1, 1,
    { _, _, _, _ in
      raise(Exceptions.typeError, "issubclass() argument 2 cannot be a parameterized generic")
    })
  finishType(type)
}

// ---------------------------------------------------------------------------------------------------------------
// unions

private func isUnionable(_ value: Value) -> Bool {
  value.isNone || isType(value) || typeOf(value) == Types.genericAlias || typeOf(value) == Types.union
}

/// `a | b` of types: owned, NotImplemented where an operand is no type.
func unionOf(_ a: Value, _ b: Value) -> Value {
  if !isUnionable(a) || !isUnionable(b) { return .notImplemented }
  let members = newList()
  if !addUnionMembers(members, a) || !addUnionMembers(members, b) {
    release(members)
    return .null
  }
  let list = members.pointer(MoltList.self)
  if list.pointee.length == 1 {
    let only = retained(list.pointee.items[0])
    release(members)
    return only
  }
  let value = Value(allocateObject(Types.union, MemoryLayout<UnionType>.size))
  value.pointer(UnionType.self).pointee.arguments = makeTuple(list.pointee.items, list.pointee.length)
  release(members)
  return value
}

/// Adds a type, or the members of a union, where they are not there yet.
private func addUnionMembers(_ members: Value, _ item: Value) -> Bool {
  if typeOf(item) == Types.union {
    let arguments = item.pointer(UnionType.self).pointee.arguments
    for index in 0..<tupleCount(arguments) where !addUnionMembers(members, tupleItems(arguments)[index]) {
      return false
    }
    return true
  }
  let member = item.isNone ? Value(Types.none) : item
  let list = members.pointer(MoltList.self)
  for index in 0..<list.pointee.length {
    let same = equal(list.pointee.items[index], member)
    if same < 0 { return false }
    if same == 1 { return true }
  }
  listAppend(members, member)
  return true
}

private func unionRepr(_ value: Value) -> Value {
  let arguments = value.pointer(UnionType.self).pointee.arguments
  var text = StringBuilder()
  for index in 0..<tupleCount(arguments) {
    if index > 0 { text.append(" | ") }
    let item = tupleItems(arguments)[index]
    if item == Value(Types.none) {
      text.append("None")
    } else if !appendTypeArgument(&text, item) {
      text.discard()
      return .null
    }
  }
  return text.finish()
}

/// isinstance or issubclass against each member of a union: 1, 0 or -1.
func checkUnion(_ value: Value, _ union: Value, _ check: (Value, Value) -> Int32, _ name: StaticString) -> Int32 {
  let arguments = union.pointer(UnionType.self).pointee.arguments
  for index in 0..<tupleCount(arguments) where typeOf(tupleItems(arguments)[index]) == Types.genericAlias {
    return raiseStatus(Exceptions.typeError) {
      $0.append(name)
      $0.append("() argument 2 cannot be a parameterized generic")
    }
  }
  for index in 0..<tupleCount(arguments) {
    let result = check(value, tupleItems(arguments)[index])
    if result != 0 { return result }
  }
  return 0
}

private func setUpUnion() {
  let type = Types.union
  setUpType(type, "types.UnionType", size: MemoryLayout<UnionType>.size, flags: UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.destroy = { object in
    let union = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: UnionType.self)
    releaseIfBound(union.pointee.arguments)
    releaseIfBound(union.pointee.parameters)
    freeObject(object!, MemoryLayout<UnionType>.size)
  }
  type.pointee.traverse = { object, visit, context in
    let union = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: UnionType.self)
    if !union.pointee.arguments.isNull { visit!(union.pointee.arguments, context) }
  }
  type.pointee.repr = { unionRepr($0) }
  type.pointee.hash = { value in
    // Order does not matter.
    let arguments = value.pointer(UnionType.self).pointee.arguments
    var mixed: Int64 = 0
    for index in 0..<tupleCount(arguments) {
      let hash = hashOf(tupleItems(arguments)[index])
      if hash == -1 && exceptionIsSet { return -1 }
      mixed ^= hash &* 1_000_003
    }
    return mixed == -1 ? -2 : mixed
  }
  type.pointee.compare = { a, b, op in
    guard op == 2 || op == 3, typeOf(a) == Types.union, typeOf(b) == Types.union else { return .notImplemented }
    let left = a.pointer(UnionType.self).pointee.arguments
    let right = b.pointer(UnionType.self).pointee.arguments
    var same = tupleCount(left) == tupleCount(right)
    for index in 0..<tupleCount(left) where same {
      let found = contains(right, tupleItems(left)[index])
      if found < 0 { return .null }
      same = found == 1
    }
    return Value(same == (op == 2))
  }
  molt_type_binary_slot(type, Int(MOLT_OP_OR)).pointee = { unionOf($0, $1) }
  addGetter(type, "__args__", { retained($0.pointer(UnionType.self).pointee.arguments) })
  addGetter(type, "__parameters__", { _ in emptyTuple() })
  finishType(type)
}

func setUpGenericTypes() {
  setUpAlias()
  setUpUnion()
}
