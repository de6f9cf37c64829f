import MoltSpec

extension Function {
  /// The same function without unreachable blocks and unused numbers: blocks in their order, values and positions
  /// numbered as they appear. Passes end with it, so that what is printed is dense and deterministic.
  public func compacted() -> Function { renumbered().function }

  /// The compacted function, and the new number of each value; none where it is gone.
  public func renumbered() -> (function: Function, values: [ValueID]) {
    let flow = ControlFlow(self)
    var result = self
    result.blocks = []
    result.instructions = []
    result.valueTypes = []
    result.pool = []
    result.positions = []

    var blockMap = [BlockID](repeating: .none, count: blocks.count)
    let kept = blockIDs.filter { flow.isReachable($0) }
    for (index, block) in kept.enumerated() { blockMap[Int(block.raw)] = BlockID(raw: UInt32(index)) }

    var valueMap = [ValueID](repeating: .none, count: valueTypes.count)
    func define(_ value: ValueID) {
      valueMap[Int(value.raw)] = result.newValue(type(value))
    }
    for block in kept {
      for parameter in self[block].parameters { define(parameter) }
      for id in self[block].instructions where !self[id].result.isNone { define(self[id].result) }
    }
    func mapped(_ list: ValueList) -> ValueList { result.list(values(list).map { valueMap[Int($0.raw)] }) }
    func mapped(_ edge: Edge) -> Edge {
      edge.isNone ? .none : Edge(target: blockMap[Int(edge.target.raw)], arguments: mapped(edge.arguments))
    }
    var positionMap: [UInt32: UInt32] = [:]
    func place(_ position: UInt32) -> UInt32 {
      if position == Instruction.noPosition { return position }
      if let known = positionMap[position] { return known }
      let index = UInt32(result.positions.count)
      positionMap[position] = index
      result.positions.append(positions[Int(position)])
      return index
    }
    for block in kept {
      var copy = Block()
      copy.parameters = self[block].parameters.map { valueMap[Int($0.raw)] }
      copy.unwind = mapped(self[block].unwind)
      copy.isCold = self[block].isCold
      for id in self[block].instructions {
        var inst = self[id]
        if !inst.result.isNone { inst.result = valueMap[Int(inst.result.raw)] }
        inst.operands = mapped(inst.operands)
        inst.first = mapped(inst.first)
        inst.second = mapped(inst.second)
        inst.position = place(inst.position)
        result.instructions.append(inst)
        copy.instructions.append(InstID(raw: UInt32(result.instructions.count - 1)))
      }
      result.blocks.append(copy)
    }
    return (result, valueMap)
  }
}
