import MoltIR
import MoltSpec

// Calls that go to compiled code directly, with the arguments in registers, and the general way where that cannot be.

extension FunctionEmitter {
  /// A call that goes directly to the likely callee if the value has that function's code, else the general way.
  mutating func likelyCall(_ inst: Instruction, _ operands: [String]) {
    let external = Int(inst.opcode == .callGlobal ? inst.immediate & 0xffff_ffff : inst.immediate)
    let symbol = part.external(
      external, argumentCount: inst.opcode == .callLikely ? operands.count - 1 : operands.count)
    let direct = newLabel()
    let general = newLabel()
    let done = newLabel()
    let fastOperands: [String]
    let callee: String
    switch inst.opcode {
    case .callGlobal:
      let slot = compute("getelementptr i64, ptr \(part.slots), i32 \(inst.immediate >> 32)")
      callee = compute("load i64, ptr \(slot), align 8")
      fastOperands = operands
    case .callLikely:
      callee = operands[0]
      fastOperands = Array(operands.dropFirst())
    default:
      let name = constant(inst.constant)
      let site = part.newSite()
      likelyMethod(inst, operands, name, site, symbol)
      return
    }
    let (known, code) = (IRText.symbol(symbol + ":known"), IRText.symbol(symbol + ":code"))
    let isKnown = test(.callee, "call i1 @is.known(i64 \(callee), ptr \(known), ptr \(code))")
    line("br i1 \(isKnown), label %\(direct), label %\(general), !prof !1")
    place(direct)
    let object = compute("inttoptr i64 \(callee) to ptr")
    let passed = ["ptr \(object)", "i32 %inner"] + fastOperands.map { "i64 \($0)" }
    let fast = compute("call i64 \(callTarget(symbol))(\(passed.joined(separator: ", ")))")
    line("br label %\(done)")
    place(general)
    if let unbound = unboundEdges[inst.result]?.edge {
      let bound = newLabel()
      let isUnbound = compute("icmp eq i64 \(callee), 0")
      line("br i1 \(isUnbound), \(edge(unbound)), label %\(bound), !prof !0")
      place(bound)
    }
    let slots = argumentArray(max(fastOperands.count, 1))
    for (index, value) in fastOperands.enumerated() { store(value, slots, index) }
    if inst.opcode == .callGlobal { retain(callee) }
    let slow = compute("call i64 @molt_call(i64 \(callee), ptr \(slots), i32 \(fastOperands.count), i64 0)")
    if inst.opcode == .callGlobal { release(callee) }
    let generalEnd = label
    line("br label %\(done)")
    place(done)
    let result = compute("phi i64 [ \(fast), %\(direct) ], [ \(slow), %\(generalEnd) ]")
    checkZero(result, inst)
    define(inst, result)
  }

  /// The function that object.name would bind, if it has the expected code; else None.
  mutating func boundMethod(_ object: String, _ name: String, _ site: String, _ known: String, _ code: String) -> String
  {
    compute(
      "call i64 @method.bound\(isOutlined ? ".slowly" : "")(i64 \(object), i64 \(name), ptr \(part.newBinding()), "
        + "ptr \(site), ptr \(known), ptr \(code))")
  }

  private mutating func likelyMethod(
    _ inst: Instruction, _ operands: [String], _ name: String, _ site: String, _ symbol: String
  ) {
    let direct = newLabel()
    let general = newLabel()
    let done = newLabel()
    let (known, code) = (IRText.symbol(symbol + ":known"), IRText.symbol(symbol + ":code"))
    let callee = boundMethod(operands[0], name, site, known, code)
    let isKnown = test(.callee, "icmp ne i64 \(callee), \(ABI.none)")
    line("br i1 \(isKnown), label %\(direct), label %\(general), !prof !1")
    place(direct)
    let object = compute("inttoptr i64 \(callee) to ptr")
    let passed = ["ptr \(object)", "i32 %inner"] + operands.map { "i64 \($0)" }
    let fast = compute("call i64 \(callTarget(symbol))(\(passed.joined(separator: ", ")))")
    line("br label %\(done)")
    place(general)
    let slots = argumentArray(operands.count)
    for (index, value) in operands.enumerated().dropFirst() { store(value, slots, index) }
    let rest = compute("getelementptr i64, ptr \(slots), i32 1")
    let slow = compute(
      "call i64 @molt_call_method(i64 \(operands[0]), i64 \(name), ptr \(rest), i32 \(operands.count - 1), i64 0, ptr \(site))"
    )
    line("br label %\(done)")
    place(done)
    let result = compute("phi i64 [ \(fast), %\(direct) ], [ \(slow), %\(general) ]")
    checkZero(result, inst)
    define(inst, result)
  }

