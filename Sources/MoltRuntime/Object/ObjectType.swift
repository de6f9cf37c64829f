import MoltABI

// The type `object`: what every value can do. Follows the object_ functions of Objects/typeobject.c.

/// Writes an address as CPython's %p does: 0x and lower-case hexadecimal digits.
func appendAddress(_ text: inout StringBuilder, _ value: Value) {
  text.append("0x")
  var shift: UInt64 = 60
  let bits = value.bits
  var started = false
  while true {
    let digit = UInt32(truncatingIfNeeded: bits >> shift & 15)
    if digit != 0 || started || shift == 0 {
      text.append(codePoint: digit < 10 ? 48 + digit : 87 + digit)
      started = true
    }
    if shift == 0 { return }
    shift -= 4
  }
}

/// "module.Class", without the module for built-ins: as reprs name a type.
func appendTypeName(_ text: inout StringBuilder, _ type: TypePointer) {
  let module = typeModule(type)
  if !module.isNull && isStr(module) && !stringsEqual(module, Names.builtinsWord) {
    text.append(module)
    text.append(".")
    text.append(type.pointee.qualname)
  } else {
    text.append(type.pointee.name)
  }
}

/// A type's `__module__`, borrowed; null if it has none.
func typeModule(_ type: TypePointer) -> Value {
  if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 { return dictGetName(type.pointee.dict, Names.module) }
  return type.pointee.module
}

/// "<__main__.C object at 0x…>".
func objectRepr(_ value: Value) -> Value {
  var text = StringBuilder()
  text.append("<")
  appendTypeName(&text, typeOf(value))
  text.append(" object at ")
  appendAddress(&text, value)
  text.append(">")
  return text.finish()
}

/// Identity hash (`_Py_HashPointer`).
func identityHash(_ value: Value) -> Int64 {
  let bits = value.bits
  let hash = Int64(bitPattern: bits >> 4 | bits << 60)
  return hash == -1 ? -2 : hash
}

private func objectCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if op == 2 { return a == b ? .true : .notImplemented }
  if op == 3 {
    // The default != is the opposite of the type's own ==.
    guard let function = typeOf(a).pointee.compare else { return .notImplemented }
    let result = function(a, b, 2)
    if result.isNull || result == .notImplemented { return result }
    let truth = truthOf(result)
    release(result)
    return truth < 0 ? .null : Value(truth == 0)
  }
  return .notImplemented
}

@inline(__always) private func sameSlot<T>(_ a: T?, _ b: T?) -> Bool {
  unsafeBitCast(a, to: Int.self) == unsafeBitCast(b, to: Int.self)
}

