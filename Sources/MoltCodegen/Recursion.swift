import MoltIR
import MoltSpec

// Functions that call themselves directly.

extension FunctionEmitter {
  /// What stands behind the function's symbol in that of the copy that is put into it.
  static let copySuffix = ":copy"

  /// The most instructions of a function that is put into itself.
  private static let longestCopy = 100

  /// The symbol to call for a likely callee: the copy, where the function calls itself.
  func callTarget(_ symbol: String) -> String {
    let isItself = recursion == .outer && IRText.symbol(symbol) == module.symbol(index)
    return isItself ? module.symbol(index, FunctionEmitter.copySuffix) : IRText.symbol(symbol)
  }

  /// Whether a function calls itself by its likely callees and is short enough to be put into itself.
  static func isRecursive(_ function: Function, index: Int, module: ModuleEmitter) -> Bool {
    if function.form == .split || function.kind == .module || function.kind == .classBody { return false }
    var calls = 0
    var length = 0
    for block in function.blocks where !block.isCold {
      length += block.instructions.count
      for id in block.instructions {
        let inst = function[id]
        let number: Int64
        switch inst.opcode {
        case .callGlobal: number = inst.immediate & 0xffff_ffff
        case .callLikely, .callMethodLikely: number = inst.immediate
        default: continue
        }
        if IRText.symbol(module.externalSymbols[Int(number)]) == module.symbol(index) { calls += 1 }
      }
    }
    return calls > 0 && calls <= 3 && length <= longestCopy
  }
}
