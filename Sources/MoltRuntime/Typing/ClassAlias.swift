import MoltABI

// `Class[int]` of a generic class, `T | int`, and `*Ts`: what `typing` makes of them, for programs without `typing`.
// CPython: _GenericAlias, _UnionGenericAlias and _UnpackGenericAlias of Lib/typing.py.

private struct ClassAlias {
  var header: MoltObject
  var origin: Value
  var arguments: Value  // tuple
  var parameters: Value  // tuple
  var dict: Value
  var weak: Value
}

private func alias(_ value: Value) -> UnsafeMutablePointer<ClassAlias> { value.pointer(ClassAlias.self) }

private func newAlias(_ type: TypePointer, _ origin: Value, _ arguments: Value) -> Value {
  let parameters = collectParameters(arguments, looksIntoTuples: true)
  if parameters.isNull { return .null }
  let value = Value(allocateObject(type, MemoryLayout<ClassAlias>.stride))
  alias(value).pointee.origin = retained(origin)
  alias(value).pointee.arguments = retained(arguments)
  alias(value).pointee.parameters = parameters
  return value
}

/// origin[arguments]: owned, or null.
func newClassAlias(_ origin: Value, _ arguments: Value) -> Value {
  newAlias(TypingTypes.classAlias!, origin, arguments)
}

func classAliasOrigin(_ value: Value) -> Value { alias(value).pointee.origin }
/// Borrowed.
func classAliasParameters(_ value: Value) -> Value { alias(value).pointee.parameters }

private func isAlias(_ value: Value) -> Bool {
  let type = typeOf(value)
  return type == TypingTypes.classAlias || type == TypingTypes.unionAlias || type == TypingTypes.unpackAlias
}

// ----------------------------------------------------------------------------------------------------------------- forms

/// `typing.Union` and `typing.Unpack`, the origins of aliases.
private struct Form {
  var header: MoltObject
  var name: Value
}

private enum Forms {
  static var union = Value(bits: 0)
  static var unpack = Value(bits: 0)
}

private func newForm(_ name: StaticString) -> Value {
  let value = Value(allocateObject(TypingTypes.form!, MemoryLayout<Form>.stride))
  value.pointer(Form.self).pointee.name = intern(name)
  value.object.pointee.refCount = UInt32(MOLT_IMMORTAL)
  return value
}

private func setUpForms() {
  let type = newTypeStorage()
  TypingTypes.form = type
  setUpType(type, "typing._SpecialForm", size: MemoryLayout<Form>.stride, flags: 0)
  setTypingModule(type)
  type.pointee.destroy = { freeObject($0!, MemoryLayout<Form>.stride) }
  type.pointee.repr = { this in
    var text = StringBuilder()
    text.append("typing.")
    text.append(this.pointer(Form.self).pointee.name)
    return text.finish()
  }
  type.pointee.call = { this, _, _, _ in
    raise(Exceptions.typeError) {
      $0.append("Cannot instantiate ")
      _ = $0.appendRepr(this)
    }
  }
  finishType(type)
  Forms.union = newForm("Union")
  Forms.unpack = newForm("Unpack")
}

/// `typing.ForwardRef` of a text where a type is wanted.
private struct ForwardReference {
  var header: MoltObject
  var text: Value
}

func newForwardReference(_ text: Value) -> Value {
  let value = Value(allocateObject(TypingTypes.forwardReference!, MemoryLayout<ForwardReference>.stride))
  value.pointer(ForwardReference.self).pointee.text = retained(text)
  return value
}

private func referenceText(_ value: Value) -> Value { value.pointer(ForwardReference.self).pointee.text }

