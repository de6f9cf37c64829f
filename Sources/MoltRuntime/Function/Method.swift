import MoltABI

// Bound methods of Python functions (and of other callables). Follows Objects/classobject.c.

struct BoundMethod {
  var header: MoltObject
  var function: Value
  var selfValue: Value
  var weak: Value
}

/// Owned; both arguments are borrowed.
func newMethod(_ function: Value, _ selfValue: Value) -> Value {
  let value = Value(allocateObject(Types.method, MemoryLayout<BoundMethod>.size))
  let method = value.pointer(BoundMethod.self)
  method.pointee.function = retained(function)
  method.pointee.selfValue = retained(selfValue)
  return value
}

/// Calls `callee` with `first` in front of the other arguments.
@inline(__always)
func callWithFirst(_ callee: Value, _ first: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let total = Int(count) + (names.isNull ? 0 : tupleCount(names))
  switch total {
  case 0:
    var values = (Value.null, first)
    return withArguments(&values, skip: 1) { callValue(callee, $0, 1, names) }
  case 1:
    var values = (Value.null, first, args![0])
    return withArguments(&values, skip: 1) { callValue(callee, $0, count &+ 1, names) }
  case 2:
    var values = (Value.null, first, args![0], args![1])
    return withArguments(&values, skip: 1) { callValue(callee, $0, count &+ 1, names) }
  default: return callWithFirstOfMany(callee, first, args, count, names, total)
  }
}

@inline(never)
private func callWithFirstOfMany(
  _ callee: Value, _ first: Value, _ args: Arguments?, _ count: Int32, _ names: Value, _ total: Int
) -> Value {
  withUnsafeTemporaryAllocation(of: Value.self, capacity: total + 2) { buffer in
    let slots = buffer.baseAddress!
    slots[0] = .null
    slots[1] = first
    var index = 0
    while index < total {
      slots[index + 2] = args![index]
      index += 1
    }
    return callValue(callee, slots + 1, count &+ 1, names)
  }
}

private func callMethodObject(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let method = callee.pointer(BoundMethod.self)
  // The callee's own reference to the method may end while it runs.
  let function = retained(method.pointee.function)
  let selfValue = retained(method.pointee.selfValue)
  let result = callWithFirst(function, selfValue, args, count, names)
  release(selfValue)
  release(function)
  return result
}

private func methodRepr(_ value: Value) -> Value {
  let method = value.pointer(BoundMethod.self)
  var name = getAttributeOrNull(method.pointee.function, Names.qualname)
  if name.isNull && !exceptionIsSet { name = getAttributeOrNull(method.pointee.function, Names.name) }
  if exceptionIsSet { return .null }
  var text = StringBuilder()
  text.append("<bound method ")
  if !name.isNull && isStr(name) { text.append(name) } else { text.append("?") }
  releaseIfBound(name)
  text.append(" of ")
  if !text.appendRepr(method.pointee.selfValue) {
    text.discard()
    return .null
  }
  text.append(">")
  return text.finish()
}

private func methodGetAttribute(_ value: Value, _ name: Value) -> Value {
  let attribute = lookupInType(Types.method, name)
  if !attribute.isNull { return genericGetAttribute(value, name) }
  return getInternedAttribute(value.pointer(BoundMethod.self).pointee.function, name)
}

private func methodCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  guard op == 2 || op == 3, typeOf(a) == Types.method, typeOf(b) == Types.method else { return .notImplemented }
  let left = a.pointer(BoundMethod.self)
  let right = b.pointer(BoundMethod.self)
  let same = equal(left.pointee.function, right.pointee.function)
  if same < 0 { return .null }
  return Value((same == 1 && left.pointee.selfValue == right.pointee.selfValue) == (op == 2))
}

func setUpMethodType() {
  let type = Types.method
  setUpType(type, "method", size: MemoryLayout<BoundMethod>.size, flags: UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.weakOffset = UInt32(MemoryLayout<BoundMethod>.size - 8)
  type.pointee.destroy = { object in
    let method = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: BoundMethod.self)
    if !method.pointee.weak.isNull { clearWeakReferences(Value(object!)) }
    releaseIfBound(method.pointee.function)
    releaseIfBound(method.pointee.selfValue)
    freeObject(object!, MemoryLayout<BoundMethod>.size)
  }
  type.pointee.traverse = { object, visit, context in
    let method = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: BoundMethod.self)
    if !method.pointee.function.isNull { visit!(method.pointee.function, context) }
    if !method.pointee.selfValue.isNull { visit!(method.pointee.selfValue, context) }
  }
  type.pointee.construct = { _, args, count, names in
    if !names.isNull && tupleCount(names) > 0 {
      return raise(Exceptions.typeError, "method() takes no keyword arguments")
    }
    if count != 2 {
      return raise(Exceptions.typeError) {
        $0.append("method expected 2 arguments, got ")
        $0.append(int: Int(count))
      }
    }
    if typeOf(args![0]).pointee.call == nil {
      return raise(Exceptions.typeError, "first argument must be callable")
    }
    if args![1].isNone { return raise(Exceptions.typeError, "instance must not be None") }
    return newMethod(args![0], args![1])
  }
  type.pointee.call = { callMethodObject($0, $1, $2, $3) }
  type.pointee.repr = { methodRepr($0) }
  type.pointee.compare = { methodCompare($0, $1, $2) }
  type.pointee.hash = { value in
    let method = value.pointer(BoundMethod.self)
    let hash = hashOf(method.pointee.function)
    if hash == -1 { return -1 }
    let mixed = identityHash(method.pointee.selfValue) ^ hash
    return mixed == -1 ? -2 : mixed
  }
  type.pointee.getAttribute = { methodGetAttribute($0, $1) }
  addMember(type, "__func__", { retained($0.pointer(BoundMethod.self).pointee.function) })
  addMember(type, "__self__", { retained($0.pointer(BoundMethod.self).pointee.selfValue) })
  addGetter(type, "__doc__", { getAttribute($0.pointer(BoundMethod.self).pointee.function, Names.doc) })
  finishType(type)
}
