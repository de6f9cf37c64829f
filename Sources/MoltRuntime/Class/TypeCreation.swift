import MoltABI

// Making classes: `type.__new__`. Follows type_new and its helpers in Objects/typeobject.c.

/// What molt_build_class knows about the class being made and type.__new__ wants to know: the names that its methods
/// store on their first parameter, and which attributes likely hold floats.
enum PendingClass {
  static var names: UnsafePointer<Value>? = nil
  static var count = 0
  /// Attributes that likely hold only floats.
  static var floats: UnsafePointer<Value>? = nil
  static var floatCount = 0
}

/// Attribute slots per class at most; what is beyond lives in the instance's dict.
private let mostSlots = 48

/// type.__new__(metatype, name, bases, namespace, **keywords): an owned class.
func typeNew(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count != 3 {
    return raise(Exceptions.typeError) {
      $0.append("type.__new__() takes exactly 3 arguments (")
      $0.append(int: Int(count))
      $0.append(" given)")
    }
  }
  guard let args else { return .null }
  let name = args[0]
  let bases = args[1]
  let namespace = args[2]
  if !isStr(name) { return raiseArgument(1, "str", name) }
  if !isTuple(bases) { return raiseArgument(2, "tuple", bases) }
  if !isDict(namespace) { return raiseArgument(3, "dict", namespace) }
  for index in 0..<tupleCount(bases) where !isType(tupleItems(bases)[index]) {
    let method = getAttributeOrNull(tupleItems(bases)[index], Names.mroEntries)
    if exceptionIsSet { return .null }
    if !method.isNull {
      release(method)
      return raise(
        Exceptions.typeError, "type() doesn't support MRO entry resolution; use types.new_class()")
    }
  }
  if !checkTypeName(name) { return .null }
  guard let winner = winningMetaclass(asType(callee), bases) else { return .null }
  if winner != asType(callee), let construct = winner.pointee.construct,
    unsafeBitCast(construct, to: Int.self) != unsafeBitCast(Types.type.pointee.construct, to: Int.self)
  {
    return construct(Value(winner), args, count, names)
  }
  return makeClass(winner, name, bases, namespace, args, names)
}

private func raiseArgument(_ position: Int, _ wanted: StaticString, _ value: Value) -> Value {
  raise(Exceptions.typeError) {
    $0.append("type.__new__() argument ")
    $0.append(int: position)
    $0.append(" must be ")
    $0.append(wanted)
    $0.append(", not ")
    $0.append(typeName(value))
  }
}

/// The most derived metaclass among `metatype` and those of the bases (`_PyType_CalculateMetaclass`).
func winningMetaclass(_ metatype: TypePointer, _ bases: Value) -> TypePointer? {
  var winner = metatype
  for index in 0..<tupleCount(bases) {
    let meta = typeOf(tupleItems(bases)[index])
    if isSubtype(winner, meta) { continue }
    if isSubtype(meta, winner) {
      winner = meta
      continue
    }
    raise(Exceptions.typeError) {
      $0.append("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass ")
      $0.append("of the metaclasses of all its bases")
    }
    return nil
  }
  return winner
}

/// The base whose instances' layout is the most extended without attribute slots and dict (`solid_base`).
func solidBase(_ type: TypePointer) -> TypePointer {
  var type = type
  while let base = type.pointee.base {
    let adds: Bool
    if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 {
      adds = type.pointee.memberCount > 0
    } else {
      adds = type.pointee.basicSize != base.pointee.basicSize || type.pointee.itemSize != base.pointee.itemSize
    }
    if adds { return type }
    type = base
  }
  return type
}

