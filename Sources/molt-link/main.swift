import MoltLink
import MoltPlan
import MoltSupport

var table = OptionTable(
  "molt-link", "Plans the whole program from the modules' summaries, or links object files to an executable.",
  usage: [
    "--plan SUMMARY.msum… --main MODULE -o DIRECTORY",
    "OBJECT.o… --program PROGRAM.mplan --runtime libMoltRuntime.a --compiler libMoltDynamic.a -o EXECUTABLE",
  ])
table.addStageOptions()
table.flag(nil, "--plan", "write one plan slice per module, and one for the program, into the output directory")
table.value(nil, "--main", "MODULE", "the module that the program starts with")
table.value(nil, "--program", "FILE", "the program's plan")
table.value(nil, "--runtime", "FILE", "the runtime library for the target")
table.value(nil, "--compiler", "FILE", "the library that compiles text at run time; for programs that do")
table.flag(nil, "--dynamic", "with --plan: the program gets that library, whatever its modules say")
table.value(nil, "--target", "TARGET", "x86_64-linux (the default) or wasm32-wasi")
table.value(nil, "--clang", "FILE", "the clang to link with (default: the one beside swiftc, else on PATH)")
table.value(nil, "--linker", "FILE", "the linker that clang starts (default: ld.lld or wasm-ld)")
table.flag(nil, "--symbols", "keep the symbol table")
table.flag(nil, "--no-opt", "make no use of whole-program facts")

func readPlan<T>(_ path: String, _ decode: ([UInt8]) throws(PlanReadError) -> T, _ kind: ArtifactKind) throws(ToolError)
  -> T
{
  let payload = try Container.read(path, expected: kind).payload
  do throws(PlanReadError) {
    return try decode(payload)
  } catch {
    throw .damaged(path, "malformed \(kind.meaning): \(error)")
  }
}

func writePlans(_ options: ParsedOptions) throws(ToolError) {
  let directory = try options.required("--output", table)
  let main = try options.required("--main", table)
  guard !options.arguments.isEmpty else { throw table.usageError("no summaries given") }
  var summaries: [Summary] = []
  for path in options.arguments { summaries.append(try readPlan(path, Summary.decode, .summary)) }
  let slices =
    options.has("--no-opt") ? summaries.map { PlanSlice(module: $0.module) } : Planner.plan(summaries)
  for slice in slices {
    let path = Path.join(directory, "\(slice.module).\(ArtifactKind.plan.fileExtension)")
    try Container(kind: .plan, payload: slice.encode()).write(to: path)
  }
  let program = ProgramPlan(summaries, main: main, includesCompiler: options.has("--dynamic"))
  guard program.modules.contains(main) else { throw table.usageError("no summary of the main module \(main) given") }
  let path = Path.join(directory, "+program.\(ArtifactKind.plan.fileExtension)")
  try Container(kind: .plan, payload: program.encode()).write(to: path)
}

Tool.main(table) { options in
  if options.has("--plan") {
    try writePlans(options)
    return .success
  }
  let output = try options.required("--output", table)
  let isWASI = (options.value("--target") ?? "") == "wasm32-wasi"
  let program = try readPlan(try options.required("--program", table), ProgramPlan.decode, .plan)
  try Linker.link(
    program,
    Linker.Request(
      objects: options.arguments, runtime: try options.required("--runtime", table),
      compiler: options.value("--compiler"), output: output,
      clang: try options.value("--clang") ?? OutsideTool.locate("clang", environment: Environment.value),
      linker: try options.value("--linker")
        ?? OutsideTool.locate(isWASI ? "wasm-ld" : "ld.lld", environment: Environment.value), isWASI: isWASI,
      keepsSymbols: options.has("--symbols")))
  try options.writeDepfile(outputs: [output], inputs: options.arguments)
  return .success
}
