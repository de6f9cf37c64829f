import MoltABI

// `io.BytesIO`. CPython: Modules/_io/bytesio.c.

private let unit = 1

private func isOpen(_ this: Value) -> Bool {
  if !ioBase(this).pointee.isClosed { return true }
  raiseClosedFile()
  return false
}

private func write(_ this: Value, _ item: Value) -> Value {
  if !isOpen(this) { return .null }
  return withBytes(item) { bytes, count in
    let file = memoryFile(this)
    if count == 0 { return Value(smallInt: 0) }
    if !file.prepareWrite(count, unit) { return .null }
    c_memcpy(file.bytes + file.pointee.position, bytes, count)
    file.pointee.position += count
    return makeInt(Int64(count))
  }
}

/// The next `count` bytes, owned; the position moves behind them.
private func take(_ this: Value, _ count: Int) -> Value {
  let file = memoryFile(this)
  let taken = min(count, file.available)
  if taken <= 0 { return newBytesValue(nil, 0) }
  let result = newBytesValue(UnsafePointer(file.bytes + file.pointee.position), taken)
  file.pointee.position += taken
  return result
}

private func lineLength(_ this: Value, _ limit: Int) -> Int {
  let file = memoryFile(this)
  var count = file.available
  if limit >= 0 { count = min(count, limit) }
  if count == 0 { return 0 }
  let start = file.bytes + file.pointee.position
  if let end = c_memchr(start, 10, count) {
    return UnsafeRawPointer(start).distance(to: UnsafeRawPointer(end)) + 1
  }
  return count
}

private func seek(_ this: Value, _ args: Arguments, _ count: Int32) -> Value {
  if !isOpen(this) { return .null }
  var offset = 0, whence = 0
  if !methodIndex(args[0], &offset) || (count > 1 && !methodIndex(args[1], &whence)) { return .null }
  let file = memoryFile(this)
  if whence == 0 && offset < 0 { return raiseNumber("negative seek value ", offset) }
  if whence < 0 || whence > 2 { return raiseNumber("invalid whence (", whence, ", should be 0, 1 or 2)") }
  let start = whence == 0 ? 0 : whence == 1 ? file.pointee.position : file.pointee.count
  let (target, overflow) = start.addingReportingOverflow(offset)
  if overflow { return raise(Exceptions.overflowError, "new position too large") }
  file.pointee.position = max(0, target)
  return makeInt(Int64(file.pointee.position))
}

private func initialize(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  let result = withParameters("BytesIO", "initial_bytes", required: 0, args, count, names) { slots in
    let file = memoryFile(this)
    file.pointee.count = 0
    file.pointee.position = 0
    if slots[0].isNull || slots[0].isNone { return .none }
    let written = write(this, slots[0])
    if written.isNull { return .null }
    file.pointee.position = 0
    return .none
  }
  return result.isNull ? -1 : 0
}

private func contents(_ this: Value) -> Value {
  let file = memoryFile(this)
  return newBytesValue(file.pointee.count == 0 ? nil : UnsafePointer(file.bytes), file.pointee.count)
}

private func readInto(_ this: Value, _ target: Value) -> Value {
  if !isOpen(this) { return .null }
  let size = lengthOf(target)
  if size < 0 { return .null }
  let bytes = take(this, size)
  defer { release(bytes) }
  let end = makeInt(Int64(bytes.pointer(MoltBytes.self).pointee.length))
  let range = molt_new_slice(Value(smallInt: 0), end, .none)
  defer { release(range) }
  return setItem(target, range, bytes) < 0 ? .null : end
}

private func readLines(_ this: Value, _ hint: Int) -> Value {
  let lines = newList()
  var total = 0
  while true {
    let length = lineLength(this, -1)
    if length == 0 { return lines }
    let line = take(this, length)
    listAppend(lines, line)
    release(line)
    total += length
    if hint > 0 && total >= hint { return lines }
  }
}

private func getState(_ this: Value) -> Value {
  if !isOpen(this) { return .null }
  let state = newTuple(3)
  tupleItems(state)[0] = contents(this)
  tupleItems(state)[1] = makeInt(Int64(memoryFile(this).pointee.position))
  tupleItems(state)[2] = orNone(ioBase(this).pointee.dict)
  return state
}

/// (contents, position, dict or None) as `__getstate__` gave it.
private func setState(_ this: Value, _ state: Value) -> Value {
  if !isTuple(state) || tupleCount(state) < 3 {
    return raise(Exceptions.typeError) {
      appendTypeName(&$0, typeOf(this))
      $0.append(".__setstate__ argument should be 3-tuple, got ")
      $0.append(typeName(state))
    }
  }
  let file = memoryFile(this)
  file.pointee.count = 0
  file.pointee.position = 0
  if write(this, tupleItems(state)[0]).isNull { return .null }
  var position = 0
  if !isInt(tupleItems(state)[1]) {
    return raise(Exceptions.typeError) {
      $0.append("second item of state must be an integer, not ")
      $0.append(typeName(tupleItems(state)[1]))
    }
  }
  if !methodIndex(tupleItems(state)[1], &position) { return .null }
  if position < 0 { return raise(Exceptions.valueError, "position value cannot be negative") }
  file.pointee.position = position
  return adoptState(this, tupleItems(state)[2], "third")
}

