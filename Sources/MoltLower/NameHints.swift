import MoltIR
import MoltSyntax

// `NameError: name 'size' is not defined. Did you mean: 'self.size'?` needs the object that `self` is where the name was
// not found. Only names that the module never binds and that are no builtins get the code for that.

extension FunctionLowerer {
  /// Loads a global variable.
  func loadGlobal(_ name: Name) -> ValueID {
    let load = { self.emit(.globalLoad, immediate: Int64(self.context.slot(name))) }
    guard context.isUnheardOf(name), case .local(let variable, let isCell)? = selfBinding() else { return load() }
    let handler = newBlock()
    let end = newBlock()
    var result = unbound
    protected(by: handler) { result = load() }
    jump(end)
    seal(handler)
    begin(handler)
    let exception = emit(.takeException)
    emit(.nameHint, [exception, isCell ? emit(.cellLoad, [cell(variable)]) : read(variable)])
    restore(exception)
    beginSealed(end)
    return result
  }

  private func selfBinding() -> Binding? {
    guard context.scopes[functionScope].kind.hasLocals else { return nil }
    return context.scopes.binding(of: context.selfName, in: functionScope)
  }
}

extension ModuleContext {
  /// Whether nothing in the module binds a global of that name and it is no builtin.
  func isUnheardOf(_ name: Name) -> Bool {
    !globalsBound.contains(name) && !builtinNames.contains(names.text(name))
  }
}

/// The names of the module `builtins`, and those that every module has.
private let builtinNames: Set<String> = Set(
  """
  ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError \
  BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError \
  ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception \
  ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError \
  ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError \
  KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented \
  NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError \
  RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration \
  SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError \
  UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError \
  Warning ZeroDivisionError __annotations__ __build_class__ __builtins__ __cached__ __debug__ __doc__ __file__ \
  __import__ __loader__ __name__ __package__ __path__ __spec__ abs aiter all anext any ascii bin bool breakpoint \
  bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate \
  eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance \
  issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit \
  range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
  """.split(separator: " ").map(String.init))
