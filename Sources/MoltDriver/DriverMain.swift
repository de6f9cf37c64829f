#if canImport(Glibc)
import Glibc
#endif
import MoltSupport

/// The command line of `molt`.
public enum DriverMain {
  static let summary = """
    Molt compiles Python 3.12 programs into small native executables.

    commands:
      build [FILE.py|DIR]     compile a program
      run FILE.py [ARG…]      compile a program and run it
      inspect ARTIFACT…       show an intermediate file as text
      clean [DIR]             remove what builds left in DIR/.molt
      cache                   show, verify or empty the store that all programs share
    """

  public static func main() -> Never {
    // An interrupted terminal or a closed pipe shows as a failed write, not as a sudden end with files half written.
    signal(SIGPIPE, SIG_IGN)
    var table = OptionTable("molt", summary, usage: ["COMMAND [OPTION…] [ARGUMENT…]"])
    table.epilogue = "molt COMMAND --help tells more about a command."
    table.stopsAtFirstArgument = true
    let arguments = Array(CommandLine.arguments.dropFirst())
    let command = arguments.first
    let rest = Array(arguments.dropFirst())
    switch command {
    case "build": Tool.main(buildTable("build"), arguments: rest) { try build($0, runs: false) }
    case "run": Tool.main(buildTable("run"), arguments: rest) { try build($0, runs: true) }
    case "inspect": Tool.main(inspectTable, arguments: rest, inspect)
    case "clean": Tool.main(cleanTable, arguments: rest, clean)
    case "cache": Tool.main(cacheTable, arguments: rest, cache)
    default:
      Tool.main(table, arguments: arguments) { options in
        guard let name = options.arguments.first else {
          Terminal.writeError(table.help)
          return .usage
        }
        throw table.usageError("unknown command '\(name)'")
      }
    }
  }

  // MARK: build and run

  static func buildTable(_ command: String) -> OptionTable {
    let runs = command == "run"
    var table = OptionTable(
      "molt \(command)",
      runs
        ? "Compiles a program if needed and runs it. Arguments after the file are the program's own."
        : "Compiles FILE.py, or the program whose __main__.py is in DIR, with all modules that it imports.",
      usage: [runs ? "[OPTION…] FILE.py [ARG…]" : "[OPTION…] [FILE.py|DIR]"])
    table.stopsAtFirstArgument = runs
    table.value("-o", "--output", "FILE", "the executable (default: the program's name in the current directory)")
    table.value(nil, "--target", "TARGET", Target.allCases.map(\.rawValue).joined(separator: " or "))
    table.value(nil, "--main", "MODULE", "the main module, searched in DIR, as in python -m MODULE")
    table.value("-j", "--jobs", "N", "run N jobs at once (default: make's jobserver, else the number of processors)")
    table.flag(nil, "--explain", "say why each job runs")
    table.flag("-v", "--verbose", "show each command")
    table.flag(nil, "--no-opt", "do not optimise")
    table.flag(nil, "--quick", "build quickly: Molt's own optimisations, but none of LLVM's")
    table.flag(nil, "--fail-guards", "make every guard of a likely fact fail, so that the general code runs")
    table.flag(nil, "--count-references", "print at exit how many references each line retained and released")
    table.flag(nil, "--dynamic", "link the compiler in, although no module names eval, exec or compile")
    table.flag(nil, "--frames", "let functions keep frames with their variables, although no module names f_locals")
    table.flag(nil, "--remarks", "say for each line what stayed dynamic, and why")
    table.flag("-q", "--quiet", "no progress")
    table.value(nil, "--depfile", "FILE", "write the files that were read as a make rule")
    table.value(nil, "--diagnostics", "FORM", "text (CPython's form, the default) or json (one object per line)")
    return table
  }

