import MoltABI

// The module `gc` over the runtime's cycle collector. CPython: Modules/gcmodule.c.

func setUpGcModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "The collector of reference cycles.")
  addFunction(
    module, "collect", 0, 1, { _, _, _, _ in makeInt(Int64(collectCycles())) }, params: "generation")
  addFunction(
    module, "enable", 0, 0,
    { _, _, _, _ in
      molt_heap.isEnabled = 1
      return .none
    })
  addFunction(
    module, "disable", 0, 0,
    { _, _, _, _ in
      molt_heap.isEnabled = 0
      return .none
    })
  addFunction(module, "isenabled", 0, 0, { _, _, _, _ in Value(molt_heap.isEnabled != 0) })
  addFunction(module, "freeze", 0, 0, { _, _, _, _ in .none })
  addFunction(module, "unfreeze", 0, 0, { _, _, _, _ in .none })
  addFunction(
    module, "get_count", 0, 0,
    { _, _, _, _ in
      makeTuple(makeInt(molt_heap.containers), Value(smallInt: 0), Value(smallInt: 0))
    })
  addFunction(
    module, "get_threshold", 0, 0,
    { _, _, _, _ in
      makeTuple(Value(smallInt: 700), Value(smallInt: 10), Value(smallInt: 10))
    })
  addFunction(module, "set_threshold", 1, 3, { _, _, _, _ in .none })
  addFunction(module, "get_debug", 0, 0, { _, _, _, _ in Value(smallInt: 0) })
  addFunction(module, "set_debug", 1, 1, { _, _, _, _ in .none })
  addFunction(
    module, "is_tracked", 1, 1,
    { _, args, _, _ in
      Value(args![0].isObject && typeOf(args![0]).pointee.flags & UInt32(MOLT_TYPE_CONTAINER) != 0)
    })
  addFunction(
    module, "get_objects", 0, 1,
    { _, _, _, _ in
      let list = newList()
      forEachObject {
        let value = Value($0)
        if $0.pointee.type.pointee.flags & UInt32(MOLT_TYPE_CONTAINER) != 0 && value != list { listAppend(list, value) }
      }
      return list
    }, params: "generation")
  addConstant(module, "garbage", newList())
  addConstant(module, "callbacks", newList())
  return true
}
