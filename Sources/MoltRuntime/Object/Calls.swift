import MoltABI

// Calling any value. Follows Objects/call.c.

/// The native stack left for the runtime's own recursion before a RecursionError is raised.
let stackReserve: UInt = 128 * 1024

/// Whether the native stack is nearly used up.
@inline(__always) func stackIsLow() -> Bool { molt_stack_position() < molt_thread.stackLimit }

/// For recursion inside the runtime: false with RecursionError set when the native stack is nearly used up. `doing`
/// ends the message: "maximum recursion depth exceeded while …".
@inline(__always) func checkRecursion(_ doing: StaticString) -> Bool {
  if !stackIsLow() { return true }
  return recursionFailure(doing)
}

@inline(never) private func recursionFailure(_ doing: StaticString) -> Bool {
  // The handling of the error needs some stack too.
  let limit = molt_thread.stackLimit
  molt_thread.stackLimit = limit > stackReserve / 2 ? limit - stackReserve / 2 : 0
  raise(Exceptions.recursionError) {
    $0.append("maximum recursion depth exceeded")
    $0.append(doing)
  }
  molt_thread.stackLimit = limit
  return false
}

/// callee(args…): `count` positional arguments, then one value per name of the tuple `names`.
@inline(__always) func call(_ callee: Value, _ args: Arguments?, _ count: Int, names: Value = .null) -> Value {
  callValue(callee, args, Int32(truncatingIfNeeded: count), names)
}

@inline(__always) func callValue(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if callee.isObject, let function = callee.object.pointee.type.pointee.call {
    return function(callee, args, count, names)
  }
  return raiseNotCallable(callee)
}

@inline(never) private func raiseNotCallable(_ callee: Value) -> Value {
  raise(Exceptions.typeError) {
    $0.append("'")
    $0.append(typeName(callee))
    $0.append("' object is not callable")
  }
}

func call0(_ callee: Value) -> Value { callValue(callee, nil, 0, .null) }

func call1(_ callee: Value, _ a: Value) -> Value {
  var arguments = (Value.null, a)
  return withArguments(&arguments, skip: 1) { callValue(callee, $0, 1, .null) }
}

func call2(_ callee: Value, _ a: Value, _ b: Value) -> Value {
  var arguments = (Value.null, a, b)
  return withArguments(&arguments, skip: 1) { callValue(callee, $0, 2, .null) }
}

func call3(_ callee: Value, _ a: Value, _ b: Value, _ c: Value) -> Value {
  var arguments = (Value.null, a, b, c)
  return withArguments(&arguments, skip: 1) { callValue(callee, $0, 3, .null) }
}

/// The values of a tuple of Swift's as an argument array.
@inline(__always)
func withArguments<T, Result>(_ values: inout T, skip: Int = 0, _ body: (Arguments) -> Result) -> Result {
  withUnsafeMutablePointer(to: &values) {
    body(UnsafePointer(UnsafeMutableRawPointer($0).assumingMemoryBound(to: Value.self)) + skip)
  }
}

/// value.name(): attribute lookup as in source code, with the instance dictionary.
func callMethod(_ value: Value, _ name: Value) -> Value {
  var arguments = value
  return withArguments(&arguments) { callMethodWithSelf($0, 0, .null, name) }
}

func callMethod(_ value: Value, _ name: Value, _ a: Value) -> Value {
  var arguments = (value, a)
  return withArguments(&arguments) { callMethodWithSelf($0, 1, .null, name) }
}

func callMethod(_ value: Value, _ name: Value, _ a: Value, _ b: Value) -> Value {
  var arguments = (value, a, b)
  return withArguments(&arguments) { callMethodWithSelf($0, 2, .null, name) }
}

/// Calls method `name` (interned) of args[0] with the `count` arguments behind it and those of `names`, without making
/// a bound method where the type's attribute is a function.
///
/// `lookup`, where given, becomes true when it is the method that is not found.
func callMethodWithSelf(
  _ args: Arguments, _ count: Int32, _ names: Value, _ name: Value, _ lookup: UnsafeMutablePointer<Bool>? = nil
) -> Value {
  let value = args[0]
  let type = typeOf(value)
  if type.pointee.flags & UInt32(MOLT_TYPE_PLAIN_GETATTR) != 0 {
    let attribute = lookupInType(type, name)
    if !attribute.isNull, typeOf(attribute).pointee.flags & UInt32(MOLT_TYPE_METHOD_LIKE) != 0,
      instanceAttribute(value, type, name).isNull
    {
      retain(attribute)
      let result = callValue(attribute, args, count &+ 1, names)
      release(attribute)
      return result
    }
  }
  let method = getInternedAttribute(value, name)
  if method.isNull {
    lookup?.pointee = true
    return .null
  }
  let result = callValue(method, args + 1, count, names)
  release(method)
  return result
}

