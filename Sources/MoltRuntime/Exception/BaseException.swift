import MoltABI

// BaseException: construction, text, attributes. CPython: Objects/exceptions.c.

func setUpBaseException(_ type: TypePointer) {
  type.pointee.dictOffset = UInt32(exceptionHeadSize - MemoryLayout<Value>.stride)
  type.pointee.destroy = { destroyException($0!) }
  type.pointee.traverse = { this, visit, context in traverseException(this!, visit!, context) }
  type.pointee.clear = { this in clearExceptionObject(this!) }
  type.pointee.construct = constructException
  type.pointee.initialize = initializeException
  type.pointee.repr = exceptionRepr
  type.pointee.str = exceptionStr
  addMethod(type, "with_traceback", 1, 1, withTraceback)
  addMethod(type, "add_note", 1, 1, addNote)
  addMethod(type, "__reduce__", 0, 0, reduceException)
  addMethod(type, "__setstate__", 1, 1, setExceptionState)
  addGetter(type, "__dict__", { retained(instanceDict($0, typeOf($0))) }, set: { setDictAttribute($0, $1) })
  addGetter(type, "args", { retained(exceptionArgs($0)) }, set: setArgs)
  addGetter(type, "__traceback__", { orNone(exceptionObject($0).pointee.traceback) }, set: setTraceback)
  addGetter(type, "__context__", { orNone(exceptionObject($0).pointee.context) }, set: setContext)
  addGetter(type, "__cause__", { orNone(exceptionObject($0).pointee.cause) }, set: setCause)
  addMember(
    type, "__suppress_context__", { Value(exceptionObject($0).pointee.suppressContext != 0) }, set: setSuppressContext)
}

/// What an attribute gives for a slot: the value, or None for an empty one. Owned.
@inline(__always) func orNone(_ slot: Value) -> Value { slot.isNull ? .none : retained(slot) }

/// What a slot holds for an attribute's new value: null for None. Owned.
@inline(__always) func nullForNone(_ value: Value) -> Value { value.isNone ? .null : retained(value) }

// --------------------------------------------------------------------------------------------------- construction

func constructException(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let type = callee.pointer(MoltType.self)
  let e = newException(type)
  if count == 1 {
    e.pointee.argument = retained(args![0])
  } else if count > 1 {
    e.pointee.args = makeTuple(args, Int(count))
  }
  return Value(e)
}

func initializeException(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  if !names.isNull && tupleCount(names) > 0 {
    return raiseStatus(Exceptions.typeError) {
      $0.append(typeName(this))
      $0.append("() takes no keyword arguments")
    }
  }
  storeArguments(this, args, count)
  return 0
}

/// `self.args = args`, unless construct has just stored the same.
func storeArguments(_ this: Value, _ args: Arguments?, _ count: Int32) {
  let e = exceptionObject(this)
  if e.pointee.args.isNull && e.pointee.text == nil {
    if count == 0 && e.pointee.argument.isNull { return }
    if count == 1 && e.pointee.argument == args![0] { return }
  }
  if count == 1 {
    let old = e.pointee.args
    e.pointee.args = .null
    e.pointee.text = nil
    retain(args![0])
    replace(&e.pointee.argument, with: args![0])
    releaseIfBound(old)
  } else {
    setExceptionArgs(this, makeTuple(args, Int(count)))
  }
}

/// Number of arguments, without making the tuple.
func exceptionArgumentCount(_ this: Value) -> Int {
  let e = exceptionObject(this)
  if !e.pointee.args.isNull { return tupleCount(e.pointee.args) }
  return e.pointee.argument.isNull && e.pointee.text == nil ? 0 : 1
}

// ----------------------------------------------------------------------------------------------------------- text

func exceptionRepr(_ this: Value) -> Value {
  let args = exceptionArgs(this)
  retain(args)
  defer { release(args) }
  var builder = StringBuilder()
  builder.append(typeName(this))
  let ok: Bool
  if tupleCount(args) == 1 {
    builder.append("(")
    ok = builder.appendRepr(tupleItems(args)[0])
    builder.append(")")
  } else {
    ok = builder.appendRepr(args)
  }
  if ok { return builder.finish() }
  builder.discard()
  return .null
}

func exceptionStr(_ this: Value) -> Value {
  let e = exceptionObject(this)
  if let text = e.pointee.text { return makeString(utf8: text, Int(e.pointee.textLength)) }
  if e.pointee.args.isNull {
    if e.pointee.argument.isNull { return makeString("") }
    let argument = retained(e.pointee.argument)
    defer { release(argument) }
    return strOf(argument)
  }
  let args = retained(e.pointee.args)
  defer { release(args) }
  switch tupleCount(args) {
  case 0: return makeString("")
  case 1: return strOf(tupleItems(args)[0])
  default: return strOf(args)
  }
}

