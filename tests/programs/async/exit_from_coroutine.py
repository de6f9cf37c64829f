# wasm: yes
# SystemExit passes coroutines, managers and generators on its way.


class Pause:
    def __await__(self):
        yield


class Manager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        print("exit", kind.__name__, error)


async def items():
    try:
        yield 1
    finally:
        print("items left")


async def main():
    async with Manager():
        async for item in items():
            await Pause()
            raise SystemExit(7)


c = main()
try:
    while True:
        c.send(None)
finally:
    print("finally")
