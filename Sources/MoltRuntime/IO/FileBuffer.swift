import MoltABI

// A buffered file descriptor: what binary file objects are and text file objects read and write through.

struct BinaryFile {
  var header: MoltObject
  var descriptor: Int32
  var flags: UInt32
  var readBuffer: UnsafeMutablePointer<UInt8>?
  var readStart: Int  // bytes in readStart ..< readEnd are read and not consumed
  var readEnd: Int
  var readCapacity: Int
  var writeBuffer: UnsafeMutablePointer<UInt8>?
  var writeCount: Int
  var writeCapacity: Int
  var name: Value  // what was opened: str, bytes or int
  var mode: Value  // str as open() got it, without "t"
  var weak: Value
}

typealias BinaryFilePointer = UnsafeMutablePointer<BinaryFile>

enum FileFlag {
  static var readable: UInt32 { 1 }
  static var writable: UInt32 { 2 }
  static var closed: UInt32 { 4 }
  static var keepDescriptor: UInt32 { 8 }  // closefd=False
  static var appends: UInt32 { 16 }
  static var unbuffered: UInt32 { 32 }
}

/// Bytes asked of the system at once; a whole page table's worth would only cost memory.
private var chunkSize: Int { 32 * 1024 }

extension UnsafeMutablePointer where Pointee == BinaryFile {
  @inline(__always) func has(_ flag: UInt32) -> Bool { pointee.flags & flag != 0 }
  @inline(__always) var available: Int { pointee.readEnd - pointee.readStart }
  @inline(__always) var unread: UnsafeMutablePointer<UInt8> { pointee.readBuffer.unsafelyUnwrapped + pointee.readStart }
}

@inline(__always) func binaryFile(_ value: Value) -> BinaryFilePointer { value.pointer(BinaryFile.self) }

func raiseClosedFile() { raise(Exceptions.valueError, "I/O operation on closed file.") }

/// Raises the OSError of the system call that has just failed.
func raiseSystemError(filename: Value = .null) { raiseOSError(molt_system_errno(), filename: filename) }

/// Reads more bytes behind the unconsumed ones: their number, 0 at the end of the file, -1 with an exception set.
func fillBuffer(_ f: BinaryFilePointer) -> Int {
  if f.pointee.writeCount > 0 && !flushFile(f) { return -1 }
  if f.pointee.readStart == f.pointee.readEnd {
    f.pointee.readStart = 0
    f.pointee.readEnd = 0
  }
  if f.pointee.readCapacity - f.pointee.readEnd < chunkSize / 2 {
    let kept = f.available
    if kept > 0 && f.pointee.readStart > 0 {
      c_memmove(f.pointee.readBuffer, f.unread, kept)
      f.pointee.readStart = 0
      f.pointee.readEnd = kept
    }
    if f.pointee.readCapacity - kept < chunkSize {
      let capacity = f.pointee.readBuffer == nil ? chunkSize : f.pointee.readCapacity * 2 + chunkSize
      reserveReadBuffer(f, capacity)
    }
  }
  let room = f.pointee.readCapacity - f.pointee.readEnd
  let n = molt_system_read(f.pointee.descriptor, f.pointee.readBuffer! + f.pointee.readEnd, room)
  if n < 0 {
    raiseSystemError()
    return -1
  }
  f.pointee.readEnd += n
  return n
}

/// Makes the read buffer hold `capacity` bytes; its content stays.
func reserveReadBuffer(_ f: BinaryFilePointer, _ capacity: Int) {
  if capacity <= f.pointee.readCapacity { return }
  let block: UnsafeMutableRawPointer
  if let old = f.pointee.readBuffer {
    block = resizeRaw(old, f.pointee.readCapacity, capacity)
  } else {
    block = allocateRaw(capacity)
  }
  f.pointee.readBuffer = block.assumingMemoryBound(to: UInt8.self)
  f.pointee.readCapacity = capacity
}

