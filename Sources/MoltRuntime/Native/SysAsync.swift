import MoltABI

// What `sys` has for event loops: the hooks of asynchronous generators, and where coroutines come from.
// CPython: Python/sysmodule.c.

private enum HooksType {
  static var type: TypePointer? = nil
}

/// A hook as an argument gives it: false, with an exception, if it cannot be called.
private func setHook(_ slot: UnsafeMutablePointer<Value>, _ hook: Value, _ name: StaticString) -> Bool {
  if hook.isNull { return true }
  if !hook.isNone && typeOf(hook).pointee.call == nil {
    raise(Exceptions.typeError) {
      $0.append("callable ")
      $0.append(name)
      $0.append(" expected, got ")
      $0.append(typeName(hook))
    }
    return false
  }
  replace(slot, with: hook.isNone ? .null : retained(hook))
  return true
}

func addAsyncFunctions(_ module: ModulePointer) {
  HooksType.type = newStructType("asyncgen_hooks", "firstiter finalizer")
  addFunction(
    module, "set_asyncgen_hooks", 0, 2,
    { _, args, _, _ in
      // The finalizer is checked, and set, first.
      if !setHook(&AsyncGenerators.finalizer, args![1], "finalizer") { return .null }
      return setHook(&AsyncGenerators.firstIteration, args![0], "firstiter") ? .none : .null
    }, params: "firstiter finalizer")
  addFunction(
    module, "get_asyncgen_hooks", 0, 0,
    { _, _, _, _ in
      let hooks = newTuple(2)
      tupleItems(hooks)[0] = orNone(AsyncGenerators.firstIteration)
      tupleItems(hooks)[1] = orNone(AsyncGenerators.finalizer)
      return makeStruct(HooksType.type!, hooks)
    })
  addFunction(
    module, "set_coroutine_origin_tracking_depth", 1, 1,
    { _, args, _, _ in
      var depth = 0
      if !indexOf(args![0], &depth) { return .null }
      if depth < 0 { return raise(Exceptions.valueError, "depth must be >= 0") }
      Coroutines.originDepth = depth
      return .none
    }, params: "depth")
  addFunction(
    module, "get_coroutine_origin_tracking_depth", 0, 0,
    { _, _, _, _ in makeInt(Int64(Coroutines.originDepth)) })
}
