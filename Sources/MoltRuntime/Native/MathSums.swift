import MoltABI

// Sums, products and distances of `math`, with CPython's exact or compensated arithmetic (Modules/mathmodule.c).

/// An unevaluated sum of two doubles.
private struct DoublePair {
  var high, low: Double
}

/// a + b exactly, for |a| >= |b|.
@inline(__always) private func fastSum(_ a: Double, _ b: Double) -> DoublePair {
  let x = a + b
  return DoublePair(high: x, low: (a - x) + b)
}

/// a + b exactly.
@inline(__always) private func exactSum(_ a: Double, _ b: Double) -> DoublePair {
  let x = a + b
  let z = x - a
  return DoublePair(high: x, low: (a - (x - z)) + (b - z))
}

/// x * y exactly.
@inline(__always) private func exactProduct(_ x: Double, _ y: Double) -> DoublePair {
  let z = x * y
  return DoublePair(high: z, low: (-z).addingProduct(x, y))
}

/// Growable array of doubles.
private struct Doubles {
  var items: UnsafeMutablePointer<Double>
  var count = 0
  var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    items = allocateRaw(self.capacity * 8).assumingMemoryBound(to: Double.self)
  }
  mutating func append(_ x: Double) {
    if count == capacity {
      items = resizeRaw(items, capacity * 8, capacity * 16).assumingMemoryBound(to: Double.self)
      capacity *= 2
    }
    items[count] = x
    count += 1
  }
  func free() { freeRaw(items, capacity * 8) }
}

func addSums(_ m: ModulePointer) {
  addFunction(m, "fsum", 1, 1, { _, a, _, _ in exactTotal(a![0]) })
  addFunction(
    m, "hypot", 0, -1,
    { _, a, count, names in
      if !rejectKeywords(names, "math.hypot") { return .null }
      var vector = Doubles(capacity: Int(count))
      defer { vector.free() }
      var i = 0
      while i < Int(count) {
        var x = 0.0
        if !realArgument(a![i], &x) { return .null }
        vector.append(x.magnitude)
        i += 1
      }
      return norm(&vector)
    })
  addFunction(
    m, "dist", 2, 2,
    { _, a, _, _ in
      let p = call1(Value(Types.tuple), a![0])
      if p.isNull { return .null }
      defer { release(p) }
      let q = call1(Value(Types.tuple), a![1])
      if q.isNull { return .null }
      defer { release(q) }
      if tupleCount(p) != tupleCount(q) {
        return raise(Exceptions.valueError, "both points must have the same number of dimensions")
      }
      var vector = Doubles(capacity: tupleCount(p))
      defer { vector.free() }
      var i = 0
      while i < tupleCount(p) {
        var x = 0.0, y = 0.0
        if !realArgument(tupleItems(p)[i], &x) || !realArgument(tupleItems(q)[i], &y) { return .null }
        vector.append((x - y).magnitude)
        i += 1
      }
      return norm(&vector)
    })
  addFunction(
    m, "prod", 1, 2,
    { _, a, _, _ in
      let iterator = iterate(a![0])
      if iterator.isNull { return .null }
      defer { release(iterator) }
      var result = a![1].isNull ? Value(smallInt: 1) : retained(a![1])
      while true {
        let item = nextItem(iterator)
        if item.isNull {
          if !exceptionIsSet { return result }
          release(result)
          return .null
        }
        if result.isFloat && item.isFloat {
          result = Value(result.float * item.float)
          continue
        }
        let product = binaryOperation(Int32(MOLT_OP_MUL), result, item)
        release(item)
        release(result)
        if product.isNull { return .null }
        result = product
      }
    }, params: "iterable / * start")
  addFunction(m, "sumprod", 2, 2, { _, a, _, _ in sumOfProducts(a![0], a![1]) })
}

/// The Euclidean norm of magnitudes, nearly correctly rounded (`vector_norm`).
private func norm(_ vector: inout Doubles) -> Value {
  var largest = 0.0, hasNaN = false
  var i = 0
  while i < vector.count {
    if vector.items[i].isNaN { hasNaN = true }
    if vector.items[i] > largest { largest = vector.items[i] }
    i += 1
  }
  if largest.isInfinite { return Value(largest) }
  if hasNaN { return Value(Double.nan) }
  if largest == 0 || vector.count <= 1 { return Value(largest) }
  return Value(scaledNorm(vector, largest))
}

