import MoltIR
import MoltPlan
import MoltSpec

// One instruction of MIR as LLVM IR. Operations that a primitive carries out are emitted from the tables; the others
// have code here.

extension FunctionEmitter {
  mutating func emit(_ inst: Instruction) {
    let info = OpTable[inst.opcode]
    if emitMachine(inst) {
      return
    } else if let primitive = info.primitive, let row = PartEmitter.primitives[primitive.symbol] {
      primitiveCall(inst, info, row, primitive.arguments)
    } else {
      ownCode(inst)
    }
  }

  private func arguments(_ inst: Instruction) -> [ValueID] { Array(function.values(inst.operands)) }

  // MARK: Primitives

  private mutating func primitiveCall(
    _ inst: Instruction, _ info: OpInfo, _ row: Primitive, _ sources: [ArgumentSource]
  ) {
    let values = arguments(inst)
    var passed: [String] = []
    var results: String? = nil
    for source in sources {
      switch source {
      case .operand(let index): passed.append("i64 \(operand(values[index]))")
      case .array(let from):
        // A method call needs a free element in front of the arguments, where the object goes.
        let free = row.symbol == "molt_call_method" ? 1 : 0
        passed.append("ptr \(array(Array(values.dropFirst(from)), free: free))")
      case .count(let from, let per): passed.append("i32 \((values.count - from) / per)")
      case .constant: passed.append("i64 \(constant(inst.constant))")
      case .optionalConstant:
        passed.append(inst.constant == Instruction.noConstant ? "i64 0" : "i64 \(constant(inst.constant))")
      case .immediate: passed.append("i32 \(inst.immediate)")
      case .site: passed.append("ptr \(part.newSite())")
      case .module: passed.append("ptr \(part.moduleSymbol)")
      case .code: passed.append("ptr \(part.symbol(Int(inst.immediate), ":code"))")
      case .null: passed.append("i64 0")
      case .results:
        let slots = resultArray(max(Int(inst.immediate), 1))
        results = slots
        passed.append("ptr \(slots)")
      }
    }
    // The keyword names of a method call share the constant with the method's name; such calls go another way.
    var symbol = isOutlined ? row.symbol : Prelude.fastPaths[row.symbol] ?? row.symbol
    if symbol == "attribute.store", uncounted.contains(values[1]) { symbol = "attribute.store.uncounted" }
    finishCall("@\(symbol)(\(passed.joined(separator: ", ")))", inst, row.result, row.failure, results: results)
  }

  /// Stores values into the argument array, behind `free` elements that stay undefined; gives the first value's
  /// address.
  mutating func array(_ values: [ValueID], free: Int = 0) -> String {
    if values.isEmpty && free == 0 { return "null" }
    let slots = argumentArray(values.count + free)
    for (index, value) in values.enumerated() { store(operand(value), slots, index + free) }
    return free == 0 ? slots : compute("getelementptr i64, ptr \(slots), i32 \(free)")
  }

  /// Emits the call, tests for failure, and gives the instruction its result.
  mutating func finishCall(
    _ call: String, _ inst: Instruction, _ type: PrimitiveType, _ failure: Failure, results: String? = nil
  ) {
    let llvm = PartEmitter.llvmType(type)
    var result = ""
    if type == .void { line("call void \(call)") } else { result = compute("call \(llvm) \(call)") }
    switch failure {
    case .never: break
    case .zero: checkZero(result, inst)
    case .negative: check(compute("icmp slt \(llvm) \(result), 0"), inst)
    case .zeroOrExhausted:
      let empty = newLabel()
      let next = newLabel()
      let isEmpty = compute("icmp eq i64 \(result), 0")
      line("br i1 \(isEmpty), label %\(empty), label %\(next)")
      place(empty)
      let exception = compute("load i64, ptr @molt_thread, align 8")
      let failed = compute("icmp ne i64 \(exception), 0")
      let target = edge(inst.first, position: inst.position)
      line("br i1 \(failed), \(target), label %\(next)")
      place(next)
    case .always:
      let target = edge(inst.first, position: inst.position)
      line("br \(target)")
      place(newLabel())
    }
    if inst.result.isNone { return }
    if let results {
      operands[Int(inst.result.raw)] = results
    } else if function.type(inst.result) == .i1 {
      operands[Int(inst.result.raw)] = compute("icmp ne \(llvm) \(result), 0")
    } else {
      operands[Int(inst.result.raw)] = result
    }
  }

  // MARK: Operations with code of their own

  mutating func define(_ inst: Instruction, _ text: String) { operands[Int(inst.result.raw)] = text }

