import MoltABI

// `io.IOBase` and the abstract classes below it: what files have in common, and what a class of Python code inherits.
// CPython: Modules/_io/iobase.c.

/// The fields of every file that is not one of the operating system's.
struct IOBase {
  var header: MoltObject
  var dict: Value
  var weak: Value
  var isClosed: Bool
}

enum IOTypes {
  static var base: TypePointer? = nil
  static var rawBase: TypePointer? = nil
  static var bufferedBase: TypePointer? = nil
  static var textBase: TypePointer? = nil
}

@inline(__always) func ioBase(_ value: Value) -> UnsafeMutablePointer<IOBase> { value.pointer(IOBase.self) }

/// Whether a file says that it is closed: 1, 0, -1 with an exception set.
private func closedState(_ this: Value) -> Int32 {
  let closed = getAttribute(this, intern("closed"))
  if closed.isNull { return -1 }
  let truth = truthOf(closed)
  release(closed)
  return truth
}

/// ValueError unless the file is open; false: an exception is set.
func requireOpen(_ this: Value) -> Bool {
  let state = closedState(this)
  if state > 0 { raiseClosedFile() }
  return state == 0
}

private func closeBase(_ this: Value) -> Value {
  if ioBase(this).pointee.isClosed { return .none }
  let result = callMethod(this, intern("flush"))
  ioBase(this).pointee.isClosed = true
  return result.isNull ? .null : .none
}

/// Reads a line byte by byte through `read`, as a class with nothing better to offer does.
private func readLineSlowly(_ this: Value, _ limit: Int) -> Value {
  let line = newBytesBuffer()
  while limit < 0 || line.count < limit {
    let piece = callMethod(this, intern("read"), Value(smallInt: 1))
    if piece.isNull {
      line.discard()
      return .null
    }
    defer { release(piece) }
    if !isInstance(piece, Types.bytes) {
      line.discard()
      return raise(Exceptions.osError) {
        $0.append("read() should have returned a bytes object, not '")
        $0.append(typeName(piece))
        $0.append("'")
      }
    }
    let exact = exactBytes(piece)
    let count = exact.pointer(MoltBytes.self).pointee.length
    if count == 0 { break }
    line.append(bytesData(exact), count)
    if bytesData(exact)[count - 1] == 10 { break }
  }
  return line.finish()
}

/// Up to `size` bytes through `readinto`; -1: all. None where nothing is there yet.
private func readRaw(_ this: Value, _ size: Int) -> Value {
  if size < 0 { return callMethod(this, intern("readall")) }
  let count = makeInt(Int64(size))
  let block = call1(Value(Types.bytearray), count)
  release(count)
  if block.isNull { return .null }
  defer { release(block) }
  let filled = callMethod(this, intern("readinto"), block)
  if filled.isNull || filled.isNone { return filled }
  defer { release(filled) }
  let range = molt_new_slice(.none, filled, .none)
  let part = getItem(block, range)
  release(range)
  if part.isNull { return .null }
  defer { release(part) }
  return call1(Value(Types.bytes), part)
}

/// What `read` gives until it gives nothing more.
private func readAll(_ this: Value) -> Value {
  let all = newBytesBuffer()
  while true {
    let piece = callMethod(this, intern("read"), Value(smallInt: 8192))
    if piece.isNull {
      all.discard()
      return .null
    }
    defer { release(piece) }
    if piece.isNone {
      if all.count > 0 { return all.finish() }
      all.discard()
      return .none
    }
    if !isInstance(piece, Types.bytes) {
      all.discard()
      return raise(Exceptions.typeError, "read() should return bytes")
    }
    let exact = exactBytes(piece)
    let count = exact.pointer(MoltBytes.self).pointee.length
    if count == 0 { return all.finish() }
    all.append(bytesData(exact), count)
  }
}

/// Bytes that come in pieces.
struct BytesBuffer {
  private let list: Value

  fileprivate init(list: Value) { self.list = list }

  var count: Int {
    var total = 0
    for index in 0..<listCount(list) {
      total += listItems(list)[index].pointer(MoltBytes.self).pointee.length
    }
    return total
  }

  func append(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    let piece = newBytesValue(bytes, count)
    listAppend(list, piece)
    release(piece)
  }

