import MoltIR
import MoltSpec

/// Built-in functions that run once through their only argument and can be written as a loop, and the method `join` of a
/// str constant.
enum BuiltinConsumer: String {
  case sum, any, all, tuple, list, set, min, max, sorted, join

  /// The function of a name.
  static func function(_ name: String) -> BuiltinConsumer? {
    name == join.rawValue ? nil : BuiltinConsumer(rawValue: name)
  }

  /// Writes the loop. It begins behind `start`, which it ends, and passes the result to `end`. Returns the loop's
  /// header: `py.next` of a value that stands for the generator, and the branch on it.
  /// - Parameters:
  ///   - call: the call that the loop stands for; its place is where errors of the function itself happen.
  ///   - slot: the slot of the function's name; a method has none.
  func emit(
    into draft: inout Draft, from start: BlockID, to end: BlockID, call: Instruction, slot: Int64,
    constants: InlinerConstants
  ) -> BlockID {
    let unwind = draft.function[start].unwind
    let header = draft.block(unwind: unwind)
    let step = draft.block(unwind: unwind)
    let done = draft.block(unwind: unwind)
    let generator = draft.append(.null, to: start)
    let next = draft.append(.next, [generator], to: header, position: call.position)
    draft.append(
      .branchNull, [next], to: header, first: draft.function.edge(done), second: draft.function.edge(step))
    let item = draft.append(.unwrap, [next], to: step)
    let position = call.position
    switch self {
    case .sum:
      let total = draft.parameter(.value, of: header)
      let compensation = draft.parameter(.optional, of: header)
      draft.facts.types[compensation.raw] = .float
      let zero = draft.append(.const, to: start, constant: constants.zero)
      draft.jump(header, [zero, draft.append(.null, to: start)], from: start)
      let pair = draft.append(.sumStep, [total, compensation, item], to: step, immediate: 2, position: position)
      let sum = draft.append(.take, [pair], to: step)
      let lost = draft.append(.take, [pair], to: step, immediate: 1, type: .optional)
      draft.jump(header, [sum, lost], from: step)
      let result = draft.append(.sumEnd, [total, compensation], to: done, position: position)
      draft.facts.carry(call.result, to: result)
      draft.jump(end, [result], from: done)
    case .any, .all:
      draft.jump(header, from: start)
      let found = draft.block(unwind: unwind)
      let truth = draft.append(.truth, [item], to: step, position: position)
      let (again, stop) = (draft.function.edge(header), draft.function.edge(found))
      draft.append(.branch, [truth], to: step, first: self == .any ? stop : again, second: self == .any ? again : stop)
      let (early, late) = self == .any ? (constants.yes, constants.no) : (constants.no, constants.yes)
      draft.jump(end, [draft.append(.const, to: found, constant: early)], from: found)
      draft.jump(end, [draft.append(.const, to: done, constant: late)], from: done)
    case .tuple, .list, .sorted, .set, .join:
      // What nobody else sees gets room for some items at once.
      let maker: Opcode = self == .set ? .newSet : self == .tuple || self == .join ? .newBuffer : .newList
      let items = draft.append(maker, to: start, position: position)
      draft.jump(header, from: start)
      draft.append(self == .set ? .setAdd : .listAppend, [items, item], to: step, position: position)
      draft.jump(header, from: step)
      var result = items
      switch self {
      case .tuple: result = draft.append(.listToTuple, [items], to: done, position: position)
      case .sorted: draft.append(.callMethod, [items], to: done, constant: constants.sort, position: position)
      case .join:
        let method = Array(draft.function.values(call.operands)).dropLast()
        result = draft.append(.callLoaded, method + [items], to: done, immediate: 1, position: position)
      default: break
      }
      draft.jump(end, [result], from: done)
    case .min, .max:
      let best = draft.parameter(.optional, of: header)
      draft.facts.carry(call.result, to: best)
      draft.jump(header, [draft.append(.null, to: start)], from: start)
      let compare = draft.block(unwind: unwind)
      draft.append(
        .branchNull, [best], to: step, first: draft.function.edge(header, [item]),
        second: draft.function.edge(compare))
      let known = draft.append(.unwrap, [best], to: compare)
      let isBetter = draft.append(self == .min ? .testLT : .testGT, [item, known], to: compare, position: position)
      let (better, worse) = (draft.block(), draft.block())
      draft.append(
        .branch, [isBetter], to: compare, first: draft.function.edge(better), second: draft.function.edge(worse))
      draft.jump(header, [item], from: better)
      draft.jump(header, [known], from: worse)
      // Without an item the function itself raises the error.
      let empty = draft.block(unwind: unwind)
      let full = draft.block()
      draft.append(
        .branchNull, [best], to: done, first: draft.function.edge(empty), second: draft.function.edge(full))
      draft.function[empty].isCold = true
      let function = draft.append(.builtinValue, to: empty, immediate: slot)
      let nothing = draft.append(.const, to: empty, constant: constants.emptyTuple)
      let raised = draft.append(.call, [function, nothing], to: empty, immediate: 1, position: position)
      draft.jump(end, [raised], from: empty)
      draft.jump(end, [draft.append(.unwrap, [best], to: full)], from: full)
    }
    return header
  }
}
