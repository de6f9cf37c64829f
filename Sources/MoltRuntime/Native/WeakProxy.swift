import MoltABI

// Proxies: objects that pass every operation on to another one, which they do not keep alive. They are weak references
// in another guise and stand in the same lists. CPython: the proxy_ functions of Objects/weakrefobject.c.

enum WeakProxies {
  static var plain: TypePointer? = nil
  static var callable: TypePointer? = nil
}

@inline(__always) private func isProxy(_ value: Value) -> Bool {
  let type = typeOf(value)
  return type == WeakProxies.plain || type == WeakProxies.callable
}

/// What stands behind a proxy, or any other value itself: owned; null with ReferenceError set for a dead proxy.
private func behind(_ value: Value) -> Value {
  if !isProxy(value) { return retained(value) }
  let referent = weakReference(value).pointee.referent
  if referent.isNull { return raise(Exceptions.referenceError, "weakly-referenced object no longer exists") }
  return retained(referent)
}

@inline(__always) private func pass(_ proxy: Value, _ body: (Value) -> Value) -> Value {
  let target = behind(proxy)
  if target.isNull { return .null }
  let result = body(target)
  release(target)
  return result
}

@inline(__always) private func passPair(_ a: Value, _ b: Value, _ body: (Value, Value) -> Value) -> Value {
  let left = behind(a)
  if left.isNull { return .null }
  let right = behind(b)
  let result = right.isNull ? Value.null : body(left, right)
  releaseIfBound(right)
  release(left)
  return result
}

@inline(__always) private func passStatus<T: FixedWidthInteger & SignedInteger>(_ proxy: Value, _ body: (Value) -> T)
  -> T
{
  let target = behind(proxy)
  if target.isNull { return -1 }
  let result = body(target)
  release(target)
  return result
}

@inline(__always) private func binary(_ a: Value, _ b: Value, _ op: Int) -> Value {
  passPair(a, b) { binaryOperation(Int32(op), $0, $1) }
}

@inline(__always) private func inPlace(_ a: Value, _ b: Value, _ op: Int) -> Value {
  passPair(a, b) { inPlaceOperation(Int32(op), $0, $1) }
}

/// `weakref.proxy(object, callback)`.
func newWeakProxy(_ referent: Value, _ callback: Value) -> Value {
  let proxies = (WeakProxies.plain!, WeakProxies.callable!)
  let type = typeOf(referent).pointee.call != nil ? proxies.1 : proxies.0
  return newWeakReference(type, referent, callback, proxies: proxies)
}

func setUpWeakProxyTypes() {
  WeakProxies.plain = makeProxyType("weakref.ProxyType", isCallable: false)
  WeakProxies.callable = makeProxyType("weakref.CallableProxyType", isCallable: true)
}

private func makeProxyType(_ name: StaticString, isCallable: Bool) -> TypePointer {
  let type = newTypeStorage()
  setUpWeakReferenceType(type, name, flags: 0)
  type.pointee.getAttribute = { proxy, name in pass(proxy) { getAttribute($0, name) } }
  type.pointee.setAttribute = { proxy, name, value in passStatus(proxy) { setAttribute($0, name, value) } }
  type.pointee.repr = { proxyRepr($0) }
  type.pointee.str = { pass($0) { strOf($0) } }
  type.pointee.compare = { a, b, op in passPair(a, b) { compare($0, $1, op) } }
  type.pointee.iterate = { pass($0) { iterate($0) } }
  type.pointee.next = { proxy in
    pass(proxy) {
      typeOf($0).pointee.next == nil
        ? raiseTypeError("Weakref proxy referenced a non-iterator '", $0, "' object") : nextItem($0)
    }
  }
  type.pointee.truth = { passStatus($0) { truthOf($0) } }
  type.pointee.length = { passStatus($0) { lengthOf($0) } }
  type.pointee.getItem = { proxy, key in pass(proxy) { getItem($0, key) } }
  type.pointee.setItem = { proxy, key, value in
    passStatus(proxy) { value.isNull ? deleteItem($0, key) : setItem($0, key, value) }
  }
  type.pointee.contains = { proxy, item in passStatus(proxy) { contains($0, item) } }
  type.pointee.negative = { pass($0) { negativeOf($0) } }
  type.pointee.positive = { pass($0) { positiveOf($0) } }
  type.pointee.invert = { pass($0) { invertedOf($0) } }
  type.pointee.absolute = { pass($0) { withOneArgument($0) { absFunction(.null, $0, 1, .null) } } }
  type.pointee.toInt = { pass($0) { call1(Value(Types.int), $0) } }
  type.pointee.toFloat = { pass($0) { call1(Value(Types.float), $0) } }
  type.pointee.toIndex = { pass($0) { indexValue($0) } }
  setOperators(type)
  if isCallable {
    type.pointee.call = { proxy, args, count, names in
      let target = behind(proxy)
      if target.isNull { return .null }
      let result = callValue(target, args, count, names)
      release(target)
      return result
    }
  } else {
    addMethod(type, "__bytes__", 0, 0, { this, _, _, _ in pass(this) { getAndCall($0, Names.bytes) } })
    addMethod(type, "__reversed__", 0, 0, { this, _, _, _ in pass(this) { getAndCall($0, Names.reversed) } })
  }
  markUnhashable(type)
  finishType(type)
  type.pointee.construct = nil
  return type
}

