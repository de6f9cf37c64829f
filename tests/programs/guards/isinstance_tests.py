# isinstance and type tests guard code whose variable is something else after them.
# wasm: yes


def describe(x):
    if isinstance(x, bool):
        return "bool"
    if isinstance(x, int):
        return x + 1
    if isinstance(x, float):
        return x * 2
    if isinstance(x, str):
        return x.upper()
    if isinstance(x, (list, tuple)):
        return len(x)
    return None


def narrowed(items):
    total = 0
    for x in items:
        if isinstance(x, int):
            x = x / 2
        if isinstance(x, float):
            x = str(x)
        if isinstance(x, str):
            x = len(x)
        total += x
    return total


def exact(items):
    out = []
    for x in items:
        if type(x) is int:
            out.append("i")
        elif type(x) == float:
            out.append("f")
        elif type(x) in (str, bool):
            out.append("s")
        else:
            out.append("?")
    return "".join(out)


class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == 5


class Five(metaclass=Meta):
    pass


class Liar:
    @property
    def __class__(self):
        return int


def fives(items):
    n = 0
    for x in items:
        if isinstance(x, Five):
            n += x
    return n


class Shape:
    def area(self):
        return 1


class Square(Shape):
    def area(self):
        return 4


def areas(items, kind):
    total = 0
    for x in items:
        if isinstance(x, kind):
            total += x.area()
    return total


class N(int):
    pass


print([describe(i) for i in range(300)][-1])
print([describe(x) for x in (1, True, 2.5, "a", [1], (), None, N(4), 2 ** 64)])
print(narrowed([1, 2, 3] * 100), narrowed([0.5, "abc", True]), exact([1, True, 1.5, "s", N(1), None, 2 ** 70]))
print(fives([5, 4, 5.0] * 100), fives([]), isinstance(Liar(), int), type(Liar()) is int, isinstance(Liar(), Liar))
items = [Shape(), Square()] * 150
print(areas(items, Shape), areas(items, Square), areas(items, (Square, int)), areas(items, Shape | int))


class Other:
    def area(self):
        return 100


Square.__bases__ = (Other,)
print(areas(items, Shape), areas(items, Square), areas(items, Other))
Meta.__instancecheck__ = lambda cls, x: x == 4
print(fives([5, 4, 5.0] * 100))
try:
    areas(items, 3)
except TypeError as error:
    print(error)
