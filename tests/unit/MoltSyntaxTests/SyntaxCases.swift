import Foundation
import XCTest

@testable import MoltSyntax

/// The cases of tests/syntax, whose expectations scripts/record-syntax-cases takes from CPython 3.12.
struct SyntaxCase {
  var name: String
  var source: String
  var expectation: String

  static func load(_ file: String) throws -> [SyntaxCase] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("syntax/\(file)")
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.components(separatedBy: "=== ").dropFirst().compactMap { block in
      guard let line = block.range(of: "\n"), let separator = block.range(of: "\n---\n") else { return nil }
      let start = min(line.upperBound, separator.lowerBound)
      return SyntaxCase(
        name: String(block[..<line.lowerBound]), source: String(block[start..<separator.lowerBound]) + "\n",
        expectation: block[separator.upperBound...].trimmingCharacters(in: .newlines))
    }
  }
}

/// 1-based line and column, in characters, of a byte offset.
func place(_ offset: UInt32, in source: SourceText) -> (line: Int, column: Int) {
  let line = source.line(containing: offset)
  let start = Int(source.lineStarts[line - 1])
  let characters = source.bytes[min(start, source.bytes.count)..<min(Int(offset), source.bytes.count)]
    .reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  return (line, characters + 1)
}

/// Class, message and range of an error in the form of tests/syntax/errors.txt.
func describe(_ error: Diagnostic, in source: SourceText) -> String {
  let start = place(error.span.start, in: source)
  if error.isLineOnly { return "\(error.kind.name): \(error.message)\n\(start.line):0" }
  var text = "\(error.kind.name): \(error.message)\n\(start.line):\(start.column)"
  if error.span.end > error.span.start {
    // The token of a line end reaches past it.
    let isLineEnd = source.bytes[Int(error.span.end) - 1] == 0x0A
    let end = place(isLineEnd ? error.span.end - 1 : error.span.end, in: source)
    text += "-\(end.line):\(end.column + (isLineEnd ? 1 : 0))"
  }
  return text
}

final class SyntaxCaseTests: XCTestCase {
  func testTreesEqualThoseOfCPython() throws {
    for test in try SyntaxCase.load("trees.txt") {
      let result = parseModule(source: Array(test.source.utf8), fileName: "x.py")
      guard let ast = result.ast else {
        XCTFail("\(test.name): \(result.error.map { describe($0, in: result.source) } ?? "no tree")")
        continue
      }
      XCTAssertEqual(String(decoding: ast.dump(), as: UTF8.self), test.expectation, test.name)
    }
  }

  func testErrorsEqualThoseOfCPython() throws {
    for test in try SyntaxCase.load("errors.txt") {
      let result = parseModule(source: Array(test.source.utf8), fileName: "x.py")
      XCTAssertNil(result.ast, test.name)
      guard let error = result.error else {
        XCTFail("\(test.name): no error")
        continue
      }
      XCTAssertEqual(describe(error, in: result.source), test.expectation, test.name)
    }
  }

  /// A rule for a known mistake must not fire on good code before the real mistake.
  func testGoodCodeBeforeAnErrorIsNotBlamed() throws {
    for test in try SyntaxCase.load("trees.txt") where !test.name.contains("soft keywords") {
      let result = parseModule(source: Array((test.source + "\nx = = 1\n").utf8), fileName: "x.py")
      XCTAssertEqual(result.error?.message, "invalid syntax", test.name)
    }
  }
}
