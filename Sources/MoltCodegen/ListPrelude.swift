/// Fast paths of operations on slices of lists, for the prelude.
enum ListPrelude {
  static func text(_ target: Target, _ options: CodegenOptions) -> String { reversal(target, options) }

  /// list[start:stop] = list[first:bound:-1], where that is the same part of the list in the opposite order: the items
  /// change places, none comes or goes. Bounds are as `listMoveSlice` has them; negative ones, and what does not cover
  /// the same part, are the runtime's.
  private static func reversal(_ target: Target, _ options: CodegenOptions) -> String {
    """
    declare i64 @llvm.smin.i64(i64, i64)
    define internal void @list.reverse.slice(i64 %list, i64 %start, i64 %stop, i64 %first, i64 %bound) alwaysinline nounwind {
      %object = inttoptr i64 %list to ptr
      %lengthfield = getelementptr %List, ptr %object, i32 0, i32 \(ABI.listLength)
      %narrow = load \(target.size), ptr %lengthfield
      %length = \(target.pointerBits == 64 ? "add i64 %narrow, 0" : "sext \(target.size) %narrow to i64")
      %last = sub i64 %length, 1
      %from = call i64 @llvm.smin.i64(i64 %first, i64 %last)
      %end = call i64 @llvm.smin.i64(i64 %stop, i64 %length)
      %absent = icmp eq i64 %bound, \(-Int64.max)
      %below = select i1 %absent, i64 -1, i64 %bound
      %lowest = add i64 %below, 1
      %beyond = add i64 %from, 1
      %samestart = icmp eq i64 %lowest, %start
      %sameend = icmp eq i64 %beyond, %end
      %same = and i1 %samestart, %sameend
      %either = or i64 %start, %first
      %inside = icmp sge i64 %either, 0
      %given = icmp sge i64 %bound, 0
      %known = or i1 %absent, %given
      %plain = and i1 %inside, %known
      %reverses = and i1 %same, %plain
      %test = \(options.test(.index, "icmp ne i1 %reverses, false"))
      br i1 %test, label %begin, label %other, !prof !1
    begin:
      %itemsfield = getelementptr %List, ptr %object, i32 0, i32 \(ABI.listItems)
      %items = load ptr, ptr %itemsfield
      br label %next
    next:
      %low = phi i64 [ %start, %begin ], [ %lower, %swap ]
      %high = phi i64 [ %from, %begin ], [ %higher, %swap ]
      %more = icmp slt i64 %low, %high
      br i1 %more, label %swap, label %done
    swap:
      %a = getelementptr i64, ptr %items, i64 %low
      %b = getelementptr i64, ptr %items, i64 %high
      %x = load i64, ptr %a, align 8
      %y = load i64, ptr %b, align 8
      store i64 %y, ptr %a, align 8
      store i64 %x, ptr %b, align 8
      %lower = add i64 %low, 1
      %higher = sub i64 %high, 1
      br label %next
    other:
      call void @molt_list_move_slice(i64 %list, i64 %start, i64 %stop, i64 %list, i64 %first, i64 %bound, i32 -1)
      br label %done
    done:
      ret void
    }

    """
  }
}
