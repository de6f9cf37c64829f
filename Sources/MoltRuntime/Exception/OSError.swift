import MoltABI

// OSError and its choice of subclass. CPython: Objects/exceptions.c, OSError_new and oserror_parse_args.

func setUpOSError(_ type: TypePointer) {
  type.pointee.construct = constructOSError
  type.pointee.initialize = initializeOSError
  type.pointee.str = osErrorStr
  addFieldAttribute(type, "errno", ExceptionField.osErrorNumber)
  addFieldAttribute(type, "strerror", ExceptionField.osErrorText)
  addFieldAttribute(type, "filename", ExceptionField.osErrorFilename)
  addFieldAttribute(type, "filename2", ExceptionField.osErrorFilename2)
  addMethod(type, "__reduce__", 0, 0, reduceOSError)
  addGetter(
    type, "characters_written",
    { this in
      let written = exceptionField(this, ExceptionField.osErrorCharactersWritten).pointee
      return written.isNull ? raise(Exceptions.attributeError, "characters_written") : retained(written)
    },
    set: { this, value in
      if value.isNull && exceptionField(this, ExceptionField.osErrorCharactersWritten).pointee.isNull {
        return raiseStatus(Exceptions.attributeError, "characters_written")
      }
      storeField(this, ExceptionField.osErrorCharactersWritten, value)
      return 0
    })
}

/// The arguments are shown without file names, but making the error again needs them.
private func reduceOSError(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let shown = exceptionArgs(this)
  let file = exceptionField(this, ExceptionField.osErrorFilename).pointee
  if tupleCount(shown) != 2 || file.isNull { return reduction(of: this, shown) }
  let second = exceptionField(this, ExceptionField.osErrorFilename2).pointee
  let arguments = newTuple(second.isNull ? 3 : 5)
  tupleItems(arguments)[0] = retained(tupleItems(shown)[0])
  tupleItems(arguments)[1] = retained(tupleItems(shown)[1])
  tupleItems(arguments)[2] = retained(file)
  if !second.isNull {
    tupleItems(arguments)[3] = .none
    tupleItems(arguments)[4] = retained(second)
  }
  let result = reduction(of: this, arguments)
  release(arguments)
  return result
}

/// The class of an errno value; the numbers are those of the target's libc.
private func osErrorClass(_ number: Int64) -> TypePointer {
  switch Int(molt_system_errno_kind(Int32(truncatingIfNeeded: number))) {
  case Int(MOLT_ERRNO_BLOCKING): return Exceptions.blockingIoError
  case Int(MOLT_ERRNO_PIPE): return Exceptions.brokenPipeError
  case Int(MOLT_ERRNO_CHILD): return Exceptions.childProcessError
  case Int(MOLT_ERRNO_ABORTED): return Exceptions.connectionAbortedError
  case Int(MOLT_ERRNO_REFUSED): return Exceptions.connectionRefusedError
  case Int(MOLT_ERRNO_RESET): return Exceptions.connectionResetError
  case Int(MOLT_ERRNO_EXISTS): return Exceptions.fileExistsError
  case Int(MOLT_ERRNO_NO_ENTRY): return Exceptions.fileNotFoundError
  case Int(MOLT_ERRNO_IS_DIRECTORY): return Exceptions.isADirectoryError
  case Int(MOLT_ERRNO_NOT_DIRECTORY): return Exceptions.notADirectoryError
  case Int(MOLT_ERRNO_INTERRUPTED): return Exceptions.interruptedError
  case Int(MOLT_ERRNO_PERMISSION): return Exceptions.permissionError
  case Int(MOLT_ERRNO_NO_PROCESS): return Exceptions.processLookupError
  case Int(MOLT_ERRNO_TIMED_OUT): return Exceptions.timeoutError
  default: return Exceptions.osError
  }
}

