import MoltIR
import MoltSpec

extension Opcode {
  /// The specialiser may choose between several ways to carry the operation out, so that control must be able to reach
  /// it, and the point behind it, from elsewhere.
  var isChoice: Bool {
    switch self {
    case .add, .sub, .mul, .mod, .trueDiv, .pow, .lshift, .rshift, .or, .xor, .and, .floorDiv, .iadd, .isub, .imul,
      .imod, .itrueDiv, .ipow, .ilshift, .irshift, .ior, .ixor, .iand, .ifloorDiv, .lt, .le, .eq, .ne, .gt, .ge,
      .testLT,
      .testLE, .testEQ, .testNE, .testGT, .testGE, .neg, .pos, .invert, .truth, .getItem, .setItem, .getSlice,
      .setSlice, .iter, .next, .call,
      .callMethod, .loadMethod, .callLoaded, .globalLoad, .getAttr, .setAttr, .cellLoad, .unwrap,
      .unpack, .sumStep, .sumEnd:
      true
    default: false
    }
  }

  /// A choice for which nothing but a guess about its operands speaks. The others work on what is not allocated yet,
  /// such as the iterator of a loop, and go on with it.
  var isGuess: Bool {
    switch self {
    case .iter, .next, .unwrap, .unpack, .loadMethod, .callLoaded, .sumStep, .sumEnd, .cellLoad: false
    default: isChoice
    }
  }
}

extension Function {
  /// The same function with each choice in a block of its own, and an empty entry in front. Blocks made here have no
  /// parameters and the unwind edge of the block they come from.
  func splitAtChoices() -> Function {
    var result = self
    for block in blockIDs {
      let list = self[block].instructions
      var pieces: [[InstID]] = []
      var piece: [InstID] = []
      func end() {
        pieces.append(piece)
        piece = []
      }
      if block.raw == 0 { end() }
      for (index, id) in list.enumerated() {
        let isChoice = self[id].opcode.isChoice
        if isChoice && !piece.isEmpty { end() }
        piece.append(id)
        // What unpacking leaves in memory is taken at once.
        let isTaken = index + 1 < list.count && self[list[index + 1]].opcode == .take
        if (isChoice || self[id].opcode == .take) && !isTaken { end() }
      }
      pieces.append(piece)
      var at = block
      for (index, piece) in pieces.enumerated() {
        result[at].unwind = self[block].unwind
        if index == pieces.count - 1 {
          result[at].instructions = piece
        } else {
          let next = result.newBlock()
          result[next].isCold = self[block].isCold
          result[at].instructions = piece + [result.make(.jump, first: result.edge(next))]
          at = next
        }
      }
    }
    return result
  }

  /// Values that are read by more than `keep`, directly or through the parameters that they are passed to.
  func valuesRead() -> ValueSet {
    var read = ValueSet(count: valueTypes.count)
    // Who is passed to each parameter, by parameter.
    var sources: [ValueID: [ValueID]] = [:]
    for block in blockIDs {
      func pass(_ edge: Edge) {
        if edge.isNone { return }
        for (parameter, argument) in zip(self[edge.target].parameters, values(edge.arguments)) {
          sources[parameter, default: []].append(argument)
        }
      }
      pass(self[block].unwind)
      for id in self[block].instructions {
        let inst = self[id]
        pass(inst.first)
        pass(inst.second)
        if inst.opcode == .keep { continue }
        for operand in values(inst.operands) { read.insert(Int(operand.raw)) }
      }
    }
    var stack = read.elements()
    while let value = stack.popLast() {
      for source in sources[ValueID(raw: UInt32(value))] ?? [] where !read.contains(Int(source.raw)) {
        read.insert(Int(source.raw))
        stack.append(Int(source.raw))
      }
    }
    return read
  }
}
