import MoltIR
import MoltSpec

/// Copies the parts of one function's body into another: which block, value and place of the copy stands for which of
/// the original.
struct BodyCopy {
  let source: Draft
  /// The function's number in the module.
  let number: Int
  var blocks: [BlockID: BlockID] = [:]
  var values: [ValueID: ValueID] = [:]
  private var positions: [Position: UInt32] = [:]

  init(_ source: Draft, number: Int) {
    self.source = source
    self.number = number
  }

  /// Makes the blocks and values of the copy; `arguments` stand for the parameters of the entry, `cells` for those of
  /// the closure. Returns the blocks of the original that control reaches.
  mutating func prepare(_ arguments: [ValueID], cells: [ValueID], in draft: inout Draft) -> [BlockID] {
    let function = source.function
    for (parameter, argument) in zip(function[BlockID(raw: 0)].parameters, arguments) { values[parameter] = argument }
    let flow = ControlFlow(function)
    let reachable = function.blockIDs.filter { flow.isReachable($0) }
    for block in reachable {
      let copy = draft.block()
      blocks[block] = copy
      draft.function[copy].isCold = function[block].isCold
      if block.raw != 0 {
        for parameter in function[block].parameters {
          values[parameter] = define(parameter, in: &draft)
          draft.function[copy].parameters.append(values[parameter]!)
        }
      }
      for id in function[block].instructions where !function[id].result.isNone {
        let inst = function[id]
        values[inst.result] =
          inst.opcode == .closureCell ? cells[Int(inst.immediate)] : define(inst.result, in: &draft)
      }
    }
    return reachable
  }

  /// A new value for one of the original.
  private func define(_ value: ValueID, in draft: inout Draft) -> ValueID {
    let made = draft.function.newValue(source.function.type(value))
    draft.facts.carry(value, of: source.facts, to: made)
    return made
  }

  func copy(_ edge: Edge, in draft: inout Draft) -> Edge {
    if edge.isNone { return .none }
    return draft.function.edge(
      blocks[edge.target]!, source.function.values(edge.arguments).map { values[$0]! })
  }

  mutating func copy(_ inst: Instruction, to block: BlockID, in draft: inout Draft) {
    var made = inst
    if !inst.result.isNone { made.result = values[inst.result]! }
    // Where the body goes nobody resumes it.
    if made.opcode == .leaveOuterHandler { made.opcode = .leaveHandler }
    made.operands = draft.function.list(source.function.values(inst.operands).map { values[$0]! })
    made.first = copy(inst.first, in: &draft)
    made.second = copy(inst.second, in: &draft)
    made.position = position(inst.position, in: &draft)
    draft.function.instructions.append(made)
    draft.function[block].instructions.append(InstID(raw: UInt32(draft.function.instructions.count - 1)))
  }

  private mutating func position(_ index: UInt32, in draft: inout Draft) -> UInt32 {
    if index == Instruction.noPosition { return index }
    var place = source.function.positions[Int(index)]
    if place.origin < 0 { place.origin = Int32(number) }
    if let known = positions[place] { return known }
    let made = UInt32(draft.function.positions.count)
    draft.function.positions.append(place)
    positions[place] = made
    return made
  }
}
