import MoltABI

// The methods that bytes and bytearray share (Objects/bytes_methods.c, Objects/stringlib). Searching is that of text,
// on the bytes read as Latin-1.

/// A result of the same kind as `v`: bytes for bytes, bytearray for bytearray.
func bytesLike(_ v: Value, _ view: BytesView) -> Value {
  isBytes(v) ? makeBytes(view.bytes, view.count) : makeByteArray(view.bytes, view.count)
}

/// Whole views of exact bytes give the object itself.
private func slice(_ v: Value, _ view: BytesView, _ start: Int, _ end: Int) -> Value {
  if start == 0 && end == view.count && v.object.pointee.type == Types.bytes { return retained(v) }
  return bytesLike(v, view.slice(start, end))
}

/// TypeError "a bytes-like object is required, not 'T'" unless `v` is bytes-like.
func requireBytes(_ v: Value) -> Bool {
  if isBytesLike(v) { return true }
  raiseTypeError("a bytes-like object is required, not '", v, "'")
  return false
}

/// What to search for: bytes, or an int in range(256) stored at `byte`. False: an exception is set.
private func needle(_ v: Value, _ byte: UnsafeMutablePointer<UInt8>, _ out: inout BytesView) -> Bool {
  if isBytesLike(v) {
    out = BytesView(v)
    return true
  }
  if isInt(v) || typeOf(v).pointee.toIndex != nil {
    let index = indexValue(v)
    if index.isNull { return false }
    var n: Int64 = 0
    let isByte = toInt64(index, &n) && n >= 0 && n < 256
    release(index)
    if !isByte {
      raise(Exceptions.valueError, "byte must be in range(0, 256)")
      return false
    }
    byte.pointee = UInt8(n)
    out = BytesView(bytes: byte, count: 1)
    return true
  }
  raiseTypeError("argument should be integer or bytes-like object, not '", v, "'")
  return false
}

private enum Search {
  case find, rfind, index, rindex, count
}

private func search(_ v: Value, _ args: Arguments, _ count: Int32, _ kind: Search) -> Value {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { byte in
    var part = BytesView(v)
    if !needle(args[0], byte.baseAddress.unsafelyUnwrapped, &part) { return .null }
    let view = BytesView(v)
    var start = 0
    var end = 0
    if !searchRange(args, count, view.count, &start, &end) { return .null }
    if kind == .count {
      return start > end ? Value(smallInt: 0) : makeInt(countText(view.slice(start, end).text, part.text))
    }
    var at = -1
    if start <= end {
      let text = view.slice(start, end).text
      at = kind == .find || kind == .index ? findText(text, part.text) : findLastText(text, part.text)
    }
    if at < 0 {
      if kind == .find || kind == .rfind { return Value(smallInt: -1) }
      return raise(Exceptions.valueError, "subsection not found")
    }
    return makeInt(at + start)
  }
}

func bytesContains(_ v: Value, _ item: Value) -> Int32 {
  if !isBytesLike(item) && !isInt(item) && typeOf(item).pointee.toIndex == nil {
    raiseTypeError("a bytes-like object is required, not '", item, "'")
    return -1
  }
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { byte in
    var part = BytesView(v)
    if !needle(item, byte.baseAddress.unsafelyUnwrapped, &part) { return -1 }
    return findText(BytesView(v).text, part.text) >= 0 ? 1 : 0
  }
}

private func affix(_ v: Value, _ args: Arguments, _ count: Int32, atEnd: Bool) -> Value {
  let view = BytesView(v)
  var start = 0
  var end = 0
  if !searchRange(args, count, view.count, &start, &end) { return .null }
  func matches(_ part: Value) -> Bool {
    let p = BytesView(part)
    if start > end || p.count > end - start { return false }
    return matchesAt(view.text, atEnd ? end - p.count : start, p.text)
  }
  if isTuple(args[0]) {
    for i in 0..<tupleCount(args[0]) {
      let part = tupleItems(args[0])[i]
      if !requireBytes(part) { return .null }
      if matches(part) { return .true }
    }
    return .false
  }
  if !isBytesLike(args[0]) {
    return raise(Exceptions.typeError) { b in
      b.append(atEnd ? "endswith" : "startswith")
      b.append(" first arg must be bytes or a tuple of bytes, not ")
      b.append(typeName(args[0]))
    }
  }
  return Value(matches(args[0]))
}

