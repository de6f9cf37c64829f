import MoltABI

// Decimal digits of doubles: the shortest that read back as the same double, and correctly rounded ones of any number
// (what Python/dtoa.c does in its modes 0, 2 and 3).

/// Room for the digits of any double.
let maxFloatDigits = 1100

/// Digits written to a buffer as ASCII, and where the decimal point is: 0.d1d2d3… * 10^point.
struct FloatDigits {
  var count: Int
  var point: Int
}

private func writeDigits(_ out: UnsafeMutablePointer<UInt8>, _ number: UInt64) -> Int {
  var n = number
  var length = 0
  while n != 0 {
    n /= 10
    length += 1
  }
  n = number
  var i = length
  while i > 0 {
    i -= 1
    out[i] = UInt8(truncatingIfNeeded: 48 + n % 10)
    n /= 10
  }
  return length
}

/// Shortest digits of a positive finite double, nearest to it among the shortest: the Schubfach algorithm (Raffaello
/// Giulietti, "The Schubfach way to render doubles").
func shortestDigits(_ x: Double, _ out: UnsafeMutablePointer<UInt8>) -> FloatDigits {
  let bits = x.bitPattern
  let fraction = bits & 0xf_ffff_ffff_ffff
  let biased = Int(bits >> 52 & 0x7ff)
  let c: UInt64
  let q: Int
  if biased != 0 {
    c = fraction | 0x10_0000_0000_0000
    q = biased - 1075
    if q <= 0 && q > -53 && c & ((1 << UInt64(-q)) &- 1) == 0 { return trimmed(c >> UInt64(-q), 0, out) }
  } else {
    c = fraction
    q = -1074
  }
  let isEven = c & 1 == 0
  let lowerIsCloser = fraction == 0 && biased > 1
  let k = (q * 1_262_611 - (lowerIsCloser ? 524_031 : 0)) >> 22
  let h = UInt64(q + ((-k * 1_741_647) >> 19) + 1)
  let power = molt_power_of_ten(Int32(292 - k))
  let low = roundToOdd(power, (4 * c - 2 + (lowerIsCloser ? 1 : 0)) << h)
  let middle = roundToOdd(power, (4 * c) << h)
  let high = roundToOdd(power, (4 * c + 2) << h)
  let lower = low + (isEven ? 0 : 1)
  let upper = high - (isEven ? 0 : 1)
  let s = middle / 4
  if s >= 10 {
    let tens = s / 10
    let downIsInside = lower <= 40 * tens
    let upIsInside = 40 * tens + 40 <= upper
    if downIsInside != upIsInside { return trimmed(tens + (upIsInside ? 1 : 0), k + 1, out) }
  }
  let downIsInside = lower <= 4 * s
  let upIsInside = 4 * s + 4 <= upper
  if downIsInside != upIsInside { return trimmed(s + (upIsInside ? 1 : 0), k, out) }
  let tie = 4 * s + 2
  let roundsUp = middle > tie || (middle == tie && s & 1 != 0)
  return trimmed(s + (roundsUp ? 1 : 0), k, out)
}

private func roundToOdd(_ g: MoltPowerOfTen, _ cp: UInt64) -> UInt64 {
  let x = g.low.multipliedFullWidth(by: cp)
  let y = g.high.multipliedFullWidth(by: cp)
  let (low, carry) = y.low.addingReportingOverflow(x.high)
  return (y.high &+ (carry ? 1 : 0)) | (low > 1 ? 1 : 0)
}

private func trimmed(_ digits: UInt64, _ exponent: Int, _ out: UnsafeMutablePointer<UInt8>) -> FloatDigits {
  let length = writeDigits(out, digits)
  var count = length
  while count > 1 && out[count - 1] == 48 { count -= 1 }
  return FloatDigits(count: count, point: length + exponent)
}

/// A positive finite double rounded half to even on its exact value: to `digits` significant digits, or (`afterPoint`)
/// to that many digits behind the decimal point. Trailing zeros are cut; no digits at all: rounded to zero.
func roundedDigits(_ x: Double, _ digits: Int, afterPoint: Bool, _ out: UnsafeMutablePointer<UInt8>) -> FloatDigits {
  withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 40) { limbs in
    exactDigits(x, digits, afterPoint, out, limbs.baseAddress.unsafelyUnwrapped)
  }
}

