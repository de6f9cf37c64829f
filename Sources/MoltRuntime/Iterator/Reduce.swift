import MoltABI

// What the `__reduce__` methods of iterators give, for copy and pickle: a callable, its arguments, and a state.

/// (callable, arguments[, state]); `arguments` is consumed, `state` borrowed and null where there is none.
func makeReduction(_ callable: Value, _ arguments: Value, _ state: Value = .null) -> Value {
  if arguments.isNull { return .null }
  let result = state.isNull ? makeTuple(callable, arguments) : makeTuple(callable, arguments, state)
  release(arguments)
  return result
}

/// A reduction to a call of the built-in function `iter`; `arguments` is consumed.
func reduceToIter(_ arguments: Value, _ state: Value = .null) -> Value { reduceToBuiltin("iter", arguments, state) }

func reduceToBuiltin(_ name: StaticString, _ arguments: Value, _ state: Value = .null) -> Value {
  let function = dictGetName(builtinsDict(), intern(name))
  if function.isNull {
    releaseIfBound(arguments)
    return raise(Exceptions.attributeError) { message in
      message.append("module 'builtins' has no attribute '")
      message.append(name)
      message.append("'")
    }
  }
  return makeReduction(function, arguments, state)
}

/// A reduction to iter(list of the items that an iterator still has); `rest` is a copy of the iterator and consumed.
func reduceToRemaining(_ rest: Value) -> Value {
  let items = listFrom(rest)
  release(rest)
  if items.isNull { return .null }
  let arguments = makeTuple(items)
  release(items)
  return reduceToIter(arguments)
}

/// What `__setstate__` of an iterator is given: an int that is a position. False: an exception is set.
func stateIndex(_ value: Value, _ out: inout Int) -> Bool {
  if isInt(value) { return methodIndex(value, &out) }
  raise(Exceptions.typeError, "an integer is required")
  return false
}

/// (value,) of an owned value.
func tupleTaking(_ value: Value) -> Value {
  if value.isNull { return .null }
  let tuple = makeTuple(value)
  release(value)
  return tuple
}
