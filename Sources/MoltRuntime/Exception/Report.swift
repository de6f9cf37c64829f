import MoltABI

// The report of an uncaught exception, letter for letter as CPython 3.12 prints it (Python/pythonrun.c,
// Python/traceback.c). The text is built first and written to sys.stderr in one piece.

/// One report: where its lines go and how far they are indented inside exception groups.
private struct ExceptionReport {
  var text = StringBuilder()
  /// Exceptions printed so far, so that a loop of causes ends. An owned set of ids.
  var seen: Value = .null
  var groupDepth = 0
  var needClose = false

  private static var maxGroupWidth: Int { 15 }
  private static var maxGroupDepth: Int { 10 }
  private static var repeatCutoff: Int { 3 }
  private static var tracebackLimit: Int { 1000 }

  private mutating func indent() { text.append(repeating: 0x20, 2 * groupDepth) }

  /// Starts a line: indentation, then the margin inside a group.
  private mutating func margin() {
    indent()
    if groupDepth > 0 { text.append("| ") }
  }

  // ----------------------------------------------------------------------------------------------------- chaining

  mutating func printChain(_ exception: Value) {
    let id = makeInt(Int64(truncatingIfNeeded: exception.bits >> 4))
    setAdd(seen, id)
    release(id)
    let e = exceptionObject(exception)
    if !e.pointee.cause.isNull {
      printPrevious(e.pointee.cause, "The above exception was the direct cause of the following exception:")
    } else if !e.pointee.context.isNull && e.pointee.suppressContext == 0 {
      printPrevious(e.pointee.context, "During handling of the above exception, another exception occurred:")
    }
    if isExceptionGroup(exception) { printGroup(exception) } else { printSingle(exception) }
  }

  private mutating func printPrevious(_ previous: Value, _ message: StaticString) {
    let id = makeInt(Int64(truncatingIfNeeded: previous.bits >> 4))
    let known = setContains(seen, id)
    release(id)
    if known != 0 { return }
    let outerClose = needClose
    needClose = false
    printChain(previous)
    needClose = outerClose
    margin()
    text.append("\n")
    margin()
    text.append(message)
    text.append("\n")
    margin()
    text.append("\n")
  }

  // ------------------------------------------------------------------------------------------------------- groups

  private mutating func printSingle(_ exception: Value) {
    printTraceback(exception, "Traceback (most recent call last):\n", isGroup: false)
    printMessage(exception)
    printNotes(exception)
  }

  private mutating func printGroup(_ exception: Value) {
    if groupDepth > Self.maxGroupDepth {
      margin()
      text.append("... (max_group_depth is ")
      text.append(int: Self.maxGroupDepth)
      text.append(")\n")
      return
    }
    let outermost = groupDepth == 0
    if outermost { groupDepth += 1 }
    printTraceback(
      exception, "Exception Group Traceback (most recent call last):\n", isGroup: true, outermost: outermost)
    printMessage(exception)
    printNotes(exception)
    let parts = groupExceptions(exception)
    let count = tupleCount(parts)
    let shown = count > Self.maxGroupWidth ? Self.maxGroupWidth + 1 : count
    needClose = false
    var i = 0
    while i < shown {
      let isLast = i == shown - 1
      if isLast { needClose = true }
      indent()
      let cut = i >= Self.maxGroupWidth
      text.append(i == 0 ? "+-+---------------- " : "  +---------------- ")
      if cut { text.append("...") } else { text.append(int: i + 1) }
      text.append(" ----------------\n")
      groupDepth += 1
      if cut {
        let excess = count - Self.maxGroupWidth
        margin()
        text.append("and ")
        text.append(int: excess)
        text.append(excess == 1 ? " more exception\n" : " more exceptions\n")
      } else {
        printChain(tupleItems(parts)[i])
      }
      if isLast && needClose {
        indent()
        text.append("+------------------------------------\n")
        needClose = false
      }
      groupDepth -= 1
      i += 1
    }
    if outermost { groupDepth -= 1 }
  }

  // ---------------------------------------------------------------------------------------------------- traceback

