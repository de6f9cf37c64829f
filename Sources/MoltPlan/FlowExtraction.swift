import MoltIR
import MoltSpec

extension FlowProgram {
  /// Reads a module's MIR in implicit form.
  public init(_ module: Module) {
    slots = module.slots
    functions = module.functions.map { function in
      var extraction = FlowExtraction(module, function)
      return extraction.run()
    }
  }
}

/// Turns the MIR of one function into its flow.
private struct FlowExtraction {
  let module: Module
  let function: Function
  var flow: FlowFunction
  /// The instruction that makes a value.
  var makers: [Int32]
  /// In a class body the parameter that holds its names.
  let namespace: UInt32

  init(_ module: Module, _ function: Function) {
    self.module = module
    self.function = function
    let kind: FlowFunction.Kind =
      switch function.kind {
      case .module: .module
      case .classBody: .classBody
      default: .function
      }
    flow = FlowFunction(kind: kind, qualname: function.qualname)
    flow.isGenerator = function.isSuspendable
    flow.hasVarArgs = function.hasVarArgs
    flow.hasVarKeywords = function.hasVarKeywords
    flow.positionalCount = function.positionalCount
    flow.keywordOnlyCount = function.keywordOnlyCount
    flow.parameters = kind == .function ? function.parameters : []
    flow.freeCount = function.freeVariables.count
    flow.valueCount = function.valueTypes.count
    makers = [Int32](repeating: -1, count: function.valueTypes.count)
    namespace = kind == .classBody ? function.blocks.first?.parameters.first?.raw ?? FlowOp.none : FlowOp.none
  }

  mutating func run() -> FlowFunction {
    for block in function.blocks {
      for id in block.instructions where !function[id].result.isNone {
        makers[Int(function[id].result.raw)] = Int32(id.raw)
      }
    }
    merges()
    for block in function.blocks { for id in block.instructions { extract(function[id]) } }
    return flow
  }

  /// Block parameters take the arguments of all edges that lead to the block.
  private mutating func merges() {
    var sources = [[UInt32]](repeating: [], count: function.valueTypes.count)
    for id in function.blockIDs {
      for edge in function.successors(id) {
        for (parameter, argument) in zip(function[edge.target].parameters, function.values(edge.arguments)) {
          if parameter != argument, !sources[Int(parameter.raw)].contains(argument.raw) {
            sources[Int(parameter.raw)].append(argument.raw)
          }
        }
      }
    }
    for (value, from) in sources.enumerated() {
      let real = from.filter { maker(ValueID(raw: $0))?.opcode != .null }
      if !real.isEmpty { flow.append(.copy, UInt32(value), real) }
    }
  }

  /// The instruction that makes a value; nil for parameters, and for what a name without a value gives (`FlowOp.none`).
  private func maker(_ value: ValueID) -> Instruction? {
    if value.raw == FlowOp.none { return nil }
    let index = makers[Int(value.raw)]
    return index < 0 ? nil : function.instructions[Int(index)]
  }

  private func constant(_ value: ValueID) -> Constant? {
    guard let maker = maker(value), maker.opcode == .const else { return nil }
    return module.constants[Int(maker.constant)]
  }

  private func text(_ value: ValueID) -> String? {
    guard let maker = maker(value), maker.opcode == .const else { return nil }
    return module.text(maker.constant)
  }

  private func signature(_ constant: Constant, depth: Int = 0) -> String {
    switch constant {
    case .none: "n"
    case .true, .false: "b"
    case .ellipsis, .notImplemented: "o"
    case .smallInt, .bigInt: "i"
    case .float: "f"
    case .imaginary: "c"
    case .str: "s"
    case .bytes: "y"
    case .tuple(let items):
      depth > 3
        ? "()" : "(" + items.prefix(64).map { signature(module.constants[Int($0)], depth: depth + 1) }.joined() + ")"
    }
  }

  private func names(_ constant: UInt32) -> [String] {
    guard Int(constant) < module.constants.count, case .tuple(let items) = module.constants[Int(constant)] else {
      return []
    }
    return items.compactMap(module.text)
  }

  /// Operands of an operation; an operand that is the null constant counts as missing.
  private func operands(_ inst: Instruction) -> [UInt32] {
    function.values(inst.operands).map { maker($0)?.opcode == .null ? FlowOp.none : $0.raw }
  }

  private func isSlice(_ value: UInt32) -> Bool {
    value != FlowOp.none && maker(ValueID(raw: value))?.opcode == .slice
  }

