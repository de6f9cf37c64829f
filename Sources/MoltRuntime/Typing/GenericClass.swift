import MoltABI

// `typing.Generic`, the base of generic classes: what subscribing such a class and deriving from it do. CPython keeps
// both in `typing`, which is asked where the program has it; the forms here do the same without it.

/// Whether a value is an alias of this runtime with that origin.
private func isAlias(_ value: Value, of origin: Value) -> Bool {
  typeOf(value) == TypingTypes.classAlias && classAliasOrigin(value) == origin
}

/// `Generic[parameters]`, the last base of a class with type parameters.
@c(molt_subscript_generic) func molt_subscript_generic(_ parameters: Value) -> Value {
  setUpTypingTypes()
  let unpacked = unpackTypeVarTuples(parameters)
  if unpacked.isNull { return .null }
  defer { release(unpacked) }
  let make = typingFunction("_GenericAlias")
  if make.isNull {
    return exceptionIsSet ? .null : newClassAlias(Value(TypingTypes.generic!), unpacked)
  }
  defer { release(make) }
  return call2(make, Value(TypingTypes.generic!), unpacked)
}

// ------------------------------------------------------------------------------------------------------------ subscripts

private func raiseAboutParameters(_ cls: Value, _ before: StaticString, _ after: StaticString) -> Value {
  raise(Exceptions.typeError) {
    $0.append(before)
    $0.append(asType(cls).pointee.name)
    $0.append(after)
  }
}

/// Generic[…] itself: the items must be type parameters, each once.
private func checkGenericParameters(_ cls: Value, _ items: Value) -> Bool {
  let count = tupleCount(items)
  if count == 0 {
    _ = raiseAboutParameters(cls, "Parameter list to ", "[...] cannot be empty")
    return false
  }
  for index in 0..<count where !isTypeVarLike(tupleItems(items)[index]) {
    _ = raiseAboutParameters(
      cls, "Parameters to ", "[...] must all be type variables or parameter specification variables.")
    return false
  }
  for index in 0..<count {
    for other in 0..<index where tupleItems(items)[index] == tupleItems(items)[other] {
      _ = raiseAboutParameters(cls, "Parameters to ", "[...] must all be unique")
      return false
    }
  }
  return true
}

/// Class[item] of a generic class: owned, or null.
private func subscriptClass(_ cls: Value, _ item: Value) -> Value {
  let given = isTuple(item) ? retained(item) : makeTuple(item)
  let items = newTuple(tupleCount(given))
  for index in 0..<tupleCount(given) { tupleItems(items)[index] = typeArgument(tupleItems(given)[index]) }
  release(given)
  if cls == Value(TypingTypes.generic!) {
    let result = checkGenericParameters(cls, items) ? newClassAlias(cls, items) : .null
    release(items)
    return result
  }
  let parameters = getAttribute(cls, Names.parameters)
  if parameters.isNull || !isTuple(parameters) {
    release(items)
    releaseIfBound(parameters)
    return exceptionIsSet ? .null : raiseNotGeneric(cls)
  }
  defer { release(parameters) }
  if tupleCount(parameters) == 0 {
    release(items)
    return raiseNotGeneric(cls)
  }
  let prepared = prepareArguments(cls, parameters, items)
  if prepared.isNull { return .null }
  // What falls to a TypeVarTuple stands in one tuple now.
  let spelt = newList()
  for index in 0..<tupleCount(prepared) {
    let argument = tupleItems(prepared)[index]
    if isTypeVarTuple(tupleItems(parameters)[index]) && isTuple(argument) {
      for position in 0..<tupleCount(argument) { listAppend(spelt, tupleItems(argument)[position]) }
    } else {
      listAppend(spelt, argument)
    }
  }
  release(prepared)
  let arguments = tupleOfList(spelt)
  let result = newClassAlias(cls, arguments)
  release(arguments)
  return result
}

// ------------------------------------------------------------------------------------------------------------ subclasses

