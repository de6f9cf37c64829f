def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
class Num:
    def __init__(self, v): self.v = v
def mk(op):
    return lambda self, o, *m: (op, self.v, getattr(o, 'v', o)) + m
for op in ('sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and', 'or', 'xor', 'matmul', 'divmod', 'add'):
    for p in ('', 'r', 'i'):
        if (p, op) != ('i', 'divmod'):
            setattr(Num, f'__{p}{op}__', mk(p + op))
n = Num(1); m = Num(2)
print(n - m, n * m, n / m, n // m, n % m, n ** m, n << m, n >> m, n & m, n | m, n ^ m, n @ m, divmod(n, m), n + m)
print(5 - n, 5 * n, 5 / n, 5 // n, 5 % n, 5 ** n, 5 << n, 5 >> n, 5 & n, 5 | n, 5 ^ n, 5 @ n, divmod(5, n), 'a' + n, [1] + n, (1,) * n, 1.5 + n)
x = n; x -= 1; print(x)
x = n; x @= 1; print(x); x = n; x **= 3; print(x); x = n; x //= 2; print(x); x = n; x >>= 2; print(x); x = n; x |= 2; print(x)
print(pow(n, 2, 3), pow(n, 2))
class Cmp:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return NotImplemented
    def __gt__(s, o): return ('gt', s.v)
    def __eq__(s, o): return ('eq', s.v)
print(Cmp(1) < Cmp(2), Cmp(1) == 2, 2 == Cmp(1), Cmp(1) != 2, 3 < Cmp(4))
t(lambda: Cmp(1) <= Cmp(2)); t(lambda: Cmp(1) < 5)
class Sub(int):
    def __add__(s, o): return 'sub add'
    def __radd__(s, o): return 'sub radd'
print(1 + Sub(2), Sub(1) + 2, Sub(1) + Sub(2), Sub(5) - 1, -Sub(3), abs(Sub(-3)), int(Sub(4)), float(Sub(4)), Sub(3) < 4, bool(Sub(0)), f'{Sub(3):03d}', Sub(3), repr(Sub(3)), [10, 20, 30][Sub(1)], 'abc' * Sub(2), range(Sub(3)), Sub(3) == 3.0)
class S(str):
    def __add__(s, o): return 'S+' + str(o)
    def __getitem__(s, i): return 'item'
    def __len__(s): return 42
    def __iter__(s): return iter([1])
    def __contains__(s, x): return True
    def __eq__(s, o): return 'eq'
    def __hash__(s): return 3
s = S('hello')
print(s + 1, s[0], len(s), list(s), 'zz' in s, s == 1, hash(s), s.upper(), s.join(['a', 'b']), 'x' + s, f'{s}', s.__class__.__name__)
class L(list):
    def __getitem__(s, i): return ('g', i)
    def __setitem__(s, i, v): print('set', i, v)
    def __delitem__(s, i): print('del', i)
    def append(s, x): super().append(x * 2)
    def __iter__(s): return iter('it')
l = L([1]); l.append(5); l[0] = 3; del l[1]; print(l[7], list.__len__(l), list(l), l, [*l], list.__getitem__(l, 1), l[1:2])
class D(dict):
    def __setitem__(s, k, v): super().__setitem__(k, v + 1)
    def __getitem__(s, k): return super().__getitem__(k) * 10
d = D(a=1); d['b'] = 5; print(d, d['a'], d['b'], d.get('b'), len(d), list(d), 'a' in d)
class T(tuple):
    def __new__(c, *a): return super().__new__(c, a)
    def total(s): return sum(s)
print(T(1, 2, 3), T(1, 2).total(), T(1) + (2,), T(1, 2) == (1, 2), hash(T(1, 2)) == hash((1, 2)), T(3, 4)[1], len(T()))
class St(set):
    def add(s, x): super().add(x + 1)
z = St([1]); z.add(1); print(z, type(z | {5}).__name__, 2 in z)
class F(float):
    def __repr__(s): return 'F' + float.__repr__(s)
print(F(1.5), [F(2)], F(1) + F(2), F('3.25'), F(2) == 2)
class By(bytes): 
    tag = 1
b = By(b'ab'); b.x = 3; print(b, b.x, b[0], b + b'c', b == b'ab')
class Ex(Exception):
    pass
e = Ex(1, 2); e.foo = 3; print(repr(e), e.args, e.foo, e.__dict__)
class Ex2(Exception):
    def __init__(self, a, *, b): self.a = a; self.b = b
    def __str__(self): return f'{self.a}-{self.b}'
try: raise Ex2(1, b=2)
except Ex2 as q: print(q, repr(q), q.args, q.__dict__)
t(Ex2); t(Ex2, 1); t(int.__new__, S); t(lambda: object.__new__(Sub)); t(lambda: int.__add__(1.5, 2)); t(lambda: list.append(1, 2)); t(lambda: str.upper(1)); t(lambda: dict.fromkeys())
print(type(int.__add__), type([].append), type(list.append), type(object().__str__), type(dict.fromkeys), type(dict.__dict__['fromkeys']), type(int.real) , int.__add__, [].append.__name__, list.append, (1).__add__(2), type((1).__add__))
print(int.from_bytes(b'\x01\x02', 'big'), dict.fromkeys('ab', 0), D.fromkeys('a', 1), str.maketrans('a', 'b'))
import math
print(math.floor(2.5), isinstance(True, (str, (int, float))), issubclass(bool, int))
def gen():
    x = yield 1
    print('got', x)
    try: yield 2
    finally: print('fin')
g = gen(); print(next(g), g.send('v')); g.close(); print(g.gi_frame is None if hasattr(g, 'gi_frame') else True)
class CM:
    def __enter__(self): return self
t(lambda: CM().__exit__)
def w():
    with CM(): pass
t(w)
def w2():
    with 5: pass
t(w2)
