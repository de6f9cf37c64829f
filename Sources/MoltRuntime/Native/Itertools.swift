import MoltABI

// The module `itertools`: infinite iterators and those that walk one or several inputs in step. The combinatoric ones
// are in Combinations.swift. CPython: Modules/itertoolsmodule.c.

/// Adds an iterator type to the module.
func addIterator(
  _ module: ModulePointer, _ name: StaticString, _ dotted: StaticString, construct: @escaping MoltCall,
  next: @escaping @convention(c) (Value) -> Value
) {
  let type = newTypeStorage()
  setUpNativeIterator(type, dotted, construct: construct, next: next)
  finishType(type)
  addType(module, name, type)
}

func setUpItertoolsModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "Functional tools for creating and using iterators.")
  addInfinite(module)
  addChains(module)
  addFilters(module)
  addGroups(module)
  addCombinatorics(module)
  return true
}

/// Whether a constructor that takes so many positional arguments and no others was given them.
private func checkPositional(
  _ name: StaticString, _ callee: Value, _ count: Int32, _ wanted: Int, _ names: Value
) -> Bool {
  rejectForeignKeywords(name, callee, names) && checkCount(count, wanted, wanted, name)
}

/// `rejectKeywords` for a constructor of this module, called for its type or one derived from it.
private func rejectForeignKeywords(_ name: StaticString, _ callee: Value, _ names: Value) -> Bool {
  rejectKeywords(names, name, for: asType(callee), of: asType(callee).pointee.nativeBase ?? asType(callee))
}

/// `nextItem` of an iterator that its own code may let go.
private func nextItemKeeping(_ iterator: Value) -> Value {
  retain(iterator)
  defer { release(iterator) }
  return nextItem(iterator)
}

/// Takes the iterator of a slot away for good, so that an exhausted input is not asked again.
private func exhausted(_ slot: UnsafeMutablePointer<Value>) -> Value {
  replace(slot, with: .null)
  return .null
}

// ---------------------------------------------------------------------------------------------------------- infinite

private func addInfinite(_ m: ModulePointer) {
  let type = newTypeStorage()
  setUpNativeIterator(
    type, "itertools.count",
    construct: { callee, args, count, names in
      withParameters("count", "start step", required: 0, args, count, names) { p in
        let start = p[0].isNull ? Value(smallInt: 0) : p[0], step = p[1].isNull ? Value(smallInt: 1) : p[1]
        if !isNumber(start) || !isNumber(step) { return raise(Exceptions.typeError, "a number is required") }
        return newNativeIterator(callee, retained(start), retained(step))
      }
    },
    next: { this in
      let it = nativeIterator(this)
      let current = retained(it.pointee.a)
      let following = binaryOperation(Int32(MOLT_OP_ADD), current, it.pointee.b)
      if following.isNull {
        release(current)
        return .null
      }
      replace(&it.pointee.a, with: following)
      return current
    })
  type.pointee.repr = { this in
    let it = nativeIterator(this)
    var builder = StringBuilder()
    builder.append("count(")
    if !builder.appendRepr(it.pointee.a) { return .null }
    if it.pointee.b != Value(smallInt: 1) {
      builder.append(", ")
      if !builder.appendRepr(it.pointee.b) { return .null }
    }
    builder.append(")")
    return builder.finish()
  }
  finishType(type)
  addType(m, "count", type)
  // repeat: a the object, n the repetitions left, -1 for ever.
  let repeats = newTypeStorage()
  setUpNativeIterator(
    repeats, "itertools.repeat",
    construct: { callee, args, count, names in
      withParameters("repeat", "object times", required: 1, args, count, names) { p in
        var times = -1
        if !p[1].isNull {
          if !indexOf(p[1], &times) { return .null }
          if times < 0 { times = 0 }
        }
        return newNativeIterator(callee, retained(p[0]), n: times)
      }
    },
    next: { this in
      let it = nativeIterator(this)
      if it.pointee.n == 0 { return .null }
      if it.pointee.n > 0 { it.pointee.n -= 1 }
      return retained(it.pointee.a)
    })
  repeats.pointee.repr = { this in
    let it = nativeIterator(this)
    var builder = StringBuilder()
    builder.append("repeat(")
    if !builder.appendRepr(it.pointee.a) { return .null }
    if it.pointee.n >= 0 {
      builder.append(", ")
      builder.append(int: it.pointee.n)
    }
    builder.append(")")
    return builder.finish()
  }
  addMethod(
    repeats, "__length_hint__", 0, 0,
    { this, _, _, _ in
      let n = nativeIterator(this).pointee.n
      return n < 0 ? raise(Exceptions.typeError, "len() of unsized object") : makeInt(Int64(n))
    })
  finishType(repeats)
  addType(m, "repeat", repeats)
  // cycle: a the input until it ends, b the list of its items, n the next of them.
  addIterator(
    m, "cycle", "itertools.cycle",
    construct: { callee, args, count, names in
      if !checkPositional("cycle", callee, count, 1, names) { return .null }
      let iterator = iterate(args![0])
      return iterator.isNull ? .null : newNativeIterator(callee, iterator, newList())
    },
    next: { this in
      let it = nativeIterator(this)
      if !it.pointee.a.isNull {
        let item = nextItemKeeping(it.pointee.a)
        if !item.isNull {
          listAppend(it.pointee.b, item)
          return item
        }
        if exceptionIsSet { return .null }
        replace(&it.pointee.a, with: .null)
      }
      let saved = it.pointee.b
      if listCount(saved) == 0 { return .null }
      let item = retained(listItems(saved)[it.pointee.n])
      it.pointee.n += 1
      if it.pointee.n >= listCount(saved) { it.pointee.n = 0 }
      return item
    })
}

