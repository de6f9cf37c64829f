// What happens when an atom arrives somewhere.

extension Solver {
  func fire(_ listener: Listener, _ atom: Int32) {
    let (a, b) = (listener.a, listener.b)
    switch listener.kind {
    case .operation: operate(a, b, atom)
    case .callee: invoke(a, atom)
    case .receiver: invokeMethod(atom, b, a)
    case .methodTarget: invokeFound(a, atom, on: b, isInstance: true)
    case .classTarget: invokeFound(a, atom, on: b, isInstance: false)
    case .initTarget: initialise(a, atom, b)
    case .bindInto: loadFound(atom, on: b, into: a)
    case .bindClass: add(atoms.number(.bound, atom, b), to: a)
    case .iterInto: iterate(atom, into: a)
    case .nextInto: advance(atom, into: a)
    case .fieldInto: copyField(atom, b, into: a)
    case .itemInto: item(atom, b, into: a)
    case .resultInto: if atoms[atom].kind == .generator { copy(functions[Int(atoms[atom].a)].results, to: a) }
    case .fieldFrom:
      switch atoms[atom].kind {
      case .list, .dict, .set, .instance, .opaque, .generator: copy(a, to: field(atom, b))
      default: break
      }
    case .updateDict: updateDict(b, atom)
    case .sumInto: sum(atom, into: a)
    case .absoluteInto:
      switch atoms[atom].kind {
      case .primitive where atom == kindAtom(.bool): add(kindAtom(.int), to: a)
      case .primitive where atom == kindAtom(.complex): add(kindAtom(.float), to: a)
      case .primitive: add(atom, to: a)
      case .instance:
        invokeMethod(atom, name("__abs__"), newSite(result: a, arguments: []))
      default: break
      }
    case .orderWith:
      if atoms[atom].kind == .instance {
        invokeMethod(atom, name("__lt__"), newSite(result: -1, arguments: [a]))
      } else if atoms[atom].kind == .tuple {
        let element = field(atom, Field.element)
        listenOnce(element, Listener(.orderWith, element))
      }
    case .classInto:
      if atoms[atom].kind == .instance {
        add(atoms.number(.cls, atoms[atom].a), to: a)
      } else if let type = typeName(atom), builtinTypes.contains(type) {
        add(builtinAtom(type), to: a)
      }
    case .base: addBase(atom, at: a, to: b)
    case .classCell: if atoms[atom].kind == .cell { add(b, to: atoms[atom].a) }
    case .instanceInto: instance(of: atom, into: a)
    case .star: star(atom, into: a)
    }
  }

  /// An instance of a class that is caught, tested for or named by an annotation.
  func instance(of atom: Int32, into target: Int32) {
    switch atoms[atom].kind {
    case .cls: add(atoms.number(.instance, atoms[atom].a), to: target)
    case .tuple: listenOnce(field(atom, Field.element), Listener(.instanceInto, target))
    case .primitive where atom == kindAtom(.none): add(atom, to: target)
    case .builtin:
      let text = text(atoms[atom].a)
      switch text {
      case "int", "float", "bool", "str", "bytes", "complex", "range", "slice":
        if let bit = LikelyType.Kinds.names.firstIndex(of: text) {
          add(atoms.number(.primitive, Int32(bit)), to: target)
        }
      case "list": add(atoms.number(.list, -1 - target), to: target)
      case "tuple": add(atoms.number(.tuple, -1 - target), to: target)
      case "dict": add(atoms.number(.dict, -1 - target), to: target)
      case "set", "frozenset": add(atoms.number(.set, -1 - target), to: target)
      default: add(atoms.number(.opaque, atoms[atom].a), to: target)
      }
    default: break
    }
  }

  private func star(_ atom: Int32, into module: Int32) {
    guard atoms[atom].kind == .module, let source = moduleNumbers[atoms[atom].a], source != module else { return }
    for (name, node) in modules[Int(source)].slots.sorted(by: { $0.key < $1.key }) where !text(name).hasPrefix("_") {
      if let target = modules[Int(module)].slots[name] { copy(node, to: target) }
    }
  }

  // MARK: Iteration and parts

  /// What iterating over a value yields.
  func iterate(_ atom: Int32, into target: Int32) {
    let value = atoms[atom]
    switch value.kind {
    case .list, .tuple, .set, .dict: copy(field(atom, Field.element), to: target)
    case .iterator, .generator: advance(atom, into: target)
    case .primitive:
      switch LikelyType.Kinds(rawValue: 1 << UInt32(value.a)) {
      case .str: add(atom, to: target)
      case .bytes, .range: add(kindAtom(.int), to: target)
      default: break
      }
    case .instance: copy(iteration(atom), to: target)
    case .opaque:
      copy(field(atom, Field.element), to: target)
      if text(value.a) == "file" { add(kindAtom(.str), to: target) }
    default: break
    }
  }

