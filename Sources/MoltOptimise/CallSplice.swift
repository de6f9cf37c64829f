import MoltIR
import MoltSpec

/// Puts the body of a small function of the module in the place of a call that is likely to reach it, behind a test that
/// it does. Only leaves are put in, functions that call nothing: what the recursion limit counts stays the same but for
/// the leaf itself.
struct CallSplice {
  /// Instructions from which on a function is called.
  private static let limit = 30

  /// Whether a function's body may stand in other functions.
  static func isSuitable(_ function: Function) -> Bool {
    guard !function.isSuspendable, function.kind == .function || function.kind == .lambda,
      function.parameters.count == function.positionalCount, !function.hasVarArgs, !function.hasVarKeywords,
      function.freeVariables.isEmpty, function.instructions.count <= limit
    else { return false }
    let flow = ControlFlow(function)
    if !flow.predecessors[0].isEmpty { return false }
    var returns = false
    for block in function.blockIDs where flow.isReachable(block) {
      if !function[block].unwind.isNone { return false }
      for id in function[block].instructions {
        switch function[id].opcode {
        case .call, .callMethod, .callLoaded, .callSpread, .superCall, .localsCall, .function, .newFunction,
          .closureCell, .newCell, .buildClass, .importModule, .importFrom, .importStar, .classLookup, .withEnter,
          .takeException, .enterHandler, .frameEnter:
          return false
        case .ret: returns = true
        default: break
        }
      }
    }
    return returns
  }

  /// Whether a function returns None, wherever it returns: an initialiser that does not is an error.
  static func returnsNone(_ function: Function, in module: Module) -> Bool {
    var nones = Set<ValueID>()
    for inst in function.instructions where inst.opcode == .const && module.constants[Int(inst.constant)] == .none {
      nones.insert(inst.result)
    }
    return function.instructions.allSatisfy {
      $0.opcode != .ret || nones.contains(function.values($0.operands).first!)
    }
  }

  /// - Parameters:
  ///   - call: the place of a call with positional arguments, as many as the function has parameters: of a value, of a
  ///     method, or of a class whose initialiser the function is.
  ///   - external: number of the function's symbol, which is tested.
  static func run(_ original: Draft, call place: Draft.Place, body: Draft, number: Int, external: Int) -> Draft {
    var draft = original
    let block = place.block
    let call = draft.instruction(place)
    let rest = draft.split(block, at: place.index + 1)
    draft.function[block].instructions.removeLast()
    draft.function[rest].parameters = [call.result]
    let unwind = draft.function[block].unwind
    let operands = Array(draft.function.values(call.operands))
    let isMethod = call.opcode == .callMethod
    let isConstructor = draft.facts.callees[call.result.raw]?.isConstructor == true
    var arguments = operands.dropFirst(isMethod ? 0 : 1).map { draft.unwrapped($0, in: block) }

    let slow = draft.block(unwind: unwind)
    draft.function[slow].isCold = true
    let outcome = draft.append(
      call.opcode, isMethod ? arguments : [operands[0]] + arguments, to: slow, immediate: call.immediate,
      constant: call.constant, position: call.position)
    draft.facts.carry(call.result, to: outcome)
    draft.jump(rest, [outcome], from: slow)

    // The test, and where it leads if the function is the one that the call reaches.
    let fast = draft.block(unwind: unwind)
    if isConstructor {
      let made = draft.append(.newInstance, [operands[0]], to: block, immediate: Int64(external))
      draft.append(
        .branchNull, [made], to: block, first: draft.function.edge(slow), second: draft.function.edge(fast))
      let instance = draft.unwrapped(made, in: fast)
      draft.facts.instances.insert(instance.raw)
      arguments.insert(instance, at: 0)
    } else {
      let known =
        isMethod
        ? draft.append(
          .guardMethod, [arguments[0]], to: block, immediate: Int64(external), constant: call.constant)
        : draft.append(.guardFunction, [operands[0]], to: block, immediate: Int64(external))
      draft.append(.branch, [known], to: block, first: draft.function.edge(fast), second: draft.function.edge(slow))
    }

    let raised = draft.block()
    draft.function[raised].isCold = true
    if call.position != Instruction.noPosition { draft.append(.exceptionTrace, to: raised, position: call.position) }
    if unwind.isNone {
      draft.append(.unwind, to: raised)
    } else {
      draft.append(.jump, to: raised, first: draft.copy(unwind))
    }

    var copy = BodyCopy(body, number: number)
    for (parameter, argument) in zip(body.function[BlockID(raw: 0)].parameters, arguments) {
      if draft.facts.types[argument.raw] == nil { draft.facts.types[argument.raw] = body.facts.types[parameter.raw] }
      if draft.facts.classes[argument.raw] == nil {
        draft.facts.classes[argument.raw] = body.facts.classes[parameter.raw]
      }
    }
    let reachable = copy.prepare(arguments, cells: [], in: &draft)
    for source in reachable {
      let at = copy.blocks[source]!
      draft.function[at].unwind = draft.function.edge(raised)
      for id in body.function[source].instructions {
        let inst = body.function[id]
        guard inst.opcode == .ret else {
          copy.copy(inst, to: at, in: &draft)
          continue
        }
        let result =
          isConstructor
          ? arguments[0] : draft.unwrapped(copy.values[body.function.values(inst.operands).first!]!, in: at)
        // The caller's references to the arguments end behind the call.
        for argument in arguments.dropFirst(isConstructor ? 1 : 0) { draft.append(.keep, [argument], to: at) }
        draft.jump(rest, [result], from: at)
      }
    }
    draft.jump(copy.blocks[BlockID(raw: 0)]!, from: fast)
    return draft
  }
}
