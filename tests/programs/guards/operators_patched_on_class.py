# __add__, __eq__, __lt__, __bool__, __len__, __hash__, __call__ are replaced on a class in use.
# wasm: yes


class Money:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Money(self.n + other.n)

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    def __hash__(self):
        return hash(self.n)

    def __bool__(self):
        return self.n != 0

    def __len__(self):
        return self.n

    def __call__(self, x):
        return self.n + x

    def __getitem__(self, i):
        return self.n * i

    def __contains__(self, x):
        return x == self.n


def use(items):
    total = Money(0)
    counts = [0] * 7
    for i, m in enumerate(items):
        total = total + m
        counts[0] += m == items[0]
        counts[1] += m < items[-1]
        counts[2] += 1 if m else 0
        counts[3] += len(m)
        counts[4] += m(i)
        counts[5] += m[i]
        counts[6] += i in m
    return getattr(total, "n", total), counts


items = [Money(i) for i in range(300)]
print(use(items))
changes = [
    ("__add__", lambda self, other: self),
    ("__eq__", lambda self, other: True),
    ("__lt__", lambda self, other: False),
    ("__bool__", lambda self: False),
    ("__len__", lambda self: 1),
    ("__call__", lambda self, x: 0.5),
    ("__getitem__", lambda self, i: 2 ** 64),
    ("__contains__", lambda self, x: "yes"),
]
for name, f in changes:
    old = getattr(Money, name)
    setattr(Money, name, f)
    print(name, use(items))
    setattr(Money, name, old)
print(use(items))
items[150].__add__ = lambda other: 1 / 0
items[150].__len__ = lambda: 5
items[150].__call__ = None
print(use(items))
for name in ("__bool__", "__contains__", "__lt__", "__add__", "__call__", "__len__"):
    delattr(Money, name)
    try:
        print(name, use(items[:5] if name == "__contains__" else items))
    except TypeError as error:
        print(name, error)


class Switch:
    def __init__(self):
        self.n = 0

    def __bool__(self):
        self.n += 1
        if self.n == 100:
            Switch.__bool__ = lambda self: False
        return True


def spin(s):
    n = 0
    while s:
        n += 1
    return n


print(spin(Switch()))
Switch.__bool__ = lambda self: 1
try:
    spin(Switch())
except TypeError as error:
    print(error)
del Switch.__bool__
Switch.__len__ = lambda self: 0
print(spin(Switch()), not Switch())
