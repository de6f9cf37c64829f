import MoltABI

// Arithmetic on exact ints of any size (Objects/longobject.c). Arguments are what `exactInt` gives; results are owned
// and normalised. Nothing here raises except where a function says so.

/// An int's limbs as the operations below read them: trimmed, with the sign beside them.
struct IntView {
  let limbs: Limbs
  let count: Int
  let negative: Bool
  @inline(__always) var isZero: Bool { count == 0 }
}

/// Calls `body` with the limbs of an exact int, which for a small int live in a local variable.
@inline(__always)
func withLimbs<R>(_ a: Value, _ body: (IntView) -> R) -> R {
  if a.isSmallInt {
    var limb = a.smallInt.magnitude
    return withUnsafeMutablePointer(to: &limb) {
      body(IntView(limbs: $0, count: a.smallInt == 0 ? 0 : 1, negative: a.smallInt < 0))
    }
  }
  let p = a.pointer(MoltInt.self)
  return body(IntView(limbs: p.limbs, count: p.limbCount, negative: p.isNegative))
}

/// Both operands' limbs; out of line, so that each operation has one copy of its body.
@inline(never)
func withLimbs(_ a: Value, _ b: Value, _ body: (IntView, IntView) -> Value) -> Value {
  withLimbs(a) { x in withLimbs(b) { y in body(x, y) } }
}

/// Takes over a heap int whose limbs (as many as `size` says) are filled in: trims it and gives the inline form if it
/// fits.
func normalized(_ p: IntPointer, negative: Bool) -> Value {
  let n = natTrim(p.limbs, p.limbCount)
  if n <= 1 {
    let magnitude = n == 0 ? 0 : p.limbs[0]
    if magnitude < 0x0001_0000_0000_0000 || (negative && magnitude == 0x0001_0000_0000_0000) {
      destroyInt(UnsafeMutableRawPointer(p).assumingMemoryBound(to: MoltObject.self))
      return Value(smallInt: negative ? -Int64(magnitude) : Int64(magnitude))
    }
  }
  p.pointee.size = negative ? -n : n
  return Value(p)
}

func isZeroInt(_ a: Value) -> Bool { a.isSmallInt && a.smallInt == 0 }
func isNegativeInt(_ a: Value) -> Bool { a.isSmallInt ? a.smallInt < 0 : a.pointer(MoltInt.self).isNegative }

/// -1, 0 or 1.
func intCompare(_ a: Value, _ b: Value) -> Int {
  if a.isSmallInt && b.isSmallInt { return a.smallInt < b.smallInt ? -1 : a.smallInt > b.smallInt ? 1 : 0 }
  // A heap int lies outside the inline range.
  if a.isSmallInt { return isNegativeInt(b) ? 1 : -1 }
  if b.isSmallInt { return isNegativeInt(a) ? -1 : 1 }
  let p = a.pointer(MoltInt.self)
  let q = b.pointer(MoltInt.self)
  if p.isNegative != q.isNegative { return p.isNegative ? -1 : 1 }
  let order = natCompare(p.limbs, p.limbCount, q.limbs, q.limbCount)
  return p.isNegative ? -order : order
}

func intNegate(_ a: Value) -> Value {
  if a.isSmallInt { return makeInt(-a.smallInt) }
  return withLimbs(a) { copied($0, negative: !$0.negative) }
}

func intAbsolute(_ a: Value) -> Value { isNegativeInt(a) ? intNegate(a) : retained(a) }

private func copied(_ x: IntView, negative: Bool) -> Value {
  let p = newInt(x.count)
  c_memcpy(p.limbs, x.limbs, x.count * 8)
  return normalized(p, negative: negative)
}

/// |x| + |y| with a sign.
private func addMagnitudes(_ x: IntView, _ y: IntView, negative: Bool) -> Value {
  let (long, short) = x.count >= y.count ? (x, y) : (y, x)
  let p = newInt(long.count + 1)
  p.limbs[long.count] = natAdd(p.limbs, long.limbs, long.count, short.limbs, short.count)
  return normalized(p, negative: negative)
}