func bestBase(_ bases: Value) -> TypePointer? {
  var winner: TypePointer? = nil
  var best: TypePointer? = nil
  for index in 0..<tupleCount(bases) {
    let item = tupleItems(bases)[index]
    if !isType(item) {
      raise(Exceptions.typeError, "bases must be types")
      return nil
    }
    let base = asType(item)
    if base.pointee.flags & UInt32(MOLT_TYPE_BASE) == 0 {
      raise(Exceptions.typeError) {
        $0.append("type '")
        appendTypeName(&$0, base)
        $0.append("' is not an acceptable base type")
      }
      return nil
    }
    let candidate = solidBase(base)
    if winner == nil || (isSubtype(candidate, winner!) && candidate != winner!) {
      winner = candidate
      best = base
    } else if !isSubtype(winner!, candidate) {
      raise(Exceptions.typeError, "multiple bases have instance lay-out conflict")
      return nil
    }
  }
  return best
}

private func makeClass(
  _ metatype: TypePointer, _ name: Value, _ givenBases: Value, _ namespace: Value, _ args: Arguments, _ names: Value
) -> Value {
  let hints = PendingClass.names
  let hintCount = PendingClass.count
  let floats = PendingClass.floats
  let floatCount = PendingClass.floatCount
  PendingClass.names = nil
  PendingClass.count = 0
  PendingClass.floats = nil
  PendingClass.floatCount = 0
  let bases = tupleCount(givenBases) == 0 ? makeTuple(Value(Types.object)) : retained(givenBases)
  guard let base = bestBase(bases) else {
    release(bases)
    return .null
  }
  let value = Value(allocateObject(metatype, Int(metatype.pointee.basicSize)))
  let type = asType(value)
  type.pointee.name = intern(name)
  type.pointee.bases = bases
  type.pointee.base = base
  retain(Value(base))
  type.pointee.dict = dictCopy(namespace)
  type.pointee.nativeBase = nativeType(base)
  type.pointee.flags =
    UInt32(MOLT_TYPE_HEAP) | UInt32(MOLT_TYPE_BASE) | UInt32(MOLT_TYPE_CONTAINER)
    | base.pointee.flags & inheritedTypeFlags
  for index in 0..<tupleCount(bases) {
    type.pointee.flags |=
      asType(tupleItems(bases)[index]).pointee.flags
      & (UInt32(MOLT_TYPE_MAPPING_PATTERN) | UInt32(MOLT_TYPE_SEQUENCE_PATTERN))
  }
  type.pointee.destroy = { destroyInstance($0!) }
  type.pointee.traverse = { traverseInstance($0!, $1!, $2) }
  type.pointee.clear = { clearInstance($0!) }
  let made =
    setQualifiedName(type, namespace) && prepareDictionary(type) && layOut(type) && computeMRO(type)
  if made {
    completeDictionary(type)
    for index in 0..<tupleCount(bases) { addSubclass(asType(tupleItems(bases)[index]), type) }
    addAttributeSlots(type, hints, hintCount)
    addFloatSlots(type, floats, floatCount)
    updateSlots(type)
    if finishClass(type, names, args) { return value }
  }
  release(value)
  return .null
}

/// `__qualname__` moves from the dictionary to the type.
private func setQualifiedName(_ type: TypePointer, _ namespace: Value) -> Bool {
  let dict = type.pointee.dict
  let qualname = dictGetName(dict, Names.qualname)
  if qualname.isNull {
    type.pointee.qualname = retained(type.pointee.name)
    return true
  }
  if !isStr(qualname) {
    raiseTypeError("type __qualname__ must be a str, not ", qualname, "")
    return false
  }
  type.pointee.qualname = retained(qualname)
  return dictDelete(dict, Names.qualname) >= 0
}

