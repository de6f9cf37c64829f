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

/// Owned.
func newCode(_ code: UnsafePointer<MoltCode>) -> Value {
  let value = Value(allocateObject(Types.code, MemoryLayout<CodeObject>.size))
  value.pointer(CodeObject.self).pointee.code = code
  retainCode(code)
  return value
}

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
  type.pointee.destroy = {
    releaseCode(code(Value($0!)))
    freeObject($0!, MemoryLayout<CodeObject>.size)
  }
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
  addGetter(type, "co_name", { text(code($0).pointee.name) })
  addGetter(type, "co_qualname", { text(code($0).pointee.qualname) })
  addGetter(type, "co_filename", { text(code($0).pointee.file) })
  addGetter(type, "co_firstlineno", { makeInt(Int64(code($0).pointee.firstLine)) })
  addGetter(type, "co_argcount", { makeInt(Int64(code($0).pointee.positionalCount)) })
  addGetter(type, "co_posonlyargcount", { makeInt(Int64(code($0).pointee.positionalOnlyCount)) })
  addGetter(type, "co_kwonlyargcount", { makeInt(Int64(code($0).pointee.keywordOnlyCount)) })
  addGetter(type, "co_nlocals", { makeInt(Int64(parameterCount(code($0))) + Int64(code($0).pointee.localCount)) })
  addGetter(type, "co_varnames", { variableNames(code($0)) })
  addGetter(type, "co_flags", { makeInt(Int64(code($0).pointee.flags & ~Int32(MOLT_CODE_INTERPRETED))) })
  addCodeReplace(type)
  finishType(type)
}
