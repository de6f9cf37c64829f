import MoltABI

// Hash values of str and bytes: SipHash-1-3 under the key that PYTHONHASHSEED gives (CPython: Python/pyhash.c and
// Python/bootstrap_hash.c), so that hash() and the order of sets agree with CPython's for the same seed.

enum HashSecret {
  static var k0: UInt64 = 0
  static var k1: UInt64 = 0

  /// Reads PYTHONHASHSEED. False: its value is neither "random" nor an integer in range, which ends the program.
  static func setUp() -> Bool {
    let value = c_getenv("PYTHONHASHSEED")
    if let text = value, text[0] != 0 {
      if !isRandom(text) {
        var seed: UInt64 = 0
        var i = 0
        while text[i] != 0 {
          let digit = Int(text[i]) - 48
          if digit < 0 || digit > 9 { return false }
          seed = seed &* 10 &+ UInt64(digit)
          if seed > 0xffff_ffff { return false }
          i += 1
        }
        setSeed(UInt32(seed))
        return true
      }
    }
    _ = withUnsafeMutablePointer(to: &k0) { c_getentropy($0, 8) }
    _ = withUnsafeMutablePointer(to: &k1) { c_getentropy($0, 8) }
    return true
  }

  private static func isRandom(_ text: UnsafePointer<CChar>) -> Bool {
    let word: StaticString = "random"
    return c_strlen(text) == 6 && c_memcmp(text, word.utf8Start, 6) == 0
  }

  /// Seed 0 is the zero key; any other feeds a linear congruential generator, a byte of its state at a time.
  private static func setSeed(_ seed: UInt32) {
    k0 = 0
    k1 = 0
    if seed == 0 { return }
    var state = seed
    for i in 0..<16 {
      state = state &* 214013 &+ 2531011
      let byte = UInt64((state >> 16) & 0xff)
      if i < 8 { k0 |= byte << UInt64(8 * i) } else { k1 |= byte << UInt64(8 * (i - 8)) }
    }
  }
}

@inline(__always) private func rotate(_ x: UInt64, _ n: UInt64) -> UInt64 { x << n | x >> (64 - n) }

@inline(__always) private func sipRound(_ a: inout UInt64, _ b: inout UInt64, _ c: inout UInt64, _ d: inout UInt64) {
  a = a &+ b
  c = c &+ d
  b = rotate(b, 13) ^ a
  d = rotate(d, 16) ^ c
  a = rotate(a, 32)
  c = c &+ b
  a = a &+ d
  b = rotate(b, 17) ^ c
  d = rotate(d, 21) ^ a
  c = rotate(c, 32)
}

/// The hash of a run of bytes; never -1, and 0 for none at all.
func hashBytes(_ p: UnsafeRawPointer, _ n: Int) -> Int64 {
  if n == 0 { return 0 }
  var a = HashSecret.k0 ^ 0x736f_6d65_7073_6575
  var b = HashSecret.k1 ^ 0x646f_7261_6e64_6f6d
  var c = HashSecret.k0 ^ 0x6c79_6765_6e65_7261
  var d = HashSecret.k1 ^ 0x7465_6462_7974_6573
  var i = 0
  while i + 8 <= n {
    let word = p.loadUnaligned(fromByteOffset: i, as: UInt64.self)
    d ^= word
    sipRound(&a, &b, &c, &d)
    a ^= word
    i += 8
  }
  var last = UInt64(truncatingIfNeeded: n) << 56
  var shift: UInt64 = 0
  while i < n {
    last |= UInt64(p.load(fromByteOffset: i, as: UInt8.self)) << shift
    shift += 8
    i += 1
  }
  d ^= last
  sipRound(&a, &b, &c, &d)
  a ^= last
  c ^= 0xff
  sipRound(&a, &b, &c, &d)
  sipRound(&a, &b, &c, &d)
  sipRound(&a, &b, &c, &d)
  let hash = Int64(bitPattern: (a ^ b) ^ (c ^ d))
  return hash == -1 ? -2 : hash
}

/// The hash of a str (or an instance of a subclass), kept in the object.
@inline(__always) func stringHash(_ v: Value) -> Int64 {
  let s = exactStr(v).pointer(MoltStr.self)
  let hash = s.pointee.hash
  return hash != -1 ? hash : computeStringHash(s)
}

@inline(never) private func computeStringHash(_ s: StrPointer) -> Int64 {
  let hash = hashBytes(s.data, s.pointee.length * Int(s.pointee.kind))
  s.pointee.hash = hash
  return hash
}

/// Whether two strs (or instances of subclasses) hold the same text.
@inline(__always) func stringsEqual(_ a: Value, _ b: Value) -> Bool { a == b || sameText(a, b) }

@inline(never) private func sameText(_ v: Value, _ w: Value) -> Bool {
  let a = exactStr(v).pointer(MoltStr.self)
  let b = exactStr(w).pointer(MoltStr.self)
  // Text is always held in the narrowest width, so different widths mean different text.
  if a.pointee.length != b.pointee.length || a.pointee.kind != b.pointee.kind { return false }
  if a.pointee.hash != -1 && b.pointee.hash != -1 && a.pointee.hash != b.pointee.hash { return false }
  return c_memcmp(a.data, b.data, a.pointee.length * Int(a.pointee.kind)) == 0
}
