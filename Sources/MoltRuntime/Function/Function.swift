import MoltABI

// Functions that a Python program defines. Follows Objects/funcobject.c.

typealias FunctionPointer = UnsafeMutablePointer<MoltFunction>

@c(molt_new_function)
func molt_new_function(
  _ code: UnsafeRawPointer, _ module: UnsafeMutableRawPointer, _ closure: Value, _ defaults: Value,
  _ keywordDefaults: Value
) -> Value {
  collectionPoint()
  let value = Value(allocateObject(Types.function, MemoryLayout<MoltFunction>.size))
  let function = value.pointer(MoltFunction.self)
  function.pointee.code = code.assumingMemoryBound(to: MoltCode.self)
  function.pointee.module = module.assumingMemoryBound(to: MoltModule.self)
  function.pointee.code.pointee.known.pointee = value
  retainCode(function.pointee.code)
  if isNamespace(function.pointee.module) { retain(Value(function.pointee.module!)) }
  if !closure.isNull { function.pointee.closure = retained(closure) }
  if !defaults.isNull { function.pointee.defaults = retained(defaults) }
  if !keywordDefaults.isNull { function.pointee.keywordDefaults = retained(keywordDefaults) }
  return value
}

@c(molt_set_annotations) func molt_set_annotations(_ function: Value, _ annotations: Value) {
  replace(&function.pointer(MoltFunction.self).pointee.annotations, with: retained(annotations))
}

/// A function's `__name__`, made when first asked for: borrowed.
func functionName(_ function: FunctionPointer) -> Value {
  if function.pointee.name.isNull {
    function.pointee.name = codeText(function.pointee.code, function.pointee.code.pointee.name)
  }
  return function.pointee.name
}

/// A function's `__qualname__`: borrowed.
func functionQualname(_ function: FunctionPointer) -> Value {
  if function.pointee.qualname.isNull {
    function.pointee.qualname = codeText(function.pointee.code, function.pointee.code.pointee.qualname)
  }
  return function.pointee.qualname
}

/// Number of parameters, *args and **kwargs included: entries of the array that MoltEntry takes.
@inline(__always) func parameterCount(_ code: UnsafePointer<MoltCode>) -> Int {
  let flags = code.pointee.flags
  return Int(code.pointee.positionalCount) + Int(code.pointee.keywordOnlyCount)
    + (flags & Int32(MOLT_CODE_VARARGS) != 0 ? 1 : 0) + (flags & Int32(MOLT_CODE_VARKEYWORDS) != 0 ? 1 : 0)
}

/// The call slot of functions.
@inline(__always)
func callFunction(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let function = callee.pointer(MoltFunction.self)
  let code = function.pointee.code!
  if names.isNull && count == code.pointee.positionalCount && code.pointee.keywordOnlyCount == 0
    && code.pointee.flags & Int32(MOLT_CODE_VARARGS | MOLT_CODE_VARKEYWORDS) == 0
  {
    return code.pointee.entry(function, args)
  }
  return callBinding(function, args, Int(count), names)
}

private func destroyFunction(_ object: ObjectPointer) {
  let function = UnsafeMutableRawPointer(object).assumingMemoryBound(to: MoltFunction.self)
  if !function.pointee.weak.isNull { clearWeakReferences(Value(object)) }
  forgetKnown(function)
  clearFunction(function)
  releaseIfBound(function.pointee.name)
  releaseIfBound(function.pointee.qualname)
  if isNamespace(function.pointee.module) { release(Value(function.pointee.module!)) }
  releaseCode(function.pointee.code)
  freeObject(object, MemoryLayout<MoltFunction>.size)
}

/// What compiled calls know while no function has a code. No value has these bits, not even that of an unbound global.
let noFunction = Value(bits: 1)

/// Compiled calls do not take the function for the one with its code any more: it ends, or gets other code.
private func forgetKnown(_ function: FunctionPointer) {
  let known = function.pointee.code.pointee.known!
  if known.pointee == Value(bits: UInt64(UInt(bitPattern: function))) { known.pointee = noFunction }
}

private func clearFunction(_ function: FunctionPointer) {
  replace(&function.pointee.closure, with: .null)
  replace(&function.pointee.defaults, with: .null)
  replace(&function.pointee.keywordDefaults, with: .null)
  replace(&function.pointee.doc, with: .null)
  replace(&function.pointee.annotations, with: .null)
  replace(&function.pointee.dict, with: .null)
  replace(&function.pointee.moduleName, with: .null)
  replace(&function.pointee.typeParams, with: .null)
}

