import MoltCodegen
import MoltIR
import MoltPlan
import MoltSupport

/// What a module's code is generated from.
struct Generation {
  private let module: Module
  private let slice: PlanSlice
  private let target: Target
  private var settings = CodegenOptions()
  private let remarks: String?

  /// Reads the MIR at `path` and the slice of the plan that the options name.
  init(_ path: String, _ options: ParsedOptions, _ target: Target) throws(ToolError) {
    self.target = target
    let payload = try Container.read(path, expected: .mir).payload
    do {
      module = try Reader.read(payload)
      try Verifier.verify(module)
    } catch {
      throw .damaged(path, "malformed MIR: \(error)")
    }
    slice = try Generation.slice(options.value("--plan"), module.name)
    settings.optimises = !options.has("--no-opt")
    settings.hasLargeParts = options.has("--quick")
    settings.failsGuards = options.has("--fail-guards")
    settings.countsReferences = options.has("--count-references")
    if let name = options.value("--drop-guard") {
      guard let kind = GuardKind(rawValue: name) else {
        throw table.usageError("--drop-guard is one of \(guardKinds)")
      }
      settings.droppedGuard = kind
    }
    remarks = options.value("--remarks")
    settings.showsRemarks = remarks != nil
  }

  private static func slice(_ path: String?, _ module: String) throws(ToolError) -> PlanSlice {
    guard let path else { return PlanSlice(module: module) }
    let payload = try Container.read(path, expected: .plan).payload
    do throws(PlanReadError) {
      return try PlanSlice.decode(payload)
    } catch {
      throw .damaged(path, "malformed plan: \(error)")
    }
  }

  /// The text of the MIR after a pass.
  func mir(after last: Pass) -> [UInt8] {
    var remarks: [Remark] = []
    return Printer.print(Codegen.run(module, slice, settings, last: last, &remarks))
  }

  /// The LLVM IR, in one part unless it may be divided. Writes the remarks that were asked for.
  func code(divides: Bool) throws(ToolError) -> CodeParts {
    let result = Codegen.generate(module, plan: slice, target: target, options: settings, divides: divides)
    if let remarks {
      let text = Remark.lines(result.remarks, path: module.path)
      try Container(kind: .remarks, payload: Array(text.utf8)).write(to: remarks)
    }
    return CodeParts(texts: result.parts)
  }
}
