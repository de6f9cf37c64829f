# Parts of lists stored back in the opposite order, with every kind of bound: what does not cover the same part, or
# changes the list's length, must do what it does to any other list.
# wasm: yes


def bounded(items, a, b, c, d):
    items[a:b] = items[c:d:-1]


def prefix(items, n):
    items[: n + 1] = items[n::-1]


def suffix(items, n):
    items[n:] = items[: n - 1 : -1]


def whole(items):
    items[:] = items[::-1]


def from_start(items, a, b):
    items[a:b] = items[b - 1 :: -1]


def into_rest(items, a, b):
    items[a:] = items[:b:-1]


class Sub(list):
    def __getitem__(self, index):
        print("get", index)
        return list.__getitem__(self, index)


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("del", self.name)


differences = 0
checksum = 0
numbers = [*range(-4, 5), 10**6, -(10**6), 2**62, -(2**62), 2**63 - 1, -(2**63) + 1, -(2**63), 2**70, True]
for length in range(4):
    for a in numbers:
        for b in numbers:
            for c in numbers[:12]:
                for d in numbers[:12]:
                    items = list(range(length))
                    other = list(range(length))
                    other[a:b] = list(range(length))[c:d:-1]
                    bounded(items, a, b, c, d)
                    differences += items != other
                    checksum = (checksum * 31 + len(items) + sum(items)) % 1000003
print(differences, checksum)

for length in range(5):
    for n in range(-6, 7):
        results = []
        for change in prefix, suffix:
            items = list(range(length))
            change(items, n)
            results.append(items)
        for m in -2, 0, 1, 3:
            for change in from_start, into_rest:
                items = list(range(length))
                change(items, n, m)
                results.append(items)
        print(length, n, *results)

items = list("abcde")
whole(items)
print(items)
for value in 2, True, -1, 2**65, -(2**65):
    items = list("abcde")
    prefix(items, value)
    print(value, items)
for value in 1.0, "1", None:
    try:
        prefix(items, value)
    except TypeError as error:
        print(error)

things = [Thing(name) for name in "xyz"]
prefix(things, 1)
print(things)
prefix(things, -1)
print(things)
sub = Sub("abcd")
prefix(sub, 2)
print(list(sub))
del things
print("end")
