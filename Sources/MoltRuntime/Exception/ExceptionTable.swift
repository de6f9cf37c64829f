import MoltABI

/// Declares the whole hierarchy: class, name, base, number of extra fields (0: the base's). Bases come first.
func setUpExceptionTypes() {
  setUpType(
    Exceptions.baseException, "BaseException", base: Types.object, size: exceptionHeadSize,
    flags: UInt32(MOLT_TYPE_BASE | MOLT_TYPE_DICT | MOLT_TYPE_CONTAINER | MOLT_TYPE_EXCEPTION))
  setUpBaseException(Exceptions.baseException)
  finishType(Exceptions.baseException)

  add(Exceptions.exception, "Exception", Exceptions.baseException)
  add(Exceptions.baseExceptionGroup, "BaseExceptionGroup", Exceptions.baseException, 2, setUpExceptionGroup)
  addExceptionGroup()
  add(Exceptions.generatorExit, "GeneratorExit", Exceptions.baseException)
  add(Exceptions.keyboardInterrupt, "KeyboardInterrupt", Exceptions.baseException)
  add(Exceptions.systemExit, "SystemExit", Exceptions.baseException, 1, setUpSystemExit)
  add(Exceptions.arithmeticError, "ArithmeticError", Exceptions.exception)
  add(Exceptions.floatingPointError, "FloatingPointError", Exceptions.arithmeticError)
  add(Exceptions.overflowError, "OverflowError", Exceptions.arithmeticError)
  add(Exceptions.zeroDivisionError, "ZeroDivisionError", Exceptions.arithmeticError)
  add(Exceptions.assertionError, "AssertionError", Exceptions.exception)
  add(Exceptions.attributeError, "AttributeError", Exceptions.exception, 2, setUpAttributeError)
  add(Exceptions.bufferError, "BufferError", Exceptions.exception)
  add(Exceptions.eofError, "EOFError", Exceptions.exception)
  add(Exceptions.importError, "ImportError", Exceptions.exception, 4, setUpImportError)
  add(Exceptions.moduleNotFoundError, "ModuleNotFoundError", Exceptions.importError)
  add(Exceptions.lookupError, "LookupError", Exceptions.exception)
  add(Exceptions.indexError, "IndexError", Exceptions.lookupError)
  add(Exceptions.keyError, "KeyError", Exceptions.lookupError, 0, setUpKeyError)
  add(Exceptions.memoryError, "MemoryError", Exceptions.exception)
  add(Exceptions.nameError, "NameError", Exceptions.exception, 2, setUpNameError)
  add(Exceptions.unboundLocalError, "UnboundLocalError", Exceptions.nameError)
  add(Exceptions.osError, "OSError", Exceptions.exception, 5, setUpOSError)
  add(Exceptions.blockingIoError, "BlockingIOError", Exceptions.osError)
  add(Exceptions.childProcessError, "ChildProcessError", Exceptions.osError)
  add(Exceptions.connectionError, "ConnectionError", Exceptions.osError)
  add(Exceptions.brokenPipeError, "BrokenPipeError", Exceptions.connectionError)
  add(Exceptions.connectionAbortedError, "ConnectionAbortedError", Exceptions.connectionError)
  add(Exceptions.connectionRefusedError, "ConnectionRefusedError", Exceptions.connectionError)
  add(Exceptions.connectionResetError, "ConnectionResetError", Exceptions.connectionError)
  add(Exceptions.fileExistsError, "FileExistsError", Exceptions.osError)
  add(Exceptions.fileNotFoundError, "FileNotFoundError", Exceptions.osError)
  add(Exceptions.interruptedError, "InterruptedError", Exceptions.osError)
  add(Exceptions.isADirectoryError, "IsADirectoryError", Exceptions.osError)
  add(Exceptions.notADirectoryError, "NotADirectoryError", Exceptions.osError)
  add(Exceptions.permissionError, "PermissionError", Exceptions.osError)
  add(Exceptions.processLookupError, "ProcessLookupError", Exceptions.osError)
  add(Exceptions.timeoutError, "TimeoutError", Exceptions.osError)
  add(Exceptions.referenceError, "ReferenceError", Exceptions.exception)
  add(Exceptions.runtimeError, "RuntimeError", Exceptions.exception)
  add(Exceptions.notImplementedError, "NotImplementedError", Exceptions.runtimeError)
  add(Exceptions.recursionError, "RecursionError", Exceptions.runtimeError)
  add(Exceptions.stopAsyncIteration, "StopAsyncIteration", Exceptions.exception)
  add(Exceptions.stopIteration, "StopIteration", Exceptions.exception, 1, setUpStopIteration)
  add(Exceptions.syntaxError, "SyntaxError", Exceptions.exception, 8, setUpSyntaxError)
  add(Exceptions.indentationError, "IndentationError", Exceptions.syntaxError)
  add(Exceptions.tabError, "TabError", Exceptions.indentationError)
  add(Exceptions.systemError, "SystemError", Exceptions.exception)
  add(Exceptions.typeError, "TypeError", Exceptions.exception)
  add(Exceptions.valueError, "ValueError", Exceptions.exception)
  addUnsupportedOperation()
  add(Exceptions.unicodeError, "UnicodeError", Exceptions.valueError)
  add(Exceptions.unicodeDecodeError, "UnicodeDecodeError", Exceptions.unicodeError, 5, setUpUnicodeDecodeError)
  add(Exceptions.unicodeEncodeError, "UnicodeEncodeError", Exceptions.unicodeError, 5, setUpUnicodeEncodeError)
  add(Exceptions.unicodeTranslateError, "UnicodeTranslateError", Exceptions.unicodeError, 5, setUpUnicodeTranslateError)
  add(Exceptions.warning, "Warning", Exceptions.exception)
  add(Exceptions.bytesWarning, "BytesWarning", Exceptions.warning)
  add(Exceptions.deprecationWarning, "DeprecationWarning", Exceptions.warning)
  add(Exceptions.encodingWarning, "EncodingWarning", Exceptions.warning)
  add(Exceptions.futureWarning, "FutureWarning", Exceptions.warning)
  add(Exceptions.importWarning, "ImportWarning", Exceptions.warning)
  add(Exceptions.pendingDeprecationWarning, "PendingDeprecationWarning", Exceptions.warning)
  add(Exceptions.resourceWarning, "ResourceWarning", Exceptions.warning)
  add(Exceptions.runtimeWarning, "RuntimeWarning", Exceptions.warning)
  add(Exceptions.syntaxWarning, "SyntaxWarning", Exceptions.warning)
  add(Exceptions.unicodeWarning, "UnicodeWarning", Exceptions.warning)
  add(Exceptions.userWarning, "UserWarning", Exceptions.warning)
}

