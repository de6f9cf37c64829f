// MIR with the plan's facts beside it, for people: what `molt inspect` shows of a slice and what the golden files hold.

extension PlanSlice {
  /// - Parameter mir: the text of the module's MIR in implicit form.
  /// - Returns: the functions of the module; a `;` comes in front of what is likely of a line's values.
  public func listing(mir: String) -> String {
    var text = ""
    var facts = FunctionFacts()
    var isInFunction = false
    for line in mir.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("func $") {
        let number = Int(line.dropFirst(6).prefix { $0.isNumber }) ?? -1
        facts = functions[number] ?? FunctionFacts()
        isInFunction = true
      }
      if !isInFunction { continue }
      text += Self.withoutPosition(line)
      let notes = Self.made(line).compactMap { facts.note($0.value, isNamed: $0.isParameter) }
      if !notes.isEmpty { text += "  ; " + notes.joined(separator: ", ") }
      text += "\n"
      if line == "end" { isInFunction = false }
    }
    return text
  }

  private static func withoutPosition(_ line: Substring) -> Substring {
    guard let mark = line.lastIndex(of: "!"), mark > line.startIndex, line[line.index(before: mark)] == " ",
      line[mark...].dropFirst().allSatisfy({ $0.isNumber || $0 == ":" || $0 == "-" })
    else { return line }
    return line[..<line.index(before: mark)]
  }

  /// The values that a line of MIR makes.
  private static func made(_ line: Substring) -> [(value: UInt32, isParameter: Bool)] {
    if line.hasPrefix("  %") {
      guard line.contains("=") else { return [] }
      return UInt32(line.dropFirst(3).prefix { $0.isNumber }).map { [($0, false)] } ?? []
    }
    guard line.hasPrefix("^"), let open = line.firstIndex(of: "("), let close = line.firstIndex(of: ")"), open < close
    else { return [] }
    return line[open..<close].split(separator: "%").dropFirst()
      .compactMap { UInt32($0.prefix { $0.isNumber }) }.map { ($0, true) }
  }
}

extension FunctionFacts {
  fileprivate func note(_ value: UInt32, isNamed: Bool) -> String? {
    var words: [String] = []
    if let type = types[value] { words.append(type.text) }
    if let callee = callees[value] { words.append(callee.text) }
    if words.isEmpty { return nil }
    return (isNamed ? "%\(value) " : "") + words.joined(separator: " ")
  }
}

extension LikelyType {
  /// For people: `int|none`, `none|app.model:Order|app.model:Item`.
  public var text: String {
    let others = classes.isEmpty ? kinds : kinds.subtracting(.instance)
    return ((others.isEmpty ? [] : [others.text]) + classes).joined(separator: "|")
  }
}

extension Callee {
  var text: String {
    switch kind {
    case .constructor: symbol.isEmpty ? "= new \(className)" : "= new \(className) by \(symbol)/\(positionalCount)"
    case .function: "from \(symbol)/\(positionalCount)" + (isGenerator ? " generator" : "")
    case .method: "from method \(symbol)/\(positionalCount)" + (isGenerator ? " generator" : "")
    }
  }
}
