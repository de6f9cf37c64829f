import MoltABI

// Objects that stand for native functions: `builtin_function_or_method`, `method_descriptor` and
// `classmethod_descriptor`. Follows Objects/methodobject.c and descrobject.c.

/// A native function, possibly bound to an object.
struct BuiltinFunction {
  var header: MoltObject
  var native: NativePointer
  var selfValue: Value  // null for plain functions and static methods
  var module: Value  // str, or null
  var weak: Value
}

/// A native method as it lies in a type's dictionary.
struct MethodDescriptor {
  var header: MoltObject
  var native: NativePointer
}

/// Owned; `selfValue` and `module` are borrowed.
func newBuiltin(_ native: NativePointer, self selfValue: Value, module: Value) -> Value {
  let value = Value(allocateObject(Types.builtin, MemoryLayout<BuiltinFunction>.size))
  let function = value.pointer(BuiltinFunction.self)
  function.pointee.native = native
  function.pointee.selfValue = selfValue
  if !selfValue.isNull { retain(selfValue) }
  function.pointee.module = module
  if !module.isNull { retain(module) }
  return value
}

/// `__self__`: what the function is bound to, the class of a static method, the module of a plain function. Owned.
private func ownerOf(_ this: Value) -> Value {
  let function = this.pointer(BuiltinFunction.self)
  if !function.pointee.selfValue.isNull { return retained(function.pointee.selfValue) }
  if let owner = function.pointee.native.pointee.owner { return retained(Value(owner)) }
  if function.pointee.module.isNull { return retained(builtinsModule()) }
  let module = dictGet(NativeModules.made, function.pointee.module)
  return module.isNull ? .none : retained(module)
}

/// A function of a native module, owned. `params` and the counts are described at `newNative`; `module` is the module's
/// name (borrowed) or null for the built-in functions.
func newBuiltinFunction(
  _ name: StaticString, _ minimum: Int, _ maximum: Int, _ body: @escaping NativeBody, params: StaticString? = nil,
  module: Value = .null
) -> Value {
  newBuiltin(newNative(nil, name, minimum, maximum, body, params), self: .null, module: module)
}

func newMethodDescriptor(_ native: NativePointer, _ type: TypePointer) -> Value {
  let value = Value(allocateObject(type, MemoryLayout<MethodDescriptor>.size))
  value.pointer(MethodDescriptor.self).pointee.native = native
  return value
}

@inline(__always) func callBuiltin(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let function = callee.pointer(BuiltinFunction.self)
  let native = function.pointee.native
  if names.isNull && native.pointee.parameters.isNull && native.pointee.minimum <= count
    && (count <= native.pointee.maximum || native.pointee.maximum < 0)
  {
    return native.pointee.body(function.pointee.selfValue, args, count, .null)
  }
  return callNative(
    native, function.pointee.selfValue, args, count, names, function.pointee.module,
    isBound: !function.pointee.selfValue.isNull)
}

/// Calls a method descriptor: args[0] is self.
func callMethodDescriptor(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let native = callee.pointer(MethodDescriptor.self).pointee.native
  guard count > 0, let args else {
    return raise(Exceptions.typeError) {
      $0.append("unbound method ")
      $0.append(native.pointee.owner!.pointee.qualname)
      $0.append(".")
      $0.append(native.pointee.name)
      $0.append("() needs an argument")
    }
  }
  let type = typeOf(args[0])
  if type != native.pointee.owner && !isSubtype(type, native.pointee.owner!) {
    return raiseWrongReceiver(native.pointee.name, native.pointee.owner!, args[0])
  }
  if names.isNull && native.pointee.parameters.isNull && native.pointee.minimum < count
    && count - 1 <= native.pointee.maximum
  {
    return native.pointee.body(args[0], args + 1, count - 1, .null)
  }
  return callNative(native, args[0], args + 1, count - 1, names)
}

@discardableResult
func raiseWrongReceiver(_ name: Value, _ owner: TypePointer, _ value: Value) -> Value {
  raise(Exceptions.typeError) {
    $0.append("descriptor '")
    $0.append(name)
    $0.append("' for '")
    $0.append(shownName(owner))
    $0.append("' objects doesn't apply to a '")
    $0.append(typeName(value))
    $0.append("' object")
  }
}

