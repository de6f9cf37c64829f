import MoltSpec

/// Small functions that every module's IR begins with; LLVM inlines them. They are the fast paths of values: reference
/// counts, arithmetic on inline ints, truth of booleans.
enum Prelude {
  static func text(_ target: Target, _ options: CodegenOptions) -> String {
    (options.countsReferences ? ReferenceCountTable.prelude : "") + references + truth + arithmetic(options)
      + comparisons(options) + cells(target)
      + MachinePrelude.text(target, options) + InstancePrelude.text(target, options) + outlinedCopies
  }

  /// Functions that exist a second time without being inlined, for code that runs rarely or is very long: their names
  /// end in `.outlined`.
  private static let outlined: [(name: String, result: String, parameters: [String])] = [
    ("retain", "void", ["i64"]), ("retain.optional", "void", ["i64"]), ("release", "void", ["i64"]),
    ("release.optional", "void", ["i64"]), ("cell.load", "i64", ["i64"]), ("cell.store", "void", ["i64", "i64"]),
    ("global.load", "i64", ["ptr", "ptr", "i64"]), ("global.store", "void", ["ptr", "ptr", "i32", "i64"]),
  ]

  private static let outlinedCopies: String = outlined.map { name, result, parameters in
    let formal = parameters.enumerated().map { "\($0.element) %a\($0.offset)" }.joined(separator: ", ")
    let call = "call \(result) @\(name)(\(formal))"
    let body = result == "void" ? "  \(call)\n  ret void" : "  %r = \(call)\n  ret \(result) %r"
    return "define internal \(result) @\(name).outlined(\(formal)) noinline nounwind {\n\(body)\n}\n"
  }.joined()

  /// Branch weights of what hardly ever happens first.
  static let metadata = """
    !0 = !{!"branch_weights", i32 1, i32 4000}
    !1 = !{!"branch_weights", i32 4000, i32 1}
    !3 = !{!4}
    !4 = distinct !{!4, !5, !"layouts"}
    !5 = distinct !{!5}

    """

  private static let references = """
    define internal void @retain(i64 %v) alwaysinline nounwind {
      %high = lshr i64 %v, 48
      %counted = icmp eq i64 %high, 0
      br i1 %counted, label %count, label %done
    count:
      %object = inttoptr i64 %v to ptr
      %old = load i32, ptr %object, align 8
      %new = add i32 %old, 1
      store i32 %new, ptr %object, align 8
      br label %done
    done:
      ret void
    }
    define internal void @retain.optional(i64 %v) alwaysinline nounwind {
      %before = add i64 %v, -1
      %counted = icmp ult i64 %before, 281474976710655
      br i1 %counted, label %count, label %done
    count:
      %object = inttoptr i64 %v to ptr
      %old = load i32, ptr %object, align 8
      %new = add i32 %old, 1
      store i32 %new, ptr %object, align 8
      br label %done
    done:
      ret void
    }
    define internal void @release(i64 %v) alwaysinline nounwind {
      %high = lshr i64 %v, 48
      %counted = icmp eq i64 %high, 0
      br i1 %counted, label %count, label %done
    count:
      %object = inttoptr i64 %v to ptr
      %old = load i32, ptr %object, align 8
      %new = add i32 %old, -1
      store i32 %new, ptr %object, align 8
      %last = icmp eq i32 %new, 0
      br i1 %last, label %destroy, label %done
    destroy:
      call void @molt_destroy(i64 %v)
      br label %done
    done:
      ret void
    }
    define internal void @release.optional(i64 %v) alwaysinline nounwind {
      %before = add i64 %v, -1
      %counted = icmp ult i64 %before, 281474976710655
      br i1 %counted, label %count, label %done
    count:
      %object = inttoptr i64 %v to ptr
      %old = load i32, ptr %object, align 8
      %new = add i32 %old, -1
      store i32 %new, ptr %object, align 8
      %last = icmp eq i32 %new, 0
      br i1 %last, label %destroy, label %done
    destroy:
      call void @molt_destroy(i64 %v)
      br label %done
    done:
      ret void
    }

    """

  private static let truth = """
    define internal i32 @truth(i64 %v) alwaysinline nounwind {
      %bit = or i64 %v, 1
      %bool = icmp eq i64 %bit, \(ABI.true)
      br i1 %bool, label %fast, label %slow
    fast:
      %is = icmp eq i64 %v, \(ABI.true)
      %flag = zext i1 %is to i32
      ret i32 %flag
    slow:
      %result = call i32 @molt_truth(i64 %v)
      ret i32 %result
    }

    """

  /// Whether both operands are inline ints: their tag bits agree with the tag, tested at once.
  private static func bothInts(_ options: CodegenOptions) -> String {
    """
      %ta = xor i64 %a, 562949953421312
      %tb = xor i64 %b, 562949953421312
      %either = or i64 %ta, %tb
      %tags = lshr i64 %either, 49
      %ints = \(options.test(.ints, "icmp eq i64 %tags, 0"))
      br i1 %ints, label %fast, label %slow
    """
  }

  private static func arithmetic(_ options: CodegenOptions) -> String {
    let sum = "%sum = add i64 %a, %b\n  %r = sub i64 %sum, \(ABI.intBias)"
    let difference = "%difference = sub i64 %a, %b\n  %r = add i64 %difference, \(ABI.intBias)"
    return ["binary", "inplace"].map { additive("add", $0, sum, options) + additive("sub", $0, difference, options) }
      .joined() + additive("add_owned", "inplace", sum, options)
  }