private func setUpForwardReference() {
  let type = newTypeStorage()
  TypingTypes.forwardReference = type
  setUpType(type, "typing.ForwardRef", size: MemoryLayout<ForwardReference>.stride, flags: 0)
  setTypingModule(type)
  type.pointee.destroy = { object in
    releaseIfBound(referenceText(Value(object!)))
    freeObject(object!, MemoryLayout<ForwardReference>.stride)
  }
  type.pointee.repr = { this in
    var text = StringBuilder()
    text.append("ForwardRef(")
    _ = text.appendRepr(referenceText(this))
    text.append(")")
    return text.finish()
  }
  type.pointee.hash = { hashOf(referenceText($0)) }
  type.pointee.compare = { a, b, op in
    guard op == 2 || op == 3, typeOf(a) == typeOf(b) else { return .notImplemented }
    return Value((equal(referenceText(a), referenceText(b)) == 1) == (op == 2))
  }
  molt_type_binary_slot(type, Int(MOLT_OP_OR)).pointee = { typingUnionOf($0, $1) }
  addGetter(type, "__forward_arg__", { retained(referenceText($0)) })
  finishType(type)
}

// ---------------------------------------------------------------------------------------------------------------- unions

/// `a | b` where one is a type parameter or an alias of `typing`: owned, or null.
func typingUnionOf(_ a: Value, _ b: Value) -> Value {
  let own = typingFunction("_make_union")
  if !own.isNull {
    defer { release(own) }
    return call2(own, a, b)
  }
  if exceptionIsSet { return .null }
  let pair = makeTuple(a, b)
  let result = unionOfAll(pair)
  release(pair)
  return result
}

private func unionOfAll(_ items: Value) -> Value {
  let members = newList()
  for index in 0..<tupleCount(items) {
    let item = checkedTypeArgument(tupleItems(items)[index], "Union[arg, ...]: each arg must be a type.")
    let isAdded = !item.isNull && addMembers(members, item)
    releaseIfBound(item)
    if !isAdded {
      release(members)
      return .null
    }
  }
  if listCount(members) == 1 {
    let only = retained(listItems(members)[0])
    release(members)
    return only
  }
  let arguments = tupleOfList(members)
  let result = newAlias(TypingTypes.unionAlias!, Forms.union, arguments)
  release(arguments)
  return result
}

private func addMembers(_ members: Value, _ item: Value) -> Bool {
  let inner =
    typeOf(item) == TypingTypes.unionAlias
    ? alias(item).pointee.arguments
    : typeOf(item) == Types.union ? item.pointer(UnionType.self).pointee.arguments : .null
  if !inner.isNull {
    for index in 0..<tupleCount(inner) where !addMembers(members, tupleItems(inner)[index]) { return false }
    return true
  }
  for index in 0..<listCount(members) {
    let same = equal(listItems(members)[index], item)
    if same < 0 { return false }
    if same == 1 { return true }
  }
  listAppend(members, item)
  return true
}

// -------------------------------------------------------------------------------------------------------------- unpacked

/// `Unpack[Ts]`, what iterating over a TypeVarTuple gives: owned, or null.
func unpackedTypeVarTuple(_ parameter: Value) -> Value {
  let form = typingFunction("Unpack")
  if !form.isNull {
    defer { release(form) }
    return getItem(form, parameter)
  }
  if exceptionIsSet { return .null }
  let arguments = makeTuple(parameter)
  let result = newAlias(TypingTypes.unpackAlias!, Forms.unpack, arguments)
  release(arguments)
  return result
}

func isUnpackedTypeVarTuple(_ value: Value) -> Bool {
  if typeOf(value) == TypingTypes.unpackAlias { return isTypeVarTuple(tupleItems(alias(value).pointee.arguments)[0]) }
  let flag = hasFlag(value, "__typing_is_unpacked_typevartuple__")
  if flag < 0 { clearException() }
  return flag == 1
}

// ------------------------------------------------------------------------------------------------------------------ repr

