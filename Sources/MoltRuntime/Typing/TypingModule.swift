import MoltABI

// The module `_typing`: what type parameters and `type` statements are made of. CPython: Objects/typevarobject.c and
// Modules/_typingmodule.c. Compiled code that has type parameters needs the types without importing the module; a
// program with such code is linked with it.

enum TypingTypes {
  static var typeVar: TypePointer? = nil
  static var paramSpec: TypePointer? = nil
  static var paramSpecArgs: TypePointer? = nil
  static var paramSpecKwargs: TypePointer? = nil
  static var typeVarTuple: TypePointer? = nil
  static var typeAlias: TypePointer? = nil
  static var generic: TypePointer? = nil
  static var classAlias: TypePointer? = nil
  static var unionAlias: TypePointer? = nil
  static var unpackAlias: TypePointer? = nil
  static var form: TypePointer? = nil
  static var forwardReference: TypePointer? = nil
}

/// Makes the types, once.
func setUpTypingTypes() {
  if TypingTypes.typeVar != nil { return }
  setUpTypeParameterTypes()
  setUpParamSpecParts()
  setUpTypeAliasType()
  setUpGenericType()
  setUpClassAliasTypes()
}

func setUpTypingModule(_ module: ModulePointer) -> Bool {
  setUpTypingTypes()
  setDoc(module, "What type parameters and type statements are made of.")
  addType(module, "TypeVar", TypingTypes.typeVar!)
  addType(module, "ParamSpec", TypingTypes.paramSpec!)
  addType(module, "ParamSpecArgs", TypingTypes.paramSpecArgs!)
  addType(module, "ParamSpecKwargs", TypingTypes.paramSpecKwargs!)
  addType(module, "TypeVarTuple", TypingTypes.typeVarTuple!)
  addType(module, "TypeAliasType", TypingTypes.typeAlias!)
  addType(module, "Generic", TypingTypes.generic!)
  addFunction(module, "_idfunc", 1, 1, { _, args, _, _ in retained(args![0]) })
  return true
}

/// `typing.name` where the program has the module `typing`: owned. Null without an exception where it has not; then the
/// runtime's own form of the function is what counts.
func typingFunction(_ name: StaticString) -> Value {
  let moduleName = intern("typing")
  if dictGet(sysModules(), moduleName).isNull, programModuleInfo(moduleName) == nil { return .null }
  let module = importByName(moduleName)
  if module.isNull { return .null }
  let function = getAttribute(module, intern(name))
  release(module)
  return function
}

/// An argument of a type as `typing` keeps it: None as NoneType, text as a reference to what it names. Owned.
func typeArgument(_ value: Value) -> Value {
  if value.isNone { return retained(Value(Types.none)) }
  return isStr(value) ? newForwardReference(value) : retained(value)
}

/// An argument that has to be a type, checked as far as `typing._type_check` does: owned, or null.
func checkedTypeArgument(_ value: Value, _ message: StaticString) -> Value {
  if isExactTuple(value) {
    return raise(Exceptions.typeError) {
      $0.append(message)
      $0.append(" Got ")
      _ = $0.appendRepr(value)
      $0.append(".")
    }
  }
  if value == Value(TypingTypes.generic!) {
    return raise(Exceptions.typeError) {
      $0.append("Plain ")
      _ = $0.appendRepr(value)
      $0.append(" is not valid as type argument")
    }
  }
  return typeArgument(value)
}

/// Adds `__module__`, which instances show, to a type of `typing`.
func setTypingModule(_ type: TypePointer) { dictSetName(type.pointee.dict, Names.module, intern("typing")) }

/// Adds `__mro_entries__` that refuses to be a base: "Cannot subclass an instance of TypeVar".
func refuseAsBase(_ type: TypePointer) {
  addMethod(
    type, "__mro_entries__", 1, 1,
    { this, _, _, _ in
      raise(Exceptions.typeError) {
        $0.append("Cannot subclass an instance of ")
        $0.append(typeOf(this).pointee.name)
      }
    })
}

/// "readonly attribute", as CPython's plain members say.
func refuseToSet(_: Value, _: Value) -> Int32 { raiseStatus(Exceptions.attributeError, "readonly attribute") }
