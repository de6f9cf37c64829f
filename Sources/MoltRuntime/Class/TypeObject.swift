import MoltABI

// The type `type`: calling classes, their attributes, their end. Follows the type_ functions of Objects/typeobject.c.

// --------------------------------------------------------------------------------------------------------------
// calling

/// `type.__call__`: makes an instance.
func callType(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let type = asType(callee)
  if type == Types.type {
    let keywordCount = names.isNull ? 0 : tupleCount(names)
    if count == 1 && keywordCount == 0 { return retained(Value(typeOf(args![0]))) }
    if count == 1 { return raise(Exceptions.typeError, "type() takes no keyword arguments") }
    if count != 3 { return raise(Exceptions.typeError, "type() takes 1 or 3 arguments") }
  }
  guard let construct = type.pointee.construct else {
    return raise(Exceptions.typeError) {
      $0.append("cannot create '")
      appendTypeName(&$0, type)
      $0.append("' instances")
    }
  }
  let value = construct(callee, args, count, names)
  if value.isNull { return .null }
  let own = typeOf(value)
  if own != type && !isSubtype(own, type) { return value }
  guard let initialize = own.pointee.initialize else { return value }
  if initialize(value, args, count, names) < 0 {
    release(value)
    return .null
  }
  return value
}

/// What calling a class gives once `__init__` has returned `result`, which it takes over along with the instance.
@c(molt_finish_instance) func molt_finish_instance(_ instance: Value, _ result: Value) -> Value {
  if result.isNone { return instance }
  release(instance)
  if result.isNull { return .null }
  raise(Exceptions.typeError) {
    $0.append("__init__() should return None, not '")
    $0.append(typeName(result))
    $0.append("'")
  }
  release(result)
  return .null
}

private func typeInit(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  if count == 1 && !names.isNull && tupleCount(names) > 0 {
    return raiseStatus(Exceptions.typeError, "type.__init__() takes no keyword arguments")
  }
  if count != 1 && count != 3 { return raiseStatus(Exceptions.typeError, "type.__init__() takes 1 or 3 arguments") }
  return 0
}

// ----------------------------------------------------------------------------------------------------- attribute
// access

/// `type.__getattribute__`: null without an exception when absent.
func typeLookup(_ value: Value, _ name: Value) -> Value {
  let type = asType(value)
  let meta = typeOf(value)
  let metaAttribute = lookupInType(meta, name)
  var metaGet: MoltTernary? = nil
  if !metaAttribute.isNull {
    metaGet = typeOf(metaAttribute).pointee.descriptorGet
    if let get = metaGet, typeOf(metaAttribute).pointee.descriptorSet != nil {
      retain(metaAttribute)
      let result = get(metaAttribute, value, Value(meta))
      release(metaAttribute)
      return result
    }
  }
  let attribute = lookupInType(type, name)
  if !attribute.isNull {
    guard let get = typeOf(attribute).pointee.descriptorGet else { return retained(attribute) }
    retain(attribute)
    let result = get(attribute, .null, value)
    release(attribute)
    return result
  }
  if let get = metaGet {
    retain(metaAttribute)
    let result = get(metaAttribute, value, Value(meta))
    release(metaAttribute)
    return result
  }
  return metaAttribute.isNull ? .null : retained(metaAttribute)
}

private func typeGetAttribute(_ value: Value, _ name: Value) -> Value {
  let result = typeLookup(value, name)
  return result.isNull && !exceptionIsSet ? raiseNoTypeAttribute(value, name) : result
}

private func raiseNoTypeAttribute(_ value: Value, _ name: Value) -> Value {
  raiseNothingToDelete(value, name)
  attachAttributeErrorContext(value, name)
  return .null
}

private func raiseNothingToDelete(_ value: Value, _ name: Value) {
  raise(Exceptions.attributeError) {
    $0.append("type object '")
    $0.append(asType(value).pointee.name)
    $0.append("' has no attribute '")
    $0.append(name)
    $0.append("'")
  }
}

