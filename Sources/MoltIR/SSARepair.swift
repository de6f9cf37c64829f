import MoltSpec

/// Restores SSA after values were given further definitions (a reload at the start of a resumed block): every use of an
/// original value is made to see the definition that reaches it, with block parameters where several do.
public struct SSARepair {
  /// For each original value, the blocks that define it anew and under which name; the new definition stands before
  /// every use in its block.
  public typealias Definitions = [ValueID: [BlockID: ValueID]]

  private var function: Function
  private let flow: ControlFlow
  private var home: [BlockID?]
  /// Value of the variable at the end of each block, for the variable that is being repaired.
  private var atEnd: [BlockID: ValueID] = [:]
  private var atStart: [BlockID: ValueID] = [:]
  private var parametersMade: [(block: BlockID, parameter: ValueID)] = []
  private var extraArguments: [EdgeKey: [ValueID]] = [:]

  /// Which value each parameter that was made stands for.
  private var origins: [ValueID: ValueID] = [:]

  private enum EdgeKey: Hashable {
    case first(InstID)
    case second(InstID)
    case unwind(BlockID)
  }

  public static func run(_ function: Function, _ definitions: Definitions) -> Function {
    repaired(function, definitions).function
  }

  /// The repaired function, and which original each block parameter that had to be made stands for.
  public static func repaired(
    _ function: Function, _ definitions: Definitions
  ) -> (function: Function, origins: [ValueID: ValueID]) {
    var repair = SSARepair(function)
    for value in definitions.keys.sorted(by: { $0.raw < $1.raw }) { repair.repair(value, definitions[value] ?? [:]) }
    return (repair.finish(), repair.origins)
  }

  private init(_ function: Function) {
    self.function = function
    flow = ControlFlow(function)
    home = Array(repeating: nil, count: function.valueTypes.count)
    for block in function.blockIDs {
      for parameter in function[block].parameters { home[Int(parameter.raw)] = block }
      for id in function[block].instructions where !function[id].result.isNone {
        home[Int(function[id].result.raw)] = block
      }
    }
  }

  private mutating func repair(_ value: ValueID, _ definitions: [BlockID: ValueID]) {
    atEnd = definitions
    atStart = [:]
    parametersMade = []
    let origin = home[Int(value.raw)]
    if let origin, flow.isReachable(origin) { atEnd[origin] = value }
    for block in flow.reversePostorder {
      // In its own block the original is used as it is, unless the block also reloads it.
      let reload = definitions[block]
      if block == origin && reload == nil { continue }
      rewrite(function[block].unwind.arguments, value, block, reload)
      for id in function[block].instructions {
        rewrite(function[id].operands, value, block, reload)
        rewrite(function[id].first.arguments, value, block, reload)
        rewrite(function[id].second.arguments, value, block, reload)
      }
    }
    // Arguments for the parameters that were made; more may be made on the way.
    var next = 0
    while next < parametersMade.count {
      let (block, _) = parametersMade[next]
      next += 1
      var done = Set<BlockID>()
      for predecessor in flow.predecessors[Int(block.raw)] where done.insert(predecessor).inserted {
        let incoming = end(of: predecessor, value)
        if function[predecessor].unwind.target == block {
          extraArguments[.unwind(predecessor), default: []].append(incoming)
        }
        for id in function[predecessor].instructions {
          if function[id].first.target == block { extraArguments[.first(id), default: []].append(incoming) }
          if function[id].second.target == block { extraArguments[.second(id), default: []].append(incoming) }
        }
      }
    }
  }

  private mutating func rewrite(_ list: ValueList, _ value: ValueID, _ block: BlockID, _ reload: ValueID?) {
    for offset in 0..<Int(list.count) where function.pool[Int(list.start) + offset] == value {
      function.pool[Int(list.start) + offset] = reload ?? start(of: block, value)
    }
  }

  private mutating func end(of block: BlockID, _ value: ValueID) -> ValueID {
    if let known = atEnd[block] { return known }
    let result = start(of: block, value)
    atEnd[block] = result
    return result
  }

  private mutating func start(of block: BlockID, _ value: ValueID) -> ValueID {
    if let known = atStart[block] { return known }
    // Follow single predecessors without recursion.
    var trail: [BlockID] = [block]
    var at = block
    var result: ValueID
    while true {
      let predecessors = flow.predecessors[Int(at.raw)]
      if predecessors.count == 1 {
        let previous = predecessors[0]
        if let known = atEnd[previous] ?? atStart[previous] {
          result = known
          break
        }
        trail.append(previous)
        at = previous
        continue
      }
      result = function.newValue(function.type(value))
      home.append(at)
      function[at].parameters.append(result)
      parametersMade.append((at, result))
      origins[result] = value
      break
    }
    for passed in trail { atStart[passed] = result }
    return result
  }

  private mutating func finish() -> Function {
    for (key, values) in extraArguments {
      switch key {
      case .first(let id): function[id].first = longer(function[id].first, by: values)
      case .second(let id): function[id].second = longer(function[id].second, by: values)
      case .unwind(let block): function[block].unwind = longer(function[block].unwind, by: values)
      }
    }
    return function
  }

  private mutating func longer(_ edge: Edge, by values: [ValueID]) -> Edge {
    function.edge(edge.target, Array(function.values(edge.arguments)) + values)
  }
}
