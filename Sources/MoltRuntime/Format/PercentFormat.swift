import MoltABI

// The % operator of str and bytes (Objects/unicodeobject.c: PyUnicode_Format; Objects/bytesobject.c:
// _PyBytes_FormatEx). A bytes template is read as Latin-1 text; what it produces has no character above U+00FF and is
// made bytes at the end.

/// template % arguments for a str.
func formatPercent(_ template: Value, _ arguments: Value) -> Value {
  var f = PercentFormatter(StrView(template), arguments, isBytes: false)
  return f.run()
}

/// template % arguments for a bytes-like template; the result is a bytes object.
func formatPercentBytes(_ template: BytesView, _ arguments: Value) -> Value {
  var f = PercentFormatter(template.text, arguments, isBytes: true)
  let text = f.run()
  if text.isNull { return .null }
  let view = StrView(text)
  let result = makeBytes(view.bytes, view.count)
  release(text)
  return result
}

private struct PercentFormatter {
  let template: StrView
  let isBytes: Bool
  let arguments: Value
  let isTuple: Bool
  let isMapping: Bool
  var next = 0
  var keyed = Value.null  // the value of %(key), owned, until it is used
  var isKeyedTaken = false
  var usedKeys = false
  var b = StringBuilder()
  var i = 0

  // The conversion being read.
  var isLeft = false
  var showsSign = false
  var showsBlank = false
  var isAlternate = false
  var isZeroFilled = false
  var width = -1
  var precision = -1

  init(_ template: StrView, _ arguments: Value, isBytes: Bool) {
    self.template = template
    self.arguments = arguments
    self.isBytes = isBytes
    isTuple = MoltRuntime.isTuple(arguments)
    isMapping =
      !isTuple && !isStr(arguments) && !(isBytes && isBytesLike(arguments))
      && typeOf(arguments).pointee.getItem != nil
  }

  mutating func run() -> Value {
    while i < template.count {
      let start = i
      let at = findCharacter(template, 37, from: i)
      i = at < 0 ? template.count : at
      b.append(template.slice(start, i))
      if at < 0 { break }
      i += 1
      if i < template.count && template[i] == 37 {
        b.append(codePoint: 37)
        i += 1
        continue
      }
      if !conversion() {
        releaseIfBound(keyed)
        b.discard()
        return .null
      }
    }
    if !isMapping && !(usedKeys) {
      let isUsedUp = isTuple ? next >= tupleCount(arguments) : next > 0
      if !isUsedUp {
        b.discard()
        return raise(
          Exceptions.typeError,
          isBytes
            ? "not all arguments converted during bytes formatting"
            : "not all arguments converted during string formatting")
      }
    }
    return b.finish()
  }

  private func failed(_ type: TypePointer, _ message: StaticString) -> Bool {
    raise(type, message)
    return false
  }

  /// The next argument, borrowed; null: TypeError.
  private mutating func argument() -> Value {
    if !keyed.isNull && !isKeyedTaken {
      isKeyedTaken = true
      return keyed
    }
    if isTuple {
      if next < tupleCount(arguments) {
        next += 1
        return tupleItems(arguments)[next - 1]
      }
    } else if next == 0 && !usedKeys {
      next = 1
      return arguments
    }
    return raise(Exceptions.typeError, "not enough arguments for format string")
  }

  /// Reads and performs the conversion whose '%' ends at `i`.
  private mutating func conversion() -> Bool {
    isLeft = false
    showsSign = false
    showsBlank = false
    isAlternate = false
    isZeroFilled = false
    width = -1
    precision = -1
    if i < template.count && template[i] == 40 && !key() { return false }
    flags: while i < template.count {
      switch template[i] {
      case 45: isLeft = true
      case 43: showsSign = true
      case 32: showsBlank = true
      case 35: isAlternate = true
      case 48: isZeroFilled = true
      default: break flags
      }
      i += 1
    }
    guard let wanted = number("width too big", isWidth: true) else { return false }
    width = wanted
    if width < -1 {
      isLeft = true
      width = -(width + 1)
    }
    if i < template.count && template[i] == 46 {
      i += 1
      guard let digits = number("precision too big", isWidth: false) else { return false }
      precision = max(digits, 0)
    }
    if i < template.count && (template[i] == 104 || template[i] == 108 || template[i] == 76) { i += 1 }
    if i >= template.count { return failed(Exceptions.valueError, "incomplete format") }
    let c = template[i]
    i += 1
    let v = argument()
    if v.isNull { return false }
    let isDone = append(v, c)
    releaseIfBound(keyed)
    keyed = .null
    return isDone
  }

