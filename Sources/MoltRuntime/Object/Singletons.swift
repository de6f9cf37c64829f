import MoltABI

// The types of None, NotImplemented and Ellipsis, whose only values are immediates.

/// Construction returns the one value and takes no arguments.
private func construct(_ value: Value, _ name: StaticString, _ count: Int32, _ names: Value) -> Value {
  if count > 0 || (!names.isNull && tupleCount(names) > 0) {
    return raise(Exceptions.typeError) {
      $0.append(name)
      $0.append(" takes no arguments")
    }
  }
  return value
}

func setUpSingletonTypes() {
  let none = Types.none
  setUpType(none, "NoneType", size: MemoryLayout<MoltObject>.size, flags: 0)
  none.pointee.construct = { construct(.none, "NoneType", $2, $3) }
  none.pointee.repr = { _ in retained(intern("None")) }
  none.pointee.truth = { _ in 0 }
  // A fixed number, so that the order of sets with None in them does not depend on addresses.
  none.pointee.hash = { _ in 0xfca8_6420 }
  finishType(none)

  let notImplemented = Types.notImplemented
  setUpType(notImplemented, "NotImplementedType", size: MemoryLayout<MoltObject>.size, flags: 0)
  notImplemented.pointee.construct = { construct(.notImplemented, "NotImplementedType", $2, $3) }
  notImplemented.pointee.repr = { _ in retained(intern("NotImplemented")) }
  // CPython warns here that the truth value of NotImplemented is deprecated.
  notImplemented.pointee.truth = { _ in 1 }
  finishType(notImplemented)

  let ellipsis = Types.ellipsis
  setUpType(ellipsis, "ellipsis", size: MemoryLayout<MoltObject>.size, flags: 0)
  ellipsis.pointee.construct = { construct(.ellipsis, "EllipsisType", $2, $3) }
  ellipsis.pointee.repr = { _ in retained(intern("Ellipsis")) }
  finishType(ellipsis)
}
