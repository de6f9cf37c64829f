import MoltABI

// Filling dicts from other mappings, from pairs and from keyword arguments (dict_merge and its relatives of
// dictobject.c), and the primitives of ** in displays and calls.

/// What to do about a key that the target has already.
enum DuplicateKeys {
  case override
  case keep
  /// Stop with `DictMerge.duplicate`.
  case report
}

enum DictMerge {
  @inline(__always) static var done: Int32 { 0 }
  @inline(__always) static var failed: Int32 { -1 }
  /// `report` met a duplicate; no exception is set.
  @inline(__always) static var duplicate: Int32 { -2 }
}

/// Whether iterating the value is iterating a dict's own keys: a dict, or an instance of a subclass that does not
/// define `__iter__`.
func iteratesAsDict(_ value: Value) -> Bool {
  if isExactDict(value) { return true }
  if !isDict(value) { return false }
  return unsafeBitCast(typeOf(value).pointee.iterate, to: Int.self)
    == unsafeBitCast(Types.dict.pointee.iterate, to: Int.self)
}

/// Adds the items of a mapping: a dict, or anything with `keys()` and `__getitem__`. When a duplicate stops it, `key`
/// receives the key, owned.
func dictMerge(_ target: Value, _ source: Value, _ duplicates: DuplicateKeys, _ key: inout Value) -> Int32 {
  if iteratesAsDict(source) { return mergeDict(target, source, duplicates, &key) }
  return mergeMapping(target, source, duplicates, &key)
}

/// `dictMerge` that overrides.
func dictUpdate(_ target: Value, _ source: Value) -> Int32 {
  var key = Value.null
  return dictMerge(target, source, .override, &key)
}

private func mergeDict(
  _ target: Value, _ source: Value, _ duplicates: DuplicateKeys, _ duplicate: inout Value
) -> Int32 {
  let to = target.pointer(MoltDict.self), from = source.pointer(MoltDict.self)
  if to == from || from.pointee.used == 0 { return DictMerge.done }
  if to.pointee.used == 0 {
    let isCompact = from.pointee.used == from.pointee.entryCount
    // A table that is as small as it can be for its items may be taken over as it is.
    if isCompact && (from.pointee.logSize == 3 || dictUsable(from) / 2 < from.pointee.used) {
      dictCloneTable(to, from: from)
      return DictMerge.done
    }
  }
  if dictUsable(to) < from.pointee.used {
    dictRebuild(to, logSize(forItems: to.pointee.used + from.pointee.used), max(to.pointee.keys, from.pointee.keys))
  }
  let count = from.pointee.entryCount
  let version = from.pointee.version
  var index = 0
  while index < count {
    let entry = from.pointee.entries.unsafelyUnwrapped[index]
    if entry.key.isNull {
      index += 1
      continue
    }
    let hash = entryHash(from, index)
    retain(entry.key)
    retain(entry.value)
    defer {
      release(entry.key)
      release(entry.value)
    }
    if duplicates != .override {
      let found = dictFind(to, entry.key, hash)
      if found == DictSearch.failed { return DictMerge.failed }
      if found >= 0 && duplicates == .report {
        duplicate = retained(entry.key)
        return DictMerge.duplicate
      }
      if found >= 0 {
        index += 1
        continue
      }
    }
    if dictSetHashed(to, entry.key, hash, entry.value) < 0 { return DictMerge.failed }
    if from.pointee.entryCount != count || from.pointee.version != version {
      return raiseStatus(Exceptions.runtimeError, "dict mutated during update")
    }
    index += 1
  }
  return DictMerge.done
}

private func mergeMapping(
  _ target: Value, _ source: Value, _ duplicates: DuplicateKeys, _ duplicate: inout Value
) -> Int32 {
  let view = callMethod(source, Names.keys)
  if view.isNull { return DictMerge.failed }
  let keys = isIterable(view) ? listFrom(view) : Value.null
  if keys.isNull && !exceptionIsSet {
    raise(Exceptions.typeError) { message in
      message.append(typeName(source))
      message.append(".keys() returned a non-iterable (type ")
      message.append(typeName(view))
      message.append(")")
    }
  }
  release(view)
  if keys.isNull { return DictMerge.failed }
  defer { release(keys) }
  var status = DictMerge.done
  var reported = Value.null
  let isComplete = forEachItem(keys) { key in
    if duplicates != .override {
      let found = dictContains(target, key)
      if found < 0 { return false }
      if found > 0 && duplicates == .report {
        status = DictMerge.duplicate
        reported = retained(key)
        return false
      }
      if found > 0 { return true }
    }
    let value = molt_get_item(source, key)
    if value.isNull { return false }
    let stored = dictSet(target, key, value)
    release(value)
    return stored == 0
  }
  duplicate = reported
  return isComplete ? status : DictMerge.failed
}

