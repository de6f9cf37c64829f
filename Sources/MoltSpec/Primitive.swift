/// The type of a primitive's argument or result as both LLVM IR and the runtime's C entry points see it.
public enum PrimitiveType: String, Sendable {
  /// A Python value (`MoltValue`, 64 bits).
  case value
  /// `int32_t`: counts, indices, flags.
  case i32
  case i64
  case f64
  /// A raw address; what it points to is said by the row's note.
  case pointer
  /// The address of a `MoltSite`, one per use in compiled code.
  case site
  case void
}

/// What a primitive's result says about failure.
public enum Failure: String, Sendable {
  /// Cannot raise.
  case never
  /// A result of 0 means that an exception is set.
  case zero
  /// A negative result means that an exception is set.
  case negative
  /// 0 means exhausted when no exception is set, and failure when one is.
  case zeroOrExhausted
  /// Always leaves an exception set.
  case always
}

/// What running a primitive may do besides computing its result; the optimiser's view of it.
public struct Effects: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Reads memory that Python code can change.
  public static let reads = Effects(rawValue: 1)
  /// Writes memory that Python code can see.
  public static let writes = Effects(rawValue: 2)
  public static let allocates = Effects(rawValue: 4)
  /// May run arbitrary Python code (dunder methods, finalisers): ends every borrow and every assumption.
  public static let userCode = Effects(rawValue: 8)
  public static let any: Effects = [.reads, .writes, .allocates, .userCode]
}

/// One entry point of MoltRuntime that compiled code may call: the single declaration from which lowering, reference
/// counting, code generation and the runtime's signature check are derived. Arguments are borrowed, a value result is
/// owned by the caller.
public struct Primitive: Sendable {
  public let symbol: String
  public let arguments: [PrimitiveType]
  public let result: PrimitiveType
  public let failure: Failure
  public let effects: Effects
  /// One line: what it computes.
  public let note: String

  init(
    _ symbol: String, _ arguments: [PrimitiveType], _ result: PrimitiveType, _ failure: Failure, _ effects: Effects,
    _ note: String
  ) {
    self.symbol = symbol
    self.arguments = arguments
    self.result = result
    self.failure = failure
    self.effects = effects
    self.note = note
  }
}
