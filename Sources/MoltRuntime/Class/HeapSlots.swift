import MoltABI

// The slots of classes that Python code defines: each calls the special method of its name. Follows the slot_tp_ and
// slot_nb_ functions of Objects/typeobject.c.

/// Calls a special method of `a` with up to two arguments. Null without an exception: there is none.
@inline(__always) private func special(_ name: Value, _ a: Value) -> Value {
  var arguments = (Value.null, a)
  return withArguments(&arguments, skip: 1) { callSpecial($0, 0, name) }
}

@inline(__always) private func special(_ name: Value, _ a: Value, _ b: Value) -> Value {
  var arguments = (Value.null, a, b)
  return withArguments(&arguments, skip: 1) { callSpecial($0, 1, name) }
}

@inline(__always) private func special(_ name: Value, _ a: Value, _ b: Value, _ c: Value) -> Value {
  var arguments = (Value.null, a, b, c)
  return withArguments(&arguments, skip: 1) { callSpecial($0, 2, name) }
}

/// A missing special method raises AttributeError with its name (`vectorcall_method`).
@inline(__always) private func required(_ result: Value, _ name: Value) -> Value {
  if result.isNull && !exceptionIsSet { raiseValue(Exceptions.attributeError, name) }
  return result
}

private func status(_ result: Value) -> Int32 {
  if result.isNull { return -1 }
  release(result)
  return 0
}

// --------------------------------------------------------------------------------------------------------------- unary

private func slotRepr(_ value: Value) -> Value {
  let result = special(Names.repr, value)
  return result.isNull && !exceptionIsSet ? objectRepr(value) : result
}

private func slotIterate(_ value: Value) -> Value {
  let method = lookupInType(typeOf(value), Names.iter)
  if method.isNone { return raiseTypeError("'", value, "' object is not iterable") }
  if method.isNull {
    if lookupInType(typeOf(value), Names.getitem).isNull {
      return raiseTypeError("'", value, "' object is not iterable")
    }
    return newSequenceIterator(value)
  }
  return special(Names.iter, value)
}

private func slotHash(_ value: Value) -> Int64 {
  let method = lookupInType(typeOf(value), Names.hash)
  if method.isNull || method.isNone { return hashNotImplemented(value) }
  let result = special(Names.hash, value)
  if result.isNull { return -1 }
  if !isInt(result) {
    release(result)
    raise(Exceptions.typeError, "__hash__ method should return an integer")
    return -1
  }
  var hash: Int64 = 0
  if !toInt64(result, &hash) { hash = hashOf(exactInt(result)) }
  release(result)
  return hash == -1 ? -2 : hash
}

private func slotTruth(_ value: Value) -> Int32 {
  let result = special(Names.bool, value)
  if result.isNull { return exceptionIsSet ? -1 : 1 }
  if result.isBool { return Int32(truncatingIfNeeded: result.bits & 1) }
  raise(Exceptions.typeError) {
    $0.append("__bool__ should return bool, returned ")
    $0.append(typeName(result))
  }
  release(result)
  return -1
}

private func slotLength(_ value: Value) -> Int {
  let result = required(special(Names.len, value), Names.len)
  if result.isNull { return -1 }
  let number = indexValue(result)
  release(result)
  if number.isNull { return -1 }
  var wide: Int64 = 0
  let isNegative = isNegativeInt(exactInt(number))
  let fits = toInt64(number, &wide) && wide <= Int64(Int.max)
  release(number)
  if fits && !isNegative { return Int(wide) }
  if isNegative {
    raise(Exceptions.valueError, "__len__() should return >= 0")
  } else {
    raise(Exceptions.overflowError, "cannot fit 'int' into an index-sized integer")
  }
  return -1
}

