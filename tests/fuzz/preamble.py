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
        return self.suppresses


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


def drive(coroutine):
    steps = []
    try:
        asked = coroutine.send(None)
        while len(steps) < 20:
            steps.append(asked)
            asked = coroutine.send(len(steps))
        coroutine.close()
    except StopIteration as stop:
        return steps, stop.value
    return steps, "closed"


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


def shown(value, depth=0):
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
        print(number, "recursion")
    except Exception as error:
        chain = error.__context__
        print(number, "raises", type(error).__name__, shown(str(error)), type(chain).__name__, lines_of(error))
    for item in out[:40]:
        print("  ", shown(item))
    print("  ", len(out))