/// Declares a class with the base's behaviour and what `setUp` adds.
private func add(
  _ type: TypePointer, _ name: StaticString, _ base: TypePointer, _ fields: Int = 0,
  _ setUp: ((TypePointer) -> Void)? = nil
) {
  let size = fields == 0 ? Int(base.pointee.basicSize) : exceptionHeadSize + fields * MemoryLayout<Value>.stride
  setUpType(type, name, base: base, size: size, flags: base.pointee.flags)
  type.pointee.dictOffset = base.pointee.dictOffset
  type.pointee.destroy = base.pointee.destroy
  type.pointee.traverse = base.pointee.traverse
  type.pointee.clear = base.pointee.clear
  type.pointee.construct = base.pointee.construct
  setUp?(type)
  finishType(type)
}

/// class ExceptionGroup(BaseExceptionGroup, Exception)
private func addExceptionGroup() {
  let type = Exceptions.exceptionGroup
  add(type, "ExceptionGroup", Exceptions.baseExceptionGroup)
  setSecondBase(type, Exceptions.exception, 5) {
    $0 == 1 ? Exceptions.baseExceptionGroup : $0 == 2 ? Exceptions.exception : Exceptions.baseException
  }
}

/// class io.UnsupportedOperation(OSError, ValueError)
private func addUnsupportedOperation() {
  let type = Exceptions.unsupportedOperation
  add(type, "io.UnsupportedOperation", Exceptions.osError)
  setSecondBase(type, Exceptions.valueError, 6) {
    switch $0 {
    case 1: return Exceptions.osError
    case 2: return Exceptions.valueError
    case 3: return Exceptions.exception
    default: return Exceptions.baseException
    }
  }
}

/// Gives a finished type a second base; `ancestor` names what stands in its method resolution order, which has `count`
/// entries, between the type itself and object.
private func setSecondBase(_ type: TypePointer, _ second: TypePointer, _ count: Int, _ ancestor: (Int) -> TypePointer) {
  replace(&type.pointee.bases, with: makeTuple(Value(type.pointee.base), Value(second)))
  addSubclass(second, type)
  let mro = newTuple(count)
  for i in 0..<count {
    tupleItems(mro)[i] = retained(Value(i == 0 ? type : i == count - 1 ? Types.object : ancestor(i)))
  }
  replace(&type.pointee.mro, with: mro)
  typeModified(type)
}
