import MoltSyntax

// Which programs look at the frames of running functions. Only in these do functions keep their variables where a frame
// can be asked for them (docs/runtime.md, "Frames").

extension AST {
  /// Names through which a program gets at the variables of a function, or from a function to its callers.
  private static let frameNames = ["f_locals", "f_back", "_getframe", "_getframemodulename", "_current_frames"]
  /// Where one of these is named, too, a text may name frames.
  private static let compilingNames = ["eval", "exec", "compile"]

  /// The module names something that looks at frames: as an identifier, as a whole string (`getattr(frame, "f_locals")`),
  /// or, where it may compile text, inside of a string.
  public var namesFrames: Bool {
    let wanted = AST.frameNames.map { Array($0.utf8) }
    if strings.contains(where: wanted.contains) { return true }
    let compiling = AST.compilingNames.map { Array($0.utf8) }
    guard strings.contains(where: compiling.contains) else { return false }
    return strings.contains { text in wanted.contains { text.holds($0) } }
  }
}

extension [UInt8] {
  fileprivate func holds(_ word: [UInt8]) -> Bool {
    guard count >= word.count else { return false }
    for start in 0...(count - word.count) where self[start] == word[0] {
      if self[start..<start + word.count].elementsEqual(word) { return true }
    }
    return false
  }
}
