import MoltABI

// Encoding and decoding: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32 with the error handlers of Python/codecs.c.

enum Encoding {
  case utf8, ascii, latin1, utf16, utf16LE, utf16BE, utf32, utf32LE, utf32BE
  /// Those of literals (EscapeCodecs.swift), which are only for text as a whole.
  case unicodeEscape, rawUnicodeEscape
  case unknown

  /// The name in UnicodeEncodeError and UnicodeDecodeError.
  var name: StaticString {
    switch self {
    case .utf8: return "utf-8"
    case .ascii: return "ascii"
    case .latin1: return "latin-1"
    case .utf16: return "utf-16"
    case .utf16LE: return "utf-16-le"
    case .utf16BE: return "utf-16-be"
    case .utf32: return "utf-32"
    case .utf32LE: return "utf-32-le"
    case .utf32BE: return "utf-32-be"
    case .unicodeEscape: return "unicodeescape"
    case .rawUnicodeEscape: return "rawunicodeescape"
    case .unknown: return ""
    }
  }
}

/// Finds an encoding by name; letters of either case, '_', '-' and ' ' alike.
func encodingNamed(_ name: StrView) -> Encoding {
  if name.count > 24 || !name.isASCII { return .unknown }
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
    for i in 0..<name.count {
      let c = name.bytes[i]
      buffer[i] = c >= 65 && c <= 90 ? c + 32 : c == 95 || c == 32 ? 45 : c
    }
    let text = StrView(data: buffer.baseAddress.unsafelyUnwrapped, count: name.count, kind: 1, isASCII: true)
    func matches(_ names: StaticString) -> Bool {
      // Names separated by spaces.
      var start = 0
      let n = names.utf8CodeUnitCount
      for i in 0...n where i == n || names.utf8Start[i] == 32 {
        if i - start == text.count && c_memcmp(names.utf8Start + start, text.data, text.count) == 0 { return true }
        start = i + 1
      }
      return false
    }
    if matches("utf-8 utf8 u8 utf cp65001 utf8-ucs2 utf8-ucs4") { return .utf8 }
    if matches("ascii us-ascii 646 ansi-x3.4-1968 ansi-x3-4-1968 iso646-us us cp367 ibm367") { return .ascii }
    if matches("latin-1 latin1 iso-8859-1 iso8859-1 iso8859 8859 latin l1 cp819 ibm819") { return .latin1 }
    if matches("utf-16 utf16 u16") { return .utf16 }
    if matches("utf-16-le utf-16le utf16-le utf16le") { return .utf16LE }
    if matches("utf-16-be utf-16be utf16-be utf16be") { return .utf16BE }
    if matches("utf-32 utf32 u32") { return .utf32 }
    if matches("utf-32-le utf-32le utf32-le utf32le") { return .utf32LE }
    return matches("utf-32-be utf-32be utf32-be utf32be") ? .utf32BE : .unknown
  }
}

enum CodecErrors {
  case strict, ignore, replace, backslashReplace, xmlReplace, surrogateEscape, surrogatePass
  case unknown
}

func codecErrorsNamed(_ name: StrView) -> CodecErrors {
  if viewEquals(name, "strict") { return .strict }
  if viewEquals(name, "ignore") { return .ignore }
  if viewEquals(name, "replace") { return .replace }
  if viewEquals(name, "backslashreplace") { return .backslashReplace }
  if viewEquals(name, "xmlcharrefreplace") { return .xmlReplace }
  if viewEquals(name, "surrogateescape") { return .surrogateEscape }
  return viewEquals(name, "surrogatepass") ? .surrogatePass : .unknown
}

private func raiseUnknown(_ words: StaticString, _ name: Value, quoted: Bool) -> Value {
  raise(Exceptions.lookupError) { b in
    b.append(words)
    if quoted { b.append(codePoint: 39) }
    b.append(name)
    if quoted { b.append(codePoint: 39) }
  }
}