/// The class that a classmethod descriptor is used on must derive from its owner.
private func bindClassMethod(_ descriptor: Value, _ type: Value) -> Value {
  let native = descriptor.pointer(MethodDescriptor.self).pointee.native
  if !isType(type) {
    return raise(Exceptions.typeError) {
      $0.append("descriptor '")
      $0.append(native.pointee.name)
      $0.append("' for type '")
      $0.append(shownName(native.pointee.owner!))
      $0.append("' needs a type, not a '")
      $0.append(typeName(type))
      $0.append("' as arg 2")
    }
  }
  if !isSubtype(asType(type), native.pointee.owner!) {
    return raise(Exceptions.typeError) {
      $0.append("descriptor '")
      $0.append(native.pointee.name)
      $0.append("' requires a subtype of '")
      $0.append(shownName(native.pointee.owner!))
      $0.append("' but received '")
      $0.append(asType(type).pointee.name)
      $0.append("'")
    }
  }
  return newBuiltin(native, self: type, module: .null)
}

private func destroyBuiltin(_ object: ObjectPointer) {
  let function = UnsafeMutableRawPointer(object).assumingMemoryBound(to: BuiltinFunction.self)
  if !function.pointee.weak.isNull { clearWeakReferences(Value(object)) }
  releaseIfBound(function.pointee.selfValue)
  releaseIfBound(function.pointee.module)
  freeObject(object, MemoryLayout<BuiltinFunction>.size)
}

private func builtinRepr(_ value: Value) -> Value {
  let function = value.pointer(BuiltinFunction.self)
  var text = StringBuilder()
  let selfValue = function.pointee.selfValue
  if selfValue.isNull || isInstance(selfValue, Types.module) {
    text.append("<built-in function ")
    text.append(function.pointee.native.pointee.name)
    text.append(">")
  } else {
    text.append("<built-in method ")
    text.append(function.pointee.native.pointee.name)
    text.append(" of ")
    text.append(typeName(selfValue))
    text.append(" object at ")
    appendAddress(&text, selfValue)
    text.append(">")
  }
  return text.finish()
}

private func builtinQualname(_ value: Value) -> Value {
  let function = value.pointer(BuiltinFunction.self)
  let native = function.pointee.native
  guard let owner = native.pointee.owner else { return retained(native.pointee.name) }
  var text = StringBuilder()
  let selfValue = function.pointee.selfValue
  text.append(
    selfValue.isNull
      ? owner.pointee.qualname
      : isType(selfValue) ? asType(selfValue).pointee.qualname : typeOf(selfValue).pointee.qualname)
  text.append(".")
  text.append(native.pointee.name)
  return text.finish()
}

private func descriptorQualname(_ value: Value) -> Value {
  let native = value.pointer(MethodDescriptor.self).pointee.native
  var text = StringBuilder()
  text.append(native.pointee.owner!.pointee.qualname)
  text.append(".")
  text.append(native.pointee.name)
  return text.finish()
}

private func builtinCompare(_ a: Value, _ b: Value, _ op: Int32) -> Value {
  guard op == 2 || op == 3, typeOf(a) == Types.builtin, typeOf(b) == Types.builtin else { return .notImplemented }
  let left = a.pointer(BuiltinFunction.self)
  let right = b.pointer(BuiltinFunction.self)
  let same = left.pointee.native == right.pointee.native && left.pointee.selfValue == right.pointee.selfValue
  return Value(same == (op == 2))
}

private func builtinHash(_ value: Value) -> Int64 {
  let function = value.pointer(BuiltinFunction.self)
  let hash = Int64(Int(bitPattern: function.pointee.native) >> 4) ^ Int64(bitPattern: function.pointee.selfValue.bits)
  return hash == -1 ? -2 : hash
}

