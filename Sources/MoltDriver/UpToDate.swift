import MoltSupport

extension BuildRecord {
  /// Loads the record of the last build of this program; nil when there is none that fits or it is damaged.
  static func load(_ request: BuildRequest, files: any FileSystem) -> BuildRecord? {
    let path = Build.recordPath(request)
    guard let (bytes, _) = try? files.read(path),
      let container = try? Container.decode(bytes, expected: .record, path: path)
    else { return nil }
    return try? decode(container.payload)
  }

  /// Why a build with this fingerprint has something to do; nil when everything is as the last build left it. Reads no
  /// file but those that were changed within the resolution of a file system's clock before the last build.
  mutating func reasonToBuild(_ fingerprint: String, files: any FileSystem) -> String? {
    guard request == fingerprint else { return "the request changed" }
    guard let result else { return "the last build did not finish" }
    guard files.stamp(result.path) == result.stamp else { return "\(result.path) is missing or was changed" }
    for (path, file) in inputs {
      let stamp = files.stamp(path)
      guard stamp == file.stamp else { return "\(path) \(stamp == nil ? "is gone" : "changed")" }
      guard file.isFresh else { continue }
      guard let (bytes, stamp) = try? files.read(path), stamp == file.stamp, Digest(of: bytes) == file.digest else {
        return "\(path) changed"
      }
      if stamp.modified <= files.now() - 2_000_000_000 { inputs[path]!.isFresh = false }
    }
    for path in absent where files.stamp(path) != nil { return "\(path) has appeared" }
    for job in jobs.values {
      for output in job.outputs where files.stamp(output.path) != output.stamp {
        return "\(output.path) is missing or was changed"
      }
    }
    return nil
  }
}
