import MoltIR
import MoltSpec

// Attributes of objects whose class is likely known. The class is tested once; the object's attributes are at known places
// from then on (`Known.instance`), until code runs that could change the class or give the object another one:
// - an operation that may run Python code, which is every one that can raise, and some others;
// - the end of an object, which may have a finaliser.
extension Specialiser {
  mutating func getAttribute(_ inst: Instruction, _ start: State) {
    let operand = source.values(inst.operands).first!
    guard case .boxed = start.environment[operand]!.representation else { return chooseGeneral(inst, start) }
    let likely = facts.type(inst.result)
    let isNumber = likely == .int || likely == .float || likely == .bool
    var state = start
    if likely == .float, holdsFloats(operand, inst), let number = readFloat(operand, inst, &state) {
      return finish(inst, Binding(.f64, [number]), state)
    }
    if let layout = assumeInstance(operand, inst, &state) {
      let failure = Failure.edge(generalPath(inst, state))
      let object = state.environment[operand]!.values
      let opcode: Opcode = isNumber ? .layoutPeekChecked : .layoutGetChecked
      let item = emitChecked(
        opcode, object, immediate: Int64(layout), constant: inst.constant, &state, failure: failure)
      let binding =
        isNumber ? unboxed(item, likely, &state, failure: failure) : Binding(.boxed(.nothing), [item])
      return finish(inst, binding, state)
    }
    guard isNumber else { return chooseGeneral(inst, start) }
    // A number in an attribute slot is read without counting a reference.
    let failure = Failure.edge(generalPath(inst, start))
    let item = emitChecked(
      .attributePeekChecked, state.environment[operand]!.values, constant: inst.constant, &state, failure: failure)
    finish(inst, unboxed(item, likely, &state, failure: failure), state)
  }

  /// A number is stored in place of another one without a call. An initialiser's stores are the first ones mostly.
  mutating func setAttribute(_ inst: Instruction, _ start: State) {
    let operands = Array(source.values(inst.operands))
    guard case .boxed = start.environment[operands[0]]!.representation else { return chooseGeneral(inst, start) }
    var state = start
    settle(&state)
    let isFirst = initialises(operands[0], inst)
    if holdsFloats(operands[0], inst), let number = float(operands[1], inst, &state),
      storeFloat(operands, number, isFirst, inst, &state)
    {
      return finish(inst, Binding(.dropped), state)
    }
    guard let layout = assumeInstance(operands[0], inst, &state) else { return chooseGeneral(inst, start) }
    let replacesNumber = isNumber(operands[1], state) && source.name != "__init__"
    let object = state.environment[operands[0]]!.values[0]
    let item = value(operands[1], &state)
    if isFirst {
      // Nothing is replaced, so nothing ends, and the class stays known.
      var other = state
      let block = startBlock(&other)
      result[block].isCold = true
      store(inst, layout, [object, item], other)
      _ = emitChecked(
        .layoutInitChecked, [object, item], immediate: Int64(layout), constant: inst.constant, &state,
        failure: .edge(result.edge(block)))
    } else if replacesNumber {
      let failure = Failure.edge(generalPath(inst, state))
      _ = emitChecked(
        .layoutSetChecked, [object, item], immediate: Int64(layout), constant: inst.constant, &state, failure: failure)
    } else {
      return store(inst, layout, [object, item], state)
    }
    finish(inst, Binding(.dropped), state)
  }

  private mutating func store(_ inst: Instruction, _ layout: Int, _ operands: [ValueID], _ start: State) {
    var state = start
    var copy = inst
    copy.opcode = .layoutStore
    copy.immediate = Int64(layout)
    emitCopy(copy, operands, &state)
    finish(inst, Binding(.dropped), state)
  }

  /// Whether a store likely is the first one of that attribute: the only one in the object's initialiser.
  private func initialises(_ object: ValueID, _ inst: Instruction) -> Bool {
    isNew(object) && initialStores[InitialStore(object: object, name: inst.constant)] == 1
  }

  /// Whether an object is being initialised, so that it likely lacks attributes.
  private func isNew(_ object: ValueID) -> Bool {
    facts.instances.contains(object.raw)
      || source.name == "__init__" && source[BlockID(raw: 0)].parameters.first == object
  }

  /// An attribute that a function stores.
  struct InitialStore: Hashable {
    var object: ValueID
    var name: UInt32
  }

  /// How many places of a function store each attribute.
  static func initialStores(_ source: Function) -> [InitialStore: Int] {
    var stores: [InitialStore: Int] = [:]
    for inst in source.instructions where inst.opcode == .setAttr {
      stores[InitialStore(object: source.values(inst.operands).first!, name: inst.constant), default: 0] += 1
    }
    return stores
  }

  private func isNumber(_ name: ValueID, _ state: State) -> Bool {
    switch state.environment[name]!.representation {
    case .i64, .f64, .bool: true
    case .constant(let index):
      switch module.constants[Int(index)] {
      case .smallInt, .float, .true, .false, .none: true
      default: false
      }
    default: false
    }
  }

