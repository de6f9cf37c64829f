import MoltABI

// The interpreter of code that was compiled at run time. molt_dynamic.h describes its operations. An interpreted function
// is entered, and enters others, exactly as a compiled one: callers cannot tell them apart.

/// The entry of every interpreted function (`MoltCode.entry`).
@c(molt_interpret_entry)
func interpretEntry(_ function: FunctionPointer?, _ args: Arguments?) -> Value {
  let function = function.unsafelyUnwrapped
  let code = interpretedCode(function.pointee.code)
  let suspends = Int32(MOLT_CODE_GENERATOR | MOLT_CODE_COROUTINE | MOLT_CODE_ASYNC_GENERATOR)
  if code.pointee.code.flags & suspends != 0 { return newInterpretedGenerator(function, code, args) }
  var run = Interpreter(function, code, nil, .null)
  for index in 0..<Int(code.pointee.parameterCount) {
    run.registers[Int(code.pointee.parameters[index])] = args.unsafelyUnwrapped[index].bits
  }
  return run.enter()
}

/// The interpreted function that a function runs. Its code may be a copy with other flags (`code.replace`).
private func interpretedCode(_ code: UnsafePointer<MoltCode>) -> InterpretedPointer {
  interpretedFunction(code) ?? interpretedFunction(originalCode(code)).unsafelyUnwrapped
}

private func newInterpretedGenerator(
  _ function: FunctionPointer, _ code: InterpretedPointer, _ args: Arguments?
) -> Value {
  let made = molt_new_generator(
    function, UnsafePointer(UnsafeMutableRawPointer(code).assumingMemoryBound(to: MoltCode.self)), interpretResume)
  if made.isNull { return made }
  let count = parameterCount(function.pointee.code)
  let slots = generatorSlots(generator(made))
  for index in 0..<count { slots[index] = retained(args.unsafelyUnwrapped[index]) }
  generator(made).pointee.live = Int32(count)
  return made
}

@c(molt_interpret_resume)
private func interpretResume(_ generator: GeneratorPointer?, _ sent: Value) -> Value {
  let generator = generator.unsafelyUnwrapped
  let function = generator.pointee.function.unsafelyUnwrapped
  var run = Interpreter(function, interpretedCode(generator.pointee.code), generator, sent)
  return run.enter()
}

/// One run of a function, to its end or to the next yield.
private struct Interpreter {
  let function: FunctionPointer
  let code: InterpretedPointer
  let unit: UnitPointer
  let module: ModulePointer
  let generator: GeneratorPointer?
  let sent: Value
  let registers: UnsafeMutablePointer<UInt64>
  let constants: UnsafeMutablePointer<Value>
  let words: UnsafePointer<Int32>
  /// The place of the operation that failed last.
  var failedPlace: Int32 = -1
  /// Where the function is; behind the registers, used where the unit tracks places.
  let place: UnsafeMutablePointer<MoltPlace>

  init(_ function: FunctionPointer, _ code: InterpretedPointer, _ generator: GeneratorPointer?, _ sent: Value) {
    self.function = function
    self.code = code
    unit = code.pointee.unit.pointer(CodeUnit.self)
    module = function.pointee.module
    self.generator = generator
    self.sent = sent
    let scratch = Int(code.pointee.registerCount) + Int(code.pointee.scratch)
    registers = RegisterStack.push(scratch + placeWords)
    constants = unit.pointee.constants
    words = code.pointee.words
    place = UnsafeMutableRawPointer(registers + scratch).assumingMemoryBound(to: MoltPlace.self)
  }

  mutating func enter() -> Value {
    defer { RegisterStack.pop(registers) }
    let depth = molt_thread.depth
    if depth >= molt_thread.depthLimit {
      if molt_enter_deep() < 0 { return tooDeep() }
    } else {
      if !checkRecursion("") { return tooDeep() }
      molt_thread.depth = depth &+ 1
    }
    // The function may be unbound, or given other code, while it runs.
    retain(Value(function))
    retain(code.pointee.unit)
    if unit.pointee.tracksPlaces {
      place.pointee = MoltPlace(
        outer: molt_places, code: functionCode, position: -1, frame: .null, generator: generator)
      molt_places = place
      if KeptFrames.areKept { molt_frame_begin(place, generator) }
    }
    generator?.pointee.live = 0
    let result = run()
    if unit.pointee.tracksPlaces { leavePlace() }
    molt_thread.depth = depth
    let unitValue = code.pointee.unit
    release(Value(function))
    release(unitValue)
    return result
  }

