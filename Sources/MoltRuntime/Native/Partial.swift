import MoltABI

// `functools.partial` and `partialmethod`. CPython: Modules/_functoolsmodule.c, Lib/functools.py.

/// partial objects: a the function, b the tuple of arguments, c the dict of keywords, d the instance dict.
func addPartial(_ module: ModulePointer) { addType(module, "partial", partialType()) }

/// The type, which other modules of the runtime make objects of, too.
func partialType() -> TypePointer {
  if let known = FunctoolsTypes.partial { return known }
  let type = newTypeStorage()
  setUpNativeIterator(type, "functools.partial", construct: constructPartial, next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.dictOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.d)!)
  type.pointee.weakOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.weak)!)
  type.pointee.call = callPartial
  type.pointee.repr = partialRepr
  addMember(type, "func", { retained(nativeIterator($0).pointee.a) })
  addMember(type, "args", { retained(nativeIterator($0).pointee.b) })
  addMember(type, "keywords", { retained(nativeIterator($0).pointee.c) })
  addGetter(type, "__dict__", { retained(instanceDict($0, typeOf($0))) }, set: { setDictAttribute($0, $1) })
  addClassGetItem(type)
  addMethod(type, "__reduce__", 0, 0, { this, _, _, _ in reducePartial(this) })
  addMethod(type, "__setstate__", 1, 1, { this, args, _, _ in setPartialState(this, args![0]) })
  finishType(type)
  FunctoolsTypes.partial = type
  return type
}

/// Whether an object is a partial of which a new one can take over the parts: it has no attributes of its own.
private func isPlainPartial(_ value: Value) -> Bool {
  guard let known = FunctoolsTypes.partial, isInstance(value, known) else { return false }
  let type = typeOf(value)
  let isCalledSo = type == known || lookupInType(type, Names.call) == lookupInType(known, Names.call)
  return isCalledSo && type.pointee.slotCount == 0 && nativeIterator(value).pointee.d.isNull
}

private func constructPartial(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count < 1 { return raise(Exceptions.typeError, "type 'partial' takes at least one argument") }
  var function = args![0]
  if typeOf(function).pointee.call == nil {
    return raise(Exceptions.typeError, "the first argument must be callable")
  }
  let given = Int(count) - 1
  var inner = Value.null
  if isPlainPartial(function) {
    // A partial of a partial becomes one.
    inner = function
    function = nativeIterator(inner).pointee.a
  }
  let before = inner.isNull ? 0 : tupleCount(nativeIterator(inner).pointee.b)
  let all = newTuple(before + given)
  for i in 0..<before { tupleItems(all)[i] = retained(tupleItems(nativeIterator(inner).pointee.b)[i]) }
  for i in 0..<given { tupleItems(all)[before + i] = retained(args![1 + i]) }
  let keywords = inner.isNull ? newDict() : dictCopy(nativeIterator(inner).pointee.c)
  if !names.isNull {
    for i in 0..<tupleCount(names) { dictSetName(keywords, tupleItems(names)[i], args![Int(count) + i]) }
  }
  return newNativeIterator(callee, retained(function), all, keywords)
}

private func callPartial(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let it = nativeIterator(callee)
  // The call may give the partial another state.
  let function = retained(it.pointee.a), first = retained(it.pointee.b)
  defer {
    release(function)
    release(first)
  }
  return callWithMore(function, first, it.pointee.c, args, Int(count), names)
}

