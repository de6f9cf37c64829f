import MoltABI

// The type float (Objects/floatobject.c). A float is held inline in its value; an instance of a subclass is a
// MoltBoxed.

/// Whether the value is a float or an instance of a subclass.
@inline(__always) func isFloat(_ v: Value) -> Bool {
  v.isFloat || (v.isObject && v.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_FLOAT) != 0)
}

/// Only for `isFloat`.
@inline(__always) func floatValue(_ v: Value) -> Double {
  v.isFloat ? v.float : v.pointer(MoltBoxed.self).pointee.value.float
}

/// A value as a double by __float__ or __index__ (`PyFloat_AsDouble`); false: an exception is set.
func toDouble(_ v: Value, _ out: inout Double) -> Bool {
  if isFloat(v) {
    out = floatValue(v)
    return true
  }
  if v.isSmallInt {
    out = Double(v.smallInt)
    return true
  }
  let type = typeOf(v)
  if let convert = type.pointee.toFloat { return converted(v, convert, &out) }
  if type.pointee.toIndex != nil {
    let index = indexValue(v)
    if index.isNull { return false }
    defer { release(index) }
    return intToFiniteDouble(index, &out)
  }
  raiseTypeError("must be real number, not ", v, "")
  return false
}

/// As `toDouble`, for the constructors of float and complex: they ask `__float__` of a subclass of float too, where other
/// uses take the number that it is.
func constructorArgument(_ v: Value, _ out: inout Double) -> Bool {
  if !v.isFloat && isFloat(v), let convert = typeOf(v).pointee.toFloat { return converted(v, convert, &out) }
  return toDouble(v, &out)
}

/// What a value's `__float__` says.
private func converted(_ v: Value, _ convert: MoltUnary, _ out: inout Double) -> Bool {
  let result = convert(v)
  if result.isNull { return false }
  defer { release(result) }
  if !isFloat(result) {
    raise(Exceptions.typeError) { b in
      b.append(typeName(v))
      b.append(".__float__ returned non-float (type ")
      b.append(typeName(result))
      b.append(")")
    }
    return false
  }
  out = floatValue(result)
  return true
}

// ------------------------------------------------------------------------------------------------------------- slots

/// An operand as a double: 1, 0 if it is neither float nor int, -1 for an int that is too large (raised).
@inline(__always) private func operand(_ v: Value, _ out: inout Double) -> Int {
  if v.isFloat {
    out = v.float
    return 1
  }
  return otherOperand(v, &out)
}

@inline(never) private func otherOperand(_ v: Value, _ out: inout Double) -> Int {
  if isFloat(v) {
    out = floatValue(v)
    return 1
  }
  if !isInt(v) { return 0 }
  return intToFiniteDouble(exactInt(v), &out) ? 1 : -1
}

@inline(__always)
private func onFloats(_ a: Value, _ b: Value, _ body: (Double, Double) -> Value) -> Value {
  var x = 0.0
  var y = 0.0
  let left = operand(a, &x)
  if left <= 0 { return left == 0 ? .notImplemented : .null }
  let right = operand(b, &y)
  if right <= 0 { return right == 0 ? .notImplemented : .null }
  return body(x, y)
}

private func floatCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  let x = floatValue(a)
  if isFloat(b) {
    let y = floatValue(b)
    return Value(orderSatisfies(x < y ? -1 : x > y ? 1 : x == y ? 0 : 2, op))
  }
  if !isInt(b) { return .notImplemented }
  let order = compareIntDouble(exactInt(b), x)
  return Value(orderSatisfies(order == 2 ? 2 : -order, op))
}

private func floatDivmod(_ x: Double, _ y: Double) -> Value {
  if y == 0 { return raise(Exceptions.zeroDivisionError, "float divmod()") }
  let (quotient, remainder) = floatDivideWithRemainder(x, y)
  return makeTuple(Value(quotient), Value(remainder))
}

// ------------------------------------------------------------------------------------------------------ construction

