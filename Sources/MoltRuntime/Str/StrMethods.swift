import MoltABI

// The methods of str: argument checks around the functions of the other files in this folder.

/// TypeError "NAME() argument N must be str, not T" unless `v` is a str; N 0: "NAME() argument must be str, not T".
func requireStr(_ v: Value, _ name: StaticString, _ argument: Int) -> Bool {
  if isStr(v) { return true }
  raise(Exceptions.typeError) { b in
    b.append(name)
    b.append("() argument ")
    if argument > 0 {
      b.append(int: argument)
      b.append(codePoint: 32)
    }
    b.append("must be str, not ")
    b.append(argumentTypeName(v))
  }
  return false
}

/// The same for an argument that has a name: `words` and the type, unless `v` is a str.
func requireStrArgument(_ v: Value, _ words: StaticString) -> Bool {
  if isStr(v) { return true }
  raise(Exceptions.typeError) { b in
    b.append(words)
    b.append(argumentTypeName(v))
  }
  return false
}

/// TypeError "must be str, not T" unless `v` is a str.
func requireStr(_ v: Value, _ words: StaticString = "must be str, not ") -> Bool {
  if isStr(v) { return true }
  raise(Exceptions.typeError) { b in
    b.append(words)
    b.append(typeName(v))
  }
  return false
}

/// An optional start or end argument (`_PyEval_SliceIndex`); false: an exception is set.
func sliceBound(_ v: Value, _ out: inout Int) -> Bool {
  if v.isNull || v.isNone { return true }
  if !isInt(v) && typeOf(v).pointee.toIndex == nil {
    raise(Exceptions.typeError, "slice indices must be integers or None or have an __index__ method")
    return false
  }
  return indexOf(v, &out)
}

/// Start and end arguments (args[1], args[2]) clipped to a length; false: an exception is set.
func searchRange(_ args: Arguments, _ count: Int32, _ length: Int, _ start: inout Int, _ end: inout Int) -> Bool {
  start = 0
  end = Int.max
  if count > 1 && !sliceBound(args[1], &start) { return false }
  if count > 2 && !sliceBound(args[2], &end) { return false }
  if end > length { end = length } else if end < 0 { end = max(end + length, 0) }
  if start < 0 { start = max(start + length, 0) }
  return true
}

/// Whether a search method got one to three positional arguments (`_PyArg_ParseTuple` of "O|OO"); false: TypeError.
func takesSearchArguments(_ v: Value, _ name: StaticString, _ count: Int32, _ names: Value) -> Bool {
  if !names.isNull && tupleCount(names) > 0 {
    raise(Exceptions.typeError) { b in
      b.append(isStr(v) ? "str." : isBytes(v) ? "bytes." : "bytearray.")
      b.append(name)
      b.append("() takes no keyword arguments")
    }
    return false
  }
  if count >= 1 && count <= 3 { return true }
  raise(Exceptions.typeError) { b in
    b.append(name)
    b.append(count < 1 ? "() takes at least 1 argument (" : "() takes at most 3 arguments (")
    b.append(int: Int(count))
    b.append(" given)")
  }
  return false
}

/// find and its kin; -1: absent, -2: an exception is set.
private func find(_ v: Value, _ args: Arguments, _ count: Int32, fromRight: Bool) -> Int {
  if !requireStr(args[0]) { return -2 }
  let text = StrView(v)
  var start = 0
  var end = 0
  if !searchRange(args, count, text.count, &start, &end) { return -2 }
  if start > end { return -1 }
  let part = text.slice(start, end)
  let at = fromRight ? findLastText(part, StrView(args[0])) : findText(part, StrView(args[0]))
  return at < 0 ? -1 : at + start
}

private func findResult(_ at: Int, raises: Bool) -> Value {
  if at == -2 { return .null }
  if at < 0 && raises { return raise(Exceptions.valueError, "substring not found") }
  return makeInt(at)
}

