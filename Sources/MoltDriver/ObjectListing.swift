import MoltSupport

/// A short listing of an object file or executable: sections and defined symbols of ELF, sections of WebAssembly.
enum ObjectListing {
  /// nil when the bytes are neither.
  static func text(_ bytes: [UInt8], path: String) -> String? {
    if bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) { return elf(bytes) }
    if bytes.starts(with: [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]) { return wasm(bytes) }
    return nil
  }

  /// Little-endian reads that yield 0 outside of the file: a damaged object lists as nonsense, it does not crash.
  private struct View {
    let bytes: [UInt8]
    func number(_ offset: UInt64, _ size: Int) -> UInt64 {
      guard offset <= UInt64(bytes.count), bytes.count - Int(offset) >= size else { return 0 }
      return (0..<size).reduce(0) { $0 | UInt64(bytes[Int(offset) + $1]) << UInt64(8 * $1) }
    }
    func string(_ offset: UInt64) -> String {
      guard offset < UInt64(bytes.count) else { return "" }
      return String(decoding: bytes[Int(offset)...].prefix(512).prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  private static func elf(_ bytes: [UInt8]) -> String {
    let view = View(bytes: bytes)
    let types: [UInt64: String] = [1: "object file", 2: "executable", 3: "position-independent executable or library"]
    var text = "ELF \(types[view.number(16, 2)] ?? "file"), machine \(view.number(18, 2)), \(bytes.count) bytes\n"
    let headers = view.number(40, 8)
    let size = view.number(58, 2)
    let count = min(view.number(60, 2), 65_535)
    func header(_ index: UInt64) -> UInt64 { headers &+ index &* size }
    let names = view.number(header(view.number(62, 2)) &+ 24, 8)
    var symbols = ""
    for index in 0..<count {
      let at = header(index)
      let name = view.string(names &+ view.number(at, 4))
      let length = view.number(at &+ 32, 8)
      if !name.isEmpty { text += "section \(name) \(length)\n" }
      guard view.number(at &+ 4, 4) == 2 else { continue }
      let strings = view.number(header(view.number(at &+ 40, 4)) &+ 24, 8)
      let start = view.number(at &+ 24, 8)
      for entry in 0..<min(length / 24, 1 << 20) {
        let symbol = start &+ entry &* 24
        let info = view.number(symbol &+ 4, 1)
        let isDefined = view.number(symbol &+ 6, 2) != 0
        let symbolName = view.string(strings &+ view.number(symbol, 4))
        if info & 15 > 2 || symbolName.isEmpty { continue }
        let kind = !isDefined ? "needs" : info & 15 == 2 ? "function" : "data"
        symbols += "\(kind) \(symbolName)\(isDefined ? " \(view.number(symbol &+ 16, 8))" : "")\n"
      }
    }
    return text + symbols
  }

  private static func wasm(_ bytes: [UInt8]) -> String {
    let names = [
      "custom", "type", "import", "function", "table", "memory", "global", "export", "start", "element", "code", "data",
      "data count",
    ]
    var text = "WebAssembly module, \(bytes.count) bytes\n"
    var reader = BinaryReader(Array(bytes[8...]))
    while !reader.isAtEnd, let id = try? reader.byte(), let content = try? reader.blob() {
      var name = Int(id) < names.count ? names[Int(id)] : "section \(id)"
      if id == 0 {
        var inner = BinaryReader(content)
        name += " \((try? inner.string()) ?? "")"
      }
      text += "section \(name) \(content.count)\n"
    }
    return text
  }
}
