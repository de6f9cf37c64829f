// Values of number literals: exact integers of any size and correctly rounded doubles, without libc.

/// A natural number in 32-bit limbs, least significant first.
struct Natural {
  var limbs: [UInt32] = []

  var isZero: Bool { limbs.isEmpty }

  mutating func multiplyAdd(_ factor: UInt32, _ addend: UInt32) {
    var carry = UInt64(addend)
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry != 0 { limbs.append(UInt32(carry)) }
  }

  /// Divides in place, returns the remainder.
  mutating func divide(by divisor: UInt32) -> UInt32 {
    var remainder: UInt64 = 0
    for index in limbs.indices.reversed() {
      let value = remainder << 32 | UInt64(limbs[index])
      limbs[index] = UInt32(value / UInt64(divisor))
      remainder = value % UInt64(divisor)
    }
    while let last = limbs.last, last == 0 { limbs.removeLast() }
    return UInt32(remainder)
  }

  var bitCount: Int { limbs.isEmpty ? 0 : limbs.count * 32 - limbs[limbs.count - 1].leadingZeroBitCount }

  mutating func shiftLeft(_ bits: Int) {
    if isZero { return }
    let whole = bits / 32
    let part = UInt32(bits % 32)
    if part != 0 {
      var carry: UInt32 = 0
      for index in limbs.indices {
        let value = limbs[index]
        limbs[index] = value << part | carry
        carry = value >> (32 - part)
      }
      if carry != 0 { limbs.append(carry) }
    }
    if whole > 0 { limbs.insert(contentsOf: [UInt32](repeating: 0, count: whole), at: 0) }
  }

  static func >= (left: Natural, right: Natural) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count > right.limbs.count }
    for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
      return left.limbs[index] > right.limbs[index]
    }
    return true
  }

  /// Subtracts a number that is not larger.
  mutating func subtract(_ other: Natural) {
    var borrow: Int64 = 0
    for index in limbs.indices {
      let difference =
        Int64(limbs[index]) - (index < other.limbs.count ? Int64(other.limbs[index]) : 0) - borrow
      limbs[index] = UInt32(truncatingIfNeeded: difference)
      borrow = difference < 0 ? 1 : 0
    }
    while let last = limbs.last, last == 0 { limbs.removeLast() }
  }

  func bit(_ index: Int) -> Bool { limbs[index / 32] >> UInt32(index % 32) & 1 == 1 }

  /// Decimal digits.
  consuming func decimal() -> [UInt8] {
    if isZero { return [48] }
    var digits: [UInt8] = []
    while !isZero {
      var chunk = divide(by: 1_000_000_000)
      for _ in 0..<9 {
        digits.append(UInt8(48 + chunk % 10))
        chunk /= 10
      }
    }
    while digits.last == 48 { digits.removeLast() }
    digits.reverse()
    return digits
  }
}

enum NumberValue {
  /// Bit pattern of the double nearest to `digits × 10^exponent` (ties to even). `digits` are decimal, without sign or
  /// leading zeros.
  static func double(_ digits: [UInt8], _ exponent: Int) -> UInt64 {
    if digits.isEmpty { return 0 }
    // Exact in one operation: both factors are doubles without rounding error.
    if digits.count <= 15, exponent >= -22, exponent <= 22 {
      var value: UInt64 = 0
      for digit in digits { value = value * 10 + UInt64(digit - 48) }
      var power = 1.0
      for _ in 0..<abs(exponent) { power *= 10 }
      return (exponent < 0 ? Double(value) / power : Double(value) * power).bitPattern
    }
    let magnitude = digits.count + exponent
    if magnitude > 310 { return 0x7FF0_0000_0000_0000 }
    if magnitude < -330 { return 0 }
    // No double's rounding depends on more than 768 digits, except through "is there anything more at all".
    var digits = digits
    var exponent = exponent
    if digits.count > 800 {
      let isInexact = digits[800...].contains { $0 != 48 }
      exponent += digits.count - 800
      digits.removeLast(digits.count - 800)
      if isInexact {
        digits.append(49)
        exponent -= 1
      }
    }
    var numerator = Natural()
    for digit in digits { numerator.multiplyAdd(10, UInt32(digit - 48)) }
    var denominator = Natural(limbs: [1])
    for _ in 0..<max(exponent, 0) { numerator.multiplyAdd(10, 0) }
    for _ in 0..<max(-exponent, 0) { denominator.multiplyAdd(10, 0) }
    return quotient(numerator, denominator)
  }

  /// The double nearest to a quotient of naturals.
  private static func quotient(_ numerator: Natural, _ denominator: Natural) -> UInt64 {
    if numerator.isZero { return 0 }
    var numerator = numerator
    var denominator = denominator
    // Scaled so that the quotient has 54 or 55 bits: 53 for the value, the rest and the remainder for rounding.
    var scale = numerator.bitCount - denominator.bitCount - 54
    // Subnormals have fewer bits: the unit in the last place is never below 2^-1074.
    if scale < -1075 { scale = -1075 }
    if scale < 0 { numerator.shiftLeft(-scale) } else { denominator.shiftLeft(scale) }
    var quotient: UInt64 = 0
    var shift = max(numerator.bitCount - denominator.bitCount, 0)
    denominator.shiftLeft(shift)
    while true {
      quotient <<= 1
      if numerator >= denominator {
        numerator.subtract(denominator)
        quotient |= 1
      }
      if shift == 0 { break }
      shift -= 1
      denominator.halve()
    }
    var sticky = !numerator.isZero
    var exponent = scale
    while quotient >= 1 << 53 || exponent < -1074 {
      // One bit at a time: what falls off is kept for rounding to even at the end.
      let dropped = quotient & 1 == 1
      quotient >>= 1
      exponent += 1
      if quotient < 1 << 53, exponent >= -1074 {
        if dropped, sticky || quotient & 1 == 1 { quotient += 1 }
        break
      }
      sticky = sticky || dropped
    }
    if quotient == 1 << 53 {
      quotient >>= 1
      exponent += 1
    }
    if exponent > 971 { return 0x7FF0_0000_0000_0000 }
    if quotient < 1 << 52 { return quotient }
    return UInt64(exponent + 1075) << 52 | quotient & ((1 << 52) - 1)
  }
}