// --------------------------------------------------------------------------------------------------------- splitting

private func append(_ list: Value, _ v: Value, _ view: BytesView, _ start: Int, _ end: Int) {
  listAppendOwned(list.pointer(MoltList.self), slice(v, view, start, end))
}

private func split(_ v: Value, _ args: Arguments, fromRight: Bool) -> Value {
  var limit = -1
  if !args[1].isNull && !methodIndex(args[1], &limit) { return .null }
  let view = BytesView(v)
  let list = newList()
  if args[0].isNull || args[0].isNone {
    splitSpaces(v, view, limit, fromRight, list)
  } else {
    if !requireBytes(args[0]) {
      release(list)
      return .null
    }
    let separator = BytesView(args[0])
    if separator.count == 0 {
      release(list)
      return raise(Exceptions.valueError, "empty separator")
    }
    var start = 0
    var end = view.count
    while limit != 0 {
      let part = view.slice(start, end).text
      let at = fromRight ? findLastText(part, separator.text) : findText(part, separator.text)
      if at < 0 { break }
      if fromRight {
        append(list, v, view, at + separator.count, end)
        end = at
      } else {
        append(list, v, view, start, start + at)
        start += at + separator.count
      }
      limit -= 1
    }
    append(list, v, view, start, end)
  }
  if fromRight { reverseItems(list) }
  return list
}

private func splitSpaces(_ v: Value, _ view: BytesView, _ limit: Int, _ fromRight: Bool, _ list: Value) {
  var start = 0
  var end = view.count
  var left = limit
  while true {
    // Spaces at the far side stay: they belong to the rest if the limit is reached.
    if fromRight {
      while end > start && isSpaceByte(view[end - 1]) { end -= 1 }
    } else {
      while start < end && isSpaceByte(view[start]) { start += 1 }
    }
    if start == end { return }
    if left == 0 {
      append(list, v, view, start, end)
      return
    }
    left -= 1
    if fromRight {
      var i = end
      while i > start && !isSpaceByte(view[i - 1]) { i -= 1 }
      append(list, v, view, i, end)
      end = i
    } else {
      var i = start
      while i < end && !isSpaceByte(view[i]) { i += 1 }
      append(list, v, view, start, i)
      start = i
    }
  }
}

private func splitByteLines(_ v: Value, keepEnds: Bool) -> Value {
  let view = BytesView(v)
  let list = newList()
  var start = 0
  while start < view.count {
    var i = start
    while i < view.count && view[i] != 10 && view[i] != 13 { i += 1 }
    var next = i
    if i < view.count { next = view[i] == 13 && i + 1 < view.count && view[i + 1] == 10 ? i + 2 : i + 1 }
    append(list, v, view, start, keepEnds ? next : i)
    start = next
  }
  return list
}

private func partition(_ v: Value, _ separator: Value, fromRight: Bool) -> Value {
  if !requireBytes(separator) { return .null }
  let view = BytesView(v)
  let s = BytesView(separator)
  if s.count == 0 { return raise(Exceptions.valueError, "empty separator") }
  let at = fromRight ? findLastText(view.text, s.text) : findText(view.text, s.text)
  let parts = newTuple(3)
  let items = tupleItems(parts)
  let empty = view.slice(0, 0)
  if at < 0 {
    items[fromRight ? 2 : 0] = slice(v, view, 0, view.count)
    items[1] = bytesLike(v, empty)
    items[fromRight ? 0 : 2] = bytesLike(v, empty)
  } else {
    items[0] = slice(v, view, 0, at)
    items[1] = bytesLike(v, s)
    items[2] = slice(v, view, at + s.count, view.count)
  }
  return parts
}

