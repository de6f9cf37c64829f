import Foundation
import MoltSyntax
import XCTest

@testable import MoltLower

/// The cases of tests/syntax/compile-errors.txt and warnings.txt: what only lowering finds. The expectations are those of
/// CPython's compiler, taken by scripts/record-syntax-cases.
final class CompilerErrorTests: XCTestCase {
  private struct Case {
    var name: String
    var source: String
    var expectation: String
  }

  private func load(_ file: String) throws -> [Case] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("syntax/\(file)")
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.components(separatedBy: "=== ").dropFirst().compactMap { block in
      guard let line = block.range(of: "\n"), let separator = block.range(of: "\n---\n") else { return nil }
      let start = min(line.upperBound, separator.lowerBound)
      return Case(
        name: String(block[..<line.lowerBound]), source: String(block[start..<separator.lowerBound]) + "\n",
        expectation: block[separator.upperBound...].trimmingCharacters(in: .newlines))
    }
  }

  private func lower(_ test: Case) throws -> (ast: AST, parsed: [Diagnostic], result: LowerResult) {
    let parsed = parseModule(source: Array(test.source.utf8), fileName: "x.py")
    let ast = try XCTUnwrap(parsed.ast, test.name)
    let result = lowerModule(ast, name: "x", path: "x.py", package: "", isPackage: false)
    return (ast, parsed.diagnostics, result)
  }

  func testErrorsEqualThoseOfCPython() throws {
    for test in try load("compile-errors.txt") {
      let parsed = parseModule(source: Array(test.source.utf8), fileName: "x.py")
      guard parsed.ast != nil else {
        // The parser's own errors are compared elsewhere; one case here is one of them.
        XCTAssertTrue(test.expectation.hasPrefix("SyntaxError: invalid syntax"), test.name)
        continue
      }
      let (ast, _, result) = try lower(test)
      XCTAssertEqual(result.diagnostics.count, 1, test.name)
      guard let error = result.diagnostics.first else { continue }
      let start = ast.position(error.span.start)
      let end = ast.position(error.span.end)
      var text = "SyntaxError: \(error.message)\n\(start.line):\(start.column + 1)"
      if error.span.end > error.span.start { text += "-\(end.line):\(end.column + 1)" }
      XCTAssertEqual(text, test.expectation, test.name)
    }
  }

  func testWarningsEqualThoseOfCPython() throws {
    for test in try load("warnings.txt") {
      let (ast, parsed, result) = try lower(test)
      var lines = parsed.map { "\(ast.position($0.span.start).line): \($0.kind.name): \($0.message)" }
      lines += result.warnings.map { "\(ast.position($0.span.start).line): SyntaxWarning: \($0.message)" }
      let text = lines.isEmpty ? "none" : lines.joined(separator: "\n")
      XCTAssertEqual(text, test.expectation, test.name)
    }
  }
}
