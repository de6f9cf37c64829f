# wasm: yes
# Objects that are no asynchronous iterables or iterators.


def run(coroutine):
    try:
        while True:
            print("  loop:", coroutine.send(None))
    except StopIteration as end:
        print("returned", end.value)
    except BaseException as error:
        print(type(error).__name__ + ":", error, "| cause", repr(error.__cause__), "| context", repr(error.__context__),
              error.__suppress_context__)


async def loop(iterable):
    async for item in iterable:
        print("item", item)
    return "end"


async def comprehension(iterable):
    return [item async for item in iterable]


class Plain:
    pass


class Aiter:
    def __init__(self, value):
        self.value = value

    def __aiter__(self):
        return self.value


class CoroutineAiter:
    async def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


class Anext:
    def __init__(self, value):
        self.value = value

    def __aiter__(self):
        return self

    def __anext__(self):
        return self.value


class RaisingAiter:
    def __aiter__(self):
        raise OSError("aiter")


class RaisingAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        raise OSError("anext")


class RaisingAwait:
    def __await__(self):
        raise OSError("await")


class Awaits:
    def __await__(self):
        return 1


async def inner():
    yield 1


for value in (None, 1, [1], "text", Plain(), iter([])):
    run(loop(value))
    run(comprehension(value))
for value in (None, [1], Plain(), iter([])):
    run(loop(Aiter(value)))
    run(comprehension(Aiter(value)))
for value in (None, 1, Plain(), Awaits(), RaisingAwait()):
    run(loop(Anext(value)))
    run(comprehension(Anext(value)))
run(loop(RaisingAiter()))
run(loop(RaisingAnext()))
run(loop(Aiter(inner())))
c = CoroutineAiter()
kept = []
CoroutineAiter.__aiter__, original = lambda self: kept.append(original(self)) or kept[-1], CoroutineAiter.__aiter__
run(loop(c))
kept[0].close()


async def sync_loop():
    for item in inner():
        pass


run(sync_loop())
for f in (lambda: aiter(1), lambda: aiter(Aiter(1)), lambda: anext([]), lambda: anext(Plain(), 1), lambda: aiter(),
          lambda: anext(), lambda: anext(1, 2, 3), lambda: iter(inner()), lambda: next(inner())):
    try:
        f()
    except TypeError as error:
        print(error)