/// The last part of a state: the attributes of the instance.
func adoptState(_ this: Value, _ attributes: Value, _ ordinal: StaticString) -> Value {
  if attributes.isNone { return .none }
  if !isDict(attributes) {
    return raise(Exceptions.typeError) {
      $0.append(ordinal)
      $0.append(" item of state should be a dict, got a ")
      $0.append(typeName(attributes))
    }
  }
  return dictUpdate(instanceDict(this, typeOf(this)), attributes) < 0 ? .null : .none
}

func makeBytesIOType() -> TypePointer {
  let type = newTypeStorage()
  setUpIOType(type, "_io.BytesIO", base: IOTypes.bufferedBase!, size: MemoryLayout<MemoryFile>.stride)
  type.pointee.destroy = { object in
    memoryFile(Value(object!)).freeData(unit)
    IOTypes.base!.pointee.destroy!(object)
  }
  type.pointee.construct = { callee, _, _, _ in newMemoryFile(asType(callee)) }
  type.pointee.initialize = { initialize($0, $1, $2, $3) }
  type.pointee.iterate = { retained($0) }
  type.pointee.next = { this in
    if !isOpen(this) { return .null }
    let length = lineLength(this, -1)
    return length == 0 ? .null : take(this, length)
  }
  func addReader(_ name: StaticString, _ body: @escaping NativeBody) { addMethod(type, name, 0, 1, body) }
  addReader("read") { this, args, count, _ in
    var size = -1
    if !sizeArgument(count > 0 ? args![0] : .null, &size) || !isOpen(this) { return .null }
    return take(this, size < 0 ? Int.max : size)
  }
  addReader("read1") { this, args, count, _ in
    var size = -1
    if !sizeArgument(count > 0 ? args![0] : .null, &size) || !isOpen(this) { return .null }
    return take(this, size < 0 ? Int.max : size)
  }
  addReader("readline") { this, args, count, _ in
    var size = -1
    if !sizeArgument(count > 0 ? args![0] : .null, &size) || !isOpen(this) { return .null }
    return take(this, lineLength(this, size))
  }
  addReader("readlines") { this, args, count, _ in
    var hint = -1
    if !isOpen(this) { return .null }
    if count > 0 && !args![0].isNone {
      if typeOf(args![0]).pointee.toIndex == nil {
        return raiseTypeError("integer argument expected, got '", args![0], "'")
      }
      if !methodIndex(args![0], &hint) { return .null }
    }
    return readLines(this, hint)
  }
  addReader("truncate") { this, args, count, _ in
    var size = 0
    if !isOpen(this) || !truncateArgument(this, args, count, &size) { return .null }
    if size < 0 { return raiseNumber("negative size value ", size) }
    memoryFile(this).pointee.count = min(memoryFile(this).pointee.count, size)
    return makeInt(Int64(size))
  }
  addMethod(type, "readinto", 1, 1, { this, args, _, _ in readInto(this, args![0]) })
  addMethod(type, "write", 1, 1, { this, args, _, _ in write(this, args![0]) })
  addMethod(
    type, "writelines", 1, 1,
    { this, args, _, _ in
      if !isOpen(this) { return .null }
      return forEachItem(args![0]) {
        let result = write(this, $0)
        return !result.isNull
      } ? .none : .null
    })
  addMethod(type, "seek", 1, 2, { this, args, count, _ in seek(this, args!, count) })
  addMethod(
    type, "tell", 0, 0,
    { this, _, _, _ in isOpen(this) ? makeInt(Int64(memoryFile(this).pointee.position)) : .null })
  addMethod(type, "getvalue", 0, 0, { this, _, _, _ in isOpen(this) ? contents(this) : .null })
  addMethod(type, "flush", 0, 0, { this, _, _, _ in isOpen(this) ? .none : .null })
  addMethod(type, "isatty", 0, 0, { this, _, _, _ in isOpen(this) ? .false : .null })
  addMethod(type, "readable", 0, 0, { this, _, _, _ in isOpen(this) ? .true : .null })
  addMethod(type, "writable", 0, 0, { this, _, _, _ in isOpen(this) ? .true : .null })
  addMethod(type, "seekable", 0, 0, { this, _, _, _ in isOpen(this) ? .true : .null })
  addMethod(
    type, "close", 0, 0,
    { this, _, _, _ in
      ioBase(this).pointee.isClosed = true
      memoryFile(this).freeData(unit)
      return .none
    })
  addMethod(type, "__getstate__", 0, 0, { this, _, _, _ in getState(this) })
  addMethod(type, "__setstate__", 1, 1, { this, args, _, _ in setState(this, args![0]) })
  finishType(type)
  return type
}
