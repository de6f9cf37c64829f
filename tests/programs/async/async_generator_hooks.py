# wasm: yes
# sys.set_asyncgen_hooks: what is called when, for generators that are dropped at each of their states.
import sys


def drive(awaitable):
    try:
        while True:
            print("  loop", awaitable.__await__().send(None))
    except StopIteration as end:
        return end.value


async def numbers(name):
    try:
        yield name + "1"
        yield name + "2"
    finally:
        print("finally", name)


def first(g):
    print("first", g.__name__, g.ag_frame is not None)


kept = []


def last(g):
    print("last", g.__name__, g.ag_suspended)
    kept.append(g)


print(sys.get_asyncgen_hooks())
print(sys.set_asyncgen_hooks(first, finalizer=last))
hooks = sys.get_asyncgen_hooks()
print(hooks.firstiter is first, hooks[1] is last, len(hooks))


def ended():
    while kept:
        g = kept.pop()
        try:
            drive(g.aclose())
        except StopAsyncIteration:
            print("already closed")
        print("closed", g.__name__, g.ag_frame)


numbers("never iterated")
ended()
g = numbers("once")
print(drive(anext(g)))
del g
ended()
g = numbers("whole")


async def whole(g):
    return [x async for x in g]


print(drive(whole(g)))
del g
ended()
g = numbers("closed")
print(drive(anext(g)))
print(drive(g.aclose()))
del g
ended()
g = numbers("step made only")
g.asend(None)
del g
ended()
g = numbers("aclose first")
g.aclose()
del g
ended()


async def loop():
    async for x in numbers("broken off"):
        print(x)
        break
    print("after the loop")


drive(loop())
ended()


def failing(g):
    raise ValueError("hook")


sys.set_asyncgen_hooks(firstiter=failing)
g = numbers("failing")
for f in (g.__anext__, lambda: g.asend(None), g.aclose):
    try:
        print(type(f()).__name__)
    except ValueError as error:
        print(error)
g = numbers("failing 2")
try:
    g.aclose()
except ValueError as error:
    print(error)
sys.set_asyncgen_hooks(None)
print(sys.get_asyncgen_hooks().firstiter)
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())
g = numbers("keeps its hook")
del g
ended()
for arguments in ((1,), (None, "x"), (1, 2)):
    try:
        sys.set_asyncgen_hooks(*arguments)
    except TypeError as error:
        print(error)
del f
g = numbers("no hooks")
print(drive(anext(g)))
del g
print("end")
