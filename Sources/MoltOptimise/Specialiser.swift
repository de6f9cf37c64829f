import MoltIR
import MoltSpec

/// Basic-block versioning: from a function in implicit form to one whose blocks exist once per combination of
/// representations in which control reaches them (after "Simple and Effective Type Check Removal through Lazy Basic
/// Block Versioning", Chevalier-Boisvert and Feeley, 2015, done ahead of time).
///
/// An operation on a value that is likely an int, a float, a list … tests that once and goes on with the unboxed value
/// or the known type; the versions of the blocks behind it need no further test. Where the test fails, or a result does
/// not fit a machine word, control goes to the *generic* version of the same point, in which all values are boxed and
/// every operation is the general one. Iterators over ranges, lists and tuples, and tuples themselves, are not allocated
/// until something asks for the object.
///
/// What the function does is never decided by a fact that is merely likely.
struct Specialiser {
  let module: Module
  let source: Function
  let facts: LikelyFacts
  /// Symbols that calls name; shared by the module's functions.
  var externals: Externals
  let liveness: Liveness
  /// Blocks to which several edges lead.
  let merges: Set<BlockID>
  /// Blocks into which so many values live that each way from a guess to the general code, which has to hand all of
  /// them over, would cost more than the guess gains: nothing is guessed there.
  let crowded: Set<BlockID>
  let read: ValueSet
  /// Result of a `py.next` to the `unwrap` of it.
  let unwrapped: [ValueID: ValueID]
  /// By global load: the call that is the only use of its result.
  let callees: [ValueID: Instruction]
  /// By result of a `py.loadmethod`: the call of what was loaded.
  let loadedCalls: [ValueID: Instruction]
  /// Slices that need not be made, as far as their uses go.
  let passingSlices: Set<ValueID>
  /// Results of operations that make a list, used once.
  let temporaries: Set<ValueID>
  let initialStores: [InitialStore: Int]
  /// Classes of the module, by symbol.
  let classes: [String: LikelyClass]
  /// Attributes that are likely floats where the function reads them.
  let floatLoads: Set<FloatAttribute>
  /// Cells that need not be made while control stays out of cold code.
  let cells: VirtualCells
  /// Globals that this module's code binds.
  let storedSlots: Set<Int>
  /// Number of the constant None, if the module has it.
  let noneConstant: UInt32?

  var result: Function
  /// What stayed dynamic.
  var remarks: [Remark] = []
  /// Positions of operations of which some version is carried out in a better way than the general one.
  private var fast: Set<UInt32> = []
  private var versions: [Key: Version] = [:]
  private var byBlock: [BlockID: [Version]] = [:]
  /// Work to be done; that which cold code led to comes last, so that the versions of blocks that hot code leads to are
  /// made while there may be more of them.
  private var tasks: [State] = []
  private var coldTasks: [State] = []

  /// How many versions of a block may exist beside the generic one, before further ones must do with what there is.
  private static let limit = 6
  /// How many more, in which nothing is known of classes.
  private static let classless = 2

  /// How many values may live into a block where something is guessed, outside of loops and in them.
  private static let crowd = (straight: 48, loop: 96)

  private static func crowded(_ source: Function, _ flow: ControlFlow, _ liveness: Liveness) -> Set<BlockID> {
    let full = flow.reversePostorder.filter { liveness.liveIn[Int($0.raw)].count > crowd.straight }
    if full.isEmpty { return [] }
    var looping = Set<BlockID>()
    flow.forEachLoop { _, loop in looping.formUnion(loop) }
    return Set(full.filter { !looping.contains($0) || liveness.liveIn[Int($0.raw)].count > crowd.loop })
  }

  private struct Key: Hashable {
    var block: BlockID
    var isGeneric: Bool
    var representations: [Representation]
  }

  private struct Version {
    var block: BlockID
    var representations: [Representation]
  }

