import MoltABI

// `int | str` (types.UnionType). Follows Objects/unionobject.c.

struct UnionType {
  var header: MoltObject
  var arguments: Value  // tuple
  var parameters: Value  // tuple, null until asked for
}

/// The type of the values of `type` statements, once there can be any.
enum UnionMembers {
  static var typeAlias: TypePointer? = nil
}

private func isUnionable(_ value: Value) -> Bool {
  value.isNone || isType(value) || isGenericAlias(value) || typeOf(value) == Types.union
    || (UnionMembers.typeAlias != nil && typeOf(value) == UnionMembers.typeAlias)
}

/// `a | b` of types: owned, NotImplemented where an operand is no type.
func unionOf(_ a: Value, _ b: Value) -> Value {
  if !isUnionable(a) || !isUnionable(b) { return .notImplemented }
  let members = newList()
  if !addUnionMembers(members, a) || !addUnionMembers(members, b) {
    release(members)
    return .null
  }
  if listCount(members) == 1 {
    let only = retained(listItems(members)[0])
    release(members)
    return only
  }
  let value = Value(allocateObject(Types.union, MemoryLayout<UnionType>.size))
  value.pointer(UnionType.self).pointee.arguments = tupleOfList(members)
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
  for index in 0..<listCount(members) {
    let known = listItems(members)[index]
    if known == member { return true }
    if !isGenericAlias(known) || !isGenericAlias(member) { continue }
    let same = equal(known, member)
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

/// The members as a frozenset: owned, or null with an exception set.
private func memberSet(_ value: Value) -> Value {
  let set = newSet(ofType: Types.frozenset)
  let arguments = value.pointer(UnionType.self).pointee.arguments
  for index in 0..<tupleCount(arguments) where setAdd(set, tupleItems(arguments)[index]) < 0 {
    release(set)
    return .null
  }
  return set
}

private func unionParameters(_ value: Value) -> Value {
  let union = value.pointer(UnionType.self)
  if union.pointee.parameters.isNull {
    union.pointee.parameters = collectParameters(union.pointee.arguments)
    if union.pointee.parameters.isNull { return .null }
  }
  return union.pointee.parameters
}

private func unionGetItem(_ value: Value, _ item: Value) -> Value {
  let parameters = unionParameters(value)
  if parameters.isNull { return .null }
  let arguments = value.pointer(UnionType.self).pointee.arguments
  let replaced = substituteParameters(value, arguments, parameters, item)
  if replaced.isNull { return .null }
  var result = retained(tupleItems(replaced)[0])
  for index in 1..<tupleCount(replaced) {
    let next = binaryOperation(Int32(MOLT_OP_OR), result, tupleItems(replaced)[index])
    release(result)
    result = next
    if result.isNull { break }
  }
  release(replaced)
  return result
}

/// isinstance or issubclass against each member of a union, in their order: 1, 0 or -1.
func checkUnion(_ value: Value, _ union: Value, _ check: (Value, Value) -> Int32) -> Int32 {
  let arguments = union.pointer(UnionType.self).pointee.arguments
  for index in 0..<tupleCount(arguments) {
    let result = check(value, tupleItems(arguments)[index])
    if result != 0 { return result }
  }
  return 0
}

func setUpUnionType() {
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
    if !union.pointee.parameters.isNull { visit!(union.pointee.parameters, context) }
  }
  type.pointee.repr = { unionRepr($0) }
  type.pointee.hash = { value in
    let set = memberSet(value)
    if set.isNull { return -1 }
    let hash = hashOf(set)
    release(set)
    return hash
  }
  type.pointee.compare = { a, b, op in
    guard op == 2 || op == 3, typeOf(a) == Types.union, typeOf(b) == Types.union else { return .notImplemented }
    let left = memberSet(a)
    if left.isNull { return .null }
    let right = memberSet(b)
    let same = right.isNull ? -1 : equal(left, right)
    release(left)
    releaseIfBound(right)
    return same < 0 ? .null : Value((same == 1) == (op == 2))
  }
  type.pointee.getAttribute = { value, name in
    name == Names.module ? retained(typeOf(value).pointee.module) : genericGetAttribute(value, name)
  }
  type.pointee.getItem = { unionGetItem($0, $1) }
  molt_type_binary_slot(type, Int(MOLT_OP_OR)).pointee = { unionOf($0, $1) }
  addGetter(type, "__args__", { retained($0.pointer(UnionType.self).pointee.arguments) })
  addGetter(
    type, "__parameters__",
    {
      let parameters = unionParameters($0)
      return parameters.isNull ? .null : retained(parameters)
    })
  finishType(type)
  // The operator is the only way to make one.
  type.pointee.construct = nil
}
