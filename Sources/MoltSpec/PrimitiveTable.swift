/// Every runtime entry point that compiled code calls, by group. Symbols are `molt_<feature>_<operation>`.
public enum PrimitiveTable {
  public static let all: [Primitive] =
    operators + attributes + calls + items + iteration + displays + strings + functions + typeParameters + names
    + namespaces
    + classes + exceptions + generators + imports + patterns + program

  static let operators: [Primitive] =
    ["add", "sub", "mul", "matmul", "truediv", "mod", "pow", "lshift", "rshift", "or", "xor", "and", "floordiv"].flatMap
  {
    [
      Primitive("molt_binary_\($0)", [.value, .value], .value, .zero, .any, "binary operator \($0)"),
      Primitive("molt_inplace_\($0)", [.value, .value], .value, .zero, .any, "augmented assignment \($0)"),
    ]
  }
    + [
      Primitive(
        "molt_inplace_add_owned", [.value, .value], .value, .zero, .any,
        "augmented addition when the caller gives up its reference to the left operand right after: a str that nobody else "
          + "holds grows in place and is the result, retained")
    ]
    + ["lt", "le", "eq", "ne", "gt", "ge"].flatMap {
      [
        Primitive("molt_compare_\($0)", [.value, .value], .value, .zero, .any, "rich comparison \($0)"),
        Primitive("molt_test_\($0)", [.value, .value], .i32, .negative, .any, "truth of rich comparison \($0)"),
      ]
    } + [
      Primitive("molt_unary_negative", [.value], .value, .zero, .any, "-x"),
      Primitive("molt_unary_positive", [.value], .value, .zero, .any, "+x"),
      Primitive("molt_unary_invert", [.value], .value, .zero, .any, "~x"),
      Primitive("molt_truth", [.value], .i32, .negative, .any, "truth value: 1 or 0"),
      Primitive("molt_contains", [.value, .value], .i32, .negative, .any, "item (2nd) in container (1st): 1 or 0"),
    ]

  static let attributes: [Primitive] = [
    Primitive("molt_get_attribute", [.value, .value, .site], .value, .zero, .any, "object.name; the name is interned"),
    Primitive(
      "molt_peek_attribute", [.value, .value, .site], .value, .never, .reads,
      "value of the attribute slot that object.name is, left with the object, or 0 where it is not one; fills the site"),
    Primitive(
      "molt_fill_layout", [.value, .pointer], .i32, .never, .reads,
      "whether an object's class has its attributes as the layout, which is filled in first, says: 1 or 0"),
    Primitive(
      "molt_fill_layout_floats", [.value, .pointer], .i32, .never, .reads,
      "the same, and whether the object has all attributes that are read as floats, in slots that hold only floats: 1 or 0"
    ),
    Primitive(
      "molt_fill_binding", [.value, .value, .pointer, .value], .i32, .never, .reads,
      "object, name, MoltBinding, function: whether object.name binds that function, as the binding, which is filled in, "
        + "says of the object's class: 1 or 0"),
    Primitive("molt_list_append_method", [], .value, .never, .reads, "list.append, as found in the type"),
    Primitive(
      "molt_peek_method", [.value, .value, .site], .value, .never, .reads,
      "function of the class that object.name would bind, left with the class, or 0 where it is something else; fills the site"
    ),
    Primitive("molt_set_attribute", [.value, .value, .value, .site], .i32, .negative, .any, "object.name = value"),
    Primitive("molt_delete_attribute", [.value, .value], .i32, .negative, .any, "del object.name"),
  ]

