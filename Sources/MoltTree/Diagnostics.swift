import MoltSupport
import MoltSyntax

extension SourceMessage {
  /// A diagnostic of the front end in the form all tools print.
  public init(_ diagnostic: Diagnostic, in source: SourceText, file: String) {
    var place = diagnostic.hasLocation ? source.place(diagnostic.span) : nil
    if diagnostic.isLineOnly, let line = place?.line {
      place = SourceMessage.Place(line: line, column: 0, endLine: line, endColumn: 0, text: place?.text)
      place?.isLineOnly = true
    }
    self.init(
      diagnostic.isError ? .error : .warning, className: diagnostic.kind.name, diagnostic.message, file: file,
      place: place, notes: diagnostic.notes)
  }
}

extension SourceText {
  /// Where a range lies, for a message. An empty range at a line's end stays on that line.
  public func place(_ span: Span) -> SourceMessage.Place {
    let line = self.line(containing: span.start)
    let column = Int(span.start) - Int(lineStarts[line - 1])
    var end = max(span.end, span.start)
    // The token of a line end reaches past it.
    let isLineEnd = end > span.start && bytes[Int(end) - 1] == 10
    if isLineEnd { end -= 1 }
    let endLine = end == span.start ? line : self.line(containing: end)
    return SourceMessage.Place(
      line: line, column: column, endLine: endLine,
      endColumn: Int(end) - Int(lineStarts[endLine - 1]) + (isLineEnd ? 1 : 0),
      text: String(decoding: lineBytes(line), as: UTF8.self))
  }
}
