import MoltABI

// Binary file objects: io.BufferedReader, BufferedWriter, BufferedRandom and FileIO. CPython: Modules/_io/bufferedio.c.

/// Checks that the file is open and may be read or written; false: an exception is set.
func checkReadable(_ f: BinaryFilePointer) -> Bool {
  if f.has(FileFlag.closed) {
    raiseClosedFile()
    return false
  }
  if !f.has(FileFlag.readable) {
    raiseUnsupported("read")
    return false
  }
  return true
}

func checkWritable(_ f: BinaryFilePointer) -> Bool {
  if f.has(FileFlag.closed) {
    raiseClosedFile()
    return false
  }
  if !f.has(FileFlag.writable) {
    raiseUnsupported("write")
    return false
  }
  return true
}

@discardableResult func raiseUnsupported(_ message: StaticString) -> Value {
  raise(Exceptions.unsupportedOperation, message)
}

/// A size argument: None or a negative number is -1. False: an exception is set.
func sizeArgument(_ value: Value, _ size: inout Int) -> Bool {
  size = -1
  if value.isNull || value.isNone { return true }
  if typeOf(value).pointee.toIndex == nil {
    raise(Exceptions.typeError) {
      $0.append("argument should be integer or None, not '")
      $0.append(typeName(value))
      $0.append("'")
    }
    return false
  }
  if !indexOf(value, &size) { return false }
  if size < 0 { size = -1 }
  return true
}

/// The next `count` bytes (-1: all), fewer at the end of the file. Owned.
func readBytes(_ f: BinaryFilePointer, _ count: Int) -> Value {
  if count < 0 {
    if !fillToEnd(f) { return .null }
  } else {
    while f.available < count {
      let n = fillBuffer(f)
      if n < 0 { return .null }
      if n == 0 { break }
    }
  }
  let taken = count < 0 ? f.available : min(count, f.available)
  let result = newBytesValue(taken == 0 ? nil : UnsafePointer(f.unread), taken)
  f.pointee.readStart += taken
  return result
}

private func readLine(_ f: BinaryFilePointer, _ limit: Int) -> Value {
  let n = lineLength(f, limit)
  if n < 0 { return .null }
  let result = newBytesValue(n == 0 ? nil : UnsafePointer(f.unread), n)
  f.pointee.readStart += n
  return result
}

/// Bytes of a bytes-like object for the duration of `body`; .null and TypeError for anything else.
func withBytes(_ value: Value, _ body: (UnsafePointer<UInt8>, Int) -> Value) -> Value {
  var exact = value
  if isInstance(value, Types.bytes) {
    exact = exactBytes(value)
    return body(UnsafePointer(bytesData(exact)), exact.pointer(MoltBytes.self).pointee.length)
  }
  if isInstance(value, Types.bytearray) || isInstance(value, Types.memoryview) {
    exact = call1(Value(Types.bytes), value)
    if exact.isNull { return .null }
    defer { release(exact) }
    return body(UnsafePointer(bytesData(exact)), exact.pointer(MoltBytes.self).pointee.length)
  }
  return raise(Exceptions.typeError) {
    $0.append("a bytes-like object is required, not '")
    $0.append(typeName(value))
    $0.append("'")
  }
}

private func writeMethod(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let f = binaryFile(this)
  if !checkWritable(f) { return .null }
  return withBytes(args![0]) { bytes, n in writeBytes(f, bytes, n) ? makeInt(Int64(n)) : .null }
}

private func closedCheck(_ this: Value) -> Bool {
  if !binaryFile(this).has(FileFlag.closed) { return true }
  raiseClosedFile()
  return false
}

func setUpBinaryFileTypes() {
  setUp(Types.binaryFile, "_io._BufferedIOBase", Types.object)
  addMethods(Types.binaryFile)
  finishType(Types.binaryFile)
  setUp(Types.bufferedReader, "_io.BufferedReader", Types.binaryFile)
  finishType(Types.bufferedReader)
  setUp(Types.bufferedWriter, "_io.BufferedWriter", Types.binaryFile)
  finishType(Types.bufferedWriter)
  setUp(Types.bufferedRandom, "_io.BufferedRandom", Types.binaryFile)
  finishType(Types.bufferedRandom)
  setUp(Types.fileIO, "_io.FileIO", Types.binaryFile)
  finishType(Types.fileIO)
}

