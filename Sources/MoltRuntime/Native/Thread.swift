import MoltABI

// The module `_thread` as a program with one thread sees it: locks keep count of who holds them, and nothing else can
// release what this thread waits for. CPython: Modules/_threadmodule.c.

// A lock is a native iterator object: n is how often it is held.

private enum Locks {
  static var lock: TypePointer? = nil
  static var reentrant: TypePointer? = nil
}

/// The number that stands for the only thread.
func threadIdent() -> Int64 {
  withUnsafeMutablePointer(to: &molt_thread) { Int64(Int(bitPattern: $0)) }
}

/// Checks `blocking` and `timeout` of acquire(); false with an exception set.
private func acquireArguments(_ args: Arguments, _ blocks: inout Bool, _ seconds: inout Double) -> Bool {
  blocks = true
  seconds = -1
  if !args[0].isNull {
    let truth = truthOf(args[0])
    if truth < 0 { return false }
    blocks = truth == 1
  }
  if !args[1].isNull {
    let number = call1(Value(Types.float), args[1])
    if number.isNull { return false }
    seconds = floatValue(number)
    release(number)
  }
  if !blocks && seconds != -1 {
    raise(Exceptions.valueError, "can't specify a timeout for a non-blocking call")
    return false
  }
  if seconds < 0 && seconds != -1 {
    raise(Exceptions.valueError, "timeout value must be a non-negative number")
    return false
  }
  return true
}

private func acquire(_ this: Value, _ args: Arguments) -> Value {
  var blocks = true, seconds = -1.0
  if !acquireArguments(args, &blocks, &seconds) { return .null }
  let it = nativeIterator(this)
  if it.pointee.n == 0 || typeOf(this) != Locks.lock {
    it.pointee.n += 1
    return .true
  }
  if !blocks { return .false }
  if seconds < 0 { return raise(Exceptions.runtimeError, "deadlock: no other thread can release the lock") }
  _ = molt_system_sleep(Int64(min(seconds, 1e9) * 1e9))
  return .false
}

private func releaseLock(_ this: Value) -> Value {
  let it = nativeIterator(this)
  if it.pointee.n == 0 {
    return raise(
      Exceptions.runtimeError,
      typeOf(this) == Locks.lock ? "release unlocked lock" : "cannot release un-acquired lock")
  }
  it.pointee.n -= 1
  return .none
}

private func lockRepr(_ this: Value) -> Value {
  let it = nativeIterator(this)
  var text = StringBuilder()
  text.append(it.pointee.n > 0 ? "<locked " : "<unlocked ")
  appendTypeName(&text, typeOf(this))
  text.append(" object ")
  if typeOf(this) != Locks.lock {
    text.append("owner=")
    text.append(int64: it.pointee.n > 0 ? threadIdent() : 0)
    text.append(" count=")
    text.append(int: it.pointee.n)
    text.append(" ")
  }
  text.append("at ")
  appendAddress(&text, this)
  text.append(">")
  return text.finish()
}

private func makeLockType(_ name: StaticString, flags: UInt32, construct: @escaping MoltCall) -> TypePointer {
  let type = newTypeStorage()
  setUpNativeIterator(type, name, construct: construct, next: { _ in .null })
  type.pointee.flags = type.pointee.flags & ~UInt32(MOLT_TYPE_BASE) | flags
  type.pointee.weakOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.weak)!)
  type.pointee.destroy = { object in
    if !nativeIterator(Value(object!)).pointee.weak.isNull { clearWeakReferences(Value(object!)) }
    freeObject(object!, Int(object!.pointee.type.pointee.basicSize))
  }
  type.pointee.traverse = { _, _, _ in }
  type.pointee.clear = { _ in }
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.repr = { lockRepr($0) }
  addMethod(type, "acquire", 0, 2, { this, args, _, _ in acquire(this, args!) }, params: "blocking timeout")
  addMethod(type, "acquire_lock", 0, 2, { this, args, _, _ in acquire(this, args!) }, params: "blocking timeout")
  addMethod(type, "__enter__", 0, 2, { this, args, _, _ in acquire(this, args!) }, params: "blocking timeout")
  addMethod(type, "release", 0, 0, { this, _, _, _ in releaseLock(this) })
  addMethod(type, "release_lock", 0, 0, { this, _, _, _ in releaseLock(this) })
  addMethod(type, "__exit__", 0, 3, { this, _, _, _ in releaseLock(this) })
  addMethod(
    type, "_at_fork_reinit", 0, 0,
    { this, _, _, _ in
      nativeIterator(this).pointee.n = 0
      return .none
    })
  return type
}

func setUpThreadModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "This module provides primitive operations to write multi-threaded programs.")
  let lock = makeLockType("_thread.lock", flags: 0) { _, _, _, _ in .null }
  addMethod(lock, "locked", 0, 0, { this, _, _, _ in Value(nativeIterator(this).pointee.n > 0) })
  addMethod(lock, "locked_lock", 0, 0, { this, _, _, _ in Value(nativeIterator(this).pointee.n > 0) })
  finishType(lock)
  lock.pointee.construct = nil
  Locks.lock = lock
  let reentrant = makeLockType("_thread.RLock", flags: UInt32(MOLT_TYPE_BASE)) { callee, _, _, _ in
    newNativeIterator(callee, .null)
  }
  addMethod(reentrant, "_is_owned", 0, 0, { this, _, _, _ in Value(nativeIterator(this).pointee.n > 0) })
  addMethod(reentrant, "_recursion_count", 0, 0, { this, _, _, _ in makeInt(Int64(nativeIterator(this).pointee.n)) })
  addMethod(
    reentrant, "_release_save", 0, 0,
    { this, _, _, _ in
      let count = nativeIterator(this).pointee.n
      if count == 0 { return raise(Exceptions.runtimeError, "cannot release un-acquired lock") }
      nativeIterator(this).pointee.n = 0
      return makePair(makeInt(Int64(count)), makeInt(threadIdent()))
    })
  addMethod(
    reentrant, "_acquire_restore", 1, 1,
    { this, args, _, _ in
      var count = 0
      if !isTuple(args![0]) || tupleCount(args![0]) != 2 || !methodIndex(tupleItems(args![0])[0], &count) {
        return exceptionIsSet ? .null : raise(Exceptions.typeError, "_acquire_restore() argument must be a 2-tuple")
      }
      nativeIterator(this).pointee.n = count
      return .none
    })
  finishType(reentrant)
  Locks.reentrant = reentrant
  addType(module, "LockType", lock)
  addType(module, "RLock", reentrant)
  addType(module, "error", Exceptions.runtimeError)
  addFunction(module, "allocate_lock", 0, 0, { _, _, _, _ in newNativeIterator(Value(Locks.lock!), .null) })
  addFunction(module, "allocate", 0, 0, { _, _, _, _ in newNativeIterator(Value(Locks.lock!), .null) })
  addFunction(module, "get_ident", 0, 0, { _, _, _, _ in makeInt(threadIdent()) })
  addFunction(module, "get_native_id", 0, 0, { _, _, _, _ in makeInt(threadIdent()) })
  addFunction(module, "_count", 0, 0, { _, _, _, _ in Value(smallInt: 0) })
  addFunction(module, "stack_size", 0, 1, { _, _, _, _ in Value(smallInt: 0) })
  addFunction(
    module, "start_new_thread", 2, 3, { _, _, _, _ in raise(Exceptions.runtimeError, "can't start new thread") })
  addFunction(
    module, "interrupt_main", 0, 1, { _, _, _, _ in raise(Exceptions.keyboardInterrupt) })
  addConstant(module, "TIMEOUT_MAX", Value(9_223_372_036.0))
  addLocalType(module)
  return true
}

/// `_thread._local`: with one thread, an object with attributes.
private func addLocalType(_ module: ModulePointer) {
  let type = newTypeStorage()
  setUpNativeIterator(
    type, "_thread._local",
    construct: { callee, _, count, names in
      let hasArguments = count > 0 || (!names.isNull && tupleCount(names) > 0)
      let isPlain =
        lookupInType(asType(callee), Names.init_) == dictGetName(Types.object.pointee.dict, Names.init_)
      if hasArguments && isPlain {
        return raise(Exceptions.typeError, "Initialization arguments are not supported")
      }
      return newNativeIterator(callee, .null)
    }, next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.initialize = Types.object.pointee.initialize
  type.pointee.dictOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.d)!)
  addGetter(type, "__dict__", { retained(instanceDict($0, typeOf($0))) })
  finishType(type)
  addType(module, "_local", type)
}