  /// The node of what iterating over an instance yields.
  private func iteration(_ atom: Int32) -> Int32 {
    if let known = knownField(atom, Field.iteration) { return known }
    let node = field(atom, Field.iteration)
    let iterator = newNode()
    listen(iterator, Listener(.nextInto, node))
    let site = newSite(result: iterator, arguments: [])
    let hasIter = search(atoms[atom].a, name("__iter__"), Listener(.methodTarget, site, atom))
    if !hasIter, find(atoms[atom].a, name("__getitem__")) != nil {
      let item = newSite(result: node, arguments: [kindNode(.int)])
      search(atoms[atom].a, name("__getitem__"), Listener(.methodTarget, item, atom))
    }
    copy(field(atom, Field.element), to: node)
    return node
  }

  /// What an iterator yields.
  private func advance(_ atom: Int32, into target: Int32) {
    switch atoms[atom].kind {
    case .iterator: copy(atoms[atom].a, to: target)
    case .generator: copy(functions[Int(atoms[atom].a)].yields, to: target)
    case .instance:
      search(atoms[atom].a, name("__next__"), Listener(.methodTarget, newSite(result: target, arguments: []), atom))
    case .opaque: iterate(atom, into: target)
    default: break
    }
  }

  /// One of the values that unpacking gives; `index` -1: any.
  func item(_ atom: Int32, _ index: Int32, into target: Int32) {
    if atoms[atom].kind == .tuple, let node = tupleItem(atom, index) { return copy(node, to: target) }
    iterate(atom, into: target)
  }

  private func tupleItem(_ atom: Int32, _ index: Int32) -> Int32? {
    guard index >= 0, index < Field.indexLimit, let length = tupleLengths[atom], index < length else { return nil }
    return field(atom, Field.first + index)
  }

  func copyField(_ atom: Int32, _ part: Int32, into target: Int32) {
    switch atoms[atom].kind {
    case .list, .dict, .set, .tuple, .instance, .opaque: copy(field(atom, part), to: target)
    default: break
    }
  }

  /// A dict takes in a mapping or an iterable of pairs.
  func updateDict(_ dict: Int32, _ atom: Int32) {
    switch atoms[atom].kind {
    case .dict:
      copy(field(atom, Field.element), to: field(dict, Field.element))
      copy(field(atom, Field.value), to: field(dict, Field.value))
    case .instance where builtinBase(atoms[atom].a) != nil:
      copy(field(atom, Field.element), to: field(dict, Field.element))
      copy(field(atom, Field.value), to: field(dict, Field.value))
    default:
      let pairs = newNode()
      iterate(atom, into: pairs)
      listen(pairs, Listener(.itemInto, field(dict, Field.element), 0))
      listen(pairs, Listener(.itemInto, field(dict, Field.value), 1))
    }
  }

  private func sum(_ atom: Int32, into target: Int32) {
    if atom == kindAtom(.bool) { return add(kindAtom(.int), to: target) }
    if atoms[atom].kind == .instance {
      let site = newSite(result: target, arguments: [target])
      invokeMethod(atom, name("__add__"), site)
      invokeMethod(atom, name("__radd__"), newSite(result: target, arguments: [kindNode(.int)]))
      return
    }
    add(atom, to: target)
  }

  // MARK: Operations

  private func operate(_ number: Int32, _ operand: Int32, _ atom: Int32) {
    let op = operations[Int(number)]
    let value = atoms[atom]
    switch op.code {
    case .binary: binary(number, op, operand, atom)
    case .compare:
      if value.kind == .instance {
        let site = implicitSite(number, 0, result: op.result, arguments: [op.operands[1]])
        invokeMethod(atom, name(comparisonNames[Int(op.immediate) % 6]), site)
      }
    case .contains:
      if value.kind == .instance {
        let site = implicitSite(number, 0, result: -1, arguments: [op.operands[0]])
        invokeMethod(atom, name("__contains__"), site)
      }
    case .unary:
      if value.kind == .instance {
        let site = implicitSite(number, 0, result: op.result, arguments: [])
        invokeMethod(atom, name(["__neg__", "__pos__", "__invert__"][Int(op.immediate) % 3]), site)
      } else if value.kind == .primitive {
        add(atom == kindAtom(.bool) ? kindAtom(.int) : atom, to: op.result)
      }
    case .getAttr: loadAttribute(atom, op.name, into: op.result)
    case .setAttr: setAttribute(number, op, atom)
    case .getItem: getItem(number, op, atom)
    case .getSlice: getSlice(number, op, atom)
    case .setItem: setItem(number, op, atom, key: op.operands[1], value: op.operands[2])
    case .setSlice: setItem(number, op, atom, key: kindNode(.slice), value: op.operands[1])
    case .enter:
      if value.kind == .instance {
        invokeMethod(atom, name("__enter__"), implicitSite(number, 0, result: op.result, arguments: []))
      } else {
        add(atom, to: op.result)
      }
    case .super:
      let classes = nodes[Int(op.operands[0])].atoms
      let objects = nodes[Int(op.operands[1])].atoms
      for cls in operand == 0 ? [atom] : classes where atoms[cls].kind == .cls {
        for object in operand == 1 ? [atom] : objects
        where atoms[object].kind == .instance || atoms[object].kind == .cls {
          if resolutionOrder(atoms[object].a).contains(cls) {
            add(atoms.number(.superProxy, cls, object), to: op.result)
          }
        }
      }
    case .iter:
      switch value.kind {
      case .iterator, .generator, .opaque: add(atom, to: op.result)
      case .list, .tuple, .set, .dict:
        add(atoms.number(.iterator, field(atom, Field.element)), to: op.result)
      case .primitive where atom == kindAtom(.str): add(atoms.number(.iterator, kindNode(.str)), to: op.result)
      case .primitive where atom == kindAtom(.bytes) || atom == kindAtom(.range):
        add(atoms.number(.iterator, kindNode(.int)), to: op.result)
      case .instance:
        let site = implicitSite(number, 0, result: op.result, arguments: [])
        let hasIter = search(value.a, name("__iter__"), Listener(.methodTarget, site, atom))
        if !hasIter { add(atoms.number(.iterator, iteration(atom)), to: op.result) }
      default: break
      }
    case .next: advance(atom, into: op.result)
    case .dictUpdate: listen(op.operands[1], Listener(.updateDict, 0, atom))
    case .cellLoad: if value.kind == .cell { copy(value.a, to: op.result) }
    case .cellStore: if value.kind == .cell { copy(op.operands[1], to: value.a) }
    default: break
    }
  }

