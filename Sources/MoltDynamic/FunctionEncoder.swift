import MoltABI
import MoltIR
import MoltSpec

/// One function of MIR, explicit or split, as words for the interpreter (molt_dynamic.h).
///
/// Every value has a register, except constants, which operands name directly. A value that is used in its own block
/// only shares its register with such values of other blocks.
struct FunctionEncoder {
  private let function: Function
  private(set) var words: [Int32] = []
  private(set) var registerCount = 0
  /// Words behind the registers that argument arrays are made in.
  private(set) var scratch = 0
  private(set) var siteCount = 0
  /// Operand of each value; for an array, its first register.
  private var operands: [Int32]
  private var starts: [Int]
  /// Words that are to become the start of a block.
  private var targets: [(word: Int, block: BlockID)] = []
  /// Words that are to become the place of an unwind edge's description, which stand behind all blocks.
  private var exits: [(word: Int, edge: Edge)] = []

  /// The row of the code's table where each position begins.
  private let firstRows: [Int32]

  init(_ function: Function) {
    self.function = function
    var row: Int32 = 0
    firstRows = function.positions.map { place in
      defer { row += Int32(place.rows.count) }
      return row
    }
    operands = Array(repeating: 0, count: function.valueTypes.count)
    starts = Array(repeating: 0, count: function.blocks.count)
  }

  /// The registers that the arguments go to.
  var parameters: [Int32] {
    function.form == .split ? [] : function[BlockID(raw: 0)].parameters.map { operands[Int($0.raw)] }
  }

  mutating func encode() {
    allocate()
    for block in function.blockIDs {
      starts[Int(block.raw)] = words.count
      for id in function[block].instructions { instruction(function[id]) }
    }
    for exit in exits {
      words[exit.word] = Int32(words.count)
      edge(exit.edge)
    }
    for target in targets { words[target.word] = Int32(starts[Int(target.block.raw)]) }
  }

  // MARK: Registers

  private mutating func allocate() {
    let count = function.valueTypes.count
    // The block that defines a value, and whether another uses it.
    var home = [UInt32](repeating: .max, count: count)
    var isShared = [Bool](repeating: false, count: count)
    for block in function.blockIDs {
      for parameter in function[block].parameters { home[Int(parameter.raw)] = block.raw }
      for id in function[block].instructions where !function[id].result.isNone {
        home[Int(function[id].result.raw)] = block.raw
      }
    }
    for block in function.blockIDs {
      for id in function[block].instructions {
        let inst = function[id]
        for list in [inst.operands, inst.first.arguments, inst.second.arguments] {
          for value in function.values(list) where home[Int(value.raw)] != block.raw {
            isShared[Int(value.raw)] = true
          }
        }
      }
      // Written by the edges into the block, while the block that they come from is still running.
      for parameter in function[block].parameters { isShared[Int(parameter.raw)] = true }
    }
    var fixed = 0
    func place(_ value: ValueID, _ inst: Instruction?, _ next: inout Int) {
      operands[Int(value.raw)] = Int32(next)
      next += inst.map(width) ?? 1
    }
    for block in function.blockIDs {
      for parameter in function[block].parameters { place(parameter, nil, &fixed) }
      for id in function[block].instructions {
        let inst = function[id]
        if inst.result.isNone { continue }
        switch inst.opcode {
        case .const: operands[Int(inst.result.raw)] = ~Int32(inst.constant + 1)
        case .null: operands[Int(inst.result.raw)] = ~0
        default: if isShared[Int(inst.result.raw)] { place(inst.result, inst, &fixed) }
        }
      }
    }
    registerCount = fixed
    for block in function.blockIDs {
      var next = fixed
      for id in function[block].instructions {
        let inst = function[id]
        if inst.result.isNone || inst.opcode == .const || inst.opcode == .null || isShared[Int(inst.result.raw)] {
          continue
        }
        place(inst.result, inst, &next)
      }
      registerCount = max(registerCount, next)
    }
  }

  /// How many registers the result takes.
  private func width(_ inst: Instruction) -> Int {
    guard function.type(inst.result) == .array else { return 1 }
    switch inst.opcode {
    case .unpackStar: return Int(inst.immediate & 0xffff) + Int(inst.immediate >> 16) + 1
    case .withEnter, .asyncWithEnter, .delegate: return 2
    default: return max(Int(inst.immediate), 1)
    }
  }

  // MARK: Words

  private mutating func put(_ word: Int32) { words.append(word) }
  private mutating func put(_ word: Int) { words.append(Int32(truncatingIfNeeded: word)) }
  private mutating func put(_ op: some BinaryInteger, _ rest: Int32...) {
    words.append(Int32(truncatingIfNeeded: op))
    words += rest
  }