  /// A point in the work: code is appended to `block` for the source's instructions from `index` of `home` on.
  struct State {
    var block: BlockID
    var home: BlockID
    var index: Int
    var isGeneric: Bool
    /// Control comes by way of cold code.
    var isLate = false
    var environment: [ValueID: Binding] = [:]
    /// Ints that were boxed already.
    var boxes: [ValueID: ValueID] = [:]
    /// Values made in `block` so far: its unwind edge cannot pass them.
    var madeHere: Set<ValueID> = []
    /// What the unwind edge of `block` was made from; nil: it has none yet.
    var unwindBindings: [Binding]? = nil
  }

  init(
    _ function: Function, in module: Module, facts: LikelyFacts, classes: [String: LikelyClass], storedSlots: Set<Int>,
    externals: Externals
  ) {
    self.module = module
    self.classes = classes
    self.facts = facts
    self.externals = externals
    source = function.splitAtChoices()
    let flow = ControlFlow(source)
    let merges = source.blockIDs.filter { flow.predecessors[Int($0.raw)].count > 1 }
    self.merges = Set(merges)
    let liveness = Liveness(source, flow) { _ in true }
    self.liveness = liveness
    crowded = Specialiser.crowded(source, flow, liveness)
    read = source.valuesRead()
    var unwrapped: [ValueID: ValueID] = [:]
    for inst in source.instructions where inst.opcode == .unwrap {
      unwrapped[source.values(inst.operands).first!] = inst.result
    }
    self.unwrapped = unwrapped
    callees = Specialiser.callees(source)
    loadedCalls = Specialiser.loadedCalls(source)
    let uses = source.useCounts()
    initialStores = Specialiser.initialStores(source)
    floatLoads = Specialiser.floatLoads(source, facts)
    passingSlices = Specialiser.passingSlices(source, uses)
    temporaries = Set(
      source.instructions.filter { [.getSlice, .newList, .add, .mul].contains($0.opcode) && uses[$0.result] == 1 }
        .map(\.result))
    var cells = VirtualCells(function, facts)
    cells.findReads(source, flow)
    self.cells = cells
    self.storedSlots = storedSlots
    noneConstant = module.constants.firstIndex(of: .none).map(UInt32.init)
    result = source
    result.blocks = []
    result.instructions = []
    result.valueTypes = []
    result.pool = []
  }

  mutating func run() -> Function {
    let entry = result.newBlock()
    var state = State(block: entry, home: BlockID(raw: 0), index: 0, isGeneric: false)
    for parameter in source[BlockID(raw: 0)].parameters {
      let type = source.type(parameter)
      let value = result.newValue(type)
      result[entry].parameters.append(value)
      state.environment[parameter] = Binding(plain(type), [value])
    }
    guardParameters(&state)
    add(state)
    while let task = tasks.popLast() ?? coldTasks.popLast() { process(task) }
    let better = Set(fast.filter { $0 != Instruction.noPosition }.map { source.positions[Int($0)] })
    remarks.removeAll { better.contains($0.position) }
    return result
  }

  /// Notes what is to be done.
  mutating func add(_ task: State) {
    var task = task
    task.isLate = task.isLate || task.isGeneric || result[task.block].isCold
    if task.isLate { coldTasks.append(task) } else { tasks.append(task) }
  }

  /// Tests the parameters' likely types once, at the entry.
  private mutating func guardParameters(_ state: inout State) {
    let jump = source[source[BlockID(raw: 0)].instructions[0]]
    for parameter in source[BlockID(raw: 0)].parameters where read.contains(Int(parameter.raw)) {
      switch facts.type(parameter) {
      case .int, .float, .list, .tuple:
        let failure = edge(jump.first.target, [], from: state, generic: true)
        _ = assume(parameter, facts.type(parameter), &state, failure: .edge(failure))
      default: break
      }
    }
  }

  // MARK: Representations

  /// A value of the source's type about which nothing is known.
  func plain(_ type: ValueType) -> Representation {
    switch type {
    case .value: .boxed(.nothing)
    case .optional: .optional
    default: .machine(type)
    }
  }