  private mutating func ownCode(_ inst: Instruction) {
    let values = arguments(inst).map(operand)
    switch inst.opcode {
    case .const: define(inst, constant(inst.constant))
    case .null: define(inst, "0")
    case .isSame: define(inst, compute("icmp eq i64 \(values[0]), \(values[1])"))
    case .boxBool:
      define(inst, compute("select i1 \(values[0]), i64 \(ABI.true), i64 \(ABI.false)"))
    case .notBool: define(inst, compute("xor i1 \(values[0]), true"))
    case .isNull: define(inst, compute("icmp eq i64 \(values[0]), 0"))
    case .unwrap: define(inst, values[0])
    case .retain, .release:
      let isOptional = function.type(arguments(inst)[0]) == .optional
      if inst.opcode == .retain {
        retain(values[0], isOptional: isOptional)
      } else {
        release(values[0], isOptional: isOptional)
      }
    case .function:
      define(inst, compute("ptrtoint ptr %self to i64"))
    case .moduleValue: define(inst, "ptrtoint (ptr \(part.moduleSymbol) to i64)")
    case .closureCell, .cellLoad, .cellStore: cell(inst, values)
    case .globalLoad, .globalStore: global(inst, values)
    case .checkBound: checkBound(inst, values[0])
    case .take: take(inst, values[0])
    case .unpackStar:
      let before = inst.immediate & 0xffff
      let after = inst.immediate >> 16
      let slots = resultArray(Int(before + after) + 1)
      finishCall(
        "@molt_unpack_star(i64 \(values[0]), i32 \(before), i32 \(after), ptr \(slots))", inst, .i32, .negative,
        results: slots)
    case .withEnter, .asyncWithEnter:
      let slots = resultArray(2)
      let exit = compute("getelementptr i64, ptr \(slots), i32 1")
      let primitive = inst.opcode == .withEnter ? "molt_with_enter" : "molt_async_with_enter"
      let entered = compute("call i64 @\(primitive)(i64 \(values[0]), ptr \(exit))")
      check(compute("icmp eq i64 \(entered), 0"), inst)
      line("store i64 \(entered), ptr \(slots), align 8")
      define(inst, slots)
    case .delegate:
      let slots = resultArray(2)
      let flag = compute("getelementptr i64, ptr \(slots), i32 1")
      line("store i64 0, ptr \(flag), align 8")
      let step = compute("call i64 @molt_delegate(i64 \(values[0]), i64 \(values[1]), ptr \(flag))")
      check(compute("icmp eq i64 \(step), 0"), inst)
      line("store i64 \(step), ptr \(slots), align 8")
      define(inst, slots)
    case .delegateDone:
      let flag = compute("getelementptr i64, ptr \(values[0]), i32 1")
      let word = compute("load i32, ptr \(flag), align 8")
      define(inst, compute("icmp ne i32 \(word), 0"))
    case .callLoaded: callLoaded(inst, values)
    case .trace: break
    case .exceptionTrace:
      let place = place(of: inst.position)
      line("call void @molt_traceback(ptr \(part.symbol(place.function, ":code")), i32 \(place.number))")
    case .frameDelegate:
      let field = compute("getelementptr %Generator, ptr %generator, i32 0, i32 \(ABI.generatorDelegate)")
      line("store i64 \(values[0]), ptr \(field), align 8")
      line("store i32 \(place(of: inst.position).number), ptr %positionfield, align 4")
    case .place: notePlace(inst.position)
    case .placeLeave:
      // Elsewhere the body stands in another function, which goes on.
      if isBeforeReturn { leavePlace() }
    case .frameItem:
      let field = compute("getelementptr %Generator, ptr %generator, i32 0, i32 \(ABI.generatorItem)")
      line("store i32 1, ptr \(field), align 4")
    case .frameDispatch, .frameReload, .frameSent, .suspend: frame(inst, values)
    default: terminator(inst, values)
    }
  }

  private mutating func take(_ inst: Instruction, _ array: String) {
    let slot = inst.immediate == 0 ? array : compute("getelementptr i64, ptr \(array), i32 \(inst.immediate)")
    define(inst, compute("load i64, ptr \(slot), align 8"))
  }

  private mutating func cell(_ inst: Instruction, _ values: [String]) {
    switch inst.opcode {
    case .closureCell:
      let field = compute("getelementptr %Function, ptr %self, i32 0, i32 \(ABI.functionClosure)")
      let closure = compute("load i64, ptr \(field), align 8")
      let tuple = compute("inttoptr i64 \(closure) to ptr")
      let item = compute(
        "getelementptr %Tuple, ptr \(tuple), i32 0, i32 \(ABI.tupleItems), i32 \(inst.immediate)")
      define(inst, compute("load i64, ptr \(item), align 8"))
    case .cellLoad: define(inst, compute("call i64 \(prelude("cell.load"))(i64 \(values[0]))"))
    default: line("call void \(prelude("cell.store"))(i64 \(values[0]), i64 \(values[1]))")
    }
  }

  private mutating func global(_ inst: Instruction, _ values: [String]) {
    let slot = compute("getelementptr i64, ptr \(part.slots), i32 \(inst.immediate)")
    if inst.opcode == .globalLoad {
      let name = part.slotName(Int(inst.immediate))
      let value = compute(
        "call i64 \(prelude("global.load"))(ptr \(slot), ptr \(part.moduleSymbol), i64 ptrtoint (ptr \(name) to i64))"
      )
      check(compute("icmp eq i64 \(value), 0"), inst)
      define(inst, value)
    } else {
      line(
        "call void \(prelude("global.store"))(ptr \(slot), ptr \(part.moduleSymbol), i32 \(inst.immediate), i64 \(values[0]))"
      )
    }
  }

