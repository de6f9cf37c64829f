# wasm: yes
"""Attributes that are floats in all of the program, until they are something else, or are not there at all."""
import gc


class Point:
    def __init__(self, name, x, y, z):
        self.name = name
        self.x = x
        self.y = y
        self.z = z


class Heavy(Point):
    def __init__(self, name, x, y, z, mass):
        self.mass = mass
        super().__init__(name, x, y, z)


def move(points, step):
    total = 0.0
    for p in points:
        p.x += step
        p.y -= p.x * 0.5
        p.z = p.x + p.y
        total += p.x * p.y + p.z
    return total


def show(points):
    for p in points:
        print(p.name, p.x, p.y, p.z, sorted(p.__dict__) if p.name == "dict" else "")


def attempt(action, *args):
    try:
        print(action.__name__, action(*args))
    except Exception as error:
        print(action.__name__, type(error).__name__, error)


def points():
    return [Point("a", 1.0, 2.0, 3.0), Point("b", -0.0, float("inf"), 5e-324), Point("c", 0.0, -2.5, 1e308)]


def floats_stay():
    ps = points()
    print(repr(move(ps, 0.25)))
    show(ps)


def named(letters):
    return "".join(letters)


def by_name(ps, name, value):
    setattr(ps[0], named([name]), value)


def other_kinds():
    for value in (7, True, 10**30, None, "text", [1.5]):
        ps = points()
        attempt(move, ps, 0.5)
        by_name(ps, "y", value)
        attempt(move, ps, 0.5)
        print(ps[0].x, ps[0].y, ps[0].z)


class Celsius(float):
    def __add__(self, other):
        return Celsius(float(self) + other + 100)

    __iadd__ = __add__


def a_subclass_of_float():
    ps = points()
    by_name(ps, "x", Celsius(1.5))
    print(move(ps, 1.0), type(ps[0].x).__name__, ps[0].x)


def in_the_dictionary():
    ps = points()
    ps[1].name = "dict"
    ps[1].__dict__["x"] = 12
    print(move(ps, 1.0))
    vars(ps[2])["z"] = "gone"
    print(move(ps, 1.0))
    show(ps)
    ps[0].__dict__ = {"x": 1.0, "y": 2.0, "z": 0.5, "name": "other"}
    print(move(ps, 1.0), ps[0].__dict__)


def deleted():
    ps = points()
    move(ps, 1.0)
    del ps[1].y
    attempt(move, ps, 1.0)
    print(ps[0].x, ps[1].x, ps[2].x)
    ps[1].y = 4.0
    attempt(move, ps, 1.0)
    print(list(ps[1].__dict__))


def not_set_yet():
    p = Point.__new__(Point)
    attempt(move, [p], 1.0)
    p.z = 1.5
    p.x = 2.5
    attempt(move, [p], 1.0)
    p.y = 3.5
    p.name = "late"
    attempt(move, [p], 1.0)
    print(list(p.__dict__.items()))


def change(p):
    setattr(p, named(["x"]), "changed")


def nothing(p):
    pass


def in_the_middle(p, q, act):
    total = p.x + q.y
    act(q)
    return total + p.x


def through_an_alias():
    p = Point("p", 1.0, 2.0, 3.0)
    attempt(in_the_middle, p, p, nothing)
    attempt(in_the_middle, p, p, change)
    q = Point("q", 1.0, 2.0, 3.0)
    attempt(in_the_middle, q, p, change)
    attempt(in_the_middle, q, q, nothing)


def aliased_stores(p, q):
    p.x = 1.25
    q.x = 2.5
    first = p.x
    q.x = p.x + q.x
    return first, p.x, q.x


def aliases():
    p = Point("p", 1.0, 2.0, 3.0)
    print(aliased_stores(p, p), aliased_stores(p, Point("q", 1.0, 2.0, 3.0)))


class Other:
    pass


class Twin(Point):
    pass


class Shadow(Point):
    @property
    def x(self):
        return 42.0

    @x.setter
    def x(self, value):
        pass


def another_class():
    ps = points()
    move(ps, 1.0)
    ps[0].__class__ = Twin
    ps[1].__class__ = Shadow
    attempt(move, ps, 1.0)
    ps[2].__class__ = Other
    attempt(move, ps, 1.0)
    show(ps)
    ps.append(Heavy("h", 1.0, 2.0, 3.0, 4.0))
    ps.append(Heavy("i", 1.0, 2.0, 3.0, 4.0))
    attempt(move, ps, 1.0)
    for name in "x", "mass":
        by_name(ps[4:], name, 7)
    attempt(move, ps, 1.0)
    show(ps)
    print(ps[3].mass, ps[4].mass, list(ps[3].__dict__))


def the_class_changes():
    ps = points()
    move(ps, 1.0)
    Point.y = property(lambda self: 100.0, lambda self, value: None)
    attempt(move, ps, 1.0)
    del Point.y
    attempt(move, ps, 1.0)
    show(ps)


class Node:
    def __init__(self, weight):
        self.weight = weight
        self.next = None


def chains():
    ends = []

    class Noticed(Node):
        def __del__(self):
            ends.append(self.weight)

    for weight in (0.0, 5e-324, 2e-310, 1.5):
        a, b = Node(weight), Noticed(weight)
        a.next, b.next = b, a
        b.weight += a.weight
    del a, b
    gc.collect()
    print(sorted(ends))
    first = None
    for number in range(2000):
        node = Node(number * 1e-320)
        node.next, first = first, node
    total = 0.0
    while first is not None:
        total += first.weight
        first = first.next
    print(total)


class Mixed:
    """Sometimes it has all of them."""

    def __init__(self, value):
        self.limit = 1.5
        if value > 0.0:
            self.extra = 2.5
        self.value = value


def optional(items):
    total = 0.0
    for item in items:
        if item.value > 0.0:
            total += item.value * item.limit + item.extra
        else:
            total += item.limit
    return total


def missing(items):
    total = 0.0
    for item in items:
        total += item.limit * item.extra
    return total


def main():
    floats_stay()
    aliases()
    chains()
    mixed = [Mixed(1.5), Mixed(-1.0), Mixed(2.5)]
    print(optional(mixed))
    attempt(missing, mixed)
    print([list(m.__dict__.items()) for m in mixed], optional(mixed))
    deleted()
    not_set_yet()
    in_the_dictionary()
    another_class()
    the_class_changes()
    through_an_alias()
    other_kinds()
    a_subclass_of_float()
    floats_stay()
    chains()


main()
