import MoltIR
import MoltSpec

/// The cells of a function that only its cold code needs as objects: those of captured variables whose closures stand
/// where they are consumed, so that the closure is made only if a name means something else than it likely does.
struct VirtualCells {
  private var all = Set<ValueID>()
  /// Of these, the ones in which a number or a bool is stored.
  private var numbers = Set<ValueID>()
  /// By block: the cells whose content may be looked at before another is stored.
  private var contentRead: [ValueSet] = []

  init(_ function: Function, _ facts: LikelyFacts) {
    var cells = Set<ValueID>()
    for inst in function.instructions where inst.opcode == .newCell { cells.insert(inst.result) }
    if cells.isEmpty { return }
    for block in function.blocks {
      func pass(_ edge: Edge) { if !edge.isNone { cells.subtract(function.values(edge.arguments)) } }
      pass(block.unwind)
      for id in block.instructions {
        let inst = function[id]
        pass(inst.first)
        pass(inst.second)
        let operands = Array(function.values(inst.operands))
        switch inst.opcode {
        case .cellLoad, .keep: break
        case .cellStore:
          cells.remove(operands[1])
          switch facts.type(operands[1]) {
          case .int, .float, .bool: numbers.insert(operands[0])
          default: break
          }
        default: if !block.isCold { cells.subtract(operands) }
        }
      }
    }
    all = cells
  }

  func contains(_ cell: ValueID) -> Bool { all.contains(cell) }
  func holdsNumber(_ cell: ValueID) -> Bool { numbers.contains(cell) }
  func isContentRead(_ cell: ValueID, in block: BlockID) -> Bool {
    contentRead.isEmpty || contentRead[Int(block.raw)].contains(Int(cell.raw))
  }

  /// Finds out where contents are looked at, in the form of the function whose blocks `isContentRead` is asked about.
  mutating func findReads(_ function: Function, _ flow: ControlFlow) {
    if all.isEmpty { return }
    contentRead = [ValueSet](repeating: ValueSet(count: function.valueTypes.count), count: function.blocks.count)
    var changed = true
    while changed {
      changed = false
      for block in flow.reversePostorder.reversed() {
        var read = ValueSet(count: function.valueTypes.count)
        for edge in function.successors(block) { read.formUnion(contentRead[Int(edge.target.raw)]) }
        for id in function[block].instructions.reversed() {
          let inst = function[id]
          let operands = Array(function.values(inst.operands))
          if inst.opcode == .cellStore {
            read.remove(Int(operands[0].raw))
          } else if inst.opcode != .keep {
            for operand in operands where all.contains(operand) { read.insert(Int(operand.raw)) }
          }
        }
        // An exception may leave the block before anything in it is stored.
        if !function[block].unwind.isNone { read.formUnion(contentRead[Int(function[block].unwind.target.raw)]) }
        if contentRead[Int(block.raw)].formUnion(read) { changed = true }
      }
    }
  }
}

// A cell that is not allocated is what it holds. It becomes an object where anything but a load or store needs it.
extension Specialiser {
  /// What a cell holds after this value was stored in it.
  private mutating func content(_ name: ValueID, _ state: inout State) -> Binding {
    let binding = state.environment[name]!
    switch binding.representation {
    case .i64, .f64, .bool, .null, .optional, .boxed(.nothing), .boxed(.exact): return binding
    case .constant(let index):
      if let number = machineConstant(index, &state), module.constants[Int(index)].isNumber {
        return Binding(number.isInt ? .i64 : .f64, [number.id])
      }
    default: break
    }
    return Binding(source.type(name) == .optional ? .optional : .boxed(.nothing), [value(name, &state)])
  }

  /// False: the cell is made as written.
  mutating func newCell(_ inst: Instruction, _ state: inout State) -> Bool {
    guard cells.contains(inst.result) else { return false }
    let content = content(source.values(inst.operands).first!, &state)
    state.environment[inst.result] = Binding(.cell(content.representation), content.values)
    return true
  }

  /// False: the cell is an object.
  mutating func storeCell(_ inst: Instruction, _ state: inout State) -> Bool {
    let operands = Array(source.values(inst.operands))
    guard case .cell(let old) = state.environment[operands[0]]!.representation else { return false }
    let before = Binding(old, state.environment[operands[0]]!.values)
    let content = content(operands[1], &state)
    state.environment[operands[0]] = Binding(.cell(content.representation), content.values)
    if !old.hasNoLifetime {
      // What was there ends now.
      keep(before, &state)
      forgetClasses(&state)
    }
    return true
  }

  mutating func loadCell(_ inst: Instruction, _ state: State) {
    let binding = state.environment[source.values(inst.operands).first!]!
    guard case .cell(let content) = binding.representation else { return chooseGeneral(inst, state) }
    finish(inst, Binding(content, binding.values), state)
  }

  /// How a cell that is not allocated is passed on to a block, so that what it happens to hold makes no more versions
  /// of the block than it is worth.
  func passedCell(_ cell: ValueID, holding content: Representation, to target: BlockID) -> Representation {
    let isRead = cells.isContentRead(cell, in: target)
    if cells.holdsNumber(cell) { return .cell(!isRead && content.hasNoLifetime ? .dropped : content) }
    switch content {
    case .null: return .cell(.optional)
    case .boxed where !isRead: return .cell(.optional)
    default: return .cell(!isRead && content.hasNoLifetime ? .dropped : content)
    }
  }
}

extension Constant {
  /// An int that fits a machine word, or a float.
  fileprivate var isNumber: Bool {
    switch self {
    case .smallInt, .float: true
    default: false
    }
  }
}
