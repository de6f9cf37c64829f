# wasm: yes
# warnings: yes
# Generators that a flag makes awaitable, as types.coroutine does it.


def coroutine(function):
    flags = function.__code__.co_flags
    if flags & 0x180:
        return function
    if flags & 0x20:
        function.__code__ = function.__code__.replace(co_flags=flags | 0x100)
        return function
    raise TypeError("not a generator function")


@coroutine
def switch(value):
    """Docstring."""
    got = yield value
    return "got", got


@coroutine
def chain(value):
    result = yield from native(value)
    return "chained", result


async def native(value):
    return await switch(value)


@coroutine
def closure_maker(*args, key=1, **rest):
    def inner():
        return args, key, rest
    yield 1
    return inner()


def plain():
    yield from native(1)


async def outer():
    print(await switch(1))
    print(await chain(2))
    print(await closure_maker(1, 2, key=3, x=4))
    return await Awaits()


class Awaits:
    def __await__(self):
        return chain("awaits")


def drive(c):
    value = None
    try:
        while True:
            got = c.send(value)
            print("yielded", got)
            value = f"sent {got}"
    except StopIteration as end:
        print("returned", end.value)
    except BaseException as error:
        print(type(error).__name__, error)


drive(outer())
print(switch.__code__.co_flags & 0x1a0, native.__code__.co_flags & 0x1a0, plain.__code__.co_flags & 0x1a0)
g = switch(5)
print(type(g).__name__, g.gi_code.co_flags & 0x1a0, list(g), switch.__doc__, switch.__name__)
drive(plain())


async def wrong():
    await plain()


drive(wrong())
print(coroutine(native) is native, coroutine(switch) is switch)
try:
    coroutine(len.__class__.__repr__ and drive)
except TypeError as error:
    print(error)
drive(switch("again"))
code = switch.__code__
print(code.replace() == code, code.replace(co_flags=code.co_flags) == code, code.replace(co_firstlineno=7).co_firstlineno)
c = native("x")
it = chain("y")
print(next(it), it.gi_yieldfrom.cr_code.co_name, type(it.gi_yieldfrom.cr_await).__name__)
it.close()
c.close()


made = []


class Returns:
    def __await__(self):
        made.append(native(1))
        return made[0]


async def bad():
    await Returns()


b = bad()
try:
    b.send(None)
except TypeError as error:
    print(error)
made[0].close()