  func finish() -> Value {
    let empty = newBytesValue(nil, 0)
    let joined = callMethod(empty, intern("join"), list)
    release(empty)
    release(list)
    return joined
  }

  func discard() { release(list) }
}

private func newBytesBuffer() -> BytesBuffer { BytesBuffer(list: newList()) }

/// The lines of a file as a list, until their lengths reach `hint` if that is positive.
private func readLines(_ this: Value, _ hint: Int) -> Value {
  let lines = newList()
  var total = 0
  let isComplete = forEachItem(this) { line in
    listAppend(lines, line)
    if hint <= 0 { return true }
    let length = lengthOf(line)
    if length < 0 || length > hint - total { return false }
    total += length
    return true
  }
  if isComplete { return lines }
  release(lines)
  return .null
}

private func writeLines(_ this: Value, _ lines: Value) -> Value {
  if !requireOpen(this) { return .null }
  let isComplete = forEachItem(lines) { line in
    let result = callMethod(this, intern("write"), line)
    releaseIfBound(result)
    return !result.isNull
  }
  return isComplete ? .none : .null
}

private func nextLine(_ this: Value) -> Value {
  let line = callMethod(this, intern("readline"))
  if line.isNull { return .null }
  let length = lengthOf(line)
  if length > 0 { return line }
  release(line)
  return .null
}

func setUpIOBaseTypes() {
  let type = newTypeStorage()
  IOTypes.base = type
  setUpIOType(type, "_io._IOBase", base: Types.object, size: MemoryLayout<IOBase>.stride)
  type.pointee.dictOffset = UInt32(MemoryLayout<IOBase>.offset(of: \IOBase.dict)!)
  type.pointee.weakOffset = UInt32(MemoryLayout<IOBase>.offset(of: \IOBase.weak)!)
  type.pointee.construct = { callee, _, _, _ in
    Value(allocateObject(asType(callee), Int(asType(callee).pointee.basicSize)))
  }
  type.pointee.initialize = { _, _, _, _ in 0 }
  type.pointee.iterate = { requireOpen($0) ? retained($0) : .null }
  type.pointee.next = { nextLine($0) }
  func unsupported(_ name: StaticString, _ most: Int, _ body: @escaping NativeBody) {
    addMethod(type, name, 0, most, body)
  }
  unsupported("seek", 2) { _, _, _, _ in raiseUnsupported("seek") }
  unsupported("truncate", 1) { _, _, _, _ in raiseUnsupported("truncate") }
  unsupported("fileno", 0) { _, _, _, _ in raiseUnsupported("fileno") }
  addMethod(
    type, "tell", 0, 0,
    { this, _, _, _ in callMethod(this, intern("seek"), Value(smallInt: 0), Value(smallInt: 1)) })
  addMethod(type, "flush", 0, 0, { this, _, _, _ in requireOpen(this) ? .none : .null })
  addMethod(type, "close", 0, 0, { this, _, _, _ in closeBase(this) })
  addMethod(type, "seekable", 0, 0, { _, _, _, _ in .false })
  addMethod(type, "readable", 0, 0, { _, _, _, _ in .false })
  addMethod(type, "writable", 0, 0, { _, _, _, _ in .false })
  addMethod(type, "isatty", 0, 0, { this, _, _, _ in requireOpen(this) ? .false : .null })
  addCheck(type, "_checkClosed") { this, _, _, _ in requireOpen(this) ? .none : .null }
  addCheck(type, "_checkSeekable") { this, _, _, _ in
    checkAbility(this, "seekable", "File or stream is not seekable.")
  }
  addCheck(type, "_checkReadable") { this, _, _, _ in
    checkAbility(this, "readable", "File or stream is not readable.")
  }
  addCheck(type, "_checkWritable") { this, _, _, _ in
    checkAbility(this, "writable", "File or stream is not writable.")
  }
  addMethod(type, "__enter__", 0, 0, { this, _, _, _ in requireOpen(this) ? retained(this) : .null })
  addMethod(type, "__exit__", 0, -1, { this, _, _, _ in callMethod(this, intern("close")) })
  addMethod(
    type, "readline", 0, 1,
    { this, args, count, _ in
      var limit = -1
      return sizeArgument(count > 0 ? args![0] : .null, &limit) ? readLineSlowly(this, limit) : .null
    })
  addMethod(
    type, "readlines", 0, 1,
    { this, args, count, _ in
      var hint = -1
      return sizeArgument(count > 0 ? args![0] : .null, &hint) ? readLines(this, hint) : .null
    })
  addMethod(type, "writelines", 1, 1, { this, args, _, _ in writeLines(this, args![0]) })
  addGetter(type, "closed", { Value(ioBase($0).pointee.isClosed) })
  addGetter(
    type, "__dict__", { retained(instanceDict($0, typeOf($0))) }, set: { setDictAttribute($0, $1) })
  finishType(type)
  IOTypes.rawBase = makeAbstract("_io._RawIOBase") {
    addMethod(
      $0, "read", 0, 1,
      { this, args, count, _ in
        var size = -1
        return sizeArgument(count > 0 ? args![0] : .null, &size) ? readRaw(this, size) : .null
      })
    addMethod($0, "readall", 0, 0, { this, _, _, _ in readAll(this) })
    addMethod($0, "readinto", 1, 1, { _, _, _, _ in raise(Exceptions.notImplementedError) })
    addMethod($0, "write", 1, 1, { _, _, _, _ in raise(Exceptions.notImplementedError) })
  }
  IOTypes.bufferedBase = makeAbstract("_io._BufferedIOBase") {
    addMethod($0, "detach", 0, 0, { _, _, _, _ in raiseUnsupported("detach") })
    addMethod($0, "read", 0, 1, { _, _, _, _ in raiseUnsupported("read") })
    addMethod($0, "read1", 0, 1, { _, _, _, _ in raiseUnsupported("read1") })
    addMethod($0, "write", 1, 1, { _, _, _, _ in raiseUnsupported("write") })
  }
  IOTypes.textBase = makeAbstract("_io._TextIOBase") {
    addMethod($0, "detach", 0, 0, { _, _, _, _ in raiseUnsupported("detach") })
    addMethod($0, "read", 0, 1, { _, _, _, _ in raiseUnsupported("read") })
    addMethod($0, "readline", 0, 1, { _, _, _, _ in raiseUnsupported("readline") })
    addMethod($0, "write", 1, 1, { _, _, _, _ in raiseUnsupported("write") })
    addGetter($0, "encoding", { _ in .none })
    addGetter($0, "newlines", { _ in .none })
    addGetter($0, "errors", { _ in .none })
  }
}

