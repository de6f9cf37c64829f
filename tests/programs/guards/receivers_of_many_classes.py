# One call site and one attribute read meet one, two, then many unrelated classes, and objects without the name.
# wasm: yes


class A:
    def __init__(self):
        self.v = 1

    def f(self, x):
        return x + self.v


class B:
    def __init__(self):
        self.pad = None
        self.v = 2.5

    def f(self, x):
        return x * self.v


class C:
    __slots__ = ("v",)

    def __init__(self):
        self.v = 2 ** 60

    def f(self, x):
        return self.v


class D:
    v = 4

    @staticmethod
    def f(x):
        return x


class E:
    v = property(lambda self: 5)

    @classmethod
    def f(cls, x):
        return len(cls.__name__)


class F:
    def __getattr__(self, name):
        return (lambda x: 6) if name == "f" else 6


class G(A):
    def f(self, x):
        return super().f(x) * 2


class H:
    def __init__(self):
        self.f = lambda x: -x
        self.v = "8"


def calls(objects, n):
    total = 0
    for i in range(n):
        total += objects[i % len(objects)].f(i)
    return total


def reads(objects, n):
    out = 0
    for i in range(n):
        v = objects[i % len(objects)].v
        out += v if not isinstance(v, str) else len(v)
    return out


kinds = [A, B, C, D, E, F, G, H]
for count in range(1, len(kinds) + 1):
    objects = [k() for k in kinds[:count]]
    print(count, calls(objects, 300), reads(objects, 300))
print(calls([A], 0), calls([D, E], 10), reads([D, A()], 10))
for odd in (1, "text", None, 2.5, [], A, calls):
    for f in (calls, reads):
        try:
            print(f([A(), odd], 4))
        except (AttributeError, TypeError) as error:
            print(error)
many = [type(f"K{i}", (), {"f": lambda self, x, i=i: x + i, "v": i})() for i in range(40)]
print(calls(many, 400), reads(many, 400))
type(many[7]).f = lambda self, x: 0.5
type(many[8]).v = 0.25
print(calls(many, 400), reads(many, 400))


class Text(str):
    def upper(self):
        return "mine"


def upper(items):
    out = []
    for x in items:
        out.append(x.upper())
    return out[-2:]


print(upper(["a", "b"] * 100), upper(["a", Text("b")]))
