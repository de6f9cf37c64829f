import MoltSupport

/// What the last build of a program read and wrote. With it a build in which nothing changed is answered by looking at
/// the stamps of files, and one in which little changed reuses what lies in the work directory.
public struct BuildRecord: Equatable, Sendable {
  public struct File: Equatable, Sendable {
    public var stamp: FileStamp
    public var digest: Digest
    /// The file was so fresh when it was read that a later change might leave the same stamp: read it again.
    public var isFresh: Bool
    public init(stamp: FileStamp, digest: Digest, isFresh: Bool) {
      self.stamp = stamp
      self.digest = digest
      self.isFresh = isFresh
    }
  }

  public struct Output: Equatable, Sendable {
    public var path: String
    public var kind: ArtifactKind
    public var stamp: FileStamp
    public var digest: Digest
  }

  public struct JobEntry: Equatable, Sendable {
    public var key: ActionKey
    public var outputs: [Output]
    public var diagnostics: String
  }

  /// The output and everything else of the request that is not part of the work directory's name.
  public var request: String
  /// Everything that was read: sources, stage executables, runtime, outside tools. By absolute path.
  public var inputs: [String: File]
  /// Where nothing was, and something would have changed the program.
  public var absent: [String]
  /// By job name.
  public var jobs: [String: JobEntry]
  /// The executable where the request wanted it.
  public var result: Output?

  public init(request: String) {
    self.request = request
    inputs = [:]
    absent = []
    jobs = [:]
  }

  /// What was printed, in a fixed order.
  public var diagnostics: String { jobs.keys.sorted().map { jobs[$0]!.diagnostics }.joined() }

  /// The remarks on all modules that were built with them, sorted by file and line.
  public func remarks(files: any FileSystem) throws(ToolError) -> String {
    var texts: [String] = []
    for output in jobs.values.flatMap(\.outputs) where output.kind == .remarks {
      let container = try Container.decode(try files.read(output.path).bytes, expected: .remarks, path: output.path)
      texts.append(String(decoding: container.payload, as: UTF8.self))
    }
    // Each text is about one file, is sorted, and begins with the file's name.
    return texts.sorted().joined()
  }

  public func encoded() -> Container {
    var writer = BinaryWriter()
    writer.string(request)
    writer.array(inputs.sorted { $0.key < $1.key }) {
      $0.string($1.key)
      BuildRecord.write($1.value.stamp, to: &$0)
      $0.digest($1.value.digest)
      $0.bool($1.value.isFresh)
    }
    writer.array(absent.sorted()) { $0.string($1) }
    writer.array(jobs.sorted { $0.key < $1.key }) {
      $0.string($1.key)
      let key = $1.value.key
      $0.string(key.stage)
      $0.digest(key.tool)
      $0.array(key.flags) { $0.string($1) }
      $0.string(key.target)
      for list in [key.inputs, key.outsideTools] {
        $0.array(list) {
          $0.string($1.role)
          $0.digest($1.digest)
        }
      }
      $0.array($1.value.outputs) { BuildRecord.write($1, to: &$0) }
      $0.string($1.value.diagnostics)
    }
    writer.optional(result) { BuildRecord.write($1, to: &$0) }
    return Container(kind: .record, payload: writer.bytes)
  }

  private static func write(_ output: Output, to writer: inout BinaryWriter) {
    writer.string(output.path)
    writer.string(output.kind.tag)
    writer.uint32(output.kind.formatVersion)
    write(output.stamp, to: &writer)
    writer.digest(output.digest)
  }

  private static func readOutput(_ reader: inout BinaryReader) throws(BinaryError) -> Output {
    let path = try reader.string()
    let tag = try reader.string()
    guard let kind = ArtifactKind(tag: tag.utf8) else { throw reader.failure("unknown kind of artifact '\(tag)'") }
    let version = try reader.uint32()
    let stamp = try readStamp(&reader)
    let digest = try reader.digest()
    // The digest is of what the file means; in another format version it is not the same file.
    return Output(path: path, kind: kind, stamp: stamp, digest: version == kind.formatVersion ? digest : Digest(of: []))
  }

  static func write(_ stamp: FileStamp, to writer: inout BinaryWriter) {
    writer.varint(stamp.size)
    writer.signed(stamp.modified)
    writer.varint(stamp.inode)
    writer.uint32(stamp.type)
  }

  static func readStamp(_ reader: inout BinaryReader) throws(BinaryError) -> FileStamp {
    FileStamp(
      size: try reader.varint(), modified: try reader.signed(), inode: try reader.varint(), type: try reader.uint32())
  }

  public static func decode(_ payload: [UInt8]) throws(BinaryError) -> BuildRecord {
    var reader = BinaryReader(payload)
    var record = BuildRecord(request: try reader.string())
    for _ in 0..<(try reader.count()) {
      let path = try reader.string()
      record.inputs[path] = File(
        stamp: try readStamp(&reader), digest: try reader.digest(), isFresh: try reader.bool())
    }
    for _ in 0..<(try reader.count()) { record.absent.append(try reader.string()) }
    for _ in 0..<(try reader.count()) {
      let name = try reader.string()
      record.jobs[name] = try readJob(&reader)
    }
    if try reader.bool() { record.result = try readOutput(&reader) }
    try reader.finish()
    return record
  }

  private static func readJob(_ reader: inout BinaryReader) throws(BinaryError) -> JobEntry {
    func inputs(_ reader: inout BinaryReader) throws(BinaryError) -> [ActionKey.Input] {
      var list: [ActionKey.Input] = []
      for _ in 0..<(try reader.count()) { list.append(ActionKey.Input(try reader.string(), try reader.digest())) }
      return list
    }
    let stage = try reader.string()
    let tool = try reader.digest()
    var flags: [String] = []
    for _ in 0..<(try reader.count()) { flags.append(try reader.string()) }
    let target = try reader.string()
    let key = ActionKey(
      stage: stage, tool: tool, flags: flags, target: target, inputs: try inputs(&reader),
      outsideTools: try inputs(&reader))
    var outputs: [Output] = []
    for _ in 0..<(try reader.count()) { outputs.append(try readOutput(&reader)) }
    return JobEntry(key: key, outputs: outputs, diagnostics: try reader.string())
  }
}
