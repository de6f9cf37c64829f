import MoltSupport

// Plan, code generation and linking: the part of the graph behind the barrier.
extension Build {
  /// The module order that every list of the back half uses: by name, so that it depends on nothing else.
  private var order: [String] { modules.keys.sorted() }

  func addPlan() throws(ToolError) {
    let order = order
    let summaries = order.compactMap { modules[$0]!.summary }
    guard summaries.count == order.count else { return }
    let flags = ["--main", Build.mainName, "--target", request.target.rawValue] + request.planFlags
    let program = Job.Output(Path.join(work, "+program.\(ArtifactKind.plan.fileExtension)"), .plan)
    try schedule(
      Job(
        .plan, module: nil, flags: flags, inputs: summaries, outputs: order.map { output($0, .plan) } + [program]
      ) { outputs in
        ["--plan"] + summaries.map(\.path) + flags + ["-o", Path.parent(outputs[0])]
      }
    ) { [unowned self] outputs throws(ToolError) in
      for (name, output) in zip(order, outputs) {
        modules[name]!.plan = Job.Input("plan of \(name)", output.path, output.digest)
      }
      programPlan = Job.Input("plan of the program", outputs.last!.path, outputs.last!.digest)
      for name in order { try addCodegen(name) }
    }
  }

  private var optimisationFlags: [String] { request.optimise ? [] : ["--no-opt"] }

  private func addCodegen(_ name: String) throws(ToolError) {
    guard let state = modules[name], let mir = state.mir, let plan = state.plan else { return }
    let flags = ["--target", request.target.rawValue] + request.codegenFlags
    let showsRemarks = options.showsRemarks
    let remarks = showsRemarks ? [output(name, .remarks)] : []
    try schedule(
      Job(
        .codegen, module: name, flags: flags + (showsRemarks ? ["--remarks"] : []), inputs: [mir, plan],
        outputs: [output(name, .code), output(name, .parts)] + remarks, weight: state.mirSize
      ) { outputs in
        [mir.path, "--plan", plan.path, "--emit", "parts", "-o", outputs[0], "--parts", outputs[1]] + flags
          + (showsRemarks ? ["--remarks", outputs[2]] : [])
      }
    ) { [unowned self] outputs throws(ToolError) in
      let list = try PartList.decode(try container(outputs[1]), path: outputs[1].path)
      modules[name]!.objects = Array(repeating: nil, count: list.parts.count)
      for (number, part) in list.parts.enumerated() { try addCompile(name, number, part, of: outputs[0].path) }
    }
  }

  private func addCompile(
    _ name: String, _ number: Int, _ part: PartList.Part, of code: String
  ) throws(ToolError) {
    let flags = ["--target", request.target.rawValue] + optimisationFlags + (request.isQuick ? ["--quick"] : [])
    let clang = toolchain.clang
    try schedule(
      Job(
        .compile, module: name, part: number, flags: flags,
        inputs: [Job.Input("code of the part", code, part.digest)],
        outputs: [output("\(name).\(number)", .object)], outsideTools: [try outside("clang", clang)],
        weight: part.size
      ) { outputs in [code, "--part", String(number), "-o", outputs[0], "--clang", clang] + flags }
    ) { [unowned self] outputs throws(ToolError) in
      modules[name]!.objects[number] = Job.Input("object \(number) of \(name)", outputs[0].path, outputs[0].digest)
    }
  }

  func addLink() throws(ToolError) {
    let objects = order.flatMap { modules[$0]!.objects.compactMap(\.self) }
    guard let programPlan, modules.values.allSatisfy({ !$0.objects.isEmpty && !$0.objects.contains { $0 == nil } })
    else { return }
    let runtimePath = installation.runtime(request.target)
    let runtime = Job.Input("runtime", runtimePath, try input(runtimePath, shared: true).digest)
    let compilerPath = installation.compiler(request.target)
    let compiler = Job.Input("compiler for the program", compilerPath, try input(compilerPath, shared: true).digest)
    let flags = ["--target", request.target.rawValue] + optimisationFlags
    var tools = [try outside("clang", toolchain.clang), try outside("linker", toolchain.linker)]
    for library in toolchain.libraries { tools.append(try outside(Path.name(library), library)) }
    let (clang, linker) = (toolchain.clang, toolchain.linker)
    try schedule(
      Job(
        .link, module: nil, flags: flags, inputs: objects + [programPlan, runtime, compiler],
        outputs: [Job.Output(Path.join(work, "program" + request.target.executableSuffix), .executable)],
        outsideTools: tools
      ) { outputs in
        objects.map(\.path) + ["--program", programPlan.path, "--runtime", runtimePath, "--compiler", compilerPath]
          + ["-o", outputs[0], "--clang", clang, "--linker", linker] + flags
      }
    ) { [unowned self] outputs throws(ToolError) in
      linked = outputs[0]
    }
  }

  private func outside(_ role: String, _ path: String) throws(ToolError) -> Job.Input {
    Job.Input(role, path, try input(path, shared: true).digest)
  }
}
