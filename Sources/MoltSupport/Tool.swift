#if canImport(Glibc)
import Glibc
#endif

public enum MoltVersion {
  public static let current = "0.1.0"
}

/// The common frame of all programs: options, one-line errors, exit codes.
public enum Tool {
  /// Parses the command line by `table`, answers `--help` and `--version`, runs `body` and exits with its code. A
  /// thrown `ToolError` becomes one line on standard error.
  public static func main(
    _ table: OptionTable, arguments: [String] = Array(CommandLine.arguments.dropFirst()),
    _ body: (ParsedOptions) throws -> ExitCode
  ) -> Never {
    do {
      let options = try table.parse(arguments)
      if options.has("--help") {
        Terminal.write(table.help)
        exit(0)
      }
      if options.has("--version") {
        Terminal.write("\(table.tool) \(MoltVersion.current)\n")
        exit(0)
      }
      exit(try body(options).rawValue)
    } catch let error as ToolError {
      Terminal.writeError("\(table.tool): error: \(oneLine(error.message))\n")
      exit(error.code.rawValue)
    } catch {
      Terminal.writeError("\(table.tool): error: \(oneLine("\(error)"))\n")
      exit(ExitCode.defect.rawValue)
    }
  }

  /// A path may hold a line end; an error stays on one line.
  static func oneLine(_ text: String) -> String {
    text.unicodeScalars.contains { $0.value < 0x20 }
      ? text.unicodeScalars.map { $0.value < 0x20 ? "\\x\(String($0.value, radix: 16))" : String($0) }.joined() : text
  }
}

extension OptionTable {
  /// The options that every stage has.
  public mutating func addStageOptions() {
    value("-o", "--output", "FILE", "where to write the result")
    value(nil, "--depfile", "FILE", "write the files that were read as a make rule")
    value(nil, "--diagnostics", "FORM", "text (CPython's form, the default) or json (one object per line)")
  }
}

extension ParsedOptions {
  public func messageFormat(_ table: OptionTable) throws(ToolError) -> MessageFormat {
    guard let name = value("--diagnostics") else { return .text }
    guard let format = MessageFormat(rawValue: name) else {
      throw table.usageError("--diagnostics is text or json, not '\(name)'")
    }
    return format
  }

  public func required(_ long: String, _ table: OptionTable) throws(ToolError) -> String {
    guard let text = value(long) else { throw table.usageError("\(long) is required") }
    return text
  }

  /// The one input file.
  public func singleArgument(_ what: String, _ table: OptionTable) throws(ToolError) -> String {
    guard arguments.count == 1 else {
      throw table.usageError(arguments.isEmpty ? "no \(what) given" : "one \(what) at a time")
    }
    return arguments[0]
  }

  /// Writes the `--depfile`, when one was asked for.
  public func writeDepfile(outputs: [String], inputs: [String]) throws(ToolError) {
    guard let path = value("--depfile") else { return }
    try Files.write(Array(Depfile.text(outputs: outputs, inputs: inputs).utf8), to: path)
  }
}

public enum Depfile {
  /// A make rule, with the characters that make gives a meaning escaped.
  public static func text(outputs: [String], inputs: [String]) -> String {
    func escaped(_ path: String) -> String {
      var result = ""
      for character in path {
        switch character {
        case " ", "#", "\\", ":", "%": result += "\\\(character)"
        case "$": result += "$$"
        default: result.append(character)
        }
      }
      return result
    }
    return outputs.map(escaped).joined(separator: " ") + ":" + inputs.map { " " + escaped($0) }.joined() + "\n"
  }
}
