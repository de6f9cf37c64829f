import MoltABI

// Layouts: what compiled code knows of all instances of a class at once, where a site (AttributeCache.swift) knows one
// attribute. A function that tests an object against a layout reads and writes the object's attributes at fixed places
// until code runs that might change the class. Classes of one family share a layout when they keep the attributes at the
// same places, as subclasses do that only add some.

typealias LayoutPointer = UnsafeMutablePointer<MoltLayout>

/// How often a class is added or refused before the layout stays as it is: more classes than it has room for come by in
/// turn.
let layoutFillLimit: UInt32 = 64

@c(molt_fill_layout) func molt_fill_layout(_ value: Value, _ address: UnsafeMutableRawPointer) -> Int32 {
  let layout = address.assumingMemoryBound(to: MoltLayout.self)
  if !value.isObject || layout.pointee.fills >= layoutFillLimit { return 0 }
  let type = value.object.pointee.type!
  layout.pointee.fills += 1
  guard type.pointee.flags & UInt32(MOLT_TYPE_PLAIN_GETATTR) != 0, let setter = type.pointee.setAttribute,
    unsafeBitCast(setter, to: Int.self) == unsafeBitCast(Types.object.pointee.setAttribute, to: Int.self),
    assignVersion(type)
  else { return 0 }
  let way = Int(type.pointee.version & UInt32(MOLT_LAYOUT_WAYS - 1))
  let versions = layoutVersions(layout)
  // Compiled code may hold an object of a class that was added before, so the offsets never change afterwards.
  let isFirst = (0..<Int(MOLT_LAYOUT_WAYS)).allSatisfy { versions[$0] == MOLT_LAYOUT_EMPTY }
  let offsets = layoutOffsets(layout)
  let names = layout.pointee.names.unsafelyUnwrapped
  let count = Int(layout.pointee.count)
  let (shapes, slots, slotShapes) = (offsets + count, offsets + 2 * count, offsets + 3 * count)
  if !isFirst {
    for index in 0..<count {
      let slot = slotIndex(type, names[index])
      let place = slotOffset(type, names[index])
      let isFloat = slot >= 0 && isFloatSlot(type, slot)
      let known = isFloat ? slots[index] : offsets[index]
      // Where only one of them keeps a float, the attribute is found by calls for all of them.
      let other = isFloat ? offsets[index] : slots[index]
      if known != place && (other != place || place == UInt32(MOLT_LAYOUT_NO_SLOT)) { return 0 }
      if known == place && place != UInt32(MOLT_LAYOUT_NO_SLOT)
        && (isFloat ? slotShapes[index] : shapes[index]) != UInt32(truncatingIfNeeded: slot)
      {
        return 0
      }
    }
  }
  for index in 0..<count {
    let slot = slotIndex(type, names[index])
    let place = slotOffset(type, names[index])
    let isFloat = slot >= 0 && isFloatSlot(type, slot)
    let isNew = isFirst || (isFloat ? slots[index] : offsets[index]) == place
    let noSlot = UInt32(MOLT_LAYOUT_NO_SLOT)
    offsets[index] = isNew && !isFloat ? place : noSlot
    shapes[index] = isNew && !isFloat ? UInt32(truncatingIfNeeded: slot) : UInt32.max
    slots[index] = isNew && isFloat ? place : noSlot
    slotShapes[index] = isNew && isFloat ? UInt32(truncatingIfNeeded: slot) : UInt32.max
  }
  versions[way] = type.pointee.version
  return 1
}

@inline(__always) private func layoutVersions(_ layout: LayoutPointer) -> UnsafeMutablePointer<UInt32> {
  UnsafeMutableRawPointer(layout).assumingMemoryBound(to: UInt32.self)
}

@inline(__always) func layoutOffsets(_ layout: LayoutPointer) -> UnsafeMutablePointer<UInt32> {
  let start = MemoryLayout<MoltLayout>.offset(of: \.offsets).unsafelyUnwrapped
  return (UnsafeMutableRawPointer(layout) + start).assumingMemoryBound(to: UInt32.self)
}

/// Whether an object's class is one of those that the layout describes, or can be added to them.
func hasLayout(_ value: Value, _ layout: LayoutPointer) -> Bool {
  let version = value.object.pointee.type.pointee.version
  return version != 0 && layoutVersions(layout)[Int(version & UInt32(MOLT_LAYOUT_WAYS - 1))] == version
    || molt_fill_layout(value, UnsafeMutableRawPointer(layout)) != 0
}

/// Byte offset of the slot that the attribute has in all instances of the type.
func slotOffset(_ type: TypePointer, _ name: Value) -> UInt32 {
  let attribute = lookupInType(type, name)
  if !isRemembered(type, name) { return UInt32(MOLT_LAYOUT_NO_SLOT) }
  if !attribute.isNull && typeOf(attribute).pointee.descriptorSet != nil {
    let offset = memberOffset(attribute, in: type, writable: true)
    return offset < 0 ? UInt32(MOLT_LAYOUT_NO_SLOT) : UInt32(offset)
  }
  let index = slotIndex(type, name)
  return index < 0 ? UInt32(MOLT_LAYOUT_NO_SLOT) : type.pointee.slotOffset + UInt32(index) * 8
}
