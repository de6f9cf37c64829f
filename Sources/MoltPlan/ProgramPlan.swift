import MoltSpec

/// What linking needs to know of the program as a whole.
public struct ProgramPlan: Sendable, Equatable {
  /// Module names, sorted.
  public var modules: [String]
  public var main: String
  /// Names of the native modules to link, in the order of `NativeModule.all`.
  public var natives: [String] = []

  public init(modules: [String], main: String, natives: [String] = []) {
    self.modules = modules
    self.main = main
    self.natives = natives
  }

  /// - Parameter includesCompiler: the program may compile text, although no module says so; then it also gets all native
  ///   modules, for that text to use.
  public init(_ summaries: [Summary], main: String, includesCompiler: Bool = false) {
    let wanted = includesCompiler ? Set(NativeModule.all.map(\.name)) : Set(summaries.flatMap(\.natives))
    self.init(
      modules: summaries.map(\.module).sorted(), main: main,
      natives: NativeModule.all.filter { $0.setUp != nil && ($0.isAlwaysLinked || wanted.contains($0.name)) }.map(
        \.name))
  }

  public func encode() -> [UInt8] {
    let lines = ["program\t\(main)"] + modules.map { "module\t\($0)" } + natives.map { "native\t\($0)" }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  public static func decode(_ bytes: [UInt8]) throws(PlanReadError) -> ProgramPlan {
    var result: ProgramPlan? = nil
    for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n").enumerated() {
      let words = line.split(separator: "\t").map(String.init)
      switch (words.first, words.count) {
      case ("program", 2): result = ProgramPlan(modules: [], main: words[1])
      case ("module", 2): result?.modules.append(words[1])
      case ("native", 2) where NativeModule.named(words[1])?.setUp != nil: result?.natives.append(words[1])
      default: throw PlanReadError(line: index + 1, message: "unknown fact '\(words.first ?? "")'")
      }
    }
    guard let result, result.modules.contains(result.main) else {
      throw PlanReadError(line: 1, message: "the program has no main module")
    }
    return result
  }
}
