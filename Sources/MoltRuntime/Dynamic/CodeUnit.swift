import MoltABI

// Code that was compiled at run time: one unit per text, which owns the image that the compiler made, its constants and
// the descriptions of its functions. Whatever refers to the code of such a function holds a reference to the unit.

/// A function of a unit. `code` comes first: whoever knows the MoltCode of an interpreted function knows this.
struct InterpretedFunction {
  var code: MoltCode
  /// The CodeUnit, which owns this.
  var unit: Value
  var known: Value
  var words: UnsafePointer<Int32>
  /// The registers that the parameters go to.
  var parameters: UnsafePointer<Int32>
  var parameterCount: Int32
  var registerCount: Int32
  var scratch: Int32
  var siteCount: Int32
  /// Made when the function first runs.
  var sites: UnsafeMutablePointer<MoltSite>?
  /// The body of the text, whose only argument is the mapping of its names.
  var isBody: Bool
}

typealias InterpretedPointer = UnsafeMutablePointer<InterpretedFunction>

struct CodeUnit {
  var header: MoltObject
  var image: UnsafeMutablePointer<Int32>
  var constants: UnsafeMutablePointer<Value>
  var names: UnsafeMutablePointer<Value>
  var functions: InterpretedPointer
  /// All parameters' and variables' names, one after the other.
  var texts: UnsafeMutablePointer<Value>
  /// For each name its slot in `slotModule`, or -1; null until asked for.
  var slots: UnsafeMutablePointer<Int32>?
  var slotModule: ModulePointer?
  var constantCount: Int
  var nameCount: Int
  var functionCount: Int
  var textCount: Int
  /// Its functions note where they are, for warnings about coroutines.
  var tracksPlaces: Bool
}

typealias UnitPointer = UnsafeMutablePointer<CodeUnit>

enum DynamicTypes {
  /// Made with the first unit.
  static var unit: TypePointer? = nil
}

func setUpUnitType() {
  if DynamicTypes.unit != nil { return }
  let type = newTypeStorage()
  setUpType(type, "code_unit", base: Types.object, size: MemoryLayout<CodeUnit>.stride, flags: 0)
  type.pointee.destroy = { destroyUnit($0!) }
  finishType(type)
  DynamicTypes.unit = type
}

/// The interpreted function of a code; nil: it is compiled code.
func interpretedFunction(_ code: UnsafePointer<MoltCode>) -> InterpretedPointer? {
  if code.pointee.flags & Int32(MOLT_CODE_INTERPRETED) == 0 { return nil }
  return UnsafeMutableRawPointer(mutating: code).assumingMemoryBound(to: InterpretedFunction.self)
}

private func destroyUnit(_ object: ObjectPointer) {
  let unit = UnsafeMutableRawPointer(object).assumingMemoryBound(to: CodeUnit.self)
  releaseAll(unit.pointee.constants, unit.pointee.constantCount)
  releaseAll(unit.pointee.names, unit.pointee.nameCount)
  releaseAll(unit.pointee.texts, unit.pointee.textCount)
  if let slots = unit.pointee.slots { freeRaw(slots, max(unit.pointee.nameCount, 1) * MemoryLayout<Int32>.stride) }
  for index in 0..<unit.pointee.functionCount {
    let function = unit.pointee.functions + index
    if let sites = function.pointee.sites { freeRaw(sites, siteBytes(function)) }
  }
  freeRaw(unit.pointee.functions, max(unit.pointee.functionCount, 1) * MemoryLayout<InterpretedFunction>.stride)
  c_free(unit.pointee.image)
  freeObject(object, MemoryLayout<CodeUnit>.stride)
}

private func releaseAll(_ values: UnsafeMutablePointer<Value>, _ count: Int) {
  for index in 0..<count { releaseIfBound(values[index]) }
  freeRaw(values, max(count, 1) * MemoryLayout<Value>.stride)
}

func siteBytes(_ function: InterpretedPointer) -> Int {
  Int(function.pointee.siteCount) * Int(MOLT_SITE_WAYS) * MemoryLayout<MoltSite>.stride
}

