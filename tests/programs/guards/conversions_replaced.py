# __int__, __float__, __index__, __str__, __hash__, __abs__ and __round__ of objects in loops over numbers.
# wasm: yes


class Number:
    def __init__(self, n):
        self.n = n

    def __int__(self):
        return self.n

    def __float__(self):
        return self.n + 0.5

    def __index__(self):
        return self.n

    def __str__(self):
        return f"<{self.n}>"

    def __abs__(self):
        return "absolute"

    def __round__(self, digits=None):
        return ("round", digits)

    def __neg__(self):
        return None

    def __divmod__(self, other):
        return "divmod"

    def __hash__(self):
        return 5

    def __eq__(self, other):
        return self is other


def convert(items):
    a = b = 0
    text = []
    for x in items:
        a += int(x)
        b += float(x)
        text.append(str(x))
    return a, b, len("".join(text))


def more(x):
    out = []
    for f in (abs, round, lambda x: -x, lambda x: divmod(x, 3), bin, hash, lambda x: round(x, 1), chr, lambda x: f"{x}", bool):
        try:
            out.append(f(x))
        except TypeError as error:
            out.append(str(error))
    return out


for i in range(300):
    more(i)
print(convert(range(300)), convert([1.5, "2", True, b"3"]), convert([Number(i) for i in range(300)]))
print(more(65))
print(more(Number(66)), more(True), more(2.5)[:4])
for name, f in (("__int__", lambda self: 1.5), ("__float__", lambda self: 1), ("__str__", lambda self: 3),
                ("__index__", lambda self: "x")):
    old = getattr(Number, name)
    setattr(Number, name, f)
    for g in (convert, lambda items: more(items[0]), lambda items: [10, 20, 30][items[0]]):
        try:
            print(name, g([Number(1)]))
        except TypeError as error:
            print(name, error)
    setattr(Number, name, old)
del Number.__int__
print(convert([Number(3)]))
del Number.__float__
print(convert([Number(3)]))
del Number.__index__
try:
    convert([Number(3)])
except TypeError as error:
    print(error)
for bad in ("x", None, [], 1j, "1.5"):
    try:
        convert([1, bad])
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print([int(x) for x in (2.9, -2.9, 1e15, 2.0 ** 48, -2.0 ** 48, 2.0 ** 63, 1e30, -0.0)])
print([float(x) for x in (2 ** 53 + 1, 2 ** 63, -2 ** 64, True, 10 ** 22)])
try:
    float(10 ** 400)
except OverflowError as error:
    print(error)
