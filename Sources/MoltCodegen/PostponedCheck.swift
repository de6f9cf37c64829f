import MoltIR
import MoltSpec

// Tests that wait until a later one has failed, which holds wherever they do.
//
// `f(n) + 1` with an f that likely gives an int: 0, the result of a call that raised, is no int either. So the test for
// the type comes first, and failure is looked for only where it fails.
//
// A global f that is bound to nothing is not bound to the likely callee. So what `f(n - 1)` does where f has no value is
// left to the place where it is not the callee; what comes before can be done again.

/// An operation whose failure has not been looked for yet.
struct PostponedCheck {
  /// The type test of its result, which the block's branch asks for.
  var test: ValueID
  var result: String
  var operation: Instruction
}

extension FunctionEmitter {
  /// After an operation whose result is 0 when it raised.
  mutating func checkZero(_ result: String, _ inst: Instruction) {
    if let test = typeTest(of: inst.result) {
      postponed = PostponedCheck(test: test, result: result, operation: inst)
    } else {
      check(compute("icmp eq i64 \(result), 0"), inst)
    }
  }

  /// The type test of a value that follows at once and decides where the block goes on.
  private func typeTest(of value: ValueID) -> ValueID? {
    guard following.count == 2 else { return nil }
    let (test, branch) = (function[following.first!], function[following.last!])
    guard [.guardInt, .guardFloat, .guardBool, .guardType].contains(test.opcode), branch.opcode == .branch,
      Array(function.values(test.operands)) == [value], Array(function.values(branch.operands)) == [test.result]
    else { return nil }
    return test.result
  }

  /// A branch on a type test behind which a failure is still to be looked for; false: it is not one.
  mutating func branchBeforeCheck(_ inst: Instruction, _ condition: String) -> Bool {
    guard let check = postponed, Array(function.values(inst.operands)) == [check.test] else { return false }
    postponed = nil
    let failing = newLabel()
    let passing = edge(inst.first)
    line("br i1 \(condition), \(passing), label %\(failing), !prof !1")
    place(failing)
    self.check(compute("icmp eq i64 \(check.result), 0"), check.operation)
    line("br \(edge(inst.second))")
    return true
  }
}

extension FunctionEmitter {
  /// What a block may do between the test of a global and its call.
  private static let repeatable: Set<Opcode> = [
    .const, .null, .i64Const, .i64Add, .i64Sub, .i64Mul, .i64And, .i64Or, .i64Xor, .f64Const, .f64Add, .f64Sub, .f64Mul,
    .f64Neg, .intBox, .intBoxInline, .floatBox, .boxBool, .intUnbox, .floatUnbox, .boolUnbox,
  ]

  /// By the call of a global, or by the test that a global is the likely callee: where its block came from in case that
  /// the global has a value, and the edge for the other case.
  static func unboundEdges(_ function: Function, _ flow: ControlFlow) -> [ValueID: (from: BlockID, edge: Edge)] {
    var edges: [ValueID: (from: BlockID, edge: Edge)] = [:]
    for block in flow.reversePostorder {
      let list = function[block].instructions
      guard list.count >= 2, let branch = list.last.map({ function[$0] }), branch.opcode == .branch else { continue }
      let test = function[list[list.count - 2]]
      guard test.opcode == .guardBound, Array(function.values(branch.operands)) == [test.result],
        flow.predecessors[Int(branch.first.target.raw)].count == 1
      else { continue }
      let next = function[branch.first.target].instructions.drop { repeatable.contains(function[$0].opcode) }
      guard let first = next.first.map({ function[$0] }) else { continue }
      if first.opcode == .callGlobal, first.immediate >> 32 == test.immediate {
        edges[first.result] = (block, branch.second)
      } else if first.opcode == .globalPeek, first.immediate == test.immediate, next.count == 3 {
        let callee = function[next[next.startIndex + 1]]
        let choice = function[next[next.startIndex + 2]]
        if callee.opcode == .guardFunction, Array(function.values(callee.operands)) == [first.result],
          choice.opcode == .branch, Array(function.values(choice.operands)) == [callee.result]
        {
          edges[callee.result] = (block, branch.second)
        }
      }
    }
    return edges
  }

  /// A branch on the test of a callee, behind which it is looked whether the global has a value; false: it is not one.
  mutating func branchOnCallee(_ inst: Instruction, _ condition: String) -> Bool {
    let test = function.values(inst.operands).first!
    guard let unbound = unboundEdges[test]?.edge,
      let callee = function[block].instructions.map({ function[$0] }).first(where: { $0.result == test })
    else { return false }
    let (failing, bound) = (newLabel(), newLabel())
    line("br i1 \(condition), \(edge(inst.first)), label %\(failing), !prof !1")
    place(failing)
    let isUnbound = compute("icmp eq i64 \(operands[Int(function.values(callee.operands).first!.raw)]), 0")
    line("br i1 \(isUnbound), \(edge(unbound)), label %\(bound), !prof !0")
    place(bound)
    line("br \(edge(inst.second))")
    return true
  }

  /// A branch that is left to the call behind it; false: it is not one.
  mutating func branchAtCall(_ inst: Instruction) -> Bool {
    guard unboundEdges.values.contains(where: { $0.from == block }), emitted.contains(inst.first.target) else {
      return false
    }
    line("br \(edge(inst.first))")
    return true
  }
}
