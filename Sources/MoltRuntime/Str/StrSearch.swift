import MoltABI

// Searching in text (Objects/stringlib/fastsearch.h).

/// Calls `body` with the needle in the width of the haystack; -1 without a call if it cannot occur there.
@inline(__always)
private func withSameKind(_ haystack: StrView, _ needle: StrView, _ body: (StrView) -> Int) -> Int {
  if needle.kind == haystack.kind { return body(needle) }
  if needle.kind > haystack.kind { return -1 }
  let bytes = needle.count * haystack.kind
  let copy = allocateRaw(max(bytes, 1))
  copyUnits(copy, haystack.kind, needle.data, needle.kind, needle.count)
  let result = body(StrView(data: copy, count: needle.count, kind: haystack.kind, isASCII: needle.isASCII))
  freeRaw(copy, max(bytes, 1))
  return result
}

/// First position of a code point at or after `start`, or -1.
func findCharacter(_ text: StrView, _ c: UInt32, from start: Int) -> Int {
  if text.kind == 1 {
    if c > 0xff { return -1 }
    guard let at = c_memchr(text.bytes + start, Int32(c), text.count - start) else { return -1 }
    return at - text.data
  }
  var i = start
  if text.kind == 2 {
    if c > 0xffff { return -1 }
    let units = text.data.assumingMemoryBound(to: UInt16.self)
    let wanted = UInt16(c)
    while i < text.count {
      if units[i] == wanted { return i }
      i += 1
    }
    return -1
  }
  while i < text.count {
    if text[i] == c { return i }
    i += 1
  }
  return -1
}

/// First position of `needle` in `text` at or after `start`, or -1.
func findText(_ text: StrView, _ needle: StrView, from start: Int = 0) -> Int {
  let m = needle.count
  if m > text.count - start { return -1 }
  if m == 0 { return start }
  if m == 1 { return findCharacter(text, needle[0], from: start) }
  return withSameKind(text, needle) { findSameKind(text, $0, start) }
}

/// First position of a run of two or more bytes, or -1: candidates by their first byte, which costs nothing to set up;
/// when too many of them turn out false, libc's search, which is linear at worst.
private func findBytes(
  _ p: UnsafePointer<UInt8>, _ n: Int, _ needle: UnsafePointer<UInt8>, _ m: Int, _ start: Int
) -> Int {
  let first = Int32(needle[0])
  let last = needle[m - 1]
  var i = start
  var misses = 0
  while i <= n - m {
    guard let at = c_memchr(p + i, first, n - m + 1 - i) else { return -1 }
    i = UnsafeRawPointer(at) - UnsafeRawPointer(p)
    if p[i + m - 1] == last && c_memcmp(p + i, needle, m) == 0 { return i }
    i += 1
    misses += 1
    if misses > 12 + (i - start) >> 6 {
      guard let found = c_memmem(p + i, n - i, needle, m) else { return -1 }
      return UnsafeRawPointer(found) - UnsafeRawPointer(p)
    }
  }
  return -1
}

private func findSameKind(_ text: StrView, _ needle: StrView, _ start: Int) -> Int {
  if text.kind == 1 { return findBytes(text.bytes, text.count, needle.bytes, needle.count, start) }
  // Horspool's search: shifts by the last occurrence of the text's unit at the needle's end, kept for its low byte.
  let m = needle.count
  return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { shifts in
    let longest = Int32(truncatingIfNeeded: min(m, Int(Int32.max)))
    for i in 0..<256 { shifts[i] = longest }
    for i in 0..<(m - 1) { shifts[Int(needle[i] & 0xff)] = longest - 1 - Int32(truncatingIfNeeded: i) }
    var i = start
    let last = text.count - m
    let end = needle[m - 1]
    while i <= last {
      let c = text[i + m - 1]
      if c == end && c_memcmp(text.data + i * text.kind, needle.data, m * text.kind) == 0 { return i }
      i += Int(shifts[Int(c & 0xff)])
    }
    return -1
  }
}

/// Last position of `needle` in `text`, or -1.
func findLastText(_ text: StrView, _ needle: StrView) -> Int {
  let m = needle.count
  if m > text.count { return -1 }
  if m == 0 { return text.count }
  return withSameKind(text, needle) { n in
    let first = n[0]
    var i = text.count - m
    while i >= 0 {
      if text[i] == first && c_memcmp(text.data + i * text.kind, n.data, m * text.kind) == 0 { return i }
      i -= 1
    }
    return -1
  }
}

/// How often `needle` occurs without overlaps, counting up to `limit`.
func countText(_ text: StrView, _ needle: StrView, limit: Int = .max) -> Int {
  if needle.count == 0 { return min(text.count + 1, limit) }
  var n = 0
  var i = 0
  while n < limit {
    i = findText(text, needle, from: i)
    if i < 0 { return n }
    n += 1
    i += needle.count
  }
  return n
}

/// Whether `part` stands at `position` of `text`.
func matchesAt(_ text: StrView, _ position: Int, _ part: StrView) -> Bool {
  if position < 0 || part.count > text.count - position { return false }
  if part.kind == text.kind {
    return c_memcmp(text.data + position * text.kind, part.data, part.byteCount) == 0
  }
  for i in 0..<part.count where text[position + i] != part[i] { return false }
  return true
}

func viewEquals(_ a: StrView, _ b: StaticString) -> Bool {
  a.count == b.utf8CodeUnitCount && a.kind == 1 && c_memcmp(a.data, b.utf8Start, a.count) == 0
}

/// Order by code points: negative, 0 or positive.
func compareText(_ a: StrView, _ b: StrView) -> Int {
  let n = min(a.count, b.count)
  if a.kind == 1 && b.kind == 1 {
    let order = c_memcmp(a.data, b.data, n)
    return order != 0 ? Int(order) : a.count - b.count
  }
  for i in 0..<n {
    let x = a[i]
    let y = b[i]
    if x != y { return x < y ? -1 : 1 }
  }
  return a.count - b.count
}
