# wasm: yes
# Long chains of awaits, many coroutines at once, and recursion that goes too deep.


class Switch:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def deep(n):
    if n == 0:
        return await Switch("bottom")
    return 1 + await deep(n - 1)


c = deep(300)
print(c.send(None))
depth, at = 0, c
while at is not None:
    depth += 1
    at = getattr(at, "cr_await", None)
print(depth)
try:
    c.send(0)
except StopIteration as end:
    print(end.value)
c = deep(300)
c.send(None)
try:
    c.throw(ValueError("from the bottom"))
except ValueError as error:
    length, tb = 0, error.__traceback__
    while tb:
        length, tb = length + 1, tb.tb_next
    print(error, length)
c = deep(300)
c.send(None)
c.close()


async def endless(n):
    return await endless(n + 1)


try:
    endless(0).send(None)
except RecursionError as error:
    print("RecursionError", str(error).startswith("maximum recursion depth exceeded"))


async def worker(n):
    total = 0
    for i in range(n):
        total += await Switch(i)
    return total


async def agen(n):
    for i in range(n):
        yield await worker(i % 3) + i


async def summing(n):
    return sum([x async for x in agen(n)])


active = [(worker(i % 7), None) for i in range(500)] + [(summing(i), None) for i in range(40)]
results = 0
steps = 0
while active:
    remaining = []
    for coroutine, value in active:
        try:
            remaining.append((coroutine, coroutine.send(value)))
        except StopIteration as end:
            results += end.value
        steps += 1
    active = remaining
print(results, steps)
