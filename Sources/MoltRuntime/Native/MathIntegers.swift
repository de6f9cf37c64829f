import MoltABI

// The integer functions of `math`. CPython: Modules/mathmodule.c.

/// `__index__` of an argument as an exact int. Owned, or null.
private func integer(_ value: Value) -> Value {
  let index = indexValue(value)
  if index.isNull || index.isSmallInt { return index }
  let exact = retained(exactInt(index))
  release(index)
  return exact
}

/// Replaces an owned int by an owned one.
private func update(_ value: inout Value, _ new: Value) {
  release(value)
  value = new
}

func addIntegerFunctions(_ m: ModulePointer) {
  addFunction(
    m, "gcd", 0, -1,
    { _, a, count, names in
      if !rejectKeywords(names, "math.gcd") { return .null }
      var result = Value(smallInt: 0)
      var i = 0
      while i < Int(count) {
        let n = integer(a![i])
        if n.isNull {
          release(result)
          return .null
        }
        update(&result, greatestCommonDivisor(result, n))
        release(n)
        i += 1
      }
      return result
    })
  addFunction(
    m, "lcm", 0, -1,
    { _, a, count, names in
      if !rejectKeywords(names, "math.lcm") { return .null }
      var result = Value(smallInt: 1)
      var i = 0
      while i < Int(count) {
        let n = integer(a![i])
        if n.isNull {
          release(result)
          return .null
        }
        if isZeroInt(n) || isZeroInt(result) {
          update(&result, Value(smallInt: 0))
        } else {
          let divisor = greatestCommonDivisor(result, n)
          let part = intFloorDivide(result, divisor)
          let product = intMultiply(part, n)
          release(divisor)
          release(part)
          update(&result, intAbsolute(product))
          release(product)
        }
        release(n)
        i += 1
      }
      return result
    })
  addFunction(
    m, "isqrt", 1, 1,
    { _, a, _, _ in
      let n = integer(a![0])
      if n.isNull { return .null }
      defer { release(n) }
      if isNegativeInt(n) { return raise(Exceptions.valueError, "isqrt() argument must be nonnegative") }
      return integerSquareRoot(n)
    })
  addFunction(
    m, "factorial", 1, 1,
    { _, a, _, _ in
      let n = integer(a![0])
      if n.isNull { return .null }
      defer { release(n) }
      if isNegativeInt(n) { return raise(Exceptions.valueError, "factorial() not defined for negative values") }
      var small: Int64 = 0
      if !toInt64(n, &small) || small > Int64(Int32.max) {
        return raise(Exceptions.overflowError) {
          $0.append("factorial() argument should not exceed ")
          $0.append(int: Int.max)
        }
      }
      return product(1, small)
    })
  addFunction(
    m, "perm", 1, 2,
    { _, a, count, _ in
      if count == 1 || a![1].isNone {
        let n = integer(a![0])
        if n.isNull { return .null }
        defer { release(n) }
        if isNegativeInt(n) { return raise(Exceptions.valueError, "factorial() not defined for negative values") }
        var small: Int64 = 0
        if !toInt64(n, &small) {
          return raise(Exceptions.overflowError, "factorial() argument should not exceed 9223372036854775807")
        }
        return product(1, small)
      }
      return selections(a!, isCombination: false)
    })
  addFunction(m, "comb", 2, 2, { _, a, _, _ in selections(a!, isCombination: true) })
}

/// gcd(|a|, |b|), owned.
func greatestCommonDivisor(_ a: Value, _ b: Value) -> Value {
  var x = intAbsolute(a), y = intAbsolute(b)
  var small: Int64 = 0, other: Int64 = 0
  while !isZeroInt(y) {
    if toInt64(x, &small) && toInt64(y, &other) {
      while other != 0 { (small, other) = (other, small % other) }
      release(x)
      release(y)
      return makeInt(small)
    }
    let rest = intModulo(x, y)
    release(x)
    x = y
    y = rest
  }
  release(y)
  return x
}

