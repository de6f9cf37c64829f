class P:
    def __init__(self, order):
        for c in order:
            if c == 'a': self.a = 1
            elif c == 'b': self.b = 2
            elif c == 'c': self.c = 3
            elif c == 'd': self.d = 4
            elif c == 'x': setattr(self, 'x', 9)
            elif c == 'A': del self.a
            elif c == 'B': del self.b
            elif c == '.': self.__dict__
def perms(s):
    if len(s) <= 1: yield s; return
    for i in range(len(s)):
        for r in perms(s[:i] + s[i+1:]): yield s[i] + r
for o in perms('abcd'): print(o, list(vars(P(o))))
for o in ('xab', 'axb', 'abx', 'abxcd', 'abAa', 'abBcb', 'a.b', 'ab.Ax', 'dcbaAa', 'xabAaBb', 'abcdABba', 'xaAxa'): print(o, list(vars(P(o)).items()))
class Q(P):
    def __init__(self):
        super().__init__('ba')
        self.q = 5
        self.a = 7
    def more(self): self.z = 1; self.y = 2
q = Q(); q.more(); print(vars(q)); del q.q; q.more(); q.q = 1; print(vars(q))
class R(Q):
    a = 'class a'
    @property
    def b(self): return 'prop b'
    @b.setter
    def b(self, v): print('set b', v)
r = R(); print(r.a, r.b, vars(r)); del r.a; print(r.a)
class S1:
    def __init__(self): self.s1 = 1
class S2:
    def __init__(self): self.s2 = 2
class S3(S1, S2):
    def __init__(self): S2.__init__(self); S1.__init__(self); self.s3 = 3
print(vars(S3()))
class Late: pass
def init(self, n): self.n = n
Late.__init__ = init
print(Late(4).n, vars(Late(5)))
objs = [P('abcd') for _ in range(5)]
for i, o in enumerate(objs):
    if i % 2: o.__dict__['e'] = i
    o.a += i
print([(o.a, vars(o).get('e')) for o in objs])
def poly(o): return o.v
class V1: v = 1
class V2:
    def __init__(self): self.v = 2
class V3:
    @property
    def v(self): return 3
class V4:
    __slots__ = 'v'
    def __init__(self): self.v = 4
class V5:
    def __getattr__(self, n): return 5
class V6(dict):
    v = 6
for _ in range(3): print([poly(o) for o in (V1(), V2(), V3(), V4(), V5(), V6(), V1, V6)])
v2 = V2(); V1.v = 'new'; V2.v = property(lambda s: 'dd'); print(poly(V1()), poly(v2))
def callm(o): return o.m()
class M1:
    def m(self): return 'M1'
class M2(M1):
    def m(self): return 'M2' + super().m()
class M3:
    m = staticmethod(lambda: 'M3')
class M4:
    @classmethod
    def m(cls): return cls.__name__
class M5:
    def __init__(self): self.m = lambda: 'M5'
class M6(M1):
    pass
for _ in range(2): print([callm(o) for o in (M1(), M2(), M3(), M4(), M5(), M6(), M4, M3)])
M1.m = lambda self: 'patched'; print(callm(M6()), callm(M2())); o = M6(); o.m = lambda: 'own'; print(callm(o)); del o.m; print(callm(o))
class Cnt:
    n = 0
    def __init__(self): Cnt.n += 1; self.id = self.n
print([Cnt().id for _ in range(3)], Cnt.n)
def many():
    class Temp:
        def __init__(self, k): self.k = k
    return Temp(3).k
print(sum(many() for _ in range(50)))
class Big:
    def __init__(self):
        self.a1=self.a2=self.a3=self.a4=self.a5=self.a6=self.a7=self.a8=self.a9=self.b1=self.b2=self.b3=self.b4=self.b5=self.b6=self.b7=self.b8=self.b9=1
        self.c1=self.c2=self.c3=self.c4=self.c5=self.c6=self.c7=self.c8=self.c9=self.d1=self.d2=self.d3=self.d4=self.d5=self.d6=self.d7=self.d8=self.d9=2
        self.e1=self.e2=self.e3=self.e4=self.e5=self.e6=self.e7=self.e8=self.e9=self.f1=self.f2=self.f3=self.f4=self.f5=self.f6=self.f7=self.f8=self.f9=3
print(len(vars(Big())), ''.join(str(v) for v in vars(Big()).values()), list(vars(Big()))[-1])
