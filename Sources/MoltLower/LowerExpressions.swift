import MoltIR
import MoltSpec
import MoltSyntax

// Expressions, in CPython's evaluation order.

extension FunctionLowerer {
  /// Evaluates an expression; the value is never null.
  func lower(_ id: ExprID) -> ValueID {
    at(ast.span(id)) { lowerHere(id) }
  }

  private func lowerHere(_ id: ExprID) -> ValueID {
    switch ast[id] {
    case .constant(let value, _): return constant(lowerConstant(value))
    case .name(let symbol, _): return load(name(symbol))
    case .binOp(let left, let op, let right):
      let a = lower(left)
      let b = lower(right)
      return emit(FunctionLowerer.binaryOpcode(op), [a, b])
    case .unaryOp(let op, let operand):
      switch op {
      case .not:
        if case .compare(_, let ops, _) = ast[operand], ops.count == 1 { return boxed(condition(id)) }
        return boxed(emit(.notBool, [emit(.truth, [lower(operand)])]))
      case .uSub:
        if let folded = negatedConstant(operand) { return constant(folded) }
        return emit(.neg, [lower(operand)])
      case .uAdd: return emit(.pos, [lower(operand)])
      case .invert: return emit(.invert, [lower(operand)])
      }
    case .boolOp(let op, let values): return boolOperation(op, ast.list(values))
    case .compare(let left, let ops, let comparators):
      warnOfIdentity(ast.span(id), left, ast.list(ops), ast.list(comparators))
      return comparison(left, ast.list(ops), ast.list(comparators))
    case .ifExp(let test, let body, let orElse): return conditional(test, body, orElse)
    case .namedExpr(let target, let value):
      let result = lower(value)
      if case .name(let symbol, _) = ast[target] { at(ast.span(target)) { storeWalrus(name(symbol), result) } }
      return result
    case .attribute(let value, let attribute, _):
      let object = lower(value)
      return at(attributeSpan(id)) { emit(.getAttr, [object], constant: context.constant(name(attribute))) }
    case .subscript(let value, let slice, _):
      warnOfSubscript(value, slice)
      let object = lower(value)
      if let bounds = sliceBounds(slice) { return emit(.getSlice, [object] + bounds) }
      return emit(.getItem, [object, lower(slice)])
    case .slice: return emit(.slice, sliceBounds(id)!)
    case .call(let function, let args, let keywords): return call(id, function, ast.list(args), ast.list(keywords))
    case .tuple(let elements, _): return tuple(ast.list(elements))
    case .list(let elements, _): return list(ast.list(elements))
    case .set(let elements): return set(ast.list(elements))
    case .dict(let keys, let values): return dict(ast.list(keys), ast.list(values))
    case .listComp, .setComp, .dictComp: return comprehension(id)
    case .generatorExp: return generatorExpression(id)
    case .lambda(let args, let body): return lambda(id, args, body)
    case .joinedStr(let values): return joinedString(ast.list(values))
    case .formattedValue: return joinedString([id])
    case .yield(let value): return lowerYield(value, ast.span(id))
    case .yieldFrom(let value): return lowerYieldFrom(value, ast.span(id))
    case .await(let value): return lowerAwait(value, ast.span(id))
    case .starred:
      context.report(.syntaxError, "can't use starred expression here", ast.span(id))
      return none()
    }
  }

  /// Start, stop and step of a slice expression, None where they are absent; nil for any other expression.
  func sliceBounds(_ id: ExprID) -> [ValueID]? {
    guard case .slice(let start, let stop, let step) = ast[id] else { return nil }
    return [start, stop, step].map { $0.isNone ? none() : lower($0) }
  }

  /// A comprehension's `:=` writes to the scope around it.
  private func storeWalrus(_ name: Name, _ value: ValueID) {
    let saved = scope
    while context.scopes[scope].kind == .comprehension, let parent = context.scopes[scope].parent { scope = parent }
    store(name, value)
    scope = saved
  }

  // MARK: Constants

  func lowerConstant(_ constant: MoltSyntax.Constant) -> MoltIR.Constant {
    switch constant {
    case .none: return .none
    case .true: return .true
    case .false: return .false
    case .ellipsis: return .ellipsis
    case .int(let value): return FunctionLowerer.intConstant(value)
    case .bigInt(let digits): return .bigInt(String(decoding: ast.bytes(digits), as: UTF8.self))
    case .float(let bits): return .float(bits)
    case .imaginary(let bits): return .imaginary(bits)
    case .str(let text): return .str(ast.bytes(text))
    case .bytes(let bytes): return .bytes(ast.bytes(bytes))
    }
  }

  static func intConstant(_ value: Int64) -> MoltIR.Constant {
    value >= -(1 << 48) && value < 1 << 48 ? .smallInt(value) : .bigInt(String(value))
  }

  private func negatedConstant(_ operand: ExprID) -> MoltIR.Constant? {
    guard case .constant(let value, _) = ast[operand] else { return nil }
    switch value {
    case .int(let number) where number != .min: return FunctionLowerer.intConstant(-number)
    case .bigInt(let digits): return .bigInt("-" + String(decoding: ast.bytes(digits), as: UTF8.self))
    case .float(let bits): return .float(bits ^ (1 << 63))
    default: return nil
    }
  }

  // MARK: Operators

  static func binaryOpcode(_ op: BinaryOperator) -> Opcode {
    switch op {
    case .add: .add
    case .sub: .sub
    case .mult: .mul
    case .matMult: .matmul
    case .div: .trueDiv
    case .mod: .mod
    case .pow: .pow
    case .lShift: .lshift
    case .rShift: .rshift
    case .bitOr: .or
    case .bitXor: .xor
    case .bitAnd: .and
    case .floorDiv: .floorDiv
    }
  }

