import MoltABI

// Module objects over MoltModule. A module of the program keeps its globals in slots; names that have no slot are in
// `extra`. A native module has no slots: `extra` is its dict. CPython: Objects/moduleobject.c.

typealias ModulePointer = UnsafeMutablePointer<MoltModule>

/// State of a module's import, in `header.aux`.
enum ModuleState {
  static var isCreated: UInt32 { 1 }
  static var isInitializing: UInt32 { 2 }
  /// Not a module that Python code has: it stands for a dict that was given to `exec` or `eval` (Dynamic/Globals.swift),
  /// and lives as long as functions refer to it.
  static var isNamespace: UInt32 { 4 }
}

@inline(__always) func modulePointer(_ module: Value) -> ModulePointer { module.pointer(MoltModule.self) }

@inline(__always) func isModule(_ value: Value) -> Bool { value.isObject && isSubtype(typeOf(value), Types.module) }

/// A module without slots, with `__name__` and the other attributes that every module has. Owned.
func newModule(_ name: Value, doc: Value = .none) -> Value {
  let value = Value(allocateObject(Types.module, MemoryLayout<MoltModule>.size))
  let dict = newDict()
  modulePointer(value).pointee.extra = dict
  dictSetName(dict, Names.name, name)
  dictSetName(dict, Names.doc, doc)
  dictSetName(dict, intern("__package__"), .none)
  dictSetName(dict, intern("__loader__"), .none)
  dictSetName(dict, intern("__spec__"), .none)
  return value
}

// ----------------------------------------------------------------------------------------------------------- slots

/// The slot index of an interned name, or -1.
func slotIndex(_ module: ModulePointer, _ name: Value) -> Int {
  let names = module.pointee.slotNames, count = module.pointee.slotCount
  var i = 0
  while i < count {
    if names.unsafelyUnwrapped[i] == name { return i }
    i += 1
  }
  return -1
}

/// The slot of a name that may not be interned, or -1.
private func slotIndexOfAny(_ module: ModulePointer, _ name: Value) -> Int {
  if module.pointee.slotCount == 0 { return -1 }
  let known = internedIfKnown(name)
  return known.isNull ? -1 : slotIndex(module, known)
}

/// A global of the module, borrowed, or null. Built-ins are not searched.
func moduleGlobal(_ module: ModulePointer, _ name: Value) -> Value {
  let index = slotIndexOfAny(module, name)
  if index >= 0 { return module.pointee.slots[index] }
  return module.pointee.extra.isNull ? .null : dictGetName(module.pointee.extra, exactStr(name))
}

/// Binds a global of the module; null unbinds. False: there was nothing to unbind.
@discardableResult
func setModuleGlobal(_ module: ModulePointer, _ name: Value, _ value: Value) -> Bool {
  let index = slotIndexOfAny(module, name)
  if index >= 0 {
    if value.isNull {
      if module.pointee.slots[index].isNull { return false }
      unbindSlot(module, index)
    } else {
      storeSlot(module, index, value)
    }
    return true
  }
  if value.isNull {
    return !module.pointee.extra.isNull && dictDelete(module.pointee.extra, name) == 1
  }
  if module.pointee.extra.isNull { module.pointee.extra = newDict() }
  _ = dictSet(module.pointee.extra, name, value)
  return true
}

/// Stores a borrowed value into a slot.
@inline(__always) private func storeSlot(_ module: ModulePointer, _ index: Int, _ value: Value) {
  let slot = module.pointee.slots + index
  if slot.pointee.isNull {
    module.pointee.nextOrder &+= 1
    if let order = module.pointee.order { order[index] = module.pointee.nextOrder }
  } else {
    module.pointee.version &+= 1
  }
  retain(value)
  replace(slot, with: value)
}

private func unbindSlot(_ module: ModulePointer, _ index: Int) {
  module.pointee.version &+= 1
  replace(module.pointee.slots + index, with: .null)
}

