import MoltSupport

/// Where a build tells what it does.
public protocol Console: AnyObject {
  func started(_ job: String, done: Int, known: Int)
  func finished(_ job: String, done: Int, known: Int)
  func command(_ text: String)
  func explain(_ text: String)
  func warning(_ text: String)
  /// Diagnostics of stages, ready to print.
  func message(_ text: String)
  /// The last line has been written.
  func close()
}

/// Progress on one line that is written over, where standard output is a terminal; a line for each job otherwise.
public final class TerminalConsole: Console {
  let isTerminal: Bool
  let isQuiet: Bool
  private var isLineOpen = false

  /// `isQuiet`: only problems are told.
  public init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isTerminal = Terminal.isTerminal(1)
  }

  public func started(_ job: String, done: Int, known: Int) {
    guard isTerminal else { return }
    show("[\(done)/\(known)] \(job)")
  }

  public func finished(_ job: String, done: Int, known: Int) {
    show("[\(done)/\(known)] \(job)")
  }

  private func show(_ text: String) {
    guard !isQuiet else { return }
    guard isTerminal else {
      Terminal.write(text + "\n")
      return
    }
    let width = Terminal.width(1)
    let line = text.count < width ? text : String(text.prefix(max(width - 4, 1))) + "..."
    Terminal.write("\r\(line)\u{1B}[K")
    isLineOpen = true
  }

  private func endLine() {
    if isLineOpen { Terminal.write("\n") }
    isLineOpen = false
  }

  public func command(_ text: String) {
    endLine()
    Terminal.writeError(text + "\n")
  }

  public func explain(_ text: String) {
    endLine()
    Terminal.writeError("explain: \(text)\n")
  }

  public func warning(_ text: String) {
    endLine()
    Terminal.writeError("molt: warning: \(text)\n")
  }

  public func message(_ text: String) {
    endLine()
    Terminal.writeError(text)
  }

  public func close() { endLine() }
}