/// The slot of a unary special method, by the argument in MOLT_SLOT_DEFS.
private func unarySlot(_ argument: Int) -> MoltUnary {
  switch argument {
  case 0: return { slotRepr($0) }
  case 1:
    return {
      let text = special(Names.str, $0); return text.isNull && !exceptionIsSet ? objectRepr($0) : text
    }
  case 2: return { slotIterate($0) }
  case 3: return { required(special(Names.neg, $0), Names.neg) }
  case 4: return { required(special(Names.pos, $0), Names.pos) }
  case 5: return { required(special(Names.abs, $0), Names.abs) }
  case 6: return { required(special(Names.invert, $0), Names.invert) }
  case 7: return { required(special(Names.int, $0), Names.int) }
  case 8: return { required(special(Names.float, $0), Names.float) }
  case 9: return { required(special(Names.index, $0), Names.index) }
  case 10: return { required(special(Names.await, $0), Names.await) }
  case 11: return { required(special(Names.aiter, $0), Names.aiter) }
  default: return { required(special(Names.anext, $0), Names.anext) }
  }
}

// ---------------------------------------------------------------------------------------------------------- comparison

private func slotCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  let name: Value
  switch op {
  case 0: name = Names.lt
  case 1: name = Names.le
  case 2: name = Names.eq
  case 3: name = Names.ne
  case 4: name = Names.gt
  default: name = Names.ge
  }
  let method = lookupInType(typeOf(a), name)
  if !method.isNull && typeOf(method).pointee.flags & UInt32(MOLT_TYPE_METHOD_LIKE) != 0 {
    var arguments = (Value.null, a, b)
    retain(method)
    let isFunction = method.object.pointee.type == Types.function
    let result = withArguments(&arguments, skip: 1) {
      isFunction ? callFunction(method, $0, 2, .null) : callValue(method, $0, 2, .null)
    }
    release(method)
    return result
  }
  if method.isNone { return raise(Exceptions.typeError, "'NoneType' object is not callable") }
  if method.isNull { return .notImplemented }
  // As in CPython, a method that cannot be got is as good as none, whatever its descriptor raises.
  let bound = bind(method, a)
  if bound.isNull {
    clearException()
    return .notImplemented
  }
  let result = call1(bound, b)
  release(bound)
  return result
}

private func slotContains(_ value: Value, _ item: Value) -> Int32 {
  let method = lookupInType(typeOf(value), Names.contains)
  if method.isNone {
    raiseTypeError("'", value, "' object is not a container")
    return -1
  }
  let result = special(Names.contains, value, item)
  if result.isNull { return -1 }
  let truth = truthOf(result)
  release(result)
  return truth
}

// ------------------------------------------------------------------------------------------------------------
// operators

/// Names of the operators' methods, by MOLT_OP_ constant: found through the slot table.
@inline(__always) private func methodName(_ op: Int, _ kind: Int, _ powerKind: Int) -> Value {
  var index = 0
  while index < slotCount {
    let def = slotDef(index)
    if Int(def.pointee.argument) == op && (Int(def.pointee.kind) == kind || Int(def.pointee.kind) == powerKind) {
      return slotName(index)
    }
    index += 1
  }
  return .null
}

/// Method names by operator: plain, reflected and in-place. Filled in by `setUpHeapSlots`.
private var operatorNames: UnsafeMutablePointer<Value>! = nil

func setUpHeapSlots() {
  let count = Int(MOLT_OP_COUNT)
  let names = allocateRaw(3 * count * MemoryLayout<Value>.stride).assumingMemoryBound(to: Value.self)
  for op in 0..<count {
    names[op] = methodName(op, Int(MOLT_SLOT_BINARY), Int(MOLT_SLOT_POW))
    names[count + op] = methodName(op, Int(MOLT_SLOT_REFLECTED), Int(MOLT_SLOT_RPOW))
    names[2 * count + op] = methodName(op, Int(MOLT_SLOT_INPLACE), Int(MOLT_SLOT_INPLACE))
  }
  operatorNames = names
}

/// Null without an exception means NotImplemented here.
@inline(__always) private func orNotImplemented(_ result: Value) -> Value {
  result.isNull && !exceptionIsSet ? .notImplemented : result
}

