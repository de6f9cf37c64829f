import MoltABI

// The module `__future__`: the features that could be asked for before they were the rule. What asking does is the
// compiler's affair; here are only the objects that the names are bound to. CPython: Lib/__future__.py.

private enum FutureTypes {
  static var feature: TypePointer? = nil
}

func setUpFutureModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "Features that a module can ask for.")
  addFeatureType(module)
  let names = newList()
  func feature(
    _ name: StaticString, _ constant: StaticString, _ flag: Int64, _ optional: Value, _ mandatory: Value
  ) {
    listAppend(names, intern(name))
    dictSetName(module.pointee.extra, intern(constant), Value(smallInt: flag))
    addConstant(module, name, newNativeIterator(Value(FutureTypes.feature!), optional, mandatory, makeInt(flag)))
  }
  feature("nested_scopes", "CO_NESTED", 0x10, version(2, 1, "beta", 1), version(2, 2, "alpha", 0))
  feature("generators", "CO_GENERATOR_ALLOWED", 0, version(2, 2, "alpha", 1), version(2, 3, "final", 0))
  feature("division", "CO_FUTURE_DIVISION", 0x20000, version(2, 2, "alpha", 2), version(3, 0, "alpha", 0))
  feature(
    "absolute_import", "CO_FUTURE_ABSOLUTE_IMPORT", 0x40000, version(2, 5, "alpha", 1), version(3, 0, "alpha", 0))
  feature(
    "with_statement", "CO_FUTURE_WITH_STATEMENT", 0x80000, version(2, 5, "alpha", 1), version(2, 6, "alpha", 0))
  feature(
    "print_function", "CO_FUTURE_PRINT_FUNCTION", 0x100000, version(2, 6, "alpha", 2), version(3, 0, "alpha", 0))
  feature(
    "unicode_literals", "CO_FUTURE_UNICODE_LITERALS", 0x200000, version(2, 6, "alpha", 2), version(3, 0, "alpha", 0))
  feature(
    "barry_as_FLUFL", "CO_FUTURE_BARRY_AS_BDFL", 0x400000, version(3, 1, "alpha", 2), version(4, 0, "alpha", 0))
  feature(
    "generator_stop", "CO_FUTURE_GENERATOR_STOP", 0x800000, version(3, 5, "beta", 1), version(3, 7, "alpha", 0))
  feature("annotations", "CO_FUTURE_ANNOTATIONS", 0x100_0000, version(3, 7, "beta", 1), .none)
  let exported = newList()
  listAppend(exported, intern("all_feature_names"))
  _ = listExtend(exported, names)
  addConstant(module, "all_feature_names", names)
  addConstant(module, "__all__", exported)
  return true
}

/// A release as sys.version_info gives it; the micro version is always 0.
private func version(_ major: Int64, _ minor: Int64, _ level: StaticString, _ serial: Int64) -> Value {
  let tuple = newTuple(5)
  let items = tupleItems(tuple)
  items[0] = Value(smallInt: major)
  items[1] = Value(smallInt: minor)
  items[2] = Value(smallInt: 0)
  items[3] = intern(level)
  items[4] = Value(smallInt: serial)
  return tuple
}

/// `_Feature`: a is the release that has the feature, b the one that makes it the rule or None, c the compiler's flag.
private func addFeatureType(_ module: ModulePointer) {
  let type = newTypeStorage()
  setUpNativeIterator(
    type, "__future__._Feature",
    construct: { callee, args, count, _ in
      if count != 3 { return raise(Exceptions.typeError, "_Feature() takes 3 arguments") }
      return newNativeIterator(callee, retained(args![0]), retained(args![1]), retained(args![2]))
    },
    next: { _ in .null })
  type.pointee.iterate = nil
  type.pointee.next = nil
  type.pointee.repr = { this in
    let feature = nativeIterator(this)
    var builder = StringBuilder()
    builder.append("_Feature(")
    var isWhole = builder.appendRepr(feature.pointee.a)
    builder.append(", ")
    isWhole = isWhole && builder.appendRepr(feature.pointee.b)
    builder.append(", ")
    if !isWhole || !builder.appendRepr(feature.pointee.c) {
      builder.discard()
      return .null
    }
    builder.append(")")
    return builder.finish()
  }
  addGetter(type, "optional", { retained(nativeIterator($0).pointee.a) })
  addGetter(type, "mandatory", { retained(nativeIterator($0).pointee.b) })
  addGetter(type, "compiler_flag", { retained(nativeIterator($0).pointee.c) })
  addMethod(type, "getOptionalRelease", 0, 0, { this, _, _, _ in retained(nativeIterator(this).pointee.a) })
  addMethod(type, "getMandatoryRelease", 0, 0, { this, _, _, _ in retained(nativeIterator(this).pointee.b) })
  finishType(type)
  FutureTypes.feature = type
  addType(module, "_Feature", type)
}
