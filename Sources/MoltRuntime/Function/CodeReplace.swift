import MoltABI

// `code.replace(…)`: a code object that says something else about the same compiled body. Flags and the first line can
// be replaced; what would be another body is refused. CPython: Objects/codeobject.c.

private struct CodeVariant {
  var code: MoltCode
  var original: UnsafePointer<MoltCode>
  var next: UnsafeMutablePointer<CodeVariant>?
}

private enum CodeVariants {
  /// Codes that were made, newest first. They live as long as the program, as compiled ones do.
  static var last: UnsafeMutablePointer<CodeVariant>? = nil
}

/// The code with those flags and that first line: the one of an earlier call if there was one.
private func variant(
  _ code: UnsafePointer<MoltCode>, flags: Int32, firstLine: Int32
) -> UnsafePointer<MoltCode> {
  if code.pointee.flags == flags && code.pointee.firstLine == firstLine { return code }
  var link = CodeVariants.last
  while let known = link {
    if known.pointee.original == code && known.pointee.code.flags == flags && known.pointee.code.firstLine == firstLine
    {
      return UnsafePointer(UnsafeMutableRawPointer(known).assumingMemoryBound(to: MoltCode.self))
    }
    link = known.pointee.next
  }
  let made = allocateRaw(MemoryLayout<CodeVariant>.stride).assumingMemoryBound(to: CodeVariant.self)
  made.pointee.code = code.pointee
  // What was compiled at run time lives on with its copy.
  retainCode(code)
  made.pointee.code.flags = flags & ~Int32(MOLT_CODE_INTERPRETED)
  made.pointee.code.firstLine = firstLine
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
private var fixedFlags: Int32 { Int32(MOLT_CODE_FUNCTION | MOLT_CODE_VARARGS | MOLT_CODE_VARKEYWORDS) }

func addCodeReplace(_ type: TypePointer) {
  addMethod(
    type, "replace", 0, 18,
    { this, args, _, _ in
      let code = codeOf(this)!
      var flags = Int(code.pointee.flags), firstLine = Int(code.pointee.firstLine)
      var index = 2
      while index < 18 {
        if !args![index].isNull {
          return raise(Exceptions.valueError, "code.replace() can replace co_flags and co_firstlineno only")
        }
        index += 1
      }
      if !args![0].isNull {
        if !indexOf(args![0], &flags) { return .null }
        flags = (flags & ~Int(fixedFlags)) | Int(code.pointee.flags & fixedFlags)
      }
      if !args![1].isNull && !indexOf(args![1], &firstLine) { return .null }
      return newCode(variant(code, flags: Int32(truncatingIfNeeded: flags), firstLine: Int32(clamping: firstLine)))
    },
    params: """
      * co_flags co_firstlineno co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_stacksize co_code \
      co_consts co_names co_varnames co_freevars co_cellvars co_filename co_name co_qualname co_linetable \
      co_exceptiontable
      """)
}
