// From the modules' flow to the nodes, edges and listeners that the solver starts with.

extension Solver {
  func load(_ summaries: [Summary]) {
    for summary in summaries {
      let number = Int32(modules.count)
      moduleNumbers[name(summary.module)] = number
      modules.append(
        ModuleState(
          name: summary.module, flow: summary.flow, firstFunction: Int32(functions.count),
          firstSlot: newNodes(summary.flow.slots.count)))
      for (slot, text) in summary.flow.slots.enumerated() {
        modules[Int(number)].slots[name(text)] = modules[Int(number)].firstSlot + Int32(slot)
      }
      let symbols = FunctionSymbols.names(summary.module, summary.flow)
      for (index, flow) in summary.flow.functions.enumerated() {
        let base = newNodes(max(flow.valueCount, flow.parameters.count) + 2 + flow.freeCount)
        let extra = base + Int32(max(flow.valueCount, flow.parameters.count))
        functions.append(
          FunctionState(
            module: number, flow: flow, base: base, symbol: symbols[index], results: extra, yields: extra + 1,
            captures: (0..<Int32(flow.freeCount)).map { extra + 2 + $0 }, parameterNames: flow.parameters.map(name),
            original: Int32(functions.count)))
      }
    }
    for index in functions.indices { declare(Int32(index)) }
    for index in functions.indices {
      for op in functions[index].flow.ops { seed(op, Int32(index)) }
    }
    for module in modules.indices { builtins(module) }
  }

  /// What has to be known of all functions before any flow is looked at: classes and their names.
  func declare(_ function: Int32) {
    let state = functions[Int(function)]
    let flow = state.flow
    let variable = flow.positionalCount + flow.keywordOnlyCount
    if flow.kind == .function {
      if flow.hasVarArgs { add(newPlace(.tuple), to: state.node(UInt32(variable))) }
      if flow.hasVarKeywords {
        let dict = newPlace(.dict)
        add(dict, to: state.node(UInt32(variable + (flow.hasVarArgs ? 1 : 0))))
        copy(kindNode(.str), to: field(dict, Field.element))
      }
      return
    }
    guard flow.kind == .classBody else { return }
    var cls = ClassState(symbol: modules[Int(state.module)].name + ":" + flow.qualname, body: function)
    for op in flow.ops where op.code == .nameStore {
      let key = name(op.name)
      if cls.names[key] == nil { cls.names[key] = newNode() }
    }
    classes[function] = cls
  }

  /// Globals that nobody assigns are built-ins, if there is one of that name.
  private func builtins(_ module: Int) {
    let state = modules[module]
    var stored = Set<Int>()
    for index in Int(state.firstFunction)..<Int(state.firstFunction) + state.flow.functions.count {
      for op in functions[index].flow.ops where op.code == .globalStore { stored.insert(Int(op.immediate)) }
    }
    for (slot, text) in state.flow.slots.enumerated() where !stored.contains(slot) {
      let node = state.firstSlot + Int32(slot)
      switch text {
      case "__name__", "__file__", "__doc__", "__package__": copy(kindNode(.str), to: node)
      default: if isModelled(name(text)) { add(builtinAtom(text), to: node) }
      }
    }
  }

  /// The atom of a built-in function or type.
  func builtinAtom(_ text: String) -> Int32 {
    let atom = atoms.number(.builtin, name(text))
    if builtinTypes.contains(text) { atoms.report(atom, as: .class) }
    return atom
  }

  /// The atom of a constant's signature.
  private func constant(_ signature: [UInt8], _ at: inout Int) -> Int32 {
    guard at < signature.count else { return kindAtom(.other) }
    let letter = Character(UnicodeScalar(signature[at]))
    at += 1
    guard letter == "(" else {
      return kindAtom(ConstantSignature.letters.first { $0.0 == letter }?.1 ?? .other)
    }
    let tuple = newPlace(.tuple)
    var count: Int32 = 0
    while at < signature.count, signature[at] != UInt8(ascii: ")") {
      let item = constant(signature, &at)
      add(item, to: field(tuple, Field.element))
      if count < Field.indexLimit { add(item, to: field(tuple, Field.first + count)) }
      count += 1
    }
    at += 1
    tupleLengths[tuple] = count
    return tuple
  }

