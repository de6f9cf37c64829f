import Glibc
import MoltPlan
import MoltSupport
import MoltTree

/// Artifacts of every kind as text for people.
public enum Inspect {
  public static func text(_ path: String) throws(ToolError) -> String {
    let bytes = try Files.read(path)
    if !Container.isContainer(bytes), let text = ObjectListing.text(bytes, path: path) { return text }
    let container = try Container.decode(bytes, path: path)
    var text = "# \(container.kind.tag.trimmingSpace): \(container.kind.meaning)\n"
    text += "# written by \(container.kind.producer), format version \(container.kind.formatVersion)\n"
    text += "# digest \(container.digest), \(container.payload.count) bytes, \(bytes.count) packed\n"
    return text + (try body(container, path: path))
  }

  /// A module's MIR after one of the passes that molt-codegen puts it through, with the plan's slice that lies beside it.
  /// - Parameter codegen: the path of molt-codegen.
  public static func text(_ path: String, after pass: String, codegen: String) throws(ToolError) -> String {
    let output = Path.join(Environment.value("TMPDIR") ?? "/tmp", "molt-inspect-\(getpid()).mir")
    defer { Files.remove(output) }
    var arguments = [path, "--emit", "mir", "--after", pass, "-o", output]
    let plan = Path.join(Path.parent(path), Path.stem(path) + "." + ArtifactKind.plan.fileExtension)
    if Files.stamp(plan) != nil { arguments += ["--plan", plan] }
    try Spawn.run(codegen, arguments, input: [])
    return String(decoding: try Files.read(output), as: UTF8.self)
  }

  private static func body(_ container: Container, path: String) throws(ToolError) -> String {
    do {
      switch container.kind {
      case .ast: return try tree(try ParsedModule.decode(container, path: path))
      case .imports: return try ImportList.decode(container, path: path).text
      case .plan: return plan(container, path: path)
      case .code: return try CodeParts.decode(container, path: path).text
      case .parts: return try PartList.decode(container, path: path).text
      case .mir, .summary, .remarks: return String(decoding: container.payload, as: UTF8.self)
      case .object, .executable: return ObjectListing.text(container.payload, path: path) ?? "(unknown object format)\n"
      case .action:
        let (key, result) = try ActionResult.decode(container.payload)
        var text = "key \(key)\n"
        for output in result.outputs { text += "output \(output.digest) \(output.kind.tag.trimmingSpace)\n" }
        if !result.diagnostics.isEmpty { text += "printed:\n\(result.diagnostics)" }
        return text
      case .record: return record(try BuildRecord.decode(container.payload))
      }
    } catch let error as BinaryError {
      throw .damaged(path, "malformed \(container.kind.meaning): \(error.reason) (at \(error.offset))")
    } catch let error as ToolError {
      throw error
    } catch {
      throw .damaged(path, "\(error)")
    }
  }

  /// A slice of the plan, beside the module's MIR if that lies next to it.
  private static func plan(_ container: Container, path: String) -> String {
    let text = String(decoding: container.payload, as: UTF8.self)
    let mir = Path.join(Path.parent(path), Path.stem(path) + "." + ArtifactKind.mir.fileExtension)
    guard let slice = try? PlanSlice.decode(container.payload),
      let module = try? Container.read(mir, expected: .mir)
    else { return text }
    return text + "\n# with the MIR in \(Path.name(mir))\n"
      + slice.listing(mir: String(decoding: module.payload, as: UTF8.self))
  }

  private static func tree(_ module: ParsedModule) throws(ToolError) -> String {
    "# module \(module.name), \(module.path)\(module.isPackage ? ", a package" : "")\n"
      + String(decoding: module.ast.dump(indent: 2), as: UTF8.self) + "\n"
  }

  private static func record(_ record: BuildRecord) -> String {
    var text =
      "request \(record.request.split(separator: "\0", omittingEmptySubsequences: false).joined(separator: " "))\n"
    for (path, file) in record.inputs.sorted(by: { $0.key < $1.key }) {
      text += "input \(file.digest) \(file.stamp.size) \(path)\(file.isFresh ? " (fresh)" : "")\n"
    }
    for path in record.absent { text += "absent \(path)\n" }
    for (name, job) in record.jobs.sorted(by: { $0.key < $1.key }) {
      text += "job \(name): key \(job.key.digest)\n"
      for input in job.key.inputs { text += "  reads \(input.digest) \(input.role)\n" }
      for output in job.outputs { text += "  writes \(output.digest) \(output.path)\n" }
      for line in job.diagnostics.split(separator: "\n") { text += "  prints \(line)\n" }
    }
    if let result = record.result { text += "result \(result.digest) \(result.path)\n" }
    return text
  }
}

extension String {
  var trimmingSpace: String { String(prefix { $0 != " " }) }
}