  private mutating func checkBound(_ inst: Instruction, _ value: String) {
    let unbound = newLabel()
    let next = newLabel()
    let isNull = compute("icmp eq i64 \(value), 0")
    line("br i1 \(isNull), label %\(unbound), label %\(next), !prof !0")
    place(unbound)
    let primitive = inst.immediate == 0 ? "molt_raise_unbound_local" : "molt_raise_unbound_free"
    line("call void @\(primitive)(i64 \(constant(inst.constant)))")
    line("br \(edge(inst.first, position: inst.position))")
    place(next)
  }

  private mutating func callLoaded(_ inst: Instruction, _ values: [String]) {
    let count = values.count - 2
    let slots = argumentArray(count + 1)
    for (index, value) in values.dropFirst(1).enumerated() { store(value, slots, index) }
    let rest = compute("getelementptr i64, ptr \(slots), i32 1")
    let isFree = compute("icmp eq i64 \(values[1]), 0")
    let start = compute("select i1 \(isFree), ptr \(rest), ptr \(slots)")
    let positional = compute("select i1 \(isFree), i32 \(inst.immediate), i32 \(inst.immediate + 1)")
    let names = inst.constant == Instruction.noConstant ? "0" : constant(inst.constant)
    finishCall("@molt_call(i64 \(values[0]), ptr \(start), i32 \(positional), i64 \(names))", inst, .value, .zero)
  }

  // MARK: Generators

  private mutating func frame(_ inst: Instruction, _ values: [String]) {
    switch inst.opcode {
    case .frameDispatch:
      let here = compute("icmp eq i32 %state, \(inst.immediate)")
      let first = edge(inst.first)
      line("br i1 \(here), \(first), \(edge(inst.second))")
    case .frameReload:
      let slot = compute("getelementptr i64, ptr %frame, i32 \(inst.immediate)")
      let type = function.type(inst.result)
      let raw = compute("load i64, ptr \(slot), align 8")
      switch type {
      case .i1, .i32: define(inst, compute("trunc i64 \(raw) to \(llvmType(type))"))
      case .f64: define(inst, compute("bitcast i64 \(raw) to double"))
      default: define(inst, raw)
      }
    case .frameSent:
      check(compute("icmp eq i64 %sent, 0"), inst)
      retain("%sent")
      define(inst, "%sent")
    default:
      let operandValues = arguments(inst)
      for (index, value) in operandValues.dropFirst().enumerated() {
        let slot = compute("getelementptr i64, ptr %frame, i32 \(index)")
        let type = function.type(value)
        let raw: String =
          switch type {
          case .i1, .i32: compute("zext \(llvmType(type)) \(operand(value)) to i64")
          case .f64: compute("bitcast double \(operand(value)) to i64")
          default: operand(value)
          }
        line("store i64 \(raw), ptr \(slot), align 8")
      }
      line("store i32 \(inst.immediate & 0xffff_ffff), ptr %statefield, align 4")
      line("store i32 \(inst.immediate >> 32), ptr %livefield, align 4")
      // A yield that delegates has no position, so that nothing is traced there; the operation before it has.
      if inst.position != Instruction.noPosition {
        line("store i32 \(place(of: inst.position).number), ptr %positionfield, align 4")
      }
      leavePlace(suspends: true)
      line("call void @leave(i32 %depth)")
      line("ret i64 \(values[0])")
    }
  }

  // MARK: Terminators

  private mutating func terminator(_ inst: Instruction, _ values: [String]) {
    switch inst.opcode {
    case .jump: line("br \(edge(inst.first))")
    case .branch:
      if branchBeforeCheck(inst, values[0]) || branchAtCall(inst) || branchOnCallee(inst, values[0]) { return }
      let first = edge(inst.first)
      let isColdSecond = function[inst.second.target].isCold
      let weights = isColdSecond == function[inst.first.target].isCold ? "" : isColdSecond ? ", !prof !1" : ", !prof !0"
      line("br i1 \(values[0]), \(first), \(edge(inst.second))\(weights)")
    case .branchNull:
      let isNull = compute("icmp eq i64 \(values[0]), 0")
      let first = edge(inst.first)
      line("br i1 \(isNull), \(first), \(edge(inst.second))")
    case .ret:
      if isResume { line("store i32 -1, ptr %statefield, align 4") }
      leavePlace()
      if recursion != .early { line("call void @leave(i32 %depth)") }
      releaseSelf()
      line("ret i64 \(values[0])")
    case .unwind:
      if isResume { line("store i32 -1, ptr %statefield, align 4") }
      leavePlace()
      line("call void @leave(i32 %depth)")
      releaseSelf()
      line("ret i64 0")
    default: line("unreachable")
    }
  }
}
