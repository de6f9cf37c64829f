import MoltABI

// Operators on ints that do not fit inline but do fit 64 bits, as intermediate results often do: with machine
// arithmetic, and with one allocation for a result that has to be on the heap.

@inline(__always) private func isExactIntObject(_ v: Value) -> Bool { v.isObject && v.object.pointee.type == Types.int }

/// An exact int as Int64; false: it is none, or out of range.
@inline(__always) private func exactInt64(_ v: Value, _ out: inout Int64) -> Bool {
  if v.isSmallInt {
    out = v.smallInt
    return true
  }
  if !isExactIntObject(v) { return false }
  let p = v.pointer(MoltInt.self)
  let limb = p.limbs[0]
  if limb > UInt64(Int64.max) { return false }
  if p.pointee.size == 1 {
    out = Int64(limb)
    return true
  }
  out = 0 &- Int64(limb)
  return p.pointee.size == -1
}

/// The result of an operator (a MOLT_OP_ constant) on two exact ints, owned; null without an exception: the operands are
/// of other types, the result needs more than 64 bits, or the operator has no short path (division by zero included).
@inline(__always) func wideArithmetic(_ op: Int32, _ a: Value, _ b: Value) -> Value {
  isExactIntObject(a) || isExactIntObject(b) || (a.isSmallInt && b.isSmallInt) ? wideResult(op, a, b) : .null
}

@inline(never) private func wideResult(_ op: Int32, _ a: Value, _ b: Value) -> Value {
  var x: Int64 = 0
  var y: Int64 = 0
  if !exactInt64(a, &x) || !exactInt64(b, &y) { return .null }
  switch op {
  case Int32(MOLT_OP_ADD):
    let (sum, overflow) = x.addingReportingOverflow(y)
    return overflow ? .null : makeInt(sum)
  case Int32(MOLT_OP_SUB):
    let (difference, overflow) = x.subtractingReportingOverflow(y)
    return overflow ? .null : makeInt(difference)
  case Int32(MOLT_OP_MUL):
    let (product, overflow) = x.multipliedReportingOverflow(by: y)
    return overflow ? .null : makeInt(product)
  case Int32(MOLT_OP_MOD):
    // The least dividend by -1 overflows.
    if y == 0 || y == -1 { return .null }
    let r = x % y
    return makeInt(r != 0 && (r ^ y) < 0 ? r &+ y : r)
  case Int32(MOLT_OP_FLOORDIV):
    if y == 0 || y == -1 { return .null }
    let q = x / y
    return makeInt(q &* y != x && (x ^ y) < 0 ? q &- 1 : q)
  case Int32(MOLT_OP_RSHIFT): return y < 0 ? .null : makeInt(x >> min(y, 63))
  case Int32(MOLT_OP_LSHIFT):
    if y < 0 || y > 62 { return .null }
    let shifted = x << y
    return shifted >> y == x ? makeInt(shifted) : .null
  case Int32(MOLT_OP_AND): return makeInt(x & y)
  case Int32(MOLT_OP_OR): return makeInt(x | y)
  case Int32(MOLT_OP_XOR): return makeInt(x ^ y)
  default: return .null
  }
}
