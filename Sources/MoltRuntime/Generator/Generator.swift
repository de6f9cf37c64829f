import MoltABI

// Generators, coroutines and asynchronous generators are one thing here, a MoltGenerator: compiled code resumes a state
// machine, this file is what runs it. What Python sees of each kind is in the files of its name, delegation to inner
// iterators in Delegation.swift. CPython: Objects/genobject.c.

typealias GeneratorPointer = UnsafeMutablePointer<MoltGenerator>

private var frameOffset: Int { MemoryLayout<MoltGenerator>.size - MemoryLayout<Int64>.size }

@inline(__always) func generator(_ value: Value) -> GeneratorPointer { value.pointer(MoltGenerator.self) }

/// Bytes of a generator without its frame.
var generatorHeadSize: Int { frameOffset }

@inline(__always) func generatorSlots(_ g: GeneratorPointer) -> UnsafeMutablePointer<Value> {
  (UnsafeMutableRawPointer(g) + frameOffset).assumingMemoryBound(to: Value.self)
}

@inline(__always) private func byteCount(_ g: GeneratorPointer) -> Int {
  frameOffset + Int(g.pointee.code.pointee.frameSlots) * MemoryLayout<Int64>.size
}

@inline(__always) func isGenerator(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.generator
}

@inline(__always) func isCoroutine(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.coroutine
}

@inline(__always) func isAsyncGenerator(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.asyncGenerator
}

/// A generator, a coroutine or an asynchronous generator.
@inline(__always) func isSuspendable(_ object: ObjectPointer) -> Bool {
  let type = object.pointee.type
  return type == Types.generator || type == Types.coroutine || type == Types.asyncGenerator
}

/// The code's `resume` is that of the code that the function was compiled with; the function's own code may differ from
/// it in its flags (`code.replace(co_flags=…)`).
@c(molt_new_generator)
func molt_new_generator(
  _ function: UnsafeMutablePointer<MoltFunction>, _ code: UnsafePointer<MoltCode>, _ resume: MoltResume?
) -> Value {
  let bytes = frameOffset + Int(code.pointee.frameSlots) * MemoryLayout<Int64>.size
  let flags = code.pointee.flags
  let type =
    flags & Int32(MOLT_CODE_GENERATOR) != 0
    ? Types.generator : flags & Int32(MOLT_CODE_COROUTINE) != 0 ? Types.coroutine : Types.asyncGenerator
  let value = Value(allocateObject(type, bytes))
  Endings.count += 1
  let g = generator(value)
  g.pointee.code = code
  retainCode(code)
  retain(Value(function))
  g.pointee.function = function
  g.pointee.resume = resume
  if type == Types.coroutine { recordOrigin(g) }
  return value
}

/// Whether the generator is suspended in a `yield from` or `await`: what that runs over, borrowed; or null.
@inline(__always) func delegateOf(_ g: GeneratorPointer) -> Value { g.pointee.delegate }

// --------------------------------------------------------------------------------------------------------- resuming

/// How a resumed generator stopped.
enum GeneratorStep {
  case yielded, returned, raised
}

/// Drops what a generator that will never run again holds.
func clearFrame(_ g: GeneratorPointer) {
  g.pointee.state = Int32(MOLT_GENERATOR_DONE)
  g.pointee.delegate = .null
  var i = 0
  let live = Int(g.pointee.live)
  g.pointee.live = 0
  while i < live {
    replace(generatorSlots(g) + i, with: .null)
    i += 1
  }
  replace(&g.pointee.handled, with: .null)
}

enum Resumption {
  /// What the resumer of the running generator is handling, borrowed. A generator that is resumed while nothing is
  /// handled leaves it alone: then it is null, because what handles something hands that on to all it resumes.
  static var handled = Value(bits: 0)
  /// Handlers of that same exception that have been entered since: with one of them the generator handles it itself.
  static var entered: Int32 = 0
}

@c(molt_leave_outer_handler) func molt_leave_outer_handler() {
  leavesHandler()
  replace(&molt_thread.handled, with: sharedSlot(Resumption.handled))
}

