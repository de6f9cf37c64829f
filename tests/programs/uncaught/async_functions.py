# wasm: yes
# Coroutines, async generators, async with and async for that fail.
def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


class Manager:
    def __init__(self, fail_in):
        self.fail_in = fail_in

    async def __aenter__(self):
        if self.fail_in == "enter":
            raise ValueError("enter")
        return self

    async def __aexit__(self, *details):
        if self.fail_in == "exit":
            raise ValueError("exit")


async def numbers(n):
    for i in range(n):
        yield 6 // (2 - i)


async def entering():
    async with Manager("enter"):
        pass


async def leaving():
    async with Manager("exit"):
        await missing_name


async def looping():
    async for number in numbers(4):
        pass


async def comprehending():
    return [n async for n in numbers(4) if n]


async def awaiting():
    await looping()


async def wrong():
    await 5


def attempt(function):
    try:
        run(function())
    except Exception as error:
        return error


functions = [entering, leaving, looping, comprehending, awaiting, wrong]
raise ExceptionGroup("async", [attempt(f) for f in functions])