private func strip(_ v: Value, _ args: Arguments?, _ count: Int32, _ side: StripSide) -> Value {
  let view = BytesView(v)
  var start = 0
  var end = view.count
  let characters = count > 0 ? args.unsafelyUnwrapped[0] : .none
  if characters.isNone {
    if side != .right { while start < end && isSpaceByte(view[start]) { start += 1 } }
    if side != .left { while end > start && isSpaceByte(view[end - 1]) { end -= 1 } }
  } else {
    if !requireBytes(characters) { return .null }
    let set = BytesView(characters).text
    if side != .right { while start < end && findCharacter(set, UInt32(view[start]), from: 0) >= 0 { start += 1 } }
    if side != .left { while end > start && findCharacter(set, UInt32(view[end - 1]), from: 0) >= 0 { end -= 1 } }
  }
  return slice(v, view, start, end)
}

// ------------------------------------------------------------------------------------------------------- building

/// The result of a ByteBuilder (consumed) in the kind of `v`.
private func finished(_ v: Value, _ b: inout ByteBuilder) -> Value {
  if b.isTooLong || !isAllocatable(bytes: b.count) {
    b.discard()
    return raise(Exceptions.memoryError)
  }
  let result = bytesLike(v, BytesView(bytes: b.data, count: b.count))
  b.discard()
  return result
}

private func replaceBytes(_ v: Value, _ args: Arguments, _ count: Int32) -> Value {
  if !requireBytes(args[0]) || !requireBytes(args[1]) { return .null }
  var limit = -1
  if count > 2 && !methodIndex(args[2], &limit) { return .null }
  let view = BytesView(v)
  let old = BytesView(args[0])
  let new = BytesView(args[1])
  var left = limit < 0 ? Int.max : limit
  var b = ByteBuilder(capacity: view.count)
  if old.count == 0 {
    for i in 0..<view.count {
      if left > 0 {
        b.append(new)
        left -= 1
      }
      b.append(view[i])
    }
    if left > 0 && !(view.count == 0 && limit == 0) { b.append(new) }
    return finished(v, &b)
  }
  var start = 0
  while left > 0 {
    let at = findText(view.text, old.text, from: start)
    if at < 0 { break }
    b.append(view.slice(start, at))
    b.append(new)
    start = at + old.count
    left -= 1
  }
  b.append(view.slice(start, view.count))
  return finished(v, &b)
}

private func join(_ v: Value, _ iterable: Value) -> Value {
  if typeOf(iterable).pointee.iterate == nil && typeOf(iterable).pointee.getItem == nil {
    return raise(Exceptions.typeError, "can only join an iterable")
  }
  let list = listFromIterable(iterable)
  if list.isNull { return .null }
  defer { release(list) }
  let separator = BytesView(v)
  var b = ByteBuilder(capacity: 64)
  for i in 0..<listCount(list) {
    let item = listItems(list)[i]
    if !isBytesLike(item) {
      b.discard()
      return raise(Exceptions.typeError) { m in
        m.append("sequence item ")
        m.append(int: i)
        m.append(": expected a bytes-like object, ")
        m.append(typeName(item))
        m.append(" found")
      }
    }
    if i > 0 { b.append(separator) }
    b.append(BytesView(item))
  }
  return finished(v, &b)
}

private func justify(_ v: Value, _ args: Arguments, _ count: Int32, _ side: StripSide) -> Value {
  var width = 0
  if !methodIndex(args[0], &width) { return .null }
  var fill: UInt8 = 32
  if count > 1 {
    if !isBytesLike(args[1]) || BytesView(args[1]).count != 1 {
      return raise(Exceptions.typeError) { b in
        b.append(side == .left ? "ljust" : side == .right ? "rjust" : "center")
        b.append("() argument 2 must be a byte string of length 1, not ")
        b.append(argumentTypeName(args[1]))
      }
    }
    fill = BytesView(args[1])[0]
  }
  let view = BytesView(v)
  let pad = max(width - view.count, 0)
  let left = side == .left ? 0 : side == .right ? pad : pad / 2 + (pad & width & 1)
  var b = ByteBuilder(capacity: view.count &+ pad)
  b.append(repeating: fill, left)
  b.append(view)
  b.append(repeating: fill, pad - left)
  return finished(v, &b)
}

private func zeroFill(_ v: Value, _ widthValue: Value) -> Value {
  var width = 0
  if !methodIndex(widthValue, &width) { return .null }
  let view = BytesView(v)
  if width <= view.count { return slice(v, view, 0, view.count) }
  if !hasRoom(width, units: 1) { return .null }
  let hasSign = view.count > 0 && (view[0] == 43 || view[0] == 45)
  var b = ByteBuilder(capacity: width)
  if hasSign { b.append(view[0]) }
  b.append(repeating: 48, width - view.count)
  b.append(view.slice(hasSign ? 1 : 0, view.count))
  return finished(v, &b)
}

