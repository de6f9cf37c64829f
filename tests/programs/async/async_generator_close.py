# wasm: yes
# aclose and athrow: with and without awaits on the way, items in place of an end, closed and running generators.


class Switch:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        try:
            return (yield self.value)
        except BaseException as error:
            print("switch", self.value, "got", type(error).__name__)
            raise


def drive(awaitable, *sent):
    iterator = awaitable.__await__()
    sent = list(sent)
    waited = []
    try:
        waited.append(next(iterator))
        while True:
            value = sent.pop(0) if sent else None
            if isinstance(value, BaseException):
                waited.append(iterator.throw(value))
            else:
                waited.append(iterator.send(value))
    except StopIteration as end:
        print("result", end.value, waited)
    except BaseException as error:
        print(type(error).__name__ + ":", error, waited, repr(error.__context__))


async def guarded(answer=None):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("GeneratorExit")
        await Switch("cleaning")
        if answer:
            yield answer
    except ValueError as error:
        print("ValueError", error)
        await Switch("handling")
        yield "handled"
    finally:
        await Switch("finally")
        print("finally")


g = guarded()
drive(g.aclose())
drive(anext(g))

g = guarded()
drive(anext(g))
drive(g.aclose())
drive(anext(g))
drive(g.aclose())
drive(g.athrow(KeyError("k")))

g = guarded("ignored")
drive(anext(g))
drive(g.aclose())
drive(anext(g))
drive(anext(g))

g = guarded()
drive(anext(g))
drive(g.athrow(ValueError("v")))
drive(anext(g))

g = guarded()
drive(anext(g))
drive(g.athrow(KeyError("k")))
drive(anext(g))

g = guarded()
drive(g.athrow(KeyError("before the start")))
drive(anext(g))

g = guarded()
drive(anext(g))
drive(g.athrow(GeneratorExit))
drive(g.athrow(GeneratorExit()))

g = guarded()
drive(anext(g))
drive(g.athrow(ValueError, "text"))
drive(g.aclose())
g = guarded()
drive(anext(g))
drive(g.athrow(1))
drive(g.athrow(ValueError("x"), "value"))

g = guarded()
drive(anext(g))
drive(g.aclose(), KeyError("while cleaning"))
drive(anext(g))

g = guarded()
drive(anext(g))
drive(g.athrow(ValueError("v")), KeyError("while handling"))


async def waiting():
    try:
        await Switch("inner wait")
        yield 1
    finally:
        print("left")


g = waiting()
step = g.asend(None)
print(step.send(None))
close = g.aclose()
drive(close)
drive(close)
try:
    step.throw(GeneratorExit)
except GeneratorExit:
    print("exit left the step")
print(g.ag_running, g.ag_frame)
drive(anext(g))

g = waiting()
step = g.asend(None)
print(step.send(None))
try:
    step.throw(ValueError("into the wait"))
except ValueError as error:
    print(error, g.ag_running)
drive(g.aclose())


async def awaits_in_close():
    try:
        yield 1
    finally:
        await Switch("a")
        await Switch("b")


g = awaits_in_close()
drive(anext(g))
close = g.aclose()
print(close.send(None), close.send(None))
drive(anext(g))
drive(g.aclose())
drive(g.athrow(KeyError))
try:
    close.throw(KeyError("in close"))
except KeyError as error:
    print(repr(error))
try:
    close.send(None)
except RuntimeError as error:
    print(error)

g = awaits_in_close()
drive(anext(g))
close = g.aclose()
close.close()
drive(close)
drive(g.aclose())
close = awaits_in_close().aclose()
try:
    close.send(5)
except BaseException as error:
    print(type(error).__name__, error)
throw = (g := awaits_in_close()).athrow(KeyError("x"))
try:
    throw.throw(ValueError("instead"))
except BaseException as error:
    print(type(error).__name__, error)
drive(throw)


async def inner():
    try:
        yield "inner"
    finally:
        await Switch("inner finally")


async def outer():
    async for item in inner():
        yield item


async def main():
    g = outer()
    print(await anext(g))
    await g.aclose()
    return "closed"


drive(main())
