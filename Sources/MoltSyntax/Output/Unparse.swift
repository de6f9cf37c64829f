/// The source text of an expression as CPython writes it for annotations under `from __future__ import annotations`:
/// one line, parentheses where the tree needs them. Follows Python/ast_unparse.c.
public struct Unparser {
  /// How tightly an expression binds; what stands where more is wanted gets parentheses.
  private enum Level: Int {
    case tuple, test, or, and, not, comparison, bitOr, bitXor, bitAnd, shift, sum, term, factor, power, await, atom

    /// Lambda takes part in no operation, so nothing is between `tuple` and it.
    var next: Level { Level(rawValue: rawValue + 1) ?? .atom }
  }

  private let ast: AST
  private var output: [UInt8] = []
  /// The first expression that has no meaning where nothing is evaluated, outside of lambdas.
  private var misplaced: ExprID = .none
  private var lambdaDepth = 0

  private init(_ ast: AST) { self.ast = ast }

  /// The text in UTF-8 (with surrogates as WTF-8). `misplaced` is the first `yield`, `await` or `:=` in it, which an
  /// annotation must not contain, or `.none`.
  public static func annotation(_ id: ExprID, in ast: AST) -> (text: [UInt8], misplaced: ExprID) {
    var unparser = Unparser(ast)
    unparser.expression(id, .test)
    return (unparser.output, unparser.misplaced)
  }

  private mutating func forbid(_ id: ExprID) {
    if misplaced.isNone, lambdaDepth == 0 { misplaced = id }
  }

