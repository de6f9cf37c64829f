import MoltABI

// A stable, adaptive merge sort of raw arrays: natural runs, extended by binary insertion; merged in the order that the
// powersort rule gives, with galloping. It makes the comparisons that CPython 3.12's listobject.c makes, in the same
// order, because `__lt__` may have effects; Objects/listsort.txt explains the method.

/// What is sorted, moved around as plain memory.
protocol SortElement {
  /// 1 when `a` is less than `b`, 0 when not, -1 with an exception set.
  static func isLess(_ a: Self, _ b: Self) -> Int32
}

private struct PendingRun {
  var base = 0
  var count = 0
  /// Of the boundary between this run and the next one, in the powersort sense.
  var power = 0
}

/// Consecutive wins of one run before a merge gallops.
private let gallopThreshold = 7

/// The sort of `count` elements at `items`. `run` returns false with an exception set when a comparison raised; the
/// elements are then in some order, each exactly once.
struct TimSort<Element: SortElement> {
  private let items: UnsafeMutablePointer<Element>
  private let count: Int
  private var gallop = gallopThreshold
  private var scratch: UnsafeMutablePointer<Element>? = nil
  private var scratchCapacity = 0
  private let runs: UnsafeMutablePointer<PendingRun>
  private var runCount = 0
  /// Powers of pending runs strictly increase and are at most the bits of a size, plus the run on top.
  private static var maximumRuns: Int { 70 }

  init(_ items: UnsafeMutablePointer<Element>, _ count: Int) {
    self.items = items
    self.count = count
    runs = allocateRaw(Self.maximumRuns * MemoryLayout<PendingRun>.stride).assumingMemoryBound(to: PendingRun.self)
  }

  mutating func run() -> Bool {
    let isComplete = count < 2 || sortRuns()
    freeRaw(UnsafeMutableRawPointer(runs), Self.maximumRuns * MemoryLayout<PendingRun>.stride)
    if let scratch { freeRaw(UnsafeMutableRawPointer(scratch), scratchCapacity * MemoryLayout<Element>.stride) }
    return isComplete
  }

  @inline(__always) private func isLess(_ a: Element, _ b: Element) -> Int32 { Element.isLess(a, b) }

  private mutating func sortRuns() -> Bool {
    var start = 0
    var remaining = count
    let shortest = shortestRun(count)
    while remaining > 0 {
      var length = naturalRun(start, start + remaining)
      if length < 0 { return false }
      if length < shortest {
        let forced = min(remaining, shortest)
        if !insertionSort(start, start + forced, start + length) { return false }
        length = forced
      }
      if !noteRun(length) { return false }
      runs[runCount] = PendingRun(base: start, count: length, power: 0)
      runCount += 1
      start += length
      remaining -= length
    }
    while runCount > 1 {
      var position = runCount - 2
      if position > 0 && runs[position - 1].count < runs[position + 1].count { position -= 1 }
      if !merge(position) { return false }
    }
    return true
  }

  /// A run length with which the number of runs is a power of two or just below one.
  private func shortestRun(_ count: Int) -> Int {
    var rest = count, carry = 0
    while rest >= 64 {
      carry |= rest & 1
      rest >>= 1
    }
    return rest + carry
  }

  /// The length of the run at `start`; a strictly descending one is turned round. -1 with an exception set.
  private func naturalRun(_ start: Int, _ end: Int) -> Int {
    if start + 1 == end { return 1 }
    var position = start + 1
    let first = isLess(items[position], items[position - 1])
    if first < 0 { return -1 }
    position += 1
    while position < end {
      let less = isLess(items[position], items[position - 1])
      if less < 0 { return -1 }
      if less != first { break }
      position += 1
    }
    if first > 0 { reverse(start, position) }
    return position - start
  }

  private func reverse(_ start: Int, _ end: Int) {
    var low = start, high = end - 1
    while low < high {
      let element = items[low]
      items[low] = items[high]
      items[high] = element
      low += 1
      high -= 1
    }
  }