  private func leavePlace() {
    if !KeptFrames.areKept {
      molt_places = place.pointee.outer
    } else if let generator, generator.pointee.state != Int32(MOLT_GENERATOR_DONE) {
      molt_frame_suspend(place)
    } else {
      molt_frame_leave(place)
    }
  }

  private func tooDeep() -> Value {
    // The frame keeps its values; destroying the generator releases them.
    generator?.pointee.state = Int32(MOLT_GENERATOR_DONE)
    return .null
  }

  private var functionCode: UnsafePointer<MoltCode> {
    UnsafePointer(UnsafeMutableRawPointer(code).assumingMemoryBound(to: MoltCode.self))
  }

  // MARK: Operands

  @inline(__always) private func word(_ operand: Int32) -> UInt64 {
    operand >= 0 ? registers[Int(operand)] : constants[Int(~operand)].bits
  }

  @inline(__always) private func value(_ operand: Int32) -> Value { Value(bits: word(operand)) }

  @inline(__always) private func set(_ register: Int32, _ word: UInt64) { registers[Int(register)] = word }

  @inline(__always) private func address(_ register: Int32) -> UnsafeMutablePointer<Value> {
    UnsafeMutableRawPointer(registers + Int(register)).assumingMemoryBound(to: Value.self)
  }

  /// Where argument arrays are made.
  private var scratch: UnsafeMutablePointer<Value> { address(code.pointee.registerCount) }

  private var sites: UnsafeMutablePointer<MoltSite> {
    if let sites = code.pointee.sites { return sites }
    let bytes = siteBytes(code)
    let raw = allocateRaw(bytes)
    c_memset(raw, 0, bytes)
    let made = raw.assumingMemoryBound(to: MoltSite.self)
    code.pointee.sites = made
    return made
  }

  // MARK: Control

  /// Takes an edge that is described at a word of the code; gives the word to go on at.
  @inline(__always) private func take(_ edge: Int) -> Int {
    let count = Int(words[edge + 1])
    var at = edge + 2
    for _ in 0..<count {
      set(words[at + 1], word(words[at]))
      at += 2
    }
    return Int(words[edge])
  }

  /// An operation has failed whose `out` stands at a word of the code.
  @inline(__always) private mutating func fail(_ out: Int) -> Int {
    failedPlace = words[out + 1]
    return take(Int(words[out]))
  }

  @inline(__always) private func note(_ position: Int32) {
    if unit.pointee.tracksPlaces && position >= 0 { place.pointee.position = position }
  }

