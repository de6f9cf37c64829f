import MoltABI

// Layout and creation of str objects: MoltStr of molt_abi.h. An instance of a subclass of str is a MoltBoxed that holds
// the text as an exact str, so everything that reads text goes through `StrView` or `exactStr`.

typealias StrPointer = UnsafeMutablePointer<MoltStr>

/// Layout of an instance of a user class derived from int, float, complex, str or bytes: the exact value, then the
/// class's own slots.
struct MoltBoxed {
  var header: MoltObject
  var value: Value
}

enum StrLayout {
  /// Bytes before the code units.
  @inline(__always) static var dataOffset: Int { MemoryLayout<MoltStr>.size - 8 }
  /// More code points than any memory holds; keeps size computations from overflowing.
  @inline(__always) static var maxLength: Int { Int.max / 8 }
}

extension UnsafeMutablePointer where Pointee == MoltStr {
  @inline(__always) var data: UnsafeMutableRawPointer { UnsafeMutableRawPointer(self) + StrLayout.dataOffset }
  /// Bytes allocated beyond the terminating unit: room for appending in place.
  @inline(__always) var spare: UInt32 {
    get { (UnsafeMutableRawPointer(self) + (StrLayout.dataOffset - 4)).assumingMemoryBound(to: UInt32.self).pointee }
    nonmutating set {
      (UnsafeMutableRawPointer(self) + (StrLayout.dataOffset - 4)).assumingMemoryBound(to: UInt32.self).pointee =
        newValue
    }
  }
  @inline(__always) var allocatedBytes: Int {
    StrLayout.dataOffset + (pointee.length + 1) * Int(pointee.kind) + Int(spare)
  }
}

/// Whether the value is a str or an instance of a subclass.
@inline(__always) func isStr(_ v: Value) -> Bool {
  v.isObject && (v.object.pointee.type == Types.str || v.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_STR) != 0)
}

@inline(__always) func isExactStr(_ v: Value) -> Bool { v.isObject && v.object.pointee.type == Types.str }

/// The exact str behind a str or an instance of a subclass; borrowed.
@inline(__always) func exactStr(_ v: Value) -> Value {
  v.object.pointee.type == Types.str ? v : v.pointer(MoltBoxed.self).pointee.value
}

/// Read access to text of any width. Does not own the object it looks into.
struct StrView {
  let data: UnsafeMutableRawPointer
  let count: Int
  let kind: Int
  let isASCII: Bool

  @inline(__always) init(_ v: Value) {
    let s = exactStr(v).pointer(MoltStr.self)
    data = s.data
    count = s.pointee.length
    kind = Int(s.pointee.kind)
    isASCII = s.pointee.isASCII != 0
  }
  @inline(__always) init(data: UnsafeMutableRawPointer, count: Int, kind: Int, isASCII: Bool) {
    self.data = data
    self.count = count
    self.kind = kind
    self.isASCII = isASCII
  }
  /// ASCII text in static storage.
  @inline(__always) init(_ s: StaticString) {
    self.init(data: UnsafeMutableRawPointer(mutating: s.utf8Start), count: s.utf8CodeUnitCount, kind: 1, isASCII: true)
  }

  @inline(__always) var bytes: UnsafeMutablePointer<UInt8> { data.assumingMemoryBound(to: UInt8.self) }
  @inline(__always) var byteCount: Int { count * kind }
  @inline(__always) subscript(i: Int) -> UInt32 {
    if kind == 1 { return UInt32(data.assumingMemoryBound(to: UInt8.self)[i]) }
    if kind == 2 { return UInt32(data.assumingMemoryBound(to: UInt16.self)[i]) }
    return data.assumingMemoryBound(to: UInt32.self)[i]
  }
  /// The part from `start` to `end` (not included); shares the storage.
  @inline(__always) func slice(_ start: Int, _ end: Int) -> StrView {
    StrView(data: data + start * kind, count: end - start, kind: kind, isASCII: isASCII)
  }
  /// An upper bound of the code points that is exact enough to choose a width: 0x7f, 0xff, 0xffff or 0x10ffff.
  func maxCodePoint() -> UInt32 {
    if isASCII { return 0x7f }
    var union: UInt32 = 0
    switch kind {
    case 1: return allASCII(bytes, count) ? 0x7f : 0xff
    case 2:
      let p = data.assumingMemoryBound(to: UInt16.self)
      for i in 0..<count { union |= UInt32(p[i]) }
    default:
      let p = data.assumingMemoryBound(to: UInt32.self)
      for i in 0..<count { union |= p[i] }
    }
    return union < 0x80 ? 0x7f : union < 0x100 ? 0xff : union < 0x10000 ? 0xffff : 0x10ffff
  }
}

