/// A message about a place in a Python source file, as all tools print it. Stages turn their own diagnostics into this.
public struct SourceMessage: Equatable, Sendable {
  public enum Severity: String, Sendable { case error, warning }

  /// A place in a file. Lines are 1-based; columns are 0-based UTF-8 byte offsets into their line.
  public struct Place: Equatable, Sendable {
    public var line: Int
    public var column: Int
    public var endLine: Int
    /// Equal to `column` on the same line where the end is not known; one caret is shown then.
    public var endColumn: Int
    /// The text of line `line`, without its line end; nil when it is not known.
    public var text: String?
    /// The message is about the line, not about a column in it: CPython gives column 0 and shows no caret.
    public var isLineOnly = false
    /// Columns are shown in bytes, as CPython does for errors of its compiler; those of its parser count characters.
    public var countsBytes = false

    public init(line: Int, column: Int, endLine: Int, endColumn: Int, text: String?) {
      self.line = line
      self.column = column
      self.endLine = endLine
      self.endColumn = endColumn
      self.text = text
    }
  }

  public var severity: Severity
  /// CPython's exception or warning class: `SyntaxError`, `IndentationError`, `SyntaxWarning`, …
  public var className: String
  public var text: String
  /// The display path: relative to the project, so that it is the same on every machine.
  public var file: String
  public var place: Place?
  public var notes: [String]

  public init(
    _ severity: Severity = .error, className: String, _ text: String, file: String, place: Place? = nil,
    notes: [String] = []
  ) {
    self.severity = severity
    self.className = className
    self.text = text
    self.file = file
    self.place = place
    self.notes = notes
  }

  /// The message in the form in which CPython 3.12 prints it (Python/pythonrun.c, `print_error_text`;
  /// Lib/warnings.py for warnings), ending with a line end.
  public func rendered() -> String {
    var result = ""
    switch severity {
    case .error:
      if let place {
        result += "  File \"\(file)\", line \(place.line)\n"
        if let text = place.text { result += excerpt(place, text) }
      } else {
        result += "  File \"\(file)\"\n"
      }
      result += text.isEmpty ? "\(className)\n" : "\(className): \(text)\n"
    case .warning:
      result += "\(file):\(place?.line ?? 1): \(className): \(text)\n"
      if let line = place?.text {
        let trimmed = line.utf8.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
        result += "  \(String(decoding: trimmed, as: UTF8.self))\n"
      }
    }
    for note in notes { result += "note: \(note)\n" }
    return result
  }

  /// The source line without its indentation and, under it, carets over the range.
  private func excerpt(_ place: Place, _ line: String) -> String {
    let bytes = Array(line.utf8)
    let start = min(place.column, bytes.count)
    // CPython shows the range of a SyntaxError, but one caret for its subclasses.
    let isSubclass = className == "IndentationError" || className == "TabError"
    let end = isSubclass ? start : place.endLine > place.line ? bytes.count : place.endColumn
    let indentation = bytes.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }.count
    var result = "    \(String(decoding: bytes[indentation...], as: UTF8.self))\n"
    if start < indentation || place.isLineOnly { return result }
    if place.countsBytes {
      let covered = max(place.endLine > place.line ? characters(bytes[...]) - start : place.endColumn - place.column, 1)
      return result + "    " + String(repeating: " ", count: place.column - indentation)
        + String(repeating: "^", count: covered) + "\n"
    }
    let gap = characters(bytes[indentation..<start])
    // Past the end of the line the range is counted in columns that have no characters.
    let covered =
      end > start ? characters(bytes[start..<min(max(end, start), bytes.count)]) + max(0, end - bytes.count) : 0
    result += "    " + String(repeating: " ", count: gap) + String(repeating: "^", count: max(covered, 1)) + "\n"
    return result
  }

  private func characters(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }

  /// One JSON object on one line, ending with a line end. Columns are 1-based and count characters, as CPython's
  /// `SyntaxError.offset` does.
  public func json() -> String {
    var fields = [
      "\"severity\":\(JSONText.quoted(severity.rawValue))", "\"class\":\(JSONText.quoted(className))",
      "\"message\":\(JSONText.quoted(text))", "\"file\":\(JSONText.quoted(file))",
    ]
    if let place {
      let bytes = place.countsBytes ? nil : place.text.map { Array($0.utf8) }
      let column = bytes.map { characters($0[..<min(place.column, $0.count)]) } ?? place.column
      var endColumn = place.endColumn
      if let bytes, place.endLine == place.line {
        // A range can reach past the line's end.
        endColumn = characters(bytes[..<min(endColumn, bytes.count)]) + max(0, endColumn - bytes.count)
      }
      let origin = place.isLineOnly ? 0 : 1
      fields += [
        "\"line\":\(place.line)", "\"column\":\(column + origin)", "\"end_line\":\(place.endLine)",
        "\"end_column\":\(endColumn + origin)",
      ]
      if let text = place.text { fields.append("\"text\":\(JSONText.quoted(text))") }
    }
    if !notes.isEmpty { fields.append("\"notes\":[\(notes.map(JSONText.quoted).joined(separator: ","))]") }
    return "{\(fields.joined(separator: ","))}\n"
  }
}

/// How a tool prints its messages.
public enum MessageFormat: String, Sendable, CaseIterable {
  case text
  case json

  public func render(_ message: SourceMessage) -> String { self == .text ? message.rendered() : message.json() }
}

public enum JSONText {
  /// `text` as a JSON string with its quotes.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
