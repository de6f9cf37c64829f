import MoltABI

// Shapes: in which order the attribute slots of an instance were first set. Shape k ≤ slotCount is the usual order,
// slots 0 … k-1 one after the other. Every other order has a number from `Shape.others` on, for an entry of a table that
// the type gets when the first instance deviates: a tree whose edges are "then slot s was set". The first entries stand
// for the usual order.

private struct ShapeEntry {
  var parent: UInt32
  var slot: UInt32
  var length: UInt32
  var firstChild: UInt32  // 0: none, since shape 0 is nobody's child
  var nextSibling: UInt32
}

private struct ShapeTable {
  var count: UInt32
  var capacity: UInt32
  var entries: UnsafeMutablePointer<ShapeEntry>
}

/// A class whose instances set their attributes in more orders than this keeps them in dicts instead.
private let mostShapes: UInt32 = 2048

private func table(_ type: TypePointer) -> UnsafeMutablePointer<ShapeTable> {
  if let existing = type.pointee.shapes { return existing.assumingMemoryBound(to: ShapeTable.self) }
  let canonical = type.pointee.slotCount + 1
  let capacity = canonical + 8
  let table = allocateRaw(MemoryLayout<ShapeTable>.size).assumingMemoryBound(to: ShapeTable.self)
  let entries = allocateRaw(Int(capacity) * MemoryLayout<ShapeEntry>.stride).assumingMemoryBound(to: ShapeEntry.self)
  var index: UInt32 = 0
  while index < canonical {
    entries[Int(index)] = ShapeEntry(
      parent: index == 0 ? 0 : index - 1, slot: index == 0 ? 0 : index - 1, length: index, firstChild: 0, nextSibling: 0
    )
    index += 1
  }
  table.initialize(to: ShapeTable(count: canonical, capacity: capacity, entries: entries))
  type.pointee.shapes = UnsafeMutableRawPointer(table)
  return table
}

func freeShapes(_ type: TypePointer) {
  guard let existing = type.pointee.shapes else { return }
  let table = existing.assumingMemoryBound(to: ShapeTable.self)
  freeRaw(table.pointee.entries, Int(table.pointee.capacity) * MemoryLayout<ShapeEntry>.stride)
  freeRaw(table, MemoryLayout<ShapeTable>.size)
  type.pointee.shapes = nil
}

/// The entry that a shape stands for, and the other way round.
@inline(__always) private func entryIndex(_ type: TypePointer, _ shape: UInt32) -> UInt32 {
  shape < Shape.others ? shape : shape - Shape.others + type.pointee.slotCount + 1
}

@inline(__always) private func shapeNumber(_ type: TypePointer, _ index: UInt32) -> UInt32 {
  index <= type.pointee.slotCount ? index : index - type.pointee.slotCount - 1 + Shape.others
}

/// The shape after `slot` is set in an instance of shape `shape`, or `Shape.dictMode`.
func shapeAfter(_ type: TypePointer, _ shape: UInt32, _ slot: Int) -> UInt32 {
  if shape & Shape.overflow != 0 { return Shape.dictMode }
  let wanted = UInt32(truncatingIfNeeded: slot)
  if shape == wanted && shape < type.pointee.slotCount { return shape + 1 }
  let table = table(type)
  let parent = entryIndex(type, shape)
  var child = table.pointee.entries[Int(parent)].firstChild
  while child != 0 {
    if table.pointee.entries[Int(child)].slot == wanted { return shapeNumber(type, child) }
    child = table.pointee.entries[Int(child)].nextSibling
  }
  let number = table.pointee.count
  if number >= mostShapes { return Shape.dictMode }
  if number == table.pointee.capacity {
    let stride = MemoryLayout<ShapeEntry>.stride
    let old = Int(table.pointee.capacity)
    table.pointee.entries = resizeRaw(table.pointee.entries, old * stride, old * 2 * stride)
      .assumingMemoryBound(to: ShapeEntry.self)
    table.pointee.capacity = UInt32(old * 2)
  }
  let entries = table.pointee.entries
  entries[Int(number)] = ShapeEntry(
    parent: parent, slot: wanted, length: entries[Int(parent)].length + 1, firstChild: 0,
    nextSibling: entries[Int(parent)].firstChild)
  entries[Int(parent)].firstChild = number
  table.pointee.count += 1
  return shapeNumber(type, number)
}

/// Whether a slot is among those that were set.
func isSlotSet(_ type: TypePointer, _ shape: UInt32, _ slot: Int) -> Bool {
  if shape == Shape.dictMode { return false }
  let order = shape & ~Shape.overflow
  if order < Shape.others { return slot < Int(order) }
  let entries = table(type).pointee.entries
  var entry = entryIndex(type, order)
  while entries[Int(entry)].length > 0 {
    if entries[Int(entry)].slot == UInt32(truncatingIfNeeded: slot) { return true }
    entry = entries[Int(entry)].parent
  }
  return false
}

/// Calls `body` with the slots of a shape in the order in which they were set.
func forEachSlot(_ type: TypePointer, _ shape: UInt32, _ body: (Int) -> Void) {
  if shape <= type.pointee.slotCount {
    var index = 0
    while index < Int(shape) {
      body(index)
      index += 1
    }
    return
  }
  let entries = table(type).pointee.entries
  let last = entryIndex(type, shape)
  let length = Int(entries[Int(last)].length)
  withUnsafeTemporaryAllocation(of: UInt32.self, capacity: length + 1) { order in
    var current = last
    var index = length
    while index > 0 {
      index -= 1
      order[index] = entries[Int(current)].slot
      current = entries[Int(current)].parent
    }
    index = 0
    while index < length {
      body(Int(order[index]))
      index += 1
    }
  }
}

/// The shape after `slot` was deleted from an instance of shape `shape`, or `Shape.dictMode`.
func shapeWithout(_ type: TypePointer, _ shape: UInt32, _ slot: Int) -> UInt32 {
  let overflow = shape & Shape.overflow
  var result: UInt32 = 0
  forEachSlot(type, shape & ~Shape.overflow) { index in
    if index != slot && result != Shape.dictMode { result = shapeAfter(type, result, index) }
  }
  return result == Shape.dictMode ? result : result | overflow
}