  private mutating func run() -> Value {
    let words = self.words
    var pc = 0
    while true {
      let at = words + pc
      switch Int(at[0]) {
      case Int(MOLT_RUN_CALL): pc = call(pc)
      case Int(MOLT_RUN_COPY):
        set(at[1], word(at[2]))
        pc += 3
      case Int(MOLT_RUN_SAME):
        set(at[1], word(at[2]) == word(at[3]) ? 1 : 0)
        pc += 4
      case Int(MOLT_RUN_NUMBER):
        set(at[1], UInt64(bitPattern: Int64(at[2])))
        pc += 3
      case Int(MOLT_RUN_EQUAL):
        set(at[1], word(at[2]) == word(at[3]) ? 1 : 0)
        pc += 4
      case Int(MOLT_RUN_GREATER_EQUAL):
        set(at[1], Int64(bitPattern: word(at[2])) >= Int64(bitPattern: word(at[3])) ? 1 : 0)
        pc += 4
      case Int(MOLT_RUN_BOX_BOOL):
        set(at[1], Value(word(at[2]) != 0).bits)
        pc += 3
      case Int(MOLT_RUN_NOT):
        set(at[1], word(at[2]) ^ 1)
        pc += 3
      case Int(MOLT_RUN_IS_NULL):
        set(at[1], word(at[2]) == 0 ? 1 : 0)
        pc += 3
      case Int(MOLT_RUN_RETAIN):
        let operand = value(at[1])
        if !operand.isNull { retain(operand) }
        pc += 2
      case Int(MOLT_RUN_RELEASE):
        releaseIfBound(value(at[1]))
        pc += 2
      case Int(MOLT_RUN_FUNCTION):
        set(at[1], Value(function).bits)
        pc += 2
      case Int(MOLT_RUN_MODULE):
        set(at[1], Value(module).bits)
        pc += 2
      case Int(MOLT_RUN_CLOSURE):
        set(at[1], tupleItems(function.pointee.closure)[Int(at[2])].bits)
        pc += 3
      case Int(MOLT_RUN_CELL_LOAD):
        let content = value(at[2]).pointer(MoltCell.self).pointee.value
        if !content.isNull { retain(content) }
        set(at[1], content.bits)
        pc += 3
      case Int(MOLT_RUN_CELL_STORE):
        let content = value(at[2])
        if !content.isNull { retain(content) }
        replace(&value(at[1]).pointer(MoltCell.self).pointee.value, with: content)
        pc += 3
      case Int(MOLT_RUN_GLOBAL_LOAD):
        note(at[4])
        let found = loadGlobal(module, unit, Int(at[2]))
        set(at[1], found.bits)
        pc = found.isNull ? fail(pc + 3) : pc + 5
      case Int(MOLT_RUN_GLOBAL_STORE):
        storeGlobal(module, unit, Int(at[1]), value(at[2]))
        pc += 3
      case Int(MOLT_RUN_GLOBAL_DELETE): pc = deleteGlobal(module, unit, Int(at[1])) ? pc + 4 : fail(pc + 2)
      case Int(MOLT_RUN_GLOBAL_LOOKUP):
        let found = lookUpGlobal(module, value(at[2]))
        set(at[1], found.bits)
        pc = found.isNull ? fail(pc + 3) : pc + 5
      case Int(MOLT_RUN_CHECK_BOUND):
        if word(at[1]) != 0 {
          pc += 6
        } else {
          if at[3] == 0 { molt_raise_unbound_local(value(at[2])) } else { molt_raise_unbound_free(value(at[2])) }
          pc = fail(pc + 4)
        }
      case Int(MOLT_RUN_UNPACK_STAR):
        pc = molt_unpack_star(value(at[2]), at[3], at[4], address(at[1])) < 0 ? fail(pc + 5) : pc + 7
      case Int(MOLT_RUN_WITH_ENTER):
        let target = address(at[1]), manager = value(at[2])
        target[0] = at[3] == 0 ? molt_with_enter(manager, target + 1) : molt_async_with_enter(manager, target + 1)
        pc = target[0].isNull ? fail(pc + 4) : pc + 6
      case Int(MOLT_RUN_DELEGATE): pc = delegate(pc)
      case Int(MOLT_RUN_CALL_LOADED): pc = callLoaded(pc)
      case Int(MOLT_RUN_TRACE):
        molt_traceback(functionCode, failedPlace)
        pc += 1
      case Int(MOLT_RUN_JUMP): pc = take(pc + 1)
      case Int(MOLT_RUN_BRANCH): pc = take(word(at[1]) != 0 ? pc + 3 : Int(at[2]))
      case Int(MOLT_RUN_BRANCH_NULL): pc = take(word(at[1]) == 0 ? pc + 3 : Int(at[2]))
      case Int(MOLT_RUN_RETURN):
        generator?.pointee.state = Int32(MOLT_GENERATOR_DONE)
        return value(at[1])
      case Int(MOLT_RUN_UNWIND):
        generator?.pointee.state = Int32(MOLT_GENERATOR_DONE)
        return .null
      case Int(MOLT_RUN_FRAME_DISPATCH):
        pc = take(generator.unsafelyUnwrapped.pointee.state == at[1] ? pc + 3 : Int(at[2]))
      case Int(MOLT_RUN_FRAME_RELOAD):
        set(at[1], generatorSlots(generator.unsafelyUnwrapped)[Int(at[2])].bits)
        pc += 3
      case Int(MOLT_RUN_FRAME_SENT):
        if sent.isNull {
          pc = fail(pc + 2)
        } else {
          set(at[1], retained(sent).bits)
          pc += 4
        }
      case Int(MOLT_RUN_FRAME_DELEGATE):
        generator.unsafelyUnwrapped.pointee.delegate = value(at[1])
        generator.unsafelyUnwrapped.pointee.position = at[2]
        pc += 3
      case Int(MOLT_RUN_FRAME_ITEM):
        generator.unsafelyUnwrapped.pointee.isItem = 1
        pc += 1
      case Int(MOLT_RUN_SUSPEND): return suspend(at)
      case Int(MOLT_RUN_PLACE):
        note(at[1])
        pc += 2
      default: pc += 1  // MOLT_RUN_PLACE_LEAVE: the place is left with the function
      }
    }
  }