private func addCheck(_ type: TypePointer, _ name: StaticString, _ body: @escaping NativeBody) {
  addMethod(type, name, 0, 1, body)
}

private func checkAbility(_ this: Value, _ name: StaticString, _ message: StaticString) -> Value {
  let answer = callMethod(this, intern(name))
  if answer.isNull || answer == .true { return answer }
  release(answer)
  return raiseUnsupported(message)
}

private func makeAbstract(_ name: StaticString, _ fill: (TypePointer) -> Void = { _ in }) -> TypePointer {
  let type = newTypeStorage()
  setUpIOType(type, name, base: IOTypes.base!, size: MemoryLayout<IOBase>.stride)
  fill(type)
  finishType(type)
  return type
}

/// Starts a type whose instances begin with the fields of `IOBase`.
func setUpIOType(_ type: TypePointer, _ name: StaticString, base: TypePointer, size: Int) {
  setUpType(type, name, base: base, size: size, flags: UInt32(MOLT_TYPE_CONTAINER | MOLT_TYPE_BASE))
  type.pointee.destroy = { object in
    let own = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: IOBase.self)
    if !own.pointee.weak.isNull { clearWeakReferences(Value(object!)) }
    releaseIfBound(own.pointee.dict)
    freeObject(object!, Int(object!.pointee.type.pointee.basicSize))
  }
  type.pointee.traverse = { object, visit, context in
    let own = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: IOBase.self)
    if !own.pointee.dict.isNull { visit!(own.pointee.dict, context) }
  }
  type.pointee.clear = { object in
    replace(&UnsafeMutableRawPointer(object!).assumingMemoryBound(to: IOBase.self).pointee.dict, with: .null)
  }
}