extension Natural {
  mutating func halve() {
    var carry: UInt32 = 0
    for index in limbs.indices.reversed() {
      let value = limbs[index]
      limbs[index] = value >> 1 | carry << 31
      carry = value & 1
    }
    while let last = limbs.last, last == 0 { limbs.removeLast() }
  }
}

extension Parser {
  /// The number token at hand as a `Constant`.
  mutating func numberLiteral() throws(SyntaxAbort) -> ExprID {
    let token = tokens[index]
    let value = try numberValue(token)
    index += 1
    return add(.constant(value, isUnicodePrefixed: false), from: token.start)
  }

  private mutating func numberValue(_ token: Token) throws(SyntaxAbort) -> Constant {
    let first = Int(token.start)
    let end = Int(token.end)
    if source[first] == 48, end - first > 2 {
      switch source[first + 1] | 0x20 {
      case 120: return radixInteger(first + 2, end, bits: 4)
      case 111: return radixInteger(first + 2, end, bits: 3)
      case 98: return radixInteger(first + 2, end, bits: 1)
      default: break
      }
    }
    var value: UInt64 = 0
    var position = first
    while position < end {
      let byte = source[position]
      if byte == 95 {
        position += 1
        continue
      }
      if byte < 48 || byte > 57 { return floatValue(first, end) }
      if value > (UInt64(Int64.max) - 9) / 10 {
        while position < end, source[position] == 95 || source[position] >= 48 && source[position] <= 57 {
          position += 1
        }
        return position < end ? floatValue(first, end) : try largeInteger(first, end)
      }
      value = value * 10 + UInt64(byte - 48)
      position += 1
    }
    return .int(Int64(value))
  }

  private mutating func radixInteger(_ first: Int, _ end: Int, bits: UInt32) -> Constant {
    var value: UInt64 = 0
    var isLarge = false
    for position in first..<end where source[position] != 95 {
      if value >> (63 - UInt64(bits)) != 0 {
        isLarge = true
        break
      }
      value = value << UInt64(bits) | UInt64(digitValue(source[position]))
    }
    if !isLarge { return .int(Int64(value)) }
    // Limbs are filled from the last digit up: linear, where multiplying by the radix would be quadratic.
    var natural = Natural()
    var limb: UInt64 = 0
    var filled: UInt32 = 0
    for position in (first..<end).reversed() where source[position] != 95 {
      limb |= UInt64(digitValue(source[position])) << UInt64(filled)
      filled += bits
      if filled >= 32 {
        natural.limbs.append(UInt32(truncatingIfNeeded: limb))
        limb >>= 32
        filled -= 32
      }
    }
    natural.limbs.append(UInt32(truncatingIfNeeded: limb))
    while let last = natural.limbs.last, last == 0 { natural.limbs.removeLast() }
    if natural.bitCount <= 63 {
      var small: UInt64 = 0
      for part in natural.limbs.reversed() { small = small << 32 | UInt64(part) }
      return .int(Int64(small))
    }
    scratch = natural.decimal()
    return .bigInt(internScratch())
  }

  private func digitValue(_ byte: UInt8) -> UInt32 {
    byte <= 57 ? UInt32(byte) - 48 : UInt32(byte | 0x20) - 87
  }

  /// A decimal integer beyond Int64 (or near its limit).
  private mutating func largeInteger(_ first: Int, _ end: Int) throws(SyntaxAbort) -> Constant {
    scratch.removeAll(keepingCapacity: true)
    var isLeading = true
    for position in first..<end where source[position] != 95 {
      if isLeading, source[position] == 48 { continue }
      isLeading = false
      scratch.append(source[position])
    }
    if scratch.count > 4300 {
      throw report(Message.tooManyDigits(scratch.count), token: index)
    }
    if scratch.count <= 19 {
      var value: UInt64 = 0
      for digit in scratch { value = value * 10 + UInt64(digit - 48) }
      if value <= UInt64(Int64.max) { return .int(Int64(value)) }
    }
    return .bigInt(internScratch())
  }

  private func floatValue(_ first: Int, _ end: Int) -> Constant {
    var digits: [UInt8] = []
    var exponent = 0
    var position = first
    var hasPoint = false
    loop: while position < end {
      let byte = source[position]
      switch byte {
      case 48...57:
        if byte != 48 || !digits.isEmpty { digits.append(byte) }
        if hasPoint { exponent -= 1 }
      case 46: hasPoint = true
      case 95: break
      default: break loop
      }
      position += 1
    }
    if position < end, source[position] | 0x20 == 101 {
      position += 1
      var isNegative = false
      if source[position] == 43 || source[position] == 45 {
        isNegative = source[position] == 45
        position += 1
      }
      var written = 0
      while position < end, source[position] == 95 || (source[position] >= 48 && source[position] <= 57) {
        if source[position] != 95, written < 100_000_000 { written = written * 10 + Int(source[position] - 48) }
        position += 1
      }
      exponent += isNegative ? -written : written
    }
    while digits.last == 48 {
      digits.removeLast()
      exponent += 1
    }
    let bits = NumberValue.double(digits, exponent)
    return source[end - 1] | 0x20 == 106 ? .imaginary(bits) : .float(bits)
  }
}