/// float(x) for any value (`PyNumber_Float`): an exact float.
func floatOf(_ v: Value) -> Value {
  if v.isFloat { return v }
  let type = typeOf(v)
  if type.pointee.toFloat == nil && type.pointee.toIndex == nil {
    if isStr(v) { return floatFromString(v) }
    if isBytesLike(v) { return floatFromBytes(v) }
    return raiseTypeError("float() argument must be a string or a real number, not '", v, "'")
  }
  var x = 0.0
  return constructorArgument(v, &x) ? Value(x) : .null
}

private func floatFromBytes(_ v: Value) -> Value {
  let view = BytesView(v)
  var start = 0
  var end = view.count
  while start < end && isSpaceByte(view[start]) { start += 1 }
  while end > start && isSpaceByte(view[end - 1]) { end -= 1 }
  var x = 0.0
  return parseFloat(view.bytes + start, end - start, &x) ? Value(x) : raiseInvalidFloat(v)
}

/// TypeError for arguments that a constructor of at most one positional argument refuses; true: they are fine.
func takesAtMostOne(_ name: StaticString, _ count: Int32, _ names: Value) -> Bool {
  if !names.isNull && tupleCount(names) > 0 {
    raise(Exceptions.typeError) { b in
      b.append(name)
      b.append("() takes no keyword arguments")
    }
    return false
  }
  if count > 1 {
    raise(Exceptions.typeError) { b in
      b.append(name)
      b.append(" expected at most 1 argument, got ")
      b.append(int: Int(count))
    }
    return false
  }
  return true
}

private func constructFloat(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if !rejectKeywords(names, "float", for: asType(callee), of: Types.float) { return .null }
  if !takesAtMostOne("float", count, .null) { return .null }
  return madeFor(callee, count == 0 ? Value(0.0) : floatOf(args.unsafelyUnwrapped[0]), Types.float)
}

// ----------------------------------------------------------------------------------------------------------- methods

private func floatRatio(_ x: Double) -> Value {
  if x.isInfinite { return raise(Exceptions.overflowError, "cannot convert Infinity to integer ratio") }
  if x.isNaN { return raise(Exceptions.valueError, "cannot convert NaN to integer ratio") }
  if x == 0 { return makeTuple(Value(smallInt: 0), Value(smallInt: 1)) }
  let bits = x.bitPattern
  let biased = Int(bits >> 52 & 0x7ff)
  var mantissa = Int64(bits & 0xf_ffff_ffff_ffff) | (biased == 0 ? 0 : 1 << 52)
  var exponent = max(biased, 1) - 1075
  while mantissa & 1 == 0 {
    mantissa >>= 1
    exponent += 1
  }
  let odd = makeInt(x < 0 ? -mantissa : mantissa)
  let pair = newTuple(2)
  tupleItems(pair)[0] = exponent > 0 ? intShiftLeft(odd, exponent) : retained(odd)
  tupleItems(pair)[1] = exponent < 0 ? intShiftLeft(Value(smallInt: 1), -exponent) : Value(smallInt: 1)
  release(odd)
  return pair
}

private func roundMethod(_ v: Value, _ args: Arguments?, _ count: Int32) -> Value {
  let x = floatValue(v)
  if count == 0 || args.unsafelyUnwrapped[0].isNone { return intFromDouble(x.rounded(.toNearestOrEven)) }
  var digits = 0
  return indexOf(args.unsafelyUnwrapped[0], &digits) ? floatRound(x, digits) : .null
}

private func fromHexMethod(_ type: Value, _ text: Value) -> Value {
  if !isStr(text) { return raise(Exceptions.typeError, "bad argument type for built-in operation") }
  var isMalformed = true
  var result = Value.null
  let view = StrView(text)
  if view.isASCII {
    withASCIINumber(view) { result = floatFromHex($0, $1, &isMalformed) }
  }
  if isMalformed { return raise(Exceptions.valueError, "invalid hexadecimal floating-point string") }
  if result.isNull || type.pointer(MoltType.self) == Types.float { return result }
  return call1(type, result)
}

