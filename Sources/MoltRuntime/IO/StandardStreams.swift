import MoltABI

// sys.stdin, sys.stdout and sys.stderr, and what the runtime itself prints.

enum StandardStreams {
  /// The streams as they were made at the start (`sys.__stdout__` and so on); owned.
  static var input = Value(bits: 0)
  static var output = Value(bits: 0)
  static var error = Value(bits: 0)
}

private func makeStream(_ descriptor: Int32, _ name: StaticString, _ mode: StaticString, writes: Bool) -> Value {
  let nameValue = makeString(name), rawMode = makeString(writes ? "wb" : "rb"), modeValue = makeString(mode)
  let flags = (writes ? FileFlag.writable : FileFlag.readable) | FileFlag.keepDescriptor
  let binary = newBinaryFile(
    writes ? Types.bufferedWriter : Types.bufferedReader, descriptor, flags, nameValue, rawMode)
  let encoding = makeString("utf-8"), errors = makeString(descriptor == 2 ? "backslashreplace" : "strict")
  let isLine = descriptor == 2 || molt_system_is_terminal(descriptor) == 1
  let text = newTextFile(
    binary, encoding: TextEncoding.utf8, encodingName: encoding, errors: errors,
    newline: NewlineMode.lf, lineBuffered: isLine, mode: modeValue)
  release(binary)
  release(nameValue)
  release(rawMode)
  release(modeValue)
  release(encoding)
  release(errors)
  return text
}

func setUpStandardStreams() {
  molt_system_ignore_broken_pipe()
  StandardStreams.input = makeStream(0, "<stdin>", "r", writes: false)
  StandardStreams.output = makeStream(1, "<stdout>", "w", writes: true)
  StandardStreams.error = makeStream(2, "<stderr>", "w", writes: true)
}

/// A stream that a program may have replaced: the attribute of sys, borrowed, or null if it was deleted.
private func currentStream(_ name: StaticString, _ original: Value) -> Value {
  SysModule.isReady ? moduleGlobal(modulePointer(SysModule.module), intern(name)) : original
}

/// sys.stdout as the program sees it now, borrowed; null if it was deleted.
func standardOutput() -> Value { currentStream("stdout", StandardStreams.output) }

func standardInput() -> Value { currentStream("stdin", StandardStreams.input) }

func standardError() -> Value { currentStream("stderr", StandardStreams.error) }

/// Flushes any stream object; errors are forgotten.
private func flushQuietly(_ stream: Value) {
  if stream.isNull || stream.isNone { return }
  if typeOf(stream) == Types.textFile {
    let f = textFile(stream)
    if !f.pointee.binary.isNull && !f.buffer.has(FileFlag.closed) { _ = flushFile(f.buffer) }
  } else {
    let result = callMethod(stream, intern("flush"))
    releaseIfBound(result)
  }
  clearException()
}

/// Flushes sys.stdout, for output that goes elsewhere to appear behind it.
func flushStandardOutput() {
  let saved = takeException()
  flushQuietly(standardOutput())
  restoreException(saved)
}

/// Writes a str to sys.stderr, or to the descriptor when that is of no use. Leaves no exception.
func writeStandardError(_ text: Value) {
  let stream = standardError()
  if stream.isNull || stream.isNone { return }
  if typeOf(stream) == Types.textFile {
    let f = textFile(stream)
    if f.pointee.binary.isNull || f.buffer.has(FileFlag.closed) { return }
    if !writeText(f, text) || !flushFile(f.buffer) { clearException() }
    return
  }
  let result = callMethod(stream, intern("write"), text)
  if result.isNull { clearException() } else { release(result) }
}

/// Flushes both streams at the end of the program. The exit code: `code`, or 120 when output was lost.
func finishStandardStreams(_ code: Int32) -> Int32 {
  var code = code
  let output = retained(StandardStreams.output)
  let f = textFile(output)
  if !f.pointee.binary.isNull && !f.buffer.has(FileFlag.closed) && !flushFile(f.buffer) {
    f.buffer.pointee.writeCount = 0
    writeUnraisable(output)
    code = 120
  }
  release(output)
  flushQuietly(standardError())
  flushQuietly(StandardStreams.error)
  return code
}

/// Lets go of the streams; nothing is printed after this.
func releaseStandardStreams() {
  replace(&StandardStreams.input, with: .null)
  replace(&StandardStreams.output, with: .null)
  replace(&StandardStreams.error, with: .null)
}
