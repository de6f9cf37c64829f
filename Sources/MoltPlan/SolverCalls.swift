// Calls: from a call site and the atom that is called to parameters and results.

/// A place where something is called.
struct CallSite {
  /// Node of the result, -1 if nobody wants it.
  var result: Int32
  /// Nodes of the positional arguments.
  var arguments: [Int32]
  var keywords: [(name: Int32, node: Int32)] = []
  /// Node of what `*args` holds at a call with spread arguments, and of what `**kwargs` does.
  var spread: Int32 = -1
  var namedSpread: Int32 = -1
  var targets = Targets.none
  /// The function that holds the call, -1: an operation or a built-in calls on its own.
  var caller: Int32 = -1

  enum Targets: Equatable {
    case none
    case one(Target)
    /// Several functions, or something that is not a plain function.
    case many
  }

  struct Target: Equatable {
    var kind: Callee.Kind
    /// -1: a class without an `__init__` of its own.
    var function: Int32
    /// The class of a constructor; of others -1.
    var cls: Int32 = -1
  }
}

extension Solver {
  func newSite(result: Int32, arguments: [Int32], caller: Int32 = -1) -> Int32 {
    sites.append(CallSite(result: result, arguments: arguments, caller: caller))
    return Int32(sites.count - 1)
  }

  /// The call that an operation makes for one of its purposes.
  func implicitSite(_ operation: Int32, _ purpose: Int32, result: Int32, arguments: @autoclosure () -> [Int32]) -> Int32
  {
    let key = UInt64(UInt32(operation)) << 32 | UInt64(UInt32(purpose))
    if let known = implicitSites[key] { return known }
    let site = newSite(result: result, arguments: arguments())
    implicitSites[key] = site
    return site
  }

  private func note(_ site: Int32, _ target: CallSite.Target?) {
    guard let target else {
      sites[Int(site)].targets = .many
      return
    }
    switch sites[Int(site)].targets {
    case .none: sites[Int(site)].targets = .one(target)
    case .one(let known): if known != target { sites[Int(site)].targets = .many }
    case .many: break
    }
  }

  /// - Parameter first: the atom that is passed in front of the arguments, or -1.
  func invoke(_ site: Int32, _ callee: Int32, first: Int32 = -1, isDirect: Bool = true) {
    let atom = atoms[callee]
    switch atom.kind {
    case .function:
      let isPlain = functions[Int(atom.a)].flow.isPlain
      note(site, isDirect && isPlain ? .init(kind: first < 0 ? .function : .method, function: atom.a) : nil)
      bind(site, atom.a, first: first)
    case .bound:
      note(site, nil)
      invoke(site, atom.a, first: atom.b, isDirect: false)
    case .cls: construct(site, callee, isDirect: isDirect)
    case .instance:
      note(site, nil)
      search(atom.a, name("__call__"), Listener(.methodTarget, site, callee))
    case .builtin:
      note(site, nil)
      callBuiltin(site, atom.a, receiver: first)
    case .builtinMethod:
      note(site, nil)
      callBuiltin(site, atom.a, receiver: atom.b)
    case .wrapper, .staticMethod:
      note(site, nil)
      listenOnce(atom.a, Listener(first < 0 ? .callee : .methodTarget, site, first))
    default: note(site, nil)
    }
  }

