import MoltABI

// Where the carets under a source line point within the failing expression. CPython 3.12 parses the text of the failing
// expression again and marks the operator of a binary operation and the brackets of a subscription
// (Python/traceback.c, extract_anchors_from_expr); this scanner finds the same places without a parser.

struct CaretAnchors {
  /// Character offsets within the segment; -1: the whole segment is marked with carets.
  var left = -1
  var right = -1
}

private enum TokenKind { case operand, open, close, binary, other, end }

private struct Token {
  var kind = TokenKind.end
  var start = 0
  var end = 0
  /// Binding strength of a binary operator: 1 for `|` … 6 for `*`, 8 for `**`.
  var strength = 0
}

private struct SegmentScanner {
  let text: StrView
  var at = 0

  init(_ text: StrView) { self.text = text }

  private func character(_ i: Int) -> UInt32 { i < text.count ? text[i] : 0 }

  private func isWord(_ c: UInt32) -> Bool {
    (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0x30 && c <= 0x39) || c == 0x5f || c >= 0x80
  }

  private func isKeyword(_ start: Int, _ end: Int) -> Bool {
    wordIs(start, end, "if") || wordIs(start, end, "else") || wordIs(start, end, "or") || wordIs(start, end, "and")
      || wordIs(start, end, "not") || wordIs(start, end, "in") || wordIs(start, end, "is")
      || wordIs(start, end, "lambda") || wordIs(start, end, "for") || wordIs(start, end, "yield")
      || wordIs(start, end, "await") || wordIs(start, end, "raise") || wordIs(start, end, "return")
      || wordIs(start, end, "import") || wordIs(start, end, "from") || wordIs(start, end, "assert")
      || wordIs(start, end, "del") || wordIs(start, end, "with") || wordIs(start, end, "class")
      || wordIs(start, end, "def") || wordIs(start, end, "while") || wordIs(start, end, "async")
  }

  private func wordIs(_ start: Int, _ end: Int, _ word: StaticString) -> Bool {
    if end - start != word.utf8CodeUnitCount { return false }
    var i = 0
    while i < end - start {
      if text[start + i] != UInt32(word.utf8Start[i]) { return false }
      i += 1
    }
    return true
  }

  mutating func next(after previous: TokenKind) -> Token {
    while at < text.count, character(at) == 0x20 || character(at) == 0x09 || character(at) == 0x0c { at += 1 }
    var token = Token()
    token.start = at
    if at >= text.count {
      token.end = at
      return token
    }
    let c = character(at)
    if c == 0x22 || c == 0x27 {
      skipString()
      token.kind = .operand
    } else if isWord(c) || (c == 0x2e && character(at + 1) >= 0x30 && character(at + 1) <= 0x39) {
      let isNumber = (c >= 0x30 && c <= 0x39) || c == 0x2e
      while at < text.count, isWord(character(at)) || (isNumber && character(at) == 0x2e) {
        let exponent = isNumber && (character(at) | 0x20) == 0x65
        at += 1
        if exponent && (character(at) == 0x2b || character(at) == 0x2d) { at += 1 }
      }
      if !isNumber && (character(at) == 0x22 || character(at) == 0x27) && at - token.start <= 2 {
        skipString()
        token.kind = .operand
      } else {
        token.kind = !isNumber && isKeyword(token.start, at) ? .other : .operand
      }
    } else {
      at += 1
      switch c {
      case 0x28, 0x5b, 0x7b: token.kind = .open
      case 0x29, 0x5d, 0x7d: token.kind = .close
      default: scanOperator(c, previous, &token)
      }
    }
    token.end = at
    return token
  }

  private mutating func scanOperator(_ c: UInt32, _ previous: TokenKind, _ token: inout Token) {
    let doubled = character(at) == c
    token.kind = .binary
    switch c {
    case 0x7c: token.strength = 1
    case 0x5e: token.strength = 2
    case 0x26: token.strength = 3
    case 0x3c, 0x3e:
      if doubled {
        at += 1
        token.strength = 4
      } else {
        token.kind = .other
      }
    case 0x2b, 0x2d: token.strength = 5
    case 0x2a, 0x2f:
      token.strength = 6
      if doubled {
        at += 1
        if c == 0x2a { token.strength = 8 }
      }
    case 0x25, 0x40: token.strength = 6
    case 0x2e:
      // An attribute: the dot continues the operand.
      token.kind = .operand
      return
    case 0x7e:
      token.strength = 7
    default: token.kind = .other
    }
    if character(at) == 0x3d && token.kind == .binary {
      // An augmented assignment is a statement.
      at += 1
      token.kind = .other
    }
    if token.kind == .binary && (c == 0x7e || !(previous == .operand || previous == .close)) {
      // A sign, not an operator between two operands.
      token.strength = 7
    }
  }

