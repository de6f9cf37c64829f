// Every message of the tokenizer and the source decoder, as functions of what they mention. The texts are those of
// CPython 3.12.

enum Message {
  // MARK: Source

  static func unknownEncoding(_ name: String) -> String { "unknown encoding: " + name }
  static func encodingProblem(_ name: String, withMark: Bool) -> String {
    "encoding problem: " + name + (withMark ? " with BOM" : "")
  }
  static let nullBytes = "source code cannot contain null bytes"
  static func undeclaredEncoding(_ byte: UInt8, file: String, line: Int) -> String {
    "Non-UTF-8 code starting with '\\x" + hex(UInt32(byte), 2) + "' in file " + file + " on line " + String(line)
      + ", but no encoding declared; see https://peps.python.org/pep-0263/ for details"
  }
  static func notUTF8(_ bytes: ArraySlice<UInt8>, position: Int, _ reason: String) -> String {
    if bytes.count == 1 {
      return "(unicode error) 'utf-8' codec can't decode byte 0x" + hex(UInt32(bytes[bytes.startIndex]), 2)
        + " in position " + String(position) + ": " + reason
    }
    return "(unicode error) 'utf-8' codec can't decode bytes in position " + String(position) + "-"
      + String(position + bytes.count - 1) + ": " + reason
  }
  static func notInEncoding(_ name: String, _ byte: UInt8, position: Int, _ reason: String) -> String {
    "(unicode error) '" + name + "' codec can't decode byte 0x" + hex(UInt32(byte), 2) + " in position "
      + String(position) + ": " + reason
  }

  // MARK: Lines and characters

  static let tooManyIndents = "too many levels of indentation"
  static let inconsistentDedent = "unindent does not match any outer indentation level"
  static let inconsistentTabs = "inconsistent use of tabs and spaces in indentation"
  static let afterContinuation = "unexpected character after line continuation character"
  static let unexpectedEndOfFile = "unexpected EOF while parsing"
  static func invalidCharacter(_ codePoint: UInt32) -> String {
    "invalid character '" + character(codePoint) + "' (U+" + hex(codePoint, 4, upper: true) + ")"
  }
  static func nonPrintableCharacter(_ codePoint: UInt32) -> String {
    "invalid non-printable character U+" + hex(codePoint, 4, upper: true)
  }

  // MARK: Brackets

  static let tooManyBrackets = "too many nested parentheses"
  static func neverClosed(_ open: UInt8) -> String { "'" + character(UInt32(open)) + "' was never closed" }
  static func unmatched(_ close: UInt8) -> String { "unmatched '" + character(UInt32(close)) + "'" }
  static func fStringUnmatched(_ close: UInt8) -> String { "f-string: unmatched '" + character(UInt32(close)) + "'" }
  static func mismatched(_ close: UInt8, _ open: UInt8, openLine: Int?) -> String {
    "closing parenthesis '" + character(UInt32(close)) + "' does not match opening parenthesis '"
      + character(UInt32(open)) + "'" + (openLine.map { " on line " + String($0) } ?? "")
  }

  // MARK: Numbers

  static func invalidLiteral(_ kind: StaticString) -> String { "invalid " + string(kind) + " literal" }
  static func invalidDigit(_ digit: UInt8, _ kind: StaticString) -> String {
    "invalid digit '" + character(UInt32(digit)) + "' in " + string(kind) + " literal"
  }
  static let leadingZeros =
    "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"
  static func tooManyDigits(_ count: Int) -> String {
    "Exceeds the limit (4300 digits) for integer string conversion: value has " + String(count)
      + " digits; use sys.set_int_max_str_digits() to increase the limit"
      + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits."
  }

  // MARK: Strings

  static func unterminated(line: Int, formatted: Bool) -> String {
    "unterminated " + (formatted ? "f-" : "") + "string literal (detected at line " + String(line) + ")"
  }
  static func unterminatedTriple(line: Int, formatted: Bool) -> String {
    "unterminated triple-quoted " + (formatted ? "f-" : "") + "string literal (detected at line " + String(line) + ")"
  }
  static let fStringsTooDeep = "too many nested f-strings"
  static let fieldsTooDeep = "f-string: expressions nested too deeply"
  static let singleBrace = "f-string: single '}' is not allowed"
  static let fStringExpectingBrace = "f-string: expecting '}'"
  static let bytesNotASCII = "bytes can only contain ASCII literal characters"
  static let mixedBytes = "cannot mix bytes and nonbytes literals"
  static func invalidEscape(_ character: UInt8) -> String {
    "invalid escape sequence '\\" + self.character(UInt32(character)) + "'"
  }
  static func invalidOctalEscape(_ digits: String) -> String { "invalid octal escape sequence '\\" + digits + "'" }
  static func unicodeEscape(_ first: Int, _ last: Int, _ reason: StaticString) -> String {
    "(unicode error) 'unicodeescape' codec can't decode bytes in position " + String(first) + "-" + String(last) + ": "
      + string(reason)
  }
  static func trailingBackslash(_ position: Int) -> String {
    "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position " + String(position)
      + ": \\ at end of string"
  }
  static func invalidBytesEscape(_ position: Int) -> String {
    "(value error) invalid \\x escape at position " + String(position)
  }

  // MARK: Limits

  static let recursion = "maximum recursion depth exceeded during compilation"
  static let stackOverflow = "Parser stack overflowed - Python source too complex to parse"

  // MARK: Pieces

  static func string(_ text: StaticString) -> String {
    String(decoding: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), as: UTF8.self)
  }

  static func character(_ codePoint: UInt32) -> String {
    var bytes: [UInt8] = []
    UTF8Text.append(codePoint, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func hex(_ value: UInt32, _ width: Int, upper: Bool = false) -> String {
    var text = String(value, radix: 16, uppercase: upper)
    while text.utf8.count < width { text = "0" + text }
    return text
  }
}
