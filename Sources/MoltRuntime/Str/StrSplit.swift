import MoltABI

// Splitting, stripping and replacing (Objects/stringlib/split.h, partition.h, transmogrify.h).

/// Appends the part of a text to a list.
private func append(_ list: Value, _ v: Value, _ text: StrView, _ start: Int, _ end: Int) {
  let part = start == 0 && end == text.count && isExactStr(v) ? retained(v) : makeString(text.slice(start, end))
  listAppendOwned(list.pointer(MoltList.self), part)
}

/// text.split(None, limit); limit < 0: no limit.
func splitSpaces(_ v: Value, _ limit: Int) -> Value {
  let text = StrView(v)
  let list = newList()
  var i = 0
  var left = limit
  while true {
    while i < text.count && isSpace(text[i]) { i += 1 }
    if i == text.count { return list }
    if left == 0 {
      append(list, v, text, i, text.count)
      return list
    }
    left -= 1
    let start = i
    while i < text.count && !isSpace(text[i]) { i += 1 }
    append(list, v, text, start, i)
  }
}

/// text.rsplit(None, limit).
func splitSpacesFromRight(_ v: Value, _ limit: Int) -> Value {
  let text = StrView(v)
  let list = newList()
  var i = text.count
  var left = limit
  while true {
    while i > 0 && isSpace(text[i - 1]) { i -= 1 }
    if i == 0 { break }
    if left == 0 {
      append(list, v, text, 0, i)
      break
    }
    left -= 1
    let end = i
    while i > 0 && !isSpace(text[i - 1]) { i -= 1 }
    append(list, v, text, i, end)
  }
  reverseItems(list)
  return list
}

/// Reverses a list that nobody else has seen yet.
func reverseItems(_ list: Value) {
  var k = listCount(list) - 1
  if k <= 0 { return }
  let items = listItems(list)
  var i = 0
  while i < k {
    let item = items[i]
    items[i] = items[k]
    items[k] = item
    i += 1
    k -= 1
  }
}

/// text.split(separator, limit) for a separator that is not empty.
func splitAt(_ v: Value, _ separator: StrView, _ limit: Int) -> Value {
  let text = StrView(v)
  let list = newList()
  var start = 0
  var left = limit
  while left != 0 {
    let at = findText(text, separator, from: start)
    if at < 0 { break }
    append(list, v, text, start, at)
    start = at + separator.count
    left -= 1
  }
  append(list, v, text, start, text.count)
  return list
}

func splitAtFromRight(_ v: Value, _ separator: StrView, _ limit: Int) -> Value {
  let text = StrView(v)
  let list = newList()
  var end = text.count
  var left = limit
  while left != 0 {
    let at = findLastText(text.slice(0, end), separator)
    if at < 0 { break }
    append(list, v, text, at + separator.count, end)
    end = at
    left -= 1
  }
  append(list, v, text, 0, end)
  reverseItems(list)
  return list
}

func splitLines(_ v: Value, keepEnds: Bool) -> Value {
  let text = StrView(v)
  let list = newList()
  var start = 0
  while start < text.count {
    var i = start
    while i < text.count && !isLineBreak(text[i]) { i += 1 }
    var next = i
    if i < text.count {
      next = text[i] == 13 && i + 1 < text.count && text[i + 1] == 10 ? i + 2 : i + 1
    }
    append(list, v, text, start, keepEnds ? next : i)
    start = next
  }
  return list
}

/// partition and rpartition; the separator has been checked.
func partitionText(_ v: Value, _ separator: Value, fromRight: Bool) -> Value {
  let text = StrView(v)
  let s = StrView(separator)
  let at = fromRight ? findLastText(text, s) : findText(text, s)
  let parts = newTuple(3)
  let items = tupleItems(parts)
  if at < 0 {
    let whole = isExactStr(v) ? retained(v) : makeString(text)
    items[0] = fromRight ? emptyString() : whole
    items[1] = emptyString()
    items[2] = fromRight ? whole : emptyString()
  } else {
    items[0] = makeString(text.slice(0, at))
    items[1] = retained(separator)
    items[2] = makeString(text.slice(at + s.count, text.count))
  }
  return parts
}

enum StripSide {
  case left, right, both
}

/// strip family; `characters` null or None: spaces.
func stripText(_ v: Value, _ characters: Value, _ side: StripSide) -> Value {
  let text = StrView(v)
  var start = 0
  var end = text.count
  if characters.isNull || characters.isNone {
    if side != .right { while start < end && isSpace(text[start]) { start += 1 } }
    if side != .left { while end > start && isSpace(text[end - 1]) { end -= 1 } }
  } else {
    let set = StrView(characters)
    if side != .right { while start < end && findCharacter(set, text[start], from: 0) >= 0 { start += 1 } }
    if side != .left { while end > start && findCharacter(set, text[end - 1], from: 0) >= 0 { end -= 1 } }
  }
  return textSlice(v, text, start, end)
}

/// The part of a str as a str: itself when that is all of it and its type is exactly str.
func textSlice(_ v: Value, _ text: StrView, _ start: Int, _ end: Int) -> Value {
  start == 0 && end == text.count && isExactStr(v) ? retained(v) : makeString(text.slice(start, end))
}

/// text.replace(old, new, limit); limit < 0: all.
func replaceText(_ v: Value, _ old: StrView, _ new: StrView, _ limit: Int) -> Value {
  let text = StrView(v)
  let maximum = limit < 0 ? Int.max : limit
  if maximum == 0 || (text.count == 0 && old.count > 0) { return textSlice(v, text, 0, text.count) }
  if old.count == 0 {
    var b = StringBuilder(capacity: text.count + min(maximum, text.count + 1) * new.count)
    var left = maximum
    for i in 0..<text.count {
      if left > 0 {
        b.append(new)
        left -= 1
      }
      b.append(codePoint: text[i])
    }
    if left > 0 { b.append(new) }
    return b.finish()
  }
  var at = findText(text, old)
  if at < 0 { return textSlice(v, text, 0, text.count) }
  var b = StringBuilder(capacity: text.count)
  var start = 0
  var left = maximum
  while at >= 0 && left > 0 {
    b.append(text.slice(start, at))
    b.append(new)
    start = at + old.count
    left -= 1
    at = left > 0 ? findText(text, old, from: start) : -1
  }
  b.append(text.slice(start, text.count))
  return b.finish()
}

func expandTabs(_ v: Value, _ size: Int) -> Value {
  let text = StrView(v)
  var b = StringBuilder(capacity: text.count)
  var column = 0
  for i in 0..<text.count {
    let c = text[i]
    if c == 9 {
      if size > 0 {
        let n = size - column % size
        b.append(repeating: 32, n)
        column += n
      }
    } else {
      b.append(codePoint: c)
      column = c == 10 || c == 13 ? 0 : column + 1
    }
  }
  return b.finish()
}

/// text with `left` and `right` times a character around it.
func padText(_ v: Value, _ left: Int, _ right: Int, _ fill: UInt32) -> Value {
  if left <= 0 && right <= 0 { return textSlice(v, StrView(v), 0, StrView(v).count) }
  let text = StrView(v)
  var b = StringBuilder(capacity: text.count &+ max(left, 0) &+ max(right, 0))
  b.append(repeating: fill, left)
  b.append(text)
  b.append(repeating: fill, right)
  return b.finish()
}
