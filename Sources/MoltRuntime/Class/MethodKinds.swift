import MoltABI

// `classmethod` and `staticmethod`. Follows Objects/funcobject.c.

/// Both wrappers hold a callable and a dict of attributes.
struct MethodKind {
  var header: MoltObject
  var callable: Value  // null until `__init__` ran
  var dict: Value
}

/// Owned; `callable` is borrowed.
func newStaticMethod(_ callable: Value) -> Value {
  let value = Value(allocateObject(Types.staticmethod, MemoryLayout<MethodKind>.size))
  value.pointer(MethodKind.self).pointee.callable = retained(callable)
  return value
}

/// Owned; `callable` is borrowed.
func newClassMethod(_ callable: Value) -> Value {
  let value = Value(allocateObject(Types.classmethod, MemoryLayout<MethodKind>.size))
  value.pointer(MethodKind.self).pointee.callable = retained(callable)
  return value
}

private func initialize(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value, _ name: StaticString)
  -> Int32
{
  if !names.isNull && tupleCount(names) > 0 {
    return raiseStatus(Exceptions.typeError) {
      $0.append(name)
      $0.append("() takes no keyword arguments")
    }
  }
  if count != 1 {
    return raiseStatus(Exceptions.typeError) {
      $0.append(name)
      $0.append(" expected 1 argument, got ")
      $0.append(int: Int(count))
    }
  }
  replace(&value.pointer(MethodKind.self).pointee.callable, with: retained(args![0]))
  copyWrappedAttributes(value, args![0])
  return 0
}

/// Copies `__module__`, `__name__`, `__qualname__`, `__doc__`, `__annotations__` and keeps the wrapped callable (`functools_wraps`). What
/// the callable lacks is left out.
private func copyWrappedAttributes(_ value: Value, _ callable: Value) {
  copyAttribute(Names.module, callable, value)
  copyAttribute(Names.name, callable, value)
  copyAttribute(Names.qualname, callable, value)
  copyAttribute(Names.doc, callable, value)
  copyAttribute(Names.annotations, callable, value)
}

private func copyAttribute(_ name: Value, _ source: Value, _ target: Value) {
  let attribute = getAttributeOrNull(source, name)
  if attribute.isNull {
    clearException()
    return
  }
  _ = setInstanceAttribute(target, typeOf(target), name, attribute)
  release(attribute)
}

private func kindRepr(_ value: Value, _ name: StaticString) -> Value {
  var text = StringBuilder()
  text.append("<")
  text.append(name)
  text.append("(")
  if !text.appendRepr(value.pointer(MethodKind.self).pointee.callable) {
    text.discard()
    return .null
  }
  text.append(")>")
  return text.finish()
}

private func destroyKind(_ object: ObjectPointer) {
  let kind = UnsafeMutableRawPointer(object).assumingMemoryBound(to: MethodKind.self)
  releaseIfBound(kind.pointee.callable)
  releaseIfBound(kind.pointee.dict)
  freeObject(object, MemoryLayout<MethodKind>.size)
}

private func setUpKind(_ type: TypePointer, _ name: StaticString) {
  setUpType(
    type, name, size: MemoryLayout<MethodKind>.size, flags: UInt32(MOLT_TYPE_BASE) | UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.dictOffset = UInt32(MemoryLayout<MethodKind>.size - 8)
  type.pointee.destroy = { destroyKind($0!) }
  type.pointee.traverse = { object, visit, context in
    let kind = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MethodKind.self)
    if !kind.pointee.callable.isNull { visit!(kind.pointee.callable, context) }
    if !kind.pointee.dict.isNull { visit!(kind.pointee.dict, context) }
  }
  type.pointee.clear = { object in
    let kind = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MethodKind.self)
    replace(&kind.pointee.callable, with: .null)
    replace(&kind.pointee.dict, with: .null)
  }
  type.pointee.construct = { callee, _, _, _ in
    let value = Value(allocateObject(asType(callee), Int(asType(callee).pointee.basicSize)))
    value.pointer(MethodKind.self).pointee.callable = .none
    return value
  }
  addMember(type, "__func__", { retained($0.pointer(MethodKind.self).pointee.callable) })
  addMember(type, "__wrapped__", { retained($0.pointer(MethodKind.self).pointee.callable) })
  addGetter(
    type, "__isabstractmethod__",
    { value in
      let flag = getAttributeOrNull(value.pointer(MethodKind.self).pointee.callable, Names.isabstractmethod)
      if flag.isNull { return exceptionIsSet ? .null : .false }
      let truth = truthOf(flag)
      release(flag)
      return truth < 0 ? .null : Value(truth != 0)
    })
  addGetter(type, "__dict__", { retained(instanceDict($0, typeOf($0))) })
}

func setUpMethodKindTypes() {
  let classMethod = Types.classmethod
  setUpKind(classMethod, "classmethod")
  classMethod.pointee.initialize = { initialize($0, $1, $2, $3, "classmethod") }
  classMethod.pointee.repr = { kindRepr($0, "classmethod") }
  classMethod.pointee.descriptorGet = { descriptor, instance, type in
    let callable = descriptor.pointer(MethodKind.self).pointee.callable
    let owner = type.isNull ? Value(typeOf(instance)) : type
    // A wrapped descriptor other than a function binds to the class itself.
    if let get = typeOf(callable).pointee.descriptorGet, typeOf(callable) != Types.function {
      return get(callable, owner, owner)
    }
    return newMethod(callable, owner)
  }
  finishType(classMethod)

  let staticMethod = Types.staticmethod
  setUpKind(staticMethod, "staticmethod")
  staticMethod.pointee.initialize = { initialize($0, $1, $2, $3, "staticmethod") }
  staticMethod.pointee.repr = { kindRepr($0, "staticmethod") }
  staticMethod.pointee.descriptorGet = { descriptor, _, _ in
    retained(descriptor.pointer(MethodKind.self).pointee.callable)
  }
  staticMethod.pointee.call = { callValue($0.pointer(MethodKind.self).pointee.callable, $1, $2, $3) }
  finishType(staticMethod)
}
