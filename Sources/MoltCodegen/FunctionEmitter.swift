import MoltIR
import MoltOwnership
import MoltPlan
import MoltSpec

/// Emits one MIR function in explicit (or split) form as an LLVM function.
///
/// A raising operation ends its LLVM block: the failure is tested and the unwind edge taken, so one MIR block becomes
/// several LLVM blocks. Values passed along edges become phis, collected while the blocks are emitted and written at
/// the end. A landing block's `trace` takes the position of the operation that raised, through a phi as well.
struct FunctionEmitter {
  let function: Function
  let index: Int
  let part: PartEmitter

  private var blocks: [IRText] = []
  /// The blocks that are emitted.
  private(set) var emitted: Set<BlockID> = []
  /// The block being emitted.
  private(set) var block = BlockID(raw: 0)
  /// Calls that look whether their global has a value, and where they go if not (PostponedCheck.swift).
  private(set) var unboundEdges: [ValueID: (from: BlockID, edge: Edge)] = [:]
  private var out = IRText()
  private(set) var label = ""
  private var nextName = 0
  private var nextLabel = 0
  /// Operand text of each value.
  var operands: [String]
  private var incoming: [[Incoming]] = []
  private var argumentSlots = 0
  private var resultSlots = 0

  /// The function is so long that inlining the fast paths of values would cost more, in compile time and caches, than
  /// it gains: a module of many definitions, a generated dispatcher.
  private let isLong: Bool
  /// Boxed numbers and booleans, which have no reference count.
  let uncounted: Set<ValueID>
  /// Items of sequences: not null, unlike what a call that raised gives to a test in front of `check`.
  let items: Set<ValueID>
  /// What is left of the block being emitted.
  private(set) var following: ArraySlice<InstID> = []
  /// An operation whose failure is looked for behind the type test that follows it.
  var postponed: PostponedCheck?
  /// The block being emitted runs only while an exception passes.
  private var isCold = false
  /// For `--count-references`: the line of the instruction being emitted.
  var sourceLine: Int32
  /// MIR instructions from which on a function is long. Chosen by compile time: a 1,200-branch `elif` chain.
  private static let longFunction = 4000

  /// What of a function that calls itself is emitted: it is put into itself, which halves the number of calls.
  enum Recursion: Equatable {
    /// The function does not call itself, or is too long for that.
    case none
    /// The function, whose calls of itself are those of the copy.
    case outer
    /// A copy, which LLVM puts in place of the calls of it; its own calls are those of the next copy, and those of the
    /// last copy are those of the function.
    case copy(level: Int, last: Int)
    /// What it does before it may return early (EarlyExit.swift).
    case early
    /// A repetition of what another part has, for inlining.
    case elsewhere
  }
  let recursion: Recursion

  private struct Incoming {
    var label: String
    var values: [String]
    var position: UInt32
  }

  init(_ function: Function, index: Int, part: PartEmitter, recursion: Recursion = .none) {
    self.recursion = recursion
    self.function = function
    self.index = index
    self.part = part
    operands = (0..<function.valueTypes.count).map { "%v\($0)" }
    incoming = Array(repeating: [], count: function.blocks.count)
    keepsSelf =
      function.form != .split && function.kind != .module
      && function.instructions.contains { $0.opcode == .closureCell || $0.opcode == .function }
    uncounted = function.uncountedValues
    let reading: Set<Opcode> = [.sequenceItem, .sequencePeek, .sequenceGetChecked, .sequencePeekChecked]
    items = Set(function.instructions.filter { reading.contains($0.opcode) }.map(\.result))
    let hot = function.blocks.reduce(0) { $0 + ($1.isCold ? 0 : $1.instructions.count) }
    tracksPlaces = part.shared.tracksPlaces && recursion != .early
    isLong = hot > FunctionEmitter.longFunction
    sourceLine = function.firstLine
  }

