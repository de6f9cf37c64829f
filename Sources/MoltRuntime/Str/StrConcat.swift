import MoltABI

// Concatenation, repetition and joining of strs.

/// a + b for two strs.
func concatenate(_ a: Value, _ b: Value) -> Value {
  let x = StrView(a)
  let y = StrView(b)
  if x.count == 0 && isExactStr(b) { return retained(b) }
  if y.count == 0 && isExactStr(a) { return retained(a) }
  return concatenated(x, y, extra: 0)
}

private func concatenated(_ x: StrView, _ y: StrView, extra: Int) -> Value {
  if !hasRoom(x.count + y.count + extra, units: max(x.kind, y.kind)) { return .null }
  let s = newString(x.count + y.count, max(widthClass(x), widthClass(y)), extra: extra)
  let kind = Int(s.pointee.kind)
  copyUnits(s.data, kind, x.data, x.kind, x.count)
  copyUnits(s.data + x.count * kind, kind, y.data, y.kind, y.count)
  return Value(s)
}

/// The largest code point of the width class of a whole str.
@inline(__always) func widthClass(_ v: StrView) -> UInt32 {
  v.isASCII ? 0x7f : v.kind == 1 ? 0xff : v.kind == 2 ? 0xffff : 0x10ffff
}

/// a += b for two exact strs. When nobody but the caller's variable holds `a`, its text is extended where it is, or
/// moved once to a larger object, so that building a text piece by piece takes linear time.
func appendInPlace(_ a: Value, _ b: Value) -> Value {
  let s = a.pointer(MoltStr.self)
  let y = StrView(b)
  if y.count == 0 { return retained(a) }
  if s.pointee.length == 0 { return retained(b) }
  if s.pointee.header.refCount != 1 || s.pointee.isInterned != 0 { return concatenated(StrView(a), y, extra: 0) }
  let x = StrView(a)
  let added = y.count * x.kind
  if y.kind > x.kind || added > Int(s.spare) {
    // Half as much again of room for what may follow.
    return concatenated(x, y, extra: (x.count + y.count) / 2 + 16)
  }
  copyUnits(x.data + x.count * x.kind, x.kind, y.data, y.kind, y.count)
  s.pointee.length = x.count + y.count
  s.pointee.hash = -1
  if !y.isASCII { s.pointee.isASCII = 0 }
  s.spare -= UInt32(added)
  storeUnit(s.data, x.kind, s.pointee.length, 0)
  return retained(a)
}

/// `copyUnits` of a whole text; a short one of one byte per character without a call.
@inline(__always) private func copyText(_ to: UnsafeMutableRawPointer, _ kind: Int, _ text: StrView) {
  if kind == 1 && text.count <= 16 {
    let target = to.assumingMemoryBound(to: UInt8.self)
    var i = 0
    while i &+ 8 <= text.count {
      (to + i).storeBytes(of: (text.data + i).loadUnaligned(as: UInt64.self), as: UInt64.self)
      i &+= 8
    }
    while i < text.count {
      target[i] = text.bytes[i]
      i &+= 1
    }
  } else {
    copyUnits(to, kind, text.data, text.kind, text.count)
  }
}

/// The concatenation of an array of strs.
@c(molt_concat) func molt_concat(_ parts: UnsafePointer<Value>?, _ count: Int32) -> Value {
  let n = Int(count)
  if n == 0 { return emptyString() }
  let items = parts.unsafelyUnwrapped
  if n == 1 && isExactStr(items[0]) { return retained(items[0]) }
  var total = 0
  var maximum: UInt32 = 0x7f
  for i in 0..<n {
    let v = StrView(items[i])
    total += v.count
    if v.count > 0 { maximum = max(maximum, widthClass(v)) }
  }
  if total <= 1 {
    for i in 0..<n where StrView(items[i]).count > 0 { return makeString(StrView(items[i])) }
    return emptyString()
  }
  let s = newString(total, maximum)
  let kind = Int(s.pointee.kind)
  var at = s.data
  for i in 0..<n {
    let v = StrView(items[i])
    copyText(at, kind, v)
    at += v.count * kind
  }
  return Value(s)
}

