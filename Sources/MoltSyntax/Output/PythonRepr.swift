// `repr` of str, bytes, float and complex values, as CPython writes them.

enum PythonRepr {
  /// `repr` of a str given as WTF-8.
  static func string(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    let quote = self.quote(text)
    output.append(quote)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 32, byte < 127 {
        if byte == quote || byte == 92 { output.append(92) }
        output.append(byte)
        index += 1
        continue
      }
      let (codePoint, length) = UTF8Text.decode(text, at: index)
      switch codePoint {
      case 9: output += [92, 116]
      case 10: output += [92, 110]
      case 13: output += [92, 114]
      case _ where codePoint < 256 && !Printable.contains(codePoint):
        output += [92, 120]
        hex(codePoint, 2, &output)
      default:
        if Printable.contains(codePoint) {
          for offset in 0..<length { output.append(text[index + offset]) }
        } else if codePoint < 0x10000 {
          output += [92, 117]
          hex(codePoint, 4, &output)
        } else {
          output += [92, 85]
          hex(codePoint, 8, &output)
        }
      }
      index += length
    }
    output.append(quote)
  }

  static func bytes(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    let quote = self.quote(text)
    output.append(98)
    output.append(quote)
    for byte in text {
      switch byte {
      case 9: output += [92, 116]
      case 10: output += [92, 110]
      case 13: output += [92, 114]
      case quote, 92: output += [92, byte]
      case 32..<127: output.append(byte)
      default:
        output += [92, 120]
        hex(UInt32(byte), 2, &output)
      }
    }
    output.append(quote)
  }

  /// Single quotes unless the text holds some and no double ones.
  private static func quote(_ text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    text.contains(39) && !text.contains(34) ? 34 : 39
  }

  private static func hex(_ value: UInt32, _ width: Int, _ output: inout [UInt8]) {
    for shift in stride(from: (width - 1) * 4, through: 0, by: -4) {
      let digit = UInt8(value >> UInt32(shift) & 15)
      output.append(digit < 10 ? 48 + digit : 87 + digit)
    }
  }

  /// Shortest digits that read back as the same double; `.0` is added to whole numbers where `isComplete`.
  static func double(_ bits: UInt64, isComplete: Bool = true, into output: inout [UInt8]) {
    let value = Double(bitPattern: bits)
    if value.isNaN {
      output += Array("nan".utf8)
      return
    }
    if value.sign == .minus { output.append(45) }
    if value.isInfinite {
      output += Array("inf".utf8)
      return
    }
    // Swift finds the same shortest digits; only the layout differs.
    var digits: [UInt8] = []
    var point = 0
    var exponent = 0
    var hasPoint = false
    var iterator = value.magnitude.description.utf8.makeIterator()
    while let byte = iterator.next() {
      if byte == 46 {
        hasPoint = true
      } else if byte == 101 {
        var isNegative = false
        while let digit = iterator.next() {
          if digit == 45 { isNegative = true } else if digit != 43 { exponent = exponent * 10 + Int(digit - 48) }
        }
        if isNegative { exponent = -exponent }
      } else {
        digits.append(byte)
        if !hasPoint { point += 1 }
      }
    }
    point += exponent
    let leading = digits.prefix { $0 == 48 }.count
    digits.removeFirst(leading)
    point -= leading
    while digits.last == 48 { digits.removeLast() }
    if digits.isEmpty {
      output.append(48)
      if isComplete { output += [46, 48] }
      return
    }
    if point > 16 || point < -3 {
      output.append(digits[0])
      if digits.count > 1 {
        output.append(46)
        output += digits[1...]
      }
      output.append(101)
      let power = point - 1
      output.append(power < 0 ? 45 : 43)
      if abs(power) < 10 { output.append(48) }
      output += Array(String(abs(power)).utf8)
      return
    }
    if point <= 0 {
      output += [48, 46]
      for _ in 0..<(-point) { output.append(48) }
      output += digits
      return
    }
    for index in 0..<max(point, digits.count) {
      if index == point { output.append(46) }
      output.append(index < digits.count ? digits[index] : 48)
    }
    if digits.count <= point, isComplete { output += [46, 48] }
  }
}
