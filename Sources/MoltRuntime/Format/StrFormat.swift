import MoltABI

// str.format and str.format_map (Objects/stringlib/unicode_format.h).

/// Where the fields of a template find their values.
private struct FieldSource {
  var arguments: Arguments?
  var count = 0
  var names = Value.null  // tuple of keyword names; their values follow the positional ones
  var mapping = Value.null  // format_map: the only source
  var nextIndex = 0
  var isAutomatic = false
  var isManual = false
}

func addStrFormatMethods(_ t: TypePointer) {
  addMethod(
    t, "format", 0, -1,
    { v, args, count, names in
      var source = FieldSource(arguments: args, count: Int(count), names: names)
      return buildText(StrView(v), &source, 2)
    })
  addMethod(
    t, "format_map", 1, 1,
    { v, args, _, _ in
      var source = FieldSource(mapping: args.unsafelyUnwrapped[0])
      return buildText(StrView(v), &source, 2)
    })
  addMethod(t, "__format__", 1, 1, { v, args, _, _ in formatMethod(v, args.unsafelyUnwrapped[0], formatText) })
}

private func failed(_ message: StaticString) -> Bool {
  raise(Exceptions.valueError, message)
  return false
}

private func buildText(_ template: StrView, _ source: inout FieldSource, _ depth: Int) -> Value {
  if depth <= 0 { return raise(Exceptions.valueError, "Max string recursion exceeded") }
  var b = StringBuilder()
  if !appendTemplate(&b, template, &source, depth) {
    b.discard()
    return .null
  }
  return b.finish()
}

private func appendTemplate(_ b: inout StringBuilder, _ t: StrView, _ source: inout FieldSource, _ depth: Int) -> Bool {
  var i = 0
  while i < t.count {
    let start = i
    while i < t.count && t[i] != 123 && t[i] != 125 { i += 1 }
    b.append(t.slice(start, i))
    if i == t.count { return true }
    let c = t[i]
    i += 1
    let doubles = i < t.count && t[i] == c
    if doubles {
      b.append(codePoint: c)
      i += 1
      continue
    }
    if c == 125 { return failed("Single '}' encountered in format string") }
    if i == t.count { return failed("Single '{' encountered in format string") }
    if !appendField(&b, t, &i, &source, depth) { return false }
  }
  return true
}

/// Parses the field whose '{' ends at `i` and appends its text.
private func appendField(
  _ b: inout StringBuilder, _ t: StrView, _ i: inout Int, _ source: inout FieldSource, _ depth: Int
) -> Bool {
  let nameStart = i
  var c: UInt32 = 0
  scan: while i < t.count {
    c = t[i]
    i += 1
    switch c {
    case 123: return failed("unexpected '{' in field name")
    case 91: while i < t.count && t[i] != 93 { i += 1 }
    case 125, 58, 33: break scan
    default: break
    }
  }
  let isEnded = c == 125 || c == 58 || c == 33
  let name = t.slice(nameStart, isEnded ? i - 1 : i)
  var conversion: UInt32 = 0
  var spec = t.slice(i, i)
  var expands = false
  if c == 33 || c == 58 {
    var isDone = false
    if c == 33 {
      if i >= t.count { return failed("end of string while looking for conversion specifier") }
      conversion = t[i]
      i += 1
      if i < t.count {
        c = t[i]
        i += 1
        if c == 125 { isDone = true } else if c != 58 { return failed("expected ':' after conversion specifier") }
      }
    }
    if !isDone {
      let specStart = i
      var level = 1
      while i < t.count && level > 0 {
        if t[i] == 123 {
          expands = true
          level += 1
        } else if t[i] == 125 {
          level -= 1
        }
        i += 1
      }
      if level > 0 { return failed("unmatched '{' in format spec") }
      spec = t.slice(specStart, i - 1)
    }
  } else if c != 125 {
    return failed("expected '}' before end of string")
  }
  return appendFieldValue(&b, name, conversion, spec, expands, &source, depth)
}