  static let calls: [Primitive] = [
    Primitive(
      "molt_call", [.value, .pointer, .i32, .value], .value, .zero, .any,
      "callee(args…): args array, positional count, tuple of keyword names or 0"),
    Primitive(
      "molt_begin_instance", [.value, .value, .pointer], .value, .never, .allocates,
      "new instance of a class whose calls only run that __init__ function on it, the MoltMaker filled in; else 0, "
        + "without an exception"),
    Primitive(
      "molt_finish_instance", [.value, .value], .value, .zero, .any,
      "instance, result of its __init__, both taken over: the instance, or a TypeError"),
    Primitive(
      "molt_call_method", [.value, .value, .pointer, .i32, .value, .site], .value, .zero, .any,
      "object.name(args…) without making the bound method; args[-1] is free for the callee to use as scratch"),
    Primitive(
      "molt_load_method", [.value, .value, .site, .pointer], .i32, .negative, .any,
      "method of an object for a call: array that receives the callable and the object to pass first (owned), or null"),
    Primitive(
      "molt_call_spread", [.value, .value, .value], .value, .zero, .any,
      "callee(*args, **keywords): an iterable; a dict or 0"),
    Primitive(
      "molt_locals", [.value, .value, .pointer, .i32], .value, .zero, .any,
      "value of the name locals, vars, dir, eval or exec, called with these arguments; the caller's variables as a dict; "
        + "calls the name when rebound"),
    Primitive(
      "molt_namespace_open", [.value], .value, .never, .allocates, "dict of a function's variables: a new one for 0"),
    Primitive(
      "molt_namespace_add", [.value, .value, .value], .i32, .negative, .any,
      "dict, name, value of a variable, or 0 when it is unbound, which takes the name out"),
    Primitive(
      "molt_frame_begin", [.pointer, .pointer], .void, .never, .any,
      "a function that keeps a frame runs: its place, the generator that it is the body of or null"),
    Primitive(
      "molt_frame_enter", [.pointer, .value, .value, .pointer, .i32], .void, .never, .any,
      "makes the running function's frame: module, tuple of the names of its variables, mapping of its names or 0, array "
        + "with a cell or 0 for each variable"),
    Primitive(
      "molt_frame_show", [.value, .value], .void, .never, .any,
      "makes the running function's frame show what is in that cell as the variable of that name, or no such variable"),
    Primitive(
      "molt_frame_locals", [], .value, .zero, .any, "dict of the running function's variables, brought up to date"),
    Primitive("molt_frame_suspend", [.pointer], .void, .never, .any, "the generator at that place is suspended"),
    Primitive("molt_frame_leave", [.pointer], .void, .never, .any, "the function at that place ends"),
    Primitive(
      "molt_super", [.value, .value, .value], .value, .zero, .any,
      "zero-argument super(): value of the name super, __class__, first argument; calls the name when it is rebound"),
  ]

  static let items: [Primitive] = [
    Primitive("molt_get_item", [.value, .value], .value, .zero, .any, "object[key]"),
    Primitive("molt_set_item", [.value, .value, .value], .i32, .negative, .any, "object[key] = value"),
    Primitive("molt_delete_item", [.value, .value], .i32, .negative, .any, "del object[key]"),
    Primitive("molt_new_slice", [.value, .value, .value], .value, .zero, .allocates, "slice(start, stop, step)"),
    Primitive(
      "molt_get_slice", [.value, .value, .value, .value], .value, .zero, .any,
      "object[start:stop:step]; a bound that is not written is None"),
    Primitive(
      "molt_set_slice", [.value, .value, .value, .value, .value], .i32, .negative, .any,
      "object[start:stop:step] = value"),
    Primitive(
      "molt_list_slice", [.value, .i64, .i64, .i32], .value, .never, .allocates,
      "list[start:stop:step] of an exact list; a step of 1 or more has the bounds 0 and the greatest int where none are "
        + "written, a negative one the greatest and the least"),
    Primitive(
      "molt_list_set_slice", [.value, .i64, .i64, .value], .i32, .negative, .any,
      "list[start:stop] = iterable of an exact list"),
    Primitive(
      "molt_list_move_slice", [.value, .i64, .i64, .value, .i64, .i64, .i32], .void, .never, .any,
      "list[start:stop] = list[start:stop:step] of exact lists, without the list between where it can be seen by nobody"
    ),
    Primitive("molt_list_pop", [.value, .i64], .value, .zero, .any, "list.pop(index) of an exact list"),
    Primitive(
      "molt_list_insert", [.value, .i64, .value], .void, .never, .allocates,
      "list.insert(index, value) of an exact list"),
    Primitive(
      "molt_list_concat", [.value, .value], .value, .zero, .any,
      "list + list of exact lists when the caller gives up its reference to the left one right after: a list that nobody "
        + "else holds is extended and is the result, retained"),
    Primitive("molt_list_range", [.i64, .i64, .i32], .value, .zero, .allocates, "list(range(start, stop, step))"),
    Primitive("molt_list_copy", [.value], .value, .never, .allocates, "list of the items of an exact list or tuple"),
    Primitive("molt_tuple_copy", [.value], .value, .never, .allocates, "tuple of the items of an exact list"),
    Primitive("molt_list_reverse", [.value], .void, .never, .any, "list.reverse() of an exact list"),
  ]