/// Runs to the next yield. `sent` null: the raised exception is thrown at the yield. The generator is neither running
/// nor done, and kept alive by the caller. `result` is owned.
private func resume(_ g: GeneratorPointer, _ sent: Value, _ result: inout Value) -> GeneratorStep {
  let delegates = !g.pointee.delegate.isNull
  g.pointee.delegate = .null
  let outer = molt_thread.handled
  if outer.isNull && g.pointee.handled.isNull { return resumePlainly(g, sent, &result) }
  // The generator sees its own handled exception while it runs, and the resumer's where it has none.
  let handles = !g.pointee.handled.isNull
  if !handles {
    molt_thread.handled = sharedSlot(outer)
  } else {
    molt_thread.handled = g.pointee.handled
    g.pointee.handled = .null
  }
  if sent.isNull && !delegates && handles { chainThrown() }
  let outermost = Resumption.handled, entered = Resumption.entered
  Resumption.handled = outer
  Resumption.entered = handles && molt_thread.handled == outer ? 1 : 0
  g.pointee.isRunning = 1
  result = g.pointee.resume(g, sent)
  g.pointee.isRunning = 0
  let isOwn = Resumption.entered > 0
  Resumption.handled = outermost
  Resumption.entered = entered
  let inner = molt_thread.handled
  molt_thread.handled = outer
  if g.pointee.state != Int32(MOLT_GENERATOR_DONE) {
    if isOwn || inner != outer { g.pointee.handled = inner } else { releaseIfBound(inner) }
    return .yielded
  }
  releaseIfBound(inner)
  return finished(g, result)
}

/// The exception that is thrown in gets what the generator is handling where it arrives as its context, but not what its
/// resumer is handling. One that a delegate is given first arrives when it comes out of that.
func chainThrown() {
  let handled = molt_thread.handled
  let raised = molt_thread.exception
  if handled.isNull || raised.isNull { return }
  raiseInstance(retained(raised))
}

/// `resume` where nobody is handling an exception.
@inline(__always)
private func resumePlainly(_ g: GeneratorPointer, _ sent: Value, _ result: inout Value) -> GeneratorStep {
  g.pointee.delegate = .null
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
  convertStop(g)
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
  if exceptionMatches(Exceptions.stopIteration) { raiseFromStop("generator raised StopIteration") }
}

/// PEP 479: a StopIteration that leaves the body is a mistake, not the end; nor is a StopAsyncIteration that of an
/// asynchronous generator.
private func convertStop(_ g: GeneratorPointer) {
  let type = g.pointee.header.type
  if exceptionMatches(Exceptions.stopIteration) {
    raiseFromStop(
      type == Types.generator
        ? "generator raised StopIteration"
        : type == Types.coroutine ? "coroutine raised StopIteration" : "async generator raised StopIteration")
  } else if type == Types.asyncGenerator && exceptionMatches(Exceptions.stopAsyncIteration) {
    raiseFromStop("async generator raised StopAsyncIteration")
  }
}

private func raiseFromStop(_ message: StaticString) {
  let cause = takeException()
  let error = newException(Exceptions.runtimeError)
  error.pointee.text = message.utf8Start
  error.pointee.textLength = Int32(message.utf8CodeUnitCount)
  error.pointee.suppressContext = 1
  error.pointee.cause = retained(cause)
  error.pointee.context = cause
  restoreException(Value(error))
}

private func raiseAlreadyExecuting(_ g: GeneratorPointer) -> GeneratorStep {
  let type = g.pointee.header.type
  raise(
    Exceptions.valueError,
    type == Types.generator
      ? "generator already executing"
      : type == Types.coroutine ? "coroutine already executing" : "async generator already executing")
  return .raised
}

private func raiseCoroutineReused() -> GeneratorStep {
  raise(Exceptions.runtimeError, "cannot reuse already awaited coroutine")
  return .raised
}

/// Sends a value (None: just continue). A finished generator has returned None; a finished coroutine raises.
func generatorSend(_ this: Value, _ sent: Value, _ result: inout Value) -> GeneratorStep {
  let g = generator(this)
  if g.pointee.state == Int32(MOLT_GENERATOR_START) && !sent.isNone {
    let type = g.pointee.header.type
    raise(
      Exceptions.typeError,
      type == Types.generator
        ? "can't send non-None value to a just-started generator"
        : type == Types.coroutine
          ? "can't send non-None value to a just-started coroutine"
          : "can't send non-None value to a just-started async generator")
    return .raised
  }
  if g.pointee.isRunning != 0 { return raiseAlreadyExecuting(g) }
  if g.pointee.state == Int32(MOLT_GENERATOR_DONE) {
    if g.pointee.header.type == Types.coroutine { return raiseCoroutineReused() }
    result = .none
    return .returned
  }
  retain(this)
  let step = resume(g, sent, &result)
  release(this)
  return step
}

