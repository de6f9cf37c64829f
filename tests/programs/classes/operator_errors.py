class V:
    def __init__(self, v): self.v = v
    def __add__(self, o): return ('add', self.v, getattr(o, 'v', o))
    def __radd__(self, o): return ('radd', self.v, o)
    def __iadd__(self, o): self.v += o; return self
    def __eq__(self, o): return isinstance(o, V) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __hash__(self): return hash(self.v)
    def __bool__(self): return self.v != 0
    def __len__(self): return self.v
    def __getitem__(self, i):
        if i >= self.v: raise IndexError
        return i * 10
    def __contains__(self, x): return x == 'in'
    def __call__(self, *a, **k): return (a, k)
    def __neg__(self): return -self.v
    def __index__(self): return self.v
    def __iter__(self): return iter(range(self.v))
    def __repr__(self): return f'V({self.v})'
v = V(3)
print(v + 1, 1 + v, v + V(4), [1] + [2])
v += 5
print(v, v == V(8), v != V(8), v < V(9), v > V(7), bool(V(0)), len(v), v[2], 'in' in v, 3 in v)
print(v(1, x=2), -v, [0] * V(2), list(V(3)), sorted([V(3), V(1)]))
class R(V):
    def __radd__(self, o): return 'R.radd'
print(V(1) + R(2))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: 1 + 'a'); t(lambda: 'a' + 1); t(lambda: [1] + 1); t(lambda: (1,) + [1]); t(lambda: [1] * 'a'); t(lambda: 1 @ 2)
t(lambda: -'a'); t(lambda: ~1.5); t(lambda: 1 < 'a'); t(lambda: [] < 1); t(lambda: object() < object()); t(lambda: 1 in 1); t(lambda: len(1))
t(lambda: 1[0]); t(lambda: {}[[]]); t(lambda: hash([])); t(lambda: iter(1)); t(lambda: next(1)); t(lambda: (1)()); t(lambda: int[0]); t(lambda: print >> 1); t(lambda: b'a' + 'a')
t(lambda: divmod(1, 'a')); t(lambda: 2 ** 'a'); t(lambda: {} | 1)
def asg():
    x = 1; x += 'a'
t(asg)
def dl():
    x = (1,); del x[0]
t(dl)
def st():
    x = 'abc'; x[0] = 1
t(st)
class N:
    __hash__ = None
    def __len__(self): return -1
    def __bool__(self): return 3
t(lambda: hash(N())); t(lambda: len(N())); t(lambda: bool(N()))
class It:
    def __iter__(self): return 3
t(lambda: iter(It()))
class Rp:
    def __repr__(self): return 3
    def __str__(self): return 4
t(lambda: repr(Rp())); t(lambda: str(Rp()))
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
print(list(Seq()), 2 in Seq(), 9 in Seq())
class Cnt:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(Cnt()), [x for x in Cnt()])
class Init:
    def __init__(self): return 5
t(Init)
print((5).__add__(3), int.__add__(1, 2), [].__len__(), 'a'.__eq__('a'), (1).__lt__('x'))
t(lambda: int.__add__('a', 1)); t(lambda: (1).__add__()); t(lambda: object().__format__('x'))
print(object.__repr__(1)[:8], type(object()).__name__, [].__class__, type.__call__(int, '5'))
class Ctx:
    def __enter__(self): print('enter'); return self
    def __exit__(self, *a): print('exit', a[0]); return True
with Ctx(): raise ValueError
class Del:
    def __del__(self): print('del')
d = Del(); del d
d = Del(); d = None
print('end')
