# wasm: yes
# warnings: yes
# Coroutines and asynchronous generators in reference cycles, with weak references, kept alive by their own end.
import gc
import sys


class Capture:
    def write(self, text):
        print("stderr:", [line.rpartition(": ")[2] for line in text.splitlines()][:1])


class Pause:
    def __await__(self):
        yield


class Holder:
    pass


async def never(holder):
    pass


async def waits(holder):
    try:
        await Pause()
    finally:
        print("finally", holder is not None)


async def items(holder):
    try:
        yield 1
        yield 2
    finally:
        print("items finally")


sys.stderr = Capture()
h = Holder()
h.c = never(h)
del h
gc.collect()
print("collected")
h = Holder()
h.c = waits(h)
h.c.send(None)
del h
gc.collect()
print("collected")
h = Holder()
h.g = items(h)
try:
    anext(h.g).send(None)
except StopIteration as end:
    print(end.value)
del h
gc.collect()
print("collected")

kept = []


async def survivor(box):
    try:
        await Pause()
    finally:
        kept.append(box.pop())


box = []
c = survivor(box)
box.append(c)
c.send(None)
del c
gc.collect()
print(len(kept))
box.append(None)
del box
gc.collect()
print(len(kept), kept[0].cr_frame if kept[0] else None)
kept.clear()


async def resurrected():
    try:
        yield 1
    finally:
        kept.append("closed")


sys.set_asyncgen_hooks(finalizer=kept.append)
g = resurrected()
try:
    g.asend(None).send(None)
except StopIteration:
    pass
del g
print(len(kept), type(kept[-1]).__name__)
g = kept.pop()
sys.set_asyncgen_hooks(None, None)
try:
    g.aclose().send(None)
except StopIteration:
    print("closed", kept[-1], g.ag_frame)
sys.stderr = sys.__stderr__
