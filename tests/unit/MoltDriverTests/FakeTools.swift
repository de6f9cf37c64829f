import MoltSupport
import MoltSyntax
import MoltTree

@testable import MoltDriver

/// Runs the stages of a toy language in memory. A source is lines of `import NAME`, `from NAME import NAME` (with
/// dots),
/// `guarded import NAME`, `def NAME` (which the summary shows to importers), `warn TEXT`, `error TEXT`, `all NAME…`
/// (`__all__`), and anything else (which only code generation sees). `#` begins a comment, which lowering drops.
final class FakeTools: Executor {
  let files: MemoryFileSystem
  var limit = 2
  /// Names of the stages that ran, with the module where there is one: "parse app", "plan".
  var ran: [String] = []
  var commands: [Command] = []
  var largestRunning = 0
  /// Called when a job starts, before it reads anything.
  var onStart: (String) -> Void = { _ in }
  private var queue: [(id: Int, command: Command)] = []

  init(files: MemoryFileSystem) { self.files = files }

  func mayStart(running: Int) -> Bool { running < limit }

  func start(_ command: Command, id: Int) {
    queue.append((id, command))
    commands.append(command)
    largestRunning = max(largestRunning, queue.count)
  }

  /// Ends the job that started last, so that nothing depends on jobs ending in order.
  func next(isWaitingToStart: Bool) -> ExecutorEvent {
    let (id, command) = queue.removeLast()
    let (code, output) = run(command)
    return .finished(id: id, termination: .exited(code), output: output)
  }

  private func run(_ command: Command) -> (Int32, String) {
    var arguments = Arguments(command.arguments)
    switch Path.name(command.executable) {
    case "molt-parse": return parse(&arguments)
    case "molt-lower": return lower(&arguments)
    case "molt-codegen": return codegen(&arguments)
    case "molt-link": return arguments.flags.contains("--plan") ? plan(&arguments) : link(&arguments)
    default: return (2, "no such tool\n")
    }
  }

  struct Arguments {
    var values: [String: String] = [:]
    var flags: Set<String> = []
    var inputs: [String] = []

    init(_ words: [String]) {
      var rest = words[...]
      while let word = rest.popFirst() {
        let isFlag = ["--plan", "--no-opt", "--quick", "--fail-guards", "--count-references", "--is-package"].contains(
          word)
        if isFlag, !(word == "--plan" && words.contains("--parts")) {
          flags.insert(word)
        } else if word.hasPrefix("-") {
          values[word] = rest.popFirst()
        } else {
          inputs.append(word)
        }
      }
    }
  }

  private func text(_ path: String) -> String { String(decoding: files.files[path]?.bytes ?? [], as: UTF8.self) }

  private func write(_ kind: ArtifactKind, _ text: String, _ path: String?) {
    files.write(Container(kind: kind, payload: Array(text.utf8)).encoded(), to: path!, executable: false)
  }

  private func payload(_ path: String) -> String {
    String(decoding: (try? Container.decode(files.files[path]?.bytes ?? [], path: path).payload) ?? [], as: UTF8.self)
  }

