/// The facts about the whole program that the code generation of one module may use. They are likely, not certain: code
/// that relies on one guards it, because Python may rebind anything at run time.
public struct PlanSlice: Sendable, Equatable {
  public var module: String
  /// Functions behind the module's globals, sorted by the global's name.
  public var callees: [Callee] = []
  /// What is likely of values and calls, by the index of the function in the module. Functions without facts are left
  /// out.
  public var functions: [Int: FunctionFacts] = [:]

  public struct Callee: Sendable, Equatable {
    /// Name of the global in this module.
    public var name: String
    public var symbol: String
    public var shape: FunctionShape
  }

  public init(module: String) { self.module = module }
}

/// The whole-program step: from all summaries to one slice per module.
public enum Planner {
  public static func plan(_ summaries: [Summary]) -> [PlanSlice] {
    var byModule: [String: [String: Summary.Value]] = [:]
    for summary in summaries {
      var table: [String: Summary.Value] = [:]
      for definition in summary.definitions { table[definition.name] = definition.value }
      byModule[summary.module] = table
    }
    let solver = Solver()
    solver.load(summaries)
    solver.solve()
    return summaries.enumerated().map { number, summary in
      var slice = PlanSlice(module: summary.module)
      for definition in summary.definitions {
        guard case .function(let symbol, let shape)? = resolve(definition.value, byModule), shape.isPlain else {
          continue
        }
        slice.callees.append(PlanSlice.Callee(name: definition.name, symbol: symbol, shape: shape))
      }
      slice.functions = solver.facts(of: number)
      return slice
    }
  }

  /// Follows `from … import` chains; a cycle of them defines nothing.
  private static func resolve(
    _ value: Summary.Value, _ modules: [String: [String: Summary.Value]]
  ) -> Summary.Value? {
    var at = value
    for _ in 0..<64 {
      guard case .imported(let module, let name) = at else { return at }
      guard let next = modules[module]?[name] else { return nil }
      at = next
    }
    return nil
  }
}