  /// A call of a class: the instance is made, and its likely `__init__` called directly.
  mutating func constructorCall(_ inst: Instruction, _ operands: [String]) {
    let arguments = Array(operands.dropFirst())
    let symbol = part.external(Int(inst.immediate), argumentCount: operands.count)
    let direct = newLabel()
    let odd = newLabel()
    let general = newLabel()
    let done = newLabel()
    let initializer = compute("load i64, ptr \(IRText.symbol(symbol + ":known")), align 8")
    let instance = makeInstance(operands[0], initializer)
    let isOther = compute("icmp eq i64 \(instance), 0")
    line("br i1 \(isOther), label %\(general), label %\(direct), !prof !0")
    place(direct)
    let object = compute("inttoptr i64 \(initializer) to ptr")
    let passed = ["ptr \(object)", "i32 %inner", "i64 \(instance)"] + arguments.map { "i64 \($0)" }
    let outcome = compute("call i64 \(IRText.symbol(symbol))(\(passed.joined(separator: ", ")))")
    let isNone = compute("icmp eq i64 \(outcome), \(ABI.none)")
    line("br i1 \(isNone), label %\(done), label %\(odd), !prof !1")
    place(odd)
    let finished = compute("call i64 @molt_finish_instance(i64 \(instance), i64 \(outcome))")
    line("br label %\(done)")
    place(general)
    let slots = argumentArray(max(arguments.count, 1))
    for (index, value) in arguments.enumerated() { store(value, slots, index) }
    let slow = compute("call i64 @molt_call(i64 \(operands[0]), ptr \(slots), i32 \(arguments.count), i64 0)")
    line("br label %\(done)")
    place(done)
    let result = compute("phi i64 [ \(instance), %\(direct) ], [ \(finished), %\(odd) ], [ \(slow), %\(general) ]")
    checkZero(result, inst)
    define(inst, result)
  }

  /// An instance of a class with that `__init__` function; 0: calling the class would do anything else.
  private mutating func makeInstance(_ type: String, _ initializer: String) -> String {
    // The runtime makes the test where the maker does not know the class; it knows no function without code.
    let wanted = part.options.failsGuards ? "\(ABI.noFunction)" : initializer
    return compute(
      "call i64 @\(isOutlined ? "instance.make.outlined" : "instance.make")(i64 \(type), i64 \(wanted), "
        + "ptr \(part.newMaker()))")
  }

  mutating func newInstance(_ inst: Instruction, _ operands: [String]) {
    let known = IRText.symbol(part.external(Int(inst.immediate)) + ":known")
    define(inst, makeInstance(operands[0], compute("load i64, ptr \(known), align 8")))
  }

  /// A call of whatever method an inline cache has found: directly, if its parameters are as many as the arguments.
  mutating func methodCall(_ inst: Instruction, _ operands: [String]) {
    let name = constant(inst.constant)
    let site = part.newSite()
    let callee = compute("call i64 @method.cached(i64 \(operands[0]), i64 \(name), ptr \(site))")
    indirectCall(inst, callee, operands) { emitter in
      let slots = emitter.argumentArray(operands.count)
      for (index, value) in operands.enumerated().dropFirst() { emitter.store(value, slots, index) }
      let rest = emitter.compute("getelementptr i64, ptr \(slots), i32 1")
      return emitter.compute(
        "call i64 @molt_call_method(i64 \(operands[0]), i64 \(name), ptr \(rest), i32 \(operands.count - 1), i64 0, ptr \(site))"
      )
    }
  }

  /// A call of any value: directly if it is a function of as many parameters as there are arguments.
  mutating func functionCall(_ inst: Instruction, _ operands: [String]) {
    let arguments = Array(operands.dropFirst())
    indirectCall(inst, operands[0], arguments) { emitter in
      let slots = emitter.argumentArray(max(arguments.count, 1))
      for (index, value) in arguments.enumerated() { emitter.store(value, slots, index) }
      return emitter.compute(
        "call i64 @molt_call(i64 \(operands[0]), ptr \(slots), i32 \(arguments.count), i64 0)")
    }
  }

  private mutating func indirectCall(
    _ inst: Instruction, _ callee: String, _ arguments: [String], general slowly: (inout FunctionEmitter) -> String
  ) {
    let direct = newLabel()
    let general = newLabel()
    let done = newLabel()
    let entry = compute("call ptr @direct.entry(i64 \(callee), i32 \(arguments.count))")
    let isDirect = test(.arity, "icmp ne ptr \(entry), null")
    line("br i1 \(isDirect), label %\(direct), label %\(general)")
    place(direct)
    let object = compute("inttoptr i64 \(callee) to ptr")
    let passed = ["ptr \(object)", "i32 %inner"] + arguments.map { "i64 \($0)" }
    let fast = compute("call i64 \(entry)(\(passed.joined(separator: ", ")))")
    line("br label %\(done)")
    place(general)
    let slow = slowly(&self)
    line("br label %\(done)")
    place(done)
    let result = compute("phi i64 [ \(fast), %\(direct) ], [ \(slow), %\(general) ]")
    checkZero(result, inst)
    define(inst, result)
  }
}