  /// A container made of nodes at one place.
  private func container(_ kind: AtomKind, _ elements: [Int32]) -> Int32 {
    let atom = newPlace(kind)
    for element in elements { copy(element, to: field(atom, Field.element)) }
    return atom
  }

  private func watch(_ op: FlowOp, _ function: Int32, _ watched: Int...) {
    let state = functions[Int(function)]
    let operands = state.flow.operands(op).map { $0 == FlowOp.none ? nothing : state.node($0) }
    let number = Int32(operations.count)
    operations.append(
      Operation(
        code: op.code, result: op.result == FlowOp.none ? -1 : state.node(op.result), immediate: op.immediate,
        name: name(op.name), operands: operands, function: function))
    for index in watched where index < operands.count {
      listen(operands[index], Listener(.operation, number, Int32(index)))
    }
  }

  func seed(_ op: FlowOp, _ function: Int32) {
    let state = functions[Int(function)]
    let module = Int(state.module)
    let result = op.result == FlowOp.none ? -1 : state.node(op.result)
    let operands = state.flow.operands(op).map { $0 == FlowOp.none ? nothing : state.node($0) }
    let first = operands.first ?? nothing
    func target(_ index: Int32) -> Int32 { modules[module].firstFunction + index }

    switch op.code {
    case .const:
      var at = 0
      add(constant(Array(op.name.utf8), &at), to: result)
    case .copy: for operand in operands { copy(operand, to: result) }
    case .binary: watch(op, function, 0, 1)
    case .compare:
      if result >= 0 { copy(kindNode(.bool), to: result) }
      watch(op, function, 0)
    case .unary, .getItem, .getSlice, .setItem, .setSlice, .getAttr, .setAttr, .enter: watch(op, function, 0)
    case .contains: watch(op, function, 1)
    case .call, .callMethod: call(op, function, result, operands)
    case .callSpread:
      let site = newSite(result: result, arguments: [], caller: function)
      siteOf[result] = site
      if operands.count > 1, operands[1] != nothing {
        sites[Int(site)].spread = newNode()
        listen(operands[1], Listener(.iterInto, sites[Int(site)].spread))
      }
      if operands.count > 2, operands[2] != nothing {
        sites[Int(site)].namedSpread = newNode()
        listen(operands[2], Listener(.fieldInto, sites[Int(site)].namedSpread, Field.value))
      }
      listen(first, Listener(.callee, site))
    case .super: watch(op, function, 0, 1)
    case .iter, .next: watch(op, function, 0)
    case .item: listen(first, Listener(.itemInto, result, op.immediate))
    case .starItem:
      let list = newPlace(.list)
      listen(first, Listener(.iterInto, field(list, Field.element)))
      add(list, to: result)
    case .list: add(container(.list, operands), to: result)
    case .set: add(container(.set, operands), to: result)
    case .tuple:
      let tuple = container(.tuple, operands)
      tupleLengths[tuple] = Int32(operands.count)
      for (index, operand) in operands.prefix(Int(Field.indexLimit)).enumerated() {
        copy(operand, to: field(tuple, Field.first + Int32(index)))
      }
      add(tuple, to: result)
    case .dict:
      let dict = newPlace(.dict)
      for index in stride(from: 0, to: operands.count - 1, by: 2) {
        copy(operands[index], to: field(dict, Field.element))
        copy(operands[index + 1], to: field(dict, Field.value))
      }
      add(dict, to: result)
    case .listAppend, .setAdd: listen(first, Listener(.fieldFrom, operands[1], Field.element))
    case .listExtend, .setUpdate:
      let elements = newNode()
      listen(operands[1], Listener(.iterInto, elements))
      listen(first, Listener(.fieldFrom, elements, Field.element))
    case .listToTuple:
      let tuple = newPlace(.tuple)
      listen(first, Listener(.iterInto, field(tuple, Field.element)))
      add(tuple, to: result)
    case .dictSet:
      listen(first, Listener(.fieldFrom, operands[1], Field.element))
      listen(first, Listener(.fieldFrom, operands[2], Field.value))
    case .dictUpdate: watch(op, function, 0)
    case .str: copy(kindNode(.str), to: result)
    case .slice: copy(kindNode(.slice), to: result)
    case .function:
      let made = target(op.immediate)
      functions[Int(made)].defaults = operands
      add(atoms.number(.function, made), to: result)
    case .capture:
      guard let index = Int32(op.name) else { return }
      let captures = functions[Int(target(index))].captures
      if Int(op.immediate) < captures.count { copy(first, to: captures[Int(op.immediate)]) }
    case .keywordDefault: functions[Int(target(op.immediate))].keywordDefaults[name(op.name)] = first
    case .annotation:
      let annotated = functions[Int(target(op.immediate))]
      if let index = annotated.flow.parameters.firstIndex(of: op.name),
        index < annotated.flow.positionalCount + annotated.flow.keywordOnlyCount
      {
        annotations.append((annotated.node(UInt32(index)), first))
      }
    case .newCell:
      let contents = newNode()
      copy(first, to: contents)
      add(atoms.number(.cell, contents), to: result)
    case .closureCell: copy(state.captures[Int(op.immediate)], to: result)
    case .cellLoad, .cellStore: watch(op, function, 0)
    case .this: add(atoms.number(.function, function), to: result)
    case .globalLoad: copy(modules[module].firstSlot + op.immediate, to: result)
    case .globalStore: copy(first, to: modules[module].firstSlot + op.immediate)
    case .globalLookup:
      if isModelled(name(op.name)) { add(builtinAtom(op.name), to: result) }
    case .nameLoad: if let node = classes[function]?.names[name(op.name)] { copy(node, to: result) }
    case .nameStore: if let node = classes[function]?.names[name(op.name)] { copy(first, to: node) }
    case .class:
      let body = target(op.immediate)
      guard classes[body] != nil else { return }
      if op.name == "keywords" { classes[body]!.hasKeywords = true }
      let cls = atoms.number(.cls, body)
      for (position, base) in operands.enumerated() { listen(base, Listener(.base, Int32(position), body)) }
      listen(functions[Int(body)].results, Listener(.classCell, 0, cls))
      add(cls, to: result)
    case .catches: listen(operands[1], Listener(.instanceInto, first))
    case .exception: break
    case .return: copy(first, to: state.results)
    case .yield:
      copy(first, to: state.yields)
      copy(field(atoms.number(.generator, function), Field.sent), to: result)
    case .delegate: listen(first, Listener(.resultInto, result))
    case .yieldFrom: listen(first, Listener(.iterInto, state.yields))
    case .module: add(atoms.number(.module, name(op.name)), to: result)
    case .importStar: listen(first, Listener(.star, Int32(module)))
    }
  }

  private func call(_ op: FlowOp, _ function: Int32, _ result: Int32, _ operands: [Int32]) {
    var words = op.name.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let arguments = Array(operands.dropFirst())
    let positional = min(max(Int(op.immediate), 0), arguments.count)
    let site = newSite(result: result, arguments: Array(arguments[..<positional]), caller: function)
    siteOf[result] = site
    let listener: Listener
    if op.code == .callMethod {
      listener = Listener(.receiver, site, name(words.removeFirst()))
    } else {
      if op.name.isEmpty { words = [] }
      listener = Listener(.callee, site)
    }
    for (word, node) in zip(words, arguments[positional...]) { sites[Int(site)].keywords.append((name(word), node)) }
    listen(operands.first ?? nothing, listener)
  }
}
