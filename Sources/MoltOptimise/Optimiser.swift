import MoltIR
import MoltSpec

/// The optimiser's passes, in order.
public enum OptimiserPass: Sendable, CaseIterable {
  case inline, specialise, simplify
}

/// The optimising passes over a module's MIR, before references are counted.
public struct Optimiser {
  private let module: Module
  private let facts: [Int: LikelyFacts]
  private let storedSlots: Set<Int>
  public let externals = Externals()
  /// What stayed dynamic in the functions that were optimised.
  public let remarks = RemarkList()

  /// Instructions from which on a function is left as it is: its versions would cost more to compile than they gain.
  private static let longFunction = 1500

  public init(_ module: Module, facts: [Int: LikelyFacts]) {
    self.module = module
    self.facts = facts
    var stored = Set<Int>()
    for function in module.functions {
      for inst in function.instructions where inst.opcode == .globalStore || inst.opcode == .globalDelete {
        stored.insert(Int(inst.immediate))
      }
    }
    storedSlots = stored
  }

  /// The optimised form of the function with this number.
  /// - Parameter last: the pass after which to stop.
  public func optimise(_ index: Int, last: OptimiserPass = .simplify) -> Function {
    let plain = module.functions[index]
    if plain.instructions.count > Optimiser.longFunction || plain.kind == .classBody { return plain }
    let (function, facts) = GeneratorFusion.run(index, in: module, facts: facts, storedSlots: storedSlots)
    if last == .inline { return function }
    var specialiser = Specialiser(
      function, in: module, facts: facts, storedSlots: storedSlots, externals: externals)
    let versions = specialiser.run()
    remarks.add(specialiser.remarks)
    return last == .specialise ? versions.compacted() : Simplifier.run(versions)
  }
}
