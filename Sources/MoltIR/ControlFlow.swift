/// Order, predecessors and dominators of a function's reachable blocks (Cooper, Harvey and Kennedy, "A Simple, Fast
/// Dominance Algorithm").
public struct ControlFlow: Sendable {
  public private(set) var reversePostorder: [BlockID] = []
  /// Reachable predecessors of each block, one entry per edge.
  public private(set) var predecessors: [[BlockID]]
  private var number: [Int]
  private var immediateDominator: [Int]

  public init(_ function: Function) {
    let count = function.blocks.count
    predecessors = Array(repeating: [], count: count)
    number = Array(repeating: -1, count: count)
    immediateDominator = []
    var successors: [[BlockID]] = []
    successors.reserveCapacity(count)
    for block in function.blockIDs { successors.append(function.successors(block).map { $0.target }) }

    // Iterative depth-first search: a function can have very many blocks.
    var postorder: [BlockID] = []
    var seen = [Bool](repeating: false, count: count)
    var stack: [(block: BlockID, next: Int)] = [(BlockID(raw: 0), 0)]
    seen[0] = true
    while let top = stack.last {
      let edges = successors[Int(top.block.raw)]
      if top.next < edges.count {
        stack[stack.count - 1].next += 1
        let target = edges[top.next]
        if !seen[Int(target.raw)] {
          seen[Int(target.raw)] = true
          stack.append((target, 0))
        }
      } else {
        postorder.append(top.block)
        stack.removeLast()
      }
    }
    reversePostorder = postorder.reversed()
    for (index, block) in reversePostorder.enumerated() { number[Int(block.raw)] = index }
    for block in reversePostorder {
      for target in successors[Int(block.raw)] { predecessors[Int(target.raw)].append(block) }
    }
    computeDominators()
  }

  private mutating func computeDominators() {
    immediateDominator = Array(repeating: -1, count: reversePostorder.count)
    immediateDominator[0] = 0
    var changed = true
    while changed {
      changed = false
      for index in reversePostorder.indices.dropFirst() {
        var dominator = -1
        for predecessor in predecessors[Int(reversePostorder[index].raw)] {
          let other = number[Int(predecessor.raw)]
          if immediateDominator[other] < 0 { continue }
          dominator = dominator < 0 ? other : intersect(dominator, other)
        }
        if immediateDominator[index] != dominator {
          immediateDominator[index] = dominator
          changed = true
        }
      }
    }
  }

  private func intersect(_ a: Int, _ b: Int) -> Int {
    var a = a
    var b = b
    while a != b {
      while a > b { a = immediateDominator[a] }
      while b > a { b = immediateDominator[b] }
    }
    return a
  }

  /// The natural loops: by header, in reverse postorder, the blocks from which a latch can be reached without it.
  public func forEachLoop(_ body: (_ header: BlockID, _ loop: Set<BlockID>) -> Void) {
    for header in reversePostorder {
      let latches = predecessors[Int(header.raw)].filter { dominates(header, $0) }
      if latches.isEmpty { continue }
      var loop: Set<BlockID> = [header]
      var waiting = latches
      while let block = waiting.popLast() {
        if loop.insert(block).inserted { waiting += predecessors[Int(block.raw)] }
      }
      body(header, loop)
    }
  }

  public func isReachable(_ block: BlockID) -> Bool { number[Int(block.raw)] >= 0 }

  /// Whether every path to `b` passes `a`; both reachable.
  public func dominates(_ a: BlockID, _ b: BlockID) -> Bool {
    let target = number[Int(a.raw)]
    var at = number[Int(b.raw)]
    if target < 0 || at < 0 { return false }
    while at > target { at = immediateDominator[at] }
    return at == target
  }
}
