import MoltSpec

/// Writes MIR as text; `Reader` reads the same text back. The text is also the payload of a .mir artifact, so it is
/// deterministic and complete.
public struct Printer {
  private var out: [UInt8] = []

  public static func print(_ module: Module) -> [UInt8] {
    var printer = Printer()
    printer.module(module)
    return printer.out
  }

  /// One function on its own, as passes' tests compare it.
  public static func print(_ function: Function, index: Int) -> [UInt8] {
    var printer = Printer()
    printer.function(function, index: index)
    return printer.out
  }

  private mutating func text(_ string: String) { out.append(contentsOf: string.utf8) }
  private mutating func number(_ value: some BinaryInteger) { text(String(value)) }

  /// A quoted byte string: printable ASCII as it is, `\xNN` for everything else.
  private mutating func quoted(_ bytes: some Sequence<UInt8>) {
    out.append(0x22)
    for byte in bytes {
      switch byte {
      case 0x22, 0x5c:
        out.append(0x5c)
        out.append(byte)
      case 0x20..<0x7f: out.append(byte)
      default:
        out.append(0x5c)
        out.append(0x78)
        out.append(Printer.hex[Int(byte >> 4)])
        out.append(Printer.hex[Int(byte & 15)])
      }
    }
    out.append(0x22)
  }
  private static let hex: [UInt8] = Array("0123456789abcdef".utf8)

  private mutating func names(_ label: String, _ names: [String]) {
    if names.isEmpty { return }
    text("  \(label)")
    for name in names {
      text(" ")
      quoted(name.utf8)
    }
    text("\n")
  }

  private mutating func module(_ module: Module) {
    text("module ")
    quoted(module.name.utf8)
    text(" path ")
    quoted(module.path.utf8)
    text(module.isPackage ? " package" : "")
    text(module.keepsFrames ? " frames\n" : "\n")
    for (index, slot) in module.slots.enumerated() {
      text("slot @\(index) ")
      quoted(slot.utf8)
      text("\n")
    }
    for (index, constant) in module.constants.enumerated() {
      text("const #\(index) ")
      self.constant(constant)
      text("\n")
    }
    for (index, symbol) in module.externals.enumerated() {
      text("external ~\(index) ")
      quoted(symbol.utf8)
      text("\n")
    }
    for (index, function) in module.functions.enumerated() { self.function(function, index: index) }
  }

  private mutating func constant(_ constant: Constant) {
    switch constant {
    case .none: text("None")
    case .true: text("True")
    case .false: text("False")
    case .ellipsis: text("Ellipsis")
    case .notImplemented: text("NotImplemented")
    case .smallInt(let value): text("int \(value)")
    case .bigInt(let digits): text("bigint \(digits)")
    case .float(let bits): text("float 0x\(String(bits, radix: 16))")
    case .imaginary(let bits): text("imaginary 0x\(String(bits, radix: 16))")
    case .str(let bytes):
      text("str ")
      quoted(bytes)
    case .bytes(let bytes):
      text("bytes ")
      quoted(bytes)
    case .tuple(let items):
      text("tuple")
      for item in items { text(" #\(item)") }
    }
  }

  private mutating func function(_ function: Function, index: Int) {
    text("\nfunc $\(index) \(function.kind.rawValue) ")
    quoted(function.name.utf8)
    text(" ")
    quoted(function.qualname.utf8)
    text(" line \(function.firstLine) form \(function.form.rawValue)")
    if let suspension = function.suspension { text(" \(suspension.rawValue)") }
    if function.isNested { text(" nested") }
    if function.hasVarArgs { text(" varargs") }
    if function.hasVarKeywords { text(" varkeywords") }
    if function.doc != .max { text(" doc #\(function.doc)") }
    if function.frameSlots > 0 { text(" frame \(function.frameSlots)") }
    text("\n")
    if !function.parameters.isEmpty {
      text(
        "  arity \(function.positionalOnlyCount) \(function.positionalCount) \(function.keywordOnlyCount)\n")
    }
    names("params", function.parameters)
    names("locals", function.locals)
    names("free", function.freeVariables)
    names("cells", function.cellVariables)
    for block in function.blockIDs { self.block(function, block) }
    text("end\n")
  }

  private mutating func block(_ function: Function, _ id: BlockID) {
    let block = function[id]
    text("^\(id.raw)")
    if !block.parameters.isEmpty {
      text("(")
      for (index, parameter) in block.parameters.enumerated() {
        if index > 0 { text(", ") }
        text("%\(parameter.raw): \(function.type(parameter).name)")
      }
      text(")")
    }
    if !block.unwind.isNone {
      text(" unwind ")
      edge(function, block.unwind)
    }
    if block.isCold { text(" cold") }
    text(":\n")
    for instruction in block.instructions { self.instruction(function, function[instruction]) }
  }

  private mutating func edge(_ function: Function, _ edge: Edge) {
    text("^\(edge.target.raw)")
    if edge.arguments.count > 0 {
      text("(")
      for (index, value) in function.values(edge.arguments).enumerated() {
        if index > 0 { text(", ") }
        text("%\(value.raw)")
      }
      text(")")
    }
  }

  private mutating func instruction(_ function: Function, _ inst: Instruction) {
    let info = OpTable[inst.opcode]
    text("  ")
    if !inst.result.isNone {
      text("%\(inst.result.raw)")
      let type = function.type(inst.result)
      if type != info.result { text(": \(type.name)") }
      text(" = ")
    }
    text(info.name)
    switch info.immediate {
    case .none: break
    case .integer: text(" \(inst.immediate)")
    case .slot: text(" @\(inst.immediate)")
    case .function: text(" $\(inst.immediate)")
    case .external: text(" ~\(inst.immediate)")
    }
    if inst.constant != Instruction.noConstant { text(" #\(inst.constant)") }
    for (index, operand) in function.values(inst.operands).enumerated() {
      text(index == 0 ? " " : ", ")
      text("%\(operand.raw)")
    }
    if info.isTerminator {
      for edge in [inst.first, inst.second] where !edge.isNone {
        text(" ")
        self.edge(function, edge)
      }
    } else if !inst.first.isNone {
      text(" unwind ")
      edge(function, inst.first)
    }
    if inst.position != Instruction.noPosition {
      let position = function.positions[Int(inst.position)]
      text(" !\(position.line):\(position.column)-\(position.endLine):\(position.endColumn)")
      if position.attributeLine >= 0 { text("@\(position.attributeLine):\(position.attributeColumn)") }
      if position.origin >= 0 { text("$\(position.origin)") }
    }
    text("\n")
  }
}