private func setUp(_ type: TypePointer, _ name: StaticString, _ base: TypePointer) {
  setUpType(type, name, base: base, size: MemoryLayout<BinaryFile>.stride, flags: UInt32(MOLT_TYPE_WEAK))
  type.pointee.weakOffset = UInt32(MemoryLayout<BinaryFile>.stride - MemoryLayout<Value>.stride)
  type.pointee.destroy = destroyBinaryFile
}

private func addMethods(_ type: TypePointer) {
  type.pointee.iterate = { closedCheck($0) ? retained($0) : .null }
  type.pointee.next = { this in
    if !checkReadable(binaryFile(this)) { return .null }
    let n = lineLength(binaryFile(this), -1)
    if n <= 0 { return .null }
    let f = binaryFile(this)
    let result = newBytesValue(UnsafePointer(f.unread), n)
    f.pointee.readStart += n
    return result
  }
  type.pointee.repr = { this in
    let f = binaryFile(this)
    var builder = StringBuilder()
    builder.append("<_io.")
    builder.append(typeName(this))
    if typeOf(this) == Types.fileIO && f.has(FileFlag.closed) {
      builder.append(" [closed]>")
      return builder.finish()
    }
    builder.append(" name=")
    if !builder.appendRepr(f.pointee.name) { return .null }
    builder.append(">")
    return builder.finish()
  }
  addMethod(
    type, "read", 0, 1,
    { this, args, count, _ in
      var size = -1
      if !checkReadable(binaryFile(this)) || !sizeArgument(count > 0 ? args![0] : .null, &size) { return .null }
      return readBytes(binaryFile(this), size)
    })
  addMethod(
    type, "read1", 0, 1,
    { this, args, count, _ in
      var size = -1
      let f = binaryFile(this)
      if !checkReadable(f) || !sizeArgument(count > 0 ? args![0] : .null, &size) { return .null }
      if f.available == 0 && size != 0 && fillBuffer(f) < 0 { return .null }
      return readBytes(f, size < 0 ? f.available : min(size, f.available))
    })
  addMethod(
    type, "peek", 0, 1,
    { this, args, count, _ in
      let f = binaryFile(this)
      if !checkReadable(f) { return .null }
      if f.available == 0 && fillBuffer(f) < 0 { return .null }
      return newBytesValue(f.available == 0 ? nil : UnsafePointer(f.unread), f.available)
    })
  addMethod(
    type, "readinto", 1, 1,
    { this, args, _, _ in
      let f = binaryFile(this)
      if !checkReadable(f) { return .null }
      let size = lengthOf(args![0])
      if size < 0 { return .null }
      let bytes = readBytes(f, size)
      if bytes.isNull { return .null }
      defer { release(bytes) }
      let n = bytes.pointer(MoltBytes.self).pointee.length
      let end = makeInt(Int64(n))
      let slice = molt_new_slice(Value(smallInt: 0), end, .none)
      defer { release(slice) }
      return setItem(args![0], slice, bytes) < 0 ? .null : end
    })
  addMethod(
    type, "readline", 0, 1,
    { this, args, count, _ in
      var size = -1
      if !checkReadable(binaryFile(this)) || !sizeArgument(count > 0 ? args![0] : .null, &size) { return .null }
      return readLine(binaryFile(this), size)
    })
  addMethod(
    type, "readlines", 0, 1,
    { this, args, count, _ in
      var hint = -1
      if !checkReadable(binaryFile(this)) || !sizeArgument(count > 0 ? args![0] : .null, &hint) { return .null }
      let list = newList()
      var total = 0
      while true {
        let line = readLine(binaryFile(this), -1)
        if line.isNull {
          release(list)
          return .null
        }
        let n = line.pointer(MoltBytes.self).pointee.length
        if n > 0 { listAppend(list, line) }
        release(line)
        total += n
        if n == 0 || (hint > 0 && total >= hint) { return list }
      }
    })
  addMethod(type, "write", 1, 1, writeMethod)
  addMethod(
    type, "writelines", 1, 1,
    { this, args, _, _ in
      if !closedCheck(this) { return .null }
      let iterator = iterate(args![0])
      if iterator.isNull { return .null }
      defer { release(iterator) }
      while true {
        let item = nextItem(iterator)
        if item.isNull { return exceptionIsSet ? .null : .none }
        let result = withUnsafePointer(to: item) { writeMethod(this, $0, 1, .null) }
        release(item)
        if result.isNull { return .null }
      }
    })
  addMethod(
    type, "flush", 0, 0,
    { this, _, _, _ in
      if !closedCheck(this) { return .null }
      return flushFile(binaryFile(this)) ? .none : .null
    })
  addMethod(type, "close", 0, 0, { this, _, _, _ in closeFile(binaryFile(this)) ? .none : .null })
  addMethod(
    type, "tell", 0, 0,
    { this, _, _, _ in
      if !closedCheck(this) { return .null }
      let position = filePosition(binaryFile(this))
      return position < 0 ? .null : makeInt(position)
    })
  addMethod(
    type, "seek", 1, 2,
    { this, args, count, _ in
      if !closedCheck(this) { return .null }
      var offset = 0, whence = 0
      if !indexOf(args![0], &offset) || (count > 1 && !indexOf(args![1], &whence)) { return .null }
      if whence < 0 || whence > 2 {
        return raise(Exceptions.valueError) {
          $0.append("whence value ")
          $0.append(int: whence)
          $0.append(" unsupported")
        }
      }
      let position = seekFile(binaryFile(this), Int64(offset), Int32(whence))
      return position < 0 ? .null : makeInt(position)
    })
  addMethod(
    type, "truncate", 0, 1,
    { this, args, count, _ in
      if !checkWritable(binaryFile(this)) { return .null }
      return truncateFile(binaryFile(this), count > 0 ? args![0] : .null)
    })
  addMethod(
    type, "fileno", 0, 0,
    { this, _, _, _ in
      closedCheck(this) ? makeInt(Int64(binaryFile(this).pointee.descriptor)) : .null
    })
  addMethod(
    type, "isatty", 0, 0,
    { this, _, _, _ in
      closedCheck(this) ? Value(molt_system_is_terminal(binaryFile(this).pointee.descriptor) == 1) : .null
    })
  addMethod(
    type, "readable", 0, 0,
    { this, _, _, _ in
      closedCheck(this) ? Value(binaryFile(this).has(FileFlag.readable)) : .null
    })
  addMethod(
    type, "writable", 0, 0,
    { this, _, _, _ in
      closedCheck(this) ? Value(binaryFile(this).has(FileFlag.writable)) : .null
    })
  addMethod(
    type, "seekable", 0, 0,
    { this, _, _, _ in
      closedCheck(this) ? Value(molt_system_seek(binaryFile(this).pointee.descriptor, 0, 1) >= 0) : .null
    })
  addMethod(type, "__enter__", 0, 0, { this, _, _, _ in closedCheck(this) ? retained(this) : .null })
  addMethod(type, "__exit__", 0, -1, { this, _, _, _ in closeFile(binaryFile(this)) ? .none : .null })
  addGetter(type, "closed", { Value(binaryFile($0).has(FileFlag.closed)) })
  addGetter(type, "name", { retained(binaryFile($0).pointee.name) })
  addGetter(type, "mode", { retained(binaryFile($0).pointee.mode) })
}

/// Cuts or extends to `size` bytes, the current position when null or None. The new size, owned.
func truncateFile(_ f: BinaryFilePointer, _ size: Value) -> Value {
  if !flushFile(f) { return .null }
  var target = filePosition(f)
  if target < 0 { return .null }
  if !size.isNull && !size.isNone {
    var wanted = 0
    if !indexOf(size, &wanted) { return .null }
    target = Int64(wanted)
  }
  if molt_system_truncate(f.pointee.descriptor, target) != 0 {
    raiseSystemError()
    return .null
  }
  return makeInt(target)
}
