# Functions, classes, generators and coroutines that exec defines, used from compiled code and the other way round.
# wasm: yes
import sys

source = '''
"""The docstring."""
import math
from functools import reduce

counter = 0

def add(a, b=2, /, *rest, scale=1, **more):
    """Adds."""
    return (a + b + sum(rest)) * scale, more

def count():
    global counter
    counter += 1
    return counter

def make(n):
    total = n
    def step(k=1):
        nonlocal total
        total += k
        return total
    return step

def squares(n):
    for i in range(n):
        got = yield i * i
        if got:
            yield ('got', got)
    return 'end'

def chained(n):
    result = yield from squares(n)
    yield result

class Base:
    kind = 'base'
    def __init__(self, v): self.v = v
    def show(self): return f'{type(self).__name__}({self.v})'
    @property
    def double(self): return self.v * 2
    @classmethod
    def build(cls, v): return cls(v)
    @staticmethod
    def helper(x): return x + 1
    def __add__(self, other): return Base(self.v + other.v)
    def __repr__(self): return f'<{self.v}>'
    class Nested:
        deep = True

class Derived(Base):
    def show(self): return 'derived ' + super().show()
    def __getattr__(self, name): return name.upper()

async def later(x):
    return x * 2

async def agen():
    for i in range(3):
        yield i

def decorate(f):
    def wrapper(*a, **k):
        return ('wrapped', f(*a, **k))
    return wrapper

@decorate
def decorated(x): return x

typed: int = 5
def annotated(a: int, b: 'str' = 'x') -> float: return a
'''
ns = {"__name__": "made"}
exec(source, ns)
print(ns["__doc__"], sorted(k for k in ns if k[0] != "_"))
print(ns["add"](1), ns["add"](1, 2, 3, 4, scale=2, z=1), ns["add"].__doc__, ns["add"].__name__, ns["add"].__qualname__)
print(ns["add"].__module__, ns["add"].__defaults__, ns["add"].__kwdefaults__, ns["add"].__globals__ is ns)
print(ns["count"](), ns["count"](), ns["counter"])
step = ns["make"](10)
print(step(), step(5), step.__closure__[0].cell_contents, step.__qualname__)
g = ns["squares"](3)
print(next(g), next(g), g.send("hi"), list(g), g.gi_frame)
print(list(ns["chained"](3)))
d = ns["Derived"](3)
print(d.show(), d.double, d.unknown, d + d, d.build(4), d.helper(1), ns["Base"].Nested.deep, type(d).__mro__[1].__name__)
print(ns["Base"].__module__, ns["Base"].Nested.__qualname__, ns["Base"].show.__qualname__)


class Mine(ns["Base"]):
    def show(self):
        return "mine " + super().show()

    def __lt__(self, other):
        return self.v < other.v


print(Mine(2).show(), sorted([Mine(3), Mine(1), Mine(2)]), Mine(1).double)
coroutine = ns["later"](21)
try:
    coroutine.send(None)
except StopIteration as e:
    print("later", e.value)


async def drive():
    return [i async for i in ns["agen"]()]


try:
    drive().send(None)
except StopIteration as e:
    print("agen", e.value)
print(ns["decorated"](7), ns["__annotations__"], ns["annotated"].__annotations__)
exec("def f(x): return x + offset", ns)
ns["offset"] = 100
print(ns["f"](1))
ns["offset"] = 200
print(ns["f"](1))


def callback(f, n):
    return [f(i) for i in range(n)]


ns["callback"] = callback
exec("print(callback(lambda i: i * offset, 3))", ns)
exec("""
try:
    callback(lambda i: 1 // i, 2)
except ZeroDivisionError as e:
    print('caught', e)
    try:
        raise ValueError('second') from e
    except ValueError as v:
        print(repr(v.__cause__))
finally:
    print('finally')
for i in range(3):
    if i == 1: continue
    print('loop', i)
else:
    print('else')
match [1, 2, {'k': 3}]:
    case [a, *_, {'k': k}]: print('matched', a, k)
while True:
    break
x, (y, *z) = 1, (2, 3, 4)
print(x, y, z)
del x
try:
    x
except NameError as e:
    print(e)
a = b = [1]
a += [2]
print(b)
assert a
try:
    assert not a, 'message'
except AssertionError as e:
    print('assert', e)
lst = [i for i in range(5) if i % 2]
print(lst, {k: v for k, v in zip('ab', lst)})
print([y for _ in range(2)])
type Alias[T] = list[T]
def generic[T](x: T) -> T: return x
print(Alias.__name__, generic.__type_params__, generic(3))
class G[T]:
    def m(self) -> T: ...
print(G.__type_params__)
""", ns)
print(ns["a"], ns["k"], ns["z"])
p = {}
exec("import math as m; from math import sqrt, pi as p; r = m.floor(sqrt(17) + p)", p)
print(p["r"])
exec("from math import *", p)
print(p["cos"](0), "tau" in p)
