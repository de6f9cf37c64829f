import MoltCodegen
import MoltIR
import MoltPlan
import MoltSupport

var table = OptionTable(
  "molt-codegen", "Compiles the MIR of one module, with its slice of the plan, to an object file by way of LLVM.",
  usage: ["MODULE.mir --plan MODULE.mplan -o OUT.o"])
table.addStageOptions()
table.value(nil, "--plan", "FILE", "the module's slice of the plan")
table.value(nil, "--target", "TARGET", "x86_64-linux (the default) or wasm32-wasi")
table.value(nil, "--clang", "FILE", "the clang to compile LLVM IR with (default: the one beside swiftc, else on PATH)")
table.value(nil, "--emit", "FORM", "object (the default), llvm (LLVM IR as text) or mir (MIR)")
table.value(
  nil, "--after", "PASS", "with --emit mir, the pass after which to stop: \(Pass.names) (the default is the last)")
table.flag(nil, "--no-opt", "no optimisation, neither here nor in LLVM")
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
  let payload = try Container.read(input, expected: .mir).payload
  var module: Module
  do {
    module = try Reader.read(payload)
    try Verifier.verify(module)
  } catch {
    throw ToolError.damaged(input, "malformed MIR: \(error)")
  }
  var slice = PlanSlice(module: module.name)
  if let plan = options.value("--plan") {
    let payload = try Container.read(plan, expected: .plan).payload
    do throws(PlanReadError) {
      slice = try PlanSlice.decode(payload)
    } catch {
      throw ToolError.damaged(plan, "malformed plan: \(error)")
    }
  }
  var settings = CodegenOptions()
  settings.optimises = !options.has("--no-opt")
  settings.failsGuards = options.has("--fail-guards")
  settings.countsReferences = options.has("--count-references")
  if let name = options.value("--drop-guard") {
    guard let kind = GuardKind(rawValue: name) else {
      throw table.usageError("--drop-guard is one of \(guardKinds)")
    }
    settings.droppedGuard = kind
  }
  settings.showsRemarks = options.has("--remarks")
  func generate() throws(ToolError) -> [UInt8] {
    let result = Codegen.generate(module, plan: slice, target: target, options: settings)
    if let path = options.value("--remarks") {
      let text = Remark.lines(result.remarks, path: module.path)
      try Files.write(Container(kind: .remarks, payload: Array(text.utf8)).encoded(), to: path)
    }
    return result.text
  }
  switch options.value("--emit") ?? "object" {
  case "mir":
    let name = options.value("--after") ?? Pass.split.rawValue
    guard let last = Pass(rawValue: name) else { throw table.usageError("no such pass: \(name) (\(Pass.names))") }
    var remarks: [Remark] = []
    module = Codegen.run(module, slice, settings, last: last, &remarks)
    try Files.write(Printer.print(module), to: output)
  case "llvm":
    try Files.write(try generate(), to: output)
  case "object":
    let arguments = [
      "--target=\(target.triple)", settings.optimises ? "-O2" : "-O0", "-Wno-override-module", "-fno-pic", "-mllvm",
      "-hotcoldsplit-threshold=1000000",
      "-ffunction-sections", "-fdata-sections", "-c", "-x", "ir", "-", "-o", output,
    ]
    let text = try generate()
    try Spawn.run(
      try options.value("--clang") ?? OutsideTool.locate("clang", environment: Environment.value), arguments,
      input: text)
  default: throw table.usageError("--emit is object, llvm or mir")
  }
  try options.writeDepfile(outputs: [output], inputs: [input] + options.all("--plan"))
  return .success
}
