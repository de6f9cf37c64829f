import MoltABI

// Asynchronous generators: what `async def` functions with a `yield` make. Their items come out through the awaitables
// of AsyncGeneratorSteps.swift. CPython: Objects/genobject.c.

enum AsyncGenerators {
  /// What `sys.set_asyncgen_hooks` set; owned, or null.
  static var firstIteration = Value(bits: 0)
  static var finalizer = Value(bits: 0)

  static func forgetHooks() {
    replace(&firstIteration, with: .null)
    replace(&finalizer, with: .null)
  }
}

@inline(__always) func hasFlag(_ g: GeneratorPointer, _ flag: Int) -> Bool { g.pointee.flags & Int32(flag) != 0 }

@inline(__always) func setFlag(_ g: GeneratorPointer, _ flag: Int, _ isOn: Bool) {
  if isOn { g.pointee.flags |= Int32(flag) } else { g.pointee.flags &= ~Int32(flag) }
}

/// Before the first iteration: the generator keeps the finalizer that is set now, and the other hook is called. False:
/// it raised.
private func callHooks(_ g: GeneratorPointer) -> Bool {
  if hasFlag(g, Int(MOLT_ASYNC_HOOKED)) { return true }
  setFlag(g, Int(MOLT_ASYNC_HOOKED), true)
  if !AsyncGenerators.finalizer.isNull { setExtra(of: g, retained(AsyncGenerators.finalizer)) }
  if AsyncGenerators.firstIteration.isNull { return true }
  let hook = retained(AsyncGenerators.firstIteration)
  let result = call1(hook, Value(g))
  release(hook)
  if result.isNull { return false }
  release(result)
  return true
}

/// Hands a generator that is about to end to the hook that finishes it, as an event loop does with `aclose()`.
func callFinalizer(_ g: GeneratorPointer) {
  let hook = retained(extra(of: g))
  let result = call1(hook, Value(g))
  release(hook)
  if result.isNull { writeUnraisable(Value(g)) } else { release(result) }
}

/// The awaitable of one step, for the methods below; null when a hook raised.
private func step(
  _ this: Value, _ type: TypePointer, _ value: Value
) -> Value {
  callHooks(generator(this)) ? newAsyncStep(type, this, value) : .null
}

func setUpAsyncGeneratorType() {
  let type = Types.asyncGenerator
  setUpSuspendable(type, "async_generator")
  type.pointee.asyncIterate = { retained($0) }
  type.pointee.asyncNext = { step($0, Types.asyncGeneratorAsend, .null) }
  addMethod(type, "asend", 1, 1, { this, args, _, _ in step(this, Types.asyncGeneratorAsend, args![0]) })
  addMethod(
    type, "athrow", 0, -1,
    { this, args, count, names in
      if !names.isNull {
        return raise(Exceptions.typeError, "async_generator.athrow() takes no keyword arguments")
      }
      let given = makeTuple(args, Int(count))
      defer { release(given) }
      return step(this, Types.asyncGeneratorAthrow, given)
    })
  addMethod(type, "aclose", 0, 0, { this, _, _, _ in step(this, Types.asyncGeneratorAthrow, .null) })
  addClassMethod(type, "__class_getitem__", 1, 1, { cls, args, _, _ in newGenericAlias(cls, args![0]) })
  addGetter(type, "ag_running", { Value(hasFlag(generator($0), Int(MOLT_ASYNC_RUNNING))) })
  addGetter(type, "ag_suspended", suspendedAttribute)
  addGetter(type, "ag_await", delegateAttribute)
  addGetter(type, "ag_code", codeAttribute)
  addGetter(type, "ag_frame", frameAttribute)
  finishType(type)
  type.pointee.construct = nil
  setUpAsyncStepTypes()
}
