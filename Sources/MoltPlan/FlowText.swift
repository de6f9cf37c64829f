// The flow of a module as text, the larger part of a summary. A line is an operation: its code, its result (`%7`), what
// the immediate is if it is not zero (`#3`), its name (`'append`) and its operands, separated by tabs.

extension FlowProgram {
  func encode() -> String {
    var text = ""
    for slot in slots { text += factLine(["slot", slot]) }
    for function in functions { function.encode(&text) }
    return text
  }
}

extension FlowFunction {
  fileprivate func encode(_ text: inout String) {
    let flags = (isGenerator ? "g" : "-") + (hasVarArgs ? "a" : "-") + (hasVarKeywords ? "k" : "-")
    text += factLine(
      [
        "flow", kind.rawValue, qualname, flags, String(positionalCount), String(keywordOnlyCount), String(freeCount),
        String(valueCount),
      ] + parameters)
    for op in ops {
      text += op.code.rawValue
      if op.result != FlowOp.none { text += "\t%\(op.result)" }
      if op.immediate != 0 { text += "\t#\(op.immediate)" }
      if !op.name.isEmpty {
        text += "\t'"
        text += escaped(op.name)
      }
      for operand in operands(op) { text += operand == FlowOp.none ? "\t-" : "\t\(operand)" }
      text += "\n"
    }
  }
}

/// Reads the flow's lines. They are most of what the planner reads, so this works on bytes.
struct FlowReader {
  private static let codes: [Substring: FlowCode] = Dictionary(
    uniqueKeysWithValues: FlowCode.allCases.map { (Substring($0.rawValue), $0) })

  var flow = FlowProgram()

  /// Takes in one line without its end; false: it is not one of the flow's.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(FlowReadFailure) -> Bool {
    let tab = UInt8(ascii: "\t")
    let end = line.firstIndex(of: tab) ?? line.count
    let word = Substring(decoding: line[..<end], as: UTF8.self)
    if word == "slot" || word == "flow" {
      let words = Substring(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
        .map(unescaped)
      if word == "slot" {
        guard words.count == 2 else { throw FlowReadFailure() }
        flow.slots.append(words[1])
      } else {
        flow.functions.append(try Self.head(words))
      }
      return true
    }
    guard !flow.functions.isEmpty, let code = Self.codes[word] else { return false }
    let last = flow.functions.count - 1
    let limit = UInt32(flow.functions[last].valueCount)
    var op = FlowOp(
      code: code, result: FlowOp.none, immediate: 0, first: UInt32(flow.functions[last].pool.count), count: 0, name: "")
    var at = end
    while at < line.count {
      at += 1
      guard at < line.count else { throw FlowReadFailure() }
      switch line[at] {
      case UInt8(ascii: "%"): op.result = try Self.value(line, &at, from: at + 1, limit)
      case UInt8(ascii: "#"):
        let isNegative = at + 1 < line.count && line[at + 1] == UInt8(ascii: "-")
        let number = try Self.value(line, &at, from: at + (isNegative ? 2 : 1), 1 << 30)
        op.immediate = isNegative ? -Int32(number) : Int32(number)
      case UInt8(ascii: "'"):
        let start = at + 1
        while at < line.count, line[at] != tab { at += 1 }
        op.name = unescaped(Substring(decoding: line[start..<at], as: UTF8.self))
      case UInt8(ascii: "-"):
        at += 1
        flow.functions[last].pool.append(FlowOp.none)
        op.count += 1
      default:
        flow.functions[last].pool.append(try Self.value(line, &at, from: at, limit))
        op.count += 1
      }
      if at < line.count, line[at] != tab { throw FlowReadFailure() }
    }
    flow.functions[last].ops.append(op)
    return true
  }

  /// A number below the limit.
  private static func value(
    _ line: UnsafeBufferPointer<UInt8>, _ at: inout Int, from start: Int, _ limit: UInt32
  ) throws(FlowReadFailure) -> UInt32 {
    var result: UInt32 = 0
    at = start
    while at < line.count, line[at] != UInt8(ascii: "\t") {
      guard line[at] >= 48, line[at] <= 57, result < 1 << 27 else { throw FlowReadFailure() }
      result = result * 10 + UInt32(line[at] - 48)
      at += 1
    }
    guard at > start, result < limit else { throw FlowReadFailure() }
    return result
  }

  private static func head(_ words: [String]) throws(FlowReadFailure) -> FlowFunction {
    guard words.count >= 8, let kind = FlowFunction.Kind(rawValue: words[1]), words[3].utf8.count == 3 else {
      throw FlowReadFailure()
    }
    var numbers: [Int] = []
    for word in words[4..<8] {
      guard let number = Int(word), number >= 0, number < 1 << 27 else { throw FlowReadFailure() }
      numbers.append(number)
    }
    var function = FlowFunction(kind: kind, qualname: words[2])
    function.isGenerator = words[3].contains("g")
    function.hasVarArgs = words[3].contains("a")
    function.hasVarKeywords = words[3].contains("k")
    function.positionalCount = numbers[0]
    function.keywordOnlyCount = numbers[1]
    function.freeCount = numbers[2]
    function.valueCount = numbers[3]
    function.parameters = Array(words.dropFirst(8))
    let declared =
      function.positionalCount + function.keywordOnlyCount + (function.hasVarArgs ? 1 : 0)
      + (function.hasVarKeywords ? 1 : 0)
    guard kind != .function || function.parameters.count == declared, declared <= max(function.valueCount, 1) else {
      throw FlowReadFailure()
    }
    return function
  }

  /// References between functions and slots are within bounds.
  var isSound: Bool {
    flow.functions.allSatisfy { function in
      function.ops.allSatisfy { op in
        if op.count < op.code.operandCount { return false }
        return switch op.code {
        case .function, .class, .keywordDefault, .annotation:
          op.immediate >= 0 && Int(op.immediate) < flow.functions.count
        case .capture:
          (Int(op.name).map { flow.functions.indices.contains($0) && Int(op.immediate) < flow.functions[$0].freeCount }
            ?? false) && op.immediate >= 0
        case .closureCell: op.immediate >= 0 && Int(op.immediate) < function.freeCount
        case .globalLoad, .globalStore: op.immediate >= 0 && Int(op.immediate) < flow.slots.count
        default: true
        }
      }
    }
  }
}

struct FlowReadFailure: Error {}
