import MoltABI

// The slots of built-in types as Python methods: `int.__add__` is a wrapper descriptor, `(1).__add__` a method-wrapper.
// Follows the wrap_ functions of Objects/typeobject.c and Objects/descrobject.c.

struct WrapperDescriptor {
  var header: MoltObject
  var owner: TypePointer
  var slot: Int  // index into molt_slot_defs
}

struct MethodWrapper {
  var header: MoltObject
  var descriptor: Value
  var selfValue: Value
}

@inline(__always) func slotDef(_ index: Int) -> UnsafePointer<MoltSlotDef> { molt_slot_def(index) }
@inline(__always) func slotName(_ index: Int) -> Value { molt_slot_name(index).pointee }
@inline(__always) var slotCount: Int { Int(MOLT_SLOT_COUNT) }

/// Puts wrappers of the slots that a built-in type fills itself into its dictionary, unless a method has the name.
func addSlotWrappers(_ type: TypePointer) {
  var index = 0
  while index < slotCount {
    let def = slotDef(index)
    let kind = Int(def.pointee.kind)
    if typeSlot(type, Int(def.pointee.offset)).pointee != nil && kind != Int(MOLT_SLOT_GETATTR)
      && !(kind == Int(MOLT_SLOT_BOOL) && type.pointee.concat != nil)
      && dictGetName(type.pointee.dict, slotName(index)).isNull
    {
      let value = Value(allocateObject(Types.wrapperDescriptor, MemoryLayout<WrapperDescriptor>.size))
      value.pointer(WrapperDescriptor.self).pointee.owner = type
      value.pointer(WrapperDescriptor.self).pointee.slot = index
      addTypeAttribute(type, slotName(index), value)
    }
    index += 1
  }
  if type.pointee.compare != nil && type.pointee.hash == nil && dictGetName(type.pointee.dict, Names.hash).isNull {
    addTypeAttribute(type, Names.hash, .none)
  }
  if type.pointee.construct != nil && dictGetName(type.pointee.dict, Names.new).isNull {
    let native = newNative(type, "__new__", 0, -1, { constructWrapper($0, $1, $2, $3) }, nil)
    addTypeAttribute(type, Names.new, newBuiltin(native, self: Value(type), module: .null))
  }
}

/// Whether a value is the `__new__` that `addSlotWrappers` made; its type is the value's self.
func isConstructWrapper(_ value: Value) -> Bool {
  guard value.isObject, !value.isNull, value.object.pointee.type == Types.builtin else { return false }
  let function = value.pointer(BuiltinFunction.self)
  return function.pointee.native.pointee.name == Names.new && isType(function.pointee.selfValue)
}

/// `T.__new__(cls, …)` of a built-in type T (`tp_new_wrapper`).
private func constructWrapper(_ selfValue: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let owner = asType(selfValue)
  guard count > 0, let args else {
    return raise(Exceptions.typeError) {
      $0.append(shownName(owner))
      $0.append(".__new__(): not enough arguments")
    }
  }
  guard isType(args[0]) else {
    return raise(Exceptions.typeError) {
      $0.append(shownName(owner))
      $0.append(".__new__(X): X is not a type object (")
      $0.append(typeName(args[0]))
      $0.append(")")
    }
  }
  let type = asType(args[0])
  if !isSubtype(type, owner) {
    return raise(Exceptions.typeError) {
      $0.append(shownName(owner))
      $0.append(".__new__(")
      $0.append(shownName(type))
      $0.append("): ")
      $0.append(shownName(type))
      $0.append(" is not a subtype of ")
      $0.append(shownName(owner))
    }
  }
  // The nearest base without a Python `__new__` has to be built by its own constructor.
  var native = type
  while let own = native.pointee.construct,
    unsafeBitCast(own, to: Int.self) == unsafeBitCast(genericConstruct, to: Int.self), let base = native.pointee.base
  {
    native = base
  }
  if let own = native.pointee.construct, let wanted = owner.pointee.construct,
    unsafeBitCast(own, to: Int.self) != unsafeBitCast(wanted, to: Int.self)
  {
    return raise(Exceptions.typeError) {
      $0.append(shownName(owner))
      $0.append(".__new__(")
      $0.append(shownName(type))
      $0.append(") is not safe, use ")
      $0.append(native.pointee.name)
      $0.append(".__new__()")
    }
  }
  return owner.pointee.construct!(args[0], args + 1, count - 1, names)
}