  static let iteration: [Primitive] = [
    Primitive("molt_iterate", [.value], .value, .zero, .any, "iter(object)"),
    Primitive(
      "molt_sum_step", [.value, .value, .value, .pointer], .i32, .negative, .any,
      "one item of sum(): total; compensation (0: ints, a float: floats, None: any values); item; address of two values "
        + "that become the new total and compensation"),
    Primitive("molt_sum_end", [.value, .value], .value, .zero, .allocates, "result of sum(): total, compensation"),
    Primitive("molt_next", [.value], .value, .zeroOrExhausted, .any, "next item of an iterator"),
    Primitive("molt_make_range", [.i64, .i64, .i32], .value, .never, .allocates, "range(start, stop, step)"),
    Primitive(
      "molt_make_range_iterator", [.i64, .i64, .i32], .value, .never, .allocates,
      "iterator over a range in progress: next, stop, step"),
    Primitive(
      "molt_make_sequence_iterator", [.value, .i64], .value, .never, .allocates,
      "iterator over a list or tuple in progress: index of the next item, negative when exhausted"),
    Primitive(
      "molt_make_enumerate", [.value, .i64], .value, .never, .allocates, "enumerate object in progress: next number"),
    Primitive("molt_make_zip", [.pointer, .i32], .value, .never, .allocates, "zip object over an array of iterators"),
    Primitive("molt_make_int", [.i64], .value, .never, .allocates, "int of any 64-bit value"),
    Primitive(
      "molt_original_builtin", [.pointer, .value], .value, .never, .allocates,
      "what a built-in name of a module meant at the start"),
    Primitive(
      "molt_unpack", [.value, .i32, .pointer], .i32, .negative, .any,
      "a, b = iterable: count, array that receives that many owned values"),
    Primitive(
      "molt_unpack_star", [.value, .i32, .i32, .pointer], .i32, .negative, .any,
      "a, *b, c = iterable: counts before and after the star, array for before + 1 + after owned values"),
  ]

  static let displays: [Primitive] = [
    Primitive("molt_new_buffer", [], .value, .never, .allocates, "an empty list with room for some items"),
    Primitive("molt_new_list", [.pointer, .i32], .value, .zero, .allocates, "list of the array's values"),
    Primitive("molt_new_tuple", [.pointer, .i32], .value, .zero, .allocates, "tuple of the array's values"),
    Primitive("molt_new_set", [.pointer, .i32], .value, .zero, .any, "set of the array's values"),
    Primitive("molt_new_dict", [.pointer, .i32], .value, .zero, .any, "dict of count key, value pairs in the array"),
    Primitive(
      "molt_list_append", [.value, .value], .i32, .negative, [.writes, .allocates], "append to an exact list"),
    Primitive("molt_list_extend", [.value, .value], .i32, .negative, .any, "[*iterable] into an exact list"),
    Primitive(
      "molt_list_to_tuple", [.value], .value, .zero, .allocates,
      "tuple of the items of a list that only compiled code has seen; the list is left empty"),
    Primitive("molt_set_add", [.value, .value], .i32, .negative, .any, "add to an exact set"),
    Primitive("molt_set_update", [.value, .value], .i32, .negative, .any, "{*iterable} into an exact set"),
    Primitive("molt_dict_set", [.value, .value, .value], .i32, .negative, .any, "store into an exact dict"),
    Primitive("molt_dict_update", [.value, .value], .i32, .negative, .any, "{**mapping} into an exact dict"),
    Primitive(
      "molt_dict_merge", [.value, .value, .value], .i32, .negative, .any,
      "f(**mapping) into an exact dict; duplicate keys are a TypeError that names the callee (3rd)"),
  ]

  static let strings: [Primitive] = [
    Primitive(
      "molt_format", [.value, .value, .i32], .value, .zero, .any,
      "f-string field: value, spec str or 0, conversion as in MoltSyntax.Conversion"),
    Primitive("molt_concat", [.pointer, .i32], .value, .zero, .allocates, "concatenation of an array of str"),
    Primitive(
      "molt_int_literal", [.pointer], .value, .zero, .allocates,
      "int of zero-terminated decimal digits, perhaps after a minus sign"),
    Primitive("molt_complex", [.f64, .f64], .value, .zero, .allocates, "complex(real, imaginary)"),
  ]

