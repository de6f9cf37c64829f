import MoltABI

// The hash table under set and frozenset. Probing, growth and the handling of removed entries are exactly those of
// CPython's setobject.c, because they decide the order of iteration.

typealias SetPointer = UnsafeMutablePointer<MoltSet>

enum SetTable {
  @inline(__always) static var smallest: Int { 8 }
  /// Entries that are tried one after the other before the probe jumps.
  @inline(__always) static var linearProbes: Int { 9 }
  /// The key of a removed entry.
  @inline(__always) static var removed: Value { Value(bits: 0x0001_0000_0000_00ff) }
}

@inline(__always) func isLive(_ entry: MoltSetEntry) -> Bool {
  !entry.key.isNull && entry.key != SetTable.removed
}

func newSetTable(_ size: Int) -> UnsafeMutablePointer<MoltSetEntry> {
  let bytes = size * MemoryLayout<MoltSetEntry>.size
  let block = allocateRaw(bytes)
  c_memset(block, 0, bytes)
  return block.assumingMemoryBound(to: MoltSetEntry.self)
}

func freeSetTable(_ table: UnsafeMutablePointer<MoltSetEntry>?, _ mask: Int) {
  if let table { freeRaw(UnsafeMutableRawPointer(table), (mask + 1) * MemoryLayout<MoltSetEntry>.size) }
}

/// Whether two keys with equal hashes are equal; -1 with an exception set. May run Python code.
@inline(__always) private func keysEqual(_ candidate: Value, _ key: Value) -> Int32 {
  if isExactStr(candidate) && isExactStr(key) { return stringsEqual(candidate, key) ? 1 : 0 }
  retain(candidate)
  let isEqual = sameOrEqual(candidate, key)
  release(candidate)
  return isEqual
}

