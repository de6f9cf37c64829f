# Keys and items whose comparison fails or changes the container; iteration that changes it; iterators.
def t(f, *a):
    try:
        print(f(*a))
    except BaseException as e:
        print(type(e).__name__, e)

class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return self.v % 3
    def __eq__(self, o):
        return isinstance(o, K) and self.v == o.v
    def __repr__(self): return 'K%d' % self.v
    def __lt__(self, o): return self.v < o.v

d = {}
for i in range(20): d[K(i)] = i
print(d)
for i in range(0, 20, 2): del d[K(i)]
print(d, len(d), K(3) in d, K(4) in d, d[K(5)])
s = set(K(i) for i in range(10))
print(s); s.discard(K(3)); print(s, K(3) in s)

class Evil:
    def __init__(self, d, n): self.d = d; self.n = n
    def __hash__(self): return 1
    def __eq__(self, o):
        if self.n > 0:
            self.n -= 1
            self.d.clear()
            for i in range(50): self.d[i] = i
        return self is o
    def __repr__(self): return 'Evil'
d = {}
d[Evil(d, 0)] = 1
t(lambda: d.get(Evil(d, 2)))
print(len(d))
d = {}
d[Evil(d, 3)] = 1
d[Evil(d, 3)] = 2
print(len(d))
s = set()
class Evil2(Evil):
    def __eq__(self, o):
        if self.n > 0:
            self.n -= 1
            self.d.clear()
            for i in range(50): self.d.add(i)
        return self is o
    __hash__ = Evil.__hash__
s.add(Evil2(s, 2)); s.add(Evil2(s, 2)); print(len(s))

class BadHash:
    def __hash__(self): raise ValueError('nohash')
class BadEq:
    def __hash__(self): return 5
    def __eq__(self, o): raise KeyError('noeq')
t(lambda: {BadHash(): 1}); t(lambda: {BadHash()})
x = {5: 1, 'a': 2}
t(lambda: x[BadEq()]); t(lambda: BadEq() in x); t(lambda: x.get(BadEq())); t(lambda: x.pop(BadEq())); t(lambda: x.setdefault(BadEq()))
y = {5}
t(lambda: BadEq() in y); t(lambda: y.discard(BadEq()));t(lambda: y | {BadEq()})
t(lambda: [1, BadEq()].index(3)); t(lambda: (1, BadEq()).count(3)); t(lambda: [BadEq()] == [1]); t(lambda: [BadEq()].remove(2))

class M(dict):
    def __missing__(self, k): return 'missing %r' % (k,)
m = M(a=1); print(m['a'], m['b'], m.get('b'), 'b' in m); m.x = 5; print(m.x, m, type(m), m.copy().__class__)
class D2(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.log = []
    def __setitem__(self, k, v):
        self.log.append(k); super().__setitem__(k, v)
d2 = D2([(1, 2)], z=3); d2[7] = 8; d2.update({9: 1}); print(d2, d2.log, D2.fromkeys([1, 2]))

# iteration changes
def chg(d):
    for k in d: d[k + 100] = 1
t(chg, {1: 1})
def chg2(d):
    for k in d: del d[k]
t(chg2, {1: 1, 2: 2})
def chg3(d):
    for k in list(d): del d[k]
    return d
t(chg3, {1: 1, 2: 2})
def chg4(d):
    n = 0
    for k in d:
        n += 1
        if n > 20: return 'loop'
        del d[k]; d[k + 100] = 1
    return n
t(chg4, {1: 1, 2: 2})
t(chg4, {1: 1})
def chg5(s):
    for k in s: s.add(k + 100)
t(chg5, {1})
def chg6(l):
    n = 0
    for x in l:
        n += 1
        if n < 5: l.append(n)
        if n == 3: l.pop(0)
    return l
t(chg6, [1])
# reprs
l = [1]; l.append(l); print(l); d = {1: l}; d[2] = d; l.append(d); print(d); tp = (l,); print(tp)
print({1: [2]}.items(), {1}.__class__, [()], ((),), (((1,),),), {(): set()}, frozenset({frozenset()}))
it = iter(l); del l[:]; print(list(it)); print(list(it))
print(list(reversed([1,2,3])), list(reversed({1:2,3:4})), list(reversed({1:2,3:4}.values())), list(reversed({1:2}.items())), list(reversed(range(5))), list(reversed('abc')), list(reversed((1,2))))
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
print(list(Seq()), list(reversed(Seq())), 20 in Seq(), 5 in Seq(), [*Seq()], tuple(Seq()), set(Seq()), dict(zip(Seq(), Seq())))
a, *b = Seq(); print(a, b)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
    def __length_hint__(self): print('hint'); return 10
print(list(It(3)), tuple(It(2)), sorted(It(4)), sum(It(4)), [*It(2)], {*It(2)}, max(It(3)))
x, y, z = It(3); print(x, y, z)
print(dict.fromkeys('abc'), dict.fromkeys(range(3), 1))
print(list(iter([1,2,3].pop, 1)), list(map(lambda a, b: a + b, [1,2], [3,4,5])), list(filter(lambda v: v % 2, range(6))), list(zip('ab', [1,2], (3,4))))
