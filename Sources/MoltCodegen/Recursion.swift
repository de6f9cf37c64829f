import MoltIR
import MoltSpec

// Functions that call themselves directly.

extension FunctionEmitter {
  /// What stands behind the function's symbol in that of a copy that is put into it, or into another copy.
  static func copySuffix(_ level: Int) -> String { level == 1 ? ":copy" : ":copy\(level)" }

  /// The most instructions of a function that is put into itself, and into its copies once more.
  private static let longestCopy = 100
  private static let longestSecondCopy = 50

  /// The symbol to call for a likely callee: the copy, where the function calls itself, else its early exit if it has one.
  func callTarget(_ symbol: String) -> String {
    let name = IRText.symbol(symbol)
    if name == part.symbol(index) {
      switch recursion {
      case .outer: return part.symbol(index, FunctionEmitter.copySuffix(1))
      case .copy(let level, let last) where level < last:
        return part.symbol(index, FunctionEmitter.copySuffix(level + 1))
      default: break
      }
    }
    if !isOutlined, let callee = part.shared.function(symbol), let early = part.earlyExit(callee) { return early }
    return name
  }

  /// How often a function is put into itself: not at all, unless it calls itself by its likely callees and is short.
  static func copies(_ function: Function, index: Int, part: PartEmitter) -> Int {
    if function.form == .split || function.kind == .module || function.kind == .classBody { return 0 }
    var calls = 0
    var length = 0
    for block in function.blocks where !block.isCold && !FunctionEmitter.isLanding(block, function) {
      length += block.instructions.count
      for id in block.instructions {
        let inst = function[id]
        let number: Int64
        switch inst.opcode {
        case .callGlobal: number = inst.immediate & 0xffff_ffff
        case .callLikely, .callMethodLikely: number = inst.immediate
        default: continue
        }
        if IRText.symbol(part.shared.externalSymbols[Int(number)]) == part.symbol(index) { calls += 1 }
      }
    }
    guard calls > 0, calls <= 3, length <= longestCopy else { return 0 }
    return calls <= 2 && length <= longestSecondCopy ? 2 : 1
  }
}
