# __class__ and __dict__ assignment, what a class's dictionary holds and in which order, and slot wrappers of other classes.
# wasm: yes


class G:
    __slots__ = ["a", "b"]


class H:
    __slots__ = ["b", "a"]


class I:
    __slots__ = ("a", "b")


class J:
    __slots__ = ["c", "b"]


class K:
    __slots__ = ["a", "b", "d"]


class L(H):
    __slots__ = ["e"]


class M(I):
    __slots__ = ["e"]


class N(J):
    __slots__ = ["__weakref__"]


class P(J):
    __slots__ = ["__dict__"]


class Q(J):
    pass


class R(J):
    __slots__ = ["__dict__", "__weakref__"]


class S(R):
    __slots__ = ()


class C:
    pass


class D:
    pass


class E(C, D):
    def __init__(self):
        self.x = 1


classes = [G, H, I, J, K, L, M, N, P, Q, R, S, C, D, E, list, int, object]
for first in classes[:-2]:
    allowed = ""
    for second in classes:
        instance = first()
        try:
            instance.__class__ = second
            assert type(instance) is second
            instance.__class__ = first
            allowed += " " + second.__name__
        except TypeError as error:
            message = error
    print(first.__name__, allowed, "|", message)


def both(o):
    return o.a, o.b


g = G()
g.a, g.b = 1, 2
for cls in (G, H, I, G):
    g.__class__ = cls
    print(both(g), end=" ")
print()


class Base:
    pass


class Meta1(type, Base):
    pass


class Meta2(Base, type):
    pass


descriptor = vars(Base)["__dict__"]


def refused(action):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


for cls in Meta1("A", (), {}), Meta2("B", (), {}):
    refused(lambda: descriptor.__set__(cls, {}))
    refused(lambda: descriptor.__delete__(cls))
    refused(lambda: setattr(cls, "__dict__", {}))
    refused(lambda: delattr(cls, "__dict__"))
    print(type(descriptor.__get__(cls)).__name__)


class E1(Exception, Base):
    pass


class E2(Base, Exception):
    pass


for kind in (E1, E2):
    e = kind()
    e.__dict__ = {"a": 1}
    descriptor.__get__(e)["b"] = 2
    print(e.a, e.b)
    refused(lambda: delattr(e, "__dict__"))
    descriptor.__set__(e, {"c": 3})
    print(vars(e))
base = Base()
base.x = 1
del base.__dict__
print(vars(base))
refused(lambda: setattr(base, "__dict__", 1))


class Documented(metaclass=Meta1):
    """Text."""
    y: int = 3

    def __init_subclass__(cls):
        pass


class WithEq:
    def __eq__(self, other):
        return True

    x = 1


class WithDocSlot:
    __slots__ = ("u", "__doc__", "__dict__")


class Error(Exception):
    pass


class Number(int):
    __slots__ = ()


class Both(WithEq, Documented):
    pass


for cls in (C, Documented, WithEq, WithDocSlot, Error, Number, Meta1, Both, type("T", (), {"__eq__": len, "z": 4})):
    print(list(vars(cls)))
o = WithDocSlot()
o.__doc__ = "mine"
print(o.__doc__, WithDocSlot.__doc__)


class SlottedProperty(property):
    __slots__ = ("foo", "__doc__")


def documented():
    """getter doc."""


p = SlottedProperty(doc="what's up")
print(p.__doc__, SlottedProperty(documented).__doc__)


class Strange(int):
    __eq__ = str.__eq__
    __add__ = str.__add__
    __lt__ = int.__lt__


s = Strange(3)
refused(lambda: s == s)
refused(lambda: s + s)
refused(lambda: (s < 4, s < 3))
