/// The rows of MIR's operations, indexed by `Opcode.rawValue`.
public enum OpTable {
  @inlinable public static subscript(_ opcode: Opcode) -> OpInfo { rows[Int(opcode.rawValue)] }

  /// The opcode written as `name`, for the reader.
  public static func opcode(named name: String) -> Opcode? { byName[name] }

  private static let byName: [String: Opcode] = {
    var map: [String: Opcode] = [:]
    for row in rows { map[row.name] = row.opcode }
    return map
  }()

  public static let rows: [OpInfo] = {
    let all = declared
    var ordered: [OpInfo] = []
    ordered.reserveCapacity(all.count)
    var byOpcode: [Opcode: OpInfo] = [:]
    for row in all { byOpcode[row.opcode] = row }
    for opcode in Opcode.allCases {
      guard let row = byOpcode[opcode] else { preconditionFailure("no row for \(opcode)") }
      ordered.append(row)
    }
    return ordered
  }()

  private static let primitives: [String: Primitive] = {
    var map: [String: Primitive] = [:]
    for primitive in PrimitiveTable.all { map[primitive.symbol] = primitive }
    return map
  }()

  /// An operation that a primitive carries out; failure is the primitive's. `arguments` is a list of words:
  /// a digit: that operand; `a0`, `c0`, `p0`: array, count, pair count of the operands from 0 on; `n`: the constant;
  /// `k`: the constant or null; `i`: the immediate; `s`: a site; `m`: this module; `f`: code of a function; `z`: null;
  /// `r`: array for the results.
  private static func call(
    _ opcode: Opcode, _ name: String, _ operands: OperandCount, _ symbol: String, _ arguments: String,
    result: ValueType? = nil, immediate: ImmediateKind = .none
  ) -> OpInfo {
    guard let primitive = primitives[symbol] else { preconditionFailure("no primitive \(symbol)") }
    var hasConstant = false
    let sources: [ArgumentSource] = arguments.split(separator: " ").map { word in
      let digit = word.last?.wholeNumberValue ?? 0
      switch word.first {
      case "a": return .array(from: digit)
      case "c": return .count(from: digit, per: 1)
      case "p": return .count(from: digit, per: 2)
      case "n":
        hasConstant = true
        return .constant
      case "k":
        hasConstant = true
        return .optionalConstant
      case "i": return .immediate
      case "s": return .site
      case "m": return .module
      case "f": return .code
      case "z": return .null
      case "r": return .results
      default: return .operand(digit)
      }
    }
    let natural: ValueType =
      switch primitive.result {
      case .value: primitive.failure == .zeroOrExhausted ? .optional : .value
      case .i64: .i64
      case .f64: .f64
      default: .void
      }
    return OpInfo(
      opcode: opcode, name: name, operands: operands, result: result ?? natural, ownership: .owned,
      immediate: immediate, hasConstant: hasConstant, isTerminator: false, edges: 0, failure: primitive.failure,
      consumesOperands: false, primitive: (symbol, sources))
  }

  /// An operation with code of its own in the code generator.
  private static func own(
    _ opcode: Opcode, _ name: String, _ operands: OperandCount, _ result: ValueType,
    _ ownership: ResultOwnership = .owned,
    immediate: ImmediateKind = .none, constant: Bool = false, failure: Failure = .never, consumes: Bool = false,
    terminator: Bool = false, edges: Int = 0
  ) -> OpInfo {
    OpInfo(
      opcode: opcode, name: name, operands: operands, result: result, ownership: ownership, immediate: immediate,
      hasConstant: constant, isTerminator: terminator, edges: edges, failure: failure, consumesOperands: consumes,
      primitive: nil)
  }

  private static let binaryNames: [(Opcode, Opcode, String)] = [
    (.add, .iadd, "add"), (.sub, .isub, "sub"), (.mul, .imul, "mul"), (.matmul, .imatmul, "matmul"),
    (.mod, .imod, "mod"), (.trueDiv, .itrueDiv, "truediv"), (.pow, .ipow, "pow"), (.lshift, .ilshift, "lshift"),
    (.rshift, .irshift, "rshift"), (.or, .ior, "or"), (.xor, .ixor, "xor"), (.and, .iand, "and"),
    (.floorDiv, .ifloorDiv, "floordiv"),
  ]
  private static let comparisonNames: [(Opcode, Opcode, String)] = [
    (.lt, .testLT, "lt"), (.le, .testLE, "le"), (.eq, .testEQ, "eq"), (.ne, .testNE, "ne"), (.gt, .testGT, "gt"),
    (.ge, .testGE, "ge"),
  ]

