import MoltIR
import MoltSyntax

// match statements (PEP 634). Captures are held in temporaries and stored when the whole pattern has matched.

extension FunctionLowerer {
  typealias Captures = [(name: Name, value: VariableID)]

  func lowerMatch(_ subject: ExprID, _ cases: [NodeID<MatchCase>]) {
    let value = lower(subject)
    let end = newBlock()
    for id in cases {
      let item = ast[id]
      let next = newBlock()
      var captures: Captures = []
      pattern(item.pattern, value, next, &captures)
      for capture in captures { store(capture.name, read(capture.value)) }
      if !item.guardExpr.isNone {
        let inside = newBlock()
        condition(item.guardExpr, inside, next)
        beginSealed(inside)
      }
      statements(item.body)
      jump(end)
      beginSealed(next)
    }
    jump(end)
    beginSealed(end)
  }

  /// Goes on when the subject matches, and to `fail` when it does not.
  private func pattern(_ id: PatternID, _ subject: ValueID, _ fail: BlockID, _ captures: inout Captures) {
    let saved = currentSpan
    currentSpan = ast.span(id)
    defer { currentSpan = saved }
    switch ast[id] {
    case .matchValue(let value):
      let expected = lower(value)
      require(emit(.testEQ, [subject, expected]), fail)
    case .matchSingleton(let value):
      require(emit(.isSame, [subject, constant(lowerConstant(value))]), fail)
    case .matchSequence(let patterns): sequence(ast.list(patterns), subject, fail, &captures)
    case .matchMapping(let keys, let patterns, let rest):
      mapping(ast.list(keys), ast.list(patterns), rest, subject, fail, &captures)
    case .matchClass(let cls, let patterns, let names, let keywordPatterns):
      let type = lower(cls)
      let positional = ast.list(patterns)
      let all = positional + ast.list(keywordPatterns)
      let keywordNames = context.constant(.tuple(ast.list(names).map { context.constant(.str(ast.bytes($0))) }))
      let found = emit(.matchClass, [subject, type], immediate: Int64(positional.count), constant: keywordNames)
      parts(all, found, fail, &captures)
    case .matchStar: break
    case .matchAs(let inner, let name):
      if !inner.isNone { pattern(inner, subject, fail, &captures) }
      if !name.isNone { capture(name, subject, &captures) }
    case .matchOr(let alternatives): alternative(ast.list(alternatives), subject, fail, &captures)
    }
  }

  private func capture(_ symbol: Symbol, _ value: ValueID, _ captures: inout Captures) {
    let target = name(symbol)
    if captures.contains(where: { $0.name == target }) {
      context.report(
        .syntaxError, "multiple assignments to name '\(context.names.text(target))' in pattern", currentSpan)
    }
    let holder = newTemporary()
    write(holder, value)
    captures.append((target, holder))
  }

  private func require(_ flag: ValueID, _ fail: BlockID) {
    let next = newBlock()
    branch(flag, next, fail)
    beginSealed(next)
  }

  /// Matches the items of a tuple that is None when the match failed already.
  private func parts(_ patterns: [PatternID], _ found: ValueID, _ fail: BlockID, _ captures: inout Captures) {
    let next = newBlock()
    branch(emit(.isSame, [found, none()]), fail, next)
    beginSealed(next)
    if patterns.isEmpty { return }
    let array = emit(.unpack, [found], immediate: Int64(patterns.count))
    let values = patterns.indices.map { emit(.take, [array], immediate: Int64($0)) }
    for (item, value) in zip(patterns, values) { pattern(item, value, fail, &captures) }
  }

  private func sequence(_ patterns: [PatternID], _ subject: ValueID, _ fail: BlockID, _ captures: inout Captures) {
    require(emit(.matchSequence, [subject]), fail)
    let star = patterns.firstIndex { if case .matchStar = ast[$0] { true } else { false } }
    let length = emit(.matchLength, [subject])
    let wanted = emit(.i64Const, immediate: Int64(patterns.count - (star == nil ? 0 : 1)))
    require(emit(star == nil ? .i64EQ : .i64GE, [length, wanted]), fail)
    if patterns.isEmpty { return }
    let array: ValueID
    if let star {
      array = emit(.unpackStar, [subject], immediate: Int64(star | (patterns.count - star - 1) << 16))
    } else {
      array = emit(.unpack, [subject], immediate: Int64(patterns.count))
    }
    let values = patterns.indices.map { emit(.take, [array], immediate: Int64($0)) }
    for (item, value) in zip(patterns, values) {
      if case .matchStar(let symbol) = ast[item] {
        if !symbol.isNone { capture(symbol, value, &captures) }
      } else {
        pattern(item, value, fail, &captures)
      }
    }
  }

  private func mapping(
    _ keys: [ExprID], _ patterns: [PatternID], _ rest: Symbol, _ subject: ValueID, _ fail: BlockID,
    _ captures: inout Captures
  ) {
    require(emit(.matchMapping, [subject]), fail)
    if keys.isEmpty && rest.isNone { return }
    if !keys.isEmpty {
      let length = emit(.matchLength, [subject])
      require(emit(.i64GE, [length, emit(.i64Const, immediate: Int64(keys.count))]), fail)
    }
    let keyTuple = emit(.newTuple, keys.map(lower))
    if !keys.isEmpty { parts(patterns, emit(.matchKeys, [subject, keyTuple]), fail, &captures) }
    if !rest.isNone { capture(rest, emit(.matchRest, [subject, keyTuple]), &captures) }
  }

  /// `a | b`: every alternative captures the same names; their values are merged.
  private func alternative(
    _ alternatives: [PatternID], _ subject: ValueID, _ fail: BlockID, _ captures: inout Captures
  ) {
    let matched = newBlock()
    var merged: Captures = []
    for (index, item) in alternatives.enumerated() {
      let isLast = index == alternatives.count - 1
      let next = isLast ? fail : newBlock()
      var own: Captures = []
      pattern(item, subject, next, &own)
      if index == 0 {
        merged = own.map { ($0.name, newTemporary()) }
      } else if Set(own.map(\.name)) != Set(merged.map(\.name)) {
        context.report(.syntaxError, "alternative patterns bind different names", ast.span(item))
        return
      }
      for capture in merged {
        if let found = own.first(where: { $0.name == capture.name }) { write(capture.value, read(found.value)) }
      }
      jump(matched)
      if !isLast { beginSealed(next) }
    }
    beginSealed(matched)
    captures += merged
  }
}
