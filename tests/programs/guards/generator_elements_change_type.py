# Elements of generators consumed in place that change type on the way: numbers in machine words become other things.
# wasm: yes


def element(kind, i):
    if kind == "int":
        return i
    if kind == "float":
        return i / 4
    if kind == "mixed":
        return i if i % 3 else i / 2
    if kind == "big":
        return 2 ** 62 + i
    if kind == "late float":
        return i if i < 50 else 0.1
    if kind == "late big":
        return 0.1 if i < 50 else 2 ** 70
    if kind == "bool":
        return i % 2 == 0
    return [i]


def add(kind, n):
    return sum(element(kind, i) for i in range(n))


def best(kind, n):
    return min(element(kind, i) for i in range(n)), max(element(kind, i) for i in range(n))


def walk(kind, n):
    for i in range(n):
        x = element(kind, i)
        yield x
        yield x


def last(kind, n):
    count = 0
    total = 0
    for x in walk(kind, n):
        count += 1
        if isinstance(x, list):
            total = x
        else:
            total = total + x
    return count, total


def running(n):
    total = 0
    for i in range(n):
        total += 2 ** 40 * i
        yield total
        if i == 30:
            total = 0.5


def grow(n):
    out = []
    for x in running(n):
        out.append(x)
    return out[-3:]


KINDS = ["int", "float", "mixed", "big", "late float", "late big", "bool"]
for kind in KINDS:
    print(kind, add(kind, 100), best(kind, 100), last(kind, 100))
try:
    add("list", 3)
except TypeError as error:
    print(error)
print(last("list", 3))
print(grow(10), grow(30), grow(40), grow(2000))
values = [0.1, 0.2, 0.3, 1e20, -1e20, 3, 1e-9] * 20
print(sum(v for v in values), sum(v * 1 for v in values), sum(abs(v) for v in values))
numbers = [2 ** 47, 2 ** 48 - 1, -2 ** 48, 2 ** 63 - 1, -2 ** 63, 5]
print(sum(v for v in numbers), sum(v for v in numbers * 3), sum(-v for v in numbers))
