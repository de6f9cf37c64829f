import MoltABI

// Floats to and from text (Python/pystrtod.c: format_float_short, PyOS_string_to_double; Objects/floatobject.c:
// float_hex, float_fromhex).

/// How `appendFloat` writes. `code` is the ASCII letter e, f or g, or r for repr's shortest form.
struct FloatFormat {
  var code: UInt8
  var precision = 0
  var isUppercase = false
  var forcesSign = false
  /// The decimal point stays even when no digit follows ('#').
  var isAlternate = false
  /// '.0' behind what would read as an int.
  var addsDotZero = false
  /// A result that rounds to zero has no minus sign ('z').
  var dropsNegativeZero = false

  init(code: UInt8, precision: Int = 0) {
    self.code = code
    self.precision = precision
  }
}

func appendFloat(_ b: inout StringBuilder, _ x: Double, _ format: FloatFormat) {
  if !x.isFinite {
    if x.isNaN {
      if format.forcesSign { b.append(codePoint: 43) }
      b.append(format.isUppercase ? "NAN" : "nan")
    } else {
      if x < 0 { b.append(codePoint: 45) } else if format.forcesSign { b.append(codePoint: 43) }
      b.append(format.isUppercase ? "INF" : "inf")
    }
    return
  }
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: maxFloatDigits) { buffer in
    appendFinite(&b, x, format, buffer.baseAddress.unsafelyUnwrapped)
  }
}

private func appendFinite(
  _ b: inout StringBuilder, _ x: Double, _ format: FloatFormat, _ out: UnsafeMutablePointer<UInt8>
) {
  var precision = format.precision
  if format.code == 101 { precision += 1 }
  if format.code == 103 && precision == 0 { precision = 1 }
  var digits = FloatDigits(count: 1, point: 1)
  let magnitude = x.magnitude
  if magnitude == 0 {
    out[0] = 48
  } else if format.code == 114 {
    digits = shortestDigits(magnitude, out)
  } else {
    digits = roundedDigits(magnitude, precision, afterPoint: format.code == 102, out)
    if digits.count == 0 { digits.point = -precision }
  }
  let isZero = digits.count == 0 || (digits.count == 1 && out[0] == 48)
  var point = digits.point
  var end = digits.count
  var usesExponent = false
  switch format.code {
  case 101:
    usesExponent = true
    end = precision
  case 102: end = point + precision
  case 103:
    if point <= -4 || point > precision - (format.addsDotZero ? 1 : 0) { usesExponent = true }
    if format.isAlternate { end = precision }
  default: if point <= -4 || point > 16 { usesExponent = true }
  }
  var exponent = 0
  if usesExponent {
    exponent = point - 1
    point = 1
  }
  let start = point <= 0 ? point - 1 : 0
  end = max(end, !usesExponent && format.addsDotZero ? point + 1 : point)
  if x.sign == .minus && !(isZero && format.dropsNegativeZero) {
    b.append(codePoint: 45)
  } else if format.forcesSign {
    b.append(codePoint: 43)
  }
  // Positions start ..< end, of which 0 ..< count are digits and the others zeros; the point stands before `point`.
  appendRun(&b, out, digits.count, start, point)
  if end > point || format.isAlternate {
    b.append(codePoint: 46)
    appendRun(&b, out, digits.count, point, end)
  }
  if usesExponent {
    b.append(codePoint: format.isUppercase ? 69 : 101)
    b.append(codePoint: exponent < 0 ? 45 : 43)
    if exponent > -10 && exponent < 10 { b.append(codePoint: 48) }
    b.append(int: exponent < 0 ? -exponent : exponent)
  }
}

private func appendRun(
  _ b: inout StringBuilder, _ out: UnsafeMutablePointer<UInt8>, _ count: Int, _ from: Int, _ to: Int
) {
  if from < 0 { b.append(repeating: 48, min(to, 0) - from) }
  let first = max(from, 0)
  let last = min(to, count)
  if last > first { b.append(StrView(data: out + first, count: last - first, kind: 1, isASCII: true)) }
  b.append(repeating: 48, to - max(first, last, 0))
}

/// repr() of a double.
func appendRepr(_ b: inout StringBuilder, _ x: Double) {
  var format = FloatFormat(code: 114)
  format.addsDotZero = true
  appendFloat(&b, x, format)
}

func floatRepr(_ x: Double) -> Value {
  var b = StringBuilder()
  appendRepr(&b, x)
  return b.finish()
}

// --------------------------------------------------------------------------------------------------------- parsing

@inline(__always) private func isDigit(_ c: UInt8) -> Bool { c >= 48 && c <= 57 }