private func countMethod(_ v: Value, _ args: Arguments, _ count: Int32) -> Value {
  if !requireStr(args[0]) { return .null }
  let text = StrView(v)
  var start = 0
  var end = 0
  if !searchRange(args, count, text.count, &start, &end) { return .null }
  return start > end ? Value(smallInt: 0) : makeInt(countText(text.slice(start, end), StrView(args[0])))
}

/// startswith and endswith.
private func affix(_ v: Value, _ args: Arguments, _ count: Int32, atEnd: Bool) -> Value {
  let text = StrView(v)
  var start = 0
  var end = 0
  if !searchRange(args, count, text.count, &start, &end) { return .null }
  func matches(_ part: Value) -> Bool {
    let p = StrView(part)
    if start > end || p.count > end - start { return false }
    return matchesAt(text, atEnd ? end - p.count : start, p)
  }
  if isTuple(args[0]) {
    let items = tupleItems(args[0])
    for i in 0..<tupleCount(args[0]) {
      if !isStr(items[i]) {
        return raise(Exceptions.typeError) { b in
          b.append(
            atEnd
              ? "tuple for endswith must only contain str, not " : "tuple for startswith must only contain str, not ")
          b.append(typeName(items[i]))
        }
      }
      if matches(items[i]) { return .true }
    }
    return .false
  }
  let words: StaticString =
    atEnd
    ? "endswith first arg must be str or a tuple of str, not "
    : "startswith first arg must be str or a tuple of str, not "
  return requireStr(args[0], words) ? Value(matches(args[0])) : .null
}

private func split(_ v: Value, _ args: Arguments, fromRight: Bool) -> Value {
  var limit = -1
  if !args[1].isNull && !methodIndex(args[1], &limit) { return .null }
  let separator = args[0]
  if separator.isNull || separator.isNone {
    return fromRight ? splitSpacesFromRight(v, limit) : splitSpaces(v, limit)
  }
  if !requireStr(separator, "must be str or None, not ") { return .null }
  let s = StrView(separator)
  if s.count == 0 { return raise(Exceptions.valueError, "empty separator") }
  return fromRight ? splitAtFromRight(v, s, limit) : splitAt(v, s, limit)
}

private func partition(_ v: Value, _ separator: Value, fromRight: Bool) -> Value {
  if !requireStr(separator) { return .null }
  if StrView(separator).count == 0 { return raise(Exceptions.valueError, "empty separator") }
  return partitionText(v, separator, fromRight: fromRight)
}

private func strip(_ v: Value, _ args: Arguments?, _ count: Int32, _ side: StripSide) -> Value {
  let characters = count > 0 ? args.unsafelyUnwrapped[0] : .null
  if !characters.isNull && !characters.isNone && !isStr(characters) {
    let words: StaticString =
      side == .both
      ? "strip arg must be None or str"
      : side == .left ? "lstrip arg must be None or str" : "rstrip arg must be None or str"
    return raise(Exceptions.typeError, words)
  }
  return stripText(v, characters, side)
}

/// center, ljust and rjust.
private func justify(_ v: Value, _ args: Arguments, _ count: Int32, _ side: StripSide) -> Value {
  var width = 0
  if !methodIndex(args[0], &width) { return .null }
  var fill: UInt32 = 32
  if count > 1 {
    if !requireStr(args[1], "The fill character must be a unicode character, not ") { return .null }
    if StrView(args[1]).count != 1 {
      return raise(Exceptions.typeError, "The fill character must be exactly one character long")
    }
    fill = StrView(args[1])[0]
  }
  if width > 0 && !hasRoom(width, units: 4) { return .null }
  let pad = max(width - StrView(v).count, 0)
  switch side {
  case .left: return padText(v, 0, pad, fill)
  case .right: return padText(v, pad, 0, fill)
  case .both:
    let left = pad / 2 + (pad & width & 1)
    return padText(v, left, pad - left, fill)
  }
}

