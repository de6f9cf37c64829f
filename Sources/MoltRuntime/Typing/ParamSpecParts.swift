import MoltABI

// `P.args` and `P.kwargs` of a ParamSpec.

private struct ParamSpecPart {
  var header: MoltObject
  var origin: Value
  var weak: Value
}

private func part(_ value: Value) -> UnsafeMutablePointer<ParamSpecPart> { value.pointer(ParamSpecPart.self) }

func newParamSpecPart(_ type: TypePointer, _ origin: Value) -> Value {
  let value = Value(allocateObject(type, MemoryLayout<ParamSpecPart>.stride))
  part(value).pointee.origin = retained(origin)
  return value
}

private func setUpPart(_ name: StaticString) -> TypePointer {
  let type = newTypeStorage()
  setUpType(type, name, size: MemoryLayout<ParamSpecPart>.stride, flags: UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.weakOffset = UInt32(MemoryLayout<ParamSpecPart>.offset(of: \ParamSpecPart.weak)!)
  type.pointee.destroy = { object in
    let part = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: ParamSpecPart.self)
    if !part.pointee.weak.isNull { clearWeakReferences(Value(object!)) }
    releaseIfBound(part.pointee.origin)
    freeObject(object!, MemoryLayout<ParamSpecPart>.stride)
  }
  type.pointee.traverse = { object, visit, context in
    let part = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: ParamSpecPart.self)
    if !part.pointee.origin.isNull { visit!(part.pointee.origin, context) }
  }
  type.pointee.initialize = { _, _, _, _ in 0 }
  type.pointee.hash = { hashNotImplemented($0) }
  type.pointee.compare = { a, b, op in
    guard op == 2 || op == 3, typeOf(a) == typeOf(b) else { return .notImplemented }
    let same = equal(part(a).pointee.origin, part(b).pointee.origin)
    return same < 0 ? .null : Value((same == 1) == (op == 2))
  }
  setTypingModule(type)
  addGetter(type, "__origin__", { retained(part($0).pointee.origin) }, set: { refuseToSet($0, $1) })
  refuseAsBase(type)
  return type
}

private func shown(_ value: Value, _ suffix: StaticString) -> Value {
  let origin = part(value).pointee.origin
  var text = StringBuilder()
  if typeOf(origin) == TypingTypes.paramSpec {
    text.append(typeParameter(origin).pointee.name)
  } else if !text.appendRepr(origin) {
    text.discard()
    return .null
  }
  text.append(suffix)
  return text.finish()
}

func setUpParamSpecParts() {
  let args = setUpPart("typing.ParamSpecArgs")
  TypingTypes.paramSpecArgs = args
  args.pointee.repr = { shown($0, ".args") }
  args.pointee.construct = { _, args, count, names in
    withParameters("paramspecargs", "origin", required: 1, args, count, names) {
      newParamSpecPart(TypingTypes.paramSpecArgs!, $0[0])
    }
  }
  finishType(args)
  let kwargs = setUpPart("typing.ParamSpecKwargs")
  TypingTypes.paramSpecKwargs = kwargs
  kwargs.pointee.repr = { shown($0, ".kwargs") }
  kwargs.pointee.construct = { _, args, count, names in
    withParameters("paramspeckwargs", "origin", required: 1, args, count, names) {
      newParamSpecPart(TypingTypes.paramSpecKwargs!, $0[0])
    }
  }
  finishType(kwargs)
}
