import MoltABI

// The cycle collector: trial deletion over all container objects (as Modules/gcmodule.c does it), without a word of its
// own per object. Instead of copying reference counts, the counts themselves are reduced by every reference that comes
// from a container, which leaves exactly the references from outside (stack, compiled code, static storage); everything
// reached from objects with such references is restored, and so, in the end, is the rest. No Python code runs
// meanwhile.

/// Fewest container objects between two automatic collections.
private let leastGrowth: Int64 = 40_000

/// Where an automatic collection may run: called by what compiled code uses to make containers, never in the middle of
/// building an object.
@inline(__always) func collectionPoint() {
  if molt_heap.containers >= molt_heap.threshold { collectIfEnabled() }
}

@inline(never) private func collectIfEnabled() {
  if molt_heap.isEnabled == 0 || molt_heap.isCollecting != 0 || exceptionIsSet {
    molt_heap.threshold = molt_heap.containers + leastGrowth
    return
  }
  _ = collectCycles()
}

/// A growable array of objects outside the object heap.
private struct ObjectStack {
  var items: UnsafeMutablePointer<ObjectPointer>
  var count = 0
  var capacity: Int

  init() {
    capacity = 256
    items = allocateRaw(capacity * MemoryLayout<ObjectPointer>.stride).assumingMemoryBound(to: ObjectPointer.self)
  }

  mutating func push(_ object: ObjectPointer) {
    if count == capacity {
      let stride = MemoryLayout<ObjectPointer>.stride
      items = resizeRaw(items, capacity * stride, capacity * 2 * stride).assumingMemoryBound(to: ObjectPointer.self)
      capacity *= 2
    }
    items[count] = object
    count += 1
  }

  mutating func pop() -> ObjectPointer {
    count -= 1
    return items[count]
  }

  func free() { freeRaw(items, capacity * MemoryLayout<ObjectPointer>.stride) }
}

/// Whether an object takes part. Immortal ones do not, nor do static ones, which are immortal too: what they refer to
/// is referred to from outside. (Half the immortal count, because references are taken away and given back meanwhile.)
@inline(__always) private func takesPart(_ object: ObjectPointer) -> Bool {
  object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_CONTAINER) != 0
    && object.pointee.refCount < UInt32(MOLT_IMMORTAL) / 2 && object.pointee.aux & ObjectMark.dying == 0
}

/// Calls `visit` for everything a container refers to: what its type knows, and its heap type.
@inline(__always)
private func traverse(_ object: ObjectPointer, _ visit: @escaping MoltVisit, _ context: UnsafeMutableRawPointer?) {
  let type = object.pointee.type!
  type.pointee.traverse?(object, visit, context)
  if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) != 0 { visit(Value(type), context) }
}

/// Number of unreachable container objects that were found. Runs finalisers and weak reference callbacks.
func collectCycles() -> Int {
  if molt_heap.isCollecting != 0 { return 0 }
  molt_heap.isCollecting = 1
  let raised = takeException()
  var collected = 0
  var round = 0
  // Finalisers may bring objects back: after they ran, reachability is found anew. What dies is only what was
  // unreachable when no finaliser was left to run.
  while round < 8 {
    var garbage = findGarbage()
    if garbage.count == 0 {
      garbage.free()
      break
    }
    for index in 0..<garbage.count { garbage.items[index].pointee.refCount += 1 }
    if !runFinalizers(garbage) {
      collected += garbage.count
      breakCycles(&garbage)
      garbage.free()
      break
    }
    for index in 0..<garbage.count { release(Value(garbage.items[index])) }
    garbage.free()
    round += 1
  }
  molt_heap.isCollecting = 0
  molt_heap.threshold = molt_heap.containers + max(leastGrowth, molt_heap.containers)
  if !raised.isNull { restoreException(raised) }
  return collected
}

/// The container objects that nothing outside refers to, with all counts as they were.
private func findGarbage() -> ObjectStack {
  forEachObject { object in
    if takesPart(object) {
      traverse(
        object,
        { child, _ in
          if child.isObject { child.object.pointee.refCount &-= 1 }
        }, nil)
    }
  }
  var reached = ObjectStack()
  forEachObject { object in
    if takesPart(object) && object.pointee.refCount > 0 && object.pointee.aux & ObjectMark.reached == 0 {
      object.pointee.aux |= ObjectMark.reached
      reached.push(object)
      drain(&reached)
    }
  }
  reached.free()
  var garbage = ObjectStack()
  forEachObject { object in
    if object.pointee.aux & ObjectMark.reached != 0 {
      object.pointee.aux &= ~ObjectMark.reached
    } else if takesPart(object) {
      garbage.push(object)
    }
  }
  for index in 0..<garbage.count {
    traverse(
      garbage.items[index],
      { child, _ in
        if child.isObject { child.object.pointee.refCount &+= 1 }
      }, nil)
  }
  return garbage
}

/// Restores the counts that the objects on the stack gave, and reaches further containers through them.
private func drain(_ stack: inout ObjectStack) {
  withUnsafeMutablePointer(to: &stack) { stack in
    while stack.pointee.count > 0 {
      traverse(
        stack.pointee.pop(),
        { child, context in
          if !child.isObject { return }
          let target = child.object
          target.pointee.refCount &+= 1
          if target.pointee.aux & ObjectMark.reached == 0 && takesPart(target) {
            target.pointee.aux |= ObjectMark.reached
            context!.assumingMemoryBound(to: ObjectStack.self).pointee.push(target)
          }
        }, stack)
    }
  }
}

/// Clears weak references and calls finalisers that have not run; true if any of them did.
private func runFinalizers(_ garbage: ObjectStack) -> Bool {
  clearWeakReferences(garbage)
  var any = false
  for index in 0..<garbage.count {
    let object = garbage.items[index]
    if isSuspendable(object) {
      if finalizeOnce(generator(Value(object))) { any = true }
      continue
    }
    let flags = object.pointee.type.pointee.flags
    if flags & UInt32(MOLT_TYPE_FINALIZER) == 0 || object.pointee.aux & ObjectMark.finalized != 0 { continue }
    object.pointee.aux |= ObjectMark.finalized
    any = true
    callFinalizer(Value(object))
  }
  return any
}

/// First all references to garbage become dead, then the callbacks of those that are not garbage themselves run
/// (`handle_weakrefs`).
private func clearWeakReferences(_ garbage: ObjectStack) {
  var hasAny = false
  for index in 0..<garbage.count where !hasAny {
    let value = Value(garbage.items[index])
    if let list = weakListSlot(value, typeOf(value)), !list.pointee.isNull { hasAny = true }
  }
  if !hasAny { return }
  for index in 0..<garbage.count { garbage.items[index].pointee.aux |= ObjectMark.reached }
  var callbacks = WeakCallbacks()
  for index in 0..<garbage.count {
    callbacks.collect(Value(garbage.items[index])) { $0.object.pointee.aux & ObjectMark.reached != 0 }
  }
  for index in 0..<garbage.count { garbage.items[index].pointee.aux &= ~ObjectMark.reached }
  callbacks.call()
}

private func breakCycles(_ garbage: inout ObjectStack) {
  for index in 0..<garbage.count {
    let object = garbage.items[index]
    // Only what the others still hold needs clearing; the rest ends by itself.
    if object.pointee.refCount > 1 { object.pointee.type.pointee.clear?(object) }
  }
  for index in 0..<garbage.count { release(Value(garbage.items[index])) }
}
