import MoltABI

// zip, map and filter.

/// What the three have in common: a tuple of iterators and, for map and filter, the function (for zip, `True` when
/// strict).
private struct Combinator {
  var header: MoltObject
  var iterators: Value
  var function: Value
  /// The last tuple of a zip, or null.
  var result: Value
}

private func newCombinator(_ callee: Value, _ iterators: Value, _ function: Value) -> Value {
  let type = callee.pointer(MoltType.self)
  let result = Value(allocateObject(type, max(Int(type.pointee.basicSize), MemoryLayout<Combinator>.size)))
  result.pointer(Combinator.self).pointee.iterators = iterators
  result.pointer(Combinator.self).pointee.function = retained(function)
  return result
}

/// A zip object over iterators that are in the middle of their work.
@c(molt_make_zip) func molt_make_zip(_ iterators: Arguments?, _ count: Int32) -> Value {
  newCombinator(Value(Types.zip), makeTuple(iterators.unsafelyUnwrapped, Int(count)), .false)
}

private func combinatorDestroy(_ object: ObjectPointer) {
  let pointer = Value(object).pointer(Combinator.self)
  releaseIfBound(pointer.pointee.iterators)
  releaseIfBound(pointer.pointee.function)
  releaseIfBound(pointer.pointee.result)
  freeObject(object, MemoryLayout<Combinator>.size)
}

/// A tuple of the iterators of `count` iterables, owned.
private func makeIterators(_ iterables: Arguments?, _ count: Int) -> Value {
  let iterators = newTuple(count)
  for index in 0..<count {
    let iterator = molt_iterate(iterables.unsafelyUnwrapped[index])
    if iterator.isNull {
      release(iterators)
      return .null
    }
    tupleItems(iterators)[index] = iterator
  }
  return iterators
}

private func zipConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var isStrict = false
  if !names.isNull && tupleCount(names) > 0 {
    let given = tupleCount(names)
    if given > 1 {
      return raise(Exceptions.typeError) { message in
        message.append("zip() takes at most 1 keyword argument (")
        message.append(int: given)
        message.append(" given)")
      }
    }
    let name = tupleItems(names)[0]
    if !stringsEqual(name, intern("strict")) {
      return raise(Exceptions.typeError) { message in
        message.append("'")
        message.append(name)
        message.append("' is an invalid keyword argument for zip()")
      }
    }
    let truth = truthOf(args.unsafelyUnwrapped[Int(count)])
    if truth < 0 { return .null }
    isStrict = truth > 0
  }
  let iterators = makeIterators(args, Int(count))
  return iterators.isNull ? .null : newCombinator(callee, iterators, isStrict ? .true : .false)
}

/// `molt_next` with the step of a list inline.
@inline(__always) private func quickNext(_ iterator: Value) -> Value {
  iterator.isObject && iterator.object.pointee.type == Types.listIterator
    ? listIteratorNext(iterator) : molt_next(iterator)
}

func zipNext(_ value: Value) -> Value {
  let pointer = value.pointer(Combinator.self)
  let iterators = pointer.pointee.iterators
  let count = tupleCount(iterators)
  if count == 0 { return .null }
  if count == 2 {
    let first = quickNext(tupleItems(iterators)[0])
    if first.isNull { return zipEnd(pointer, 0) }
    let second = quickNext(tupleItems(iterators)[1])
    if second.isNull {
      release(first)
      return zipEnd(pointer, 1)
    }
    return makePair(first, second, reusing: &pointer.pointee.result)
  }
  let result = newTuple(count)
  for index in 0..<count {
    let item = molt_next(tupleItems(iterators)[index])
    if item.isNull {
      release(result)
      return zipEnd(pointer, index)
    }
    tupleItems(result)[index] = item
  }
  return result
}

/// What follows when iterator `ended` has no item.
@inline(never) private func zipEnd(_ pointer: UnsafeMutablePointer<Combinator>, _ ended: Int) -> Value {
  if !exceptionIsSet && pointer.pointee.function == .true { return zipCheckLengths(pointer.pointee.iterators, ended) }
  return .null
}

/// After iterator `ended` of a strict zip has come to its end: that is an error unless all end here.
private func zipCheckLengths(_ iterators: Value, _ ended: Int) -> Value {
  if ended > 0 { return raiseLengths(ended, "shorter") }
  for index in 1..<max(1, tupleCount(iterators)) {
    let item = molt_next(tupleItems(iterators)[index])
    if !item.isNull {
      release(item)
      return raiseLengths(index, "longer")
    }
    if exceptionIsSet { return .null }
  }
  return .null
}

private func raiseLengths(_ index: Int, _ word: StaticString) -> Value {
  raise(Exceptions.valueError) { message in
    message.append("zip() argument ")
    message.append(int: index + 1)
    message.append(" is ")
    message.append(word)
    message.append(index == 1 ? " than argument " : " than arguments 1-")
    message.append(int: index)
  }
}

