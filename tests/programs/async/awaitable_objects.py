# wasm: yes
# Objects with __await__: generators, iterators, iterators with send and throw, chains of coroutines.


def drive(coroutine, *sent):
    sent = list(sent)
    value = None
    try:
        while True:
            got = coroutine.send(value)
            value = sent.pop(0) if sent else None
            if isinstance(value, BaseException):
                print("yielded", got, "throwing", value)
                got = coroutine.throw(value)
                value = sent.pop(0) if sent else None
            print("yielded", got, "sending", value)
    except StopIteration as end:
        print("returned", end.value)
    except BaseException as error:
        print(type(error).__name__, error)


class Generator:
    def __await__(self):
        try:
            a = yield 1
            b = yield 2
        except ValueError as error:
            print("inside", error)
            a, b = (yield 3), 4
        return a, b


class Iterator:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration("value")
        return self.n


class Full(Iterator):
    def send(self, value):
        print("send", value)
        return self.__next__()

    def throw(self, *exception):
        print("throw", exception)
        if self.n > 5:
            raise StopIteration("stopped by throw")
        return "thrown"

    def close(self):
        print("close")


class Broken(Iterator):
    @property
    def throw(self):
        raise OSError("no throw")


async def wait(value):
    result = await value
    return "got", result


async def deep(n, value):
    if n:
        return await deep(n - 1, value)
    return await value


drive(wait(Generator()), "a", "b")
drive(wait(Generator()), ValueError("oops"), "c", "d")
drive(wait(Generator()), KeyError("key"))
drive(wait(Iterator(2)))
drive(wait(Iterator(2)), "x")
drive(wait(Iterator(2)), ValueError("v"))
drive(wait(Full(3)), "x", "y", ValueError("v"), "z")
drive(wait(Full(8)), "x", ValueError("v"), "z")
drive(wait(Broken(3)), ValueError("v"))
drive(deep(50, Generator()), "a", ValueError("deep"), "b")
drive(deep(50, Full(9)), "a", ValueError("deep"), "b")
c = deep(3, Full(5))
c.send(None)
c.close()
c = deep(3, Generator())
c.send(None)
print([type(x).__name__ for x in (c.cr_await, c.cr_await.cr_await, c.cr_await.cr_await.cr_await.cr_await)])
c.close()
c = wait(Iterator(3))
c.send(None)
c.close()
print(c.cr_frame)


class Wrapped:
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        return self.coroutine.__await__()


drive(wait(Wrapped(wait(Wrapped(wait(Generator()))))), 1, 2)


class Delegates:
    def __await__(self):
        value = yield from wait(Generator()).__await__()
        return "delegated", value


drive(wait(Delegates()), 1, 2)
w = wait(Generator()).__await__()
print(next(w), w.send(5), hasattr(w, "__await__"), iter(w) is w)
try:
    print(w.throw(ValueError("into")))
    w.close()
    next(w)
except RuntimeError as error:
    print(error)
