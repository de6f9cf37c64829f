/// A function of the module `builtins`: the single declaration from which the runtime's registration is generated
/// (`scripts/generate-builtins`).
public struct Builtin: Sendable {
  /// As Python sees it.
  public let name: String
  /// The Swift function in Sources/MoltRuntime/Builtins.
  public let function: String
  /// Positional arguments it must and may get; -1: any number, and keywords, which the function sorts out itself.
  public let minimum: Int
  public let maximum: Int
  /// Parameter names in order, `/` behind the positional-only and `*` in front of the keyword-only ones; nil:
  /// positional arguments only.
  public let parameters: String?

  init(_ name: String, _ function: String, _ minimum: Int, _ maximum: Int, _ parameters: String? = nil) {
    self.name = name
    self.function = function
    self.minimum = minimum
    self.maximum = maximum
    self.parameters = parameters
  }
}

/// Every function of the module `builtins`, by name.
public enum BuiltinTable {
  public static let all: [Builtin] = [
    Builtin("__import__", "importFunction", 1, 5, "name globals locals fromlist level"),
    Builtin("abs", "absFunction", 1, 1),
    Builtin("aiter", "aiterFunction", 1, 1),
    Builtin("all", "allFunction", 1, 1),
    Builtin("anext", "anextFunction", 1, 2),
    Builtin("any", "anyFunction", 1, 1),
    Builtin("ascii", "asciiFunction", 1, 1),
    Builtin("bin", "binFunction", 1, 1),
    Builtin("callable", "callableFunction", 1, 1),
    Builtin("chr", "chrFunction", 1, 1),
    Builtin("compile", "compileFunction", 3, 7, "source filename mode flags dont_inherit optimize * _feature_version"),
    Builtin("delattr", "delattrFunction", 2, 2),
    Builtin("dir", "dirFunction", 0, 1),
    Builtin("divmod", "divmodFunction", 2, 2),
    Builtin("eval", "evalFunction", 1, 3),
    Builtin("exec", "execFunction", 1, 4, "source globals locals / * closure"),
    Builtin("format", "formatFunction", 1, 2),
    Builtin("getattr", "getattrFunction", 2, 3),
    Builtin("globals", "globalsFunction", 0, 0),
    Builtin("hasattr", "hasattrFunction", 2, 2),
    Builtin("hash", "hashFunction", 1, 1),
    Builtin("hex", "hexFunction", 1, 1),
    Builtin("id", "idFunction", 1, 1),
    Builtin("input", "inputFunction", 0, 1),
    Builtin("isinstance", "isinstanceFunction", 2, 2),
    Builtin("issubclass", "issubclassFunction", 2, 2),
    Builtin("iter", "iterFunction", 1, 2),
    Builtin("len", "lenFunction", 1, 1),
    Builtin("locals", "localsFunction", 0, 0),
    Builtin("max", "maxFunction", 0, -1),
    Builtin("min", "minFunction", 0, -1),
    Builtin("next", "nextFunction", 1, 2),
    Builtin("oct", "octFunction", 1, 1),
    Builtin("open", "openFunction", 1, 8, "file mode buffering encoding errors newline closefd opener"),
    Builtin("ord", "ordFunction", 1, 1),
    Builtin("pow", "powFunction", 2, 3, "base exp mod"),
    Builtin("print", "printFunction", 0, -1),
    Builtin("repr", "reprFunction", 1, 1),
    Builtin("round", "roundFunction", 1, 2, "number ndigits"),
    Builtin("setattr", "setattrFunction", 3, 3),
    Builtin("sorted", "sortedFunction", 0, -1),
    Builtin("sum", "sumFunction", 1, 2, "iterable / start"),
    Builtin("vars", "varsFunction", 0, 1),
  ]
}