private func typeSetAttribute(_ value: Value, _ name: Value, _ item: Value) -> Int32 {
  let type = asType(value)
  if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0 {
    return raiseStatus(Exceptions.typeError) {
      $0.append("cannot set ")
      _ = $0.appendRepr(name)
      $0.append(" attribute of immutable type '")
      appendTypeName(&$0, type)
      $0.append("'")
    }
  }
  let metaAttribute = lookupInType(typeOf(value), name)
  if !metaAttribute.isNull, let set = typeOf(metaAttribute).pointee.descriptorSet {
    retain(metaAttribute)
    let status = set(metaAttribute, value, item)
    release(metaAttribute)
    return status
  }
  let dict = type.pointee.dict
  // Caches may refer to the old value without owning it: they end before it does.
  let index = dictFindName(dict.pointer(), name)
  let old = index < 0 ? .null : dict.pointer(MoltDict.self).pointee.entries.unsafelyUnwrapped[index].value
  if index >= 0 && !item.isNull && isVolatile(type, name) {
    replace(&dict.pointer(MoltDict.self).pointee.entries.unsafelyUnwrapped[index].value, with: retained(item))
    return 0
  }
  if !old.isNull { retain(old) }
  typeModified(type)
  if !old.isNull && !item.isNull && !isDunder(name) { countChange(type, name) }
  if item.isNull {
    if dictDelete(dict, name) != 1 {
      raiseNothingToDelete(value, name)
      return -1
    }
  } else {
    dictSetName(dict, name, item)
  }
  if isDunder(name) {
    updateSlotsOfAll(type, name)
    if name == Names.get || name == Names.set || name == Names.delete { descriptorsChanged() }
  }
  releaseIfBound(old)
  return 0
}

private func isDunder(_ name: Value) -> Bool {
  let text = StrView(name)
  return text.count > 4 && text[0] == 95 && text[1] == 95 && text[text.count - 1] == 95 && text[text.count - 2] == 95
}

/// Ends all that caches know about any type: what they take for an ordinary attribute may have become a descriptor, since
/// a class has got or lost `__get__` or `__set__`, or an attribute of a type has another class than before.
func descriptorsChanged() { typeModified(Types.object) }

/// Recomputes the slots of a type and all that derive from it.
func updateSlotsOfAll(_ type: TypePointer, _ name: Value) {
  updateSlots(type, only: name)
  for index in 0..<Int(type.pointee.subclassCount) { updateSlotsOfAll(type.pointee.subclasses[index]!, name) }
}

// -----------------------------------------------------------------------------------------------------------
// attributes

private func typeRepr(_ value: Value) -> Value {
  var text = StringBuilder()
  text.append("<class '")
  appendTypeName(&text, asType(value))
  text.append("'>")
  return text.finish()
}

/// Refuses to change a built-in type or to delete: true if `name` may be set.
private func checkSet(_ value: Value, _ item: Value, _ name: StaticString) -> Bool {
  let type = asType(value)
  if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0 {
    raise(Exceptions.typeError) {
      $0.append("cannot set '")
      $0.append(name)
      $0.append("' attribute of immutable type '")
      appendTypeName(&$0, type)
      $0.append("'")
    }
    return false
  }
  if item.isNull {
    raise(Exceptions.typeError) {
      $0.append("cannot delete '")
      $0.append(name)
      // CPython says so of every class.
      $0.append("' attribute of immutable type '")
      $0.append(type.pointee.name)
      $0.append("'")
    }
    return false
  }
  return true
}

/// For a type's name, which may not contain the character 0; false with ValueError set.
func checkTypeName(_ name: Value) -> Bool {
  let view = StrView(name)
  for index in 0..<view.count where view[index] == 0 {
    raise(Exceptions.valueError, "type name must not contain null characters")
    return false
  }
  return true
}

