/// How values flow through one module: its MIR without control flow, constants' values and positions. Value ids are those
/// of the MIR, so that what is found out about a value can be handed back to the module.
public struct FlowProgram: Sendable, Equatable {
  /// Names of the module's globals, by slot.
  public var slots: [String] = []
  /// By the index of the function in the module.
  public var functions: [FlowFunction] = []
  public init() {}
}

public struct FlowFunction: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable { case module, function, classBody }

  public var kind: Kind
  public var qualname: String
  public var isGenerator = false
  public var hasVarArgs = false
  public var hasVarKeywords = false
  public var positionalCount = 0
  public var keywordOnlyCount = 0
  /// Names of the parameters; parameter `i` is value `%i`.
  public var parameters: [String] = []
  /// Number of the variables that it closes over.
  public var freeCount = 0
  /// All its values have smaller numbers.
  public var valueCount = 0
  public var ops: [FlowOp] = []
  /// The operands of all operations.
  public var pool: [UInt32] = []

  public init(kind: Kind, qualname: String) {
    self.kind = kind
    self.qualname = qualname
  }

  /// Neither `*args`, `**kwargs` nor keyword-only parameters.
  var isPlain: Bool { keywordOnlyCount == 0 && !hasVarArgs && !hasVarKeywords }

  func operands(_ op: FlowOp) -> ArraySlice<UInt32> { pool[Int(op.first)..<Int(op.first + op.count)] }

  public mutating func append(
    _ code: FlowCode, _ result: UInt32 = FlowOp.none, _ operands: [UInt32] = [], immediate: Int32 = 0,
    name: String = ""
  ) {
    ops.append(
      FlowOp(
        code: code, result: result, immediate: immediate, first: UInt32(pool.count), count: UInt32(operands.count),
        name: name))
    pool += operands
  }
}

/// One step of the flow. Operands are values of the function; `FlowOp.none` stands for one that is missing.
public struct FlowOp: Sendable, Equatable {
  public var code: FlowCode
  /// The value that is made, or `none`.
  public var result: UInt32
  public var immediate: Int32
  var first: UInt32
  var count: UInt32
  public var name: String

  public static let none = UInt32.max
}

/// What makes a value; `imm` is the immediate.
public enum FlowCode: String, Sendable, CaseIterable {
  /// A constant; the name is its signature (`ConstantSignature`).
  case const
  /// The result may be any of the operands.
  case copy
  /// Arithmetic; imm: index in the order of MIR's operators, plus 16 for the in-place form.
  case binary
  /// imm: index in the order lt, le, eq, ne, gt, ge. The result is missing where only the truth is wanted.
  case compare
  case contains
  /// imm: 0 `-`, 1 `+`, 2 `~`.
  case unary
  case getAttr, setAttr
  /// imm: the index where it is a small constant, else -1.
  case getItem
  case setItem
  /// Operands: object, value to store. The key is a slice.
  case getSlice, setSlice
  /// Operands: callee, arguments. imm: number of the positional ones; name: names of the rest, by commas.
  case call
  /// Operands: receiver, arguments. name: the method's, then the names of keyword arguments, by commas.
  case callMethod
  /// Operands: callee, iterable of positional arguments, mapping of named ones.
  case callSpread
  /// Operands: class, instance.
  case `super`
  case iter, next
  /// One of the values of an unpacked iterable; imm: which, or -1 if it is not known.
  case item
  /// The starred rest of an unpacked iterable.
  case starItem
  case list, tuple, set, dict
  case listAppend, listExtend, listToTuple, setAdd, setUpdate, dictSet, dictUpdate
  case str, slice
  /// Operands: the defaults of the last positional parameters; imm: index of the function.
  case function
  /// The operand is the cell at index imm of the closure of the function that the name holds the index of.
  case capture
  /// The default of the keyword-only parameter `name` of function imm.
  case keywordDefault
  /// The annotation of parameter `name` of function imm.
  case annotation
  case newCell, closureCell, cellLoad, cellStore
  /// The function object that runs.
  case this
  case globalLoad, globalStore
  /// A name that is only known inside a class body.
  case globalLookup
  /// The class body's own names.
  case nameLoad, nameStore
  /// Operands: bases; imm: index of the body; the name is `keywords` if there are any.
  case `class`
  case catches, exception
  /// What `__enter__` returns.
  case enter
  case `return`, yield
  /// The result of `yield from` an iterator, and what it passes on.
  case delegate, yieldFrom
  /// The module `name`.
  case module
  case importStar
}

extension FlowCode {
  /// The fewest operands that it has.
  var operandCount: Int {
    switch self {
    case .setItem, .callSpread, .dictSet: 3
    case .binary, .compare, .contains, .setAttr, .getItem, .setSlice, .super, .listAppend, .listExtend, .setAdd,
      .setUpdate, .dictUpdate, .cellStore, .catches:
      2
    case .copy, .unary, .getAttr, .getSlice, .call, .callMethod, .iter, .next, .item, .starItem, .listToTuple, .capture,
      .keywordDefault, .annotation, .newCell, .cellLoad, .globalStore, .nameStore, .enter, .return, .yield, .delegate,
      .yieldFrom, .importStar:
      1
    case .const, .list, .tuple, .set, .dict, .str, .slice, .function, .closureCell, .this, .globalLoad, .globalLookup,
      .nameLoad, .class, .exception, .module:
      0
    }
  }
}

/// Constants as text: one letter for a kind, parentheses around the elements of a tuple.
enum ConstantSignature {
  static let letters: [(Character, LikelyType.Kinds)] = [
    ("n", .none), ("b", .bool), ("i", .int), ("f", .float), ("c", .complex), ("s", .str), ("y", .bytes), ("o", .other),
  ]
}
