import MoltABI

// What compiled code calls for operators: the common types inline, everything else by way of the operands' types. The
// primitives with int, float and str operands do what the slots of those types do, only without the dispatch.

@inline(__always) private func areSmall(_ a: Value, _ b: Value) -> Bool { a.isSmallInt && b.isSmallInt }

/// Both operands as doubles when each is a float or a small int.
@inline(__always) private func doubles(_ a: Value, _ b: Value, _ x: inout Double, _ y: inout Double) -> Bool {
  if a.isFloat {
    x = a.float
    if b.isFloat {
      y = b.float
    } else if b.isSmallInt {
      y = Double(b.smallInt)
    } else {
      return false
    }
    return true
  }
  if b.isFloat && a.isSmallInt {
    x = Double(a.smallInt)
    y = b.float
    return true
  }
  return false
}

// ------------------------------------------------------------------------------------------------------------- add

@c(molt_binary_add) func molt_binary_add(_ a: Value, _ b: Value) -> Value {
  if areSmall(a, b) { return makeInt(a.smallInt &+ b.smallInt) }
  var x = 0.0
  var y = 0.0
  if doubles(a, b, &x, &y) { return Value(x + y) }
  if isExactStr(a) && isExactStr(b) { return concatenate(a, b) }
  return binaryOperation(0, a, b)
}

/// As molt_inplace_add, for a caller that releases its own reference to `a` right after: a str that nobody else holds
/// grows in place, and then the result is `a`, retained.
@c(molt_inplace_add_owned) func molt_inplace_add_owned(_ a: Value, _ b: Value) -> Value {
  if areSmall(a, b) { return makeInt(a.smallInt &+ b.smallInt) }
  var x = 0.0
  var y = 0.0
  if doubles(a, b, &x, &y) { return Value(x + y) }
  if isExactStr(a) && isExactStr(b) { return appendInPlace(a, b) }
  return inPlaceOperation(0, a, b)
}

@c(molt_inplace_add) func molt_inplace_add(_ a: Value, _ b: Value) -> Value {
  if areSmall(a, b) { return makeInt(a.smallInt &+ b.smallInt) }
  var x = 0.0
  var y = 0.0
  if doubles(a, b, &x, &y) { return Value(x + y) }
  if isExactStr(a) && isExactStr(b) { return concatenate(a, b) }
  return inPlaceOperation(0, a, b)
}

// -------------------------------------------------------------------------------------------------------- subtract

@inline(__always) private func fastSubtract(_ a: Value, _ b: Value) -> Value {
  if areSmall(a, b) { return makeInt(a.smallInt &- b.smallInt) }
  var x = 0.0
  var y = 0.0
  return doubles(a, b, &x, &y) ? Value(x - y) : .null
}

@c(molt_binary_sub) func molt_binary_sub(_ a: Value, _ b: Value) -> Value {
  let r = fastSubtract(a, b)
  return r.isNull ? binaryOperation(1, a, b) : r
}
@c(molt_inplace_sub) func molt_inplace_sub(_ a: Value, _ b: Value) -> Value {
  let r = fastSubtract(a, b)
  return r.isNull ? inPlaceOperation(1, a, b) : r
}

// -------------------------------------------------------------------------------------------------------- multiply

@inline(__always) private func fastMultiply(_ a: Value, _ b: Value) -> Value {
  if areSmall(a, b) {
    let (product, overflow) = a.smallInt.multipliedReportingOverflow(by: b.smallInt)
    return overflow ? .null : makeInt(product)
  }
  var x = 0.0
  var y = 0.0
  return doubles(a, b, &x, &y) ? Value(x * y) : .null
}

@c(molt_binary_mul) func molt_binary_mul(_ a: Value, _ b: Value) -> Value {
  let r = fastMultiply(a, b)
  return r.isNull ? binaryOperation(2, a, b) : r
}
@c(molt_inplace_mul) func molt_inplace_mul(_ a: Value, _ b: Value) -> Value {
  let r = fastMultiply(a, b)
  return r.isNull ? inPlaceOperation(2, a, b) : r
}

