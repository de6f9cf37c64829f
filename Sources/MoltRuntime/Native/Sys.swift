import MoltABI

// The module `sys`. CPython: Python/sysmodule.c.

enum SysModule {
  /// The module once it was imported; borrowed from the registry of native modules.
  static var module = Value(bits: 0)
  static var defaultUnraisableHook = Value(bits: 0)
  /// The type of what `sys.unraisablehook` gets.
  static var unraisableArguments: TypePointer? = nil
  static var isReady: Bool { !module.isNull }
}

private func text(_ s: StaticString) -> Value { makeString(s) }
private func int(_ n: Int) -> Value { makeInt(Int64(n)) }

/// A tuple of owned values.
private func tuple(_ count: Int, _ item: (Int) -> Value) -> Value {
  let result = newTuple(count)
  var i = 0
  while i < count {
    tupleItems(result)[i] = item(i)
    i += 1
  }
  return result
}

func setUpSysModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "What the running program can ask of, and set in, the runtime.")
  SysModule.module = Value(module)
  addArguments(module)
  addVersion(module)
  addLimits(module)
  addConstant(module, "modules", retained(sysModules()))
  addConstant(module, "stdin", retained(StandardStreams.input))
  addConstant(module, "stdout", retained(StandardStreams.output))
  addConstant(module, "stderr", retained(StandardStreams.error))
  addConstant(module, "__stdin__", retained(StandardStreams.input))
  addConstant(module, "__stdout__", retained(StandardStreams.output))
  addConstant(module, "__stderr__", retained(StandardStreams.error))
  addFunctions(module)
  addAsyncFunctions(module)
  KeptFrames.addFunctions?(module)
  addConstant(module, "__excepthook__", retained(dictGetName(module.pointee.extra, intern("excepthook"))))
  SysModule.defaultUnraisableHook = dictGetName(module.pointee.extra, intern("unraisablehook"))
  addConstant(module, "__unraisablehook__", retained(SysModule.defaultUnraisableHook))
  addConstant(module, "__displayhook__", retained(dictGetName(module.pointee.extra, intern("displayhook"))))
  return true
}

private func addArguments(_ module: ModulePointer) {
  let list = newList()
  var i = 0
  while i < ProcessArguments.count {
    let argument = makeString(cString: ProcessArguments.items?[i])
    listAppend(list, argument)
    release(argument)
    i += 1
  }
  addConstant(module, "orig_argv", call1(Value(Types.list), list))
  addConstant(module, "argv", list)
  let path = newList()
  let here = text("")
  listAppend(path, here)
  release(here)
  addConstant(module, "path", path)
  addConstant(module, "executable", text(""))
  addConstant(module, "prefix", text(""))
  addConstant(module, "base_prefix", text(""))
  addConstant(module, "exec_prefix", text(""))
  addConstant(module, "warnoptions", newList())
  addConstant(module, "meta_path", newList())
  addConstant(module, "path_hooks", newList())
  addConstant(module, "path_importer_cache", newDict())
  addConstant(module, "dont_write_bytecode", .false)
  addConstant(module, "builtin_module_names", call1(Value(Types.tuple), sysModules()))
}

private func addVersion(_ module: ModulePointer) {
  addConstant(module, "version", text("3.12.1 (main, Dec  8 2023, 00:00:00) [Molt]"))
  addConstant(module, "hexversion", int(0x030c_01f0))
  addConstant(module, "api_version", int(1013))
  addConstant(module, "copyright", text(""))
  #if arch(wasm32)
  addConstant(module, "platform", text("wasi"))
  #else
  addConstant(module, "platform", text("linux"))
  #endif
  addConstant(module, "byteorder", text("little"))
  let info = newStructType("sys.version_info", "major minor micro releaselevel serial", isMade: false)
  addConstant(
    module, "version_info",
    makeStruct(
      info,
      tuple(5) { i in
        switch i {
        case 0: return int(3)
        case 1: return int(12)
        case 2: return int(1)
        case 3: return text("final")
        default: return int(0)
        }
      }))
  let flags = newStructType(
    "sys.flags",
    "debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment verbose bytes_warning quiet hash_randomization isolated dev_mode utf8_mode warn_default_encoding safe_path int_max_str_digits",
    isMade: false)
  addConstant(
    module, "flags",
    makeStruct(
      flags,
      tuple(18) { i in
        i == 11 ? int(1) : i == 13 || i == 16 ? .false : i == 17 ? int(4300) : int(0)
      }))
  let name = text("sys.implementation")
  let implementation = newModule(name)
  release(name)
  addConstant(modulePointer(implementation), "name", text("cpython"))
  addConstant(modulePointer(implementation), "cache_tag", text("cpython-312"))
  addConstant(module, "implementation", implementation)
}

private func addLimits(_ module: ModulePointer) {
  addConstant(module, "maxsize", int(Int.max))
  addConstant(module, "maxunicode", int(0x10ffff))
  let float = newStructType(
    "sys.float_info", "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds")
  addConstant(
    module, "float_info",
    makeStruct(
      float,
      tuple(11) { i in
        switch i {
        case 0: return Value(Double.greatestFiniteMagnitude)
        case 1: return int(1024)
        case 2: return int(308)
        case 3: return Value(Double.leastNormalMagnitude)
        case 4: return int(-1021)
        case 5: return int(-307)
        case 6: return int(15)
        case 7: return int(53)
        case 8: return Value(Double.ulpOfOne)
        case 9: return int(2)
        default: return int(1)
        }
      }))
  addConstant(module, "float_repr_style", text("short"))
  let ints = newStructType(
    "sys.int_info", "bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold")
  addConstant(
    module, "int_info", makeStruct(ints, tuple(4) { i in int(i == 0 ? 30 : i == 1 ? 4 : i == 2 ? 4300 : 640) }))
  let hash = newStructType(
    "sys.hash_info", "width modulus inf nan imag algorithm hash_bits seed_bits cutoff")
  addConstant(
    module, "hash_info",
    makeStruct(
      hash,
      tuple(9) { i in
        switch i {
        case 0: return int(64)
        case 1: return makeInt((1 << 61) - 1)
        case 2: return int(314159)
        case 3: return int(0)
        case 4: return int(1000003)
        case 5: return text("siphash13")
        case 6: return int(64)
        case 7: return int(128)
        default: return int(0)
        }
      }))
}

