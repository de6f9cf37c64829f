# metaclass, descriptors, slots details
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: type('X', (), {'__slots__': 3}))
t(lambda: type('X', (), {'__slots__': ['a b']}))
t(lambda: type('X', (), {'__slots__': ('a',), 'a': 1}))
t(lambda: type('X', (int,), {'__slots__': ('a',)}))
t(lambda: type('X', (object,), {'__slots__': ('__dict__', '__dict__')}))
t(lambda: type(1, (), {})); t(lambda: type('a', 1, {})); t(lambda: type('a', (), 1)); t(lambda: type('a', (1,), {})); t(lambda: type(1, 2)); t(lambda: type())
t(lambda: type.__new__(type)); t(lambda: type('a', (), {'__qualname__': 1}))
class A:
    __slots__ = ('x', '__y', '__dict__')
    def __init__(self): self.x = 1; self.__y = 2; self.z = 3
a = A(); print(a.x, a._A__y, a.z, a.__dict__, A.__slots__, A.x, type(A.x))
class B(A): __slots__ = ('w',)
b = B(); b.w = 4; print(b.w, b.__dict__)
class C:
    def __eq__(self, o): return True
t(lambda: hash(C())); print(C.__hash__, C() == 5, C() != 5)
class D:
    x = 1
    @classmethod
    def make(cls, *a): return cls, a
    @staticmethod
    def st(a): return a
    @property
    def p(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'ga ' + n
print(D().p, D().q, D.make(1)[1], D().make(2)[1], D.st(3), D().st(4))
class Meta(type):
    def __getattr__(cls, n): return 'meta ' + n
    def __len__(cls): return 7
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, i): return ('item', i)
    def __repr__(cls): return 'M!' + cls.__name__
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return 5
    def __add__(cls, o): return 'added'
class E(metaclass=Meta): pass
print(E.foo, len(E), list(E), 1 in E, E[3], E, hash(E), E + 1, [E])
class F:
    def __init_subclass__(cls, **kw): cls.kw = kw
class G(F, a=1, b=2): pass
print(G.kw)
t(lambda: F.__init_subclass__(1))
class H:
    def __new__(cls, *a, **k):
        o = super().__new__(cls); o.args = a, k; return o
    def __init__(self, *a, **k): self.inited = True
h = H(1, k=2); print(h.args, h.inited)
class I:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(I())
class J: pass
j = J(); j.__dict__ = {'a': 1}; print(j.a, vars(j))
t(lambda: setattr(j, '__dict__', 5)); 
def deld(): del j.__dict__
t(lambda: setattr(J, '__name__', 5)); J.__name__ = 'JJ'; print(J, J.__name__, J.__qualname__)
t(lambda: setattr(int, 'foo', 5)); t(lambda: delattr(J, 'nope')); t(lambda: setattr(J, '__bases__', ()))
class K(J): y = 2
print(J.__subclasses__(), K.__base__, K.mro(), K.__mro__[0].__name__)
print(K.__dict__.get('y'), '__dict__' in J.__dict__, '__dict__' in K.__dict__, type(J.__dict__).__name__)
t(lambda: J.__dict__.__setitem__('a', 1))
print(sorted(n for n in dir(j)if not n.startswith('__')), dir(K)[-1])
class L:
    a: int = 1
    b: 'str'
    def f(self): pass
print(L.__annotations__, L.__module__, L.__doc__, L.f.__qualname__, L().f.__func__ is L.f)
print(callable(L), callable(L()), callable(5), callable(lambda: 0))
class N:
    def __call__(self): return 'called'
n = N(); print(n()); n.__call__ = lambda: 'inst'; print(n(), n.__call__())
class O:
    def __get__(self, i, o): return 'nondata'
class P: o = O()
p = P(); p.__dict__['o'] = 'inst'; print(p.o)
class Q:
    def __format__(self, s): return 'fmt<' + s + '>'
    def __bytes__(self): return b'q'
    def __dir__(self): return ['z', 'a']
    def __sizeof__(self): return 1
    def __round__(self, n=None): return ('r', n)
    def __reversed__(self): return iter('rev')
    def __length_hint__(self): return 3
print(f'{Q():x>3}', bytes(Q()), dir(Q()), round(Q()), round(Q(), 2), list(reversed(Q())))
import sys
print(isinstance(Q, type), type(type) is type, type(Q).__name__, object.__class__, type.__base__, object.__base__)
print(int.__mro__, bool.__bases__, type.__mro__)
x = J(); y = J(); print(x == x, x == y, x != y, hash(x) == hash(x), x is x)
print(super(K, K()).__repr__().startswith('<__main__'), repr(super(K, K()))[:20])
class R:
    def __init__(self): self.a, self.b = 1, 2
    def swap(self): self.a, self.b = self.b, self.a; return self
    def inc(self): self.a += 10; self.c = [*range(3)]; self.c[0] += 5; return self.c
r = R(); print(vars(r.swap()), r.inc(), vars(r))
del r.a; print(vars(r)); r.a = 5; print(list(vars(r)))
t(lambda: r.zzz); t(lambda: R.zzz); t(lambda: None.foo); t(lambda: (lambda: 0).foo); t(lambda: sys.foo)
