import MoltSupport
import MoltSyntax

/// What `molt-parse` hands on: the tree of one module and the source it came from, which later stages need to show a
/// line in a message or a traceback.
public struct ParsedModule: Sendable {
  /// Dotted name; `__main__` for the program's main file.
  public var name: String
  /// Relative to the project, with `/`; what `__file__` and tracebacks show.
  public var path: String
  /// `__package__`: the package that relative imports start from; empty for a top-level module or script.
  public var package: String
  /// The module is a package's `__init__.py`.
  public var isPackage: Bool
  /// Decoded source: UTF-8, lines ended by `\n`. Spans of the tree are byte offsets into it.
  public var source: [UInt8]
  public var ast: AST

  public init(name: String, path: String, package: String, isPackage: Bool, source: [UInt8], ast: AST) {
    self.name = name
    self.path = path
    self.package = package
    self.isPackage = isPackage
    self.source = source
    self.ast = ast
  }

  public func encoded() -> Container {
    var writer = TreeWriter(ast)
    writer.out.string(name)
    writer.out.string(path)
    writer.out.string(package)
    writer.out.bool(isPackage)
    writer.out.blob(source)
    writer.write()
    return Container(kind: .ast, payload: writer.out.bytes)
  }

  /// `path` is the artifact's own, for messages.
  public static func read(_ path: String) throws(ToolError) -> ParsedModule {
    try decode(try Container.read(path, expected: .ast), path: path)
  }

  public static func decode(_ container: Container, path: String) throws(ToolError) -> ParsedModule {
    do throws(BinaryError) {
      var input = BinaryReader(container.payload)
      let name = try input.string()
      let modulePath = try input.string()
      let package = try input.string()
      let isPackage = try input.bool()
      let source = try input.blob()
      var reader = TreeReader(input)
      try reader.read()
      try reader.input.finish()
      guard reader.ast.lineStarts.allSatisfy({ Int($0) <= source.count }) else {
        throw BinaryError("a line start is outside of the source", at: 0)
      }
      return ParsedModule(
        name: name, path: modulePath, package: package, isPackage: isPackage, source: source, ast: reader.ast)
    } catch {
      throw .damaged(path, "malformed syntax tree: \(error.reason) (at \(error.offset))")
    }
  }

  /// The text of a 1-based line without its line end; nil past the last.
  public func line(_ number: Int) -> String? {
    guard number >= 1, number <= ast.lineStarts.count else { return nil }
    let start = Int(ast.lineStarts[number - 1])
    let end = source[start...].firstIndex(of: 0x0A) ?? source.count
    return String(decoding: source[start..<end], as: UTF8.self)
  }

  /// Where a range of the source lies, for a message.
  public func place(_ span: Span) -> SourceMessage.Place {
    let (line, column) = ast.position(span.start)
    let (endLine, endColumn) = ast.position(max(span.end, span.start))
    var place = SourceMessage.Place(
      line: line, column: column, endLine: endLine, endColumn: endColumn, text: self.line(line))
    place.countsBytes = true
    return place
  }
}
