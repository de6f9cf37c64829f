import MoltABI

// Instances for compiled code that calls `__init__` itself. A maker is what a place of compiled code knows of the class
// that is called there: where its cells come from, and its initialiser.

/// A new instance for compiled code that calls `initializer` on it itself; null, without an exception, where calling the
/// class would do anything else: another metaclass, `__new__`, or `__init__`. From then on the code makes instances of
/// the class alone, while cells are free and no collection is due.
@c(molt_begin_instance)
func molt_begin_instance(_ callee: Value, _ initializer: Value, _ address: UnsafeMutableRawPointer) -> Value {
  guard initializer != noFunction, callee.isObject, callee.object.pointee.type == Types.type else { return .null }
  let type = asType(callee)
  guard type.pointee.flags & UInt32(MOLT_TYPE_HEAP | MOLT_TYPE_ABSTRACT) == UInt32(MOLT_TYPE_HEAP),
    unsafeBitCast(type.pointee.construct, to: Int.self) == unsafeBitCast(Types.object.pointee.construct, to: Int.self),
    lookupInType(type, Names.init_) == initializer
  else { return .null }
  let maker = address.assumingMemoryBound(to: MoltMaker.self)
  if type.pointee.version != maker.pointee.version { fill(maker, type, initializer) }
  return newInstance(type)
}

private func fill(_ maker: UnsafeMutablePointer<MoltMaker>, _ type: TypePointer, _ initializer: Value) {
  // What compiled code does not do: an instance that is no container, one with fields behind its end, a large one.
  guard type.pointee.flags & UInt32(MOLT_TYPE_CONTAINER) != 0, Int32(bitPattern: type.pointee.dictOffset) >= 0,
    Int32(bitPattern: type.pointee.weakOffset) >= 0, isRemembered(type, Names.init_),
    let bin = objectBin(Int(type.pointee.basicSize))
  else { return }
  maker.pointee = MoltMaker(
    version: type.pointee.version, bytes: UInt32(bin.bytes), bin: bin.pages, initializer: initializer)
}
