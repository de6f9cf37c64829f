// Arithmetic on natural numbers held as runs of 64-bit limbs, least significant first. Nothing here allocates results:
// the caller provides room. A count of limbs may include leading zero limbs unless a comment says "trimmed".

@inline(__always) func natTrim(_ a: Limbs, _ n: Int) -> Int {
  var n = n
  while n > 0 && a[n - 1] == 0 { n -= 1 }
  return n
}

/// -1, 0 or 1; both trimmed.
func natCompare(_ a: Limbs, _ an: Int, _ b: Limbs, _ bn: Int) -> Int {
  if an != bn { return an < bn ? -1 : 1 }
  var i = an
  while i > 0 {
    i -= 1
    if a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
  }
  return 0
}

/// r[0..<an] = a + b, an >= bn; returns the carry. `r` may be `a` or `b`.
func natAdd(_ r: Limbs, _ a: Limbs, _ an: Int, _ b: Limbs, _ bn: Int) -> UInt64 {
  var carry: UInt64 = 0
  var i = 0
  while i < bn {
    let (s, o) = a[i].addingReportingOverflow(b[i])
    let (t, p) = s.addingReportingOverflow(carry)
    r[i] = t
    carry = (o ? 1 : 0) &+ (p ? 1 : 0)
    i += 1
  }
  while i < an {
    let (t, p) = a[i].addingReportingOverflow(carry)
    r[i] = t
    carry = p ? 1 : 0
    i += 1
  }
  return carry
}

/// r[0..<an] = a - b, a >= b (or the borrow is returned). `r` may be `a` or `b`.
@discardableResult
func natSubtract(_ r: Limbs, _ a: Limbs, _ an: Int, _ b: Limbs, _ bn: Int) -> UInt64 {
  var borrow: UInt64 = 0
  var i = 0
  while i < bn {
    let (s, o) = a[i].subtractingReportingOverflow(b[i])
    let (t, p) = s.subtractingReportingOverflow(borrow)
    r[i] = t
    borrow = (o ? 1 : 0) &+ (p ? 1 : 0)
    i += 1
  }
  while i < an {
    let (t, p) = a[i].subtractingReportingOverflow(borrow)
    r[i] = t
    borrow = p ? 1 : 0
    i += 1
  }
  return borrow
}

/// r[0..<n] += a * m; returns the limb that overflows.
@inline(__always)
private func addProduct(_ r: Limbs, _ a: Limbs, _ n: Int, _ m: UInt64) -> UInt64 {
  var carry: UInt64 = 0
  var i = 0
  while i < n {
    let (high, low) = a[i].multipliedFullWidth(by: m)
    let (s, o) = low.addingReportingOverflow(carry)
    let (t, p) = s.addingReportingOverflow(r[i])
    r[i] = t
    carry = high &+ (o ? 1 : 0) &+ (p ? 1 : 0)
    i += 1
  }
  return carry
}

/// r[0..<n] = a * m + carry; returns the limb that overflows. `r` may be `a`.
func natMultiply1(_ r: Limbs, _ a: Limbs, _ n: Int, _ m: UInt64, _ carry: UInt64 = 0) -> UInt64 {
  var carry = carry
  var i = 0
  while i < n {
    let (high, low) = a[i].multipliedFullWidth(by: m)
    let (s, o) = low.addingReportingOverflow(carry)
    r[i] = s
    carry = high &+ (o ? 1 : 0)
    i += 1
  }
  return carry
}

private let karatsubaLimbs = 40

/// r[0..<an+bn] = a * b, an >= bn >= 1; `r` overlaps neither.
func natMultiply(_ r: Limbs, _ a: Limbs, _ an: Int, _ b: Limbs, _ bn: Int) {
  if bn < karatsubaLimbs {
    multiplySchool(r, a, an, b, bn)
    return
  }
  let scratchLimbs = 6 * bn + 1024 + 2 * bn
  let scratch = allocateRaw(scratchLimbs * 8).assumingMemoryBound(to: UInt64.self)
  if an == bn {
    karatsuba(r, a, b, bn, scratch)
  } else {
    // Unequal lengths: the longer operand in pieces of the shorter one's length.
    let product = scratch + (6 * bn + 1024)
    c_memset(r, 0, (an + bn) * 8)
    var i = 0
    while i < an {
      let piece = min(bn, an - i)
      if piece == bn {
        karatsuba(product, a + i, b, bn, scratch)
      } else {
        natMultiply(product, b, bn, a + i, piece)
      }
      var carry = natAdd(r + i, r + i, piece + bn, product, piece + bn)
      var k = i + piece + bn
      while carry != 0 && k < an + bn {
        let (t, p) = r[k].addingReportingOverflow(carry)
        r[k] = t
        carry = p ? 1 : 0
        k += 1
      }
      i += piece
    }
  }
  freeRaw(scratch, scratchLimbs * 8)
}

