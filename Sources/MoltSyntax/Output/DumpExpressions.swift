// Expressions, constants and patterns of the dump.

extension DumpPrinter {
  private mutating func empty(_ name: StaticString) {
    text(name)
    output.append(40)
    output.append(41)
  }

  private mutating func context(_ node: inout Open, _ context: ExprContext) {
    field(&node, "ctx")
    switch context {
    case .load: empty("Load")
    case .store: empty("Store")
    case .del: empty("Del")
    }
  }

  mutating func expression(_ id: ExprID) {
    if id.isNone {
      text("None")
      return
    }
    let span = ast.span(id)
    var node: Open
    switch ast[id] {
    case .boolOp(let op, let values):
      node = open("BoolOp")
      field(&node, "op")
      empty(op == .and ? "And" : "Or")
      field(&node, "values", values)
    case .namedExpr(let target, let value):
      node = open("NamedExpr")
      optional(&node, "target", target)
      optional(&node, "value", value)
    case .binOp(let left, let op, let right):
      node = open("BinOp")
      optional(&node, "left", left)
      field(&node, "op")
      operatorName(op)
      optional(&node, "right", right)
    case .unaryOp(let op, let operand):
      node = open("UnaryOp")
      field(&node, "op")
      switch op {
      case .invert: empty("Invert")
      case .not: empty("Not")
      case .uAdd: empty("UAdd")
      case .uSub: empty("USub")
      }
      optional(&node, "operand", operand)
    case .lambda(let args, let body):
      node = open("Lambda")
      field(&node, "args")
      arguments(args)
      optional(&node, "body", body)
    case .ifExp(let test, let body, let orElse):
      node = open("IfExp")
      optional(&node, "test", test)
      optional(&node, "body", body)
      optional(&node, "orelse", orElse)
    case .dict(let keys, let values):
      node = open("Dict")
      field(&node, "keys", keys)
      field(&node, "values", values)
    case .set(let elements):
      node = open("Set")
      field(&node, "elts", elements)
    case .listComp(let element, let generators):
      node = open("ListComp")
      comprehension(&node, element, generators)
    case .setComp(let element, let generators):
      node = open("SetComp")
      comprehension(&node, element, generators)
    case .generatorExp(let element, let generators):
      node = open("GeneratorExp")
      comprehension(&node, element, generators)
    case .dictComp(let key, let value, let generators):
      node = open("DictComp")
      optional(&node, "key", key)
      optional(&node, "value", value)
      self.generators(&node, generators)
    case .await(let value):
      node = open("Await")
      optional(&node, "value", value)
    case .yield(let value):
      node = open("Yield")
      optional(&node, "value", value)
    case .yieldFrom(let value):
      node = open("YieldFrom")
      optional(&node, "value", value)
    case .compare(let left, let ops, let comparators):
      node = open("Compare")
      optional(&node, "left", left)
      field(&node, "ops")
      list(ops) { $0.compareName(CompareOperator(rawValue: UInt8(truncatingIfNeeded: $1)) ?? .eq) }
      field(&node, "comparators", comparators)
    case .call(let function, let args, let keywords):
      node = open("Call")
      optional(&node, "func", function)
      field(&node, "args", args)
      field(&node, "keywords")
      self.keywords(keywords)
    case .formattedValue(let value, let conversion, let spec):
      node = open("FormattedValue")
      optional(&node, "value", value)
      field(&node, "conversion")
      switch conversion {
      case .none: text("-1")
      case .str: text("115")
      case .repr: text("114")
      case .ascii: text("97")
      }
      optional(&node, "format_spec", spec)
    case .joinedStr(let values):
      node = open("JoinedStr")
      field(&node, "values", values)
    case .constant(let value, let isUnicodePrefixed):
      node = open("Constant")
      field(&node, "value")
      constant(value)
      if isUnicodePrefixed {
        field(&node, "kind")
        text("'u'")
      }
    case .attribute(let value, let name, let context):
      node = open("Attribute")
      optional(&node, "value", value)
      field(&node, "attr", name)
      self.context(&node, context)
    case .subscript(let value, let slice, let context):
      node = open("Subscript")
      optional(&node, "value", value)
      optional(&node, "slice", slice)
      self.context(&node, context)
    case .starred(let value, let context):
      node = open("Starred")
      optional(&node, "value", value)
      self.context(&node, context)
    case .name(let name, let context):
      node = open("Name")
      field(&node, "id", name)
      self.context(&node, context)
    case .list(let elements, let context):
      node = open("List")
      field(&node, "elts", elements)
      self.context(&node, context)
    case .tuple(let elements, let context):
      node = open("Tuple")
      field(&node, "elts", elements)
      self.context(&node, context)
    case .slice(let lower, let upper, let step):
      node = open("Slice")
      optional(&node, "lower", lower)
      optional(&node, "upper", upper)
      optional(&node, "step", step)
    }
    close(&node, span)
  }

  private mutating func comprehension(
    _ node: inout Open, _ element: ExprID, _ generators: NodeList<NodeID<Comprehension>>
  ) {
    optional(&node, "elt", element)
    self.generators(&node, generators)
  }

