import MoltABI

// TypeAliasType: what a `type` statement binds. Its value is evaluated when it is first asked for.

private struct TypeAlias {
  var header: MoltObject
  var name: Value
  var parameters: Value  // tuple, or null: not generic
  var evaluate: Value  // function, or null
  var value: Value  // null: not evaluated yet
  var module: Value  // str, or null: that of the function
}

private func alias(_ value: Value) -> UnsafeMutablePointer<TypeAlias> { value.pointer(TypeAlias.self) }

private func newTypeAlias(_ name: Value, _ parameters: Value) -> Value {
  let value = Value(allocateObject(TypingTypes.typeAlias!, MemoryLayout<TypeAlias>.stride))
  alias(value).pointee.name = retained(name)
  if !parameters.isNull { alias(value).pointee.parameters = retained(parameters) }
  return value
}

@c(molt_new_type_alias)
func molt_new_type_alias(_ name: Value, _ parameters: Value, _ evaluate: Value) -> Value {
  setUpTypingTypes()
  let value = newTypeAlias(name, parameters)
  alias(value).pointee.evaluate = retained(evaluate)
  return value
}

private func aliasValue(_ this: Value) -> Value {
  if !alias(this).pointee.value.isNull { return retained(alias(this).pointee.value) }
  let function = retained(alias(this).pointee.evaluate)
  let result = call0(function)
  release(function)
  if !result.isNull { replace(&alias(this).pointee.value, with: retained(result)) }
  return result
}

private func aliasModule(_ this: Value) -> Value {
  if !alias(this).pointee.module.isNull { return retained(alias(this).pointee.module) }
  if alias(this).pointee.evaluate.isNull { return .none }
  return getAttribute(alias(this).pointee.evaluate, Names.module)
}

/// The type parameters with TypeVarTuples unpacked, as subscripts have them: owned, or null.
func unpackTypeVarTuples(_ parameters: Value) -> Value {
  var hasTuples = false
  for index in 0..<tupleCount(parameters) where isTypeVarTuple(tupleItems(parameters)[index]) { hasTuples = true }
  if !hasTuples { return retained(parameters) }
  let result = newTuple(tupleCount(parameters))
  for index in 0..<tupleCount(parameters) {
    let parameter = tupleItems(parameters)[index]
    let item = isTypeVarTuple(parameter) ? unpackedTypeVarTuple(parameter) : retained(parameter)
    if item.isNull {
      release(result)
      return .null
    }
    tupleItems(result)[index] = item
  }
  return result
}

private func clear(_ alias: UnsafeMutablePointer<TypeAlias>) {
  replace(&alias.pointee.parameters, with: .null)
  replace(&alias.pointee.evaluate, with: .null)
  replace(&alias.pointee.value, with: .null)
}

private func makeAlias(_ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  withParameters("typealias", "name value type_params", required: 2, args, count, names) { slots in
    if !isStr(slots[0]) {
      return raise(Exceptions.typeError) {
        $0.append("typealias() argument 'name' must be str, not ")
        $0.append(argumentTypeName(slots[0]))
      }
    }
    if !slots[2].isNull && !isTuple(slots[2]) { return raise(Exceptions.typeError, "type_params must be a tuple") }
    let isGeneric = !slots[2].isNull && tupleCount(slots[2]) > 0
    let value = newTypeAlias(slots[0], isGeneric ? slots[2] : .null)
    alias(value).pointee.value = retained(slots[1])
    alias(value).pointee.module = retained(Names.main)
    return value
  }
}

func setUpTypeAliasType() {
  let type = newTypeStorage()
  TypingTypes.typeAlias = type
  UnionMembers.typeAlias = type
  setUpType(
    type, "typing.TypeAliasType", size: MemoryLayout<TypeAlias>.stride, flags: UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.destroy = { object in
    let alias = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: TypeAlias.self)
    clear(alias)
    releaseIfBound(alias.pointee.name)
    releaseIfBound(alias.pointee.module)
    freeObject(object!, MemoryLayout<TypeAlias>.stride)
  }
  type.pointee.traverse = { object, visit, context in
    let alias = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: TypeAlias.self)
    if !alias.pointee.parameters.isNull { visit!(alias.pointee.parameters, context) }
    if !alias.pointee.evaluate.isNull { visit!(alias.pointee.evaluate, context) }
    if !alias.pointee.value.isNull { visit!(alias.pointee.value, context) }
  }
  type.pointee.clear = { clear(UnsafeMutableRawPointer($0!).assumingMemoryBound(to: TypeAlias.self)) }
  type.pointee.construct = { _, args, count, names in makeAlias(args, count, names) }
  type.pointee.initialize = { _, _, _, _ in 0 }
  type.pointee.repr = { retained(alias($0).pointee.name) }
  type.pointee.getItem = { this, item in
    if alias(this).pointee.parameters.isNull {
      return raise(Exceptions.typeError, "Only generic type aliases are subscriptable")
    }
    return newGenericAlias(this, item)
  }
  molt_type_binary_slot(type, Int(MOLT_OP_OR)).pointee = { unionOf($0, $1) }
  addGetter(type, "__name__", { retained(alias($0).pointee.name) }, set: { refuseToSet($0, $1) })
  addGetter(type, "__value__", { aliasValue($0) })
  addGetter(type, "__module__", { aliasModule($0) })
  addGetter(
    type, "__type_params__",
    {
      let parameters = alias($0).pointee.parameters
      return parameters.isNull ? emptyTuple() : retained(parameters)
    })
  addGetter(
    type, "__parameters__",
    {
      let parameters = alias($0).pointee.parameters
      return parameters.isNull ? emptyTuple() : unpackTypeVarTuples(parameters)
    })
  addMethod(type, "__reduce__", 0, 0, { this, _, _, _ in retained(alias(this).pointee.name) })
  finishType(type)
}