private func getAndCall(_ value: Value, _ name: Value) -> Value {
  let method = getAttribute(value, name)
  if method.isNull { return .null }
  let result = call(method, nil, 0)
  release(method)
  return result
}

private func withOneArgument(_ value: Value, _ body: (Arguments) -> Value) -> Value {
  withUnsafeTemporaryAllocation(of: Value.self, capacity: 1) {
    $0[0] = value
    return body(Arguments($0.baseAddress!))
  }
}

private func setOperators(_ type: TypePointer) {
  setBinarySlot(type, Int(MOLT_OP_ADD)) { binary($0, $1, Int(MOLT_OP_ADD)) }
  setBinarySlot(type, Int(MOLT_OP_SUB)) { binary($0, $1, Int(MOLT_OP_SUB)) }
  setBinarySlot(type, Int(MOLT_OP_MUL)) { binary($0, $1, Int(MOLT_OP_MUL)) }
  setBinarySlot(type, Int(MOLT_OP_MATMUL)) { binary($0, $1, Int(MOLT_OP_MATMUL)) }
  setBinarySlot(type, Int(MOLT_OP_TRUEDIV)) { binary($0, $1, Int(MOLT_OP_TRUEDIV)) }
  setBinarySlot(type, Int(MOLT_OP_MOD)) { binary($0, $1, Int(MOLT_OP_MOD)) }
  setBinarySlot(type, Int(MOLT_OP_POW)) { binary($0, $1, Int(MOLT_OP_POW)) }
  setBinarySlot(type, Int(MOLT_OP_LSHIFT)) { binary($0, $1, Int(MOLT_OP_LSHIFT)) }
  setBinarySlot(type, Int(MOLT_OP_RSHIFT)) { binary($0, $1, Int(MOLT_OP_RSHIFT)) }
  setBinarySlot(type, Int(MOLT_OP_OR)) { binary($0, $1, Int(MOLT_OP_OR)) }
  setBinarySlot(type, Int(MOLT_OP_XOR)) { binary($0, $1, Int(MOLT_OP_XOR)) }
  setBinarySlot(type, Int(MOLT_OP_AND)) { binary($0, $1, Int(MOLT_OP_AND)) }
  setBinarySlot(type, Int(MOLT_OP_FLOORDIV)) { binary($0, $1, Int(MOLT_OP_FLOORDIV)) }
  setBinarySlot(type, Int(MOLT_OP_DIVMOD)) { binary($0, $1, Int(MOLT_OP_DIVMOD)) }
  setInPlaceSlot(type, Int(MOLT_OP_ADD)) { inPlace($0, $1, Int(MOLT_OP_ADD)) }
  setInPlaceSlot(type, Int(MOLT_OP_SUB)) { inPlace($0, $1, Int(MOLT_OP_SUB)) }
  setInPlaceSlot(type, Int(MOLT_OP_MUL)) { inPlace($0, $1, Int(MOLT_OP_MUL)) }
  setInPlaceSlot(type, Int(MOLT_OP_MATMUL)) { inPlace($0, $1, Int(MOLT_OP_MATMUL)) }
  setInPlaceSlot(type, Int(MOLT_OP_TRUEDIV)) { inPlace($0, $1, Int(MOLT_OP_TRUEDIV)) }
  setInPlaceSlot(type, Int(MOLT_OP_MOD)) { inPlace($0, $1, Int(MOLT_OP_MOD)) }
  setInPlaceSlot(type, Int(MOLT_OP_POW)) { inPlace($0, $1, Int(MOLT_OP_POW)) }
  setInPlaceSlot(type, Int(MOLT_OP_LSHIFT)) { inPlace($0, $1, Int(MOLT_OP_LSHIFT)) }
  setInPlaceSlot(type, Int(MOLT_OP_RSHIFT)) { inPlace($0, $1, Int(MOLT_OP_RSHIFT)) }
  setInPlaceSlot(type, Int(MOLT_OP_OR)) { inPlace($0, $1, Int(MOLT_OP_OR)) }
  setInPlaceSlot(type, Int(MOLT_OP_XOR)) { inPlace($0, $1, Int(MOLT_OP_XOR)) }
  setInPlaceSlot(type, Int(MOLT_OP_AND)) { inPlace($0, $1, Int(MOLT_OP_AND)) }
  setInPlaceSlot(type, Int(MOLT_OP_FLOORDIV)) { inPlace($0, $1, Int(MOLT_OP_FLOORDIV)) }
}

/// Names what stands behind, without asking it; a dead proxy stands for None.
private func proxyRepr(_ proxy: Value) -> Value {
  let target = optional(weakReference(proxy).pointee.referent)
  var text = StringBuilder()
  text.append("<weakproxy at ")
  appendAddress(&text, proxy)
  text.append(" to ")
  text.append(typeName(target))
  text.append(" at ")
  appendAddress(&text, target)
  text.append(">")
  release(target)
  return text.finish()
}
