import MoltABI

// Built-in functions on numbers and characters. CPython: Python/bltinmodule.c.

func absFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let value = args![0]
  if value.isSmallInt { return makeInt(value.smallInt < 0 ? -value.smallInt : value.smallInt) }
  if value.isFloat { return Value(value.float.magnitude) }
  guard let absolute = typeOf(value).pointee.absolute else {
    return raise(Exceptions.typeError) {
      $0.append("bad operand type for abs(): '")
      $0.append(typeName(value))
      $0.append("'")
    }
  }
  return absolute(value)
}

func divmodFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  binaryOperation(Int32(MOLT_OP_DIVMOD), args![0], args![1])
}

func powFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let base = args![0], exponent = args![1], modulus = args![2]
  if modulus.isNull || modulus.isNone { return binaryOperation(Int32(MOLT_OP_POW), base, exponent) }
  if isInt(base) && isInt(exponent) && isInt(modulus) { return powModulo(base, exponent, modulus) }
  for operand in 0..<1 where typeOf(args![operand]).pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 {
    let method = lookupSpecial(base, Names.pow)
    if method.isNull { break }
    let result = call2(method, exponent, modulus)
    release(method)
    if result.isNull || result != .notImplemented { return result }
  }
  // The types of the operands are asked in turn (CPython's ternary_op): float refuses a modulus, and so does complex if
  // it can take the other two.
  for operand in 0..<3 {
    if isFloat(args![operand]) {
      return raise(Exceptions.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
    }
    if isComplex(args![operand]) && isNumber(base) && isNumber(exponent) {
      return raise(Exceptions.valueError, "complex modulo")
    }
  }
  return raise(Exceptions.typeError) {
    $0.append("unsupported operand type(s) for ** or pow(): '")
    $0.append(typeName(base))
    $0.append("', '")
    $0.append(typeName(exponent))
    $0.append("', '")
    $0.append(typeName(modulus))
    $0.append("'")
  }
}

private func isNumber(_ v: Value) -> Bool { isInt(v) || isFloat(v) || isComplex(v) }

func roundFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let method = lookupSpecial(args![0], Names.round)
  if method.isNull {
    if exceptionIsSet { return .null }
    return raise(Exceptions.typeError) {
      $0.append("type ")
      $0.append(typeName(args![0]))
      $0.append(" doesn't define __round__ method")
    }
  }
  defer { release(method) }
  let digits = args![1]
  return digits.isNull || digits.isNone ? call0(method) : call1(method, digits)
}

/// The digits of `__index__` in a base, with sign and prefix.
private func withPrefix(_ value: Value, _ base: Int, _ prefix: StaticString) -> Value {
  let index = indexValue(value)
  if index.isNull { return .null }
  defer { release(index) }
  var builder = StringBuilder()
  let exact = exactInt(index)
  if isNegativeInt(exact) { builder.append("-") }
  builder.append(prefix)
  let magnitude = intAbsolute(exact)
  defer { release(magnitude) }
  if !appendInt(&builder, magnitude, base: base) {
    builder.discard()
    return .null
  }
  return builder.finish()
}

func binFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  withPrefix(args![0], 2, "0b")
}

func octFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  withPrefix(args![0], 8, "0o")
}

func hexFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  withPrefix(args![0], 16, "0x")
}

func chrFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let index = indexValue(args![0])
  if index.isNull { return .null }
  defer { release(index) }
  var code: Int64 = 0
  if !toInt64(index, &code) || code < Int64(Int32.min) || code > Int64(Int32.max) {
    return raise(Exceptions.overflowError, "Python int too large to convert to C int")
  }
  if code < 0 || code > 0x10ffff { return raise(Exceptions.valueError, "chr() arg not in range(0x110000)") }
  return makeCharacter(UInt32(code))
}

func ordFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let value = args![0]
  let length: Int
  if isStr(value) {
    let view = StrView(value)
    length = view.count
    if length == 1 { return Value(smallInt: Int64(view[0])) }
  } else if isInstance(value, Types.bytes) || isInstance(value, Types.bytearray) {
    length = lengthOf(value)
    if length == 1 { return getItem(value, Value(smallInt: 0)) }
  } else {
    return raise(Exceptions.typeError) {
      $0.append("ord() expected string of length 1, but ")
      $0.append(typeName(value))
      $0.append(" found")
    }
  }
  return raise(Exceptions.typeError) {
    $0.append("ord() expected a character, but string of length ")
    $0.append(int: length)
    $0.append(" found")
  }
}

// -------------------------------------------------------------------------------------------------------------- sum

