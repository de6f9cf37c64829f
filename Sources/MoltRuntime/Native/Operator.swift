import MoltABI

// The module `operator`: the operators as functions, and attrgetter, itemgetter and methodcaller.
// CPython: Modules/_operator.c.

private func binary(_ args: Arguments?, _ op: Int) -> Value { binaryOperation(Int32(op), args![0], args![1]) }
private func inPlace(_ args: Arguments?, _ op: Int) -> Value { inPlaceOperation(Int32(op), args![0], args![1]) }
private func compared(_ args: Arguments?, _ op: Int) -> Value { compare(args![0], args![1], Int32(op)) }

func setUpOperatorModule(_ m: ModulePointer) -> Bool {
  setDoc(m, "Operator interface.")
  /// Under its plain name and, where there is one, its special one.
  func add(_ name: StaticString, _ special: StaticString, _ count: Int, _ body: @escaping NativeBody) {
    addFunction(m, name, count, count, body)
    dictSetName(m.pointee.extra, intern(special), dictGetName(m.pointee.extra, intern(name)))
  }
  add("add", "__add__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_ADD)) }
  add("sub", "__sub__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_SUB)) }
  add("mul", "__mul__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_MUL)) }
  add("matmul", "__matmul__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_MATMUL)) }
  add("truediv", "__truediv__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_TRUEDIV)) }
  add("floordiv", "__floordiv__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_FLOORDIV)) }
  add("mod", "__mod__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_MOD)) }
  add("pow", "__pow__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_POW)) }
  add("lshift", "__lshift__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_LSHIFT)) }
  add("rshift", "__rshift__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_RSHIFT)) }
  add("or_", "__or__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_OR)) }
  add("xor", "__xor__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_XOR)) }
  add("and_", "__and__", 2) { _, a, _, _ in binary(a, Int(MOLT_OP_AND)) }
  add("concat", "__concat__", 2) { _, a, _, _ in joined(a![0], a![1], inPlace: false) }
  add("iconcat", "__iconcat__", 2) { _, a, _, _ in joined(a![0], a![1], inPlace: true) }
  add("iadd", "__iadd__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_ADD)) }
  add("isub", "__isub__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_SUB)) }
  add("imul", "__imul__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_MUL)) }
  add("imatmul", "__imatmul__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_MATMUL)) }
  add("itruediv", "__itruediv__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_TRUEDIV)) }
  add("ifloordiv", "__ifloordiv__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_FLOORDIV)) }
  add("imod", "__imod__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_MOD)) }
  add("ipow", "__ipow__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_POW)) }
  add("ilshift", "__ilshift__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_LSHIFT)) }
  add("irshift", "__irshift__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_RSHIFT)) }
  add("ior", "__ior__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_OR)) }
  add("ixor", "__ixor__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_XOR)) }
  add("iand", "__iand__", 2) { _, a, _, _ in inPlace(a, Int(MOLT_OP_AND)) }
  add("lt", "__lt__", 2) { _, a, _, _ in compared(a, Int(MOLT_LT)) }
  add("le", "__le__", 2) { _, a, _, _ in compared(a, Int(MOLT_LE)) }
  add("eq", "__eq__", 2) { _, a, _, _ in compared(a, Int(MOLT_EQ)) }
  add("ne", "__ne__", 2) { _, a, _, _ in compared(a, Int(MOLT_NE)) }
  add("gt", "__gt__", 2) { _, a, _, _ in compared(a, Int(MOLT_GT)) }
  add("ge", "__ge__", 2) { _, a, _, _ in compared(a, Int(MOLT_GE)) }
  add("neg", "__neg__", 1) { _, a, _, _ in negativeOf(a![0]) }
  add("pos", "__pos__", 1) { _, a, _, _ in positiveOf(a![0]) }
  add("invert", "__invert__", 1) { _, a, _, _ in invertedOf(a![0]) }
  add("inv", "__inv__", 1) { _, a, _, _ in invertedOf(a![0]) }
  add("abs", "__abs__", 1, absFunction)
  add("index", "__index__", 1) { _, a, _, _ in
    let index = indexValue(a![0])
    return index.isBool ? Value(smallInt: index == .true ? 1 : 0) : index
  }
  add("contains", "__contains__", 2) { _, a, _, _ in
    let found = contains(a![0], a![1])
    return found < 0 ? .null : Value(found != 0)
  }
  add("not_", "__not__", 1) { _, a, _, _ in
    let truth = truthOf(a![0])
    return truth < 0 ? .null : Value(truth == 0)
  }
  add("getitem", "__getitem__", 2) { _, a, _, _ in getItem(a![0], a![1]) }
  add("setitem", "__setitem__", 3) { _, a, _, _ in setItem(a![0], a![1], a![2]) < 0 ? .null : .none }
  add("delitem", "__delitem__", 2) { _, a, _, _ in deleteItem(a![0], a![1]) < 0 ? .null : .none }
  addFunction(
    m, "truth", 1, 1,
    { _, a, _, _ in
      let truth = truthOf(a![0])
      return truth < 0 ? .null : Value(truth != 0)
    })
  addFunction(m, "is_", 2, 2, { _, a, _, _ in Value(a![0] == a![1]) })
  addFunction(m, "is_not", 2, 2, { _, a, _, _ in Value(a![0] != a![1]) })
  addFunction(
    m, "countOf", 2, 2,
    { _, a, _, _ in
      var count: Int64 = 0
      let ok = forEachItem(a![0]) {
        let same = equal($0, a![1])
        if same == 1 { count += 1 }
        return same >= 0
      }
      return ok ? makeInt(count) : .null
    })
  addFunction(
    m, "indexOf", 2, 2,
    { _, a, _, _ in
      var index: Int64 = -1, found = false
      // Ends where the item is found: the rest of an iterator is not read.
      _ = forEachItem(a![0]) {
        index += 1
        let same = equal($0, a![1])
        found = same == 1
        return same == 0
      }
      if exceptionIsSet { return .null }
      return found ? makeInt(index) : raise(Exceptions.valueError, "sequence.index(x): x not in sequence")
    })
  addFunction(
    m, "length_hint", 1, 2,
    { _, a, count, _ in
      var fallback = 0
      if count > 1 && !indexOf(a![1], &fallback) { return .null }
      let hint = lengthHint(a![0], fallback)
      return hint < 0 ? .null : makeInt(Int64(hint))
    })
  addFunction(
    m, "call", 1, -1,
    { _, a, count, names in
      if count < 1 { return raise(Exceptions.typeError, "call expected at least 1 argument, got 0") }
      return call(a![0], a! + 1, Int(count) - 1, names: names)
    })
  // For copies of method callers.
  _ = partialType()
  addGetters(m)
  return true
}

/// Callables made of names or keys: a the tuple of them; for methodcaller a the name, b the arguments, c the keywords.
private func addCallable(
  _ m: ModulePointer, _ name: StaticString, _ dotted: StaticString, construct: @escaping MoltCall,
  call: @escaping MoltCall
) {
  let type = newTypeStorage()
  setUpNativeIterator(type, dotted, construct: construct, next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.call = call
  type.pointee.repr = callableRepr
  addMethod(type, "__reduce__", 0, 0, { this, _, _, _ in reduceCallable(this) })
  finishType(type)
  addType(m, name, type)
}

/// What a getter gives for one object: a single value, or a tuple for several names or keys.
private func collect(_ keys: Value, _ one: (Value) -> Value) -> Value {
  let count = tupleCount(keys)
  if count == 1 { return one(tupleItems(keys)[0]) }
  let result = newTuple(count)
  for i in 0..<count {
    let value = one(tupleItems(keys)[i])
    if value.isNull {
      release(result)
      return .null
    }
    tupleItems(result)[i] = value
  }
  return result
}

private func oneArgument(_ count: Int32, _ names: Value, _ name: StaticString) -> Bool {
  rejectKeywords(names, name) && checkCount(count, 1, 1, name)
}

/// How such a callable is written: its type, then its keys or its name and arguments.
private func callableRepr(_ this: Value) -> Value {
  let it = nativeIterator(this)
  let type = typeOf(this)
  var builder = StringBuilder()
  if type.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0 { builder.append("operator.") }
  builder.append(type.pointee.name)
  builder.append("(")
  if !enterRepr(this) {
    builder.append("...)")
    return builder.finish()
  }
  defer { leaveRepr() }
  var ok = true
  let isMethod = !it.pointee.b.isNull
  if isMethod { ok = builder.appendRepr(it.pointee.a) }
  let values = isMethod ? it.pointee.b : it.pointee.a
  let positional = isMethod ? it.pointee.n : tupleCount(values)
  for i in 0..<tupleCount(values) where ok {
    if isMethod || i > 0 { builder.append(", ") }
    if i >= positional {
      builder.append(tupleItems(it.pointee.c)[i - positional])
      builder.append("=")
    }
    ok = builder.appendRepr(tupleItems(values)[i])
  }
  builder.append(")")
  if ok { return builder.finish() }
  builder.discard()
  return .null
}

/// What copy and pickle make such a callable from again. Keywords of methodcaller are bound by a partial.
private func reduceCallable(_ this: Value) -> Value {
  let it = nativeIterator(this)
  if it.pointee.b.isNull { return makeTuple(Value(typeOf(this)), it.pointee.a) }
  let values = tupleItems(it.pointee.b)
  if it.pointee.c.isNull {
    let all = newTuple(1 + it.pointee.n)
    tupleItems(all)[0] = retained(it.pointee.a)
    for i in 0..<it.pointee.n { tupleItems(all)[1 + i] = retained(values[i]) }
    defer { release(all) }
    return makeTuple(Value(typeOf(this)), all)
  }
  let keywords = tupleCount(it.pointee.c)
  let maker = withUnsafeTemporaryAllocation(of: Value.self, capacity: 2 + keywords) { all in
    all[0] = Value(typeOf(this))
    all[1] = it.pointee.a
    for i in 0..<keywords { all[2 + i] = values[it.pointee.n + i] }
    return call(Value(partialType()), Arguments(all.baseAddress), 2, names: it.pointee.c)
  }
  if maker.isNull { return .null }
  let arguments = makeTuple(values, it.pointee.n)
  defer {
    release(maker)
    release(arguments)
  }
  return makeTuple(maker, arguments)
}

private func addGetters(_ m: ModulePointer) {
  addCallable(
    m, "itemgetter", "operator.itemgetter",
    construct: { callee, args, count, names in
      if !rejectKeywords(names, "itemgetter") { return .null }
      if count < 1 { return raise(Exceptions.typeError, "itemgetter expected 1 argument, got 0") }
      return newNativeIterator(callee, makeTuple(args, Int(count)))
    },
    call: { callee, args, count, names in
      if !oneArgument(count, names, "itemgetter") { return .null }
      let object = args![0]
      return collect(nativeIterator(callee).pointee.a) { getItem(object, $0) }
    })
  addCallable(
    m, "attrgetter", "operator.attrgetter",
    construct: { callee, args, count, names in
      if !rejectKeywords(names, "attrgetter") { return .null }
      if count < 1 { return raise(Exceptions.typeError, "attrgetter expected 1 argument, got 0") }
      for i in 0..<Int(count) where !isStr(args![i]) {
        return raise(Exceptions.typeError, "attribute name must be a string")
      }
      return newNativeIterator(callee, makeTuple(args, Int(count)))
    },
    call: { callee, args, count, names in
      if !oneArgument(count, names, "attrgetter") { return .null }
      let object = args![0]
      return collect(nativeIterator(callee).pointee.a) { dottedAttribute(object, $0) }
    })
  addCallable(
    m, "methodcaller", "operator.methodcaller",
    construct: { callee, args, count, names in
      if count < 1 { return raise(Exceptions.typeError, "methodcaller needs at least one argument, the method name") }
      if !isStr(args![0]) { return raise(Exceptions.typeError, "method name must be a string") }
      let keywords = names.isNull ? 0 : tupleCount(names)
      let values = newTuple(Int(count) - 1 + keywords)
      for i in 0..<tupleCount(values) { tupleItems(values)[i] = retained(args![1 + i]) }
      return newNativeIterator(
        callee, intern(exactStr(args![0])), values, names.isNull ? .null : retained(names), n: Int(count) - 1)
    },
    call: { callee, args, count, names in
      if !oneArgument(count, names, "methodcaller") { return .null }
      let it = nativeIterator(callee)
      let method = getAttribute(args![0], it.pointee.a)
      if method.isNull { return .null }
      let result = call(method, Arguments(tupleItems(it.pointee.b)), it.pointee.n, names: it.pointee.c)
      release(method)
      return result
    })
}

/// object.a.b for the name "a.b".
private func dottedAttribute(_ object: Value, _ name: Value) -> Value {
  let view = StrView(name)
  var current = retained(object)
  var start = 0
  while start <= view.count {
    var end = start
    while end < view.count && view[end] != 0x2e { end += 1 }
    let part = makeString(view.slice(start, end))
    let next = getAttribute(current, part)
    release(part)
    release(current)
    if next.isNull { return .null }
    current = next
    start = end + 1
  }
  return current
}