/// Whether `other`'s class defines the reflected method differently from `value`'s (`method_is_overloaded`).
private func isOverloaded(_ value: Value, _ other: Value, _ name: Value) -> Int32 {
  let theirs = lookupInType(typeOf(other), name)
  if theirs.isNull { return 0 }
  let ours = lookupInType(typeOf(value), name)
  if ours.isNull { return 1 }
  return theirs == ours ? 0 : compareTruth(theirs, ours, 3)
}

/// The macro SLOT1BINFULL of typeobject.c: `own` is the slot function of this operator.
private func slotBinary(_ a: Value, _ b: Value, _ op: Int, _ own: MoltBinary) -> Value {
  let left = typeOf(a)
  let right = typeOf(b)
  let ownAddress = unsafeBitCast(own, to: Int.self)
  func isOurs(_ type: TypePointer) -> Bool {
    unsafeBitCast(molt_type_binary_slot(type, op).pointee, to: Int.self) == ownAddress
  }
  let plain = operatorNames[op]
  let reflected = operatorNames[Int(MOLT_OP_COUNT) + op]
  var tryRight = left != right && isOurs(right)
  if isOurs(left) {
    if tryRight && isSubtype(right, left) {
      let overloaded = isOverloaded(a, b, reflected)
      if overloaded < 0 { return .null }
      if overloaded == 1 {
        let result = orNotImplemented(special(reflected, b, a))
        if result != .notImplemented { return result }
        tryRight = false
      }
    }
    let result = orNotImplemented(special(plain, a, b))
    if result != .notImplemented || left == right { return result }
  }
  return tryRight ? orNotImplemented(special(reflected, b, a)) : .notImplemented
}

private func slotInPlace(_ a: Value, _ b: Value, _ op: Int) -> Value {
  orNotImplemented(special(operatorNames[2 * Int(MOLT_OP_COUNT) + op], a, b))
}

/// The slot of a binary operator: one function per operator, since a slot is not told which it is.
private func binarySlot(_ op: Int) -> MoltBinary {
  switch op {
  case 0: return { slotBinary($0, $1, 0, binarySlot(0)) }
  case 1: return { slotBinary($0, $1, 1, binarySlot(1)) }
  case 2: return { slotBinary($0, $1, 2, binarySlot(2)) }
  case 3: return { slotBinary($0, $1, 3, binarySlot(3)) }
  case 4: return { slotBinary($0, $1, 4, binarySlot(4)) }
  case 5: return { slotBinary($0, $1, 5, binarySlot(5)) }
  case 6: return { slotBinary($0, $1, 6, binarySlot(6)) }
  case 7: return { slotBinary($0, $1, 7, binarySlot(7)) }
  case 8: return { slotBinary($0, $1, 8, binarySlot(8)) }
  case 9: return { slotBinary($0, $1, 9, binarySlot(9)) }
  case 10: return { slotBinary($0, $1, 10, binarySlot(10)) }
  case 11: return { slotBinary($0, $1, 11, binarySlot(11)) }
  case 12: return { slotBinary($0, $1, 12, binarySlot(12)) }
  default: return { slotBinary($0, $1, 13, binarySlot(13)) }
  }
}

private func inPlaceSlot(_ op: Int) -> MoltBinary {
  switch op {
  case 0: return { slotInPlace($0, $1, 0) }
  case 1: return { slotInPlace($0, $1, 1) }
  case 2: return { slotInPlace($0, $1, 2) }
  case 3: return { slotInPlace($0, $1, 3) }
  case 4: return { slotInPlace($0, $1, 4) }
  case 5: return { slotInPlace($0, $1, 5) }
  case 6: return { slotInPlace($0, $1, 6) }
  case 7: return { slotInPlace($0, $1, 7) }
  case 8: return { slotInPlace($0, $1, 8) }
  case 9: return { slotInPlace($0, $1, 9) }
  case 10: return { slotInPlace($0, $1, 10) }
  case 11: return { slotInPlace($0, $1, 11) }
  default: return { slotInPlace($0, $1, 12) }
  }
}

// ----------------------------------------------------------------------------------------------------- attribute
// access

