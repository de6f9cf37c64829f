import MoltIR
import MoltSupport

/// Emits a module's constants as static data, and knows how each is written as an operand.
///
/// str constants are immortal objects shared by content over the whole program (`linkonce_odr` with a name made of the
/// text's digest), so equal names are equal pointers. bytes and tuples are shared within the module, as in CPython, and
/// named after what they hold. What cannot be laid out statically (big ints, complex numbers and tuples of them) is made
/// once by `@constants`, before the module's body runs.
struct ConstantEmitter {
  /// What a part of a module's code has to do with the constants that the parts share.
  enum Role {
    /// It is the only part and keeps them to itself.
    case whole
    /// It holds them for the others.
    case definitions
    /// It names those that it uses.
    case uses
  }

  /// How a constant is written in a function.
  private enum Place {
    case immediate(String)
    /// Loaded from there, because it is made at run time.
    case made(String)
  }

  private let module: Module
  private let target: Target
  private let role: Role
  private(set) var text = IRText()
  private var places: [Place?]
  private var made: [Int] = []
  private var shared: Set<String> = []
  private var strSymbols: [[UInt8]: String] = [:]
  /// Symbols of the str constants so far, in order of appearance.
  private(set) var strings: [String] = []

  init(_ module: Module, _ target: Target, _ role: Role) {
    self.module = module
    self.target = target
    self.role = role
    places = Array(repeating: nil, count: module.constants.count)
    if role == .uses { return }
    for index in module.constants.indices { _ = place(index) }
    emitMaker()
  }

  /// How a constant is written in a function: an i64 operand, loaded first if it is made at run time.
  mutating func operand(_ index: UInt32, _ body: inout IRText, _ fresh: () -> String) -> String {
    switch place(Int(index)) {
    case .immediate(let text): return text
    case .made(let symbol):
      let name = fresh()
      body.line("  \(name) = load i64, ptr \(symbol), align 8")
      return name
    }
  }

  /// A pointer to an object as a static `MoltValue` initialiser with its type.
  func staticValue(_ symbol: String) -> String {
    target == .wasm32WASI ? "{ ptr, i32 } { ptr \(symbol), i32 0 }" : "i64 ptrtoint (ptr \(symbol) to i64)"
  }

  /// The symbol of a str object with this text.
  mutating func str(_ bytes: [UInt8]) -> String {
    if let known = strSymbols[bytes] { return known }
    let points = decode(bytes)
    let widest = points.max() ?? 0
    let kind = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4
    let symbol = "@\"str.\(Digest(of: bytes))\""
    var data: [UInt8] = []
    for point in points + [0] {
      for byte in 0..<kind { data.append(UInt8(truncatingIfNeeded: point >> UInt32(8 * byte))) }
    }
    let isASCII = widest < 0x80 ? 1 : 0
    text.line("$\(symbol.dropFirst()) = comdat any")
    text.line(
      "\(symbol) = linkonce_odr hidden global { %Header, \(target.size), i64, i8, i8, i8, [5 x i8], [\(data.count) x i8] } "
        + "{ %Header { i32 \(ABI.immortal), i32 0, ptr @molt_type_str }, \(target.size) \(points.count), i64 -1, i8 \(kind), "
        + "i8 \(isASCII), i8 0, [5 x i8] zeroinitializer, [\(data.count) x i8] \(IRText.bytes(data)) }, comdat, align 8"
    )
    strSymbols[bytes] = symbol
    strings.append(symbol)
    return symbol
  }

