import MoltABI

// The native part of `functools`: reduce, partial, cmp_to_key, and a cache for functions. CPython:
// Modules/_functoolsmodule.c.

private enum FunctoolsTypes {
  static var partial: TypePointer? = nil
  static var key: TypePointer? = nil
  static var cached: TypePointer? = nil
  static var cacheInfo: TypePointer? = nil
  /// What `wraps(f)` and `lru_cache(n)` give, to be bound to a tuple of their arguments.
  static var applyWraps: NativePointer? = nil
  static var applyCache: NativePointer? = nil
}

func setUpFunctoolsModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "Tools that operate on functions.")
  addFunction(module, "reduce", 2, 3, reduce)
  FunctoolsTypes.applyWraps = newNative(
    nil, "update_wrapper", 1, 1, { this, args, _, _ in updateWrapper(args![0], tupleItems(this)[0]) }, nil)
  FunctoolsTypes.applyCache = newNative(
    nil, "decorating_function", 1, 1,
    { this, args, _, _ in newCached(args![0], tupleItems(this)[0], tupleItems(this)[1]) }, nil)
  addPartial(module)
  addKey(module)
  addCache(module)
  addFunction(
    module, "update_wrapper", 2, 4, { _, args, _, _ in updateWrapper(args![0], args![1]) },
    params: "wrapper wrapped assigned updated")
  addFunction(
    module, "wraps", 1, 3,
    { _, args, _, _ in
      let wrapped = makeTuple(args![0])
      defer { release(wrapped) }
      return newBuiltin(FunctoolsTypes.applyWraps!, self: wrapped, module: .null)
    }, params: "wrapped assigned updated")
  return true
}

/// Makes a wrapper look like the function it wraps.
private func updateWrapper(_ wrapper: Value, _ wrapped: Value) -> Value {
  func copy(_ name: StaticString) -> Bool {
    let value = getAttributeOrNull(wrapped, intern(name))
    if value.isNull { return !exceptionIsSet }
    defer { release(value) }
    return setAttribute(wrapper, intern(name), value) >= 0
  }
  if !copy("__module__") || !copy("__name__") || !copy("__qualname__") || !copy("__doc__") || !copy("__annotations__") {
    return .null
  }
  let dict = getAttributeOrNull(wrapped, Names.dict)
  if dict.isNull && exceptionIsSet { return .null }
  if !dict.isNull {
    let target = getAttribute(wrapper, Names.dict)
    if target.isNull {
      release(dict)
      return .null
    }
    let status = isDict(target) ? dictUpdate(target, dict) : 0
    release(target)
    release(dict)
    if status < 0 { return .null }
  }
  return setAttribute(wrapper, intern("__wrapped__"), wrapped) < 0 ? .null : retained(wrapper)
}

private func reduce(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if !isIterable(args![1]) {
    return raise(Exceptions.typeError, "reduce() arg 2 must support iteration")
  }
  let iterator = iterate(args![1])
  if iterator.isNull { return .null }
  defer { release(iterator) }
  var result = count > 2 ? retained(args![2]) : nextItem(iterator)
  if result.isNull {
    return exceptionIsSet
      ? .null : raise(Exceptions.typeError, "reduce() of empty iterable with no initial value")
  }
  while true {
    let item = nextItem(iterator)
    if item.isNull {
      if !exceptionIsSet { return result }
      release(result)
      return .null
    }
    let next = call2(args![0], result, item)
    release(item)
    release(result)
    if next.isNull { return .null }
    result = next
  }
}

// ---------------------------------------------------------------------------------------------------------- partial

/// partial objects: a the function, b the tuple of arguments, c the dict of keywords, d the instance dict.
private func addPartial(_ module: ModulePointer) {
  let type = newTypeStorage()
  setUpNativeIterator(type, "functools.partial", construct: constructPartial, next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.dictOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.d)!)
  type.pointee.call = callPartial
  type.pointee.repr = { this in
    let it = nativeIterator(this)
    var builder = StringBuilder()
    builder.append("functools.partial(")
    var ok = builder.appendRepr(it.pointee.a)
    for i in 0..<tupleCount(it.pointee.b) where ok {
      builder.append(", ")
      ok = builder.appendRepr(tupleItems(it.pointee.b)[i])
    }
    var position = 0, key = Value.null, value = Value.null
    while ok && dictNext(it.pointee.c, &position, &key, &value) {
      builder.append(", ")
      ok = builder.appendStr(key)
      builder.append("=")
      ok = ok && builder.appendRepr(value)
    }
    builder.append(")")
    if ok { return builder.finish() }
    builder.discard()
    return .null
  }
  addMember(type, "func", { retained(nativeIterator($0).pointee.a) })
  addMember(type, "args", { retained(nativeIterator($0).pointee.b) })
  addMember(type, "keywords", { retained(nativeIterator($0).pointee.c) })
  addGetter(type, "__dict__", { retained(instanceDict($0, typeOf($0))) }, set: { setDictAttribute($0, $1) })
  finishType(type)
  FunctoolsTypes.partial = type
  addType(module, "partial", type)
}

