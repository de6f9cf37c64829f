import MoltABI

// The operations that any value may support: hash, repr, str, truth, length, comparison, iteration, items. Follows
// Objects/abstract.c and Objects/object.c.

/// A TypeError made of text around the name of a value's type.
@inline(never) @discardableResult
func raiseTypeError(_ before: StaticString, _ value: Value, _ after: StaticString) -> Value {
  raise(Exceptions.typeError) {
    $0.append(before)
    $0.append(typeName(value))
    $0.append(after)
  }
}

// ---------------------------------------------------------------------------------------------- hash, repr, str, truth

/// Hash of a value; -1 with an exception set.
func hashOf(_ value: Value) -> Int64 {
  if let hash = typeOf(value).pointee.hash { return checkRecursion(" while hashing an object") ? hash(value) : -1 }
  raiseTypeError("unhashable type: '", value, "'")
  return -1
}

/// Hash slot of types whose `__hash__` is None.
func hashNotImplemented(_ value: Value) -> Int64 {
  raiseTypeError("unhashable type: '", value, "'")
  return -1
}

/// repr(value) as an owned str.
func reprOf(_ value: Value) -> Value {
  if !checkRecursion(" while getting the repr of an object") { return .null }
  guard let repr = typeOf(value).pointee.repr else { return objectRepr(value) }
  let text = repr(value)
  if text.isNull || isStr(text) { return text }
  raiseTypeError("__repr__ returned non-string (type ", text, ")")
  release(text)
  return .null
}

/// str(value) as an owned str.
func strOf(_ value: Value) -> Value {
  if isExactStr(value) { return retained(value) }
  guard let function = typeOf(value).pointee.str else { return reprOf(value) }
  if !checkRecursion(" while getting the str of an object") { return .null }
  let text = function(value)
  if text.isNull || isStr(text) { return text }
  raiseTypeError("__str__ returned non-string (type ", text, ")")
  release(text)
  return .null
}

/// Truth value: 1, 0, or -1 with an exception set.
@inline(__always) func truthOf(_ value: Value) -> Int32 {
  if value == .true { return 1 }
  if value == .false || value.isNone { return 0 }
  return truthOfOther(value)
}

@inline(never) private func truthOfOther(_ value: Value) -> Int32 {
  if value.isSmallInt { return value.smallInt != 0 ? 1 : 0 }
  let type = typeOf(value)
  if let truth = type.pointee.truth { return truth(value) }
  if let length = type.pointee.length {
    let count = length(value)
    return count > 0 ? 1 : count < 0 ? -1 : 0
  }
  return 1
}

/// len(value); -1 with an exception set.
func lengthOf(_ value: Value) -> Int {
  if let length = typeOf(value).pointee.length { return length(value) }
  raiseTypeError("object of type '", value, "' has no len()")
  return -1
}

/// The value of `__index__` as an exact int: owned, null with an exception set (`PyNumber_Index`).
func indexValue(_ value: Value) -> Value {
  if isInt(value) { return retained(value) }
  guard let toIndex = typeOf(value).pointee.toIndex else {
    return raiseTypeError("'", value, "' object cannot be interpreted as an integer")
  }
  let result = toIndex(value)
  if result.isNull || isInt(result) { return result }
  raiseTypeError("__index__ returned non-int (type ", result, ")")
  release(result)
  return .null
}

/// An index or count by `__index__`, clipped to what fits Int; false: an exception is set.
func indexOf(_ value: Value, _ out: inout Int) -> Bool {
  if value.isSmallInt {
    out = clippedToInt(value.smallInt)
    return true
  }
  let number = indexValue(value)
  if number.isNull { return false }
  var wide: Int64 = 0
  if toInt64(number, &wide) {
    out = clippedToInt(wide)
  } else {
    out = isNegativeInt(exactInt(number)) ? Int.min : Int.max
  }
  release(number)
  return true
}

@inline(__always) private func clippedToInt(_ number: Int64) -> Int {
  number > Int64(Int.max) ? Int.max : number < Int64(Int.min) ? Int.min : Int(truncatingIfNeeded: number)
}

// --------------------------------------------------------------------------------------------------------- comparison

@inline(__always) func reflectedComparison(_ op: Int32) -> Int32 {
  switch op {
  case 0: return 4
  case 1: return 5
  case 4: return 0
  case 5: return 1
  default: return op
  }
}

