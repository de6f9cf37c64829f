import MoltABI

// Functions and methods written in Swift: their description, and the binder that checks and arranges their arguments.

/// Body of a native function: self (null for plain functions), arguments, positional count, keyword names or null. With
/// a parameter list, `arguments` holds exactly one entry per parameter, null where none was given, and names is null.
typealias NativeBody = @convention(c) (Value, Arguments?, Int32, Value) -> Value
typealias Getter = @convention(c) (Value) -> Value
/// `value` null deletes.
typealias Setter = @convention(c) (Value, Value) -> Int32

/// What is known about a native function, apart from the object it is bound to. Lives as long as the program.
struct NativeFunction {
  var name: Value  // interned
  var owner: TypePointer?  // the type it is a method of
  var body: NativeBody
  var minimum: Int32
  var maximum: Int32  // -1: any number of arguments and keywords, handed on as they are; or `anyPositional`
  var parameters: Value  // tuple of names, or null: positional arguments only
  var positionalOnly: Int32
  var positional: Int32  // how many parameters may be given by position
  var doc: Value
}

/// The maximum of functions that take any number of arguments, but no keywords.
let anyPositional = -2

typealias NativePointer = UnsafeMutablePointer<NativeFunction>

/// `parameters`: names in order, with `/` behind the positional-only ones and `*` in front of the keyword-only ones.
func newNative(
  _ owner: TypePointer?, _ name: StaticString, _ minimum: Int, _ maximum: Int, _ body: @escaping NativeBody,
  _ parameters: StaticString?
) -> NativePointer {
  let native = allocateRaw(MemoryLayout<NativeFunction>.size).assumingMemoryBound(to: NativeFunction.self)
  native.initialize(
    to: NativeFunction(
      name: intern(name), owner: owner, body: body, minimum: Int32(truncatingIfNeeded: minimum),
      maximum: Int32(truncatingIfNeeded: maximum), parameters: .null, positionalOnly: 0, positional: 0, doc: .null))
  if let parameters { parseParameters(native, parameters) }
  return native
}

private func parseParameters(_ native: NativePointer, _ text: StaticString) {
  let start = text.utf8Start
  let length = text.utf8CodeUnitCount
  var count = 0
  var sawStar = false
  withUnsafeTemporaryAllocation(of: Value.self, capacity: 32) { names in
    var position = 0
    while position < length {
      while position < length && start[position] == 32 { position += 1 }
      let begin = position
      while position < length && start[position] != 32 { position += 1 }
      if position == begin { break }
      if position - begin == 1 && start[begin] == 47 {  // '/'
        native.pointee.positionalOnly = Int32(count)
      } else if position - begin == 1 && start[begin] == 42 {  // '*'
        native.pointee.positional = Int32(count)
        sawStar = true
      } else {
        let name = makeString(utf8: start + begin, position - begin)
        names[count] = internImmortal(name)
        if names[count] != name { release(name) }
        count += 1
      }
    }
    native.pointee.parameters = makeTuple(names.baseAddress, count)
  }
  if !sawStar { native.pointee.positional = Int32(count) }
  native.pointee.parameters.object.pointee.refCount = UInt32(MOLT_IMMORTAL)
}

/// Calls a native function with `self` already known.
func callNative(
  _ native: NativePointer, _ selfValue: Value, _ args: Arguments?, _ count: Int32, _ names: Value,
  _ module: Value = .null, isBound: Bool = false
) -> Value {
  if native.pointee.parameters.isNull {
    let maximum = native.pointee.maximum
    if maximum == -1 { return native.pointee.body(selfValue, args, count, names) }
    let receiver = isBound ? selfValue : .null
    if !names.isNull && tupleCount(names) > 0 {
      return raise(Exceptions.typeError) {
        if isBound && maximum < 0 {
          $0.append(native.pointee.name)
          $0.append("()")
        } else {
          appendFunctionName(&$0, native, module, receiver)
        }
        $0.append(" takes no keyword arguments")
      }
    }
    if maximum < 0 { return native.pointee.body(selfValue, args, count, .null) }
    if count < native.pointee.minimum || count > maximum { return raiseArity(native, count, module, receiver) }
    return native.pointee.body(selfValue, args, count, .null)
  }
  return callWithParameters(native, selfValue, args, Int(count), names)
}

/// Writes "list.append()" or "math.sqrt()" or "len()". `receiver`: what a bound method is bound to, whose class it is
/// named after; else null.
private func appendFunctionName(
  _ builder: inout StringBuilder, _ native: NativePointer, _ module: Value, _ receiver: Value
) {
  if let owner = native.pointee.owner {
    let type = receiver.isNull ? owner : isType(receiver) ? asType(receiver) : typeOf(receiver)
    builder.append(type.pointee.qualname)
    builder.append(".")
  } else if !module.isNull, isStr(module), module != Names.builtinsWord {
    builder.append(module)
    builder.append(".")
  }
  builder.append(native.pointee.name)
  builder.append("()")
}

