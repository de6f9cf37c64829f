# Recursion: repr, comparison, hash, deep structures that end, limits.

import sys, gc
def show(f, *a):
    try: r = f(*a); print('ok', type(r).__name__)
    except RecursionError as e: print('RecursionError', str(e)[:60])
    except BaseException as e: print(type(e).__name__, e)
def nest(n, make, x=None):
    for _ in range(n): x = make(x)
    return x
deep_list = nest(100_000, lambda x: [x])
show(repr, deep_list); show(str, deep_list); show(lambda: deep_list == nest(100_000, lambda x: [x])); show(hash, nest(100_000, lambda x: (x,)))
show(repr, nest(100_000, lambda x: {'k': x})); show(repr, nest(100_000, lambda x: (x,))); show(lambda: nest(50_000, lambda x: {'k': x}) == nest(50_000, lambda x: {'k': x}))
deep_list = None
class Node:
    def __init__(self, n): self.next = n
class SlotNode:
    __slots__ = ('next',)
    def __init__(self, n): self.next = n
for cls in (Node, SlotNode):
    head = nest(1_000_000, cls); head = None; print('freed', cls.__name__)
x = nest(1_000_000, lambda x: [x]); x = None
x = nest(1_000_000, lambda x: (x, 1)); x = None
x = nest(500_000, lambda x: {'a': x}); x = None
x = nest(300_000, lambda x: lambda: x); x = None
x = nest(300_000, lambda x: iter([x])); x = None
import itertools
x = nest(200_000, lambda x: itertools.chain([1], x or [])); x = None
print('all freed', gc.collect() >= 0)
def f(n): return f(n + 1)
show(f, 0)
class R:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __str__(self): return str(self)
    def __len__(self): return len(self)
    def __getattr__(self, n): return getattr(self, n + 'x')
    def __add__(self, o): return self + o
    def __call__(self): return self()
    def __bool__(self): return bool(self)
    def __iter__(self): return iter(self)
    def __contains__(self, x): return x in self
    def __getitem__(self, i): return self[i]
    def __format__(self, s): return format(self, s)
    def __lt__(self, o): return self < o
    def __index__(self): return [1][self]
    def __int__(self): return int(self)
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
r = R()
def w():
    with r: pass
for fn in (repr, str, hash, len, bool, iter, format, int, lambda r: r.attr, lambda r: r + 1, lambda r: r(), lambda r: 1 in r, lambda r: r[0], lambda r: r < 1, lambda r: [1][r], lambda r: r == 1, lambda r: w()): show(fn, r)
print(sys.getrecursionlimit()); sys.setrecursionlimit(200)
def depth(n=0):
    try: return depth(n + 1)
    except RecursionError: return n
print(150 < depth() < 200)
sys.setrecursionlimit(5000); print(4900 < depth() < 5000)
for v in (0, -1, 'x', 1.5, 2**70): show(sys.setrecursionlimit, v)
def at_depth(n):
    if n: return at_depth(n - 1)
    sys.setrecursionlimit(20)
show(at_depth, 100)
sys.setrecursionlimit(1000)
def gen(n):
    yield from gen(n + 1)
show(list, gen(0))
class M(type):
    def __instancecheck__(c, o): return isinstance(o, c)
class MM(metaclass=M): pass
show(isinstance, 1, MM)
def deep_except():
    try: deep_except()
    finally: pass
show(deep_except)
class Prop:
    @property
    def p(self): return self.p
show(lambda: Prop().p)
l = []; l.append(l); print(l, l == l); d = {}; d['d'] = d; print(d); s = [1]; s.append((s, {'s': s})); print(s)
l2 = []; l2.append(l2); show(lambda: l == l2)
