# wasm: yes
# Asynchronous generators: items, sent values, return, attributes, awaiting between items.


class Switch:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def drive(awaitable, *sent):
    iterator = awaitable.__await__()
    sent = list(sent)
    waited = []
    try:
        waited.append(next(iterator))
        while True:
            waited.append(iterator.send(sent.pop(0) if sent else None))
    except StopIteration as end:
        print("result", end.value, waited)
    except BaseException as error:
        print(type(error).__name__ + ":", error, waited)


async def numbers(n):
    """Docstring."""
    for i in range(n):
        got = await Switch(("wait", i))
        sent = yield i, got
        if sent:
            print("sent", sent)


def state(g):
    return g.ag_running, g.ag_suspended, g.ag_frame is None, g.ag_await is None


g = numbers(2)
print(type(g).__name__, g.__name__, g.__qualname__, repr(g).startswith("<async_generator object numbers at 0x"), state(g))
print(aiter(g) is g, numbers.__doc__, g.ag_code.co_name, numbers.__code__.co_flags & 0x2a0)
drive(g.__anext__(), "first")
print(state(g))
drive(g.asend("hello"), "second")
drive(anext(g))
print(state(g))
drive(anext(g))
drive(g.asend(1))
drive(g.athrow(ValueError("late")))
drive(g.aclose())

g = numbers(1)
drive(g.asend("too early"))
drive(g.asend(None), "ok")

step = (g := numbers(3)).asend(None)
it = iter(step)
print(next(it), state(g), type(g.ag_await).__name__)
drive(g.asend(None))
drive(g.aclose())
drive(g.athrow(ValueError))
print(state(g))
drive(step, "end")
drive(step)
try:
    step.throw(ValueError)
except RuntimeError as error:
    print(error)
print(step.close())
fresh = g.asend(None)
fresh.close()
drive(fresh)


async def returns():
    yield 1
    return
    yield 2


async def collect(g):
    result = []
    async for item in g:
        result.append(item)
    return result


drive(collect(returns()))
drive(collect(numbers(3)), 7, 8, 9)


async def delegates():
    async for item in numbers(2):
        yield "outer", item
    yield "last"


drive(collect(delegates()))


async def raises():
    yield 1
    raise KeyError("from the generator")


drive(collect(raises()))


async def stop():
    yield 1
    raise StopIteration("no")


async def stop_async():
    yield 1
    raise StopAsyncIteration("no")


drive(collect(stop()))
drive(collect(stop_async()))


async def early_stop():
    raise StopAsyncIteration
    yield


drive(collect(early_stop()))


async def conditional():
    result = yield
    while result:
        result = yield result * 2


g = conditional()
drive(g.asend(None))
drive(g.asend(21))
drive(g.asend("ab"))
drive(g.asend(0))
drive(g.asend(0))
print(type(g).__class_getitem__(int), hasattr(g, "__iter__"), hasattr(g, "__await__"))
for f in (lambda: g.asend(), lambda: g.athrow, lambda: g.aclose(1), lambda: iter(g), lambda: type(g)()):
    try:
        f()
    except TypeError as error:
        print(error)
drive(numbers(1).athrow())
g.__name__ = g.__qualname__ = "renamed"
print(g.__name__, repr(g).startswith("<async_generator object renamed at 0x"))
