// Arithmetic: which kinds come of which, and the special methods of the program's classes.

/// Special methods in the order of MIR's comparisons and operators.
let comparisonNames = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"]
private let operatorNames = [
  "add", "sub", "mul", "matmul", "mod", "truediv", "pow", "lshift", "rshift", "or", "xor", "and", "floordiv",
]

private enum Operator: Int32 {
  case add, sub, mul, matmul, mod, trueDiv, pow, lshift, rshift, or, xor, and, floorDiv
  var isBitwise: Bool { self == .or || self == .xor || self == .and }
}

extension Solver {
  func binary(_ number: Int32, _ op: Operation, _ side: Int32, _ atom: Int32) {
    guard let kind = Operator(rawValue: op.immediate & 15), op.operands.count == 2 else { return }
    let isInPlace = op.immediate >= 16
    let (left, right) = (op.operands[0], op.operands[1])
    numbers(kind, nodes[Int(left)].mask, nodes[Int(right)].mask, into: op.result)

    let value = atoms[atom]
    switch value.kind {
    case .list, .tuple: sequence(number, op, kind, side, atom, isInPlace: isInPlace)
    case .set, .dict:
      if side == 1 && kind != .or { return }
      guard kind.isBitwise || kind == .sub else { return }
      if side == 0 { add(atom, to: op.result) }
      if kind == .or, side == 1 {
        for other in nodes[Int(left)].atoms where atoms[other].kind == value.kind { merge(atom, into: other) }
      } else if kind == .or {
        for other in nodes[Int(right)].atoms where atoms[other].kind == value.kind { merge(other, into: atom) }
      }
    case .instance:
      let method = operatorNames[Int(kind.rawValue)]
      if side == 0 {
        let site = implicitSite(number, 0, result: op.result, arguments: [right])
        if isInPlace { invokeMethod(atom, name("__i\(method)__"), site) }
        invokeMethod(atom, name("__\(method)__"), site)
        if let base = builtinBase(value.a), base == "list" || base == "set" || base == "dict" {
          add(atom, to: op.result)
        }
      }
    // `int | None` in annotations.
    case .builtin, .cls: if kind == .or { add(atom, to: op.result) }
    default: break
    }
    // The right operand's method is asked where the left operand is not likely to have one.
    if nodes[Int(left)].mask & ~LikelyType.Kinds.instance.rawValue != 0 {
      for index in nodes[Int(right)].atoms.indices {
        let other = nodes[Int(right)].atoms[index]
        guard atoms[other].kind == .instance, side == 0 || other == atom else { continue }
        let site = implicitSite(number, 1, result: op.result, arguments: [left])
        if evaluated.insert(UInt64(UInt32(site)) << 32 | UInt64(UInt32(other))).inserted {
          invokeMethod(other, name("__r\(operatorNames[Int(kind.rawValue)])__"), site)
        }
      }
    }
  }

  private func merge(_ source: Int32, into target: Int32) {
    copy(field(source, Field.element), to: field(target, Field.element))
    copy(field(source, Field.value), to: field(target, Field.value))
  }

  /// Concatenation and repetition. The result of a repetition shares its elements with the operand, which is nearly
  /// always a display that nobody else sees.
  private func sequence(
    _ number: Int32, _ op: Operation, _ kind: Operator, _ side: Int32, _ atom: Int32, isInPlace: Bool
  ) {
    switch kind {
    case .mul: add(atom, to: op.result)
    case .add:
      if isInPlace, atoms[atom].kind == .list {
        if side == 0 {
          add(atom, to: op.result)
          listen(op.operands[1], Listener(.iterInto, field(atom, Field.element)))
        }
        return
      }
      let whole = atoms.number(atoms[atom].kind, -1 - op.result)
      copy(field(atom, Field.element), to: field(whole, Field.element))
      add(whole, to: op.result)
    default: break
    }
  }

  /// Adds what an operator makes of simple kinds.
  private func numbers(_ kind: Operator, _ left: UInt32, _ right: UInt32, into target: Int32) {
    let (l, r) = (LikelyType.Kinds(rawValue: left), LikelyType.Kinds(rawValue: right))
    let numeric: LikelyType.Kinds = [.int, .float, .bool, .complex]
    func add(_ kind: LikelyType.Kinds) { self.add(kindAtom(kind), to: target) }
    let (ln, rn) = (l.intersection(numeric), r.intersection(numeric))
    if !ln.isEmpty, !rn.isEmpty {
      let integers: LikelyType.Kinds = [.int, .bool]
      let isBoth = !ln.isDisjoint(with: integers) && !rn.isDisjoint(with: integers)
      switch kind {
      case .lshift, .rshift: if isBoth { add(.int) }
      case .or, .xor, .and:
        if isBoth, ln.contains(.bool), rn.contains(.bool) { add(.bool) }
        if isBoth, ln.contains(.int) || rn.contains(.int) { add(.int) }
      case .matmul: break
      default:
        if isBoth { add(kind == .trueDiv ? .float : .int) }
        let hasReal = !ln.isDisjoint(with: [.int, .bool, .float]) && !rn.isDisjoint(with: [.int, .bool, .float])
        if hasReal, ln.contains(.float) || rn.contains(.float) { add(.float) }
        if ln.contains(.complex) || rn.contains(.complex) { add(.complex) }
      }
    }
    for text in [LikelyType.Kinds.str, .bytes] {
      switch kind {
      case .add: if l.contains(text), r.contains(text) { add(text) }
      case .mul:
        if l.contains(text) && !r.isDisjoint(with: [.int, .bool])
          || r.contains(text) && !l.isDisjoint(with: [.int, .bool])
        {
          add(text)
        }
      case .mod: if l.contains(text) { add(text) }
      default: break
      }
    }
  }
}
