/// The operations of MIR. Each has one row in `OpTable`, which says how it is written, what it takes and yields, how it
/// fails, and which runtime primitive carries it out when nothing better is known.
public enum Opcode: UInt16, CaseIterable, Sendable {
  // Constants and values.
  case const, null, keep
  // Arithmetic on Python values; the order within each group is that of MoltSyntax.BinaryOperator and of molt_abi.h.
  case add, sub, mul, matmul, mod, trueDiv, pow, lshift, rshift, or, xor, and, floorDiv
  case iaddOwned
  case iadd, isub, imul, imatmul, imod, itrueDiv, ipow, ilshift, irshift, ior, ixor, iand, ifloorDiv
  case lt, le, eq, ne, gt, ge
  case testLT, testLE, testEQ, testNE, testGT, testGE
  case neg, pos, invert, truth, contains, isSame
  // i1 and boxes.
  case boxBool, notBool, isNull, unwrap
  // Attributes, items, calls.
  case getAttr, setAttr, delAttr
  case getItem, setItem, delItem, slice, getSlice, setSlice
  case call, loadMethod, callLoaded, callMethod, callSpread, superCall, localsCall, namespaceOpen, namespaceAdd
  // Iteration and unpacking.
  case iter, next, unpack, unpackStar, take
  // Displays.
  case newList, newTuple, newSet, newDict
  case newBuffer
  case listAppend, listExtend, listToTuple, setAdd, setUpdate, dictSet, dictUpdate, dictMerge
  // Strings.
  case format, concat
  // Functions, cells, names.
  case newFunction, setAnnotations, newCell, closureCell, cellLoad, cellStore, function
  case globalLoad, globalStore, globalDelete, globalLookup, checkBound, classLookup, namespaceDelete, moduleValue
  case buildClass
  // Type parameters.
  case newTypeParameter, setTypeParameters, subscriptGeneric, newTypeAlias
  // Exceptions.
  case raise, reraise, raiseAssertion, takeException, restoreException, nameHint, exceptionMatches, groupMatch,
    groupRest,
    enterHandler, leaveHandler, leaveOuterHandler
  case withEnter, withExit
  // Generators.
  case yield, delegateIterator, delegate, delegateDone
  // What the frame says about the next yield: what it delegates to, or that it is an item of an async generator.
  case frameDelegate, frameItem
  // Where the function is, and that it is about to be left; in modules with coroutine functions only.
  case place, placeLeave, frameEnter, frameShow, frameLocals
  // Coroutines and asynchronous generators.
  case awaitable, asyncIter, asyncNext, asyncForEnd, asyncWithEnter, asyncWithExit
  // Imports.
  case importModule, importFrom, importStar, importStarInto, display
  // The frame of a generator whose body stands in the function that consumes it.
  case exceptionTrace, generatorRaised
  // One item of `sum()`, and its end.
  case sumStep, sumEnd
  // Patterns.
  case matchSequence, matchMapping, matchLength, matchKeys, matchRest, matchClass
  // Guards: whether a value has the type that its unboxed use needs.
  case guardInt, guardFloat, guardBool, guardType, guardBuiltin, guardBound, guardFunction, globalPeek
  // Boxes of machine values.
  case intBox, intBoxInline, intUnbox, floatBox, floatUnbox, boolUnbox
  // Machine integers and booleans.
  case i1Const, i1ToI64
  case i64Const, i64LT, i64LE, i64EQ, i64NE, i64GT, i64GE
  case i64Add, i64Sub, i64Mul, i64Quotient, i64Remainder, i64And, i64Or, i64Xor, i64ToF64, i64IsExact
  // Those that may not have an i64 result leave by their second edge then.
  case i64AddChecked, i64SubChecked, i64MulChecked, i64FloorDivChecked, i64ModChecked, i64ShlChecked, i64ShrChecked
  case i64TrueDivChecked
  // Machine floats.
  case f64Const, f64LT, f64LE, f64EQ, f64NE, f64GT, f64GE
  case f64Add, f64Sub, f64Mul, f64Neg, f64DivChecked, f64PowChecked, f64Lost, f64Compensated
  // Lists and tuples of known type.
  case sequenceLength, sequenceItem, sequencePeek, sequenceGetChecked, sequencePeekChecked, listSetChecked
  // A bound or the step of a range.
  case rangePeek
  // Slices of lists by machine ints, and methods of lists.
  case listSlice, listSetSlice, listMoveSlice, listPop, listInsert, listReverse, listConcat, listRange, listCopy,
    tupleCopy
  // The value in an attribute slot that an inline cache knows, left with the object; second edge: not known.
  case attributePeekChecked
  case methodGetChecked, listAppendMethod
  case guardLayout, guardLayoutAgain, layoutPeekChecked, layoutGetChecked, layoutSetChecked, layoutStore,
    layoutInitChecked
  // Of instances that have all the attributes that hold floats: those attributes as machine floats.
  case guardLayoutFloats, layoutFloat, layoutFloatStore
  // The same of instances that may not have all of them yet.
  case layoutFloatChecked, layoutFloatInitChecked
  // Of the last two kinds without counting a reference, present only after the ownership pass.
  case layoutBorrowChecked, layoutMoveChecked
  // A method or constructor that stands in the place of its call.
  case guardMethod, newInstance
  // Iterators that become objects after all.
  case rangeObject, rangeIterator, sequenceIterator, enumerateIterator, zipIterator
  // Globals and built-ins that a guard has found bound; calls that try a likely callee first.
  case globalValue, builtinValue, callLikely, callGlobal, callMethodLikely, callConstructor
  // Explicit ownership, present only after the ownership pass.
  case retain, release, trace
  // Generator frames, present only after the generator split.
  case frameDispatch, frameReload, frameSent
  // Terminators.
  case jump, branch, branchNull, ret, unwind, suspend, unreachable
}

