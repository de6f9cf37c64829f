import MoltABI

// The module `math`: functions on floats. Integer functions are in MathIntegers.swift, sums in MathSums.swift.
// CPython: Modules/mathmodule.c.

/// The double of a real number argument. False: an exception is set.
func realArgument(_ value: Value, _ out: inout Double) -> Bool {
  if value.isFloat {
    out = value.float
    return true
  }
  if value.isSmallInt {
    out = Double(value.smallInt)
    return true
  }
  return toDouble(value, &out)
}

@discardableResult func raiseDomainError() -> Value { raise(Exceptions.valueError, "math domain error") }
@discardableResult func raiseRangeError() -> Value { raise(Exceptions.overflowError, "math range error") }

/// A function of one float. An infinite result of a finite argument is an overflow, or else a pole.
@inline(__always)
private func unary(_ args: Arguments?, overflows: Bool, _ function: (Double) -> Double) -> Value {
  var x = 0.0
  if !realArgument(args![0], &x) { return .null }
  let result = function(x)
  if result.isNaN && !x.isNaN { return raiseDomainError() }
  if result.isInfinite && x.isFinite { return overflows ? raiseRangeError() : raiseDomainError() }
  return Value(result)
}

@inline(__always)
private func binary(_ args: Arguments?, _ function: (Double, Double) -> Value) -> Value {
  var x = 0.0, y = 0.0
  if !realArgument(args![0], &x) || !realArgument(args![1], &y) { return .null }
  return function(x, y)
}

@inline(__always)
private func test(_ args: Arguments?, _ function: (Double) -> Bool) -> Value {
  var x = 0.0
  return realArgument(args![0], &x) ? Value(function(x)) : .null
}

func setUpMathModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "Mathematical functions of floats and ints.")
  addConstant(module, "pi", Value(Double.pi))
  addConstant(module, "e", Value(2.718281828459045))
  addConstant(module, "tau", Value(2 * Double.pi))
  addConstant(module, "inf", Value(Double.infinity))
  addConstant(module, "nan", Value(Double.nan))
  addElementary(module)
  addRounding(module)
  addLogarithms(module)
  addPowers(module)
  addIntegerFunctions(module)
  addSums(module)
  return true
}