/// Calls `body` with each bound slot's index in the order of first binding.
func forEachSlotInOrder(_ module: ModulePointer, _ body: (Int) -> Void) {
  let count = module.pointee.slotCount
  guard let order = module.pointee.order else {
    var i = 0
    while i < count {
      if !module.pointee.slots[i].isNull { body(i) }
      i += 1
    }
    return
  }
  // Selection by increasing sequence number: the view is asked for seldom, and sorting would need memory.
  var last: UInt32 = 0, first = true
  while true {
    var best = -1, i = 0
    while i < count {
      if !module.pointee.slots[i].isNull && (first || order[i] > last) && (best < 0 || order[i] < order[best]) {
        best = i
      }
      i += 1
    }
    if best < 0 { return }
    // Slots that compiled code bound without numbering share a number: take them together.
    let number = order[best]
    i = best
    while i < count {
      if order[i] == number && !module.pointee.slots[i].isNull { body(i) }
      i += 1
    }
    last = number
    first = false
  }
}

// ------------------------------------------------------------------------------------------ names in compiled code

/// The built-in of an interned name that is no global of the module: owned, or null with NameError set. The entry where
/// the name was last found is looked at first: if its key is the name, it is the right one, whatever happened to the
/// dict meanwhile. That the module's `extra` does not have the name holds until something is added to it.
@c(molt_global_missing) func molt_global_missing(_ module: ModulePointer, _ name: Value) -> Value {
  let hint = molt_builtin_hint(name.bits, module).unsafelyUnwrapped
  let extra = module.pointee.extra
  if hint.pointee.extra == extra.bits {
    if !extra.isNull {
      let names = extra.pointer(MoltDict.self)
      if names.pointee.version != hint.pointee.extraVersion
        || names.pointee.entryCount != Int(hint.pointee.extraCount)
      {
        return searchGlobal(module, name, hint)
      }
    }
    let dict = builtinsDict().pointer(MoltDict.self)
    let index = Int(hint.pointee.entry)
    if index < dict.pointee.entryCount {
      let entry = dict.pointee.entries.unsafelyUnwrapped[index]
      if entry.key == name && entry.value.bits == hint.pointee.value { return retained(entry.value) }
    }
  }
  return searchGlobal(module, name, hint)
}

@inline(never) private func searchGlobal(
  _ module: ModulePointer, _ name: Value, _ hint: UnsafeMutablePointer<MoltBuiltinHint>
) -> Value {
  let extra = module.pointee.extra
  // A name that has a slot is not in `extra`, unless the view of the module has taken its place.
  if !extra.isNull && (module.pointee.dict.isNull || slotIndex(module, name) < 0) {
    let value = dictGetName(extra, name)
    if !value.isNull { return retained(value) }
  }
  let dict = builtinsDict().pointer(MoltDict.self)
  // All that is remembered holds for a name with an unbound slot too, for which `extra` does not count.
  let index = dictFindName(dict, name)
  if index < 0 { return raiseNameError(Exceptions.nameError, name, "name '", "' is not defined") }
  hint.pointee.extra = extra.bits
  hint.pointee.extraVersion = extra.isNull ? 0 : extra.pointer(MoltDict.self).pointee.version
  hint.pointee.extraCount =
    extra.isNull ? 0 : UInt32(truncatingIfNeeded: extra.pointer(MoltDict.self).pointee.entryCount)
  hint.pointee.entry = UInt64(index)
  let builtin = dict.pointee.entries.unsafelyUnwrapped[index].value
  let bound = boundToModule(builtin, module)
  hint.pointee.value = bound == builtin ? builtin.bits : 0
  return bound
}

@c(molt_global_store) func molt_global_store(_ module: ModulePointer, _ index: Int32, _ value: Value) {
  storeSlot(module, Int(index), value)
}

@c(molt_global_delete) func molt_global_delete(_ module: ModulePointer, _ index: Int32) -> Int32 {
  if module.pointee.slots[Int(index)].isNull {
    raiseNameError(Exceptions.nameError, module.pointee.slotNames[Int(index)], "name '", "' is not defined")
    return -1
  }
  unbindSlot(module, Int(index))
  return 0
}

@c(molt_raise_unbound_local) func molt_raise_unbound_local(_ name: Value) {
  raiseNameError(
    Exceptions.unboundLocalError, name, "cannot access local variable '", "' where it is not associated with a value")
}

