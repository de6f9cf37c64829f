import MoltSpec

/// Why a MIR text cannot be read.
public struct ReadError: Error, Sendable, CustomStringConvertible {
  /// 1-based line of the text.
  public let line: Int
  public let message: String
  public var description: String { "line \(line): \(message)" }
}

/// Reads the text that `Printer` writes. Any input is safe: what is malformed is reported with its line, and indices
/// are checked before they are used.
public struct Reader {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  /// Far above what a module needs; keeps a damaged number from asking for the machine's memory.
  private static let indexLimit = 1 << 24

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  public static func read(_ bytes: [UInt8]) throws(ReadError) -> Module {
    var reader = Reader(bytes)
    return try reader.module()
  }

  // MARK: Words

  private func failure(_ message: String) -> ReadError { ReadError(line: line, message: message) }

  private mutating func skipSpaces() {
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
  }

  private mutating func eat(_ byte: UInt8) -> Bool {
    skipSpaces()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ character: Character) throws(ReadError) {
    if !eat(character.asciiValue ?? 0) { throw failure("expected '\(character)'") }
  }

  private mutating func endLine() throws(ReadError) {
    skipSpaces()
    guard at < bytes.count, bytes[at] == 0x0a else { throw failure("expected end of line") }
    while at < bytes.count, bytes[at] == 0x0a {
      at += 1
      line += 1
    }
  }

  /// A run of letters, digits, '.', '_' and '-'.
  private mutating func word() -> String {
    skipSpaces()
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case 0x61...0x7a, 0x41...0x5a, 0x30...0x39, 0x2e, 0x5f, 0x2d: at += 1
      default: return String(decoding: bytes[start..<at], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func eatWord(_ expected: String) -> Bool {
    let saved = at
    if word() == expected { return true }
    at = saved
    return false
  }

  private mutating func keyword(_ expected: String) throws(ReadError) {
    if !eatWord(expected) { throw failure("expected '\(expected)'") }
  }

  private mutating func integer() throws(ReadError) -> Int64 {
    skipSpaces()
    let isNegative = at < bytes.count && bytes[at] == 0x2d
    if isNegative { at += 1 }
    var value: Int64 = 0
    let start = at
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(bytes[at] - 0x30))
      if overflow || carry { throw failure("number out of range") }
      value = sum
      at += 1
    }
    if at == start { throw failure("expected a number") }
    return isNegative ? -value : value
  }

  private mutating func index(below limit: Int = Reader.indexLimit) throws(ReadError) -> Int {
    let value = try integer()
    if value < 0 || value >= Int64(limit) { throw failure("index \(value) out of range") }
    return Int(value)
  }

  private mutating func hexadecimal() throws(ReadError) -> UInt64 {
    let text = word()
    guard text.hasPrefix("0x"), let value = UInt64(text.dropFirst(2), radix: 16) else {
      throw failure("expected a hexadecimal number")
    }
    return value
  }

