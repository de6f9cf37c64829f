import CZstd

/// One zstd frame at a time. Level 3: on our artifacts higher levels cost more time than the smaller files save.
public enum Compression {
  static let level: Int32 = 3

  public static func compress(_ bytes: [UInt8]) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = ZSTD_compress(buffer.baseAddress, bound, bytes, bytes.count, level)
      // With a buffer of `compressBound` bytes only an allocation failure is left.
      precondition(ZSTD_isError(count) == 0, "zstd: out of memory")
    }
  }

  /// The `length` bytes that `frame` holds; nil when the frame is damaged or holds another number of bytes.
  /// Memory is only touched as far as the frame really unpacks.
  public static func decompress(_ frame: UnsafeRawBufferPointer, length: Int) -> [UInt8]? {
    // A zstd block of three bytes can stand for at most 128 KiB.
    guard length >= 0, length / 50_000 <= frame.count else { return nil }
    var unpacked = 0
    let result = [UInt8](unsafeUninitializedCapacity: max(length, 1)) { buffer, count in
      unpacked = ZSTD_decompress(buffer.baseAddress, length, frame.baseAddress, frame.count)
      count = ZSTD_isError(unpacked) == 0 ? unpacked : 0
    }
    return ZSTD_isError(unpacked) == 0 && unpacked == length ? result : nil
  }
}
