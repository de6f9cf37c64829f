import MoltABI

// Instances of user classes derived from int, float, complex, str or bytes: a MoltBoxed in front of the class's slots.

/// An instance of a subclass that holds `exact`, whose reference it takes over.
func makeBoxed(_ type: TypePointer, _ exact: Value) -> Value {
  if exact.isNull { return .null }
  let p = UnsafeMutableRawPointer(allocateObject(type, Int(type.pointee.basicSize))).assumingMemoryBound(
    to: MoltBoxed.self)
  p.pointee.value = exact
  return Value(p)
}

/// `exact` (owned) as an instance of the class that a constructor was called on.
@inline(__always) func madeFor(_ callee: Value, _ exact: Value, _ own: TypePointer) -> Value {
  let type = callee.pointer(MoltType.self)
  return type == own ? exact : makeBoxed(type, exact)
}

/// Ends a MoltBoxed (the class's own slots are gone already).
func destroyBoxed(_ object: ObjectPointer) {
  release(UnsafeMutableRawPointer(object).assumingMemoryBound(to: MoltBoxed.self).pointee.value)
  freeObject(object, Int(object.pointee.type.pointee.basicSize))
}

@inline(__always) func setBinary(_ type: TypePointer, _ op: Int, _ function: @escaping MoltBinary) {
  molt_type_binary_slot(type, op).pointee = function
}

/// Indices of the binary slots, as MOLT_OP_ has them.
enum Operator {
  static var add: Int { 0 }
  static var subtract: Int { 1 }
  static var multiply: Int { 2 }
  static var matrixMultiply: Int { 3 }
  static var trueDivide: Int { 4 }
  static var modulo: Int { 5 }
  static var power: Int { 6 }
  static var leftShift: Int { 7 }
  static var rightShift: Int { 8 }
  static var or: Int { 9 }
  static var xor: Int { 10 }
  static var and: Int { 11 }
  static var floorDivide: Int { 12 }
  static var divmod: Int { 13 }
}

/// An immortal tuple of parameter names, given with spaces between.
func parameterNames(_ text: StaticString) -> Value {
  var count = 1
  for i in 0..<text.utf8CodeUnitCount where text.utf8Start[i] == 32 { count += 1 }
  let tuple = newTuple(count)
  var start = 0
  var index = 0
  for i in 0...text.utf8CodeUnitCount where i == text.utf8CodeUnitCount || text.utf8Start[i] == 32 {
    tupleItems(tuple)[index] = internText(text.utf8Start + start, i - start)
    index += 1
    start = i + 1
  }
  tuple.object.pointee.refCount = MOLT_IMMORTAL
  return tuple
}
