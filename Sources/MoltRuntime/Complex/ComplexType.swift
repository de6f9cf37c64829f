import MoltABI

// The type complex (Objects/complexobject.c).

/// Whether the value is a complex or an instance of a subclass.
func isComplex(_ v: Value) -> Bool { v.isObject && isSubtype(v.object.pointee.type, Types.complex) }

/// Only for `isComplex`.
func complexValue(_ v: Value) -> ComplexNumber {
  let exact = v.object.pointee.type == Types.complex ? v : v.pointer(MoltBoxed.self).pointee.value
  return exact.pointer(ComplexObject.self).pointee.number
}

private func destroyComplex(_ object: ObjectPointer) {
  if object.pointee.type == Types.complex {
    freeObject(object, MemoryLayout<ComplexObject>.stride)
  } else {
    destroyBoxed(object)
  }
}

/// An operand as a complex number: 1, 0 if it is no number of ours, -1 for an int that is too large (raised).
private func operand(_ v: Value, _ out: inout ComplexNumber) -> Int {
  if isComplex(v) {
    out = complexValue(v)
    return 1
  }
  if isFloat(v) {
    out = ComplexNumber(floatValue(v), 0)
    return 1
  }
  if !isInt(v) { return 0 }
  return intToFiniteDouble(exactInt(v), &out.real) ? 1 : -1
}

private func onComplex(_ a: Value, _ b: Value, _ body: (ComplexNumber, ComplexNumber) -> Value) -> Value {
  var x = ComplexNumber(0, 0)
  var y = ComplexNumber(0, 0)
  let left = operand(a, &x)
  if left <= 0 { return left == 0 ? .notImplemented : .null }
  let right = operand(b, &y)
  if right <= 0 { return right == 0 ? .notImplemented : .null }
  return body(x, y)
}

private func complexRepr(_ v: Value) -> Value {
  let c = complexValue(v)
  var b = StringBuilder()
  var format = FloatFormat(code: 114)
  let isBare = c.real == 0 && c.real.sign == .plus
  if !isBare {
    b.append(codePoint: 40)
    appendFloat(&b, c.real, format)
    format.forcesSign = true
  }
  appendFloat(&b, c.imaginary, format)
  b.append(codePoint: 106)
  if !isBare { b.append(codePoint: 41) }
  return b.finish()
}

private func complexHash(_ v: Value) -> Int64 {
  let c = complexValue(v)
  let hash = floatHash(c.real) &+ 1_000_003 &* floatHash(c.imaginary)
  return hash == -1 ? -2 : hash
}

private func complexCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if op != 2 && op != 3 { return .notImplemented }
  let x = complexValue(a)
  let isEqual: Bool
  if isInt(b) {
    isEqual = x.imaginary == 0 && compareIntDouble(exactInt(b), x.real) == 0
  } else if isFloat(b) {
    isEqual = x.imaginary == 0 && x.real == floatValue(b)
  } else if isComplex(b) {
    let y = complexValue(b)
    isEqual = x.real == y.real && x.imaginary == y.imaginary
  } else {
    return .notImplemented
  }
  return Value(isEqual == (op == 2))
}

private func complexAbsolute(_ v: Value) -> Value {
  let c = complexValue(v)
  if !c.real.isFinite || !c.imaginary.isFinite {
    if c.real.isInfinite || c.imaginary.isInfinite { return Value(Double.infinity) }
    return Value(Double.nan)
  }
  let length = c_hypot(c.real, c.imaginary)
  return length.isInfinite ? raise(Exceptions.overflowError, "absolute value too large") : Value(length)
}

// ------------------------------------------------------------------------------------------------------ construction

enum ComplexParameters {
  static var constructor = Value.null
}

/// A leading real number of a text without underscores; 0: none there.
private func takeNumber(_ p: UnsafePointer<UInt8>, _ n: Int, _ i: inout Int, _ out: inout Double) -> Bool {
  let length = floatPrefix(p + i, n - i)
  if length == 0 { return false }
  out = doubleFromText(p + i, length)
  i += length
  return true
}

