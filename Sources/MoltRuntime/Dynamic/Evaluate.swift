import MoltABI

// eval, exec and compile. CPython: Python/bltinmodule.c.

enum Dynamic {
  /// Interned `__builtins__`.
  static var builtinsName = Value(bits: 0)
}

/// Makes the native module `_dynamic`, with which a program is linked that may compile text.
func setUpDynamicModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "The compiler inside the program.")
  Dynamic.builtinsName = intern("__builtins__")
  setUpUnitType()
  DynamicCode.entry = dynamicEntry
  return true
}

private func dynamicEntry(
  _ function: Int32, _ module: Value, _ variables: Value, _ args: Arguments, _ count: Int32
) -> Value {
  func argument(_ index: Int) -> Value { index < Int(count) ? args[index] : .null }
  switch DynamicFunction(rawValue: function) {
  case .compile: return compileSource(module, args)
  case .exec:
    return execute(module, variables, argument(0), argument(1), argument(2), closure: argument(3))
  default: return evaluate(module, variables, argument(0), argument(1), argument(2))
  }
}

// ------------------------------------------------------------------------------------------------------ namespaces

/// Where code runs: its globals as a module, and the mapping that holds the names of its body. Both owned.
private struct Namespaces {
  var module: Value
  var locals: Value

  func end() {
    release(locals)
    release(module)
  }
}

/// `globals` and `locals` as they were given, or null; those of the caller stand in for what was not.
private func namespaces(_ module: Value, _ variables: Value, _ globals: Value, _ locals: Value) -> Namespaces {
  if globals.isNull || globals.isNone {
    let home = !module.isNull && isModule(module) ? retained(module) : moduleOfFreshDict()
    if !locals.isNull && !locals.isNone { return Namespaces(module: home, locals: retained(locals)) }
    if !variables.isNull { return Namespaces(module: home, locals: retained(variables)) }
    return Namespaces(module: home, locals: moduleDict(modulePointer(home)))
  }
  if dictGetName(globals, Dynamic.builtinsName).isNull {
    _ = molt_set_item(globals, Dynamic.builtinsName, builtinsDict())
  }
  let home = moduleOfGlobals(globals)
  return Namespaces(module: home, locals: retained(locals.isNull || locals.isNone ? globals : locals))
}

private func moduleOfFreshDict() -> Value {
  let dict = newDict()
  defer { release(dict) }
  return moduleOfGlobals(dict)
}

private func isMapping(_ value: Value) -> Bool {
  typeOf(value).pointee.getItem != nil
}

// ------------------------------------------------------------------------------------------------- eval and exec

private func evaluate(
  _ module: Value, _ variables: Value, _ source: Value, _ globals: Value, _ locals: Value
) -> Value {
  if !locals.isNull && !locals.isNone && !isMapping(locals) {
    return raise(Exceptions.typeError, "locals must be a mapping")
  }
  if !globals.isNull && !globals.isNone && !isDict(globals) {
    return isMapping(globals)
      ? raise(Exceptions.typeError, "globals must be a real dict; try eval(expr, {}, mapping)")
      : raise(Exceptions.typeError, "globals must be a dict")
  }
  let places = namespaces(module, variables, globals, locals)
  defer { places.end() }
  if let code = codeOf(source) {
    if code.pointee.freeCount > 0 {
      return raise(Exceptions.typeError, "code object passed to eval() may not contain free variables")
    }
    return run(code, places, closure: .null)
  }
  guard let text = SourceArgument(source, "eval", "string, bytes or code object") else { return .null }
  defer { text.end() }
  return runText(text, Int32(MOLT_SOURCE_EVAL), places)
}

private func execute(
  _ module: Value, _ variables: Value, _ source: Value, _ globals: Value, _ locals: Value, closure: Value
) -> Value {
  func wrong(_ words: StaticString, _ value: Value) -> Value {
    raise(Exceptions.typeError) {
      $0.append(words)
      $0.append(typeName(value))
    }
    return .null
  }
  if !globals.isNull && !globals.isNone && !isDict(globals) {
    return wrong("exec() globals must be a dict, not ", globals)
  }
  if !locals.isNull && !locals.isNone && !isMapping(locals) {
    return wrong("locals must be a mapping or None, not ", locals)
  }
  let hasClosure = !closure.isNull && !closure.isNone
  let places = namespaces(module, variables, globals, locals)
  defer { places.end() }
  let result: Value
  if let code = codeOf(source) {
    let count = Int(code.pointee.freeCount)
    if count == 0 && hasClosure {
      return raise(Exceptions.typeError, "cannot use a closure with this code object")
    }
    if count > 0 && !(hasClosure && isClosure(closure, count)) {
      return raise(Exceptions.typeError) {
        $0.append("code object requires a closure of exactly length ")
        $0.append(int: count)
      }
    }
    result = run(code, places, closure: hasClosure ? closure : .null)
  } else {
    if hasClosure { return raise(Exceptions.typeError, "closure can only be used when source is a code object") }
    guard let text = SourceArgument(source, "exec", "string, bytes or code object") else { return .null }
    defer { text.end() }
    result = runText(text, Int32(MOLT_SOURCE_EXEC), places)
  }
  if result.isNull { return .null }
  release(result)
  return .none
}

