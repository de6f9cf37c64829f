import MoltIR
import MoltSpec

/// Turns a generator's body in explicit form into its resume function.
///
/// At each `py.yield` the block is cut. What is live across it is stored in the frame (`frame.suspend`) and reloaded
/// when the generator is resumed; constants and the like are made again instead. Owned values come first in the frame,
/// so that the runtime knows what a suspended frame holds from their number alone. State 0 is the start: the frame then
/// holds the parameters.
public struct GeneratorSplit {
  private var function: Function
  private var definitions: SSARepair.Definitions = [:]
  private var frameSlots: Int
  /// Python values that nobody counts: boxed booleans and floats.
  private let uncounted: Set<ValueID>

  public static func run(_ function: Function) -> Function {
    var split = GeneratorSplit(function)
    return split.run()
  }

  private init(_ function: Function) {
    self.function = function
    frameSlots = function.parameters.count
    uncounted = function.uncountedValues
  }

  private mutating func run() -> Function {
    let flow = ControlFlow(function)
    var makers: [ValueID: Instruction] = [:]
    for block in flow.reversePostorder {
      for id in function[block].instructions where GeneratorSplit.isRemade(function[id].opcode) {
        makers[function[id].result] = function[id]
      }
    }
    let original = function
    let liveness = Liveness(original, flow) { _ in true }
    var resumes: [BlockID] = []
    for block in flow.reversePostorder {
      // From the last yield of the block to the first, so that indices stay valid.
      let list = original[block].instructions
      // Edges are added where they stand: what an operation in front of a yield would release is gone at the yield.
      var live = ValueSet(count: original.valueTypes.count)
      var cuts: [(index: Int, live: ValueSet)] = []
      for index in stride(from: list.count - 1, through: 0, by: -1) {
        let inst = original[list[index]]
        for edge in [inst.first, inst.second] where !edge.isNone {
          live.formUnion(liveness.liveIn[Int(edge.target.raw)])
          for value in original.values(edge.arguments) { live.insert(Int(value.raw)) }
        }
        if !inst.result.isNone { live.remove(Int(inst.result.raw)) }
        if inst.opcode == .yield { cuts.append((index, live)) }
        for operand in original.values(inst.operands) { live.insert(Int(operand.raw)) }
      }
      var home = block
      var start = 0
      var pieces: [(BlockID, [InstID])] = []
      for (index, live) in cuts.reversed() {
        let state = resumes.count + 1
        let resume = function.newBlock()
        function[resume].isCold = original[block].isCold
        resumes.append(resume)
        let prefix = Array(list[start..<index])
        let (suspend, reloads) = cut(original[list[index]], live, state: state, resume, makers)
        pieces.append((home, (pieces.isEmpty ? [] : pieces.removeLast().1) + prefix + [suspend]))
        pieces.append((resume, reloads))
        home = resume
        start = index + 1
      }
      if !cuts.isEmpty {
        pieces[pieces.count - 1].1 += list[start...]
        for (piece, instructions) in pieces { function[piece].instructions = instructions }
      }
    }
    dispatch(resumes)
    function.form = .split
    function.frameSlots = frameSlots
    return SSARepair.run(function, definitions).compacted()
  }

  /// Values that are made again after a resumption instead of being stored.
  private static func isRemade(_ opcode: Opcode) -> Bool {
    switch opcode {
    case .const, .null, .closureCell, .function, .moduleValue, .i64Const, .f64Const, .i1Const: true
    default: false
    }
  }

  private mutating func cut(
    _ yield: Instruction, _ live: ValueSet, state: Int, _ resume: BlockID, _ makers: [ValueID: Instruction]
  ) -> (suspend: InstID, reloads: [InstID]) {
    var owned: [ValueID] = []
    var plain: [ValueID] = []
    var reloads: [InstID] = []
    for index in live.elements() {
      let value = ValueID(raw: UInt32(index))
      if let maker = makers[value] {
        let copy = function.make(maker.opcode, immediate: maker.immediate, constant: maker.constant)
        reloads.append(copy)
        definitions[value, default: [:]][resume] = function[copy].result
      } else if function.type(value).isPython, !uncounted.contains(value) {
        owned.append(value)
      } else {
        plain.append(value)
      }
    }
    for (slot, value) in (owned + plain).enumerated() {
      let reload = function.make(.frameReload, immediate: Int64(slot), result: function.type(value))
      reloads.append(reload)
      definitions[value, default: [:]][resume] = function[reload].result
    }
    frameSlots = max(frameSlots, owned.count + plain.count)
    let yielded = Array(function.values(yield.operands))
    // The immediate holds the state in its low 32 bits and the number of owned values above.
    let suspend = function.make(
      .suspend, yielded + owned + plain, immediate: Int64(state) | Int64(owned.count) << 32, position: yield.position)
    let sent = function.make(.frameSent, position: yield.position, first: yield.first)
    function.instructions[Int(sent.raw)].result = yield.result
    function.valueTypes.removeLast()
    reloads.append(sent)
    return (suspend, reloads)
  }

  /// A new first block that enters at the state of the frame, and the start, which takes the parameters out of it.
  private mutating func dispatch(_ resumes: [BlockID]) {
    let oldEntry = BlockID(raw: 0)
    let moved = function.newBlock()
    function[moved] = function[oldEntry]
    function[moved].parameters = []
    let parameters = function[oldEntry].parameters
    var start: [InstID] = []
    for (slot, parameter) in parameters.enumerated() {
      let reload = function.make(.frameReload, immediate: Int64(slot), result: function.type(parameter))
      function.instructions[Int(reload.raw)].result = parameter
      function.valueTypes.removeLast()
      start.append(reload)
    }
    function[moved].instructions = start + function[moved].instructions
    // A chain of two-way dispatches keeps the successor edges in the IR; LLVM makes a switch of it.
    var at = oldEntry
    let targets = [moved] + resumes
    for (state, target) in targets.enumerated() {
      var block = Block()
      if state == targets.count - 1 {
        block.instructions = [function.make(.jump, first: function.edge(target))]
        function[at] = block
      } else {
        let next = function.newBlock()
        block.instructions = [
          function.make(
            .frameDispatch, immediate: Int64(state), first: function.edge(target), second: function.edge(next))
        ]
        function[at] = block
        at = next
      }
    }
  }
}