private func appendFieldValue(
  _ b: inout StringBuilder, _ name: StrView, _ conversion: UInt32, _ spec: StrView, _ expands: Bool,
  _ source: inout FieldSource, _ depth: Int
) -> Bool {
  var value = fieldValue(name, &source)
  if value.isNull { return false }
  if conversion != 0 {
    if conversion != 114 && conversion != 115 && conversion != 97 {
      release(value)
      raise(Exceptions.valueError) { m in
        m.append("Unknown conversion specifier ")
        if conversion > 32 && conversion < 127 {
          m.append(codePoint: conversion)
        } else {
          m.append("\\x")
          appendHexNumber(&m, conversion)
        }
      }
      return false
    }
    let text = converted(value, conversion)
    release(value)
    if text.isNull { return false }
    value = text
  }
  let specText = expands ? buildText(spec, &source, depth - 1) : makeString(spec)
  if specText.isNull {
    release(value)
    return false
  }
  let text = formatValue(value, specText)
  release(value)
  release(specText)
  if text.isNull { return false }
  b.append(text)
  release(text)
  return true
}

/// Appends a number in hexadecimal without leading zeros.
func appendHexNumber(_ b: inout StringBuilder, _ n: UInt32) { _ = appendInt(&b, Value(smallInt: Int64(n)), base: 16) }

/// The object a field name stands for, such as `0.name[key]`; owned.
private func fieldValue(_ name: StrView, _ source: inout FieldSource) -> Value {
  var i = 0
  while i < name.count && name[i] != 46 && name[i] != 91 { i += 1 }
  var value = firstValue(name.slice(0, i), &source)
  while !value.isNull && i < name.count {
    let c = name[i]
    i += 1
    let start = i
    var next = Value.null
    if c == 46 {
      while i < name.count && name[i] != 46 && name[i] != 91 { i += 1 }
      if i == start {
        raise(Exceptions.valueError, "Empty attribute in format string")
      } else {
        let key = makeString(name.slice(start, i))
        next = getAttribute(value, key)
        release(key)
      }
    } else if c == 91 {
      while i < name.count && name[i] != 93 { i += 1 }
      if i == name.count {
        raise(Exceptions.valueError, "Missing ']' in format string")
      } else if i == start {
        raise(Exceptions.valueError, "Empty attribute in format string")
      } else {
        next = item(value, name.slice(start, i))
        i += 1
      }
    } else {
      raise(Exceptions.valueError, "Only '.' or '[' may follow ']' in format field specifier")
    }
    release(value)
    value = next
  }
  return value
}

/// value[key], where a key of digits only is an int.
private func item(_ value: Value, _ key: StrView) -> Value {
  var number = -1
  if !wholeNumber(key, &number) { return .null }
  if number >= 0 { return getItem(value, makeInt(number)) }
  let text = makeString(key)
  let result = getItem(value, text)
  release(text)
  return result
}

/// The number that a text of decimal digits only is, else -1; false: ValueError for too many digits.
private func wholeNumber(_ text: StrView, _ out: inout Int) -> Bool {
  out = -1
  if text.count == 0 { return true }
  for i in 0..<text.count where decimalValue(text[i]) < 0 { return true }
  var i = 0
  return readNumber(text, &i, &out)
}

private func firstValue(_ name: StrView, _ source: inout FieldSource) -> Value {
  var index = -1
  if !wholeNumber(name, &index) { return .null }
  if name.count == 0 || index >= 0 {
    if name.count == 0 {
      if source.isManual {
        return raise(
          Exceptions.valueError, "cannot switch from manual field specification to automatic field numbering")
      }
      source.isAutomatic = true
      index = source.nextIndex
      source.nextIndex += 1
    } else {
      if source.isAutomatic {
        return raise(
          Exceptions.valueError, "cannot switch from automatic field numbering to manual field specification")
      }
      source.isManual = true
    }
    if !source.mapping.isNull { return raise(Exceptions.valueError, "Format string contains positional fields") }
    if index >= source.count {
      return raise(Exceptions.indexError) { b in
        b.append("Replacement index ")
        b.append(int: index)
        b.append(" out of range for positional args tuple")
      }
    }
    return retained(source.arguments.unsafelyUnwrapped[index])
  }
  let key = makeString(name)
  defer { release(key) }
  if !source.mapping.isNull { return getItem(source.mapping, key) }
  if !source.names.isNull {
    for i in 0..<tupleCount(source.names) where stringsEqual(tupleItems(source.names)[i], key) {
      return retained(source.arguments.unsafelyUnwrapped[source.count + i])
    }
  }
  return raiseValue(Exceptions.keyError, key)
}