private func mapConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if !rejectKeywords(names, "map", for: asType(callee), of: Types.map) { return .null }
  if count < 2 { return raise(Exceptions.typeError, "map() must have at least two arguments.") }
  let args = args.unsafelyUnwrapped
  let iterators = makeIterators(args + 1, Int(count) - 1)
  return iterators.isNull ? .null : newCombinator(callee, iterators, args[0])
}

private func mapNext(_ value: Value) -> Value {
  let pointer = value.pointer(Combinator.self)
  let iterators = pointer.pointee.iterators
  let count = tupleCount(iterators)
  if count == 1 {
    let item = molt_next(tupleItems(iterators)[0])
    if item.isNull { return .null }
    let result = call1(pointer.pointee.function, item)
    release(item)
    return result
  }
  let items = newTuple(count)
  for index in 0..<count {
    let item = molt_next(tupleItems(iterators)[index])
    if item.isNull {
      release(items)
      return .null
    }
    tupleItems(items)[index] = item
  }
  let result = call(pointer.pointee.function, tupleItems(items), count)
  release(items)
  return result
}

private func filterConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if !rejectKeywords(names, "filter", for: asType(callee), of: Types.filter) { return .null }
  if !checkCount(count, 2, 2, "filter") { return .null }
  let args = args.unsafelyUnwrapped
  let iterators = makeIterators(args + 1, 1)
  return iterators.isNull ? .null : newCombinator(callee, iterators, args[0])
}

private func filterNext(_ value: Value) -> Value {
  let pointer = value.pointer(Combinator.self)
  let iterator = tupleItems(pointer.pointee.iterators)[0]
  let function = pointer.pointee.function
  let isTruthTest = function.isNone || function == Value(Types.bool)
  while true {
    let item = molt_next(iterator)
    if item.isNull { return .null }
    var truth: Int32
    if isTruthTest {
      truth = truthOf(item)
    } else {
      let verdict = call1(function, item)
      if verdict.isNull {
        release(item)
        return .null
      }
      truth = truthOf(verdict)
      release(verdict)
    }
    if truth > 0 { return item }
    release(item)
    if truth < 0 { return .null }
  }
}

/// (type, arguments), for a strict zip with the state True.
private func combinatorReduce(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let pointer = receiver.pointer(Combinator.self)
  let type = typeOf(receiver)
  if isSubtype(type, Types.zip) {
    let isStrict = pointer.pointee.function == .true
    return makeReduction(Value(type), retained(pointer.pointee.iterators), isStrict ? .true : .null)
  }
  let iteratorCount = tupleCount(pointer.pointee.iterators)
  let arguments = newTuple(iteratorCount + 1)
  tupleItems(arguments)[0] = retained(pointer.pointee.function)
  for index in 0..<iteratorCount {
    tupleItems(arguments)[index + 1] = retained(tupleItems(pointer.pointee.iterators)[index])
  }
  return makeReduction(Value(type), arguments)
}

private func zipSetState(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let isStrict = truthOf(args.unsafelyUnwrapped[0])
  if isStrict < 0 { return .null }
  receiver.pointer(Combinator.self).pointee.function = Value(isStrict > 0)
  return .none
}

private func setUpCombinator(
  _ type: TypePointer, _ name: StaticString, _ next: @escaping MoltNext, _ construct: @escaping MoltConstruct
) {
  setUpIteratorType(type, name, size: MemoryLayout<Combinator>.size, flags: Int(MOLT_TYPE_BASE), next)
  type.pointee.construct = construct
  addMethod(type, "__reduce__", 0, 0, { combinatorReduce($0, $1, $2, $3) })
  if type == Types.zip { addMethod(type, "__setstate__", 1, 1, { zipSetState($0, $1, $2, $3) }) }
  type.pointee.destroy = { combinatorDestroy($0!) }
  type.pointee.traverse = { object, visit, context in
    let pointer = Value(object!).pointer(Combinator.self)
    visit!(pointer.pointee.iterators, context)
    visit!(pointer.pointee.function, context)
    if !pointer.pointee.result.isNull { visit!(pointer.pointee.result, context) }
  }
  finishType(type)
}

typealias MoltConstruct = @convention(c) (Value, Arguments?, Int32, Value) -> Value

func setUpCombinatorTypes() {
  setUpCombinator(Types.zip, "zip", { zipNext($0) }, { zipConstruct($0, $1, $2, $3) })
  setUpCombinator(Types.map, "map", { mapNext($0) }, { mapConstruct($0, $1, $2, $3) })
  setUpCombinator(Types.filter, "filter", { filterNext($0) }, { filterConstruct($0, $1, $2, $3) })
}
