import MoltABI

// Properties of code points (Unicode 15.0; the tables are written by scripts/generate-unicode).

enum UnicodeFlag {
  @inline(__always) static var alpha: UInt16 { 1 }
  @inline(__always) static var decimal: UInt16 { 2 }
  @inline(__always) static var digit: UInt16 { 4 }
  @inline(__always) static var numeric: UInt16 { 8 }
  @inline(__always) static var lower: UInt16 { 16 }
  @inline(__always) static var upper: UInt16 { 32 }
  @inline(__always) static var title: UInt16 { 64 }
  @inline(__always) static var space: UInt16 { 128 }
  @inline(__always) static var printable: UInt16 { 256 }
  @inline(__always) static var identifierStart: UInt16 { 512 }
  @inline(__always) static var identifierContinue: UInt16 { 1024 }
  @inline(__always) static var caseIgnorable: UInt16 { 2048 }
  @inline(__always) static var lineBreak: UInt16 { 4096 }
  /// Takes up two columns.
  @inline(__always) static var wide: UInt16 { 8192 }
  @inline(__always) static var cased: UInt16 { 16 | 32 | 64 }
}

/// `c` must be below 0x110000.
@inline(__always) func unicodeFlags(_ c: UInt32) -> UInt16 { molt_unicode_record(c).pointee.flags }

@inline(__always) func hasFlag(_ c: UInt32, _ flag: UInt16) -> Bool { unicodeFlags(c) & flag != 0 }

@inline(__always) func isSpace(_ c: UInt32) -> Bool {
  c < 0x80 ? c == 32 || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) : hasFlag(c, UnicodeFlag.space)
}

@inline(__always) func isLineBreak(_ c: UInt32) -> Bool {
  c < 0x80 ? (c >= 10 && c <= 13) || (c >= 28 && c <= 30) : c == 0x85 || c == 0x2028 || c == 0x2029
}

@inline(__always) func isPrintable(_ c: UInt32) -> Bool {
  c < 0x80 ? c >= 32 && c < 127 : hasFlag(c, UnicodeFlag.printable)
}

/// The value of a decimal digit of any script, or -1.
func decimalValue(_ c: UInt32) -> Int {
  if c < 0x80 { return c >= 48 && c <= 57 ? Int(c) - 48 : -1 }
  if !hasFlag(c, UnicodeFlag.decimal) { return -1 }
  var low: Int32 = 0
  var high = molt_unicode_zero_count
  while high - low > 1 {
    let middle = (low + high) / 2
    if molt_unicode_zero(middle) <= c { low = middle } else { high = middle }
  }
  return Int(c - molt_unicode_zero(low))
}

/// Which case mapping; the raw values are those of MoltUnicodeSpecial.key.
enum CaseMapping: UInt32 {
  case upper = 0
  case lower = 1
  case title = 2
  case fold = 3
}

/// Maps one code point to one to three others, stored at `out`; returns how many.
func mapCase(_ c: UInt32, _ mapping: CaseMapping, _ out: UnsafeMutablePointer<UInt32>) -> Int {
  if c < 0x80 {
    let toLower = mapping == .lower || mapping == .fold
    out[0] = toLower ? (c >= 65 && c <= 90 ? c + 32 : c) : (c >= 97 && c <= 122 ? c - 32 : c)
    return 1
  }
  let record = molt_unicode_record(c)
  let delta: Int32
  switch mapping {
  case .upper: delta = record!.pointee.upper
  case .lower: delta = record!.pointee.lower
  case .title: delta = record!.pointee.title
  case .fold: delta = record!.pointee.fold
  }
  if delta != 0x7fff_ffff {
    out[0] = UInt32(bitPattern: Int32(bitPattern: c) &+ delta)
    return 1
  }
  let key = c * 4 + mapping.rawValue
  var low: Int32 = 0
  var high = molt_unicode_special_count
  while high - low > 1 {
    let middle = (low + high) / 2
    if molt_unicode_special_entry(middle).pointee.key <= key { low = middle } else { high = middle }
  }
  let units = molt_unicode_special_entry(low).pointee.units
  out[0] = UInt32(units.0)
  out[1] = UInt32(units.1)
  out[2] = UInt32(units.2)
  return units.2 != 0 ? 3 : 2
}
