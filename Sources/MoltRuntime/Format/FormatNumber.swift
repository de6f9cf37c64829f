import MoltABI

// format() of numbers (Python/formatter_unicode.c: format_long_internal, format_float_internal,
// format_complex_internal and the layout of their parts).

/// A number's text in its parts: [sign][prefix]digits[rest], where the rest starts at the decimal point, the exponent
/// or the percent sign. Without digits ('inf', a character) all of it is the rest.
private struct NumberParts {
  var negative = false
  var prefix: StrView
  var digits: StrView
  var rest: StrView
}

private func groupSize(_ grouping: Grouping) -> Int { grouping == .none ? 0 : grouping == .underscoreFour ? 4 : 3 }

/// Length of the digits with separators, filled with zeros up to a width.
private func groupedLength(_ count: Int, _ minimum: Int, _ size: Int) -> Int {
  if size == 0 { return max(max(count, minimum), 1) }
  var remaining = count
  var wanted = minimum
  var total = 0
  var isFirst = true
  while true {
    let n = min(size, max(max(remaining, wanted), 1))
    total += n + (isFirst ? 0 : 1)
    isFirst = false
    remaining -= min(max(remaining, 0), n)
    wanted -= n
    if remaining <= 0 && wanted <= 0 { return total }
    wanted -= 1
  }
}

/// Appends digits with separators, with zeros in front up to `length` characters.
private func appendGrouped(_ b: inout StringBuilder, _ digits: StrView, _ length: Int, _ size: Int, _ separator: UInt32)
{
  if size == 0 {
    b.append(repeating: 48, length - digits.count)
    b.append(digits)
    return
  }
  for i in 0..<length {
    let fromEnd = length - 1 - i
    if fromEnd % (size + 1) == size {
      b.append(codePoint: separator)
    } else {
      let position = digits.count - 1 - (fromEnd - fromEnd / (size + 1))
      b.append(codePoint: position >= 0 ? digits[position] : 48)
    }
  }
}

/// Lays out the parts as the spec asks: padding, sign, prefix, padding, grouped digits, rest, padding.
private func appendNumber(_ b: inout StringBuilder, _ parts: NumberParts, _ spec: FormatSpec) {
  let sign: UInt32 = parts.negative ? 45 : spec.sign == 43 ? 43 : spec.sign == 32 ? 32 : 0
  let fixed = (sign != 0 ? 1 : 0) + parts.prefix.count + parts.rest.count
  let size = groupSize(spec.grouping)
  let minimum = spec.fill == 48 && spec.align == 61 ? spec.width - fixed : 0
  let length = parts.digits.count == 0 ? 0 : groupedLength(parts.digits.count, minimum, size)
  let padding = max(spec.width - fixed - length, 0)
  var left = 0
  var inner = 0
  var right = 0
  switch spec.align {
  case 60: right = padding
  case 94:
    left = padding / 2
    right = padding - left
  case 61: inner = padding
  default: left = padding
  }
  b.append(repeating: spec.fill, left)
  if sign != 0 { b.append(codePoint: sign) }
  b.append(parts.prefix)
  b.append(repeating: spec.fill, inner)
  if length > 0 { appendGrouped(&b, parts.digits, length, size, spec.grouping == .comma ? 44 : 95) }
  b.append(parts.rest)
  b.append(repeating: spec.fill, right)
}

// --------------------------------------------------------------------------------------------------------------- int

/// format(int, spec) for an int, bool or instance of a subclass.
func formatInt(_ v: Value, _ text: StrView) -> Value {
  if text.count == 0 { return isExactIntValue(v) ? intToString(v) : strOf(v) }
  guard let spec = FormatSpec.parse(text, type: 100, align: 62, v) else { return .null }
  switch spec.type {
  case 98, 99, 100, 111, 120, 88, 110: return formatWhole(v, spec)
  case 101, 69, 102, 70, 103, 71, 37:
    var x = 0.0
    return intToFiniteDouble(exactInt(v), &x) ? formatDouble(x, spec) : .null
  default: return raiseUnknownFormatCode(spec.type, v)
  }
}

private func isExactIntValue(_ v: Value) -> Bool {
  v.isSmallInt || (v.isObject && v.object.pointee.type == Types.int)
}

private func formatWhole(_ v: Value, _ spec: FormatSpec) -> Value {
  if spec.precision != -1 {
    return raise(Exceptions.valueError, "Precision not allowed in integer format specifier")
  }
  if spec.dropsNegativeZero {
    return raise(Exceptions.valueError, "Negative zero coercion (z) not allowed in integer format specifier")
  }
  let a = exactInt(v)
  if spec.type == 99 { return formatCharacter(a, spec) }
  let base = spec.type == 98 ? 2 : spec.type == 111 ? 8 : spec.type == 120 || spec.type == 88 ? 16 : 10
  var digits = StringBuilder()
  if !appendInt(&digits, a, base: base, uppercase: spec.type == 88) {
    digits.discard()
    return .null
  }
  if spec.isPlain && !spec.isAlternate { return digits.finish() }
  let number = digits.finish()
  let view = StrView(number)
  let negative = isNegativeInt(a)
  let prefix: StaticString =
    !spec.isAlternate
    ? ""
    : spec.type == 98
      ? "0b"
      : spec.type == 111
        ? "0o"
        : spec.type == 120
          ? "0x"
          : spec.type == 88 ? "0X" : ""
  var b = StringBuilder()
  appendNumber(
    &b,
    NumberParts(
      negative: negative, prefix: StrView(prefix), digits: view.slice(negative ? 1 : 0, view.count), rest: StrView("")),
    spec)
  release(number)
  return b.finish()
}

