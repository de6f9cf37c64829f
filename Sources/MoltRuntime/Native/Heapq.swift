import MoltABI

// The module `heapq`. The order of comparisons is that of CPython's Modules/_heapqmodule.c, so that items with a
// `__lt__` that has effects, or heaps of equal items, behave the same.

/// Checks the heap of a function, whose name says whether it has further arguments: "heappop() argument".
private func heapArgument(_ heap: Value, _ function: StaticString) -> Bool {
  if isList(heap) { return true }
  raise(Exceptions.typeError) {
    $0.append(function)
    $0.append(" must be list, not ")
    $0.append(typeName(heap))
  }
  return false
}

/// a < b (or b < a for a max heap): 1, 0, or -1 with an exception set. The items are kept alive by the caller's list
/// only, so they are retained while user code may run.
@inline(__always) private func isLess(_ a: Value, _ b: Value) -> Int32 {
  if a.isSmallInt && b.isSmallInt { return a.bits < b.bits ? 1 : 0 }
  if a.isFloat && b.isFloat { return a.float < b.float ? 1 : 0 }
  retain(a)
  retain(b)
  let result = compareTruth(a, b, Int32(MOLT_LT))
  release(a)
  release(b)
  return result
}

private func raiseSizeChanged() -> Bool {
  raise(Exceptions.runtimeError, "list changed size during iteration")
  return false
}

/// Moves the item at `position` towards the root until its parent is not greater.
private func siftDown(_ heap: Value, _ start: Int, _ from: Int, isMax: Bool) -> Bool {
  let size = listCount(heap)
  if from >= size {
    raise(Exceptions.indexError, "index out of range")
    return false
  }
  var position = from
  while position > start {
    let parent = (position - 1) >> 1
    let a = listItems(heap)[position], b = listItems(heap)[parent]
    let less = isMax ? isLess(b, a) : isLess(a, b)
    if less < 0 { return false }
    if size != listCount(heap) { return raiseSizeChanged() }
    if less == 0 { break }
    let items = listItems(heap)
    let other = items[parent]
    items[parent] = items[position]
    items[position] = other
    position = parent
  }
  return true
}

/// Moves the item at `position` to a leaf along the smaller children, then up to its place.
private func siftUp(_ heap: Value, _ from: Int, isMax: Bool) -> Bool {
  let end = listCount(heap)
  if from >= end {
    raise(Exceptions.indexError, "index out of range")
    return false
  }
  let limit = end >> 1
  var position = from
  while position < limit {
    var child = 2 * position + 1
    if child + 1 < end {
      let a = listItems(heap)[child], b = listItems(heap)[child + 1]
      let less = isMax ? isLess(b, a) : isLess(a, b)
      if less < 0 { return false }
      if less == 0 { child += 1 }
      if end != listCount(heap) { return raiseSizeChanged() }
    }
    let items = listItems(heap)
    let moved = items[child]
    items[child] = items[position]
    items[position] = moved
    position = child
  }
  return siftDown(heap, from, position, isMax: isMax)
}

/// Removes and returns the last item, owned. The list is not empty.
private func takeLast(_ heap: Value) -> Value {
  let list = heap.pointer(MoltList.self)
  list.pointee.length -= 1
  return list.pointee.items[list.pointee.length]
}

private func pop(_ heap: Value, isMax: Bool) -> Value {
  if !heapArgument(heap, isMax ? "_heappop_max() argument" : "heappop() argument") { return .null }
  if listCount(heap) == 0 { return raise(Exceptions.indexError, "index out of range") }
  let last = takeLast(heap)
  if listCount(heap) == 0 { return last }
  let result = listItems(heap)[0]
  listItems(heap)[0] = last
  if !siftUp(heap, 0, isMax: isMax) {
    release(result)
    return .null
  }
  return result
}

private func replaceTop(_ heap: Value, _ item: Value, isMax: Bool) -> Value {
  if !heapArgument(heap, isMax ? "_heapreplace_max() argument 1" : "heapreplace() argument 1") { return .null }
  if listCount(heap) == 0 { return raise(Exceptions.indexError, "index out of range") }
  let result = listItems(heap)[0]
  listItems(heap)[0] = retained(item)
  if !siftUp(heap, 0, isMax: isMax) {
    release(result)
    return .null
  }
  return result
}

