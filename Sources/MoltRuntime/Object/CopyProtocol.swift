import MoltABI

// What copy and pickle ask of every object: `__getstate__`, `__reduce__` and `__reduce_ex__` of `object`. Follows
// object_getstate_default and reduce_newobj of Objects/typeobject.c.

/// Names of the `__slots__` members of a class and its bases, as an owned list (`copyreg._slotnames`): what the class says
/// itself in `__slotnames__` comes first.
private func memberNames(_ type: TypePointer) -> Value {
  let known = dictGetName(type.pointee.dict, intern("__slotnames__"))
  if !known.isNull && isList(known) { return makeList(listItems(known), listCount(known)) }
  let list = newList()
  let mro = type.pointee.mro
  for index in 0..<tupleCount(mro) {
    let owner = asType(tupleItems(mro)[index])
    let slots = dictGetName(owner.pointee.dict, Names.slots)
    if slots.isNull { continue }
    let names = isStr(slots) ? makeTuple(slots) : tupleOf(slots)
    if names.isNull {
      release(list)
      return .null
    }
    for position in 0..<tupleCount(names) {
      let name = tupleItems(names)[position]
      if !isStr(name) || stringsEqual(name, Names.dict) || stringsEqual(name, Names.weakref) { continue }
      let mangled = mangle(owner.pointee.name, name)
      listAppend(list, mangled)
      release(mangled)
    }
    release(names)
  }
  return list
}

/// Whether everything that an instance of the type consists of is in its attributes.
private func hasOnlyAttributes(_ type: TypePointer) -> Bool {
  let native = type.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 ? type.pointee.nativeBase! : type
  return native == Types.object || native.pointee.basicSize == Types.object.pointee.basicSize
}

/// `object.__getstate__`: None, the instance's dict, or both that and a dict of its `__slots__` members; owned.
/// `isWhole`: TypeError where an object has more to it than that.
func instanceState(_ value: Value, isWhole: Bool = false) -> Value {
  let type = typeOf(value)
  if isWhole && (type.pointee.itemSize != 0 || !hasOnlyAttributes(type)) {
    return raiseTypeError("cannot pickle '", value, "' object")
  }
  var state = Value.none
  if instanceDictSlot(value, type) != nil {
    let dict = getAttributeOrNull(value, Names.dict)
    if dict.isNull && exceptionIsSet { return .null }
    if !dict.isNull && isDict(dict) && dictCount(dict) > 0 { state = retained(dict) }
    releaseIfBound(dict)
  }
  let names = memberNames(type)
  if names.isNull {
    release(state)
    return .null
  }
  defer { release(names) }
  if listCount(names) == 0 { return state }
  let members = newDict()
  for index in 0..<listCount(names) {
    let name = listItems(names)[index]
    let item = getAttributeOrNull(value, name)
    if item.isNull {
      if !exceptionIsSet { continue }
      release(members)
      release(state)
      return .null
    }
    dictSetName(members, name, item)
    release(item)
  }
  if dictCount(members) == 0 {
    release(members)
    return state
  }
  let pair = makePair(state, members)
  return pair
}

/// What `__getstate__` of an object gives, its own or that of `object`.
func stateOf(_ value: Value, isWhole: Bool) -> Value {
  let method = getAttribute(value, Names.getstate)
  if method.isNull { return .null }
  defer { release(method) }
  if typeOf(method) == Types.builtin, method.pointer(BuiltinFunction.self).pointee.selfValue == value,
    method.pointer(BuiltinFunction.self).pointee.native.pointee.owner == Types.object
  {
    return instanceState(value, isWhole: isWhole)
  }
  return call0(method)
}