  private func parse(_ arguments: inout Arguments) -> (Int32, String) {
    let module = arguments.values["--module"]!
    ran.append("parse \(module)")
    onStart(ran.last!)
    let source = text(arguments.inputs[0])
    var requests: [ImportRequest] = []
    var printed = ""
    var exports: [String] = []
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var words = line.split(separator: " ").map(String.init)
      let isGuarded = words.first == "guarded"
      if isGuarded { words.removeFirst() }
      switch words.first {
      case "import", "from":
        let dots = words[1].prefix { $0 == "." }.count
        requests.append(
          ImportRequest(
            level: dots, module: String(words[1].dropFirst(dots)), names: words.count > 3 ? [words[3]] : [],
            isGuarded: isGuarded, line: index + 1, column: 0, endLine: index + 1, endColumn: line.utf8.count))
      case "all": exports += words.dropFirst()
      case "warn": printed += "\(arguments.values["--path"]!):\(index + 1): \(line)\n"
      case "error": return (1, "\(arguments.values["--path"]!):\(index + 1): \(line)\n")
      default: break
      }
    }
    var ast = AST()
    var offset: UInt32 = 0
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      ast.lineStarts.append(offset)
      offset += UInt32(line.utf8.count) + 1
    }
    if let last = ast.lineStarts.last, last > UInt32(source.utf8.count) { ast.lineStarts.removeLast() }
    let parsed = ParsedModule(
      name: module, path: arguments.values["--path"]!, package: arguments.values["--package"]!, isPackage: false,
      source: Array(source.utf8), ast: ast)
    files.write(parsed.encoded().encoded(), to: arguments.values["-o"]!, executable: false)
    files.write(
      ImportList(requests: requests, exports: exports).encoded().encoded(), to: arguments.values["--imports"]!,
      executable: false)
    return (0, printed)
  }

  private func lower(_ arguments: inout Arguments) -> (Int32, String) {
    let parsed = try! ParsedModule.decode(
      try! Container.decode(files.files[arguments.inputs[0]]!.bytes, path: ""), path: "")
    ran.append("lower \(parsed.name)")
    onStart(ran.last!)
    let lines = String(decoding: parsed.source, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
    write(.mir, lines.joined(separator: "\n"), arguments.values["-o"])
    let shown = lines.filter { $0.hasPrefix("def ") || $0.hasPrefix("import ") }
    write(.summary, ([parsed.name] + shown.map(String.init)).joined(separator: "\n"), arguments.values["--summary"])
    return (0, "")
  }

  /// The slice of a module is what the modules that it imports define.
  private func plan(_ arguments: inout Arguments) -> (Int32, String) {
    ran.append("plan")
    onStart("plan")
    let summaries = arguments.inputs.map { payload($0).split(separator: "\n").map(String.init) }
    let byName = Dictionary(uniqueKeysWithValues: summaries.map { ($0[0], $0.dropFirst()) })
    for summary in summaries {
      var facts: [String] = []
      for line in summary.dropFirst() where line.hasPrefix("import ") {
        facts += (byName[String(line.dropFirst(7))] ?? []).filter { $0.hasPrefix("def ") }
      }
      write(.plan, facts.joined(separator: "\n"), Path.join(arguments.values["-o"]!, "\(summary[0]).mplan"))
    }
    write(.plan, byName.keys.sorted().joined(separator: " "), Path.join(arguments.values["-o"]!, "+program.mplan"))
    return (0, "")
  }

  /// Each line that begins with `part` is a part of its own, before those with the rest.
  private func codegen(_ arguments: inout Arguments) -> (Int32, String) {
    let name = String(Path.name(arguments.inputs[0]).dropLast(4))
    if let number = arguments.values["--part"] { return compile(name, number, &arguments) }
    ran.append("codegen \(name)")
    onStart(ran.last!)
    let lines = payload(arguments.inputs[0]).split(separator: "\n")
    let rest = lines.filter { !$0.hasPrefix("part ") }.joined(separator: "\n")
    let texts =
      [rest + "|" + payload(arguments.values["--plan"]!)] + lines.filter { $0.hasPrefix("part ") }.map(String.init)
    let code = CodeParts(texts: texts.map { Array("\($0)\n".utf8) })
    files.write(code.encoded().encoded(), to: arguments.values["-o"]!, executable: false)
    files.write(code.list.encoded().encoded(), to: arguments.values["--parts"]!, executable: false)
    if let path = arguments.values["--remarks"] { write(.remarks, "\(name).py:1:1: remark: slow\n", path) }
    return (0, "")
  }

  private func compile(_ name: String, _ number: String, _ arguments: inout Arguments) -> (Int32, String) {
    ran.append("compile \(name)/\(number)")
    onStart(ran.last!)
    let path = arguments.inputs[0]
    guard let container = try? Container.decode(files.files[path]!.bytes, expected: .code, path: path),
      let code = try? CodeParts.decode(container, path: path)
    else { return (4, "molt-codegen: error: \(path): no code\n") }
    files.write(code.texts[Int(number)!], to: arguments.values["-o"]!, executable: false)
    return (0, "")
  }

  private func link(_ arguments: inout Arguments) -> (Int32, String) {
    ran.append("link")
    onStart("link")
    let program = arguments.inputs.map(text).joined() + payload(arguments.values["--program"]!)
    files.write(Array(program.utf8), to: arguments.values["-o"]!, executable: true)
    return (0, "")
  }
}

