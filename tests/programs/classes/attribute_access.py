class A:
    cls = 1
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def m(self): return self.x + self.y
a = A(1, 2)
print(a.x, a.y, a.cls, a.m())
a.y = 5
print(a.__dict__)
b = A.__new__(A)
b.y = 1
b.x = 2
print(b.__dict__, vars(b))
b.z = 3
print(b.__dict__)
c = A(1, 2)
c.extra = 9
print(c.__dict__)
d = A(1, 2)
del d.x
print(d.__dict__)
d.x = 7
print(list(d.__dict__))
d.__dict__['q'] = 4
print(d.q, d.x, d.m())
for f in (lambda: a.nope, lambda: A.nope, lambda: (1).foo, lambda: setattr(1, 'a', 2), lambda: delattr(a, 'nope'),
          lambda: setattr(object(), 'x', 1), lambda: [].append.foo):
    try:
        f()
    except AttributeError as e:
        print(e)
class G:
    def __getattr__(self, n):
        if n.startswith('a'): return n * 2
        raise AttributeError(n)
g = G()
print(g.abc)
try: g.xyz
except AttributeError as e: print(e)
class GA:
    def __init__(self): self.v = 3
    def __getattribute__(self, n):
        if n == 'magic': return 42
        return object.__getattribute__(self, n)
print(GA().magic, GA().v)
class S:
    def __setattr__(self, n, v):
        print('set', n, v)
        object.__setattr__(self, n, v)
    def __delattr__(self, n):
        print('del', n)
        super().__delattr__(n)
s = S()
s.a = 1
print(s.a)
del s.a
print(hasattr(s, 'a'))
class P:
    def __init__(self): self._v = 0
    @property
    def v(self): "doc"; return self._v
    @v.setter
    def v(self, n): self._v = n
    @property
    def ro(self): return 1
p = P()
p.v = 4
print(p.v, P.v.__doc__)
try: p.ro = 1
except AttributeError as e: print(e)
try: del p.v
except AttributeError as e: print(e)
class Slots:
    __slots__ = ('a', 'b')
s = Slots()
s.a = 1
print(s.a)
try: s.b
except AttributeError as e: print(e)
try: s.c = 1
except AttributeError as e: print(e)
print(hasattr(s, '__dict__'))
class D2(Slots): pass
d = D2(); d.a = 1; d.z = 3
print(d.a, d.__dict__)
class Desc:
    def __set_name__(self, o, n): self.n = n; print('named', n, o.__name__)
    def __get__(self, i, o): return (self.n, i is None, o.__name__)
class Data(Desc):
    def __set__(self, i, v): print('set', self.n, v)
    def __delete__(self, i): print('delete', self.n)
class T:
    a = Desc()
    b = Data()
t = T()
print(t.a, t.b, T.a)
t.b = 3
del t.b
t.a = 5
print(t.a)
class M(type):
    def __new__(m, n, b, d, **k):
        print('new', n, sorted(x for x in d if not x.startswith('__')), k)
        return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): print('init', n)
    def __call__(c, *a): print('call', a); return super().__call__(*a)
    @classmethod
    def __prepare__(m, n, b, **k): print('prepare', n, k); return {'injected': 1}
    @property
    def mp(cls): return 'mp' + cls.__name__
class X(metaclass=M, flag=3):
    y = 2
    def __init__(self, *a): self.a = a
print(X(1, 2).a, X.injected, X.mp)
class Base:
    def __init_subclass__(cls, tag=None, **k):
        super().__init_subclass__(**k)
        print('sub', cls.__name__, tag)
class Derived(Base, tag='t'): pass
try:
    class Bad(Base, foo=1): pass
except TypeError as e: print(e)
print(Base.__subclasses__())
