/// The part of the prelude that guards, boxes and inline caches need.
enum MachinePrelude {
  static func text(_ target: Target, _ options: CodegenOptions) -> String {
    boxes(target, options) + types(target) + lists(target) + ListPrelude.text(target, options) + caches(target, options)
  }

  private static func boxes(_ target: Target, _ options: CodegenOptions) -> String {
    """
    @molt_builtins_changed = external dso_local global i32
    @molt_classes_changed = external dso_local global i32
    declare { i64, i1 } @llvm.sadd.with.overflow.i64(i64, i64)
    declare { i64, i1 } @llvm.ssub.with.overflow.i64(i64, i64)
    declare { i64, i1 } @llvm.smul.with.overflow.i64(i64, i64)
    declare double @llvm.fabs.f64(double)
    declare double @pow(double, double)
    define internal i64 @int.box(i64 %i) alwaysinline nounwind {
      %v = add i64 %i, \(ABI.intBias)
      %tag = lshr i64 %v, 49
      %fits = \(options.test(.box, "icmp eq i64 %tag, 1"))
      br i1 %fits, label %done, label %slow, !prof !1
    slow:
      %big = call i64 @molt_make_int(i64 %i)
      br label %done
    done:
      %r = phi i64 [ %v, %0 ], [ %big, %slow ]
      ret i64 %r
    }
    define internal i64 @int.box.outlined(i64 %i) noinline nounwind {
      %r = call i64 @int.box(i64 %i)
      ret i64 %r
    }
    declare double @llvm.sqrt.f64(double)
    \(target == .x86_64Linux ? "@molt_fuses = external dso_local global i8" : "")
    ; x ** y by way of the square root, and whether that is sure to be pow's result.
    define internal { double, i1 } @power.by.root(double %x, double %y) alwaysinline nounwind {
      %half = fcmp oeq double %y, 0.5
      br i1 %half, label %root, label %done
    root:
      ; The square root is pow's result too, if the exact root is further than pow's error from where rounding turns.
      ; glibc states for pow 0.511 ulp + 1.5 * 2^-15 * |y * log(x)|, which is below 0.513 for 2^-100 <= x < 2^100.
      %bits = bitcast double %x to i64
      %field = lshr i64 %bits, 52
      %above = sub i64 %field, 923
      %sane = icmp ult i64 %above, 200
      br i1 %sane, label %measure, label %done, !prof !1
    measure:
      ; With x = m * 4^n, m of 105 or 106 bits, and s its root as an int of 53: s rounds sqrt(m), and is further than
      ; 1/64 from the middle of two ints if |s * s - m| <= s * (1 - 1/32). The difference is small: 64 bits hold it.
      ; As LLVM writes it, the instruction would wait for what its result's register held before.
      %s = call double \(target == .x86_64Linux ? "asm \"sqrtsd $0, $0\", \"=x,0\"" : "@llvm.sqrt.f64")(double %x)
    \(target == .x86_64Linux ? fusedMeasure : "  br label %count")
    count:
      %sbits = bitcast double %s to i64
      %fraction = and i64 %sbits, 4503599627370495
      %root.int = or i64 %fraction, 4503599627370496
      %square = mul i64 %root.int, %root.int
      %parity = and i64 %field, 1
      %shift = xor i64 %parity, 53
      %m = shl i64 %bits, %shift
      %margin = lshr i64 %root.int, 5
      %bound = sub i64 %root.int, %margin
      %difference = sub i64 %square, %m
      %raised = add i64 %difference, %bound
      %twice = shl i64 %bound, 1
      %sure = icmp ule i64 %raised, %twice
      br label %done
    done:
      %value = phi double [ 0.0, %0 ], [ 0.0, %root ], [ %s, %count ]\(target == .x86_64Linux ? ", [ %s, %fused ]" : "")
      %known = phi i1 [ false, %0 ], [ false, %root ], [ %sure, %count ]\(target == .x86_64Linux ? ", [ %near, %fused ]" : "")
      %first = insertvalue { double, i1 } poison, double %value, 0
      %result = insertvalue { double, i1 } %first, i1 %known, 1
      ret { double, i1 } %result
    }
    define internal i64 @float.box(i64 %bits) alwaysinline nounwind {
      %v = add i64 %bits, \(ABI.floatBias)
      ret i64 %v
    }

    """
  }