/// `slot_tp_getattr_hook`: `__getattribute__`, and `__getattr__` where that raises AttributeError.
private func slotGetAttribute(_ value: Value, _ name: Value) -> Value {
  let type = typeOf(value)
  let getter = lookupInType(type, Names.getattribute)
  // `__getattribute__` may take the other away.
  let hook = lookupInType(type, Names.getattr)
  if !hook.isNull { retain(hook) }
  defer { if !hook.isNull { release(hook) } }
  var result: Value
  if isObjectGetAttribute(getter) {
    result = genericLookup(value, type, name)
    if result.isNull && !exceptionIsSet && hook.isNull { return raiseNoAttribute(value, name) }
  } else {
    result = required(special(Names.getattribute, value, name), Names.getattribute)
  }
  if !result.isNull { return result }
  if hook.isNull {
    attachAttributeErrorContext(value, name)
    return .null
  }
  if exceptionIsSet {
    if !exceptionMatches(Exceptions.attributeError) { return .null }
    clearException()
  }
  let method = bind(hook, value)
  if method.isNull { return .null }
  result = call1(method, name)
  release(method)
  if result.isNull { attachAttributeErrorContext(value, name) }
  return result
}

/// Whether a `__getattribute__` found in a type is the one of `object`.
private func isObjectGetAttribute(_ value: Value) -> Bool {
  guard value.isObject, value.object.pointee.type == Types.wrapperDescriptor else { return false }
  return value.pointer(WrapperDescriptor.self).pointee.owner == Types.object
}

private func slotSetAttribute(_ value: Value, _ name: Value, _ item: Value) -> Int32 {
  item.isNull
    ? status(required(special(Names.delattr, value, name), Names.delattr))
    : status(required(special(Names.setattr, value, name, item), Names.setattr))
}

private func slotDescriptorGet(_ descriptor: Value, _ instance: Value, _ type: Value) -> Value {
  let method = lookupInType(typeOf(descriptor), Names.`get`)
  if method.isNull { return retained(descriptor) }
  return special(Names.`get`, descriptor, instance.isNull ? .none : instance, type.isNull ? .none : type)
}

private func slotDescriptorSet(_ descriptor: Value, _ instance: Value, _ item: Value) -> Int32 {
  item.isNull
    ? status(required(special(Names.delete, descriptor, instance), Names.delete))
    : status(required(special(Names.`set`, descriptor, instance, item), Names.`set`))
}

private func slotSetItem(_ value: Value, _ key: Value, _ item: Value) -> Int32 {
  item.isNull
    ? status(required(special(Names.delitem, value, key), Names.delitem))
    : status(required(special(Names.setitem, value, key, item), Names.setitem))
}

// ------------------------------------------------------------------------------------------------------ calls and
// birth

private func slotCall(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let method = lookupSpecial(value, Names.call)
  if method.isNull { return required(method, Names.call) }
  // What is called may be an object with `__call__` in turn.
  let result = checkRecursion(" while calling a Python object") ? callValue(method, args, count, names) : .null
  release(method)
  return result
}

/// Calls `__init__`; what it returns must be None.
func slotInitialize(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  let type = typeOf(value)
  let attribute = lookupInType(type, Names.init_)
  if attribute.isNull {
    raiseValue(Exceptions.attributeError, Names.init_)
    return -1
  }
  let result: Value
  if typeOf(attribute).pointee.flags & UInt32(MOLT_TYPE_METHOD_LIKE) != 0 {
    retain(attribute)
    result = callWithFirst(attribute, value, args, count, names)
    release(attribute)
  } else {
    let method = lookupSpecial(value, Names.init_)
    if method.isNull { return -1 }
    result = callValue(method, args, count, names)
    release(method)
  }
  if result.isNone { return 0 }
  if result.isNull { return -1 }
  raise(Exceptions.typeError) {
    $0.append("__init__() should return None, not '")
    $0.append(typeName(result))
    $0.append("'")
  }
  release(result)
  return -1
}

private func slotConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let function = getInternedAttribute(callee, Names.new)
  if function.isNull { return .null }
  let result = callWithFirst(function, callee, args, count, names)
  release(function)
  return result
}