/// Parses 'a', 'bj', 'a+bj' and the same in parentheses; false: malformed.
private func parseComplex(_ p: UnsafePointer<UInt8>, _ n: Int, _ out: inout ComplexNumber) -> Bool {
  var i = 0
  func skipSpaces() { while i < n && isSpaceByte(p[i]) { i += 1 } }
  func takeJ() -> Bool {
    if i < n && p[i] | 0x20 == 106 {
      i += 1
      return true
    }
    return false
  }
  /// A sign without digits, as in '+j'.
  func takeUnit() -> Double {
    var unit = 1.0
    if i < n && (p[i] == 43 || p[i] == 45) {
      unit = p[i] == 45 ? -1 : 1
      i += 1
    }
    return unit
  }
  skipSpaces()
  let isBracketed = i < n && p[i] == 40
  if isBracketed {
    i += 1
    skipSpaces()
  }
  var x = 0.0
  var y = 0.0
  if takeNumber(p, n, &i, &x) {
    if i < n && (p[i] == 43 || p[i] == 45) {
      if !takeNumber(p, n, &i, &y) { y = takeUnit() }
      if !takeJ() { return false }
    } else if takeJ() {
      y = x
      x = 0
    }
  } else {
    y = takeUnit()
    if !takeJ() { return false }
  }
  skipSpaces()
  if isBracketed {
    if i >= n || p[i] != 41 { return false }
    i += 1
    skipSpaces()
  }
  out = ComplexNumber(x, y)
  return i == n
}

private func complexFromString(_ v: Value) -> Value {
  var isGood = false
  var isPlaced = true
  var number = ComplexNumber(0, 0)
  withASCIINumber(StrView(v)) { p, n in
    if c_memchr(p, 95, n) == nil {
      isGood = parseComplex(p, n, &number)
      return
    }
    let copy = allocateRaw(n).assumingMemoryBound(to: UInt8.self)
    var count = 0
    for i in 0..<n {
      if p[i] == 95 {
        if i == 0 || i + 1 == n || p[i - 1] &- 48 > 9 || p[i + 1] &- 48 > 9 { isPlaced = false }
      } else {
        copy[count] = p[i]
        count += 1
      }
    }
    isGood = isPlaced && parseComplex(copy, count, &number)
    freeRaw(copy, n)
  }
  if !isPlaced {
    return raise(Exceptions.valueError) { b in
      b.append("could not convert string to complex: ")
      _ = b.appendRepr(v)
    }
  }
  return isGood ? makeComplex(number) : raise(Exceptions.valueError, "complex() arg is a malformed string")
}

/// The result of __complex__, or null (with or without an exception) when there is none.
private func viaComplexMethod(_ v: Value) -> Value {
  let method = lookupSpecial(v, Names.complex)
  if method.isNull { return .null }
  let result = call0(method)
  release(method)
  if result.isNull || isComplex(result) { return result }
  raise(Exceptions.typeError) { b in
    b.append("__complex__ returned non-complex (type ")
    b.append(typeName(result))
    b.append(")")
  }
  release(result)
  return .null
}

private func isNumber(_ v: Value) -> Bool {
  isComplex(v) || isFloat(v) || isInt(v) || typeOf(v).pointee.toFloat != nil || typeOf(v).pointee.toIndex != nil
}

private func complexArgument(_ v: Value, _ out: inout ComplexNumber) -> Bool {
  if isComplex(v) {
    out = complexValue(v)
    return true
  }
  out.imaginary = 0
  return constructorArgument(v, &out.real)
}

