# Which comparisons a sort makes and in which order; what happens to the list meanwhile; subclasses of containers.
def t(f, *a):
    try:
        print(f(*a))
    except BaseException as e:
        print(type(e).__name__, e)
class C:
    log = []
    def __init__(self, v, i): self.v = v; self.i = i
    def __lt__(self, o):
        C.log.append((self.i, o.i)); return self.v < o.v
    def __repr__(self): return '%d/%d' % (self.v, self.i)
seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % (1 << 31)
    return seed // 65536 % n
for n in (0, 1, 2, 3, 10, 63, 64, 65, 100, 200, 300):
    for kind in range(5):
        C.log = []
        if kind == 0: l = [C(rnd(1000), i) for i in range(n)]
        elif kind == 1: l = [C(i, i) for i in range(n)]
        elif kind == 2: l = [C(n - i, i) for i in range(n)]
        elif kind == 3: l = [C(i // 10 if i % 20 < 10 else n - i // 10, i) for i in range(n)]
        else: l = [C(rnd(4), i) for i in range(n)]
        l.sort(reverse=kind == 3)
        h = 0
        for p in C.log: h = (h * 31 + p[0] * 7 + p[1]) % 1000000007
        print(n, kind, len(C.log), h, l[:5], l[-3:])
words = ['b', 'A', 'a', 'B', 'é', '', 'aa', 'a\x00', 'Z', 'z' * 9, 'z' * 8, 'z' * 8 + 'a', '日本', 'abcdefgh', 'abcdefghi', 'abcdefg']
print(sorted(words), sorted(words[:4] + words[5:12]), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words[5:12], reverse=True))
print(sorted([3, 1.5, True, 2**70, -2**70, 0.1]), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([[2], [1, 2], [1]]))
t(sorted, [1, 'a']); t(sorted, [None, None]); t(sorted, 5); t(lambda: sorted([1], 2)); t(lambda: sorted())
l = [3, 1, 2]
def key(x):
    l.append(1); return x
t(lambda: l.sort(key=key)); print(l)
l = [3, 1, 2]
def key(x):
    print(l, len(l)); return -x
l.sort(key=key); print(l)
def bad(x):
    if x == 2: raise RuntimeError('key')
    return x
l = [3, 1, 2]; t(lambda: l.sort(key=bad)); print(l)
class B:
    def __lt__(self, o): raise RuntimeError('lt')
t(lambda: sorted([B(), B()]))
l = [1, 2, 3, 4, 5]
l[1:3] = 'abc'; print(l); l[::2] = [0] * len(l[::2]); print(l); del l[::3]; print(l); l[:0] = (9, 8); print(l); l[10:] = [7]; print(l); l[2:2] = l; print(l)
t(lambda: l.__setitem__(slice(None, None, 2), [1])); t(lambda: l.__delitem__(100)); t(lambda: l.__getitem__('a'))
class Idx:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
print(l[Idx(1)], l[Idx(1):Idx(3)], [0] * Idx(3), range(Idx(5)), list(range(Idx(1), Idx(4), Idx(2))))
class L(list):
    def __init__(self, *a): super().__init__(*a); self.tag = 'x'
    def __getitem__(self, i): return ('got', super().__getitem__(i))
x = L([1, 2, 3]); print(x, x[0], x.tag, list(x), x + [4], x * 2, x == [1, 2, 3], len(x), type(x.copy()), x[0:2], [*x])
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
y = T(1, 2, 3); print(y, y.first, y + (4,), hash(y) == hash((1, 2, 3)), y == (1, 2, 3), type(y[:2]), {y: 1}[(1, 2, 3)]); y.z = 5; print(y.z, y.__dict__)
class S(set): pass
z = S('ab'); z.q = 1; print(sorted(z), z.q, type(z | {1}), type(z.copy()), repr(S([1])))
class F(frozenset):
    def __new__(cls, it=(), name='n'):
        o = super().__new__(cls, it); o.name = name; return o
w = F([1, 2], name='w'); print(w, w.name, hash(w) == hash(frozenset([1, 2])), w == {1, 2})
import sys
