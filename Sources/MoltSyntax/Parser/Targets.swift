// Assignment targets. They are parsed as expressions; then their context is changed in place, or an error names what
// cannot be assigned to.

extension Parser {
  /// What a target is for: decides which expressions may stand there and how a wrong one is reported.
  enum TargetUse { case store, delete, loop }

  /// The first expression inside `id` that cannot be a target, or `.none`.
  func invalidTarget(_ id: ExprID, _ use: TargetUse) -> ExprID {
    switch ast[id] {
    case .name, .attribute, .subscript: return .none
    case .starred(let value, _): return use == .delete ? id : invalidTarget(value, use)
    case .list(let elements, _), .tuple(let elements, _):
      for raw in ast.raws(elements) {
        let found = invalidTarget(ExprID(raw: raw), use)
        if !found.isNone { return found }
      }
      return .none
    case .compare(let left, let ops, _) where use == .loop && !ops.isEmpty:
      if CompareOperator(rawValue: UInt8(truncatingIfNeeded: ast.pool[Int(ops.start)])) == .in {
        return invalidTarget(left, use)
      }
      return id
    default: return id
    }
  }

  mutating func setContext(_ id: ExprID, _ context: ExprContext) {
    let index = Int(id.raw)
    switch ast.expressions[index] {
    case .name(let name, _): ast.expressions[index] = .name(id: name, context: context)
    case .attribute(let value, let name, _):
      ast.expressions[index] = .attribute(value: value, name: name, context: context)
    case .subscript(let value, let slice, _):
      ast.expressions[index] = .subscript(value: value, slice: slice, context: context)
    case .starred(let value, _):
      ast.expressions[index] = .starred(value: value, context: context)
      setContext(value, context)
    case .list(let elements, _):
      ast.expressions[index] = .list(elements: elements, context: context)
      for position in 0..<Int(elements.count) {
        setContext(ExprID(raw: ast.pool[Int(elements.start) + position]), context)
      }
    case .tuple(let elements, _):
      ast.expressions[index] = .tuple(elements: elements, context: context)
      for position in 0..<Int(elements.count) {
        setContext(ExprID(raw: ast.pool[Int(elements.start) + position]), context)
      }
    default: break
    }
  }

  /// Whether the expression may be a target of an assignment, `for` or `with`. A starred expression in a starred one
  /// and a parenthesised one are refused by the grammar.
  func isTarget(_ id: ExprID) -> Bool {
    switch ast[id] {
    case .name, .attribute, .subscript: return true
    case .starred(let value, _): return !isStarredNode(value) && isTarget(value)
    case .list(let elements, _), .tuple(let elements, _):
      for raw in ast.raws(elements) where !isTarget(ExprID(raw: raw)) { return false }
      return true
    default: return false
    }
  }

  /// The targets of `for`: `star_targets`, up to `in`.
  mutating func targetList() throws(SyntaxAbort) -> ExprID {
    let first = start
    var value = try targetElement()
    if at(.comma) {
      let mark = stack.count
      stack.append(value.raw)
      while eat(.comma) {
        if !startsExpression() { break }
        stack.append(try targetElement().raw)
      }
      value = add(.tuple(elements: takeList(from: mark), context: .store), from: first)
    }
    if !isTarget(value) {
      if explains, at(.in) || at(.comma) { throw reportInvalidTarget(value, .loop) }
      if explains {
        let bad = invalidTarget(value, .loop)
        if !bad.isNone { throw reportInvalidTarget(value, .loop) }
      }
      throw unexpected()
    }
    setContext(value, .store)
    return value
  }

  /// One target, perhaps starred; `in` must not be taken for the operator, hence no comparison.
  private mutating func targetElement() throws(SyntaxAbort) -> ExprID {
    let first = start
    if at(.star) {
      index += 1
      let value = try binary(1)
      return add(.starred(value: value, context: .store), from: first)
    }
    return try binary(1)
  }
}