  private mutating func printTraceback(
    _ exception: Value, _ header: StaticString, isGroup: Bool, outermost: Bool = false
  ) {
    var entry = exceptionObject(exception).pointee.traceback
    if entry.isNull { return }
    if isGroup && outermost {
      // The outermost group's header stands where the bars of its lines will be.
      indent()
      text.append("+ ")
    } else {
      margin()
    }
    text.append(header)
    var depth = 0
    var link = entry
    while !link.isNull {
      depth += 1
      link = tracebackObject(link).pointee.next
    }
    while depth > Self.tracebackLimit {
      depth -= 1
      entry = tracebackObject(entry).pointee.next
    }
    var lastCode: UnsafePointer<MoltCode>? = nil, lastLine: Int32 = -1, count = 0
    while !entry.isNull {
      let code = tracebackObject(entry).pointee.code
      let position = tracebackPosition(entry)
      if !sameFunction(code, lastCode) || position.line != lastLine {
        printRepeated(count)
        lastCode = code
        lastLine = position.line
        count = 0
      }
      count += 1
      if count <= Self.repeatCutoff { printEntry(code, position) }
      entry = tracebackObject(entry).pointee.next
    }
    printRepeated(count)
  }

  private func sameFunction(_ a: UnsafePointer<MoltCode>?, _ b: UnsafePointer<MoltCode>?) -> Bool {
    if a == b { return true }
    guard let a, let b else { return false }
    return c_strcmp(a.pointee.name, b.pointee.name) == 0 && c_strcmp(a.pointee.file, b.pointee.file) == 0
  }

  private mutating func printRepeated(_ count: Int) {
    if count <= Self.repeatCutoff { return }
    let more = count - Self.repeatCutoff
    margin()
    text.append("  [Previous line repeated ")
    text.append(int: more)
    text.append(more > 1 ? " more times]\n" : " more time]\n")
  }

  private mutating func printEntry(_ code: UnsafePointer<MoltCode>?, _ position: MoltPosition) {
    margin()
    text.append("  File \"")
    if let file = code?.pointee.file { text.append(cString: file) }
    text.append("\", line ")
    text.append(int: Int(position.line))
    text.append(", in ")
    if let name = code?.pointee.name { text.append(cString: name) }
    text.append("\n")
    guard let file = code?.pointee.file, position.line > 0 else { return }
    let line = readSourceLine(file, Int(position.line))
    if line.isNull { return }
    printSource(line, position)
    release(line)
  }

  /// The stripped source line and, where they say more than the line itself, the markers under it.
  private mutating func printSource(_ line: Value, _ position: MoltPosition) {
    let view = StrView(line)
    var leading = 0
    while leading < view.count, view[leading] == 0x20 || view[leading] == 0x09 || view[leading] == 0x0c { leading += 1 }
    margin()
    text.append("    ")
    text.append(view.slice(leading, view.count))
    text.append("\n")
    if position.column < 0 || position.endColumn < 0 || position.endLine < 0 { return }
    let start = characterOffset(view, Int(position.column))
    var end = characterOffset(view, Int(position.endColumn))
    var anchors = CaretAnchors()
    var primary: UInt32 = 0x5e
    if position.line == position.endLine {
      if start > end { return }
      let segment = makeString(view.slice(start, end))
      anchors = findCaretAnchors(segment)
      release(segment)
      if anchors.left >= 0 {
        anchors.left += start
        anchors.right += start
        primary = 0x7e
      }
    } else {
      end = view.count
      while end > 0, isSpace(view[end - 1]) { end -= 1 }
    }
    let marked = anchors.left >= 0
    if end - start == view.count - leading && !marked { return }
    margin()
    // Four columns of indentation, then one character per column of the line.
    text.append("    ")
    var column = leading
    while column < end {
      if column < start {
        text.append(" ")
      } else if marked && column >= anchors.left && column < anchors.right {
        text.append("^")
      } else {
        text.append(codePoint: primary)
      }
      column += 1
    }
    text.append("\n")
  }

  private func isSpace(_ c: UInt32) -> Bool { c == 0x20 || c == 0x09 || c == 0x0c }

  /// The number of characters in the first `bytes` bytes of the line's UTF-8.
  private func characterOffset(_ view: StrView, _ bytes: Int) -> Int {
    if view.isASCII { return min(bytes, view.count) }
    var i = 0, n = 0
    while i < view.count && n < bytes {
      let c = view[i]
      n += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4
      i += 1
    }
    return i
  }

  // ------------------------------------------------------------------------------------------------------ message

