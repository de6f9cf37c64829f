"""What every generated program begins with: helpers for its functions, and the caller that prints what they do."""


class Guard:
    """A context manager that notes what happens, and may suppress."""

    def __init__(self, name, suppresses, out):
        self.name, self.suppresses, self.out = name, suppresses, out

    def __enter__(self):
        self.out.append("enter " + self.name)
        return self

    def __exit__(self, kind, error, trace):
        self.out.append(("exit", self.name, kind and kind.__name__))
        return self.suppresses if self.suppresses is not ValueError else kind is ValueError


class AGuard:
    def __init__(self, suppresses, out):
        self.suppresses, self.out = suppresses, out

    async def __aenter__(self):
        self.out.append(await Step("aenter"))
        return 5

    async def __aexit__(self, kind, error, trace):
        self.out.append((await Step("aexit"), kind and kind.__name__))
        return self.suppresses if self.suppresses is not ValueError else kind is ValueError


class pair:
    """Binds two values."""

    def __init__(self, out):
        self.out = out

    def __enter__(self):
        return len(self.out), [1, 2]

    def __exit__(self, *given):
        self.out.append(given[0] is None)


class Mine(Exception):
    def __init__(self, value, *more):
        super().__init__(value)
        self.value = value


class Meta(type):
    def __prepare__(name, bases, **given):
        return {"prepared": len(bases)}

    def __new__(cls, name, bases, namespace, **given):
        made = super().__new__(cls, name, bases, namespace)
        made.shared = made.__dict__.get("shared", sorted(given))
        return made

    def __getattr__(cls, name):
        if name == "method":
            return lambda *given: (cls.__name__, len(given))
        raise AttributeError(name)

    def __getitem__(cls, key):
        return key

    def __bool__(cls):
        return False


class Mixin:
    def method(self, other=None):
        return "mixin", other


class Field:
    """A data descriptor."""

    def __init__(self, default):
        self.default = default

    def __set_name__(self, owner, name):
        self.key = "_" + name

    def __get__(self, instance, owner):
        return self.default if instance is None else instance.__dict__.get(self.key, self.default)

    def __set__(self, instance, value):
        instance.__dict__[self.key] = value

    def __delete__(self, instance):
        del instance.__dict__[self.key]


class ReadOnly:
    """A descriptor that instances may hide."""

    def __get__(self, instance, owner):
        return owner.__name__, instance is None


def lim(value):
    """The value, or less of it: what a loop stores cannot grow without end."""
    kind = type(value)
    if kind is int:
        return value if -(1 << 200) < value < 1 << 200 else value % ((1 << 64) + 13)
    if kind is str or kind is bytes:
        return value[:40]
    if kind is list or kind is tuple or kind is set or kind is frozenset or kind is dict:
        if len(value) > 9:
            return kind()
        for item in value if kind is not dict else value.values():
            if type(item) in (list, tuple, set, frozenset, dict) and (len(item) > 4 or any(type(x) in (list, tuple, dict) for x in item)):
                return kind()
            if type(item) is str and len(item) > 40:
                return kind()
    return value


class Step:
    """An awaitable that asks its driver for a value."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return (self.value, got)


async def ticks(count):
    for number in range(count):
        await Step(number)
        yield number


def drive(coroutine, failing=-1):
    """Runs a coroutine; throws a ValueError into it in step `failing`."""
    steps = []
    try:
        asked = coroutine.send(None)
        while len(steps) < 20:
            steps.append(asked)
            asked = coroutine.throw(ValueError(failing)) if failing == len(steps) - 1 else coroutine.send(len(steps))
        coroutine.close()
    except StopIteration as stop:
        return steps, stop.value
    return steps, "closed"


def played(generator, script, out):
    """Does to a generator what the letters say: next, send, throw, throw its end, close."""
    steps = []
    for letter in script:
        try:
            if letter == "n":
                steps.append(next(generator))
            elif letter == "s":
                steps.append(generator.send(len(steps)))
            elif letter == "t":
                steps.append(generator.throw(ValueError(len(steps))))
            elif letter == "T":
                steps.append(generator.throw(GeneratorExit))
            else:
                steps.append(generator.close())
        except StopIteration as stop:
            steps.append(("stop", stop.value))
        except BaseException as error:
            steps.append(told(error))
    out.append(generator.gi_running)
    return steps


def told(error):
    """An exception with its chain, notes and group as text."""
    text = f"{type(error).__name__}({shown(error.args)})"
    if isinstance(error, BaseExceptionGroup):
        text = f"{type(error).__name__}({error.message}: {', '.join(map(told, error.exceptions))})"
    if error.__cause__ is not None:
        text += " from " + type(error.__cause__).__name__
    if error.__context__ is not None:
        text += f" after {type(error.__context__).__name__}({error.__suppress_context__})"
    return text + "".join(" note " + note for note in getattr(error, "__notes__", ()))


total, table, word = 0, {}, "w"


def traced(log):
    def decorate(function):
        def wrapper(*values, **named):
            log.append((len(values), sorted(named)))
            return function(*values, **named)
        return wrapper
    return decorate


def doubled(function):
    return lambda *values, **named: (function(*values, **named), function(*values, **named))


KEPT = []


def keep(generator):
    """Keeps a generator that may be dropped in the middle until its function is over and printed: an exception ends what
    its frames hold at another time than in CPython, which is a listed difference."""
    KEPT.append(generator)
    return generator


def told_count(value):
    """Of other objects the type only, because they may be what is being shown."""
    return repr(value) if type(value) in (int, float, str, bool, bytes, complex) else type(value).__name__


def hashed(value):
    """The hash, but of objects that may be hashed by their address a number."""
    number = hash(value)
    kinds = (int, float, str, bool, bytes, complex)
    return number if type(value) in kinds or type(value) is tuple and all(type(x) in kinds for x in value) else 7


def shown(value):
    """repr, but of limited length and without addresses."""
    text = repr(value)
    if " at 0x" in text:
        text = type(value).__name__
    return text if len(text) < 300 else text[:300] + "..."


def lines_of(error):
    trace, lines = error.__traceback__, []
    while trace is not None:
        lines.append((trace.tb_frame.f_code.co_name, trace.tb_lineno))
        trace = trace.tb_next
    return lines


def attempt(number, function, *arguments):
    out = []
    try:
        result = function(out, *arguments)
        print(number, "returns", shown(result))
    except RecursionError:
        # How deep a recursion gets is a listed difference where natives take part in it.
        print(number, "recursion")
        KEPT.clear()
        return
    except Exception as error:
        chain = error.__context__
        print(number, "raises", type(error).__name__, shown(str(error)), type(chain).__name__, lines_of(error))
    for item in out[:40]:
        print("  ", shown(item))
    print("  ", len(out))
    KEPT.clear()