private func constructComplex(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  withUnsafeTemporaryAllocation(of: Value.self, capacity: 2) { bound in
    let slots = bound.baseAddress.unsafelyUnwrapped
    let own = Types.complex
    if !bindParameters(own.pointee.name, ComplexParameters.constructor, 0, 0, 2, args, Int(count), names, slots) {
      return .null
    }
    let r = slots[0]
    let i = slots[1]
    if r.isNull && i.isNull { return madeFor(callee, makeComplex(ComplexNumber(0, 0)), own) }
    if !r.isNull && isStr(r) {
      if !i.isNull { return raise(Exceptions.typeError, "complex() can't take second arg if first is a string") }
      return madeFor(callee, complexFromString(r), own)
    }
    if !i.isNull && isStr(i) { return raise(Exceptions.typeError, "complex() second arg can't be a string") }
    var real = ComplexNumber(0, 0)
    if !r.isNull {
      if r.isObject && r.object.pointee.type == own && i.isNull && callee.pointer(MoltType.self) == own {
        return retained(r)
      }
      let special = isComplex(r) ? retained(r) : viaComplexMethod(r)
      if special.isNull && !molt_thread.exception.isNull { return .null }
      if special.isNull && !isNumber(r) {
        return raiseTypeError("complex() first argument must be a string or a number, not '", r, "'")
      }
      let isGood = complexArgument(special.isNull ? r : special, &real)
      releaseIfBound(special)
      if !isGood { return .null }
    }
    var imaginary = ComplexNumber(0, 0)
    if !i.isNull {
      if !isNumber(i) { return raiseTypeError("complex() second argument must be a number, not '", i, "'") }
      if !complexArgument(i, &imaginary) { return .null }
      // complex(a, b) is a + b*1j, where b may be complex itself; plain parts keep their signs.
      real = ComplexNumber(
        isComplex(i) ? real.real - imaginary.imaginary : real.real,
        !r.isNull && isComplex(r) ? real.imaginary + imaginary.real : imaginary.real)
    }
    return madeFor(callee, makeComplex(real), own)
  }
}

func setUpComplexType() {
  let t = Types.complex
  setUpType(t, "complex", size: MemoryLayout<MoltBoxed>.stride, flags: UInt32(MOLT_TYPE_BASE))
  ComplexParameters.constructor = parameterNames("real imag")
  t.pointee.destroy = { destroyComplex($0!) }
  t.pointee.construct = constructComplex
  t.pointee.repr = complexRepr
  t.pointee.hash = complexHash
  t.pointee.compare = complexCompare
  t.pointee.absolute = complexAbsolute
  t.pointee.truth = { complexValue($0).real != 0 || complexValue($0).imaginary != 0 ? 1 : 0 }
  t.pointee.negative = { makeComplex(ComplexNumber(-complexValue($0).real, -complexValue($0).imaginary)) }
  t.pointee.positive = { makeComplex(complexValue($0)) }
  setBinary(t, Operator.add) { a, b in
    onComplex(a, b) { makeComplex(ComplexNumber($0.real + $1.real, $0.imaginary + $1.imaginary)) }
  }
  setBinary(t, Operator.subtract) { a, b in
    onComplex(a, b) { makeComplex(ComplexNumber($0.real - $1.real, $0.imaginary - $1.imaginary)) }
  }
  setBinary(t, Operator.multiply) { a, b in onComplex(a, b) { makeComplex(complexMultiply($0, $1)) } }
  setBinary(t, Operator.trueDivide) { a, b in
    onComplex(a, b) { x, y in
      guard let quotient = complexDivide(x, y) else {
        return raise(Exceptions.zeroDivisionError, "complex division by zero")
      }
      return makeComplex(quotient)
    }
  }
  setBinary(t, Operator.power) { a, b in onComplex(a, b, complexPower) }
  addMember(t, "real", { Value(complexValue($0).real) })
  addMember(t, "imag", { Value(complexValue($0).imaginary) })
  addMethod(
    t, "conjugate", 0, 0,
    { v, _, _, _ in
      makeComplex(ComplexNumber(complexValue(v).real, -complexValue(v).imaginary))
    })
  addMethod(t, "__complex__", 0, 0, { v, _, _, _ in makeComplex(complexValue(v)) })
  addMethod(t, "__format__", 1, 1, { v, args, _, _ in formatMethod(v, args.unsafelyUnwrapped[0], formatComplex) })
  addMethod(
    t, "__getnewargs__", 0, 0,
    { v, _, _, _ in
      makeTuple(Value(complexValue(v).real), Value(complexValue(v).imaginary))
    })
  finishType(t)
}
