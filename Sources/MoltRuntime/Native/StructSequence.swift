import MoltABI

// Struct sequences: tuples whose items have names, as sys.version_info's. Items may follow that have names only, which the
// tuple does not show: its length is that of what it shows. Follows Objects/structseq.c.

private enum StructNames {
  static var shown = Value.null
  static var parameters = Value.null
  static var function = Value.null

  static func setUp() {
    if !shown.isNull { return }
    shown = intern("__match_args__")
    parameters = parameterNames("sequence dict")
    function = intern("structseq")
  }
}

/// A type of struct sequences. `fields` and `hidden`: names with spaces between, of the items that the tuple shows and
/// of those behind. `isMade`: programs can make instances.
func newStructType(
  _ name: StaticString, _ fields: StaticString, hidden: StaticString = "", isMade: Bool = true
) -> TypePointer {
  StructNames.setUp()
  let type = newTypeStorage()
  setUpType(
    type, name, base: Types.tuple, size: Int(Types.tuple.pointee.basicSize),
    flags: Types.tuple.pointee.flags & ~UInt32(MOLT_TYPE_BASE))
  let shown = parameterNames(fields)
  let count = tupleCount(shown)
  let all = hidden.utf8CodeUnitCount == 0 ? shown : joined(shown, parameterNames(hidden))
  let total = tupleCount(all)
  // Instances have no attribute slots: these are the names of all items.
  type.pointee.slotNames = all
  type.pointee.repr = structRepr
  type.pointee.construct = constructStruct
  type.pointee.destroy = { object in
    let this = Value(object!)
    this.pointer(MoltTuple.self).pointee.length = fieldCount(typeOf(this))
    Types.tuple.pointee.destroy!(object)
  }
  type.pointee.traverse = { object, visit, context in
    let this = Value(object!)
    for index in 0..<fieldCount(typeOf(this)) where tupleItems(this)[index].isObject {
      if !tupleItems(this)[index].isNull { visit!(tupleItems(this)[index], context) }
    }
  }
  for index in 0..<total {
    let field = tupleItems(all)[index]
    let offset = tupleHeaderSize + index * MemoryLayout<Value>.size
    addTypeAttribute(type, field, newMemberDescriptor(type, field, offset))
  }
  dictSetName(type.pointee.dict, StructNames.shown, shown)
  addTypeAttribute(type, intern("n_fields"), makeInt(Int64(total)))
  addTypeAttribute(type, intern("n_sequence_fields"), makeInt(Int64(count)))
  addTypeAttribute(type, intern("n_unnamed_fields"), makeInt(0))
  addMethod(type, "__reduce__", 0, 0, { this, _, _, _ in reduceStruct(this) })
  finishType(type)
  if !isMade {
    type.pointee.construct = nil
    _ = dictDelete(type.pointee.dict, Names.new)
  }
  return type
}

/// A struct sequence of a tuple of all its items, which is consumed.
func makeStruct(_ type: TypePointer, _ tuple: Value) -> Value {
  // The empty tuple is shared; a struct sequence is never empty.
  tuple.object.pointee.type = type
  tuple.pointer(MoltTuple.self).pointee.length = tupleCount(shownNames(type))
  return tuple
}

private func shownNames(_ type: TypePointer) -> Value { dictGetName(type.pointee.dict, StructNames.shown) }

/// The number of all items.
private func fieldCount(_ type: TypePointer) -> Int { tupleCount(type.pointee.slotNames) }

/// The names of two immortal tuples in one.
private func joined(_ a: Value, _ b: Value) -> Value {
  let result = newTuple(tupleCount(a) + tupleCount(b))
  for index in 0..<tupleCount(a) { tupleItems(result)[index] = tupleItems(a)[index] }
  for index in 0..<tupleCount(b) { tupleItems(result)[tupleCount(a) + index] = tupleItems(b)[index] }
  result.object.pointee.refCount = UInt32(MOLT_IMMORTAL)
  return result
}

/// The name of an item, borrowed.
private func fieldName(_ type: TypePointer, _ index: Int) -> Value { tupleItems(type.pointee.slotNames)[index] }

private func structRepr(_ this: Value) -> Value {
  var builder = StringBuilder()
  builder.append(shownName(typeOf(this)))
  builder.append("(")
  for index in 0..<tupleCount(this) {
    if index > 0 { builder.append(", ") }
    builder.append(fieldName(typeOf(this), index))
    builder.append("=")
    if !builder.appendRepr(tupleItems(this)[index]) {
      builder.discard()
      return .null
    }
  }
  builder.append(")")
  return builder.finish()
}

/// type(sequence, dict): the items of the sequence, then those of the dict by name, else None.
private func constructStruct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  withUnsafeTemporaryAllocation(of: Value.self, capacity: 2) { slots in
    let given = slots.baseAddress!
    if !bindParameters(StructNames.function, StructNames.parameters, 1, 0, 2, args, Int(count), names, given) {
      return .null
    }
    let type = asType(callee)
    let source = given[0], more = given[1]
    if !isIterable(source) { return raise(Exceptions.typeError, "constructor requires a sequence") }
    let items = listFrom(source)
    if items.isNull { return .null }
    defer { release(items) }
    if !more.isNull && !isDict(more) {
      return raise(Exceptions.typeError) {
        $0.append(shownName(type))
        $0.append("() takes a dict as second arg, if any")
      }
    }
    let total = fieldCount(type), least = tupleCount(shownNames(type)), length = listCount(items)
    if length < least || length > total {
      return raise(Exceptions.typeError) {
        $0.append(shownName(type))
        $0.append(least == total ? "() takes a " : length < least ? "() takes an at least " : "() takes an at most ")
        $0.append(int: length < least ? least : total)
        $0.append("-sequence (")
        $0.append(int: length)
        $0.append("-sequence given)")
      }
    }
    let tuple = newTuple(total)
    for index in 0..<length { tupleItems(tuple)[index] = retained(listItems(items)[index]) }
    for index in length..<total {
      let item = more.isNull ? Value.null : dictGet(more, fieldName(type, index))
      if exceptionIsSet {
        release(tuple)
        return .null
      }
      tupleItems(tuple)[index] = item.isNull ? .none : retained(item)
    }
    return makeStruct(type, tuple)
  }
}

/// (type, (items that the tuple shows, the others by name)).
private func reduceStruct(_ this: Value) -> Value {
  let count = tupleCount(this)
  let shown = newTuple(count)
  for index in 0..<count { tupleItems(shown)[index] = retained(tupleItems(this)[index]) }
  let others = newDict()
  for index in count..<fieldCount(typeOf(this)) {
    dictSetName(others, fieldName(typeOf(this), index), tupleItems(this)[index])
  }
  return makePair(retained(Value(typeOf(this))), makePair(shown, others))
}