  private mutating func printMessage(_ exception: Value) {
    printSyntaxErrorPlace(exception)
    margin()
    let type = typeOf(exception)
    let module = type.pointee.module
    if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 {
      let shown = typeModule(type)
      if shown.isNull || !isStr(shown) {
        text.append("<unknown>.")
      } else if !stringsEqual(shown, intern("builtins")) && !stringsEqual(shown, intern("__main__")) {
        text.append(shown)
        text.append(".")
      }
      releaseIfBound(shown)
    } else if !module.isNull && isStr(module) && !stringsEqual(module, intern("builtins")) {
      text.append(module)
      text.append(".")
    }
    text.append(type.pointee.qualname.isNull ? type.pointee.name : type.pointee.qualname)
    let message = messageOf(exception)
    if message.isNull {
      clearException()
      text.append(": <exception str() failed>")
    } else {
      if StrView(message).count > 0 {
        text.append(": ")
        text.append(message)
      }
      release(message)
    }
    appendSuggestion(&text, exception)
    text.append("\n")
  }

  private func messageOf(_ exception: Value) -> Value {
    if isSubtype(typeOf(exception), Exceptions.syntaxError) {
      let message = exceptionField(exception, ExceptionField.syntaxMessage).pointee
      let line = exceptionField(exception, ExceptionField.syntaxLine).pointee
      if !message.isNull && isStr(message) && !line.isNull && isInt(line) { return retained(message) }
    }
    return strOf(exception)
  }

  private func typeModule(_ type: TypePointer) -> Value {
    let module = getAttribute(Value(type), Names.module)
    if module.isNull { clearException() }
    return module
  }

  /// File, line and text of a SyntaxError that knows where it is.
  private mutating func printSyntaxErrorPlace(_ exception: Value) {
    if !isSubtype(typeOf(exception), Exceptions.syntaxError) { return }
    let filename = exceptionField(exception, ExceptionField.syntaxFilename).pointee
    let lineField = exceptionField(exception, ExceptionField.syntaxLine).pointee
    var line: Int64 = 0
    if lineField.isNull || !isInt(lineField) || !toInt64(lineField, &line) { return }
    margin()
    text.append("  File \"")
    if filename.isNull || !isStr(filename) { text.append("<string>") } else { text.append(filename) }
    text.append("\", line ")
    text.append(int: Int(line))
    text.append("\n")
    let source = exceptionField(exception, ExceptionField.syntaxText).pointee
    if source.isNull || !isStr(source) { return }
    let view = StrView(source)
    var start = 0, end = view.count
    while end > 0, view[end - 1] == 0x0a { end -= 1 }
    while start < end, view[start] == 0x20 || view[start] == 0x09 || view[start] == 0x0c { start += 1 }
    margin()
    text.append("    ")
    text.append(view.slice(start, end))
    text.append("\n")
    let offsetField = exceptionField(exception, ExceptionField.syntaxOffset).pointee
    let endField = exceptionField(exception, ExceptionField.syntaxEndOffset).pointee
    var offset: Int64 = 0, endOffset: Int64 = 0
    if offsetField.isNull || !isInt(offsetField) || !toInt64(offsetField, &offset) || offset < 1 { return }
    if endField.isNull || !isInt(endField) || !toInt64(endField, &endOffset) || endOffset <= offset {
      endOffset = offset + 1
    }
    let first = min(Int(offset) - 1, end) - start
    if first < 0 { return }
    margin()
    text.append("    ")
    text.append(repeating: 0x20, first)
    text.append(repeating: 0x5e, max(1, Int(endOffset - offset)))
    text.append("\n")
  }

  private mutating func printNotes(_ exception: Value) {
    let notes = getAttributeOrNull(exception, intern("__notes__"))
    if notes.isNull {
      clearException()
      return
    }
    defer { release(notes) }
    if !isList(notes) && !isTuple(notes) {
      margin()
      if !text.appendRepr(notes) {
        clearException()
        text.append("<__notes__ repr() failed>")
      }
      text.append("\n")
      return
    }
    let items = call1(Value(Types.tuple), notes)
    if items.isNull {
      clearException()
      return
    }
    var i = 0
    while i < tupleCount(items) {
      let note = strOf(tupleItems(items)[i])
      if note.isNull {
        clearException()
        margin()
        text.append("<note str() failed>\n")
      } else {
        printLines(StrView(note))
        release(note)
      }
      i += 1
    }
    release(items)
  }

