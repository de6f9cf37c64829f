import MoltABI

// Warnings that the runtime itself issues, as CPython's warnings module shows them by default.

/// Shows a warning. `message` is borrowed.
func warn(_ category: TypePointer, _ message: Value) {
  var text = StringBuilder()
  text.append("sys:1: ")
  text.append(category.pointee.name)
  text.append(": ")
  text.append(message)
  text.append("\n")
  let whole = text.finish()
  flushStandardOutput()
  writeStandardError(whole)
  release(whole)
}
