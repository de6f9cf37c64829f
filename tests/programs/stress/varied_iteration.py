# wasm: yes
# for over every kind of iterable, with break and exceptions, in one function.
class Own:
    def __init__(self, n): self.n = n
    def __iter__(self): return OwnIter(self.n)
class OwnIter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
class Indexed:
    def __getitem__(self, i):
        if i > 2: raise IndexError("end")
        return i * 10
def gen(n):
    for i in range(n): yield i
def consume(it, stop=None):
    out = []
    for x in it:
        if x == stop: break
        out.append(x)
    else:
        out.append("else")
    return out
sources = [[1, 2], (3,), "ab", b"\x01", {5: 6}, {7}, range(2), range(5, 0, -2), Own(2), Indexed(), gen(2), iter([8]), {1: 2}.values(), {1: 2}.items(), enumerate("z"), zip("a", "b"), map(str, [1]), filter(None, [0, 1]), reversed([1, 2]), (x for x in "q"), [], "", {}, frozenset(), sorted("ba"), "é日"]
print([consume(s) for s in sources])
print(consume([1, 2, 3], 2), consume("abc", "b"), consume(gen(5), 3), consume(range(10), 4), consume(Own(5), 1), consume({1: 1, 2: 2}, 2))
def nested():
    return [(a, b, c) for a in range(2) for b in "xy" for c in gen(2) if (a, c) != (1, 0)]
print(nested())
def sums():
    t = 0
    for a, b in zip(range(5), gen(9)): t += a * b
    for i, (x, y) in enumerate([(1, 2), (3, 4)]): t += i * x - y
    for k, v in {"a": 1}.items(): t += len(k) + v
    for _ in range(3): t *= 2
    for t2 in [t]: pass
    return t, t2
print(sums())
for bad in (5, None, 1.5, len, object, Own):
    try:
        for _ in bad: print("never")
    except TypeError as error:
        print(error)
class Raises:
    def __iter__(self): return self
    def __next__(self): raise RuntimeError("in next")
try:
    for x in Raises(): pass
    else: print("never")
except RuntimeError as error:
    print(error)
