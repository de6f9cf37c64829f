import MoltIR
import MoltSupport

/// Emits a module's constants as static data, and knows how each is written as an operand.
///
/// str constants are immortal objects shared by content over the whole program (`linkonce_odr` with a name made of the
/// text's digest), so equal names are equal pointers. What cannot be laid out statically (big ints, complex numbers and
/// tuples of them) is made once by `@constants`, before the module's body runs.
struct ConstantEmitter {
  private let module: Module
  private let target: Target
  private(set) var text = IRText()
  /// Operand text of each constant, where it is known without loading.
  private var immediate: [String?] = []
  private var made: [Int] = []
  private var strSymbols: [[UInt8]: String] = [:]
  /// Symbols of this module's str constants, in order of appearance.
  private(set) var strings: [String] = []

  init(_ module: Module, _ target: Target) {
    self.module = module
    self.target = target
    for index in module.constants.indices { immediate.append(emit(index)) }
    emitMaker()
  }

  /// How a constant is written in a function: an i64 operand, loaded first if it is made at run time.
  func operand(_ index: UInt32, _ body: inout IRText, _ fresh: () -> String) -> String {
    if let text = immediate[Int(index)] { return text }
    let name = fresh()
    body.line("  \(name) = load i64, ptr @const.\(index), align 8")
    return name
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

  private mutating func emit(_ index: Int) -> String? {
    switch module.constants[index] {
    case .none: return String(ABI.none)
    case .true: return String(ABI.true)
    case .false: return String(ABI.false)
    case .ellipsis: return String(ABI.ellipsis)
    case .notImplemented: return String(ABI.notImplemented)
    case .smallInt(let value): return String(ABI.int(value))
    case .float(let bits): return String(Int64(bitPattern: ABI.float(bits)))
    case .str(let bytes): return "ptrtoint (ptr \(str(bytes)) to i64)"
    case .bytes(let bytes):
      text.line(
        "@const.\(index) = internal global { %Header, \(target.size), i64, [\(bytes.count + 1) x i8] } { %Header "
          + "{ i32 \(ABI.immortal), i32 0, ptr @molt_type_bytes }, \(target.size) \(bytes.count), i64 -1, "
          + "[\(bytes.count + 1) x i8] \(IRText.bytes(bytes + [0])) }, align 8")
      return "ptrtoint (ptr @const.\(index) to i64)"
    case .bigInt, .imaginary:
      return reserve(index)
    case .tuple(let items):
      var parts: [String] = []
      for item in items {
        guard let part = staticItem(Int(item)) else { return reserve(index) }
        parts.append(part)
      }
      let types = parts.map(typeOf).joined(separator: ", ")
      text.line(
        "@const.\(index) = internal global { %Header, \(target.size), i64, <{ \(types) }> } { %Header "
          + "{ i32 \(ABI.immortal), i32 0, ptr @molt_type_tuple }, \(target.size) \(items.count), i64 0, "
          + "<{ \(types) }> <{ \(parts.joined(separator: ", ")) }> }, align 8")
      return "ptrtoint (ptr @const.\(index) to i64)"
    }
  }

  /// A constant that is made at run time, kept in `@const.index`.
  private mutating func reserve(_ index: Int) -> String? {
    text.line("@const.\(index) = internal global i64 0, align 8")
    made.append(index)
    return nil
  }

  private func typeOf(_ initialiser: String) -> String {
    initialiser.hasPrefix("{") ? "{ ptr, i32 }" : "i64"
  }

  private mutating func staticItem(_ index: Int) -> String? {
    switch module.constants[index] {
    case .str(let bytes): return staticValue(str(bytes))
    case .bytes, .tuple: return immediate[index] == nil ? nil : staticValue("@const.\(index)")
    default: return immediate[index].map { "i64 \($0)" }
    }
  }

  /// `@constants`: makes what cannot be static; the objects are immortal.
  private mutating func emitMaker() {
    text.line("define internal void @constants() {")
    var count = 0
    func fresh() -> String {
      count += 1
      return "%t\(count)"
    }
    for index in made {
      let result: String
      switch module.constants[index] {
      case .bigInt(let digits):
        result = fresh()
        text.line("  \(result) = call i64 @molt_int_literal(ptr @digits.\(index))")
      case .imaginary(let bits):
        result = fresh()
        let hex = String(bits, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: 16 - hex.count) + hex
        text.line("  \(result) = call i64 @molt_complex(double 0.0, double 0x\(padded))")
      case .tuple(let items):
        text.line("  %items.\(index) = alloca [\(max(items.count, 1)) x i64], align 8")
        for (position, item) in items.enumerated() {
          let value = operand(item, &text, fresh)
          let slot = fresh()
          text.line("  \(slot) = getelementptr i64, ptr %items.\(index), i32 \(position)")
          text.line("  store i64 \(value), ptr \(slot), align 8")
        }
        result = fresh()
        text.line("  \(result) = call i64 @molt_new_tuple(ptr %items.\(index), i32 \(items.count))")
      default: continue
      }
      text.line("  store i64 \(result), ptr @const.\(index), align 8")
      let object = fresh()
      text.line("  \(object) = inttoptr i64 \(result) to ptr")
      text.line("  store i32 \(ABI.immortal), ptr \(object), align 8")
    }
    text.line("  ret void")
    text.line("}")
    for index in made {
      if case .bigInt(let digits) = module.constants[index] {
        let bytes = Array(digits.utf8) + [0]
        text.line("@digits.\(index) = internal constant [\(bytes.count) x i8] \(IRText.bytes(bytes))")
      }
    }
  }
}