  private mutating func text(_ text: StaticString) {
    output += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  private mutating func expression(_ id: ExprID, _ level: Level) {
    switch ast[id] {
    case .boolOp(let op, let values):
      let own: Level = op == .and ? .and : .or
      parenthesised(level, above: own) {
        $0.list($0.ast.list(values), op == .and ? " and " : " or ") { $0.expression($1, own.next) }
      }
    case .namedExpr(let target, let value):
      forbid(id)
      parenthesised(level, above: .tuple) {
        $0.expression(target, .atom)
        $0.text(" := ")
        $0.expression(value, .atom)
      }
    case .binOp(let left, let op, let right):
      let (sign, own) = Unparser.binary(op)
      let isRightAssociative = op == .pow
      parenthesised(level, above: own) {
        $0.expression(left, isRightAssociative ? own.next : own)
        $0.text(sign)
        $0.expression(right, isRightAssociative ? own : own.next)
      }
    case .unaryOp(let op, let operand):
      let own: Level = op == .not ? .not : .factor
      parenthesised(level, above: own) {
        switch op {
        case .invert: $0.text("~")
        case .not: $0.text("not ")
        case .uAdd: $0.text("+")
        case .uSub: $0.text("-")
        }
        $0.expression(operand, own)
      }
    case .lambda(let args, let body):
      parenthesised(level, above: .test) {
        // A lambda with stars only has no space behind the word.
        let hasPositional = !$0.ast.list($0.ast[args].posOnly).isEmpty || !$0.ast.list($0.ast[args].args).isEmpty
        $0.text(hasPositional ? "lambda " : "lambda")
        $0.arguments(args)
        $0.text(": ")
        $0.lambdaDepth += 1
        $0.expression(body, .test)
        $0.lambdaDepth -= 1
      }
    case .ifExp(let test, let body, let orElse):
      parenthesised(level, above: .test) {
        $0.expression(body, .or)
        $0.text(" if ")
        $0.expression(test, .or)
        $0.text(" else ")
        $0.expression(orElse, .test)
      }
    case .dict(let keys, let values):
      text("{")
      list(Array(zip(ast.list(keys), ast.list(values))), ", ") { unparser, item in
        if item.0.isNone {
          unparser.text("**")
          unparser.expression(item.1, .bitOr)
        } else {
          unparser.expression(item.0, .test)
          unparser.text(": ")
          unparser.expression(item.1, .test)
        }
      }
      text("}")
    case .set(let elements): elementList("{", elements, "}")
    case .list(let elements, _): elementList("[", elements, "]")
    case .tuple(let elements, _):
      if ast.list(elements).isEmpty { return text("()") }
      parenthesised(level, above: .tuple) {
        $0.list($0.ast.list(elements), ", ") { $0.expression($1, .test) }
        if $0.ast.list(elements).count == 1 { $0.text(",") }
      }
    case .listComp(let element, let generators): comprehension("[", element, generators, "]")
    case .setComp(let element, let generators): comprehension("{", element, generators, "}")
    case .generatorExp(let element, let generators): comprehension("(", element, generators, ")")
    case .dictComp(let key, let value, let generators):
      text("{")
      expression(key, .test)
      text(": ")
      expression(value, .test)
      self.generators(generators)
      text("}")
    case .await(let value):
      forbid(id)
      parenthesised(level, above: .await) {
        $0.text("await ")
        $0.expression(value, .atom)
      }
    case .yield(let value):
      forbid(id)
      if value.isNone { return text("(yield)") }
      text("(yield ")
      expression(value, .test)
      text(")")
    case .yieldFrom(let value):
      forbid(id)
      text("(yield from ")
      expression(value, .test)
      text(")")
    case .compare(let left, let ops, let comparators):
      parenthesised(level, above: .comparison) {
        $0.expression(left, .bitOr)
        for (op, right) in zip($0.ast.list(ops), $0.ast.list(comparators)) {
          $0.text(Unparser.comparison(op))
          $0.expression(right, .bitOr)
        }
      }
    case .call(let function, let args, let keywords): call(function, ast.list(args), ast.list(keywords))
    case .formattedValue, .joinedStr:
      text("f")
      let inner = fString(id)
      inner.withUnsafeBufferPointer { PythonRepr.string($0, into: &output) }
    case .constant(let value, let isUnicodePrefixed):
      if isUnicodePrefixed { text("u") }
      constant(value)
    case .attribute(let value, let name, _):
      expression(value, .atom)
      // "1 .real": with the dot right behind it, it would be a float.
      text(isInteger(value) ? " ." : ".")
      output += ast.bytes(name)
    case .subscript(let value, let slice, _):
      expression(value, .atom)
      text("[")
      expression(slice, .tuple)
      text("]")
    case .starred(let value, _):
      text("*")
      expression(value, .bitOr)
    case .name(let name, _): output += ast.bytes(name)
    case .slice(let lower, let upper, let step):
      if !lower.isNone { expression(lower, .test) }
      text(":")
      if !upper.isNone { expression(upper, .test) }
      if !step.isNone {
        text(":")
        expression(step, .test)
      }
    }
  }

  private mutating func parenthesised(_ level: Level, above own: Level, _ body: (inout Unparser) -> Void) {
    let isWrapped = level.rawValue > own.rawValue
    if isWrapped { text("(") }
    body(&self)
    if isWrapped { text(")") }
  }

  private mutating func list<T>(_ items: [T], _ separator: StaticString, _ body: (inout Unparser, T) -> Void) {
    for (index, item) in items.enumerated() {
      if index > 0 { text(separator) }
      body(&self, item)
    }
  }

  private mutating func elementList(_ open: StaticString, _ elements: NodeList<ExprID>, _ close: StaticString) {
    text(open)
    list(ast.list(elements), ", ") { $0.expression($1, .test) }
    text(close)
  }

  private mutating func comprehension(
    _ open: StaticString, _ element: ExprID, _ generators: NodeList<NodeID<Comprehension>>, _ close: StaticString
  ) {
    text(open)
    expression(element, .test)
    self.generators(generators)
    text(close)
  }

  private mutating func generators(_ generators: NodeList<NodeID<Comprehension>>) {
    for id in ast.list(generators) {
      let clause = ast[id]
      text(clause.isAsync ? " async for " : " for ")
      expression(clause.target, .tuple)
      text(" in ")
      expression(clause.iter, .or)
      for condition in ast.list(clause.ifs) {
        text(" if ")
        expression(condition, .or)
      }
    }
  }

  private mutating func call(_ function: ExprID, _ args: [ExprID], _ keywords: [NodeID<Keyword>]) {
    expression(function, .atom)
    // A generator expression that is the only argument brings the parentheses.
    if args.count == 1, keywords.isEmpty, case .generatorExp = ast[args[0]] { return expression(args[0], .test) }
    text("(")
    list(args, ", ") { $0.expression($1, .test) }
    if !args.isEmpty && !keywords.isEmpty { text(", ") }
    list(keywords, ", ") { unparser, id in
      let keyword = unparser.ast[id]
      if keyword.name.isNone {
        unparser.text("**")
      } else {
        unparser.output += unparser.ast.bytes(keyword.name)
        unparser.text("=")
      }
      unparser.expression(keyword.value, .test)
    }
    text(")")
  }

  private mutating func arguments(_ id: NodeID<Arguments>) {
    let value = ast[id]
    var isFirst = true
    func separate(_ unparser: inout Unparser) {
      if !isFirst { unparser.text(", ") }
      isFirst = false
    }
    let (posOnly, plain) = (ast.list(value.posOnly), ast.list(value.args))
    let defaults = ast.list(value.defaults)
    let required = posOnly.count + plain.count - defaults.count
    for (index, arg) in (posOnly + plain).enumerated() {
      separate(&self)
      output += ast.bytes(ast[arg].name)
      if index >= required {
        text("=")
        expression(defaults[index - required], .test)
      }
      if !posOnly.isEmpty, index == posOnly.count - 1 { text(", /") }
    }
    let keywordOnly = ast.list(value.kwOnly)
    if !value.varArg.isNone || !keywordOnly.isEmpty {
      separate(&self)
      text("*")
      if !value.varArg.isNone { output += ast.bytes(ast[value.varArg].name) }
    }
    for (arg, value) in zip(keywordOnly, ast.list(value.kwDefaults)) {
      separate(&self)
      output += ast.bytes(ast[arg].name)
      if !value.isNone {
        text("=")
        expression(value, .test)
      }
    }
    if !value.kwArg.isNone {
      separate(&self)
      text("**")
      output += ast.bytes(ast[value.kwArg].name)
    }
  }

  // MARK: Constants and f-strings

  private func isInteger(_ id: ExprID) -> Bool {
    guard case .constant(let value, _) = ast[id] else { return false }
    switch value {
    case .int, .bigInt: return true
    default: return false
    }
  }

  private mutating func constant(_ value: Constant) {
    switch value {
    case .none: text("None")
    case .true: text("True")
    case .false: text("False")
    case .ellipsis: text("...")
    case .int(let number): output += Array(String(number).utf8)
    case .bigInt(let digits): output += ast.bytes(digits)
    case .float(let bits): float(bits, isComplete: true)
    case .imaginary(let bits):
      float(bits, isComplete: false)
      text("j")
    case .str(let symbol):
      ast.strings[Int(symbol.raw)].withUnsafeBufferPointer { PythonRepr.string($0, into: &output) }
    case .bytes(let symbol):
      ast.strings[Int(symbol.raw)].withUnsafeBufferPointer { PythonRepr.bytes($0, into: &output) }
    }
  }

  /// A literal has no name for infinity: one too large for a double stands for it.
  private mutating func float(_ bits: UInt64, isComplete: Bool) {
    if Double(bitPattern: bits).isInfinite { return text("1e309") }
    PythonRepr.double(bits, isComplete: isComplete, into: &output)
  }

  /// What stands between the quotes of an f-string, or in a format specification.
  private func fString(_ id: ExprID) -> [UInt8] {
    switch ast[id] {
    case .joinedStr(let values): return ast.list(values).flatMap { fString($0) }
    case .constant(.str(let symbol), _):
      return ast.strings[Int(symbol.raw)].flatMap { $0 == 0x7b || $0 == 0x7d ? [$0, $0] : [$0] }
    case .formattedValue(let value, let conversion, let spec):
      var field = Unparser(ast)
      field.expression(value, .test.next)
      // "{{" would be a brace.
      var result: [UInt8] = field.output.first == 0x7b ? Array("{ ".utf8) : Array("{".utf8)
      result += field.output
      switch conversion {
      case .none: break
      case .str: result += Array("!s".utf8)
      case .repr: result += Array("!r".utf8)
      case .ascii: result += Array("!a".utf8)
      }
      if !spec.isNone { result += Array(":".utf8) + fString(spec) }
      return result + Array("}".utf8)
    default: return []
    }
  }

  // MARK: Operators

  private static func binary(_ op: BinaryOperator) -> (StaticString, Level) {
    switch op {
    case .add: (" + ", .sum)
    case .sub: (" - ", .sum)
    case .mult: (" * ", .term)
    case .matMult: (" @ ", .term)
    case .div: (" / ", .term)
    case .mod: (" % ", .term)
    case .floorDiv: (" // ", .term)
    case .pow: (" ** ", .power)
    case .lShift: (" << ", .shift)
    case .rShift: (" >> ", .shift)
    case .bitOr: (" | ", .bitOr)
    case .bitXor: (" ^ ", .bitXor)
    case .bitAnd: (" & ", .bitAnd)
    }
  }

  private static func comparison(_ op: CompareOperator) -> StaticString {
    switch op {
    case .eq: " == "
    case .notEq: " != "
    case .lt: " < "
    case .ltE: " <= "
    case .gt: " > "
    case .gtE: " >= "
    case .is: " is "
    case .isNot: " is not "
    case .in: " in "
    case .notIn: " not in "
    }
  }
}
