import MoltIR
import MoltSpec

// SSA construction for local variables and merge temporaries.

enum EdgeSlot { case first, second, unwind }

struct Predecessor {
  var block: BlockID
  var edge: EdgeSlot
}

struct BlockState {
  var predecessors: [Predecessor] = []
  var isSealed = false
  var isTerminated = false
  var hasBegun = false
  /// Nothing leads here: what the block does to variables must not reach anybody.
  var isDead = false
  /// Contains an operation that can raise.
  var mayRaise = false
  /// Parameters made before the predecessors were known.
  var incomplete: [(VariableID, ValueID)] = []
}

/// A block parameter that merges a variable; `operands[i]` comes with the block's i-th predecessor.
struct Phi {
  var block: BlockID
  var operands: [ValueID]
}

extension FunctionLowerer {
  func newBlock() -> BlockID {
    states.append(BlockState())
    return function.newBlock()
  }

  /// A variable of the compiler's own, to merge values over control flow.
  func newTemporary() -> VariableID {
    nextTemporary += 1
    return VariableID(raw: nextTemporary)
  }

  private func key(_ variable: VariableID, _ block: BlockID) -> UInt64 {
    UInt64(block.raw) << 32 | UInt64(variable.raw)
  }

  /// Writes in the current block, beginning a new one where a handler must still see the old value. The new value must
  /// be there when the block begins, since the unwind edge passes it on.
  func write(_ variable: VariableID, _ value: ValueID) {
    if !function[current].unwind.isNone && !function[current].instructions.isEmpty { split() }
    definitions[key(variable, current)] = value
  }

  func read(_ variable: VariableID) -> ValueID { read(variable, in: current) }

  private func read(_ variable: VariableID, in block: BlockID) -> ValueID {
    // Chains of blocks with one predecessor are followed without recursion: they can be as long as the function.
    var trail: [BlockID] = []
    var at = block
    var result: ValueID
    while true {
      if let known = definitions[key(variable, at)] {
        result = known
        break
      }
      let state = states[Int(at.raw)]
      if !state.isSealed {
        result = newPhi(at)
        states[Int(at.raw)].incomplete.append((variable, result))
        definitions[key(variable, at)] = result
        break
      }
      if state.predecessors.isEmpty {
        result = unbound
        break
      }
      if state.predecessors.count == 1 {
        trail.append(at)
        at = state.predecessors[0].block
        continue
      }
      result = newPhi(at)
      definitions[key(variable, at)] = result
      fill(result, variable)
      break
    }
    for passed in trail { definitions[key(variable, passed)] = result }
    return result
  }

  private func newPhi(_ block: BlockID) -> ValueID {
    let value = function.newValue(.optional)
    function[block].parameters.append(value)
    phis[value] = Phi(block: block, operands: [])
    phiOrder.append(value)
    return value
  }

  private func fill(_ phi: ValueID, _ variable: VariableID) {
    let block = phis[phi]!.block
    let predecessors = states[Int(block.raw)].predecessors
    var operands: [ValueID] = []
    operands.reserveCapacity(predecessors.count)
    for predecessor in predecessors { operands.append(read(variable, in: predecessor.block)) }
    phis[phi]!.operands = operands
  }

  /// Every predecessor of the block is known now. Blocks that cannot raise are no predecessors of their handler.
  func seal(_ block: BlockID) {
    let state = states[Int(block.raw)]
    if state.isSealed { return }
    var kept: [Predecessor] = []
    for predecessor in state.predecessors {
      if predecessor.edge == .unwind && !states[Int(predecessor.block.raw)].mayRaise {
        function[predecessor.block].unwind = .none
      } else {
        kept.append(predecessor)
      }
    }
    states[Int(block.raw)].predecessors = kept
    states[Int(block.raw)].isSealed = true
    for (variable, phi) in state.incomplete { fill(phi, variable) }
    states[Int(block.raw)].incomplete = []
  }

  // MARK: Completion

  /// Removes parameters that merge only one value, gives the others their types, writes the arguments onto the edges
  /// and drops checks that are known to succeed.
  func completePhis() {
    var forward: [ValueID: ValueID] = [:]
    func find(_ value: ValueID) -> ValueID {
      var at = value
      while let next = forward[at] { at = next }
      return at
    }
    var changed = true
    while changed {
      changed = false
      for phi in phiOrder where forward[phi] == nil {
        var only: ValueID? = nil
        var isTrivial = true
        for operand in phis[phi]!.operands {
          let source = find(operand)
          if source == phi { continue }
          if let known = only, known != source {
            isTrivial = false
            break
          }
          only = source
        }
        if isTrivial {
          forward[phi] = only ?? unbound
          changed = true
        }
      }
    }
    let live = phiOrder.filter { forward[$0] == nil }
    for phi in live { function.valueTypes[Int(phi.raw)] = .void }
    changed = true
    while changed {
      changed = false
      for phi in live {
        var type = function.type(phi)
        for operand in phis[phi]!.operands {
          let other = function.type(find(operand))
          if other == .void || other == type { continue }
          type = type == .void ? other : .optional
        }
        if type != function.type(phi) {
          function.valueTypes[Int(phi.raw)] = type
          changed = true
        }
      }
    }
    for index in function.pool.indices { function.pool[index] = find(function.pool[index]) }
    for block in function.blockIDs {
      let parameters = function[block].parameters.filter { forward[$0] == nil }
      function[block].parameters = parameters
      let isEntry = block.raw == 0
      if isEntry || parameters.isEmpty { continue }
      for (index, predecessor) in states[Int(block.raw)].predecessors.enumerated() {
        let arguments = parameters.map { find(phis[$0]!.operands[index]) }
        let list = function.list(arguments)
        switch predecessor.edge {
        case .unwind: function[predecessor.block].unwind.arguments = list
        case .first, .second:
          guard let last = function[predecessor.block].instructions.last else { continue }
          if predecessor.edge == .first {
            function[last].first.arguments = list
          } else {
            function[last].second.arguments = list
          }
        }
      }
    }
    orderMethodCalls()
    for block in function.blockIDs {
      let needed = function[block].instructions.filter { id in
        let inst = function[id]
        switch inst.opcode {
        case .checkBound: return function.type(function.values(inst.operands).first!) != .value
        case .keep: return function.values(inst.operands).first! != unbound
        default: return true
        }
      }
      function[block].instructions = needed
      if !needed.contains(where: { OpTable[function[$0].opcode].canRaise }) { function[block].unwind = .none }
      // Nothing comes after an unreachable end.
      if function.terminator(block) == nil {
        function[block].instructions.append(function.make(.unreachable))
      }
    }
  }
}
