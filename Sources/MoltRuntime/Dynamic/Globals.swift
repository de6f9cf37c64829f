import MoltABI

// The globals of interpreted code: those of a module of the program, or any dict that a program gave to `exec` or `eval`.
// Such a dict is wrapped in a module object without slots, whose variables it holds.

/// The module whose globals are a dict: the program's own, where the dict is what `globals()` gives there. Owned.
func moduleOfGlobals(_ dict: Value) -> Value {
  if let module = programModule(where: { $0.pointee.dict == dict }) { return retained(Value(module)) }
  let value = Value(allocateObject(Types.module, MemoryLayout<MoltModule>.size))
  modulePointer(value).pointee.extra = retained(dict)
  modulePointer(value).pointee.header.aux |= ModuleState.isNamespace
  return value
}

/// The slot of a unit's name in the module, or -1.
@inline(__always) private func slot(_ module: ModulePointer, _ unit: UnitPointer, _ index: Int) -> Int {
  if module.pointee.slotCount == 0 { return -1 }
  if unit.pointee.slotModule != module { resolveSlots(module, unit) }
  return Int(unit.pointee.slots.unsafelyUnwrapped[index])
}

@inline(never) private func resolveSlots(_ module: ModulePointer, _ unit: UnitPointer) {
  let count = unit.pointee.nameCount
  let slots =
    unit.pointee.slots
    ?? allocateRaw(max(count, 1) * MemoryLayout<Int32>.stride).assumingMemoryBound(to: Int32.self)
  for index in 0..<count { slots[index] = Int32(slotIndex(module, unit.pointee.names[index])) }
  unit.pointee.slots = slots
  unit.pointee.slotModule = module
}

/// The value of a global or built-in name. Owned; null with a NameError set.
func loadGlobal(_ module: ModulePointer, _ unit: UnitPointer, _ index: Int) -> Value {
  let slot = slot(module, unit, index)
  let name = unit.pointee.names[index]
  if slot < 0 { return lookUpGlobal(module, name) }
  let value = module.pointee.slots[slot]
  return value.isNull ? builtin(module, name) : retained(value)
}

func storeGlobal(_ module: ModulePointer, _ unit: UnitPointer, _ index: Int, _ value: Value) {
  setModuleGlobal(module, unit.pointee.names[index], value)
}

/// False: a NameError is set.
func deleteGlobal(_ module: ModulePointer, _ unit: UnitPointer, _ index: Int) -> Bool {
  let name = unit.pointee.names[index]
  if setModuleGlobal(module, name, .null) { return true }
  raiseNameError(Exceptions.nameError, name, "name '", "' is not defined")
  return false
}

/// As `loadGlobal`, of any interned name.
func lookUpGlobal(_ module: ModulePointer, _ name: Value) -> Value {
  let value = moduleGlobal(module, name)
  return value.isNull ? builtin(module, name) : retained(value)
}

/// The built-in of a name as the globals see it: their `__builtins__` says where to look.
private func builtin(_ module: ModulePointer, _ name: Value) -> Value {
  var source = Value.null
  if module.pointee.slotCount == 0 {
    source = dictGetName(module.pointee.extra, Dynamic.builtinsName)
    if !source.isNull, isModule(source) {
      source = modulePointer(source).pointee.slotCount == 0 ? modulePointer(source).pointee.extra : .null
    }
  }
  if source.isNull { source = builtinsDict() }
  let found: Value
  if isDict(source) {
    found = dictGetName(source, name)
    if !found.isNull { return boundToModule(found, module) }
  } else {
    found = getItem(source, name)
    if !found.isNull { return found }
    if !exceptionMatches(Exceptions.keyError) { return .null }
    clearException()
  }
  raiseNameError(Exceptions.nameError, name, "name '", "' is not defined")
  return .null
}
