# wasm: yes
# Classes derived from built-in exceptions: construction, attributes, copies of their state, multiple bases.
class Point(Exception):
    def __init__(self, x, *, y=0):
        super().__init__(f"at {x},{y}")
        self.x, self.y = x, y


class NoSuper(ValueError):
    def __init__(self, code):
        self.code = code


class WithNew(KeyError):
    def __new__(cls, key, extra):
        self = super().__new__(cls, key)
        self.extra = extra
        return self

    def __init__(self, key, extra):
        super().__init__(key)


class Both(KeyError, AttributeError):
    pass


class Slots(Exception):
    __slots__ = ("value",)


class Errno(OSError):
    def __init__(self, *args):
        super().__init__(*args)
        self.seen = True


class Stop(StopIteration):
    pass


class Exit(SystemExit):
    def __init__(self, code, reason):
        super().__init__(code)
        self.reason = reason


for make in (
    lambda: Point(1, y=2),
    lambda: NoSuper(5),
    lambda: WithNew("key", "extra"),
    lambda: Both("both"),
    lambda: Slots("a", "b"),
    lambda: Errno(2, "text", "file"),
    lambda: Stop(7),
    lambda: Exit(3, "why"),
):
    error = make()
    print(type(error).__name__, error.args, str(error), repr(error), sorted(vars(error).items(), key=str))
print(NoSuper(5).code, WithNew("k", "e").extra, Stop(7).value, Exit(3, "why").code, Errno(2, "t").errno)
print(Both.__mro__[1:3], isinstance(Both(), LookupError), isinstance(Both(), NameError))
s = Slots()
s.value = 3
s.other = 4
print(s.value, s.__dict__)
try:
    Point()
except TypeError as error:
    print(error)
try:
    ValueError(key=1)
except TypeError as error:
    print(error)
for clash in ("OSError, KeyError", "ImportError, SyntaxError"):
    bases = tuple({"OSError": OSError, "KeyError": KeyError, "ImportError": ImportError, "SyntaxError": SyntaxError}[n] for n in clash.split(", "))
    try:
        print(type("Clash", bases, {}).__name__)
    except TypeError as error:
        print(error)
error = Point(1)
reduced = error.__reduce__()
print(reduced[0].__name__, reduced[1], reduced[2])
copy = NoSuper.__new__(NoSuper, 1, 2)
copy.__setstate__({"code": 9, "more": 1})
print(copy.code, copy.more, copy.args)
print(ValueError("a") == ValueError("a"), error == error, hash(error) == hash(error))
print(issubclass(ModuleNotFoundError, ImportError), IOError is OSError, EnvironmentError is OSError)
print([k.__name__ for k in UnicodeDecodeError.__mro__])


def generator():
    value = yield
    raise Stop(value)


g = generator()
next(g)
try:
    g.send(1)
except RuntimeError as error:
    print(error, repr(error.__cause__), error.__cause__ is error.__context__)
