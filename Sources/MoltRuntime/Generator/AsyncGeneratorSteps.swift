import MoltABI

// async_generator_asend and async_generator_athrow: one step of an asynchronous generator, to be awaited once. Awaiting
// passes on what the generator's own awaits yield, and ends when the generator yields an item.
// CPython: Objects/genobject.c.

private struct AsyncStep {
  enum State {
    static var new: Int32 { 0 }
    static var begun: Int32 { 1 }
    static var closed: Int32 { 2 }
  }

  var header: MoltObject
  var generator: Value
  /// asend: what is sent, or null. athrow: the tuple of the arguments, or null in aclose().
  var value: Value
  var state: Int32
  var reserved: Int32
}

private typealias StepPointer = UnsafeMutablePointer<AsyncStep>

@inline(__always) private func asyncStep(_ value: Value) -> StepPointer { value.pointer(AsyncStep.self) }

/// A new step of the type; `value` is borrowed.
func newAsyncStep(_ type: TypePointer, _ generator: Value, _ value: Value) -> Value {
  collectionPoint()
  let step = Value(allocateObject(type, MemoryLayout<AsyncStep>.size))
  asyncStep(step).pointee.generator = retained(generator)
  asyncStep(step).pointee.value = sharedSlot(value)
  return step
}

/// How the generator stopped, from the point of view of the one who awaits the step.
private enum AsyncOutcome {
  /// Inside an `await`: the value goes to the event loop.
  case waiting
  /// At a `yield`.
  case item
  /// By returning or raising; the exception is set.
  case raised
}

private func outcome(_ g: GeneratorPointer, _ step: GeneratorStep, _ result: Value) -> AsyncOutcome {
  switch step {
  case .yielded: return g.pointee.isItem != 0 ? .item : .waiting
  case .returned:
    release(result)
    raise(Exceptions.stopAsyncIteration)
    return .raised
  case .raised: return .raised
  }
}

private func send(_ g: GeneratorPointer, _ value: Value, _ result: inout Value) -> AsyncOutcome {
  g.pointee.isItem = 0
  let step = generatorSend(Value(g), value, &result)
  return outcome(g, step, result)
}

/// Throws the raised exception in. A GeneratorExit goes into what the generator awaits, too, if `closes` is false.
private func `throw`(_ g: GeneratorPointer, closes: Bool, _ result: inout Value) -> AsyncOutcome {
  g.pointee.isItem = 0
  let saved = Delegation.takesExit
  Delegation.takesExit = closes ? .null : delegateOf(g)
  let step = generatorThrow(Value(g), &result)
  Delegation.takesExit = saved
  return outcome(g, step, result)
}

private func endsIteration() -> Bool {
  exceptionMatches(Exceptions.stopAsyncIteration) || exceptionMatches(Exceptions.generatorExit)
}

/// What the one who drives the step gets: the value to wait with, or null with StopIteration(item) or an exception
/// (`async_gen_unwrap_value`).
private func unwrapped(_ g: GeneratorPointer, _ outcome: AsyncOutcome, _ result: Value) -> Value {
  switch outcome {
  case .waiting: return result
  case .item:
    setFlag(g, Int(MOLT_ASYNC_RUNNING), false)
    raiseStopIteration(result)
    release(result)
    return .null
  case .raised:
    if endsIteration() { setFlag(g, Int(MOLT_ASYNC_CLOSED), true) }
    setFlag(g, Int(MOLT_ASYNC_RUNNING), false)
    return .null
  }
}

// ------------------------------------------------------------------------------------------------------------ asend

private func raiseReused(_ step: StepPointer) -> Value {
  step.pointee.header.type == Types.asyncGeneratorAsend
    ? raise(Exceptions.runtimeError, "cannot reuse already awaited __anext__()/asend()")
    : raise(Exceptions.runtimeError, "cannot reuse already awaited aclose()/athrow()")
}

private func asendSend(_ this: Value, _ argument: Value) -> Value {
  let step = asyncStep(this), g = generator(step.pointee.generator)
  if step.pointee.state == AsyncStep.State.closed { return raiseReused(step) }
  var sent = argument
  if step.pointee.state == AsyncStep.State.new {
    if hasFlag(g, Int(MOLT_ASYNC_RUNNING)) {
      return raise(Exceptions.runtimeError, "anext(): asynchronous generator is already running")
    }
    if argument.isNone && !step.pointee.value.isNull { sent = step.pointee.value }
    step.pointee.state = AsyncStep.State.begun
  }
  setFlag(g, Int(MOLT_ASYNC_RUNNING), true)
  retain(this)
  var result = Value.null
  let how = send(g, sent, &result)
  result = unwrapped(g, how, result)
  if result.isNull { step.pointee.state = AsyncStep.State.closed }
  release(this)
  return result
}

private func asendThrow(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let step = asyncStep(this), g = generator(step.pointee.generator)
  if step.pointee.state == AsyncStep.State.closed { return raiseReused(step) }
  if !setThrown(args, count) { return .null }
  retain(this)
  var result = Value.null
  let how = `throw`(g, closes: true, &result)
  result = unwrapped(g, how, result)
  if result.isNull { step.pointee.state = AsyncStep.State.closed }
  release(this)
  return result
}

// ----------------------------------------------------------------------------------------------- athrow and aclose

/// The generator answered `aclose()` with another item.
private func raiseIgnoredExit(_ step: StepPointer, _ g: GeneratorPointer, _ item: Value) -> Value {
  release(item)
  setFlag(g, Int(MOLT_ASYNC_RUNNING), false)
  step.pointee.state = AsyncStep.State.closed
  return raise(Exceptions.runtimeError, "async generator ignored GeneratorExit")
}

