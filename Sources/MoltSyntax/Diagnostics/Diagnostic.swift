// What the front end reports: syntax errors and warnings, as values that carry CPython's class, message and range.

/// The Python exception or warning class that a diagnostic stands for.
public enum DiagnosticClass: UInt8, Sendable {
  case syntaxError, indentationError, tabError, recursionError, memoryError
  case syntaxWarning, deprecationWarning

  public var name: String {
    switch self {
    case .syntaxError: return "SyntaxError"
    case .indentationError: return "IndentationError"
    case .tabError: return "TabError"
    case .recursionError: return "RecursionError"
    case .memoryError: return "MemoryError"
    case .syntaxWarning: return "SyntaxWarning"
    case .deprecationWarning: return "DeprecationWarning"
    }
  }

  public var isWarning: Bool { self == .syntaxWarning || self == .deprecationWarning }
}

public struct Diagnostic: Sendable {
  public var kind: DiagnosticClass
  public var message: String
  /// Byte offsets into the decoded source (`SourceText.bytes`). An empty span points at the byte `start` and, as
  /// CPython's tokenizer errors, has no known end: it is shown with one caret.
  public var span: Span
  /// False for errors that belong to the whole file (an unknown encoding): they are shown without line and caret.
  public var hasLocation: Bool
  /// Points at the whole line of `span`, as CPython does for tokens without text of their own: column 0 and no caret.
  public var isLineOnly = false
  /// Further lines for the reader, each shown after the message as `note: …`.
  public var notes: [String]

  public init(
    _ kind: DiagnosticClass, _ message: String, _ span: Span, hasLocation: Bool = true, notes: [String] = []
  ) {
    self.kind = kind
    self.message = message
    self.span = span
    self.hasLocation = hasLocation
    self.notes = notes
  }

  public var isError: Bool { !kind.isWarning }
}

/// Thrown inside the front end to leave a production; the diagnostic itself lies in the parser or lexer state.
/// The error paths are rare, so the happy path carries nothing but one register.
enum SyntaxAbort: Error {
  /// No alternative fits the current token: "invalid syntax" unless a rule for a known mistake says more.
  case unexpected
  /// A diagnostic has been recorded.
  case reported
}
