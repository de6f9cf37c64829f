import MoltSupport
import MoltSyntax

/// One import of a module, as the driver needs it to find the files of a program.
public struct ImportRequest: Equatable, Sendable {
  /// Number of leading dots; 0 for an absolute import.
  public var level: Int
  /// Dotted name after the dots; empty for `from . import x`.
  public var module: String
  /// What `from … import` asks for, each perhaps a submodule; `*` too. Empty for a plain `import`.
  public var names: [String]
  /// Importing the module does not need it: it stands in a function, in a `try` that catches ImportError, or under
  /// `if TYPE_CHECKING`. When it leads nowhere, that is for the program to find out.
  public var isGuarded: Bool
  /// 1-based lines, 0-based byte columns.
  public var line: Int
  public var column: Int
  public var endLine: Int
  public var endColumn: Int

  public init(
    level: Int, module: String, names: [String], isGuarded: Bool, line: Int, column: Int, endLine: Int, endColumn: Int
  ) {
    self.level = level
    self.module = module
    self.names = names
    self.isGuarded = isGuarded
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}

/// The imports of one module in source order: an artifact of its own, so that the driver need not read the tree.
public struct ImportList: Equatable, Sendable {
  public var requests: [ImportRequest]
  /// The strings of a literal `__all__`: what `from … import *` asks for when the module is a package.
  public var exports: [String]
  /// The module names something that looks at frames (`AST.namesFrames`).
  public var namesFrames: Bool

  public init(requests: [ImportRequest], exports: [String] = [], namesFrames: Bool = false) {
    self.requests = requests
    self.exports = exports
    self.namesFrames = namesFrames
  }

  public func encoded() -> Container {
    var writer = BinaryWriter()
    writer.array(requests) {
      $0.count($1.level)
      $0.string($1.module)
      $0.array($1.names) { $0.string($1) }
      $0.bool($1.isGuarded)
      $0.count($1.line)
      $0.count($1.column)
      $0.count($1.endLine)
      $0.count($1.endColumn)
    }
    writer.array(exports) { $0.string($1) }
    writer.bool(namesFrames)
    return Container(kind: .imports, payload: writer.bytes)
  }

  public static func read(_ path: String) throws(ToolError) -> ImportList {
    try decode(try Container.read(path, expected: .imports), path: path)
  }

  public static func decode(_ container: Container, path: String) throws(ToolError) -> ImportList {
    do throws(BinaryError) {
      var reader = BinaryReader(container.payload)
      let requests = try reader.array { (reader: inout BinaryReader) throws(BinaryError) -> ImportRequest in
        ImportRequest(
          level: try reader.integer(), module: try reader.string(),
          names: try reader.array { (reader: inout BinaryReader) throws(BinaryError) in try reader.string() },
          isGuarded: try reader.bool(), line: try reader.integer(), column: try reader.integer(),
          endLine: try reader.integer(), endColumn: try reader.integer())
      }
      let exports = try reader.array { (reader: inout BinaryReader) throws(BinaryError) in try reader.string() }
      let namesFrames = try reader.bool()
      try reader.finish()
      return ImportList(requests: requests, exports: exports, namesFrames: namesFrames)
    } catch {
      throw .damaged(path, "malformed import list: \(error.reason) (at \(error.offset))")
    }
  }

  /// One line an import, for people.
  public var text: String {
    requests.map { request in
      let target = String(repeating: ".", count: request.level) + request.module
      let what = request.names.isEmpty ? target : "\(target) (\(request.names.joined(separator: ", ")))"
      return "\(request.line):\(request.column) \(request.isGuarded ? "guarded " : "")\(what)\n"
    }.joined() + (exports.isEmpty ? "" : "__all__ \(exports.joined(separator: ", "))\n")
      + (namesFrames ? "frames\n" : "")
  }
}

extension ParsedModule {
  /// Every import in the module, in functions and classes too.
  public func imports() -> ImportList {
    var collector = ImportCollector(ast: ast)
    collector.visit(ast.list(ast.body), isGuarded: false)
    return ImportList(requests: collector.requests, exports: collector.exports, namesFrames: ast.namesFrames)
  }
}

private struct ImportCollector {
  let ast: AST
  var requests: [ImportRequest] = []
  var exports: [String] = []