  static func build(_ options: ParsedOptions, runs: Bool) throws -> ExitCode {
    let table = buildTable(runs ? "run" : "build")
    var jobs: Int?
    if let text = options.value("--jobs") {
      guard let number = Int(text), number > 0 else {
        throw table.usageError("-j needs a positive number, not '\(text)'")
      }
      jobs = number
    }
    let request = try self.request(options, table, runs: runs)
    var settings = BuildOptions()
    settings.explain = options.has("--explain")
    settings.verbose = options.has("--verbose")
    settings.format = try options.messageFormat(table)
    settings.showsRemarks = options.has("--remarks")
    let console = TerminalConsole(isQuiet: runs || options.has("--quiet"))
    let files = DiskFileSystem()

    let installation = Installation(executable: ownPath())
    // Held until this process ends, so that two builds of one program take turns.
    let lock = try WorkLock(request.workDirectory, console)
    defer { withExtendedLifetime(lock) {} }
    var earlier = BuildRecord.load(request, files: files)
    let before = earlier
    let reason = earlier?.reasonToBuild(Build.fingerprint(request, settings, installation), files: files)
    if let record = earlier, reason == nil {
      if record != before {
        try files.write(record.encoded().encoded(), to: Build.recordPath(request), executable: false)
      }
      if settings.explain { console.explain("nothing changed") }
      console.message(record.diagnostics)
    } else {
      if settings.explain { console.explain(reason ?? "there is no record of an earlier build") }
      Files.removeTree(Path.join(request.workDirectory, "tmp"))
      let root = try DiskStore.defaultRoot(environment: Environment.value)
      let build = Build(
        request: request, options: settings, installation: installation,
        toolchain: try Toolchain.find(request.target, environment: Environment.value, files: files), files: files,
        store: DiskStore(root: root), digests: DiskFileDigestCache(root: root),
        executor: ProcessExecutor(jobs: jobs, makeFlags: Environment.value("MAKEFLAGS")), console: console,
        earlier: earlier, session: "\(getpid()).\(Clock.wall())")
      let outcome: BuildOutcome
      do {
        outcome = try build.run()
      } catch {
        console.close()
        throw error
      }
      console.close()
      switch outcome {
      case .failed: return .programErrors
      case .interrupted(let signal): endBySignal(signal)
      case .built, .upToDate: break
      }
      earlier = build.record
    }
    if settings.showsRemarks, let record = earlier { console.message(try record.remarks(files: files)) }
    if let path = options.value("--depfile"), let record = earlier {
      let sources = record.inputs.keys.sorted().map { Path.relative($0, to: Path.absolute(".").replacingDot) }
      let text = Depfile.text(outputs: [options.value("--output") ?? request.output], inputs: sources)
      try Files.write(Array(text.utf8), to: path)
    }
    if runs { try execute(request, Array(options.arguments.dropFirst())) }
    return .success
  }

  /// Turns what was typed into absolute paths.
  static func request(_ options: ParsedOptions, _ table: OptionTable, runs: Bool) throws(ToolError) -> BuildRequest {
    guard runs || options.arguments.count <= 1 else { throw table.usageError("one program at a time") }
    let given = options.arguments.first ?? "."
    if runs, options.arguments.isEmpty { throw table.usageError("no file given") }
    var target = Target.linux
    if let name = options.value("--target") {
      guard let known = Target(rawValue: name) else {
        throw table.usageError(
          "--target is \(Target.allCases.map(\.rawValue).joined(separator: " or ")), not '\(name)'")
      }
      target = known
    }
    guard let stamp = Files.stamp(given), let real = Path.real(given) else { throw .system(given, ENOENT) }
    var root = real
    var main: String
    var package = ""
    if let module = options.value("--main") {
      if !stamp.isDirectory { root = Path.parent(real) }
      let relative = module.split(separator: ".").joined(separator: "/")
      let candidates = [relative + ".py", relative + "/__main__.py"].map { Path.join(root, $0) }
      guard let found = candidates.first(where: { Files.stamp($0)?.isFile == true }) else {
        throw ToolError(
          "\(given): no module named '\(module)' (searched \(candidates.joined(separator: ", ")))", .system)
      }
      main = found
      package = found == candidates[1] ? module : module.lastIndex(of: ".").map { String(module[..<$0]) } ?? ""
    } else if stamp.isDirectory {
      main = Path.join(real, "__main__.py")
      guard Files.stamp(main)?.isFile == true else {
        throw ToolError("\(given): a directory without __main__.py; name the main file or use --main", .system)
      }
    } else {
      main = real
      root = Path.parent(real)
    }
    let isProgramName = stamp.isDirectory && options.value("--main") == nil
    let name = options.value("--main") ?? (isProgramName ? Path.name(real) : Path.stem(given))
    var request = BuildRequest(
      root: root, mainFile: main, mainPackage: package, output: "", target: target, optimise: !options.has("--no-opt"))
    request.isQuick = options.has("--quick")
    request.failsGuards = options.has("--fail-guards")
    request.countsReferences = options.has("--count-references")
    request.includesCompiler = options.has("--dynamic")
    request.keepsFrames = options.has("--frames")
    request.workRoot = try workRoot(root)
    if let output = options.value("--output") {
      request.output = Path.absolute(output)
    } else if runs {
      request.output = Path.join(request.workDirectory, "run", name + target.executableSuffix)
      try Files.makeDirectory(Path.parent(request.output))
    } else {
      request.output = Path.absolute(name + target.executableSuffix)
    }
    if let stamp = Files.stamp(request.output), !stamp.isDirectory, !stamp.isFile {
      throw ToolError("\(request.output) is not a file that a build could replace; name another one with -o", .usage)
    }
    if Files.stamp(request.output)?.isDirectory == true {
      throw ToolError("\(options.value("--output") ?? name): is a directory; -o names the executable", .system)
    }
    return request
  }

