# wasm: yes
# TypeErrors of method, constructor and builtin calls name the function.
class C:
    def __init__(self, a, b=1):
        self.a = a
    def m(self, x, y): pass
    @classmethod
    def k(cls, x): pass
    @staticmethod
    def s(x): pass
    def noself(): pass
class D: pass
def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)
attempt(lambda: C())
attempt(lambda: C(1, 2, 3))
attempt(lambda: C(1, c=2))
attempt(lambda: C(1).m())
attempt(lambda: C(1).m(1, 2, 3))
attempt(lambda: C(1).m(1, y=2, z=3))
attempt(lambda: C.m(1))
attempt(lambda: C.k())
attempt(lambda: C.s())
attempt(lambda: C(1).s(1, 2))
attempt(lambda: C(1).noself())
attempt(lambda: D(1))
attempt(lambda: D(x=1))
attempt(lambda: C(1)())
attempt(lambda: D()())
attempt(lambda: len())
attempt(lambda: len(1, 2))
attempt(lambda: len(x=1))
attempt(lambda: isinstance(1))
attempt(lambda: isinstance(1, 2))
attempt(lambda: abs())
attempt(lambda: ord("a", "b"))
attempt(lambda: [].append(1, 2))
attempt(lambda: [].sort(1))
attempt(lambda: {}.get(1, 2, 3))
attempt(lambda: "a".upper(1))
attempt(lambda: sum())
attempt(lambda: max())
attempt(lambda: getattr(1))
attempt(lambda: print(foo=1))
attempt(lambda: sorted([], foo=1))
attempt(lambda: int("1", 2, 3))
attempt(lambda: str(1, 2, 3, 4))
attempt(lambda: zip(1))
attempt(lambda: map())
attempt(lambda: map(str))
attempt(lambda: enumerate())
attempt(lambda: "abc"())
attempt(lambda: object(1))
attempt(lambda: range("x"))
attempt(lambda: next())
attempt(lambda: next(5))
attempt(lambda: iter(5))
attempt(lambda: reversed(5))
attempt(lambda: hash())
attempt(lambda: round())
attempt(lambda: divmod(1))
attempt(lambda: issubclass(1, int))
