// The file format of all artifacts. All integers are little-endian.
//
//   offset  size
//        0     8  magic: 89 'MOLT' 0D 0A 1A (a transfer that changes line ends or cuts the high bit is seen at once)
//        8     4  kind: four letters
//       12     4  format version of that kind
//       16    16  the artifact's name: XXH3-128 of the uncompressed payload, changed by the format version
//       32     8  length of the uncompressed payload
//       40     8  low half of XXH3-128 over bytes 0..<40 and the frame
//       48     …  one zstd frame
//
// The check at 40 covers every byte, so a flipped bit is found even where zstd would not care about it, and before zstd
// sees the data. The name at 16 does not depend on zstd's version or level.

/// One artifact: its kind and its payload.
public struct Container: Equatable, Sendable {
  public var kind: ArtifactKind
  public var payload: [UInt8]
  /// The artifact's name: XXH3-128 of the payload, changed by the format version.
  public let digest: Digest

  public static let magic: [UInt8] = [0x89, 0x4D, 0x4F, 0x4C, 0x54, 0x0D, 0x0A, 0x1A]
  public static let headerSize = 48
  /// No payload of ours comes near this; a larger claim is refused before anything is allocated.
  static let largestPayload: UInt64 = 1 << 30

  public init(kind: ArtifactKind, payload: [UInt8]) {
    self.kind = kind
    self.payload = payload
    self.digest = Container.name(kind, payload)
  }

  /// The same payload has another name in another format version: a file of an older version that lies in a work
  /// directory or in the store is not taken for one of this version.
  private static func name(_ kind: ArtifactKind, _ payload: [UInt8]) -> Digest {
    var name = Digest(of: payload)
    name.low ^= UInt64(kind.formatVersion - 1)
    return name
  }

  init(kind: ArtifactKind, payload: [UInt8], digest: Digest) {
    self.kind = kind
    self.payload = payload
    self.digest = digest
  }

  public func encoded() -> [UInt8] {
    let frame = Compression.compress(payload)
    var writer = BinaryWriter(capacity: Container.headerSize + frame.count)
    writer.bytes += Container.magic
    writer.bytes += Array(kind.tag.utf8)
    writer.fixed32(kind.formatVersion)
    writer.digest(digest)
    writer.fixed64(UInt64(payload.count))
    writer.fixed64(Container.check(header: writer.bytes[...], frame: frame[...]))
    writer.bytes += frame
    return writer.bytes
  }

  static func check(header: ArraySlice<UInt8>, frame: ArraySlice<UInt8>) -> UInt64 {
    // Two digests side by side instead of one over the joined bytes: the frame is not copied.
    var joined = BinaryWriter(capacity: 56)
    joined.bytes += header
    joined.digest(frame.withUnsafeBytes { Digest(of: $0) })
    return Digest(of: joined.bytes).low
  }

  /// Whether `bytes` begin as a container does; says nothing about the rest.
  public static func isContainer(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  /// Reads and verifies a whole container. `path` is only for messages. Fails with `ExitCode.badArtifact` when anything
  /// is not as it was written, or when the artifact is not of the `expected` kind.
  public static func decode(
    _ bytes: [UInt8], expected: ArtifactKind? = nil, path: String
  ) throws(ToolError) -> Container {
    guard bytes.count >= headerSize else {
      throw .damaged(path, isContainer(bytes) ? "damaged artifact: the file is cut short" : "not a Molt artifact")
    }
    guard isContainer(bytes) else { throw .damaged(path, "not a Molt artifact") }
    var reader = BinaryReader(Array(bytes[8..<headerSize]))
    let version: UInt32
    let digest: Digest
    let length: UInt64
    let check: UInt64
    do {
      _ = try reader.fixed32()
      version = try reader.fixed32()
      digest = try reader.digest()
      length = try reader.fixed64()
      check = try reader.fixed64()
    } catch {
      throw .damaged(path, "damaged artifact: \(error.reason)")
    }
    guard check == Container.check(header: bytes[..<40], frame: bytes[headerSize...]) else {
      throw .damaged(path, "damaged artifact: the check does not match")
    }
    guard let kind = ArtifactKind(tag: bytes[8..<12]) else {
      throw .damaged(path, "unknown kind of artifact '\(String(decoding: bytes[8..<12], as: UTF8.self))'")
    }
    guard version == kind.formatVersion else {
      throw .damaged(path, "\(kind.tag) format version \(version); this build reads version \(kind.formatVersion)")
    }
    if let expected, expected != kind {
      throw .damaged(path, "this is a \(kind.meaning) (\(kind.tag)); expected a \(expected.meaning) (\(expected.tag))")
    }
    guard length <= largestPayload else { throw .damaged(path, "damaged artifact: impossible length \(length)") }
    let payload = bytes[headerSize...].withUnsafeBytes { Compression.decompress($0, length: Int(length)) }
    guard let payload else { throw .damaged(path, "damaged artifact: the data does not unpack") }
    guard name(kind, payload) == digest else { throw .damaged(path, "damaged artifact: the digest does not match") }
    return Container(kind: kind, payload: payload, digest: digest)
  }

  /// Reads and verifies the container file at `path`.
  public static func read(_ path: String, expected: ArtifactKind? = nil) throws(ToolError) -> Container {
    try decode(try Files.read(path), expected: expected, path: path)
  }

  /// Writes the container so that `path` holds either what it held before or all of this.
  public func write(to path: String) throws(ToolError) {
    try Files.write(encoded(), to: path)
  }
}
