import MoltABI

// The types int and bool (Objects/longobject.c, Objects/boolobject.c).

// ------------------------------------------------------------------------------------------------------------ slots

func destroyIntOrBoxed(_ object: ObjectPointer) {
  if object.pointee.type == Types.int { destroyInt(object) } else { destroyBoxed(object) }
}

@inline(__always)
private func onInts(_ a: Value, _ b: Value, _ body: (Value, Value) -> Value) -> Value {
  isInt(a) && isInt(b) ? body(exactInt(a), exactInt(b)) : .notImplemented
}

func intFloorDivideChecked(_ a: Value, _ b: Value) -> Value {
  isZeroInt(b) ? raise(Exceptions.zeroDivisionError, "integer division or modulo by zero") : intFloorDivide(a, b)
}

func intModuloChecked(_ a: Value, _ b: Value) -> Value {
  isZeroInt(b) ? raise(Exceptions.zeroDivisionError, "integer modulo by zero") : intModulo(a, b)
}

private func intDivmod(_ a: Value, _ b: Value) -> Value {
  if isZeroInt(b) { return raise(Exceptions.zeroDivisionError, "integer division or modulo by zero") }
  let pair = newTuple(2)
  intDivide(a, b, tupleItems(pair), tupleItems(pair) + 1)
  return pair
}

private func tooManyDigits() -> Value {
  if exceptionIsSet { clearException() }
  return raise(Exceptions.overflowError, "too many digits in integer")
}

private func intLeftShiftChecked(_ a: Value, _ b: Value) -> Value {
  if isNegativeInt(b) { return raise(Exceptions.valueError, "negative shift count") }
  if isZeroInt(a) { return a }
  var n: Int64 = 0
  // CPython counts digits of 30 bits, of which there is a most; what is beyond memory comes before that.
  var bits = 0.0
  if !toInt64(b, &n) || n > Int64(Int.max / 16) {
    return intToFiniteDouble(b, &bits) && bits < 30 * 0x1p61
      ? raise(Exceptions.memoryError) : tooManyDigits()
  }
  if !hasRoom(Int(n / 8), units: 1) { return .null }
  return intShiftLeft(a, Int(n))
}

private func intRightShiftChecked(_ a: Value, _ b: Value) -> Value {
  if isNegativeInt(b) { return raise(Exceptions.valueError, "negative shift count") }
  var n: Int64 = 0
  if !toInt64(b, &n) || n > Int64(Int.max) { return Value(smallInt: isNegativeInt(a) ? -1 : 0) }
  return intShiftRight(a, Int(n))
}

func intPowerChecked(_ a: Value, _ b: Value) -> Value {
  if !isNegativeInt(b) { return intPower(a, b) }
  var x = 0.0
  var y = 0.0
  if !intToFiniteDouble(a, &x) || !intToFiniteDouble(b, &y) { return .null }
  return floatPower(x, y)
}