/// Calls special method `name` of args[0], looked up in its type only. Null without an exception: there is none, or it
/// is None (`vectorcall_maybe`).
func callSpecial(_ args: Arguments, _ count: Int32, _ name: Value, names: Value = .null) -> Value {
  let value = args[0]
  let type = typeOf(value)
  let attribute = lookupInType(type, name)
  if attribute.isNull { return .null }
  let kind = typeOf(attribute)
  if kind.pointee.flags & UInt32(MOLT_TYPE_METHOD_LIKE) != 0 {
    retain(attribute)
    let result = callValue(attribute, args, count &+ 1, names)
    release(attribute)
    return result
  }
  guard let get = kind.pointee.descriptorGet else {
    retain(attribute)
    let result = callValue(attribute, args + 1, count, names)
    release(attribute)
    return result
  }
  retain(attribute)
  let bound = get(attribute, value, Value(type))
  release(attribute)
  if bound.isNull { return .null }
  let result = callValue(bound, args + 1, count, names)
  release(bound)
  return result
}

@c(molt_call)
func molt_call(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if callee.isObject {
    let type = callee.object.pointee.type
    if type == Types.builtin { return callBuiltin(callee, args, count, names) }
    if type == Types.function { return callFunction(callee, args, count, names) }
  }
  return callValue(callee, args, count, names)
}

/// callee(*args, **keywords): `args` is a list or tuple, `keywords` a dict or null.
@c(molt_call_spread) func molt_call_spread(_ callee: Value, _ args: Value, _ keywords: Value) -> Value {
  if isExactTuple(args) || isExactList(args) { return callSpread(callee, args, keywords) }
  // `f(*iterable)`: turned into a list here, after everything else was evaluated (CPython's CALL_FUNCTION_EX).
  if !isIterable(args) {
    let function = functionDescription(callee)
    if function.isNull { return .null }
    raise(Exceptions.typeError) { message in
      message.append(function)
      message.append(" argument after * must be an iterable, not ")
      message.append(typeName(args))
    }
    release(function)
    return .null
  }
  let list = newList()
  defer { release(list) }
  return listExtend(list, args) < 0 ? .null : callSpread(callee, list, keywords)
}

func callSpread(_ callee: Value, _ args: Value, _ keywords: Value) -> Value {
  let isListValue = args.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_LIST) != 0
  let count = isListValue ? args.pointer(MoltList.self).pointee.length : tupleCount(args)
  let items: UnsafeMutablePointer<Value>? = isListValue ? args.pointer(MoltList.self).pointee.items : tupleItems(args)
  let keywordCount = keywords.isNull ? 0 : dictCount(keywords)
  if keywordCount == 0 && !isListValue { return callValue(callee, items, Int32(count), .null) }
  // A list can change while the callee runs, and keyword values follow the positional ones.
  return withUnsafeTemporaryAllocation(of: Value.self, capacity: count + keywordCount + 1) { buffer in
    let slots = buffer.baseAddress!
    slots[0] = .null
    for index in 0..<count { slots[index + 1] = retained(items![index]) }
    var names = Value.null
    if keywordCount > 0 {
      names = newTuple(keywordCount)
      var position = 0
      var index = 0
      var key = Value.null
      var value = Value.null
      while dictNext(keywords, &position, &key, &value) {
        if !isStr(key) {
          for filled in 0..<(count + index) { release(slots[filled + 1]) }
          release(names)
          return raise(Exceptions.typeError, "keywords must be strings")
        }
        tupleItems(names)[index] = intern(key)
        slots[1 + count + index] = retained(value)
        index += 1
      }
    }
    let result = callValue(callee, slots + 1, Int32(count), names)
    for index in 0..<(count + keywordCount) { release(slots[index + 1]) }
    releaseIfBound(names)
    return result
  }
}
