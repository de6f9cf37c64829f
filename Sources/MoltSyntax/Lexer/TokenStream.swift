// The tokens of one file, as the parser reads them.

/// All tokens of a file with the strings they spell. The whole file is tokenized before parsing: looking ahead is an
/// index, and going back (soft keywords, parenthesised `with`) costs nothing.
struct TokenStream: ~Copyable {
  var tokens: UnsafeMutablePointer<Token>
  var count = 0
  private var capacity: Int
  var symbols: SymbolTable
  /// What stopped the tokenizer; the last token is then of kind `.error`.
  var error: Diagnostic?
  /// The error counts only if the parser reaches it, see `Lexer.failQuietly`.
  var isErrorQuiet = false
  /// The innermost bracket that was open where the tokenizer stopped.
  var openBracket: (byte: UInt8, offset: Int)?
  var warnings: [Diagnostic] = []

  init(sourceCount: Int) {
    capacity = sourceCount / 4 + 64
    tokens = .allocate(capacity: capacity)
    symbols = SymbolTable(expecting: sourceCount / 96)
  }

  deinit { tokens.deallocate() }

  @inline(__always)
  mutating func append(_ token: Token) {
    if count == capacity { grow() }
    (tokens + count).initialize(to: token)
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    larger.update(from: tokens, count: count)
    tokens.deallocate()
    tokens = larger
    capacity *= 2
  }
}
