import MoltABI
import MoltIR
import MoltLower
import MoltOwnership
import MoltSpec
import MoltSyntax

// The compiler inside a program: text to an image that the runtime interprets. It is linked only into programs that use
// `eval`, `exec` or `compile`.

/// Compiles a text; the caller frees the result. Null: out of memory.
@c(molt_compile_source)
public func molt_compile_source(_ source: UnsafePointer<MoltSource>) -> UnsafeMutablePointer<Int32>? {
  var writer = ImageWriter()
  Compilation(source.pointee).run(&writer)
  return writer.finish()
}

private struct Compilation {
  let bytes: [UInt8]
  let file: String
  let package: String
  let mode: SourceMode
  let flags: Int

  init(_ source: MoltSource) {
    bytes = Array(UnsafeBufferPointer(start: source.text, count: Int(source.length)))
    file = String(cString: source.file)
    package = String(cString: source.package)
    flags = Int(source.flags)
    mode =
      switch Int(source.mode) {
      case Int(MOLT_SOURCE_EVAL): .eval
      case Int(MOLT_SOURCE_SINGLE): .single
      default: .exec
      }
  }

  /// The last line of the text has an end.
  private var endsLine: Bool { bytes.last == 10 || bytes.last == 13 }

  func run(_ writer: inout ImageWriter) {
    let isText = flags & Int(MOLT_SOURCE_IS_TEXT) != 0
    let parsed =
      mode == .eval
      ? parseExpression(source: bytes, fileName: file, isText: isText)
      : parseModule(source: bytes, fileName: file, isText: isText)
    let warnings = parsed.diagnostics.filter { !$0.isError }
    guard let ast = parsed.ast else {
      writer.warnings(warnings.map { ($0.kind, parsed.source.line(containing: $0.span.start), $0.message) })
      if let error = parsed.error { report(error, .parser, parsed.source, &writer) }
      return
    }
    if mode == .single, let error = interactiveError(ast, parsed.source) {
      writer.warnings([])
      report(error, .parser, parsed.source, &writer)
      return
    }
    let lowered = lowerModule(
      ast, name: "<module>", path: file, package: package, isPackage: false, mode: mode,
      annotationsAreStrings: flags & Int(MOLT_SOURCE_TEXT_ANNOTATIONS) != 0,
      keepsFrames: flags & Int(MOLT_SOURCE_KEEPS_FRAMES) != 0)
    writer.warnings(
      warnings.map { ($0.kind, parsed.source.line(containing: $0.span.start), $0.message) }
        + lowered.warnings.map { (.syntaxWarning, parsed.source.line(containing: $0.span.start), $0.message) })
    guard let module = lowered.module else {
      if let error = lowered.diagnostics.first {
        let origin: ErrorOrigin = error.isOfSymbolTable ? .symbolTable : .compiler
        report(Diagnostic(.syntaxError, error.message, error.span), origin, parsed.source, &writer)
      }
      return
    }
    writer.code(module)
  }

  private func report(
    _ error: Diagnostic, _ origin: ErrorOrigin, _ source: SourceText, _ writer: inout ImageWriter
  ) {
    writer.error(error, source, origin, endsLine: endsLine, isWhole: mode == .exec)
  }

  /// What is wrong with a text as one interactive statement: a compound statement, or simple ones in one line
  /// (`interactive` of Grammar/python.gram and `bad_single_statement` of Parser/pegen.c).
  private func interactiveError(_ ast: AST, _ source: SourceText) -> Diagnostic? {
    let statements = ast.list(ast.body)
    guard let first = statements.first else {
      var error = Diagnostic(.syntaxError, "invalid syntax", Span(start: 0, end: 0))
      error.isLineOnly = true
      return error
    }
    var end = ast.span(first).end
    if isCompound(ast[first]) {
      guard statements.count > 1 else { return unendedBlock(source) }
      let next = ast.span(statements[statements.startIndex + 1]).start
      var stop = Int(next)
      while stop < source.bytes.count, isNameByte(source.bytes[stop]) { stop += 1 }
      return Diagnostic(.syntaxError, "invalid syntax", Span(start: next, end: UInt32(max(stop, Int(next) + 1))))
    }
    let line = ast.position(end).line
    for statement in statements.dropFirst() {
      if ast.position(ast.span(statement).start).line != line {
        let message = "multiple statements found while compiling a single statement"
        return Diagnostic(.syntaxError, message, Span(start: end, end: end + 1))
      }
      end = ast.span(statement).end
    }
    return nil
  }

  /// A compound statement in one line needs the line's end, which is not added here.
  private func unendedBlock(_ source: SourceText) -> Diagnostic? {
    let lastLine = source.lineStarts.count - 1
    guard !endsLine, lastLine >= 1, let byte = source.lineBytes(lastLine).first, byte != 0x20, byte != 0x09 else {
      return nil
    }
    let start = source.lineStarts[lastLine - 1]
    var error = Diagnostic(.syntaxError, "invalid syntax", Span(start: start, end: start))
    error.isLineOnly = true
    return error
  }

  private func isCompound(_ statement: Stmt) -> Bool {
    switch statement {
    case .functionDef, .asyncFunctionDef, .classDef, .if, .for, .asyncFor, .while, .with, .asyncWith, .try, .tryStar,
      .match:
      true
    default: false
    }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }
}
