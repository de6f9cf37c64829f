import MoltIR
import MoltSpec

/// The ownership pass: from implicit to explicit form.
///
/// Every owned value (`ResultOwnership.owned`, and the parameters of every block but the first) carries one reference
/// that is moved or released exactly once on each path. The pass writes that out:
/// - an operand that an operation consumes is moved there at its last use and retained before any other;
/// - a value that dies at an operation is released after it, one that dies on an edge is released on the edge;
/// - every raising operation gets an unwind edge of its own to a landing block, which notes the traceback,
///   releases what is alive there, and goes on to the handler or out of the function. Operations that would do the same share it.
///
/// `keep` extends a value's life to where CPython would finalise it, and disappears here.
public struct OwnershipPass {
  private let source: Function
  private var result: Function
  private let flow: ControlFlow
  private let liveness: Liveness
  /// Values that carry a reference.
  private let isOwned: [Bool]
  private let uncounted: Set<ValueID>
  private var landings: [LandingKey: BlockID] = [:]
  private var chains: [ChainKey: BlockID] = [:]
  /// The chain made last: what it releases, the links for all values up to each, and how it leaves.
  private var lastChain: (values: [ValueID], links: [BlockID], target: BlockID, arguments: [ValueID])?
  private var current: [InstID] = []

  /// What a landing block does; operations that agree in it share one.
  private struct LandingKey: Hashable {
    var tracesBack: Bool
    /// The function of whose code the traceback's entry is.
    var origin: Int32
    var releases: [ValueID]
    var chain: BlockID?
    var retains: [ValueID]
    var target: BlockID
    var arguments: [ValueID]
  }

  /// One link of a chain of releases, which goes on to the link for the values before it, or leaves by the edge.
  private struct ChainKey: Hashable {
    var value: ValueID
    var rest: BlockID?
    var target: BlockID
    var arguments: [ValueID]
  }

  /// So many values are released by the landing block itself, in their order; more by a chain of blocks. A function with
  /// many variables would otherwise hold a list of nearly all of them for each operation that can raise.
  private static let longestOwnList = 4

  public static func run(_ function: Function) -> Function {
    var pass = OwnershipPass(function)
    return pass.run()
  }

  private init(_ function: Function) {
    source = function
    result = function
    flow = ControlFlow(function)
    var owned = [Bool](repeating: false, count: function.valueTypes.count)
    for block in function.blockIDs {
      // The caller owns the arguments of a plain function; a generator's frame owns its own.
      if block.raw != 0 || function.isSuspendable {
        for parameter in function[block].parameters where function.type(parameter).isPython {
          owned[Int(parameter.raw)] = true
        }
      }
      for id in function[block].instructions {
        let inst = function[id]
        if !inst.result.isNone, OpTable[inst.opcode].ownership == .owned, function.type(inst.result).isPython {
          owned[Int(inst.result.raw)] = true
        }
      }
    }
    isOwned = owned
    uncounted = function.uncountedValues
    liveness = Liveness(function, flow) { owned[Int($0.raw)] }
  }

  private mutating func run() -> Function {
    result.form = .explicit
    for block in flow.reversePostorder { rewrite(block) }
    return result.compacted()
  }

  // MARK: Emitting

  private mutating func emit(_ opcode: Opcode, _ operand: ValueID) {
    current.append(result.make(opcode, [operand]))
  }

  /// Moves or retains the values that are handed over together. `available` loses what was moved; values that are kept
  /// are needed afterwards, so they are retained.
  private mutating func handOver(_ values: [ValueID], available: inout ValueSet, isKept: (Int) -> Bool) {
    for value in values where result.type(value).isPython {
      let index = Int(value.raw)
      if isOwned[index] && available.contains(index) && !isKept(index) {
        available.remove(index)
      } else if !uncounted.contains(value) {
        emit(.retain, value)
      }
    }
  }

  private mutating func releaseAll(_ values: ValueSet, unless isKept: (Int) -> Bool = { _ in false }) {
    for index in values.elements() where !isKept(index) {
      emit(.release, ValueID(raw: UInt32(index)))
    }
  }

  // MARK: Blocks

