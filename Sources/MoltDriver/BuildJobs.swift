import MoltSupport

// What happens to one job: reuse, restore or run.
extension Build {
  func schedule(_ job: Job, done: @escaping Completion) throws(ToolError) {
    let tool = try input(installation.tool(job.kind.tool), shared: true).digest
    let key = job.key(tool: tool, target: request.target)
    if let outputs = reusable(job, key) {
      try done(outputs)
      return
    }
    if options.explain { console.explain("\(job.name): \(Explain.reason(job, key, earlier?.jobs[job.name]))") }
    jobsKnown += 1
    if let (outputs, diagnostics) = try restore(job, key) {
      jobsDone += 1
      if options.explain { console.explain("\(job.name): result taken from the cache") }
      record.jobs[job.name] = BuildRecord.JobEntry(key: key, outputs: outputs, diagnostics: diagnostics)
      try done(outputs)
      return
    }
    ready.append((job, key, done))
  }

  /// The outputs of the last build's job, when it had the same key and they are still there.
  private func reusable(_ job: Job, _ key: ActionKey) -> [BuildRecord.Output]? {
    guard let entry = earlier?.jobs[job.name], entry.key == key, entry.outputs.map(\.path) == job.outputs.map(\.path),
      entry.outputs.allSatisfy({ files.stamp($0.path) == $0.stamp })
    else { return nil }
    record.jobs[job.name] = entry
    return entry.outputs
  }

  /// The outputs of a job with the same key that was done anywhere before.
  private func restore(
    _ job: Job, _ key: ActionKey
  ) throws(ToolError) -> (outputs: [BuildRecord.Output], diagnostics: String)? {
    guard let result = try store.action(key.digest), result.outputs.map(\.kind) == job.outputs.map(\.kind) else {
      return nil
    }
    var outputs: [BuildRecord.Output] = []
    for (wanted, output) in zip(result.outputs, job.outputs) {
      if let old = unchanged(job, key, output, wanted.digest) {
        outputs.append(old)
        continue
      }
      guard let container = try store.load(wanted.kind, wanted.digest) else { return nil }
      let bytes = wanted.kind.isPlainFile ? container.payload : container.encoded()
      try files.write(bytes, to: output.path, executable: wanted.kind == .executable)
      outputs.append(try recorded(output, wanted.digest))
    }
    return (outputs, result.diagnostics)
  }

  /// The last build's output, when it holds the same and is still there. Another version of the tool may have written
  /// another format around the same payload.
  private func unchanged(
    _ job: Job, _ key: ActionKey, _ output: Job.Output, _ digest: Digest
  ) -> BuildRecord.Output? {
    guard let entry = earlier?.jobs[job.name], entry.key.tool == key.tool,
      let old = entry.outputs.first(where: { $0.path == output.path }), old.digest == digest,
      old.stamp == files.stamp(old.path)
    else { return nil }
    return old
  }

  private func recorded(_ output: Job.Output, _ digest: Digest) throws(ToolError) -> BuildRecord.Output {
    guard let stamp = files.stamp(output.path) else { throw .system(output.path, 2) }
    return BuildRecord.Output(path: output.path, kind: output.kind, stamp: stamp, digest: digest)
  }

  /// Starts the job that comes first by rank, then by weight, then by name.
  func startNext() throws(ToolError) {
    var best = 0
    for index in ready.indices.dropFirst() where precedes(ready[index].job, ready[best].job) { best = index }
    let (job, key, done) = ready.remove(at: best)
    nextID += 1
    let id = nextID
    // A directory for each running job, never used twice: a stage may outlive a build that was killed, and must not
    // write into the next one's files. What is left there the next build removes.
    let directory = Path.join(work, "tmp/\(session).\(id)")
    try files.makeDirectory(directory)
    let temporaries = job.outputs.map { Path.join(directory, Path.name($0.path)) }
    let command = Command(
      executable: installation.tool(job.kind.tool), arguments: job.arguments(temporaries))
    console.started(job.name, done: jobsDone, known: jobsKnown)
    if options.verbose { console.command(command.shellText) }
    try executor.start(command, id: id)
    running[id] = (job, key, temporaries, done)
  }

