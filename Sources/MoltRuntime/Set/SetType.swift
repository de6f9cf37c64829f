import MoltABI

// The types set and frozenset: lifetime, slots and registration.

/// The frozenset without items that frozenset() always gives.
private var emptyFrozenset: Value = .null

private func setDestroy(_ object: ObjectPointer) {
  let set = Value(object).pointer(MoltSet.self)
  clearWeakReferences(Value(object))
  setClear(set)
  freeObject(object, MemoryLayout<MoltSet>.size)
}

private func setTraverse(_ object: ObjectPointer, _ visit: MoltVisit, _ context: UnsafeMutableRawPointer?) {
  let set = Value(object).pointer(MoltSet.self)
  var position = 0
  var entry = MoltSetEntry(key: .null, hash: 0)
  while setNext(set, &position, &entry) { visit(entry.key, context) }
}

private func setConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  collectionPoint()
  return newSet(ofType: callee.pointer(MoltType.self))
}

private func setInitialize(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  if !rejectKeywords(names, "set") { return -1 }
  if count > 1 {
    return raiseStatus(Exceptions.typeError) { message in
      message.append(typeName(receiver))
      message.append(" expected at most 1 argument, got ")
      message.append(int: Int(count))
    }
  }
  if receiver.pointer(MoltSet.self).pointee.fill > 0 { setClear(receiver.pointer()) }
  return count == 0 ? 0 : setUpdate(receiver, args.unsafelyUnwrapped[0])
}

private func frozensetConstruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let type = callee.pointer(MoltType.self)
  if !rejectKeywords(names, "frozenset", for: type, of: Types.frozenset) { return .null }
  if count > 1 {
    return raise(Exceptions.typeError) { message in
      message.append(type.pointee.name)
      message.append(" expected at most 1 argument, got ")
      message.append(int: Int(count))
    }
  }
  if type == Types.frozenset {
    if count == 0 { return retained(emptyFrozenset) }
    if typeOf(args.unsafelyUnwrapped[0]) == type { return retained(args.unsafelyUnwrapped[0]) }
  }
  let result = newSet(ofType: type)
  if count == 1 && setUpdate(result, args.unsafelyUnwrapped[0]) < 0 {
    release(result)
    return .null
  }
  return result
}

private func setRepr(_ set: Value) -> Value {
  let isPlain = typeOf(set) == Types.set
  var text = StringBuilder()
  if setCount(set) == 0 || !enterRepr(set) {
    let isEmpty = setCount(set) == 0
    text.append(typeName(set))
    text.append(isEmpty ? "()" : "(...)")
    return text.finish()
  }
  defer { leaveRepr() }
  // A list of the items first, because their reprs may change the set.
  let items = listFrom(set)
  if items.isNull { return .null }
  defer { release(items) }
  if !isPlain {
    text.append(typeName(set))
    text.append("(")
  }
  text.append("{")
  for index in 0..<listCount(items) {
    if index > 0 { text.append(", ") }
    if !text.appendRepr(listItems(items)[index]) {
      text.discard()
      return .null
    }
  }
  text.append(isPlain ? "}" : "})")
  return text.finish()
}

private func setCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if !isAnySet(b) { return .notImplemented }
  let left = a.pointer(MoltSet.self), right = b.pointer(MoltSet.self)
  var holds: Int32
  switch op {
  case Int32(MOLT_EQ), Int32(MOLT_NE):
    let hashesDiffer = left.pointee.hash != -1 && right.pointee.hash != -1 && left.pointee.hash != right.pointee.hash
    holds = left.pointee.used != right.pointee.used || hashesDiffer ? 0 : setIsSubset(a, b)
    if holds >= 0 && op == Int32(MOLT_NE) { holds = 1 - holds }
  case Int32(MOLT_LE): holds = setIsSubset(a, b)
  case Int32(MOLT_GE): holds = setIsSubset(b, a)
  case Int32(MOLT_LT): holds = left.pointee.used >= right.pointee.used ? 0 : setIsSubset(a, b)
  default: holds = left.pointee.used <= right.pointee.used ? 0 : setIsSubset(b, a)
  }
  return holds < 0 ? .null : Value(holds > 0)
}

@inline(__always) private func shuffled(_ hash: UInt64) -> UInt64 {
  ((hash ^ 89_869_747) ^ (hash << 16)) &* 3_644_798_167
}

/// The hash of a frozenset (frozenset_hash of setobject.c): a function of the items' hashes that does not depend on
/// their order. CPython also counts free and removed entries in and out again, which cancels.
func frozensetHash(_ value: Value) -> Int64 {
  let set = value.pointer(MoltSet.self)
  if set.pointee.hash != -1 { return set.pointee.hash }
  var hash: UInt64 = 0
  var position = 0
  var entry = MoltSetEntry(key: .null, hash: 0)
  while setNext(set, &position, &entry) { hash ^= shuffled(UInt64(bitPattern: entry.hash)) }
  hash ^= (UInt64(truncatingIfNeeded: set.pointee.used) &+ 1) &* 1_927_868_237
  hash ^= (hash >> 11) ^ (hash >> 25)
  hash = hash &* 69069 &+ 907_133_923
  if hash == UInt64.max { hash = 590_923_713 }
  set.pointee.hash = Int64(bitPattern: hash)
  return set.pointee.hash
}

// ------------------------------------------------------------------------------------------------- binary operators

private func setOr(_ a: Value, _ b: Value) -> Value {
  if !isAnySet(a) || !isAnySet(b) { return .notImplemented }
  let result = setCopy(a)
  if a == b || setUpdate(result, b) == 0 { return result }
  release(result)
  return .null
}