  private mutating func generators(_ node: inout Open, _ generators: NodeList<NodeID<Comprehension>>) {
    field(&node, "generators")
    list(generators) { printer, raw in
      let clause = printer.ast.comprehensions[Int(raw)]
      var node = printer.open("comprehension")
      printer.optional(&node, "target", clause.target)
      printer.optional(&node, "iter", clause.iter)
      printer.field(&node, "ifs", clause.ifs)
      printer.field(&node, "is_async")
      printer.integer(clause.isAsync ? 1 : 0)
      printer.close(node)
    }
  }

  mutating func keywords(_ keywords: NodeList<NodeID<Keyword>>) {
    list(keywords) { printer, raw in
      let keyword = printer.ast.keywords[Int(raw)]
      var node = printer.open("keyword")
      printer.field(&node, "arg", keyword.name)
      printer.optional(&node, "value", keyword.value)
      printer.close(&node, keyword.span)
    }
  }

  mutating func operatorName(_ op: BinaryOperator) {
    switch op {
    case .add: empty("Add")
    case .sub: empty("Sub")
    case .mult: empty("Mult")
    case .matMult: empty("MatMult")
    case .div: empty("Div")
    case .mod: empty("Mod")
    case .pow: empty("Pow")
    case .lShift: empty("LShift")
    case .rShift: empty("RShift")
    case .bitOr: empty("BitOr")
    case .bitXor: empty("BitXor")
    case .bitAnd: empty("BitAnd")
    case .floorDiv: empty("FloorDiv")
    }
  }

  private mutating func compareName(_ op: CompareOperator) {
    switch op {
    case .eq: empty("Eq")
    case .notEq: empty("NotEq")
    case .lt: empty("Lt")
    case .ltE: empty("LtE")
    case .gt: empty("Gt")
    case .gtE: empty("GtE")
    case .is: empty("Is")
    case .isNot: empty("IsNot")
    case .in: empty("In")
    case .notIn: empty("NotIn")
    }
  }

  mutating func constant(_ value: Constant) {
    switch value {
    case .none: text("None")
    case .true: text("True")
    case .false: text("False")
    case .ellipsis: text("Ellipsis")
    case .int(let number): integer(Int(number))
    case .bigInt(let digits): output += ast.bytes(digits)
    case .float(let bits): PythonRepr.double(bits, into: &output)
    case .imaginary(let bits):
      PythonRepr.double(bits, isComplete: false, into: &output)
      output.append(106)
    case .str(let symbol): string(symbol)
    case .bytes(let symbol):
      ast.strings[Int(symbol.raw)].withUnsafeBufferPointer { PythonRepr.bytes($0, into: &output) }
    }
  }

  // MARK: - Arguments

  mutating func arguments(_ id: NodeID<Arguments>) {
    let value = ast[id]
    var node = open("arguments")
    field(&node, "posonlyargs")
    args(value.posOnly)
    field(&node, "args")
    args(value.args)
    if !value.varArg.isNone {
      field(&node, "vararg")
      arg(value.varArg)
    }
    field(&node, "kwonlyargs")
    args(value.kwOnly)
    field(&node, "kw_defaults", value.kwDefaults)
    if !value.kwArg.isNone {
      field(&node, "kwarg")
      arg(value.kwArg)
    }
    field(&node, "defaults", value.defaults)
    close(node)
  }

  private mutating func args(_ args: NodeList<NodeID<Arg>>) { list(args) { $0.arg(NodeID(raw: $1)) } }

  private mutating func arg(_ id: NodeID<Arg>) {
    let arg = ast[id]
    var node = open("arg")
    field(&node, "arg", arg.name)
    optional(&node, "annotation", arg.annotation)
    close(&node, arg.span)
  }

  // MARK: - Patterns

  private mutating func patterns(_ node: inout Open, _ name: StaticString, _ patterns: NodeList<PatternID>) {
    field(&node, name)
    list(patterns) { $0.pattern(PatternID(raw: $1)) }
  }

  mutating func pattern(_ id: PatternID) {
    let span = ast.span(id)
    var node: Open
    switch ast[id] {
    case .matchValue(let value):
      node = open("MatchValue")
      optional(&node, "value", value)
    case .matchSingleton(let value):
      node = open("MatchSingleton")
      field(&node, "value")
      constant(value)
    case .matchSequence(let patterns):
      node = open("MatchSequence")
      self.patterns(&node, "patterns", patterns)
    case .matchMapping(let keys, let patterns, let rest):
      node = open("MatchMapping")
      field(&node, "keys", keys)
      self.patterns(&node, "patterns", patterns)
      field(&node, "rest", rest)
    case .matchClass(let cls, let patterns, let names, let keywordPatterns):
      node = open("MatchClass")
      optional(&node, "cls", cls)
      self.patterns(&node, "patterns", patterns)
      field(&node, "kwd_attrs")
      list(names) { $0.string(Symbol(raw: $1)) }
      self.patterns(&node, "kwd_patterns", keywordPatterns)
    case .matchStar(let name):
      node = open("MatchStar")
      field(&node, "name", name)
    case .matchAs(let pattern, let name):
      node = open("MatchAs")
      if !pattern.isNone {
        field(&node, "pattern")
        self.pattern(pattern)
      }
      field(&node, "name", name)
    case .matchOr(let patterns):
      node = open("MatchOr")
      self.patterns(&node, "patterns", patterns)
    }
    close(&node, span)
  }
}
