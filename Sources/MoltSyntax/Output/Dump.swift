// Prints a tree exactly as CPython 3.12's `ast.dump(tree, include_attributes=True)` does, with or without `indent`.

extension AST {
  /// The dump as UTF-8. `indent`: spaces per level, or nil for one line. `lineStarts` must be set.
  public func dump(indent: Int? = nil) -> [UInt8] {
    var printer = DumpPrinter(ast: self, indent: indent)
    printer.module()
    return printer.output
  }
}

struct DumpPrinter {
  let ast: AST
  let indent: Int?
  var output: [UInt8] = []
  var level = 0
  /// The line found last: positions are asked for in nearly ascending order.
  private var lastLine = 0

  init(ast: AST, indent: Int?) {
    self.ast = ast
    self.indent = indent
    output.reserveCapacity(ast.expressions.count * 100 + 1000)
  }

  // MARK: - Layout

  mutating func text(_ text: StaticString) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func newline() {
    if let indent {
      output.append(10)
      for _ in 0..<(level * indent) { output.append(32) }
    }
  }

  /// A node while its fields are being written: where it began and how many fields it has.
  struct Open {
    var fields = 0
    /// `ast.dump` keeps up to three simple fields on one line; then only the constructor's name is known at the start.
    var isFlat: Bool
  }

  /// Opens a node. `isFlat`: no attributes and at most three fields, none of them a node with fields or a list that is
  /// not empty.
  mutating func open(_ name: StaticString, isFlat: Bool = false) -> Open {
    text(name)
    output.append(40)
    level += 1
    return Open(isFlat: isFlat || indent == nil)
  }

  mutating func field(_ node: inout Open, _ name: StaticString) {
    if node.fields > 0 {
      output.append(44)
      if node.isFlat { output.append(32) }
    }
    if !node.isFlat { newline() }
    node.fields += 1
    text(name)
    output.append(61)
  }

  mutating func close(_ node: Open) {
    level -= 1
    output.append(41)
  }

  mutating func close(_ node: inout Open, _ span: Span) {
    attributes(&node, span)
    close(node)
  }

  mutating func attributes(_ node: inout Open, _ span: Span) {
    let start = position(span.start)
    let end = position(span.end)
    field(&node, "lineno")
    integer(start.line)
    field(&node, "col_offset")
    integer(start.column)
    field(&node, "end_lineno")
    integer(end.line)
    field(&node, "end_col_offset")
    integer(end.column)
  }

  private mutating func position(_ offset: UInt32) -> (line: Int, column: Int) {
    let starts = ast.lineStarts
    if starts.isEmpty { return (1, Int(offset)) }
    if lastLine >= starts.count || starts[lastLine] > offset {
      let found = ast.position(offset)
      lastLine = found.line - 1
      return found
    }
    var steps = 0
    while lastLine + 1 < starts.count, starts[lastLine + 1] <= offset {
      lastLine += 1
      steps += 1
      if steps > 16 {
        let found = ast.position(offset)
        lastLine = found.line - 1
        return found
      }
    }
    return (lastLine + 1, Int(offset - starts[lastLine]))
  }

  mutating func integer(_ value: Int) {
    if value < 0 {
      output.append(45)
      integer(-value)
      return
    }
    if value >= 10 { integer(value / 10) }
    output.append(UInt8(48 + value % 10))
  }

  mutating func list<T>(_ list: NodeList<T>, _ element: (inout DumpPrinter, UInt32) -> Void) {
    output.append(91)
    level += 1
    var isFirst = true
    for raw in ast.raws(list) {
      if !isFirst {
        output.append(44)
        if indent == nil { output.append(32) }
      }
      newline()
      isFirst = false
      element(&self, raw)
    }
    level -= 1
    output.append(93)
  }

  mutating func field(_ node: inout Open, _ name: StaticString, _ elements: NodeList<ExprID>) {
    field(&node, name)
    list(elements) { $0.expression(ExprID(raw: $1)) }
  }

  mutating func field(_ node: inout Open, _ name: StaticString, _ elements: NodeList<StmtID>) {
    field(&node, name)
    list(elements) { $0.statement(StmtID(raw: $1)) }
  }

  /// A field that is left out if absent.
  mutating func optional(_ node: inout Open, _ name: StaticString, _ id: ExprID) {
    if id.isNone { return }
    field(&node, name)
    expression(id)
  }

  mutating func field(_ node: inout Open, _ name: StaticString, _ symbol: Symbol) {
    if symbol.isNone { return }
    field(&node, name)
    string(symbol)
  }

  mutating func string(_ symbol: Symbol) {
    ast.strings[Int(symbol.raw)].withUnsafeBufferPointer { PythonRepr.string($0, into: &output) }
  }

  mutating func module() {
    var node = open("Module", isFlat: ast.body.isEmpty)
    field(&node, "body", ast.body)
    field(&node, "type_ignores")
    text("[]")
    close(node)
  }
}
