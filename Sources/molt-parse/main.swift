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
table.flag(nil, "--dump-all", "dump the files named on standard input, each on one line; for scripts/compare-ast")
table.flag(nil, "--bench", "parse the files named on standard input and print the time; for scripts/compare-ast")

Tool.main(table) { options in
  if options.has("--dump-all") { return try dumpAll() }
  if options.has("--bench") { return try benchmark() }
  let input = try options.singleArgument("source file", table)
  let format = try options.messageFormat(table)
  let isDump = options.has("--dump")
  let output = isDump ? nil : try options.required("--output", table)
  let path = options.value("--path") ?? input
  let result = parseModule(source: try Files.read(input), fileName: path)

  for diagnostic in result.diagnostics {
    Terminal.writeError(format.render(SourceMessage(diagnostic, in: result.source, file: path)))
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