  private func operand(_ value: ValueID) -> Int32 { operands[Int(value.raw)] }
  private func result(_ inst: Instruction) -> Int32 { inst.result.isNone ? -1 : operand(inst.result) }
  /// The row of the code's table of positions.
  private func place(_ inst: Instruction) -> Int32 {
    inst.position == Instruction.noPosition ? -1 : firstRows[Int(inst.position)]
  }
  private func constant(_ inst: Instruction) -> Int32 {
    inst.constant == Instruction.noConstant ? ~0 : ~Int32(inst.constant + 1)
  }

  private mutating func target(_ block: BlockID) {
    targets.append((words.count, block))
    put(Int32(0))
  }

  /// Where a failed operation goes, and its place.
  private mutating func out(_ inst: Instruction) {
    exits.append((words.count, inst.first))
    put(Int32(0))
    put(place(inst))
  }

  /// A transfer of control: the moves are put in an order in which none overwrites what another still needs.
  private mutating func edge(_ edge: Edge) {
    target(edge.target)
    let sources = function.values(edge.arguments).map(operand)
    let destinations = function[edge.target].parameters.map(operand)
    var moves: [(Int32, Int32)] = []
    for (source, destination) in zip(sources, destinations) where source != destination {
      moves.append((source, destination))
    }
    var ordered: [(Int32, Int32)] = []
    while !moves.isEmpty {
      if let free = moves.firstIndex(where: { move in !moves.contains { $0.0 == move.1 } }) {
        ordered.append(moves.remove(at: free))
      } else {
        // A cycle: one source goes through the scratch area.
        let first = moves[0]
        let temporary = Int32(registerCount)
        scratch = max(scratch, 1)
        ordered.append((first.0, temporary))
        for index in moves.indices where moves[index].0 == first.0 { moves[index].0 = temporary }
      }
    }
    put(ordered.count)
    for (source, destination) in ordered { put(source, destination) }
  }

  /// Two edges behind an operation that chooses one: the second follows the first.
  private mutating func edges(_ inst: Instruction) {
    let hole = words.count
    put(Int32(0))
    edge(inst.first)
    words[hole] = Int32(words.count)
    edge(inst.second)
  }

  // MARK: Operations

  private mutating func instruction(_ inst: Instruction) {
    let values = function.values(inst.operands).map(operand)
    let row = OpTable[inst.opcode]
    switch inst.opcode {
    case .const, .null, .keep, .unreachable: break
    case .globalDelete:
      put(MOLT_RUN_GLOBAL_DELETE, Int32(inst.immediate))
      out(inst)
    case .globalLookup:
      put(MOLT_RUN_GLOBAL_LOOKUP, result(inst), constant(inst))
      out(inst)
    case _ where row.primitive != nil: call(inst, row, values)
    case .isSame: put(MOLT_RUN_SAME, result(inst), values[0], values[1])
    case .i64Const: put(MOLT_RUN_NUMBER, result(inst), Int32(inst.immediate))
    case .i64EQ: put(MOLT_RUN_EQUAL, result(inst), values[0], values[1])
    case .i64GE: put(MOLT_RUN_GREATER_EQUAL, result(inst), values[0], values[1])
    case .boxBool: put(MOLT_RUN_BOX_BOOL, result(inst), values[0])
    case .notBool: put(MOLT_RUN_NOT, result(inst), values[0])
    case .isNull: put(MOLT_RUN_IS_NULL, result(inst), values[0])
    case .unwrap: put(MOLT_RUN_COPY, result(inst), values[0])
    case .take: put(MOLT_RUN_COPY, result(inst), values[0] + Int32(inst.immediate))
    case .delegateDone: put(MOLT_RUN_COPY, result(inst), values[0] + 1)
    case .retain: put(MOLT_RUN_RETAIN, values[0])
    case .release: put(MOLT_RUN_RELEASE, values[0])
    case .function: put(MOLT_RUN_FUNCTION, result(inst))
    case .moduleValue: put(MOLT_RUN_MODULE, result(inst))
    case .closureCell: put(MOLT_RUN_CLOSURE, result(inst), Int32(inst.immediate))
    case .cellLoad: put(MOLT_RUN_CELL_LOAD, result(inst), values[0])
    case .cellStore: put(MOLT_RUN_CELL_STORE, values[0], values[1])
    case .globalLoad:
      put(MOLT_RUN_GLOBAL_LOAD, result(inst), Int32(inst.immediate))
      out(inst)
    case .globalStore: put(MOLT_RUN_GLOBAL_STORE, Int32(inst.immediate), values[0])
    case .checkBound:
      put(MOLT_RUN_CHECK_BOUND, values[0], constant(inst), Int32(inst.immediate))
      out(inst)
    case .unpackStar:
      put(
        MOLT_RUN_UNPACK_STAR, result(inst), values[0], Int32(inst.immediate & 0xffff),
        Int32(inst.immediate >> 16))
      out(inst)
    case .withEnter, .asyncWithEnter:
      put(MOLT_RUN_WITH_ENTER, result(inst), values[0], inst.opcode == .withEnter ? 0 : 1)
      out(inst)
    case .delegate:
      put(MOLT_RUN_DELEGATE, result(inst), values[0], values[1])
      out(inst)
    case .callLoaded:
      scratch = max(scratch, values.count)
      put(
        MOLT_RUN_CALL_LOADED, result(inst), values[0], values[1], constant(inst), Int32(inst.immediate))
      out(inst)
      put(values.count - 2)
      words += values.dropFirst(2)
    case .trace: put(MOLT_RUN_TRACE)
    case .jump:
      put(MOLT_RUN_JUMP)
      edge(inst.first)
    case .branch, .branchNull:
      put(inst.opcode == .branch ? MOLT_RUN_BRANCH : MOLT_RUN_BRANCH_NULL, values[0])
      edges(inst)
    case .ret: put(MOLT_RUN_RETURN, values[0])
    case .unwind: put(MOLT_RUN_UNWIND)
    case .frameDispatch:
      put(MOLT_RUN_FRAME_DISPATCH, Int32(inst.immediate))
      edges(inst)
    case .frameReload: put(MOLT_RUN_FRAME_RELOAD, result(inst), Int32(inst.immediate))
    case .frameSent:
      put(MOLT_RUN_FRAME_SENT, result(inst))
      out(inst)
    case .frameDelegate: put(MOLT_RUN_FRAME_DELEGATE, values[0], place(inst))
    case .frameItem: put(MOLT_RUN_FRAME_ITEM)
    case .suspend:
      put(
        MOLT_RUN_SUSPEND, values[0], Int32(truncatingIfNeeded: inst.immediate), Int32(inst.immediate >> 32),
        place(inst), Int32(values.count - 1))
      words += values.dropFirst()
    case .place: put(MOLT_RUN_PLACE, place(inst))
    case .placeLeave: put(MOLT_RUN_PLACE_LEAVE)
    // The optimiser makes the others, and does not run here.
    default: preconditionFailure("an operation that lowering does not make")
    }
  }