/// Raises UnicodeEncodeError or UnicodeDecodeError.
private func raiseUnicodeError(
  _ type: TypePointer, _ encoding: Encoding, _ object: Value, _ start: Int, _ end: Int, _ reason: StaticString
) {
  withUnsafeTemporaryAllocation(of: Value.self, capacity: 5) { args in
    args[0] = makeString(encoding.name)
    args[1] = object
    args[2] = makeInt(start)
    args[3] = makeInt(end)
    args[4] = makeString(reason)
    let instance = call(Value(type), args.baseAddress, 5)
    release(args[0])
    release(args[4])
    if instance.isNull { return }
    raiseInstance(instance)
  }
}

// ---------------------------------------------------------------------------------------------------------- encoding

/// A growing run of bytes. What memory has no room for is dropped (`isTooLong`), and `finish` raises MemoryError.
struct ByteBuilder {
  private(set) var data: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int
  private(set) var isTooLong = false

  init(capacity wanted: Int) {
    capacity = isAllocatable(bytes: wanted) ? max(wanted, 32) : 32
    data = allocateRaw(capacity).assumingMemoryBound(to: UInt8.self)
  }
  /// Room for `n` more bytes, which the caller fills in and then counts with `advance`.
  /// False: there is none.
  @discardableResult
  @inline(__always) mutating func reserve(_ n: Int) -> Bool { n <= capacity &- count || grow(n) }
  @inline(never) private mutating func grow(_ n: Int) -> Bool {
    let (needed, overflows) = count.addingReportingOverflow(n)
    if isTooLong || overflows || !isAllocatable(bytes: needed) {
      isTooLong = true
      return false
    }
    let wanted = isAllocatable(bytes: capacity * 2) ? max(needed, capacity * 2) : needed
    data = resizeRaw(data, capacity, wanted).assumingMemoryBound(to: UInt8.self)
    capacity = wanted
    return true
  }
  mutating func append(_ c: UInt8) {
    if !reserve(1) { return }
    data[count] = c
    count += 1
  }
  mutating func append(_ p: UnsafePointer<UInt8>, _ n: Int) {
    if !reserve(n) { return }
    c_memcpy(data + count, p, n)
    count += n
  }
  mutating func append(_ view: BytesView) { append(view.bytes, view.count) }
  mutating func append(repeating c: UInt8, _ n: Int) {
    if n <= 0 { return }
    if !reserve(n) { return }
    c_memset(data + count, Int32(c), n)
    count += n
  }
  /// Appends a number of `size` bytes.
  mutating func append(unit n: UInt32, size: Int, bigEndian: Bool) {
    for i in 0..<size { append(UInt8(truncatingIfNeeded: n >> UInt32(8 * (bigEndian ? size - 1 - i : i)))) }
  }
  mutating func finish() -> Value {
    if isTooLong || !isAllocatable(bytes: count) {
      discard()
      return raise(Exceptions.memoryError)
    }
    let v = makeBytes(data, count)
    discard()
    return v
  }
  mutating func discard() { freeRaw(data, capacity) }
}

private func appendUTF8(_ b: inout ByteBuilder, _ c: UInt32) {
  if c < 0x80 {
    b.append(UInt8(c))
  } else if c < 0x800 {
    b.append(UInt8(0xc0 | c >> 6))
    b.append(UInt8(0x80 | c & 0x3f))
  } else if c < 0x10000 {
    b.append(UInt8(0xe0 | c >> 12))
    b.append(UInt8(0x80 | c >> 6 & 0x3f))
    b.append(UInt8(0x80 | c & 0x3f))
  } else {
    b.append(UInt8(0xf0 | c >> 18))
    b.append(UInt8(0x80 | c >> 12 & 0x3f))
    b.append(UInt8(0x80 | c >> 6 & 0x3f))
    b.append(UInt8(0x80 | c & 0x3f))
  }
}

private func appendUTF16(_ b: inout ByteBuilder, _ c: UInt32, _ bigEndian: Bool) {
  if c < 0x10000 {
    b.append(unit: c, size: 2, bigEndian: bigEndian)
  } else {
    b.append(unit: 0xd800 + ((c - 0x10000) >> 10), size: 2, bigEndian: bigEndian)
    b.append(unit: 0xdc00 + ((c - 0x10000) & 0x3ff), size: 2, bigEndian: bigEndian)
  }
}

@inline(__always) private func isSurrogate(_ c: UInt32) -> Bool { c >> 11 == 0x1b }