  private func precedes(_ left: Job, _ right: Job) -> Bool {
    (left.kind.row.rank, -left.weight, left.name) < (right.kind.row.rank, -right.weight, right.name)
  }

  func discard(_ temporaries: [String]) {
    // The whole directory: a stage that was stopped may have left a half-written file beside its outputs.
    if let first = temporaries.first { files.removeTree(Path.parent(first)) }
  }

  func finish(
    _ job: Job, _ key: ActionKey, _ temporaries: [String], _ termination: Termination, _ output: String,
    _ done: Completion
  ) throws(ToolError) {
    jobsDone += 1
    console.finished(job.name, done: jobsDone, known: jobsKnown)
    defer { discard(temporaries) }
    guard termination.isSuccess else {
      try fail(job, termination, output)
      return
    }
    guard try sourceIsUnchanged(job) else {
      throw ToolError("\(job.inputs[0].role): the file changed while it was compiled; build again", .system)
    }
    var outputs: [BuildRecord.Output] = []
    var results: [ActionResult.Output] = []
    for (temporary, declared) in zip(temporaries, job.outputs) {
      guard files.stamp(temporary) != nil else {
        throw ToolError("\(job.kind.tool) ended without writing \(Path.name(declared.path))", .defect)
      }
      let bytes = try files.read(temporary).bytes
      let container =
        declared.kind.isPlainFile
        ? Container(kind: declared.kind, payload: bytes)
        : try Container.decode(bytes, expected: declared.kind, path: temporary)
      try store.save(container)
      results.append(ActionResult.Output(declared.kind, container.digest))
      // An unchanged file keeps its old stamp, so that what depends on it is not looked at again.
      if let old = unchanged(job, key, declared, container.digest) {
        outputs.append(old)
      } else {
        try files.move(temporary, to: declared.path)
        outputs.append(try recorded(declared, container.digest))
      }
    }
    try store.record(ActionResult(outputs: results, diagnostics: output), for: key.digest)
    record.jobs[job.name] = BuildRecord.JobEntry(key: key, outputs: outputs, diagnostics: output)
    try done(outputs)
  }

  /// Only sources can change under a build; everything else is the build's own. A result is stored under the digest
  /// that was taken before the stage read the file, so it must still be the same file.
  private func sourceIsUnchanged(_ job: Job) throws(ToolError) -> Bool {
    guard job.kind == .parse, let file = record.inputs[job.inputs[0].path] else { return true }
    if !file.isFresh, files.stamp(job.inputs[0].path) == file.stamp { return true }
    return Digest(of: try files.read(job.inputs[0].path).bytes) == file.digest
  }

  private func fail(_ job: Job, _ termination: Termination, _ output: String) throws(ToolError) {
    switch termination {
    case .exited(ExitCode.programErrors.rawValue):
      problems.append((job.module ?? "", 0, output))
    case .exited(let code):
      let code = ExitCode(rawValue: code) ?? .defect
      // A stage's own line about a file says all; when several fail for one reason, like a full disk, the first speaks.
      let prefix = "\(job.kind.tool): error: "
      if output.hasPrefix(prefix), output.utf8.count(where: { $0 == 0x0A }) == 1 {
        throw ToolError("\(job.name): \(output.dropFirst(prefix.count).dropLast())", code)
      }
      if fatal == nil { console.message(output) }
      throw ToolError("\(job.name) failed: \(job.kind.tool) ended with exit code \(code.rawValue)", code)
    case .signalled(let signal):
      if fatal == nil { console.message(output) }
      throw ToolError("\(job.name) failed: \(job.kind.tool) was ended by signal \(signal)", .defect)
    }
  }
}
