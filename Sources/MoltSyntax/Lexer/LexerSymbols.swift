// Operators and brackets.

extension Lexer {
  /// One operator or bracket token at `position`.
  mutating func symbol(_ current: UInt8) throws(SyntaxAbort) {
    switch current {
    case 40, 91, 123: try open(current)
    case 41, 93, 125: try close(current)
    case 44: single(.comma)
    case 59: single(.semicolon)
    case 126: single(.tilde)
    case 58:
      if !modes.isEmpty, endsField(58) {
        single(.colon)
        modes[modes.count - 1].isInText = true
        modes[modes.count - 1].expressionEnded = true
      } else {
        if byte(position + 1) == 61 { multiple(.colonEqual, 2) } else { single(.colon) }
      }
    case 46:
      if byte(position + 1) == 46, byte(position + 2) == 46 { multiple(.ellipsis, 3) } else { single(.dot) }
    case 61: optional(61, .equalEqual, else: .equal)
    case 33: optional(61, .notEqual, else: .exclamation)
    case 43: optional(61, .plusEqual, else: .plus)
    case 45:
      if byte(position + 1) == 62 { multiple(.arrow, 2) } else { optional(61, .minusEqual, else: .minus) }
    case 42: doubled(42, .star, .starEqual, .doubleStar, .doubleStarEqual)
    case 47: doubled(47, .slash, .slashEqual, .doubleSlash, .doubleSlashEqual)
    case 37: optional(61, .percentEqual, else: .percent)
    case 64: optional(61, .atEqual, else: .at)
    case 38: optional(61, .ampersandEqual, else: .ampersand)
    case 124: optional(61, .barEqual, else: .bar)
    case 94: optional(61, .caretEqual, else: .caret)
    case 60:
      if byte(position + 1) == 62 {
        multiple(.notEqual, 2)
      } else {
        doubled(60, .less, .lessEqual, .leftShift, .leftShiftEqual)
      }
    case 62: doubled(62, .greater, .greaterEqual, .rightShift, .rightShiftEqual)
    case 36, 63, 96: single(.unknown)
    default:
      position += 1
      throw failHere(Message.nonPrintableCharacter(UInt32(current)))
    }
  }

  @inline(__always)
  private mutating func single(_ kind: TokenKind) { multiple(kind, 1) }

  @inline(__always)
  private mutating func multiple(_ kind: TokenKind, _ length: Int) {
    add(kind, from: position, to: position + length)
    position += length
  }

  @inline(__always)
  private mutating func optional(_ second: UInt8, _ long: TokenKind, else short: TokenKind) {
    if byte(position + 1) == second { multiple(long, 2) } else { multiple(short, 1) }
  }

  /// Operators such as `*`, `*=`, `**`, `**=`.
  @inline(__always)
  private mutating func doubled(
    _ character: UInt8, _ plain: TokenKind, _ assigning: TokenKind, _ double: TokenKind, _ doubleAssigning: TokenKind
  ) {
    if byte(position + 1) == character {
      if byte(position + 2) == 61 { multiple(doubleAssigning, 3) } else { multiple(double, 2) }
    } else {
      optional(61, assigning, else: plain)
    }
  }

  mutating func open(_ current: UInt8) throws(SyntaxAbort) {
    if brackets.count >= Self.maximumBrackets {
      position += 1
      throw failHere(Message.tooManyBrackets)
    }
    brackets.append(OpenBracket(byte: current, offset: position, token: stream.count))
    if !modes.isEmpty { modes[modes.count - 1].bracketDepth += 1 }
    single(current == 40 ? .leftParen : current == 91 ? .leftBracket : .leftBrace)
  }

  private mutating func close(_ current: UInt8) throws(SyntaxAbort) {
    let isInFString = !modes.isEmpty
    position += 1
    if isInFString, modes[modes.count - 1].bracketDepth == 0, current == 125 {
      throw failHere(Message.singleBrace)
    }
    guard let open = brackets.popLast() else { throw failHere(Message.unmatched(current)) }
    let expected: UInt8 = open.byte == 40 ? 41 : open.byte == 91 ? 93 : 125
    if expected != current {
      // In a replacement field the brace that opened the field is not what a stray bracket is measured against.
      if isInFString, open.byte == 123, modes[modes.count - 1].bracketDepth - 1 == modes[modes.count - 1].fieldDepth {
        throw failHere(Message.fStringUnmatched(current))
      }
      let openLine = lineNumber(open.offset)
      let line = lineNumber(position - 1)
      throw failHere(Message.mismatched(current, open.byte, openLine: openLine == line ? nil : openLine))
    }
    stream.tokens[open.token].value = UInt32(stream.count)
    position -= 1
    single(current == 41 ? .rightParen : current == 93 ? .rightBracket : .rightBrace)
    if isInFString {
      let level = modes.count - 1
      modes[level].bracketDepth -= 1
      if current == 125, modes[level].bracketDepth == modes[level].fieldDepth {
        modes[level].fieldDepth -= 1
        modes[level].isInText = true
        // Back in the format spec of the enclosing field, if there is one.
        modes[level].expressionEnded = true
      }
    }
  }
}
