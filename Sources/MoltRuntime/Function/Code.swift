import MoltABI

// Code objects: the description of a compiled function as `__code__` shows it. Follows Objects/codeobject.c.

struct CodeObject {
  var header: MoltObject
  var code: UnsafePointer<MoltCode>
}

/// Code that was compiled at run time ends with the last object that refers to it; compiled code needs no counting.
@inline(__always) func retainCode(_ code: UnsafePointer<MoltCode>?) {
  if let code, code.pointee.flags & Int32(MOLT_CODE_INTERPRETED) != 0 { retain(codeOwner(code)) }
}

@inline(__always) func releaseCode(_ code: UnsafePointer<MoltCode>?) {
  if let code, code.pointee.flags & Int32(MOLT_CODE_INTERPRETED) != 0 { release(codeOwner(code)) }
}

/// The unit of interpreted code: what follows its MoltCode (Dynamic/CodeUnit.swift).
@inline(__always) private func codeOwner(_ code: UnsafePointer<MoltCode>) -> Value {
  let alignment = MemoryLayout<Value>.alignment
  let offset = (MemoryLayout<MoltCode>.size + alignment - 1) & ~(alignment - 1)
  return (UnsafeRawPointer(code) + offset).load(as: Value.self)
}

private enum CodeObjects {
  /// The objects that are alive, by the address of what they describe, so that `f.__code__` is the same object each
  /// time: a dict of ints, which count as no references. Owned, null until the first is made.
  static var alive = Value(bits: 0)
}

private func address(of code: UnsafePointer<MoltCode>) -> Value { makeInt(Int64(Int(bitPattern: code))) }

/// The object for a code. Owned.
func newCode(_ code: UnsafePointer<MoltCode>) -> Value {
  if CodeObjects.alive.isNull { CodeObjects.alive = newDict() }
  let key = address(of: code)
  defer { release(key) }
  let known = dictGet(CodeObjects.alive, key)
  if !known.isNull { return retained(Value(bits: UInt64(bitPattern: known.smallInt))) }
  let value = Value(allocateObject(Types.code, MemoryLayout<CodeObject>.size))
  value.pointer(CodeObject.self).pointee.code = code
  let number = makeInt(Int64(bitPattern: value.bits))
  _ = dictSet(CodeObjects.alive, key, number)
  release(number)
  retainCode(code)
  return value
}

private func destroyCode(_ object: ObjectPointer) {
  let key = address(of: code(Value(object)))
  _ = dictDelete(CodeObjects.alive, key)
  release(key)
  if dictCount(CodeObjects.alive) == 0 { replace(&CodeObjects.alive, with: .null) }
  releaseCode(code(Value(object)))
  freeObject(object, MemoryLayout<CodeObject>.size)
}

/// Names of the closure's cells, or of the function's own cells.
private func closureNames(_ code: UnsafePointer<MoltCode>, own: Bool) -> Value {
  if code.pointee.flags & Int32(MOLT_CODE_CLOSURE_NAMES) == 0 { return newTuple(0) }
  let names = code.pointee.localNames! + Int(code.pointee.localCount)
  let free = Int(code.pointee.freeCount)
  if !own { return makeTuple(names, free) }
  var end = free
  while !names[end].isNull { end += 1 }
  return makeTuple(names + free, end - free)
}

/// Calls `body` for each place that the code knows of, in the order of `tb_lasti // 2`.
private func placesOf(_ code: UnsafePointer<MoltCode>, _ body: (Int, MoltPosition) -> Value) -> Value {
  let list = newList()
  var index = 0
  while index < Int(code.pointee.positionCount), let positions = code.pointee.positions {
    let item = body(index, positions[index])
    listAppend(list, item)
    release(item)
    index += 1
  }
  let iterator = molt_iterate(list)
  release(list)
  return iterator
}

private func orNone(_ number: Int32) -> Value { number < 0 ? .none : makeInt(Int64(number)) }

/// What a code object describes; nil for any other object.
func codeOf(_ value: Value) -> UnsafePointer<MoltCode>? { typeOf(value) == Types.code ? code(value) : nil }

@inline(__always) private func code(_ value: Value) -> UnsafePointer<MoltCode> {
  value.pointer(CodeObject.self).pointee.code
}