/// |x| - |y|, negated if `negative`.
private func subtractMagnitudes(_ x: IntView, _ y: IntView, negative: Bool) -> Value {
  let order = natCompare(x.limbs, x.count, y.limbs, y.count)
  if order == 0 { return Value(smallInt: 0) }
  let (large, small) = order > 0 ? (x, y) : (y, x)
  let p = newInt(large.count)
  natSubtract(p.limbs, large.limbs, large.count, small.limbs, small.count)
  return normalized(p, negative: order > 0 ? negative : !negative)
}

func intAdd(_ a: Value, _ b: Value) -> Value {
  if a.isSmallInt && b.isSmallInt { return makeInt(a.smallInt &+ b.smallInt) }
  return withLimbs(a, b) { x, y in
    x.negative == y.negative
      ? addMagnitudes(x, y, negative: x.negative) : subtractMagnitudes(x, y, negative: x.negative)
  }
}

func intSubtract(_ a: Value, _ b: Value) -> Value {
  if a.isSmallInt && b.isSmallInt { return makeInt(a.smallInt &- b.smallInt) }
  return withLimbs(a, b) { x, y in
    x.negative != y.negative
      ? addMagnitudes(x, y, negative: x.negative) : subtractMagnitudes(x, y, negative: x.negative)
  }
}

func intMultiply(_ a: Value, _ b: Value) -> Value {
  if a.isSmallInt && b.isSmallInt {
    let (product, overflow) = a.smallInt.multipliedReportingOverflow(by: b.smallInt)
    if !overflow { return makeInt(product) }
  }
  return withLimbs(a, b) { x, y in
    if x.isZero || y.isZero { return Value(smallInt: 0) }
    let (long, short) = x.count >= y.count ? (x, y) : (y, x)
    let p = newInt(long.count + short.count)
    natMultiply(p.limbs, long.limbs, long.count, short.limbs, short.count)
    return normalized(p, negative: x.negative != y.negative)
  }
}

/// Floor division: sets the owned results that are asked for. `b` is not zero.
func intDivide(
  _ a: Value, _ b: Value, _ quotient: UnsafeMutablePointer<Value>?, _ remainder: UnsafeMutablePointer<Value>?
) {
  if a.isSmallInt && b.isSmallInt {
    let x = a.smallInt
    let y = b.smallInt
    var q = x / y
    var r = x &- q &* y
    if r != 0 && (r < 0) != (y < 0) {
      q -= 1
      r += y
    }
    quotient?.pointee = makeInt(q)
    remainder?.pointee = makeInt(r)
    return
  }
  _ = withLimbs(a, b) { x, y in
    let signsDiffer = x.negative != y.negative
    if natCompare(x.limbs, x.count, y.limbs, y.count) < 0 {
      if x.isZero || !signsDiffer {
        quotient?.pointee = Value(smallInt: 0)
        remainder?.pointee = copied(x, negative: x.negative)
      } else {
        quotient?.pointee = Value(smallInt: -1)
        remainder?.pointee = intAdd(a, b)
      }
      return .none
    }
    let q = newInt(x.count - y.count + 2)
    q.limbs[x.count - y.count + 1] = 0
    if y.count > 1 && remainder == nil && !signsDiffer {
      let scratch = allocateRaw((x.count + 1) * 8).assumingMemoryBound(to: UInt64.self)
      natDivide(q.limbs, nil, x.limbs, x.count, y.limbs, y.count, scratch)
      freeRaw(scratch, (x.count + 1) * 8)
      quotient?.pointee = normalized(q, negative: false)
      return .none
    }
    let r = newInt(y.count)
    if y.count == 1 {
      r.limbs[0] = natDivide1(q.limbs, x.limbs, x.count, y.limbs[0])
    } else {
      let scratch = allocateRaw((x.count + 1) * 8).assumingMemoryBound(to: UInt64.self)
      natDivide(q.limbs, r.limbs, x.limbs, x.count, y.limbs, y.count, scratch)
      freeRaw(scratch, (x.count + 1) * 8)
    }
    if signsDiffer && natTrim(r.limbs, y.count) != 0 {
      var i = 0
      while true {
        q.limbs[i] = q.limbs[i] &+ 1
        if q.limbs[i] != 0 { break }
        i += 1
      }
      natSubtract(r.limbs, y.limbs, y.count, r.limbs, y.count)
    }
    let qv = normalized(q, negative: signsDiffer)
    if let out = quotient { out.pointee = qv } else { release(qv) }
    let rv = normalized(r, negative: y.negative)
    if let out = remainder { out.pointee = rv } else { release(rv) }
    return .none
  }
}

