# descriptors, property, classmethod/staticmethod, attribute hooks, __dict__ replaced, dunders, hash, index, format, iteration, del
# wasm: yes
import sys
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
# property
class P:
    def __init__(self): self._x = 1
    @property
    def x(self): "doc x"; return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    ro = property(lambda s: 5)
    wo = property(None, lambda s, v: print('set', v))
    no = property()
    lam = property(lambda s: 1, doc='given')
p = P(); p.x = 5; print(p.x, P.x.__doc__, P.ro.__doc__, P.lam.__doc__, type(P.x), P.x.fget.__name__); del p.x
show(lambda: p.x); show(lambda: p.wo); show(setattr, p, 'ro', 1); show(delattr, p, 'ro'); show(lambda: p.no); show(setattr, p, 'no', 1); show(delattr, p, 'wo')
show(property, 1, 2, 3, 4, 5); show(property, x=1); q = property(); show(setattr, q, 'fget', 1); q.__doc__ = 'new'; print(q.__doc__); print(q.__get__(None, P) is q); show(q.__get__, p, P); show(q.__set__, p); show(q.__get__); show(lambda: q.__isabstractmethod__); show(setattr, q, '__isabstractmethod__', 1)
class SubProp(property):
    "sub doc"
    def __set_name__(self, o, n): print('set_name', n); super().__set_name__(o, n) if hasattr(property, '__set_name__') else None
class UP: y = SubProp(lambda s: 3)
print(UP().y, UP.y.__doc__); show(setattr, UP(), 'y', 1)
# classmethod / staticmethod
class CM:
    @classmethod
    def c(cls, *a): "c doc"; return cls.__name__, a
    @staticmethod
    def s(*a): "s doc"; return a
    n = classmethod(5)
    t = staticmethod(5)
print(CM.c(1), CM().c(2), CM.s(1), CM().s(2), CM.__dict__['c'].__func__.__name__, CM.__dict__['c'].__doc__, CM.__dict__['s'].__wrapped__.__name__, CM.__dict__['s'](9), CM.__dict__['c'].__dict__)
show(lambda: CM.n); show(lambda: CM.n()); show(lambda: CM.t); show(lambda: CM.__dict__['c'](1)); show(classmethod); show(classmethod, 1, 2); show(staticmethod)
print(repr(CM.__dict__['t']), repr(CM.__dict__['n']), CM.__dict__['s'].__isabstractmethod__, CM.c.__self__ is CM); 
c = classmethod(len); c.attr = 1; print(c.attr, sorted(c.__dict__)); show(c.__get__); show(c.__get__, None); show(staticmethod(5).__get__, 1)
class Chain:
    @classmethod
    @property
    def p(cls): return 'chained ' + cls.__name__
print(Chain.p)
# descriptors
class Data:
    def __get__(self, o, t=None): return ('get', o is None, t.__name__ if t else None)
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')
class NonData:
    def __get__(self, o, t=None): return 'nondata'
class SetOnly:
    def __set__(self, o, v): o.__dict__['so'] = v * 2
class DelOnly:
    def __delete__(self, o): print('del only')
class D:
    d = Data(); n = NonData(); so = SetOnly(); do = DelOnly()
o = D(); print(o.d, D.d, o.n, D.n); o.d = 1; del o.d; o.__dict__['d'] = 5; print(o.d); o.n = 3; print(o.n); o.so = 4; print(o.so); show(delattr, o, 'so'); show(setattr, o, 'do', 1); del o.do; del o.n; print(o.n)
D.d = 5; print(o.d); 
class RaisingGet:
    def __get__(self, o, t=None): raise AttributeError('in get')
class WithGetattr:
    r = RaisingGet()
    def __getattr__(self, n): return 'fallback ' + n
print(WithGetattr().r, WithGetattr().zz); show(lambda: WithGetattr.r)
class RaisingGet2:
    def __get__(self, o, t=None): raise ValueError('in get')
class WG2:
    r = RaisingGet2()
    def __getattr__(self, n): return 'fallback'
show(lambda: WG2().r)
class InstDesc:
    def __init__(self): self.f = Data()