/// Reads until the end of the file. False: an exception is set.
func fillToEnd(_ f: BinaryFilePointer) -> Bool {
  // The size says how much room to make, so that a large file is read with one call and copied once.
  let size = molt_system_file_size(f.pointee.descriptor)
  if size > 0 {
    let position = molt_system_seek(f.pointee.descriptor, 0, 1)
    let rest = position >= 0 && position < size ? Int(size - position) : 0
    if rest > chunkSize { reserveReadBuffer(f, f.pointee.readEnd + rest + chunkSize) }
  }
  while true {
    let n = fillBuffer(f)
    if n < 0 { return false }
    if n == 0 { return true }
  }
}

/// Forgets what was read ahead and puts the descriptor where the reader is.
private func dropReadAhead(_ f: BinaryFilePointer) {
  let ahead = f.available
  if ahead > 0 { _ = molt_system_seek(f.pointee.descriptor, Int64(-ahead), 1) }
  f.pointee.readStart = 0
  f.pointee.readEnd = 0
}

/// Hands everything written to the system. False: an exception is set; what was not written stays.
func flushFile(_ f: BinaryFilePointer) -> Bool {
  var done = 0
  while done < f.pointee.writeCount {
    let n = molt_system_write(f.pointee.descriptor, f.pointee.writeBuffer! + done, f.pointee.writeCount - done)
    if n < 0 {
      if done > 0 {
        c_memmove(f.pointee.writeBuffer, f.pointee.writeBuffer! + done, f.pointee.writeCount - done)
        f.pointee.writeCount -= done
      }
      raiseSystemError()
      return false
    }
    done += n
  }
  f.pointee.writeCount = 0
  return true
}

/// Writes bytes straight to the descriptor.
private func writeThrough(_ f: BinaryFilePointer, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  var done = 0
  while done < count {
    let n = molt_system_write(f.pointee.descriptor, bytes + done, count - done)
    if n < 0 {
      raiseSystemError()
      return false
    }
    done += n
  }
  return true
}

/// Room for `count` more bytes in the write buffer, flushing if need be; nil with an exception set, or when `count` is
/// too large to be buffered (no exception).
@inline(__always)
func writeSpace(_ f: BinaryFilePointer, _ count: Int) -> UnsafeMutablePointer<UInt8>? {
  if f.pointee.writeCapacity - f.pointee.writeCount < count || f.available > 0 {
    if !makeWriteSpace(f, count) { return nil }
  }
  return f.pointee.writeBuffer.unsafelyUnwrapped + f.pointee.writeCount
}

@inline(never) private func makeWriteSpace(_ f: BinaryFilePointer, _ count: Int) -> Bool {
  if f.available > 0 { dropReadAhead(f) }
  if f.pointee.writeBuffer == nil {
    f.pointee.writeBuffer = allocateRaw(chunkSize).assumingMemoryBound(to: UInt8.self)
    f.pointee.writeCapacity = chunkSize
  }
  if f.pointee.writeCapacity - f.pointee.writeCount < count && !flushFile(f) { return false }
  return count <= f.pointee.writeCapacity
}

/// Writes bytes through the buffer. False: an exception is set.
func writeBytes(_ f: BinaryFilePointer, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  if let space = writeSpace(f, count) {
    c_memcpy(space, bytes, count)
    f.pointee.writeCount += count
    return !f.has(FileFlag.unbuffered) || flushFile(f)
  }
  return !exceptionIsSet && writeThrough(f, bytes, count)
}

/// Flushes and closes. False: an exception is set; the file is closed all the same.
func closeFile(_ f: BinaryFilePointer) -> Bool {
  if f.has(FileFlag.closed) { return true }
  let flushed = flushFile(f)
  let exception = takeException()
  f.pointee.flags |= FileFlag.closed
  f.pointee.readStart = 0
  f.pointee.readEnd = 0
  f.pointee.writeCount = 0
  freeBuffers(f)
  var closed = true
  if !f.has(FileFlag.keepDescriptor) && molt_system_close(f.pointee.descriptor) != 0 { closed = false }
  if !flushed {
    restoreException(exception)
    return false
  }
  if !closed { raiseSystemError() }
  return closed
}