  private mutating func printLines(_ view: StrView) {
    var start = 0
    while true {
      var end = start
      while end < view.count, view[end] != 0x0a { end += 1 }
      margin()
      text.append(view.slice(start, end))
      text.append("\n")
      if end >= view.count { return }
      start = end + 1
      if start >= view.count && view.count > 0 { return }
    }
  }
}

/// The report of an exception as a str. Owned.
func exceptionReport(_ exception: Value) -> Value {
  var report = ExceptionReport()
  report.seen = newSet()
  report.printChain(exception)
  release(report.seen)
  return report.text.finish()
}

/// Line `number` (from 1) of a file as a str without its end, or null if it cannot be read.
func readSourceLine(_ file: UnsafePointer<CChar>, _ number: Int) -> Value {
  let descriptor = molt_system_open(file, Int32(MOLT_OPEN_READ))
  if descriptor < 0 { return .null }
  defer { _ = molt_system_close(descriptor) }
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { buffer in
    let chunk = buffer.baseAddress!
    var line = 1, found = false
    var room = 0, used = 0
    var bytes: UnsafeMutablePointer<UInt8>? = nil
    while true {
      let n = molt_system_read(descriptor, chunk, 4096)
      if n <= 0 { break }
      var i = 0
      while i < n && line <= number {
        let c = chunk[i]
        i += 1
        if line == number {
          found = true
          if c == 0x0a {
            line += 1
            break
          }
          if used == room {
            let larger = room == 0 ? 256 : room * 2
            if let old = bytes {
              bytes = resizeRaw(old, room, larger).assumingMemoryBound(to: UInt8.self)
            } else {
              bytes = allocateRaw(larger).assumingMemoryBound(to: UInt8.self)
            }
            room = larger
          }
          bytes![used] = c
          used += 1
        } else if c == 0x0a {
          line += 1
        }
      }
      if line > number { break }
    }
    if !found { return .null }
    if used > 0 && bytes![used - 1] == 0x0d { used -= 1 }
    let result = bytes == nil ? makeString("") : makeString(utf8: bytes!, used)
    if let bytes { freeRaw(bytes, room) }
    return result
  }
}

/// What a program that ended with an uncaught exception prints and returns: consumes the raised exception.
/// SystemExit gives the program's own exit code.
func reportUncaughtException() -> Int32 {
  let exception = takeException()
  if exception.isNull { return 0 }
  defer { release(exception) }
  if isSubtype(typeOf(exception), Exceptions.systemExit) { return exitCode(exception) }
  flushStandardOutput()
  clearException()
  if !callExceptionHook(exception) {
    let report = exceptionReport(exception)
    writeStandardError(report)
    release(report)
  }
  clearException()
  return isSubtype(typeOf(exception), Exceptions.keyboardInterrupt) ? 130 : 1
}

/// The exit code that SystemExit stands for; anything but an int or None is printed to stderr and means 1.
private func exitCode(_ exception: Value) -> Int32 {
  let code = exceptionField(exception, ExceptionField.systemExitCode).pointee
  if code.isNull || code.isNone { return 0 }
  if isInt(code) {
    var number: Int64 = 0
    if !toInt64(code, &number) { return -1 }
    return Int32(truncatingIfNeeded: number)
  }
  flushStandardOutput()
  let text = strOf(code)
  if text.isNull {
    clearException()
  } else {
    writeStandardError(text)
    release(text)
    let end = makeString("\n")
    writeStandardError(end)
    release(end)
  }
  clearException()
  return 1
}

/// Reports and forgets an exception that cannot be raised, in a finaliser say (`PyErr_WriteUnraisable`).
/// `reason`: what comes behind "Exception ignored".
func writeUnraisable(_ place: Value, in reason: StaticString = "in") {
  if exceptionIsSet, exceptionObject(molt_thread.exception).pointee.traceback.isNull, let caller = molt_places {
    molt_traceback(caller.pointee.code, caller.pointee.position)
  }
  let exception = takeException()
  if exception.isNull { return }
  var text = StringBuilder()
  text.append("Exception ignored ")
  text.append(reason)
  text.append(": ")
  if !text.appendRepr(place) {
    clearException()
    text.append("<object repr() failed>")
  }
  text.append("\n")
  let report = exceptionReport(exception)
  text.append(report)
  release(report)
  release(exception)
  clearException()
  let whole = text.finish()
  writeStandardError(whole)
  release(whole)
  clearException()
}
