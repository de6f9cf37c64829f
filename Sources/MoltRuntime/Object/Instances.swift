import MoltABI

// Where instances keep their attributes. An instance of a heap type has, behind the fields of its native base, a dict
// (null until needed) and attribute slots for the names that the compiler saw stored on `self`, some of which hold machine
// floats (Class/FloatSlots.swift). The shape in the header
// says in which order the slots were first set, because `__dict__` shows that order. Three states:
//   slots      shape = order of the slots that are set (Object/Shapes.swift); the dict is null
//   overflow   bit 23 of the shape: the dict holds further attributes, all set after the slots that are set
//   dict mode  shape 0xffffff: the slots are empty, the dict holds everything; entered when `__dict__` is asked for, when
//              a slot is set after an overflow attribute, or when a class sees too many orders

enum Shape {
  static let mask: UInt32 = 0x00ff_ffff
  static let overflow: UInt32 = 0x0080_0000
  static let dictMode: UInt32 = 0x00ff_ffff
  /// Numbers of orders other than the usual one start here; compiled code knows that too.
  static let others: UInt32 = 0x1000
  /// The bits that the number of an order has; dict mode has them all.
  static let orderMask: UInt32 = 0xffff
}

enum InstanceStore {
  static let done = 0
  /// The attribute to delete does not exist.
  static let absent = 1
  /// Instances of this type have no room for attributes.
  static let noRoom = 2
}

@inline(__always) func shape(of value: Value) -> UInt32 { value.object.pointee.aux & Shape.mask }

@inline(__always) private func setShape(_ value: Value, _ shape: UInt32) {
  value.object.pointee.aux = value.object.pointee.aux & ~Shape.mask | shape
}

/// A field of an object given by an offset from its start or, when negative, from the end of its cell.
@inline(__always) private func field(_ value: Value, _ offset: UInt32) -> UnsafeMutablePointer<Value>? {
  let signed = Int(Int32(bitPattern: offset))
  if signed == 0 || !value.isObject { return nil }
  let start = UnsafeMutableRawPointer(value.object)
  let place = signed > 0 ? start + signed : start + cellSize(of: value.object) + signed
  return place.assumingMemoryBound(to: Value.self)
}

/// The place of an instance's dict, nil if instances of its type have none.
@inline(__always) func instanceDictSlot(_ value: Value, _ type: TypePointer) -> UnsafeMutablePointer<Value>? {
  field(value, type.pointee.dictOffset)
}

/// The place of an object's weak reference list, nil if instances of its type have none.
@inline(__always) func weakListSlot(_ value: Value, _ type: TypePointer) -> UnsafeMutablePointer<Value>? {
  field(value, type.pointee.weakOffset)
}

@inline(__always) func attributeSlots(_ value: Value, _ type: TypePointer) -> UnsafeMutablePointer<Value> {
  (UnsafeMutableRawPointer(value.object) + Int(type.pointee.slotOffset)).assumingMemoryBound(to: Value.self)
}

/// Index of the attribute slot for an interned name, or -1.
@inline(__always) func slotIndex(_ type: TypePointer, _ name: Value) -> Int {
  let count = Int(type.pointee.slotCount)
  if count == 0 { return -1 }
  let names = tupleItems(type.pointee.slotNames)
  var index = 0
  while index < count {
    if names[index] == name { return index }
    index &+= 1
  }
  return -1
}

/// An attribute of the instance itself (interned name): borrowed, null if absent.
func instanceAttribute(_ value: Value, _ type: TypePointer, _ name: Value) -> Value {
  let index = slotIndex(type, name)
  if index >= 0 {
    let item = slotValue(value, type, index)
    if !item.isNull { return item }
  }
  guard let dict = instanceDictSlot(value, type), !dict.pointee.isNull else { return .null }
  return dictGetName(dict.pointee, name)
}

