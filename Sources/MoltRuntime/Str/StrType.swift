import MoltABI

// The types str and str_iterator.

func destroyStringOrBoxed(_ object: ObjectPointer) {
  if object.pointee.type == Types.str { destroyString(object) } else { destroyBoxed(object) }
}

private func strCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  if !isStr(a) || !isStr(b) { return .notImplemented }
  if op == 2 { return Value(stringsEqual(a, b)) }
  if op == 3 { return Value(!stringsEqual(a, b)) }
  let order = compareText(StrView(a), StrView(b))
  return Value(orderSatisfies(order < 0 ? -1 : order > 0 ? 1 : 0, op))
}

private func strGetItem(_ v: Value, _ key: Value) -> Value {
  let text = StrView(v)
  if key.isSmallInt {
    var i = key.smallInt
    if i < 0 { i += Int64(text.count) }
    if i < 0 || i >= Int64(text.count) { return raise(Exceptions.indexError, "string index out of range") }
    return makeCharacter(text[Int(i)])
  }
  if isSlice(key) {
    var start = 0, stop = 0, step = 0
    return sliceBounds(key, &start, &stop, &step) ? strGetSlice(v, start, stop, step) : .null
  }
  if !isInt(key) && typeOf(key).pointee.toIndex == nil {
    return raiseTypeError("string indices must be integers, not '", key, "'")
  }
  var i = 0
  let index = indexValue(key)
  if index.isNull { return .null }
  var n: Int64 = 0
  let fits = toInt64(index, &n)
  release(index)
  if !fits {
    return raise(Exceptions.indexError) { b in
      b.append("cannot fit '")
      b.append(typeName(key))
      b.append("' into an index-sized integer")
    }
  }
  i = Int(clamping: n)
  if i < 0 { i += text.count }
  if i < 0 || i >= text.count { return raise(Exceptions.indexError, "string index out of range") }
  return makeCharacter(text[i])
}

/// The characters within bounds that `readBounds` has read.
func strGetSlice(_ v: Value, _ first: Int, _ bound: Int, _ step: Int) -> Value {
  let text = StrView(v)
  var start = first, stop = bound
  let count = adjustSlice(text.count, &start, &stop, step)
  return step == 1 ? textSlice(v, text, start, start + count) : steppedSlice(text, start, step, count)
}

private func steppedSlice(_ text: StrView, _ start: Int, _ step: Int, _ count: Int) -> Value {
  if count == 0 { return emptyString() }
  var b = StringBuilder(capacity: count)
  var i = start
  for _ in 0..<count {
    b.append(codePoint: text[i])
    i &+= step
  }
  return b.finish()
}

func strContains(_ v: Value, _ item: Value) -> Int32 {
  if !isStr(item) {
    return raiseStatus(Exceptions.typeError) { b in
      b.append("'in <string>' requires string as left operand, not ")
      b.append(typeName(item))
    }
  }
  let text = StrView(v)
  let part = StrView(item)
  if part.count == 1 && text.kind == 1 && text.count <= 16 {
    // A test for one of a few characters, which a call would take longer to set up than to do.
    let c = part[0]
    var i = 0
    while i < text.count {
      if UInt32(text.bytes[i]) == c { return 1 }
      i += 1
    }
    return 0
  }
  return findText(text, part) >= 0 ? 1 : 0
}

/// str(object) itself gives what `__str__` returned, even an instance of a subclass; a subclass copies the text.
private func textFor(_ callee: Value, _ value: Value) -> Value {
  let text = strOf(value)
  return callee == Value(Types.str) || text.isNull ? text : madeFor(callee, exactText(text), Types.str)
}

/// str(object='', encoding, errors).
private func constructStr(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if names.isNull && count == 1 { return textFor(callee, args.unsafelyUnwrapped[0]) }
  if names.isNull && count == 0 { return madeFor(callee, emptyString(), Types.str) }
  return withUnsafeTemporaryAllocation(of: Value.self, capacity: 3) { bound in
    let slots = bound.baseAddress.unsafelyUnwrapped
    if !bindParameters(Types.str.pointee.name, StrParameters.constructor, 0, 0, 3, args, Int(count), names, slots) {
      return .null
    }
    if slots[0].isNull { return madeFor(callee, emptyString(), Types.str) }
    if slots[1].isNull && slots[2].isNull { return textFor(callee, slots[0]) }
    for i in 1..<3 where !slots[i].isNull && !isStr(slots[i]) {
      return raise(Exceptions.typeError) { b in
        b.append(i == 1 ? "str() argument 'encoding' must be str, not " : "str() argument 'errors' must be str, not ")
        b.append(argumentTypeName(slots[i]))
      }
    }
    return madeFor(callee, decodeToStr(slots[0], slots[1], slots[2]), Types.str)
  }
}

/// A str result (owned) as an exact str (owned); null stays null.
private func exactText(_ v: Value) -> Value {
  if v.isNull || isExactStr(v) { return v }
  let exact = retained(exactStr(v))
  release(v)
  return exact
}