private func zeroFill(_ v: Value, _ widthValue: Value) -> Value {
  var width = 0
  if !methodIndex(widthValue, &width) { return .null }
  let text = StrView(v)
  if width <= text.count { return textSlice(v, text, 0, text.count) }
  if !hasRoom(width, units: 4) { return .null }
  var b = StringBuilder(capacity: width)
  let hasSign = text.count > 0 && (text[0] == 43 || text[0] == 45)
  if hasSign { b.append(codePoint: text[0]) }
  b.append(repeating: 48, width - text.count)
  b.append(text.slice(hasSign ? 1 : 0, text.count))
  return b.finish()
}

/// A code point from what a translation table gives, appended; false: an exception is set.
private func appendTranslated(_ b: inout StringBuilder, _ item: Value) -> Bool {
  if item.isNone { return true }
  if isStr(item) {
    b.append(item)
    return true
  }
  if isInt(item) {
    var n: Int64 = 0
    if toInt64(item, &n) && n >= 0 && n < 0x110000 {
      b.append(codePoint: UInt32(n))
      return true
    }
    raise(Exceptions.valueError, "character mapping must be in range(0x110000)")
    return false
  }
  raise(Exceptions.typeError, "character mapping must return integer, None or str")
  return false
}

private func translate(_ v: Value, _ table: Value) -> Value {
  let text = StrView(v)
  var b = StringBuilder(capacity: text.count)
  for i in 0..<text.count {
    let c = text[i]
    let item = getItem(table, Value(smallInt: Int64(c)))
    if item.isNull {
      if !exceptionMatches(Exceptions.lookupError) {
        b.discard()
        return .null
      }
      clearException()
      b.append(codePoint: c)
    } else {
      let isGood = appendTranslated(&b, item)
      release(item)
      if !isGood {
        b.discard()
        return .null
      }
    }
  }
  return b.finish()
}

private func makeTranslation(_ args: Arguments, _ count: Int32) -> Value {
  let x = args[0]
  if count > 1 {
    if !isStr(x) {
      return raise(Exceptions.typeError, "first maketrans argument must be a string if there is a second argument")
    }
    for i in 1..<Int(count) where !requireStr(args[i], "maketrans", i + 1) { return .null }
    let from = StrView(x)
    let to = StrView(args[1])
    if from.count != to.count {
      return raise(Exceptions.valueError, "the first two maketrans arguments must have equal length")
    }
    let dict = newDict()
    for i in 0..<from.count { _ = dictSet(dict, Value(smallInt: Int64(from[i])), Value(smallInt: Int64(to[i]))) }
    if count > 2 {
      let deleted = StrView(args[2])
      for i in 0..<deleted.count { _ = dictSet(dict, Value(smallInt: Int64(deleted[i])), .none) }
    }
    return dict
  }
  if !isDict(x) { return raise(Exceptions.typeError, "if you give only one argument to maketrans it must be a dict") }
  let dict = newDict()
  var position = 0
  var key = Value.null
  var item = Value.null
  while dictNext(x, &position, &key, &item) {
    if isStr(key) {
      if StrView(key).count != 1 {
        release(dict)
        return raise(Exceptions.valueError, "string keys in translate table must be of length 1")
      }
      _ = dictSet(dict, Value(smallInt: Int64(StrView(key)[0])), item)
    } else if isInt(key) {
      if dictSet(dict, key, item) < 0 {
        release(dict)
        return .null
      }
    } else {
      release(dict)
      return raise(Exceptions.typeError, "keys in translate table must be strings or integers")
    }
  }
  return dict
}