/// A total as sum() adds it up: exact ints in a machine word, then floats with a compensation term, then the + operator,
/// each as long as the items allow (`builtin_sum_impl`).
struct RunningSum {
  enum Stage { case ints, floats, any }
  private var stage: Stage
  private var whole: Int64 = 0
  private var sum = 0.0
  private var compensation = 0.0
  /// Owned; None before the last stage.
  private(set) var total: Value = .none

  /// Starts with a value, which is retained.
  init(_ start: Value) {
    stage = .any
    if isExactInt(start), toInt64(start, &whole) {
      stage = .ints
    } else if start.isFloat {
      stage = .floats
      sum = start.float
    } else {
      total = retained(start)
    }
  }

  /// Adds an item, which is borrowed. False: an exception is set.
  @inline(__always) mutating func add(_ item: Value) -> Bool {
    if stage == .ints, item.isSmallInt {
      let (result, overflow) = whole.addingReportingOverflow(item.smallInt)
      if !overflow {
        whole = result
        return true
      }
    }
    return addSlowly(item)
  }

  @inline(never) private mutating func addSlowly(_ item: Value) -> Bool {
    if stage == .ints {
      var n: Int64 = 0
      if isExactInt(item) || item.isBool, toInt64(item, &n) {
        let (result, overflow) = whole.addingReportingOverflow(n)
        if !overflow {
          whole = result
          return true
        }
      }
      total = makeInt(whole)
      if !addAny(item) { return false }
      if total.isFloat {
        sum = total.float
        stage = .floats
        total = .none
      }
      return true
    }
    if stage == .floats {
      if item.isFloat {
        let x = item.float
        let t = sum + x
        compensation += sum.magnitude >= x.magnitude ? (sum - t) + x : (x - t) + sum
        sum = t
        return true
      }
      var n: Int64 = 0
      if isInt(item) && toInt64(item, &n) {
        sum += Double(n)
        return true
      }
      total = Value(floats)
    }
    return addAny(item)
  }

  private var floats: Double { compensation != 0 && compensation.isFinite ? sum + compensation : sum }

  private mutating func addAny(_ item: Value) -> Bool {
    stage = .any
    let result = binaryOperation(Int32(MOLT_OP_ADD), total, item)
    if result.isNull { return false }
    release(total)
    total = result
    return true
  }

  /// The total so far; owned.
  func value() -> Value {
    switch stage {
    case .ints: makeInt(whole)
    case .floats: Value(floats)
    case .any: retained(total)
    }
  }
}

func sumFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let start = args![1]
  if !start.isNull {
    if isStr(start) { return raise(Exceptions.typeError, "sum() can't sum strings [use ''.join(seq) instead]") }
    if isInstance(start, Types.bytes) {
      return raise(Exceptions.typeError, "sum() can't sum bytes [use b''.join(seq) instead]")
    }
    if isInstance(start, Types.bytearray) {
      return raise(Exceptions.typeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
    }
  }
  let iterator = iterate(args![0])
  if iterator.isNull { return .null }
  defer { release(iterator) }
  var sum = RunningSum(start.isNull ? Value(smallInt: 0) : start)
  defer { release(sum.total) }
  while true {
    let item = molt_next(iterator)
    if item.isNull { return exceptionIsSet ? .null : sum.value() }
    let isAdded = sum.add(item)
    release(item)
    if !isAdded { return .null }
  }
}

/// One step of a sum whose loop is compiled code. `compensation` says which phase it is in: null while ints are added, a
/// float while floats are, None afterwards. `out` receives the next total and compensation, both owned.
@c(molt_sum_step)
func molt_sum_step(
  _ total: Value, _ compensation: Value, _ item: Value, _ out: UnsafeMutablePointer<Value>
) -> Int32 {
  var number: Int64 = 0
  var left = total
  if compensation.isNull {
    var small: Int64 = 0
    if isExactInt(item) || item.isBool, toInt64(item, &number), toInt64(total, &small) {
      let (result, overflow) = small.addingReportingOverflow(number)
      if !overflow {
        out[0] = makeInt(result)
        out[1] = .null
        return 0
      }
    }
  } else if compensation.isFloat {
    let sum = total.float
    if item.isFloat {
      let x = item.float
      let t = sum + x
      out[0] = Value(t)
      out[1] = Value(compensation.float + (sum.magnitude >= x.magnitude ? (sum - t) + x : (x - t) + sum))
      return 0
    }
    if isInt(item) && toInt64(item, &number) {
      out[0] = Value(sum + Double(number))
      out[1] = compensation
      return 0
    }
    left = molt_sum_end(total, compensation)
  }
  let sum = binaryOperation(Int32(MOLT_OP_ADD), left, item)
  if sum.isNull { return -1 }
  out[0] = sum
  out[1] = compensation.isNull && sum.isFloat ? Value(0.0) : .none
  return 0
}