/// The nearest base (or the type itself) that is not a heap type.
@inline(__always) func nativeType(_ type: TypePointer) -> TypePointer {
  type.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 ? type.pointee.nativeBase : type
}

// ------------------------------------------------------------------------------------------------------------- calling

private func slotFunction<T>(_ owner: TypePointer, _ offset: UInt16, as type: T.Type) -> T {
  unsafeBitCast(typeSlot(owner, Int(offset)).pointee, to: type)
}

private func checkCount(_ count: Int32, _ wanted: Int32) -> Bool {
  if count == wanted { return true }
  raise(Exceptions.typeError) {
    // Two arguments are unpacked by a function that has no name to begin the message with.
    $0.append(wanted == 2 ? " expected " : "expected ")
    $0.append(int: Int(wanted))
    $0.append(wanted == 1 ? " argument, got " : " arguments, got ")
    $0.append(int: Int(count))
  }
  return false
}

@inline(__always) private func isSame(_ a: MoltStore?, _ b: MoltStore?) -> Bool {
  unsafeBitCast(a, to: Int.self) == unsafeBitCast(b, to: Int.self)
}

/// Whether `__setattr__` or `__delattr__` of a built-in type may be called for an object: not if a built-in type between
/// that and the object's has its own, which guards the attributes. TypeError is set otherwise (`hackcheck`).
private func mayStore(_ value: Value, _ function: MoltStore, _ method: Value) -> Bool {
  let type = typeOf(value)
  let items = tupleItems(type.pointee.mro)
  let own = type.pointee.setAttribute
  // The base whose function the type has; classes of Python code never bring one themselves.
  var definer: TypePointer? = type
  for index in (0..<tupleCount(type.pointee.mro)).reversed() {
    let base = asType(items[index])
    if !isSame(base.pointee.setAttribute, genericSetAttributeSlot) && isSame(base.pointee.setAttribute, own) {
      definer = base
      break
    }
  }
  while let base = definer, base != Types.module {
    if isSame(base.pointee.setAttribute, function) { return true }
    if !isSame(base.pointee.setAttribute, genericSetAttributeSlot) {
      raise(Exceptions.typeError) {
        $0.append("can't apply this ")
        $0.append(method)
        $0.append(" to ")
        $0.append(type.pointee.name)
        $0.append(" object")
      }
      return false
    }
    definer = base.pointee.base
  }
  return true
}

/// Whose function accesses an object's attributes in the name of `owner`: for `object` that of modules, whose attributes
/// lie elsewhere than those of other objects.
private func attributeOwner(_ owner: TypePointer, _ value: Value) -> TypePointer {
  owner == Types.object && isInstance(value, Types.module) ? Types.module : owner
}

