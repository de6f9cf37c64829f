import XCTest

@testable import MoltSyntax

final class SourceTests: XCTestCase {
  private func string(_ source: [UInt8]) -> String? {
    let result = parseModule(source: source, fileName: "x.py")
    guard let ast = result.ast, case .expr(let value) = ast[ast.list(ast.body)[0]],
      case .constant(.str(let symbol), _) = ast[value]
    else { return nil }
    return ast.text(symbol)
  }

  private func message(_ source: [UInt8]) -> String? { parseModule(source: source, fileName: "x.py").error?.message }

  func testEncodings() {
    XCTAssertEqual(string(Array("'é'".utf8)), "é")
    XCTAssertEqual(string([0xEF, 0xBB, 0xBF] + Array("'é'".utf8)), "é")
    XCTAssertEqual(string(Array("# coding: latin-1\n'".utf8) + [0xE9, 0x27]), "é")
    XCTAssertEqual(string(Array("#!x\n# -*- coding: cp1252 -*-\n'".utf8) + [0x80, 0x27]), "€")
    XCTAssertEqual(string(Array("# vim: set fileencoding=koi8-r :\n'".utf8) + [0xC1, 0x27]), "а")
    XCTAssertEqual(string(Array("# coding: iso-8859-15\n'".utf8) + [0xA4, 0x27]), "€")
  }

  func testEncodingErrors() {
    XCTAssertEqual(message(Array("# coding: nonsense\n".utf8)), "unknown encoding: nonsense")
    XCTAssertEqual(
      message([0xEF, 0xBB, 0xBF] + Array("# coding: latin-1\n".utf8)), "encoding problem: latin-1 with BOM")
    XCTAssertEqual(
      message(Array("x = 1\n'".utf8) + [0xE9, 0x27]),
      "Non-UTF-8 code starting with '\\xe9' in file x.py on line 2, but no encoding declared; see "
        + "https://peps.python.org/pep-0263/ for details")
    XCTAssertEqual(message([0x78, 0x00]), "source code cannot contain null bytes")
    XCTAssertEqual(
      message(Array("# coding: ascii\n'".utf8) + [0xE9, 0x27]),
      "(unicode error) 'ascii' codec can't decode byte 0xe9 in position 17: ordinal not in range(128)")
  }

  func testLineEnds() {
    XCTAssertEqual(string(Array("'''a\r\nb\rc'''\r\n".utf8)), "a\nb\nc")
    let result = parseModule(source: Array("a\r\nb\rc".utf8), fileName: "x.py")
    XCTAssertEqual(result.source.lineStarts, [0, 2, 4, 6])
    XCTAssertEqual(result.source.bytes, Array("a\nb\nc\n".utf8))
  }

  func testWarnings() {
    let result = parseModule(source: Array("x = '\\d'; y = b'\\400'; z = 1if x else 2\n".utf8), fileName: "x.py")
    XCTAssertNotNil(result.ast)
    XCTAssertEqual(
      Set(result.diagnostics.map(\.message)),
      ["invalid escape sequence '\\d'", "invalid octal escape sequence '\\400'", "invalid decimal literal"])
  }

  func testIdentifiersAreNormalised() {
    let result = parseModule(source: Array("\u{FB01}\u{212B}\u{1100}\u{1161} = 1\n".utf8), fileName: "x.py")
    guard let ast = result.ast, case .assign(let targets, _) = ast[ast.list(ast.body)[0]],
      case .name(let symbol, _) = ast[ast.list(targets)[0]]
    else { return XCTFail("no assignment") }
    XCTAssertEqual(ast.bytes(symbol), Array("fi\u{C5}\u{AC00}".utf8))
  }
}

final class NumberTests: XCTestCase {
  private func double(_ text: String) -> Double? {
    let result = parseModule(source: Array(text.utf8), fileName: "x.py")
    guard let ast = result.ast, case .expr(let value) = ast[ast.list(ast.body)[0]],
      case .constant(.float(let bits), _) = ast[value]
    else { return nil }
    return Double(bitPattern: bits)
  }

  /// Swift's own conversion is the judge.
  func testRoundingIsExact() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let value = Double(bitPattern: UInt64.random(in: 0..<0x7FF0_0000_0000_0000, using: &generator))
      let text = "\(value)"
      XCTAssertEqual(double(text.contains(".") || text.contains("e") ? text : text + ".0"), value, text)
      let digits = (0..<Int.random(in: 1...40)).map { _ in String(Int.random(in: 0...9)) }.joined()
      let other = "\(digits).\(digits)e\(Int.random(in: -340...310))"
      XCTAssertEqual(double(other), Double(other), other)
    }
  }

  func testHalfway() {
    for text in [
      "9007199254740993.0", "9007199254740993.00000000000000000001", "1.00000000000000011102230246251565404",
      "2.4703282292062327e-324", "2.4703282292062328e-324", "1.7976931348623158e308", "1.7976931348623159e308",
      "2.2250738585072011e-308", "0.1", "1e23", "8.5e22",
    ] {
      XCTAssertEqual(double(text), Double(text), text)
    }
  }
}