/// Calls with the arguments of `first` before those given, and with the keywords of a dict unless they are given too.
private func callWithMore(
  _ function: Value, _ first: Value, _ more: Value, _ args: Arguments?, _ count: Int, _ names: Value
) -> Value {
  let before = tupleCount(first)
  if dictCount(more) == 0 {
    let keywords = names.isNull ? 0 : tupleCount(names)
    return withUnsafeTemporaryAllocation(of: Value.self, capacity: before + count + keywords + 1) { all in
      for i in 0..<before { all[i] = tupleItems(first)[i] }
      for i in 0..<(count + keywords) { all[before + i] = args![i] }
      return call(function, Arguments(all.baseAddress), before + count, names: names)
    }
  }
  let positional = newTuple(before + count)
  for i in 0..<before { tupleItems(positional)[i] = retained(tupleItems(first)[i]) }
  for i in 0..<count { tupleItems(positional)[before + i] = retained(args![i]) }
  let keywords = dictCopy(more)
  if !names.isNull {
    for i in 0..<tupleCount(names) { dictSetName(keywords, tupleItems(names)[i], args![count + i]) }
  }
  let result = callSpread(function, positional, keywords)
  release(positional)
  release(keywords)
  return result
}

private func partialRepr(_ this: Value) -> Value {
  if !enterRepr(this) { return makeString("...") }
  defer { leaveRepr() }
  let it = nativeIterator(this)
  var builder = StringBuilder()
  builder.append(typeName(this))
  builder.append("(")
  let function = retained(it.pointee.a), first = retained(it.pointee.b), more = retained(it.pointee.c)
  defer {
    release(function)
    release(first)
    release(more)
  }
  if builder.appendRepr(function), appendPositional(&builder, first, beforeFirst: ", "),
    appendKeywords(&builder, more, beforeFirst: ", ")
  {
    builder.append(")")
    return builder.finish()
  }
  builder.discard()
  return .null
}

/// Appends the repr of each item, with ", " between.
private func appendPositional(_ builder: inout StringBuilder, _ items: Value, beforeFirst: StaticString) -> Bool {
  for i in 0..<tupleCount(items) {
    builder.append(i == 0 ? beforeFirst : ", ")
    if !builder.appendRepr(tupleItems(items)[i]) { return false }
  }
  return true
}

/// Appends `name=value` for each item of a dict, with ", " between.
private func appendKeywords(_ builder: inout StringBuilder, _ items: Value, beforeFirst: StaticString) -> Bool {
  var separator = beforeFirst
  var position = 0, key = Value.null, value = Value.null
  while dictNext(items, &position, &key, &value) {
    // Making text of the key may change the dict.
    retain(key)
    retain(value)
    defer {
      release(key)
      release(value)
    }
    builder.append(separator)
    separator = ", "
    if !builder.appendStr(key) { return false }
    builder.append("=")
    if !builder.appendRepr(value) { return false }
  }
  return true
}

private func reducePartial(_ this: Value) -> Value {
  let it = nativeIterator(this)
  let state = newTuple(4)
  tupleItems(state)[0] = retained(it.pointee.a)
  tupleItems(state)[1] = retained(it.pointee.b)
  tupleItems(state)[2] = retained(it.pointee.c)
  tupleItems(state)[3] = orNone(it.pointee.d)
  let arguments = makeTuple(it.pointee.a)
  let result = makeTuple(Value(typeOf(this)), arguments, state)
  release(arguments)
  release(state)
  return result
}

private func setPartialState(_ this: Value, _ state: Value) -> Value {
  let items = isTuple(state) && tupleCount(state) == 4 ? tupleItems(state) : nil
  guard let items, typeOf(items[0]).pointee.call != nil, isTuple(items[1]), items[2].isNone || isDict(items[2]) else {
    return raise(Exceptions.typeError, "invalid partial state")
  }
  let it = nativeIterator(this)
  replace(&it.pointee.a, with: retained(items[0]))
  let isExact = typeOf(items[1]) == Types.tuple
  replace(&it.pointee.b, with: isExact ? retained(items[1]) : makeTuple(tupleItems(items[1]), tupleCount(items[1])))
  replace(
    &it.pointee.c,
    with: items[2].isNone ? newDict() : isExactDict(items[2]) ? retained(items[2]) : dictCopy(items[2]))
  if !items[3].isNone && !isDict(items[3]) { return raise(Exceptions.typeError, "invalid partial state") }
  replace(&it.pointee.d, with: items[3].isNone ? .null : retained(items[3]))
  return .none
}

