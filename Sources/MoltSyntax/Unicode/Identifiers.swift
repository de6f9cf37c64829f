// Which characters make a name, and the NFKC form under which names are compared.

/// What `str.isprintable` says of one character, for `repr` and messages.
enum Printable {
  static func contains(_ codePoint: UInt32) -> Bool {
    if codePoint < 0x7F { return codePoint >= 0x20 }
    return UnicodeTables.printable.containsInRanges(codePoint)
  }
}

enum Identifiers {
  static func isStart(_ codePoint: UInt32) -> Bool { UnicodeTables.identifierStart.containsInRanges(codePoint) }
  static func isPart(_ codePoint: UInt32) -> Bool { UnicodeTables.identifierPart.containsInRanges(codePoint) }

  /// The first character that fits no name, or nil.
  static func firstInvalid(_ text: UnsafeBufferPointer<UInt8>) -> (codePoint: UInt32, offset: Int, length: Int)? {
    var index = 0
    while index < text.count {
      let (codePoint, length) = UTF8Text.decode(text, at: index)
      if !(index == 0 ? isStart(codePoint) : isPart(codePoint)) { return (codePoint, index, length) }
      index += length
    }
    return nil
  }

  /// The NFKC form of a valid name.
  static func normalise(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var decomposed: [UInt32] = []
    var index = 0
    while index < text.count {
      let (codePoint, length) = UTF8Text.decode(text, at: index)
      decompose(codePoint, into: &decomposed)
      index += length
    }
    order(&decomposed)
    var result: [UInt8] = []
    for codePoint in compose(decomposed) { UTF8Text.append(codePoint, to: &result) }
    return result
  }

  // Hangul syllables are composed by rule (Unicode chapter 3.12).
  private static let syllables: UInt32 = 0xAC00
  private static let leads: UInt32 = 0x1100
  private static let vowels: UInt32 = 0x1161
  private static let trails: UInt32 = 0x11A7

  private static func decompose(_ codePoint: UInt32, into output: inout [UInt32]) {
    if codePoint < 0x80 {
      output.append(codePoint)
      return
    }
    if codePoint >= syllables, codePoint < syllables + 11172 {
      let index = codePoint - syllables
      output.append(leads + index / 588)
      output.append(vowels + index % 588 / 28)
      if index % 28 != 0 { output.append(trails + index % 28) }
      return
    }
    let keys = UnicodeTables.decompositionKeys
    let found = keys.lastNotAbove(codePoint)
    guard found >= 0, keys[found] == codePoint else {
      output.append(codePoint)
      return
    }
    let starts = UnicodeTables.decompositionStarts
    for position in Int(starts[found])..<Int(starts[found + 1]) {
      output.append(UnicodeTables.decompositions[position])
    }
  }

  private static func combiningClass(_ codePoint: UInt32) -> UInt32 {
    if codePoint < 0x300 { return 0 }
    let found = UnicodeTables.combiningStarts.lastNotAbove(codePoint)
    return found < 0 ? 0 : UnicodeTables.combiningClasses[found]
  }

  /// Canonical ordering: combining characters sorted, stably, by class.
  private static func order(_ text: inout [UInt32]) {
    for index in text.indices {
      let current = text[index]
      let rank = combiningClass(current)
      if rank == 0 { continue }
      var position = index
      while position > 0, combiningClass(text[position - 1]) > rank {
        text[position] = text[position - 1]
        position -= 1
      }
      text[position] = current
    }
  }

  private static func compose(_ text: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var starter = -1
    var lastRank: UInt32 = 0
    for codePoint in text {
      let rank = combiningClass(codePoint)
      if starter >= 0, lastRank < rank || lastRank == 0 && starter == result.count - 1,
        let composed = pair(result[starter], codePoint)
      {
        result[starter] = composed
        continue
      }
      if rank == 0 { starter = result.count }
      lastRank = rank
      result.append(codePoint)
    }
    return result
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if first >= leads, first < leads + 19, second >= vowels, second < vowels + 21 {
      return syllables + ((first - leads) * 21 + second - vowels) * 28
    }
    if first >= syllables, first < syllables + 11172, (first - syllables) % 28 == 0, second > trails,
      second < trails + 28
    {
      return first + second - trails
    }
    let firsts = UnicodeTables.compositionFirsts
    var index = firsts.lastNotAbove(first)
    while index >= 0, firsts[index] == first {
      if UnicodeTables.compositionSeconds[index] == second { return UnicodeTables.compositionResults[index] }
      index -= 1
    }
    return nil
  }
}