  mutating func visit(_ statements: [StmtID], isGuarded: Bool) {
    for id in statements { visit(id, isGuarded) }
  }

  private mutating func visit(_ list: NodeList<StmtID>, _ isGuarded: Bool) {
    visit(ast.list(list), isGuarded: isGuarded)
  }

  private mutating func visit(_ id: StmtID, _ isGuarded: Bool) {
    switch ast[id] {
    case .import(let names):
      for alias in ast.list(names) { add(0, ast.text(ast[alias].name), [], isGuarded, ast[alias].span) }
    case .importFrom(let module, let names, let level):
      let wanted = ast.list(names).map { ast.text(ast[$0].name) }
      add(Int(level), module.isNone ? "" : ast.text(module), wanted, isGuarded, ast.span(id))
    case .functionDef(let function), .asyncFunctionDef(let function): visit(ast[function].body, true)
    case .classDef(let cls): visit(ast[cls].body, isGuarded)
    case .for(_, _, let body, let orElse), .asyncFor(_, _, let body, let orElse), .while(_, let body, let orElse):
      visit(body, isGuarded)
      visit(orElse, isGuarded)
    case .if(let test, let body, let orElse):
      visit(body, isGuarded || isTypeChecking(test))
      visit(orElse, isGuarded)
    case .with(_, let body), .asyncWith(_, let body): visit(body, isGuarded)
    case .match(_, let cases): for item in ast.list(cases) { visit(ast[item].body, isGuarded) }
    case .try(let statement), .tryStar(let statement):
      let node = ast[statement]
      let catches = ast.list(node.handlers).contains { catchesImportError(ast[$0].type) }
      visit(node.body, isGuarded || catches)
      for handler in ast.list(node.handlers) { visit(ast[handler].body, isGuarded) }
      visit(node.orElse, isGuarded)
      visit(node.finalBody, isGuarded)
    case .assign(let targets, let value):
      if ast.list(targets).contains(where: isAll) { addExports(value) }
    case .augAssign(let target, _, let value): if isAll(target) { addExports(value) }
    case .annAssign(let target, _, let value, _): if isAll(target), !value.isNone { addExports(value) }
    default: break
    }
  }

  private func isAll(_ target: ExprID) -> Bool {
    guard case .name(let id, _) = ast[target] else { return false }
    return ast.text(id) == "__all__"
  }

  private mutating func addExports(_ value: ExprID) {
    switch ast[value] {
    case .list(let elements, _), .tuple(let elements, _): for element in ast.list(elements) { addExports(element) }
    case .binOp(let left, _, let right):
      addExports(left)
      addExports(right)
    case .constant(.str(let text), _): exports.append(ast.text(text))
    default: break
    }
  }

  private mutating func add(_ level: Int, _ module: String, _ names: [String], _ isGuarded: Bool, _ span: Span) {
    let (line, column) = ast.position(span.start)
    let (endLine, endColumn) = ast.position(span.end)
    requests.append(
      ImportRequest(
        level: level, module: module, names: names, isGuarded: isGuarded, line: line, column: column, endLine: endLine,
        endColumn: endColumn))
  }

  private func isTypeChecking(_ test: ExprID) -> Bool {
    switch ast[test] {
    case .name(let id, _): ast.text(id) == "TYPE_CHECKING"
    case .attribute(_, let name, _): ast.text(name) == "TYPE_CHECKING"
    default: false
    }
  }

  /// A bare `except`, or one that names ImportError, a class of it or a class above it.
  private func catchesImportError(_ type: ExprID) -> Bool {
    if type.isNone { return true }
    switch ast[type] {
    case .name(let id, _):
      return ["ImportError", "ModuleNotFoundError", "Exception", "BaseException"].contains(ast.text(id))
    case .tuple(let elements, _): return ast.list(elements).contains { catchesImportError($0) }
    default: return false
    }
  }
}