private func heapify(_ heap: Value, isMax: Bool) -> Value {
  if !heapArgument(heap, isMax ? "_heapify_max() argument" : "heapify() argument") { return .null }
  var i = listCount(heap) / 2 - 1
  while i >= 0 {
    if !siftUp(heap, i, isMax: isMax) { return .null }
    i -= 1
  }
  return .none
}

func setUpHeapqModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "Heap queue algorithm (a.k.a. priority queue).")
  addFunction(
    module, "heappush", 2, 2,
    { _, args, _, _ in
      if !heapArgument(args![0], "heappush() argument 1") { return .null }
      listAppend(args![0], args![1])
      return siftDown(args![0], 0, listCount(args![0]) - 1, isMax: false) ? .none : .null
    })
  addFunction(module, "heappop", 1, 1, { _, args, _, _ in pop(args![0], isMax: false) })
  addFunction(module, "heapreplace", 2, 2, { _, args, _, _ in replaceTop(args![0], args![1], isMax: false) })
  addFunction(module, "heapify", 1, 1, { _, args, _, _ in heapify(args![0], isMax: false) })
  addFunction(
    module, "heappushpop", 2, 2,
    { _, args, _, _ in
      let heap = args![0], item = args![1]
      if !heapArgument(heap, "heappushpop() argument 1") { return .null }
      if listCount(heap) == 0 { return retained(item) }
      let less = isLess(listItems(heap)[0], item)
      if less < 0 { return .null }
      if less == 0 { return retained(item) }
      return replaceTop(heap, item, isMax: false)
    })
  addFunction(module, "_heappop_max", 1, 1, { _, args, _, _ in pop(args![0], isMax: true) })
  addFunction(module, "_heapreplace_max", 2, 2, { _, args, _, _ in replaceTop(args![0], args![1], isMax: true) })
  addFunction(module, "_heapify_max", 1, 1, { _, args, _, _ in heapify(args![0], isMax: true) })
  addFunction(module, "nlargest", 2, 3, { _, args, _, _ in select(args!, largest: true) }, params: "n iterable key")
  addFunction(module, "nsmallest", 2, 3, { _, args, _, _ in select(args!, largest: false) }, params: "n iterable key")
  addFunction(module, "merge", 0, -1, merge)
  return true
}

/// nlargest and nsmallest equal the front of a stable sort, which is what their documentation promises.
private func select(_ args: Arguments, largest: Bool) -> Value {
  var n = 0
  if !indexOf(args[0], &n) { return .null }
  let key = args[2].isNull || args[2].isNone ? Value.null : args[2]
  let sorted = sortedList(args[1], key: key, reverse: largest)
  if sorted.isNull { return .null }
  defer { release(sorted) }
  return makeList(UnsafePointer(listItems(sorted)), max(0, min(n, listCount(sorted))))
}

/// merge(*iterables, key=None, reverse=False): an iterator over the stable sort of all items. The inputs are consumed
/// at once rather than as needed.
private func merge(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var key = Value.null, reverse: Int32 = 0
  if !names.isNull {
    var i = 0
    while i < tupleCount(names) {
      let name = tupleItems(names)[i], value = args![Int(count) + i]
      if stringsEqual(name, intern("key")) {
        key = value.isNone ? .null : value
      } else if stringsEqual(name, intern("reverse")) {
        reverse = truthOf(value)
        if reverse < 0 { return .null }
      } else {
        return raise(Exceptions.typeError) {
          $0.append("merge() got an unexpected keyword argument '")
          $0.append(name)
          $0.append("'")
        }
      }
      i += 1
    }
  }
  let all = newList()
  defer { release(all) }
  var i = 0
  while i < Int(count) {
    if listExtend(all, args![i]) < 0 { return .null }
    i += 1
  }
  if listSort(all, key: key, reverse: reverse != 0) < 0 { return .null }
  return iterate(all)
}
