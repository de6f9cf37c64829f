# wasm: yes
# __len__, __getitem__, __setitem__, __delitem__, __contains__, __iter__, __reversed__.
class Grid:
    def __init__(self): self.d = {}
    def __len__(self): return len(self.d)
    def __getitem__(self, key):
        return self.d.get(key, key)
    def __setitem__(self, key, value): self.d[key] = value
    def __delitem__(self, key): del self.d[key]
    def __contains__(self, item): return item in self.d
g = Grid()
g[1] = "a"; g[1, 2] = "b"; g["k"] = "c"
print(g[1], g[1, 2], g[5], g[1:2], g[::], g[1:2, ...], g[-1], len(g), 1 in g, 9 in g, bool(g), bool(Grid()))
del g[1]
print(g.d)
try:
    del g["none"]
except KeyError as error:
    print("KeyError", error)
class OldStyle:
    def __getitem__(self, i):
        if i >= 4: raise IndexError
        return i * i
o = OldStyle()
print(list(o), 9 in o, 5 in o, [*o], max(o), tuple(x + 1 for x in o), dict(enumerate(o)))
a, b, c, d = o
print(a, b, c, d, *o)
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self):
        self.i = self.n
        return self
    def __next__(self):
        if self.i == 0: raise StopIteration
        self.i -= 1
        return self.i + 1
    def __reversed__(self): return iter(range(1, self.n + 1))
    def __length_hint__(self): return self.n
c = Countdown(3)
print(list(c), list(c), sum(c), list(reversed(c)), 2 in c, sorted(c), list(zip(c, "ab")))
class Pair:
    def __len__(self): return 2
    def __getitem__(self, i): return "xy"[i]
print(list(reversed(Pair())), list(Pair()))
for action in (lambda: len(Bad()), lambda: Bad()[0], lambda: iter(Bad()), lambda: 1 in Bad(), lambda: list(NoIter()), lambda: reversed(Bad()), lambda: next(Bad())):
    class Bad:
        def __len__(self): return "x"
    class NoIter:
        __iter__ = None
    try:
        print(action())
    except TypeError as error:
        print(error)
class LenBad:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
for n in (-1, 2**70, 1.5, None):
    try:
        print(len(LenBad(n)))
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
class IterBad:
    def __iter__(self): return 5
try:
    for _ in IterBad(): pass
except TypeError as error:
    print(error)
class Idx:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
print([10, 20, 30][Idx(1)], "abc"[Idx(-1)], range(Idx(3)), [1, 2, 3][Idx(1):], hex(Idx(255)), [0] * Idx(2))
try:
    [1][Idx("x")]
except TypeError as error:
    print(error)
