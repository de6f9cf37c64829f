import MoltABI

// `functools.singledispatch` and `singledispatchmethod`. CPython: Lib/functools.py.

/// Functions that dispatch on the type of the first argument: a the registry, a dict from types to functions, b what was
/// found so far, a dict from weak references to types, c the function's name, d the instance dict; n the number of
/// registrations of abstract classes that b goes with, -1 where none matters.
func addSingleDispatch(_ module: ModulePointer) {
  FunctoolsTypes.applyRegister = newNative(
    nil, "register", 1, 1, { this, args, _, _ in register(tupleItems(this)[0], tupleItems(this)[1], args![0]) }, nil)
  let type = newTypeStorage()
  setUpNativeIterator(
    type, "functools._singledispatch",
    construct: { _, _, _, _ in raise(Exceptions.typeError, "cannot create 'functools._singledispatch' instances") },
    next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.dictOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.d)!)
  type.pointee.weakOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.weak)!)
  type.pointee.call = { callee, args, count, names in
    if count < 1 {
      return raise(Exceptions.typeError) {
        $0.append(nativeIterator(callee).pointee.c)
        $0.append(" requires at least 1 positional argument")
      }
    }
    let chosen = dispatchOn(callee, args![0])
    if chosen.isNull { return .null }
    defer { release(chosen) }
    return call(chosen, args, Int(count), names: names)
  }
  type.pointee.descriptorGet = { this, instance, owner in
    instance.isNull || instance.isNone ? retained(this) : newMethod(this, instance)
  }
  type.pointee.repr = functionRepr
  addMethod(type, "dispatch", 1, 1, { this, args, _, _ in dispatch(this, args![0]) }, params: "cls")
  addMethod(type, "register", 1, 2, { this, args, _, _ in register(this, args![0], args![1]) }, params: "cls func")
  addMethod(
    type, "_clear_cache", 0, 0,
    { this, _, _, _ in
      dictClear(nativeIterator(this).pointee.b)
      return .none
    })
  addGetter(type, "registry", { newMappingProxy(nativeIterator($0).pointee.a) })
  addGetter(type, "__dict__", { retained(instanceDict($0, typeOf($0))) }, set: { setDictAttribute($0, $1) })
  finishType(type)
  FunctoolsTypes.dispatcher = type
  addFunction(module, "singledispatch", 1, 1, { _, args, _, _ in newDispatcher(args![0]) }, params: "func")
  addDispatchMethod(module)
}

private func functionRepr(_ this: Value) -> Value {
  let name = getAttribute(this, Names.qualname)
  if name.isNull { return .null }
  var builder = StringBuilder()
  builder.append("<function ")
  _ = builder.appendStr(name)
  release(name)
  builder.append(" at ")
  appendAddress(&builder, this)
  builder.append(">")
  return builder.finish()
}

private func newDispatcher(_ function: Value) -> Value {
  var name = getAttributeOrNull(function, Names.name)
  if name.isNull {
    if exceptionIsSet { return .null }
    name = makeString("singledispatch function")
  }
  let registry = newDict()
  let dispatcher = newNativeIterator(Value(FunctoolsTypes.dispatcher!), registry, newDict(), name, n: -1)
  defer { release(dispatcher) }
  if dictSet(registry, Value(Types.object), function) < 0 { return .null }
  return updateWrapper(dispatcher, function)
}

/// The function for the class of an object, owned.
private func dispatchOn(_ this: Value, _ object: Value) -> Value {
  let cls = getAttribute(object, intern("__class__"))
  if cls.isNull { return .null }
  defer { release(cls) }
  return dispatch(this, cls)
}

/// The function for a class, owned.
private func dispatch(_ this: Value, _ cls: Value) -> Value {
  let it = nativeIterator(this)
  if it.pointee.n >= 0 && it.pointee.n != Abc.registrations {
    dictClear(it.pointee.b)
    it.pointee.n = Abc.registrations
  }
  if !isType(cls) {
    return raiseTypeError("cannot create weak reference to '", cls, "' object")
  }
  let key = newWeakReference(Types.weakref, cls, .null)
  if key.isNull { return .null }
  defer { release(key) }
  let cached = dictGet(it.pointee.b, key)
  if !cached.isNull || exceptionIsSet { return cached.isNull ? .null : retained(cached) }
  let exact = dictGet(it.pointee.a, cls)
  if exact.isNull && exceptionIsSet { return .null }
  let found = exact.isNull ? findImplementation(asType(cls), it.pointee.a) : retained(exact)
  if found.isNull { return .null }
  if dictSet(it.pointee.b, key, found) < 0 {
    release(found)
    return .null
  }
  return found
}

