import MoltABI

// The module `functools`, for programs that have no functools.py, and `_functools` for those that do: what is small here,
// the rest in files of its own. CPython: Modules/_functoolsmodule.c, Lib/functools.py.

enum FunctoolsTypes {
  static var partial: TypePointer? = nil
  static var partialMethod: TypePointer? = nil
  static var unboundPartial: TypePointer? = nil
  static var key: TypePointer? = nil
  static var cached: TypePointer? = nil
  static var cacheInfo: TypePointer? = nil
  static var cachedProperty: TypePointer? = nil
  static var dispatcher: TypePointer? = nil
  static var dispatchMethod: TypePointer? = nil
  static var boundDispatch: TypePointer? = nil
  /// What decorators with arguments give, to be bound to a tuple of these.
  static var applyCache: NativePointer? = nil
  static var applyRegister: NativePointer? = nil
}

func setUpFunctoolsModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "Tools that operate on functions.")
  addFunction(module, "reduce", 2, 3, reduce)
  addPartial(module)
  addPartialMethod(module)
  addKey(module)
  addCache(module)
  addCachedProperty(module)
  addSingleDispatch(module)
  addTotalOrdering(module)
  addConstant(
    module, "WRAPPER_ASSIGNMENTS",
    retained(parameterNames("__module__ __name__ __qualname__ __doc__ __annotations__ __type_params__")))
  addConstant(module, "WRAPPER_UPDATES", retained(parameterNames("__dict__")))
  addFunction(
    module, "update_wrapper", 2, 4,
    { _, args, _, _ in updateWrapper(args![0], args![1], assigned: args![2], updated: args![3]) },
    params: "wrapper wrapped assigned updated")
  addFunction(module, "wraps", 1, 3, wraps, params: "wrapped assigned updated")
  return true
}

/// Makes a wrapper look like the function it wraps: gives it the attributes named in `assigned` that the function has, and
/// updates with the function's those named in `updated`; null: the usual ones. Owned: the wrapper.
func updateWrapper(_ wrapper: Value, _ wrapped: Value, assigned: Value = .null, updated: Value = .null) -> Value {
  let names =
    assigned.isNull
    ? parameterNames("__module__ __name__ __qualname__ __doc__ __annotations__ __type_params__") : assigned
  var ok = forEachItem(names) { name in
    let value = getAttributeOrNull(wrapped, name)
    if value.isNull { return !exceptionIsSet }
    defer { release(value) }
    return setAttribute(wrapper, name, value) >= 0
  }
  if !ok { return .null }
  ok = forEachItem(updated.isNull ? parameterNames("__dict__") : updated) { name in
    let target = getAttribute(wrapper, name)
    if target.isNull { return false }
    defer { release(target) }
    let source = getAttributeOrNull(wrapped, name)
    if source.isNull { return !exceptionIsSet }
    defer { release(source) }
    if isExactDict(target) && isExactDict(source) { return dictUpdate(target, source) >= 0 }
    let result = callMethod(target, intern("update"), source)
    releaseIfBound(result)
    return !result.isNull
  }
  return ok && setAttribute(wrapper, intern("__wrapped__"), wrapped) >= 0 ? retained(wrapper) : .null
}

/// A partial of update_wrapper, as in CPython.
private func wraps(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let keywords = newDict()
  dictSetName(keywords, intern("wrapped"), args![0])
  dictSetName(
    keywords, intern("assigned"),
    args![1].isNull
      ? parameterNames("__module__ __name__ __qualname__ __doc__ __annotations__ __type_params__") : args![1])
  dictSetName(keywords, intern("updated"), args![2].isNull ? parameterNames("__dict__") : args![2])
  let module = importNativeModule(intern("functools"))
  if module.isNull {
    release(keywords)
    return .null
  }
  defer { release(module) }
  let function = dictGetName(modulePointer(module).pointee.extra, intern("update_wrapper"))
  return newNativeIterator(Value(FunctoolsTypes.partial!), retained(function), emptyTuple(), keywords)
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
    withParameters("K", "obj", required: 1, args, count, names) {
      newNativeIterator(Value(typeOf(callee)), retained(nativeIterator(callee).pointee.a), retained($0[0]))
    }
  }
  type.pointee.compare = { a, b, op in
    if typeOf(b) != FunctoolsTypes.key { return raise(Exceptions.typeError, "other argument must be K instance") }
    let x = nativeIterator(a), y = nativeIterator(b)
    if x.pointee.b.isNull || y.pointee.b.isNull { return raise(Exceptions.attributeError, "object") }
    let function = retained(x.pointee.a), left = retained(x.pointee.b), right = retained(y.pointee.b)
    let order = call2(function, left, right)
    release(function)
    release(left)
    release(right)
    if order.isNull { return .null }
    defer { release(order) }
    return compare(order, Value(smallInt: 0), op)
  }
  addGetter(
    type, "obj", { orNone(nativeIterator($0).pointee.b) },
    set: { this, value in
      replace(&nativeIterator(this).pointee.b, with: value.isNull ? .null : retained(value))
      return 0
    })
  markUnhashable(type)
  finishType(type)
  FunctoolsTypes.key = type
  addFunction(
    module, "cmp_to_key", 1, 1,
    { _, args, _, _ in newNativeIterator(Value(FunctoolsTypes.key!), retained(args![0])) }, params: "mycmp")
}