/// `_PyArg_CheckPositional` and the fixed-arity call conventions of methodobject.c.
@inline(never) private func raiseArity(
  _ native: NativePointer, _ count: Int32, _ module: Value, _ receiver: Value
) -> Value {
  let minimum = native.pointee.minimum
  let maximum = native.pointee.maximum
  return raise(Exceptions.typeError) { message in
    if minimum == maximum && maximum <= 1 {
      appendFunctionName(&message, native, module, receiver)
      message.append(maximum == 0 ? " takes no arguments (" : " takes exactly one argument (")
      message.append(int: Int(count))
      message.append(" given)")
      return
    }
    message.append(native.pointee.name)
    message.append(" expected ")
    if minimum != maximum { message.append(count < minimum ? "at least " : "at most ") }
    let limit = count < minimum ? minimum : maximum
    message.append(int: Int(limit))
    message.append(limit == 1 ? " argument, got " : " arguments, got ")
    message.append(int: Int(count))
  }
}

/// `_PyArg_UnpackKeywords` of getargs.c.
@inline(never) private func callWithParameters(
  _ native: NativePointer, _ selfValue: Value, _ args: Arguments?, _ count: Int, _ names: Value
) -> Value {
  let total = tupleCount(native.pointee.parameters)
  return withUnsafeTemporaryAllocation(of: Value.self, capacity: total + 1) { bound in
    let slots = bound.baseAddress!
    if !bindParameters(
      native.pointee.name, native.pointee.parameters, Int(native.pointee.minimum), Int(native.pointee.positionalOnly),
      Int(native.pointee.positional), args, count, names, slots)
    {
      return .null
    }
    return native.pointee.body(selfValue, slots, Int32(truncatingIfNeeded: total), .null)
  }
}

/// Arranges arguments by parameter: `slots` gets one borrowed value per name of `parameters`, null where none was
/// given. The first `required` parameters must be given. False: an exception is set.
func bindParameters(
  _ function: Value, _ parameters: Value, _ required: Int, _ positionalOnly: Int, _ positional: Int, _ args: Arguments?,
  _ count: Int, _ names: Value, _ slots: UnsafeMutablePointer<Value>
) -> Bool {
  let total = tupleCount(parameters)
  let keywordCount = names.isNull ? 0 : tupleCount(names)
  func failure(_ build: (inout StringBuilder) -> Void) -> Bool {
    raise(Exceptions.typeError, build)
    return false
  }
  if count + keywordCount > total {
    return failure {
      $0.append(function)
      $0.append("() takes at most ")
      $0.append(int: total)
      $0.append(count == 0 ? " keyword argument" : " argument")
      $0.append(total == 1 ? " (" : "s (")
      $0.append(int: count + keywordCount)
      $0.append(" given)")
    }
  }
  let leastPositional = min(required, positionalOnly)
  if count > positional || count < leastPositional {
    return failure {
      $0.append(function)
      if positional == 0 {
        $0.append("() takes no positional arguments")
        return
      }
      let limit = count > positional ? positional : leastPositional
      $0.append("() takes ")
      $0.append(leastPositional == positional ? "exactly " : count > positional ? "at most " : "at least ")
      $0.append(int: limit)
      $0.append(limit == 1 ? " positional argument (" : " positional arguments (")
      $0.append(int: count)
      $0.append(" given)")
    }
  }
  var index = 0
  while index < count {
    slots[index] = args![index]
    index += 1
  }
  while index < total {
    slots[index] = .null
    index += 1
  }
  index = 0
  let wanted = tupleItems(parameters)
  // What is missing is told first, then what was given twice, then what is unknown.
  var twice = total
  var unknown = Value.null
  while index < keywordCount {
    let name = tupleItems(names)[index]
    var position = positionalOnly
    while position < total && wanted[position] != name && !stringsEqual(wanted[position], name) { position += 1 }
    if position == total {
      if unknown.isNull { unknown = name }
    } else if position < count {
      twice = min(twice, position)
    } else {
      slots[position] = args![count + index]
    }
    index += 1
  }
  index = 0
  while index < required {
    if slots[index].isNull {
      return failure {
        $0.append(function)
        $0.append("() missing required argument '")
        $0.append(wanted[index])
        $0.append("' (pos ")
        $0.append(int: index + 1)
        $0.append(")")
      }
    }
    index += 1
  }
  if twice < total {
    return failure {
      $0.append("argument for ")
      $0.append(function)
      $0.append("() given by name ('")
      $0.append(wanted[twice])
      $0.append("') and position (")
      $0.append(int: twice + 1)
      $0.append(")")
    }
  }
  if unknown.isNull { return true }
  return failure {
    $0.append("'")
    $0.append(unknown)
    $0.append("' is an invalid keyword argument for ")
    $0.append(function)
    $0.append("()")
  }
}