private func addFunctions(_ module: ModulePointer) {
  addFunction(module, "exit", 0, 1, { _, args, count, _ in raiseSystemExit(count > 0 ? args![0] : .none) })
  addFunction(
    module, "exc_info", 0, 0,
    { _, _, _, _ in
      let handled = molt_thread.handled
      if handled.isNull { return tuple(3) { _ in .none } }
      return tuple(3) {
        $0 == 0
          ? retained(Value(typeOf(handled)))
          : $0 == 1 ? retained(handled) : orNone(exceptionObject(handled).pointee.traceback)
      }
    })
  addFunction(module, "exception", 0, 0, { _, _, _, _ in orNone(molt_thread.handled) })
  addFunction(module, "getrecursionlimit", 0, 0, { _, _, _, _ in makeInt(Int64(RecursionLimit.user)) })
  addFunction(
    module, "setrecursionlimit", 1, 1,
    { _, args, _, _ in
      var limit = 0
      if !indexOf(args![0], &limit) { return .null }
      if limit > Int(Int32.max) || limit < Int(Int32.min) {
        return raise(Exceptions.overflowError, "Python int too large to convert to C int")
      }
      if limit < 1 { return raise(Exceptions.valueError, "recursion limit must be greater or equal than 1") }
      if limit <= Int(molt_thread.depth) {
        return raise(Exceptions.recursionError) {
          $0.append("cannot set the recursion limit to ")
          $0.append(int: limit)
          $0.append(" at the recursion depth ")
          $0.append(int: Int(molt_thread.depth))
          $0.append(": the limit is too low")
        }
      }
      RecursionLimit.set(Int32(clamping: limit))
      return .none
    })
  addFunction(
    module, "intern", 1, 1,
    { _, args, _, _ in
      if typeOf(args![0]) != Types.str {
        return raise(Exceptions.typeError) {
          if isStr(args![0]) {
            $0.append("can't intern ")
          } else {
            $0.append("intern() argument must be str, not ")
          }
          $0.append(argumentTypeName(args![0]))
        }
      }
      return intern(args![0])
    })
  addFunction(
    module, "getrefcount", 1, 1,
    { _, args, _, _ in
      let value = args![0]
      // The argument counts as a reference in CPython.
      return makeInt(value.isObject ? Int64(value.object.pointee.refCount) + 1 : Int64(UInt32.max))
    })
  addFunction(
    module, "getsizeof", 1, 2,
    { _, args, _, _ in
      let method = lookupSpecial(args![0], Names.sizeof)
      let size = method.isNull ? .null : call0(method)
      releaseIfBound(method)
      if !size.isNull {
        var bytes: Int64 = 0
        if isInt(size) && toInt64(size, &bytes) && bytes >= 0 { return size }
        if isInt(size) {
          raise(Exceptions.valueError, "__sizeof__() should return >= 0")
        } else {
          raise(Exceptions.typeError, "an integer is required")
        }
        release(size)
      }
      // The second argument stands for the size of what cannot tell its own.
      let fallback = args![1]
      if fallback.isNull || exceptionIsSet && !exceptionMatches(Exceptions.typeError) { return .null }
      clearException()
      return retained(fallback)
    }, params: "object default")
  addFunction(module, "getdefaultencoding", 0, 0, { _, _, _, _ in makeString("utf-8") })
  addFunction(module, "getfilesystemencoding", 0, 0, { _, _, _, _ in makeString("utf-8") })
  addFunction(module, "getfilesystemencodeerrors", 0, 0, { _, _, _, _ in makeString("surrogateescape") })
  addFunction(module, "getswitchinterval", 0, 0, { _, _, _, _ in Value(0.005) })
  addFunction(module, "setswitchinterval", 1, 1, { _, _, _, _ in .none })
  addFunction(module, "is_finalizing", 0, 0, { _, _, _, _ in .false })
  addFunction(module, "gettrace", 0, 0, { _, _, _, _ in .none })
  addFunction(module, "getprofile", 0, 0, { _, _, _, _ in .none })
  addFunction(
    module, "getallocatedblocks", 0, 0,
    { _, _, _, _ in
      var count: Int64 = 0
      forEachObject { _ in count += 1 }
      return makeInt(count)
    })
  addFunction(module, "displayhook", 1, 1, displayHook)
  SysModule.unraisableArguments = newStructType("UnraisableHookArgs", "exc_type exc_value exc_traceback err_msg object")
  addFunction(module, "unraisablehook", 1, 1, { _, args, _, _ in unraisableHook(args![0]) })
  addFunction(
    module, "excepthook", 3, 3,
    { _, args, _, _ in
      let value = args![1]
      if !isException(value) {
        var text = StringBuilder()
        text.append("TypeError: print_exception(): Exception expected for value, ")
        text.append(typeName(value))
        text.append(" found\n")
        let line = text.finish()
        writeStandardError(line)
        release(line)
        return .none
      }
      if typeOf(args![2]) == Types.traceback, exceptionObject(value).pointee.traceback.isNull {
        _ = setTraceback(value, args![2])
      }
      printException(value)
      return .none
    })
}
