/// Everything that can change what a run of a stage writes or prints. Two runs with equal keys have equal results, on
/// any machine; so there is no path in it and nothing of the environment.
public struct ActionKey: Equatable, Sendable {
  public var stage: String
  /// Digest of the stage's executable.
  public var tool: Digest
  /// Arguments that are not file names, in order: module name, display path, optimisation switches.
  public var flags: [String]
  public var target: String
  /// Digests of the inputs with the role each plays, in the order in which the stage gets them.
  public var inputs: [Input]
  /// Digests of programs and libraries from outside that the stage uses (clang, lld, the C library).
  public var outsideTools: [Input]

  public struct Input: Equatable, Sendable {
    public var role: String
    public var digest: Digest
    public init(_ role: String, _ digest: Digest) {
      self.role = role
      self.digest = digest
    }
  }

  public init(
    stage: String, tool: Digest, flags: [String], target: String, inputs: [Input], outsideTools: [Input] = []
  ) {
    self.stage = stage
    self.tool = tool
    self.flags = flags
    self.target = target
    self.inputs = inputs
    self.outsideTools = outsideTools
  }

  public var digest: Digest {
    var writer = BinaryWriter()
    writer.string(stage)
    writer.digest(tool)
    writer.array(flags) { $0.string($1) }
    writer.string(target)
    for list in [inputs, outsideTools] {
      writer.array(list) {
        $0.string($1.role)
        $0.digest($1.digest)
      }
    }
    return Digest(of: writer.bytes)
  }
}

/// What a successful run of a stage left: its outputs in the order in which the stage declares them, and what it
/// printed, which is printed again when the result is reused.
public struct ActionResult: Equatable, Sendable {
  public struct Output: Equatable, Sendable {
    public var kind: ArtifactKind
    public var digest: Digest
    public init(_ kind: ArtifactKind, _ digest: Digest) {
      self.kind = kind
      self.digest = digest
    }
  }

  public var outputs: [Output]
  public var diagnostics: String

  public init(outputs: [Output], diagnostics: String) {
    self.outputs = outputs
    self.diagnostics = diagnostics
  }

  func encoded(key: Digest) -> [UInt8] {
    var writer = BinaryWriter()
    writer.digest(key)
    writer.array(outputs) {
      $0.string($1.kind.tag)
      $0.digest($1.digest)
    }
    writer.string(diagnostics)
    return writer.bytes
  }

  /// The key that the result was stored under, and the result.
  public static func decode(_ payload: [UInt8]) throws(BinaryError) -> (key: Digest, result: ActionResult) {
    var reader = BinaryReader(payload)
    let key = try reader.digest()
    let outputs = try reader.array { (reader: inout BinaryReader) throws(BinaryError) -> Output in
      let tag = try reader.string()
      guard let kind = ArtifactKind(tag: tag.utf8) else { throw reader.failure("unknown kind of artifact '\(tag)'") }
      return Output(kind, try reader.digest())
    }
    let result = ActionResult(outputs: outputs, diagnostics: try reader.string())
    try reader.finish()
    return (key, result)
  }
}