private func setTypeText(
  _ value: Value, _ item: Value, _ name: StaticString, _ slot: UnsafeMutablePointer<Value>
) -> Int32 {
  if !checkSet(value, item, name) { return -1 }
  if !isStr(item) {
    return raiseStatus(Exceptions.typeError) {
      $0.append("can only assign string to ")
      $0.append(asType(value).pointee.name)
      $0.append(".")
      $0.append(name)
      $0.append(", not '")
      $0.append(typeName(item))
      $0.append("'")
    }
  }
  if slot == UnsafeMutablePointer(&asType(value).pointee.name) && !checkTypeName(item) { return -1 }
  replace(slot, with: retained(item))
  return 0
}

/// An attribute that lies in the type's own dictionary.
private func ownAttribute(_ value: Value, _ name: Value) -> Value { dictGetName(asType(value).pointee.dict, name) }

private func typeDoc(_ value: Value) -> Value {
  let type = asType(value)
  if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0 { return optional(type.pointee.doc) }
  let doc = ownAttribute(value, Names.doc)
  if doc.isNull { return .none }
  guard let get = typeOf(doc).pointee.descriptorGet else { return retained(doc) }
  return get(doc, .null, value)
}

private func setBases(_ value: Value, _ item: Value) -> Int32 {
  if !checkSet(value, item, "__bases__") { return -1 }
  let type = asType(value)
  if !isTuple(item) {
    return raiseStatus(Exceptions.typeError) {
      $0.append("can only assign tuple to ")
      $0.append(type.pointee.name)
      $0.append(".__bases__, not ")
      $0.append(typeName(item))
    }
  }
  if tupleCount(item) == 0 {
    return raiseStatus(Exceptions.typeError) {
      $0.append("can only assign non-empty tuple to ")
      $0.append(type.pointee.name)
      $0.append(".__bases__, not ()")
    }
  }
  for index in 0..<tupleCount(item) {
    let base = tupleItems(item)[index]
    if !isType(base) {
      return raiseStatus(Exceptions.typeError) {
        $0.append(type.pointee.name)
        $0.append(".__bases__ must be tuple of classes, not '")
        $0.append(typeName(base))
        $0.append("'")
      }
    }
    // While bases are assigned in a metaclass's mro(), the orders may not be what the bases say.
    if isSubtype(asType(base), type) || derivesByLayout(asType(base), type) {
      return raiseStatus(Exceptions.typeError, "a __bases__ item causes an inheritance cycle")
    }
  }
  return changeBases(type, item)
}

/// Whether CPython frees instances of the type as objects of its collector.
private func isCollected(_ type: TypePointer) -> Bool {
  type.pointee.flags & (UInt32(MOLT_TYPE_HEAP) | UInt32(MOLT_TYPE_CONTAINER)) != 0
}

private func changeBases(_ type: TypePointer, _ bases: Value) -> Int32 {
  guard let base = bestBase(bases) else { return -1 }
  let old = type.pointee.base!
  func refuse(_ what: StaticString) -> Int32 {
    raiseStatus(Exceptions.typeError) {
      $0.append("__bases__ assignment: '")
      $0.append(base.pointee.name)
      $0.append(what)
      $0.append(old.pointee.name)
      $0.append("'")
    }
  }
  if isCollected(base) != isCollected(old) { return refuse("' deallocator differs from '") }
  // The instances that exist keep their layout, so that the dict and the members of the old base have to be there still.
  // Attribute slots are the class's own: what the new base has more of is in the dict.
  if nativeType(base) != type.pointee.nativeBase || !sameMemberLayout(base, old) {
    return refuse("' object layout differs from '")
  }
  let oldBases = type.pointee.bases
  let oldBase = type.pointee.base!
  type.pointee.bases = retained(bases)
  type.pointee.base = base
  retain(Value(base))
  let isComplete = recomputeMRO(type)
  if type.pointee.bases != bases {
    // A mro() of a metaclass assigned others meanwhile, and did what follows for them.
    release(oldBases)
    release(Value(oldBase))
    return isComplete ? 0 : -1
  }
  if !isComplete {
    release(type.pointee.bases)
    release(Value(base))
    type.pointee.bases = oldBases
    type.pointee.base = oldBase
    let raised = takeException()
    _ = recomputeMRO(type)
    clearException()
    restoreException(raised)
    return -1
  }
  for index in 0..<tupleCount(oldBases) { removeSubclass(asType(tupleItems(oldBases)[index]), type) }
  for index in 0..<tupleCount(bases) { addSubclass(asType(tupleItems(bases)[index]), type) }
  release(oldBases)
  release(Value(oldBase))
  typeModified(type)
  updateAllSlots(type)
  descriptorsChanged()
  return 0
}

