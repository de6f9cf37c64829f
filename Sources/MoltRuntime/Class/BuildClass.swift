import MoltABI

// The class statement (`builtin___build_class__` of Python/bltinmodule.c).

/// `body` is the class body's function, called with the namespace; it returns the cell of `__class__` or None. Its code
/// lists as localNames what the methods store on their first parameter.
@c(molt_build_class)
func molt_build_class(_ body: Value, _ name: Value, _ givenBases: Value, _ givenKeywords: Value) -> Value {
  let bases = resolveBases(givenBases)
  if bases.isNull { return .null }
  let keywords = givenKeywords.isNull ? newDict() : dictCopy(givenKeywords)
  let result = buildClass(body, name, bases, givenBases, keywords)
  release(keywords)
  release(bases)
  return result
}

private func buildClass(_ body: Value, _ name: Value, _ bases: Value, _ givenBases: Value, _ keywords: Value) -> Value {
  var meta = dictGetName(keywords, Names.metaclass)
  var isClass = true
  if meta.isNull {
    meta = tupleCount(bases) == 0 ? Value(Types.type) : Value(typeOf(tupleItems(bases)[0]))
    retain(meta)
  } else {
    retain(meta)
    if dictDelete(keywords, Names.metaclass) < 0 {
      release(meta)
      return .null
    }
    isClass = isType(meta)
  }
  if isClass {
    guard let winner = winningMetaclass(asType(meta), bases) else {
      release(meta)
      return .null
    }
    if Value(winner) != meta {
      release(meta)
      meta = retained(Value(winner))
    }
  }
  let namespace = prepareNamespace(meta, name, bases, keywords, isClass)
  if namespace.isNull {
    release(meta)
    return .null
  }
  let cell = call1(body, namespace)
  var result = Value.null
  if !cell.isNull {
    result = finish(body, name, bases, givenBases, keywords, meta, namespace, cell)
    release(cell)
  }
  release(namespace)
  release(meta)
  return result
}

/// `meta.__prepare__(name, bases, **keywords)`, or a new dict.
private func prepareNamespace(_ meta: Value, _ name: Value, _ bases: Value, _ keywords: Value, _ isClass: Bool) -> Value
{
  if meta == Value(Types.type) { return newDict() }
  let prepare = getAttributeOrNull(meta, Names.prepare)
  if prepare.isNull { return exceptionIsSet ? .null : newDict() }
  let arguments = makeTuple(name, bases)
  let namespace = callSpread(prepare, arguments, keywords)
  release(arguments)
  release(prepare)
  if namespace.isNull { return .null }
  if typeOf(namespace).pointee.getItem == nil {
    raise(Exceptions.typeError) {
      if isClass { $0.append(asType(meta).pointee.name) } else { $0.append("<metaclass>") }
      $0.append(".__prepare__() must return a mapping, not ")
      $0.append(typeName(namespace))
    }
    release(namespace)
    return .null
  }
  return namespace
}

private func finish(
  _ body: Value, _ name: Value, _ bases: Value, _ givenBases: Value, _ keywords: Value, _ meta: Value,
  _ namespace: Value, _ cell: Value
) -> Value {
  if bases != givenBases && setItem(namespace, Names.origBases, givenBases) < 0 { return .null }
  let hasCell = typeOf(cell) == Types.cell
  if hasCell && setItem(namespace, Names.classcell, cell) < 0 { return .null }
  let code = body.pointer(MoltFunction.self).pointee.code!
  PendingClass.names = code.pointee.localNames
  PendingClass.count = Int(code.pointee.localCount)
  PendingClass.floats = code.pointee.paramNames.map { $0 + Int(code.pointee.positionalCount) }
  PendingClass.floatCount = Int(code.pointee.frameSlots)
  let arguments = makeTuple(name, bases, namespace)
  let made = callSpread(meta, arguments, keywords)
  release(arguments)
  PendingClass.names = nil
  PendingClass.count = 0
  PendingClass.floats = nil
  PendingClass.floatCount = 0
  if made.isNull || !hasCell || !isType(made) { return made }
  let owner = cell.pointer(MoltCell.self).pointee.value
  if owner == made { return made }
  raise(owner.isNull ? Exceptions.runtimeError : Exceptions.typeError) {
    $0.append(owner.isNull ? "__class__ not set defining " : "__class__ set to ")
    if !owner.isNull {
      _ = $0.appendRepr(owner)
      $0.append(" defining ")
    }
    _ = $0.appendRepr(name)
    $0.append(" as ")
    _ = $0.appendRepr(made)
    if owner.isNull { $0.append(". Was __classcell__ propagated to type.__new__?") }
  }
  release(made)
  return .null
}

/// The bases with `__mro_entries__` applied: owned, the same tuple where nothing changes (`update_bases`).
private func resolveBases(_ bases: Value) -> Value {
  var list = Value.null
  for index in 0..<tupleCount(bases) {
    let base = tupleItems(bases)[index]
    if isType(base) {
      if !list.isNull { listAppend(list, base) }
      continue
    }
    let method = getAttributeOrNull(base, Names.mroEntries)
    if method.isNull {
      if exceptionIsSet {
        releaseIfBound(list)
        return .null
      }
      if !list.isNull { listAppend(list, base) }
      continue
    }
    let entries = call1(method, bases)
    release(method)
    if entries.isNull || !isTuple(entries) {
      if !entries.isNull { raise(Exceptions.typeError, "__mro_entries__ must return a tuple") }
      releaseIfBound(entries)
      releaseIfBound(list)
      return .null
    }
    if list.isNull {
      list = newList()
      for earlier in 0..<index { listAppend(list, tupleItems(bases)[earlier]) }
    }
    for entry in 0..<tupleCount(entries) { listAppend(list, tupleItems(entries)[entry]) }
    release(entries)
  }
  if list.isNull { return retained(bases) }
  let result = makeTuple(list.pointer(MoltList.self).pointee.items, list.pointer(MoltList.self).pointee.length)
  release(list)
  return result
}

/// Name in a class body's namespace: owned; null without an exception: not there.
@c(molt_namespace_delete) func molt_namespace_delete(_ namespace: Value, _ name: Value) -> Int32 {
  if molt_delete_item(namespace, name) == 0 { return 0 }
  clearException()
  raiseNameError(Exceptions.nameError, name, "name '", "' is not defined")
  return -1
}

@c(molt_class_lookup) func molt_class_lookup(_ namespace: Value, _ name: Value) -> Value {
  if isExactDict(namespace) {
    let value = dictGetName(namespace, name)
    return value.isNull ? .null : retained(value)
  }
  let value = getItem(namespace, name)
  if value.isNull && exceptionMatches(Exceptions.keyError) { clearException() }
  return value
}
