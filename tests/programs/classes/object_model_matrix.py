# One look at each part of the object model: classes, metaclasses, slots, assignments, operators, protocols.
import sys
def t(name, f):
    try:
        print(name, f())
    except BaseException as e:
        print(name, type(e).__name__, e)
# class creation
t("3", lambda: type("A", (), {"x": 1}).x); t("3", lambda: type("A", (int, str), {})); t("3", lambda: type("A", (bool,), {})); t("3", lambda: type(1, (), {})); t("3", lambda: type("A", [], {})); t("3", lambda: type("A", (1,), {})); t("3", lambda: type("A", (), 1)); t("dup", lambda: type("A", (int, int), {}))
class M(type):
    def __prepare__(name, bases, **kw): print("prep", name, kw); return {"pre": 1}
    def __new__(m, n, b, d, **kw): print("new", sorted(d), kw); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **kw): print("init"); super().__init__(n, b, d)
    def __call__(c, *a): print("call", a); return super().__call__(*a)
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return o is int
    def __getattr__(c, n): return "meta" + n
    def __dir__(c): return ["zz"]
    def __len__(c): return 7
    def __iter__(c): return iter([1, 2])
    def __contains__(c, x): return x == 3
    def __getitem__(c, k): return k * 2
    def __or__(c, o): return "or"
class C(metaclass=M, k=2):
    def __init__(self, *a): pass
c = C(1); print(C.pre, isinstance(5, C), issubclass(int, C), C.foo, dir(C), len(C), list(C), 3 in C, C[4], C | 1)
class Base:
    def __init_subclass__(cls, /, x=None, **kw): print("sub", cls.__name__, x, kw); super().__init_subclass__(**kw)
class D1(Base, x=1): pass
def bad():
    class D2(Base, y=1): pass
t("kw", bad)
class Desc:
    def __set_name__(s, o, n): print("setname", o.__name__, n)
    def __get__(s, i, o=None): return ("get", i is None, o.__name__)
    def __set__(s, i, v): print("set", v)
    def __delete__(s, i): print("del")
class E1:
    d = Desc()
e = E1(); print(e.d, E1.d); e.d = 1; del e.d; e.__dict__["d"] = 5; print(e.d)
class Bad:
    def __set_name__(s, o, n): 1 / 0
def badsn():
    class Q: b = Bad()
try: badsn()
except ZeroDivisionError as ex: print(ex, ex.__notes__)
class Ent:
    def __mro_entries__(s, bases): return (Base,)
class F1(Ent()): pass
print(F1.__bases__, len(F1.__orig_bases__))
t("mro", lambda: type("X", (Base, object), {}).__mro__[1:]); t("mro2", lambda: type("X", (object, Base), {}))
class SA: __slots__ = ("a",)
class SB: __slots__ = ("b",)
t("layout", lambda: type("X", (SA, SB), {})); t("slots", lambda: SA().a); t("slots", lambda: setattr(SA(), "z", 1)); t("slots", lambda: SA().__dict__); t("slots", lambda: type("X", (), {"__slots__": ("1a",)})); t("slots", lambda: type("X", (), {"__slots__": ("a",), "a": 1})); t("slots", lambda: type("X", (int,), {"__slots__": ("a",)})(5).a); t("slots", lambda: type("X", (tuple,), {"__slots__": ("a",)})); t("slots", lambda: type("X", (), {"__slots__": ("__dict__", "__dict__")})); t("slots", lambda: type("X", (), {"__slots__": 5})); t("slots", lambda: type("X", (), {"__slots__": "ab"}).ab)
class K1:
    pass
