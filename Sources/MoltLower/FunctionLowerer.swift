import MoltIR
import MoltSpec
import MoltSyntax

/// Lowers one function-like scope (module body, class body, function, lambda, generator expression) to MIR in implicit
/// form. SSA is built while walking the AST (Braun et al., "Simple and Efficient Construction of Static Single
/// Assignment Form"); see Variables.swift.
///
/// Exceptions: inside a `try`, blocks have an unwind edge to the handler. A handler sees variables as they were when
/// the operation raised, so a variable is never written in a block after a raising operation: a new block is begun
/// instead.
final class FunctionLowerer {
  let context: ModuleContext
  var function: Function
  let functionIndex: Int
  /// The scope whose code is being lowered: the function's own, or a comprehension inside it.
  var scope: ScopeID
  let functionScope: ScopeID
  /// What is defined here is defined inside a function, not only inside classes.
  var isInsideFunction: Bool { function.isNested || (function.kind != .module && function.kind != .classBody) }
  var ast: AST { context.ast }

  // Blocks under construction (Variables.swift).
  var states: [BlockState] = []
  var definitions: [UInt64: ValueID] = [:]
  var phis: [ValueID: Phi] = [:]
  var phiOrder: [ValueID] = []
  var current = BlockID(raw: 0)
  var unbound = ValueID.none
  /// Method calls whose order of evaluation is decided at the end (MethodOrder.swift).
  var methodCalls: [MethodCall] = []
  var nextTemporary: UInt32 = 0x8000_0001

  /// Where an exception goes at this point; `.none`: out of the function.
  var unwindTarget = BlockID.none
  /// What `break`, `continue` and `return` have to leave, innermost last.
  var exits: [Exit] = []
  /// Local variables that are no cells, in the order in which the code mentions them; some more than once.
  var localsSeen: [Name] = []
  /// How many handlers of this function are around the current place.
  var handlerDepth = 0
  var currentSpan = Span(start: 0, end: 0)
  /// How many blocks of CPython's the place is inside of.
  var blockDepth = 0
  /// A pattern that matches everything may stand here.
  var mayMatchAll = true
  private var positionIndex: [Position: UInt32] = [:]

  /// For each captured variable of this function, the variable that holds its cell (a comprehension makes new ones).
  var cellVariables: [VariableID: VariableID] = [:]
  /// In a class body: holds the cell that `__class__` is read from.
  var classCell = VariableID(raw: 0x8000_0000)
  /// In a class body with annotation scopes: holds the cell that they read the namespace from.
  var namespaceCell = VariableID(raw: 0x8000_0001)
  /// In the function that makes type parameters: the lowerer of the function around it.
  var definer: FunctionLowerer? = nil
  /// The namespace of a class body, or of a module body that has one.
  var namespace = ValueID.none
  /// In a function: holds the dict of its variables, once it was asked for.
  private(set) lazy var namespaceVariable = newTemporary()
  /// Where frames are kept: the operation that makes this function's, and the cells of its variables (Frames.swift).
  var frameEntry: InstID? = nil
  var frameCells: [Name: ValueID] = [:]

  init(_ context: ModuleContext, _ function: Function, scope: ScopeID, index: Int) {
    self.context = context
    self.function = function
    self.scope = scope
    self.functionScope = scope
    self.functionIndex = index
    let entry = newBlock()
    seal(entry)
    current = entry
    states[0].hasBegun = true
    unbound = function_emit(.null)
  }

  // MARK: Emitting

  private func function_emit(_ opcode: Opcode) -> ValueID {
    let id = function.make(opcode)
    function[current].instructions.append(id)
    return function[id].result
  }

  func position(_ span: Span) -> UInt32 {
    let start = ast.position(span.start)
    let end = ast.position(span.end)
    let position = Position(
      line: Int32(start.line), column: Int32(start.column), endLine: Int32(end.line), endColumn: Int32(end.column))
    return self.position(position)
  }

  func position(_ position: Position) -> UInt32 {
    if let known = positionIndex[position] { return known }
    let index = UInt32(function.positions.count)
    function.positions.append(position)
    positionIndex[position] = index
    return index
  }

  /// Appends an operation to the current block. Raising operations get the current source position.
  @discardableResult
  func emit(
    _ opcode: Opcode, _ operands: [ValueID] = [], immediate: Int64 = 0, constant: UInt32 = Instruction.noConstant,
    result: ValueType? = nil
  ) -> ValueID {
    let canRaise = OpTable[opcode].canRaise
    let id = function.make(
      opcode, operands, immediate: immediate, constant: constant,
      position: canRaise ? position(currentSpan) : Instruction.noPosition, result: result)
    function[current].instructions.append(id)
    if canRaise { states[Int(current.raw)].mayRaise = true }
    return function[id].result
  }

  func constant(_ constant: Constant) -> ValueID { emit(.const, constant: context.constant(constant)) }
  func none() -> ValueID { constant(.none) }
  func null() -> ValueID { emit(.null) }