  private mutating func extract(_ inst: Instruction) {
    let result = inst.result.raw
    let ops = operands(inst)
    let name = module.text(inst.constant) ?? ""
    func plain(_ code: FlowCode, immediate: Int32 = 0) { flow.append(code, result, ops, immediate: immediate) }
    func named(_ code: FlowCode) { flow.append(code, result, ops, name: name) }

    switch inst.opcode {
    case .const: flow.append(.const, result, name: signature(module.constants[Int(inst.constant)]))
    case .unwrap: plain(.copy)
    case .add, .sub, .mul, .matmul, .mod, .trueDiv, .pow, .lshift, .rshift, .or, .xor, .and, .floorDiv:
      plain(.binary, immediate: Int32(inst.opcode.rawValue - Opcode.add.rawValue))
    case .iadd, .isub, .imul, .imatmul, .imod, .itrueDiv, .ipow, .ilshift, .irshift, .ior, .ixor, .iand, .ifloorDiv:
      plain(.binary, immediate: Int32(inst.opcode.rawValue - Opcode.iadd.rawValue) + 16)
    case .lt, .le, .eq, .ne, .gt, .ge:
      plain(.compare, immediate: Int32(inst.opcode.rawValue - Opcode.lt.rawValue))
    case .testLT, .testLE, .testEQ, .testNE, .testGT, .testGE:
      flow.append(
        .compare, FlowOp.none, ops, immediate: Int32(inst.opcode.rawValue - Opcode.testLT.rawValue))
    case .contains: flow.append(.contains, FlowOp.none, ops)
    case .neg: plain(.unary)
    case .pos: plain(.unary, immediate: 1)
    case .invert: plain(.unary, immediate: 2)
    case .boxBool: flow.append(.const, result, name: "b")
    case .getAttr: named(.getAttr)
    case .setAttr: flow.append(.setAttr, FlowOp.none, ops, name: name)
    case .getItem:
      if isSlice(ops[1]) { return flow.append(.getSlice, result, [ops[0]]) }
      var index: Int32 = -1
      if case .smallInt(let value)? = constant(ValueID(raw: ops[1])), value >= 0, value < 256 { index = Int32(value) }
      plain(.getItem, immediate: index)
    case .setItem:
      if ops[0] == namespace, namespace != FlowOp.none, let key = text(ValueID(raw: ops[1])) {
        return flow.append(.nameStore, FlowOp.none, [ops[2]], name: key)
      }
      if isSlice(ops[1]) { return flow.append(.setSlice, FlowOp.none, [ops[0], ops[2]]) }
      flow.append(.setItem, FlowOp.none, ops)
    case .slice: plain(.slice)
    case .getSlice: flow.append(.getSlice, result, [ops[0]])
    case .setSlice: flow.append(.setSlice, FlowOp.none, [ops[0], ops[4]])
    case .call:
      flow.append(
        .call, result, ops, immediate: Int32(inst.immediate), name: names(inst.constant).joined(separator: ","))
    case .callMethod: flow.append(.callMethod, result, ops, immediate: Int32(inst.immediate), name: name)
    case .callLoaded: callLoaded(inst, ops)
    case .callSpread: plain(.callSpread)
    case .localsCall where inst.operands.count == 2: flow.append(.dict, result)
    case .superCall: flow.append(.super, result, Array(ops.dropFirst()))
    case .iter: plain(.iter)
    case .delegateIterator: flow.append(.iter, result, Array(ops.prefix(1)))
    // A coroutine is its own iterator, and any other object's is unknown.
    case .awaitable: flow.append(.copy, result, ops)
    case .next: plain(.next)
    case .take: take(inst)
    case .newList: plain(.list)
    case .newTuple: plain(.tuple)
    case .newSet: plain(.set)
    case .newDict: plain(.dict)
    case .listAppend: plain(.listAppend)
    case .listExtend: plain(.listExtend)
    case .listToTuple: plain(.listToTuple)
    case .setAdd: plain(.setAdd)
    case .setUpdate: plain(.setUpdate)
    case .dictSet: plain(.dictSet)
    case .dictUpdate: plain(.dictUpdate)
    case .dictMerge: flow.append(.dictUpdate, FlowOp.none, Array(ops.prefix(2)))
    case .format, .concat: flow.append(.str, result)
    case .newFunction: newFunction(inst, ops)
    case .setAnnotations: annotations(ops)
    case .newCell: plain(.newCell)
    case .closureCell: plain(.closureCell, immediate: Int32(inst.immediate))
    case .cellLoad: plain(.cellLoad)
    case .cellStore: plain(.cellStore)
    case .function: plain(.this)
    case .globalLoad: plain(.globalLoad, immediate: Int32(inst.immediate))
    case .globalStore: plain(.globalStore, immediate: Int32(inst.immediate))
    case .globalLookup: named(.globalLookup)
    case .classLookup: flow.append(.nameLoad, result, name: name)
    case .moduleValue: flow.append(.module, result, name: module.name)
    case .buildClass: buildClass(inst, ops)
    case .exceptionMatches: flow.append(.catches, FlowOp.none, ops)
    case .takeException: flow.append(.exception, result)
    case .ret: plain(.return)
    case .yield:
      // What `yield from` passes on is not what it returns, although one operation makes both.
      if let taken = maker(ValueID(raw: ops[0])), taken.opcode == .take,
        let step = maker(function.values(taken.operands).first!), step.opcode == .delegate
      {
        return flow.append(.yieldFrom, result, Array(operands(step).prefix(1)))
      }
      plain(.yield)
    case .importModule: named(.module)
    case .importFrom: named(.getAttr)
    case .importStar: flow.append(.importStar, FlowOp.none, ops)
    case .matchRest: flow.append(.copy, result, Array(ops.prefix(1)))
    default: break
    }
  }

