import MoltABI

// `code.replace(…)`: a code object that says something else about the same compiled body. Flags, the first line and
// names can be replaced; what would be another body is refused. CPython: Objects/codeobject.c.

private struct CodeVariant {
  var code: MoltCode
  var original: UnsafePointer<MoltCode>
  var next: UnsafeMutablePointer<CodeVariant>?
}

private enum CodeVariants {
  /// Codes that were made, newest first. They live as long as the program, as compiled ones do.
  static var last: UnsafeMutablePointer<CodeVariant>? = nil
}

/// What can be replaced.
private struct CodeChanges {
  var flags: Int32
  var firstLine: Int32
  var name: UnsafePointer<CChar>
  var qualname: UnsafePointer<CChar>
  var file: UnsafePointer<CChar>

  init(_ code: UnsafePointer<MoltCode>) {
    flags = code.pointee.flags
    firstLine = code.pointee.firstLine
    name = code.pointee.name
    qualname = code.pointee.qualname
    file = code.pointee.file
  }

  func fit(_ code: MoltCode) -> Bool {
    code.flags == flags && code.firstLine == firstLine && c_strcmp(code.name, name) == 0
      && c_strcmp(code.qualname, qualname) == 0 && c_strcmp(code.file, file) == 0
  }
}

/// The code with those changes: the one of an earlier call if there was one.
private func variant(_ code: UnsafePointer<MoltCode>, _ changes: CodeChanges) -> UnsafePointer<MoltCode> {
  if changes.fit(code.pointee) { return code }
  var link = CodeVariants.last
  while let known = link {
    if known.pointee.original == code && changes.fit(known.pointee.code) {
      return UnsafePointer(UnsafeMutableRawPointer(known).assumingMemoryBound(to: MoltCode.self))
    }
    link = known.pointee.next
  }
  let made = allocateRaw(MemoryLayout<CodeVariant>.stride).assumingMemoryBound(to: CodeVariant.self)
  made.pointee.code = code.pointee
  // What was compiled at run time lives on with its copy.
  retainCode(code)
  made.pointee.code.flags = changes.flags & ~Int32(MOLT_CODE_INTERPRETED)
  made.pointee.code.firstLine = changes.firstLine
  made.pointee.code.name = changes.name
  made.pointee.code.qualname = changes.qualname
  made.pointee.code.file = changes.file
  made.pointee.original = code
  made.pointee.next = CodeVariants.last
  CodeVariants.last = made
  return UnsafePointer(UnsafeMutableRawPointer(made).assumingMemoryBound(to: MoltCode.self))
}

/// The code that a code was made from by `replace`; any other code itself.
func originalCode(_ code: UnsafePointer<MoltCode>) -> UnsafePointer<MoltCode> {
  var link = CodeVariants.last
  while let known = link {
    if UInt(bitPattern: known) == UInt(bitPattern: code) { return originalCode(known.pointee.original) }
    link = known.pointee.next
  }
  return code
}

/// How arguments are passed, which the body depends on.
private var fixedFlags: Int32 {
  Int32(MOLT_CODE_FUNCTION | MOLT_CODE_VARARGS | MOLT_CODE_VARKEYWORDS | MOLT_CODE_CLOSURE_NAMES)
}

/// A str as text that lives as long as the program, in `slot`; nothing if it is null. False: an exception is set.
private func readName(_ value: Value, _ parameter: StaticString, _ slot: inout UnsafePointer<CChar>) -> Bool {
  if value.isNull { return true }
  if !isStr(value) {
    raise(Exceptions.typeError) {
      $0.append("replace() argument '")
      $0.append(parameter)
      $0.append("' must be str, not ")
      $0.append(argumentTypeName(value))
    }
    return false
  }
  let encoded = encodeText(value, .utf8, .null)
  if encoded.isNull { return false }
  let view = BytesView(encoded)
  let copy = allocateRaw(view.count + 1).assumingMemoryBound(to: CChar.self)
  c_memcpy(copy, view.bytes, view.count)
  copy[view.count] = 0
  release(encoded)
  slot = UnsafePointer(copy)
  return true
}

func addCodeReplace(_ type: TypePointer) {
  addMethod(
    type, "replace", 0, 18,
    { this, args, _, _ in
      let code = codeOf(this)!
      var changes = CodeChanges(code)
      var index = 5
      while index < 18 {
        if !args![index].isNull {
          return raise(
            Exceptions.valueError, "code.replace() cannot replace what would be another body of the function")
        }
        index += 1
      }
      if !args![0].isNull {
        var flags = 0
        if !indexOf(args![0], &flags) { return .null }
        changes.flags = (Int32(truncatingIfNeeded: flags) & ~fixedFlags) | (code.pointee.flags & fixedFlags)
      }
      if !args![1].isNull {
        var line = 0
        if !indexOf(args![1], &line) { return .null }
        changes.firstLine = Int32(clamping: line)
      }
      if !readName(args![2], "co_name", &changes.name) || !readName(args![3], "co_qualname", &changes.qualname)
        || !readName(args![4], "co_filename", &changes.file)
      {
        return .null
      }
      return newCode(variant(code, changes))
    },
    params: """
      * co_flags co_firstlineno co_name co_qualname co_filename co_argcount co_posonlyargcount co_kwonlyargcount \
      co_nlocals co_stacksize co_code co_consts co_names co_varnames co_freevars co_cellvars co_linetable \
      co_exceptiontable
      """)
}
