#if canImport(Glibc)
import Glibc
#endif

/// Unbuffered output; a stage writes little, and what it wrote must be there when it is killed.
public enum Terminal {
  public static func write(_ text: String) { write(Array(text.utf8), to: 1) }
  public static func writeError(_ text: String) { write(Array(text.utf8), to: 2) }

  public static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let result = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
        if result < 0 {
          if errno == EINTR || errno == EAGAIN { continue }
          return
        }
        done += result
      }
    }
  }

  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal on `descriptor`, 80 when it does not say.
  public static func width(_ descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
