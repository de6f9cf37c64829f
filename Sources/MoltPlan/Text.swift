// Summaries and plan slices as text, which is also the payload of their artifacts: one fact per line, words separated
// by tabs. Names come from Python identifiers, dotted module names and paths; tab, newline and backslash are escaped.

public struct PlanReadError: Error, CustomStringConvertible, Sendable {
  public let line: Int
  public let message: String
  public var description: String { "line \(line): \(message)" }
}

func escaped(_ text: String) -> String {
  if !text.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == UInt8(ascii: "\\") }) { return text }
  var result = ""
  for character in text.unicodeScalars {
    switch character {
    case "\t": result += "\\t"
    case "\n": result += "\\n"
    case "\\": result += "\\\\"
    default: result.unicodeScalars.append(character)
    }
  }
  return result
}

func unescaped(_ text: Substring) -> String {
  if !text.utf8.contains(UInt8(ascii: "\\")) { return String(text) }
  var result = ""
  var isEscape = false
  for character in text.unicodeScalars {
    if isEscape {
      result.unicodeScalars.append(character == "t" ? "\t" : character == "n" ? "\n" : character)
      isEscape = false
    } else if character == "\\" {
      isEscape = true
    } else {
      result.unicodeScalars.append(character)
    }
  }
  return result
}

private func line(_ words: String...) -> String { factLine(words) }

/// One fact with its words escaped.
func factLine(_ words: [String]) -> String { words.map(escaped).joined(separator: "\t") + "\n" }

private func lines(_ bytes: [UInt8]) -> [(number: Int, words: [String])] {
  String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    .filter { !$0.element.isEmpty }
    .map { ($0.offset + 1, $0.element.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)) }
}

private func count(_ word: String, _ line: Int) throws(PlanReadError) -> Int {
  guard let value = Int(word), value >= 0, value < 1 << 20 else {
    throw PlanReadError(line: line, message: "expected a small number")
  }
  return value
}

extension Summary {
  public func encode() -> [UInt8] {
    let natives = natives.map { line("native", $0) }.joined()
    return Array((line("summary", module, path, isPackage ? "package" : "module") + natives + flow.encode()).utf8)
  }

  public static func decode(_ bytes: [UInt8]) throws(PlanReadError) -> Summary {
    var result: Summary? = nil
    var flow = FlowReader()
    var failure: PlanReadError? = nil
    var number = 0
    bytes.withUnsafeBufferPointer { all in
      var start = 0
      while start < all.count, failure == nil {
        var end = start
        while end < all.count, all[end] != UInt8(ascii: "\n") { end += 1 }
        number += 1
        let line = UnsafeBufferPointer(rebasing: all[start..<end])
        start = end + 1
        if line.isEmpty { continue }
        do throws(FlowReadFailure) {
          if result != nil, try flow.read(line) { continue }
        } catch {
          failure = PlanReadError(line: number, message: "malformed flow")
          return
        }
        let words = Substring(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
          .map(unescaped)
        if words.count == 4, words[0] == "summary" {
          result = Summary(module: words[1], path: words[2], isPackage: words[3] == "package")
        } else if words.count == 2, words[0] == "native", result != nil {
          result!.natives.append(words[1])
        } else {
          failure = PlanReadError(line: number, message: "unknown fact '\(words[0])'")
        }
      }
    }
    if let failure { throw failure }
    guard var result else { throw PlanReadError(line: 1, message: "no summary line") }
    guard flow.isSound else { throw PlanReadError(line: 1, message: "the flow refers to what is not there") }
    result.flow = flow.flow
    return result
  }
}

extension PlanSlice {
  public func encode() -> [UInt8] {
    var text = line("plan", module)
    for (index, facts) in functions.sorted(by: { $0.key < $1.key }) { text += facts.encode(index) }
    return Array(text.utf8)
  }

  public static func decode(_ bytes: [UInt8]) throws(PlanReadError) -> PlanSlice {
    var result: PlanSlice? = nil
    // The function that the next facts are about.
    var index = 0
    for (number, words) in lines(bytes) {
      switch (words[0], words.count) {
      case ("plan", 2): result = PlanSlice(module: words[1])
      case ("in", 3):
        index = try count(words[1], number)
        result?.functions[index] = FunctionFacts(name: words[2])
      case ("type", _), ("call", _), ("floats", _):
        guard result?.functions[index]?.read(words) == true else {
          throw PlanReadError(line: number, message: "malformed fact")
        }
      default: throw PlanReadError(line: number, message: "unknown fact '\(words[0])'")
      }
    }
    guard let result else { throw PlanReadError(line: 1, message: "no plan line") }
    return result
  }
}