private func exactDigits(
  _ x: Double, _ wanted: Int, _ afterPoint: Bool, _ out: UnsafeMutablePointer<UInt8>, _ storage: Limbs
) -> FloatDigits {
  let bits = x.bitPattern
  let biased = Int(bits >> 52 & 0x7ff)
  let mantissa = biased == 0 ? bits & 0xf_ffff_ffff_ffff : (bits & 0xf_ffff_ffff_ffff) | 0x10_0000_0000_0000
  let exponent = max(biased, 1) - 1075
  // The integral part in `whole` (17 limbs at most), the fraction in `part` as limbs below the binary point.
  let whole = storage
  let part = storage + 19
  c_memset(storage, 0, 40 * 8)
  var wholeCount = 0
  var partCount = 0
  if exponent >= 0 {
    whole[exponent / 64] = mantissa << UInt64(exponent % 64)
    if exponent % 64 != 0 { whole[exponent / 64 + 1] = mantissa >> UInt64(64 - exponent % 64) }
    wholeCount = natTrim(whole, exponent / 64 + 2)
  } else {
    if exponent > -64 {
      whole[0] = mantissa >> UInt64(-exponent)
      wholeCount = whole[0] == 0 ? 0 : 1
    }
    partCount = (63 - exponent) / 64
    // The mantissa's lowest bit is -exponent bits below the point, partCount * 64 + exponent bits above the lowest
    // limb's.
    let at = partCount * 64 + exponent
    part[0] = mantissa << UInt64(at)
    if at != 0 && partCount > 1 { part[1] = mantissa >> UInt64(64 - at) }
    if partCount > 1 && at == 0 { part[1] = 0 }
  }
  var count = 0
  if wholeCount > 0 {
    // Up to 309 digits, written from the end of the buffer and moved to its start.
    let start = writeWhole(out, maxFloatDigits, whole, wholeCount)
    count = maxFloatDigits - start
    c_memmove(out, out + start, count)
  }
  var point = count
  // How many digits are wanted from the first digit in `out` on.
  var limit = afterPoint ? count + wanted : wanted
  var lowest = 0
  while lowest < partCount && part[lowest] == 0 { lowest += 1 }
  while (count <= limit || (count == 0 && !afterPoint)) && lowest < partCount {
    // Nineteen more digits: the fraction times 10^19.
    var chunk = natMultiply1(part + lowest, part + lowest, partCount - lowest, 10_000_000_000_000_000_000)
    while lowest < partCount && part[lowest] == 0 { lowest += 1 }
    var i = 19
    while i > 0 {
      i -= 1
      out[count + i] = UInt8(truncatingIfNeeded: 48 + chunk % 10)
      chunk /= 10
    }
    count += 19
    if point <= 0 {
      // No significant digit so far: leading zeros only move the point.
      var zeros = 0
      while zeros < count && out[zeros] == 48 { zeros += 1 }
      if zeros > 0 {
        point -= zeros
        if afterPoint { limit -= zeros }
        c_memmove(out, out + zeros, count - zeros)
        count -= zeros
      }
      if afterPoint && limit < 0 { return FloatDigits(count: 0, point: 0) }
    }
  }
  if limit < 0 { return FloatDigits(count: 0, point: 0) }
  if count > limit {
    // Round half to even: what is cut off is out[limit...] and the rest of the fraction.
    var roundsUp = out[limit] > 53
    if out[limit] == 53 {
      var isExactHalf = lowest >= partCount
      for i in (limit + 1)..<max(count, limit + 1) where out[i] != 48 { isExactHalf = false }
      roundsUp = !isExactHalf || (limit > 0 && (out[limit - 1] - 48) & 1 == 1)
    }
    count = limit
    if roundsUp {
      while count > 0 && out[count - 1] == 57 { count -= 1 }
      if count == 0 {
        out[0] = 49
        count = 1
        point += 1
      } else {
        out[count - 1] += 1
      }
    }
  }
  while count > 0 && out[count - 1] == 48 { count -= 1 }
  return FloatDigits(count: count, point: count == 0 ? 0 : point)
}

/// Decimal digits of an integral part at the end of a buffer; returns where they start. Uses up `work`.
private func writeWhole(_ buffer: UnsafeMutablePointer<UInt8>, _ room: Int, _ work: Limbs, _ count: Int) -> Int {
  var position = room
  var n = count
  while n > 0 {
    var rest = natDivide1(work, work, n, 10_000_000_000_000_000_000)
    n = natTrim(work, n)
    var digits = 0
    while digits < 19 && (n > 0 || rest != 0) {
      position -= 1
      buffer[position] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
      digits += 1
    }
  }
  return position
}
