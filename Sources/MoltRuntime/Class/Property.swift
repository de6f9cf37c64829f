import MoltABI

// `property`. Follows Objects/descrobject.c.

struct PropertyObject {
  var header: MoltObject
  var getter: Value
  var setter: Value
  var deleter: Value
  var doc: Value
  var name: Value
  /// 1: the documentation is the getter's.
  var docFromGetter: Int
}

@inline(__always) private func property(_ value: Value) -> UnsafeMutablePointer<PropertyObject> {
  value.pointer(PropertyObject.self)
}

private enum PropertyParameters {
  static var names = Value.null
  static var name = Value.null
}

private func initialize(_ value: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Int32 {
  withUnsafeTemporaryAllocation(of: Value.self, capacity: 4) { slots in
    let given = slots.baseAddress!
    if !bindParameters(PropertyParameters.name, PropertyParameters.names, 0, 0, 4, args, Int(count), names, given) {
      return -1
    }
    for index in 0..<4 where given[index].isNone && index < 3 { given[index] = .null }
    let own = property(value)
    replace(&own.pointee.getter, with: given[0].isNull ? .null : retained(given[0]))
    replace(&own.pointee.setter, with: given[1].isNull ? .null : retained(given[1]))
    replace(&own.pointee.deleter, with: given[2].isNull ? .null : retained(given[2]))
    replace(&own.pointee.doc, with: .null)
    replace(&own.pointee.name, with: .null)
    own.pointee.docFromGetter = 0
    var doc = given[3].isNull || given[3].isNone ? Value.null : retained(given[3])
    if doc.isNull && !given[0].isNull {
      doc = getAttributeOrNull(given[0], Names.doc)
      if doc.isNull && exceptionIsSet { return -1 }
      if doc.isNone { doc = .null }
      if !doc.isNull { own.pointee.docFromGetter = 1 }
    }
    if doc.isNull && typeOf(value) == Types.property { return 0 }
    if doc.isNull { doc = .none }
    // A subclass shows the documentation as an attribute of the instance.
    if typeOf(value) != Types.property {
      let status = setAttribute(value, Names.doc, doc)
      release(doc)
      // Where there is no place for it, a subclass goes without, unless the getter has one.
      if status < 0 && own.pointee.docFromGetter == 0 && exceptionMatches(Exceptions.attributeError) {
        clearException()
        return 0
      }
      return status
    }
    own.pointee.doc = doc
    return 0
  }
}

/// "property 'x' of 'C' object has no getter".
private func raiseMissing(_ value: Value, _ instance: Value, _ what: StaticString) {
  let own = property(value)
  raise(Exceptions.attributeError) {
    $0.append("property ")
    if !own.pointee.name.isNull {
      _ = $0.appendRepr(own.pointee.name)
      $0.append(" ")
    }
    $0.append("of ")
    $0.append("'")
    $0.append(typeOf(instance).pointee.qualname)
    $0.append("' object has no ")
    $0.append(what)
  }
}

private func propertyGet(_ value: Value, _ instance: Value, _ type: Value) -> Value {
  if instance.isNull || instance.isNone && type.isNull { return retained(value) }
  let getter = property(value).pointee.getter
  if getter.isNull {
    raiseMissing(value, instance, "getter")
    return .null
  }
  return call1(getter, instance)
}

private func propertySet(_ value: Value, _ instance: Value, _ item: Value) -> Int32 {
  let function = item.isNull ? property(value).pointee.deleter : property(value).pointee.setter
  if function.isNull {
    raiseMissing(value, instance, item.isNull ? "deleter" : "setter")
    return -1
  }
  let result = item.isNull ? call1(function, instance) : call2(function, instance, item)
  if result.isNull { return -1 }
  release(result)
  return 0
}

/// A property of the same class with some functions replaced (`property_copy`).
private func copyProperty(_ value: Value, _ getter: Value, _ setter: Value, _ deleter: Value) -> Value {
  let own = property(value)
  func chosen(_ given: Value, _ old: Value) -> Value {
    let value = given.isNull || given.isNone ? old : given
    return value.isNull ? .none : value
  }
  let newGetter = chosen(getter, own.pointee.getter)
  let doc = own.pointee.docFromGetter != 0 && !newGetter.isNone ? Value.none : optional(own.pointee.doc)
  var arguments = (newGetter, chosen(setter, own.pointee.setter), chosen(deleter, own.pointee.deleter), doc)
  let fresh = withArguments(&arguments) { callValue(Value(typeOf(value)), $0, 4, .null) }
  if !doc.isNone { release(doc) }
  if !fresh.isNull && isInstance(fresh, Types.property) && !own.pointee.name.isNull {
    replace(&property(fresh).pointee.name, with: retained(own.pointee.name))
  }
  return fresh
}

func setUpPropertyType() {
  PropertyParameters.name = intern("property")
  PropertyParameters.names = makeTuple4(Names.fget, Names.fset, Names.fdel, Names.docWord)
  let type = Types.property
  setUpType(
    type, "property", size: MemoryLayout<PropertyObject>.size,
    flags: UInt32(MOLT_TYPE_BASE) | UInt32(MOLT_TYPE_CONTAINER))
  type.pointee.destroy = { object in
    let own = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: PropertyObject.self)
    releaseIfBound(own.pointee.getter)
    releaseIfBound(own.pointee.setter)
    releaseIfBound(own.pointee.deleter)
    releaseIfBound(own.pointee.doc)
    releaseIfBound(own.pointee.name)
    freeObject(object!, MemoryLayout<PropertyObject>.size)
  }
  type.pointee.traverse = { object, visit, context in
    let own = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: PropertyObject.self)
    if !own.pointee.getter.isNull { visit!(own.pointee.getter, context) }
    if !own.pointee.setter.isNull { visit!(own.pointee.setter, context) }
    if !own.pointee.deleter.isNull { visit!(own.pointee.deleter, context) }
    if !own.pointee.doc.isNull { visit!(own.pointee.doc, context) }
  }
  type.pointee.clear = { object in
    let own = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: PropertyObject.self)
    replace(&own.pointee.getter, with: .null)
    replace(&own.pointee.setter, with: .null)
    replace(&own.pointee.deleter, with: .null)
    replace(&own.pointee.doc, with: .null)
  }
  type.pointee.construct = { callee, _, _, _ in
    Value(allocateObject(asType(callee), Int(asType(callee).pointee.basicSize)))
  }
  type.pointee.initialize = { initialize($0, $1, $2, $3) }
  type.pointee.descriptorGet = { propertyGet($0, $1, $2) }
  type.pointee.descriptorSet = { propertySet($0, $1, $2) }
  addMethod(type, "getter", 1, 1, { value, args, _, _ in copyProperty(value, args![0], .null, .null) })
  addMethod(type, "setter", 1, 1, { value, args, _, _ in copyProperty(value, .null, args![0], .null) })
  addMethod(type, "deleter", 1, 1, { value, args, _, _ in copyProperty(value, .null, .null, args![0]) })
  addMethod(
    type, "__set_name__", 0, -1,
    { value, args, count, _ in
      if count != 2 {
        return raise(Exceptions.typeError) {
          $0.append("__set_name__() takes 2 positional arguments but ")
          $0.append(int: Int(count))
          $0.append(" were given")
        }
      }
      replace(&property(value).pointee.name, with: retained(args![1]))
      return .none
    })
  addMember(type, "fget", { optional(property($0).pointee.getter) })
  addMember(type, "fset", { optional(property($0).pointee.setter) })
  addMember(type, "fdel", { optional(property($0).pointee.deleter) })
  addGetter(
    type, "__doc__", { optional(property($0).pointee.doc) },
    set: {
      replace(&property($0).pointee.doc, with: $1.isNull ? .null : retained($1))
      return 0
    })
  addGetter(
    type, "__isabstractmethod__",
    { value in
      let own = property(value)
      let abstract = isAbstract(own.pointee.getter) || isAbstract(own.pointee.setter) || isAbstract(own.pointee.deleter)
      return exceptionIsSet ? .null : Value(abstract)
    })
  finishType(type)
}

/// Whether a function (or null) is marked as abstract; an exception may be set.
private func isAbstract(_ function: Value) -> Bool {
  if function.isNull || exceptionIsSet { return false }
  let flag = getAttributeOrNull(function, Names.isabstractmethod)
  if flag.isNull { return false }
  let truth = truthOf(flag)
  release(flag)
  return truth == 1
}

private func makeTuple4(_ a: Value, _ b: Value, _ c: Value, _ d: Value) -> Value {
  var items = (a, b, c, d)
  let tuple = withArguments(&items) { makeTuple($0, 4) }
  tuple.object.pointee.refCount = UInt32(MOLT_IMMORTAL)
  return tuple
}
