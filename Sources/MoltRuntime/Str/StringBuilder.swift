import MoltABI

/// Builds a str piece by piece, in a str object that is widened and enlarged as needed. Must end in `finish` or
/// `discard`. Text that memory has no room for is dropped, and `finish` raises MemoryError: programs choose sizes.
struct StringBuilder {
  private var object: StrPointer?
  private(set) var count = 0
  private var capacity = 0  // code units that fit, without the terminating one; -1: the text is too long
  private var kind = 1
  private var union: UInt32 = 0

  init() {}
  init(capacity: Int, maximum: UInt32 = 0x7f) {
    kind = kindFor(maximum)
    _ = reserve(capacity)
  }

  /// False: there is no room.
  private mutating func reserve(_ more: Int) -> Bool {
    more <= capacity &- count && object != nil || grow(count &+ more, kind)
  }

  /// Moves the text to a buffer for `needed` units of `newKind` bytes.
  @inline(never) private mutating func grow(_ needed: Int, _ newKind: Int) -> Bool {
    var room = needed
    if capacity < 0 || needed < 0 || needed > StrLayout.maxLength || !isAllocatable(bytes: needed * newKind) {
      discard()
      capacity = -1
      return false
    }
    if let old = object {
      if needed > capacity { room = max(needed, count + count / 2 + 16) } else { room = capacity }
      if room > needed && !isAllocatable(bytes: room * newKind) { room = needed }
      let new = Self.allocate(room, newKind)
      copyUnits(new.data, newKind, old.data, kind, count)
      freeObject(UnsafeMutableRawPointer(old).assumingMemoryBound(to: MoltObject.self), old.allocatedBytes)
      object = new
    } else {
      room = max(needed, 48)
      object = Self.allocate(room, newKind)
    }
    kind = newKind
    let s = object.unsafelyUnwrapped
    capacity = (s.allocatedBytes - StrLayout.dataOffset) / newKind - 1
    return true
  }

  private static func allocate(_ units: Int, _ kind: Int) -> StrPointer {
    newString(units, kind == 1 ? 0x7f : kind == 2 ? 0xffff : 0x10ffff)
  }

  @inline(__always) private mutating func widen(_ c: UInt32) -> Bool {
    union |= c
    if kind != 4 {
      let wanted = kindFor(c)
      if wanted > kind { return grow(max(count, capacity), wanted) }
    }
    return true
  }

  @inline(never) mutating func append(codePoint c: UInt32) {
    if !reserve(1) || !widen(c) { return }
    storeUnit(object.unsafelyUnwrapped.data, kind, count, c)
    count += 1
  }

  @inline(never) mutating func append(_ view: StrView) {
    if view.count == 0 { return }
    if !reserve(view.count) || !widen(view.maxCodePoint()) { return }
    copyUnits(object.unsafelyUnwrapped.data + count * kind, kind, view.data, view.kind, view.count)
    count += view.count
  }

  /// Appends ASCII or valid UTF-8.
  @inline(never) mutating func append(_ s: StaticString) { append(utf8: s.utf8Start, s.utf8CodeUnitCount) }

  @inline(never) mutating func append(utf8 p: UnsafePointer<UInt8>, _ n: Int) {
    if allASCII(p, n) {
      append(StrView(data: UnsafeMutableRawPointer(mutating: p), count: n, kind: 1, isASCII: true))
    } else {
      let v = makeString(utf8: p, n)
      append(v)
      release(v)
    }
  }

  /// Appends a zero-terminated UTF-8 string.
  @inline(never) mutating func append(cString p: UnsafePointer<CChar>) {
    append(utf8: UnsafeRawPointer(p).assumingMemoryBound(to: UInt8.self), c_strlen(p))
  }

  /// Appends the text of a str, which stays the caller's.
  @inline(never) mutating func append(_ v: Value) { append(StrView(v)) }

  @inline(never) mutating func append(repeating c: UInt32, _ n: Int) {
    if n <= 0 { return }
    if !reserve(n) || !widen(c) { return }
    let data = object.unsafelyUnwrapped.data
    if kind == 1 {
      c_memset(data + count, Int32(c), n)
    } else {
      for i in 0..<n { storeUnit(data, kind, count + i, c) }
    }
    count += n
  }

  mutating func append(int n: Int) { append(int64: Int64(n)) }

  @inline(never) mutating func append(int64 n: Int64) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var i = 24
      var m = n.magnitude
      repeat {
        i -= 1
        digits[i] = UInt8(truncatingIfNeeded: 48 + m % 10)
        m /= 10
      } while m != 0
      if n < 0 {
        i -= 1
        digits[i] = 45
      }
      append(StrView(data: digits.baseAddress.unsafelyUnwrapped + i, count: 24 - i, kind: 1, isASCII: true))
    }
  }

  /// Appends repr(v); false: an exception is set and the text is as it was.
  @inline(never) mutating func appendRepr(_ v: Value) -> Bool {
    let text = reprOf(v)
    if text.isNull { return false }
    append(text)
    release(text)
    return true
  }

  /// Appends str(v); false: an exception is set and the text is as it was.
  @inline(never) mutating func appendStr(_ v: Value) -> Bool {
    if isExactStr(v) {
      append(v)
      return true
    }
    let text = strOf(v)
    if text.isNull { return false }
    append(text)
    release(text)
    return true
  }

  /// Cuts the text to its first `n` code points. The width stays, so only text that was ASCII may be cut from.
  mutating func truncate(_ n: Int) { count = n }

  /// The text as an owned str; the builder is empty afterwards.
  @inline(never) mutating func finish() -> Value {
    guard let s = object else {
      let isTooLong = capacity < 0
      self = StringBuilder()
      return isTooLong ? raise(Exceptions.memoryError) : emptyString()
    }
    let total = s.allocatedBytes
    let needed = StrLayout.dataOffset + (count + 1) * kind
    if count <= 1 || total - needed > needed || kind > kindFor(union) {
      // Little text in a large or too wide buffer: a tight copy is cheap.
      let ascii = union < 0x80
      let v = makeString(StrView(data: s.data, count: count, kind: kind, isASCII: ascii))
      discard()
      return v
    }
    s.pointee.length = count
    s.pointee.isASCII = union < 0x80 ? 1 : 0
    s.spare = UInt32(truncatingIfNeeded: total - needed)
    storeUnit(s.data, kind, count, 0)
    self = StringBuilder()
    return Value(s)
  }

  /// Gives the memory back without a result.
  @inline(never) mutating func discard() {
    if let s = object {
      freeObject(UnsafeMutableRawPointer(s).assumingMemoryBound(to: MoltObject.self), s.allocatedBytes)
    }
    self = StringBuilder()
  }
}
