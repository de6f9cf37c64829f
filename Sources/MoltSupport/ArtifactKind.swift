/// Everything that the tools say about one kind of artifact, in one place.
public enum ArtifactKind: UInt32, CaseIterable, Sendable {
  case ast
  case imports
  case mir
  case summary
  case plan
  case code
  case parts
  case object
  case executable
  case action
  case record
  case remarks

  struct Row {
    /// Four letters, in the container and in the store.
    var tag: String
    var fileExtension: String
    var formatVersion: UInt32
    var producer: String
    var meaning: String
  }

  var row: Row {
    switch self {
    case .ast: Row(tag: "mast", fileExtension: "mast", formatVersion: 1, producer: "molt-parse", meaning: "syntax tree")
    case .imports:
      Row(
        tag: "mimp", fileExtension: "imports", formatVersion: 3, producer: "molt-parse",
        meaning: "list of the imports of one module")
    case .mir:
      Row(
        tag: "mir ", fileExtension: "mir", formatVersion: 2, producer: "molt-lower", meaning: "typed SSA of one module")
    case .summary:
      Row(
        tag: "msum", fileExtension: "msum", formatVersion: 3, producer: "molt-lower",
        meaning: "what other modules may want to know of one module")
    case .plan:
      Row(
        tag: "mpln", fileExtension: "mplan", formatVersion: 4, producer: "molt-link --plan",
        meaning: "whole-program facts that one module's code relies on")
    case .code:
      Row(
        tag: "mllv", fileExtension: "mll", formatVersion: 1, producer: "molt-codegen",
        meaning: "LLVM IR of one module, in parts")
    case .parts:
      Row(
        tag: "mprt", fileExtension: "parts", formatVersion: 1, producer: "molt-codegen",
        meaning: "list of the parts of one module's code")
    case .object:
      Row(
        tag: "mobj", fileExtension: "o", formatVersion: 1, producer: "molt-codegen",
        meaning: "object code (a plain object file outside the store)")
    case .executable:
      Row(
        tag: "mexe", fileExtension: "exe", formatVersion: 1, producer: "molt-link",
        meaning: "executable (a plain file outside the store)")
    case .action:
      Row(
        tag: "mact", fileExtension: "action", formatVersion: 1, producer: "molt",
        meaning: "what one run of a stage wrote and printed")
    case .record:
      Row(
        tag: "mrec", fileExtension: "record", formatVersion: 2, producer: "molt",
        meaning: "what the last build read and wrote")
    case .remarks:
      Row(
        tag: "mrmk", fileExtension: "remarks", formatVersion: 1, producer: "molt-codegen",
        meaning: "what stayed dynamic in one module, and why")
    }
  }

  public var tag: String { row.tag }
  public var fileExtension: String { row.fileExtension }
  public var formatVersion: UInt32 { row.formatVersion }
  public var producer: String { row.producer }
  public var meaning: String { row.meaning }
  /// Outside the store it is a plain file for tools that know nothing of containers.
  public var isPlainFile: Bool { self == .object || self == .executable }

  public init?(tag: some Sequence<UInt8>) {
    let bytes = Array(tag)
    guard let found = ArtifactKind.allCases.first(where: { Array($0.tag.utf8) == bytes }) else { return nil }
    self = found
  }
}
