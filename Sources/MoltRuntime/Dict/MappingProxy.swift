import MoltABI

// mappingproxy: a read-only view of a mapping, such as the `__dict__` of a class.

private struct MappingProxy {
  var header: MoltObject
  var mapping: Value
}

@inline(__always) private func mapping(_ proxy: Value) -> Value { proxy.pointer(MappingProxy.self).pointee.mapping }

@inline(__always) private func isProxy(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.mappingproxy
}

func newMappingProxy(_ target: Value) -> Value {
  let proxy = Value(allocateObject(Types.mappingproxy, MemoryLayout<MappingProxy>.size))
  proxy.pointer(MappingProxy.self).pointee.mapping = retained(target)
  return proxy
}

private func proxyConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let given = Int(count) + (names.isNull ? 0 : tupleCount(names))
  if given > 1 {
    return raise(Exceptions.typeError) { message in
      message.append("mappingproxy() takes at most 1 argument (")
      message.append(int: given)
      message.append(" given)")
    }
  }
  if given == 0 { return raise(Exceptions.typeError, "mappingproxy() missing required argument 'mapping' (pos 1)") }
  let target = args.unsafelyUnwrapped[0]
  if typeOf(target).pointee.getItem == nil || isList(target) || isTuple(target) {
    return raiseTypeError("mappingproxy() argument must be a mapping, not ", target, "")
  }
  return newMappingProxy(target)
}

private func proxyRepr(_ proxy: Value) -> Value {
  var text = StringBuilder()
  text.append("mappingproxy(")
  if !text.appendRepr(mapping(proxy)) {
    text.discard()
    return .null
  }
  text.append(")")
  return text.finish()
}

private func proxyOr(_ a: Value, _ b: Value) -> Value {
  binaryOperation(Int32(MOLT_OP_OR), isProxy(a) ? mapping(a) : a, isProxy(b) ? mapping(b) : b)
}

func setUpMappingProxyType() {
  let type = Types.mappingproxy
  setUpType(
    type, "mappingproxy", size: MemoryLayout<MappingProxy>.size,
    flags: UInt32(MOLT_TYPE_CONTAINER | MOLT_TYPE_MAPPING_PATTERN))
  type.pointee.construct = { proxyConstruct($0, $1, $2, $3) }
  type.pointee.destroy = { object in
    release(mapping(Value(object!)))
    freeObject(object!, MemoryLayout<MappingProxy>.size)
  }
  type.pointee.traverse = { object, visit, context in visit!(mapping(Value(object!)), context) }
  type.pointee.repr = { proxyRepr($0) }
  type.pointee.str = { strOf(mapping($0)) }
  type.pointee.hash = { hashOf(mapping($0)) }
  type.pointee.compare = { compare(mapping($0), $1, $2) }
  type.pointee.iterate = { molt_iterate(mapping($0)) }
  type.pointee.length = { lengthOf(mapping($0)) }
  type.pointee.getItem = { molt_get_item(mapping($0), $1) }
  type.pointee.contains = { molt_contains(mapping($0), $1) }
  setBinarySlot(type, Int(MOLT_OP_OR)) { proxyOr($0, $1) }
  setInPlaceSlot(type, Int(MOLT_OP_OR)) { a, _ in
    raiseTypeError("'|=' is not supported by ", a, "; use '|' instead")
  }
  addMethod(
    type, "get", 1, 2,
    { receiver, args, count, _ in
      let args = args.unsafelyUnwrapped
      return callMethod(mapping(receiver), Names.getWord, args[0], count > 1 ? args[1] : .none)
    })
  addMethod(type, "keys", 0, 0, { receiver, _, _, _ in callMethod(mapping(receiver), Names.keys) })
  addMethod(type, "values", 0, 0, { receiver, _, _, _ in callMethod(mapping(receiver), Names.values) })
  addMethod(type, "items", 0, 0, { receiver, _, _, _ in callMethod(mapping(receiver), Names.items) })
  addMethod(type, "copy", 0, 0, { receiver, _, _, _ in callMethod(mapping(receiver), Names.copy) })
  addMethod(type, "__reversed__", 0, 0, { receiver, _, _, _ in callMethod(mapping(receiver), Names.reversed) })
  addClassGetItem(type)
  finishType(type)
}