  private mutating func rewrite(_ block: BlockID) {
    let body = source[block]
    let count = body.instructions.count
    // What is live before each instruction and not behind it, and its result if nobody uses that, from the back.
    var dying = [[Int]](repeating: [], count: count)
    var live = ValueSet(count: source.valueTypes.count)
    var handlerNeeds = ValueSet(count: source.valueTypes.count)
    if !body.unwind.isNone {
      handlerNeeds.formUnion(liveness.liveIn[Int(body.unwind.target.raw)])
      for value in source.values(body.unwind.arguments) where isOwned[Int(value.raw)] {
        handlerNeeds.insert(Int(value.raw))
      }
    }
    for index in stride(from: count - 1, through: 0, by: -1) {
      let inst = source[body.instructions[index]]
      let info = OpTable[inst.opcode]
      if info.isTerminator {
        for edge in [inst.first, inst.second] where !edge.isNone {
          live.formUnion(liveness.liveIn[Int(edge.target.raw)])
          for value in source.values(edge.arguments) where isOwned[Int(value.raw)] { live.insert(Int(value.raw)) }
        }
      }
      if !inst.result.isNone {
        if !live.contains(Int(inst.result.raw)) { dying[index].append(Int(inst.result.raw)) }
        live.remove(Int(inst.result.raw))
      }
      func need(_ value: Int) {
        if live.contains(value) { return }
        live.insert(value)
        dying[index].append(value)
      }
      for operand in source.values(inst.operands) where isOwned[Int(operand.raw)] { need(Int(operand.raw)) }
      if info.canRaise && !body.unwind.isNone { handlerNeeds.forEach(need) }
    }

    current = []
    // What this block holds a reference to at each point.
    var held = ValueSet(count: source.valueTypes.count, liveness.liveIn[Int(block.raw)])
    for parameter in body.parameters where isOwned[Int(parameter.raw)] { held.insert(Int(parameter.raw)) }
    releaseAll(held) { live.contains($0) }
    for index in held.elements() where !live.contains(index) { held.remove(index) }

    for index in 0..<count {
      let id = body.instructions[index]
      let inst = source[id]
      let info = OpTable[inst.opcode]
      if info.isTerminator {
        terminator(id, inst, info, block, held)
        break
      }
      if inst.opcode != .keep {
        var placed = inst
        if inst.opcode == .iadd && leftOperandDies(body.instructions, index, held, dying, handlerNeeds) {
          placed.opcode = .iaddOwned
        }
        if info.consumesOperands {
          handOver(Array(source.values(inst.operands)), available: &held) {
            !dying[index].contains($0) || handlerNeeds.contains($0)
          }
        }
        if info.canRaise { placed.first = landing(inst, body, held) }
        result.instructions.append(placed)
        current.append(InstID(raw: UInt32(result.instructions.count - 1)))
      }
      if !inst.result.isNone && isOwned[Int(inst.result.raw)] { held.insert(Int(inst.result.raw)) }
      if info.failure == .always {
        // Control never comes back here.
        held = ValueSet(count: source.valueTypes.count)
        continue
      }
      if inst.opcode == .intUnbox || inst.opcode == .floatUnbox || inst.opcode == .boolUnbox {
        // What was found to be an immediate has no count.
        let operand = Int(source.values(inst.operands).first!.raw)
        if dying[index].contains(operand) { held.remove(operand) }
      }
      releaseInOrder(inst, held, dying[index])
      for value in dying[index] { held.remove(value) }
    }
    result[block].instructions = current
    result[block].unwind = .none
  }

  /// Whether an augmented addition may build its result in the left operand: the value is ours alone, as far as this
  /// function goes, and nothing reads it afterwards. A `keep` right behind only says until when it lives. Whether
  /// others hold the object is for the runtime to see from its reference count, which is why a value that is merely
  /// borrowed (a parameter, which the caller may hold once) does not qualify.
  private func leftOperandDies(
    _ instructions: [InstID], _ index: Int, _ held: ValueSet, _ dying: [[Int]], _ handlerNeeds: ValueSet
  ) -> Bool {
    guard let left = source.values(source[instructions[index]].operands).first else { return false }
    let value = Int(left.raw)
    if !isOwned[value] || !held.contains(value) || handlerNeeds.contains(value) { return false }
    var last = index
    while last + 1 < instructions.count && source[instructions[last + 1]].opcode == .keep { last += 1 }
    return dying[index...last].contains { $0.contains(value) }
  }

  /// Releases what died: the operation's operands in their order first, then the rest.
  private mutating func releaseInOrder(_ inst: Instruction, _ held: ValueSet, _ dying: [Int]) {
    var rest = dying.filter { held.contains($0) }
    if rest.isEmpty { return }
    for operand in source.values(inst.operands) {
      guard let place = rest.firstIndex(of: Int(operand.raw)) else { continue }
      rest.remove(at: place)
      emit(.release, operand)
    }
    for index in rest.sorted() { emit(.release, ValueID(raw: UInt32(index))) }
  }

  private mutating func terminator(
    _ id: InstID, _ inst: Instruction, _ info: OpInfo, _ block: BlockID, _ held: ValueSet
  ) {
    var held = held
    var placed = inst
    switch inst.opcode {
    case .ret:
      handOver(Array(source.values(inst.operands)), available: &held) { _ in false }
      releaseAll(held)
    case .jump:
      let liveIn = liveness.liveIn[Int(inst.first.target.raw)]
      handOver(Array(source.values(inst.first.arguments)), available: &held, isKept: liveIn.contains)
      releaseAll(held, unless: liveIn.contains)
    case _ where info.edges == 2:
      var heldFirst = held
      // A checked operation has its result on the first edge only.
      if !inst.result.isNone && isOwned[Int(inst.result.raw)] { heldFirst.insert(Int(inst.result.raw)) }
      placed.first = edge(
        inst.first, heldFirst, knownNull: inst.opcode == .branchNull ? source.values(inst.operands).first : nil)
      placed.second = edge(inst.second, held, knownNull: nil)
    case .unwind: releaseAll(held)
    default: break
    }
    result.instructions.append(placed)
    current.append(InstID(raw: UInt32(result.instructions.count - 1)))
  }

