# wasm: yes
# warnings: yes
# When values of coroutines end: at the end of the body, when it is closed, when it raises.


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Pause:
    def __await__(self):
        yield


async def body(argument):
    local = Noisy("local")
    await Pause()
    Noisy("temporary")
    await use(Noisy("argument of await"))
    print("end of body")
    return Noisy("result")


async def use(x):
    await Pause()
    print("used", x.name)


def steps(c, n):
    try:
        for _ in range(n):
            c.send(None)
    except StopIteration as end:
        print("returned", end.value.name)


c = body(Noisy("a"))
steps(c, 3)
print("done")
c = body(Noisy("b"))
steps(c, 2)
c.close()
print("closed")
c = body(Noisy("c"))
del c
c = body(Noisy("d"))
steps(c, 1)
del c
print("deleted")


async def generator():
    kept = Noisy("kept")
    for i in range(3):
        item = Noisy(f"item {i}")
        yield item
        print("after yield", i)


async def loop():
    async for item in generator():
        print("got", item.name)
        if item.name == "item 1":
            break
    print("after loop")


try:
    loop().send(None)
except StopIteration:
    print("loop ended")


async def comprehension():
    names = [x.name async for x in generator()]
    print(names)


try:
    comprehension().send(None)
except StopIteration:
    print("comprehension ended")


class Manager:
    def __init__(self, name):
        self.noisy = Noisy(name)

    async def __aenter__(self):
        return Noisy("entered")

    async def __aexit__(self, *error):
        print("exit", error[0])


async def managed():
    async with Manager("manager") as value:
        print("inside", value.name)
        del value
        print("value deleted")
    print("outside")


try:
    managed().send(None)
except StopIteration:
    pass
print("end")