  /// Evaluates `body` with operations placed at `span`.
  func at<T>(_ span: Span, _ body: () -> T) -> T {
    let saved = currentSpan
    currentSpan = span
    defer { currentSpan = saved }
    return body()
  }

  /// Reports valid Python that has no lowering, and yields a value so that lowering can go on to find more.
  @discardableResult
  func notSupported(_ what: String, _ span: Span) -> ValueID {
    context.report(.notSupported, what, span)
    return none()
  }

  // MARK: Control flow

  func jump(_ target: BlockID) {
    terminate(.jump, [], [target])
  }

  func branch(_ condition: ValueID, _ onTrue: BlockID, _ onFalse: BlockID) {
    terminate(.branch, [condition], [onTrue, onFalse])
  }

  /// To `onNull` when the operand is null.
  func branchNull(_ value: ValueID, _ onNull: BlockID, _ otherwise: BlockID) {
    terminate(.branchNull, [value], [onNull, otherwise])
  }

  /// Leaves the block through its unwind edge: an exception is set.
  func unwind() {
    states[Int(current.raw)].mayRaise = true
    terminate(.unwind, [], [])
  }

  func terminate(_ opcode: Opcode, _ operands: [ValueID], _ targets: [BlockID]) {
    if states[Int(current.raw)].isTerminated { return }
    var first = Edge.none
    var second = Edge.none
    if targets.count > 0 { first = function.edge(targets[0]) }
    if targets.count > 1 { second = function.edge(targets[1]) }
    let id = function.make(opcode, operands, first: first, second: second)
    function[current].instructions.append(id)
    states[Int(current.raw)].isTerminated = true
    for (index, target) in targets.enumerated() where !states[Int(current.raw)].isDead {
      states[Int(target.raw)].predecessors.append(Predecessor(block: current, edge: index == 0 ? .first : .second))
    }
    // Code after a terminator is unreachable; it goes into a block that nothing leads to.
    let dead = newBlock()
    seal(dead)
    begin(dead)
  }

  /// Makes a block current; from here on exceptions in it go where the surrounding `try` says.
  func begin(_ block: BlockID) {
    if !states[Int(current.raw)].isTerminated && current != block {
      // Fall through.
      let id = function.make(.jump, first: function.edge(block))
      function[current].instructions.append(id)
      states[Int(current.raw)].isTerminated = true
      if !states[Int(current.raw)].isDead {
        states[Int(block.raw)].predecessors.append(Predecessor(block: current, edge: .first))
      }
    }
    current = block
    states[Int(block.raw)].hasBegun = true
    let isDead = states[Int(block.raw)].predecessors.isEmpty
    states[Int(block.raw)].isDead = isDead
    if !unwindTarget.isNone && !isDead {
      function[block].unwind = function.edge(unwindTarget)
      states[Int(unwindTarget.raw)].predecessors.append(Predecessor(block: block, edge: .unwind))
    }
  }

  /// Begins a block whose predecessors are all known.
  func beginSealed(_ block: BlockID) {
    begin(block)
    seal(block)
  }

  /// A new block in the current unwind context, entered by falling through.
  func split() {
    let next = newBlock()
    begin(next)
    seal(next)
  }

  // MARK: Finishing

  /// Ends construction and stores the function in the module.
  func finish() {
    if function.kind != .classBody { function.locals = ownedLocalNames() }
    function.cellVariables = ownedCellNames()
    completeFrame()
    completePhis()
    context.module.functions[functionIndex] = function.compacted()
  }

  /// Parameters in their order, then the others by name.
  private func ownedCellNames() -> [String] {
    let own = context.scopes[functionScope]
    if own.kind == .classBody { return own.needsClassCell ? ["__class__"] : [] }
    let cells = Set(own.cells.map { context.names.text($0) })
    let parameters = function.parameters.filter(cells.contains)
    return parameters + cells.subtracting(parameters).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// In the order in which the code first mentions them, those of comprehensions included.
  private func ownedLocalNames() -> [String] {
    let own = context.scopes[functionScope]
    guard own.kind.hasLocals else { return [] }
    let unused = own.order.filter { own.binds($0) && !own.cells.contains($0) }
    var known = Set(function.parameters)
    return (localsSeen + unused).map { context.names.text($0) }.filter {
      !$0.hasPrefix(".") && known.insert($0).inserted
    }
  }
}

/// Something that a jump out of it must clean up.
enum Exit {
  /// `iterator` lives until the loop is left; `.none` in a `while`.
  case loop(breakTo: BlockID, continueTo: BlockID, iterator: ValueID)
  /// Runs `cleanup` in the unwind context from outside the statement; used by finally, with and handlers.
  case cleanup(unwindOutside: BlockID, (FunctionLowerer) -> Void)
  /// The block of an `except*`, which no jump may leave.
  case exceptStar
}
