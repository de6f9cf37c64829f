import MoltIR
import MoltSpec

// Functions that often have nothing to do: `if n < 2: return n`, `if node is None: return 0`. What they do until such a
// return stands before each call of them in the module, so that only calls with work to do are made. The callee then
// starts anew: nothing has happened yet.

/// The blocks of a function that lead to a return without doing anything that could be noticed.
struct EarlyExit {
  /// What stands behind the function's symbol in that of its early exit.
  static let suffix = ":early"
  private static let longest = 24

  let blocks: Set<BlockID>

  /// Nil: the function has no early exit, or consists of nothing else.
  init?(_ function: Function) {
    guard function.form == .explicit, function.kind == .function || function.kind == .lambda else { return nil }
    var found: Set<BlockID> = []
    var length = 0
    var returns = false
    var goesOn = false
    /// False: there is a loop.
    func visit(_ block: BlockID, _ path: Set<BlockID>) -> Bool {
      if path.contains(block) { return false }
      if found.contains(block) { return true }
      guard EarlyExit.isHarmless(function[block], function) else {
        if !function[block].isCold { goesOn = true }
        return true
      }
      found.insert(block)
      length += function[block].instructions.count
      guard let last = function[block].instructions.last else { return false }
      if function[last].opcode == .ret {
        returns = true
        return true
      }
      return function.successors(block).allSatisfy { visit($0.target, path.union([block])) }
    }
    guard visit(BlockID(raw: 0), []), returns, goesOn, length <= EarlyExit.longest else { return nil }
    blocks = found
  }

  /// Whether a block can be run twice, and needs neither the recursion depth nor a place in tracebacks.
  private static func isHarmless(_ block: Block, _ function: Function) -> Bool {
    if block.isCold { return false }
    let isLast = block.instructions.last.map { function[$0].opcode == .ret } ?? false
    return block.instructions.allSatisfy { id in
      switch function[id].opcode {
      case .const, .null, .isSame, .boxBool, .notBool, .isNull, .unwrap, .guardInt, .guardFloat, .guardBool,
        .guardType, .guardBuiltin, .guardBound, .intBox, .intUnbox, .floatBox, .floatUnbox, .boolUnbox, .i1Const,
        .i1ToI64, .i64Const, .i64LT, .i64LE, .i64EQ, .i64NE, .i64GT, .i64GE, .i64Add, .i64Sub, .i64And, .i64Or,
        .i64Xor, .i64ToF64, .i64AddChecked, .i64SubChecked, .i64MulChecked, .f64Const, .f64LT, .f64LE, .f64EQ, .f64NE,
        .f64GT, .f64GE, .f64Add, .f64Sub, .f64Mul, .f64Neg, .sequenceLength, .sequencePeek, .sequencePeekChecked,
        .guardLayout, .layoutPeekChecked, .layoutBorrowChecked, .guardLayoutAgain, .guardLayoutFloats, .layoutFloat,
        .layoutFloatChecked, .guardMethod, .jump, .branch,
        .branchNull, .ret:
        true
      case .retain: isLast
      default: false
      }
    }
  }
}

extension FunctionEmitter {
  /// The early exit as a function that is always inlined: its arguments are the function's, which it calls unless there
  /// is nothing to do.
  mutating func emitEarlyExit(_ exit: EarlyExit) -> IRText {
    var text = IRText()
    let parameters = function[BlockID(raw: 0)].parameters.map { "i64 \(operand($0))" }
    let arguments = (["ptr %self", "i32 %depth"] + parameters).joined(separator: ", ")
    text.line("define internal i64 \(part.symbol(index, EarlyExit.suffix))(\(arguments)) alwaysinline nounwind {")
    text.line("entry:")
    text.line("  %inner = add i32 %depth, 1")
    text.line("  %deep = call i1 @too.deep(i32 %inner)")
    text.line("  br i1 %deep, label %call, label %b0, !prof !0")
    text.append(blocks(exit.blocks))
    text.line("call:")
    text.line("  %called = call i64 \(part.symbol(index))(\(arguments))")
    text.line("  ret i64 %called")
    text.line("}")
    return text
  }
}