  /// The measurement of `@power.by.root` in floats, where x - s * s can be computed with one rounding, which is none here:
  /// compared with s times what one is worth in its last place, less 1/32.
  private static let fusedMeasure = """
      %fuses = load i8, ptr @molt_fuses, align 1
      %can = icmp ne i8 %fuses, 0
      br i1 %can, label %fused, label %count, !prof !1
    fused:
      %rest = call double asm "vfnmadd231sd $2, $1, $0", "=x,x,x,0"(double %s, double %s, double %x)
      %distance = call double @llvm.fabs.f64(double %rest)
      %rbits = bitcast double %s to i64
      %power.bits = and i64 %rbits, 9218868437227405312
      %power = bitcast i64 %power.bits to double
      %scaled = fmul double %power, 0x3CAF000000000000
      %limit = fmul double %s, %scaled
      %near = fcmp ole double %distance, %limit
      br label %done
    """

  private static func types(_ target: Target) -> String {
    """
    define internal i1 @has.type(i64 %v, ptr %type) alwaysinline nounwind {
      %before = add i64 %v, -1
      %counted = icmp ult i64 %before, 281474976710655
      br i1 %counted, label %look, label %done
    look:
      %object = inttoptr i64 %v to ptr
      %field = getelementptr %Header, ptr %object, i32 0, i32 2
      %actual = load ptr, ptr %field
      %same = icmp eq ptr %actual, %type
      br label %done
    done:
      %r = phi i1 [ false, %0 ], [ %same, %look ]
      ret i1 %r
    }
    ; The same for what is not null.
    define internal i1 @is.exactly(i64 %v, ptr %type) alwaysinline nounwind {
      %counted = icmp ult i64 %v, 281474976710656
      br i1 %counted, label %look, label %done
    look:
      %object = inttoptr i64 %v to ptr
      %field = getelementptr %Header, ptr %object, i32 0, i32 2
      %actual = load ptr, ptr %field
      %same = icmp eq ptr %actual, %type
      br label %done
    done:
      %r = phi i1 [ false, %0 ], [ %same, %look ]
      ret i1 %r
    }
    define internal i1 @has.code(i64 %v, ptr %code) noinline nounwind {
      %function = call i1 @has.type(i64 %v, ptr @molt_type_function)
      br i1 %function, label %look, label %done, !prof !1
    look:
      %object = inttoptr i64 %v to ptr
      %field = getelementptr %Function, ptr %object, i32 0, i32 \(ABI.functionCode)
      %actual = load ptr, ptr %field
      %same = icmp eq ptr %actual, %code
      br label %done
    done:
      %r = phi i1 [ false, %0 ], [ %same, %look ]
      ret i1 %r
    }
    define internal ptr @direct.entry(i64 %v, i32 %count) alwaysinline nounwind {
      %function = call i1 @has.type(i64 %v, ptr @molt_type_function)
      br i1 %function, label %look, label %no
    look:
      %object = inttoptr i64 %v to ptr
      %field = getelementptr %Function, ptr %object, i32 0, i32 \(ABI.functionCode)
      %code = load ptr, ptr %field
      %countfield = getelementptr %Code, ptr %code, i32 0, i32 \(ABI.codeDirectCount)
      %takes = load i32, ptr %countfield, align 4
      %fits = icmp eq i32 %takes, %count
      br i1 %fits, label %yes, label %no
    yes:
      %directfield = getelementptr %Code, ptr %code, i32 0, i32 \(ABI.codeDirect)
      %direct = load ptr, ptr %directfield
      ret ptr %direct
    no:
      ret ptr null
    }
    define internal i1 @is.known(i64 %v, ptr %cell, ptr %code) alwaysinline nounwind {
      %last = load i64, ptr %cell, align 8
      %same = icmp eq i64 %v, %last
      br i1 %same, label %done, label %look, !prof !1
    look:
      %other = call i1 @has.code(i64 %v, ptr %code)
      br label %done
    done:
      %r = phi i1 [ true, %0 ], [ %other, %look ]
      ret i1 %r
    }

    """
  }

