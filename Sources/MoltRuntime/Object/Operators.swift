import MoltABI

// Binary, in-place and unary operators with reflected operands and subclass priority (`binary_op1` of abstract.c).

@inline(__always) private func binarySlot(_ type: TypePointer, _ op: Int32) -> MoltBinary? {
  molt_type_binary_slot(type, Int(op)).pointee
}

@inline(__always) private func sameFunction(_ a: MoltBinary, _ b: MoltBinary) -> Bool {
  unsafeBitCast(a, to: Int.self) == unsafeBitCast(b, to: Int.self)
}

/// The operator's result, or NotImplemented when neither operand's type supports it.
private func tryBinary(_ op: Int32, _ a: Value, _ b: Value) -> Value {
  let left = typeOf(a)
  let right = typeOf(b)
  let first = binarySlot(left, op)
  var second = left == right ? nil : binarySlot(right, op)
  if let function = first {
    if let other = second {
      if sameFunction(function, other) {
        second = nil
      } else if isSubtype(right, left) {
        let result = other(a, b)
        if result != .notImplemented { return result }
        second = nil
      }
    }
    let result = function(a, b)
    if result != .notImplemented { return result }
  }
  if let other = second { return other(a, b) }
  return .notImplemented
}

/// a op b: owned; null with an exception set. `op` is a MOLT_OP_ constant. The sequences' + and * come after the numbers'
/// of both operands (`PyNumber_Add`, `PyNumber_Multiply`).
func binaryOperation(_ op: Int32, _ a: Value, _ b: Value) -> Value {
  let wide = wideArithmetic(op, a, b)
  if !wide.isNull { return wide }
  let result = tryBinary(op, a, b)
  if result != .notImplemented { return result }
  if op == Int32(MOLT_OP_ADD) {
    if let concat = typeOf(a).pointee.concat { return concat(a, b) }
  } else if op == Int32(MOLT_OP_MUL) {
    if let times = typeOf(a).pointee.repeat { return repeated(times, a, b) }
    if let times = typeOf(b).pointee.repeat { return repeated(times, b, a) }
  }
  return raiseUnsupported(op, a, b, inPlace: false)
}

/// The repetition of a sequence as often as an operand says (`sequence_repeat`).
private func repeated(_ function: MoltRepeat, _ sequence: Value, _ operand: Value) -> Value {
  if !isInt(operand) && typeOf(operand).pointee.toIndex == nil {
    return raiseTypeError("can't multiply sequence by non-int of type '", operand, "'")
  }
  var times = 0
  return exactIndex(operand, &times) ? function(sequence, times) : .null
}

/// a op= b: the in-place operator of the numbers, then as `a op b`, where a sequence on the left prefers to change itself
/// (`PyNumber_InPlaceAdd`, `PyNumber_InPlaceMultiply`).
func inPlaceOperation(_ op: Int32, _ a: Value, _ b: Value) -> Value {
  let wide = wideArithmetic(op, a, b)
  if !wide.isNull { return wide }
  if let function = molt_type_inplace_slot(typeOf(a), Int(op)).pointee {
    let result = function(a, b)
    if result != .notImplemented { return result }
  }
  let result = tryBinary(op, a, b)
  if result != .notImplemented { return result }
  let left = typeOf(a)
  if op == Int32(MOLT_OP_ADD) {
    if let concat = left.pointee.inPlaceConcat ?? left.pointee.concat { return concat(a, b) }
  } else if op == Int32(MOLT_OP_MUL) {
    if let times = left.pointee.inPlaceRepeat ?? left.pointee.repeat { return repeated(times, a, b) }
    // The right operand is asked only where the left one's type could not have been a sequence at all.
    if let times = typeOf(b).pointee.repeat, left.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0,
      left.pointee.length == nil
    {
      return repeated(times, b, a)
    }
  }
  return raiseUnsupported(op, a, b, inPlace: true)
}

/// a + b or a += b of sequences only (`PySequence_Concat`, `PySequence_InPlaceConcat`).
func joined(_ a: Value, _ b: Value, inPlace: Bool) -> Value {
  let left = typeOf(a)
  if inPlace, let concat = left.pointee.inPlaceConcat { return concat(a, b) }
  if let concat = left.pointee.concat { return concat(a, b) }
  if isIndexable(a) && isIndexable(b) {
    if inPlace, let function = molt_type_inplace_slot(left, Int(MOLT_OP_ADD)).pointee {
      let result = function(a, b)
      if result != .notImplemented { return result }
    }
    let result = tryBinary(Int32(MOLT_OP_ADD), a, b)
    if result != .notImplemented { return result }
  }
  return raiseTypeError("'", a, "' object can't be concatenated")
}

/// The TypeError of an operator that neither operand supports.
@inline(never) private func raiseUnsupported(_ op: Int32, _ a: Value, _ b: Value, inPlace: Bool) -> Value {
  return raise(Exceptions.typeError) {
    $0.append("unsupported operand type(s) for ")
    $0.append(operatorSign(op, inPlace))
    $0.append(": '")
    $0.append(typeName(a))
    $0.append("' and '")
    $0.append(typeName(b))
    // A leftover of Python 2's print statement deserves a word.
    if op == Int32(MOLT_OP_RSHIFT) && !inPlace && isPrintFunction(a) {
      $0.append("'. Did you mean \"print(<message>, file=<output_stream>)\"?")
    } else {
      $0.append("'")
    }
  }
}

private func isPrintFunction(_ value: Value) -> Bool {
  guard value.isObject, value.object.pointee.type == Types.builtin else { return false }
  return value.pointer(BuiltinFunction.self).pointee.native.pointee.name == Names.print
}

private func operatorSign(_ op: Int32, _ inPlace: Bool) -> StaticString {
  switch Int(op) {
  case 0: return inPlace ? "+=" : "+"
  case 1: return inPlace ? "-=" : "-"
  case 2: return inPlace ? "*=" : "*"
  case 3: return inPlace ? "@=" : "@"
  case 4: return inPlace ? "/=" : "/"
  case 5: return inPlace ? "%=" : "%"
  case 6: return inPlace ? "**=" : "** or pow()"
  case 7: return inPlace ? "<<=" : "<<"
  case 8: return inPlace ? ">>=" : ">>"
  case 9: return inPlace ? "|=" : "|"
  case 10: return inPlace ? "^=" : "^"
  case 11: return inPlace ? "&=" : "&"
  case 12: return inPlace ? "//=" : "//"
  default: return "divmod()"
  }
}

// --------------------------------------------------------------------------------------------------------------- unary

@inline(never) private func raiseBadOperand(_ sign: StaticString, _ value: Value) -> Value {
  raise(Exceptions.typeError) {
    $0.append("bad operand type for ")
    $0.append(sign)
    $0.append(": '")
    $0.append(typeName(value))
    $0.append("'")
  }
}

func negativeOf(_ value: Value) -> Value {
  if let function = typeOf(value).pointee.negative { return function(value) }
  return raiseBadOperand("unary -", value)
}

func positiveOf(_ value: Value) -> Value {
  if let function = typeOf(value).pointee.positive { return function(value) }
  return raiseBadOperand("unary +", value)
}

func invertedOf(_ value: Value) -> Value {
  if let function = typeOf(value).pointee.invert { return function(value) }
  return raiseBadOperand("unary ~", value)
}

func absoluteOf(_ value: Value) -> Value {
  if let function = typeOf(value).pointee.absolute { return function(value) }
  return raiseBadOperand("abs()", value)
}