  static func inPlaceOpcode(_ op: BinaryOperator) -> Opcode {
    switch op {
    case .add: .iadd
    case .sub: .isub
    case .mult: .imul
    case .matMult: .imatmul
    case .div: .itrueDiv
    case .mod: .imod
    case .pow: .ipow
    case .lShift: .ilshift
    case .rShift: .irshift
    case .bitOr: .ior
    case .bitXor: .ixor
    case .bitAnd: .iand
    case .floorDiv: .ifloorDiv
    }
  }

  /// `and` / `or`: the first operand that decides, else the last.
  private func boolOperation(_ op: BoolOperator, _ values: [ExprID]) -> ValueID {
    let result = newTemporary()
    let end = newBlock()
    for value in values.dropLast() {
      let operand = lower(value)
      let next = newBlock()
      let decided = newBlock()
      let test = emit(.truth, [operand])
      if op == .and { branch(test, next, decided) } else { branch(test, decided, next) }
      beginSealed(decided)
      write(result, operand)
      jump(end)
      beginSealed(next)
    }
    write(result, lower(values[values.count - 1]))
    jump(end)
    beginSealed(end)
    return read(result)
  }

  private func conditional(_ test: ExprID, _ body: ExprID, _ orElse: ExprID) -> ValueID {
    let result = newTemporary()
    let onTrue = newBlock()
    let onFalse = newBlock()
    let end = newBlock()
    condition(test, onTrue, onFalse)
    beginSealed(onTrue)
    write(result, lower(body))
    jump(end)
    beginSealed(onFalse)
    write(result, lower(orElse))
    jump(end)
    beginSealed(end)
    return read(result)
  }

  private func comparison(_ left: ExprID, _ ops: [CompareOperator], _ comparators: [ExprID]) -> ValueID {
    if ops.count == 1 {
      let a = lower(left)
      return compare(ops[0], a, lower(comparators[0]))
    }
    let result = newTemporary()
    let end = newBlock()
    var a = lower(left)
    for (index, op) in ops.enumerated() {
      let b = lower(comparators[index])
      let value = compare(op, a, b)
      if index == ops.count - 1 {
        write(result, value)
        jump(end)
        break
      }
      let next = newBlock()
      let decided = newBlock()
      branch(emit(.truth, [value]), next, decided)
      beginSealed(decided)
      write(result, value)
      jump(end)
      beginSealed(next)
      a = b
    }
    beginSealed(end)
    return read(result)
  }

  /// One comparison as a Python value.
  private func compare(_ op: CompareOperator, _ a: ValueID, _ b: ValueID) -> ValueID {
    switch op {
    case .eq: emit(.eq, [a, b])
    case .notEq: emit(.ne, [a, b])
    case .lt: emit(.lt, [a, b])
    case .ltE: emit(.le, [a, b])
    case .gt: emit(.gt, [a, b])
    case .gtE: emit(.ge, [a, b])
    case .is, .isNot, .in, .notIn: boxed(test(op, a, b))
    }
  }

  /// One comparison as an i1.
  private func test(_ op: CompareOperator, _ a: ValueID, _ b: ValueID) -> ValueID {
    switch op {
    case .eq: emit(.testEQ, [a, b])
    case .notEq: emit(.testNE, [a, b])
    case .lt: emit(.testLT, [a, b])
    case .ltE: emit(.testLE, [a, b])
    case .gt: emit(.testGT, [a, b])
    case .gtE: emit(.testGE, [a, b])
    case .is: emit(.isSame, [a, b])
    case .isNot: emit(.notBool, [emit(.isSame, [a, b])])
    case .in: emit(.contains, [b, a])
    case .notIn: emit(.notBool, [emit(.contains, [b, a])])
    }
  }

  func boxed(_ flag: ValueID) -> ValueID { emit(.boxBool, [flag]) }

  // MARK: Conditions

  /// Truth of an expression as an i1.
  func condition(_ id: ExprID) -> ValueID {
    switch ast[id] {
    case .unaryOp(.not, let operand):
      return emit(.notBool, [condition(operand)])
    case .compare(let left, let ops, let comparators) where ops.count == 1:
      warnOfIdentity(ast.span(id), left, ast.list(ops), ast.list(comparators))
      return at(ast.span(id)) {
        let a = lower(left)
        return test(ast.list(ops)[0], a, lower(ast.list(comparators)[0]))
      }
    default:
      let value = lower(id)
      return at(ast.span(id)) { emit(.truth, [value]) }
    }
  }

  /// Branches on the truth of an expression without making intermediate values.
  func condition(_ id: ExprID, _ onTrue: BlockID, _ onFalse: BlockID) {
    switch ast[id] {
    case .unaryOp(.not, let operand): condition(operand, onFalse, onTrue)
    case .boolOp(let op, let values):
      let list = ast.list(values)
      for value in list.dropLast() {
        let next = newBlock()
        if op == .and { condition(value, next, onFalse) } else { condition(value, onTrue, next) }
        beginSealed(next)
      }
      condition(list[list.count - 1], onTrue, onFalse)
    case .compare(let left, let ops, let comparators) where ops.count > 1:
      warnOfIdentity(ast.span(id), left, ast.list(ops), ast.list(comparators))
      at(ast.span(id)) {
        let operators = ast.list(ops)
        let operands = ast.list(comparators)
        var a = lower(left)
        for (index, op) in operators.enumerated() {
          let b = lower(operands[index])
          let flag = test(op, a, b)
          if index == operators.count - 1 {
            branch(flag, onTrue, onFalse)
          } else {
            let next = newBlock()
            branch(flag, next, onFalse)
            beginSealed(next)
          }
          a = b
        }
      }
    default:
      branch(condition(id), onTrue, onFalse)
    }
  }
}
