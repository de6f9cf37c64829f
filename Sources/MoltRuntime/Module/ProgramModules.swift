import MoltABI

// The modules of the program: their creation, running, and the order in which they end.

/// What the executable's entry point handed to molt_start.
enum Program {
  static var description: UnsafePointer<MoltProgram>? = nil
  static var modules = Value(bits: 0)  // sys.modules, a dict
  /// The modules of the runtime that the program is linked with.
  static var natives: UnsafeBufferPointer<MoltNativeModule> {
    UnsafeBufferPointer(start: description!.pointee.natives, count: Int(description!.pointee.nativeCount))
  }
}

private func moduleCount() -> Int { Int(Program.description?.pointee.moduleCount ?? 0) }

func moduleInfo(_ index: Int) -> UnsafePointer<MoltModuleInfo> { Program.description!.pointee.modules[index]! }

/// The first created program module that satisfies the condition.
func programModule(where condition: (ModulePointer) -> Bool) -> ModulePointer? {
  var i = 0
  while i < moduleCount() {
    let module: ModulePointer = moduleInfo(i).pointee.module
    if module.pointee.header.type != nil && condition(module) { return module }
    i += 1
  }
  return nil
}

/// The created program module whose source is `file`, compared by address first.
func moduleOfFile(_ file: UnsafePointer<CChar>?) -> ModulePointer? {
  guard let file else { return nil }
  var i = 0
  while i < moduleCount() {
    let info = moduleInfo(i)
    if info.pointee.module.pointee.header.type != nil, c_strcmp(info.pointee.file, file) == 0 {
      return info.pointee.module
    }
    i += 1
  }
  return nil
}

/// The program's description of a module by its dotted name, or nil.
func programModuleInfo(_ name: Value) -> UnsafePointer<MoltModuleInfo>? {
  let view = StrView(name)
  var i = 0
  while i < moduleCount() {
    let info = moduleInfo(i)
    if i != Int(Program.description!.pointee.mainModule) && textEquals(view, info.pointee.name) { return info }
    i += 1
  }
  return nil
}

private func textEquals(_ view: StrView, _ text: UnsafePointer<CChar>) -> Bool {
  if !view.isASCII {
    let other = makeString(cString: text)
    defer { release(other) }
    let b = StrView(other)
    if b.count != view.count { return false }
    var i = 0
    while i < b.count {
      if b[i] != view[i] { return false }
      i += 1
    }
    return true
  }
  if c_strlen(text) != view.count { return false }
  return c_memcmp(view.data, text, view.count) == 0
}

/// `sys.modules`, borrowed.
func sysModules() -> Value {
  if Program.modules.isNull { Program.modules = newDict() }
  return Program.modules
}

/// The part of a dotted name before the last dot, owned, or null.
func parentName(_ name: Value) -> Value {
  let view = StrView(name)
  var i = view.count - 1
  while i >= 0 {
    if view[i] == 0x2e { return makeString(view.slice(0, i)) }
    i -= 1
  }
  return .null
}

/// The part of a dotted name behind the last dot, interned, owned.
private func lastName(_ name: Value) -> Value {
  let view = StrView(name)
  var i = view.count - 1
  while i >= 0 && view[i] != 0x2e { i -= 1 }
  let part = makeString(view.slice(i + 1, view.count))
  let canonical = intern(part)
  release(part)
  return canonical
}

/// Makes the module object in the program's static storage.
private func createModule(_ info: UnsafePointer<MoltModuleInfo>, _ name: Value) -> ModulePointer {
  let module: ModulePointer = info.pointee.module
  module.pointee.header.refCount = UInt32(MOLT_IMMORTAL)
  module.pointee.header.type = Types.module
  module.pointee.header.aux = ModuleState.isCreated
  module.pointee.slotNames = info.pointee.slotNames
  module.pointee.slots = info.pointee.slots
  module.pointee.order = info.pointee.order
  module.pointee.slotCount = Int(info.pointee.slotCount)
  setModuleGlobal(module, Names.name, name)
  setModuleGlobal(module, Names.doc, .none)
  let isMain =
    Program.description!.pointee.mainModule >= 0
    && moduleInfo(Int(Program.description!.pointee.mainModule)) == info
  let package = info.pointee.isPackage != 0 ? retained(name) : parentName(name)
  let packageName = intern("__package__")
  if isMain {
    setModuleGlobal(module, packageName, .none)
    releaseIfBound(package)
  } else if package.isNull {
    let empty = makeString("")
    setModuleGlobal(module, packageName, empty)
    release(empty)
  } else {
    setModuleGlobal(module, packageName, package)
    release(package)
  }
  setModuleGlobal(module, intern("__loader__"), .none)
  setModuleGlobal(module, intern("__spec__"), .none)
  if isMain {
    let annotations = newDict()
    setModuleGlobal(module, Names.annotations, annotations)
    release(annotations)
  }
  let builtins = builtinsModule()
  setModuleGlobal(module, Names.builtins, builtins)
  let file = makeString(cString: info.pointee.file)
  setModuleGlobal(module, Names.file, file)
  if info.pointee.isPackage != 0 {
    let view = StrView(file)
    var end = view.count
    while end > 0 && view[end - 1] != 0x2f { end -= 1 }
    let directory = makeString(view.slice(0, max(0, end - 1)))
    let path = newList()
    listAppend(path, directory)
    release(directory)
    setModuleGlobal(module, intern("__path__"), path)
    release(path)
  } else {
    setModuleGlobal(module, intern("__cached__"), .none)
  }
  release(file)
  return module
}

