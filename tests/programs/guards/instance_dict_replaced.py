# obj.__dict__ is changed, cleared and replaced under loops that read attributes.
# wasm: yes


class Item:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def both(self):
        return self.a + self.b


def hot(x, n):
    total = 0
    for _ in range(n):
        total += x.both()
    return total


def during(x, n, action):
    total = 0
    try:
        for i in range(n):
            if i == n // 2:
                action(x)
            total += x.both()
    except AttributeError as error:
        return total, str(error)
    return total


def write_through(x):
    x.__dict__["a"] = 0.5


def replace(x):
    x.__dict__ = {"b": 1, "a": 1000}


def shared(x):
    x.__dict__ = table


def remove(x):
    del x.__dict__["b"]


table = {"a": 2 ** 50, "b": 2 ** 50}
print(hot(Item(1, 2), 300))
for action in (write_through, replace, shared, remove, lambda x: vars(x).clear(), lambda x: vars(x).update(a=7, c=8)):
    print(during(Item(1, 2), 300, action))
x, y = Item(1, 2), Item(3, 4)
x.__dict__ = y.__dict__
x.a = 10
print(hot(x, 300), hot(y, 300), y.a)
y.extra = 1
print(x.extra, list(x.__dict__))
d = x.__dict__
d["a"] = "1"
try:
    hot(y, 300)
except TypeError as error:
    print(error)
d["a"] = 5
for key in list(d):
    if key != "a":
        del d[key]
Item.b = 0.25
print(hot(x, 300), hot(y, 300))
z = Item(1, 2)
z.__dict__[3] = "odd key"
print(hot(z, 300), z.__dict__)
for bad in (3, None, []):
    try:
        z.__dict__ = bad
    except TypeError as error:
        print(error)
for i in range(300):
    z.__dict__[f"k{i}"] = i
print(hot(z, 300), z.k299, len(vars(z)))


class Sub(dict):
    def __getitem__(self, key):
        return 100


z.__dict__ = Sub(a=1, b=2)
print(hot(z, 300))
del z.__dict__
print(hot(z, 3) if hasattr(z, "a") else z.__dict__)
