import MoltABI

// Attribute slots that hold nothing but floats. A class is made with those of which the plan says so; the first store of
// anything else takes a slot out for good. While a slot is one of them, every instance of exactly that class that has the
// attribute has a float there, so that compiled code which has tested the class and the shape (`molt_fill_layout_floats`)
// reads it without a test. Who stores in a slot either stores a float or has asked `maySlotHold`.

/// The slots of a new class that likely hold only floats, by their names.
func addFloatSlots(_ type: TypePointer, _ names: UnsafePointer<Value>?, _ count: Int) {
  guard let names else { return }
  for index in 0..<count {
    let slot = slotIndex(type, names[index])
    if slot >= 0 && slot < 64 { type.pointee.floatSlots |= 1 << UInt64(slot) }
  }
}

/// Whether only floats may be stored in an attribute slot.
@inline(__always) func isFloatSlot(_ type: TypePointer, _ index: Int) -> Bool {
  index < 64 && type.pointee.floatSlots >> UInt64(truncatingIfNeeded: index) & 1 != 0
}

/// Comes before any store in an attribute slot: a value that is no float ends what is known of the slot.
@inline(__always) func prepareStore(_ type: TypePointer, _ index: Int, _ item: Value) {
  if type.pointee.floatSlots != 0 && !item.isFloat && isFloatSlot(type, index) { endFloatSlot(type, index) }
}

@inline(never) private func endFloatSlot(_ type: TypePointer, _ index: Int) {
  type.pointee.floatSlots &= ~(1 << UInt64(index))
  // What compiled code and caches know of the class rests on its version. No lookup has changed.
  forgetLookups(type)
}

/// Whether an object is of a class that the layout describes, whose slots for the attributes that compiled code wants as
/// floats hold only floats, and has all of them.
@c(molt_fill_layout_floats)
func molt_fill_layout_floats(_ value: Value, _ address: UnsafeMutableRawPointer) -> Int32 {
  if !value.isObject { return 0 }
  let layout = address.assumingMemoryBound(to: MoltLayout.self)
  let type = value.object.pointee.type!
  let way = Int(type.pointee.version & UInt32(MOLT_LAYOUT_WAYS - 1))
  if floatVersions(layout)[way] != type.pointee.version || type.pointee.version == 0 {
    if layout.pointee.floatFills >= layoutFillLimit { return 0 }
    layout.pointee.floatFills += 1
    if !addFloats(value, type, layout) { return 0 }
  }
  let shape = value.object.pointee.aux & Shape.orderMask
  return shape >= layout.pointee.floatLength && shape < Shape.others ? 1 : 0
}

/// Notes that a class has its floats as the layout wants them.
private func addFloats(_ value: Value, _ type: TypePointer, _ layout: LayoutPointer) -> Bool {
  if !hasLayout(value, layout) { return false }
  let count = Int(layout.pointee.count)
  let offsets = layoutOffsets(layout)
  let wanted = offsets + 4 * count
  var length: UInt32 = 0
  for index in 0..<count where wanted[index] != 0 {
    let offset = offsets[index]
    if offset < type.pointee.slotOffset || wanted[index] > 1 && wanted[index] != offset { return false }
    let slot = (offset - type.pointee.slotOffset) / 8
    if slot >= type.pointee.slotCount || !isFloatSlot(type, Int(slot)) { return false }
    length = max(length, slot + 1)
  }
  // The classes of a layout agree in where the attributes are, so also in this.
  if layout.pointee.floatLength != length && layout.pointee.floatLength != 0 { return false }
  layout.pointee.floatLength = length
  floatVersions(layout)[Int(type.pointee.version & UInt32(MOLT_LAYOUT_WAYS - 1))] = type.pointee.version
  return true
}

@inline(__always) private func floatVersions(_ layout: LayoutPointer) -> UnsafeMutablePointer<UInt32> {
  let start = MemoryLayout<MoltLayout>.offset(of: \.floatVersions).unsafelyUnwrapped
  return (UnsafeMutableRawPointer(layout) + start).assumingMemoryBound(to: UInt32.self)
}