  /// One edge of a branch; where references have to be counted on it, it goes through a block of its own.
  private mutating func edge(_ edge: Edge, _ held: ValueSet, knownNull: ValueID?) -> Edge {
    var held = held
    if let knownNull { held.remove(Int(knownNull.raw)) }
    let saved = current
    current = []
    let liveIn = liveness.liveIn[Int(edge.target.raw)]
    let arguments = Array(source.values(edge.arguments))
    handOver(arguments, available: &held, isKept: liveIn.contains)
    releaseAll(held, unless: liveIn.contains)
    let needed = current
    current = saved
    if needed.isEmpty { return edge }
    let middle = result.newBlock()
    result[middle].isCold = source[edge.target].isCold
    let jump = result.make(.jump, first: edge)
    result[middle].instructions = needed + [jump]
    return result.edge(middle)
  }

  // MARK: Exceptions

  private mutating func landing(_ inst: Instruction, _ body: Block, _ held: ValueSet) -> Edge {
    let tracesBack = inst.position != Instruction.noPosition
    var released: [ValueID] = []
    var retained: [ValueID] = []
    var remaining = held
    var kept = LiveList()
    var arguments: [ValueID] = []
    if !body.unwind.isNone {
      kept = liveness.liveIn[Int(body.unwind.target.raw)]
      arguments = Array(source.values(body.unwind.arguments))
      for value in arguments where source.type(value).isPython {
        let index = Int(value.raw)
        if isOwned[index] && remaining.contains(index) && !kept.contains(index) {
          remaining.remove(index)
        } else if !uncounted.contains(value) {
          retained.append(value)
        }
      }
    }
    for index in remaining.elements() where !kept.contains(index) { released.append(ValueID(raw: UInt32(index))) }
    var chain: BlockID?
    if released.count > OwnershipPass.longestOwnList {
      chain = releases(released, body.unwind.target, arguments)
      released = []
    }
    let position = tracesBack ? source.positions[Int(inst.position)] : nil
    let key = LandingKey(
      tracesBack: tracesBack, origin: position?.origin ?? -1, releases: released, chain: chain, retains: retained,
      target: body.unwind.target, arguments: arguments)
    if let known = landings[key] { return result.edge(known) }

    let block = result.newBlock()
    var list: [InstID] = []
    if tracesBack { list.append(result.make(.trace)) }
    for value in retained { list.append(result.make(.retain, [value])) }
    for value in released { list.append(result.make(.release, [value])) }
    list.append(chain.map { result.make(.jump, first: result.edge($0)) } ?? departure(body.unwind.target, arguments))
    result[block].instructions = list
    landings[key] = block
    return result.edge(block)
  }

  /// What ends a landing: on to the handler, or out of the function.
  private mutating func departure(_ target: BlockID, _ arguments: [ValueID]) -> InstID {
    target.isNone ? result.make(.unwind) : result.make(.jump, first: result.edge(target, arguments))
  }

  /// The first block of a chain that releases the values, the youngest first: so the chains of operations that follow one
  /// another end alike, and share what they have in common.
  private mutating func releases(_ values: [ValueID], _ target: BlockID, _ arguments: [ValueID]) -> BlockID {
    var links: [BlockID] = []
    if let last = lastChain, last.target == target, last.arguments == arguments {
      var common = 0
      while common < min(values.count, last.values.count) && values[common] == last.values[common] { common += 1 }
      links = Array(last.links[..<common])
    }
    for value in values[links.count...] {
      let rest = links.last
      let key = ChainKey(value: value, rest: rest, target: target, arguments: arguments)
      if let known = chains[key] {
        links.append(known)
        continue
      }
      let block = result.newBlock()
      result[block].isCold = true
      let release = result.make(.release, [value])
      let last = rest.map { result.make(.jump, first: result.edge($0)) } ?? departure(target, arguments)
      result[block].instructions = [release, last]
      chains[key] = block
      links.append(block)
    }
    lastChain = (values, links, target, arguments)
    return links.last!
  }
}

extension Function {
  /// Python values that are known to be immediates: boxed floats and booleans.
  public var uncountedValues: Set<ValueID> {
    Set(
      instructions.filter { $0.opcode == .boxBool || $0.opcode == .floatBox || $0.opcode == .intBoxInline }.map(
        { $0.result }))
  }
}
