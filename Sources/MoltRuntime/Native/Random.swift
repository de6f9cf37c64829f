import MoltABI

// The module `_random`: the Mersenne Twister MT19937 with CPython's seeding. CPython: Modules/_randommodule.c.

private var stateSize: Int { 624 }

/// A generator: the state words and the index of the next one behind the header.
private struct RandomObject {
  var header: MoltObject
  var index: Int32
  var reserved: Int32
  /// 624 words, allocated apart.
  var words: UnsafeMutablePointer<UInt32>?
}

private func random(_ value: Value) -> UnsafeMutablePointer<RandomObject> { value.pointer(RandomObject.self) }

private func nextWord(_ r: UnsafeMutablePointer<RandomObject>) -> UInt32 {
  let mt = r.pointee.words.unsafelyUnwrapped
  if r.pointee.index >= Int32(stateSize) {
    func mix(_ k: Int, _ next: Int, _ other: Int) {
      let y = (mt[k] & 0x8000_0000) | (mt[next] & 0x7fff_ffff)
      mt[k] = mt[other] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_b0df)
    }
    for k in 0..<227 { mix(k, k + 1, k + 397) }
    for k in 227..<623 { mix(k, k + 1, k - 227) }
    mix(623, 0, 396)
    r.pointee.index = 0
  }
  var y = mt[Int(r.pointee.index)]
  r.pointee.index += 1
  y ^= y >> 11
  y ^= (y << 7) & 0x9d2c_5680
  y ^= (y << 15) & 0xefc6_0000
  y ^= y >> 18
  return y
}

private func seedWord(_ r: UnsafeMutablePointer<RandomObject>, _ seed: UInt32) {
  let mt = r.pointee.words.unsafelyUnwrapped
  mt[0] = seed
  for i in 1..<stateSize { mt[i] = 1_812_433_253 &* (mt[i - 1] ^ (mt[i - 1] >> 30)) &+ UInt32(i) }
  r.pointee.index = Int32(stateSize)
}

/// `init_by_array`.
private func seedWords(_ r: UnsafeMutablePointer<RandomObject>, _ key: UnsafePointer<UInt32>, _ count: Int) {
  seedWord(r, 19_650_218)
  let mt = r.pointee.words.unsafelyUnwrapped
  var i = 1, j = 0, k = max(stateSize, count)
  while k > 0 {
    mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(j)
    i += 1
    j += 1
    if i >= stateSize {
      mt[0] = mt[stateSize - 1]
      i = 1
    }
    if j >= count { j = 0 }
    k -= 1
  }
  k = stateSize - 1
  while k > 0 {
    mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) &* 1_566_083_941)) &- UInt32(i)
    i += 1
    if i >= stateSize {
      mt[0] = mt[stateSize - 1]
      i = 1
    }
    k -= 1
  }
  mt[0] = 0x8000_0000
}

/// Seeds with the magnitude of an int, the hash of anything else, or the system's entropy for None.
private func seed(_ this: Value, _ argument: Value) -> Bool {
  let r = random(this)
  if argument.isNull || argument.isNone {
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      _ = c_getentropy(words.baseAddress!, 256)
      seedWords(r, UnsafePointer(words.baseAddress!), 64)
      return true
    }
  }
  var magnitude: Value
  if isInt(argument) {
    magnitude = intAbsolute(exactInt(argument))
  } else {
    let hash = hashOf(argument)
    if hash == -1 && exceptionIsSet { return false }
    magnitude = makeInt(unsigned: UInt64(bitPattern: hash))
  }
  defer { release(magnitude) }
  withLimbs(magnitude) { view in
    let count = max(1, view.count * 2)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { words in
      words[0] = 0
      for i in 0..<view.count {
        words[2 * i] = UInt32(truncatingIfNeeded: view.limbs[i])
        words[2 * i + 1] = UInt32(truncatingIfNeeded: view.limbs[i] >> 32)
      }
      var used = count
      while used > 1 && words[used - 1] == 0 { used -= 1 }
      seedWords(r, UnsafePointer(words.baseAddress!), used)
    }
  }
  return true
}

