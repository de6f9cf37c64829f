/// The facts about the whole program that the code generation of one module may use. They are likely, not certain: code
/// that relies on one guards it, because Python may rebind anything at run time.
public struct PlanSlice: Sendable, Equatable {
  public var module: String
  /// What is likely of values and calls, by the index of the function in the module. Functions without facts are left
  /// out.
  public var functions: [Int: FunctionFacts] = [:]

  public init(module: String) { self.module = module }
}

/// The whole-program step: from all summaries to one slice per module.
public enum Planner {
  public static func plan(_ summaries: [Summary]) -> [PlanSlice] {
    let solver = Solver()
    solver.load(summaries)
    solver.solve()
    return summaries.enumerated().map { number, summary in
      var slice = PlanSlice(module: summary.module)
      slice.functions = solver.facts(of: number)
      return slice
    }
  }
}
