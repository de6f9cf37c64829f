import MoltSupport

public enum Target: String, CaseIterable, Sendable {
  case linux = "x86_64-linux"
  case wasi = "wasm32-wasi"

  public var executableSuffix: String { self == .wasi ? ".wasm" : "" }
}

/// What to build, fully resolved: nothing here depends on the current directory or the environment any more.
public struct BuildRequest: Sendable {
  /// Directory that modules are searched in: the main file's own. Absolute, no symbolic links.
  public var root: String
  /// The main file, absolute.
  public var mainFile: String
  /// `__package__` of the main module: empty, or the package when a module of one is run (`--main pkg.mod`).
  public var mainPackage: String
  /// The executable, absolute.
  public var output: String
  public var target: Target
  public var optimise: Bool
  /// Every guard of a likely fact is made to fail; for tests.
  public var failsGuards = false
  /// LLVM does not optimise: the build is quick, the program slow.
  public var isQuick = false
  /// The program prints at exit how many references each line retained and released.
  public var countsReferences = false
  /// The program is linked with the compiler although none of its modules names `eval`, `exec` or `compile`.
  public var includesCompiler = false
  /// Functions keep frames that show their variables although no module names what looks at them.
  public var keepsFrames = false

  public init(
    root: String, mainFile: String, mainPackage: String = "", output: String, target: Target = .linux,
    optimise: Bool = true
  ) {
    self.root = root
    workRoot = Path.join(root, ".molt")
    self.mainFile = mainFile
    self.mainPackage = mainPackage
    self.output = output
    self.target = target
    self.optimise = optimise
  }

  /// Holds the work directories of all programs of `root`: `root/.molt`, or a place in the cache where `root` is
  /// read-only.
  public var workRoot: String

  /// Where this program's intermediate files live. Programs that share a directory do not share it, so that they can be
  /// built at once; what they have in common they find in the store.
  public var workDirectory: String {
    let name = Path.relative(mainFile, to: root)
    let program = (name.hasSuffix(".py") ? String(name.dropLast(3)) : name).map { $0 == "/" ? "." : String($0) }
      .joined()
    return Path.join(
      workRoot,
      target.rawValue
        + (lowerFlags + codegenFlags + planFlags.filter { $0 == "--dynamic" }).map { $0.dropFirst() }.joined(),
      program)
  }

  /// The flags of molt-lower, where they do not follow from the sources.
  var lowerFlags: [String] { keepsFrames ? ["--frames"] : [] }

  /// The flags of molt-codegen that say how the program is compiled.
  var codegenFlags: [String] {
    (optimise ? [] : ["--no-opt"]) + (isQuick ? ["--quick"] : []) + (failsGuards ? ["--fail-guards"] : [])
      + (countsReferences ? ["--count-references"] : [])
  }

  /// The flags of molt-link that say what the program is planned with.
  var planFlags: [String] { (optimise ? [] : ["--no-opt"]) + (includesCompiler ? ["--dynamic"] : []) }
}

/// The programs and libraries that Molt itself consists of.
public struct Installation: Sendable {
  /// Directory of the stage executables.
  public var tools: String
  /// Directory with one subdirectory for each target, each holding `libMoltRuntime.a` and `libMoltDynamic.a`.
  public var runtimes: String

  public init(tools: String, runtimes: String) {
    self.tools = tools
    self.runtimes = runtimes
  }

  /// Beside the running executable: `bin/molt-parse` and `lib/molt/TARGET`.
  public init(executable: String) {
    let directory = Path.parent(Path.real(executable) ?? executable)
    self.init(tools: directory, runtimes: Path.join(Path.parent(directory), "lib/molt"))
  }

  public func tool(_ name: String) -> String { Path.join(tools, name) }
  public func runtime(_ target: Target) -> String { Path.join(runtimes, target.rawValue, "libMoltRuntime.a") }
  /// The compiler for programs that compile text while they run.
  public func compiler(_ target: Target) -> String { Path.join(runtimes, target.rawValue, "libMoltDynamic.a") }
}