  /// Whether fast paths are left out of line here.
  var isOutlined: Bool { isLong || isCold }

  /// The name of a prelude function that has an outlined copy, as this place calls it.
  func prelude(_ name: String) -> String { isOutlined ? "@\(name).outlined" : "@\(name)" }

  var isResume: Bool { function.form == .split }

  /// Whether the code looks at its function object after its start. Callers of a direct entry borrow the function from
  /// a global or a class, and the callee may be what unbinds it there.
  private let keepsSelf: Bool

  /// Whether the function notes where it is, for warnings about coroutines.
  private let tracksPlaces: Bool
  /// The position that was noted last in the block.
  private var notedPosition = Instruction.noPosition
  /// The block being emitted ends with a return.
  private(set) var isBeforeReturn = false

  mutating func notePlace(_ position: UInt32) {
    guard tracksPlaces, position != Instruction.noPosition, position != notedPosition else { return }
    let place = place(of: position)
    if place.function != index { return }
    notedPosition = position
    line("store i32 \(place.number), ptr %placeposition, align 4")
  }

  /// At an exit of the function.
  mutating func leavePlace(suspends: Bool = false) {
    if !tracksPlaces { return }
    if part.shared.keepsFrames {
      line("call void @molt_frame_\(suspends ? "suspend" : "leave")(ptr %place)")
    } else {
      line("store ptr %outerplace, ptr @molt_places")
    }
  }

  /// At an exit of the function: what the prologue kept.
  mutating func releaseSelf() {
    guard keepsSelf else { return }
    release(compute("ptrtoint ptr %self to i64"))
  }

  // MARK: Text

  mutating func fresh() -> String {
    nextName += 1
    return "%t\(nextName)"
  }

  mutating func line(_ text: String) { out.line("  " + text) }

  /// A new name for the result of `text`.
  mutating func compute(_ text: String) -> String {
    let name = fresh()
    line("\(name) = \(text)")
    return name
  }

  mutating func newLabel() -> String {
    nextLabel += 1
    return "l\(nextLabel)"
  }

  mutating func place(_ name: String) {
    out.line("\(name):")
    label = name
  }

  func operand(_ value: ValueID) -> String { operands[Int(value.raw)] }

  func llvmType(_ type: ValueType) -> String {
    switch type {
    case .void: "void"
    case .value, .optional, .i64: "i64"
    case .i1: "i1"
    case .i32: "i32"
    case .f64: "double"
    case .array: "ptr"
    }
  }

  mutating func constant(_ index: UInt32) -> String {
    var body = out
    var counter = nextName
    let text = part.constants.operand(index, &body) {
      counter += 1
      return "%t\(counter)"
    }
    out = body
    nextName = counter
    return text
  }

  /// The array that operands are stored in for a call.
  mutating func argumentArray(_ count: Int) -> String {
    argumentSlots = max(argumentSlots, count)
    return "%arguments"
  }

  mutating func resultArray(_ count: Int) -> String {
    resultSlots = max(resultSlots, count)
    return "%results"
  }

  mutating func store(_ value: String, _ array: String, _ index: Int) {
    let slot = index == 0 ? array : compute("getelementptr i64, ptr \(array), i32 \(index)")
    line("store i64 \(value), ptr \(slot), align 8")
  }

  // MARK: Edges

  mutating func edge(_ edge: Edge, position: UInt32 = Instruction.noPosition) -> String {
    if !emitted.contains(edge.target) { return "label %call" }
    incoming[Int(edge.target.raw)].append(
      Incoming(label: label, values: function.values(edge.arguments).map(operand), position: position))
    return "label %b\(edge.target.raw)"
  }

  /// After a raising operation: to the unwind edge if `condition` holds, else on.
  mutating func check(_ condition: String, _ inst: Instruction) {
    let next = newLabel()
    let target = edge(inst.first, position: inst.position)
    line("br i1 \(condition), \(target), label %\(next), !prof !0")
    place(next)
  }