/// Calls a slot as the method that it is in Python. `args` are those behind self.
func callSlot(
  _ owner: TypePointer, _ index: Int, _ selfValue: Value, _ args: Arguments?, _ count: Int32, _ names: Value
) -> Value {
  let def = slotDef(index)
  let offset = def.pointee.offset
  let kind = UInt32(def.pointee.kind)
  let argument = Int32(def.pointee.argument)
  if kind == UInt32(MOLT_SLOT_CALL) {
    return slotFunction(owner, offset, as: MoltCall.self)(selfValue, args, count, names)
  }
  if kind == UInt32(MOLT_SLOT_INIT) {
    let status = slotFunction(owner, offset, as: MoltInit.self)(selfValue, args, count, names)
    return status < 0 ? .null : .none
  }
  if !names.isNull && tupleCount(names) > 0 {
    return raise(Exceptions.typeError) {
      $0.append("wrapper ")
      $0.append(slotName(index))
      $0.append("() takes no keyword arguments")
    }
  }
  switch kind {
  case UInt32(MOLT_SLOT_UNARY):
    return checkCount(count, 0) ? slotFunction(owner, offset, as: MoltUnary.self)(selfValue) : .null
  case UInt32(MOLT_SLOT_NEXT):
    if !checkCount(count, 0) { return .null }
    let item = slotFunction(owner, offset, as: MoltUnary.self)(selfValue)
    if item.isNull && !exceptionIsSet { return raiseStopIteration(.null) }
    return item
  case UInt32(MOLT_SLOT_HASH):
    if !checkCount(count, 0) { return .null }
    let hash = slotFunction(owner, offset, as: MoltHash.self)(selfValue)
    return hash == -1 && exceptionIsSet ? .null : makeInt(hash)
  case UInt32(MOLT_SLOT_BOOL):
    if !checkCount(count, 0) { return .null }
    let truth = slotFunction(owner, offset, as: MoltPredicate.self)(selfValue)
    return truth < 0 ? .null : Value(truth != 0)
  case UInt32(MOLT_SLOT_LEN):
    if !checkCount(count, 0) { return .null }
    let length = slotFunction(owner, offset, as: MoltLength.self)(selfValue)
    return length < 0 ? .null : makeInt(length)
  case UInt32(MOLT_SLOT_GETATTRIBUTE):
    if !checkCount(count, 1) { return .null }
    guard isStr(args![0]) else { return raiseTypeError("attribute name must be string, not '", args![0], "'") }
    let name = intern(args![0])
    let result = slotFunction(attributeOwner(owner, selfValue), offset, as: MoltBinary.self)(selfValue, name)
    release(name)
    return result
  case UInt32(MOLT_SLOT_SETATTR), UInt32(MOLT_SLOT_DELATTR):
    let deletes = kind == UInt32(MOLT_SLOT_DELATTR)
    if !checkCount(count, deletes ? 1 : 2) { return .null }
    if !mayStore(selfValue, slotFunction(owner, offset, as: MoltStore.self), slotName(index)) { return .null }
    guard isStr(args![0]) else { return raiseTypeError("attribute name must be string, not '", args![0], "'") }
    let name = intern(args![0])
    let store = slotFunction(attributeOwner(owner, selfValue), offset, as: MoltStore.self)
    let status = store(selfValue, name, deletes ? .null : args![1])
    release(name)
    return status < 0 ? .null : .none
  case UInt32(MOLT_SLOT_COMPARE):
    return checkCount(count, 1)
      ? slotFunction(owner, offset, as: MoltCompare.self)(selfValue, args![0], argument) : .null
  case UInt32(MOLT_SLOT_GET):
    if count < 1 || count > 2 {
      return raise(Exceptions.typeError) {
        $0.append(count < 1 ? " expected at least 1 argument, got " : " expected at most 2 arguments, got ")
        $0.append(int: Int(count))
      }
    }
    let instance = args![0].isNone ? Value.null : args![0]
    let type = count < 2 || args![1].isNone ? Value.null : args![1]
    if instance.isNull && type.isNull { return raise(Exceptions.typeError, "__get__(None, None) is invalid") }
    return slotFunction(owner, offset, as: MoltTernary.self)(selfValue, instance, type)
  case UInt32(MOLT_SLOT_SET), UInt32(MOLT_SLOT_SETITEM):
    if !checkCount(count, 2) { return .null }
    return slotFunction(owner, offset, as: MoltStore.self)(selfValue, args![0], args![1]) < 0 ? .null : .none
  case UInt32(MOLT_SLOT_DELETE), UInt32(MOLT_SLOT_DELITEM):
    if !checkCount(count, 1) { return .null }
    return slotFunction(owner, offset, as: MoltStore.self)(selfValue, args![0], .null) < 0 ? .null : .none
  case UInt32(MOLT_SLOT_CONTAINS):
    if !checkCount(count, 1) { return .null }
    let found = slotFunction(owner, offset, as: MoltBinaryPredicate.self)(selfValue, args![0])
    return found < 0 ? .null : Value(found != 0)
  case UInt32(MOLT_SLOT_REFLECTED):
    return checkCount(count, 1) ? slotFunction(owner, offset, as: MoltBinary.self)(args![0], selfValue) : .null
  case UInt32(MOLT_SLOT_POW), UInt32(MOLT_SLOT_RPOW):
    if count < 1 || count > 2 { return checkCount(count, 1) ? .null : .null }
    if count == 2 && !args![1].isNone {
      return kind == UInt32(MOLT_SLOT_POW) ? powModulo(selfValue, args![0], args![1]) : .notImplemented
    }
    let power = slotFunction(owner, offset, as: MoltBinary.self)
    return kind == UInt32(MOLT_SLOT_POW) ? power(selfValue, args![0]) : power(args![0], selfValue)
  case UInt32(MOLT_SLOT_REPEAT):
    var times = 0
    if !checkCount(count, 1) || !exactIndex(args![0], &times) { return .null }
    return slotFunction(owner, offset, as: MoltRepeat.self)(selfValue, times)
  default:  // GETITEM, BINARY, INPLACE, CONCAT
    return checkCount(count, 1) ? slotFunction(owner, offset, as: MoltBinary.self)(selfValue, args![0]) : .null
  }
}