/// Appends a character that the encoding has.
private func appendEncoded(_ b: inout ByteBuilder, _ c: UInt32, _ encoding: Encoding) {
  switch encoding {
  case .utf8: appendUTF8(&b, c)
  case .utf16, .utf16LE: appendUTF16(&b, c, false)
  case .utf16BE: appendUTF16(&b, c, true)
  case .utf32, .utf32LE: b.append(unit: c, size: 4, bigEndian: false)
  case .utf32BE: b.append(unit: c, size: 4, bigEndian: true)
  default: b.append(UInt8(truncatingIfNeeded: c))
  }
}

/// Encodes a str; `errors` null or a str. Null: an exception is set.
func encodeText(_ v: Value, _ encoding: Encoding, _ errors: Value) -> Value {
  let text = StrView(v)
  let isBytewise = encoding == .utf8 || encoding == .ascii || encoding == .latin1
  if isBytewise && text.isASCII { return makeBytes(text.bytes, text.count) }
  if encoding == .latin1 && text.kind == 1 { return makeBytes(text.bytes, text.count) }
  let limit: UInt32 = encoding == .ascii ? 0x80 : encoding == .latin1 ? 0x100 : 0x110000
  let isUnicode = limit == 0x110000
  var b = ByteBuilder(capacity: text.count + text.count / 4)
  if encoding == .utf16 { b.append(unit: 0xfeff, size: 2, bigEndian: false) }
  if encoding == .utf32 { b.append(unit: 0xfeff, size: 4, bigEndian: false) }
  func isBad(_ c: UInt32) -> Bool { isUnicode ? isSurrogate(c) : c >= limit }
  var i = 0
  while i < text.count {
    let c = text[i]
    if !isBad(c) {
      appendEncoded(&b, c, encoding)
      i += 1
      continue
    }
    var end = i + 1
    // The encoders of wider units report one character at a time.
    while isBytewise && end < text.count && isBad(text[end]) { end += 1 }
    let handler = errors.isNull ? .strict : codecErrorsNamed(StrView(errors))
    let done = appendReplacement(&b, v, text, i, end, encoding, handler, errors)
    if done < 0 {
      b.discard()
      return .null
    }
    i = done
  }
  return b.finish()
}

/// Handles the characters from `start` to `end` that the encoding lacks; returns where to go on, or -1: raised.
private func appendReplacement(
  _ b: inout ByteBuilder, _ v: Value, _ text: StrView, _ start: Int, _ end: Int, _ encoding: Encoding,
  _ handler: CodecErrors, _ errors: Value
) -> Int {
  switch handler {
  case .ignore: return end
  case .replace:
    for _ in start..<end { appendEncoded(&b, 63, encoding) }
    return end
  case .backslashReplace, .xmlReplace:
    var s = StringBuilder()
    for i in start..<end {
      if handler == .xmlReplace {
        s.append("&#")
        s.append(int: Int(text[i]))
        s.append(codePoint: 59)
      } else {
        appendEscape(&s, text[i])
      }
    }
    let escaped = s.finish()
    let e = StrView(escaped)
    for i in 0..<e.count { appendEncoded(&b, e[i], encoding) }
    release(escaped)
    return end
  case .surrogateEscape:
    var i = start
    while i < end && text[i] >= 0xdc80 && text[i] <= 0xdcff {
      b.append(UInt8(text[i] - 0xdc00))
      i += 1
    }
    if i == end { return end }
    raiseEncodeError(v, encoding, i, end)
    return -1
  case .surrogatePass:
    if encoding == .ascii || encoding == .latin1 { break }
    for i in start..<end { appendEncoded(&b, text[i], encoding) }
    return end
  case .unknown:
    _ = raiseUnknown("unknown error handler name ", errors, quoted: true)
    return -1
  case .strict: break
  }
  raiseEncodeError(v, encoding, start, end)
  return -1
}

private func raiseEncodeError(_ v: Value, _ encoding: Encoding, _ start: Int, _ end: Int) {
  let reason: StaticString =
    encoding == .ascii
    ? "ordinal not in range(128)"
    : encoding == .latin1 ? "ordinal not in range(256)" : "surrogates not allowed"
  raiseUnicodeError(Exceptions.unicodeEncodeError, encoding, exactStr(v), start, end, reason)
}