/// An argument as `typing` shows it; false with an exception set.
private func appendArgument(_ text: inout StringBuilder, _ item: Value) -> Bool {
  if item == .ellipsis {
    text.append("...")
    return true
  }
  if isType(item) {
    appendTypeName(&text, asType(item))
    return true
  }
  if typeOf(item) == Types.function {
    let name = getAttribute(item, Names.name)
    defer { releaseIfBound(name) }
    return !name.isNull && text.appendStr(name)
  }
  if isTuple(item) {
    text.append("[")
    if !appendArguments(&text, item) { return false }
    text.append("]")
    return true
  }
  return text.appendRepr(item)
}

private func appendArguments(_ text: inout StringBuilder, _ items: Value) -> Bool {
  for index in 0..<tupleCount(items) {
    if index > 0 { text.append(", ") }
    if !appendArgument(&text, tupleItems(items)[index]) { return false }
  }
  return true
}

private func aliasRepr(_ value: Value) -> Value {
  var text = StringBuilder()
  let arguments = alias(value).pointee.arguments
  var isWhole: Bool
  var shown = Value.null
  if typeOf(value) == TypingTypes.unionAlias && tupleCount(arguments) == 2 {
    let none = Value(Types.none)
    if tupleItems(arguments)[0] == none { shown = tupleItems(arguments)[1] }
    if tupleItems(arguments)[1] == none { shown = tupleItems(arguments)[0] }
  }
  if !shown.isNull {
    text.append("typing.Optional[")
    isWhole = appendArgument(&text, shown)
  } else {
    isWhole = appendArgument(&text, alias(value).pointee.origin)
    text.append("[")
    isWhole = isWhole && appendArguments(&text, arguments)
    if tupleCount(arguments) == 0 { text.append("()") }
  }
  text.append("]")
  if isWhole { return text.finish() }
  text.discard()
  return .null
}

// ------------------------------------------------------------------------------------------------------------ attributes

private func isDunder(_ name: Value) -> Bool {
  let text = StrView(name)
  let count = text.count
  guard count > 4 else { return false }
  let mark: UInt32 = 0x5f
  return text[0] == mark && text[1] == mark && text[count - 1] == mark && text[count - 2] == mark
}

private func aliasGetAttribute(_ value: Value, _ name: Value) -> Value {
  if name == Names.module { return getAttribute(alias(value).pointee.origin, name) }
  let own = genericLookup(value, typeOf(value), name)
  if !own.isNull || exceptionIsSet { return own }
  if name == Names.name || name == Names.qualname { return getAttribute(alias(value).pointee.origin, Names.name) }
  if name == Names.doc { return .none }
  if isDunder(name) { return raiseValue(Exceptions.attributeError, name) }
  return getInternedAttribute(alias(value).pointee.origin, name)
}

private func aliasGetItem(_ value: Value, _ item: Value) -> Value {
  // What `*Ts` is replaced by are the items themselves.
  if typeOf(value) == TypingTypes.unpackAlias && isUnpackedTypeVarTuple(value) { return retained(item) }
  if alias(value).pointee.origin == Value(TypingTypes.generic!) {
    return raise(Exceptions.typeError) {
      $0.append("Cannot subscript already-subscripted ")
      _ = $0.appendRepr(value)
    }
  }
  let given = isTuple(item) ? retained(item) : makeTuple(item)
  let items = newTuple(tupleCount(given))
  for index in 0..<tupleCount(given) { tupleItems(items)[index] = typeArgument(tupleItems(given)[index]) }
  release(given)
  let arguments = substituteParameters(
    value, alias(value).pointee.arguments, alias(value).pointee.parameters, items, looksIntoTuples: true)
  release(items)
  if arguments.isNull { return .null }
  let result =
    typeOf(value) == TypingTypes.unionAlias
    ? unionOfAll(arguments) : newAlias(typeOf(value), alias(value).pointee.origin, arguments)
  release(arguments)
  return result
}