private func multiplySchool(_ r: Limbs, _ a: Limbs, _ an: Int, _ b: Limbs, _ bn: Int) {
  r[an] = natMultiply1(r, a, an, b[0])
  var j = 1
  while j < bn {
    r[an + j] = addProduct(r + j, a, an, b[j])
    j += 1
  }
}

/// r[0..<2n] = a * b for equal lengths. Scratch of 6n + 1024 limbs.
private func karatsuba(_ r: Limbs, _ a: Limbs, _ b: Limbs, _ n: Int, _ scratch: Limbs) {
  if n < karatsubaLimbs {
    multiplySchool(r, a, n, b, n)
    return
  }
  let m = (n + 1) / 2
  let high = n - m
  let sumA = scratch
  let sumB = scratch + (m + 1)
  let middle = scratch + 2 * (m + 1)
  let rest = scratch + 4 * (m + 1)
  karatsuba(r, a, b, m, rest)
  karatsuba(r + 2 * m, a + m, b + m, high, rest)
  sumA[m] = natAdd(sumA, a, m, a + m, high)
  sumB[m] = natAdd(sumB, b, m, b + m, high)
  karatsuba(middle, sumA, sumB, m + 1, rest)
  natSubtract(middle, middle, 2 * m + 2, r, 2 * m)
  natSubtract(middle, middle, 2 * m + 2, r + 2 * m, 2 * high)
  let length = natTrim(middle, 2 * m + 2)
  var carry = natAdd(r + m, r + m, max(length, n + high), middle, length)
  var k = m + max(length, n + high)
  while carry != 0 && k < 2 * n {
    let (t, p) = r[k].addingReportingOverflow(carry)
    r[k] = t
    carry = p ? 1 : 0
    k += 1
  }
}

/// Division by an invariant limb whose top bit is set, by its reciprocal (Möller and Granlund).
struct LimbDivisor {
  let divisor: UInt64
  let reciprocal: UInt64

  @inline(__always) init(normalized d: UInt64) {
    divisor = d
    reciprocal = d.dividingFullWidth((~d, ~0)).quotient
  }
  /// (high, low) / divisor, high < divisor.
  @inline(__always) func divide(_ high: UInt64, _ low: UInt64) -> (quotient: UInt64, remainder: UInt64) {
    let (p1, p0) = reciprocal.multipliedFullWidth(by: high)
    let (q0, o) = p0.addingReportingOverflow(low)
    var q1 = p1 &+ high &+ (o ? 1 : 0) &+ 1
    var r = low &- q1 &* divisor
    if r > q0 {
      q1 &-= 1
      r = r &+ divisor
    }
    if r >= divisor {
      q1 &+= 1
      r = r &- divisor
    }
    return (q1, r)
  }
}

/// q[0..<n] = a / d; returns the remainder. `q` may be `a`.
func natDivide1(_ q: Limbs, _ a: Limbs, _ n: Int, _ d: UInt64) -> UInt64 {
  let shift = UInt64(d.leadingZeroBitCount)
  let by = LimbDivisor(normalized: d << shift)
  var remainder: UInt64 = 0
  var i = n
  if shift == 0 {
    while i > 0 {
      i -= 1
      let (t, r) = by.divide(remainder, a[i])
      q[i] = t
      remainder = r
    }
    return remainder
  }
  if n == 0 { return 0 }
  // Divides the number shifted left; the limb shifted out at the top is smaller than the shifted divisor.
  remainder = a[n - 1] >> (64 - shift)
  while i > 0 {
    i -= 1
    let low = i > 0 ? a[i - 1] >> (64 - shift) : 0
    let (t, r) = by.divide(remainder, a[i] << shift | low)
    q[i] = t
    remainder = r
  }
  return remainder >> shift
}

