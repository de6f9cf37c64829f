import MoltSupport

/// A program to run, with everything it needs to know.
public struct Command: Sendable, Equatable {
  public var executable: String
  public var arguments: [String]
  public init(executable: String, arguments: [String]) {
    self.executable = executable
    self.arguments = arguments
  }

  /// The command as one would type it.
  public var shellText: String { ([executable] + arguments).map(Command.shellQuoted).joined(separator: " ") }

  static func shellQuoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy {
        ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || "-_./=+,@%:".utf8.contains($0)
      }
    return isPlain
      ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

public enum Termination: Sendable, Equatable {
  case exited(Int32)
  case signalled(Int32)

  public var isSuccess: Bool { self == .exited(0) }
}

/// What an executor has to tell.
public enum ExecutorEvent: Sendable {
  /// A command ended; `output` is all that it wrote to standard output and standard error.
  case finished(id: Int, termination: Termination, output: String)
  /// A further job may start (GNU make's jobserver has handed out a token).
  case mayStart
  /// The user or the system asked to stop. All commands have been told and have ended.
  case interrupted(signal: Int32)
}

/// Runs commands side by side. One thread: `start` returns at once and `next` waits.
public protocol Executor: AnyObject {
  /// Whether one more command may start now, with `running` under way. May take a token from a jobserver.
  func mayStart(running: Int) -> Bool
  func start(_ command: Command, id: Int) throws(ToolError)
  /// Waits for the next event. `isWaitingToStart`: more work is ready than may run.
  func next(isWaitingToStart: Bool) throws(ToolError) -> ExecutorEvent
}
