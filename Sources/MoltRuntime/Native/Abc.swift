import MoltABI

// The module `_abc`, on which abc.ABCMeta rests. CPython: Modules/_abc.c. What an abstract class knows is a native
// iterator object in its `_abc_impl`: a the registered classes, b those known to be subclasses, c those known not to
// be, each a set of weak references or null; n the number of registrations when c was last right.

enum Abc {
  static var data: TypePointer? = nil
  /// Goes up with every registration, which may make any class a subclass.
  static var registrations = 0
  /// Takes a dead reference out of its set; bound to a weak reference to the set.
  static var forget: NativePointer? = nil
}

private let patternFlags = UInt32(MOLT_TYPE_MAPPING_PATTERN) | UInt32(MOLT_TYPE_SEQUENCE_PATTERN)

/// What an abstract class knows: owned; null with an exception set.
private func abcData(_ type: Value) -> Value {
  let data = getAttribute(type, intern("_abc_impl"))
  if data.isNull || typeOf(data) == Abc.data { return data }
  release(data)
  return raise(Exceptions.typeError, "_abc_impl is set to a wrong type")
}

// ------------------------------------------------------------------------------------------------- sets of classes

private func knows(_ set: Value, _ item: Value) -> Int32 {
  if set.isNull || setCount(set) == 0 { return 0 }
  let reference = newWeakReference(Types.weakref, item, .null)
  if reference.isNull {
    if !exceptionMatches(Exceptions.typeError) { return -1 }
    clearException()
    return 0
  }
  let found = setContains(set, reference)
  release(reference)
  return found
}

private func note(_ set: UnsafeMutablePointer<Value>, _ item: Value) -> Bool {
  if set.pointee.isNull { set.pointee = newSet() }
  let own = newWeakReference(Types.weakref, set.pointee, .null)
  if own.isNull { return false }
  let callback = newBuiltin(Abc.forget!, self: own, module: .null)
  release(own)
  let reference = newWeakReference(Types.weakref, item, callback)
  release(callback)
  if reference.isNull { return false }
  let status = setAdd(set.pointee, reference)
  release(reference)
  return status == 0
}

// ---------------------------------------------------------------------------------------------------------- creation

/// 1 if a value has a true `__isabstractmethod__`, 0 if not, -1 with an exception set.
private func isAbstract(_ value: Value) -> Int32 {
  let mark = getAttributeOrNull(value, Names.isabstractmethod)
  if mark.isNull { return exceptionIsSet ? -1 : 0 }
  let truth = truthOf(mark)
  release(mark)
  return truth
}

/// The abstract methods of a class, its own and those of its bases that it leaves so, as an owned frozenset.
private func abstractMethods(_ type: Value) -> Value {
  let found = newSet(ofType: Types.frozenset)
  var succeeded = true
  let own = dictCopy(asType(type).pointee.dict)
  var position = 0, key = Value.null, item = Value.null
  while succeeded && dictNext(own, &position, &key, &item) {
    let truth = isAbstract(item)
    succeeded = truth >= 0 && (truth == 0 || setAdd(found, key) == 0)
  }
  release(own)
  let bases = asType(type).pointee.bases
  var index = 0
  while succeeded && index < tupleCount(bases) {
    let inherited = getAttributeOrNull(tupleItems(bases)[index], Names.abstractmethods)
    index += 1
    if inherited.isNull {
      succeeded = !exceptionIsSet
      continue
    }
    succeeded = forEachItem(inherited) { name in
      let value = getAttributeOrNull(type, name)
      if value.isNull { return !exceptionIsSet }
      let truth = isAbstract(value)
      release(value)
      return truth >= 0 && (truth == 0 || setAdd(found, name) == 0)
    }
    release(inherited)
  }
  if succeeded { return found }
  release(found)
  return .null
}

