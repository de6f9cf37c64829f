# wasm: yes
# file: never_awaited.py
# warnings: yes
# The warning about coroutines that never ran: where it points, how often it comes.
import sys


class Capture:
    def write(self, text):
        print("stderr:", text.replace(__file__, "FILE").replace("never_awaited.py", "FILE") if __file__ else text, end="")

    def flush(self):
        pass


sys.stderr = Capture()


async def f(x=None):
    return x


class K:
    async def method(self):
        pass


def inside():
    f()
    local = f()
    return 5


f()
inside()
inside()
for i in range(3):
    f()
x = f()
x = 1
K().method()
y = [f(), f(1)]
y.clear()
z = f()
del z


def argument(c):
    pass


argument(f())
c = f()
c.close()
c = f()
try:
    c.send(None)
except StopIteration:
    pass
c = None


async def outer():
    f()
    return 1


try:
    outer().send(None)
except StopIteration as end:
    print(end.value)


def named():
    async def inner():
        pass
    return inner()


named()
other = f()
other.__qualname__ = "renamed"
other = None
thrown = f()
try:
    thrown.throw(ValueError)
except ValueError:
    pass
thrown = None
awaiter = f()
wrapper = awaiter.__await__()
del awaiter
del wrapper
sys.stderr = sys.__stderr__
