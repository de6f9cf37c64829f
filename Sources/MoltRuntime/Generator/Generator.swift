import MoltABI

// Generators over MoltGenerator: compiled code resumes a state machine, this file is everything around it.
// CPython: Objects/genobject.c.

typealias GeneratorPointer = UnsafeMutablePointer<MoltGenerator>

private var frameOffset: Int { MemoryLayout<MoltGenerator>.size - MemoryLayout<Int64>.size }

@inline(__always) private func generator(_ value: Value) -> GeneratorPointer { value.pointer(MoltGenerator.self) }

@inline(__always) private func frameSlots(_ g: GeneratorPointer) -> UnsafeMutablePointer<Value> {
  (UnsafeMutableRawPointer(g) + frameOffset).assumingMemoryBound(to: Value.self)
}

@inline(__always) private func byteCount(_ g: GeneratorPointer) -> Int {
  frameOffset + Int(g.pointee.code.pointee.frameSlots) * MemoryLayout<Int64>.size
}

@inline(__always) func isGenerator(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.generator
}

@c(molt_new_generator)
func molt_new_generator(
  _ function: UnsafeMutablePointer<MoltFunction>, _ code: UnsafePointer<MoltCode>, _ resume: MoltResume?
) -> Value {
  let bytes = frameOffset + Int(code.pointee.frameSlots) * MemoryLayout<Int64>.size
  let value = Value(allocateObject(Types.generator, bytes))
  Endings.count += 1
  let g = generator(value)
  g.pointee.code = code
  retain(Value(function))
  g.pointee.function = function
  g.pointee.resume = resume
  return value
}

// --------------------------------------------------------------------------------------------------------- resuming

/// How a resumed generator stopped.
enum GeneratorStep {
  case yielded, returned, raised
}

/// Drops what a generator that will never run again holds.
private func clearFrame(_ g: GeneratorPointer) {
  g.pointee.state = Int32(MOLT_GENERATOR_DONE)
  g.pointee.delegate = .null
  var i = 0
  let live = Int(g.pointee.live)
  g.pointee.live = 0
  while i < live {
    replace(frameSlots(g) + i, with: .null)
    i += 1
  }
  replace(&g.pointee.handled, with: .null)
}

/// Runs to the next yield. `sent` null: the raised exception is thrown at the yield. The generator is neither running
/// nor done, and kept alive by the caller. `result` is owned.
private func resume(_ g: GeneratorPointer, _ sent: Value, _ result: inout Value) -> GeneratorStep {
  let outer = molt_thread.handled
  if outer.isNull && g.pointee.handled.isNull { return resumePlainly(g, sent, &result) }
  // The generator sees its own handled exception while it runs, and the resumer's where it has none.
  if g.pointee.handled.isNull {
    molt_thread.handled = sharedSlot(outer)
  } else {
    molt_thread.handled = g.pointee.handled
    g.pointee.handled = .null
  }
  g.pointee.isRunning = 1
  result = g.pointee.resume(g, sent)
  g.pointee.isRunning = 0
  let inner = molt_thread.handled
  molt_thread.handled = outer
  if g.pointee.state != Int32(MOLT_GENERATOR_DONE) {
    if inner != outer { g.pointee.handled = inner } else { releaseIfBound(inner) }
    return .yielded
  }
  releaseIfBound(inner)
  return finished(g, result)
}

/// `resume` where nobody is handling an exception.
@inline(__always)
private func resumePlainly(_ g: GeneratorPointer, _ sent: Value, _ result: inout Value) -> GeneratorStep {
  g.pointee.isRunning = 1
  result = g.pointee.resume(g, sent)
  g.pointee.isRunning = 0
  if g.pointee.state != Int32(MOLT_GENERATOR_DONE) {
    let inner = molt_thread.handled
    if !inner.isNull {
      molt_thread.handled = .null
      g.pointee.handled = inner
    }
    return .yielded
  }
  replace(&molt_thread.handled, with: .null)
  return finished(g, result)
}

@inline(never) private func finished(_ g: GeneratorPointer, _ result: Value) -> GeneratorStep {
  g.pointee.delegate = .null
  // Its code took over what the frame held, unless the recursion was too deep for it to run.
  if g.pointee.live != 0 { clearFrame(g) }
  if !result.isNull { return .returned }
  if exceptionMatches(Exceptions.stopIteration) { convertStopIteration() }
  return .raised
}

