# wasm: yes
# min, max, sum: keys, defaults, start, ties, mixed numbers, errors.
print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max("b", "a"), min([2], [1, 5]), max((1, 2), (1, 3)), max({"a": 1, "b": 0}), min({3, 1}), max(1, 1.0), max(1.0, 1), min(0.0, -0.0), min(-0.0, 0.0), max(True, 1), min(1, True))
print(max(["aa", "b", "cc"], key=len), min(["aa", "b", "c"], key=len), max(range(-3, 3), key=abs), max([], default="none"), min((), default=None), max([5], default=0), min(x * x for x in range(-2, 3)), max(1, 2, 3, key=lambda x: -x))
print(sum([]), sum([1, 2, 3]), sum([1, 2], 10), sum([0.1] * 3), sum([0.1] * 10), sum([1, 2.5]), sum([[1], [2]], []), sum(range(101)), sum([True, True]), sum([2**63, 2**63, -1]), sum((i for i in range(5)), start=100), sum([1e100, 1.0, -1e100]), sum([0.5, 10**20]), sum({1: 2, 3: 4}))
nan = float("nan")
print(max(nan, 1), max(1, nan), min([3, nan, 1]), sum([float("inf"), 1]), sum([float("inf"), float("-inf")]))
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)
attempt(lambda: max([]))
attempt(lambda: min(()))
attempt(lambda: max())
attempt(lambda: max(5))
attempt(lambda: max(1, "a"))
attempt(lambda: min([1, None]))
attempt(lambda: max(1, 2, default=3))
attempt(lambda: max([1], key=5))
attempt(lambda: max(1, 2, foo=3))
attempt(lambda: sum(["a", "b"]))
attempt(lambda: sum("ab"))
attempt(lambda: sum(["a"], ""))
attempt(lambda: sum([b"a"], b""))
attempt(lambda: sum(5))
attempt(lambda: sum([1, None]))
attempt(lambda: sum([[1]], 0))
attempt(lambda: max(x for x in [] if x))
class M:
    def __init__(self, v): self.v = v
    def __gt__(self, o):
        print("gt", self.v, o.v, end=" ")
        return self.v > o.v
    def __lt__(self, o):
        print("lt", self.v, o.v, end=" ")
        return self.v < o.v
    def __radd__(self, o): return o + self.v
print(max(M(1), M(3), M(2)).v, min([M(2), M(1)]).v, sum([M(1), M(2)]))