/// The product of from ... to, by halves, so that most multiplications are of numbers of like size.
private func product(_ from: Int64, _ to: Int64) -> Value {
  if from > to { return Value(smallInt: 1) }
  if to - from < 16 {
    var result = Value(smallInt: 1)
    var machine: Int64 = 1
    var i = from
    while i <= to {
      let (p, overflow) = machine.multipliedReportingOverflow(by: i)
      if overflow {
        let factor = makeInt(machine)
        update(&result, intMultiply(result, factor))
        release(factor)
        machine = i
      } else {
        machine = p
      }
      i += 1
    }
    let factor = makeInt(machine)
    update(&result, intMultiply(result, factor))
    release(factor)
    return result
  }
  let middle = from + (to - from) / 2
  let low = product(from, middle), high = product(middle + 1, to)
  let result = intMultiply(low, high)
  release(low)
  release(high)
  return result
}

/// comb(n, k) and perm(n, k).
private func selections(_ args: Arguments, isCombination: Bool) -> Value {
  let n = integer(args[0])
  if n.isNull { return .null }
  defer { release(n) }
  var k = integer(args[1])
  if k.isNull { return .null }
  defer { release(k) }
  if isNegativeInt(n) { return raise(Exceptions.valueError, "n must be a non-negative integer") }
  if isNegativeInt(k) { return raise(Exceptions.valueError, "k must be a non-negative integer") }
  let rest = intSubtract(n, k)
  defer { release(rest) }
  if isNegativeInt(rest) { return Value(smallInt: 0) }
  if isCombination && intCompare(rest, k) < 0 {
    release(k)
    k = retained(rest)
  }
  var count: Int64 = 0
  if !toInt64(k, &count) {
    return raise(Exceptions.overflowError) {
      $0.append(isCombination ? "min(n - k, k) must not exceed " : "k must not exceed ")
      $0.append(int: Int.max)
    }
  }
  var small: Int64 = 0
  if toInt64(n, &small) && !isCombination { return product(small - count + 1, small) }
  if toInt64(n, &small) && count < 1000 || !toInt64(n, &small) {
    var result = Value(smallInt: 1)
    var factor = retained(n)
    var i: Int64 = 1
    while i <= count {
      update(&result, intMultiply(result, factor))
      if isCombination {
        let divisor = makeInt(i)
        update(&result, intFloorDivide(result, divisor))
        release(divisor)
      }
      update(&factor, intSubtract(factor, Value(smallInt: 1)))
      i += 1
    }
    release(factor)
    return result
  }
  let numerator = product(small - count + 1, small), denominator = product(1, count)
  defer {
    release(numerator)
    release(denominator)
  }
  return intFloorDivide(numerator, denominator)
}

/// The floor of the square root, by Newton's method with growing precision (`math_isqrt`).
private func integerSquareRoot(_ n: Value) -> Value {
  var small: Int64 = 0
  if toInt64(n, &small) {
    if small == 0 { return Value(smallInt: 0) }
    var root = Int64(Double(small).squareRoot())
    while root > 3_037_000_499 || root * root > small { root -= 1 }
    while root < 3_037_000_499 && (root + 1) * (root + 1) <= small { root += 1 }
    return makeInt(root)
  }
  let c = (intBitLength(n) - 1) / 2
  var a = Value(smallInt: 1)
  var d = 0
  var s = Int.bitWidth - c.leadingZeroBitCount - 1
  while s >= 0 {
    let e = d
    d = c >> s
    let high = intShiftLeft(a, d - e - 1)
    let shifted = intShiftRight(n, 2 * c - e - d + 1)
    let quotient = intFloorDivide(shifted, a)
    release(shifted)
    update(&a, intAdd(high, quotient))
    release(high)
    release(quotient)
    s -= 1
  }
  let square = intMultiply(a, a)
  if intCompare(square, n) > 0 { update(&a, intSubtract(a, Value(smallInt: 1))) }
  release(square)
  return a
}
