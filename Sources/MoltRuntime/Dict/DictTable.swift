import MoltABI

// The hash table under dict. Sizes, growth and the treatment of removed entries are those of CPython's dictobject.c, so
// that iteration interleaved with changes gives the same items and the same errors.
//
// Keys of the two most frequent kinds, exact str and inline ints, can be compared without running Python code, and
// their hashes are found in or beside them; a table with only such keys keeps no array of hashes.

typealias DictPointer = UnsafeMutablePointer<MoltDict>

/// Results of a search besides an entry's number.
enum DictSearch {
  @inline(__always) static var absent: Int { -1 }
  @inline(__always) static var failed: Int { -2 }
}

private let freeSlot = -1
private let removedSlot = -2
private let smallestLogSize: UInt8 = 3

enum KeyKind {
  @inline(__always) static var strings: UInt8 { UInt8(MOLT_KEYS_STR) }
  @inline(__always) static var plain: UInt8 { UInt8(MOLT_KEYS_PLAIN) }
  @inline(__always) static var any: UInt8 { UInt8(MOLT_KEYS_ANY) }
}

@inline(__always) func plainIntHash(_ key: Value) -> Int64 {
  let number = key.smallInt
  return number == -1 ? -2 : number
}

@inline(__always) func exactStrHash(_ key: Value) -> Int64 {
  let hash = key.pointer(MoltStr.self).pointee.hash
  return hash != -1 ? hash : stringHash(key)
}

/// The hash of any key; false with an exception set when it is unhashable.
@inline(__always) func hashKey(_ key: Value, _ hash: inout Int64) -> Bool {
  if isExactStr(key) {
    hash = exactStrHash(key)
    return true
  }
  if key.isSmallInt {
    hash = plainIntHash(key)
    return true
  }
  hash = hashOf(key)
  return hash != -1
}

@inline(__always) func keyKind(_ key: Value) -> UInt8 {
  isExactStr(key) ? KeyKind.strings : key.isSmallInt ? KeyKind.plain : KeyKind.any
}

// ------------------------------------------------------------------------------------------------------------ block

@inline(__always) private func usableEntries(_ logSize: UInt8) -> Int { (1 << Int(logSize)) << 1 / 3 }

/// Bytes per index of a table.
@inline(__always) private func indexSize(_ logSize: UInt8) -> Int { logSize <= 7 ? 1 : logSize <= 15 ? 2 : 4 }

@inline(__always) private func blockSize(_ logSize: UInt8, _ keys: UInt8) -> Int {
  let entries = usableEntries(logSize)
  let indices = (indexSize(logSize) << Int(logSize) + 7) & ~7
  return indices + entries * MemoryLayout<MoltDictEntry>.size + (keys == KeyKind.any ? entries * 8 : 0)
}

@inline(__always) private func readIndex(_ dict: DictPointer, _ slot: Int) -> Int {
  let indices = dict.pointee.indices.unsafelyUnwrapped
  let logSize = dict.pointee.logSize
  if logSize <= 7 { return Int(indices.assumingMemoryBound(to: Int8.self)[slot]) }
  if logSize <= 15 { return Int(indices.assumingMemoryBound(to: Int16.self)[slot]) }
  return Int(indices.assumingMemoryBound(to: Int32.self)[slot])
}

@inline(__always) private func writeIndex(_ dict: DictPointer, _ slot: Int, _ index: Int) {
  let indices = dict.pointee.indices.unsafelyUnwrapped
  let logSize = dict.pointee.logSize
  if logSize <= 7 {
    indices.assumingMemoryBound(to: Int8.self)[slot] = Int8(truncatingIfNeeded: index)
  } else if logSize <= 15 {
    indices.assumingMemoryBound(to: Int16.self)[slot] = Int16(truncatingIfNeeded: index)
  } else {
    indices.assumingMemoryBound(to: Int32.self)[slot] = Int32(truncatingIfNeeded: index)
  }
}

/// Gives the dict a new block in which every slot is free. The old block is the caller's to free.
private func installBlock(_ dict: DictPointer, _ logSize: UInt8, _ keys: UInt8) {
  let block = allocateRaw(blockSize(logSize, keys))
  let indices = (indexSize(logSize) << Int(logSize) + 7) & ~7
  c_memset(block, 0xff, indices)
  let entries = (block + indices).assumingMemoryBound(to: MoltDictEntry.self)
  dict.pointee.indices = block
  dict.pointee.entries = entries
  dict.pointee.hashes =
    keys == KeyKind.any
    ? UnsafeMutableRawPointer(entries + usableEntries(logSize)).assumingMemoryBound(to: Int64.self) : nil
  dict.pointee.logSize = logSize
  dict.pointee.keys = keys
  dict.pointee.version &+= 1
}