/// Kinds of functions that are class or static methods without being declared as such, and `__module__`.
private func prepareDictionary(_ type: TypePointer) -> Bool {
  let dict = type.pointee.dict
  if dictGetName(dict, Names.module).isNull { dictSetName(dict, Names.module, Names.main) }
  wrapFunction(dict, Names.new) { newStaticMethod($0) }
  wrapFunction(dict, Names.initSubclass) { newClassMethod($0) }
  wrapFunction(dict, Names.classGetitem) { newClassMethod($0) }
  let cell = dictGetName(dict, Names.classcell)
  if !cell.isNull {
    if typeOf(cell) != Types.cell {
      raiseTypeError("type.__new__: __classcell__ must be a nonlocal cell, not ", cell, "")
      return false
    }
    replace(&cell.pointer(MoltCell.self).pointee.value, with: retained(Value(type)))
    if dictDelete(dict, Names.classcell) < 0 { return false }
  }
  // What annotation scopes in the class body see is the class's own dictionary from now on.
  let namespaceCell = dictGetName(dict, Names.classdictcell)
  if !namespaceCell.isNull {
    if typeOf(namespaceCell) != Types.cell {
      raiseTypeError("type.__new__: __classdictcell__ must be a nonlocal cell, not ", namespaceCell, "")
      return false
    }
    replace(&namespaceCell.pointer(MoltCell.self).pointee.value, with: retained(dict))
    if dictDelete(dict, Names.classdictcell) < 0 { return false }
  }
  return true
}

/// What a class has without having been given it, behind everything else: `__doc__`, and `__hash__` where there is
/// `__eq__`, since such a class is unhashable.
private func completeDictionary(_ type: TypePointer) {
  let dict = type.pointee.dict
  if dictGetName(dict, Names.doc).isNull { dictSetName(dict, Names.doc, .none) }
  if !dictGetName(dict, Names.eq).isNull && dictGetName(dict, Names.hash).isNull {
    dictSetName(dict, Names.hash, .none)
  }
}

private func wrapFunction(_ dict: Value, _ name: Value, _ wrap: (Value) -> Value) {
  let function = dictGetName(dict, name)
  if function.isNull || typeOf(function) != Types.function { return }
  let wrapped = wrap(function)
  dictSetName(dict, name, wrapped)
  release(wrapped)
}

// -------------------------------------------------------------------------------------------------------------- layout

/// Where an instance's own fields of the native base end.
private func nativeEnd(_ native: TypePointer) -> UInt32 {
  if native.pointee.flags & boxedFlags != 0 || isSubtype(native, Types.complex) {
    return UInt32(MemoryLayout<MoltBoxed>.size)
  }
  return (native.pointee.basicSize + 7) & ~7
}