private func recomputeMRO(_ type: TypePointer) -> Bool {
  molt_classes_changed = 1
  typeModified(type)
  if !computeMRO(type) { return false }
  typeModified(type)
  // A mro() of a metaclass may change who derives from it.
  var index = 0
  while index < Int(type.pointee.subclassCount) {
    if !recomputeMRO(type.pointee.subclasses[index]!) { return false }
    index += 1
  }
  return true
}

private func updateAllSlots(_ type: TypePointer) {
  updateSlots(type)
  for index in 0..<Int(type.pointee.subclassCount) { updateAllSlots(type.pointee.subclasses[index]!) }
}

private func typeAnnotations(_ value: Value) -> Value {
  let type = asType(value)
  if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0 {
    return raiseAttributeError(value, Names.annotations) {
      $0.append("type object '")
      $0.append(type.pointee.name)
      $0.append("' has no attribute '__annotations__'")
    }
  }
  let existing = ownAttribute(value, Names.annotations)
  if !existing.isNull {
    guard let get = typeOf(existing).pointee.descriptorGet else { return retained(existing) }
    return get(existing, .null, value)
  }
  let fresh = newDict()
  dictSetName(type.pointee.dict, Names.annotations, fresh)
  typeModified(type)
  return fresh
}

private func setDictionaryAttribute(_ value: Value, _ name: Value, _ item: Value, _ text: StaticString) -> Int32 {
  if !checkSet(value, item, text) { return -1 }
  dictSetName(asType(value).pointee.dict, name, item)
  typeModified(asType(value))
  return 0
}

private func setAbstractMethods(_ value: Value, _ item: Value) -> Int32 {
  let type = asType(value)
  let flag = UInt32(MOLT_TYPE_ABSTRACT)
  if item.isNull {
    if dictDelete(type.pointee.dict, Names.abstractmethods) != 1 {
      raiseValue(Exceptions.attributeError, Names.abstractmethods)
      return -1
    }
    type.pointee.flags &= ~flag
  } else {
    let truth = truthOf(item)
    if truth < 0 { return -1 }
    dictSetName(type.pointee.dict, Names.abstractmethods, item)
    if truth == 1 { type.pointee.flags |= flag } else { type.pointee.flags &= ~flag }
  }
  typeModified(type)
  return 0
}

/// CPython's bits that programs look at: heap type, base type, the kinds, and "ready".
private func visibleFlags(_ type: TypePointer) -> Int64 {
  let own = type.pointee.flags
  var flags: Int64 = 1 << 12
  if own & UInt32(MOLT_TYPE_HEAP) != 0 { flags |= 1 << 9 } else { flags |= 1 << 8 }
  if own & UInt32(MOLT_TYPE_SEQUENCE_PATTERN) != 0 { flags |= 1 << 5 }
  if own & UInt32(MOLT_TYPE_MAPPING_PATTERN) != 0 { flags |= 1 << 6 }
  if own & UInt32(MOLT_TYPE_BASE) != 0 { flags |= 1 << 10 }
  if own & UInt32(MOLT_TYPE_CONTAINER) != 0 { flags |= 1 << 14 }
  if own & UInt32(MOLT_TYPE_ABSTRACT) != 0 { flags |= 1 << 20 }
  if own & UInt32(MOLT_TYPE_INT) != 0 { flags |= 1 << 24 }
  if own & UInt32(MOLT_TYPE_LIST) != 0 { flags |= 1 << 25 }
  if own & UInt32(MOLT_TYPE_TUPLE) != 0 { flags |= 1 << 26 }
  if own & UInt32(MOLT_TYPE_BYTES) != 0 { flags |= 1 << 27 }
  if own & UInt32(MOLT_TYPE_STR) != 0 { flags |= 1 << 28 }
  if own & UInt32(MOLT_TYPE_DICTIONARY) != 0 { flags |= 1 << 29 }
  if own & UInt32(MOLT_TYPE_EXCEPTION) != 0 { flags |= 1 << 30 }
  if own & UInt32(MOLT_TYPE_TYPE) != 0 { flags |= 1 << 31 }
  return flags
}

