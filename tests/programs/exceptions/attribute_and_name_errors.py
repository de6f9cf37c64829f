# wasm: yes
# Messages of AttributeError and NameError for all kinds of objects.
import math
class C:
    def m(self): pass
c = C()
def f(): pass
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
for obj in (5, 1.5, True, "s", b"b", None, [], (), {}, set(), range(3), f, c, C, c.m, len, [].append, math, int, type, ..., slice(1), iter([]), (x for x in ""), ValueError("v"), ValueError, frozenset(), {}.keys(), super(C, c), property(f), object()):
    attempt(lambda: obj.nothing_here)
for obj in (5, "s", None, [], {}, (), 1.5, f, c, C, int, len, c.m, object()):
    try:
        obj.new_attribute = 1
        print("set on", type(obj).__name__)
    except (AttributeError, TypeError) as error:
        print(type(error).__name__ + ":", error)
for obj in (5, "s", c, C, f):
    try:
        del obj.absent
    except (AttributeError, TypeError) as error:
        print(type(error).__name__ + ":", error)
try:
    c.m.x = 1
except AttributeError as error:
    print(error)
try:
    [].append = 5
except AttributeError as error:
    print(error)
try:
    (5).real = 5
except AttributeError as error:
    print(error)
attempt(lambda: misspelled)
attempt(lambda: lenn([]))
def local():
    value = 1
    return valu
attempt(local)
