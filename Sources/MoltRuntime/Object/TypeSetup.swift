import MoltABI

// Making the built-in types: what every `setUp<Type>Type()` calls. The order is setUpType, then the fields of MoltType
// and the methods, then finishType. A type's base is finished before the type is set up.

/// Flags that every subtype has too.
@inline(__always) var inheritedTypeFlags: UInt32 {
  0x03ff_0000 | UInt32(MOLT_TYPE_MAPPING_PATTERN) | UInt32(MOLT_TYPE_SEQUENCE_PATTERN)
}

/// Starts a static built-in type. `name` may be dotted: then the front is the module, else it is `builtins`. `size`:
/// bytes of an instance without items.
func setUpType(_ type: TypePointer, _ name: StaticString, base: TypePointer? = nil, size: Int, flags: UInt32) {
  let t = type
  t.pointee.header.refCount = UInt32(MOLT_IMMORTAL)
  t.pointee.header.type = Types.type
  var dot = name.utf8CodeUnitCount - 1
  while dot >= 0 && name.utf8Start[dot] != 46 { dot -= 1 }
  if dot < 0 {
    t.pointee.name = intern(name)
    t.pointee.module = Names.builtinsWord
  } else {
    t.pointee.name = internText(name.utf8Start + dot + 1, name.utf8CodeUnitCount - dot - 1)
    t.pointee.module = internText(name.utf8Start, dot)
  }
  t.pointee.qualname = t.pointee.name
  let parent: TypePointer? = t == Types.object ? nil : base ?? Types.object
  t.pointee.base = parent
  t.pointee.basicSize = UInt32(truncatingIfNeeded: size)
  t.pointee.flags = flags | (parent.map { $0.pointee.flags & inheritedTypeFlags } ?? 0)
  t.pointee.dict = newDict()
}

/// The immortal interned str of UTF-8 text.
func internText(_ text: UnsafePointer<UInt8>, _ count: Int) -> Value {
  let fresh = makeString(utf8: text, count)
  let canonical = internImmortal(fresh)
  if canonical != fresh { release(fresh) }
  return canonical
}

/// The immortal interned str of a zero-terminated name.
func internName(cString text: UnsafePointer<CChar>) -> Value {
  internText(UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), c_strlen(text))
}

/// Adds a method; `params` and the counts are described at `newNative`.
func addMethod(
  _ type: TypePointer, _ name: StaticString, _ minimum: Int, _ maximum: Int, _ body: @escaping NativeBody,
  params: StaticString? = nil
) {
  let native = newNative(type, name, minimum, maximum, body, params)
  addTypeAttribute(type, native.pointee.name, newMethodDescriptor(native, Types.methodDescriptor))
}

/// Adds a class method: self is the class.
func addClassMethod(
  _ type: TypePointer, _ name: StaticString, _ minimum: Int, _ maximum: Int, _ body: @escaping NativeBody,
  params: StaticString? = nil
) {
  let native = newNative(type, name, minimum, maximum, body, params)
  addTypeAttribute(type, native.pointee.name, newMethodDescriptor(native, Types.classmethodDescriptor))
}

/// Adds a static method: self is null.
func addStaticMethod(
  _ type: TypePointer, _ name: StaticString, _ minimum: Int, _ maximum: Int, _ body: @escaping NativeBody,
  params: StaticString? = nil
) {
  let native = newNative(type, name, minimum, maximum, body, params)
  let function = newBuiltin(native, self: .null, module: .null)
  addTypeAttribute(type, native.pointee.name, newStaticMethod(function))
  release(function)
}

/// Adds a computed attribute. Without a setter it is read-only.
func addGetter(_ type: TypePointer, _ name: StaticString, _ get: @escaping Getter, set: Setter? = nil) {
  let key = intern(name)
  addTypeAttribute(type, key, newGetSetDescriptor(type, key, get, set))
}

/// Adds an attribute to a type's dictionary; `value` is consumed.
func addTypeAttribute(_ type: TypePointer, _ name: Value, _ value: Value) {
  dictSetName(type.pointee.dict, name, value)
  release(value)
}

/// The documentation string of a built-in type.
func setTypeDoc(_ type: TypePointer, _ text: StaticString) { type.pointee.doc = makeString(text) }

