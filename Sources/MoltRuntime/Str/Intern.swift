import MoltABI

// Interned strs: one canonical object per text, found by an open-addressing table with linear probing. The table holds
// no references: a str that dies takes itself out (`forgetInterned`). Names of the program and of the runtime are
// immortal, so that compiled code compares them by address.

enum InternTable {
  static var slots: UnsafeMutablePointer<Value>?
  static var capacity = 0  // a power of two, or 0
  static var count = 0

  static func grow() {
    if capacity == 0 { setUpText() }
    let old = slots
    let oldCapacity = capacity
    let newCapacity = oldCapacity == 0 ? 1024 : oldCapacity * 2
    let new = allocateRaw(newCapacity * MemoryLayout<Value>.stride).assumingMemoryBound(to: Value.self)
    c_memset(new, 0, newCapacity * MemoryLayout<Value>.stride)
    slots = new
    capacity = newCapacity
    guard let old = old else { return }
    for i in 0..<oldCapacity where !old[i].isNull { new[freeSlot(stringHash(old[i]))] = old[i] }
    freeRaw(old, oldCapacity * MemoryLayout<Value>.stride)
  }

  private static func freeSlot(_ hash: Int64) -> Int {
    var i = Int(truncatingIfNeeded: hash) & (capacity - 1)
    while !slots.unsafelyUnwrapped[i].isNull { i = (i + 1) & (capacity - 1) }
    return i
  }

  /// The slot of the canonical str with this text, or the free slot where it belongs.
  static func find(_ v: Value) -> Int {
    let table = slots.unsafelyUnwrapped
    var i = Int(truncatingIfNeeded: stringHash(v)) & (capacity - 1)
    while !table[i].isNull && !stringsEqual(table[i], v) { i = (i + 1) & (capacity - 1) }
    return i
  }

  static func remove(_ v: Value) {
    guard let table = slots else { return }
    var hole = find(v)
    if table[hole] != v { return }
    table[hole] = .null
    count -= 1
    // Close the gap: move back every entry of the run that may lie there.
    var i = hole
    while true {
      i = (i + 1) & (capacity - 1)
      if table[i].isNull { return }
      let home = Int(truncatingIfNeeded: stringHash(table[i])) & (capacity - 1)
      if (i - home) & (capacity - 1) >= (i - hole) & (capacity - 1) {
        table[hole] = table[i]
        table[i] = .null
        hole = i
      }
    }
  }
}

/// What text needs before anything else of the runtime is set up: the names of the types are interned first of all, and
/// the str objects that turn out to be known already are released.
private func setUpText() {
  Types.str.pointee.destroy = { destroyStringOrBoxed($0!) }
  if HashSecret.setUp() { return }
  let message: StaticString = """
    Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]
    Python runtime state: preinitialized


    """
  _ = c_write(2, message.utf8Start, message.utf8CodeUnitCount)
  c_exit(1)
}

/// MoltStr.isInterned of a canonical str.
private let interned: UInt8 = 1

/// The canonical str with the text of `v`, which is borrowed; the result is owned.
func intern(_ v: Value) -> Value {
  let exact = exactStr(v)
  let s = exact.pointer(MoltStr.self)
  if s.pointee.isInterned != 0 { return retained(exact) }
  if (InternTable.count + 1) * 2 > InternTable.capacity { InternTable.grow() }
  let slot = InternTable.find(exact)
  let found = InternTable.slots.unsafelyUnwrapped[slot]
  if !found.isNull { return retained(found) }
  InternTable.slots.unsafelyUnwrapped[slot] = exact
  InternTable.count += 1
  s.pointee.isInterned = interned
  return retained(exact)
}

/// Interns a str that must never die; the canonical one is borrowed and from now on immortal. References that it has
/// already stay counted, because their owners will release them.
func internImmortal(_ v: Value) -> Value {
  let canonical = intern(v)
  if canonical.object.pointee.refCount < MOLT_IMMORTAL { canonical.object.pointee.refCount &+= MOLT_IMMORTAL }
  canonical.object.pointee.refCount &-= 1
  return canonical
}

/// The canonical, immortal str of a literal name.
func intern(_ s: StaticString) -> Value {
  let v = makeString(s)
  let canonical = internImmortal(v)
  if canonical != v { release(v) }
  return canonical
}

/// Whether the text has been interned: the canonical str (borrowed), or null. Never adds to the table.
func internedIfKnown(_ v: Value) -> Value {
  let exact = exactStr(v)
  if exact.pointer(MoltStr.self).pointee.isInterned != 0 { return exact }
  guard let table = InternTable.slots else { return .null }
  return table[InternTable.find(exact)]
}

func forgetInterned(_ v: Value) { InternTable.remove(v) }
