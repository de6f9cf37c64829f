import MoltSupport
import MoltTree

/// How a build is carried out; none of it changes what is built.
public struct BuildOptions: Sendable {
  public var explain = false
  public var verbose = false
  public var format = MessageFormat.text
  /// What stayed dynamic is printed after the build.
  public var showsRemarks = false
  public init() {}
}

public enum BuildOutcome: Equatable, Sendable {
  /// Nothing had changed; nothing was done.
  case upToDate
  case built
  /// The program has errors; they have been printed.
  case failed
  case interrupted(signal: Int32)
}

/// One build of one program: a job graph that grows as parsing discovers imports. Parsing and lowering are per module
/// and need nothing but their own input, and whether any module looks at frames; the plan needs all summaries; after it code is generated per module and compiled per part
/// of a module; linking needs all objects. A job starts when the digests of its inputs are known, and does nothing when a job with the same
/// key has been done before.
public final class Build {
  let request: BuildRequest
  let options: BuildOptions
  let installation: Installation
  let toolchain: Toolchain
  let files: any FileSystem
  let store: any ArtifactStore
  let digests: (any FileDigestCache)?
  let executor: any Executor
  let console: any Console

  let finder: ModuleFinder
  let work: String
  /// Tells this build's temporary files from those of any other.
  let session: String
  let earlier: BuildRecord?
  var record: BuildRecord

  struct ModuleState {
    var file: ModuleFile
    var source: BuildRecord.File
    /// What a literal `__all__` names.
    var exports: [String] = []
    /// Modules that have to be there for this one to be imported.
    var needs: [String] = []
    /// Its imports that lead nowhere, with the lines where they stand.
    var missing: [(line: Int, text: String)] = []
    var mast: Job.Input?
    var mir: Job.Input?
    var mirSize = 0
    var summary: Job.Input?
    var plan: Job.Input?
    /// Of each part of its code.
    var objects: [Job.Input?] = []
  }

  var modules: [String: ModuleState] = [:]
  var ready: [(job: Job, key: ActionKey, done: Completion)] = []
  var running: [Int: (job: Job, key: ActionKey, temporaries: [String], done: Completion)] = [:]
  var nextID = 0
  var jobsDone = 0
  var jobsKnown = 0
  /// Messages of failed jobs and unresolved imports by module; printed sorted, so that `-j` does not show.
  var problems: [(module: String, rank: Int, text: String)] = []
  /// A failure that is not about the program; the build stops when the jobs under way have ended.
  var fatal: ToolError?
  var linked: BuildRecord.Output?
  var programPlan: Job.Input?
  /// A module looks at frames, so all keep what is asked of these.
  var keepsFrames = false
  /// Packages from which somebody imports `*`.
  var starred: Set<String> = []

  typealias Completion = (_ outputs: [BuildRecord.Output]) throws(ToolError) -> Void

  static let mainName = "__main__"

  public init(
    request: BuildRequest, options: BuildOptions, installation: Installation, toolchain: Toolchain,
    files: any FileSystem, store: any ArtifactStore, digests: (any FileDigestCache)?, executor: any Executor,
    console: any Console, earlier: BuildRecord?, session: String = "0"
  ) {
    self.session = session
    self.request = request
    self.options = options
    self.installation = installation
    self.toolchain = toolchain
    self.files = files
    self.store = store
    self.digests = digests
    self.executor = executor
    self.console = console
    self.earlier = earlier
    finder = ModuleFinder(root: request.root, files: files)
    work = request.workDirectory
    record = BuildRecord(request: Build.fingerprint(request, options, installation))
    store.report = { console.warning($0) }
  }

  /// What a build's result depends on beside files. Another installation has other tools, which are not among the files
  /// that the last build read.
  static func fingerprint(_ request: BuildRequest, _ options: BuildOptions, _ installation: Installation) -> String {
    [
      request.output, request.mainFile, request.mainPackage, options.format.rawValue,
      options.showsRemarks ? "remarks" : "", installation.tools, installation.runtimes,
    ]
    .joined(separator: "\0")
  }

  static func recordPath(_ request: BuildRequest) -> String { Path.join(request.workDirectory, "build.record") }

