import MoltABI

// The built-in function open(). CPython: Modules/_io/_iomodule.c, _io_open_impl, and fileio.c.

private struct OpenMode {
  var creates = false, reads = false, writes = false, appends = false, updates = false, isText = false, isBinary = false

  /// False: an exception is set.
  mutating func parse(_ mode: Value) -> Bool {
    let view = StrView(mode)
    var i = 0
    while i < view.count {
      let c = view[i]
      var j = 0
      var isRepeated = false
      while j < i {
        if view[j] == c { isRepeated = true }
        j += 1
      }
      switch c {
      case 0x78: creates = true
      case 0x72: reads = true
      case 0x77: writes = true
      case 0x61: appends = true
      case 0x2b: updates = true
      case 0x74: isText = true
      case 0x62: isBinary = true
      default: isRepeated = true
      }
      if isRepeated {
        raise(Exceptions.valueError) {
          $0.append("invalid mode: '")
          $0.append(mode)
          $0.append("'")
        }
        return false
      }
      i += 1
    }
    if isText && isBinary {
      raise(Exceptions.valueError, "can't have text and binary mode at once")
      return false
    }
    if actionCount > 1 {
      raise(Exceptions.valueError, "must have exactly one of create/read/write/append mode")
      return false
    }
    return true
  }

  /// How many of the letters are there of which there has to be one.
  var actionCount: Int { (creates ? 1 : 0) + (reads ? 1 : 0) + (writes ? 1 : 0) + (appends ? 1 : 0) }

  var systemMode: Int32 {
    var mode = 0
    if reads || updates { mode |= Int(MOLT_OPEN_READ) }
    if !reads || updates { mode |= Int(MOLT_OPEN_WRITE) }
    if !reads { mode |= Int(MOLT_OPEN_CREATE) }
    if creates { mode |= Int(MOLT_OPEN_EXCLUSIVE) }
    if writes { mode |= Int(MOLT_OPEN_TRUNCATE) }
    if appends { mode |= Int(MOLT_OPEN_APPEND) }
    return Int32(mode)
  }

  var flags: UInt32 {
    var flags: UInt32 = 0
    if reads || updates { flags |= FileFlag.readable }
    if !reads || updates { flags |= FileFlag.writable }
    if appends { flags |= FileFlag.appends }
    return flags
  }
}

private func lowered(_ c: UInt32) -> UInt32 { c >= 0x41 && c <= 0x5a ? c + 32 : c == 0x5f || c == 0x20 ? 0x2d : c }

private func isEncoding(_ view: StrView, _ name: StaticString) -> Bool {
  if view.count != name.utf8CodeUnitCount { return false }
  var i = 0
  while i < view.count {
    if lowered(view[i]) != UInt32(name.utf8Start[i]) { return false }
    i += 1
  }
  return true
}

/// The encoding that a name stands for, or -1 with LookupError set.
func encodingKind(_ name: Value) -> Int32 {
  let view = StrView(name)
  if isEncoding(view, "utf-8") || isEncoding(view, "utf8") || isEncoding(view, "u8") || isEncoding(view, "utf") {
    return TextEncoding.utf8
  }
  if isEncoding(view, "utf-8-sig") || isEncoding(view, "utf8-sig") { return TextEncoding.utf8Signed }
  if isEncoding(view, "latin-1") || isEncoding(view, "latin1") || isEncoding(view, "iso-8859-1")
    || isEncoding(view, "iso8859-1") || isEncoding(view, "l1") || isEncoding(view, "latin")
  {
    return TextEncoding.latin1
  }
  if isEncoding(view, "ascii") || isEncoding(view, "us-ascii") || isEncoding(view, "646") { return TextEncoding.ascii }
  return raiseStatus(Exceptions.lookupError) {
    $0.append("unknown encoding: ")
    $0.append(name)
  }
}

/// The mode of a `newline` argument, or -1 with an exception set.
func newlineMode(_ value: Value) -> Int32 {
  if value.isNull || value.isNone { return NewlineMode.universal }
  if !isStr(value) {
    return raiseStatus(Exceptions.typeError) {
      $0.append("open() argument 'newline' must be str or None, not ")
      $0.append(typeName(value))
    }
  }
  let view = StrView(value)
  if view.count == 0 { return NewlineMode.untranslated }
  if viewEquals(view, "\n") { return NewlineMode.lf }
  if viewEquals(view, "\r") { return NewlineMode.cr }
  if view.count == 2 && view[0] == 0x0d && view[1] == 0x0a { return NewlineMode.crlf }
  return raiseStatus(Exceptions.valueError) {
    $0.append("illegal newline value: ")
    $0.append(value)
  }
}

/// Calls `body` with a path as zero-terminated UTF-8.
func withPath<R>(_ path: Value, _ body: (UnsafePointer<CChar>) -> R) -> R {
  let bytes: Value
  if isStr(path) {
    let method = getAttribute(path, intern("encode"))
    let codec = makeString("utf-8"), errors = makeString("surrogateescape")
    bytes = call2(method, codec, errors)
    release(codec)
    release(errors)
    release(method)
  } else {
    bytes = retained(exactBytes(path))
  }
  defer { releaseIfBound(bytes) }
  if bytes.isNull { return withUnsafePointer(to: CChar(0)) { body($0) } }
  return body(UnsafeRawPointer(bytesData(bytes)).assumingMemoryBound(to: CChar.self))
}

