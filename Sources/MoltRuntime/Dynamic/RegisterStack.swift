import MoltABI

// Where interpreted functions have their registers: a stack of its own in chunks, because the native one is small.

enum RegisterStack {
  fileprivate static var top: UnsafeMutablePointer<UInt64>? = nil
  fileprivate static var end: UnsafeMutablePointer<UInt64>? = nil
  fileprivate static var chunk: UnsafeMutablePointer<Chunk>? = nil

  fileprivate struct Chunk {
    var outer: UnsafeMutablePointer<Chunk>?
    /// Where the outer chunk had got to.
    var outerTop: UnsafeMutablePointer<UInt64>?
    var outerEnd: UnsafeMutablePointer<UInt64>?
    var bytes: Int
  }

  private static var chunkWords: Int { 1 << 16 }

  /// Words for a function that begins; they are given back in the opposite order.
  @inline(__always) static func push(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    if let start = top, start + count <= end.unsafelyUnwrapped {
      top = start + count
      return start
    }
    return grow(count)
  }

  @inline(never) private static func grow(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    let bytes = MemoryLayout<Chunk>.stride + max(count, chunkWords) * MemoryLayout<UInt64>.stride
    let raw = allocateRaw(bytes)
    let made = raw.assumingMemoryBound(to: Chunk.self)
    made.pointee = Chunk(outer: chunk, outerTop: top, outerEnd: end, bytes: bytes)
    chunk = made
    let start = (raw + MemoryLayout<Chunk>.stride).assumingMemoryBound(to: UInt64.self)
    top = start + count
    end = (raw + bytes).assumingMemoryBound(to: UInt64.self)
    return start
  }

  @inline(__always) static func pop(_ start: UnsafeMutablePointer<UInt64>) {
    top = start
    let current = chunk.unsafelyUnwrapped
    // The first chunk stays.
    if current.pointee.outer != nil && UnsafeMutableRawPointer(start) == UnsafeMutableRawPointer(current + 1) {
      shrink(current)
    }
  }

  @inline(never) private static func shrink(_ current: UnsafeMutablePointer<Chunk>) {
    top = current.pointee.outerTop
    end = current.pointee.outerEnd
    chunk = current.pointee.outer
    freeRaw(current, current.pointee.bytes)
  }
}