/// The position of the entry with that key, -1 when absent, -2 with an exception set (set_lookkey).
func setFind(_ set: SetPointer, _ key: Value, _ hash: Int64) -> Int {
  restart: while true {
    guard let table = set.pointee.table else { return -1 }
    let version = set.pointee.version
    let mask = set.pointee.mask
    var perturb = UInt64(bitPattern: hash)
    var start = Int(truncatingIfNeeded: hash) & mask
    while true {
      var position = start
      var probes = start + SetTable.linearProbes <= mask ? SetTable.linearProbes : 0
      while true {
        let entry = table[position]
        if entry.key.isNull { return -1 }
        if entry.hash == hash {
          if entry.key == key { return position }
          let isEqual = keysEqual(entry.key, key)
          if isEqual < 0 { return -2 }
          if set.pointee.version != version || table[position].key != entry.key { continue restart }
          if isEqual > 0 { return position }
        }
        if probes == 0 { break }
        probes -= 1
        position += 1
      }
      perturb >>= 5
      start = (start &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
    }
  }
}

/// Adds a key with a known hash, retaining it if it is new: 1 added, 0 there already, -1 with an exception set
/// (set_add_entry).
func setAddHashed(_ set: SetPointer, _ key: Value, _ hash: Int64) -> Int32 {
  restart: while true {
    // A comparison may have emptied the set.
    if set.pointee.table == nil {
      set.pointee.table = newSetTable(SetTable.smallest)
      set.pointee.mask = SetTable.smallest - 1
      set.pointee.version &+= 1
    }
    let table = set.pointee.table.unsafelyUnwrapped
    let version = set.pointee.version
    let mask = set.pointee.mask
    var perturb = UInt64(bitPattern: hash)
    var start = Int(truncatingIfNeeded: hash) & mask
    var reusable = -1
    while true {
      var position = start
      var probes = start + SetTable.linearProbes <= mask ? SetTable.linearProbes : 0
      while true {
        let entry = table[position]
        if entry.key.isNull {
          store(set, reusable, position, retained(key), hash)
          return 1
        }
        if entry.hash == hash {
          if entry.key == key { return 0 }
          let isEqual = keysEqual(entry.key, key)
          if isEqual < 0 { return -1 }
          if set.pointee.version != version || table[position].key != entry.key { continue restart }
          if isEqual > 0 { return 0 }
        } else if entry.hash == -1 {
          reusable = position
        }
        if probes == 0 { break }
        probes -= 1
        position += 1
      }
      perturb >>= 5
      start = (start &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
    }
  }
}

/// `setAddHashed` of an inline int. Other keys with its hash are rare and left to that.
func setAddInt(_ set: SetPointer, _ key: Value) -> Int32 {
  // An int of this size is its own hash, but for the one that means failure.
  let hash = key.smallInt == -1 ? -2 : key.smallInt
  guard let table = set.pointee.table else { return setAddHashed(set, key, hash) }
  let mask = set.pointee.mask
  var perturb = UInt64(bitPattern: hash)
  var start = Int(truncatingIfNeeded: hash) & mask
  while true {
    var position = start
    var probes = start + SetTable.linearProbes <= mask ? SetTable.linearProbes : 0
    while true {
      let entry = table[position]
      if entry.key.isNull {
        store(set, -1, position, key, hash)
        return 1
      }
      if entry.key == key { return 0 }
      if entry.hash == hash || entry.hash == -1 { return setAddHashed(set, key, hash) }
      if probes == 0 { break }
      probes -= 1
      position += 1
    }
    perturb >>= 5
    start = (start &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
  }
}

/// Puts an owned key into the last removed entry that was passed, or else into the free one, and grows the table.
@inline(__always) private func store(_ set: SetPointer, _ reusable: Int, _ free: Int, _ key: Value, _ hash: Int64) {
  let table = set.pointee.table.unsafelyUnwrapped
  set.pointee.used += 1
  if key.isObject { set.pointee.hasObjects = 1 }
  if reusable >= 0 {
    table[reusable] = MoltSetEntry(key: key, hash: hash)
    return
  }
  set.pointee.fill += 1
  table[free] = MoltSetEntry(key: key, hash: hash)
  if set.pointee.fill * 5 >= set.pointee.mask * 3 {
    setResize(set, set.pointee.used > 50000 ? set.pointee.used * 2 : set.pointee.used * 4)
  }
}

/// Puts a key that is known to be absent into a table without removed entries.
func setInsertClean(_ table: UnsafeMutablePointer<MoltSetEntry>, _ mask: Int, _ entry: MoltSetEntry) {
  var perturb = UInt64(bitPattern: entry.hash)
  var start = Int(truncatingIfNeeded: entry.hash) & mask
  while true {
    let last = start + (start + SetTable.linearProbes <= mask ? SetTable.linearProbes : 0)
    var position = start
    while position <= last {
      if table[position].key.isNull {
        table[position] = entry
        return
      }
      position += 1
    }
    perturb >>= 5
    start = (start &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
  }
}

/// Rebuilds the table at the smallest size above `least`, without removed entries.
func setResize(_ set: SetPointer, _ least: Int) {
  var size = SetTable.smallest
  while size <= least { size <<= 1 }
  let old = set.pointee.table, oldMask = set.pointee.mask
  if size == SetTable.smallest && oldMask + 1 == size && set.pointee.fill == set.pointee.used && old != nil { return }
  let table = newSetTable(size)
  if let old {
    for position in 0...oldMask where isLive(old[position]) { setInsertClean(table, size - 1, old[position]) }
  }
  set.pointee.table = table
  set.pointee.mask = size - 1
  set.pointee.fill = set.pointee.used
  set.pointee.version &+= 1
  freeSetTable(old, oldMask)
}

/// Takes an entry out and hands its key, owned, to the caller.
func setTake(_ set: SetPointer, _ position: Int) -> Value {
  let table = set.pointee.table.unsafelyUnwrapped
  let key = table[position].key
  table[position] = MoltSetEntry(key: SetTable.removed, hash: -1)
  set.pointee.used -= 1
  return key
}

/// Removes a key with a known hash: 1, 0 when it is absent, -1 with an exception set.
func setDiscardHashed(_ set: SetPointer, _ key: Value, _ hash: Int64) -> Int32 {
  let position = setFind(set, key, hash)
  if position < 0 { return position == -1 ? 0 : -1 }
  release(setTake(set, position))
  return 1
}

/// Removes everything; the keys are released when the set is already empty.
func setClear(_ set: SetPointer) {
  let table = set.pointee.table, mask = set.pointee.mask
  set.pointee.table = nil
  set.pointee.mask = SetTable.smallest - 1
  set.pointee.used = 0
  set.pointee.fill = 0
  set.pointee.version &+= 1
  guard let table else { return }
  if set.pointee.hasObjects != 0 {
    set.pointee.hasObjects = 0
    for position in 0...mask {
      let key = table[position].key
      if key.isObject && !key.isNull { release(key) }
    }
  }
  freeSetTable(table, mask)
}

/// Steps through the entries in order, starting with `position` 0; the key is borrowed.
@inline(__always) func setNext(_ set: SetPointer, _ position: inout Int, _ entry: inout MoltSetEntry) -> Bool {
  guard let table = set.pointee.table else { return false }
  while position <= set.pointee.mask {
    let candidate = table[position]
    position += 1
    if isLive(candidate) {
      entry = candidate
      return true
    }
  }
  return false
}
