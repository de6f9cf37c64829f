import MoltABI

// The exception classes with a few attributes of their own. CPython: Objects/exceptions.c.

/// A getter and setter for the extra field `index`; deleting it makes it None again, as CPython's T_OBJECT members do.
/// The index is a type so that every field gets C functions of its own.
protocol FieldIndex { static var index: Int { get } }
enum Field0: FieldIndex { static var index: Int { 0 } }
enum Field1: FieldIndex { static var index: Int { 1 } }
enum Field2: FieldIndex { static var index: Int { 2 } }
enum Field3: FieldIndex { static var index: Int { 3 } }
enum Field4: FieldIndex { static var index: Int { 4 } }
enum Field5: FieldIndex { static var index: Int { 5 } }
enum Field6: FieldIndex { static var index: Int { 6 } }
enum Field7: FieldIndex { static var index: Int { 7 } }

@inline(__always) private func getField<F: FieldIndex>(_ this: Value, _: F.Type) -> Value {
  orNone(exceptionField(this, F.index).pointee)
}

@inline(__always) private func setField<F: FieldIndex>(_ this: Value, _ value: Value, _: F.Type) -> Int32 {
  if !value.isNull { retain(value) }
  replace(exceptionField(this, F.index), with: value)
  return 0
}

/// Adds a plain attribute for the extra field `index`.
func addFieldAttribute(_ type: TypePointer, _ name: StaticString, _ index: Int) {
  switch index {
  case 0: addMember(type, name, { getField($0, Field0.self) }, set: { setField($0, $1, Field0.self) })
  case 1: addMember(type, name, { getField($0, Field1.self) }, set: { setField($0, $1, Field1.self) })
  case 2: addMember(type, name, { getField($0, Field2.self) }, set: { setField($0, $1, Field2.self) })
  case 3: addMember(type, name, { getField($0, Field3.self) }, set: { setField($0, $1, Field3.self) })
  case 4: addMember(type, name, { getField($0, Field4.self) }, set: { setField($0, $1, Field4.self) })
  case 5: addMember(type, name, { getField($0, Field5.self) }, set: { setField($0, $1, Field5.self) })
  case 6: addMember(type, name, { getField($0, Field6.self) }, set: { setField($0, $1, Field6.self) })
  default: addMember(type, name, { getField($0, Field7.self) }, set: { setField($0, $1, Field7.self) })
  }
}

/// Stores a borrowed value (null or not) into an extra field.
func storeField(_ this: Value, _ index: Int, _ value: Value) {
  if !value.isNull { retain(value) }
  replace(exceptionField(this, index), with: value)
}

/// Keyword arguments of an exception class: `field` gives the extra field of a name, -1 if the class does not take it.
private func storeKeywords(
  _ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value, _ className: StaticString,
  _ field: (Value) -> Int
) -> Int32 {
  if names.isNull { return 0 }
  var i = 0
  while i < tupleCount(names) {
    let name = tupleItems(names)[i]
    let index = field(name)
    if index < 0 {
      return raiseStatus(Exceptions.typeError) {
        $0.append("'")
        $0.append(name)
        $0.append("' is an invalid keyword argument for ")
        $0.append(className)
        $0.append("()")
      }
    }
    storeField(this, index, args![Int(count) + i])
    i += 1
  }
  return 0
}

// ---------------------------------------------------------------------------------------- StopIteration, SystemExit

func setUpStopIteration(_ type: TypePointer) {
  type.pointee.initialize = { this, args, count, names in
    if initializeException(this, args, count, names) < 0 { return -1 }
    storeField(this, ExceptionField.stopIterationValue, count > 0 ? args![0] : .none)
    return 0
  }
  addFieldAttribute(type, "value", ExceptionField.stopIterationValue)
}

func setUpSystemExit(_ type: TypePointer) {
  type.pointee.initialize = { this, args, count, names in
    if initializeException(this, args, count, names) < 0 { return -1 }
    if count == 1 {
      storeField(this, ExceptionField.systemExitCode, args![0])
    } else if count > 1 {
      storeField(this, ExceptionField.systemExitCode, exceptionArgs(this))
    }
    return 0
  }
  addFieldAttribute(type, "code", ExceptionField.systemExitCode)
}

