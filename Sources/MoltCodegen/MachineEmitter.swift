import MoltIR
import MoltSpec

// Guards, boxes, machine arithmetic and direct access to lists and tuples as LLVM IR.

extension FunctionEmitter {
  /// Emits the instruction if it is one of these.
  mutating func emitMachine(_ inst: Instruction) -> Bool {
    let operands = Array(function.values(inst.operands)).map(operand)
    switch inst.opcode {
    case .guardInt, .guardFloat, .guardBool, .guardType, .guardBuiltin, .guardBound, .guardFunction,
      .guardMethod:
      guardTest(inst, operands)
    case .intBox: define(inst, compute("call i64 @\(isOutlined ? "int.box.outlined" : "int.box")(i64 \(operands[0]))"))
    case .intBoxInline: define(inst, compute("add i64 \(operands[0]), \(ABI.intBias)"))
    case .intUnbox: define(inst, compute("sub i64 \(operands[0]), \(ABI.intBias)"))
    case .floatBox:
      let bits = compute("bitcast double \(operands[0]) to i64")
      define(inst, compute("call i64 @float.box(i64 \(bits))"))
    case .floatUnbox:
      let bits = compute("sub i64 \(operands[0]), \(ABI.floatBias)")
      define(inst, compute("bitcast i64 \(bits) to double"))
    case .boolUnbox: define(inst, compute("icmp eq i64 \(operands[0]), \(ABI.true)"))
    case .i1Const: define(inst, inst.immediate == 0 ? "false" : "true")
    case .i1ToI64: define(inst, compute("zext i1 \(operands[0]) to i64"))
    case .i64Const: define(inst, String(inst.immediate))
    case .f64Const: define(inst, FunctionEmitter.double(UInt64(bitPattern: inst.immediate)))
    case .i64ToF64: define(inst, compute("sitofp i64 \(operands[0]) to double"))
    case .i64IsExact:
      let shifted = compute("add i64 \(operands[0]), \(1 << 53)")
      define(inst, test(.exact, "icmp ule i64 \(shifted), \(1 << 54)"))
    case .f64Neg: define(inst, compute("fneg double \(operands[0])"))
    case .i64LT, .i64LE, .i64EQ, .i64NE, .i64GT, .i64GE, .f64LT, .f64LE, .f64EQ, .f64NE, .f64GT, .f64GE, .i64Add,
      .i64Sub, .i64Mul, .i64Quotient, .i64Remainder, .i64And, .i64Or, .i64Xor, .f64Add, .f64Sub, .f64Mul:
      define(inst, compute("\(FunctionEmitter.plain[inst.opcode]!) \(operands[0]), \(operands[1])"))
    case .i64AddChecked, .i64SubChecked, .i64MulChecked:
      let name = inst.opcode == .i64AddChecked ? "sadd" : inst.opcode == .i64SubChecked ? "ssub" : "smul"
      let pair = compute(
        "call { i64, i1 } @llvm.\(name).with.overflow.i64(i64 \(operands[0]), i64 \(operands[1]))")
      define(inst, compute("extractvalue { i64, i1 } \(pair), 0"))
      let overflows = compute("extractvalue { i64, i1 } \(pair), 1")
      let kind: GuardKind =
        inst.opcode == .i64AddChecked ? .add : inst.opcode == .i64SubChecked ? .subtract : .multiply
      leave(inst, if: failure(kind, "icmp ne i1 \(overflows), false"))
    case .i64FloorDivChecked, .i64ModChecked: division(inst, operands)
    case .i64ShlChecked, .i64ShrChecked: shift(inst, operands)
    case .i64TrueDivChecked: trueDivision(inst, operands)
    case .f64Lost: lost(inst, operands)
    case .f64Compensated:
      let isFinite = compute("fcmp olt double \(magnitude(operands[1])), 0x7FF0000000000000")
      let isOther = compute("fcmp une double \(operands[1]), 0.0")
      let whole = compute("fadd double \(operands[0]), \(operands[1])")
      let counts = compute("and i1 \(isFinite), \(isOther)")
      define(inst, compute("select i1 \(counts), double \(whole), double \(operands[0])"))
    case .f64DivChecked:
      leaveEarly(inst, if: failure(.floatDivide, "fcmp oeq double \(operands[1]), 0.0"))
      define(inst, compute("fdiv double \(operands[0]), \(operands[1])"))
      line("br \(edge(inst.first))")
    case .f64PowChecked: power(inst, operands)
    case .sequenceLength, .sequenceItem, .sequencePeek, .sequenceGetChecked, .sequencePeekChecked, .listSetChecked:
      sequence(inst, operands)
    case .listMoveSlice where !isOutlined && inst.immediate == -1 && operands[0] == operands[3]:
      let bounds = [1, 2, 4, 5].map { "i64 \(operands[$0])" }.joined(separator: ", ")
      line("call void @list.reverse.slice(i64 \(operands[0]), \(bounds))")
    case .rangePeek:
      let object = compute("inttoptr i64 \(operands[0]) to ptr")
      let field = compute("getelementptr %Range, ptr \(object), i32 0, i32 \(ABI.rangeStart + Int(inst.immediate))")
      define(inst, compute("load i64, ptr \(field), align 8"))
    case .attributePeekChecked:
      let site = part.newSite()
      let value = compute("call i64 @attribute.peek(i64 \(operands[0]), i64 \(constant(inst.constant)), ptr \(site))")
      define(inst, value)
      leave(inst, if: failure(.slot, "icmp eq i64 \(value), 0"))
    case .methodGetChecked:
      let function = compute(
        "call i64 @method.get(i64 \(operands[0]), i64 \(constant(inst.constant)), ptr \(part.newSite()))")
      leaveEarly(inst, if: failure(.method, "icmp eq i64 \(function), 0"))
      retain(function)
      define(inst, function)
      line("br \(edge(inst.first))")
    case .guardLayout, .guardLayoutAgain, .layoutPeekChecked, .layoutGetChecked, .layoutSetChecked, .layoutStore,
      .layoutInitChecked, .layoutBorrowChecked, .layoutMoveChecked, .guardLayoutFloats, .layoutFloat, .layoutFloatStore,
      .layoutFloatChecked, .layoutFloatInitChecked:
      layout(inst, operands)
    case .newInstance: newInstance(inst, operands)
    case .globalPeek:
      let slot = compute("getelementptr i64, ptr \(part.slots), i32 \(inst.immediate)")
      define(inst, compute("load i64, ptr \(slot), align 8"))
    case .globalValue:
      let slot = compute("getelementptr i64, ptr \(part.slots), i32 \(inst.immediate)")
      let value = compute("load i64, ptr \(slot), align 8")
      retain(value)
      define(inst, value)
    case .builtinValue:
      let name = part.slotName(Int(inst.immediate))
      define(
        inst,
        compute(
          "call i64 @molt_original_builtin(ptr \(part.moduleSymbol), i64 ptrtoint (ptr \(name) to i64))"))
    case .callLikely, .callGlobal, .callMethodLikely: likelyCall(inst, operands)
    case .callConstructor: constructorCall(inst, operands)
    case .callMethod where !isOutlined && inst.immediate <= 6: methodCall(inst, operands)
    case .call where !isOutlined && inst.constant == Instruction.noConstant && inst.immediate <= 6:
      functionCall(inst, operands)
    default: return false
    }
    return true
  }

