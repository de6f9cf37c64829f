import MoltABI

// Text file objects (io.TextIOWrapper) over a binary file. Text is decoded straight from the binary file's read buffer
// and encoded straight into its write buffer. CPython: Modules/_io/textio.c.

struct TextFile {
  var header: MoltObject
  var binary: Value  // null once detached
  var encoding: Int32  // TextEncoding
  var newline: Int32  // NewlineMode
  var lineBuffered: Int32
  var tellDisabled: Int32  // inside a for loop over the file
  var encodingName: Value
  var errors: Value
  var mode: Value
  var newlines: Value
  var weak: Value
}

typealias TextFilePointer = UnsafeMutablePointer<TextFile>

enum TextEncoding {
  static var utf8: Int32 { 0 }
  static var latin1: Int32 { 1 }
  static var ascii: Int32 { 2 }
  static var utf8Signed: Int32 { 3 }
}

enum NewlineMode {
  static var universal: Int32 { 0 }  // None: \r and \r\n are read as \n
  static var untranslated: Int32 { 1 }  // '': lines end in any of the three, and keep it
  static var lf: Int32 { 2 }
  static var cr: Int32 { 3 }
  static var crlf: Int32 { 4 }
}

@inline(__always) func textFile(_ value: Value) -> TextFilePointer { value.pointer(TextFile.self) }

extension UnsafeMutablePointer where Pointee == TextFile {
  @inline(__always) var buffer: BinaryFilePointer { binaryFile(pointee.binary) }
}

/// A new text file over a binary one. All values are borrowed.
func newTextFile(
  _ binary: Value, encoding: Int32, encodingName: Value, errors: Value, newline: Int32, lineBuffered: Bool, mode: Value
) -> Value {
  let value = Value(allocateObject(Types.textFile, MemoryLayout<TextFile>.stride))
  Endings.count += 1
  let f = textFile(value)
  f.pointee.binary = retained(binary)
  f.pointee.encoding = encoding
  f.pointee.encodingName = retained(encodingName)
  f.pointee.errors = retained(errors)
  f.pointee.newline = newline
  f.pointee.lineBuffered = lineBuffered ? 1 : 0
  f.pointee.mode = retained(mode)
  return value
}

func destroyTextFile(_ object: ObjectPointer?) {
  let f = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: TextFile.self)
  if !f.pointee.weak.isNull { clearWeakReferences(Value(f)) }
  releaseIfBound(f.pointee.binary)
  releaseIfBound(f.pointee.encodingName)
  releaseIfBound(f.pointee.errors)
  releaseIfBound(f.pointee.mode)
  releaseIfBound(f.pointee.newlines)
  Endings.count -= 1
  freeObject(object!, Int(object!.pointee.type.pointee.basicSize))
}

// --------------------------------------------------------------------------------------------------------- decoding

