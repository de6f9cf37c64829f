import MoltIR

/// What a value is likely to be, as far as it decides what the specialiser tries first.
public enum Likely: Sendable, Equatable {
  case unknown
  case int, float, bool
  case list, tuple, str, dict, set, range
  /// Known, but nothing that has a representation of its own.
  case other
}

/// The function that a call is likely to reach.
public struct LikelyCallee: Sendable, Equatable {
  public var symbol: String
  /// Arguments it takes, the receiver of a method included.
  public var argumentCount: Int
  /// A class is called, and the function is its `__init__`.
  public var isConstructor: Bool
  public init(symbol: String, argumentCount: Int, isConstructor: Bool = false) {
    self.symbol = symbol
    self.argumentCount = argumentCount
    self.isConstructor = isConstructor
  }
}

/// What is likely of the instances of a class of the module.
public struct LikelyClass: Sendable, Equatable {
  /// Attributes that only floats are stored in. The class has slots for them that hold nothing else, as long as that is so.
  public var floats: Set<String>
  /// The attributes with slots, in order, where the class has no bases.
  public var slots: [String]?
  public init(floats: Set<String>, slots: [String]?) {
    self.floats = floats
    self.slots = slots
  }
}

/// The plan's facts about one function, by value of its implicit form. They decide what is guarded, never what is true.
public struct LikelyFacts: Sendable {
  public var types: [UInt32: Likely] = [:]
  public var callees: [UInt32: LikelyCallee] = [:]
  /// The symbols of the few classes that a value is likely an instance of, if it is not None.
  public var classes: [UInt32: String] = [:]
  /// Values of several kinds, of which one is int.
  public var maybeInts: Set<UInt32> = []
  /// Values that are likely of the only class in `classes`, and never None.
  public var certain: Set<UInt32> = []
  /// Instances that are being initialised.
  public var instances: Set<UInt32> = []
  /// What is known of values in words; nil: nobody asks for remarks.
  public var descriptions: [UInt32: String]? = nil
  public init() {}
  func type(_ value: ValueID) -> Likely { types[value.raw] ?? .unknown }
}