  /// Calls a method of an atom.
  func invokeMethod(_ atom: Int32, _ name: Int32, _ site: Int32) {
    switch atoms[atom].kind {
    case .instance:
      let cls = atoms[atom].a
      listenOnce(attribute(atom, name), Listener(.callee, site))
      if search(cls, name, Listener(.methodTarget, site, atom)) { return }
      if let base = builtinBase(cls) {
        let full = self.name(base + "." + text(name))
        if isModelled(full) {
          note(site, nil)
          callBuiltin(site, full, receiver: atom)
        }
      }
    case .cls:
      if search(atoms[atom].a, name, Listener(.classTarget, site, atom)) { return }
      if let base = builtinBase(atoms[atom].a), isModelled(self.name(base + "." + text(name))) {
        callBuiltin(site, self.name(base + "." + text(name)), receiver: atom)
      }
    case .superProxy:
      note(site, nil)
      let proxy = atoms[atom]
      guard let cls = superClass(proxy) else { return }
      if let node = find(cls, name, after: proxy.a) {
        let isClass = atoms[proxy.b].kind == .cls
        listenOnce(node, Listener(isClass ? .classTarget : .methodTarget, site, proxy.b))
      }
    case .property:
      // `@x.setter` gives the property back.
      note(site, nil)
      if text(name) == "setter", let function = sites[Int(site)].arguments.first {
        copy(function, to: field(atom, Field.value))
      }
      if sites[Int(site)].result >= 0 { add(atom, to: sites[Int(site)].result) }
    case .module, .function, .wrapper:
      let node = newNode()
      loadAttribute(atom, name, into: node)
      listen(node, Listener(.callee, site))
    case .builtin:
      // Both methods that are called on the type, like `dict.fromkeys`, and methods that get their receiver as an
      // argument, like `str.upper`.
      note(site, nil)
      let full = self.name(text(atoms[atom].a) + "." + text(name))
      if isModelled(full) { callBuiltin(site, full, receiver: -1) }
    default:
      // A value without such a method, mostly None, does not get here in a program that works.
      guard let type = typeName(atom) else { return }
      let full = self.name(type + "." + text(name))
      if !isModelled(full) { return }
      note(site, nil)
      callBuiltin(site, full, receiver: atom)
    }
  }

  /// What a class has under the name of a method that was called on an instance or on the class.
  func invokeFound(_ site: Int32, _ found: Int32, on receiver: Int32, isInstance: Bool) {
    switch atoms[found].kind {
    case .function where isInstance: invoke(site, found, first: receiver)
    case .staticMethod: listenOnce(atoms[found].a, Listener(.callee, site))
    case .classMethod:
      note(site, nil)
      let cls = isInstance && atoms[receiver].kind == .instance ? atoms.number(.cls, atoms[receiver].a) : receiver
      listenOnce(atoms[found].a, Listener(.methodTarget, site, cls))
    case .property:
      note(site, nil)
      let value = newNode()
      loadFound(found, on: receiver, into: value)
      listen(value, Listener(.callee, site))
    case .wrapper where isInstance:
      note(site, nil)
      listenOnce(atoms[found].a, Listener(.methodTarget, site, receiver))
    default: invoke(site, found)
    }
  }

  /// What a class has under the name of an attribute that was read from an instance or the class.
  func loadFound(_ found: Int32, on receiver: Int32, into target: Int32) {
    let isInstance = atoms[receiver].kind == .instance
    switch atoms[found].kind {
    case .function, .wrapper: add(isInstance ? atoms.number(.bound, found, receiver) : found, to: target)
    case .staticMethod: copy(atoms[found].a, to: target)
    case .classMethod:
      let cls = isInstance ? atoms.number(.cls, atoms[receiver].a) : receiver
      listenOnce(atoms[found].a, Listener(.bindClass, target, cls))
    case .property:
      if isInstance {
        let site = newSite(result: target, arguments: [])
        listen(atoms[found].a, Listener(.methodTarget, site, receiver))
      } else {
        add(found, to: target)
      }
    default: add(found, to: target)
    }
  }

  private func construct(_ site: Int32, _ callee: Int32, isDirect: Bool) {
    let cls = atoms[callee].a
    let instance = atoms.number(.instance, cls)
    if sites[Int(site)].result >= 0 { add(instance, to: sites[Int(site)].result) }
    let isSimple = builtinBase(cls) == nil && find(cls, name("__new__")) == nil && !hasMetaclass(cls)
    if let new = find(cls, name("__new__")) { listenOnce(new, Listener(.methodTarget, site, callee)) }
    let hasInit = search(cls, name("__init__"), Listener(.initTarget, site, instance))
    if !isSimple || !isDirect { return note(site, nil) }
    if !hasInit { note(site, .init(kind: .constructor, function: -1, cls: cls)) }
  }

  private func hasMetaclass(_ cls: Int32) -> Bool {
    resolutionOrder(cls).contains { atoms[$0].kind == .cls && classes[atoms[$0].a]?.hasKeywords == true }
  }