private func aliasCall(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let result = callValue(alias(value).pointee.origin, args, count, names)
  if result.isNull { return .null }
  if setInternedAttribute(result, Names.origClass, value) < 0 {
    if !exceptionMatches(Exceptions.attributeError) {
      release(result)
      return .null
    }
    clearException()
  }
  return result
}

/// The bases that an alias stands for. `Generic[…]` is dropped where another base brings Generic.
private func aliasBases(_ value: Value, _ bases: Value) -> Value {
  if typeOf(value) != TypingTypes.classAlias {
    return raise(Exceptions.typeError) {
      $0.append("Cannot subclass ")
      _ = $0.appendRepr(value)
    }
  }
  let origin = alias(value).pointee.origin
  if origin == Value(TypingTypes.generic!), isTuple(bases) {
    var isBehind = false
    for index in 0..<tupleCount(bases) {
      let base = tupleItems(bases)[index]
      if base == value { isBehind = true } else if isBehind && isAlias(base) { return emptyTuple() }
    }
  }
  return makeTuple(origin)
}

private func argumentSet(_ value: Value) -> Value {
  let set = newSet(ofType: Types.frozenset)
  let arguments = alias(value).pointee.arguments
  for index in 0..<tupleCount(arguments) where setAdd(set, tupleItems(arguments)[index]) < 0 {
    release(set)
    return .null
  }
  return set
}

// ----------------------------------------------------------------------------------------------------------------- types

private func setUpObject(_ type: TypePointer, _ name: StaticString) {
  setUpType(type, name, size: MemoryLayout<ClassAlias>.stride, flags: UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.dictOffset = UInt32(MemoryLayout<ClassAlias>.offset(of: \ClassAlias.dict)!)
  type.pointee.weakOffset = UInt32(MemoryLayout<ClassAlias>.offset(of: \ClassAlias.weak)!)
  type.pointee.destroy = { object in
    let alias = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: ClassAlias.self)
    if !alias.pointee.weak.isNull { clearWeakReferences(Value(object!)) }
    releaseIfBound(alias.pointee.origin)
    releaseIfBound(alias.pointee.arguments)
    releaseIfBound(alias.pointee.parameters)
    releaseIfBound(alias.pointee.dict)
    freeObject(object!, MemoryLayout<ClassAlias>.stride)
  }
  type.pointee.traverse = { object, visit, context in
    let alias = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: ClassAlias.self)
    if !alias.pointee.origin.isNull { visit!(alias.pointee.origin, context) }
    if !alias.pointee.arguments.isNull { visit!(alias.pointee.arguments, context) }
    if !alias.pointee.parameters.isNull { visit!(alias.pointee.parameters, context) }
    if !alias.pointee.dict.isNull { visit!(alias.pointee.dict, context) }
  }
  type.pointee.repr = { aliasRepr($0) }
  type.pointee.call = { aliasCall($0, $1, $2, $3) }
  type.pointee.getAttribute = { aliasGetAttribute($0, $1) }
  type.pointee.setAttribute = { this, name, item in
    isDunder(name)
      ? genericSetAttribute(this, name, item) : setInternedAttribute(alias(this).pointee.origin, name, item)
  }
  type.pointee.getItem = { aliasGetItem($0, $1) }
  molt_type_binary_slot(type, Int(MOLT_OP_OR)).pointee = { typingUnionOf($0, $1) }
  addGetter(type, "__origin__", { retained(alias($0).pointee.origin) })
  addGetter(type, "__args__", { retained(alias($0).pointee.arguments) })
  addGetter(type, "__parameters__", { retained(alias($0).pointee.parameters) })
  addMethod(type, "__mro_entries__", 1, 1, { this, args, _, _ in aliasBases(this, args![0]) })
}

private func refuseCheck(_: Value, _: Arguments?, _: Int32, _: Value) -> Value {
  raise(Exceptions.typeError, "Subscripted generics cannot be used with class and instance checks")
}

