/// Finds the likely types of all values of a program: an inclusion-based points-to analysis over the modules' flow.
/// Every value, global, cell, attribute and container's contents is a node that gathers atoms; edges pass them on, and
/// listeners extend the graph as callees and receivers become known. It knows neither order nor calling context, and
/// believes that what it has not seen does not happen: each use of what it finds is guarded.
///
/// Everything runs in an order that only depends on the summaries, so equal programs get equal facts.
final class Solver {
  /// Atoms that a node keeps; a node that would get more counts as unknown.
  static let nodeLimit = 40

  struct Node {
    var atoms: [Int32] = []
    var mask: UInt32 = 0
    /// How many atoms were passed on already.
    var done: Int32 = 0
    var isQueued = false
    var isFull = false
    var copies: [Int32] = []
    var listeners: [Listener] = []
  }

  struct FunctionState {
    var module: Int32
    var flow: FlowFunction
    /// Node of value %0.
    var base: Int32
    var symbol: String
    var results: Int32
    var yields: Int32
    /// Nodes of the cells that it closes over.
    var captures: [Int32]
    /// Nodes of the defaults of the last positional parameters.
    var defaults: [Int32] = []
    var keywordDefaults: [Int32: Int32] = [:]
    var parameterNames: [Int32] = []
    /// The class whose body binds it, or -1.
    var owner: Int32 = -1
    var isCalled = false
    /// The function that this is a clone of; itself for all others.
    var original: Int32
    /// Clones of it, each for one call site.
    var clones: [Int32] = []
    /// The call site that has the original to itself, -1: not called yet.
    var firstSite: Int32 = -1
    func node(_ value: UInt32) -> Int32 { base + Int32(value) }
  }

  struct ModuleState {
    var name: String
    var flow: FlowProgram
    var firstFunction: Int32
    /// Nodes of the globals by slot.
    var firstSlot: Int32
    var slots: [Int32: Int32] = [:]
  }

  /// An operation with operands that have to be watched.
  struct Operation {
    var code: FlowCode
    var result: Int32
    var immediate: Int32
    var name: Int32
    /// Nodes; `nothing` for one that is missing.
    var operands: [Int32]
    var function: Int32
  }

  var atoms = AtomTable()
  var nodes: [Node] = []
  var functions: [FunctionState] = []
  var modules: [ModuleState] = []
  var moduleNumbers: [Int32: Int32] = [:]
  var operations: [Operation] = []
  var classes: [Int32: ClassState] = [:]
  var sites: [CallSite] = []
  /// The call that makes a node.
  var siteOf: [Int32: Int32] = [:]
  /// Call sites that an operation makes on its own, by operation and purpose.
  var implicitSites: [UInt64: Int32] = [:]
  var annotations: [(node: Int32, annotation: Int32)] = []
  var tests: [(node: Int32, atom: Int32)] = []
  /// The clone or original that a call site of a small function binds to.
  var instances: [UInt64: Int32] = [:]
  var tupleLengths: [Int32: Int32] = [:]
  var builtinModel: [Int32: BuiltinSpec] = [:]
  var evaluated = Set<UInt64>()
  var places: Int32 = 0

  private var names: [String: Int32] = [:]
  private(set) var nameTexts: [String] = []
  private var fields: [UInt64: Int32] = [:]
  private var attributes: [UInt64: Int32] = [:]
  /// The attributes that are mentioned of values of each atom.
  var attributesByAtom: [Int32: [(name: Int32, node: Int32)]] = [:]
  private var edges = Set<UInt64>()
  private var atomNodes: [Int32: Int32] = [:]
  private var queue: [Int32] = []
  private var pending: [(Listener, Int32)] = []
  private var steps = 0

  /// Nodes that always hold one simple kind, by bit.
  private(set) var kindNodes: [Int32] = []
  /// The node of what is not there; it stays empty.
  let nothing: Int32

  init() {
    nothing = 0
    nodes.append(Node())
    for bit in LikelyType.Kinds.names.indices {
      let node = newNode()
      kindNodes.append(node)
      add(atoms.number(.primitive, Int32(bit)), to: node)
    }
  }

  // MARK: Names, nodes, atoms

  func name(_ text: String) -> Int32 {
    if let known = names[text] { return known }
    let number = Int32(nameTexts.count)
    names[text] = number
    nameTexts.append(text)
    return number
  }

