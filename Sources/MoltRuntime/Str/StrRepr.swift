import MoltABI

// repr() and ascii() of text (Objects/unicodeobject.c: unicode_repr).

private func appendHexDigits(_ b: inout StringBuilder, _ c: UInt32, _ digits: Int) {
  var i = digits
  while i > 0 {
    i -= 1
    let d = c >> UInt32(4 * i) & 15
    b.append(codePoint: d < 10 ? 48 + d : 87 + d)
  }
}

/// Appends \xNN, \uNNNN or \UNNNNNNNN.
func appendEscape(_ b: inout StringBuilder, _ c: UInt32) {
  b.append(codePoint: 92)
  if c < 0x100 {
    b.append(codePoint: 120)
    appendHexDigits(&b, c, 2)
  } else if c < 0x10000 {
    b.append(codePoint: 117)
    appendHexDigits(&b, c, 4)
  } else {
    b.append(codePoint: 85)
    appendHexDigits(&b, c, 8)
  }
}

/// Appends a text's repr; `onlyASCII` as ascii() wants it.
func appendTextRepr(_ b: inout StringBuilder, _ text: StrView, onlyASCII: Bool = false) {
  let hasSingle = findCharacter(text, 39, from: 0) >= 0
  let quote: UInt32 = hasSingle && findCharacter(text, 34, from: 0) < 0 ? 34 : 39
  b.append(codePoint: quote)
  // Runs of characters that stand for themselves are copied at once.
  var plain = 0
  var i = 0
  while i < text.count {
    let c = text[i]
    let isPlain =
      c < 0x80
      ? c >= 32 && c != 127 && c != quote && c != 92
      : !onlyASCII && hasFlag(c, UnicodeFlag.printable)
    if !isPlain {
      b.append(text.slice(plain, i))
      plain = i + 1
      switch c {
      case quote, 92:
        b.append(codePoint: 92)
        b.append(codePoint: c)
      case 9: b.append("\\t")
      case 10: b.append("\\n")
      case 13: b.append("\\r")
      default: appendEscape(&b, c)
      }
    }
    i += 1
  }
  b.append(text.slice(plain, text.count))
  b.append(codePoint: quote)
}

func stringRepr(_ v: Value) -> Value {
  var b = StringBuilder(capacity: StrView(v).count + 2)
  appendTextRepr(&b, StrView(v))
  return b.finish()
}

/// ascii(v): repr(v) with everything outside ASCII escaped; null with an exception set.
func asciiOf(_ v: Value) -> Value {
  let text = reprOf(v)
  if text.isNull { return .null }
  let view = StrView(text)
  if view.isASCII { return text }
  var b = StringBuilder()
  for i in 0..<view.count {
    let c = view[i]
    if c < 0x80 { b.append(codePoint: c) } else { appendEscape(&b, c) }
  }
  release(text)
  return b.finish()
}
