import MoltABI

// Case conversion and character classes of whole texts (Objects/unicodeobject.c: do_lower, do_title … and the is*
// methods).

/// Whether a capital sigma at `i` ends a word and so becomes a final one (handle_capital_sigma).
private func isFinalSigma(_ text: StrView, _ i: Int) -> Bool {
  var k = i - 1
  while k >= 0 && hasFlag(text[k], UnicodeFlag.caseIgnorable) { k -= 1 }
  if k < 0 || !hasFlag(text[k], UnicodeFlag.cased) { return false }
  k = i + 1
  while k < text.count && hasFlag(text[k], UnicodeFlag.caseIgnorable) { k += 1 }
  return k == text.count || !hasFlag(text[k], UnicodeFlag.cased)
}

private func appendMapped(_ b: inout StringBuilder, _ text: StrView, _ i: Int, _ mapping: CaseMapping) {
  let c = text[i]
  if c == 0x3a3 && mapping == .lower {
    b.append(codePoint: isFinalSigma(text, i) ? 0x3c2 : 0x3c3)
    return
  }
  withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 3) { out in
    let n = mapCase(c, mapping, out.baseAddress.unsafelyUnwrapped)
    for k in 0..<n { b.append(codePoint: out[k]) }
  }
}

enum CaseConversion {
  case upper, lower, fold, swap, title, capitalize
}

func convertCase(_ v: Value, _ conversion: CaseConversion) -> Value {
  let text = StrView(v)
  if text.isASCII { return convertASCII(text, conversion) }
  var b = StringBuilder(capacity: text.count)
  var isInWord = false
  for i in 0..<text.count {
    let mapping: CaseMapping
    switch conversion {
    case .upper: mapping = .upper
    case .lower: mapping = .lower
    case .fold: mapping = .fold
    case .capitalize: mapping = i == 0 ? .title : .lower
    case .title:
      mapping = isInWord ? .lower : .title
      isInWord = hasFlag(text[i], UnicodeFlag.cased)
    case .swap:
      let flags = unicodeFlags(text[i])
      if flags & UnicodeFlag.upper != 0 {
        mapping = .lower
      } else if flags & UnicodeFlag.lower != 0 {
        mapping = .upper
      } else {
        b.append(codePoint: text[i])
        continue
      }
    }
    appendMapped(&b, text, i, mapping)
  }
  return b.finish()
}

private func convertASCII(_ text: StrView, _ conversion: CaseConversion) -> Value {
  if text.count == 0 { return emptyString() }
  let s = newString(text.count, 0x7f)
  let out = s.data.assumingMemoryBound(to: UInt8.self)
  convertASCIICase(text.bytes, out, text.count, conversion)
  if text.count > 1 { return Value(s) }
  let v = makeCharacter(UInt32(out[0]))
  release(Value(s))
  return v
}

/// Converts the ASCII letters of a run of bytes; other bytes stay. Also serves bytes.upper() and the like.
func convertASCIICase(
  _ from: UnsafePointer<UInt8>, _ to: UnsafeMutablePointer<UInt8>, _ n: Int, _ conversion: CaseConversion
) {
  // The two frequent ones as loops that the compiler can vectorise.
  if conversion == .upper {
    for i in 0..<n { to[i] = from[i] ^ (from[i] &- 97 < 26 ? 0x20 : 0) }
    return
  }
  if conversion == .lower || conversion == .fold {
    for i in 0..<n { to[i] = from[i] ^ (from[i] &- 65 < 26 ? 0x20 : 0) }
    return
  }
  var isInWord = false
  for i in 0..<n {
    let c = from[i]
    let isLower = c >= 97 && c <= 122
    let isUpper = c >= 65 && c <= 90
    let raises: Bool
    switch conversion {
    case .swap: raises = isLower
    case .title: raises = !isInWord
    default: raises = i == 0
    }
    to[i] = raises ? (isLower ? c - 32 : c) : (isUpper ? c + 32 : c)
    isInWord = isLower || isUpper
  }
}

/// Whether the text is not empty and every character has the flag.
func allHave(_ v: Value, _ flag: UInt16) -> Bool {
  let text = StrView(v)
  if text.count == 1 { return hasFlag(text[0], flag) }
  for i in 0..<text.count where !hasFlag(text[i], flag) { return false }
  return text.count > 0
}

/// islower() and isupper(): a cased character occurs, and none of the other case or of title case.
func isAllCase(_ v: Value, _ wanted: UInt16, _ unwanted: UInt16) -> Bool {
  let text = StrView(v)
  var found = false
  for i in 0..<text.count {
    let flags = unicodeFlags(text[i])
    if flags & unwanted != 0 { return false }
    if flags & wanted != 0 { found = true }
  }
  return found
}

func isTitleCase(_ v: Value) -> Bool {
  let text = StrView(v)
  var found = false
  var isInWord = false
  for i in 0..<text.count {
    let flags = unicodeFlags(text[i])
    if flags & (UnicodeFlag.upper | UnicodeFlag.title) != 0 {
      if isInWord { return false }
      isInWord = true
      found = true
    } else if flags & UnicodeFlag.lower != 0 {
      if !isInWord { return false }
      found = true
    } else {
      isInWord = false
    }
  }
  return found
}

func isIdentifier(_ v: Value) -> Bool {
  let text = StrView(v)
  if text.count == 0 || !hasFlag(text[0], UnicodeFlag.identifierStart) { return false }
  for i in 1..<max(text.count, 1) where !hasFlag(text[i], UnicodeFlag.identifierContinue) { return false }
  return true
}
