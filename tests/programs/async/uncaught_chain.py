# wasm: yes
# Exceptions raised while others are handled, across awaits: contexts and causes in the report.


class Switch:
    def __await__(self):
        yield 1


class Manager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        await Switch()
        raise KeyError("exit") from error[1]


async def fails():
    await Switch()
    raise ValueError("body")


async def inner():
    async with Manager():
        await fails()


async def outer():
    try:
        await inner()
    except KeyError:
        await Switch()
        await (
            stops()
        )


async def stops():
    raise StopIteration("value")


c = outer()
while True:
    c.send(None)
