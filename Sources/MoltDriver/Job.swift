import MoltSupport

/// Everything that is said about one kind of job, in one place.
public enum JobKind: UInt8, CaseIterable, Sendable {
  case parse, lower, plan, codegen, compile, link

  struct Row {
    var verb: String
    var tool: String
    /// Jobs of a lower rank start first: what discovers or unblocks other work comes before what does not.
    var rank: Int
  }

  var row: Row {
    switch self {
    case .parse: Row(verb: "parse", tool: "molt-parse", rank: 0)
    case .lower: Row(verb: "lower", tool: "molt-lower", rank: 1)
    case .plan: Row(verb: "plan", tool: "molt-link", rank: 2)
    case .codegen: Row(verb: "codegen", tool: "molt-codegen", rank: 3)
    case .compile: Row(verb: "compile", tool: "molt-codegen", rank: 4)
    case .link: Row(verb: "link", tool: "molt-link", rank: 5)
    }
  }

  public var verb: String { row.verb }
  public var tool: String { row.tool }
}

/// One run of a stage. The command line is made when the job starts, because outputs get temporary names; what the key
/// needs is known before.
public struct Job: Sendable {
  public struct Input: Sendable {
    public var role: String
    public var path: String
    public var digest: Digest
    public init(_ role: String, _ path: String, _ digest: Digest) {
      self.role = role
      self.path = path
      self.digest = digest
    }
  }

  public struct Output: Sendable {
    public var path: String
    public var kind: ArtifactKind
    public init(_ path: String, _ kind: ArtifactKind) {
      self.path = path
      self.kind = kind
    }
  }

  public var kind: JobKind
  /// The module it works on; nil for plan and link, which work on the program.
  public var module: String?
  /// Which part of the module's code it works on; nil: not on a part.
  public var part: Int?
  /// Arguments that are not paths; they enter the key.
  public var flags: [String]
  public var inputs: [Input]
  public var outputs: [Output]
  /// Programs and libraries from outside that the stage uses.
  public var outsideTools: [Input]
  /// The command line without the program, given the names that outputs are to be written under.
  public var arguments: @Sendable (_ outputs: [String]) -> [String]
  /// How long it takes compared with others of its kind; the longest starts first.
  public var weight: Int

  public init(
    _ kind: JobKind, module: String?, part: Int? = nil, flags: [String], inputs: [Input], outputs: [Output],
    outsideTools: [Input] = [],
    weight: Int = 0, arguments: @escaping @Sendable (_ outputs: [String]) -> [String]
  ) {
    self.kind = kind
    self.module = module
    self.part = part
    self.flags = flags
    self.inputs = inputs
    self.outputs = outputs
    self.outsideTools = outsideTools
    self.weight = weight
    self.arguments = arguments
  }

  /// Unique within a build, the same in the next: "parse pkg.mod", "compile pkg.mod/2", "link".
  public var name: String {
    (module.map { "\(kind.verb) \($0)" } ?? kind.verb) + (part.map { "/\($0)" } ?? "")
  }

  public func key(tool: Digest, target: Target) -> ActionKey {
    ActionKey(
      stage: kind.verb, tool: tool, flags: flags, target: target.rawValue,
      inputs: inputs.map { ActionKey.Input($0.role, $0.digest) },
      outsideTools: outsideTools.map { ActionKey.Input($0.role, $0.digest) })
  }
}