  /// How a value is passed on: as it is held, but as little particular as serves.
  private func passed(_ value: ValueID, _ binding: Binding, asParameter parameter: ValueID?) -> Representation {
    let target = parameter ?? value
    if let parameter, source.type(parameter) == .optional,
      binding.representation == .null || binding.representation == .dropped
    {
      // An unbound variable that will hold an object is held as an object from the start, so that the two do not make
      // two versions of every loop around it.
      switch facts.type(parameter) {
      case .int, .float, .bool: break
      default: return .optional
      }
    }
    if !read.contains(Int(target.raw)) && binding.representation.hasNoLifetime { return .dropped }
    guard let parameter else { return binding.representation }
    let type = source.type(parameter)
    switch binding.representation {
    case .constant(let index):
      switch module.constants[Int(index)] {
      case .smallInt: return .i64
      case .float: return .f64
      case .true, .false: return .bool
      default: return type == .optional ? .optional : .boxed(.nothing)
      }
    case .boxed(let known):
      if type == .optional { return .optional }
      // Whether it is None says little for its price in versions.
      return known == .none ? .boxed(.nothing) : .boxed(known)
    case .i64, .f64, .bool, .machine, .optional, .dropped: return binding.representation
    case .null: return .null
    case .listSlice, .range, .rangeIterator, .sequenceIterator, .enumerateIterator, .zipIterator, .tuple, .elements,
      .builtin,
      .global, .listAppend, .cell:
      return type == .optional ? .optional : .boxed(.nothing)
    }
  }

  /// Whether a value held one way can be handed over in another without a test.
  private func canConvert(_ from: Representation, _ to: Representation) -> Bool {
    if from == to { return true }
    switch (from, to) {
    case (.machine, _), (_, .machine): return false
    case (.cell(let from), .cell(let to)): return to == .dropped || canConvert(from, to)
    case (.null, .optional): return true
    case (.null, _), (.optional, _), (.dropped, _): return false
    case (_, .optional), (_, .boxed(.nothing)): return true
    case (.boxed(.instance(let layout)), .boxed(.former(let other))),
      (.boxed(.floats(let layout)), .boxed(.former(let other))),
      (.boxed(.floats(let layout)), .boxed(.instance(let other))):
      return layout == other
    case (.constant(let index), .i64):
      if case .smallInt = module.constants[Int(index)] { return true }
      return false
    case (.constant(let index), .f64):
      if case .float = module.constants[Int(index)] { return true }
      return false
    default: return false
    }
  }

  // MARK: Edges

  /// An edge to the version of a block that fits the state; what has to be converted for it is converted in a block of
  /// its own on the way.
  mutating func edge(_ target: BlockID, _ arguments: [ValueID], from state: State, generic: Bool? = nil) -> Edge {
    let isGeneric = generic ?? state.isGeneric
    var state = state
    if !isGeneric {
      forgetClasses(&state, onEdgeTo: target, passing: arguments)
      // What becomes an object on the way may start the collector.
      if arguments.contains(where: { state.environment[$0]!.representation.isVirtual }) { forgetClasses(&state) }
    }
    var names: [ValueID] = []
    var bindings: [Binding] = []
    var wanted: [Representation] = []
    for (parameter, argument) in zip(source[target].parameters, arguments) {
      let binding = state.environment[argument]!
      names.append(parameter)
      bindings.append(binding)
      wanted.append(isGeneric ? plain(source.type(parameter)) : passed(argument, binding, asParameter: parameter))
    }
    liveness.liveIn[Int(target.raw)].forEach { number in
      let value = ValueID(raw: UInt32(number))
      let binding = state.environment[value]!
      names.append(value)
      bindings.append(binding)
      if isGeneric {
        wanted.append(plain(source.type(value)))
      } else if case .cell(let content) = binding.representation {
        wanted.append(passedCell(value, holding: content, to: target))
      } else if case .boxed(.former) = binding.representation, merges.contains(target), !isParameter(value) {
        // Versions for what may be found out again are worth it for parameters, of which `self` is one.
        wanted.append(.boxed(.nothing))
      } else {
        wanted.append(passed(value, binding, asParameter: nil))
      }
    }
    let version = version(target, names, wanted, isGeneric, isLate: state.isLate || result[state.block].isCold)
    var middle = State(block: result.newBlock(), home: target, index: 0, isGeneric: isGeneric)
    middle.environment = state.environment
    var values: [ValueID] = []
    for (index, binding) in bindings.enumerated() {
      values += convert(binding, to: version.representations[index], type: source.type(names[index]), &middle)
    }
    let direct = result.edge(version.block, values)
    if result[middle.block].instructions.isEmpty {
      if Int(middle.block.raw) == result.blocks.count - 1 { result.blocks.removeLast() }
      return direct
    }
    result[middle.block].isCold = isGeneric
    result[middle.block].instructions.append(result.make(.jump, first: direct))
    return result.edge(middle.block)
  }

