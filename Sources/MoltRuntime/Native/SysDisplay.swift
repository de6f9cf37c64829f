import MoltABI

/// `sys.displayhook`: prints the repr of a value other than None and binds it to `builtins._` (`sys_displayhook` of
/// Python/sysmodule.c).
func displayHook(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  let value = args![0]
  if value.isNone { return .none }
  let underscore = intern("_")
  // While the repr runs, the name means nothing that could be part of it.
  setModuleGlobal(modulePointer(builtinsModule()), underscore, .none)
  let text = reprOf(value)
  if text.isNull { return .null }
  let printed = withUnsafePointer(to: text) { printFunction(.null, $0, 1, .null) }
  release(text)
  if printed.isNull { return .null }
  release(printed)
  setModuleGlobal(modulePointer(builtinsModule()), underscore, value)
  return .none
}
