import MoltSpec

/// Values in ascending order: what `ValueSet` is for many sets, most of them small, of a function with many values.
public struct LiveList: Sendable {
  fileprivate var numbers: [UInt32] = []

  public init() {}

  public var count: Int { numbers.count }
  public func forEach(_ body: (Int) -> Void) { for number in numbers { body(Int(number)) } }

  public func contains(_ index: Int) -> Bool {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if Int(numbers[middle]) < index { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && Int(numbers[low]) == index
  }
}

extension ValueSet {
  public init(count: Int, _ list: LiveList) {
    self.init(count: count)
    formUnion(list)
  }

  public mutating func formUnion(_ list: LiveList) { list.forEach { insert($0) } }
}

/// Which values are live at the start of each block: used on some path before the function ends. A block's unwind edge
/// is taken from any raising operation in it, so what the handler needs is live throughout the block.
///
/// Each value is followed from its uses back to its definition ("Computing Liveness Sets for SSA-Form Programs",
/// Brandner, Boissinot, Darte, Dupont de Dinechin and Rastello, 2011), so that the work and the memory are those of the
/// result, not of all values times all blocks.
public struct Liveness: Sendable {
  /// By block number.
  public private(set) var liveIn: [LiveList]
  private let valueCount: Int

  /// - Parameter includes: which values are tracked.
  public init(_ function: Function, _ flow: ControlFlow, includes: (ValueID) -> Bool) {
    let count = function.valueTypes.count
    valueCount = count
    liveIn = Array(repeating: LiveList(), count: function.blocks.count)
    // The block that defines each value, and the blocks in which it is used before that, one entry per run of uses.
    var home = [Int32](repeating: -1, count: count)
    var uses: [[Int32]] = Array(repeating: [], count: count)
    for block in flow.reversePostorder {
      let number = Int32(block.raw)
      let body = function[block]
      for parameter in body.parameters { home[Int(parameter.raw)] = number }
      func use(_ list: ValueList) {
        for value in function.values(list) {
          let index = Int(value.raw)
          if home[index] != number && uses[index].last != number && includes(value) { uses[index].append(number) }
        }
      }
      use(body.unwind.arguments)
      for id in body.instructions {
        let inst = function[id]
        use(inst.operands)
        use(inst.first.arguments)
        use(inst.second.arguments)
        if !inst.result.isNone { home[Int(inst.result.raw)] = number }
      }
    }
    var seen = [Int32](repeating: -1, count: function.blocks.count)
    var waiting: [Int32] = []
    for value in 0..<count where !uses[value].isEmpty {
      let mark = Int32(value)
      waiting = uses[value]
      while let block = waiting.popLast() {
        if seen[Int(block)] == mark { continue }
        seen[Int(block)] = mark
        liveIn[Int(block)].numbers.append(UInt32(value))
        for predecessor in flow.predecessors[Int(block)]
        where Int32(predecessor.raw) != home[value] && seen[Int(predecessor.raw)] != mark {
          waiting.append(Int32(predecessor.raw))
        }
      }
    }
  }

  /// What is live after a block's last instruction.
  public func liveOut(_ function: Function, _ block: BlockID) -> ValueSet {
    var live = ValueSet(count: valueCount)
    for edge in function.successors(block) { live.formUnion(liveIn[Int(edge.target.raw)]) }
    return live
  }
}
