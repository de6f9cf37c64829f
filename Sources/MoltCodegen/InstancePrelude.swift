/// The part of the prelude that makes instances of classes.
enum InstancePrelude {
  /// `@instance.make`: an instance of `%class` on which `%initializer` is to be called, or 0 where calling the class would
  /// do something else. The allocator's work (Sources/MoltRuntime/Core/Allocator.swift) where a cell is free, the class
  /// is as the maker knows it, and no collection is due. All fields are 0.
  static func text(_ target: Target, _ options: CodegenOptions) -> String {
    """
    @molt_heap = external dso_local global i8
    define internal i64 @instance.make(i64 %class, i64 %initializer, ptr %maker) alwaysinline nounwind {
      %before = add i64 %class, -1
      %counted = icmp ult i64 %before, 281474976710655
      br i1 %counted, label %object, label %slow, !prof !1
    object:
      %o = inttoptr i64 %class to ptr
      %metafield = getelementptr %Header, ptr %o, i32 0, i32 2
      %meta = load ptr, ptr %metafield
      %plain = icmp eq ptr %meta, @molt_type_type
      br i1 %plain, label %state, label %slow, !prof !1
    state:
      %versionfield = getelementptr i8, ptr %o, i32 \(target.typeVersionOffset)
      %version = load i32, ptr %versionfield, align 4
      %have = load i32, ptr %maker, align 8
      %same = icmp eq i32 %version, %have
      %initfield = getelementptr %Maker, ptr %maker, i32 0, i32 3
      %init = load i64, ptr %initfield, align 8
      %known = icmp eq i64 %init, %initializer
      %both = and i1 %same, %known
      %as = \(options.test(.maker, "or i1 %both, false", dropped: "icmp ne i32 %have, -1"))
      br i1 %as, label %room, label %slow, !prof !1
    room:
      %containersfield = getelementptr i8, ptr @molt_heap, i32 \(target.heapContainers)
      %containers = load i64, ptr %containersfield, align 8
      %thresholdfield = getelementptr i8, ptr @molt_heap, i32 \(target.heapContainers + 8)
      %threshold = load i64, ptr %thresholdfield, align 8
      %due = icmp sge i64 %containers, %threshold
      br i1 %due, label %slow, label %pages, !prof !0
    pages:
      %binfield = getelementptr %Maker, ptr %maker, i32 0, i32 2
      %bin = load ptr, ptr %binfield
      %page = load ptr, ptr %bin
      %none = icmp eq ptr %page, null
      br i1 %none, label %slow, label %cells, !prof !0
    cells:
      %cell = load ptr, ptr %page
      %full = icmp eq ptr %cell, null
      br i1 %full, label %slow, label %take, !prof !0
    take:
      %next = load ptr, ptr %cell
      store ptr %next, ptr %page
      %usedfield = getelementptr i8, ptr %page, i32 \(target.pageUsed)
      %used = load i32, ptr %usedfield, align 4
      %moreused = add i32 %used, 1
      store i32 %moreused, ptr %usedfield, align 4
      %morecontainers = add i64 %containers, 1
      store i64 %morecontainers, ptr %containersfield, align 8
      %references = load i32, ptr %o, align 8
      %morereferences = add i32 %references, 1
      store i32 %morereferences, ptr %o, align 8
      store i64 1, ptr %cell, align 8
      \(target.pointerBits < 64 ? "%pad = getelementptr i8, ptr %cell, i32 8\n  store i64 0, ptr %pad, align 8" : "")
      %typefield = getelementptr %Header, ptr %cell, i32 0, i32 2
      store ptr %o, ptr %typefield
      %bytesfield = getelementptr %Maker, ptr %maker, i32 0, i32 1
      %bytes = load i32, ptr %bytesfield, align 4
    \(clearing)
    done:
      %made = ptrtoint ptr %cell to i64
      ret i64 %made
    slow:
      %begun = call i64 @molt_begin_instance(i64 %class, i64 %initializer, ptr %maker)
      ret i64 %begun
    }
    define internal i64 @instance.make.outlined(i64 %class, i64 %initializer, ptr %maker) noinline nounwind {
      %r = call i64 @instance.make(i64 %class, i64 %initializer, ptr %maker)
      ret i64 %r
    }
    declare void @llvm.memset.p0.i32(ptr, i8, i32, i1)

    """
  }

  /// Cells of up to this many bytes are cleared by a few stores.
  private static let clearedByStores = 96

  /// Clears the cell behind the header, 16 bytes at a time.
  private static var clearing: String {
    var text = ""
    for offset in stride(from: 16, to: clearedByStores, by: 16) {
      text += """
          %p\(offset) = getelementptr i8, ptr %cell, i32 \(offset)
          store <2 x i64> zeroinitializer, ptr %p\(offset), align 8
          %more\(offset) = icmp ugt i32 %bytes, \(offset + 16)
          br i1 %more\(offset), label %clear\(offset + 16), label %done
        clear\(offset + 16):

        """
    }
    return text + """
        %rest = getelementptr i8, ptr %cell, i32 \(clearedByStores)
        %left = sub i32 %bytes, \(clearedByStores)
        call void @llvm.memset.p0.i32(ptr %rest, i8 0, i32 %left, i1 false)
        br label %done
      """
  }
}