  /// Reads %(key) and looks its value up.
  private mutating func key() -> Bool {
    if !isMapping { return failed(Exceptions.typeError, "format requires a mapping") }
    i += 1
    let start = i
    var level = 1
    while i < template.count && level > 0 {
      if template[i] == 41 { level -= 1 } else if template[i] == 40 { level += 1 }
      i += 1
    }
    if level > 0 { return failed(Exceptions.valueError, "incomplete format key") }
    let name = template.slice(start, i - 1)
    let key = isBytes ? makeBytes(name.bytes, name.count) : makeString(name)
    keyed = getItem(arguments, key)
    release(key)
    usedKeys = true
    isKeyedTaken = false
    return !keyed.isNull
  }

  /// Reads a width or precision: digits, or '*' for the next argument, of which a negative one comes out one less, so
  /// that -1 still says that none is given. Nil: an exception is set.
  private mutating func number(_ tooBig: StaticString, isWidth: Bool) -> Int? {
    if i < template.count && template[i] == 42 {
      i += 1
      let v = argument()
      if v.isNull { return nil }
      var n: Int64 = 0
      if !isInt(v) {
        raise(Exceptions.typeError, "* wants int")
        return nil
      }
      if !toInt64(v, &n) || n.magnitude > UInt64(isWidth ? Int64(Int.max) : Int64(Int32.max)) {
        raise(Exceptions.overflowError, tooBig)
        return nil
      }
      return n < 0 ? Int(n) - 1 : Int(n)
    }
    var n = -1
    while i < template.count && template[i] >= 48 && template[i] <= 57 {
      let digit = Int(template[i]) - 48
      if max(n, 0) > ((isWidth ? Int.max : Int(Int32.max)) - digit) / 10 {
        raise(Exceptions.valueError, tooBig)
        return nil
      }
      n = max(n, 0) * 10 + digit
      i += 1
    }
    return n
  }

  private mutating func append(_ v: Value, _ c: UInt32) -> Bool {
    switch c {
    case 115, 114, 97, 98: return c == 98 && !isBytes ? unsupported(c) : appendObject(v, c)
    case 100, 105, 117, 111, 120, 88: return appendWhole(v, c)
    case 101, 69, 102, 70, 103, 71:
      var x = 0.0
      if !toDouble(v, &x) {
        if isBytes && exceptionMatches(Exceptions.typeError) {
          clearException()
          raiseTypeError("float argument required, not ", v, "")
        }
        return false
      }
      var format = FloatFormat(code: UInt8(c | 0x20), precision: precision < 0 ? 6 : precision)
      format.isUppercase = c < 97
      format.isAlternate = isAlternate
      var number = StringBuilder()
      appendFloat(&number, x, format)
      appendPadded(number.finish(), isNumber: true, prefix: 0)
      return true
    case 99: return appendCharacter(v)
    default: return unsupported(c)
    }
  }

  private func unsupported(_ c: UInt32) -> Bool {
    let position = i - 1
    raise(Exceptions.valueError) { m in
      m.append("unsupported format character '")
      m.append(codePoint: c >= 31 && c <= 126 ? c : 63)
      m.append("' (0x")
      appendHexNumber(&m, c)
      m.append(") at index ")
      m.append(int: position)
    }
    return false
  }

  private mutating func appendObject(_ v: Value, _ c: UInt32) -> Bool {
    var text: Value
    if isBytes && (c == 115 || c == 98) {
      let bytes = bytesForPercent(v)
      if bytes.isNull { return false }
      text = makeString(BytesView(bytes).text)
      release(bytes)
    } else {
      text = isBytes ? asciiOf(v) : converted(v, c)
    }
    if text.isNull { return false }
    let view = StrView(text)
    if precision >= 0 && precision < view.count {
      let cut = makeString(view.slice(0, precision))
      release(text)
      text = cut
    }
    appendPadded(text, isNumber: false, prefix: 0)
    return true
  }

