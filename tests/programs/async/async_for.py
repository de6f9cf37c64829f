# wasm: yes
# async for: items, else, break, continue, nesting, exceptions from everywhere.


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
        print("returned", end.value, seen)
    except BaseException as error:
        print("raised", type(error).__name__, error, seen, repr(error.__context__), repr(error.__cause__))


class Count:
    def __init__(self, stop, error=None):
        self.i, self.stop, self.error = 0, stop, error

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.stop:
            if self.error:
                raise self.error
            raise StopAsyncIteration
        self.i += 1
        await Switch(self.i)
        return self.i


async def plain():
    total = 0
    async for i in Count(4):
        total += i
    else:
        total += 1000
    return total, i


run(plain())


async def jumps():
    log = []
    async for i in Count(10):
        if i % 2:
            continue
        log.append(i)
        if i == 6:
            break
    else:
        log.append("else")
    async for i in Count(0):
        log.append("never")
    else:
        log.append("empty")
    return log


run(jumps())


async def nested():
    log = []
    async for i in Count(3):
        async for j in Count(i):
            for k in range(2):
                if j == 2:
                    break
                log.append((i, j, k))
        else:
            log.append("inner else")
        if i == 2:
            return log


run(nested())


async def unpacks():
    class Pairs(Count):
        async def __anext__(self):
            n = await super().__anext__()
            return n, [n * 2, n * 3]

    box = {}
    async for a, (box["b"], *rest) in Pairs(2):
        print(a, box, rest)


run(unpacks())


async def fails(error):
    async for i in Count(2, error):
        pass
    return "not reached"


for error in (ValueError("v"), StopIteration("s"), KeyError("k"), GeneratorExit()):
    run(fails(error))


async def body_raises():
    async for i in Count(3):
        raise StopAsyncIteration("from the body")


run(body_raises())


async def in_try():
    async for i in Count(2):
        try:
            if i == 1:
                raise ValueError(i)
            continue
        except ValueError as error:
            print("caught", error)
        finally:
            await Switch("finally")
            print("finally", i)
    try:
        async for i in Count(1, KeyError("end")):
            print("item", i)
    except KeyError as error:
        print("KeyError", error)
    else:
        print("never")


run(in_try())


async def shared():
    iterator = Count(6)
    async for i in iterator:
        print("outer", i)
        async for i in iterator:
            print("inner", i)
            if i % 3 == 0:
                break


run(shared())


class Immediate:
    """__anext__ without a coroutine: an awaitable."""

    def __init__(self, *items):
        self.items = list(items)

    def __aiter__(self):
        return self

    def __anext__(self):
        if not self.items:
            raise StopAsyncIteration
        return Switch(self.items.pop(0))


async def immediate():
    async for item in Immediate("a", "b"):
        print("item", item)
    return "end"


run(immediate())


class Aiter:
    def __aiter__(self):
        print("aiter")
        return Count(2)


async def other():
    return [i async for i in Aiter()]


run(other())
