import MoltABI

// Binding the arguments of a call to the parameters of a Python function (`initialize_locals` of Python/ceval.c).

@inline(never)
func callBinding(_ function: FunctionPointer, _ args: Arguments?, _ count: Int, _ names: Value) -> Value {
  let code = function.pointee.code!
  if names.isNull && count < Int(code.pointee.positionalCount) && code.pointee.keywordOnlyCount == 0
    && code.pointee.flags & Int32(MOLT_CODE_VARARGS | MOLT_CODE_VARKEYWORDS) == 0 && !function.pointee.defaults.isNull
    && Int(code.pointee.positionalCount) - count <= tupleCount(function.pointee.defaults)
  {
    return callWithDefaults(function, code, args, count)
  }
  let total = parameterCount(code)
  // The defaults may be replaced while the function runs.
  let defaults = function.pointee.defaults
  let keywordDefaults = function.pointee.keywordDefaults
  if !defaults.isNull { retain(defaults) }
  if !keywordDefaults.isNull { retain(keywordDefaults) }
  let result = withUnsafeTemporaryAllocation(of: Value.self, capacity: total + 1) { buffer -> Value in
    let slots = buffer.baseAddress!
    slots.update(repeating: .null, count: total + 1)
    var binding = Binding(function: function, code: code, slots: slots)
    let bound = binding.bind(args, count, names, defaults, keywordDefaults)
    let result = bound ? code.pointee.entry(function, slots) : Value.null
    binding.releaseCollected()
    return result
  }
  if !defaults.isNull { release(defaults) }
  if !keywordDefaults.isNull { release(keywordDefaults) }
  return result
}

/// A call in which only trailing positional arguments are missing, all of which have defaults.
private func callWithDefaults(
  _ function: FunctionPointer, _ code: UnsafePointer<MoltCode>, _ args: Arguments?, _ count: Int
) -> Value {
  // The defaults may be replaced while the function runs.
  let defaults = retained(function.pointee.defaults)
  let total = Int(code.pointee.positionalCount)
  let result = withUnsafeTemporaryAllocation(of: Value.self, capacity: total) { buffer -> Value in
    let slots = buffer.baseAddress!
    var index = 0
    while index < count {
      slots[index] = args.unsafelyUnwrapped[index]
      index += 1
    }
    let first = tupleCount(defaults) - total
    while index < total {
      slots[index] = tupleItems(defaults)[first + index]
      index += 1
    }
    return code.pointee.entry(function, slots)
  }
  release(defaults)
  return result
}

/// One call's binding. `slots` are borrowed values, except for the tuple of *args and the dict of **kwargs.
private struct Binding {
  let function: FunctionPointer
  let code: UnsafePointer<MoltCode>
  let slots: UnsafeMutablePointer<Value>

  var positional: Int { Int(code.pointee.positionalCount) }
  var keywordOnly: Int { Int(code.pointee.keywordOnlyCount) }
  var hasRest: Bool { code.pointee.flags & Int32(MOLT_CODE_VARARGS) != 0 }
  var hasKeywords: Bool { code.pointee.flags & Int32(MOLT_CODE_VARKEYWORDS) != 0 }
  var restIndex: Int { positional + keywordOnly }
  var keywordsIndex: Int { positional + keywordOnly + (hasRest ? 1 : 0) }

  func releaseCollected() {
    if hasRest { releaseIfBound(slots[restIndex]) }
    if hasKeywords { releaseIfBound(slots[keywordsIndex]) }
  }

  mutating func bind(
    _ args: Arguments?, _ count: Int, _ names: Value, _ defaults: Value, _ keywordDefaults: Value
  ) -> Bool {
    let given = min(count, positional)
    for index in 0..<given { slots[index] = args![index] }
    if hasRest {
      slots[restIndex] = count > positional ? makeTuple(args! + positional, count - positional) : emptyTuple()
    }
    if hasKeywords { slots[keywordsIndex] = newDict() }
    let keywordCount = names.isNull ? 0 : tupleCount(names)
    for index in 0..<keywordCount where !bindKeyword(tupleItems(names)[index], args![count + index], names) {
      return false
    }
    if count > positional && !hasRest { return raiseTooMany(count, defaults) }
    if count < positional && !fillDefaults(count, defaults) { return false }
    return keywordOnly == 0 || fillKeywordDefaults(keywordDefaults)
  }

