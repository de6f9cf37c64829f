# total_ordering, cached_property, partialmethod, singledispatch and singledispatchmethod.
# wasm: yes
import functools
from functools import cached_property, partial, partialmethod, singledispatch, singledispatchmethod, total_ordering


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# total_ordering from each of the four, with answers that are not bools and NotImplemented.
def ordered(name, relation):
    def method(self, other):
        if not hasattr(other, "value"):
            return NotImplemented
        return relation(self.value, other.value)

    class Ordered:
        def __init__(self, value):
            self.value = value

        def __eq__(self, other):
            return getattr(other, "value", None) == self.value

    setattr(Ordered, name, method)
    return total_ordering(Ordered)


for name, relation in {"__lt__": lambda a, b: a < b, "__le__": lambda a, b: a <= b,
                       "__gt__": lambda a, b: a > b, "__ge__": lambda a, b: a >= b}.items():
    kind = ordered(name, relation)
    for a, b in [(1, 2), (2, 2), (2, 1)]:
        x, y = kind(a), kind(b)
        print(name, a, b, x < y, x <= y, x > y, x >= y)
    attempt(lambda: kind(1) < 5)
    attempt(lambda: kind(1) >= 5)
    print(kind.__lt__.__name__, kind.__ge__.__name__, sorted(map(kind, [3, 1, 2]))[0].value)


class Truthy:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return [] if self.value >= other.value else [self.value]

    def __eq__(self, other):
        return self.value == other.value


total_ordering(Truthy)
print(Truthy(1) <= Truthy(2), Truthy(2) <= Truthy(2), Truthy(2) > Truthy(1), Truthy(1) >= Truthy(2))
attempt(total_ordering, type("Nothing", (), {}))


# cached_property
class Circle:
    made = 0

    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        """Of the circle."""
        Circle.made += 1
        return self.radius ** 2 * 3

    other = cached_property(lambda self: self.radius + 1)


circle = Circle(2)
print(circle.area, circle.area, Circle.made, vars(circle))
del circle.area
circle.radius = 3
print(circle.area, Circle.made, circle.other, vars(circle))
circle.area = "set"
print(circle.area, Circle.area.__doc__, Circle.area.attrname, type(Circle.area).__name__, Circle.area.func.__name__)
print(cached_property[int])


class Slotted:
    __slots__ = ()
    value = cached_property(lambda self: 1)


attempt(lambda: Slotted().value)
loose = cached_property(lambda self: 1)
Circle.loose = loose
attempt(lambda: circle.loose)


class Twice:
    first = cached_property(lambda self: "first")
    first.__set_name__(None, "first")


attempt(Twice.__dict__["first"].__set_name__, Twice, "second")
attempt(cached_property)


class Loud(cached_property):
    def __get__(self, instance, owner=None):
        print("get", owner.__name__)
        return super().__get__(instance, owner)


class WithLoud:
    value = Loud(lambda self: 7)


loud = WithLoud()
print(loud.value, loud.value)


class Meta(type):
    @cached_property
    def cached(cls):
        return 42


attempt(lambda: Meta("Made", (), {}).cached)


class Attributes(dict):
    @property
    def __dict__(self):
        return self

    value = cached_property(lambda self: "kept")


attributes = Attributes()
print(attributes.value, dict(attributes), attributes.value)


# partialmethod
class Cell:
    alive = False

    def set_state(self, state, *more, **named):
        self.alive = state
        return state, more, named

    @classmethod
    def made(cls, *args):
        return cls.__name__, args

    @staticmethod
    def static(*args, **named):
        return args, named

    set_alive = partialmethod(set_state, True)
    set_named = partialmethod(set_state, True, 1, size=2)
    nested = partialmethod(set_named, 3, size=4)
    of_class = partialmethod(made, 1)
    of_static = partialmethod(static, 8, key=9)
    of_builtin = partialmethod(print, "printed", sep="-")
    of_partial = partialmethod(partial(lambda self, *args: (type(self).__name__, args), ), 5)


cell = Cell()
print(cell.set_alive(), cell.alive, cell.set_named(7, color="red"), cell.nested())
print(Cell.of_class(2), cell.of_class(3), cell.of_static(1), Cell.of_static(1, key=2))
print(Cell.set_alive(cell, 1), cell.set_alive.func.__name__, cell.set_alive.__self__ is cell)
print(Cell.__dict__["set_named"].args, Cell.__dict__["set_named"].keywords, Cell.__dict__["nested"].args)
attempt(partialmethod, 5)
attempt(partialmethod)
print(repr(partialmethod(int, 1, 2, base=3)), repr(partialmethod(int)))


# singledispatch
@singledispatch
def describe(value, *more):
    """Describes a value."""
    return "object", more


@describe.register(int)
def _(value, *more):
    return "int", more


@describe.register
def of_list(value: list):
    return "list"


@describe.register
def of_either(value: str | bytes):
    return "text"


describe.register(float, lambda value: "float")
for value in (1, True, 1.5, [1], "a", b"a", None, {}):
    print(describe(value), end=" ")
print()
print(describe(1, 2), describe.__name__, describe.__doc__, describe.__wrapped__(1))
print(describe.dispatch(bool)(1), describe.dispatch(dict) is describe.__wrapped__, list(describe.registry)[:3])
print(of_list([]), describe.registry[list] is of_list)
attempt(describe)
attempt(describe.register, 5)
attempt(describe.register, 5, print)
def annotated(value: 5):
    pass


attempt(describe.register, annotated)


class Base:
    pass


class Derived(Base):
    pass


class Other(Base):
    pass


class Both(Derived, Other):
    pass


describe.register(Base, lambda value: "base")
print(describe(Both()), describe(Derived()))
describe.register(Other, lambda value: "other")
print(describe(Both()), describe(Derived()))
describe.register(Derived, lambda value: "derived")
print(describe(Both()))


# singledispatchmethod
class Negator:
    @singledispatchmethod
    def negate(self, value):
        raise NotImplementedError("cannot negate")

    @negate.register(int)
    def _(self, value):
        return -value

    @negate.register
    def _(self, value: bool):
        return not value

    @singledispatchmethod
    @classmethod
    def made(cls, value):
        return cls.__name__, "any"

    @made.register(int)
    @classmethod
    def _(cls, value):
        return cls.__name__, "int"


negator = Negator()
print(negator.negate(5), negator.negate(True), Negator.made(1), negator.made("x"), negator.negate.__name__)
attempt(negator.negate, "x")
attempt(singledispatchmethod, 5)


# wraps and update_wrapper
def wrapped(a: int) -> str:
    """Documented."""


wrapped.extra = [1]


@functools.wraps(wrapped)
def wrapper(*args):
    return args


print(wrapper.__name__, wrapper.__doc__, wrapper.__annotations__, wrapper.extra, wrapper.__wrapped__ is wrapped)


@functools.wraps(wrapped, assigned=("__doc__",), updated=())
def partly(*args):
    return args


print(partly.__name__, partly.__doc__, hasattr(partly, "extra"), partly.__wrapped__ is wrapped)
print(functools.update_wrapper(partial(print), wrapped, assigned=("__name__", "absent")).__name__)
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
