/// Modules that the runtime implements itself, under CPython's own names; an import of one needs no file.
public struct NativeModule: Sendable {
  public var name: String
  /// In `sys.builtin_module_names` of CPython: found before any file of the program. The others are extension modules
  /// in CPython, found on the path, so that a file of the program with that name comes first.
  public var isBuiltIn: Bool

  public static let all: [NativeModule] = [
    NativeModule(name: "builtins", isBuiltIn: true),
    NativeModule(name: "_random", isBuiltIn: false),
    NativeModule(name: "functools", isBuiltIn: false),
    NativeModule(name: "gc", isBuiltIn: true),
    NativeModule(name: "heapq", isBuiltIn: false),
    NativeModule(name: "itertools", isBuiltIn: true),
    NativeModule(name: "math", isBuiltIn: false),
    NativeModule(name: "operator", isBuiltIn: false),
    NativeModule(name: "sys", isBuiltIn: true),
    NativeModule(name: "time", isBuiltIn: true),
  ]

  public static func named(_ name: String) -> NativeModule? { all.first { $0.name == name } }
}