func addStrSearchMethods(_ t: TypePointer) {
  addMethod(
    t, "find", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "find", n, k)
        ? findResult(find(v, a.unsafelyUnwrapped, n, fromRight: false), raises: false) : .null
    })
  addMethod(
    t, "rfind", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "rfind", n, k)
        ? findResult(find(v, a.unsafelyUnwrapped, n, fromRight: true), raises: false) : .null
    })
  addMethod(
    t, "index", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "index", n, k)
        ? findResult(find(v, a.unsafelyUnwrapped, n, fromRight: false), raises: true) : .null
    })
  addMethod(
    t, "rindex", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "rindex", n, k)
        ? findResult(find(v, a.unsafelyUnwrapped, n, fromRight: true), raises: true) : .null
    })
  addMethod(
    t, "count", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "count", n, k) ? countMethod(v, a.unsafelyUnwrapped, n) : .null
    })
  addMethod(
    t, "startswith", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "startswith", n, k) ? affix(v, a.unsafelyUnwrapped, n, atEnd: false) : .null
    })
  addMethod(
    t, "endswith", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "endswith", n, k) ? affix(v, a.unsafelyUnwrapped, n, atEnd: true) : .null
    })
}

func addStrPartMethods(_ t: TypePointer) {
  addMethod(t, "split", 0, 2, { v, a, _, _ in split(v, a.unsafelyUnwrapped, fromRight: false) }, params: "sep maxsplit")
  addMethod(t, "rsplit", 0, 2, { v, a, _, _ in split(v, a.unsafelyUnwrapped, fromRight: true) }, params: "sep maxsplit")
  addMethod(
    t, "splitlines", 0, 1,
    { v, a, _, _ in
      let keep = a.unsafelyUnwrapped[0]
      let truth = keep.isNull ? 0 : truthOf(keep)
      return truth < 0 ? .null : splitLines(v, keepEnds: truth == 1)
    }, params: "keepends")
  addMethod(t, "partition", 1, 1, { v, a, _, _ in partition(v, a.unsafelyUnwrapped[0], fromRight: false) })
  addMethod(t, "rpartition", 1, 1, { v, a, _, _ in partition(v, a.unsafelyUnwrapped[0], fromRight: true) })
  addMethod(t, "strip", 0, 1, { v, a, n, _ in strip(v, a, n, .both) })
  addMethod(t, "lstrip", 0, 1, { v, a, n, _ in strip(v, a, n, .left) })
  addMethod(t, "rstrip", 0, 1, { v, a, n, _ in strip(v, a, n, .right) })
  addMethod(
    t, "removeprefix", 1, 1,
    { v, a, _, _ in
      let prefix = a.unsafelyUnwrapped[0]
      if !requireStr(prefix, "removeprefix", 0) { return .null }
      let text = StrView(v)
      return textSlice(v, text, matchesAt(text, 0, StrView(prefix)) ? StrView(prefix).count : 0, text.count)
    })
  addMethod(
    t, "removesuffix", 1, 1,
    { v, a, _, _ in
      let suffix = a.unsafelyUnwrapped[0]
      if !requireStr(suffix, "removesuffix", 0) { return .null }
      let text = StrView(v)
      let n = StrView(suffix).count
      return textSlice(
        v, text, 0, n > 0 && matchesAt(text, text.count - n, StrView(suffix)) ? text.count - n : text.count)
    })
  addMethod(t, "join", 1, 1, { v, a, _, _ in joinText(v, a.unsafelyUnwrapped[0]) })
  addMethod(
    t, "replace", 2, 3,
    { v, args, n, _ in
      let a = args.unsafelyUnwrapped
      var limit = -1
      if !requireStr(a[0], "replace", 1) || !requireStr(a[1], "replace", 2) { return .null }
      if n > 2 && !methodIndex(a[2], &limit) { return .null }
      return replaceText(v, StrView(a[0]), StrView(a[1]), limit)
    })
}