/// Sizes and offsets of dict, weak list and `__slots__` members.
private func layOut(_ type: TypePointer) -> Bool {
  let base = type.pointee.base!
  let isHeapBase = base.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0
  type.pointee.valuesStart = nativeEnd(type.pointee.nativeBase)
  type.pointee.basicSize = isHeapBase ? base.pointee.basicSize : type.pointee.valuesStart
  type.pointee.itemSize = base.pointee.itemSize
  type.pointee.dictOffset = base.pointee.dictOffset
  type.pointee.weakOffset = base.pointee.weakOffset
  type.pointee.slotOffset = base.pointee.slotOffset
  type.pointee.slotCount = base.pointee.slotCount
  if !base.pointee.slotNames.isNull { type.pointee.slotNames = retained(base.pointee.slotNames) }
  // Instances that are types, modules … bring their own dict; inline items leave only the end of the cell.
  let hasItems = base.pointee.flags & UInt32(MOLT_TYPE_TUPLE) != 0
  var wantsDict =
    base.pointee.dictOffset == 0 && base.pointee.flags & UInt32(MOLT_TYPE_TYPE) == 0
    && type.pointee.nativeBase != Types.module
  // What has items behind its fields in CPython has no room for weak references.
  let hasCPythonItems =
    base.pointee.flags & (UInt32(MOLT_TYPE_TUPLE) | UInt32(MOLT_TYPE_INT) | UInt32(MOLT_TYPE_BYTES)) != 0
  var wantsWeak = base.pointee.weakOffset == 0 && !hasCPythonItems
  let slots = dictGetName(type.pointee.dict, Names.slots)
  var members = Value.null
  if !slots.isNull {
    members = slotList(type, slots, &wantsDict, &wantsWeak, hasItems)
    if members.isNull { return false }
  }
  // A second base may bring dict and weak list although `__slots__` does not name them.
  for index in 0..<tupleCount(type.pointee.bases) where !slots.isNull {
    let other = asType(tupleItems(type.pointee.bases)[index])
    if other == base { continue }
    if base.pointee.dictOffset == 0 && other.pointee.dictOffset != 0 { wantsDict = true }
    if base.pointee.weakOffset == 0 && other.pointee.weakOffset != 0 { wantsWeak = true }
  }
  if wantsDict {
    type.pointee.dictOffset = hasItems ? UInt32(bitPattern: -8) : takeWord(type)
  }
  if wantsWeak {
    type.pointee.weakOffset = hasItems ? UInt32(bitPattern: -16) : takeWord(type)
  }
  if !members.isNull {
    addMembers(type, members)
    release(members)
  }
  if type.pointee.dictOffset != 0 { type.pointee.flags |= UInt32(MOLT_TYPE_DICT) }
  if type.pointee.weakOffset != 0 { type.pointee.flags |= UInt32(MOLT_TYPE_WEAK) }
  if wantsDict && dictGetName(type.pointee.dict, Names.dict).isNull {
    addTypeAttribute(
      type, Names.dict,
      newGetSetDescriptor(
        type, Names.dict, { instanceDictAttribute($0) }, { setInstanceDictAttribute($0, $1) }))
  }
  if wantsWeak && dictGetName(type.pointee.dict, Names.weakref).isNull {
    addTypeAttribute(
      type, Names.weakref,
      newGetSetDescriptor(type, Names.weakref, { optional(weakListSlot($0, typeOf($0))?.pointee ?? .null) }, nil))
  }
  return true
}

private func takeWord(_ type: TypePointer) -> UInt32 {
  let offset = type.pointee.basicSize
  type.pointee.basicSize += 8
  return offset
}

/// The names of `__slots__`, mangled and sorted, as an owned list without `__dict__` and `__weakref__`, which only say
/// what instances have.
private func slotList(
  _ type: TypePointer, _ slots: Value, _ wantsDict: inout Bool, _ wantsWeak: inout Bool, _ hasItems: Bool
) -> Value {
  let names = isStr(slots) ? makeTuple(slots) : tupleOf(slots)
  if names.isNull { return .null }
  let list = newList()
  var namesDict = false
  var namesWeak = false
  let count = tupleCount(names)
  let fail: () -> Value = {
    release(names)
    release(list)
    return .null
  }
  let isVariable = hasItems || type.pointee.flags & (UInt32(MOLT_TYPE_INT) | UInt32(MOLT_TYPE_BYTES)) != 0
  if count > 0 && isVariable {
    raise(Exceptions.typeError) {
      $0.append("nonempty __slots__ not supported for subtype of '")
      $0.append(type.pointee.base.pointee.name)
      $0.append("'")
    }
    return fail()
  }
  for index in 0..<count {
    let name = tupleItems(names)[index]
    if !isStr(name) {
      raiseTypeError("__slots__ items must be strings, not '", name, "'")
      return fail()
    }
    if !isIdentifier(name) {
      raise(Exceptions.typeError, "__slots__ must be identifiers")
      return fail()
    }
    if stringsEqual(name, Names.dict) {
      if !wantsDict || namesDict {
        raise(Exceptions.typeError, "__dict__ slot disallowed: we already got one")
        return fail()
      }
      namesDict = true
      continue
    }
    if stringsEqual(name, Names.weakref) {
      if !wantsWeak || namesWeak {
        raise(Exceptions.typeError, "__weakref__ slot disallowed: we already got one")
        return fail()
      }
      namesWeak = true
      continue
    }
    let mangled = mangle(type.pointee.name, name)
    let isTaken = !dictGetName(type.pointee.dict, mangled).isNull
    if isTaken && !stringsEqual(mangled, Names.qualname) && !stringsEqual(mangled, Names.classcell)
      && !stringsEqual(mangled, Names.classdictcell)
    {
      raise(Exceptions.valueError) {
        _ = $0.appendRepr(name)
        $0.append(" in __slots__ conflicts with class variable")
      }
      release(mangled)
      return fail()
    }
    listAppend(list, mangled)
    release(mangled)
  }
  release(names)
  wantsDict = wantsDict && namesDict
  wantsWeak = wantsWeak && namesWeak
  return list
}

