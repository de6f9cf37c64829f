// The kinds of tokens, and the token itself.

enum TokenKind: UInt8 {
  // The first four do not end a node: `Parser.previousEnd` steps over them.
  case newline, indent, dedent, endMarker
  /// The tokenizer stopped here; its diagnostic is `TokenStream.error`.
  case error
  case name, number, string, fstringStart, fstringMiddle, fstringEnd

  case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
  case comma, colon, semicolon, dot, ellipsis, at, arrow, colonEqual, exclamation
  case plus, minus, star, slash, doubleSlash, percent, doubleStar
  case ampersand, bar, caret, tilde, leftShift, rightShift
  case less, greater, lessEqual, greaterEqual, equalEqual, notEqual
  case equal, plusEqual, minusEqual, starEqual, slashEqual, doubleSlashEqual, percentEqual, doubleStarEqual, atEqual
  case ampersandEqual, barEqual, caretEqual, leftShiftEqual, rightShiftEqual
  /// `$`, `?` and the like: no grammar rule takes it.
  case unknown

  case `False`, `None`, `True`, and, `as`, assert, async, await, `break`, `class`, `continue`, def, del, elif, `else`,
    except, finally, `for`, from, global, `if`, `import`, `in`, `is`, lambda, nonlocal, not, or, pass, raise, `return`,
    `try`, `while`, with, yield

  var isKeyword: Bool { rawValue >= TokenKind.False.rawValue }

  /// Every keyword with its spelling, for seeding the symbol table.
  static var keywords: [(StaticString, TokenKind)] {
    [
      ("False", .False), ("None", .None), ("True", .True), ("and", .and), ("as", .as), ("assert", .assert),
      ("async", .async), ("await", .await), ("break", .break), ("class", .class), ("continue", .continue),
      ("def", .def), ("del", .del), ("elif", .elif), ("else", .else), ("except", .except), ("finally", .finally),
      ("for", .for), ("from", .from), ("global", .global), ("if", .if), ("import", .import), ("in", .in), ("is", .is),
      ("lambda", .lambda), ("nonlocal", .nonlocal), ("not", .not), ("or", .or), ("pass", .pass), ("raise", .raise),
      ("return", .return), ("try", .try), ("while", .while), ("with", .with), ("yield", .yield),
    ]
  }
}

/// Names that are keywords only in some places.
enum SoftKeyword: UInt8 { case none, match, `case`, type, underscore, print, exec }

struct Token {
  var kind: TokenKind
  var soft: SoftKeyword = .none
  /// Byte offsets, half open.
  var start: UInt32
  var end: UInt32
  /// name: raw value of its `Symbol`. Opening bracket: index of the matching closing token, 0 if it is never closed.
  /// fstringStart: 1 if raw. fstringMiddle: 1 if it ends with a doubled brace, of which only one is text.
  var value: UInt32 = 0
}