/// Sets or (item null) deletes an attribute of the instance itself: one of `InstanceStore`.
func setInstanceAttribute(_ value: Value, _ type: TypePointer, _ name: Value, _ item: Value) -> Int {
  guard let dict = instanceDictSlot(value, type) else { return InstanceStore.noRoom }
  let index = slotIndex(type, name)
  if item.isNull { return deleteInstanceAttribute(value, type, dict, index, name) }
  if index >= 0 && shape(of: value) != Shape.dictMode {
    prepareStore(type, index, item)
    let slot = attributeSlots(value, type) + index
    if isFloatSlot(type, index) {
      if isSlotSet(type, shape(of: value), index) {
        storeFloat(slot, item)
        return InstanceStore.done
      }
    } else if !slot.pointee.isNull {
      replace(slot, with: retained(item))
      return InstanceStore.done
    }
    if setSlotFirst(value, type, index, item) { return InstanceStore.done }
    enterDictMode(value, type, dict)
  }
  if dict.pointee.isNull {
    dict.pointee = newDict()
    if type.pointee.slotCount > 0 && shape(of: value) != Shape.dictMode {
      setShape(value, shape(of: value) | Shape.overflow)
    }
  }
  dictSetName(dict.pointee, name, item)
  return InstanceStore.done
}

/// First store into an empty slot, for which `prepareStore` was called; false if the instance has to go to dict mode for it.
@inline(__always)
func setSlotFirst(_ value: Value, _ type: TypePointer, _ index: Int, _ item: Value) -> Bool {
  let old = shape(of: value)
  if old == UInt32(truncatingIfNeeded: index) {
    value.object.pointee.aux &+= 1
  } else {
    let next = shapeAfter(type, old, index)
    if next == Shape.dictMode { return false }
    setShape(value, next)
  }
  let slot = attributeSlots(value, type) + index
  if isFloatSlot(type, index) { storeFloat(slot, item) } else { slot.pointee = retained(item) }
  return true
}

private func deleteInstanceAttribute(
  _ value: Value, _ type: TypePointer, _ dict: UnsafeMutablePointer<Value>, _ index: Int, _ name: Value
) -> Int {
  if index >= 0 {
    let slot = attributeSlots(value, type) + index
    let old = slotValue(value, type, index)
    if !old.isNull {
      let next = shapeWithout(type, shape(of: value), index)
      if next == Shape.dictMode {
        enterDictMode(value, type, dict)
      } else {
        setShape(value, next)
        slot.pointee = .null
        release(old)
        return InstanceStore.done
      }
    }
  }
  if dict.pointee.isNull { return InstanceStore.absent }
  return dictDelete(dict.pointee, name) == 1 ? InstanceStore.done : InstanceStore.absent
}

/// Moves the slots' values into a dict, which holds all attributes from now on.
private func enterDictMode(_ value: Value, _ type: TypePointer, _ dict: UnsafeMutablePointer<Value>) {
  let own = shape(of: value)
  if own == Shape.dictMode { return }
  let fresh = newDict()
  let slots = attributeSlots(value, type)
  forEachSlot(type, own & ~Shape.overflow) { index in
    dictSetName(fresh, tupleItems(type.pointee.slotNames)[index], slotValue(value, type, index))
  }
  let overflow = dict.pointee
  if !overflow.isNull {
    var position = 0
    var key = Value.null
    var item = Value.null
    while dictNext(overflow, &position, &key, &item) { dictSetName(fresh, key, item) }
  }
  setShape(value, Shape.dictMode)
  dict.pointee = fresh
  var index = 0
  while index < Int(type.pointee.slotCount) {
    let old = slots[index]
    slots[index] = .null
    // The dict holds a reference too, so nothing ends here.
    if !isFloatSlot(type, index) { releaseIfBound(old) }
    index += 1
  }
  releaseIfBound(overflow)
}

