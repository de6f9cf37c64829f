import MoltSupport

/// What the driver itself does with files. Stages use the real file system; so does a build, and tests put one in
/// memory.
public protocol FileSystem: AnyObject {
  func stamp(_ path: String) -> FileStamp?
  func read(_ path: String) throws(ToolError) -> (bytes: [UInt8], stamp: FileStamp)
  func write(_ bytes: [UInt8], to path: String, executable: Bool) throws(ToolError)
  func makeDirectory(_ path: String) throws(ToolError)
  func move(_ source: String, to target: String) throws(ToolError)
  /// Removes a directory with all that is in it.
  func removeTree(_ path: String)
  /// Nanoseconds since 1970, on the clock that stamps files.
  func now() -> Int64
}

public final class DiskFileSystem: FileSystem {
  public init() {}
  public func stamp(_ path: String) -> FileStamp? { Files.stamp(path) }
  public func read(_ path: String) throws(ToolError) -> (bytes: [UInt8], stamp: FileStamp) {
    try Files.readStamped(path)
  }
  public func write(_ bytes: [UInt8], to path: String, executable: Bool) throws(ToolError) {
    try Files.write(bytes, to: path, executable: executable)
  }
  public func makeDirectory(_ path: String) throws(ToolError) { try Files.makeDirectory(path) }
  public func move(_ source: String, to target: String) throws(ToolError) { try Files.move(source, to: target) }
  public func removeTree(_ path: String) { Files.removeTree(path) }
  public func now() -> Int64 { Clock.wall() }
}

/// Files in a dictionary, with a clock that moves by one second at every write.
public final class MemoryFileSystem: FileSystem {
  public var files: [String: (bytes: [UInt8], stamp: FileStamp)] = [:]
  public var clock: Int64 = 1_000_000_000
  private var nextInode: UInt64 = 1

  public init() {}

  public func put(_ path: String, _ text: String) { store(Array(text.utf8), path) }

  private func store(_ bytes: [UInt8], _ path: String) {
    clock += 1_000_000_000
    nextInode += 1
    files[path] = (bytes, FileStamp(size: UInt64(bytes.count), modified: clock, inode: nextInode))
  }

  public func stamp(_ path: String) -> FileStamp? {
    if let file = files[path] { return file.stamp }
    let prefix = path + "/"
    guard files.keys.contains(where: { $0.hasPrefix(prefix) }) else { return nil }
    return FileStamp(size: 0, modified: 0, inode: 0, type: 0o040000)
  }

  public func read(_ path: String) throws(ToolError) -> (bytes: [UInt8], stamp: FileStamp) {
    guard let file = files[path] else { throw .system(path, 2) }
    return file
  }

  public func write(_ bytes: [UInt8], to path: String, executable: Bool) { store(bytes, path) }
  public func makeDirectory(_ path: String) {}
  public func move(_ source: String, to target: String) throws(ToolError) {
    guard let file = files.removeValue(forKey: source) else { throw .system(source, 2) }
    files[target] = file
  }
  public func removeTree(_ path: String) {
    let prefix = path + "/"
    files = files.filter { $0.key != path && !$0.key.hasPrefix(prefix) }
  }
  public func now() -> Int64 { clock + 1_000_000_000 }
}
