# Operators that return NotImplemented, and reflected ones, meet code that has seen ints.
# wasm: yes


class Left:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        if isinstance(other, int):
            return Left(self.n + other)
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented

    def __eq__(self, other):
        return NotImplemented

    def __repr__(self):
        return f"Left({self.n})"


class Right:
    def __radd__(self, other):
        return f"radd {other!r}"

    def __rsub__(self, other):
        return 1000

    def __rmul__(self, other):
        return NotImplemented

    def __gt__(self, other):
        return True

    def __rpow__(self, other):
        return other

    def __rfloordiv__(self, other):
        return -1

    def __rmod__(self, other):
        return 0.5

    def __rlshift__(self, other):
        return 2 ** 70

    def __rand__(self, other):
        return None


class Child(Left):
    def __radd__(self, other):
        return "child first"


def binary(a, b):
    out = []
    for f in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a < b, lambda: a == b, lambda: a != b, lambda: a ** b,
              lambda: a // b, lambda: a % b, lambda: a << b, lambda: a & b):
        try:
            out.append(f())
        except TypeError as error:
            out.append(str(error))
    return out


def total(items, start=0):
    result = start
    for x in items:
        result = result + x
    return result


for i in range(300):
    binary(i, 3)
print(binary(7, 3))
print(binary(7, Right()))
print(binary(2.5, Right()))
print(binary(Left(1), 2))
print(binary(Left(1), Right()))
print(binary(Left(1), Child(2))[0], binary(Left(1), Left(2))[:1], binary(3, Left(4))[:2])
print(total(range(300)), total([1, 2, Right()]), total([1, 2, 3], Left(0)), total([0.5, Right(), "x"]))
for items in ([Left(1)], [1, Left(1)], [Right(), 1]):
    try:
        print(total(items))
    except TypeError as error:
        print(error)


class Changing:
    def __radd__(self, other):
        Changing.__radd__ = lambda self, other: other + 0.5
        return other + 1


print(total([1, Changing(), Changing(), Changing()] * 50))
del Changing.__radd__
try:
    total([1, Changing()])
except TypeError as error:
    print(error)
Changing.__radd__ = lambda self, other: NotImplemented
try:
    total([1, Changing()])
except TypeError as error:
    print(error)
