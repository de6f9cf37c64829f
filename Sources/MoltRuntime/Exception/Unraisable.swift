import MoltABI

// Exceptions where nobody can catch them: in `__del__`, in callbacks of weak references, at the end of generators.
// CPython: Python/errors.c, _PyErr_WriteUnraisableMsg.

/// What `sys.unraisablehook` gets: owned values, null where there is none.
struct Unraisable {
  var exception = Value.null
  var traceback = Value.null
  var message = Value.null
  var place = Value.null

  func releaseAll() {
    releaseIfBound(exception)
    releaseIfBound(traceback)
    releaseIfBound(message)
    releaseIfBound(place)
  }
}

/// Reports and forgets an exception that cannot be raised; `place` is the object at fault, borrowed.
func writeUnraisable(_ place: Value, message: StaticString? = nil) {
  if exceptionIsSet, exceptionObject(molt_thread.exception).pointee.traceback.isNull, let caller = molt_places {
    molt_traceback(caller.pointee.code, caller.pointee.position)
  }
  let exception = takeException()
  if exception.isNull { return }
  let traceback = exceptionObject(exception).pointee.traceback
  var unraisable = Unraisable(
    exception: exception, traceback: traceback.isNull ? .null : retained(traceback),
    message: message.map { makeString($0) } ?? .null, place: retained(place))
  if !callUnraisableHook(&unraisable) { printUnraisable(unraisable) }
  unraisable.releaseAll()
  clearException()
}

/// Calls a `sys.unraisablehook` of the program's own. False: there is none, or it failed, which is then what is to be
/// printed.
private func callUnraisableHook(_ unraisable: inout Unraisable) -> Bool {
  if !SysModule.isReady { return false }
  let hook = moduleGlobal(modulePointer(SysModule.module), intern("unraisablehook"))
  if hook.isNull || hook.isNone || hook == SysModule.defaultUnraisableHook { return false }
  retain(hook)
  let fields = newTuple(5)
  tupleItems(fields)[0] = retained(Value(typeOf(unraisable.exception)))
  tupleItems(fields)[1] = retained(unraisable.exception)
  tupleItems(fields)[2] = orNone(unraisable.traceback)
  tupleItems(fields)[3] = orNone(unraisable.message)
  tupleItems(fields)[4] = orNone(unraisable.place)
  let arguments = makeStruct(SysModule.unraisableArguments!, fields)
  let result = call1(hook, arguments)
  release(arguments)
  if !result.isNull {
    release(result)
    release(hook)
    return true
  }
  unraisable.releaseAll()
  let failure = takeException()
  let traceback = exceptionObject(failure).pointee.traceback
  unraisable = Unraisable(
    exception: failure, traceback: traceback.isNull ? .null : retained(traceback),
    message: makeString("Exception ignored in sys.unraisablehook"), place: hook)
  return false
}

/// Where it happened, the traceback, and the exception without what it is chained to.
func printUnraisable(_ unraisable: Unraisable) {
  var report = ExceptionReport()
  if !unraisable.message.isNull && !unraisable.message.isNone {
    if !report.text.appendStr(unraisable.message) { clearException() }
    report.text.append(unraisable.place.isNull || unraisable.place.isNone ? ":\n" : ": ")
  } else if !unraisable.place.isNull && !unraisable.place.isNone {
    report.text.append("Exception ignored in: ")
  }
  if !unraisable.place.isNull && !unraisable.place.isNone {
    if !report.text.appendRepr(unraisable.place) {
      clearException()
      report.text.append("<object repr() failed>")
    }
    report.text.append("\n")
  }
  if !unraisable.traceback.isNull && typeOf(unraisable.traceback) == Types.traceback {
    report.printTraceback(unraisable.traceback)
  }
  if !unraisable.exception.isNull && !unraisable.exception.isNone {
    report.printTypeName(typeOf(unraisable.exception))
    let message = strOf(unraisable.exception)
    if message.isNull {
      clearException()
      report.text.append(": <exception str() failed>")
    } else {
      report.text.append(": ")
      report.text.append(message)
      release(message)
    }
    report.text.append("\n")
  }
  let whole = report.text.finish()
  writeStandardError(whole)
  release(whole)
  clearException()
}

/// `sys.unraisablehook`, which takes any object with the attributes.
func unraisableHook(_ arguments: Value) -> Value {
  if SysModule.unraisableArguments.map({ isInstance(arguments, $0) }) != true {
    return raise(
      Exceptions.typeError, "sys.unraisablehook argument type must be UnraisableHookArgs")
  }
  func field(_ name: StaticString) -> Value {
    let value = getAttribute(arguments, intern(name))
    if value.isNull { clearException() }
    return value
  }
  let unraisable = Unraisable(
    exception: field("exc_value"), traceback: field("exc_traceback"), message: field("err_msg"), place: field("object"))
  printUnraisable(unraisable)
  unraisable.releaseAll()
  return .none
}
