// Facts about functions in the text of a plan slice:
//
//     in      1       Vector.scale
//     type    %3      float
//     type    %4      none|instance   app.geometry:Vector
//     call    %9      method  molt:app.geometry:Vector.dot   2
//     call    %11     constructor     molt:app.geometry:Vector.__init__      3       app.geometry:Vector
//     in      2       Vector
//     floats  first   x       y
//
// A call of a generator function has the word `generator` in front of the class name. The attributes of a class that hold
// floats follow the word `first` where the class has no bases, else `derived`.

extension LikelyType.Kinds {
  var text: String {
    if isEmpty { return "-" }
    return Self.names.indices.filter { rawValue & 1 << UInt32($0) != 0 }.map { Self.names[$0] }.joined(separator: "|")
  }

  init?(text: String) {
    self = []
    if text == "-" { return }
    for word in text.split(separator: "|") {
      guard let bit = Self.names.firstIndex(of: String(word)) else { return nil }
      formUnion(Self(rawValue: 1 << UInt32(bit)))
    }
  }
}

extension FunctionFacts {
  func encode(_ index: Int) -> String {
    var text = factLine(["in", String(index), name])
    for (value, type) in types.sorted(by: { $0.key < $1.key }) {
      text += factLine(["type", "%\(value)", type.kinds.text] + type.classes)
    }
    for (value, callee) in callees.sorted(by: { $0.key < $1.key }) {
      var words = ["call", "%\(value)", callee.kind.rawValue, callee.symbol, String(callee.positionalCount)]
      if callee.isGenerator { words.append("generator") }
      if !callee.className.isEmpty { words.append(callee.className) }
      text += factLine(words)
    }
    if !floats.isEmpty { text += factLine(["floats", hasNoBases ? "first" : "derived"] + floats) }
    return text
  }

  /// Takes in a `type`, `call` or `floats` line; false: it is none or malformed.
  mutating func read(_ words: [String]) -> Bool {
    if words.first == "floats" {
      guard words.count >= 3, words[1] == "first" || words[1] == "derived" else { return false }
      hasNoBases = words[1] == "first"
      floats = Array(words.dropFirst(2))
      return true
    }
    guard words.count >= 3, words[1].hasPrefix("%"), let value = UInt32(words[1].dropFirst()) else { return false }
    switch words[0] {
    case "type":
      guard let kinds = LikelyType.Kinds(text: words[2]) else { return false }
      types[value] = LikelyType(kinds, classes: Array(words.dropFirst(3)))
    case "call":
      guard words.count >= 5, words.count <= 7, let kind = Callee.Kind(rawValue: words[2]),
        let count = Int(words[4]), count >= 0
      else { return false }
      var rest = words.dropFirst(5)
      let isGenerator = rest.first == "generator"
      if isGenerator { rest = rest.dropFirst() }
      guard rest.count <= 1 else { return false }
      callees[value] = Callee(
        kind, symbol: words[3], positionalCount: count, isGenerator: isGenerator, className: rest.first ?? "")
    default: return false
    }
    return true
  }
}
