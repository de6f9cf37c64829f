import MoltABI

// Built-in functions on iterables. CPython: Python/bltinmodule.c.

func allFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  search(args![0], stopAt: 0, found: .false, otherwise: .true)
}

func anyFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  search(args![0], stopAt: 1, found: .true, otherwise: .false)
}

private func search(_ iterable: Value, stopAt: Int32, found: Value, otherwise: Value) -> Value {
  let iterator = iterate(iterable)
  if iterator.isNull { return .null }
  defer { release(iterator) }
  while true {
    let item = molt_next(iterator)
    if item.isNull { return exceptionIsSet ? .null : otherwise }
    let truth = truthOf(item)
    release(item)
    if truth < 0 { return .null }
    if truth == stopAt { return found }
  }
}

func iterFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count == 1 { return iterate(args![0]) }
  if typeOf(args![0]).pointee.call == nil {
    return raise(Exceptions.typeError, "iter(object, sentinel): object must be callable")
  }
  return newCallableIterator(args![0], args![1])
}

func nextFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let iterator = args![0]
  let type = typeOf(iterator)
  guard let next = type.pointee.next else {
    return raise(Exceptions.typeError) {
      $0.append("'")
      $0.append(typeName(iterator))
      $0.append("' object is not an iterator")
    }
  }
  let item: Value
  if type == Types.generator && count == 1 {
    // The end of a generator has a value.
    item = generatorNext(iterator)
  } else if count == 1 && type.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 {
    // So may the StopIteration of a user's __next__.
    item = callMethod(iterator, Names.next)
  } else {
    item = next(iterator)
  }
  if !item.isNull { return item }
  if exceptionIsSet {
    if count == 1 || !exceptionMatches(Exceptions.stopIteration) { return .null }
    clearException()
  }
  return count > 1 ? retained(args![1]) : raise(Exceptions.stopIteration)
}

func sortedFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count != 1 {
    return raise(Exceptions.typeError) {
      $0.append("sorted expected 1 argument, got ")
      $0.append(int: Int(count))
    }
  }
  var key = Value.null, reverse: Int32 = 0
  if !names.isNull {
    var i = 0
    while i < tupleCount(names) {
      let name = tupleItems(names)[i], value = args![1 + i]
      if stringsEqual(name, intern("key")) {
        key = value.isNone ? .null : value
      } else if stringsEqual(name, intern("reverse")) {
        reverse = truthOf(value)
        if reverse < 0 { return .null }
      } else {
        return raise(Exceptions.typeError) {
          $0.append("'")
          $0.append(name)
          $0.append("' is an invalid keyword argument for sort()")
        }
      }
      i += 1
    }
  }
  return sortedList(args![0], key: key, reverse: reverse != 0)
}
