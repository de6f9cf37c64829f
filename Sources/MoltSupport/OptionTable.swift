/// The command line of one tool, from which parsing and `--help` both come. Hand-written because a stage starts in
/// 0.05 ms: swift-argument-parser brings FoundationEssentials, with which the same program is 24 MB and takes 1.6 ms.
public struct OptionTable: Sendable {
  struct Row: Sendable {
    var short: String?
    var long: String
    /// nil for a flag.
    var value: String?
    var help: String
  }

  public let tool: String
  /// What the tool does, in a sentence or two.
  public let summary: String
  /// What follows the tool's name, one line per form.
  public let usage: [String]
  /// Text after the options.
  public var epilogue = ""
  /// Stop at the first argument that is not an option and leave the rest alone.
  public var stopsAtFirstArgument = false
  var rows: [Row] = []

  public init(_ tool: String, _ summary: String, usage: [String]) {
    self.tool = tool
    self.summary = summary
    self.usage = usage
    flag(nil, "--help", "print this and exit")
    flag(nil, "--version", "print the version and exit")
  }

  public mutating func flag(_ short: String? = nil, _ long: String, _ help: String) {
    rows.append(Row(short: short, long: long, value: nil, help: help))
  }

  public mutating func value(_ short: String? = nil, _ long: String, _ name: String, _ help: String) {
    rows.append(Row(short: short, long: long, value: name, help: help))
  }

  /// Parses arguments (without the program's name). `@FILE` stands for the lines of FILE.
  public func parse(_ arguments: [String]) throws(ToolError) -> ParsedOptions {
    var result = ParsedOptions()
    var rest = try expanded(arguments)[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        result.arguments += rest
        break
      }
      if argument == "-" || !argument.hasPrefix("-") {
        result.arguments.append(argument)
        if stopsAtFirstArgument {
          result.arguments += rest
          break
        }
        continue
      }
      let (name, attached) = split(argument)
      guard let row = rows.first(where: { $0.long == name || $0.short == name }) else {
        throw usageError("unknown option \(name)")
      }
      if row.value != nil {
        guard let text = attached ?? rest.popFirst() else { throw usageError("\(name) needs a value") }
        result.values[row.long, default: []].append(text)
      } else {
        guard attached == nil else { throw usageError("\(name) takes no value") }
        result.values[row.long, default: []].append("")
      }
    }
    return result
  }

  public func usageError(_ message: String) -> ToolError {
    ToolError("\(message) (see \(tool) --help)", .usage)
  }

  /// `--name=value` and `-xvalue` come apart; `-x` and `--name` stay whole.
  private func split(_ argument: String) -> (String, String?) {
    if argument.hasPrefix("--") {
      guard let equals = argument.firstIndex(of: "=") else { return (argument, nil) }
      return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
    }
    if rows.contains(where: { $0.short == argument }) { return (argument, nil) }
    let name = String(argument.prefix(2))
    return argument.count > 2 ? (name, String(argument.dropFirst(2))) : (name, nil)
  }

  private func expanded(_ arguments: [String]) throws(ToolError) -> [String] {
    var result: [String] = []
    for argument in arguments {
      if argument.hasPrefix("@"), argument.count > 1, !stopsAtFirstArgument {
        let text = String(decoding: try Files.read(String(argument.dropFirst())), as: UTF8.self)
        result += text.split(separator: "\n").map(String.init)
      } else {
        result.append(argument)
      }
    }
    return result
  }

  public var help: String {
    var text = ""
    for (index, line) in usage.enumerated() { text += "\(index == 0 ? "usage: " : "       ")\(tool) \(line)\n" }
    text += "\n\(summary)\n\noptions:\n"
    let heads = rows.map { row in
      (row.short.map { "\($0), " } ?? "    ") + row.long + (row.value.map { " \($0)" } ?? "")
    }
    let width = heads.map(\.count).max() ?? 0
    for (head, row) in zip(heads, rows) {
      text += "  \(head)\(String(repeating: " ", count: width - head.count + 2))\(row.help)\n"
    }
    if !epilogue.isEmpty { text += "\n\(epilogue)\n" }
    text += "\nexit codes:\n"
    for code in ExitCode.allCases {
      let number = String(code.rawValue)
      text += "  \(number)\(String(repeating: " ", count: 4 - number.count))\(code.meaning)\n"
    }
    return text
  }
}

/// What a command line said. Options are asked for by their long name.
public struct ParsedOptions: Sendable {
  public internal(set) var arguments: [String] = []
  var values: [String: [String]] = [:]

  public func has(_ long: String) -> Bool { values[long] != nil }
  /// The last value given.
  public func value(_ long: String) -> String? { values[long]?.last }
  public func all(_ long: String) -> [String] { values[long] ?? [] }
}