/// The instance's `__dict__`, made now if it was not yet: borrowed; null if instances of this type have none.
func instanceDict(_ value: Value, _ type: TypePointer) -> Value {
  guard let dict = instanceDictSlot(value, type) else { return .null }
  if type.pointee.slotCount > 0 {
    enterDictMode(value, type, dict)
  } else if dict.pointee.isNull {
    dict.pointee = newDict()
  }
  return dict.pointee
}

/// Makes another dict (borrowed) the instance's `__dict__`; false if instances of this type have none.
func setInstanceDict(_ value: Value, _ type: TypePointer, _ fresh: Value) -> Bool {
  guard let dict = instanceDictSlot(value, type) else { return false }
  if type.pointee.slotCount > 0 { enterDictMode(value, type, dict) }
  replace(dict, with: retained(fresh))
  return true
}

/// Takes the attribute slots from a class: the attributes of its instances are in dicts from now on. Classes that derive
/// from it keep theirs.
func endAttributeSlots(_ type: TypePointer) {
  var count = 0
  forEachObject { if $0.pointee.type == type && $0.pointee.refCount > 0 { count += 1 } }
  let bytes = max(count, 1) * MemoryLayout<Value>.stride
  let instances = allocateRaw(bytes).assumingMemoryBound(to: Value.self)
  var found = 0
  forEachObject {
    if $0.pointee.type == type && $0.pointee.refCount > 0 && found < count {
      instances[found] = retained(Value($0))
      found += 1
    }
  }
  for index in 0..<found { _ = instanceDict(instances[index], type) }
  // Compiled code and caches know the class by its version, and tested objects by the flag.
  typeModified(type)
  molt_classes_changed = 1
  type.pointee.basicSize = type.pointee.slotOffset
  type.pointee.slotCount = 0
  type.pointee.floatSlots = 0
  replace(&type.pointee.slotNames, with: .null)
  for index in 0..<found { release(instances[index]) }
  freeRaw(instances, bytes)
}

// ---------------------------------------------------------------------------------------------------------- __dict__

/// The `__dict__` that the built-in base of an instance's class brings, borrowed; null if it brings none
/// (`get_builtin_base_with_dict`).
private func nativeDictDescriptor(_ value: Value) -> Value {
  var type: TypePointer? = typeOf(value)
  while let candidate = type {
    if candidate.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0 {
      let descriptor = dictGetName(candidate.pointee.dict, Names.dict)
      if !descriptor.isNull { return descriptor }
    }
    type = candidate.pointee.base
  }
  return .null
}

/// The getter of `__dict__` that a class gives its instances (`subtype_dict`). It is the built-in base's own where that
/// has one, as for a class that derives from a module or type as well.
func instanceDictAttribute(_ value: Value) -> Value {
  let descriptor = nativeDictDescriptor(value)
  return descriptor.isNull ? retained(instanceDict(value, typeOf(value))) : bind(descriptor, value)
}

/// The setter of `__dict__` of instances of classes: other than those of built-in types it can be deleted, which leaves
/// an empty one.
func setInstanceDictAttribute(_ value: Value, _ item: Value) -> Int32 {
  let descriptor = nativeDictDescriptor(value)
  if !descriptor.isNull { return typeOf(descriptor).pointee.descriptorSet!(descriptor, value, item) }
  guard item.isNull else { return setDictAttribute(value, item) }
  let empty = newDict()
  _ = setInstanceDict(value, typeOf(value), empty)
  release(empty)
  return 0
}

/// The setter of `__dict__` of any object that has one.
func setDictAttribute(_ value: Value, _ item: Value) -> Int32 {
  if item.isNull {
    return raiseStatus(Exceptions.typeError, "cannot delete __dict__")
  }
  if !isDict(item) {
    raiseTypeError("__dict__ must be set to a dictionary, not a '", item, "'")
    return -1
  }
  _ = setInstanceDict(value, typeOf(value), item)
  return 0
}
