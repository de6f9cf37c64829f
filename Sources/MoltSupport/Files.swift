#if canImport(Glibc)
import Glibc
#endif

/// Size, modification time and inode: what tells an unchanged file without reading it.
public struct FileStamp: Hashable, Sendable {
  public var size: UInt64
  /// Nanoseconds since 1970.
  public var modified: Int64
  public var inode: UInt64
  /// `S_IFMT` bits of the mode and nothing else.
  public var type: UInt32

  public init(size: UInt64, modified: Int64, inode: UInt64, type: UInt32 = UInt32(S_IFREG)) {
    self.size = size
    self.modified = modified
    self.inode = inode
    self.type = type
  }

  public var isFile: Bool { type == UInt32(S_IFREG) }
  public var isDirectory: Bool { type == UInt32(S_IFDIR) }
}

/// Whole-file operations on POSIX calls, with errors that name the path.
public enum Files {
  /// nil when there is nothing at `path` or it cannot be reached. Follows symbolic links.
  public static func stamp(_ path: String) -> FileStamp? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return FileStamp(info)
  }

  public static func read(_ path: String) throws(ToolError) -> [UInt8] { try readStamped(path).bytes }

  /// The bytes of a regular file (or pipe) and the stamp of the very file they came from.
  public static func readStamped(_ path: String) throws(ToolError) -> (bytes: [UInt8], stamp: FileStamp) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path, errno) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .system(path, errno) }
    guard info.st_mode & S_IFMT != S_IFDIR else { throw .system(path, EISDIR) }
    var bytes: [UInt8] = []
    // One byte more than the size, so that a file that does not grow is seen to end in the same pass.
    var chunk = max(Int(info.st_size) + 1, 4096)
    while true {
      var failure: Int32 = 0
      var got = 0
      let start = bytes.count
      let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        while count < chunk {
          let result = Glibc.read(descriptor, buffer.baseAddress! + count, chunk - count)
          if result < 0 {
            if errno == EINTR { continue }
            failure = errno
            break
          }
          if result == 0 { break }
          count += result
        }
        got = count
      }
      guard failure == 0 else { throw .system(path, failure) }
      if start == 0 { bytes = part } else { bytes += part }
      if got < chunk { return (bytes, FileStamp(info)) }
      chunk = max(chunk, 1 << 16)
    }
  }

  /// Replaces `path` in one step: a reader sees the old file or the whole new one, and a kill in between leaves only a
  /// temporary file beside it. Nothing is flushed to the disk: after a power cut the digest finds what was lost.
  public static func write(_ bytes: [UInt8], to path: String, executable: Bool = false) throws(ToolError) {
    let temporary = temporaryName(for: path)
    do {
      try writePlain(bytes, to: temporary, executable: executable)
      try move(temporary, to: path)
    } catch {
      unlink(temporary)
      throw ToolError(error.message.replacingPrefix(temporary, with: path), error.code)
    }
  }

  /// Writes without the detour over a temporary name; for files that nobody else looks at yet.
  static func writePlain(_ bytes: [UInt8], to path: String, executable: Bool = false) throws(ToolError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, executable ? 0o777 : 0o666)
    guard descriptor >= 0 else { throw .system(path, errno) }
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let result = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
        if result < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        done += result
      }
    }
    // Some file systems report a full disk only here.
    if close(descriptor) != 0, failure == 0, errno != EINTR { failure = errno }
    guard failure == 0 else { throw .system(path, failure) }
  }

  public static func move(_ source: String, to target: String) throws(ToolError) {
    guard rename(source, target) == 0 else { throw .system(target, errno) }
  }

  /// Removes a file; a file that is not there is not an error.
  public static func remove(_ path: String) { unlink(path) }

  /// Whether this user may write to what is at `path`.
  public static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  public static func makeDirectory(_ path: String) throws(ToolError) {
    if path.isEmpty || path == "/" || path == "." { return }
    if mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST:
      guard stamp(path)?.isDirectory == true else { throw .system(path, ENOTDIR) }
    case ENOENT:
      try makeDirectory(Path.parent(path))
      if mkdir(path, 0o777) != 0, errno != EEXIST { throw .system(path, errno) }
    default: throw .system(path, errno)
    }
  }

  /// Names in a directory, sorted by bytes; empty when it cannot be read.
  public static func list(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a directory with everything in it. Symbolic links are removed, not followed.
  public static func removeTree(_ path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    if info.st_mode & S_IFMT == S_IFDIR {
      for name in list(path) { removeTree(Path.join(path, name)) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// A name beside `path` that no other process and no other call uses.
  public static func temporaryName(for path: String) -> String {
    serial += 1
    return "\(path).\(getpid()).\(serial).tmp"
  }

  // Tools are single-threaded; the number only has to differ within one process.
  nonisolated(unsafe) private static var serial = 0
}

extension FileStamp {
  init(_ info: stat) {
    self.init(
      size: UInt64(info.st_size), modified: Int64(info.st_mtim.tv_sec) * 1_000_000_000 + Int64(info.st_mtim.tv_nsec),
      inode: UInt64(info.st_ino), type: UInt32(info.st_mode & S_IFMT))
  }
}

extension String {
  func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
