import MoltABI

// The end of a program by an exception, and exceptions that nobody can catch. CPython: Python/pythonrun.c,
// Python/errors.c, Modules/main.c.

/// The exit code of a program that ends by KeyboardInterrupt, where it cannot end by the signal.
var interruptedCode: Int32 { 130 }

/// What a program that ended with an uncaught exception prints and returns: consumes the raised exception.
/// SystemExit gives the program's own exit code.
func reportUncaughtException() -> Int32 {
  let exception = takeException()
  if exception.isNull { return 0 }
  defer { release(exception) }
  if isSubtype(typeOf(exception), Exceptions.systemExit) { return exitCode(exception) }
  flushStandardOutput()
  clearException()
  if let code = callExceptionHook(exception) { return code }
  clearException()
  if typeOf(exception) != Exceptions.keyboardInterrupt { return 1 }
  UncaughtInterrupt.happened = true
  return interruptedCode
}

enum UncaughtInterrupt {
  /// The program ended by KeyboardInterrupt. It ends by the signal then, as CPython does, when all is cleaned up.
  static var happened = false

  static func endProgram() {
    #if !arch(wasm32)
    if happened { molt_system_end_interrupted() }
    #endif
  }
}

/// Prints the report of an exception to sys.stderr.
func printException(_ exception: Value) {
  let report = exceptionReport(exception)
  writeStandardError(report)
  release(report)
}

/// Writes constant text to sys.stderr.
func writeStandardError(text: StaticString) {
  let value = makeString(text)
  writeStandardError(value)
  release(value)
}

/// The exit code that SystemExit stands for; anything but an int or None is printed to stderr and means 1.
func exitCode(_ exception: Value) -> Int32 {
  flushStandardOutput()
  var code = getAttributeOrNull(exception, intern("code"))
  if code.isNull {
    clearException()
    code = retained(exception)
  }
  defer { release(code) }
  if code.isNone { return 0 }
  if isInt(code) {
    var number: Int64 = 0
    if !toInt64(code, &number) { return -1 }
    return Int32(truncatingIfNeeded: number)
  }
  let text = strOf(code)
  let failure = takeException()
  if !text.isNull {
    writeStandardError(text)
    release(text)
  }
  writeStandardError(text: "\n")
  if !failure.isNull {
    printException(failure)
    release(failure)
  }
  clearException()
  return 1
}

// ------------------------------------------------------------------------------------------------------ sys.excepthook

/// Reports an uncaught exception by `sys.excepthook`. An exit code: the hook raised SystemExit.
private func callExceptionHook(_ exception: Value) -> Int32? {
  if !SysModule.isReady {
    printException(exception)
    return nil
  }
  let sys = modulePointer(SysModule.module)
  let traceback = orNone(exceptionObject(exception).pointee.traceback)
  defer { release(traceback) }
  setModuleGlobal(sys, intern("last_exc"), exception)
  setModuleGlobal(sys, intern("last_type"), Value(typeOf(exception)))
  setModuleGlobal(sys, intern("last_value"), exception)
  setModuleGlobal(sys, intern("last_traceback"), traceback)
  let hook = moduleGlobal(sys, intern("excepthook"))
  if hook.isNull {
    writeStandardError(text: "sys.excepthook is missing\n")
    printException(exception)
    return nil
  }
  retain(hook)
  defer { release(hook) }
  let result = call3(hook, Value(typeOf(exception)), exception, traceback)
  if !result.isNull {
    release(result)
    return nil
  }
  let failure = takeException()
  defer { release(failure) }
  if isSubtype(typeOf(failure), Exceptions.systemExit) { return exitCode(failure) }
  flushStandardOutput()
  writeStandardError(text: "Error in sys.excepthook:\n")
  printException(failure)
  writeStandardError(text: "\nOriginal exception was:\n")
  printException(exception)
  return nil
}
