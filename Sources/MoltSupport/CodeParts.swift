/// The LLVM IR of one module, divided into the parts that are compiled one by one.
public struct CodeParts: Equatable, Sendable {
  /// LLVM IR as text, complete for itself.
  public var texts: [[UInt8]]

  public init(texts: [[UInt8]]) { self.texts = texts }

  public func encoded() -> Container {
    var writer = BinaryWriter(capacity: texts.reduce(16) { $0 + $1.count + 5 })
    writer.array(texts) { $0.blob($1) }
    return Container(kind: .code, payload: writer.bytes)
  }

  public static func decode(_ container: Container, path: String) throws(ToolError) -> CodeParts {
    do throws(BinaryError) {
      var reader = BinaryReader(container.payload)
      let texts = try reader.array { (reader: inout BinaryReader) throws(BinaryError) in try reader.blob() }
      try reader.finish()
      return CodeParts(texts: texts)
    } catch {
      throw .damaged(path, "malformed LLVM IR parts: \(error.reason) (at \(error.offset))")
    }
  }

  /// What the driver needs to know of them.
  public var list: PartList { PartList(parts: texts.map { PartList.Part(digest: Digest(of: $0), size: $0.count) }) }

  /// All parts, for people.
  public var text: String {
    texts.enumerated().map { "; part \($0.offset) of \(texts.count)\n" + String(decoding: $0.element, as: UTF8.self) }
      .joined(separator: "\n")
  }
}

/// The parts of one module's code by digest: an artifact of its own, so that the driver need not read the code.
public struct PartList: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    public var digest: Digest
    /// Bytes.
    public var size: Int
    public init(digest: Digest, size: Int) {
      self.digest = digest
      self.size = size
    }
  }

  public var parts: [Part]

  public init(parts: [Part]) { self.parts = parts }

  public func encoded() -> Container {
    var writer = BinaryWriter()
    writer.array(parts) {
      $0.digest($1.digest)
      $0.count($1.size)
    }
    return Container(kind: .parts, payload: writer.bytes)
  }

  public static func decode(_ container: Container, path: String) throws(ToolError) -> PartList {
    do throws(BinaryError) {
      var reader = BinaryReader(container.payload)
      let parts = try reader.array { (reader: inout BinaryReader) throws(BinaryError) in
        Part(digest: try reader.digest(), size: try reader.integer())
      }
      try reader.finish()
      return PartList(parts: parts)
    } catch {
      throw .damaged(path, "malformed list of parts: \(error.reason) (at \(error.offset))")
    }
  }

  /// One line a part, for people.
  public var text: String {
    parts.enumerated().map { "\($0.offset) \($0.element.digest) \($0.element.size) bytes\n" }.joined()
  }
}
