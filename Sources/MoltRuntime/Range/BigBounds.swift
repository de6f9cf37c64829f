import MoltABI

// Arithmetic on exact ints of any size, for range and slice. Operands are borrowed, results owned. An int that fits
// inline is always inline, so equal inline ints have equal bits.

@inline(__always) func intOperation(_ op: Int, _ a: Value, _ b: Value) -> Value { binaryOperation(Int32(op), a, b) }

func addInts(_ a: Value, _ b: Value) -> Value {
  if a.isSmallInt && b.isSmallInt { return makeInt(a.smallInt + b.smallInt) }
  return intOperation(Int(MOLT_OP_ADD), a, b)
}

func subtractInts(_ a: Value, _ b: Value) -> Value {
  if a.isSmallInt && b.isSmallInt { return makeInt(a.smallInt - b.smallInt) }
  return intOperation(Int(MOLT_OP_SUB), a, b)
}

func multiplyInts(_ a: Value, _ b: Value) -> Value { intOperation(Int(MOLT_OP_MUL), a, b) }
func floorDivideInts(_ a: Value, _ b: Value) -> Value { intOperation(Int(MOLT_OP_FLOORDIV), a, b) }
func remainderOfInts(_ a: Value, _ b: Value) -> Value { intOperation(Int(MOLT_OP_MOD), a, b) }

/// -1, 0 or 1 as `a` is less than, equal to or greater than `b`.
func compareInts(_ a: Value, _ b: Value) -> Int {
  if a.isSmallInt && b.isSmallInt { return a.smallInt < b.smallInt ? -1 : a.smallInt == b.smallInt ? 0 : 1 }
  let isNegativeA = exactIntIsNegative(a), isNegativeB = exactIntIsNegative(b)
  if isNegativeA != isNegativeB { return isNegativeA ? -1 : 1 }
  let larger = isNegativeA ? -1 : 1
  if a.isSmallInt { return -larger }
  if b.isSmallInt { return larger }
  let left = a.pointer(MoltInt.self), right = b.pointer(MoltInt.self)
  if left.limbCount != right.limbCount { return left.limbCount > right.limbCount ? larger : -larger }
  var index = left.limbCount
  while index > 0 {
    index -= 1
    if left.limbs[index] != right.limbs[index] { return left.limbs[index] > right.limbs[index] ? larger : -larger }
  }
  return 0
}

@inline(__always) func exactIntIsNegative(_ a: Value) -> Bool {
  a.isSmallInt ? a.smallInt < 0 : a.pointer(MoltInt.self).isNegative
}