// --------------------------------------------------------------------------------------------------------------- types

private func callWrapperDescriptor(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let wrapper = callee.pointer(WrapperDescriptor.self)
  let owner = wrapper.pointee.owner
  guard count > 0, let args else {
    return raise(Exceptions.typeError) {
      $0.append("descriptor '")
      $0.append(slotName(wrapper.pointee.slot))
      $0.append("' of '")
      $0.append(shownName(owner))
      $0.append("' object needs an argument")
    }
  }
  if !isInstance(args[0], owner) {
    return raise(Exceptions.typeError) {
      $0.append("descriptor '")
      $0.append(slotName(wrapper.pointee.slot))
      $0.append("' requires a '")
      $0.append(shownName(owner))
      $0.append("' object but received a '")
      $0.append(typeName(args[0]))
      $0.append("'")
    }
  }
  return callSlot(owner, wrapper.pointee.slot, args[0], args + 1, count - 1, names)
}

func setUpSlotWrapperTypes() {
  let descriptor = Types.wrapperDescriptor
  setUpType(
    descriptor, "wrapper_descriptor", size: MemoryLayout<WrapperDescriptor>.size, flags: UInt32(MOLT_TYPE_METHOD_LIKE))
  descriptor.pointee.destroy = { freeObject($0!, MemoryLayout<WrapperDescriptor>.size) }
  descriptor.pointee.call = { callWrapperDescriptor($0, $1, $2, $3) }
  descriptor.pointee.descriptorGet = { descriptor, instance, _ in
    if instance.isNull { return retained(descriptor) }
    let wrapper = descriptor.pointer(WrapperDescriptor.self)
    if !isInstance(instance, wrapper.pointee.owner) {
      return raiseWrongReceiver(slotName(wrapper.pointee.slot), wrapper.pointee.owner, instance)
    }
    let value = Value(allocateObject(Types.methodWrapper, MemoryLayout<MethodWrapper>.size))
    value.pointer(MethodWrapper.self).pointee.descriptor = retained(descriptor)
    value.pointer(MethodWrapper.self).pointee.selfValue = retained(instance)
    return value
  }
  descriptor.pointee.repr = {
    let wrapper = $0.pointer(WrapperDescriptor.self)
    return descriptorRepr("slot wrapper", slotName(wrapper.pointee.slot), wrapper.pointee.owner)
  }
  addMember(descriptor, "__name__", { retained(slotName($0.pointer(WrapperDescriptor.self).pointee.slot)) })
  addGetter(descriptor, "__qualname__", { wrapperQualname($0) })
  addMember(
    descriptor, "__objclass__",
    {
      retained(Value(UnsafeMutablePointer($0.pointer(WrapperDescriptor.self).pointee.owner)))
    })
  addGetter(descriptor, "__doc__", { _ in .none })
  finishType(descriptor)

  let method = Types.methodWrapper
  setUpType(method, "method-wrapper", size: MemoryLayout<MethodWrapper>.size, flags: UInt32(MOLT_TYPE_CONTAINER))
  method.pointee.destroy = {
    let wrapper = UnsafeMutableRawPointer($0!).assumingMemoryBound(to: MethodWrapper.self)
    releaseIfBound(wrapper.pointee.selfValue)
    releaseIfBound(wrapper.pointee.descriptor)
    freeObject($0!, MemoryLayout<MethodWrapper>.size)
  }
  method.pointee.traverse = { object, visit, context in
    let wrapper = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MethodWrapper.self)
    if !wrapper.pointee.selfValue.isNull { visit!(wrapper.pointee.selfValue, context) }
    if !wrapper.pointee.descriptor.isNull { visit!(wrapper.pointee.descriptor, context) }
  }
  method.pointee.call = { callee, args, count, names in
    let wrapper = callee.pointer(MethodWrapper.self)
    let descriptor = wrapper.pointee.descriptor.pointer(WrapperDescriptor.self)
    return callSlot(descriptor.pointee.owner, descriptor.pointee.slot, wrapper.pointee.selfValue, args, count, names)
  }
  method.pointee.repr = {
    let wrapper = $0.pointer(MethodWrapper.self)
    var text = StringBuilder()
    text.append("<method-wrapper '")
    text.append(slotName(wrapper.pointee.descriptor.pointer(WrapperDescriptor.self).pointee.slot))
    text.append("' of ")
    text.append(typeName(wrapper.pointee.selfValue))
    text.append(" object at ")
    appendAddress(&text, wrapper.pointee.selfValue)
    text.append(">")
    return text.finish()
  }
  method.pointee.compare = { a, b, op in
    guard op == 2 || op == 3, typeOf(a) == Types.methodWrapper, typeOf(b) == Types.methodWrapper else {
      return .notImplemented
    }
    let left = a.pointer(MethodWrapper.self)
    let right = b.pointer(MethodWrapper.self)
    let same =
      left.pointee.descriptor == right.pointee.descriptor && left.pointee.selfValue == right.pointee.selfValue
    return Value(same == (op == 2))
  }
  method.pointee.hash = {
    let wrapper = $0.pointer(MethodWrapper.self)
    let hash = Int64(bitPattern: (wrapper.pointee.selfValue.bits ^ wrapper.pointee.descriptor.bits) >> 4)
    return hash == -1 ? -2 : hash
  }
  addGetter(method, "__self__", { retained($0.pointer(MethodWrapper.self).pointee.selfValue) })
  addGetter(
    method, "__name__",
    {
      retained(slotName($0.pointer(MethodWrapper.self).pointee.descriptor.pointer(WrapperDescriptor.self).pointee.slot))
    })
  addGetter(method, "__qualname__", { wrapperQualname($0.pointer(MethodWrapper.self).pointee.descriptor) })
  addGetter(
    method, "__objclass__",
    {
      retained(
        Value(
          UnsafeMutablePointer(
            $0.pointer(MethodWrapper.self).pointee.descriptor.pointer(WrapperDescriptor.self).pointee.owner)))
    })
  addGetter(method, "__doc__", { _ in .none })
  finishType(method)
}

private func wrapperQualname(_ value: Value) -> Value {
  let wrapper = value.pointer(WrapperDescriptor.self)
  var text = StringBuilder()
  text.append(wrapper.pointee.owner.pointee.qualname)
  text.append(".")
  text.append(slotName(wrapper.pointee.slot))
  return text.finish()
}