/// Schoolbook division (Knuth's algorithm D): q[0...an-bn] and r[0..<bn]; an >= bn >= 2, b trimmed. `u` is scratch of
/// an + 1 limbs. `q` or `r` may be nil when not wanted. Only the limbs that a digit is estimated from are normalised,
/// not the operands; and where no remainder is wanted, a last digit whose estimate must be right is not multiplied out,
/// so that a quotient of one limb costs next to nothing.
func natDivide(_ q: Limbs?, _ r: Limbs?, _ a: Limbs, _ an: Int, _ b: Limbs, _ bn: Int, _ u: Limbs) {
  let shift = UInt64(b[bn - 1].leadingZeroBitCount)
  /// The limb that normalising puts in the place of `high`.
  @inline(__always) func shifted(_ high: UInt64, _ low: UInt64) -> UInt64 {
    shift == 0 ? high : high << shift | low >> (64 - shift)
  }
  c_memcpy(u, a, an * 8)
  u[an] = 0
  let top = shifted(b[bn - 1], b[bn - 2])
  let second = shifted(b[bn - 2], bn > 2 ? b[bn - 3] : 0)
  let by = LimbDivisor(normalized: top)
  var j = an - bn
  while j >= 0 {
    let first = shifted(u[j + bn], u[j + bn - 1])
    let middle = shifted(u[j + bn - 1], u[j + bn - 2])
    let last = shifted(u[j + bn - 2], j + bn > 2 ? u[j + bn - 3] : 0)
    var digit: UInt64
    var rest: UInt64
    var exact = true
    if first >= top {
      digit = .max
      let (s, o) = middle.addingReportingOverflow(top)
      rest = s
      exact = !o
    } else {
      (digit, rest) = by.divide(first, middle)
    }
    // How much is left of the three limbs, as far as it fits two.
    var leftHigh: UInt64 = .max
    var leftLow: UInt64 = .max
    while exact {
      let (high, low) = digit.multipliedFullWidth(by: second)
      if high < rest || (high == rest && low <= last) {
        let (l, o) = last.subtractingReportingOverflow(low)
        leftLow = l
        leftHigh = rest &- high &- (o ? 1 : 0)
        break
      }
      digit &-= 1
      let (s, o) = rest.addingReportingOverflow(top)
      rest = s
      exact = !o
    }
    // The other limbs of the divisor take less than `digit` from that.
    if r == nil && j == 0 && exact && (leftHigh > 0 || leftLow >= digit) {
      q?[0] = digit
      return
    }
    if digit != 0 {
      let borrow = subtractProduct(u + j, b, bn, digit)
      let (t, o) = u[j + bn].subtractingReportingOverflow(borrow)
      u[j + bn] = t
      if o {
        digit &-= 1
        u[j + bn] = u[j + bn] &+ natAdd(u + j, u + j, bn, b, bn)
      }
    }
    q?[j] = digit
    j -= 1
  }
  if let r = r { c_memcpy(r, u, bn * 8) }
}

/// r[0..<n] -= a * m; returns what must be subtracted from the next limb.
@inline(__always)
private func subtractProduct(_ r: Limbs, _ a: Limbs, _ n: Int, _ m: UInt64) -> UInt64 {
  var carry: UInt64 = 0
  var i = 0
  while i < n {
    let (high, low) = a[i].multipliedFullWidth(by: m)
    let (s, o) = low.addingReportingOverflow(carry)
    let (t, p) = r[i].subtractingReportingOverflow(s)
    r[i] = t
    carry = high &+ (o ? 1 : 0) &+ (p ? 1 : 0)
    i += 1
  }
  return carry
}

/// r[0..<n] = a << shift for shift < 64; returns the bits that overflow. `r` may be `a`.
func natShiftLeft(_ r: Limbs, _ a: Limbs, _ n: Int, _ shift: UInt64) -> UInt64 {
  if shift == 0 {
    c_memmove(r, a, n * 8)
    return 0
  }
  var i = n
  let out = n > 0 ? a[n - 1] >> (64 - shift) : 0
  while i > 1 {
    i -= 1
    r[i] = a[i] << shift | a[i - 1] >> (64 - shift)
  }
  if n > 0 { r[0] = a[0] << shift }
  return out
}

/// r[0..<n] = a >> shift for shift < 64. `r` may be `a`.
func natShiftRight(_ r: Limbs, _ a: Limbs, _ n: Int, _ shift: UInt64) {
  if shift == 0 {
    c_memmove(r, a, n * 8)
    return
  }
  var i = 0
  while i < n - 1 {
    r[i] = a[i] >> shift | a[i + 1] << (64 - shift)
    i += 1
  }
  if n > 0 { r[n - 1] = a[n - 1] >> shift }
}

/// Number of bits; trimmed.
@inline(__always) func natBitLength(_ a: Limbs, _ n: Int) -> Int {
  n == 0 ? 0 : n * 64 - a[n - 1].leadingZeroBitCount
}