func intFloorDivide(_ a: Value, _ b: Value) -> Value {
  var q = Value.null
  intDivide(a, b, &q, nil)
  return q
}

func intModulo(_ a: Value, _ b: Value) -> Value {
  var r = Value.null
  intDivide(a, b, nil, &r)
  return r
}

/// Bits of the magnitude.
func intBitLength(_ a: Value) -> Int { withLimbs(a) { natBitLength($0.limbs, $0.count) } }

/// a * 2^shift for shift >= 0.
func intShiftLeft(_ a: Value, _ shift: Int) -> Value {
  if isZeroInt(a) { return a }
  if a.isSmallInt && shift < 15 { return makeInt(a.smallInt << Int64(shift)) }
  return withLimbs(a) { x in
    let whole = shift / 64
    let p = newInt(x.count + whole + 1)
    c_memset(p.limbs, 0, whole * 8)
    p.limbs[x.count + whole] = natShiftLeft(p.limbs + whole, x.limbs, x.count, UInt64(shift % 64))
    return normalized(p, negative: x.negative)
  }
}

/// floor(a / 2^shift) for shift >= 0.
func intShiftRight(_ a: Value, _ shift: Int) -> Value {
  if a.isSmallInt { return Value(smallInt: shift > 62 ? (a.smallInt < 0 ? -1 : 0) : a.smallInt >> Int64(shift)) }
  return withLimbs(a) { x in
    let whole = shift / 64
    if whole >= x.count { return Value(smallInt: x.negative ? -1 : 0) }
    let p = newInt(x.count - whole + 1)
    let bits = UInt64(shift % 64)
    natShiftRight(p.limbs, x.limbs + whole, x.count - whole, bits)
    p.limbs[x.count - whole] = 0
    if x.negative {
      // Rounds towards minus infinity: up in magnitude when a set bit is lost.
      var lost = bits != 0 && x.limbs[whole] << (64 - bits) != 0
      for i in 0..<whole where x.limbs[i] != 0 { lost = true }
      if lost {
        var i = 0
        while true {
          p.limbs[i] = p.limbs[i] &+ 1
          if p.limbs[i] != 0 { break }
          i += 1
        }
      }
    }
    return normalized(p, negative: x.negative)
  }
}

enum BitOperation { case and, or, xor }

/// Bitwise operation on two's complement of unlimited width.
func intBitwise(_ a: Value, _ b: Value, _ operation: BitOperation) -> Value {
  if a.isSmallInt && b.isSmallInt {
    switch operation {
    case .and: return Value(smallInt: a.smallInt & b.smallInt)
    case .or: return Value(smallInt: a.smallInt | b.smallInt)
    case .xor: return Value(smallInt: a.smallInt ^ b.smallInt)
    }
  }
  return withLimbs(a, b) { x, y in
    let n = max(x.count, y.count) + 1
    let p = newInt(n)
    var carryX: UInt64 = x.negative ? 1 : 0
    var carryY: UInt64 = y.negative ? 1 : 0
    for i in 0..<n {
      let l = twosComplementLimb(x, i, &carryX)
      let r = twosComplementLimb(y, i, &carryY)
      switch operation {
      case .and: p.limbs[i] = l & r
      case .or: p.limbs[i] = l | r
      case .xor: p.limbs[i] = l ^ r
      }
    }
    let negative = p.limbs[n - 1] >> 63 != 0
    if negative {
      var carry: UInt64 = 1
      for i in 0..<n {
        let (t, o) = (~p.limbs[i]).addingReportingOverflow(carry)
        p.limbs[i] = t
        carry = o ? 1 : 0
      }
    }
    return normalized(p, negative: negative)
  }
}

