import MoltABI

// `functools.lru_cache`, `cache` and `cached_property`. CPython: Modules/_functoolsmodule.c, Lib/functools.py.

/// Functions with a cache: a the function, b the dict of results in order of use, c the tuple (maxsize, typed, type of
/// cache_info's result), d the instance dict; n the hits, m the misses, e where in b the oldest entry is at the earliest.
func addCache(_ module: ModulePointer) {
  FunctoolsTypes.applyCache = newNative(
    nil, "decorating_function", 1, 1,
    { this, args, _, _ in newCached(args![0], tupleItems(this)[0], tupleItems(this)[1]) }, nil)
  FunctoolsTypes.cacheInfo = newStructType("CacheInfo", "hits misses maxsize currsize")
  let type = newTypeStorage()
  setUpNativeIterator(type, "functools._lru_cache_wrapper", construct: constructCached, next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.dictOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.d)!)
  type.pointee.weakOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.weak)!)
  type.pointee.call = callCached
  type.pointee.descriptorGet = { this, instance, owner in
    instance.isNull || instance.isNone ? retained(this) : newMethod(this, instance)
  }
  addCacheMethods(type)
  finishType(type)
  FunctoolsTypes.cached = type
  addType(module, "_lru_cache_wrapper", type)
  addFunction(module, "lru_cache", 0, 2, lruCache, params: "maxsize typed")
  addFunction(
    module, "cache", 1, 1, { _, args, _, _ in newCached(args![0], .none, .false) }, params: "user_function")
}

