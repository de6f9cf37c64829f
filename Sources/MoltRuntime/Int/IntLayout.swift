import MoltABI

// Ints: inline in [-2^48, 2^48), else a MoltInt object with 64-bit limbs, least significant first. A value that fits
// inline is never a heap int, so that equal ints of the same form have equal bits. An instance of a subclass is a
// MoltBoxed that holds the exact int.

typealias IntPointer = UnsafeMutablePointer<MoltInt>
typealias Limbs = UnsafeMutablePointer<UInt64>

extension UnsafeMutablePointer where Pointee == MoltInt {
  @inline(__always) var limbs: Limbs {
    (UnsafeMutableRawPointer(self) + (MemoryLayout<MoltInt>.size - 8)).assumingMemoryBound(to: UInt64.self)
  }
  @inline(__always) var limbCount: Int { pointee.size < 0 ? -pointee.size : pointee.size }
  @inline(__always) var isNegative: Bool { pointee.size < 0 }
}

func intObjectBytes(_ limbCount: Int) -> Int { MemoryLayout<MoltInt>.size - 8 + 8 * limbCount }

/// A heap int of `n` limbs for the caller to fill in; `normalized` must see it before anyone else does.
func newInt(_ n: Int) -> IntPointer {
  let p = UnsafeMutableRawPointer(allocateUncleared(Types.int, intObjectBytes(max(n, 1)))).assumingMemoryBound(
    to: MoltInt.self)
  p.pointee.size = n
  p.pointee.capacity = max(n, 1)
  return p
}

func destroyInt(_ object: ObjectPointer) {
  let p = UnsafeMutableRawPointer(object).assumingMemoryBound(to: MoltInt.self)
  freeObject(object, intObjectBytes(p.pointee.capacity))
}

/// Whether the value is an int: bools and instances of subclasses included.
@inline(__always) func isInt(_ v: Value) -> Bool {
  if v.isObject { return v.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_INT) != 0 }
  return v.isSmallInt || v.isBool
}

/// The int as a small int or a MoltInt: unwraps bools and instances of subclasses; borrowed.
@inline(__always) func exactInt(_ v: Value) -> Value {
  if v.isSmallInt { return v }
  if v.isObject {
    return v.object.pointee.type == Types.int ? v : v.pointer(MoltBoxed.self).pointee.value
  }
  return Value(smallInt: Int64(v.bits & 1))
}

@c(molt_make_int) func molt_make_int(_ n: Int64) -> Value { makeInt(n) }

@inline(__always) func makeInt(_ n: Int64) -> Value {
  fitsSmallInt(n) ? Value(smallInt: n) : makeHeapInt(n.magnitude, n < 0)
}
@inline(__always) func makeInt(_ n: Int) -> Value { makeInt(Int64(n)) }
@inline(__always) func makeInt(unsigned n: UInt64) -> Value {
  n < 0x0001_0000_0000_0000 ? Value(smallInt: Int64(n)) : makeHeapInt(n, false)
}

@inline(never) private func makeHeapInt(_ magnitude: UInt64, _ negative: Bool) -> Value {
  // Of constant size, for which the allocation reduces to a few instructions.
  let p = UnsafeMutableRawPointer(allocateUncleared(Types.int, MemoryLayout<MoltInt>.size)).assumingMemoryBound(
    to: MoltInt.self)
  p.pointee.size = negative ? -1 : 1
  p.pointee.capacity = 1
  p.limbs[0] = magnitude
  return Value(p)
}

/// The value of an int (bools and subclasses included) as Int64; false: out of range. Never raises.
@inline(__always) func toInt64(_ v: Value, _ out: inout Int64) -> Bool {
  if v.isSmallInt {
    out = v.smallInt
    return true
  }
  return otherToInt64(v, &out)
}

@inline(never) private func otherToInt64(_ v: Value, _ out: inout Int64) -> Bool {
  let exact = exactInt(v)
  if exact.isSmallInt {
    out = exact.smallInt
    return true
  }
  let p = exact.pointer(MoltInt.self)
  if p.limbCount != 1 { return false }
  let magnitude = p.limbs[0]
  if p.isNegative {
    if magnitude > 0x8000_0000_0000_0000 { return false }
    out = Int64(bitPattern: 0 &- magnitude)
  } else {
    if magnitude > 0x7fff_ffff_ffff_ffff { return false }
    out = Int64(magnitude)
  }
  return true
}
