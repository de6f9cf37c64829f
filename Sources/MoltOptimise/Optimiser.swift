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
  private let classes: [String: LikelyClass]
  public let externals = Externals()
  /// What stayed dynamic in the functions that were optimised.
  public let remarks = RemarkList()

  /// Instructions from which on a function is left as it is: its versions would cost more to compile than they gain.
  private static let longFunction = 1500

  private var inliner: Inliner

  /// - Parameters:
  ///   - symbols: the symbols of the module's functions, as the facts name callees.
  ///   - constants: what `InlinerConstants.added` has made sure that the module has.
  ///   - classes: the classes of the module of which something is known, by symbol.
  public init(
    _ module: Module, facts: [Int: LikelyFacts], symbols: [String], constants: InlinerConstants,
    classes: [String: LikelyClass] = [:]
  ) {
    self.module = module
    self.classes = classes
    self.facts = facts
    var stored = Set<Int>()
    for function in module.functions {
      for inst in function.instructions where inst.opcode == .globalStore || inst.opcode == .globalDelete {
        stored.insert(Int(inst.immediate))
      }
    }
    storedSlots = stored
    inliner = Inliner(
      module, facts: facts, symbols: symbols, storedSlots: stored, externals: externals, constants: constants)
  }

  /// The function with this number, generators' bodies put where they are consumed.
  public mutating func inline(_ index: Int) -> Function { draft(index).function }

  private mutating func draft(_ index: Int) -> Draft {
    let function = module.functions[index]
    if function.kind != .classBody { return inliner.inlined(index) }
    return Draft(function: function, facts: facts[index] ?? LikelyFacts())
  }

  /// The optimised form of the function with this number.
  /// - Parameter last: the pass after which to stop.
  public mutating func optimise(_ index: Int, last: OptimiserPass = .simplify) -> Function {
    let draft = draft(index)
    if draft.function.instructions.count > Optimiser.longFunction || draft.function.kind == .classBody {
      return draft.function
    }
    if last == .inline { return draft.function }
    var specialiser = Specialiser(
      draft.function, in: module, facts: draft.facts, classes: classes, storedSlots: storedSlots, externals: externals)
    let versions = specialiser.run()
    remarks.add(specialiser.remarks)
    return last == .specialise ? versions.compacted() : Simplifier.run(versions)
  }
}
