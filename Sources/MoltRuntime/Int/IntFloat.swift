import MoltABI

// Ints and floats: exact conversion and comparison (Objects/longobject.c: _PyLong_Frexp, long_true_divide;
// Objects/floatobject.c: float_richcompare).

/// The double nearest to an exact int, ties to even; infinite when it is out of range.
func intToDouble(_ a: Value) -> Double {
  if a.isSmallInt { return Double(a.smallInt) }
  return withLimbs(a) { x in
    let bits = natBitLength(x.limbs, x.count)
    if bits > 1024 { return x.negative ? -Double.infinity : Double.infinity }
    let magnitude = roundedDouble(x.limbs, x.count, 0, sticky: false)
    return x.negative ? -magnitude : magnitude
  }
}

/// Trimmed limbs times 2^exponent as the nearest double; `sticky` says that a nonzero part below was cut off (which
/// must leave at least 55 bits).
private func roundedDouble(_ limbs: Limbs, _ count: Int, _ exponent: Int, sticky: Bool) -> Double {
  let bits = natBitLength(limbs, count)
  if bits == 0 { return 0 }
  // The top 64 bits, with everything below folded into the last.
  var top = limbs[count - 1]
  let zeros = UInt64(top.leadingZeroBitCount)
  var isInexact = sticky
  if zeros > 0 {
    top <<= zeros
    if count > 1 { top |= limbs[count - 2] >> (64 - zeros) }
  }
  if count > 1 {
    if zeros > 0 ? limbs[count - 2] << zeros != 0 : limbs[count - 2] != 0 { isInexact = true }
    var i = count - 3
    while i >= 0 && !isInexact {
      if limbs[i] != 0 { isInexact = true }
      i -= 1
    }
  }
  // value = top * 2^(power - 63)
  let power = bits - 1 + exponent
  // Subnormal results keep fewer bits.
  let keep = power < -1022 ? 53 - (-1022 - power) : 53
  if keep < 0 { return 0 }
  if keep == 0 {
    let half: UInt64 = 1 << 63
    return top > half || isInexact ? 5e-324 : 0
  }
  let drop = UInt64(64 - keep)
  var mantissa = top >> drop
  let rest = top & ((1 << drop) &- 1)
  let half: UInt64 = 1 << (drop - 1)
  if rest > half || (rest == half && (isInexact || mantissa & 1 == 1)) { mantissa += 1 }
  return c_ldexp(Double(mantissa), Int32(power - keep + 1))
}

/// The double of an int for arithmetic; false: OverflowError is raised.
func intToFiniteDouble(_ a: Value, _ out: inout Double) -> Bool {
  out = intToDouble(a)
  if !out.isInfinite { return true }
  raise(Exceptions.overflowError, "int too large to convert to float")
  return false
}

/// a / b, correctly rounded; raises ZeroDivisionError and OverflowError.
func intTrueDivide(_ a: Value, _ b: Value) -> Value {
  if isZeroInt(b) { return raise(Exceptions.zeroDivisionError, "division by zero") }
  // Small ints are exact as doubles.
  if a.isSmallInt && b.isSmallInt { return Value(Double(a.smallInt) / Double(b.smallInt)) }
  let result = withLimbs(a, b) { x, y in
    if x.isZero { return Value(y.negative ? -0.0 : 0.0) }
    let difference = natBitLength(x.limbs, x.count) - natBitLength(y.limbs, y.count)
    if difference > 1025 { return .null }
    if difference < -1200 { return Value(x.negative != y.negative ? -0.0 : 0.0) }
    // A quotient of 66 or 67 bits and whether the division leaves a remainder.
    let shift = 66 - difference
    var numerator = copiedMagnitude(x)
    var denominator = copiedMagnitude(y)
    if shift >= 0 {
      replaceOwned(&numerator, intShiftLeft(numerator, shift))
    } else {
      replaceOwned(&denominator, intShiftLeft(denominator, -shift))
    }
    var q = Value.null
    var r = Value.null
    intDivide(numerator, denominator, &q, &r)
    let sticky = !isZeroInt(r)
    let magnitude = withLimbs(q) { roundedDouble($0.limbs, $0.count, -shift, sticky: sticky) }
    release(q)
    release(r)
    release(numerator)
    release(denominator)
    if magnitude.isInfinite { return .null }
    return Value(x.negative != y.negative ? -magnitude : magnitude)
  }
  return result.isNull ? raise(Exceptions.overflowError, "integer division result too large for a float") : result
}

private func copiedMagnitude(_ x: IntView) -> Value {
  let p = newInt(x.count)
  c_memcpy(p.limbs, x.limbs, x.count * 8)
  return normalized(p, negative: false)
}

private func replaceOwned(_ slot: inout Value, _ new: Value) {
  release(slot)
  slot = new
}

/// The int of a double's integral part; the caller excludes infinities and NaN.
func intFromFinite(_ x: Double) -> Value {
  if x > -9.2e18 && x < 9.2e18 { return makeInt(Int64(x)) }
  let bits = x.bitPattern
  let mantissa = (bits & 0xf_ffff_ffff_ffff) | 0x10_0000_0000_0000
  let exponent = Int(bits >> 52 & 0x7ff) - 1075
  let shifted = intShiftLeft(Value(smallInt: Int64(mantissa >> 32)), 32)
  let whole = intAdd(shifted, Value(smallInt: Int64(mantissa & 0xffff_ffff)))
  release(shifted)
  let v = intShiftLeft(whole, exponent)
  release(whole)
  if x > 0 { return v }
  let negated = intNegate(v)
  release(v)
  return negated
}

/// int(x), raising for infinities and NaN.
func intFromDouble(_ x: Double) -> Value {
  if x.isNaN { return raise(Exceptions.valueError, "cannot convert float NaN to integer") }
  if x.isInfinite { return raise(Exceptions.overflowError, "cannot convert float infinity to integer") }
  return intFromFinite(x)
}

/// Order of an exact int and a double by their exact values: -1, 0, 1, or 2 when the double is NaN.
func compareIntDouble(_ a: Value, _ x: Double) -> Int {
  if x.isNaN { return 2 }
  if a.isSmallInt {
    let d = Double(a.smallInt)
    return d < x ? -1 : d > x ? 1 : 0
  }
  if x.isInfinite { return x > 0 ? -1 : 1 }
  let truncated = x.rounded(.towardZero)
  let whole = intFromFinite(truncated)
  var order = intCompare(a, whole)
  release(whole)
  if order == 0 && truncated != x { order = truncated < x ? -1 : 1 }
  return order
}

/// Whether the result of comparing in that order (2: unordered) satisfies the operator.
@inline(__always) func orderSatisfies(_ order: Int, _ op: Int32) -> Bool {
  switch op {
  case 0: return order == -1
  case 1: return order == -1 || order == 0
  case 2: return order == 0
  case 3: return order != 0
  case 4: return order == 1
  default: return order == 1 || order == 0
  }
}