/// After an exception: `aclose()` is done when the generator has ended as it should.
private func athrowRaised(_ step: StepPointer, _ g: GeneratorPointer) -> Value {
  setFlag(g, Int(MOLT_ASYNC_RUNNING), false)
  step.pointee.state = AsyncStep.State.closed
  if step.pointee.value.isNull && endsIteration() {
    clearException()
    return raise(Exceptions.stopIteration)
  }
  return .null
}

/// Throws what the step was made for into the generator.
private func athrowBegin(_ step: StepPointer, _ g: GeneratorPointer) -> Value {
  var result = Value.null
  if step.pointee.value.isNull {
    setFlag(g, Int(MOLT_ASYNC_CLOSED), true)
    // What the caller is handling does not become its context.
    restoreException(Value(newException(Exceptions.generatorExit)))
    switch `throw`(g, closes: false, &result) {
    case .waiting: return result
    case .item: return raiseIgnoredExit(step, g, result)
    case .raised: return athrowRaised(step, g)
    }
  }
  let count = tupleCount(step.pointee.value)
  if count < 1 || count > 3 {
    return raise(Exceptions.typeError) {
      $0.append(count < 1 ? "athrow expected at least 1 argument, got " : "athrow expected at most 3 arguments, got ")
      $0.append(int: count)
    }
  }
  let how: AsyncOutcome
  if setThrown(Arguments(tupleItems(step.pointee.value)), Int32(count)) {
    how = `throw`(g, closes: false, &result)
  } else {
    how = .raised
  }
  result = unwrapped(g, how, result)
  return result.isNull ? athrowRaised(step, g) : result
}

private func athrowSend(_ this: Value, _ argument: Value) -> Value {
  let step = asyncStep(this), g = generator(step.pointee.generator)
  if step.pointee.state == AsyncStep.State.closed { return raiseReused(step) }
  if g.pointee.state == Int32(MOLT_GENERATOR_DONE) {
    step.pointee.state = AsyncStep.State.closed
    return raise(Exceptions.stopIteration)
  }
  if step.pointee.state == AsyncStep.State.new {
    if hasFlag(g, Int(MOLT_ASYNC_RUNNING)) {
      step.pointee.state = AsyncStep.State.closed
      return step.pointee.value.isNull
        ? raise(Exceptions.runtimeError, "aclose(): asynchronous generator is already running")
        : raise(Exceptions.runtimeError, "athrow(): asynchronous generator is already running")
    }
    if hasFlag(g, Int(MOLT_ASYNC_CLOSED)) {
      step.pointee.state = AsyncStep.State.closed
      return raise(Exceptions.stopAsyncIteration)
    }
    if !argument.isNone {
      return raise(Exceptions.runtimeError, "can't send non-None value to a just-started coroutine")
    }
    step.pointee.state = AsyncStep.State.begun
    setFlag(g, Int(MOLT_ASYNC_RUNNING), true)
    retain(this)
    defer { release(this) }
    return athrowBegin(step, g)
  }
  retain(this)
  defer { release(this) }
  var result = Value.null
  let how = send(g, argument, &result)
  if !step.pointee.value.isNull { return unwrapped(g, how, result) }
  switch how {
  case .waiting: return result
  case .item: return raiseIgnoredExit(step, g, result)
  case .raised: return athrowRaised(step, g)
  }
}

private func athrowThrow(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let step = asyncStep(this), g = generator(step.pointee.generator)
  if step.pointee.state == AsyncStep.State.closed { return raiseReused(step) }
  if !setThrown(args, count) { return .null }
  retain(this)
  defer { release(this) }
  var result = Value.null
  let how = `throw`(g, closes: true, &result)
  if !step.pointee.value.isNull { return unwrapped(g, how, result) }
  switch how {
  case .waiting: return result
  case .item: return raiseIgnoredExit(step, g, result)
  case .raised:
    if endsIteration() {
      clearException()
      raise(Exceptions.stopIteration)
    }
    return .null
  }
}

// ------------------------------------------------------------------------------------------------------------ types

private func setUpAsyncStepType(
  _ type: TypePointer, _ name: StaticString, _ next: @escaping MoltNext, _ send: @escaping NativeBody,
  _ throwing: @escaping NativeBody
) {
  setUpIteratorType(type, name, size: MemoryLayout<AsyncStep>.size, next)
  type.pointee.await = { retained($0) }
  type.pointee.destroy = { object in
    let step = asyncStep(Value(object!))
    let generator = step.pointee.generator, value = step.pointee.value
    releaseIfBound(value)
    release(generator)
    freeObject(object!, MemoryLayout<AsyncStep>.size)
  }
  type.pointee.traverse = { object, visit, context in
    let step = asyncStep(Value(object!))
    if !step.pointee.generator.isNull { visit!(step.pointee.generator, context) }
    if !step.pointee.value.isNull { visit!(step.pointee.value, context) }
  }
  addMethod(type, "send", 1, 1, send)
  addMethod(type, "throw", 1, 3, throwing)
  addMethod(
    type, "close", 0, 0,
    { this, _, _, _ in
      asyncStep(this).pointee.state = AsyncStep.State.closed
      return .none
    })
  finishType(type)
  type.pointee.construct = nil
}

func setUpAsyncStepTypes() {
  setUpAsyncStepType(
    Types.asyncGeneratorAsend, "async_generator_asend", { asendSend($0, .none) },
    { this, args, _, _ in asendSend(this, args![0]) }, asendThrow)
  setUpAsyncStepType(
    Types.asyncGeneratorAthrow, "async_generator_athrow", { athrowSend($0, .none) },
    { this, args, _, _ in athrowSend(this, args![0]) }, athrowThrow)
  setUpNextAwaitableType()
}