  private mutating func magnitude(_ value: String) -> String {
    compute("call double @llvm.fabs.f64(double \(value))")
  }

  /// What rounding took from a sum: (larger - sum) + smaller. A branch, because the running total of a sum is nearly
  /// always the larger one, and choosing two operands costs more than the operations do.
  private mutating func lost(_ inst: Instruction, _ operands: [String]) {
    let isLarger = compute("fcmp oge double \(magnitude(operands[0])), \(magnitude(operands[1]))")
    let (first, second, next) = (newLabel(), newLabel(), newLabel())
    line("br i1 \(isLarger), label %\(first), label %\(second), !prof !1")
    func way(_ label: String, _ larger: String, _ smaller: String) -> String {
      place(label)
      let result = compute("fadd double \(compute("fsub double \(larger), \(operands[2])")), \(smaller)")
      line("br label %\(next)")
      return result
    }
    let whereFirst = way(first, operands[0], operands[1])
    let whereSecond = way(second, operands[1], operands[0])
    place(next)
    define(inst, compute("phi double [ \(whereFirst), %\(first) ], [ \(whereSecond), %\(second) ]"))
  }

  private static let plain: [Opcode: String] = [
    .i64LT: "icmp slt i64", .i64LE: "icmp sle i64", .i64EQ: "icmp eq i64", .i64NE: "icmp ne i64",
    .i64GT: "icmp sgt i64", .i64GE: "icmp sge i64", .f64LT: "fcmp olt double", .f64LE: "fcmp ole double",
    .f64EQ: "fcmp oeq double", .f64NE: "fcmp une double", .f64GT: "fcmp ogt double", .f64GE: "fcmp oge double",
    .i64Add: "add nsw i64", .i64Sub: "sub nsw i64", .i64Mul: "mul nsw i64",
    .i64Quotient: "udiv i64", .i64Remainder: "urem i64", .i64And: "and i64", .i64Or: "or i64", .i64Xor: "xor i64",
    .f64Add: "fadd double", .f64Sub: "fsub double", .f64Mul: "fmul double",
  ]

