import MoltSpec

/// MIR: one module of a program as typed SSA. Everything is a plain value addressed by a 32-bit index.
///
/// Life of a function: lowering produces *implicit* form (raising operations leave through their block's unwind edge,
/// nobody counts references); the ownership pass turns it into *explicit* form (each raising operation has an unwind
/// edge of its own, `retain` and `release` are written out); the generator split then cuts generators into a resume
/// function. The verifier knows which form it checks.
public struct Module: Sendable {
  /// Dotted name; the main module keeps its file's name here and is called `__main__` by the program.
  public var name: String
  /// Path as `__file__` and tracebacks show it.
  public var path: String
  public var isPackage: Bool
  /// Functions keep their variables where frames show them.
  public var keepsFrames = false
  /// Names of the module's globals; the index is the slot.
  public var slots: [String] = []
  public var constants: [Constant] = []
  /// Symbols of functions, of this module or another, that optimised code compares with and calls.
  public var externals: [String] = []
  /// Function 0 is the module's body.
  public var functions: [Function] = []

  public init(name: String, path: String, isPackage: Bool) {
    self.name = name
    self.path = path
    self.isPackage = isPackage
  }
}

public enum Constant: Hashable, Sendable {
  case none, `true`, `false`, ellipsis, notImplemented
  /// Within [-2^48, 2^48).
  case smallInt(Int64)
  /// Any other int: decimal digits with an optional minus sign.
  case bigInt(String)
  /// IEEE 754 bits.
  case float(UInt64)
  /// Bits of the imaginary part.
  case imaginary(UInt64)
  /// UTF-8, lone surrogates in WTF-8.
  case str([UInt8])
  case bytes([UInt8])
  /// Indices of earlier constants of the module.
  case tuple([UInt32])
}

public struct ValueID: Hashable, Sendable {
  public var raw: UInt32
  @inlinable public init(raw: UInt32) { self.raw = raw }
  public static var none: ValueID { ValueID(raw: .max) }
  @inlinable public var isNone: Bool { raw == .max }
}

public struct BlockID: Hashable, Sendable, Comparable {
  public var raw: UInt32
  @inlinable public init(raw: UInt32) { self.raw = raw }
  public static var none: BlockID { BlockID(raw: .max) }
  @inlinable public var isNone: Bool { raw == .max }
  @inlinable public static func < (a: BlockID, b: BlockID) -> Bool { a.raw < b.raw }
}

public struct InstID: Hashable, Sendable {
  public var raw: UInt32
  @inlinable public init(raw: UInt32) { self.raw = raw }
}

/// A run of values in `Function.pool`.
public struct ValueList: Hashable, Sendable {
  public var start: UInt32
  public var count: UInt32
  public static var empty: ValueList { ValueList(start: 0, count: 0) }
}

/// A transfer of control with the values of the target's parameters. Python values that are passed are moved or
/// retained for the target, which owns its parameters.
public struct Edge: Hashable, Sendable {
  public var target: BlockID
  public var arguments: ValueList
  public static var none: Edge { Edge(target: .none, arguments: .empty) }
  public var isNone: Bool { target.isNone }
}

/// Source range; lines 1-based, columns 0-based UTF-8 bytes.
public struct Position: Hashable, Sendable {
  public var line: Int32
  public var column: Int32
  public var endLine: Int32
  public var endColumn: Int32
  /// The function of the module whose code this is a place of, where that is not the function that holds it: its body
  /// was spliced in. -1: the function itself.
  public var origin: Int32
  /// Of a method call: where the attribute's name ends, which is the end of what is shown when looking up the method
  /// fails. -1: no method call.
  public var attributeLine: Int32 = -1
  public var attributeColumn: Int32 = -1
  public init(line: Int32, column: Int32, endLine: Int32, endColumn: Int32, origin: Int32 = -1) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
    self.origin = origin
  }

  /// The rows that stand for the place in the table of its code: the place, then that of the attribute.
  public var rows: [Position] {
    if attributeLine < 0 { return [self] }
    return [
      self,
      Position(line: line, column: column, endLine: attributeLine, endColumn: attributeColumn, origin: origin),
    ]
  }
}

public struct Instruction: Sendable {
  public var opcode: Opcode
  public var result: ValueID
  public var operands: ValueList
  /// Meaning by `OpInfo.immediate`.
  public var immediate: Int64
  /// Index of a constant, or `UInt32.max`.
  public var constant: UInt32
  /// Index into `Function.positions`, or `UInt32.max`: no traceback entry is made here.
  public var position: UInt32
  /// Successors of a terminator; in explicit form `first` is the unwind edge of a raising operation.
  public var first: Edge
  public var second: Edge

  public static var noConstant: UInt32 { .max }
  public static var noPosition: UInt32 { .max }
}

public struct Block: Sendable {
  public var parameters: [ValueID] = []
  public var instructions: [InstID] = []
  /// Implicit form: where an exception in this block goes; `.none`: out of the function.
  public var unwind: Edge = .none
  /// Runs only after a guard has failed: compiled for size.
  public var isCold = false
  public init() {}
}

