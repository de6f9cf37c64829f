import MoltABI

// The module `_weakref`. CPython: Modules/_weakref.c.

func setUpWeakrefModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "Weak-reference support module.")
  setUpWeakProxyTypes()
  addType(module, "ref", Types.weakref)
  addType(module, "ReferenceType", Types.weakref)
  addType(module, "ProxyType", WeakProxies.plain!)
  addType(module, "CallableProxyType", WeakProxies.callable!)
  addFunction(
    module, "getweakrefcount", 1, 1,
    { _, args, _, _ in
      var count: Int64 = 0
      forEachWeakReference(args![0]) { _ in count += 1 }
      return makeInt(count)
    })
  addFunction(
    module, "getweakrefs", 1, 1,
    { _, args, _, _ in
      let list = newList()
      forEachWeakReference(args![0]) { listAppend(list, $0) }
      return list
    })
  addFunction(
    module, "proxy", 1, 2,
    { _, args, count, _ in newWeakProxy(args![0], count < 2 || args![1].isNone ? .null : args![1]) })
  addFunction(module, "_remove_dead_weakref", 2, 2, { _, args, _, _ in removeDead(args![0], args![1]) })
  return true
}

private func forEachWeakReference(_ value: Value, _ body: (Value) -> Void) {
  guard let list = weakListSlot(value, typeOf(value)) else { return }
  var entry = list.pointee
  while !entry.isNull {
    body(entry)
    entry = weakReference(entry).pointee.next
  }
}

/// Takes the item with that key out of a dict if it is a dead reference; a live one may have taken its place.
private func removeDead(_ dict: Value, _ key: Value) -> Value {
  if !isDict(dict) {
    return raise(Exceptions.typeError) {
      $0.append("_remove_dead_weakref() argument 1 must be dict, not ")
      $0.append(argumentTypeName(dict))
    }
  }
  let item = dictGet(dict, key)
  if item.isNull { return exceptionIsSet ? .null : .none }
  if !isInstance(item, Types.weakref) && typeOf(item) != WeakProxies.plain && typeOf(item) != WeakProxies.callable {
    return raise(Exceptions.typeError, "not a weakref")
  }
  if weakReference(item).pointee.referent.isNull && dictDelete(dict, key) < 0 { return .null }
  return .none
}
