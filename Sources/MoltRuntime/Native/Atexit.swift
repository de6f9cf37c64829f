import MoltABI

// The module `atexit`. CPython: Modules/atexitmodule.c.

private enum ExitCallbacks {
  /// Tuples (function, arguments, keywords or None), oldest first.
  static var list = Value(bits: 0)
}

/// Calls what is registered, newest first; what is registered meanwhile is called too.
private func runCallbacks() {
  let list = ExitCallbacks.list
  if list.isNull { return }
  while listCount(list) > 0 {
    let entry = molt_list_pop(list, -1)
    let parts = tupleItems(entry)
    let result = callSpread(parts[0], parts[1], parts[2].isNone ? .null : parts[2])
    if result.isNull {
      writeUnraisable(parts[0], message: "Exception ignored in atexit callback")
    } else {
      release(result)
    }
    release(entry)
  }
}

func setUpAtexitModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "allow programmer to define multiple exit functions to be executed\nupon normal program termination.")
  ExitCallbacks.list = newList()
  Endings.beforeEnd = {
    runCallbacks()
    releaseIfBound(ExitCallbacks.list)
    ExitCallbacks.list = .null
  }
  addFunction(
    module, "register", 0, -1,
    { _, args, count, names in
      if count < 1 { return raise(Exceptions.typeError, "register() takes at least 1 argument (0 given)") }
      if typeOf(args![0]).pointee.call == nil {
        return raise(Exceptions.typeError, "the first argument must be callable")
      }
      var keywords = Value.none
      if !names.isNull && tupleCount(names) > 0 {
        keywords = newDict()
        for i in 0..<tupleCount(names) { dictSetName(keywords, tupleItems(names)[i], args![Int(count) + i]) }
      }
      let rest = makeTuple(args! + 1, Int(count) - 1)
      let entry = makeTuple(args![0], rest, keywords)
      release(rest)
      release(keywords)
      if !ExitCallbacks.list.isNull { listAppend(ExitCallbacks.list, entry) }
      release(entry)
      Endings.anywhere = true
      return retained(args![0])
    })
  addFunction(
    module, "unregister", 1, 1,
    { _, args, _, _ in
      var index = 0
      while !ExitCallbacks.list.isNull && index < listCount(ExitCallbacks.list) {
        let entry = retained(listItems(ExitCallbacks.list)[index])
        let same = equal(tupleItems(entry)[0], args![0])
        release(entry)
        if same < 0 { return .null }
        if same > 0 && index < listCount(ExitCallbacks.list) {
          release(molt_list_pop(ExitCallbacks.list, Int64(index)))
        } else {
          index += 1
        }
      }
      return .none
    })
  addFunction(
    module, "_clear", 0, 0,
    { _, _, _, _ in
      if !ExitCallbacks.list.isNull { listClear(ExitCallbacks.list.pointer()) }
      return .none
    })
  addFunction(
    module, "_run_exitfuncs", 0, 0,
    { _, _, _, _ in
      runCallbacks()
      return .none
    })
  addFunction(
    module, "_ncallbacks", 0, 0,
    { _, _, _, _ in makeInt(ExitCallbacks.list.isNull ? 0 : Int64(listCount(ExitCallbacks.list))) })
  return true
}
