import MoltIR
import MoltOptimise
import MoltPlan

extension Codegen {
  /// The plan's facts as the optimiser takes them.
  public static func likelyFacts(_ plan: PlanSlice, describes: Bool = false) -> [Int: LikelyFacts] {
    plan.functions.mapValues { facts in
      var result = LikelyFacts()
      for (value, type) in facts.types {
        result.types[value] = likely(type)
        if type.kinds.contains(.int) && result.types[value] == .other { result.maybeInts.insert(value) }
        if type.kinds.subtracting(.none) == .instance && !type.classes.isEmpty {
          result.classes[value] = type.classes.joined(separator: " ")
          if type.kinds == .instance && type.classes.count == 1 { result.certain.insert(value) }
        }
      }
      if describes { result.descriptions = facts.types.mapValues(\.text) }
      for (value, callee) in facts.callees where !callee.symbol.isEmpty {
        result.callees[value] = LikelyCallee(
          symbol: callee.symbol, argumentCount: callee.positionalCount, isConstructor: callee.kind == .constructor)
      }
      return result
    }
  }

  /// What is likely of the module's classes, by symbol.
  public static func likelyClasses(_ plan: PlanSlice, _ module: Module) -> [String: LikelyClass] {
    var result: [String: LikelyClass] = [:]
    for (index, function) in module.functions.enumerated() where function.kind == .classBody {
      guard let facts = plan.functions[index] else { continue }
      let slots = facts.hasNoBases ? function.locals : nil
      result["\(module.name):\(function.qualname)"] = LikelyClass(floats: Set(facts.floats), slots: slots)
    }
    return result
  }

  private static func likely(_ type: LikelyType) -> Likely {
    switch type.kinds {
    case .int, [.int, .bool]: .int
    case .float: .float
    case .bool: .bool
    case .list: .list
    case .tuple: .tuple
    case .str: .str
    case .dict: .dict
    case .set: .set
    case .range: .range
    case []: .unknown
    default: .other
    }
  }
}
