# The built-in exception classes: bases, attributes, and messages.
for cls in (BaseException, Exception, ArithmeticError, FloatingPointError, OverflowError, ZeroDivisionError, AssertionError, AttributeError, BufferError, EOFError, ImportError, ModuleNotFoundError,
            LookupError, IndexError, KeyError, MemoryError, NameError, UnboundLocalError, OSError, FileNotFoundError, FileExistsError, PermissionError, IsADirectoryError, NotADirectoryError, TimeoutError,
            ConnectionError, BrokenPipeError, InterruptedError, RuntimeError, NotImplementedError, RecursionError, StopIteration, StopAsyncIteration, SyntaxError, IndentationError, SystemError, TypeError, ValueError,
            UnicodeError, UnicodeDecodeError, UnicodeEncodeError, Warning, UserWarning, DeprecationWarning, KeyboardInterrupt, SystemExit, GeneratorExit):
    print(cls.__name__, [c.__name__ for c in cls.__mro__[1:-1]])
print(IOError is OSError, EnvironmentError is OSError)
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, SystemExit("a", "b").code)
o = OSError(2, "No such file or directory", "name.txt")
print(o, o.errno, o.strerror, o.filename, type(o).__name__, o.args, repr(o), OSError("only"), OSError(5, "x"), type(OSError(17, "e")).__name__, type(OSError(13, "p")).__name__)
def attempt(action):
    try:
        action()
    except Exception as error:
        return error
e = attempt(lambda: undefined_name)
print(e, e.name)
class C: pass
c = C()
e = attempt(lambda: c.foo)
print(e, e.name, e.obj is c)
e = attempt(lambda: {}["key"])
print(e, e.args)
e = attempt(lambda: "é".encode("ascii"))
print(e.encoding, e.object, e.start, e.end, e.reason)
e = attempt(lambda: b"ab\xff".decode("utf-8"))
print(e.encoding, e.object, e.start, e.end, e.reason, e)
i = ImportError("msg", name="n", path="p")
print(i, i.name, i.path, i.msg)
print(NameError("x", name="n").name, AttributeError("a", name="b", obj=5).obj)
