# wasm: yes


class NoAwait:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def main():
    async for x in NoAwait():
        print(x)
    else:
        print("else")


main().send(None)