  private static let declared: [OpInfo] = {
    var rows: [OpInfo] = []
    for (plain, inPlace, name) in binaryNames {
      rows.append(call(plain, "py.\(name)", .exactly(2), "molt_binary_\(name)", "0 1"))
      rows.append(call(inPlace, "py.i\(name)", .exactly(2), "molt_inplace_\(name)", "0 1"))
    }
    // What the ownership pass makes of an iadd whose left operand dies there.
    rows.append(call(.iaddOwned, "py.iadd.owned", .exactly(2), "molt_inplace_add_owned", "0 1"))
    for (value, test, name) in comparisonNames {
      rows.append(call(value, "py.\(name)", .exactly(2), "molt_compare_\(name)", "0 1"))
      rows.append(call(test, "test.\(name)", .exactly(2), "molt_test_\(name)", "0 1", result: .i1))
    }
    rows += values + objects + displays + names + exceptions + rest + guards + machine + sequences + lowLevel
    return rows
  }()

  private static let values: [OpInfo] = [
    own(.const, "const", .exactly(0), .value, .borrowed, constant: true),
    own(.null, "null", .exactly(0), .optional, .borrowed),
    // Extends the life of a local variable's value to this point, so that it is finalised where CPython would.
    own(.keep, "keep", .exactly(1), .void),
    call(.neg, "py.neg", .exactly(1), "molt_unary_negative", "0"),
    call(.pos, "py.pos", .exactly(1), "molt_unary_positive", "0"),
    call(.invert, "py.invert", .exactly(1), "molt_unary_invert", "0"),
    call(.truth, "py.truth", .exactly(1), "molt_truth", "0", result: .i1),
    call(.contains, "py.contains", .exactly(2), "molt_contains", "0 1", result: .i1),
    own(.isSame, "py.is", .exactly(2), .i1),
    own(.boxBool, "box.bool", .exactly(1), .value, .borrowed),
    own(.notBool, "i1.not", .exactly(1), .i1),
    own(.isNull, "is.null", .exactly(1), .i1),
    // The operand where it is known not to be null.
    own(.unwrap, "unwrap", .exactly(1), .value, consumes: true),
  ]

  private static let objects: [OpInfo] = [
    call(.getAttr, "py.getattr", .exactly(1), "molt_get_attribute", "0 n s"),
    call(.setAttr, "py.setattr", .exactly(2), "molt_set_attribute", "0 n 1 s"),
    call(.delAttr, "py.delattr", .exactly(1), "molt_delete_attribute", "0 n"),
    call(.getItem, "py.getitem", .exactly(2), "molt_get_item", "0 1"),
    call(.setItem, "py.setitem", .exactly(3), "molt_set_item", "0 1 2"),
    call(.delItem, "py.delitem", .exactly(2), "molt_delete_item", "0 1"),
    call(.slice, "py.slice", .exactly(3), "molt_new_slice", "0 1 2"),
    // A subscript that is one slice. Operands: object, start, stop, step (None where absent), value to store.
    call(.getSlice, "py.getslice", .exactly(4), "molt_get_slice", "0 1 2 3"),
    call(.setSlice, "py.setslice", .exactly(5), "molt_set_slice", "0 1 2 3 4"),
    // Operand 0 is the callee; the constant, if any, is the tuple of names of the last arguments; the immediate counts
    // the positional arguments.
    call(.call, "py.call", .atLeast(1), "molt_call", "0 a1 i k", immediate: .integer),
    call(.callMethod, "py.callmethod", .atLeast(1), "molt_call_method", "0 n a1 i z s", immediate: .integer),
    call(.callSpread, "py.callspread", .exactly(3), "molt_call_spread", "0 1 2"),
    // locals(), vars(), dir(), eval(…) or exec(…) in a function. Operands: the callee, the dict of the function's
    // variables, the arguments.
    call(.localsCall, "py.locals", .atLeast(2), "molt_locals", "0 1 a2 c2"),
    // The dict of a function's variables that was made before, or a new one.
    call(.namespaceOpen, "py.namespace", .exactly(1), "molt_namespace_open", "0"),
    call(.namespaceAdd, "py.namespaceadd", .exactly(2), "molt_namespace_add", "0 n 1"),
    call(.superCall, "py.super", .exactly(3), "molt_super", "0 1 2"),
    // A method call in two steps, where evaluating the arguments could tell the difference. Result: array of the
    // callable and the object to pass first, or null when the callable is bound already.
    call(.loadMethod, "py.loadmethod", .exactly(1), "molt_load_method", "0 n s r", result: .array, immediate: .integer),
    // Operands: callable, object or null, arguments. Immediate and constant as for py.call.
    own(.callLoaded, "py.callloaded", .atLeast(2), .value, immediate: .integer, constant: true, failure: .zero),
    call(.iter, "py.iter", .exactly(1), "molt_iterate", "0"),
    call(.next, "py.next", .exactly(1), "molt_next", "0"),
    call(.unpack, "py.unpack", .exactly(1), "molt_unpack", "0 i r", result: .array, immediate: .integer),
    // The immediate holds the count before the star in its low 16 bits, the count after it above.
    own(.unpackStar, "py.unpackstar", .exactly(1), .array, immediate: .integer, failure: .negative),
    own(.take, "take", .exactly(1), .value, immediate: .integer),
  ]

