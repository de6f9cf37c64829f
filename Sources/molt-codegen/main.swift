import MoltCodegen
import MoltSupport

var table = OptionTable(
  "molt-codegen", "Compiles the MIR of one module, with its slice of the plan, to object files by way of LLVM.",
  usage: [
    "MODULE.mir --plan MODULE.mplan -o OUT.o",
    "MODULE.mir --plan MODULE.mplan --emit parts -o OUT.mll --parts OUT.parts",
    "MODULE.mll --part NUMBER -o OUT.o",
  ])
table.addStageOptions()
table.value(nil, "--plan", "FILE", "the module's slice of the plan")
table.value(nil, "--target", "TARGET", "x86_64-linux (the default) or wasm32-wasi")
table.value(nil, "--clang", "FILE", "the clang to compile LLVM IR with (default: the one beside swiftc, else on PATH)")
table.value(
  nil, "--emit", "FORM",
  "object (the default), parts (LLVM IR in parts), llvm (LLVM IR of the module as text) or mir (MIR)")
table.value(nil, "--parts", "FILE", "with --emit parts, where to list them")
table.value(nil, "--part", "NUMBER", "compile one of the parts that --emit parts wrote")
table.value(
  nil, "--after", "PASS", "with --emit mir, the pass after which to stop: \(Pass.names) (the default is the last)")
table.flag(nil, "--no-opt", "no optimisation, neither here nor in LLVM")
table.flag(nil, "--quick", "no optimisation in LLVM, only Molt's own: the code is made many times as fast")
table.flag(nil, "--fail-guards", "make every guard of a likely fact fail, so that the general code runs")
table.flag(nil, "--count-references", "count retained and released references by source line")
let guardKinds = GuardKind.allCases.map(\.rawValue).joined(separator: ", ")
table.value(nil, "--drop-guard", "KIND", "leave out a kind of guard, to show that tests notice: \(guardKinds)")
table.value(nil, "--remarks", "FILE", "write what stayed dynamic, and why")

Tool.main(table) { options in
  let input = try options.singleArgument("MIR file", table)
  let output = try options.required("--output", table)
  let targetName = options.value("--target") ?? Target.x86_64Linux.rawValue
  guard let target = Target(rawValue: targetName) else {
    throw table.usageError("no such target: \(targetName) (\(Target.allCases.map(\.rawValue).joined(separator: ", ")))")
  }
  let clang = Clang(options, target)
  if let number = options.value("--part") {
    try clang.compile(try part(number, of: input), to: output)
  } else {
    try generate(try Generation(input, options, target), clang, options, to: output)
  }
  let outputs = [output] + options.all("--parts") + options.all("--remarks")
  try options.writeDepfile(outputs: outputs, inputs: [input] + options.all("--plan"))
  return .success
}

/// The LLVM IR of one of the parts in a file.
func part(_ number: String, of path: String) throws(ToolError) -> [UInt8] {
  let parts = try CodeParts.decode(try Container.read(path, expected: .code), path: path).texts
  guard let index = Int(number), parts.indices.contains(index) else {
    throw table.usageError("--part is a number below \(parts.count) for \(path)")
  }
  return parts[index]
}

func generate(
  _ generation: Generation, _ clang: Clang, _ options: ParsedOptions, to output: String
) throws(ToolError) {
  switch options.value("--emit") ?? "object" {
  case "mir":
    let name = options.value("--after") ?? Pass.split.rawValue
    guard let last = Pass(rawValue: name) else { throw table.usageError("no such pass: \(name) (\(Pass.names))") }
    try Files.write(generation.mir(after: last), to: output)
  case "llvm": try Files.write(try generation.code(divides: false).texts[0], to: output)
  case "parts":
    let list = try options.required("--parts", table)
    let code = try generation.code(divides: true)
    try code.encoded().write(to: output)
    try code.list.encoded().write(to: list)
  case "object": try clang.compile(try generation.code(divides: false).texts[0], to: output)
  default: throw table.usageError("--emit is object, parts, llvm or mir")
  }
}