private func text(_ chars: UnsafePointer<CChar>) -> Value { retained(internName(cString: chars)) }

/// Parameters in CPython's order (*args before **kwargs, both after the keyword-only ones), then the other locals.
private func variableNames(_ code: UnsafePointer<MoltCode>) -> Value {
  if code.pointee.flags & Int32(MOLT_CODE_FUNCTION) == 0 { return newTuple(0) }
  let parameters = parameterCount(code)
  let locals = Int(code.pointee.localCount)
  let tuple = newTuple(parameters + locals)
  for index in 0..<parameters { tupleItems(tuple)[index] = retained(code.pointee.paramNames[index]) }
  for index in 0..<locals { tupleItems(tuple)[parameters + index] = retained(code.pointee.localNames[index]) }
  return tuple
}

func setUpCodeType() {
  let type = Types.code
  setUpType(type, "code", size: MemoryLayout<CodeObject>.size, flags: 0)
  type.pointee.destroy = { destroyCode($0!) }
  type.pointee.compare = { a, b, op in
    guard op == 2 || op == 3, typeOf(a) == Types.code, typeOf(b) == Types.code else { return .notImplemented }
    return Value((code(a) == code(b)) == (op == 2))
  }
  type.pointee.hash = { Int64(Int(bitPattern: code($0)) >> 4) }
  type.pointee.repr = { value in
    var builder = StringBuilder()
    builder.append("<code object ")
    builder.append(cString: code(value).pointee.name)
    builder.append(" at ")
    appendAddress(&builder, Value(UnsafeMutablePointer(mutating: code(value))))
    builder.append(", file \"")
    builder.append(cString: code(value).pointee.file)
    builder.append("\", line ")
    builder.append(int: Int(code(value).pointee.firstLine))
    builder.append(">")
    return builder.finish()
  }
  addMember(type, "co_name", { text(code($0).pointee.name) })
  addMember(type, "co_qualname", { text(code($0).pointee.qualname) })
  addMember(type, "co_filename", { text(code($0).pointee.file) })
  addMember(type, "co_firstlineno", { makeInt(Int64(code($0).pointee.firstLine)) })
  addMember(type, "co_argcount", { makeInt(Int64(code($0).pointee.positionalCount)) })
  addMember(type, "co_posonlyargcount", { makeInt(Int64(code($0).pointee.positionalOnlyCount)) })
  addMember(type, "co_kwonlyargcount", { makeInt(Int64(code($0).pointee.keywordOnlyCount)) })
  addGetter(type, "co_nlocals", { makeInt(Int64(parameterCount(code($0))) + Int64(code($0).pointee.localCount)) })
  addGetter(type, "co_varnames", { variableNames(code($0)) })
  addMember(
    type, "co_flags",
    { makeInt(Int64(code($0).pointee.flags & ~Int32(MOLT_CODE_CLOSURE_NAMES | MOLT_CODE_INTERPRETED))) })
  addGetter(type, "co_freevars", { closureNames(code($0), own: false) })
  addGetter(type, "co_cellvars", { closureNames(code($0), own: true) })
  addMember(
    type, "co_consts",
    { this in
      let doc = code(this).pointee.doc
      let text = doc == nil ? Value.none : makeString(cString: doc)
      defer { release(text) }
      return makeTuple(text)
    })
  addMethod(
    type, "co_positions", 0, 0,
    { this, _, _, _ in
      placesOf(code(this)) { _, place in
        let item = newTuple(4)
        tupleItems(item)[0] = orNone(place.line)
        tupleItems(item)[1] = orNone(place.endLine)
        tupleItems(item)[2] = orNone(place.column)
        tupleItems(item)[3] = orNone(place.endColumn)
        return item
      }
    })
  addMethod(
    type, "co_lines", 0, 0,
    { this, _, _, _ in
      placesOf(code(this)) { index, place in
        let item = newTuple(3)
        tupleItems(item)[0] = makeInt(Int64(index) * 2)
        tupleItems(item)[1] = makeInt(Int64(index) * 2 + 2)
        tupleItems(item)[2] = orNone(place.line)
        return item
      }
    })
  addCodeReplace(type)
  finishType(type)
}
