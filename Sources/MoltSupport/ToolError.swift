#if canImport(Glibc)
import Glibc
#endif

/// What every program of Molt exits with; `--help` prints this table.
public enum ExitCode: Int32, Sendable, CaseIterable {
  case success = 0
  /// The Python program has errors; they have been printed as diagnostics.
  case programErrors = 1
  /// The command line is wrong.
  case usage = 2
  /// A file or the system failed: not found, unreadable, disk full, a tool is missing.
  case system = 3
  /// An artifact is damaged, of another kind, or of a format version that this build does not know.
  case badArtifact = 4
  /// A defect in Molt itself.
  case defect = 70

  public var meaning: String {
    switch self {
    case .success: "success"
    case .programErrors: "the program has errors, printed on standard error"
    case .usage: "wrong command line"
    case .system: "a file or the system failed: not found, unreadable, disk full, tool missing"
    case .badArtifact: "an artifact is damaged, of another kind or of an unknown format version"
    case .defect: "a defect in Molt"
    }
  }
}

/// A failure that ends a tool with one line on standard error. The message names the file it is about.
public struct ToolError: Error, Equatable, CustomStringConvertible, Sendable {
  public var message: String
  public var code: ExitCode

  public init(_ message: String, _ code: ExitCode) {
    self.message = message
    self.code = code
  }

  /// A system call on `path` failed with `number` (an errno value).
  public static func system(_ path: String, _ number: Int32) -> ToolError {
    ToolError("\(path): \(errnoText(number))", .system)
  }

  /// The artifact at `path` cannot be used.
  public static func damaged(_ path: String, _ reason: String) -> ToolError {
    ToolError("\(path): \(reason)", .badArtifact)
  }

  public var description: String { message }
}

/// The C library's text for an errno value. The locale is never set, so it is the same everywhere.
public func errnoText(_ number: Int32) -> String { String(cString: strerror(number)) }