private func expandByteTabs(_ v: Value, _ size: Int) -> Value {
  let view = BytesView(v)
  var b = ByteBuilder(capacity: view.count)
  var column = 0
  for i in 0..<view.count {
    let c = view[i]
    if c == 9 {
      let n = size > 0 ? size - column % size : 0
      b.append(repeating: 32, n)
      column += n
    } else {
      b.append(c)
      column = c == 10 || c == 13 ? 0 : column + 1
    }
  }
  return finished(v, &b)
}

private func translate(_ v: Value, _ table: Value, _ deleted: Value) -> Value {
  var map: BytesView?
  if !table.isNone {
    if !requireBytes(table) { return .null }
    if BytesView(table).count != 256 {
      return raise(Exceptions.valueError, "translation table must be 256 characters long")
    }
    map = BytesView(table)
  }
  var set: BytesView?
  if !deleted.isNull {
    if !requireBytes(deleted) { return .null }
    set = BytesView(deleted)
  }
  let view = BytesView(v)
  var b = ByteBuilder(capacity: view.count)
  for i in 0..<view.count {
    let c = view[i]
    if let set, findCharacter(set.text, UInt32(c), from: 0) >= 0 { continue }
    b.append(map.map { $0[Int(c)] } ?? c)
  }
  return finished(v, &b)
}

private func makeTranslation(_ from: Value, _ to: Value) -> Value {
  if !requireBytes(from) || !requireBytes(to) { return .null }
  let x = BytesView(from)
  let y = BytesView(to)
  if x.count != y.count { return raise(Exceptions.valueError, "maketrans arguments must have same length") }
  let table = newBytes(256)
  for i in 0..<256 { table.data[i] = UInt8(i) }
  for i in 0..<x.count { table.data[Int(x[i])] = y[i] }
  return Value(table)
}

func hexText(_ v: Value, _ separator: Value, _ groupValue: Value) -> Value {
  let view = BytesView(v)
  var mark: UInt32 = 0
  var group = 1
  if !groupValue.isNull && !methodIndex(groupValue, &group) { return .null }
  if !separator.isNull {
    if isStr(separator) {
      if StrView(separator).count != 1 { return raise(Exceptions.valueError, "sep must be length 1.") }
      mark = StrView(separator)[0]
    } else if isBytesLike(separator) {
      if BytesView(separator).count != 1 { return raise(Exceptions.valueError, "sep must be length 1.") }
      mark = UInt32(BytesView(separator)[0])
    } else {
      let length = lengthOf(separator)
      if length < 0 { return .null }
      return length == 1
        ? raise(Exceptions.typeError, "sep must be str or bytes.")
        : raise(Exceptions.valueError, "sep must be length 1.")
    }
    if mark > 127 { return raise(Exceptions.valueError, "sep must be ASCII.") }
  }
  var b = StringBuilder(capacity: view.count * 2)
  for i in 0..<view.count {
    if !separator.isNull && group != 0 && i > 0 {
      let place = group > 0 ? (view.count - i) % group : i % -group
      if place == 0 { b.append(codePoint: mark) }
    }
    let c = UInt32(view[i])
    b.append(codePoint: c >> 4 < 10 ? 48 + c >> 4 : 87 + c >> 4)
    b.append(codePoint: c & 15 < 10 ? 48 + c & 15 : 87 + c & 15)
  }
  return b.finish()
}

