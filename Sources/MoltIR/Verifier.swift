import MoltSpec

/// Checks a function of MIR:
/// - every block ends in a terminator, and has no other;
/// - operand and edge counts are those of the table; edges pass what the target's parameters expect, type by type;
/// - constants, slots, functions and blocks that are named exist;
/// - every value is defined once, and every use is dominated by its definition;
/// - implicit form has no `retain`, `release` or frame operation, explicit form has an unwind edge on every raising
///   operation and none on blocks;
/// - the function that a position belongs to exists.
public struct Verifier {
  public struct Failure: Error, CustomStringConvertible, Sendable {
    public let function: String
    public let block: UInt32
    public let message: String
    public var description: String { "in \(function), block ^\(block): \(message)" }
  }

  /// Verifies every function; throws the first failure.
  public static func verify(_ module: Module) throws(Failure) {
    for function in module.functions { try verify(function, in: module) }
  }

  public static func verify(_ function: Function, in module: Module) throws(Failure) {
    try Verifier(function: function, module: module).run()
  }

  private let function: Function
  private let module: Module

  private init(function: Function, module: Module) {
    self.function = function
    self.module = module
  }

  private func fail(_ block: BlockID, _ message: String) -> Failure {
    Failure(function: function.qualname, block: block.raw, message: message)
  }

  private func run() throws(Failure) {
    try checkStructure()
    try checkDominance()
  }

  private func checkEdge(_ edge: Edge, from block: BlockID) throws(Failure) {
    guard Int(edge.target.raw) < function.blocks.count else { throw fail(block, "edge to a missing block") }
    let parameters = function[edge.target].parameters
    let arguments = Array(function.values(edge.arguments))
    if parameters.count != arguments.count {
      throw fail(block, "edge to ^\(edge.target.raw) passes \(arguments.count) values for \(parameters.count)")
    }
    for (parameter, argument) in zip(parameters, arguments) {
      guard Int(argument.raw) < function.valueTypes.count else { throw fail(block, "use of a missing value") }
      let expected = function.type(parameter)
      let given = function.type(argument)
      if expected != given && !(expected == .optional && given == .value) {
        throw fail(block, "edge passes %\(argument.raw): \(given.name) for %\(parameter.raw): \(expected.name)")
      }
    }
  }

  private func checkStructure() throws(Failure) {
    for block in function.blockIDs {
      let body = function[block]
      guard function.terminator(block) != nil else { throw fail(block, "no terminator") }
      if function.form != .implicit && !body.unwind.isNone { throw fail(block, "a block unwind edge in explicit form") }
      if !body.unwind.isNone { try checkEdge(body.unwind, from: block) }
      for (index, id) in body.instructions.enumerated() {
        let inst = function[id]
        let info = OpTable[inst.opcode]
        if info.isTerminator != (index == body.instructions.count - 1) {
          throw fail(block, "\(info.name) in the wrong place")
        }
        switch info.operands {
        case .exactly(let count):
          if Int(inst.operands.count) != count { throw fail(block, "\(info.name) takes \(count) operands") }
        case .atLeast(let count):
          if Int(inst.operands.count) < count { throw fail(block, "\(info.name) takes at least \(count) operands") }
        }
        for operand in function.values(inst.operands) where Int(operand.raw) >= function.valueTypes.count {
          throw fail(block, "\(info.name) uses a missing value")
        }
        if inst.result.isNone != (info.result == .void) { throw fail(block, "\(info.name) has the wrong result") }
        try checkImmediate(inst, info, block)
        if info.isTerminator {
          let edges = (inst.first.isNone ? 0 : 1) + (inst.second.isNone ? 0 : 1)
          if edges != info.edges { throw fail(block, "\(info.name) has \(edges) successors instead of \(info.edges)") }
        } else if function.form != .implicit, info.canRaise, inst.first.isNone {
          throw fail(block, "\(info.name) has no unwind edge")
        }
        if !inst.first.isNone { try checkEdge(inst.first, from: block) }
        if !inst.second.isNone { try checkEdge(inst.second, from: block) }
        switch inst.opcode {
        case .retain, .release, .trace:
          if function.form == .implicit { throw fail(block, "\(info.name) in implicit form") }
        case .frameDispatch, .frameReload, .frameSent, .suspend:
          if function.form != .split { throw fail(block, "\(info.name) outside a resume function") }
        case .yield:
          if function.form == .split || !function.isSuspendable { throw fail(block, "py.yield outside a generator") }
        case .frameDelegate, .frameItem:
          if !function.isSuspendable { throw fail(block, "\(info.name) outside a generator") }
        default: break
        }
      }
    }
  }

  private func checkImmediate(_ inst: Instruction, _ info: OpInfo, _ block: BlockID) throws(Failure) {
    if inst.constant != Instruction.noConstant, Int(inst.constant) >= module.constants.count {
      throw fail(block, "\(info.name) names a missing constant")
    }
    if inst.position != Instruction.noPosition {
      let origin = function.positions[Int(inst.position)].origin
      if origin >= module.functions.count { throw fail(block, "\(info.name) comes from a missing function") }
    }
    switch info.immediate {
    case .slot:
      if inst.immediate < 0 || inst.immediate >= module.slots.count {
        throw fail(block, "\(info.name) names a missing slot")
      }
    case .function:
      if inst.immediate < 0 || inst.immediate >= module.functions.count {
        throw fail(block, "\(info.name) names a missing function")
      }
    case .external:
      if inst.immediate < 0 || inst.immediate >= module.externals.count {
        throw fail(block, "\(info.name) names a missing external symbol")
      }
    case .none, .integer: break
    }
  }

  private func checkDominance() throws(Failure) {
    let order = ControlFlow(function)
    var definedIn = [BlockID?](repeating: nil, count: function.valueTypes.count)
    for block in function.blockIDs {
      for parameter in function[block].parameters {
        if definedIn[Int(parameter.raw)] != nil { throw fail(block, "%\(parameter.raw) is defined twice") }
        definedIn[Int(parameter.raw)] = block
      }
      for id in function[block].instructions where !function[id].result.isNone {
        let result = function[id].result
        if definedIn[Int(result.raw)] != nil { throw fail(block, "%\(result.raw) is defined twice") }
        definedIn[Int(result.raw)] = block
      }
    }
    for block in order.reversePostorder {
      var local = Set<ValueID>(function[block].parameters)
      func check(_ values: ArraySlice<ValueID>) throws(Failure) {
        for value in values where !local.contains(value) {
          guard let home = definedIn[Int(value.raw)] else { throw fail(block, "%\(value.raw) is never defined") }
          if home == block || !order.dominates(home, block) {
            throw fail(block, "%\(value.raw) is used where its definition does not reach")
          }
        }
      }
      try check(function.values(function[block].unwind.arguments))
      for id in function[block].instructions {
        let inst = function[id]
        try check(function.values(inst.operands))
        // An unwind edge is left before the result exists.
        try check(function.values(inst.first.arguments))
        try check(function.values(inst.second.arguments))
        if !inst.result.isNone { local.insert(inst.result) }
      }
    }
  }
}