/// An index by __index__ that must fit; false: an exception is set.
func exactIndex(_ v: Value, _ out: inout Int) -> Bool {
  let index = indexValue(v)
  if index.isNull { return false }
  var n: Int64 = 0
  let fits = toInt64(index, &n)
  release(index)
  if !fits {
    raise(Exceptions.overflowError) { b in
      b.append("cannot fit '")
      b.append(typeName(v))
      b.append("' into an index-sized integer")
    }
    return false
  }
  out = Int(clamping: n)
  return true
}

/// text * n.
func repeatText(_ v: Value, _ n: Int) -> Value {
  let x = StrView(v)
  if n <= 0 || x.count == 0 { return emptyString() }
  if n == 1 && isExactStr(v) { return retained(v) }
  if n > Int.max / x.count { return raise(Exceptions.overflowError, "repeated string is too long") }
  if !hasRoom(x.count * n, units: x.kind) { return .null }
  let s = newString(x.count * n, widthClass(x))
  fillRepeated(s.data, x.data, x.byteCount, n)
  return Value(s)
}

/// Fills with `n` copies of a run of bytes, doubling what is there.
func fillRepeated(_ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer, _ size: Int, _ n: Int) {
  if size == 1 {
    c_memset(to, Int32(from.load(as: UInt8.self)), n)
    return
  }
  c_memcpy(to, from, size)
  var done = size
  let total = size * n
  while done < total {
    let piece = min(done, total - done)
    c_memcpy(to + done, to, piece)
    done += piece
  }
}

/// separator.join(iterable).
func joinText(_ separator: Value, _ iterable: Value) -> Value {
  var items = iterable
  if isExactList(iterable) || isExactTuple(iterable) {
    retain(items)
  } else {
    if typeOf(iterable).pointee.iterate == nil && typeOf(iterable).pointee.getItem == nil {
      return raise(Exceptions.typeError, "can only join an iterable")
    }
    items = listFromIterable(iterable)
    if items.isNull { return .null }
  }
  defer { release(items) }
  let isList = items.object.pointee.type == Types.list
  let n = isList ? listCount(items) : tupleCount(items)
  if n == 0 { return emptyString() }
  let p = isList ? listItems(items) : tupleItems(items)
  if n == 1 && isExactStr(p[0]) { return retained(p[0]) }
  let s = StrView(separator)
  var total = s.count * (n - 1)
  var maximum: UInt32 = n > 1 && s.count > 0 ? widthClass(s) : 0x7f
  for i in 0..<n {
    if !isStr(p[i]) {
      return raise(Exceptions.typeError) { b in
        b.append("sequence item ")
        b.append(int: i)
        b.append(": expected str instance, ")
        b.append(typeName(p[i]))
        b.append(" found")
      }
    }
    let v = StrView(p[i])
    total += v.count
    if v.count > 0 { maximum = max(maximum, widthClass(v)) }
  }
  if total == 0 { return emptyString() }
  let result = newString(total, maximum)
  let kind = Int(result.pointee.kind)
  var at = result.data
  for i in 0..<n {
    if i > 0 && s.count > 0 {
      copyText(at, kind, s)
      at += s.count * kind
    }
    let v = StrView(p[i])
    copyText(at, kind, v)
    at += v.count * kind
  }
  if total == 1 {
    let v = makeCharacter(StrView(Value(result))[0])
    release(Value(result))
    return v
  }
  return Value(result)
}

/// A list of an iterable's items; null with an exception set.
func listFromIterable(_ iterable: Value) -> Value {
  let iterator = iterate(iterable)
  if iterator.isNull { return .null }
  let list = newList()
  while true {
    let item = molt_next(iterator)
    if item.isNull { break }
    listAppendOwned(list.pointer(), item)
  }
  release(iterator)
  if !molt_thread.exception.isNull {
    release(list)
    return .null
  }
  return list
}
