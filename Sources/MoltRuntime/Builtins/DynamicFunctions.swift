import MoltABI

// eval, exec and compile. What they do is in Dynamic/, which only programs that use one of the names are linked with,
// together with the compiler.

enum DynamicFunction: Int32 {
  case eval, exec, compile
}

/// `function` (a DynamicFunction), the module that the call is made from or null, the caller's variables or null, one
/// argument per parameter of `exec` or `compile` (null: not given), their number.
typealias DynamicEntry = @convention(c) (Int32, Value, Value, Arguments, Int32) -> Value

enum DynamicCode {
  /// Set by the native module `_dynamic`.
  static var entry: DynamicEntry? = nil
}

/// Calls one of the functions in a module with a caller's variables.
func callDynamic(
  _ function: DynamicFunction, _ module: Value, _ variables: Value, _ args: Arguments?, _ count: Int32
) -> Value {
  if DynamicCode.entry == nil {
    let name = intern("_dynamic")
    let module = importNativeModule(name)
    if !module.isNull { release(module) } else if exceptionIsSet { return .null }
  }
  guard let entry = DynamicCode.entry, let args else {
    return raise(Exceptions.runtimeError) {
      $0.append("this program was linked without the compiler, because none of its modules names eval, exec or ")
      $0.append("compile; build it with --dynamic")
    }
  }
  return entry(function.rawValue, module, variables, args, count)
}

func evalFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  callDynamic(.eval, this, .null, args, count)
}

func execFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  callDynamic(.exec, this, .null, args, 4)
}

func compileFunction(_ this: Value, _ args: Arguments?, _ count: Int32, _ names: Value) -> Value {
  callDynamic(.compile, this, .null, args, 7)
}
