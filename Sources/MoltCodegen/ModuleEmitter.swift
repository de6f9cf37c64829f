import MoltIR
import MoltOptimise
import MoltPlan

/// Emits a module as one or more parts of LLVM IR (Partition.swift), and keeps what the parts have in common.
final class ModuleEmitter {
  let module: Module
  let target: Target
  let options: CodegenOptions
  /// The module's functions in explicit or split form.
  let functions: [Function]
  /// Functions and classes that optimised code names, by number.
  let externalSymbols: [String]
  /// What is likely of the module's classes, by symbol, and of each class body which attributes are likely floats.
  let classes: [String: LikelyClass]
  let floatAttributes: [Int: [String]]
  /// By function: what callers in this module do before they call.
  let earlyExits: [Int: EarlyExit]
  let symbols: [String]
  private let numbers: [String: Int]
  /// Positions of each function's code: its own, then those that only functions with its spliced body name.
  private var positions: [[Position]]
  /// By function: the row of the code's table where each of its positions begins.
  private var firstRows: [[Int]]
  private var positionNumbers: [Int: [Position: Int]] = [:]

  /// Whether functions note where they are: lowering says so.
  let tracksPlaces: Bool
  /// Whether functions have frames that show their variables.
  var keepsFrames: Bool { module.keepsFrames }

  /// - Parameters:
  ///   - module: the module before its passes.
  ///   - prepared: the same with all passes done.
  init(_ module: Module, prepared: Module, plan: PlanSlice, _ target: Target, _ options: CodegenOptions) {
    var source = module
    source.constants = prepared.constants
    self.module = source
    self.target = target
    tracksPlaces =
      module.keepsFrames
      || module.functions.contains { $0.instructions.contains { $0.opcode == .place || $0.opcode == .placeLeave } }
    classes = Codegen.likelyClasses(plan, module)
    floatAttributes = plan.functions.mapValues(\.floats)
    self.options = options
    functions = prepared.functions
    externalSymbols = prepared.externals
    symbols = FunctionSymbols.names(module)
    numbers = Dictionary(uniqueKeysWithValues: symbols.enumerated().map { ($0.element, $0.offset) })
    positions = functions.map(\.positions)
    firstRows = positions.map { places in
      var row = 0
      return places.map { place in
        defer { row += place.rows.count }
        return row
      }
    }
    var exits: [Int: EarlyExit] = [:]
    if options.optimises {
      for (index, function) in functions.enumerated() {
        if let exit = EarlyExit(function) { exits[index] = exit }
      }
    }
    earlyExits = exits
  }

  /// The number of the function of this module with that symbol.
  func function(_ symbol: String) -> Int? { numbers[symbol] }

  func positions(of function: Int) -> [Position] { positions[function] }

  /// The row in the table of a function's code where a position begins.
  func row(of position: Int, in function: Int) -> Int { firstRows[function][position] }

  /// The row of a place in another function's code.
  func positionNumber(_ place: Position) -> Int {
    let function = Int(place.origin)
    if positionNumbers[function] == nil {
      var numbers: [Position: Int] = [:]
      for (number, own) in positions[function].enumerated() where numbers[own] == nil {
        numbers[own] = firstRows[function][number]
      }
      positionNumbers[function] = numbers
    }
    var own = place
    own.origin = -1
    if let known = positionNumbers[function]?[own] { return known }
    let row = (firstRows[function].last ?? 0) + (positions[function].last?.rows.count ?? 0)
    positionNumbers[function]?[own] = row
    positions[function].append(own)
    firstRows[function].append(row)
    return row
  }

  /// The text of each part, in the partition's order.
  func emit(_ partition: Partition) -> [[UInt8]] {
    var texts: [[UInt8]] = Array(repeating: [], count: partition.parts.count)
    // Emitting a function may add to the positions of another's code, so the part with the tables comes last.
    let last = partition.parts.firstIndex(where: \.holdsData)
    for number in partition.parts.indices where number != last {
      texts[number] = PartEmitter(self, partition.parts[number], isWhole: false).emit()
    }
    if let last {
      texts[last] = PartEmitter(self, partition.parts[last], isWhole: partition.parts.count == 1).emit()
    }
    return texts
  }
}