// -------------------------------------------------------------------------------------------------------- registration

/// Calls `body` with each class of a union type; false where it is none, or has arguments that are not classes.
private func forEachClassOfUnion(_ value: Value, _ body: (Value) -> Void) -> Bool {
  if !isUnion(value) { return false }
  let items = getAttributeOrNull(value, Names.args)
  defer { releaseIfBound(items) }
  if items.isNull || !isTuple(items) { return false }
  for i in 0..<tupleCount(items) {
    // None stands for its type in `int | None`, but is no class.
    if !isType(tupleItems(items)[i]) { return false }
  }
  for i in 0..<tupleCount(items) { body(tupleItems(items)[i]) }
  return true
}

private func isUnion(_ value: Value) -> Bool {
  if typeOf(value) == Types.union { return true }
  let origin = getAttributeOrNull(value, Names.origin)
  if origin.isNull {
    clearException()
    return false
  }
  defer { release(origin) }
  let union = typingFunction("Union")
  if union.isNull {
    clearException()
    return false
  }
  defer { release(union) }
  return origin == union
}

private func isDispatchType(_ value: Value) -> Bool {
  isType(value) || forEachClassOfUnion(value, { _ in })
}

/// `register(cls)` as a decorator, `register(cls, function)`, or `register(function)` with an annotation. Owned.
private func register(_ this: Value, _ given: Value, _ function: Value) -> Value {
  let isGiven = !function.isNull && !function.isNone
  if isDispatchType(given) {
    if isGiven { return enter(this, given, function) }
    let parts = makeTuple(this, given)
    defer { release(parts) }
    return newBuiltin(FunctoolsTypes.applyRegister!, self: parts, module: .null)
  }
  if isGiven {
    return raise(Exceptions.typeError) {
      $0.append("Invalid first argument to `register()`. ")
      _ = $0.appendRepr(given)
      $0.append(" is not a class or union type.")
    }
  }
  let annotations = getAttributeOrNull(given, Names.annotations)
  defer { releaseIfBound(annotations) }
  if annotations.isNull || !isDict(annotations) || dictCount(annotations) == 0 {
    if exceptionIsSet { return .null }
    return raise(Exceptions.typeError) {
      $0.append("Invalid first argument to `register()`: ")
      _ = $0.appendRepr(given)
      $0.append(". Use either `@register(some_class)` or plain `@register` on an annotated function.")
    }
  }
  var name = Value.null
  let annotation = firstAnnotation(given, annotations, &name)
  if annotation.isNull { return .null }
  defer {
    release(annotation)
    release(name)
  }
  if isDispatchType(annotation) { return enter(this, annotation, given) }
  let union = isUnion(annotation)
  return raise(Exceptions.typeError) {
    $0.append("Invalid annotation for ")
    _ = $0.appendRepr(name)
    $0.append(". ")
    _ = $0.appendRepr(annotation)
    $0.append(union ? " not all arguments are classes." : " is not a class.")
  }
}

/// The annotation of the first parameter that has one, and the parameter's name; both owned. `typing` evaluates it where the
/// program has that module; else only a name of a global is looked up.
private func firstAnnotation(_ function: Value, _ annotations: Value, _ name: inout Value) -> Value {
  let hints = typingFunction("get_type_hints")
  if hints.isNull && exceptionIsSet { return .null }
  var known = retained(annotations)
  if !hints.isNull {
    release(known)
    known = call1(hints, function)
    release(hints)
    if known.isNull { return .null }
  }
  defer { release(known) }
  var position = 0, key = Value.null, value = Value.null
  if !isDict(known) || !dictNext(known, &position, &key, &value) {
    return raise(Exceptions.runtimeError, "generator raised StopIteration")
  }
  retain(value)
  if isExactStr(value) {
    let globals = getAttributeOrNull(function, Names.globals)
    if !globals.isNull {
      let found = isDict(globals) ? dictGet(globals, value) : .null
      if !found.isNull { replace(&value, with: retained(found)) }
      release(globals)
    }
    if isExactStr(value) {
      let found = getAttributeOrNull(builtinsModule(), value)
      if !found.isNull { replace(&value, with: found) }
    }
    clearException()
  }
  name = retained(key)
  return value
}