/// str.encode(encoding='utf-8', errors='strict').
func encodeMethod(_ v: Value, _ encoding: Value, _ errors: Value) -> Value {
  if !encoding.isNull && !requireStrArgument(encoding, "encode() argument 'encoding' must be str, not ") {
    return .null
  }
  if !errors.isNull && !requireStrArgument(errors, "encode() argument 'errors' must be str, not ") { return .null }
  let e = encoding.isNull ? .utf8 : encodingNamed(StrView(encoding))
  if e == .unknown {
    let escapes = escapeEncodingNamed(StrView(encoding))
    if escapes != .unknown { return encodeEscapes(v, isRaw: escapes == .rawUnicodeEscape) }
    return raiseUnknown("unknown encoding: ", encoding, quoted: false)
  }
  return encodeText(v, e, errors)
}

// ---------------------------------------------------------------------------------------------------------- decoding

/// Decodes bytes; `source` is the object for the exception, `errors` null or a str. Null: an exception is set.
func decodeBytes(_ view: BytesView, _ source: Value, _ encoding: Encoding, _ errors: Value) -> Value {
  switch encoding {
  case .utf8: return decodeUTF8Text(view, source, errors)
  case .ascii:
    if allASCII(view.bytes, view.count) { return makeString(view.text) }
    return decodeASCIIText(view, source, errors)
  case .latin1: return makeString(view.text)
  default: return decodeWide(view, source, encoding, errors)
  }
}

private func decodeUTF8Text(_ view: BytesView, _ source: Value, _ errors: Value) -> Value {
  let p = view.bytes
  let n = view.count
  if allASCII(p, n) { return makeString(StrView(data: p, count: n, kind: 1, isASCII: true)) }
  var b = StringBuilder(capacity: n)
  var i = 0
  while i < n {
    if p[i] < 0x80 {
      var end = i + 1
      while end < n && p[end] < 0x80 { end += 1 }
      b.append(StrView(data: p + i, count: end - i, kind: 1, isASCII: true))
      i = end
      continue
    }
    let c = decodeUTF8(p, n, &i)
    if c >= 0 {
      b.append(codePoint: UInt32(c))
      continue
    }
    let reason: StaticString =
      c == -1 ? "invalid start byte" : c == -2 ? "unexpected end of data" : "invalid continuation byte"
    let end = c == -1 ? i + 1 : c == -2 ? n : i + Int(-c) - 2
    i = replaceUndecodable(&b, view, source, i, end, .utf8, errors, reason)
    if i < 0 { return .null }
  }
  return b.finish()
}

private func decodeASCIIText(_ view: BytesView, _ source: Value, _ errors: Value) -> Value {
  var b = StringBuilder(capacity: view.count)
  var i = 0
  while i < view.count {
    if view[i] < 0x80 {
      b.append(codePoint: UInt32(view[i]))
      i += 1
    } else {
      i = replaceUndecodable(&b, view, source, i, i + 1, .ascii, errors, "ordinal not in range(128)")
      if i < 0 { return .null }
    }
  }
  return b.finish()
}

private func decodeWide(_ view: BytesView, _ source: Value, _ wanted: Encoding, _ errors: Value) -> Value {
  var encoding = wanted
  let size = wanted == .utf16 || wanted == .utf16LE || wanted == .utf16BE ? 2 : 4
  var bigEndian = wanted == .utf16BE || wanted == .utf32BE
  var i = 0
  func unit(_ at: Int) -> UInt32 {
    var c: UInt32 = 0
    for k in 0..<size { c |= UInt32(view[at + k]) << UInt32(8 * (bigEndian ? size - 1 - k : k)) }
    return c
  }
  if wanted == .utf16 || wanted == .utf32 {
    if view.count >= size {
      if unit(0) == 0xfeff {
        i = size
      } else {
        bigEndian = true
        if unit(0) == 0xfeff { i = size } else { bigEndian = false }
      }
    }
    encoding = size == 2 ? (bigEndian ? .utf16BE : .utf16LE) : (bigEndian ? .utf32BE : .utf32LE)
  }
  var b = StringBuilder(capacity: view.count / size)
  while i < view.count {
    var end = i + size
    var reason: StaticString = "truncated data"
    if i + size > view.count {
      end = view.count
    } else {
      let c = unit(i)
      if size == 4 {
        if c < 0x110000 && !isSurrogate(c) {
          b.append(codePoint: c)
          i = end
          continue
        }
        reason =
          c < 0x110000
          ? "code point in surrogate code point range(0xd800, 0xe000)" : "code point not in range(0x110000)"
      } else if !isSurrogate(c) {
        b.append(codePoint: c)
        i = end
        continue
      } else if c >= 0xdc00 {
        reason = "illegal encoding"
      } else if i + 4 > view.count {
        reason = "unexpected end of data"
        end = view.count
      } else {
        let low = unit(i + 2)
        if low >> 10 == 0x37 {
          b.append(codePoint: 0x10000 + (c - 0xd800) << 10 + (low - 0xdc00))
          i += 4
          continue
        }
        reason = "illegal UTF-16 surrogate"
      }
    }
    i = replaceUndecodable(&b, view, source, i, end, encoding, errors, reason)
    if i < 0 { return .null }
  }
  return b.finish()
}

