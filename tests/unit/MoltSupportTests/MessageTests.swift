import MoltSupport
import XCTest

final class MessageTests: XCTestCase {
  func place(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int, _ text: String) -> SourceMessage.Place {
    SourceMessage.Place(line: line, column: column, endLine: endLine, endColumn: endColumn, text: text)
  }

  func testErrorsLookAsInCPython() {
    let message = SourceMessage(
      className: "SyntaxError", "invalid syntax", file: "a.py", place: place(3, 8, 3, 11, "    foo bar"))
    XCTAssertEqual(
      message.rendered(), "  File \"a.py\", line 3\n    foo bar\n        ^^^\nSyntaxError: invalid syntax\n")
  }

  func testCarets() {
    func carets(_ place: SourceMessage.Place) -> String {
      SourceMessage(className: "E", "m", file: "f", place: place).rendered().split(separator: "\n")[2].description
    }
    // Columns count characters; an empty range and one past the end show one caret; a range over lines ends with the
    // first.
    XCTAssertEqual(carets(place(1, 5, 1, 9, "é = \u{1F600}")), "        ^")
    XCTAssertEqual(carets(place(1, 2, 1, 2, "abc")), "      ^")
    XCTAssertEqual(carets(place(1, 3, 1, 3, "abc")), "       ^")
    XCTAssertEqual(carets(place(1, 4, 3, 1, "x = (1,")), "        ^^^")
  }

  func testWarning() {
    let message = SourceMessage(
      .warning, className: "SyntaxWarning", "invalid escape sequence '\\d'", file: "a.py",
      place: place(7, 4, 7, 8, "  x = '\\d'"))
    XCTAssertEqual(message.rendered(), "a.py:7: SyntaxWarning: invalid escape sequence '\\d'\n  x = '\\d'\n")
  }

  func testJSON() {
    let message = SourceMessage(
      className: "SyntaxError", "a \"quote\"\n", file: "a.py", place: place(1, 3, 1, 5, "é = x"), notes: ["n"])
    XCTAssertEqual(
      message.json(),
      #"{"severity":"error","class":"SyntaxError","message":"a \"quote\"\n","file":"a.py","line":1,"column":3,"#
        + #""end_line":1,"end_column":5,"text":"é = x","notes":["n"]}"# + "\n")
  }

  func testOptions() throws {
    var table = OptionTable("tool", "Does it.", usage: ["FILE"])
    table.value("-o", "--output", "FILE", "out")
    table.flag("-v", "--verbose", "talk")
    let options = try table.parse(["-ofile", "a", "--output=b", "-v", "--", "-x"])
    XCTAssertEqual(options.all("--output"), ["file", "b"])
    XCTAssertEqual(options.arguments, ["a", "-x"])
    XCTAssertTrue(options.has("--verbose"))
    for bad in [["--nope"], ["-o"], ["--verbose=1"], ["-q"]] {
      XCTAssertThrowsError(try table.parse(bad)) { XCTAssertEqual(($0 as? ToolError)?.code, .usage) }
    }
    XCTAssertTrue(table.help.hasPrefix("usage: tool FILE\n"))
  }

  func testDepfile() {
    XCTAssertEqual(Depfile.text(outputs: ["a b"], inputs: ["c:d", "$e"]), "a\\ b: c\\:d $$e\n")
  }
}
