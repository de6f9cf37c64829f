import MoltIR
import MoltSpec

// From one representation to another: boxing, making objects that were not allocated, and unboxing behind a test.
extension Specialiser {
  /// The values that make up `binding` when it is held as `target`; `type` is the source's type.
  mutating func convert(
    _ binding: Binding, to target: Representation, type: ValueType, _ state: inout State
  ) -> [ValueID] {
    if binding.representation == target { return binding.values }
    switch target {
    case .dropped: return []
    case .bool:
      guard case .constant(let index) = binding.representation else {
        preconditionFailure("no conversion from \(binding.representation) to \(target)")
      }
      return [emit(.i1Const, [], immediate: module.constants[Int(index)] == .true ? 1 : 0, &state)]
    case .i64, .f64:
      if case .constant(let index) = binding.representation, let value = machineConstant(index, &state) {
        return [value.id]
      }
      preconditionFailure("no conversion from \(binding.representation) to \(target)")
    case .boxed, .optional: return [boxed(binding, type: type, &state)]
    case .cell(let target):
      guard case .cell(let content) = binding.representation else {
        preconditionFailure("no conversion from \(binding.representation) to \(target)")
      }
      return convert(Binding(content, binding.values), to: target, type: .optional, &state)
    default: preconditionFailure("no conversion from \(binding.representation) to \(target)")
    }
  }

  /// A Python value for a binding, in a new value where it is not held as one.
  mutating func boxed(_ binding: Binding, type: ValueType, _ state: inout State) -> ValueID {
    switch binding.representation {
    case .boxed, .optional, .machine: return binding.values[0]
    case .constant(let index): return emit(.const, [], constant: index, &state)
    case .null: return emit(.null, [], &state)
    case .dropped:
      // Nobody reads it; any value without a lifetime will do.
      if type == .optional { return emit(.null, [], &state) }
      return emit(.intBox, [emit(.i64Const, [], immediate: 0, &state)], &state)
    case .i64: return emit(.intBox, binding.values, &state)
    case .f64: return emit(.floatBox, binding.values, &state)
    case .bool: return emit(.boxBool, binding.values, &state)
    case .builtin(let slot): return emit(.builtinValue, [], immediate: Int64(slot), &state)
    case .global(let slot): return emit(.globalValue, [], immediate: Int64(slot), &state)
    case .listAppend: return emit(.listAppendMethod, [], &state)
    case .listSlice(let step): return emit(.listSlice, binding.values, immediate: step, &state)
    case .range(let step): return emit(.rangeObject, binding.values, immediate: step, &state)
    case .rangeIterator(let step): return emit(.rangeIterator, binding.values, immediate: step, &state)
    case .sequenceIterator: return emit(.sequenceIterator, binding.values, &state)
    case .enumerateIterator(let inner):
      let iterator = boxed(binding.parts([inner], skipping: 1)[0], type: .value, &state)
      return emit(.enumerateIterator, [iterator, binding.values[0]], &state)
    case .cell(let content):
      return emit(.newCell, [boxed(Binding(content, binding.values), type: .optional, &state)], &state)
    case .zipIterator(let parts):
      var items: [ValueID] = []
      for part in binding.parts(parts) { items.append(boxed(part, type: .value, &state)) }
      return emit(.zipIterator, items, &state)
    case .tuple(let parts), .elements(let parts):
      var items: [ValueID] = []
      for part in binding.parts(parts) { items.append(boxed(part, type: .value, &state)) }
      return emit(.newTuple, items, &state)
    }
  }

  /// What is known of the object that a virtual one becomes.
  private func knownWhenBoxed(_ representation: Representation) -> Known {
    switch representation {
    case .tuple: .exact(.tuple)
    case .listSlice: .exact(.list)
    case .range: .exact(.range)
    default: .nothing
    }
  }

  /// A source value as a Python value. An object that was not allocated is from now on, so that it stays the same one.
  mutating func value(_ name: ValueID, _ state: inout State) -> ValueID {
    let binding = state.environment[name]!
    switch binding.representation {
    case .i64:
      if let made = state.boxes[name] { return made }
      let made = boxed(binding, type: source.type(name), &state)
      state.boxes[name] = made
      return made
    case let representation where representation.isVirtual || isGlobal(representation):
      let made = boxed(binding, type: source.type(name), &state)
      state.environment[name] = Binding(.boxed(knownWhenBoxed(representation)), [made])
      return made
    default: return boxed(binding, type: source.type(name), &state)
    }
  }