/// `super(Generic, cls).__init_subclass__(…)`.
private func callNextInitSubclass(_ cls: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Bool {
  let next = call2(Value(Types.super), Value(TypingTypes.generic!), cls)
  if next.isNull { return false }
  let method = getAttribute(next, Names.initSubclass)
  release(next)
  if method.isNull { return false }
  let result = callValue(method, args, count, names)
  release(method)
  if result.isNull { return false }
  release(result)
  return true
}

private func appendNames(_ text: inout StringBuilder, _ items: Value, where isShown: (Value) -> Bool) {
  var isFirst = true
  for index in 0..<tupleCount(items) where isShown(tupleItems(items)[index]) {
    if !isFirst { text.append(", ") }
    isFirst = false
    _ = text.appendStr(tupleItems(items)[index])
  }
}

private func contains(_ tuple: Value, exactly item: Value) -> Bool {
  for index in 0..<tupleCount(tuple) where tupleItems(tuple)[index] == item { return true }
  return false
}

/// The `__parameters__` of a new class, from the bases as written: owned, or null.
private func parametersOfClass(_ bases: Value) -> Value {
  let used = collectParameters(bases)
  if used.isNull { return .null }
  var listed = Value.null
  for index in 0..<tupleCount(bases) {
    let base = tupleItems(bases)[index]
    if !isAlias(base, of: Value(TypingTypes.generic!)) { continue }
    if !listed.isNull {
      release(used)
      return raise(Exceptions.typeError, "Cannot inherit from Generic[...] multiple times.")
    }
    listed = classAliasParameters(base)
  }
  if listed.isNull { return used }
  for index in 0..<tupleCount(used) where !contains(listed, exactly: tupleItems(used)[index]) {
    raise(Exceptions.typeError) {
      $0.append("Some type variables (")
      appendNames(&$0, used) { !contains(listed, exactly: $0) }
      $0.append(") are not listed in Generic[")
      appendNames(&$0, listed) { _ in true }
      $0.append("]")
    }
    release(used)
    return .null
  }
  release(used)
  return retained(listed)
}

private func initSubclass(_ cls: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Bool {
  if !callNextInitSubclass(cls, args, count, names) { return false }
  let generic = Value(TypingTypes.generic!)
  let original = isType(cls) ? dictGetName(asType(cls).pointee.dict, Names.origBases) : .null
  let hasOriginal = !original.isNull && isTuple(original)
  if contains(hasOriginal ? original : asType(cls).pointee.bases, exactly: generic) {
    raise(Exceptions.typeError, "Cannot inherit from plain Generic")
    return false
  }
  let parameters = hasOriginal ? parametersOfClass(original) : emptyTuple()
  if parameters.isNull { return false }
  let status = setInternedAttribute(cls, Names.parameters, parameters)
  release(parameters)
  return status == 0
}

// ------------------------------------------------------------------------------------------------------------------ type

func setUpGenericType() {
  let type = newTypeStorage()
  TypingTypes.generic = type
  setUpType(
    type, "typing.Generic", size: Int(Types.object.pointee.basicSize),
    flags: UInt32(MOLT_TYPE_BASE) | Types.object.pointee.flags & UInt32(MOLT_TYPE_CONTAINER))
  dictSetName(type.pointee.dict, Names.module, intern("typing"))
  addClassMethod(
    type, "__class_getitem__", 1, 1,
    { cls, args, _, _ in
      let own = typingFunction("_generic_class_getitem")
      if own.isNull { return exceptionIsSet ? .null : subscriptClass(cls, args![0]) }
      defer { release(own) }
      return call2(own, cls, args![0])
    })
  addClassMethod(
    type, "__init_subclass__", 0, -1,
    { cls, args, count, names in
      let own = typingFunction("_generic_init_subclass")
      if own.isNull {
        if exceptionIsSet { return .null }
        return initSubclass(cls, args, count, names) ? .none : .null
      }
      defer { release(own) }
      let keywordCount = names.isNull ? 0 : tupleCount(names)
      let total = 1 + Int(count) + keywordCount
      return withUnsafeTemporaryAllocation(of: Value.self, capacity: total) { all in
        all[0] = cls
        for index in 0..<(total - 1) { all[1 + index] = args![index] }
        return callValue(own, all.baseAddress, count + 1, names)
      }
    })
  finishType(type)
}