private func traverseFunction(_ object: ObjectPointer, _ visit: MoltVisit, _ context: UnsafeMutableRawPointer?) {
  let function = UnsafeMutableRawPointer(object).assumingMemoryBound(to: MoltFunction.self)
  if !function.pointee.closure.isNull { visit(function.pointee.closure, context) }
  if !function.pointee.defaults.isNull { visit(function.pointee.defaults, context) }
  if !function.pointee.keywordDefaults.isNull { visit(function.pointee.keywordDefaults, context) }
  if !function.pointee.annotations.isNull { visit(function.pointee.annotations, context) }
  if !function.pointee.dict.isNull { visit(function.pointee.dict, context) }
  if !function.pointee.doc.isNull { visit(function.pointee.doc, context) }
  if !function.pointee.typeParams.isNull { visit(function.pointee.typeParams, context) }
  if isNamespace(function.pointee.module) { visit(Value(function.pointee.module!), context) }
}

/// Functions own their module only where it stands for a dict; other modules live as long as the program.
@inline(__always) private func isNamespace(_ module: ModulePointer?) -> Bool {
  module.unsafelyUnwrapped.pointee.header.aux & ModuleState.isNamespace != 0
}

private func functionRepr(_ value: Value) -> Value {
  var text = StringBuilder()
  text.append("<function ")
  text.append(functionQualname(value.pointer()))
  text.append(" at ")
  appendAddress(&text, value)
  text.append(">")
  return text.finish()
}

// ---------------------------------------------------------------------------------------------------------- attributes

private func setText(
  _ slot: UnsafeMutablePointer<Value>, _ item: Value, _ message: StaticString
) -> Int32 {
  guard !item.isNull, isStr(item) else { return raiseStatus(Exceptions.typeError, message) }
  replace(slot, with: retained(item))
  return 0
}

/// Sets a field that must be a tuple, dict or None (as null); deletion counts as None.
private func setOptional(
  _ slot: UnsafeMutablePointer<Value>, _ item: Value, _ allowed: (Value) -> Bool, _ message: StaticString
) -> Int32 {
  if item.isNull || item.isNone {
    replace(slot, with: .null)
    return 0
  }
  if !allowed(item) { return raiseStatus(Exceptions.typeError, message) }
  replace(slot, with: retained(item))
  return 0
}

/// The `__module__` of a function: `__name__` of the module that it was defined in.
private func functionModule(_ function: FunctionPointer) -> Value {
  if !function.pointee.moduleName.isNull { return retained(function.pointee.moduleName) }
  let name = getAttributeOrNull(Value(function.pointee.module!), Names.name)
  if name.isNull {
    clearException()
    return .none
  }
  return name
}

/// Gives the function other code. Compiled calls notice, because they compare a function's code and not the function.
/// The new code finds globals where it was compiled, not in the function's module; see docs/differences.md.
private func setCode(_ function: FunctionPointer, _ item: Value) -> Int32 {
  guard !item.isNull, let code = codeOf(item) else {
    return raiseStatus(Exceptions.typeError, "__code__ must be set to a code object")
  }
  let cells = function.pointee.closure.isNull ? 0 : tupleCount(function.pointee.closure)
  if cells != Int(code.pointee.freeCount) {
    raise(Exceptions.valueError) {
      $0.append(functionName(function))
      $0.append("() requires a code object with ")
      $0.append(int: cells)
      $0.append(" free vars, not ")
      $0.append(int: Int(code.pointee.freeCount))
    }
    return -1
  }
  // These are the function's own, and stay when they have not been asked for yet.
  _ = functionName(function)
  _ = functionQualname(function)
  release(functionDoc(function))
  forgetKnown(function)
  let old = function.pointee.code!
  retainCode(code)
  function.pointee.code = code
  releaseCode(old)
  return 0
}

/// A function's `__doc__`, made when first asked for: owned.
private func functionDoc(_ function: FunctionPointer) -> Value {
  if function.pointee.doc.isNull {
    if let text = function.pointee.code.pointee.doc {
      function.pointee.doc = makeString(
        utf8: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), c_strlen(text))
    } else {
      function.pointee.doc = .none
    }
  }
  return retained(function.pointee.doc)
}

/// The dict in which code with these globals finds built-in names: what they say themselves comes first. Owned.
private func builtinsOfGlobals(_ module: ModulePointer) -> Value {
  let own =
    module.pointee.slotCount > 0 || module.pointee.extra.isNull
    ? Value.null : dictGetName(module.pointee.extra, Names.builtins)
  if own.isNull { return getAttribute(builtinsModule(), Names.dict) }
  return isModule(own) ? getAttribute(own, Names.dict) : retained(own)
}