  private func bindKeyword(_ name: Value, _ value: Value, _ names: Value) -> Bool {
    if !isStr(name) {
      return failure { $0.append("() keywords must be strings") }
    }
    let end = positional + keywordOnly
    var index = Int(code.pointee.positionalOnlyCount)
    // A function without parameters has no table of names.
    if let parameters = code.pointee.paramNames {
      while index < end && parameters[index] != name { index += 1 }
      if index == end {
        // The name may come from a dict whose keys are not interned.
        index = Int(code.pointee.positionalOnlyCount)
        while index < end && !stringsEqual(parameters[index], name) { index += 1 }
      }
    }
    if index < end {
      if !slots[index].isNull {
        return failure {
          $0.append("() got multiple values for argument '")
          $0.append(name)
          $0.append("'")
        }
      }
      slots[index] = value
      return true
    }
    if hasKeywords { return dictSet(slots[keywordsIndex], name, value) == 0 }
    if raisesPositionalOnly(names) { return false }
    return failure {
      $0.append("() got an unexpected keyword argument '")
      $0.append(name)
      $0.append("'")
    }
  }

  /// Names of positional-only parameters among the keywords get a message of their own.
  private func raisesPositionalOnly(_ names: Value) -> Bool {
    let only = Int(code.pointee.positionalOnlyCount)
    if only == 0 { return false }
    let parameters = code.pointee.paramNames!
    var list = StringBuilder()
    var any = false
    for index in 0..<only {
      for keyword in 0..<tupleCount(names) where stringsEqual(parameters[index], tupleItems(names)[keyword]) {
        if any { list.append(", ") }
        list.append(parameters[index])
        any = true
      }
    }
    if !any {
      list.discard()
      return false
    }
    let text = list.finish()
    _ = failure {
      $0.append("() got some positional-only arguments passed as keyword arguments: '")
      $0.append(text)
      $0.append("'")
    }
    release(text)
    return true
  }

  private func raiseTooMany(_ count: Int, _ defaults: Value) -> Bool {
    var keywordOnlyGiven = 0
    for index in positional..<(positional + keywordOnly) where !slots[index].isNull { keywordOnlyGiven += 1 }
    let defaultCount = defaults.isNull ? 0 : tupleCount(defaults)
    return failure {
      $0.append("() takes ")
      var plural = positional != 1
      if defaultCount > 0 {
        plural = true
        $0.append("from ")
        $0.append(int: positional - defaultCount)
        $0.append(" to ")
      }
      $0.append(int: positional)
      $0.append(plural ? " positional arguments but " : " positional argument but ")
      $0.append(int: count)
      if keywordOnlyGiven > 0 {
        $0.append(count != 1 ? " positional arguments (and " : " positional argument (and ")
        $0.append(int: keywordOnlyGiven)
        $0.append(keywordOnlyGiven != 1 ? " keyword-only arguments)" : " keyword-only argument)")
      }
      $0.append(count == 1 && keywordOnlyGiven == 0 ? " was given" : " were given")
    }
  }

  private func fillDefaults(_ count: Int, _ defaults: Value) -> Bool {
    let defaultCount = defaults.isNull ? 0 : tupleCount(defaults)
    let required = positional - defaultCount
    var missing = 0
    var index = count
    while index < required {
      if slots[index].isNull { missing += 1 }
      index += 1
    }
    if missing > 0 { return raiseMissing(missing, "positional", 0, required) }
    index = max(count, required)
    while index < positional {
      if slots[index].isNull { slots[index] = tupleItems(defaults)[index - required] }
      index += 1
    }
    return true
  }

  private func fillKeywordDefaults(_ defaults: Value) -> Bool {
    var missing = 0
    for index in positional..<(positional + keywordOnly) where slots[index].isNull {
      let value = defaults.isNull ? Value.null : dictGetName(defaults, code.pointee.paramNames[index])
      if value.isNull { missing += 1 } else { slots[index] = value }
    }
    return missing == 0 || raiseMissing(missing, "keyword-only", positional, positional + keywordOnly)
  }

  /// "f() missing 3 required positional arguments: 'a', 'b', and 'c'".
  private func raiseMissing(_ missing: Int, _ kind: StaticString, _ start: Int, _ end: Int) -> Bool {
    failure {
      $0.append("() missing ")
      $0.append(int: missing)
      $0.append(" required ")
      $0.append(kind)
      $0.append(missing == 1 ? " argument: " : " arguments: ")
      var seen = 0
      for index in start..<end where slots[index].isNull {
        if seen > 0 {
          $0.append(missing == 2 ? " and " : seen == missing - 1 ? ", and " : ", ")
        }
        $0.append("'")
        $0.append(code.pointee.paramNames[index])
        $0.append("'")
        seen += 1
      }
    }
  }

  private func failure(_ build: (inout StringBuilder) -> Void) -> Bool {
    raise(Exceptions.typeError) {
      $0.append(functionQualname(function))
      build(&$0)
    }
    return false
  }
}
