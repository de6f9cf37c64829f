import MoltABI

// Raising from the runtime. All `raise` forms return `.null`, so that `return raise(…)` is the way to fail;
// `raiseStatus` returns -1 for functions with an `Int32` status. The exception that is being handled becomes the new
// one's context.

/// Whether an exception is raised and not caught yet.
@inline(__always) var exceptionIsSet: Bool { !molt_thread.exception.isNull }

/// Whether the raised exception, if any, is an instance of a class.
@inline(__always) func exceptionMatches(_ type: TypePointer) -> Bool {
  let raised = molt_thread.exception
  return !raised.isNull && isSubtype(raised.object.pointee.type, type)
}

/// Forgets the raised exception, if any.
func clearException() {
  let raised = molt_thread.exception
  molt_thread.exception = .null
  releaseIfBound(raised)
}

/// The raised exception, which is then no longer set. Owned by the caller; null if there was none.
@inline(__always) func takeException() -> Value {
  let raised = molt_thread.exception
  molt_thread.exception = .null
  return raised
}

/// Sets an owned exception instance without touching its context (`PyErr_Restore`).
@inline(__always) func restoreException(_ instance: Value) {
  let old = molt_thread.exception
  molt_thread.exception = instance
  releaseIfBound(old)
}

/// Sets an owned exception instance; the handled exception becomes its context (`_PyErr_SetObject`).
func raiseInstance(_ instance: Value) {
  let handled = molt_thread.handled
  if !handled.isNull && handled != instance { chainContext(instance, handled) }
  restoreException(instance)
}

/// Makes `handled` the context of `instance`, cutting the chain behind `handled` where it would come back to
/// `instance`.
private func chainContext(_ instance: Value, _ handled: Value) {
  var link = handled
  // The slow pointer notices a loop that does not contain `instance` (Floyd).
  var slow = handled, moveSlow = false
  while true {
    let next = exceptionObject(link).pointee.context
    if next.isNull { break }
    if next == instance {
      exceptionObject(link).pointee.context = .null
      release(next)
      break
    }
    link = next
    if link == slow { break }
    if moveSlow { slow = exceptionObject(slow).pointee.context }
    moveSlow = !moveSlow
  }
  retain(handled)
  replace(&exceptionObject(instance).pointee.context, with: handled)
}

/// Raises a built-in exception class with a constant message.
@inline(never) @discardableResult
func raise(_ type: TypePointer, _ message: StaticString) -> Value {
  let e = newException(type)
  e.pointee.text = message.utf8Start
  e.pointee.textLength = Int32(truncatingIfNeeded: message.utf8CodeUnitCount)
  raiseInstance(Value(e))
  return .null
}

/// Raises a built-in exception class with a message, which is consumed. If making the message failed (null), the
/// exception of that failure stays.
@inline(never) @discardableResult
func raise(_ type: TypePointer, message: Value) -> Value {
  if message.isNull { return .null }
  let e = newException(type)
  e.pointee.argument = message
  raiseInstance(Value(e))
  return .null
}

/// `raise` with a message, for the agreed spelling without a label.
@inline(__always) @discardableResult
func raise(_ type: TypePointer, _ message: Value) -> Value { raise(type, message: message) }

/// Raises a built-in exception class without arguments.
@inline(never) @discardableResult
func raise(_ type: TypePointer) -> Value {
  raiseInstance(Value(newException(type)))
  return .null
}

/// Raises a built-in exception class with the message that `build` writes. A failure inside `build` (of a repr, say)
/// replaces the exception.
@discardableResult
func raise(_ type: TypePointer, _ build: (inout StringBuilder) -> Void) -> Value {
  var builder = StringBuilder()
  build(&builder)
  let message = builder.finish()
  if exceptionIsSet {
    releaseIfBound(message)
    return .null
  }
  return raise(type, message: message)
}

/// Raises a built-in exception class with any value as its only argument, borrowed: `KeyError(key)`.
@inline(never) @discardableResult
func raiseValue(_ type: TypePointer, _ argument: Value) -> Value {
  let e = newException(type)
  e.pointee.argument = retained(argument)
  raiseInstance(Value(e))
  return .null
}

@inline(never) @discardableResult
func raiseStatus(_ type: TypePointer, _ message: StaticString) -> Int32 {
  raise(type, message)
  return -1
}

@discardableResult
func raiseStatus(_ type: TypePointer, _ build: (inout StringBuilder) -> Void) -> Int32 {
  raise(type, build)
  return -1
}

@inline(never) @discardableResult
func raiseStatusValue(_ type: TypePointer, _ argument: Value) -> Int32 {
  raiseValue(type, argument)
  return -1
}

/// Raises StopIteration with a borrowed value (`_PyGen_SetStopIterationValue`); None or null: without arguments.
@inline(never) @discardableResult
func raiseStopIteration(_ value: Value) -> Value {
  let instance = Value(newException(Exceptions.stopIteration))
  if !value.isNull && !value.isNone {
    exceptionObject(instance).pointee.argument = retained(value)
    exceptionField(instance, ExceptionField.stopIterationValue).pointee = retained(value)
  }
  raiseInstance(instance)
  return .null
}

/// Raises NameError or UnboundLocalError about `name` (borrowed), which becomes its attribute.
@discardableResult
func raiseNameError(
  _ type: TypePointer, _ name: Value, _ before: StaticString, _ after: StaticString
) -> Value {
  var builder = StringBuilder()
  builder.append(before)
  builder.append(name)
  builder.append(after)
  let e = newException(type)
  e.pointee.argument = builder.finish()
  // The name of a local variable is no place to look for others like it.
  if type != Exceptions.unboundLocalError {
    exceptionField(Value(e), ExceptionField.nameErrorName).pointee = retained(name)
  }
  raiseInstance(Value(e))
  return .null
}

/// Raises AttributeError with the message that `build` writes; `object` and `name` (borrowed) become its attributes.
@discardableResult
func raiseAttributeError(_ object: Value, _ name: Value, _ build: (inout StringBuilder) -> Void) -> Value {
  raise(Exceptions.attributeError, build)
  attachAttributeErrorContext(object, name)
  return .null
}

/// Gives a raised AttributeError `name` and `obj` if it has neither yet (`_PyObject_SetAttributeErrorContext`).
func attachAttributeErrorContext(_ object: Value, _ name: Value) {
  let raised = molt_thread.exception
  if raised.isNull || !isSubtype(raised.object.pointee.type, Exceptions.attributeError) { return }
  let nameField = exceptionField(raised, ExceptionField.attributeErrorName)
  let objectField = exceptionField(raised, ExceptionField.attributeErrorObject)
  if !nameField.pointee.isNull || !objectField.pointee.isNull { return }
  nameField.pointee = retained(name)
  objectField.pointee = retained(object)
}
