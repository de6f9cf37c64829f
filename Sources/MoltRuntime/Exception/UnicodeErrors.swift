import MoltABI

// UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError. CPython: Objects/exceptions.c.

private func addUnicodeAttributes(_ type: TypePointer) {
  addFieldAttribute(type, "encoding", ExceptionField.unicodeEncoding)
  addFieldAttribute(type, "object", ExceptionField.unicodeObject)
  addFieldAttribute(type, "start", ExceptionField.unicodeStart)
  addFieldAttribute(type, "end", ExceptionField.unicodeEnd)
  addFieldAttribute(type, "reason", ExceptionField.unicodeReason)
}

func setUpUnicodeDecodeError(_ type: TypePointer) {
  type.pointee.initialize = { this, args, count, names in
    storeUnicodeArguments(this, args, count, names, Types.bytes, hasEncoding: true)
  }
  type.pointee.str = { this in unicodeErrorStr(this, "decode") }
  addUnicodeAttributes(type)
}

func setUpUnicodeEncodeError(_ type: TypePointer) {
  type.pointee.initialize = { this, args, count, names in
    storeUnicodeArguments(this, args, count, names, Types.str, hasEncoding: true)
  }
  type.pointee.str = { this in unicodeErrorStr(this, "encode") }
  addUnicodeAttributes(type)
}

func setUpUnicodeTranslateError(_ type: TypePointer) {
  type.pointee.initialize = { this, args, count, names in
    storeUnicodeArguments(this, args, count, names, Types.str, hasEncoding: false)
  }
  type.pointee.str = { this in unicodeErrorStr(this, "translate") }
  addUnicodeAttributes(type)
}

/// Checks and stores (encoding, object, start, end, reason); UnicodeTranslateError has no encoding.
private func storeUnicodeArguments(
  _ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value, _ objectType: TypePointer, hasEncoding: Bool
) -> Int32 {
  if initializeException(this, args, count, names) < 0 { return -1 }
  let expected: Int32 = hasEncoding ? 5 : 4
  if count != expected {
    return raiseStatus(Exceptions.typeError) {
      $0.append("function takes exactly ")
      $0.append(int: Int(expected))
      $0.append(" arguments (")
      $0.append(int: Int(count))
      $0.append(" given)")
    }
  }
  var field = hasEncoding ? 0 : 1
  var i = 0
  while i < Int(count) {
    let value = args![i]
    let ok: Bool
    switch field {
    case ExceptionField.unicodeObject: ok = isInstance(value, objectType)
    case ExceptionField.unicodeStart, ExceptionField.unicodeEnd: ok = isInt(value)
    default: ok = isStr(value)
    }
    if !ok {
      let wantsInt = field == ExceptionField.unicodeStart || field == ExceptionField.unicodeEnd
      let wanted = field == ExceptionField.unicodeObject ? objectType : Types.str
      return raiseStatus(Exceptions.typeError) {
        if wantsInt {
          $0.append("'")
          $0.append(typeName(value))
          $0.append("' object cannot be interpreted as an integer")
        } else {
          $0.append("argument ")
          $0.append(int: i + 1)
          $0.append(" must be ")
          $0.append(wanted.pointee.name)
          $0.append(", not ")
          $0.append(typeName(value))
        }
      }
    }
    storeField(this, field, value)
    field += 1
    i += 1
  }
  return 0
}

private func position(_ this: Value, _ field: Int) -> Int {
  var n: Int64 = 0
  let value = exceptionField(this, field).pointee
  if value.isNull || !isInt(value) || !toInt64(value, &n) { return 0 }
  return Int(truncatingIfNeeded: n)
}

private func unicodeErrorStr(_ this: Value, _ verb: StaticString) -> Value {
  let object = exceptionField(this, ExceptionField.unicodeObject).pointee
  if object.isNull { return makeString("") }
  let encoding = exceptionField(this, ExceptionField.unicodeEncoding).pointee
  let reason = exceptionField(this, ExceptionField.unicodeReason).pointee
  let isBytes = !isStr(object)
  let length = isBytes ? lengthOf(object) : StrView(object).count
  // Positions that a program has changed are shown as they are.
  let start = position(this, ExceptionField.unicodeStart)
  let end = position(this, ExceptionField.unicodeEnd)
  var builder = StringBuilder()
  if !encoding.isNull {
    builder.append("'")
    if !builder.appendStr(encoding) { return .null }
    builder.append("' codec ")
  }
  builder.append("can't ")
  builder.append(verb)
  if start >= 0 && start < length && end == start + 1 {
    if isBytes {
      builder.append(" byte 0x")
      let item = getItem(object, Value(smallInt: Int64(start)))
      appendHex(&builder, item.isSmallInt ? UInt32(truncatingIfNeeded: item.smallInt) : 0, 2)
    } else {
      let c = StrView(object)[start]
      builder.append(c < 0x100 ? " character '\\x" : c < 0x10000 ? " character '\\u" : " character '\\U")
      appendHex(&builder, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8)
      builder.append("'")
    }
    builder.append(" in position ")
    builder.append(int: start)
  } else {
    builder.append(isBytes ? " bytes in position " : " characters in position ")
    builder.append(int: start)
    builder.append("-")
    builder.append(int: end - 1)
  }
  builder.append(": ")
  if !builder.appendStr(reason.isNull ? .none : reason) { return .null }
  return builder.finish()
}

/// Appends a number as at least `digits` lower-case hexadecimal digits.
func appendHex(_ builder: inout StringBuilder, _ number: UInt32, _ digits: Int) {
  var shift = (digits - 1) * 4
  while shift >= 0 {
    let digit = (number >> UInt32(shift)) & 15
    builder.append(codePoint: digit < 10 ? 0x30 + digit : 0x57 + digit)
    shift -= 4
  }
}

/// Raises UnicodeDecodeError or UnicodeEncodeError; `object` is borrowed.
@discardableResult
func raiseUnicodeError(
  _ type: TypePointer, _ encoding: StaticString, _ object: Value, _ start: Int, _ end: Int, _ reason: StaticString
) -> Value {
  let args = newTuple(5)
  let items = tupleItems(args)
  items[0] = makeString(encoding)
  items[1] = retained(object)
  items[2] = makeInt(Int64(start))
  items[3] = makeInt(Int64(end))
  items[4] = makeString(reason)
  let instance = Value(newException(type))
  var i = 0
  while i < 5 {
    storeField(instance, i, items[i])
    i += 1
  }
  exceptionObject(instance).pointee.args = args
  raiseInstance(instance)
  return .null
}
