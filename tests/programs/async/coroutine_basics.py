# wasm: yes
# warnings: yes
# Coroutines driven by hand: send, throw, close, results, and the attributes of their states.


class Switch:
    """Yields once and gives back what is sent."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def nothing():
    pass


async def add(a, b=2, *rest, scale=1, **named):
    got = await Switch((a, b, rest, scale, sorted(named.items())))
    return (a + b) * scale + got


def step(coroutine, *values):
    for value in values:
        try:
            print("yielded", coroutine.send(value))
        except StopIteration as end:
            print("returned", end.value)
        except BaseException as error:
            print(type(error).__name__, error)


def state(c):
    return c.cr_running, c.cr_suspended, c.cr_frame is None, c.cr_await is None


c = nothing()
print(type(c).__name__, type(c), c.__name__, c.__qualname__, state(c))
step(c, None)
print(state(c))
step(c, None)
c.close()

c = add(1, 5, 6, 7, scale=10, x=1, y=2)
print(state(c))
step(c, 1)
step(c, None)
print(state(c), type(c.cr_await).__name__, c.cr_await.gi_code.co_name)
step(c, 1000)
print(state(c))
step(c, 1)

c = add(1)
step(c, None)
try:
    c.throw(KeyError("thrown"))
except KeyError as error:
    print("KeyError", error)
print(state(c))
try:
    c.throw(ValueError("again"))
except RuntimeError as error:
    print("RuntimeError", error, error.__context__)

c = add(1)
step(c, None)
c.close()
print(state(c))
c.close()
c = add(1)
c.close()
step(c, None)


async def stubborn():
    try:
        await Switch(1)
    except GeneratorExit:
        await Switch(2)


c = stubborn()
step(c, None)
try:
    c.close()
except RuntimeError as error:
    print(error)


async def cleaned():
    try:
        return await Switch("value")
    except LookupError as error:
        print("handling", error)
        return await Switch("handled")
    finally:
        print("finally")
        await Switch("cleaning")


c = cleaned()
step(c, None)
print(c.throw(KeyError, "key"))
step(c, "x", "y", "z")

c = nothing()
for bad in (1, "text", object, int):
    try:
        c.throw(bad)
    except TypeError as error:
        print(error)
try:
    c.throw(ValueError("first line"))
except ValueError as error:
    print(error)
print(state(c))


def no_arguments(f):
    try:
        f()
    except TypeError as error:
        print(error)


no_arguments(lambda: add())
no_arguments(lambda: iter(c))
no_arguments(lambda: next(c))
no_arguments(lambda: list(c))
no_arguments(lambda: type(c)())
no_arguments(lambda: c.send())
print(hasattr(c, "__iter__"), hasattr(c, "__next__"), hasattr(c, "__await__"))
print(repr(c).startswith("<coroutine object nothing at 0x"))
c.__name__ = "other"
c.__qualname__ = "some.other"
print(c.__name__, c.__qualname__, repr(c).startswith("<coroutine object some.other at 0x"))
no_arguments(lambda: setattr(c, "__name__", 1))
no_arguments(lambda: setattr(c, "__qualname__", 1))
try:
    c.cr_frame = 1
except AttributeError as error:
    print(error)
print(nothing.__code__.co_flags & 0x2a0, add.__code__.co_flags & 0x2ac, c.cr_code == nothing.__code__, c.cr_code.co_name)
print(c.cr_origin)
