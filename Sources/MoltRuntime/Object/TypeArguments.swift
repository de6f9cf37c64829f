import MoltABI

// Arguments of generic aliases and unions: which type parameters they contain, and what becomes of them when these are
// replaced. Follows _Py_make_parameters, _unpack_args and _Py_subs_parameters of Objects/genericaliasobject.c.

/// Items of a list as a tuple; the list is consumed.
func tupleOfList(_ list: Value) -> Value {
  let result = makeTuple(listItems(list), listCount(list))
  release(list)
  return result
}

/// Appends a value unless the very object is in the list.
private func addUnique(_ list: Value, _ item: Value) {
  for index in 0..<listCount(list) where listItems(list)[index] == item { return }
  listAppend(list, item)
}

/// Position of the very object in a tuple, or -1.
private func position(_ tuple: Value, _ item: Value) -> Int {
  for index in 0..<tupleCount(tuple) where tupleItems(tuple)[index] == item { return index }
  return -1
}

/// The type parameters in some type arguments, each once, as a tuple; null with an exception set. `looksIntoTuples`:
/// tuples among the arguments stand for what a ParamSpec was replaced by.
func collectParameters(_ arguments: Value, looksIntoTuples: Bool = false) -> Value {
  let found = newList()
  if !addParameters(of: arguments, to: found, looksIntoTuples) {
    release(found)
    return .null
  }
  return tupleOfList(found)
}

private func addParameters(of arguments: Value, to found: Value, _ looksIntoTuples: Bool) -> Bool {
  for index in 0..<tupleCount(arguments) {
    let item = tupleItems(arguments)[index]
    if isType(item) { continue }
    if looksIntoTuples && isTuple(item) {
      if !addParameters(of: item, to: found, true) { return false }
      continue
    }
    let substitute = getAttributeOrNull(item, intern("__typing_subst__"))
    if !substitute.isNull {
      addUnique(found, item)
      release(substitute)
      continue
    }
    if exceptionIsSet { return false }
    let inner = getAttributeOrNull(item, Names.parameters)
    if inner.isNull && exceptionIsSet { return false }
    if inner.isNull { continue }
    if isTuple(inner) {
      for position in 0..<tupleCount(inner) { addUnique(found, tupleItems(inner)[position]) }
    }
    release(inner)
  }
  return true
}

/// The items of a subscript as a tuple in which unpacked tuples of known length are spelt out; null: exception.
func unpackTypeArguments(_ item: Value) -> Value {
  let given = isTuple(item) ? retained(item) : makeTuple(item)
  let result = newList()
  for index in 0..<tupleCount(given) {
    let one = tupleItems(given)[index]
    if isType(one) {
      listAppend(result, one)
      continue
    }
    let parts = getAttributeOrNull(one, intern("__typing_unpacked_tuple_args__"))
    if parts.isNull && exceptionIsSet {
      release(given)
      release(result)
      return .null
    }
    let count = !parts.isNull && isTuple(parts) ? tupleCount(parts) : -1
    if count >= 0 && !(count > 0 && tupleItems(parts)[count - 1] == .ellipsis) {
      for position in 0..<count { listAppend(result, tupleItems(parts)[position]) }
    } else {
      listAppend(result, one)
    }
    releaseIfBound(parts)
  }
  release(given)
  return tupleOfList(result)
}

/// "Too many arguments for alias; actual 2, expected 1".
func raiseArgumentCount(_ alias: Value, _ actual: Int, _ expected: Int) {
  raise(Exceptions.typeError) {
    $0.append(actual > expected ? "Too many arguments for " : "Too few arguments for ")
    _ = $0.appendRepr(alias)
    $0.append("; actual ")
    $0.append(int: actual)
    $0.append(", expected ")
    $0.append(int: expected)
  }
}

/// The arguments for an alias's parameters, one for each, as its parameters want them: owned tuple, or null. `given` is
/// consumed.
func prepareArguments(_ alias: Value, _ parameters: Value, _ given: Value) -> Value {
  var items = given
  if items.isNull { return .null }
  for index in 0..<tupleCount(parameters) {
    let prepare = getAttributeOrNull(tupleItems(parameters)[index], intern("__typing_prepare_subst__"))
    if prepare.isNull {
      if !exceptionIsSet { continue }
      release(items)
      return .null
    }
    if !prepare.isNone {
      let arguments = isTuple(items) ? retained(items) : makeTuple(items)
      let prepared = call2(prepare, alias, arguments)
      release(arguments)
      release(items)
      items = prepared
    }
    release(prepare)
    if items.isNull { return .null }
  }
  if !isTuple(items) {
    let one = makeTuple(items)
    release(items)
    items = one
  }
  if tupleCount(items) != tupleCount(parameters) {
    raiseArgumentCount(alias, tupleCount(items), tupleCount(parameters))
    release(items)
    return .null
  }
  return items
}

