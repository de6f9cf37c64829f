import MoltABI

// What list and tuple have in common.

typealias BinarySlot = @convention(c) (Value, Value) -> Value

/// Sets one of a type's binary operators.
func setBinarySlot(_ type: TypePointer, _ op: Int, _ body: @escaping BinarySlot) {
  withUnsafeMutablePointer(to: &type.pointee.binary) {
    UnsafeMutableRawPointer($0).assumingMemoryBound(to: BinarySlot?.self)[op] = body
  }
}

/// Sets one of a type's augmented assignments.
func setInPlaceSlot(_ type: TypePointer, _ op: Int, _ body: @escaping BinarySlot) {
  withUnsafeMutablePointer(to: &type.pointee.inPlace) {
    UnsafeMutableRawPointer($0).assumingMemoryBound(to: BinarySlot?.self)[op] = body
  }
}

/// The TypeError of a sequence that is to be joined to something else: `can only concatenate list (not "int") to list`.
func raiseConcatenation(_ kind: StaticString, _ other: Value) -> Value {
  raise(Exceptions.typeError) {
    $0.append("can only concatenate ")
    $0.append(kind)
    $0.append(" (not \"")
    $0.append(typeName(other))
    $0.append("\") to ")
    $0.append(kind)
  }
}

/// Whether so many items can be had at all: the allocator ends the program when memory is out, where Python code may
/// expect MemoryError of a size that it chose.
func isAllocatable(items count: Int) -> Bool {
  count < Int.max / 16 && isAllocatable(bytes: count * MemoryLayout<Value>.size)
}

func isAllocatable(bytes: Int) -> Bool {
  if bytes < 1 << 24 { return bytes >= 0 }
  if bytes > Int.max / 2 { return false }
  guard let block = probeMemory(bytes) else { return false }
  c_free(block)
  return true
}

/// The same for a value of so many units of a size, and MemoryError; false: it is set.
func hasRoom(_ count: Int, units size: Int) -> Bool {
  let (bytes, overflows) = count.multipliedReportingOverflow(by: size)
  if !overflows && isAllocatable(bytes: bytes) { return true }
  raise(Exceptions.memoryError)
  return false
}

/// Not inlined, since an allocation that is only freed again would be optimised away and always succeed.
@inline(never) private func probeMemory(_ bytes: Int) -> UnsafeMutableRawPointer? { c_malloc(bytes) }

/// Writes `count` items `times` over, retaining each.
func fillRepeating(
  _ target: UnsafeMutablePointer<Value>, _ source: UnsafePointer<Value>, _ count: Int, _ times: Int
) {
  for index in 0..<count {
    let item = source[index]
    if item.isObject { item.object.pointee.refCount &+= UInt32(truncatingIfNeeded: times) }
  }
  if count == 1 {
    let item = source[0]
    for index in 0..<times { target[index] = item }
    return
  }
  var written = 0
  while written < times {
    c_memcpy(target + written * count, source, count * MemoryLayout<Value>.size)
    written += 1
  }
}

/// An index argument clipped to Int, without None (_PyEval_SliceIndexNotNone); false with TypeError set.
func clippedIndex(_ value: Value, _ out: inout Int) -> Bool {
  if value.isSmallInt {
    out = Int(clamping: value.smallInt)
    return true
  }
  if !isInt(value) && typeOf(value).pointee.toIndex == nil {
    raise(Exceptions.typeError, "slice indices must be integers or have an __index__ method")
    return false
  }
  return indexOf(value, &out)
}
