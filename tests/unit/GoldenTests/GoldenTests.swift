import MoltCodegen
import MoltIR
import MoltLower
import MoltOptimise
import MoltPlan
import MoltSyntax
import XCTest

/// Text in, text out, one stage or pass at a time. Each file under tests/golden holds its input and what must come of
/// it:
///
///     -- source
///     x = 1
///     -- mir
///     module "golden" …
///
/// The last section is the expectation and names what is done; `steps` lists the kinds. Files are found by walking the
/// folders. `MOLT_UPDATE_GOLDEN=1 swift test --filter GoldenTests` rewrites the expectations; that run still fails
/// where it changed something.
final class GoldenTests: XCTestCase {
  /// What is done with the sections before the last one, by the name of the last.
  private static let steps: [String: ([Section]) throws -> String] = [
    "ast": { try dump($0[0].text) },
    "mir": { text(try lower($0[0])) },
    "optimised": { try optimised($0[0]) },
    "ownership": { try passes(try module($0[0]), split: false) },
    "split": { try passes(try module($0[0]), split: true) },
    "inlined": { try inlined($0[0]) },
    "verifier": { verifierMessage($0[0]) },
    "diagnostics": { diagnostics($0[0].text) },
    "plan": { try plan($0) },
    "facts": { try facts($0) },
  ]

  struct Section {
    var name: String
    var text: String
  }

