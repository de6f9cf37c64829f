# wasm: yes
# C3 linearisation, cooperative super, diamonds, conflicts.
class Base:
    def __init__(self, **kw):
        self.order = ["Base"]
        assert not kw, kw
    def f(self): return ["Base"]
class Left(Base):
    def __init__(self, left=0, **kw):
        super().__init__(**kw)
        self.order.append("Left")
        self.left = left
    def f(self): return ["Left"] + super().f()
class Right(Base):
    def __init__(self, right=0, **kw):
        super().__init__(**kw)
        self.order.append("Right")
        self.right = right
    def f(self): return ["Right"] + super().f()
class Both(Left, Right):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.order.append("Both")
    def f(self): return ["Both"] + super().f()
b = Both(left=1, right=2)
print(b.order, b.left, b.right, b.f(), [c.__name__ for c in Both.__mro__], [c.__name__ for c in Both.mro()])
class X: pass
class Y: pass
class P(X, Y): pass
class Q(Y, X): pass
for make in (lambda: type("R", (P, Q), {}), lambda: type("S", (X, X), {}), lambda: type("T", (object, X), {}), lambda: type("U", (int, str), {})):
    try:
        make()
    except TypeError as error:
        print(str(error).replace("\n", " "))
class Mixin:
    def describe(self):
        return f"<{self.name()} {super().describe() if hasattr(super(), 'describe') else 'end'}>"
class Named:
    def name(self): return type(self).__name__
class Thing(Mixin, Named): pass
print(Thing().describe())
class ListMixin:
    def total(self): return sum(self)
class Numbers(ListMixin, list): pass
print(Numbers([1, 2, 3]).total(), Numbers([4]) + [5])
class D1: v = 1
class D2(D1): pass
class D3(D1): v = 3
class D4(D2, D3): pass
print(D4.v, D4().v, Both.__bases__ == (Left, Right), issubclass(D4, D3))
