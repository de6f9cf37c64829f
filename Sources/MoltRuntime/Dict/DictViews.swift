import MoltABI

// dict_keys, dict_values and dict_items.

struct DictView {
  var header: MoltObject
  var dict: Value
}

func newDictView(_ type: TypePointer, _ dict: Value) -> Value {
  let view = Value(allocateObject(type, MemoryLayout<DictView>.size))
  view.pointer(DictView.self).pointee.dict = retained(dict)
  return view
}

@inline(__always) private func viewedDict(_ view: Value) -> Value { view.pointer(DictView.self).pointee.dict }

@inline(__always) private func isKeys(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.dictKeys
}

@inline(__always) private func isItems(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type == Types.dictItems
}

/// The views that behave as sets.
@inline(__always) private func isSetLike(_ value: Value) -> Bool { isKeys(value) || isItems(value) }

private func viewIterate(_ view: Value) -> Value {
  let type = typeOf(view)
  let iterator =
    type == Types.dictKeys
    ? Types.dictKeyiterator : type == Types.dictValues ? Types.dictValueiterator : Types.dictItemiterator
  return newDictIterator(iterator, viewedDict(view))
}

private func viewReversed(_ view: Value) -> Value {
  let type = typeOf(view)
  let iterator =
    type == Types.dictKeys
    ? Types.dictReversekeyiterator
    : type == Types.dictValues ? Types.dictReversevalueiterator : Types.dictReverseitemiterator
  return newDictReverseIterator(iterator, viewedDict(view))
}

private func viewRepr(_ view: Value) -> Value {
  if !enterRepr(view) { return makeString("...") }
  defer { leaveRepr() }
  let items = listFrom(view)
  if items.isNull { return .null }
  defer { release(items) }
  var text = StringBuilder()
  text.append(typeName(view))
  text.append("(")
  if !text.appendRepr(items) {
    text.discard()
    return .null
  }
  text.append(")")
  return text.finish()
}

private func itemsContain(_ view: Value, _ item: Value) -> Int32 {
  if !isTuple(item) || tupleCount(item) != 2 { return 0 }
  let found = dictGet(viewedDict(view), tupleItems(item)[0])
  if found.isNull { return exceptionIsSet ? -1 : 0 }
  retain(found)
  let isEqual = sameOrEqual(found, tupleItems(item)[1])
  release(found)
  return isEqual
}

private func viewContains(_ view: Value, _ item: Value) -> Int32 {
  isKeys(view) ? dictContains(viewedDict(view), item) : itemsContain(view, item)
}

// --------------------------------------------------------------------------------------------------- set operations

/// set(view) or, when a view is the right operand only, set(other), as an owned exact set.
private func setOf(_ operand: Value) -> Value {
  setFrom(isKeys(operand) && isExactDict(viewedDict(operand)) ? viewedDict(operand) : operand)
}

private func viewOr(_ a: Value, _ b: Value) -> Value {
  let result = setOf(a)
  if result.isNull || setUpdate(result, b) == 0 { return result }
  release(result)
  return .null
}

private func viewSubtract(_ a: Value, _ b: Value) -> Value {
  let result = setOf(a)
  if result.isNull || setDifferenceUpdate(result, b) == 0 { return result }
  release(result)
  return .null
}

private func viewXor(_ a: Value, _ b: Value) -> Value {
  if isItems(a) && isItems(b) { return itemsXor(viewedDict(a), viewedDict(b)) }
  let result = setOf(a)
  if result.isNull || setSymmetricDifferenceUpdate(result, b) == 0 { return result }
  release(result)
  return .null
}

/// items ^ items without building both sets first (dictitems_xor).
private func itemsXor(_ first: Value, _ second: Value) -> Value {
  let rest = dictCopy(first)
  let result = newSet()
  var isFailed = false
  var position = 0
  var key = Value.null, value = Value.null
  while !isFailed && dictNext(second, &position, &key, &value) {
    retain(key)
    retain(value)
    let other = dictGet(rest, key)
    var isSame: Int32 = other.isNull ? (exceptionIsSet ? -1 : 0) : 0
    if !other.isNull {
      retain(other)
      isSame = sameOrEqual(other, value)
      release(other)
    }
    if isSame < 0 {
      isFailed = true
    } else if isSame > 0 {
      isFailed = dictDelete(rest, key) < 0
    } else {
      let pair = makeTuple(key, value)
      isFailed = setAdd(result, pair) < 0
      release(pair)
    }
    release(key)
    release(value)
  }
  if !isFailed {
    let remaining = newDictView(Types.dictItems, rest)
    isFailed = setUpdate(result, remaining) < 0
    release(remaining)
  }
  release(rest)
  if !isFailed { return result }
  release(result)
  return .null
}