/// Handles the bytes from `start` to `end`; returns where to go on, or -1: raised, and the builder is discarded.
func replaceUndecodable(
  _ b: inout StringBuilder, _ view: BytesView, _ source: Value, _ start: Int, _ end: Int, _ encoding: Encoding,
  _ errors: Value, _ reason: StaticString
) -> Int {
  let handler = errors.isNull ? .strict : codecErrorsNamed(StrView(errors))
  switch handler {
  case .ignore: return end
  case .replace:
    b.append(codePoint: 0xfffd)
    return end
  case .backslashReplace:
    for i in start..<end { appendEscape(&b, UInt32(view[i])) }
    return end
  case .surrogateEscape:
    var i = start
    while i < end && view[i] >= 0x80 {
      b.append(codePoint: 0xdc00 + UInt32(view[i]))
      i += 1
    }
    if i > start { return i }
  case .surrogatePass:
    if encoding == .utf8 && start + 3 <= view.count && view[start] == 0xed && view[start + 1] & 0xe0 == 0xa0
      && view[start + 2] & 0xc0 == 0x80
    {
      b.append(codePoint: 0xd000 | UInt32(view[start + 1] & 0x3f) << 6 | UInt32(view[start + 2] & 0x3f))
      return start + 3
    }
    if encoding == .utf16LE || encoding == .utf16BE, start + 2 <= view.count {
      let bigEndian = encoding == .utf16BE
      let c = UInt32(view[start]) << (bigEndian ? 8 : 0) | UInt32(view[start + 1]) << (bigEndian ? 0 : 8)
      if isSurrogate(c) {
        b.append(codePoint: c)
        return start + 2
      }
    }
  case .unknown:
    b.discard()
    _ = raiseUnknown("unknown error handler name ", errors, quoted: true)
    return -1
  case .xmlReplace:
    b.discard()
    raise(Exceptions.typeError, "don't know how to handle UnicodeDecodeError in error callback")
    return -1
  case .strict: break
  }
  b.discard()
  let object = isBytes(source) ? retained(source) : makeBytes(view.bytes, view.count)
  raiseUnicodeError(Exceptions.unicodeDecodeError, encoding, object, start, end, reason)
  release(object)
  return -1
}

/// bytes.decode and str(bytes, encoding, errors); arguments null or str.
func decodeToStr(_ v: Value, _ encoding: Value, _ errors: Value) -> Value {
  if isStr(v) { return raise(Exceptions.typeError, "decoding str is not supported") }
  if !isBytesLike(v) {
    return raise(Exceptions.typeError) { b in
      b.append("decoding to str: need a bytes-like object, ")
      b.append(typeName(v))
      b.append(" found")
    }
  }
  let e = encoding.isNull ? .utf8 : encodingNamed(StrView(encoding))
  if e == .unknown {
    let escapes = escapeEncodingNamed(StrView(encoding))
    if escapes == .unknown { return raiseUnknown("unknown encoding: ", encoding, quoted: false) }
    return decodeEscapes(BytesView(v), v, isRaw: escapes == .rawUnicodeEscape, errors)
  }
  return decodeBytes(BytesView(v), v, e, errors)
}