  /// Sorts start ..< end of which start ..< sorted already is.
  private func insertionSort(_ start: Int, _ end: Int, _ sorted: Int) -> Bool {
    var next = sorted == start ? start + 1 : sorted
    while next < end {
      let pivot = items[next]
      var low = start, high = next
      repeat {
        let middle = low + (high - low) >> 1
        let less = isLess(pivot, items[middle])
        if less < 0 { return false }
        if less > 0 { high = middle } else { low = middle + 1 }
      } while low < high
      var position = next
      while position > low {
        items[position] = items[position - 1]
        position -= 1
      }
      items[low] = pivot
      next += 1
    }
    return true
  }

  /// Merges pending runs that have to be merged before a run of `length` comes on top of them.
  private mutating func noteRun(_ length: Int) -> Bool {
    if runCount == 0 { return true }
    let top = runs[runCount - 1]
    let power = boundaryPower(top.base, top.count, length)
    while runCount > 1 && runs[runCount - 2].power > power {
      if !merge(runCount - 2) { return false }
    }
    runs[runCount - 1].power = power
    return true
  }

  /// The depth of the boundary between two adjacent runs in the nearly optimal merge tree: the first binary digit in
  /// which their midpoints, as fractions of the whole, differ.
  private func boundaryPower(_ start: Int, _ first: Int, _ second: Int) -> Int {
    var low = 2 * start + first
    var high = low + first + second
    var power = 0
    while true {
      power += 1
      if low >= count {
        low -= count
        high -= count
      } else if high >= count {
        return power
      }
      low <<= 1
      high <<= 1
    }
  }

  private mutating func reserveScratch(_ needed: Int) -> UnsafeMutablePointer<Element> {
    if let scratch, scratchCapacity >= needed { return scratch }
    if let scratch { freeRaw(UnsafeMutableRawPointer(scratch), scratchCapacity * MemoryLayout<Element>.stride) }
    let block = allocateRaw(needed * MemoryLayout<Element>.stride).assumingMemoryBound(to: Element.self)
    scratch = block
    scratchCapacity = needed
    return block
  }

  /// Merges pending runs `position` and `position + 1`.
  private mutating func merge(_ position: Int) -> Bool {
    var base = runs[position].base, first = runs[position].count
    let second = runs[position + 1].base
    var secondCount = runs[position + 1].count
    runs[position].count = first + secondCount
    if position == runCount - 3 { runs[position + 1] = runs[position + 2] }
    runCount -= 1
    // What is in place already at either end takes no part.
    let skipped = gallopRight(items[second], items + base, first, 0)
    if skipped < 0 { return false }
    base += skipped
    first -= skipped
    if first == 0 { return true }
    secondCount = gallopLeft(items[base + first - 1], items + second, secondCount, secondCount - 1)
    if secondCount <= 0 { return secondCount == 0 }
    if first <= secondCount { return mergeLow(items + base, first, items + second, secondCount) }
    return mergeHigh(items + base, first, items + second, secondCount)
  }

  /// The first position in the sorted `run` before which `key` can be inserted: run[k - 1] < key <= run[k]. The search
  /// starts at `hint`. -1 with an exception set.
  private func gallopLeft(_ key: Element, _ run: UnsafeMutablePointer<Element>, _ count: Int, _ hint: Int) -> Int {
    var last = 0, offset = 1
    let first = isLess(run[hint], key)
    if first < 0 { return -1 }
    if first > 0 {
      let most = count - hint
      while offset < most {
        let less = isLess(run[hint + offset], key)
        if less < 0 { return -1 }
        if less == 0 { break }
        last = offset
        offset = offset << 1 + 1
      }
      offset = min(offset, most)
      last += hint
      offset += hint
    } else {
      let most = hint + 1
      while offset < most {
        let less = isLess(run[hint - offset], key)
        if less < 0 { return -1 }
        if less > 0 { break }
        last = offset
        offset = offset << 1 + 1
      }
      offset = min(offset, most)
      let near = last
      last = hint - offset
      offset = hint - near
    }
    last += 1
    while last < offset {
      let middle = last + (offset - last) >> 1
      let less = isLess(run[middle], key)
      if less < 0 { return -1 }
      if less > 0 { last = middle + 1 } else { offset = middle }
    }
    return offset
  }

