import MoltSupport
import MoltSyntax

extension SourceMessage {
  /// A diagnostic of the front end in the form all tools print.
  public init(_ diagnostic: Diagnostic, in source: SourceText, file: String) {
    // CPython shows the range of a SyntaxError, but one caret for its subclasses.
    var span = diagnostic.span
    if diagnostic.kind != .syntaxError { span.end = span.start }
    self.init(
      diagnostic.isError ? .error : .warning, className: diagnostic.kind.name, diagnostic.message, file: file,
      place: diagnostic.hasLocation ? source.place(span) : nil, notes: diagnostic.notes)
  }
}

extension SourceText {
  /// Where a range lies, for a message. An empty range at a line's end stays on that line.
  public func place(_ span: Span) -> SourceMessage.Place {
    let line = self.line(containing: span.start)
    let column = Int(span.start) - Int(lineStarts[line - 1])
    var end = max(span.end, span.start)
    // The token of a line end reaches past it.
    if end > span.start, bytes[Int(end) - 1] == 10 { end -= 1 }
    let endLine = end == span.start ? line : self.line(containing: end)
    return SourceMessage.Place(
      line: line, column: column, endLine: endLine, endColumn: Int(end) - Int(lineStarts[endLine - 1]),
      text: String(decoding: lineBytes(line), as: UTF8.self))
  }
}
