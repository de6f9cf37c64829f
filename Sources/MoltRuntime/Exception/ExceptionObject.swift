import MoltABI

/// Layout of every exception. Classes with attributes of their own (`StopIteration.value`, `OSError.errno` …) have a
/// number of `Value` fields behind it, each null while unset; `exceptionField` reaches them. What a user's subclass
/// adds follows those and belongs to the object model.
///
/// Raising and catching is often all that happens to an exception, so its `args` tuple is made when somebody asks:
/// until then `argument` is the only argument, or `text` its message as UTF-8 that lives forever.
struct ExceptionObject {
  var header: MoltObject
  var args: Value
  var argument: Value
  var text: UnsafePointer<UInt8>?
  var textLength: Int32
  var suppressContext: Int32
  var traceback: Value
  var context: Value
  var cause: Value
  var dict: Value
}

typealias ExceptionPointer = UnsafeMutablePointer<ExceptionObject>

/// Index of the extra fields of the classes that have some.
enum ExceptionField {
  static var stopIterationValue: Int { 0 }
  static var systemExitCode: Int { 0 }
  static var nameErrorName: Int { 0 }
  /// What `self` was in the function that looked the name up, if that is known.
  static var nameErrorSelf: Int { 1 }
  static var attributeErrorName: Int { 0 }
  static var attributeErrorObject: Int { 1 }
  static var importErrorMessage: Int { 0 }
  static var importErrorName: Int { 1 }
  static var importErrorPath: Int { 2 }
  static var importErrorNameFrom: Int { 3 }
  static var osErrorNumber: Int { 0 }
  static var osErrorText: Int { 1 }
  static var osErrorFilename: Int { 2 }
  static var osErrorFilename2: Int { 3 }
  static var osErrorCharactersWritten: Int { 4 }
  static var unicodeEncoding: Int { 0 }
  static var unicodeObject: Int { 1 }
  static var unicodeStart: Int { 2 }
  static var unicodeEnd: Int { 3 }
  static var unicodeReason: Int { 4 }
  static var syntaxMessage: Int { 0 }
  static var syntaxFilename: Int { 1 }
  static var syntaxLine: Int { 2 }
  static var syntaxOffset: Int { 3 }
  static var syntaxText: Int { 4 }
  static var syntaxEndLine: Int { 5 }
  static var syntaxEndOffset: Int { 6 }
  static var syntaxPrintFileAndLine: Int { 7 }
  static var groupMessage: Int { 0 }
  static var groupExceptions: Int { 1 }
}

@inline(__always) var exceptionHeadSize: Int { MemoryLayout<ExceptionObject>.stride }

/// The slot of an extra field; the caller knows that the exception's class has it.
@inline(__always) func exceptionField(_ exception: Value, _ index: Int) -> UnsafeMutablePointer<Value> {
  (UnsafeMutableRawPointer(exception.object) + exceptionHeadSize).assumingMemoryBound(to: Value.self) + index
}

@inline(__always) func exceptionObject(_ exception: Value) -> ExceptionPointer {
  exception.pointer(ExceptionObject.self)
}

@inline(__always) func isException(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_EXCEPTION) != 0
}

/// Whether `value` is a class that may be raised.
@inline(__always) func isExceptionClass(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_TYPE) != 0
    && value.pointer(MoltType.self).pointee.flags & UInt32(MOLT_TYPE_EXCEPTION) != 0
}

/// A new instance of a built-in exception class without arguments. Owned by the caller.
@inline(__always) func newException(_ type: TypePointer) -> ExceptionPointer {
  UnsafeMutableRawPointer(allocateObject(type, Int(type.pointee.basicSize))).assumingMemoryBound(
    to: ExceptionObject.self)
}

/// The built-in class that fixes the layout of the exception's own fields.
func nativeExceptionType(_ type: TypePointer) -> TypePointer {
  var type = type
  while type.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 { type = type.pointee.base }
  return type
}

/// Number of extra fields behind the head.
@inline(__always) private func fieldCount(_ object: ObjectPointer) -> Int {
  (Int(nativeExceptionType(object.pointee.type).pointee.basicSize) - exceptionHeadSize) / MemoryLayout<Value>.stride
}

/// The `args` tuple, made now if it was not yet. Borrowed.
func exceptionArgs(_ exception: Value) -> Value {
  let e = exceptionObject(exception)
  if !e.pointee.args.isNull { return e.pointee.args }
  if let text = e.pointee.text {
    e.pointee.argument = makeString(utf8: text, Int(e.pointee.textLength))
    e.pointee.text = nil
  }
  if e.pointee.argument.isNull {
    e.pointee.args = makeTuple(nil, 0)
  } else {
    e.pointee.args = withUnsafePointer(to: e.pointee.argument) { makeTuple($0, 1) }
    releaseIfBound(e.pointee.argument)
    e.pointee.argument = .null
  }
  return e.pointee.args
}

/// Makes `args` (owned by the callee from now on) the exception's arguments.
func setExceptionArgs(_ exception: Value, _ args: Value) {
  let e = exceptionObject(exception)
  e.pointee.text = nil
  let oldArgs = e.pointee.args, oldArgument = e.pointee.argument
  e.pointee.args = args
  e.pointee.argument = .null
  releaseIfBound(oldArgs)
  releaseIfBound(oldArgument)
}

// ------------------------------------------------------------------------------------------------------- lifetime

func clearExceptionObject(_ object: ObjectPointer) {
  let e = UnsafeMutableRawPointer(object).assumingMemoryBound(to: ExceptionObject.self)
  e.pointee.text = nil
  replace(&e.pointee.args, with: .null)
  replace(&e.pointee.argument, with: .null)
  replace(&e.pointee.traceback, with: .null)
  replace(&e.pointee.context, with: .null)
  replace(&e.pointee.cause, with: .null)
  replace(&e.pointee.dict, with: .null)
  let value = Value(object)
  var index = 0
  let count = fieldCount(object)
  while index < count {
    replace(exceptionField(value, index), with: .null)
    index += 1
  }
}

func destroyException(_ object: ObjectPointer) {
  // A chain of contexts as long as a program made it must not use as much stack: unlink it step by step.
  let e = UnsafeMutableRawPointer(object).assumingMemoryBound(to: ExceptionObject.self)
  var next = e.pointee.context
  e.pointee.context = .null
  while !next.isNull, next.object.pointee.refCount == 1 {
    let after = exceptionObject(next).pointee.context
    exceptionObject(next).pointee.context = .null
    release(next)
    next = after
  }
  releaseIfBound(next)
  clearExceptionObject(object)
  freeObject(object, Int(object.pointee.type.pointee.basicSize))
}

func traverseException(_ object: ObjectPointer, _ visit: MoltVisit, _ context: UnsafeMutableRawPointer?) {
  let e = UnsafeMutableRawPointer(object).assumingMemoryBound(to: ExceptionObject.self)
  if !e.pointee.args.isNull { visit(e.pointee.args, context) }
  if !e.pointee.argument.isNull { visit(e.pointee.argument, context) }
  if !e.pointee.traceback.isNull { visit(e.pointee.traceback, context) }
  if !e.pointee.context.isNull { visit(e.pointee.context, context) }
  if !e.pointee.cause.isNull { visit(e.pointee.cause, context) }
  if !e.pointee.dict.isNull { visit(e.pointee.dict, context) }
  let value = Value(object)
  var index = 0
  let count = fieldCount(object)
  while index < count {
    let field = exceptionField(value, index).pointee
    if !field.isNull { visit(field, context) }
    index += 1
  }
}