/// Frees a block that a dict once had.
@inline(__always) private func freeBlock(_ block: UnsafeMutableRawPointer?, _ logSize: UInt8, _ keys: UInt8) {
  if let block { freeRaw(block, blockSize(logSize, keys)) }
}

/// A dict's contents taken out of it, to be released when the dict is already empty.
struct DictContents {
  let block: UnsafeMutableRawPointer?
  let entries: UnsafeMutablePointer<MoltDictEntry>?
  let count: Int
  let logSize: UInt8
  let keys: UInt8

  /// Empties the dict.
  init(taking dict: DictPointer) {
    if dict.pointee.reserved.0 != 0 { builtinsWillChange() }
    block = dict.pointee.indices
    entries = dict.pointee.entries
    count = dict.pointee.entryCount
    logSize = dict.pointee.logSize
    keys = dict.pointee.keys
    dict.pointee.used = 0
    dict.pointee.entryCount = 0
    dict.pointee.room = 0
    dict.pointee.indices = nil
    dict.pointee.entries = nil
    dict.pointee.hashes = nil
    dict.pointee.logSize = 0
    dict.pointee.keys = KeyKind.strings
    dict.pointee.version &+= 1
  }

  /// Releases every key and value; may run Python code.
  func release() {
    if let entries {
      for index in 0..<count where !entries[index].key.isNull {
        MoltRuntime.release(entries[index].key)
        MoltRuntime.release(entries[index].value)
      }
    }
    freeBlock(block, logSize, keys)
  }
}

// ----------------------------------------------------------------------------------------------------------- search

/// One step of the probe sequence.
@inline(__always) private func advance(_ slot: inout Int, _ perturb: inout UInt64, _ mask: Int) {
  perturb >>= 5
  slot = (slot &* 5 &+ Int(truncatingIfNeeded: perturb) &+ 1) & mask
}

/// Searches a table of str and inline int keys for an exact str.
@inline(__always) func findString(_ dict: DictPointer, _ key: Value, _ hash: Int64) -> Int {
  if dict.pointee.used == 0 { return DictSearch.absent }
  let mask = 1 << Int(dict.pointee.logSize) - 1
  let entries = dict.pointee.entries.unsafelyUnwrapped
  var slot = Int(truncatingIfNeeded: hash) & mask
  var perturb = UInt64(bitPattern: hash)
  while true {
    let index = readIndex(dict, slot)
    if index >= 0 {
      let candidate = entries[index].key
      if candidate == key { return index }
      if candidate.isObject, candidate.pointer(MoltStr.self).pointee.hash == hash, stringsEqual(candidate, key) {
        return index
      }
    } else if index == freeSlot {
      return DictSearch.absent
    }
    advance(&slot, &perturb, mask)
  }
}

/// Searches a table of str and inline int keys for an inline int: two of them are equal only when they are identical.
@inline(__always) func findPlainInt(_ dict: DictPointer, _ key: Value) -> Int {
  if dict.pointee.used == 0 { return DictSearch.absent }
  let hash = plainIntHash(key)
  let mask = 1 << Int(dict.pointee.logSize) - 1
  let entries = dict.pointee.entries.unsafelyUnwrapped
  var slot = Int(truncatingIfNeeded: hash) & mask
  var perturb = UInt64(bitPattern: hash)
  while true {
    let index = readIndex(dict, slot)
    if index >= 0 {
      if entries[index].key == key { return index }
    } else if index == freeSlot {
      return DictSearch.absent
    }
    advance(&slot, &perturb, mask)
  }
}

/// The hash of an entry's key, from wherever the table keeps it.
@inline(__always) func entryHash(_ dict: DictPointer, _ index: Int) -> Int64 {
  if let hashes = dict.pointee.hashes { return hashes[index] }
  let key = dict.pointee.entries.unsafelyUnwrapped[index].key
  return key.isObject ? key.pointer(MoltStr.self).pointee.hash : plainIntHash(key)
}

