import MoltABI

// `io.StringIO`. CPython: Modules/_io/stringio.c.

private let unit = 4

private func isOpen(_ this: Value) -> Bool {
  if !ioBase(this).pointee.isClosed { return true }
  raise(Exceptions.valueError, "I/O operation on closed file")
  return false
}

/// What the `newline` argument asks for.
private struct Newlines {
  /// \r and \r\n become \n when they are written.
  var translates = false
  /// Lines end at \n, \r or \r\n, and which of them were written is noted.
  var isUniversal = false
  /// What ends a line, and what \n is written as: one or two characters.
  var first: UInt32 = 10
  var second: UInt32 = 0

  init(_ value: Value) {
    if value.isNone {
      translates = true
      isUniversal = true
    } else if !value.isNull {
      let view = StrView(value)
      if view.count == 0 { isUniversal = true } else { first = view[0] }
      if view.count == 2 { second = view[1] }
    }
  }
}

// ------------------------------------------------------------------------------------------------------------- writing

private func put(_ file: MemoryFilePointer, _ units: UnsafePointer<UInt32>, _ count: Int) -> Bool {
  if count == 0 { return true }
  if !file.prepareWrite(count, unit) { return false }
  c_memcpy(file.units + file.pointee.position, units, count * unit)
  file.pointee.position += count
  return true
}

/// Writes text at the position, with its line ends as `newline` wants them.
private func writeText(_ this: Value, _ text: Value) -> Bool {
  let view = StrView(text)
  if view.count == 0 { return true }
  let file = memoryFile(this)
  let newlines = Newlines(file.pointee.newline)
  let translatesOut = newlines.first == 13
  let room = allocateRaw(view.count * 2 * unit)
  defer { freeRaw(room, view.count * 2 * unit) }
  let units = room.assumingMemoryBound(to: UInt32.self)
  var count = 0, index = 0
  while index < view.count {
    var c = view[index]
    index += 1
    if newlines.isUniversal && (c == 13 || c == 10) {
      let isPair = c == 13 && index < view.count && view[index] == 10
      file.pointee.seen |= isPair ? 4 : c == 13 ? 1 : 2
      if newlines.translates {
        if isPair { index += 1 }
        c = 10
      } else if isPair {
        units[count] = 13
        count += 1
        index += 1
        c = 10
      }
    } else if translatesOut && c == 10 {
      units[count] = 13
      count += 1
      if newlines.second == 0 { continue }
    }
    units[count] = c
    count += 1
  }
  return put(file, units, count)
}

private func write(_ this: Value, _ text: Value) -> Value {
  if !isStr(text) {
    return raise(Exceptions.typeError) {
      $0.append("string argument expected, got '")
      $0.append(typeName(text))
      $0.append("'")
    }
  }
  if !isOpen(this) || !writeText(this, exactStr(text)) { return .null }
  return makeInt(Int64(StrView(text).count))
}

// ------------------------------------------------------------------------------------------------------------- reading

private func makeText(_ units: UnsafeMutablePointer<UInt32>, _ count: Int) -> Value {
  makeString(StrView(data: UnsafeMutableRawPointer(units), count: count, kind: 4, isASCII: false))
}

/// The next `count` characters, owned; the position moves behind them.
private func take(_ this: Value, _ count: Int) -> Value {
  let file = memoryFile(this)
  let taken = min(count, file.available)
  if taken <= 0 { return makeString("") }
  let text = makeText(file.units + file.pointee.position, taken)
  file.pointee.position += taken
  return text
}

private func lineLength(_ this: Value, _ limit: Int) -> Int {
  let file = memoryFile(this)
  var count = file.available
  if count == 0 { return 0 }
  let newlines = Newlines(file.pointee.newline)
  let start = file.units + file.pointee.position
  var index = 0
  if limit >= 0 { count = min(count, limit) }
  while index < count {
    let c = start[index]
    index += 1
    if newlines.isUniversal && !newlines.translates {
      if c == 10 { return index }
      if c == 13 { return index < count && start[index] == 10 ? index + 1 : index }
    } else if newlines.second != 0 {
      if c == newlines.first && index < count && start[index] == newlines.second { return index + 1 }
    } else if c == newlines.first {
      return index
    }
  }
  return count
}