/// Type of a MIR value.
public enum ValueType: UInt8, Sendable, CaseIterable {
  /// No result.
  case void
  /// A Python value, never null.
  case value
  /// A Python value or null (an unbound local, an exhausted iterator).
  case optional
  case i1, i32, i64, f64
  /// An address of stack memory that holds owned values until `take` moves them out.
  case array

  public var name: String {
    switch self {
    case .void: "void"
    case .value: "value"
    case .optional: "optional"
    case .i1: "i1"
    case .i32: "i32"
    case .i64: "i64"
    case .f64: "f64"
    case .array: "array"
    }
  }
  public init?(name: some StringProtocol) {
    guard let found = ValueType.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
  /// Holds a Python value that may be reference counted.
  public var isPython: Bool { self == .value || self == .optional }
}

/// Who owns an operation's result.
public enum ResultOwnership: Sendable {
  /// The result carries one reference that must be released or moved.
  case owned
  /// The result is kept alive by something else: an immortal constant, the caller, the closure.
  case borrowed
}

/// Where one argument of the primitive that carries out an operation comes from.
public enum ArgumentSource: Sendable {
  case operand(Int)
  /// Address of a stack array of the operands from this index on.
  case array(from: Int)
  /// Number of operands from this index on, divided by `per`.
  case count(from: Int, per: Int)
  /// The constant that the instruction names, as a value.
  case constant
  /// The constant that the instruction names, or null if it names none (keyword names).
  case optionalConstant
  case immediate
  case site
  case module
  /// Address of the MoltCode of the function that the immediate names.
  case code
  case null
  /// Address of a stack array of `immediate` values that receives the results.
  case results
}

/// How the operand list of an instruction is checked.
public enum OperandCount: Sendable {
  case exactly(Int)
  case atLeast(Int)
}

/// What an instruction's immediate and constant fields mean, for the text form and the verifier.
public enum ImmediateKind: Sendable {
  case none
  /// A plain integer.
  case integer
  /// Index of a module global.
  case slot
  /// Index of a function of this module.
  case function
  /// Index of an external symbol of this module (`Module.externals`).
  case external
}

/// One row of the table of operations.
public struct OpInfo: Sendable {
  public let opcode: Opcode
  public let name: String
  public let operands: OperandCount
  public let result: ValueType
  public let ownership: ResultOwnership
  public let immediate: ImmediateKind
  /// The instruction names a constant (`#n`).
  public let hasConstant: Bool
  public let isTerminator: Bool
  /// How many successor edges the instruction itself has.
  public let edges: Int
  public let failure: Failure
  /// Operands that the operation takes over instead of borrowing.
  public let consumesOperands: Bool
  /// The primitive that carries it out, with the sources of its arguments; nil: code generation has its own code.
  public let primitive: (symbol: String, arguments: [ArgumentSource])?
  public var canRaise: Bool { failure != .never }
}
