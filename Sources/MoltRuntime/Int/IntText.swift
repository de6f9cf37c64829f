import MoltABI

// Ints to and from digits (Objects/longobject.c: long_to_decimal_string, long_from_string_base, PyLong_FromString).

/// sys.get_int_max_str_digits(): conversions in bases that are not powers of two refuse more digits; 0: no limit.
enum IntLimits {
  static var maxStrDigits = 4300
  /// Numbers of at most this many digits are never checked.
  static var threshold: Int { 640 }
}

private let tenTo19: UInt64 = 10_000_000_000_000_000_000

/// Room that `writeDecimal` needs for a magnitude of `limbs` limbs.
private func decimalRoom(_ limbs: Int) -> Int { limbs * 20 + 20 }

/// Writes the decimal digits of a magnitude, least significant at the end of the buffer; returns where they start.
/// Divides by 10^19 limb by limb; `work` holds the number and is used up.
private func writeDecimal(_ buffer: UnsafeMutablePointer<UInt8>, _ room: Int, _ work: Limbs, _ count: Int) -> Int {
  var position = room
  var n = count
  let by = LimbDivisor(normalized: tenTo19)
  while n > 0 {
    var remainder: UInt64 = 0
    var i = n
    while i > 0 {
      i -= 1
      let (q, r) = by.divide(remainder, work[i])
      work[i] = q
      remainder = r
    }
    n = natTrim(work, n)
    var digits = 0
    while digits < 19 && (n > 0 || remainder != 0) {
      position -= 1
      buffer[position] = UInt8(truncatingIfNeeded: 48 + remainder % 10)
      remainder /= 10
      digits += 1
    }
  }
  return position
}

/// From this many limbs on a number is split by a power of ten before its digits are written.
private let splitLimbs = 24

/// Writes the digits of a large non-negative int before `end`; the buffer holds zeros. `powers[level]` is 10^(19 *
/// 2^level), whose square is larger than the number.
private func writeSplit(
  _ buffer: UnsafeMutablePointer<UInt8>, _ end: Int, _ a: Value, _ powers: UnsafeMutablePointer<Value>, _ level: Int
) {
  if level < 0 || a.isSmallInt || a.pointer(MoltInt.self).limbCount < splitLimbs {
    withLimbs(a) { x in
      let room = decimalRoom(x.count)
      withUnsafeTemporaryAllocation(byteCount: room + x.count * 8, alignment: 8) { space in
        let work = space.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt64.self)
        let digits = (space.baseAddress.unsafelyUnwrapped + x.count * 8).assumingMemoryBound(to: UInt8.self)
        c_memcpy(work, x.limbs, x.count * 8)
        let start = writeDecimal(digits, room, work, x.count)
        c_memcpy(buffer + (end - (room - start)), digits + start, room - start)
      }
    }
    return
  }
  var high = Value.null
  var low = Value.null
  intDivide(a, powers[level], &high, &low)
  writeSplit(buffer, end, low, powers, level - 1)
  writeSplit(buffer, end - 19 << level, high, powers, level - 1)
  release(high)
  release(low)
}

/// Calls `body` with the decimal digits of a large int's magnitude.
private func withSplitDigits(_ a: Value, _ body: (UnsafeMutablePointer<UInt8>, Int) -> Void) {
  let magnitude = intAbsolute(a)
  let count = magnitude.pointer(MoltInt.self).limbCount
  withUnsafeTemporaryAllocation(of: Value.self, capacity: 64) { storage in
    let powers = storage.baseAddress.unsafelyUnwrapped
    powers[0] = makeInt(unsigned: tenTo19)
    var level = 0
    while (powers[level].pointer(MoltInt.self).limbCount - 1) * 2 < count {
      powers[level + 1] = intMultiply(powers[level], powers[level])
      level += 1
    }
    let room = 19 << (level + 1)
    let buffer = allocateRaw(room).assumingMemoryBound(to: UInt8.self)
    c_memset(buffer, 48, room)
    writeSplit(buffer, room, magnitude, powers, level)
    var start = 0
    while buffer[start] == 48 { start += 1 }
    body(buffer + start, room - start)
    freeRaw(buffer, room)
    for i in 0...level { release(powers[i]) }
  }
  release(magnitude)
}

@inline(never) private func raiseDigitLimit() -> Value {
  raise(Exceptions.valueError) { b in
    b.append("Exceeds the limit (")
    b.append(int: IntLimits.maxStrDigits)
    b.append(" digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit")
  }
}