/// The text of bytes in the file's encoding. Owned.
private func decode(_ f: TextFilePointer, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Value {
  if count == 0 { return makeString("") }
  if f.pointee.encoding == TextEncoding.latin1 {
    return makeString(
      StrView(data: UnsafeMutableRawPointer(mutating: bytes), count: count, kind: 1, isASCII: allASCII(bytes, count)))
  }
  if allASCII(bytes, count) { return makeString(utf8: bytes, count) }
  if f.pointee.encoding != TextEncoding.ascii {
    var i = 0
    while i < count, decodeUTF8(bytes, count, &i) >= 0 {}
    if i == count { return makeString(utf8: bytes, count) }
  }
  // Malformed text: the codec knows the error handlers and the messages.
  let object = newBytesValue(bytes, count)
  let method = getAttribute(object, intern("decode"))
  release(object)
  if method.isNull { return .null }
  defer { release(method) }
  let codec = makeString(f.pointee.encoding == TextEncoding.ascii ? "ascii" : "utf-8")
  defer { release(codec) }
  return call2(method, codec, f.pointee.errors)
}

/// Number of bytes of the character that starts with a byte, as far as the encoding says.
@inline(__always) private func characterLength(_ f: TextFilePointer, _ first: UInt8) -> Int {
  if first < 0xc0 || f.pointee.encoding == TextEncoding.latin1 || f.pointee.encoding == TextEncoding.ascii { return 1 }
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
}

/// The text of bytes with \r\n and \r as \n. Changes the bytes in place.
private func decodeTranslating(_ f: TextFilePointer, _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Value {
  guard f.pointee.newline == NewlineMode.universal, let first = c_memchr(bytes, 0x0d, count) else {
    return decode(f, bytes, count)
  }
  var from = UnsafeRawPointer(bytes).distance(to: UnsafeRawPointer(first))
  var to = from
  while from < count {
    var c = bytes[from]
    from += 1
    if c == 0x0d {
      c = 0x0a
      if from < count && bytes[from] == 0x0a { from += 1 }
    }
    bytes[to] = c
    to += 1
  }
  return decode(f, bytes, to)
}

/// Skips a UTF-8 signature at the very start of a file that was opened with utf-8-sig.
private func skipSignature(_ f: TextFilePointer) -> Bool {
  if f.pointee.encoding != TextEncoding.utf8Signed { return true }
  f.pointee.encoding = TextEncoding.utf8
  let b = f.buffer
  while b.available < 3 {
    let n = fillBuffer(b)
    if n < 0 { return false }
    if n == 0 { break }
  }
  if b.available >= 3 && b.unread[0] == 0xef && b.unread[1] == 0xbb && b.unread[2] == 0xbf { b.pointee.readStart += 3 }
  return true
}

// ---------------------------------------------------------------------------------------------------------- reading

/// The rest of the text. Owned.
func readAllText(_ f: TextFilePointer) -> Value {
  let b = f.buffer
  if !skipSignature(f) || !fillToEnd(b) { return .null }
  let n = b.available
  if n == 0 { return makeString("") }
  let result = decodeTranslating(f, b.unread, n)
  b.pointee.readStart += n
  return result
}

/// The next `count` characters, fewer at the end. Owned.
func readText(_ f: TextFilePointer, _ count: Int) -> Value {
  let b = f.buffer
  if !skipSignature(f) { return .null }
  let translates = f.pointee.newline == NewlineMode.universal
  var used = 0, characters = 0, atEnd = false
  while characters < count {
    // A character needs its continuation bytes, and a \r the byte that follows it.
    if used >= b.available || b.available - used < 5 && !atEnd {
      let n = fillBuffer(b)
      if n < 0 { return .null }
      if n == 0 { atEnd = true }
      if used >= b.available { if atEnd { break } else { continue } }
    }
    let c = b.unread[used]
    if c == 0x0d && translates {
      used += used + 1 < b.available && b.unread[used + 1] == 0x0a ? 2 : 1
    } else {
      used += min(characterLength(f, c), b.available - used)
    }
    characters += 1
  }
  if used == 0 { return makeString("") }
  let result = decodeTranslating(f, b.unread, used)
  b.pointee.readStart += used
  return result
}

/// Finds the end of the next line when a \r may end it: the bytes of its text and of its ending. The total is 0 at the
/// end of the file, -1 with an exception set.
private func anyLineLength(_ f: TextFilePointer, _ text: inout Int, _ ending: inout Int) -> Int {
  let b = f.buffer
  var i = 0
  while true {
    while i < b.available {
      let c = b.unread[i]
      if c == 0x0a && f.pointee.newline <= NewlineMode.untranslated {
        text = i
        ending = 1
        return i + 1
      }
      if c == 0x0d {
        if f.pointee.newline == NewlineMode.cr {
          text = i
          ending = 1
          return i + 1
        }
        if i + 1 == b.available {
          let n = fillBuffer(b)
          if n < 0 { return -1 }
        }
        let isPair = i + 1 < b.available && b.unread[i + 1] == 0x0a
        if isPair || f.pointee.newline != NewlineMode.crlf {
          text = i
          ending = isPair ? 2 : 1
          return i + ending
        }
      }
      i += 1
    }
    let n = fillBuffer(b)
    if n < 0 { return -1 }
    if n == 0 {
      text = b.available
      ending = 0
      return text
    }
  }
}

/// The next line with its ending, "" at the end of the file. Owned.
func readTextLine(_ f: TextFilePointer) -> Value {
  let b = f.buffer
  if !skipSignature(f) { return .null }
  if f.pointee.newline == NewlineMode.universal || f.pointee.newline == NewlineMode.lf {
    let n = lineLength(b, -1)
    if n < 0 { return .null }
    if n == 0 { return makeString("") }
    if f.pointee.newline == NewlineMode.lf || c_memchr(b.unread, 0x0d, n) == nil {
      let result = decode(f, b.unread, n)
      b.pointee.readStart += n
      return result
    }
  }
  var text = 0, ending = 0
  let n = anyLineLength(f, &text, &ending)
  if n < 0 { return .null }
  if n == 0 { return makeString("") }
  if f.pointee.newline == NewlineMode.universal && ending > 0 {
    b.unread[text] = 0x0a
    ending = 1
  }
  let result = decode(f, b.unread, text + ending)
  b.pointee.readStart += n
  return result
}

/// At most `limit` characters of the next line.
private func readTextLine(_ f: TextFilePointer, limit: Int) -> Value {
  if limit < 0 { return readTextLine(f) }
  if limit == 0 { return makeString("") }
  let line = readTextLine(f)
  if line.isNull { return .null }
  let view = StrView(line)
  if view.count <= limit { return line }
  // Give back what is beyond the limit, as bytes of the encoding.
  let rest = makeString(view.slice(limit, view.count))
  let result = makeString(view.slice(0, limit))
  release(line)
  let b = f.buffer
  let n = encodedLength(f, StrView(rest))
  release(rest)
  b.pointee.readStart -= n
  return result
}

private func encodedLength(_ f: TextFilePointer, _ view: StrView) -> Int {
  if view.isASCII || f.pointee.encoding == TextEncoding.latin1 || f.pointee.encoding == TextEncoding.ascii {
    return view.count
  }
  var n = 0, i = 0
  while i < view.count {
    let c = view[i]
    n += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4
    i += 1
  }
  return n
}

// ---------------------------------------------------------------------------------------------------------- writing

/// Writes the text of a str. False: an exception is set.
func writeText(_ f: TextFilePointer, _ text: Value) -> Bool {
  let view = StrView(text)
  let b = f.buffer
  if b.available > 0 {
    // Text that was read ahead is lost to a writer: CPython goes on behind the chunk that it has decoded.
    b.pointee.readStart = 0
    b.pointee.readEnd = 0
  }
  if f.pointee.newline >= NewlineMode.cr && findCharacter(view, 0x0a, from: 0) >= 0 {
    return writeTranslated(f, view)
  }
  return writeView(f, view, text)
}

private func writeView(_ f: TextFilePointer, _ view: StrView, _ text: Value) -> Bool {
  let b = f.buffer
  if view.isASCII || (f.pointee.encoding == TextEncoding.latin1 && view.kind == 1) {
    if !writeBytes(b, view.bytes, view.count) { return false }
  } else if f.pointee.encoding == TextEncoding.utf8 || f.pointee.encoding == TextEncoding.utf8Signed {
    if !writeUTF8(f, view, text) { return false }
  } else if !writeEncoded(f, text, f.pointee.encoding == TextEncoding.ascii ? "ascii" : "latin-1") {
    return false
  }
  if f.pointee.lineBuffered != 0 && (findCharacter(view, 0x0a, from: 0) >= 0 || findCharacter(view, 0x0d, from: 0) >= 0)
  {
    return flushFile(b)
  }
  return true
}

private func writeUTF8(_ f: TextFilePointer, _ view: StrView, _ text: Value) -> Bool {
  var i = 0
  // Surrogates have no encoding: nothing may be written before the codec has had its say.
  if view.kind > 1 {
    while i < view.count {
      if view[i] & 0xffff_f800 == 0xd800 { return writeEncoded(f, text, "utf-8") }
      i += 1
    }
  }
  let b = f.buffer
  i = 0
  while i < view.count {
    let end = min(view.count, i + 1024)
    guard let start = writeSpace(b, 4096) else { return false }
    var p = start
    while i < end {
      let c = view[i]
      i += 1
      if c < 0x80 {
        p[0] = UInt8(truncatingIfNeeded: c)
        p += 1
      } else if c < 0x800 {
        p[0] = UInt8(truncatingIfNeeded: 0xc0 | c >> 6)
        p[1] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3f)
        p += 2
      } else if c < 0x10000 {
        p[0] = UInt8(truncatingIfNeeded: 0xe0 | c >> 12)
        p[1] = UInt8(truncatingIfNeeded: 0x80 | (c >> 6) & 0x3f)
        p[2] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3f)
        p += 3
      } else {
        p[0] = UInt8(truncatingIfNeeded: 0xf0 | c >> 18)
        p[1] = UInt8(truncatingIfNeeded: 0x80 | (c >> 12) & 0x3f)
        p[2] = UInt8(truncatingIfNeeded: 0x80 | (c >> 6) & 0x3f)
        p[3] = UInt8(truncatingIfNeeded: 0x80 | c & 0x3f)
        p += 4
      }
    }
    b.pointee.writeCount += start.distance(to: p)
  }
  return !b.has(FileFlag.unbuffered) || flushFile(b)
}