private func addElementary(_ m: ModulePointer) {
  addFunction(
    m, "sqrt", 1, 1,
    { _, a, _, _ in
      if a![0].isFloat && a![0].float >= 0 { return Value(a![0].float.squareRoot()) }
      return unary(a, overflows: false) { $0.squareRoot() }
    })
  addFunction(m, "sin", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_sin($0) } })
  addFunction(m, "cos", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_cos($0) } })
  addFunction(m, "tan", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_tan($0) } })
  addFunction(m, "asin", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_asin($0) } })
  addFunction(m, "acos", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_acos($0) } })
  addFunction(m, "atan", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_atan($0) } })
  addFunction(m, "sinh", 1, 1, { _, a, _, _ in unary(a, overflows: true) { c_sinh($0) } })
  addFunction(m, "cosh", 1, 1, { _, a, _, _ in unary(a, overflows: true) { c_cosh($0) } })
  addFunction(m, "tanh", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_tanh($0) } })
  addFunction(m, "asinh", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_asinh($0) } })
  addFunction(m, "acosh", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_acosh($0) } })
  addFunction(m, "atanh", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_atanh($0) } })
  addFunction(m, "exp", 1, 1, { _, a, _, _ in unary(a, overflows: true) { c_exp($0) } })
  addFunction(m, "exp2", 1, 1, { _, a, _, _ in unary(a, overflows: true) { c_exp2($0) } })
  addFunction(m, "expm1", 1, 1, { _, a, _, _ in unary(a, overflows: true) { c_expm1($0) } })
  addFunction(m, "cbrt", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_cbrt($0) } })
  addFunction(m, "erf", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_erf($0) } })
  addFunction(m, "erfc", 1, 1, { _, a, _, _ in unary(a, overflows: false) { c_erfc($0) } })
  addFunction(
    m, "gamma", 1, 1,
    { _, a, _, _ in
      var x = 0.0
      return realArgument(a![0], &x) ? gamma(x) : .null
    })
  addFunction(
    m, "lgamma", 1, 1,
    { _, a, _, _ in
      var x = 0.0
      if !realArgument(a![0], &x) { return .null }
      if x.isInfinite { return Value(Double.infinity) }
      if x <= 0 && x == x.rounded(.down) { return raiseDomainError() }
      return logGamma(x)
    })
  addFunction(m, "fabs", 1, 1, { _, a, _, _ in unary(a, overflows: false) { $0.magnitude } })
  addFunction(
    m, "degrees", 1, 1,
    { _, a, _, _ in
      var x = 0.0
      return realArgument(a![0], &x) ? Value(x * (180.0 / Double.pi)) : .null
    })
  addFunction(
    m, "radians", 1, 1,
    { _, a, _, _ in
      var x = 0.0
      return realArgument(a![0], &x) ? Value(x * (Double.pi / 180.0)) : .null
    })
  addFunction(m, "isnan", 1, 1, { _, a, _, _ in test(a) { $0.isNaN } })
  addFunction(m, "isinf", 1, 1, { _, a, _, _ in test(a) { $0.isInfinite } })
  addFunction(m, "isfinite", 1, 1, { _, a, _, _ in test(a) { $0.isFinite } })
  addFunction(m, "atan2", 2, 2, { _, a, _, _ in binary(a) { Value(c_atan2($0, $1)) } })
  addFunction(
    m, "copysign", 2, 2,
    { _, a, _, _ in
      binary(a) { x, y in Value(Double(signOf: y, magnitudeOf: x)) }
    })
  addFunction(
    m, "isclose", 2, 4,
    { _, a, _, _ in
      var relative = 1e-09, absolute = 0.0
      if !a![2].isNull && !realArgument(a![2], &relative) { return .null }
      if !a![3].isNull && !realArgument(a![3], &absolute) { return .null }
      return binary(a) { x, y in
        if relative < 0 || absolute < 0 { return raise(Exceptions.valueError, "tolerances must be non-negative") }
        if x == y { return .true }
        if x.isInfinite || y.isInfinite { return .false }
        let difference = (y - x).magnitude
        return Value(
          difference <= (relative * y).magnitude || difference <= (relative * x).magnitude || difference <= absolute)
      }
    }, params: "a b * rel_tol abs_tol")
}