final class SilentConsole: Console {
  var messages = ""
  var warnings: [String] = []
  var explanations: [String] = []
  func started(_ job: String, done: Int, known: Int) {}
  func finished(_ job: String, done: Int, known: Int) {}
  func command(_ text: String) {}
  func explain(_ text: String) { explanations.append(text) }
  func warning(_ text: String) { warnings.append(text) }
  func message(_ text: String) { messages += text }
  func close() {}
}

/// A machine with Molt installed, a program in /app and a store.
final class Workshop {
  let files = MemoryFileSystem()
  var store: any ArtifactStore = MemoryStore()
  var options = BuildOptions()
  var request = BuildRequest(root: "/app", mainFile: "/app/main.py", output: "/out/main")
  var limit = 2
  var installation = Installation(tools: "/molt/bin", runtimes: "/molt/lib/molt")
  var console = SilentConsole()
  var tools: FakeTools!
  var onStart: (String) -> Void = { _ in }

  init(_ sources: [String: String] = [:]) {
    for tool in ["molt-parse", "molt-lower", "molt-link", "molt-codegen"] { files.put("/molt/bin/\(tool)", tool) }
    for target in Target.allCases {
      files.put("/molt/lib/molt/\(target.rawValue)/libMoltRuntime.a", "runtime")
      files.put("/molt/lib/molt/\(target.rawValue)/libMoltDynamic.a", "compiler")
    }
    for tool in ["clang", "lld"] { files.put("/usr/bin/\(tool)", tool) }
    for (name, text) in sources { files.put("/app/\(name)", text) }
    files.clock += 10_000_000_000
  }

  func edit(_ name: String, _ text: String) {
    files.put("/app/\(name)", text)
    files.clock += 10_000_000_000
  }

  /// Another place for the same tools.
  func install(at root: String) {
    for (path, file) in files.files where path.hasPrefix("/molt/") {
      files.put(root + path.dropFirst("/molt".count), String(decoding: file.bytes, as: UTF8.self))
    }
    files.clock += 10_000_000_000
    installation = Installation(tools: "\(root)/bin", runtimes: "\(root)/lib/molt")
  }

  var record: BuildRecord? { BuildRecord.load(request, files: files) }

  /// Builds as `molt build` does. Returns the outcome and, sorted, what ran.
  @discardableResult func build() throws -> (outcome: BuildOutcome, ran: [String]) {
    console = SilentConsole()
    var earlier = record
    if earlier?.reasonToBuild(Build.fingerprint(request, options, installation), files: files) == nil, let earlier {
      console.message(earlier.diagnostics)
      return (.upToDate, [])
    }
    tools = FakeTools(files: files)
    tools.limit = limit
    tools.onStart = onStart
    let build = Build(
      request: request, options: options, installation: installation,
      toolchain: Toolchain(clang: "/usr/bin/clang", linker: "/usr/bin/lld", libraries: []), files: files, store: store,
      digests: nil, executor: tools, console: console, earlier: earlier)
    return (try build.run(), tools.ran.sorted())
  }

  var program: String { String(decoding: files.files[request.output]?.bytes ?? [], as: UTF8.self) }
}