/// Writes through str.encode, which knows the error handlers.
private func writeEncoded(_ f: TextFilePointer, _ text: Value, _ codec: StaticString) -> Bool {
  let method = getAttribute(text, intern("encode"))
  if method.isNull { return false }
  let name = makeString(codec)
  let bytes = call2(method, name, f.pointee.errors)
  release(name)
  release(method)
  if bytes.isNull { return false }
  defer { release(bytes) }
  return writeBytes(f.buffer, bytesData(bytes), bytes.pointer(MoltBytes.self).pointee.length)
}

private func writeTranslated(_ f: TextFilePointer, _ view: StrView) -> Bool {
  var builder = StringBuilder()
  var i = 0
  while i < view.count {
    let c = view[i]
    if c == 0x0a {
      builder.append(f.pointee.newline == NewlineMode.cr ? "\r" : "\r\n")
    } else {
      builder.append(codePoint: c)
    }
    i += 1
  }
  let text = builder.finish()
  defer { release(text) }
  return writeView(f, StrView(text), text)
}

// ------------------------------------------------------------------------------------------------------------ type

private func check(_ this: Value) -> Bool {
  let f = textFile(this)
  if f.pointee.binary.isNull {
    raise(Exceptions.valueError, "underlying buffer has been detached")
    return false
  }
  if f.buffer.has(FileFlag.closed) {
    raiseClosedFile()
    return false
  }
  return true
}

