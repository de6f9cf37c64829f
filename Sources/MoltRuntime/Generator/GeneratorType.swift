import MoltABI

// What Python sees of a generator, and the attributes that coroutines and asynchronous generators have as well.

/// Makes what a `throw` method was given the raised exception. False: something else is raised, because it was given
/// nothing that can be.
func setThrown(_ args: Arguments?, _ count: Int32) -> Bool {
  let first = args![0]
  let value = count > 1 ? args![1] : .none, traceback = count > 2 ? args![2] : .none
  if !traceback.isNone && typeOf(traceback) != Types.traceback {
    raise(Exceptions.typeError, "throw() third argument must be a traceback object")
    return false
  }
  let exception: Value
  if isExceptionClass(first) {
    if isException(value) && isSubtype(typeOf(value), first.pointer(MoltType.self)) {
      exception = retained(value)
    } else if value.isNone {
      exception = call0(first)
    } else if isTuple(value) {
      exception = call(first, Arguments(tupleItems(value)), tupleCount(value))
    } else {
      exception = call1(first, value)
    }
    // What the class raises instead of making an instance is thrown in its place.
    if exception.isNull { return true }
    if !isException(exception) {
      raise(Exceptions.typeError) {
        $0.append("calling ")
        _ = $0.appendRepr(first)
        $0.append(" should have returned an instance of BaseException, not ")
        $0.append(typeName(exception))
      }
      release(exception)
      return true
    }
  } else if isException(first) {
    if !value.isNone {
      raise(Exceptions.typeError, "instance exception may not have a separate value")
      return false
    }
    exception = retained(first)
  } else {
    raise(Exceptions.typeError) {
      $0.append("exceptions must be classes or instances deriving from BaseException, not ")
      $0.append(typeName(first))
    }
    return false
  }
  if !traceback.isNone { _ = setTraceback(exception, traceback) }
  restoreException(exception)
  return true
}

// --------------------------------------------------------------------------------------------- methods and attributes

func sendMethod(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var result = Value.null
  let step = generatorSend(this, args![0], &result)
  return methodResult(step, result)
}

func throwMethod(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if count > 1 { warnOfThrow() }
  if !setThrown(args, count) { return .null }
  var result = Value.null
  let step = generatorThrow(this, &result)
  return methodResult(step, result)
}

/// CPython shows DeprecationWarnings of the main module only.
private func warnOfThrow() {
  guard let place = molt_places, let file = place.pointee.code.pointee.file,
    c_strcmp(moduleInfo(Int(Program.description!.pointee.mainModule)).pointee.file, file) == 0
  else { return }
  let message = makeString(
    "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.")
  warn(Exceptions.deprecationWarning, message, hasSource: false)
  release(message)
}

func closeMethod(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  generatorClose(this) < 0 ? .null : .none
}

/// The name, owned: what was set, else that of the function.
private func nameOf(_ g: GeneratorPointer, _ slot: Value, qualified: Bool) -> Value {
  if !slot.isNull { return retained(slot) }
  let own = qualified ? g.pointee.function.pointee.qualname : g.pointee.function.pointee.name
  if !own.isNull { return retained(own) }
  return makeString(cString: qualified ? g.pointee.code.pointee.qualname : g.pointee.code.pointee.name)
}

/// `__qualname__`, owned.
func qualnameOf(_ g: GeneratorPointer) -> Value { nameOf(g, g.pointee.qualname, qualified: true) }

func reprOfGenerator(_ this: Value) -> Value {
  var builder = StringBuilder()
  builder.append("<")
  builder.append(typeName(this))
  builder.append(" object ")
  let name = qualnameOf(generator(this))
  builder.append(name)
  release(name)
  builder.append(" at ")
  appendAddress(&builder, this)
  builder.append(">")
  return builder.finish()
}

/// `__name__` and `__qualname__`, which can be set.
func addNames(_ type: TypePointer) {
  addGetter(
    type, "__name__", { nameOf(generator($0), generator($0).pointee.name, qualified: false) },
    set: { this, value in
      if value.isNull || !isStr(value) {
        return raiseStatus(Exceptions.typeError, "__name__ must be set to a string object")
      }
      retain(value)
      replace(&generator(this).pointee.name, with: value)
      return 0
    })
  addGetter(
    type, "__qualname__", { qualnameOf(generator($0)) },
    set: { this, value in
      if value.isNull || !isStr(value) {
        return raiseStatus(Exceptions.typeError, "__qualname__ must be set to a string object")
      }
      retain(value)
      replace(&generator(this).pointee.qualname, with: value)
      return 0
    })
}

func runningAttribute(_ this: Value) -> Value { Value(generator(this).pointee.isRunning != 0) }

func suspendedAttribute(_ this: Value) -> Value {
  Value(generator(this).pointee.state > 0 && generator(this).pointee.isRunning == 0)
}

func delegateAttribute(_ this: Value) -> Value { orNone(delegateOf(generator(this))) }

/// The code of the function as it is now, which may have other flags than the compiled one.
func codeAttribute(_ this: Value) -> Value {
  let g = generator(this)
  let own = g.pointee.function.pointee.code!
  return newCode(own.pointee.known == g.pointee.code.pointee.known ? own : g.pointee.code!)
}

func frameAttribute(_ this: Value) -> Value {
  let g = generator(this)
  if g.pointee.state == Int32(MOLT_GENERATOR_DONE) { return .none }
  if let kept = KeptFrames.ofGenerator { return kept(this) }
  return makeFrame(g.pointee.code, line: lineOf(g))
}

/// The line where a generator that is not running is suspended, or where it starts.
func lineOf(_ g: GeneratorPointer) -> Int32 {
  let code = g.pointee.code!
  let position = g.pointee.position
  return g.pointee.state > 0 && position >= 0 && code.pointee.positions != nil
    ? code.pointee.positions[Int(position)].line : code.pointee.firstLine
}

func setUpGeneratorType() {
  let type = Types.generator
  setUpSuspendable(type, "generator")
  type.pointee.iterate = { retained($0) }
  type.pointee.next = { nextOfGenerator($0) }
  addMethod(type, "__next__", 0, 0, { this, _, _, _ in generatorNext(this) })
  addMethod(type, "send", 1, 1, sendMethod)
  addMethod(type, "throw", 1, 3, throwMethod)
  addMethod(type, "close", 0, 0, closeMethod)
  addGetter(type, "gi_running", runningAttribute)
  addGetter(type, "gi_suspended", suspendedAttribute)
  addGetter(type, "gi_yieldfrom", delegateAttribute)
  addGetter(type, "gi_code", codeAttribute)
  addGetter(type, "gi_frame", frameAttribute)
  finishType(type)
}