private func setUpClassAlias() {
  let type = newTypeStorage()
  TypingTypes.classAlias = type
  setUpObject(type, "typing._GenericAlias")
  type.pointee.iterate = { value in
    let arguments = makeTuple(value)
    let unpacked = newAlias(TypingTypes.unpackAlias!, Forms.unpack, arguments)
    release(arguments)
    if unpacked.isNull { return .null }
    let once = makeTuple(unpacked)
    release(unpacked)
    let iterator = iterate(once)
    release(once)
    return iterator
  }
  type.pointee.hash = { value in
    let pair = makeTuple(alias(value).pointee.origin, alias(value).pointee.arguments)
    let hash = hashOf(pair)
    release(pair)
    return hash
  }
  type.pointee.compare = { a, b, op in
    guard op == 2 || op == 3, isAlias(a), isAlias(b) else { return .notImplemented }
    var same: Int32 = alias(a).pointee.origin == alias(b).pointee.origin ? 1 : 0
    if same == 1 { same = equal(alias(a).pointee.arguments, alias(b).pointee.arguments) }
    return same < 0 ? .null : Value((same == 1) == (op == 2))
  }
  addMethod(type, "__instancecheck__", 1, 1, refuseCheck)
  addMethod(type, "__subclasscheck__", 1, 1, refuseCheck)
  finishType(type)
}

private func setUpUnionAlias() {
  let type = newTypeStorage()
  TypingTypes.unionAlias = type
  setUpObject(type, "typing._UnionGenericAlias")
  type.pointee.hash = { value in
    let set = argumentSet(value)
    if set.isNull { return -1 }
    let hash = hashOf(set)
    release(set)
    return hash
  }
  type.pointee.compare = { a, b, op in
    guard op == 2 || op == 3, typeOf(a) == typeOf(b) else { return .notImplemented }
    let left = argumentSet(a)
    if left.isNull { return .null }
    let right = argumentSet(b)
    let same = right.isNull ? -1 : equal(left, right)
    release(left)
    releaseIfBound(right)
    return same < 0 ? .null : Value((same == 1) == (op == 2))
  }
  addMethod(
    type, "__instancecheck__", 1, 1,
    { this, args, _, _ in isSubclassOfAny(Value(typeOf(args![0])), alias(this).pointee.arguments) })
  addMethod(
    type, "__subclasscheck__", 1, 1,
    { this, args, _, _ in isSubclassOfAny(args![0], alias(this).pointee.arguments) })
  finishType(type)
}

private func isSubclassOfAny(_ derived: Value, _ classes: Value) -> Value {
  for index in 0..<tupleCount(classes) {
    let result = checkSubclass(derived, tupleItems(classes)[index])
    if result != 0 { return result < 0 ? .null : .true }
  }
  return .false
}

private func setUpUnpackAlias() {
  let type = newTypeStorage()
  TypingTypes.unpackAlias = type
  setUpObject(type, "typing._UnpackGenericAlias")
  type.pointee.hash = TypingTypes.classAlias!.pointee.hash
  type.pointee.compare = TypingTypes.classAlias!.pointee.compare
  addGetter(
    type, "__typing_unpacked_tuple_args__",
    {
      let inner = tupleItems(alias($0).pointee.arguments)[0]
      if !isAlias(inner) && !isGenericAlias(inner) { return .none }
      let origin = getAttribute(inner, Names.origin)
      if origin.isNull { return .null }
      release(origin)
      if origin != Value(Types.tuple) {
        return raise(Exceptions.typeError, "Unpack[...] must be used with a tuple type")
      }
      return getAttribute(inner, Names.args)
    })
  addGetter(
    type, "__typing_is_unpacked_typevartuple__",
    { Value(isTypeVarTuple(tupleItems(alias($0).pointee.arguments)[0])) })
  finishType(type)
}

func setUpClassAliasTypes() {
  setUpForms()
  setUpForwardReference()
  setUpClassAlias()
  setUpUnionAlias()
  setUpUnpackAlias()
}
