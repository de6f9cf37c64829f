# `object.method(arguments)`: the method is looked up before the arguments are evaluated, and held until the call.
# wasm: yes
class Counter:
    def __init__(self):
        self.items = []

    def add(self, n):
        self.items.append(n + 1)
        return len(self.items)

    def other(self, n):
        return "other", n


def replace():
    Counter.add = Counter.other
    return 1


def restore(original):
    Counter.add = original
    return 2


def hide(c):
    c.add = lambda n: ("hidden", n)
    return 3


def call(c, f):
    return c.add(f())


c = Counter()
original = Counter.add
print([call(c, lambda: i) for i in range(4)], c.items)
print(call(c, replace), call(c, lambda: 9), restore(original), call(c, lambda: 9))
print(call(c, lambda: hide(c)), call(c, lambda: 5))
del c.add
print(call(c, lambda: 6))


def remove():
    del Counter.add
    return 7


print(call(c, remove))
try:
    call(c, lambda: print("not evaluated"))
except AttributeError as error:
    print(error)
Counter.add = original


def wrong():
    raise ValueError("argument")


for receiver, argument in ((None, wrong), (c, wrong), (c, lambda: "s"), (5, wrong)):
    try:
        print(call(receiver, argument))
    except Exception as error:
        print(type(error).__name__, error)


def pairs(n):
    out = []
    for i in range(n):
        out.append((i, f"{i}"))
    for i in range(n):
        out.append(out[i][0] * 2)
    return out


print(pairs(3))


class Loud(list):
    def append(self, item):
        print("append", item)


def fill(target, n):
    for i in range(n):
        target.append(i + 1)
    return target


print(fill([], 3), fill(Loud(), 2), fill(bytearray(), 3))
try:
    fill(None, 1)
except AttributeError as error:
    print(error)
try:
    [].append(1, wrong())
except ValueError as error:
    print(error)
for bad in (lambda l: l.append(1 + 1, 2 + 2), lambda l: l.append(*()), lambda l: l.append(item=1 + 1)):
    try:
        bad([])
    except TypeError as error:
        print(error)


class Holder:
    def __init__(self, f):
        self.call_me = f

    def use(self, n):
        return self.call_me(n + 1), self.missing(n + 1) if n > 5 else None


print([Holder(str).use(n) for n in range(3)], Holder(lambda n: n * 2).use(4))
try:
    Holder(str).use(6)
except AttributeError as error:
    print(error)


class Base:
    def area(self, k):
        return 0

    @staticmethod
    def s(a):
        return a

    @classmethod
    def c(cls, a):
        return cls.__name__, a


class Square(Base):
    def __init__(self, n):
        self.n = n

    def area(self, k):
        return self.n * self.n * k


class Disc(Base):
    def area(self, k):
        return super().area(k + 1) + 3 * k


shapes = [Square(i) if i % 2 else Disc() for i in range(6)]
print([shape.area(i + 1) for i, shape in enumerate(shapes)], [(x.s(1 + 1), x.c(1 + 2)) for x in shapes[:2]])


class Last:
    def __del__(self):
        print("end of receiver")

    def take(self, x):
        return x


def temporary(n):
    return Last().take(n + 1)


print(temporary(1))