  // MARK: Function

  /// The whole definition.
  mutating func emit() -> IRText {
    let body = blocks(Set(function.blockIDs))
    var text = IRText()
    text.line(header())
    prologue(&text)
    text.append(body)
    text.line("}")
    return text
  }

  /// Some of the blocks. Edges to others lead to the label `call`.
  mutating func blocks(_ wanted: Set<BlockID>) -> IRText {
    emitted = wanted
    // A value's definition is emitted before its uses, wherever the blocks stand in the text.
    blocks = Array(repeating: IRText(), count: function.blocks.count)
    let flow = ControlFlow(function)
    let guards = part.options
    if recursion != .early && !guards.failsGuards && guards.droppedGuard != .bound {
      unboundEdges = FunctionEmitter.unboundEdges(function, flow)
    }
    for block in flow.reversePostorder where wanted.contains(block) {
      self.block = block
      out = IRText()
      label = "b\(block.raw)"
      notedPosition = Instruction.noPosition
      isBeforeReturn = function.terminator(block)?.opcode == .ret
      isCold = function[block].isCold || FunctionEmitter.isLanding(function[block], function)
      let instructions = function[block].instructions
      for (index, id) in instructions.enumerated() {
        if part.options.countsReferences, let line = positionedLine(near: index, in: instructions) {
          sourceLine = line
        }
        following = instructions[(index + 1)...]
        if tracksPlaces, OpTable[function[id].opcode].canRaise { notePlace(function[id].position) }
        emit(function[id])
      }
      blocks[Int(block.raw)] = out
    }
    var text = IRText()
    for block in function.blockIDs where wanted.contains(block) {
      text.line("b\(block.raw):")
      phis(block, &text)
      text.append(blocks[Int(block.raw)])
    }
    return text
  }

  /// Whether a block runs only while an exception passes.
  static func isLanding(_ block: Block, _ function: Function) -> Bool {
    block.instructions.contains {
      [.trace, .exceptionTrace, .unwind].contains(function[$0].opcode)
    }
  }

  private func header() -> String {
    let name = part.symbol(index, isResume ? ":resume" : "")
    if isResume { return "define internal i64 \(name)(ptr %generator, i64 %sent) nounwind {" }
    if function.kind == .module { return "define hidden i64 \(name)(ptr %self) nounwind {" }
    var parameters = ["ptr %self", "i32 %depth"]
    for parameter in function[BlockID(raw: 0)].parameters { parameters.append("i64 \(operand(parameter))") }
    if case .copy(let level, _) = recursion {
      let copy = part.symbol(index, FunctionEmitter.copySuffix(level))
      return "define internal i64 \(copy)(\(parameters.joined(separator: ", "))) alwaysinline nounwind {"
    }
    let linkage = recursion == .elsewhere ? "available_externally hidden" : part.linkage(index)
    return "define \(linkage) i64 \(name)(\(parameters.joined(separator: ", "))) nounwind {"
  }

