import MoltSyntax

/// Which part of CPython's compiler reports an error: it shows in the exception's attributes.
enum ErrorOrigin {
  case parser
  /// Offsets count bytes, and the text is not known.
  case compiler
  /// Likewise, and the place is no part of the exception's arguments.
  case symbolTable
}

/// A place as the attributes of a SyntaxError give it.
struct ErrorPlace {
  var line: Int
  var offset: Int
  var endLine: Int
  var endOffset: Int
  /// The attribute `text` ends with a line end.
  var showsLineEnd: Bool

  /// - Parameters:
  ///   - endsLine: the last line of what was given has an end.
  ///   - isWhole: the text is a module; a missing line end is added then.
  init(_ error: Diagnostic, _ source: SourceText, _ origin: ErrorOrigin, endsLine: Bool, isWhole: Bool) {
    line = source.line(containing: error.span.start)
    let isLast = line + 1 >= source.lineStarts.count
    showsLineEnd = isWhole || endsLine || !isLast
    // Where a missing line end would be there is no token.
    let isMissingEnd = !isWhole && !endsLine && Int(error.span.start) + 1 >= source.bytes.count
    if error.isLineOnly || (isMissingEnd && error.span.end > error.span.start) {
      if source.bytes.isEmpty { line = 0 }
      (offset, endLine, endOffset) = (0, line, 0)
      return
    }
    let start = Int(error.span.start)
    var end = Int(max(error.span.end, error.span.start))
    // The token of a line end reaches past it.
    let isLineEnd = end > start && source.bytes[end - 1] == 10
    if isLineEnd { end -= 1 }
    endLine = end == start ? line : source.line(containing: UInt32(end))
    let lineStart = Int(source.lineStarts[line - 1])
    let endLineStart = Int(source.lineStarts[endLine - 1])
    let past = isLineEnd ? 1 : 0
    if origin != .parser {
      offset = start - lineStart + 1
      endOffset = end - endLineStart + past + 1
      return
    }
    func characters(_ from: Int, _ to: Int) -> Int {
      var count = 0
      for index in from..<max(from, to) where index >= source.bytes.count || source.bytes[index] & 0xC0 != 0x80 {
        count += 1
      }
      return count
    }
    offset = characters(lineStart, start) + 1
    endOffset = (endLine == line ? characters(lineStart, end) : end - endLineStart) + past + 1
    if end > start || isLineEnd { return }
    // Errors of the tokenizer have no range; what CPython leaves as the end depends on where it finds them.
    if error.kind == .indentationError || error.message == "unexpected EOF while parsing" {
      endOffset = -1
    } else if error.kind == .tabError {
      endOffset = 0
    } else if error.message.hasSuffix(" was never closed") {
      endOffset = 0
      showsLineEnd = showsLineEnd && isLast
    } else {
      showsLineEnd = false
    }
  }
}