  /// The `__init__` of a class that is called.
  func initialise(_ site: Int32, _ found: Int32, _ instance: Int32) {
    guard atoms[found].kind == .function else { return invokeFound(site, found, on: instance, isInstance: true) }
    let cls = atoms[instance].a
    let function = atoms[found].a
    let isSimple =
      builtinBase(cls) == nil && find(cls, name("__new__")) == nil && !hasMetaclass(cls)
      && functions[Int(function)].flow.isPlain
    note(site, isSimple ? .init(kind: .constructor, function: function, cls: cls) : nil)
    let result = sites[Int(site)].result
    sites[Int(site)].result = -1
    bind(site, function, first: instance)
    sites[Int(site)].result = result
  }

  /// Arguments to parameters, the result back.
  private func bind(_ site: Int32, _ original: Int32, first: Int32) {
    functions[Int(original)].isCalled = true
    let function = calledInstance(of: original, at: site)
    let state = functions[Int(function)]
    let flow = state.flow
    if let result = Optional(sites[Int(site)].result), result >= 0 {
      if flow.isGenerator {
        add(atoms.number(.generator, function), to: result)
      } else {
        copy(state.results, to: result)
      }
    }
    if flow.kind != .function { return }
    var given = Set<Int>()
    var index = 0
    if first >= 0 {
      if flow.positionalCount > 0 {
        add(first, to: state.base)
        given.insert(0)
      } else if flow.hasVarArgs {
        add(first, to: variableArguments(function))
      }
      index = 1
    }
    let call = sites[Int(site)]
    for argument in call.arguments {
      if index < flow.positionalCount {
        copy(argument, to: state.node(UInt32(index)))
        given.insert(index)
      } else if flow.hasVarArgs {
        copy(argument, to: variableArguments(function))
      }
      index += 1
    }
    if call.spread >= 0 {
      for at in index..<max(index, flow.positionalCount) { copy(call.spread, to: state.node(UInt32(at))) }
      if flow.hasVarArgs { copy(call.spread, to: variableArguments(function)) }
    }
    let named = flow.positionalCount + flow.keywordOnlyCount
    for keyword in call.keywords {
      if let at = state.parameterNames[..<named].firstIndex(of: keyword.name) {
        copy(keyword.node, to: state.node(UInt32(at)))
        given.insert(at)
      } else if flow.hasVarKeywords {
        copy(keyword.node, to: variableKeywords(function))
      }
    }
    if call.namedSpread >= 0 {
      for at in 0..<named where !given.contains(at) && (at >= flow.positionalCount || call.spread < 0) {
        copy(call.namedSpread, to: state.node(UInt32(at)))
      }
      if flow.hasVarKeywords { copy(call.namedSpread, to: variableKeywords(function)) }
    }
    for at in 0..<named where !given.contains(at) {
      if let node = defaultNode(function, at) { copy(node, to: state.node(UInt32(at))) }
    }
  }

  /// The node of the default of a parameter.
  func defaultNode(_ function: Int32, _ parameter: Int) -> Int32? {
    let state = functions[Int(function)]
    if parameter >= state.flow.positionalCount { return state.keywordDefaults[state.parameterNames[parameter]] }
    let at = parameter - (state.flow.positionalCount - state.defaults.count)
    return at >= 0 && at < state.defaults.count ? state.defaults[at] : nil
  }

  /// Nodes of what `*args` and `**kwargs` of a function hold.
  private func variableArguments(_ function: Int32) -> Int32 {
    let flow = functions[Int(function)].flow
    let at = flow.positionalCount + flow.keywordOnlyCount
    return field(nodes[Int(functions[Int(function)].node(UInt32(at)))].atoms[0], Field.element)
  }

  private func variableKeywords(_ function: Int32) -> Int32 {
    let flow = functions[Int(function)].flow
    let at = flow.positionalCount + flow.keywordOnlyCount + (flow.hasVarArgs ? 1 : 0)
    return field(nodes[Int(functions[Int(function)].node(UInt32(at)))].atoms[0], Field.value)
  }
}