// ------------------------------------------------------------------------------------------------------ partialmethod

/// partialmethod objects: a the function or descriptor, b the arguments, c the keywords, d the instance dict. What one gives
/// where its function has no `__get__` of its own: a the partialmethod, to be called with the instance in front.
func addPartialMethod(_ module: ModulePointer) {
  let type = newTypeStorage()
  setUpNativeIterator(
    type, "functools.partialmethod", construct: { callee, _, _, _ in newNativeIterator(callee, .null) },
    next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.dictOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.d)!)
  type.pointee.weakOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.weak)!)
  type.pointee.initialize = initializePartialMethod
  type.pointee.descriptorGet = { this, instance, owner in partialMethodGet(this, instance, owner) }
  type.pointee.repr = { this in
    let it = nativeIterator(this)
    if it.pointee.a.isNull { return raise(Exceptions.attributeError, "func") }
    var builder = StringBuilder()
    builder.append(typeOf(this).pointee.module)
    builder.append(".")
    builder.append(typeOf(this).pointee.qualname)
    builder.append("(")
    if builder.appendStr(it.pointee.a) {
      builder.append(", ")
      if appendPositional(&builder, it.pointee.b, beforeFirst: "") {
        builder.append(", ")
        if appendKeywords(&builder, it.pointee.c, beforeFirst: "") {
          builder.append(")")
          return builder.finish()
        }
      }
    }
    builder.discard()
    return .null
  }
  addGetter(type, "func", { orNone(nativeIterator($0).pointee.a) })
  addGetter(type, "args", { orNone(nativeIterator($0).pointee.b) })
  addGetter(type, "keywords", { orNone(nativeIterator($0).pointee.c) })
  addGetter(type, "__isabstractmethod__", { abstractMark(nativeIterator($0).pointee.a) })
  addGetter(type, "__dict__", { retained(instanceDict($0, typeOf($0))) }, set: { setDictAttribute($0, $1) })
  addClassGetItem(type)
  finishType(type)
  FunctoolsTypes.partialMethod = type
  addType(module, "partialmethod", type)

  let unbound = newTypeStorage()
  setUpNativeIterator(
    unbound, "functools._unbound_partialmethod",
    construct: { _, _, _, _ in
      raise(Exceptions.typeError, "cannot create 'functools._unbound_partialmethod' instances")
    },
    next: { _ in .null })
  unbound.pointee.iterate = nil
  unbound.pointee.next = nil
  unbound.pointee.descriptorGet = { this, instance, owner in
    instance.isNull || instance.isNone ? retained(this) : newMethod(this, instance)
  }
  unbound.pointee.call = { callee, args, count, names in
    let it = nativeIterator(nativeIterator(callee).pointee.a)
    if count < 1 {
      return raise(Exceptions.typeError, "_method() missing 1 required positional argument: 'cls_or_self'")
    }
    let first = newTuple(1 + tupleCount(it.pointee.b))
    tupleItems(first)[0] = retained(args![0])
    for i in 0..<tupleCount(it.pointee.b) { tupleItems(first)[1 + i] = retained(tupleItems(it.pointee.b)[i]) }
    defer { release(first) }
    return callWithMore(it.pointee.a, first, it.pointee.c, args! + 1, Int(count) - 1, names)
  }
  addGetter(unbound, "_partialmethod", { retained(nativeIterator($0).pointee.a) })
  addGetter(unbound, "__isabstractmethod__", { abstractMark(nativeIterator(nativeIterator($0).pointee.a).pointee.a) })
  finishType(unbound)
  FunctoolsTypes.unboundPartial = unbound
}

/// `__isabstractmethod__` of a function, False where it has none.
func abstractMark(_ function: Value) -> Value {
  if function.isNull { return .false }
  let mark = getAttributeOrNull(function, intern("__isabstractmethod__"))
  return mark.isNull && !exceptionIsSet ? .false : mark
}

