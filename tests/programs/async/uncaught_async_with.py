# wasm: yes


class Manager:
    async def __aenter__(self):
        return 1

    def __aexit__(self, *error):
        return 5


async def main():
    async with Manager() as a, Manager() as b:
        print(a, b)


main().send(None)