  func text(_ name: Int32) -> String { nameTexts[Int(name)] }

  func newNode() -> Int32 {
    nodes.append(Node())
    return Int32(nodes.count - 1)
  }

  func newNodes(_ count: Int) -> Int32 {
    let first = Int32(nodes.count)
    nodes.append(contentsOf: repeatElement(Node(), count: count))
    return first
  }

  func kindNode(_ kind: LikelyType.Kinds) -> Int32 { kindNodes[kind.rawValue.trailingZeroBitCount] }

  func kindAtom(_ kind: LikelyType.Kinds) -> Int32 {
    atoms.number(.primitive, Int32(kind.rawValue.trailingZeroBitCount))
  }

  /// A new container atom, or another whose first number tells it from all others.
  func newPlace(_ kind: AtomKind) -> Int32 {
    places += 1
    return atoms.number(kind, places)
  }

  private func pair(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
  }

  /// The node of a part of a value.
  func field(_ atom: Int32, _ field: Int32) -> Int32 {
    let key = pair(atom, field)
    if let known = fields[key] { return known }
    let node = newNode()
    fields[key] = node
    return node
  }

  func knownField(_ atom: Int32, _ field: Int32) -> Int32? { fields[pair(atom, field)] }

  /// The node of an attribute that is stored on values of an atom.
  func attribute(_ atom: Int32, _ name: Int32) -> Int32 {
    let key = pair(atom, name)
    if let known = attributes[key] { return known }
    let node = newNode()
    attributes[key] = node
    attributesByAtom[atom, default: []].append((name, node))
    return node
  }

  /// A node with just one atom.
  func node(of atom: Int32) -> Int32 {
    if let known = atomNodes[atom] { return known }
    let node = newNode()
    atomNodes[atom] = node
    add(atom, to: node)
    return node
  }

  // MARK: The graph

  func add(_ atom: Int32, to node: Int32) {
    if node <= nothing { return }
    let at = Int(node)
    if nodes[at].isFull {
      nodes[at].mask |= atoms.masks[Int(atom)]
      return
    }
    if nodes[at].atoms.contains(atom) { return }
    nodes[at].mask |= atoms.masks[Int(atom)]
    if nodes[at].atoms.count >= Self.nodeLimit {
      nodes[at].isFull = true
      return
    }
    nodes[at].atoms.append(atom)
    if !nodes[at].isQueued {
      nodes[at].isQueued = true
      queue.append(node)
    }
  }

  func copy(_ source: Int32, to target: Int32) {
    if source == target || source <= nothing || target <= nothing { return }
    guard edges.insert(pair(source, target)).inserted else { return }
    nodes[Int(source)].copies.append(target)
    let done = Int(nodes[Int(source)].done)
    for index in 0..<done { add(nodes[Int(source)].atoms[index], to: target) }
  }

  func listen(_ node: Int32, _ listener: Listener) {
    if node <= nothing { return }
    nodes[Int(node)].listeners.append(listener)
    for index in 0..<Int(nodes[Int(node)].done) { pending.append((listener, nodes[Int(node)].atoms[index])) }
  }

  /// As `listen`, once for all times that the same is asked for.
  func listenOnce(_ node: Int32, _ listener: Listener) {
    if node <= nothing || nodes[Int(node)].listeners.contains(listener) { return }
    listen(node, listener)
  }

  /// Passes atoms on until nothing changes, or until the program has used up what its size grants.
  func run() {
    let limit = 2_000_000 + nodes.count * 60
    var head = 0
    while steps < limit {
      if let (listener, atom) = pending.popLast() {
        steps += 1
        fire(listener, atom)
        continue
      }
      guard head < queue.count else { break }
      let node = Int(queue[head])
      head += 1
      if head > 4096 {
        queue.removeFirst(head)
        head = 0
      }
      nodes[node].isQueued = false
      let from = Int(nodes[node].done)
      let to = nodes[node].atoms.count
      nodes[node].done = Int32(to)
      let copies = nodes[node].copies.count
      let listeners = nodes[node].listeners.count
      for index in from..<to {
        let atom = nodes[node].atoms[index]
        for edge in 0..<copies { add(atom, to: nodes[node].copies[edge]) }
        for listener in 0..<listeners { pending.append((nodes[node].listeners[listener], atom)) }
      }
      steps += (to - from) * (copies + 1)
    }
    queue.removeAll()
    pending.removeAll()
  }
}
