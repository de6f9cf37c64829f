// Small functions get an instance of their flow for each of a few call sites, so that a helper that is called with
// ints here and with floats there does not make each result look like either.

extension Solver {
  /// Operations of the largest function that is cloned, and the most clones that one has.
  static let cloneSize = 20
  static let cloneLimit = 6

  /// The instance of a function that a call site binds to. The first site has the original to itself; calls from clones,
  /// recursive ones among them, and all that are too many share it.
  func calledInstance(of original: Int32, at site: Int32) -> Int32 {
    let caller = sites[Int(site)].caller
    guard caller >= 0, functions[Int(caller)].original == caller, caller != original, isSmall(original) else {
      return original
    }
    let key = UInt64(UInt32(site)) << 32 | UInt64(UInt32(original))
    if let known = instances[key] { return known }
    var instance = original
    if functions[Int(original)].firstSite < 0 {
      functions[Int(original)].firstSite = site
    } else if functions[Int(original)].clones.count < Self.cloneLimit {
      instance = clone(original)
    }
    instances[key] = instance
    return instance
  }

  private func isSmall(_ function: Int32) -> Bool {
    let flow = functions[Int(function)].flow
    guard flow.kind == .function, !flow.isGenerator, flow.ops.count <= Self.cloneSize else { return false }
    // What a constructor stores is merged by class anyway.
    if flow.qualname.hasSuffix(".__init__") { return false }
    return flow.ops.allSatisfy { op in
      switch op.code {
      case .function, .class, .this, .newCell, .importStar: false
      default: true
      }
    }
  }

  private func clone(_ original: Int32) -> Int32 {
    var state = functions[Int(original)]
    let count = max(state.flow.valueCount, state.flow.parameters.count)
    state.base = newNodes(count + 2)
    state.results = state.base + Int32(count)
    state.yields = state.results + 1
    state.clones = []
    let number = Int32(functions.count)
    functions.append(state)
    functions[Int(original)].clones.append(number)
    declare(number)
    for op in state.flow.ops { seed(op, number) }
    return number
  }
}
