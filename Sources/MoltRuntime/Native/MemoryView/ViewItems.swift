import MoltABI

// Items of memoryviews: reading and storing one by its format, a letter of the module struct in native size and order.

/// Bytes of an item; 0: no such format.
func itemSize(ofFormat format: UInt8) -> Int {
  switch format {
  case 0x62, 0x42, 0x63, 0x3f: 1  // b B c ?
  case 0x68, 0x48, 0x65: 2  // h H e
  case 0x69, 0x49, 0x66: 4  // i I f
  case 0x71, 0x51, 0x64: 8  // q Q d
  case 0x6c, 0x4c, 0x6e, 0x4e, 0x50: MemoryLayout<Int>.size  // l L n N P
  default: 0
  }
}

private func isSigned(_ format: UInt8) -> Bool {
  switch format {
  case 0x62, 0x68, 0x69, 0x6c, 0x71, 0x6e: true
  default: false
  }
}

/// The item at an address. Owned.
func loadItem(_ p: UnsafePointer<UInt8>, _ format: UInt8) -> Value {
  var bits: UInt64 = 0
  let size = itemSize(ofFormat: format)
  for index in 0..<size { bits |= UInt64(p[index]) << UInt64(8 * index) }
  switch format {
  case 0x63: return makeBytes(p, 1)
  case 0x3f: return Value(bits != 0)
  case 0x64: return Value(Double(bitPattern: bits))
  case 0x66: return Value(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
  case 0x65: return Value(doubleOfHalf(UInt16(truncatingIfNeeded: bits)))
  default:
    if !isSigned(format) { return makeInt(unsigned: bits) }
    let shift = UInt64(64 - 8 * size)
    return makeInt(Int64(bitPattern: bits << shift) >> Int64(shift))
  }
}

/// Stores a value; false: an exception is set.
func storeItem(_ p: UnsafeMutablePointer<UInt8>, _ format: UInt8, _ value: Value) -> Bool {
  let size = itemSize(ofFormat: format)
  var bits: UInt64 = 0
  switch format {
  case 0x63:
    if !isBytes(value) { return wrong("type", format) }
    if BytesView(value).count != 1 { return wrong("value", format) }
    bits = UInt64(BytesView(value)[0])
  case 0x3f:
    let truth = truthOf(value)
    if truth < 0 { return false }
    bits = UInt64(truth)
  case 0x64, 0x66, 0x65:
    var number = 0.0
    if !toDouble(value, &number) { return replaceError(format) }
    if format == 0x64 {
      bits = number.bitPattern
    } else if format == 0x66 {
      bits = UInt64(Float(number).bitPattern)
    } else {
      guard let half = half(of: number) else { return wrong("value", format) }
      bits = UInt64(half)
    }
  default: if !integerBits(value, format, size, &bits) { return false }
  }
  for index in 0..<size { p[index] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) }
  return true
}

private func integerBits(_ value: Value, _ format: UInt8, _ size: Int, _ bits: inout UInt64) -> Bool {
  let number = indexValue(value)
  if number.isNull { return replaceError(format) }
  defer { release(number) }
  var wide: Int64 = 0
  if toInt64(number, &wide) {
    bits = UInt64(bitPattern: wide)
    let width = 8 * size
    if isSigned(format) {
      if width < 64 && wide >> Int64(width - 1) != 0 && wide >> Int64(width - 1) != -1 { return wrong("value", format) }
    } else if wide < 0 ? format != 0x50 : width < 64 && wide >> Int64(width) != 0 {
      return wrong("value", format)
    }
    return true
  }
  // A number of 64 bits without sign.
  let magnitude = exactInt(number).pointer(MoltInt.self)
  if isSigned(format) || size < 8 || isNegativeInt(exactInt(number)) || magnitude.limbCount > 1 {
    return wrong("value", format)
  }
  bits = magnitude.limbs[0]
  return true
}

/// The error of a value that does not fit the format; false.
private func wrong(_ what: StaticString, _ format: UInt8) -> Bool {
  raise(what.utf8CodeUnitCount == 4 ? Exceptions.typeError : Exceptions.valueError) {
    $0.append("memoryview: invalid ")
    $0.append(what)
    $0.append(" for format '")
    $0.append(codePoint: UInt32(format))
    $0.append("'")
  }
  return false
}

/// Puts the view's own error in the place of one that says that a value cannot be converted.
private func replaceError(_ format: UInt8) -> Bool {
  if exceptionMatches(Exceptions.typeError) {
    clearException()
    return wrong("type", format)
  }
  if exceptionMatches(Exceptions.overflowError) || exceptionMatches(Exceptions.valueError) {
    clearException()
    return wrong("value", format)
  }
  return false
}

// ---------------------------------------------------------------------------------------------------- half precision

private func doubleOfHalf(_ bits: UInt16) -> Double {
  let sign: Double = bits >> 15 == 0 ? 1 : -1
  let exponent = Int(bits >> 10 & 31)
  let fraction = Double(bits & 1023)
  if exponent == 31 { return fraction == 0 ? sign * .infinity : .nan }
  if exponent == 0 { return sign * fraction * 0x1p-24 }
  return sign * (1024 + fraction) * Double(bitPattern: UInt64(exponent - 25 + 1023) << 52)
}

/// Rounded to even; nil: too large.
private func half(of x: Double) -> UInt16? {
  let bits = x.bitPattern
  let sign = UInt16(truncatingIfNeeded: bits >> 48) & 0x8000
  if x != x { return sign | 0x7e00 }
  let size = Double(bitPattern: bits & ~(1 << 63))
  if size == .infinity { return sign | 0x7c00 }
  if size < 0x1p-14 {
    return sign | UInt16(roundedToEven(size * 0x1p24))
  }
  let exponent = Int(size.bitPattern >> 52) - 1023
  let scaled = roundedToEven(size * Double(bitPattern: UInt64(10 - exponent + 1023) << 52))
  let result = (exponent + 14) << 10 + Int(scaled)
  return exponent > 15 || result >= 0x7c00 ? nil : sign | UInt16(result)
}

/// Of a number from 0 on that is far below 2^52.
private func roundedToEven(_ x: Double) -> Int {
  let whole = Int(x)
  let rest = x - Double(whole)
  return rest > 0.5 || (rest == 0.5 && whole & 1 == 1) ? whole + 1 : whole
}
