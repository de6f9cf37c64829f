// Number literals: finding their end and refusing malformed ones. Their values are read by Literals/NumberValue.swift.

extension Lexer {
  @inline(__always) private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// A number starting at `position` with a digit, or with a period that a digit follows.
  mutating func number() throws(SyntaxAbort) {
    let start = position
    var kind: StaticString = "decimal"
    let first = byte(position)
    if first == 48 {
      let second = byte(position + 1) | 0x20
      if second == 120 || second == 111 || second == 98 {
        position += 2
        try radixDigits(second)
        switch second {
        case 120: kind = "hexadecimal"
        case 111: kind = "octal"
        default: kind = "binary"
        }
        try checkEnd(kind)
        add(.number, from: start, to: position)
        return
      }
      try leadingZero(start)
      return
    }
    if first != 46 { try decimalDigits() }
    try fraction(start)
  }

  /// Hexadecimal, octal or binary digits after the prefix letter `letter`.
  private mutating func radixDigits(_ letter: UInt8) throws(SyntaxAbort) {
    let name: StaticString = letter == 120 ? "hexadecimal" : letter == 111 ? "octal" : "binary"
    repeat {
      if byte(position) == 95 { position += 1 }
      let digit = byte(position)
      if !fits(digit, letter) {
        if letter != 120, isDigit(digit) {
          position += 1
          throw failHere(Message.invalidDigit(digit, name))
        }
        throw failAtNext(Message.invalidLiteral(name))
      }
      repeat { position += 1 } while fits(byte(position), letter)
    } while byte(position) == 95
    if letter != 120, isDigit(byte(position)) {
      position += 1
      throw failHere(Message.invalidDigit(byte(position - 1), name))
    }
  }

  @inline(__always)
  private func fits(_ byte: UInt8, _ letter: UInt8) -> Bool {
    switch letter {
    case 120: return isDigit(byte) || (byte | 0x20 >= 97 && byte | 0x20 <= 102)
    case 111: return byte >= 48 && byte <= 55
    default: return byte == 48 || byte == 49
    }
  }

  /// CPython backs up over the offending byte before reporting: the caret stands on the last byte of the literal.
  private mutating func failAtNext(_ message: String) -> SyntaxAbort { failHere(message) }

  /// A literal that starts with `0` and no radix letter: zero, a float or an imaginary number.
  private mutating func leadingZero(_ start: Int) throws(SyntaxAbort) {
    position += 1
    while true {
      if byte(position) == 95 {
        position += 1
        if !isDigit(byte(position)) { throw failAtNext(Message.invalidLiteral("decimal")) }
      }
      if byte(position) != 48 { break }
      position += 1
    }
    let zerosEnd = position
    if isDigit(byte(position)) { try decimalDigits() }
    let next = byte(position)
    if next == 46 || next | 0x20 == 101 || next | 0x20 == 106 {
      try fraction(start)
      return
    }
    if position > zerosEnd {
      throw fail(Message.leadingZeros, Span(start: UInt32(start), end: UInt32(zerosEnd)))
    }
    try checkEnd("decimal")
    add(.number, from: start, to: position)
  }

  /// Digits with single underscores between them, at least one.
  private mutating func decimalDigits() throws(SyntaxAbort) {
    while true {
      while isDigit(byte(position)) { position += 1 }
      if byte(position) != 95 { return }
      position += 1
      if !isDigit(byte(position)) { throw failAtNext(Message.invalidLiteral("decimal")) }
    }
  }

  /// What may follow the integer part: period and digits, exponent, `j`.
  private mutating func fraction(_ start: Int) throws(SyntaxAbort) {
    var kind: StaticString = "decimal"
    if byte(position) == 46 {
      position += 1
      if isDigit(byte(position)) { try decimalDigits() }
    }
    if byte(position) | 0x20 == 101 {
      var ahead = position + 1
      if byte(ahead) == 43 || byte(ahead) == 45 {
        ahead += 1
        if !isDigit(byte(ahead)) {
          position = ahead
          throw failAtNext(Message.invalidLiteral("decimal"))
        }
      }
      if isDigit(byte(ahead)) {
        position = ahead
        try decimalDigits()
      } else {
        // `1else` and `1e`: the first is a number before a keyword.
        try checkEnd(kind)
        add(.number, from: start, to: position)
        return
      }
    }
    if byte(position) | 0x20 == 106 {
      position += 1
      kind = "imaginary"
    }
    try checkEnd(kind)
    add(.number, from: start, to: position)
  }

  /// A number must not run into a name; before a keyword that may follow a number CPython only warns.
  private mutating func checkEnd(_ kind: StaticString) throws(SyntaxAbort) {
    let current = byte(position)
    if classes[Int(current)] & ByteClass.namePart == 0 || current >= 128 { return }
    let second = byte(position + 1)
    let third = byte(position + 2)
    let isKeyword: Bool
    switch current {
    case 97: isKeyword = second == 110 && third == 100
    case 101: isKeyword = second == 108 && third == 115 && byte(position + 3) == 101
    case 102: isKeyword = second == 111 && third == 114
    case 105: isKeyword = second == 102 || second == 110 || second == 115
    case 111: isKeyword = second == 114
    case 110: isKeyword = second == 111 && third == 116
    default: isKeyword = false
    }
    if isKeyword {
      warn(
        .syntaxWarning, Message.invalidLiteral(kind), Span(start: UInt32(position), end: UInt32(position)))
      return
    }
    throw failAtNext(Message.invalidLiteral(kind))
  }
}