// ---------------------------------------------------------------------------------------------------- total_ordering

/// Answers one comparison by another of the class, `base`. Its answer is negated or not; `orEqual` true: or the operands
/// are equal; false: and they are not.
private func asked(_ this: Value, _ args: Arguments?, _ base: StaticString, negated: Bool, orEqual: Bool?) -> Value {
  let method = getAttribute(Value(typeOf(this)), intern(base))
  if method.isNull { return .null }
  let answer = call2(method, this, args![0])
  release(method)
  if answer.isNull || answer == .notImplemented { return answer }
  let truth = truthOf(answer)
  if truth < 0 {
    release(answer)
    return .null
  }
  let holds = (truth == 1) != negated
  guard let orEqual, holds != orEqual else {
    if !negated { return answer }
    release(answer)
    return Value(holds)
  }
  release(answer)
  return compare(this, args![0], Int32(orEqual ? MOLT_EQ : MOLT_NE))
}

private func addTotalOrdering(_ module: ModulePointer) {
  addFunction(module, "total_ordering", 1, 1, totalOrdering, params: "cls")
}

/// Completes the comparisons of a class from the first that it has of `<`, `<=`, `>` and `>=`.
private func totalOrdering(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let cls = args![0]
  func has(_ name: StaticString) -> Bool {
    let own = getAttributeOrNull(cls, intern(name)), usual = getAttributeOrNull(Value(Types.object), intern(name))
    defer {
      releaseIfBound(own)
      releaseIfBound(usual)
    }
    return !own.isNull && own != usual
  }
  let hasLess = has("__lt__"), hasLessOrEqual = has("__le__"), hasGreater = has("__gt__")
  let hasGreaterOrEqual = has("__ge__")
  if exceptionIsSet { return .null }
  var ok = true
  func add(_ name: StaticString, unless isThere: Bool, _ body: @escaping NativeBody) {
    if isThere || !ok { return }
    let method = newMethodDescriptor(newNative(Types.object, name, 1, 1, body, nil), Types.methodDescriptor)
    ok = setAttribute(cls, intern(name), method) >= 0
    release(method)
  }
  // Literals, so that they become C functions: a comparison, what it is made of, and how.
  if hasLess {
    add("__gt__", unless: hasGreater) { this, args, _, _ in asked(this, args, "__lt__", negated: true, orEqual: false) }
    add("__le__", unless: hasLessOrEqual) { this, args, _, _ in
      asked(this, args, "__lt__", negated: false, orEqual: true)
    }
    add("__ge__", unless: hasGreaterOrEqual) { this, args, _, _ in
      asked(this, args, "__lt__", negated: true, orEqual: nil)
    }
  } else if hasLessOrEqual {
    add("__ge__", unless: hasGreaterOrEqual) { this, args, _, _ in
      asked(this, args, "__le__", negated: true, orEqual: true)
    }
    add("__lt__", unless: hasLess) { this, args, _, _ in asked(this, args, "__le__", negated: false, orEqual: false) }
    add("__gt__", unless: hasGreater) { this, args, _, _ in asked(this, args, "__le__", negated: true, orEqual: nil) }
  } else if hasGreater {
    add("__lt__", unless: hasLess) { this, args, _, _ in asked(this, args, "__gt__", negated: true, orEqual: false) }
    add("__ge__", unless: hasGreaterOrEqual) { this, args, _, _ in
      asked(this, args, "__gt__", negated: false, orEqual: true)
    }
    add("__le__", unless: hasLessOrEqual) { this, args, _, _ in asked(this, args, "__gt__", negated: true, orEqual: nil)
    }
  } else if hasGreaterOrEqual {
    add("__le__", unless: hasLessOrEqual) { this, args, _, _ in
      asked(this, args, "__ge__", negated: true, orEqual: true)
    }
    add("__gt__", unless: hasGreater) { this, args, _, _ in asked(this, args, "__ge__", negated: false, orEqual: false)
    }
    add("__lt__", unless: hasLess) { this, args, _, _ in asked(this, args, "__ge__", negated: true, orEqual: nil) }
  } else {
    return raise(Exceptions.valueError, "must define at least one ordering operation: < > <= >=")
  }
  return ok ? retained(cls) : .null
}
