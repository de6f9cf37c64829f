/// The built-in types whose layout compiled code knows, tested exactly: a subclass is another type. The raw value is the
/// immediate of `guard.type` and of the `sequence.*` operations.
public enum ExactType: Int64, Sendable, CaseIterable {
  case list, tuple, str, dict, set, range

  /// Added to the immediate of the operations that test an index: it is not negative.
  public static let plainIndex: Int64 = 8

  /// Symbol of the type object in the runtime.
  public var symbol: String {
    switch self {
    case .list: "molt_type_list"
    case .tuple: "molt_type_tuple"
    case .str: "molt_type_str"
    case .dict: "molt_type_dict"
    case .set: "molt_type_set"
    case .range: "molt_type_range"
    }
  }
}
