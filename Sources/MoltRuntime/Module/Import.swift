import MoltABI

// The import statement. Program modules come from the executable, native ones from the registry; nothing is searched
// for at run time. CPython: Python/import.c and Lib/importlib/_bootstrap.py.

@c(molt_import) func molt_import(_ name: Value) -> Value { importByName(name) }

/// "No module named 'x'", with the reason where the parent is no package.
func raiseModuleNotFound(_ name: Value) -> Value {
  let parent = parentName(name)
  if !parent.isNull {
    defer { release(parent) }
    let package = importByName(parent)
    if package.isNull { return .null }
    let path = getAttributeOrNull(package, intern("__path__"))
    release(package)
    if path.isNull {
      clearException()
      return raiseImportError(Exceptions.moduleNotFoundError, name: name) {
        $0.append("No module named ")
        _ = $0.appendRepr(name)
        $0.append("; ")
        _ = $0.appendRepr(parent)
        $0.append(" is not a package")
      }
    }
    release(path)
  }
  return raiseImportError(Exceptions.moduleNotFoundError, name: name) {
    $0.append("No module named ")
    _ = $0.appendRepr(name)
  }
}

/// What is wrong with a relative import that lowering could not make absolute: "." and "..".
private func relativeProblem(_ name: Value) -> StaticString? {
  let text = name.pointer(MoltStr.self)
  guard text.pointee.length == 1 || text.pointee.length == 2, text.pointee.data.0 == 0x2e else { return nil }
  return text.pointee.length == 1
    ? "attempted relative import with no known parent package" : "attempted relative import beyond top-level package"
}

/// The module of a dotted name, imported with its parents if need be: of the program, else native. Owned.
func importByName(_ name: Value) -> Value {
  if let problem = relativeProblem(name) { return raise(Exceptions.importError, problem) }
  let known = dictGet(sysModules(), name)
  if exceptionIsSet { return .null }
  if !known.isNull {
    if !known.isNone { return retained(known) }
    return raiseImportError(Exceptions.moduleNotFoundError, name: name) {
      $0.append("import of ")
      $0.append(name)
      $0.append(" halted; None in sys.modules")
    }
  }
  if let info = programModuleInfo(name) { return importProgramModule(info) }
  let native = importNativeModule(name)
  if native.isNull { return exceptionIsSet ? .null : raiseModuleNotFound(name) }
  _ = dictSet(sysModules(), name, native)
  return native
}

/// `package.name` as a dotted str for a module that knows its name. Owned, or null without an exception.
private func submoduleName(_ module: Value, _ name: Value) -> Value {
  let package = getAttributeOrNull(module, Names.name)
  if package.isNull {
    clearException()
    return .null
  }
  defer { release(package) }
  if !isStr(package) { return .null }
  var builder = StringBuilder()
  builder.append(package)
  builder.append(".")
  builder.append(name)
  return builder.finish()
}

@c(molt_import_from) func molt_import_from(_ module: Value, _ name: Value) -> Value {
  let value = getAttributeOrNull(module, name)
  if !value.isNull || exceptionIsSet { return value }
  let fullName = submoduleName(module, name)
  if !fullName.isNull {
    defer { release(fullName) }
    let submodule = dictGet(sysModules(), fullName)
    if !submodule.isNull && !submodule.isNone { return retained(submodule) }
    clearException()
    if let info = programModuleInfo(fullName) { return importProgramModule(info) }
    if nativeModule(fullName) != nil { return importByName(fullName) }
  }
  let moduleName = getAttributeOrNull(module, Names.name)
  clearException()
  let file = isModule(module) ? moduleFile(modulePointer(module)) : .null
  let isInitializing = isModule(module) && modulePointer(module).pointee.header.aux & ModuleState.isInitializing != 0
  let shown = moduleName.isNull || !isStr(moduleName) ? makeString("<unknown module name>") : retained(moduleName)
  raiseImportError(Exceptions.importError, name: shown, path: file.isNull ? .none : file, nameFrom: name) {
    $0.append("cannot import name ")
    _ = $0.appendRepr(name)
    $0.append(isInitializing && !file.isNull ? " from partially initialized module " : " from ")
    _ = $0.appendRepr(shown)
    if isInitializing && !file.isNull { $0.append(" (most likely due to a circular import)") }
    $0.append(" (")
    if file.isNull { $0.append("unknown location") } else { $0.append(file) }
    $0.append(")")
  }
  release(shown)
  releaseIfBound(moduleName)
  return .null
}

@c(molt_import_star) func molt_import_star(_ target: ModulePointer, _ source: Value) -> Int32 {
  importStar(source) {
    setModuleGlobal(target, $0, $1)
    return true
  }
}

@c(molt_import_star_into) func molt_import_star_into(_ namespace: Value, _ source: Value) -> Int32 {
  importStar(source) { molt_set_item(namespace, $0, $1) == 0 }
}

