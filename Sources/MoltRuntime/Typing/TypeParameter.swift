import MoltABI

// TypeVar, ParamSpec and TypeVarTuple, which share a layout.

struct TypeParameter {
  var header: MoltObject
  var name: Value
  var bound: Value  // null: not known yet, or none
  var constraints: Value  // tuple; null: not known yet, or none
  var evaluateBound: Value  // function, or null
  var evaluateConstraints: Value
  var dict: Value
  var weak: Value
  var isCovariant: Bool
  var isContravariant: Bool
  var infersVariance: Bool
}

typealias TypeParameterPointer = UnsafeMutablePointer<TypeParameter>

@inline(__always) func typeParameter(_ value: Value) -> TypeParameterPointer { value.pointer(TypeParameter.self) }

private func newTypeParameter(_ type: TypePointer, _ name: Value) -> Value {
  let value = Value(allocateObject(type, MemoryLayout<TypeParameter>.stride))
  typeParameter(value).pointee.name = retained(name)
  return value
}

/// A parameter as written in brackets. `evaluator`: function that gives the bound or the constraints, or null. `kind`:
/// MoltSpec's TypeParameterKind.
@c(molt_new_type_parameter)
func molt_new_type_parameter(_ name: Value, _ evaluator: Value, _ kind: Int32) -> Value {
  setUpTypingTypes()
  let type = kind < 3 ? TypingTypes.typeVar! : kind == 3 ? TypingTypes.paramSpec! : TypingTypes.typeVarTuple!
  let value = newTypeParameter(type, name)
  typeParameter(value).pointee.infersVariance = true
  if kind == 1 { typeParameter(value).pointee.evaluateBound = retained(evaluator) }
  if kind == 2 { typeParameter(value).pointee.evaluateConstraints = retained(evaluator) }
  return value
}

@c(molt_set_type_parameters) func molt_set_type_parameters(_ function: Value, _ parameters: Value) {
  replace(&function.pointer(MoltFunction.self).pointee.typeParams, with: retained(parameters))
}

// ---------------------------------------------------------------------------------------------------------------- kinds

func isTypeVarTuple(_ value: Value) -> Bool { typeOf(value) == TypingTypes.typeVarTuple }

/// What can stand in Generic[…]: a type parameter, or a TypeVarTuple that is unpacked.
func isTypeVarLike(_ value: Value) -> Bool {
  typeOf(value) == TypingTypes.typeVar || typeOf(value) == TypingTypes.paramSpec || isUnpackedTypeVarTuple(value)
}

// ------------------------------------------------------------------------------------------------------------ attributes

/// A value that a function gives when it is first asked for: owned, or null.
private func evaluated(
  _ slot: UnsafeMutablePointer<Value>, _ evaluator: UnsafeMutablePointer<Value>, otherwise: () -> Value
) -> Value {
  if !slot.pointee.isNull { return retained(slot.pointee) }
  if evaluator.pointee.isNull { return otherwise() }
  let function = retained(evaluator.pointee)
  let result = call0(function)
  release(function)
  if !result.isNull { replace(slot, with: retained(result)) }
  return result
}

private func repr(_ value: Value) -> Value {
  let parameter = typeParameter(value)
  if parameter.pointee.infersVariance { return retained(parameter.pointee.name) }
  var text = StringBuilder()
  text.append(parameter.pointee.isCovariant ? "+" : parameter.pointee.isContravariant ? "-" : "~")
  text.append(parameter.pointee.name)
  return text.finish()
}

private func setUpObject(_ type: TypePointer, _ name: StaticString) {
  setUpType(type, name, size: MemoryLayout<TypeParameter>.stride, flags: UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.dictOffset = UInt32(MemoryLayout<TypeParameter>.offset(of: \TypeParameter.dict)!)
  type.pointee.weakOffset = UInt32(MemoryLayout<TypeParameter>.offset(of: \TypeParameter.weak)!)
  type.pointee.destroy = { object in
    let parameter = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: TypeParameter.self)
    if !parameter.pointee.weak.isNull { clearWeakReferences(Value(object!)) }
    clear(parameter)
    releaseIfBound(parameter.pointee.name)
    freeObject(object!, MemoryLayout<TypeParameter>.stride)
  }
  type.pointee.traverse = { object, visit, context in
    let parameter = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: TypeParameter.self)
    if !parameter.pointee.bound.isNull { visit!(parameter.pointee.bound, context) }
    if !parameter.pointee.constraints.isNull { visit!(parameter.pointee.constraints, context) }
    if !parameter.pointee.evaluateBound.isNull { visit!(parameter.pointee.evaluateBound, context) }
    if !parameter.pointee.evaluateConstraints.isNull { visit!(parameter.pointee.evaluateConstraints, context) }
    if !parameter.pointee.dict.isNull { visit!(parameter.pointee.dict, context) }
  }
  type.pointee.clear = { clear(UnsafeMutableRawPointer($0!).assumingMemoryBound(to: TypeParameter.self)) }
  type.pointee.initialize = { _, _, _, _ in 0 }
  type.pointee.repr = { repr($0) }
  setTypingModule(type)
  addGetter(type, "__name__", { retained(typeParameter($0).pointee.name) }, set: { refuseToSet($0, $1) })
  addMethod(type, "__reduce__", 0, 0, { this, _, _, _ in retained(typeParameter(this).pointee.name) })
  refuseAsBase(type)
}