@c(molt_raise_unbound_free) func molt_raise_unbound_free(_ name: Value) {
  raiseNameError(
    Exceptions.nameError, name, "cannot access free variable '",
    "' where it is not associated with a value in enclosing scope")
}

// ------------------------------------------------------------------------------------------------------ attributes

private func moduleGetAttribute(_ this: Value, _ name: Value) -> Value {
  let type = typeOf(this)
  let module = modulePointer(this)
  let known = internedIfKnown(name)
  let key = known.isNull ? exactStr(name) : known
  let descriptor = lookupInType(type, key)
  if !descriptor.isNull, typeOf(descriptor).pointee.descriptorSet != nil,
    let get = typeOf(descriptor).pointee.descriptorGet
  {
    return get(descriptor, this, Value(type))
  }
  let value = moduleGlobal(module, key)
  if !value.isNull { return retained(value) }
  if !descriptor.isNull {
    if let get = typeOf(descriptor).pointee.descriptorGet { return get(descriptor, this, Value(type)) }
    return retained(descriptor)
  }
  let hook = moduleGlobal(module, Names.getattr)
  if !hook.isNull {
    retain(hook)
    defer { release(hook) }
    return call1(hook, name)
  }
  if this == SysModule.module && viewEquals(StrView(name), "stdlib_module_names") {
    // So large that it is made for those who ask.
    let modules = standardModules()
    setModuleGlobal(module, name, modules)
    return modules
  }
  let moduleName = moduleGlobal(module, Names.name)
  let isInitializing = module.pointee.header.aux & ModuleState.isInitializing != 0
  return raiseAttributeError(this, name) {
    if moduleName.isNull || !isStr(moduleName) {
      $0.append("module")
    } else {
      $0.append(isInitializing ? "partially initialized module '" : "module '")
      $0.append(moduleName)
      $0.append("'")
    }
    $0.append(" has no attribute '")
    $0.append(name)
    $0.append("'")
    if isInitializing && !moduleName.isNull { $0.append(" (most likely due to a circular import)") }
  }
}

private func moduleSetAttribute(_ this: Value, _ name: Value, _ value: Value) -> Int32 {
  let type = typeOf(this)
  let descriptor = lookupInType(type, exactStr(name))
  if !descriptor.isNull, let set = typeOf(descriptor).pointee.descriptorSet { return set(descriptor, this, value) }
  if setModuleGlobal(modulePointer(this), name, value) { return 0 }
  raiseNothingToSet(this, name)
  return -1
}

private func moduleRepr(_ this: Value) -> Value {
  let module = modulePointer(this)
  var builder = StringBuilder()
  builder.append("<module ")
  let name = moduleGlobal(module, Names.name)
  if name.isNull { builder.append("'?'") } else if !builder.appendRepr(name) { return .null }
  let file = moduleGlobal(module, Names.file)
  if !file.isNull && !file.isNone {
    builder.append(" from ")
    if !builder.appendRepr(file) { return .null }
  } else if module.pointee.header.aux & ModuleState.isCreated != 0 {
    builder.append(" (built-in)")
  }
  builder.append(">")
  return builder.finish()
}

/// The str of a module's `__file__`, borrowed, or null.
func moduleFile(_ module: ModulePointer) -> Value {
  let file = moduleGlobal(module, Names.file)
  return !file.isNull && isStr(file) ? file : .null
}

/// A new list of the names of the module's globals, in order of binding. Owned.
func moduleNames(_ module: ModulePointer) -> Value {
  let list = newList()
  if !module.pointee.extra.isNull && module.pointee.dict.isNull {
    var position = 0, key = Value.null, value = Value.null
    while dictNext(module.pointee.extra, &position, &key, &value) { listAppend(list, key) }
  }
  if !module.pointee.dict.isNull {
    syncView(module)
    var position = 0, key = Value.null, value = Value.null
    while dictNext(module.pointee.dict, &position, &key, &value) { listAppend(list, key) }
  } else {
    forEachSlotInOrder(module) { listAppend(list, module.pointee.slotNames[$0]) }
  }
  return list
}