public enum FunctionKind: String, Sendable, CaseIterable {
  case module, function, lambda, generatorExpression, classBody
}

/// What a call of a function makes whose body runs in steps.
public enum Suspension: String, Sendable, CaseIterable {
  case generator, coroutine
  case asyncGenerator = "asyncgenerator"
}

public struct Function: Sendable {
  public var kind: FunctionKind
  public var name: String
  public var qualname: String
  /// nil: a call runs the body to its end.
  public var suspension: Suspension?
  public var hasVarArgs = false
  public var hasVarKeywords = false
  /// Defined inside another function.
  public var isNested = false
  public var positionalOnlyCount = 0
  /// Positional parameters, positional-only ones included.
  public var positionalCount = 0
  public var keywordOnlyCount = 0
  /// In the order positional, keyword-only, *args, **kwargs; then the other locals.
  public var parameters: [String] = []
  public var locals: [String] = []
  public var freeVariables: [String] = []
  /// Its own variables that functions inside it use, as `co_cellvars` lists them.
  public var cellVariables: [String] = []
  public var firstLine: Int32 = 0
  /// Index of the docstring constant, or `UInt32.max`.
  public var doc: UInt32 = .max
  public var form: Form = .implicit

  public var blocks: [Block] = []
  public var instructions: [Instruction] = []
  public var valueTypes: [ValueType] = []
  /// Values that are not owned by the function although they are Python values (parameters of block 0).
  public var pool: [ValueID] = []
  public var positions: [Position] = []
  /// After the generator split: the size of the frame.
  public var frameSlots = 0

  public enum Form: String, Sendable, CaseIterable {
    /// As lowered.
    case implicit
    /// Explicit references and unwind edges.
    case explicit
    /// A generator's resume function.
    case split
  }

  public init(kind: FunctionKind, name: String, qualname: String) {
    self.kind = kind
    self.name = name
    self.qualname = qualname
  }
}

extension Function {
  /// The body runs in steps and keeps its values in a frame meanwhile: a generator, a coroutine, an asynchronous
  /// generator.
  public var isSuspendable: Bool { suspension != nil }
  public var isGenerator: Bool { suspension == .generator }

  @inlinable public subscript(_ id: InstID) -> Instruction {
    get { instructions[Int(id.raw)] }
    set { instructions[Int(id.raw)] = newValue }
  }
  @inlinable public subscript(_ id: BlockID) -> Block {
    get { blocks[Int(id.raw)] }
    set { blocks[Int(id.raw)] = newValue }
  }
  @inlinable public func type(_ id: ValueID) -> ValueType { valueTypes[Int(id.raw)] }
  @inlinable public func values(_ list: ValueList) -> ArraySlice<ValueID> {
    pool[Int(list.start)..<Int(list.start + list.count)]
  }
  public mutating func list(_ values: [ValueID]) -> ValueList {
    if values.isEmpty { return .empty }
    let start = UInt32(pool.count)
    pool.append(contentsOf: values)
    return ValueList(start: start, count: UInt32(values.count))
  }
  public mutating func edge(_ target: BlockID, _ arguments: [ValueID] = []) -> Edge {
    Edge(target: target, arguments: list(arguments))
  }
  public mutating func newValue(_ type: ValueType) -> ValueID {
    valueTypes.append(type)
    return ValueID(raw: UInt32(valueTypes.count - 1))
  }
  public mutating func newBlock() -> BlockID {
    blocks.append(Block())
    return BlockID(raw: UInt32(blocks.count - 1))
  }
  public var blockIDs: [BlockID] { (0..<UInt32(blocks.count)).map(BlockID.init(raw:)) }

  /// Where control may go from a block, unwind edges included.
  public func successors(_ id: BlockID) -> [Edge] {
    let block = self[id]
    var edges: [Edge] = []
    if !block.unwind.isNone { edges.append(block.unwind) }
    for instruction in block.instructions {
      let inst = self[instruction]
      if !inst.first.isNone { edges.append(inst.first) }
      if !inst.second.isNone { edges.append(inst.second) }
    }
    return edges
  }

  /// The terminator of a block; every finished block has one.
  public func terminator(_ id: BlockID) -> Instruction? {
    guard let last = self[id].instructions.last else { return nil }
    return OpTable[self[last].opcode].isTerminator ? self[last] : nil
  }

  /// Creates an instruction without placing it in a block.
  public mutating func make(
    _ opcode: Opcode, _ operands: [ValueID] = [], immediate: Int64 = 0, constant: UInt32 = Instruction.noConstant,
    position: UInt32 = Instruction.noPosition, first: Edge = .none, second: Edge = .none, result type: ValueType? = nil
  ) -> InstID {
    let resultType = type ?? OpTable[opcode].result
    let result = resultType == .void ? ValueID.none : newValue(resultType)
    instructions.append(
      Instruction(
        opcode: opcode, result: result, operands: list(operands), immediate: immediate, constant: constant,
        position: position, first: first, second: second))
    return InstID(raw: UInt32(instructions.count - 1))
  }
}
