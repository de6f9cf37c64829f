// The table of interned strings that becomes `AST.strings`; it also tells keywords from names.

/// An open-addressing hash table over one growing byte buffer. Names and string constants share it. Keywords are put in
/// first without a symbol, so one look-up per word answers both "keyword?" and "which symbol?", and `AST.strings` holds
/// only what the tree refers to (or an identifier token spelled).
struct SymbolTable: ~Copyable {
  struct Entry {
    var hash: UInt32
    var offset: UInt32
    var length: UInt32
    /// `UInt32.max` while no symbol has been given.
    var symbol: UInt32
    /// For an entry that is a keyword its token kind, else `.name`.
    var kind: TokenKind
    var soft: SoftKeyword
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var entryCount = 0
  private var entryCapacity: Int
  /// Entry index plus one, 0 for free; power of two.
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotMask: Int
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  private var byteCapacity: Int
  private var symbolEntries: [UInt32] = []

  static let seed: UInt32 = 2_166_136_261
  @inline(__always) static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  init(expecting count: Int) {
    entryCapacity = max(128, count)
    entries = .allocate(capacity: entryCapacity)
    var slotCount = 512
    while slotCount < entryCapacity * 2 { slotCount *= 2 }
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    slotMask = slotCount - 1
    byteCapacity = max(4096, count * 12)
    bytes = .allocate(capacity: byteCapacity)
    for (text, kind) in TokenKind.keywords { seed(text, kind, .none) }
    let soft: [(StaticString, SoftKeyword)] = [
      ("match", .match), ("case", .case), ("type", .type), ("_", .underscore), ("print", .print), ("exec", .exec),
    ]
    for (text, keyword) in soft { seed(text, .name, keyword) }
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
    bytes.deallocate()
  }

  private mutating func seed(_ text: StaticString, _ kind: TokenKind, _ soft: SoftKeyword) {
    let index = find(text.utf8Start, text.utf8CodeUnitCount, Self.hash(text.utf8Start, text.utf8CodeUnitCount))
    entries[index].kind = kind
    entries[index].soft = soft
  }

  static func hash(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    var hash = seed
    for index in 0..<count { hash = mix(hash, start[index]) }
    return hash
  }

  /// Index of the entry for these bytes, made if new.
  @inline(__always)
  private mutating func find(_ start: UnsafePointer<UInt8>, _ count: Int, _ hash: UInt32) -> Int {
    var slot = Int(truncatingIfNeeded: hash &* 0x9E37_79B1 >> 7) & slotMask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, Int(entries[index].length) == count {
        let stored = bytes + Int(entries[index].offset)
        var position = 0
        while position < count, stored[position] == start[position] { position += 1 }
        if position == count { return index }
      }
      slot = (slot + 1) & slotMask
    }
    return insert(start, count, hash, slot)
  }

  @inline(never)
  private mutating func insert(_ start: UnsafePointer<UInt8>, _ count: Int, _ hash: UInt32, _ freeSlot: Int) -> Int {
    if byteCount + count > byteCapacity {
      let capacity = max(byteCapacity * 2, byteCount + count)
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      grown.update(from: bytes, count: byteCount)
      bytes.deallocate()
      bytes = grown
      byteCapacity = capacity
    }
    if entryCount == entryCapacity {
      let grown = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
      grown.update(from: entries, count: entryCount)
      entries.deallocate()
      entries = grown
      entryCapacity *= 2
    }
    (bytes + byteCount).update(from: start, count: count)
    entries[entryCount] = Entry(
      hash: hash, offset: UInt32(byteCount), length: UInt32(count), symbol: .max, kind: .name, soft: .none)
    byteCount += count
    entryCount += 1
    slots[freeSlot] = UInt32(entryCount)
    if entryCount * 2 > slotMask { rehash() }
    return entryCount - 1
  }

  private mutating func rehash() {
    slots.deallocate()
    let count = (slotMask + 1) * 2
    slots = .allocate(capacity: count)
    slots.initialize(repeating: 0, count: count)
    slotMask = count - 1
    for index in 0..<entryCount {
      var slot = Int(truncatingIfNeeded: entries[index].hash &* 0x9E37_79B1 >> 7) & slotMask
      while slots[slot] != 0 { slot = (slot + 1) & slotMask }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// The symbol of a string, made if new.
  mutating func intern(_ start: UnsafePointer<UInt8>, _ count: Int) -> Symbol {
    give(find(start, count, Self.hash(start, count)))
  }

  mutating func intern(_ text: StaticString) -> Symbol { intern(text.utf8Start, text.utf8CodeUnitCount) }

  /// Kind of a word (a keyword's, or `.name` with its symbol). `hash` is the word's FNV-1a hash.
  @inline(__always)
  mutating func word(_ start: UnsafePointer<UInt8>, _ count: Int, _ hash: UInt32) -> (
    kind: TokenKind, soft: SoftKeyword, symbol: UInt32
  ) {
    let index = find(start, count, hash)
    let kind = entries[index].kind
    if kind != .name { return (kind, .none, 0) }
    return (.name, entries[index].soft, give(index).raw)
  }

  @inline(__always)
  private mutating func give(_ index: Int) -> Symbol {
    if entries[index].symbol == .max {
      entries[index].symbol = UInt32(symbolEntries.count)
      symbolEntries.append(UInt32(index))
    }
    return Symbol(raw: entries[index].symbol)
  }

  /// The bytes of a symbol; valid until the next `intern`.
  func bytes(of symbol: Symbol) -> UnsafeBufferPointer<UInt8> {
    let entry = entries[Int(symbolEntries[Int(symbol.raw)])]
    return UnsafeBufferPointer(start: bytes + Int(entry.offset), count: Int(entry.length))
  }

  func text(_ symbol: Symbol) -> String { String(decoding: bytes(of: symbol), as: UTF8.self) }

  /// All symbols' bytes in order: `AST.strings`.
  func strings() -> [[UInt8]] {
    var result: [[UInt8]] = []
    result.reserveCapacity(symbolEntries.count)
    for index in symbolEntries {
      let entry = entries[Int(index)]
      result.append([UInt8](UnsafeBufferPointer(start: bytes + Int(entry.offset), count: Int(entry.length))))
    }
    return result
  }
}
