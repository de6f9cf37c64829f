import MoltABI

// The report of an uncaught exception, letter for letter as CPython 3.12 prints it (Python/pythonrun.c,
// Python/traceback.c). The text is built first and written to sys.stderr in one piece.

/// One report: where its lines go and how far they are indented inside exception groups.
struct ExceptionReport {
  var text = StringBuilder()
  /// Exceptions printed so far, so that a loop of causes ends. An owned set of ids.
  var seen: Value = .null
  var groupDepth = 0
  var needClose = false

  private static var maxGroupWidth: Int { 15 }
  private static var maxGroupDepth: Int { 10 }
  private static var repeatCutoff: Int { 3 }
  private static var defaultLimit: Int { 1000 }

  private mutating func indent() { text.append(repeating: 0x20, 2 * groupDepth) }

  /// Starts a line: indentation, then the margin inside a group.
  mutating func margin() {
    indent()
    if groupDepth > 0 { text.append("| ") }
  }

  // ----------------------------------------------------------------------------------------------------- chaining

  mutating func printChain(_ exception: Value) {
    // A chain may be longer than the stack allows: its far end is then left out.
    if !checkRecursion("") {
      clearException()
      return
    }
    let id = makeInt(Int64(truncatingIfNeeded: exception.bits >> 4))
    _ = setAdd(seen, id)
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
    let entry = exceptionObject(exception).pointee.traceback
    let limit = tracebackLimit()
    if entry.isNull || limit <= 0 { return }
    if isGroup && outermost {
      // The outermost group's header stands where the bars of its lines will be.
      indent()
      text.append("+ ")
    } else {
      margin()
    }
    text.append(header)
    printEntries(entry, limit)
  }

  /// A traceback outside of groups, with its header. `traceback` is borrowed.
  mutating func printTraceback(_ traceback: Value) {
    let limit = tracebackLimit()
    if limit <= 0 { return }
    text.append("Traceback (most recent call last):\n")
    printEntries(traceback, limit)
  }

  /// `sys.tracebacklimit`, if it is an int.
  private func tracebackLimit() -> Int {
    guard SysModule.isReady else { return Self.defaultLimit }
    let value = moduleGlobal(modulePointer(SysModule.module), intern("tracebacklimit"))
    var number: Int64 = 0
    if value.isNull || !isInt(value) { return Self.defaultLimit }
    return toInt64(value, &number) ? Int(clamping: number) : isNegativeInt(exactInt(value)) ? 0 : Int.max
  }

  /// The last `limit` entries, with lines that repeat counted.
  private mutating func printEntries(_ traceback: Value, _ limit: Int) {
    var entry = traceback
    var depth = 0
    var link = entry
    while !link.isNull {
      depth += 1
      link = tracebackObject(link).pointee.next
    }
    while depth > limit {
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

  // ------------------------------------------------------------------------------------------------------ message

  private mutating func printMessage(_ exception: Value) {
    let syntaxMessage = printSyntaxErrorPlace(exception)
    margin()
    printTypeName(typeOf(exception))
    let message = syntaxMessage.isNull ? strOf(exception) : strOf(syntaxMessage)
    releaseIfBound(syntaxMessage)
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

  /// The class's qualified name, with its module unless that is `builtins` or `__main__`.
  mutating func printTypeName(_ type: TypePointer) {
    let module = getAttribute(Value(type), Names.module)
    if module.isNull || !isStr(module) {
      clearException()
      text.append("<unknown>.")
    } else if !stringsEqual(module, intern("builtins")) && !stringsEqual(module, intern("__main__")) {
      text.append(module)
      text.append(".")
    }
    releaseIfBound(module)
    text.append(type.pointee.qualname.isNull ? type.pointee.name : type.pointee.qualname)
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