  private mutating func version(
    _ target: BlockID, _ names: [ValueID], _ wanted: [Representation], _ isGeneric: Bool, isLate: Bool
  ) -> Version {
    var wanted = wanted
    if let known = versions[Key(block: target, isGeneric: isGeneric, representations: wanted)] { return known }
    if !isGeneric, let existing = byBlock[target], existing.count >= Specialiser.limit {
      for version in existing where zip(wanted, version.representations).allSatisfy({ canConvert($0, $1) }) {
        let makesObjects = zip(wanted, version.representations).contains { $0.isVirtual && !$1.isVirtual }
        if !makesObjects || !version.representations.contains(where: { $0.isInstance }) { return version }
      }
      // What is known of classes is found out again cheaply, unlike what an iterator consists of.
      let classless = wanted.map { $0.layout == nil ? $0 : .boxed(.nothing) }
      let isNew = classless != wanted && existing.count < Specialiser.limit + Specialiser.classless
      wanted =
        isNew || versions[Key(block: target, isGeneric: false, representations: classless)] != nil
        ? classless
        : zip(names, wanted).map { name, representation in
          representation == .dropped ? .dropped : plain(source.type(name))
        }
      if let known = versions[Key(block: target, isGeneric: false, representations: wanted)] { return known }
    }
    let made = Version(block: result.newBlock(), representations: wanted)
    versions[Key(block: target, isGeneric: isGeneric, representations: wanted)] = made
    if !isGeneric { byBlock[target, default: []].append(made) }
    result[made.block].isCold = isGeneric || source[target].isCold
    var state = State(block: made.block, home: target, index: 0, isGeneric: isGeneric, isLate: isLate)
    for (name, representation) in zip(names, wanted) {
      let values = representation.types.map { result.newValue($0) }
      result[made.block].parameters += values
      state.environment[name] = Binding(representation, values)
    }
    add(state)
    return made
  }

  // MARK: Emitting

  /// Appends an operation that cannot raise.
  @discardableResult
  mutating func emit(
    _ opcode: Opcode, _ operands: [ValueID] = [], immediate: Int64 = 0, constant: UInt32 = Instruction.noConstant,
    type: ValueType? = nil, _ state: inout State
  ) -> ValueID {
    if opcode.makesOrEndsObjects { forgetClasses(&state) }
    let id = result.make(opcode, operands, immediate: immediate, constant: constant, result: type)
    result[state.block].instructions.append(id)
    let made = result[id].result
    if !made.isNone { state.madeHere.insert(made) }
    return made
  }

  /// Goes on in a new block that only this point leads to.
  mutating func startBlock(_ state: inout State) -> BlockID {
    let block = result.newBlock()
    result[block].isCold = state.isGeneric
    state.block = block
    state.madeHere = []
    state.unwindBindings = nil
    return block
  }

  /// Appends a copy of a source instruction with other operands; if it may raise, with an unwind edge that passes what
  /// its handler needs as it is now.
  @discardableResult
  mutating func emitCopy(_ inst: Instruction, _ operands: [ValueID], _ state: inout State) -> ValueID {
    if inst.opcode.mayRunCode { forgetClasses(&state) }
    if OpTable[inst.opcode].canRaise { prepareUnwind(&state) }
    let type = inst.result.isNone ? nil : Optional(source.type(inst.result))
    let id = result.make(
      inst.opcode, operands, immediate: inst.immediate, constant: inst.constant, position: inst.position, result: type)
    result[state.block].instructions.append(id)
    let made = result[id].result
    if !made.isNone { state.madeHere.insert(made) }
    return made
  }