private func isNumber(_ value: Value) -> Bool {
  let type = typeOf(value)
  return isInt(value) || value.isFloat || type.pointee.toFloat != nil || type.pointee.toIndex != nil
    || type == Types.complex || type.pointee.toInt != nil
}

// ------------------------------------------------------------------------------------------------------------ chains

/// A new chain over an iterator of iterables, which is handed over.
private func newChain(_ callee: Value, _ source: Value) -> Value {
  source.isNull ? .null : newNativeIterator(callee, source)
}

private func addChains(_ m: ModulePointer) {
  // chain: a the iterator over the iterables, b the iterator of the current one.
  let chain = newTypeStorage()
  setUpNativeIterator(
    chain, "itertools.chain",
    construct: { callee, args, count, names in
      if !rejectForeignKeywords("chain", callee, names) { return .null }
      let all = makeTuple(args, Int(count))
      let source = iterate(all)
      release(all)
      return newChain(callee, source)
    },
    next: { this in
      let it = nativeIterator(this)
      while true {
        if it.pointee.b.isNull {
          if it.pointee.a.isNull { return .null }
          let iterable = nextItemKeeping(it.pointee.a)
          if iterable.isNull { return exhausted(&it.pointee.a) }
          let iterator = iterate(iterable)
          release(iterable)
          if iterator.isNull {
            replace(&it.pointee.a, with: .null)
            return .null
          }
          replace(&it.pointee.b, with: iterator)
        }
        let item = nextItemKeeping(it.pointee.b)
        if !item.isNull || exceptionIsSet { return item }
        replace(&it.pointee.b, with: .null)
      }
    })
  addClassGetItem(chain)
  addClassMethod(chain, "from_iterable", 1, 1, { callee, args, _, _ in newChain(callee, iterate(args![0])) })
  finishType(chain)
  addType(m, "chain", chain)
  // islice: a the input, b the step, c how many items must have been read when the next is given, n how many were, m
  // how many may be (-1: any number).
  addIterator(
    m, "islice", "itertools.islice",
    construct: constructSlice,
    next: { this in
      let it = nativeIterator(this)
      if it.pointee.a.isNull { return .null }
      let input = retained(it.pointee.a)
      defer { release(input) }
      while it.pointee.n < Int(it.pointee.c.smallInt) {
        let skipped = nextItem(input)
        if skipped.isNull { return exhausted(&it.pointee.a) }
        release(skipped)
        it.pointee.n += 1
      }
      let stop = it.pointee.m
      if stop >= 0 && it.pointee.n >= stop { return exhausted(&it.pointee.a) }
      let item = nextItem(input)
      if item.isNull { return exhausted(&it.pointee.a) }
      it.pointee.n += 1
      let next = Int(it.pointee.c.smallInt) + Int(it.pointee.b.smallInt)
      it.pointee.c = countValue(stop >= 0 ? min(next, stop) : next)
      return item
    })
  // zip_longest: a the tuple of iterators (None where one has ended), b the fill value, n those still running.
  addIterator(
    m, "zip_longest", "itertools.zip_longest",
    construct: { callee, args, count, names in
      var fill = Value.none
      if !names.isNull {
        for i in 0..<tupleCount(names) {
          if !stringsEqual(tupleItems(names)[i], intern("fillvalue")) {
            return raise(Exceptions.typeError, "zip_longest() got an unexpected keyword argument")
          }
          fill = args![Int(count) + i]
        }
      }
      let iterators = newTuple(Int(count))
      for i in 0..<Int(count) {
        let iterator = iterate(args![i])
        if iterator.isNull {
          release(iterators)
          return .null
        }
        tupleItems(iterators)[i] = iterator
      }
      return newNativeIterator(callee, iterators, retained(fill), n: Int(count))
    },
    next: { this in
      let it = nativeIterator(this)
      let count = tupleCount(it.pointee.a)
      if it.pointee.n == 0 { return .null }
      let result = newTuple(count)
      for i in 0..<count {
        let iterator = tupleItems(it.pointee.a)[i]
        var item = Value.null
        if !iterator.isNone {
          item = nextItemKeeping(iterator)
          if item.isNull {
            if exceptionIsSet {
              release(result)
              it.pointee.n = 0
              return .null
            }
            it.pointee.n -= 1
            if it.pointee.n == 0 {
              release(result)
              return .null
            }
            tupleItems(it.pointee.a)[i] = .none
            release(iterator)
          }
        }
        tupleItems(result)[i] = item.isNull ? retained(it.pointee.b) : item
      }
      return result
    })
  // starmap: a the function, b the input.
  addIterator(
    m, "starmap", "itertools.starmap",
    construct: { callee, args, count, names in
      if !checkPositional("starmap", callee, count, 2, names) { return .null }
      let iterator = iterate(args![1])
      return iterator.isNull ? .null : newNativeIterator(callee, retained(args![0]), iterator)
    },
    next: { this in
      let it = nativeIterator(this)
      let item = nextItem(it.pointee.b)
      if item.isNull { return .null }
      let arguments = isExactTuple(item) ? retained(item) : call1(Value(Types.tuple), item)
      release(item)
      if arguments.isNull { return .null }
      let result = call(it.pointee.a, Arguments(tupleItems(arguments)), tupleCount(arguments))
      release(arguments)
      return result
    })
}