@inline(__always) private func twosComplementLimb(_ x: IntView, _ i: Int, _ carry: inout UInt64) -> UInt64 {
  let limb = i < x.count ? x.limbs[i] : 0
  if !x.negative { return limb }
  let (t, o) = (~limb).addingReportingOverflow(carry)
  carry = o ? 1 : 0
  return t
}

/// ~a = -a - 1.
func intInvert(_ a: Value) -> Value {
  if a.isSmallInt { return Value(smallInt: ~a.smallInt) }
  let negated = intNegate(a)
  let result = intSubtract(negated, Value(smallInt: 1))
  release(negated)
  return result
}

/// a to the power of n >= 0.
func intPower(_ a: Value, _ n: Value) -> Value {
  if isZeroInt(n) { return Value(smallInt: 1) }
  if a.isSmallInt && (a.smallInt == 0 || a.smallInt == 1) { return a }
  if a.isSmallInt && a.smallInt == -1 {
    let odd = n.isSmallInt ? n.smallInt & 1 == 1 : n.pointer(MoltInt.self).limbs[0] & 1 == 1
    return Value(smallInt: odd ? -1 : 1)
  }
  if a.isSmallInt && a.smallInt == 2 && n.isSmallInt && n.smallInt < Int64(Int.max) {
    return intShiftLeft(Value(smallInt: 1), Int(n.smallInt))
  }
  var result = retained(a)
  withLimbs(n) { e in
    var i = natBitLength(e.limbs, e.count) - 2
    while i >= 0 {
      let square = intMultiply(result, result)
      release(result)
      result = square
      if e.limbs[i / 64] >> UInt64(i % 64) & 1 == 1 {
        let product = intMultiply(result, a)
        release(result)
        result = product
      }
      i -= 1
    }
  }
  return result
}

/// a to the power of n >= 0 modulo m > 0; the result lies in 0 ..< m.
func intPowerModulo(_ a: Value, _ n: Value, _ m: Value) -> Value {
  var result = intModulo(Value(smallInt: 1), m)
  let base = intModulo(a, m)
  withLimbs(n) { e in
    var i = natBitLength(e.limbs, e.count) - 1
    while i >= 0 {
      multiplyModulo(&result, result, m)
      if e.limbs[i / 64] >> UInt64(i % 64) & 1 == 1 { multiplyModulo(&result, base, m) }
      i -= 1
    }
  }
  release(base)
  return result
}

private func multiplyModulo(_ a: inout Value, _ b: Value, _ m: Value) {
  let product = intMultiply(a, b)
  let rest = intModulo(product, m)
  release(product)
  release(a)
  a = rest
}

/// The inverse of a modulo m > 0 (extended Euclid), or null when there is none; nothing is raised.
func intInverse(_ a: Value, _ m: Value) -> Value {
  var r0 = retained(m)
  var r1 = intModulo(a, m)
  var t0 = Value(smallInt: 0)
  var t1 = Value(smallInt: 1)
  while !isZeroInt(r1) {
    var q = Value.null
    var r = Value.null
    intDivide(r0, r1, &q, &r)
    let product = intMultiply(q, t1)
    let t = intSubtract(t0, product)
    release(product)
    release(q)
    release(r0)
    release(t0)
    r0 = r1
    r1 = r
    t0 = t1
    t1 = t
  }
  let coprime = r0.isSmallInt && r0.smallInt == 1
  release(r0)
  release(t1)
  if !coprime {
    release(t0)
    return .null
  }
  let result = intModulo(t0, m)
  release(t0)
  return result
}

/// The hash of an exact int: its value modulo 2^61 - 1 with its sign, never -1.
func intHash(_ a: Value) -> Int64 {
  if a.isSmallInt { return a.smallInt == -1 ? -2 : a.smallInt }
  let p: UInt64 = (1 << 61) - 1
  let x = a.pointer(MoltInt.self)
  var h: UInt64 = 0
  var i = x.limbCount
  while i > 0 {
    i -= 1
    // 2^64 is 8 modulo p; multiplying by 8 rotates within 61 bits.
    h = (h << 3 & p) | h >> 58
    h += (x.limbs[i] & p) + x.limbs[i] >> 61
    while h >= p { h -= p }
  }
  let hash = x.isNegative ? -Int64(h) : Int64(h)
  return hash == -1 ? -2 : hash
}