/// Length of the decimal number, infinity or NaN that the text starts with; 0: none. Underscores are not part of one.
func floatPrefix(_ p: UnsafePointer<UInt8>, _ n: Int) -> Int {
  var i = 0
  if i < n && (p[i] == 43 || p[i] == 45) { i += 1 }
  let word = wordLength(p + i, n - i)
  if word > 0 { return i + word }
  let first = i
  while i < n && isDigit(p[i]) { i += 1 }
  var count = i - first
  if i < n && p[i] == 46 {
    i += 1
    let start = i
    while i < n && isDigit(p[i]) { i += 1 }
    count += i - start
  }
  if count == 0 { return 0 }
  if i < n && p[i] | 0x20 == 101 {
    var k = i + 1
    if k < n && (p[k] == 43 || p[k] == 45) { k += 1 }
    if k < n && isDigit(p[k]) {
      while k < n && isDigit(p[k]) { k += 1 }
      i = k
    }
  }
  return i
}

private func wordLength(_ p: UnsafePointer<UInt8>, _ n: Int) -> Int {
  func matches(_ word: StaticString) -> Bool {
    let w = word.utf8Start
    if n < word.utf8CodeUnitCount { return false }
    for i in 0..<word.utf8CodeUnitCount where p[i] | 0x20 != w[i] { return false }
    return true
  }
  return matches("infinity") ? 8 : matches("inf") || matches("nan") ? 3 : 0
}

/// The double of a number that `floatPrefix` measured; correctly rounded.
func doubleFromText(_ p: UnsafePointer<UInt8>, _ n: Int) -> Double {
  var i = 0
  var negative = false
  if n > 0 && (p[0] == 43 || p[0] == 45) {
    negative = p[0] == 45
    i = 1
  }
  if wordLength(p + i, n - i) > 0 {
    let x = p[i] | 0x20 == 110 ? Double.nan : Double.infinity
    return negative ? -x : x
  }
  // Up to 15 digits without an exponent are exact, and so is one division by a power of ten up to 10^22.
  if n - i <= 16 {
    var mantissa: UInt64 = 0
    var scale = 1.0
    var isPlain = true
    var hasPoint = false
    for k in i..<n {
      if p[k] == 46 {
        hasPoint = true
      } else if isDigit(p[k]) {
        mantissa = mantissa &* 10 &+ UInt64(p[k] - 48)
        if hasPoint { scale *= 10 }
      } else {
        isPlain = false
      }
    }
    if isPlain && mantissa < 1 << 53 { return negative ? -(Double(mantissa) / scale) : Double(mantissa) / scale }
  }
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { small in
    let copy = n < 64 ? small.baseAddress.unsafelyUnwrapped : allocateRaw(n + 1).assumingMemoryBound(to: CChar.self)
    c_memcpy(copy, p, n)
    copy[n] = 0
    let x = c_strtod(copy, nil)
    if n >= 64 { freeRaw(copy, n + 1) }
    return x
  }
}

/// Parses a whole ASCII text as a float; underscores may stand between digits. False: it is none.
func parseFloat(_ p: UnsafePointer<UInt8>, _ n: Int, _ out: inout Double) -> Bool {
  if c_memchr(p, 95, n) == nil {
    if n == 0 || floatPrefix(p, n) != n { return false }
    out = doubleFromText(p, n)
    return true
  }
  let copy = allocateRaw(n).assumingMemoryBound(to: UInt8.self)
  defer { freeRaw(copy, n) }
  var count = 0
  for i in 0..<n {
    if p[i] == 95 {
      if i == 0 || i + 1 == n || !isDigit(p[i - 1]) || !isDigit(p[i + 1]) { return false }
    } else {
      copy[count] = p[i]
      count += 1
    }
  }
  if count == 0 || floatPrefix(copy, count) != count { return false }
  out = doubleFromText(copy, count)
  return true
}

/// float(text) for a str.
func floatFromString(_ v: Value) -> Value {
  var x = 0.0
  var isValid = false
  withASCIINumber(StrView(v)) { isValid = parseFloat($0, $1, &x) }
  if x.isNaN { return freshNaN(isNegative: x.sign == .minus) }
  return isValid ? Value(x) : raiseInvalidFloat(v)
}

private var nanCount: UInt64 = 0

/// A NaN that no other value is identical to. Containers take what is identical for equal, and each float("nan") is an
/// object of its own in CPython; arithmetic on it gives the common NaN again.
private func freshNaN(isNegative: Bool) -> Value {
  nanCount = (nanCount &+ 1) & 0x0003_ffff_ffff_ffff
  let bits: UInt64 = (isNegative ? 0xfff8_0000_0000_0000 : 0x7ff8_0000_0000_0000) | nanCount
  return Value(bits: bits &+ 0x0004_0000_0000_0000)
}