@c(molt_binary_matmul) func molt_binary_matmul(_ a: Value, _ b: Value) -> Value { binaryOperation(3, a, b) }
@c(molt_inplace_matmul) func molt_inplace_matmul(_ a: Value, _ b: Value) -> Value { inPlaceOperation(3, a, b) }

// -------------------------------------------------------------------------------------------------------- division

@inline(__always) private func fastTrueDivide(_ a: Value, _ b: Value) -> Value {
  if areSmall(a, b) { return b.smallInt == 0 ? .null : Value(Double(a.smallInt) / Double(b.smallInt)) }
  var x = 0.0
  var y = 0.0
  return doubles(a, b, &x, &y) && y != 0 ? Value(x / y) : .null
}

@c(molt_binary_truediv) func molt_binary_truediv(_ a: Value, _ b: Value) -> Value {
  let r = fastTrueDivide(a, b)
  return r.isNull ? binaryOperation(4, a, b) : r
}
@c(molt_inplace_truediv) func molt_inplace_truediv(_ a: Value, _ b: Value) -> Value {
  let r = fastTrueDivide(a, b)
  return r.isNull ? inPlaceOperation(4, a, b) : r
}

@inline(__always) private func fastModulo(_ a: Value, _ b: Value) -> Value {
  if areSmall(a, b) && b.smallInt != 0 {
    let y = b.smallInt
    let r = a.smallInt % y
    return Value(smallInt: r != 0 && (r ^ y) < 0 ? r &+ y : r)
  }
  var x = 0.0
  var y = 0.0
  return doubles(a, b, &x, &y) && y != 0 ? Value(floatModulo(x, y)) : .null
}

@c(molt_binary_mod) func molt_binary_mod(_ a: Value, _ b: Value) -> Value {
  let r = fastModulo(a, b)
  return r.isNull ? binaryOperation(5, a, b) : r
}
@c(molt_inplace_mod) func molt_inplace_mod(_ a: Value, _ b: Value) -> Value {
  let r = fastModulo(a, b)
  return r.isNull ? inPlaceOperation(5, a, b) : r
}

@inline(__always) private func fastFloorDivide(_ a: Value, _ b: Value) -> Value {
  if areSmall(a, b) && b.smallInt != 0 {
    let x = a.smallInt
    let y = b.smallInt
    let q = x / y
    return makeInt(q &* y != x && (x ^ y) < 0 ? q &- 1 : q)
  }
  var x = 0.0
  var y = 0.0
  return doubles(a, b, &x, &y) && y != 0 ? Value(floatDivideWithRemainder(x, y).quotient) : .null
}

@c(molt_binary_floordiv) func molt_binary_floordiv(_ a: Value, _ b: Value) -> Value {
  let r = fastFloorDivide(a, b)
  return r.isNull ? binaryOperation(12, a, b) : r
}
@c(molt_inplace_floordiv) func molt_inplace_floordiv(_ a: Value, _ b: Value) -> Value {
  let r = fastFloorDivide(a, b)
  return r.isNull ? inPlaceOperation(12, a, b) : r
}

// ----------------------------------------------------------------------------------------------------------- power

private func fastPower(_ a: Value, _ b: Value) -> Value {
  if areSmall(a, b) && b.smallInt >= 0 { return intPower(a, b) }
  if a.isFloat && b.isSmallInt && b.smallInt == 2 && a.float.isFinite {
    // A square that overflows is an error, which the general path raises.
    let square = a.float * a.float
    return square.isInfinite ? .null : Value(square)
  }
  var x = 0.0
  var y = 0.0
  return doubles(a, b, &x, &y) ? floatPower(x, y) : .null
}