/// The next item of a generator that the caller keeps alive: owned; null at the end, or with an exception set. What the
/// generator returned is dropped, and no StopIteration is made.
@inline(__always) func nextOfGenerator(_ this: Value) -> Value {
  let g = generator(this)
  var result = Value.null
  if g.pointee.isRunning == 0 && g.pointee.state != Int32(MOLT_GENERATOR_DONE) && g.pointee.handled.isNull
    && molt_thread.handled.isNull
  {
    if resumePlainly(g, .none, &result) == .yielded { return result }
  } else if generatorSend(this, .none, &result) == .yielded {
    return result
  }
  releaseIfBound(result)
  return .null
}

@c(molt_leave_generator) func molt_leave_generator() {
  if exceptionMatches(Exceptions.stopIteration) { convertStopIteration() }
}

/// PEP 479: a StopIteration that leaves the body is a mistake, not the end.
private func convertStopIteration() {
  let cause = takeException()
  let error = newException(Exceptions.runtimeError)
  let message: StaticString = "generator raised StopIteration"
  error.pointee.text = message.utf8Start
  error.pointee.textLength = Int32(message.utf8CodeUnitCount)
  error.pointee.suppressContext = 1
  error.pointee.cause = retained(cause)
  error.pointee.context = cause
  restoreException(Value(error))
}

private func raiseAlreadyExecuting() -> GeneratorStep {
  raise(Exceptions.valueError, "generator already executing")
  return .raised
}

/// Sends a value (None: just continue). A finished generator has returned None.
func generatorSend(_ this: Value, _ sent: Value, _ result: inout Value) -> GeneratorStep {
  let g = generator(this)
  if g.pointee.isRunning != 0 { return raiseAlreadyExecuting() }
  if g.pointee.state == Int32(MOLT_GENERATOR_DONE) {
    result = .none
    return .returned
  }
  if g.pointee.state == Int32(MOLT_GENERATOR_START) && !sent.isNone {
    raise(Exceptions.typeError, "can't send non-None value to a just-started generator")
    return .raised
  }
  retain(this)
  let step = resume(g, sent, &result)
  release(this)
  return step
}

/// Throws the exception that is raised into the generator.
func generatorThrow(_ this: Value, _ result: inout Value) -> GeneratorStep {
  let g = generator(this)
  if g.pointee.isRunning != 0 { return raiseAlreadyExecuting() }
  if g.pointee.state == Int32(MOLT_GENERATOR_DONE) { return .raised }
  if g.pointee.state == Int32(MOLT_GENERATOR_START) {
    // The body never ran: the exception passes its first line.
    molt_traceback(g.pointee.code, -1)
    let exception = takeException()
    retain(this)
    clearFrame(g)
    release(this)
    restoreException(exception)
    if exceptionMatches(Exceptions.stopIteration) { convertStopIteration() }
    return .raised
  }
  retain(this)
  let step = resume(g, .null, &result)
  release(this)
  return step
}

/// `close()`: 0, or -1 with an exception.
func generatorClose(_ this: Value) -> Int32 {
  let g = generator(this)
  if g.pointee.isRunning != 0 {
    _ = raiseAlreadyExecuting()
    return -1
  }
  if g.pointee.state == Int32(MOLT_GENERATOR_DONE) { return 0 }
  if g.pointee.state == Int32(MOLT_GENERATOR_START) {
    retain(this)
    clearFrame(g)
    release(this)
    return 0
  }
  raise(Exceptions.generatorExit)
  var result = Value.null
  switch generatorThrow(this, &result) {
  case .yielded:
    release(result)
    return raiseStatus(Exceptions.runtimeError, "generator ignored GeneratorExit")
  case .returned:
    release(result)
    return 0
  case .raised:
    if exceptionMatches(Exceptions.generatorExit) || exceptionMatches(Exceptions.stopIteration) {
      clearException()
      return 0
    }
    return -1
  }
}

/// The result of a method: a yielded value, or StopIteration with the returned one.
private func methodResult(_ step: GeneratorStep, _ result: Value) -> Value {
  switch step {
  case .yielded: return result
  case .returned:
    raiseStopIteration(result)
    release(result)
    return .null
  case .raised: return .null
  }
}

/// `__next__`: as the type's `next`, but the end is a StopIteration with the return value.
func generatorNext(_ this: Value) -> Value {
  var result = Value.null
  let step = generatorSend(this, .none, &result)
  return methodResult(step, result)
}

// ------------------------------------------------------------------------------------------------------ yield from

