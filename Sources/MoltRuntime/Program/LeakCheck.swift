import MoltABI

// MOLT_LEAK_CHECK=1: after the program has ended, everything that it made has to be gone. What is alive before it
// begins counts as immortal, as do interned names.

enum LeakCheck {
  /// Exit code of a program that leaks.
  static let failure: Int32 = 99

  /// Notes what is alive now; false where no check is asked for.
  static func begin() -> Bool {
    guard let setting = c_getenv("MOLT_LEAK_CHECK"), setting[0] == 49, setting[1] == 0 else { return false }
    preloadNativeModules()
    forEachObject { object in
      if object.pointee.refCount < UInt32(MOLT_IMMORTAL) { object.pointee.refCount &+= UInt32(MOLT_IMMORTAL) }
    }
    return true
  }

  @inline(__always) private static func isLeaked(_ object: ObjectPointer) -> Bool {
    object.pointee.refCount < UInt32(MOLT_IMMORTAL)
  }

  /// The exit code: `code`, or `failure` after a report on stderr.
  static func finish(_ code: Int32) -> Int32 {
    var count = 0
    forEachObject { if isLeaked($0) { count += 1 } }
    if count == 0 { return code }
    write("molt: ")
    write(count)
    write(count == 1 ? " object leaked:" : " objects leaked:")
    reportTypes(count)
    // One str alone is hard to find without its text.
    if count == 1 { forEachObject { if isLeaked($0) && $0.pointee.type == Types.str { writeQuoted($0) } } }
    write("\n")
    return failure
  }

  /// " dict×3 C×1 …": most frequent types first.
  private static func reportTypes(_ total: Int) {
    var reported = 0
    var last: UnsafeMutableRawPointer? = nil
    var lastCount = Int.max
    // Types are few and leaks rare: counting anew for each type needs no memory.
    while reported < total {
      var best: TypePointer? = nil
      var bestCount = 0
      var previous: TypePointer? = nil
      forEachObject { object in
        if !isLeaked(object) || object.pointee.type == previous { return }
        previous = object.pointee.type
        let type = object.pointee.type!
        let count = countOf(type)
        let isBehind =
          count < lastCount
          || (count == lastCount && UInt(bitPattern: UnsafeMutableRawPointer(type)) > UInt(bitPattern: last))
        if !isBehind { return }
        if count > bestCount
          || (count == bestCount && best != nil
            && UInt(bitPattern: UnsafeMutableRawPointer(type)) < UInt(bitPattern: UnsafeMutableRawPointer(best!)))
        {
          best = type
          bestCount = count
        }
      }
      guard let type = best else { return }
      write(" ")
      write(type.pointee.name)
      write("\u{d7}")
      write(bestCount)
      reported += bestCount
      last = UnsafeMutableRawPointer(type)
      lastCount = bestCount
    }
  }

  private static func countOf(_ type: TypePointer) -> Int {
    var count = 0
    forEachObject { if isLeaked($0) && $0.pointee.type == type { count += 1 } }
    return count
  }

  private static func write(_ text: StaticString) { _ = c_write(2, text.utf8Start, text.utf8CodeUnitCount) }

  private static func write(_ number: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var position = 24
      var rest = number
      repeat {
        position -= 1
        digits[position] = UInt8(48 + rest % 10)
        rest /= 10
      } while rest > 0
      _ = c_write(2, digits.baseAddress! + position, 24 - position)
    }
  }

  private static func writeQuoted(_ str: ObjectPointer) {
    write(" '")
    write(Value(str))
    write("'")
  }

  private static func write(_ text: Value) {
    let view = StrView(text)
    for index in 0..<view.count {
      var byte = view[index] < 0x80 ? UInt8(view[index]) : 63
      _ = c_write(2, &byte, 1)
    }
  }
}