  /// Tests whether a value is of one of the few classes that it is likely of, unless that is known; returns the layout's
  /// number, or nil if no classes are likely.
  private mutating func assumeInstance(_ name: ValueID, _ inst: Instruction, _ state: inout State) -> Int? {
    let binding = state.environment[name]!
    switch binding.representation {
    case .boxed(.instance(let layout)), .boxed(.floats(let layout)): return layout
    case .boxed(.former(let layout)):
      let isSame = emit(.guardLayoutAgain, binding.values, immediate: Int64(layout), &state)
      require(isSame, &state, failure: .edge(generalPath(inst, state)))
      state.environment[name] = Binding(.boxed(.instance(layout)), binding.values)
      return layout
    default: break
    }
    guard let symbols = facts.classes[name.raw], binding.representation == .boxed(.nothing) else { return nil }
    let layout = externals.number(symbols)
    let failure = facts.certain.contains(name.raw) ? Failure.generic : .edge(generalPath(inst, state))
    require(emit(.guardLayout, binding.values, immediate: Int64(layout), &state), &state, failure: failure)
    state.environment[name] = Binding(.boxed(.instance(layout)), binding.values)
    return layout
  }

  // MARK: Floats

  /// An attribute of instances of some classes, by their symbols.
  struct FloatAttribute: Hashable {
    var classes: String
    var name: UInt32
  }

  /// The attributes that are likely floats where a function reads them.
  static func floatLoads(_ source: Function, _ facts: LikelyFacts) -> Set<FloatAttribute> {
    var loads = Set<FloatAttribute>()
    for inst in source.instructions where inst.opcode == .getAttr && facts.type(inst.result) == .float {
      guard let classes = facts.classes[source.values(inst.operands).first!.raw] else { continue }
      loads.insert(FloatAttribute(classes: classes, name: inst.constant))
    }
    return loads
  }

  /// Whether the attribute that the instruction reads or stores is likely in a slot that holds nothing but floats.
  private func holdsFloats(_ object: ValueID, _ inst: Instruction) -> Bool {
    guard let symbols = facts.classes[object.raw], case .str(let text) = module.constants[Int(inst.constant)] else {
      return false
    }
    let name = String(decoding: text, as: UTF8.self)
    return symbols.split(separator: " ").allSatisfy { symbol in
      // Of classes of other modules no more is known than what is read from their instances.
      classes[String(symbol)]?.floats.contains(name)
        ?? floatLoads.contains(FloatAttribute(classes: symbols, name: inst.constant))
    }
  }

  /// The attribute as a machine float; nil if the object's class is not likely known.
  private mutating func readFloat(_ name: ValueID, _ inst: Instruction, _ state: inout State) -> ValueID? {
    if !isNew(name) {
      guard let layout = assumeFloats(name, inst, &state) else { return nil }
      return emit(
        .layoutFloat, state.environment[name]!.values, immediate: Int64(layout), constant: inst.constant, &state)
    }
    guard let layout = assumeInstance(name, inst, &state) else { return nil }
    return emitChecked(
      .layoutFloatChecked, state.environment[name]!.values, immediate: Int64(layout), constant: inst.constant, &state,
      failure: .edge(generalPath(inst, state)))
  }

  /// Stores a machine float in an attribute; false if the object's class is not likely known.
  private mutating func storeFloat(
    _ operands: [ValueID], _ number: ValueID, _ isFirst: Bool, _ inst: Instruction, _ state: inout State
  ) -> Bool {
    if !isNew(operands[0]) {
      guard let layout = assumeFloats(operands[0], inst, &state) else { return false }
      let object = state.environment[operands[0]]!.values[0]
      emit(.layoutFloatStore, [object, number], immediate: Int64(layout), constant: inst.constant, &state)
      return true
    }
    guard isFirst, let layout = assumeInstance(operands[0], inst, &state) else { return false }
    let object = state.environment[operands[0]]!.values[0]
    var other = state
    let block = startBlock(&other)
    result[block].isCold = true
    store(inst, layout, [object, value(operands[1], &other)], other)
    _ = emitChecked(
      .layoutFloatInitChecked, [object, number], immediate: Int64(layout), constant: inst.constant, &state,
      failure: .edge(result.edge(block)))
    return true
  }

  /// A likely float as a machine float; nil where it is likely something else.
  private mutating func float(_ name: ValueID, _ inst: Instruction, _ state: inout State) -> ValueID? {
    if kind(name, state) != .float { return nil }
    if case .boxed = state.environment[name]!.representation {
      _ = assume(name, .float, &state, failure: .edge(generalPath(inst, state)))
    }
    guard case .float(let number)? = number(name, &state) else { return nil }
    return number
  }

  /// Tests whether an object is of one of the classes that it is likely of, and has all attributes that are read and
  /// stored as floats; returns the layout's number.
  private mutating func assumeFloats(_ name: ValueID, _ inst: Instruction, _ state: inout State) -> Int? {
    let binding = state.environment[name]!
    if case .boxed(.floats(let layout)) = binding.representation { return layout }
    guard case .boxed(let known) = binding.representation, let symbols = facts.classes[name.raw] else { return nil }
    let layout = binding.representation.layout ?? externals.number(symbols)
    if known != .nothing && binding.representation.layout == nil { return nil }
    let failure = Failure.edge(generalPath(inst, state))
    require(emit(.guardLayoutFloats, binding.values, immediate: Int64(layout), &state), &state, failure: failure)
    state.environment[name] = Binding(.boxed(.floats(layout)), binding.values)
    assumeSoonFloats(&state)
    return layout
  }

