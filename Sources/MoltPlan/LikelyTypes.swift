/// What a value is likely to be. Nothing of it is certain: code that relies on it tests the value first.
public struct LikelyType: Hashable, Sendable {
  public var kinds: Kinds
  /// Symbols `module:Qualname` of the program's classes that instances may have, sorted. Empty with `.instance` set: too
  /// many classes, or one that the program does not define.
  public var classes: [String]

  /// The most classes that are listed.
  public static let classLimit = 4

  public init(_ kinds: Kinds = [], classes: [String] = []) {
    self.kinds = kinds
    self.classes = classes
  }

  /// Whether anything is known.
  public var isKnown: Bool { !kinds.isEmpty }

  /// Every kind of value is one bit, so that the type of a place that holds several kinds is their union.
  public struct Kinds: OptionSet, Hashable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// An int that most likely fits 48 bits.
    public static let int = Kinds(rawValue: 1 << 0)
    public static let float = Kinds(rawValue: 1 << 1)
    public static let bool = Kinds(rawValue: 1 << 2)
    public static let str = Kinds(rawValue: 1 << 3)
    public static let bytes = Kinds(rawValue: 1 << 4)
    public static let none = Kinds(rawValue: 1 << 5)
    public static let list = Kinds(rawValue: 1 << 6)
    public static let tuple = Kinds(rawValue: 1 << 7)
    public static let dict = Kinds(rawValue: 1 << 8)
    public static let set = Kinds(rawValue: 1 << 9)
    public static let range = Kinds(rawValue: 1 << 10)
    public static let slice = Kinds(rawValue: 1 << 11)
    public static let complex = Kinds(rawValue: 1 << 12)
    public static let function = Kinds(rawValue: 1 << 13)
    /// A bound method.
    public static let method = Kinds(rawValue: 1 << 14)
    public static let `class` = Kinds(rawValue: 1 << 15)
    public static let module = Kinds(rawValue: 1 << 16)
    public static let generator = Kinds(rawValue: 1 << 17)
    /// An iterator of a built-in type; a generator is not one of them.
    public static let iterator = Kinds(rawValue: 1 << 18)
    /// An instance of one of `classes`.
    public static let instance = Kinds(rawValue: 1 << 19)
    /// A value of another built-in type.
    public static let other = Kinds(rawValue: 1 << 20)

    /// The words of the text form, by bit.
    public static let names = [
      "int", "float", "bool", "str", "bytes", "none", "list", "tuple", "dict", "set", "range", "slice", "complex",
      "function", "method", "class", "module", "generator", "iterator", "instance", "other",
    ]
  }
}

/// The one function that a call is likely to reach. Only functions without `*args`, `**kwargs` and keyword-only
/// parameters are named.
public struct Callee: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The arguments are passed as written.
    case function
    /// The receiver is passed in front of the arguments.
    case method
    /// A class of the program is called; `symbol` is its `__init__`, to which the new instance is passed first.
    case constructor
  }

  public var kind: Kind
  /// The target's symbol (`FunctionSymbols`). Empty for the constructor of a class without an `__init__` of its own.
  public var symbol: String
  /// Number of the target's positional parameters, `self` included.
  public var positionalCount: Int
  /// Calling the target makes a generator.
  public var isGenerator: Bool
  /// `module:Qualname` of the class that a constructor makes an instance of, else empty.
  public var className: String

  public init(
    _ kind: Kind, symbol: String, positionalCount: Int, isGenerator: Bool = false, className: String = ""
  ) {
    self.kind = kind
    self.symbol = symbol
    self.positionalCount = positionalCount
    self.isGenerator = isGenerator
    self.className = className
  }
}

/// The facts about one function, by MIR value ids of its implicit form, as stored in the `.mir` artifact.
public struct FunctionFacts: Equatable, Sendable {
  /// The function's qualified name, for readers of the text.
  public var name: String
  /// Values of which something is known.
  public var types: [UInt32: LikelyType] = [:]
  /// By the result of a `py.call`, `py.callmethod` or `py.callloaded`.
  public var callees: [UInt32: Callee] = [:]
  /// Of a class body: the attributes of the class's instances that only floats are stored in, sorted.
  public var floats: [String] = []
  /// Of a class body with such attributes: the class has no bases.
  public var hasNoBases = false

  public init(name: String = "") { self.name = name }

  public var isEmpty: Bool { types.isEmpty && callees.isEmpty && floats.isEmpty }
}