enum StrParameters {
  static var constructor = Value.null
}

// ---------------------------------------------------------------------------------------------------------- iterator

/// Layout of str_iterator and bytes_iterator.
struct TextIterator {
  var header: MoltObject
  var source: Value  // null once exhausted
  var position: Int
}

func newTextIterator(_ type: TypePointer, _ source: Value) -> Value {
  let p = UnsafeMutableRawPointer(allocateObject(type, MemoryLayout<TextIterator>.stride))
    .assumingMemoryBound(to: TextIterator.self)
  p.pointee.source = retained(source)
  return Value(p)
}

func destroyTextIterator(_ object: ObjectPointer) {
  releaseIfBound(UnsafeMutableRawPointer(object).assumingMemoryBound(to: TextIterator.self).pointee.source)
  freeObject(object, MemoryLayout<TextIterator>.stride)
}

func strIteratorNext(_ v: Value) -> Value {
  let it = v.pointer(TextIterator.self)
  if it.pointee.source.isNull { return .null }
  let text = StrView(it.pointee.source)
  let i = it.pointee.position
  if i >= text.count {
    replace(&it.pointee.source, with: .null)
    return .null
  }
  it.pointee.position = i + 1
  return makeCharacter(text[i])
}

/// What str_iterator and bytes_iterator have besides their items: how many are left, and what copy and pickle ask for.
func addTextIteratorMethods(_ t: TypePointer) {
  addMethod(
    t, "__length_hint__", 0, 0,
    { v, _, _, _ in makeInt(max(sourceLength(v) - v.pointer(TextIterator.self).pointee.position, 0)) })
  addMethod(
    t, "__reduce__", 0, 0,
    { v, _, _, _ in
      let it = v.pointer(TextIterator.self)
      if it.pointee.source.isNull {
        let isText = typeOf(v) == Types.strIterator || typeOf(v) == Types.strASCIIIterator
        return reduceToIter(tupleTaking(isText ? makeString("") : emptyTuple()))
      }
      return reduceToIter(makeTuple(it.pointee.source), Value(smallInt: Int64(it.pointee.position)))
    })
  addMethod(
    t, "__setstate__", 1, 1,
    { v, args, _, _ in
      var index = 0
      if !stateIndex(args.unsafelyUnwrapped[0], &index) { return .null }
      v.pointer(TextIterator.self).pointee.position = min(max(index, 0), sourceLength(v))
      return .none
    })
}

/// The number of items that the iterator goes over; 0 at its end.
private func sourceLength(_ v: Value) -> Int {
  let source = v.pointer(TextIterator.self).pointee.source
  return source.isNull ? 0 : isStr(source) ? StrView(source).count : BytesView(source).count
}

// ------------------------------------------------------------------------------------------------------------ set-up

func setUpStrType() {
  let t = Types.str
  setUpType(t, "str", size: MemoryLayout<MoltBoxed>.stride, flags: UInt32(MOLT_TYPE_BASE) | UInt32(MOLT_TYPE_STR))
  StrParameters.constructor = parameterNames("object encoding errors")
  t.pointee.destroy = { destroyStringOrBoxed($0!) }
  t.pointee.construct = constructStr
  t.pointee.repr = { stringRepr($0) }
  t.pointee.str = { retained(exactStr($0)) }
  t.pointee.hash = { stringHash($0) }
  t.pointee.compare = strCompare
  t.pointee.truth = { StrView($0).count > 0 ? 1 : 0 }
  t.pointee.length = { StrView($0).count }
  t.pointee.getItem = strGetItem
  t.pointee.contains = strContains
  t.pointee.iterate = {
    newTextIterator(StrView($0).isASCII ? Types.strASCIIIterator : Types.strIterator, exactStr($0))
  }
  t.pointee.concat = { isStr($1) ? concatenate($0, $1) : raiseConcatenation("str", $1) }
  t.pointee.repeat = { repeatText($0, $1) }
  setBinary(t, Operator.modulo) { a, b in isStr(a) ? formatPercent(a, b) : .notImplemented }
  addStrSearchMethods(t)
  addStrPartMethods(t)
  addStrLayoutMethods(t)
  addStrCaseMethods(t)
  addStrFormatMethods(t)
  finishType(t)
}

func setUpStrIteratorType() {
  setUpStrIterator(Types.strIterator, "str_iterator")
  setUpStrIterator(Types.strASCIIIterator, "str_ascii_iterator")
}

private func setUpStrIterator(_ t: TypePointer, _ name: StaticString) {
  setUpType(t, name, size: MemoryLayout<TextIterator>.stride, flags: 0)
  t.pointee.destroy = { destroyTextIterator($0!) }
  t.pointee.iterate = { retained($0) }
  t.pointee.next = strIteratorNext
  addTextIteratorMethods(t)
  finishType(t)
}
