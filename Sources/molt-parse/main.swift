import MoltSupport
import MoltSyntax
import MoltTree

var table = OptionTable(
  "molt-parse", "Parses one Python 3.12 source file to a syntax tree and the list of its imports.",
  usage: ["SOURCE.py -o OUT.mast --imports OUT.imports --module NAME", "--dump [--indent N] SOURCE.py"])
table.addStageOptions()
table.value(nil, "--imports", "FILE", "where to write the list of imports")
table.value(nil, "--module", "NAME", "dotted name of the module (default: __main__)")
table.value(nil, "--path", "PATH", "the path shown in messages and tracebacks (default: SOURCE.py)")
table.value(nil, "--package", "NAME", "the package that relative imports start from (default: none)")
table.flag(nil, "--is-package", "the source is the __init__.py of a package")
table.flag(nil, "--dump", "print the tree as ast.dump(tree, include_attributes=True) of CPython does, and write no file")
table.value(nil, "--indent", "N", "spaces per level of the dump (default: all on one line)")
table.flag(nil, "--dump-all", "dump each file named on standard input; for scripts/compare-ast")
table.flag(nil, "--bench", "parse the files named on standard input and print the seconds it took; for scripts/compare-ast")

Tool.main(table) { options in
  if options.has("--dump-all") { return try dumpAll() }
  if options.has("--bench") { return try benchmark() }
  let input = try options.singleArgument("source file", table)
  let format = try options.messageFormat(table)
  let path = options.value("--path") ?? input
  let result = parseModule(source: try Files.read(input), fileName: path)
  for diagnostic in result.diagnostics {
    Terminal.writeError(format.render(SourceMessage(diagnostic, in: result.source, file: path)))
  }
  guard let ast = result.ast else { return .programErrors }
  if options.has("--dump") {
    var indent: Int?
    if let text = options.value("--indent") {
      indent = Int(text)
      guard let indent, (0...16).contains(indent) else { throw table.usageError("--indent is a number from 0 to 16") }
    }
    Terminal.write(ast.dump(indent: indent) + [10], to: 1)
    return .success
  }
  let output = try options.required("--output", table)
  let module = ParsedModule(
    name: options.value("--module") ?? "__main__", path: path, package: options.value("--package") ?? "",
    isPackage: options.has("--is-package"), source: result.source.bytes, ast: ast)
  try module.encoded().write(to: output)
  var outputs = [output]
  if let importsPath = options.value("--imports") {
    try module.imports().encoded().write(to: importsPath)
    outputs.append(importsPath)
  }
  try options.writeDepfile(outputs: outputs, inputs: [input])
  return .success
}