func addStrLayoutMethods(_ t: TypePointer) {
  addMethod(t, "center", 1, 2, { v, a, n, _ in justify(v, a.unsafelyUnwrapped, n, .both) })
  addMethod(t, "ljust", 1, 2, { v, a, n, _ in justify(v, a.unsafelyUnwrapped, n, .left) })
  addMethod(t, "rjust", 1, 2, { v, a, n, _ in justify(v, a.unsafelyUnwrapped, n, .right) })
  addMethod(t, "zfill", 1, 1, { v, a, _, _ in zeroFill(v, a.unsafelyUnwrapped[0]) })
  addMethod(
    t, "expandtabs", 0, 1,
    { v, a, _, _ in
      var size = 8
      if !a.unsafelyUnwrapped[0].isNull && !methodIndex(a.unsafelyUnwrapped[0], &size) { return .null }
      if size != Int(Int32(truncatingIfNeeded: size)) {
        return raise(Exceptions.overflowError, "Python int too large to convert to C int")
      }
      return expandTabs(v, size)
    }, params: "tabsize")
  addMethod(t, "translate", 1, 1, { v, a, _, _ in translate(v, a.unsafelyUnwrapped[0]) })
  addStaticMethod(t, "maketrans", 1, 3, { _, a, n, _ in makeTranslation(a.unsafelyUnwrapped, n) })
  addMethod(
    t, "encode", 0, 2, { v, a, _, _ in encodeMethod(v, a.unsafelyUnwrapped[0], a.unsafelyUnwrapped[1]) },
    params: "encoding errors")
  addMethod(t, "__getnewargs__", 0, 0, { v, _, _, _ in makeTuple(exactStr(v)) })
  addMethod(
    t, "__sizeof__", 0, 0,
    { v, _, _, _ in
      let text = StrView(v)
      return makeInt((text.isASCII ? 40 : 56) + (text.count + 1) * text.kind)
    })
}

func addStrCaseMethods(_ t: TypePointer) {
  addMethod(t, "upper", 0, 0, { v, _, _, _ in convertCase(v, .upper) })
  addMethod(t, "lower", 0, 0, { v, _, _, _ in convertCase(v, .lower) })
  addMethod(t, "casefold", 0, 0, { v, _, _, _ in convertCase(v, .fold) })
  addMethod(t, "swapcase", 0, 0, { v, _, _, _ in convertCase(v, .swap) })
  addMethod(t, "title", 0, 0, { v, _, _, _ in convertCase(v, .title) })
  addMethod(t, "capitalize", 0, 0, { v, _, _, _ in convertCase(v, .capitalize) })
  addMethod(t, "isalpha", 0, 0, { v, _, _, _ in Value(allHave(v, UnicodeFlag.alpha)) })
  addMethod(t, "isdecimal", 0, 0, { v, _, _, _ in Value(allHave(v, UnicodeFlag.decimal)) })
  addMethod(t, "isdigit", 0, 0, { v, _, _, _ in Value(allHave(v, UnicodeFlag.digit)) })
  addMethod(t, "isnumeric", 0, 0, { v, _, _, _ in Value(allHave(v, UnicodeFlag.numeric)) })
  addMethod(
    t, "isalnum", 0, 0,
    { v, _, _, _ in
      Value(allHave(v, UnicodeFlag.alpha | UnicodeFlag.decimal | UnicodeFlag.digit | UnicodeFlag.numeric))
    })
  addMethod(t, "isspace", 0, 0, { v, _, _, _ in Value(allHave(v, UnicodeFlag.space)) })
  addMethod(
    t, "isprintable", 0, 0,
    { v, _, _, _ in
      Value(StrView(v).count == 0 || allHave(v, UnicodeFlag.printable))
    })
  addMethod(t, "isascii", 0, 0, { v, _, _, _ in Value(StrView(v).isASCII) })
  addMethod(
    t, "islower", 0, 0,
    { v, _, _, _ in
      Value(isAllCase(v, UnicodeFlag.lower, UnicodeFlag.upper | UnicodeFlag.title))
    })
  addMethod(
    t, "isupper", 0, 0,
    { v, _, _, _ in
      Value(isAllCase(v, UnicodeFlag.upper, UnicodeFlag.lower | UnicodeFlag.title))
    })
  addMethod(t, "istitle", 0, 0, { v, _, _, _ in Value(isTitleCase(v)) })
  addMethod(t, "isidentifier", 0, 0, { v, _, _, _ in Value(isIdentifier(v)) })
}
