# wasm: yes
# await in every kind of expression and statement: evaluation order, values kept across suspensions.


class Switch:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        print("<", self.value if isinstance(self.value, (int, str)) else type(self.value).__name__, end=" > ")
        return (yield self.value)


async def v(value):
    await Switch(value)
    return value


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as end:
        print("=>", end.value if not callable(end.value) else end.value.__name__)
    except BaseException as error:
        print("=>", type(error).__name__, error)


class Box:
    def __init__(self):
        self.items = [0, 1, 2, 3]

    def method(self, *args, **named):
        return args, named

    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


def f(*args, **named):
    return args, sorted(named.items())


async def expressions():
    b = Box()
    print(await v(1) + await v(2) * await v(3), -(await v(4)), not await v(0))
    print(await v(1) < await v(2) < await v(0) < await v(9), await v(1) in [await v(1)], await v(1) is await v(1))
    print(await v(0) or await v(""), await v(1) and await v(2), await v(5) if await v(1) else await v(6))
    print(f(await v(1), *await v([2, 3]), k=await v(4), **await v({"m": 5})))
    print(b.method(await v(1), x=await v(2)), b.method(*await v([1])), (await v(b)).method(await v(3)))
    print(b[await v(1)], b[await v(1):await v(2), await v(3)], b.items[await v(1):await v(3)])
    print([await v(1), *await v([2])], (await v(1), await v(2)), {await v(1), await v(1)}, {await v(1): await v(2)})
    print([x for x in await v([1, 2])], (lambda x=await v(7): x)(), (y := await v(8)), y)
    print(await (await v(v(9))), 2 ** await v(3), await v(2) ** 3, -await v(2) ** 2)


async def statements():
    b = Box()
    b[await v("k")] = await v("v")
    b.items[await v(0)], b[await v("z")] = await v((10, 11))
    b.items[await v(1)] += await v(5)
    b.attribute = await v(3)
    b.attribute *= await v(4)
    x, *y = await v([1, 2, 3])
    del b[await v("gone")]
    print(b.items, b.attribute, x, y)
    if await v(0):
        print("no")
    elif await v(1):
        print("elif")
    while await v(len(y)):
        y.pop()
    for i in await v((1, 2)):
        print("for", i, await v(i))
    assert await v(True), "never"
    try:
        assert await v(0), await v("message")
    except AssertionError as error:
        print("assertion", error)
    match await v([1, 2]):
        case [a, c] if await v(a) == 1:
            print("match", a, c)
    try:
        raise await v(ValueError("raised")) from await v(KeyError("cause"))
    except await v((ValueError, TypeError)) as error:
        print(repr(error), repr(error.__cause__))
    annotated: int = await v(1)
    global g
    g = await v("global")
    return await v(annotated)


g = None


def decorator(value):
    return lambda f: f


async def definitions():
    @decorator(await v("decorator"))
    def inner(x=await v("default"), *, y: int = await v("keyword")):
        return x, y, g

    class C(await v(Box), metaclass=await v(type)):
        z = 5

    print(inner(), C.z, C.__mro__[1].__name__)
    return inner


async def handlers():
    results = []
    try:
        try:
            await v("try")
            raise ValueError("a")
        except ValueError as error:
            await v("except")
            results.append(str(error))
            raise KeyError("b") from error
        finally:
            await v("finally")
            results.append("finally")
    except KeyError as error:
        await v("outer")
        results.append((str(error), str(error.__cause__)))
    else:
        results.append("never")
    try:
        await v("ok")
    except ValueError:
        results.append("never")
    else:
        results.append(await v("else"))
    try:
        raise ExceptionGroup("group", [ValueError(1), TypeError(2)])
    except* ValueError as group:
        results.append((await v("star"), group.exceptions))
    except* TypeError as group:
        results.append(group.exceptions)
    return results


async def many():
    a, b, c, d, e = 1, 2.5, "s", [1], None
    total = 0
    for i in range(3):
        for j in range(2):
            total += await v(i * j) + a
        b += await v(0.5)
    return a, b, c, d, e, total, i, j


for coroutine in (expressions(), statements(), definitions(), handlers(), many()):
    run(coroutine)
print(g)
