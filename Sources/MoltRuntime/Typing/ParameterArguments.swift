import MoltABI

// What arguments of generic classes become for their ParamSpecs and TypeVarTuples, as `typing` says it.

/// Position of a parameter in the `__parameters__` of an alias: -1 with an exception set.
private func parameterPosition(_ alias: Value, _ parameter: Value, _ parameters: inout Value) -> Int {
  parameters = getAttribute(alias, Names.parameters)
  if parameters.isNull { return -1 }
  if isTuple(parameters) {
    for index in 0..<tupleCount(parameters) where tupleItems(parameters)[index] == parameter { return index }
  }
  release(parameters)
  raise(Exceptions.valueError, "tuple.index(x): x not in tuple")
  return -1
}

/// What a ParamSpec can become: parameters, an ellipsis, or another ParamSpec.
private func isParameterExpression(_ value: Value) -> Bool {
  value == .ellipsis || isTuple(value) || isList(value) || typeOf(value) == TypingTypes.paramSpec
}

func substituteParamSpec(_ argument: Value) -> Value {
  if isList(argument) || isTuple(argument) {
    let count = isList(argument) ? listCount(argument) : tupleCount(argument)
    let result = newTuple(count)
    for index in 0..<count {
      let item = isList(argument) ? listItems(argument)[index] : tupleItems(argument)[index]
      tupleItems(result)[index] = checkedTypeArgument(item, "Expected a type.")
      if tupleItems(result)[index].isNull {
        release(result)
        return .null
      }
    }
    return result
  }
  if isParameterExpression(argument) { return retained(argument) }
  return raise(Exceptions.typeError) {
    $0.append("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got ")
    _ = $0.appendStr(argument)
  }
}

private func raiseTooFew(_ alias: Value, _ rest: (inout StringBuilder) -> Void) -> Value {
  raise(Exceptions.typeError) {
    $0.append("Too few arguments for ")
    _ = $0.appendRepr(alias)
    rest(&$0)
  }
}

/// The arguments with those of a lone ParamSpec in one tuple, and a list for it made a tuple.
func prepareParamSpec(_ parameter: Value, _ alias: Value, _ arguments: Value) -> Value {
  var parameters = Value.null
  let index = parameterPosition(alias, parameter, &parameters)
  if index < 0 { return .null }
  let isAlone = tupleCount(parameters) == 1
  release(parameters)
  if index >= tupleCount(arguments) { return raiseTooFew(alias) { _ in } }
  let own = tupleItems(arguments)[index]
  if isAlone && !isParameterExpression(own) { return makeTuple(arguments) }
  if !isList(own) { return retained(arguments) }
  let result = makeTuple(tupleItems(arguments), tupleCount(arguments))
  let asTuple = makeTuple(listItems(own), listCount(own))
  replace(&tupleItems(result)[index], with: asTuple)
  return result
}

/// The arguments with those that fall to a TypeVarTuple in one tuple. One unpacked tuple of any length among them may
/// stand for as many as are wanted.
func prepareTypeVarTuple(_ parameter: Value, _ alias: Value, _ arguments: Value) -> Value {
  var parameters = Value.null
  let index = parameterPosition(alias, parameter, &parameters)
  if index < 0 { return .null }
  defer { release(parameters) }
  let expected = tupleCount(parameters)
  for later in index + 1..<max(expected, index + 1) where isTypeVarTuple(tupleItems(parameters)[later]) {
    return raise(Exceptions.typeError) {
      $0.append("More than one TypeVarTuple parameter in ")
      _ = $0.appendRepr(alias)
    }
  }
  var fill = Value.null
  var fillPosition = -1
  defer { releaseIfBound(fill) }
  for position in 0..<tupleCount(arguments) {
    let item = tupleItems(arguments)[position]
    if isType(item) { continue }
    let parts = getAttributeOrNull(item, intern("__typing_unpacked_tuple_args__"))
    if parts.isNull {
      if exceptionIsSet { return .null }
      continue
    }
    defer { release(parts) }
    guard isTuple(parts), tupleCount(parts) == 2, tupleItems(parts)[1] == .ellipsis else { continue }
    if fillPosition >= 0 {
      return raise(Exceptions.typeError, "More than one unpacked arbitrary-length tuple argument")
    }
    fillPosition = position
    fill = retained(tupleItems(parts)[0])
  }
  let count = tupleCount(arguments)
  var left = index
  var right = expected - index - 1
  if fillPosition >= 0 {
    left = min(left, fillPosition)
    right = min(right, count - fillPosition - 1)
  } else if left + right > count {
    return raiseTooFew(alias) {
      $0.append("; actual ")
      $0.append(int: count)
      $0.append(", expected at least ")
      $0.append(int: expected - 1)
    }
  }
  let list = newList()
  let items = tupleItems(arguments)
  for position in 0..<left { listAppend(list, items[position]) }
  for _ in left..<index { listAppend(list, fill) }
  let middle = makeTuple(items + left, count - right - left)
  listAppend(list, middle)
  release(middle)
  for _ in 0..<(expected - right - index - 1) { listAppend(list, fill) }
  for position in count - right..<count { listAppend(list, items[position]) }
  return tupleOfList(list)
}
