# Instances of subclasses of float and str where loops have seen plain ones.
# wasm: yes


class Metres(float):
    def __add__(self, other):
        return Metres(float(self) + float(other))

    __radd__ = __add__

    def __mul__(self, other):
        return "area"

    def __gt__(self, other):
        return False

    def __repr__(self):
        return f"{float(self)}m"


class Quiet(float):
    pass


class Name(str):
    def __add__(self, other):
        return Name(str(other) + str(self))

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    def __len__(self):
        return 1000


def total(items):
    result = 0.0
    for x in items:
        result = result + x
    return result


def scaled(items):
    result = 0.0
    for x in items:
        y = x * 2.0
        if y != y + 1.0 and x > 1.0:
            result += x
    return result


def join(items):
    result = ""
    for x in items:
        result = result + x
        result = x + ""
    return result, len(result)


def matches(items, key):
    n = 0
    for x in items:
        if x == key:
            n += 1
    return n


floats = [i / 2 for i in range(300)]
print(total(floats), scaled(floats))
print(total([Quiet(x) for x in floats]), type(total([Quiet(1.0)])).__name__)
print(repr(total([Metres(1.5), 2, Metres(3)])), repr(total(floats + [Metres(1)])))
print(scaled([Quiet(x) for x in floats]))
try:
    print(scaled(floats + [Metres(3)]))
except TypeError as error:
    print(error)
print(join(["a", "b"] * 150), join(["a", Name("n")]), matches(["a"] * 300, "b"), matches(["a", Name("c")] * 3, "b"))
print(-Quiet(1.5), abs(Quiet(-2.5)), Quiet(7.5) // 2, Quiet(7.5) % 2, Quiet(2) ** 3, round(Quiet(2.5)), int(Quiet(3.9)))
print({1.5: "x"}[Quiet(1.5)], hash(Quiet(2.0)) == hash(2), Quiet(1) == 1, bool(Quiet(0.0)), bool(Quiet(0.1)))
