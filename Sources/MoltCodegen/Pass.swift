import MoltOptimise

/// The steps that a module's MIR goes through, in order, by the names that `molt inspect --after` knows.
public enum Pass: String, CaseIterable, Sendable {
  /// What molt-lower made.
  case lower
  /// Generators that are consumed where they are made, and small functions, stand in their callers.
  case inline
  /// Blocks exist once per combination of representations of the values in them.
  case specialise
  /// What the passes before left over is gone.
  case simplify
  /// References and unwind edges are written out.
  case ownership
  /// Generators are resume functions.
  case split

  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The last pass of the optimiser that is part of this step; nil: none is.
  var optimiserPass: OptimiserPass? {
    switch self {
    case .lower: nil
    case .inline: .inline
    case .specialise: .specialise
    default: .simplify
    }
  }
}