  /// Tests the other objects whose floats are read or stored soon, so that what is done with them is not interrupted by
  /// tests. Where one fails, the instruction is carried out without knowing of that object.
  private mutating func assumeSoonFloats(_ state: inout State) {
    for name in soonFloats(state) {
      guard let binding = state.environment[name], case .boxed(let known) = binding.representation,
        let symbols = facts.classes[name.raw]
      else { continue }
      switch known {
      case .nothing, .instance, .former: break
      default: continue
      }
      let layout = binding.representation.layout ?? externals.number(symbols)
      let test = emit(.guardLayoutFloats, binding.values, immediate: Int64(layout), &state)
      let other = fork(test, &state)
      result[other.block].isCold = true
      add(other)
      state.environment[name] = Binding(.boxed(.floats(layout)), binding.values)
    }
  }

  /// How many instructions ahead objects are looked for.
  private static let soon = 24

  /// The objects whose attributes are read or stored as floats behind a state before anything may run code.
  private func soonFloats(_ state: State) -> [ValueID] {
    var found: [ValueID] = []
    var (block, index) = (state.home, state.index + 1)
    for _ in 0..<Specialiser.soon {
      let inst = source[source[block].instructions[index]]
      let operands = Array(source.values(inst.operands))
      index += 1
      switch inst.opcode {
      case .jump:
        if merges.contains(inst.first.target) { return found }
        (block, index) = (inst.first.target, 0)
      case .const, .keep: break
      case .getAttr, .setAttr:
        let item = inst.opcode == .getAttr ? inst.result : operands[1]
        guard facts.type(item) == .float, !isNew(operands[0]), holdsFloats(operands[0], inst) else { return found }
        if !found.contains(operands[0]) { found.append(operands[0]) }
      case .add, .sub, .mul, .trueDiv, .pow, .neg, .iadd, .isub, .imul, .itrueDiv, .ipow:
        if facts.type(inst.result) != .float { return found }
      default: return found
      }
    }
    return found
  }

  // MARK: Forgetting

  /// Code may run next that changes classes.
  func forgetClasses(_ state: inout State) {
    for (name, binding) in state.environment {
      if binding.representation.isInstance, let layout = binding.representation.layout {
        state.environment[name] = Binding(.boxed(.former(layout)), binding.values)
      }
    }
  }

  /// Forgets the classes if going on to `target` ends the life of something that may be an object.
  func forgetClasses(_ state: inout State, onEdgeTo target: BlockID, passing arguments: [ValueID]) {
    guard state.environment.contains(where: { $0.value.representation.isInstance }) else { return }
    let alive = liveness.liveIn[Int(target.raw)]
    func ends(_ name: ValueID) -> Bool {
      guard !alive.contains(Int(name.raw)), !arguments.contains(name), let binding = state.environment[name] else {
        return false
      }
      if binding.representation == .boxed(.exact(.str)) { return false }
      // The caller of a function keeps its arguments.
      if isParameter(name) { return false }
      return binding.representation.types.contains { $0 == .value || $0 == .optional }
    }
    var mayEnd = source[state.home].parameters.contains(where: ends)
    for id in source[state.home].instructions where !mayEnd && !source[id].result.isNone {
      mayEnd = ends(source[id].result)
    }
    if !mayEnd {
      liveness.liveIn[Int(state.home.raw)].forEach { if ends(ValueID(raw: UInt32($0))) { mayEnd = true } }
    }
    if mayEnd { forgetClasses(&state) }
  }

  func isParameter(_ name: ValueID) -> Bool {
    !source.isSuspendable && source[BlockID(raw: 0)].parameters.contains(name)
  }
}

extension Opcode {
  private static let makers: Set<Opcode> = [
    .newTuple, .rangeObject, .rangeIterator, .sequenceIterator, .enumerateIterator, .zipIterator, .listSlice,
    .listSetSlice, .listMoveSlice, .listSetChecked, .listCopy, .tupleCopy, .newCell,
  ]

  /// Whether a machine operation makes an object, at which the collector may run finalisers, or may end one.
  var makesOrEndsObjects: Bool { Opcode.makers.contains(self) }

  private static let quiet: Set<Opcode> = [
    .const, .null, .keep, .boxBool, .take, .isSame, .unwrap, .guardBuiltin, .guardFunction, .guardMethod, .i64Const,
    .i64EQ, .place, .placeLeave, .frameDelegate, .frameItem,
  ]

  /// Whether Python code may run during an operation that is carried out in the general way: all raise, call, end objects
  /// or make some, at which the collector may run finalisers, but for a few.
  var mayRunCode: Bool { !Opcode.quiet.contains(self) }
}
