import XCTest

@testable import MoltSyntax

/// Whatever the bytes, the parser answers with a tree or an error.
final class RobustnessTests: XCTestCase {
  @discardableResult
  private func parse(_ source: [UInt8]) -> ParseResult {
    let result = parseModule(source: source, fileName: "x.py")
    XCTAssertEqual(result.ast == nil, result.error != nil)
    if let error = result.error { XCTAssertLessThanOrEqual(Int(error.span.end), result.source.bytes.count + 1) }
    return result
  }

  func testMutatedSources() throws {
    var generator = SplitMix(state: 7)
    let sources = try SyntaxCase.load("trees.txt").map { Array($0.source.utf8) }
    let tokens = [
      "(", ")", "[", "]", "{", "}", "f'", "'", "\"\"\"", "\\", "\n", "\t", " ", ":", "=", "!", "\u{e9}", "if",
    ]
    for source in sources where !source.isEmpty {
      for length in stride(from: 0, to: source.count, by: 7) { parse(Array(source[..<length])) }
      for _ in 0..<40 {
        var mutated = source
        for _ in 0..<Int(generator.next() % 3) + 1 where !mutated.isEmpty {
          let place = Int(generator.next() % UInt64(mutated.count))
          switch generator.next() % 3 {
          case 0: mutated.remove(at: place)
          case 1: mutated[place] = UInt8(truncatingIfNeeded: generator.next())
          default:
            mutated.insert(contentsOf: Array(tokens[Int(generator.next() % UInt64(tokens.count))].utf8), at: place)
          }
        }
        parse(mutated)
      }
    }
  }

  func testRandomBytes() {
    var generator = SplitMix(state: 11)
    for _ in 0..<500 {
      parse((0..<Int(generator.next() % 200)).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
    }
  }

  func testDeepNestingIsAnError() {
    func message(_ text: String) -> String? { parse(Array(text.utf8)).error?.message }
    let recursion = "maximum recursion depth exceeded during compilation"
    XCTAssertEqual(message(String(repeating: "(", count: 500)), "too many nested parentheses")
    XCTAssertEqual(message(String(repeating: "x+", count: 5000) + "x"), recursion)
    XCTAssertEqual(message("x" + String(repeating: ".a", count: 5000)), recursion)
    XCTAssertEqual(message("if x: y\n" + String(repeating: "elif x: y\n", count: 5000)), recursion)
    XCTAssertNotNil(message(String(repeating: "-", count: 20000) + "x"))
    XCTAssertNotNil(message(String(repeating: "lambda: ", count: 20000) + "x"))
    XCTAssertNotNil(message((0..<120).map { String(repeating: " ", count: $0) + "if x:\n" }.joined()))
    XCTAssertNil(message(String(repeating: "x+", count: 2000) + "x"))
  }

  /// Look-ahead for known mistakes must not take exponential time.
  func testNestedMistakesAreQuick() {
    for text in ["f(", "[a, ", "{1: ", "a[", "(x if ", "(lambda: "] {
      parse(Array((String(repeating: text, count: 190) + "$").utf8))
      parse(Array((String(repeating: text, count: 190) + "a b").utf8))
    }
    parse(Array(String(repeating: "a ", count: 20000).utf8))
  }
}

/// A small generator with a fixed sequence, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
