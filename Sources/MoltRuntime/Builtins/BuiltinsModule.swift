import MoltABI

// The module `builtins`: its dict holds the functions of MoltSpec.BuiltinTable, the types, the constants and the
// exceptions. Compiled code comes here through molt_global_missing.

enum Builtins {
  static var module = Value(bits: 0)
  static var dict = Value(bits: 0)  // borrowed from the module
  /// The functions whose meaning depends on the calling module; see `boundToModule`.
  static var globals = Value(bits: 0)
  static var locals = Value(bits: 0)
  static var vars = Value(bits: 0)
  static var dir = Value(bits: 0)
  static var importer = Value(bits: 0)
  static var eval = Value(bits: 0)
  static var exec = Value(bits: 0)
  static var compile = Value(bits: 0)
  /// A copy of the dict from before the first change, or null.
  static var originals = Value(bits: 0)
}

/// Called before a name of the module `builtins` is given another value or deleted: the built-ins that compiled code
/// carries out itself are then looked up again each time.
@inline(never) func builtinsWillChange() {
  if molt_builtins_changed != 0 { return }
  molt_builtins_changed = 1
  Builtins.originals = dictCopy(Builtins.dict)
  Builtins.originals.object.pointee.refCount &+= UInt32(MOLT_IMMORTAL)
}

/// From now on changes to the module are noticed; everything has been added to it.
func watchBuiltins() { Builtins.dict.pointer(MoltDict.self).pointee.reserved.0 = 1 }

/// The value that a built-in name had at the start, owned.
@c(molt_original_builtin) func molt_original_builtin(_ module: ModulePointer, _ name: Value) -> Value {
  boundToModule(dictGetName(Builtins.originals.isNull ? Builtins.dict : Builtins.originals, name), module)
}

/// The dict of the built-in names, borrowed.
@inline(__always) func builtinsDict() -> Value { Builtins.dict }

/// The module `builtins`, borrowed.
@inline(__always) func builtinsModule() -> Value { Builtins.module }

/// Adds a function of the built-in module; the generated registration calls it for each row of the table.
func addBuiltin(
  _ name: StaticString, _ minimum: Int, _ maximum: Int, _ body: @escaping NativeBody, _ params: StaticString?
) {
  let function = newBuiltinFunction(name, minimum, maximum, body, params: params, module: Names.builtinsWord)
  dictSetName(Builtins.dict, intern(name), function)
  release(function)
}

private func add(_ name: StaticString, _ value: Value) { dictSetName(Builtins.dict, intern(name), value) }

private func add(_ name: StaticString, _ type: TypePointer) { add(name, Value(type)) }

/// Makes the module. The types are ready.
func setUpBuiltins() {
  let name = intern("builtins")
  let doc = makeString("The names that every module sees without importing them.")
  Builtins.module = newModule(name, doc: doc)
  release(doc)
  modulePointer(Builtins.module).pointee.header.aux |= ModuleState.isCreated
  Builtins.dict = modulePointer(Builtins.module).pointee.extra
  NativeModules.made = newDict()
  setUpPrinting()
  registerBuiltinFunctions()
  Builtins.globals = dictGetName(Builtins.dict, intern("globals"))
  Builtins.locals = dictGetName(Builtins.dict, intern("locals"))
  Builtins.vars = dictGetName(Builtins.dict, intern("vars"))
  Builtins.dir = dictGetName(Builtins.dict, intern("dir"))
  Builtins.eval = dictGetName(Builtins.dict, intern("eval"))
  Builtins.exec = dictGetName(Builtins.dict, intern("exec"))
  Builtins.compile = dictGetName(Builtins.dict, intern("compile"))
  Builtins.importer = dictGetName(Builtins.dict, intern("__import__"))
  add("None", .none)
  add("True", .true)
  add("False", .false)
  add("NotImplemented", .notImplemented)
  add("Ellipsis", .ellipsis)
  add("__debug__", .true)
  addTypes()
  addExceptions()
  addQuitters()
  _ = dictSet(sysModules(), name, Builtins.module)
}

private func addTypes() {
  add("bool", Types.bool)
  add("bytearray", Types.bytearray)
  add("bytes", Types.bytes)
  add("classmethod", Types.classmethod)
  add("complex", Types.complex)
  add("dict", Types.dict)
  add("enumerate", Types.enumerate)
  add("filter", Types.filter)
  add("float", Types.float)
  add("frozenset", Types.frozenset)
  add("int", Types.int)
  add("list", Types.list)
  add("map", Types.map)
  add("object", Types.object)
  add("property", Types.property)
  add("memoryview", Types.memoryview)
  add("range", Types.range)
  add("reversed", Types.reversed)
  add("set", Types.set)
  add("slice", Types.slice)
  add("staticmethod", Types.staticmethod)
  add("str", Types.str)
  add("super", Types.super)
  add("tuple", Types.tuple)
  add("type", Types.type)
  add("zip", Types.zip)
}

/// Every exception class under its own name; the hierarchy is walked so that the table stays the only list.
private func addExceptions() {
  addExceptionTree(Exceptions.baseException)
  add("EnvironmentError", Exceptions.osError)
  add("IOError", Exceptions.osError)
}

private func addExceptionTree(_ type: TypePointer) {
  if type.pointee.module == Names.builtinsWord { dictSetName(Builtins.dict, type.pointee.name, Value(type)) }
  var i = 0
  while i < Int(type.pointee.subclassCount) {
    addExceptionTree(type.pointee.subclasses[i]!)
    i += 1
  }
}

