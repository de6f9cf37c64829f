import MoltSpec

/// Which values are live at the start of each block: used on some path before the function ends. A block's unwind edge
/// is taken from any raising operation in it, so what the handler needs is live throughout the block.
public struct Liveness: Sendable {
  /// By block number.
  public private(set) var liveIn: [ValueSet]

  /// - Parameter includes: which values are tracked.
  public init(_ function: Function, _ flow: ControlFlow, includes: (ValueID) -> Bool) {
    let count = function.valueTypes.count
    let empty = ValueSet(count: count)
    liveIn = Array(repeating: empty, count: function.blocks.count)
    var uses = liveIn
    var kills = liveIn
    let blocks = flow.reversePostorder
    for block in blocks {
      let number = Int(block.raw)
      let body = function[block]
      for parameter in body.parameters { kills[number].insert(Int(parameter.raw)) }
      func use(_ list: ValueList) {
        for value in function.values(list)
        where includes(value) && !kills[number].contains(Int(value.raw)) { uses[number].insert(Int(value.raw)) }
      }
      use(body.unwind.arguments)
      for id in body.instructions {
        let inst = function[id]
        use(inst.operands)
        use(inst.first.arguments)
        use(inst.second.arguments)
        if !inst.result.isNone { kills[number].insert(Int(inst.result.raw)) }
      }
    }
    var changed = true
    while changed {
      changed = false
      for block in blocks.reversed() {
        let number = Int(block.raw)
        var live = uses[number]
        for edge in function.successors(block) {
          liveIn[Int(edge.target.raw)].forEach { value in
            if !kills[number].contains(value) { live.insert(value) }
          }
        }
        if liveIn[number].formUnion(live) { changed = true }
      }
    }
    // A target's parameters are not live into it.
    for block in blocks {
      for parameter in function[block].parameters { liveIn[Int(block.raw)].remove(Int(parameter.raw)) }
    }
  }

  /// What is live after a block's last instruction.
  public func liveOut(_ function: Function, _ block: BlockID) -> ValueSet {
    var live = ValueSet(count: function.valueTypes.count)
    for edge in function.successors(block) { live.formUnion(liveIn[Int(edge.target.raw)]) }
    return live
  }
}
