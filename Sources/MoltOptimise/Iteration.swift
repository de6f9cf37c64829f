import MoltIR
import MoltSpec

// Loops over ranges, lists and tuples, alone or under enumerate() and zip(), without iterator objects.
extension Specialiser {
  mutating func iterate(_ inst: Instruction, _ start: State) {
    var state = start
    let operand = source.values(inst.operands).first!
    let binding = state.environment[operand]!
    if binding.representation.isMutable {
      // An iterator is its own iterator; a second name that lives on would see another state.
      let next = source[source[state.home].instructions[state.index + 1]].first.target
      if liveness.liveIn[Int(next.raw)].contains(Int(operand.raw)) { return chooseGeneral(inst, start) }
      return finish(inst, binding, state)
    }
    if case .boxed = binding.representation, sequenceType(operand, state) == nil, kind(operand, state) != .range {
      return chooseGeneral(inst, start)
    }
    if case .optional = binding.representation { return chooseGeneral(inst, start) }
    guard let iterator = iterator(over: operand, &state, general: { $0.generalPath(inst, start) }) else {
      return chooseGeneral(inst, start)
    }
    finish(inst, iterator, state)
  }

  /// An iterator that is not allocated; nil if the value is not likely to be something that has one.
  mutating func iterator(
    over name: ValueID, _ state: inout State, general: (inout Specialiser) -> Edge
  ) -> Binding? {
    let binding = state.environment[name]!
    switch binding.representation {
    case .range(let step): return Binding(.rangeIterator(step: step), binding.values)
    case .boxed where kind(name, state) == .range:
      let failure = general(&self)
      if !assume(name, .range, &state, failure: .edge(failure)) { return nil }
      let range = state.environment[name]!.values[0]
      // Upwards by one, between ints that fit.
      let numbers = (0..<3).map { field in
        let bound = emit(.rangePeek, [range], immediate: Int64(field), &state)
        require(emit(.guardInt, [bound], &state), &state, failure: .edge(failure))
        return emit(.intUnbox, [bound], &state)
      }
      let one = emit(.i64Const, [], immediate: 1, &state)
      require(emit(.i64EQ, [numbers[2], one], &state), &state, failure: .edge(failure))
      return Binding(.rangeIterator(step: 1), [numbers[0], numbers[1]])
    case .boxed:
      guard let type = sequenceType(name, state) else { return nil }
      if binding.representation != .boxed(.exact(type)) {
        let failure = general(&self)
        if !assume(name, type == .list ? .list : .tuple, &state, failure: .edge(failure)) { return nil }
      }
      let zero = emit(.i64Const, [], immediate: 0, &state)
      return Binding(.sequenceIterator(type), [state.environment[name]!.values[0], zero])
    default: return binding.representation.isMutable ? binding : nil
    }
  }

  /// A way that one step of an iterator may go: with an item, or at its end.
  struct Step {
    var state: State
    var iterator: Binding
    var item: Binding?
  }

  mutating func next(_ inst: Instruction, _ start: State) {
    let operand = source.values(inst.operands).first!
    let binding = start.environment[operand]!
    guard binding.representation.isMutable else { return chooseGeneral(inst, start) }
    let unwrapped = unwrapped[inst.result] ?? inst.result
    var likely = facts.type(unwrapped)
    if likely == .unknown { likely = facts.type(inst.result) }
    for step in advance(binding, start, likely: likely) {
      var state = step.state
      state.environment[operand] = step.iterator
      state.environment[inst.result] = step.item ?? Binding(.null)
      state.index += 1
      add(state)
    }
  }

  private mutating func advance(_ iterator: Binding, _ start: State, likely: Likely) -> [Step] {
    var state = start
    switch iterator.representation {
    case .rangeIterator(let step):
      let (current, stop) = (iterator.values[0], iterator.values[1])
      let more = emit(step > 0 ? .i64LT : .i64GT, [current, stop], &state)
      let done = fork(more, &state)
      let stride = emit(.i64Const, [], immediate: step, &state)
      let following = emit(.i64Add, [current, stride], &state)
      return [
        Step(
          state: state, iterator: Binding(iterator.representation, [following, stop]), item: Binding(.i64, [current])),
        Step(state: done, iterator: iterator, item: nil),
      ]
    case .sequenceIterator(let type):
      let (sequence, index) = (iterator.values[0], iterator.values[1])
      let length = emit(.sequenceLength, [sequence], immediate: type.rawValue, &state)
      let more = emit(.i64LT, [index, length], &state)
      var done = fork(more, &state)
      let one = emit(.i64Const, [], immediate: 1, &state)
      let following = Binding(iterator.representation, [sequence, emit(.i64Add, [index, one], &state)])
      var steps: [Step] = []
      if likely == .int || likely == .float {
        let item = emit(.sequencePeek, [sequence, index], immediate: type.rawValue, &state)
        let test = emit(likely == .int ? .guardInt : .guardFloat, [item], &state)
        var other = fork(test, &state)
        let number = emit(likely == .int ? .intUnbox : .floatUnbox, [item], &state)
        steps.append(Step(state: state, iterator: following, item: Binding(likely == .int ? .i64 : .f64, [number])))
        let kept = emit(.sequenceItem, [sequence, index], immediate: type.rawValue, &other)
        steps.append(Step(state: other, iterator: following, item: Binding(.boxed(.nothing), [kept])))
      } else {
        let item = emit(.sequenceItem, [sequence, index], immediate: type.rawValue, &state)
        steps.append(Step(state: state, iterator: following, item: Binding(.boxed(.nothing), [item])))
      }
      // An exhausted iterator stays so, even if the list grows.
      let never = emit(.i64Const, [], immediate: -1, &done)
      steps.append(Step(state: done, iterator: Binding(iterator.representation, [sequence, never]), item: nil))
      return steps
    case .enumerateIterator(let inner):
      let number = iterator.values[0]
      return advance(iterator.parts([inner], skipping: 1)[0], state, likely: .unknown).map { step in
        var step = step
        let rest = step.iterator
        guard let item = step.item else {
          step.iterator = Binding(.enumerateIterator(rest.representation), [number] + rest.values)
          return step
        }
        let one = emit(.i64Const, [], immediate: 1, &step.state)
        let following = emit(.i64Add, [number, one], &step.state)
        step.iterator = Binding(.enumerateIterator(rest.representation), [following] + rest.values)
        step.item = Binding(.tuple([.i64, item.representation]), [number] + item.values)
        return step
      }
    case .zipIterator(let parts): return advanceAll(iterator.parts(parts), [], [], state)
    default: preconditionFailure("not an iterator")
    }
  }

  /// One step of each of several iterators, from the first to the one that has ended.
  private mutating func advanceAll(
    _ rest: [Binding], _ advanced: [Binding], _ items: [Binding], _ state: State
  ) -> [Step] {
    guard let first = rest.first else {
      return [
        Step(
          state: state, iterator: compound(advanced) { .zipIterator($0) }, item: compound(items) { .tuple($0) })
      ]
    }
    return advance(first, state, likely: .unknown).flatMap { step in
      guard let item = step.item else {
        let all = advanced + [step.iterator] + rest.dropFirst()
        return [Step(state: step.state, iterator: compound(all) { .zipIterator($0) }, item: nil)]
      }
      return advanceAll(Array(rest.dropFirst()), advanced + [step.iterator], items + [item], step.state)
    }
  }

  func compound(_ parts: [Binding], _ make: ([Representation]) -> Representation) -> Binding {
    Binding(make(parts.map(\.representation)), parts.flatMap(\.values))
  }
}