/// Registers a function for a class or for each class of a union; owned: the function.
private func enter(_ this: Value, _ kind: Value, _ function: Value) -> Value {
  let it = nativeIterator(this)
  var status: Int32 = 0
  if isType(kind) {
    status = dictSet(it.pointee.a, kind, function)
  } else {
    _ = forEachClassOfUnion(kind) { if dictSet(it.pointee.a, $0, function) < 0 { status = -1 } }
  }
  if status < 0 { return .null }
  if it.pointee.n < 0 && isType(kind) && hasAbstractMethods(asType(kind)) { it.pointee.n = Abc.registrations }
  dictClear(it.pointee.b)
  return retained(function)
}

private func hasAbstractMethods(_ type: TypePointer) -> Bool {
  let methods = getAttributeOrNull(Value(type), Names.abstractmethods)
  if methods.isNull {
    clearException()
    return false
  }
  release(methods)
  return true
}

// ---------------------------------------------------------------------------------------------------------- the choice

/// Whether a list or tuple's items hold that very object.
private func isListed(_ item: Value, _ items: UnsafeMutablePointer<Value>, _ count: Int) -> Bool {
  for i in 0..<count where items[i] == item { return true }
  return false
}

private func isListed(_ item: Value, in list: Value) -> Bool { isListed(item, listItems(list), listCount(list)) }

private func isBase(_ item: Value, of type: TypePointer) -> Bool {
  isListed(item, tupleItems(type.pointee.mro), tupleCount(type.pointee.mro))
}

/// The function of the class that comes first in the order of resolution, abstract classes included; owned.
private func findImplementation(_ type: TypePointer, _ registry: Value) -> Value {
  let order = composeOrder(type, registry)
  if order.isNull { return .null }
  defer { release(order) }
  var match = Value.null
  for i in 0..<listCount(order) {
    let candidate = listItems(order)[i]
    let isRegistered = !dictGet(registry, candidate).isNull
    if match.isNull {
      if isRegistered { match = candidate }
      continue
    }
    if isRegistered && !isBase(candidate, of: type) && !isBase(match, of: type) {
      // Two abstract classes that know nothing of each other fit equally well.
      let related = checkSubclass(match, candidate)
      if related < 0 { return .null }
      if related == 0 {
        return raise(Exceptions.runtimeError) {
          $0.append("Ambiguous dispatch: ")
          _ = $0.appendStr(match)
          $0.append(" or ")
          _ = $0.appendStr(candidate)
        }
      }
    }
    break
  }
  let found = match.isNull ? Value.none : dictGet(registry, match)
  return found.isNull ? .none : retained(found)
}

/// The order of resolution of a class with the registered abstract classes that it is a virtual subclass of put where they
/// fit: a list, owned.
private func composeOrder(_ type: TypePointer, _ registry: Value) -> Value {
  let related = newList(), places = newList()
  defer {
    release(related)
    release(places)
  }
  var position = 0, key = Value.null, value = Value.null
  while dictNext(registry, &position, &key, &value) {
    if !isType(key) || isBase(key, of: type) { continue }
    let status = checkSubclass(Value(type), key)
    if status < 0 { return .null }
    if status == 1 { listAppend(related, key) }
  }
  // Those that another one derives from come with it.
  let wanted = newList()
  defer { release(wanted) }
  for i in 0..<listCount(related) {
    let item = listItems(related)[i]
    var isInherited = false
    for j in 0..<listCount(related) where j != i && isBase(item, of: asType(listItems(related)[j])) {
      isInherited = true
    }
    if !isInherited { listAppend(wanted, item) }
  }
  for i in 0..<listCount(wanted) {
    if !addPlaces(type, listItems(wanted)[i], wanted, places) { return .null }
  }
  return resolve(type, places)
}

