import MoltABI

// Attributes of built-in types that are computed (`getset_descriptor`), and members (`member_descriptor`): those of
// classes with `__slots__`, and what are fields in CPython's built-in types. Follows Objects/descrobject.c.

struct GetSetDescriptor {
  var header: MoltObject
  var name: Value
  var owner: TypePointer
  var get: Getter
  var set: Setter?
}

struct MemberDescriptor {
  var header: MoltObject
  var name: Value
  var owner: TypePointer  // owned: a heap type
  var offset: Int
  /// Where a built-in type does not keep the member as a value at `offset`: what gives and stores it.
  var get: Getter?
  var set: Setter?
}

func newGetSetDescriptor(_ owner: TypePointer, _ name: Value, _ get: @escaping Getter, _ set: Setter?) -> Value {
  let value = Value(allocateObject(Types.getsetDescriptor, MemoryLayout<GetSetDescriptor>.size))
  let descriptor = value.pointer(GetSetDescriptor.self)
  descriptor.pointee.name = retained(name)
  descriptor.pointee.owner = owner
  retain(Value(owner))
  descriptor.pointee.get = get
  descriptor.pointee.set = set
  return value
}

func newMemberDescriptor(_ owner: TypePointer, _ name: Value, _ offset: Int) -> Value {
  let value = Value(allocateObject(Types.memberDescriptor, MemoryLayout<MemberDescriptor>.size))
  let descriptor = value.pointer(MemberDescriptor.self)
  descriptor.pointee.name = retained(name)
  descriptor.pointee.owner = owner
  retain(Value(owner))
  descriptor.pointee.offset = offset
  return value
}

/// Where instances of `type` keep what this attribute of the type stands for: the offset of a value, or -1 where it is no
/// such member, or one of a class that `type` does not derive from.
func memberOffset(_ attribute: Value, in type: TypePointer, writable: Bool = false) -> Int {
  if typeOf(attribute) != Types.memberDescriptor { return -1 }
  let descriptor = attribute.pointer(MemberDescriptor.self)
  let owner = descriptor.pointee.owner
  if descriptor.pointee.get != nil || !isSubtype(type, owner) { return -1 }
  return writable && owner.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0 ? -1 : descriptor.pointee.offset
}

/// Whether this member descriptor computes an attribute of instances of `type`.
func isComputedMember(_ descriptor: Value, of type: TypePointer) -> Bool {
  let member = descriptor.pointer(MemberDescriptor.self)
  return member.pointee.get != nil && isSubtype(type, member.pointee.owner)
}

/// Adds an attribute that is a field in CPython, and which a built-in type computes here. Without `set` it is read-only.
func addMember(_ type: TypePointer, _ name: StaticString, _ get: @escaping Getter, set: Setter? = nil) {
  let key = intern(name)
  let value = newMemberDescriptor(type, key, 0)
  value.pointer(MemberDescriptor.self).pointee.get = get
  value.pointer(MemberDescriptor.self).pointee.set = set
  addTypeAttribute(type, key, value)
}

/// Adds a read-only attribute that shows a field of a built-in type's layout; `index` counts the values behind the
/// header.
func addMember(_ type: TypePointer, _ name: StaticString, _ index: Int) {
  let key = intern(name)
  let firstField = (MemoryLayout<MoltObject>.size + 7) & ~7
  addTypeAttribute(type, key, newMemberDescriptor(type, key, firstField + index * MemoryLayout<Value>.size))
}

private func getsetGet(_ value: Value, _ instance: Value, _ type: Value) -> Value {
  if instance.isNull { return retained(value) }
  let descriptor = value.pointer(GetSetDescriptor.self)
  if !isInstance(instance, descriptor.pointee.owner) {
    return raiseWrongReceiver(descriptor.pointee.name, descriptor.pointee.owner, instance)
  }
  return descriptor.pointee.get(instance)
}

private func getsetSet(_ value: Value, _ instance: Value, _ item: Value) -> Int32 {
  let descriptor = value.pointer(GetSetDescriptor.self)
  if !isInstance(instance, descriptor.pointee.owner) {
    raiseWrongReceiver(descriptor.pointee.name, descriptor.pointee.owner, instance)
    return -1
  }
  guard let set = descriptor.pointee.set else {
    raise(Exceptions.attributeError) {
      $0.append("attribute '")
      $0.append(descriptor.pointee.name)
      $0.append("' of '")
      $0.append(shownName(descriptor.pointee.owner))
      $0.append("' objects is not writable")
    }
    return -1
  }
  return set(instance, item)
}

@inline(__always) private func memberSlot(_ value: Value, _ instance: Value) -> UnsafeMutablePointer<Value> {
  (UnsafeMutableRawPointer(instance.object) + value.pointer(MemberDescriptor.self).pointee.offset)
    .assumingMemoryBound(to: Value.self)
}