private func formatCharacter(_ a: Value, _ spec: FormatSpec) -> Value {
  if spec.sign != 0 {
    return raise(Exceptions.valueError, "Sign not allowed with integer format specifier 'c'")
  }
  if spec.isAlternate {
    return raise(Exceptions.valueError, "Alternate form (#) not allowed with integer format specifier 'c'")
  }
  var n: Int64 = 0
  if !toInt64(a, &n) { return raise(Exceptions.overflowError, "Python int too large to convert to C long") }
  if n < 0 || n > 0x10ffff { return raise(Exceptions.overflowError, "%c arg not in range(0x110000)") }
  let character = makeCharacter(UInt32(n))
  var b = StringBuilder()
  appendNumber(
    &b, NumberParts(prefix: StrView(""), digits: StrView(""), rest: StrView(character)), spec)
  release(character)
  return b.finish()
}

// ------------------------------------------------------------------------------------------------------------- float

func formatFloat(_ v: Value, _ text: StrView) -> Value {
  if text.count == 0 { return typeOf(v) == Types.float ? floatRepr(floatValue(v)) : strOf(v) }
  guard let spec = FormatSpec.parse(text, type: 0, align: 62, v) else { return .null }
  switch spec.type {
  case 0, 101, 69, 102, 70, 103, 71, 110, 37: return formatDouble(floatValue(v), spec)
  default: return raiseUnknownFormatCode(spec.type, v)
  }
}

/// The text of a double for a spec's type and precision, before signs and widths.
private func floatFormat(_ spec: FormatSpec) -> FloatFormat {
  var type = spec.type
  var precision = spec.precision
  var format = FloatFormat(code: 102)
  var usual = 6
  if type == 0 {
    format.addsDotZero = true
    type = 114
    usual = 0
  }
  if type == 110 { type = 103 }
  if type == 37 { type = 102 }
  if precision < 0 { precision = usual } else if type == 114 { type = 103 }
  format.isUppercase = type == 69 || type == 70 || type == 71
  format.code = UInt8(type | 0x20)
  format.precision = precision
  format.isAlternate = spec.isAlternate
  format.dropsNegativeZero = spec.dropsNegativeZero
  return format
}

func formatDouble(_ x: Double, _ spec: FormatSpec) -> Value {
  if spec.precision > Int(Int32.max) { return raise(Exceptions.valueError, "precision too big") }
  let isPercent = spec.type == 37
  var number = StringBuilder()
  appendFloat(&number, isPercent ? x * 100 : x, floatFormat(spec))
  if isPercent { number.append(codePoint: 37) }
  if spec.isPlain { return number.finish() }
  let text = number.finish()
  var b = StringBuilder()
  appendNumber(&b, partsOf(StrView(text)), spec)
  release(text)
  return b.finish()
}

private func partsOf(_ view: StrView) -> NumberParts {
  let negative = view.count > 0 && view[0] == 45
  let start = negative ? 1 : 0
  var end = start
  while end < view.count && view[end] >= 48 && view[end] <= 57 { end += 1 }
  return NumberParts(
    negative: negative, prefix: StrView(""), digits: view.slice(start, end), rest: view.slice(end, view.count))
}

// ----------------------------------------------------------------------------------------------------------- complex

func formatComplex(_ v: Value, _ text: StrView) -> Value {
  if text.count == 0 { return strOf(v) }
  guard var spec = FormatSpec.parse(text, type: 0, align: 62, v) else { return .null }
  switch spec.type {
  case 0, 101, 69, 102, 70, 103, 71, 110: break
  default: return raiseUnknownFormatCode(spec.type, v)
  }
  if spec.precision > Int(Int32.max) { return raise(Exceptions.valueError, "precision too big") }
  if spec.fill == 48 {
    return raise(Exceptions.valueError, "Zero padding is not allowed in complex format specifier")
  }
  if spec.align == 61 {
    return raise(Exceptions.valueError, "'=' alignment flag is not allowed in complex format specifier")
  }
  let c = complexValue(v)
  var format = floatFormat(spec)
  format.addsDotZero = false
  let isBare = spec.type == 0
  let skipsReal = isBare && c.real == 0 && c.real.sign == .plus
  let width = spec.width
  spec.width = -1
  var b = StringBuilder()
  if isBare && !skipsReal { b.append(codePoint: 40) }
  if !skipsReal {
    appendPart(&b, c.real, format, spec)
    spec.sign = 43
  }
  appendPart(&b, c.imaginary, format, spec)
  b.append(codePoint: 106)
  if isBare && !skipsReal { b.append(codePoint: 41) }
  let number = b.finish()
  spec.width = width
  let result = padded(StrView(number), spec)
  release(number)
  return result
}

private func appendPart(_ b: inout StringBuilder, _ x: Double, _ format: FloatFormat, _ spec: FormatSpec) {
  var number = StringBuilder()
  appendFloat(&number, x, format)
  let text = number.finish()
  appendNumber(&b, partsOf(StrView(text)), spec)
  release(text)
}

/// Text with the spec's padding around it.
func padded(_ text: StrView, _ spec: FormatSpec) -> Value {
  let padding = max(spec.width - text.count, 0)
  let left = spec.align == 62 ? padding : spec.align == 94 ? padding / 2 : 0
  var b = StringBuilder(capacity: text.count + padding)
  b.append(repeating: spec.fill, left)
  b.append(text)
  b.append(repeating: spec.fill, padding - left)
  return b.finish()
}