func raiseInvalidFloat(_ v: Value) -> Value {
  raise(Exceptions.valueError) { b in
    b.append("could not convert string to float: ")
    _ = b.appendRepr(v)
  }
}

// ------------------------------------------------------------------------------------------------------------- hex

/// float.hex().
func floatHex(_ x: Double) -> Value {
  if !x.isFinite { return floatRepr(x) }
  var b = StringBuilder()
  let bits = x.bitPattern
  let biased = Int(bits >> 52 & 0x7ff)
  if x.sign == .minus { b.append(codePoint: 45) }
  b.append(biased == 0 ? "0x0." : "0x1.")
  if x == 0 {
    b.append("0p+0")
    return b.finish()
  }
  var shift: UInt64 = 52
  while shift > 0 {
    shift -= 4
    let d = UInt32(bits >> shift & 15)
    b.append(codePoint: d < 10 ? 48 + d : 87 + d)
  }
  let exponent = max(biased, 1) - 1023
  b.append(exponent < 0 ? "p-" : "p+")
  b.append(int: exponent < 0 ? -exponent : exponent)
  return b.finish()
}

private func hexDigit(_ c: UInt8) -> Int {
  isDigit(c) ? Int(c) - 48 : c | 0x20 >= 97 && c | 0x20 <= 102 ? Int(c | 0x20) - 87 : -1
}

/// float.fromhex() of stripped ASCII text. Null with `isMalformed`: not a hexadecimal float; else OverflowError is set.
func floatFromHex(_ p: UnsafePointer<UInt8>, _ n: Int, _ isMalformed: inout Bool) -> Value {
  isMalformed = true
  var i = 0
  var negative = false
  if i < n && (p[i] == 43 || p[i] == 45) {
    negative = p[i] == 45
    i += 1
  }
  let word = wordLength(p + i, n - i)
  if word > 0 {
    if i + word != n { return .null }
    isMalformed = false
    return Value(doubleFromText(p, n))
  }
  if i + 1 < n && p[i] == 48 && p[i + 1] | 0x20 == 120 { i += 2 }
  // The first 60 bits of the digits; what follows only says whether the rest is zero.
  var mantissa: UInt64 = 0
  var sticky = false
  var exponent = 0
  var count = 0
  var hasPoint = false
  while i < n {
    if p[i] == 46 {
      if hasPoint { return .null }
      hasPoint = true
    } else {
      let d = hexDigit(p[i])
      if d < 0 { break }
      count += 1
      if mantissa >> 56 == 0 {
        mantissa = mantissa << 4 | UInt64(d)
        if hasPoint { exponent -= 4 }
      } else {
        if d != 0 { sticky = true }
        if !hasPoint { exponent += 4 }
      }
    }
    i += 1
  }
  if count == 0 { return .null }
  if i < n && p[i] | 0x20 == 112 {
    i += 1
    var down = false
    if i < n && (p[i] == 43 || p[i] == 45) {
      down = p[i] == 45
      i += 1
    }
    if i >= n || !isDigit(p[i]) { return .null }
    var e = 0
    while i < n && isDigit(p[i]) {
      e = min(e * 10 + Int(p[i]) - 48, 100_000_000)
      i += 1
    }
    exponent += down ? -e : e
  }
  if i != n { return .null }
  isMalformed = false
  if mantissa == 0 { return Value(negative ? -0.0 : 0.0) }
  // Round once, to the bits that the result's exponent leaves.
  let top = 63 - mantissa.leadingZeroBitCount + exponent
  let drop = max(exponent, top < -1022 ? -1074 : top - 52) - exponent
  if top > 1023 { return raiseHexOverflow() }
  var rounded = mantissa
  var scale = exponent
  if drop > 0 {
    if drop > 62 { return Value(negative ? -0.0 : 0.0) }
    let rest = mantissa & ((1 << UInt64(drop)) - 1)
    let half: UInt64 = 1 << UInt64(drop - 1)
    rounded = mantissa >> UInt64(drop)
    if rest > half || (rest == half && (sticky || rounded & 1 == 1)) { rounded += 1 }
    scale += drop
  }
  var x = Double(rounded)
  x = c_ldexp(x, Int32(max(-3000, min(3000, scale))))
  if x.isInfinite { return raiseHexOverflow() }
  return Value(negative ? -x : x)
}

private func raiseHexOverflow() -> Value {
  raise(Exceptions.overflowError, "hexadecimal value too large to represent as a float")
}