private func scaledNorm(_ vector: Doubles, _ largest: Double) -> Double {
  var exponent: Int32 = 0
  _ = c_frexp(largest, &exponent)
  if exponent < -1023 {
    // The scale below would overflow: make the numbers normal first.
    let tiny = Double.leastNormalMagnitude
    var i = 0
    while i < vector.count {
      vector.items[i] /= tiny
      i += 1
    }
    return tiny * scaledNorm(vector, largest / tiny)
  }
  let scale = c_ldexp(1.0, -exponent)
  var sum = 1.0, fraction1 = 0.0, fraction2 = 0.0
  var i = 0
  while i < vector.count {
    let x = vector.items[i] * scale
    let square = exactProduct(x, x)
    let total = fastSum(sum, square.high)
    sum = total.high
    fraction1 += square.low
    fraction2 += total.low
    i += 1
  }
  var h = (sum - 1.0 + (fraction1 + fraction2)).squareRoot()
  let square = exactProduct(-h, h)
  let total = fastSum(sum, square.high)
  sum = total.high
  fraction1 += square.low
  fraction2 += total.low
  let rest = sum - 1.0 + (fraction1 + fraction2)
  h += rest / (2.0 * h)
  return h / scale
}

/// math.fsum: the exact sum rounded once, kept as non-overlapping partial sums (Shewchuk).
private func exactTotal(_ iterable: Value) -> Value {
  let iterator = iterate(iterable)
  if iterator.isNull { return .null }
  defer { release(iterator) }
  var partials = Doubles(capacity: 32)
  defer { partials.free() }
  var specialSum = 0.0, infinitySum = 0.0
  while true {
    let item = nextItem(iterator)
    if item.isNull {
      if exceptionIsSet { return .null }
      break
    }
    var x = 0.0
    let ok = realArgument(item, &x)
    release(item)
    if !ok { return .null }
    let original = x
    var kept = 0, j = 0
    while j < partials.count {
      var y = partials.items[j]
      if x.magnitude < y.magnitude { swap(&x, &y) }
      let high = x + y
      let low = y - (high - x)
      if low != 0 {
        partials.items[kept] = low
        kept += 1
      }
      x = high
      j += 1
    }
    partials.count = kept
    if x != 0 {
      if !x.isFinite {
        if original.isFinite { return raise(Exceptions.overflowError, "intermediate overflow in fsum") }
        if original.isInfinite { infinitySum += original }
        specialSum += original
        partials.count = 0
      } else {
        partials.append(x)
      }
    }
  }
  if specialSum != 0 {
    return infinitySum.isNaN ? raise(Exceptions.valueError, "-inf + inf in fsum") : Value(specialSum)
  }
  var n = partials.count, high = 0.0, low = 0.0
  if n > 0 {
    n -= 1
    high = partials.items[n]
    while n > 0 {
      let x = high
      n -= 1
      let y = partials.items[n]
      high = x + y
      low = y - (high - x)
      if low != 0 { break }
    }
    // Round half to even across the partials.
    if n > 0 && ((low < 0 && partials.items[n - 1] < 0) || (low > 0 && partials.items[n - 1] > 0)) {
      let y = low * 2.0
      let x = high + y
      if y == x - high { high = x }
    }
  }
  return Value(high)
}

/// math.sumprod: ints exactly, floats in triple length.
private func sumOfProducts(_ p: Value, _ q: Value) -> Value {
  let first = iterate(p)
  if first.isNull { return .null }
  defer { release(first) }
  let second = iterate(q)
  if second.isNull { return .null }
  defer { release(second) }
  var total = Value(smallInt: 0)
  var high = 0.0, low = 0.0, tiny = 0.0, inFloats = false
  func flush() -> Bool {
    if !inFloats { return true }
    inFloats = false
    let last = exactSum(low, tiny)
    let value = Value(exactSum(high, last.high).high)
    let sum = binaryOperation(Int32(MOLT_OP_ADD), total, value)
    release(total)
    total = sum
    high = 0
    low = 0
    tiny = 0
    return !sum.isNull
  }
  while true {
    let a = nextItem(first)
    if a.isNull && exceptionIsSet { break }
    let b = nextItem(second)
    if b.isNull && exceptionIsSet {
      releaseIfBound(a)
      break
    }
    if a.isNull != b.isNull {
      releaseIfBound(a)
      releaseIfBound(b)
      releaseIfBound(total)
      return raise(Exceptions.valueError, "Inputs are not the same length")
    }
    if a.isNull { return flush() ? total : .null }
    var x = 0.0, y = 0.0
    if a.isFloat || b.isFloat, a.isFloat || isInt(a), b.isFloat || isInt(b), realArgument(a, &x), realArgument(b, &y) {
      release(a)
      release(b)
      inFloats = true
      let product = exactProduct(x, y)
      let sum = exactSum(high, product.high)
      let r1 = exactSum(low, product.low)
      let r2 = exactSum(r1.high, sum.low)
      high = sum.high
      low = r2.high
      tiny += r1.low + r2.low
      if high.isFinite { continue }
      // Non-finite numbers have no error terms.
      low = 0
      tiny = 0
      continue
    }
    clearException()
    if !flush() {
      release(a)
      release(b)
      return .null
    }
    let product = binaryOperation(Int32(MOLT_OP_MUL), a, b)
    release(a)
    release(b)
    if product.isNull { break }
    let sum = binaryOperation(Int32(MOLT_OP_ADD), total, product)
    release(product)
    release(total)
    total = sum
    if sum.isNull { return .null }
  }
  releaseIfBound(total)
  return .null
}