/// Searches any table for any key. `__eq__` may run and may change the dict, in which case the search starts again.
@inline(never) func findAny(_ dict: DictPointer, _ key: Value, _ hash: Int64) -> Int {
  restart: while true {
    if dict.pointee.used == 0 { return DictSearch.absent }
    let version = dict.pointee.version
    let mask = 1 << Int(dict.pointee.logSize) - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    var perturb = UInt64(bitPattern: hash)
    while true {
      let index = readIndex(dict, slot)
      if index >= 0 {
        let candidate = dict.pointee.entries.unsafelyUnwrapped[index].key
        if candidate == key { return index }
        if entryHash(dict, index) == hash {
          let known = equalWithoutCode(candidate, key)
          if known > 0 { return index }
          if known < 0 {
            retain(candidate)
            let isEqual = equal(candidate, key)
            let isSameTable = dict.pointee.version == version
            let isSameKey = isSameTable && dict.pointee.entries.unsafelyUnwrapped[index].key == candidate
            release(candidate)
            if isEqual < 0 { return DictSearch.failed }
            if !isSameKey || dict.pointee.version != version { continue restart }
            if isEqual > 0 { return index }
          }
        }
      } else if index == freeSlot {
        return DictSearch.absent
      }
      advance(&slot, &perturb, mask)
    }
  }
}

/// The number of the entry with that key, `DictSearch.absent` or, with an exception set, `DictSearch.failed`.
@inline(__always) func dictFind(_ dict: DictPointer, _ key: Value, _ hash: Int64) -> Int {
  if dict.pointee.keys != KeyKind.any {
    if isExactStr(key) { return findString(dict, key, hash) }
    if key.isSmallInt { return findPlainInt(dict, key) }
  }
  return findAny(dict, key, hash)
}

// ----------------------------------------------------------------------------------------------------------- change

/// The smallest table for that many slots (CPython's calculate_log2_keysize).
private func logSize(forSlots count: Int) -> UInt8 {
  var result = smallestLogSize
  while 1 << Int(result) < count { result += 1 }
  return result
}

/// The size of a table that holds `count` items without growing.
func logSize(forItems count: Int) -> UInt8 { logSize(forSlots: (count * 3 + 1) / 2) }

/// Moves the items to a new block without the removed entries.
func dictRebuild(_ dict: DictPointer, _ logSize: UInt8, _ keys: UInt8) {
  let oldBlock = dict.pointee.indices, oldLogSize = dict.pointee.logSize, oldKeys = dict.pointee.keys
  let oldEntries = dict.pointee.entries, oldHashes = dict.pointee.hashes
  let oldCount = dict.pointee.entryCount
  installBlock(dict, logSize, keys)
  let entries = dict.pointee.entries.unsafelyUnwrapped
  let mask = 1 << Int(logSize) - 1
  var next = 0
  if let oldEntries {
    for index in 0..<oldCount where !oldEntries[index].key.isNull {
      let key = oldEntries[index].key
      let hash =
        oldHashes != nil
        ? oldHashes.unsafelyUnwrapped[index]
        : key.isObject ? key.pointer(MoltStr.self).pointee.hash : plainIntHash(key)
      entries[next] = oldEntries[index]
      if keys == KeyKind.any { dict.pointee.hashes.unsafelyUnwrapped[next] = hash }
      var slot = Int(truncatingIfNeeded: hash) & mask
      var perturb = UInt64(bitPattern: hash)
      while readIndex(dict, slot) >= 0 { advance(&slot, &perturb, mask) }
      writeIndex(dict, slot, next)
      next += 1
    }
  }
  dict.pointee.entryCount = next
  dict.pointee.room = usableEntries(logSize) - next
  freeBlock(oldBlock, oldLogSize, oldKeys)
}

/// Gives a table of plain keys its array of hashes; entries keep their numbers.
private func addHashes(_ dict: DictPointer) {
  let oldBlock = dict.pointee.indices, oldEntries = dict.pointee.entries, oldKeys = dict.pointee.keys
  let logSize = dict.pointee.logSize
  guard let oldBlock, let oldEntries else { return }
  installBlock(dict, logSize, KeyKind.any)
  c_memcpy(dict.pointee.indices.unsafelyUnwrapped, oldBlock, indexSize(logSize) << Int(logSize))
  for index in 0..<dict.pointee.entryCount {
    let entry = oldEntries[index]
    dict.pointee.entries.unsafelyUnwrapped[index] = entry
    dict.pointee.hashes.unsafelyUnwrapped[index] =
      entry.key.isNull ? 0 : entry.key.isObject ? entry.key.pointer(MoltStr.self).pointee.hash : plainIntHash(entry.key)
  }
  freeBlock(oldBlock, logSize, oldKeys)
}

