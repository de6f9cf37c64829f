# wasm: yes
# Exception classes of the program: hierarchy, attributes, __str__, args.
class AppError(Exception):
    """Base."""
    code = 1
    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details
class NotFound(AppError):
    code = 404
    def __str__(self): return f"not found: {self.args[0]} {self.details}"
class Plain(AppError): pass
class Multi(KeyError, AttributeError): pass
for make in (lambda: NotFound("page", url="/x"), lambda: Plain("p"), lambda: AppError("base", a=1, b=2), lambda: Multi("m")):
    try:
        raise make()
    except NotFound as error:
        print("NotFound", error, error.code, error.details, error.args, repr(error))
    except AppError as error:
        print("AppError", error, error.code, error.details, type(error).__name__)
    except (AttributeError, OSError) as error:
        print("Multi", error, isinstance(error, KeyError))
e = Exception()
print(repr(e), str(e) == "", e.args); e.args = (1, 2); print(repr(e), e); e.args = "ab"; print(e.args)
e.extra = 5
print(e.extra, e.__dict__, Exception("one"), Exception("a", "b"), Exception(None), Exception(()), repr(Exception("it's")), repr(KeyError("k")), str(KeyError("k")), str(KeyError("a", "b")), str(KeyError()))
class NoSuper(Exception):
    def __init__(self, a, b): self.a = a
n = NoSuper(1, 2)
print(n.args, repr(n), str(n))
class Kw(Exception):
    def __init__(self, *, x): self.x = x
print(Kw(x=1).args, repr(Kw(x=1)))
try:
    Exception(x=1)
except TypeError as error:
    print(error)
print(e == e, Exception("a") == Exception("a"), hash(e) == hash(e), issubclass(KeyError, LookupError), [c.__name__ for c in Multi.__mro__], ZeroDivisionError.__bases__)
e.add_note("a note"); e.add_note("another")
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as error:
    print(error)
w = e.with_traceback(None)
print(w is e, e.__traceback__)
try:
    e.__cause__ = 5
except TypeError as error:
    print(error)
e.__cause__ = n
print(e.__suppress_context__, repr(e.__cause__))