/// A private name as it is inside a class, interned and owned (`_Py_Mangle`).
func mangle(_ className: Value, _ name: Value) -> Value {
  let text = StrView(name)
  let owner = StrView(className)
  let dot: UInt32 = 46
  var hasDot = false
  for index in 0..<text.count where text[index] == dot { hasDot = true }
  let isPrivate =
    text.count > 2 && text[0] == 95 && text[1] == 95 && !(text[text.count - 1] == 95 && text[text.count - 2] == 95)
    && !hasDot
  var start = 0
  while start < owner.count && owner[start] == 95 { start += 1 }
  if !isPrivate || start == owner.count { return intern(name) }
  var builder = StringBuilder()
  builder.append("_")
  builder.append(owner.slice(start, owner.count))
  builder.append(text)
  let mangled = builder.finish()
  let canonical = intern(mangled)
  release(mangled)
  return canonical
}

/// Members lie in the order of their names, so that classes with the same ones in another order have the same layout, as
/// assigning `__class__` wants it.
private func addMembers(_ type: TypePointer, _ members: Value) {
  let list = members.pointer(MoltList.self)
  sortNames(list.pointee.items, list.pointee.length)
  type.pointee.memberCount = UInt32(list.pointee.length)
  for index in 0..<list.pointee.length {
    let name = list.pointee.items[index]
    addTypeAttribute(type, name, newMemberDescriptor(type, name, Int(takeWord(type))))
  }
}

private func sortNames(_ names: UnsafeMutablePointer<Value>?, _ count: Int) {
  guard let names else { return }
  for end in 1..<max(count, 1) {
    let name = names[end]
    var position = end
    while position > 0 && compareText(StrView(name), StrView(names[position - 1])) < 0 {
      names[position] = names[position - 1]
      position -= 1
    }
    names[position] = name
  }
}

/// Gives instances attribute slots for the names that methods store on `self`, behind those of the base class.
private func addAttributeSlots(_ type: TypePointer, _ hints: UnsafePointer<Value>?, _ hintCount: Int) {
  if Int32(bitPattern: type.pointee.dictOffset) <= 0 { return }
  let base = type.pointee.base!
  // Slots are one contiguous run at the end.
  if base.pointee.slotCount > 0 && base.pointee.slotOffset + base.pointee.slotCount * 8 != type.pointee.basicSize {
    return
  }
  // The dict belongs to this class or its heap bases: a native base that brings its own knows nothing of slots.
  if base.pointee.dictOffset != 0 && base.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0
    && base.pointee.flags & UInt32(MOLT_TYPE_EXCEPTION) == 0
  {
    return
  }
  withUnsafeTemporaryAllocation(of: Value.self, capacity: mostSlots) { names in
    var count = Int(type.pointee.slotCount)
    for index in 0..<count { names[index] = tupleItems(type.pointee.slotNames)[index] }
    let add = { (name: Value) in
      if count == mostSlots { return }
      for index in 0..<count where names[index] == name { return }
      // A property or member of that name takes the attribute over.
      let attribute = lookupInType(type, name)
      if !attribute.isNull && typeOf(attribute).pointee.descriptorSet != nil { return }
      names[count] = name
      count += 1
    }
    let mro = type.pointee.mro
    var position = tupleCount(mro) - 1
    while position > 0 {
      let other = asType(tupleItems(mro)[position])
      for index in 0..<Int(other.pointee.slotCount) { add(tupleItems(other.pointee.slotNames)[index]) }
      position -= 1
    }
    for index in 0..<hintCount { add(hints![index]) }
    if count == 0 || count == Int(type.pointee.slotCount) { return }
    if type.pointee.slotCount == 0 { type.pointee.slotOffset = type.pointee.basicSize }
    replace(&type.pointee.slotNames, with: makeTuple(names.baseAddress!, count))
    type.pointee.slotCount = UInt32(count)
    type.pointee.basicSize = type.pointee.slotOffset + UInt32(count) * 8
  }
}

