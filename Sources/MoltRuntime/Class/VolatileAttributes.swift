import MoltABI

// Attributes of a class that change all the time, such as counters. Every change of a class ends what caches know about
// it and all that derive from it, which would make every method call of such a class a search. So an attribute that was
// bound again often enough is no longer remembered by any cache, and then its changes need not end any.
//
// The table is lossy: an attribute that another one pushed out is remembered again, and its next change counts as its
// first, which ends the caches.

/// Changes after which an attribute counts as volatile.
private let manyChanges: UInt64 = 16

/// Whether no cache may hold what `name` (interned) is in the dictionary of that class.
@inline(__always) func isVolatile(_ type: TypePointer, _ name: Value) -> Bool {
  let entry = molt_volatile_attribute(type, name.bits).unsafelyUnwrapped
  return entry.pointee.changes >= manyChanges && entry.pointee.type == UnsafePointer(type)
    && entry.pointee.name == name.bits
}

/// Counts a change of an existing attribute that caches may know.
func countChange(_ type: TypePointer, _ name: Value) {
  let entry = molt_volatile_attribute(type, name.bits).unsafelyUnwrapped
  if entry.pointee.type != UnsafePointer(type) || entry.pointee.name != name.bits {
    entry.pointee = MoltVolatileAttribute(type: type, name: name.bits, changes: 1)
  } else if entry.pointee.changes < manyChanges {
    entry.pointee.changes += 1
  }
}
