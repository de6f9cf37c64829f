# wasm: yes
# Binary dunders, reflected versions, NotImplemented, subclass priority.
class V:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"V({self.n})"
    def __add__(self, o):
        print("add", end=" ")
        return V(self.n + (o.n if isinstance(o, V) else o)) if isinstance(o, (V, int)) else NotImplemented
    def __radd__(self, o):
        print("radd", end=" ")
        return V(o + self.n) if isinstance(o, int) else NotImplemented
    def __sub__(self, o): return ("sub", o)
    def __rsub__(self, o): return ("rsub", o)
    def __mul__(self, o): return ("mul", o)
    def __rmul__(self, o): return ("rmul", o)
    def __truediv__(self, o): return ("truediv", o)
    def __rtruediv__(self, o): return ("rtruediv", o)
    def __floordiv__(self, o): return ("floordiv", o)
    def __rfloordiv__(self, o): return ("rfloordiv", o)
    def __mod__(self, o): return ("mod", o)
    def __rmod__(self, o): return ("rmod", o)
    def __pow__(self, o): return ("pow", o)
    def __rpow__(self, o): return ("rpow", o)
    def __matmul__(self, o): return ("matmul", o)
    def __rmatmul__(self, o): return ("rmatmul", o)
    def __lshift__(self, o): return ("lshift", o)
    def __rrshift__(self, o): return ("rrshift", o)
    def __and__(self, o): return ("and", o)
    def __ror__(self, o): return ("ror", o)
    def __xor__(self, o): return ("xor", o)
    def __divmod__(self, o): return ("divmod", o)
    def __rdivmod__(self, o): return ("rdivmod", o)
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
v = V(1)
print(v + 2); print(2 + v); print(v + V(5)); print(sum([V(1), V(2)]))
print(v - 1, 1 - v, v * 2, 2 * v, v / 1, 1 / v, v // 1, 1 // v, v % 1, 1 % v, v ** 2, 2 ** v, v @ 1, 1 @ v, v << 1, 1 >> v, v & 1, 1 | v, v ^ 1, divmod(v, 1), divmod(1, v))
print(-v, +v, ~v, abs(v), "s" * v, [1] - v, None % v, 1.5 / v)
class Sub(V):
    def __radd__(self, o): return f"Sub.radd {o}"
    def __rsub__(self, o): return f"Sub.rsub {o}"
class SubPlain(V): pass
print(v + Sub(2), v - Sub(3), V(1) - SubPlain(4))
class OnlyLeft:
    def __add__(self, o): return NotImplemented
class OnlyRight:
    def __radd__(self, o): return "right"
print(OnlyLeft() + OnlyRight())
for action in (lambda: OnlyLeft() + 1, lambda: OnlyRight() + 1, lambda: v + "x", lambda: "x" + v, lambda: 1 << v, lambda: v >> 1, lambda: v | 1, lambda: pow(OnlyLeft(), 2), lambda: divmod(OnlyLeft(), 1), lambda: -OnlyLeft(), lambda: OnlyLeft() @ OnlyLeft()):
    try:
        print(action())
    except TypeError as error:
        print(error)
class Raises:
    def __add__(self, o): raise ValueError("in add")
    def __rmul__(self, o): raise KeyError("in rmul")
for action in (lambda: Raises() + 1, lambda: 1 * Raises()):
    try:
        action()
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
