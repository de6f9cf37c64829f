#if canImport(Glibc)
import Glibc
#endif

/// Text operations on `/`-separated paths; none of them looks at the disk but `real`.
public enum Path {
  public static func join(_ parts: String...) -> String {
    var result = ""
    for part in parts where !part.isEmpty {
      if part.hasPrefix("/") || result.isEmpty {
        result = part
      } else {
        result += result.hasSuffix("/") ? part : "/" + part
      }
    }
    return result
  }

  /// The directory that holds `path`: "." for a bare name, "/" for the root.
  public static func parent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  public static func name(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// The name without its last extension.
  public static func stem(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.utf8.lastIndex(of: 0x2E), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// `path` seen from `base` when it lies below it; `path` itself otherwise. Both are absolute or both relative.
  public static func relative(_ path: String, to base: String) -> String {
    if base == "." || base.isEmpty { return path }
    let prefix = base.hasSuffix("/") ? base : base + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// The absolute path with all symbolic links resolved; nil when there is nothing at `path`.
  public static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  public static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    return join(String(cString: current), path)
  }
}