  /// A double as LLVM writes it exactly.
  private static func double(_ bits: UInt64) -> String {
    let digits = String(bits, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  // MARK: Guards

  private mutating func guardTest(_ inst: Instruction, _ operands: [String]) {
    switch inst.opcode {
    case .guardInt: define(inst, test(.int, "icmp eq i64 \(compute("lshr i64 \(operands[0]), 49")), 1"))
    case .guardFloat:
      define(inst, test(.float, "icmp uge i64 \(operands[0]), \(ABI.floatBias)"))
    case .guardBool:
      let bit = compute("or i64 \(operands[0]), 1")
      define(inst, test(.bool, "icmp eq i64 \(bit), \(ABI.true)"))
    case .guardType:
      let type = ExactType(rawValue: inst.immediate)!
      let isItem = function.values(inst.operands).allSatisfy { items.contains($0) }
      let test = isItem ? "is.exactly" : "has.type"
      define(inst, self.test(.type, "call i1 @\(test)(i64 \(operands[0]), ptr @\(type.symbol))"))
    case .guardBuiltin:
      let slot = compute("getelementptr i64, ptr \(part.slots), i32 \(inst.immediate)")
      let value = compute("load i64, ptr \(slot), align 8")
      let changed = compute("load i32, ptr @molt_builtins_changed, align 4")
      let wide = compute("zext i32 \(changed) to i64")
      define(inst, test(.builtin, "icmp eq i64 \(compute("or i64 \(value), \(wide)")), 0"))
    case .guardFunction:
      let symbol = part.external(Int(inst.immediate))
      let (known, code) = (IRText.symbol(symbol + ":known"), IRText.symbol(symbol + ":code"))
      define(inst, test(.callee, "call i1 @is.known(i64 \(operands[0]), ptr \(known), ptr \(code))"))
    case .guardMethod:
      let symbol = part.external(Int(inst.immediate))
      let (known, code) = (IRText.symbol(symbol + ":known"), IRText.symbol(symbol + ":code"))
      let bound = boundMethod(operands[0], constant(inst.constant), part.newSite(), known, code)
      define(inst, test(.callee, "icmp ne i64 \(bound), \(ABI.none)"))
    default:
      let slot = compute("getelementptr i64, ptr \(part.slots), i32 \(inst.immediate)")
      define(inst, test(.bound, "icmp ne i64 \(compute("load i64, ptr \(slot), align 8")), 0"))
    }
  }

  /// The outcome of a test that holds where it is right to go on.
  mutating func test(_ kind: GuardKind, _ code: String) -> String { compute(part.options.test(kind, code)) }

  /// The outcome of a test that holds where it is wrong to go on.
  mutating func failure(_ kind: GuardKind, _ code: String) -> String {
    compute(part.options.failure(kind, code))
  }

  // MARK: Checked operations

  /// Ends the instruction: the second edge if the condition holds, else the first.
  mutating func leave(_ inst: Instruction, if condition: String) {
    let second = edge(inst.second)
    line("br i1 \(condition), \(second), \(edge(inst.first)), !prof !0")
  }

  /// The second edge if the condition holds; else on.
  mutating func leaveEarly(_ inst: Instruction, if condition: String) {
    let next = newLabel()
    let second = edge(inst.second)
    line("br i1 \(condition), \(second), label %\(next), !prof !0")
    place(next)
  }

  private mutating func division(_ inst: Instruction, _ operands: [String]) {
    // Neither 0 nor -1: the one raises, the other may overflow.
    let above = compute("add i64 \(operands[1]), 1")
    leaveEarly(inst, if: failure(.divide, "icmp ult i64 \(above), 2"))
    let remainder = compute("srem i64 \(operands[0]), \(operands[1])")
    let signs = compute("xor i64 \(remainder), \(operands[1])")
    let differ = compute("icmp slt i64 \(signs), 0")
    let isRest = compute("icmp ne i64 \(remainder), 0")
    let adjusts = compute("and i1 \(differ), \(isRest)")
    if inst.opcode == .i64ModChecked {
      let moved = compute("add i64 \(remainder), \(operands[1])")
      define(inst, compute("select i1 \(adjusts), i64 \(moved), i64 \(remainder)"))
    } else {
      let quotient = compute("sdiv i64 \(operands[0]), \(operands[1])")
      let down = compute("zext i1 \(adjusts) to i64")
      define(inst, compute("sub i64 \(quotient), \(down)"))
    }
    line("br \(edge(inst.first))")
  }

  private mutating func shift(_ inst: Instruction, _ operands: [String]) {
    leaveEarly(inst, if: failure(.shift, "icmp ugt i64 \(operands[1]), 63"))
    if inst.opcode == .i64ShrChecked {
      define(inst, compute("ashr i64 \(operands[0]), \(operands[1])"))
      line("br \(edge(inst.first))")
    } else {
      let shifted = compute("shl i64 \(operands[0]), \(operands[1])")
      let back = compute("ashr i64 \(shifted), \(operands[1])")
      define(inst, shifted)
      leave(inst, if: failure(.shift, "icmp ne i64 \(back), \(operands[0])"))
    }
  }

  /// int / int is the correctly rounded quotient: that of the floats, where both ints are exact as floats.
  private mutating func trueDivision(_ inst: Instruction, _ operands: [String]) {
    let a = compute("add i64 \(operands[0]), \(1 << 53)")
    let b = compute("add i64 \(operands[1]), \(1 << 53)")
    let wide = compute("icmp ugt i64 \(a), \(1 << 54)")
    let wideDivisor = compute("icmp ugt i64 \(b), \(1 << 54)")
    let isZero = compute("icmp eq i64 \(operands[1]), 0")
    leaveEarly(inst, if: failure(.trueDivide, "or i1 \(compute("or i1 \(wide), \(wideDivisor)")), \(isZero)"))
    let x = compute("sitofp i64 \(operands[0]) to double")
    let y = compute("sitofp i64 \(operands[1]) to double")
    define(inst, compute("fdiv double \(x), \(y)"))
    line("br \(edge(inst.first))")
  }

  /// A positive base and any exponent with a finite result; the rest (complex results, errors, the rules for infinities)
  /// is the runtime's. LLVM must not replace `pow` by something that rounds differently.
  private mutating func power(_ inst: Instruction, _ operands: [String]) {
    let attempt = compute("call { double, i1 } @power.by.root(double \(operands[0]), double \(operands[1]))")
    let root = compute("extractvalue { double, i1 } \(attempt), 0")
    let known = "extractvalue { double, i1 } \(attempt), 1"
    let isSure = compute(part.options.test(.power, known, dropped: known))
    let (from, other, done) = (label, newLabel(), newLabel())
    line("br i1 \(isSure), label %\(done), label %\(other), !prof !1")
    place(other)
    leaveEarly(inst, if: failure(.power, "fcmp ule double \(operands[0]), 0.0"))
    let power = compute("call double @pow(double \(operands[0]), double \(operands[1])) nobuiltin nounwind")
    let magnitude = compute("call double @llvm.fabs.f64(double \(power))")
    leaveEarly(inst, if: failure(.power, "fcmp uge double \(magnitude), 0x7FF0000000000000"))
    let end = label
    line("br label %\(done)")
    place(done)
    define(inst, compute("phi double [ \(root), %\(from) ], [ \(power), %\(end) ]"))
    line("br \(edge(inst.first))")
  }

  // MARK: Sequences

  private mutating func sequence(_ inst: Instruction, _ operands: [String]) {
    let type = ExactType(rawValue: inst.immediate & ~ExactType.plainIndex)!
    let object = compute("inttoptr i64 \(operands[0]) to ptr")
    if inst.opcode == .sequenceLength { return define(inst, length(object, type)) }
    var index = operands[1]
    switch inst.opcode {
    case .sequenceGetChecked, .sequencePeekChecked, .listSetChecked:
      let count = length(object, type)
      if inst.immediate & ExactType.plainIndex == 0 {
        let isNegative = compute("icmp slt i64 \(index), 0")
        let fromEnd = compute("add i64 \(index), \(count)")
        index = compute("select i1 \(isNegative), i64 \(fromEnd), i64 \(index)")
      }
      leaveEarly(inst, if: failure(.index, "icmp uge i64 \(index), \(count)"))
    default: break
    }
    let items =
      type == .list
      ? compute("load ptr, ptr \(compute("getelementptr %List, ptr \(object), i32 0, i32 \(ABI.listItems)"))")
      : compute("getelementptr %Tuple, ptr \(object), i32 0, i32 \(ABI.tupleItems)")
    let slot = compute("getelementptr i64, ptr \(items), i64 \(index)")
    let item = compute("load i64, ptr \(slot), align 8")
    switch inst.opcode {
    case .listSetChecked:
      if !uncounted.contains(Array(function.values(inst.operands))[2]) {
        retain(operands[2])
      }
      line("store i64 \(operands[2]), ptr \(slot), align 8")
      release(item)
    case .sequencePeek, .sequencePeekChecked: define(inst, item)
    default:
      retain(item)
      define(inst, item)
    }
    if OpTable[inst.opcode].isTerminator { line("br \(edge(inst.first))") }
  }

  private mutating func length(_ object: String, _ type: ExactType) -> String {
    let layout: (String, Int) =
      switch type {
      case .list: ("List", ABI.listLength)
      case .tuple: ("Tuple", ABI.tupleLength)
      case .str: ("Str", ABI.strLength)
      case .dict: ("Dict", ABI.dictUsed)
      case .set: ("Set", ABI.setUsed)
      case .range: preconditionFailure("the length of a range is no machine int")
      }
    let field = compute("getelementptr %\(layout.0), ptr \(object), i32 0, i32 \(layout.1)")
    let size = part.target.size
    let count = compute("load \(size), ptr \(field)")
    return size == "i64" ? count : compute("sext \(size) \(count) to i64")
  }
}