  /// Builds. On failure nothing partial is left, and what was finished is kept for the next build.
  public func run() throws(ToolError) -> BuildOutcome {
    try files.makeDirectory(work)
    var outcome = BuildOutcome.built
    do {
      try addMain()
      outcome = try drain()
      if outcome == .built, fatal == nil {
        try addLowers()
        outcome = try drain()
      }
      if outcome == .built { addMissingImports() }
      if outcome == .built, fatal == nil, problems.isEmpty { outcome = try back() }
    } catch {
      fatal = fatal ?? error
    }
    if case .interrupted = outcome {
      try saveUnfinished()
      return outcome
    }
    printMessages()
    if let fatal {
      // The disk may be full or the directory gone; the first failure is the one to tell.
      try? saveUnfinished()
      throw fatal
    }
    guard problems.isEmpty else {
      try saveUnfinished()
      return .failed
    }
    try deliver()
    try saveRecord()
    return outcome
  }

  private func back() throws(ToolError) -> BuildOutcome {
    for step in [addPlan, addLink] {
      try step()
      let outcome = try drain()
      guard outcome == .built, fatal == nil, problems.isEmpty else { return outcome }
    }
    return .built
  }

  /// Runs until no job is ready or running.
  private func drain() throws(ToolError) -> BuildOutcome {
    while true {
      while fatal == nil, !ready.isEmpty, executor.mayStart(running: running.count) {
        do {
          try startNext()
        } catch {
          fatal = error
        }
      }
      if running.isEmpty && (ready.isEmpty || fatal != nil) { return .built }
      switch try executor.next(isWaitingToStart: !ready.isEmpty && fatal == nil) {
      case .mayStart: continue
      case .interrupted(let signal):
        for job in running.values { discard(job.temporaries) }
        return .interrupted(signal: signal)
      case .finished(let id, let termination, let output):
        guard let job = running.removeValue(forKey: id) else { continue }
        do {
          try finish(job.job, job.key, job.temporaries, termination, output, job.done)
        } catch {
          discard(job.temporaries)
          fatal = fatal ?? error
        }
      }
    }
  }

  /// Warnings of jobs that succeeded, then errors, each in the order of module names with the main module first.
  private func printMessages() {
    func order(_ name: String) -> String { name == Build.mainName ? "" : name }
    let warnings = record.jobs.filter { !$0.value.diagnostics.isEmpty }.sorted { $0.key < $1.key }
    for (_, entry) in warnings { console.message(entry.diagnostics) }
    for problem in problems.sorted(by: { (order($0.module), $0.rank, $0.text) < (order($1.module), $1.rank, $1.text) })
    {
      console.message(problem.text)
    }
  }

  /// Puts the executable where the request wants it, unless that very file is there.
  private func deliver() throws(ToolError) {
    guard let linked else { return }
    let path = request.output
    if let old = earlier?.result, old.path == path, old.digest == linked.digest, old.stamp == files.stamp(path) {
      record.result = old
      return
    }
    if files.stamp(path)?.isDirectory == true { throw .system(path, 21) }
    try files.write(try files.read(linked.path).bytes, to: path, executable: true)
    guard let stamp = files.stamp(path) else { throw .system(path, 2) }
    record.result = BuildRecord.Output(path: path, kind: .executable, stamp: stamp, digest: linked.digest)
  }

  /// Keeps what is done for the next build, with the earlier build's entries for what was not reached.
  private func saveUnfinished() throws(ToolError) {
    if let earlier {
      record.jobs.merge(earlier.jobs) { new, _ in new }
      record.inputs.merge(earlier.inputs) { new, _ in new }
    }
    record.result = nil
    try saveRecord()
  }

  private func saveRecord() throws(ToolError) {
    record.absent = finder.absent.sorted()
    if record != earlier {
      try files.write(record.encoded().encoded(), to: Build.recordPath(request), executable: false)
    }
  }

  // MARK: input digests

  /// The digest of a file that is an input of this build, from its stamp when the last build saw the same.
  func input(_ path: String, shared: Bool = false) throws(ToolError) -> BuildRecord.File {
    if let known = record.inputs[path] { return known }
    var result: BuildRecord.File?
    if let old = earlier?.inputs[path], !old.isFresh, files.stamp(path) == old.stamp { result = old }
    if result == nil, shared, let digests, let stamp = files.stamp(path), !isFresh(stamp),
      let digest = digests.digest(path, stamp)
    {
      result = BuildRecord.File(stamp: stamp, digest: digest, isFresh: false)
    }
    if result == nil {
      let (bytes, stamp) = try files.read(path)
      let file = BuildRecord.File(stamp: stamp, digest: Digest(of: bytes), isFresh: isFresh(stamp))
      if shared, !file.isFresh { digests?.save(path, stamp, file.digest) }
      result = file
    }
    record.inputs[path] = result
    return result!
  }

  /// Two seconds cover the coarsest clock of a file system in use (FAT).
  func isFresh(_ stamp: FileStamp) -> Bool { stamp.modified > files.now() - 2_000_000_000 }
}