private func constructPartial(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count < 1 { return raise(Exceptions.typeError, "type 'partial' takes at least one argument") }
  var function = args![0]
  if typeOf(function).pointee.call == nil {
    return raise(Exceptions.typeError, "the first argument must be callable")
  }
  let given = Int(count) - 1
  var inner = Value.null
  if typeOf(function) == FunctoolsTypes.partial && nativeIterator(function).pointee.d.isNull {
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
  let before = tupleCount(it.pointee.b)
  if dictCount(it.pointee.c) == 0 {
    let keywords = names.isNull ? 0 : tupleCount(names)
    return withUnsafeTemporaryAllocation(of: Value.self, capacity: before + Int(count) + keywords + 1) { all in
      for i in 0..<before { all[i] = tupleItems(it.pointee.b)[i] }
      for i in 0..<(Int(count) + keywords) { all[before + i] = args![i] }
      return call(it.pointee.a, Arguments(all.baseAddress), before + Int(count), names: names)
    }
  }
  let positional = newTuple(before + Int(count))
  for i in 0..<before { tupleItems(positional)[i] = retained(tupleItems(it.pointee.b)[i]) }
  for i in 0..<Int(count) { tupleItems(positional)[before + i] = retained(args![i]) }
  let keywords = dictCopy(it.pointee.c)
  if !names.isNull {
    for i in 0..<tupleCount(names) { dictSetName(keywords, tupleItems(names)[i], args![Int(count) + i]) }
  }
  let result = callSpread(it.pointee.a, positional, keywords)
  release(positional)
  release(keywords)
  return result
}

// ------------------------------------------------------------------------------------------------------- cmp_to_key

/// Keys of cmp_to_key: a the comparison function, b the object; without an object it makes keys.
private func addKey(_ module: ModulePointer) {
  let type = newTypeStorage()
  setUpNativeIterator(
    type, "functools.KeyWrapper",
    construct: { _, _, _, _ in raise(Exceptions.typeError, "cannot create 'functools.KeyWrapper' instances") },
    next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.call = { callee, args, count, names in
    if count != 1 { return raise(Exceptions.typeError, "K() takes exactly one argument") }
    return newNativeIterator(Value(typeOf(callee)), retained(nativeIterator(callee).pointee.a), retained(args![0]))
  }
  type.pointee.compare = { a, b, op in
    if typeOf(b) != FunctoolsTypes.key { return raise(Exceptions.typeError, "other argument must be K instance") }
    let x = nativeIterator(a), y = nativeIterator(b)
    if x.pointee.b.isNull || y.pointee.b.isNull { return raise(Exceptions.attributeError, "object") }
    let order = call2(x.pointee.a, x.pointee.b, y.pointee.b)
    if order.isNull { return .null }
    defer { release(order) }
    return compare(order, Value(smallInt: 0), op)
  }
  addMember(type, "obj", { orNone(nativeIterator($0).pointee.b) })
  finishType(type)
  FunctoolsTypes.key = type
  addFunction(
    module, "cmp_to_key", 1, 1,
    { _, args, _, _ in newNativeIterator(Value(FunctoolsTypes.key!), retained(args![0])) }, params: "mycmp")
}

// ------------------------------------------------------------------------------------------------------------ caches

/// Functions with a cache: a the function, b the dict of results in order of use, c the tuple (hits, misses, maxsize,
/// typed), d the instance dict; n the hits, m the misses.
private func addCache(_ module: ModulePointer) {
  FunctoolsTypes.cacheInfo = newStructType("CacheInfo", "hits misses maxsize currsize")
  let type = newTypeStorage()
  setUpNativeIterator(
    type, "functools._lru_cache_wrapper",
    construct: { _, _, _, _ in raise(Exceptions.typeError, "cannot create '_lru_cache_wrapper' instances") },
    next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.dictOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.d)!)
  type.pointee.call = callCached
  type.pointee.descriptorGet = { this, instance, owner in
    instance.isNull || instance.isNone ? retained(this) : newMethod(this, instance)
  }
  type.pointee.repr = { this in
    var builder = StringBuilder()
    builder.append("<functools._lru_cache_wrapper object at ")
    appendAddress(&builder, this)
    builder.append(">")
    return builder.finish()
  }
  addMethod(
    type, "cache_info", 0, 0,
    { this, _, _, _ in
      let it = nativeIterator(this)
      let info = newTuple(4)
      tupleItems(info)[0] = makeInt(Int64(it.pointee.n))
      tupleItems(info)[1] = makeInt(Int64(it.pointee.m))
      tupleItems(info)[2] = retained(tupleItems(it.pointee.c)[0])
      tupleItems(info)[3] = makeInt(Int64(dictCount(it.pointee.b)))
      return makeStruct(FunctoolsTypes.cacheInfo!, info)
    })
  addMethod(
    type, "cache_clear", 0, 0,
    { this, _, _, _ in
      let it = nativeIterator(this)
      it.pointee.n = 0
      it.pointee.m = 0
      dictClear(it.pointee.b)
      return .none
    })
  addMethod(
    type, "cache_parameters", 0, 0,
    { this, _, _, _ in
      let result = newDict()
      let settings = nativeIterator(this).pointee.c
      dictSetName(result, intern("maxsize"), tupleItems(settings)[0])
      dictSetName(result, intern("typed"), tupleItems(settings)[1])
      return result
    })
  addGetter(type, "__dict__", { retained(instanceDict($0, typeOf($0))) }, set: { setDictAttribute($0, $1) })
  addGetter(type, "__wrapped__", { retained(nativeIterator($0).pointee.a) })
  addGetter(type, "__name__", { getAttribute(nativeIterator($0).pointee.a, Names.name) })
  addGetter(type, "__qualname__", { getAttribute(nativeIterator($0).pointee.a, Names.qualname) })
  addGetter(type, "__doc__", { getAttribute(nativeIterator($0).pointee.a, Names.doc) })
  addGetter(type, "__module__", { getAttribute(nativeIterator($0).pointee.a, Names.module) })
  finishType(type)
  FunctoolsTypes.cached = type
  addFunction(
    module, "lru_cache", 0, 2,
    { _, args, _, _ in
      let maxSize = args![0], typed = args![1].isNull ? Value.false : args![1]
      if !maxSize.isNull && typeOf(maxSize).pointee.call != nil && !isInt(maxSize) {
        return newCached(maxSize, Value(smallInt: 128), typed)
      }
      var limit = Value(smallInt: 128)
      if !maxSize.isNull {
        limit = maxSize
        if !limit.isNone && !isInt(limit) {
          return raise(Exceptions.typeError, "Expected first argument to be an integer, a callable, or None")
        }
        if !limit.isNone && isNegativeInt(exactInt(limit)) { limit = Value(smallInt: 0) }
      }
      // The decorator proper: a partial that is still to get the function.
      let settings = makeTuple(limit, typed)
      let decorator = newBuiltin(FunctoolsTypes.applyCache!, self: settings, module: .null)
      release(settings)
      return decorator
    }, params: "maxsize typed")
  addFunction(
    module, "cache", 1, 1, { _, args, _, _ in newCached(args![0], .none, .false) }, params: "user_function")
}

private func newCached(_ function: Value, _ maxSize: Value, _ typed: Value) -> Value {
  if typeOf(function).pointee.call == nil {
    return raise(Exceptions.typeError, "the first argument must be callable")
  }
  return newNativeIterator(
    Value(FunctoolsTypes.cached!), retained(function), newDict(), makeTuple(maxSize, typed))
}

/// The key of a call: the only argument if it is an exact int or str, else a tuple of all (`lru_cache_make_key`).
private func cacheKey(_ args: Arguments?, _ count: Int, _ names: Value, _ typed: Bool) -> Value {
  let keywords = names.isNull ? 0 : tupleCount(names)
  if !typed && keywords == 0 && count == 1 {
    let only = args![0]
    if isExactStr(only) || only.isSmallInt { return retained(only) }
  }
  let key = newTuple(count + (keywords > 0 ? 1 + 2 * keywords : 0) + (typed ? count + keywords : 0))
  let items = tupleItems(key)
  var at = 0
  func add(_ value: Value) {
    items[at] = retained(value)
    at += 1
  }
  for i in 0..<count { add(args![i]) }
  if keywords > 0 {
    // Something no argument can be parts the positional from the keyword arguments.
    add(Value(FunctoolsTypes.cached!))
    for i in 0..<keywords {
      add(tupleItems(names)[i])
      add(args![count + i])
    }
  }
  if typed {
    for i in 0..<(count + keywords) { add(Value(typeOf(args![i]))) }
  }
  return key
}

private func callCached(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let it = nativeIterator(callee)
  let settings = it.pointee.c
  let limit = tupleItems(settings)[0]
  if limit == Value(smallInt: 0) {
    it.pointee.m += 1
    return call(it.pointee.a, args, Int(count), names: names)
  }
  let key = cacheKey(args, Int(count), names, tupleItems(settings)[1] == .true)
  defer { release(key) }
  let known = dictGet(it.pointee.b, key)
  if !known.isNull {
    it.pointee.n += 1
    let result = retained(known)
    if !limit.isNone {
      // The most recently used result goes last.
      _ = dictDelete(it.pointee.b, key)
      _ = dictSet(it.pointee.b, key, result)
    }
    return result
  }
  if exceptionIsSet { return .null }
  retain(callee)
  defer { release(callee) }
  it.pointee.m += 1
  let result = call(it.pointee.a, args, Int(count), names: names)
  if result.isNull { return .null }
  if limit.isSmallInt && dictCount(it.pointee.b) >= Int(limit.smallInt) && dictGet(it.pointee.b, key).isNull {
    var position = 0, oldest = Value.null, value = Value.null
    if dictNext(it.pointee.b, &position, &oldest, &value) {
      retain(oldest)
      _ = dictDelete(it.pointee.b, oldest)
      release(oldest)
    }
  }
  if dictSet(it.pointee.b, key, result) < 0 {
    release(result)
    return .null
  }
  return result
}