  /// `root/.molt`, made if need be; a directory of the cache when `root` belongs to somebody else.
  static func workRoot(_ root: String) throws(ToolError) -> String {
    let path = Path.join(root, ".molt")
    if Files.isWritable(path) || (Files.stamp(path) == nil && Files.isWritable(root)) { return path }
    let name = Digest(of: Array(root.utf8)).description
    return Path.join(try DiskStore.defaultRoot(environment: Environment.value), "v1/work", name)
  }

  private static func ownPath() -> String { Path.real("/proc/self/exe") ?? CommandLine.arguments[0] }

  /// Replaces this process by the program.
  private static func execute(_ request: BuildRequest, _ arguments: [String]) throws(ToolError) {
    var words = [request.output] + arguments
    if request.target == .wasi { words = ["wasmkit", "run", request.output] + arguments }
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    pointers.append(nil)
    signal(SIGPIPE, SIG_DFL)
    execvp(words[0], pointers)
    throw .system(words[0], errno)
  }

  /// Ends as the signal would have ended this process, so that a shell or make sees why.
  private static func endBySignal(_ number: Int32) -> Never {
    signal(number, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    sigprocmask(SIG_UNBLOCK, &set, nil)
    kill(getpid(), number)
    exit(128 + number)
  }

  // MARK: inspect and clean

  static var inspectTable: OptionTable {
    var table = OptionTable(
      "molt inspect", "Shows artifacts as text.", usage: ["ARTIFACT…", "--after PASS MODULE.mir…"])
    table.value(
      nil, "--after", "PASS",
      "show MIR as it is after a pass of molt-codegen: lower, inline, specialise, simplify, ownership or split")
    return table
  }

  static func inspect(_ options: ParsedOptions) throws -> ExitCode {
    guard !options.arguments.isEmpty else { throw inspectTable.usageError("no artifact given") }
    for path in options.arguments {
      if let pass = options.value("--after") {
        Terminal.write(
          try Inspect.text(path, after: pass, codegen: Installation(executable: ownPath()).tool("molt-codegen")))
      } else {
        Terminal.write(try Inspect.text(path))
      }
    }
    return .success
  }

  static var cleanTable: OptionTable {
    OptionTable(
      "molt clean", "Removes what builds left in DIR/.molt (default: the current directory).", usage: ["[DIR]"])
  }

  static func clean(_ options: ParsedOptions) throws -> ExitCode {
    guard options.arguments.count <= 1 else { throw cleanTable.usageError("one directory at a time") }
    let directory = options.arguments.first ?? "."
    guard Files.stamp(directory)?.isDirectory == true else { throw ToolError.system(directory, ENOTDIR) }
    Files.removeTree(try workRoot(Path.real(directory) ?? directory))
    return .success
  }

  static var cacheTable: OptionTable {
    var table = OptionTable(
      "molt cache",
      "Shows where the store is and how much it holds. It is $MOLT_CACHE, else $XDG_CACHE_HOME/molt or ~/.cache/molt.",
      usage: ["[--verify | --clear]"])
    table.flag(nil, "--verify", "read everything, drop what is damaged, and fail if something was")
    table.flag(nil, "--clear", "remove everything")
    return table
  }

  static func cache(_ options: ParsedOptions) throws -> ExitCode {
    guard options.arguments.isEmpty else { throw cacheTable.usageError("no arguments are expected") }
    let store = DiskStore(root: try DiskStore.defaultRoot(environment: Environment.value))
    store.report = { Terminal.writeError("molt cache: \($0)\n") }
    if options.has("--clear") {
      Files.removeTree(Path.join(store.root, "v1"))
      return .success
    }
    store.sweep(now: Clock.wall())
    let totals = try store.survey(verify: options.has("--verify"))
    Terminal.write("\(store.root): \(totals.files) files, \(totals.bytes) bytes, \(totals.damaged) damaged\n")
    return totals.damaged == 0 ? .success : .badArtifact
  }
}

extension String {
  /// An absolute path that ends in `/.` without that end.
  var replacingDot: String { hasSuffix("/.") ? String(dropLast(2)) : self }
}
