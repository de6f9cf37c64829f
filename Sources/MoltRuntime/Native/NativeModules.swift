import MoltABI

// The registry of modules that the runtime implements itself. A module is made when it is first imported.

enum NativeModules {
  /// The modules made so far by name, a dict; a program may take them out of sys.modules and import them again.
  static var made = Value(bits: 0)
}

/// Makes every native module of the program, for the leak check to tell what they keep from what the program made.
func preloadNativeModules() {
  for native in Program.natives {
    let name = makeString(cString: native.name)
    let module = importNativeModule(name)
    releaseIfBound(module)
    release(name)
    clearException()
  }
}

/// Empties the native modules at the end of the program, for what it stored in them to go.
func clearNativeModules() {
  // What sys.displayhook showed last.
  setModuleGlobal(modulePointer(builtinsModule()), intern("_"), .null)
  SysModule.module = .null
  SysModule.defaultUnraisableHook = .null
  let made = NativeModules.made
  NativeModules.made = .null
  var position = 0, key = Value.null, module = Value.null
  while dictNext(made, &position, &key, &module) { dictClear(modulePointer(module).pointee.extra) }
  release(made)
}

/// The module of a native name, made if need be. Owned; null with an exception set, or without one: there is none.
func importNativeModule(_ name: Value) -> Value {
  let known = dictGet(NativeModules.made, name)
  if !known.isNull || exceptionIsSet { return known.isNull ? .null : retained(known) }
  guard let native = nativeModule(name) else { return .null }
  let module = newModule(name)
  modulePointer(module).pointee.header.aux |= ModuleState.isCreated
  if copyOtherName(of: native, to: modulePointer(module)) {
    _ = dictSet(NativeModules.made, name, module)
    return module
  }
  if native.pointee.setUp(modulePointer(module)) != 0 {
    release(module)
    return .null
  }
  _ = dictSet(NativeModules.made, name, module)
  return module
}

/// Fills a module with what the same one under another name has (`io` and `_io`), so that their types are the same; false
/// where none was made yet.
private func copyOtherName(of native: UnsafePointer<MoltNativeModule>, to module: ModulePointer) -> Bool {
  let setUp = unsafeBitCast(native.pointee.setUp, to: Int.self)
  for index in 0..<Program.natives.count {
    let other = Program.natives.baseAddress! + index
    if other == native || unsafeBitCast(other.pointee.setUp, to: Int.self) != setUp { continue }
    let name = makeString(cString: other.pointee.name)
    let made = dictGet(NativeModules.made, name)
    release(name)
    if made.isNull { continue }
    var position = 0, key = Value.null, value = Value.null
    while dictNext(modulePointer(made).pointee.extra, &position, &key, &value) {
      if key != Names.name { dictSetName(module.pointee.extra, key, value) }
    }
    return true
  }
  return false
}

/// The native module of that name that the program is linked with, or nil. `MoltSpec.NativeModule` says which there are.
/// A pointer, because an optional of the struct itself would take the first function of a WebAssembly table for nil.
func nativeModule(_ name: Value) -> UnsafePointer<MoltNativeModule>? {
  let view = StrView(name)
  if !view.isASCII { return nil }
  var native = Program.natives.baseAddress!
  for _ in 0..<Program.natives.count {
    let text: UnsafePointer<CChar> = native.pointee.name
    let count = c_strlen(text)
    if count == view.count && c_memcmp(view.data, text, count) == 0 { return native }
    native += 1
  }
  return nil
}

/// Adds a function to a native module.
func addFunction(
  _ module: ModulePointer, _ name: StaticString, _ minimum: Int, _ maximum: Int, _ body: @escaping NativeBody,
  params: StaticString? = nil
) {
  let moduleName = dictGetName(module.pointee.extra, Names.name)
  let function = newBuiltinFunction(name, minimum, maximum, body, params: params, module: moduleName)
  dictSetName(module.pointee.extra, intern(name), function)
  release(function)
}

/// Adds an attribute to a native module; `value` is consumed.
func addConstant(_ module: ModulePointer, _ name: StaticString, _ value: Value) {
  dictSetName(module.pointee.extra, intern(name), value)
  release(value)
}

/// Adds a type to a native module.
func addType(_ module: ModulePointer, _ name: StaticString, _ type: TypePointer) {
  dictSetName(module.pointee.extra, intern(name), Value(type))
}

func setDoc(_ module: ModulePointer, _ text: StaticString) {
  let doc = makeString(text)
  dictSetName(module.pointee.extra, Names.doc, doc)
  release(doc)
}

/// Storage for a built-in type of a native module, made when the module is first imported and kept for good.
func newTypeStorage() -> TypePointer {
  let size = MemoryLayout<MoltType>.stride
  let raw = allocateRaw(size)
  c_memset(raw, 0, size)
  return raw.assumingMemoryBound(to: MoltType.self)
}