  private static func lists(_ target: Target) -> String {
    """
    define internal i32 @list.append(i64 %list, i64 %value) alwaysinline nounwind {
      %object = inttoptr i64 %list to ptr
      %lengthfield = getelementptr %List, ptr %object, i32 0, i32 \(ABI.listLength)
      %length = load \(target.size), ptr %lengthfield
      %roomfield = getelementptr %List, ptr %object, i32 0, i32 \(ABI.listCapacity)
      %room = load \(target.size), ptr %roomfield
      %fits = icmp slt \(target.size) %length, %room
      br i1 %fits, label %store, label %grow, !prof !1
    store:
      %itemsfield = getelementptr %List, ptr %object, i32 0, i32 \(ABI.listItems)
      %items = load ptr, ptr %itemsfield
      %slot = getelementptr i64, ptr %items, \(target.size) %length
      call void @retain(i64 %value)
      store i64 %value, ptr %slot, align 8
      %next = add \(target.size) %length, 1
      store \(target.size) %next, ptr %lengthfield
      ret i32 0
    grow:
      %result = call i32 @molt_list_append(i64 %list, i64 %value)
      ret i32 %result
    }

    """
  }

  private static func caches(_ target: Target, _ options: CodegenOptions) -> String {
    """
    define internal i64 @method.cached(i64 %v, i64 %name, ptr %site) alwaysinline nounwind {
      %before = add i64 %v, -1
      %counted = icmp ult i64 %before, 281474976710655
      br i1 %counted, label %object, label %miss
    object:
      %o = inttoptr i64 %v to ptr
      %typefield = getelementptr %Header, ptr %o, i32 0, i32 2
      %type = load ptr, ptr %typefield
      %versionfield = getelementptr i8, ptr %type, i32 \(target.typeVersionOffset)
      %version = load i32, ptr %versionfield, align 4
      %wide = zext i32 %version to i64
      %index = and i32 %version, \(ABI.siteWays - 1)
      %way = getelementptr %Site, ptr %site, i32 %index
      %wanted = or i64 %wide, \(3 << 32)
      %have = load i64, ptr %way, align 8
      %hit = \(options.sameType(.method))
      br i1 %hit, label %hidden, label %miss, !prof !1
    hidden:
      %payloadfield = getelementptr %Site, ptr %way, i32 0, i32 2
      %payload = load i64, ptr %payloadfield, align 8
      %nodict = icmp eq i64 %payload, 0
      br i1 %nodict, label %found, label %dict
    dict:
      %place = getelementptr i8, ptr %o, i64 %payload
      %dictvalue = load i64, ptr %place, align 8
      %empty = \(options.test(.hidden, "icmp eq i64 %dictvalue, 0"))
      br i1 %empty, label %found, label %miss
    found:
      %valuefield = getelementptr %Site, ptr %way, i32 0, i32 3
      %value = load i64, ptr %valuefield, align 8
      ret i64 %value
    miss:
      ret i64 \(ABI.none)
    }
    define internal i64 @method.get(i64 %v, i64 %name, ptr %site) alwaysinline nounwind {
      %cached = call i64 @method.cached(i64 %v, i64 %name, ptr %site)
      %missed = icmp eq i64 %cached, \(ABI.none)
      br i1 %missed, label %miss, label %done, !prof !0
    miss:
      %found = call i64 @molt_peek_method(i64 %v, i64 %name, ptr %site)
      br label %done
    done:
      %r = phi i64 [ %cached, %0 ], [ %found, %miss ]
      ret i64 %r
    }
    define internal i64 @method.bound(i64 %v, i64 %name, ptr %binding, ptr %site, ptr %known, ptr %code) alwaysinline nounwind {
      %before = add i64 %v, -1
      %counted = icmp ult i64 %before, 281474976710655
      br i1 %counted, label %object, label %miss, !prof !1
    object:
      %o = inttoptr i64 %v to ptr
      %typefield = getelementptr %Header, ptr %o, i32 0, i32 2
      %type = load ptr, ptr %typefield
      %versionfield = getelementptr i8, ptr %type, i32 \(target.typeVersionOffset)
      %version = load i32, ptr %versionfield, align 4
      %index = and i32 %version, \(ABI.layoutWays - 1)
      %way = getelementptr i32, ptr %binding, i32 %index
      %have = load i32, ptr %way, align 4
      %hit = \(options.test(.method, "icmp eq i32 %version, %have", dropped: "icmp ne i32 %have, -1"))
      br i1 %hit, label %hidden, label %miss, !prof !1
    hidden:
      %offsetfield = getelementptr %Binding, ptr %binding, i32 0, i32 1
      %offset = load i32, ptr %offsetfield, align 8
      %place = getelementptr i8, ptr %o, i32 %offset
      %dict = load i64, ptr %place, align 8
      %empty = \(options.test(.hidden, "icmp eq i64 %dict, 0"))
      br i1 %empty, label %bound, label %miss, !prof !1
    bound:
      %functionfield = getelementptr %Binding, ptr %binding, i32 0, i32 3
      %function = load i64, ptr %functionfield, align 8
      %expected = load i64, ptr %known, align 8
      %same = \(options.test(.callee, "icmp eq i64 %function, %expected"))
      br i1 %same, label %done, label %miss, !prof !1
    miss:
      %found = call i64 @method.bound.slowly(i64 %v, i64 %name, ptr %binding, ptr %site, ptr %known, ptr %code)
      br label %done
    done:
      %r = phi i64 [ %function, %bound ], [ %found, %miss ]
      ret i64 %r
    }
    define internal i64 @method.bound.slowly(i64 %v, i64 %name, ptr %binding, ptr %site, ptr %known, ptr %code) noinline nounwind {
      %function = load i64, ptr %known, align 8
      %filled = call i32 @molt_fill_binding(i64 %v, i64 %name, ptr %binding, i64 %function)
      %fits = icmp ne i32 %filled, 0
      br i1 %fits, label %done, label %look
    look:
      %found = call i64 @molt_peek_method(i64 %v, i64 %name, ptr %site)
      %nothing = icmp eq i64 %found, 0
      br i1 %nothing, label %none, label %some
    some:
      %other = call i1 @is.known(i64 %found, ptr %known, ptr %code)
      br i1 %other, label %done, label %none
    none:
      br label %done
    done:
      %r = phi i64 [ %function, %0 ], [ %found, %some ], [ \(ABI.none), %none ]
      ret i64 %r
    }
    define internal i64 @attribute.load(i64 %v, i64 %name, ptr %site) alwaysinline nounwind {
      %before = add i64 %v, -1
      %counted = icmp ult i64 %before, 281474976710655
      br i1 %counted, label %object, label %miss, !prof !1
    object:
      %o = inttoptr i64 %v to ptr
      %typefield = getelementptr %Header, ptr %o, i32 0, i32 2
      %type = load ptr, ptr %typefield
      %versionfield = getelementptr i8, ptr %type, i32 \(target.typeVersionOffset)
      %version = load i32, ptr %versionfield, align 4
      %wide = zext i32 %version to i64
      %index = and i32 %version, \(ABI.siteWays - 1)
      %way = getelementptr %Site, ptr %site, i32 %index
      %wanted = or i64 %wide, \(1 << 32)
      %have = load i64, ptr %way, align 8
      %hit = \(options.sameType(.attribute))
      br i1 %hit, label %slot, label %miss, !prof !1
    slot:
      %payloadfield = getelementptr %Site, ptr %way, i32 0, i32 2
      %payload = load i64, ptr %payloadfield, align 8
      %place = getelementptr i8, ptr %o, i64 %payload
      %value = load i64, ptr %place, align 8
      %unset = \(options.failure(.slot, "icmp eq i64 %value, 0"))
      br i1 %unset, label %miss, label %found, !prof !0
    found:
      call void @retain(i64 %value)
      ret i64 %value
    miss:
      %result = call i64 @molt_get_attribute(i64 %v, i64 %name, ptr %site)
      ret i64 %result
    }
    define internal i64 @attribute.peek(i64 %v, i64 %name, ptr %site) alwaysinline nounwind {
      %before = add i64 %v, -1
      %counted = icmp ult i64 %before, 281474976710655
      br i1 %counted, label %object, label %miss, !prof !1
    object:
      %o = inttoptr i64 %v to ptr
      %typefield = getelementptr %Header, ptr %o, i32 0, i32 2
      %type = load ptr, ptr %typefield
      %versionfield = getelementptr i8, ptr %type, i32 \(target.typeVersionOffset)
      %version = load i32, ptr %versionfield, align 4
      %wide = zext i32 %version to i64
      %index = and i32 %version, \(ABI.siteWays - 1)
      %way = getelementptr %Site, ptr %site, i32 %index
      %wanted = or i64 %wide, \(1 << 32)
      %have = load i64, ptr %way, align 8
      %hit = \(options.sameType(.attribute))
      br i1 %hit, label %slot, label %miss, !prof !1
    slot:
      %payloadfield = getelementptr %Site, ptr %way, i32 0, i32 2
      %payload = load i64, ptr %payloadfield, align 8
      %place = getelementptr i8, ptr %o, i64 %payload
      %value = load i64, ptr %place, align 8
      ret i64 %value
    miss:
      %found = call i64 @molt_peek_attribute(i64 %v, i64 %name, ptr %site)
      ret i64 %found
    }
    define internal i1 @has.layout(i64 %v, ptr %layout) alwaysinline nounwind {
      %before = add i64 %v, -1
      %counted = icmp ult i64 %before, 281474976710655
      br i1 %counted, label %object, label %done, !prof !1
    object:
      %o = inttoptr i64 %v to ptr
      %typefield = getelementptr %Header, ptr %o, i32 0, i32 2
      %type = load ptr, ptr %typefield
      %versionfield = getelementptr i8, ptr %type, i32 \(target.typeVersionOffset)
      %version = load i32, ptr %versionfield, align 4
      %index = and i32 %version, \(ABI.layoutWays - 1)
      %way = getelementptr i32, ptr %layout, i32 %index
      %have = load i32, ptr %way, align 4
      %fillsfield = getelementptr i32, ptr %layout, i32 \(ABI.layoutWays)
      %fills = load i32, ptr %fillsfield, align 4
      %hit = \(options.test(.layout, "icmp eq i32 %version, %have", dropped: "icmp ne i32 %fills, 0"))
      br i1 %hit, label %done, label %miss, !prof !1
    miss:
      %filled = \(options.failsGuards ? "add i32 0, 0" : "call i32 @molt_fill_layout(i64 %v, ptr %layout)")
      %fits = icmp ne i32 %filled, 0
      br label %done
    done:
      %r = phi i1 [ false, %0 ], [ true, %object ], [ %fits, %miss ]
      ret i1 %r
    }
    define internal i1 @has.layout.outlined(i64 %v, ptr %layout) noinline nounwind {
      %r = call i1 @has.layout(i64 %v, ptr %layout)
      ret i1 %r
    }
    define internal i1 @has.layout.floats(i64 %v, ptr %layout) alwaysinline nounwind {
      %counted = icmp ult i64 %v, 281474976710656
      br i1 %counted, label %object, label %no, !prof !1
    object:
      %o = inttoptr i64 %v to ptr
      %typefield = getelementptr %Header, ptr %o, i32 0, i32 2
      %type = load ptr, ptr %typefield
      %versionfield = getelementptr i8, ptr %type, i32 \(target.typeVersionOffset)
      %version = load i32, ptr %versionfield, align 4
      %wantedfield = getelementptr i8, ptr %layout, i32 \(ABI.layoutFloatVersion)
      %wanted = load i32, ptr %wantedfield, align 4, !alias.scope !3
      %hit = \(options.test(.layout, "icmp eq i32 %version, %wanted", dropped: "icmp ne i32 %wanted, -1"))
      br i1 %hit, label %shape, label %miss, !prof !1
    shape:
      %auxfield = getelementptr %Header, ptr %o, i32 0, i32 1
      %order = load i16, ptr %auxfield, align 4
      %shapefield = getelementptr i8, ptr %layout, i32 \(ABI.layoutFloatVersion + 4)
      %usual = load i16, ptr %shapefield, align 4, !alias.scope !3
      %all = \(options.test(.floats, "icmp eq i16 %order, %usual"))
      br i1 %all, label %yes, label %miss, !prof !1
    miss:
      %filled = \(options.failsGuards ? "add i32 0, 0" : "call i32 @molt_fill_layout_floats(i64 %v, ptr %layout)")
      %fits = icmp ne i32 %filled, 0
      br i1 %fits, label %yes, label %no
    yes:
      ret i1 true
    no:
      ret i1 false
    }
    define internal i1 @has.layout.again(i64 %v, ptr %layout) alwaysinline nounwind {
      %changed = load i32, ptr @molt_classes_changed, align 4
      %same = \(options.test(.layout, "icmp eq i32 %changed, 0"))
      br i1 %same, label %done, label %look, !prof !1
    look:
      %has = call i1 @has.layout.outlined(i64 %v, ptr %layout)
      br label %done
    done:
      %r = phi i1 [ true, %0 ], [ %has, %look ]
      ret i1 %r
    }
    define internal i32 @layout.store(i64 %v, i64 %name, i64 %new, i32 %offset, i32 %shape, ptr %site) alwaysinline nounwind {
      %elsewhere = \(options.failure(.slot, "icmp eq i32 %offset, \(ABI.layoutNoSlot)"))
      br i1 %elsewhere, label %miss, label %slot, !prof !0
    slot:
      %o = inttoptr i64 %v to ptr
      %place = getelementptr i8, ptr %o, i32 %offset
      %old = load i64, ptr %place, align 8
      %unset = icmp eq i64 %old, 0
      br i1 %unset, label %first, label %found
    first:
      %auxfield = getelementptr %Header, ptr %o, i32 0, i32 1
      %aux = load i32, ptr %auxfield, align 4
      %current = and i32 %aux, \(ABI.shapeMask)
      %next = \(options.test(.slot, "icmp eq i32 %current, %shape"))
      br i1 %next, label %append, label %miss, !prof !1
    append:
      %grown = add i32 %aux, 1
      store i32 %grown, ptr %auxfield, align 4
      call void @retain(i64 %new)
      store i64 %new, ptr %place, align 8, !noalias !3
      ret i32 0
    found:
      call void @retain(i64 %new)
      store i64 %new, ptr %place, align 8, !noalias !3
      call void @release(i64 %old)
      ret i32 0
    miss:
      %result = call i32 @molt_set_attribute(i64 %v, i64 %name, i64 %new, ptr %site)
      ret i32 %result
    }
    define internal i32 @attribute.store(i64 %v, i64 %name, i64 %new, ptr %site) alwaysinline nounwind {
      %before = add i64 %v, -1
      %counted = icmp ult i64 %before, 281474976710655
      br i1 %counted, label %object, label %miss, !prof !1
    object:
      %o = inttoptr i64 %v to ptr
      %typefield = getelementptr %Header, ptr %o, i32 0, i32 2
      %type = load ptr, ptr %typefield
      %versionfield = getelementptr i8, ptr %type, i32 \(target.typeVersionOffset)
      %version = load i32, ptr %versionfield, align 4
      %wide = zext i32 %version to i64
      %index = and i32 %version, \(ABI.siteWays - 1)
      %way = getelementptr %Site, ptr %site, i32 %index
      %wanted = or i64 %wide, \(1 << 32)
      %have = load i64, ptr %way, align 8
      %hit = \(options.sameType(.attribute))
      br i1 %hit, label %slot, label %miss, !prof !1
    slot:
      %payloadfield = getelementptr %Site, ptr %way, i32 0, i32 2
      %payload = load i32, ptr %payloadfield, align 8
      %place = getelementptr i8, ptr %o, i32 %payload
      %old = load i64, ptr %place, align 8
      %unset = \(options.failure(.slot, "icmp eq i64 %old, 0"))
      br i1 %unset, label %miss, label %found, !prof !0
    found:
      call void @retain(i64 %new)
      store i64 %new, ptr %place, align 8
      call void @release(i64 %old)
      ret i32 0
    miss:
      %result = call i32 @molt_set_attribute(i64 %v, i64 %name, i64 %new, ptr %site)
      ret i32 %result
    }
    define internal i32 @attribute.store.uncounted(i64 %v, i64 %name, i64 %new, ptr %site) alwaysinline nounwind {
      %before = add i64 %v, -1
      %counted = icmp ult i64 %before, 281474976710655
      br i1 %counted, label %object, label %miss, !prof !1
    object:
      %o = inttoptr i64 %v to ptr
      %typefield = getelementptr %Header, ptr %o, i32 0, i32 2
      %type = load ptr, ptr %typefield
      %versionfield = getelementptr i8, ptr %type, i32 \(target.typeVersionOffset)
      %version = load i32, ptr %versionfield, align 4
      %wide = zext i32 %version to i64
      %index = and i32 %version, \(ABI.siteWays - 1)
      %way = getelementptr %Site, ptr %site, i32 %index
      %wanted = or i64 %wide, \(1 << 32)
      %have = load i64, ptr %way, align 8
      %hit = \(options.sameType(.attribute))
      br i1 %hit, label %slot, label %miss, !prof !1
    slot:
      %payloadfield = getelementptr %Site, ptr %way, i32 0, i32 2
      %payload = load i32, ptr %payloadfield, align 8
      %place = getelementptr i8, ptr %o, i32 %payload
      %old = load i64, ptr %place, align 8
      %unset = \(options.failure(.slot, "icmp eq i64 %old, 0"))
      br i1 %unset, label %miss, label %found, !prof !0
    found:
      store i64 %new, ptr %place, align 8
      call void @release(i64 %old)
      ret i32 0
    miss:
      %result = call i32 @molt_set_attribute(i64 %v, i64 %name, i64 %new, ptr %site)
      ret i32 %result
    }

    """
  }
}

extension CodegenOptions {
  /// The test of a site: what it was filled with is still what holds for the type.
  fileprivate func sameType(_ kind: GuardKind) -> String {
    test(kind, "icmp eq i64 %have, %wanted", dropped: "icmp ne i64 %have, 0")
  }
}
