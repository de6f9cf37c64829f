# __iadd__ and its kin on objects, lists and ints in loops; added to and removed from classes.
# wasm: yes


class Bag:
    def __init__(self):
        self.items = []

    def __iadd__(self, x):
        self.items.append(x)
        return self

    def __isub__(self, x):
        return len(self.items)

    def __imul__(self, x):
        return NotImplemented

    def __mul__(self, x):
        return ("mul", x)


class Plain:
    def __add__(self, x):
        return x + 1000


def accumulate(target, items):
    for x in items:
        target += x
    return target


def others(a, b):
    out = []
    for name in ("-=", "*=", "//=", "%=", "<<=", ">>=", "&=", "|=", "^=", "**=", "/="):
        x = a
        try:
            if name == "-=":
                x -= b
            elif name == "*=":
                x *= b
            elif name == "//=":
                x //= b
            elif name == "%=":
                x %= b
            elif name == "<<=":
                x <<= b
            elif name == ">>=":
                x >>= b
            elif name == "&=":
                x &= b
            elif name == "|=":
                x |= b
            elif name == "^=":
                x ^= b
            elif name == "**=":
                x **= b
            else:
                x /= b
            out.append(x)
        except TypeError as error:
            out.append(str(error))
    return out


for i in range(300):
    others(i, 3)
print(accumulate(0, range(300)), accumulate(0, [0.5] * 300), accumulate(2 ** 48 - 150, [1] * 300))
bag = accumulate(Bag(), range(300))
print(len(bag.items), accumulate(Plain(), [1]), accumulate(Plain(), [1, 2, 3]), accumulate("", "abc"))
shared = [1]
print(accumulate(shared, [[2], (3,), "ab", range(2)]), shared, accumulate((), [(1,), (2,)]))
for start, items in ((0, ["a"]), ("a", [1]), ([], [1]), (None, [1]), ((), [[1]])):
    try:
        accumulate(start, items)
    except TypeError as error:
        print(error)
print(others(100, 3))
print(others(2 ** 48, 15), others(-1, 63)[:5])
print(others(7.5, 2)[:4], others(True, True), others([1], 2)[:2], others({1, 2}, {2, 3}))
print(others(Bag(), 2))
Plain.__iadd__ = lambda self, x: self
print(type(accumulate(Plain(), [1, 2, 3])).__name__)
del Plain.__iadd__
print(accumulate(Plain(), [1, 2, 3]))


class Holder:
    pass


def attribute(h, n):
    for i in range(n):
        h.value += i
    return h.value


h = Holder()
h.value = 0
print(attribute(h, 300))
h.value = 0.5
print(attribute(h, 300))
h.value = Bag()
print(len(attribute(h, 300).items))


def element(items, key, n):
    for i in range(n):
        items[key] += i
    return items[key]


print(element([0], 0, 300), element([0.5], -1, 300), element({"k": 2 ** 63}, "k", 300), len(element([Bag()], 0, 3).items))
pair = ([],)
try:
    pair[0] += [1]
except TypeError as error:
    print(error, pair)
