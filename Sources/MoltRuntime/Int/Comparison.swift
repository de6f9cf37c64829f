import MoltABI

// Rich comparisons as compiled code calls them: `molt_compare_*` gives a value, `molt_test_*` its truth.

/// The result for two small ints, two numbers of which one is a float, or (== and != only) two exact strs: 1 or 0; -1:
/// none of these.
@inline(__always)
private func fastComparison(
  _ a: Value, _ b: Value, _ ints: (Int64, Int64) -> Bool, _ floats: (Double, Double) -> Bool
) -> Int32 {
  if a.isSmallInt && b.isSmallInt { return ints(a.smallInt, b.smallInt) ? 1 : 0 }
  if a.isFloat {
    if b.isFloat { return floats(a.float, b.float) ? 1 : 0 }
    if b.isSmallInt { return floats(a.float, Double(b.smallInt)) ? 1 : 0 }
  } else if b.isFloat && a.isSmallInt {
    return floats(Double(a.smallInt), b.float) ? 1 : 0
  }
  return -1
}

@inline(__always) private func fastStrEquality(_ a: Value, _ b: Value) -> Int32 {
  isExactStr(a) && isExactStr(b) ? (stringsEqual(a, b) ? 1 : 0) : -1
}

@c(molt_compare_lt) func molt_compare_lt(_ a: Value, _ b: Value) -> Value {
  let r = fastComparison(a, b, { $0 < $1 }, { $0 < $1 })
  return r < 0 ? compare(a, b, 0) : Value(r != 0)
}

@c(molt_test_lt) func molt_test_lt(_ a: Value, _ b: Value) -> Int32 {
  let r = fastComparison(a, b, { $0 < $1 }, { $0 < $1 })
  return r < 0 ? compareTruth(a, b, 0) : r
}

@c(molt_compare_le) func molt_compare_le(_ a: Value, _ b: Value) -> Value {
  let r = fastComparison(a, b, { $0 <= $1 }, { $0 <= $1 })
  return r < 0 ? compare(a, b, 1) : Value(r != 0)
}

@c(molt_test_le) func molt_test_le(_ a: Value, _ b: Value) -> Int32 {
  let r = fastComparison(a, b, { $0 <= $1 }, { $0 <= $1 })
  return r < 0 ? compareTruth(a, b, 1) : r
}

@c(molt_compare_eq) func molt_compare_eq(_ a: Value, _ b: Value) -> Value {
  var r = fastComparison(a, b, { $0 == $1 }, { $0 == $1 })
  if r < 0 { r = fastStrEquality(a, b) }
  return r < 0 ? compare(a, b, 2) : Value(r != 0)
}

@c(molt_test_eq) func molt_test_eq(_ a: Value, _ b: Value) -> Int32 {
  var r = fastComparison(a, b, { $0 == $1 }, { $0 == $1 })
  if r < 0 { r = fastStrEquality(a, b) }
  return r < 0 ? compareTruth(a, b, 2) : r
}

@c(molt_compare_ne) func molt_compare_ne(_ a: Value, _ b: Value) -> Value {
  var r = fastComparison(a, b, { $0 != $1 }, { $0 != $1 })
  if r < 0 {
    r = fastStrEquality(a, b)
    if r >= 0 { r ^= 1 }
  }
  return r < 0 ? compare(a, b, 3) : Value(r != 0)
}

@c(molt_test_ne) func molt_test_ne(_ a: Value, _ b: Value) -> Int32 {
  var r = fastComparison(a, b, { $0 != $1 }, { $0 != $1 })
  if r < 0 {
    r = fastStrEquality(a, b)
    if r >= 0 { r ^= 1 }
  }
  return r < 0 ? compareTruth(a, b, 3) : r
}

@c(molt_compare_gt) func molt_compare_gt(_ a: Value, _ b: Value) -> Value {
  let r = fastComparison(a, b, { $0 > $1 }, { $0 > $1 })
  return r < 0 ? compare(a, b, 4) : Value(r != 0)
}

@c(molt_test_gt) func molt_test_gt(_ a: Value, _ b: Value) -> Int32 {
  let r = fastComparison(a, b, { $0 > $1 }, { $0 > $1 })
  return r < 0 ? compareTruth(a, b, 4) : r
}

@c(molt_compare_ge) func molt_compare_ge(_ a: Value, _ b: Value) -> Value {
  let r = fastComparison(a, b, { $0 >= $1 }, { $0 >= $1 })
  return r < 0 ? compare(a, b, 5) : Value(r != 0)
}

@c(molt_test_ge) func molt_test_ge(_ a: Value, _ b: Value) -> Int32 {
  let r = fastComparison(a, b, { $0 >= $1 }, { $0 >= $1 })
  return r < 0 ? compareTruth(a, b, 5) : r
}