  /// A value that another operation made several of.
  private mutating func take(_ inst: Instruction) {
    guard let array = function.values(inst.operands).first, let source = maker(array) else { return }
    let from = operands(source)
    let index = Int32(inst.immediate)
    switch source.opcode {
    case .unpack: flow.append(.item, inst.result.raw, from, immediate: index)
    case .unpackStar:
      let before = Int32(source.immediate & 0xffff)
      if index == before { return flow.append(.starItem, inst.result.raw, from) }
      flow.append(.item, inst.result.raw, from, immediate: index < before ? index : -1)
    case .withEnter where index == 0: flow.append(.enter, inst.result.raw, from)
    case .delegate: flow.append(.delegate, inst.result.raw, Array(from.prefix(1)))
    default: break
    }
  }

  private mutating func callLoaded(_ inst: Instruction, _ ops: [UInt32]) {
    guard ops[0] != FlowOp.none, let taken = maker(ValueID(raw: ops[0])), taken.opcode == .take,
      let loaded = maker(function.values(taken.operands).first!), loaded.opcode == .loadMethod,
      let receiver = operands(loaded).first, let method = module.text(loaded.constant)
    else { return }
    flow.append(
      .callMethod, inst.result.raw, [receiver] + ops.dropFirst(2), immediate: Int32(inst.immediate),
      name: ([method] + names(inst.constant)).joined(separator: ","))
  }

  private mutating func newFunction(_ inst: Instruction, _ ops: [UInt32]) {
    func elements(_ value: UInt32, _ opcode: Opcode) -> [UInt32] {
      guard value != FlowOp.none, let maker = maker(ValueID(raw: value)), maker.opcode == opcode else { return [] }
      return operands(maker)
    }
    flow.append(
      .function, inst.result.raw, elements(ops[1], .newTuple), immediate: Int32(inst.immediate))
    for (index, cell) in elements(ops[0], .newTuple).enumerated() where cell != FlowOp.none {
      flow.append(.capture, FlowOp.none, [cell], immediate: Int32(index), name: String(inst.immediate))
    }
    let pairs = elements(ops[2], .newDict)
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      guard let key = text(ValueID(raw: pairs[index])) else { continue }
      flow.append(.keywordDefault, FlowOp.none, [pairs[index + 1]], immediate: Int32(inst.immediate), name: key)
    }
  }

  private mutating func annotations(_ ops: [UInt32]) {
    guard let made = maker(ValueID(raw: ops[0])), made.opcode == .newFunction,
      let dict = maker(ValueID(raw: ops[1])), dict.opcode == .newDict
    else { return }
    let pairs = operands(dict)
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      guard let key = text(ValueID(raw: pairs[index])), key != "return" else { continue }
      flow.append(.annotation, FlowOp.none, [pairs[index + 1]], immediate: Int32(made.immediate), name: key)
    }
  }

  private mutating func buildClass(_ inst: Instruction, _ ops: [UInt32]) {
    guard let body = maker(ValueID(raw: ops[0])), body.opcode == .newFunction else { return }
    var bases: [UInt32] = []
    if ops[1] != FlowOp.none, let tuple = maker(ValueID(raw: ops[1])), tuple.opcode == .newTuple {
      bases = operands(tuple)
    }
    flow.append(
      .class, inst.result.raw, bases, immediate: Int32(body.immediate), name: ops[2] == FlowOp.none ? "" : "keywords")
  }
}
