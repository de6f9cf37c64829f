import MoltABI

// The dictionary of a program module's globals, as `globals()` and `__dict__` give it.
//
// It is an instance of a subclass of dict whose own storage is a copy of the slots. Every operation on the view first
// brings the copy up to date, and one that changes the view writes the difference back to the slots. So the view and
// the slots always agree for whoever uses one of them, and the slots stay plain memory for compiled code. Names without
// a slot live in the view alone.

private var viewType: TypePointer { Types.moduleDict }

/// The dict of a module's globals: the view of a program module, the dict itself of a native one. Owned.
func moduleDict(_ module: ModulePointer) -> Value {
  if module.pointee.slotCount == 0 {
    if module.pointee.extra.isNull { module.pointee.extra = newDict() }
    return retained(module.pointee.extra)
  }
  if module.pointee.dict.isNull {
    let view = Value(allocateObject(viewType, MemoryLayout<MoltDict>.size))
    let extra = module.pointee.extra
    if !extra.isNull {
      var position = 0, key = Value.null, value = Value.null
      while dictNext(extra, &position, &key, &value) { _ = dictSet(view, key, value) }
    }
    module.pointee.dict = view
    retain(view)
    module.pointee.extra = view
    releaseIfBound(extra)
  }
  syncView(module)
  return retained(module.pointee.dict)
}

/// Brings the view's copy of the slots up to date.
func syncView(_ module: ModulePointer) {
  let view = module.pointee.dict
  let count = module.pointee.slotCount
  var missing = false, i = 0
  while i < count {
    let name = module.pointee.slotNames[i], value = module.pointee.slots[i]
    let known = dictGetName(view, name)
    if value.isNull {
      if !known.isNull { _ = dictDelete(view, name) }
    } else if known.isNull {
      missing = true
    } else if known != value {
      dictSetName(view, name, value)
    }
    i += 1
  }
  if !missing { return }
  forEachSlotInOrder(module) {
    let name = module.pointee.slotNames[$0]
    if dictGetName(view, name).isNull { dictSetName(view, name, module.pointee.slots[$0]) }
  }
}

/// Carries changes of the view over to the slots.
private func writeBack(_ module: ModulePointer) {
  let view = module.pointee.dict
  var i = 0
  while i < module.pointee.slotCount {
    let name = module.pointee.slotNames[i]
    let value = dictGetName(view, name)
    if value != module.pointee.slots[i] {
      if value.isNull { setModuleGlobal(module, name, .null) } else { setModuleGlobal(module, name, value) }
    }
    i += 1
  }
}

private func moduleOf(_ view: Value) -> ModulePointer? { programModule { $0.pointee.dict == view } }

@inline(__always) private func read<T>(_ view: Value, _ body: () -> T) -> T {
  if let module = moduleOf(view) { syncView(module) }
  return body()
}

@inline(__always) private func write<T>(_ view: Value, _ body: () -> T) -> T {
  guard let module = moduleOf(view) else { return body() }
  syncView(module)
  let result = body()
  writeBack(module)
  return result
}

/// Calls dict's own method.
private func dictMethod(
  _ name: StaticString, _ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value
) -> Value {
  let method = lookupInType(Types.dict, intern(name))
  let keywords = names.isNull ? 0 : tupleCount(names)
  return withUnsafeTemporaryAllocation(of: Value.self, capacity: Int(count) + keywords + 1) { all in
    all[0] = this
    var i = 0
    while i < Int(count) + keywords {
      all[i + 1] = args![i]
      i += 1
    }
    return call(method, Arguments(all.baseAddress), Int(count) + 1, names: names)
  }
}

private func addReader(_ name: StaticString, _ body: @escaping NativeBody) { addMethod(viewType, name, 0, -1, body) }

func setUpModuleViewType() {
  let type = viewType, dict = Types.dict
  setUpType(type, "dict", base: dict, size: Int(dict.pointee.basicSize), flags: dict.pointee.flags)
  type.pointee.destroy = dict.pointee.destroy
  type.pointee.traverse = dict.pointee.traverse
  type.pointee.clear = dict.pointee.clear
  type.pointee.getItem = { this, key in read(this) { Types.dict.pointee.getItem(this, key) } }
  type.pointee.setItem = { this, key, value in write(this) { Types.dict.pointee.setItem(this, key, value) } }
  type.pointee.contains = { this, key in read(this) { Types.dict.pointee.contains(this, key) } }
  type.pointee.length = { this in read(this) { Types.dict.pointee.length(this) } }
  type.pointee.iterate = { this in read(this) { Types.dict.pointee.iterate(this) } }
  type.pointee.repr = { this in read(this) { Types.dict.pointee.repr(this) } }
  type.pointee.compare = { this, other, op in read(this) { Types.dict.pointee.compare(this, other, op) } }
  addReader("get", { s, a, n, k in read(s) { dictMethod("get", s, a, n, k) } })
  addReader("keys", { s, a, n, k in read(s) { dictMethod("keys", s, a, n, k) } })
  addReader("values", { s, a, n, k in read(s) { dictMethod("values", s, a, n, k) } })
  addReader("items", { s, a, n, k in read(s) { dictMethod("items", s, a, n, k) } })
  addReader("copy", { s, a, n, k in read(s) { dictMethod("copy", s, a, n, k) } })
  addReader("__reversed__", { s, a, n, k in read(s) { dictMethod("__reversed__", s, a, n, k) } })
  addReader("pop", { s, a, n, k in write(s) { dictMethod("pop", s, a, n, k) } })
  addReader("popitem", { s, a, n, k in write(s) { dictMethod("popitem", s, a, n, k) } })
  addReader("setdefault", { s, a, n, k in write(s) { dictMethod("setdefault", s, a, n, k) } })
  addReader("update", { s, a, n, k in write(s) { dictMethod("update", s, a, n, k) } })
  addReader("clear", { s, a, n, k in write(s) { dictMethod("clear", s, a, n, k) } })
  finishType(type)
}
