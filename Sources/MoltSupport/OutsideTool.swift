/// Programs from outside that stages use.
public enum OutsideTool {
  /// The path of clang, ld.lld or wasm-ld: in `$MOLT_TOOLCHAIN` (a directory) when that is set, else beside `swiftc`,
  /// else on `$PATH`.
  public static func locate(_ name: String, environment: (String) -> String?) throws(ToolError) -> String {
    var searched: [String] = []
    if let directory = environment("MOLT_TOOLCHAIN"), !directory.isEmpty {
      searched = [directory]
    } else {
      let path = (environment("PATH") ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
      if let swiftc = path.map({ Path.join($0, "swiftc") }).first(where: { Files.stamp($0) != nil }) {
        searched.append(Path.parent(Path.real(swiftc) ?? swiftc))
      }
      searched += path
    }
    for directory in searched {
      let path = Path.join(directory, name)
      if Files.stamp(path)?.isFile == true { return path }
    }
    throw ToolError(
      "\(name) not found; searched \(searched.joined(separator: ", ")) (MOLT_TOOLCHAIN names its directory)", .system)
  }
}