class K2: pass
k = K1(); k.__class__ = K2; print(type(k).__name__); t("cls", lambda: setattr(k, "__class__", int)); t("cls", lambda: setattr(k, "__class__", 5)); t("cls", lambda: setattr(SA(), "__class__", K1)); t("cls", lambda: setattr(5, "__class__", K1)); t("bases", lambda: setattr(K1, "__bases__", (int,))); t("bases", lambda: setattr(K1, "__bases__", ())); t("bases", lambda: setattr(K1, "__bases__", (K1,))); t("name", lambda: setattr(K1, "__name__", 1)); t("name", lambda: setattr(int, "__name__", "a")); t("x", lambda: setattr(int, "x", 1)); t("mp", lambda: K1.__dict__.__setitem__("a", 1)); t("mp", lambda: type(K1.__dict__)); t("delcls", lambda: delattr(k, "__class__")); t("doc", lambda: K1.__doc__); t("mod", lambda: K1.__module__); t("q", lambda: K1.__qualname__); t("abs", lambda: K1.__abstractmethods__); t("flags", lambda: K1.__flags__ & 512); t("bs", lambda: (K1.__basicsize__ > 0, K1.__dictoffset__ != 0)); t("text", lambda: K1.__text_signature__); t("ann", lambda: K1.__annotations__); t("tp", lambda: K1.__type_params__); t("mro()", lambda: K1.mro()); t("sub", lambda: Base.__subclasses__()); t("d", lambda: K1().__dir__() == dir(K1()) or sorted(K1().__dir__()) == dir(K1())); t("dict", lambda: setattr(k, "__dict__", 5)); k.__dict__ = {"n": 1}; print(k.n); t("vars", lambda: vars(k)); t("vars", lambda: vars(5)); t("del", lambda: delattr(k, "__dict__")); print(vars(k))
class Num:
    def __init__(s, v): s.v = v
    def __add__(s, o): return NotImplemented
    def __radd__(s, o): return "radd"
    def __iadd__(s, o): return "iadd"
    def __eq__(s, o): return NotImplemented
    def __lt__(s, o): return NotImplemented
    def __matmul__(s, o): return "mm"
    def __divmod__(s, o): return "dm"
    def __rpow__(s, o, m=None): return ("rpow", m)
    def __pow__(s, o, m=None): return ("pow", m)
    def __invert__(s): return "inv"
    def __round__(s, n=None): return ("round", n)
    def __trunc__(s): return 3
    def __floor__(s): return 4
    def __index__(s): return 6
    def __complex__(s): return 1j
    def __length_hint__(s): return 3
    def __reversed__(s): return "rev"
    def __missing__(s, k): return "miss"
n = Num(1)
t("add", lambda: n + n); t("add", lambda: 1 + n); t("eq", lambda: n == Num(1)); t("eq", lambda: n == n); t("lt", lambda: n < n); t("hash", lambda: hash(n)); m = n; m += 1; print(m); t("mm", lambda: n @ 1); t("rmm", lambda: 1 @ n); t("dm", lambda: divmod(n, 1)); t("pow", lambda: pow(n, 2, 3)); t("pow", lambda: pow(2, n)); t("pow3", lambda: pow(2, n, 3)); t("inv", lambda: ~n); t("round", lambda: round(n)); t("round", lambda: round(n, 2)); t("int", lambda: int(n)); t("float", lambda: float(n)); t("complex", lambda: complex(n)); t("idx", lambda: [0] * 7 and list(range(7))[n]); t("hex", lambda: hex(n)); t("bin", lambda: bin(n)); t("rev", lambda: reversed(n)); t("chr", lambda: chr(n)); import operator, math; t("hint", lambda: operator.length_hint(n)); t("trunc", lambda: math.trunc(n)); t("floor", lambda: math.floor(n)); t("neg", lambda: -n); t("abs", lambda: abs(n)); t("len", lambda: len(n)); t("bool", lambda: bool(n)); t("call", lambda: n()); t("iter", lambda: iter(n)); t("in", lambda: 1 in n); t("item", lambda: n[0]); t("set", lambda: n.__setitem__); t("with", lambda: n.__enter__)
def w():
    with n: pass
t("with", w)
async def aw():
    async with n: pass
def run(c):
    try: c.send(None)
    except StopIteration: pass
t("awith", lambda: run(aw()))
class Seq:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i
print(list(Seq()), 2 in Seq(), 9 in Seq()); t("rev", lambda: list(reversed(Seq())))
class Sub(dict):
    def __missing__(s, k): return k * 2
print(Sub()[4]); t("fmt", lambda: "{0[5]}".format(Sub())); t("fmt", lambda: "%(a)s" % Sub())
class P:
    @property
    def x(self): "doc"; return 1
    @x.setter
    def x(self, v): print("set", v)
    @classmethod
    def cm(cls): return cls.__name__
    @staticmethod
    def sm(a): return a
p = P(); p.x = 3; t("del", lambda: delattr(p, "x")); print(P.x.__doc__, P.x.fget.__name__, p.cm(), P.sm(1), P.__dict__["sm"].__wrapped__ is P.sm, P.__dict__["cm"].__func__.__name__, P.__dict__["cm"].__name__)
t("prop", lambda: property(1).__get__(1)); class_prop = property(); t("prop", lambda: class_prop.__get__(5)); t("isabs", lambda: P.x.__isabstractmethod__)
