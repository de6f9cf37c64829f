import MoltIR
import MoltSyntax

// Assignment, augmented and annotated assignment, deletion.

extension FunctionLowerer {
  /// Stores a value into any target expression.
  func assignTarget(_ target: ExprID, _ value: ValueID) {
    at(ast.span(target)) {
      switch ast[target] {
      case .name(let symbol, _): store(name(symbol), value)
      case .attribute(let object, let attribute, _):
        let receiver = lower(object)
        checkBinds(attribute, currentSpan)
        at(attributeSpan(target)) {
          emit(.setAttr, [receiver, value], constant: context.constant(name(attribute)))
        }
      case .subscript(let object, let slice, _):
        let container = lower(object)
        if let bounds = sliceBounds(slice) {
          emit(.setSlice, [container] + bounds + [value])
        } else {
          emit(.setItem, [container, lower(slice), value])
        }
      case .tuple(let elements, _), .list(let elements, _): unpack(ast.list(elements), value)
      case .starred:
        context.report(.syntaxError, "starred assignment target must be in a list or tuple", ast.span(target))
      default: context.report(.syntaxError, "cannot assign to expression", ast.span(target))
      }
    }
  }

  private func unpack(_ targets: [ExprID], _ value: ValueID) {
    let star = targets.firstIndex { if case .starred = ast[$0] { true } else { false } }
    let array: ValueID
    if let star {
      if targets.dropFirst(star + 1).contains(where: { if case .starred = ast[$0] { true } else { false } }) {
        context.report(.syntaxError, "multiple starred expressions in assignment", currentSpan)
        return
      }
      checkStarPosition(star, targets.count, "assignment")
      array = emit(.unpackStar, [value], immediate: Int64(star | (targets.count - star - 1) << 16))
    } else {
      array = emit(.unpack, [value], immediate: Int64(targets.count))
    }
    // All values are taken out before any is stored, since storing may raise.
    let values = targets.indices.map { emit(.take, [array], immediate: Int64($0)) }
    for (target, item) in zip(targets, values) {
      if case .starred(let inner, _) = ast[target] {
        assignTarget(inner, item)
      } else {
        assignTarget(target, item)
      }
    }
  }

  func lowerAssign(_ targets: [ExprID], _ value: ExprID) {
    // `a, b = x, y` needs no tuple.
    if targets.count == 1, let left = plainElements(targets[0]), let right = plainElements(value),
      left.count == right.count
    {
      let values = right.map(lower)
      for (target, item) in zip(left, values) { assignTarget(target, item) }
      return
    }
    let result = lower(value)
    for target in targets { assignTarget(target, result) }
  }

  /// The elements of a tuple display without stars.
  private func plainElements(_ id: ExprID) -> [ExprID]? {
    guard case .tuple(let elements, _) = ast[id] else { return nil }
    let list = ast.list(elements)
    if list.contains(where: { if case .starred = ast[$0] { true } else { false } }) { return nil }
    return list
  }

  func lowerAugmentedAssign(_ target: ExprID, _ op: BinaryOperator, _ value: ExprID) {
    let opcode = FunctionLowerer.inPlaceOpcode(op)
    switch ast[target] {
    case .name(let symbol, _):
      let old = at(ast.span(target)) { load(name(symbol)) }
      let result = emit(opcode, [old, lower(value)])
      at(ast.span(target)) { store(name(symbol), result) }
    case .attribute(let object, let attribute, _):
      let receiver = lower(object)
      let attributeName = context.constant(name(attribute))
      let place = attributeSpan(target)
      let old = at(place) { emit(.getAttr, [receiver], constant: attributeName) }
      let result = emit(opcode, [old, lower(value)])
      at(place) { emit(.setAttr, [receiver, result], constant: attributeName) }
    case .subscript(let object, let slice, _):
      let container = lower(object)
      // With a step, reading and storing get the same slice object; without, each gets one of its own.
      if case .slice(_, _, let step) = ast[slice], step.isNone, let bounds = sliceBounds(slice) {
        let old = at(ast.span(target)) { emit(.getSlice, [container] + bounds) }
        let result = emit(opcode, [old, lower(value)])
        at(ast.span(target)) { emit(.setSlice, [container] + bounds + [result]) }
        return
      }
      let key = lower(slice)
      let old = at(ast.span(target)) { emit(.getItem, [container, key]) }
      let result = emit(opcode, [old, lower(value)])
      at(ast.span(target)) { emit(.setItem, [container, key, result]) }
    default: context.report(.syntaxError, "illegal expression for augmented assignment", ast.span(target))
    }
  }

  func lowerAnnotatedAssign(_ target: ExprID, _ annotation: ExprID, _ value: ExprID, isSimple: Bool) {
    if !value.isNone { assignTarget(target, lower(value)) }
    let kind = context.scopes[functionScope].kind
    let isEvaluated = kind == .module || kind == .classBody
    switch ast[target] {
    case .name(let symbol, _):
      checkBinds(symbol, currentSpan)
      if isSimple, isEvaluated {
        let note = annotationValue(annotation)
        let annotations = load(context.names.name("__annotations__"))
        emit(.setItem, [annotations, constant(.str(context.names.texts[Int(name(symbol).raw)])), note])
      }
    // The parts of a target without a value are evaluated, the target itself is not stored.
    case .attribute(let object, let attribute, _):
      checkBinds(attribute, currentSpan)
      if value.isNone { _ = lower(object) }
    case .subscript(let object, let slice, _):
      if value.isNone {
        _ = lower(object)
        evaluateSubscript(slice)
      }
    default: break
    }
    if !isSimple, isEvaluated, !context.annotationsAreStrings { _ = lower(annotation) }
  }

  private func evaluateSubscript(_ slice: ExprID) {
    switch ast[slice] {
    case .slice(let start, let stop, let step):
      for part in [start, stop, step] where !part.isNone { _ = lower(part) }
    case .tuple(let elements, _): for element in ast.list(elements) { evaluateSubscript(element) }
    default: _ = lower(slice)
    }
  }

  /// An annotation's value, or its source text under `from __future__ import annotations`.
  func annotationValue(_ id: ExprID) -> ValueID {
    context.annotationsAreStrings ? constant(.str(annotationText(id))) : lower(id)
  }

  private func annotationText(_ id: ExprID) -> [UInt8] { Unparser.annotation(id, in: ast).0 }

  func lowerDelete(_ target: ExprID) {
    at(ast.span(target)) {
      switch ast[target] {
      case .name(let symbol, _): delete(name(symbol))
      case .attribute(let object, let attribute, _):
        let receiver = lower(object)
        at(attributeSpan(target)) {
          emit(.delAttr, [receiver], constant: context.constant(name(attribute)))
        }
      case .subscript(let object, let slice, _):
        let container = lower(object)
        emit(.delItem, [container, lower(slice)])
      case .tuple(let elements, _), .list(let elements, _): for item in ast.list(elements) { lowerDelete(item) }
      default: context.report(.syntaxError, "cannot delete expression", ast.span(target))
      }
    }
  }
}