  private mutating func quoted() throws(ReadError) -> [UInt8] {
    try expect("\"")
    var result: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x22: return result
      case 0x0a: throw failure("unterminated string")
      case 0x5c:
        guard at < bytes.count else { throw failure("unterminated string") }
        let next = bytes[at]
        at += 1
        if next == 0x78 {
          guard at + 2 <= bytes.count,
            let value = UInt8(String(decoding: bytes[at..<at + 2], as: UTF8.self), radix: 16)
          else { throw failure("bad escape in string") }
          result.append(value)
          at += 2
        } else {
          result.append(next)
        }
      default: result.append(byte)
      }
    }
    throw failure("unterminated string")
  }

  private mutating func quotedText() throws(ReadError) -> String { String(decoding: try quoted(), as: UTF8.self) }

  // MARK: Module

  private mutating func module() throws(ReadError) -> Module {
    try keyword("module")
    let name = try quotedText()
    try keyword("path")
    let path = try quotedText()
    var module = Module(name: name, path: path, isPackage: eatWord("package"))
    module.keepsFrames = eatWord("frames")
    try endLine()
    while eatWord("slot") {
      try expect("@")
      if try index() != module.slots.count { throw failure("slots are not in order") }
      module.slots.append(try quotedText())
      try endLine()
    }
    while eatWord("const") {
      try expect("#")
      if try index() != module.constants.count { throw failure("constants are not in order") }
      module.constants.append(try constant(count: module.constants.count))
      try endLine()
    }
    while eatWord("external") {
      try expect("~")
      if try index() != module.externals.count { throw failure("external symbols are not in order") }
      module.externals.append(try quotedText())
      try endLine()
    }
    while eatWord("func") {
      try expect("$")
      if try index() != module.functions.count { throw failure("functions are not in order") }
      module.functions.append(try function())
      if at < bytes.count { try endLine() }
    }
    skipSpaces()
    if at != bytes.count { throw failure("text after the last function") }
    if module.functions.isEmpty { throw failure("a module without a body") }
    return module
  }

  private mutating func constant(count: Int) throws(ReadError) -> Constant {
    switch word() {
    case "None": return .none
    case "True": return .true
    case "False": return .false
    case "Ellipsis": return .ellipsis
    case "NotImplemented": return .notImplemented
    case "int": return .smallInt(try integer())
    case "bigint":
      let digits = word()
      let magnitude = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
      if magnitude.isEmpty || !magnitude.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        throw failure("expected decimal digits")
      }
      return .bigInt(digits)
    case "float": return .float(try hexadecimal())
    case "imaginary": return .imaginary(try hexadecimal())
    case "str": return .str(try quoted())
    case "bytes": return .bytes(try quoted())
    case "tuple":
      var items: [UInt32] = []
      while eat(0x23) { items.append(UInt32(try index(below: count))) }
      return .tuple(items)
    default: throw failure("unknown kind of constant")
    }
  }

  // MARK: Functions

  private mutating func names(_ label: String) throws(ReadError) -> [String] {
    guard eatWord(label) else { return [] }
    var names: [String] = []
    while true {
      skipSpaces()
      guard at < bytes.count, bytes[at] == 0x22 else { break }
      names.append(try quotedText())
    }
    try endLine()
    return names
  }

  private mutating func function() throws(ReadError) -> Function {
    guard let kind = FunctionKind(rawValue: word()) else { throw failure("unknown kind of function") }
    let name = try quotedText()
    let qualname = try quotedText()
    var function = Function(kind: kind, name: name, qualname: qualname)
    try keyword("line")
    function.firstLine = Int32(truncatingIfNeeded: try integer())
    try keyword("form")
    guard let form = Function.Form(rawValue: word()) else { throw failure("unknown form") }
    function.form = form
    function.suspension = Suspension.allCases.first { eatWord($0.rawValue) }
    function.isNested = eatWord("nested")
    function.hasVarArgs = eatWord("varargs")
    function.hasVarKeywords = eatWord("varkeywords")
    if eatWord("doc") {
      try expect("#")
      function.doc = UInt32(try index())
    }
    if eatWord("frame") { function.frameSlots = try index() }
    try endLine()
    if eatWord("arity") {
      function.positionalOnlyCount = try index()
      function.positionalCount = try index()
      function.keywordOnlyCount = try index()
      try endLine()
    }
    function.parameters = try names("params")
    function.locals = try names("locals")
    function.freeVariables = try names("free")
    function.cellVariables = try names("cells")
    let expected =
      function.positionalCount + function.keywordOnlyCount + (function.hasVarArgs ? 1 : 0)
      + (function.hasVarKeywords ? 1 : 0)
    if expected != function.parameters.count { throw failure("arity does not fit the parameters") }
    var positions: [Position: UInt32] = [:]
    while eat(0x5e) { try block(&function, &positions) }
    try keyword("end")
    if function.blocks.isEmpty { throw failure("a function without blocks") }
    return function
  }

  private mutating func define(_ function: inout Function, _ value: Int, _ type: ValueType) -> ValueID {
    while function.valueTypes.count <= value { function.valueTypes.append(.void) }
    function.valueTypes[value] = type
    return ValueID(raw: UInt32(value))
  }

  private mutating func type() throws(ReadError) -> ValueType {
    guard let type = ValueType(name: word()) else { throw failure("unknown type") }
    return type
  }

  private mutating func block(_ function: inout Function, _ positions: inout [Position: UInt32]) throws(ReadError) {
    if try index() != function.blocks.count { throw failure("blocks are not in order") }
    var block = Block()
    if eat(0x28) {
      repeat {
        try expect("%")
        let value = try index()
        try expect(":")
        block.parameters.append(define(&function, value, try type()))
      } while eat(0x2c)
      try expect(")")
    }
    if eatWord("unwind") { block.unwind = try edge(&function) }
    block.isCold = eatWord("cold")
    try expect(":")
    try endLine()
    while at < bytes.count {
      skipSpaces()
      if at < bytes.count, bytes[at] == 0x5e { break }
      let saved = at
      if eatWord("end") {
        at = saved
        break
      }
      block.instructions.append(try instruction(&function, &positions))
    }
    function.blocks.append(block)
  }

  private mutating func operands(_ function: inout Function) throws(ReadError) -> ValueList {
    var values: [ValueID] = []
    skipSpaces()
    guard at < bytes.count, bytes[at] == 0x25 else { return .empty }
    repeat {
      try expect("%")
      values.append(ValueID(raw: UInt32(try index())))
    } while eat(0x2c)
    return function.list(values)
  }

  private mutating func edge(_ function: inout Function) throws(ReadError) -> Edge {
    try expect("^")
    let target = BlockID(raw: UInt32(try index()))
    var arguments: [ValueID] = []
    if eat(0x28) {
      repeat {
        try expect("%")
        arguments.append(ValueID(raw: UInt32(try index())))
      } while eat(0x2c)
      try expect(")")
    }
    return function.edge(target, arguments)
  }

  private mutating func instruction(
    _ function: inout Function, _ positions: inout [Position: UInt32]
  ) throws(ReadError) -> InstID {
    var result: Int? = nil
    var explicitType: ValueType? = nil
    if eat(0x25) {
      result = try index()
      if eat(0x3a) { explicitType = try type() }
      try expect("=")
    }
    let name = word()
    guard let opcode = OpTable.opcode(named: name) else { throw failure("unknown operation '\(name)'") }
    let info = OpTable[opcode]
    var inst = Instruction(
      opcode: opcode, result: .none, operands: .empty, immediate: 0, constant: Instruction.noConstant,
      position: Instruction.noPosition, first: .none, second: .none)
    switch info.immediate {
    case .none: break
    case .integer: inst.immediate = try integer()
    case .slot:
      try expect("@")
      inst.immediate = Int64(try index())
    case .function:
      try expect("$")
      inst.immediate = Int64(try index())
    case .external:
      try expect("~")
      inst.immediate = Int64(try index())
    }
    if eat(0x23) { inst.constant = UInt32(try index()) }
    inst.operands = try operands(&function)
    if info.isTerminator {
      skipSpaces()
      if at < bytes.count, bytes[at] == 0x5e { inst.first = try edge(&function) }
      skipSpaces()
      if at < bytes.count, bytes[at] == 0x5e { inst.second = try edge(&function) }
    } else if eatWord("unwind") {
      inst.first = try edge(&function)
    }
    if eat(0x21) {
      let line = try coordinate()
      try expect(":")
      let column = try coordinate()
      try expect("-")
      let endLine = try coordinate()
      try expect(":")
      let endColumn = try coordinate()
      var position = Position(line: line, column: column, endLine: endLine, endColumn: endColumn)
      if eat(0x40) {
        position.attributeLine = try coordinate()
        try expect(":")
        position.attributeColumn = try coordinate()
      }
      if eat(0x24) { position.origin = Int32(try index()) }
      if let known = positions[position] {
        inst.position = known
      } else {
        inst.position = UInt32(function.positions.count)
        positions[position] = inst.position
        function.positions.append(position)
      }
    }
    try endLine()
    if let result { inst.result = define(&function, result, explicitType ?? info.result) }
    function.instructions.append(inst)
    return InstID(raw: UInt32(function.instructions.count - 1))
  }

  private mutating func coordinate() throws(ReadError) -> Int32 {
    let value = try integer()
    guard let small = Int32(exactly: value) else { throw failure("position out of range") }
    return small
  }
}
