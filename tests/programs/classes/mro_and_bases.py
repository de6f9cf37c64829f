class A: 
    def f(self): return 'A'
class B(A): 
    def f(self): return 'B' + super().f()
class C(A): 
    def f(self): return 'C' + super().f()
class D(B, C): 
    def f(self): return 'D' + super().f()
print(D().f(), [c.__name__ for c in D.__mro__])
try:
    class E(A, B): pass
except TypeError as e: print(e)
try:
    class E(A, A): pass
except TypeError as e: print(e)
try:
    class E(bool): pass
except TypeError as e: print(e)
try:
    class E(int, str): pass
except TypeError as e: print(e)
try:
    class E(3): pass
except TypeError as e: print(e)
M1 = type('M1', (type,), {}); M2 = type('M2', (type,), {})
X1 = M1('X1', (), {}); X2 = M2('X2', (), {})
try:
    class E(X1, X2): pass
except TypeError as e: print(e)
T = type('T', (A,), {'x': 1})
print(T, T.x, T().f(), T.__name__, T.__bases__, type(T))
print(isinstance(D(), A), issubclass(D, (int, A)), isinstance(3, int | str), isinstance(True, int))
try: isinstance(1, 2)
except TypeError as e: print(e)
try: issubclass(1, int)
except TypeError as e: print(e)
class I(int):
    def __add__(self, o): return I(int(self) + int(o) + 100)
    def __repr__(self): return f'I({int(self)})'
print(I(3) + 4, I(3) * 2, 4 + I(3), I(5) == 5, hash(I(5)) == hash(5), {I(1): 2}[1])
class L(list):
    def __init__(self, *a): super().__init__(*a); self.tag = 'x'
    def __len__(self): return 99
l = L([1, 2]); l.append(3)
print(l, len(l), l.tag, l[1], l + [4], type(l + [4]))
class Tp(tuple):
    def __new__(cls, a, b): 
        o = super().__new__(cls, (a, b)); o.extra = a + b
        return o
t = Tp(1, 2)
print(t, t.extra, t.__dict__, t[0], t == (1, 2))
class Dd(dict):
    def __missing__(self, k): return k * 2
print(Dd(a=1)['a'], Dd()['zz'])
class St(str):
    def shout(self): return self.upper() + '!'
s = St('abc'); s.q = 1
print(s.shout(), s, s.q, s + 'd', len(s), s == 'abc', {s: 1}['abc'])
class F(float): pass
print(F(2.5) + 1, F(1.5))
class Ex(ValueError):
    def __init__(self, code): super().__init__('code %d' % code); self.code = code
try: raise Ex(5)
except ValueError as e: print(repr(e), e.code, e.args, e)
class Meta(type):
    def __instancecheck__(c, o): return o == 42
    def __subclasscheck__(c, o): return o is int
class Q(metaclass=Meta): pass
print(isinstance(42, Q), isinstance(1, Q), issubclass(int, Q), issubclass(str, Q))
class K:
    def __class_getitem__(cls, i): return (cls.__name__, i)
print(K[3], list[int], dict[str, int] , list[int].__origin__, list[int].__args__, int | None)
class W:
    def __mro_entries__(self, bases): return (A,)
class Z(W()): pass
print(Z.__mro__, Z.__orig_bases__[0].__class__.__name__)
A.f = lambda self: 'patched'
print(D().f(), B().f())
B.__bases__ = (C,)
print([c.__name__ for c in B.__mro__])
class O1:
    def __init__(self): self.a = 1
class O2:
    def __init__(self): self.b = 1
    def who(self): return 'O2'
o = O1(); o.__class__ = O2
print(o.who(), o.a)
try: (1).__class__ = O2
except TypeError as e: print(e)
print(D.__dict__['f'].__name__, sorted(k for k in A.__dict__))
