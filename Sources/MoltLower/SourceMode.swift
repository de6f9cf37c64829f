/// What source text is lowered as.
public enum SourceMode: Sendable {
  /// A module of the program: its names are slots.
  case module
  /// Text that the running program compiles, for `exec`, `eval`, or as an interactive statement: its names are looked
  /// up in a mapping, which the body takes as its argument, then in the dict of globals.
  case exec, eval, single

  /// The body's names are those of a mapping.
  var hasNamespace: Bool { self != .module }
}