/// The only argument, `func`, of the `__init__` of a decorator, with the messages of one that is written in Python; null with
/// an exception set.
func onlyFunction(
  _ function: StaticString, _ args: Arguments?, _ count: Int32, _ names: Value
) -> Value {
  var given = count > 0 ? args![0] : Value.null
  let keywords = names.isNull ? 0 : tupleCount(names)
  for i in 0..<keywords {
    let name = tupleItems(names)[i]
    let isFunction = stringsEqual(name, intern("func"))
    if isFunction && given.isNull {
      given = args![Int(count) + i]
      continue
    }
    return raise(Exceptions.typeError) {
      $0.append(function)
      $0.append(isFunction ? "() got multiple values for argument '" : "() got an unexpected keyword argument '")
      $0.append(name)
      $0.append("'")
    }
  }
  if count > 1 || given.isNull {
    return raise(Exceptions.typeError) {
      $0.append(function)
      if given.isNull {
        $0.append("() missing 1 required positional argument: 'func'")
        return
      }
      $0.append("() takes 2 positional arguments but ")
      $0.append(int: Int(count) + 1)
      $0.append(" were given")
    }
  }
  return given
}

private func initializePartialMethod(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  if count < 1 {
    return raiseStatus(
      Exceptions.typeError, "partialmethod.__init__() missing 1 required positional argument: 'func'")
  }
  var function = args![0]
  if !isDescriptorOrCallable(function) {
    return raiseStatus(Exceptions.typeError) {
      _ = $0.appendRepr(function)
      $0.append(" is not callable or a descriptor")
    }
  }
  let given = Int(count) - 1
  let inner = isInstance(function, FunctoolsTypes.partialMethod!) ? function : Value.null
  if !inner.isNull { function = nativeIterator(inner).pointee.a }
  let before = inner.isNull ? 0 : tupleCount(nativeIterator(inner).pointee.b)
  let all = newTuple(before + given)
  for i in 0..<before { tupleItems(all)[i] = retained(tupleItems(nativeIterator(inner).pointee.b)[i]) }
  for i in 0..<given { tupleItems(all)[before + i] = retained(args![1 + i]) }
  let keywords = inner.isNull ? newDict() : dictCopy(nativeIterator(inner).pointee.c)
  if !names.isNull {
    for i in 0..<tupleCount(names) { dictSetName(keywords, tupleItems(names)[i], args![Int(count) + i]) }
  }
  let it = nativeIterator(this)
  replace(&it.pointee.a, with: retained(function))
  replace(&it.pointee.b, with: all)
  replace(&it.pointee.c, with: keywords)
  return 0
}

func isDescriptorOrCallable(_ value: Value) -> Bool {
  typeOf(value).pointee.call != nil || typeOf(value).pointee.descriptorGet != nil
}

private func partialMethodGet(_ this: Value, _ instance: Value, _ owner: Value) -> Value {
  let it = nativeIterator(this)
  if it.pointee.a.isNull { return raise(Exceptions.attributeError, "func") }
  let function = it.pointee.a
  if let get = typeOf(function).pointee.descriptorGet {
    let bound = get(function, instance, owner)
    if bound.isNull { return .null }
    defer { release(bound) }
    if bound != function {
      let result = newNativeIterator(
        Value(FunctoolsTypes.partial!), retained(bound), retained(it.pointee.b), dictCopy(it.pointee.c))
      let receiver = getAttributeOrNull(bound, intern("__self__"))
      if !receiver.isNull {
        let status = setAttribute(result, intern("__self__"), receiver)
        release(receiver)
        if status >= 0 { return result }
      } else if !exceptionIsSet {
        return result
      }
      release(result)
      return .null
    }
  }
  let unbound = newNativeIterator(Value(FunctoolsTypes.unboundPartial!), retained(this))
  if instance.isNull || instance.isNone { return unbound }
  defer { release(unbound) }
  return newMethod(unbound, instance)
}
