import MoltSupport
import MoltSyntax
import MoltTree

var table = OptionTable(
  "molt-parse", "Parses one Python source file to its syntax tree and the list of what it imports.",
  usage: ["SOURCE.py -o OUT.mast [--imports OUT.imports]", "SOURCE.py --dump"])
table.addStageOptions()
table.value(nil, "--imports", "FILE", "where to write the list of imports")
table.value(nil, "--module", "NAME", "dotted name of the module (default: the file's name)")
table.value(nil, "--path", "PATH", "the path that messages and tracebacks show (default: the file as given)")
table.value(nil, "--package", "NAME", "the package that relative imports start from (default: none)")
table.flag(nil, "--is-package", "the source is a package's __init__.py")
table.flag(nil, "--dump", "print the tree as CPython's ast.dump(tree, include_attributes=True, indent=2) does")

Tool.main(table) { options in
  let input = try options.singleArgument("source file", table)
  let format = try options.messageFormat(table)
  let isDump = options.has("--dump")
  let output = isDump ? nil : try options.required("--output", table)
  let path = options.value("--path") ?? input
  let result = parseModule(source: try Files.read(input), fileName: path)

  for diagnostic in result.diagnostics {
    Terminal.writeError(format.render(message(diagnostic, result.source, path)))
  }
  guard let ast = result.ast else { return .programErrors }
  if isDump {
    Terminal.write(ast.dump(indent: 2) + [0x0A], to: 1)
    return .success
  }
  let module = ParsedModule(
    name: options.value("--module") ?? Path.stem(input), path: path, package: options.value("--package") ?? "",
    isPackage: options.has("--is-package"), source: result.source.bytes, ast: ast)
  var outputs: [String] = []
  if let output {
    try module.encoded().write(to: output)
    outputs.append(output)
  }
  if let imports = options.value("--imports") {
    try module.imports().encoded().write(to: imports)
    outputs.append(imports)
  }
  try options.writeDepfile(outputs: outputs, inputs: [input])
  return .success
}

func message(_ diagnostic: Diagnostic, _ source: SourceText, _ path: String) -> SourceMessage {
  var place: SourceMessage.Place?
  if diagnostic.hasLocation {
    func position(_ offset: UInt32) -> (line: Int, column: Int) {
      let line = source.line(containing: offset)
      return (line, Int(offset) - Int(source.lineStarts[line - 1]))
    }
    let start = position(diagnostic.span.start)
    let end = position(max(diagnostic.span.start, diagnostic.span.end))
    place = SourceMessage.Place(
      line: start.line, column: start.column, endLine: end.line, endColumn: end.column,
      text: String(decoding: source.lineBytes(start.line), as: UTF8.self))
  }
  return SourceMessage(
    diagnostic.isError ? .error : .warning, className: diagnostic.kind.name, diagnostic.message, file: path,
    place: place, notes: diagnostic.notes)
}