// ------------------------------------------------------------------------------------------------------- choosing
// slots

@inline(__always) private func raw<T>(_ function: T) -> UnsafeMutableRawPointer {
  unsafeBitCast(function, to: UnsafeMutableRawPointer.self)
}

/// The function that a slot gets when Python code defines its special method.
/// None for + and * of sequences: a class has them as the operators of numbers.
private func genericSlot(_ def: UnsafePointer<MoltSlotDef>) -> UnsafeMutableRawPointer? {
  let argument = Int(def.pointee.argument)
  switch Int(def.pointee.kind) {
  case Int(MOLT_SLOT_UNARY): return raw(unarySlot(argument))
  case Int(MOLT_SLOT_NEXT): return raw({ required(special(Names.next, $0), Names.next) } as MoltUnary)
  case Int(MOLT_SLOT_HASH): return raw({ slotHash($0) } as MoltHash)
  case Int(MOLT_SLOT_CALL): return raw({ slotCall($0, $1, $2, $3) } as MoltCall)
  case Int(MOLT_SLOT_INIT): return raw({ slotInitialize($0, $1, $2, $3) } as MoltInit)
  case Int(MOLT_SLOT_GETATTRIBUTE), Int(MOLT_SLOT_GETATTR): return raw({ slotGetAttribute($0, $1) } as MoltBinary)
  case Int(MOLT_SLOT_SETATTR), Int(MOLT_SLOT_DELATTR): return raw(genericSetAttributeSlot)
  case Int(MOLT_SLOT_COMPARE): return raw({ slotCompare($0, $1, $2) } as MoltCompare)
  case Int(MOLT_SLOT_GET): return raw({ slotDescriptorGet($0, $1, $2) } as MoltTernary)
  case Int(MOLT_SLOT_SET), Int(MOLT_SLOT_DELETE): return raw({ slotDescriptorSet($0, $1, $2) } as MoltStore)
  case Int(MOLT_SLOT_BOOL): return raw({ slotTruth($0) } as MoltPredicate)
  case Int(MOLT_SLOT_LEN): return raw({ slotLength($0) } as MoltLength)
  case Int(MOLT_SLOT_GETITEM): return raw({ required(special(Names.getitem, $0, $1), Names.getitem) } as MoltBinary)
  case Int(MOLT_SLOT_SETITEM), Int(MOLT_SLOT_DELITEM): return raw({ slotSetItem($0, $1, $2) } as MoltStore)
  case Int(MOLT_SLOT_CONTAINS): return raw({ slotContains($0, $1) } as MoltBinaryPredicate)
  case Int(MOLT_SLOT_INPLACE): return raw(inPlaceSlot(argument))
  case Int(MOLT_SLOT_CONCAT), Int(MOLT_SLOT_REPEAT): return nil
  default: return raw(binarySlot(argument))
  }
}

/// Recomputes the slots of a heap type from its special methods. Definitions of one slot are adjacent in the table.
/// `only`: the name that changed, or null for all (`update_slot`, `fixup_slot_dispatchers`).
func updateSlots(_ type: TypePointer, only: Value = .null) {
  var index = 0
  while index < slotCount {
    let offset = Int(slotDef(index).pointee.offset)
    var end = index
    var concerned = only.isNull
    while end < slotCount && Int(slotDef(end).pointee.offset) == offset {
      if slotName(end) == only { concerned = true }
      end += 1
    }
    if concerned { updateSlot(type, index, end, offset) }
    index = end
  }
  if only.isNull || only == Names.new { updateConstruct(type) }
  if only.isNull || only == Names.del {
    if lookupInType(type, Names.del).isNull {
      type.pointee.flags &= ~UInt32(MOLT_TYPE_FINALIZER)
    } else {
      type.pointee.flags |= UInt32(MOLT_TYPE_FINALIZER)
      Endings.anywhere = true
    }
  }
  let getter = unsafeBitCast(type.pointee.getAttribute, to: Int.self)
  if getter == genericGetAttributeAddress {
    type.pointee.flags |= UInt32(MOLT_TYPE_PLAIN_GETATTR)
  } else {
    type.pointee.flags &= ~UInt32(MOLT_TYPE_PLAIN_GETATTR)
  }
}

