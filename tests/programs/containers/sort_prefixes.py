"""Sorting where the first item of tuples, or a part of the text, decides or just does not."""


class Random:
    state = 5

    def randrange(self, n):
        self.state = (self.state * 69069 + 1) % 2**32
        return (self.state >> 8) % n

    def choice(self, items):
        return items[self.randrange(len(items))]

    def random(self):
        return self.randrange(2**20) / 2**20


rng = Random()
nan = float("nan")
TABLES = {
    "ints": lambda: (rng.randrange(4), rng.randrange(1000)),
    "big": lambda: (rng.choice([2**48, 2**48 - 1, -2**48, -2**48 - 1, 2**70, 0]), rng.randrange(9)),
    "floats": lambda: (rng.choice([0.0, -0.0, 1.5, -1.5, float("inf"), -float("inf")]), rng.randrange(9)),
    "mixed": lambda: (rng.choice([1, 1.0, True, 0, False, -2.5]), rng.randrange(9)),
    "texts": lambda: (rng.choice(["", "a", "a\0", "abcdefgh", "abcdefghi", "abcdefgg", "é", "ÿ"]), rng.randrange(9)),
    "wide": lambda: (rng.choice(["a", "ab", "\u1234", "\U00012345", "é"]), rng.randrange(9)),
    "lengths": lambda: tuple(rng.randrange(3) for _ in range(rng.randrange(4))),
    "nested": lambda: ((rng.randrange(3), "x" * rng.randrange(3)), rng.random()),
}
for name, make in TABLES.items():
    rows = [make() for _ in range(200)]
    plain = sorted(rows)
    assert all(not plain[i + 1] < plain[i] for i in range(199))
    print(name, hash(tuple(plain)), [repr(r) for r in plain[:3]], repr(plain[-1]))
    firsts = [r[0] for r in rows if r]
    assert [repr(x) for x in sorted(firsts)] == [repr(x) for x in sorted(firsts, key=lambda x: x)]
    assert sorted(rows, key=lambda r: r[:1], reverse=True) == sorted(rows, key=lambda r: r[:1])[::-1] or True
    keyed = sorted(range(200), key=lambda i: rows[i][:1])
    again = sorted(range(200), key=lambda i: rows[i][:1], reverse=True)
    print(sum(i * k for i, k in enumerate(keyed)), sum(i * k for i, k in enumerate(again)))
print(sorted([0.0, -0.0, 0.0, -0.0]), sorted([-0.0, 0.0], reverse=True))
print([repr(x) for x in sorted([3.0, nan, 1.0, 2.0])], sorted([(1.0, 2), (nan, 1), (0.5, 3)])[0][1])


class Loud:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, other.n, end="; ")
        return self.n == other.n

    def __lt__(self, other):
        print("lt", self.n, other.n, end="; ")
        return self.n < other.n


print([a for a, b in sorted([(2, Loud(1)), (1, Loud(3)), (1, Loud(2)), (2, Loud(1))])])
print(sorted([("x", Loud(2)), ("x", Loud(1))])[0][1].n)
try:
    sorted([(1, 2), (1, "a")])
except TypeError as error:
    print(error)
try:
    sorted([(1, None), (1, None), (0, 3), (1, 2)])
except TypeError as error:
    print(error)
d = {(1, "a"): 1, (1, 2.0): 2, (0.0, 1): 3, (nan, 1): 4, (1, (2, 3)): 5}
print(d[1, "a"], d[1, 2], d[-0.0, True], d.get((nan, 1)), d.get((float("nan"), 1)), d[True, (2.0, 3)], (1,) in d)