/// Runs a module's body; false: an exception is set and the module is not in sys.modules.
private func run(_ info: UnsafePointer<MoltModuleInfo>, _ name: Value) -> Bool {
  let module = createModule(info, name)
  _ = dictSet(sysModules(), name, Value(module))
  // The main module has no spec that would say so.
  if name != Names.main { module.pointee.header.aux |= ModuleState.isInitializing }
  let result = info.pointee.body(module)
  module.pointee.header.aux &= ~ModuleState.isInitializing
  if result.isNull {
    let exception = takeException()
    _ = dictDelete(sysModules(), name)
    module.pointee.header.aux &= ~ModuleState.isCreated
    restoreException(exception)
    return false
  }
  release(result)
  return true
}

/// Imports a module of the program with its parent packages. Owned.
func importProgramModule(_ info: UnsafePointer<MoltModuleInfo>) -> Value {
  let name: Value
  if info == moduleInfo(Int(Program.description!.pointee.mainModule)) {
    name = intern("__main__")
  } else {
    let text = makeString(cString: info.pointee.name)
    name = intern(text)
    release(text)
  }
  defer { release(name) }
  let known = dictGet(sysModules(), name)
  if !known.isNull {
    if !known.isNone { return retained(known) }
    return raiseHalted(name)
  }
  let parent = parentName(name)
  defer { releaseIfBound(parent) }
  if !parent.isNull {
    if let parentInfo = programModuleInfo(parent) {
      let package = importProgramModule(parentInfo)
      if package.isNull { return .null }
      release(package)
      // Running the package may have imported this module.
      let imported = dictGet(sysModules(), name)
      if !imported.isNull { return retained(imported) }
    }
  }
  let module: ModulePointer = info.pointee.module
  if module.pointee.header.type != nil && module.pointee.header.aux & ModuleState.isCreated != 0 {
    // Somebody took it out of sys.modules; its storage cannot be made twice.
    _ = dictSet(sysModules(), name, Value(module))
    return retained(Value(module))
  }
  if !run(info, name) { return .null }
  if !parent.isNull {
    let package = dictGet(sysModules(), parent)
    if !package.isNull && !package.isNone {
      let last = lastName(name)
      let status = setAttribute(package, last, Value(module))
      release(last)
      if status < 0 { return .null }
    }
  }
  // A module may put something else in its place.
  let final = dictGet(sysModules(), name)
  return retained(final.isNull ? Value(module) : final)
}

@discardableResult
private func raiseHalted(_ name: Value) -> Value {
  raiseImportError(Exceptions.moduleNotFoundError, name: name) {
    $0.append("import of ")
    $0.append(name)
    $0.append(" halted; None in sys.modules")
  }
}

/// Runs the program's main module. False: an exception is set.
func runMainModule() -> Bool {
  run(moduleInfo(Int(Program.description!.pointee.mainModule)), intern("__main__"))
}

/// Lets go of all globals, as CPython does when it ends: the main module's first, then the others' in reverse order of
/// import; in each, names that begin with one underscore first.
func clearModules() {
  SourceLines.areGone = true
  let modules = sysModules()
  let list = newList()
  var position = 0, key = Value.null, value = Value.null
  while dictNext(modules, &position, &key, &value) {
    if isModule(value) { listAppend(list, value) }
  }
  dictClear(modules)
  var i = 0
  while i < moduleCount() {
    let module: ModulePointer = moduleInfo(i).pointee.module
    if i == Int(Program.description!.pointee.mainModule) && module.pointee.header.type != nil { clearModule(module) }
    i += 1
  }
  i = listCount(list) - 1
  while i >= 0 {
    let module = modulePointer(listItems(list)[i])
    if module.pointee.slotCount > 0 { clearModule(module) }
    i -= 1
  }
  // What failed to import is in no table any more.
  i = moduleCount() - 1
  while i >= 0 {
    let module: ModulePointer = moduleInfo(i).pointee.module
    if module.pointee.header.type != nil { clearModule(module) }
    i -= 1
  }
  release(list)
  clearNativeModules()
}

/// Unbinds the globals of one module.
private func clearModule(_ module: ModulePointer) {
  func clear(underscored: Bool) {
    forEachSlotInOrder(module) {
      let name = StrView(module.pointee.slotNames[$0])
      let isPrivate = name.count > 1 && name[0] == 0x5f && name[1] != 0x5f
      if isPrivate == underscored { replace(module.pointee.slots + $0, with: .null) }
    }
  }
  clear(underscored: true)
  clear(underscored: false)
  let dict = module.pointee.dict, extra = module.pointee.extra
  module.pointee.dict = .null
  module.pointee.extra = .null
  if !dict.isNull {
    dictClear(dict)
    release(dict)
  }
  releaseIfBound(extra)
  let type = module.pointee.header.type!
  if type != Types.module {
    module.pointee.header.type = Types.module
    release(Value(type))
  }
  var i = 0
  while i < module.pointee.slotCount {
    replace(module.pointee.slots + i, with: .null)
    i += 1
  }
}