  private static let displays: [OpInfo] = [
    call(.newList, "py.list", .atLeast(0), "molt_new_list", "a0 c0"),
    call(.newTuple, "py.tuple", .atLeast(0), "molt_new_tuple", "a0 c0"),
    call(.newSet, "py.set", .atLeast(0), "molt_new_set", "a0 c0"),
    call(.newDict, "py.dict", .atLeast(0), "molt_new_dict", "a0 p0"),
    // An empty list that only compiled code sees.
    call(.newBuffer, "list.buffer", .exactly(0), "molt_new_buffer", ""),
    // The total of sum(), while it is added up.
    call(.listAppend, "py.listappend", .exactly(2), "molt_list_append", "0 1"),
    call(.listExtend, "py.listextend", .exactly(2), "molt_list_extend", "0 1"),
    call(.listToTuple, "py.listtotuple", .exactly(1), "molt_list_to_tuple", "0"),
    call(.setAdd, "py.setadd", .exactly(2), "molt_set_add", "0 1"),
    call(.setUpdate, "py.setupdate", .exactly(2), "molt_set_update", "0 1"),
    call(.dictSet, "py.dictset", .exactly(3), "molt_dict_set", "0 1 2"),
    call(.dictUpdate, "py.dictupdate", .exactly(2), "molt_dict_update", "0 1"),
    call(.dictMerge, "py.dictmerge", .exactly(3), "molt_dict_merge", "0 1 2"),
    call(.format, "py.format", .exactly(2), "molt_format", "0 1 i", immediate: .integer),
    call(.concat, "py.concat", .atLeast(0), "molt_concat", "a0 c0"),
  ]

  private static let names: [OpInfo] = [
    // Operands: closure tuple or null, defaults tuple or null, keyword defaults dict or null.
    call(.newFunction, "py.function", .exactly(3), "molt_new_function", "f m 0 1 2", immediate: .function),
    call(.setAnnotations, "py.setannotations", .exactly(2), "molt_set_annotations", "0 1"),
    call(.newCell, "cell.new", .exactly(1), "molt_new_cell", "0"),
    // The cell at an index of the running function's closure.
    own(.closureCell, "cell.closure", .exactly(0), .value, .borrowed, immediate: .integer),
    own(.cellLoad, "cell.load", .exactly(1), .optional),
    own(.cellStore, "cell.store", .exactly(2), .void),
    // The running function object.
    own(.function, "function.self", .exactly(0), .value, .borrowed),
    own(.globalLoad, "global.load", .exactly(0), .value, immediate: .slot, failure: .zero),
    own(.globalStore, "global.store", .exactly(1), .void, immediate: .slot),
    call(.globalDelete, "global.delete", .exactly(0), "molt_global_delete", "m i", immediate: .slot),
    // A global that has no slot in this module because the name is only known inside a class body.
    call(.globalLookup, "global.lookup", .exactly(0), "molt_global_missing", "m n"),
    // Raises when the operand is null: UnboundLocalError (immediate 0) or the NameError of a free variable (1).
    own(.checkBound, "check.bound", .exactly(1), .void, immediate: .integer, constant: true, failure: .negative),
    call(.classLookup, "class.lookup", .exactly(1), "molt_class_lookup", "0 n"),
    // `del` of a name in a class body, or in a module that has a namespace.
    call(.namespaceDelete, "namespace.delete", .exactly(1), "molt_namespace_delete", "0 n"),
    own(.moduleValue, "module.self", .exactly(0), .value, .borrowed),
    // Operands: body function, bases tuple, keywords dict or null; the constant is the name.
    call(.buildClass, "py.class", .exactly(3), "molt_build_class", "0 n 1 2"),
    // Operand: the function that evaluates the bound or the constraints, or null; the immediate is a TypeParameterKind.
    call(
      .newTypeParameter, "py.typeparam", .exactly(1), "molt_new_type_parameter", "n 0 i", immediate: .integer),
    call(.setTypeParameters, "py.settypeparams", .exactly(2), "molt_set_type_parameters", "0 1"),
    // `Generic[parameters]`, a base of the class that has them.
    call(.subscriptGeneric, "py.generic", .exactly(1), "molt_subscript_generic", "0"),
    // Operands: tuple of type parameters or null, function that evaluates the value.
    call(.newTypeAlias, "py.typealias", .exactly(2), "molt_new_type_alias", "n 0 1"),
  ]