@inline(__always) func kindFor(_ codePoint: UInt32) -> Int { codePoint < 0x100 ? 1 : codePoint < 0x10000 ? 2 : 4 }

@inline(__always) func storeUnit(_ data: UnsafeMutableRawPointer, _ kind: Int, _ i: Int, _ c: UInt32) {
  if kind == 1 {
    data.assumingMemoryBound(to: UInt8.self)[i] = UInt8(truncatingIfNeeded: c)
  } else if kind == 2 {
    data.assumingMemoryBound(to: UInt16.self)[i] = UInt16(truncatingIfNeeded: c)
  } else {
    data.assumingMemoryBound(to: UInt32.self)[i] = c
  }
}

/// Copies code points between buffers of possibly different width; the destination is wide enough for all of them.
func copyUnits(
  _ to: UnsafeMutableRawPointer, _ toKind: Int, _ from: UnsafeRawPointer, _ fromKind: Int, _ count: Int
) {
  if toKind == fromKind {
    c_memcpy(to, from, count * toKind)
  } else if fromKind == 1 {
    let p = from.assumingMemoryBound(to: UInt8.self)
    if toKind == 2 {
      let q = to.assumingMemoryBound(to: UInt16.self)
      for i in 0..<count { q[i] = UInt16(p[i]) }
    } else {
      let q = to.assumingMemoryBound(to: UInt32.self)
      for i in 0..<count { q[i] = UInt32(p[i]) }
    }
  } else if fromKind == 2 && toKind == 1 {
    let p = from.assumingMemoryBound(to: UInt16.self)
    let q = to.assumingMemoryBound(to: UInt8.self)
    for i in 0..<count { q[i] = UInt8(truncatingIfNeeded: p[i]) }
  } else {
    // Rare: two-byte text widening to four, or narrowing of text that is known to fit.
    let view = StrView(data: UnsafeMutableRawPointer(mutating: from), count: count, kind: fromKind, isASCII: false)
    for i in 0..<count { storeUnit(to, toKind, i, view[i]) }
  }
}

/// Whether no byte has its high bit set; eight at a time.
func allASCII(_ p: UnsafePointer<UInt8>, _ n: Int) -> Bool {
  var i = 0
  let raw = UnsafeRawPointer(p)
  while i + 8 <= n {
    if raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
    i += 8
  }
  while i < n {
    if p[i] >= 0x80 { return false }
    i += 1
  }
  return true
}

// ------------------------------------------------------------------------------------------------------- creation

/// A str of `length` code points for the caller to fill in before anything else sees it. `maximum` fixes the width and
/// must be the narrowest class that holds the text: 0x7f, 0xff, 0xffff or 0x10ffff (or any code point of that class).
/// `extra` units are left free behind it for appending in place.
func newString(_ length: Int, _ maximum: UInt32, extra: Int = 0) -> StrPointer {
  let kind = kindFor(maximum)
  let needed = StrLayout.dataOffset + (length + 1) * kind
  let total = (needed + extra * kind + 15) & ~15
  let s = UnsafeMutableRawPointer(allocateUncleared(Types.str, total)).assumingMemoryBound(to: MoltStr.self)
  s.pointee.length = length
  s.pointee.hash = -1
  s.pointee.kind = UInt8(kind)
  s.pointee.isASCII = maximum < 0x80 ? 1 : 0
  s.pointee.isInterned = 0
  s.spare = UInt32(truncatingIfNeeded: min(total - needed, Int(Int32.max)))
  storeUnit(s.data, kind, length, 0)
  return s
}

/// The shared str objects for '' and for the 256 single characters of Latin-1; made when first asked for, immortal.
enum SharedStrings {
  static var emptyString = Value.null
  static var latin1: UnsafeMutablePointer<Value>?

  @inline(__always) static var empty: Value { emptyString.isNull ? makeEmpty() : emptyString }

  @inline(never) private static func makeEmpty() -> Value {
    let s = newString(0, 0)
    s.pointee.header.refCount = MOLT_IMMORTAL
    emptyString = Value(s)
    return internImmortal(emptyString)
  }

  @inline(__always) static func character(_ c: UInt8) -> Value {
    if let table = latin1 {
      let v = table[Int(c)]
      if !v.isNull { return v }
    }
    return makeCharacter(c)
  }

  @inline(never) private static func makeCharacter(_ c: UInt8) -> Value {
    if latin1 == nil {
      let bytes = 256 * MemoryLayout<Value>.stride
      let table = allocateRaw(bytes).assumingMemoryBound(to: Value.self)
      for i in 0..<256 { table[i] = .null }
      latin1 = table
    }
    let s = newString(1, UInt32(c))
    s.data.assumingMemoryBound(to: UInt8.self)[0] = c
    s.pointee.header.refCount = MOLT_IMMORTAL
    // The name may have been interned before as an ordinary str: one canonical object per text.
    let v = internImmortal(Value(s))
    latin1.unsafelyUnwrapped[Int(c)] = v
    return v
  }
}