private func addFunctionAttributes(_ type: TypePointer) {
  addGetter(
    type, "__name__", { retained(functionName($0.pointer())) },
    set: { setText(&$0.pointer(MoltFunction.self).pointee.name, $1, "__name__ must be set to a string object") })
  addGetter(
    type, "__qualname__", { retained(functionQualname($0.pointer())) },
    set: { setText(&$0.pointer(MoltFunction.self).pointee.qualname, $1, "__qualname__ must be set to a string object") }
  )
  addMember(
    type, "__module__", { functionModule($0.pointer()) },
    set: {
      replace(&$0.pointer(MoltFunction.self).pointee.moduleName, with: $1.isNull ? .none : retained($1))
      return 0
    })
  addMember(
    type, "__doc__",
    { functionDoc($0.pointer()) },
    set: {
      replace(&$0.pointer(MoltFunction.self).pointee.doc, with: $1.isNull ? .none : retained($1))
      return 0
    })
  addGetter(
    type, "__defaults__", { optional($0.pointer(MoltFunction.self).pointee.defaults) },
    set: {
      setOptional(
        &$0.pointer(MoltFunction.self).pointee.defaults, $1, { isTuple($0) },
        "__defaults__ must be set to a tuple object")
    })
  addGetter(
    type, "__kwdefaults__", { optional($0.pointer(MoltFunction.self).pointee.keywordDefaults) },
    set: {
      setOptional(
        &$0.pointer(MoltFunction.self).pointee.keywordDefaults, $1, { isDict($0) },
        "__kwdefaults__ must be set to a dict object")
    })
  addMember(type, "__closure__", { optional($0.pointer(MoltFunction.self).pointee.closure) })
  addGetter(
    type, "__annotations__",
    {
      let function = $0.pointer(MoltFunction.self)
      if function.pointee.annotations.isNull { function.pointee.annotations = newDict() }
      return retained(function.pointee.annotations)
    },
    set: {
      setOptional(
        &$0.pointer(MoltFunction.self).pointee.annotations, $1, { isDict($0) },
        "__annotations__ must be set to a dict object")
    })
  addGetter(
    type, "__type_params__",
    {
      let params = $0.pointer(MoltFunction.self).pointee.typeParams
      return params.isNull ? emptyTuple() : retained(params)
    },
    set: {
      if $1.isNull || !isTuple($1) {
        return raiseStatus(Exceptions.typeError, "__type_params__ must be set to a tuple")
      }
      replace(&$0.pointer(MoltFunction.self).pointee.typeParams, with: retained($1))
      return 0
    })
  addGetter(
    type, "__code__", { newCode($0.pointer(MoltFunction.self).pointee.code) },
    set: { setCode($0.pointer(MoltFunction.self), $1) })
  addMember(type, "__globals__", { getAttribute(Value($0.pointer(MoltFunction.self).pointee.module!), Names.dict) })
  addMember(type, "__builtins__", { builtinsOfGlobals($0.pointer(MoltFunction.self).pointee.module!) })
  addGetter(type, "__dict__", { retained(instanceDict($0, Types.function)) }, set: { setDictAttribute($0, $1) })
}

func setUpFunctionType() {
  let type = Types.function
  setUpType(
    type, "function", size: MemoryLayout<MoltFunction>.size,
    flags: UInt32(MOLT_TYPE_CONTAINER) | UInt32(MOLT_TYPE_METHOD_LIKE))
  type.pointee.dictOffset = UInt32(MemoryLayout<MoltFunction>.offset(of: \MoltFunction.dict)!)
  type.pointee.weakOffset = UInt32(MemoryLayout<MoltFunction>.offset(of: \MoltFunction.weak)!)
  type.pointee.destroy = { destroyFunction($0!) }
  type.pointee.traverse = { traverseFunction($0!, $1!, $2) }
  type.pointee.clear = { clearFunction(UnsafeMutableRawPointer($0!).assumingMemoryBound(to: MoltFunction.self)) }
  type.pointee.repr = { functionRepr($0) }
  type.pointee.call = { callFunction($0, $1, $2, $3) }
  type.pointee.descriptorGet = { function, instance, _ in
    instance.isNull ? retained(function) : newMethod(function, instance)
  }
  addFunctionAttributes(type)
  finishType(type)
}
