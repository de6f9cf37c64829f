import MoltABI

// Small things that every container type needs: checks of constructor arguments, equality as containers define it, and
// the guard against a repr that contains itself.

/// Raises the TypeError of a constructor that was given keywords; true when there were none.
func rejectKeywords(_ names: Value, _ function: StaticString) -> Bool {
  if names.isNull || tupleCount(names) == 0 { return true }
  raise(Exceptions.typeError) { message in
    message.append(function)
    message.append("() takes no keyword arguments")
  }
  return false
}

/// The same for the constructor `own` of a built-in type, called for `type`: that it may derive from the built-in one and
/// have its own `__init__`, which then says itself which keywords there are.
func rejectKeywords(_ names: Value, _ function: StaticString, for type: TypePointer, of own: TypePointer) -> Bool {
  let isOwn =
    unsafeBitCast(type.pointee.initialize, to: Int.self) == unsafeBitCast(own.pointee.initialize, to: Int.self)
  return !isOwn || rejectKeywords(names, function)
}

/// Checks a count of positional arguments as _PyArg_CheckPositional does; false with TypeError set.
func checkCount(_ count: Int32, _ least: Int, _ most: Int, _ function: StaticString) -> Bool {
  let given = Int(count)
  if given >= least && given <= most { return true }
  let isShort = given < least
  let bound = isShort ? least : most
  raise(Exceptions.typeError) { message in
    message.append(function)
    message.append(" expected ")
    message.append(least == most ? "" : isShort ? "at least " : "at most ")
    message.append(int: bound)
    message.append(bound == 1 ? " argument, got " : " arguments, got ")
    message.append(int: given)
  }
  return false
}

/// Checks the arguments of a method as PyArg_ParseTuple does; false with TypeError set. `function` is qualified, as the
/// message about keywords wants it; the one about counts names its last part only.
func checkParsed(_ function: StaticString, _ names: Value, _ count: Int32, _ least: Int, _ most: Int) -> Bool {
  if !rejectKeywords(names, function) { return false }
  let given = Int(count)
  if given >= least && given <= most { return true }
  var start = function.utf8CodeUnitCount
  while start > 0 && function.utf8Start[start - 1] != 46 { start -= 1 }
  let bound = given < least ? least : most
  raise(Exceptions.typeError) { message in
    message.append(utf8: function.utf8Start + start, function.utf8CodeUnitCount - start)
    message.append("() takes ")
    message.append(least == most ? "exactly " : given < least ? "at least " : "at most ")
    message.append(int: bound)
    message.append(bound == 1 ? " argument (" : " arguments (")
    message.append(int: given)
    message.append(" given)")
  }
  return false
}

/// Equality as containers see it: an object equals itself whatever its `__eq__` says. -1 with an exception set.
@inline(__always) func sameOrEqual(_ a: Value, _ b: Value) -> Int32 {
  if a == b { return 1 }
  if a.isSmallInt && b.isSmallInt { return 0 }
  if a.isFloat && b.isFloat { return a.float == b.float ? 1 : 0 }
  let known = equalWithoutCode(a, b)
  return known >= 0 ? known : compareTruth(a, b, Int32(MOLT_EQ))
}

/// Equality as containers see it, as far as it can be told without running any code: 1 or 0; -1: not this way. Tuples
/// count when that holds for their items.
@inline(__always) func equalWithoutCode(_ a: Value, _ b: Value) -> Int32 {
  if a == b { return 1 }
  if a.isSmallInt && b.isSmallInt { return 0 }
  if !a.isObject || !b.isObject { return -1 }
  let type = a.object.pointee.type
  if type != b.object.pointee.type { return -1 }
  if type == Types.str { return stringsEqual(a, b) ? 1 : 0 }
  return type == Types.tuple ? tuplesEqualWithoutCode(a, b) : -1
}

@inline(never) private func tuplesEqualWithoutCode(_ a: Value, _ b: Value) -> Int32 {
  let count = tupleCount(a)
  if count != tupleCount(b) {
    // Code of the items before the end of the shorter one could still run.
    return -1
  }
  let itemsA = tupleItems(a), itemsB = tupleItems(b)
  for index in 0..<count {
    let x = itemsA[index], y = itemsB[index]
    if x == y { continue }
    if x.isSmallInt && y.isSmallInt { return 0 }
    if x.isFloat && y.isFloat {
      if x.float != y.float { return 0 }
      continue
    }
    if isExactStr(x) && isExactStr(y) {
      if !stringsEqual(x, y) { return 0 }
      continue
    }
    return -1
  }
  return 1
}

/// The comparison's result for two values that order as -1, 0 or 1.
@inline(__always) func orderHolds(_ order: Int, _ op: Int32) -> Bool {
  switch op {
  case Int32(MOLT_LT): return order < 0
  case Int32(MOLT_LE): return order <= 0
  case Int32(MOLT_EQ): return order == 0
  case Int32(MOLT_NE): return order != 0
  case Int32(MOLT_GT): return order > 0
  default: return order >= 0
  }
}

/// Gives a type the `__class_getitem__` that makes generic aliases: list[int].
func addClassGetItem(_ type: TypePointer) {
  addClassMethod(
    type, "__class_getitem__", 1, 1, { cls, args, _, _ in newGenericAlias(cls, args.unsafelyUnwrapped[0]) })
}

/// Makes a type's instances unhashable.
func markUnhashable(_ type: TypePointer) {
  type.pointee.hash = { hashNotImplemented($0) }
  addTypeAttribute(type, Names.hash, .none)
}

// ------------------------------------------------------------------------------------------------------- repr guard

/// The containers whose repr is being made, innermost last.
private var reprStack: UnsafeMutablePointer<ObjectPointer>? = nil
private var reprDepth = 0
private var reprCapacity = 0

/// Notes that the repr of a container begins: false when it is already being made further out, and the caller writes
/// an abbreviation instead. After true, `leaveRepr` must follow.
func enterRepr(_ value: Value) -> Bool {
  let object = value.object
  var index = reprDepth
  while index > 0 {
    index -= 1
    if reprStack.unsafelyUnwrapped[index] == object { return false }
  }
  if reprDepth == reprCapacity {
    let size = MemoryLayout<ObjectPointer>.size
    let capacity = reprCapacity == 0 ? 16 : reprCapacity * 2
    let block =
      reprStack == nil
      ? allocateRaw(capacity * size)
      : resizeRaw(UnsafeMutableRawPointer(reprStack.unsafelyUnwrapped), reprCapacity * size, capacity * size)
    reprStack = block.assumingMemoryBound(to: ObjectPointer.self)
    reprCapacity = capacity
  }
  reprStack.unsafelyUnwrapped[reprDepth] = object
  reprDepth += 1
  return true
}

func leaveRepr() { reprDepth -= 1 }