/// Ends the making of a built-in type: wrappers of its own slots in the dictionary, method resolution order, and the
/// slots of its base where it has none.
func finishType(_ type: TypePointer) {
  addSlotWrappers(type)
  let t = type
  if dictGetName(t.pointee.dict, Names.doc).isNull {
    dictSetName(t.pointee.dict, Names.doc, t.pointee.doc.isNull ? .none : t.pointee.doc)
  }
  if let base = t.pointee.base {
    t.pointee.bases = makeTuple(Value(base))
    let count = tupleCount(base.pointee.mro)
    t.pointee.mro = newTuple(count + 1)
    tupleItems(t.pointee.mro)[0] = Value(type)
    for index in 0..<count { tupleItems(t.pointee.mro)[index + 1] = retained(tupleItems(base.pointee.mro)[index]) }
    if t.pointee.dictOffset == 0 { t.pointee.dictOffset = base.pointee.dictOffset }
    if t.pointee.weakOffset == 0 { t.pointee.weakOffset = base.pointee.weakOffset }
    if t.pointee.itemSize == 0 { t.pointee.itemSize = base.pointee.itemSize }
    if t.pointee.basicSize == 0 { t.pointee.basicSize = base.pointee.basicSize }
    if t.pointee.traverse == nil && base.pointee.flags & UInt32(MOLT_TYPE_CONTAINER) != 0 {
      t.pointee.flags |= UInt32(MOLT_TYPE_CONTAINER)
      t.pointee.traverse = base.pointee.traverse
      if t.pointee.clear == nil { t.pointee.clear = base.pointee.clear }
    }
    if t.pointee.destroy == nil { t.pointee.destroy = base.pointee.destroy }
    // As in CPython, a built-in type with `object` as its base is made by the runtime only, unless it says how
    // (type_ready_set_new).
    if t.pointee.construct == nil && base != Types.object { t.pointee.construct = base.pointee.construct }
    if t.pointee.initialize == nil { t.pointee.initialize = base.pointee.initialize }
    inheritSlots(type, from: base)
    addSubclass(base, type)
  } else {
    t.pointee.bases = emptyTuple()
    t.pointee.mro = makeTuple(Value(type))
  }
  if t.pointee.dictOffset != 0 { t.pointee.flags |= UInt32(MOLT_TYPE_DICT) }
  if t.pointee.weakOffset != 0 { t.pointee.flags |= UInt32(MOLT_TYPE_WEAK) }
  if t.pointee.getAttribute.map({ unsafeBitCast($0, to: Int.self) }) == genericGetAttributeAddress {
    t.pointee.flags |= UInt32(MOLT_TYPE_PLAIN_GETATTR)
  }
  typeModified(type)
}

@inline(__always) func typeSlot(_ type: TypePointer, _ offset: Int) -> UnsafeMutablePointer<UnsafeMutableRawPointer?> {
  (UnsafeMutableRawPointer(type) + offset).assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
}

/// Fills the empty protocol slots from a base type. `compare` and `hash` go together: a type that defines equality
/// without a hash is unhashable (`inherit_slots` of typeobject.c).
func inheritSlots(_ type: TypePointer, from base: TypePointer) {
  let comparesItself = type.pointee.compare != nil || type.pointee.hash != nil
  let compare = type.pointee.compare
  let hash = type.pointee.hash
  var offset = Int(molt_type_first_slot())
  let end = Int(molt_type_end_slot())
  while offset + MemoryLayout<Int>.size <= end {
    let slot = typeSlot(type, offset)
    if slot.pointee == nil { slot.pointee = typeSlot(base, offset).pointee }
    offset += MemoryLayout<Int>.size
  }
  if comparesItself {
    type.pointee.compare = compare
    type.pointee.hash = hash
    if compare == nil { type.pointee.compare = base.pointee.compare }
  }
}

/// Registers a subclass so that changes of `base` reach it.
func addSubclass(_ base: TypePointer, _ subclass: TypePointer) {
  let size = MemoryLayout<TypePointer?>.size
  if base.pointee.subclassCount == base.pointee.subclassCapacity {
    let old = Int(base.pointee.subclassCapacity)
    let new = old == 0 ? 4 : old * 2
    let raw = base.pointee.subclasses.map { resizeRaw($0, old * size, new * size) } ?? allocateRaw(new * size)
    base.pointee.subclasses = raw.assumingMemoryBound(to: TypePointer?.self)
    base.pointee.subclassCapacity = UInt32(new)
  }
  base.pointee.subclasses[Int(base.pointee.subclassCount)] = subclass
  base.pointee.subclassCount += 1
}

func removeSubclass(_ base: TypePointer, _ subclass: TypePointer) {
  let count = Int(base.pointee.subclassCount)
  var index = 0
  while index < count && base.pointee.subclasses[index] != subclass { index += 1 }
  if index == count { return }
  // Keeps the order, which `__subclasses__()` shows.
  while index + 1 < count {
    base.pointee.subclasses[index] = base.pointee.subclasses[index + 1]
    index += 1
  }
  base.pointee.subclassCount -= 1
}
