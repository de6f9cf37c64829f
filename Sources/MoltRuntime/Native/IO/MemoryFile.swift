import MoltABI

// What io.BytesIO and io.StringIO have in common: a growing block of units (bytes, or code points of four bytes) and a
// position in it.

struct MemoryFile {
  var base: IOBase
  var data: UnsafeMutableRawPointer?
  var capacity: Int  // in units
  var count: Int
  var position: Int
  /// Of a StringIO: what `newline` was, None, or null where none was given.
  var newline: Value
  /// Which line ends have been written to a StringIO that keeps track of it: 1 \r, 2 \n, 4 \r\n.
  var seen: UInt8
}

typealias MemoryFilePointer = UnsafeMutablePointer<MemoryFile>

@inline(__always) func memoryFile(_ value: Value) -> MemoryFilePointer { value.pointer(MemoryFile.self) }

extension UnsafeMutablePointer where Pointee == MemoryFile {
  @inline(__always) var bytes: UnsafeMutablePointer<UInt8> {
    pointee.data.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self)
  }
  @inline(__always) var units: UnsafeMutablePointer<UInt32> {
    pointee.data.unsafelyUnwrapped.assumingMemoryBound(to: UInt32.self)
  }
  /// Units from the position to the end, 0 beyond it.
  @inline(__always) var available: Int { Swift.max(0, pointee.count - pointee.position) }

  /// Makes room for `count` units of `size` bytes; false with MemoryError set.
  func reserve(_ count: Int, _ size: Int) -> Bool {
    if count <= pointee.capacity { return true }
    if !isAllocatable(items: count) {
      raise(Exceptions.memoryError)
      return false
    }
    let capacity = Swift.max(16, count + count >> 3)
    if let old = pointee.data {
      pointee.data = resizeRaw(old, pointee.capacity * size, capacity * size)
    } else {
      pointee.data = allocateRaw(capacity * size)
    }
    pointee.capacity = capacity
    return true
  }

  /// Makes `count` units from the position on part of the contents, with zeros before them if the position was beyond
  /// the end. The caller fills them and moves the position.
  func prepareWrite(_ count: Int, _ size: Int) -> Bool {
    let (end, overflow) = pointee.position.addingReportingOverflow(count)
    if overflow {
      raise(Exceptions.overflowError, "new position too large")
      return false
    }
    if !reserve(end, size) { return false }
    if pointee.position > pointee.count {
      c_memset(
        pointee.data.unsafelyUnwrapped + pointee.count * size, 0, (pointee.position - pointee.count) * size)
    }
    if end > pointee.count { pointee.count = end }
    return true
  }

  func freeData(_ size: Int) {
    if let data = pointee.data { freeRaw(data, pointee.capacity * size) }
    pointee.data = nil
    pointee.capacity = 0
    pointee.count = 0
  }
}

func newMemoryFile(_ type: TypePointer) -> Value {
  collectionPoint()
  return Value(allocateObject(type, Int(type.pointee.basicSize)))
}

/// The size argument of truncate(), the position if there is none; false with an exception set.
func truncateArgument(_ this: Value, _ args: Arguments?, _ count: Int32, _ size: inout Int) -> Bool {
  size = memoryFile(this).pointee.position
  if count == 0 || args![0].isNone { return true }
  if typeOf(args![0]).pointee.toIndex == nil {
    raiseTypeError("argument should be integer or None, not '", args![0], "'")
    return false
  }
  return methodIndex(args![0], &size)
}

func raiseNumber(_ before: StaticString, _ number: Int, _ after: StaticString = "") -> Value {
  raise(Exceptions.valueError) {
    $0.append(before)
    $0.append(int: number)
    $0.append(after)
  }
}
