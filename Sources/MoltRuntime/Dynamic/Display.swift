import MoltABI

/// The value of a statement that is an expression, in code that was compiled in the mode "single": `sys.displayhook` is
/// called with it (`print_expr` of Python/intrinsics.c).
@c(molt_display) func molt_display(_ value: Value) -> Int32 {
  let sys = importNativeModule(intern("sys"))
  if sys.isNull { return -1 }
  defer { release(sys) }
  let hook = moduleGlobal(modulePointer(sys), intern("displayhook"))
  if hook.isNull { return raiseStatus(Exceptions.runtimeError, "lost sys.displayhook") }
  retain(hook)
  defer { release(hook) }
  let result = call1(hook, value)
  if result.isNull { return -1 }
  release(result)
  return 0
}