/// Gives `store` each name that `from source import *` binds and its value; it returns false with an exception set.
@inline(__always) private func importStar(_ source: Value, _ store: (Value, Value) -> Bool) -> Int32 {
  let declared = getAttributeOrNull(source, Names.all)
  if declared.isNull && exceptionIsSet { return -1 }
  let isDeclared = !declared.isNull
  let names: Value
  if isDeclared {
    names = call1(Value(Types.list), declared)
    release(declared)
  } else if isModule(source) {
    names = moduleNames(modulePointer(source))
  } else {
    let dict = getAttribute(source, Names.dict)
    if dict.isNull {
      clearException()
      return raiseStatus(Exceptions.importError, "from-import-* object has no __dict__ and no __all__")
    }
    names = call1(Value(Types.list), dict)
    release(dict)
  }
  if names.isNull { return -1 }
  defer { release(names) }
  var i = 0
  while i < listCount(names) {
    let name = retained(listItems(names)[i])
    defer { release(name) }
    i += 1
    if !isStr(name) {
      return raiseStatus(Exceptions.typeError) {
        $0.append(isDeclared ? "Item in " : "Key in ")
        let moduleName = getAttributeOrNull(source, Names.name)
        if !moduleName.isNull && isStr(moduleName) { $0.append(moduleName) }
        releaseIfBound(moduleName)
        $0.append(isDeclared ? ".__all__ must be str, not " : ".__dict__ must be str, not ")
        $0.append(typeName(name))
      }
    }
    let view = StrView(name)
    if !isDeclared && view.count > 0 && view[0] == 0x5f { continue }
    let value = starValue(source, name)
    if value.isNull { return -1 }
    let isStored = store(name, value)
    release(value)
    if !isStored { return -1 }
  }
  return 0
}

/// One name of `import *`: an attribute, or a submodule that the package's `__all__` names.
private func starValue(_ source: Value, _ name: Value) -> Value {
  let value = getAttributeOrNull(source, name)
  if !value.isNull || exceptionIsSet { return value }
  let fullName = submoduleName(source, name)
  if !fullName.isNull {
    defer { release(fullName) }
    if let info = programModuleInfo(fullName) { return importProgramModule(info) }
  }
  return getAttribute(source, name)
}

/// `__import__(name, globals, locals, fromlist, level)`.
func importFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let name = args![0], globals = args![1], fromList = args![3], levelValue = args![4]
  if !isStr(name) { return raise(Exceptions.typeError, "module name must be a string") }
  var level = 0
  if !levelValue.isNull && !indexOf(levelValue, &level) { return .null }
  if level < 0 { return raise(Exceptions.valueError, "level must be >= 0") }
  var fullName = retained(name)
  if level > 0 {
    release(fullName)
    fullName = resolveRelative(name, globals, level)
    if fullName.isNull { return .null }
  } else if StrView(name).count == 0 {
    release(fullName)
    return raise(Exceptions.valueError, "Empty module name")
  }
  defer { release(fullName) }
  let module = importByName(fullName)
  if module.isNull { return .null }
  let wantsLeaf: Int32 = fromList.isNull || fromList.isNone ? 0 : truthOf(fromList)
  if wantsLeaf < 0 {
    release(module)
    return .null
  }
  if wantsLeaf == 1 {
    importFromList(module, fromList)
    return module
  }
  // `import a.b` binds a: the part of the given name before its first dot.
  let view = StrView(name)
  var dot = 0
  while dot < view.count && view[dot] != 0x2e { dot += 1 }
  if dot == view.count { return module }
  release(module)
  let fullView = StrView(fullName)
  let top = makeString(fullView.slice(0, fullView.count - (view.count - dot)))
  defer { release(top) }
  return importByName(top)
}

/// Imports those names of a from-list that are submodules.
private func importFromList(_ module: Value, _ fromList: Value) {
  if !isTuple(fromList) && !isList(fromList) { return }
  let names = call1(Value(Types.tuple), fromList)
  if names.isNull {
    clearException()
    return
  }
  var i = 0
  while i < tupleCount(names) {
    let name = tupleItems(names)[i]
    i += 1
    if !isStr(name) { continue }
    let value = molt_import_from(module, name)
    if value.isNull { clearException() } else { release(value) }
  }
  release(names)
}

private func resolveRelative(_ name: Value, _ globals: Value, _ level: Int) -> Value {
  var package = Value.null
  if !globals.isNull && isDict(globals) { package = getItem(globals, intern("__package__")) }
  if package.isNull || !isStr(package) || StrView(package).count == 0 {
    clearException()
    releaseIfBound(package)
    return raise(Exceptions.importError, "attempted relative import with no known parent package")
  }
  var i = 1
  while i < level {
    let outer = parentName(package)
    release(package)
    if outer.isNull { return raise(Exceptions.importError, "attempted relative import beyond top-level package") }
    package = outer
    i += 1
  }
  if StrView(name).count == 0 { return package }
  var builder = StringBuilder()
  builder.append(package)
  builder.append(".")
  builder.append(name)
  release(package)
  return builder.finish()
}
