// Classes, attributes and the method resolution order.

extension Solver {
  struct ClassState {
    var symbol: String
    /// The function that is the class's body.
    var body: Int32
    /// Names that the body binds, with their nodes.
    var names: [Int32: Int32] = [:]
    /// Base classes by position.
    var bases: [(position: Int32, atom: Int32)] = []
    var subclasses: [Int32] = []
    /// What the body's namespace was asked for in vain or not, to be asked again when a base turns up.
    var lookups: [(name: Int32, listener: Listener)] = []
    var hasKeywords = false
    var order: [Int32]? = nil
  }

  /// Atoms of the classes in the order in which attributes are searched. Approximates C3 by keeping the last of several
  /// visits.
  func resolutionOrder(_ cls: Int32) -> [Int32] {
    if let known = classes[cls]?.order { return known }
    var visited: [Int32] = []
    func visit(_ atom: Int32, _ depth: Int) {
      if depth > 40 || visited.count > 400 { return }
      visited.append(atom)
      guard atoms[atom].kind == .cls, let state = classes[atoms[atom].a] else { return }
      for base in state.bases.sorted(by: { ($0.position, $0.atom) < ($1.position, $1.atom) }) {
        visit(base.atom, depth + 1)
      }
    }
    visit(atoms.number(.cls, cls), 0)
    var seen = Set<Int32>()
    let order = Array(visited.reversed().filter { seen.insert($0).inserted }.reversed())
    classes[cls]?.order = order
    return order
  }

  func addBase(_ base: Int32, at position: Int32, to cls: Int32) {
    guard let state = classes[cls], !state.bases.contains(where: { $0.atom == base }) else { return }
    guard atoms[base].kind == .cls || atoms[base].kind == .builtin, atoms[base].a != cls || atoms[base].kind == .builtin
    else { return }
    classes[cls]!.bases.append((position, base))
    if atoms[base].kind == .cls { classes[atoms[base].a]?.subclasses.append(cls) }
    changed(cls, nil)
  }

  /// Searches again what was searched in a class or its subclasses.
  private func changed(_ cls: Int32, _ name: Int32?) {
    var affected = [cls]
    var index = 0
    while index < affected.count, affected.count < 5000 {
      for sub in classes[affected[index]]?.subclasses ?? [] where !affected.contains(sub) { affected.append(sub) }
      index += 1
    }
    for each in affected {
      classes[each]?.order = nil
    }
    for each in affected {
      for lookup in classes[each]?.lookups ?? [] where name == nil || lookup.name == name {
        if let node = find(each, lookup.name) { listenOnce(node, lookup.listener) }
      }
    }
  }

  /// The node of a name in a class or its bases.
  func find(_ cls: Int32, _ name: Int32, after: Int32? = nil) -> Int32? {
    var isPast = after == nil
    for atom in resolutionOrder(cls) {
      if !isPast {
        isPast = atom == after
        continue
      }
      guard atoms[atom].kind == .cls else { continue }
      if let node = classes[atoms[atom].a]?.names[name] { return node }
    }
    return nil
  }

  /// Hands what a class has under a name to a listener, now and when the hierarchy changes. False: there is nothing yet.
  @discardableResult
  func search(_ cls: Int32, _ name: Int32, _ listener: Listener) -> Bool {
    classes[cls]?.lookups.append((name, listener))
    guard let node = find(cls, name) else { return false }
    listenOnce(node, listener)
    return true
  }

  /// The node of a class's own name, which from now on hides those of the bases.
  func classAttribute(_ cls: Int32, _ name: Int32) -> Int32 {
    if let known = classes[cls]?.names[name] { return known }
    let node = newNode()
    classes[cls]?.names[name] = node
    changed(cls, name)
    return node
  }

  /// The built-in type that a class derives from, other than object.
  func builtinBase(_ cls: Int32) -> String? {
    for atom in resolutionOrder(cls) where atoms[atom].kind == .builtin {
      let name = text(atoms[atom].a)
      if name != "object" { return name }
    }
    return nil
  }

  // MARK: Attributes

