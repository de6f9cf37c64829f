import MoltABI

// What the patterns of match statements ask of their subjects (PEP 634; CPython's ceval.c: match_keys, match_class).

@c(molt_match_sequence) func molt_match_sequence(_ subject: Value) -> Int32 {
  typeOf(subject).pointee.flags & UInt32(MOLT_TYPE_SEQUENCE_PATTERN) != 0 ? 1 : 0
}

@c(molt_match_mapping) func molt_match_mapping(_ subject: Value) -> Int32 {
  typeOf(subject).pointee.flags & UInt32(MOLT_TYPE_MAPPING_PATTERN) != 0 ? 1 : 0
}

@c(molt_match_length) func molt_match_length(_ subject: Value) -> Int64 { Int64(lengthOf(subject)) }

// ---------------------------------------------------------------------------------------------------------- mappings

/// The value of a key of a mapping pattern: owned; `.null` without an exception when it is absent. `get` is used rather
/// than a subscript, so that a mapping with defaults does not grow.
private func mappingValue(_ subject: Value, _ get: Value, _ key: Value, _ marker: Value) -> Value {
  if get.isNull {
    let value = dictGet(subject, key)
    return value.isNull ? .null : retained(value)
  }
  let value = call2(get, key, marker)
  if value == marker {
    release(value)
    return .null
  }
  return value
}

@c(molt_match_keys) func molt_match_keys(_ subject: Value, _ keys: Value) -> Value {
  let count = tupleCount(keys)
  if count == 0 { return emptyTuple() }
  // Literal keys are checked by the compiler; attributes used as keys can only be compared now.
  let seen = newSet()
  let values = newTuple(count)
  var get = Value.null
  var marker = Value.null
  if !isExactDict(subject) {
    get = getAttribute(subject, Names.getWord)
    marker = newList()
  }
  var isFailed = get.isNull && !isExactDict(subject)
  var isMissing = false
  var index = 0
  while !isFailed && !isMissing && index < count {
    let key = tupleItems(keys)[index]
    let added = setAddReporting(seen, key)
    if added <= 0 {
      isFailed = true
      if added == 0 {
        raise(Exceptions.valueError) { message in
          message.append("mapping pattern checks duplicate key (")
          if message.appendRepr(key) { message.append(")") }
        }
      }
      break
    }
    let value = mappingValue(subject, get, key, marker)
    if value.isNull {
      isFailed = exceptionIsSet
      isMissing = !isFailed
    } else {
      tupleItems(values)[index] = value
    }
    index += 1
  }
  release(seen)
  releaseIfBound(get)
  releaseIfBound(marker)
  if !isFailed && !isMissing { return values }
  release(values)
  return isFailed ? .null : .none
}

@c(molt_match_rest) func molt_match_rest(_ subject: Value, _ keys: Value) -> Value {
  let rest = newDict()
  if dictUpdate(rest, subject) == 0 {
    var index = 0
    while index < tupleCount(keys) && dictDelete(rest, tupleItems(keys)[index]) >= 0 { index += 1 }
    if index == tupleCount(keys) { return rest }
  }
  release(rest)
  return .null
}

// ----------------------------------------------------------------------------------------------------------- classes

/// Whether the one positional sub-pattern of a class pattern matches the subject itself: the built-in types of which
/// that is what one means, and their subclasses.
private func matchesItself(_ type: TypePointer) -> Bool {
  let flags =
    MOLT_TYPE_INT | MOLT_TYPE_STR | MOLT_TYPE_BYTES | MOLT_TYPE_LIST | MOLT_TYPE_TUPLE | MOLT_TYPE_DICTIONARY
    | MOLT_TYPE_FLOAT | MOLT_TYPE_SET
  return type.pointee.flags & UInt32(flags) != 0 || isSubtype(type, Types.bytearray)
}

