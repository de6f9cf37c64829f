import MoltABI

// Built-in functions about objects and their attributes. CPython: Python/bltinmodule.c.

private func truthValue(_ status: Int32) -> Value { status < 0 ? .null : Value(status != 0) }

func isinstanceFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  truthValue(checkInstance(args![0], args![1]))
}

func issubclassFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  truthValue(checkSubclass(args![0], args![1]))
}

// ------------------------------------------------------------------------------------------------------- attributes

/// The interned form of an attribute name given as an argument, owned; null with TypeError set for anything but a str.
private func attributeName(_ name: Value) -> Value {
  if isStr(name) { return intern(exactStr(name)) }
  return raise(Exceptions.typeError) {
    $0.append("attribute name must be string, not '")
    $0.append(typeName(name))
    $0.append("'")
  }
}

func getattrFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let name = attributeName(args![1])
  if name.isNull { return .null }
  defer { release(name) }
  if count < 3 { return getAttribute(args![0], name) }
  let value = getAttributeOrNull(args![0], name)
  return value.isNull && !exceptionIsSet ? retained(args![2]) : value
}

func hasattrFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let name = attributeName(args![1])
  if name.isNull { return .null }
  defer { release(name) }
  let value = getAttributeOrNull(args![0], name)
  if value.isNull { return exceptionIsSet ? .null : .false }
  release(value)
  return .true
}

func setattrFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let name = attributeName(args![1])
  if name.isNull { return .null }
  defer { release(name) }
  return setAttribute(args![0], name, args![2]) < 0 ? .null : .none
}

func delattrFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let name = attributeName(args![1])
  if name.isNull { return .null }
  defer { release(name) }
  return setAttribute(args![0], name, .null) < 0 ? .null : .none
}

// ---------------------------------------------------------------------------------------------------- about a value

func callableFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  Value(typeOf(args![0]).pointee.call != nil)
}

func hashFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let hash = hashOf(args![0])
  return hash == -1 && exceptionIsSet ? .null : makeInt(hash)
}

/// The address of an object; values without one are their own identity.
func idFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  makeInt(unsigned: args![0].bits)
}

func lenFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let length = lengthOf(args![0])
  return length < 0 ? .null : makeInt(Int64(length))
}

func reprFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value { reprOf(args![0]) }

func asciiFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let text = reprOf(args![0])
  if text.isNull || StrView(text).isASCII { return text }
  defer { release(text) }
  let view = StrView(text)
  var builder = StringBuilder()
  var i = 0
  while i < view.count {
    let c = view[i]
    if c < 0x80 {
      builder.append(codePoint: c)
    } else {
      builder.append(c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U")
      appendHex(&builder, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8)
    }
    i += 1
  }
  return builder.finish()
}

func formatFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let spec = count > 1 ? retained(args![1]) : makeString("")
  defer { release(spec) }
  if !isStr(spec) {
    return raise(Exceptions.typeError) {
      $0.append("format() argument 2 must be str, not ")
      $0.append(argumentTypeName(spec))
    }
  }
  return molt_format(args![0], spec, 0)
}