  private mutating func call(_ inst: Instruction, _ row: OpInfo, _ values: [Int32]) {
    guard let sources = row.primitive?.arguments else { return }
    let isCondition = !inst.result.isNone && function.type(inst.result) == .i1
    let failure =
      switch row.failure {
      case .never: isCondition ? MOLT_FAILURE_TRUTH : MOLT_FAILURE_NEVER
      case .zero: MOLT_FAILURE_ZERO
      case .negative: isCondition ? MOLT_FAILURE_TRUTH : MOLT_FAILURE_NEGATIVE
      case .zeroOrExhausted: MOLT_FAILURE_EXHAUSTED
      case .always: MOLT_FAILURE_ALWAYS
      }
    let isArray = !inst.result.isNone && function.type(inst.result) == .array
    put(
      MOLT_RUN_CALL, Int32(inst.opcode.rawValue), Int32(failure), isArray ? -1 : result(inst))
    if inst.first.isNone {
      put(Int32(0))
      put(place(inst))
    } else {
      out(inst)
    }
    put(sources.count)
    for source in sources {
      switch source {
      case .operand(let index): put(MOLT_ARGUMENT_OPERAND, values[index])
      case .array(let from):
        // A method call needs a free element in front of the arguments, where the object goes.
        let free = inst.opcode == .callMethod ? 1 : 0
        let count = values.count - from
        scratch = max(scratch, free + count)
        put(MOLT_ARGUMENT_ARRAY, Int32(free), Int32(count))
        words += values.dropFirst(from)
      case .count(let from, let per): put(MOLT_ARGUMENT_NUMBER, Int32((values.count - from) / per))
      case .constant, .optionalConstant: put(MOLT_ARGUMENT_OPERAND, constant(inst))
      case .immediate: put(MOLT_ARGUMENT_NUMBER, Int32(truncatingIfNeeded: inst.immediate))
      case .site:
        put(MOLT_ARGUMENT_SITE, Int32(siteCount))
        siteCount += 1
      case .module: put(MOLT_ARGUMENT_MODULE)
      case .code: put(MOLT_ARGUMENT_CODE, Int32(inst.immediate))
      case .null: put(MOLT_ARGUMENT_OPERAND, ~0)
      case .results: put(MOLT_ARGUMENT_RESULTS, result(inst))
      }
    }
  }
}