/// isinstance(subject, class): 1, 0, -1 with an exception set. A metaclass may have an answer of its own, and the
/// subject may claim another class by `__class__`.
private func isInstanceForPattern(_ subject: Value, _ classValue: Value) -> Int32 {
  let type = classValue.pointer(MoltType.self)
  if isInstance(subject, type) { return 1 }
  if typeOf(classValue) != Types.type {
    let check = lookupSpecial(classValue, Names.instancecheck)
    if !check.isNull {
      let verdict = call1(check, subject)
      release(check)
      if verdict.isNull { return -1 }
      let truth = truthOf(verdict)
      release(verdict)
      return truth
    }
    if exceptionIsSet { return -1 }
  }
  let claimed = getAttributeOrNull(subject, Names.class)
  if claimed.isNull { return exceptionIsSet ? -1 : 0 }
  let holds = isType(claimed) && isSubtype(claimed.pointer(MoltType.self), type)
  release(claimed)
  return holds ? 1 : 0
}

/// The value of an attribute for a class pattern, owned; `.null` without an exception when there is none. The same
/// attribute twice is a TypeError.
private func matchAttribute(_ subject: Value, _ type: TypePointer, _ name: Value, _ seen: Value) -> Value {
  let added = setAddReporting(seen, name)
  if added < 0 { return .null }
  if added == 0 {
    return raise(Exceptions.typeError) { message in
      message.append(type.pointee.name)
      message.append("() got multiple sub-patterns for attribute ")
      _ = message.appendRepr(name)
    }
  }
  return getAttributeOrNull(subject, name)
}

private func raiseTooManyPatterns(_ type: TypePointer, _ allowed: Int, _ given: Int) -> Value {
  raise(Exceptions.typeError) { message in
    message.append(type.pointee.name)
    message.append("() accepts ")
    message.append(int: allowed)
    message.append(" positional sub-pattern")
    if allowed != 1 { message.append("s") }
    message.append(" (")
    message.append(int: given)
    message.append(" given)")
  }
}

@c(molt_match_class) func molt_match_class(
  _ subject: Value, _ classValue: Value, _ positionalCount: Int32, _ names: Value
) -> Value {
  if !isType(classValue) { return raise(Exceptions.typeError, "called match pattern must be a class") }
  let isMatch = isInstanceForPattern(subject, classValue)
  if isMatch <= 0 { return isMatch == 0 ? .none : .null }
  let type = classValue.pointer(MoltType.self)
  let positional = Int(positionalCount)
  let named = names.isNull ? 0 : tupleCount(names)
  let values = newTuple(positional + named)
  let seen = newSet()
  var outcome = fillPositional(subject, type, positional, values, seen)
  var index = 0
  while outcome > 0 && index < named {
    let value = matchAttribute(subject, type, tupleItems(names)[index], seen)
    if value.isNull { outcome = exceptionIsSet ? -1 : 0 } else { tupleItems(values)[positional + index] = value }
    index += 1
  }
  release(seen)
  if outcome > 0 { return values }
  release(values)
  return outcome == 0 ? .none : .null
}

/// Fetches what the positional sub-patterns match: 1, 0 when the subject lacks one of them, -1 with an exception set.
private func fillPositional(
  _ subject: Value, _ type: TypePointer, _ count: Int, _ values: Value, _ seen: Value
) -> Int32 {
  if count == 0 { return 1 }
  let matchArgs = getAttributeOrNull(Value(type), Names.matchArgs)
  if matchArgs.isNull {
    if exceptionIsSet { return -1 }
    let isSelf = matchesItself(type)
    if count > (isSelf ? 1 : 0) {
      _ = raiseTooManyPatterns(type, isSelf ? 1 : 0, count)
      return -1
    }
    tupleItems(values)[0] = retained(subject)
    return 1
  }
  defer { release(matchArgs) }
  if !isExactTuple(matchArgs) {
    raise(Exceptions.typeError) { message in
      message.append(type.pointee.name)
      message.append(".__match_args__ must be a tuple (got ")
      message.append(typeName(matchArgs))
      message.append(")")
    }
    return -1
  }
  if count > tupleCount(matchArgs) {
    _ = raiseTooManyPatterns(type, tupleCount(matchArgs), count)
    return -1
  }
  for index in 0..<count {
    let name = tupleItems(matchArgs)[index]
    if !isExactStr(name) {
      raiseTypeError("__match_args__ elements must be strings (got ", name, ")")
      return -1
    }
    let value = matchAttribute(subject, type, name, seen)
    if value.isNull { return exceptionIsSet ? -1 : 0 }
    tupleItems(values)[index] = value
  }
  return 1
}