/// pow(a, b, m) for values of any type; null with an exception set.
func powModulo(_ a: Value, _ b: Value, _ m: Value) -> Value {
  if m.isNone { return binaryOperation(6, a, b) }
  let type = typeOf(a)
  if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 {
    // A class's own `__pow__` comes first also where all three are ints.
    let method = lookupInType(type, Names.pow)
    if !method.isNull && typeOf(method) != Types.wrapperDescriptor {
      let bound = bind(method, a)
      let result = bound.isNull ? .null : call2(bound, b, m)
      releaseIfBound(bound)
      return result == .notImplemented ? raiseUnsupportedPow(a, b, m) : result
    }
  }
  if !(isInt(a) && isInt(b) && isInt(m)) {
    // A user class may define __pow__ with three arguments; only the left operand's is asked.
    if !isInt(a) && !a.isFloat {
      let method = lookupSpecial(a, Names.pow)
      if !method.isNull {
        let result = call2(method, b, m)
        release(method)
        if result != .notImplemented { return result }
      }
      if isInt(b) || b.isFloat || !isFloatOrComplex(a) { return raiseUnsupportedPow(a, b, m) }
    }
    if isFloatOrInt(a) && isFloatOrInt(b) && isFloatOrInt(m) {
      return raise(Exceptions.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
    }
    return raiseUnsupportedPow(a, b, m)
  }
  return intPowModulo(exactInt(a), exactInt(b), exactInt(m))
}

private func isFloatOrInt(_ v: Value) -> Bool { isInt(v) || isFloat(v) }
private func isFloatOrComplex(_ v: Value) -> Bool { isFloat(v) || isComplex(v) }

private func raiseUnsupportedPow(_ a: Value, _ b: Value, _ m: Value) -> Value {
  raise(Exceptions.typeError) { t in
    t.append("unsupported operand type(s) for ** or pow(): '")
    t.append(typeName(a))
    t.append("', '")
    t.append(typeName(b))
    t.append("', '")
    t.append(typeName(m))
    t.append("'")
  }
}

private func intPowModulo(_ a: Value, _ b: Value, _ m: Value) -> Value {
  if isZeroInt(m) { return raise(Exceptions.valueError, "pow() 3rd argument cannot be 0") }
  let modulus = intAbsolute(m)
  defer { release(modulus) }
  var base = retained(a)
  var exponent = retained(b)
  defer {
    release(base)
    release(exponent)
  }
  if isNegativeInt(b) {
    let inverse = intInverse(a, modulus)
    if inverse.isNull { return raise(Exceptions.valueError, "base is not invertible for the given modulus") }
    release(base)
    release(exponent)
    base = inverse
    exponent = intNegate(b)
  }
  let result = intPowerModulo(base, exponent, modulus)
  if !isNegativeInt(m) || isZeroInt(result) { return result }
  let shifted = intAdd(result, m)
  release(result)
  return shifted
}

private func intCompareSlot(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  isInt(a) && isInt(b) ? Value(orderSatisfies(intCompare(exactInt(a), exactInt(b)), op)) : .notImplemented
}

private func boolRepr(_ v: Value) -> Value { retained(intern(v == .true ? "True" : "False")) }

// ------------------------------------------------------------------------------------------------------ construction

enum IntParameters {
  static var constructor = Value.null
}

/// int(x) for any value (`PyNumber_Long`): an exact int, owned.
func intOf(_ v: Value) -> Value {
  if v.isSmallInt || (v.isObject && v.object.pointee.type == Types.int) { return retained(v) }
  if v.isFloat { return intFromDouble(v.float) }
  let type = typeOf(v)
  if let convert = type.pointee.toInt {
    let result = convert(v)
    if result.isNull { return .null }
    if !isInt(result) {
      raise(Exceptions.typeError) { b in
        b.append("__int__ returned non-int (type ")
        b.append(typeName(result))
        b.append(")")
      }
      release(result)
      return .null
    }
    return takeExactInt(result)
  }
  if type.pointee.toIndex != nil { return indexValue(v) }
  let truncate = lookupSpecial(v, Names.trunc)
  if !truncate.isNull {
    let result = call0(truncate)
    release(truncate)
    if result.isNull { return .null }
    if isInt(result) { return takeExactInt(result) }
    if typeOf(result).pointee.toIndex == nil {
      raise(Exceptions.typeError) { b in
        b.append("__trunc__ returned non-Integral (type ")
        b.append(typeName(result))
        b.append(")")
      }
      release(result)
      return .null
    }
    let index = indexValue(result)
    release(result)
    return index
  }
  if !molt_thread.exception.isNull { return .null }
  if isStr(v) { return intFromString(v, base: 10) }
  if isBytesLike(v) { return intFromBytesText(v, base: 10) }
  return raiseTypeError(
    "int() argument must be a string, a bytes-like object or a real number, not '", v, "'")
}

/// An int result (owned) as an exact int (owned).
func takeExactInt(_ v: Value) -> Value {
  let exact = exactInt(v)
  if exact == v { return v }
  retain(exact)
  release(v)
  return exact
}

/// int(b'12', base).
private func intFromBytesText(_ v: Value, base: Int) -> Value {
  let view = BytesView(v)
  var start = 0
  var end = view.count
  while start < end && isSpaceByte(view.bytes[start]) { start += 1 }
  while end > start && isSpaceByte(view.bytes[end - 1]) { end -= 1 }
  var isMalformed = true
  let result = parseInt(view.bytes + start, end - start, base: base, &isMalformed)
  return isMalformed ? raiseInvalidInt(v, base) : result
}

private func constructInt(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count == 1 && names.isNull { return madeFor(callee, intOf(args.unsafelyUnwrapped[0]), Types.int) }
  if count == 0 && names.isNull { return madeFor(callee, Value(smallInt: 0), Types.int) }
  return withUnsafeTemporaryAllocation(of: Value.self, capacity: 2) { bound in
    let slots = bound.baseAddress.unsafelyUnwrapped
    if !bindParameters(Types.int.pointee.name, IntParameters.constructor, 0, 1, 2, args, Int(count), names, slots) {
      return .null
    }
    let x = slots[0]
    if x.isNull {
      if slots[1].isNull { return madeFor(callee, Value(smallInt: 0), Types.int) }
      return raise(Exceptions.typeError, "int() missing string argument")
    }
    if slots[1].isNull { return madeFor(callee, intOf(x), Types.int) }
    var base = 0
    if !indexOf(slots[1], &base) { return .null }
    if base != 0 && (base < 2 || base > 36) {
      return raise(Exceptions.valueError, "int() base must be >= 2 and <= 36, or 0")
    }
    if isStr(x) { return madeFor(callee, intFromString(x, base: base), Types.int) }
    if isBytes(x) || typeOf(x) == Types.bytearray { return madeFor(callee, intFromBytesText(x, base: base), Types.int) }
    return raise(Exceptions.typeError, "int() can't convert non-string with explicit base")
  }
}

private func constructBool(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if !names.isNull && tupleCount(names) > 0 { return raise(Exceptions.typeError, "bool() takes no keyword arguments") }
  if count > 1 {
    return raise(Exceptions.typeError) { b in
      b.append("bool expected at most 1 argument, got ")
      b.append(int: Int(count))
    }
  }
  if count == 0 { return .false }
  let truth = truthOf(args.unsafelyUnwrapped[0])
  return truth < 0 ? .null : Value(truth != 0)
}

// ----------------------------------------------------------------------------------------------------------- methods

private func intBitCount(_ a: Value) -> Int {
  withLimbs(a) { x in
    var n = 0
    for i in 0..<x.count { n += x.limbs[i].nonzeroBitCount }
    return n
  }
}

/// round(n, digits) for negative digits: to a multiple of a power of ten, ties to even.
private func intRound(_ a: Value, _ digits: Value) -> Value {
  if digits.isNull || digits.isNone { return retained(a) }
  let index = indexValue(digits)
  if index.isNull { return .null }
  defer { release(index) }
  if !isNegativeInt(exactInt(index)) { return retained(a) }
  let exponent = intNegate(exactInt(index))
  let unit = intPower(Value(smallInt: 10), exponent)
  release(exponent)
  var quotient = Value.null
  var rest = Value.null
  intDivide(a, unit, &quotient, &rest)
  let twice = intShiftLeft(rest, 1)
  let order = intCompare(twice, unit)
  release(twice)
  let isOdd = quotient.isSmallInt ? quotient.smallInt & 1 == 1 : quotient.pointer(MoltInt.self).limbs[0] & 1 == 1
  var result = intSubtract(a, rest)
  if order > 0 || (order == 0 && isOdd) {
    let up = intAdd(result, unit)
    release(result)
    result = up
  }
  release(quotient)
  release(rest)
  release(unit)
  return result
}

/// The byteorder argument: 1 little, 0 big, -1 an exception is set.
private func isLittleEndian(_ order: Value) -> Int32 {
  if order.isNull { return 0 }
  if !isStr(order) {
    raise(Exceptions.typeError) { b in
      b.append("to_bytes() argument 'byteorder' must be str, not ")
      b.append(argumentTypeName(order))
    }
    return -1
  }
  if viewEquals(StrView(order), "little") { return 1 }
  if viewEquals(StrView(order), "big") { return 0 }
  return raiseStatus(Exceptions.valueError, "byteorder must be either 'little' or 'big'")
}

private func intToBytes(_ v: Value, _ args: Arguments) -> Value {
  let a = exactInt(v)
  var length = 1
  if !args[0].isNull && !indexOf(args[0], &length) { return .null }
  let little = isLittleEndian(args[1])
  if little < 0 { return .null }
  let truth = args[2].isNull ? 0 : truthOf(args[2])
  if truth < 0 { return .null }
  if length < 0 { return raise(Exceptions.valueError, "length argument must be non-negative") }
  if isNegativeInt(a) && truth == 0 {
    return raise(Exceptions.overflowError, "can't convert negative int to unsigned")
  }
  if !hasRoom(length, units: 1) { return .null }
  let result = newBytes(length)
  let out = result.data
  let fits = withLimbs(a) { x -> Bool in
    var carry: UInt64 = x.negative ? 1 : 0
    var limb: UInt64 = 0
    for i in 0..<length {
      if i % 8 == 0 {
        limb = i / 8 < x.count ? x.limbs[i / 8] : 0
        if x.negative {
          let (t, o) = (~limb).addingReportingOverflow(carry)
          limb = t
          carry = o ? 1 : 0
        }
      }
      out[little == 1 ? i : length - 1 - i] = UInt8(truncatingIfNeeded: limb >> UInt64(8 * (i % 8)))
    }
    let bits = natBitLength(x.limbs, x.count)
    if truth == 0 { return bits <= 8 * length }
    if bits < 8 * length || bits == 0 { return true }
    // The lowest negative number needs no bit for the sign.
    if !x.negative || bits != 8 * length { return false }
    for i in 0..<(x.count - 1) where x.limbs[i] != 0 { return false }
    return x.limbs[x.count - 1].nonzeroBitCount == 1
  }
  if !fits {
    release(Value(result))
    return raise(Exceptions.overflowError, "int too big to convert")
  }
  return Value(result)
}

/// An int from a run of bytes.
func intFromByteRun(_ p: UnsafePointer<UInt8>, _ count: Int, littleEndian: Bool, signed: Bool) -> Value {
  let n = (count + 7) / 8 + 1
  let result = newInt(n)
  let limbs = result.limbs
  for i in 0..<n { limbs[i] = 0 }
  for i in 0..<count {
    limbs[i / 8] |= UInt64(p[littleEndian ? i : count - 1 - i]) << UInt64(8 * (i % 8))
  }
  let negative = signed && count > 0 && p[littleEndian ? count - 1 : 0] & 0x80 != 0
  if negative {
    var carry: UInt64 = 1
    for i in 0..<n {
      var limb = limbs[i]
      // Sign extension above the given bytes.
      if i == count / 8 { limb |= ~0 << UInt64(8 * (count % 8)) } else if i > count / 8 { limb = ~0 }
      let (t, o) = (~limb).addingReportingOverflow(carry)
      limbs[i] = t
      carry = o ? 1 : 0
    }
  }
  return normalized(result, negative: negative)
}

private func intFromBytes(_ type: Value, _ args: Arguments) -> Value {
  let little = isLittleEndian(args[1])
  if little < 0 { return .null }
  let truth = args[2].isNull ? 0 : truthOf(args[2])
  if truth < 0 { return .null }
  let bytes = bytesOf(args[0])
  if bytes.isNull { return .null }
  let view = BytesView(bytes)
  let n = intFromByteRun(view.bytes, view.count, littleEndian: little == 1, signed: truth == 1)
  release(bytes)
  if type.pointer(MoltType.self) == Types.int { return n }
  let made = call1(type, n)
  release(n)
  return made
}

private func addIntGetters(_ t: TypePointer) {
  addGetter(t, "real", { retained(exactInt($0)) })
  addGetter(t, "numerator", { retained(exactInt($0)) })
  addGetter(t, "imag", { _ in Value(smallInt: 0) })
  addGetter(t, "denominator", { _ in Value(smallInt: 1) })
}

private func addIntMethods(_ t: TypePointer) {
  addMethod(t, "bit_length", 0, 0, { v, _, _, _ in makeInt(intBitLength(exactInt(v))) })
  addMethod(t, "bit_count", 0, 0, { v, _, _, _ in makeInt(intBitCount(exactInt(v))) })
  addMethod(t, "is_integer", 0, 0, { _, _, _, _ in .true })
  addMethod(t, "conjugate", 0, 0, { v, _, _, _ in retained(exactInt(v)) })
  addMethod(t, "__trunc__", 0, 0, { v, _, _, _ in retained(exactInt(v)) })
  addMethod(t, "__floor__", 0, 0, { v, _, _, _ in retained(exactInt(v)) })
  addMethod(t, "__ceil__", 0, 0, { v, _, _, _ in retained(exactInt(v)) })
  addMethod(t, "__getnewargs__", 0, 0, { v, _, _, _ in makeTuple(exactInt(v)) })
  addMethod(t, "as_integer_ratio", 0, 0, { v, _, _, _ in makeTuple(exactInt(v), Value(smallInt: 1)) })
  addMethod(
    t, "__round__", 0, 1,
    { v, args, count, _ in
      intRound(exactInt(v), count > 0 ? args.unsafelyUnwrapped[0] : .null)
    })
  addMethod(t, "__format__", 1, 1, { v, args, _, _ in formatMethod(v, args.unsafelyUnwrapped[0], formatInt) })
  addMethod(
    t, "to_bytes", 0, 3, { v, args, _, _ in intToBytes(v, args.unsafelyUnwrapped) },
    params: "length byteorder * signed")
  addClassMethod(
    t, "from_bytes", 1, 3, { v, args, _, _ in intFromBytes(v, args.unsafelyUnwrapped) },
    params: "bytes byteorder * signed")
  addMethod(
    t, "__sizeof__", 0, 0,
    { v, _, _, _ in
      makeInt(24 + 4 * max(1, (intBitLength(exactInt(v)) + 29) / 30))
    })
}

func setUpIntType() {
  let t = Types.int
  setUpType(t, "int", size: MemoryLayout<MoltBoxed>.stride, flags: UInt32(MOLT_TYPE_BASE) | UInt32(MOLT_TYPE_INT))
  IntParameters.constructor = parameterNames("x base")
  t.pointee.destroy = { destroyIntOrBoxed($0!) }
  t.pointee.construct = constructInt
  t.pointee.repr = { intToString($0) }
  t.pointee.hash = { intHash(exactInt($0)) }
  t.pointee.compare = intCompareSlot
  t.pointee.truth = { isZeroInt(exactInt($0)) ? 0 : 1 }
  t.pointee.negative = { intNegate(exactInt($0)) }
  t.pointee.positive = { retained(exactInt($0)) }
  t.pointee.absolute = { intAbsolute(exactInt($0)) }
  t.pointee.invert = { intInvert(exactInt($0)) }
  t.pointee.toInt = { retained(exactInt($0)) }
  t.pointee.toIndex = { retained(exactInt($0)) }
  t.pointee.toFloat = { v in
    var x = 0.0
    return intToFiniteDouble(exactInt(v), &x) ? Value(x) : .null
  }
  setBinary(t, Operator.add) { onInts($0, $1, intAdd) }
  setBinary(t, Operator.subtract) { onInts($0, $1, intSubtract) }
  setBinary(t, Operator.multiply) { onInts($0, $1, intMultiply) }
  setBinary(t, Operator.trueDivide) { onInts($0, $1, intTrueDivide) }
  setBinary(t, Operator.modulo) { onInts($0, $1, intModuloChecked) }
  setBinary(t, Operator.floorDivide) { onInts($0, $1, intFloorDivideChecked) }
  setBinary(t, Operator.divmod) { onInts($0, $1, intDivmod) }
  setBinary(t, Operator.power) { onInts($0, $1, intPowerChecked) }
  setBinary(t, Operator.leftShift) { onInts($0, $1, intLeftShiftChecked) }
  setBinary(t, Operator.rightShift) { onInts($0, $1, intRightShiftChecked) }
  setBinary(t, Operator.and) { a, b in onInts(a, b) { intBitwise($0, $1, .and) } }
  setBinary(t, Operator.or) { a, b in onInts(a, b) { intBitwise($0, $1, .or) } }
  setBinary(t, Operator.xor) { a, b in onInts(a, b) { intBitwise($0, $1, .xor) } }
  addIntGetters(t)
  addIntMethods(t)
  finishType(t)
  addThreeArgumentPower(t)
}

/// int.__pow__ takes the modulus that the slot has no room for.
private func addThreeArgumentPower(_ t: TypePointer) {
  addMethod(
    t, "__pow__", 1, 2,
    { v, args, count, _ in
      let a = args.unsafelyUnwrapped
      if count == 1 || a[1].isNone { return onInts(v, a[0], intPowerChecked) }
      return isInt(a[0]) && isInt(a[1]) ? intPowModulo(exactInt(v), exactInt(a[0]), exactInt(a[1])) : .notImplemented
    })
}

func setUpBoolType() {
  let t = Types.bool
  setUpType(t, "bool", base: Types.int, size: MemoryLayout<MoltBoxed>.stride, flags: 0)
  t.pointee.construct = constructBool
  t.pointee.repr = boolRepr
  setBinary(t, Operator.and) { a, b in
    a.isBool && b.isBool ? Value(bits: a.bits & b.bits) : onInts(a, b) { intBitwise($0, $1, .and) }
  }
  setBinary(t, Operator.or) { a, b in
    a.isBool && b.isBool ? Value(bits: a.bits | b.bits) : onInts(a, b) { intBitwise($0, $1, .or) }
  }
  setBinary(t, Operator.xor) { a, b in
    a.isBool && b.isBool ? Value(a != b) : onInts(a, b) { intBitwise($0, $1, .xor) }
  }
  finishType(t)
}