func setUpRandomModule(_ module: ModulePointer) -> Bool {
  setDoc(module, "Module implements the Mersenne Twister random number generator.")
  let type = newTypeStorage()
  setUpType(
    type, "_random.Random", base: Types.object, size: MemoryLayout<RandomObject>.stride, flags: UInt32(MOLT_TYPE_BASE))
  type.pointee.destroy = { object in
    let r = UnsafeMutableRawPointer(object!).assumingMemoryBound(to: RandomObject.self)
    if let words = r.pointee.words { freeRaw(words, stateSize * 4) }
    freeObject(object!, Int(object!.pointee.type.pointee.basicSize))
  }
  type.pointee.construct = { callee, args, count, _ in
    let type = callee.pointer(MoltType.self)
    let value = Value(allocateObject(type, Int(type.pointee.basicSize)))
    random(value).pointee.words = allocateRaw(stateSize * 4).assumingMemoryBound(to: UInt32.self)
    if seed(value, count > 0 ? args![0] : .null) { return value }
    release(value)
    return .null
  }
  type.pointee.initialize = { this, args, count, _ in seed(this, count > 0 ? args![0] : .null) ? 0 : -1 }
  addMethod(
    type, "random", 0, 0,
    { this, _, _, _ in
      let a = nextWord(random(this)) >> 5, b = nextWord(random(this)) >> 6
      return Value((Double(a) * 67_108_864.0 + Double(b)) * (1.0 / 9_007_199_254_740_992.0))
    })
  addMethod(type, "seed", 0, 1, { this, args, count, _ in seed(this, count > 0 ? args![0] : .null) ? .none : .null })
  addMethod(
    type, "getrandbits", 1, 1,
    { this, args, _, _ in
      var bits = 0
      if !indexOf(args![0], &bits) { return .null }
      if bits < 0 { return raise(Exceptions.valueError, "number of bits must be non-negative") }
      if bits == 0 { return Value(smallInt: 0) }
      if bits <= 32 { return makeInt(unsigned: UInt64(nextWord(random(this)) >> UInt32(32 - bits))) }
      var result = Value(smallInt: 0)
      var shift = 0
      while bits > 0 {
        var word = nextWord(random(this))
        if bits < 32 { word >>= UInt32(32 - bits) }
        let part = makeInt(unsigned: UInt64(word))
        let shifted = intShiftLeft(part, shift)
        let sum = intAdd(result, shifted)
        release(part)
        release(shifted)
        release(result)
        result = sum
        shift += 32
        bits -= 32
      }
      return result
    })
  addMethod(
    type, "getstate", 0, 0,
    { this, _, _, _ in
      let state = newTuple(stateSize + 1)
      for i in 0..<stateSize { tupleItems(state)[i] = makeInt(unsigned: UInt64(random(this).pointee.words![i])) }
      tupleItems(state)[stateSize] = makeInt(Int64(random(this).pointee.index))
      return state
    })
  addMethod(
    type, "setstate", 1, 1,
    { this, args, _, _ in
      let state = args![0]
      if !isTuple(state) { return raise(Exceptions.typeError, "state vector must be a tuple") }
      if tupleCount(state) != stateSize + 1 {
        return raise(Exceptions.valueError, "state vector is the wrong size")
      }
      for i in 0...stateSize {
        var n: Int64 = 0
        let item = tupleItems(state)[i]
        if !isInt(item) || !toInt64(item, &n) { return raise(Exceptions.typeError, "an integer is required") }
        if i < stateSize { random(this).pointee.words![i] = UInt32(truncatingIfNeeded: n) }
        if i == stateSize {
          if n < 0 || n > Int64(stateSize) { return raise(Exceptions.valueError, "invalid state") }
          random(this).pointee.index = Int32(n)
        }
      }
      return .none
    })
  finishType(type)
  addType(module, "Random", type)
  return true
}