private func nextLine(_ this: Value) -> Value {
  if !isOpen(this) { return .null }
  if typeOf(this) == StringIOType.type {
    let length = lineLength(this, -1)
    return length == 0 ? .null : take(this, length)
  }
  // A subclass may have a readline of its own.
  let line = callMethod(this, intern("readline"))
  if line.isNull { return .null }
  if !isStr(line) {
    raise(Exceptions.osError) {
      $0.append("readline() should have returned a str object, not '")
      $0.append(typeName(line))
      $0.append("'")
    }
  } else if StrView(line).count > 0 {
    return line
  }
  release(line)
  return .null
}

private func seek(_ this: Value, _ args: Arguments, _ count: Int32) -> Value {
  var offset = 0, whence = 0
  if !methodIndex(args[0], &offset) || (count > 1 && !methodIndex(args[1], &whence)) || !isOpen(this) { return .null }
  let file = memoryFile(this)
  if whence < 0 || whence > 2 { return raiseNumber("Invalid whence (", whence, ", should be 0, 1 or 2)") }
  if whence == 0 && offset < 0 { return raiseNumber("Negative seek position ", offset) }
  if whence != 0 && offset != 0 { return raise(Exceptions.osError, "Can't do nonzero cur-relative seeks") }
  file.pointee.position = whence == 0 ? offset : whence == 1 ? file.pointee.position : file.pointee.count
  return makeInt(Int64(file.pointee.position))
}

// ---------------------------------------------------------------------------------------------------------------- type

private enum StringIOType {
  static var type: TypePointer? = nil
}

/// Checks a `newline` argument; false with an exception set.
private func checkNewline(_ value: Value) -> Bool {
  if value.isNull || value.isNone { return true }
  if !isStr(value) {
    raiseTypeError("newline must be str or None, not ", value, "")
    return false
  }
  let view = StrView(value)
  let isKnown =
    view.count == 0 || (view.count == 1 && (view[0] == 10 || view[0] == 13))
    || (view.count == 2 && view[0] == 13 && view[1] == 10)
  if isKnown { return true }
  raise(Exceptions.valueError) {
    $0.append("illegal newline value: ")
    _ = $0.appendRepr(value)
  }
  return false
}

private func initialize(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  let result = withParameters("StringIO", "initial_value newline", required: 0, args, count, names) { slots in
    let initial = slots[0], newline = slots[1]
    if !checkNewline(newline) { return .null }
    if !initial.isNull && !initial.isNone && !isStr(initial) {
      return raiseTypeError("initial_value must be str or None, not ", initial, "")
    }
    let file = memoryFile(this)
    replace(&file.pointee.newline, with: newline.isNull || newline.isNone ? newline : retained(exactStr(newline)))
    ioBase(this).pointee.isClosed = false
    file.pointee.count = 0
    file.pointee.position = 0
    file.pointee.seen = 0
    if !initial.isNull && !initial.isNone && !writeText(this, exactStr(initial)) { return .null }
    file.pointee.position = 0
    return .none
  }
  return result.isNull ? -1 : 0
}

/// None, a str, or a tuple of those line ends that were written.
private func seenNewlines(_ this: Value) -> Value {
  if !isOpen(this) { return .null }
  let file = memoryFile(this)
  let seen = file.pointee.seen
  if seen == 0 { return .none }
  let list = newList()
  func add(_ bit: UInt8, _ text: StaticString) {
    if seen & bit == 0 { return }
    let value = makeString(text)
    listAppend(list, value)
    release(value)
  }
  add(1, "\r")
  add(2, "\n")
  add(4, "\r\n")
  defer { release(list) }
  return listCount(list) == 1 ? retained(listItems(list)[0]) : makeTuple(listItems(list), listCount(list))
}

private func contents(_ this: Value) -> Value {
  let file = memoryFile(this)
  return file.pointee.count == 0 ? makeString("") : makeText(file.units, file.pointee.count)
}

