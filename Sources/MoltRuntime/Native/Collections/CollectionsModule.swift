import MoltABI

// The module `_collections`. CPython: Modules/_collectionsmodule.c.

func setUpCollectionsModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "High performance data structures.")
  setUpDequeTypes(module)
  setUpDefaultDictType(module)
  setUpTupleGetterType(module)
  addFunction(module, "_count_elements", 2, 2, { _, args, _, _ in countElements(args![0], args![1]) })
  return true
}

/// Adds the items of an iterable to a mapping of counts.
private func countElements(_ mapping: Value, _ iterable: Value) -> Value {
  let get = intern("get")
  // A dict whose class has not replaced what counting needs is counted in directly.
  let isPlain =
    isDict(mapping) && lookupInType(typeOf(mapping), get) == dictGetName(Types.dict.pointee.dict, get)
    && lookupInType(typeOf(mapping), Names.setitem) == dictGetName(Types.dict.pointee.dict, Names.setitem)
  let method = isPlain ? Value.null : getAttribute(mapping, get)
  if method.isNull && !isPlain { return .null }
  defer { releaseIfBound(method) }
  let one = Value(smallInt: 1)
  let isComplete = forEachItem(iterable) { item in
    let old: Value
    if isPlain {
      let known = dictGet(mapping, item)
      if known.isNull && exceptionIsSet { return false }
      old = known.isNull ? Value(smallInt: 0) : retained(known)
    } else {
      old = call2(method, item, Value(smallInt: 0))
      if old.isNull { return false }
    }
    let new = binaryOperation(Int32(MOLT_OP_ADD), old, one)
    release(old)
    if new.isNull { return false }
    let status = isPlain ? dictSet(mapping, item, new) : setItem(mapping, item, new)
    release(new)
    return status == 0
  }
  return isComplete ? .none : .null
}

// -------------------------------------------------------------------------------------------------------- tuple getter

/// What namedtuple makes its fields of: a descriptor that gives an item of a tuple. a is the documentation, n the index.
private func setUpTupleGetterType(_ module: ModulePointer) {
  let type = newTypeStorage()
  setUpNativeIterator(
    type, "collections._tuplegetter",
    construct: { callee, args, count, names in
      if !rejectKeywords(names, "_tuplegetter") || !checkCount(count, 2, 2, "_tuplegetter") { return .null }
      var index = 0
      if !methodIndex(args![0], &index) { return .null }
      return newNativeIterator(callee, retained(args![1]), n: index)
    },
    next: { _ in .null })
  type.pointee.flags &= ~UInt32(MOLT_TYPE_BASE)
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.descriptorGet = { this, instance, _ in
    if instance.isNull { return retained(this) }
    let index = nativeIterator(this).pointee.n
    if isTuple(instance) {
      if index >= 0 && index < tupleCount(instance) { return retained(tupleItems(instance)[index]) }
      return raise(Exceptions.indexError, "tuple index out of range")
    }
    if instance.isNone { return retained(this) }
    return raise(Exceptions.typeError) {
      $0.append("descriptor for index '")
      $0.append(int: index)
      $0.append("' for tuple subclasses doesn't apply to '")
      $0.append(typeName(instance))
      $0.append("' object")
    }
  }
  type.pointee.descriptorSet = { _, _, value in
    raiseStatus(Exceptions.attributeError, value.isNull ? "can't delete attribute" : "can't set attribute")
  }
  type.pointee.repr = { this in
    var text = StringBuilder()
    text.append("_tuplegetter(")
    text.append(int: nativeIterator(this).pointee.n)
    text.append(", ")
    if !text.appendRepr(nativeIterator(this).pointee.a) {
      text.discard()
      return .null
    }
    text.append(")")
    return text.finish()
  }
  addGetter(
    type, "__doc__", { orNone(nativeIterator($0).pointee.a) },
    set: {
      replace(&nativeIterator($0).pointee.a, with: $1.isNull ? .none : retained($1))
      return 0
    })
  addMethod(
    type, "__reduce__", 0, 0,
    { this, _, _, _ in
      let it = nativeIterator(this)
      let index = makeInt(Int64(it.pointee.n))
      let arguments = makeTuple(index, it.pointee.a)
      release(index)
      return makeReduction(Value(typeOf(this)), arguments)
    })
  finishType(type)
  addType(module, "_tuplegetter", type)
}