/// Whether `object.__init__` or `object.__new__` should complain about arguments (`excess_args`).
private func objectNew(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let type = asType(callee)
  if count > 0 || (!names.isNull && tupleCount(names) > 0) {
    if !sameSlot(type.pointee.construct, Types.object.pointee.construct) {
      return raise(Exceptions.typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
    }
    if sameSlot(type.pointee.initialize, Types.object.pointee.initialize) {
      return raise(Exceptions.typeError) {
        $0.append(type.pointee.name)
        $0.append("() takes no arguments")
      }
    }
  }
  if type.pointee.flags & UInt32(MOLT_TYPE_ABSTRACT) != 0 { return raiseAbstract(type) }
  return newInstance(type)
}

private func objectInit(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  if count == 0 && (names.isNull || tupleCount(names) == 0) { return 0 }
  let type = typeOf(value)
  if !sameSlot(type.pointee.initialize, Types.object.pointee.initialize) {
    return raiseStatus(
      Exceptions.typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
  }
  if sameSlot(type.pointee.construct, Types.object.pointee.construct) {
    return raiseStatus(Exceptions.typeError) {
      $0.append(type.pointee.name)
      $0.append(".__init__() takes exactly one argument (the instance to initialize)")
    }
  }
  return 0
}

/// A new instance of a type that derives from `object` only; owned. Nothing of it is initialised.
@inline(__always) func newInstance(_ type: TypePointer) -> Value {
  collectionPoint()
  return Value(allocateObject(type, Int(type.pointee.basicSize)))
}

private func raiseAbstract(_ type: TypePointer) -> Value {
  let methods = dictGetName(type.pointee.dict, Names.abstractmethods)
  if methods.isNull { return raise(Exceptions.attributeError, "__abstractmethods__") }
  let sorted = sortedList(methods)
  if sorted.isNull { return .null }
  let count = sorted.pointer(MoltList.self).pointee.length
  raise(Exceptions.typeError) {
    $0.append("Can't instantiate abstract class ")
    $0.append(type.pointee.name)
    $0.append(" without an implementation for abstract method")
    if count > 1 { $0.append("s") }
    $0.append(" '")
    for index in 0..<count {
      if index > 0 { $0.append("', '") }
      _ = $0.appendStr(sorted.pointer(MoltList.self).pointee.items[index])
    }
    $0.append("'")
  }
  release(sorted)
  return .null
}

/// sorted(iterable) as an owned list.
func sortedList(_ iterable: Value) -> Value {
  let list = newList()
  let iterator = iterate(iterable)
  if iterator.isNull {
    release(list)
    return .null
  }
  while true {
    let item = nextItem(iterator)
    if item.isNull { break }
    listAppend(list, item)
    release(item)
  }
  release(iterator)
  if !exceptionIsSet {
    let result = callMethod(list, Names.sort)
    if !result.isNull {
      release(result)
      return list
    }
  }
  release(list)
  return .null
}

// --------------------------------------------------------------------------------------------------------------
// methods

private func objectFormat(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  guard requireStrArgument(args![0], "__format__() argument must be str, not ") else { return .null }
  if StrView(args![0]).count > 0 {
    return raise(Exceptions.typeError) {
      $0.append("unsupported format string passed to ")
      $0.append(typeName(value))
      $0.append(".__format__")
    }
  }
  return strOf(value)
}

/// Adds the names of a type and its bases to a dict that serves as an ordered set.
func mergeClassNames(_ names: Value, _ type: TypePointer) {
  let mro = type.pointee.mro
  var index = tupleCount(mro) - 1
  while index >= 0 {
    let dict = asType(tupleItems(mro)[index]).pointee.dict
    var position = 0
    var key = Value.null
    var value = Value.null
    while dictNext(dict, &position, &key, &value) { _ = dictSet(names, key, .none) }
    index -= 1
  }
}

/// The keys of a dict as an owned list.
func keyList(_ dict: Value) -> Value {
  let list = newList()
  var position = 0
  var key = Value.null
  var value = Value.null
  while dictNext(dict, &position, &key, &value) { listAppend(list, key) }
  return list
}

private func objectDir(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let all = newDict()
  let own = getAttributeOrNull(value, Names.dict)
  if exceptionIsSet {
    release(all)
    return .null
  }
  if !own.isNull && isDict(own) {
    var position = 0
    var key = Value.null
    var item = Value.null
    while dictNext(own, &position, &key, &item) { _ = dictSet(all, key, .none) }
  }
  releaseIfBound(own)
  let type = getAttributeOrNull(value, Names.`class`)
  if !type.isNull && isType(type) { mergeClassNames(all, asType(type)) }
  releaseIfBound(type)
  let list = keyList(all)
  release(all)
  return list
}

private func objectSetClass(_ value: Value, _ item: Value) -> Int32 {
  if item.isNull { return raiseStatus(Exceptions.typeError, "can't delete __class__ attribute") }
  guard isType(item) else {
    raiseTypeError("__class__ must be set to a class, not '", item, "' object")
    return -1
  }
  let old = typeOf(value)
  let new = asType(item)
  let heap = UInt32(MOLT_TYPE_HEAP)
  let areModules = isSubtype(old, Types.module) && isSubtype(new, Types.module)
  if !areModules && (old.pointee.flags & heap == 0 || new.pointee.flags & heap == 0) {
    return raiseStatus(
      Exceptions.typeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
  }
  if old == new { return 0 }
  if nativeType(old) != nativeType(new) || !sameMemberLayout(old, new) {
    return raiseStatus(Exceptions.typeError) {
      $0.append("__class__ assignment: '")
      $0.append(new.pointee.name)
      $0.append("' object layout differs from '")
      $0.append(old.pointee.name)
      $0.append("'")
    }
  }
  if !adoptLayout(value, old, new) {
    return raiseStatus(Exceptions.typeError) {
      $0.append("__class__ assignment: '")
      $0.append(new.pointee.name)
      $0.append("' object layout differs from '")
      $0.append(old.pointee.name)
      $0.append("'")
    }
  }
  molt_classes_changed = 1
  if !sameSlot(old.pointee.descriptorGet, new.pointee.descriptorGet)
    || !sameSlot(old.pointee.descriptorSet, new.pointee.descriptorSet)
  {
    descriptorsChanged()
  }
  retain(item)
  value.object.pointee.type = new
  release(Value(old))
  return 0
}

/// Whether two classes have the same `__slots__` members, dict and weak list in the same places.
func sameMemberLayout(_ a: TypePointer, _ b: TypePointer) -> Bool {
  a.pointee.dictOffset == b.pointee.dictOffset && a.pointee.weakOffset == b.pointee.weakOffset
    && memberEnd(a) == memberEnd(b) && sameMembers(a, b)
}

/// Whether the nearest classes that add something to their instances add the same to the same base: members of the same
/// names (`compatible_for_assignment`).
private func sameMembers(_ a: TypePointer, _ b: TypePointer) -> Bool {
  let x = lastExtended(a), y = lastExtended(b)
  if x == y { return true }
  if x.pointee.base != y.pointee.base || x.pointee.memberCount != y.pointee.memberCount { return false }
  var position = 0, key = Value.null, item = Value.null
  while dictNext(x.pointee.dict, &position, &key, &item) {
    if typeOf(item) != Types.memberDescriptor { continue }
    let other = dictGetName(y.pointee.dict, key)
    if other.isNull || typeOf(other) != Types.memberDescriptor { return false }
  }
  return true
}

/// The nearest class, from a class on, that adds members, a dict or a weak reference list to its base; the built-in base
/// if none does.
private func lastExtended(_ type: TypePointer) -> TypePointer {
  var current = type
  while current.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0, let base = current.pointee.base {
    if current.pointee.memberCount > 0 || current.pointee.dictOffset != base.pointee.dictOffset
      || current.pointee.weakOffset != base.pointee.weakOffset
    {
      return current
    }
    current = base
  }
  return current
}

@inline(__always) private func memberEnd(_ type: TypePointer) -> UInt32 {
  let end = type.pointee.slotCount > 0 ? type.pointee.slotOffset : type.pointee.basicSize
  return (end + 7) & ~7
}

/// Prepares an instance for another class with the same layout up to the attribute slots: its attributes move to the
/// dict. A class for whose slots its cell has no room does without them from then on. False if there is too little room
/// all the same.
private func adoptLayout(_ value: Value, _ old: TypePointer, _ new: TypePointer) -> Bool {
  // Modules, of which those of the program lie in no cell, have no slots.
  if nativeType(new) == Types.module { return true }
  let room = cellSize(of: value.object)
  if room < Int(new.pointee.basicSize) {
    if new.pointee.slotCount == 0 || room < Int(new.pointee.slotOffset) { return false }
    endAttributeSlots(new)
  }
  if old.pointee.slotCount > 0 {
    _ = instanceDict(value, old)
  } else if new.pointee.slotCount > 0 {
    if instanceDict(value, old).isNull { return false }
    value.object.pointee.aux |= Shape.dictMode
  }
  // Slots beyond those of the old class hold whatever the cell held.
  if new.pointee.slotCount > 0 {
    let slots = attributeSlots(value, new)
    for index in 0..<Int(new.pointee.slotCount) { slots[index] = .null }
  }
  return true
}

private func objectInitSubclass(_ type: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if !names.isNull && tupleCount(names) > 0 {
    return raise(Exceptions.typeError) {
      $0.append(asType(type).pointee.qualname)
      $0.append(".__init_subclass__() takes no keyword arguments")
    }
  }
  if count > 0 {
    return raise(Exceptions.typeError) {
      $0.append(asType(type).pointee.qualname)
      $0.append(".__init_subclass__() takes no arguments (")
      $0.append(int: Int(count))
      $0.append(" given)")
    }
  }
  return .none
}

func setUpObjectType() {
  let type = Types.object
  setUpType(type, "object", size: MemoryLayout<MoltObject>.size, flags: UInt32(MOLT_TYPE_BASE))
  type.pointee.destroy = { freeObject($0!, MemoryLayout<MoltObject>.size) }
  type.pointee.construct = { objectNew($0, $1, $2, $3) }
  type.pointee.initialize = { objectInit($0, $1, $2, $3) }
  type.pointee.repr = { objectRepr($0) }
  type.pointee.str = { reprOf($0) }
  type.pointee.hash = { identityHash($0) }
  type.pointee.compare = { objectCompare($0, $1, $2) }
  type.pointee.getAttribute = { genericGetAttribute($0, $1) }
  type.pointee.setAttribute = { genericSetAttribute($0, $1, $2) }
  addMethod(type, "__format__", 1, 1, { objectFormat($0, $1, $2, $3) })
  addMethod(type, "__dir__", 0, 0, { objectDir($0, $1, $2, $3) })
  addMethod(
    type, "__sizeof__", 0, 0,
    { value, _, _, _ in
      makeInt(value.isObject ? cellSize(of: value.object) : 24)
    })
  addCopyProtocol(type)
  addClassMethod(type, "__init_subclass__", 0, -1, { objectInitSubclass($0, $1, $2, $3) })
  addClassMethod(type, "__subclasshook__", 0, -1, { _, _, _, _ in .notImplemented })
  addGetter(type, "__class__", { retained(Value(typeOf($0))) }, set: { objectSetClass($0, $1) })
  setTypeDoc(
    type,
    """
    The base class of the class hierarchy.

    When called, it accepts no arguments and returns a new featureless
    instance that has no instance attributes and cannot be given any.

    """)
  finishType(type)
}