func setUpBuiltinTypes() {
  let builtin = Types.builtin
  setUpType(
    builtin, "builtin_function_or_method", size: MemoryLayout<BuiltinFunction>.size, flags: UInt32(MOLT_TYPE_CONTAINER))
  builtin.pointee.weakOffset = UInt32(MemoryLayout<BuiltinFunction>.size - 8)
  builtin.pointee.destroy = { destroyBuiltin($0!) }
  builtin.pointee.traverse = { object, visit, context in
    let function = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: BuiltinFunction.self)
    if !function.pointee.selfValue.isNull { visit!(function.pointee.selfValue, context) }
  }
  builtin.pointee.repr = { builtinRepr($0) }
  builtin.pointee.call = { callBuiltin($0, $1, $2, $3) }
  builtin.pointee.compare = { builtinCompare($0, $1, $2) }
  builtin.pointee.hash = { builtinHash($0) }
  addGetter(builtin, "__name__", { retained($0.pointer(BuiltinFunction.self).pointee.native.pointee.name) })
  addGetter(builtin, "__qualname__", { builtinQualname($0) })
  addGetter(builtin, "__doc__", { optional($0.pointer(BuiltinFunction.self).pointee.native.pointee.doc) })
  addGetter(builtin, "__self__", ownerOf)
  addGetter(
    builtin, "__module__",
    {
      let function = $0.pointer(BuiltinFunction.self)
      if function.pointee.native.pointee.owner != nil { return .none }
      return function.pointee.module.isNull ? retained(Names.builtinsWord) : retained(function.pointee.module)
    })
  finishType(builtin)

  let method = Types.methodDescriptor
  setUpType(
    method, "method_descriptor", size: MemoryLayout<MethodDescriptor>.size, flags: UInt32(MOLT_TYPE_METHOD_LIKE))
  method.pointee.destroy = { freeObject($0!, MemoryLayout<MethodDescriptor>.size) }
  method.pointee.call = { callMethodDescriptor($0, $1, $2, $3) }
  method.pointee.descriptorGet = { descriptor, instance, _ in
    if instance.isNull { return retained(descriptor) }
    let native = descriptor.pointer(MethodDescriptor.self).pointee.native
    if !isInstance(instance, native.pointee.owner!) {
      return raiseWrongReceiver(native.pointee.name, native.pointee.owner!, instance)
    }
    return newBuiltin(native, self: instance, module: .null)
  }
  method.pointee.repr = {
    descriptorRepr(
      "method", $0.pointer(MethodDescriptor.self).pointee.native.pointee.name,
      $0.pointer(MethodDescriptor.self).pointee.native.pointee.owner!)
  }
  addDescriptorGetters(method)
  finishType(method)

  let classMethod = Types.classmethodDescriptor
  setUpType(classMethod, "classmethod_descriptor", size: MemoryLayout<MethodDescriptor>.size, flags: 0)
  classMethod.pointee.destroy = { freeObject($0!, MemoryLayout<MethodDescriptor>.size) }
  classMethod.pointee.descriptorGet = { descriptor, instance, type in
    bindClassMethod(descriptor, type.isNull || type.isNone ? Value(typeOf(instance)) : type)
  }
  classMethod.pointee.call = { callee, args, count, names in
    let native = callee.pointer(MethodDescriptor.self).pointee.native
    guard count > 0, let args else {
      return raise(Exceptions.typeError) {
        $0.append("descriptor '")
        $0.append(native.pointee.name)
        $0.append("' of '")
        $0.append(shownName(native.pointee.owner!))
        $0.append("' object needs an argument")
      }
    }
    let bound = bindClassMethod(callee, args[0])
    if bound.isNull { return .null }
    let result = callValue(bound, args + 1, count - 1, names)
    release(bound)
    return result
  }
  classMethod.pointee.repr = {
    descriptorRepr(
      "method", $0.pointer(MethodDescriptor.self).pointee.native.pointee.name,
      $0.pointer(MethodDescriptor.self).pointee.native.pointee.owner!)
  }
  addDescriptorGetters(classMethod)
  finishType(classMethod)
}

private func addDescriptorGetters(_ type: TypePointer) {
  addMember(type, "__name__", { retained($0.pointer(MethodDescriptor.self).pointee.native.pointee.name) })
  addGetter(type, "__qualname__", { descriptorQualname($0) })
  addGetter(type, "__doc__", { optional($0.pointer(MethodDescriptor.self).pointee.native.pointee.doc) })
  addMember(
    type, "__objclass__",
    {
      retained(Value(UnsafeMutablePointer($0.pointer(MethodDescriptor.self).pointee.native.pointee.owner!)))
    })
}

/// An optional field as Python sees it: owned, None for null.
@inline(__always) func optional(_ value: Value) -> Value { value.isNull ? .none : retained(value) }

/// "<method 'append' of 'list' objects>".
func descriptorRepr(_ kind: StaticString, _ name: Value, _ owner: TypePointer) -> Value {
  var text = StringBuilder()
  text.append("<")
  text.append(kind)
  text.append(" '")
  text.append(name)
  text.append("' of '")
  text.append(shownName(owner))
  text.append("' objects>")
  return text.finish()
}
