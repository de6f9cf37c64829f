import MoltABI

// `super`. Follows super_getattro and its relatives in Objects/typeobject.c.

struct SuperObject {
  var header: MoltObject
  var type: Value  // the class behind which the search starts; null until `__init__` ran
  var object: Value  // null: unbound
  var objectType: Value  // the class whose order is searched; null: unbound
}

@inline(__always) private func fields(_ value: Value) -> UnsafeMutablePointer<SuperObject> {
  value.pointer(SuperObject.self)
}

/// The class whose method resolution order applies to `super(type, object)`, borrowed from the object; nil with an
/// exception set (`supercheck`).
private func superCheck(_ type: TypePointer, _ object: Value) -> TypePointer? {
  if isType(object) && isSubtype(asType(object), type) { return asType(object) }
  let own = typeOf(object)
  if isSubtype(own, type) { return own }
  let claimed = getAttributeOrNull(object, Names.`class`)
  if exceptionIsSet { return nil }
  if !claimed.isNull {
    let fits = isType(claimed) && asType(claimed) != own && isSubtype(asType(claimed), type)
    release(claimed)
    if fits { return asType(claimed) }
  }
  raise(Exceptions.typeError, "super(type, obj): obj must be an instance or subtype of type")
  return nil
}

private func newSuper(_ type: TypePointer, _ object: Value, _ objectType: TypePointer) -> Value {
  let value = Value(allocateObject(Types.super, MemoryLayout<SuperObject>.size))
  fields(value).pointee.type = retained(Value(type))
  fields(value).pointee.object = retained(object)
  fields(value).pointee.objectType = retained(Value(objectType))
  return value
}

/// Zero-argument super(): what the name `super` means there, the class of the method (null: not made yet, None: the
/// function is in no class), the method's first argument.
@c(molt_super) func molt_super(_ name: Value, _ type: Value, _ first: Value) -> Value {
  if name != Value(Types.super) { return call0(name) }
  if type.isNone { return raise(Exceptions.runtimeError, "super(): __class__ cell not found") }
  if type.isNull { return raise(Exceptions.runtimeError, "super(): empty __class__ cell") }
  if first.isNull { return raise(Exceptions.runtimeError, "super(): arg[0] deleted") }
  if !isType(type) { return raiseTypeError("super(): __class__ is not a type (", type, ")") }
  guard let objectType = superCheck(asType(type), first) else { return .null }
  return newSuper(asType(type), first, objectType)
}

private func superInit(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  if !names.isNull && tupleCount(names) > 0 {
    return raiseStatus(Exceptions.typeError, "super() takes no keyword arguments")
  }
  if count > 2 {
    return raiseStatus(Exceptions.typeError) {
      $0.append("super expected at most 2 arguments, got ")
      $0.append(int: Int(count))
    }
  }
  // In a function with parameters compiled code calls molt_super instead.
  if count == 0 { return raiseStatus(Exceptions.runtimeError, "super(): no arguments") }
  guard isType(args![0]) else {
    raiseTypeError("super() argument 1 must be a type, not ", args![0], "")
    return -1
  }
  let type = asType(args![0])
  let object = count == 2 && !args![1].isNone ? args![1] : Value.null
  var objectType: TypePointer? = nil
  if !object.isNull {
    objectType = superCheck(type, object)
    if objectType == nil { return -1 }
  }
  let own = fields(value)
  replace(&own.pointee.type, with: retained(args![0]))
  replace(&own.pointee.object, with: object.isNull ? .null : retained(object))
  replace(&own.pointee.objectType, with: objectType.map { retained(Value($0)) } ?? .null)
  return 0
}

/// The attribute behind the class in the object's order, not bound: borrowed, null if absent.
func superSearch(_ value: Value, _ name: Value) -> Value {
  let own = fields(value)
  if own.pointee.objectType.isNull || name == Names.`class` { return .null }
  let mro = asType(own.pointee.objectType).pointee.mro
  if mro.isNull { return .null }
  let items = tupleItems(mro)
  let count = tupleCount(mro)
  var index = 0
  while index < count && items[index] != own.pointee.type { index += 1 }
  index += 1
  while index < count {
    let attribute = dictGetName(asType(items[index]).pointee.dict, name)
    if !attribute.isNull { return attribute }
    index += 1
  }
  return .null
}

/// What super's methods get as self: null for an attribute of a class seen through itself.
@inline(__always) func superReceiver(_ value: Value) -> Value {
  let own = fields(value)
  return own.pointee.object == own.pointee.objectType ? .null : own.pointee.object
}

private func superGetAttribute(_ value: Value, _ name: Value) -> Value {
  let attribute = superSearch(value, name)
  if attribute.isNull { return genericGetAttribute(value, name) }
  guard let get = typeOf(attribute).pointee.descriptorGet else { return retained(attribute) }
  retain(attribute)
  let result = get(attribute, superReceiver(value), fields(value).pointee.objectType)
  release(attribute)
  return result
}

private func superRepr(_ value: Value) -> Value {
  let own = fields(value)
  var text = StringBuilder()
  text.append("<super: <class '")
  if own.pointee.type.isNull { text.append("NULL") } else { text.append(asType(own.pointee.type).pointee.name) }
  text.append("'>, ")
  if own.pointee.objectType.isNull {
    text.append("NULL>")
  } else {
    text.append("<")
    text.append(asType(own.pointee.objectType).pointee.name)
    text.append(" object>>")
  }
  return text.finish()
}

func setUpSuperType() {
  let type = Types.super
  setUpType(
    type, "super", size: MemoryLayout<SuperObject>.size, flags: UInt32(MOLT_TYPE_BASE) | UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.destroy = { object in
    let own = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: SuperObject.self)
    releaseIfBound(own.pointee.object)
    releaseIfBound(own.pointee.type)
    releaseIfBound(own.pointee.objectType)
    freeObject(object!, MemoryLayout<SuperObject>.size)
  }
  type.pointee.traverse = { object, visit, context in
    let own = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: SuperObject.self)
    if !own.pointee.object.isNull { visit!(own.pointee.object, context) }
    if !own.pointee.type.isNull { visit!(own.pointee.type, context) }
    if !own.pointee.objectType.isNull { visit!(own.pointee.objectType, context) }
  }
  type.pointee.construct = { callee, _, _, _ in
    Value(allocateObject(asType(callee), Int(asType(callee).pointee.basicSize)))
  }
  type.pointee.initialize = { superInit($0, $1, $2, $3) }
  type.pointee.getAttribute = { superGetAttribute($0, $1) }
  type.pointee.repr = { superRepr($0) }
  type.pointee.descriptorGet = { value, instance, _ in
    let own = fields(value)
    if instance.isNull || instance.isNone || !own.pointee.object.isNull { return retained(value) }
    if typeOf(value) != Types.super { return call2(Value(typeOf(value)), own.pointee.type, instance) }
    guard let objectType = superCheck(asType(own.pointee.type), instance) else { return .null }
    return newSuper(asType(own.pointee.type), instance, objectType)
  }
  addMember(type, "__thisclass__", { optional(fields($0).pointee.type) })
  addMember(type, "__self__", { optional(fields($0).pointee.object) })
  addMember(type, "__self_class__", { optional(fields($0).pointee.objectType) })
  finishType(type)
}