  private func prologue(_ text: inout IRText) {
    text.line("entry:")
    if argumentSlots > 0 { text.line("  %arguments = alloca [\(argumentSlots) x i64], align 8") }
    if tracksPlaces {
      text.line("  %place = alloca \(part.shared.keepsFrames ? "%FramePlace" : "%Place"), align 8")
    }
    if resultSlots > 0 { text.line("  %results = alloca [\(resultSlots) x i64], align 8") }
    if isResume {
      text.line("  %selffield = getelementptr %Generator, ptr %generator, i32 0, i32 \(ABI.generatorFunction)")
      text.line("  %self = load ptr, ptr %selffield")
      text.line("  %statefield = getelementptr %Generator, ptr %generator, i32 0, i32 \(ABI.generatorState)")
      text.line("  %livefield = getelementptr %Generator, ptr %generator, i32 0, i32 \(ABI.generatorLive)")
      text.line("  %positionfield = getelementptr %Generator, ptr %generator, i32 0, i32 \(ABI.generatorPosition)")
      text.line("  %frame = getelementptr %Generator, ptr %generator, i32 0, i32 \(ABI.generatorFrame)")
      text.line("  %state = load i32, ptr %statefield, align 4")
    }
    if function.kind == .module {
      if part.options.countsReferences {
        text.line("  call void @molt_count_references(ptr \(ReferenceCountTable.symbol))")
      }
      text.line("  call void @constants()")
    }
    // Compiled callers pass the depth in a register; others come through an entry that loads it.
    if isResume || function.kind == .module { text.line("  %depth = call i32 @depth()") }
    text.line("  %inner = add i32 %depth, 1")
    text.line("  %entered = call i32 @enter(i32 %depth, i32 %inner)")
    text.line("  %deep = icmp slt i32 %entered, 0")
    let next = isResume ? "resume" : keepsSelf ? "keep" : "b0"
    text.line("  br i1 %deep, label %toodeep, label %\(tracksPlaces ? "track" : next), !prof !0")
    if tracksPlaces {
      text.line("track:")
      text.line("  %outerplace = load ptr, ptr @molt_places")
      text.line("  store ptr %outerplace, ptr %place")
      text.line("  %placecode = getelementptr %Place, ptr %place, i32 0, i32 1")
      text.line("  store ptr \(part.symbol(index, ":code")), ptr %placecode")
      text.line("  %placeposition = getelementptr %Place, ptr %place, i32 0, i32 2")
      text.line("  store i32 -1, ptr %placeposition, align 4")
      text.line("  store ptr %place, ptr @molt_places")
      if part.shared.keepsFrames {
        text.line("  call void @molt_frame_begin(ptr %place, ptr \(isResume ? "%generator" : "null"))")
      }
      text.line("  br label %\(next)")
    }
    if isResume {
      text.line("resume:")
      text.line("  store i32 0, ptr %livefield, align 4")
      text.line("  br label %b0")
    }
    if keepsSelf {
      text.line("keep:")
      text.line("  %selfvalue = ptrtoint ptr %self to i64")
      if part.options.countsReferences {
        text.line("  " + part.referenceCounts.increment(.retain, line: function.firstLine))
      }
      text.line("  call void @retain(i64 %selfvalue)")
      text.line("  br label %b0")
    }
    text.line("toodeep:")
    if isResume {
      // The frame keeps its values; destroying the generator releases them.
      text.line("  store i32 -1, ptr %statefield, align 4")
    }
    text.line("  ret i64 0")
  }

  private func phis(_ block: BlockID, _ text: inout IRText) {
    let edges = incoming[Int(block.raw)]
    let parameters = function[block].parameters
    if block.raw != 0 || isResume {
      for (index, parameter) in parameters.enumerated() {
        let sources = edges.map { "[ \($0.values[index]), %\($0.label) ]" }.joined(separator: ", ")
        text.line("  \(operand(parameter)) = phi \(llvmType(function.type(parameter))) \(sources)")
      }
    }
    if let first = function[block].instructions.first, function[first].opcode == .trace {
      let sources = edges.map { "[ \(place(of: $0.position).number), %\($0.label) ]" }.joined(separator: ", ")
      text.line("  %where\(block.raw) = phi i32 \(sources)")
      // The ownership pass makes one landing block per origin.
      let origin = edges.first.map { place(of: $0.position).function } ?? index
      let code = part.symbol(origin, ":code")
      text.line("  call void @molt_traceback(ptr \(code), i32 %where\(block.raw))")
    }
  }

  /// The function whose code a position belongs to, and its number there.
  func place(of position: UInt32) -> (function: Int, number: Int) {
    let place = function.positions[Int(position)]
    if place.origin < 0 { return (index, part.shared.row(of: Int(position), in: index)) }
    return (Int(place.origin), part.shared.positionNumber(place))
  }
}