  /// UTF-8 with surrogates allowed (WTF-8) to code points.
  private func decode(_ bytes: [UInt8]) -> [UInt32] {
    var points: [UInt32] = []
    points.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let lead = UInt32(bytes[at])
      let length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
      var point = length == 1 ? lead : lead & (0x7f >> UInt32(length))
      for offset in 1..<max(length, 1) where at + offset < bytes.count {
        point = point << 6 | UInt32(bytes[at + offset]) & 0x3f
      }
      points.append(point)
      at += length
    }
    return points
  }

  private mutating func place(_ index: Int) -> Place {
    if let known = places[index] { return known }
    let found = emit(index)
    places[index] = found
    return found
  }

  private mutating func emit(_ index: Int) -> Place {
    if let text = immediate(index) { return .immediate(text) }
    let symbol = sharedSymbol(index)
    if shared.insert(symbol).inserted { define(index, symbol) }
    return isStatic(index) ? .immediate("ptrtoint (ptr \(symbol) to i64)") : .made(symbol)
  }

  /// The operand text of a constant that needs nothing but itself.
  private mutating func immediate(_ index: Int) -> String? {
    switch module.constants[index] {
    case .none: String(ABI.none)
    case .true: String(ABI.true)
    case .false: String(ABI.false)
    case .ellipsis: String(ABI.ellipsis)
    case .notImplemented: String(ABI.notImplemented)
    case .smallInt(let value): String(ABI.int(value))
    case .float(let bits): String(Int64(bitPattern: ABI.float(bits)))
    case .str(let bytes): "ptrtoint (ptr \(str(bytes)) to i64)"
    case .bytes, .bigInt, .imaginary, .tuple: nil
    }
  }

  private mutating func define(_ index: Int, _ symbol: String) {
    if role == .uses { return text.line("\(symbol) = external hidden global i64") }
    let linkage = role == .whole ? "internal" : "hidden"
    guard isStatic(index) else {
      text.line("\(symbol) = \(linkage) global i64 0, align 8")
      made.append(index)
      return
    }
    switch module.constants[index] {
    case .bytes(let bytes):
      text.line(
        "\(symbol) = \(linkage) global { %Header, \(target.size), i64, [\(bytes.count + 1) x i8] } { %Header "
          + "{ i32 \(ABI.immortal), i32 0, ptr @molt_type_bytes }, \(target.size) \(bytes.count), i64 -1, "
          + "[\(bytes.count + 1) x i8] \(IRText.bytes(bytes + [0])) }, align 8")
    case .tuple(let items):
      let parts = items.map { staticItem(Int($0)) }
      let types = parts.map(typeOf).joined(separator: ", ")
      text.line(
        "\(symbol) = \(linkage) global { %Header, \(target.size), i64, <{ \(types) }> } { %Header "
          + "{ i32 \(ABI.immortal), i32 0, ptr @molt_type_tuple }, \(target.size) \(items.count), i64 0, "
          + "<{ \(types) }> <{ \(parts.joined(separator: ", ")) }> }, align 8")
    default: break
    }
  }

  /// Made of the content, so that it does not move when other constants come or go.
  private func sharedSymbol(_ index: Int) -> String {
    IRText.symbol("molt.const:\(module.name):\(Digest(of: content(index)))")
  }

  /// Different for constants of different type or value.
  private func content(_ index: Int) -> [UInt8] {
    func tagged(_ tag: Character, _ bytes: [UInt8]) -> [UInt8] { Array("\(tag)\(bytes.count):".utf8) + bytes }
    switch module.constants[index] {
    case .none: return tagged("n", [])
    case .true: return tagged("t", [])
    case .false: return tagged("f", [])
    case .ellipsis: return tagged("e", [])
    case .notImplemented: return tagged("x", [])
    case .smallInt(let value): return tagged("i", Array(String(value).utf8))
    case .bigInt(let digits): return tagged("i", Array(digits.utf8))
    case .float(let bits): return tagged("d", Array(String(bits, radix: 16).utf8))
    case .imaginary(let bits): return tagged("j", Array(String(bits, radix: 16).utf8))
    case .str(let bytes): return tagged("s", bytes)
    case .bytes(let bytes): return tagged("b", bytes)
    case .tuple(let items): return tagged("(", items.flatMap { content(Int($0)) })
    }
  }

  /// Whether the object can be laid out as data.
  private func isStatic(_ index: Int) -> Bool {
    switch module.constants[index] {
    case .bigInt, .imaginary: false
    case .tuple(let items): items.allSatisfy { isStatic(Int($0)) }
    default: true
    }
  }

  private func typeOf(_ initialiser: String) -> String {
    initialiser.hasPrefix("{") ? "{ ptr, i32 }" : "i64"
  }

  private mutating func staticItem(_ index: Int) -> String {
    if case .str(let bytes) = module.constants[index] { return staticValue(str(bytes)) }
    if let text = immediate(index) { return "i64 \(text)" }
    _ = place(index)
    return staticValue(sharedSymbol(index))
  }

  /// `@constants`: makes what cannot be static; the objects are immortal.
  private mutating func emitMaker() {
    var body = IRText()
    var count = 0
    func fresh() -> String {
      count += 1
      return "%t\(count)"
    }
    for index in made {
      let symbol = sharedSymbol(index)
      let result: String
      switch module.constants[index] {
      case .bigInt(let digits):
        let bytes = Array(digits.utf8) + [0]
        text.line("@digits.\(index) = internal constant [\(bytes.count) x i8] \(IRText.bytes(bytes))")
        result = fresh()
        body.line("  \(result) = call i64 @molt_int_literal(ptr @digits.\(index))")
      case .imaginary(let bits):
        result = fresh()
        let hex = String(bits, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: 16 - hex.count) + hex
        body.line("  \(result) = call i64 @molt_complex(double 0.0, double 0x\(padded))")
      case .tuple(let items):
        body.line("  %items.\(index) = alloca [\(max(items.count, 1)) x i64], align 8")
        for (position, item) in items.enumerated() {
          let value = operand(item, &body, fresh)
          let slot = fresh()
          body.line("  \(slot) = getelementptr i64, ptr %items.\(index), i32 \(position)")
          body.line("  store i64 \(value), ptr \(slot), align 8")
        }
        result = fresh()
        body.line("  \(result) = call i64 @molt_new_tuple(ptr %items.\(index), i32 \(items.count))")
      default: continue
      }
      body.line("  store i64 \(result), ptr \(symbol), align 8")
      let object = fresh()
      body.line("  \(object) = inttoptr i64 \(result) to ptr")
      body.line("  store i32 \(ABI.immortal), ptr \(object), align 8")
    }
    text.line("define internal void @constants() {")
    text.append(body)
    text.line("  ret void")
    text.line("}")
  }
}