/// Makes the table able to hold a key of that kind.
@inline(never) private func admit(_ dict: DictPointer, _ kind: UInt8) {
  if dict.pointee.indices == nil {
    installBlock(dict, smallestLogSize, kind)
    dict.pointee.room = usableEntries(smallestLogSize)
  } else if dict.pointee.keys == KeyKind.strings {
    // CPython rebuilds here too: its tables of str keys have entries of another size.
    dictRebuild(dict, logSize(forSlots: dict.pointee.used * 3), kind)
  } else {
    addHashes(dict)
  }
}

/// Adds a key that is known to be absent; takes over one reference to each of key and value.
func dictAddNew(_ dict: DictPointer, _ key: Value, _ hash: Int64, _ value: Value) {
  if dict.pointee.room <= 0 { dictRebuild(dict, logSize(forSlots: dict.pointee.used * 3), dict.pointee.keys) }
  let mask = 1 << Int(dict.pointee.logSize) - 1
  var slot = Int(truncatingIfNeeded: hash) & mask
  var perturb = UInt64(bitPattern: hash)
  while readIndex(dict, slot) >= 0 { advance(&slot, &perturb, mask) }
  let index = dict.pointee.entryCount
  writeIndex(dict, slot, index)
  dict.pointee.entries.unsafelyUnwrapped[index] = MoltDictEntry(key: key, value: value)
  if let hashes = dict.pointee.hashes { hashes[index] = hash }
  dict.pointee.entryCount = index + 1
  dict.pointee.room -= 1
  dict.pointee.used += 1
}

/// Makes the table ready for a store with that key, which comes before the search, as in CPython's insertdict.
@inline(__always) func dictAdmit(_ dict: DictPointer, _ key: Value) {
  let kind = keyKind(key)
  if kind > dict.pointee.keys || dict.pointee.indices == nil { admit(dict, kind) }
}

/// dict[key] = value with a known hash; both are retained. -1 when a comparison raised.
@inline(__always) func dictSetHashed(_ dict: DictPointer, _ key: Value, _ hash: Int64, _ value: Value) -> Int32 {
  // A comparison may run code that releases what the caller borrowed.
  dictAdmit(dict, key)
  let index = dictFind(dict, key, hash)
  if index >= 0 {
    if dict.pointee.reserved.0 != 0 { builtinsWillChange() }
    replace(&dict.pointee.entries.unsafelyUnwrapped[index].value, with: retained(value))
    return 0
  }
  if index == DictSearch.failed { return -1 }
  // The comparison may have emptied the dict and so lost the room for this kind of key.
  dictAdmit(dict, key)
  dictAddNew(dict, retained(key), hash, retained(value))
  return 0
}

/// Takes an entry out and hands its key and value, owned, to the caller.
func dictTake(_ dict: DictPointer, _ index: Int, _ hash: Int64) -> MoltDictEntry {
  if dict.pointee.reserved.0 != 0 { builtinsWillChange() }
  let mask = 1 << Int(dict.pointee.logSize) - 1
  var slot = Int(truncatingIfNeeded: hash) & mask
  var perturb = UInt64(bitPattern: hash)
  while readIndex(dict, slot) != index { advance(&slot, &perturb, mask) }
  writeIndex(dict, slot, removedSlot)
  let entry = dict.pointee.entries.unsafelyUnwrapped[index]
  dict.pointee.entries.unsafelyUnwrapped[index] = MoltDictEntry(key: .null, value: .null)
  dict.pointee.used -= 1
  return entry
}

/// Makes an empty dict an exact copy of another's table, removed entries included.
func dictCloneTable(_ dict: DictPointer, from other: DictPointer) {
  guard let source = other.pointee.indices else { return }
  let old = DictContents(taking: dict)
  let logSize = other.pointee.logSize, keys = other.pointee.keys
  installBlock(dict, logSize, keys)
  c_memcpy(dict.pointee.indices.unsafelyUnwrapped, source, blockSize(logSize, keys))
  dict.pointee.used = other.pointee.used
  dict.pointee.entryCount = other.pointee.entryCount
  dict.pointee.room = other.pointee.room
  let entries = dict.pointee.entries.unsafelyUnwrapped
  for index in 0..<dict.pointee.entryCount where !entries[index].key.isNull {
    retain(entries[index].key)
    retain(entries[index].value)
  }
  old.release()
}

/// The table's capacity in items.
@inline(__always) func dictUsable(_ dict: DictPointer) -> Int {
  dict.pointee.indices == nil ? 0 : usableEntries(dict.pointee.logSize)
}
