# wasm: yes
# __str__, __repr__, __format__, __bytes__, __hash__, __bool__, __int__, __float__ and friends.
class Full:
    def __str__(self): return "the str"
    def __repr__(self): return "the repr"
    def __format__(self, spec): return f"format[{spec}]"
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __round__(self, n=None): return f"round {n}"
    def __trunc__(self): return 9
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __hash__(self): return 2**70
    def __len__(self): return 3
    def __bool__(self): return False
import math
f = Full()
print(f, str(f), repr(f), [f], {f: f}, f"{f}", f"{f!r}", f"{f:>5}", "%s %r" % (f, f), "{} {!r} {:x}".format(f, f, f), format(f))
print(int(f), float(f), round(f), round(f, 2), math.trunc(f), math.floor(f), math.ceil(f), hash(f) == hash(2**70), len(f), bool(f))
class OnlyRepr:
    def __repr__(self): return "R"
class OnlyStr:
    def __str__(self): return "S"
print(OnlyRepr(), str(OnlyRepr()), OnlyStr(), repr(OnlyStr())[:18], f"{OnlyRepr()}", [OnlyRepr()])
class BadStr:
    def __str__(self): return 5
    def __repr__(self): return None
    def __format__(self, spec): return 1
    def __int__(self): return "x"
    def __float__(self): return 1
    def __hash__(self): return 1.5
    def __index__(self): return 1.5
    def __bool__(self): return 1
b = BadStr()
for action in (lambda: str(b), lambda: repr(b), lambda: f"{b}", lambda: int(b), lambda: float(b), lambda: hash(b), lambda: [1][b], lambda: bool(b), lambda: print(b), lambda: "%s" % b, lambda: [b].__repr__()):
    try:
        print(action())
    except TypeError as error:
        print(error)
class StrSub(str): pass
class RS:
    def __str__(self): return StrSub("sub")
print(type(str(RS())).__name__, RS())
class Fails:
    def __repr__(self): raise ValueError("repr failed")
try:
    print([1, Fails()])
except ValueError as error:
    print(error)
class Index:
    def __index__(self): return 7
print(int(Index()), float(Index()), hex(Index()), round(2.123456789, Index()))