  private func isGlobal(_ representation: Representation) -> Bool {
    if case .global = representation { return true }
    if case .builtin = representation { return true }
    return false
  }

  mutating func values(_ names: some Sequence<ValueID>, _ state: inout State) -> [ValueID] {
    var result: [ValueID] = []
    for name in names { result.append(value(name, &state)) }
    return result
  }

  /// Code that may rebind globals or change lists comes next: what was put off is loaded or copied now.
  mutating func settle(except kept: ValueID? = nil, _ state: inout State) {
    let names = state.environment.filter { name, binding in
      switch binding.representation {
      case .global, .listSlice: name != kept
      default: false
      }
    }.keys
    for name in names.sorted(by: { $0.raw < $1.raw }) { _ = value(name, &state) }
  }

  // MARK: Numbers

  /// A number in a machine value.
  enum Number {
    case int(ValueID), float(ValueID)
    var id: ValueID {
      switch self {
      case .int(let id), .float(let id): id
      }
    }
    var isInt: Bool { if case .int = self { true } else { false } }
  }

  mutating func machineConstant(_ index: UInt32, _ state: inout State) -> Number? {
    switch module.constants[Int(index)] {
    case .smallInt(let value): .int(emit(.i64Const, [], immediate: value, &state))
    case .true: .int(emit(.i64Const, [], immediate: 1, &state))
    case .false: .int(emit(.i64Const, [], immediate: 0, &state))
    case .float(let bits): .float(emit(.f64Const, [], immediate: Int64(bitPattern: bits), &state))
    default: nil
    }
  }

  /// The number that a value is held as, if it is.
  mutating func number(_ name: ValueID, _ state: inout State) -> Number? {
    let binding = state.environment[name]!
    switch binding.representation {
    case .i64: return .int(binding.values[0])
    case .f64: return .float(binding.values[0])
    case .bool: return .int(emit(.i1ToI64, binding.values, &state))
    case .constant(let index): return machineConstant(index, &state)
    default: return nil
    }
  }

  /// What kind of value it is held as, or else likely is.
  func kind(_ name: ValueID, _ state: State) -> Likely {
    switch state.environment[name]!.representation {
    case .i64, .bool: return .int
    case .f64: return .float
    case .constant(let index):
      switch module.constants[Int(index)] {
      case .smallInt, .true, .false: return .int
      case .float: return .float
      case .str: return .str
      default: return .other
      }
    case .boxed(.exact(.list)), .listSlice: return .list
    case .boxed(.exact(.tuple)), .tuple: return .tuple
    case .boxed(.exact(.str)): return .str
    case .boxed(.exact(.dict)): return .dict
    case .boxed(.exact(.set)): return .set
    case .boxed(.exact(.range)): return .range
    case .boxed, .optional: return facts.type(name)
    default: return .other
    }
  }

  /// Tests whether a value is what it is likely to be, unless that is known; afterwards it is held that way. False if
  /// there is no test for it.
  mutating func assume(_ name: ValueID, _ likely: Likely, _ state: inout State, failure: Failure) -> Bool {
    let binding = state.environment[name]!
    switch binding.representation {
    case .boxed, .optional: break
    case .i64, .bool: return likely == .int
    case .f64: return likely == .float
    case .constant: return kind(name, state) == likely
    default: return false
    }
    let held = binding.values[0]
    switch likely {
    case .int:
      require(emit(.guardInt, [held], &state), &state, failure: failure)
      state.environment[name] = Binding(.i64, [emit(.intUnbox, [held], &state)])
    case .float:
      require(emit(.guardFloat, [held], &state), &state, failure: failure)
      state.environment[name] = Binding(.f64, [emit(.floatUnbox, [held], &state)])
    case .bool:
      require(emit(.guardBool, [held], &state), &state, failure: failure)
      state.environment[name] = Binding(.bool, [emit(.boolUnbox, [held], &state)])
    case .list, .tuple, .str, .dict, .set, .range:
      let type: ExactType =
        switch likely {
        case .list: .list
        case .tuple: .tuple
        case .str: .str
        case .dict: .dict
        case .set: .set
        default: .range
        }
      if binding.representation == .boxed(.exact(type)) { return true }
      require(emit(.guardType, [held], immediate: type.rawValue, &state), &state, failure: failure)
      let known = binding.representation == .optional ? emit(.unwrap, [held], &state) : held
      state.environment[name] = Binding(.boxed(.exact(type)), [known])
    case .unknown, .other: return false
    }
    return true
  }
}