  private static func additive(_ name: String, _ form: String, _ body: String, _ options: CodegenOptions) -> String {
    """
    define internal i64 @\(form).\(name)(i64 %a, i64 %b) alwaysinline nounwind {
    \(bothInts(options))
    fast:
      \(body)
      %rt = lshr i64 %r, 49
      %fits = \(options.test(.box, "icmp eq i64 %rt, 1"))
      br i1 %fits, label %done, label %slow
    done:
      ret i64 %r
    slow:
      %result = call i64 @molt_\(form)_\(name)(i64 %a, i64 %b)
      ret i64 %result
    }

    """
  }

  private static func comparisons(_ options: CodegenOptions) -> String {
    [("lt", "ult"), ("le", "ule"), ("eq", "eq"), ("ne", "ne"), ("gt", "ugt"), ("ge", "uge")].map {
      comparison($0, $1, options)
    }.joined()
  }

  private static func comparison(_ name: String, _ predicate: String, _ options: CodegenOptions) -> String {
    """
    define internal i32 @test.\(name)(i64 %a, i64 %b) alwaysinline nounwind {
    \(bothInts(options))
    fast:
      %is = icmp \(predicate) i64 %a, %b
      %flag = zext i1 %is to i32
      ret i32 %flag
    slow:
      %result = call i32 @molt_test_\(name)(i64 %a, i64 %b)
      ret i32 %result
    }

    """
  }

  private static func cells(_ target: Target) -> String {
    """
    define internal i64 @cell.load(i64 %cell) alwaysinline nounwind {
      %object = inttoptr i64 %cell to ptr
      %field = getelementptr %Cell, ptr %object, i32 0, i32 \(ABI.cellValue)
      %value = load i64, ptr %field, align 8
      call void @retain.optional(i64 %value)
      ret i64 %value
    }
    define internal void @cell.store(i64 %cell, i64 %value) alwaysinline nounwind {
      %object = inttoptr i64 %cell to ptr
      %field = getelementptr %Cell, ptr %object, i32 0, i32 \(ABI.cellValue)
      %old = load i64, ptr %field, align 8
      call void @retain.optional(i64 %value)
      store i64 %value, ptr %field, align 8
      call void @release.optional(i64 %old)
      ret void
    }
    define internal i64 @global.load(ptr %slot, ptr %module, i64 %name) alwaysinline nounwind {
      %value = load i64, ptr %slot, align 8
      %missing = icmp eq i64 %value, 0
      br i1 %missing, label %slow, label %fast, !prof !0
    fast:
      call void @retain(i64 %value)
      ret i64 %value
    slow:
      %result = call i64 @molt_global_missing(ptr %module, i64 %name)
      ret i64 %result
    }
    define internal void @global.store(ptr %slot, ptr %module, i32 %index, i64 %value) alwaysinline nounwind {
      %old = load i64, ptr %slot, align 8
      %first = icmp eq i64 %old, 0
      br i1 %first, label %slow, label %fast
    fast:
      call void @retain(i64 %value)
      store i64 %value, ptr %slot, align 8
      call void @release(i64 %old)
      ret void
    slow:
      call void @molt_global_store(ptr %module, i32 %index, i64 %value)
      ret void
    }
    define internal i32 @depth() alwaysinline nounwind {
      %field = getelementptr %Thread, ptr @molt_thread, i32 0, i32 \(ABI.threadDepth)
      %depth = load i32, ptr %field, align 4
      ret i32 %depth
    }
    define internal i32 @enter(i32 %depth, i32 %inner) alwaysinline nounwind {
      %field = getelementptr %Thread, ptr @molt_thread, i32 0, i32 \(ABI.threadDepth)
      %limitfield = getelementptr %Thread, ptr @molt_thread, i32 0, i32 \(ABI.threadDepthLimit)
      %limit = load i32, ptr %limitfield, align 4
      %deep = icmp sgt i32 %inner, %limit
      br i1 %deep, label %slow, label %fast, !prof !0
    fast:
      store i32 %inner, ptr %field, align 4
      ret i32 0
    slow:
      %result = call i32 @molt_enter_deep()
      ret i32 %result
    }
    define internal i1 @too.deep(i32 %inner) alwaysinline nounwind {
      %limitfield = getelementptr %Thread, ptr @molt_thread, i32 0, i32 \(ABI.threadDepthLimit)
      %limit = load i32, ptr %limitfield, align 4
      %deep = icmp sgt i32 %inner, %limit
      ret i1 %deep
    }
    define internal void @leave(i32 %depth) alwaysinline nounwind {
      %field = getelementptr %Thread, ptr @molt_thread, i32 0, i32 \(ABI.threadDepth)
      store i32 %depth, ptr %field, align 4
      ret void
    }

    """
  }

  /// Prelude functions that stand in for primitives.
  static let fastPaths: [String: String] = [
    "molt_binary_add": "binary.add", "molt_binary_sub": "binary.sub", "molt_inplace_add": "inplace.add",
    "molt_inplace_add_owned": "inplace.add_owned",
    "molt_inplace_sub": "inplace.sub", "molt_truth": "truth",
    "molt_get_attribute": "attribute.load", "molt_set_attribute": "attribute.store", "molt_list_append": "list.append",
    "molt_test_lt": "test.lt",
    "molt_test_le": "test.le",
    "molt_test_eq": "test.eq", "molt_test_ne": "test.ne", "molt_test_gt": "test.gt", "molt_test_ge": "test.ge",
  ]
}
