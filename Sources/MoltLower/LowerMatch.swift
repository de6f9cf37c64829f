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
      mayMatchAll = !item.guardExpr.isNone || id == cases.last
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
      if case .joinedStr = ast[value] {
        context.report(.syntaxError, "patterns may only match literals and attribute lookups", currentSpan)
      }
      let expected = lower(value)
      require(emit(.testEQ, [subject, expected]), fail)
    case .matchSingleton(let value):
      require(emit(.isSame, [subject, constant(lowerConstant(value))]), fail)
    case .matchSequence(let patterns): sequence(ast.list(patterns), subject, fail, &captures)
    case .matchMapping(let keys, let patterns, let rest):
      mapping(ast.list(keys), ast.list(patterns), rest, subject, fail, &captures)
    case .matchClass(let cls, let patterns, let names, let keywordPatterns):
      checkAttributes(ast.list(names), ast.list(keywordPatterns))
      let type = lower(cls)
      let positional = ast.list(patterns)
      let all = positional + ast.list(keywordPatterns)
      let keywordNames = context.constant(.tuple(ast.list(names).map { context.constant(.str(ast.bytes($0))) }))
      let found = emit(.matchClass, [subject, type], immediate: Int64(positional.count), constant: keywordNames)
      parts(all, found, fail, &captures)
    case .matchStar: break
    case .matchAs(let inner, let name):
      if !inner.isNone {
        pattern(inner, subject, fail, &captures)
      } else if !mayMatchAll {
        let what = name.isNone ? "wildcard" : "name capture '\(ast.text(name))'"
        context.report(.syntaxError, "\(what) makes remaining patterns unreachable", currentSpan)
      }
      if !name.isNone { capture(name, subject, &captures) }
    case .matchOr(let alternatives): alternative(ast.list(alternatives), subject, fail, &captures)
    }
  }

  private func capture(_ symbol: Symbol, _ value: ValueID, _ captures: inout Captures) {
    let target = name(symbol)
    checkBinds(target, currentSpan)
    refuseSecond(target, captures)
    let holder = newTemporary()
    write(holder, value)
    captures.append((target, holder))
  }

  private func refuseSecond(_ target: Name, _ captures: Captures) {
    if captures.contains(where: { $0.name == target }) {
      context.report(
        .syntaxError, "multiple assignments to name '\(context.names.text(target))' in pattern", currentSpan)
    }
  }

  /// The attributes that a class pattern names.
  private func checkAttributes(_ names: [Symbol], _ patterns: [PatternID]) {
    for (index, name) in names.enumerated() {
      checkBinds(name, ast.span(patterns[index]))
      for other in names.indices.dropFirst(index + 1) where names[other] == name {
        context.report(
          .syntaxError, "attribute name repeated in class pattern: \(ast.text(name))", ast.span(patterns[other]))
      }
    }
  }

  /// The keys of a mapping pattern: constants, each once, and attributes.
  private func checkKeys(_ keys: [ExprID]) {
    var seen: Set<PatternKey> = []
    for key in keys {
      if let (constant, shown) = ast.patternKey(key) {
        if seen.insert(constant).inserted { continue }
        context.report(.syntaxError, "mapping pattern checks duplicate key (\(shown))", currentSpan)
      } else if case .attribute = ast[key] {
        continue
      } else {
        context.report(
          .syntaxError, "mapping pattern keys may only match literals and attribute lookups", currentSpan)
      }
    }
  }

  /// A pattern inside another one, where a failure is nothing that the cases below need not see.
  private func part(_ id: PatternID, _ subject: ValueID, _ fail: BlockID, _ captures: inout Captures) {
    let saved = mayMatchAll
    mayMatchAll = true
    pattern(id, subject, fail, &captures)
    mayMatchAll = saved
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
    for (item, value) in zip(patterns, values) { part(item, value, fail, &captures) }
  }

  private func sequence(_ patterns: [PatternID], _ subject: ValueID, _ fail: BlockID, _ captures: inout Captures) {
    require(emit(.matchSequence, [subject]), fail)
    let stars = patterns.indices.filter { if case .matchStar = ast[patterns[$0]] { true } else { false } }
    if stars.count > 1 {
      context.report(.syntaxError, "multiple starred names in sequence pattern", currentSpan)
      return
    }
    let star = stars.first
    if let star { checkStarPosition(star, patterns.count, "sequence pattern") }
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
        if !symbol.isNone { at(ast.span(item)) { capture(symbol, value, &captures) } }
      } else {
        part(item, value, fail, &captures)
      }
    }
  }

  private func mapping(
    _ keys: [ExprID], _ patterns: [PatternID], _ rest: Symbol, _ subject: ValueID, _ fail: BlockID,
    _ captures: inout Captures
  ) {
    checkKeys(keys)
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
    let outer = mayMatchAll
    for (index, item) in alternatives.enumerated() {
      let isLast = index == alternatives.count - 1
      let next = isLast ? fail : newBlock()
      var own: Captures = []
      mayMatchAll = isLast && outer
      pattern(item, subject, next, &own)
      mayMatchAll = outer
      if index == 0 {
        merged = own.map { ($0.name, newTemporary()) }
      } else if Set(own.map({ $0.name })) != Set(merged.map({ $0.name })) {
        context.report(.syntaxError, "alternative patterns bind different names", currentSpan)
        return
      }
      for capture in merged {
        if let found = own.first(where: { $0.name == capture.name }) { write(capture.value, read(found.value)) }
      }
      jump(matched)
      if !isLast { beginSealed(next) }
    }
    beginSealed(matched)
    for capture in merged { refuseSecond(capture.name, captures) }
    captures += merged
  }
}