/// The bytes of text of two-digit hexadecimal numbers; null: ValueError.
func bytesFromHex(_ text: Value, asArray: Bool) -> Value {
  if !requireStrArgument(text, "fromhex() argument must be str, not ") { return .null }
  let view = StrView(text)
  func digit(_ i: Int) -> UInt32 {
    if i >= view.count { return 99 }
    let c = view[i]
    return c >= 48 && c <= 57 ? c - 48 : c | 0x20 >= 97 && c | 0x20 <= 102 && c < 128 ? (c | 0x20) - 87 : 99
  }
  var i = 0
  if !view.isASCII {
    while view[i] < 128 { i += 1 }
    return raiseBadHex(i)
  }
  var b = ByteBuilder(capacity: view.count / 2)
  while i < view.count {
    if isSpaceByte(UInt8(view[i])) {
      i += 1
      continue
    }
    let high = digit(i)
    let low = digit(i + 1)
    if high > 15 || low > 15 {
      b.discard()
      return raiseBadHex(high > 15 ? i : i + 1)
    }
    b.append(UInt8(high << 4 | low))
    i += 2
  }
  let result = asArray ? makeByteArray(b.data, b.count) : makeBytes(b.data, b.count)
  b.discard()
  return result
}

private func raiseBadHex(_ position: Int) -> Value {
  raise(Exceptions.valueError) { b in
    b.append("non-hexadecimal number found in fromhex() arg at position ")
    b.append(int: position)
  }
}

private func converted(_ v: Value, _ conversion: CaseConversion) -> Value {
  let view = BytesView(v)
  let result = newBytes(view.count)
  convertASCIICase(view.bytes, result.data, view.count, conversion)
  if isBytes(v) { return Value(result) }
  let array = makeByteArray(result.data, view.count)
  release(Value(result))
  return array
}

private func allBytes(_ v: Value, _ test: (UInt8) -> Bool) -> Value {
  let view = BytesView(v)
  for i in 0..<view.count where !test(view[i]) { return .false }
  return Value(view.count > 0)
}

private func isLetter(_ c: UInt8) -> Bool { c | 0x20 >= 97 && c | 0x20 <= 122 }
private func isDecimal(_ c: UInt8) -> Bool { c >= 48 && c <= 57 }

/// islower, isupper and istitle, which look at letters only.
private func caseTest(_ v: Value, _ kind: CaseConversion) -> Value {
  let view = BytesView(v)
  var found = false
  var isInWord = false
  for i in 0..<view.count {
    let c = view[i]
    if !isLetter(c) {
      isInWord = false
      continue
    }
    let isUpper = c < 97
    let wantsUpper = kind == .upper || (kind == .title && !isInWord)
    if isUpper != wantsUpper { return .false }
    isInWord = true
    found = true
  }
  return Value(found)
}

