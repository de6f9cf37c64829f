# wasm: yes
# Asynchronous comprehensions of all kinds, nested, with conditions, and await in every place of a comprehension.


class Switch:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def run(coroutine):
    seen = []
    try:
        while True:
            seen.append(coroutine.send(None))
    except StopIteration as end:
        print(end.value, seen)
    except BaseException as error:
        print(type(error).__name__, error, seen)


async def count(n, step=1):
    for i in range(0, n, step):
        await Switch(i)
        yield i


async def double(x):
    await Switch(("double", x))
    return x * 2


async def true(x):
    return x % 2 == 0


async def kinds():
    a = [x async for x in count(3)]
    b = {x % 2 async for x in count(3)}
    c = {x: -x async for x in count(3)}
    d = (x async for x in count(3))
    return a, b, c, [x async for x in d], type(d).__name__, d.__name__, d.__qualname__


run(kinds())


async def conditions():
    return (
        [x async for x in count(5) if x % 2],
        [x async for x in count(5) if await true(x)],
        [x for x in range(5) if await true(x) if x],
        [await double(x) for x in range(3)],
        {await double(x): await true(x) for x in range(3)},
        {await double(x) async for x in count(3)},
        [(x, y) async for x in count(2) for y in range(2)],
        [(x, y) for x in range(2) async for y in count(x + 1)],
        [(x, y) async for x in count(3) async for y in count(x) if y],
    )


run(conditions())


async def nested():
    return (
        [[y async for y in count(x)] async for x in count(3)],
        [[await double(y) for y in range(x)] for x in range(3)],
        {x: {y async for y in count(x)} for x in range(3)},
        [x for x in [y async for y in count(3)]],
        [x for x in [await double(1), await double(2)]],
    )


run(nested())


async def generators():
    g = (await double(x) for x in range(2))
    h = (x async for x in count(4) if await true(x))
    i = (y for y in [await double(5)])
    return [x async for x in g], [x async for x in h], type(i).__name__, list(i)


run(generators())


def outside():
    """Generator expressions may be asynchronous anywhere."""
    return (x async for x in count(2)), (await double(x) for x in range(2))


async def use():
    a, b = outside()
    return [x async for x in a], [x async for x in b], a.ag_code.co_flags & 0x2a0


run(use())
at_module = (x async for x in count(2))


async def later():
    return [x async for x in at_module]


run(later())


class Body:
    items = (x async for x in count(2))
    both = [(y, lambda: y) for y in range(2)]


async def scopes():
    x = "outside"
    fs = [lambda: x async for x in count(3)]
    result = [f() for f in fs], x
    total = [y := z async for z in count(3)]
    return result, total, y, [z async for z in Body.items]


run(scopes())


async def errors():
    try:
        [x async for x in [1]]
    except TypeError as error:
        print(error)
    try:
        [1 / x async for x in count(2)]
    except ZeroDivisionError as error:
        print(error)
    try:
        [x for x in count(2)]
    except TypeError as error:
        print(error)
    try:
        sum(x async for x in count(2))
    except TypeError as error:
        print(error)
    return sum([x async for x in count(4)])


run(errors())


async def strings():
    who = "world"
    return f"hello {await double(who)} {[x async for x in count(2)]!r:>10} {await double(1):{await double(2)}}"


run(strings())


async def unused():
    (x async for x in count(3))
    [x async for x in count(1)]
    {**{x: x async for x in count(2)}}
    return [*[x async for x in count(2)], await double(3)], max([await double(x) for x in (1, 3, 2)])


run(unused())
