# Weak references and proxies: what can be referenced, callbacks and their order, cycles, subclasses.
# wasm: yes
import gc, sys, math
from _weakref import ref, proxy, getweakrefcount, getweakrefs, ReferenceType, ProxyType, CallableProxyType, _remove_dead_weakref

def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print('ok', type(r).__name__, r if not isinstance(r, (ref, ProxyType)) else '')
    except BaseException as e:
        print(type(e).__name__, e)

class C:
    def __init__(self, v=0): self.v = v
    def __repr__(self): return f'C({self.v})'
    def m(self): return self.v

# what can be referenced
def f(): pass
def g(): yield
async def co(): pass
async def ag(): yield
class S:
    __slots__ = ('a',)
class W:
    __slots__ = ('a', '__weakref__')
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
class St(str): pass
class By(bytes): pass
class E(Exception): pass
c = co()
things = [C(), C, f, g(), c, ag(), {1}, frozenset([1]), gc, S(), W(), L(), D(), I(3), T((1,)), St('x'), By(b'x'), E(),
  1, 'x', b'x', bytearray(b'x'), 1.5, 1j, None, True, [], (), {}, range(3), slice(1), len, [].append, C().m, C.m, object(), type, int,
  print, iter([]), iter(()), enumerate([]), zip(), map(f, []), filter(f, []), reversed([]), {}.keys(), {}.items(),
  property(f), classmethod(f), staticmethod(f), super(C, C()), ValueError(), NotImplemented, ..., list[int], int | str,
  type.__dict__, type.__dict__['mro'], str.join, (lambda: 0), ref(C), sys.stdout, C.__dict__, iter(range(3)), dict.__dict__['fromkeys'],
  (1).__add__, C.__dict__['__weakref__'], gc.__dict__ if False else 0]
for t in things:
    try:
        r = ref(t)
        print(type(t).__name__, 'yes', r() is t, hash(r) == hash(t) if type(t).__hash__ else None)
    except TypeError as e:
        print(type(t).__name__, e)
c.close()
# arguments
o = C(1)
show(ref)
show(ref, o, None, 3)
show(ref, o, callback=None)
show(ref, object=o)
show(proxy)
show(proxy, 1)
show(proxy, o, None, 1)
show(getweakrefcount)
show(getweakrefcount, 3)
show(getweakrefs, 3)
r = ref(o)
show(r, 1)
show(r, a=1)
print(r is ref(o), r is ref(o, None), ref(o, f) is ref(o, f))
print(r == ref(o), r != ref(o), r == 3, r < r if False else '')
show(lambda: r < r)
print(getweakrefcount(o), len(getweakrefs(o)))
def f(*a): pass
r2 = ref(o, f)
p = proxy(o); p2 = proxy(o); print(p is p2)
p3 = proxy(o, f)
print(getweakrefcount(o), [type(x).__name__ for x in getweakrefs(o)], getweakrefs(o)[0] is r)
print(r.__callback__, r2.__callback__ is f)
show(lambda: setattr(r, '__callback__', 1))
show(lambda: setattr(r, 'x', 1))
print(p.v, p.m(), str(p), repr(p).split(' at ')[0], bool(p))
p.v = 9; print(o.v)
del p.v
show(lambda: p.v)
show(hash, p)
print(isinstance(p, C), type(p), p.__class__, type(p3))
del o
print(r(), r2())
print(repr(r).split('; ')[1], repr(p).split(' to ')[1].split(' at ')[0])
for op in [lambda: p.v, lambda: setattr(p, 'v', 1), lambda: str(p), lambda: bool(p), lambda: p + 1, lambda: 1 + p, lambda: len(p), lambda: p[0],
           lambda: iter(p), lambda: next(p), lambda: 1 in p, lambda: -p, lambda: p == p, lambda: p < 1, lambda: p.__class__, lambda: int(p), lambda: isinstance(p, C), lambda: dir(p)]:
    show(op)
show(hash, r)
r = ref(C()); print(r(), r == r, r == ref(f), ref(C()) == ref(C()))

# callback order
log = []
class K: pass
k = K()
refs = [ref(k, lambda r, i=i: log.append((i, r()))) for i in range(4)]
pr = proxy(k, lambda r: log.append(('p', type(r).__name__)))
last = ref(k, lambda r: log.append('last'))
plain = ref(k)
gone = ref(k, lambda r: log.append('never')); del gone
del k
print(log); log.clear()
# raising callback
def bad(r): raise ValueError('bad')
k = K(); r = ref(k, bad); 
sys.unraisablehook if hasattr(sys, 'unraisablehook') else None
# equality/hashing of refs through objects
class H:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, H) and self.n == o.n
    def __hash__(self): return hash(self.n)
a, b = H(1), H(1)
ra, rb = ref(a), ref(b)
print(ra == rb, hash(ra) == hash(rb), {ra: 1}[rb])
rc = ref(b, lambda r: None)
del a
print(ra == rb, ra != rb, hash(ra) == hash(1))
del b
show(hash, rb)
show(hash, rc)
# cycles
class N:
    def __init__(self, name): self.name = name; self.me = self
    def __del__(self): log.append(('del', self.name))
n = N('a'); m = N('b'); n.o = m; m.o = n
r1 = ref(n, lambda r: log.append(('cb1', r() is None, r2() is None)))
r2 = ref(m, lambda r: log.append(('cb2', r() is None, r1() is None)))
del n, m
print(gc.collect() > 0, sorted(log)); log.clear()
# reference in garbage: no callback
n = N('c'); n.r = ref(n, lambda r: log.append('never'))
out = ref(n, lambda r: log.append('out'))
del n; gc.collect(); print(log); log.clear()
# resurrection
class Z:
    def __del__(self):
        global zombie
        zombie = self
z = Z(); rz = ref(z); del z
print(rz() is None or rz() is zombie, type(zombie).__name__)
zombie = None
print(rz())
# subclass
class R(ref):
    __slots__ = ('key',)
    def __new__(cls, o, cb=None, key=None):
        s = super().__new__(cls, o, cb)
        s.key = key
        return s
    def __init__(self, o, cb=None, key=None): super().__init__(o, cb)
    def __call__(self): return ('called', super().__call__())
o = C(5)
x = R(o, None, 'k'); y = R(o, key='j'); print(x is y, x == y, x.key, y.key, x(), hash(x) == hash(o), repr(type(x)))
print(isinstance(x, ref), type(getweakrefs(o)[0]).__name__, getweakrefcount(o))
class R2(ref): pass
q = R2(o); q.attr = 1; print(q.attr, q(), R2(o) is q)
show(R2, o, None, 1); show(R2); show(R2, o, k=1)
print(ref[int], ref.__name__, ref.__module__, ProxyType.__name__, ProxyType.__module__, CallableProxyType)
show(ProxyType); show(lambda: type('X', (ProxyType,), {}))
# _remove_dead_weakref
o = C(); d = {1: ref(o), 2: 5}
_remove_dead_weakref(d, 1); print(1 in d); del o; _remove_dead_weakref(d, 1); print(d)
_remove_dead_weakref(d, 99)
show(_remove_dead_weakref, d, 2); show(_remove_dead_weakref, [], 2); show(_remove_dead_weakref, d)
