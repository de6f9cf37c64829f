import MoltSupport

/// Digests of large files that rarely change (clang is over 100 MB), kept between programs under their stamp. A lost or
/// damaged entry only costs time.
public protocol FileDigestCache: AnyObject {
  func digest(_ path: String, _ stamp: FileStamp) -> Digest?
  func save(_ path: String, _ stamp: FileStamp, _ digest: Digest)
}

/// One small file for each path: `ROOT/v1/stamps/ab/cdef…`.
public final class DiskFileDigestCache: FileDigestCache {
  let root: String
  public init(root: String) { self.root = root }

  private func place(_ path: String) -> String {
    let name = Digest(of: Array(path.utf8)).description
    return "\(root)/v1/stamps/\(name.prefix(2))/\(name.dropFirst(2))"
  }

  private func head(_ path: String, _ stamp: FileStamp) -> [UInt8] {
    var writer = BinaryWriter()
    writer.string(path)
    BuildRecord.write(stamp, to: &writer)
    return writer.bytes
  }

  public func digest(_ path: String, _ stamp: FileStamp) -> Digest? {
    guard let bytes = try? Files.read(place(path)) else { return nil }
    let head = head(path, stamp)
    // Stamp, digest, and the digest of both.
    guard bytes.count == head.count + 32, bytes.starts(with: head) else { return nil }
    var reader = BinaryReader(Array(bytes[head.count...]))
    guard let digest = try? reader.digest(), let check = try? reader.digest(),
      check == Digest(of: Array(bytes[..<(head.count + 16)]))
    else { return nil }
    return digest
  }

  public func save(_ path: String, _ stamp: FileStamp, _ digest: Digest) {
    var writer = BinaryWriter()
    writer.bytes = head(path, stamp)
    writer.digest(digest)
    writer.digest(Digest(of: writer.bytes))
    let place = place(path)
    try? Files.makeDirectory(Path.parent(place))
    try? Files.write(writer.bytes, to: place)
  }
}