private func addTypeAttributes(_ type: TypePointer) {
  addGetter(
    type, "__name__", { retained(asType($0).pointee.name) },
    set: { setTypeText($0, $1, "__name__", &asType($0).pointee.name) })
  addGetter(
    type, "__qualname__", { retained(asType($0).pointee.qualname) },
    set: { setTypeText($0, $1, "__qualname__", &asType($0).pointee.qualname) })
  addGetter(
    type, "__module__",
    {
      let module = typeModule(asType($0))
      return module.isNull ? raiseValue(Exceptions.attributeError, Names.module) : retained(module)
    }, set: { setDictionaryAttribute($0, Names.module, $1, "__module__") })
  addGetter(type, "__doc__", { typeDoc($0) }, set: { setDictionaryAttribute($0, Names.doc, $1, "__doc__") })
  addGetter(type, "__bases__", { retained(asType($0).pointee.bases) }, set: { setBases($0, $1) })
  addMember(type, "__base__", { asType($0).pointee.base.map { retained(Value($0)) } ?? .none })
  addGetter(type, "__mro__", { optional(asType($0).pointee.mro) })
  addGetter(type, "__text_signature__", { _ in .none })
  addGetter(type, "__dict__", { newMappingProxy(asType($0).pointee.dict) })
  addGetter(
    type, "__annotations__", { typeAnnotations($0) },
    set: {
      if !$1.isNull { return setDictionaryAttribute($0, Names.annotations, $1, "__annotations__") }
      if dictDelete(asType($0).pointee.dict, Names.annotations) == 1 { return 0 }
      raiseValue(Exceptions.attributeError, Names.annotations)
      return -1
    })
  addGetter(
    type, "__type_params__",
    {
      let params = ownAttribute($0, Names.typeParams)
      return params.isNull ? emptyTuple() : retained(params)
    }, set: { setDictionaryAttribute($0, Names.typeParams, $1, "__type_params__") })
  addGetter(
    type, "__abstractmethods__",
    {
      let methods = $0 == Value(Types.type) ? Value.null : ownAttribute($0, Names.abstractmethods)
      if methods.isNull {
        raiseValue(Exceptions.attributeError, Names.abstractmethods)
        return .null
      }
      return retained(methods)
    }, set: { setAbstractMethods($0, $1) })
  addMember(type, "__basicsize__", { makeInt(Int64(asType($0).pointee.basicSize)) })
  addMember(type, "__itemsize__", { makeInt(Int64(asType($0).pointee.itemSize)) })
  addMember(type, "__flags__", { makeInt(visibleFlags(asType($0))) })
  addMember(
    type, "__dictoffset__", { makeInt(Int64(Int32(bitPattern: asType($0).pointee.dictOffset))) })
  addMember(
    type, "__weakrefoffset__", { makeInt(Int64(Int32(bitPattern: asType($0).pointee.weakOffset))) })
}

