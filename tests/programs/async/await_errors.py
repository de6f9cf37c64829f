# wasm: yes
# What cannot be awaited, and what CPython says about it.


def run(coroutine):
    try:
        while True:
            print("yielded", coroutine.send(None))
    except StopIteration as end:
        print("returned", end.value)
    except BaseException as error:
        print(type(error).__name__ + ":", error)


async def give(value):
    return await value


async def nothing():
    return 1


class Plain:
    pass


class Returns:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value


class Raises:
    def __await__(self):
        raise OSError("no")


class Instance:
    def __init__(self):
        self.__await__ = lambda: iter([1])


class NoneAwait:
    __await__ = None


def generator():
    yield 1


async def agen():
    yield 1


for value in (None, 1, "text", [], Plain(), Instance(), generator(), generator, nothing, agen(), int, lambda: 1):
    run(give(value))
inner = nothing()
for value in (None, 1, "text", [1], Plain(), inner, agen()):
    run(give(Returns(value)))
inner.close()
for value in (iter([]), iter([1, 2]), generator(), iter("ab"), map(str, (1, 2)), nothing().__await__()):
    run(give(Returns(value)))
run(give(Raises()))
run(give(NoneAwait()))

c = nothing()
run(give(c))
run(give(c))


async def twice(c):
    await c
    await c


run(twice(nothing()))


class Switch:
    def __await__(self):
        yield "switch"


async def waits():
    await Switch()
    return "done"


c = waits()
first, second = give(c), give(c)
print(first.send(None))
run(second)
run(first)

c = waits()
wrapper = c.__await__()
print(type(wrapper).__name__, next(wrapper), c.cr_suspended)
run(give(c))
try:
    next(wrapper)
except StopIteration as end:
    print("end", end.value)
try:
    next(wrapper)
except RuntimeError as error:
    print(error)


async def itself():
    try:
        await me
    except ValueError as error:
        return "ValueError", str(error)


me = itself()
run(me)


def from_generator():
    c = nothing()
    try:
        yield from c
    except TypeError as error:
        print(error)
        c.close()


list(from_generator())


async def stops():
    raise StopIteration("text")


async def stops_async():
    raise StopAsyncIteration("text")


run(stops())
run(stops_async())
c = stops()
try:
    c.send(None)
except RuntimeError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
