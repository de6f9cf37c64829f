# metaclasses, prepare, init_subclass, set_name, class_getitem, mro_entries, C3, slots, layout, __class__/__bases__
# wasm: yes
import sys
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, '__notes__', ''))
class M(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', name, bases, kw); return {'injected': 1}
    def __new__(mcls, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')), kw); return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', a, k); return super().__call__(*a, **k)
    def __getattr__(cls, n): return 'meta ' + n
    def __len__(cls): return 7
    def __iter__(cls): return iter('ab')
    def __contains__(cls, x): return x == 'q'
    def __getitem__(cls, k): return ('item', k)
    def __add__(cls, o): return ('add', o)
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
    def __repr__(cls): return f'<M {cls.__name__}>'
    def __bool__(cls): return False
    def __hash__(cls): return 42
    def __eq__(cls, o): return cls is o or o == 'eq'
    def __dir__(cls): return ['zz', 'aa']
    prop = property(lambda cls: 'prop of ' + cls.__name__)
class A(metaclass=M, x=1):
    y = 2
class B(A, z=3): pass
print(A(1) if False else '', B.injected, B.foo, len(A), list(A), 'q' in A, A[3], A + 1, isinstance(5, A), isinstance('x', A), issubclass(int, A), issubclass(str, A), A, bool(A), hash(A), A == 'eq', dir(A), A.prop)
show(lambda: type(A(1)).__name__)
show(lambda: A().prop)
show(lambda: type('X', (A,), {'a': 1}, k=2))
class NM:
    def __mro_entries__(self, bases): print('entries', len(bases)); return (A2,)
class A2: pass
class C(NM()): pass
print(C.__bases__, len(C.__orig_bases__))
class BadM:
    def __mro_entries__(self, bases): return 5
def f():
    class D(BadM()): pass
show(f)
def f():
    class D(3): pass
show(f)
def f():
    class D(A2, 'x'): pass
show(f)
def f():
    class D(metaclass=3): pass
show(f)
def meta(name, bases, ns, **kw): print('func meta', name, bases, kw, sorted(ns)); return 5
class FM(metaclass=meta, a=1): x = 1
print(FM)
class BadPrep(type):
    @classmethod
    def __prepare__(m, n, b): return 5
def f():
    class D(metaclass=BadPrep): pass
show(f)
class M1(type): pass
class M2(type): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
def f():
    class D(X1, X2): pass
show(f)
show(type, 'D', (X1, X2), {})
# C3
class P: pass
class Q(P): pass
def f():
    class R(P, Q): pass
show(f)
class U: pass
class V: pass
class W1(U, V): pass
class W2(V, U): pass
def f():
    class R(W1, W2): pass
show(f)
def f():
    class R(P, P): pass
show(f)
def f():
    class R(P, U, P): pass
show(f)
class CM(type):
    def mro(cls): return [cls, object] if cls.__name__ == 'Short' else super().mro()
class Short(P, metaclass=CM): pass
print(Short.__mro__, issubclass(Short, P))
class BM(type):
    def mro(cls): return 5
def f():
    class R(metaclass=BM): pass
show(f)
class BM2(type):
    def mro(cls): return [cls, 5]
def f():
    class R(metaclass=BM2): pass
show(f)
class BM3(type):
    def mro(cls): return [cls, int, object]
def f():
    class R(metaclass=BM3): pass
show(f)
# init_subclass / set_name
class I:
    def __init_subclass__(cls, /, k=None, **kw): print('init_subclass', cls.__name__, k, kw); super().__init_subclass__(**kw)
class J(I, k=1): pass
def f():
    class K(I, q=1): pass
show(f)
def f():
    class K(P, q=1): pass
show(f)
class SN:
    def __set_name__(self, o, n): print('set_name', o.__name__, n)
class BadSN:
    def __set_name__(self, o, n): raise ValueError('bad')
class L: a = SN(); b = SN()
def f():
    class K: a = SN(); b = BadSN(); c = SN()
show(f)
class SN2:
    def __set_name__(self): pass
def f():
    class K: a = SN2()
show(f)
# class_getitem
class G:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(G[1], G[int, str]); show(lambda: P[1]); show(lambda: P()[1]); show(lambda: G()[1])
class G2:
    __class_getitem__ = None
show(lambda: G2[1])
# slots
class S1: __slots__ = ('a', 'b')
class S2(S1): __slots__ = ('c',)
class S3(S1): pass
class S4: __slots__ = ('__dict__', 'x')
class S5: __slots__ = 'single'
class S6: __slots__ = {'d': 'doc of d', 'e': None}
s = S1(); s.a = 1; show(lambda: s.b); show(setattr, s, 'z', 1); show(lambda: s.__dict__); show(delattr, s, 'b'); show(delattr, s, 'z')
del s.a; show(lambda: s.a); s2 = S2(); s2.a = s2.c = 5; print(s2.a, s2.c, S2.__slots__, S1.a, S6.__slots__, S6.d.__doc__, type(S1.a), S1.a.__name__, S1.a.__objclass__)
s3 = S3(); s3.q = 1; s3.a = 2; print(s3.__dict__, S3.__dict__.get('__slots__')); s4 = S4(); s4.x = 1; s4.y = 2; print(s4.__dict__); s5 = S5(); s5.single = 1; print(s5.single)
for sl in [(1,), ('a b',), ('a', 'a'), ('__dict__', '__dict__'), ('__weakref__', '__weakref__'), ('',), ('1a',), 5, None, ('a', '__slots__'), 'abc', ['l'], iter(['it']), ('__class__',), ('é',)]: show(lambda: sorted(k for k in type('T', (), {'__slots__': sl}).__dict__ if k not in ('__module__', '__doc__')))
show(type, 'T', (), {'__slots__': ('a',), 'a': 1}); show(type, 'T', (S4,), {'__slots__': ('__dict__',)}); show(type, 'T', (int,), {'__slots__': ('a',)}); show(type, 'T', (tuple,), {'__slots__': ('a',)}); show(type, 'T', (int,), {'__slots__': ()}); show(type, 'T', (S3,), {'__slots__': ('__weakref__',)})
show(type, 'T', (S1, S5), {}); show(type, 'T', (S1, S2), {}); show(type, 'T', (S2, S1), {}); show(type, 'T', (int, str), {}); show(type, 'T', (int, S1), {}); show(type, 'T', (list, dict), {}); show(type, 'T', (int, float), {}); show(type, 'T', (bool,), {}); show(type, 'T', (type(None),), {}); show(type, 'T', (type(lambda: 0),), {}); show(type, 'T', (range,), {}); show(type, 'T', (slice,), {}); show(type, 'T', (type(iter([])),), {}); show(type, 'T', (ValueError, KeyError), {}); show(type, 'T', (OSError, KeyError), {}); show(type, 'T', (ValueError, int), {}); show(type, 'T', (type(...),), {}); show(type, 'T', (memoryview,), {})
class Mang: __slots__ = ('__p', '__q__', '_r')
m = Mang(); m._Mang__p = 1; print(sorted(k for k in Mang.__dict__ if 'p' in k and 'M' in k), m._Mang__p)
# __class__ assignment
class C1: pass
class C2: pass
class C3: __slots__ = ('a',)
class C4: __slots__ = ('a',)
class C5: __slots__ = ('b',)
class C6(C1): __slots__ = ()
class C7(int): pass
c = C1(); c.x = 1; c.__class__ = C2; print(type(c).__name__, c.x)
for new in (C3, int, 5, C7, object, C6, type, None): show(setattr, c, '__class__', new)
d = C3(); d.a = 7; d.__class__ = C4; print(d.a, type(d).__name__); show(setattr, d, '__class__', C5); show(setattr, d, '__class__', C1); show(setattr, 5, '__class__', C1); show(setattr, [], '__class__', C1); show(delattr, c, '__class__'); show(setattr, C7(3), '__class__', int); show(setattr, C1, '__class__', M1)
# __bases__
class B1: v = 1
class B2: v = 2
class B3(B1): pass
o = B3(); print(o.v); B3.__bases__ = (B2,); print(o.v, B3.__mro__, B1.__subclasses__(), B2.__subclasses__())
for nb in ((), 5, (int,), (B3,), (5,), (B1, B1), (object,), (S1,), [B1], (bool,)): show(setattr, B3, '__bases__', nb)
show(delattr, B3, '__bases__'); show(setattr, int, '__bases__', (object,)); show(setattr, object, '__bases__', ())
for n in ('__name__', '__qualname__', '__module__', '__doc__', '__mro__', '__base__', '__dict__', '__basicsize__', '__abstractmethods__', '__annotations__', '__type_params__', '__flags__', '__text_signature__'):
    print(n, end=' '); show(setattr, B1, n, 5); print(n, end=' '); show(delattr, B1, n); print(n, end=' '); show(setattr, int, n, 5)
B1.__name__ = 'Renamed'; B1.__qualname__ = 'Q.Renamed'; print(B1, B1.__name__, repr(B1()).split(' at ')[0]); B1.__module__ = 'mod'; print(B1); show(setattr, B1, '__name__', 'a\0b')
show(type); show(type, 1, 2); show(type, 1, (), {}); show(type, 'x', [], {}); show(type, 'x', (), []); show(type, 'x', (), {}, a=1); show(type, 'a\0', (), {}); show(type, 1, k=2); show(type, 'X', (), {'__qualname__': 5}); show(lambda: type('X', (), {1: 2}).__dict__[1]); show(type.__new__); show(type.__new__, int); show(type.__new__, int, 'x', (), {}); show(type.__call__); show(type.__call__, 5); show(object.__new__); show(object.__new__, 5); show(object.__new__, int); show(object.__new__, C1, 1); show(object.__init__, C1(), 1); show(C1, 1); show(object, 1); show(type.mro, int); show(type.mro, 5); show(type.__subclasses__, 5); show(type.__prepare__); print(type.__prepare__('x', ()), type.__init__(C1, 1)) if False else None
show(type.__init__, C1); show(type.__init__, C1, 1, 2); show(type.__init__, C1, 'x', (), {}); show(type.__init__, C1, 'x', (), {}, k=1)