private func clear(_ parameter: TypeParameterPointer) {
  replace(&parameter.pointee.bound, with: .null)
  replace(&parameter.pointee.constraints, with: .null)
  replace(&parameter.pointee.evaluateBound, with: .null)
  replace(&parameter.pointee.evaluateConstraints, with: .null)
  replace(&parameter.pointee.dict, with: .null)
}

private func addVariance(_ type: TypePointer) {
  addGetter(type, "__covariant__", { Value(typeParameter($0).pointee.isCovariant) }, set: { refuseToSet($0, $1) })
  addGetter(
    type, "__contravariant__", { Value(typeParameter($0).pointee.isContravariant) }, set: { refuseToSet($0, $1) })
  addGetter(
    type, "__infer_variance__", { Value(typeParameter($0).pointee.infersVariance) }, set: { refuseToSet($0, $1) })
  molt_type_binary_slot(type, Int(MOLT_OP_OR)).pointee = { typingUnionOf($0, $1) }
}

/// The variance and the bound that a constructor was given; false with an exception set.
private func setOptions(
  _ value: Value, bound: Value, covariant: Value, contravariant: Value, infer: Value
) -> Bool {
  func flag(_ item: Value) -> Int32 { item.isNull ? 0 : truthOf(item) }
  let isCovariant = flag(covariant)
  let isContravariant = isCovariant < 0 ? -1 : flag(contravariant)
  let infers = isContravariant < 0 ? -1 : flag(infer)
  if infers < 0 { return false }
  let parameter = typeParameter(value)
  parameter.pointee.isCovariant = isCovariant == 1
  parameter.pointee.isContravariant = isContravariant == 1
  parameter.pointee.infersVariance = infers == 1
  if isCovariant == 1 && isContravariant == 1 {
    raise(Exceptions.valueError, "Bivariant types are not supported.")
    return false
  }
  if infers == 1 && (isCovariant == 1 || isContravariant == 1) {
    raise(Exceptions.valueError, "Variance cannot be specified with infer_variance.")
    return false
  }
  if !bound.isNull && !bound.isNone {
    parameter.pointee.bound = checkedTypeArgument(bound, "Bound must be a type.")
    if parameter.pointee.bound.isNull { return false }
  }
  return true
}

private func raiseNotText(_ function: StaticString, _ value: Value) -> Value {
  raise(Exceptions.typeError) {
    $0.append(function)
    $0.append("() argument 'name' must be str, not ")
    $0.append(argumentTypeName(value))
  }
}

/// A parameter that a call makes belongs to a module; without frames that is taken to be the main one.
private func finished(_ value: Value, _ isWhole: Bool) -> Value {
  if isWhole && setInternedAttribute(value, Names.module, Names.main) == 0 { return value }
  release(value)
  return .null
}

// --------------------------------------------------------------------------------------------------------------- TypeVar

private func makeTypeVar(_ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  // Constraints are the positional arguments behind the name.
  let constraintCount = max(Int(count) - 1, 0)
  let keywordCount = names.isNull ? 0 : tupleCount(names)
  return withUnsafeTemporaryAllocation(of: Value.self, capacity: keywordCount + 1) { given in
    let first = Int(count) - constraintCount
    for index in 0..<first { given[index] = args![index] }
    for index in 0..<keywordCount { given[first + index] = args![Int(count) + index] }
    return withParameters(
      "typevar", "name bound covariant contravariant infer_variance", required: 1, given.baseAddress, Int32(first),
      names
    ) { slots in
      if !isStr(slots[0]) { return raiseNotText("typevar", slots[0]) }
      let value = newTypeParameter(TypingTypes.typeVar!, slots[0])
      var isWhole = setOptions(
        value, bound: slots[1], covariant: slots[2], contravariant: slots[3], infer: slots[4])
      if isWhole && constraintCount == 1 {
        raise(Exceptions.typeError, "A single constraint is not allowed")
        isWhole = false
      } else if isWhole && constraintCount > 1 {
        if !typeParameter(value).pointee.bound.isNull {
          raise(Exceptions.typeError, "Constraints cannot be combined with bound=...")
          isWhole = false
        }
        typeParameter(value).pointee.constraints = makeTuple(args! + 1, constraintCount)
      }
      return finished(value, isWhole)
    }
  }
}