/// Adds key, value pairs (PyDict_MergeFromSeq2); -1 with an exception set.
func dictMergePairs(_ target: Value, _ pairs: Value) -> Int32 {
  var index = 0
  let isComplete = forEachItem(pairs) { pair in
    let fast = isList(pair) || isTuple(pair) ? retained(pair) : listFrom(pair)
    if fast.isNull {
      if exceptionMatches(Exceptions.typeError) {
        clearException()
        raise(Exceptions.typeError) { message in
          message.append("cannot convert dictionary update sequence element #")
          message.append(int: index)
          message.append(" to a sequence")
        }
      }
      return false
    }
    defer { release(fast) }
    let count = isTuple(fast) ? tupleCount(fast) : listCount(fast)
    if count != 2 {
      raise(Exceptions.valueError) { message in
        message.append("dictionary update sequence element #")
        message.append(int: index)
        message.append(" has length ")
        message.append(int: count)
        message.append("; 2 is required")
      }
      return false
    }
    let items = isTuple(fast) ? tupleItems(fast) : listItems(fast)
    let key = retained(items[0]), value = retained(items[1])
    let status = dictSet(target, key, value)
    release(key)
    release(value)
    index += 1
    return status == 0
  }
  return isComplete ? 0 : -1
}

/// What dict(x), update(x) and |= do with their operand (dict_update_arg).
func dictUpdateFrom(_ target: Value, _ operand: Value) -> Int32 {
  if isExactDict(operand) { return dictUpdate(target, operand) }
  let method = getAttributeOrNull(operand, Names.keys)
  if method.isNull { return exceptionIsSet ? -1 : dictMergePairs(target, operand) }
  release(method)
  return dictUpdate(target, operand)
}

/// The arguments of dict() and update() (dict_update_common).
func dictUpdateCommon(
  _ target: Value, _ args: Arguments?, _ count: Int32, _ names: Value, _ function: StaticString
) -> Int32 {
  if !checkCount(count, 0, 1, function) { return -1 }
  if count == 1 && dictUpdateFrom(target, args.unsafelyUnwrapped[0]) < 0 { return -1 }
  if names.isNull { return 0 }
  for index in 0..<tupleCount(names) {
    let value = args.unsafelyUnwrapped[Int(count) + index]
    if dictSet(target, tupleItems(names)[index], value) < 0 { return -1 }
  }
  return 0
}

@c(molt_dict_update) func molt_dict_update(_ dict: Value, _ mapping: Value) -> Int32 {
  let status = dictUpdate(dict, mapping)
  if status < 0 && exceptionMatches(Exceptions.attributeError) {
    clearException()
    raiseTypeError("'", mapping, "' object is not a mapping")
  }
  return status
}

/// "module.qualname()" of a callable for messages, owned (_PyObject_FunctionStr). `.null` with an exception set.
func functionDescription(_ callee: Value) -> Value {
  let qualname = getAttributeOrNull(callee, Names.qualname)
  if qualname.isNull { return exceptionIsSet ? .null : strOf(callee) }
  defer { release(qualname) }
  let module = getAttributeOrNull(callee, Names.module)
  if module.isNull && exceptionIsSet { return .null }
  defer { releaseIfBound(module) }
  var text = StringBuilder()
  var isWritten = true
  if !module.isNull && !module.isNone {
    let isBuiltins = sameOrEqual(module, Names.builtinsWord)
    if isBuiltins < 0 { return .null }
    if isBuiltins == 0 {
      isWritten = text.appendStr(module)
      text.append(".")
    }
  }
  if !isWritten || !text.appendStr(qualname) {
    text.discard()
    return .null
  }
  text.append("()")
  return text.finish()
}

@c(molt_dict_merge) func molt_dict_merge(_ dict: Value, _ mapping: Value, _ callee: Value) -> Int32 {
  var key = Value.null
  let status = dictMerge(dict, mapping, .report, &key)
  if status == DictMerge.done { return 0 }
  if status == DictMerge.duplicate {
    let function = functionDescription(callee)
    if !function.isNull {
      raise(Exceptions.typeError) { message in
        message.append(function)
        message.append(" got multiple values for keyword argument '")
        if message.appendStr(key) { message.append("'") }
      }
      release(function)
    }
    release(key)
    return -1
  }
  if exceptionMatches(Exceptions.attributeError) {
    clearException()
    let function = functionDescription(callee)
    if function.isNull { return -1 }
    raise(Exceptions.typeError) { message in
      message.append(function)
      message.append(" argument after ** must be a mapping, not ")
      message.append(typeName(mapping))
    }
    release(function)
  }
  return -1
}