private func addRounding(_ m: ModulePointer) {
  addFunction(
    m, "floor", 1, 1,
    { _, a, _, _ in
      rounded(a![0], Names.floor) { $0.rounded(.down) }
    })
  addFunction(
    m, "ceil", 1, 1,
    { _, a, _, _ in
      rounded(a![0], Names.ceil) { $0.rounded(.up) }
    })
  addFunction(
    m, "trunc", 1, 1,
    { _, a, _, _ in
      if a![0].isFloat { return intFromDouble(a![0].float.rounded(.towardZero)) }
      let method = lookupSpecial(a![0], Names.trunc)
      if method.isNull {
        if exceptionIsSet { return .null }
        return raise(Exceptions.typeError) {
          $0.append("type ")
          $0.append(typeName(a![0]))
          $0.append(" doesn't define __trunc__ method")
        }
      }
      defer { release(method) }
      return call0(method)
    })
  addFunction(
    m, "modf", 1, 1,
    { _, a, _, _ in
      var x = 0.0
      if !realArgument(a![0], &x) { return .null }
      if x.isInfinite { return makeTuple(Value(Double(signOf: x, magnitudeOf: 0)), Value(x)) }
      if x.isNaN { return makeTuple(Value(x), Value(x)) }
      let whole = x.rounded(.towardZero)
      return makeTuple(Value(Double(signOf: x, magnitudeOf: x - whole)), Value(whole))
    })
  addFunction(
    m, "frexp", 1, 1,
    { _, a, _, _ in
      var x = 0.0
      if !realArgument(a![0], &x) { return .null }
      if !x.isFinite || x == 0 { return makeTuple(Value(x), Value(smallInt: 0)) }
      var exponent: Int32 = 0
      let mantissa = c_frexp(x, &exponent)
      return makeTuple(Value(mantissa), Value(smallInt: Int64(exponent)))
    })
  addFunction(
    m, "ldexp", 2, 2,
    { _, a, _, _ in
      var x = 0.0
      if !realArgument(a![0], &x) { return .null }
      if !isInt(a![1]) { return raise(Exceptions.typeError, "Expected an int as second argument to ldexp.") }
      var exponent: Int64 = 0
      if !toInt64(a![1], &exponent) { exponent = isNegativeInt(exactInt(a![1])) ? Int64.min : Int64.max }
      if x == 0 || !x.isFinite { return Value(x) }
      if exponent > 100_000 { return raiseRangeError() }
      if exponent < -100_000 { return Value(Double(signOf: x, magnitudeOf: 0)) }
      let result = c_ldexp(x, Int32(exponent))
      return result.isInfinite ? raiseRangeError() : Value(result)
    })
  addFunction(
    m, "nextafter", 2, 3,
    { _, a, _, _ in
      binary(a) { x, y in
        if a![2].isNull || a![2].isNone { return Value(stepped(x, y, 1)) }
        let index = indexValue(a![2])
        if index.isNull { return .null }
        defer { release(index) }
        if isNegativeInt(exactInt(index)) {
          return raise(Exceptions.valueError, "steps must be a non-negative integer")
        }
        var steps: Int64 = 0
        if !toInt64(index, &steps) { steps = Int64.max }
        return Value(stepped(x, y, UInt64(steps)))
      }
    }, params: "x y / * steps")
  addFunction(
    m, "ulp", 1, 1,
    { _, a, _, _ in
      var x = 0.0
      if !realArgument(a![0], &x) { return .null }
      return Value(x.isNaN ? x : x.isInfinite ? x.magnitude : x.magnitude.ulp)
    })
}

private func rounded(_ value: Value, _ name: Value, _ round: (Double) -> Double) -> Value {
  if value.isFloat { return intFromDouble(round(value.float)) }
  if value.isSmallInt { return value }
  let method = lookupSpecial(value, name)
  if !method.isNull {
    defer { release(method) }
    return call0(method)
  }
  if exceptionIsSet { return .null }
  var x = 0.0
  return realArgument(value, &x) ? intFromDouble(round(x)) : .null
}

/// The float `steps` representable numbers from x towards y.
private func stepped(_ x: Double, _ y: Double, _ steps: UInt64) -> Double {
  if steps == 0 || x.isNaN { return x }
  if y.isNaN { return y }
  // Ordered so that neighbours differ by one and both zeros are zero.
  func rank(_ d: Double) -> Int64 {
    let bits = Int64(bitPattern: d.bitPattern)
    return bits < 0 ? -(bits & Int64.max) : bits
  }
  let from = rank(x), to = rank(y)
  if from == to { return y }
  let distance = from < to ? UInt64(bitPattern: to &- from) : UInt64(bitPattern: from &- to)
  if steps >= distance { return y }
  let result = from < to ? from &+ Int64(steps) : from &- Int64(steps)
  if result == 0 { return from < 0 ? -0.0 : 0.0 }
  return result < 0 ? -Double(bitPattern: UInt64(-result)) : Double(bitPattern: UInt64(result))
}

// ------------------------------------------------------------------------------------------------ logarithms, powers

