#if canImport(Glibc)
import Glibc
#endif
import MoltSupport

/// GNU make's jobserver, seen from a program that make started: a pipe (or fifo) that holds one byte for each job that
/// may still run. The program's own slot needs no token.
final class JobServer {
  let readEnd: Int32
  private let writeEnd: Int32
  private var tokens: [UInt8] = []

  /// Reads `MAKEFLAGS`; nil when make offers no jobserver or its descriptors are closed (a recipe without `+`).
  init?(makeFlags: String?) {
    guard let makeFlags else { return nil }
    var authority: Substring?
    for word in makeFlags.split(separator: " ") {
      for prefix in ["--jobserver-auth=", "--jobserver-fds="] where word.hasPrefix(prefix) {
        authority = word.dropFirst(prefix.count)
      }
    }
    guard let authority else { return nil }
    if authority.hasPrefix("fifo:") {
      let path = String(authority.dropFirst(5))
      let descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      (readEnd, writeEnd) = (descriptor, descriptor)
      return
    }
    let numbers = authority.split(separator: ",").compactMap { Int32($0) }
    guard numbers.count == 2, fcntl(numbers[0], F_GETFD) >= 0, fcntl(numbers[1], F_GETFD) >= 0 else { return nil }
    // Opening the pipe anew gives a description of our own: making that one non-blocking does not disturb make.
    let reopened = open("/proc/self/fd/\(numbers[0])", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard reopened >= 0 else { return nil }
    (readEnd, writeEnd) = (reopened, numbers[1])
  }

  /// Takes a token if one is free.
  func take() -> Bool {
    var token: UInt8 = 0
    guard read(readEnd, &token, 1) == 1 else { return false }
    tokens.append(token)
    return true
  }

  var held: Int { tokens.count }

  /// Gives a token back: the very byte that was read.
  func giveBack() {
    guard var token = tokens.popLast() else { return }
    while write(writeEnd, &token, 1) < 0 && errno == EINTR {}
  }

  func giveBackAll() { while held > 0 { giveBack() } }
}
