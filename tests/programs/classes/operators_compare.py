# wasm: yes
# Rich comparison dunders, reflection, defaults, hash interplay.
class N:
    def __init__(self, n): self.n = n
    def __eq__(self, o):
        return self.n == o.n if isinstance(o, N) else NotImplemented
    def __lt__(self, o):
        print("lt", end=" ")
        return self.n < o.n if isinstance(o, N) else NotImplemented
    def __le__(self, o):
        print("le", end=" ")
        return self.n <= o.n
    def __hash__(self): return hash(self.n)
    def __repr__(self): return f"N{self.n}"
a, b = N(1), N(2)
print(a == N(1), a != N(1), a == 1, a != 1, a < b, a > b, a <= b, a >= b)
print(sorted([N(3), N(1), N(2)]), max(N(1), N(3)), min([N(2), N(1)]), N(1) in [N(0), N(1)], {N(1), N(1)}, [N(1)] == [N(1)], (N(1), 2) == (N(1), 2), [a, b] < [a, N(3)])
for action in (lambda: a < 1, lambda: 1 > "x", lambda: a > 5, lambda: object() < object(), lambda: [a] < [1]):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
class Plain: pass
p, q = Plain(), Plain()
print(p == p, p == q, p != q, hash(p) == hash(q), len({p, q, p}))
class EqOnly:
    def __eq__(self, o): return True
print(EqOnly() == 5, 5 == EqOnly(), EqOnly() != 5, EqOnly.__hash__)
class NotBool:
    def __eq__(self, o): return "truthy text"
    def __ne__(self, o): return []
    def __lt__(self, o): return 0
print(NotBool() == 1, NotBool() != 1, NotBool() < 1, NotBool() > 1 if hasattr(NotBool, "__gt__") and False else "-", 1 in [NotBool()], not NotBool() < 1)
class Loud:
    def __eq__(self, o):
        print("eq called", end=" ")
        return False
x = Loud()
print(x in [x], [x] == [x], (x,) == (x,), [x].index(x), [x].count(x), x == x)
class Base:
    def __eq__(self, o): return "Base"
class Derived(Base):
    def __eq__(self, o): return "Derived"
print(Base() == Derived(), Derived() == Base(), Base() == Base())
class Ne:
    def __ne__(self, o): return "ne"
print(Ne() != 1, Ne() == 1)
