import MoltABI

// Method resolution order: C3 linearisation (`mro_implementation` of Objects/typeobject.c).

/// The order of a new class with these bases: an owned tuple that starts with the class, or null with an exception set.
func linearize(_ type: TypePointer, _ bases: Value) -> Value {
  let count = tupleCount(bases)
  // While a metaclass's mro() runs, its class has no order yet.
  for index in 0..<count where asType(tupleItems(bases)[index]).pointee.mro.isNull {
    return raise(Exceptions.typeError) {
      $0.append("Cannot extend an incomplete type '")
      $0.append(asType(tupleItems(bases)[index]).pointee.name)
      $0.append("'")
    }
  }
  if count == 1 {
    let base = asType(tupleItems(bases)[0]).pointee.mro
    let length = tupleCount(base)
    let mro = newTuple(length + 1)
    tupleItems(mro)[0] = retained(Value(type))
    for index in 0..<length { tupleItems(mro)[index + 1] = retained(tupleItems(base)[index]) }
    return mro
  }
  for index in 0..<count {
    for other in 0..<index where tupleItems(bases)[other] == tupleItems(bases)[index] {
      return raise(Exceptions.typeError) {
        $0.append("duplicate base class ")
        $0.append(asType(tupleItems(bases)[index]).pointee.name)
      }
    }
  }
  var total = 1
  for index in 0..<count { total += tupleCount(asType(tupleItems(bases)[index]).pointee.mro) }
  return withUnsafeTemporaryAllocation(of: Value.self, capacity: total) { order in
    withUnsafeTemporaryAllocation(of: Int.self, capacity: count + 1) { positions in
      order[0] = Value(type)
      let length = merge(bases, order.baseAddress!, positions.baseAddress!)
      return length < 0 ? .null : makeTuple(order.baseAddress!, length)
    }
  }
}

/// Merges the bases' orders and the list of bases itself behind order[0]; -1 with an exception set when there is no
/// order.
private func merge(_ bases: Value, _ order: UnsafeMutablePointer<Value>, _ positions: UnsafeMutablePointer<Int>) -> Int
{
  let count = tupleCount(bases)
  var length = 1
  for index in 0...count { positions[index] = 0 }
  /// The list of candidate source `index`: a base's order or, last, the bases.
  func list(_ index: Int) -> Value { index == count ? bases : asType(tupleItems(bases)[index]).pointee.mro }
  func isInTail(_ candidate: Value) -> Bool {
    for index in 0...count {
      let items = list(index)
      var position = positions[index] + 1
      while position < tupleCount(items) {
        if tupleItems(items)[position] == candidate { return true }
        position += 1
      }
    }
    return false
  }
  while true {
    var exhausted = 0
    var chosen = Value.null
    for index in 0...count {
      let items = list(index)
      if positions[index] >= tupleCount(items) {
        exhausted += 1
        continue
      }
      let candidate = tupleItems(items)[positions[index]]
      if !isInTail(candidate) {
        chosen = candidate
        break
      }
    }
    if exhausted == count + 1 { return length }
    if chosen.isNull {
      raiseInconsistent(bases, positions)
      return -1
    }
    order[length] = chosen
    length += 1
    for index in 0...count {
      let items = list(index)
      if positions[index] < tupleCount(items) && tupleItems(items)[positions[index]] == chosen { positions[index] += 1 }
    }
  }
}

private func raiseInconsistent(_ bases: Value, _ positions: UnsafeMutablePointer<Int>) {
  let count = tupleCount(bases)
  // The heads that are left, as a set whose order is that of a dict.
  let heads = newDict()
  for index in 0...count {
    let items = index == count ? bases : asType(tupleItems(bases)[index]).pointee.mro
    if positions[index] < tupleCount(items) { _ = dictSet(heads, tupleItems(items)[positions[index]], .none) }
  }
  raise(Exceptions.typeError) {
    $0.append("Cannot create a consistent method resolution\norder (MRO) for bases ")
    var position = 0
    var key = Value.null
    var value = Value.null
    var first = true
    while dictNext(heads, &position, &key, &value) {
      if !first { $0.append(", ") }
      $0.append(asType(key).pointee.name)
      first = false
    }
  }
  release(heads)
}

/// Sets a type's order: by its metaclass's `mro()` where that is overridden, else C3. False: an exception is set.
func computeMRO(_ type: TypePointer) -> Bool {
  let meta = type.pointee.header.type!
  var mro: Value
  let method = meta == Types.type ? Value.null : lookupInType(meta, Names.mroWord)
  if method.isNull || typeOf(method) == Types.methodDescriptor {
    mro = linearize(type, type.pointee.bases)
  } else {
    let result = callMethod(Value(type), Names.mroWord)
    if result.isNull { return false }
    mro = tupleOf(result)
    release(result)
    if !mro.isNull && !checkCustomMRO(type, mro) {
      release(mro)
      mro = .null
    }
  }
  if mro.isNull { return false }
  replace(&type.pointee.mro, with: mro)
  // What was looked up without an order was not there; it may be now.
  forgetLookups(type)
  return true
}

private func checkCustomMRO(_ type: TypePointer, _ mro: Value) -> Bool {
  let solid = solidBase(type)
  for index in 0..<tupleCount(mro) {
    let item = tupleItems(mro)[index]
    if !isType(item) {
      raiseTypeError("mro() returned a non-class ('", item, "')")
      return false
    }
    // While the class is made it has no order yet that would tell.
    let wanted = solidBase(asType(item))
    if wanted != solid && wanted != type && !derivesByLayout(solid, wanted) {
      raise(Exceptions.typeError) {
        $0.append("mro() returned base with unsuitable layout ('")
        $0.append(asType(item).pointee.name)
        $0.append("')")
      }
      return false
    }
  }
  return true
}

/// Whether `base` is among the bases that fix the layout of a type.
func derivesByLayout(_ type: TypePointer, _ base: TypePointer) -> Bool {
  var current: TypePointer? = type
  while let candidate = current {
    if candidate == base { return true }
    current = candidate.pointee.base
  }
  return false
}

/// tuple(iterable), owned.
func tupleOf(_ iterable: Value) -> Value {
  let list = newList()
  let iterator = iterate(iterable)
  if iterator.isNull {
    release(list)
    return .null
  }
  while true {
    let item = nextItem(iterator)
    if item.isNull { break }
    listAppend(list, item)
    release(item)
  }
  release(iterator)
  var result = Value.null
  if !exceptionIsSet {
    result = makeTuple(list.pointer(MoltList.self).pointee.items, list.pointer(MoltList.self).pointee.length)
  }
  release(list)
  return result
}
