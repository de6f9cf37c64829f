import MoltSyntax

/// Identifiers of a module as small integers: the AST's interned strings, followed by the names that lowering makes
/// (mangled private names, implicit variables).
struct NameTable {
  private(set) var texts: [[UInt8]]
  private var made: [[UInt8]: Name] = [:]
  private var mangled: [UInt64: Name] = [:]

  init(_ ast: AST) {
    texts = ast.strings
    for (index, text) in texts.enumerated() { made[text] = Name(raw: UInt32(index)) }
  }

  mutating func name(_ bytes: [UInt8]) -> Name {
    if let known = made[bytes] { return known }
    let name = Name(raw: UInt32(texts.count))
    texts.append(bytes)
    made[bytes] = name
    return name
  }
  mutating func name(_ text: StaticString) -> Name {
    name(text.withUTF8Buffer { Array($0) })
  }

  /// Private names of a class body: `__x` becomes `_Class__x` (CPython's _Py_Mangle in Python/compile.c). `owner` is
  /// the class's name, or nil outside classes.
  mutating func mangle(_ symbol: Symbol, owner: Name?) -> Name {
    let plain = Name(raw: symbol.raw)
    let text = texts[Int(symbol.raw)]
    guard let owner, text.count > 2, text[0] == 0x5f, text[1] == 0x5f, !text.contains(0x2e) else { return plain }
    if text[text.count - 1] == 0x5f && text[text.count - 2] == 0x5f { return plain }
    let key = UInt64(symbol.raw) << 32 | UInt64(owner.raw)
    if let known = mangled[key] { return known }
    let stripped = texts[Int(owner.raw)].drop { $0 == 0x5f }
    let result = stripped.isEmpty ? plain : name([0x5f] + stripped + text)
    mangled[key] = result
    return result
  }

  func text(_ name: Name) -> String { String(decoding: texts[Int(name.raw)], as: UTF8.self) }
}

/// Index into `NameTable.texts`.
struct Name: Hashable {
  var raw: UInt32
}