  static let functions: [Primitive] = [
    Primitive(
      "molt_new_function", [.pointer, .pointer, .value, .value, .value], .value, .zero, .allocates,
      "function of MoltCode, MoltModule, closure tuple or 0, defaults tuple or 0, keyword defaults dict or 0"),
    Primitive(
      "molt_set_annotations", [.value, .value], .void, .never, .writes, "function (1st) gets its __annotations__ dict"),
    Primitive("molt_new_cell", [.value], .value, .zero, .allocates, "closure cell holding a value or 0"),
  ]

  static let typeParameters: [Primitive] = [
    Primitive(
      "molt_new_type_parameter", [.value, .value, .i32], .value, .zero, .allocates,
      "type parameter: name, function that evaluates its bound or constraints or 0, TypeParameterKind"),
    Primitive(
      "molt_set_type_parameters", [.value, .value], .void, .never, .writes,
      "function (1st) gets its tuple of type parameters"),
    Primitive("molt_subscript_generic", [.value], .value, .zero, .any, "typing.Generic[tuple of type parameters]"),
    Primitive(
      "molt_new_type_alias", [.value, .value, .value], .value, .zero, .allocates,
      "value of a type statement: name, tuple of type parameters or 0, function that evaluates it"),
  ]

  static let names: [Primitive] = [
    Primitive(
      "molt_global_missing", [.pointer, .value], .value, .zero, .reads,
      "value of a global whose slot in MoltModule is empty: dynamic names, built-ins, else NameError"),
    Primitive(
      "molt_global_delete", [.pointer, .i32], .i32, .negative, .any, "del of the global in that slot of MoltModule"),
    Primitive(
      "molt_global_store", [.pointer, .i32, .value], .void, .never, .any, "stores into that slot of MoltModule"),
    Primitive("molt_raise_unbound_local", [.value], .void, .always, .writes, "UnboundLocalError for that name"),
    Primitive("molt_raise_unbound_free", [.value], .void, .always, .writes, "NameError for that free variable"),
    Primitive(
      "molt_class_lookup", [.value, .value], .value, .zeroOrExhausted, .any,
      "name (2nd) in a class body's namespace; 0 without an exception: not there"),
  ]

  static let namespaces: [Primitive] = [
    Primitive(
      "molt_namespace_delete", [.value, .value], .i32, .negative, .any,
      "takes a name (2nd) out of a mapping of names; NameError where that fails")
  ]

  static let classes: [Primitive] = [
    Primitive(
      "molt_build_class", [.value, .value, .value, .value], .value, .zero, .any,
      "class statement: body function (called with the namespace), name, bases tuple, keywords dict or 0")
  ]

  static let exceptions: [Primitive] = [
    Primitive(
      "molt_raise", [.value, .value], .void, .always, .any,
      "raise exception (class or instance) from cause (0: no from clause)"),
    Primitive("molt_reraise", [], .void, .always, .writes, "bare raise: the exception being handled"),
    Primitive("molt_raise_assertion", [.value], .void, .always, .writes, "AssertionError(message); 0: no message"),
    Primitive("molt_take_exception", [], .value, .never, .writes, "the raised exception, which is then no longer set"),
    Primitive("molt_restore_exception", [.value], .void, .always, .writes, "raises an instance again as it is"),
    Primitive(
      "molt_name_hint", [.value, .value], .void, .never, .allocates,
      "gives a NameError the object (or 0) whose attribute the missing name may be"),
    Primitive(
      "molt_exception_matches", [.value, .value], .i32, .negative, .any, "except clause: instance, class or tuple"),
    Primitive(
      "molt_group_match", [.value, .value, .pointer], .i32, .negative, .any,
      "except* clause: stores the part of an exception (or None) that is of the type, and what is left, both owned"),
    Primitive(
      "molt_group_rest", [.value, .value], .value, .zero, .any,
      "end of an except* statement: what is to be raised of an exception and a list of what its clauses raised, or None"
    ),
    Primitive(
      "molt_enter_handler", [.value], .value, .never, .writes,
      "makes an exception the handled one; the previous one (or None) is returned"),
    Primitive("molt_leave_handler", [.value], .void, .never, .any, "makes what enter_handler returned the handled one"),
    Primitive(
      "molt_leave_outer_handler", [], .void, .never, .any,
      "makes what the resumer of the running generator is handling the handled exception"),
    Primitive(
      "molt_traceback", [.pointer, .i32], .void, .never, .writes,
      "adds MoltCode and a position index to the traceback of the raised exception"),
    Primitive(
      "molt_leave_generator", [], .void, .never, .allocates,
      "the raised exception leaves a generator: a StopIteration becomes a RuntimeError"),
    Primitive(
      "molt_with_enter", [.value, .pointer], .value, .zero, .any,
      "calls __enter__; stores the bound __exit__ (owned) at the address"),
    Primitive(
      "molt_with_exit", [.value, .value], .i32, .negative, .any,
      "calls a bound __exit__ with an exception, or None for a normal exit; 1: the exception is swallowed"),
    Primitive(
      "molt_enter_deep", [], .i32, .negative, .any,
      "a call at molt_thread.depthLimit or beyond: counts it in molt_thread.depth if the limits allow it, else "
        + "RecursionError"),
  ]