  // MARK: Calls

  private mutating func call(_ pc: Int) -> Int {
    let at = words + pc
    note(at[5])
    let count = Int(at[6])
    var next = pc + 7
    let result: UInt64 = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 8) { buffer in
      let arguments = buffer.baseAddress.unsafelyUnwrapped
      for index in 0..<count { arguments[index] = argument(&next) }
      return callOperation(at[1], arguments)
    }
    let destination = at[3]
    switch Int(at[2]) {
    case Int(MOLT_FAILURE_NEVER): break
    case Int(MOLT_FAILURE_ZERO): if result == 0 { return fail(pc + 4) }
    case Int(MOLT_FAILURE_NEGATIVE): if Int64(bitPattern: result) < 0 { return fail(pc + 4) }
    case Int(MOLT_FAILURE_EXHAUSTED): if result == 0 && exceptionIsSet { return fail(pc + 4) }
    case Int(MOLT_FAILURE_ALWAYS): return fail(pc + 4)
    default:
      if Int64(bitPattern: result) < 0 { return fail(pc + 4) }
      set(destination, result == 0 ? 0 : 1)
      return next
    }
    if destination >= 0 { set(destination, result) }
    return next
  }

  /// The argument that is described at a word of the code, which is gone past.
  @inline(__always) private func argument(_ at: inout Int) -> UInt64 {
    let kind = Int(words[at])
    let first = words[at + 1]
    switch kind {
    case Int(MOLT_ARGUMENT_OPERAND):
      at += 2
      return word(first)
    case Int(MOLT_ARGUMENT_NUMBER):
      at += 2
      return UInt64(bitPattern: Int64(first))
    case Int(MOLT_ARGUMENT_SITE):
      at += 2
      return pointerWord(sites + Int(first) * Int(MOLT_SITE_WAYS))
    case Int(MOLT_ARGUMENT_MODULE):
      at += 1
      return pointerWord(module)
    case Int(MOLT_ARGUMENT_CODE):
      at += 2
      return pointerWord(unit.pointee.functions + Int(first))
    case Int(MOLT_ARGUMENT_ARRAY):
      let array = scratch + Int(first)
      let count = Int(words[at + 2])
      at += 3
      for index in 0..<count { array[index] = value(words[at + index]) }
      at += count
      return pointerWord(array)
    default:  // MOLT_ARGUMENT_RESULTS
      at += 2
      return pointerWord(address(first))
    }
  }

  @inline(__always) private func pointerWord<T>(_ pointer: UnsafeMutablePointer<T>) -> UInt64 {
    UInt64(UInt(bitPattern: pointer))
  }

  private mutating func callLoaded(_ pc: Int) -> Int {
    let at = words + pc
    note(at[7])
    let count = Int(at[8])
    let array = scratch
    array[0] = value(at[3])
    for index in 0..<count { array[index + 1] = value(at[9 + index]) }
    let isFree = array[0].isNull
    let result = molt_call(
      value(at[2]), isFree ? array + 1 : array, isFree ? at[5] : at[5] + 1, value(at[4]))
    if result.isNull { return fail(pc + 6) }
    set(at[1], result.bits)
    return pc + 9 + count
  }

  // MARK: Generators

  private mutating func delegate(_ pc: Int) -> Int {
    let at = words + pc
    var isFinished: Int32 = 0
    let step = molt_delegate(value(at[2]), value(at[3]), &isFinished)
    if step.isNull { return fail(pc + 4) }
    set(at[1], step.bits)
    set(at[1] + 1, isFinished != 0 ? 1 : 0)
    return pc + 6
  }

  private func suspend(_ at: UnsafePointer<Int32>) -> Value {
    let generator = generator.unsafelyUnwrapped
    let slots = generatorSlots(generator)
    for index in 0..<Int(at[5]) { slots[index] = value(at[6 + index]) }
    generator.pointee.state = at[2]
    generator.pointee.live = at[3]
    if at[4] >= 0 { generator.pointee.position = at[4] }
    return value(at[1])
  }
}

/// Words that a MoltPlace takes.
private var placeWords: Int { (MemoryLayout<MoltPlace>.stride + 7) / 8 }