print(type(InstDesc().f))
class BadGet: __get__ = 5
class UseBad: b = BadGet()
show(lambda: UseBad().b)
# hooks
class H:
    def __getattribute__(self, n):
        if n == 'bad': raise AttributeError('bad attr')
        if n == 'val': raise ValueError('val')
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return 'ga ' + n
    def __setattr__(self, n, v): print('setattr', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('delattr', n); object.__delattr__(self, n)
    def __dir__(self): return ('c', 'a', 'b')
h = H(); h.x = 1; print(h.x, h.bad, h.y); show(lambda: h.val); del h.x; show(delattr, h, 'x'); print(dir(h)); show(getattr, h, 1); show(setattr, h, 1, 2); show(getattr, h); show(hasattr, h, 1); print(hasattr(h, 'zzz')); show(hasattr, h, 'val')
class BadDir:
    def __dir__(self): return 5
show(dir, BadDir())
class BadDir2:
    def __dir__(self): return [1, 'a']
show(dir, BadDir2())
class NoGA:
    def __getattribute__(self, n): raise AttributeError(n)
show(lambda: NoGA().foo); show(lambda: NoGA().__class__); print(isinstance(NoGA(), NoGA))
show(object().__getattribute__); show(object.__getattribute__, 1); show(object.__setattr__, 1, 'x', 2); show(object.__setattr__, object(), 'x', 2); show(object.__delattr__, object(), 'x'); show(setattr, 1, 'real', 2); show(setattr, 1, 'foo', 2); show(delattr, 1, 'real'); show(lambda: (1).foo); show(lambda: int.foo); show(lambda: len.foo); show(setattr, len, 'foo', 1); show(setattr, int, 'foo', 1); show(delattr, int, 'foo'); show(lambda: None.foo); show(setattr, None, 'x', 1); show(lambda: [].foo); show(lambda: (lambda: 0).foo); show(lambda: sys.foo); show(delattr, sys, 'foo'); show(delattr, D, 'zzz'); show(delattr, D(), 'zzz'); show(setattr, D(), 'a', 1)
# instance dict
class I: pass
i = I(); i.a = 1; i.__dict__ = {'b': 2}; print(i.b, i.__dict__); show(lambda: i.a); show(setattr, i, '__dict__', 5); show(delattr, i, '__dict__'); print(i.__dict__); i.__dict__['c'] = 3; print(i.c, vars(i))
class MyDict(dict):
    def __getitem__(self, k): return 'hooked'
i = I(); i.__dict__ = MyDict(z=1); print(i.z, type(i.__dict__)); d = i.__dict__; i.__dict__['k'] = 2; print(i.k, d is i.__dict__); i.__dict__.update({1: 2}); print(i.__dict__); show(vars, 5); show(vars, 1, 2)
# hash rules
class E1:
    def __eq__(self, o): return True
class E2(E1): pass
class E3(E1): __hash__ = object.__hash__
class E4: __hash__ = None
class E5:
    def __hash__(self): return 2**70
class E6:
    def __hash__(self): return 'x'
class E7:
    def __hash__(self): return -1
class E8(int): pass
class E9:
    def __hash__(self): return True
show(hash, E1()); show(hash, E2()); print(isinstance(hash(E3()), int)); show(hash, E4()); print(hash(E5()), hash(E7()), hash(E8(5)), hash(E9())); show(hash, E6()); show(lambda: {E1(): 1}); show(lambda: {E4()}); print(E1.__hash__, E2.__hash__); show(hash); show(hash, []); show(hash, {}); show(hash, slice(1)); show(hash, ([],)); show(hash, set())
# index etc
class X:
    def __init__(self, **k): self.k = k
    def __index__(self): return self.k.get('i', 1)
    def __int__(self): return self.k.get('n', 2)
    def __float__(self): return self.k.get('f', 3.0)
    def __bool__(self): return self.k.get('b', True)
    def __len__(self): return self.k.get('l', 1)
    def __length_hint__(self): return self.k.get('h', 1)
    def __iter__(self): return iter(self.k.get('it', []))
    def __complex__(self): return self.k.get('c', 1j)
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 9
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __format__(self, s): return self.k.get('fmt', 'F' + s)
    def __repr__(self): return self.k.get('r', 'R')
    def __str__(self): return self.k.get('s', 'S')
    def __bytes__(self): return self.k.get('by', b'B')
    def __contains__(self, x): return self.k.get('co', 1)
    def __reversed__(self): return self.k.get('rev', 1)
    def __call__(self): return 'called'
    def __sizeof__(self): return 10
    def __abs__(self): return 'abs'
    def __divmod__(self, o): return 'dm'
    def __hash__(self): return 1
print([0,1,2][X()], list(range(X(i=3))), int(X()), float(X()), bool(X()), len(X()), complex(X()), round(X()), round(X(), 2), f'{X():>3}', str(X()), repr(X()), bytes(X()), 3 in X(), reversed(X()), X()(), abs(X()), divmod(X(), 1), hex(X(i=255)), bin(X()), chr(X(i=65)), 'a' * X(i=3), [1,2,3][X():])
for k, v, f in [('i', 'x', lambda o: [1][o]), ('i', 1.5, lambda o: hex(o)), ('i', True, lambda o: [1, 2][o]), ('n', 'x', int), ('n', 1.5, int), ('n', True, int), ('f', 'x', float), ('f', 3, float), ('b', 1, bool), ('b', 'x', bool), ('l', -1, len), ('l', 'x', len), ('l', 1.5, len), ('l', 2**70, len), ('l', True, len), ('c', 1, complex), ('c', 'x', complex), ('fmt', 5, format), ('fmt', 5, lambda o: f'{o}'), ('r', 5, repr), ('s', 5, str), ('by', 'x', bytes), ('by', 5, bytes), ('h', -1, list), ('it', 5, list), ('s', 5, print), ('r', 5, lambda o: f'{o!r}'), ('r', 5, ascii), ('co', 0, lambda o: 1 in o), ('co', [], lambda o: 1 not in o)]:
    print(k, repr(v), end=' '); show(f, X(**{k: v}))
import operator
for v in (1, -1, 'x', None, True, 2**70, 1.5, NotImplemented):
    class LH:
        def __length_hint__(self): return v
    show(operator.length_hint, LH(), 3)
class OldIter:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 2
print(list(OldIter()), 4 in OldIter(), 5 in OldIter(), tuple(OldIter()), max(OldIter()), [*OldIter()]); show(reversed, OldIter()); it = iter(OldIter()); print(type(it), next(it), it.__length_hint__() if hasattr(it, '__length_hint__') else None)
class OldStop(OldIter):
    def __getitem__(self, i): raise StopIteration
print(list(OldStop()))
class OldRev(OldIter):
    def __len__(self): return 3
print(list(reversed(OldRev())))
class NoneIter(OldIter): __iter__ = None
show(iter, NoneIter()); show(lambda: 1 in NoneIter())
class NoneContains(OldIter): __contains__ = None
show(lambda: 1 in NoneContains())
class NoneRev(OldRev): __reversed__ = None
show(reversed, NoneRev())
class NoneLen: __len__ = None
show(len, NoneLen())
class NonIterator:
    def __iter__(self): return 5
show(iter, NonIterator()); show(list, NonIterator()); show(lambda: [*NonIterator()]); show(lambda: 1 in NonIterator())
class NoneNext:
    def __iter__(self): return self
    __next__ = None
show(lambda: next(NoneNext())); show(lambda: list(NoneNext()))
class NoneCall: __call__ = None
show(lambda: NoneCall()()); print(callable(NoneCall()))
class NoneInit: __init__ = None
show(NoneInit)
class InitRet:
    def __init__(self): return 5
show(InitRet)
class NoneNew: __new__ = None
show(NoneNew)
class NewOther:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(NewOther())
# del & resurrection
class Res:
    def __del__(self): print('del'); kept.append(self)
kept = []; r = Res(); del r; print(len(kept)); kept.clear(); print('end')
class DelRaise:
    def __del__(self): raise ValueError('x')
d = DelRaise(); del d; print('after')
# instancecheck
class IC(type):
    def __instancecheck__(c, o): return o
    def __subclasscheck__(c, o): return o
class ICC(metaclass=IC): pass
print(isinstance(1, ICC), isinstance(0, ICC), isinstance([], ICC), issubclass([], ICC), issubclass(5, ICC), isinstance('', (int, ICC)))
show(isinstance, 1, 5); show(isinstance, 1, (int, 5)); show(isinstance, 'a', (int, 5)); show(issubclass, 5, int); show(issubclass, int, 5); show(issubclass, int, (5,)); show(isinstance, 1); show(isinstance, 1, int, 2); show(isinstance, 1, ()); show(isinstance, 1, [int]); show(isinstance, 1, int | str); show(isinstance, 1, list[int]); show(issubclass, int, list[int])
class FakeClass:
    @property
    def __class__(self): return int
print(isinstance(FakeClass(), int), type(FakeClass()).__name__); show(lambda: FakeClass() + 1)
class AbsBase: __bases__ = ()
class AbsDer: __bases__ = (AbsBase(),)
show(issubclass, AbsDer(), AbsBase())