private func setUpTypeVar(_ type: TypePointer) {
  setUpObject(type, "typing.TypeVar")
  addVariance(type)
  type.pointee.construct = { _, args, count, names in makeTypeVar(args, count, names) }
  addGetter(
    type, "__bound__",
    { value in
      let parameter = typeParameter(value)
      return evaluated(&parameter.pointee.bound, &parameter.pointee.evaluateBound) { .none }
    })
  addGetter(
    type, "__constraints__",
    { value in
      let parameter = typeParameter(value)
      return evaluated(&parameter.pointee.constraints, &parameter.pointee.evaluateConstraints) { emptyTuple() }
    })
  addMethod(
    type, "__typing_subst__", 1, 1,
    { this, args, _, _ in
      let own = typingFunction("_typevar_subst")
      if !own.isNull {
        defer { release(own) }
        return call2(own, this, args![0])
      }
      if exceptionIsSet { return .null }
      let argument = checkedTypeArgument(args![0], "Parameters to generic types must be types.")
      if argument.isNull { return .null }
      if typeOf(argument) != TypingTypes.unpackAlias && hasFlag(argument, "__unpacked__") != 1 {
        return exceptionIsSet ? .null : argument
      }
      raise(Exceptions.typeError) {
        _ = $0.appendRepr(argument)
        $0.append(" is not valid as type argument")
      }
      release(argument)
      return .null
    })
  finishType(type)
}

// ------------------------------------------------------------------------------------------------------------- ParamSpec

private func setUpParamSpec(_ type: TypePointer) {
  setUpObject(type, "typing.ParamSpec")
  addVariance(type)
  type.pointee.construct = { _, args, count, names in
    withParameters(
      "paramspec", "name bound covariant contravariant infer_variance", required: 1, args, count, names
    ) { slots in
      if !isStr(slots[0]) { return raiseNotText("paramspec", slots[0]) }
      let value = newTypeParameter(TypingTypes.paramSpec!, slots[0])
      let isWhole = setOptions(
        value, bound: slots[1], covariant: slots[2], contravariant: slots[3], infer: slots[4])
      return finished(value, isWhole)
    }
  }
  addGetter(
    type, "__bound__",
    {
      let bound = typeParameter($0).pointee.bound
      return bound.isNull ? .none : retained(bound)
    }, set: { refuseToSet($0, $1) })
  addGetter(type, "args", { newParamSpecPart(TypingTypes.paramSpecArgs!, $0) })
  addGetter(type, "kwargs", { newParamSpecPart(TypingTypes.paramSpecKwargs!, $0) })
  addMethod(
    type, "__typing_subst__", 1, 1,
    { this, args, _, _ in
      let own = typingFunction("_paramspec_subst")
      if own.isNull { return exceptionIsSet ? .null : substituteParamSpec(args![0]) }
      defer { release(own) }
      return call2(own, this, args![0])
    })
  addMethod(
    type, "__typing_prepare_subst__", 2, 2,
    { this, args, _, _ in
      let own = typingFunction("_paramspec_prepare_subst")
      if own.isNull { return exceptionIsSet ? .null : prepareParamSpec(this, args![0], args![1]) }
      defer { release(own) }
      return call3(own, this, args![0], args![1])
    })
  finishType(type)
}

// ---------------------------------------------------------------------------------------------------------- TypeVarTuple

private func setUpTypeVarTuple(_ type: TypePointer) {
  setUpObject(type, "typing.TypeVarTuple")
  type.pointee.construct = { _, args, count, names in
    withParameters("typevartuple", "name", required: 1, args, count, names) { slots in
      if !isStr(slots[0]) { return raiseNotText("typevartuple", slots[0]) }
      let value = newTypeParameter(TypingTypes.typeVarTuple!, slots[0])
      typeParameter(value).pointee.infersVariance = true
      return finished(value, true)
    }
  }
  type.pointee.iterate = { value in
    let unpacked = unpackedTypeVarTuple(value)
    if unpacked.isNull { return .null }
    let once = makeTuple(unpacked)
    release(unpacked)
    let iterator = iterate(once)
    release(once)
    return iterator
  }
  addMethod(
    type, "__typing_subst__", 1, 1,
    { _, _, _, _ in raise(Exceptions.typeError, "Substitution of bare TypeVarTuple is not supported") })
  addMethod(
    type, "__typing_prepare_subst__", 2, 2,
    { this, args, _, _ in
      let own = typingFunction("_typevartuple_prepare_subst")
      if own.isNull { return exceptionIsSet ? .null : prepareTypeVarTuple(this, args![0], args![1]) }
      defer { release(own) }
      return call3(own, this, args![0], args![1])
    })
  finishType(type)
}

func setUpTypeParameterTypes() {
  let typeVar = newTypeStorage()
  let paramSpec = newTypeStorage()
  let typeVarTuple = newTypeStorage()
  TypingTypes.typeVar = typeVar
  TypingTypes.paramSpec = paramSpec
  TypingTypes.typeVarTuple = typeVarTuple
  setUpTypeVar(typeVar)
  setUpParamSpec(paramSpec)
  setUpTypeVarTuple(typeVarTuple)
}
