# wasm: yes
# A StopIteration that leaves an asynchronous generator; the report says what it came from.


async def items():
    yield 1
    next(iter([]))


async def main():
    return {x: x async for x in items()}


try:
    main().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__))


async def closing():
    try:
        yield 1
    finally:
        yield 2


async def close():
    g = closing()
    await anext(g)
    await g.aclose()


close().send(None)
