import MoltIR
import MoltSyntax

/// A message of lowering about a place in the source.
public struct LowerDiagnostic: Sendable {
  public enum Kind: Sendable {
    /// A SyntaxError that CPython's symbol table or compiler reports.
    case syntaxError
    /// A SyntaxWarning of CPython's compiler.
    case syntaxWarning
    /// Valid Python that cannot be compiled yet.
    case notSupported
  }
  public var kind: Kind
  public var message: String
  public var span: Span
  /// CPython's symbol table finds it, not its compiler.
  public var isOfSymbolTable = false
}

public struct LowerResult: Sendable {
  /// Nil when there are diagnostics.
  public var module: Module?
  public var diagnostics: [LowerDiagnostic]
  public var warnings: [LowerDiagnostic]
}

// Both the AST and MIR have functions and constants; in lowering the bare names mean MIR's.
typealias Function = MoltIR.Function
typealias Constant = MoltIR.Constant