  func loadAttribute(_ atom: Int32, _ name: Int32, into target: Int32) {
    if target < 0 { return }
    switch atoms[atom].kind {
    case .instance:
      let cls = atoms[atom].a
      copy(attribute(atom, name), to: target)
      if search(cls, name, Listener(.bindInto, target, atom)) { return }
      if text(name) == "__class__" { return add(atoms.number(.cls, cls), to: target) }
      if let base = builtinBase(cls) { return builtinAttribute(base, atom, name, into: target) }
      let site = newSite(result: target, arguments: [kindNode(.str)])
      search(cls, self.name("__getattr__"), Listener(.methodTarget, site, atom))
    case .cls:
      let isFound = search(atoms[atom].a, name, Listener(.bindInto, target, atom))
      if !isFound, let type = attributeTypes["class." + text(name)] { add(kindAtom(type), to: target) }
    case .module: moduleAttribute(atom, name, into: target)
    case .superProxy:
      let proxy = atoms[atom]
      guard let cls = superClass(proxy) else { return }
      if let node = find(cls, name, after: proxy.a) { listenOnce(node, Listener(.bindInto, target, proxy.b)) }
    case .function, .wrapper, .bound:
      copy(attribute(atom, name), to: target)
      if let type = attributeTypes["function." + text(name)] { add(kindAtom(type), to: target) }
    case .builtin:
      let full = self.name(text(atoms[atom].a) + "." + text(name))
      if isModelled(full) {
        add(builtinAtom(text(full)), to: target)
      } else if let type = attributeTypes["class." + text(name)] {
        add(kindAtom(type), to: target)
      }
    default:
      if let type = typeName(atom) { builtinAttribute(type, atom, name, into: target) }
    }
  }

  private func builtinAttribute(_ type: String, _ atom: Int32, _ name: Int32, into target: Int32) {
    let full = type + "." + text(name)
    if let kind = attributeTypes[full] { return add(kindAtom(kind), to: target) }
    if text(name) == "args", BuiltinModel.exceptions.contains(type) {
      return add(atoms.number(.tuple, -1 - attribute(atom, name)), to: target)
    }
    let number = self.name(full)
    if isModelled(number) { add(atoms.number(.builtinMethod, number, atom), to: target) }
  }

  /// The name of a built-in type in the model.
  func typeName(_ atom: Int32) -> String? {
    switch atoms[atom].kind {
    case .list: "list"
    case .tuple: "tuple"
    case .dict: "dict"
    case .set: "set"
    case .generator: "generator"
    case .opaque: text(atoms[atom].a)
    case .primitive:
      [
        LikelyType.Kinds.int: "int", .float: "float", .bool: "int", .str: "str", .bytes: "bytes", .complex: "complex",
        .range: "range", .slice: "slice",
      ][LikelyType.Kinds(rawValue: 1 << UInt32(atoms[atom].a))]
    default: nil
    }
  }

  /// The class whose resolution order `super()` goes on in.
  func superClass(_ proxy: Atom) -> Int32? {
    let object = atoms[proxy.b]
    return object.kind == .instance || object.kind == .cls ? object.a : nil
  }

  func storeAttribute(_ atom: Int32, _ name: Int32, from source: Int32) {
    switch atoms[atom].kind {
    case .instance: copy(source, to: attribute(atom, name))
    case .cls: copy(source, to: classAttribute(atoms[atom].a, name))
    case .function, .wrapper: copy(source, to: attribute(atom, name))
    case .module:
      if let module = moduleNumbers[atoms[atom].a] { copy(source, to: global(module, name)) }
    default: break
    }
  }

  // MARK: Modules

  /// The node of a module's global; one that the module itself does not mention is made.
  func global(_ module: Int32, _ name: Int32) -> Int32 {
    if let known = modules[Int(module)].slots[name] { return known }
    let node = newNode()
    modules[Int(module)].slots[name] = node
    return node
  }

  private func moduleAttribute(_ atom: Int32, _ name: Int32, into target: Int32) {
    let moduleName = text(atoms[atom].a)
    let full = self.name(moduleName + "." + text(name))
    if let module = moduleNumbers[atoms[atom].a] {
      if moduleNumbers[full] != nil, modules[Int(module)].slots[name] == nil {
        add(atoms.number(.module, full), to: target)
      }
      return copy(global(module, name), to: target)
    }
    if moduleNumbers[full] != nil { return add(atoms.number(.module, full), to: target) }
    if let spec = attributeSpecs[text(full)] {
      copy(evaluate(spec, newSite(result: -1, arguments: []), receiver: -1), to: target)
    } else if isModelled(full) {
      add(builtinAtom(text(full)), to: target)
    } else if moduleName == "builtins", isModelled(name) {
      add(builtinAtom(text(name)), to: target)
    }
  }
}
