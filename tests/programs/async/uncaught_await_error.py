# wasm: yes


async def main():
    x = 1
    y = x + await None
    return y


main().send(None)
