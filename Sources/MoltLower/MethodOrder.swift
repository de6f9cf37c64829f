import MoltSpec
import MoltIR
import MoltSyntax

// `a.method(b)`: the method is looked up before the argument is evaluated. A call that does both at once can be told from
// that only where b may have no value: AttributeError comes before UnboundLocalError. Which variables those are is known
// when the whole function has been lowered.

/// A method call whose arguments are constants and local variables.
struct MethodCall {
  var block: BlockID
  /// Where in the block its arguments are evaluated; the call follows.
  var arguments: Range<Int>
  /// `a.method`.
  var attribute: Span
}

extension FunctionLowerer {
  /// Looks methods up before arguments that may have no value. Types are known, and no instruction has been left out yet.
  func orderMethodCalls() {
    for call in methodCalls.reversed() {
      let list = function[call.block].instructions
      let mayRaise = list[call.arguments].contains { id in
        function[id].opcode == .checkBound && function.type(function.values(function[id].operands).first!) != .value
      }
      if mayRaise { lookUpFirst(call, list[call.arguments.upperBound]) }
    }
  }

  private func lookUpFirst(_ call: MethodCall, _ id: InstID) {
    let inst = function[id]
    let operands = Array(function.values(inst.operands))
    let load = function.make(
      .loadMethod, [operands[0]], immediate: 2, constant: inst.constant, position: position(call.attribute))
    let callee = function.make(.take, [function[load].result], immediate: 0)
    let bound = function.make(.take, [function[load].result], immediate: 1, result: .optional)
    function[id].opcode = .callLoaded
    function[id].operands = function.list(
      [function[callee].result, function[bound].result] + operands.dropFirst())
    function[id].constant = Instruction.noConstant
    function[call.block].instructions.insert(contentsOf: [load, callee, bound], at: call.arguments.lowerBound)
  }
}