  private static let exceptions: [OpInfo] = [
    call(.raise, "py.raise", .exactly(2), "molt_raise", "0 1"),
    call(.reraise, "py.reraise", .exactly(0), "molt_reraise", ""),
    call(.raiseAssertion, "py.raiseassertion", .exactly(1), "molt_raise_assertion", "0"),
    call(.takeException, "exception.take", .exactly(0), "molt_take_exception", ""),
    call(.restoreException, "exception.restore", .exactly(1), "molt_restore_exception", "0"),
    // Operands: a NameError, what `self` is where it was raised (or null).
    call(.nameHint, "exception.namehint", .exactly(2), "molt_name_hint", "0 1"),
    call(.exceptionMatches, "exception.matches", .exactly(2), "molt_exception_matches", "0 1", result: .i1),
    // Result: array of two values, the part of the exception that is of the type and what is left; None for nothing.
    call(.groupMatch, "group.match", .exactly(2), "molt_group_match", "0 1 r", result: .array, immediate: .integer),
    // Operands: the exception, the list of what its handlers raised and what they left. Result: what to raise, or None.
    call(.groupRest, "group.rest", .exactly(2), "molt_group_rest", "0 1"),
    call(.enterHandler, "handler.enter", .exactly(1), "molt_enter_handler", "0"),
    call(.leaveHandler, "handler.leave", .exactly(1), "molt_leave_handler", "0"),
    // The same for the outermost handler of a generator, which may be resumed by others than when it was entered.
    call(.leaveOuterHandler, "handler.leaveouter", .exactly(1), "molt_leave_outer_handler", ""),
    // Result: array of two values, what __enter__ returned and the bound __exit__.
    own(.withEnter, "py.withenter", .exactly(1), .array, failure: .zero),
    call(.withExit, "py.withexit", .exactly(2), "molt_with_exit", "0 1", result: .i1),
  ]

