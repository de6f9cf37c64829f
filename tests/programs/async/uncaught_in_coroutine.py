# wasm: yes
# An exception leaves coroutines, context managers and loops: the traceback names every await.


class Switch:
    def __await__(self):
        yield 1


class Manager:
    async def __aenter__(self):
        await Switch()

    async def __aexit__(self, *error):
        await Switch()


async def items():
    yield 1
    await Switch()
    yield 1 / 0


async def innermost(n):
    async with Manager():
        async for item in items():
            await Switch()
            n += item
    return n


async def middle(n):
    value = [await innermost(n) for n in (1, 2)]
    return value


async def outer():
    try:
        return await middle(1)
    finally:
        await Switch()


c = outer()
while True:
    c.send(None)
