import MoltABI

// The combinatoric iterators of itertools. Each keeps the pools of items in `a`, the indices of the next result as a
// list of ints in `b`, and in `c` a further list of ints where needed; `n` is the length of a result, `m` 0 before the
// first result, 1 afterwards and -1 at the end. CPython: Modules/itertoolsmodule.c.

private func index(_ list: Value, _ i: Int) -> Int { Int(listItems(list)[i].smallInt) }
private func setIndex(_ list: Value, _ i: Int, _ n: Int) { listItems(list)[i] = Value(smallInt: Int64(n)) }

/// A list of ints given by a function of the position.
private func indices(_ count: Int, _ value: (Int) -> Int) -> Value {
  let list = newList()
  for i in 0..<count { listAppend(list, Value(smallInt: Int64(value(i)))) }
  return list
}

/// The tuple of the pool's items at the first `n` indices.
private func selected(_ pool: Value, _ list: Value, _ n: Int) -> Value {
  let result = newTuple(n)
  for i in 0..<n { tupleItems(result)[i] = retained(tupleItems(pool)[index(list, i)]) }
  return result
}

func addCombinatorics(_ m: ModulePointer) {
  addIterator(m, "product", "itertools.product", construct: constructProduct, next: nextProduct)
  addIterator(
    m, "permutations", "itertools.permutations",
    construct: { callee, args, count, names in
      withParameters("permutations", "iterable r", required: 1, args, count, names) { p in
        let pool = call1(Value(Types.tuple), p[0])
        if pool.isNull { return .null }
        let size = tupleCount(pool)
        var length = size
        if !p[1].isNull && !p[1].isNone {
          if !isInt(p[1]) {
            release(pool)
            return raise(Exceptions.typeError, "Expected int as r")
          }
          if !indexOf(p[1], &length) || length < 0 {
            release(pool)
            return exceptionIsSet ? .null : raise(Exceptions.valueError, "r must be non-negative")
          }
        }
        let n = length
        return newNativeIterator(
          callee, pool, indices(size) { $0 }, indices(min(n, size)) { size - $0 }, n: n, m: n > size ? -1 : 0)
      }
    }, next: nextPermutation)
  addIterator(
    m, "combinations", "itertools.combinations",
    construct: { constructCombinations("combinations", $0, $1, $2, $3, withReplacement: false) },
    next: { nextCombination($0, withReplacement: false) })
  addIterator(
    m, "combinations_with_replacement", "itertools.combinations_with_replacement",
    construct: { constructCombinations("combinations_with_replacement", $0, $1, $2, $3, withReplacement: true) },
    next: { nextCombination($0, withReplacement: true) })
}

private func constructProduct(_ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  var repeats = 1
  if !names.isNull {
    for i in 0..<tupleCount(names) {
      if !stringsEqual(tupleItems(names)[i], intern("repeat")) {
        return raise(Exceptions.typeError) {
          $0.append("'")
          $0.append(tupleItems(names)[i])
          $0.append("' is an invalid keyword argument for product()")
        }
      }
      if !indexOf(args![Int(count) + i], &repeats) { return .null }
      if repeats < 0 { return raise(Exceptions.valueError, "repeat argument cannot be negative") }
    }
  }
  let (n, overflows) = Int(count).multipliedReportingOverflow(by: repeats)
  if overflows || n > Int.max / 8 { return raise(Exceptions.overflowError, "repeat argument too large") }
  if !hasRoom(n, units: 8) { return .null }
  let pools = newTuple(n)
  var isEmpty = false
  let distinct = repeats == 0 ? 0 : Int(count)
  for i in 0..<distinct {
    let pool = call1(Value(Types.tuple), args![i])
    if pool.isNull {
      release(pools)
      return .null
    }
    if tupleCount(pool) == 0 { isEmpty = true }
    for r in 0..<repeats { tupleItems(pools)[r * Int(count) + i] = retained(pool) }
    release(pool)
  }
  return newNativeIterator(callee, pools, indices(n) { _ in 0 }, n: n, m: isEmpty ? -1 : 0)
}

private func nextProduct(_ this: Value) -> Value {
  let it = nativeIterator(this)
  if it.pointee.m < 0 { return .null }
  let pools = it.pointee.a, list = it.pointee.b
  if it.pointee.m > 0 {
    var i = it.pointee.n - 1
    while i >= 0 {
      let following = index(list, i) + 1
      if following < tupleCount(tupleItems(pools)[i]) {
        setIndex(list, i, following)
        break
      }
      setIndex(list, i, 0)
      i -= 1
    }
    if i < 0 {
      it.pointee.m = -1
      return .null
    }
  }
  it.pointee.m = 1
  let result = newTuple(it.pointee.n)
  for i in 0..<it.pointee.n {
    tupleItems(result)[i] = retained(tupleItems(tupleItems(pools)[i])[index(list, i)])
  }
  return result
}

private func nextPermutation(_ this: Value) -> Value {
  let it = nativeIterator(this)
  if it.pointee.m < 0 { return .null }
  let pool = it.pointee.a, list = it.pointee.b, cycles = it.pointee.c
  let size = tupleCount(pool)
  if it.pointee.m > 0 {
    var i = it.pointee.n - 1
    while i >= 0 {
      let left = index(cycles, i) - 1
      if left == 0 {
        // Rotate the rest left by one.
        let first = index(list, i)
        for j in i..<(size - 1) { setIndex(list, j, index(list, j + 1)) }
        setIndex(list, size - 1, first)
        setIndex(cycles, i, size - i)
      } else {
        setIndex(cycles, i, left)
        let j = size - left, kept = index(list, i)
        setIndex(list, i, index(list, j))
        setIndex(list, j, kept)
        break
      }
      i -= 1
    }
    if i < 0 {
      it.pointee.m = -1
      return .null
    }
  }
  it.pointee.m = 1
  return selected(pool, list, it.pointee.n)
}

private func constructCombinations(
  _ name: StaticString, _ callee: Value, _ args: Arguments?, _ count: Int32, _ names: Value, withReplacement: Bool
) -> Value {
  withParameters(name, "iterable r", required: 2, args, count, names) { p in
    var n = 0
    if !indexOf(p[1], &n) { return .null }
    if n < 0 { return raise(Exceptions.valueError, "r must be non-negative") }
    let pool = call1(Value(Types.tuple), p[0])
    if pool.isNull { return .null }
    if !hasRoom(n, units: 8) {
      release(pool)
      return .null
    }
    let size = tupleCount(pool)
    let isEmpty = withReplacement ? size == 0 && n > 0 : n > size
    return newNativeIterator(
      callee, pool, indices(isEmpty ? 0 : n) { withReplacement ? 0 : $0 }, n: n, m: isEmpty ? -1 : 0)
  }
}

private func nextCombination(_ this: Value, withReplacement: Bool) -> Value {
  let it = nativeIterator(this)
  if it.pointee.m < 0 { return .null }
  let pool = it.pointee.a, list = it.pointee.b
  let size = tupleCount(pool), n = it.pointee.n
  if it.pointee.m > 0 {
    var i = n - 1
    while i >= 0, index(list, i) == (withReplacement ? size - 1 : i + size - n) { i -= 1 }
    if i < 0 {
      it.pointee.m = -1
      return .null
    }
    let following = index(list, i) + 1
    setIndex(list, i, following)
    var j = i + 1
    while j < n {
      setIndex(list, j, withReplacement ? following : index(list, j - 1) + 1)
      j += 1
    }
  }
  it.pointee.m = 1
  return selected(pool, list, n)
}