/// Appends the digits of an exact int in base 2, 8, 10 or 16, with a minus sign if it is negative. False: ValueError.
func appendInt(_ b: inout StringBuilder, _ a: Value, base: Int = 10, uppercase: Bool = false) -> Bool {
  if a.isSmallInt && base == 10 {
    b.append(int64: a.smallInt)
    return true
  }
  if base == 10 {
    let p = a.pointer(MoltInt.self)
    let n = p.limbCount
    let limit = IntLimits.maxStrDigits
    // 3.32 bits make a digit; a number so much longer than the limit need not be converted to be refused.
    if limit > 0 && n * 64 > limit * 10 / 3 + 128 {
      _ = raiseDigitLimit()
      return false
    }
    var isAllowed = true
    func take(_ digits: UnsafeMutablePointer<UInt8>, _ count: Int) {
      isAllowed = limit == 0 || count <= limit || count <= IntLimits.threshold
      if !isAllowed { return }
      if p.isNegative { b.append(codePoint: 45) }
      b.append(StrView(data: digits, count: count, kind: 1, isASCII: true))
    }
    if n >= splitLimbs * 2 {
      withSplitDigits(a, take)
    } else {
      let room = decimalRoom(n)
      withUnsafeTemporaryAllocation(byteCount: room + n * 8, alignment: 8) { space in
        let work = space.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt64.self)
        let digits = (space.baseAddress.unsafelyUnwrapped + n * 8).assumingMemoryBound(to: UInt8.self)
        c_memcpy(work, p.limbs, n * 8)
        let start = writeDecimal(digits, room, work, n)
        take(digits + start, room - start)
      }
    }
    if !isAllowed { _ = raiseDigitLimit() }
    return isAllowed
  }
  let bits = base == 2 ? 1 : base == 8 ? 3 : 4
  let letter: UInt32 = uppercase ? 55 : 87
  withLimbs(a) { x in
    if x.negative { b.append(codePoint: 45) }
    var i = max((natBitLength(x.limbs, x.count) + bits - 1) / bits, 1)
    while i > 0 {
      i -= 1
      let at = i * bits
      var digit: UInt64 = 0
      if at / 64 < x.count { digit = x.limbs[at / 64] >> UInt64(at % 64) }
      // Octal digits may lie across two limbs.
      if at % 64 > 64 - bits && at / 64 + 1 < x.count { digit |= x.limbs[at / 64 + 1] << UInt64(64 - at % 64) }
      let d = UInt32(truncatingIfNeeded: digit & ((1 << UInt64(bits)) - 1))
      b.append(codePoint: d < 10 ? 48 + d : letter + d)
    }
  }
  return true
}

/// str() of an int; null: ValueError for too many digits.
func intToString(_ v: Value) -> Value {
  let a = exactInt(v)
  if a.isSmallInt && a.smallInt >= 0 && a.smallInt < 10 { return makeCharacter(UInt32(48 + a.smallInt)) }
  if a.isSmallInt { return smallIntToString(a.smallInt) }
  var b = StringBuilder()
  if !appendInt(&b, a) {
    b.discard()
    return .null
  }
  return b.finish()
}

/// The decimal digits of a number of more than one digit, or with a sign, in a str of just that size.
private func smallIntToString(_ number: Int64) -> Value {
  var rest = number.magnitude
  var count = number < 0 ? 2 : 1
  var bound: UInt64 = 10
  while rest >= bound {
    count += 1
    bound *= 10
  }
  let text = newString(count, 0x7f)
  let bytes = text.data.assumingMemoryBound(to: UInt8.self)
  var position = count
  repeat {
    position -= 1
    bytes[position] = UInt8(truncatingIfNeeded: 48 + rest % 10)
    rest /= 10
  } while rest != 0
  if number < 0 { bytes[0] = 45 }
  return Value(text)
}

/// Digits of a number in a base, one byte a digit value, most significant first, as an int.
func intFromDigits(_ digits: UnsafePointer<UInt8>, _ count: Int, _ base: Int, negative: Bool) -> Value {
  // As many digits at once as fit into a limb.
  var chunk = 1
  var factor = UInt64(base)
  while true {
    let (next, overflow) = factor.multipliedReportingOverflow(by: UInt64(base))
    if overflow { break }
    factor = next
    chunk += 1
  }
  if count <= chunk {
    var n: UInt64 = 0
    for i in 0..<count { n = n &* UInt64(base) &+ UInt64(digits[i]) }
    let v = makeInt(unsigned: n)
    if !negative { return v }
    let negated = intNegate(v)
    release(v)
    return negated
  }
  let p = newInt(count / chunk + 2)
  var used = 0
  var i = 0
  while i < count {
    var size = (count - i) % chunk
    if size == 0 { size = chunk }
    var n: UInt64 = 0
    var scale: UInt64 = 1
    for k in i..<(i + size) {
      n = n &* UInt64(base) &+ UInt64(digits[k])
      scale = scale &* UInt64(base)
    }
    let carry = natMultiply1(p.limbs, p.limbs, used, size == chunk ? factor : scale, n)
    if carry != 0 {
      p.limbs[used] = carry
      used += 1
    }
    i += size
  }
  p.pointee.size = used
  return normalized(p, negative: negative)
}