private func initialize(_ type: Value) -> Value {
  if !isType(type) { return raise(Exceptions.typeError, "_abc_init() argument must be a class") }
  let methods = abstractMethods(type)
  if methods.isNull { return .null }
  let status = setAttribute(type, Names.abstractmethods, methods)
  release(methods)
  if status < 0 { return .null }
  let data = newNativeIterator(Value(Abc.data!), .null)
  let stored = setAttribute(type, intern("_abc_impl"), data)
  release(data)
  if stored < 0 { return .null }
  let wish = dictGetName(asType(type).pointee.dict, intern("__abc_tpflags__"))
  if wish.isNull || !isInt(wish) { return .none }
  var bits: Int64 = 0
  if !toInt64(wish, &bits) { return .none }
  // The bits are those of CPython's type flags.
  let wantsSequence = bits & 1 << 5 != 0, wantsMapping = bits & 1 << 6 != 0
  if wantsSequence && wantsMapping {
    return raise(
      Exceptions.typeError, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING")
  }
  asType(type).pointee.flags |=
    (wantsSequence ? UInt32(MOLT_TYPE_SEQUENCE_PATTERN) : 0) | (wantsMapping ? UInt32(MOLT_TYPE_MAPPING_PATTERN) : 0)
  return dictDelete(asType(type).pointee.dict, intern("__abc_tpflags__")) < 0 ? .null : .none
}

private func setPatternFlags(_ type: TypePointer, _ flags: UInt32) {
  type.pointee.flags = type.pointee.flags & ~patternFlags | flags
  for index in 0..<Int(type.pointee.subclassCount) { setPatternFlags(type.pointee.subclasses[index]!, flags) }
}

private func register(_ type: Value, _ subclass: Value) -> Value {
  if !isType(subclass) { return raise(Exceptions.typeError, "Can only register classes") }
  let known = checkSubclass(subclass, type)
  if known != 0 { return known < 0 ? .null : retained(subclass) }
  let isCycle = checkSubclass(type, subclass)
  if isCycle != 0 {
    return isCycle < 0 ? .null : raise(Exceptions.runtimeError, "Refusing to create an inheritance cycle")
  }
  let data = abcData(type)
  if data.isNull { return .null }
  defer { release(data) }
  if !note(&nativeIterator(data).pointee.a, subclass) { return .null }
  Abc.registrations += 1
  if isType(type) {
    let flags = asType(type).pointee.flags & patternFlags
    // Classes of the runtime keep what they are.
    if flags != 0 && asType(subclass).pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 {
      setPatternFlags(asType(subclass), flags)
    }
  }
  return retained(subclass)
}

// ------------------------------------------------------------------------------------------------------------ checks

private func checkOf(_ type: Value, _ subclass: Value) -> Value {
  callMethod(type, Names.subclasscheck, subclass)
}

private func instanceCheck(_ type: Value, _ instance: Value) -> Value {
  let data = abcData(type)
  if data.isNull { return .null }
  defer { release(data) }
  let claimed = getAttribute(instance, Names.`class`)
  if claimed.isNull { return .null }
  defer { release(claimed) }
  let isKnown = knows(nativeIterator(data).pointee.b, claimed)
  if isKnown != 0 { return isKnown < 0 ? .null : .true }
  let actual = Value(typeOf(instance))
  if actual == claimed {
    if nativeIterator(data).pointee.n == Abc.registrations {
      let isExcluded = knows(nativeIterator(data).pointee.c, claimed)
      if isExcluded != 0 { return isExcluded < 0 ? .null : .false }
    }
    return checkOf(type, claimed)
  }
  let result = checkOf(type, claimed)
  if result.isNull { return .null }
  let truth = truthOf(result)
  if truth > 0 { return result }
  release(result)
  return truth < 0 ? .null : checkOf(type, actual)
}

/// 1 or 0; -1 with an exception set.
private func findSubclass(_ type: Value, _ subclass: Value, _ data: Value) -> Int32 {
  let it = nativeIterator(data)
  let isKnown = knows(it.pointee.b, subclass)
  if isKnown != 0 { return isKnown }
  if it.pointee.n < Abc.registrations {
    if !it.pointee.c.isNull { setClear(it.pointee.c.pointer()) }
    it.pointee.n = Abc.registrations
  } else {
    let isExcluded = knows(it.pointee.c, subclass)
    if isExcluded != 0 { return isExcluded < 0 ? -1 : 0 }
  }
  let answer = callMethod(type, intern("__subclasshook__"), subclass)
  if answer.isNull { return -1 }
  release(answer)
  if answer == .true { return note(&it.pointee.b, subclass) ? 1 : -1 }
  if answer == .false { return note(&it.pointee.c, subclass) ? 0 : -1 }
  if answer != .notImplemented {
    return raiseStatus(
      Exceptions.assertionError, "__subclasshook__ must return either False, True, or NotImplemented")
  }
  if isSubtype(asType(subclass), asType(type)) { return note(&it.pointee.b, subclass) ? 1 : -1 }
  let isRegistered = isAmongRegistered(subclass, data)
  if isRegistered != 0 { return isRegistered }
  let subclasses = callMethod(type, intern("__subclasses__"))
  if subclasses.isNull { return -1 }
  defer { release(subclasses) }
  if !isList(subclasses) { return raiseStatus(Exceptions.typeError, "__subclasses__() must return a list") }
  var index = 0
  while index < listCount(subclasses) {
    let candidate = retained(listItems(subclasses)[index])
    let found = checkSubclass(subclass, candidate)
    release(candidate)
    if found > 0 { return note(&it.pointee.b, subclass) ? 1 : -1 }
    if found < 0 { return -1 }
    index += 1
  }
  return note(&it.pointee.c, subclass) ? 0 : -1
}

/// Whether a class is registered, or derives from one that is.
private func isAmongRegistered(_ subclass: Value, _ data: Value) -> Int32 {
  let it = nativeIterator(data)
  let isDirect = knows(it.pointee.a, subclass)
  if isDirect != 0 { return isDirect }
  if it.pointee.a.isNull || setCount(it.pointee.a) == 0 { return 0 }
  // The checks may register classes.
  let copy = listFrom(it.pointee.a)
  if copy.isNull { return -1 }
  defer { release(copy) }
  for index in 0..<listCount(copy) {
    let registered = weakReference(listItems(copy)[index]).pointee.referent
    if registered.isNull { continue }
    retain(registered)
    let found = checkSubclass(subclass, registered)
    release(registered)
    if found > 0 { return note(&it.pointee.b, subclass) ? 1 : -1 }
    if found < 0 { return -1 }
  }
  return 0
}

private func subclassCheck(_ type: Value, _ subclass: Value) -> Value {
  if !isType(subclass) { return raise(Exceptions.typeError, "issubclass() arg 1 must be a class") }
  let data = abcData(type)
  if data.isNull { return .null }
  let found = findSubclass(type, subclass, data)
  release(data)
  return found < 0 ? .null : Value(found != 0)
}

private func copyOfSet(_ set: Value) -> Value { set.isNull ? newSet() : setFrom(set) }

func setUpAbcModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "Module contains faster C implementation of abc.ABCMeta")
  let data = newTypeStorage()
  setUpNativeIterator(data, "_abc._abc_data", construct: { callee, _, _, _ in newNativeIterator(callee, .null) }) { _ in
    .null
  }
  data.pointee.iterate = nil
  data.pointee.next = nil
  finishType(data)
  Abc.data = data
  addType(module, "_abc_data", data)
  Abc.forget = newNative(
    nil, "_destroy", 1, 1,
    { this, args, _, _ in
      let set = weakReference(this).pointee.referent
      if set.isNull { return .none }
      retain(set)
      defer { release(set) }
      return setDiscard(set, args![0]) < 0 ? .null : .none
    }, nil)
  addFunction(module, "_abc_init", 1, 1, { _, args, _, _ in initialize(args![0]) })
  addFunction(module, "_abc_register", 2, 2, { _, args, _, _ in register(args![0], args![1]) })
  addFunction(module, "_abc_instancecheck", 2, 2, { _, args, _, _ in instanceCheck(args![0], args![1]) })
  addFunction(module, "_abc_subclasscheck", 2, 2, { _, args, _, _ in subclassCheck(args![0], args![1]) })
  addFunction(module, "get_cache_token", 0, 0, { _, _, _, _ in makeInt(Int64(Abc.registrations)) })
  addFunction(
    module, "_reset_registry", 1, 1,
    { _, args, _, _ in
      let data = abcData(args![0])
      if data.isNull { return .null }
      if !nativeIterator(data).pointee.a.isNull { setClear(nativeIterator(data).pointee.a.pointer()) }
      release(data)
      return .none
    })
  addFunction(
    module, "_reset_caches", 1, 1,
    { _, args, _, _ in
      let data = abcData(args![0])
      if data.isNull { return .null }
      if !nativeIterator(data).pointee.b.isNull { setClear(nativeIterator(data).pointee.b.pointer()) }
      if !nativeIterator(data).pointee.c.isNull { setClear(nativeIterator(data).pointee.c.pointer()) }
      release(data)
      return .none
    })
  addFunction(
    module, "_get_dump", 1, 1,
    { _, args, _, _ in
      let data = abcData(args![0])
      if data.isNull { return .null }
      let it = nativeIterator(data)
      let parts = newTuple(4)
      tupleItems(parts)[0] = copyOfSet(it.pointee.a)
      tupleItems(parts)[1] = copyOfSet(it.pointee.b)
      tupleItems(parts)[2] = copyOfSet(it.pointee.c)
      tupleItems(parts)[3] = makeInt(Int64(it.pointee.n))
      release(data)
      return parts
    })
  return true
}
