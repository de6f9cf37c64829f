import MoltABI

// format() of any value, and the fields of f-strings.

/// format(str, spec).
func formatText(_ v: Value, _ text: StrView) -> Value {
  if text.count == 0 { return isExactStr(v) ? retained(v) : strOf(v) }
  guard let spec = FormatSpec.parse(text, type: 115, align: 60, v) else { return .null }
  if spec.type != 115 { return raiseUnknownFormatCode(spec.type, v) }
  if spec.sign != 0 {
    return raise(
      Exceptions.valueError,
      spec.sign == 32 ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier")
  }
  if spec.dropsNegativeZero {
    return raise(Exceptions.valueError, "Negative zero coercion (z) not allowed in string format specifier")
  }
  if spec.isAlternate {
    return raise(Exceptions.valueError, "Alternate form (#) not allowed in string format specifier")
  }
  if spec.align == 61 {
    return raise(Exceptions.valueError, "'=' alignment not allowed in string format specifier")
  }
  let view = StrView(v)
  let cut = spec.precision >= 0 && spec.precision < view.count ? view.slice(0, spec.precision) : view
  if spec.width <= cut.count { return textSlice(v, view, 0, cut.count) }
  return padded(cut, spec)
}

/// The body of a `__format__` method: checks the spec and calls `format`.
func formatMethod(_ v: Value, _ spec: Value, _ format: (Value, StrView) -> Value) -> Value {
  if !requireStrArgument(spec, "__format__() argument must be str, not ") { return .null }
  return format(v, StrView(spec))
}

/// format(v, spec); `spec` is a str or null for none. Null: an exception is set.
func formatValue(_ v: Value, _ spec: Value) -> Value {
  let text = spec.isNull ? StrView("") : StrView(spec)
  if isExactStr(v) { return formatText(v, text) }
  if v.isSmallInt { return formatInt(v, text) }
  if v.isFloat { return formatFloat(v, text) }
  let method = lookupSpecial(v, Names.format)
  if method.isNull {
    if !molt_thread.exception.isNull { return .null }
    return raise(Exceptions.typeError) { b in
      b.append("Type ")
      b.append(typeName(v))
      b.append(" doesn't define __format__")
    }
  }
  let argument = spec.isNull ? emptyString() : retained(spec)
  let result = call1(method, argument)
  release(method)
  release(argument)
  if result.isNull { return .null }
  if isStr(result) { return result }
  raise(Exceptions.typeError) { b in
    b.append("__format__ must return a str, not ")
    b.append(typeName(result))
  }
  release(result)
  return .null
}

/// Applies a conversion: ASCII s, r or a; anything else is none. Owned; null with an exception set.
func converted(_ v: Value, _ conversion: UInt32) -> Value {
  switch conversion {
  case 115: return strOf(v)
  case 114: return reprOf(v)
  case 97: return asciiOf(v)
  default: return retained(v)
  }
}

/// A field of an f-string: value, spec str or 0, conversion: 0 none, 1 str, 2 repr, 3 ascii.
@c(molt_format) func molt_format(_ v: Value, _ spec: Value, _ conversion: Int32) -> Value {
  if conversion == 0 { return formatValue(v, spec) }
  let text = converted(v, conversion == 1 ? 115 : conversion == 2 ? 114 : 97)
  if text.isNull || spec.isNull && isExactStr(text) { return text }
  let result = formatValue(text, spec)
  release(text)
  return result
}