/// The result of a sum whose loop is compiled code; owned.
@c(molt_sum_end)
func molt_sum_end(_ total: Value, _ compensation: Value) -> Value {
  if !compensation.isFloat { return retained(total) }
  let lost = compensation.float
  return Value(lost != 0 && lost.isFinite ? total.float + lost : total.float)
}

@inline(__always) private func isExactInt(_ value: Value) -> Bool { value.isSmallInt || typeOf(value) == Types.int }

// --------------------------------------------------------------------------------------------------------- min, max

func minFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  extreme("min", Int32(MOLT_LT), args, Int(count), names)
}

func maxFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  extreme("max", Int32(MOLT_GT), args, Int(count), names)
}

private func extreme(
  _ function: StaticString, _ op: Int32, _ args: Arguments?, _ count: Int, _ names: Value
) -> Value {
  var key = Value.null, fallback = Value.null
  if count == 0 {
    return raise(Exceptions.typeError) {
      $0.append(function)
      $0.append(" expected at least 1 argument, got 0")
    }
  }
  if !names.isNull {
    var i = 0
    while i < tupleCount(names) {
      let name = tupleItems(names)[i]
      if stringsEqual(name, intern("key")) {
        key = args![count + i]
      } else if stringsEqual(name, intern("default")) {
        fallback = args![count + i]
      } else {
        return raise(Exceptions.typeError) {
          $0.append("'")
          $0.append(name)
          $0.append("' is an invalid keyword argument for ")
          $0.append(function)
          $0.append("()")
        }
      }
      i += 1
    }
  }
  if key.isNone { key = .null }
  if count > 1 {
    if !fallback.isNull {
      return raise(Exceptions.typeError) {
        $0.append("Cannot specify a default for ")
        $0.append(function)
        $0.append("() with multiple positional arguments")
      }
    }
    var best = BestItem(key: key, op: op)
    var i = 0
    while i < count {
      if !best.consider(retained(args![i])) { return .null }
      i += 1
    }
    return best.finish()
  }
  let iterator = iterate(args![0])
  if iterator.isNull { return .null }
  defer { release(iterator) }
  var best = BestItem(key: key, op: op)
  while true {
    let item = nextItem(iterator)
    if item.isNull {
      if exceptionIsSet {
        best.discard()
        return .null
      }
      break
    }
    if !best.consider(item) { return .null }
  }
  let result = best.finish()
  if !result.isNull { return result }
  if !fallback.isNull { return retained(fallback) }
  return raise(Exceptions.valueError) {
    $0.append(function)
    $0.append("() iterable argument is empty")
  }
}

/// The smallest or largest item so far. Owns the item and its key.
private struct BestItem {
  let key: Value
  let op: Int32
  var item = Value.null
  var rank = Value.null

  init(key: Value, op: Int32) {
    self.key = key
    self.op = op
  }

  /// Takes an owned candidate. False: an exception is set and nothing is owned any more.
  mutating func consider(_ candidate: Value) -> Bool {
    let candidateRank: Value
    if key.isNull {
      candidateRank = retained(candidate)
    } else {
      candidateRank = call1(key, candidate)
      if candidateRank.isNull {
        release(candidate)
        discard()
        return false
      }
    }
    if item.isNull {
      item = candidate
      rank = candidateRank
      return true
    }
    let isBetter: Int32
    if candidateRank.isSmallInt && rank.isSmallInt {
      isBetter = (op == Int32(MOLT_LT) ? candidateRank.bits < rank.bits : candidateRank.bits > rank.bits) ? 1 : 0
    } else if candidateRank.isFloat && rank.isFloat {
      let a = candidateRank.float, b = rank.float
      isBetter = (op == Int32(MOLT_LT) ? a < b : a > b) ? 1 : 0
    } else {
      isBetter = compareTruth(candidateRank, rank, op)
    }
    if isBetter == 1 {
      swapIn(candidate, candidateRank)
    } else {
      release(candidate)
      release(candidateRank)
      if isBetter < 0 {
        discard()
        return false
      }
    }
    return true
  }

  private mutating func swapIn(_ newItem: Value, _ newRank: Value) {
    let oldItem = item, oldRank = rank
    item = newItem
    rank = newRank
    release(oldItem)
    release(oldRank)
  }

  mutating func finish() -> Value {
    releaseIfBound(rank)
    rank = .null
    let result = item
    item = .null
    return result
  }

  mutating func discard() {
    releaseIfBound(rank)
    releaseIfBound(item)
    rank = .null
    item = .null
  }
}
