import MoltSupport
import MoltSyntax

// Modes that take many files in one process: for comparing trees and speed with CPython over a whole library.

/// For each path read from standard input: the dump's length and the dump, or `-1`, class and message of the error.
func dumpAll() throws(ToolError) -> ExitCode {
  while let path = readLine() {
    let result = parseModule(source: try Files.read(path), fileName: path)
    if let ast = result.ast {
      let dump = ast.dump()
      Terminal.write("\(dump.count)\n")
      Terminal.write(dump, to: 1)
    } else if let error = result.error {
      Terminal.write("-1\t\(error.kind.name)\t\(error.message)\n")
    }
  }
  return .success
}

/// Reads all files first, so that only parsing is timed.
func benchmark() throws(ToolError) -> ExitCode {
  var files: [(path: String, source: [UInt8])] = []
  while let path = readLine() { files.append((path, try Files.read(path))) }
  var bytes = 0
  var trees = 0
  let clock = ContinuousClock()
  let duration = clock.measure {
    for file in files {
      bytes += file.source.count
      if parseModule(source: file.source, fileName: file.path).ast != nil { trees += 1 }
    }
  }
  let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  Terminal.write("\(seconds) s, \(trees) of \(files.count) files parsed, \(bytes) bytes\n")
  return .success
}