/// Rich comparison (`do_richcompare`): owned result, null with an exception set.
func compare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if isExactTuple(a) && isExactTuple(b) {
    let order = orderWithoutCode(a, b)
    if order != unknownOrder { return Value(orderHolds(order, op)) }
  }
  if !checkRecursion(" in comparison") { return .null }
  let left = typeOf(a)
  let right = typeOf(b)
  var reflectedDone = false
  if left != right, let function = right.pointee.compare, isSubtype(right, left) {
    reflectedDone = true
    let result = function(b, a, reflectedComparison(op))
    if result != .notImplemented { return result }
  }
  if let function = left.pointee.compare {
    let result = function(a, b, op)
    if result != .notImplemented { return result }
  }
  if !reflectedDone, let function = right.pointee.compare {
    let result = function(b, a, reflectedComparison(op))
    if result != .notImplemented { return result }
  }
  if op == 2 { return Value(a == b) }
  if op == 3 { return Value(a != b) }
  return raise(Exceptions.typeError) {
    $0.append("'")
    $0.append(comparisonSign(op))
    $0.append("' not supported between instances of '")
    $0.append(shownName(left))
    $0.append("' and '")
    $0.append(shownName(right))
    $0.append("'")
  }
}

private func comparisonSign(_ op: Int32) -> StaticString {
  switch op {
  case 0: return "<"
  case 1: return "<="
  case 2: return "=="
  case 3: return "!="
  case 4: return ">"
  default: return ">="
  }
}

/// Truth of a rich comparison: 1, 0, or -1 with an exception set. No identity shortcut.
func compareTruth(_ a: Value, _ b: Value, _ op: Int32) -> Int32 {
  if isExactTuple(a) && isExactTuple(b) { return compareTuples(a, b, op) }
  let result = compare(a, b, op)
  if result.isNull { return -1 }
  if result.isBool { return Int32(truncatingIfNeeded: result.bits & 1) }
  let truth = truthOf(result)
  release(result)
  return truth
}

/// What `orderWithoutCode` gives where it cannot tell.
private let unknownOrder: Int = 2

/// How two exact tuples order, where that can be told without running any code: -1, 0, 1 or `unknownOrder`.
@inline(never) private func orderWithoutCode(_ a: Value, _ b: Value) -> Int {
  let countA = tupleCount(a), countB = tupleCount(b)
  let itemsA = tupleItems(a), itemsB = tupleItems(b)
  for index in 0..<min(countA, countB) {
    let x = itemsA[index], y = itemsB[index]
    if x == y { continue }
    if x.isSmallInt && y.isSmallInt { return x.bits < y.bits ? -1 : 1 }
    if x.isFloat && y.isFloat {
      if x.float < y.float { return -1 }
      if x.float > y.float { return 1 }
      if x.float == y.float { continue }
      return unknownOrder
    }
    if !isExactStr(x) || !isExactStr(y) { return unknownOrder }
    if stringsEqual(x, y) { continue }
    return compareText(StrView(x), StrView(y)) < 0 ? -1 : 1
  }
  return countA < countB ? -1 : countA == countB ? 0 : 1
}

/// `compareTruth` of exact tuples: the first items that are not equal decide, else the lengths.
private func compareTuples(_ a: Value, _ b: Value, _ op: Int32) -> Int32 {
  if !checkRecursion(" in comparison") { return -1 }
  let countA = tupleCount(a), countB = tupleCount(b)
  let itemsA = tupleItems(a), itemsB = tupleItems(b)
  for index in 0..<min(countA, countB) {
    let x = itemsA[index], y = itemsB[index]
    let isEqual = sameOrEqual(x, y)
    if isEqual > 0 { continue }
    if isEqual < 0 { return -1 }
    if op == Int32(MOLT_EQ) { return 0 }
    if op == Int32(MOLT_NE) { return 1 }
    if x.isSmallInt && y.isSmallInt { return orderHolds(x.bits < y.bits ? -1 : 1, op) ? 1 : 0 }
    return compareTruth(x, y, op)
  }
  return orderHolds(countA < countB ? -1 : countA == countB ? 0 : 1, op) ? 1 : 0
}

/// Equality as containers see it: identical values are equal (`PyObject_RichCompareBool`). 1, 0 or -1.
func equal(_ a: Value, _ b: Value) -> Int32 {
  if a == b { return 1 }
  return compareTruth(a, b, 2)
}

// ----------------------------------------------------------------------------------------------------------- iteration