private func constructSlice(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  if !rejectForeignKeywords("islice", callee, names) { return .null }
  if count < 2 || count > 4 {
    return raise(Exceptions.typeError) {
      $0.append("islice expected at ")
      $0.append(count < 2 ? "least 2" : "most 4")
      $0.append(" arguments, got ")
      $0.append(int: Int(count))
    }
  }
  var start = 0, stop = -1, step = 1
  func bound(_ value: Value, _ out: inout Int) -> Bool {
    if value.isNone { return true }
    let index = indexValue(value)
    if index.isNull { return false }
    defer { release(index) }
    var wide: Int64 = 0
    if !toInt64(exactInt(index), &wide) { return false }
    out = Int(truncatingIfNeeded: wide)
    return out >= 0 && Int64(out) == wide
  }
  if count == 2 {
    if !bound(args![1], &stop) || (!args![1].isNone && stop < 0) {
      clearException()
      return raise(
        Exceptions.valueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    }
  } else {
    if !bound(args![2], &stop) {
      clearException()
      return raise(
        Exceptions.valueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    }
    if !bound(args![1], &start) {
      clearException()
      return raise(
        Exceptions.valueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    }
    if count == 4 && (!bound(args![3], &step) || step < 1) {
      clearException()
      return raise(Exceptions.valueError, "Step for islice() must be a positive integer or None.")
    }
  }
  let iterator = iterate(args![0])
  if iterator.isNull { return .null }
  return newNativeIterator(callee, iterator, countValue(step), countValue(start), n: 0, m: stop)
}

/// A number of items as an int in a word. There is never time to read as many as do not fit.
private func countValue(_ count: Int) -> Value { Value(smallInt: Int64(min(count, 1 << 46))) }

// ----------------------------------------------------------------------------------------------------------- filters

/// Constructor of takewhile and the like: a the predicate, b the input.
private func constructFilter(
  _ name: StaticString, _ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value
) -> Value {
  if !checkPositional(name, callee, count, 2, names) { return .null }
  let iterator = iterate(args![1])
  return iterator.isNull ? .null : newNativeIterator(callee, retained(args![0]), iterator)
}

/// Truth of predicate(item), or of the item for None.
private func holds(_ predicate: Value, _ item: Value) -> Int32 {
  if predicate.isNone || predicate == Value(Types.bool) { return truthOf(item) }
  let answer = call1(predicate, item)
  if answer.isNull { return -1 }
  defer { release(answer) }
  return truthOf(answer)
}

private func addFilters(_ m: ModulePointer) {
  addIterator(
    m, "takewhile", "itertools.takewhile",
    construct: { constructFilter("takewhile", $0, $1, $2, $3) },
    next: { this in
      let it = nativeIterator(this)
      if it.pointee.n != 0 { return .null }
      let item = nextItem(it.pointee.b)
      if item.isNull { return .null }
      let truth = holds(it.pointee.a, item)
      if truth == 1 { return item }
      release(item)
      if truth == 0 { it.pointee.n = 1 }
      return .null
    })
  addIterator(
    m, "dropwhile", "itertools.dropwhile",
    construct: { constructFilter("dropwhile", $0, $1, $2, $3) },
    next: { this in
      let it = nativeIterator(this)
      while true {
        let item = nextItem(it.pointee.b)
        if item.isNull || it.pointee.n != 0 { return item }
        let truth = holds(it.pointee.a, item)
        if truth == 0 {
          it.pointee.n = 1
          return item
        }
        release(item)
        if truth < 0 { return .null }
      }
    })
  addIterator(
    m, "filterfalse", "itertools.filterfalse",
    construct: { constructFilter("filterfalse", $0, $1, $2, $3) },
    next: { this in
      let it = nativeIterator(this)
      while true {
        let item = nextItem(it.pointee.b)
        if item.isNull { return .null }
        let truth = holds(it.pointee.a, item)
        if truth == 0 { return item }
        release(item)
        if truth < 0 { return .null }
      }
    })
  addIterator(
    m, "compress", "itertools.compress",
    construct: { callee, args, count, names in
      withParameters("compress", "data selectors", required: 2, args, count, names) { p in
        let data = iterate(p[0])
        if data.isNull { return .null }
        let selectors = iterate(p[1])
        if selectors.isNull {
          release(data)
          return .null
        }
        return newNativeIterator(callee, data, selectors)
      }
    },
    next: { this in
      let it = nativeIterator(this)
      while true {
        let item = nextItem(it.pointee.a)
        if item.isNull { return .null }
        let selector = nextItem(it.pointee.b)
        if selector.isNull {
          release(item)
          return .null
        }
        let truth = truthOf(selector)
        release(selector)
        if truth == 1 { return item }
        release(item)
        if truth < 0 { return .null }
      }
    })
}

// ------------------------------------------------------------------------------------------------------------ groups

private func addGroups(_ m: ModulePointer) {
  // accumulate: a the input, b the function or null, c the running total or null, d the first value to give or null.
  addIterator(
    m, "accumulate", "itertools.accumulate",
    construct: { callee, args, count, names in
      withParameters("accumulate", "iterable func initial", required: 1, args, count, names) { p in
        let iterator = iterate(p[0])
        if iterator.isNull { return .null }
        let function = p[1].isNull || p[1].isNone ? Value.null : retained(p[1])
        let initial = p[2].isNull || p[2].isNone ? Value.null : retained(p[2])
        return newNativeIterator(callee, iterator, function, .null, initial)
      }
    },
    next: { this in
      let it = nativeIterator(this)
      if !it.pointee.d.isNull {
        let first = it.pointee.d
        it.pointee.d = .null
        it.pointee.c = retained(first)
        return first
      }
      let item = nextItem(it.pointee.a)
      if item.isNull { return .null }
      if it.pointee.c.isNull {
        it.pointee.c = retained(item)
        return item
      }
      // The operation may take the next item itself.
      let before = retained(it.pointee.c)
      let total =
        it.pointee.b.isNull
        ? binaryOperation(Int32(MOLT_OP_ADD), before, item) : call2(it.pointee.b, before, item)
      release(before)
      release(item)
      if total.isNull { return .null }
      replace(&it.pointee.c, with: retained(total))
      return total
    })
  // pairwise: a the input, b the previous item.
  addIterator(
    m, "pairwise", "itertools.pairwise",
    construct: { callee, args, count, names in
      if !checkPositional("pairwise", callee, count, 1, names) { return .null }
      let iterator = iterate(args![0])
      return iterator.isNull ? .null : newNativeIterator(callee, iterator)
    },
    next: { this in
      let it = nativeIterator(this)
      if it.pointee.a.isNull { return .null }
      // The input may take from this iterator, too (`pairwise_next`).
      let input = retained(it.pointee.a)
      defer { release(input) }
      var old = it.pointee.b
      if old.isNull {
        old = nextItem(input)
        replace(&it.pointee.b, with: old)
        if old.isNull { return exhausted(&it.pointee.a) }
        if it.pointee.a.isNull {
          replace(&it.pointee.b, with: .null)
          return .null
        }
      }
      retain(old)
      defer { release(old) }
      let item = nextItem(input)
      if item.isNull {
        replace(&it.pointee.b, with: .null)
        return exhausted(&it.pointee.a)
      }
      let pair = makeTuple(old, item)
      replace(&it.pointee.b, with: item)
      return pair
    })
  addIterator(
    m, "batched", "itertools.batched",
    construct: { callee, args, count, names in
      withParameters("batched", "iterable n", required: 2, args, count, names) { p in
        var size = 0
        if !indexOf(p[1], &size) { return .null }
        if size < 1 { return raise(Exceptions.valueError, "n must be at least one") }
        let iterator = iterate(p[0])
        return iterator.isNull ? .null : newNativeIterator(callee, iterator, n: size)
      }
    },
    next: { this in
      let it = nativeIterator(this)
      if it.pointee.a.isNull { return .null }
      let batch = newList()
      let input = retained(it.pointee.a)
      defer { release(input) }
      while listCount(batch) < it.pointee.n {
        let item = nextItem(input)
        if item.isNull {
          replace(&it.pointee.a, with: .null)
          if exceptionIsSet {
            release(batch)
            return .null
          }
          break
        }
        listAppend(batch, item)
        release(item)
      }
      defer { release(batch) }
      return listCount(batch) == 0 ? .null : molt_list_to_tuple(batch)
    })
  addGroupBy(m)
  addTee(m)
}

private enum ItertoolsTypes {
  static var grouper: TypePointer? = nil
  static var tee: TypePointer? = nil
}

/// groupby: a the input, b the key function or null, c the key and d the value of the item read last (d null: it was
/// given out), e the key of the group given last, n its number. A grouper: a the groupby, b its key, n its number.
private func addGroupBy(_ m: ModulePointer) {
  let grouper = newTypeStorage()
  setUpNativeIterator(
    grouper, "itertools._grouper",
    construct: { _, _, _, _ in raise(Exceptions.typeError, "cannot create 'itertools._grouper' instances") },
    next: { this in
      let group = nativeIterator(this)
      let parent = nativeIterator(group.pointee.a)
      if parent.pointee.n != group.pointee.n { return .null }
      if parent.pointee.d.isNull && !stepGroup(parent) { return .null }
      let same = equalKeeping(group.pointee.b, parent.pointee.c)
      if same != 1 { return .null }
      let item = parent.pointee.d
      parent.pointee.d = .null
      replace(&parent.pointee.c, with: .null)
      return item
    })
  finishType(grouper)
  ItertoolsTypes.grouper = grouper
  addIterator(
    m, "groupby", "itertools.groupby",
    construct: { callee, args, count, names in
      withParameters("groupby", "iterable key", required: 1, args, count, names) { p in
        let iterator = iterate(p[0])
        if iterator.isNull { return .null }
        return newNativeIterator(callee, iterator, p[1].isNull || p[1].isNone ? .null : retained(p[1]))
      }
    },
    next: { this in
      let it = nativeIterator(this)
      it.pointee.n += 1
      // Skip what is left of the group before.
      while true {
        if !it.pointee.c.isNull {
          if it.pointee.e.isNull { break }
          let same = equalKeeping(it.pointee.e, it.pointee.c)
          if same < 0 { return .null }
          if same == 0 { break }
        }
        if !stepGroup(it) { return .null }
      }
      replace(&it.pointee.e, with: retained(it.pointee.c))
      let group = newNativeIterator(
        Value(ItertoolsTypes.grouper!), retained(this), retained(it.pointee.c), n: it.pointee.n)
      let pair = makeTuple(it.pointee.c, group)
      release(group)
      return pair
    })
}

/// `equal` of operands that the comparison itself may let go.
private func equalKeeping(_ a: Value, _ b: Value) -> Int32 {
  retain(a)
  retain(b)
  defer {
    release(a)
    release(b)
  }
  return equal(a, b)
}

/// Reads the next item of a groupby and its key; false at the end or with an exception set.
private func stepGroup(_ it: NativeIteratorPointer) -> Bool {
  let item = nextItem(it.pointee.a)
  if item.isNull { return false }
  let key = it.pointee.b.isNull ? retained(item) : call1(it.pointee.b, item)
  if key.isNull {
    release(item)
    return false
  }
  replace(&it.pointee.c, with: key)
  replace(&it.pointee.d, with: item)
  return true
}

/// tee: a the shared input, b the current cell of a linked list, a list [item, next cell] that all branches walk.
private func addTee(_ m: ModulePointer) {
  let tee = newTypeStorage()
  setUpNativeIterator(
    tee, "itertools._tee",
    construct: { callee, args, count, names in
      withParameters("_tee", "iterable", required: 1, positionalOnly: 1, args, count, names) { p in
        let iterator = iterate(p[0])
        return iterator.isNull ? .null : newNativeIterator(callee, iterator, newList())
      }
    },
    next: { this in
      let it = nativeIterator(this)
      let cell = it.pointee.b
      if listCount(cell) == 0 {
        // While the input runs, the cell holds one thing.
        retain(cell)
        defer { release(cell) }
        listAppend(cell, .none)
        let item = nextItem(it.pointee.a)
        if item.isNull {
          listClear(cell.pointer(MoltList.self))
          return .null
        }
        listItems(cell)[0] = item
        let following = newList()
        listAppend(cell, following)
        release(following)
      }
      if listCount(cell) == 1 {
        return raise(Exceptions.runtimeError, "cannot re-enter the tee iterator")
      }
      let item = retained(listItems(cell)[0])
      replace(&it.pointee.b, with: retained(listItems(cell)[1]))
      return item
    })
  tee.pointee.weakOffset = UInt32(MemoryLayout<NativeIterator>.offset(of: \NativeIterator.weak)!)
  addMethod(
    tee, "__copy__", 0, 0,
    { this, _, _, _ in
      let it = nativeIterator(this)
      return newNativeIterator(Value(typeOf(this)), retained(it.pointee.a), retained(it.pointee.b))
    })
  finishType(tee)
  ItertoolsTypes.tee = tee
  addFunction(
    m, "tee", 1, 2,
    { _, args, count, _ in
      var n = 2
      if count > 1 && !indexOf(args![1], &n) { return .null }
      if n < 0 { return raise(Exceptions.valueError, "n must be >= 0") }
      if !hasRoom(n, units: 8) { return .null }
      let result = newTuple(n)
      if n == 0 { return result }
      let iterator = iterate(args![0])
      if iterator.isNull {
        release(result)
        return .null
      }
      let isTee = typeOf(iterator) == ItertoolsTypes.tee
      let source = isTee ? retained(nativeIterator(iterator).pointee.a) : retained(iterator)
      let cell = isTee ? retained(nativeIterator(iterator).pointee.b) : newList()
      for i in 0..<n {
        tupleItems(result)[i] = newNativeIterator(Value(ItertoolsTypes.tee!), retained(source), retained(cell))
      }
      release(source)
      release(cell)
      release(iterator)
      return result
    })
}