/// `update_one_slot`: a built-in type's own function where every definition found is its wrapper, else the generic one.
private func updateSlot(_ type: TypePointer, _ start: Int, _ end: Int, _ offset: Int) {
  var specific: UnsafeMutableRawPointer? = nil
  var generic: UnsafeMutableRawPointer? = nil
  var useGeneric = false
  for index in start..<end {
    let def = slotDef(index)
    let attribute = lookupInType(type, slotName(index))
    if attribute.isNull {
      if Int(def.pointee.kind) == Int(MOLT_SLOT_NEXT) { specific = nil }
      continue
    }
    if attribute.isObject && attribute.object.pointee.type == Types.wrapperDescriptor
      && slotName(attribute.pointer(WrapperDescriptor.self).pointee.slot) == slotName(index)
      && isSubtype(type, attribute.pointer(WrapperDescriptor.self).pointee.owner)
    {
      let wrapper = attribute.pointer(WrapperDescriptor.self)
      // The other slot of this name is where the type inherits the function; this one would only be a way around to it
      // (`resolve_slotdups`).
      if wrapper.pointee.slot == index { generic = genericSlot(def) }
      let function = typeSlot(wrapper.pointee.owner, Int(slotDef(wrapper.pointee.slot).pointee.offset)).pointee
      if (specific == nil || specific == function) && isCalledAlike(wrapper.pointee.slot, index) {
        specific = function
      } else {
        useGeneric = true
      }
      continue
    }
    generic = genericSlot(def)
    if attribute.isNone && Int(def.pointee.kind) == Int(MOLT_SLOT_HASH) {
      specific = raw({ hashNotImplemented($0) } as MoltHash)
    } else if let found = nativeSlot(type, attribute, index, offset) {
      // A method of a built-in type that is written as a method rather than derived from its slot.
      if specific == nil || specific == found { specific = found } else { useGeneric = true }
    } else {
      useGeneric = true
    }
  }
  typeSlot(type, offset).pointee = useGeneric ? generic : specific
}

/// What stands in `setAttribute` of classes whose Python code defines `__setattr__` or `__delattr__`.
var genericSetAttributeSlot: MoltStore { { slotSetAttribute($0, $1, $2) } }

/// Whether one function can stand in both slots, because both are called as `function(self, other)` for the method.
private func isCalledAlike(_ one: Int, _ other: Int) -> Bool {
  if one == other { return true }
  func isPlain(_ index: Int) -> Bool {
    let kind = Int(slotDef(index).pointee.kind)
    return kind == Int(MOLT_SLOT_INPLACE) || kind == Int(MOLT_SLOT_CONCAT)
  }
  return isPlain(one) && isPlain(other)
}

/// The slot of the built-in type that a method descriptor belongs to, when the descriptor is what that type's
/// dictionary has under the slot's name.
private func nativeSlot(_ type: TypePointer, _ attribute: Value, _ index: Int, _ offset: Int)
  -> UnsafeMutableRawPointer?
{
  guard attribute.isObject, attribute.object.pointee.type == Types.methodDescriptor,
    let owner = attribute.pointer(MethodDescriptor.self).pointee.native.pointee.owner,
    isSubtype(type, owner), dictGetName(owner.pointee.dict, slotName(index)) == attribute
  else { return nil }
  return typeSlot(owner, offset).pointee
}

private func updateConstruct(_ type: TypePointer) {
  let attribute = lookupInType(type, Names.new)
  if isConstructWrapper(attribute) {
    type.pointee.construct = asType(attribute.pointer(BuiltinFunction.self).pointee.selfValue).pointee.construct
  } else {
    type.pointee.construct = genericConstruct
  }
}

/// The constructor of classes with a Python `__new__`.
var genericConstruct: MoltCall { { slotConstruct($0, $1, $2, $3) } }