  private static let rest: [OpInfo] = [
    // Suspends with operand 0; the result is what is sent in.
    own(.yield, "py.yield", .exactly(1), .value, failure: .zero, consumes: true),
    // Operands: what is iterated over, and the running function.
    call(.delegateIterator, "py.delegateiter", .exactly(2), "molt_delegate_iterator", "0 1"),
    // One step of `yield from`. Operands: iterator, sent value or null. Result: array of one value and a flag.
    own(.delegate, "py.delegate", .exactly(2), .array, failure: .zero),
    // Whether the delegate's value is its return value rather than a yielded one.
    own(.delegateDone, "delegate.done", .exactly(1), .i1),
    // Right before a `py.yield` that passes on what the operand, an iterator that the frame keeps, has yielded.
    own(.frameDelegate, "frame.delegate", .exactly(1), .void),
    // Right before a `py.yield` of an asynchronous generator's item.
    own(.frameItem, "frame.item", .exactly(0), .void),
    // In modules with coroutine functions: a statement begins here; the function's variables end here, on behalf of its
    // caller. Warnings about coroutines that were never awaited name the place where they ended.
    own(.place, "place", .exactly(0), .void),
    own(.placeLeave, "place.leave", .exactly(0), .void),
    // In programs that look at frames. A function begins: the mapping that holds its names or null, then the cells of its
    // variables, whose names the constant holds, or null where one has none yet.
    call(.frameEnter, "frame.enter", .atLeast(1), "molt_frame_enter", "m n 0 a1 c1"),
    // From here on the name stands for what is in that cell, or for nothing.
    call(.frameShow, "frame.show", .exactly(1), "molt_frame_show", "n 0"),
    // The dict of the running function's variables, brought up to date.
    call(.frameLocals, "frame.locals", .exactly(0), "molt_frame_locals", ""),
    // The iterator that an `await` of the operand delegates to. Immediate: 1 for what __aenter__, 2 for what __aexit__
    // returned.
    call(.awaitable, "py.awaitable", .exactly(1), "molt_awaitable", "0 i", immediate: .integer),
    call(.asyncIter, "py.aiter", .exactly(1), "molt_async_iterator", "0"),
    // The iterator that awaiting the next item of an asynchronous iterator delegates to.
    call(.asyncNext, "py.anext", .exactly(1), "molt_async_next", "0"),
    // In the handler of an `async for`: drops a raised StopAsyncIteration; any other exception stays raised.
    call(.asyncForEnd, "py.asyncfor.end", .exactly(0), "molt_async_for_end", ""),
    // Result: array of two values, what __aenter__ returned and the bound __aexit__.
    own(.asyncWithEnter, "py.asyncwithenter", .exactly(1), .array, failure: .zero),
    // Calls a bound __aexit__ with an exception or None; the result is to be awaited.
    call(.asyncWithExit, "py.asyncwithexit", .exactly(2), "molt_async_with_exit", "0 1"),
    // The spliced body of a generator was left by an exception: adds the position of the consuming operation to its
    // traceback; makes a RuntimeError of a StopIteration before that.
    own(.exceptionTrace, "exception.trace", .exactly(0), .void),
    call(.generatorRaised, "generator.raised", .exactly(0), "molt_leave_generator", ""),
    // `sum()` item by item. Operands: total, compensation, item. The compensation is null while ints are added in
    // machine words, a float while floats are added, None while `+` decides. Result: array of the next total and
    // compensation.
    call(.sumStep, "sum.step", .exactly(3), "molt_sum_step", "0 1 2 r", result: .array, immediate: .integer),
    // Operands: total, compensation.
    call(.sumEnd, "sum.end", .exactly(2), "molt_sum_end", "0 1"),
    call(.importModule, "import.module", .exactly(0), "molt_import", "n"),
    call(.importFrom, "import.from", .exactly(1), "molt_import_from", "0 n"),
    call(.importStar, "import.star", .exactly(1), "molt_import_star", "m 0"),
    // Operands: mapping, module.
    call(.importStarInto, "import.star.into", .exactly(2), "molt_import_star_into", "0 1"),
    // The value of an interactive statement.
    call(.display, "py.display", .exactly(1), "molt_display", "0"),
    call(.matchSequence, "match.sequence", .exactly(1), "molt_match_sequence", "0", result: .i1),
    call(.matchMapping, "match.mapping", .exactly(1), "molt_match_mapping", "0", result: .i1),
    call(.matchLength, "match.length", .exactly(1), "molt_match_length", "0"),
    call(.matchKeys, "match.keys", .exactly(2), "molt_match_keys", "0 1"),
    call(.matchRest, "match.rest", .exactly(2), "molt_match_rest", "0 1"),
    call(.matchClass, "match.class", .exactly(2), "molt_match_class", "0 1 i n", immediate: .integer),
  ]

  private static let guards: [OpInfo] = [
    own(.guardInt, "guard.int", .exactly(1), .i1),  // an inline int
    own(.guardFloat, "guard.float", .exactly(1), .i1),
    own(.guardBool, "guard.bool", .exactly(1), .i1),
    own(.guardType, "guard.type", .exactly(1), .i1, immediate: .integer),  // exactly the `ExactType`
    // The global of this slot is unbound, and no built-in was ever replaced: the name means the built-in.
    own(.guardBuiltin, "guard.builtin", .exactly(0), .i1, immediate: .slot),
    own(.guardBound, "guard.bound", .exactly(0), .i1, immediate: .slot),  // the global has a value
    own(.guardFunction, "guard.function", .exactly(1), .i1, immediate: .external),  // a function with that code
    own(.intBox, "int.box", .exactly(1), .value),
    own(.intBoxInline, "int.box.inline", .exactly(1), .value, .borrowed),  // of one that needs no object
    own(.intUnbox, "int.unbox", .exactly(1), .i64),
    own(.floatBox, "float.box", .exactly(1), .value, .borrowed),
    own(.floatUnbox, "float.unbox", .exactly(1), .f64),
    own(.boolUnbox, "bool.unbox", .exactly(1), .i1),
    // The value of a global that is known to be bound; the built-in that the name had at the start.
    own(.globalValue, "global.value", .exactly(0), .value, immediate: .slot),
    // The value of such a global, which stays with it: nothing that could rebind it may come before the last use.
    own(.globalPeek, "global.peek", .exactly(0), .value, .borrowed, immediate: .slot),
    own(.builtinValue, "builtin.value", .exactly(0), .value, immediate: .slot),
    // Calls that compare the callee's code with that of the external function first, and go to it directly.
    own(.callLikely, "call.likely", .atLeast(1), .value, immediate: .external, failure: .zero),
    // The callee likely is a class whose `__init__` is the external function.
    own(.callConstructor, "call.constructor", .atLeast(1), .value, immediate: .external, failure: .zero),
    // The callee is the value of a bound global: the slot is the immediate's high half, the external its low half.
    own(.callGlobal, "call.global", .atLeast(0), .value, immediate: .integer, failure: .zero),
    // Operands: object, arguments; the constant is the method's name.
    own(
      .callMethodLikely, "call.method.likely", .atLeast(1), .value, immediate: .external, constant: true,
      failure: .zero),
  ]