/// What `os.fspath` gives, with the message of the path converter; ints are let through. Owned.
func pathArgument(_ file: Value) -> Value {
  if isStr(file) || isInstance(file, Types.bytes) || typeOf(file).pointee.toIndex != nil { return retained(file) }
  let method = lookupSpecial(file, Names.fspath)
  if method.isNull {
    if exceptionIsSet { return .null }
    return raise(Exceptions.typeError) {
      $0.append("expected str, bytes or os.PathLike object, not ")
      $0.append(typeName(file))
    }
  }
  let path = call0(method)
  release(method)
  if path.isNull || isStr(path) || isInstance(path, Types.bytes) { return path }
  raise(Exceptions.typeError) {
    $0.append("expected ")
    $0.append(typeName(file))
    $0.append(".__fspath__() to return str or bytes, not ")
    $0.append(typeName(path))
  }
  release(path)
  return .null
}

private func hasZero(_ path: Value) -> Bool {
  if isStr(path) { return findCharacter(StrView(path), 0, from: 0) >= 0 }
  let exact = exactBytes(path)
  return c_memchr(bytesData(exact), 0, exact.pointer(MoltBytes.self).pointee.length) != nil
}

/// open(file, mode, buffering, encoding, errors, newline, closefd, opener): one entry per parameter.
func openFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let a = args!
  let defaultMode = intern("r")
  let modeValue = a[1].isNull ? defaultMode : a[1]
  if !isStr(modeValue) {
    return raise(Exceptions.typeError) {
      $0.append("open() argument 'mode' must be str, not ")
      $0.append(argumentTypeName(modeValue))
    }
  }
  var buffering = -1
  if !a[2].isNull && !indexOf(a[2], &buffering) { return .null }
  for i in 3...4 where !a[i].isNull && !a[i].isNone && !isStr(a[i]) {
    return raise(Exceptions.typeError) {
      $0.append("open() argument '")
      $0.append(i == 3 ? "encoding" : "errors")
      $0.append("' must be str or None, not ")
      $0.append(typeName(a[i]))
    }
  }
  let newline = newlineMode(a[5])
  if newline < 0 { return .null }
  let closes: Int32 = a[6].isNull ? 1 : truthOf(a[6])
  if closes < 0 { return .null }
  let path = pathArgument(a[0])
  if path.isNull { return .null }
  defer { release(path) }
  var mode = OpenMode()
  if !mode.parse(modeValue) { return .null }
  let encodingGiven = !a[3].isNull && !a[3].isNone, errorsGiven = !a[4].isNull && !a[4].isNone
  if mode.isBinary {
    if encodingGiven { return raise(Exceptions.valueError, "binary mode doesn't take an encoding argument") }
    if errorsGiven { return raise(Exceptions.valueError, "binary mode doesn't take an errors argument") }
    if !a[5].isNull && !a[5].isNone {
      return raise(Exceptions.valueError, "binary mode doesn't take a newline argument")
    }
  }
  if buffering == 0 && !mode.isBinary { return raise(Exceptions.valueError, "can't have unbuffered text I/O") }
  if mode.actionCount == 0 {
    return raise(
      Exceptions.valueError, "Must have exactly one of create/read/write/append mode and at most one plus")
  }
  var encoding = TextEncoding.utf8
  if encodingGiven {
    encoding = encodingKind(a[3])
    if encoding < 0 { return .null }
  }
  var flags = mode.flags
  var descriptor: Int32
  if isStr(path) || isInstance(path, Types.bytes) {
    if closes == 0 { return raise(Exceptions.valueError, "Cannot use closefd=False with file name") }
    if hasZero(path) { return raise(Exceptions.valueError, "embedded null byte") }
    if !a[7].isNull && !a[7].isNone {
      let flagsValue = makeInt(Int64(mode.systemMode))
      let opened = call2(a[7], path, flagsValue)
      if opened.isNull { return .null }
      var number = 0
      defer { release(opened) }
      if !indexOf(opened, &number) { return .null }
      descriptor = Int32(truncatingIfNeeded: number)
    } else {
      descriptor = withPath(path) { molt_system_open($0, mode.systemMode) }
    }
    if exceptionIsSet { return .null }
    if descriptor < 0 {
      raiseSystemError(filename: path)
      return .null
    }
  } else {
    var number = 0
    if !indexOf(path, &number) { return .null }
    if number < 0 { return raise(Exceptions.valueError, "negative file descriptor") }
    descriptor = Int32(truncatingIfNeeded: number)
    if closes == 0 { flags |= FileFlag.keepDescriptor }
  }
  if mode.appends { _ = molt_system_seek(descriptor, 0, 2) }
  if buffering == 0 { flags |= FileFlag.unbuffered }
  let type =
    buffering == 0
    ? Types.fileIO
    : mode.updates ? Types.bufferedRandom : mode.reads ? Types.bufferedReader : Types.bufferedWriter
  let rawMode = rawModeText(mode)
  let binary = newBinaryFile(type, descriptor, flags, path, rawMode)
  release(rawMode)
  if mode.isBinary { return binary }
  defer { release(binary) }
  let name = encodingGiven ? retained(a[3]) : makeString("UTF-8")
  let errors = errorsGiven ? retained(a[4]) : makeString("strict")
  defer {
    release(name)
    release(errors)
  }
  let isTerminal = buffering == 1 || (buffering < 0 && molt_system_is_terminal(descriptor) == 1)
  return newTextFile(
    binary, encoding: encoding, encodingName: name, errors: errors, newline: newline, lineBuffered: isTerminal,
    mode: modeValue)
}

/// `mode` as the attribute of a binary file shows it.
private func rawModeText(_ mode: OpenMode) -> Value {
  if mode.creates { return makeString(mode.updates ? "xb+" : "xb") }
  if mode.appends { return makeString(mode.updates ? "ab+" : "ab") }
  // FileIO tells reading from writing only.
  return makeString(mode.updates ? "rb+" : mode.reads ? "rb" : "wb")
}
