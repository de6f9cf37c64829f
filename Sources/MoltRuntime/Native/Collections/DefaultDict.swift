import MoltABI

// `collections.defaultdict`: a dict that makes the values of missing keys. CPython: Modules/_collectionsmodule.c.

private struct DefaultDict {
  var dict: MoltDict
  /// What makes a missing value; null or None: nothing does.
  var factory: Value
}

@inline(__always) private func factory(_ value: Value) -> UnsafeMutablePointer<Value> {
  let offset = MemoryLayout<DefaultDict>.offset(of: \DefaultDict.factory)!
  return (UnsafeMutableRawPointer(value.object) + offset).assumingMemoryBound(to: Value.self)
}

private enum DefaultDictType {
  static var type: TypePointer? = nil
}

private func initialize(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  var made = Value.null
  if count > 0 {
    made = args![0]
    if !made.isNone && typeOf(made).pointee.call == nil {
      return raiseStatus(Exceptions.typeError, "first argument must be callable or None")
    }
    if made.isNone { made = .null }
  }
  replace(factory(this), with: made.isNull ? .null : retained(made))
  let skipped: Int32 = count > 0 ? 1 : 0
  return dictUpdateCommon(this, args.map { $0 + Int(skipped) }, count - skipped, names, "dict")
}

private func missing(_ this: Value, _ key: Value) -> Value {
  let make = factory(this).pointee
  if make.isNull || make.isNone { return raiseValue(Exceptions.keyError, key) }
  retain(make)
  let value = call0(make)
  release(make)
  if value.isNull { return .null }
  if setItem(this, key, value) == 0 { return value }
  release(value)
  return .null
}

private func copy(_ this: Value) -> Value {
  let make = factory(this).pointee
  return call2(Value(typeOf(this)), make.isNull ? .none : make, this)
}

private func reduce(_ this: Value) -> Value {
  let make = factory(this).pointee
  let items = callMethod(this, intern("items"))
  if items.isNull { return .null }
  let iterator = iterate(items)
  release(items)
  if iterator.isNull { return .null }
  let parts = newTuple(5)
  let slots = tupleItems(parts)
  slots[0] = retained(Value(typeOf(this)))
  slots[1] = make.isNull || make.isNone ? emptyTuple() : makeTuple(make)
  slots[2] = .none
  slots[3] = .none
  slots[4] = iterator
  return parts
}

private func defaultDictRepr(_ this: Value) -> Value {
  let items = Types.dict.pointee.repr!(this)
  if items.isNull { return .null }
  defer { release(items) }
  let make = factory(this).pointee
  var text = StringBuilder()
  text.append(typeOf(this).pointee.name)
  text.append("(")
  if make.isNull || !make.isObject {
    text.append("None")
  } else if enterRepr(make) {
    let isWritten = text.appendRepr(make)
    leaveRepr()
    if !isWritten {
      text.discard()
      return .null
    }
  } else {
    text.append("...")
  }
  text.append(", ")
  text.append(items)
  text.append(")")
  return text.finish()
}

private func union(_ a: Value, _ b: Value) -> Value {
  let this = isInstance(a, DefaultDictType.type!) ? a : b
  if !isDict(a) || !isDict(b) { return .notImplemented }
  // The class and factory are those of the operand that is a defaultdict.
  let make = factory(this).pointee
  let result = call2(Value(typeOf(this)), make.isNull ? .none : make, a)
  if result.isNull { return .null }
  if dictUpdate(result, b) == 0 { return result }
  release(result)
  return .null
}

func setUpDefaultDictType(_ module: ModulePointer) {
  let type = newTypeStorage()
  DefaultDictType.type = type
  setUpType(
    type, "collections.defaultdict", base: Types.dict, size: MemoryLayout<DefaultDict>.size,
    flags: UInt32(MOLT_TYPE_BASE | MOLT_TYPE_CONTAINER))
  type.pointee.destroy = { object in
    releaseIfBound(factory(Value(object!)).pointee)
    Types.dict.pointee.destroy!(object)
  }
  type.pointee.traverse = { object, visit, context in
    let make = factory(Value(object!)).pointee
    if make.isObject && !make.isNull { visit!(make, context) }
    Types.dict.pointee.traverse!(object, visit, context)
  }
  type.pointee.clear = { object in
    replace(factory(Value(object!)), with: .null)
    Types.dict.pointee.clear!(object)
  }
  type.pointee.initialize = { initialize($0, $1, $2, $3) }
  type.pointee.repr = { defaultDictRepr($0) }
  setBinarySlot(type, Int(MOLT_OP_OR)) { union($0, $1) }
  addMethod(type, "__missing__", 1, 1, { this, args, _, _ in missing(this, args![0]) })
  addMethod(type, "copy", 0, 0, { this, _, _, _ in copy(this) })
  addMethod(type, "__copy__", 0, 0, { this, _, _, _ in copy(this) })
  addMethod(type, "__reduce__", 0, 0, { this, _, _, _ in reduce(this) })
  addClassGetItem(type)
  addGetter(
    type, "default_factory", { orNone(factory($0).pointee) },
    set: {
      replace(factory($0), with: $1.isNull ? .null : retained($1))
      return 0
    })
  finishType(type)
  addType(module, "defaultdict", type)
}