private func memberGet(_ value: Value, _ instance: Value, _ type: Value) -> Value {
  if instance.isNull { return retained(value) }
  let descriptor = value.pointer(MemberDescriptor.self)
  if !isInstance(instance, descriptor.pointee.owner) {
    return raiseWrongReceiver(descriptor.pointee.name, descriptor.pointee.owner, instance)
  }
  if let get = descriptor.pointee.get { return get(instance) }
  let item = memberSlot(value, instance).pointee
  return item.isNull ? raiseNoAttribute(instance, descriptor.pointee.name) : retained(item)
}

private func memberSet(_ value: Value, _ instance: Value, _ item: Value) -> Int32 {
  let descriptor = value.pointer(MemberDescriptor.self)
  if !isInstance(instance, descriptor.pointee.owner) {
    raiseWrongReceiver(descriptor.pointee.name, descriptor.pointee.owner, instance)
    return -1
  }
  if let set = descriptor.pointee.set { return set(instance, item) }
  if descriptor.pointee.owner.pointee.flags & UInt32(MOLT_TYPE_HEAP) == 0 {
    return raiseStatus(Exceptions.attributeError, "readonly attribute")
  }
  let slot = memberSlot(value, instance)
  if item.isNull && slot.pointee.isNull {
    // CPython names only the attribute here.
    raise(Exceptions.attributeError) { $0.append(descriptor.pointee.name) }
    return -1
  }
  replace(slot, with: item.isNull ? .null : retained(item))
  return 0
}

private func destroyOwned<T>(_ object: ObjectPointer, _ name: Value, _ owner: TypePointer, _ layout: T.Type) {
  release(name)
  release(Value(owner))
  freeObject(object, MemoryLayout<T>.size)
}

func setUpDescriptorTypes() {
  let getset = Types.getsetDescriptor
  setUpType(getset, "getset_descriptor", size: MemoryLayout<GetSetDescriptor>.size, flags: UInt32(MOLT_TYPE_CONTAINER))
  getset.pointee.destroy = {
    let descriptor = UnsafeMutableRawPointer($0!).assumingMemoryBound(to: GetSetDescriptor.self)
    destroyOwned($0!, descriptor.pointee.name, descriptor.pointee.owner, GetSetDescriptor.self)
  }
  getset.pointee.traverse = { object, visit, context in
    visit!(
      Value(UnsafeMutableRawPointer(object!).assumingMemoryBound(to: GetSetDescriptor.self).pointee.owner), context)
  }
  getset.pointee.descriptorGet = { getsetGet($0, $1, $2) }
  getset.pointee.descriptorSet = { getsetSet($0, $1, $2) }
  getset.pointee.repr = {
    descriptorRepr(
      "attribute", $0.pointer(GetSetDescriptor.self).pointee.name, $0.pointer(GetSetDescriptor.self).pointee.owner)
  }
  addMember(getset, "__name__", { retained($0.pointer(GetSetDescriptor.self).pointee.name) })
  addGetter(
    getset, "__qualname__",
    {
      dotted(
        $0.pointer(GetSetDescriptor.self).pointee.owner.pointee.qualname, $0.pointer(GetSetDescriptor.self).pointee.name
      )
    })
  addMember(getset, "__objclass__", { retained(Value($0.pointer(GetSetDescriptor.self).pointee.owner)) })
  addGetter(getset, "__doc__", { _ in .none })
  finishType(getset)

  let member = Types.memberDescriptor
  setUpType(member, "member_descriptor", size: MemoryLayout<MemberDescriptor>.size, flags: UInt32(MOLT_TYPE_CONTAINER))
  member.pointee.destroy = {
    let descriptor = UnsafeMutableRawPointer($0!).assumingMemoryBound(to: MemberDescriptor.self)
    destroyOwned($0!, descriptor.pointee.name, descriptor.pointee.owner, MemberDescriptor.self)
  }
  member.pointee.traverse = { object, visit, context in
    visit!(
      Value(UnsafeMutableRawPointer(object!).assumingMemoryBound(to: MemberDescriptor.self).pointee.owner), context)
  }
  member.pointee.descriptorGet = { memberGet($0, $1, $2) }
  member.pointee.descriptorSet = { memberSet($0, $1, $2) }
  member.pointee.repr = {
    descriptorRepr(
      "member", $0.pointer(MemberDescriptor.self).pointee.name, $0.pointer(MemberDescriptor.self).pointee.owner)
  }
  addMember(member, "__name__", { retained($0.pointer(MemberDescriptor.self).pointee.name) })
  addGetter(
    member, "__qualname__",
    {
      dotted(
        $0.pointer(MemberDescriptor.self).pointee.owner.pointee.qualname, $0.pointer(MemberDescriptor.self).pointee.name
      )
    })
  addMember(member, "__objclass__", { retained(Value($0.pointer(MemberDescriptor.self).pointee.owner)) })
  addGetter(member, "__doc__", { _ in .none })
  finishType(member)
}

/// "front.back" as an owned str.
func dotted(_ front: Value, _ back: Value) -> Value {
  var text = StringBuilder()
  text.append(front)
  text.append(".")
  text.append(back)
  return text.finish()
}