func addBytesSearchMethods(_ t: TypePointer) {
  addMethod(
    t, "find", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "find", n, k) ? search(v, a.unsafelyUnwrapped, n, .find) : .null
    })
  addMethod(
    t, "rfind", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "rfind", n, k) ? search(v, a.unsafelyUnwrapped, n, .rfind) : .null
    })
  addMethod(
    t, "index", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "index", n, k) ? search(v, a.unsafelyUnwrapped, n, .index) : .null
    })
  addMethod(
    t, "rindex", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "rindex", n, k) ? search(v, a.unsafelyUnwrapped, n, .rindex) : .null
    })
  addMethod(
    t, "count", 0, -1,
    { v, a, n, k in
      takesSearchArguments(v, "count", n, k) ? search(v, a.unsafelyUnwrapped, n, .count) : .null
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
  addMethod(t, "split", 0, 2, { v, a, _, _ in split(v, a.unsafelyUnwrapped, fromRight: false) }, params: "sep maxsplit")
  addMethod(t, "rsplit", 0, 2, { v, a, _, _ in split(v, a.unsafelyUnwrapped, fromRight: true) }, params: "sep maxsplit")
  addMethod(
    t, "splitlines", 0, 1,
    { v, a, _, _ in
      let keep = a.unsafelyUnwrapped[0]
      let truth = keep.isNull ? 0 : truthOf(keep)
      return truth < 0 ? .null : splitByteLines(v, keepEnds: truth == 1)
    }, params: "keepends")
  addMethod(t, "partition", 1, 1, { v, a, _, _ in partition(v, a.unsafelyUnwrapped[0], fromRight: false) })
  addMethod(t, "rpartition", 1, 1, { v, a, _, _ in partition(v, a.unsafelyUnwrapped[0], fromRight: true) })
  addMethod(t, "strip", 0, 1, { v, a, n, _ in strip(v, a, n, .both) })
  addMethod(t, "lstrip", 0, 1, { v, a, n, _ in strip(v, a, n, .left) })
  addMethod(t, "rstrip", 0, 1, { v, a, n, _ in strip(v, a, n, .right) })
  addMethod(
    t, "removeprefix", 1, 1,
    { v, a, _, _ in
      if !requireBytes(a.unsafelyUnwrapped[0]) { return .null }
      let view = BytesView(v)
      let prefix = BytesView(a.unsafelyUnwrapped[0])
      return slice(v, view, matchesAt(view.text, 0, prefix.text) ? prefix.count : 0, view.count)
    })
  addMethod(
    t, "removesuffix", 1, 1,
    { v, a, _, _ in
      if !requireBytes(a.unsafelyUnwrapped[0]) { return .null }
      let view = BytesView(v)
      let n = BytesView(a.unsafelyUnwrapped[0]).count
      let isThere = matchesAt(view.text, view.count - n, BytesView(a.unsafelyUnwrapped[0]).text)
      return slice(v, view, 0, isThere ? view.count - n : view.count)
    })
}

func addBytesBuildMethods(_ t: TypePointer) {
  addMethod(t, "replace", 2, 3, { v, a, n, _ in replaceBytes(v, a.unsafelyUnwrapped, n) })
  addMethod(t, "join", 1, 1, { v, a, _, _ in join(v, a.unsafelyUnwrapped[0]) })
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
      return expandByteTabs(v, size)
    }, params: "tabsize")
  addMethod(
    t, "translate", 1, 2, { v, a, _, _ in translate(v, a.unsafelyUnwrapped[0], a.unsafelyUnwrapped[1]) },
    params: "table / delete")
  addStaticMethod(
    t, "maketrans", 2, 2, { _, a, _, _ in makeTranslation(a.unsafelyUnwrapped[0], a.unsafelyUnwrapped[1]) })
  addMethod(
    t, "__buffer__", 1, 1,
    { v, a, _, _ in
      var flags = 0
      return methodIndex(a.unsafelyUnwrapped[0], &flags) ? call1(Value(Types.memoryview), v) : .null
    })
  addMethod(
    t, "hex", 0, 2, { v, a, _, _ in hexText(v, a.unsafelyUnwrapped[0], a.unsafelyUnwrapped[1]) },
    params: "sep bytes_per_sep")
  addMethod(
    t, "decode", 0, 2,
    { v, args, _, _ in
      let a = args.unsafelyUnwrapped
      if !a[0].isNull && !requireStrArgument(a[0], "decode() argument 'encoding' must be str, not ") { return .null }
      if !a[1].isNull && !requireStrArgument(a[1], "decode() argument 'errors' must be str, not ") { return .null }
      return decodeToStr(v, a[0], a[1])
    }, params: "encoding errors")
}

func addBytesCaseMethods(_ t: TypePointer) {
  addMethod(t, "upper", 0, 0, { v, _, _, _ in converted(v, .upper) })
  addMethod(t, "lower", 0, 0, { v, _, _, _ in converted(v, .lower) })
  addMethod(t, "swapcase", 0, 0, { v, _, _, _ in converted(v, .swap) })
  addMethod(t, "title", 0, 0, { v, _, _, _ in converted(v, .title) })
  addMethod(t, "capitalize", 0, 0, { v, _, _, _ in converted(v, .capitalize) })
  addMethod(t, "isalpha", 0, 0, { v, _, _, _ in allBytes(v, isLetter) })
  addMethod(t, "isdigit", 0, 0, { v, _, _, _ in allBytes(v, isDecimal) })
  addMethod(t, "isalnum", 0, 0, { v, _, _, _ in allBytes(v) { isLetter($0) || isDecimal($0) } })
  addMethod(t, "isspace", 0, 0, { v, _, _, _ in allBytes(v, isSpaceByte) })
  addMethod(t, "isascii", 0, 0, { v, _, _, _ in Value(allASCII(BytesView(v).bytes, BytesView(v).count)) })
  addMethod(t, "islower", 0, 0, { v, _, _, _ in caseTest(v, .lower) })
  addMethod(t, "isupper", 0, 0, { v, _, _, _ in caseTest(v, .upper) })
  addMethod(t, "istitle", 0, 0, { v, _, _, _ in caseTest(v, .title) })
}