private func isClosure(_ value: Value, _ count: Int) -> Bool {
  guard isTuple(value), tupleCount(value) == count else { return false }
  for index in 0..<count where typeOf(tupleItems(value)[index]) != Types.cell { return false }
  return true
}

private func runText(_ text: SourceArgument, _ mode: Int32, _ places: Namespaces) -> Value {
  let file = intern("<string>")
  let unit = compileText(text, file: file, mode: mode, flags: 0, package: packageName(places.module))
  if unit.isNull { return .null }
  defer { release(unit) }
  return run(bodyOf(unit), places, closure: .null)
}

/// Runs code as the body of a module. Owned result.
private func run(_ code: UnsafePointer<MoltCode>, _ places: Namespaces, closure: Value) -> Value {
  let function = molt_new_function(code, modulePointer(places.module), closure, .null, .null)
  defer { release(function) }
  if let interpreted = interpretedFunction(originalCode(code)), interpreted.pointee.isBody {
    return withUnsafePointer(to: places.locals) { code.pointee.entry(function.pointer(MoltFunction.self), $0) }
  }
  // The code of a function.
  return call0(function)
}

func bodyOf(_ unit: Value) -> UnsafePointer<MoltCode> {
  UnsafePointer(
    UnsafeMutableRawPointer(unit.pointer(CodeUnit.self).pointee.functions).assumingMemoryBound(to: MoltCode.self))
}

/// `__package__` of a module, or what its `__name__` makes it; borrowed, null where there is none.
private func packageName(_ module: Value) -> Value {
  let package = moduleGlobal(modulePointer(module), intern("__package__"))
  return !package.isNull && isStr(package) ? package : .null
}

// --------------------------------------------------------------------------------------------------------- compile

/// The features of `__future__`, and CO_NESTED and PyCF_… that `compile` takes.
private let knownFlags = 0x1fe_0000 | 0x10 | 0x7600
private let annotationsFlag = 0x100_0000
private let onlyAST = 0x400

private func compileSource(_ module: Value, _ args: Arguments) -> Value {
  let path = pathArgument(args[1])
  if path.isNull { return .null }
  defer { release(path) }
  let file: Value
  if isStr(path) {
    file = retained(path)
  } else if isInstance(path, Types.bytes) {
    let view = BytesView(path)
    file = makeString(utf8: view.bytes, view.count)
  } else {
    return raise(Exceptions.typeError) {
      $0.append("expected str, bytes or os.PathLike object, not ")
      $0.append(typeName(path))
    }
  }
  defer { release(file) }
  if !isStr(args[2]) {
    return raise(Exceptions.typeError) {
      $0.append("compile() argument 'mode' must be str, not ")
      $0.append(argumentTypeName(args[2]))
    }
  }
  var flags = 0, optimize = -1
  if !args[3].isNull && !indexOf(args[3], &flags) { return .null }
  if !args[5].isNull && !indexOf(args[5], &optimize) { return .null }
  if flags & ~knownFlags != 0 { return raise(Exceptions.valueError, "compile(): unrecognised flags") }
  if optimize < -1 || optimize > 2 { return raise(Exceptions.valueError, "compile(): invalid optimize value") }
  let mode: Int32
  if stringsEqual(args[2], intern("exec")) {
    mode = Int32(MOLT_SOURCE_EXEC)
  } else if stringsEqual(args[2], intern("eval")) {
    mode = Int32(MOLT_SOURCE_EVAL)
  } else if stringsEqual(args[2], intern("single")) {
    mode = Int32(MOLT_SOURCE_SINGLE)
  } else {
    return raise(Exceptions.valueError, "compile() mode must be 'exec', 'eval' or 'single'")
  }
  if flags & onlyAST != 0 {
    return raise(Exceptions.notImplementedError, "compile() to a syntax tree: programs have no module ast")
  }
  if codeOf(args[0]) != nil {
    return raise(Exceptions.typeError, "compile() arg 1 must be a string, bytes or AST object")
  }
  guard let text = SourceArgument(args[0], "compile", "string, bytes or AST object") else { return .null }
  defer { text.end() }
  let package = !module.isNull && isModule(module) ? packageName(module) : .null
  let unit = compileText(
    text, file: file, mode: mode, flags: flags & annotationsFlag != 0 ? Int32(MOLT_SOURCE_TEXT_ANNOTATIONS) : 0,
    package: package)
  if unit.isNull { return .null }
  defer { release(unit) }
  return newCode(bodyOf(unit))
}
