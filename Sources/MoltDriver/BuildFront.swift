import MoltSupport
import MoltTree

// Parsing and lowering: the part of the graph that grows.
extension Build {
  func addMain() throws(ToolError) {
    try add(
      ModuleFile(
        name: Build.mainName, path: request.mainFile, displayPath: Path.relative(request.mainFile, to: request.root),
        package: request.mainPackage, isPackage: false))
    // `python -m pkg.mod` imports the package first.
    if !request.mainPackage.isEmpty {
      var prefix = ""
      for part in request.mainPackage.split(separator: ".") {
        prefix += prefix.isEmpty ? String(part) : ".\(part)"
        if case .file(let file) = finder.find(prefix) { try add(file) }
      }
    }
  }

  private func add(_ module: ModuleFile) throws(ToolError) {
    guard modules[module.name] == nil else { return }
    let path: String
    if let source = module.path {
      path = source
    } else {
      path = Path.join(work, "namespace.py")
      if files.stamp(path) == nil { try files.write([], to: path, executable: false) }
    }
    let source = try input(path)
    modules[module.name] = ModuleState(file: module, source: source)
    var flagList = ["--module", module.name, "--path", module.displayPath, "--package", module.package]
    if module.isPackage { flagList.append("--is-package") }
    if options.format != .text { flagList += ["--diagnostics", options.format.rawValue] }
    let name = module.name
    let flags = flagList
    try schedule(
      Job(
        .parse, module: name, flags: flags, inputs: [Job.Input(module.displayPath, path, source.digest)],
        outputs: [output(name, .ast), output(name, .imports)], weight: Int(source.stamp.size)
      ) { outputs in [path, "-o", outputs[0], "--imports", outputs[1]] + flags }
    ) { [unowned self] outputs throws(ToolError) in
      modules[name]!.mast = Job.Input("tree of \(name)", outputs[0].path, outputs[0].digest)
      try follow(try ImportList.decode(try container(outputs[1]), path: outputs[1].path), of: name)
    }
  }

  /// Lowering begins when all modules are parsed: one that looks at frames changes what becomes of all others.
  func addLowers() throws(ToolError) {
    for name in modules.keys.sorted() { try addLower(name) }
  }

  private func addLower(_ name: String) throws(ToolError) {
    guard let mast = modules[name]?.mast else { return }
    var flagList = options.format == .text ? [] : ["--diagnostics", options.format.rawValue]
    if keepsFrames || request.keepsFrames { flagList.append("--frames") }
    let flags = flagList
    try schedule(
      Job(
        .lower, module: name, flags: flags, inputs: [mast], outputs: [output(name, .mir), output(name, .summary)],
        weight: Int(modules[name]!.source.stamp.size)
      ) { outputs in [mast.path, "-o", outputs[0], "--summary", outputs[1]] + flags }
    ) { [unowned self] outputs throws(ToolError) in
      modules[name]!.mir = Job.Input("MIR of \(name)", outputs[0].path, outputs[0].digest)
      modules[name]!.mirSize = Int(outputs[0].stamp.size)
      modules[name]!.summary = Job.Input("summary of \(name)", outputs[1].path, outputs[1].digest)
    }
  }

  /// Adds the modules that `name` imports, and notes what of that is not to be found.
  private func follow(_ imports: ImportList, of name: String) throws(ToolError) {
    let package = modules[name]!.file.package
    modules[name]!.exports = imports.exports
    if imports.namesFrames { keepsFrames = true }
    try addExports(of: name)
    for request in imports.requests {
      let resolution = finder.resolve(request, package: package)
      for module in resolution.modules { try add(module) }
      if !request.isGuarded { modules[name]!.needs += resolution.modules.map(\.name) }
      if let package = resolution.starred {
        starred.insert(package)
        try addExports(of: package)
      }
      guard let failure = resolution.failure, !request.isGuarded else { continue }
      try note(failure, request, in: name)
    }
  }

  /// An import that leads nowhere is an error in a module that the program cannot start without. Elsewhere it raises
  /// when it runs, as in CPython.
  func addMissingImports() {
    var needed: Set<String> = [Build.mainName]
    var pending = [Build.mainName]
    if let package = request.mainPackage.isEmpty ? nil : request.mainPackage { pending.append(package) }
    while let name = pending.popLast() {
      guard let state = modules[name] else { continue }
      problems += state.missing.map { (name, $0.line, $0.text) }
      for other in state.needs where needed.insert(other).inserted { pending.append(other) }
    }
  }

  /// Adds the submodules that `__all__` of a package names, once somebody imports `*` from it and it is parsed.
  private func addExports(of package: String) throws(ToolError) {
    guard starred.contains(package), let state = modules[package], state.file.isPackage else { return }
    for item in state.exports {
      if case .file(let file) = finder.find("\(package).\(item)") { try add(file) }
    }
  }

  private func note(
    _ failure: ModuleFinder.Failure, _ request: ImportRequest, in name: String
  ) throws(ToolError) {
    guard let state = modules[name], let mast = state.mast else { return }
    let parsed = try ParsedModule.decode(
      try Container.decode(try files.read(mast.path).bytes, expected: .ast, path: mast.path), path: mast.path)
    var notes: [String] = []
    if !failure.searched.isEmpty {
      notes.append(
        "searched \(failure.searched.joined(separator: ", ")) in \(self.request.root), and Molt's own modules")
    }
    let message = SourceMessage(
      className: failure.className, failure.message, file: state.file.displayPath,
      place: SourceMessage.Place(
        line: request.line, column: request.column, endLine: request.endLine, endColumn: request.endColumn,
        text: parsed.line(request.line)),
      notes: notes)
    modules[name]!.missing.append((request.line, options.format.render(message)))
  }

  func output(_ module: String, _ kind: ArtifactKind) -> Job.Output {
    Job.Output(Path.join(work, "\(module).\(kind.fileExtension)"), kind)
  }

  func container(_ output: BuildRecord.Output) throws(ToolError) -> Container {
    try Container.decode(try files.read(output.path).bytes, expected: output.kind, path: output.path)
  }
}
