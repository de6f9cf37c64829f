# An AttributeError that leaves an attribute access knows the name and the object; what copies of exceptions keep; the texts
# of Unicode errors with other positions.
# wasm: yes
def attempt(function):
    try:
        print(function())
    except AttributeError as error:
        print(repr(error), error.name, type(error.obj).__name__)


class Hook:
    blech = 1

    def __getattr__(self, name):
        raise AttributeError(*(["no " + name] if name[0] != "_" else []))


class Everything:
    def __getattribute__(self, name):
        raise AttributeError


class WithProperty:
    @property
    def value(self):
        raise AttributeError("inside")

    @property
    def outer(self):
        return self.inner.missing

    @property
    def inner(self):
        return Hook()


class Own:
    def __getattr__(self, name):
        raise AttributeError("own", name="other", obj=5)


attempt(lambda: Hook().bluch)
attempt(lambda: Hook()._x)
attempt(lambda: getattr(Hook(), "given"))
attempt(lambda: Everything().any)
attempt(lambda: WithProperty().value)
attempt(lambda: WithProperty().outer)
attempt(lambda: Own().x)
attempt(lambda: Hook().call())
attempt(lambda: object().missing)


def unbound():
    print(local)
    local = 1


try:
    unbound()
except NameError as error:
    print(repr(error), error.name)


def free():
    def inner():
        return later
    inner()
    later = 1


for function in (free, lambda: nowhere):
    try:
        function()
    except NameError as error:
        print(repr(error), error.name)

for error in [ImportError("a"), ImportError("a", name="n"), ImportError("a", name="n", path="p", name_from="f"),
              AttributeError("x"), AttributeError("x", name="n", obj=5), ValueError(1), OSError(1, "a", "f")]:
    print(error.__reduce__())
    error.extra = 1
    print(error.__reduce__())

encoding = UnicodeEncodeError("baz", "xxxxx", 1, 5, "foo")
decoding = UnicodeDecodeError("baz", b"xxxxx", 1, 5, "foo")
translating = UnicodeTranslateError("xxxxx", 1, 5, "foo")
for error in (encoding, decoding, translating):
    for start, end in [(1000, 5), (1000, 1000), (0, 1), (-5, 2), (2, 2), (4, 5), (5, 6), (4, 100)]:
        error.start, error.end = start, end
        print(error, error.start, error.end)
    error.reason = 5
    print(error)

print(float.__getformat__("double"), float.__getformat__("float"))
for kind in ("chicken", 1):
    try:
        float.__getformat__(kind)
    except (ValueError, TypeError) as error:
        print(repr(error))