/// The positional arguments and keywords that `__new__` is to be called with again: owned, each null where there are
/// none. False: an exception is set.
private func newArguments(_ value: Value, _ args: inout Value, _ keywords: inout Value) -> Bool {
  let extended = lookupSpecial(value, intern("__getnewargs_ex__"))
  if !extended.isNull {
    let pair = call0(extended)
    release(extended)
    if pair.isNull { return false }
    defer { release(pair) }
    if !isTuple(pair) {
      raiseTypeError("__getnewargs_ex__ should return a tuple, not '", pair, "'")
      return false
    }
    if tupleCount(pair) != 2 {
      raise(Exceptions.valueError) {
        $0.append("__getnewargs_ex__ should return a tuple of length 2, not ")
        $0.append(int: tupleCount(pair))
      }
      return false
    }
    let first = tupleItems(pair)[0], second = tupleItems(pair)[1]
    if !isTuple(first) {
      raiseTypeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '", first, "'")
      return false
    }
    if !isDict(second) {
      raiseTypeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '", second, "'")
      return false
    }
    args = retained(first)
    keywords = retained(second)
    return true
  }
  if exceptionIsSet { return false }
  let plain = lookupSpecial(value, intern("__getnewargs__"))
  if plain.isNull { return !exceptionIsSet }
  args = call0(plain)
  release(plain)
  if args.isNull { return false }
  if !isTuple(args) {
    raiseTypeError("__getnewargs__ should return a tuple, not '", args, "'")
    release(args)
    return false
  }
  return true
}

/// A function of the module `copyreg`, which is imported for it; owned.
private func copyregFunction(_ name: StaticString) -> Value {
  let module = importByName(intern("copyreg"))
  if module.isNull { return .null }
  let function = getAttribute(module, intern(name))
  release(module)
  return function
}

/// iter(value), or None if it is not of that kind; `method` gives what to iterate over.
private func itemIterator(_ value: Value, _ method: Value = .null) -> Value {
  if method.isNull { return iterate(value) }
  let items = callMethod(value, method)
  if items.isNull { return .null }
  let iterator = iterate(items)
  release(items)
  return iterator
}

/// (callable, arguments, state, list items, dict items) for protocol 2 and later.
private func reduceByNew(_ value: Value) -> Value {
  let type = typeOf(value)
  if type.pointee.construct == nil { return raiseTypeError("cannot pickle '", value, "' object") }
  var args = Value.null, keywords = Value.null
  if !newArguments(value, &args, &keywords) { return .null }
  defer {
    releaseIfBound(args)
    releaseIfBound(keywords)
  }
  let parts = newTuple(5)
  let items = tupleItems(parts)
  let hasKeywords = !keywords.isNull && dictCount(keywords) > 0
  items[0] = copyregFunction(hasKeywords ? "__newobj_ex__" : "__newobj__")
  if !items[0].isNull {
    if hasKeywords {
      items[1] = makeTuple(Value(type), args, keywords)
    } else {
      let count = args.isNull ? 0 : tupleCount(args)
      items[1] = newTuple(count + 1)
      tupleItems(items[1])[0] = retained(Value(type))
      for index in 0..<count { tupleItems(items[1])[index + 1] = retained(tupleItems(args)[index]) }
    }
    items[2] = stateOf(value, isWhole: args.isNull && !isList(value) && !isDict(value))
    if !items[2].isNull {
      items[3] = isList(value) ? itemIterator(value) : .none
      if !items[3].isNull {
        items[4] = isDict(value) ? itemIterator(value, intern("items")) : .none
        if !items[4].isNull { return parts }
      }
    }
  }
  release(parts)
  return .null
}

private func commonReduce(_ value: Value, _ protocolNumber: Int) -> Value {
  if protocolNumber >= 2 { return reduceByNew(value) }
  let function = copyregFunction("_reduce_ex")
  if function.isNull { return .null }
  let result = call2(function, value, Value(smallInt: Int64(protocolNumber)))
  release(function)
  return result
}

/// `object.__reduce_ex__`: the object's own `__reduce__` if it has one.
private func reduceExtended(_ value: Value, _ protocolNumber: Int) -> Value {
  let method = getAttributeOrNull(value, Names.reduce)
  if method.isNull && exceptionIsSet { return .null }
  if !method.isNull {
    defer { release(method) }
    let ofClass = getAttribute(Value(typeOf(value)), Names.reduce)
    if ofClass.isNull { return .null }
    let isOverridden = ofClass != dictGetName(Types.object.pointee.dict, Names.reduce)
    release(ofClass)
    if isOverridden { return call0(method) }
  }
  return commonReduce(value, protocolNumber)
}

func addCopyProtocol(_ type: TypePointer) {
  addMethod(
    type, "__reduce_ex__", 1, 1,
    { this, args, _, _ in
      var number = 0
      return methodIndex(args![0], &number) ? reduceExtended(this, number) : .null
    })
  addMethod(type, "__reduce__", 0, 0, { this, _, _, _ in commonReduce(this, 0) })
  addMethod(type, "__getstate__", 0, 0, { this, _, _, _ in instanceState(this) })
}