private func moduleDir(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let hook = moduleGlobal(modulePointer(this), Names.dir)
  if !hook.isNull {
    retain(hook)
    defer { release(hook) }
    return call0(hook)
  }
  if typeOf(this) != Types.module {
    let dict = getAttribute(this, Names.dict)
    if dict.isNull { return .null }
    defer { release(dict) }
    if !isDict(dict) {
      return raise(Exceptions.typeError, "<module>.__dict__ is not a dictionary")
    }
  }
  return moduleNames(modulePointer(this))
}

// ------------------------------------------------------------------------------------------------------------ type

private func constructModule(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let type = callee.pointer(MoltType.self)
  let value = Value(allocateObject(type, Int(type.pointee.basicSize)))
  modulePointer(value).pointee.extra = newDict()
  return value
}

private func initializeModule(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  var name = Value.null, doc = Value.none
  if count > 2 {
    return raiseStatus(Exceptions.typeError) {
      $0.append("module() takes at most 2 arguments (")
      $0.append(int: Int(count))
      $0.append(" given)")
    }
  }
  if count > 0 { name = args![0] }
  if count > 1 { doc = args![1] }
  if !names.isNull {
    var i = 0
    while i < tupleCount(names) {
      let value = args![Int(count) + i]
      if stringsEqual(tupleItems(names)[i], intern("name")) { name = value } else { doc = value }
      i += 1
    }
  }
  if name.isNull { return raiseStatus(Exceptions.typeError, "module() missing required argument 'name' (pos 1)") }
  if !isStr(name) {
    return raiseStatus(Exceptions.typeError) {
      $0.append("module() argument 'name' must be str, not ")
      $0.append(argumentTypeName(name))
    }
  }
  let module = modulePointer(this)
  setModuleGlobal(module, Names.name, name)
  setModuleGlobal(module, Names.doc, doc)
  setModuleGlobal(module, intern("__package__"), .none)
  setModuleGlobal(module, intern("__loader__"), .none)
  setModuleGlobal(module, intern("__spec__"), .none)
  return 0
}

private func destroyModule(_ object: ObjectPointer?) {
  let module = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltModule.self)
  if !module.pointee.weak.isNull { clearWeakReferences(Value(object!)) }
  releaseIfBound(module.pointee.dict)
  releaseIfBound(module.pointee.extra)
  freeObject(object!, Int(object!.pointee.type.pointee.basicSize))
}

func setUpModuleType() {
  let type = Types.module
  setUpType(
    type, "module", base: Types.object, size: MemoryLayout<MoltModule>.size,
    flags: UInt32(MOLT_TYPE_BASE | MOLT_TYPE_CONTAINER))
  type.pointee.weakOffset = UInt32(MemoryLayout<MoltModule>.offset(of: \MoltModule.weak)!)
  type.pointee.destroy = destroyModule
  type.pointee.traverse = { object, visit, context in
    let module = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltModule.self)
    if !module.pointee.dict.isNull { visit!(module.pointee.dict, context) }
    if !module.pointee.extra.isNull { visit!(module.pointee.extra, context) }
    var i = 0
    while i < module.pointee.slotCount {
      if !module.pointee.slots[i].isNull { visit!(module.pointee.slots[i], context) }
      i += 1
    }
  }
  type.pointee.clear = { object in
    let module = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltModule.self)
    replace(&module.pointee.dict, with: .null)
    replace(&module.pointee.extra, with: .null)
  }
  type.pointee.construct = constructModule
  type.pointee.initialize = initializeModule
  type.pointee.repr = moduleRepr
  type.pointee.getAttribute = moduleGetAttribute
  type.pointee.setAttribute = moduleSetAttribute
  addMethod(type, "__dir__", 0, 0, moduleDir)
  addGetter(type, "__dict__", { moduleDict(modulePointer($0)) })
  // Made when it is first asked for, as a variable of the module.
  addGetter(
    type, "__annotations__",
    {
      let known = moduleGlobal(modulePointer($0), Names.annotations)
      if !known.isNull { return retained(known) }
      let made = newDict()
      setModuleGlobal(modulePointer($0), Names.annotations, made)
      return made
    },
    set: {
      if setModuleGlobal(modulePointer($0), Names.annotations, $1) { return 0 }
      raiseValue(Exceptions.attributeError, Names.annotations)
      return -1
    })
  finishType(type)
}
