# wasm: yes
# anext with a default over every kind of awaitable; aiter.


class Switch:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def drive(awaitable, *sent):
    iterator = awaitable.__await__()
    sent = list(sent)
    seen = []
    try:
        seen.append(next(iterator))
        while True:
            value = sent.pop(0) if sent else None
            seen.append(iterator.throw(value) if isinstance(value, BaseException) else iterator.send(value))
    except StopIteration as end:
        print("result", end.value, seen)
    except BaseException as error:
        print(type(error).__name__, error, seen)


async def numbers(n):
    for i in range(n):
        got = await Switch(i)
        yield i, got


class Coroutine:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration("end")
        self.n -= 1
        return self.n, await Switch(self.n)


class Iterator(Coroutine):
    def __anext__(self):
        return self

    def __await__(self):
        if self.n < 0:
            return iter([])
        if not self.n:
            raise StopAsyncIteration
        return iter([1, 2])


class Wrong(Coroutine):
    def __anext__(self):
        return 5


g = numbers(1)
drive(anext(g, "default"), "sent")
drive(anext(g, "default"))
drive(anext(g, None))
drive(anext(g))
c = Coroutine(1)
drive(anext(c, "default"), "sent")
drive(anext(c, "default"))
drive(anext(c))
for n in (-1, 0, 1):
    drive(anext(Iterator(n), "default"))
drive(anext(Wrong(1), "default"))
drive(anext(Coroutine(1), "default"), ValueError("thrown"))
drive(anext(numbers(1), "default"), StopAsyncIteration("thrown"))
drive(anext(Coroutine(1), "default"), StopAsyncIteration("thrown"))
a = anext(numbers(2), 0)
print(type(a).__name__, iter(a) is a, a.__await__() is a, next(a), a.close())
print(repr(a).startswith("<anext_awaitable object at 0x"))


async def main():
    g = numbers(3)
    results = []
    while (item := await anext(g, None)) is not None:
        results.append(item)
    return results, await anext(aiter(Coroutine(2)), "x")


class Main:
    def __await__(self):
        return main().__await__()


drive(Main())


class Aiter:
    def __init__(self, value):
        self.value = value

    def __aiter__(self):
        return self.value


print(aiter(Aiter(c)) is c, aiter(g) is g)
for value in (1, None, [], Aiter(1)):
    try:
        aiter(value)
    except TypeError as error:
        print(error)
    try:
        aiter(Aiter(value))
    except TypeError as error:
        print(error)