private func freeBuffers(_ f: BinaryFilePointer) {
  if let buffer = f.pointee.readBuffer { freeRaw(buffer, f.pointee.readCapacity) }
  if let buffer = f.pointee.writeBuffer { freeRaw(buffer, f.pointee.writeCapacity) }
  f.pointee.readBuffer = nil
  f.pointee.writeBuffer = nil
  f.pointee.readCapacity = 0
  f.pointee.writeCapacity = 0
}

/// The position of the next byte read or written, or -1 with an exception set.
func filePosition(_ f: BinaryFilePointer) -> Int64 {
  let position = molt_system_seek(f.pointee.descriptor, 0, 1)
  if position < 0 {
    raiseSystemError()
    return -1
  }
  return position - Int64(f.available) + Int64(f.pointee.writeCount)
}

/// Moves to another position: the new one from the start, or -1 with an exception set.
func seekFile(_ f: BinaryFilePointer, _ offset: Int64, _ whence: Int32) -> Int64 {
  if !flushFile(f) { return -1 }
  let target = whence == 1 ? offset - Int64(f.available) : offset
  f.pointee.readStart = 0
  f.pointee.readEnd = 0
  let position = molt_system_seek(f.pointee.descriptor, target, whence)
  if position < 0 {
    raiseSystemError()
    return -1
  }
  return position
}

/// The number of bytes up to and with the next `\n`, at most `limit` (-1: any); fewer at the end of the file, 0 when
/// nothing is left, -1 with an exception set. The bytes are the first unconsumed ones.
func lineLength(_ f: BinaryFilePointer, _ limit: Int) -> Int {
  var searched = 0
  while true {
    let n = f.available
    if n > searched {
      let wanted = limit >= 0 && limit < n ? limit : n
      if wanted > searched, let found = c_memchr(f.unread + searched, 0x0a, wanted - searched) {
        return UnsafeRawPointer(f.unread).distance(to: UnsafeRawPointer(found)) + 1
      }
      if limit >= 0 && n >= limit { return limit }
      searched = n
    } else if limit == 0 {
      return 0
    }
    let more = fillBuffer(f)
    if more < 0 { return -1 }
    if more == 0 { return f.available }
  }
}

/// A new bytes object. Owned.
func newBytesValue(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Value {
  let size = MemoryLayout<MoltBytes>.size - 8 + count + 1
  let value = Value(allocateObject(Types.bytes, max(size, MemoryLayout<MoltBytes>.size)))
  let object = value.pointer(MoltBytes.self)
  object.pointee.length = count
  object.pointee.hash = -1
  let data = bytesData(value)
  if count > 0 { c_memcpy(data, bytes, count) }
  data[count] = 0
  return value
}

@inline(__always) func bytesData(_ value: Value) -> UnsafeMutablePointer<UInt8> {
  (UnsafeMutableRawPointer(value.object) + (MemoryLayout<MoltBytes>.size - 8)).assumingMemoryBound(to: UInt8.self)
}

// -------------------------------------------------------------------------------------------------------- creation

/// A new file object over a descriptor; `name` and `mode` are borrowed.
func newBinaryFile(_ type: TypePointer, _ descriptor: Int32, _ flags: UInt32, _ name: Value, _ mode: Value) -> Value {
  let value = Value(allocateObject(type, MemoryLayout<BinaryFile>.stride))
  Endings.count += 1
  let f = binaryFile(value)
  f.pointee.descriptor = descriptor
  f.pointee.flags = flags
  f.pointee.name = retained(name)
  f.pointee.mode = retained(mode)
  return value
}

func destroyBinaryFile(_ object: ObjectPointer?) {
  let f = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: BinaryFile.self)
  if !f.has(FileFlag.closed) {
    let saved = takeException()
    f.pointee.header.refCount = 1
    if !closeFile(f) { writeUnraisable(Value(f)) }
    f.pointee.header.refCount = 0
    restoreException(saved)
  }
  if !f.pointee.weak.isNull { clearWeakReferences(Value(f)) }
  releaseIfBound(f.pointee.name)
  releaseIfBound(f.pointee.mode)
  Endings.count -= 1
  freeObject(object!, Int(object!.pointee.type.pointee.basicSize))
}
