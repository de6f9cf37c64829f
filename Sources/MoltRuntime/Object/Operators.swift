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

/// a op b: owned; null with an exception set. `op` is a MOLT_OP_ constant.
func binaryOperation(_ op: Int32, _ a: Value, _ b: Value) -> Value {
  let wide = wideArithmetic(op, a, b)
  if !wide.isNull { return wide }
  let result = tryBinary(op, a, b)
  if result != .notImplemented { return result }
  return raiseUnsupported(op, a, b, inPlace: false)
}

/// a op= b.
func inPlaceOperation(_ op: Int32, _ a: Value, _ b: Value) -> Value {
  let wide = wideArithmetic(op, a, b)
  if !wide.isNull { return wide }
  if let function = molt_type_inplace_slot(typeOf(a), Int(op)).pointee {
    let result = function(a, b)
    if result != .notImplemented { return result }
  }
  let result = tryBinary(op, a, b)
  if result != .notImplemented { return result }
  return raiseUnsupported(op, a, b, inPlace: true)
}

@inline(__always) var sequenceFlags: UInt32 {
  UInt32(MOLT_TYPE_LIST) | UInt32(MOLT_TYPE_TUPLE) | UInt32(MOLT_TYPE_STR) | UInt32(MOLT_TYPE_BYTES)
}

/// The TypeError of an operator that neither operand supports; sequences have words of their own for + and *, because
/// CPython tries concatenation and repetition only after the number protocol of both.
@inline(never) func raiseUnsupported(_ op: Int32, _ a: Value, _ b: Value, inPlace: Bool) -> Value {
  let left = typeOf(a).pointee.flags
  let right = typeOf(b).pointee.flags
  if op == Int32(MOLT_OP_ADD) && (left & sequenceFlags != 0 || typeOf(a) == Types.bytearray) {
    if left & UInt32(MOLT_TYPE_BYTES) != 0 || typeOf(a) == Types.bytearray {
      return raise(Exceptions.typeError) {
        $0.append("can't concat ")
        $0.append(typeName(b))
        $0.append(" to ")
        $0.append(typeName(a))
      }
    }
    return raise(Exceptions.typeError) {
      let kind: StaticString =
        left & UInt32(MOLT_TYPE_LIST) != 0 ? "list" : left & UInt32(MOLT_TYPE_TUPLE) != 0 ? "tuple" : "str"
      $0.append("can only concatenate ")
      $0.append(kind)
      $0.append(" (not \"")
      $0.append(typeName(b))
      $0.append("\") to ")
      $0.append(kind)
    }
  }
  if op == Int32(MOLT_OP_MUL) && (left & sequenceFlags != 0 || right & sequenceFlags != 0) {
    return raiseTypeError("can't multiply sequence by non-int of type '", left & sequenceFlags != 0 ? b : a, "'")
  }
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