  private static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("golden")
  }

  func testEveryGoldenFile() throws {
    let files =
      FileManager.default.enumerator(at: Self.root, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "golden" }.sorted { $0.path < $1.path } ?? []
    XCTAssertGreaterThan(files.count, 20, "golden files are missing under \(Self.root.path)")
    for file in files {
      let name = file.path.dropFirst(Self.root.path.count + 1)
      let sections = Self.sections(try String(contentsOf: file, encoding: .utf8))
      guard let last = sections.last, sections.count > 1, let step = Self.steps[last.name] else {
        XCTFail("\(name): the last section must be one of \(Self.steps.keys.sorted())")
        continue
      }
      let inputs = Array(sections.dropLast())
      let actual: String
      do {
        actual = try step(inputs)
      } catch {
        XCTFail("\(name): \(error)")
        continue
      }
      if actual == last.text { continue }
      if ProcessInfo.processInfo.environment["MOLT_UPDATE_GOLDEN"] != nil {
        let head = inputs.map { "-- \($0.name)\n\($0.text)" }.joined()
        try "\(head)-- \(last.name)\n\(actual)".write(to: file, atomically: true, encoding: .utf8)
      }
      XCTFail("\(name): expected\n\(last.text)\nbut got\n\(actual)\nMOLT_UPDATE_GOLDEN=1 accepts it")
    }
  }

  private static func sections(_ text: String) -> [Section] {
    var sections: [Section] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- ") {
        sections.append(Section(name: String(line.dropFirst(3)), text: ""))
      } else if !sections.isEmpty {
        sections[sections.count - 1].text += line + "\n"
      }
    }
    // The file's own last line end is not a line of the last section.
    if let last = sections.last, last.text.hasSuffix("\n\n") || last.text == "\n" {
      sections[sections.count - 1].text.removeLast()
    }
    return sections
  }

  // MARK: Steps

  private struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private static func parse(_ source: String) throws -> AST {
    let result = parseModule(source: Array(source.utf8), fileName: "golden.py")
    guard let ast = result.ast else {
      throw Failure(description: result.diagnostics.map(\.message).joined(separator: "; "))
    }
    return ast
  }

  private static func dump(_ source: String) throws -> String {
    String(decoding: try parse(source).dump(indent: 2), as: UTF8.self) + "\n"
  }

  private static func lower(_ section: Section, name: String = "golden") throws -> Module {
    let result = lowerModule(try parse(section.text), name: name, path: "\(name).py", package: "", isPackage: false)
    guard let module = result.module else {
      throw Failure(description: result.diagnostics.map(\.message).joined(separator: "; "))
    }
    try Verifier.verify(module)
    return module
  }

  /// A module from a `source` or a `mir` section.
  private static func module(_ section: Section) throws -> Module {
    if section.name == "source" { return try lower(section) }
    let module = try Reader.read(Array(section.text.utf8))
    try Verifier.verify(module)
    return module
  }

  /// Prints, and checks on the way that the text reads back to the same text.
  private static func text(_ module: Module) -> String {
    let bytes = Printer.print(module)
    do {
      let again = Printer.print(try Reader.read(bytes))
      XCTAssertEqual(String(decoding: again, as: UTF8.self), String(decoding: bytes, as: UTF8.self))
    } catch {
      XCTFail("printed MIR cannot be read back: \(error)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func passes(_ source: Module, split: Bool) throws -> String {
    var module = source
    module.functions = module.functions.map { split ? Codegen.prepare($0) : Codegen.explicit($0) }
    try Verifier.verify(module)
    return text(module)
  }

  /// The functions that change when generators' bodies are put where they are consumed.
  private static func inlined(_ section: Section) throws -> String {
    let source = try module(section)
    let plan = Planner.plan([Summary(source)])
    let result = Codegen.inlined(source, plan: plan[0])
    try Verifier.verify(result)
    _ = text(result)
    var listing = ""
    for (index, function) in result.functions.enumerated() {
      let new = Printer.print(function, index: index)
      if new != Printer.print(source.functions[index], index: index) { listing += String(decoding: new, as: UTF8.self) }
    }
    return listing
  }

  /// Bodies are put together rightly in every test program, and the same way each time.
  func testInlinedProgramsVerify() throws {
    let tests = Self.root.deletingLastPathComponent()
    let folders = [
      tests.appendingPathComponent("programs"), tests.deletingLastPathComponent().appendingPathComponent("examples"),
    ]
    var changed = 0
    for folder in folders {
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
      for file in (files ?? []).filter({ $0.pathExtension == "py" }).sorted(by: { $0.path < $1.path }) {
        guard let source = try? String(contentsOf: file, encoding: .utf8), source.contains(" for "),
          let ast = parseModule(source: Array(source.utf8), fileName: file.path).ast,
          let module = lowerModule(ast, name: "m", path: "m.py", package: "", isPackage: false).module,
          let plan = Planner.plan([Summary(module)]).first
        else { continue }
        let result = Codegen.inlined(module, plan: plan)
        do { try Verifier.verify(result) } catch { XCTFail("\(file.path): \(error)") }
        XCTAssertEqual(Printer.print(Codegen.inlined(module, plan: plan)), Printer.print(result), file.path)
        if result.functions.contains(where: { $0.positions.contains { $0.origin >= 0 } }) { changed += 1 }
      }
    }
    XCTAssertGreaterThan(changed, 10)
  }

  /// What the optimiser makes of a program of one module.
  private static func optimised(_ section: Section) throws -> String {
    var module = try lower(section)
    let slice = Planner.plan([Summary(module)])[0]
    let symbols = FunctionSymbols.names(module)
    let constants: InlinerConstants
    (module, constants) = InlinerConstants.added(to: module)
    var optimiser = Optimiser(
      module, facts: Codegen.likelyFacts(slice), symbols: symbols, constants: constants,
      classes: Codegen.likelyClasses(slice, module))
    for index in module.functions.indices { module.functions[index] = optimiser.optimise(index) }
    module.externals = optimiser.externals.symbols
    try Verifier.verify(module)
    return text(module)
  }

  private static func verifierMessage(_ section: Section) -> String {
    do {
      try Verifier.verify(try Reader.read(Array(section.text.utf8)))
      return "accepted\n"
    } catch {
      return "\(error)\n"
    }
  }

  private static func diagnostics(_ source: String) -> String {
    let parsed = parseModule(source: Array(source.utf8), fileName: "golden.py")
    guard let ast = parsed.ast else {
      return parsed.diagnostics.map { "\($0.kind.name) \($0.span.start)-\($0.span.end): \($0.message)\n" }.joined()
    }
    let result = lowerModule(ast, name: "golden", path: "golden.py", package: "", isPackage: false)
    return result.diagnostics.map { "\($0.kind) \($0.span.start)-\($0.span.end): \($0.message)\n" }.joined()
  }

  /// Sections named `summary` hold summaries as text; the plan's slices follow one another.
  private static func plan(_ sections: [Section]) throws -> String {
    let summaries = try sections.map { section -> Summary in
      if section.name == "source" { return Summary(try lower(section)) }
      return try Summary.decode(Array(section.text.utf8))
    }
    return Planner.plan(summaries).map { String(decoding: $0.encode(), as: UTF8.self) }.joined()
  }

  /// Sections named `source NAME` are modules of one program. Their MIR follows, with the facts beside it.
  private static func facts(_ sections: [Section]) throws -> String {
    let modules = try sections.map { section in
      try lower(section, name: section.name == "source" ? "golden" : String(section.name.dropFirst("source ".count)))
    }
    let summaries = modules.map { Summary($0) }
    for summary in summaries { XCTAssertEqual(try Summary.decode(summary.encode()), summary) }
    let slices = Planner.plan(summaries)
    XCTAssertEqual(Planner.plan(summaries), slices, "planning twice gives different plans")
    for slice in slices { XCTAssertEqual(try PlanSlice.decode(slice.encode()), slice) }
    return zip(modules, slices)
      .map { module, slice in
        "# \(module.name)\n" + slice.listing(mir: String(decoding: Printer.print(module), as: UTF8.self))
      }.joined()
  }
}