/// A subclass that overrides `__init__` but not `__new__` gets its arguments parsed in `OSError.__init__`.
private func parsesInInitialize(_ type: TypePointer) -> Bool {
  let base = Exceptions.osError
  return unsafeBitCast(type.pointee.initialize, to: UInt.self) != unsafeBitCast(base.pointee.initialize, to: UInt.self)
    && unsafeBitCast(type.pointee.construct, to: UInt.self) == unsafeBitCast(base.pointee.construct, to: UInt.self)
}

private func constructOSError(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var type = callee.pointer(MoltType.self)
  if parsesInInitialize(type) { return Value(newException(type)) }
  if !names.isNull && tupleCount(names) > 0 {
    return raise(Exceptions.typeError) {
      $0.append(type.pointee.name)
      $0.append("() takes no keyword arguments")
    }
  }
  var number: Int64 = 0
  if type == Exceptions.osError, count >= 2, count <= 5, isInt(args![0]), toInt64(args![0], &number) {
    type = osErrorClass(number)
  }
  let this = Value(newException(type))
  parseOSErrorArguments(this, args, count)
  return this
}

private func initializeOSError(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  if !parsesInInitialize(typeOf(this)) { return 0 }
  if !names.isNull && tupleCount(names) > 0 {
    return raiseStatus(Exceptions.typeError) {
      $0.append(typeName(this))
      $0.append("() takes no keyword arguments")
    }
  }
  parseOSErrorArguments(this, args, count)
  return 0
}

private func parseOSErrorArguments(_ this: Value, _ args: Arguments?, _ count: Int32) {
  if count < 2 || count > 5 {
    storeArguments(this, args, count)
    return
  }
  let args = args!
  storeField(this, ExceptionField.osErrorNumber, args[0])
  storeField(this, ExceptionField.osErrorText, args[1])
  var shown = count
  if count >= 3 && !args[2].isNone {
    if isSubtype(typeOf(this), Exceptions.blockingIoError) && isInt(args[2]) {
      storeField(this, ExceptionField.osErrorCharactersWritten, args[2])
    } else {
      storeField(this, ExceptionField.osErrorFilename, args[2])
      if count == 5 && !args[4].isNone { storeField(this, ExceptionField.osErrorFilename2, args[4]) }
      // A file name is an attribute, not one of the arguments, for the sake of very old programs.
      shown = 2
    }
  }
  storeArguments(this, args, shown)
}

private func osErrorStr(_ this: Value) -> Value {
  let number = exceptionField(this, ExceptionField.osErrorNumber).pointee
  let text = exceptionField(this, ExceptionField.osErrorText).pointee
  let filename = exceptionField(this, ExceptionField.osErrorFilename).pointee
  let filename2 = exceptionField(this, ExceptionField.osErrorFilename2).pointee
  if filename.isNull && (number.isNull || text.isNull) { return exceptionStr(this) }
  var builder = StringBuilder()
  builder.append("[Errno ")
  var ok = builder.appendStr(number.isNull ? .none : number)
  builder.append("] ")
  ok = ok && builder.appendStr(text.isNull ? .none : text)
  if ok && !filename.isNull {
    builder.append(": ")
    ok = builder.appendRepr(filename)
    if ok && !filename2.isNull {
      builder.append(" -> ")
      ok = builder.appendRepr(filename2)
    }
  }
  if ok { return builder.finish() }
  builder.discard()
  return .null
}

/// Raises the OSError of an errno; `filename` is borrowed, or null.
@discardableResult
func raiseOSError(_ number: Int32, filename: Value = .null) -> Value {
  let instance = Value(newException(osErrorClass(Int64(number))))
  let args = newTuple(2)
  tupleItems(args)[0] = Value(smallInt: Int64(number))
  tupleItems(args)[1] = makeString(cString: molt_system_error_text(number))
  storeField(instance, ExceptionField.osErrorNumber, tupleItems(args)[0])
  storeField(instance, ExceptionField.osErrorText, tupleItems(args)[1])
  storeField(instance, ExceptionField.osErrorFilename, filename)
  exceptionObject(instance).pointee.args = args
  raiseInstance(instance)
  return .null
}