/// view & other (_PyDictView_Intersect): which operand is iterated decides the order of the result.
private func viewAnd(_ a: Value, _ b: Value) -> Value {
  var view = a, other = b
  if !isSetLike(view) {
    view = b
    other = a
  }
  if other.isObject, other.object.pointee.type == Types.set, dictCount(viewedDict(view)) <= setCount(other) {
    return setIntersection(other, view)
  }
  if isSetLike(other), dictCount(viewedDict(other)) > dictCount(viewedDict(view)) {
    let swapped = view
    view = other
    other = swapped
  }
  let result = newSet()
  let isComplete = forEachItem(other) { item in
    let isFound = viewContains(view, item)
    return isFound == 0 || (isFound > 0 && setAdd(result, item) == 0)
  }
  if isComplete { return result }
  release(result)
  return .null
}

/// Whether every item of one is in the other: 1, 0, -1 with an exception set.
private func allContained(_ iterable: Value, _ container: Value) -> Int32 {
  var result: Int32 = 1
  let isComplete = forEachItem(iterable) { item in
    result = molt_contains(container, item)
    return result > 0
  }
  return isComplete ? result : -1
}

private func viewCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if !isAnySet(b) && !isSetLike(b) { return .notImplemented }
  let countA = dictCount(viewedDict(a))
  let countB = lengthOf(b)
  if countB < 0 { return .null }
  var holds: Int32 = 0
  switch op {
  case Int32(MOLT_EQ), Int32(MOLT_NE): if countA == countB { holds = allContained(a, b) }
  case Int32(MOLT_LT): if countA < countB { holds = allContained(a, b) }
  case Int32(MOLT_LE): if countA <= countB { holds = allContained(a, b) }
  case Int32(MOLT_GT): if countA > countB { holds = allContained(b, a) }
  default: if countA >= countB { holds = allContained(b, a) }
  }
  if holds < 0 { return .null }
  return Value(op == Int32(MOLT_NE) ? holds == 0 : holds == 1)
}

private func viewIsDisjoint(_ receiver: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var view = receiver, other = args.unsafelyUnwrapped[0]
  if view == other { return Value(dictCount(viewedDict(view)) == 0) }
  if isAnySet(other) || isSetLike(other) {
    let length = lengthOf(other)
    if length < 0 { return .null }
    if length > dictCount(viewedDict(view)) {
      let swapped = view
      view = other
      other = swapped
    }
  }
  var isFound: Int32 = 0
  let isComplete = forEachItem(other) { item in
    isFound = molt_contains(view, item)
    return isFound == 0
  }
  return isComplete ? Value(isFound == 0) : .null
}

// ------------------------------------------------------------------------------------------------------------ types

private func viewDestroy(_ object: ObjectPointer) {
  release(viewedDict(Value(object)))
  freeObject(object, MemoryLayout<DictView>.size)
}

private func setUpDictView(_ type: TypePointer, _ name: StaticString) {
  setUpType(type, name, size: MemoryLayout<DictView>.size, flags: UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.destroy = { viewDestroy($0!) }
  type.pointee.traverse = { object, visit, context in visit!(viewedDict(Value(object!)), context) }
  type.pointee.repr = { viewRepr($0) }
  type.pointee.iterate = { viewIterate($0) }
  type.pointee.length = { dictCount(viewedDict($0)) }
  if type != Types.dictValues {
    type.pointee.contains = { viewContains($0, $1) }
    type.pointee.compare = { viewCompare($0, $1, $2) }
    markUnhashable(type)
    setBinarySlot(type, Int(MOLT_OP_SUB)) { viewSubtract($0, $1) }
    setBinarySlot(type, Int(MOLT_OP_AND)) { viewAnd($0, $1) }
    setBinarySlot(type, Int(MOLT_OP_OR)) { viewOr($0, $1) }
    setBinarySlot(type, Int(MOLT_OP_XOR)) { viewXor($0, $1) }
    addMethod(type, "isdisjoint", 1, 1, { viewIsDisjoint($0, $1, $2, $3) })
  }
  addMethod(type, "__reversed__", 0, 0, { receiver, _, _, _ in viewReversed(receiver) })
  addGetter(type, "mapping", { newMappingProxy(viewedDict($0)) })
  finishType(type)
}

func setUpDictViewTypes() {
  setUpDictView(Types.dictKeys, "dict_keys")
  setUpDictView(Types.dictValues, "dict_values")
  setUpDictView(Types.dictItems, "dict_items")
}