  private mutating func appendWhole(_ v: Value, _ c: UInt32) -> Bool {
    let base = c == 111 ? 8 : c | 0x20 == 120 ? 16 : 10
    var number = Value.null
    if isInt(v) {
      number = retained(exactInt(v))
    } else {
      let type = typeOf(v)
      let canConvert =
        base == 10 ? v.isFloat || type.pointee.toInt != nil || type.pointee.toIndex != nil : type.pointee.toIndex != nil
      if canConvert {
        number = base == 10 ? intOf(v) : indexValue(v)
        if number.isNull { return false }
      } else {
        raise(Exceptions.typeError) { m in
          m.append(codePoint: 37)
          m.append(codePoint: isBytes && c == 105 ? 100 : c)
          m.append(base == 10 ? " format: a real number is required, not " : " format: an integer is required, not ")
          m.append(typeName(v))
        }
        return false
      }
    }
    var digits = StringBuilder()
    let isGood = appendInt(&digits, number, base: base, uppercase: c == 88)
    let negative = isNegativeInt(number)
    release(number)
    if !isGood {
      digits.discard()
      return false
    }
    let plain = digits.finish()
    let view = StrView(plain)
    let prefix = isAlternate && base != 10 ? 2 : 0
    let count = view.count - (negative ? 1 : 0)
    if prefix == 0 && precision <= count {
      appendPadded(plain, isNumber: true, prefix: 0)
      return true
    }
    var full = StringBuilder()
    if negative { full.append(codePoint: 45) }
    if prefix > 0 {
      full.append(codePoint: 48)
      full.append(codePoint: c)
    }
    full.append(repeating: 48, precision - count)
    full.append(view.slice(negative ? 1 : 0, view.count))
    release(plain)
    let padded = full.finish()
    if padded.isNull { return false }
    appendPadded(padded, isNumber: true, prefix: prefix)
    return true
  }

  private mutating func appendCharacter(_ v: Value) -> Bool {
    if isBytes { return appendByte(v) }
    if isStr(v) {
      if StrView(v).count != 1 { return failed(Exceptions.typeError, "%c requires int or char") }
      appendPadded(makeCharacter(StrView(v)[0]), isNumber: false, prefix: 0)
      return true
    }
    if !isInt(v) && typeOf(v).pointee.toIndex == nil { return failed(Exceptions.typeError, "%c requires int or char") }
    let index = indexValue(v)
    if index.isNull { return false }
    var n: Int64 = 0
    let isInRange = toInt64(index, &n) && n >= 0 && n <= 0x10ffff
    release(index)
    if !isInRange { return failed(Exceptions.overflowError, "%c arg not in range(0x110000)") }
    appendPadded(makeCharacter(UInt32(n)), isNumber: false, prefix: 0)
    return true
  }

  private mutating func appendByte(_ v: Value) -> Bool {
    if isBytesLike(v) && BytesView(v).count == 1 {
      appendPadded(makeCharacter(UInt32(BytesView(v)[0])), isNumber: false, prefix: 0)
      return true
    }
    var n: Int64 = 0
    if !isBytesLike(v) && (isInt(v) || typeOf(v).pointee.toIndex != nil) {
      let index = indexValue(v)
      if index.isNull { return false }
      let isInRange = toInt64(index, &n) && n >= 0 && n <= 255
      release(index)
      if !isInRange { return failed(Exceptions.overflowError, "%c arg not in range(256)") }
      appendPadded(makeCharacter(UInt32(n)), isNumber: false, prefix: 0)
      return true
    }
    return failed(Exceptions.typeError, "%c requires an integer in range(256) or a single byte")
  }

  /// Appends a converted text (consumed) with sign, padding and, for a number with `prefix` 2, zeros behind the 0x.
  private mutating func appendPadded(_ text: Value, isNumber: Bool, prefix: Int) {
    let view = StrView(text)
    var start = 0
    var sign: UInt32 = 0
    if isNumber {
      if view.count > 0 && (view[0] == 45 || view[0] == 43) {
        sign = view[0]
        start = 1
      } else if showsSign {
        sign = 43
      } else if showsBlank {
        sign = 32
      }
    }
    let length = view.count - start + (sign != 0 ? 1 : 0)
    let padding = max(width - length, 0)
    let fillsZeros = isNumber && isZeroFilled
    if !isLeft && !fillsZeros { b.append(repeating: 32, padding) }
    if sign != 0 { b.append(codePoint: sign) }
    b.append(view.slice(start, start + prefix))
    if !isLeft && fillsZeros { b.append(repeating: 48, padding) }
    b.append(view.slice(start + prefix, view.count))
    if isLeft { b.append(repeating: 32, padding) }
    release(text)
  }
}