  /// The last such position: run[k - 1] <= key < run[k].
  private func gallopRight(_ key: Element, _ run: UnsafeMutablePointer<Element>, _ count: Int, _ hint: Int) -> Int {
    var last = 0, offset = 1
    let first = isLess(key, run[hint])
    if first < 0 { return -1 }
    if first > 0 {
      let most = hint + 1
      while offset < most {
        let less = isLess(key, run[hint - offset])
        if less < 0 { return -1 }
        if less == 0 { break }
        last = offset
        offset = offset << 1 + 1
      }
      offset = min(offset, most)
      let near = last
      last = hint - offset
      offset = hint - near
    } else {
      let most = count - hint
      while offset < most {
        let less = isLess(key, run[hint + offset])
        if less < 0 { return -1 }
        if less > 0 { break }
        last = offset
        offset = offset << 1 + 1
      }
      offset = min(offset, most)
      last += hint
      offset += hint
    }
    last += 1
    while last < offset {
      let middle = last + (offset - last) >> 1
      let less = isLess(key, run[middle])
      if less < 0 { return -1 }
      if less > 0 { offset = middle } else { last = middle + 1 }
    }
    return offset
  }

  @inline(__always) private func move(
    _ to: UnsafeMutablePointer<Element>, _ from: UnsafeMutablePointer<Element>, _ count: Int
  ) {
    c_memmove(to, from, count * MemoryLayout<Element>.stride)
  }

  /// How a merge's main loop ended.
  private enum Ending {
    case failed
    case done
    /// One element of the run in scratch memory is left: it belongs at the far end.
    case lastOfScratch
  }

  /// Merges adjacent runs, the first of which is not longer, from the front.
  private mutating func mergeLow(
    _ first: UnsafeMutablePointer<Element>, _ firstCount: Int,
    _ second: UnsafeMutablePointer<Element>, _ secondCount: Int
  ) -> Bool {
    var a = reserveScratch(firstCount)
    move(a, first, firstCount)
    var b = second, target = first, countA = firstCount, countB = secondCount
    let ending = mergeUpwards(&target, &a, &countA, &b, &countB)
    switch ending {
    case .lastOfScratch:
      move(target, b, countB)
      target[countB] = a[0]
      return true
    case .done, .failed:
      if countA > 0 { move(target, a, countA) }
      return ending == .done
    }
  }

  private mutating func mergeUpwards(
    _ target: inout UnsafeMutablePointer<Element>, _ a: inout UnsafeMutablePointer<Element>, _ countA: inout Int,
    _ b: inout UnsafeMutablePointer<Element>, _ countB: inout Int
  ) -> Ending {
    @inline(__always) func takeA(_ n: Int) {
      move(target, a, n)
      target += n
      a += n
      countA -= n
    }
    @inline(__always) func takeB(_ n: Int) {
      move(target, b, n)
      target += n
      b += n
      countB -= n
    }
    target[0] = b[0]
    target += 1
    b += 1
    countB -= 1
    if countB == 0 { return .done }
    if countA == 1 { return .lastOfScratch }
    while true {
      var winsA = 0, winsB = 0
      while true {
        let less = isLess(b[0], a[0])
        if less < 0 { return .failed }
        if less > 0 {
          target[0] = b[0]
          target += 1
          b += 1
          countB -= 1
          winsB += 1
          winsA = 0
          if countB == 0 { return .done }
          if winsB >= gallop { break }
        } else {
          target[0] = a[0]
          target += 1
          a += 1
          countA -= 1
          winsA += 1
          winsB = 0
          if countA == 1 { return .lastOfScratch }
          if winsA >= gallop { break }
        }
      }
      // One run wins so often that its stretch is worth searching for.
      gallop += 1
      repeat {
        if gallop > 1 { gallop -= 1 }
        winsA = gallopRight(b[0], a, countA, 0)
        if winsA < 0 { return .failed }
        if winsA > 0 {
          takeA(winsA)
          if countA == 1 { return .lastOfScratch }
          // Only with comparisons that contradict each other.
          if countA == 0 { return .done }
        }
        takeB(1)
        if countB == 0 { return .done }
        winsB = gallopLeft(a[0], b, countB, 0)
        if winsB < 0 { return .failed }
        if winsB > 0 {
          takeB(winsB)
          if countB == 0 { return .done }
        }
        takeA(1)
        if countA == 1 { return .lastOfScratch }
      } while winsA >= gallopThreshold || winsB >= gallopThreshold
      gallop += 1
    }
  }

