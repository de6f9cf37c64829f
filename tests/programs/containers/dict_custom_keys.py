# Keys with their own __eq__ and __hash__; collisions; identity first; raising hashes.
class Key:
    def __init__(self, n, h):
        self.n, self.h = n, h
    def __hash__(self):
        return self.h
    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n
    def __repr__(self):
        return f"K{self.n}"
keys = [Key(i, i % 3) for i in range(10)]
d = {k: k.n for k in keys}
print(d, d[Key(4, 1)], Key(4, 2) in d, Key(11, 0) in d, len({Key(1, 1), Key(1, 1), Key(2, 1)}))
for k in keys[::2]:
    del d[k]
print(d)
class NoEq:
    __hash__ = None
class OnlyEq:
    def __eq__(self, other):
        return True
class BadHash:
    def __hash__(self):
        raise ValueError("no hash today")
class TextHash:
    def __hash__(self):
        return "x"
class BadEq:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        raise RuntimeError("no eq today")
for make in (NoEq, OnlyEq, BadHash, TextHash):
    try:
        {make(): 1}
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
bad = BadEq()
e = {bad: "itself"}
print(e[bad])
try:
    e[1]
except RuntimeError as error:
    print(error)
try:
    print(e[BadEq()])
except RuntimeError as error:
    print(error)
class Default(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value
m = Default()
print(m["ab"], m[4], m, m.get("zz"), "zz" in m)
nan = float("nan")
n = {nan: 1}
print(n[nan], float("nan") in n)
