# Deep nesting, cycles, impossible sizes, length hints, reversing, and argument errors of container methods.
def t(f, *a):
    try:
        print(f(*a))
    except BaseException as e:
        print(type(e).__name__, e)
x = []
for i in range(1000000): x = [x]
del x
x = ()
for i in range(1000000): x = (x,)
del x
x = {}
for i in range(300000): x = {1: x}
del x
x = None
for i in range(300000): x = iter([x])
del x
x = []
for i in range(100000): x = [x]
t(repr, x)
y = []
for i in range(100000): y = [y]
t(lambda: x == y)
x = ()
for i in range(100000): x = (x,)
t(hash, x)
l = []; l.append(l)
t(lambda: l == l)
m = []; m.append(m)
t(lambda: l == m)
# cycles
for i in range(100000):
    a = []; b = {'a': a}; a.append(b); c = (a, {b.__class__: 1}); b['c'] = c
class Node:
    def __init__(self): self.me = self; self.l = [self]; self.d = {self: {self}}
for i in range(50000): Node()
print('ok')
t(lambda: [0] * 10**15); t(lambda: list(range(10**15))); t(lambda: (0,) * 10**18); t(lambda: [1, 2] * 2**63)
class H:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __iter__(self): return iter([1])
t(lambda: list(H(-1))); t(lambda: list(H(5))); t(lambda: list(H('a'))); t(lambda: len(H(2**70))); t(lambda: bool(H(0)))
class LH:
    def __init__(self, v): self.v = v
    def __iter__(self): return self
    def __next__(self): raise StopIteration
    def __length_hint__(self): return self.v
t(lambda: list(LH(-1))); t(lambda: list(LH('a'))); t(lambda: list(LH(NotImplemented))); t(lambda: list(LH(3)))
class R:
    def __reversed__(self): return iter('rev')
class R2:
    __reversed__ = None
t(lambda: list(reversed(R()))); t(lambda: reversed(R2())); t(lambda: reversed({1})); t(lambda: reversed(5))
class NI:
    __iter__ = None
t(lambda: iter(NI())); t(lambda: list(NI())); t(lambda: 1 in NI())
class NC:
    def __iter__(self): return iter([1])
    __contains__ = None
t(lambda: 1 in NC())
class BI:
    def __iter__(self): return 5
t(lambda: list(BI())); t(lambda: [*BI()])
def up():
    a, b = BI()
t(up)
class E1:
    def __iter__(self): return self
    def __next__(self): raise ValueError('x')
t(lambda: list(E1())); t(lambda: set(E1())); t(lambda: dict(E1())); t(lambda: tuple(E1())); t(lambda: 5 in E1()); t(lambda: [].extend(E1())); t(lambda: list(map(str, E1()))); t(lambda: list(zip([1], E1())))
class KM:
    def keys(self): return ['a', 'b']
    def __getitem__(self, k): return k * 2
print(dict(KM()), {**KM()}, dict(KM(), c=1))
class KM2:
    def keys(self): return 5
    def __getitem__(self, k): return k
t(lambda: dict(KM2())); t(lambda: {**KM2()})
class KM3:
    def keys(self): raise AttributeError('inner')
t(lambda: dict(KM3())); t(lambda: {**KM3()})
print(list({}.keys()), {}.keys() == set(), {1: 2}.keys().mapping, type({1: 2}.keys().mapping), {1: 2}.items().isdisjoint([(1, 2)]))
import sys
d = dict.fromkeys(range(10)); 
for k in list(d): 
    if k % 2: d.pop(k)
print(d, d.popitem(), d); d['x'] = 1; print(d, list(reversed(d)), next(iter(d)), next(reversed(d)))
g = (i for i in range(3)); print(list(g), list(g)); print(list(zip(range(3), (c for c in 'abc'))))
print([i for i in range(10, 0, -3)], range(0, 10, 3)[-1], range(10)[::-1], range(5) == range(0, 5, 1), hash(range(3)) == hash(range(0, 3)), len(range(-5, 5, 2)), 3 in range(0, 10, 3), range(10).index(4), range(2**65, 2**65 + 3)[1], list(range(2**65, 2**65 + 3)), list(reversed(range(2**65, 2**65 + 3))))
t(lambda: range(1, 2, 0)); t(lambda: range('a')); t(lambda: range(1.0)); t(lambda: len(range(2**70)))
s = slice(1, 2); print(s, s.start, s.step, s == slice(1, 2), slice(None, 5).indices(3), hash(slice(1, 2)) == hash(slice(1, 2)))
def setattr_test():
    s.start = 5
t(setattr_test)
def wr():
    type.__dict__['x'] = 1
t(wr)
print(type(int.__dict__), 'real' in int.__dict__)
print(list[int], dict[str, int], tuple[int, ...], set[int], frozenset[str])
t(lambda: [].foo); t(lambda: {}.foo); t(lambda: [].append()); t(lambda: [].append(1, 2)); t(lambda: [].pop(1, 2)); t(lambda: [].clear(1)); t(lambda: {}.get()); t(lambda: {}.pop()); t(lambda: {1}.add()); t(lambda: [].sort(1)); t(lambda: [].sort(foo=1)); t(lambda: [].index()); t(lambda: {}.keys(1)); t(lambda: {}.items(a=1)); t(lambda: [].append(x=1)); t(lambda: list(x=1)); t(lambda: tuple(x=1)); t(lambda: set(x=1)); t(lambda: set(1, 2)); t(lambda: frozenset(1, 2)); t(lambda: range()); t(lambda: slice()); t(lambda: enumerate()); t(lambda: zip(foo=1)); t(lambda: map()); t(lambda: filter()); t(lambda: reversed()); t(lambda: (1).__add__()); t(lambda: {1}.union(5)); t(lambda: [].insert(1)); t(lambda: list.append(5, 1)); t(lambda: list.append()); t(lambda: dict.fromkeys()); t(lambda: {}.update(1, 2)); t(lambda: {}.setdefault())
