import MoltIR
import MoltSpec

/// What the rest of the program may want to know of a module: what its globals are and who stores to them. Made from
/// the module's MIR alone, small, and sorted, so that a change inside a function body leaves it as it is.
public struct Summary: Sendable, Equatable {
  public var module: String
  public var path: String
  public var isPackage: Bool
  /// Names of modules that are imported, sorted.
  public var imports: [String] = []
  /// Globals with one known definition, sorted by name.
  public var definitions: [Definition] = []
  /// How values flow through the module's functions.
  public var flow = FlowProgram()

  public struct Definition: Sendable, Equatable {
    public var name: String
    public var value: Value
  }

  public enum Value: Sendable, Equatable {
    /// A function without closure, defined at module level.
    case function(symbol: String, FunctionShape)
    /// `from module import name`.
    case imported(module: String, name: String)
  }

  public init(module: String, path: String, isPackage: Bool) {
    self.module = module
    self.path = path
    self.isPackage = isPackage
  }
}

/// How a function may be called directly.
public struct FunctionShape: Sendable, Equatable {
  public var positionalCount: Int
  /// Neither keyword-only parameters nor `*args` nor `**kwargs`.
  public var isPlain: Bool
  public init(positionalCount: Int, isPlain: Bool) {
    self.positionalCount = positionalCount
    self.isPlain = isPlain
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

extension Summary {
  /// Reads a module's MIR in implicit form.
  public init(_ module: Module) {
    self.init(module: module.name, path: module.path, isPackage: module.isPackage)
    let symbols = FunctionSymbols.names(module)
    var stores = [Int](repeating: 0, count: module.slots.count)
    var found: [Int: Value] = [:]
    var imported = Set<String>()
    for (index, function) in module.functions.enumerated() {
      var makers: [ValueID: Instruction] = [:]
      for block in function.blocks {
        for id in block.instructions {
          let inst = function[id]
          if !inst.result.isNone { makers[inst.result] = inst }
          switch inst.opcode {
          case .importModule: if let name = module.text(inst.constant) { imported.insert(name) }
          case .globalDelete: stores[Int(inst.immediate)] += 2
          case .globalStore:
            let slot = Int(inst.immediate)
            stores[slot] += 1
            guard index == 0, let source = makers[function.values(inst.operands).first!] else { continue }
            switch source.opcode {
            case .newFunction:
              let target = module.functions[Int(source.immediate)]
              if target.freeVariables.isEmpty && !target.isGenerator {
                let isPlain = target.keywordOnlyCount == 0 && !target.hasVarArgs && !target.hasVarKeywords
                found[slot] = .function(
                  symbol: symbols[Int(source.immediate)],
                  FunctionShape(positionalCount: target.positionalCount, isPlain: isPlain))
              }
            case .importFrom:
              if let base = makers[function.values(source.operands).first!], base.opcode == .importModule,
                let from = module.text(base.constant), let name = module.text(source.constant)
              {
                found[slot] = .imported(module: from, name: name)
              }
            default: break
            }
          default: break
          }
        }
      }
    }
    flow = FlowProgram(module)
    imports = imported.sorted()
    definitions = found.filter { stores[$0.key] == 1 }
      .map { Definition(name: module.slots[$0.key], value: $0.value) }
      .sorted { $0.name < $1.name }
  }
}

extension Module {
  /// The text of a str constant.
  public func text(_ constant: UInt32) -> String? {
    guard Int(constant) < constants.count, case .str(let bytes) = constants[Int(constant)] else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