  /// A machine operation of two edges: the first is taken with the result, the second when there is none.
  private static func checked(
    _ opcode: Opcode, _ name: String, _ operands: Int, _ result: ValueType, _ ownership: ResultOwnership = .owned,
    immediate: ImmediateKind = .none
  ) -> OpInfo {
    own(
      opcode, name, .exactly(operands), result, ownership, immediate: immediate, terminator: true, edges: 2)
  }

  private static let machine: [OpInfo] =
    [(Opcode.i64LT, "lt"), (.i64LE, "le"), (.i64EQ, "eq"), (.i64NE, "ne"), (.i64GT, "gt"), (.i64GE, "ge")].map {
      own($0.0, "i64.\($0.1)", .exactly(2), .i1)
    }
    + [(Opcode.f64LT, "lt"), (.f64LE, "le"), (.f64EQ, "eq"), (.f64NE, "ne"), (.f64GT, "gt"), (.f64GE, "ge")].map {
      own($0.0, "f64.\($0.1)", .exactly(2), .i1)
    }
    + [(Opcode.f64Add, "add"), (.f64Sub, "sub"), (.f64Mul, "mul")].map { own($0.0, "f64.\($0.1)", .exactly(2), .f64) }
    // Sums, differences and products are known to fit; a dividend is not negative, and its divisor positive.
    + [
      (Opcode.i64Add, "add"), (.i64Sub, "sub"), (.i64Mul, "mul"), (.i64Quotient, "quotient"),
      (.i64Remainder, "remainder"),
      (.i64And, "and"), (.i64Or, "or"), (.i64Xor, "xor"),
    ].map {
      own($0.0, "i64.\($0.1)", .exactly(2), .i64)
    }
    + [
      own(.i1Const, "i1.const", .exactly(0), .i1, .borrowed, immediate: .integer),
      own(.i1ToI64, "i1.to.i64", .exactly(1), .i64),
      own(.i64Const, "i64.const", .exactly(0), .i64, .borrowed, immediate: .integer),
      own(.i64ToF64, "i64.to.f64", .exactly(1), .f64),
      // Whether a float can hold the int exactly (its magnitude is at most 2^53).
      own(.i64IsExact, "i64.is.exact", .exactly(1), .i1),
      checked(.i64AddChecked, "i64.add.checked", 2, .i64),
      checked(.i64SubChecked, "i64.sub.checked", 2, .i64),
      checked(.i64MulChecked, "i64.mul.checked", 2, .i64),
      checked(.i64FloorDivChecked, "i64.floordiv.checked", 2, .i64),
      checked(.i64ModChecked, "i64.mod.checked", 2, .i64),
      checked(.i64ShlChecked, "i64.shl.checked", 2, .i64),
      checked(.i64ShrChecked, "i64.shr.checked", 2, .i64),
      checked(.i64TrueDivChecked, "i64.truediv.checked", 2, .f64),
      // The immediate is the IEEE 754 bits.
      own(.f64Const, "f64.const", .exactly(0), .f64, .borrowed, immediate: .integer),
      own(.f64Neg, "f64.neg", .exactly(1), .f64),
      // Operands: a, b, the rounded a + b. Result: the part of the smaller one that the rounding lost.
      own(.f64Lost, "f64.lost", .exactly(3), .f64),
      // Operands: a sum, what roundings lost. Result: both together, or the sum where that is infinite or not a number.
      own(.f64Compensated, "f64.compensated", .exactly(2), .f64),
      checked(.f64DivChecked, "f64.div.checked", 2, .f64),
      checked(.f64PowChecked, "f64.pow.checked", 2, .f64),
    ]

