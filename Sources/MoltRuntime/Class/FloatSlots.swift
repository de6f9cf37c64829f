import MoltABI

// Attribute slots that hold machine floats: the bits of a double, not a value. A class is made with those of which the plan
// says that nothing else is stored in them; the first store of anything else makes ordinary slots of them, in all instances
// of exactly that class. Whether such a slot is set only the shape says. Compiled code that has tested class and shape
// (`molt_fill_layout_floats`) reads and writes the doubles directly.

/// Makes slots for floats of a new class's slots of these names.
func addFloatSlots(_ type: TypePointer, _ names: UnsafePointer<Value>?, _ count: Int) {
  guard let names else { return }
  for index in 0..<count {
    let slot = slotIndex(type, names[index])
    if slot >= 0 && slot < 64 { type.pointee.floatSlots |= 1 << UInt64(slot) }
  }
}

/// Whether an attribute slot holds machine floats.
@inline(__always) func isFloatSlot(_ type: TypePointer, _ index: Int) -> Bool {
  type.pointee.floatSlots &>> UInt64(truncatingIfNeeded: index) & 1 != 0
}

/// The same for a field of an instance, by its offset.
@inline(__always) func isFloatField(_ type: TypePointer, _ offset: UInt32) -> Bool {
  offset >= type.pointee.slotOffset && isFloatSlot(type, Int((offset - type.pointee.slotOffset) / 8))
}

/// The value in an attribute slot, borrowed, or null.
@inline(__always) func slotValue(_ value: Value, _ type: TypePointer, _ index: Int) -> Value {
  if type.pointee.floatSlots != 0 && isFloatSlot(type, index) { return floatSlotValue(value, type, index) }
  return attributeSlots(value, type)[index]
}

/// The float in a slot for floats, or null.
func floatSlotValue(_ value: Value, _ type: TypePointer, _ index: Int) -> Value {
  if !isSlotSet(type, shape(of: value), index) { return .null }
  return Value(Double(bitPattern: attributeSlots(value, type)[index].bits))
}

/// Sets a slot for floats that the shape says is set.
@inline(__always)
func storeFloat(_ slot: UnsafeMutablePointer<Value>, _ item: Value) {
  slot.pointee = Value(bits: item.float.bitPattern)
}

/// Comes before any store in an attribute slot, which is an ordinary one afterwards if the item is no float.
@inline(__always) func prepareStore(_ type: TypePointer, _ index: Int, _ item: Value) {
  if type.pointee.floatSlots != 0 && !item.isFloat && isFloatSlot(type, index) { endFloatSlot(type, index) }
}

/// Makes values of the floats in a slot of all instances of a class.
@inline(never) private func endFloatSlot(_ type: TypePointer, _ index: Int) {
  forEachObject { object in
    if object.pointee.type == type {
      let value = Value(object)
      attributeSlots(value, type)[index] = floatSlotValue(value, type, index)
    }
  }
  type.pointee.floatSlots &= ~(1 << UInt64(index))
  // What caches and compiled code know of where the class keeps its attributes rests on its version, and where objects
  // were tested before on the flag.
  if type.pointee.version != 0 { molt_classes_changed = 1 }
  forgetLookups(type)
}

/// Whether an object is of a class that the layout describes, with slots for floats for all attributes that compiled code
/// wants as floats, and has them all. The code goes on by itself for objects of the same class and shape.
@c(molt_fill_layout_floats)
func molt_fill_layout_floats(_ value: Value, _ address: UnsafeMutableRawPointer) -> Int32 {
  if !value.isObject { return 0 }
  let layout = address.assumingMemoryBound(to: MoltLayout.self)
  let type = value.object.pointee.type!
  let version = type.pointee.version
  if version == 0 || floatVersions(layout)[Int(version & UInt32(MOLT_LAYOUT_WAYS - 1))] != version {
    if layout.pointee.floatFills >= layoutFillLimit { return 0 }
    layout.pointee.floatFills += 1
    if !addFloats(value, type, layout) { return 0 }
  }
  let order = value.object.pointee.aux & Shape.orderMask
  if order >= Shape.others {
    let wanted = floatOffsets(layout)
    for index in 0..<Int(layout.pointee.count) where wanted[index] != 0 {
      if !isSlotSet(type, shape(of: value), Int((wanted[index] - type.pointee.slotOffset) / 8)) { return 0 }
    }
  } else if order < layout.pointee.floatLength {
    return 0
  }
  layout.pointee.floatVersion = type.pointee.version
  layout.pointee.floatShape = order
  return 1
}

/// Notes that a class has its floats where the layout wants them.
private func addFloats(_ value: Value, _ type: TypePointer, _ layout: LayoutPointer) -> Bool {
  if !hasLayout(value, layout) { return false }
  let wanted = floatOffsets(layout)
  let names = layout.pointee.names.unsafelyUnwrapped
  var length: UInt32 = 0
  for index in 0..<Int(layout.pointee.count) where wanted[index] != 0 {
    let slot = slotIndex(type, names[index])
    if slot < 0 || !isFloatSlot(type, slot) { return false }
    if slotOffset(type, names[index]) == UInt32(MOLT_LAYOUT_NO_SLOT) { return false }
    let offset = type.pointee.slotOffset + UInt32(slot) * 8
    if wanted[index] != offset && wanted[index] != 1 { return false }
    length = max(length, UInt32(slot) + 1)
  }
  for index in 0..<Int(layout.pointee.count) where wanted[index] == 1 {
    wanted[index] = type.pointee.slotOffset + UInt32(slotIndex(type, names[index])) * 8
  }
  layout.pointee.floatLength = length
  floatVersions(layout)[Int(type.pointee.version & UInt32(MOLT_LAYOUT_WAYS - 1))] = type.pointee.version
  return true
}

@inline(__always) private func floatVersions(_ layout: LayoutPointer) -> UnsafeMutablePointer<UInt32> {
  let start = MemoryLayout<MoltLayout>.offset(of: \.floatVersions).unsafelyUnwrapped
  return (UnsafeMutableRawPointer(layout) + start).assumingMemoryBound(to: UInt32.self)
}

@inline(__always) private func floatOffsets(_ layout: LayoutPointer) -> UnsafeMutablePointer<UInt32> {
  layoutOffsets(layout) + 4 * Int(layout.pointee.count)
}
