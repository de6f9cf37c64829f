import MoltIR

/// What the LLVM IR of a part says about itself in a comment, for the one who compiles it.
public enum CodeTraits {
  /// No function of the part has a loop.
  public static let loopFree = "; loops: none"

  /// How LLVM is best told to compile a part, beyond what holds for all.
  ///
  /// LLVM keeps constants of 64 bits, such as the tag of an int, in registers to use them again. In a loop that is as it
  /// should be. Elsewhere calls come between, after which they are loaded again, and the tests for which a shift and a
  /// small constant would do are longer: recursive functions are 5 % slower.
  public static func flags(for text: [UInt8]) -> [String] {
    let head = text.prefix(1024).split(separator: UInt8(ascii: "\n")).prefix(2)
    return head.contains { $0.elementsEqual(loopFree.utf8) } ? ["-mllvm", "-disable-constant-hoisting"] : []
  }
}

extension PartEmitter {
  var hasNoLoops: Bool {
    part.functions.allSatisfy { index in
      let function = shared.functions[index]
      let flow = ControlFlow(function)
      return flow.reversePostorder.allSatisfy { block in
        flow.predecessors[Int(block.raw)].allSatisfy { function[$0].isCold || !flow.dominates(block, $0) }
      }
    }
  }
}
