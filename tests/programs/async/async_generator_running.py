# wasm: yes
# Several steps of one asynchronous generator at a time are refused, in each combination.


class Switch:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def attempt(label, f, *arguments):
    try:
        print(label, "->", f(*arguments))
    except BaseException as error:
        print(label, "->", type(error).__name__, error)


async def waits():
    try:
        await Switch("first")
        yield 1
        await Switch("second")
        yield 2
    except KeyError:
        await Switch("handling")
        yield "handled"


for first in ("asend", "athrow", "aclose"):
    for second in ("asend", "athrow", "aclose", "anext"):
        g = waits()
        steps = {"asend": lambda: g.asend(None), "athrow": lambda: g.athrow(KeyError("k")), "aclose": g.aclose,
                 "anext": lambda: anext(g)}
        if first != "asend":
            s = g.asend(None)
            s.send(None)
            attempt("reached", s.send, None)
        a, b = steps[first](), steps[second]()
        attempt(first, a.send, None)
        print(g.ag_running)
        attempt(second, b.send, None)
        print(g.ag_running)
        attempt(second + " again", b.send, None)
        attempt(first + " goes on", a.send, None)
        attempt(first + " goes on", a.send, None)
        print(g.ag_running)


async def itself():
    yield 1
    attempt("inside", me.asend(None).send, None)
    attempt("inside", me.aclose().send, None)
    attempt("inside", me.athrow(ValueError).send, None)
    print(me.ag_running, me.ag_frame is not None, me.ag_suspended)
    yield 2


me = itself()
attempt("one", me.asend(None).send, None)
attempt("two", me.asend(None).send, None)
attempt("three", me.asend(None).send, None)
me = None

g = waits()
s = g.asend(None)
attempt("send not None", s.send, "x")
attempt("then", s.send, None)
s = g.asend(None)
attempt("throw", s.throw, KeyError("thrown"))
attempt("closed", s.send, None)
s = g.asend(None)
attempt("after", s.send, None)
s = g.athrow(ValueError("a"))
attempt("send not None", s.send, "x")
attempt("throw instead", s.throw, OSError("o"))
attempt("then", s.send, None)