@c(molt_delegate_iterator) func molt_delegate_iterator(_ value: Value) -> Value {
  isGenerator(value) ? retained(value) : iterate(value)
}

/// Ends a step over any iterator: a StopIteration becomes the delegate's result.
private func delegateResult(_ result: Value, _ finished: UnsafeMutablePointer<Int32>) -> Value {
  if !result.isNull { return result }
  if !exceptionIsSet {
    finished.pointee = 1
    return .none
  }
  if !exceptionMatches(Exceptions.stopIteration) { return .null }
  let exception = takeException()
  let value = orNone(exceptionField(exception, ExceptionField.stopIterationValue).pointee)
  release(exception)
  finished.pointee = 1
  return value
}

private func delegateResult(
  _ step: GeneratorStep, _ result: Value, _ finished: UnsafeMutablePointer<Int32>
) -> Value {
  if step == .returned { finished.pointee = 1 }
  return step == .raised ? .null : result
}

@c(molt_delegate)
func molt_delegate(_ iterator: Value, _ sent: Value, _ finished: UnsafeMutablePointer<Int32>) -> Value {
  finished.pointee = 0
  var result = Value.null
  if !sent.isNull {
    if isGenerator(iterator) {
      let step = generatorSend(iterator, sent, &result)
      return delegateResult(step, result, finished)
    }
    if !sent.isNone { return delegateResult(callMethod(iterator, intern("send"), sent), finished) }
    let type = typeOf(iterator)
    if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0, let next = type.pointee.next {
      return delegateResult(next(iterator), finished)
    }
    // A user's `__next__` may give StopIteration a value.
    return delegateResult(callMethod(iterator, Names.next), finished)
  }
  if exceptionMatches(Exceptions.generatorExit) {
    let exception = takeException()
    if closeDelegate(iterator) < 0 {
      release(exception)
      return .null
    }
    restoreException(exception)
    return .null
  }
  if isGenerator(iterator) {
    let step = generatorThrow(iterator, &result)
    if step == .raised { return delegateResult(.null, finished) }
    return delegateResult(step, result, finished)
  }
  let exception = takeException()
  let method = getAttributeOrNull(iterator, intern("throw"))
  if method.isNull {
    if exceptionIsSet { release(exception) } else { restoreException(exception) }
    return .null
  }
  result = call1(method, exception)
  release(method)
  release(exception)
  return delegateResult(result, finished)
}

private func closeDelegate(_ iterator: Value) -> Int32 {
  if isGenerator(iterator) { return generatorClose(iterator) }
  let method = getAttributeOrNull(iterator, intern("close"))
  if method.isNull { return exceptionIsSet ? -1 : 0 }
  let result = call0(method)
  release(method)
  if result.isNull { return -1 }
  release(result)
  return 0
}

// -------------------------------------------------------------------------------------------------------- lifetime

/// Runs the `finally` blocks of a suspended generator nobody can resume any more.
private func finalize(_ g: GeneratorPointer) {
  if g.pointee.state <= 0 || g.pointee.isRunning != 0 { return }
  let saved = takeException()
  if generatorClose(Value(g)) < 0 { writeUnraisable(Value(g)) }
  restoreException(saved)
}

private func destroyGenerator(_ object: ObjectPointer?) {
  let g = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltGenerator.self)
  if g.pointee.state > 0 {
    // The object must look alive while its own code runs; somebody may even keep it.
    g.pointee.header.refCount = 1
    finalize(g)
    g.pointee.header.refCount &-= 1
    if g.pointee.header.refCount != 0 { return }
  }
  Endings.count -= 1
  clearWeakReferences(Value(g))
  clearFrame(g)
  releaseIfBound(g.pointee.name)
  releaseIfBound(g.pointee.qualname)
  let bytes = byteCount(g)
  release(Value(g.pointee.function))
  freeObject(object!, bytes)
}

private func traverseGenerator(_ object: ObjectPointer?, _ visit: MoltVisit?, _ context: UnsafeMutableRawPointer?) {
  let g = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltGenerator.self)
  if let function = g.pointee.function { visit!(Value(function), context) }
  if !g.pointee.handled.isNull { visit!(g.pointee.handled, context) }
  // A running generator's values are in its native frame.
  if g.pointee.isRunning != 0 { return }
  var i = 0
  while i < Int(g.pointee.live) {
    let value = frameSlots(g)[i]
    if !value.isNull { visit!(value, context) }
    i += 1
  }
}

