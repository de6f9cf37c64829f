#if canImport(Glibc)
import Glibc
#endif

/// Artifacts under the digest of their payload, and the results of actions under their key. Shared by all builds of a
/// user, and safe when several use it at once.
public protocol ArtifactStore: AnyObject {
  /// The artifact, or nil when the store does not have it. A damaged file is reported to `report`, removed, and counts
  /// as absent: it is built again.
  func load(_ kind: ArtifactKind, _ digest: Digest) throws(ToolError) -> Container?
  func save(_ container: Container) throws(ToolError)
  /// The result recorded for an action key; nil when there is none or it is damaged.
  func action(_ key: Digest) throws(ToolError) -> ActionResult?
  func record(_ result: ActionResult, for key: Digest) throws(ToolError)
  /// Called with one line about each damaged file.
  var report: (String) -> Void { get set }
}

/// The store on disk:
///
///     ROOT/v1/artifacts/ab/cdef….mast    a container, named by its digest
///     ROOT/v1/actions/ab/cdef….action    a container of kind `action`, named by the action's key
///
/// A file appears by rename, whole or not at all; nobody changes a file that is there. So readers need no lock, two
/// writers of one name write the same bytes, and a kill leaves at most a `.tmp` file that `sweep` removes.
public final class DiskStore: ArtifactStore {
  public let root: String
  public var report: (String) -> Void = { _ in }

  public init(root: String) { self.root = root }

  /// `$MOLT_CACHE`, else `$XDG_CACHE_HOME/molt`, else `~/.cache/molt`.
  public static func defaultRoot(environment: (String) -> String?) throws(ToolError) -> String {
    if let path = environment("MOLT_CACHE"), !path.isEmpty { return Path.absolute(path) }
    // The XDG base directory specification: a relative path is to be ignored.
    if let path = environment("XDG_CACHE_HOME"), path.hasPrefix("/") { return Path.join(path, "molt") }
    if let home = environment("HOME"), home.hasPrefix("/") { return Path.join(home, ".cache/molt") }
    throw ToolError("no place for the cache: set MOLT_CACHE, XDG_CACHE_HOME or HOME", .system)
  }

  public func path(_ kind: ArtifactKind, _ digest: Digest) -> String { path("artifacts", digest, kind) }

  private func path(_ section: String, _ digest: Digest, _ kind: ArtifactKind) -> String {
    let name = digest.description
    return "\(root)/v1/\(section)/\(name.prefix(2))/\(name.dropFirst(2)).\(kind.fileExtension)"
  }

  public func load(_ kind: ArtifactKind, _ digest: Digest) throws(ToolError) -> Container? {
    let path = path(kind, digest)
    guard let container = try read(path, kind) else { return nil }
    guard container.digest == digest else {
      drop(path, "damaged artifact: it is not what its name says")
      return nil
    }
    return container
  }

  public func save(_ container: Container) throws(ToolError) {
    let path = path(container.kind, container.digest)
    let bytes = container.encoded()
    // What is there has the same payload or is damaged.
    if let present = try? Files.read(path), present == bytes { return }
    try add(bytes, path)
  }

  public func action(_ key: Digest) throws(ToolError) -> ActionResult? {
    let path = path("actions", key, .action)
    guard let container = try read(path, .action) else { return nil }
    do throws(BinaryError) {
      let (stored, result) = try ActionResult.decode(container.payload)
      guard stored == key else { throw BinaryError("it is not what its name says", at: 0) }
      return result
    } catch {
      drop(path, "damaged artifact: \(error.reason)")
      return nil
    }
  }

  public func record(_ result: ActionResult, for key: Digest) throws(ToolError) {
    try add(Container(kind: .action, payload: result.encoded(key: key)).encoded(), path("actions", key, .action))
  }

  private func read(_ path: String, _ kind: ArtifactKind) throws(ToolError) -> Container? {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      if Files.stamp(path) == nil { return nil }
      throw error
    }
    do {
      return try Container.decode(bytes, expected: kind, path: path)
    } catch {
      drop(path, error.message.replacingPrefix(path + ": ", with: ""))
      return nil
    }
  }

  private func drop(_ path: String, _ reason: String) {
    report("\(path): \(reason); it is dropped and built again")
    Files.remove(path)
  }

  private func add(_ bytes: [UInt8], _ path: String) throws(ToolError) {
    do {
      try Files.write(bytes, to: path)
    } catch {
      // Mostly the directory is not there yet; another process may be making it at this moment.
      try Files.makeDirectory(Path.parent(path))
      try Files.write(bytes, to: path)
    }
  }

  public struct Totals: Equatable, Sendable {
    public var files = 0
    public var bytes: UInt64 = 0
    public var damaged = 0
  }

  /// Counts what the store holds. With `verify` every file is read and checked, and a damaged one is dropped.
  public func survey(verify: Bool) throws(ToolError) -> Totals {
    var totals = Totals()
    for section in ["artifacts", "actions"] {
      let directory = "\(root)/v1/\(section)"
      for shard in Files.list(directory) {
        for name in Files.list("\(directory)/\(shard)") where !name.hasSuffix(".tmp") {
          let path = "\(directory)/\(shard)/\(name)"
          totals.files += 1
          totals.bytes += Files.stamp(path)?.size ?? 0
          if verify, try !isValid(section, shard, name, path) { totals.damaged += 1 }
        }
      }
    }
    return totals
  }

  private func isValid(
    _ section: String, _ shard: String, _ name: String, _ path: String
  ) throws(ToolError) -> Bool {
    let stem = name.prefix { $0 != "." }
    guard let digest = Digest(hex: shard + stem),
      let kind = ArtifactKind.allCases.first(where: { name == "\(stem).\($0.fileExtension)" })
    else {
      drop(path, "this is no file of the store")
      return false
    }
    return section == "actions" ? try action(digest) != nil : try load(kind, digest) != nil
  }

  /// Removes what killed writers left behind: temporary files that nobody has touched for an hour.
  public func sweep(now: Int64) {
    for section in ["artifacts", "actions"] {
      let directory = "\(root)/v1/\(section)"
      for shard in Files.list(directory) {
        for name in Files.list("\(directory)/\(shard)") where name.hasSuffix(".tmp") {
          let path = "\(directory)/\(shard)/\(name)"
          if let stamp = Files.stamp(path), now - stamp.modified > 3_600_000_000_000 { Files.remove(path) }
        }
      }
    }
  }
}

/// A store for tests.
public final class MemoryStore: ArtifactStore {
  public var artifacts: [Digest: Container] = [:]
  public var actions: [Digest: ActionResult] = [:]
  public var report: (String) -> Void = { _ in }

  public init() {}

  public func load(_ kind: ArtifactKind, _ digest: Digest) -> Container? {
    artifacts[digest].flatMap { $0.kind == kind ? $0 : nil }
  }
  public func save(_ container: Container) { artifacts[container.digest] = container }
  public func action(_ key: Digest) -> ActionResult? { actions[key] }
  public func record(_ result: ActionResult, for key: Digest) { actions[key] = result }
}
