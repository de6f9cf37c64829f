/// What linking needs to know of the program as a whole.
public struct ProgramPlan: Sendable, Equatable {
  /// Module names, sorted.
  public var modules: [String]
  public var main: String

  public init(modules: [String], main: String) {
    self.modules = modules
    self.main = main
  }

  public func encode() -> [UInt8] {
    Array(("program\t\(main)\n" + modules.map { "module\t\($0)\n" }.joined()).utf8)
  }

  public static func decode(_ bytes: [UInt8]) throws(PlanReadError) -> ProgramPlan {
    var result: ProgramPlan? = nil
    for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n").enumerated() {
      let words = line.split(separator: "\t").map(String.init)
      switch (words.first, words.count) {
      case ("program", 2): result = ProgramPlan(modules: [], main: words[1])
      case ("module", 2): result?.modules.append(words[1])
      default: throw PlanReadError(line: index + 1, message: "unknown fact '\(words.first ?? "")'")
      }
    }
    guard let result, result.modules.contains(result.main) else {
      throw PlanReadError(line: 1, message: "the program has no main module")
    }
    return result
  }
}