// ------------------------------------------------------------------------------------------------------- exit, quit

/// `exit` and `quit`: what the module site adds. Their repr tells how to leave.
private func addQuitters() {
  let type = Types.quitter
  setUpType(type, "_sitebuiltins.Quitter", size: MemoryLayout<MoltCell>.size, flags: 0)
  type.pointee.destroy = { object in
    releaseIfBound(Value(object!).pointer(MoltCell.self).pointee.value)
    freeObject(object!, MemoryLayout<MoltCell>.size)
  }
  type.pointee.repr = { this in
    var builder = StringBuilder()
    builder.append("Use ")
    builder.append(this.pointer(MoltCell.self).pointee.value)
    builder.append("() or Ctrl-D (i.e. EOF) to exit")
    return builder.finish()
  }
  type.pointee.call = { _, args, count, names in raiseSystemExit(count > 0 ? args![0] : .none) }
  finishType(type)
  func addQuitter(_ name: StaticString) {
    let quitter = Value(allocateObject(type, MemoryLayout<MoltCell>.size))
    quitter.pointer(MoltCell.self).pointee.value = intern(name)
    add(name, quitter)
    release(quitter)
  }
  addQuitter("exit")
  addQuitter("quit")
}

/// Raises SystemExit(code). Null.
func raiseSystemExit(_ code: Value) -> Value {
  let type = Value(Exceptions.systemExit)
  let instance =
    code.isNone ? call0(type) : isTuple(code) ? call(type, tupleItems(code), tupleCount(code)) : call1(type, code)
  if !instance.isNull { raiseInstance(instance) }
  return .null
}

// ----------------------------------------------------------------------------- functions that need to know the caller

/// What a built-in name means to code of a module: `globals`, `locals`, `vars`, `dir`, `eval`, `exec`, `compile` and
/// `__import__` come bound to it, since a native function is not told who called it. `value` is borrowed, the result owned.
@inline(__always) func boundToModule(_ value: Value, _ module: ModulePointer) -> Value {
  if value.isObject && value.object.pointee.type == Types.builtin { return builtinBoundToModule(value, module) }
  return retained(value)
}

private func builtinBoundToModule(_ value: Value, _ module: ModulePointer) -> Value {
  if value == Builtins.globals || value == Builtins.locals || value == Builtins.vars || value == Builtins.dir
    || value == Builtins.importer || value == Builtins.eval || value == Builtins.exec || value == Builtins.compile
  {
    return newBuiltin(
      value.pointer(BuiltinFunction.self).pointee.native, self: Value(module), module: Names.builtinsWord)
  }
  return retained(value)
}

/// The dict of the calling module, owned; an empty one for a call that compiled code did not make.
private func callerDict(_ this: Value) -> Value {
  !this.isNull && isModule(this) ? moduleDict(modulePointer(this)) : newDict()
}

func globalsFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value { callerDict(this) }

func localsFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value { callerDict(this) }

/// The call of a name that means locals, vars, dir, eval or exec when nobody rebound it, in a function with these
/// variables.
@c(molt_locals)
func molt_locals(_ callee: Value, _ variables: Value, _ args: Arguments, _ count: Int32) -> Value {
  func isBuiltin(_ other: Value) -> Bool {
    callee.isObject && callee.object.pointee.type == Types.builtin
      && callee.pointer(BuiltinFunction.self).pointee.native == other.pointer(BuiltinFunction.self).pointee.native
  }
  if count == 0 {
    if isBuiltin(Builtins.locals) || isBuiltin(Builtins.vars) { return retained(variables) }
    if isBuiltin(Builtins.dir) { return sortedList(variables, key: .null, reverse: false) }
  } else if isBuiltin(Builtins.eval) {
    return callDynamic(.eval, callee.pointer(BuiltinFunction.self).pointee.selfValue, variables, args, count)
  } else if isBuiltin(Builtins.exec) {
    return callDynamic(.exec, callee.pointer(BuiltinFunction.self).pointee.selfValue, variables, args, count)
  }
  return call(callee, args, Int(count))
}

@c(molt_namespace_open) func molt_namespace_open(_ known: Value) -> Value {
  known.isNull ? newDict() : retained(known)
}

@c(molt_namespace_add) func molt_namespace_add(_ dict: Value, _ name: Value, _ value: Value) -> Int32 {
  if !value.isNull { return dictSet(dict, name, value) }
  return dictGetName(dict, name).isNull || dictDelete(dict, name) >= 0 ? 0 : -1
}

func varsFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count == 0 { return callerDict(this) }
  let dict = getAttributeOrNull(args![0], Names.dict)
  if !dict.isNull || exceptionIsSet { return dict }
  return raise(Exceptions.typeError, "vars() argument must have __dict__ attribute")
}

func dirFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count > 0 { return dirOf(args![0]) }
  if this.isNull || !isModule(this) { return newList() }
  let list = moduleNames(modulePointer(this))
  if listSort(list, key: .null, reverse: false) < 0 {
    release(list)
    return .null
  }
  return list
}

/// The sorted list that dir(object) gives. Owned.
func dirOf(_ object: Value) -> Value {
  let method = lookupSpecial(object, Names.dir)
  if method.isNull { return exceptionIsSet ? .null : raise(Exceptions.typeError, "object does not provide __dir__") }
  let names = call0(method)
  release(method)
  if names.isNull { return .null }
  defer { release(names) }
  return sortedList(names, key: .null, reverse: false)
}
