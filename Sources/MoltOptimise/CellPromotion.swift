import MoltIR
import MoltSpec

extension Draft {
  /// Cells that only this function still reads, because the bodies that shared them were put into it, and that are
  /// written once, where they are made: what they hold takes their place. The general way beside such a body, which
  /// passes the cell to a generator that reads it as well, makes one of its own.
  mutating func replaceCells() {
    let uses = uses()
    var removed = Set<InstID>()
    for block in function.blockIDs {
      for id in function[block].instructions where function[id].opcode == .newCell {
        let cell = function[id].result
        // Those that are made below have none.
        guard let places = uses.operands[cell], !uses.passed.contains(cell),
          places.allSatisfy({ isReplaceable(instruction($0)) })
        else { continue }
        let content = function.values(function[id].operands).first!
        for place in places {
          let user = instruction(place)
          switch user.opcode {
          case .cellLoad:
            if facts.types[content.raw] == nil { facts.carry(user.result, to: content) }
            replace(user.result, by: content)
            removed.insert(function[place.block].instructions[place.index])
          case .newTuple: giveCell(holding: content, insteadOf: cell, to: user.result, in: place.block)
          default: break
          }
        }
        replace(cell, by: content)
        removed.insert(id)
      }
    }
    if removed.isEmpty { return }
    for block in function.blockIDs { function[block].instructions.removeAll { removed.contains($0) } }
  }

  private func isReplaceable(_ inst: Instruction) -> Bool {
    switch inst.opcode {
    case .cellLoad, .keep: true
    case .newTuple: generalClosures.contains(inst.result)
    default: false
    }
  }

  private mutating func giveCell(
    holding content: ValueID, insteadOf cell: ValueID, to closure: ValueID, in block: BlockID
  ) {
    guard let index = function[block].instructions.firstIndex(where: { function[$0].result == closure }) else { return }
    let made = function.make(.newCell, [content])
    let id = function[block].instructions[index]
    let new = function[made].result
    function[id].operands = function.list(function.values(function[id].operands).map { $0 == cell ? new : $0 })
    function[block].instructions.insert(made, at: index)
  }
}
