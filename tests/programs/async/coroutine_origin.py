# wasm: yes
# file: coroutine_origin.py
# warnings: yes
# sys.set_coroutine_origin_tracking_depth: cr_origin, and what the warning says then.
import sys


class Capture:
    def write(self, text):
        print("stderr:", text.replace(__file__, "FILE").replace("coroutine_origin.py", "FILE"), end="")


async def f():
    pass


def make():
    return f()


def make_more():
    return make()


def show(c):
    print(c.cr_origin and [(line, name) for _, line, name in c.cr_origin])
    c.close()


print(sys.get_coroutine_origin_tracking_depth())
show(make_more())
for depth in (1, 2, 3, 100):
    sys.set_coroutine_origin_tracking_depth(depth)
    print(sys.get_coroutine_origin_tracking_depth())
    show(make_more())
    show(f())


async def creator():
    show(make())


try:
    creator().send(None)
except StopIteration:
    pass


def generator():
    yield make()


show(next(generator()))
sys.set_coroutine_origin_tracking_depth(2)
sys.stderr = Capture()
make_more()
f()
sys.set_coroutine_origin_tracking_depth(depth=0)
make_more()
sys.stderr = sys.__stderr__
for bad in (-1, "x", 1.5):
    try:
        sys.set_coroutine_origin_tracking_depth(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