/// iter(value): an owned iterator.
func iterate(_ value: Value) -> Value {
  let type = typeOf(value)
  if let function = type.pointee.iterate {
    let iterator = function(value)
    if iterator.isNull || typeOf(iterator).pointee.next != nil { return iterator }
    raiseTypeError("iter() returned non-iterator of type '", iterator, "'")
    release(iterator)
    return .null
  }
  if type.pointee.getItem != nil && type.pointee.flags & UInt32(MOLT_TYPE_DICTIONARY) == 0 {
    return newSequenceIterator(value)
  }
  return raiseTypeError("'", value, "' object is not iterable")
}

/// Next item of an iterator: owned; null without an exception at the end.
@inline(__always) func nextItem(_ iterator: Value) -> Value {
  if let function = typeOf(iterator).pointee.next {
    // Iterators over iterators may be as deep as a program likes.
    if !checkRecursion("") { return .null }
    let item = function(iterator)
    if item.isNull && exceptionIsSet { return endOfIteration() }
    return item
  }
  return raiseTypeError("'", iterator, "' object is not an iterator")
}

/// StopIteration from a Python `__next__` is the plain end.
@inline(never) private func endOfIteration() -> Value {
  if exceptionMatches(Exceptions.stopIteration) { clearException() }
  return .null
}

// --------------------------------------------------------------------------------------------------------------- items

/// object[key]: owned.
func getItem(_ container: Value, _ key: Value) -> Value {
  if let function = typeOf(container).pointee.getItem { return function(container, key) }
  if isType(container) {
    // type[int] itself is a generic alias.
    if asType(container) == Types.type { return newGenericAlias(container, key) }
    let method = getAttributeOrNull(container, Names.classGetitem)
    if !method.isNull && !method.isNone {
      let result = call1(method, key)
      release(method)
      return result
    }
    if exceptionIsSet { return .null }
    return raise(Exceptions.typeError) {
      $0.append("type '")
      $0.append(asType(container).pointee.name)
      $0.append("' is not subscriptable")
    }
  }
  return raiseTypeError("'", container, "' object is not subscriptable")
}

func setItem(_ container: Value, _ key: Value, _ value: Value) -> Int32 {
  if let function = typeOf(container).pointee.setItem { return function(container, key, value) }
  if fitsSequence(container, key) { raiseTypeError("'", container, "' object does not support item assignment") }
  return -1
}

func deleteItem(_ container: Value, _ key: Value) -> Int32 {
  if let function = typeOf(container).pointee.setItem { return function(container, key, .null) }
  if !fitsSequence(container, key) { return -1 }
  // What could be a sequence has words of its own (PySequence_DelItem).
  if isIndex(key) && hasSequenceProtocol(typeOf(container)) {
    raiseTypeError("'", container, "' object doesn't support item deletion")
  } else {
    raiseTypeError("'", container, "' object does not support item deletion")
  }
  return -1
}

@inline(__always) private func isIndex(_ key: Value) -> Bool { isInt(key) || typeOf(key).pointee.toIndex != nil }

/// Whether CPython's type has a table of sequence functions, which every class defined in Python has: what has no items
/// to set or delete is then refused in other words.
private func hasSequenceProtocol(_ type: TypePointer) -> Bool {
  type.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 || type.pointee.length != nil || type.pointee.contains != nil
}

/// False, with an IndexError, for an index that is too large for any sequence: it is converted before anybody finds that
/// items cannot be set at all (PyObject_SetItem). A failing `__index__` is false, too.
private func fitsSequence(_ container: Value, _ key: Value) -> Bool {
  if key.isSmallInt || !isIndex(key) || !hasSequenceProtocol(typeOf(container)) { return true }
  let number = indexValue(key)
  if number.isNull { return false }
  var wide: Int64 = 0
  let fits = toInt64(number, &wide)
  release(number)
  if !fits { raiseIndexTooLarge(key) }
  return fits
}

/// `item in container`: 1, 0, or -1 with an exception set.
func contains(_ container: Value, _ item: Value) -> Int32 {
  if let function = typeOf(container).pointee.contains { return function(container, item) }
  let type = typeOf(container)
  if type.pointee.iterate == nil && type.pointee.getItem == nil {
    raiseTypeError("argument of type '", container, "' is not iterable")
    return -1
  }
  let iterator = iterate(container)
  if iterator.isNull {
    if exceptionMatches(Exceptions.typeError) {
      clearException()
      raiseTypeError("argument of type '", container, "' is not iterable")
    }
    return -1
  }
  while true {
    let next = nextItem(iterator)
    if next.isNull {
      release(iterator)
      return exceptionIsSet ? -1 : 0
    }
    let found = equal(next, item)
    release(next)
    if found != 0 {
      release(iterator)
      return found
    }
  }
}