// ------------------------------------------------------------------------------------------------------ after the
// birth

/// `__set_name__` of the attributes, then `__init_subclass__` of the bases.
private func finishClass(_ type: TypePointer, _ names: Value, _ args: Arguments) -> Bool {
  let copy = dictCopy(type.pointee.dict)
  var position = 0
  var key = Value.null
  var item = Value.null
  var succeeded = true
  while succeeded && dictNext(copy, &position, &key, &item) {
    let method = lookupInType(typeOf(item), Names.setName)
    if method.isNull { continue }
    let bound = lookupSpecial(item, Names.setName)
    let result = bound.isNull ? Value.null : call2(bound, Value(type), key)
    releaseIfBound(bound)
    if result.isNull {
      addSetNameNote(type, key, item)
      succeeded = false
    } else {
      release(result)
    }
  }
  release(copy)
  return succeeded && callInitSubclass(type, names, args)
}

/// "Error calling __set_name__ on 'Field' instance 'a' in 'C'" as a note of the raised exception.
private func addSetNameNote(_ type: TypePointer, _ key: Value, _ item: Value) {
  let raised = takeException()
  if raised.isNull { return }
  var note = StringBuilder()
  note.append("Error calling __set_name__ on '")
  note.append(typeName(item))
  note.append("' instance ")
  if note.appendRepr(key) {
    note.append(" in '")
    note.append(type.pointee.name)
    note.append("'")
    let text = note.finish()
    let method = intern("add_note")
    let result = callMethod(raised, method, text)
    releaseIfBound(result)
    release(text)
  } else {
    note.discard()
  }
  clearException()
  restoreException(raised)
}

private func callInitSubclass(_ type: TypePointer, _ names: Value, _ args: Arguments) -> Bool {
  // It is super(cls, cls).__init_subclass__, which a mro() of the metaclass may have made impossible.
  let mro = type.pointee.mro
  if !(0..<tupleCount(mro)).contains(where: { tupleItems(mro)[$0] == Value(type) }) {
    raise(Exceptions.typeError, "super(type, obj): obj must be an instance or subtype of type")
    return false
  }
  let method = lookupAfter(type, type, Names.initSubclass, Value(type))
  if method.isNull { return !exceptionIsSet }
  let result = callValue(method, args + 3, 0, names)
  release(method)
  if result.isNull { return false }
  release(result)
  return true
}

/// The attribute `name` of the classes behind `after` in `type`'s order, bound as `super(after, object)` does; owned.
/// Null without an exception: absent.
func lookupAfter(_ type: TypePointer, _ after: TypePointer, _ name: Value, _ object: Value) -> Value {
  let mro = type.pointee.mro
  let count = tupleCount(mro)
  var index = 0
  while index < count && tupleItems(mro)[index] != Value(after) { index += 1 }
  index += 1
  retain(mro)
  defer { release(mro) }
  while index < count {
    let attribute = dictGetName(asType(tupleItems(mro)[index]).pointee.dict, name)
    if !attribute.isNull {
      guard let get = typeOf(attribute).pointee.descriptorGet else { return retained(attribute) }
      retain(attribute)
      // On a class, functions come unbound.
      let result = get(attribute, object == Value(type) ? .null : object, Value(type))
      release(attribute)
      return result
    }
    index += 1
  }
  return .null
}