private func digitValue(_ c: UInt8) -> UInt8 {
  if c >= 48 && c <= 57 { return c - 48 }
  if c >= 97 && c <= 122 { return c - 87 }
  if c >= 65 && c <= 90 { return c - 55 }
  return 99
}

/// Parses an ASCII int literal without surrounding spaces. Null with `isMalformed` true: not a literal; null otherwise:
/// an exception is set.
func parseInt(_ text: UnsafePointer<UInt8>, _ count: Int, base wantedBase: Int, _ isMalformed: inout Bool) -> Value {
  var base = wantedBase
  var i = 0
  var negative = false
  isMalformed = true
  if i < count && (text[i] == 43 || text[i] == 45) {
    negative = text[i] == 45
    i += 1
  }
  var mustBeZero = false
  if i + 1 < count && text[i] == 48 {
    let letter = text[i + 1] | 0x20
    let prefix = letter == 120 ? 16 : letter == 111 ? 8 : letter == 98 ? 2 : 0
    if prefix != 0 && (base == 0 || base == prefix) {
      base = prefix
      i += 2
      if i < count && text[i] == 95 { i += 1 }
    } else if base == 0 {
      mustBeZero = true
    }
  }
  if base == 0 { base = 10 }
  if i >= count { return .null }
  let digits = allocateRaw(count - i).assumingMemoryBound(to: UInt8.self)
  defer { freeRaw(digits, count - i) }
  var n = 0
  var last: UInt8 = 95
  var k = i
  while k < count {
    let c = text[k]
    if c == 95 {
      if last == 95 { return .null }
    } else {
      let d = digitValue(c)
      if d >= base { return .null }
      digits[n] = d
      n += 1
    }
    last = c
    k += 1
  }
  if last == 95 { return .null }
  if mustBeZero {
    for k in 0..<n where digits[k] != 0 { return .null }
  }
  isMalformed = false
  if base & (base - 1) != 0 && n > IntLimits.threshold && IntLimits.maxStrDigits > 0 && n > IntLimits.maxStrDigits {
    return raise(Exceptions.valueError) { b in
      b.append("Exceeds the limit (")
      b.append(int: IntLimits.maxStrDigits)
      b.append(" digits) for integer string conversion: value has ")
      b.append(int: n)
      b.append(" digits; use sys.set_int_max_str_digits() to increase the limit")
    }
  }
  return intFromDigits(digits, n, base, negative: negative)
}

/// int(text, base) for a str; spaces around it and digits of other scripts are allowed.
func intFromString(_ v: Value, base: Int) -> Value {
  let view = StrView(v)
  var isMalformed = true
  var result = Value.null
  withASCIINumber(view) { result = parseInt($0, $1, base: base, &isMalformed) }
  return isMalformed ? raiseInvalidInt(v, base) : result
}

func raiseInvalidInt(_ v: Value, _ base: Int) -> Value {
  let text = reprOf(v)
  if text.isNull { return .null }
  raise(Exceptions.valueError) { b in
    b.append("invalid literal for int() with base ")
    b.append(int: base)
    b.append(": ")
    let view = StrView(text)
    b.append(view.slice(0, min(view.count, 200)))
  }
  release(text)
  return .null
}

/// Calls `body` with the text stripped of spaces, with decimal digits of any script as ASCII digits; any other
/// character outside ASCII becomes a '?', which no number contains.
func withASCIINumber(_ view: StrView, _ body: (UnsafePointer<UInt8>, Int) -> Void) {
  var start = 0
  var end = view.count
  while start < end && isSpace(view[start]) { start += 1 }
  while end > start && isSpace(view[end - 1]) { end -= 1 }
  if view.isASCII {
    body(view.bytes + start, end - start)
    return
  }
  let n = end - start
  let copy = allocateRaw(n + 1).assumingMemoryBound(to: UInt8.self)
  for i in 0..<n {
    let c = view[start + i]
    if c < 0x80 {
      copy[i] = UInt8(c)
    } else {
      let d = decimalValue(c)
      copy[i] = d >= 0 ? UInt8(48 + d) : isSpace(c) ? 32 : 63
    }
  }
  copy[n] = 0
  body(copy, n)
  freeRaw(copy, n + 1)
}

/// The int of a literal's zero-terminated decimal digits.
@c(molt_int_literal) func molt_int_literal(_ text: UnsafePointer<UInt8>) -> Value {
  let isNegative = text[0] == 45
  let start = isNegative ? 1 : 0
  var n = 0
  while text[start + n] != 0 { n += 1 }
  let digits = allocateRaw(n + 1).assumingMemoryBound(to: UInt8.self)
  for i in 0..<n { digits[i] = text[start + i] - 48 }
  let v = intFromDigits(digits, n, 10, negative: isNegative)
  freeRaw(digits, n + 1)
  return v
}
