import MoltIR
import MoltSpec

/// A function in implicit form that is being rewritten, together with the facts about its values. Value ids stay what
/// they are until `finished`.
struct Draft {
  var function: Function
  var facts: LikelyFacts
  /// Closures that only the general way of an inlined consumer makes.
  var generalClosures = Set<ValueID>()

  /// A place of an instruction.
  struct Place: Equatable {
    var block: BlockID
    var index: Int
  }

  /// Where values are defined and used.
  struct Uses {
    var definitions: [ValueID: Place] = [:]
    var operands: [ValueID: [Place]] = [:]
    /// Passed along edges.
    var passed = Set<ValueID>()
  }

  func uses() -> Uses {
    var uses = Uses()
    func pass(_ edge: Edge) { uses.passed.formUnion(function.values(edge.arguments)) }
    for block in function.blockIDs {
      pass(function[block].unwind)
      for (index, id) in function[block].instructions.enumerated() {
        let inst = function[id]
        let place = Place(block: block, index: index)
        if !inst.result.isNone { uses.definitions[inst.result] = place }
        for operand in Set(function.values(inst.operands)) { uses.operands[operand, default: []].append(place) }
        pass(inst.first)
        pass(inst.second)
      }
    }
    return uses
  }

  func instruction(_ place: Place) -> Instruction { function[function[place.block].instructions[place.index]] }

  /// Moves the instructions from `index` on to a new block with the same unwind edge. The first part is left without a
  /// terminator.
  mutating func split(_ block: BlockID, at index: Int) -> BlockID {
    let rest = function.newBlock()
    function[rest].instructions = Array(function[block].instructions[index...])
    function[rest].unwind = copy(function[block].unwind)
    function[rest].isCold = function[block].isCold
    function[block].instructions.removeSubrange(index...)
    return rest
  }

  /// The same edge with a list of arguments of its own, which rewriting one does not change in the other.
  mutating func copy(_ edge: Edge, replacing old: ValueID = .none, by new: ValueID = .none) -> Edge {
    if edge.isNone { return .none }
    return function.edge(edge.target, function.values(edge.arguments).map { $0 == old ? new : $0 })
  }

  /// A new block with this unwind edge.
  mutating func block(unwind: Edge = .none) -> BlockID {
    let block = function.newBlock()
    function[block].unwind = copy(unwind)
    return block
  }

  @discardableResult
  mutating func append(
    _ opcode: Opcode, _ operands: [ValueID] = [], to block: BlockID, immediate: Int64 = 0,
    constant: UInt32 = Instruction.noConstant, position: UInt32 = Instruction.noPosition, first: Edge = .none,
    second: Edge = .none, type: ValueType? = nil
  ) -> ValueID {
    let id = function.make(
      opcode, operands, immediate: immediate, constant: constant, position: position, first: first, second: second,
      result: type)
    function[block].instructions.append(id)
    return function[id].result
  }

  mutating func jump(_ target: BlockID, _ arguments: [ValueID] = [], from block: BlockID) {
    append(.jump, to: block, first: function.edge(target, arguments))
  }

  /// The value as one that is not null: whoever uses it has tested that.
  mutating func unwrapped(_ value: ValueID, in block: BlockID) -> ValueID {
    if function.type(value) != .optional { return value }
    let made = append(.unwrap, [value], to: block)
    facts.carry(value, to: made)
    return made
  }

  mutating func parameter(_ type: ValueType, of block: BlockID) -> ValueID {
    let value = function.newValue(type)
    function[block].parameters.append(value)
    return value
  }

  /// Puts `new` in the place of `old` wherever it is used.
  mutating func replace(_ old: ValueID, by new: ValueID) {
    for index in function.pool.indices where function.pool[index] == old { function.pool[index] = new }
  }

  mutating func repair(_ definitions: SSARepair.Definitions) {
    let (repaired, origins) = SSARepair.repaired(function, definitions)
    function = repaired
    for (made, original) in origins { facts.carry(original, to: made) }
  }

  /// Empties blocks that control does not reach, so that their uses of values do not count.
  mutating func clearUnreachable() {
    let flow = ControlFlow(function)
    for block in function.blockIDs where !flow.isReachable(block) && !function[block].instructions.isEmpty {
      function[block] = Block()
    }
  }

  /// The function numbered anew, with its facts.
  func finished() -> Draft {
    let (compact, values) = function.renumbered()
    var result = Draft(function: compact, facts: LikelyFacts())
    if facts.descriptions != nil { result.facts.descriptions = [:] }
    for (old, new) in values.enumerated() where !new.isNone {
      result.facts.carry(ValueID(raw: UInt32(old)), of: facts, to: new)
    }
    return result
  }
}

extension LikelyFacts {
  /// What is known of a value holds for another one, too.
  mutating func carry(_ value: ValueID, to other: ValueID) { carry(value, of: self, to: other) }

  mutating func carry(_ value: ValueID, of facts: LikelyFacts, to other: ValueID) {
    types[other.raw] = facts.types[value.raw]
    callees[other.raw] = facts.callees[value.raw]
    classes[other.raw] = facts.classes[value.raw]
    if facts.certain.contains(value.raw) { certain.insert(other.raw) }
    if facts.instances.contains(value.raw) { instances.insert(other.raw) }
    if facts.maybeInts.contains(value.raw) { maybeInts.insert(other.raw) }
    if let text = facts.descriptions?[value.raw] { descriptions?[other.raw] = text }
  }
}
