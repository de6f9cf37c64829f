import MoltCodegen
import MoltSupport

/// The outside compiler that makes object code of LLVM IR.
struct Clang {
  private let path: String?
  private let target: Target
  private let level: String

  init(_ options: ParsedOptions, _ target: Target) {
    path = options.value("--clang")
    self.target = target
    level = options.has("--no-opt") || options.has("--quick") ? "-O0" : "-O2"
  }

  func compile(_ text: [UInt8], to output: String) throws(ToolError) {
    let arguments =
      [
        "--target=\(target.triple)", level, "-Wno-override-module", "-fno-pic", "-mllvm",
        "-hotcoldsplit-threshold=1000000",
        "-ffunction-sections", "-fdata-sections",
      ] + CodeTraits.flags(for: text) + ["-c", "-x", "ir", "-", "-o", output]
    try Spawn.run(try executable(), arguments, input: text)
  }

  private func executable() throws(ToolError) -> String {
    if let path { return path }
    return try OutsideTool.locate("clang", environment: Environment.value)
  }
}