/// Appends an abstract class to the list, behind those wanted ones in whose place it stands because a subclass of it that
/// the type has derives from them as well.
private func addPlaces(_ type: TypePointer, _ item: Value, _ wanted: Value, _ places: Value) -> Bool {
  let subclasses = callMethod(item, intern("__subclasses__"))
  if subclasses.isNull { return false }
  defer { release(subclasses) }
  let found = newList()
  defer { release(found) }
  let ok = forEachItem(subclasses) { sub in
    if !isType(sub) || isBase(sub, of: type) { return true }
    let status = checkSubclass(Value(type), sub)
    if status != 1 { return status == 0 }
    let chain = newList()
    let mro = asType(sub).pointee.mro
    for i in 0..<tupleCount(mro) where isListed(tupleItems(mro)[i], in: wanted) { listAppend(chain, tupleItems(mro)[i]) }
    listAppend(found, chain)
    release(chain)
    return true
  }
  if !ok { return false }
  if listCount(found) == 0 {
    listAppend(places, item)
    return true
  }
  // The longest first, those of one length in their order.
  var length = listCount(wanted)
  while length >= 0 {
    for i in 0..<listCount(found) where listCount(listItems(found)[i]) == length {
      let chain = listItems(found)[i]
      for j in 0..<listCount(chain) where !isListed(listItems(chain)[j], in: places) {
        listAppend(places, listItems(chain)[j])
      }
    }
    length -= 1
  }
  return true
}

/// C3 linearisation of a class with abstract classes added among its bases: a list, owned.
private func resolve(_ type: TypePointer, _ abstract: Value) -> Value {
  let bases = type.pointee.bases
  let count = tupleCount(bases)
  var boundary = 0
  for i in 0..<count where hasAbstractMethods(asType(tupleItems(bases)[i])) { boundary = i + 1 }
  // Those that no base is a subclass of stand behind the last base that is abstract.
  let here = newList(), below = newList(), sequences = newList(), last = newList()
  defer {
    release(here)
    release(below)
    release(sequences)
    release(last)
  }
  for i in 0..<listCount(abstract) {
    let item = listItems(abstract)[i]
    var status = checkSubclass(Value(type), item)
    var isOfBase = false
    for j in 0..<count where status == 1 && !isOfBase {
      let inherited = checkSubclass(tupleItems(bases)[j], item)
      if inherited < 0 { status = -1 }
      isOfBase = inherited == 1
    }
    if status < 0 { return .null }
    listAppend(status == 1 && !isOfBase ? here : below, item)
  }
  func append(_ sequence: Value) -> Bool {
    if sequence.isNull { return false }
    listAppend(sequences, sequence)
    release(sequence)
    return true
  }
  let own = newList()
  listAppend(own, Value(type))
  _ = append(own)
  for i in 0..<boundary where !append(resolve(asType(tupleItems(bases)[i]), below)) { return .null }
  let none = newList()
  defer { release(none) }
  for i in 0..<listCount(here) where !append(resolve(asType(listItems(here)[i]), below)) { return .null }
  for i in boundary..<count where !append(resolve(asType(tupleItems(bases)[i]), below)) { return .null }
  let explicit = newList()
  for i in 0..<boundary { listAppend(explicit, tupleItems(bases)[i]) }
  for i in boundary..<count { listAppend(last, tupleItems(bases)[i]) }
  _ = append(explicit)
  listAppend(sequences, here)
  listAppend(sequences, last)
  return merge(sequences)
}

/// Merges sequences, lists in a list that are not kept: of their first items, always the first that is in no other tail.
private func merge(_ sequences: Value) -> Value {
  let result = newList()
  let positions = allocateRaw(max(8, listCount(sequences) * MemoryLayout<Int>.stride)).assumingMemoryBound(to: Int.self)
  defer { freeRaw(UnsafeMutableRawPointer(positions), max(8, listCount(sequences) * MemoryLayout<Int>.stride)) }
  let count = listCount(sequences)
  for i in 0..<count { positions[i] = 0 }
  func items(_ i: Int) -> UnsafeMutablePointer<Value> { listItems(listItems(sequences)[i]) }
  func length(_ i: Int) -> Int { listCount(listItems(sequences)[i]) }
  while true {
    var isEmpty = true
    var candidate = Value.null
    for i in 0..<count where positions[i] < length(i) && candidate.isNull {
      isEmpty = false
      let first = items(i)[positions[i]]
      var isInTail = false
      for j in 0..<count where positions[j] < length(j) && !isInTail {
        isInTail = isListed(first, items(j) + positions[j] + 1, length(j) - positions[j] - 1)
      }
      if !isInTail { candidate = first }
    }
    if isEmpty { return result }
    if candidate.isNull {
      release(result)
      return raise(Exceptions.runtimeError, "Inconsistent hierarchy")
    }
    listAppend(result, candidate)
    for i in 0..<count where positions[i] < length(i) && items(i)[positions[i]] == candidate { positions[i] += 1 }
  }
}