  /// Appends an operation that stands for a source instruction and may raise as that may.
  @discardableResult
  mutating func emitRaising(
    _ opcode: Opcode, _ operands: [ValueID], _ inst: Instruction, immediate: Int64 = 0, _ state: inout State
  ) -> ValueID {
    forgetClasses(&state)
    prepareUnwind(&state)
    let id = result.make(opcode, operands, immediate: immediate, position: inst.position)
    result[state.block].instructions.append(id)
    let made = result[id].result
    if !made.isNone { state.madeHere.insert(made) }
    return made
  }

  mutating func prepareUnwind(_ state: inout State) {
    let unwind = source[state.home].unwind
    if unwind.isNone { return }
    let arguments = Array(source.values(unwind.arguments))
    var needed = arguments.map { state.environment[$0]! }
    liveness.liveIn[Int(unwind.target.raw)].forEach { needed.append(state.environment[ValueID(raw: UInt32($0))]!) }
    if needed == state.unwindBindings { return }
    if state.unwindBindings != nil || needed.contains(where: { !state.madeHere.isDisjoint(with: $0.values) }) {
      let previous = state.block
      let next = startBlock(&state)
      result[previous].instructions.append(result.make(.jump, first: result.edge(next)))
    }
    let edge = edge(unwind.target, arguments, from: state)
    result[state.block].unwind = edge
    state.unwindBindings = needed
  }

  /// A test that control passes on; the other edge is taken where it fails.
  mutating func require(_ condition: ValueID, _ state: inout State, failure: Failure) {
    let failure = edge(failure, state)
    let previous = state.block
    let next = startBlock(&state)
    let branch = result.make(.branch, [condition], first: result.edge(next), second: failure)
    result[previous].instructions.append(branch)
  }

  /// A machine operation whose second edge is taken when it has no result.
  mutating func emitChecked(
    _ opcode: Opcode, _ operands: [ValueID], immediate: Int64 = 0, constant: UInt32 = Instruction.noConstant,
    _ state: inout State, failure: Failure
  ) -> ValueID {
    if opcode.makesOrEndsObjects { forgetClasses(&state) }
    let failure = edge(failure, state)
    let previous = state.block
    let next = startBlock(&state)
    let id = result.make(
      opcode, operands, immediate: immediate, constant: constant, first: result.edge(next), second: failure)
    result[previous].instructions.append(id)
    return result[id].result
  }

  /// Two ways to go on, by a condition; returns the state of the second.
  mutating func fork(_ condition: ValueID, _ state: inout State) -> State {
    let previous = state.block
    var other = state
    let first = startBlock(&state)
    let second = startBlock(&other)
    result[previous].instructions.append(
      result.make(.branch, [condition], first: result.edge(first), second: result.edge(second)))
    return other
  }

  /// Where a test that fails leads.
  enum Failure {
    /// To the generic version of the operation that the state stands at.
    case generic
    case edge(Edge)
  }

  private mutating func edge(_ failure: Failure, _ state: State) -> Edge {
    switch failure {
    case .generic: edge(state.home, source[state.home].parameters, from: state, generic: true)
    case .edge(let edge): edge
    }
  }

  /// Ends work at a choice: the result is known, control goes on behind the operation. Results that are likely numbers
  /// are unboxed here; `isGuarded` says that this was tried already.
  mutating func finish(_ inst: Instruction, _ binding: Binding, _ state: State) {
    if facts.descriptions != nil { fast.insert(inst.position) }
    goOn(inst, binding, state)
  }

  mutating func goOn(_ inst: Instruction, _ binding: Binding, _ state: State) {
    var state = state
    if !inst.result.isNone {
      state.environment[inst.result] = binding
      let likely = facts.type(inst.result)
      if !state.isGeneric, !crowded.contains(state.home), likely == .int || likely == .float,
        case .boxed = binding.representation
      {
        let jump = source[source[state.home].instructions[state.index + 1]]
        let failure = edge(jump.first.target, Array(source.values(jump.first.arguments)), from: state, generic: true)
        _ = assume(inst.result, likely, &state, failure: .edge(failure))
      }
    }
    state.index += 1
    add(state)
  }
}