  static let generators: [Primitive] = [
    Primitive(
      "molt_new_generator", [.pointer, .pointer, .pointer], .value, .zero, .allocates,
      "generator of MoltFunction, MoltCode, resume entry; frame zeroed, state START"),
    Primitive(
      "molt_delegate", [.value, .value, .pointer], .value, .zero, .any,
      "one step of yield from: iterator, sent value or 0 for the raised exception, address of an int32 that becomes 1 "
        + "when the result is the iterator's return value rather than a yielded one"),
    Primitive(
      "molt_delegate_iterator", [.value, .value], .value, .zero, .any,
      "iterator that yield from runs over: iterable, the running function"),
    Primitive(
      "molt_awaitable", [.value, .i32], .value, .zero, .any,
      "iterator that await runs over; 1: of what __aenter__ returned, 2: __aexit__, 0: anything else"),
    Primitive("molt_async_iterator", [.value], .value, .zero, .any, "what __aiter__ gives, checked"),
    Primitive("molt_async_next", [.value], .value, .zero, .any, "iterator that awaiting __anext__() runs over"),
    Primitive(
      "molt_async_for_end", [], .i32, .negative, .writes,
      "drops a raised StopAsyncIteration; another exception stays raised"),
    Primitive(
      "molt_async_with_enter", [.value, .pointer], .value, .zero, .any,
      "calls __aenter__; stores the bound __aexit__ (owned) at the address"),
    Primitive(
      "molt_async_with_exit", [.value, .value], .value, .zero, .any,
      "calls a bound __aexit__ with an exception, or None for a normal exit"),
  ]

  static let imports: [Primitive] = [
    Primitive(
      "molt_import", [.value], .value, .zero, .any,
      "the module of that dotted name, parents first: of the program, else native, else ModuleNotFoundError"),
    Primitive("molt_import_from", [.value, .value], .value, .zero, .any, "from module import name"),
    Primitive(
      "molt_import_star", [.pointer, .value], .i32, .negative, .any, "from module (2nd) import * into MoltModule"),
    Primitive(
      "molt_import_star_into", [.value, .value], .i32, .negative, .any,
      "from module (2nd) import * into a mapping: only in code that is compiled at run time"),
  ]

  static let patterns: [Primitive] = [
    Primitive("molt_match_sequence", [.value], .i32, .never, .reads, "1: the subject may match a sequence pattern"),
    Primitive("molt_match_mapping", [.value], .i32, .never, .reads, "1: the subject may match a mapping pattern"),
    Primitive("molt_match_length", [.value], .i64, .negative, .any, "len(subject)"),
    Primitive(
      "molt_match_keys", [.value, .value], .value, .zero, .any,
      "values of a tuple of keys in a mapping as a tuple, or None"),
    Primitive(
      "molt_match_rest", [.value, .value], .value, .zero, .any, "dict of a mapping's items without a tuple of keys"),
    Primitive(
      "molt_match_class", [.value, .value, .i32, .value], .value, .zero, .any,
      "subject, class, positional count, tuple of keyword names: tuple of attributes, or None"),
  ]

  static let program: [Primitive] = [
    Primitive(
      "molt_display", [.value], .i32, .negative, .any,
      "sys.displayhook(value), of a statement that is an expression: only in code that is compiled at run time"),
    Primitive(
      "molt_start", [.i32, .pointer, .pointer], .i32, .never, .any,
      "runs a MoltProgram with argc and argv; the result is the exit code"),
    Primitive(
      "molt_count_references", [.pointer], .void, .never, .any,
      "has the counts of a module's MoltReferenceCounts printed when the program ends"),
    Primitive("molt_destroy", [.value], .void, .never, .any, "ends an object whose reference count reached 0"),
  ]
}