  /// The immediate is the `ExactType`, a list or a tuple unless said otherwise.
  private static let sequences: [OpInfo] = [
    own(.sequenceLength, "sequence.length", .exactly(1), .i64, immediate: .integer),  // also str, dict, set
    // The item at an index that is known to be inside; `peek` leaves the reference with the sequence.
    own(.sequenceItem, "sequence.item", .exactly(2), .value, immediate: .integer),
    own(.sequencePeek, "sequence.peek", .exactly(2), .value, .borrowed, immediate: .integer),
    // The item at an index that may be negative, unless `plainIndex` is in the immediate; second edge: outside.
    checked(.sequenceGetChecked, "sequence.get.checked", 2, .value, immediate: .integer),
    checked(.sequencePeekChecked, "sequence.peek.checked", 2, .value, .borrowed, immediate: .integer),
    checked(.listSetChecked, "list.set.checked", 3, .void, immediate: .integer),
    // The start (immediate 0), stop (1) or step (2) of a range.
    own(.rangePeek, "range.peek", .exactly(1), .value, .borrowed, immediate: .integer),
    // Operands: list, start, stop (the outermost numbers where absent); the immediate is the step.
    call(.listSlice, "list.slice", .exactly(3), "molt_list_slice", "0 1 2 i", immediate: .integer),
    // Operands: list, start, stop, iterable.
    call(.listSetSlice, "list.setslice", .exactly(4), "molt_list_set_slice", "0 1 2 3"),
    // Operands: list, start, stop, then the list, start and stop of what is stored there; the immediate is its step.
    call(.listMoveSlice, "list.moveslice", .exactly(6), "molt_list_move_slice", "0 1 2 3 4 5 i", immediate: .integer),
    call(.listPop, "list.pop", .exactly(2), "molt_list_pop", "0 1"),
    call(.listInsert, "list.insert", .exactly(3), "molt_list_insert", "0 1 2"),
    call(.listReverse, "list.reverse", .exactly(1), "molt_list_reverse", "0"),
    // Operands: start, stop; the immediate is the step.
    call(.listRange, "list.range", .exactly(2), "molt_list_range", "0 1 i", immediate: .integer),
    // Of a list or tuple.
    call(.listCopy, "list.copy", .exactly(1), "molt_list_copy", "0"),
    call(.tupleCopy, "tuple.copy", .exactly(1), "molt_tuple_copy", "0"),
    // The sum of two lists; the first is not used again.
    call(.listConcat, "list.concat", .exactly(2), "molt_list_concat", "0 1"),
    own(
      .attributePeekChecked, "attribute.peek.checked", .exactly(1), .value, .borrowed, constant: true, terminator: true,
      edges: 2),
    call(.listAppendMethod, "list.append.method", .exactly(0), "molt_list_append_method", ""),
    // The function of the class that object.name would bind; second edge: it is something else.
    own(
      .methodGetChecked, "method.get.checked", .exactly(1), .value, constant: true, terminator: true, edges: 2),
    // Whether an object's class is the one that the layout describes. Where it is, attributes are found without looking:
    // `peek` leaves the reference with the object; second edge: the slot is empty, or the name means something else.
    own(.guardLayout, "guard.layout", .exactly(1), .i1, immediate: .external),
    // The same for an object whose class it was before.
    own(.guardLayoutAgain, "guard.layout.again", .exactly(1), .i1, immediate: .external),
    own(
      .layoutPeekChecked, "layout.peek.checked", .exactly(1), .value, .borrowed, immediate: .external, constant: true,
      terminator: true, edges: 2),
    own(
      .layoutGetChecked, "layout.get.checked", .exactly(1), .value, immediate: .external, constant: true,
      terminator: true, edges: 2),
    // Operands: object, item. Second edge also: the slot holds an object, whose end could run code.
    own(
      .layoutSetChecked, "layout.set.checked", .exactly(2), .void, immediate: .external, constant: true,
      terminator: true, edges: 2),
    // Operands: object, item. The attribute becomes the object's next one in the usual order of its class; second edge:
    // it has others, or this one already.
    own(
      .layoutInitChecked, "layout.init.checked", .exactly(2), .void, immediate: .external, constant: true,
      terminator: true, edges: 2),
    // `layout.get` that leaves the reference with the object; `layout.init` that takes its item's reference over.
    own(
      .layoutBorrowChecked, "layout.borrow.checked", .exactly(1), .value, .borrowed, immediate: .external,
      constant: true, terminator: true, edges: 2),
    own(
      .layoutMoveChecked, "layout.move.checked", .exactly(2), .void, immediate: .external, constant: true,
      terminator: true, edges: 2),
    // Whether an object's class is one that the layout describes, with slots that hold machine floats for all attributes that
    // the next two operations name, and the object has them. They read one, and store one (operands: object, float).
    own(.guardLayoutFloats, "guard.layout.floats", .exactly(1), .i1, immediate: .external),
    own(.layoutFloat, "layout.float", .exactly(1), .f64, immediate: .external, constant: true),
    own(.layoutFloatStore, "layout.float.store", .exactly(2), .void, immediate: .external, constant: true),
    // Where only the class is known: the attribute in its slot for machine floats, and the first store there, as in
    // `layout.init`. Second edge: the slot is no such slot, is not set, or is not the next one to be set.
    own(
      .layoutFloatChecked, "layout.float.checked", .exactly(1), .f64, immediate: .external, constant: true,
      terminator: true, edges: 2),
    own(
      .layoutFloatInitChecked, "layout.float.init.checked", .exactly(2), .void, immediate: .external, constant: true,
      terminator: true, edges: 2),
    // Whether object.name would bind the external function as a method.
    own(.guardMethod, "guard.method", .exactly(1), .i1, immediate: .external, constant: true),
    // An instance of a class, on which the external function is to be called as its `__init__`; null where calling the
    // class would do anything else.
    own(.newInstance, "new.instance", .exactly(1), .optional, immediate: .external),
    // py.setattr where the layout knows the object's class.
    own(.layoutStore, "layout.store", .exactly(2), .void, immediate: .external, constant: true, failure: .negative),
    // Operands: start or current, stop; the immediate is the step.
    call(.rangeObject, "range.object", .exactly(2), "molt_make_range", "0 1 i", immediate: .integer),
    call(.rangeIterator, "range.iterator", .exactly(2), "molt_make_range_iterator", "0 1 i", immediate: .integer),
    // Operands: sequence, index of the next item, negative when exhausted.
    call(.sequenceIterator, "sequence.iterator", .exactly(2), "molt_make_sequence_iterator", "0 1"),
    // Operands: inner iterator, next number.
    call(.enumerateIterator, "enumerate.iterator", .exactly(2), "molt_make_enumerate", "0 1"),
    call(.zipIterator, "zip.iterator", .atLeast(1), "molt_make_zip", "a0 c0"),
  ]