/// '' (owned; immortal).
@inline(__always) func emptyString() -> Value { retained(SharedStrings.empty) }

/// The str of one code point.
func makeCharacter(_ c: UInt32) -> Value {
  if c < 0x100 { return retained(SharedStrings.character(UInt8(c))) }
  let s = newString(1, c)
  storeUnit(s.data, Int(s.pointee.kind), 0, c)
  return Value(s)
}

/// A new str with the text of a view (which may be part of a longer str), in the narrowest width.
func makeString(_ view: StrView) -> Value {
  if view.count <= 1 { return view.count == 0 ? emptyString() : makeCharacter(view[0]) }
  let s = newString(view.count, view.maxCodePoint())
  copyUnits(s.data, Int(s.pointee.kind), view.data, view.kind, view.count)
  return Value(s)
}

/// A new str; `s` is ASCII or valid UTF-8.
func makeString(_ s: StaticString) -> Value { makeString(utf8: s.utf8Start, s.utf8CodeUnitCount) }

/// A new str from UTF-8. Bytes that are not part of a valid sequence become lone surrogates U+DC80…U+DCFF, which is
/// what the surrogateescape error handler does for names that come from the system.
func makeString(utf8 p: UnsafePointer<UInt8>, _ n: Int) -> Value {
  if n <= 1 {
    if n == 0 { return emptyString() }
    if p[0] < 0x80 { return retained(SharedStrings.character(p[0])) }
  }
  if allASCII(p, n) {
    let s = newString(n, 0x7f)
    c_memcpy(s.data, p, n)
    return Value(s)
  }
  var union: UInt32 = 0
  var count = 0
  var i = 0
  while i < n {
    union |= decodeUTF8Escaping(p, n, &i)
    count += 1
  }
  // The union of the bits lies in the same width class as the maximum.
  let s = newString(count, union)
  let kind = Int(s.pointee.kind)
  i = 0
  count = 0
  while i < n {
    storeUnit(s.data, kind, count, decodeUTF8Escaping(p, n, &i))
    count += 1
  }
  return Value(s)
}

private func decodeUTF8Escaping(_ p: UnsafePointer<UInt8>, _ n: Int, _ i: inout Int) -> UInt32 {
  let c = decodeUTF8(p, n, &i)
  if c >= 0 { return UInt32(c) }
  i += 1
  return 0xdc00 + UInt32(p[i - 1])
}

/// Decodes one well-formed sequence and moves `i` behind it. A negative result means there is none at `i`, which then
/// stays: -1 invalid start byte, -2 unexpected end of data, -3 invalid continuation byte after one good byte, -4 after
/// two, -5 after three (bytes that belong to the error: its negation minus two).
func decodeUTF8(_ p: UnsafePointer<UInt8>, _ n: Int, _ i: inout Int) -> Int32 {
  let a = Int32(p[i])
  if a < 0x80 {
    i += 1
    return a
  }
  if a < 0xc2 || a > 0xf4 { return -1 }
  if i + 1 >= n { return -2 }
  let b = Int32(p[i + 1])
  var low: Int32 = 0x80
  var high: Int32 = 0xbf
  if a == 0xe0 { low = 0xa0 } else if a == 0xed { high = 0x9f }
  if a == 0xf0 { low = 0x90 } else if a == 0xf4 { high = 0x8f }
  if b < low || b > high { return -3 }
  if a < 0xe0 {
    i += 2
    return (a & 0x1f) << 6 | (b & 0x3f)
  }
  if i + 2 >= n { return -2 }
  let c = Int32(p[i + 2])
  if c & 0xc0 != 0x80 { return -4 }
  if a < 0xf0 {
    i += 3
    return (a & 0x0f) << 12 | (b & 0x3f) << 6 | (c & 0x3f)
  }
  if i + 3 >= n { return -2 }
  let d = Int32(p[i + 3])
  if d & 0xc0 != 0x80 { return -5 }
  i += 4
  return (a & 0x07) << 18 | (b & 0x3f) << 12 | (c & 0x3f) << 6 | (d & 0x3f)
}

/// Ends a str object (the type's destroy slot).
func destroyString(_ object: ObjectPointer) {
  let s = UnsafeMutableRawPointer(object).assumingMemoryBound(to: MoltStr.self)
  if s.pointee.isInterned != 0 { forgetInterned(Value(s)) }
  freeObject(object, s.allocatedBytes)
}
