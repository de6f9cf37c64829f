/// Modules that the runtime implements itself, under CPython's own names; an import of one needs no file. A program is
/// linked with those that it imports.
public struct NativeModule: Sendable {
  public var name: String
  /// In `sys.builtin_module_names` of CPython: found before any file of the program. The others are extension modules
  /// in CPython, found on the path, so that a file of the program with that name comes first.
  public var isBuiltIn: Bool
  /// The runtime's function that fills the new module; nil: the runtime makes this module when it starts.
  public var setUp: String?
  /// Other names of it: CPython's accelerators of modules that it writes in Python.
  public var aliases: [String] = []
  /// Every program has it.
  public var isAlwaysLinked = false

  public static let all: [NativeModule] = [
    NativeModule(name: "builtins", isBuiltIn: true),
    NativeModule(name: "__future__", isBuiltIn: false, setUp: "setUpFutureModule"),
    NativeModule(name: "_abc", isBuiltIn: true, setUp: "setUpAbcModule"),
    NativeModule(name: "_collections", isBuiltIn: true, setUp: "setUpCollectionsModule"),
    NativeModule(name: compiler, isBuiltIn: true, setUp: "setUpDynamicModule"),
    NativeModule(name: memoryViews, isBuiltIn: true, setUp: "setUpMemoryViewModule"),
    NativeModule(name: "_random", isBuiltIn: false, setUp: "setUpRandomModule"),
    NativeModule(name: "_thread", isBuiltIn: true, setUp: "setUpThreadModule"),
    NativeModule(name: "_typing", isBuiltIn: true, setUp: "setUpTypingModule"),
    NativeModule(name: "_weakref", isBuiltIn: true, setUp: "setUpWeakrefModule"),
    NativeModule(name: "atexit", isBuiltIn: true, setUp: "setUpAtexitModule"),
    NativeModule(name: "functools", isBuiltIn: false, setUp: "setUpFunctoolsModule", aliases: ["_functools"]),
    NativeModule(name: "gc", isBuiltIn: true, setUp: "setUpGcModule"),
    NativeModule(name: "heapq", isBuiltIn: false, setUp: "setUpHeapqModule", aliases: ["_heapq"]),
    NativeModule(name: "io", isBuiltIn: false, setUp: "setUpIOModule", aliases: ["_io"]),
    NativeModule(name: "itertools", isBuiltIn: true, setUp: "setUpItertoolsModule"),
    NativeModule(name: "math", isBuiltIn: false, setUp: "setUpMathModule"),
    NativeModule(name: "operator", isBuiltIn: false, setUp: "setUpOperatorModule", aliases: ["_operator"]),
    NativeModule(name: "sys", isBuiltIn: true, setUp: "setUpSysModule", isAlwaysLinked: true),
    NativeModule(name: "time", isBuiltIn: true, setUp: "setUpTimeModule"),
  ]

  /// The module that stands for the compiler inside a program: with it the program is linked with libMoltDynamic.a.
  public static let compiler = "_dynamic"
  /// The built-in functions that compile text. A program that uses one of the names gets the compiler.
  public static let compilingNames: Set<String> = ["eval", "exec", "compile"]

  /// The module that stands for the type memoryview, and the names that a program gets it for.
  public static let memoryViews = "_memoryview"
  public static let memoryViewNames: Set<String> = ["memoryview"]

  public static func named(_ name: String) -> NativeModule? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Symbol of the runtime's function that fills the module.
  public var symbol: String { "molt_native_\(name)" }

  /// Names through which a program may import modules by names that it computes. One that uses them gets every module.
  public static let dynamicImports: Set<String> = ["__import__", "import_module", "importlib"]
}
