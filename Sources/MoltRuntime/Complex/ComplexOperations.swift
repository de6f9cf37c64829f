import MoltABI

// Complex arithmetic (Objects/complexobject.c).

struct ComplexNumber {
  var real: Double
  var imaginary: Double
  @inline(__always) init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }
}

func complexMultiply(_ a: ComplexNumber, _ b: ComplexNumber) -> ComplexNumber {
  ComplexNumber(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
}

/// a / b, scaled by the larger part of b so that it does not overflow early; null: b is zero.
func complexDivide(_ a: ComplexNumber, _ b: ComplexNumber) -> ComplexNumber? {
  let real = b.real.magnitude
  let imaginary = b.imaginary.magnitude
  if real >= imaginary {
    if real == 0 { return nil }
    let ratio = b.imaginary / b.real
    let denominator = b.real + b.imaginary * ratio
    return ComplexNumber(
      (a.real + a.imaginary * ratio) / denominator, (a.imaginary - a.real * ratio) / denominator)
  }
  if imaginary >= real {
    let ratio = b.real / b.imaginary
    let denominator = b.real * ratio + b.imaginary
    return ComplexNumber(
      (a.real * ratio + a.imaginary) / denominator, (a.imaginary * ratio - a.real) / denominator)
  }
  return ComplexNumber(.nan, .nan)  // a part of b is NaN
}

func makeComplex(_ c: ComplexNumber) -> Value {
  let p = UnsafeMutableRawPointer(allocateObject(Types.complex, MemoryLayout<ComplexObject>.stride))
    .assumingMemoryBound(to: ComplexObject.self)
  p.pointee.number = c
  return Value(p)
}

/// Layout of a complex object.
struct ComplexObject {
  var header: MoltObject
  var number: ComplexNumber
}

@c(molt_complex) func molt_complex(_ real: Double, _ imaginary: Double) -> Value {
  makeComplex(ComplexNumber(real, imaginary))
}

/// a ** n for a small whole n by repeated squaring.
private func complexWholePower(_ a: ComplexNumber, _ n: Int) -> ComplexNumber? {
  var result = ComplexNumber(1, 0)
  var factor = a
  var rest = n < 0 ? -n : n
  while rest > 0 {
    if rest & 1 == 1 { result = complexMultiply(result, factor) }
    rest >>= 1
    if rest > 0 { factor = complexMultiply(factor, factor) }
  }
  return n < 0 ? complexDivide(ComplexNumber(1, 0), result) : result
}

func complexPower(_ a: ComplexNumber, _ b: ComplexNumber) -> Value {
  var result = ComplexNumber(1, 0)
  if b.imaginary == 0 && b.real == b.real.rounded(.down) && b.real.magnitude <= 100 {
    guard let whole = complexWholePower(a, Int(b.real)) else { return raiseZeroPower() }
    result = whole
  } else if b.real == 0 && b.imaginary == 0 {
    // Anything to the power of zero is one.
  } else if a.real == 0 && a.imaginary == 0 {
    if b.imaginary != 0 || b.real < 0 { return raiseZeroPower() }
    result = ComplexNumber(0, 0)
  } else {
    let magnitude = c_hypot(a.real, a.imaginary)
    var length = c_pow(magnitude, b.real)
    let angle = c_atan2(a.imaginary, a.real)
    var phase = angle * b.real
    if b.imaginary != 0 {
      length *= c_exp(-angle * b.imaginary)
      phase += b.imaginary * c_log(magnitude)
    }
    result = ComplexNumber(length * c_cos(phase), length * c_sin(phase))
  }
  if result.real.isInfinite || result.imaginary.isInfinite {
    if a.real.isFinite && a.imaginary.isFinite && b.real.isFinite && b.imaginary.isFinite {
      return raise(Exceptions.overflowError, "complex exponentiation")
    }
  }
  return makeComplex(result)
}

private func raiseZeroPower() -> Value {
  raise(Exceptions.zeroDivisionError, "0.0 to a negative or complex power")
}