// ------------------------------------------------------------------------------------------------ singledispatchmethod

/// singledispatchmethod objects: a the dispatcher, b the function, d the instance dict. What one gives when it is bound: a the
/// singledispatchmethod, b the instance or null, c the class or null, d the instance dict.
private func addDispatchMethod(_ module: ModulePointer) {
  let type = newTypeStorage()
  setUpNativeIterator(
    type, "functools.singledispatchmethod", construct: { callee, _, _, _ in newNativeIterator(callee, .null) },
    next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.dictOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.d)!)
  type.pointee.weakOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.weak)!)
  type.pointee.initialize = { this, args, count, names in
    let function = onlyFunction("singledispatchmethod.__init__", args, count, names)
    if function.isNull { return -1 }
    if !isDescriptorOrCallable(function) {
      return raiseStatus(Exceptions.typeError) {
        _ = $0.appendRepr(function)
        $0.append(" is not callable or a descriptor")
      }
    }
    let dispatcher = newDispatcher(function)
    if dispatcher.isNull { return -1 }
    replace(&nativeIterator(this).pointee.a, with: dispatcher)
    replace(&nativeIterator(this).pointee.b, with: retained(function))
    return 0
  }
  type.pointee.descriptorGet = { this, instance, owner in
    let function = nativeIterator(this).pointee.b
    if function.isNull { return raise(Exceptions.attributeError, "func") }
    let bound = newNativeIterator(
      Value(FunctoolsTypes.boundDispatch!), retained(this), instance.isNull ? .null : retained(instance),
      owner.isNull ? .null : retained(owner))
    defer { release(bound) }
    return updateWrapper(bound, function)
  }
  addMethod(
    type, "register", 1, 2,
    { this, args, _, _ in
      let dispatcher = nativeIterator(this).pointee.a
      return dispatcher.isNull
        ? raise(Exceptions.attributeError, "dispatcher") : register(dispatcher, args![0], args![1])
    }, params: "cls method")
  addGetter(type, "dispatcher", { orNone(nativeIterator($0).pointee.a) })
  addGetter(type, "func", { orNone(nativeIterator($0).pointee.b) })
  addGetter(type, "__isabstractmethod__", { abstractMark(nativeIterator($0).pointee.b) })
  addGetter(type, "__dict__", { retained(instanceDict($0, typeOf($0))) }, set: { setDictAttribute($0, $1) })
  finishType(type)
  FunctoolsTypes.dispatchMethod = type
  addType(module, "singledispatchmethod", type)

  let bound = newTypeStorage()
  setUpNativeIterator(
    bound, "functools._bound_singledispatchmethod",
    construct: { _, _, _, _ in
      raise(Exceptions.typeError, "cannot create 'functools._bound_singledispatchmethod' instances")
    },
    next: { _ in .null })
  bound.pointee.iterate = nil
  bound.pointee.next = nil
  bound.pointee.dictOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.d)!)
  bound.pointee.repr = functionRepr
  bound.pointee.call = callBoundDispatch
  addGetter(bound, "register", { getAttribute(nativeIterator($0).pointee.a, intern("register")) })
  addGetter(bound, "__isabstractmethod__", { abstractMark(nativeIterator(nativeIterator($0).pointee.a).pointee.b) })
  addGetter(bound, "__dict__", { retained(instanceDict($0, typeOf($0))) }, set: { setDictAttribute($0, $1) })
  finishType(bound)
  FunctoolsTypes.boundDispatch = bound
}

private func callBoundDispatch(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let it = nativeIterator(callee)
  if count < 1 { return raise(Exceptions.indexError, "tuple index out of range") }
  let chosen = dispatchOn(nativeIterator(it.pointee.a).pointee.a, args![0])
  if chosen.isNull { return .null }
  defer { release(chosen) }
  guard let get = typeOf(chosen).pointee.descriptorGet else {
    return raise(Exceptions.attributeError) {
      $0.append("'")
      $0.append(typeName(chosen))
      $0.append("' object has no attribute '__get__'")
    }
  }
  let method = get(chosen, it.pointee.b, it.pointee.c)
  if method.isNull { return .null }
  defer { release(method) }
  return call(method, args, Int(count), names: names)
}