private func getState(_ this: Value) -> Value {
  if !isOpen(this) { return .null }
  let newline = memoryFile(this).pointee.newline
  let state = newTuple(4)
  tupleItems(state)[0] = contents(this)
  tupleItems(state)[1] = newline.isNull ? makeString("\n") : retained(newline)
  tupleItems(state)[2] = makeInt(Int64(memoryFile(this).pointee.position))
  tupleItems(state)[3] = orNone(ioBase(this).pointee.dict)
  return state
}

/// (contents, newline, position, dict or None) as `__getstate__` gave it. The contents are taken as they are.
private func setState(_ this: Value, _ state: Value) -> Value {
  if !isOpen(this) { return .null }
  if !isTuple(state) || tupleCount(state) < 4 {
    return raise(Exceptions.typeError) {
      appendTypeName(&$0, typeOf(this))
      $0.append(".__setstate__ argument should be 4-tuple, got ")
      $0.append(typeName(state))
    }
  }
  let items = tupleItems(state)
  var fresh = (items[0], items[1])
  let status = withUnsafeMutableBytes(of: &fresh) {
    initialize(this, Arguments($0.baseAddress!.assumingMemoryBound(to: Value.self)), 2, .null)
  }
  if status < 0 { return .null }
  let file = memoryFile(this)
  file.pointee.count = 0
  let view = StrView(items[0])
  for index in 0..<view.count {
    var c = view[index]
    if !put(file, &c, 1) { return .null }
  }
  var position = 0
  if !isInt(items[2]) {
    return raise(Exceptions.typeError) {
      $0.append("third item of state must be an integer, got ")
      $0.append(typeName(items[2]))
    }
  }
  if !methodIndex(items[2], &position) { return .null }
  if position < 0 { return raise(Exceptions.valueError, "position value cannot be negative") }
  file.pointee.position = position
  return adoptState(this, items[3], "fourth")
}

func makeStringIOType() -> TypePointer {
  let type = newTypeStorage()
  StringIOType.type = type
  setUpIOType(type, "_io.StringIO", base: IOTypes.textBase!, size: MemoryLayout<MemoryFile>.stride)
  type.pointee.destroy = { object in
    let file = memoryFile(Value(object!))
    file.freeData(unit)
    releaseIfBound(file.pointee.newline)
    IOTypes.base!.pointee.destroy!(object)
  }
  type.pointee.construct = { callee, _, _, _ in newMemoryFile(asType(callee)) }
  type.pointee.initialize = { initialize($0, $1, $2, $3) }
  type.pointee.next = { nextLine($0) }
  addMethod(
    type, "read", 0, 1,
    { this, args, count, _ in
      var size = -1
      if !sizeArgument(count > 0 ? args![0] : .null, &size) || !isOpen(this) { return .null }
      return take(this, size < 0 ? Int.max : size)
    })
  addMethod(
    type, "readline", 0, 1,
    { this, args, count, _ in
      var size = -1
      if !sizeArgument(count > 0 ? args![0] : .null, &size) || !isOpen(this) { return .null }
      return take(this, lineLength(this, size))
    })
  addMethod(
    type, "truncate", 0, 1,
    { this, args, count, _ in
      var size = 0
      if !isOpen(this) || !truncateArgument(this, args, count, &size) { return .null }
      if size < 0 { return raiseNumber("Negative size value ", size) }
      memoryFile(this).pointee.count = min(memoryFile(this).pointee.count, size)
      return makeInt(Int64(size))
    })
  addMethod(type, "write", 1, 1, { this, args, _, _ in write(this, args![0]) })
  addMethod(type, "seek", 1, 2, { this, args, count, _ in seek(this, args!, count) })
  addMethod(
    type, "tell", 0, 0,
    { this, _, _, _ in isOpen(this) ? makeInt(Int64(memoryFile(this).pointee.position)) : .null })
  addMethod(type, "getvalue", 0, 0, { this, _, _, _ in isOpen(this) ? contents(this) : .null })
  // Nothing is held back, so this does not mind that the file is closed.
  addMethod(type, "flush", 0, 0, { _, _, _, _ in .none })
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
  addGetter(
    type, "closed", { Value(ioBase($0).pointee.isClosed) })
  addGetter(type, "line_buffering", { isOpen($0) ? .false : .null })
  addGetter(type, "newlines", { seenNewlines($0) })
  finishType(type)
  return type
}
