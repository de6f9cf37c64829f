# wasm: yes
# async def as a function: parameters, closures, methods, super, decorators, annotations, docstrings, nesting.


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as end:
        return end.value


class Pause:
    def __await__(self):
        yield


async def parameters(a, /, b=2, *args, c, d=4, **rest):
    "Has a docstring."
    await Pause()
    return a, b, args, c, d, rest


print(run(parameters(1, c=3)), run(parameters(1, 5, 6, 7, c=8, d=9, e=10)))
print(parameters.__doc__, parameters.__name__, parameters.__defaults__, parameters.__kwdefaults__)
for arguments in ((), (1,)):
    try:
        parameters(*arguments)
    except TypeError as error:
        print(error)


def counter():
    count = 0

    async def step(by=1):
        nonlocal count
        for _ in range(by):
            await Pause()
            count += 1
        return count

    async def peek():
        return count, (lambda: count * 2)()

    return step, peek


step, peek = counter()
print(run(step()), run(step(5)), run(peek()), step.__qualname__)


class Base:
    value = 1

    async def method(self):
        await Pause()
        return "base", self.value

    @classmethod
    async def make(cls, value):
        self = cls()
        self.value = value
        await Pause()
        return self

    @staticmethod
    async def static(x):
        return x

    @property
    async def prop(self):
        await Pause()
        return self.value * 2

    async def __call__(self, x):
        return self.value, x

    async def generator(self):
        for i in range(self.value):
            await Pause()
            yield i, self


class Derived(Base):
    async def method(self):
        first = await super().method()
        return "derived", first, __class__.__name__

    async def __private(self):
        return "private"

    async def both(self):
        return await self.__private(), [i async for i, me in self.generator() if me is self]


async def main():
    d = await Derived.make(3)
    print(await d.method(), await d.prop, await Derived.static(5), await d(6), await d.both())
    functions = [i_function async for i_function in functions_of(3)]
    print([await f() for f in functions])

    async def recursive(n):
        await Pause()
        return n * await recursive(n - 1) if n else 1

    print(await recursive(20))

    @log
    async def decorated(x: int, *, y: "str" = "s") -> float:
        z: int = x
        await Pause()
        return z, y

    print(await decorated(1), decorated.__annotations__)
    return 0


async def functions_of(n):
    for i in range(n):
        async def f(i=i):
            await Pause()
            return i, n
        yield f


def log(f):
    print("decorating", f.__name__, f.__code__.co_flags & 0x80)
    return f


print(run(main()))


async def globals_and_locals(x):
    global made
    made = x
    y = x + 1
    await Pause()
    names = sorted(locals())
    del y
    try:
        y
    except UnboundLocalError as error:
        return names, str(error)


print(run(globals_and_locals(1)), made)


async def default_evaluated_once(items=[]):
    items.append(1)
    await Pause()
    return len(items)


print([run(default_evaluated_once()) for _ in range(3)])
lambdas = [lambda x: (yield x), lambda: parameters(1, c=2)]
print(run(lambdas[1]()))


async def empty():
    """Only a docstring."""


async def constant():
    return 5
    await Pause()


print(run(empty()), run(constant()), callable(empty), type(empty).__name__)