/// Zeroed memory for a number of values or other things; never empty.
private func zeroed<T>(_ count: Int, _ type: T.Type) -> UnsafeMutablePointer<T> {
  let bytes = max(count, 1) * MemoryLayout<T>.stride
  let raw = allocateRaw(bytes)
  c_memset(raw, 0, bytes)
  return raw.assumingMemoryBound(to: T.self)
}

/// Reads an image from its start.
struct ImageReader {
  var at: UnsafePointer<Int32>

  mutating func word() -> Int {
    let word = at.pointee
    at += 1
    return Int(word)
  }

  mutating func wide() -> UInt64 {
    let bits = UInt64(UInt32(bitPattern: at[0])) | UInt64(UInt32(bitPattern: at[1])) << 32
    at += 2
    return bits
  }

  /// The bytes of a string, which are followed by a zero.
  mutating func text() -> (bytes: UnsafePointer<UInt8>, count: Int) {
    let count = word()
    let bytes = UnsafeRawPointer(at).assumingMemoryBound(to: UInt8.self)
    at += count / 4 + 1
    return (bytes, count)
  }

  /// A new str. Owned.
  mutating func string() -> Value {
    let (bytes, count) = text()
    return makeString(utf8: bytes, count)
  }

  /// The canonical str with that text. Owned.
  mutating func name() -> Value {
    let fresh = string()
    let canonical = intern(fresh)
    release(fresh)
    return canonical
  }

  mutating func cString() -> UnsafePointer<CChar> {
    UnsafeRawPointer(text().bytes).assumingMemoryBound(to: CChar.self)
  }

  /// A number of words to be used where they stand.
  mutating func block(_ count: Int) -> UnsafePointer<Int32> {
    defer { at += count }
    return at
  }
}

/// The unit of an image, which it takes over; `reader` stands behind MOLT_IMAGE_CODE. Owned.
func newUnit(_ image: UnsafeMutablePointer<Int32>, _ reader: ImageReader) -> Value {
  setUpUnitType()
  var reader = reader
  let value = Value(allocateObject(DynamicTypes.unit!, MemoryLayout<CodeUnit>.stride))
  let unit = value.pointer(CodeUnit.self)
  unit.pointee.image = image
  unit.pointee.tracksPlaces = reader.word() != 0
  let file = reader.cString()
  unit.pointee.nameCount = reader.word()
  unit.pointee.names = zeroed(unit.pointee.nameCount, Value.self)
  for index in 0..<unit.pointee.nameCount { unit.pointee.names[index] = reader.name() }
  unit.pointee.constantCount = reader.word()
  unit.pointee.constants = zeroed(unit.pointee.constantCount, Value.self)
  for index in 0..<unit.pointee.constantCount {
    unit.pointee.constants[index] = readConstant(&reader, unit.pointee.constants)
  }
  readFunctions(&reader, value, file)
  return value
}

private func readConstant(_ reader: inout ImageReader, _ earlier: UnsafeMutablePointer<Value>) -> Value {
  switch reader.word() {
  case Int(MOLT_CONSTANT_NONE): return .none
  case Int(MOLT_CONSTANT_TRUE): return .true
  case Int(MOLT_CONSTANT_FALSE): return .false
  case Int(MOLT_CONSTANT_ELLIPSIS): return .ellipsis
  case Int(MOLT_CONSTANT_NOT_IMPLEMENTED): return .notImplemented
  case Int(MOLT_CONSTANT_INT): return makeInt(Int64(bitPattern: reader.wide()))
  case Int(MOLT_CONSTANT_BIG_INT): return molt_int_literal(reader.text().bytes)
  case Int(MOLT_CONSTANT_FLOAT): return Value(Double(bitPattern: reader.wide()))
  case Int(MOLT_CONSTANT_IMAGINARY): return molt_complex(0, Double(bitPattern: reader.wide()))
  case Int(MOLT_CONSTANT_STR): return reader.name()
  case Int(MOLT_CONSTANT_BYTES):
    let (bytes, count) = reader.text()
    return makeBytes(bytes, count)
  case Int(MOLT_CONSTANT_TUPLE):
    let count = reader.word()
    let tuple = newTuple(count)
    for index in 0..<count { tupleItems(tuple)[index] = retained(earlier[reader.word()]) }
    return tuple
  default: return .null
  }
}

