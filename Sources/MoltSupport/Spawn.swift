#if canImport(Glibc)
import Glibc
#endif

/// Runs a tool from outside to its end: clang, which in turn runs the linker.
public enum Spawn {
  /// Feeds `input` to the tool's standard input; its output and messages go where ours go.
  /// - Throws: when the tool cannot be started, is ended by a signal or exits with a code other than 0.
  public static func run(_ path: String, _ arguments: [String], input: [UInt8]) throws(ToolError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .system(path, errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let status = posix_spawn(&child, path, &actions, nil, words, environ)
    close(ends[0])
    guard status == 0 else {
      close(ends[1])
      throw .system(path, status)
    }
    // A tool that ends without reading everything must not end us.
    let previous = signal(SIGPIPE, SIG_IGN)
    feed(input, to: ends[1])
    close(ends[1])
    signal(SIGPIPE, previous)
    var result: Int32 = 0
    while waitpid(child, &result, 0) < 0 && errno == EINTR {}
    if result & 0x7f != 0 { throw ToolError("\(path) was ended by signal \(result & 0x7f)", .system) }
    let code = result >> 8 & 0xff
    if code != 0 { throw ToolError("\(path) failed with exit code \(code)", .system) }
  }

  private static func feed(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = write(descriptor, buffer.baseAddress! + done, buffer.count - done)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return }
        done += count
      }
    }
  }
}
