# wasm: yes
# async with: order of calls, results, suppression, several managers, jumps out of the block.


class Switch:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def run(coroutine):
    try:
        while True:
            print("  loop:", coroutine.send(None))
    except StopIteration as end:
        print("returned", end.value)
    except BaseException as error:
        print("raised", type(error).__name__, error, repr(error.__context__))


class Manager:
    def __init__(self, name, swallows=False, enter_error=None, exit_error=None):
        self.name, self.swallows, self.enter_error, self.exit_error = name, swallows, enter_error, exit_error

    async def __aenter__(self):
        await Switch("enter " + self.name)
        if self.enter_error:
            raise self.enter_error
        return self.name.upper()

    async def __aexit__(self, kind, error, traceback):
        await Switch(f"exit {self.name} {kind and kind.__name__} {error} {traceback is not None}")
        if self.exit_error:
            raise self.exit_error
        return self.swallows


async def plain():
    async with Manager("a"):
        print("body")
    async with Manager("b") as name:
        print("body", name)
    async with Manager("c") as x, Manager("d") as y, Manager("e"):
        print("body", x, y)
    async with (Manager("f") as x, Manager("g") as y):
        print("body", x, y)
    return "end"


run(plain())


async def fails(error, **settings):
    async with Manager("outer"):
        async with Manager("inner", **settings) as name:
            raise error
        print("swallowed")
    return "ok"


run(fails(ValueError("v")))
run(fails(ValueError("v"), swallows=True))
run(fails(ValueError("v"), exit_error=KeyError("k")))
run(fails(ValueError("v"), enter_error=OSError("o")))
run(fails(StopIteration("s")))
run(fails(StopAsyncIteration("s"), swallows=[1]))


async def jumps():
    for i in range(4):
        async with Manager(str(i)):
            if i == 0:
                continue
            if i == 2:
                break
            print("body", i)
    async with Manager("r"), Manager("s"):
        try:
            return "returned"
        finally:
            print("finally")


run(jumps())


async def targets():
    items = [None, None]

    class Holder:
        pass

    async with Manager("t") as items[0], Manager("u") as Holder.attribute, Manager("vw") as (x, y):
        pass
    return items, Holder.attribute, x, y


run(targets())


async def handled():
    try:
        raise LookupError("handled")
    except LookupError:
        async with Manager("m"):
            await Switch("inside")
            raise TypeError("new")


run(handled())


async def closed():
    async with Manager("closed"):
        await Switch("wait")


c = closed()
c.send(None)
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print(error)
c = closed()
c.send(None)
c.send(None)
try:
    print(c.throw(KeyError("thrown")))
    c.send(None)
except KeyError as error:
    print("KeyError", error)


class Sync:
    def __enter__(self):
        print("sync enter")

    def __exit__(self, *error):
        print("sync exit", error[0])


async def mixed():
    with Sync():
        async with Manager("mixed"):
            with Sync():
                await Switch("middle")
                raise KeyboardInterrupt("now")


run(mixed())