// -------------------------------------------------------------------------------------------------------- KeyError

func setUpKeyError(_ type: TypePointer) {
  // The key is shown as its repr, so that `KeyError('')` says something.
  type.pointee.str = { this in
    if exceptionArgumentCount(this) != 1 { return exceptionStr(this) }
    let key = retained(tupleItems(exceptionArgs(this))[0])
    defer { release(key) }
    return reprOf(key)
  }
}

// ----------------------------------------------------------------------------------------- NameError, AttributeError

func setUpNameError(_ type: TypePointer) {
  type.pointee.initialize = { this, args, count, names in
    storeArguments(this, args, count)
    storeField(this, ExceptionField.nameErrorName, .null)
    return storeKeywords(this, args, count, names, "NameError") {
      stringsEqual($0, intern("name")) ? ExceptionField.nameErrorName : -1
    }
  }
  addFieldAttribute(type, "name", ExceptionField.nameErrorName)
}

func setUpAttributeError(_ type: TypePointer) {
  type.pointee.initialize = { this, args, count, names in
    storeArguments(this, args, count)
    storeField(this, ExceptionField.attributeErrorName, .null)
    storeField(this, ExceptionField.attributeErrorObject, .null)
    return storeKeywords(this, args, count, names, "AttributeError") {
      if stringsEqual($0, intern("name")) { return ExceptionField.attributeErrorName }
      return stringsEqual($0, intern("obj")) ? ExceptionField.attributeErrorObject : -1
    }
  }
  addFieldAttribute(type, "name", ExceptionField.attributeErrorName)
  addFieldAttribute(type, "obj", ExceptionField.attributeErrorObject)
  // The object is left out: it might be anything.
  addMethod(
    type, "__reduce__", 0, 0,
    { this, _, _, _ in
      let names = newDict()
      defer { release(names) }
      addState(this, names, "name", ExceptionField.attributeErrorName)
      dictSetName(names, Names.argsWord, exceptionArgs(this))
      return reduction(of: this, exceptionArgs(this), more: names)
    })
}

/// Notes an extra field that is set in a dict of attributes to copy.
private func addState(_ this: Value, _ state: Value, _ name: StaticString, _ index: Int) {
  let value = exceptionField(this, index).pointee
  if !value.isNull { dictSetName(state, intern(name), value) }
}

// ----------------------------------------------------------------------------------------------------- ImportError

func setUpImportError(_ type: TypePointer) {
  type.pointee.initialize = { this, args, count, names in
    storeArguments(this, args, count)
    storeField(this, ExceptionField.importErrorName, .null)
    storeField(this, ExceptionField.importErrorPath, .null)
    storeField(this, ExceptionField.importErrorNameFrom, .null)
    storeField(this, ExceptionField.importErrorMessage, count == 1 ? args![0] : .null)
    return storeKeywords(this, args, count, names, "ImportError") {
      if stringsEqual($0, intern("name")) { return ExceptionField.importErrorName }
      if stringsEqual($0, intern("path")) { return ExceptionField.importErrorPath }
      return stringsEqual($0, intern("name_from")) ? ExceptionField.importErrorNameFrom : -1
    }
  }
  type.pointee.str = { this in
    let message = exceptionField(this, ExceptionField.importErrorMessage).pointee
    if !message.isNull && typeOf(message) == Types.str { return retained(message) }
    return exceptionStr(this)
  }
  addFieldAttribute(type, "msg", ExceptionField.importErrorMessage)
  addFieldAttribute(type, "name", ExceptionField.importErrorName)
  addFieldAttribute(type, "path", ExceptionField.importErrorPath)
  addFieldAttribute(type, "name_from", ExceptionField.importErrorNameFrom)
  addMethod(
    type, "__reduce__", 0, 0,
    { this, _, _, _ in
      let names = newDict()
      defer { release(names) }
      addState(this, names, "name", ExceptionField.importErrorName)
      addState(this, names, "path", ExceptionField.importErrorPath)
      addState(this, names, "name_from", ExceptionField.importErrorNameFrom)
      return reduction(of: this, exceptionArgs(this), more: names)
    })
}

