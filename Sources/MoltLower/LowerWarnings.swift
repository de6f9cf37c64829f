import MoltSyntax

// SyntaxWarnings about operations on literals, as CPython's compiler gives them.

extension FunctionLowerer {
  /// The type that an expression's value surely has, as messages have it.
  private func literalType(_ id: ExprID) -> String? {
    switch ast[id] {
    case .tuple: return "tuple"
    case .list, .listComp: return "list"
    case .dict, .dictComp: return "dict"
    case .set, .setComp: return "set"
    case .generatorExp: return "generator"
    case .lambda: return "function"
    case .joinedStr, .formattedValue: return "str"
    case .constant(let value, _):
      switch value {
      case .none: return "NoneType"
      case .true, .false: return "bool"
      case .ellipsis: return "ellipsis"
      case .int, .bigInt: return "int"
      case .float: return "float"
      case .imaginary: return "complex"
      case .str: return "str"
      case .bytes: return "bytes"
      }
    case .unaryOp(let op, let operand) where op == .uSub || op == .uAdd || op == .invert:
      guard case .constant = ast[operand], let type = literalType(operand) else { return nil }
      if type == "int" || (op != .invert && (type == "float" || type == "complex")) { return type }
      return type == "bool" ? "int" : nil
    default: return nil
    }
  }

  /// A literal whose identity means nothing: not one of None, True, False and `...`.
  private func isValueLiteral(_ id: ExprID) -> Bool {
    switch ast[id] {
    case .constant(let value, _):
      switch value {
      case .none, .true, .false, .ellipsis: return false
      default: return true
      }
    case .tuple(let elements, let context): return context == .load && ast.list(elements).allSatisfy(isConstant)
    case .unaryOp: return literalType(id) != nil
    default: return false
    }
  }

  /// What CPython folds to a constant.
  private func isConstant(_ id: ExprID) -> Bool {
    switch ast[id] {
    case .constant: return true
    case .tuple, .unaryOp: return isValueLiteral(id)
    default: return false
    }
  }

  func warnOfIdentity(_ span: Span, _ left: ExprID, _ ops: [CompareOperator], _ comparators: [ExprID]) {
    var previous = left
    for (op, right) in zip(ops, comparators) {
      let isIdentity = op == .is || op == .isNot
      let literal = isValueLiteral(previous) ? previous : isValueLiteral(right) ? right : .none
      if isIdentity, !literal.isNone, let type = literalType(literal) {
        let (written, meant) = op == .is ? ("is", "==") : ("is not", "!=")
        context.warn("\"\(written)\" with '\(type)' literal. Did you mean \"\(meant)\"?", span)
        return
      }
      previous = right
    }
  }

  func warnOfCall(_ function: ExprID) {
    switch ast[function] {
    case .constant, .tuple, .list, .listComp, .dict, .dictComp, .set, .setComp, .generatorExp, .joinedStr,
      .formattedValue:
      let type = literalType(function) ?? ""
      context.warn("'\(type)' object is not callable; perhaps you missed a comma?", ast.span(function))
    default: break
    }
  }

  func warnOfSubscript(_ value: ExprID, _ slice: ExprID) {
    switch ast[value] {
    case .constant(let constant, _):
      switch constant {
      case .str, .bytes: break
      default: return warnNotSubscriptable(value)
      }
    case .set, .setComp, .generatorExp, .lambda: return warnNotSubscriptable(value)
    default: break
    }
    guard let index = literalType(slice), index != "int", index != "bool" else { return }
    switch ast[value] {
    case .constant(.str, _), .constant(.bytes, _), .tuple, .list, .listComp, .joinedStr, .formattedValue:
      let type = literalType(value) ?? ""
      context.warn(
        "\(type) indices must be integers or slices, not \(index); perhaps you missed a comma?", ast.span(value))
    default: break
    }
  }

  private func warnNotSubscriptable(_ value: ExprID) {
    context.warn(
      "'\(literalType(value) ?? "")' object is not subscriptable; perhaps you missed a comma?", ast.span(value))
  }

  func warnOfAssertion(_ test: ExprID, _ span: Span) {
    guard case .tuple(let elements, _) = ast[test], !elements.isEmpty else { return }
    context.warn("assertion is always true, perhaps remove parentheses?", span)
  }
}