/// The logarithm of an int of any size or of a float, by a function for doubles. False: an exception is set.
private func logarithm(_ value: Value, _ function: (Double) -> Double, _ out: inout Double) -> Bool {
  if isInt(value) && !value.isSmallInt && !value.isBool {
    let exact = exactInt(value)
    if isNegativeInt(exact) || isZeroInt(exact) {
      raiseDomainError()
      return false
    }
    let bits = intBitLength(exact)
    if bits > 1023 {
      // log(x * 2**e) = log(x) + log(2) * e, with x in [0.5, 1)
      let shifted = intShiftRight(exact, bits - 64)
      let x = c_ldexp(intToDouble(shifted), -64)
      release(shifted)
      out = function(x) + function(2.0) * Double(bits)
      return true
    }
    out = function(intToDouble(exact))
    return true
  }
  var x = 0.0
  if !realArgument(value, &x) { return false }
  if x.isNaN || x == Double.infinity {
    out = x
    return true
  }
  if x <= 0 {
    raiseDomainError()
    return false
  }
  out = function(x)
  return true
}

private func addLogarithms(_ m: ModulePointer) {
  addFunction(
    m, "log", 1, 2,
    { _, a, count, _ in
      var x = 0.0
      if !logarithm(a![0], { c_log($0) }, &x) { return .null }
      if count == 1 { return Value(x) }
      var base = 0.0
      if !logarithm(a![1], { c_log($0) }, &base) { return .null }
      if base == 0 { return raise(Exceptions.zeroDivisionError, "float division by zero") }
      return Value(x / base)
    })
  addFunction(
    m, "log2", 1, 1,
    { _, a, _, _ in
      var x = 0.0
      return logarithm(a![0], { c_log2($0) }, &x) ? Value(x) : .null
    })
  addFunction(
    m, "log10", 1, 1,
    { _, a, _, _ in
      var x = 0.0
      return logarithm(a![0], { c_log10($0) }, &x) ? Value(x) : .null
    })
  addFunction(m, "log1p", 1, 1, { _, a, _, _ in unary(a, overflows: false) { $0 == 0 ? $0 : c_log1p($0) } })
}

private func addPowers(_ m: ModulePointer) {
  addFunction(
    m, "pow", 2, 2,
    { _, a, _, _ in
      binary(a) { x, y in
        let result = c_pow(x, y)
        if result.isFinite || !x.isFinite || !y.isFinite { return Value(result) }
        if result.isNaN { return raiseDomainError() }
        // Zero to a negative power is a pole, anything else an overflow.
        return x == 0 ? raiseDomainError() : raiseRangeError()
      }
    })
  addFunction(
    m, "fmod", 2, 2,
    { _, a, _, _ in
      binary(a) { x, y in
        if y.isInfinite && x.isFinite { return Value(x) }
        let result = c_fmod(x, y)
        return result.isNaN && !x.isNaN && !y.isNaN ? raiseDomainError() : Value(result)
      }
    })
  addFunction(
    m, "remainder", 2, 2,
    { _, a, _, _ in
      binary(a) { x, y in
        if x.isFinite && y.isInfinite { return Value(x) }
        let result = c_remainder(x, y)
        return result.isNaN && !x.isNaN && !y.isNaN ? raiseDomainError() : Value(result)
      }
    })
}

// -------------------------------------------------------------------------------------------------- gamma function

/// Numerator and denominator of the Lanczos approximation with g = 6.0246800407767296, N = 13 (Boost's constants, as in
/// CPython), highest coefficient first for large arguments.
private func lanczosSum(_ x: Double) -> Double {
  var numerator = 0.0, denominator = 0.0
  func add(_ n: Double, _ d: Double) {
    if x < 5 {
      numerator = numerator * x + n
      denominator = denominator * x + d
    } else {
      numerator = numerator / x + n
      denominator = denominator / x + d
    }
  }
  if x < 5 {
    add(2.506628274631000270165, 1)
    add(210.8242777515793458725, 66)
    add(8071.672002365816210638, 1925)
    add(186056.2653952234950403, 32670)
    add(2876370.628935372441225, 357423)
    add(31426415.58540019438061, 2637558)
    add(248874557.8620541565115, 13339535)
    add(1439720407.311721673663, 45995730)
    add(6039542586.352028005064, 105258076)
    add(17921034426.03720969992, 150917976)
    add(35711959237.35566804944, 120543840)
    add(42919803642.64909876896, 39916800)
    add(23531376880.41075968857, 0)
  } else {
    add(23531376880.41075968857, 0)
    add(42919803642.64909876896, 39916800)
    add(35711959237.35566804944, 120543840)
    add(17921034426.03720969992, 150917976)
    add(6039542586.352028005064, 105258076)
    add(1439720407.311721673663, 45995730)
    add(248874557.8620541565115, 13339535)
    add(31426415.58540019438061, 2637558)
    add(2876370.628935372441225, 357423)
    add(186056.2653952234950403, 32670)
    add(8071.672002365816210638, 1925)
    add(210.8242777515793458725, 66)
    add(2.506628274631000270165, 1)
  }
  return numerator / denominator
}