@c(molt_binary_pow) func molt_binary_pow(_ a: Value, _ b: Value) -> Value {
  let r = fastPower(a, b)
  return r.isNull && molt_thread.exception.isNull ? binaryOperation(6, a, b) : r
}
@c(molt_inplace_pow) func molt_inplace_pow(_ a: Value, _ b: Value) -> Value {
  let r = fastPower(a, b)
  return r.isNull && molt_thread.exception.isNull ? inPlaceOperation(6, a, b) : r
}

// ------------------------------------------------------------------------------------------------------------ bits

@inline(__always) private func fastLeftShift(_ a: Value, _ b: Value) -> Value {
  if areSmall(a, b) && UInt64(bitPattern: b.smallInt) < 64 {
    let n = b.smallInt
    let shifted = a.smallInt << n
    if n < 63 && shifted >> n == a.smallInt { return makeInt(shifted) }
  }
  return .null
}

@c(molt_binary_lshift) func molt_binary_lshift(_ a: Value, _ b: Value) -> Value {
  let r = fastLeftShift(a, b)
  return r.isNull ? binaryOperation(7, a, b) : r
}
@c(molt_inplace_lshift) func molt_inplace_lshift(_ a: Value, _ b: Value) -> Value {
  let r = fastLeftShift(a, b)
  return r.isNull ? inPlaceOperation(7, a, b) : r
}

@inline(__always) private func fastRightShift(_ a: Value, _ b: Value) -> Value {
  areSmall(a, b) && b.smallInt >= 0 ? Value(smallInt: a.smallInt >> min(b.smallInt, 63)) : .null
}

@c(molt_binary_rshift) func molt_binary_rshift(_ a: Value, _ b: Value) -> Value {
  let r = fastRightShift(a, b)
  return r.isNull ? binaryOperation(8, a, b) : r
}
@c(molt_inplace_rshift) func molt_inplace_rshift(_ a: Value, _ b: Value) -> Value {
  let r = fastRightShift(a, b)
  return r.isNull ? inPlaceOperation(8, a, b) : r
}

@c(molt_binary_or) func molt_binary_or(_ a: Value, _ b: Value) -> Value {
  areSmall(a, b) ? Value(smallInt: a.smallInt | b.smallInt) : binaryOperation(9, a, b)
}
@c(molt_inplace_or) func molt_inplace_or(_ a: Value, _ b: Value) -> Value {
  areSmall(a, b) ? Value(smallInt: a.smallInt | b.smallInt) : inPlaceOperation(9, a, b)
}
@c(molt_binary_xor) func molt_binary_xor(_ a: Value, _ b: Value) -> Value {
  areSmall(a, b) ? Value(smallInt: a.smallInt ^ b.smallInt) : binaryOperation(10, a, b)
}
@c(molt_inplace_xor) func molt_inplace_xor(_ a: Value, _ b: Value) -> Value {
  areSmall(a, b) ? Value(smallInt: a.smallInt ^ b.smallInt) : inPlaceOperation(10, a, b)
}
@c(molt_binary_and) func molt_binary_and(_ a: Value, _ b: Value) -> Value {
  areSmall(a, b) ? Value(smallInt: a.smallInt & b.smallInt) : binaryOperation(11, a, b)
}
@c(molt_inplace_and) func molt_inplace_and(_ a: Value, _ b: Value) -> Value {
  areSmall(a, b) ? Value(smallInt: a.smallInt & b.smallInt) : inPlaceOperation(11, a, b)
}

// ----------------------------------------------------------------------------------------------------------- unary

@c(molt_unary_negative) func molt_unary_negative(_ a: Value) -> Value {
  if a.isSmallInt { return makeInt(-a.smallInt) }
  return a.isFloat ? Value(-a.float) : negativeOf(a)
}

@c(molt_unary_positive) func molt_unary_positive(_ a: Value) -> Value {
  a.isSmallInt || a.isFloat ? a : positiveOf(a)
}

@c(molt_unary_invert) func molt_unary_invert(_ a: Value) -> Value {
  a.isSmallInt ? Value(smallInt: ~a.smallInt) : invertedOf(a)
}