private func readFunctions(_ reader: inout ImageReader, _ unitValue: Value, _ file: UnsafePointer<CChar>) {
  let unit = unitValue.pointer(CodeUnit.self)
  let count = reader.word()
  unit.pointee.functionCount = count
  unit.pointee.functions = zeroed(count, InterpretedFunction.self)
  // The names are counted first, for one array to hold them all.
  var counting = reader
  var total = 0
  for _ in 0..<count { skipFunction(&counting, &total) }
  unit.pointee.textCount = total
  unit.pointee.texts = zeroed(total, Value.self)
  var next = unit.pointee.texts
  for index in 0..<count {
    let function = unit.pointee.functions + index
    function.pointee.unit = unitValue
    function.pointee.isBody = index == 0
    function.pointee.known = noFunction
    readFunction(&reader, function, unit, file, &next)
  }
}

/// Goes past a function and adds how many names it has.
private func skipFunction(_ reader: inout ImageReader, _ total: inout Int) {
  _ = reader.block(7)
  for _ in 0..<3 { _ = reader.text() }
  // A null ends the names of the closure.
  total += 1
  for _ in 0..<4 {
    let count = reader.word()
    total += count
    for _ in 0..<count { _ = reader.text() }
  }
  _ = reader.block(reader.word() * 4)
  _ = reader.block(reader.word())
  _ = reader.block(3)
  _ = reader.block(reader.word())
}

private func readFunction(
  _ reader: inout ImageReader, _ function: InterpretedPointer, _ unit: UnitPointer, _ file: UnsafePointer<CChar>,
  _ next: inout UnsafeMutablePointer<Value>
) {
  func names(_ reader: inout ImageReader, _ next: inout UnsafeMutablePointer<Value>) -> (
    UnsafeMutablePointer<Value>, Int32
  ) {
    let start = next
    let count = reader.word()
    for _ in 0..<count {
      next.pointee = reader.name()
      next += 1
    }
    return (start, Int32(count))
  }
  var code = MoltCode()
  code.flags = Int32(truncatingIfNeeded: reader.word() | Int(MOLT_CODE_INTERPRETED))
  code.positionalOnlyCount = Int32(reader.word())
  code.positionalCount = Int32(reader.word())
  code.keywordOnlyCount = Int32(reader.word())
  code.firstLine = Int32(reader.word())
  code.frameSlots = Int32(reader.word())
  let hasDoc = reader.word() != 0
  let doc = reader.cString()
  if hasDoc { code.doc = doc }
  code.name = reader.cString()
  code.qualname = reader.cString()
  code.file = file
  code.paramNames = UnsafePointer(names(&reader, &next).0)
  let locals = names(&reader, &next)
  code.localNames = UnsafePointer(locals.0)
  code.localCount = locals.1
  code.freeCount = names(&reader, &next).1
  _ = names(&reader, &next)
  next += 1
  code.flags |= Int32(MOLT_CODE_CLOSURE_NAMES)
  let positions = reader.word()
  code.positionCount = Int32(positions)
  code.positions = UnsafeRawPointer(reader.block(positions * 4)).assumingMemoryBound(to: MoltPosition.self)
  code.directCount = -1
  code.entry = interpretEntry
  code.known = withUnsafeMutablePointer(to: &function.pointee.known) { $0 }
  function.pointee.parameterCount = Int32(reader.word())
  function.pointee.parameters = reader.block(Int(function.pointee.parameterCount))
  function.pointee.registerCount = Int32(reader.word())
  function.pointee.scratch = Int32(reader.word())
  function.pointee.siteCount = Int32(reader.word())
  function.pointee.words = reader.block(reader.word())
  function.pointee.code = code
}
