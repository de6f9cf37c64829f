#if canImport(Glibc)
import Glibc
#endif

public enum Clock {
  /// Nanoseconds since 1970.
  public static func wall() -> Int64 { read(CLOCK_REALTIME) }
  /// Nanoseconds since some fixed moment; never runs backwards.
  public static func monotonic() -> Int64 { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
