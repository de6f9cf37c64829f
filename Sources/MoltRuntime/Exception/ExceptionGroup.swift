import MoltABI

// BaseExceptionGroup: construction, derive, subgroup and split. CPython: Objects/exceptions.c, BaseExceptionGroup_*.

func setUpExceptionGroup(_ type: TypePointer) {
  type.pointee.construct = constructGroup
  type.pointee.initialize = { this, args, count, names in initializeException(this, args, count, names) }
  type.pointee.str = groupStr
  addMember(type, "message", { orNone(exceptionField($0, ExceptionField.groupMessage).pointee) })
  addMember(type, "exceptions", { orNone(exceptionField($0, ExceptionField.groupExceptions).pointee) })
  addMethod(
    type, "derive", 1, 1,
    { this, args, _, _ in
      let arguments = makeTuple(exceptionField(this, ExceptionField.groupMessage).pointee, args![0])
      defer { release(arguments) }
      return constructGroup(Value(Exceptions.baseExceptionGroup), UnsafePointer(tupleItems(arguments)), 2, .null)
    })
  addMethod(
    type, "subgroup", 1, 1,
    { this, args, _, _ in
      var matched = Value.null, rest = Value.null
      if !splitGroup(this, args![0], wantRest: false, &matched, &rest) { return .null }
      return matched
    })
  addMethod(
    type, "split", 1, 1,
    { this, args, _, _ in
      var matched = Value.null, rest = Value.null
      if !splitGroup(this, args![0], wantRest: true, &matched, &rest) { return .null }
      let result = makeTuple(matched, rest)
      release(matched)
      release(rest)
      return result
    })
  addClassGetItem(type)
}

func groupExceptions(_ group: Value) -> Value { exceptionField(group, ExceptionField.groupExceptions).pointee }

func isExceptionGroup(_ value: Value) -> Bool {
  isException(value) && isSubtype(typeOf(value), Exceptions.baseExceptionGroup)
}

private func constructGroup(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var type = callee.pointer(MoltType.self)
  if count != 2 {
    return raise(Exceptions.typeError) {
      $0.append("BaseExceptionGroup.__new__() takes exactly 2 arguments (")
      $0.append(int: Int(count))
      $0.append(" given)")
    }
  }
  let message = args![0], given = args![1]
  if !isStr(message) {
    return raise(Exceptions.typeError) {
      $0.append("BaseExceptionGroup.__new__() argument 1 must be str, not ")
      $0.append(argumentTypeName(message))
    }
  }
  if !isSequence(given) {
    return raise(Exceptions.typeError, "second argument (exceptions) must be a sequence")
  }
  let exceptions = call1(Value(Types.tuple), given)
  if exceptions.isNull { return .null }
  var handedOver = false
  defer { if !handedOver { release(exceptions) } }
  let n = tupleCount(exceptions)
  if n == 0 { return raise(Exceptions.valueError, "second argument (exceptions) must be a non-empty sequence") }
  var hasBase = false, i = 0
  while i < n {
    let item = tupleItems(exceptions)[i]
    if !isException(item) {
      return raise(Exceptions.valueError) {
        $0.append("Item ")
        $0.append(int: i)
        $0.append(" of second argument (exceptions) is not an exception")
      }
    }
    if !isSubtype(typeOf(item), Exceptions.exception) { hasBase = true }
    i += 1
  }
  if type == Exceptions.baseExceptionGroup {
    if !hasBase { type = Exceptions.exceptionGroup }
  } else if hasBase && type == Exceptions.exceptionGroup {
    return raise(Exceptions.typeError, "Cannot nest BaseExceptions in an ExceptionGroup")
  } else if hasBase && isSubtype(type, Exceptions.exception) {
    return raise(Exceptions.typeError) {
      $0.append("Cannot nest BaseExceptions in '")
      $0.append(type.pointee.name)
      $0.append("'")
    }
  }
  let group = Value(newException(type))
  exceptionObject(group).pointee.args = makeTuple(args, 2)
  storeField(group, ExceptionField.groupMessage, message)
  exceptionField(group, ExceptionField.groupExceptions).pointee = exceptions
  handedOver = true
  return group
}

/// What CPython's PySequence_Check accepts here: no dict or set, but anything with items by index.
private func isSequence(_ value: Value) -> Bool {
  isInstance(value, Types.list) || isInstance(value, Types.tuple) || isStr(value)
    || (!isInstance(value, Types.dict) && typeOf(value).pointee.getItem != nil)
}

private func groupStr(_ this: Value) -> Value {
  let n = tupleCount(groupExceptions(this))
  var builder = StringBuilder()
  if !builder.appendStr(exceptionField(this, ExceptionField.groupMessage).pointee) { return .null }
  builder.append(" (")
  builder.append(int: n)
  builder.append(n == 1 ? " sub-exception)" : " sub-exceptions)")
  return builder.finish()
}