private func checkRead(_ this: Value) -> Bool {
  if !check(this) { return false }
  if !textFile(this).buffer.has(FileFlag.readable) {
    raiseUnsupported("not readable")
    return false
  }
  return true
}

private func writeMethod(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let text = args![0]
  if !isStr(text) {
    return raise(Exceptions.typeError) {
      $0.append("write() argument must be str, not ")
      $0.append(argumentTypeName(text))
    }
  }
  if !check(this) { return .null }
  if !textFile(this).buffer.has(FileFlag.writable) { return raiseUnsupported("not writable") }
  return writeText(textFile(this), exactStr(text)) ? makeInt(Int64(StrView(text).count)) : .null
}

func setUpTextFileType() {
  let type = Types.textFile
  setUpType(
    type, "_io.TextIOWrapper", base: Types.object, size: MemoryLayout<TextFile>.stride, flags: UInt32(MOLT_TYPE_WEAK))
  type.pointee.weakOffset = UInt32(MemoryLayout<TextFile>.stride - MemoryLayout<Value>.stride)
  type.pointee.destroy = destroyTextFile
  type.pointee.iterate = { check($0) ? retained($0) : .null }
  type.pointee.next = { this in
    if !checkRead(this) { return .null }
    let f = textFile(this)
    f.pointee.tellDisabled = 1
    let line = readTextLine(f)
    if !line.isNull && StrView(line).count == 0 {
      f.pointee.tellDisabled = 0
      release(line)
      return .null
    }
    return line
  }
  type.pointee.repr = { this in
    let f = textFile(this)
    var builder = StringBuilder()
    builder.append("<_io.TextIOWrapper")
    if !f.pointee.binary.isNull {
      builder.append(" name=")
      if !builder.appendRepr(f.buffer.pointee.name) { return .null }
    }
    builder.append(" mode=")
    if !builder.appendRepr(f.pointee.mode) { return .null }
    builder.append(" encoding=")
    if !builder.appendRepr(f.pointee.encodingName) { return .null }
    builder.append(">")
    return builder.finish()
  }
  addMethod(
    type, "read", 0, 1,
    { this, args, count, _ in
      var size = -1
      if !sizeArgument(count > 0 ? args![0] : .null, &size) || !checkRead(this) { return .null }
      return size < 0 ? readAllText(textFile(this)) : readText(textFile(this), size)
    })
  addMethod(
    type, "readline", 0, 1,
    { this, args, count, _ in
      var size = -1
      if count > 0 && !indexOf(args![0], &size) || !checkRead(this) { return .null }
      return readTextLine(textFile(this), limit: size < 0 ? -1 : size)
    })
  addMethod(
    type, "readlines", 0, 1,
    { this, args, count, _ in
      var hint = -1
      if !sizeArgument(count > 0 ? args![0] : .null, &hint) || !checkRead(this) { return .null }
      let list = newList()
      var total = 0
      while true {
        let line = readTextLine(textFile(this))
        if line.isNull {
          release(list)
          return .null
        }
        let n = StrView(line).count
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
      if !check(this) { return .null }
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
      check(this) && flushFile(textFile(this).buffer) ? .none : .null
    })
  addMethod(type, "close", 0, 0, { this, _, _, _ in closeTextFile(this) ? .none : .null })
  addMethod(
    type, "tell", 0, 0,
    { this, _, _, _ in
      if !check(this) { return .null }
      if textFile(this).pointee.tellDisabled != 0 {
        return raise(Exceptions.osError, "telling position disabled by next() call")
      }
      let position = filePosition(textFile(this).buffer)
      return position < 0 ? .null : makeInt(position)
    })
  addMethod(
    type, "seek", 1, 2,
    { this, args, count, _ in
      if !check(this) { return .null }
      var offset = 0, whence = 0
      if !indexOf(args![0], &offset) || (count > 1 && !indexOf(args![1], &whence)) { return .null }
      if whence == 1 && offset != 0 { return raiseUnsupported("can't do nonzero cur-relative seeks") }
      if whence == 2 && offset != 0 { return raiseUnsupported("can't do nonzero end-relative seeks") }
      if whence < 0 || whence > 2 {
        return raise(Exceptions.valueError) {
          $0.append("invalid whence (")
          $0.append(int: whence)
          $0.append(", should be 0, 1 or 2)")
        }
      }
      if whence == 0 && offset < 0 {
        return raise(Exceptions.valueError) {
          $0.append("negative seek position ")
          $0.append(int: offset)
        }
      }
      textFile(this).pointee.tellDisabled = 0
      let position = seekFile(textFile(this).buffer, Int64(offset), Int32(whence))
      return position < 0 ? .null : makeInt(position)
    })
  addMethod(
    type, "truncate", 0, 1,
    { this, args, count, _ in
      if !check(this) { return .null }
      if !textFile(this).buffer.has(FileFlag.writable) { return raiseUnsupported("truncate") }
      return truncateFile(textFile(this).buffer, count > 0 ? args![0] : .null)
    })
  addMethod(
    type, "fileno", 0, 0,
    { this, _, _, _ in
      check(this) ? makeInt(Int64(textFile(this).buffer.pointee.descriptor)) : .null
    })
  addMethod(
    type, "isatty", 0, 0,
    { this, _, _, _ in
      check(this) ? Value(molt_system_is_terminal(textFile(this).buffer.pointee.descriptor) == 1) : .null
    })
  addMethod(
    type, "readable", 0, 0,
    { this, _, _, _ in
      check(this) ? Value(textFile(this).buffer.has(FileFlag.readable)) : .null
    })
  addMethod(
    type, "writable", 0, 0,
    { this, _, _, _ in
      check(this) ? Value(textFile(this).buffer.has(FileFlag.writable)) : .null
    })
  addMethod(
    type, "seekable", 0, 0,
    { this, _, _, _ in
      check(this) ? Value(molt_system_seek(textFile(this).buffer.pointee.descriptor, 0, 1) >= 0) : .null
    })
  addMethod(
    type, "detach", 0, 0,
    { this, _, _, _ in
      if !check(this) || !flushFile(textFile(this).buffer) { return .null }
      let binary = textFile(this).pointee.binary
      textFile(this).pointee.binary = .null
      return binary
    })
  addMethod(
    type, "reconfigure", 0, 5,
    { this, args, _, _ in
      if !check(this) { return .null }
      return reconfigure(textFile(this), args!)
    }, params: "* encoding errors newline line_buffering write_through")
  addMethod(type, "__enter__", 0, 0, { this, _, _, _ in check(this) ? retained(this) : .null })
  addMethod(type, "__exit__", 0, -1, { this, _, _, _ in closeTextFile(this) ? .none : .null })
  addGetter(
    type, "closed",
    { this in
      let binary = textFile(this).pointee.binary
      return binary.isNull ? .false : Value(binaryFile(binary).has(FileFlag.closed))
    })
  addGetter(
    type, "name",
    { this in
      let binary = textFile(this).pointee.binary
      return binary.isNull ? .none : retained(binaryFile(binary).pointee.name)
    })
  addGetter(type, "buffer", { orNone(textFile($0).pointee.binary) })
  addGetter(type, "encoding", { retained(textFile($0).pointee.encodingName) })
  addGetter(type, "errors", { retained(textFile($0).pointee.errors) })
  addGetter(
    type, "mode", { retained(textFile($0).pointee.mode) },
    set: { this, value in
      if value.isNull { return raiseStatus(Exceptions.attributeError, "mode") }
      retain(value)
      replace(&textFile(this).pointee.mode, with: value)
      return 0
    })
  addGetter(type, "line_buffering", { Value(textFile($0).pointee.lineBuffered != 0) })
  addGetter(type, "write_through", { _ in .false })
  addGetter(type, "newlines", { orNone(textFile($0).pointee.newlines) })
  finishType(type)
}

func closeTextFile(_ this: Value) -> Bool {
  let binary = textFile(this).pointee.binary
  return binary.isNull || closeFile(binaryFile(binary))
}

private func reconfigure(_ f: TextFilePointer, _ args: Arguments) -> Value {
  if !flushFile(f.buffer) { return .null }
  if !args[0].isNull && !args[0].isNone {
    let kind = encodingKind(args[0])
    if kind < 0 { return .null }
    f.pointee.encoding = kind
    retain(args[0])
    replace(&f.pointee.encodingName, with: args[0])
    if args[1].isNull || args[1].isNone { replace(&f.pointee.errors, with: makeString("strict")) }
  }
  if !args[1].isNull && !args[1].isNone {
    retain(args[1])
    replace(&f.pointee.errors, with: args[1])
  }
  if !args[2].isNull {
    let mode = newlineMode(args[2])
    if mode < 0 { return .null }
    f.pointee.newline = mode
  }
  if !args[3].isNull && !args[3].isNone {
    let truth = truthOf(args[3])
    if truth < 0 { return .null }
    f.pointee.lineBuffered = truth
  }
  return .none
}
