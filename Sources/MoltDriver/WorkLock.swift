#if canImport(Glibc)
import Glibc
#endif
import MoltSupport

/// Held by the one build that works in a work directory. The system releases it when the process ends, however it ends.
final class WorkLock {
  private let descriptor: Int32

  init(_ directory: String, _ console: any Console) throws(ToolError) {
    try Files.makeDirectory(directory)
    let path = Path.join(directory, "lock")
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(path, errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    console.warning("another build of this program is under way; waiting for it")
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .system(path, errno) }
    }
  }

  deinit { close(descriptor) }
}