private func setAnd(_ a: Value, _ b: Value) -> Value {
  isAnySet(a) && isAnySet(b) ? setIntersection(a, b) : .notImplemented
}

private func setSubtract(_ a: Value, _ b: Value) -> Value {
  isAnySet(a) && isAnySet(b) ? setDifference(a, b) : .notImplemented
}

private func setXor(_ a: Value, _ b: Value) -> Value {
  isAnySet(a) && isAnySet(b) ? setSymmetricDifference(a, b) : .notImplemented
}

/// a ^ b: the right operand copied and toggled by the left one, which decides the order.
func setSymmetricDifference(_ set: Value, _ other: Value) -> Value {
  let result = newSet(ofType: baseSetType(set))
  if setUpdate(result, other) == 0 && setSymmetricDifferenceUpdate(result, set) == 0 { return result }
  release(result)
  return .null
}

/// Gives a set the table of another, which is consumed.
func setAdopt(_ set: Value, _ other: Value) {
  let to = set.pointer(MoltSet.self), from = other.pointer(MoltSet.self)
  let table = to.pointee.table, mask = to.pointee.mask, used = to.pointee.used, fill = to.pointee.fill
  to.pointee.table = from.pointee.table
  to.pointee.mask = from.pointee.mask
  to.pointee.used = from.pointee.used
  to.pointee.fill = from.pointee.fill
  to.pointee.version &+= 1
  // Either may hold what the other held.
  to.pointee.hasObjects |= from.pointee.hasObjects
  from.pointee.hasObjects = to.pointee.hasObjects
  from.pointee.table = table
  from.pointee.mask = mask
  from.pointee.used = used
  from.pointee.fill = fill
  release(other)
}

private func setOrInPlace(_ a: Value, _ b: Value) -> Value {
  if !isAnySet(b) { return .notImplemented }
  return setUpdate(a, b) < 0 ? .null : retained(a)
}

private func setAndInPlace(_ a: Value, _ b: Value) -> Value {
  if !isAnySet(b) { return .notImplemented }
  let common = setIntersection(a, b)
  if common.isNull { return .null }
  setAdopt(a, common)
  return retained(a)
}

private func setSubtractInPlace(_ a: Value, _ b: Value) -> Value {
  if !isAnySet(b) { return .notImplemented }
  return setDifferenceUpdate(a, b) < 0 ? .null : retained(a)
}

private func setXorInPlace(_ a: Value, _ b: Value) -> Value {
  if !isAnySet(b) { return .notImplemented }
  return setSymmetricDifferenceUpdate(a, b) < 0 ? .null : retained(a)
}

private func setUpSharedSlots(_ type: TypePointer, _ name: StaticString) {
  setUpType(
    type, name, size: MemoryLayout<MoltSet>.size,
    flags: UInt32(MOLT_TYPE_BASE | MOLT_TYPE_CONTAINER | MOLT_TYPE_WEAK | MOLT_TYPE_SET))
  type.pointee.weakOffset = UInt32(weakFieldOffset)
  type.pointee.destroy = { setDestroy($0!) }
  type.pointee.traverse = { setTraverse($0!, $1!, $2) }
  type.pointee.clear = { setClear(Value($0!).pointer()) }
  type.pointee.repr = { setRepr($0) }
  type.pointee.compare = { setCompare($0, $1, $2) }
  type.pointee.iterate = { newSetIterator($0) }
  type.pointee.length = { setCount($0) }
  type.pointee.contains = { setContains($0, $1) }
  setBinarySlot(type, Int(MOLT_OP_OR)) { setOr($0, $1) }
  setBinarySlot(type, Int(MOLT_OP_AND)) { setAnd($0, $1) }
  setBinarySlot(type, Int(MOLT_OP_SUB)) { setSubtract($0, $1) }
  setBinarySlot(type, Int(MOLT_OP_XOR)) { setXor($0, $1) }
}

/// Byte offset of MoltSet.weak.
private var weakFieldOffset: Int {
  var sample = MoltSet()
  return withUnsafeMutablePointer(to: &sample) { set in
    withUnsafeMutablePointer(to: &set.pointee.weak) { UnsafeMutableRawPointer($0) - UnsafeMutableRawPointer(set) }
  }
}

func setUpSetType() {
  let mutable = Types.set
  setUpSharedSlots(mutable, "set")
  mutable.pointee.construct = { setConstruct($0, $1, $2, $3) }
  mutable.pointee.initialize = { setInitialize($0, $1, $2, $3) }
  setInPlaceSlot(mutable, Int(MOLT_OP_OR)) { setOrInPlace($0, $1) }
  setInPlaceSlot(mutable, Int(MOLT_OP_AND)) { setAndInPlace($0, $1) }
  setInPlaceSlot(mutable, Int(MOLT_OP_SUB)) { setSubtractInPlace($0, $1) }
  setInPlaceSlot(mutable, Int(MOLT_OP_XOR)) { setXorInPlace($0, $1) }
  markUnhashable(mutable)
  addSharedSetMethods(mutable)
  addMutatingSetMethods(mutable)
  finishType(mutable)

  let frozen = Types.frozenset
  setUpSharedSlots(frozen, "frozenset")
  frozen.pointee.construct = { frozensetConstruct($0, $1, $2, $3) }
  frozen.pointee.hash = { frozensetHash($0) }
  addSharedSetMethods(frozen)
  finishType(frozen)
  emptyFrozenset = newSet(ofType: frozen)
  emptyFrozenset.object.pointee.refCount = UInt32(MOLT_IMMORTAL)
}