/// Raises ImportError or ModuleNotFoundError with `name` and perhaps `path` and `name_from` (borrowed, or null).
@discardableResult
func raiseImportError(
  _ type: TypePointer, name: Value, path: Value = .null, nameFrom: Value = .null,
  _ build: (inout StringBuilder) -> Void
) -> Value {
  var builder = StringBuilder()
  build(&builder)
  let message = builder.finish()
  let instance = Value(newException(type))
  exceptionObject(instance).pointee.argument = message
  storeField(instance, ExceptionField.importErrorMessage, message)
  storeField(instance, ExceptionField.importErrorName, name)
  storeField(instance, ExceptionField.importErrorPath, path)
  storeField(instance, ExceptionField.importErrorNameFrom, nameFrom)
  raiseInstance(instance)
  return .null
}

// ----------------------------------------------------------------------------------------------------- SyntaxError

func setUpSyntaxError(_ type: TypePointer) {
  type.pointee.initialize = initializeSyntaxError
  type.pointee.str = syntaxErrorStr
  addFieldAttribute(type, "msg", ExceptionField.syntaxMessage)
  addFieldAttribute(type, "filename", ExceptionField.syntaxFilename)
  addFieldAttribute(type, "lineno", ExceptionField.syntaxLine)
  addFieldAttribute(type, "offset", ExceptionField.syntaxOffset)
  addFieldAttribute(type, "text", ExceptionField.syntaxText)
  addFieldAttribute(type, "end_lineno", ExceptionField.syntaxEndLine)
  addFieldAttribute(type, "end_offset", ExceptionField.syntaxEndOffset)
  addFieldAttribute(type, "print_file_and_line", ExceptionField.syntaxPrintFileAndLine)
}

private func initializeSyntaxError(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  if initializeException(this, args, count, names) < 0 { return -1 }
  if count >= 1 { storeField(this, ExceptionField.syntaxMessage, args![0]) }
  if count != 2 { return 0 }
  let info = call1(Value(Types.tuple), args![1])
  if info.isNull { return -1 }
  defer { release(info) }
  let n = tupleCount(info)
  if n < 4 || n > 6 {
    return raiseStatus(Exceptions.typeError) {
      $0.append("function takes ")
      $0.append(n < 4 ? "at least 4" : "at most 6")
      $0.append(" arguments (")
      $0.append(int: n)
      $0.append(" given)")
    }
  }
  var i = 0
  while i < n {
    storeField(this, ExceptionField.syntaxFilename + i, tupleItems(info)[i])
    i += 1
  }
  if n == 5 { return raiseStatus(Exceptions.typeError, "end_offset must be provided when end_lineno is provided") }
  return 0
}

/// Gives a SyntaxError its place: a tuple of filename, lineno, offset, text, end_lineno, end_offset.
func setSyntaxErrorPlace(_ error: Value, _ place: Value) {
  for index in 0..<tupleCount(place) {
    storeField(error, ExceptionField.syntaxFilename + index, tupleItems(place)[index])
  }
}

/// `msg (file, line n)` as far as file and line are known; the file without its directories.
private func syntaxErrorStr(_ this: Value) -> Value {
  let filename = exceptionField(this, ExceptionField.syntaxFilename).pointee
  let line = exceptionField(this, ExceptionField.syntaxLine).pointee
  let hasFile = !filename.isNull && isStr(filename)
  let hasLine = !line.isNull && typeOf(line) == Types.int
  let message = orNone(exceptionField(this, ExceptionField.syntaxMessage).pointee)
  defer { release(message) }
  if !hasFile && !hasLine { return strOf(message) }
  var builder = StringBuilder()
  if !builder.appendStr(message) { return .null }
  builder.append(" (")
  if hasFile { appendBaseName(&builder, filename) }
  if hasLine {
    builder.append(hasFile ? ", line " : "line ")
    if !builder.appendStr(line) { return .null }
  }
  builder.append(")")
  return builder.finish()
}

private func appendBaseName(_ builder: inout StringBuilder, _ path: Value) {
  let view = StrView(path)
  var start = 0, i = 0
  while i < view.count {
    if view[i] == 0x2f { start = i + 1 }
    i += 1
  }
  while start < view.count {
    builder.append(codePoint: view[start])
    start += 1
  }
}
