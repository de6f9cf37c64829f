/// What a call of a built-in does, as a tree. `BuiltinModel` describes the language.
indirect enum BuiltinSpec {
  case kind(LikelyType.Kinds)
  case nothing, receiver, identity
  case argument(Int)
  case keyword(String)
  /// All positional arguments together; what iterating over each yields.
  case arguments, elements
  case either([BuiltinSpec])
  /// `el(x)`, `call(f, x)` and the like.
  case apply(String, [BuiltinSpec])
  /// `list[x]` and the like.
  case make(String, [BuiltinSpec])
  case opaque(String)
  case number(Int)
  case store(BuiltinSpec, BuiltinSpec)
  case sequence([BuiltinSpec])

  /// Reads a line of the model; what it cannot read does nothing.
  static func parse(_ text: Substring) -> BuiltinSpec {
    var parser = Parser(rest: text)
    return parser.sequence()
  }

  private struct Parser {
    var rest: Substring

    mutating func eat(_ text: String) -> Bool {
      while rest.first == " " { rest = rest.dropFirst() }
      guard rest.hasPrefix(text) else { return false }
      rest = rest.dropFirst(text.count)
      return true
    }

    mutating func word() -> String {
      while rest.first == " " { rest = rest.dropFirst() }
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      rest = rest.dropFirst(word.count)
      return String(word)
    }

    mutating func sequence() -> BuiltinSpec {
      var parts: [BuiltinSpec] = []
      repeat {
        let left = either()
        parts.append(eat("<-") ? .store(left, either()) : left)
      } while eat(";")
      return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    mutating func either() -> BuiltinSpec {
      var parts = [term()]
      while eat("|") { parts.append(term()) }
      return parts.count == 1 ? parts[0] : .either(parts)
    }

    mutating func list(_ end: String) -> [BuiltinSpec] {
      var parts: [BuiltinSpec] = []
      repeat {
        parts.append(either())
        // `x...`: any number of x, so no item can be told from another.
        if eat("...") { parts.append(.number(-1)) }
      } while eat(",")
      _ = eat(end)
      return parts
    }

    mutating func term() -> BuiltinSpec {
      if eat("@") { return .receiver }
      if eat("*") { return .arguments }
      if eat("$") {
        let name = word()
        return Int(name).map(BuiltinSpec.argument) ?? .keyword(name)
      }
      let name = word()
      if let number = Int(name) { return .number(number) }
      if name == "el", eat("*") { return .elements }
      if eat("(") { return .apply(name, list(")")) }
      if eat("[") {
        if name == "opaque" {
          let type = word()
          _ = eat("]")
          return .opaque(type)
        }
        return .make(name, list("]"))
      }
      if name == "identity" { return .identity }
      guard let bit = LikelyType.Kinds.names.firstIndex(of: name) else { return .nothing }
      return .kind(LikelyType.Kinds(rawValue: 1 << UInt32(bit)))
    }
  }
}

extension Solver {
  func isModelled(_ name: Int32) -> Bool {
    BuiltinModel.specs[Substring(text(name))] != nil || BuiltinModel.exceptions.contains(text(name))
      || text(name) == "__import__"
  }

  private func spec(_ name: Int32, argumentCount: Int) -> BuiltinSpec {
    let base = text(name)
    let key = self.name("\(base)/\(argumentCount)")
    if let known = builtinModel[key] { return known }
    let line = BuiltinModel.specs[Substring(text(key))] ?? BuiltinModel.specs[Substring(base)]
    let result: BuiltinSpec =
      if let line {
        .parse(line)
      } else if BuiltinModel.exceptions.contains(base) {
        .opaque(base)
      } else {
        .nothing
      }
    builtinModel[key] = result
    return result
  }

  /// - Parameter receiver: the atom that a method is called on, or -1.
  func callBuiltin(_ site: Int32, _ name: Int32, receiver: Int32) {
    let key = atoms.number(.builtinMethod, name, receiver)
    guard evaluated.insert(UInt64(UInt32(site)) << 32 | UInt64(UInt32(key))).inserted else { return }
    let call = sites[Int(site)]
    if text(name) == "isinstance", call.arguments.count == 2 { tests.append((call.arguments[0], call.arguments[1])) }
    let node = evaluate(spec(name, argumentCount: call.arguments.count), site, receiver: receiver)
    copy(node, to: call.result)
  }

  func evaluate(_ spec: String, _ site: Int32, receiver: Int32) -> Int32 {
    evaluate(BuiltinSpec.parse(Substring(spec)), site, receiver: receiver)
  }

  /// The node of what a specification yields at a call.
  private func evaluate(_ spec: BuiltinSpec, _ site: Int32, receiver: Int32) -> Int32 {
    func value(_ spec: BuiltinSpec) -> Int32 { evaluate(spec, site, receiver: receiver) }
    let call = sites[Int(site)]
    switch spec {
    case .kind(let kind): return kindNode(kind)
    case .nothing, .number: return nothing
    case .receiver: return receiver < 0 ? (call.arguments.first ?? nothing) : node(of: receiver)
    case .identity: return node(of: builtinAtom("<identity>"))
    case .argument(let index):
      if index < call.arguments.count { return max(call.arguments[index], nothing) }
      return call.spread >= 0 ? call.spread : nothing
    case .keyword(let text):
      let key = name(text)
      return call.keywords.first { $0.name == key }?.node ?? nothing
    case .arguments: return union(call.arguments + (call.spread >= 0 ? [call.spread] : []))
    case .elements:
      let result = newNode()
      for argument in call.arguments { listen(argument, Listener(.iterInto, result)) }
      if call.spread >= 0 { listen(call.spread, Listener(.iterInto, result)) }
      return result
    case .either(let parts): return union(parts.map(value))
    case .opaque(let text): return node(of: atoms.number(.opaque, name(text)))
    case .make(let kind, let parts): return make(kind, parts, value)
    case .apply(let function, let parts): return apply(function, parts, call, value)
    case .store(let target, let source):
      guard case .apply(let part, let parts) = target, let container = parts.first else { return nothing }
      let field = part == "val" ? Field.value : part == "sent" ? Field.sent : Field.element
      listen(value(container), Listener(.fieldFrom, value(source), field))
      return nothing
    case .sequence(let parts):
      let nodes = parts.map(value)
      return nodes[0]
    }
  }

  private func union(_ parts: [Int32]) -> Int32 {
    let real = parts.filter { $0 > nothing }
    if real.count == 1 { return real[0] }
    if real.isEmpty { return nothing }
    let result = newNode()
    for part in real { copy(part, to: result) }
    return result
  }

  private func make(_ kind: String, _ parts: [BuiltinSpec], _ value: (BuiltinSpec) -> Int32) -> Int32 {
    let first = parts.first.map(value) ?? nothing
    switch kind {
    case "iter": return node(of: atoms.number(.iterator, first))
    case "property": return node(of: atoms.number(.property, first))
    case "staticmethod": return node(of: atoms.number(.staticMethod, first))
    case "classmethod": return node(of: atoms.number(.classMethod, first))
    case "wrap": return node(of: atoms.number(.wrapper, first))
    case "dict":
      let dict = newPlace(.dict)
      copy(first, to: field(dict, Field.element))
      if parts.count > 1 { copy(value(parts[1]), to: field(dict, Field.value)) }
      return node(of: dict)
    case "tuple":
      if parts.count == 2, case .number = parts[1] { return container(.tuple, [first]) }
      return tuple([first] + parts.dropFirst().map(value))
    case "set": return container(.set, [first])
    default: return container(.list, [first])
    }
  }

  private func container(_ kind: AtomKind, _ elements: [Int32]) -> Int32 {
    let atom = newPlace(kind)
    for element in elements { copy(element, to: field(atom, Field.element)) }
    return node(of: atom)
  }

  private func tuple(_ items: [Int32]) -> Int32 {
    let atom = newPlace(.tuple)
    tupleLengths[atom] = Int32(items.count)
    for (index, item) in items.enumerated() {
      copy(item, to: field(atom, Field.element))
      if index < Int(Field.indexLimit) { copy(item, to: field(atom, Field.first + Int32(index))) }
    }
    return node(of: atom)
  }

  private func apply(
    _ function: String, _ parts: [BuiltinSpec], _ call: CallSite, _ value: (BuiltinSpec) -> Int32
  ) -> Int32 {
    let result = newNode()
    switch function {
    case "call":
      let callee = value(parts[0])
      if callee == nothing { return nothing }
      let arguments = parts.dropFirst().map(value).reversed().drop { $0 == nothing }.reversed()
      listen(callee, Listener(.callee, newSite(result: result, arguments: Array(arguments))))
    case "tuple":
      // `tuple(el*)`: one item per argument.
      if call.spread >= 0 {
        let element = newNode()
        listen(call.spread, Listener(.iterInto, element))
        return container(.tuple, [element])
      }
      return tuple(
        call.arguments.map { argument in
          let element = newNode()
          listen(argument, Listener(.iterInto, element))
          return element
        })
    case "names": return call.keywords.isEmpty && call.namedSpread < 0 ? nothing : kindNode(.str)
    case "named": return union(call.keywords.map(\.node) + (call.namedSpread >= 0 ? [call.namedSpread] : []))
    default:
      guard let first = parts.first.map(value), first > nothing else { return nothing }
      switch function {
      case "el": listen(first, Listener(.iterInto, result))
      case "next": listen(first, Listener(.nextInto, result))
      case "key": listen(first, Listener(.fieldInto, result, Field.element))
      case "val": listen(first, Listener(.fieldInto, result, Field.value))
      case "item":
        if parts.count > 1, case .number(let index) = parts[1] {
          listen(first, Listener(.itemInto, result, Int32(index)))
        }
      case "sum": listen(first, Listener(.sumInto, result))
      case "abs": listen(first, Listener(.absoluteInto, result))
      case "order": listen(first, Listener(.orderWith, first))
      case "class": listen(first, Listener(.classInto, result))
      case "dictof":
        let dict = newPlace(.dict)
        listen(first, Listener(.updateDict, 0, dict))
        return node(of: dict)
      case "update":
        let source = value(parts[1])
        for atom in nodes[Int(first)].atoms { listen(source, Listener(.updateDict, 0, atom)) }
      default: break
      }
    }
    return result
  }
}
