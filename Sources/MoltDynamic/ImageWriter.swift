import MoltABI
import MoltIR
import MoltOwnership
import MoltSpec
import MoltSyntax

/// Writes an image (molt_dynamic.h). A string is its length in bytes, then its bytes with a zero behind them, filled up
/// to a whole word.
struct ImageWriter {
  private var words: [Int32] = []

  init() { words.reserveCapacity(512) }

  /// The image in memory of its own.
  func finish() -> UnsafeMutablePointer<Int32>? {
    let size = words.count * MemoryLayout<Int32>.stride
    guard let memory = molt_libc_malloc(max(size, 4)) else { return nil }
    let image = memory.bindMemory(to: Int32.self, capacity: words.count)
    words.withUnsafeBufferPointer { image.update(from: $0.baseAddress!, count: words.count) }
    return image
  }

  mutating func word(_ value: Int) { words.append(Int32(truncatingIfNeeded: value)) }

  mutating func word(_ value: Int32) { words.append(value) }

  mutating func words(_ list: [Int32]) {
    word(list.count)
    words += list
  }

  mutating func wide(_ bits: UInt64) {
    words.append(Int32(truncatingIfNeeded: bits))
    words.append(Int32(truncatingIfNeeded: bits >> 32))
  }

  mutating func string(_ bytes: [UInt8]) {
    word(bytes.count)
    var packed: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      packed |= UInt32(byte) << UInt32(8 * (index & 3))
      if index & 3 == 3 {
        words.append(Int32(bitPattern: packed))
        packed = 0
      }
    }
    words.append(Int32(bitPattern: packed))
  }

  mutating func string(_ text: String) { string(Array(text.utf8)) }

  mutating func strings(_ list: [String]) {
    word(list.count)
    for text in list { string(text) }
  }

  // MARK: Messages

  mutating func warnings(_ list: [(kind: DiagnosticClass, line: Int, message: String)]) {
    word(list.count)
    for warning in list {
      word(number(warning.kind))
      word(warning.line)
      string(warning.message)
    }
  }

  mutating func error(_ error: Diagnostic, _ source: SourceText, _ origin: ErrorOrigin, endsLine: Bool, isWhole: Bool) {
    word(Int(MOLT_IMAGE_ERROR))
    word(number(error.kind))
    string(error.message)
    word(error.hasLocation ? 1 : 0)
    guard error.hasLocation else { return }
    let place = ErrorPlace(error, source, origin, endsLine: endsLine, isWhole: isWhole)
    word(origin == .parser ? 0 : origin == .compiler ? 1 : 2)
    word(place.line)
    word(place.offset)
    word(place.endLine)
    word(place.endOffset)
    word(place.showsLineEnd ? 1 : 0)
    string(Array(source.lineBytes(place.line)))
  }

  private func number(_ kind: DiagnosticClass) -> Int {
    switch kind {
    case .syntaxError: Int(MOLT_ERROR_SYNTAX)
    case .indentationError: Int(MOLT_ERROR_INDENTATION)
    case .tabError: Int(MOLT_ERROR_TAB)
    case .recursionError: Int(MOLT_ERROR_RECURSION)
    case .memoryError: Int(MOLT_ERROR_MEMORY)
    case .syntaxWarning: Int(MOLT_WARNING_SYNTAX)
    case .deprecationWarning: Int(MOLT_WARNING_DEPRECATION)
    }
  }

  // MARK: Code

  mutating func code(_ module: Module) {
    word(Int(MOLT_IMAGE_CODE))
    let tracksPlaces =
      module.keepsFrames
      || module.functions.contains { $0.instructions.contains { $0.opcode == .place || $0.opcode == .placeLeave } }
    word(tracksPlaces ? 1 : 0)
    string(module.path)
    strings(module.slots)
    // Constant 0 is null, so all others are one further.
    word(module.constants.count + 1)
    word(Int(MOLT_CONSTANT_NULL))
    for constant in module.constants { self.constant(constant) }
    word(module.functions.count)
    for function in module.functions {
      let explicit = OwnershipPass.run(function)
      self.function(function.isSuspendable ? GeneratorSplit.run(explicit) : explicit, module)
    }
  }

  private mutating func constant(_ constant: MoltIR.Constant) {
    switch constant {
    case .none: word(Int(MOLT_CONSTANT_NONE))
    case .true: word(Int(MOLT_CONSTANT_TRUE))
    case .false: word(Int(MOLT_CONSTANT_FALSE))
    case .ellipsis: word(Int(MOLT_CONSTANT_ELLIPSIS))
    case .notImplemented: word(Int(MOLT_CONSTANT_NOT_IMPLEMENTED))
    case .smallInt(let value):
      word(Int(MOLT_CONSTANT_INT))
      wide(UInt64(bitPattern: value))
    case .bigInt(let digits):
      word(Int(MOLT_CONSTANT_BIG_INT))
      string(digits)
    case .float(let bits):
      word(Int(MOLT_CONSTANT_FLOAT))
      wide(bits)
    case .imaginary(let bits):
      word(Int(MOLT_CONSTANT_IMAGINARY))
      wide(bits)
    case .str(let bytes):
      word(Int(MOLT_CONSTANT_STR))
      string(bytes)
    case .bytes(let bytes):
      word(Int(MOLT_CONSTANT_BYTES))
      string(bytes)
    case .tuple(let items):
      word(Int(MOLT_CONSTANT_TUPLE))
      word(items.count)
      for item in items { word(Int(item) + 1) }
    }
  }

  private mutating func function(_ function: MoltIR.Function, _ module: Module) {
    var flags = function.kind == .module || function.kind == .classBody ? 0 : Int(MOLT_CODE_FUNCTION)
    if function.hasVarArgs { flags |= Int(MOLT_CODE_VARARGS) }
    if function.hasVarKeywords { flags |= Int(MOLT_CODE_VARKEYWORDS) }
    if function.isNested { flags |= Int(MOLT_CODE_NESTED) }
    switch function.suspension {
    case nil: break
    case .generator: flags |= Int(MOLT_CODE_GENERATOR)
    case .coroutine: flags |= Int(MOLT_CODE_COROUTINE)
    case .asyncGenerator: flags |= Int(MOLT_CODE_ASYNC_GENERATOR)
    }
    word(flags)
    word(function.positionalOnlyCount)
    word(function.positionalCount)
    word(function.keywordOnlyCount)
    word(function.firstLine)
    word(function.frameSlots)
    var doc: [UInt8]? = nil
    if function.kind == .function, function.doc != .max, case .str(let text) = module.constants[Int(function.doc)] {
      doc = text
    }
    word(doc == nil ? 0 : 1)
    string(doc ?? [])
    string(function.name)
    string(function.qualname)
    strings(function.kind == .module || function.kind == .classBody ? [] : function.parameters)
    strings(function.locals)
    strings(function.freeVariables)
    strings(function.cellVariables)
    let rows = function.positions.flatMap { $0.rows }
    word(rows.count)
    for position in rows {
      word(position.line)
      word(position.endLine)
      word(position.column)
      word(position.endColumn)
    }
    var encoder = FunctionEncoder(function)
    encoder.encode()
    words(encoder.parameters)
    word(encoder.registerCount)
    word(encoder.scratch)
    word(encoder.siteCount)
    words(encoder.words)
  }
}
