import MoltABI

// The format specification mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type]
// (Python/formatter_unicode.c: parse_internal_render_format_spec).

enum Grouping {
  case none, comma, underscore
  /// Underscores between groups of four digits (types b, o, x and X).
  case underscoreFour
}

struct FormatSpec {
  var fill: UInt32 = 32
  var align: UInt32  // ASCII <, >, = or ^
  var sign: UInt32 = 0  // ASCII +, -, space, or 0: none given
  var isAlternate = false
  var dropsNegativeZero = false
  var width = -1
  var grouping = Grouping.none
  var precision = -1
  var type: UInt32  // ASCII letter, 0: none given

  /// Parses `text`; `type` and `align` are the defaults. Nil: ValueError is raised, naming the type of `v`.
  static func parse(_ text: StrView, type: UInt32, align: UInt32, _ v: Value) -> FormatSpec? {
    var spec = FormatSpec(align: align, type: type)
    var i = 0
    let end = text.count
    var hasAlign = false
    var hasFill = false
    if end >= 2 && isAlignment(text[1]) {
      spec.align = text[1]
      spec.fill = text[0]
      hasFill = true
      hasAlign = true
      i = 2
    } else if end >= 1 && isAlignment(text[0]) {
      spec.align = text[0]
      hasAlign = true
      i = 1
    }
    func at(_ c: UInt32) -> Bool { i < end && text[i] == c }
    if i < end && (text[i] == 32 || text[i] == 43 || text[i] == 45) {
      spec.sign = text[i]
      i += 1
    }
    if at(122) {
      spec.dropsNegativeZero = true
      i += 1
    }
    if at(35) {
      spec.isAlternate = true
      i += 1
    }
    if !hasFill && at(48) {
      spec.fill = 48
      if !hasAlign && align == 62 { spec.align = 61 }
      i += 1
    }
    if !readNumber(text, &i, &spec.width) { return nil }
    if at(44) {
      spec.grouping = .comma
      i += 1
    }
    if at(95) {
      if spec.grouping != .none { return failed("Cannot specify both ',' and '_'.") }
      spec.grouping = .underscore
      i += 1
    }
    if at(44) && spec.grouping == .underscore { return failed("Cannot specify both ',' and '_'.") }
    if at(46) {
      i += 1
      if !readNumber(text, &i, &spec.precision) { return nil }
      if spec.precision < 0 { return failed("Format specifier missing precision") }
    }
    if end - i > 1 {
      raise(Exceptions.valueError) { b in
        b.append("Invalid format specifier '")
        b.append(text)
        b.append("' for object of type '")
        b.append(typeName(v))
        b.append("'")
      }
      return nil
    }
    if i < end { spec.type = text[i] }
    return spec.grouping == .none || spec.acceptGrouping() ? spec : nil
  }

  private static func isAlignment(_ c: UInt32) -> Bool { c == 60 || c == 62 || c == 61 || c == 94 }

  private static func failed(_ message: StaticString) -> FormatSpec? {
    raise(Exceptions.valueError, message)
    return nil
  }

  private mutating func acceptGrouping() -> Bool {
    switch type {
    case 0, 100, 101, 102, 103, 69, 71, 37, 70: return true
    case 98, 111, 120, 88:
      if grouping == .underscore {
        grouping = .underscoreFour
        return true
      }
    default: break
    }
    let sign: UInt32 = grouping == .comma ? 44 : 95
    let letter = type
    raise(Exceptions.valueError) { b in
      b.append("Cannot specify '")
      b.append(codePoint: sign)
      b.append("' with '")
      appendTypeLetter(&b, letter)
      b.append("'.")
    }
    return false
  }

  /// Whether nothing but perhaps a type or precision is given, so that the digits are the whole result.
  var isPlain: Bool { width < 0 && sign == 0 && grouping == .none }
}

private func appendTypeLetter(_ b: inout StringBuilder, _ c: UInt32) {
  if c > 32 && c < 128 {
    b.append(codePoint: c)
    return
  }
  b.append("\\x")
  var shift: UInt32 = 28
  while shift > 0 && c >> shift == 0 { shift -= 4 }
  while true {
    let d = c >> shift & 15
    b.append(codePoint: d < 10 ? 48 + d : 87 + d)
    if shift == 0 { return }
    shift -= 4
  }
}

/// Reads decimal digits of any script, if there are some; false: ValueError.
func readNumber(_ text: StrView, _ i: inout Int, _ out: inout Int) -> Bool {
  var n = -1
  while i < text.count {
    let d = decimalValue(text[i])
    if d < 0 { break }
    if n > (Int.max - d) / 10 {
      raise(Exceptions.valueError, "Too many decimal digits in format string")
      return false
    }
    n = max(n, 0) * 10 + d
    i += 1
  }
  if n >= 0 { out = n }
  return true
}

func raiseUnknownFormatCode(_ c: UInt32, _ v: Value) -> Value {
  raise(Exceptions.valueError) { b in
    b.append("Unknown format code '")
    appendTypeLetter(&b, c)
    b.append("' for object of type '")
    b.append(typeName(v))
    b.append("'")
  }
}