private func addCacheMethods(_ type: TypePointer) {
  addMethod(
    type, "cache_info", 0, 0,
    { this, _, _, _ in
      let it = nativeIterator(this)
      let info = newTuple(4)
      tupleItems(info)[0] = makeInt(Int64(it.pointee.n))
      tupleItems(info)[1] = makeInt(Int64(it.pointee.m))
      tupleItems(info)[2] = retained(tupleItems(it.pointee.c)[0])
      tupleItems(info)[3] = makeInt(Int64(dictCount(it.pointee.b)))
      let kind = tupleItems(it.pointee.c)[2]
      if kind == Value(FunctoolsTypes.cacheInfo!) { return makeStruct(FunctoolsTypes.cacheInfo!, info) }
      defer { release(info) }
      return call(kind, Arguments(tupleItems(info)), 4)
    })
  addMethod(
    type, "cache_clear", 0, 0,
    { this, _, _, _ in
      let it = nativeIterator(this)
      it.pointee.n = 0
      it.pointee.m = 0
      it.pointee.e = Value(smallInt: 0)
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
  addMethod(type, "__reduce__", 0, 0, { this, _, _, _ in getAttribute(this, Names.qualname) })
  addMethod(type, "__copy__", 0, 0, { this, _, _, _ in retained(this) })
  addMethod(type, "__deepcopy__", 1, 1, { this, _, _, _ in retained(this) })
  addGetter(type, "__dict__", { retained(instanceDict($0, typeOf($0))) }, set: { setDictAttribute($0, $1) })
}

/// What functools.py makes its caches with: the function, the size, whether types matter, and the type of the figures.
private func constructCached(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  withParameters(
    "_lru_cache_wrapper", "user_function maxsize typed cache_info_type", required: 4, args, count, names
  ) { p in
    if typeOf(p[0]).pointee.call == nil {
      return raise(Exceptions.typeError, "the first argument must be callable")
    }
    if !p[1].isNone && typeOf(p[1]).pointee.toIndex == nil && !isInt(p[1]) {
      return raise(Exceptions.typeError, "maxsize should be integer or None")
    }
    let typed = truthOf(p[2])
    if typed < 0 { return .null }
    let isNegative = !p[1].isNone && isInt(p[1]) && isNegativeInt(exactInt(p[1]))
    let settings = makeTuple(isNegative ? Value(smallInt: 0) : p[1], Value(typed == 1), p[3])
    return newNativeIterator(callee, retained(p[0]), newDict(), settings)
  }
}

private func lruCache(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
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
  let settings = makeTuple(limit, typed)
  let decorator = newBuiltin(FunctoolsTypes.applyCache!, self: settings, module: .null)
  release(settings)
  return decorator
}

private func newCached(_ function: Value, _ maxSize: Value, _ typed: Value) -> Value {
  if typeOf(function).pointee.call == nil {
    return raise(Exceptions.typeError, "the first argument must be callable")
  }
  let cached = newNativeIterator(
    Value(FunctoolsTypes.cached!), retained(function), newDict(),
    makeTuple(maxSize, typed, Value(FunctoolsTypes.cacheInfo!)))
  defer { release(cached) }
  return updateWrapper(cached, function)
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
  // The hash of a key is asked for once.
  var hash: Int64 = 0
  if !hashKey(key, &hash) { return .null }
  retain(callee)
  defer { release(callee) }
  let table = it.pointee.b.pointer(MoltDict.self)
  let index = dictFind(table, key, hash)
  if index >= 0 {
    it.pointee.n += 1
    // The most recently used result goes last.
    if limit.isNone { return retained(table.pointee.entries.unsafelyUnwrapped[index].value) }
    let entry = dictTake(table, index, hash)
    retain(entry.value)
    append(it, entry.key, hash, entry.value)
    return entry.value
  }
  if exceptionIsSet { return .null }
  it.pointee.m += 1
  let result = call(it.pointee.a, args, Int(count), names: names)
  if result.isNull { return .null }
  if limit.isSmallInt {
    // The function may have been called in between with the same arguments.
    if dictFind(table, key, hash) >= 0 { return result }
    if exceptionIsSet {
      release(result)
      return .null
    }
    retain(key)
    retain(result)
    let dropped = dictCount(it.pointee.b) >= Int(limit.smallInt) ? takeOldest(it) : nil
    append(it, key, hash, result)
    // What that ends may run any code.
    if let dropped {
      release(dropped.key)
      release(dropped.value)
    }
    return result
  }
  if dictSetHashed(table, key, hash, result) < 0 {
    release(result)
    return .null
  }
  return result
}

/// Adds a key that the cache does not have as its last; takes over the references.
private func append(_ it: NativeIteratorPointer, _ key: Value, _ hash: Int64, _ value: Value) {
  let table = it.pointee.b.pointer(MoltDict.self)
  let before = table.pointee.entryCount
  dictAdmit(table, key)
  dictAddNew(table, key, hash, value)
  // The table was made anew: without the removed entries.
  if table.pointee.entryCount != before + 1 { it.pointee.e = Value(smallInt: 0) }
}

/// Takes the first entry out. `e` says where to look for it, so that not all removed ones are passed again each time.
private func takeOldest(_ it: NativeIteratorPointer) -> MoltDictEntry? {
  let table = it.pointee.b.pointer(MoltDict.self)
  var index = it.pointee.e.isNull ? 0 : Int(it.pointee.e.smallInt)
  while index < table.pointee.entryCount && table.pointee.entries.unsafelyUnwrapped[index].key.isNull { index += 1 }
  if index >= table.pointee.entryCount { return nil }
  it.pointee.e = Value(smallInt: Int64(index + 1))
  return dictTake(table, index, entryHash(table, index))
}

// ---------------------------------------------------------------------------------------------------- cached_property

/// cached_property objects: a the function, b the attribute's name or null, d the instance dict, with the documentation.
func addCachedProperty(_ module: ModulePointer) {
  let type = newTypeStorage()
  setUpNativeIterator(
    type, "functools.cached_property", construct: { callee, _, _, _ in newNativeIterator(callee, .null) },
    next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.dictOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.d)!)
  type.pointee.weakOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.weak)!)
  type.pointee.initialize = { this, args, count, names in
    let function = onlyFunction("cached_property.__init__", args, count, names)
    if function.isNull { return -1 }
    let doc = getAttribute(function, Names.doc)
    if doc.isNull { return -1 }
    defer { release(doc) }
    replace(&nativeIterator(this).pointee.a, with: retained(function))
    return setAttribute(this, Names.doc, doc)
  }
  type.pointee.descriptorGet = { this, instance, _ in cachedPropertyGet(this, instance) }
  addMethod(
    type, "__set_name__", 2, 2,
    { this, args, _, _ in
      let it = nativeIterator(this)
      if it.pointee.b.isNull || it.pointee.b.isNone {
        it.pointee.b = retained(args![1])
        return .none
      }
      let same = equal(it.pointee.b, args![1])
      if same != 0 { return same < 0 ? .null : .none }
      return raise(Exceptions.typeError) {
        $0.append("Cannot assign the same cached_property to two different names (")
        _ = $0.appendRepr(it.pointee.b)
        $0.append(" and ")
        _ = $0.appendRepr(args![1])
        $0.append(").")
      }
    }, params: "owner name")
  addGetter(
    type, "func", { orNone(nativeIterator($0).pointee.a) },
    set: { this, value in
      replace(&nativeIterator(this).pointee.a, with: value.isNull ? .null : retained(value))
      return 0
    })
  addGetter(
    type, "attrname", { orNone(nativeIterator($0).pointee.b) },
    set: { this, value in
      replace(&nativeIterator(this).pointee.b, with: value.isNull ? .null : retained(value))
      return 0
    })
  addGetter(type, "__dict__", { retained(instanceDict($0, typeOf($0))) }, set: { setDictAttribute($0, $1) })
  addClassGetItem(type)
  finishType(type)
  FunctoolsTypes.cachedProperty = type
  addType(module, "cached_property", type)
}

