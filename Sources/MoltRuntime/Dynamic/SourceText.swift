import MoltABI

// From the first argument of eval, exec or compile to a unit: the text in UTF-8, the call of the compiler, and its
// errors as exceptions.

/// Source text as an argument: its bytes, kept by `owner`.
struct SourceArgument {
  let owner: Value
  let isText: Bool
  /// Blanks in front, which `eval` ignores.
  let skipped: Int

  /// Nil with an exception set.
  init?(_ source: Value, _ function: StaticString, _ expected: StaticString) {
    if isStr(source) {
      isText = true
      owner = encodeText(source, .utf8, .null)
      if owner.isNull { return nil }
    } else if isBytesLike(source) {
      isText = false
      owner = retained(source)
    } else {
      raise(Exceptions.typeError) {
        $0.append(function)
        $0.append("() arg 1 must be a ")
        $0.append(expected)
      }
      return nil
    }
    let view = BytesView(owner)
    for index in 0..<view.count where view[index] == 0 {
      let message = makeString("source code string cannot contain null bytes")
      let error = call1(Value(Exceptions.syntaxError), message)
      release(message)
      if !error.isNull { raiseInstance(error) }
      release(owner)
      return nil
    }
    var skipped = 0
    if function.utf8CodeUnitCount == 4 && function.utf8Start[1] == 0x76 {  // eval
      while skipped < view.count && (view[skipped] == 0x20 || view[skipped] == 0x09) { skipped += 1 }
    }
    self.skipped = skipped
  }

  func end() { release(owner) }
}

/// The unit of a text. Owned; null with an exception set.
/// - Parameters:
///   - file: a str.
///   - package: a str or null.
func compileText(_ text: SourceArgument, file: Value, mode: Int32, flags: Int32, package: Value) -> Value {
  let image = withUTF8(file) { fileName in
    withUTF8(package) { packageName -> UnsafeMutablePointer<Int32>? in
      let view = BytesView(text.owner)
      var source = MoltSource()
      source.text = UnsafePointer(view.bytes + text.skipped)
      source.length = view.count - text.skipped
      source.file = fileName
      source.package = packageName
      source.mode = mode
      source.flags =
        flags | (text.isText ? Int32(MOLT_SOURCE_IS_TEXT) : 0)
        | (KeptFrames.areKept ? Int32(MOLT_SOURCE_KEEPS_FRAMES) : 0)
      return molt_compile_source(&source)
    }
  }
  guard let image else { return raise(Exceptions.memoryError, "") }
  var reader = ImageReader(at: UnsafePointer(image))
  let warnings = reader.word()
  for _ in 0..<warnings { showWarning(&reader, file) }
  if reader.word() == Int(MOLT_IMAGE_CODE) { return newUnit(image, reader) }
  raiseCompileError(&reader, file)
  c_free(image)
  return .null
}

/// The text of a str, or "" for null, as a C string.
private func withUTF8<R>(_ text: Value, _ body: (UnsafePointer<CChar>) -> R) -> R {
  let bytes = text.isNull ? makeBytes(nil, 0) : encodeText(text, .utf8, intern("surrogatepass"))
  defer { releaseIfBound(bytes) }
  if bytes.isNull {
    clearException()
    return withUnsafePointer(to: CChar(0)) { body($0) }
  }
  return body(UnsafeRawPointer(BytesView(bytes).bytes).assumingMemoryBound(to: CChar.self))
}

private func showWarning(_ reader: inout ImageReader, _ file: Value) {
  let isSyntax = reader.word() == Int(MOLT_WARNING_SYNTAX)
  let line = reader.word()
  let message = reader.string()
  defer { release(message) }
  // Deprecations are shown for the main module only, by CPython's default filters.
  if !isSyntax { return }
  var text = StringBuilder()
  text.append(file)
  text.append(":")
  text.append(int: line)
  text.append(": SyntaxWarning: ")
  text.append(message)
  text.append("\n")
  let whole = text.finish()
  writeStandardError(whole)
  release(whole)
}

private func raiseCompileError(_ reader: inout ImageReader, _ file: Value) {
  let kind = reader.word()
  let message = reader.string()
  defer { release(message) }
  let hasLocation = reader.word() != 0
  let type: TypePointer
  switch kind {
  case Int(MOLT_ERROR_INDENTATION): type = Exceptions.indentationError
  case Int(MOLT_ERROR_TAB): type = Exceptions.tabError
  case Int(MOLT_ERROR_RECURSION), Int(MOLT_ERROR_MEMORY):
    let instance = call1(
      Value(kind == Int(MOLT_ERROR_MEMORY) ? Exceptions.memoryError : Exceptions.recursionError), message)
    if !instance.isNull { raiseInstance(instance) }
    return
  default: type = Exceptions.syntaxError
  }
  guard hasLocation else {
    // About the whole text: an encoding that is not known.
    let place = newTuple(6)
    let items = tupleItems(place)
    items[0] = retained(file)
    items[1] = makeInt(0)
    items[2] = makeInt(0)
    items[3] = .none
    items[4] = makeInt(0)
    items[5] = makeInt(0)
    raiseSyntaxError(type, message, place)
    return
  }
  // 0: the parser's, 1: the compiler's, 2: the symbol table's.
  let origin = reader.word()
  let line = reader.word(), offset = reader.word(), endLine = reader.word(), endOffset = reader.word()
  let hasLineEnd = reader.word() != 0
  let lineText = reader.string()
  defer { release(lineText) }
  let place = newTuple(6)
  let items = tupleItems(place)
  items[0] = retained(file)
  items[1] = makeInt(Int64(line))
  items[2] = makeInt(Int64(offset))
  items[3] = origin == 0 ? shownLine(lineText, hasLineEnd) : fileLine(file, line)
  items[4] = makeInt(Int64(endLine))
  items[5] = makeInt(Int64(endOffset))
  raiseSyntaxError(type, message, place, isInArguments: origin != 2)
}

/// `place` is consumed.
private func raiseSyntaxError(_ type: TypePointer, _ message: Value, _ place: Value, isInArguments: Bool = true) {
  let instance = withUnsafeTemporaryAllocation(of: Value.self, capacity: 2) { arguments in
    arguments[0] = message
    arguments[1] = place
    return call(Value(type), Arguments(arguments.baseAddress!), isInArguments ? 2 : 1)
  }
  if !instance.isNull && !isInArguments { setSyntaxErrorPlace(instance, place) }
  release(place)
  if !instance.isNull { raiseInstance(instance) }
}

/// What CPython's compiler, which has no text, finds in a file of that name: owned str or None.
private func fileLine(_ file: Value, _ line: Int) -> Value {
  let text = withUTF8(file) { readSourceLine($0, line) }
  if text.isNull { return .none }
  defer { release(text) }
  return shownLine(text, true)
}

private func shownLine(_ text: Value, _ hasLineEnd: Bool) -> Value {
  if !hasLineEnd { return retained(text) }
  var builder = StringBuilder()
  builder.append(text)
  builder.append("\n")
  return builder.finish()
}
