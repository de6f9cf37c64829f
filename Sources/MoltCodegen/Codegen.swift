import MoltIR
import MoltOptimise
import MoltOwnership
import MoltPlan

/// What code generation makes of one module.
public struct GeneratedModule: Sendable {
  /// LLVM IR as text: of the whole module, or of the parts that it is divided into.
  public var parts: [[UInt8]]
  /// In no particular order.
  public var remarks: [Remark]
}

/// From a module's MIR and its slice of the plan to LLVM IR text for one target.
public enum Codegen {
  /// The passes that bring a function from implicit form to what the emitter takes.
  public static func prepare(_ function: Function, options: CodegenOptions = CodegenOptions()) -> Function {
    let explicit = explicit(function)
    return function.isSuspendable ? GeneratorSplit.run(explicit) : explicit
  }

  /// The module with all passes done.
  public static func prepare(_ module: Module, plan: PlanSlice, options: CodegenOptions) -> Module {
    var remarks: [Remark] = []
    return run(module, plan, options, last: .split, &remarks)
  }

  /// The module after that pass and those before it.
  public static func run(
    _ module: Module, _ plan: PlanSlice, _ options: CodegenOptions, last: Pass, _ remarks: inout [Remark]
  ) -> Module {
    var result = module
    if options.optimises, let last = last.optimiserPass {
      let (extended, constants) = InlinerConstants.added(to: module)
      result = extended
      var optimiser = Optimiser(
        extended, facts: likelyFacts(plan, describes: options.showsRemarks), symbols: FunctionSymbols.names(module),
        constants: constants, classes: likelyClasses(plan, module))
      for index in module.functions.indices { result.functions[index] = optimiser.optimise(index, last: last) }
      result.externals = optimiser.externals.symbols
      remarks = optimiser.remarks.all
    }
    switch last {
    case .lower, .inline, .specialise, .simplify: break
    case .ownership: result.functions = result.functions.map(explicit)
    case .split: result.functions = result.functions.map { prepare($0, options: options) }
    }
    return result
  }

  /// The module with generators' bodies put where they are consumed, still in implicit form.
  public static func inlined(_ module: Module, plan: PlanSlice) -> Module {
    let (extended, constants) = InlinerConstants.added(to: module)
    var result = extended
    var optimiser = Optimiser(
      extended, facts: likelyFacts(plan), symbols: FunctionSymbols.names(module), constants: constants)
    for index in module.functions.indices { result.functions[index] = optimiser.inline(index) }
    result.externals = optimiser.externals.symbols
    return result
  }

  /// References and unwind edges written out; generators are still whole.
  public static func explicit(_ function: Function) -> Function {
    LoopBorrowing.run(BorrowPass.run(OwnershipPass.run(function)))
  }

  /// - Parameter divides: whether the module may be divided into parts.
  public static func generate(
    _ module: Module, plan: PlanSlice, target: Target, options: CodegenOptions = CodegenOptions(), divides: Bool = false
  ) -> GeneratedModule {
    let plan = options.optimises ? plan : PlanSlice(module: plan.module)
    var remarks: [Remark] = []
    let prepared = run(module, plan, options, last: .split, &remarks)
    let emitter = ModuleEmitter(module, prepared: prepared, plan: plan, target, options)
    // References are counted in one table for a module.
    let partition =
      divides && !options.countsReferences
      ? Partition(prepared.functions, symbols: emitter.symbols, areLarge: options.hasLargeParts)
      : Partition.whole(prepared.functions)
    return GeneratedModule(parts: emitter.emit(partition), remarks: remarks)
  }
}