/// 1 if the exception is what the condition asks for: a class, a tuple of classes or a predicate.
private func matches(_ exception: Value, _ condition: Value) -> Int32 {
  if isExceptionClass(condition) { return isSubtype(typeOf(exception), condition.pointer(MoltType.self)) ? 1 : 0 }
  if isTuple(condition) {
    var i = 0
    while i < tupleCount(condition) {
      if isSubtype(typeOf(exception), tupleItems(condition)[i].pointer(MoltType.self)) { return 1 }
      i += 1
    }
    return 0
  }
  let answer = call1(condition, exception)
  if answer.isNull { return -1 }
  defer { release(answer) }
  return truthOf(answer)
}

private func isCondition(_ value: Value) -> Bool {
  if isExceptionClass(value) { return true }
  if isTuple(value) {
    var i = 0
    while i < tupleCount(value) {
      if !isExceptionClass(tupleItems(value)[i]) { return false }
      i += 1
    }
    return true
  }
  return typeOf(value).pointee.call != nil && !isClass(value)
}

private func isClass(_ value: Value) -> Bool {
  value.isObject && value.object.pointee.type.pointee.flags & UInt32(MOLT_TYPE_TYPE) != 0
}

/// Splits an exception (a group or a single one) in what matches and the rest; each is owned, None where empty.
/// `condition` has been checked. `rest` stays null unless wanted.
func splitException(
  _ exception: Value, _ condition: Value, wantRest: Bool, _ matched: inout Value, _ rest: inout Value
) -> Bool {
  let whole = matches(exception, condition)
  if whole < 0 { return false }
  matched = .none
  rest = wantRest ? .none : .null
  if whole == 1 {
    matched = retained(exception)
    return true
  }
  if !isExceptionGroup(exception) {
    if wantRest { rest = retained(exception) }
    return true
  }
  let parts = groupExceptions(exception)
  let yes = newList(), no = newList()
  defer {
    release(yes)
    release(no)
  }
  var i = 0
  while i < tupleCount(parts) {
    var m = Value.null, r = Value.null
    if !splitException(tupleItems(parts)[i], condition, wantRest: wantRest, &m, &r) { return false }
    if !m.isNone { listAppend(yes, m) }
    if wantRest && !r.isNone { listAppend(no, r) }
    release(m)
    releaseIfBound(r)
    i += 1
  }
  if listCount(yes) > 0 {
    matched = deriveGroup(exception, yes)
    if matched.isNull { return false }
  }
  if wantRest && listCount(no) > 0 {
    rest = deriveGroup(exception, no)
    if rest.isNull {
      release(matched)
      return false
    }
  }
  return true
}

private func splitGroup(
  _ this: Value, _ condition: Value, wantRest: Bool, _ matched: inout Value, _ rest: inout Value
) -> Bool {
  if !isCondition(condition) {
    raise(Exceptions.typeError, "expected a function, exception type or tuple of exception types")
    return false
  }
  return splitException(this, condition, wantRest: wantRest, &matched, &rest)
}

/// `group.derive(exceptions)` with traceback, context, cause and notes of the group.
func deriveGroup(_ group: Value, _ exceptions: Value) -> Value {
  let result = callMethod(group, intern("derive"), exceptions)
  if result.isNull { return .null }
  if !isExceptionGroup(result) {
    release(result)
    return raise(Exceptions.typeError, "derive must return an instance of BaseExceptionGroup")
  }
  let from = exceptionObject(group), to = exceptionObject(result)
  replace(&to.pointee.traceback, with: sharedSlot(from.pointee.traceback))
  replace(&to.pointee.context, with: sharedSlot(from.pointee.context))
  replace(&to.pointee.cause, with: sharedSlot(from.pointee.cause))
  // CPython sets the cause, also where there is none, which says that the context is not to be shown.
  to.pointee.suppressContext = 1
  let notes = getAttributeOrNull(group, intern("__notes__"))
  if notes.isNull {
    if !exceptionIsSet { return result }
    release(result)
    return .null
  }
  defer { release(notes) }
  if isInstance(notes, Types.list) {
    let copy = call1(Value(Types.list), notes)
    if copy.isNull || setAttribute(result, intern("__notes__"), copy) < 0 {
      releaseIfBound(copy)
      release(result)
      return .null
    }
    release(copy)
  }
  return result
}

/// A slot's value for storing it in another slot as well: retained, or null.
@inline(__always) func sharedSlot(_ slot: Value) -> Value { slot.isNull ? .null : retained(slot) }
