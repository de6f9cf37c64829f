import MoltABI

// The encodings unicode_escape and raw_unicode_escape: text as in the literals of source code. CPython:
// Objects/unicodeobject.c.

/// Finds one of the two by name, as `encodingNamed` finds the others.
func escapeEncodingNamed(_ name: StrView) -> Encoding {
  if name.count > 20 || !name.isASCII { return .unknown }
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { letters in
    for i in 0..<name.count {
      let c = name.bytes[i]
      letters[i] = c >= 0x41 && c <= 0x5a ? c + 32 : c == 0x2d || c == 0x20 ? 0x5f : c
    }
    let plain = StrView(data: letters.baseAddress.unsafelyUnwrapped, count: name.count, kind: 1, isASCII: true)
    if viewEquals(plain, "unicode_escape") { return .unicodeEscape }
    return viewEquals(plain, "raw_unicode_escape") ? .rawUnicodeEscape : .unknown
  }
}

/// Encodes a str; raw: only what is above U+00FF is escaped.
func encodeEscapes(_ v: Value, isRaw: Bool) -> Value {
  let text = StrView(v)
  var b = ByteBuilder(capacity: text.count)
  func escape(_ letter: UInt8, _ c: UInt32, _ digits: Int) {
    b.append(0x5c)
    b.append(letter)
    var shift = UInt32(digits * 4)
    while shift > 0 {
      shift -= 4
      let digit = UInt8(truncatingIfNeeded: c >> shift & 15)
      b.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
  func pair(_ letter: UInt8) {
    b.append(0x5c)
    b.append(letter)
  }
  for i in 0..<text.count {
    let c = text[i]
    if c >= 0x10000 {
      escape(0x55, c, 8)
    } else if c >= 0x100 {
      escape(0x75, c, 4)
    } else if isRaw || c >= 0x20 && c < 0x7f && c != 0x5c {
      b.append(UInt8(truncatingIfNeeded: c))
    } else if c == 0x5c {
      pair(0x5c)
    } else if c == 9 || c == 10 || c == 13 {
      pair(c == 9 ? 0x74 : c == 10 ? 0x6e : 0x72)
    } else {
      escape(0x78, c, 2)
    }
  }
  return b.finish()
}

/// Decodes bytes, which stand for themselves where they are not part of an escape sequence. Null: an exception is set.
func decodeEscapes(_ view: BytesView, _ source: Value, isRaw: Bool, _ errors: Value) -> Value {
  var b = StringBuilder(capacity: view.count)
  let encoding = isRaw ? Encoding.rawUnicodeEscape : Encoding.unicodeEscape
  var i = 0
  while i < view.count {
    let start = i
    let byte = view[i]
    i += 1
    if byte != 0x5c || isRaw && i == view.count {
      b.append(codePoint: UInt32(byte))
      continue
    }
    var reason: StaticString = "\\ at end of string"
    if i < view.count {
      let letter = view[i]
      i += 1
      if let c = plainEscape(letter, isRaw: isRaw) {
        b.append(codePoint: c)
        continue
      }
      if letter == 10 && !isRaw { continue }
      if letter >= 0x30 && letter <= 0x37 && !isRaw {
        var c = UInt32(letter - 0x30)
        while i < view.count && i < start + 4 && view[i] >= 0x30 && view[i] <= 0x37 {
          c = c * 8 + UInt32(view[i] - 0x30)
          i += 1
        }
        b.append(codePoint: c)
        continue
      }
      let digits = letter == 0x75 ? 4 : letter == 0x55 ? 8 : letter == 0x78 && !isRaw ? 2 : 0
      if digits > 0 {
        let c = hexNumber(view, &i, digits)
        if c <= 0x10ffff {
          b.append(codePoint: UInt32(c))
          continue
        }
        let isTooLarge = c != Int64.max
        reason =
          digits == 2
          ? "truncated \\xXX escape"
          : digits == 4
            ? "truncated \\uXXXX escape"
            : !isTooLarge
              ? "truncated \\UXXXXXXXX escape" : isRaw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character"
      } else if letter == 0x4e && !isRaw {
        reason = skipName(view, &i) ? "unknown Unicode character name" : "malformed \\N character escape"
      } else {
        b.append(codePoint: 0x5c)
        b.append(codePoint: UInt32(letter))
        continue
      }
    }
    i = replaceUndecodable(&b, view, source, start, i, encoding, errors, reason)
    if i < 0 { return .null }
  }
  return b.finish()
}

/// What an escape sequence of one letter stands for.
private func plainEscape(_ letter: UInt8, isRaw: Bool) -> UInt32? {
  if isRaw { return nil }
  switch letter {
  case 0x5c, 0x27, 0x22: return UInt32(letter)
  case 0x61: return 7
  case 0x62: return 8
  case 0x74: return 9
  case 0x6e: return 10
  case 0x76: return 11
  case 0x66: return 12
  case 0x72: return 13
  default: return nil
  }
}

/// The number that so many hexadecimal digits make, Int64.max where there are fewer; the position is then behind them.
private func hexNumber(_ view: BytesView, _ i: inout Int, _ digits: Int) -> Int64 {
  var number: Int64 = 0
  for _ in 0..<digits {
    if i >= view.count { return Int64.max }
    let c = view[i] | 0x20
    if view[i] >= 0x30 && view[i] <= 0x39 {
      number = number << 4 | Int64(view[i] - 0x30)
    } else if c >= 0x61 && c <= 0x66 {
      number = number << 4 | Int64(c - 0x57)
    } else {
      return Int64.max
    }
    i += 1
  }
  return number
}

/// Goes behind `{NAME}`; false where that is not what follows.
private func skipName(_ view: BytesView, _ i: inout Int) -> Bool {
  if i >= view.count || view[i] != 0x7b { return false }
  var end = i + 1
  while end < view.count && view[end] != 0x7d { end += 1 }
  if end >= view.count || end == i + 1 {
    i = end
    return false
  }
  i = end + 1
  return true
}