  private mutating func skipString() {
    let quote = character(at)
    if character(at + 1) == quote && character(at + 2) == quote {
      at += 3
      while at < text.count {
        if character(at) == 0x5c {
          at += 1
        } else if character(at) == quote && character(at + 1) == quote && character(at + 2) == quote {
          at += 3
          return
        }
        at += 1
      }
      return
    }
    at += 1
    while at < text.count, character(at) != quote {
      if character(at) == 0x5c { at += 1 }
      at += 1
    }
    at += 1
  }
}

/// The range of the expression between two offsets without redundant parentheses around all of it.
private func unwrapParentheses(_ text: StrView, _ start: inout Int, _ end: inout Int) {
  while true {
    var scanner = SegmentScanner(text)
    scanner.at = start
    var token = scanner.next(after: .end)
    let first = token
    if first.kind != .open || text[first.start] != 0x28 { return }
    var depth = 0, previous = TokenKind.end, isGroup = true, innerEnd = -1, innerStart = -1
    while token.start < end && token.kind != .end {
      if token.kind == .open {
        depth += 1
      } else if token.kind == .close {
        depth -= 1
        if depth == 0 {
          // Something follows the closing parenthesis: it is a call, or part of a larger operand.
          if token.end < end || innerEnd < 0 { return }
          break
        }
      } else if depth == 1 && token.kind == .other {
        // A comma makes a tuple, `for` a generator expression: both own their parentheses.
        let c = text[token.start]
        if c == 0x2c || (c == 0x66 && token.end - token.start == 3) { isGroup = false }
      }
      if token.start > first.start && innerStart < 0 { innerStart = token.start }
      innerEnd = token.end
      previous = token.kind
      token = scanner.next(after: previous)
    }
    if !isGroup || innerStart < 0 { return }
    start = innerStart
    end = innerEnd
  }
}

/// The anchors of the segment, which is one line of source without its end.
func findCaretAnchors(_ segment: Value) -> CaretAnchors {
  let text = StrView(segment)
  var scanner = SegmentScanner(text)
  var previous = Token()
  var depth = 0
  var weakest = Token()
  weakest.strength = 100
  var hasSign = false
  var first = true
  // The last bracket pair at the outer level, for a subscription.
  var lastOpen = -1, beforeOpen = Token(), lastClose = -1
  while true {
    let token = scanner.next(after: previous.kind)
    if token.kind == .end { break }
    switch token.kind {
    case .open:
      if depth == 0 {
        lastOpen = token.start
        beforeOpen = previous
      }
      depth += 1
    case .close:
      depth -= 1
      if depth == 0 {
        lastClose = token.start
      }
    case .other where depth == 0: return CaretAnchors()
    case .binary where depth == 0:
      if token.strength == 7 {
        if first { hasSign = true }
      } else if token.strength < weakest.strength || (token.strength == weakest.strength && token.strength != 8) {
        weakest = token
      }
    default: break
    }
    first = false
    previous = token
  }
  if depth != 0 { return CaretAnchors() }
  if weakest.strength < 100 {
    if weakest.strength == 8 && hasSign { return CaretAnchors() }
    return operatorAnchors(text, weakest)
  }
  if hasSign || lastClose < 0 || lastClose + 1 != previous.end || text[lastClose] != 0x5d { return CaretAnchors() }
  if beforeOpen.kind != .operand && beforeOpen.kind != .close { return CaretAnchors() }
  return CaretAnchors(left: lastOpen, right: lastClose + 1)
}

/// The operator, as CPython finds it: the first character behind the left operand that is neither space nor a closing
/// parenthesis, and the next one if it is no space and the right operand, without its parentheses, starts behind it.
private func operatorAnchors(_ text: StrView, _ token: Token) -> CaretAnchors {
  func isSpace(_ i: Int) -> Bool { text[i] == 0x20 || text[i] == 0x09 || text[i] == 0x0c }
  var rightStart = token.end, rightEnd = text.count
  while rightStart < text.count && isSpace(rightStart) { rightStart += 1 }
  while rightEnd > rightStart && isSpace(rightEnd - 1) { rightEnd -= 1 }
  unwrapParentheses(text, &rightStart, &rightEnd)
  let next = token.start + 1
  let two = next < rightStart && !isSpace(next)
  return CaretAnchors(left: token.start, right: token.start + (two ? 2 : 1))
}