/// sin(pi * x) without the error of a large argument.
private func sinOfPi(_ x: Double) -> Double {
  let y = c_fmod(x.magnitude, 2.0)
  let n = Int((2.0 * y).rounded())
  let r: Double
  switch n {
  case 0: r = c_sin(Double.pi * y)
  case 1: r = c_cos(Double.pi * (y - 0.5))
  case 2: r = c_sin(Double.pi * (1.0 - y))
  case 3: r = -c_cos(Double.pi * (y - 1.5))
  default: r = c_sin(Double.pi * (y - 2.0))
  }
  return Double(signOf: x, magnitudeOf: 1) * r
}

/// CPython's `m_tgamma`: exact for small integers, Lanczos otherwise.
private func gamma(_ x: Double) -> Value {
  if x.isNaN || x == Double.infinity { return Value(x) }
  if x == -Double.infinity || x == 0 { return raiseDomainError() }
  if x == x.rounded(.down) {
    if x < 0 { return raiseDomainError() }
    if x <= 23 {
      var product = 1.0, i = 2.0
      while i < x {
        product *= i
        i += 1
      }
      return Value(product)
    }
  }
  let magnitude = x.magnitude
  if magnitude < 1e-20 {
    let r = 1.0 / x
    return r.isInfinite ? raiseRangeError() : Value(r)
  }
  if magnitude > 200 {
    return x < 0 ? Value(0.0 / sinOfPi(x)) : raiseRangeError()
  }
  let gMinusHalf = 5.524680040776729583740234375, g = 6.024680040776729583740234375
  let y = magnitude + gMinusHalf
  var z: Double
  if magnitude > gMinusHalf {
    let q = y - magnitude
    z = q - gMinusHalf
  } else {
    let q = y - gMinusHalf
    z = q - magnitude
  }
  z = z * g / y
  var r: Double
  if x < 0 {
    r = -Double.pi / sinOfPi(magnitude) / magnitude * c_exp(y) / lanczosSum(magnitude)
    r -= z * r
    if magnitude < 140 {
      r /= c_pow(y, magnitude - 0.5)
    } else {
      let root = c_pow(y, magnitude / 2 - 0.25)
      r /= root
      r /= root
    }
  } else {
    r = lanczosSum(magnitude) / c_exp(y)
    r += z * r
    if magnitude < 140 {
      r *= c_pow(y, magnitude - 0.5)
    } else {
      let root = c_pow(y, magnitude / 2 - 0.25)
      r *= root
      r *= root
    }
  }
  return r.isInfinite ? raiseRangeError() : Value(r)
}

/// CPython's `m_lgamma`.
private func logGamma(_ x: Double) -> Value {
  if x.isNaN { return Value(x) }
  let magnitude = x.magnitude
  if x == 1 || x == 2 { return Value(0.0) }
  if magnitude < 1e-20 { return Value(-c_log(magnitude)) }
  let g = 6.024680040776729583740234375
  var r = c_log(lanczosSum(magnitude)) - g
  r += (magnitude - 0.5) * (c_log(magnitude + g - 0.5) - 1)
  if x < 0 {
    r = 1.144729885849400174143427351353058711647 - c_log(sinOfPi(magnitude).magnitude) - c_log(magnitude) - r
  }
  return r.isInfinite ? raiseRangeError() : Value(r)
}
