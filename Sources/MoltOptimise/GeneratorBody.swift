import MoltIR
import MoltSpec

/// A generator function whose body may stand in the function that consumes it, and what is alive where it is suspended.
struct GeneratorBody {
  let number: Int
  let draft: Draft
  /// Each `py.yield`, in order.
  let yields: [InstID]
  /// What is alive behind each yield; parameters and cells of the closure left out, for they do not change.
  let live: [InstID: Set<ValueID>]
  /// The union of what is alive and cannot be made again, in order.
  let kept: [ValueID]
  /// Constants and the like: made again behind a yield.
  let makers: [ValueID: Instruction]

  var function: Function { draft.function }

  /// Instructions from which on a body stays a generator.
  private static let limit = 80

  /// nil if the generator needs a frame of its own: it yields inside a `try` or `with`, delegates, looks at its frame or
  /// function, or is large.
  init?(_ number: Int, _ draft: Draft, in module: Module) {
    let function = draft.function
    guard function.isGenerator, function.parameters.count == function.positionalCount, !function.hasVarArgs,
      !function.hasVarKeywords, function.instructions.count <= GeneratorBody.limit
    else { return nil }
    let flow = ControlFlow(function)
    guard flow.predecessors[0].isEmpty, function[BlockID(raw: 0)].unwind.isNone else { return nil }
    var yields: [InstID] = []
    var fixed = Set(function[BlockID(raw: 0)].parameters)
    var makers: [ValueID: Instruction] = [:]
    for block in function.blockIDs where flow.isReachable(block) {
      for id in function[block].instructions {
        let inst = function[id]
        switch inst.opcode {
        case .yield:
          if !function[block].unwind.isNone { return nil }
          yields.append(id)
        case .function, .superCall, .localsCall, .delegate, .delegateIterator, .delegateDone, .buildClass, .importStar,
          .classLookup, .frameEnter:
          return nil
        case .closureCell: fixed.insert(inst.result)
        case .const, .null, .moduleValue, .i64Const, .f64Const, .i1Const: makers[inst.result] = inst
        default: break
        }
      }
    }
    if yields.isEmpty { return nil }
    let liveness = Liveness(function, flow) { _ in true }
    var live: [InstID: Set<ValueID>] = [:]
    for block in function.blockIDs where flow.isReachable(block) {
      var alive = liveness.liveOut(function, block)
      for id in function[block].instructions.reversed() {
        let inst = function[id]
        for edge in [inst.first, inst.second] where !edge.isNone {
          for value in function.values(edge.arguments) { alive.insert(Int(value.raw)) }
        }
        if !inst.result.isNone { alive.remove(Int(inst.result.raw)) }
        if inst.opcode == .yield {
          live[id] = Set(alive.elements().map { ValueID(raw: UInt32($0)) }).subtracting(fixed)
        }
        for operand in function.values(inst.operands) { alive.insert(Int(operand.raw)) }
      }
    }
    let all = live.values.reduce(into: Set<ValueID>()) { $0.formUnion($1) }
    kept = all.filter { makers[$0] == nil }.sorted { $0.raw < $1.raw }
    for value in kept {
      switch function.type(value) {
      case .value, .optional, .i1, .i64, .f64: break
      default: return nil
      }
    }
    self.number = number
    self.draft = draft
    self.yields = yields
    self.live = live
    self.makers = makers
  }
}