private func addTypeMethods(_ type: TypePointer) {
  addMethod(
    type, "mro", 0, 0,
    { selfValue, _, _, _ in
      let mro = linearize(asType(selfValue), asType(selfValue).pointee.bases)
      if mro.isNull { return .null }
      let list = makeList(tupleItems(mro), tupleCount(mro))
      release(mro)
      return list
    })
  addMethod(
    type, "__subclasses__", 0, 0,
    { selfValue, _, _, _ in
      let list = newList()
      for index in 0..<Int(asType(selfValue).pointee.subclassCount) {
        listAppend(list, Value(asType(selfValue).pointee.subclasses[index]!))
      }
      return list
    })
  addMethod(
    type, "__instancecheck__", 1, 1,
    { selfValue, args, _, _ in
      let result = plainInstanceCheck(args![0], selfValue)
      return result < 0 ? .null : Value(result == 1)
    })
  addMethod(
    type, "__subclasscheck__", 1, 1,
    { selfValue, args, _, _ in
      let result = plainSubclassCheck(args![0], selfValue)
      return result < 0 ? .null : Value(result == 1)
    })
  addMethod(
    type, "__dir__", 0, 0,
    { selfValue, _, _, _ in
      let all = newDict()
      mergeClassNames(all, asType(selfValue))
      let list = keyList(all)
      release(all)
      return list
    })
  addClassMethod(type, "__prepare__", 0, -1, { _, _, _, _ in newDict() })
  addMethod(type, "__sizeof__", 0, 0, { _, _, _, _ in makeInt(MemoryLayout<MoltType>.size) })
}

// -------------------------------------------------------------------------------------------------------------
// lifetime

private func traverseType(_ type: TypePointer, _ visit: MoltVisit, _ context: UnsafeMutableRawPointer?) {
  func child(_ value: Value) { if !value.isNull { visit(value, context) } }
  child(type.pointee.dict)
  child(type.pointee.bases)
  child(type.pointee.mro)
  child(type.pointee.slotNames)
  if let base = type.pointee.base { visit(Value(base), context) }
}

private func clearType(_ type: TypePointer) {
  typeModified(type)
  if !type.pointee.dict.isNull { dictClear(type.pointee.dict) }
  replace(&type.pointee.mro, with: .null)
}

/// Ends a heap type: nobody refers to it any more, so it has neither instances nor subclasses.
private func destroyType(_ object: ObjectPointer) {
  let type = UnsafeMutableRawPointer(object).assumingMemoryBound(to: MoltType.self)
  let value = Value(object)
  if !type.pointee.weak.isNull { clearWeakReferences(value) }
  forgetLookups(type)
  let bases = type.pointee.bases
  if !bases.isNull {
    for index in 0..<tupleCount(bases) { removeSubclass(asType(tupleItems(bases)[index]), type) }
  }
  freeShapes(type)
  if let subclasses = type.pointee.subclasses {
    freeRaw(subclasses, Int(type.pointee.subclassCapacity) * MemoryLayout<TypePointer?>.size)
  }
  releaseIfBound(type.pointee.name)
  releaseIfBound(type.pointee.qualname)
  releaseIfBound(type.pointee.dict)
  releaseIfBound(type.pointee.mro)
  releaseIfBound(bases)
  releaseIfBound(type.pointee.slotNames)
  if let base = type.pointee.base { release(Value(base)) }
  freeObject(object, MemoryLayout<MoltType>.size)
}

func setUpTypeType() {
  let type = Types.type
  setUpType(
    type, "type", size: MemoryLayout<MoltType>.size,
    flags: UInt32(MOLT_TYPE_BASE) | UInt32(MOLT_TYPE_CONTAINER) | UInt32(MOLT_TYPE_TYPE))
  type.pointee.weakOffset = UInt32(MemoryLayout<MoltType>.offset(of: \MoltType.weak)!)
  type.pointee.destroy = { destroyType($0!) }
  type.pointee.traverse = {
    traverseType(UnsafeMutableRawPointer($0!).assumingMemoryBound(to: MoltType.self), $1!, $2)
  }
  type.pointee.clear = { clearType(UnsafeMutableRawPointer($0!).assumingMemoryBound(to: MoltType.self)) }
  type.pointee.construct = { typeNew($0, $1, $2, $3) }
  type.pointee.initialize = { typeInit($0, $1, $2, $3) }
  type.pointee.call = { callType($0, $1, $2, $3) }
  type.pointee.repr = { typeRepr($0) }
  type.pointee.getAttribute = { typeGetAttribute($0, $1) }
  type.pointee.setAttribute = { typeSetAttribute($0, $1, $2) }
  molt_type_binary_slot(type, Int(MOLT_OP_OR)).pointee = { unionOf($0, $1) }
  addTypeAttributes(type)
  addTypeMethods(type)
  finishType(type)
}