  private static let lowLevel: [OpInfo] = [
    own(.retain, "retain", .exactly(1), .void),
    own(.release, "release", .exactly(1), .void),
    // Adds this position to the traceback of the raised exception.
    own(.trace, "trace", .exactly(0), .void),
    // The same in code of another function that was put into this one; then the exception leaves that function, as a
    // generator, and the position here that called it is added.
    // First edge: the frame's state is the immediate.
    own(.frameDispatch, "frame.dispatch", .exactly(0), .void, immediate: .integer, terminator: true, edges: 2),
    own(.frameReload, "frame.reload", .exactly(0), .value, immediate: .integer),
    // What was sent in at the resumption, null if an exception is to be raised.
    own(.frameSent, "frame.sent", .exactly(0), .value, failure: .zero),
    own(.jump, "jump", .exactly(0), .void, terminator: true, edges: 1),
    own(.branch, "branch", .exactly(1), .void, terminator: true, edges: 2),
    // First edge: the operand is null.
    own(.branchNull, "branch.null", .exactly(1), .void, terminator: true, edges: 2),
    // First edge: the operand is the built-in of this slot's name. Only the specialiser sees it.
    own(.ret, "return", .exactly(1), .void, consumes: true, terminator: true),
    // Explicit form: leaves the function, an exception is set.
    own(.unwind, "unwind", .exactly(0), .void, terminator: true),
    // Stores its operands from 1 on into the frame and returns operand 0. The immediate holds the new state in its low
    // 32 bits and above them how many of the stored values the frame owns; those come first.
    own(.suspend, "frame.suspend", .atLeast(1), .void, immediate: .integer, consumes: true, terminator: true),
    own(.unreachable, "unreachable", .exactly(0), .void, terminator: true),
  ]
}