func raiseNotGeneric(_ alias: Value) -> Value {
  raise(Exceptions.typeError) {
    _ = $0.appendRepr(alias)
    $0.append(" is not a generic class")
  }
}

/// The arguments of an alias after its parameters were replaced by `item`, what stands in its subscript: owned, or null.
func substituteParameters(
  _ alias: Value, _ arguments: Value, _ parameters: Value, _ item: Value, looksIntoTuples: Bool = false
) -> Value {
  if tupleCount(parameters) == 0 { return raiseNotGeneric(alias) }
  let items = prepareArguments(alias, parameters, unpackTypeArguments(item))
  if items.isNull { return .null }
  let result = newList()
  if !appendSubstituted(result, arguments, parameters, items, looksIntoTuples) {
    release(result)
    release(items)
    return .null
  }
  release(items)
  return tupleOfList(result)
}

private func appendSubstituted(
  _ result: Value, _ arguments: Value, _ parameters: Value, _ items: Value, _ looksIntoTuples: Bool
) -> Bool {
  for index in 0..<tupleCount(arguments) {
    let argument = tupleItems(arguments)[index]
    if looksIntoTuples && isTuple(argument) {
      let inner = newList()
      if !appendSubstituted(inner, argument, parameters, items, true) {
        release(inner)
        return false
      }
      let tuple = tupleOfList(inner)
      listAppend(result, tuple)
      release(tuple)
    } else if !appendSubstituted(result, one: argument, parameters, items) {
      return false
    }
  }
  return true
}

private func appendSubstituted(_ result: Value, one argument: Value, _ parameters: Value, _ items: Value) -> Bool {
  if isType(argument) {
    listAppend(result, argument)
    return true
  }
  let isUnpacked = hasFlag(argument, "__typing_is_unpacked_typevartuple__")
  if isUnpacked < 0 { return false }
  let substitute = getAttributeOrNull(argument, intern("__typing_subst__"))
  var replaced: Value
  if substitute.isNull {
    if exceptionIsSet { return false }
    replaced = substituteInside(argument, parameters, items)
  } else {
    let index = position(parameters, argument)
    replaced = call1(substitute, tupleItems(items)[index])
    release(substitute)
  }
  if replaced.isNull { return false }
  if isUnpacked == 1 && isTuple(replaced) {
    for index in 0..<tupleCount(replaced) { listAppend(result, tupleItems(replaced)[index]) }
  } else {
    listAppend(result, replaced)
  }
  release(replaced)
  return true
}

/// Truth of an attribute that need not be there: 1, 0, or -1 with an exception set.
func hasFlag(_ value: Value, _ name: StaticString) -> Int32 {
  if isType(value) { return 0 }
  let flag = getAttributeOrNull(value, intern(name))
  if flag.isNull { return exceptionIsSet ? -1 : 0 }
  let truth = truthOf(flag)
  release(flag)
  return truth
}

/// An argument that is generic itself, subscripted with what its own parameters become: owned, or null.
func substituteInside(_ argument: Value, _ parameters: Value, _ items: Value) -> Value {
  let inner = getAttributeOrNull(argument, Names.parameters)
  if inner.isNull { return exceptionIsSet ? .null : retained(argument) }
  if !isTuple(inner) || tupleCount(inner) == 0 {
    release(inner)
    return retained(argument)
  }
  let given = newList()
  for index in 0..<tupleCount(inner) {
    let parameter = tupleItems(inner)[index]
    let found = position(parameters, parameter)
    if found < 0 {
      listAppend(given, parameter)
      continue
    }
    let item = tupleItems(items)[found]
    if typeOf(parameter).pointee.iterate != nil && isTuple(item) {
      for position in 0..<tupleCount(item) { listAppend(given, tupleItems(item)[position]) }
    } else {
      listAppend(given, item)
    }
  }
  release(inner)
  let key = tupleOfList(given)
  let result = getItem(argument, key)
  release(key)
  return result
}
