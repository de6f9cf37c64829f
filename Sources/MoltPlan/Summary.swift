import MoltIR
import MoltSpec

/// What the planner needs to know of a module. Made from the module's MIR alone, and without anything that does not matter
/// to it, so that many edits leave it as it is.
public struct Summary: Sendable, Equatable {
  public var module: String
  public var path: String
  public var isPackage: Bool
  /// The native modules that it may import, sorted; all of them if it may import what it computes the name of.
  public var natives: [String] = []
  /// How values flow through the module's functions.
  public var flow = FlowProgram()

  public init(module: String, path: String, isPackage: Bool) {
    self.module = module
    self.path = path
    self.isPackage = isPackage
  }

  /// Reads a module's MIR in implicit form.
  public init(_ module: Module) {
    self.init(module: module.name, path: module.path, isPackage: module.isPackage)
    natives = Summary.natives(module)
    flow = FlowProgram(module)
  }
}

extension Summary {
  private static func natives(_ module: Module) -> [String] {
    let texts = module.slots + module.constants.indices.compactMap { module.text(UInt32($0)) }
    let words = texts.lazy.flatMap { $0.split(separator: ".").map(String.init) }
    if mayUse(NativeModule.compilingNames, module, texts) { return NativeModule.all.map(\.name).sorted() }
    if words.contains(where: NativeModule.dynamicImports.contains) {
      return NativeModule.all.map(\.name).filter { $0 != NativeModule.compiler }.sorted()
    }
    var names: Set<String> = []
    if mayUse(NativeModule.memoryViewNames, module, texts) { names.insert(NativeModule.memoryViews) }
    for function in module.functions {
      for instruction in function.instructions {
        switch instruction.opcode {
        case .importModule:
          if let name = module.text(instruction.constant), let native = NativeModule.named(name) {
            names.insert(native.name)
          }
        // The types of these are those of the module, which has to be made before the program runs.
        case .newTypeParameter, .newTypeAlias: names.insert("_typing")
        default: break
        }
      }
    }
    return names.sorted()
  }

  /// Whether the module may use one of these built-in names: it uses the name, or such a word beside the module
  /// `builtins`. Text that it may compile can use any native module.
  private static func mayUse(_ names: Set<String>, _ module: Module, _ texts: [String]) -> Bool {
    if module.slots.contains(where: names.contains) { return true }
    let isInClassBody = module.functions.contains { function in
      function.instructions.contains {
        $0.opcode == .globalLookup && module.text($0.constant).map(names.contains) == true
      }
    }
    if isInClassBody { return true }
    return texts.contains { $0 == "builtins" || $0 == "__builtins__" }
      && texts.contains(where: names.contains)
  }
}

/// Symbols of a module's compiled functions.
public enum FunctionSymbols {
  /// One symbol per function, made of its qualified name, so that it does not move when others are added. Functions that
  /// share one are numbered.
  public static func names(_ module: Module) -> [String] { names(module.name, module.functions.map(\.qualname)) }

  static func names(_ module: String, _ flow: FlowProgram) -> [String] { names(module, flow.functions.map(\.qualname)) }

  private static func names(_ module: String, _ qualnames: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return qualnames.enumerated().map { index, qualname in
      if index == 0 { return "molt.body:\(module)" }
      seen[qualname, default: 0] += 1
      let ordinal = seen[qualname]!
      return "molt:\(module):\(qualname)" + (ordinal == 1 ? "" : ":\(ordinal)")
    }
  }
}

extension Module {
  /// The text of a str constant.
  public func text(_ constant: UInt32) -> String? {
    guard Int(constant) < constants.count, case .str(let bytes) = constants[Int(constant)] else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