// ------------------------------------------------------------------------------------------------------------ type

private func throwMethod(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let first = args![0]
  let value = count > 1 ? args![1] : .none, traceback = count > 2 ? args![2] : .none
  if !traceback.isNone && typeOf(traceback) != Types.traceback {
    return raise(Exceptions.typeError, "throw() third argument must be a traceback object")
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
    if exception.isNull { return .null }
    if !isException(exception) {
      release(exception)
      return raise(Exceptions.typeError) {
        $0.append("calling ")
        _ = $0.appendRepr(first)
        $0.append(" should have returned an instance of BaseException, not ")
        _ = $0.appendRepr(Value(typeOf(exception)))
      }
    }
  } else if isException(first) {
    if !value.isNone { return raise(Exceptions.typeError, "instance exception may not have a separate value") }
    exception = retained(first)
  } else {
    return raise(Exceptions.typeError) {
      $0.append("exceptions must be classes or instances deriving from BaseException, not ")
      $0.append(typeName(first))
    }
  }
  if !traceback.isNone { _ = setTraceback(exception, traceback) }
  restoreException(exception)
  var result = Value.null
  let step = generatorThrow(this, &result)
  return methodResult(step, result)
}

private func nameOf(_ g: GeneratorPointer, _ slot: Value, qualified: Bool) -> Value {
  if !slot.isNull { return retained(slot) }
  let own = qualified ? g.pointee.function.pointee.qualname : g.pointee.function.pointee.name
  if !own.isNull { return retained(own) }
  return makeString(cString: qualified ? g.pointee.code.pointee.qualname : g.pointee.code.pointee.name)
}

func setUpGeneratorType() {
  let type = Types.generator
  setUpType(
    type, "generator", base: Types.object, size: frameOffset, flags: UInt32(MOLT_TYPE_CONTAINER | MOLT_TYPE_WEAK))
  type.pointee.weakOffset = UInt32(frameOffset - MemoryLayout<Value>.size)
  type.pointee.destroy = destroyGenerator
  type.pointee.traverse = traverseGenerator
  type.pointee.clear = { object in
    let g = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltGenerator.self)
    finalize(g)
    if g.pointee.isRunning == 0 { clearFrame(g) }
  }
  type.pointee.iterate = { retained($0) }
  type.pointee.next = { nextOfGenerator($0) }
  type.pointee.repr = { this in
    var builder = StringBuilder()
    builder.append("<generator object ")
    let name = nameOf(generator(this), generator(this).pointee.qualname, qualified: true)
    builder.append(name)
    release(name)
    builder.append(" at ")
    appendAddress(&builder, this)
    builder.append(">")
    return builder.finish()
  }
  addMethod(type, "__next__", 0, 0, { this, _, _, _ in generatorNext(this) })
  addMethod(
    type, "send", 1, 1,
    { this, args, _, _ in
      var result = Value.null
      let step = generatorSend(this, args![0], &result)
      return methodResult(step, result)
    })
  addMethod(type, "throw", 1, 3, throwMethod)
  addMethod(type, "close", 0, 0, { this, _, _, _ in generatorClose(this) < 0 ? .null : .none })
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
    type, "__qualname__", { nameOf(generator($0), generator($0).pointee.qualname, qualified: true) },
    set: { this, value in
      if value.isNull || !isStr(value) {
        return raiseStatus(Exceptions.typeError, "__qualname__ must be set to a string object")
      }
      retain(value)
      replace(&generator(this).pointee.qualname, with: value)
      return 0
    })
  addGetter(type, "gi_running", { Value(generator($0).pointee.isRunning != 0) })
  addGetter(type, "gi_suspended", { Value(generator($0).pointee.state > 0 && generator($0).pointee.isRunning == 0) })
  addGetter(type, "gi_yieldfrom", { orNone(generator($0).pointee.delegate) })
  addGetter(type, "gi_code", { newCode(generator($0).pointee.code!) })
  addGetter(
    type, "gi_frame",
    { this in
      let g = generator(this)
      if g.pointee.state == Int32(MOLT_GENERATOR_DONE) { return .none }
      let code = g.pointee.code!
      let position = g.pointee.position
      let line =
        g.pointee.state > 0 && position >= 0 && code.pointee.positions != nil
        ? code.pointee.positions[Int(position)].line : code.pointee.firstLine
      return makeFrame(code, line: line)
    })
  finishType(type)
}
