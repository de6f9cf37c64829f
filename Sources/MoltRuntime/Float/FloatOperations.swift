import MoltABI

// Arithmetic of doubles as Python defines it (Objects/floatobject.c).

/// The hash of a double, equal to that of the int or fraction of the same value; never -1.
func floatHash(_ x: Double) -> Int64 {
  if x.magnitude < 9007199254740992.0 && x == x.rounded(.towardZero) {
    let n = Int64(x)
    return n == -1 ? -2 : n
  }
  if x.isInfinite { return x > 0 ? 314159 : -314159 }
  if x.isNaN { return 0 }
  let p: UInt64 = (1 << 61) - 1
  var e: Int32 = 0
  var m = c_frexp(x.magnitude, &e)
  var h: UInt64 = 0
  while m != 0 {
    h = (h << 28 & p) | h >> 33
    m *= 268435456.0
    e -= 28
    let y = UInt64(m)
    m -= Double(y)
    h += y
    if h >= p { h -= p }
  }
  let shift = UInt64(e >= 0 ? e % 61 : 60 - (-1 - e) % 61)
  h = (h << shift & p) | h >> (61 - shift)
  let hash = x < 0 ? -Int64(h) : Int64(h)
  return hash == -1 ? -2 : hash
}

/// x mod y with the sign of y; y is not zero.
func floatModulo(_ x: Double, _ y: Double) -> Double {
  let mod = c_fmod(x, y)
  if mod == 0 { return Double(signOf: y, magnitudeOf: 0) }
  return (y < 0) != (mod < 0) ? mod + y : mod
}

/// floor(x / y) and x mod y; y is not zero.
func floatDivideWithRemainder(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
  var mod = c_fmod(x, y)
  var quotient = (x - mod) / y
  if mod != 0 {
    if (y < 0) != (mod < 0) {
      mod += y
      quotient -= 1
    }
  } else {
    mod = Double(signOf: y, magnitudeOf: 0)
  }
  if quotient == 0 { return (Double(signOf: x / y, magnitudeOf: 0), mod) }
  var floored = quotient.rounded(.down)
  if quotient - floored > 0.5 { floored += 1 }
  return (floored, mod)
}

func raiseFloatOverflow() -> Value {
  let instance = newException(Exceptions.overflowError)
  let text = makeString("Numerical result out of range")
  setExceptionArgs(Value(instance), makeTuple(Value(smallInt: 34), text))
  release(text)
  raiseInstance(Value(instance))
  return .null
}

/// x ** y; a complex result where a negative base has a fractional exponent.
func floatPower(_ x: Double, _ y: Double) -> Value {
  if y == 0 { return Value(1.0) }
  if x.isNaN { return Value(x) }
  if y.isNaN { return Value(x == 1 ? 1.0 : y) }
  let isOdd = c_fmod(y.magnitude, 2) == 1
  if y.isInfinite {
    let m = x.magnitude
    return Value(m == 1 ? 1.0 : (y > 0) == (m > 1) ? Double.infinity : 0.0)
  }
  if x.isInfinite {
    if y > 0 { return Value(isOdd ? x : x.magnitude) }
    return Value(isOdd ? Double(signOf: x, magnitudeOf: 0) : 0.0)
  }
  if x == 0 {
    if y < 0 { return raise(Exceptions.zeroDivisionError, "0.0 cannot be raised to a negative power") }
    return Value(isOdd ? x : 0.0)
  }
  var base = x
  var negates = false
  if x < 0 {
    if y != y.rounded(.down) { return complexPower(ComplexNumber(x, 0), ComplexNumber(y, 0)) }
    base = -x
    negates = isOdd
  }
  if base == 1 { return Value(negates ? -1.0 : 1.0) }
  let result = c_pow(base, y)
  if result.isInfinite { return raiseFloatOverflow() }
  return Value(negates ? -result : result)
}

/// round(x, digits) on the exact value of x, ties to even.
func floatRound(_ x: Double, _ digits: Int) -> Value {
  if !x.isFinite || x == 0 || digits > 323 { return Value(x) }
  if digits < -308 { return Value(0.0 * x) }
  let y = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: maxFloatDigits + 16) { buffer in
    let out = buffer.baseAddress.unsafelyUnwrapped
    let r = roundedDigits(x.magnitude, digits, afterPoint: true, out)
    if r.count == 0 { return 0.0 }
    // digits e exponent, zero-terminated, for strtod.
    var n = r.count
    var e = r.point - r.count
    out[n] = 101
    n += 1
    if e < 0 {
      out[n] = 45
      n += 1
      e = -e
    }
    out[n] = UInt8(48 + e / 100)
    out[n + 1] = UInt8(48 + e / 10 % 10)
    out[n + 2] = UInt8(48 + e % 10)
    out[n + 3] = 0
    return c_strtod(UnsafeRawPointer(out).assumingMemoryBound(to: CChar.self), nil)
  }
  if y.isInfinite { return raise(Exceptions.overflowError, "rounded value too large to represent") }
  return Value(x < 0 ? -y : y)
}