  private func setAttribute(_ number: Int32, _ op: Operation, _ atom: Int32) {
    storeAttribute(atom, op.name, from: op.operands[1])
    // A property's setter is a plain function to the flow; it is called where the class has one of the name.
    if atoms[atom].kind == .instance, let node = find(atoms[atom].a, op.name),
      nodes[Int(node)].atoms.contains(where: { atoms[$0].kind == .property })
    {
      let site = implicitSite(number, 0, result: -1, arguments: [op.operands[1]])
      for property in nodes[Int(node)].atoms where atoms[property].kind == .property {
        listenOnce(field(property, Field.value), Listener(.methodTarget, site, atom))
      }
    }
  }

  private func getItem(_ number: Int32, _ op: Operation, _ atom: Int32) {
    let value = atoms[atom]
    switch value.kind {
    case .list, .set: copy(field(atom, Field.element), to: op.result)
    case .tuple: copy(tupleItem(atom, op.immediate) ?? field(atom, Field.element), to: op.result)
    case .dict, .opaque: copy(field(atom, Field.value), to: op.result)
    case .primitive:
      switch LikelyType.Kinds(rawValue: 1 << UInt32(value.a)) {
      case .str: add(atom, to: op.result)
      case .bytes, .range: add(kindAtom(.int), to: op.result)
      default: break
      }
    case .instance:
      let site = implicitSite(number, 0, result: op.result, arguments: [op.operands[1]])
      invokeMethod(atom, name("__getitem__"), site)
      if let base = builtinBase(value.a) {
        copy(field(atom, base == "list" || base == "tuple" ? Field.element : Field.value), to: op.result)
        invokeMethod(atom, name("__missing__"), site)
      }
    // `list[int]` and `Stack[T]` in annotations.
    case .builtin, .cls: add(atom, to: op.result)
    default: break
    }
  }

  private func getSlice(_ number: Int32, _ op: Operation, _ atom: Int32) {
    let value = atoms[atom]
    switch value.kind {
    case .list: add(atom, to: op.result)
    case .tuple:
      let part = atoms.number(.tuple, -1 - op.result)
      copy(field(atom, Field.element), to: field(part, Field.element))
      add(part, to: op.result)
    case .primitive where atom != kindAtom(.none): add(atom, to: op.result)
    case .instance:
      let site = implicitSite(number, 0, result: op.result, arguments: [kindNode(.slice)])
      invokeMethod(atom, name("__getitem__"), site)
    default: break
    }
  }

  private func setItem(_ number: Int32, _ op: Operation, _ atom: Int32, key: Int32, value: Int32) {
    switch atoms[atom].kind {
    case .list where op.code == .setSlice: listen(value, Listener(.iterInto, field(atom, Field.element)))
    case .list: copy(value, to: field(atom, Field.element))
    case .dict, .opaque:
      copy(key, to: field(atom, Field.element))
      copy(value, to: field(atom, Field.value))
    case .instance:
      let site = implicitSite(number, 0, result: -1, arguments: [key, value])
      invokeMethod(atom, name("__setitem__"), site)
      if let base = builtinBase(atoms[atom].a) {
        let isList = base == "list"
        if !isList { copy(key, to: field(atom, Field.element)) }
        copy(value, to: field(atom, isList ? Field.element : Field.value))
      }
    default: break
    }
  }
}