  /// Merges adjacent runs, the second of which is shorter, from the back.
  private mutating func mergeHigh(
    _ first: UnsafeMutablePointer<Element>, _ firstCount: Int,
    _ second: UnsafeMutablePointer<Element>, _ secondCount: Int
  ) -> Bool {
    let b = reserveScratch(secondCount)
    move(b, second, secondCount)
    // `target` is one behind the place that is filled next.
    var target = second + secondCount, countA = firstCount, countB = secondCount
    let ending = mergeDownwards(&target, first, &countA, b, &countB)
    switch ending {
    case .lastOfScratch:
      move(target - countA, first, countA)
      (target - countA - 1).pointee = b[0]
      return true
    case .done, .failed:
      if countB > 0 { move(target - countB, b, countB) }
      return ending == .done
    }
  }

  private mutating func mergeDownwards(
    _ target: inout UnsafeMutablePointer<Element>, _ a: UnsafeMutablePointer<Element>, _ countA: inout Int,
    _ b: UnsafeMutablePointer<Element>, _ countB: inout Int
  ) -> Ending {
    @inline(__always) func takeA(_ n: Int) {
      target -= n
      countA -= n
      move(target, a + countA, n)
    }
    @inline(__always) func takeB(_ n: Int) {
      target -= n
      countB -= n
      move(target, b + countB, n)
    }
    takeA(1)
    if countA == 0 { return .done }
    if countB == 1 { return .lastOfScratch }
    while true {
      var winsA = 0, winsB = 0
      while true {
        let less = isLess(b[countB - 1], a[countA - 1])
        if less < 0 { return .failed }
        target -= 1
        if less > 0 {
          countA -= 1
          target[0] = a[countA]
          winsA += 1
          winsB = 0
          if countA == 0 { return .done }
          if winsA >= gallop { break }
        } else {
          countB -= 1
          target[0] = b[countB]
          winsB += 1
          winsA = 0
          if countB == 1 { return .lastOfScratch }
          if winsB >= gallop { break }
        }
      }
      gallop += 1
      repeat {
        if gallop > 1 { gallop -= 1 }
        let keptA = gallopRight(b[countB - 1], a, countA, countA - 1)
        if keptA < 0 { return .failed }
        winsA = countA - keptA
        if winsA > 0 {
          takeA(winsA)
          if countA == 0 { return .done }
        }
        takeB(1)
        if countB == 1 { return .lastOfScratch }
        let keptB = gallopLeft(a[countA - 1], b, countB, countB - 1)
        if keptB < 0 { return .failed }
        winsB = countB - keptB
        if winsB > 0 {
          takeB(winsB)
          if countB == 1 { return .lastOfScratch }
          if countB == 0 { return .done }
        }
        takeA(1)
        if countA == 0 { return .done }
      } while winsA >= gallopThreshold || winsB >= gallopThreshold
      gallop += 1
    }
  }
}
