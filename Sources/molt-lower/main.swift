import MoltIR
import MoltLower
import MoltPlan
import MoltSupport
import MoltTree

var table = OptionTable(
  "molt-lower",
  "Lowers the syntax tree of one module to MIR, typed SSA, and summarises it for the rest of the program.",
  usage: ["TREE.mast -o OUT.mir --summary OUT.msum"])
table.addStageOptions()
table.value(nil, "--summary", "FILE", "where to write the summary")
table.flag(nil, "--frames", "the program looks at frames: functions keep their variables for these")
table.flag(nil, "--no-opt", "accepted for symmetry with the later stages; lowering is the same")

Tool.main(table) { options in
  let input = try options.singleArgument("syntax tree", table)
  let output = try options.required("--output", table)
  let summaryPath = try options.required("--summary", table)
  let format = try options.messageFormat(table)
  let parsed = try ParsedModule.read(input)
  let result = lowerModule(
    parsed.ast, name: parsed.name, path: parsed.path, package: parsed.package, isPackage: parsed.isPackage,
    keepsFrames: options.has("--frames"))
  for diagnostic in result.warnings + result.diagnostics {
    let className =
      switch diagnostic.kind {
      case .syntaxError: "SyntaxError"
      case .syntaxWarning: "SyntaxWarning"
      case .notSupported: "not supported yet"
      }
    let message = SourceMessage(
      diagnostic.kind == .syntaxWarning ? .warning : .error, className: className, diagnostic.message,
      file: parsed.path, place: parsed.place(diagnostic.span))
    Terminal.writeError(format.render(message))
  }
  guard let module = result.module else { return .programErrors }
  do {
    try Verifier.verify(module)
  } catch let failure as Verifier.Failure {
    throw ToolError("MIR of \(parsed.name) is malformed, \(failure); this is a defect of Molt", .defect)
  }
  try Container(kind: .mir, payload: Printer.print(module)).write(to: output)
  try Container(kind: .summary, payload: Summary(module).encode()).write(to: summaryPath)
  try options.writeDepfile(outputs: [output, summaryPath], inputs: [input])
  return .success
}
