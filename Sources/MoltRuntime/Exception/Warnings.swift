import MoltABI

// Warnings that the runtime itself issues, as CPython's warnings module shows them by default: each text once per line.
// CPython: Python/_warnings.c, Lib/warnings.py.

enum Warnings {
  /// What was shown: a set of str "file:line:text"; owned, null until then.
  static var shown = Value(bits: 0)

  static func forget() { replace(&shown, with: .null) }
}

/// The place that a warning is about: where the innermost function that notes its place is.
private struct WarningPlace {
  var code: UnsafePointer<MoltCode>?
  var line: Int = 1

  init() {
    guard let place = molt_places else { return }
    code = UnsafePointer(place.pointee.code)
    line = lineOf(place)
  }
}

/// The line where a function is that notes its place.
func lineOf(_ place: UnsafeMutablePointer<MoltPlace>) -> Int {
  let code = place.pointee.code!
  guard place.pointee.position >= 0, let positions = code.pointee.positions else { return Int(code.pointee.firstLine) }
  return Int(positions[Int(place.pointee.position)].line)
}

/// A line of a source file without the blanks around it: owned, null where there is none.
func strippedSourceLine(_ file: UnsafePointer<CChar>, _ line: Int) -> Value {
  let source = readSourceLine(file, line)
  if source.isNull { return .null }
  defer { release(source) }
  let view = StrView(source)
  var start = 0
  var end = view.count
  while start < end, isSpace(view[start]) { start += 1 }
  while end > start, isSpace(view[end - 1]) { end -= 1 }
  return start == end ? .null : makeString(view.slice(start, end))
}

/// Whether the text was shown for that line before; it counts as shown from now on.
private func wasShown(_ place: WarningPlace, _ message: Value) -> Bool {
  var key = StringBuilder()
  if let file = place.code?.pointee.file { key.append(cString: file) }
  key.append(":")
  key.append(int: place.line)
  key.append(":")
  key.append(message)
  let text = key.finish()
  defer { release(text) }
  if Warnings.shown.isNull { Warnings.shown = newSet() }
  if setContains(Warnings.shown, text) != 0 { return true }
  _ = setAdd(Warnings.shown, text)
  return false
}

/// Shows a warning that an object (`hasSource`) caused, unless the same has been shown for this line. `message` is
/// borrowed.
func warn(_ category: TypePointer, _ message: Value, hasSource: Bool) {
  let place = WarningPlace()
  if wasShown(place, message) { return }
  var text = StringBuilder()
  if let file = place.code?.pointee.file { text.append(cString: file) } else { text.append("sys") }
  text.append(":")
  text.append(int: place.line)
  text.append(": ")
  text.append(category.pointee.name)
  text.append(": ")
  text.append(message)
  text.append("\n")
  if let file = place.code?.pointee.file {
    let source = strippedSourceLine(file, place.line)
    if !source.isNull {
      text.append("  ")
      text.append(source)
      text.append("\n")
      release(source)
    }
    if hasSource {
      text.append(category.pointee.name)
      text.append(": Enable tracemalloc to get the object allocation traceback\n")
    }
  }
  let whole = text.finish()
  writeStandardError(whole)
  release(whole)
}