private func cachedPropertyGet(_ this: Value, _ instance: Value) -> Value {
  if instance.isNull || instance.isNone { return retained(this) }
  let it = nativeIterator(this)
  let name = it.pointee.b
  if name.isNull || name.isNone {
    return raise(Exceptions.typeError, "Cannot use cached_property instance without calling __set_name__ on it.")
  }
  let type = typeOf(instance)
  if isExactStr(name), instanceDictSlot(instance, type) != nil, lookupInType(type, Names.dict) == plainDictOf(type) {
    // Instances keep their attributes as they are.
    let key = intern(name)
    defer { release(key) }
    let known = instanceAttribute(instance, type, key)
    if !known.isNull { return retained(known) }
    let value = call1(it.pointee.a, instance)
    if !value.isNull { _ = setInstanceAttribute(instance, type, key, value) }
    return value
  }
  return cachedInDict(this, instance, name)
}

/// The `__dict__` that a class has by itself; null where the program defines another.
private func plainDictOf(_ type: TypePointer) -> Value {
  let attribute = lookupInType(type, Names.dict)
  return !attribute.isNull && typeOf(attribute) == Types.getsetDescriptor ? attribute : .null
}

private func cachedInDict(_ this: Value, _ instance: Value, _ name: Value) -> Value {
  func failure(_ before: StaticString, _ between: StaticString, _ after: StaticString) -> Value {
    clearException()
    return raise(Exceptions.typeError) {
      $0.append(before)
      $0.append("'")
      $0.append(typeName(instance))
      $0.append("'")
      $0.append(between)
      _ = $0.appendRepr(name)
      $0.append(after)
    }
  }
  let dict = getAttributeOrNull(instance, Names.dict)
  if dict.isNull {
    return exceptionIsSet ? .null : failure("No '__dict__' attribute on ", " instance to cache ", " property.")
  }
  defer { release(dict) }
  let known = callMethod(dict, intern("get"), name, this)
  if known.isNull || known != this { return known }
  release(known)
  let value = call1(nativeIterator(this).pointee.a, instance)
  if value.isNull || setItem(dict, name, value) >= 0 { return value }
  release(value)
  if !exceptionMatches(Exceptions.typeError) { return .null }
  return failure(
    "The '__dict__' attribute on ", " instance does not support item assignment for caching ", " property.")
}