private func addFloatMethods(_ t: TypePointer) {
  addGetter(t, "real", { Value(floatValue($0)) })
  addGetter(t, "imag", { _ in Value(0.0) })
  addMethod(
    t, "is_integer", 0, 0,
    { v, _, _, _ in
      let x = floatValue(v)
      return Value(x.isFinite && x == x.rounded(.towardZero))
    })
  addMethod(t, "as_integer_ratio", 0, 0, { v, _, _, _ in floatRatio(floatValue(v)) })
  addMethod(t, "conjugate", 0, 0, { v, _, _, _ in Value(floatValue(v)) })
  addMethod(t, "hex", 0, 0, { v, _, _, _ in floatHex(floatValue(v)) })
  addClassMethod(t, "fromhex", 1, 1, { type, args, _, _ in fromHexMethod(type, args.unsafelyUnwrapped[0]) })
  addMethod(t, "__round__", 0, 1, { v, args, count, _ in roundMethod(v, args, count) })
  addMethod(t, "__trunc__", 0, 0, { v, _, _, _ in intFromDouble(floatValue(v)) })
  addMethod(t, "__floor__", 0, 0, { v, _, _, _ in intFromDouble(floatValue(v).rounded(.down)) })
  addMethod(t, "__ceil__", 0, 0, { v, _, _, _ in intFromDouble(floatValue(v).rounded(.up)) })
  addMethod(t, "__format__", 1, 1, { v, args, _, _ in formatMethod(v, args.unsafelyUnwrapped[0], formatFloat) })
  addMethod(t, "__getnewargs__", 0, 0, { v, _, _, _ in makeTuple(Value(floatValue(v))) })
  addClassMethod(
    t, "__getformat__", 1, 1,
    { _, args, _, _ in
      let kind = args.unsafelyUnwrapped[0]
      if !requireStrArgument(kind, "__getformat__() argument must be str, not ") { return .null }
      if viewEquals(StrView(kind), "double") || viewEquals(StrView(kind), "float") {
        return makeString("IEEE, little-endian")
      }
      return raise(Exceptions.valueError, "__getformat__() argument 1 must be 'double' or 'float'")
    })
}

func setUpFloatType() {
  let t = Types.float
  setUpType(t, "float", size: MemoryLayout<MoltBoxed>.stride, flags: UInt32(MOLT_TYPE_BASE) | UInt32(MOLT_TYPE_FLOAT))
  t.pointee.destroy = { destroyBoxed($0!) }
  t.pointee.construct = constructFloat
  t.pointee.repr = { floatRepr(floatValue($0)) }
  t.pointee.hash = { floatHash(floatValue($0)) }
  t.pointee.compare = floatCompare
  t.pointee.truth = { floatValue($0) != 0 ? 1 : 0 }
  t.pointee.negative = { Value(-floatValue($0)) }
  t.pointee.positive = { Value(floatValue($0)) }
  t.pointee.absolute = { Value(floatValue($0).magnitude) }
  t.pointee.toInt = { intFromDouble(floatValue($0)) }
  t.pointee.toFloat = { Value(floatValue($0)) }
  setBinary(t, Operator.add) { onFloats($0, $1) { Value($0 + $1) } }
  setBinary(t, Operator.subtract) { onFloats($0, $1) { Value($0 - $1) } }
  setBinary(t, Operator.multiply) { onFloats($0, $1) { Value($0 * $1) } }
  setBinary(t, Operator.trueDivide) { a, b in
    onFloats(a, b) { x, y in
      y == 0 ? raise(Exceptions.zeroDivisionError, "float division by zero") : Value(x / y)
    }
  }
  setBinary(t, Operator.floorDivide) { a, b in
    onFloats(a, b) { x, y in
      y == 0
        ? raise(Exceptions.zeroDivisionError, "float floor division by zero")
        : Value(floatDivideWithRemainder(x, y).quotient)
    }
  }
  setBinary(t, Operator.modulo) { a, b in
    onFloats(a, b) { x, y in
      y == 0 ? raise(Exceptions.zeroDivisionError, "float modulo") : Value(floatModulo(x, y))
    }
  }
  setBinary(t, Operator.divmod) { onFloats($0, $1, floatDivmod) }
  setBinary(t, Operator.power) { onFloats($0, $1, floatPower) }
  addFloatMethods(t)
  finishType(t)
}