/// Throws the exception that is raised into the generator.
func generatorThrow(_ this: Value, _ result: inout Value) -> GeneratorStep {
  let g = generator(this)
  if g.pointee.isRunning != 0 { return raiseAlreadyExecuting(g) }
  if g.pointee.state == Int32(MOLT_GENERATOR_DONE) {
    if g.pointee.header.type == Types.coroutine {
      clearException()
      return raiseCoroutineReused()
    }
    return .raised
  }
  if g.pointee.state == Int32(MOLT_GENERATOR_START) {
    // The body never ran: the exception passes its first line.
    molt_traceback(g.pointee.code, -1)
    let exception = takeException()
    retain(this)
    clearFrame(g)
    release(this)
    restoreException(exception)
    convertStop(g)
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
    _ = raiseAlreadyExecuting(g)
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
    let type = g.pointee.header.type
    return raiseStatus(
      Exceptions.runtimeError,
      type == Types.generator
        ? "generator ignored GeneratorExit"
        : type == Types.coroutine ? "coroutine ignored GeneratorExit" : "async generator ignored GeneratorExit")
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
func methodResult(_ step: GeneratorStep, _ result: Value) -> Value {
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

// -------------------------------------------------------------------------------------------------------- lifetime

/// Gives a generator that nobody can resume any more its end: a suspended one runs its `finally` blocks, an
/// asynchronous one goes to the hook that was set for that, a coroutine that never ran is reported.
func finalizeGenerator(_ g: GeneratorPointer) {
  if g.pointee.state < 0 || g.pointee.isRunning != 0 { return }
  let type = g.pointee.header.type
  let saved = takeException()
  if type == Types.asyncGenerator && !extra(of: g).isNull
    && g.pointee.flags & Int32(MOLT_ASYNC_CLOSED) == 0
  {
    callFinalizer(g)
  } else if g.pointee.state > 0 {
    if generatorClose(Value(g)) < 0 { writeUnraisable(Value(g)) }
  } else if type == Types.coroutine {
    warnNeverAwaited(g)
  }
  restoreException(saved)
}

/// `finalizeGenerator` on behalf of the memory management, which does that once even if the generator lives on. False:
/// there was nothing to do.
@discardableResult
func finalizeOnce(_ g: GeneratorPointer) -> Bool {
  if g.pointee.state < 0 || g.pointee.isRunning != 0 { return false }
  if g.pointee.state == 0 && g.pointee.header.type == Types.generator { return false }
  if g.pointee.header.aux & ObjectMark.finalized != 0 { return false }
  g.pointee.header.aux |= ObjectMark.finalized
  finalizeGenerator(g)
  return true
}

private func destroyGenerator(_ object: ObjectPointer?) {
  let g = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltGenerator.self)
  if g.pointee.state >= 0 {
    // The object must look alive while its own code runs; somebody may even keep it.
    g.pointee.header.refCount = 1
    finalizeOnce(g)
    g.pointee.header.refCount &-= 1
    if g.pointee.header.refCount != 0 { return }
  }
  Endings.count -= 1
  clearWeakReferences(Value(g))
  clearFrame(g)
  releaseIfBound(g.pointee.name)
  releaseIfBound(g.pointee.qualname)
  if let frame = frame(of: g) { frame.pointee.generator = nil }
  releaseIfBound(g.pointee.extra)
  let bytes = byteCount(g)
  releaseCode(g.pointee.code)
  release(Value(g.pointee.function))
  freeObject(object!, bytes)
}

private func traverseGenerator(_ object: ObjectPointer?, _ visit: MoltVisit?, _ context: UnsafeMutableRawPointer?) {
  let g = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltGenerator.self)
  if let function = g.pointee.function { visit!(Value(function), context) }
  if !g.pointee.handled.isNull { visit!(g.pointee.handled, context) }
  if !g.pointee.extra.isNull { visit!(g.pointee.extra, context) }
  // A running generator's values are in its native frame.
  if g.pointee.isRunning != 0 { return }
  var i = 0
  while i < Int(g.pointee.live) {
    let value = generatorSlots(g)[i]
    if !value.isNull { visit!(value, context) }
    i += 1
  }
}

/// What the types of the three kinds have in common.
func setUpSuspendable(_ type: TypePointer, _ name: StaticString) {
  setUpType(type, name, base: Types.object, size: frameOffset, flags: UInt32(MOLT_TYPE_CONTAINER | MOLT_TYPE_WEAK))
  type.pointee.weakOffset = UInt32(frameOffset - MemoryLayout<Value>.size)
  type.pointee.destroy = destroyGenerator
  type.pointee.traverse = traverseGenerator
  type.pointee.clear = { object in
    let g = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MoltGenerator.self)
    finalizeOnce(g)
    if g.pointee.isRunning == 0 { clearFrame(g) }
  }
  type.pointee.repr = reprOfGenerator
  addMethod(
    type, "__del__", 0, 0,
    { this, _, _, _ in
      finalizeGenerator(generator(this))
      return .none
    })
  addNames(type)
}
