// From the solution to the facts of each module.

extension Solver {
  /// Solves, then once more for what nobody calls: a method's `self`, annotated parameters, what `isinstance` tests.
  func solve() {
    run()
    for (_, cls) in classes.sorted(by: { $0.key < $1.key }) {
      for (_, node) in cls.names.sorted(by: { $0.key < $1.key }) {
        for atom in nodes[Int(node)].atoms where atoms[atom].kind == .function {
          if functions[Int(atoms[atom].a)].owner < 0 { functions[Int(atoms[atom].a)].owner = cls.body }
        }
      }
    }
    for function in functions.indices { assume(Int32(function)) }
    for (node, annotation) in annotations + tests where nodes[Int(node)].mask == 0 {
      listen(annotation, Listener(.instanceInto, node))
    }
    run()
  }

  /// Types of the parameters of a function that no call was seen of.
  private func assume(_ function: Int32) {
    let state = functions[Int(function)]
    guard state.flow.kind == .function, !state.isCalled else { return }
    let named = state.flow.positionalCount + state.flow.keywordOnlyCount
    for parameter in 0..<named {
      if let node = defaultNode(function, parameter) { copy(node, to: state.node(UInt32(parameter))) }
    }
    if state.owner >= 0, state.flow.positionalCount > 0 { add(atoms.number(.instance, state.owner), to: state.base) }
  }

  func facts(of module: Int) -> [Int: FunctionFacts] {
    let state = modules[module]
    var result: [Int: FunctionFacts] = [:]
    for index in state.flow.functions.indices {
      let facts = facts(Int32(index) + state.firstFunction)
      if !facts.isEmpty { result[index] = facts }
    }
    return result
  }

  private func facts(_ function: Int32) -> FunctionFacts {
    let state = functions[Int(function)]
    let clones = state.clones.map { functions[Int($0)] }
    var facts = FunctionFacts(name: state.flow.qualname)
    // Types that can be read off the operation itself are left out.
    var isPlain = [Bool](repeating: false, count: state.flow.valueCount)
    for op in state.flow.ops where op.result != FlowOp.none {
      switch op.code {
      case .const, .list, .tuple, .set, .dict, .str, .slice, .function, .class, .newCell, .closureCell, .this, .compare,
        .module:
        isPlain[Int(op.result)] = true
      default: break
      }
    }
    for value in 0..<UInt32(state.flow.valueCount) where !isPlain[Int(value)] {
      let type = likelyType([state.node(value)] + clones.map { $0.node(value) })
      if type.isKnown { facts.types[value] = type }
    }
    for op in state.flow.ops where op.code == .call || op.code == .callMethod {
      guard op.result != FlowOp.none, case .one(let target) = targets(op.result, [state] + clones) else { continue }
      facts.callees[op.result] = callee(target)
    }
    if let cls = classes[function] {
      facts.floats = floatAttributes(of: function)
      facts.hasNoBases = !facts.floats.isEmpty && cls.bases.isEmpty
    }
    return facts
  }

  /// The attributes of a class's instances that only floats are stored in, sorted.
  private func floatAttributes(of cls: Int32) -> [String] {
    let instance = atoms.number(.instance, cls)
    return (attributesByAtom[instance] ?? []).filter { _, node in
      nodes[Int(node)].mask == LikelyType.Kinds.float.rawValue && !nodes[Int(node)].isFull
    }.map { text($0.name) }.sorted()
  }

  private func callee(_ target: CallSite.Target) -> Callee {
    let className = target.cls < 0 ? "" : classes[target.cls]?.symbol ?? ""
    guard target.function >= 0 else {
      return Callee(target.kind, symbol: "", positionalCount: 0, className: className)
    }
    let function = functions[Int(target.function)]
    return Callee(
      target.kind, symbol: function.symbol, positionalCount: function.flow.positionalCount,
      isGenerator: function.flow.isGenerator, className: className)
  }

  /// What a call reaches in all instances of its function together.
  private func targets(_ result: UInt32, _ states: [FunctionState]) -> CallSite.Targets {
    var common = CallSite.Targets.none
    for state in states {
      guard let site = siteOf[state.node(result)], sites[Int(site)].targets != .none else { continue }
      if common == .none {
        common = sites[Int(site)].targets
      } else if common != sites[Int(site)].targets {
        return .many
      }
    }
    return common
  }

  /// What the nodes of a value in all instances of its function hold together.
  private func likelyType(_ instances: [Int32]) -> LikelyType {
    var type = LikelyType()
    var isFull = false
    for node in instances {
      type.kinds.formUnion(LikelyType.Kinds(rawValue: nodes[Int(node)].mask))
      isFull = isFull || nodes[Int(node)].isFull
    }
    guard type.kinds.contains(.instance), !isFull else { return type }
    var symbols = Set<String>()
    for node in instances {
      for atom in nodes[Int(node)].atoms where atoms[atom].kind == .instance {
        if let symbol = classes[atoms[atom].a]?.symbol { symbols.insert(symbol) }
      }
    }
    if symbols.count <= LikelyType.classLimit { type.classes = symbols.sorted() }
    return type
  }
}