// -------------------------------------------------------------------------------------------------------- methods

private func withTraceback(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  setTraceback(this, args![0]) < 0 ? .null : retained(this)
}

private func addNote(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let note = args![0]
  if !isStr(note) {
    return raise(Exceptions.typeError) {
      $0.append("note must be a str, not '")
      $0.append(typeName(note))
      $0.append("'")
    }
  }
  let name = intern("__notes__")
  var notes = getAttributeOrNull(this, name)
  if notes.isNull {
    if exceptionIsSet { return .null }
    notes = newList()
    if setAttribute(this, name, notes) < 0 {
      release(notes)
      return .null
    }
  }
  defer { release(notes) }
  if !isInstance(notes, Types.list) {
    return raise(Exceptions.typeError, "Cannot add note: __notes__ is not a list")
  }
  listAppend(notes, note)
  return .none
}

private func reduceException(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  reduction(of: this, exceptionArgs(this))
}

/// What makes the exception again: its class, these arguments, its attributes if it has any, and more of them from a dict.
/// Owned.
func reduction(of this: Value, _ arguments: Value, more: Value = .null) -> Value {
  let own = instanceDict(this, typeOf(this))
  let dict = more.isNull ? retained(own) : dictCopy(own)
  defer { release(dict) }
  if !more.isNull && dictUpdate(dict, more) < 0 { return .null }
  let hasAttributes = dictCount(dict) > 0
  let result = newTuple(hasAttributes ? 3 : 2)
  tupleItems(result)[0] = retained(Value(typeOf(this)))
  tupleItems(result)[1] = retained(arguments)
  if hasAttributes { tupleItems(result)[2] = retained(dict) }
  return result
}

private func setExceptionState(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let state = args![0]
  if state.isNone { return .none }
  if !isInstance(state, Types.dict) { return raise(Exceptions.typeError, "state is not a dictionary") }
  var position = 0, key = Value.null, value = Value.null
  while dictNext(state, &position, &key, &value) {
    retain(key)
    retain(value)
    let status = setAttribute(this, key, value)
    release(key)
    release(value)
    if status < 0 { return .null }
  }
  return .none
}

// ----------------------------------------------------------------------------------------------------- attributes

private func setArgs(_ this: Value, _ value: Value) -> Int32 {
  if value.isNull { return raiseStatus(Exceptions.typeError, "args may not be deleted") }
  let args = call1(Value(Types.tuple), value)
  if args.isNull { return -1 }
  setExceptionArgs(this, args)
  return 0
}

func setTraceback(_ this: Value, _ value: Value) -> Int32 {
  if value.isNull { return raiseStatus(Exceptions.typeError, "__traceback__ may not be deleted") }
  if !value.isNone && typeOf(value) != Types.traceback {
    return raiseStatus(Exceptions.typeError, "__traceback__ must be a traceback or None")
  }
  replace(&exceptionObject(this).pointee.traceback, with: nullForNone(value))
  return 0
}

private func setContext(_ this: Value, _ value: Value) -> Int32 {
  if value.isNull { return raiseStatus(Exceptions.typeError, "__context__ may not be deleted") }
  if !value.isNone && !isException(value) {
    return raiseStatus(Exceptions.typeError, "exception context must be None or derive from BaseException")
  }
  replace(&exceptionObject(this).pointee.context, with: nullForNone(value))
  return 0
}

private func setCause(_ this: Value, _ value: Value) -> Int32 {
  if value.isNull { return raiseStatus(Exceptions.typeError, "__cause__ may not be deleted") }
  if !value.isNone && !isException(value) {
    return raiseStatus(Exceptions.typeError, "exception cause must be None or derive from BaseException")
  }
  setExceptionCause(this, nullForNone(value))
  return 0
}

/// Stores an owned cause (null: None); the context is not shown from then on.
func setExceptionCause(_ this: Value, _ cause: Value) {
  let e = exceptionObject(this)
  e.pointee.suppressContext = 1
  replace(&e.pointee.cause, with: cause)
}

private func setSuppressContext(_ this: Value, _ value: Value) -> Int32 {
  if value.isNull { return raiseStatus(Exceptions.typeError, "can't delete numeric/char attribute") }
  if !value.isBool { return raiseStatus(Exceptions.typeError, "attribute value type must be bool") }
  exceptionObject(this).pointee.suppressContext = value == .true ? 1 : 0
  return 0
}
