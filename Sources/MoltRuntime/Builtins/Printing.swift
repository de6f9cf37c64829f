import MoltABI

// print() and input(). CPython: Python/bltinmodule.c.

/// What print() writes to: a text file that is written directly, or any object with a `write` method.
private struct PrintTarget {
  let stream: Value
  let file: TextFilePointer?
  /// The method `write` of another object, owned.
  var write = Value.null

  /// Null with an exception set for `isValid` false.
  var isValid = true

  init(_ stream: Value) {
    self.stream = stream
    if typeOf(stream) == Types.textFile {
      let f = textFile(stream)
      if !f.pointee.binary.isNull && !f.buffer.has(FileFlag.closed) && f.buffer.has(FileFlag.writable) {
        file = f
        return
      }
    }
    file = nil
    write = getAttribute(stream, intern("write"))
    isValid = !write.isNull
  }

  /// Writes a str.
  func put(_ text: Value) -> Bool {
    if let file { return writeText(file, text) }
    let result = call1(write, text)
    if result.isNull { return false }
    release(result)
    return true
  }

  /// Writes str(value).
  func putValue(_ value: Value) -> Bool {
    if isExactStr(value) { return put(value) }
    if value.isSmallInt, let file, file.pointee.lineBuffered == 0, let space = writeSpace(file.buffer, 24) {
      file.buffer.pointee.writeCount += writeDigits(value.smallInt, space)
      return true
    }
    let text = strOf(value)
    if text.isNull { return false }
    defer { release(text) }
    return put(text)
  }

  func finish() { releaseIfBound(write) }
}

/// Writes a decimal number; the count of digits and sign.
private func writeDigits(_ number: Int64, _ to: UnsafeMutablePointer<UInt8>) -> Int {
  var magnitude = number.magnitude
  var length = 1
  var power: UInt64 = 10
  while magnitude >= power {
    length += 1
    power &*= 10
  }
  let start = number < 0 ? 1 : 0
  if number < 0 { to[0] = 0x2d }
  var i = start + length - 1
  while i >= start {
    to[i] = UInt8(truncatingIfNeeded: 0x30 + magnitude % 10)
    magnitude /= 10
    i -= 1
  }
  return start + length
}

private func separator(_ value: Value, _ name: StaticString, _ out: inout Value) -> Bool {
  if value.isNone {
    out = .null
    return true
  }
  if isStr(value) {
    out = exactStr(value)
    return true
  }
  raise(Exceptions.typeError) {
    $0.append(name)
    $0.append(" must be None or a string, not ")
    $0.append(typeName(value))
  }
  return false
}

func printFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var sep = Value.null, end = Value.null, flush: Int32 = 0
  var stream = Value.null
  if !names.isNull {
    var i = 0
    while i < tupleCount(names) {
      let name = tupleItems(names)[i], value = args![Int(count) + i]
      if stringsEqual(name, intern("sep")) {
        if !separator(value, "sep", &sep) { return .null }
      } else if stringsEqual(name, intern("end")) {
        if !separator(value, "end", &end) { return .null }
      } else if stringsEqual(name, intern("file")) {
        stream = value.isNone ? .null : value
      } else if stringsEqual(name, intern("flush")) {
        flush = truthOf(value)
        if flush < 0 { return .null }
      } else {
        return raise(Exceptions.typeError) {
          $0.append("'")
          $0.append(name)
          $0.append("' is an invalid keyword argument for print()")
        }
      }
      i += 1
    }
  }
  if stream.isNull {
    stream = standardOutput()
    if stream.isNull { return raise(Exceptions.runtimeError, "lost sys.stdout") }
    // A program without a standard output prints nothing.
    if stream.isNone { return .none }
  }
  retain(stream)
  defer { release(stream) }
  let target = PrintTarget(stream)
  if !target.isValid { return .null }
  defer { target.finish() }
  var i = 0
  while i < Int(count) {
    if i > 0 && !target.put(sep.isNull ? PrintWords.space : sep) { return .null }
    if !target.putValue(args![i]) { return .null }
    i += 1
  }
  if !target.put(end.isNull ? PrintWords.newline : end) { return .null }
  if flush == 1 {
    let result = callMethod(stream, intern("flush"))
    if result.isNull { return .null }
    release(result)
  }
  return .none
}

enum PrintWords {
  static var space = Value(bits: 0)
  static var newline = Value(bits: 0)
}

func setUpPrinting() {
  PrintWords.space = intern(" ")
  PrintWords.newline = intern("\n")
}

func inputFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let input = standardInput(), output = standardOutput(), error = standardError()
  if input.isNull || input.isNone { return raise(Exceptions.runtimeError, "input(): lost sys.stdin") }
  if output.isNull || output.isNone { return raise(Exceptions.runtimeError, "input(): lost sys.stdout") }
  if error.isNull || error.isNone { return raise(Exceptions.runtimeError, "input(): lost sys.stderr") }
  retain(input)
  defer { release(input) }
  if count > 0 {
    let target = PrintTarget(output)
    if !target.isValid { return .null }
    let isWritten = target.putValue(args![0])
    target.finish()
    if !isWritten { return .null }
  }
  let flushed = callMethod(output, intern("flush"))
  if flushed.isNull { clearException() } else { release(flushed) }
  let line = callMethod(input, intern("readline"))
  if line.isNull { return .null }
  defer { release(line) }
  if !isStr(line) { return raise(Exceptions.typeError, "object.readline() returned non-string") }
  let view = StrView(line)
  if view.count == 0 { return raise(Exceptions.eofError, "EOF when reading a line") }
  if view[view.count - 1] == 0x0a { return makeString(view.slice(0, view.count - 1)) }
  return retained(line)
}
